//! The walk through a ledger: what its checks and top-ups do to one bucket of data.

use super::amount::{Amount, Bytes};
use super::convert::{float_u, part_of};
use super::counter::Counter;
use super::date::Timestamp;
use super::entry::{Arrival, Bucket, Check, Effect, Fact, Quantity, Said, Source, TopUp};
use super::id::EntryId;
use super::ledger::Ledger;
use super::room::Room;
use super::slip::Slips;
use super::turn::Turn;
use std::rc::Rc;

/// A balance check as bytes left in one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The entry that says so.
    pub entry: EntryId,
    /// As of when.
    pub at: Timestamp,
    /// What is left.
    pub left: Bytes,
    /// How far the true figure may be from it, by the digits that were said.
    pub rounding: Bytes,
    /// How it is known.
    pub origin: Origin,
    /// Who said it.
    pub source: Source,
    /// Whether the figures before and after it say that it is a slip: a high one, after which the old line
    /// goes on, or one below half of that line, to which the next one is back. It tells nothing of use.
    pub slip: bool,
    /// Whether nothing follows from what was left before it: one of the two is in the count of the phone's
    /// own counter, and the other in that of the carrier.
    pub apart: bool,
    /// Whether it is more than there is room for, by the plan and what was added, and nobody said that it is right.
    pub beyond: bool,
    /// Whether it is more than before, and as much was paid for by then that has not arrived, as far as anybody said.
    pub paid: bool,
    /// What was used, by it, beyond all that there was.
    pub over: Bytes,
}

/// How what is left is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was said.
    Said,
    /// What was used, taken from the total.
    FromUsed,
    /// A share of the total.
    FromPercent,
    /// The phone's own counter said it, and it is what the carrier would have said.
    FromCounter,
    /// The same while nothing is known of how the two compare: the phone's count from where both stood.
    Counted,
}

impl Level {
    /// As a check found it, before it is held against its neighbours.
    pub(super) const fn of(
        (entry, at): (EntryId, Timestamp),
        left: Bytes,
        rounding: Bytes,
        origin: Origin,
        source: Source,
    ) -> Self {
        Self {
            entry,
            at,
            left,
            rounding,
            origin,
            source,
            slip: false,
            apart: false,
            beyond: false,
            paid: false,
            over: Bytes(0),
        }
    }

    /// Whether it is in the count of the phone and not in that of the carrier.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.source == Source::PhoneCounter && !matches!(self.origin, Origin::FromCounter | Origin::Counted)
    }
}

/// A change of one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// A check found so much left.
    Check(Level),
    /// A top-up that arrived and changes this bucket. A queued one does so at its turn, in the place
    /// of what was left.
    TopUp {
        /// The entry that says so.
        entry: EntryId,
        /// When: it arrived, or came to its turn.
        at: Timestamp,
        /// How much.
        added: Bytes,
        /// Added to what is left, or in its place.
        effect: Effect,
    },
}

impl Movement {
    /// Whether it is a check that its neighbours contradict.
    #[must_use]
    pub const fn is_slip(&self) -> bool {
        matches!(self, Self::Check(Level { slip: true, .. }))
    }

    /// Whether a check found less than another one, and no more less than that much, to within their rounding.
    fn is_below(&self, now: &Level, most: Bytes) -> bool {
        let Self::Check(before) = self else { return false };
        let off = before.rounding.saturating_add(now.rounding);
        now.left > before.left.saturating_add(off) && now.left <= before.left.saturating_add(most).saturating_add(off)
    }

    /// When it happened.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Check(level) => level.at,
            Self::TopUp { at, .. } => *at,
        }
    }

    /// The entry that says so.
    #[must_use]
    pub const fn entry(&self) -> EntryId {
        match self {
            Self::Check(level) => level.entry,
            Self::TopUp { entry, .. } => *entry,
        }
    }
}

/// What the entries say of a bucket of data, one after another.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) movements: Vec<Movement>,
    pub(super) capacity: Option<Bytes>,
    pub(super) full: Option<Bytes>,
    pub(super) ratio: Option<(f64, u32)>,
    pub(super) began_anew: bool,
}

impl Ledger<'_> {
    /// What the entries say of a bucket; of general data found once.
    pub(super) fn walk(&self, bucket: Bucket) -> Rc<Walk> {
        match bucket {
            Bucket::General => Rc::clone(self.general.get_or_init(|| Rc::new(self.walked(bucket)))),
            Bucket::Money => {
                let movements = self.sums();
                Rc::new(Walk { movements, ..Walk::default() })
            }
            _ => Rc::new(self.walked(bucket)),
        }
    }

    fn walked(&self, bucket: Bucket) -> Walk {
        if self.is_without_data() {
            return Walk::default();
        }
        let mut room = Room::new(self.plan(bucket));
        let mut movements = Vec::new();
        let (cycle, mut period) = (self.calendar(), None);
        // What each day gives may begin anew between any two checks.
        let each_day = self.card.day_clock.is_some();
        let (mut counter, mut counted, mut slips) = (Counter::new(each_day), false, Slips::default());
        // The counter as if the carrier had not said its last figure; none where the one before was doubted by the
        // phone: what the carrier says twice is so.
        let (mut unsaid, mut doubted) = (None::<Counter>, false);
        let mut awaited = Bytes(0);
        let mut renew = |at: Timestamp, room: &mut Room, counter: &mut Counter, slips: &mut Slips| {
            let begun = cycle.begun(&self.zone, at);
            if period.replace(begun).is_some_and(|before| before != begun) {
                slips.forget();
                room.begins(self.plan(bucket));
                if let Some(full) = room.capacity {
                    counter.renew(at, full);
                }
            }
        };
        let mut turns = self.turns().iter().filter(|_| bucket == Bucket::General).peekable();
        for place in 0..=self.entries.len() {
            while let Some(&Turn { entry, at, added, .. }) = turns.next_if(|turn| turn.after <= place) {
                let (Some(at), Some(added)) = (at, added) else { continue };
                renew(at, &mut room, &mut counter, &mut slips);
                room.replace(added);
                counter.replace(at, added);
                slips.stands(at, float_u(added.0));
                movements.push(Movement::TopUp { entry, at, added, effect: Effect::Replace });
            }
            let Some(&(entry, fact)) = self.entries.get(place) else { break };
            renew(fact.at, &mut room, &mut counter, &mut slips);
            room.until(fact.at);
            match &fact.fact {
                Fact::Check(check) => {
                    if let Some(total) = self.total(check, bucket) {
                        if let Some(before) = room.capacity {
                            counter.resize(before, total);
                            unsaid = unsaid.filter(|_| before == total);
                        }
                        room.says(total);
                    }
                    let capacity = room.capacity;
                    let by_phone = check.source == Source::PhoneCounter;
                    let level = self.level(entry, fact.at, check, bucket, capacity);
                    let old_line = level.and_then(|level| {
                        let mut counter = unsaid.take()?;
                        let level = if by_phone { counter.read(level, capacity)? } else { level };
                        (!level.is_counted() && goes_on(&movements, slips, &level)).then_some((counter, level))
                    });
                    if let Some((unsaid, _)) = old_line {
                        (counter, doubted) = (unsaid, by_phone);
                    }
                    let level = match old_line {
                        Some((_, level)) if by_phone => Some(level),
                        _ if by_phone => level.and_then(|level| counter.read(level, capacity)),
                        _ => level.inspect(|level| {
                            unsaid = (!std::mem::take(&mut doubted)).then_some(counter);
                            // What the phone counted of itself up to now was used all the same.
                            let own_line = matches!(movements.as_slice(), [.., Movement::Check(before), Movement::Check(last)]
                                if before.is_counted() && last.is_counted() && !last.apart);
                            // What the two differ by was not used between them.
                            let phone = |last: &mut Movement| matches!(last, Movement::Check(last) if last.source == Source::PhoneCounter);
                            if counter.hear(*level)
                                && !own_line
                                && let Some(Movement::Check(by_phone)) = movements.pop_if(phone)
                            {
                                counted = by_phone.is_counted() != by_phone.apart;
                                slips.take_back();
                            }
                            // Nor does a count that nobody can convert come between two figures of the carrier.
                            let own = |movement: &Movement| matches!(movement, Movement::Check(check) if !check.is_counted());
                            let by_phone = |last: &mut Movement| matches!(last, Movement::Check(last) if last.is_counted());
                            while counted && movements.iter().any(own) && movements.pop_if(by_phone).is_some() {
                                counted = movements.last_mut().is_some_and(by_phone);
                                slips.forget();
                            }
                        }),
                    };
                    let Some(mut level) = level else { continue };
                    level.apart = std::mem::replace(&mut counted, level.is_counted()) != counted;
                    if level.apart || each_day {
                        slips.forget();
                    }
                    let most = capacity.map(|full| full.saturating_add(level.rounding));
                    level.beyond = !check.sure && most.is_some_and(|most| level.left > most);
                    level.paid = movements.last().is_some_and(|last| last.is_below(&level, awaited));
                    if level.paid {
                        awaited = Bytes(0);
                    }
                    if slips.found(level.at, float_u(level.left.0), float_u(level.rounding.0), level.beyond, level.paid)
                        && let Some(Movement::Check(before)) = movements.last_mut()
                    {
                        before.slip = true;
                    }
                    room.found(level.left);
                    movements.push(Movement::Check(level));
                }
                Fact::TopUp(top_up) => {
                    if fact.fact.is_pending() {
                        awaited = awaited.max(self.brings(top_up, bucket).unwrap_or_default());
                    }
                    if let Some(added) = self.added(top_up, bucket) {
                        match top_up.effect {
                            Effect::Replace => {
                                room.replace(added);
                                counter.replace(fact.at, added);
                                slips.stands(fact.at, float_u(added.0));
                            }
                            _ => {
                                room.add(added, fact.at, self.plan(bucket), self.day.as_ref());
                                counter.raise(added);
                                slips.raise(float_u(added.0));
                            }
                        }
                        movements.push(Movement::TopUp { entry, at: fact.at, added, effect: top_up.effect });
                    }
                }
                Fact::KeepAlive(_) => {}
            }
        }
        room.until(self.now);
        let Room { capacity, full, .. } = room;
        Walk { movements, ratio: counter.known(capacity), began_anew: counter.began_anew(), capacity, full }
    }

    /// What the plan gives of a bucket each time that it begins.
    #[must_use]
    pub fn plan(&self, bucket: Bucket) -> Option<Bytes> {
        let plan = (bucket == Bucket::General).then_some(self.card.plan)?;
        plan.map(|plan| plan.bytes(self.card.base))
    }

    /// All that there is of a bucket, as a check says it.
    pub(super) fn total(&self, check: &Check, bucket: Bucket) -> Option<Bytes> {
        check.of(bucket).find_map(|said| match said {
            Said::Total(Quantity::Data(amount)) => Some(amount.bytes(self.card.base)),
            _ => None,
        })
    }

    /// What a top-up that has arrived changes in a bucket of data.
    pub(super) fn added(&self, top_up: &TopUp, bucket: Bucket) -> Option<Bytes> {
        self.brings(top_up, bucket).filter(|_| top_up.arrival == Arrival::Arrived)
    }

    fn brings(&self, top_up: &TopUp, bucket: Bucket) -> Option<Bytes> {
        let counts = bucket == Bucket::General && matches!(top_up.effect, Effect::Add | Effect::Replace);
        let data: Amount = counts.then_some(top_up.data)??;
        Some(data.bytes(self.card.base))
    }

    pub(super) fn level(
        &self,
        entry: EntryId,
        at: Timestamp,
        check: &Check,
        bucket: Bucket,
        capacity: Option<Bytes>,
    ) -> Option<Level> {
        let base = self.card.base;
        let level = |left, rounding, origin| Level::of((entry, at), left, rounding, origin, check.source);
        let said = check.of(bucket).find_map(|said| match said {
            Said::Left(Quantity::Data(amount)) => Some(level(amount.bytes(base), amount.rounding(base), Origin::Said)),
            _ => None,
        });
        if said.is_none() && check.endless(bucket) {
            return None;
        }
        said.or_else(|| {
            check.of(bucket).find_map(|said| match said {
                Said::Used(Quantity::Data(amount)) => {
                    let (full, used) = (capacity?, amount.bytes(base));
                    let level = level(full.saturating_sub(used), amount.rounding(base), Origin::FromUsed);
                    Some(Level { over: used.saturating_sub(full), ..level })
                }
                _ => None,
            })
        })
        .or_else(|| {
            let (share, left) = check.of(bucket).find_map(|said| match said {
                Said::LeftPercent(share) => Some((share, true)),
                Said::UsedPercent(share) => Some((share, false)),
                _ => None,
            })?;
            let full = capacity?.0;
            // A quarter of 4 GB is 1 GB to the byte: the hundredth is taken last.
            let millionths = share.scaled(1_000_000).filter(|part| *part >= 0)?;
            let part = part_of(full, millionths, 100_000_000).min(full);
            let bytes = Bytes(if left { part } else { full - part });
            Some(level(bytes, Bytes(share.half_step(full / 100)), Origin::FromPercent))
        })
    }
}

/// Whether the carrier's last figure fell to where nothing else leads: this one is nearer to what was left before it,
/// and twice as much at least. The carrier is who knows what is left: by the phone's count its figure is a slip only
/// where ten times it lies between the two, so that a digit is in the wrong place.
fn goes_on(movements: &[Movement], mut slips: Slips, now: &Level) -> bool {
    let [.., Movement::Check(old), Movement::Check(last)] = movements else { return false };
    let nearer = now.left.0.abs_diff(old.left.0) < now.left.0.abs_diff(last.left.0);
    // What the carrier says is gone is gone.
    let fell = last.left.0 > 0 && last.left.0 < now.left.saturating_sub(now.rounding).0 / 2;
    let off = last.rounding.0.saturating_mul(10).saturating_add(now.rounding.0);
    let ten = last.left.0.saturating_mul(10);
    let digit = (now.left.0.saturating_sub(off)..=old.left.0.saturating_add(off)).contains(&ten);
    last.source != Source::PhoneCounter
        && (digit || now.source != Source::PhoneCounter)
        && fell
        && nearer
        && slips.found(now.at, float_u(now.left.0), float_u(now.rounding.0), false, false)
}
