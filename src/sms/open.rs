//! Figures that no word decides but that the text's shape puts beside a balance: labels, lists,
//! halves of a slash. Mostly they are asked about; a text without a word of mobile lines is not.

use super::ends::End;
use super::gather::Gather;
use super::item::{Part, Quantity};
use super::reading::{Certainty, Choice, Figure, Role, Value};
use super::roles::{Decision, Use};
use super::words::Word;
use crate::domain::Bucket;

type Found = Vec<(usize, Figure)>;

impl Gather<'_> {
    /// `Data: 5 GB` beside data, minutes or texts that are left, or in a list of such labels that
    /// has an end.
    pub(super) fn labelled(&self, decisions: &[Decision], dated: bool) -> Found {
        let mut found = Vec::new();
        // "Balance: $5. Data: 2 GB, until 12/4": the account is spoken of, not what a plan holds.
        let account = decisions.iter().any(|decision| decision.part == Use::Left)
            && !(0..self.items.len())
                .any(|i| matches!(self.field.word(i), Some(Word::Add | Word::Price | Word::Includes)));
        for (i, decision) in decisions.iter().enumerate() {
            let share = matches!(self.field.part(i), Some(Part::Figure(Quantity::Money(..) | Quantity::Percent(_))));
            let halved = self.field.whole(i).is_some() || self.field.head(i) != i;
            if decision.part != Use::Open || share || halved || self.field.offered(i, None) {
                continue;
            }
            let glued = !self.colon(i) && account;
            let noun =
                i.checked_sub(if glued { 1 } else { 2 }).filter(|&j| self.labels(j) && (!glued || self.heads(j)));
            let Some(noun) = noun.filter(|_| glued || self.colon(i)) else { continue };
            let decision = Decision { part: Use::Left, word: Some(noun), ..*decision };
            found.extend(self.quantity(i, &decision).map(|figure| (i, figure)));
        }
        let counted = decisions.iter().enumerate().any(|(i, decision)| {
            decision.part == Use::Left && !matches!(self.field.quantity(i), Some(Quantity::Money(..)) | None)
        });
        if !(counted || dated && (found.len() > 1 || account)) {
            found.clear();
        }
        found
    }

    /// `512 MB video, exp 21 June` beside a balance, `Data 512 MB` beside an end: so much is left,
    /// or was in it; who knows.
    pub(super) fn listed(&self, decisions: &[Decision], ends: &[End], left: bool) -> Found {
        let mut found = Vec::new();
        if !left && ends.is_empty() {
            return found;
        }
        let tempting = (0..self.items.len())
            .any(|i| matches!(self.field.word(i), Some(Word::Offer | Word::Price | Word::Includes)));
        for (i, decision) in decisions.iter().enumerate() {
            let data = matches!(self.field.part(i), Some(Part::Figure(Quantity::Data(_, None))));
            let ends = ends
                .iter()
                .any(|end| end.item > i && (i..end.item).all(|j| !matches!(self.field.part(j), Some(Part::Break))));
            let stands = matches!(self.field.part(i + 1), Some(Part::Word(_) | Part::Mark(_)));
            let noun = i.checked_sub(1).and_then(|j| self.field.word(j));
            let named = !left && matches!(noun, Some(Word::Data | Word::Calls | Word::Texts));
            let ended = ends && self.field.quantity(i).is_some_and(Quantity::measures) && !tempting;
            if decision.part == Use::Open && (named || left && stands && data && ends || ended) {
                found.extend(self.ask(i, &[Role::Left, Role::Total]).map(|figure| (i, figure)));
            }
        }
        found
    }

    /// "Your 15 GB plan": the plan's size, beside something that is left or ends.
    pub(super) fn planned(&self, decisions: &[Decision]) -> Found {
        let mut found = Vec::new();
        for (i, decision) in decisions.iter().enumerate() {
            let size = matches!(self.field.quantity(i), Some(Quantity::Data(_, None)));
            if size
                && decision.part == Use::Open
                && (matches!(self.field.word(i + 1), Some(Word::Line | Word::Within))
                    || self.field.sizes(i)
                    || self.named(i))
            {
                let total = Decision { part: Use::Total, word: Some(i + 1), after: true };
                found.extend(self.quantity(i, &total).map(|figure| (i, figure)));
            }
        }
        found
    }

    /// `Plan 20 GB: 6 GB left`: what stands between a plan and a colon is its size.
    fn named(&self, i: usize) -> bool {
        i.checked_sub(1).and_then(|j| self.field.word(j)) == Some(Word::Plan)
            && matches!(self.field.part(i + 1), Some(Part::Mark(':')))
    }

    /// "1.8 GB / 3 GB", "1.8 GB of 3 GB": the larger is the whole; the smaller is left or used.
    pub(super) fn halves(&self, decisions: &[Decision]) -> Found {
        let mut found = Vec::new();
        if !self.topic() {
            return found;
        }
        let undecided =
            |i: usize| decisions.get(i).is_some_and(|decision| matches!(decision.part, Use::Open | Use::Have));
        for i in 0..self.items.len() {
            let Some(whole) = self.field.whole(i).filter(|&whole| undecided(i) && undecided(whole)) else { continue };
            let (part, whole) = match (self.field.quantity(i), self.field.quantity(whole)) {
                (Some(Quantity::Data(one, None)), Some(Quantity::Data(two, None)))
                    if one.bytes(self.base) > two.bytes(self.base) =>
                {
                    (whole, i)
                }
                (Some(Quantity::Data(_, None) | Quantity::Percent(_)), Some(Quantity::Data(_, None))) => (i, whole),
                _ => continue,
            };
            let total = Decision { part: Use::Total, word: Some(i + 1), after: false };
            if let (Some(asked), Some(total)) =
                (self.ask(part, &[Role::Left, Role::Used]), self.quantity(whole, &total))
            {
                found.extend([(part, asked), (whole, total)]);
            }
        }
        found
    }

    /// `Data: 1.83 GB` and nothing else: a terse reply, where nothing is sold or described.
    pub(super) fn terse(&self, decisions: &[Decision], settled: bool) -> Found {
        let sold = |word| {
            matches!(word, Word::Offer | Word::Price | Word::Includes | Word::Fault | Word::Below | Word::Over)
                || matches!(word, Word::Last | Word::Per | Word::Bill | Word::Bank | Word::Add)
        };
        let priced = |i: usize| {
            matches!(self.field.part(i), Some(Part::Figure(Quantity::Money(..))))
                && decisions.get(i).is_none_or(|decision| decision.part != Use::Left)
        };
        let mut found = Vec::new();
        if (0..self.items.len()).any(|i| self.field.word(i).is_some_and(sold) || priced(i)) {
            return found;
        }
        for (i, decision) in decisions.iter().enumerate() {
            let colon = self.colon(i);
            let noun = i.checked_sub(1 + usize::from(colon)).and_then(|j| self.field.word(j));
            let named = noun == Some(Word::Data) && (colon || settled || self.lone(i));
            if decision.part == Use::Open
                && named
                && matches!(self.field.quantity(i), Some(Quantity::Data(_, None)))
                && self.field.whole(i).is_none()
            {
                found.extend(self.ask(i, &[Role::Left, Role::Used, Role::Total]).map(|figure| (i, figure)));
            }
        }
        found
    }

    /// `5.9 GB` as the whole text, as someone types it who looked it up: left or used.
    pub(super) fn alone(&self) -> Option<(usize, Figure)> {
        let mut figures =
            (0..self.items.len()).filter(|&i| !matches!(self.field.part(i), Some(Part::Break | Part::Mark('.'))));
        let only = figures.next().filter(|_| figures.next().is_none())?;
        matches!(self.field.quantity(only), Some(Quantity::Data(_, None)))
            .then(|| self.ask(only, &[Role::Left, Role::Used]).map(|figure| (only, figure)))?
    }

    /// Whether the sentence says nothing more after the figure.
    fn lone(&self, i: usize) -> bool {
        matches!(self.field.part(i + 1), None | Some(Part::Break))
    }

    fn colon(&self, i: usize) -> bool {
        let mark = i.checked_sub(1).and_then(|j| self.field.part(j));
        let hyphen = matches!(mark, Some(Part::Mark('-')))
            && i.checked_sub(1).and_then(|j| self.items.get(j)).map(|mark| mark.to)
                == self.items.get(i).map(|figure| figure.from);
        matches!(mark, Some(Part::Mark(':' | '='))) || hyphen
    }

    /// Whether a label begins its sentence or its place in a list.
    fn heads(&self, i: usize) -> bool {
        let noun =
            |j: &usize| self.labels(*j) || matches!(self.field.part(*j), Some(Part::Other | Part::Word(Word::Plain)));
        let first = (i.saturating_sub(2)..i).rev().take_while(noun).last().unwrap_or(i);
        let before = first.checked_sub(1).and_then(|j| self.field.part(j));
        matches!(before, None | Some(Part::Break | Part::Mark(',' | '、' | ';')))
    }

    fn labels(&self, i: usize) -> bool {
        matches!(
            self.field.word(i),
            Some(
                Word::Data
                    | Word::Calls
                    | Word::Texts
                    | Word::General
                    | Word::Hotspot
                    | Word::Roaming
                    | Word::App
                    | Word::Night
                    | Word::Bonus
                    | Word::Carried
                    | Word::Minute
            )
        )
    }

    /// Whether the text speaks of a mobile line at all.
    fn topic(&self) -> bool {
        (0..self.items.len()).any(|i| {
            matches!(
                self.field.word(i),
                Some(
                    Word::Data
                        | Word::Line
                        | Word::Plan
                        | Word::Carrier(_)
                        | Word::Hotspot
                        | Word::Roaming
                        | Word::Renews
                )
            )
        })
    }

    /// The figure as a question of these roles.
    fn ask(&self, i: usize, roles: &[fn(Bucket) -> Role]) -> Option<Figure> {
        if self.field.offered(i, None) {
            return None;
        }
        let value = match self.field.quantity(i)? {
            Quantity::Data(amount, None) => Value::Data(*amount),
            Quantity::Percent(share) => Value::Percent(*share),
            Quantity::Minutes(count) | Quantity::Texts(count) => Value::Count(*count),
            _ => return None,
        };
        let bucket = self.field.bucket(i);
        let choices = roles.iter().map(|role| Choice { role: role(bucket), value }).collect();
        Some(Figure { span: self.span(i), value, role: Certainty::Asked(choices) })
    }
}
