//! What is seldom done: erasing, what comes in, what is said of a carrier, the calendar.
//!
//! It stands apart so that the program can fetch it only when it is wanted
//! (docs/decisions/parts.md). Nothing of the other messages leads here.

use super::{carry, incoming, read_rest, report, stores};
use crate::app::calendar::{calendar_file, habit};
use crate::app::effect::Effect;
use crate::app::form::{FormKind, Problem, offer, trip};
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::reads;
use crate::app::route::Route;
use crate::domain::{Base, Moment};

/// [`update`](super::update) for what is seldom done; any other message changes nothing here.
pub fn update_seldom(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    read_rest(model);
    let effects = match msg {
        Msg::Carry(said) => incoming::moved(model, moment, said),
        Msg::AgreedToWipe(scope) => stores::wipe(model, scope),
        Msg::StartedReport(card, aim) => report::started(model, card, &aim),
        Msg::SubmittedReport => {
            let mut effects = report::submitted(model, moment);
            effects.extend(carry::after_saving(model, moment));
            effects
        }
        Msg::Reported(card, tells) => report::reported(model, moment, card, tells),
        Msg::RemovedReport(id) => report::removed(model, moment, id),
        Msg::AskedCalendar(card, share) => {
            let file = calendar_file(model, moment, card, habit(model));
            file.map(|(name, text)| Effect::HandCalendar { share, name, text }).into_iter().collect()
        }
        _ => Vec::new(),
    };
    reads::look(model, moment);
    effects
}

/// What stands in the way of what a form that is seldom filled in asks or reports.
#[must_use]
pub fn lacks(model: &Model, moment: &Moment) -> Vec<Problem> {
    let Some(form) = model.form() else { return Vec::new() };
    let lacking = match form.kind {
        FormKind::Report => report::written(model, moment, form).err(),
        FormKind::Ask if model.route == Route::Trip => trip(form).err(),
        FormKind::Ask => offer(form, Base::Binary).err(),
        FormKind::Card(_) | FormKind::Check(_) | FormKind::TopUp(_) | FormKind::KeepAlive(_) => None,
    };
    lacking.unwrap_or_default()
}
