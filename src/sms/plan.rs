//! The size of a plan, where a text names it beside what is left or used of it.

use super::bucket::named;
use super::found::Found;
use super::gather::Gather;
use super::item::{Part, Quantity};
use super::number::Style;
use super::reading::{Certainty, Choice, Figure, Role, Span, Value};
use super::roles::{Decision, Use};
use super::words::Word;
use crate::domain::{Amount, Unit};

impl Gather<'_> {
    /// "Your 15 GB plan": the plan's size, beside something that is left or ends.
    pub(super) fn planned(&self, decisions: &[Decision], found: &mut Found) {
        for (i, decision) in decisions.iter().enumerate() {
            let size = matches!(self.field.quantity(i), Some(Quantity::Data(_, None)));
            // Beside what is left or used of it, which is not more.
            let part = size && decisions.iter().enumerate().any(|(j, it)| {
                matches!(it.part, Use::Left | Use::Used)
                    && matches!((self.field.quantity(i), self.field.quantity(j)),
                        (Some(Quantity::Data(whole, _)), Some(Quantity::Data(part, _)))
                            if whole.bytes(self.base) >= part.bytes(self.base) && self.field.bucket(i) == self.field.bucket(j))
            });
            let divided = size && self.divided(i, decisions);
            // "Your plan includes 5 GB. You have used 2 GB.", 流量包（含1GB）剩余0.4GB
            let includes = decision.part == Use::Blocked
                && decision.word.filter(|&word| self.field.word(word) == Some(Word::Includes)).is_some_and(|word| {
                    let before = word.checked_sub(1).and_then(|j| self.field.word(j));
                    matches!(before, Some(Word::Plan | Word::Day)) || divided && word + 1 == i
                });
            let stands = decision.part == Use::Open || includes && !self.sold();
            let behind =
                matches!(self.field.word(i + 1), Some(Word::Line | Word::Refill | Word::Within)) || self.field.sizes(i);
            let includes = decision.word.filter(|_| includes);
            let says = includes.or(behind.then_some(i + 1)).or_else(|| self.named(i, part));
            let says = says.or_else(|| divided.then(|| self.titled(i)).flatten());
            let says = says.or_else(|| self.summed(i, decisions));
            if size && stands && says.is_some() {
                let total = Decision { part: Use::Total, word: says, after: true };
                found.put(i, self.quantity(i, &total));
            }
        }
    }

    /// Whether the next figure of the clause is what is left or used of a size, and of its bucket.
    fn divided(&self, i: usize, decisions: &[Decision]) -> bool {
        let next = (i + 1..i + 6)
            .take_while(|&j| !matches!(self.field.part(j), None | Some(Part::Break)))
            .find(|&j| self.field.quantity(j).is_some());
        next.is_some_and(|j| {
            matches!(decisions.get(j).map(|it| it.part), Some(Use::Left | Use::Used))
                && self.field.bucket(j) == self.field.bucket(i)
                && self.field.bytes(j).zip(self.field.bytes(i)).is_some_and(|(part, whole)| part <= whole)
        })
    }

    /// "United States 10 GB: 4.1 GB left": whether nothing but a name of which nothing is known stands between the
    /// beginning of a line, or what names its sender, and a size.
    fn name(&self, size: usize) -> bool {
        let known = (0..size).rev().find(|&j| !matches!(self.field.part(j), Some(Part::Other)));
        let begins = |j| matches!(self.field.part(j), Some(Part::Break | Part::Mark(':' | ']' | '】')));
        known.is_none_or(|j| begins(j) && j + 1 < size)
    }

    /// "Plan (3 GB) 1.2 GB left": the noun of which a size stands in brackets right behind it.
    fn titled(&self, i: usize) -> Option<usize> {
        let goes_on = matches!(
            self.field.part(i + 2)?,
            Part::Figure(_) | Part::Mark(':' | '-') | Part::Word(Word::Left | Word::Used)
        );
        let noun = i.checked_sub(2).filter(|_| goes_on && self.field.bracketed(i))?;
        self.field.word(noun).filter(|noun| matches!(noun, Word::Plan | Word::Line | Word::Data)).map(|_| noun)
    }

    /// `(20 GB) used 18.6 GB, 1.4 GB left`: the word for what is left, where that and what is used, both behind it,
    /// come to so much, within the rounding of one part in two hundred.
    fn summed(&self, i: usize, decisions: &[Decision]) -> Option<usize> {
        let bytes = |j: usize| match self.field.quantity(j)? {
            Quantity::Data(amount, None) if self.field.bucket(j) == self.field.bucket(i) => {
                Some(amount.bytes(self.base).0)
            }
            _ => None,
        };
        let of = |part: Use| {
            let are = decisions.iter().enumerate().skip(i + 1).filter(move |(_, decision)| decision.part == part);
            are.filter_map(|(j, decision)| Some((bytes(j)?, decision.word)))
        };
        let whole = bytes(i).filter(|whole| *whole > 0)?;
        let (left, word) = of(Use::Left).next()?;
        let (used, _) = of(Use::Used).next()?;
        (left.saturating_add(used).abs_diff(whole) <= whole / 200).then_some(word)?
    }

    /// "5 GB pass, until 7/3, left: 2 GB": of the two that a size may be, left or the whole, it is the whole where its
    /// sentence says behind it what is left.
    pub(super) fn wholes(&self, decisions: &[Decision], open: &mut Found) {
        for (i, figure) in open.0.iter_mut().enumerate() {
            let Some(Figure { role, value: Value::Data(size), .. }) = figure else { continue };
            let asks = |choices: &[Choice]| {
                matches!(choices, [Choice { role: Role::Left(_), .. }, Choice { role: Role::Total(_), .. }])
            };
            let said = |j: usize| match (self.field.quantity(j), decisions.get(j)) {
                (Some(Quantity::Data(left, None)), Some(Decision { part: Use::Left, word: Some(word), .. })) => {
                    word + 1 == j && left.bytes(self.base) <= size.bytes(self.base)
                }
                _ => false,
            };
            let bucket = self.field.bucket(i);
            let rest = (i + 1..decisions.len())
                .take_while(|&j| !matches!(self.field.part(j), Some(Part::Break)))
                .find(|&j| matches!(self.field.quantity(j), Some(Quantity::Data(..))))
                .filter(|&j| said(j) && self.field.bucket(j) == bucket);
            if let Some(word) = rest.and_then(|j| j.checked_sub(1))
                && matches!(role, Certainty::Asked(choices) if asks(choices))
            {
                *role = Certainty::Sure(Role::Total(bucket), self.why(Some(word), None));
            }
        }
    }

    /// "Pass 600 MB: 412 MB used": a size before the colon is the whole of what is left or used behind it.
    pub(super) fn before_colon(&self, decisions: &[Decision], found: &mut Found) {
        for (i, decision) in decisions.iter().enumerate() {
            let (Some(Quantity::Data(part, None)), Use::Left | Use::Used) = (self.field.quantity(i), decision.part)
            else {
                continue;
            };
            let Some(size) = i.checked_sub(3).filter(|_| matches!(self.field.part(i - 1), Some(Part::Mark(':'))))
            else {
                continue;
            };
            let (Some(Quantity::Bare(number)), Some(Word::Unit(unit))) =
                (self.field.quantity(size), self.field.word(size + 1))
            else {
                continue;
            };
            let noun = size.checked_sub(1).and_then(|j| self.field.word(j));
            let style = Style { comma: None, large: unit >= Unit::GB, whole: false };
            let whole =
                number.value(style).and_then(|(value, other)| Amount::new(value, unit).filter(|_| other.is_none()));
            let Some(whole) = whole.filter(|whole| whole.bytes(self.base) >= part.bytes(self.base)) else { continue };
            if noun.is_some_and(|noun| matches!(noun, Word::Plan | Word::Data) || named(noun).is_some())
                || self.name(size)
            {
                let role = Certainty::Sure(Role::Total(self.field.bucket(i)), self.why(Some(i - 1), None));
                let span = Span { start: self.span(size).start, end: self.span(size + 1).end };
                found.put(size, Some(Figure { span, value: Value::Data(whole), role }));
            }
        }
    }

    /// `Plan 20 GB: 6 GB left`, `Plan: Europe 10 GB.`: what stands between a plan and a colon or the end
    /// of its line is its size. The item that names the plan.
    fn named(&self, i: usize, part: bool) -> Option<usize> {
        let name = |j: &usize| {
            matches!(
                self.field.part(*j),
                Some(Part::Other | Part::Word(Word::Roaming) | Part::Mark('+') | Part::Figure(Quantity::Days(_)))
            )
        };
        let first = (i.saturating_sub(3)..i).rev().take_while(name).last().unwrap_or(i);
        let plan = |far: usize| first.checked_sub(far).filter(|&j| self.field.word(j) == Some(Word::Plan));
        let colon = matches!(self.field.part(i + 1), Some(Part::Mark(':')));
        let comma = matches!(self.field.part(i + 1), Some(Part::Mark(',')))
            && matches!(self.field.word(i + 2), Some(Word::Left | Word::Used));
        // "Data bundle = 11.49 MB": nothing of that size is sold.
        let sold = matches!(self.field.quantity(i), Some(Quantity::Data(size, None)) if size.figure().scale() < 2);
        let closes = self.lone(i) || part && (colon || comma);
        let labelled = || plan(2).filter(|_| sold && self.colon(first) && closes);
        plan(1).filter(|_| colon && first == i || part && sold && closes).or_else(labelled)
    }
}
