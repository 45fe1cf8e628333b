//! The clock and the calendar of stories that are told in the card's own days: New York in winter, from
//! the summer of 2026 on.
//!
//! `#[path = "person/clock.rs"] mod clock;` in a test file brings it in.
#![allow(dead_code, reason = "each test uses its own part")]
#![allow(clippy::unwrap_used, reason = "tests")]

use sim_gauge::domain::{Amount, Card, Date, Decimal, Line, Offsets, Timestamp, Unit, ZoneName};

pub(crate) const MB: u64 = 1 << 20;

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The card's zone.
pub(crate) fn zone() -> Offsets {
    Offsets::fixed(-300)
}

/// `11-20 09:30` of 2026, `01-05 00:00` of 2027.
pub(crate) fn at(text: &str) -> Timestamp {
    let (day, clock) = text.split_once(' ').unwrap();
    let year = if day < "06" { 2027 } else { 2026 };
    let (hour, minute) = clock.split_once(':').unwrap();
    zone().instant(date(&format!("{year}-{day}")), hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap())
}

pub(crate) fn mb(megabytes: u64) -> Amount {
    Amount::new(Decimal::new(megabytes.cast_signed(), 0).unwrap(), Unit::MB).unwrap()
}

/// A card of 3 GB.
pub(crate) fn card() -> Card {
    let card = Card::named(Line::parse("US").unwrap(), ZoneName::parse("America/New_York").unwrap());
    Card { plan: Some(mb(3000)), ..card }
}
