//! Figures that their neighbours contradict: the one rule, for two who go through the same checks. The
//! ledger's walk marks a slip; the forecast, which learns check by check, takes back what it learned of one.
//! Of a plan that gives data each day the walk marks none: it may have begun anew between any two checks.

use super::convert::float;
use super::date::{DAY_MS, Timestamp};

/// A figure and those before and after it, in ms: a week. A slip is noticed with the next check; over a longer
/// time the plan may have begun anew, or a top-up been forgotten and used.
const SOON: i64 = 7 * DAY_MS;

/// The last two amounts that stood, with nothing but a check between them; in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slips {
    before: Option<Stood>,
    since: Option<Stood>,
    /// What was used between figures that stand, and over how many days.
    used: f64,
    days: f64,
}

/// So much was left.
#[derive(Clone, Copy, Debug)]
struct Stood {
    at: Timestamp,
    left: f64,
    rounding: f64,
    /// Whether a check said so; else it came in the place of all before it.
    checked: bool,
    /// Whether it is more than there is room for.
    beyond: bool,
    /// Whether it is more than before because of what was paid for, as it may be.
    paid: bool,
}

impl Stood {
    /// Whether it is more than there was then, beyond what was rounded.
    fn above(self, then: Self) -> bool {
        self.left > then.left + then.rounding + self.rounding
    }

    /// In days, above nothing.
    fn days_since(self, then: Self) -> f64 {
        float(self.at.since(then.at).max(1)) / float(DAY_MS)
    }
}

impl Slips {
    /// A check: so much is left, to within its rounding. Whether the check before it is a slip: a high
    /// figure, after which the old line goes on, or one below half of that line, to which this one is back;
    /// all of it within a week, or what goes `beyond` the plan and all that was added and the figure after it. It is none
    /// where what is `paid` for may be why there is more, nor is a low one that fits what is usual better than this one does.
    pub fn found(&mut self, at: Timestamp, left: f64, rounding: f64, beyond: bool, paid: bool) -> bool {
        let now = Stood { at, left, rounding, checked: true, beyond, paid };
        let slip = match (self.before, self.since) {
            // Figures that fall one after another are not looked at.
            (Some(old), Some(mid)) if mid.checked && (mid.left > old.left || now.left > mid.left) => {
                let high = mid.above(old) && !mid.paid;
                let line = old.left - (old.left - now.left) * mid.days_since(old) / now.days_since(old);
                let low = now.above(mid) && !paid && mid.left < line / 2.0 && self.off(old, mid) > self.off(old, now);
                let since = if mid.beyond { mid.at } else { old.at };
                (high || low) && !now.above(old) && at.since(since) <= SOON
            }
            _ => false,
        };
        if !slip {
            self.learn();
        }
        self.before = self.since.filter(|_| !slip);
        self.since = Some(now);
        slip
    }

    /// What was used between the last two amounts, once nothing can show any more that one of them is a slip.
    fn learn(&mut self) {
        if let (Some(old), Some(mid)) = (self.before, self.since)
            && mid.left <= old.left
        {
            self.used += old.left - mid.left;
            self.days += mid.days_since(old);
        }
    }

    /// How far what was used from the one to the other is from what is usual, in bytes.
    fn off(&self, from: Stood, to: Stood) -> f64 {
        libm::fabs(from.left - to.left - self.used / self.days.max(1.0) * to.days_since(from))
    }

    /// So much in the place of what was left.
    pub fn stands(&mut self, at: Timestamp, left: f64) {
        self.learn();
        let stood = Stood { at, left, rounding: 0.0, checked: false, beyond: false, paid: false };
        (self.before, self.since) = (None, Some(stood));
    }

    /// So much on top of it.
    pub fn raise(&mut self, added: f64) {
        self.learn();
        self.before = None;
        self.since = self.since.map(|stood| Stood { left: stood.left + added, ..stood });
    }

    /// The last check counts for nothing: another stands in its place.
    pub const fn take_back(&mut self) {
        (self.before, self.since) = (None, self.before);
    }

    /// From what was left so far nothing follows.
    pub fn forget(&mut self) {
        self.learn();
        (self.before, self.since) = (None, None);
    }
}
