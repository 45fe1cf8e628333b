//! Days, times and durations.

use super::{MINUS, grouped, with_unit};
use crate::domain::{DAY_MS, Date, Offsets, Timestamp};
use crate::i18n::Lang;
use crate::i18n::text::pick;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// A day: `12月4日`, `Dec 4`; with its year where that is not today's: `2027年1月2日`,
/// `Jan 2, 2027`.
#[must_use]
pub fn date(date: Date, today: Date, lang: Lang) -> String {
    day(date, lang, date.year() != today.year())
}

/// A day with its year, whatever year it is: `2026年12月4日`, `Dec 4, 2026`.
#[must_use]
pub fn long_date(date: Date, lang: Lang) -> String {
    day(date, lang, true)
}

/// The month that a day lies in: `2026年12月`, `Dec 2026`.
#[must_use]
pub fn month_of(date: Date, lang: Lang) -> String {
    let year = date.year().to_string();
    match lang {
        Lang::En => [month(date.month()), " ", &year].concat(),
        Lang::ZhHans | Lang::ZhHant => [&year, "年", &date.month().to_string(), "月"].concat(),
    }
}

/// The days from `a` through `b`: `11月28日–12月7日`, `Nov 28 – Dec 7`. What both share is said
/// once: `12月4日–7日`, `Dec 4–7`, `2027年1月2日–2月3日`, `Jan 2 – Feb 3, 2027`.
#[must_use]
pub fn date_range(a: Date, b: Date, today: Date, lang: Lang) -> String {
    let (a, b) = (a.min(b), a.max(b));
    if a == b {
        return date(a, today, lang);
    }
    let same_year = a.year() == b.year();
    let same_month = same_year && a.month() == b.month();
    let mut range;
    if lang == Lang::En {
        range = day(a, lang, a.year() != today.year() && !same_year);
        range.push_str(if same_month { "–" } else { " – " });
        if same_month {
            range.push_str(&b.day().to_string());
            push_year_en(&mut range, b, b.year() != today.year());
        } else {
            range.push_str(&day(b, lang, !same_year || b.year() != today.year()));
        }
    } else {
        range = date(a, today, lang);
        range.push('–');
        if same_month {
            range.push_str(&b.day().to_string());
            range.push('日');
        } else {
            range.push_str(&day(b, lang, !same_year));
        }
    }
    range
}

/// The day of the week: `周五`, `週五`, `Fri`.
#[must_use]
pub fn weekday(date: Date, lang: Lang) -> &'static str {
    match date.weekday() {
        0 => pick!(lang, "周一", "週一", "Mon"),
        1 => pick!(lang, "周二", "週二", "Tue"),
        2 => pick!(lang, "周三", "週三", "Wed"),
        3 => pick!(lang, "周四", "週四", "Thu"),
        4 => pick!(lang, "周五", "週五", "Fri"),
        5 => pick!(lang, "周六", "週六", "Sat"),
        _ => pick!(lang, "周日", "週日", "Sun"),
    }
}

/// A minute of the day (0 to 1440) on a clock of 24 hours, in all languages: `23:59`.
#[must_use]
pub fn time(minute: u16) -> String {
    let minute = minute.min(1440);
    let mut text = String::with_capacity(5);
    push_two(&mut text, minute / 60);
    text.push(':');
    push_two(&mut text, minute % 60);
    text
}

/// A minute of a day: `12月4日 23:59`, `Dec 4, 23:59`.
#[must_use]
pub fn date_time(day: Date, minute: u16, today: Date, lang: Lang) -> String {
    let mut text = date(day, today, lang);
    text.push_str(if lang == Lang::En { ", " } else { " " });
    text.push_str(&time(minute));
    text
}

/// An instant as a clock in that zone shows it: `今天 14:05`, `昨天 20:00`, `11月5日 09:00`;
/// `today 14:05`, `Nov 5, 09:00`.
#[must_use]
pub fn instant(at: Timestamp, zone: &Offsets, now: Timestamp, lang: Lang) -> String {
    let (day, minute) = zone.local(at);
    let today = zone.date(now);
    let near = match day.days_since(today) {
        0 => pick!(lang, "今天 ", "今天 ", "today "),
        -1 => pick!(lang, "昨天 ", "昨天 ", "yesterday "),
        1 => pick!(lang, "明天 ", "明天 ", "tomorrow "),
        _ => return date_time(day, minute, today, lang),
    };
    let mut text = near.to_owned();
    text.push_str(&time(minute));
    text
}

/// How long ago something was, given the milliseconds since then: `刚刚`, `5 分钟前`, `2 小时前`,
/// `9 天前`; `just now`, `5 min ago`, `2 h ago`, `9 days ago`.
///
/// Whole units that have passed: 47 hours are one day. What lies in the future is just now.
#[must_use]
pub fn ago(ms: i64, lang: Lang) -> String {
    let (count, unit) = if ms < MINUTE_MS {
        return pick!(lang, "刚刚", "剛剛", "just now").to_owned();
    } else if ms < HOUR_MS {
        (ms / MINUTE_MS, pick!(lang, "分钟前", "分鐘前", "min ago"))
    } else if ms < DAY_MS {
        (ms / HOUR_MS, pick!(lang, "小时前", "小時前", "h ago"))
    } else if ms < 2 * DAY_MS {
        (1, pick!(lang, "天前", "天前", "day ago"))
    } else {
        (ms / DAY_MS, pick!(lang, "天前", "天前", "days ago"))
    };
    with_unit(&grouped(count.unsigned_abs()), unit)
}

/// So many days: `14 天`; `14 days`, `1 day`.
#[must_use]
pub fn days(count: i32, lang: Lang) -> String {
    let number = grouped(u64::from(count.unsigned_abs()));
    let unit = if count.abs() == 1 { pick!(lang, "天", "天", "day") } else { pick!(lang, "天", "天", "days") };
    let text = with_unit(&number, unit);
    if count < 0 { String::from(MINUS) + &text } else { text }
}

fn day(date: Date, lang: Lang, with_year: bool) -> String {
    let mut text = String::with_capacity(20);
    if lang == Lang::En {
        text.push_str(month(date.month()));
        text.push(' ');
        text.push_str(&date.day().to_string());
        push_year_en(&mut text, date, with_year);
        return text;
    }
    if with_year {
        text.push_str(&date.year().to_string());
        text.push('年');
    }
    text.push_str(&date.month().to_string());
    text.push('月');
    text.push_str(&date.day().to_string());
    text.push('日');
    text
}

fn push_year_en(text: &mut String, date: Date, with_year: bool) {
    if with_year {
        text.push_str(", ");
        text.push_str(&date.year().to_string());
    }
}

const fn month(month: u8) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

fn push_two(text: &mut String, number: u16) {
    if number < 10 {
        text.push('0');
    }
    text.push_str(&number.to_string());
}
