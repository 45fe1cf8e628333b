//! The reply that stands in a form: its messages, which of them is meant, and what that one says.

use super::read::{When, date_time, date_time_text, instant};
use super::top_up::anew_from;
use super::{Field, Form, FormKind, taught};
use crate::app::matching;
use crate::domain::convert::natural;
use crate::domain::{Book, Card, CardId, Date, MAX_REPLY, Moment, Offsets, Pattern, Timestamp, clean_reply};
use crate::guide;
use crate::sms::{self, Context, Lessons, Message, Paste, Reader, Reading, Stated, Verdict};

/// The messages in a form, and the one that is meant.
#[derive(Clone, Debug)]
pub struct Replies {
    /// Those that say something about a balance, in the order of the text; at least one.
    pub messages: Vec<Message>,
    /// Which of them is meant: the chosen one, or the newest; `None` while nobody knows.
    pub meant: Option<usize>,
    /// When the newest came, where that is one that nothing reads.
    pub unread: Option<Stated>,
    /// Whether there are older ones, which were not looked at.
    pub older: bool,
    /// The day as on which that one is read, on the card's clock.
    pub day: Date,
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

    /// What is known beside the text of the message that is meant.
    #[must_use]
    pub fn context<'a>(&self, card: Option<&'a Card>) -> Context<'a> {
        context_on(card, self.day)
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
        rest.push_str("\n\n");
        rest.push_str(text.get(whole.end..)?.trim_start());
        Some(rest)
    }
}

/// The messages of the reply that stands in the form. They are told apart as on the day of the paste,
/// whatever time the form names, and that which is meant is read as on the day on which it came.
#[must_use]
pub fn replies(form: &Form, card: Option<&Card>, book: &Book, moment: &Moment) -> Replies {
    let text = form.get(Field::Reply);
    let pasted = pasted_at(form, moment);
    let patterns: Vec<&Pattern> = book.patterns.values().map(|kept| &kept.value).collect();
    let mut context = pasted_context(form, card, moment);
    let Paste { messages, unread, older } = Reader::taught(&context, &patterns).paste(text);
    let chosen = natural(form.get(Field::Message)).filter(|chosen: &usize| *chosen < messages.len());
    let meant = chosen.or_else(|| sms::newest(&messages));
    let mut replies = Replies { meant, messages, unread, older, day: context.received };
    let at = match When::parse(form.get(Field::When)) {
        When::Now | When::Stated => stated(&replies, card, moment).map_or(pasted, |said| said.at),
        When::Morning | When::Yesterday | When::Earlier => instant(form, moment),
    };
    context.received = offsets(card, moment).date(at);
    replies.day = context.received;
    let told = taught::told(form);
    if let Some(message) = replies.meant.and_then(|meant| replies.messages.get_mut(meant))
        && (message.day != context.received || !told.is_empty())
    {
        let lessons = Lessons { told: &told, patterns: &patterns };
        let (stated, span) = (message.reading.stated, message.span);
        message.reading = Reading { stated, ..sms::read_with(span.of(text), &context, lessons) };
        message.day = context.received;
    }
    replies
}

fn pasted_at(form: &Form, moment: &Moment) -> Timestamp {
    date_time(form.get(Field::Pasted), moment).unwrap_or(moment.now)
}

/// What is known beside a paste. The lines between its messages are of the phone that wrote them.
fn pasted_context<'a>(form: &Form, card: Option<&'a Card>, moment: &Moment) -> Context<'a> {
    context_on(card, moment.device.date(pasted_at(form, moment)))
}

/// The reply as the form's draft may hold it: without what of it is refused as a code or as of a bank, and none at
/// all to a card of which no text is kept, or that may be to one.
#[must_use]
pub fn drafted_reply(form: &Form, book: &Book, moment: &Moment) -> String {
    if form.get(Field::Reply).is_empty() {
        return String::new();
    }
    let target = matching::target(form, book, moment);
    let mut cards = target.map_or_else(|| book.in_use(), |card| vec![card]).into_iter();
    if !cards.all(|card| book.card(card).is_none_or(|card| card.keeps_replies)) {
        return String::new();
    }
    let patterns: Vec<&Pattern> = book.patterns.values().map(|kept| &kept.value).collect();
    let context = pasted_context(form, target.and_then(|card| book.card(card)), moment);
    Reader::taught(&context, &patterns).drafted(form.get(Field::Reply)).trim().to_owned()
}

/// What the reply in the form says, also by what was taught; nothing yet while nobody knows which of
/// several messages is meant. Places in it are places in the message that is.
#[must_use]
pub fn read_reply(form: &Form, card: Option<&Card>, book: &Book, moment: &Moment) -> Reading {
    replies(form, card, book, moment).reading()
}

/// What is known beside the text of a reply that came to a card at that time.
#[must_use]
pub fn context_at<'a>(card: Option<&'a Card>, at: Timestamp, moment: &Moment) -> Context<'a> {
    context_on(card, offsets(card, moment).date(at))
}

fn context_on(card: Option<&Card>, received: Date) -> Context<'_> {
    Context {
        received,
        country: card.and_then(country),
        currency: card.map(|card| card.currency),
        carrier: card.and_then(|card| card.carrier.as_ref()).map(|line| line.as_str()),
        base: card.map_or_else(Default::default, |card| card.base),
    }
}

/// The country by whose habits a reply to a card is read: its carrier's. Money and days say none: they stand in every
/// new card for which nobody chose anything.
#[must_use]
pub fn country(card: &Card) -> Option<&'static str> {
    let carrier = guide::meant(card.carrier.as_ref()?.as_str())?;
    carrier.country().map(|country| country.code)
}

/// What is kept of a reply's text: cleaned, and without codes, full numbers and names.
#[must_use]
pub fn kept_text(text: &str, reading: &Reading, context: &Context<'_>) -> String {
    // No more of it is kept, and to look for names in all of a long paste takes its time.
    let end = (0..=text.len().min(MAX_REPLY)).rev().find(|&end| text.is_char_boundary(end));
    let text = text.get(..end.unwrap_or(0)).unwrap_or("");
    clean_reply(&sms::masked(text, &reading.figures, context)).0
}

fn offsets<'a>(card: Option<&Card>, moment: &'a Moment) -> &'a Offsets {
    card.map_or(&moment.device, |card| moment.offsets(&card.zone))
}

/// When a message says that it was true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedAt {
    /// The instant; of a day alone its noon, which is at most half a day off.
    pub at: Timestamp,
    /// Whether it says more than the day.
    pub hour: bool,
}

/// When the message that is meant says that it was true: by its own words, on the card's clock, or
/// by the line above it, on the device's. Nothing is later than now, and a day alone that is not over
/// says no more than "just now".
#[must_use]
pub fn stated(replies: &Replies, card: Option<&Card>, moment: &Moment) -> Option<StatedAt> {
    let message = replies.message()?;
    let at = |stated: Stated, offsets: &Offsets| match stated.minute {
        Some(minute) => Some(StatedAt { at: offsets.instant(stated.date, minute).min(moment.now), hour: true }),
        None if stated.date >= offsets.date(moment.now) => None,
        None => Some(StatedAt { at: offsets.instant(stated.date, NOON), hour: false }),
    };
    let own = message.reading.stated.filter(|stated| stated.minute.is_some() || message.at.is_none());
    match own {
        Some(own) => at(own, offsets(card, moment)),
        None => at(message.at?, &moment.device),
    }
}

const NOON: u16 = 12 * 60;
const HOUR_MS: i64 = 3_600_000;

/// Takes the time of the form from the reply where it says one and nobody chose another, and lets go
/// of it where it says none.
pub fn take_time(form: &mut Form, card: Option<&Card>, book: &Book, moment: &Moment) {
    let chosen = When::parse(form.get(Field::When));
    if !matches!(chosen, When::Now | When::Stated) || !form.is_new() {
        return;
    }
    let said = stated(&replies(form, card, book, moment), card, moment);
    form.set(Field::When, if said.is_some() { When::Stated } else { When::Now }.word());
    form.set(Field::At, said.map_or_else(String::new, |said| date_time_text(moment, said.at)));
}

impl Form {
    /// Whether it asks somebody who left to pay whether that was done.
    #[must_use]
    pub fn asks_paid(&self) -> bool {
        self.get(Field::Asked) == "paid"
    }

    /// Of when what stands in it is, where that is not now: of the time that was chosen, or that it is held to; else, where
    /// that is more than an hour ago, of when something was last typed.
    #[must_use]
    pub fn left_off(&self, moment: &Moment) -> Option<Timestamp> {
        if When::parse(self.get(Field::When)) == When::Earlier {
            return Some(instant(self, moment));
        }
        self.touched_at(moment)
    }

    /// When something was last typed in it, where that is more than an hour ago.
    fn touched_at(&self, moment: &Moment) -> Option<Timestamp> {
        date_time(self.get(Field::Touched), moment).filter(|at| moment.now.since(*at) > HOUR_MS)
    }

    /// Holds "just now" to the time at which it was chosen, where that is more than an hour ago: a form that is gone on
    /// with on Wednesday does not make Monday's reply one of Wednesday; nor is Monday's "yesterday" Tuesday. Of a top-up
    /// or a keep-alive that was begun on another day of its card nobody chose it, and it is now; so is the end that the
    /// form filled in by it.
    pub fn hold_now(&mut self, book: &Book, moment: &Moment) {
        let Some(then) = self.touched_at(moment) else { return };
        if !self.is_new() || matches!(self.kind, FormKind::Card(_) | FormKind::Ask | FormKind::Report) {
            return;
        }
        let card = CardId::parse(self.get(Field::Card)).and_then(|card| book.card(card));
        let other_day = |zone: &Offsets| zone.date(then) < zone.date(moment.now);
        let (when, held) = (When::parse(self.get(Field::When)), !self.get(Field::Held).is_empty());
        let own = self.touched && !matches!(self.kind, FormKind::Check(_)) && (when == When::Now || held);
        if own && other_day(offsets(card, moment)) {
            let was = if held { instant(self, moment) } else { then };
            let end = |at| anew_from(self, book, moment, at).map(|end| end.to_string());
            if let Some((_, end)) = end(was).filter(|end| end == self.get(Field::Expires)).zip(end(moment.now)) {
                self.set(Field::Expires, end);
            }
            self.set(Field::When, When::Now.word());
            self.set(Field::Held, "");
        } else if when == When::Now || other_day(&moment.device) {
            let Some(at) = when.instant(then, &moment.device) else { return };
            self.set(Field::When, When::Earlier.word());
            self.set(Field::At, date_time_text(moment, at));
            if self.touched && when == When::Now {
                self.set(Field::Held, "held");
            }
        }
    }
}
