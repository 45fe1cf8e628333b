//! What happened to a few cards, to be drawn.

use sim_gauge::chart::*;
use sim_gauge::domain::*;
use sim_gauge::forecast::{Added, Input, Outlook, Prior, Seen, forecast};

pub const GB: u64 = 1 << 30;

/// A time of the story, in hours from 5 November 2026, midnight in New York.
pub fn hour(hours: f64) -> Timestamp {
    Timestamp::from_millis(1_793_854_800_000).unwrap().plus((hours * 3_600_000.0) as i64)
}

pub fn day(days: f64) -> Timestamp {
    hour(days * 24.0)
}

/// New York around 2026: daylight saving from 8 March to 1 November.
pub fn new_york() -> Offsets {
    let at = |ms| Timestamp::from_millis(ms).unwrap();
    Offsets::new(-300, vec![(at(1_772_953_200_000), -240), (at(1_793_512_800_000), -300)])
}

pub fn entry(n: usize) -> EntryId {
    EntryId(Ulid::from_parts(n as u64, 0))
}

pub fn bytes(gb: f64) -> Bytes {
    Bytes((gb * GB as f64) as u64)
}

pub fn found(n: usize, at: Timestamp, gb: f64) -> Movement {
    Movement::Check(Level {
        entry: entry(n),
        at,
        left: bytes(gb),
        rounding: bytes(0.005),
        origin: Origin::Said,
        source: Source::Text,
    })
}

pub fn added(n: usize, at: Timestamp, gb: f64) -> Movement {
    Movement::TopUp { entry: entry(n), at, added: bytes(gb), effect: Effect::Add }
}

/// A story: what happened, and what is known of the card.
#[derive(Clone)]
pub struct Story {
    pub movements: Vec<Movement>,
    pub now: Timestamp,
    pub start: Option<Timestamp>,
    pub expires: Option<Timestamp>,
    pub plan: Option<f64>,
    pub reserve: f64,
    pub range: Range,
    pub zone: Offsets,
    pub width: u16,
    pub height: u16,
}

impl Story {
    pub fn of(movements: Vec<Movement>, now: Timestamp) -> Self {
        Self {
            movements,
            now,
            start: Some(day(0.0)),
            expires: Some(day(30.0)),
            plan: Some(3.0),
            reserve: 0.3,
            range: Range::Cycle,
            zone: new_york(),
            width: 358,
            height: 206,
        }
    }

    pub fn draw(&self) -> Drawing {
        let seen = |movement: &Movement| match *movement {
            Movement::Check(level) => Some(Seen {
                at: level.at,
                left: level.left.0 as f64,
                rounding: level.rounding.0 as f64,
                counter: false,
            }),
            Movement::TopUp { .. } => None,
        };
        let topped = |movement: &Movement| match *movement {
            Movement::TopUp { at, added, .. } => Some(Added { at, bytes: added.0 as f64, replaces: false }),
            Movement::Check(_) => None,
        };
        let input = Input {
            now: self.now,
            checks: self.movements.iter().filter_map(seen).collect(),
            top_ups: self.movements.iter().filter_map(topped).collect(),
            prior: self.plan.map(|plan| Prior { bytes: plan * GB as f64, days: 30.0 }),
            expires: self.expires,
            cycles: Vec::new(),
            east: 0,
        };
        let pace: Vec<_> = match (self.plan, self.start, self.expires) {
            (Some(plan), Some(start), Some(end)) => vec![(start, bytes(plan)), (end, Bytes(0))],
            _ => Vec::new(),
        };
        let mut plot = Plot {
            movements: &self.movements,
            capacity: self.plan.map(bytes),
            base: Base::Binary,
            now: self.now,
            start: self.start,
            expires: self.expires,
            reserve: bytes(self.reserve),
            pace: &pace,
            fan: &[],
            zone: &self.zone,
            range: self.range,
            width: self.width,
            height: self.height,
        };
        let fan = match forecast(&input) {
            Outlook::Known(known) => Fan::of(&known, &plot),
            _ => Vec::new(),
        };
        plot.fan = &fan;
        draw(&plot)
    }
}

pub fn falling() -> Vec<Movement> {
    [(0.0, 3.0), (2.6, 2.61), (5.1, 2.2), (7.5, 2.02), (10.0, 1.61), (12.3, 1.5), (15.0, 1.18)]
        .iter()
        .enumerate()
        .map(|(n, &(at, left))| found(n, day(at), left))
        .collect()
}

pub fn topped_up() -> Vec<Movement> {
    vec![
        found(0, day(0.0), 3.0),
        found(1, day(2.6), 2.61),
        found(2, day(5.1), 2.18),
        found(3, day(7.5), 1.66),
        found(4, day(9.9), 1.19),
        added(5, day(10.0), 1.0),
        found(6, day(12.0), 2.0),
        found(7, day(15.0), 1.83),
    ]
}

/// 5000 checks over 30 days, falling unevenly.
pub fn dense() -> Vec<Movement> {
    let mut seed = 7_u64;
    let mut left = 3.0;
    (0..5000)
        .map(|n| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let chance = (seed >> 40) as f64 / (1_u64 << 24) as f64;
            left -= chance * chance * 0.0013;
            found(n, hour(n as f64 * 20.0 * 24.0 / 5000.0), f64::max(left, 0.0))
        })
        .collect()
}

pub fn stories() -> Vec<(&'static str, Story)> {
    let falls = || Story::of(falling(), day(15.2));
    let top = || Story::of(topped_up(), day(15.1));
    let mut rises = falling();
    rises.push(found(9, day(16.0), 2.4));
    rises.push(found(10, day(17.0), 2.3));
    let mut gone = falling();
    gone.push(found(9, day(19.0), 0.0));
    // The clocks went back on 1 November, between the second and the third check.
    let midnight = vec![
        found(0, hour(-7.0 * 24.0 - 1.0), 3.0),
        found(1, hour(-5.0 * 24.0 - 1.0), 2.6),
        found(2, hour(-3.0 * 24.0), 2.2),
        found(3, hour(0.0), 1.9),
    ];
    vec![
        ("empty", Story { start: None, expires: None, plan: None, reserve: 0.0, ..Story::of(vec![], day(3.0)) }),
        ("plan-only", Story::of(vec![], day(3.0))),
        ("one-check", Story::of(vec![found(0, day(3.0), 2.7)], day(3.1))),
        (
            "one-check-no-plan",
            Story {
                start: None,
                expires: None,
                plan: None,
                reserve: 0.0,
                ..Story::of(vec![found(0, day(3.0), 2.7)], day(3.1))
            },
        ),
        ("flat", Story::of((0..6).map(|n| found(n, day(n as f64 * 2.0), 3.0)).collect(), day(10.5))),
        ("falling", falls()),
        ("falling-wide", Story { width: 720, height: 260, ..falls() }),
        ("falling-narrow", Story { width: 288, height: 180, ..falls() }),
        ("falling-week", Story { range: Range::Week, ..falls() }),
        ("falling-no-expiry", Story { expires: None, start: None, ..falls() }),
        ("top-ups", top()),
        ("top-ups-all", Story { range: Range::All, ..top() }),
        (
            "top-ups-many",
            Story {
                range: Range::All,
                ..Story::of(
                    (0..24)
                        .map(|n| if n % 2 == 0 { found(n, day(n as f64), 1.2) } else { added(n, day(n as f64), 1.0) })
                        .collect(),
                    day(24.0),
                )
            },
        ),
        ("top-up-after", Story::of(falling().into_iter().chain([added(9, day(16.0), 1.0)]).collect(), day(18.0))),
        ("rise", Story::of(rises, day(17.2))),
        ("expired", Story { expires: Some(day(14.0)), ..falls() }),
        ("exhausted", Story::of(gone, day(20.0))),
        ("long-gap", Story { expires: Some(day(60.0)), ..Story::of(falling(), day(34.0)) }),
        ("year", Story { range: Range::All, expires: Some(day(365.0)), ..Story::of(falling(), day(60.0)) }),
        ("dense", Story::of(dense(), day(20.0))),
        (
            "midnight",
            Story { start: Some(hour(-8.0 * 24.0 - 1.0)), expires: Some(day(8.0)), ..Story::of(midnight, hour(0.0)) },
        ),
        (
            "small",
            Story {
                plan: None,
                reserve: 0.0,
                ..Story::of((0..5).map(|n| found(n, day(n as f64), 0.09 - n as f64 * 0.013)).collect(), day(4.5))
            },
        ),
    ]
}
