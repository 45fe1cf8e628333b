//! The day and the time that a text gives as its own: "as of 11/20 6:00 PM", 截至11月20日18时.

use super::clock::time;
use super::date::Day;
use super::fold::{Folded, blank};
use super::item::{Item, Part, Quantity};
use super::reading::{Context, Knowledge, Stated};
use super::words::Word;
use crate::domain::{Date, is_letter};

/// How old what a text says may be, in days.
pub(super) const OLDEST: i32 = 90;

/// The first day that the text gives as that of its figures, where it is neither old nor to come.
pub(super) fn stated(text: &Folded, items: &[Item], context: &Context<'_>) -> Option<Stated> {
    items.iter().enumerate().filter(|(_, item)| matches!(item.part, Part::Word(Word::AsOf | Word::Till))).find_map(
        |(i, word)| {
            let near = |j: &usize| items.get(*j).is_some_and(|item| item.from <= word.to + 12);
            let day = (i + 1..i + 4).filter(near).find_map(|j| match items.get(j) {
                Some(Item { part: Part::Figure(Quantity::Date(day)), from, to }) => Some((*day, *from, *to)),
                _ => None,
            });
            let Some((day, from, to)) = day else {
                let (minute, to) = time(text, word.to)?;
                return Some(Stated { span: text.span(word.to, to), date: context.received, minute: Some(minute) });
            };
            let date = past(day, context.received)?;
            let clock = after(text, to).and_then(|at| time(text, at));
            let end = clock.map_or(to, |(_, end)| end);
            Some(Stated { span: text.span(from, end), date, minute: clock.map(|(minute, _)| minute) })
        },
    )
}

/// Where a time may stand after a day: "11/20, 18:00", "20.11. um 18:00", "11/20 at 6 PM".
fn after(text: &Folded, from: usize) -> Option<usize> {
    (from..from + 6)
        .find(|&i| text.at(i).is_ascii_digit() || matches!(text.at(i), '上' | '下' | '早' | '晚' | '凌' | '오'))
        .filter(|&i| {
            (from..i).all(|j| {
                let c = text.at(j);
                blank(c) || matches!(c, ',' | '、' | '.' | '-' | 't') || is_letter(c)
            })
        })
}

/// The day that is meant, where it lies behind the day of receipt: a day without a year is the last
/// such day, and of two readings the one that can be.
pub(super) fn past(day: Day, received: Date) -> Option<Date> {
    let fits = |date: &Date| (-OLDEST..=1).contains(&date.days_since(received));
    let back = |date: Date| {
        let (year, month, of) = (date.year(), date.month(), date.day());
        let month_ago = if month == 1 { Date::new(year - 1, 12, of) } else { Date::new(year, month - 1, of) };
        match (fits(&date), day.yearless, day.monthless) {
            (false, true, true) => month_ago,
            (false, true, false) => Date::new(year - 1, month, of),
            _ => Some(date),
        }
    };
    let one = back(day.date).filter(fits);
    let other = day.other.and_then(back).filter(fits);
    match (one, other) {
        (Some(one), Some(other)) if one != other && day.by != Some(Knowledge::Country) => None,
        (one, other) => one.or(other),
    }
}
