//! What a text says that no figure holds: the hour of an end, and that data comes for each day.

use super::clock::time;
use super::fold::{Folded, blank};
use super::item::Item;
use super::reading::{Certainty, Figure, Role, Value};
use super::refuse::says;

/// The last minute of a day: an end then is the end of the day.
const LAST: u16 = 24 * 60 - 1;

/// What is said where data begins anew each day.
const DAILY: [&str; 7] =
    ["resets daily", "reset daily", "resets every day", "daily data", "daily allowance", "0点重置", "今日剩余"];

/// Whether an hour stands behind a day on which something ends, and is not the last of that day.
pub(super) fn timed(text: &Folded, items: &[Item], figures: &[Figure]) -> bool {
    let ends = |figure: &&Figure| {
        matches!(figure.value, Value::Date(_))
            && may_be(figure, |role| matches!(role, Role::Expires | Role::CreditExpires))
    };
    figures.iter().filter(ends).any(|figure| {
        let item = items.iter().find(|item| text.span(item.from, item.to) == figure.span);
        item.is_some_and(|item| hour(text, item.to).is_some_and(|minute| minute != LAST))
    })
}

fn hour(text: &Folded, from: usize) -> Option<u16> {
    let free = |c: char| blank(c) || matches!(c, ',' | '(');
    let from = (from..from + 3).find(|&i| !free(text.at(i)))?;
    let from = from + if says(text, from, "at ") { 3 } else { 0 };
    time(text, from).map(|(minute, _)| minute)
}

/// Whether it says that data comes for each day, beside data that is left or used.
pub(super) fn daily(text: &Folded, figures: &[Figure]) -> bool {
    let data = |figure: &Figure| {
        matches!(figure.value, Value::Data(_)) && may_be(figure, |role| matches!(role, Role::Left(_) | Role::Used(_)))
    };
    // 2GB/day, 每日2GB
    let each = |i: usize| {
        let amount =
            matches!(text.before(i), 'b' | 'g' | 'm') && ["/day", "/天", "/日"].iter().any(|word| says(text, i, word));
        let named = says(text, i, "每日") || says(text, i, "每天");
        let unit = || (i + 3..i + 8).any(|i| matches!(text.at(i), 'g' | 'm'));
        amount || named && text.at(i + 2).is_ascii_digit() && unit()
    };
    figures.iter().any(data) && (0..text.len()).any(|i| each(i) || DAILY.iter().any(|word| says(text, i, word)))
}

fn may_be(figure: &Figure, is: fn(&Role) -> bool) -> bool {
    match &figure.role {
        Certainty::Sure(role, _) => is(role),
        Certainty::Asked(choices) => choices.iter().any(|choice| is(&choice.role)),
    }
}
