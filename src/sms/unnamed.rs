//! A number that is left and of which nothing says what it counts: "Balance 3.5 left". It is asked
//! about: gigabytes, megabytes, or the card's money where no word says that it is data.

use super::gather::Gather;
use super::item::{Part, Quantity};
use super::number::{Number, Style};
use super::place;
use super::reading::{Certainty, Choice, Context, Figure, Role, Value};
use super::roles::{Decision, Use};
use super::words::Word;
use crate::domain::{Amount, Bucket, Unit};

impl Gather<'_> {
    /// The numbers with a fraction that are left: a whole one may count anything.
    pub(super) fn unnamed(&self, decisions: &[Decision], context: &Context<'_>) -> Vec<(usize, Figure)> {
        let mut found = Vec::new();
        for (i, decision) in decisions.iter().enumerate() {
            let Some(Quantity::Bare(number)) = self.field.quantity(i) else { continue };
            let left = decision.part == Use::Left && !self.field.offered(i, decision.word);
            let word = decision.word.filter(|&word| left && self.beside(i, word));
            let Some(word) = word.filter(|_| number.fraction() && !number.negative && self.closes(i)) else { continue };
            let data = (word.saturating_sub(1)..i).any(|j| self.field.word(j) == Some(Word::Data));
            let mut choices = Vec::new();
            for unit in [Unit::GB, Unit::MB] {
                choices.extend(data_of(number, unit, context));
            }
            choices.extend(money_of(number, context).filter(|_| !data));
            if let [Choice { value, .. }, _, ..] = choices.as_slice() {
                let figure = Figure { span: self.span(i), value: *value, role: Certainty::Asked(choices) };
                found.push((i, figure));
            }
        }
        found
    }

    /// Whether nothing but a mark or a word that says nothing stands between a number and its word.
    fn beside(&self, i: usize, word: usize) -> bool {
        let between = if word < i { word + 1..i } else { i + 1..word };
        between.into_iter().all(|j| {
            matches!(
                self.field.part(j),
                Some(Part::Mark(':' | '=' | '-') | Part::Word(Word::Plain | Word::Left | Word::Balance | Word::Data))
            )
        })
    }

    /// Whether no noun stands behind a number, which it would count.
    fn closes(&self, i: usize) -> bool {
        let behind = i + 1 + usize::from(self.field.word(i + 1) == Some(Word::Left));
        match self.field.part(behind) {
            None | Some(Part::Break) => true,
            Some(Part::Mark(c)) => matches!(c, ',' | '、' | ';' | '.' | ')'),
            Some(Part::Word(word)) => matches!(word, Word::Expires | Word::Lasts | Word::Renews | Word::And),
            _ => false,
        }
    }
}

fn data_of(number: &Number, unit: Unit, context: &Context<'_>) -> Option<Choice> {
    let (value, _) = number.value(style(unit >= Unit::GB, false, context))?;
    Some(Choice { role: Role::Left(Bucket::General), value: Value::Data(Amount::new(value, unit)?) })
}

fn money_of(number: &Number, context: &Context<'_>) -> Option<Choice> {
    let currency = context.currency.or(place::money(context.country));
    let whole = currency.is_some_and(|currency| currency.exponent() == 0);
    let (value, _) = number.value(style(false, whole, context))?;
    Some(Choice { role: Role::Left(Bucket::Money), value: Value::Money(value, currency) })
}

fn style(large: bool, whole: bool, context: &Context<'_>) -> Style {
    Style { comma: place::place(context.country).map(|place| place.comma), large, whole }
}
