//! Topping up: what was paid for is written down, and that it arrived.

use super::forms::{leave, open, refused};
use super::keep::{keep, refuses};
use super::submit::{drafted, submitted};
use super::world::let_go;
use crate::app::effect::Effect;
use crate::app::form::{BEFORE_MS, CHANNELS, Field, FormKind, instant, says_more};
use crate::app::model::{Deed, Model, Undo};
use crate::app::route::Route;
use crate::app::screen::{Confirmed, review};
use crate::domain::{Arrival, Book, CardId, Currency, Entry, EntryId, Fact, Moment, Timestamp};
use crate::journal::Change;
use crate::plan::{self, Waiting};
use std::rc::Rc;

/// Opens the form for what was paid for: not yet arrived, the channel filled in by the way that was followed
/// last, and the time at which whoever is asked whether it was done left for it. A form that was begun stays as it is.
pub(super) fn paid(model: &mut Model, moment: &Moment, card: CardId) -> Vec<Effect> {
    let asks = model.form().filter(|form| form.asks_paid());
    let held =
        asks.map(|form| [Field::When, Field::At, Field::Touched].map(|field| (field, form.get(field).to_owned())));
    was_paid(model, moment, card, held.into_iter().flatten().collect())
}

/// The same, at the time that these fields say.
pub(super) fn was_paid(model: &mut Model, moment: &Moment, card: CardId, held: Vec<(Field, String)>) -> Vec<Effect> {
    let channel = model.paying.filter(|(of, _)| *of == card).map(|(_, channel)| channel);
    let route = Route::TopUp(card);
    open(model, moment, route);
    if let Some((_, form)) = model.forms.iter_mut().find(|(at, form)| *at == route && !form.touched) {
        let word = CHANNELS.iter().find(|(known, _)| Some(*known) == channel).map_or("", |(_, word)| word);
        form.set(Field::Arrival, "pending");
        form.set(Field::Channel, word);
        for (field, text) in held {
            form.set(field, text);
        }
        form.hold_now(&model.book, moment);
    }
    let_go(model, card).into_iter().chain([Effect::Go { route, replace: false }]).collect()
}

/// Marks a top-up as arrived: at the time that was said, else just before the check that is about to be
/// logged and shows it, else just before the one that shows it, else now. A form whose reply says nothing else is
/// done with, and the end that it says is kept with the top-up. `as_said`: it is of the amounts that the reply in
/// the form says, and stays where that says none for it.
pub(super) fn saw_arrival(
    model: &mut Model,
    moment: &Moment,
    entry: EntryId,
    said: Option<Timestamp>,
    as_said: bool,
) -> Vec<Effect> {
    let Some(kept) = model.book.entries.get(&entry) else { return Vec::new() };
    let (mut value, replaces) = (Entry::clone(&kept.value), kept.version);
    let card = value.card;
    let Fact::TopUp(top_up) = &mut value.fact else { return Vec::new() };
    if top_up.arrival == Arrival::Arrived {
        return Vec::new();
    }
    if as_said {
        let review = model.form().and_then(|form| review(form, &model.book, moment));
        let own = model.book.card(card).map_or(Currency::USD, |card| card.currency);
        let Some((amended, _)) = review.and_then(|review| review.amended(top_up, own)) else { return Vec::new() };
        *top_up = amended;
    }
    top_up.arrival = Arrival::Arrived;
    let paid = value.at;
    let check = model.form().filter(|form| form.kind == FormKind::Check(None));
    value.at = match (said, check) {
        (Some(said), _) => said.min(moment.now),
        // Nothing arrives before it was paid for.
        (None, Some(check)) => instant(check, moment).min(moment.now).plus(-BEFORE_MS).max(value.at),
        (None, None) => {
            let waiting = waiting(&model.book, moment, card, entry);
            waiting.and_then(|waiting| waiting.seen).unwrap_or(moment.now)
        }
    };
    let done = check.is_some_and(|check| !says_more(check, &model.book, moment));
    let said = check.filter(|form| form.get(Field::Mode) == "paste");
    let said = said.and_then(|form| Some((form, review(form, &model.book, moment)?)));
    let told = said.as_ref().is_some_and(|(_, review)| review.confirmed == Some(Confirmed::This(entry)));
    // The end that a message says goes with it, where nothing else of the message is kept.
    let ends =
        said.filter(|_| done).and_then(|(form, review)| review.reading.settle(&form.answers, Currency::USD).expires);
    let came = model.book.card(card).map(|card| moment.offsets(&card.zone).date(value.at));
    let ends = ends.filter(|end| came.is_some_and(|came| *end >= came));
    if let Fact::TopUp(top_up) = &mut value.fact {
        top_up.paid_at = Some(paid).filter(|paid| *paid < value.at);
        top_up.expires = top_up.expires.or(ends);
    }
    let change = Change::SavedEntry { entry, replaces: Some(replaces), value: Rc::new(value) };
    if refuses(model, &change) {
        return refused(card);
    }
    let mut effects = keep(model, moment, change, Deed::ChangedEntry);
    if done {
        let home = model.home_card() == Some(card);
        effects.extend(leave(model, moment, if home { Route::Home } else { Route::Card(card) }));
    } else if told && drafted(model, moment).is_ok() {
        effects.extend(saved_too(model, moment));
    } else if let Some(form) = model.form_mut().filter(|form| (told || as_said) && form.kind == FormKind::Check(None)) {
        // What the reply told of is not offered to be logged as another one.
        form.set(Field::Arrival, "arrived");
    }
    effects
}

/// The reply that told of it is saved at the same tap.
fn saved_too(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let arrived = model.undo;
    let effects = submitted(model, moment);
    // One undo is of both.
    if let (Some(arrived), Some(saved)) = (arrived, model.undo) {
        model.undo = Some(Undo { event: arrived.event, also: saved.also.saturating_add(1), ..saved });
    }
    effects
}

/// What is known of a top-up that has not arrived.
pub(super) fn waiting(book: &Book, moment: &Moment, card: CardId, entry: EntryId) -> Option<Waiting> {
    let waiting = plan::waiting(&book.ledger_now(card, moment)?, moment.now);
    waiting.into_iter().find(|waiting| waiting.entry == entry)
}
