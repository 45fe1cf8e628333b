//! All cards, a row each.

use super::card::{CardScreen, Verdict, card_screen};
use super::foretold::main_input;
use crate::chart::Range;
use crate::domain::{Book, Line, Moment, Money, Timestamp};
use crate::forecast::forecast;
use crate::plan::{self, Task};

/// The screen of all cards.
#[derive(Clone, Debug)]
pub struct ListScreen<'a> {
    /// The cards in use, the pinned one first.
    pub in_use: Vec<CardScreen<'a>>,
    /// The finished ones.
    pub archived: Vec<CardScreen<'a>>,
}

/// What wants attention on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// It ends today, tomorrow or the day after.
    Expires,
    /// Little is left, by the card's threshold, or nothing at all, or that may be.
    Low,
    /// It has ended.
    Expired,
}

impl<'a> ListScreen<'a> {
    /// The most urgent thing of the cards in use: the soonest end, then little left, then an end
    /// that has passed. Of two alike, the card that stands first.
    #[must_use]
    pub fn urgent(&self) -> Option<(&CardScreen<'a>, Urgency)> {
        let urgent = self.in_use.iter().filter_map(|screen| Some((screen, screen.urgency()?)));
        urgent.min_by_key(|(screen, urgency)| match urgency {
            Urgency::Expires => screen.expires.map_or(0, |expires| expires.days),
            Urgency::Low => SOON + 1,
            Urgency::Expired => SOON + 2,
        })
    }
}

/// An end within so many days is urgent.
const SOON: i32 = 2;

impl CardScreen<'_> {
    /// Whether it is a card that only keeps its number: nobody said anything of its data.
    #[must_use]
    pub fn has_no_data(&self) -> bool {
        let known = self.gauge.known.is_some() || self.gauge.unlimited || !self.others.is_empty();
        let known = known || self.card.plan.is_some() || self.card.day_clock.is_some() || self.expires.is_some();
        !known && self.card.keeping.is_some()
    }

    /// The money balance of a card of which nothing else is known that is left.
    #[must_use]
    pub fn only_money(&self) -> Option<(Money, Timestamp)> {
        self.one_sum().filter(|_| !self.has_no_data())
    }

    /// The same of a card that only keeps its number as well: the one figure that is known of it.
    #[must_use]
    pub fn one_sum(&self) -> Option<(Money, Timestamp)> {
        self.money.filter(|_| self.ledger.is_money_alone())
    }

    /// Whether nobody named the end of its period, or the renewal with which that ends.
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        self.expires.is_some_and(|expires| expires.assumed)
    }

    /// What wants attention on this card.
    #[must_use]
    pub fn urgency(&self) -> Option<Urgency> {
        match self.expires.map(|expires| expires.days) {
            Some(..0) => Some(Urgency::Expired),
            Some(0..=SOON) => Some(Urgency::Expires),
            _ if self.gauge.low || matches!(self.verdict, Verdict::Empty | Verdict::MaybeEmpty) => Some(Urgency::Low),
            _ => None,
        }
    }
}

/// The next thing to do over all cards in use, with the card's name. Some of them have their screens already.
#[must_use]
pub fn next_task<'a>(book: &'a Book, moment: &Moment, screens: &[CardScreen<'a>]) -> Option<(&'a Line, Task)> {
    let task = |id| {
        if let Some(screen) = screens.iter().find(|screen| screen.id == id) {
            return screen.task(moment);
        }
        let card = book.card(id)?;
        let zone = moment.offsets(&card.zone);
        let ledger = book.ledger_now(id, moment)?;
        let end = ledger.expires(zone.date(moment.now)).map(|dated| ledger.ends(dated));
        let outlook = forecast(&main_input(&ledger, moment, end));
        plan::task(&ledger, &outlook, moment.now, zone)
    };
    let task = plan::next(book.in_use().into_iter().filter_map(task))?;
    book.card(task.card).map(|card| (&card.name, task))
}

/// The screen of all cards.
#[must_use]
pub fn list<'a>(book: &'a Book, moment: &Moment) -> ListScreen<'a> {
    let screens = |ids: Vec<crate::domain::CardId>| {
        ids.into_iter().filter_map(|id| card_screen(book, moment, id, Range::Cycle)).collect()
    };
    ListScreen { in_use: screens(book.in_use()), archived: screens(book.archived()) }
}
