//! A phone's own counter beside the carrier's figures: its ratio is learned, and its readings are
//! turned into what the carrier would have said.

use super::input::Seen;

/// A counter and a carrier that were read within this time, 12 hours in ms, are compared.
const TOGETHER: i64 = 43_200_000;
/// How far use by the counter may be off beyond its rounding, as a share.
const INEXACT: f64 = 0.03;
/// The ratio is worth a word where the two differ by this share…
const WORTH_SAYING: f64 = 0.05;
/// …over so many days' worth of use.
const COMPARED: f64 = 2.0;

/// What is known of a counter. All in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counter {
    /// The last readings of both.
    carrier: Option<Seen>,
    counter: Option<Seen>,
    /// The readings of both when they were last compared.
    anchor: Option<(Seen, Seen)>,
    /// What the carrier and the counter said was used between comparisons.
    said: f64,
    counted: f64,
}

impl Counter {
    /// What a reading of the counter means in the carrier's figures; `None` where it only shows how
    /// the two compare. Where the carrier has said nothing, it is taken as it is. `day` is an
    /// ordinary day's use.
    pub(super) fn read(&mut self, seen: Seen, day: f64) -> Option<Seen> {
        self.counter = Some(seen);
        if self.carrier.is_none() {
            return Some(seen);
        }
        if self.compare() {
            return None;
        }
        let (carrier, counter) = self.anchor?;
        let used = counter.left - seen.left;
        let left = (carrier.left - self.ratio(day) * used).max(0.0);
        Some(Seen { left, rounding: seen.rounding + INEXACT * used.max(0.0), ..seen })
    }

    /// The carrier's own figure.
    pub(super) fn hear(&mut self, seen: Seen) {
        self.carrier = Some(seen);
        self.compare();
    }

    /// Whether the carrier has said anything.
    pub(super) const fn heard(&self) -> bool {
        self.carrier.is_some()
    }

    /// A top-up raises both.
    pub(super) fn raise(&mut self, bytes: f64) {
        let anchor = self.anchor.as_mut().map(|(carrier, counter)| [carrier, counter]);
        let all = anchor.into_iter().flatten().chain(self.carrier.as_mut()).chain(self.counter.as_mut());
        all.for_each(|seen| seen.left += bytes);
    }

    /// Both begin anew with so much, in the place of what was left; with an amount that is not known,
    /// each is first to be read again. What was learned of their ratio stays.
    pub(super) fn renew(&mut self, fresh: Option<Seen>) {
        self.anchor = self.anchor.and(fresh).map(|fresh| (fresh, fresh));
        self.carrier = self.carrier.and(fresh);
        self.counter = self.counter.and(fresh);
    }

    /// The ratio where it is worth a word.
    pub(super) fn disagrees(&self, day: f64) -> Option<f64> {
        let ratio = self.ratio(day);
        let known = day > 0.0 && self.counted >= COMPARED * day;
        (known && libm::fabs(ratio - 1.0) >= WORTH_SAYING).then_some(ratio)
    }

    /// What the carrier counts for each byte of the counter; 1 until more is known.
    fn ratio(&self, day: f64) -> f64 {
        let doubt = day.max(1.0) / 2.0;
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
        if let Some((said, counted)) = before {
            let (said, counted) = (said.left - carrier.left, counted.left - counter.left);
            if said >= 0.0 && counted > 0.0 {
                self.said += said;
                self.counted += counted;
            }
        }
        self.anchor = Some((carrier, counter));
        true
    }
}
