//! What the cores cost, as ratios within one run: comparable between machines, where times are not.
//!
//! `cargo bench --no-default-features --bench ratios`. Each case is timed beside a reference loop
//! of plain arithmetic, turn by turn, so that a busy machine slows both; the figure is the median
//! of the paired ratios. It fails past the limit in the table. A new case is one line in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::disallowed_methods,
    reason = "a bench takes the time"
)]

use sim_gauge::chart::{Plot, Range, Renews, draw};
use sim_gauge::domain::*;
use sim_gauge::forecast::{Input, Outlook, Prior, Seen, State, forecast};
use sim_gauge::journal::{Change, Event, Journal, Record};
use sim_gauge::sms::{Context, read};
use std::hint::black_box;
use std::time::Instant;

/// A case: its name, the most reference loops it may take, and what it does once.
type Case = (&'static str, f64, Box<dyn FnMut()>);

/// Turns of each case, after one that only warms up.
const TURNS: usize = 15;
/// Steps of the reference loop: about a third of a millisecond.
const STEPS: u64 = 200_000;

fn main() {
    let mut cases: Vec<Case> = vec![
        ("forecast: learn from 1000 checks", 6.0, Box::new(learn(1000))),
        ("forecast: a hundred × one more after 1000", 1.0, Box::new(one_more(1000))),
        ("forecast: learn from 10 checks", 0.15, Box::new(learn(10))),
        ("forecast: its 19 quantiles", 4.0, Box::new(quantiles())),
        ("chart: draw 5000 readings", 1.5, Box::new(chart(5000))),
        ("chart: draw 30 readings", 0.1, Box::new(chart(30))),
        ("reading a reply: 160 bytes", 1.0, Box::new(reply(160))),
        ("reading a reply: 4 KB", 5.0, Box::new(reply(4096))),
        ("journal: load 10,000 events", 600.0, Box::new(load(10_000))),
        ("journal: fold 10,000 events", 20.0, Box::new(fold(10_000))),
    ];
    let mut late = false;
    println!("{:<44}{:>12}{:>12}", "case", "× reference", "at most");
    for (name, most, case) in &mut cases {
        let ratio = measure(case);
        late |= ratio > *most;
        println!("{name:<44}{ratio:>12.3}{most:>12.2}");
    }
    // One more check costs after a thousand what it costs after ten.
    let (few, many) = (measure(&mut one_more(10)), measure(&mut one_more(1000)));
    println!("{:<44}{:>12.3}{:>12.2}", "forecast: one more after 1000 to after 10", many / few, 2.0);
    late |= many / few > 2.0;
    // Twice the text is twice the work, and no more: a ratio of two cases, not to the reference.
    let (half, whole) = (measure(&mut reply(2048)), measure(&mut reply(4096)));
    println!("{:<44}{:>12.3}{:>12.2}", "reading a reply: 4 KB to 2 KB", whole / half, 2.6);
    late |= whole / half > 2.6;
    assert!(!late, "a case is slower than its limit");
}

/// The median of the paired ratios.
fn measure(case: &mut dyn FnMut()) -> f64 {
    case();
    let mut ratios: Vec<f64> = (0..TURNS)
        .map(|_| {
            let before = reference();
            let start = Instant::now();
            case();
            let own = start.elapsed().as_secs_f64();
            own / f64::midpoint(before, reference())
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[TURNS / 2]
}

fn reference() -> f64 {
    let start = Instant::now();
    let mut value = black_box(1_u64);
    for step in 0..STEPS {
        value = value.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(step).rotate_left(7);
    }
    black_box(value);
    start.elapsed().as_secs_f64()
}

fn at(hours: usize) -> Timestamp {
    Timestamp::from_millis(1_793_854_800_000).unwrap().plus(hours as i64 * 3_600_000)
}

fn input(checks: usize) -> Input {
    let seen = |n: usize| Seen {
        at: at(n * 3),
        left: 1e12 - (n * n % 17 + n * 40) as f64 * 1e6,
        rounding: 5e5,
        counter: false,
    };
    Input {
        now: at(checks * 3),
        checks: (0..checks).map(seen).collect(),
        top_ups: Vec::new(),
        prior: Some(Prior { bytes: 1e12, days: 100.0 }),
        expires: None,
        cycles: Vec::new(),
        east: 0,
    }
}

fn learn(checks: usize) -> impl FnMut() {
    let input = input(checks);
    move || {
        black_box(forecast(black_box(&input)));
    }
}

/// One more check a day later, a hundred times over: the state is copied each time.
fn one_more(checks: usize) -> impl FnMut() {
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
fn reply(bytes: usize) -> impl FnMut() {
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

fn quantiles() -> impl FnMut() {
    let mut input = input(20);
    for check in &mut input.checks {
        check.left -= 9.9e11;
    }
    let Outlook::Known(known) = forecast(&input) else { panic!("20 checks are enough") };
    move || {
        black_box(known.quantiles());
    }
}

fn chart(readings: usize) -> impl FnMut() {
    let check = |n: usize| {
        Movement::Check(Level {
            entry: EntryId(Ulid::from_parts(n as u64, 0)),
            at: at(n / 8),
            left: Bytes(3_000_000_000 - (n * 2_900_000_000 / readings) as u64),
            rounding: Bytes(500_000),
            origin: Origin::Said,
            source: Source::App,
        })
    };
    let movements: Vec<Movement> = (0..readings).map(check).collect();
    move || {
        let plot = Plot {
            movements: &movements,
            capacity: Some(Bytes(3_000_000_000)),
            base: Base::Decimal,
            now: at(readings / 8),
            start: Some(at(0)),
            expires: Some(at(readings / 8 + 100)),
            needed: None,
            endless: None,
            renews: Renews::Never,
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
    };
    let record = |n: u16| {
        let id = Ulid::from_parts(millis + 1000 * u64::from(n), u128::from(n) * 7919);
        let at = Timestamp::from_millis(1_790_000_000_000).unwrap();
        let value = Entry { card: CardId(Ulid::from_parts(millis, 5)), at, fact: Fact::Check(check(n)), note: None };
        Record::of(&Event { id: EventId(id), change: Change::SavedEntry { entry: EntryId(id), replaces: None, value } })
    };
    (0..count).map(record).collect()
}

fn load(count: u16) -> impl FnMut() {
    let records = records(count);
    move || {
        black_box(Journal::load(black_box(records.clone())));
    }
}

fn fold(count: u16) -> impl FnMut() {
    let journal = Journal::load(records(count));
    move || {
        black_box(black_box(&journal).fold());
    }
}
