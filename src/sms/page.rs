//! A text as patterns are compared with it: every figure a `#`, every end of a line or a sentence a
//! line feed; and what a figure says once it is known what it is.

use super::gather::Gather;
use super::item::{Item, Part, Quantity};
use super::number::{Number, Style};
use super::reading::{Certainty, Choice, Context, Figure, Knowledge, Role, Span, Value, Why};
use super::taught::Told;
use super::{Parsed, fold, place};
use crate::domain::{Amount, Bucket, Decimal, Meaning, Pattern, Unit, Written};

/// What stands in a skeleton where the text has what is not kept.
const HOLE: char = '\0';

/// A text beside its skeleton, in which a figure is a `#` and the end of a line or a sentence a
/// line feed.
pub(super) struct Page<'a> {
    pub(super) gather: Gather<'a>,
    context: &'a Context<'a>,
    skeleton: Vec<char>,
    /// The place of each figure in the skeleton, with its item.
    pub(super) figures: Vec<(usize, usize)>,
}

impl<'a> Page<'a> {
    pub(super) fn new(parsed: &'a Parsed, context: &'a Context<'a>) -> Self {
        Self::without(parsed, context, &[])
    }

    /// A page with holes where those places are.
    pub(super) fn without(parsed: &'a Parsed, context: &'a Context<'a>, hidden: &[Span]) -> Self {
        let gather = Gather::new(&parsed.folded, &parsed.items, context.base);
        let mut page = Self { gather, context, skeleton: vec!['\n'], figures: Vec::new() };
        let mut end = 0;
        for (i, item) in parsed.items.iter().enumerate() {
            if item.from > end {
                page.push(' ');
            }
            end = item.to;
            page.item_of(i, item, &parsed.folded, hidden);
        }
        page.push('\n');
        page
    }

    fn item_of(&mut self, i: usize, item: &Item, text: &fold::Folded, hidden: &[Span]) {
        match item.part {
            Part::Figure(_) => {
                self.figures.push((self.skeleton.len(), i));
                self.skeleton.push('#');
            }
            Part::Break => self.push('\n'),
            _ => {
                for at in item.from..item.to {
                    match text.at(at) {
                        _ if hidden.iter().any(|span| span.meets(text.span(at, at + 1))) => self.push(HOLE),
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
    pub(super) fn item(&self, at: usize) -> Option<usize> {
        self.figures.iter().map(|(_, i)| *i).find(|i| self.gather.span(*i).start == at)
    }

    pub(super) fn told(&self, told: Told) -> Option<Figure> {
        self.figure(self.item(told.at)?, told.meaning, told.written)
    }

    /// Of several figures that claim to be one thing, the one of which a person said otherwise is out;
    /// the last that remains is sure, and stands in its own place.
    pub(super) fn part(&self, figures: &mut [Figure], told: &Figure) {
        let Certainty::Sure(now, _) = told.role else { return };
        for figure in figures.iter_mut() {
            let Certainty::Asked(choices) = &figure.role else { continue };
            let claims = |choice: &Choice| choice.role != now && Some(choice.role) == choices.first().map(|it| it.role);
            if !choices.iter().all(claims) || !choices.iter().any(|choice| choice.value == told.value) {
                continue;
            }
            let rest: Vec<Choice> = choices.iter().filter(|choice| choice.value != told.value).copied().collect();
            let Some((first, span)) =
                rest.first().and_then(|first| Some((*first, self.amount(first.value, told.span)?)))
            else {
                continue;
            };
            let why = Why { words: None, card: Some(Knowledge::Taught) };
            let role = if rest.len() > 1 { Certainty::Asked(rest) } else { Certainty::Sure(first.role, why) };
            *figure = Figure { span, value: first.value, role };
        }
    }

    /// Where that amount stands, beside another figure.
    fn amount(&self, value: Value, other: Span) -> Option<Span> {
        let says = |i: &usize| match self.gather.field.quantity(*i) {
            Some(Quantity::Data(amount, None)) => Value::Data(*amount) == value,
            _ => false,
        };
        let mut found = self.figures.iter().map(|(_, i)| *i).filter(says).map(|i| self.gather.span(i));
        found.find(|span| !span.meets(other))
    }

    /// The only figure that the pattern fits.
    pub(super) fn only(&self, pattern: &Pattern) -> Option<usize> {
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
    pub(super) fn around(&self, item: usize) -> (String, String) {
        let place = self.figures.iter().find(|(_, i)| *i == item).map_or(0, |(place, _)| *place);
        let mut before: Vec<char> = Vec::new();
        let mut said = 0;
        let kept = |c: &&char| **c != HOLE;
        for &c in self.skeleton.iter().take(place).rev().take(Pattern::BEFORE).take_while(kept) {
            before.push(c);
            said += Pattern::letters(c.encode_utf8(&mut [0; 4]));
            if c == '\n' && said >= Pattern::LEAST {
                break;
            }
        }
        let mut after = String::new();
        for &c in self.skeleton.iter().skip(place + 1).take(Pattern::AFTER).take_while(kept) {
            after.push(c);
            if c == '\n' {
                break;
            }
        }
        (before.into_iter().rev().collect(), after)
    }

    pub(super) fn figure(&self, i: usize, meaning: Meaning, written: Written) -> Option<Figure> {
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
            _ => Certainty::Asked(values.iter().map(|&value| Choice::of(role, value)).collect()),
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
