//! The book: everything that the journal folds to.

use super::amount::Amount;
use super::card::{Card, Validity};
use super::date::{Date, Timestamp};
use super::entry::Entry;
use super::id::{CardId, EntryId, EventId, PatternId, ReportId};
use super::ledger::Ledger;
use super::map::Map;
use super::moment::Moment;
use super::pattern::Pattern;
use super::report::ReportText;
use std::rc::Rc;

/// Everything: the cards, their entries, which card is pinned.
///
/// Only the fold of the journal makes one. What was removed is not in it; the journal still
/// knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The cards by identifier, which is the order in which they were added.
    pub cards: Map<CardId, Kept<Rc<Card>>>,
    /// The entries of all cards by identifier. An entry may name a card that is not (or not yet)
    /// here: its card was removed, or arrives from another device later. The journal holds the same ones.
    pub entries: Map<EntryId, Kept<Rc<Entry>>>,
    /// What was taught about carriers' replies.
    pub patterns: Map<PatternId, Kept<Pattern>>,
    /// What was reported of carriers.
    pub reports: Map<ReportId, Kept<ReportText>>,
    /// The card that stands first.
    pub pinned: Option<CardId>,
    /// What was typed on each card, one after another.
    typed: Map<CardId, Typed>,
}

/// What was typed on a card, the one that stands last, each with the event that first said it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) validities: Vec<Kept<Validity>>,
    pub(super) renewals: Vec<Kept<Option<Date>>>,
    pub(super) plans: Vec<Kept<Option<Amount>>>,
}

/// Something kept, with the event that made it what it is: an edit names that version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<T> {
    /// The event that wrote this version.
    pub version: EventId,
    /// What it is.
    pub value: T,
}

impl Book {
    /// Puts a version of a card in.
    pub fn put_card(&mut self, id: CardId, version: EventId, value: impl Into<Rc<Card>>) {
        let value = value.into();
        let mut typed = self.typed.remove(&id).unwrap_or_default();
        put(&mut typed.validities, version, value.validity);
        put(&mut typed.renewals, version, value.renews);
        put(&mut typed.plans, version, value.plan);
        self.typed.insert(id, typed);
        self.cards.insert(id, Kept { version, value });
    }

    /// A card.
    #[must_use]
    pub fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.get(&id).map(|kept| &*kept.value)
    }

    /// An entry.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(&id).map(|kept| &*kept.value)
    }

    /// One card's facts in order.
    #[must_use]
    pub fn ledger(&self, id: CardId) -> Option<Ledger<'_>> {
        let card = self.card(id)?;
        let entries = self.entries.iter().filter(|(_, kept)| kept.value.card == id);
        let ledger = Ledger::new(id, card, entries.map(|(&entry, kept)| (entry, &*kept.value)));
        Some(ledger.typed(self.typed.get(&id)))
    }

    /// The same as it is at a moment, in the card's own zone.
    #[must_use]
    pub fn ledger_now(&self, id: CardId, moment: &Moment) -> Option<Ledger<'_>> {
        Some(self.ledger(id)?.at(moment))
    }

    /// What the carrier is called which cards name so: what the person said last, else what the last file
    /// said that they took in.
    #[must_use]
    pub fn carrier_name(&self, carrier: &str) -> Option<&str> {
        let of_it = self.reports.values().filter(|kept| kept.value.carrier() == carrier);
        of_it.filter_map(|kept| kept.value.name()).max_by_key(|(own, _)| *own).map(|(_, name)| name)
    }

    /// Whether somebody, the person or a file, said already that the carrier is called so.
    #[must_use]
    pub fn has_heard_name(&self, carrier: &str, name: &str) -> bool {
        let mut of_it = self.reports.values().filter(|kept| kept.value.carrier() == carrier);
        of_it.any(|kept| kept.value.name().is_some_and(|(_, heard)| heard == name))
    }

    /// The cards in use, the pinned one first, then by the latest entry, then as they were added.
    #[must_use]
    pub fn in_use(&self) -> Vec<CardId> {
        let in_use = self.cards.iter().filter(|(_, kept)| !kept.value.archived);
        let mut latest: Vec<(CardId, Option<Timestamp>)> = in_use.map(|(&id, _)| (id, None)).collect();
        for Kept { value, .. } in self.entries.values() {
            if let Ok(place) = latest.binary_search_by_key(&value.card, |(id, _)| *id)
                && let Some((_, latest)) = latest.get_mut(place)
            {
                *latest = (*latest).max(Some(value.at));
            }
        }
        latest.sort_unstable_by_key(|(id, latest)| (self.pinned != Some(*id), std::cmp::Reverse(*latest), *id));
        latest.into_iter().map(|(id, _)| id).collect()
    }

    /// The finished cards.
    #[must_use]
    pub fn archived(&self) -> Vec<CardId> {
        self.cards.iter().filter(|(_, kept)| kept.value.archived).map(|(&id, _)| id).collect()
    }
}

/// Adds what was typed. What comes back, as by an undo, counts from when it was first typed; so does what stays as it
/// is: who saves a card for its name has said nothing of its days, and no reply is corrected by that.
fn put<T: PartialEq>(typed: &mut Vec<Kept<T>>, version: EventId, value: T) {
    match typed.iter().position(|kept| kept.value == value) {
        Some(place) => typed.truncate(place + 1),
        None => typed.push(Kept { version, value }),
    }
}
