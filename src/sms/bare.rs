//! Numbers without a unit: what they count is said by the words right before them, or not at all.

use super::compose::minutes;
use super::item::{Item, Part, Quantity, Sign};
use super::number::{Number, Style};
use super::place;
use super::reading::Context;
use super::words::Word;
use crate::domain::{Amount, Base, Bucket, Decimal, Unit};

/// Gives bare numbers what they count: `SMS: 950`, `BAL=13.38`.
pub(super) fn name(items: &mut [Item], context: &Context<'_>) {
    for i in 0..items.len() {
        let number = match items.get(i).map(|item| &item.part) {
            Some(Part::Figure(Quantity::Bare(number))) => number,
            Some(Part::Figure(Quantity::Money(value, ..))) if minutes_before(items, i) => {
                // `MIN BAL 26.00 INR`: what it counts stands before it, whatever sign follows.
                let quantity = Quantity::Minutes(*value);
                if let Some(item) = items.get_mut(i) {
                    item.part = Part::Figure(quantity);
                }
                continue;
            }
            _ => continue,
        };
        let style = Style { comma: place::place(context.country).map(|place| place.comma), large: false, whole: false };
        let Some(quantity) = counted(items, i, number, style, context) else { continue };
        if let Some(item) = items.get_mut(i) {
            item.part = Part::Figure(quantity);
        }
    }
}

fn minutes_before(items: &[Item], i: usize) -> bool {
    let ahead = (i.saturating_sub(3)..i).rev().filter_map(|j| items.get(j).map(|item| &item.part));
    ahead
        .map_while(|part| match part {
            Part::Word(Word::Minute) => Some(true),
            Part::Word(Word::Balance) | Part::Mark('-' | ':' | '=') => Some(false),
            _ => None,
        })
        .any(|found| found)
}

/// The part of a whole takes what the whole counts: `87 of 100 minutes`.
fn part_of(items: &[Item], i: usize) -> Option<&Quantity> {
    let joined = matches!(items.get(i + 1).map(|item| &item.part), Some(Part::Word(Word::Of) | Part::Mark('/')));
    match items.get(i + 2).map(|item| &item.part) {
        Some(Part::Figure(whole @ (Quantity::Data(..) | Quantity::Minutes(_) | Quantity::Texts(_)))) if joined => {
            Some(whole)
        }
        _ => None,
    }
}

/// The whole takes what its part counts: `21.5 GB of 50`.
fn whole_of(items: &[Item], i: usize, number: &Number, style: Style) -> Option<Quantity> {
    let before = |back: usize| i.checked_sub(back).and_then(|j| items.get(j)).map(|item| &item.part);
    let Some(Part::Word(Word::Of) | Part::Mark('/')) = before(1) else { return None };
    if let Some(Part::Figure(Quantity::Minutes(part))) = before(2) {
        let whole = number.value(style)?.0;
        let more = whole.scale() == 0 && part.scale() == 0 && whole.mantissa() >= part.mantissa();
        return more.then_some(Quantity::Minutes(whole));
    }
    let Some(Part::Figure(Quantity::Data(part, None))) = before(2) else { return None };
    let whole = number.value(Style { large: part.unit() >= Unit::GB, ..style })?.0;
    let whole = Amount::new(whole, part.unit())?;
    (whole.bytes(Base::Binary) >= part.bytes(Base::Binary)).then_some(Quantity::Data(whole, None))
}

fn counted(items: &[Item], i: usize, number: &Number, style: Style, context: &Context<'_>) -> Option<Quantity> {
    if number.long() {
        return None;
    }
    let debt = number.negative && !separated(items, i);
    let value = |number: &Number| -> Option<Decimal> { number.value(style).map(|(value, _)| value) };
    match part_of(items, i) {
        Some(Quantity::Data(whole, _)) => {
            let part = number.value(Style { large: whole.unit() >= Unit::GB, ..style })?.0;
            return Some(Quantity::Data(Amount::new(part, whole.unit())?, None));
        }
        Some(Quantity::Minutes(_)) => return value(number).map(Quantity::Minutes),
        Some(Quantity::Texts(_)) => return value(number).map(Quantity::Texts),
        _ => {}
    }
    if let Some(whole) = whole_of(items, i, number, style) {
        return Some(whole);
    }
    let mut labelled = false;
    for j in (i.saturating_sub(6)..i).rev() {
        match &items.get(j)?.part {
            Part::Mark(':' | '=') => labelled = true,
            Part::Mark('-' | '.' | '(' | ')') | Part::Word(Word::Left | Word::Nothing | Word::Data) => {}
            Part::Word(Word::Texts | Word::Unit(_) | Word::Minute | Word::Second) if debt => return None,
            Part::Word(Word::Texts) if labelled || j + 1 == i && enlisted(items, j) => {
                return value(&number.clone().unsigned()).map(Quantity::Texts);
            }
            Part::Word(Word::Unit(unit)) if labelled => {
                return value(&number.clone().unsigned())
                    .and_then(|value| Some(Quantity::Data(Amount::new(value, *unit)?, None)));
            }
            Part::Word(Word::Day) if labelled => return number.small().map(Quantity::Days),
            Part::Word(Word::Minute) if labelled || j + 1 == i => {
                return value(&number.clone().unsigned()).map(Quantity::Minutes);
            }
            Part::Word(Word::Second) if labelled => return minutes(value(number)?.scaled(1)?),
            Part::Word(Word::Balance) if seconds(items, j) => return minutes(value(number)?.scaled(1)?),
            // With cents it is money; `Balance 3.2` may as well be gigabytes.
            Part::Word(Word::Balance) if number.fraction() && value(number)?.scale() > 1 => {
                let currency = context.currency.or(place::money(context.country));
                return Some(Quantity::Money(value(number)?, currency, Sign::Card));
            }
            Part::Other | Part::Word(Word::Plain) if !labelled => {}
            _ => return None,
        }
    }
    None
}

/// Whether a noun and its number are a member of a list: "…, SMS 300."
fn enlisted(items: &[Item], noun: usize) -> bool {
    let part = |i: Option<usize>| i.and_then(|i| items.get(i)).map(|item| &item.part);
    let ends = |part: Option<&Part>| {
        matches!(part, None | Some(Part::Break | Part::Mark(',' | '、' | ';' | '+') | Part::Word(Word::And)))
    };
    let listed = matches!(part(noun.checked_sub(1)), Some(Part::Mark(',' | '、' | ';' | '+') | Part::Word(Word::And)));
    listed && ends(part(Some(noun + 2)))
}

/// Whether the hyphen before that number ends a label: `SMS:-950`.
fn separated(items: &[Item], i: usize) -> bool {
    let mark = |back: usize, marks: &[char]| {
        let item = i.checked_sub(back).and_then(|j| items.get(j));
        matches!(item.map(|item| &item.part), Some(Part::Mark(c)) if marks.contains(c))
    };
    mark(1, &['-']) && mark(2, &[':', '='])
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
