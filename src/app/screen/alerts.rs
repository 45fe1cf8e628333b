//! What wants attention on a card, and what was noticed about its entries: the lines beneath the
//! gauge.

use crate::domain::convert::unsigned;
use crate::domain::{Bucket, Bytes, Date, EntryId, Ledger, Offsets, Timestamp};
use crate::forecast::{Note, Outlook, RiseCause};
use crate::plan::{self, Counted, Finding, Step};

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
    /// It has renewed since, as far as is known, and nobody said when it does next.
    Renewed {
        /// On that day.
        on: Date,
    },
    /// The newest check found more than the one before, with no top-up between.
    Rise {
        /// The check.
        check: EntryId,
        /// How much more.
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
    },
}

/// The lines of one card: what to do first, then what the newest entries leave open.
#[must_use]
pub(super) fn alerts(ledger: &Ledger<'_>, outlook: &Outlook, now: Timestamp, zone: &Offsets) -> Vec<Alert> {
    let found = plan::findings(ledger, Bucket::General, outlook, now, zone);
    let mut alerts: Vec<Alert> = number_lost(ledger, now, zone).into_iter().collect();
    alerts.extend(found.into_iter().map(|found| Alert::Found(found, found.step(ledger, outlook))));
    if let Outlook::Known(forecast) = outlook {
        let newest = ledger.checks().rev().find(|(_, at, _)| *at == forecast.since()).map(|(check, at, _)| (check, at));
        let noticed = |note| newest.and_then(|newest| noticed(note, newest));
        alerts.extend(forecast.notes().iter().filter_map(noticed));
    }
    alerts.extend(renewed(ledger, now, zone));
    alerts.extend(ledger.counter(Bucket::General).and_then(disagrees));
    // What was paid for and has not arrived is asked about in its own place, and is not to be paid for again.
    if plan::awaits(ledger) {
        alerts.retain(|alert| !matches!(alert, Alert::Rise { .. } | Alert::Found(_, Step::TopUp)));
    }
    alerts
}

/// That the number was lost, where it was.
fn number_lost(ledger: &Ledger<'_>, now: Timestamp, zone: &Offsets) -> Option<Alert> {
    let number = plan::number_days(ledger, zone.date(now), zone);
    match (number.lost, number.counted) {
        (Some(lost), _) if lost.days <= 0 => Some(Alert::NumberLost { on: lost.date, kept_since: false }),
        (_, Counted::AfterLoss(on)) => Some(Alert::NumberLost { on, kept_since: true }),
        _ => None,
    }
}

/// That the next renewal is not known, where a check was made since the last one.
fn renewed(ledger: &Ledger<'_>, now: Timestamp, zone: &Offsets) -> Option<Alert> {
    let on = ledger.renews(zone.date(now)).filter(|&on| on < zone.date(now))?;
    let since = ledger.checks().next_back().is_some_and(|(_, at, _)| zone.date(at) > on);
    since.then_some(Alert::Renewed { on })
}

/// A line about the phone's own counter, where it is off by a twentieth at least.
fn disagrees(ratio: f64) -> Option<Alert> {
    (libm::fabs(ratio - 1.0) >= 0.05).then_some(Alert::Counter { ratio })
}

/// What is still worth a line: older checks have been overtaken by the newest one.
fn noticed(note: &Note, (check, newest): (EntryId, Timestamp)) -> Option<Alert> {
    let bytes = |amount: f64| Bytes(unsigned(amount));
    match *note {
        Note::Rise { at, from, to, cause } => {
            (at == newest).then_some(Alert::Rise { check, more: bytes(to - from), cause })
        }
        Note::Unusual { at, days, used, low, high } => {
            let days = i32::try_from(unsigned(libm::round(days))).unwrap_or(i32::MAX).max(1);
            (at == newest).then_some(Alert::Unusual { days, used: bytes(used), usual: (bytes(low), bytes(high)) })
        }
    }
}
