//! Puts pieces together: a number and its unit, a sign and its sum, a day and its month.
//!
//! It says what a figure counts, never what it is for.

use super::bucket::named;
use super::date::{When, resolve};
use super::item::{Item, Part, Quantity};
use super::number::{Number, Style};
use super::place;
use super::reading::{Context, Refusal};
use super::scan::{Kind, Token};
use super::talk::minutes;
use super::words::Word;
use crate::domain::{Amount, Base, Decimal, Unit};
use std::cell::Cell;

pub(super) struct Composer<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) items: Vec<Item>,
    impossible: Cell<Option<Refusal>>,
}

/// Makes the figures whole. Beside them, why the first that cannot be is none: less than nothing, or
/// more than there is.
pub(super) fn compose(tokens: &[Token], context: &Context<'_>) -> (Vec<Item>, Option<Refusal>) {
    let mut composer =
        Composer { context, tokens, items: Vec::with_capacity(tokens.len()), impossible: Cell::new(None) };
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let (part, taken) = composer.part(i, token);
        let last = tokens.get(i + taken.max(1) - 1).unwrap_or(token);
        let mut item = Item { part, from: token.from, to: last.to };
        composer.sign(i, &mut item);
        composer.join(&mut item);
        composer.items.push(item);
        i += taken.max(1);
    }
    (composer.items, composer.impossible.get())
}

impl Composer<'_> {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn kind(&self, i: usize) -> Option<&Kind> {
        self.tokens.get(i).map(|token| &token.kind)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn word(&self, i: usize) -> Option<Word> {
        match self.kind(i)? {
            Kind::Word(word) => Some(*word),
            _ => None,
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn number(&self, i: usize) -> Option<&Number> {
        match self.kind(i)? {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn mark(&self, i: usize, marks: &[char]) -> bool {
        matches!(self.kind(i), Some(Kind::Mark(c)) if marks.contains(c))
    }

    /// What starts at that token, and how many tokens it takes.
    fn part(&self, i: usize, token: &Token) -> (Part, usize) {
        match &token.kind {
            Kind::Word(Word::Month(month)) => self.month_first(i, *month).unwrap_or((Part::Other, 1)),
            Kind::Word(Word::Currency(code)) => {
                self.sum(i, *code).map(|sum| self.coins(i, sum)).unwrap_or((Part::Word(Word::Currency(*code)), 1))
            }
            Kind::Word(Word::Percent) => self.share(i).unwrap_or((Part::Word(Word::Percent), 1)),
            Kind::Word(word) => (Part::Word(*word), 1),
            Kind::Number(number) => self.number_first(i, number),
            Kind::Date(When { year: None, month: None, day, .. }) if self.lasts(i) => {
                (Part::Figure(Quantity::Days(u16::from(*day))), 1)
            }
            Kind::Date(when) => match resolve(*when, self.context) {
                Some(day) => (Part::Figure(Quantity::Date(day)), 1),
                None => (Part::Other, 1),
            },
            Kind::Break => (Part::Break, 1),
            Kind::Mark(c) => (Part::Mark(*c), 1),
            Kind::Other => (Part::Other, 1),
        }
    }

    pub(super) fn style(&self, large: bool, whole: bool) -> Style {
        Style { comma: place::place(self.context.country).map(|place| place.comma), large, whole }
    }

    /// `Jul 20, 2025`.
    fn month_first(&self, i: usize, month: u8) -> Option<(Part, usize)> {
        let gap = usize::from(self.mark(i + 1, &['-', '.', '/']));
        let day = self.number(i + 1 + gap)?.small().filter(|day| (1..=31).contains(day))?;
        // "Ago 5 GB", "mag 5 GB": a word that is no month there.
        if matches!(self.word(i + 2 + gap), Some(Word::Unit(_) | Word::Minute | Word::Texts | Word::Percent)) {
            return None;
        }
        let comma = usize::from(self.mark(i + 2 + gap, &[',', '-', '\'', '/']));
        let year = self.year(i + 2 + gap + comma, comma == 0 || self.mark(i + 2 + gap, &[',']));
        let taken = 2 + gap + if year.is_some() { comma + 1 } else { 0 };
        self.date(year, month, day, taken)
    }

    /// A year after a day and a month; two digits only where nothing but a mark parts them.
    fn year(&self, i: usize, loose: bool) -> Option<u16> {
        let value = self.number(i)?.small()?;
        match value {
            2000..=2100 | 2540..=2640 => Some(value),
            20..=59 if !loose => Some(value + 2000),
            // 69 of a Buddhist year: 2569.
            60..=99 if !loose => Some(value + 2500),
            _ => None,
        }
    }

    fn date(&self, year: Option<u16>, month: u8, day: u16, taken: usize) -> Option<(Part, usize)> {
        let when =
            When { year, month: Some(month), day: u8::try_from(day).ok()?, open: false, points: false, short: false };
        Some((Part::Figure(Quantity::Date(resolve(when, self.context)?)), taken))
    }

    /// `20 Jul 2025`, `20JUL25`, `20 de julio de 2025`.
    fn day_first(&self, i: usize, number: &Number) -> Option<(Part, usize)> {
        let day = number.small().filter(|day| (1..=31).contains(day))?;
        let gap = |at: usize| usize::from(self.mark(at, &['-', '/', '.']) || self.word(at) == Some(Word::Of));
        let at = i + 1 + gap(i + 1);
        let Some(Word::Month(month)) = self.word(at) else { return None };
        let comma = usize::from(self.mark(at + 1, &[',', '-', '\'', '/', '.']) || self.word(at + 1) == Some(Word::Of));
        let after = at + 1 + comma;
        let glued = self.tokens.get(after).is_some_and(|next| {
            self.tokens.get(after - 1).is_some_and(|last| last.to == next.from && next.to - next.from == 2)
        });
        // After `15Jun` a number of two digits is a year where it is glued or parted by a mark.
        let spaced = self.tokens.get(after).is_some_and(|next| next.to - next.from == 2) && comma == 0;
        let year = self.year(after, !(glued || (spaced && self.kind(after + 1).is_none())));
        let taken = at + 1 - i + if year.is_some() { comma + 1 } else { 0 };
        self.date(year, month, day, taken)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn glued(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return false };
        self.tokens.get(i).is_some_and(|token| token.from == before.to)
    }

    /// 30日有效, 有效期7日, あと2日で期限切れ: so many days, where nothing makes it the day until which.
    fn lasts(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|i| self.word(i));
        let ends = || (i + 1..i + 4).any(|i| matches!(self.word(i), Some(Word::Lasts | Word::Expires)));
        before == Some(Word::Lasts)
            || before == Some(Word::Left) && ends()
            || before.is_none() && self.word(i + 1) == Some(Word::Lasts)
    }

    /// Notes why a figure is none.
    pub(super) fn cannot_be(&self, why: Refusal) {
        self.impossible.set(self.impossible.get().or(Some(why)));
    }

    fn number_first(&self, i: usize, number: &Number) -> (Part, usize) {
        if let Some(date) = self.day_first(i, number) {
            return date;
        }
        let positive = number.clone().unsigned();
        let plain = |large| positive.value(self.style(large, false));
        let texts = || plain(false).and_then(|(value, _)| texts(value));
        // Nobody has less than nothing of what is counted; a debt of money is one.
        let counted = !number.negative || self.separated(i);
        let bare = (Part::Figure(Quantity::Bare(number.clone())), 1);
        // `MB=43.6 min=232`: the word behind is the label of what follows.
        let left = usize::from(self.word(i + 2) == Some(Word::Left));
        // "used: 3 GB left: 7 GB": each has a unit of its own.
        let both = left > 0 && matches!(self.word(i + 4 + left), Some(Word::Unit(_) | Word::Minute | Word::Texts));
        let label = self.mark(i + 2 + left, &['=', ':']) && self.number(i + 3 + left).is_some() && !both;
        let label = label && self.word(i + 1) != Some(Word::Hour) || self.led(i);
        let figure = match self.word(i + 1).filter(|_| !label) {
            Some(Word::Unit(_) | Word::Percent | Word::Minute | Word::Second | Word::Texts) if !counted => None,
            // "Mix 50 500MB": a name and an amount.
            Some(Word::Unit(unit)) if unit > Unit::KB && number.spaced() && self.named(i) => None,
            Some(Word::Unit(unit)) => {
                if self.mark(i + 2, &['/']) && self.word(i + 3) == Some(Word::Second) {
                    return (Part::Other, 4);
                }
                // "1.024 MB": so little, or in thousands as much of the world writes them.
                let style = self.style(unit >= Unit::GB, false);
                let comma = style.comma.filter(|comma| *comma || unit != Unit::MB || !number.thousands());
                positive.value(Style { comma, ..style }).and_then(|(value, other)| {
                    let other = other.and_then(|other| Amount::new(other, unit));
                    Some(Quantity::Data(Amount::new(value, unit)?, other))
                })
            }
            Some(Word::Percent) => {
                let sane = |value: &Decimal| value.scaled(1).is_some_and(|share| share <= 100);
                plain(true).map(|(value, _)| value).filter(sane).map(Quantity::Percent)
            }
            Some(Word::Minute) if self.seconds(i).is_some() => {
                let (rest, taken) = self.seconds(i).unwrap_or((0, 2));
                let whole = i64::from(number.small().unwrap_or(0)) * 60 + rest;
                return (minutes(whole).map_or(Part::Other, Part::Figure), taken);
            }
            // 3角5分: 分 is of a sum there.
            Some(Word::Minute)
                if self.single(i + 1) && matches!(i.checked_sub(1).and_then(|j| self.word(j)), Some(Word::Coin(_))) =>
            {
                return (Part::Other, 2);
            }
            Some(Word::Minute) => plain(false).map(|(value, _)| Quantity::Minutes(value)),
            Some(Word::Second) => plain(false).and_then(|(value, _)| minutes(value.scaled(1)?)),
            Some(Word::Hour) => return self.hours(i, &positive).unwrap_or((Part::Other, 2)),
            Some(Word::Texts) if texts().is_some() => texts().map(Quantity::Texts),
            // "2 days 5 hours": the days count.
            Some(Word::Day) if self.number(i + 2).is_some() && self.word(i + 3) == Some(Word::Hour) => {
                return number.small().map_or(bare, |days| (Part::Figure(Quantity::Days(days)), 4));
            }
            // "Change-7days-1GB": a piece of a name.
            Some(Word::Day) if i > 0 && self.mark(i - 1, &['-']) && self.mark(i + 2, &['-']) && self.glued(i) => None,
            Some(Word::Day) => number.small().map(Quantity::Days),
            Some(Word::Clock) => {
                let minute = usize::from(self.number(i + 2).is_some())
                    * (1 + usize::from(self.word(i + 3) == Some(Word::Minute)));
                return (Part::Other, 2 + minute);
            }
            _ if !label && self.gapped(i).is_some() => {
                let at = self.gapped(i).unwrap_or(i + 2);
                let texts = self.word(at) == Some(Word::Texts);
                let whole = |value: &Decimal| value.scale() == 0 || !texts && value.scale() == 2;
                let count = plain(false).map(|(value, _)| value).filter(whole);
                let figure = count.map(|count| if texts { Quantity::Texts(count) } else { Quantity::Minutes(count) });
                return figure.map_or(bare, |figure| (Part::Figure(figure), at + 1 - i));
            }
            Some(Word::Currency(code)) => {
                return self.money(number, code, false).map_or(bare, |part| self.coins(i, (part, 2)));
            }
            None => return self.behind(i, number).map_or(bare, |part| (part, 3)),
            _ => return bare,
        };
        if let Some(figure) = figure {
            return (Part::Figure(figure), 2);
        }
        self.cannot_be(if counted { Refusal::TooLarge } else { Refusal::Negative });
        (Part::Other, 2)
    }

    /// `2,30- EUR`: the minus of a debt behind its sum, as accounts in German have it, where nothing follows.
    fn behind(&self, i: usize, number: &Number) -> Option<Part> {
        let minus = self.mark(i + 1, &['-']) && self.glued(i + 1) && !self.glued(i + 2);
        let closed = matches!(self.kind(i + 3), None | Some(Kind::Break | Kind::Mark(',' | ';')));
        match self.word(i + 2).filter(|_| minus && closed && number.comma())? {
            Word::Currency(code) => self.money(number, code, true),
            _ => None,
        }
    }

    /// Whether a number follows a word without a role, and its unit is glued to it.
    fn named(&self, i: usize) -> bool {
        self.glued(i + 1) && i.checked_sub(1).is_some_and(|j| matches!(self.kind(j), Some(Kind::Other)))
    }

    /// What a number counts that stands right before that word.
    fn unit(&self, i: usize) -> Option<Word> {
        self.word(i).filter(|word| matches!(word, Word::Unit(_) | Word::Minute | Word::Texts))
    }

    /// `MIN 212 TXT 340 MB 118`: in a list without marks that begins with a label, each word is of the
    /// number behind it.
    fn led(&self, i: usize) -> bool {
        let label = |i: usize| self.unit(i).or(self.word(i).filter(|word| matches!(word, Word::Calls | Word::Data)));
        let between = |at: usize| match (at.checked_sub(1).and_then(label), label(at + 1)) {
            // `DATA 2 GB`, `TALK 20 MIN`: the second counts what the first names.
            (Some(Word::Data), Some(Word::Unit(_))) | (Some(Word::Calls), Some(Word::Minute)) => false,
            (Some(before), Some(behind)) => before != behind && self.number(at + 2).is_some(),
            _ => false,
        };
        let first = (0..6).map_while(|far| i.checked_sub(2 * far)).take_while(|&at| self.number(at).is_some());
        first.into_iter().all(between)
    }

    /// Whether a hyphen stands right behind a word, whose label it ends: `Bal-Rs.5`.
    pub(super) fn joined(&self, hyphen: usize) -> bool {
        self.glued(hyphen) && hyphen.checked_sub(1).is_some_and(|i| self.word(i).is_some())
    }

    /// `%80`: the sign before its number.
    fn share(&self, i: usize) -> Option<(Part, usize)> {
        let number = self.number(i + 1).filter(|_| self.glued(i + 1))?;
        let free = !matches!(self.word(i + 2), Some(Word::Percent | Word::Unit(_)));
        let (value, _) = number.value(self.style(true, false)).filter(|_| free)?;
        let sane = value.scaled(1).is_some_and(|share| (0..=100).contains(&share));
        sane.then_some((Part::Figure(Quantity::Percent(value)), 2))
    }

    /// Whether the hyphen before that number ends a label, as in `DATA:-110 MB`, and is no minus.
    fn separated(&self, i: usize) -> bool {
        i > 1 && self.mark(i - 1, &['-']) && self.mark(i - 2, &[':', '=']) && self.glued(i - 1)
    }

    /// `300 on-net minutes`, `120 other network minutes`: a word or two stand between the number and
    /// what it counts.
    fn gapped(&self, i: usize) -> Option<usize> {
        let counts = |at: &usize| matches!(self.word(*at), Some(Word::Minute | Word::Texts));
        let between = |at: &usize| {
            let noun = |word: Word| word == Word::Calls || named(word).is_some();
            self.word(*at).map_or(matches!(self.kind(*at), Some(Kind::Other)), |word| {
                noun(word) || matches!(word, Word::Texts | Word::Plain | Word::Carrier(_))
            })
        };
        let at = (i + 2..i + 4).find(counts)?;
        ((i + 1..at).all(|at| between(&at)) && !self.mark(at + 1, &[':', '='])).then_some(at)
    }

    /// `1G500M` is one figure: the second counts the smaller unit.
    fn join(&mut self, item: &mut Item) {
        let Part::Figure(Quantity::Data(less, None)) = item.part else { return };
        let Some(Item { part: Part::Figure(Quantity::Data(more, None)), from, to }) = self.items.last() else { return };
        let near = item.from - *to <= 1 && less.unit() < more.unit();
        if let (true, Some(sum)) = (near, add(*more, less, self.context.base)) {
            // 4G 500M: the first may be a network's name.
            let network = item.from > *to && *to - *from == 2 && matches!(more.figure().mantissa(), 3..=5);
            item.part = Part::Figure(if network { Quantity::Data(less, Some(sum)) } else { Quantity::Data(sum, None) });
            item.from = *from;
            self.items.pop();
        }
    }
}

/// How many messages a number says: "20.0 SMS" are twenty.
fn texts(value: Decimal) -> Option<Decimal> {
    if value.scale() == 0 {
        return Some(value);
    }
    let whole = value.scaled(1).filter(|_| value.scale() == 1)?;
    (value.scaled(10) == whole.checked_mul(10)).then(|| Decimal::new(whole, 0))?
}

fn add(more: Amount, less: Amount, base: Base) -> Option<Amount> {
    let scale = less.figure().scale();
    if more.figure().scale() != 0 || scale > 2 {
        return None;
    }
    let ratio = more.unit().bytes(base) / less.unit().bytes(base) * 10_u64.pow(scale.into());
    let sum = more.figure().scaled(ratio)?.checked_add(less.figure().mantissa())?;
    Amount::new(Decimal::new(sum, scale)?, less.unit())
}
