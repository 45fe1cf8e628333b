//! Scales: instants to tenths of a pixel across, bytes to tenths of a pixel down.

use super::shape::LabelText;
use super::{Plot, Range};
use crate::domain::{Base, Bytes, DAY_MS, Movement, Timestamp, Unit};

/// Beyond an expiry, so that its rule has room on either side: a part of the span before it.
const BEYOND: i64 = 8;
/// The shortest time drawn.
const SHORTEST: i64 = 2 * DAY_MS;
/// The longest look ahead where no expiry is known.
pub(super) const AHEAD: i64 = 60 * DAY_MS;

/// Tenths in a pixel.
const PIXEL: i32 = 10;

/// The frame in which the data lies, and what its edges stand for.
///
/// Its edges lie on whole pixels, and so does every instant and every amount within it. So lines
/// that are level or upright are crisp, and what falls on one column of pixels has one place
/// across, by which a dense line is thinned out exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    pub(super) most: u64,
}

impl Frame {
    /// Tenths of a pixel from the left, within the frame; the nearest whole pixel.
    pub(super) fn x(&self, at: Timestamp) -> i32 {
        let at = at.clamp(self.from, self.to);
        // A century in ms times the pixels of the widest chart is far below 2⁶³.
        let part = at.since(self.from) * i64::from((self.right - self.left) / PIXEL);
        let whole = self.to.since(self.from).max(1);
        self.left + i32::try_from((part + whole / 2) / whole).unwrap_or(0) * PIXEL
    }

    /// Tenths of a pixel from the top, within the frame; the nearest whole pixel.
    pub(super) fn y(&self, bytes: Bytes) -> i32 {
        let part = u128::from(bytes.0.min(self.most)) * u128::from(((self.bottom - self.top) / PIXEL).unsigned_abs());
        let whole = u128::from(self.most.max(1));
        self.bottom - i32::try_from((part + whole / 2) / whole).unwrap_or(0) * PIXEL
    }

    pub(super) fn shows(&self, at: Timestamp) -> bool {
        (self.from..=self.to).contains(&at)
    }
}

/// The instants at the left and the right edge.
pub(super) fn window(plot: &Plot<'_>) -> (Timestamp, Timestamp) {
    let first = plot.movements.first().map_or(plot.now, Movement::at);
    let last = plot.movements.last().map_or(plot.now, Movement::at).max(plot.now);
    let midnight = |at: Timestamp| plot.zone.start(plot.zone.date(at));
    if plot.range == Range::Week {
        return (midnight(plot.now.plus(-7 * DAY_MS)), plot.zone.end(plot.zone.date(plot.now.plus(7 * DAY_MS))));
    }
    // Until a check is made in a new period, what is known is of the one before.
    let newest = plot.movements.last().map(Movement::at);
    let from = match (plot.range, plot.start) {
        (Range::Cycle | Range::Trip, Some(start)) if newest.is_none_or(|newest| newest >= start) => start,
        _ => first,
    };
    let from = midnight(from.min(plot.now));
    let needed = plot.needed.filter(|_| plot.range == Range::Trip);
    let to = match needed.or(plot.expires) {
        Some(end) => {
            let end = end.max(last);
            end.plus(end.since(from) / BEYOND)
        }
        None => {
            let foretold = plot.fan.last().map_or(last, |fan| fan.at).min(plot.now.plus(AHEAD));
            let end = foretold.max(last);
            end.plus(end.since(from) / (4 * BEYOND))
        }
    };
    (from, to.max(from.plus(SHORTEST)))
}

/// Amounts at even steps of 1, 2 or 5 times a power of ten, from nothing up: at most five lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ladder {
    pub(super) unit: Unit,
    /// Tenths of the unit between two lines.
    pub(super) step: u64,
    /// How many steps there are above nothing.
    pub(super) steps: u64,
    base: Base,
}

impl Ladder {
    /// The ladder that reaches `most`, in no larger unit than that.
    pub(super) fn reaching(most: Bytes, (base, largest): (Base, Unit)) -> Self {
        let most = most.0.max(1);
        // Beyond 800 of a unit the next larger one: 1 GB, and not 1,000 MB.
        let larger = |unit: &Unit| *unit <= largest && unit.bytes(base) / 32 * 25 < most;
        let unit = [Unit::TB, Unit::GB].into_iter().find(larger).unwrap_or(Unit::MB);
        let mut step = 1;
        let mut leading = [2_u64, 5, 10].into_iter().cycle();
        let mut decade = 1_u64;
        loop {
            let ladder = Self { unit, step, steps: 4, base };
            let steps = u64::try_from((u128::from(most) * 10).div_ceil(ladder.step_bytes_by_ten())).unwrap_or(4);
            // A step so large that it cannot be reached: beyond any bucket.
            if steps <= 4 || step > 1_000_000_000_000 {
                return Self { steps: steps.clamp(1, 4), ..ladder };
            }
            let lead = leading.next().unwrap_or(10);
            step = decade * lead;
            if lead == 10 {
                decade = step;
            }
        }
    }

    fn step_bytes_by_ten(&self) -> u128 {
        (u128::from(self.step) * u128::from(self.unit.bytes(self.base))).max(1)
    }

    /// What the `n`th line stands for.
    pub(super) fn bytes(&self, n: u64) -> Bytes {
        Bytes(u64::try_from(self.step_bytes_by_ten() * u128::from(n) / 10).unwrap_or(u64::MAX))
    }

    /// What stands at the `n`th line; the unit only at the uppermost.
    pub(super) const fn label(&self, n: u64) -> LabelText {
        LabelText::Amount { tenths: self.step * n, unit: self.unit, with_unit: n == self.steps }
    }

    /// Pixels that the widest label takes, with what keeps it from the frame, at 12 px.
    pub(super) fn gutter(&self) -> i32 {
        let top = self.step * self.steps;
        let mut pixels = if self.unit == Unit::MB { 38 } else { 32 };
        let mut rest = (top / 10).max(1);
        while rest > 0 {
            pixels += 7;
            rest /= 10;
        }
        let part = !self.step.is_multiple_of(10);
        let top_part = !top.is_multiple_of(10);
        // "2.5 GB" is wide; "0.5" below a plain "1 GB" is not.
        if part && top_part { pixels + 10 } else { pixels }
    }
}
