//! A number as it was said: its digits and how many of them stand after the point.
//!
//! It does no arithmetic beyond scaling to a smaller unit, and never becomes a float.

use std::fmt;

/// A decimal number that remembers its digits: `1.20` is not `1.2`, because it was measured ten
/// times as finely.
///
/// At most [`Decimal::MAX_DIGITS`] digits, of which at most [`Decimal::MAX_SCALE`] after the point.
///
/// ```
/// use sim_gauge::domain::Decimal;
/// let said = Decimal::parse("1.20").unwrap();
/// assert_eq!((said.mantissa(), said.scale()), (120, 2));
/// assert_eq!(said.to_string(), "1.20");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// Digits in all: enough for a petabyte in bytes.
    pub const MAX_DIGITS: usize = 15;
    /// Digits after the point.
    pub const MAX_SCALE: u8 = 6;
    /// Nothing at all.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// `mantissa × 10^-scale`, or `None` where it has too many digits.
    #[must_use]
    pub const fn new(mantissa: i64, scale: u8) -> Option<Self> {
        if scale > Self::MAX_SCALE || mantissa.unsigned_abs() >= 1_000_000_000_000_000 {
            return None;
        }
        Some(Self { mantissa, scale })
    }

    /// Reads ASCII digits with at most one point and a leading minus.
    ///
    /// Returns `None` for anything else, among it an empty text, a lone point, grouping marks and
    /// too many digits: what a comma means depends on who wrote it, which is for `sms` and for the
    /// forms to know.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let count = whole.len() + part.len();
        if whole.is_empty() || count > Self::MAX_DIGITS || digits.ends_with('.') {
            return None;
        }
        let mut mantissa = 0_i64;
        for byte in whole.bytes().chain(part.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
        }
        let scale = u8::try_from(part.len()).ok()?;
        Self::new(if negative { -mantissa } else { mantissa }, scale)
    }

    /// The digits without the point.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many of the digits stand after the point.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The value times `factor`, rounded half away from zero; `None` beyond `i64`.
    #[must_use]
    pub fn scaled(self, factor: u64) -> Option<i64> {
        // Nearly every figure fits into 64 bits, in which a division is ten times cheaper.
        if let Some(product) = i64::try_from(factor).ok().and_then(|factor| self.mantissa.checked_mul(factor)) {
            let divisor = 10_i64.pow(u32::from(self.scale));
            let half = if product < 0 { -(divisor / 2) } else { divisor / 2 };
            if let Some(sum) = product.checked_add(half) {
                return Some(sum / divisor);
            }
        }
        let product = i128::from(self.mantissa) * i128::from(factor);
        let divisor = 10_i128.pow(u32::from(self.scale));
        let half = divisor / 2;
        let rounded = if product < 0 { (product - half) / divisor } else { (product + half) / divisor };
        i64::try_from(rounded).ok()
    }

    /// Both together, with the finer one's digits after the point; `None` where it has too many digits.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let factor = 10_u64.pow(scale.into());
        Self::new(self.scaled(factor)?.checked_add(other.scaled(factor)?)?, scale)
    }

    /// Half of its last digit, times `factor`: how far the true value may be from what was said.
    #[must_use]
    pub fn half_step(self, factor: u64) -> u64 {
        factor / (2 * 10_u64.pow(u32::from(self.scale)))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let divisor = 10_u64.pow(u32::from(self.scale));
        let width = usize::from(self.scale);
        write!(f, "{sign}{}.{:0width$}", digits / divisor, digits % divisor)
    }
}
