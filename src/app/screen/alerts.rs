//! What wants attention on a card, and what was noticed about its entries: the lines beneath the
//! gauge.

use super::card::{CardScreen, Row};
use super::chart::is_paid;
use crate::domain::convert::{float, float_u, unsigned};
use crate::domain::{
    Bucket, Bytes, DAY_MS, Date, Effect, EntryId, Fact, Ledger, Level, Moment, Movement, Quantity, Said, Source,
    Timestamp,
};
use crate::forecast::{Note, RiseCause};
use crate::plan::{self, Counted, Finding, NoAllowance, NumberDays, Step, Task};

/// A line that wants attention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Alert {
    /// Something that was found, and what to do about it.
    Found(Finding, Step),
    /// By the rule of its keeping, or by what the card says, the number was taken back.
    NumberLost {
        /// On that day.
        on: Date,
        /// Whether it was kept again after that, so that it seems to be there still.
        kept_since: bool,
    },
    /// More was used than there was, by the newest check.
    Beyond {
        /// What was used.
        used: Bytes,
        /// What there was in all.
        whole: Bytes,
    },
    /// A check found more than the one before, with no top-up between, and nobody said why.
    Rise {
        /// The check.
        check: EntryId,
        /// Of the two checks the one whose figure is out of line, as far as can be told; else that one.
        slip: EntryId,
        /// How much more; of a card of which only money is known, in millionths of its unit.
        more: Bytes,
        /// What the figures speak for.
        cause: Option<RiseCause>,
    },
    /// Far more, or far less, was used by the newest check than is usual.
    Unusual {
        /// Over so many days, at least 1.
        days: i32,
        /// What was used.
        used: Bytes,
        /// What is usual.
        usual: (Bytes, Bytes),
    },
    /// The phone's own counter and the carrier disagree.
    Counter {
        /// What the carrier counts for each byte of the phone.
        ratio: f64,
        /// From so many comparisons.
        compared: u32,
    },
    /// They are so far apart that the one does not tell the other, and what is left goes by the phone's.
    CounterFar,
    /// What is left is in the phone's own count, and nothing tells how the carrier's last figure compares with it.
    OwnCount,
    /// The phone's own counter began anew since the carrier last spoke: what was used just before was seen by nobody.
    BeganAnew,
}

/// So long it is worth a line that much was used, in ms: three days.
const NEWS_MS: i64 = 3 * DAY_MS;

impl CardScreen<'_> {
    /// What wants attention: what the figure is worth, what to do, then what the newest entries leave open.
    #[must_use]
    pub fn alerts(&self, moment: &Moment) -> Vec<Alert> {
        let (ledger, outlook, zone) = (&self.ledger, &self.outlook, moment.offsets(&self.card.zone));
        let found = plan::findings(ledger, Bucket::General, outlook, moment.now, zone);
        let mut alerts: Vec<Alert> = number_lost(self.number).into_iter().collect();
        alerts.extend(self.beyond());
        // How far the figure itself is to be believed stands before what follows from it.
        alerts.extend(own_count(ledger));
        alerts.extend(ledger.began_anew(Bucket::General).then_some(Alert::BeganAnew));
        alerts.extend(is_far(ledger).then_some(Alert::CounterFar));
        alerts.extend(found.into_iter().map(|(found, step)| Alert::Found(found, step)));
        let begun = ledger.cycle().begun(zone, moment.now);
        alerts.extend(self.notes.iter().filter_map(|note| self.noticed(note, begun, moment.now)));
        if alerts.iter().any(|alert| matches!(alert, Alert::Rise { .. })) {
            alerts.retain(|alert| !matches!(alert, Alert::Found(Finding::OverPace { .. }, _)));
        }
        alerts.extend(counts_otherwise(ledger));
        // What was paid for and may still arrive is not to be paid for again.
        if plan::awaits(ledger, moment.now) {
            let pays = |step: Step| matches!(step, Step::TopUp | Step::Check | Step::Extend);
            let settled = |found: Finding, step| pays(step) || matches!(found, Finding::TooShort { .. });
            alerts.retain(|alert| !matches!(alert, Alert::Found(found, step) if settled(*found, *step)));
        }
        // Without a share of today there is none to keep to.
        if self.allowance.is_err_and(|why| why != NoAllowance::Rose) {
            for alert in &mut alerts {
                if let Alert::Found(_, step @ Step::UseLess) = alert {
                    *step = Step::Check;
                }
            }
        }
        alerts
    }

    /// Whether it is asked why the newest check found more data than there was: until that is said, or the next check
    /// goes on from it, the figure may be a slip, and nothing is made of it that would have to be right.
    pub(super) fn asks_why(&self, moment: &Moment) -> bool {
        let begun = self.ledger.cycle().begun(self.ledger.zone(), moment.now);
        let known = self.ledger.remaining(self.ledger.main()).and_then(|known| known.checked);
        let newest =
            |note: &&Note| matches!(note, Note::Rise { at, .. } if known.is_some_and(|(newest, _)| newest == *at));
        self.notes.iter().filter(newest).any(|note| self.risen(note, begun).is_some())
    }

    /// That more was used than there was, where nothing came since.
    fn beyond(&self) -> Option<Alert> {
        let known = self.gauge.known.filter(|known| !self.gauge.past && known.left.0 == 0)?;
        let Fact::Check(check) = &self.rows.iter().find(|row| row.left.is_some())?.entry.fact else { return None };
        let used = check.of(Bucket::General).find_map(|said| match said {
            Said::Used(Quantity::Data(used)) => Some(used.bytes(self.card.base)),
            _ => None,
        })?;
        known.capacity.filter(|whole| used > *whole).map(|whole| Alert::Beyond { used, whole })
    }

    /// What is still worth a line: older checks have been overtaken by the newest one, but what rose without a
    /// top-up is asked until it is answered, or a later figure says that it was a slip. What came in the
    /// place of what was left leaves nothing open.
    fn noticed(&self, note: &Note, begun: Option<Timestamp>, now: Timestamp) -> Option<Alert> {
        let bytes = |amount: f64| Bytes(unsigned(amount));
        let bucket = self.ledger.main();
        let money = bucket == Bucket::Money;
        let (newest, _) = self.ledger.remaining(bucket)?.checked?;
        match *note {
            Note::Rise { at, from, to, cause } => {
                let check = self.risen(note, begun)?;
                let cause = cause.filter(|cause| match cause {
                    RiseCause::TopUp => self.is_as_much(bucket, at, bytes(to - from)),
                    RiseCause::NewCycle => self.may_renew(at, bytes(to)),
                    RiseCause::Slip | RiseCause::SlipBefore => true,
                });
                Some(Alert::Rise { check, slip: self.out_of_line(bucket, check), more: bytes(to - from), cause })
            }
            Note::Unusual { at, days, used, low, high } => {
                let days = i32::try_from(unsigned(libm::round(days))).unwrap_or(i32::MAX).max(1);
                // What was much then is news for a few days.
                let new = at == newest && now.since(at) < NEWS_MS && !money;
                new.then_some(Alert::Unusual { days, used: bytes(used), usual: (bytes(low), bytes(high)) })
            }
        }
    }

    /// The check that found more than there was, where it is to be asked why: not where it shows what was paid for and
    /// is not said to have arrived, which is asked in its own place.
    fn risen(&self, note: &Note, begun: Option<Timestamp>) -> Option<EntryId> {
        let Note::Rise { at, cause, .. } = *note else { return None };
        let bucket = self.ledger.main();
        let (newest, _) = self.ledger.remaining(bucket)?.checked?;
        let money = bucket == Bucket::Money;
        let says = |row: &&Row<'_>| row.left.is_some() || money && matches!(row.entry.fact, Fact::Check(_));
        let row = self.rows.iter().filter(says).find(|row| row.entry.at == at)?;
        let open = match cause {
            Some(RiseCause::Slip) => false,
            Some(RiseCause::SlipBefore) => at == newest,
            Some(RiseCause::TopUp | RiseCause::NewCycle) | None => self.is_in_use(at, begun),
        };
        let sure = matches!(&row.entry.fact, Fact::Check(check) if check.sure);
        let paid = |movement: &Movement| matches!(movement, Movement::Check(level) if level.at == at && level.paid);
        let shows = || self.ledger.movements(bucket).iter().any(paid);
        (open && !sure && !is_paid(&self.ledger, bucket, row.id) && !shows()).then_some(row.id)
    }

    /// Of a check that found more and the one before it the one that is out of line: the older one where the newer goes
    /// on from what was found before that, at the rate of use until then.
    fn out_of_line(&self, bucket: Bucket, check: EntryId) -> EntryId {
        let movements = self.ledger.movements(bucket);
        let is_it = |movement: &Movement| matches!(movement, Movement::Check(level) if level.entry == check);
        let until = movements.iter().position(is_it).and_then(|place| movements.get(..=place));
        let Some([before @ .., Movement::Check(first), Movement::Check(older), Movement::Check(newer)]) = until else {
            return check;
        };
        let rate = |from: &Level, to: &Level| (float_u(from.left.0) - float_u(to.left.0)) / float(to.at.since(from.at));
        let usual = if let Some(Movement::Check(before)) = before.last() { rate(before, first) } else { 0.0 };
        let off = |to: &Level| libm::fabs(rate(first, to) - usual);
        let goes_on = newer.left <= first.left.saturating_add(first.rounding).saturating_add(newer.rounding)
            && newer.left.0.abs_diff(first.left.0) < newer.left.0.abs_diff(older.left.0)
            && off(newer) < off(older);
        if goes_on && !older.apart && !newer.apart { older.entry } else { check }
    }

    /// Whether that much more is what the last top-up brought, as exactly as the two checks say it.
    fn is_as_much(&self, bucket: Bucket, at: Timestamp, more: Bytes) -> bool {
        let (mut added, mut roundings) = (None, (0, 0));
        for movement in self.ledger.movements(bucket).iter().take_while(|movement| movement.at() <= at) {
            match movement {
                Movement::TopUp { added: data, .. } => added = Some(data.0),
                Movement::Check(level) => roundings = (roundings.1, level.rounding.0),
            }
        }
        added.is_some_and(|added| added.abs_diff(more.0) <= roundings.0 + roundings.1)
    }

    /// Whether a new period may have begun about then, with so much: a day or two off a renewal, or the end of the
    /// plan; where nobody knows of a renewal, also with about all that the plan gives.
    fn may_renew(&self, at: Timestamp, left: Bytes) -> bool {
        let (ledger, calendar, zone) = (&self.ledger, self.ledger.calendar(), self.ledger.zone());
        // What begins anew each day does so by its clock.
        if self.card.day_clock.is_some() {
            return false;
        }
        let near = |renewal: &Timestamp| renewal.since(at).abs() <= 2 * DAY_MS;
        let named = self.renews.map(|(day, _)| day);
        let before = named.and_then(|day| ledger.renewal_before(day)).map(|day| zone.start(day));
        let named = named.map(|day| zone.start(day));
        let next = calendar.next(zone, at).or(named);
        let end = ledger.expires_before(&[at], zone).pop().flatten().map(|end| zone.end(end.date));
        let whole = ledger.plan(Bucket::General).is_some_and(|plan| left.0 >= plan.0 - plan.0 / 10);
        next.is_none() && whole || [next, before, calendar.begun(zone, at), end].iter().flatten().any(near)
    }

    /// Whether what was found then is still in use: nothing came in its place since, of itself or by a top-up.
    fn is_in_use(&self, at: Timestamp, begun: Option<Timestamp>) -> bool {
        let replaced = |movement: &Movement| matches!(movement, Movement::TopUp { at: came, effect: Effect::Replace, .. } if *came > at);
        begun <= Some(at) && !self.ledger.movements(Bucket::General).iter().any(replaced)
    }

    /// What to do for it next.
    #[must_use]
    pub fn task(&self, moment: &Moment) -> Option<Task> {
        plan::task(&self.ledger, &self.outlook, moment.now, moment.offsets(&self.card.zone))
    }
}

/// That the number was lost, where it was.
fn number_lost(number: NumberDays) -> Option<Alert> {
    match (number.lost, number.counted) {
        (Some(lost), _) if lost.days <= 0 => Some(Alert::NumberLost { on: lost.date, kept_since: false }),
        (_, Counted::AfterLoss(on)) => Some(Alert::NumberLost { on, kept_since: true }),
        _ => None,
    }
}

/// That what is left is in the phone's own count, where the carrier spoke before.
fn own_count(ledger: &Ledger<'_>) -> Option<Alert> {
    let movements = ledger.movements(Bucket::General);
    let stands = |movement: &&Movement| !matches!(movement, Movement::TopUp { effect: Effect::Add, .. });
    let counted = |movement: &Movement| matches!(movement, Movement::Check(level) if level.is_counted());
    let carriers = |movement: &Movement| matches!(movement, Movement::Check(level) if !level.is_counted());
    let last = movements.iter().rev().find(stands)?;
    (counted(last) && movements.iter().any(carriers)).then_some(Alert::OwnCount)
}

/// By how much the phone's own counter is off, where that is a twentieth at least. Beyond a factor of two it is no
/// other way of counting: something went by the one or the other ([`is_far`]).
fn counts_otherwise(ledger: &Ledger<'_>) -> Option<Alert> {
    let (ratio, compared) = ledger.counter(Bucket::General)?;
    let off = (0.5..=2.0).contains(&ratio) && libm::fabs(ratio - 1.0) >= 0.05;
    off.then_some(Alert::Counter { ratio, compared })
}

/// Whether what is left goes by the phone's count though that and the carrier's are more than a factor of two apart.
fn is_far(ledger: &Ledger<'_>) -> bool {
    let by = ledger.remaining(Bucket::General).and_then(|known| known.checked).map(|(_, by)| by);
    by == Some(Source::PhoneCounter)
        && ledger.counter(Bucket::General).is_some_and(|(ratio, _)| !(0.5..=2.0).contains(&ratio))
}
