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

#[path = "cost/cases.rs"]
mod cases;

use cases::*;
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
        ("calendar: 36 renewals of 1000 checks", 3.0, Box::new(calendar(1000))),
        ("reading a reply: 160 bytes", 1.0, Box::new(reply(160))),
        ("reading a reply: 4 KB", 5.0, Box::new(reply(4096))),
        ("masking a reply: 4 KB", 3.5, Box::new(mask(4096, false))),
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
    for (name, alone) in
        [("masking names and numbers: 64 KB to 32 KB", false), ("masking one number: 64 KB to 32 KB", true)]
    {
        let (half, whole) = (measure(&mut mask(32_768, alone)), measure(&mut mask(65_536, alone)));
        println!("{name:<44}{:>12.3}{:>12.2}", whole / half, 2.6);
        late |= whole / half > 2.6;
    }
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
