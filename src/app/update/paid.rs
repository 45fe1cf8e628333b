//! Topping up: what was paid for is written down, and that it arrived.

use super::forms::{leave, open, refused};
use super::keep::{keep, refuses};
use crate::app::effect::Effect;
use crate::app::form::{CHANNELS, Field, Form, FormKind, instant, read_reply};
use crate::app::model::{Deed, Model};
use crate::app::route::Route;
use crate::domain::{Arrival, Book, CardId, Channel, EntryId, Fact, Moment, Timestamp};
use crate::journal::Change;
use crate::plan;
use crate::sms::Settled;

/// Opens the form for what was paid for: not yet arrived, the channel filled in. A form that was
/// begun stays as it is.
pub(super) fn paid(model: &mut Model, moment: &Moment, card: CardId, channel: Option<Channel>) -> Vec<Effect> {
    let route = Route::TopUp(card);
    open(model, moment, route);
    if let Some((_, form)) = model.forms.iter_mut().find(|(at, form)| *at == route && !form.touched) {
        let word = CHANNELS.iter().find(|(known, _)| Some(*known) == channel).map_or("", |(_, word)| word);
        form.set(Field::Arrival, "pending");
        form.set(Field::Channel, word);
    }
    vec![Effect::Go { route, replace: false }]
}

/// Marks a top-up as arrived: as of the confirmation that stands in the form, else just before the
/// check that shows it, else now. A form whose reply says nothing else is done with.
pub(super) fn saw_arrival(model: &mut Model, moment: &Moment, entry: EntryId) -> Vec<Effect> {
    let Some(kept) = model.book.entries.get(&entry) else { return Vec::new() };
    let (mut value, replaces) = (kept.value.clone(), kept.version);
    let card = value.card;
    let Fact::TopUp(top_up) = &mut value.fact else { return Vec::new() };
    if top_up.arrival == Arrival::Arrived {
        return Vec::new();
    }
    top_up.arrival = Arrival::Arrived;
    let confirmed = model.form().and_then(|form| confirmation(form, card, &model.book, moment));
    value.at = match &confirmed {
        Some((at, _)) => *at,
        None => seen(&model.book, moment, card, entry).unwrap_or(moment.now),
    };
    let change = Change::SavedEntry { entry, replaces: Some(replaces), value };
    if refuses(model, &change) {
        return refused(card);
    }
    let mut effects = keep(model, moment, change, Deed::ChangedEntry);
    if confirmed.is_some_and(|(_, settled)| settled.measures.is_empty()) {
        let home = model.home_card() == Some(card);
        effects.extend(leave(model, if home { Route::Home } else { Route::Card(card) }));
    }
    effects
}

/// What the reply in the form for a check says, where that names a top-up, and as of when.
fn confirmation(form: &Form, card: CardId, book: &Book, moment: &Moment) -> Option<(Timestamp, Settled)> {
    if form.kind != FormKind::Check(None) || form.get(Field::Mode) != "paste" {
        return None;
    }
    let card = book.card(card)?;
    let settled = read_reply(form, Some(card), book, moment).settle(&form.answers, card.currency);
    settled.top_up.is_some().then(|| (instant(form, moment).min(moment.now), settled))
}

fn seen(book: &Book, moment: &Moment, card: CardId, entry: EntryId) -> Option<Timestamp> {
    let zone = moment.offsets(&book.card(card)?.zone);
    let waiting = plan::waiting(&book.ledger(card)?.in_zone(zone), moment.now);
    waiting.iter().find(|waiting| waiting.entry == entry)?.seen
}
