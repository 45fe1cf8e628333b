//! Data, money and shares: alike in the three languages but for the name of a currency.

use super::{MINUS, NBSP, group, grouped, with_unit};
use crate::domain::{Amount, Base, Bytes, Decimal, Money, Unit, convert};
use crate::i18n::Lang;

/// So many bytes an amount may have lost when it, a share of it or a difference became whole bytes.
const LOST: u64 = 4;

/// The figure and the unit of the gauge: three digits, at most two of them after the point, in
/// GB, MB or KB.
///
/// It rounds **down**: what is left is never shown as more than it is. An amount that was said, a share or
/// a difference of such comes back as it was said, because four bytes are given back before. Zeros at the end are
/// dropped, since the gauge does not claim that precision.
///
/// Below a gigabyte stand megabytes; where `small` is the gigabyte, because the card's carrier says such
/// amounts so, its parts stand from a tenth up, and below it where they are whole hundredths. So one figure
/// is not `0.85 GB` where it was said and `870 MB` where it was computed.
///
/// ```
/// use sim_gauge::domain::{Base, Bytes};
/// use sim_gauge::i18n::format;
/// use sim_gauge::domain::Unit::{GB, MB};
/// assert_eq!(format::bytes(Bytes(1_839_999_990), Base::Decimal, MB), ("1.83".to_owned(), "GB"));
/// assert_eq!(format::bytes(Bytes(620_000_000), Base::Decimal, MB), ("620".to_owned(), "MB"));
/// assert_eq!(format::bytes(Bytes(620_000_000), Base::Decimal, GB), ("0.62".to_owned(), "GB"));
/// assert_eq!(format::bytes(Bytes(0), Base::Decimal, MB), ("0".to_owned(), "MB"));
/// ```
#[must_use]
pub fn bytes(bytes: Bytes, base: Base, small: Unit) -> (String, &'static str) {
    if bytes.0 == 0 {
        return ("0".to_owned(), symbol(small));
    }
    let bytes = Bytes(bytes.0.saturating_add(LOST));
    let unit = fitting(bytes, base, small);
    let one = unit.bytes(base);
    let hundredths = parts(bytes.0, 100, one);
    let figure = match hundredths {
        0..100 if unit != Unit::GB => "<1".to_owned(),
        0..1000 if unit != Unit::KB => point(hundredths, 2),
        1000..10_000 if unit != Unit::KB => point(hundredths / 10, 1),
        _ => grouped(hundredths / 100),
    };
    (figure, symbol(unit))
}

/// [`bytes`] in one text: `1.83 GB`.
#[must_use]
pub fn data(amount: Bytes, base: Base, small: Unit) -> String {
    let (figure, unit) = bytes(amount, base, small);
    with_unit(&figure, unit)
}

/// The `small` of amounts that stand beside one of so many bytes and are compared with it: parts of a gigabyte beside
/// one, so that both have one unit.
#[must_use]
pub fn beside(largest: Bytes, base: Base, small: Unit) -> Unit {
    if largest.0.saturating_add(LOST) >= Unit::GB.bytes(base) { Unit::GB } else { small }
}

/// The same beside an estimate, which is in gigabytes from a half upward.
#[must_use]
pub fn beside_about(largest: Bytes, base: Base, small: Unit) -> Unit {
    if coarse(largest, base, small) == Unit::GB { Unit::GB } else { small }
}

/// An estimate, to two digits and to the nearest: `0.8 GB`. The sign ≈ is the sentence's own. `small` as for [`bytes`].
#[must_use]
pub fn about(bytes: Bytes, base: Base, small: Unit) -> String {
    two(bytes, base, small, 5)
}

/// The upper end of an estimate, to two digits and upward, as a range has it. The sign ≤ is the sentence's own.
#[must_use]
pub fn up_to(bytes: Bytes, base: Base) -> String {
    let unit = coarse(bytes, base, Unit::MB);
    let one = unit.bytes(base);
    with_unit(&end(bytes, one, one / 10 - 1), symbol(unit))
}

/// What may be used, by what may be off in its last digit: to two digits, and rounded down. `small` as for [`bytes`].
#[must_use]
pub fn allowed(bytes: Bytes, base: Base, small: Unit) -> String {
    two(bytes, base, small, 0)
}

/// A share of which [`allowed`] says what is left and [`about`] what was used: the sum of the two as they are shown.
#[must_use]
pub fn share(left: Bytes, used: Bytes, base: Base, small: Unit) -> String {
    data(shown(left, base, small, 0).saturating_add(shown(used, base, small, 5)), base, small)
}

/// How much more was used than a share, of which [`about`] says what was used and [`allowed`] the share: the difference
/// of the two as they are shown, as an estimate; `None` where that is none.
#[must_use]
pub fn over(used: Bytes, share: Bytes, base: Base, small: Unit) -> Option<String> {
    let over = shown(used, base, small, 5).saturating_sub(shown(share, base, small, 0));
    (over.0 > 0).then(|| about(over, base, small))
}

/// What was found to be used, in the `unit` of its table, to the nearest: parts of a gigabyte only as far as the checks
/// tell, which may be off by `rounding`; of smaller units none.
#[must_use]
pub fn used(bytes: Bytes, rounding: Bytes, base: Base, unit: Unit) -> String {
    let (least, scale) = told(rounding, base, unit);
    let parts = (bytes.0.saturating_add(least / 2)) / least;
    let sign = if parts == 0 && bytes.0 > 0 { "<" } else { "" };
    with_unit(&[sign, &point(if sign.is_empty() { parts } else { 1 }, scale)].concat(), symbol(unit))
}

/// The same of what was used at least: never more than the checks are sure of.
#[must_use]
pub fn used_at_least(bytes: Bytes, rounding: Bytes, base: Base, unit: Unit) -> String {
    let (least, scale) = told(rounding, base, unit);
    with_unit(&point(bytes.0.saturating_sub(rounding.0) / least, scale), symbol(unit))
}

/// The least of a unit that checks tell which may be off by so much, in bytes, and how many digits after the point
/// that is.
fn told(rounding: Bytes, base: Base, unit: Unit) -> (u64, u32) {
    let one = unit.bytes(base);
    let scale = match unit {
        Unit::GB if rounding.0 < one / 40 => 2,
        Unit::GB => 1,
        _ => 0,
    };
    (one / 10_u64.pow(scale), scale)
}

/// An estimate's range in one unit, to two digits: `0.4–1.1 GB`. Its ends are rounded outward, so
/// that the range never claims to be narrower than it is. `small` as for [`bytes`].
#[must_use]
pub fn data_range(low: Bytes, high: Bytes, base: Base, small: Unit) -> String {
    let unit = coarse(high, base, small);
    let one = unit.bytes(base);
    let (low, high) = (end(low, one, 0), end(high, one, one / 10 - 1));
    if low == high {
        return with_unit(&low, symbol(unit));
    }
    let mut range = low;
    range.push('–');
    range.push_str(&high);
    with_unit(&range, symbol(unit))
}

/// An amount as it was said, all its digits kept: `1.20 GB`.
#[must_use]
pub fn amount(amount: Amount) -> String {
    with_unit(&decimal(amount.figure()), symbol(amount.unit()))
}

/// A number as it was said, its thousands grouped: `1,234.50`.
#[must_use]
pub fn decimal(number: Decimal) -> String {
    signed(number.is_negative(), "", &digits(number, 0))
}

/// A sum of money: `$5.00`, `¥38.50`, `HK$50.00`, `NT$300.00`, `12.00 EUR`; a debt as `−$2.00`.
///
/// The digits are those said, filled up to the currency's own. The renminbi's sign is plain only
/// in 简体: other readers take ¥ for the yen, so theirs is `CN¥38.50`.
#[must_use]
pub fn money(money: Money, lang: Lang) -> String {
    sum(money, money.currency.exponent(), lang)
}

/// An estimate of money, to three digits and downward, or `up`ward; of a hundred or more without a point: `NT$375`. The
/// sign ≈ is the sentence's own.
#[must_use]
pub fn money_about(money: Money, up: bool, lang: Lang) -> String {
    let (mantissa, one) = (money.figure.mantissa(), 10_i64.pow(money.figure.scale().into()));
    let mut digit = 1;
    while mantissa / digit >= 1000 {
        digit *= 10;
    }
    let rounded = mantissa.saturating_add(if up { digit - 1 } else { 0 }) / digit * digit;
    let whole = (digit >= one).then(|| Decimal::new(rounded / one, 0)).flatten();
    let figure = whole.or_else(|| Decimal::new(rounded, money.figure.scale())).unwrap_or(money.figure);
    sum(Money { figure, ..money }, if whole.is_some() { 0 } else { money.currency.exponent() }, lang)
}

/// With at least so many digits after the point.
fn sum(money: Money, least: u8, lang: Lang) -> String {
    let sign = match (money.currency.code(), lang) {
        ("USD", _) => "$",
        ("HKD", _) => "HK$",
        ("TWD", _) => "NT$",
        ("CNY", Lang::ZhHans) => "¥",
        ("CNY", Lang::ZhHant | Lang::En) => "CN¥",
        ("JPY", _) => "JP¥",
        ("KRW", _) => "₩",
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        _ => "",
    };
    let mut text = signed(money.figure.is_negative(), sign, &digits(money.figure, least));
    if sign.is_empty() {
        text.push(NBSP);
        text.push_str(money.currency.code());
    }
    text
}

/// A probability (0 to 1) in whole per cents: `70%`.
///
/// What is merely likely is never shown as sure: below one per cent it is `<1%`, above
/// ninety-nine `>99%`.
#[must_use]
pub fn percent(probability: f64) -> String {
    if probability > 0.99 {
        return ">99%".to_owned();
    }
    let whole = convert::unsigned(probability * 100.0);
    if probability < 0.01 || whole == 0 { "<1%".to_owned() } else { per_cent(Decimal::new(whole.cast_signed(), 0)) }
}

/// A share as a carrier said it, in per cent: `45%`, `12.5%`; `—` where there is none.
#[must_use]
pub fn per_cent(share: Option<Decimal>) -> String {
    let Some(share) = share else { return "—".to_owned() };
    let mut text = decimal(share);
    text.push('%');
    text
}

const fn symbol(unit: Unit) -> &'static str {
    match unit {
        Unit::B => "B",
        Unit::KB => "KB",
        Unit::MB => "MB",
        Unit::GB => "GB",
        Unit::TB => "TB",
    }
}

/// The unit in which the figure is at least one, or the gigabyte for what may be parts of one.
fn fitting(bytes: Bytes, base: Base, small: Unit) -> Unit {
    let one = Unit::GB.bytes(base);
    let is_hundredths = || {
        // As above; less than one is no number of bytes that a hundred times is too much.
        let parts = bytes.0 * 100 / one;
        parts > 0 && (parts * one / 100).abs_diff(bytes.0) <= LOST + 1
    };
    if bytes.0 >= one || small == Unit::GB && (bytes.0 >= one / 10 || is_hundredths()) {
        Unit::GB
    } else if bytes.0 >= Unit::MB.bytes(base) {
        Unit::MB
    } else {
        Unit::KB
    }
}

/// The unit of an estimate: GB from a half upward, where megabytes would pretend to know more, or from a
/// tenth where the card's carrier says such amounts in GB; only from a whole one where `small` is less than MB, as beside
/// amounts that can be said in nothing else.
fn coarse(bytes: Bytes, base: Base, small: Unit) -> Unit {
    let least = match small {
        Unit::GB | Unit::TB => 10,
        Unit::MB => 2,
        Unit::KB | Unit::B => 1,
    };
    if bytes.0 >= Unit::GB.bytes(base) / least { Unit::GB } else { Unit::MB }
}

/// To two digits, after adding so many tenths of the last one.
fn two(bytes: Bytes, base: Base, small: Unit, lift: u64) -> String {
    let (hundredths, unit) = rounded(bytes, base, small, lift);
    with_unit(&point(hundredths, 2), symbol(unit))
}

/// The same as the bytes that it stands for.
fn shown(bytes: Bytes, base: Base, small: Unit, lift: u64) -> Bytes {
    let (hundredths, unit) = rounded(bytes, base, small, lift);
    Bytes(convert::part_of(hundredths, unit.bytes(base).cast_signed(), 100))
}

/// The same as hundredths of its unit.
fn rounded(bytes: Bytes, base: Base, small: Unit, lift: u64) -> (u64, Unit) {
    let unit = coarse(bytes, base, small);
    let one = unit.bytes(base);
    // An estimate is no finer than a tenth, but for a small one in the unit of a larger: that is to the nearest
    // hundredth.
    let fine = unit != coarse(bytes, base, Unit::MB);
    let half = if fine { one / 1000 * lift } else { 0 };
    let hundredths = parts(bytes.0.saturating_add(LOST + half), 100, one);
    let mut digit = if lift == 0 || fine { 1 } else { 10 };
    while hundredths / digit >= 100 {
        digit *= 10;
    }
    ((hundredths + digit / 10 * lift) / digit * digit, unit)
}

/// How many of so many parts of a unit of `one` bytes it comes to, rounded down.
fn parts(bytes: u64, count: i64, one: u64) -> u64 {
    convert::part_of(bytes, count, one.cast_signed())
}

/// An end of a range in a unit of `one` bytes, to two digits: upward where something is added, else downward.
fn end(bytes: Bytes, one: u64, lift: u64) -> String {
    let tenths = parts(bytes.0.saturating_add(lift), 10, one);
    let digit = match tenths {
        0..100 => 1,
        100..1000 => 10,
        _ => 100,
    };
    let digits = if lift > 0 { tenths.div_ceil(digit) } else { tenths / digit };
    point(digits * digit, 1)
}

/// A number of hundredths or tenths with its point, without zeros at the end.
fn point(number: u64, scale: u32) -> String {
    let one = 10_u64.pow(scale);
    let (mut part, mut width) = (number % one, scale);
    while width > 0 && part.is_multiple_of(10) {
        part /= 10;
        width -= 1;
    }
    let mut text = grouped(number / one);
    if width > 0 {
        let part = part.to_string();
        text.push('.');
        (part.len()..usize::try_from(width).unwrap_or(0)).for_each(|_| text.push('0'));
        text.push_str(&part);
    }
    text
}

/// The digits without their sign, grouped, with at least `least` of them after the point.
fn digits(number: Decimal, least: u8) -> String {
    let text = number.to_string();
    let (whole, part) = text.trim_start_matches('-').split_once('.').unwrap_or((text.trim_start_matches('-'), ""));
    let mut digits = group(whole);
    if number.scale().max(least) > 0 {
        digits.push('.');
        digits.push_str(part);
        (number.scale()..least).for_each(|_| digits.push('0'));
    }
    digits
}

fn signed(negative: bool, sign: &str, digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + 8);
    if negative {
        text.push(MINUS);
    }
    text.push_str(sign);
    text.push_str(digits);
    text
}
