//! What a person says of a reply's figures, as text of the form, and the patterns that come of it.

use super::reply::replies;
use super::{Field, Form, named, word_of};
use crate::domain::convert::natural;
use crate::domain::{Book, Bucket, Card, CardId, Meaning, Moment, Pattern, PatternId, Unit, Written};
use crate::journal::Change;
use crate::sms::{self, Context, Told, WhyNot};

/// The figure that is being explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tapped {
    /// Its first byte in the reply.
    pub at: usize,
    /// What it is, where that is said but not yet what it counts.
    pub meaning: Option<Meaning>,
}

const MEANINGS: [(Meaning, &str); 15] = [
    (Meaning::Left(Bucket::General), "left"),
    (Meaning::Used(Bucket::General), "used"),
    (Meaning::Total(Bucket::General), "total"),
    (Meaning::Left(Bucket::Hotspot), "hotspot"),
    (Meaning::Left(Bucket::Roaming), "roaming"),
    (Meaning::Left(Bucket::AppOnly), "app"),
    (Meaning::Left(Bucket::Local), "local"),
    (Meaning::Left(Bucket::Night), "night"),
    (Meaning::Left(Bucket::Bonus), "bonus"),
    (Meaning::Left(Bucket::Carried), "carried"),
    (Meaning::Left(Bucket::Money), "money"),
    (Meaning::Left(Bucket::Minutes), "minutes"),
    (Meaning::Left(Bucket::Messages), "texts"),
    (Meaning::Expires, "expires"),
    (Meaning::Renews, "renews"),
];

const WRITTEN: [(Written, &str); 13] = [
    (Written::Data, "data"),
    (Written::Percent, "percent"),
    (Written::Money, "money"),
    (Written::Count, "count"),
    (Written::Date, "date"),
    (Written::BareData(Unit::B), "B"),
    (Written::BareData(Unit::KB), "KB"),
    (Written::BareData(Unit::MB), "MB"),
    (Written::BareData(Unit::GB), "GB"),
    (Written::BareData(Unit::TB), "TB"),
    (Written::BarePercent, "bare-percent"),
    (Written::BareMoney, "bare-money"),
    (Written::BareCount, "bare-count"),
];

/// What was said of the reply's figures: `12 left MB;40 expires date`.
#[must_use]
pub fn told(form: &Form) -> Vec<Told> {
    let mut found = Vec::new();
    for text in form.get(Field::Taught).split(';') {
        let mut words = text.split(' ');
        let mut next = || words.next().unwrap_or("");
        let (at, meaning, written) = (natural(next()), named(&MEANINGS, next()), named(&WRITTEN, next()));
        if let (Some(at), Some(meaning), Some(written)) = (at, meaning, written) {
            found.push(Told { at, meaning, written });
        }
    }
    found
}

/// What [`Field::Taught`] holds once this is said of a figure as well; saying the same again takes
/// it back.
#[must_use]
pub fn telling(form: &Form, said: Told) -> String {
    let mut all = told(form);
    let taken_back = all.contains(&said);
    all.retain(|other| other.at != said.at);
    if !taken_back {
        all.push(said);
    }
    let mut text = String::new();
    for Told { at, meaning, written } in all {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(&at.to_string());
        for word in [word_of(&MEANINGS, meaning), word_of(&WRITTEN, written)] {
            text.push(' ');
            text.push_str(word);
        }
    }
    text
}

/// The figure that is being explained.
#[must_use]
pub fn tapped(form: &Form) -> Option<Tapped> {
    let text = form.get(Field::Tapped);
    let (at, meaning) = text.split_once(' ').unwrap_or((text, ""));
    Some(Tapped { at: natural(at)?, meaning: named(&MEANINGS, meaning) })
}

/// What [`Field::Tapped`] holds for a figure.
#[must_use]
pub fn tapping(tapped: Tapped) -> String {
    let mut text = tapped.at.to_string();
    if let Some(meaning) = tapped.meaning {
        text.push(' ');
        text.push_str(word_of(&MEANINGS, meaning));
    }
    text
}

/// Whether a figure's meaning is chosen but not what it counts.
#[must_use]
pub fn half_told(form: &Form) -> bool {
    tapped(form).is_some_and(|tapped| tapped.meaning.is_some() && told(form).iter().all(|told| told.at != tapped.at))
}

/// The pattern that comes of what was said of a figure of a reply to that card.
///
/// # Errors
///
/// Why none does: also of a card of which no reply's text is kept, and of a figure of which the
/// built-in reading is sure, for which a pattern would never be asked.
pub fn pattern(text: &str, card: Option<&Card>, context: &Context<'_>, said: Told) -> Result<Pattern, WhyNot> {
    if card.is_some_and(|card| !card.keeps_replies) {
        return Err(WhyNot::NoTexts);
    }
    if sms::candidates(text, context).iter().any(|known| known.span.start == said.at && known.sure.is_some()) {
        return Err(WhyNot::Sure);
    }
    sms::teach(text, context, said)
}

/// The changes that keep what was said in a form about the replies of that card's carrier. A pattern
/// that knows the same figures is replaced.
#[must_use]
pub fn learnt(form: &Form, card: CardId, book: &Book, moment: &Moment) -> Vec<Change> {
    if form.get(Field::Mode) != "paste" {
        return Vec::new();
    }
    let mut changes = Vec::new();
    let told = told(form);
    if told.is_empty() {
        return changes;
    }
    let card = book.card(card);
    let replies = replies(form, card, book, moment);
    for said in told {
        let Ok(value) = pattern(replies.text(form), card, &replies.context(card), said) else { continue };
        let known = book.patterns.iter().find(|(_, kept)| kept.value.same_place(&value));
        let (pattern, replaces) = match known {
            Some((_, kept)) if kept.value == value => continue,
            Some((&pattern, kept)) => (pattern, Some(kept.version)),
            // The entry takes the first of the fresh identifiers.
            None => (PatternId(moment.fresh.plus(u16::try_from(changes.len() + 1).unwrap_or(1))), None),
        };
        changes.push(Change::SavedPattern { pattern, replaces, value });
    }
    changes
}
