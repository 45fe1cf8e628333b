//! What a person reports of a carrier: at once by a tap, or in a form.

use super::keep::keep;
use super::submit::{Outcome, opened, settled};
use crate::app::Told;
use crate::app::directory::reports;
use crate::app::effect::Effect;
use crate::app::form::{Aim, Fault, Field, Form, Problem, parse_report, report_form};
use crate::app::model::{Deed, Model};
use crate::app::route::Route;
use crate::domain::{By, CardId, Line, Moment, Report, ReportId, ReportText, Tells};
use crate::guide;
use crate::i18n::format;
use crate::journal::Change;

/// Opens the form for a report. One that was begun about the same fact goes on where it was left; one
/// about something else makes room for it.
pub(super) fn started(model: &mut Model, card: CardId, aim: &Aim) -> Vec<Effect> {
    let Some(carrier) = carrier(model, card) else { return Vec::new() };
    let told = model.directory.tells(carrier.as_str(), &model.book);
    let listing = if let Told::Listed(listing) = &told { Some(&**listing) } else { None };
    let mut form = report_form(aim, listing);
    // What it is called here is what is to be corrected.
    if *aim == Aim::Name
        && form.get(Field::What).is_empty()
        && let Some(listed) = guide::meant(carrier.as_str())
    {
        form.set(Field::What, format::name(listed.names(), model.lang));
    }
    let kept = ReportId::parse(form.get(Field::Report)).and_then(|report| model.book.reports.get(&report));
    form.set(Field::Version, kept.map(|kept| kept.version.to_string()).unwrap_or_default());
    let route = Route::Report(card);
    let about = |form: &Form| [Field::Topic, Field::Of, Field::Report].map(|field| form.get(field).to_owned());
    if !model.forms.iter().any(|(at, begun)| *at == route && begun.touched && about(begun) == about(&form)) {
        model.forms.retain(|(at, _)| *at != route);
        model.forms.push((route, form));
    }
    vec![Effect::Go { route, replace: false }]
}

/// Keeps what the form at the present place says, and leaves it.
pub(super) fn submitted(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(form) = model.form() else { return Vec::new() };
    let result = written(model, moment, form);
    settled(model, moment, result)
}

/// What the form of a report says.
///
/// # Errors
///
/// A problem for each field that cannot be read.
pub(super) fn written(model: &Model, moment: &Moment, form: &Form) -> Result<Outcome, Vec<Problem>> {
    let missing = || vec![Problem { field: Field::What, fault: Fault::Missing }];
    let Route::Report(card) = model.route else { return Err(missing()) };
    let carrier = carrier(model, card).ok_or_else(missing)?;
    let home = model.book.card(card).and_then(guide::home).map(|country| country.code);
    let value = ReportText::of(&parse_report(form, carrier, home, moment.device.date(moment.now))?);
    let report = ReportId::parse(form.get(Field::Report)).unwrap_or(ReportId(moment.fresh));
    let kept = model.book.reports.get(&report);
    let replaces = kept.map(|kept| opened(form).unwrap_or(kept.version));
    Ok((Change::SavedReport { report, replaces, value }, Deed::SavedReport, card))
}

/// Keeps what a tap says. It takes the place of what the person said of the same fact before.
pub(super) fn reported(model: &mut Model, moment: &Moment, card: CardId, tells: Tells) -> Vec<Effect> {
    let Some(carrier) = carrier(model, card) else { return Vec::new() };
    let mut before = reports(&model.book, carrier.as_str());
    before.retain(|(_, report)| report.by == By::Me && is_of(&report.tells, &tells));
    let before = before.last().map(|(id, _)| *id);
    let replaces = before.and_then(|id| model.book.reports.get(&id)).map(|kept| kept.version);
    let on = moment.device.date(moment.now);
    let value = ReportText::of(&Report { carrier, on, by: By::Me, tells });
    let report = before.unwrap_or(ReportId(moment.fresh));
    keep(model, moment, Change::SavedReport { report, replaces, value }, Deed::SavedReport)
}

/// Takes a report back: what is listed holds again.
pub(super) fn removed(model: &mut Model, moment: &Moment, report: ReportId) -> Vec<Effect> {
    let Some(kept) = model.book.reports.get(&report) else { return Vec::new() };
    let replaces = kept.version;
    keep(model, moment, Change::RemovedReport { report, replaces }, Deed::RemovedReport)
}

/// The carrier of a card.
pub(super) fn carrier(model: &Model, card: CardId) -> Option<Line> {
    model.book.card(card).and_then(|card| card.carrier.clone())
}

/// Whether both say how one and the same fact turned out.
fn is_of(said: &Tells, tells: &Tells) -> bool {
    match (said, tells) {
        (Tells::Tried { purpose, way, .. }, Tells::Tried { purpose: of, way: same, .. }) => {
            purpose == of && way == same
        }
        _ => said == tells,
    }
}
