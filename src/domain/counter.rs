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

/// What was left in bytes, and when.
#[derive(Clone, Copy, Debug)]
struct Read {
    at: Timestamp,
    /// Below nothing where the counter counted more than there was.
    left: f64,
    /// How far the true figure may be from it.
    rounding: f64,
}

impl Read {
    const fn of(seen: Level) -> Self {
        let left = float_u(seen.left.0) - float_u(seen.over.0);
        Self { at: seen.at, left, rounding: float_u(seen.rounding.0) }
    }
}

/// Where a figure of the carrier's stands in the counter.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// The figure.
    carrier: Read,
    /// The count then.
    counter: Read,
    /// How far that may be off, in bytes.
    off: f64,
}

/// What is known of a counter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counter {
    /// The last readings of both.
    carrier: Option<Read>,
    counter: Option<Read>,
    /// The readings of both when they were last compared.
    anchor: Option<(Read, Read)>,
    /// From where on the counter moves the carrier's figure on.
    line: Option<Line>,
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
        let now = Read::of(seen);
        let before = self.counter.replace(now);
        if self.compare() {
            return None;
        }
        if let Some(carrier) = self.carrier.filter(|last| self.line.is_none_or(|line| last.at > line.carrier.at)) {
            let late = now.at.since(carrier.at);
            if let Some(before) = before.filter(|before| before.at <= carrier.at) {
                // Nobody knows at which hours it counted: evenly from the one reading to the next.
                let early = carrier.at.since(before.at);
                let each = (before.left - now.left) / float(early + late);
                let counter = Read { at: carrier.at, left: now.left + each * float(late), ..now };
                self.line = Some(Line { carrier, counter, off: each * float(early.min(late)) });
            } else if late <= NEAR {
                self.line = Some(Line { carrier, counter: now, off: 2.0 * doubt(full) * float(late) / float(DAY_MS) });
                return None;
            }
        }
        let Some(line) = self.line else { return Some(seen) };
        if now.left > line.counter.left + now.rounding {
            // The phone counts anew, and from when is not known: what it says is taken as it is again.
            (self.anchor, self.line) = (None, None);
            return Some(seen);
        }
        let used = line.counter.left - now.left;
        let left = Bytes(unsigned(line.carrier.left - self.ratio(full) * used));
        let rounding = Bytes(unsigned(INEXACT * used + line.off + line.carrier.rounding + now.rounding));
        let near = self.counted > 0.0 || line.off > 0.0 || line.carrier.rounding > now.rounding;
        let origin = if near { Origin::FromCounter } else { Origin::Counted };
        Some(Level { left, rounding, origin, ..seen })
    }

    /// The carrier's own figure. Whether it stands in the place of the counter's, which was read together with it
    /// and only shows how the two compare.
    pub(super) fn hear(&mut self, seen: Level) -> bool {
        self.carrier = Some(Read::of(seen));
        self.compare()
    }

    /// A top-up raises both.
    pub(super) fn raise(&mut self, bytes: Bytes) {
        self.each(|read| read.left += float_u(bytes.0));
    }

    /// Both begin anew with so much, in the place of what was left. What was learned of their ratio stays.
    pub(super) fn renew(&mut self, at: Timestamp, fresh: Bytes) {
        self.each(|read| *read = Read { at, left: float_u(fresh.0), rounding: 0.0 });
        // Both are known to stand there together; a count that was never read is not held against what nobody read.
        self.carrier = self.carrier.filter(|_| self.counter.is_some());
        self.anchor = self.carrier.zip(self.counter);
        self.line = self.anchor.map(|(carrier, counter)| Line { carrier, counter, off: 0.0 });
    }

    /// What the bucket holds was said to be another amount. The phone knows what was used: what is left by
    /// its count moves with it.
    pub(super) fn resize(&mut self, before: Bytes, after: Bytes) {
        let compared = self.anchor.as_mut().map(|(_, counter)| counter);
        let counted =
            self.counter.as_mut().into_iter().chain(compared).chain(self.line.as_mut().map(|line| &mut line.counter));
        counted.for_each(|read| read.left += float_u(after.0) - float_u(before.0));
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
        let new = before.is_none_or(|(last, _)| carrier.at > last.at);
        if !new || carrier.at.since(counter.at).abs() > TOGETHER {
            return false;
        }
        if let Some((said, counted)) = before
            && said.left >= carrier.left
            && counted.left > counter.left
        {
            self.said += said.left - carrier.left;
            self.counted += counted.left - counter.left;
            self.compared += 1;
        }
        (self.anchor, self.line) = (Some((carrier, counter)), Some(Line { carrier, counter, off: 0.0 }));
        true
    }

    fn each(&mut self, change: impl Fn(&mut Read)) {
        let anchor = self.anchor.as_mut().map(|(carrier, counter)| [carrier, counter]);
        let line = self.line.as_mut().map(|line| [&mut line.carrier, &mut line.counter]);
        let compared = anchor.into_iter().chain(line).flatten();
        compared.chain(self.carrier.as_mut()).chain(self.counter.as_mut()).for_each(change);
    }
}

/// In bytes, one at least.
fn doubt(full: Option<Bytes>) -> f64 {
    full.map_or(1.0, |full| 1.0 + float_u(full.0) * HALF_DAY)
}
