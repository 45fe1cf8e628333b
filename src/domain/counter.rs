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
/// How far use by the counter may be off beyond its rounding, as a share: while nobody knows how it compares, by what
/// a gigabyte of 1024 MB is more than one of 1000 (docs/forecast.md).
const INEXACT: f64 = 0.03;
const UNKNOWN: f64 = 0.075;
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
    /// Whether the counter began anew there.
    anew: bool,
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
    /// Whether what it counts begins anew each day, and the counter with it.
    daily: bool,
    /// What the phone last said was used, in bytes, and when.
    used: Option<(Timestamp, f64)>,
    /// The same, where something came in the place of the rest since, and when that came.
    before: Option<(Timestamp, f64, Timestamp)>,
    /// What of the phone's count was used of what is there no more, in bytes.
    past: f64,
    /// Whether some of what was counted since they were last compared may be of what is there no more.
    mixed: bool,
    /// The line and the last count before the counter began anew, until its next reading.
    old: Option<(Line, Read)>,
}

impl Counter {
    pub(super) fn new(daily: bool) -> Self {
        Self { daily, ..Self::default() }
    }

    /// What a reading of the counter means in the carrier's figures: the last of them, less what the counter counted
    /// since. `None` where it only shows how the two compare, or that the counter began anew. Where the carrier has said
    /// nothing, or hours before the counter was first read, it is taken as it is. `full` is what the bucket holds.
    pub(super) fn read(&mut self, seen: Level, full: Option<Bytes>) -> Option<Level> {
        let (now, spread) = self.counted_on(seen, full);
        let before = self.counter.replace(now);
        if self.compare() {
            return None;
        }
        if let Some((line, stood)) = self.old.take()
            && !self.told()
            && now.left <= stood.left + stood.rounding + now.rounding
        {
            // It is back on the old line: what came between was a slip of the phone's.
            self.line = Some(line);
        }
        let new = self.carrier.filter(|_| self.told());
        let around = new.zip(before).filter(|(carrier, before)| before.at <= carrier.at);
        let last = around.map(|(_, before)| before).or(self.line.map(|line| line.counter));
        if last.is_some_and(|last| now.left > last.left + last.rounding + now.rounding) {
            match full {
                Some(full) if self.daily => {
                    self.renew(now.at, full);
                    self.counter = Some(now);
                }
                _ => {
                    self.old = self.line.zip(before).filter(|_| new.is_none());
                    self.begin(new, before, now, full);
                    return None;
                }
            }
        } else if let Some((carrier, before)) = around {
            // Nobody knows at which hours it counted: evenly from the one reading to the next.
            let (early, late) = (carrier.at.since(before.at), now.at.since(carrier.at));
            let each = (before.left - now.left) / float(early + late);
            let counter = Read { at: carrier.at, left: now.left + each * float(late), ..now };
            self.line = Some(Line { carrier, counter, off: each * float(early.min(late)), anew: false });
        } else if let Some(carrier) = new.filter(|carrier| now.at.since(carrier.at) <= NEAR) {
            let off = unseen(carrier, now, full);
            self.line = Some(Line { carrier, counter: now, off, anew: false });
            return None;
        }
        let Some(line) = self.line.as_mut() else {
            let off = Bytes(unsigned(spread));
            return Some(Level {
                left: Bytes(unsigned(now.left)),
                rounding: seen.rounding.saturating_add(off),
                ..seen
            });
        };
        line.off += spread;
        let line = *line;
        let used = (line.counter.left - now.left).max(0.0);
        let left = Bytes(unsigned(line.carrier.left - self.ratio(full) * used));
        let inexact = if self.known(full).is_some() { INEXACT } else { UNKNOWN };
        let roundings = line.carrier.rounding + line.counter.rounding + now.rounding;
        let rounding = (inexact + self.disbelieved(full)) * used + line.off + roundings;
        // However much is open, it is something between nothing and what the carrier last said.
        let rounding = Bytes(unsigned(rounding.min(line.carrier.left)));
        let near = self.counted > 0.0 || line.off > 0.0 || line.carrier.rounding > now.rounding;
        let origin = if near { Origin::FromCounter } else { Origin::Counted };
        Some(Level { left, rounding, origin, ..seen })
    }

    /// A reading less what the phone had counted before something came in the place of the rest, and how much of the use
    /// since may be of that. A phone counts on over a top-up: only where it says less than before has it begun anew.
    fn counted_on(&mut self, seen: Level, full: Option<Bytes>) -> (Read, f64) {
        let now = Read::of(seen);
        let said = full.filter(|_| seen.origin == Origin::FromUsed).map(|full| float_u(full.0) - now.left);
        let mut spread = 0.0;
        if let (Some((last, past, came)), Some(used)) = (self.before.take(), said) {
            let goes_on = used >= past;
            self.past = if goes_on { past } else { 0.0 };
            if goes_on {
                self.mixed = used > past;
                spread = (used - past) * float(came.since(last)) / float(seen.at.since(last).max(1));
            }
        } else if said.is_some_and(|used| used < self.past) {
            self.past = 0.0;
        }
        self.used = said.map(|used| (seen.at, used));
        (Read { left: now.left + said.map_or(0.0, |_| self.past), ..now }, spread)
    }

    /// The counter began anew: what the carrier would have said when it was last read stands, less what it has counted
    /// since, or the even share of the plan for that time, whichever is more: nobody counted what was used in between.
    fn begin(&mut self, new: Option<Read>, before: Option<Read>, now: Read, full: Option<Bytes>) {
        let (ratio, counted) = (self.ratio(full), full.map_or(0.0, |full| float_u(full.0) - now.left));
        // When it began is not known: half of what it has counted was used since the carrier spoke, give or take as much.
        let spoke = |carrier: Read| (Read { left: carrier.left - ratio * counted / 2.0, ..carrier }, counted / 2.0);
        let stood = new.map(spoke).or_else(|| {
            let Line { carrier, counter, off, .. } = self.line?;
            let last = before.unwrap_or(counter);
            let used = counter.left - last.left + counted.max(unseen(last, now, full));
            let left = carrier.left - ratio * used;
            Some((Read { at: last.at, left, ..carrier }, off + self.disbelieved(full) * used.max(0.0)))
        });
        self.anchor = None;
        self.line = stood.map(|(carrier, off)| {
            let off = off + unseen(carrier, now, full);
            Line { carrier: Read { at: now.at, ..carrier }, counter: now, off, anew: true }
        });
    }

    /// Whether the counter began anew, and the carrier has said nothing since.
    pub(super) fn began_anew(&self) -> bool {
        self.line.is_some_and(|line| line.anew) && !self.told()
    }

    /// Whether the carrier has said something since the two were last held against each other.
    fn told(&self) -> bool {
        self.carrier.is_some_and(|last| self.line.is_none_or(|line| last.at > line.carrier.at))
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

    /// So much came in the place of what was left.
    pub(super) fn replace(&mut self, at: Timestamp, fresh: Bytes) {
        let before = self.used.map(|(last, used)| (last, used, at));
        self.renew(at, fresh);
        self.before = before;
    }

    /// Both begin anew with so much, in the place of what was left. What was learned of their ratio stays.
    pub(super) fn renew(&mut self, at: Timestamp, fresh: Bytes) {
        (self.used, self.before, self.past, self.mixed, self.old) = (None, None, 0.0, false, None);
        self.each(|read| *read = Read { at, left: float_u(fresh.0), rounding: 0.0 });
        // Both are known to stand there together; a count that was never read is not held against what nobody read.
        self.carrier = self.carrier.filter(|_| self.counter.is_some());
        self.anchor = self.carrier.zip(self.counter);
        self.line = self.anchor.map(|(carrier, counter)| Line { carrier, counter, off: 0.0, anew: false });
    }

    /// What the bucket holds was said to be another amount. The phone knows what was used: what is left by
    /// its count moves with it.
    pub(super) fn resize(&mut self, before: Bytes, after: Bytes) {
        let compared = self.anchor.as_mut().map(|(_, counter)| counter);
        let counted =
            self.counter.as_mut().into_iter().chain(compared).chain(self.line.as_mut().map(|line| &mut line.counter));
        counted.for_each(|read| read.left += float_u(after.0) - float_u(before.0));
    }

    /// The ratio as it was found, and from how many comparisons, where the two were compared over two days' worth of use
    /// at least, by either of them.
    pub(super) fn known(&self, full: Option<Bytes>) -> Option<(f64, u32)> {
        let shows = self.counted > 0.0 && self.counted.max(self.said) >= 4.0 * doubt(full);
        shows.then(|| (self.said / self.counted, self.compared))
    }

    /// What the carrier counts for each byte of the counter. What the phone missed once, as that of another device, is
    /// not expected of each byte: one comparison shows no more than twice as much, two no more than three times.
    fn ratio(&self, full: Option<Bytes>) -> f64 {
        self.compared_at(full).min(f64::from(self.compared) + 1.0)
    }

    /// How much more than that was found: of each byte of the counter so much is open.
    fn disbelieved(&self, full: Option<Bytes>) -> f64 {
        self.compared_at(full) - self.ratio(full)
    }

    /// The same as it was found, drawn to 1 while little is known.
    fn compared_at(&self, full: Option<Bytes>) -> f64 {
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
            && !self.mixed
        {
            self.said += said.left - carrier.left;
            self.counted += counted.left - counter.left;
            self.compared += 1;
        }
        self.mixed = false;
        (self.anchor, self.line) = (Some((carrier, counter)), Some(Line { carrier, counter, off: 0.0, anew: false }));
        true
    }

    fn each(&mut self, change: impl Fn(&mut Read)) {
        let anchor = self.anchor.as_mut().map(|(carrier, counter)| [carrier, counter]);
        let line = self.line.as_mut().map(|line| [&mut line.carrier, &mut line.counter]);
        let compared = anchor.into_iter().chain(line).flatten();
        compared.chain(self.carrier.as_mut()).chain(self.counter.as_mut()).for_each(change);
    }
}

/// How much may have been used between the two without anybody's seeing it, in bytes.
fn unseen(carrier: Read, counter: Read, full: Option<Bytes>) -> f64 {
    2.0 * doubt(full) * float(counter.at.since(carrier.at)) / float(DAY_MS)
}

/// In bytes, one at least.
fn doubt(full: Option<Bytes>) -> f64 {
    full.map_or(1.0, |full| 1.0 + float_u(full.0) * HALF_DAY)
}
