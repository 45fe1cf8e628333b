//! Dates as people write them, and which day is meant.

use super::fold::{Folded, blank};
use super::place::month_first;
use super::reading::{Context, Knowledge};
use crate::domain::convert::natural;
use crate::domain::{Date, is_digit, is_letter};

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) year: Option<u16>,
    /// Missing where only the day of the month stands there.
    pub(super) month: Option<u8>,
    pub(super) day: u8,
    /// Two numbers of which nobody said which is the month; `month` holds the first. Without a month: a day that, on
    /// that very day, may as well be the next month's.
    pub(super) open: bool,
    /// With points between its parts, as the day is first in most of the world.
    pub(super) points: bool,
    /// Three groups of two digits: where the year leads, the first of them is it.
    pub(super) short: bool,
}

/// Which day is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Date,
    /// The other day it may be. Where the country decided, it is what another one would have meant.
    pub(super) other: Option<Date>,
    /// What the card knows that decided.
    pub(super) by: Option<Knowledge>,
    /// The text does not say which year,
    pub(super) yearless: bool,
    /// nor which month.
    pub(super) monthless: bool,
}

impl Day {
    /// A day that is counted from the day of receipt.
    pub(super) const fn counted(date: Date) -> Self {
        Self { date, other: None, by: Some(Knowledge::Received), yearless: false, monthless: false }
    }

    /// The last such day up to the day of receipt, where the text does not say which year.
    pub(super) fn gone(self, received: Date) -> Self {
        let last = |of: Date| {
            let such = |year, month| {
                (self.monthless || month == of.month()).then(|| Date::new(year, month, of.day())).flatten()
            };
            months(received, -1).filter_map(|(year, month)| such(year, month)).find(|date| *date <= received)
        };
        if !self.yearless {
            return self;
        }
        Self { date: last(self.date).unwrap_or(self.date), other: self.other.and_then(last), ..self }
    }
}

/// A date in digits that starts there.
pub(super) fn numeric(text: &Folded, from: usize) -> Option<(When, usize)> {
    if text.before(from).is_ascii_digit() {
        return None;
    }
    let (first, long, i) = group(text, from)?;
    marked(text, first, long, i).or_else(|| separated(text, first, long, i))
}

/// At most four digits: their value, how many, and the place after them.
fn group(text: &Folded, from: usize) -> Option<(u16, usize, usize)> {
    let mut value = 0_u16;
    let mut i = from;
    while let Some(digit) = text.at(i).to_digit(10) {
        if i - from == 4 {
            return None;
        }
        value = value * 10 + u16::try_from(digit).ok()?;
        i += 1;
    }
    (i > from).then_some((value, i - from, i))
}

fn skip(text: &Folded, from: usize) -> usize {
    (from..from + 24).find(|&i| !blank(text.at(i))).unwrap_or(from)
}

/// 2025年7月20日, 7月20日, 20日, with or without spaces.
fn marked(text: &Folded, first: u16, long: usize, i: usize) -> Option<(When, usize)> {
    let mut at = skip(text, i);
    let (mut year, mut value) = (None, first);
    if matches!(text.at(at), '年' | '년') && (2..=4).contains(&long) {
        year = Some(match long {
            2 => first + 2000,
            3 => first + 1911,
            _ => first,
        });
        let (next, _, i) = group(text, skip(text, at + 1))?;
        (value, at) = (next, skip(text, i));
    }
    let mut month = None;
    if matches!(text.at(at), '月' | '월') {
        month = Some(u8::try_from(value).ok()?);
        let (next, _, i) = group(text, skip(text, at + 1))?;
        (value, at) = (next, skip(text, i));
    } else if year.is_some() {
        return None;
    }
    let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
    // 3日后, 3일 후, 3일 남음: so many days.
    let span =
        matches!(text.at(skip(text, at + 1)), '内' | '后' | '间' | '以' | '간' | '후' | '뒤' | '남') && month.is_none();
    if !matches!(text.at(at), '日' | '号' | '일') || span {
        return month.map(|_| (When { year, month, day, open: false, points: false, short: false }, i.max(at)));
    }
    Some((When { year, month, day, open: false, points: false, short: false }, at + 1))
}

/// 2025-07-20, 20.07.2025, 07/20/25, 7/20.
fn separated(text: &Folded, first: u16, long: usize, i: usize) -> Option<(When, usize)> {
    let mark = text.at(i);
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    // `30. 1. 2024`, as Czech writes it.
    let after = |i: usize| if mark == '.' && blank(text.at(i + 1)) { i + 2 } else { i + 1 };
    let gap = blank(text.at(i + 1));
    let (second, width, i) = group(text, after(i))?;
    let small = |value: u16| u8::try_from(value).ok();
    if text.at(i) != mark || !text.at(after(i)).is_ascii_digit() {
        // Without a year only a slash is a date; anything else may be an amount.
        let plain = mark == '/' && long <= 2 && width <= 2 && !text.at(i).is_ascii_alphabetic();
        let when = open(None, small(first)?, small(second)?)?;
        return plain.then_some((when, i));
    }
    let (third, wide, to) = group(text, after(i))?;
    // "3. 1.92 GB": where a space parts the first two, it parts all, or the year is whole.
    if blank(text.at(i + 1)) != gap && wide < 4 {
        return None;
    }
    if (text.at(to) == mark && text.at(to + 1).is_ascii_digit()) || width > 2 {
        return None;
    }
    let when = match (long, wide) {
        (4, 1 | 2) => When {
            year: Some(first),
            month: Some(small(second)?),
            day: small(third)?,
            open: false,
            points: false,
            short: false,
        },
        // 115/08/31: the years of Taiwan, of which the first was 1912.
        (3, 1 | 2) if (100..=180).contains(&first) => When {
            year: Some(first + 1911),
            month: Some(small(second)?),
            day: small(third)?,
            open: false,
            points: false,
            short: false,
        },
        (1 | 2, 4) => open(Some(third), small(first)?, small(second)?)?,
        (1 | 2, 2) => open(Some(third + 2000), small(first)?, small(second)?)?,
        _ => return None,
    };
    Some((When { points: mark == '.', short: wide == 2 && long == 2, ..when }, to))
}

/// 30.11., 30.11 or 11-25 at an end: a day without a year, where a word before it says that it is one.
pub(super) fn pointed(text: &Folded, from: usize) -> Option<(When, usize)> {
    let (first, long, i) = group(text, from)?;
    let mark = Some(text.at(i)).filter(|mark| matches!(mark, '.' | '-'))?;
    let (second, width, to) = group(text, i + 1)?;
    let more = text.at(to) == mark && text.at(to + 1).is_ascii_digit();
    // 11-22到期
    let letter = if mark == '-' { text.at(to).is_ascii_alphabetic() } else { is_letter(text.at(to)) };
    let closed = !(letter || is_digit(text.at(to)) || more);
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    // What stands before a point is the day everywhere.
    let when = match mark {
        '-' => open(None, first, second).filter(|_| long == 2),
        _ if (1..=31).contains(&first) && (1..=12).contains(&second) => {
            Some(When { year: None, month: Some(second), day: first, open: false, points: false, short: false })
        }
        _ => None,
    };
    when.filter(|_| long <= 2 && width == 2 && closed).map(|when| (when, to))
}

/// 20250720 or 25122026, and 20250720235959 to the second, where a word before it says that it is a day: such a
/// number may be anything.
pub(super) fn compact(text: &Folded, from: usize) -> Option<(When, usize)> {
    let digits: String = (from..from + 15).map(|i| text.at(i)).take_while(char::is_ascii_digit).collect();
    if !matches!(digits.len(), 8 | 14) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2).and_then(natural::<u8>);
    let year = |from: usize| digits.get(from..from + 4).and_then(natural::<u16>).filter(|year| *year >= 2000);
    let from_year = |year: u16| {
        Date::new(i32::from(year), part(4)?, part(6)?)?;
        Some(When { year: Some(year), month: part(4), day: part(6)?, open: false, points: false, short: false })
    };
    let when = match year(0).and_then(from_year) {
        Some(when) => when,
        None if digits.len() == 8 => open(year(4), part(0)?, part(2)?).filter(|when| when.year.is_some())?,
        None => return None,
    };
    Some((when, from + digits.len()))
}

/// What may stand between a day of the month and the end of its clause.
const OF_MONTH: [&str; 4] = [" of the month", " of each month", " of every month", " each month"];

/// "Resets on the 23rd": a day of this month or the next, where nothing behind it says which, or that it counts something
/// else ("the 2nd line").
pub(super) fn ordinal(text: &Folded, from: usize) -> Option<(When, usize)> {
    let (day, long, i) = group(text, from)?;
    let suffix = [text.at(i), text.at(i + 1)];
    let own = ["st", "nd", "rd", "th"].iter().any(|own| own.chars().eq(suffix));
    let stands = |at: usize, words: &str| words.chars().enumerate().all(|(far, c)| text.at(at + far) == c);
    let to = i + 2;
    let end = to + OF_MONTH.iter().find(|words| stands(to, words)).map_or(0, |words| words.len());
    let closes = match text.at(end) {
        // "The 15th, 2027"
        ',' => !is_digit(text.at(skip(text, end + 1))),
        '.' => !is_digit(text.at(end + 1)),
        ';' | '!' | ')' | '\n' => true,
        ' ' => stands(end, " and ") || stands(end, " at ") || text.at(skip(text, end)) == '(',
        _ => false,
    };
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day) && long < 3 && own && closes)?;
    Some((When { year: None, month: None, day, open: true, points: false, short: false }, end))
}

/// Two numbers in either order: settled where only one of them can be a month.
fn open(year: Option<u16>, first: u8, second: u8) -> Option<When> {
    let month = |value: u8| (1..=12).contains(&value);
    let day = |value: u8| (1..=31).contains(&value);
    let when = |month, day, open| Some(When { year, month: Some(month), day, open, points: false, short: false });
    match (month(first) && day(second), month(second) && day(first)) {
        (true, true) => when(first, second, first != second),
        (true, false) => when(first, second, false),
        (false, true) => when(second, first, false),
        (false, false) => None,
    }
}

/// Which day is meant, seen from the day of receipt in that country.
pub(super) fn resolve(when: When, context: &Context<'_>) -> Option<Day> {
    let thai = context.country == Some("TH");
    let year = when.year.map(|year| match year {
        2500..=2650 => year - 543,
        2060..=2099 if thai => year + 500 - 543,
        year => year,
    });
    let Some(month) = when.month else {
        let next = |from| upcoming(from, |year, month| Date::new(year, month, when.day));
        let date = next(context.received)?;
        let other = next(date.plus_days(1)?).filter(|_| when.open && date == context.received);
        // The 31st, in a month that has none, may be its last day.
        let short = Date::new(context.received.year(), context.received.month(), when.day).is_none();
        let far = when.open && (short || other.unwrap_or(date).days_since(context.received) > 31);
        return Some(Day { other, yearless: true, monthless: true, ..Day::counted(date) }).filter(|_| !far);
    };
    let at = |month, day| match year {
        Some(year) => Date::new(i32::from(year), month, day),
        None => upcoming(context.received, |year, of| if of == month { Date::new(year, month, day) } else { None }),
    };
    let by = if when.year.is_none() { Some(Knowledge::Received) } else { None };
    let day = |date, other, by| Day { date, other, by, yearless: when.year.is_none(), monthless: false };
    // Where the year leads, the month stands before the day: 12/01 is a first of December there, 26.05.30 one of May.
    let leads = matches!(context.country, Some("CN" | "TW" | "JP" | "KR"));
    let nowhere = context.country.is_none();
    if !when.open {
        let date = at(month, when.day)?;
        // Nobody's balance is good for longer.
        let soon = |date: Date| date.days_since(context.received).unsigned_abs() <= 3 * 366;
        let last = year.and_then(|year| u8::try_from(year % 100).ok()).filter(|_| when.short && (leads || nowhere));
        let led = last.and_then(|last| Date::new(2000 + i32::from(when.day), month, last));
        return Some(match led.filter(|led| soon(*led) && (leads || !soon(date))) {
            Some(led) => day(led, Some(date), Some(Knowledge::Country).filter(|_| leads)),
            None => day(date, None, by),
        });
    }
    let (first, second) = (at(month, when.day), at(when.day, month));
    let habit = month_first(context.country).map(|first| first || leads);
    // What stands before a point is the day nearly everywhere; who writes the month first is not told by it.
    if when.points && habit != Some(true) {
        return Some(day(second.or(first)?, None, by));
    }
    match habit.filter(|_| !(when.points || leads && when.year.is_some())) {
        Some(true) => Some(day(first.or(second)?, second, Some(Knowledge::Country))),
        Some(false) => Some(day(second.or(first)?, first, Some(Knowledge::Country))),
        None => Some(day(second.or(first)?, first.filter(|_| second.is_some()), by)),
    }
}

/// The first such day on or after the day of receipt.
fn upcoming(received: Date, day: impl Fn(i32, u8) -> Option<Date>) -> Option<Date> {
    months(received, 1).filter_map(|(year, month)| day(year, month)).find(|date| *date >= received)
}

/// The months from that day on, or back from it, for five years.
fn months(from: Date, step: i32) -> impl Iterator<Item = (i32, u8)> {
    let first = from.year() * 12 + i32::from(from.month()) - 1;
    (0..60).filter_map(move |far| {
        let month = first + far * step;
        Some((month.div_euclid(12), u8::try_from(month.rem_euclid(12)).ok()? + 1))
    })
}
