//! A question that somebody left to ask: the card, and how its carrier answers.

use super::source;
use crate::domain::{CardId, Source};

/// What is waited for. It outlives the page, which a phone may end while its owner reads a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The card.
    pub card: CardId,
    /// Where the answer will come from.
    pub source: Source,
}

impl Awaited {
    /// Reads what [`Awaited::text`] wrote; a card alone waits for a text message.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (card, word) = text.split_once(' ').unwrap_or((text, ""));
        CardId::parse(card).map(|card| Self { card, source: source::parse(word) })
    }

    /// As it is kept on this device.
    #[must_use]
    pub fn text(self) -> String {
        [&self.card.to_string(), " ", source::word(self.source)].concat()
    }
}
