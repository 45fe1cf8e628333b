//! Conversions between integers and floats: the only module with `as`.
//!
//! Bytes and milliseconds here stay below 2⁵³, so they are exact in an `f64`.
#![allow(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the one module of conversions"
)]

/// An integer as a float; exact below 2⁵³.
#[must_use]
pub const fn float(value: i64) -> f64 {
    value as f64
}

/// An unsigned integer as a float; exact below 2⁵³.
#[must_use]
pub const fn float_u(value: u64) -> f64 {
    value as f64
}

/// A float rounded to the nearest integer; 0 for what is no number, the nearest end beyond `i64`.
#[must_use]
pub fn integer(value: f64) -> i64 {
    libm::round(value) as i64
}

/// A float rounded to the nearest integer that is not negative.
#[must_use]
pub fn unsigned(value: f64) -> u64 {
    libm::round(value) as u64
}

/// So much of an amount as one length of time is of another, rounded down; nothing of a length below 1.
#[must_use]
pub fn part_of(amount: u64, part: i64, whole: i64) -> u64 {
    let length = |time: i64| u128::try_from(time).unwrap_or(0);
    let part = (u128::from(amount) * length(part)).checked_div(length(whole)).unwrap_or(0);
    u64::try_from(part).unwrap_or(u64::MAX)
}

/// A text of digits as a whole number. One reader of `i64` stands behind it: each further type that
/// has its own is half a kilobyte.
#[must_use]
pub fn natural<T: TryFrom<i64>>(digits: &str) -> Option<T> {
    let number: i64 = digits.parse().ok().filter(|_| !digits.starts_with(['+', '-']))?;
    T::try_from(number).ok()
}
