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
        slip: false,
        apart: false,
        beyond: false,
        paid: false,
        over: Bytes(0),
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
    pub needed: Option<Timestamp>,
    pub endless: Option<Timestamp>,
    pub cycle: Cycle,
    pub gives: Option<Bytes>,
    pub daily: bool,
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
            needed: None,
            endless: None,
            cycle: Cycle::Never,
            gives: None,
            daily: true,
            width: 358,
            height: 278,
        }
    }

    pub fn draw(&self) -> Drawing {
        self.plotted(draw)
    }

    /// Draws it in another way.
    pub fn plotted<T>(&self, draw: impl FnOnce(&Plot<'_>) -> T) -> T {
        let seen = |movement: &Movement| match *movement {
            Movement::Check(level) => Some(Seen {
                at: level.at,
                left: level.left.0 as f64,
                rounding: level.rounding.0 as f64,
                apart: false,
                beyond: false,
                paid: false,
            }),
            Movement::TopUp { .. } => None,
        };
        let topped = |movement: &Movement| match *movement {
            Movement::TopUp { at, added, .. } => Some(Added { at, bytes: added.0 as f64, replaces: false }),
            Movement::Check(_) => None,
        };
        let input = Input {
            now: self.now,
            // What has no end does not run out, and what each day gives anew is not foretold.
            checks: self
                .movements
                .iter()
                .filter(|_| self.endless.is_none() && self.gives.is_none())
                .filter_map(seen)
                .collect(),
            top_ups: self.movements.iter().filter_map(topped).collect(),
            prior: self.plan.map(|plan| Prior { bytes: plan * GB as f64, days: Some(30.0), strength: Prior::STRENGTH }),
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
            at_first: None,
            capacity: self.plan.map(bytes),
            base: Base::Binary,
            largest: Unit::TB,
            now: self.now,
            start: self.start,
            expires: self.expires,
            then: Then::Over,
            needed: self.needed,
            endless: self.endless,
            cycle: &self.cycle,
            gives: self.gives,
            reserve: bytes(self.reserve),
            pace: &pace,
            fan: &[],
            zone: &self.zone,
            range: self.range,
            daily: self.daily,
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

/// Up and down, so that the least and the most of a column are neither its first nor its last.
pub fn wild() -> Vec<Movement> {
    (0..5000_usize).map(|n| found(n, hour(n as f64 * 480.0 / 5000.0), 1.0 + (n * 7919 % 1000) as f64 / 500.0)).collect()
}

/// What a card has beside its general data.
pub fn buckets() -> Vec<Story> {
    let small = |story: Story| Story { width: 171, height: 124, daily: false, ..story };
    let few = |falls: &[(f64, f64)]| {
        let movements: Vec<_> = falls.iter().enumerate().map(|(n, &(at, left))| found(n, day(at), left)).collect();
        small(Story { plan: None, reserve: 0.0, ..Story::of(movements, day(15.2)) })
    };
    vec![
        small(Story::of(falling(), day(15.2))),
        few(&[(5.1, 1.0), (7.5, 0.94), (15.0, 0.4)]),
        few(&[(10.0, 0.5), (15.0, 0.5)]),
    ]
}

pub fn stories() -> Vec<(&'static str, Story)> {
    let falls = || Story::of(falling(), day(15.2));
    let top = || Story::of(topped_up(), day(15.1));
    let mut rises = falling();
    rises.push(found(9, day(16.0), 2.4));
    rises.push(found(10, day(17.0), 2.3));
    // 1.9 was typed as 19, and the line went on.
    let mut slip = falling();
    let Movement::Check(typed) = found(9, day(15.5), 19.0) else { unreachable!() };
    slip.push(Movement::Check(Level { slip: true, ..typed }));
    slip.push(found(10, day(16.0), 1.8));
    let mut gone = falling();
    gone.push(found(9, day(19.0), 0.0));
    // The clocks went back on 1 November, between the second and the third check; the third is at a
    // midnight, and so is now.
    let midnight = vec![
        found(0, hour(-7.0 * 24.0 - 1.0), 3.0),
        found(1, hour(-5.0 * 24.0 - 1.0), 2.6),
        found(2, hour(-3.0 * 24.0), 2.2),
        found(3, hour(0.0), 1.9),
    ];
    // The clocks went forward on 8 March: a day of 23 hours, with a check at each of its ends.
    let march = |hours: f64| hour(hours - 242.0 * 24.0);
    let short_day = [(0.0, 3.0), (24.0, 2.8), (48.0, 2.6), (71.0, 2.4), (95.0, 2.1), (119.0, 2.0)];
    let short_day: Vec<_> = short_day.iter().enumerate().map(|(n, &(at, left))| found(n, march(at), left)).collect();
    // A plan of calendar months: 1 December begins anew, and so does 1 January.
    let months = [(0.0, 3.0), (9.0, 1.9), (18.0, 0.9), (25.0, 0.3), (27.0, 2.9), (40.0, 1.4), (56.5, 0.2), (58.0, 2.8)];
    let months: Vec<_> = months.iter().enumerate().map(|(n, &(at, left))| found(n, day(at), left)).collect();
    // It said 3.4 of 3 GB used: less than nothing is nothing.
    let mut negative = falling();
    negative.push(Movement::Check(Level {
        entry: entry(9),
        at: day(17.0),
        left: Bytes(0),
        rounding: bytes(0.05),
        origin: Origin::FromUsed,
        source: Source::PhoneCounter,
        slip: false,
        apart: true,
        beyond: false,
        paid: false,
        over: Bytes(0),
    }));
    // From the phone's count back to the carrier's.
    let Movement::Check(carrier) = found(10, day(18.0), 0.9) else { unreachable!() };
    negative.push(Movement::Check(Level { apart: true, ..carrier }));
    // Replaced when it ended, and again before it ended.
    let replaced: Vec<_> = [(0, 0.0, 3.0), (1, 12.0, 1.2), (2, 26.0, 0.4)]
        .map(|(n, at, left)| found(n, day(at), left))
        .into_iter()
        .chain([Movement::TopUp { entry: entry(3), at: day(30.0), added: bytes(5.0), effect: Effect::Replace }])
        .chain([(4, 36.0, 3.9), (5, 44.0, 2.5)].map(|(n, at, left)| found(n, day(at), left)))
        .collect();
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
        ("falling-plain", Story { daily: false, height: 206, ..falls() }),
        ("falling-wide", Story { width: 720, height: 340, ..falls() }),
        ("falling-narrow", Story { width: 288, height: 180, daily: false, ..falls() }),
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
        ("slip", Story::of(slip, day(17.2))),
        ("expired", Story { expires: Some(day(14.0)), ..falls() }),
        ("exhausted", Story::of(gone, day(20.0))),
        ("long-gap", Story { expires: Some(day(60.0)), ..Story::of(falling(), day(34.0)) }),
        ("year", Story { range: Range::All, expires: Some(day(365.0)), ..Story::of(falling(), day(60.0)) }),
        ("dense", Story::of(dense(), day(20.0))),
        ("dense-wild", Story { daily: false, ..Story::of(wild(), day(20.0)) }),
        (
            "midnight",
            Story { start: Some(hour(-8.0 * 24.0 - 1.0)), expires: Some(day(8.0)), ..Story::of(midnight, hour(0.0)) },
        ),
        (
            "short-day",
            Story { start: Some(march(0.0)), expires: Some(march(239.0)), ..Story::of(short_day, march(120.0)) },
        ),
        (
            "reset",
            Story {
                start: Some(day(57.0)),
                expires: Some(day(88.0)),
                range: Range::All,
                cycle: Cycle::Monthly(1),
                ..Story::of(months, day(59.0))
            },
        ),
        (
            "replaced",
            Story {
                start: Some(day(30.0)),
                expires: Some(day(60.0)),
                range: Range::All,
                ..Story::of(replaced, day(45.0))
            },
        ),
        (
            "each-day",
            Story {
                // By a clock that is thirteen hours ahead.
                cycle: Cycle::On((0..5).map(|n| hour(11.0 + 24.0 * f64::from(n))).collect()),
                gives: Some(bytes(0.5)),
                plan: None,
                reserve: 0.0,
                expires: Some(day(7.0)),
                ..Story::of(
                    [(0.3, 0.5), (0.4, 0.3), (0.9, 0.2), (1.4, 0.05), (1.9, 0.43), (2.6, 0.3)]
                        .iter()
                        .enumerate()
                        .map(|(n, &(at, left))| found(n, day(at), left))
                        .collect(),
                    day(4.7),
                )
            },
        ),
        ("negative", Story::of(negative, day(18.2))),
        ("unlimited", Story { endless: Some(day(16.0)), plan: None, reserve: 0.0, ..Story::of(falling(), day(21.0)) }),
        ("unlimited-only", Story { endless: Some(day(2.0)), plan: None, reserve: 0.0, ..Story::of(vec![], day(9.0)) }),
        ("trip", Story { range: Range::Trip, needed: Some(day(22.0)), ..falls() }),
        ("trip-beyond", Story { range: Range::Trip, needed: Some(day(37.0)), ..falls() }),
        ("week-daily", Story { range: Range::Week, ..Story::of(dense(), day(20.0)) }),
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
