//! Forms: opening, filling in, throwing away.

use super::came::opened_from;
use super::drafts::drafts;
use super::fresh::fresh;
use super::keep::{keep, refuses};
use super::paid;
use crate::app::directory::{self, DirectoryState};
use crate::app::effect::Effect;
use crate::app::fault::ClipboardFault;
use crate::app::form::{
    Field, Form, FormKind, Tapped, When, anew, choose_threshold, date_time_text, first_place, form_word, put_paid,
    rates_bound, read_reply, take_time, tapping, told,
};
use crate::app::matching;
use crate::app::model::{Deed, Model};
use crate::app::route::Route;
use crate::app::source;
use crate::domain::{Book, CardForm, CardId, Entry, Moment, Remark, Source, capped_paste, clean};
use crate::guide::{self, Carrier};
use crate::journal::Change;
use crate::sms::{Answer, Verdict};

/// Makes sure that the place has its form, if it is one for a form and what it edits is there.
pub(super) fn open(model: &mut Model, moment: &Moment, route: Route) {
    // A question in which nothing was said yet opens as the card is now.
    let sought = |form: &Form| form.touched || !form.get(Field::Asked).is_empty();
    model.forms.retain(|(at, form)| *at != route || form.kind != FormKind::Ask || sought(form));
    if !model.forms.iter().any(|(at, _)| *at == route) {
        let form = fresh(model, moment, route);
        model.forms.extend(form.map(|form| (route, form)));
    }
}

/// Opens the form for what a source says: what can be pasted first, and the source filled in. A form
/// that was begun stays as it is, but for what is asked.
pub(super) fn asked(model: &mut Model, moment: &Moment, card: CardId, source: Source) -> Vec<Effect> {
    let route = Route::Log(Some(card));
    open(model, moment, route);
    if let Some((_, form)) = model.forms.iter_mut().find(|(at, _)| *at == route) {
        if !form.touched {
            form.set(Field::Mode, if source::is_pasted(source) { "paste" } else { "type" });
            form.set(Field::Source, source::word(source));
        }
        form.set(Field::Asked, "asked");
    }
    vec![Effect::Go { route, replace: false }]
}

/// Opens the page of a trip with what to set for a hotspot first.
pub(super) fn sought_hotspot(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let route = Route::Trip;
    open(model, moment, route);
    if let Some((_, form)) = model.forms.iter_mut().find(|(at, _)| *at == route) {
        form.set(Field::Asked, "hotspot");
    }
    vec![Effect::Go { route, replace: false }]
}

/// Throws the present form away and goes somewhere else, with no way back to it.
pub(super) fn leave(model: &mut Model, moment: &Moment, route: Route) -> Vec<Effect> {
    let here = model.route;
    model.forms.retain(|(at, _)| *at != here);
    model.clipboard = None;
    vec![drafts(model, moment), Effect::Go { route, replace: true }]
}

/// Deletes what the present form may be about, and leaves the form.
pub(super) fn removed(model: &mut Model, moment: &Moment, change: Change, deed: Deed, card: CardId) -> Vec<Effect> {
    if refuses(model, &change) {
        return refused(card);
    }
    let here = match change {
        Change::RemovedEntry { entry, .. } => model.route == Route::EditEntry(entry),
        _ => true,
    };
    let to = if deed == Deed::RemovedCard { Route::Home } else { Route::Card(card) };
    let mut effects = keep(model, moment, change, deed);
    if here {
        effects.extend(leave(model, moment, to));
    }
    effects
}

/// The screen of a read-only card says why nothing is kept; what was typed stays.
pub(super) fn refused(card: CardId) -> Vec<Effect> {
    vec![Effect::Go { route: Route::Card(card), replace: true }]
}

pub(super) fn typed(model: &mut Model, moment: &Moment, field: Field, text: String) -> Vec<Effect> {
    model.clipboard = None;
    let here = model.route;
    let Some((_, form)) = model.forms.iter_mut().find(|(at, _)| *at == here) else { return Vec::new() };
    // Choosing how to log is not yet something that one would come back to.
    form.touched |= field != Field::Mode;
    form.set(Field::Touched, date_time_text(moment, moment.now));
    if matches!(field, Field::When | Field::At) {
        form.set(Field::Held, "");
    }
    // The time of a draft is that of what stood in it.
    let replaced = matches!(field, Field::Reply | Field::Figure | Field::Money) && text != form.get(field);
    if replaced && !form.get(Field::Held).is_empty() {
        form.set(Field::When, When::Now.word());
        form.set(Field::At, "");
        form.set(Field::Held, "");
    }
    let text = if field == Field::Reply { text } else { capped(text) };
    let emptied = text.is_empty();
    if field == Field::When && When::parse(&text) == When::Earlier && form.get(Field::At).is_empty() {
        form.set(Field::At, date_time_text(moment, moment.now));
    }
    // The end that the form filled in goes by when it was.
    let filled = anew(form, &model.book, moment).map(|end| end.to_string());
    let follows = matches!(field, Field::When | Field::At) && filled.is_some_and(|end| end == form.get(Field::Expires));
    match field {
        Field::Reply => {
            // What is beyond the cap is not read, so it is not kept either.
            let text = capped_paste(text);
            form.set(Field::Pasted, date_time_text(moment, moment.now));
            form.set(Field::Rest, "");
            form.set(Field::ReplyOpen, "open");
            replied(form, &model.book, moment, text);
        }
        Field::Message => renew(form, &model.book, moment, field, text),
        Field::Card | Field::When | Field::At if field == Field::Card || form.get(Field::Mode) == "paste" => {
            retell(form, &model.book, moment, field, text);
            if When::parse(form.get(Field::When)) == When::Stated {
                retime(form, &model.book, moment);
            }
        }
        Field::Taught => {
            let known = told(form);
            retell(form, &model.book, moment, field, text);
            // What was just said is what is looked at.
            if let Some(new) = told(form).into_iter().find(|told| !known.contains(told)) {
                form.set(Field::Tapped, tapping(Tapped { at: new.at, meaning: None }));
            }
        }
        Field::Currency => {
            let rates = rates_bound(form.get(Field::Rates), form.get(Field::Currency));
            form.set(Field::Rates, rates);
            form.set(Field::Currency, text);
        }
        Field::ThresholdKind => choose_threshold(form, text),
        Field::Paid | Field::PaidCurrency => put_paid(form, field, text, &model.book),
        Field::Credit => {
            form.set(Field::CreditAsPaid, "");
            form.set(field, text);
        }
        Field::Effect => {
            let anew = anew(form, &model.book, moment).map(|end| end.to_string());
            let standing = form.get(Field::Expires);
            if text == "replace" && standing.is_empty() {
                form.set(Field::Expires, anew.unwrap_or_default());
            } else if text != "replace" && anew.is_some_and(|anew| anew == standing) {
                form.set(Field::Expires, "");
            }
            form.set(Field::Effect, text);
        }
        Field::Mode => {
            let source = if text == "paste" { Source::Text } else { Source::App };
            form.set(Field::Source, source::word(source));
            form.set(Field::Mode, text);
        }
        Field::Carrier => {
            if form.is_new() {
                let before = form.get(Field::Carrier).to_owned();
                let sold = |id: &str| sold_as(&model.directory, &model.book, id);
                // What the person chose stays.
                if form.get(Field::CardForm) == form_word(sold(&before)) {
                    form.set(Field::CardForm, form_word(sold(&text)));
                }
                if let Some(carrier) = guide::find(&text) {
                    form.set(Field::Currency, carrier.currency().code());
                    // A seller that is at home nowhere: the phone is where the card will be used, or may be.
                    let own =
                        guide::find(&before).map_or_else(|| first_place(moment).0, |before| zone_of(before, moment));
                    if carrier.zone().is_some() || form.get(Field::Zone) == own {
                        form.set(Field::Zone, zone_of(carrier, moment));
                    }
                }
            }
            // The one control takes the other's place.
            let shown = if text.is_empty() { Field::CarrierName } else { Field::Carrier };
            form.set(Field::CarrierName, "");
            form.set(Field::Carrier, text);
            return vec![drafts(model, moment), Effect::Focus(shown)];
        }
        Field::Arrival => {
            // What was paid for earlier counts from when it arrived, unless a time was given.
            if text == "arrived" && waits(form, &model.book, moment) {
                let book = &model.book;
                let kept = form.editing().and_then(|entry| Some((entry, book.entry(entry)?.card)));
                let waiting = kept.and_then(|(entry, card)| paid::waiting(book, moment, card, entry));
                match waiting.and_then(|waiting| waiting.seen) {
                    // A check shows it: it is part of that, and does not count twice.
                    Some(seen) => form.set(Field::At, date_time_text(moment, seen)),
                    None => form.set(Field::When, When::Now.word()),
                }
            }
            form.set(Field::Arrival, text);
        }
        field => form.set(field, text),
    }
    if let Some(end) = anew(form, &model.book, moment).filter(|_| follows) {
        form.set(Field::Expires, end.to_string());
    }
    if emptied && fresh(model, moment, here).is_some_and(|fresh| model.form().is_some_and(|form| form.says_as(&fresh)))
    {
        // Nothing that one would come back to is left of it.
        model.forms.iter_mut().filter(|(at, _)| *at == here).for_each(|(_, form)| form.touched = false);
    }
    let mut effects = if field == Field::Reply { directory::wanted(model) } else { Vec::new() };
    effects.push(drafts(model, moment));
    // What is asked next may be below what was tapped, and under the bar.
    match field {
        Field::Tapped => effects.push(Effect::Show(Field::Tapped)),
        Field::Taught => effects.push(Effect::Show(Field::Question)),
        _ => {}
    }
    effects
}

/// The zone in which a carrier's days most likely end: the phone's where that is in the same country, or where
/// the seller is at home nowhere.
fn zone_of(carrier: Carrier, moment: &Moment) -> String {
    let here = guide::country_at(moment.zone.as_str());
    let zone = carrier.zone().filter(|_| here.is_none() || here != carrier.country());
    zone.unwrap_or_else(|| moment.zone.clone()).as_str().to_owned()
}

/// What the cards of a carrier mostly are: eSIM from a seller that is at home nowhere, data only where
/// the directory says so.
fn sold_as(directory: &DirectoryState, book: &Book, carrier: &str) -> CardForm {
    let listed = directory.here().and_then(|directory| directory.find(carrier));
    let denied = || book.reports.values().any(|kept| kept.value.denies(carrier, guide::DATA_ONLY));
    match guide::find(carrier) {
        _ if listed.is_some_and(|listing| listing.is_data_only() && !denied()) => CardForm::DataOnly,
        Some(carrier) if carrier.country().is_none() => CardForm::Esim,
        _ => CardForm::Physical,
    }
}

/// No field but the reply holds more than this many characters: twice what the longest may, so that
/// there is still something to be shortened.
const MOST: usize = 2 * Remark::MAX;

fn capped(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MOST) {
        text.truncate(end);
    }
    text
}

/// Whether the form edits a top-up that has not arrived, and leaves its time as it was.
fn waits(form: &Form, book: &Book, moment: &Moment) -> bool {
    let kept = form.editing().and_then(|entry| book.entry(entry));
    let as_kept = |entry: &Entry| {
        When::parse(form.get(Field::When)) == When::Earlier && form.get(Field::At) == date_time_text(moment, entry.at)
    };
    kept.is_some_and(|entry| entry.fact.is_pending() && as_kept(entry))
}

/// Another reply stands in the form.
pub(super) fn replied(form: &mut Form, book: &Book, moment: &Moment, text: String) {
    form.set(Field::Message, "");
    renew(form, book, moment, Field::Reply, text);
}

/// Another text is read: what was said of the one before is of nothing any more.
fn renew(form: &mut Form, book: &Book, moment: &Moment, field: Field, text: String) {
    form.answers.clear();
    for field in [Field::Again, Field::Tapped, Field::Taught, Field::Total, Field::Arrival] {
        form.set(field, "");
    }
    form.set(field, text);
    retime(form, book, moment);
}

/// The time that the reply gives is that of the check, unless another was chosen.
fn retime(form: &mut Form, book: &Book, moment: &Moment) {
    let card = matching::target(form, book, moment).and_then(|card| book.card(card));
    take_time(form, card, book, moment);
}

/// Changes what the reply is read with. An answer stays with its question, where that stays the same.
fn retell(form: &mut Form, book: &Book, moment: &Moment, field: Field, text: String) {
    let read = |form: &Form| {
        let card = matching::target(form, book, moment).and_then(|card| book.card(card));
        read_reply(form, card, book, moment).figures
    };
    let before = read(form);
    form.set(field, text);
    if field == Field::Card {
        form.set(Field::OpenedFrom, "");
    }
    let after = read(form);
    for (of, answer) in std::mem::take(&mut form.answers) {
        if let Some(place) = before.get(of).and_then(|figure| after.iter().position(|other| other == figure)) {
            form.answers.push((place, answer));
        }
    }
}

pub(super) fn answered(model: &mut Model, moment: &Moment, figure: usize, answer: Option<Answer>) -> Vec<Effect> {
    let Some(form) = model.form_mut() else { return Vec::new() };
    form.touched = true;
    form.answers.retain(|(of, _)| *of != figure);
    form.answers.extend(answer.map(|answer| (figure, answer)));
    vec![drafts(model, moment), Effect::Show(Field::Question)]
}

pub(super) fn read_clipboard(
    model: &mut Model,
    moment: &Moment,
    result: Result<String, ClipboardFault>,
) -> Vec<Effect> {
    let text = match result {
        Ok(text) if text.trim().is_empty() => Err(ClipboardFault::Empty),
        Ok(text) => Ok(clean(&capped_paste(text))),
        Err(fault) => Err(fault),
    };
    let text = match text {
        Ok(text) => text,
        Err(fault) => {
            model.clipboard = Some(fault);
            return Vec::new();
        }
    };
    // A clipboard may hold anything: what is no balance is neither shown nor kept.
    let mut probe = Form::new(FormKind::Check(None));
    probe.set(Field::Reply, text.clone());
    let chosen = model.form().and_then(|form| CardId::parse(form.get(Field::Card)));
    let cards = chosen.map_or_else(|| model.book.in_use(), |card| vec![card]);
    let reads = |card| read_reply(&probe, card, &model.book, moment).verdict == Verdict::Reading;
    if !reads(None) && !cards.into_iter().any(|card| reads(model.book.card(card))) {
        model.clipboard = Some(ClipboardFault::NoBalance);
        return Vec::new();
    }
    match model.form().map(|form| form.kind) {
        Some(FormKind::Check(None)) if model.form().is_some_and(|form| form.get(Field::Reply) == text) => Vec::new(),
        Some(FormKind::Check(None)) => {
            let mut effects = typed(model, moment, Field::Reply, text);
            // What was pasted is for reading; typing in it is one tap away.
            effects.extend(typed(model, moment, Field::ReplyOpen, String::new()));
            effects
        }
        _ => Vec::new(),
    }
}

/// Empties the form at the present place.
pub(super) fn started_over(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let here = model.route;
    model.forms.retain(|(at, _)| *at != here);
    model.clipboard = None;
    open(model, moment, here);
    vec![drafts(model, moment)]
}

pub(super) fn cancelled(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let to = match model.route {
        Route::TopUp(card) => opened_from(model).unwrap_or(Route::Card(card)),
        Route::Log(Some(card)) if model.form().is_some_and(Form::asks_paid) => Route::Pay(card),
        Route::EditCard(card) | Route::Log(Some(card)) | Route::KeepAlive(card) => Route::Card(card),
        Route::Report(card) => Route::Ways(card),
        Route::EditEntry(entry) => model.book.entry(entry).map_or(Route::Home, |entry| Route::Card(entry.card)),
        _ => Route::Home,
    };
    leave(model, moment, to)
}
