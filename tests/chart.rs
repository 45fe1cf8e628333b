//! Pictures of charts and gauges, each compared with its committed `.svg`.
//!
//! After a change that is meant, `ACCEPT=1 cargo test --no-default-features --test chart` writes
//! them anew; look at them before committing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::chart::*;
use sim_gauge::domain::*;
use sim_gauge::forecast::{Added, Input, Outlook, Prior, Seen, forecast};
use std::fmt::Write as _;
use std::path::PathBuf;

const GB: u64 = 1 << 30;
const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#4a5361}.grid{stroke:#eceae3}.floor{stroke:#d9d7cf}\
.pace{stroke:#4a5361;stroke-dasharray:2 5}.reserve{stroke:#14181f;stroke-dasharray:1 6}.fan80{fill:#085e5626}\
.fan50{fill:#085e5645}.median{stroke:#085e56;stroke-width:2;stroke-dasharray:5 4}.steps{stroke:#085e56;\
stroke-width:2.5;stroke-linejoin:round}.check{fill:#fff;stroke:#085e56;stroke-width:2;r:3.5px}.last-check{fill:#085e56;\
stroke:#085e56;stroke-width:2;r:4.5px}.rise{fill:#fbe9cf;stroke:#6b3900;stroke-width:2;r:4px}.top-up{stroke:#14181f;\
stroke-width:2}.expiry{stroke:#14181f;stroke-width:1.5}.now{stroke:#4a5361}.day{stroke:#d9d7cf}text.top-up,text.expiry,\
text.now,text.day,text.amount{stroke:none}text.top-up,text.expiry{fill:#14181f}.track{stroke:#d9d7cf;stroke-width:14}\
.left{stroke:#085e56;stroke-width:14}.set-aside{stroke:#14181f;stroke-width:5;stroke-dasharray:1 8}\
.even{stroke:#14181f;stroke-width:3}.unknown{stroke-dasharray:2 22}";

/// Compares a picture with the committed one, or accepts it.
fn check(name: &str, svg: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/chart").join(format!("{name}.svg"));
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(&file, svg).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == svg, "{name}.svg differs: look at it, then ACCEPT=1 if that is meant");
}

/// A drawing as the view writes it, with words of its own.
fn svg(drawing: &Drawing) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         fill=\"none\">\n<style>{STYLE}</style>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#f7f6f2\"/>\n"
    );
    for shape in &drawing.shapes {
        match shape {
            Shape::Path { role, d } => writeln!(out, "<path class=\"{}\" d=\"{d}\"/>", role.class()).unwrap(),
            Shape::Dot { role, x, y } => {
                writeln!(
                    out,
                    "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"3.5\"/>",
                    role.class(),
                    tenths(*x),
                    tenths(*y)
                )
                .unwrap();
            }
            Shape::Label(Label { role, x, y, anchor, text }) => {
                let (x, y) = (tenths(*x), tenths(*y));
                writeln!(
                    out,
                    "<text class=\"{}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{}\">{}</text>",
                    role.class(),
                    anchor.name(),
                    words(*text)
                )
                .unwrap();
            }
        }
    }
    out + "</svg>\n"
}

fn words(text: LabelText) -> String {
    match text {
        LabelText::Amount { tenths: size, unit, with_unit } => {
            let unit = if with_unit { format!(" {unit:?}") } else { String::new() };
            format!("{}{unit}", tenths(i32::try_from(size).unwrap()))
        }
        LabelText::Date(date) => format!("{}月{}日", date.month(), date.day()),
        LabelText::Today => "今天".to_owned(),
        LabelText::Expires => "到期".to_owned(),
        LabelText::TopUp(Bytes(bytes)) => format!("＋{} GB", tenths(i32::try_from(bytes * 10 / GB).unwrap_or(9_999))),
    }
}

/// A time of the story, in hours from 5 November 2026, midnight in New York.
fn hour(hours: f64) -> Timestamp {
    Timestamp::from_millis(1_793_854_800_000).unwrap().plus((hours * 3_600_000.0) as i64)
}

fn day(days: f64) -> Timestamp {
    hour(days * 24.0)
}

/// New York around 2026: daylight saving from 8 March to 1 November.
fn new_york() -> Offsets {
    let at = |ms| Timestamp::from_millis(ms).unwrap();
    Offsets::new(-300, vec![(at(1_772_953_200_000), -240), (at(1_793_512_800_000), -300)])
}

fn entry(n: usize) -> EntryId {
    EntryId(Ulid::from_parts(n as u64, 0))
}

fn bytes(gb: f64) -> Bytes {
    Bytes((gb * GB as f64) as u64)
}

fn found(n: usize, at: Timestamp, gb: f64) -> Movement {
    Movement::Check(Level {
        entry: entry(n),
        at,
        left: bytes(gb),
        rounding: bytes(0.005),
        origin: Origin::Said,
        source: Source::Text,
    })
}

fn added(n: usize, at: Timestamp, gb: f64) -> Movement {
    Movement::TopUp { entry: entry(n), at, added: bytes(gb), effect: Effect::Add }
}

/// A story: what happened, and what is known of the card.
#[derive(Clone)]
struct Story {
    movements: Vec<Movement>,
    now: Timestamp,
    start: Option<Timestamp>,
    expires: Option<Timestamp>,
    plan: Option<f64>,
    reserve: f64,
    range: Range,
    zone: Offsets,
    width: u16,
    height: u16,
}

impl Story {
    fn of(movements: Vec<Movement>, now: Timestamp) -> Self {
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

    fn draw(&self) -> Drawing {
        let seen = |movement: &Movement| match *movement {
            Movement::Check(level) => {
                Some(Seen { at: level.at, left: level.left.0 as f64, rounding: level.rounding.0 as f64 })
            }
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

fn falling() -> Vec<Movement> {
    [(0.0, 3.0), (2.6, 2.61), (5.1, 2.2), (7.5, 2.02), (10.0, 1.61), (12.3, 1.5), (15.0, 1.18)]
        .iter()
        .enumerate()
        .map(|(n, &(at, left))| found(n, day(at), left))
        .collect()
}

fn topped_up() -> Vec<Movement> {
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
fn dense() -> Vec<Movement> {
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

fn stories() -> Vec<(&'static str, Story)> {
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

#[test]
fn every_picture_is_as_committed() {
    for (name, story) in stories() {
        check(name, &svg(&story.draw()));
    }
}

#[test]
fn every_gauge_is_as_committed() {
    let gauges: [(_, _, _, _, _); 6] = [
        ("ring", 1150, Some(0.4575), Some(0.5), Some(0.073)),
        ("ring-full", 1150, Some(1.0), Some(0.93), None),
        ("ring-nothing", 1150, Some(0.0), Some(0.3), Some(0.1)),
        ("ring-unknown", 1150, None, None, None),
        ("ring-small", 200, Some(0.6), None, None),
        ("ring-small-unknown", 200, None, None, None),
    ];
    for (name, radius, left, pace, reserve) in gauges {
        let gauge = ring(radius, left, pace, reserve);
        let (size, stroke) = if radius > 500 { (300, 14) } else { (56, 7) };
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {size} {size}\" \
             fill=\"none\">\n<style>{STYLE}</style>\n<rect width=\"{size}\" height=\"{size}\" fill=\"#f7f6f2\"/>\n\
             <g transform=\"translate({0} {0})\" stroke-linecap=\"round\">\n",
            size / 2
        );
        let track = if gauge.known { "track" } else { "track unknown" };
        let paths = [(track, Some(&gauge.track)), ("left", gauge.left.as_ref()), ("set-aside", gauge.reserve.as_ref())];
        for (class, d) in paths.into_iter().chain([("even", gauge.pace.as_ref())]) {
            if let Some(d) = d {
                let width = if radius > 500 { String::new() } else { format!(" style=\"stroke-width:{stroke}\"") };
                writeln!(out, "<path class=\"{class}\"{width} d=\"{d}\"/>").unwrap();
            }
        }
        check(name, &(out + "</g>\n</svg>\n"));
    }
}

#[test]
fn the_forecast_comes_down_where_it_runs_out() {
    let drawing = Story::of(falling(), day(15.2)).draw();
    let floor = (f64::from(drawing.height) * 10.0 - 320.0) / 10.0;
    let median = drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Path { role: Role::Median, d } => Some(d.clone()),
        _ => None,
    });
    assert!(median.unwrap().ends_with(&format!(" {floor}")), "its last point is on the floor");
}

#[test]
fn a_dense_line_is_short_and_keeps_its_ends() {
    let drawing = Story::of(dense(), day(20.0)).draw();
    let steps = drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Path { role: Role::Steps, d } => Some(d.len()),
        _ => None,
    });
    assert!(steps.unwrap() < 12_000, "{steps:?} characters");
    assert_eq!(drawing.marks.len(), 5000);
}

/// The box of a label as the drawing reckons it: never over another, never outside.
fn boxes(drawing: &Drawing) -> Vec<[i32; 4]> {
    let of = |label: &Label| {
        let wide = 33 * i32::try_from(words(label.text).chars().count()).unwrap();
        let left = match label.anchor {
            Anchor::Start => label.x,
            Anchor::Middle => label.x - wide / 2,
            Anchor::End => label.x - wide,
        };
        [left, label.y - 90, left + wide, label.y + 20]
    };
    drawing
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Label(label) = shape { Some(of(label)) } else { None })
        .collect()
}

fn movement() -> impl Strategy<Value = (u8, i64, u64, u64)> {
    (0_u8..4, -400_000_i64..400_000, prop_oneof![0_u64..20_000_000_000, 0..=(1_u64 << 50), Just(0)], 0_u64..50_000_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_lies_outside_or_over_another(
        events in proptest::collection::vec(movement(), 0..40),
        expires in proptest::option::of(-300_000_i64..600_000),
        start in proptest::option::of(-300_000_i64..1000),
        plan in proptest::option::of(0.001_f64..100_000.0),
        size in (0_u16..900, 0_u16..500),
        range in prop_oneof![Just(Range::Week), Just(Range::Cycle), Just(Range::All)],
    ) {
        let at = |minutes: i64| day(10.0).plus(minutes * 60_000);
        let mut movements: Vec<Movement> = events.iter().enumerate().map(|(n, &(kind, minutes, left, rounding))| match kind {
            0 => Movement::TopUp { entry: entry(n), at: at(minutes), added: Bytes(left), effect: Effect::Add },
            1 => Movement::TopUp { entry: entry(n), at: at(minutes), added: Bytes(left), effect: Effect::Replace },
            _ => Movement::Check(Level { entry: entry(n), at: at(minutes), left: Bytes(left), rounding: Bytes(rounding), origin: Origin::Said, source: Source::App }),
        }).collect();
        movements.sort_by_key(Movement::at);
        let story = Story {
            expires: expires.map(at), start: start.map(at), plan, range, width: size.0, height: size.1,
            ..Story::of(movements, day(10.0))
        };
        let drawing = story.draw();
        let (width, height) = (i32::from(drawing.width) * 10, i32::from(drawing.height) * 10);
        for shape in &drawing.shapes {
            match shape {
                Shape::Path { d, .. } => {
                    let numbers = d.split(|c: char| c.is_ascii_alphabetic() || c == ' ').filter(|part| !part.is_empty());
                    for number in numbers {
                        let value: f64 = number.parse().unwrap();
                        prop_assert!((0.0..=f64::from(width.max(height)) / 10.0).contains(&value), "{}", d);
                    }
                }
                Shape::Dot { x, y, .. } => prop_assert!((0..=width).contains(x) && (0..=height).contains(y)),
                Shape::Label(label) => prop_assert!((0..=width).contains(&label.x) && (0..=height).contains(&label.y)),
            }
        }
        let all = boxes(&drawing);
        for (n, a) in all.iter().enumerate() {
            for b in &all[n + 1..] {
                prop_assert!(a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3], "{:?} {:?}", a, b);
            }
        }
    }
}
