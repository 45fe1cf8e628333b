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

#[path = "chart/daily.rs"]
mod daily_use;
#[path = "chart/stories.rs"]
mod stories;

use proptest::prelude::*;
use sim_gauge::chart::*;
use sim_gauge::domain::*;
use std::fmt::Write as _;
use std::path::PathBuf;
use stories::*;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#4a5361}path{shape-rendering:crispEdges}\
.fan80,.fan50,.median,.pace{shape-rendering:auto}.grid{stroke:#eceae3}.floor{stroke:#d9d7cf}\
.pace{stroke:#4a5361;stroke-dasharray:2 5}.reserve{stroke:#14181f}.fan80{fill:#085e5626}\
.fan50{fill:#085e5645}.median{stroke:#085e56;stroke-width:2;stroke-dasharray:5 4}.steps{stroke:#085e56;\
stroke-width:2.5}.check{fill:#fff;stroke:#085e56;stroke-width:2;r:3.5px}.last{fill:#085e56;\
stroke:#085e56;stroke-width:2;r:4.5px}.rise{fill:#fbe9cf;stroke:#6b3900;stroke-width:2;r:4px}.slip{fill:#fff;stroke:#6b3900;stroke-width:2;stroke-dasharray:2;r:3.5px}.top-up{stroke:#14181f;\
stroke-width:2}.expiry{stroke:#14181f;stroke-width:1.5}.needed{stroke:#14181f;stroke-width:1.5;stroke-dasharray:5 3}\
.month{stroke:#8b8d8a;stroke-dasharray:1 3}.endless{stroke:#085e56;stroke-width:2.5;stroke-dasharray:8 3}\
.used{fill:#085e56b3}.now{stroke:#4a5361}.day{stroke:#d9d7cf}text,text[class]{stroke:#f7f6f2;\
stroke-width:3;stroke-linejoin:round;stroke-dasharray:none;paint-order:stroke}\
text.top-up,text.expiry,text.needed,text.endless{fill:#14181f}.track{stroke:#d9d7cf;stroke-width:14}\
.left{stroke:#085e56;stroke-width:14}.set-aside{stroke:#14181f;stroke-width:5;stroke-dasharray:1 8}\
.even{stroke:#14181f;stroke-width:3}.unknown{stroke-dasharray:2 22}.ring{shape-rendering:auto}";

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
    page(drawing.width, drawing.height, &shapes(drawing))
}

fn page(width: u16, height: u16, inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         fill=\"none\">\n<style>{STYLE}</style>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#f7f6f2\"/>\n{inner}</svg>\n"
    )
}

fn shapes(drawing: &Drawing) -> String {
    let mut out = String::new();
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
    out
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
        LabelText::Renews => "续费日".to_owned(),
        LabelText::Needed => "行程结束".to_owned(),
        LabelText::Unlimited => "不限量".to_owned(),
        LabelText::Daily => "每天用量".to_owned(),
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
fn the_forecast_is_read_off_from_now_to_its_end() {
    let mut read = 0;
    for (name, story) in stories() {
        let drawing = story.draw();
        let fan = drawing.shapes.iter().any(|shape| matches!(shape, Shape::Path { role: Role::Median, .. }));
        assert!(fan || drawing.ahead.is_empty(), "{name}");
        assert!(drawing.ahead.is_sorted_by(|one, next| one.at < next.at), "{name}");
        for mark in &drawing.ahead {
            let MarkKind::Ahead(low, high) = mark.kind else { panic!("{name}: {mark:?}") };
            assert!(mark.left.is_some_and(|middle| low <= middle && middle <= high), "{name}: {mark:?}");
            // At the end of a day.
            let date = story.zone.date(mark.at.plus(-1));
            assert!(mark.at > story.now && mark.at == story.zone.end(date), "{name}: {mark:?}");
            assert!((0..i32::from(drawing.width) * 10).contains(&mark.x), "{name}: {mark:?}");
            read += 1;
        }
        // The table and the bars are of what was known.
        assert!(drawing.marks.iter().all(|mark| !matches!(mark.kind, MarkKind::Ahead(..))), "{name}");
    }
    assert!(read > 50, "{read}");
}

#[test]
fn several_buckets_are_as_committed() {
    let stories = buckets();
    let drawings = all_of(&stories, &[]);
    let mut inner = String::new();
    for (n, drawing) in drawings.iter().enumerate() {
        let x = usize::from(drawing.width + 16) * n;
        write!(inner, "<g transform=\"translate({x})\">\n{}</g>\n", shapes(drawing)).unwrap();
    }
    check("buckets", &page(545, 124, &inner));
}

/// Draws the stories side by side.
fn all_of(stories: &[Story], before: &[Plot<'_>]) -> Vec<Drawing> {
    let Some((first, rest)) = stories.split_first() else { return side_by_side(before) };
    first.plotted(|plot| {
        let mut plots: Vec<Plot<'_>> = before.to_vec();
        plots.push(*plot);
        all_of(rest, &plots)
    })
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
                writeln!(out, "<path class=\"ring {class}\"{width} d=\"{d}\"/>").unwrap();
            }
        }
        check(name, &(out + "</g>\n</svg>\n"));
    }
}

#[test]
fn the_forecast_comes_down_where_it_runs_out() {
    let drawing = Story::of(falling(), day(15.2)).draw();
    let floor = f64::from(drawing.height) - 32.0 - 72.0;
    let median = drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Path { role: Role::Median, d } => Some(d.clone()),
        _ => None,
    });
    let last = median.unwrap().rsplit([' ', 'V', 'H']).next().unwrap().parse::<f64>();
    assert_eq!(last, Ok(floor), "its last point is on the floor");
}

#[test]
fn a_dense_line_is_short_and_keeps_its_ends() {
    let drawing = Story::of(dense(), day(20.0)).draw();
    let steps = drawn_steps(&drawing).len();
    assert!(steps < 4_000, "{steps} characters");
    assert_eq!(drawing.marks.len(), 5000);
}

/// The path of the steps with a corner for every reading, which is what the drawn one stands for.
/// Where earlier readings lie outside, it begins where the drawn one does.
fn every_step(drawing: &Drawing) -> String {
    let begins = drawn_steps(drawing).split(['H', 'V']).next().unwrap();
    let mut d = if drawing.marks[0].entry == entry(0) { String::new() } else { begins.to_owned() };
    for mark in drawing.marks.iter().filter(|mark| mark.left.is_some()) {
        let (x, y) = (tenths(mark.x), tenths(mark.y));
        write!(d, "{}", if d.is_empty() { format!("M{x} {y}") } else { format!("H{x}V{y}") }).unwrap();
    }
    d
}

fn drawn_steps(drawing: &Drawing) -> &str {
    let steps = drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Path { role: Role::Steps, d } => Some(d.as_str()),
        _ => None,
    });
    steps.unwrap()
}

/// The pixels that a path of `M`, `H` and `V` paints with a stroke of 2.5 and mitred corners at
/// `ratio` device pixels to one: those whose middle lies within the stroke, as `crispEdges` has it.
fn painted(d: &str, (width, height): (u16, u16), ratio: i32) -> Vec<bool> {
    let (wide, high) = (i32::from(width) * ratio, i32::from(height) * ratio);
    let mut pixels = vec![false; usize::try_from(wide * high).unwrap()];
    // In twentieths of a pixel, so that half a stroke and the middle of a pixel are whole.
    let covered = |from: i32, to: i32, most: i32| {
        let first = |at: i32| (at * ratio - 10 + 19).div_euclid(20).clamp(0, most);
        first(from)..first(to)
    };
    let mut paint = |[left, top, right, bottom]: [i32; 4]| {
        for row in covered(top, bottom, high) {
            let columns = covered(left, right, wide);
            let at = |column: i32| usize::try_from(row * wide + column).unwrap();
            pixels[at(columns.start)..at(columns.end)].fill(true);
        }
    };
    let mut corners: Vec<(i32, i32)> = Vec::new();
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let number = |text: &str| (text.parse::<f64>().unwrap() * 20.0).round() as i32;
        let (x, y) = corners.last().copied().unwrap_or_default();
        let next = match (command, rest[1..end].split_once(' ')) {
            ('H', None) => (number(&rest[1..end]), y),
            ('V', None) => (x, number(&rest[1..end])),
            ('M', Some((x, y))) => (number(x), number(y)),
            _ => panic!("{command} slopes"),
        };
        if corners.last() != Some(&next) {
            corners.push(next);
        }
        rest = &rest[end..];
    }
    for pair in corners.windows(2) {
        let [(ax, ay), (bx, by)] = [pair[0], pair[1]];
        let (across, down) = if ay == by { (0, 25) } else { (25, 0) };
        paint([ax.min(bx) - across, ay.min(by) - down, ax.max(bx) + across, ay.max(by) + down]);
    }
    for three in corners.windows(3) {
        let [(ax, ay), (x, y), (bx, by)] = [three[0], three[1], three[2]];
        if (ay == y) != (y == by) && (ax, ay) != (bx, by) {
            paint([x - 25, y - 25, x + 25, y + 25]);
        }
    }
    pixels
}

#[test]
fn a_thinned_out_line_paints_what_all_of_it_would() {
    for (name, movements) in [("falling", dense()), ("wild", wild())] {
        for range in [Range::Week, Range::Cycle, Range::All] {
            let drawing = Story { daily: false, range, start: None, ..Story::of(movements.clone(), day(20.0)) }.draw();
            let size = (drawing.width, drawing.height);
            let (thin, full) = (drawn_steps(&drawing), every_step(&drawing));
            assert!(thin.len() * 2 < full.len(), "{name}: {} of {}", thin.len(), full.len());
            for ratio in 1..=4 {
                assert!(painted(thin, size, ratio) == painted(&full, size, ratio), "{name}, {range:?}, × {ratio}");
            }
        }
    }
}

/// That the comparison can fail: without the extremes of each column other pixels are painted.
#[test]
fn a_line_of_the_last_of_each_column_would_be_another() {
    let drawing = Story { daily: false, ..Story::of(wild(), day(20.0)) }.draw();
    let mut poor = drawing.clone();
    poor.marks.dedup_by_key(|mark| mark.x);
    let size = (drawing.width, drawing.height);
    assert!(painted(&every_step(&poor), size, 2) != painted(drawn_steps(&drawing), size, 2));
}

/// Both lines as pictures, which a flow compares in the browser.
#[test]
fn the_dense_lines_are_as_committed() {
    for (name, movements) in [("falling", dense()), ("wild", wild())] {
        let drawing = Story { daily: false, ..Story::of(movements, day(20.0)) }.draw();
        let path = |d: &str| format!("<path class=\"steps\" d=\"{d}\"/>\n");
        check(&format!("lines/{name}"), &page(drawing.width, drawing.height, &path(drawn_steps(&drawing))));
        check(&format!("lines/{name}-every"), &page(drawing.width, drawing.height, &path(&every_step(&drawing))));
    }
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
            _ => Movement::Check(Level { entry: entry(n), at: at(minutes), left: Bytes(left), rounding: Bytes(rounding), origin: Origin::Said, source: Source::App, slip: false, apart: false, beyond: false, paid: false, over: Bytes(0) }),
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

#[test]
fn no_day_is_named_twice_however_few_there_are() {
    for days in 1..=12_u8 {
        for hours in [3.0_f64, 20.0, 30.0] {
            let end = f64::from(days);
            let now = hour(hours.min(end * 24.0 - 1.0));
            let story = Story { expires: Some(day(end)), ..Story::of(vec![found(0, day(0.0), 3.0)], now) };
            let dates = |shape: &Shape| match shape {
                Shape::Label(Label { text: LabelText::Date(date), .. }) => Some(*date),
                _ => None,
            };
            let named: Vec<_> = story.draw().shapes.iter().filter_map(dates).collect();
            let mut once = named.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), named.len(), "{days} days, after {hours} hours: {named:?}");
        }
    }
}
