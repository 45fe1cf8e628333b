//! A number that is left and of which nothing says what it counts: "Balance 3.5 left", "Balance: 50". It
//! is asked about: gigabytes, megabytes, or the card's money where no word says that it is data.

use super::found::Found;
use super::gather::Gather;
use super::item::{Part, Quantity};
use super::number::Style;
use super::place;
use super::reading::{Certainty, Choice, Context, Figure, Role, Value};
use super::roles::{Decision, Use};
use super::words::Word;
use crate::domain::{Amount, Bucket, Decimal, Unit};

/// The most digits after the point: with more of them the point may part thousands.
const DIGITS: u8 = 2;

impl Gather<'_> {
    /// The numbers with a fraction that are left; a whole one may count anything, but for a balance that
    /// a colon parts from it.
    pub(super) fn unnamed(&self, decisions: &[Decision], context: &Context<'_>, found: &mut Found) {
        let comma = place::place(context.country).map(|place| place.comma);
        for (i, decision) in decisions.iter().enumerate() {
            let (Some(Quantity::Bare(number)), Use::Left, Some(word)) =
                (self.field.quantity(i), decision.part, decision.word)
            else {
                continue;
            };
            let apart = self.field.offered(i, decision.word) || !self.beside(i, word) || !self.closes(i);
            let value = number.value(Style { comma, large: true, whole: false }).map(|(value, _)| value);
            let balance = self.field.word(word) == Some(Word::Balance) && word < i && self.colon(i);
            let least = u8::from(!balance);
            let plain = |value: &Decimal| (least..=DIGITS).contains(&value.scale()) && !number.negative;
            let Some(value) = value.filter(|value| plain(value) && !apart) else { continue };
            let data = (word.saturating_sub(1)..i).any(|j| self.field.word(j) == Some(Word::Data));
            found.put(i, self.counts(i, value, context, data));
        }
    }

    /// 结转8GB，剩余20GB，合计28GB: what a figure of which nothing is known and the rest come to is no whole.
    pub(super) fn sum_of_open(&self, decisions: &[Decision], figures: &mut Vec<Figure>) {
        let bytes = |amount: Amount| amount.bytes(self.base).0;
        let left = figures.iter().find_map(|figure| match (&figure.role, figure.value) {
            (Certainty::Sure(Role::Left(Bucket::General), _), Value::Data(amount)) => Some(bytes(amount)),
            _ => None,
        });
        let Some(left) = left.filter(|left| *left > 0) else { return };
        let open = |i: usize| match self.field.quantity(i) {
            Some(Quantity::Data(amount, None)) if self.field.bucket(i) != Bucket::General => Some(bytes(*amount)),
            _ => None,
        };
        let undecided = decisions.iter().enumerate().filter(|(_, it)| it.part == Use::Open);
        let sums: Vec<u64> = undecided.filter_map(|(i, _)| open(i)).map(|other| left.saturating_add(other)).collect();
        figures.retain(|figure| match (&figure.role, figure.value) {
            (Certainty::Sure(Role::Total(Bucket::General), _), Value::Data(amount)) => !sums.contains(&bytes(amount)),
            _ => true,
        });
    }

    /// The question what that number counts.
    fn counts(&self, i: usize, number: Decimal, context: &Context<'_>, data: bool) -> Option<Figure> {
        let of = |unit| Some(Value::Data(Amount::new(number, unit)?));
        let left = |bucket, value| Choice::of(Role::Left(bucket), value);
        let value = of(Unit::GB)?;
        let mut choices = vec![left(Bucket::General, value), left(Bucket::General, of(Unit::MB)?)];
        if !data {
            let currency = context.currency.or(place::money(context.country));
            let money = left(Bucket::Money, Value::Money(number, currency));
            choices.insert(if number.scale() == 0 { 0 } else { choices.len() }, money);
        }
        let value = choices.first().map_or(value, |choice| choice.value);
        Some(Figure { span: self.span(i), value, role: Certainty::Asked(choices) })
    }

    /// Whether at most a mark or a word that says nothing stands between a number and its word.
    fn beside(&self, i: usize, word: usize) -> bool {
        let between = self.field.part(i.min(word) + 1);
        match i.abs_diff(word) {
            1 => true,
            2 => matches!(between, Some(Part::Mark(_) | Part::Word(_))),
            _ => false,
        }
    }

    /// Whether no noun stands behind a number, which it would count.
    fn closes(&self, i: usize) -> bool {
        let behind = i + 1 + usize::from(self.field.word(i + 1) == Some(Word::Left));
        match self.field.part(behind) {
            None | Some(Part::Break | Part::Mark(_)) => true,
            Some(Part::Word(word)) => matches!(word, Word::Expires | Word::Lasts | Word::Renews | Word::And),
            _ => false,
        }
    }
}
