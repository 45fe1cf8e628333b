//! The rhythm of a week: nights and weekends, where there is enough to know of them.
//!
//! Use runs on a clock of its own, which is slow at night for one who sleeps then: [`Clock`] turns
//! instants into days of use. Until checks have shown a rhythm it is the ordinary clock.

use crate::domain::convert::{float, integer};
use crate::domain::{DAY_MS, Timestamp};

/// Parts of a day: night, morning, afternoon, evening; six hours each, from midnight on.
const PARTS: usize = 4;
/// Parts of a week, from Monday's midnight on.
const BINS: usize = 7 * PARTS;
const BIN_MS: i64 = DAY_MS / 4;
const WEEK_MS: i64 = 7 * DAY_MS;
/// 1970-01-01 was a Thursday.
const MONDAY_MS: i64 = 3 * DAY_MS;
/// How far parts of a day, and weekends, differ among people: the variance of the factor, as a
/// guess before anything is known.
const DAY_SPREAD: f64 = 0.25;
const WEEK_SPREAD: f64 = 0.1;

/// What was used in a part of the day or of the week, in days of ordinary use, and in how much time.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    used: f64,
    days: f64,
}

/// What checks have shown of the rhythm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rhythm {
    east_ms: i64,
    day: [Share; PARTS],
    week: [Share; 2],
}

/// Days of use since Monday's midnight, at the ends of the parts of the week; 7 in a week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    east_ms: i64,
    until: [f64; BINS],
}

impl Rhythm {
    /// Nothing known yet, by a clock so many minutes east of UTC.
    pub(super) fn new(east: i32) -> Self {
        let none = Share::default();
        Self { east_ms: i64::from(east) * 60_000, day: [none; PARTS], week: [none; 2] }
    }

    /// The clock by what is known, for use that is uneven by `dispersion`: the variance of a day's
    /// use over its squared mean. The more uneven, the more days it takes to believe in a rhythm.
    pub(super) fn clock(&self, dispersion: f64) -> Clock {
        let factor = |share: &Share, spread: f64| {
            let doubt = dispersion / spread;
            (share.used + doubt) / (share.days + doubt)
        };
        let day = self.day.map(|share| factor(&share, DAY_SPREAD));
        let week = self.week.map(|share| factor(&share, WEEK_SPREAD));
        let mut sum = 0.0;
        let mut until = [0.0; BINS];
        for (bin, until) in until.iter_mut().enumerate() {
            sum += pick(&day, bin % PARTS) * pick(&week, weekend(bin)) / float_usize(PARTS);
            *until = sum;
        }
        Clock { east_ms: self.east_ms, until: until.map(|days| days * 7.0 / sum) }
    }

    /// Learns from so many days' worth of use between two instants, shared out by the clock.
    pub(super) fn learn(&mut self, clock: &Clock, from: Timestamp, to: Timestamp, used: f64) {
        let spent = clock.spent(from, to);
        let (all, time) = (spent.iter().map(|bin| bin.0).sum::<f64>(), spent.iter().map(|bin| bin.1).sum::<f64>());
        if all <= 0.0 || time <= 0.0 {
            return;
        }
        for (bin, (days, hours)) in spent.iter().enumerate() {
            let part = Share { used: used * days / all, days: *hours };
            for share in [self.day.get_mut(bin % PARTS), self.week.get_mut(weekend(bin))].into_iter().flatten() {
                share.used += part.used;
                share.days += part.days;
            }
        }
    }
}

impl Clock {
    /// Days of use from one instant to another; 0 where it is the other way round.
    pub(super) fn days(&self, from: Timestamp, to: Timestamp) -> f64 {
        (self.reading(to) - self.reading(from)).max(0.0)
    }

    /// The instant so many days of use after another.
    pub(super) fn after(&self, from: Timestamp, days: f64) -> Timestamp {
        let (weeks, into) = self.place(from);
        let reading = self.at(into) + days;
        let whole = libm::floor(reading / 7.0);
        let rest = reading - whole * 7.0;
        let bin = self.until.iter().position(|&until| until > rest).unwrap_or(BINS - 1);
        let (low, high) = (self.before(bin), self.before(bin + 1));
        let part = if high > low { (rest - low) / (high - low) } else { 0.0 };
        let into = float(BIN_MS) * (float_usize(bin) + part);
        let ms = (float(weeks) + whole) * float(WEEK_MS) + into - float(MONDAY_MS) - float(self.east_ms);
        Timestamp::MIN.plus(integer(ms) - Timestamp::MIN.millis())
    }

    /// Days of use, and days, that each part of the week has between two instants.
    fn spent(&self, from: Timestamp, to: Timestamp) -> [(f64, f64); BINS] {
        let mut spent = [(0.0, 0.0); BINS];
        let whole = float(to.since(from).max(0) / WEEK_MS);
        let (_, start) = self.place(from);
        let mut rest = to.since(from).max(0) % WEEK_MS;
        for (bin, slot) in spent.iter_mut().enumerate() {
            let share = self.before(bin + 1) - self.before(bin);
            *slot = (whole * share, whole / float_usize(PARTS));
        }
        let mut at = start;
        while rest > 0 {
            let bin = usize::try_from(at / BIN_MS).unwrap_or(0).min(BINS - 1);
            let step = (BIN_MS - at % BIN_MS).min(rest);
            let part = float(step) / float(BIN_MS);
            if let Some(slot) = spent.get_mut(bin) {
                slot.0 += part * (self.before(bin + 1) - self.before(bin));
                slot.1 += part / float_usize(PARTS);
            }
            (at, rest) = ((at + step) % WEEK_MS, rest - step);
        }
        spent
    }

    fn reading(&self, at: Timestamp) -> f64 {
        let (weeks, into) = self.place(at);
        float(weeks) * 7.0 + self.at(into)
    }

    /// Days of use so many milliseconds into a week.
    fn at(&self, into: i64) -> f64 {
        let bin = usize::try_from(into / BIN_MS).unwrap_or(0);
        let part = float(into % BIN_MS) / float(BIN_MS);
        self.before(bin) + part * (self.before(bin + 1) - self.before(bin))
    }

    fn before(&self, bin: usize) -> f64 {
        bin.checked_sub(1).and_then(|last| self.until.get(last)).copied().unwrap_or(0.0)
    }

    /// The week, and the milliseconds into it.
    fn place(&self, at: Timestamp) -> (i64, i64) {
        let local = at.millis() + self.east_ms + MONDAY_MS;
        (local.div_euclid(WEEK_MS), local.rem_euclid(WEEK_MS))
    }
}

fn weekend(bin: usize) -> usize {
    usize::from(bin / PARTS >= 5)
}

fn pick(factors: &[f64], place: usize) -> f64 {
    factors.get(place).copied().unwrap_or(1.0)
}

fn float_usize(value: usize) -> f64 {
    u32::try_from(value).map_or(0.0, f64::from)
}
