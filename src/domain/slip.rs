//! Figures that their neighbours contradict: the one rule, for two who go through the same checks. The
//! ledger's walk marks a slip; the forecast, which learns check by check, takes back what it learned of one.
//! Of a plan that gives data each day the walk marks none: it does not know that clock.

use super::date::{DAY_MS, Timestamp};

/// A figure and those before and after it, in ms: a week. A slip is noticed with the next check; over a longer
/// time the plan may have begun anew, or a top-up been forgotten and used.
const SOON: i64 = 7 * DAY_MS;

/// The last two amounts that stood, with nothing but a check between them; in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slips {
    before: Option<Stood>,
    since: Option<Stood>,
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
}

impl Stood {
    /// Whether it is more than there was then, beyond what was rounded.
    fn above(self, then: Self) -> bool {
        self.left > then.left + then.rounding + self.rounding
    }
}

impl Slips {
    /// A check: so much is left, to within its rounding. Whether the check before it is a slip: a high
    /// figure, after which the old line goes on, or one below half of that line, to which this one is back;
    /// all of it within a week, or what goes `beyond` the plan and all that was added and the figure after it.
    pub fn found(&mut self, at: Timestamp, left: f64, rounding: f64, beyond: bool) -> bool {
        let now = Stood { at, left, rounding, checked: true, beyond };
        let slip = match (self.before, self.since) {
            // Figures that fall one after another are not looked at.
            (Some(old), Some(mid)) if mid.checked && (mid.left > old.left || now.left > mid.left) => {
                let off = mid.above(old) || now.above(mid) && mid.left < old.left / 2.0;
                let since = if mid.beyond { mid.at } else { old.at };
                off && !now.above(old) && at.since(since) <= SOON
            }
            _ => false,
        };
        self.before = self.since.filter(|_| !slip);
        self.since = Some(now);
        slip
    }

    /// So much in the place of what was left.
    pub const fn stands(&mut self, at: Timestamp, left: f64) {
        (self.before, self.since) = (None, Some(Stood { at, left, rounding: 0.0, checked: false, beyond: false }));
    }

    /// So much on top of it.
    pub fn raise(&mut self, added: f64) {
        self.before = None;
        self.since = self.since.map(|stood| Stood { left: stood.left + added, ..stood });
    }

    /// The last check counts for nothing: another stands in its place.
    pub const fn take_back(&mut self) {
        (self.before, self.since) = (None, self.before);
    }

    /// From what was left so far nothing follows.
    pub const fn forget(&mut self) {
        (self.before, self.since) = (None, None);
    }
}
