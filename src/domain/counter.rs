//! A phone's own counter beside the carrier's figures: its ratio is learned, and its readings are
//! turned into what the carrier would have said.
//!
//! This is done where a ledger is walked, so that the gauge, the chart, its tables, the forecast and
//! every sum speak of the same amounts.

use super::amount::Bytes;
use super::convert::{float, float_u, unsigned};
use super::date::{DAY_MS, Timestamp};
use super::movement::{Level, Origin};

/// A counter and a carrier that were read within this time, in ms, are compared: two hours, in which little
/// is used that only one of them could have counted.
const TOGETHER: i64 = DAY_MS / 12;
/// A counter that was first read so long after the carrier, in ms, is still held against it: six hours, of which nobody
/// knows how much was used in them.
const NEAR: i64 = DAY_MS / 4;
/// How far use by the counter may be off beyond its rounding, as a share.
const INEXACT: f64 = 0.03;
/// Half a day of a plan of a month, as a share of it: of so little use the ratio says little.
const HALF_DAY: f64 = 1.0 / 60.0;

/// When, and what was left by it.
type Read = (Timestamp, Bytes);

/// What is known of a counter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counter {
    /// The last readings of both.
    carrier: Option<Read>,
    counter: Option<Read>,
    /// The readings of both when they were last compared.
    anchor: Option<(Read, Read)>,
    /// Where the carrier's last figure stands in the counter: that figure, the count then, and how far it may be off,
    /// in bytes.
    from: Option<(Read, Read, f64)>,
    /// What the carrier and the counter said was used between comparisons.
    said: f64,
    counted: f64,
    /// How many those were.
    compared: u32,
}

impl Counter {
    /// What a reading of the counter means in the carrier's figures: the last of them, less what the counter counted
    /// since. `None` where it only shows how the two compare. Where the carrier has said nothing, or hours before the
    /// counter was first read, or the counter began anew since, it is taken as it is. `full` is what the bucket holds.
    pub(super) fn read(&mut self, seen: Level, full: Option<Bytes>) -> Option<Level> {
        let now = (seen.at, seen.left);
        let before = self.counter.replace(now);
        if self.compare() {
            return None;
        }
        if let Some(carrier) = self.carrier.filter(|last| self.from.is_none_or(|(from, ..)| last.0 > from.0)) {
            let late = seen.at.since(carrier.0);
            if let Some(before) = before.filter(|before| before.0 <= carrier.0) {
                // Nobody knows at which hours it counted: evenly from the one reading to the next.
                let early = carrier.0.since(before.0);
                let each = (float_u(before.1.0) - float_u(seen.left.0)) / float(early + late);
                let count = Bytes(unsigned(float_u(seen.left.0) + each * float(late)));
                self.from = Some((carrier, (carrier.0, count), each * float(early.min(late))));
            } else if late <= NEAR {
                self.from = Some((carrier, now, 2.0 * doubt(full) * float(late) / float(DAY_MS)));
                return None;
            }
        }
        let Some(((_, carrier), (_, counter), off)) = self.from else { return Some(seen) };
        if seen.left > counter.saturating_add(seen.rounding) {
            // The phone counts anew, and from when is not known: what it says is taken as it is again.
            (self.anchor, self.from) = (None, None);
            return Some(seen);
        }
        let used = float_u(counter.0) - float_u(seen.left.0);
        let left = Bytes(unsigned(float_u(carrier.0) - self.ratio(full) * used));
        let rounding = Bytes(unsigned(INEXACT * used + off)).saturating_add(seen.rounding);
        let origin = if self.counted > 0.0 || off > 0.0 { Origin::FromCounter } else { Origin::Counted };
        Some(Level { left, rounding, origin, ..seen })
    }

    /// The carrier's own figure. Whether it stands in the place of the counter's, which was read together with it
    /// and only shows how the two compare.
    pub(super) fn hear(&mut self, seen: Level) -> bool {
        self.carrier = Some((seen.at, seen.left));
        self.compare()
    }

    /// A top-up raises both.
    pub(super) fn raise(&mut self, bytes: Bytes) {
        self.each(|(_, left)| *left = left.saturating_add(bytes));
    }

    /// Both begin anew with so much, in the place of what was left. What was learned of their ratio stays.
    pub(super) fn renew(&mut self, at: Timestamp, fresh: Bytes) {
        self.each(|read| *read = (at, fresh));
        // Both are known to stand there together; a count that was never read is not held against what nobody read.
        self.carrier = self.carrier.filter(|_| self.counter.is_some());
        self.anchor = self.carrier.zip(self.counter);
        self.from = self.anchor.map(|(carrier, counter)| (carrier, counter, 0.0));
    }

    /// What the bucket holds was said to be another amount. The phone knows what was used: what is left by
    /// its count moves with it.
    pub(super) fn resize(&mut self, before: Bytes, after: Bytes) {
        let compared = self.anchor.as_mut().map(|(_, counter)| counter);
        let counted =
            self.counter.as_mut().into_iter().chain(compared).chain(self.from.as_mut().map(|from| &mut from.1));
        counted.for_each(|(_, left)| *left = left.saturating_add(after).saturating_sub(before));
    }

    /// The ratio, and from how many comparisons, where the two were compared over two days' worth of use at least.
    pub(super) fn known(&self, full: Option<Bytes>) -> Option<(f64, u32)> {
        (self.counted >= 4.0 * doubt(full)).then(|| (self.ratio(full), self.compared))
    }

    /// What the carrier counts for each byte of the counter; 1 until more is known.
    fn ratio(&self, full: Option<Bytes>) -> f64 {
        let doubt = doubt(full);
        (self.said + doubt) / (self.counted + doubt)
    }

    /// Compares two readings that were made together, each pair once; whether there were such.
    fn compare(&mut self) -> bool {
        let (Some(carrier), Some(counter)) = (self.carrier, self.counter) else { return false };
        let before = self.anchor;
        let new = before.is_none_or(|(last, _)| carrier.0 > last.0);
        if !new || carrier.0.since(counter.0).abs() > TOGETHER {
            return false;
        }
        if let Some(((_, said), (_, counted))) = before
            && said >= carrier.1
            && counted > counter.1
        {
            self.said += float_u(said.0 - carrier.1.0);
            self.counted += float_u(counted.0 - counter.1.0);
            self.compared += 1;
        }
        (self.anchor, self.from) = (Some((carrier, counter)), Some((carrier, counter, 0.0)));
        true
    }

    fn each(&mut self, change: impl Fn(&mut Read)) {
        let anchor = self.anchor.as_mut().map(|(carrier, counter)| [carrier, counter]);
        let from = self.from.as_mut().map(|(carrier, counter, _)| [carrier, counter]);
        let compared = anchor.into_iter().chain(from).flatten();
        compared.chain(self.carrier.as_mut()).chain(self.counter.as_mut()).for_each(change);
    }
}

/// In bytes, one at least.
fn doubt(full: Option<Bytes>) -> f64 {
    full.map_or(1.0, |full| 1.0 + float_u(full.0) * HALF_DAY)
}
