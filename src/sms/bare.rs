//! Numbers without a unit: what they count is said by the words right before them, or not at all.

use super::compose::{Item, Part, Quantity, minutes};
use super::number::{Number, Style};
use super::place;
use super::reading::Context;
use super::words::Word;
use crate::domain::{Bucket, Decimal};

/// Gives bare numbers what they count: `SMS: 950`, `BAL=13.38`.
pub(super) fn name(items: &mut [Item], context: &Context<'_>) {
    for i in 0..items.len() {
        let Some(Part::Figure(Quantity::Bare(number))) = items.get(i).map(|item| &item.part) else { continue };
        let style = Style { comma: place::place(context.country).map(|place| place.comma), large: false, whole: false };
        let Some(quantity) = counted(items, i, number, style, context) else { continue };
        if let Some(item) = items.get_mut(i) {
            item.part = Part::Figure(quantity);
        }
    }
}

fn counted(items: &[Item], i: usize, number: &Number, style: Style, context: &Context<'_>) -> Option<Quantity> {
    if number.long() {
        return None;
    }
    let value = |number: &Number| -> Option<Decimal> { number.value(style).map(|(value, _)| value) };
    let mut labelled = false;
    for j in (i.saturating_sub(6)..i).rev() {
        match &items.get(j)?.part {
            Part::Mark(':' | '=') => labelled = true,
            Part::Mark('-' | '.' | '(' | ')') | Part::Word(Word::Left | Word::Nothing | Word::Data) => {}
            Part::Word(Word::Texts) if labelled => return value(&number.clone().unsigned()).map(Quantity::Texts),
            Part::Word(Word::Minute) if labelled => return value(&number.clone().unsigned()).map(Quantity::Minutes),
            Part::Word(Word::Second) if labelled => return minutes(value(number)?.scaled(1)?),
            Part::Word(Word::Balance) if seconds(items, j) => return minutes(value(number)?.scaled(1)?),
            Part::Word(Word::Balance) if number.fraction() => {
                return Some(Quantity::Money(value(number)?, context.currency.or(place::money(context.country)), true));
            }
            Part::Other if !labelled => {}
            _ => return None,
        }
    }
    None
}

fn seconds(items: &[Item], balance: usize) -> bool {
    let before = balance.checked_sub(1).and_then(|i| items.get(i));
    matches!(before.map(|item| &item.part), Some(Part::Word(Word::Second)))
}

/// The bucket of an item that measures something and has one of its own.
pub(super) fn owner(items: &[Item], i: usize) -> Option<Bucket> {
    match &items.get(i)?.part {
        Part::Figure(Quantity::Money(..)) => Some(Bucket::Money),
        Part::Figure(Quantity::Data(..) | Quantity::Percent(_)) => Some(Bucket::General),
        Part::Figure(Quantity::Minutes(_)) => Some(Bucket::Minutes),
        Part::Figure(Quantity::Texts(_)) => Some(Bucket::Messages),
        _ => None,
    }
}
