//! The forecast keeps its bounds against simple forecasts, on a few travellers of each family;
//! `cargo xtask score-forecast` draws many.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    unreachable_pub,
    dead_code,
    reason = "tests"
)]

#[path = "../benches/score/table.rs"]
mod table;
#[path = "../benches/score/travellers.rs"]
mod travellers;

use table::{Scores, missed, score};
use travellers::Family;

/// Three standard deviations of a share of 0.8 among so few.
const EACH: u64 = 60;
const SLACK: f64 = 0.155;

fn of(families: &[Family], warm: bool) -> Vec<(Family, Scores)> {
    families.iter().map(|&family| (family, score(family, warm, EACH, 20_261))).collect()
}

#[test]
fn it_keeps_its_bounds_where_the_use_is_known_for_weeks() {
    assert_eq!(missed(&of(&Family::SEEN, true), true, SLACK), [""; 0]);
}

#[test]
fn it_keeps_its_bounds_in_the_first_days() {
    // The cold ones are judged together, so that chance moves less.
    assert_eq!(missed(&of(&Family::SEEN, false), false, SLACK / 2.0), [""; 0]);
}

#[test]
fn bounds_that_are_missed_are_named() {
    let good = of(&[Family::Steady], true);
    let worse = |change: fn(&mut Scores)| {
        let mut scores = good.clone();
        change(&mut scores[0].1);
        missed(&scores, true, 0.0).len()
    };
    assert_eq!(worse(|scores| scores.crps[4] *= 10.0), 4);
    assert_eq!(worse(|scores| scores.cover = 0.6), worse(|scores| scores.cover = 0.8) + 1);
    assert_eq!(worse(|scores| scores.cover = 0.95), worse(|scores| scores.cover = 0.8) + 1);
}
