//! What the forecast says, and what it never does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    unreachable_pub,
    dead_code,
    reason = "tests"
)]

#[path = "../benches/score/travellers.rs"]
mod travellers;

use proptest::prelude::*;
use sim_gauge::domain::*;
use sim_gauge::forecast::*;
use travellers::{MB, Rng, start};

fn at(days: f64) -> Timestamp {
    start().plus((days * 86_400_000.0) as i64)
}

fn seen(days: f64, mb: f64) -> Seen {
    Seen { at: at(days), left: mb * MB, rounding: 0.5 * MB, apart: false, beyond: false, paid: false }
}

fn added(days: f64, mb: f64) -> Added {
    Added { at: at(days), bytes: mb * MB, replaces: false }
}

fn input(now: f64, checks: &[(f64, f64)]) -> Input {
    let checks = checks.iter().map(|&(days, mb)| seen(days, mb)).collect();
    Input { now: at(now), checks, top_ups: Vec::new(), prior: None, expires: None, cycles: Vec::new(), east: 0 }
}

const PLAN: Option<Prior> = Some(Prior { bytes: 3000.0 * MB, days: Some(30.0), strength: Prior::STRENGTH });

fn known(input: &Input) -> Forecast {
    match forecast(input) {
        Outlook::Known(known) => known,
        other => panic!("{other:?}"),
    }
}

/// The width of the 80 % range, in days.
fn width(forecast: &Forecast) -> f64 {
    forecast.quantile_days(0.9) - forecast.quantile_days(0.1)
}

/// One who uses 100 MB a day, and looks every second day for so many days.
fn steady(days: u32) -> Input {
    let checks: Vec<_> = (0..=days / 2).map(|n| (f64::from(n) * 2.0, 5000.0 - 200.0 * f64::from(n))).collect();
    input(f64::from(days), &checks)
}

/// Found empty on the first day, topped up on the eighth: nothing was seen of the use.
fn arrived_when_empty() -> Input {
    let top_ups = vec![Added { at: at(8.0), bytes: 500.0 * MB, replaces: false }];
    Input { top_ups, ..input(9.0, &[(0.4, 20.0), (0.5, 0.0)]) }
}

#[test]
fn it_says_when_it_cannot_know() {
    let missing = |input: &Input| match forecast(input) {
        Outlook::NotEnough(missing) => Some(missing),
        _ => None,
    };
    let plan_alone = Input { prior: PLAN, ..input(1.0, &[]) };
    for (case, why) in [
        (input(1.0, &[]), Some(Missing::NoCheck)),
        (plan_alone, Some(Missing::NoCheck)),
        (input(1.0, &[(0.5, 100.0)]), Some(Missing::OneCheck)),
        (input(1.0, &[(0.5, 100.0), (0.55, 90.0)]), Some(Missing::TooSoon)),
        (input(9.0, &[(0.5, 100.0), (8.0, 100.0)]), Some(Missing::NoUse)),
        // A week lies between, and still nothing shows how fast it goes.
        (input(9.0, &[(0.5, 100.0), (8.0, 500.0)]), Some(Missing::Rose)),
        (arrived_when_empty(), Some(Missing::Rose)),
        // A check of tomorrow is not known yet.
        (input(1.0, &[(2.0, 100.0), (5.0, 50.0)]), Some(Missing::NoCheck)),
        (Input { prior: PLAN, ..input(1.0, &[(0.5, 100.0)]) }, None),
        (input(9.0, &[(0.5, 100.0), (8.0, 50.0)]), None),
    ] {
        assert_eq!(missing(&case), why, "{case:?}");
    }
}

#[test]
fn a_steady_user_is_understood() {
    let forecast = known(&steady(20));
    // 3000 MB at 100 a day.
    assert!((forecast.quantile_days(0.5) - 30.0).abs() < 1.5, "{}", forecast.quantile_days(0.5));
    assert!((forecast.rate(0.5) / MB - 100.0).abs() < 5.0, "{}", forecast.rate(0.5) / MB);
    assert!(width(&forecast) < 12.0, "{}", width(&forecast));
}

#[test]
fn the_plan_alone_gives_a_wide_range_about_its_own_pace() {
    let forecast = known(&Input { prior: PLAN, ..input(0.1, &[(0.0, 3000.0)]) });
    assert_eq!(forecast.basis(), Basis::Plan);
    assert!((25.0..32.0).contains(&forecast.quantile_days(0.5)), "{}", forecast.quantile_days(0.5));
    assert!(width(&forecast) > 25.0, "{}", width(&forecast));
}

#[test]
fn more_checks_narrow_it() {
    let widths: Vec<f64> = [0, 2, 6, 20].map(|days| width(&known(&Input { prior: PLAN, ..steady(days) }))).to_vec();
    assert!(widths.is_sorted_by(|a, b| a > b), "{widths:?}");
}

#[test]
fn a_fresh_check_narrows_an_old_one() {
    let used = [150.0, 250.0, 220.0, 180.0, 150.0, 250.0, 180.0, 220.0, 200.0, 200.0];
    let mut left = 5000.0;
    let checks = std::iter::once((0.0, left)).chain(used.iter().enumerate().map(|(n, used)| {
        left -= used;
        (2.0 * (n + 1) as f64, left)
    }));
    let old = input(24.0, &checks.collect::<Vec<_>>());
    let mut fresh = old.clone();
    fresh.checks.push(seen(24.0, 2600.0));
    let (old, fresh) = (known(&old), known(&fresh));
    assert!(old.left_now(0.9) - old.left_now(0.1) > 50.0 * MB);
    assert!(fresh.left_now(0.9) - fresh.left_now(0.1) < 0.1 * MB);
    assert!(width(&fresh) < width(&old));
}

#[test]
fn a_top_up_extends_it_and_teaches_nothing_else() {
    let plain = known(&steady(20));
    let topped = known(&Input { now: at(20.001), top_ups: vec![added(20.001, 1000.0)], ..steady(20) });
    assert!((topped.quantile_days(0.5) - plain.quantile_days(0.5) - 10.0).abs() < 1.0);
    assert!((topped.rate(0.5) - plain.rate(0.5)).abs() < MB);
    // Between two checks it is no rise, and the use is what is missing in all.
    let mut between = steady(20);
    between.top_ups.push(added(9.0, 1000.0));
    for check in between.checks.iter_mut().filter(|check| check.at >= at(9.0)) {
        check.left += 1000.0 * MB;
    }
    let between = known(&between);
    assert!((between.rate(0.5) - plain.rate(0.5)).abs() < MB);
    assert!(between.notes().is_empty());
}

#[test]
fn a_top_up_that_replaces_starts_anew() {
    let top_up = Added { replaces: true, ..added(20.5, 1000.0) };
    let forecast = known(&Input { now: at(20.5), top_ups: vec![top_up], ..steady(20) });
    assert!((forecast.quantile_days(0.5) - 10.0).abs() < 1.0, "{}", forecast.quantile_days(0.5));
}

#[test]
fn a_rise_without_a_top_up_is_noticed_and_not_learned_from() {
    let mut rises = steady(20);
    rises.checks.push(seen(22.0, 4000.0));
    rises.now = at(22.0);
    let forecast = known(&rises);
    let (from, to) = (3000.0 * MB, 4000.0 * MB);
    assert_eq!(forecast.notes(), [Note::Rise { at: at(22.0), from, to, cause: None }]);
    assert!((forecast.rate(0.5) - known(&steady(20)).rate(0.5)).abs() < 3.0 * MB);
    // 1.2 GB that reads 1.3 GB once is rounding.
    let wobble = |left: f64| Seen { rounding: 51.2 * MB, ..seen(21.0, left) };
    let mut wobbles = steady(20);
    wobbles.now = at(21.0);
    wobbles.checks.push(wobble(3040.0));
    assert!(!known(&wobbles).notes().iter().any(|note| matches!(note, Note::Rise { .. })));
}

#[test]
fn order_and_repetition_do_not_matter() {
    let plain = steady(20);
    let mut mixed = plain.clone();
    mixed.checks.reverse();
    mixed.checks.push(plain.checks[3]);
    assert_eq!(known(&plain).quantiles(), known(&mixed).quantiles());
}

#[test]
fn nothing_left_is_empty_until_something_arrives() {
    let checks: Vec<_> = (0..11).map(|n| (f64::from(n) * 2.0, 2000.0 - 200.0 * f64::from(n))).collect();
    let mut gone = input(25.0, &checks);
    let Outlook::Empty { since, rate: Some(rate) } = forecast(&gone) else { panic!("nothing is left") };
    assert_eq!(since, at(20.0));
    // A hundred MB a day, as long as there was something.
    assert!((rate / MB - 100.0).abs() < 10.0, "{rate}");
    gone.top_ups.push(added(24.0, 500.0));
    let again = known(&gone);
    // Five days of use from the top-up on, of which one is over.
    assert!((again.quantile_days(0.5) - 4.0).abs() < 1.0, "{}", again.quantile_days(0.5));
}

#[test]
fn what_arrives_where_nothing_was_left_by_the_forecast_is_all_there_is() {
    // 3 GB by the check of day 20, at a hundred MB a day gone by the fiftieth: the day on which it arrives counts.
    let late = known(&Input { now: at(70.0), top_ups: vec![added(70.0, 1000.0)], ..steady(20) });
    assert!((late.quantile_days(0.5) - 10.0).abs() < 1.0, "{}", late.quantile_days(0.5));
    assert!((late.left_now(0.5) - 1000.0 * MB).abs() < MB, "{}", late.left_now(0.5));
    // Where something was left, it is on top of that, though all of both may be used by now.
    let in_time = Input { top_ups: vec![added(45.0, 1000.0)], now: at(70.0), ..steady(20) };
    assert!(known(&in_time).may_be_empty());
    // It teaches nothing: the next check shows what was used since the one before.
    let mut after = steady(20);
    (after.now, after.top_ups) = (at(70.0), vec![added(60.0, 1000.0)]);
    after.checks.push(seen(70.0, 1200.0));
    let is_rise = |note: &Note| matches!(note, Note::Rise { .. });
    assert!(!known(&after).notes().iter().any(is_rise), "{:?}", known(&after).notes());
}

#[test]
fn an_old_check_may_mean_that_it_is_empty_already() {
    let forecast = known(&Input { now: at(60.0), expires: Some(at(45.0)), ..steady(20) });
    assert!(forecast.chance_by(at(60.0)) > 0.7);
    assert_eq!(forecast.quantile_days(0.1), 0.0);
    assert_eq!(forecast.runs_out(0.1), Some(at(60.0)));
    assert!(forecast.empty_at(0.1).unwrap() < at(60.0));
    assert!((0.5..1.0).contains(&forecast.lasts_to_expiry().unwrap()), "it expired before");
}

#[test]
fn its_answers_agree() {
    let forecast = known(&Input { prior: PLAN, expires: Some(at(45.0)), ..steady(20) });
    for p in [0.1, 0.25, 0.5, 0.75, 0.9] {
        let day = forecast.runs_out(p).unwrap();
        assert!((forecast.chance_by(day) - p).abs() < 1e-3);
        assert!(forecast.left_at(day, p) < 0.5 * MB, "{p}");
        assert!(forecast.left_at(day.plus(-DAY_MS), p) > 0.0);
    }
    assert!((forecast.lasts_to_expiry().unwrap() + forecast.chance_by(at(45.0)) - 1.0).abs() < 1e-12);
}

/// The same process drawn 40,000 times: the plan's prior, a regularity, a rate, the use.
#[test]
fn its_chances_are_those_of_the_process() {
    let left = 2000.0;
    let forecast = known(&Input { prior: PLAN, ..input(0.0, &[(0.0, left)]) });
    // How regular the use may be, each with what it is taken for when looking ahead.
    let shapes: [(f64, f64); 8] =
        [(0.12, 0.06), (0.3, 0.15), (0.75, 0.85), (1.875, 1.5), (4.69, 3.6), (11.7, 11.7), (29.3, 29.3), (90.0, 90.0)];
    let total: f64 = shapes.iter().map(|(kappa, _)| kappa.powf(-0.25)).sum();
    let shapes = shapes.map(|(kappa, ahead)| (ahead, kappa.powf(-0.25) / total));
    let mut rng = Rng(20_261_121);
    for days in [5.0, 12.0, 25.0, 60.0] {
        let draws = 40_000;
        let mut empty = 0;
        for _ in 0..draws {
            let mut place = rng.unit();
            let kappa = shapes.iter().find(|(_, weight)| {
                place -= weight;
                place < 0.0
            });
            let kappa = kappa.map_or(90.0, |shape| shape.0);
            // λ ~ Gamma(4, b) with κb/4 = 100 MB a day.
            let lambda = rng.gamma(4.0) / (4.0 * 100.0 / kappa);
            empty += u32::from(rng.gamma(kappa * days) / lambda >= left);
        }
        let drawn = f64::from(empty) / f64::from(draws);
        let said = forecast.chance_by(at(days));
        assert!((drawn - said).abs() < 0.01, "{days} days: drawn {drawn}, said {said}");
    }
}

#[test]
fn a_ledger_becomes_an_input() {
    let zone = ZoneName::parse("America/New_York").unwrap();
    let amount = |text: &str, unit| Amount::new(Decimal::parse(text).unwrap(), unit).unwrap();
    let mut card = Card::named(Line::parse("US").unwrap(), zone);
    card.plan = Some(amount("3", Unit::GB));
    card.validity = Validity::Days { days: 15, start: Start::FirstUse, from: None };
    let id = CardId(Ulid::from_parts(1, 1));
    let check = |said: Vec<Said>| {
        Fact::Check(Check {
            measures: said.into_iter().map(|said| Measure { bucket: Bucket::General, said }).collect(),
            expires: None,
            renews: None,
            source: Source::Text,
            reply: None,
            sure: false,
        })
    };
    let entry = |days: f64, fact: Fact| Entry { card: id, at: at(days), fact, note: None };
    let mut facts = vec![
        entry(0.0, check(vec![Said::Left(Quantity::Data(amount("2.5", Unit::GB)))])),
        entry(2.0, check(vec![Said::UsedPercent(Decimal::parse("40").unwrap())])),
    ];
    let of = |facts: &[Entry]| {
        let entries = facts.iter().enumerate().map(|(n, fact)| (EntryId(Ulid::from_parts(n as u64, 0)), fact));
        Input::of(&Ledger::new(id, &card, entries), Bucket::General, at(3.0), None)
    };
    let input = of(&facts);
    assert_eq!(input.prior.unwrap().days, Some(15.0));
    let lefts: Vec<f64> = input.checks.iter().map(|seen| (seen.left / MB).round()).collect();
    assert_eq!(lefts, [2560.0, 1843.0]);
    assert!((input.checks[0].rounding / MB - 51.2).abs() < 0.1);
    assert!(matches!(forecast(&input), Outlook::Known(_)));
    // What has no end does not run out.
    let used = Said::Used(Quantity::Data(amount("2.2", Unit::GB)));
    facts.push(entry(2.5, check(vec![used, Said::Unlimited])));
    assert!(matches!(forecast(&of(&facts)), Outlook::NotEnough(Missing::NoCheck)));
}

/// The causes of the rises that were noticed.
fn causes(forecast: &Forecast) -> Vec<Option<RiseCause>> {
    let cause = |note: &Note| match note {
        Note::Rise { cause, .. } => Some(*cause),
        Note::Unusual { .. } => None,
    };
    forecast.notes().iter().filter_map(cause).collect()
}

#[test]
fn the_figures_say_what_a_rise_may_be() {
    let plan = Some(Prior { bytes: 5000.0 * MB, days: Some(30.0), strength: Prior::STRENGTH });
    let with = |more: &[(f64, f64)], top_ups: &[Added]| {
        let mut story = Input { prior: plan, top_ups: top_ups.to_vec(), ..steady(20) };
        story.checks.extend(more.iter().map(|&(days, mb)| seen(days, mb)));
        story.now = at(more.last().unwrap().0);
        known(&story)
    };
    // 3000 MB on day 20, 100 a day.
    for (more, cause) in [
        (&[(22.0, 4900.0)][..], Some(RiseCause::NewCycle)),
        (&[(22.0, 3700.0)], None),
        (&[(22.0, 28_000.0), (23.0, 2700.0)], Some(RiseCause::Slip)),
        (&[(22.0, 280.0), (23.0, 2700.0)], Some(RiseCause::SlipBefore)),
    ] {
        let forecast = with(more, &[]);
        assert_eq!(causes(&forecast), [cause], "{more:?}");
        // Whatever it was, it is no use of data.
        assert!((forecast.rate(0.5) / MB - 100.0).abs() < 8.0, "{more:?}: {}", forecast.rate(0.5) / MB);
    }
    // As much as the top-up that was written down before.
    let mut topped = Input { prior: plan, top_ups: vec![added(9.0, 1000.0)], ..steady(20) };
    for check in topped.checks.iter_mut().filter(|check| check.at >= at(9.0)) {
        check.left += 1000.0 * MB;
    }
    topped.checks.push(seen(22.0, 4800.0));
    topped.now = at(22.0);
    assert_eq!(causes(&known(&topped)), [Some(RiseCause::TopUp)]);
}

#[test]
fn what_lies_on_the_usual_line_is_no_slip() {
    // The days, and MB left; whether the figure before the last is a slip, and whether the rise is open.
    for (checks, slips, open) in [
        // 1100 a day: what came then is a top-up that nobody logged, or is to be asked about.
        (&[(0.0, 11_200.0), (1.0, 10_100.0), (6.0, 4600.0), (8.0, 5900.0)][..], 0, 1),
        (&[(0.0, 11_200.0), (1.0, 10_100.0), (6.0, 4600.0), (8.0, 9000.0)], 0, 1),
        // With nothing known of the use: not below half of the line from the one to the other.
        (&[(1.0, 10_100.0), (6.0, 4600.0), (8.0, 5900.0)], 0, 1),
        // A digit in the wrong place, or too many.
        (&[(1.0, 10_100.0), (6.0, 460.0), (7.0, 4000.0)], 1, 0),
        (&[(0.0, 11_200.0), (1.0, 10_100.0), (6.0, 460.0), (7.0, 4000.0)], 1, 0),
        (&[(0.0, 11_200.0), (1.0, 10_100.0), (2.0, 90_000.0), (3.0, 8000.0)], 1, 0),
        (&[(0.0, 6100.0), (1.0, 5000.0), (2.0, 8000.0), (3.0, 2900.0)], 1, 0),
    ] {
        let story = input(checks.last().unwrap().0, checks);
        let state = State::of(&story);
        let found = |wanted: &dyn Fn(Option<RiseCause>) -> bool| {
            let rises = state.notes().iter().filter(|note| matches!(note, Note::Rise { cause, .. } if wanted(*cause)));
            rises.count()
        };
        let slip = |cause| matches!(cause, Some(RiseCause::Slip | RiseCause::SlipBefore));
        assert_eq!((found(&slip), found(&|cause| !slip(cause))), (slips, open), "{checks:?}");
    }
}

#[test]
fn a_cycle_that_ended_is_no_rise_and_starts_with_the_plan() {
    let plan = Some(Prior { bytes: 5000.0 * MB, days: Some(30.0), strength: Prior::STRENGTH });
    let mut story = Input { prior: plan, cycles: vec![at(21.0)], now: at(22.0), ..steady(20) };
    // A day after it began, with a hundred MB a day.
    let unseen = known(&story);
    assert!(unseen.is_unseen() && forecast(&story).is_anew());
    assert!((unseen.left_now(0.5) / MB - 4900.0).abs() < 20.0, "{}", unseen.left_now(0.5) / MB);
    // What ended is over, and of an unknown plan nobody knows what it gives.
    for none in [Input { expires: Some(at(21.0)), ..story.clone() }, Input { prior: None, ..story.clone() }] {
        assert!(matches!(forecast(&none), Outlook::NotEnough(Missing::NewCycle)) && forecast(&none).is_anew());
    }
    story.checks.push(seen(22.0, 4900.0));
    let forecast = known(&story);
    assert!(forecast.notes().is_empty(), "{:?}", forecast.notes());
    assert!((forecast.rate(0.5) / MB - 100.0).abs() < 5.0);
}

#[test]
fn from_the_phones_count_to_the_carriers_nothing_is_learned() {
    // The phone counted 80 MB a day before the carrier was asked: its 2000 MB less are no use.
    let mut story = steady(20);
    for check in &mut story.checks {
        check.left -= 2000.0 * MB;
    }
    let carrier = known(&story);
    story.checks[0].apart = true;
    for day in 0..5 {
        let days = f64::from(day) - 6.0;
        story.checks.push(seen(days, 9000.0 - 80.0 * days));
    }
    let both = known(&story);
    assert!((both.left_now(0.5) - carrier.left_now(0.5)).abs() < MB);
    assert!(both.rate(0.9) / MB < 110.0 && both.notes().is_empty(), "{} {:?}", both.rate(0.9) / MB, both.notes());
}

#[test]
fn a_slip_is_no_unusual_use() {
    let mut story = steady(20);
    story.checks.push(seen(21.0, 400.0));
    story.now = at(21.0);
    let unusual = |input: &Input| known(input).notes().iter().any(|note| matches!(note, Note::Unusual { .. }));
    assert!(unusual(&story));
    story.checks.push(seen(22.0, 2800.0));
    story.now = at(22.0);
    assert!(!unusual(&story), "{:?}", known(&story).notes());
}

#[test]
fn unusual_use_is_measured_against_its_own_range() {
    let mut story = steady(20);
    story.checks.push(seen(22.0, 1900.0));
    story.now = at(22.0);
    let [Note::Unusual { at: when, used, low, high, .. }] = *known(&story).notes() else {
        panic!("{:?}", known(&story).notes())
    };
    assert_eq!((when, used), (at(22.0), 1100.0 * MB));
    assert!(low > 100.0 * MB && high < 400.0 * MB && low < 200.0 * MB && high > 200.0 * MB, "{low} {high}");
    // For one whose days differ as much, the same is nothing unusual.
    let mut uneven = input(23.0, &[]);
    let mut left = 9000.0;
    for day in 0..22_u32 {
        left -= if day % 5 == 4 { 900.0 } else { 20.0 };
        uneven.checks.push(seen(f64::from(day), left));
    }
    uneven.checks.push(seen(23.0, left - 900.0));
    assert!(known(&uneven).notes().is_empty(), "{:?}", known(&uneven).notes());
}

/// About 300 MB a day for ten days, then 3 GB more within so many.
fn burst(days: f64) -> Input {
    let each_day = [0.0, 240.0, 390.0, 300.0, 210.0, 360.0, 310.0, 420.0, 180.0, 330.0, 260.0];
    let used = each_day.iter().scan(0.0, |sum, used| {
        *sum += used;
        Some(10_000.0 - *sum)
    });
    let mut checks: Vec<_> = (0..).map(f64::from).zip(used).collect();
    checks.push((10.0 + days, 4000.0));
    input(10.0 + days, &checks)
}

#[test]
fn a_burst_makes_it_as_unsure_within_the_day_as_after_it() {
    let widths = [0.05, 0.125, 0.5, 0.99, 1.01, 1.2].map(|days| width(&known(&burst(days))));
    for widths in widths.windows(2) {
        assert!((0.6..1.6).contains(&(widths[1] / widths[0])), "{widths:?}");
    }
}

#[test]
fn a_burst_is_pointed_out_before_its_day_is_over() {
    for days in [0.05, 0.5, 0.99, 1.01] {
        let [Note::Unusual { at: when, days: over, used, high, .. }] = *known(&burst(days)).notes() else {
            panic!("after {days}: {:?}", known(&burst(days)).notes());
        };
        assert!(when == at(10.0 + days) && over >= 1.0 && used >= 3000.0 * MB, "{used} in {over} at {when:?}");
        assert!(high < 1000.0 * MB, "{high}");
    }
    // A day that has less than is usual may have the rest in the evening.
    let mut quiet = burst(0.9);
    quiet.checks.last_mut().unwrap().left = 7000.0 * MB;
    assert_eq!(known(&quiet).notes(), []);
}

#[test]
fn five_times_the_usual_in_a_day_is_pointed_out_on_a_card_that_is_checked_seldom() {
    let story = |last: f64| {
        let figures = [(0.4, 9400.0), (2.9, 8400.0), (7.3, 5200.0), (10.3, 3900.0), (11.4, 3900.0 - last)];
        let prior = Some(Prior { bytes: 10_000.0 * MB, days: Some(30.0), strength: Prior::STRENGTH });
        let story = Input { expires: Some(at(30.0)), prior, ..input(11.4, &figures) };
        known(&story).notes().iter().any(|note| matches!(note, Note::Unusual { .. }))
    };
    assert!(story(2700.0) && !story(1200.0));
}

#[test]
fn a_check_is_suggested_where_it_would_narrow_the_range() {
    let old = Input { now: at(32.0), ..steady(20) };
    let Narrowing { now, checked } = narrowing(&old).unwrap();
    assert!(checked < now / 1.5, "{now} {checked}");
    assert_eq!(narrowing(&steady(20)), None);
    assert_eq!(narrowing(&input(1.0, &[])), None);
}

#[test]
fn it_says_which_comes_first() {
    let first = |expires: f64| known(&Input { expires: Some(at(expires)), ..steady(20) }).first();
    assert_eq!(first(30.0), Some(First::Expires));
    assert_eq!(first(50.0), Some(First::Open));
    assert_eq!(first(90.0), Some(First::Empty));
    assert_eq!(known(&steady(20)).first(), None);
    assert_eq!(known(&Input { now: at(21.5), ..steady(20) }).age(), DAY_MS * 3 / 2);
}

#[test]
fn a_state_that_is_carried_on_says_what_learning_anew_says() {
    let case = travellers::traveller(travellers::Family::Uneven, true, 5);
    let mut input = case.input;
    let mut state = State::new(input.prior, input.east);
    let mut top_ups = input.top_ups.clone().into_iter().peekable();
    for check in &input.checks {
        while let Some(added) = top_ups.next_if(|added| added.at <= check.at) {
            state.top_up(added);
        }
        state.check(*check);
    }
    top_ups.for_each(|added| state.top_up(added));
    let said = |outlook: Outlook| format!("{outlook:?}");
    assert_eq!(said(state.outlook(input.now, input.expires)), said(forecast(&input)));
    // A check that was forgotten belongs where it was made, whenever it is written down.
    let late = input.checks.remove(3);
    input.checks.push(late);
    assert_eq!(said(state.outlook(input.now, input.expires)), said(forecast(&input)));
}

/// Nothing from midnight to eight, in a zone eight hours east; a look at both ends of each night.
#[test]
fn nights_are_learned_where_checks_show_them() {
    let mut story = Input { east: 480, ..input(20.0 - 8.0 / 24.0, &[]) };
    for day in 0..20_u32 {
        let left = 9000.0 - 100.0 * f64::from(day);
        let midnight = f64::from(day) - 8.0 / 24.0;
        story.checks.extend([seen(midnight, left), seen(midnight + 8.0 / 24.0, left)]);
    }
    let forecast = known(&story);
    let used = |from: f64, to: f64| (forecast.left_at(at(from), 0.5) - forecast.left_at(at(to), 0.5)) / MB;
    let midnight = 20.0 - 8.0 / 24.0;
    let (night, day) = (used(midnight, midnight + 0.25), used(midnight + 0.5, midnight + 0.75));
    assert!(night < day / 2.0, "night {night}, day {day}");
    assert!((used(midnight, midnight + 2.0) - 200.0).abs() < 20.0);
}

#[test]
fn weekends_are_learned_where_checks_show_them() {
    // Day 0 is a Thursday: 200 MB on Saturdays and Sundays, 50 on other days.
    let mut story = input(28.0, &[]);
    let mut left = 9000.0;
    for day in 0..=28_u32 {
        story.checks.push(seen(f64::from(day), left));
        left -= if matches!((day + 3) % 7, 5 | 6) { 200.0 } else { 50.0 };
    }
    let forecast = known(&story);
    let used = |from: f64, to: f64| (forecast.left_at(at(from), 0.5) - forecast.left_at(at(to), 0.5)) / MB;
    let (thursday, saturday) = (used(28.0, 29.0), used(30.0, 31.0));
    assert!(saturday > thursday * 1.4, "Thursday {thursday}, Saturday {saturday}");
}

fn any_amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..1e11_f64,
        1 => Just(0.0),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(-5.0),
        1 => 1e15..1e300_f64,
        1 => 0.0..1.0_f64,
    ]
}

fn any_time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        6 => (-90.0..40.0_f64).prop_map(at),
        1 => Just(Timestamp::MIN),
        1 => Just(Timestamp::MAX),
        1 => (-0.001..0.001_f64).prop_map(at),
    ]
}

prop_compose! {
    fn any_input()(
        now in any_time(),
        checks in proptest::collection::vec((any_time(), any_amount(), any_amount()), 0..30),
        top_ups in proptest::collection::vec((any_time(), any_amount(), any::<bool>()), 0..8),
        prior in proptest::option::of((any_amount(), any_amount())),
        expires in proptest::option::of(any_time()),
    ) -> Input {
        Input {
            now,
            checks: checks.into_iter().map(|(at, left, rounding)| Seen { at, left, rounding, apart: false, beyond: false, paid: false }).collect(),
            top_ups: top_ups.into_iter().map(|(at, bytes, replaces)| Added { at, bytes, replaces }).collect(),
            prior: prior.map(|(bytes, days)| Prior { bytes, days: Some(days), strength: Prior::STRENGTH }),
            expires,
            cycles: Vec::new(),
            east: 0,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_goes_in_what_comes_out_is_a_number(input in any_input(), p: f64, when in any_time()) {
        if let Outlook::Known(known) = forecast(&input) {
            let days = known.quantiles();
            prop_assert!(days.iter().all(|days| (0.0..=60.0).contains(days)), "{:?}", days);
            prop_assert!(days.is_sorted());
            prop_assert!((0.0..=60.0).contains(&known.quantile_days(p)));
            prop_assert!((0.0..=1.0).contains(&known.chance_by(when)));
            prop_assert!(known.lasts_to_expiry().is_none_or(|chance| (0.0..=1.0).contains(&chance)));
            for p in [0.1, 0.5, 0.9, p] {
                prop_assert!(known.rate(p).is_finite() && known.rate(p) >= 0.0);
                prop_assert!(known.left_now(p).is_finite() && known.left_now(p) >= 0.0);
                prop_assert!(known.left_at(when, p).is_finite());
                prop_assert!(known.runs_out(p).is_none_or(|at| at >= input.now));
            }
            prop_assert!(known.rate(0.1) <= known.rate(0.9));
            prop_assert!(known.left_now(0.1) <= known.left_now(0.9));
        }
    }

    #[test]
    fn any_order_says_the_same(input in any_input(), turn in 0_usize..30) {
        let mut straight = input.clone();
        // Equal instants keep their order: which of two came last is not to be known otherwise.
        straight.checks.sort_by_key(|seen| seen.at);
        straight.checks.dedup_by_key(|seen| seen.at);
        let mut turned = straight.clone();
        if !turned.checks.is_empty() {
            let by = turn % turned.checks.len();
            turned.checks.rotate_left(by);
        }
        prop_assert_eq!(format!("{:?}", forecast(&straight)), format!("{:?}", forecast(&turned)));
    }
}
