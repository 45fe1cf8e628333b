//! What somebody left to do for a card: to ask its carrier, or to pay it.

use super::form::CHANNELS;
use super::source;
use crate::domain::{CardId, Channel, DAY_MS, Moment, Source, Timestamp};

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
    /// To pay, and through which channel, where that is clear.
    Pay(Option<Channel>),
}

/// What begins the word of a payment; that of its channel follows.
const PAY: &str = "pay-";

impl Awaited {
    /// Reads what [`Awaited::text`] wrote; a card alone waits for a text message.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let card = CardId::parse(words.next()?)?;
        let word = words.next().unwrap_or_default();
        let errand = match word.strip_prefix(PAY) {
            Some(word) => Errand::Pay(CHANNELS.iter().find(|(_, known)| *known == word).map(|(channel, _)| *channel)),
            None => Errand::Ask(source::parse(word)),
        };
        let since = words.next().and_then(|millis| millis.parse().ok()).and_then(Timestamp::from_millis);
        Some(Self { card, errand, since })
    }

    /// As it is kept on this device.
    #[must_use]
    pub fn text(self) -> String {
        let (before, word) = match self.errand {
            Errand::Ask(source) => ("", source::word(source)),
            Errand::Pay(channel) => {
                let known = CHANNELS.iter().find(|(known, _)| Some(*known) == channel);
                (PAY, known.map_or("", |(_, word)| word))
            }
        };
        let since = self.since.map_or_else(String::new, |since| since.millis().to_string());
        [&self.card.to_string(), " ", before, word, " ", &since].concat()
    }

    /// Whether it is too long ago to be asked about: three days.
    #[must_use]
    pub fn is_over(self, moment: &Moment) -> bool {
        self.since.is_some_and(|since| moment.now.since(since) >= 3 * DAY_MS)
    }
}
