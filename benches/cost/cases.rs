//! What the benches do: each function makes ready, and gives what is done once.

use sim_gauge::chart::{Plot, Range, draw};
use sim_gauge::domain::*;
use sim_gauge::forecast::{Input, Outlook, Prior, Seen, State, forecast};
use sim_gauge::journal::{Change, Event, Journal, Record};
use sim_gauge::sms::{Context, masked, read};
use std::hint::black_box;

fn at(hours: usize) -> Timestamp {
    Timestamp::from_millis(1_793_854_800_000).unwrap().plus(hours as i64 * 3_600_000)
}

fn input(checks: usize) -> Input {
    let seen = |n: usize| Seen {
        at: at(n * 3),
        left: 1e12 - (n * n % 17 + n * 40) as f64 * 1e6,
        rounding: 5e5,
        apart: false,
        beyond: false,
        paid: false,
    };
    Input {
        now: at(checks * 3),
        checks: (0..checks).map(seen).collect(),
        top_ups: Vec::new(),
        prior: Some(Prior { bytes: 1e12, days: Some(100.0), strength: Prior::STRENGTH }),
        expires: None,
        cycles: Vec::new(),
        east: 0,
    }
}

pub(crate) fn learn(checks: usize) -> impl FnMut() {
    let input = input(checks);
    move || {
        black_box(forecast(black_box(&input)));
    }
}

/// One more check a day later, a hundred times over: the state is copied each time.
pub(crate) fn one_more(checks: usize) -> impl FnMut() {
    let input = input(checks);
    let state = State::of(&input);
    let last = input.checks[checks - 1];
    let next = Seen { at: last.at.plus(DAY_MS), left: last.left - 3e8, ..last };
    move || {
        for _ in 0..100 {
            let mut state = black_box(&state).clone();
            state.check(black_box(next));
            black_box(state);
        }
    }
}

/// A carrier's reply again and again, up to so many bytes.
pub(crate) fn reply(bytes: usize) -> impl FnMut() {
    let text =
        "Your plan renews 12/04/2026. Data left: 1.83 GB of 3 GB. Balance: $5.00. 剩余流量512MB，有效期至12月4日。\n";
    let text: String = text.chars().cycle().take(bytes * 9 / 10).collect();
    let context = Context {
        received: Date::parse("2026-11-20").unwrap(),
        country: Some("US"),
        currency: None,
        carrier: None,
        base: Base::Binary,
    };
    move || {
        black_box(read(black_box(&text), &context));
    }
}

/// What is masked before a reply is kept, in so many bytes of names, numbers and codes; `alone`: of one number and
/// nothing but words behind it.
pub(crate) fn mask(bytes: usize, alone: bool) -> impl FnMut() {
    let text = "Dear John Smith, 646 555 0147, code 482913, ticket A1B2C3D4E5 for Mr. John Q. Public. ";
    let text: String = match alone {
        true => "6465550147 ".chars().chain("and nothing else ".chars().cycle()).take(bytes).collect(),
        false => text.chars().cycle().take(bytes).collect(),
    };
    let received = Date::parse("2026-11-20").unwrap();
    let context = Context { received, country: Some("US"), currency: None, carrier: None, base: Base::Binary };
    move || {
        black_box(masked(black_box(&text), &[], &context));
    }
}

pub(crate) fn quantiles() -> impl FnMut() {
    let mut input = input(20);
    for check in &mut input.checks {
        check.left -= 9.9e11;
    }
    let Outlook::Known(known) = forecast(&input) else { panic!("20 checks are enough") };
    move || {
        black_box(known.quantiles());
    }
}

pub(crate) fn chart(readings: usize) -> impl FnMut() {
    let check = |n: usize| {
        Movement::Check(Level {
            entry: EntryId(Ulid::from_parts(n as u64, 0)),
            at: at(n / 8),
            left: Bytes(3_000_000_000 - (n * 2_900_000_000 / readings) as u64),
            rounding: Bytes(500_000),
            origin: Origin::Said,
            source: Source::App,
            slip: false,
            apart: false,
            beyond: false,
            paid: false,
            over: Bytes(0),
        })
    };
    let movements: Vec<Movement> = (0..readings).map(check).collect();
    move || {
        let plot = Plot {
            movements: &movements,
            at_first: None,
            capacity: Some(Bytes(3_000_000_000)),
            base: Base::Decimal,
            largest: Unit::TB,
            now: at(readings / 8),
            start: Some(at(0)),
            expires: Some(at(readings / 8 + 100)),
            then: Then::Over,
            needed: None,
            endless: None,
            cycle: &Cycle::Never,
            gives: None,
            reserve: Bytes(0),
            pace: &[],
            fan: &[],
            zone: &Offsets::UTC,
            range: Range::Cycle,
            daily: true,
            width: 358,
            height: 278,
        };
        black_box(draw(black_box(&plot)));
    }
}

/// When the plan of a card began anew, by so many checks of three years, the renewal named by each: the same month's by
/// one after another, and on its day the next one.
pub(crate) fn calendar(checks: usize) -> impl FnMut() {
    let card = Card::named(Line::parse("US").unwrap(), ZoneName::parse("UTC").unwrap());
    let data = |megabytes: u64| Amount::new(Decimal::new(megabytes as i64, 0).unwrap(), Unit::MB).unwrap();
    let card = Card { plan: Some(data(5000)), ..card };
    let id = CardId(Ulid::from_parts(1, 1));
    let entry = |n: usize| {
        let at = at(n * 3 * 365 * 24 / checks);
        let day = Offsets::UTC.date(at);
        let (begun, renews) = month_around(day, 7).unwrap();
        let left = 5000 - 150 * u64::try_from(day.days_since(begun)).unwrap();
        let measures = vec![Measure { bucket: Bucket::General, said: Said::Left(Quantity::Data(data(left))) }];
        let (source, renews) = (Source::Text, Some(renews));
        let check = Check { measures, expires: None, renews, source, reply: None, sure: false };
        Entry { card: id, at, fact: Fact::Check(check), note: None }
    };
    let entries: Vec<Entry> = (0..checks).map(entry).collect();
    move || {
        let named = entries.iter().enumerate().map(|(n, entry)| (EntryId(Ulid::from_parts(n as u64, 0)), entry));
        let ledger = Ledger::new(id, &card, named).seen(&Offsets::UTC, at(3 * 365 * 24));
        let Cycle::On(all) = black_box(&ledger).calendar() else { panic!("renewals were named") };
        assert_eq!(all.len(), 37);
    }
}

/// Checks as most are: two measures and a date, every other one with its reply.
fn records(count: u16) -> Vec<Record> {
    let millis = 1_790_000_000_000_u64;
    let data = |text: &str| Quantity::Data(Amount::new(Decimal::parse(text).unwrap(), Unit::GB).unwrap());
    let check = |n: u16| Check {
        measures: vec![
            Measure { bucket: Bucket::General, said: Said::Left(data("1.20")) },
            Measure { bucket: Bucket::General, said: Said::Total(data("5")) },
        ],
        expires: Date::parse("2026-12-04"),
        renews: None,
        source: Source::Text,
        reply: n
            .is_multiple_of(2)
            .then(|| "You have 1.20 GB of 5 GB left. Your plan ends on 12/04/2026.\nReply \"HELP\".".into()),
        sure: false,
    };
    let record = |n: u16| {
        let id = Ulid::from_parts(millis + 1000 * u64::from(n), u128::from(n) * 7919);
        let at = Timestamp::from_millis(1_790_000_000_000).unwrap();
        let value = Entry { card: CardId(Ulid::from_parts(millis, 5)), at, fact: Fact::Check(check(n)), note: None };
        Record::of(&Event {
            id: EventId(id),
            change: Change::SavedEntry { entry: EntryId(id), replaces: None, value: value.into() },
        })
    };
    (0..count).map(record).collect()
}

pub(crate) fn load(count: u16) -> impl FnMut() {
    let records = records(count);
    move || {
        black_box(Journal::load(black_box(records.clone())));
    }
}

pub(crate) fn fold(count: u16) -> impl FnMut() {
    let journal = Journal::load(records(count));
    move || {
        black_box(black_box(&journal).fold());
    }
}
