//! What the world says: the address, the stores, other tabs.

use super::forms;
use crate::app::effect::{Effect, Local};
use crate::app::fault::StoreFault;
use crate::app::model::Model;
use crate::app::msg::Engine;
use crate::app::route::Route;
use crate::domain::Moment;
use crate::journal::{Journal, Record};

pub(super) fn navigated(model: &mut Model, moment: &Moment, route: Route) -> Vec<Effect> {
    let here = model.route;
    if here != route {
        // A form in which nothing was typed is not worth coming back to.
        model.forms.retain(|(at, form)| *at == route || form.touched);
        model.clipboard = None;
        model.number_revealed = false;
        model.rows = Model::PAGE;
        for (_, form) in model.forms.iter_mut().filter(|(at, _)| *at == here) {
            form.restored = true;
        }
    }
    model.route = route;
    forms::open(model, moment, route);
    hold_now(model, moment);
    Vec::new()
}

/// Somebody comes back to a form.
fn hold_now(model: &mut Model, moment: &Moment) {
    if let Some(form) = model.form_mut() {
        form.hold_now(moment);
    }
}

pub(super) fn stored(model: &mut Model, key: &str, engine: Engine, result: Result<(), StoreFault>) -> Vec<Effect> {
    match engine {
        Engine::Local => model.local = result,
        Engine::Database => model.database = Some(result),
    }
    model.saves.answer(key, engine, result);
    Vec::new()
}

/// The union of both stores is the truth. What only the database has is shown at once.
pub(super) fn read_database(
    model: &mut Model,
    moment: &Moment,
    result: Result<Vec<Record>, StoreFault>,
) -> Vec<Effect> {
    model.database = Some(result.as_ref().map(|_| ()).map_err(|fault| *fault));
    if let Ok(records) = result
        && !model.journal.union(Journal::load(records)).is_empty()
    {
        refold(model, moment);
    }
    Vec::new()
}

pub(super) fn other_tab_wrote(model: &mut Model, moment: &Moment, record: Record) -> Vec<Effect> {
    if model.journal.take(record) {
        refold(model, moment);
    }
    Vec::new()
}

/// Whoever left to ask the carrier comes back to the question what it said.
pub(super) fn came_back(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    hold_now(model, moment);
    let Some(card) = model.awaited.take() else { return Vec::new() };
    let mut effects = vec![Effect::KeepLocal(Local::Awaited, String::new())];
    if model.book.card(card).is_some() && !matches!(model.route, Route::Log(_)) {
        effects.push(Effect::Go { route: Route::Log(Some(card)), replace: false });
    }
    effects
}

fn refold(model: &mut Model, moment: &Moment) {
    model.book = model.journal.fold();
    // A place whose card or entry has only now appeared gets its form.
    forms::open(model, moment, model.route);
}
