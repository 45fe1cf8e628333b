//! Reading by what a person taught: where the built-in reading is silent, or asks.
//!
//! A pattern is compared with the text in which every figure is a `#`; it reads a figure only
//! where it fits a single one. It never reads what the built-in reading refuses as of another
//! trade, and never contradicts what that is sure of: two that claim the same are asked about.

use super::compose::{Item, Part, Quantity};
use super::conflict::conflict;
use super::gather::{Gather, in_order};
use super::number::{Number, Style};
use super::place;
use super::reading::{
    Certainty, Choice, Context, Figure, Knowledge, Reading, Refusal, Role, Span, Value, Verdict, Why,
};
use super::{Parsed, fold};
use crate::domain::{Amount, Bucket, Decimal, Line, Meaning, Pattern, Unit, Written};

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
}

/// Why no pattern can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// There is no such figure, or it cannot be that.
    NotThere,
    /// Too little stands around it, or the same around another figure: it would not be known again.
    TooLittle,
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
                put(&mut reading.figures, figure);
            }
        }
        for pattern in lessons.patterns.iter().filter(|pattern| pattern.is_for(context.carrier)) {
            let figure = page.only(pattern).and_then(|i| page.figure(i, pattern.meaning(), pattern.written()));
            if let Some(figure) = figure
                && !said.iter().any(|span| span.meets(figure.span))
            {
                put(&mut reading.figures, figure);
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
    let Some(parsed) = Parsed::new(text, context).filter(|parsed| open(&parsed.reading(context))) else {
        return Vec::new();
    };
    let page = Page::new(&parsed, context);
    let mut found = Vec::new();
    for &(_, i) in &page.figures {
        if let Some((meanings, written)) = page.gather.field.quantity(i).and_then(offered) {
            found.push(Candidate { span: page.gather.span(i), meanings, written });
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
    let parsed = Parsed::new(text, context).filter(|parsed| open(&parsed.reading(context)));
    let parsed = parsed.ok_or(WhyNot::NotThere)?;
    let page = Page::new(&parsed, context);
    let i = page.item(told.at).filter(|&i| page.figure(i, told.meaning, told.written).is_some());
    let i = i.ok_or(WhyNot::NotThere)?;
    let (before, after) = page.around(i);
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
    Meaning::Left(Bucket::Bonus),
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
            let choice = |role, value| Choice { role, value };
            known.role = Certainty::Asked(vec![choice(*other, known.value), choice(role, taught.value)]);
        }
        Certainty::Sure(..) => {}
    }
}

/// A text beside its skeleton, in which a figure is a `#` and the end of a line or a sentence a
/// line feed.
struct Page<'a> {
    gather: Gather<'a>,
    context: &'a Context<'a>,
    skeleton: Vec<char>,
    /// The place of each figure in the skeleton, with its item.
    figures: Vec<(usize, usize)>,
}

impl<'a> Page<'a> {
    fn new(parsed: &'a Parsed, context: &'a Context<'a>) -> Self {
        let gather = Gather::new(&parsed.folded, &parsed.items, context.base);
        let mut page = Self { gather, context, skeleton: vec!['\n'], figures: Vec::new() };
        let mut end = 0;
        for (i, item) in parsed.items.iter().enumerate() {
            if item.from > end {
                page.push(' ');
            }
            end = item.to;
            page.item_of(i, item, &parsed.folded);
        }
        page.push('\n');
        page
    }

    fn item_of(&mut self, i: usize, item: &Item, text: &fold::Folded) {
        match item.part {
            Part::Figure(_) => {
                self.figures.push((self.skeleton.len(), i));
                self.skeleton.push('#');
            }
            Part::Break => self.push('\n'),
            _ => {
                for at in item.from..item.to {
                    match text.at(at) {
                        c if c.is_ascii_digit() => self.push('#'),
                        '\n' => self.push(' '),
                        c => self.skeleton.push(c),
                    }
                }
            }
        }
    }

    /// Pushes what stands for a run of its kind.
    fn push(&mut self, c: char) {
        match self.skeleton.last() {
            Some(last) if *last == c || c == ' ' && *last == '\n' => {}
            Some(' ') if c == '\n' => {
                self.skeleton.pop();
                self.push(c);
            }
            _ => self.skeleton.push(c),
        }
    }

    /// The figure that begins at that byte of the text.
    fn item(&self, at: usize) -> Option<usize> {
        self.figures.iter().map(|(_, i)| *i).find(|i| self.gather.span(*i).start == at)
    }

    fn told(&self, told: Told) -> Option<Figure> {
        self.figure(self.item(told.at)?, told.meaning, told.written)
    }

    /// The only figure that the pattern fits.
    fn only(&self, pattern: &Pattern) -> Option<usize> {
        let mut found = None;
        for &(place, i) in &self.figures {
            let fits = self.fits(place, pattern.before(), true) && self.fits(place, pattern.after(), false);
            if fits && self.figure(i, pattern.meaning(), pattern.written()).is_some() {
                if found.is_some() {
                    return None;
                }
                found = Some(i);
            }
        }
        found
    }

    /// Whether that text stands right before the place, or right behind it; spaces do not count.
    fn fits(&self, place: usize, text: &str, before: bool) -> bool {
        let mut wanted: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
        if before {
            wanted.reverse();
        }
        let mut at = place;
        wanted.into_iter().all(|c| {
            let mut next = ' ';
            while next == ' ' {
                at = if before { at.wrapping_sub(1) } else { at + 1 };
                next = self.skeleton.get(at).copied().unwrap_or('\0');
            }
            next == c
        })
    }

    /// What stands before and after a figure: its sentence, and more before it where that says too
    /// little, as far as a pattern goes.
    fn around(&self, item: usize) -> (String, String) {
        let place = self.figures.iter().find(|(_, i)| *i == item).map_or(0, |(place, _)| *place);
        let mut before: Vec<char> = Vec::new();
        let mut said = 0;
        for &c in self.skeleton.iter().take(place).rev().take(Pattern::BEFORE) {
            before.push(c);
            said += Pattern::letters(c.encode_utf8(&mut [0; 4]));
            if c == '\n' && said >= Pattern::LEAST {
                break;
            }
        }
        let mut after = String::new();
        for &c in self.skeleton.iter().skip(place + 1).take(Pattern::AFTER) {
            after.push(c);
            if c == '\n' {
                break;
            }
        }
        (before.into_iter().rev().collect(), after)
    }

    fn figure(&self, i: usize, meaning: Meaning, written: Written) -> Option<Figure> {
        let role = Role::from(meaning);
        let bucket = match role {
            Role::Left(bucket) | Role::Used(bucket) | Role::Total(bucket) => Some(bucket),
            _ => None,
        };
        let quantity = self.gather.field.quantity(i).filter(|_| meaning.fits(written))?;
        let values = self.values(i, quantity, bucket, written);
        let value = *values.first()?;
        let role = match values.as_slice() {
            [_] => Certainty::Sure(role, Why { words: None, card: Some(Knowledge::Taught) }),
            _ => Certainty::Asked(values.iter().map(|&value| Choice { role, value }).collect()),
        };
        Some(Figure { span: self.gather.span(i), value, role })
    }

    /// What the figure says where it is written so: more than one where that is open, none where it
    /// cannot be.
    fn values(&self, i: usize, quantity: &Quantity, bucket: Option<Bucket>, written: Written) -> Vec<Value> {
        let (value, other) = match (quantity, written) {
            (Quantity::Data(amount, other), Written::Data) => (Value::Data(*amount), other.map(Value::Data)),
            (Quantity::Percent(share), Written::Percent) => (Value::Percent(*share), None),
            (Quantity::Money(sum, currency, sign), Written::Money) => {
                return self.gather.sums(i, *sum, *currency, *sign);
            }
            (Quantity::Minutes(count), Written::Count) if bucket == Some(Bucket::Minutes) => {
                (Value::Count(*count), None)
            }
            (Quantity::Texts(count), Written::Count) if bucket == Some(Bucket::Messages) => {
                (Value::Count(*count), None)
            }
            (Quantity::Date(day), Written::Date) => {
                let open = day.other.filter(|_| day.by != Some(Knowledge::Country));
                (Value::Date(day.date), open.map(Value::Date))
            }
            (Quantity::Days(days), Written::Date) => match self.context.received.plus_days(i32::from(*days)) {
                Some(date) => (Value::Date(date), None),
                None => return Vec::new(),
            },
            (Quantity::Bare(number), written) => return self.alone(number, written),
            _ => return Vec::new(),
        };
        let mut values = vec![value];
        values.extend(other);
        values
    }

    /// What a number alone says, where a person said what it counts.
    fn alone(&self, number: &Number, written: Written) -> Vec<Value> {
        if number.long() || number.negative && written != Written::BareMoney {
            return Vec::new();
        }
        let home = place::place(self.context.country);
        let currency = self.context.currency.or(place::money(self.context.country));
        let style = Style {
            comma: home.map(|place| place.comma),
            large: matches!(written, Written::BareData(unit) if unit >= Unit::GB),
            whole: written == Written::BareMoney && currency.is_some_and(|currency| currency.exponent() == 0),
        };
        let meant = |value: Decimal| match written {
            Written::BareData(unit) => Amount::new(value, unit).map(Value::Data),
            Written::BarePercent => {
                value.scaled(1_000_000).filter(|parts| *parts <= 100_000_000).map(|_| Value::Percent(value))
            }
            Written::BareMoney => Some(Value::Money(value, currency)),
            Written::BareCount => Some(Value::Count(value)),
            _ => None,
        };
        let Some((value, other)) = number.value(style) else { return Vec::new() };
        let mut values = Vec::new();
        values.extend(meant(value));
        values.extend(other.and_then(meant));
        values
    }
}
