//! The two stores and the other tabs: what they answer, and what is erased.

use super::world::let_go;
use super::{carry, drafts, forms};
use crate::app::effect::Effect;
use crate::app::form::Field;
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::{CardId, EntryId, EventId, Moment};
use crate::journal::{Engine, Job, Order, Outcome, Record, Scope, StoreFault, Subject, Why};

pub(super) fn answered(
    model: &mut Model,
    moment: &Moment,
    order: Order,
    answer: Result<Vec<Record>, StoreFault>,
) -> Vec<Effect> {
    if let Order::Write(write) = &order
        && write.why == Why::Save
    {
        for record in &write.put {
            model.saves.answer(&record.key, write.engine, answer.as_ref().map(|_| ()).map_err(|fault| *fault));
        }
    }
    let outcome = model.stores.answered(&mut model.journal, EventId(moment.fresh), order, answer);
    done(model, moment, outcome)
}

pub(super) fn other_tab_wrote(model: &mut Model, moment: &Moment, engine: Engine, records: Vec<Record>) -> Vec<Effect> {
    let before = model.journal.last_wiped();
    let outcome = model.stores.heard(&mut model.journal, engine, records);
    let mut effects = Vec::new();
    if model.journal.last_wiped() != before {
        // A form without a card may hold what a carrier wrote, too.
        model.forms.clear();
        effects.push(drafts::drafts(model, moment));
    }
    effects.extend(done(model, moment, outcome));
    effects
}

/// Erases for good. Forms about it go first, the unfinished ones of all tabs too.
pub(super) fn wipe(model: &mut Model, scope: Scope) -> Vec<Effect> {
    let names = match scope {
        Scope::All => {
            model.forms.clear();
            None
        }
        Scope::Card(card) => {
            let own = |entry: &EntryId| model.book.entry(*entry).is_some_and(|entry| entry.card == card);
            let entries = model.book.entries.keys().filter(|entry| own(entry)).map(EntryId::to_string);
            Some(entries.chain([card.to_string()]).collect())
        }
    };
    model.undo = None;
    if !model.stores.is_busy() {
        model.wiped = None;
    }
    let mut effects = orders(model.stores.begin(Job::Wipe(scope)));
    effects.push(Effect::DropDrafts(names));
    effects.push(Effect::Go { route: Route::Home, replace: true });
    effects
}

pub(super) fn orders(orders: Vec<Order>) -> Vec<Effect> {
    orders.into_iter().map(Effect::Store).collect()
}

fn done(model: &mut Model, moment: &Moment, outcome: Outcome) -> Vec<Effect> {
    let mut effects = orders(outcome.orders);
    if let Some(result) = outcome.ended
        && !carry::ended(model, result)
    {
        // Of several in a row one that failed is not hidden by the next.
        model.wiped = Some(model.wiped.unwrap_or(Ok(())).and(result));
    }
    if outcome.changed {
        let before = std::mem::take(&mut model.book);
        model.book = model.journal.fold();
        // What was removed has a history; what was wiped has none.
        let gone = |subject: Subject| model.journal.history(subject).is_empty();
        let card = |card: CardId| before.card(card).is_some() && gone(Subject::Card(card));
        let entry = |entry: EntryId| before.entry(entry).is_some() && gone(Subject::Entry(entry));
        let awaited = model.awaited.map(|awaited| awaited.card).filter(|id| card(*id));
        let forms = model.forms.len();
        model.forms.retain(|(route, form)| {
            let about = CardId::parse(form.get(Field::Card)).is_some_and(card);
            !about
                && match *route {
                    Route::EditEntry(id) => !entry(id),
                    route => !route.card().is_some_and(card),
                }
        });
        let dropped = model.forms.len() != forms;
        let anew = drafts::of_another_book(model, moment);
        effects.extend(anew.or_else(|| dropped.then(|| drafts::drafts(model, moment))));
        effects.extend(awaited.and_then(|card| let_go(model, card)));
        // A place whose card or entry has only now appeared gets its form.
        forms::open(model, moment, model.route);
    }
    effects
}
