//! Queued top-ups: which came to their turn, and which wait for it.

use super::amount::Bytes;
use super::date::{Date, Timestamp};
use super::entry::{Entry, Fact};
use super::id::EntryId;
use super::ledger::Ledger;
use super::period::Said;

/// A queued top-up: one that came to its turn, so that its data stands in the place of what was left,
/// or one that waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The entry of the top-up.
    pub entry: EntryId,
    /// When its turn is: midnight in the card's zone, or its arrival where nothing was in use any more;
    /// `None` while the end before it is not known.
    pub at: Option<Timestamp>,
    /// Its first day in the card's zone.
    pub from: Option<Date>,
    /// Its data, where it brings any.
    pub added: Option<Bytes>,
    /// Its own last day, where one is known.
    pub expires: Option<Date>,
    /// Whether it names that day; else it follows from the card's validity.
    pub(super) named: bool,
    /// So many entries come before it.
    pub(super) after: usize,
    /// The validity that counted before it, by its place in the history.
    pub(super) typed: Option<usize>,
}

impl Ledger<'_> {
    /// The queued top-ups that came to their turn by now, oldest first.
    ///
    /// One that arrived waits for the end of the period in use (several wait in the order in which
    /// they arrived) and begins on the day after it in the card's zone; where the period was over
    /// before it arrived, it begins as it arrives; where no end is known, that of what came in the
    /// place of the rest ([`Ledger::open_end`]) too, it waits until one is. It lasts until its own
    /// last day, else as long as the card's validity says, else nobody knows. A last day of its own
    /// that lies before its turn says nothing.
    ///
    /// Whatever moves the end before the turn moves the turn. What is said after it is about what came
    /// to its turn: a check, a top-up, and a validity that is typed on the card then, unless it ends
    /// before the turn.
    #[must_use]
    pub fn turns(&self) -> &[Turn] {
        self.queue.get(..self.come).unwrap_or_default()
    }

    /// The queued top-ups that wait for their turn, in its order.
    #[must_use]
    pub fn waiting(&self) -> &[Turn] {
        self.queue.get(self.come..).unwrap_or_default()
    }

    /// Lets each queued top-up come to its turn that does so by now, and puts the others in line.
    ///
    /// The validities are gone through in the order in which they were typed: the turns that had come
    /// when one was typed stand, unless it ends before them.
    pub(super) fn take_turns(&mut self, now: Timestamp) {
        let queued = |(_, fact): &(EntryId, &Entry)| matches!(&fact.fact, Fact::TopUp(top_up) if top_up.is_queued());
        let places = self.entries.iter().enumerate().filter(|(_, entry)| queued(entry));
        let line: Vec<usize> = places.map(|(place, _)| place).collect();
        let typed = if line.is_empty() { 0 } else { self.history.len().max(1) };
        for typed in 0..typed {
            if let Some(kept) = self.history.get(typed) {
                let stands = |turn: &&Turn| {
                    let in_time = turn.at.is_some_and(|at| at.millis() <= kept.version.0.millis());
                    in_time && turn.from.is_some_and(|day| kept.value.end(day).is_none_or(|end| end >= day))
                };
                self.come = self.turns().iter().take_while(stands).count();
            }
            self.queue.truncate(self.come);
            self.typed = Some(typed);
            for &place in line.get(self.come..).unwrap_or_default() {
                let Some(turn) = self.turn(place) else { continue };
                self.queue.push(turn);
                if turn.at.is_some_and(|at| at <= now) && self.come + 1 == self.queue.len() {
                    self.come += 1;
                    self.typed = None;
                }
            }
        }
    }

    /// The turn of the next in line, whose entry has this place.
    fn turn(&self, place: usize) -> Option<Turn> {
        let period = self.queue.len();
        let (begun, first) = self.queue.last().map_or((Some(Timestamp::MIN), 0), |turn| (turn.at, turn.after));
        let &(entry, Entry { at: arrived, fact: Fact::TopUp(top_up), .. }) = self.entries.get(place)? else {
            return None;
        };
        let (mut least, mut after) = (begun.map_or(*arrived, |begun| begun.max(*arrived)), first.max(place + 1));
        let mut said = Said::default();
        let due = |said: Said, least: Timestamp| {
            // A renewal is no end that what is queued waits for, nor is that of what was replaced.
            let end = self.data_end(period, said, self.zone.date(least)).filter(|_| begun.is_some() && !said.open)?;
            Some(self.zone.end(end.date).max(least))
        };
        for (place, &(entry, fact)) in self.entries.iter().enumerate().skip(first) {
            if self.end_by(fact).is_none() && !self.is_open(fact, self.typed_in(period)) {
                continue;
            }
            if place >= after && due(said, least).is_some_and(|due| due <= fact.at) {
                break;
            }
            self.hear(period, (entry, fact), &mut said);
            (least, after) = (least.max(fact.at), after.max(place + 1));
        }
        let at = due(said, least);
        let after = after.max(self.entries.partition_point(|(_, fact)| at.is_some_and(|at| fact.at < at)));
        let from = at.map(|at| self.zone.date(at));
        let own = top_up.expires.filter(|&end| from.is_none_or(|from| end >= from));
        let whole = from.is_some_and(|from| at == Some(self.zone.start(from)));
        let expires = own.or_else(|| self.month_end(from?).or_else(|| self.card.validity.again(from?, whole)));
        let added = top_up.data.map(|data| data.bytes(self.card.base));
        let named = own.is_some();
        Some(Turn { entry, at, from, added, expires, named, after, typed: self.typed_in(period) })
    }
}
