//! How good the forecast is: CRPS in days against simple baselines, and the coverage of its range.
//!
//! `cargo bench --no-default-features --bench score`. Seeded: the same on every run. The score is
//! 2 × the mean pinball loss over the 19 quantiles of min(T, 60 days); lower is better.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    unreachable_pub,
    reason = "a bench"
)]

mod travellers;

use sim_gauge::forecast::{Outlook, forecast};
use travellers::{Case, Family, traveller};

const EACH: u64 = 400;

fn main() {
    println!("CRPS in days; cover is of the 80 % range; n = {EACH} each");
    println!(
        "{:<20}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "", "last", "7 days", "mean", "conform", "ours", "cover", "no plan"
    );
    for warm in [true, false] {
        let mut pooled = [0.0; 6];
        let mut covered = 0.0;
        for family in Family::ALL {
            let (scores, cover) = score(family, warm);
            line(&format!("{family:?} {}", if warm { "warm" } else { "cold" }), &scores, cover);
            covered += cover / Family::ALL.len() as f64;
            for (sum, score) in pooled.iter_mut().zip(scores) {
                *sum += score / Family::ALL.len() as f64;
            }
        }
        line(if warm { "pooled warm" } else { "pooled cold" }, &pooled, covered);
        let ours = pooled[4];
        let ratios: Vec<String> = pooled[..4].iter().map(|other| format!("{:>8.3}", ours / other)).collect();
        println!("{:<20}{}", "  ours ÷ it", ratios.concat());
    }
}

fn line(name: &str, [last, week, mean, conformal, ours, plan]: &[f64; 6], cover: f64) {
    println!("{name:<20}{last:>8.2}{week:>8.2}{mean:>8.2}{conformal:>8.2}{ours:>8.2}{cover:>8.2}{plan:>8.2}");
}

/// The mean scores of the last interval, the last seven days, the mean rate, the mean rate with
/// conformal quantiles, ours, and ours with no plan.
fn score(family: Family, warm: bool) -> ([f64; 6], f64) {
    let cases: Vec<Case> =
        (0..EACH).map(|n| traveller(family, warm, 1 + n * 7919 + u64::from(warm) * 104_729)).collect();
    let means: Vec<f64> = cases.iter().map(|case| days(case, rates(case)[2])).collect();
    let ratios = |odd: usize| {
        let mut all: Vec<f64> = cases
            .iter()
            .zip(&means)
            .enumerate()
            .filter(|(n, _)| n % 2 == odd)
            .map(|(_, (case, mean))| (case.truth.max(0.01) / mean.max(0.01)).ln())
            .collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let halves = [ratios(1), ratios(0)];
    let mut sums = [0.0; 6];
    let mut covered = 0.0;
    for (n, case) in cases.iter().enumerate() {
        let points = rates(case).map(|rate| [days(case, rate); 19]);
        let fitted = &halves[n % 2];
        let mut twentieth = 0.0;
        let conformal = [0.0; 19].map(|_: f64| {
            twentieth += 0.05;
            let place = (twentieth * fitted.len() as f64) as usize;
            (means[n].max(0.01) * fitted[place.min(fitted.len() - 1)].exp()).min(60.0)
        });
        let ours = quantiles(case, true);
        covered += f64::from(u8::from(ours[1] <= case.truth && case.truth <= ours[17]));
        let all = [points[0], points[1], points[2], conformal, ours, quantiles(case, false)];
        for (sum, quantiles) in sums.iter_mut().zip(all) {
            *sum += crps(&quantiles, case.truth);
        }
    }
    (sums.map(|sum| sum / EACH as f64), covered / EACH as f64)
}

fn quantiles(case: &Case, plan: bool) -> [f64; 19] {
    let mut input = case.input.clone();
    if !plan {
        input.prior = None;
    }
    match forecast(&input) {
        Outlook::Known(known) => known.quantiles(),
        Outlook::Empty { .. } => [0.0; 19],
        Outlook::NotEnough(_) => [days(case, rates(case)[2]); 19],
    }
}

fn crps(quantiles: &[f64; 19], truth: f64) -> f64 {
    let truth = truth.min(60.0);
    let pinball = |(n, q): (usize, &f64)| {
        let p = (n + 1) as f64 / 20.0;
        if truth >= *q { p * (truth - q) } else { (1.0 - p) * (q - truth) }
    };
    2.0 * quantiles.iter().enumerate().map(pinball).sum::<f64>() / 19.0
}

/// Days until empty at a rate, from the last check.
fn days(case: &Case, rate: f64) -> f64 {
    let last = case.input.checks.last().unwrap();
    let left = last.left + case.input.top_ups.iter().filter(|t| t.at > last.at).map(|t| t.bytes).sum::<f64>();
    let age = case.input.now.since(last.at) as f64 / 86_400_000.0;
    if rate <= 0.0 { 60.0 } else { (left / rate - age).clamp(0.0, 60.0) }
}

/// Bytes a day over the last interval, the last seven days, and all; the plan's where there is
/// no interval.
fn rates(case: &Case) -> [f64; 3] {
    let checks = &case.input.checks;
    let over = |from: usize| {
        let (first, last) = (checks[from], checks.last().unwrap());
        let days = last.at.since(first.at) as f64 / 86_400_000.0;
        let within = case.input.top_ups.iter().filter(|t| t.at > first.at && t.at <= last.at);
        (first.left + within.map(|t| t.bytes).sum::<f64>() - last.left).max(0.0) / days
    };
    if checks.len() < 2 {
        let plan = case.input.prior.unwrap();
        return [plan.bytes / plan.days; 3];
    }
    let week = checks.iter().rposition(|seen| case.input.now.since(seen.at) >= 7 * 86_400_000).unwrap_or(0);
    [over(checks.len() - 2), over(week.min(checks.len() - 2)), over(0)]
}
