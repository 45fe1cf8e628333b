//! Instants and calendar days. It knows no zone: `zone` turns one into the other.

use super::convert::natural;
use std::fmt;

/// Milliseconds in a day of 24 hours.
pub const DAY_MS: i64 = 86_400_000;

/// An instant: milliseconds since 1970-01-01 UTC, within the years 2000 to 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 2000-01-01T00:00Z.
    pub const MIN: Self = Self(946_684_800_000);
    /// 2101-01-01T00:00Z.
    pub const MAX: Self = Self(4_133_980_800_000);

    /// The instant, or `None` outside the years 2000 to 2100.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Option<Self> {
        if millis >= Self::MIN.0 && millis <= Self::MAX.0 { Some(Self(millis)) } else { None }
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Later by so many milliseconds (earlier where negative), held within the years it may have.
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Milliseconds from `earlier` to this; negative where it is the other way round.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

/// A calendar day of the years 2000 to 2100, in whichever zone its owner says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(time::Date);

impl Date {
    /// 2000-01-01.
    pub const FIRST: Self = Self::edge(2000, time::Month::January, 1);
    /// 2100-12-31.
    pub const LAST: Self = Self::edge(2100, time::Month::December, 31);

    const fn edge(year: i32, month: time::Month, day: u8) -> Self {
        match time::Date::from_calendar_date(year, month, day) {
            Ok(date) => Self(date),
            Err(_) => panic!("a day of the calendar, evaluated when compiled"),
        }
    }

    /// The day, or `None` where there is none such, or outside 2000 to 2100.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = time::Month::try_from(month).ok()?;
        let date = time::Date::from_calendar_date(year, month, day).ok()?;
        (2000..=2100).contains(&year).then_some(Self(date))
    }

    /// Reads `2026-12-04`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let number = |part: &str| -> Option<u16> { natural(part) };
        Self::new(number(year)?.into(), u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.day()
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub const fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// Days from 1970-01-01.
    #[must_use]
    pub const fn epoch_days(self) -> i32 {
        self.0.to_julian_day() - 2_440_588
    }

    /// The day so many days from 1970-01-01, or `None` outside 2000 to 2100.
    #[must_use]
    pub fn from_epoch_days(days: i32) -> Option<Self> {
        let date = time::Date::from_julian_day(days.checked_add(2_440_588)?).ok()?;
        (2000..=2100).contains(&date.year()).then_some(Self(date))
    }

    /// Later by so many days; `None` outside 2000 to 2100.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_epoch_days(self.epoch_days().checked_add(days)?)
    }

    /// Whole days from `earlier` to this; negative where it is the other way round.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.epoch_days() - earlier.epoch_days()
    }

    /// The last day of its month.
    #[must_use]
    pub fn month_end(self) -> Self {
        (28..=31).rev().find_map(|day| Self::new(self.year(), self.month(), day)).unwrap_or(self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}
