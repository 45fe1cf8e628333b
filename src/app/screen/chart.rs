//! A card's charts: its general data, and its other buckets of data beside it; or its money, where that is all.

use super::card::Expiry;
use super::small::small_unit;
use crate::chart::{self, Drawing, Fan, MarkKind, Plot, Range};
use crate::domain::{
    Base, Bucket, Bytes, Currency, Cycle, DAY_MS, Date, EntryId, Fact, Ledger, Moment, Movement, Then, Timestamp, Unit,
};
use crate::forecast::{self, Input, Outlook};
use crate::plan::{self, Pace};

/// The size of the chart of general data, in pixels.
const WHOLE: (u16, u16) = (358, 278);
/// The size of each of the others: two stand side by side.
const HALF: (u16, u16) = (171, 124);
/// That of a single one.
const ALONE: (u16, u16) = (358, 124);

/// What is drawn of a card.
#[derive(Clone, Debug, Default)]
pub struct Charts {
    /// General data, or the money of a card of which nothing else is known.
    pub general: Drawing,
    /// The currency of that money, where there is something to be seen: two checks, or credit.
    pub money: Option<Currency>,
    /// The other buckets of data of which there are checks, over the same time, each with the chance that
    /// something is left of it at the end of the card, where that is not over and it can be told, and the unit of its
    /// small amounts.
    pub others: Vec<(Bucket, Option<f64>, Drawing, Unit)>,
    /// How much of the time: what was chosen, where this card has it.
    pub range: Range,
    /// Whether somebody said until when it is needed, so that there is a trip to be shown.
    pub trip: bool,
}

/// What is known of one bucket.
struct Seen<'a> {
    bucket: Bucket,
    movements: Vec<Movement>,
    outlook: &'a Outlook,
    pace: Option<&'a Pace>,
}

/// What the charts of a card have in common.
struct Common<'a> {
    ledger: &'a Ledger<'a>,
    /// The one that is drawn large.
    main: Bucket,
    moment: &'a Moment,
    start: Option<Timestamp>,
    end: Option<Timestamp>,
    then: Then,
    needed: Option<Date>,
    /// When the plan begins anew; of a day plan when its days began.
    cycle: Cycle,
    range: Range,
    beside: (u16, u16),
}

/// The charts of a card that ends then. What is known of its general data comes in, since the
/// rest of the screen says the same.
pub(super) fn charts(
    ledger: &Ledger<'_>,
    moment: &Moment,
    expires: Option<Expiry>,
    (outlook, pace): (&Outlook, Option<&Pace>),
    chosen: Range,
) -> Charts {
    let general = ledger.main();
    // What begins anew each day reaches no other day.
    let needed = ledger.card.needed_until.filter(|_| ledger.card.day_clock.is_none());
    let trip = needed.is_some();
    let range = if chosen == Range::Trip && !trip { Range::Cycle } else { chosen };
    let zone = moment.offsets(&ledger.card.zone);
    let start = plan::period(ledger, general, moment.now, zone).map(|period| period.start);
    let start = start.or_else(|| ledger.calendar().begun(zone, moment.now));
    // A day of a day plan is no period of its own, though each reply may name the next one's as a renewal.
    let is_day = |start: Timestamp| ledger.card.day_clock.is_some() && moment.now.since(start) < DAY_MS;
    let start = start.filter(|start| !is_day(*start));
    let end = expires.map(|expires| expires.end);
    let then = expires.map_or(Then::Over, |expires| expires.then);
    let buckets = Bucket::ALL.into_iter().filter(|&bucket| bucket.is_data() && bucket != general);
    let others: Vec<_> = buckets
        .map(|bucket| (bucket, ledger.movements(bucket)))
        .filter(|(_, movements)| !movements.is_empty())
        .map(|(bucket, movements)| {
            let outlook = forecast::forecast(&Input::of(ledger, bucket, moment.now, end));
            let pace = plan::pace(ledger, bucket, &outlook, moment.now, zone);
            (bucket, movements, outlook, pace)
        })
        .collect();
    let beside = if others.len() == 1 { ALONE } else { HALF };
    let cycle = match ledger.cycle() {
        Cycle::Daily => Cycle::On(plan::day_starts(ledger, moment)),
        _ if general == Bucket::Money => Cycle::Never,
        cycle => cycle.clone(),
    };
    let common = Common { ledger, main: general, moment, start, end, then, needed, cycle, range, beside };
    let mut seen = vec![Seen { bucket: general, movements: ledger.movements(general), outlook, pace }];
    seen.extend(others.iter().map(|(bucket, movements, outlook, pace)| Seen {
        bucket: *bucket,
        movements: movements.clone(),
        outlook,
        pace: pace.as_ref(),
    }));
    let fans: Vec<Vec<Fan>> = seen.iter().map(|seen| common.fan(seen)).collect();
    let plots: Vec<Plot<'_>> = seen.iter().zip(&fans).map(|(seen, fan)| common.plot(seen, fan)).collect();
    let chance = |outlook: &Outlook| match outlook {
        Outlook::Known(known) if end > Some(moment.now) => known.lasts_to_expiry(),
        _ => None,
    };
    let mut drawings = chart::side_by_side(&plots).into_iter();
    let mut whole = drawings.next().unwrap_or_default();
    for mark in whole.marks.iter_mut().filter(|mark| mark.kind == MarkKind::Rise) {
        if is_paid(ledger, general, mark.entry) {
            mark.kind = MarkKind::Paid;
        }
    }
    // Of money that fees are taken from, or whose use is not known, there is no mean of a day.
    whole.mean = whole.mean.filter(|_| general != Bucket::Money || matches!(outlook, Outlook::Known(_)));
    let money = ledger.currency().filter(|_| general == Bucket::Money && seen.iter().any(|of| of.movements.len() > 1));
    Charts {
        money,
        general: whole,
        others: others
            .iter()
            .zip(drawings)
            .map(|(of, drawing)| (of.0, chance(&of.2), drawing, small_unit(ledger, of.0)))
            .collect(),
        range,
        trip,
    }
}

/// Whether a top-up of which nobody said what it brought came between a check of a bucket and the one of it before:
/// that is why there is more.
pub(super) fn is_paid(ledger: &Ledger<'_>, bucket: Bucket, check: EntryId) -> bool {
    let says = |fact: &Fact| matches!(fact, Fact::Check(check) if check.of(bucket).next().is_some());
    let from_it = ledger.entries().iter().rev().skip_while(|(entry, _)| *entry != check);
    let mut between = from_it.skip(1).take_while(|(_, entry)| !says(&entry.fact));
    between.any(|(_, entry)| plan::is_unsaid(&entry.fact))
}

impl Common<'_> {
    /// Of what each day gives anew there is nothing to foretell.
    fn fan(&self, seen: &Seen<'_>) -> Vec<Fan> {
        match seen.outlook {
            Outlook::Known(known) if !matches!(self.ledger.cycle(), Cycle::Daily) => {
                Fan::of(known, &self.plot(seen, &[]))
            }
            _ => Vec::new(),
        }
    }

    fn plot<'p>(&'p self, seen: &'p Seen<'_>, fan: &'p [Fan]) -> Plot<'p> {
        let Self { ledger, moment, .. } = *self;
        let zone = moment.offsets(&ledger.card.zone);
        let whole = seen.bucket == self.main;
        let money = seen.bucket == Bucket::Money;
        let (width, height) = if whole { WHOLE } else { self.beside };
        Plot {
            movements: &seen.movements,
            at_first: ledger.at_first(seen.bucket),
            capacity: ledger.capacity(seen.bucket),
            base: if money { Base::Decimal } else { ledger.card.base },
            largest: if money { Unit::MB } else { Unit::TB },
            now: moment.now,
            start: self.start,
            expires: self.end,
            then: self.then,
            needed: self.needed.map(|day| zone.end(day)),
            endless: ledger.endless(seen.bucket).map(|(since, _)| since),
            cycle: &self.cycle,
            gives: ledger.plan(seen.bucket).filter(|_| ledger.card.day_clock.is_some()),
            reserve: if whole { plan::reserve(ledger) } else { Bytes(0) },
            pace: seen.pace.map_or(&[], |pace| pace.corners.as_slice()),
            fan,
            zone,
            range: self.range,
            // What is taken from money is no even use of days.
            daily: whole && !money,
            width,
            height,
        }
    }
}
