//! What the world says: the address, and that somebody is back.

use super::forms;
use crate::app::awaited::Awaited;
use crate::app::carry::Incoming;
use crate::app::directory;
use crate::app::effect::{Effect, Local};
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::Moment;

pub(super) fn navigated(model: &mut Model, moment: &Moment, route: Route) -> Vec<Effect> {
    let here = model.route;
    if here != route {
        // A form in which nothing was typed is not worth coming back to.
        model.forms.retain(|(at, form)| *at == route || form.touched);
        model.clipboard = None;
        model.wiped = None;
        model.carry.leave();
        if route != Route::Import && !matches!(model.carry.incoming, Incoming::Writing(_)) {
            model.carry.incoming = Incoming::Nothing;
        }
        model.number_revealed = false;
        if !matches!(route, Route::Pay(_) | Route::RunOut(_) | Route::TopUp(_)) {
            model.paying = None;
        }
        model.copied = None;
        model.tables = false;
        model.rows = Model::PAGE;
        for (_, form) in model.forms.iter_mut().filter(|(at, _)| *at == here) {
            form.restored = true;
        }
    }
    model.route = route;
    forms::open(model, moment, route);
    hold_now(model, moment);
    directory::wanted(model)
}

/// Somebody comes back to a form.
fn hold_now(model: &mut Model, moment: &Moment) {
    if let Some(form) = model.form_mut() {
        form.hold_now(moment);
    }
}

/// Whoever left to ask the carrier comes back to the question what it said.
pub(super) fn came_back(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    hold_now(model, moment);
    let Some(Awaited { card, source }) = model.awaited.take() else { return Vec::new() };
    let mut effects = vec![Effect::KeepLocal(Local::Awaited, String::new())];
    if model.book.card(card).is_some() && !matches!(model.route, Route::Log(_)) {
        effects.extend(forms::asked(model, moment, card, source));
    }
    effects
}
