//! One card at one look: what is left and as of when, when it runs out, when it ends, what is safe
//! today; then the chart; then the history.

use super::chart::{Charts, charts};
use super::foretold::main_input;
use super::small::small_unit;
use crate::chart::Range;
use crate::domain::convert::float_u;
use crate::domain::{
    Base, Book, Bucket, Bytes, Card, CardId, DAY_MS, Date, DayClock, Decimal, Entry, EntryId, Ledger, Moment, Money,
    Movement, Offsets, Origin, Remaining, Source, Then, Timestamp, Turn, Unit, Validity,
};
use crate::forecast::{Missing, Note, Outlook, State};
use crate::plan::{self, Allowance, Goal, NoAllowance, NumberDays, PlanDay};

/// Below this chance of running dry before the expiry, it is said to last until then; above its counterpart, to run
/// out.
const UNLIKELY: f64 = 0.2;
/// Below this one it is said that it should last; from here on, about even, that it may or may not.
const EVEN: f64 = 0.4;

/// Days farther away than two months are not named.
const HORIZON: i64 = 60 * DAY_MS;

/// One card's screen.
#[derive(Clone, Debug)]
pub struct CardScreen<'a> {
    /// Which card.
    pub id: CardId,
    /// The card.
    pub card: &'a Card,
    /// Its entries, as they are seen now.
    pub ledger: Ledger<'a>,
    /// What is left.
    pub gauge: Gauge,
    /// When it will run out.
    pub verdict: Verdict,
    /// When it ends.
    pub expires: Option<Expiry>,
    /// Whether something was paid for and has not arrived, as far as anybody said, however long ago.
    pub awaits: bool,
    /// The queued top-ups that wait for that.
    pub waiting: Vec<Turn>,
    /// When it renews, and whether nobody named that day.
    pub renews: Option<(Date, bool)>,
    /// The day through which it should last, and the chance that it does, as far as it can reach.
    pub needed: Option<(Goal, Option<f64>)>,
    /// The days of its number.
    pub number: NumberDays,
    /// The present day of a day plan.
    pub day: Option<PlanDay>,
    /// Today's allowance, or why there is none: there is none, nor an even pace, while it is asked why there is more.
    pub allowance: Result<Allowance, NoAllowance>,
    /// The money balance and as of when.
    pub money: Option<(Money, Timestamp)>,
    /// What is left of it by now, where a monthly fee has come off since.
    pub after_fees: Option<Money>,
    /// What of it was credited since.
    pub credited: Option<Money>,
    /// Minutes left and as of when.
    pub minutes: Option<(Decimal, Timestamp)>,
    /// Messages left and as of when.
    pub messages: Option<(Decimal, Timestamp)>,
    /// What is left of other buckets of data, and as of when.
    pub others: Vec<(Bucket, Bytes, Timestamp)>,
    /// The charts.
    pub charts: Charts,
    /// The history, newest first.
    pub rows: Vec<Row<'a>>,
    /// What was noticed about its checks, oldest first.
    pub notes: Vec<Note>,
    /// Whether it is asked why there is more than before.
    pub asks: bool,
    /// The days that the forecast's middle half and its four fifths span, for the chart's sentence.
    pub outlook: Outlook,
}

/// What is left of general data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge {
    /// What is left by the last check, or by what came in its place.
    pub known: Option<Remaining>,
    /// The forecast's range for now (10 %, middle, 90 %), where the check is old, or of the period before; of a card of
    /// which only money is known, of that, in millionths of its unit.
    pub estimate: Option<(Bytes, Bytes, Bytes)>,
    /// Whether there is no end to it.
    pub unlimited: bool,
    /// When that, or what is left, was last said, and by whom, which is nobody where a top-up came in the place of what
    /// was left; `None` of a queued one that came to its turn since.
    pub as_of: Option<(Timestamp, Option<Source>)>,
    /// Whether a new period, or a new day of a day plan, has begun since it was checked: it is what was left of
    /// the one before.
    pub past: bool,
    /// What there was at most as it began, where that is known: what the plan gives, and what came on top.
    pub most: Option<Bytes>,
    /// What the whole of the dial stands for, where that is known.
    pub full: Option<Bytes>,
    /// Since which day a queued top-up is in use, in the card's zone, where no check has been made since.
    pub begun: Option<Date>,
    /// What can be used as a share of what the bucket holds: all of what has no end, and nothing once the
    /// card has ended, whatever was left; `None` of what is past.
    pub share: Option<f64>,
    /// Where an even pace would be, in bytes.
    pub pace: Option<Bytes>,
    /// The same as a share.
    pub pace_share: Option<f64>,
    /// The reserve as a share.
    pub reserve_share: Option<f64>,
    /// Whether little is left, by the card's threshold.
    pub low: bool,
    /// 1 GB = 1024 or 1000 MB.
    pub base: Base,
    /// The unit in which amounts below a gigabyte are shown.
    pub small: Unit,
}

/// When it will run out, in the days of the card's zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Not enough is known.
    NotEnough(Missing),
    /// It is asked why there is more than before: nothing is foretold of a figure that may be a slip.
    Asked,
    /// Nothing is left.
    Empty,
    /// What was fast is used up, and it goes on slowly.
    Slowed,
    /// It is rather used up by now than not, as far as can be foretold: only a check can tell.
    MaybeEmpty,
    /// It has ended.
    Expired,
    /// There is no end to it.
    Unlimited,
    /// It begins anew each day.
    EachDay {
        /// The chance that what is left of this day's data is gone before the next one.
        dry: Option<f64>,
    },
    /// With a chance of 80 % between these days.
    Between {
        /// The first.
        from: Date,
        /// The last, which is no later than its own last day; `None` where it is more than two months away.
        to: Option<Date>,
        /// The chance that it is empty before it expires.
        before_expiry: Option<f64>,
    },
    /// It may be empty before its end as well as have something left then, or rather is.
    Perhaps {
        /// The first day on which it may be.
        from: Date,
        /// The chance that it is empty before it expires.
        before_expiry: Option<f64>,
    },
    /// Rather its end comes first than not, but it may be empty before.
    Close {
        /// The first day on which it may be.
        from: Date,
        /// The chance that it is empty before it expires.
        before_expiry: Option<f64>,
    },
    /// It will probably outlast the expiry (with a chance of 80 % at least), or almost surely the next
    /// two months where none is known.
    Lasts {
        /// The chance that it is empty before it expires.
        before_expiry: Option<f64>,
    },
}

/// When the data or plan ends, or its present period does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// The last day, or that of the renewal, in the card's zone.
    pub date: Date,
    /// The day with whose night it ends: that, or the eve of the renewal.
    pub last: Date,
    /// Days from today in the card's zone: 0 is today, negative is over, which no renewal ever is.
    pub days: i32,
    /// When it is over: midnight at the end of the last day, or when the last day of a day plan ends by its own clock.
    pub end: Timestamp,
    /// The last minute before that, so that midnight is shown as 23:59 of the last day.
    pub night: Timestamp,
    /// What comes then.
    pub then: Then,
    /// Whether the device's clock differs from the card's then.
    pub abroad: bool,
    /// Whether an entry said so (else the card does).
    pub said: bool,
    /// Whether nobody named that day: a renewal that follows the one before by the card's length, else by a month, or
    /// with a month comes before the one that was named; the end of so many days, which a carrier may count otherwise,
    /// but of a day plan that has a clock of its own.
    pub assumed: bool,
}

/// A line of the history.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Which entry.
    pub id: EntryId,
    /// The entry.
    pub entry: &'a Entry,
    /// What it comes to in general data, where it says so by itself or with the total.
    pub left: Option<(Bytes, Origin)>,
    /// Whether its neighbours contradict it, so that nothing goes by it.
    pub slip: bool,
}

/// The screen of a card, or `None` where there is no such card.
#[must_use]
pub fn card_screen<'a>(book: &'a Book, moment: &Moment, id: CardId, range: Range) -> Option<CardScreen<'a>> {
    let card = book.card(id)?;
    let zone = moment.offsets(&card.zone);
    let ledger = book.ledger_now(id, moment)?;
    let today = zone.date(moment.now);
    let bucket = Bucket::General;
    let expires = expiry(&ledger, moment, today);
    let end = expires.map(|expires| expires.end);
    let state = State::of(&main_input(&ledger, moment, end));
    let day = plan::plan_day(&ledger, moment);
    let outlook = state.outlook(moment.now, end);
    let pace = plan::pace(&ledger, bucket, &outlook, moment.now, zone);
    let ended = expires.is_some_and(|expires| expires.days < 0);
    let past = day.is_some_and(|day| day.left.is_none()) || outlook.is_anew();
    let begun = day.map_or_else(|| ledger.calendar().begun(zone, moment.now), |day| Some(day.start));
    let most = begun.filter(|_| past && !ended).and_then(|begun| plan::most(&ledger, begun));
    let gauge = gauge(&ledger, moment, &outlook, pace.as_ref().map(|pace| pace.due), (ended, past, most));
    let movements = ledger.movements(bucket);
    // Both are in the order of the entries.
    let level = |of: &Movement| if let Movement::Check(level) = *of { Some(level) } else { None };
    let mut levels = movements.iter().filter_map(level).peekable();
    let row = |&(id, entry): &(EntryId, &'a Entry)| {
        let level = levels.next_if(|level| level.entry == id);
        Row {
            id,
            entry,
            left: level.map(|level| (level.left, level.origin)),
            slip: level.is_some_and(|level| level.slip),
        }
    };
    let mut rows: Vec<Row<'_>> = ledger.entries().iter().map(row).collect();
    rows.reverse();
    let mut screen = CardScreen {
        id,
        card,
        verdict: verdict(&outlook, &gauge, expires, day, (moment.now, zone, ledger.slowed(bucket))),
        expires,
        awaits: ledger.entries().iter().any(|(_, entry)| entry.fact.is_pending()),
        waiting: ledger.waiting().to_vec(),
        renews: match expires {
            Some(Expiry { date, then: Then::Renewed, assumed, .. }) => Some((date, assumed)),
            _ => ledger.next_charge(today).filter(|(_, assumed)| !(ended && *assumed)),
        },
        needed: plan::goal(&ledger, moment.now, zone).map(|goal| (goal, goal.lasts(&outlook))),
        number: plan::number_days(&ledger, today, zone),
        day,
        allowance: plan::allowance(&ledger, bucket, &outlook, moment.now, zone),
        money: ledger.money(),
        after_fees: plan::after_fees(&ledger, today, zone),
        credited: ledger.credited(),
        minutes: ledger.count(Bucket::Minutes),
        messages: ledger.count(Bucket::Messages),
        others: others(&ledger),
        charts: Charts::default(),
        rows,
        notes: state.notes().to_vec(),
        asks: false,
        gauge,
        outlook,
        ledger,
    };
    screen.asks = screen.asks_why(moment);
    if screen.asks {
        screen.foretell_nothing();
    }
    let pace = pace.as_ref().filter(|_| !screen.asks);
    screen.charts = charts(&screen.ledger, moment, expires, (&screen.outlook, pace), range);
    Some(screen)
}

fn expiry(ledger: &Ledger<'_>, moment: &Moment, today: Date) -> Option<Expiry> {
    let zone = moment.offsets(&ledger.card.zone);
    let dated = ledger.expires(today)?;
    let (end, then) = (ledger.ends(dated), dated.then);
    let date = if then == Then::Renewed { dated.date.plus_days(1)? } else { dated.date };
    let days = date.days_since(today);
    let night = end.plus(-60_000);
    let counted = matches!(ledger.card.validity, Validity::Days { .. }) && ledger.card.day_clock.is_none();
    let before = then == Then::Renewed && ledger.renews(today).is_some_and(|named| named > date);
    Some(Expiry {
        date,
        last: dated.date,
        days: if end <= moment.now { days.min(-1) } else { days },
        end,
        night,
        then,
        abroad: moment.device.at(night) != zone.at(night),
        said: dated.said,
        assumed: dated.assumed || before || counted && !dated.said && dated.then == Then::Over,
    })
}

fn gauge(
    ledger: &Ledger<'_>,
    moment: &Moment,
    outlook: &Outlook,
    pace: Option<Bytes>,
    (ended, past, most): (bool, bool, Option<Bytes>),
) -> Gauge {
    let bucket = Bucket::General;
    let known = ledger.remaining(bucket);
    let base = ledger.card.base;
    let zone = moment.offsets(&ledger.card.zone);
    // Where nobody knows when a day begins, what was found foretells nothing: the next one may have begun since.
    let hourless = matches!(ledger.card.day_clock, Some(DayClock::FirstUse(None)));
    let estimate = plan::estimate(ledger, ledger.main(), outlook, moment.now, zone).filter(|_| !hourless);
    let full = most.or(known.and_then(|known| known.full)).or_else(|| ledger.capacity(bucket));
    let full = full.filter(|full| full.0 > 0);
    let share = |part: Option<Bytes>| Some((float_u(part?.0) / float_u(full?.0)).clamp(0.0, 1.0));
    let middle = estimate.map(|(_, middle, _)| middle);
    // Nothing by an estimate is no share: nobody knows.
    let left = middle.or_else(|| known.map(|known| known.left)).filter(|_| middle != Some(Bytes(0)));
    let reserve = Some(plan::reserve(ledger)).filter(|reserve| reserve.0 > 0);
    let endless = ledger.endless(bucket);
    Gauge {
        known,
        estimate,
        unlimited: endless.is_some(),
        as_of: endless.map(|(at, by)| (at, Some(by))).or_else(|| {
            let known = known.filter(|known| known.begun.is_none())?;
            Some((known.since, known.checked.map(|(_, by)| by)))
        }),
        begun: known.and_then(|known| known.begun).map(|at| zone.date(at)),
        share: match (ended, endless) {
            (true, _) => Some(0.0),
            (false, Some(_)) => Some(1.0),
            (false, None) => share(left.filter(|_| !past || estimate.is_some())),
        },
        past,
        most: most.filter(|_| endless.is_none()),
        full: full.filter(|_| endless.is_none()),
        pace,
        pace_share: share(pace).filter(|_| middle != Some(Bytes(0))),
        reserve_share: share(reserve),
        low: !past && plan::low(ledger, bucket, outlook, moment.now, zone).is_some(),
        base,
        small: small_unit(ledger, bucket),
    }
}

fn verdict(
    outlook: &Outlook,
    gauge: &Gauge,
    expires: Option<Expiry>,
    day: Option<PlanDay>,
    (now, zone, slowed): (Timestamp, &Offsets, bool),
) -> Verdict {
    if expires.is_some_and(|expires| expires.days < 0) {
        return Verdict::Expired;
    }
    if gauge.unlimited {
        return Verdict::Unlimited;
    }
    if let Some(day) = day {
        let dry = match outlook {
            Outlook::Known(known) => day.end.filter(|_| !known.is_unseen()).map(|end| known.chance_by(end)),
            Outlook::Empty { .. } | Outlook::NotEnough(_) => None,
        };
        return Verdict::EachDay { dry };
    }
    let known = match outlook {
        Outlook::NotEnough(missing) => return Verdict::NotEnough(*missing),
        Outlook::Empty { .. } => return if slowed { Verdict::Slowed } else { Verdict::Empty },
        Outlook::Known(known) if known.may_be_empty() => return Verdict::MaybeEmpty,
        Outlook::Known(known) => known,
    };
    let before_expiry = known.lasts_to_expiry().map(|lasts| 1.0 - lasts);
    let (early, late) = (known.runs_out(0.1), known.runs_out(0.9));
    let end = expires.map(|expires| expires.end);
    match early.filter(|&early| end.is_none_or(|end| early < end)).map(|early| zone.date(early)) {
        Some(from) if before_expiry.is_none_or(|chance| chance >= 1.0 - UNLIKELY) => {
            let near = |at: &Timestamp| at.since(now) < HORIZON;
            let to = late.into_iter().chain(end.map(|end| end.plus(-1))).filter(near).min();
            Verdict::Between { from, to: to.map(|at| zone.date(at)), before_expiry }
        }
        Some(from) if before_expiry.is_some_and(|chance| chance >= EVEN) => Verdict::Perhaps { from, before_expiry },
        Some(from) if before_expiry.is_some_and(|chance| chance >= UNLIKELY) => Verdict::Close { from, before_expiry },
        _ => Verdict::Lasts { before_expiry },
    }
}

fn others(ledger: &Ledger<'_>) -> Vec<(Bucket, Bytes, Timestamp)> {
    let data = Bucket::ALL.into_iter().filter(|bucket| bucket.is_data() && *bucket != Bucket::General);
    data.filter_map(|bucket| ledger.remaining(bucket).map(|known| (bucket, known.left, known.since))).collect()
}
