//! Ends that are counted from the day of receipt, or named by it: in 7 days, tomorrow, at the end of the month.

use super::date::{Day, When, resolve};
use super::ends::{End, after, before, clock, dated};
use super::item::{Part, Quantity};
use super::reading::Context;
use super::roles::Field;
use super::words::Word;
use crate::domain::{Date, Decimal};

/// "In 7 days", "2 days left".
pub(super) fn ahead(field: &Field<'_>, i: usize, days: u16, context: &Context<'_>) -> Option<End> {
    // "(3 GB/10 days) left 1.2 GB": how long what was sold is good.
    let sold =
        i.checked_sub(2).is_some_and(|j| matches!(field.quantity(j), Some(Quantity::Data(..) | Quantity::Money(..))));
    // "Left: 3 GB/5 days", "3 GB/5 days left" is no such thing.
    let left = field.word(i + 1) == Some(Word::Left) || before(field, i, 4).is_some_and(|(word, _)| word == Word::Left);
    if sold && !left && matches!(i.checked_sub(1).and_then(|j| field.part(j)), Some(Part::Mark('/'))) {
        return None;
    }
    // "3 of 5 days of service left"
    if i.checked_sub(1).and_then(|j| field.word(j)) == Some(Word::Of)
        && matches!(i.checked_sub(2).and_then(|j| field.quantity(j)), Some(Quantity::Bare(_)))
    {
        return None;
    }
    let day = Day::counted(context.received.plus_days(i32::from(days))?);
    let end = |renews, word, loose| Some(End { item: i, day, renews, word, loose });
    // "12 days of service left", "you have 12 days of service."
    let of = 2 * usize::from(field.word(i + 1) == Some(Word::Of) && field.word(i + 2) == Some(Word::Plan));
    let whole = of > 0 && matches!(field.part(i + 3), None | Some(Part::Break));
    // "Add $15 and you have 30 days of service."
    let priced = (0..i).rev().take_while(|&j| !matches!(field.part(j), Some(Part::Break))).any(|j| {
        matches!(field.word(j), Some(Word::Price | Word::Refill | Word::Add | Word::Offer | Word::Bought))
            || matches!(field.quantity(j), Some(Quantity::Money(..)))
    });
    if of > 0 && priced {
        return None;
    }
    if lures(field, i) {
        return None;
    }
    match after(field, i + of, 0) {
        Some((word @ (Word::Left | Word::Expires), at)) if !matches!(field.part(at + 1), Some(Part::Mark(':'))) => {
            // "With 28 day expiry" is what is sold, "2 days left until it ends" is not, nor is 2天后到期.
            let noun = field.items.get(at).is_some_and(|item| item.to - item.from > 3) || !closes(field, i, at);
            let counts = !noun || word == Word::Left || before(field, i, 4).is_some_and(|(word, _)| word == Word::Left);
            return end(false, at, !counts);
        }
        Some((Word::Renews, at)) => return end(true, at, false),
        _ => {}
    }
    match before(field, i, 4)? {
        // "To be expired after 30 days": how long what was sold is good, where the text names a day as well.
        (Word::Expires, at) if i.checked_sub(1).and_then(|j| field.word(j)) == Some(Word::Over) => end(false, at, true),
        (Word::Expires | Word::Left, at) => end(false, at, false),
        (Word::Renews, at) => end(true, at, false),
        (Word::Lasts, at) => end(false, at, true),
        (Word::Have, at) if whole => end(false, at, false),
        _ => None,
    }
}

/// "Only 3 days left to get 50 % off", 仅剩3天，充值满100送20: whether what the days are left for is an offer, and nothing
/// that ends was spoken of in the sentence.
fn lures(field: &Field<'_>, i: usize) -> bool {
    let offer = (i + 1..i + 6).map_while(|j| field.part(j).filter(|part| !matches!(part, Part::Break)));
    let offer = offer.into_iter().any(|part| matches!(part, Part::Word(Word::Offer | Word::Refill)));
    let mut ahead = (0..i).rev().map_while(|j| field.part(j).filter(|part| !matches!(part, Part::Break)));
    offer
        && !ahead.any(|part| match part {
            Part::Figure(quantity) => quantity.measures(),
            Part::Word(word) => {
                matches!(word, Word::Plan | Word::Line | Word::Data | Word::Balance | Word::Expires | Word::Renews)
            }
            _ => false,
        })
}

/// How many days this month has after that one, where the word for its end has no number of another month.
pub(super) fn rest_of_month(field: &Field<'_>, i: usize, received: Date) -> Option<u16> {
    // 十二月底, 每个月底, 上个月月底: what is glued to it says which month, unless it is of the sentence.
    let glued = |j: &usize| field.items.get(*j).map(|item| item.to) == field.items.get(i).map(|item| item.from);
    let numbered = i.checked_sub(1).filter(glued).is_some_and(|j| match field.part(j) {
        Some(Part::Word(word)) => !matches!(
            word,
            Word::Expires | Word::Lasts | Word::Renews | Word::Till | Word::Plain | Word::Data | Word::Plan
        ),
        Some(Part::Mark(_) | Part::Break) | None => false,
        _ => true,
    });
    let same = |days: &u16| received.plus_days(i32::from(*days)).is_some_and(|day| day.month() == received.month());
    (0..31).take_while(same).last().filter(|_| !numbered)
}

/// A length of time in whole days: "in 24 hours".
pub(super) fn day_long(minutes: Decimal) -> Option<u16> {
    let minutes = if minutes.scale() == 0 { u16::try_from(minutes.mantissa()).ok()? } else { return None };
    (minutes % 1440 == 0 && minutes > 0).then_some(minutes / 1440)
}

/// 流量明天到期: whether the word behind a day closes its clause, and nothing in its sentence is of another trade.
fn closes(field: &Field<'_>, i: usize, word: usize) -> bool {
    let mut sentence = (0..i).rev().map_while(|j| field.part(j).filter(|part| !matches!(part, Part::Break)));
    let strange = sentence.any(|part| matches!(part, Part::Word(Word::Bank | Word::Offer | Word::Points)));
    !strange && matches!(field.part(word + 1), None | Some(Part::Break | Part::Mark(',' | '、' | ';')))
}

/// "Expires today", "renews tomorrow", 明天到期.
pub(super) fn named(field: &Field<'_>, i: usize, days: u16, context: &Context<'_>) -> Option<End> {
    let day = Day::counted(context.received.plus_days(i32::from(days))?);
    // 明日23:59:59失效
    let clock = usize::from(clock(field, i + 1));
    match before(field, i, 3).or_else(|| after(field, i, clock).filter(|(_, at)| closes(field, i, *at)))? {
        (Word::Expires, word) => Some(End { item: i, day, renews: false, word, loose: false }),
        (Word::Renews, word) => Some(End { item: i, day, renews: true, word, loose: false }),
        _ => None,
    }
}

/// "Until day 15": the day of the month stands alone.
pub(super) fn of_month(field: &Field<'_>, i: usize, day: u16, context: &Context<'_>) -> Option<End> {
    if i.checked_sub(1).and_then(|j| field.word(j)) != Some(Word::Day) {
        return None;
    }
    let when = When {
        year: None,
        month: None,
        day: u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?,
        open: false,
        points: false,
        short: false,
    };
    dated(field, i, resolve(when, context)?, context.received)
}
