//! Pictures of charts and gauges, each compared with its committed `.svg`.
//!
//! After a change that is meant, `ACCEPT=1 cargo test --no-default-features --test chart` writes
//! them anew; look at them before committing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    unreachable_pub,
    reason = "tests"
)]

#[path = "chart/stories.rs"]
mod stories;

use proptest::prelude::*;
use sim_gauge::chart::*;
use sim_gauge::domain::*;
use std::fmt::Write as _;
use std::path::PathBuf;
use stories::*;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#4a5361}.grid{stroke:#eceae3}.floor{stroke:#d9d7cf}\
.pace{stroke:#4a5361;stroke-dasharray:2 5}.reserve{stroke:#14181f;stroke-dasharray:1 6}.fan80{fill:#085e5626}\
.fan50{fill:#085e5645}.median{stroke:#085e56;stroke-width:2;stroke-dasharray:5 4}.steps{stroke:#085e56;\
stroke-width:2.5;stroke-linejoin:round}.check{fill:#fff;stroke:#085e56;stroke-width:2;r:3.5px}.last{fill:#085e56;\
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

/// From top to bottom what a path of `M`, `H`, `V` and `L` covers on each place across.
fn extents(d: &str) -> std::collections::BTreeMap<i32, (i32, i32)> {
    let mut covered = std::collections::BTreeMap::new();
    let (mut x, mut y) = (0, 0);
    let tenth = |text: &str| (text.parse::<f64>().unwrap() * 10.0).round() as i32;
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let before = y;
        match (command, rest[1..end].split_once(' ')) {
            ('H', None) => x = tenth(&rest[1..end]),
            ('V', None) => y = tenth(&rest[1..end]),
            ('M', Some((to_x, to_y))) => (x, y) = (tenth(to_x), tenth(to_y)),
            _ => panic!("{command} slopes"),
        }
        let from = if command == 'V' { before } else { y };
        let place = covered.entry(x).or_insert((y, y));
        *place = (place.0.min(y).min(from), place.1.max(y).max(from));
        rest = &rest[end..];
    }
    covered
}

#[test]
fn a_dense_line_draws_what_all_of_it_would() {
    // Up and down, so that the least and the most of a column are neither its first nor its last.
    let wild: Vec<Movement> = (0..5000_usize)
        .map(|n| found(n, hour(n as f64 * 480.0 / 5000.0), 1.0 + (n * 7919 % 1000) as f64 / 500.0))
        .collect();
    let drawing = Story::of(wild, day(20.0)).draw();
    let d = drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Path { role: Role::Steps, d } => Some(d.clone()),
        _ => None,
    });
    let mut all = std::collections::BTreeMap::new();
    let mut before = None;
    for mark in &drawing.marks {
        let place = all.entry((mark.x + 5) / 10 * 10).or_insert((mark.y, mark.y));
        for y in [mark.y, before.unwrap_or(mark.y)] {
            *place = (place.0.min(y), place.1.max(y));
        }
        before = Some(mark.y);
    }
    assert_eq!(extents(&d.unwrap()), all);
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
