//! Numbers without a unit: what they count is said by the words right before them, or not at all.

use super::item::{Item, Part, Quantity, Sign};
use super::number::{Number, Style};
use super::number_runs::in_small_units;
use super::place;
use super::reading::Context;
use super::sum::currency;
use super::talk::minutes;
use super::words::{self, Word};
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
        let points = matches!(items.get(i + 1).map(|noun| &noun.part), Some(Part::Word(Word::Points)));
        if points && matches!(quantity, Quantity::Money(..)) {
            continue;
        }
        if let Some(item) = items.get_mut(i) {
            item.part = Part::Figure(quantity);
        }
    }
}

/// 共50条，已用8，剩余42: two numbers behind a whole that make it up, of which one is used and one left, count what it does.
pub(super) fn share(items: &mut [Item]) {
    for i in 0..items.len() {
        let Some([whole, _, said, one, _, told, two]) = items.get_mut(i..i + 7) else { break };
        let (Part::Word(said), Part::Word(told)) = (&said.part, &told.part) else { continue };
        if !matches!((said, told), (Word::Used, Word::Left) | (Word::Left, Word::Used)) {
            continue;
        }
        let (Part::Figure(Quantity::Bare(a)), Part::Figure(Quantity::Bare(b))) = (&one.part, &two.part) else {
            continue;
        };
        let (Some(a), Some(b)) = (a.small(), b.small()) else { continue };
        let all = Decimal::new(i64::from(a) + i64::from(b), 0);
        let counts = |number: u16| {
            let value = Decimal::new(i64::from(number), 0)?;
            match &whole.part {
                Part::Figure(Quantity::Texts(sum)) if Some(*sum) == all => Some(Quantity::Texts(value)),
                Part::Figure(Quantity::Minutes(sum)) if Some(*sum) == all => Some(Quantity::Minutes(value)),
                Part::Figure(Quantity::Data(sum, None)) if Some(sum.figure()) == all => {
                    Some(Quantity::Data(Amount::new(value, sum.unit())?, None))
                }
                _ => None,
            }
        };
        if let Some((a, b)) = counts(a).zip(counts(b)) {
            (one.part, two.part) = (Part::Figure(a), Part::Figure(b));
        }
    }
}

fn minutes_before(items: &[Item], i: usize) -> bool {
    // "Last call: 00:03:12 min. Balance: $4.20": those minutes are of what stands before them.
    let own = |j: usize| {
        let before = j.checked_sub(1).and_then(|j| items.get(j)).map(|item| &item.part);
        !matches!(before, Some(Part::Figure(_)))
    };
    (i.saturating_sub(3)..i)
        .rev()
        .map_while(|j| match items.get(j).map(|item| &item.part) {
            Some(Part::Word(Word::Minute)) => Some(own(j)),
            Some(Part::Word(Word::Balance) | Part::Mark('-' | ':' | '=')) => Some(false),
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
    if let Some(Part::Figure(counts @ (Quantity::Minutes(part) | Quantity::Texts(part)))) = before(2) {
        let whole = number.value(style)?.0;
        let more = whole.scale() == 0 && part.scale() == 0 && whole.mantissa() >= part.mantissa();
        let texts = matches!(counts, Quantity::Texts(_));
        return more.then_some(if texts { Quantity::Texts(whole) } else { Quantity::Minutes(whole) });
    }
    let Some(Part::Figure(Quantity::Data(part, None))) = before(2) else { return None };
    // 10GB/30D
    let glued = items
        .get(i)
        .zip(items.get(i + 1))
        .is_some_and(|(it, next)| it.to == next.from && matches!(next.part, Part::Other));
    if glued {
        return None;
    }
    let whole = number.value(Style { large: part.unit() >= Unit::GB, ..style })?.0;
    let whole = Amount::new(whole, part.unit())?;
    (whole.bytes(Base::Binary) >= part.bytes(Base::Binary)).then_some(Quantity::Data(whole, None))
}

fn counted(items: &[Item], i: usize, number: &Number, style: Style, context: &Context<'_>) -> Option<Quantity> {
    if number.long() && !in_small_units(items.iter().take(i).rev().map(|item| item.part.said())) {
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
            Part::Word(Word::Texts) if labelled || j + 1 == i && enlisted(items, j) || j + 2 == i && ends(items, i) => {
                return value(&number.clone().unsigned()).filter(|value| value.scale() == 0).map(Quantity::Texts);
            }
            // `Talk: 187.5`, and texts or data below it.
            Part::Word(Word::Calls) if labelled && j + 2 == i && lists(items, i) => {
                return value(&number.clone().unsigned()).map(Quantity::Minutes);
            }
            Part::Word(Word::Calls) if !labelled && j + 1 == i && enlisted(items, j) => {
                return value(&number.clone().unsigned()).map(Quantity::Minutes);
            }
            // "plan 10 GB: 6": the unit is of the number before it.
            Part::Word(Word::Unit(_)) if sized(items, j) => return None,
            Part::Word(Word::Unit(unit)) if labelled || j + 1 == i && enlisted(items, j) => {
                return value(&number.clone().unsigned())
                    .and_then(|value| Some(Quantity::Data(Amount::new(value, *unit)?, None)));
            }
            // 话费余额(元): 28.06
            Part::Word(Word::Currency(row)) if labelled && j + 3 == i => {
                let (currency, sign) = currency(words::code(*row), context);
                return Some(Quantity::Money(value(number)?, currency, sign));
            }
            Part::Word(Word::Day) if labelled || j + 2 == i && ends(items, i) => {
                return number.small().map(Quantity::Days);
            }
            Part::Word(Word::Minute) if labelled || j + 1 == i || j + 2 == i && ends(items, i) => {
                return value(&number.clone().unsigned()).map(Quantity::Minutes);
            }
            Part::Word(Word::Second) if labelled => return minutes(value(number)?.scaled(1)?),
            Part::Word(Word::Balance) if seconds(items, j) => return minutes(value(number)?.scaled(1)?),
            // With cents it is money; `Balance 3.2` may as well be gigabytes.
            Part::Word(Word::Balance)
                if number.fraction() && value(number)?.scale() > 1 && !texts(items, j) && !of_data(items, j) =>
            {
                let currency = context.currency.or(place::money(context.country));
                return Some(Quantity::Money(value(number)?, currency, Sign::Card));
            }
            Part::Word(Word::Balance) if labelled && texts(items, j) => {}
            // "Days left in cycle: 6"
            Part::Word(Word::Plain | Word::Plan) if labelled && days(items, j) => {}
            Part::Word(Word::Plan) if j + 1 == i && cycle(items, j) => labelled = true,
            Part::Other | Part::Word(Word::Plain) if !labelled => {}
            _ => return None,
        }
    }
    None
}

/// Whether a noun and its number are a member of a list: "…, SMS 300.", `TALK 20 TEXT 48`.
fn enlisted(items: &[Item], noun: usize) -> bool {
    let part = |i: Option<usize>| i.and_then(|i| items.get(i)).map(|item| &item.part);
    let parts = |part: Option<&Part>| matches!(part, Some(Part::Mark(',' | '、' | ';' | '+') | Part::Word(Word::And)));
    let figure = |part: Option<&Part>| matches!(part, Some(Part::Figure(_)));
    let edge = |part: Option<&Part>| matches!(part, None | Some(Part::Break | Part::Word(Word::Expires)));
    let left = matches!(part(Some(noun + 2)), Some(Part::Word(Word::Left | Word::Used)));
    let label = |part: Option<&Part>| {
        matches!(part, Some(Part::Word(Word::Texts | Word::Data | Word::Calls | Word::Minute | Word::Unit(_))))
    };
    // "Voice 845/1000, SMS 990/1000"; "Free SMS 240"
    let halved = matches!(part(Some(noun + 2)), Some(Part::Mark('/'))) && figure(part(Some(noun + 3)));
    let plain = matches!(part(noun.checked_sub(1)), Some(Part::Word(Word::Plain)));
    let before = part(noun.checked_sub(1 + usize::from(plain)));
    let behind = part(Some(if halved { noun + 4 } else { noun + 2 }));
    let follows = label(behind) && figure(part(Some(noun + 3)));
    // MIN 412 | TXT 1,118 | DATA 2,240.5 MB
    let column = edge(before) && figure(part(noun.checked_sub(2))) && label(part(Some(noun + 3)));
    let says = halved && matches!(behind, Some(Part::Word(Word::Left | Word::Used)));
    (parts(before) || figure(before) || column) && (parts(behind) || edge(behind) || follows || says)
        || (edge(before) || matches!(before, Some(Part::Mark(':'))))
            && (halved && parts(behind) || follows || says || left && edge(part(Some(noun + 3))))
}

/// Whether a label of texts or data follows a number.
fn lists(items: &[Item], i: usize) -> bool {
    let label = |j: usize| {
        matches!(items.get(j).map(|item| &item.part), Some(Part::Word(Word::Texts | Word::Data)))
            && matches!(items.get(j + 1).map(|item| &item.part), Some(Part::Mark(':' | '=')))
    };
    (i + 1..i + 4).any(label)
}

/// Whether a unit is that of a number of its own before it.
fn sized(items: &[Item], unit: usize) -> bool {
    let before = unit.checked_sub(1).and_then(|j| items.get(j));
    matches!(before.map(|item| &item.part), Some(Part::Figure(Quantity::Bare(_))))
}

/// "Days left 12", "SMS left 98 valid till": whether nothing but the word for it stands between a noun and its
/// number, and no other noun behind.
fn ends(items: &[Item], i: usize) -> bool {
    let part = |i: Option<usize>| i.and_then(|i| items.get(i)).map(|item| &item.part);
    matches!(part(i.checked_sub(1)), Some(Part::Word(Word::Left)))
        && matches!(
            part(Some(i + 1)),
            None | Some(Part::Break | Part::Mark(',' | ';') | Part::Word(Word::Expires | Word::Lasts | Word::And))
        )
}

/// Whether the hyphen before that number ends a label: `SMS:-950`.
fn separated(items: &[Item], i: usize) -> bool {
    let mark = |back: usize, marks: &[char]| {
        let item = i.checked_sub(back).and_then(|j| items.get(j));
        matches!(item.map(|item| &item.part), Some(Part::Mark(c)) if marks.contains(c))
    };
    mark(1, &['-']) && mark(2, &[':', '='])
}

/// Whether a balance is that of texts or minutes: `SMS Bal: 20`.
fn texts(items: &[Item], balance: usize) -> bool {
    let before = balance.checked_sub(1).and_then(|j| items.get(j));
    matches!(before.map(|item| &item.part), Some(Part::Word(Word::Texts | Word::Minute)))
}

/// Whether a balance is that of data: `Data balance: 512.00`.
fn of_data(items: &[Item], balance: usize) -> bool {
    let before = balance.checked_sub(1).and_then(|j| items.get(j));
    matches!(before.map(|item| &item.part), Some(Part::Word(Word::Data | Word::General | Word::Unit(_))))
}

/// Whether "days left" stands before a word, or before the word before it.
fn days(items: &[Item], i: usize) -> bool {
    let word = |far: usize| match i.checked_sub(far).and_then(|j| items.get(j)).map(|item| &item.part) {
        Some(Part::Word(word)) => Some(*word),
        _ => None,
    };
    (1..4).any(|far| word(far) == Some(Word::Left) && word(far + 1) == Some(Word::Day))
}

/// "Days left in cycle 6.": whether the number behind that plan says how many, and is not its name.
fn cycle(items: &[Item], plan: usize) -> bool {
    let part = |i: Option<usize>| i.and_then(|i| items.get(i)).map(|item| &item.part);
    let parted = matches!(part(plan.checked_sub(1)), Some(Part::Word(Word::Plain)));
    parted && matches!(part(Some(plan + 2)), None | Some(Part::Break)) && days(items, plan)
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
