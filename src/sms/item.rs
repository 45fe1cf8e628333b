//! The pieces of a text in which figures are whole.

use super::date::Day;
use super::number::Number;
use super::reading::Knowledge;
use super::words::Word;
use crate::domain::{Amount, Currency, Decimal};

/// A piece of the text in which figures are whole.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) part: Part,
    /// Its first character.
    pub(super) from: usize,
    /// The character after its last.
    pub(super) to: usize,
}

/// What a piece is.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// A word with a role.
    Word(Word),
    /// A figure.
    Figure(Quantity),
    /// The end of a sentence or a line.
    Break,
    /// A mark within a sentence.
    Mark(char),
    /// Anything else.
    Other,
}

impl Part {
    /// The mark or the word that it is.
    pub(super) const fn said(&self) -> (Option<char>, Option<Word>) {
        match self {
            Self::Mark(c) => (Some(*c), None),
            Self::Word(word) => (None, Some(*word)),
            _ => (None, None),
        }
    }
}

/// What a figure counts.
#[derive(Clone, Debug)]
pub(super) enum Quantity {
    /// Data, and what else the number may mean.
    Data(Amount, Option<Amount>),
    /// A sum, and what said the currency.
    Money(Decimal, Option<Currency>, Sign),
    /// Per cent.
    Percent(Decimal),
    /// Minutes.
    Minutes(Decimal),
    /// Texts.
    Texts(Decimal),
    /// Days from the day of receipt.
    Days(u16),
    /// A day.
    Date(Day),
    /// A number without a unit.
    Bare(Number),
}

/// What said the currency of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// The text.
    Named,
    /// The card or its country; nobody, where neither is known.
    Card,
    /// A sign of several currencies, none of which is the card's or its country's.
    Open(&'static str),
}

impl Quantity {
    /// Whether it can be left or used, so that a role word may belong to it.
    pub(super) const fn measures(&self) -> bool {
        matches!(self, Self::Data(..) | Self::Money(..) | Self::Percent(_) | Self::Minutes(_) | Self::Texts(_))
    }
}

/// Whether the card's own knowledge decided the figure.
pub(super) fn knowledge(quantity: &Quantity) -> Option<Knowledge> {
    match quantity {
        Quantity::Money(_, Some(_), Sign::Card) => Some(Knowledge::Currency),
        Quantity::Days(_) => Some(Knowledge::Received),
        Quantity::Date(day) => day.by,
        _ => None,
    }
}
