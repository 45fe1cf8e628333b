//! What a bucket of data holds, as its entries are walked through.

use super::amount::Bytes;
use super::date::Timestamp;
use super::keeping::DayTurn;

/// What there is room for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// All that there was: the total last said, or the plan, with what was added since.
    pub(super) capacity: Option<Bytes>,
    /// What a full gauge stands for: [`super::ledger::Remaining::full`].
    pub(super) full: Option<Bytes>,
    /// What was left when that was last known.
    left: Option<Bytes>,
    /// What was added to a day, and when that day is over.
    of_day: Option<(Bytes, Timestamp)>,
}

impl Room {
    pub(super) const fn new(plan: Option<Bytes>) -> Self {
        Self { capacity: plan, full: plan, left: None, of_day: None }
    }

    /// A period begins with what the plan gives, or with as much as before.
    pub(super) fn begins(&mut self, plan: Option<Bytes>) {
        let of_day = self.of_day.filter(|_| plan.is_none());
        *self = Self { of_day, ..Self::new(plan.or(self.capacity)) };
    }

    /// So much came in the place of what was left.
    pub(super) const fn replace(&mut self, added: Bytes) {
        (*self) = Self { left: Some(added), ..Self::new(Some(added)) };
    }

    /// What was added to a day is gone with it.
    pub(super) fn until(&mut self, at: Timestamp) {
        if let Some((added, _)) = self.of_day.take_if(|(_, over)| *over <= at) {
            let plain = self.capacity.map(|full| full.saturating_sub(added));
            (self.capacity, self.full) = (plain, plain);
        }
    }

    /// A check said how much there was in all.
    pub(super) fn says(&mut self, total: Bytes) {
        // Less than there was is without what was added.
        self.of_day = self.of_day.filter(|_| self.capacity.is_none_or(|before| total >= before));
        if self.capacity.replace(total) != Some(total) {
            self.full = Some(total);
        }
    }

    /// A check found so much.
    pub(super) const fn found(&mut self, left: Bytes) {
        self.left = Some(left);
    }

    /// So much came on top, at that instant, to what a plan gives; of a day plan for the day alone.
    pub(super) fn add(&mut self, added: Bytes, at: Timestamp, plan: Option<Bytes>, day: Option<&DayTurn>) {
        self.capacity = self.capacity.map(|full| full.saturating_add(added));
        self.left = self.left.map(|left| left.saturating_add(added));
        self.full = self.left.map_or(self.capacity, |left| plan.max(Some(left))).min(self.capacity);
        if let Some(day) = day {
            let before = self.of_day.map_or(Bytes(0), |(before, _)| before);
            self.of_day = Some((before.saturating_add(added), day.next(at)));
        }
    }
}
