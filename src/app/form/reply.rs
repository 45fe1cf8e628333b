//! The reply that stands in a form: its messages, which of them is meant, and what that one says.

use super::read::{When, date_time_text, instant};
use super::{Field, Form, taught};
use crate::domain::{Book, Card, Moment, Offsets, Pattern, Timestamp, clean_reply};
use crate::guide;
use crate::sms::{self, Context, Lessons, Message, Reading, Stated, Verdict};

/// The messages in a form, and the one that is meant.
#[derive(Clone, Debug)]
pub struct Replies {
    /// Those that say something about a balance, in the order of the text; at least one.
    pub messages: Vec<Message>,
    /// Which of them is meant: the chosen one, or the newest; `None` while nobody knows.
    pub meant: Option<usize>,
}

impl Replies {
    /// The message that is meant.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        self.messages.get(self.meant?)
    }

    /// The text of the message that is meant; the whole text while that is open.
    #[must_use]
    pub fn text<'a>(&self, form: &'a Form) -> &'a str {
        let text = form.get(Field::Reply);
        self.message().map_or(text, |message| message.span.of(text))
    }

    /// What the message says that is meant; nothing yet while that is open.
    #[must_use]
    pub fn reading(mut self) -> Reading {
        match self.meant {
            Some(meant) if meant < self.messages.len() => self.messages.swap_remove(meant).reading,
            _ => Reading { verdict: Verdict::Reading, ..Reading::nothing(sms::Refusal::NoFigure) },
        }
    }

    /// What stays in the form when the message that is meant is logged: the text without it, where
    /// that holds another balance.
    #[must_use]
    pub fn rest(&self, form: &Form) -> Option<String> {
        let whole = self.message().filter(|_| self.messages.len() > 1)?.whole;
        let text = form.get(Field::Reply);
        let mut rest = text.get(..whole.start)?.trim_end().to_owned();
        rest.push('\n');
        rest.push_str(text.get(whole.end..)?.trim_start());
        Some(rest)
    }
}

/// The messages of the reply that stands in the form, as they came at the time that it names.
#[must_use]
pub fn replies(form: &Form, card: Option<&Card>, moment: &Moment) -> Replies {
    let messages = sms::messages(form.get(Field::Reply), &reading_context(form, card, moment));
    let chosen = form.get(Field::Message).parse().ok().filter(|chosen| *chosen < messages.len());
    Replies { meant: chosen.or_else(|| sms::newest(&messages)), messages }
}

/// What the reply in the form says, also by what was taught; nothing yet while nobody knows which of
/// several messages is meant. Places in it are places in the message that is.
#[must_use]
pub fn read_reply(form: &Form, card: Option<&Card>, book: &Book, moment: &Moment) -> Reading {
    let replies = replies(form, card, moment);
    let told = taught::told(form);
    if replies.meant.is_none() || told.is_empty() && book.patterns.is_empty() {
        return replies.reading();
    }
    let patterns: Vec<&Pattern> = book.patterns.values().map(|kept| &kept.value).collect();
    let lessons = Lessons { told: &told, patterns: &patterns };
    sms::read_with(replies.text(form), &reading_context(form, card, moment), lessons)
}

/// What is known beside the text of the reply in a form.
#[must_use]
pub fn reading_context<'a>(form: &Form, card: Option<&'a Card>, moment: &Moment) -> Context<'a> {
    context_at(card, instant(form, moment), moment)
}

/// What is known beside the text of a reply that came to a card at that time.
#[must_use]
pub fn context_at<'a>(card: Option<&'a Card>, at: Timestamp, moment: &Moment) -> Context<'a> {
    Context {
        received: offsets(card, moment).date(at),
        country: card.and_then(guide::home).map(|country| country.code),
        currency: card.map(|card| card.currency),
        carrier: card.and_then(|card| card.carrier.as_ref()).map(|line| line.as_str()),
        base: card.map_or_else(Default::default, |card| card.base),
    }
}

/// What is kept of a reply's text: cleaned, and without codes, full numbers and names.
#[must_use]
pub fn kept_text(text: &str, reading: &Reading, card: Option<&Card>, form: &Form, moment: &Moment) -> String {
    clean_reply(&sms::masked(text, &reading.figures, &reading_context(form, card, moment))).0
}

fn offsets<'a>(card: Option<&Card>, moment: &'a Moment) -> &'a Offsets {
    card.map_or(&moment.device, |card| moment.offsets(&card.zone))
}

/// When the message that is meant says that it was true: by its own words, on the card's clock, or
/// by the line above it, on the device's. A day alone is its evening; nothing is later than now.
#[must_use]
pub fn stated(replies: &Replies, card: Option<&Card>, moment: &Moment) -> Option<Timestamp> {
    let message = replies.message()?;
    let at = |stated: Stated, offsets: &Offsets| {
        let minute = stated.minute.unwrap_or(20 * 60);
        offsets.instant(stated.date, minute).min(moment.now)
    };
    let own = message.reading.stated.filter(|stated| stated.minute.is_some() || message.at.is_none());
    own.map(|own| at(own, offsets(card, moment))).or_else(|| message.at.map(|above| at(above, &moment.device)))
}

/// Takes the time of the form from the reply where it says one and nobody chose another, and lets go
/// of it where it says none.
pub fn take_time(form: &mut Form, card: Option<&Card>, moment: &Moment) {
    let chosen = When::parse(form.get(Field::When));
    if !matches!(chosen, When::Now | When::Stated) || !form.is_new() {
        return;
    }
    let said = stated(&replies(form, card, moment), card, moment);
    form.set(Field::When, if said.is_some() { When::Stated } else { When::Now }.word());
    form.set(Field::At, said.map_or_else(String::new, |at| date_time_text(moment, at)));
}
