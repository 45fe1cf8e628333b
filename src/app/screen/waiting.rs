//! What was paid for and has not arrived, and by what a way to pay is written down.

use crate::domain::{Book, CardId, Channel, Moment};
use crate::guide::{Means, Way};
use crate::plan::{self, Waiting};

/// The top-ups of a card that have not arrived, the oldest first.
#[must_use]
pub fn waiting(book: &Book, moment: &Moment, id: CardId) -> Vec<Waiting> {
    let Some(ledger) = book.ledger_now(id, moment) else { return Vec::new() };
    plan::waiting(&ledger, moment.now)
}

/// The channel of a top-up that is paid for by this way, where that is clear.
#[must_use]
pub fn channel(way: &Way) -> Option<Channel> {
    match way.means {
        Means::Website => Some(Channel::OfficialSite),
        Means::App => Some(Channel::App),
        Means::Call => Some(Channel::Hotline),
        Means::Shop => Some(Channel::Shop),
        Means::Dial => way.what.contains("PIN").then_some(Channel::Voucher),
        // Such a way names several of those who take the money: only the person knows which.
        Means::Pay | Means::Text => None,
    }
}
