//! What is known of a bucket after each check and top-up. One more of them costs the same after a
//! thousand as after ten.

use super::input::{Added, Input, Prior, Seen};
use super::learn::{Guess, Learned, Surprise};
use super::{Basis, Forecast, Missing, Narrowing, Note, Outlook, RiseCause};
use crate::domain::convert::float;
use crate::domain::{DAY_MS, Slips, Timestamp};

/// Two checks closer than this, in ms (a minute), say nothing about a rate.
const SHORTEST: i64 = 60_000;

/// Use seen over less than this in all, in days, is too little to speak of without a plan.
const LEAST_SPAN: f64 = 0.25;

/// Amounts are held below this, in bytes: beyond what a bucket can hold.
const MOST: f64 = 1e16;

/// Everything that checks and top-ups have said, in sums: a constant amount of memory but for the
/// notes, of which the latest are kept.
#[derive(Clone, Debug)]
pub struct State {
    plan: Option<Prior>,
    learned: Learned,
    /// What was learned before the last check: a slip is taken back.
    earlier: Learned,
    /// The last known level, raised by the top-ups since, and the one before, where nothing but its check
    /// lies between them.
    level: Option<Seen>,
    before: Option<Seen>,
    slips: Slips,
    raised: Option<Timestamp>,
    /// A cycle ended since the last check.
    new_cycle: bool,
    checks: u32,
    last_added: f64,
    notes: Vec<Note>,
}

impl State {
    /// So many notes are kept.
    pub const MOST_NOTES: usize = 16;

    /// Nothing known but the plan, in a zone so many minutes east of UTC.
    #[must_use]
    pub fn new(plan: Option<Prior>, east: i32) -> Self {
        let learned = Learned::new(east);
        let usable = |plan: &Prior| plan.bytes > 0.0 && plan.days.is_none_or(|days| days > 0.0);
        let days = |plan: &Prior| plan.days.map(|days| days.clamp(0.1, 4000.0));
        let held = |plan: Prior| Prior { bytes: plan.bytes.min(MOST), days: days(&plan), ..plan };
        Self {
            plan: plan.filter(usable).map(held),
            learned,
            earlier: learned,
            level: None,
            before: None,
            slips: Slips::default(),
            raised: None,
            new_cycle: false,
            checks: 0,
            last_added: 0.0,
            notes: Vec::new(),
        }
    }

    /// Takes in all that is known by [`Input::now`], in the order of time: of the same instant the end
    /// of a cycle first, then top-ups, then checks.
    #[must_use]
    pub fn of(input: &Input) -> Self {
        let cycles = input.cycles.iter().map(|&at| (at, 0_u8, Happened::Cycle));
        let top_ups = input.top_ups.iter().map(|added| (added.at, 1, Happened::TopUp(*added)));
        let checks = input.checks.iter().map(|seen| (seen.at, 2, Happened::Check(*seen)));
        let mut all: Vec<(Timestamp, u8, Happened)> = Vec::new();
        for one in cycles.chain(top_ups).chain(checks).filter(|(at, ..)| *at <= input.now) {
            // They are mostly in order already.
            all.insert(all.partition_point(|(at, rank, _)| (*at, *rank) <= (one.0, one.1)), one);
        }
        let mut state = Self::new(input.prior, input.east);
        for (at, _, happened) in all {
            match happened {
                Happened::Cycle => state.cycle(at),
                Happened::TopUp(added) => state.top_up(added),
                Happened::Check(seen) => state.check(seen),
            }
        }
        state
    }

    /// A check, not older than anything before it. A second figure of the same minute replaces the
    /// first. What is no number is passed over.
    pub fn check(&mut self, seen: Seen) {
        if !seen.left.is_finite() {
            return;
        }
        let rounding = if seen.rounding.is_finite() { seen.rounding.clamp(0.0, MOST) } else { 0.0 };
        let seen = Seen { left: seen.left.clamp(0.0, MOST), rounding, ..seen };
        self.checks = self.checks.saturating_add(1);
        if seen.apart {
            // What only the phone had counted is no level of the carrier's.
            (self.level, self.before) = (None, None);
            self.slips.forget();
        }
        self.found(seen);
    }

    /// A top-up that arrived, not older than anything before it.
    pub fn top_up(&mut self, added: Added) {
        if !added.bytes.is_finite() {
            return;
        }
        let bytes = added.bytes.clamp(0.0, MOST);
        let fresh = fresh(added.at, bytes);
        (self.raised, self.before, self.last_added) = (Some(added.at), None, bytes);
        if added.replaces {
            self.slips.stands(added.at, bytes);
        } else {
            self.slips.raise(bytes);
        }
        self.level = match self.level {
            _ if added.replaces => {
                self.new_cycle = false;
                Some(fresh)
            }
            None => None,
            // Nothing is used while nothing is left: the time before the top-up does not count.
            Some(empty) if empty.left <= 0.0 => Some(fresh),
            // The level stays that of its check, raised: use since then is still to be found out.
            Some(before) => Some(Seen { left: (before.left + bytes).min(MOST), ..before }),
        };
    }

    /// A cycle ended, and the plan's data began anew: what is left is not known until the next check, but that it
    /// was at most what the plan gives.
    pub fn cycle(&mut self, at: Timestamp) {
        self.new_cycle |= self.level.is_some();
        self.before = None;
        self.slips.forget();
        let whole = self.plan.map(|plan| fresh(at, plan.bytes));
        self.level = self.level.and(whole);
    }

    /// What was noticed about the checks, oldest first.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// What can be said by now.
    #[must_use]
    pub fn outlook(&self, now: Timestamp, expires: Option<Timestamp>) -> Outlook {
        if self.new_cycle {
            // What has ended is not known to have begun anew.
            let level = self.level.filter(|_| expires.is_none_or(|end| end > now));
            let known = level.and_then(|level| self.known(level, now, expires).ok());
            return known.map_or(Outlook::NotEnough(Missing::NewCycle), Outlook::Known);
        }
        let Some(level) = self.level else { return Outlook::NotEnough(Missing::NoCheck) };
        if level.left <= 0.0 {
            let rate = self.known(level, now, expires).ok().map(|known| known.rate(0.5));
            return Outlook::Empty { since: level.at, rate: rate.filter(|rate| *rate > 0.0) };
        }
        self.known(level, now, expires).map_or_else(Outlook::NotEnough, Outlook::Known)
    }

    fn known(&self, level: Seen, now: Timestamp, expires: Option<Timestamp>) -> Result<Forecast, Missing> {
        let days = self.learned.all_days;
        let (basis, guess) = match self.guess() {
            Some(guess) if days < LEAST_SPAN => (Basis::Plan, guess),
            Some(guess) => (Basis::PlanAndUse, guess),
            None if self.checks < 2 && days <= 0.0 => return Err(Missing::OneCheck),
            None if days < LEAST_SPAN => return Err(self.too_short(level)),
            None if self.learned.all_used <= 0.0 => return Err(Missing::NoUse),
            None => (Basis::Use, self.learned.own_guess()),
        };
        let mut known = Forecast {
            parts: self.learned.parts(guess, now),
            clock: Box::new(self.learned.clock()),
            spread: self.learned.spread(),
            level,
            raised: self.raised.map_or(level.at, |at| at.max(level.at)),
            unseen: self.new_cycle,
            now,
            expires,
            basis,
            notes: self.notes.clone(),
        };
        // Nothing is used while nothing is left: where that was so, what came is all there is.
        if let Some(at) = self.raised.filter(|at| *at > level.at) {
            known.level.left -= self.last_added;
            known.level = if known.chance_by(at) >= 0.5 { fresh(at, self.last_added) } else { level };
        }
        Ok(known)
    }

    /// Why what was seen of the use is so little: nothing was since it last rose, or the checks lie close.
    fn too_short(&self, level: Seen) -> Missing {
        let by_itself = matches!(self.notes.last(), Some(Note::Rise { at, .. }) if *at == level.at);
        if by_itself || self.raised == Some(level.at) { Missing::Rose } else { Missing::TooSoon }
    }

    /// What another check at `now` would bring; see [`super::narrowing`].
    #[must_use]
    pub fn narrowing(&self, now: Timestamp, expires: Option<Timestamp>) -> Option<Narrowing> {
        let end = expires.map_or(f64::INFINITY, |end| float(end.since(now)) / float(DAY_MS));
        let width = |outlook: &Outlook| match outlook {
            Outlook::Known(known) => {
                // As far as the end, behind which no day is named.
                let day = |p: f64| known.quantile_days(p).min(end);
                Some((day(0.9) - day(0.1), known.left_now(0.5)))
            }
            Outlook::NotEnough(_) | Outlook::Empty { .. } => None,
        };
        let (before, left) = width(&self.outlook(now, expires))?;
        let rounding = self.level.map_or(0.0, |level| level.rounding);
        let mut then = self.clone();
        then.check(Seen { rounding, ..fresh(now, left) });
        let (checked, _) = width(&then.outlook(now, expires)).unwrap_or((0.0, 0.0));
        (checked <= before / 1.5 && before - checked >= 0.5).then_some(Narrowing { now: before, checked })
    }

    fn guess(&self) -> Option<Guess> {
        let plan = self.plan?;
        Some(Guess { strength: plan.strength, rate: plan.bytes / plan.days? })
    }

    /// An ordinary day's use, as far as it is known; else 0.
    fn day(&self) -> f64 {
        if self.learned.all_used > 0.0 && self.learned.all_days >= 1.0 {
            return self.learned.all_used / self.learned.all_days;
        }
        self.guess().map_or(0.0, |guess| guess.rate)
    }

    /// A level was found.
    fn found(&mut self, seen: Seen) {
        let slip = self.slips.found(seen.at, seen.left, seen.rounding, seen.beyond, seen.paid);
        let (before, anew) = (self.before.take(), std::mem::take(&mut self.new_cycle));
        let Some(level) = self.level.replace(seen) else { return };
        if let (true, Some(before)) = (slip, before) {
            return self.slipped(before, level, seen);
        }
        (self.before, self.earlier) = (Some(level), self.learned);
        if seen.at.since(level.at) < SHORTEST {
            return;
        }
        if level.left - seen.left >= -(level.rounding + seen.rounding) {
            let unusual = self.learn(level, seen);
            // With what a cycle began was seen by nobody.
            if let Some(note) = unusual.filter(|_| !anew) {
                self.note(note);
            }
        } else if !anew {
            let cause = self.cause(level, seen);
            self.note(Note::Rise { at: seen.at, from: level.left, to: seen.left, cause });
        }
    }

    /// The level between two others was a slip: the use is that between those, and what it seemed to show is
    /// taken back.
    fn slipped(&mut self, before: Seen, level: Seen, seen: Seen) {
        if let Some(Note::Rise { at, cause, .. }) = self.notes.last_mut()
            && *at == level.at
        {
            *cause = Some(RiseCause::Slip);
        }
        self.notes.retain(|note| !matches!(note, Note::Unusual { at, .. } if *at == level.at));
        self.learned = self.earlier;
        if let Some(note) = self.learn(before, seen) {
            self.note(note);
        }
        if level.left < seen.left {
            let cause = Some(RiseCause::SlipBefore);
            self.note(Note::Rise { at: seen.at, from: level.left, to: seen.left, cause });
        }
    }

    /// What the figures say of a rise; `None` where they leave it open.
    fn cause(&self, level: Seen, seen: Seen) -> Option<RiseCause> {
        let slack = level.rounding + seen.rounding;
        let since = float(seen.at.since(level.at)) / float(DAY_MS);
        let used = 2.0 * self.day() * since;
        let about = |left: f64| seen.left <= left + slack && seen.left >= left - slack - used;
        if self.last_added > 0.0 && about(level.left + self.last_added) {
            return Some(RiseCause::TopUp);
        }
        self.plan.filter(|plan| about(plan.bytes)).map(|_| RiseCause::NewCycle)
    }

    /// Takes in what was used between the two, and says whether that was unusual.
    fn learn(&mut self, from: Seen, to: Seen) -> Option<Note> {
        // Nothing is used while nothing is left.
        if from.left <= 0.0 {
            return None;
        }
        // A figure said to ±r is uniform over 2r: variance r²/3.
        let noise = (from.rounding * from.rounding + to.rounding * to.rounding) / 3.0;
        let guess = self.guess();
        let used = (from.left - to.left).max(0.0);
        let Surprise { block, low, high } = self.learned.learn(from.at, to.at, used, noise, guess)?;
        Some(Note::Unusual { at: to.at, days: block.days, used: block.used, low, high })
    }

    fn note(&mut self, note: Note) {
        if self.notes.len() >= Self::MOST_NOTES {
            self.notes.remove(0);
        }
        self.notes.push(note);
    }
}

/// So much from then on.
const fn fresh(at: Timestamp, left: f64) -> Seen {
    Seen { at, left, rounding: 0.0, apart: false, beyond: false, paid: false }
}

/// Something of the past.
enum Happened {
    Cycle,
    TopUp(Added),
    Check(Seen),
}
