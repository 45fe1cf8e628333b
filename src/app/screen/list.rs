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

/// The screen of all cards.
#[must_use]
pub fn list<'a>(book: &'a Book, moment: &Moment) -> ListScreen<'a> {
    let screens = |ids: Vec<crate::domain::CardId>| {
        ids.into_iter().filter_map(|id| card_screen(book, moment, id, Range::Cycle)).collect()
    };
    ListScreen { in_use: screens(book.in_use()), archived: screens(book.archived()) }
}
