//! What was used on each day.

use super::stories::*;
use proptest::prelude::*;
use sim_gauge::chart::*;
use sim_gauge::domain::*;

/// The days that are drawn of all that was ever said.
fn daily(movements: &[Movement], cycle: &Cycle, gives: Option<Bytes>) -> Vec<Used> {
    let now = movements.last().map_or(day(0.0), Movement::at);
    Story { range: Range::All, cycle: cycle.clone(), gives, ..Story::of(movements.to_vec(), now) }.draw().days
}

/// The days as `5 Nov: 100 MB`, `6–8 Nov: 300 MB`, in megabytes to the nearest.
fn check(movements: &[Movement], expected: &[&str]) {
    let days = daily(movements, &Cycle::Never, None).into_iter().map(|used| {
        let span = if used.from == used.to { String::new() } else { format!("–{}", used.to.day()) };
        let megabytes = (used.bytes.0 as f64 / GB as f64 * 1000.0).round();
        format!("{}{span}.{}: {megabytes}{}", used.from.day(), used.from.month(), if used.checked { "" } else { " ~" })
    });
    assert_eq!(days.collect::<Vec<_>>(), expected);
}

#[test]
fn a_day_has_what_was_used_on_it() {
    check(&[], &[]);
    check(&[found(0, day(0.0), 3.0)], &[]);
    check(&[found(0, day(0.25), 3.0), found(1, day(0.75), 2.8)], &["5.11: 200"]);
    // Three hours of each day that one is awake.
    check(&[found(0, hour(21.0), 3.0), found(1, hour(33.0), 2.8)], &["5.11: 100", "6.11: 100"]);
    // Of the night alone it is the time that tells.
    check(&[found(0, hour(21.0), 3.0), found(1, hour(27.0), 2.8)], &["5.11: 200", "6.11: 0"]);
    check(&[found(0, hour(25.0), 3.0), found(1, hour(28.0), 2.8)], &["6.11: 200"]);
    // A stretch of whole days is one, of which only the sum is known.
    check(&[found(0, day(0.5), 3.0), found(1, day(4.5), 2.28)], &["5.11: 120", "6–8.11: 540 ~", "9.11: 60"]);
    // At midnight a day has ended, and none begun.
    check(&[found(0, day(0.0), 3.0), found(1, day(2.0), 2.8)], &["5.11: 100", "6.11: 100 ~"]);
}

#[test]
fn what_came_in_is_no_use_and_a_rise_says_nothing() {
    check(&[found(0, day(0.1), 1.0), added(1, day(0.2), 2.0), found(2, day(0.3), 2.9)], &["5.11: 100"]);
    check(&[found(0, day(0.1), 1.0), found(1, day(0.3), 2.9), found(2, day(0.5), 2.8)], &["5.11: 100"]);
    // Within the digits that were said, more is the same.
    check(&[found(0, day(0.1), 1.0), found(1, day(0.3), 1.008)], &["5.11: 0"]);
    let replaced = Movement::TopUp { entry: entry(1), at: day(0.2), added: bytes(5.0), effect: Effect::Replace };
    check(&[found(0, day(0.1), 1.0), replaced, found(2, day(0.3), 4.9)], &["5.11: 100"]);
}

#[test]
fn what_a_new_month_brought_is_not_known() {
    let movements = [found(0, day(24.0), 1.0), found(1, day(27.0), 0.9), found(2, day(27.5), 0.8)];
    assert_eq!(daily(&movements, &Cycle::Monthly(1), None).iter().map(|day| day.days()).collect::<Vec<_>>(), [1]);
    assert_eq!(daily(&movements, &Cycle::Never, None).len(), 3);
}

/// The days of a plan of 1 GB that begins anew at eleven in the morning, in megabytes.
fn each_day(movements: &[Movement], expected: &[&str]) {
    let cycle = Cycle::On((0..9).map(|n| hour(11.0 + 24.0 * f64::from(n))).collect());
    let days = daily(movements, &cycle, Some(bytes(1.0))).into_iter().map(|used| {
        let megabytes = (used.bytes.0 as f64 / GB as f64 * 1000.0).round();
        format!("{}: {}{megabytes}", used.from.day(), if used.least { "≥" } else { "" })
    });
    assert_eq!(days.collect::<Vec<_>>(), expected);
}

#[test]
fn what_each_day_gives_counts_from_where_it_begins_anew() {
    let day_plan = [(9.0, 1.0), (10.8, 0.7), (22.0, 0.4), (33.0, 0.15), (44.0, 0.1)];
    let checks = |of: &[(f64, f64)]| -> Vec<Movement> {
        of.iter().enumerate().map(|(n, &(at, left))| found(n, hour(at), left)).collect()
    };
    // 300 before eleven, 600 after it, and two of five waking hours of 250; of the minutes before it nobody knows.
    each_day(&checks(&day_plan[..4]), &["5: ≥1000", "6: 150"]);
    each_day(&checks(&day_plan), &["5: ≥1000", "6: ≥1050"]);
    // Days of which nothing was seen are none, and those around them have at least what was.
    each_day(&checks(&[(12.0, 0.9), (13.0, 0.8), (86.0, 0.6)]), &["5: ≥100", "8: ≥400"]);
    // Nothing is used of nothing.
    each_day(&checks(&[(12.0, 0.9), (13.0, 0.0), (36.0, 0.6)]), &["5: 900", "6: 400"]);
    // More than it gives says that somebody topped it up: nobody knows when.
    each_day(&checks(&[(12.0, 0.9), (13.0, 0.8), (36.0, 1.5), (37.0, 1.4)]), &["5: ≥100", "6: ≥100"]);
}

#[test]
fn a_slip_is_no_use_and_breaks_no_stretch() {
    let slip = |n, at, left| match found(n, at, left) {
        Movement::Check(level) => Movement::Check(Level { slip: true, ..level }),
        other => other,
    };
    let days = |movements: &[Movement]| daily(movements, &Cycle::Never, None);
    let neither = days(&[found(0, day(0.0), 2.0), found(2, day(2.0), 1.8)]);
    for wrong in [0.4, 8.0] {
        assert_eq!(days(&[found(0, day(0.0), 2.0), slip(1, day(1.0), wrong), found(2, day(2.0), 1.8)]), neither);
    }
}

#[test]
fn a_day_of_twenty_five_hours_is_no_longer_than_others_for_who_sleeps() {
    // From midnight on 31 October to midnight on 2 November: 24 hours, then 25, of whose night one comes twice.
    let from = hour(-5.0 * 24.0 - 1.0);
    check(&[found(0, from, 3.0), found(1, from.plus(49 * 3_600_000), 2.51)], &["31.10: 245", "1.11: 245 ~"]);
}

proptest! {
    #[test]
    fn the_days_are_in_order_and_hold_all_that_was_used(
        events in proptest::collection::vec((0_i64..60_000, 0_u64..5_000_000_000, 0_u8..5), 0..60),
    ) {
        let mut movements: Vec<Movement> = events.iter().enumerate().map(|(n, &(minutes, left, kind))| {
            let at = day(0.0).plus(minutes * 60_000);
            match kind {
                0 => Movement::TopUp { entry: entry(n), at, added: Bytes(left), effect: Effect::Add },
                1 => Movement::TopUp { entry: entry(n), at, added: Bytes(left), effect: Effect::Replace },
                _ => Movement::Check(Level { entry: entry(n), at, left: Bytes(left), rounding: Bytes(0), origin: Origin::Said, source: Source::App, slip: false, apart: false, beyond: false, paid: false, over: Bytes(0) }),
            }
        }).collect();
        movements.sort_by_key(Movement::at);
        let mut used = 0;
        let mut had: Option<u64> = None;
        for movement in &movements {
            had = match *movement {
                Movement::Check(check) => {
                    used += had.and_then(|had| had.checked_sub(check.left.0)).unwrap_or(0);
                    Some(check.left.0)
                }
                Movement::TopUp { added, effect: Effect::Replace, .. } => Some(added.0),
                Movement::TopUp { added, .. } => had.map(|had| had + added.0),
            };
        }
        let days = daily(&movements, &Cycle::Never, None);
        prop_assert_eq!(days.iter().map(|day| day.bytes.0).sum::<u64>(), used);
        for pair in days.windows(2) {
            prop_assert!(pair[0].from <= pair[0].to && pair[0].to < pair[1].from, "{:?}", pair);
        }
    }
}
