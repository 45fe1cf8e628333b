//! The ways to check, or to top up, in the order of what works now.

use crate::domain::{Card, CardForm};
use crate::guide::{Confidence, Way};

/// Ways in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking<'a> {
    /// What works as things are, what nobody vouches for last.
    pub now: Vec<&'a Way>,
    /// What waits for a network, in the same order.
    pub later: Vec<&'a Way>,
}

/// Orders the ways for a card, with a network or without. A data-only card has none by text or call.
#[must_use]
pub fn asking<'a>(ways: &'a [Way], card: &Card, online: bool) -> Asking<'a> {
    let data_only = card.form == CardForm::DataOnly;
    let mut asking = Asking { now: Vec::new(), later: Vec::new() };
    for doubtful in [false, true] {
        for way in ways.iter().filter(|way| (way.known.sure == Confidence::Unchecked) == doubtful) {
            if data_only && way.needs_a_line() {
                continue;
            }
            if online || way.works_without_data() {
                asking.now.push(way);
            } else {
                asking.later.push(way);
            }
        }
    }
    asking
}
