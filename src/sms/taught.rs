//! Reading by what a person taught: where the built-in reading is silent, or asks.
//!
//! A pattern is compared with the text in which every figure is a `#`; it reads a figure only
//! where it fits a single one. It never reads what the built-in reading refuses as of another
//! trade, and never contradicts what that is sure of: two that claim the same are asked about.

use super::Parsed;
use super::conflict::conflict;
use super::gather::in_order;
use super::item::Quantity;
use super::page::Page;
use super::reading::{
    Certainty, Choice, Context, Figure, Knowledge, Reading, Refusal, Role, Span, Value, Verdict, Why,
};
use crate::domain::{Amount, Bucket, Line, Meaning, Pattern, Unit, Written};

/// What a person said of one figure of the text at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The figure's first byte in the text.
    pub at: usize,
    /// What it is.
    pub meaning: Meaning,
    /// What stands there.
    pub written: Written,
}

/// What the reading may go by beside its own words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lessons<'a> {
    /// What was said of this text. It is stronger than a pattern.
    pub told: &'a [Told],
    /// The patterns of all carriers.
    pub patterns: &'a [&'a Pattern],
}

/// A figure that a person may explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where it stands, its unit included.
    pub span: Span,
    /// What it may be.
    pub meanings: &'static [Meaning],
    /// What stands there; `None` for a number alone, of which a person has to say it.
    pub written: Option<Written>,
    /// What it says as the first of these; `None` for a number alone.
    pub value: Option<Value>,
    /// What the built-in reading is sure that it is: a person may still say otherwise of this text.
    pub sure: Option<Role>,
}

/// Why no pattern can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// There is no such figure, or it cannot be that.
    NotThere,
    /// Too little stands around it, or the same around another figure: it would not be known again.
    TooLittle,
    /// The built-in reading is sure of such a figure, and stronger than any pattern.
    Sure,
    /// It would keep words of a reply to a card of which none are kept.
    NoTexts,
}

/// Reads a reply: by the built-in reading first, then by what was taught, which reads only what is
/// still open. What was taught is marked as [`Knowledge::Taught`].
#[must_use]
pub fn read_with(text: &str, context: &Context<'_>, lessons: Lessons<'_>) -> Reading {
    let parsed = Parsed::new(text, context);
    parsed.map_or_else(|| Reading::nothing(Refusal::Empty), |parsed| parsed.taught(context, lessons))
}

impl Parsed {
    /// The reading of the text, with what was taught.
    pub(super) fn taught(&self, context: &Context<'_>, lessons: Lessons<'_>) -> Reading {
        let mut reading = self.reading(context);
        if lessons.told.is_empty() && lessons.patterns.is_empty() || !open(&reading) {
            return reading;
        }
        let page = Page::new(self, context);
        let mut said: Vec<Span> = Vec::new();
        for told in lessons.told {
            if let Some(figure) = page.told(*told) {
                said.push(figure.span);
                // Said to be what it was taken for: nobody taught that.
                if sure(&reading, figure.span) == Some(told.meaning.into()) {
                    continue;
                }
                page.part(&mut reading.figures, &figure);
                // What a person says of the text before them is stronger than anything read in it.
                reading.figures.retain(|known| !known.span.meets(figure.span) || answers(known, &figure));
                put(&mut reading.figures, figure);
            }
        }
        for pattern in lessons.patterns.iter().filter(|pattern| pattern.is_for(context.carrier)) {
            let figure = page.only(pattern).and_then(|i| page.figure(i, pattern.meaning(), pattern.written()));
            if let Some(figure) = figure.map(|figure| of_which_unit(figure, pattern.written()))
                && !said.iter().any(|span| span.meets(figure.span))
            {
                put(&mut reading.figures, figure);
            }
        }
        if reading.verdict.asks_anew() {
            for figure in reading.figures.iter_mut().filter(|figure| !said.contains(&figure.span)) {
                ask(figure);
            }
        }
        in_order(&mut reading.figures);
        conflict(&mut reading.figures);
        if !reading.figures.is_empty() {
            reading.verdict = Verdict::Reading;
        }
        reading
    }
}

/// The figures of a text that a person may explain, in its order: all that are written as a
/// figure, read or not. None in a text of another trade.
#[must_use]
pub fn candidates(text: &str, context: &Context<'_>) -> Vec<Candidate> {
    let Some(parsed) = Parsed::new(text, context) else { return Vec::new() };
    let reading = parsed.reading(context);
    if !open(&reading) {
        return Vec::new();
    }
    let page = Page::new(&parsed, context);
    let mut found = Vec::new();
    for &(_, i) in &page.figures {
        if let Some((meanings, written)) = page.gather.field.quantity(i).and_then(offered) {
            let span = page.gather.span(i);
            let value = meanings.first().zip(written).and_then(|(meaning, written)| page.figure(i, *meaning, written));
            let value = value.map(|figure| figure.value);
            found.push(Candidate { span, meanings, written, value, sure: sure(&reading, span) });
        }
    }
    found
}

/// Makes a pattern of what a person said of a figure, for the replies of that carrier or, without
/// one, of any. It reads this text as it was told to.
///
/// # Errors
///
/// Why it cannot be made.
pub fn teach(text: &str, context: &Context<'_>, told: Told) -> Result<Pattern, WhyNot> {
    let parsed = Parsed::new(text, context).ok_or(WhyNot::NotThere)?;
    let reading = parsed.reading(context);
    let page = Page::new(&parsed, context);
    let i = page.item(told.at).filter(|&i| page.figure(i, told.meaning, told.written).is_some());
    let i = i.filter(|_| open(&reading)).ok_or(WhyNot::NotThere)?;
    // A pattern holds no name and no code either.
    let hidden = parsed.hidden(text, &reading.figures, context.received);
    let (before, after) = Page::without(&parsed, context, &hidden).around(i);
    let carrier = context.carrier.and_then(Line::parse);
    let pattern = Pattern::new(carrier, before, after, told.meaning, told.written);
    pattern.filter(|pattern| page.only(pattern) == Some(i)).ok_or(WhyNot::TooLittle)
}

impl From<Meaning> for Role {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Left(bucket) => Self::Left(bucket),
            Meaning::Used(bucket) => Self::Used(bucket),
            Meaning::Total(bucket) => Self::Total(bucket),
            Meaning::Expires => Self::Expires,
            Meaning::Renews => Self::Renews,
        }
    }
}

/// What a reading is sure that stands there.
fn sure(reading: &Reading, span: Span) -> Option<Role> {
    reading.figures.iter().filter(|figure| figure.span.meets(span)).find_map(|figure| match figure.role {
        Certainty::Sure(role, _) => Some(role),
        Certainty::Asked(_) => None,
    })
}

/// A number alone that would be strange in the unit in which it was taught is asked about: 2.6 behind what counted
/// megabytes, 870 behind what counted gigabytes.
fn of_which_unit(mut figure: Figure, written: Written) -> Figure {
    if let (Value::Data(amount), Certainty::Sure(role, _)) = (figure.value, &figure.role) {
        let number = amount.figure();
        let other = match written {
            Written::BareData(Unit::MB) if number.scale() > 0 && number.scaled(1) < Some(100) => {
                Amount::new(number, Unit::GB)
            }
            Written::BareData(Unit::GB) if number.scaled(1) > Some(500) => Amount::new(number, Unit::MB),
            _ => None,
        };
        if let Some(other) = other {
            let choices = [figure.value, Value::Data(other)].map(|value| Choice::of(*role, value));
            figure.role = Certainty::Asked(choices.into());
        }
    }
    figure
}

/// Asks about a taught figure: see [`Verdict::asks_anew`].
fn ask(figure: &mut Figure) {
    let Certainty::Sure(role, _) = figure.role else { return };
    let other = match (role, figure.value) {
        (Role::Left(bucket), Value::Percent(_)) => Role::Used(bucket),
        (Role::Used(bucket), Value::Percent(_)) => Role::Left(bucket),
        (Role::Left(Bucket::Money), _) => Role::TopUp,
        (Role::Left(bucket) | Role::Used(bucket), _) => Role::Total(bucket),
        (Role::Total(bucket), _) => Role::Left(bucket),
        (Role::Expires, _) => Role::Renews,
        (Role::Renews, _) => Role::Expires,
        // Nothing is taught to be one of these.
        (Role::CreditExpires | Role::TopUp, _) => return,
    };
    figure.role = Certainty::Asked([role, other].map(|role| Choice::of(role, figure.value)).into());
}

/// Whether what is taught is one answer to what is asked of a figure.
fn answers(asked: &Figure, taught: &Figure) -> bool {
    match (&asked.role, &taught.role) {
        (Certainty::Asked(choices), Certainty::Sure(role, _)) => {
            choices.iter().filter(|choice| choice.role == *role).count() == 1
        }
        _ => false,
    }
}

const fn open(reading: &Reading) -> bool {
    match reading.verdict {
        Verdict::Reading => true,
        Verdict::Nothing(refusal) => refusal.can_be_taught(),
    }
}

const DATA: &[Meaning] = &[
    Meaning::Left(Bucket::General),
    Meaning::Used(Bucket::General),
    Meaning::Total(Bucket::General),
    Meaning::Left(Bucket::Hotspot),
    Meaning::Left(Bucket::Roaming),
    Meaning::Left(Bucket::AppOnly),
    Meaning::Left(Bucket::Local),
    Meaning::Left(Bucket::Night),
    Meaning::Left(Bucket::Bonus),
    Meaning::Left(Bucket::Carried),
];
const SHARE: &[Meaning] = &[Meaning::Left(Bucket::General), Meaning::Used(Bucket::General)];
const SUM: &[Meaning] = &[Meaning::Left(Bucket::Money)];
const MINUTES: &[Meaning] = &[Meaning::Left(Bucket::Minutes)];
const TEXTS: &[Meaning] = &[Meaning::Left(Bucket::Messages)];
const DAY: &[Meaning] = &[Meaning::Expires, Meaning::Renews];
const ALONE: &[Meaning] = &[
    Meaning::Left(Bucket::General),
    Meaning::Used(Bucket::General),
    Meaning::Total(Bucket::General),
    Meaning::Left(Bucket::Money),
    Meaning::Left(Bucket::Minutes),
    Meaning::Left(Bucket::Messages),
];

/// What a figure may be, and how it is written. A telephone number is none.
fn offered(quantity: &Quantity) -> Option<(&'static [Meaning], Option<Written>)> {
    Some(match quantity {
        Quantity::Data(..) => (DATA, Some(Written::Data)),
        Quantity::Percent(_) => (SHARE, Some(Written::Percent)),
        Quantity::Money(..) => (SUM, Some(Written::Money)),
        Quantity::Minutes(_) => (MINUTES, Some(Written::Count)),
        Quantity::Texts(_) => (TEXTS, Some(Written::Count)),
        Quantity::Date(_) | Quantity::Days(_) => (DAY, Some(Written::Date)),
        Quantity::Bare(number) if number.long() => return None,
        // Less than nothing can only be a debt.
        Quantity::Bare(number) => (if number.negative { SUM } else { ALONE }, None),
    })
}

/// Puts a taught figure among the others: where none stands, or where one of its kind is asked.
fn put(figures: &mut Vec<Figure>, taught: Figure) {
    let Some(known) = figures.iter_mut().find(|figure| figure.span.meets(taught.span)) else {
        figures.push(taught);
        return;
    };
    let Certainty::Sure(role, why) = taught.role else { return };
    match &known.role {
        Certainty::Asked(choices) => {
            let mut same = choices.iter().filter(|choice| choice.role == role);
            if let (Some(choice), None) = (same.next().copied(), same.next()) {
                known.value = choice.value;
                known.role = Certainty::Sure(role, why);
            }
        }
        // Two patterns that do not agree.
        Certainty::Sure(other, Why { card: Some(Knowledge::Taught), .. }) if *other != role => {
            let choice = Choice::of;
            known.role = Certainty::Asked(vec![choice(*other, known.value), choice(role, taught.value)]);
        }
        Certainty::Sure(..) => {}
    }
}
