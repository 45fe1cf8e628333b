//! What somebody left to do for a card: to ask its carrier, or to pay it.

use super::source;
use crate::domain::{CardId, DAY_MS, Moment, Source, Timestamp};

/// What is waited for. It outlives the page, which a phone may end while its owner reads a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The card.
    pub card: CardId,
    /// What for.
    pub errand: Errand,
    /// Since when; unknown of what an earlier version kept.
    pub since: Option<Timestamp>,
}

/// What one leaves for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// To ask what is left: where the answer will come from.
    Ask(Source),
    /// To pay.
    Pay,
}

/// The word of a payment.
const PAY: &str = "pay";

impl Awaited {
    /// Reads what [`Awaited::text`] wrote; a card alone waits for a text message.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let card = CardId::parse(words.next()?)?;
        let word = words.next().unwrap_or_default();
        let errand = if word == PAY { Errand::Pay } else { Errand::Ask(source::parse(word)) };
        let since = words.next().and_then(|millis| millis.parse().ok()).and_then(Timestamp::from_millis);
        Some(Self { card, errand, since })
    }

    /// As it is kept on this device.
    #[must_use]
    pub fn text(self) -> String {
        let word = if let Errand::Ask(source) = self.errand { source::word(source) } else { PAY };
        let since = self.since.map_or_else(String::new, |since| since.millis().to_string());
        [&self.card.to_string(), word, &since].join(" ")
    }

    /// Whether it is too long ago to be asked about: three days.
    #[must_use]
    pub fn is_over(self, moment: &Moment) -> bool {
        self.since.is_some_and(|since| moment.now.since(since) >= 3 * DAY_MS)
    }
}
