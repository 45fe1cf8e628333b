//! Data that goes on: without an end, or slowly, once it is used up: "Your speed is reduced to 128 kbps."

use super::found::Found;
use super::gather::Gather;
use super::item::{Part, Quantity};
use super::reading::{Certainty, Figure, Role, Value};
use super::words::Word;
use crate::domain::Bucket;

/// The word that says so, where one does that speaks of no offer.
pub(super) fn slowed(gather: &Gather<'_>) -> Option<Figure> {
    let slow = |&i: &usize| gather.field.word(i) == Some(Word::Slow) && !gather.field.offered(i, None);
    let place = (0..gather.items.len()).find(slow)?;
    let role = Certainty::Sure(Role::Left(Bucket::General), gather.why(Some(place), None));
    Some(Figure { span: gather.span(place), value: Value::Slowed, role })
}

impl Gather<'_> {
    /// Data without an end, where the text is about a balance: not calls or texts.
    pub(super) fn unlimited(&self, settled: bool, found: &mut Found) {
        let place = (0..self.items.len())
            .find(|&i| self.field.word(i) == Some(Word::Unlimited) && !self.field.offered(i, None) && self.of_data(i));
        let Some(place) = place else { return };
        let have = (0..place)
            .rev()
            .take(6)
            .any(|j| matches!(self.field.word(j), Some(Word::Have | Word::Left | Word::Balance)));
        let priced = (0..self.items.len()).any(|j| {
            matches!(self.field.part(j), Some(Part::Figure(Quantity::Money(..))))
                && matches!(j.checked_sub(1).and_then(|j| self.field.word(j)), Some(Word::Price | Word::Offer))
        });
        if !have && (priced || !settled) {
            return;
        }
        let why = self.why(Some(place), None);
        let role = Certainty::Sure(Role::Left(Bucket::General), why);
        found.put(place, Some(Figure { span: self.span(place), value: Value::Unlimited, role }));
    }

    fn of_data(&self, i: usize) -> bool {
        let other = |word: Option<Word>| {
            matches!(
                word,
                Some(Word::Calls | Word::Texts | Word::Minute | Word::App | Word::Local | Word::Night | Word::Roaming)
            )
        };
        let noun = |j| match self.field.part(j) {
            Some(Part::Word(Word::Data)) => Some(j < i || !self.field.heads(j)),
            _ if other(self.field.word(j)) => Some(false),
            Some(Part::Break | Part::Mark(',' | '、' | ';')) => Some(false),
            Some(_) => None,
            None => Some(false),
        };
        let behind = (i + 1..i + 5).find_map(noun);
        let ahead = i.checked_sub(1).and_then(|j| noun(j).or_else(|| j.checked_sub(1).and_then(noun)));
        // 无限上网, 吃到饱
        let itself = self.items.get(i).is_some_and(|item| matches!(self.text.at(item.to - 1), '网' | '饱'));
        let apart = i.checked_sub(1).is_some_and(|j| other(self.field.word(j)) || self.field.quantity(j).is_some());
        itself && !apart || behind == Some(true) || ahead == Some(true) || self.unlimited_plan(i)
    }

    /// "Your plan is unlimited.", "your unlimited plan": the whole of it, data included.
    fn unlimited_plan(&self, i: usize) -> bool {
        let closes = matches!(self.field.part(i + 1), None | Some(Part::Break | Part::Mark(',' | '、' | ';' | ')')));
        let said = (i.saturating_sub(2)..i).any(|j| self.field.word(j) == Some(Word::Plan));
        let data = || {
            self.items.iter().any(|item| matches!(item.part, Part::Word(Word::Data) | Part::Figure(Quantity::Data(..))))
        };
        closes && said || self.field.word(i + 1) == Some(Word::Plan) && data()
    }
}
