//! What is odd about what a form says, and may be true all the same: a question, never a refusal.

use super::chart::is_paid;
use crate::app::form::{Form, last_day};
use crate::domain::{
    Book, Bucket, Bytes, DAY_MS, Date, DayClock, Effect, Entry, EntryId, Fact, Ledger, Moment, Money, Movement,
    Quantity, Remaining, Said, Source, Timestamp, Ulid,
};

/// What is odd about a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// More was used than there was: it counts as nothing left.
    UsedMore {
        /// What was used.
        used: Bytes,
        /// What there was in all.
        whole: Bytes,
    },
    /// More is left than there was in all.
    LeftMore {
        /// What is left.
        left: Bytes,
        /// What there was in all.
        whole: Bytes,
    },
    /// It says more in all than is known of the card.
    WholeMore {
        /// What it says.
        whole: Bytes,
        /// What is known: the plan, top-ups, earlier checks.
        known: Bytes,
    },
    /// More is left than at the check before, and nothing that was logged says why.
    Rose {
        /// What was left then, with what was added since.
        from: Bytes,
        /// When that was.
        at: Timestamp,
    },
    /// More money than before, where that is all there is: no new cycle brings any.
    Richer {
        /// What there was, with what was credited since.
        from: Money,
        /// When that was.
        at: Timestamp,
    },
    /// So much less is left than at the check before that a digit may be in the wrong place, or the unit be another; or
    /// than the carrier said not long before, by a phone's count that may be of other days.
    Fell {
        /// What was left then, with what was added since.
        from: Bytes,
        /// When that was.
        at: Timestamp,
    },
    /// No more is left than before a top-up of the last day, which was logged as arrived.
    NotAdded {
        /// What was left before it.
        from: Bytes,
        /// The top-up.
        top_up: EntryId,
    },
}

/// What is odd about the general data of a check that is about to be logged, or changed, or about its money where that
/// is all there is, beside the others of its card.
#[must_use]
pub fn odd(entry: &Entry, editing: Option<EntryId>, book: &Book, moment: &Moment) -> Option<Odd> {
    let Fact::Check(check) = &entry.fact else { return None };
    let bucket = Bucket::General;
    let card = book.card(entry.card)?;
    if check.endless(bucket) {
        return None;
    }
    let ledger = before(entry, editing, book, moment)?;
    let (before, known_whole) = (ledger.remaining(bucket), ledger.capacity(bucket));
    // What the phone counts may well be more than what the carrier does.
    let phone = |source: Source| source == Source::PhoneCounter;
    let counted = before.and_then(|known| known.checked).is_some_and(|(_, by)| phone(by) != phone(check.source));
    let due = before.is_some_and(|known| begins_anew(&ledger, known.since, entry.at));
    let had = ledger.money();
    let came = before.filter(|_| !due && !counted).and_then(|known| just_added(&ledger, known, entry.at));
    let after = ledger.ending(new(), entry);
    if let Some(odd) = had.and_then(|had| richer(had, &after)) {
        return Some(odd);
    }
    let (now, whole) = (after.remaining(bucket)?, after.capacity(bucket));
    let said_left = check.of(bucket).any(|said| matches!(said, Said::Left(_)));
    let used = check.of(bucket).find_map(|said| match said {
        Said::Used(Quantity::Data(amount)) if !said_left => Some((amount.bytes(card.base), amount.rounding(card.base))),
        _ => None,
    });
    match (used, whole, before) {
        (Some((used, rounding)), Some(whole), _) if now.left.0 == 0 && used > whole.saturating_add(rounding) => {
            Some(Odd::UsedMore { used, whole })
        }
        (_, _, Some(known)) if !due && !counted && more(now, known.left, known.rounding) => {
            Some(Odd::Rose { from: known.left, at: known.since })
        }
        (_, whole, Some(known))
            if !counted
                && card.day_clock.is_none()
                && fell(now.left, known.left.min(whole.unwrap_or(known.left)), whole) =>
        {
            Some(Odd::Fell { from: known.left, at: known.since })
        }
        // The phone's own count, first read long after the carrier spoke, may run over other days.
        (_, Some(whole), Some(known))
            if counted
                && phone(check.source)
                && known.left.saturating_sub(now.left).0 > whole.0 / 5
                && entry.at.since(known.since) < 2 * DAY_MS =>
        {
            Some(Odd::Fell { from: known.left, at: known.since })
        }
        (_, _, Some(_)) if came.is_some_and(|(from, _)| now.left <= from) => {
            came.map(|(from, top_up)| Odd::NotAdded { from, top_up })
        }
        (_, Some(whole), known) if more(now, whole, Bytes(0)) && known.is_none_or(|known| known.left <= whole) => {
            Some(Odd::LeftMore { left: now.left, whole })
        }
        (_, Some(whole), _) => {
            let known = known_whole.filter(|known| whole.0 > known.0.saturating_add(known.0 / 20))?;
            Some(Odd::WholeMore { whole, known })
        }
        _ => None,
    }
}

/// Whether ten times what is left now comes to half of what was left before at least, and to no more than that, and a
/// fifth of all that there was would have been used in between; or a thousand times: MB for GB.
fn fell(now: Bytes, before: Bytes, whole: Option<Bytes>) -> bool {
    let is = |times| (before.0 / 2..=before.0).contains(&now.0.saturating_mul(times));
    now < before && is(1000) || is(10) && whole.is_some_and(|whole| before.saturating_sub(now).0 > whole.0 / 5)
}

/// What there was before what was added since the last check, and the newest top-up, where that came within a day and
/// brought a twentieth of it at least: who has no more than that now, has used all of it, or it never came.
fn just_added(ledger: &Ledger<'_>, known: Remaining, at: Timestamp) -> Option<(Bytes, EntryId)> {
    let Some(&Movement::TopUp { entry, effect: Effect::Add, at: came, .. }) = ledger.movements(Bucket::General).last()
    else {
        return None;
    };
    let from = known.left.saturating_sub(known.added_since);
    let counts = known.added_since.0 > 0 && known.added_since.0 >= from.0 / 20;
    (counts && at.since(came) < DAY_MS).then_some((from, entry))
}

/// Whether there is more money than before, and nothing that was logged says why.
fn richer((from, at): (Money, Timestamp), after: &Ledger<'_>) -> Option<Odd> {
    let (now, _) = after.money()?;
    let sum = |money: Money| money.figure.scaled(Money::MILLION);
    let more = now.currency == from.currency && sum(now) > sum(from);
    (more && after.is_money_alone() && !is_paid(after, Bucket::Money, new())).then_some(Odd::Richer { from, at })
}

/// The identifier of a check that is not logged yet, in a ledger that nobody keeps: newer than all that were.
pub(super) fn new() -> EntryId {
    EntryId(Ulid::from_parts(u64::MAX, 0))
}

/// The ledger of an entry's card as it stands before the entry.
pub(super) fn before<'a>(
    entry: &'a Entry,
    editing: Option<EntryId>,
    book: &'a Book,
    moment: &Moment,
) -> Option<Ledger<'a>> {
    let ledger = book.ledger(entry.card)?;
    let ledger = ledger.without(|id, said| said.at > entry.at || Some(id) == editing);
    Some(ledger.seen_at(moment, entry.at))
}

/// The last day that the form of a new card gives it, where that is over: a finished card may be
/// meant.
#[must_use]
pub fn over(form: &Form, moment: &Moment) -> Option<Date> {
    let date = last_day(form, moment).filter(|_| form.is_new())?;
    (date < moment.device.date(moment.now)).then_some(date)
}

/// Whether clearly more is left than that: a hundredth of it, and beyond what was rounded, or just what
/// was rounded where that is a tenth of it.
fn more(now: Remaining, than: Bytes, rounding: Bytes) -> bool {
    let rise = now.left.saturating_sub(than).0;
    let rounded = now.rounding.saturating_add(rounding).0;
    rise > than.0 / 100 && (rise > rounded || rise == rounded && rise >= than.0 / 10)
}

/// Whether what is left begins anew between the two, as far as is known: with a month, with a day of
/// a day plan, with a renewal. It may anywhere where nobody said when a day plan was first used.
fn begins_anew(ledger: &Ledger<'_>, from: Timestamp, to: Timestamp) -> bool {
    matches!(ledger.card.day_clock, Some(DayClock::FirstUse(None))) || ledger.begins_anew(from, to)
}
