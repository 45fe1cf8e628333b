//! Numbers, amounts, money, dates, times, durations and zones, in three languages.
//!
//! Integers only: a figure is never formatted from a float, so it is the same on every platform
//! and costs few bytes of wasm. It holds no sentences, and no clock: "today" and "now" are
//! parameters.

mod calendar;
mod quantity;
mod zone;

use super::Lang;
use crate::guide::Names;

pub use calendar::{ago, date, date_range, date_time, days, instant, long_date, month_of, time, weekday};
pub use quantity::{
    about, allowed, amount, beside, beside_about, bytes, data, data_range, decimal, money, money_about, over, per_cent,
    percent, share, up_to, used, used_at_least,
};
pub use zone::{ZONES, Zone, zone};

/// The space between a number and its unit: the two never part at the end of a line.
pub const NBSP: char = '\u{a0}';

/// The minus sign, as wide as a digit; a hyphen is lost in front of a figure.
pub const MINUS: char = '\u{2212}';

/// The whole number with a comma before each three digits: `1,234`, as all three languages write.
#[must_use]
pub fn grouped(number: u64) -> String {
    group(&number.to_string())
}

/// The name that this language's reader knows.
#[must_use]
pub fn name(names: Names, lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => names.hans(),
        Lang::ZhHant => names.hant(),
        Lang::En => names.en(),
    }
}

/// One of the texts that a list of carriers has of a thing: of three 简体, 繁體 and English, of two the Chinese one and
/// English, or the one for all.
#[must_use]
pub fn listed(texts: &[String], lang: Lang) -> Option<&str> {
    let text = match lang {
        Lang::ZhHans => texts.first(),
        Lang::ZhHant => texts.iter().rev().nth(1).or_else(|| texts.first()),
        Lang::En => texts.last(),
    };
    text.map(String::as_str)
}

/// Puts a comma before each three digits of a run of digits.
fn group(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its unit behind a no-break space.
fn with_unit(number: &str, unit: &str) -> String {
    let mut text = String::with_capacity(number.len() + 2 + unit.len());
    text.push_str(number);
    text.push(NBSP);
    text.push_str(unit);
    text
}
