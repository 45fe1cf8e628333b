//! All cards, a row each.

use super::card::{CardScreen, card_screen};
use crate::chart::Range;
use crate::domain::{Book, Moment};

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
    /// Little is left, by the card's threshold.
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
    /// What wants attention on this card.
    #[must_use]
    pub fn urgency(&self) -> Option<Urgency> {
        match self.expires.map(|expires| expires.days) {
            Some(..0) => Some(Urgency::Expired),
            Some(0..=SOON) => Some(Urgency::Expires),
            _ if self.gauge.low => Some(Urgency::Low),
            _ => None,
        }
    }
}

/// The screen of all cards.
#[must_use]
pub fn list<'a>(book: &'a Book, moment: &Moment) -> ListScreen<'a> {
    let screens = |ids: Vec<crate::domain::CardId>| {
        ids.into_iter().filter_map(|id| card_screen(book, moment, id, Range::Cycle)).collect()
    };
    ListScreen { in_use: screens(book.in_use()), archived: screens(book.archived()) }
}
