//! The scores of families of travellers, and the bounds that they must keep.
//!
//! The score is the CRPS in days: 2 × the mean pinball loss over the 19 quantiles of min(T, 60
//! days); lower is better. Four simple forecasts stand beside ours.

use super::travellers::{Case, Family, traveller};
use sim_gauge::forecast::{Outlook, forecast};

/// The bounds on ours ÷ theirs: the last interval, the last seven days, the mean rate, and the mean
/// rate with conformal intervals where the use is known for weeks, or for days.
const MOST: [f64; 3] = [0.35, 0.65, 0.78];
const MOST_CONFORMAL: (f64, f64) = (1.0, 0.85);
/// The bounds on how often the 80 % range holds what came.
const COVER: (f64, f64) = (0.74, 0.90);

/// The mean scores of a family, or of several together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// The last interval, the last seven days, the mean rate, the mean rate with conformal
    /// intervals, ours, and ours with no plan.
    pub crps: [f64; 6],
    /// How often the 80 % range held what came.
    pub cover: f64,
    /// Its width in days.
    pub width: f64,
}

impl Scores {
    /// The mean of several.
    pub fn pooled(all: &[Self]) -> Self {
        let share = 1.0 / all.len() as f64;
        let mut sum = Self::default();
        for scores in all {
            for (sum, crps) in sum.crps.iter_mut().zip(scores.crps) {
                *sum += crps * share;
            }
            sum.cover += scores.cover * share;
            sum.width += scores.width * share;
        }
        sum
    }

    /// Ours ÷ each of the others.
    pub fn ratios(&self) -> [f64; 4] {
        let [last, week, mean, conformal, ours, _] = self.crps;
        [last, week, mean, conformal].map(|other| ours / other)
    }
}

/// The bounds that these scores miss, in words. `slack` is for few travellers: how far chance alone
/// may move a coverage.
pub fn missed(families: &[(Family, Scores)], warm: bool, slack: f64) -> Vec<String> {
    let pooled = Scores::pooled(&families.iter().map(|family| family.1).collect::<Vec<_>>());
    let [last, week, mean, conformal] = pooled.ratios();
    let most = if warm { MOST_CONFORMAL.0 } else { MOST_CONFORMAL.1 };
    let kind = if warm { "warm" } else { "cold" };
    let mut missed = Vec::new();
    for (name, ratio, most) in [
        ("last interval", last, MOST[0]),
        ("last seven days", week, MOST[1]),
        ("mean rate", mean, MOST[2]),
        ("conformal", conformal, most),
    ] {
        if ratio > most {
            missed.push(format!("{kind}: CRPS ÷ {name} is {ratio:.3}, at most {most}"));
        }
    }
    let mut covers = |name: String, cover: f64| {
        if cover < COVER.0 - slack || cover > COVER.1 + slack {
            missed.push(format!("{kind} {name}: the 80 % range covers {cover:.3}, wanted {} to {}", COVER.0, COVER.1));
        }
    };
    if warm {
        for (family, scores) in families {
            covers(format!("{family:?}"), scores.cover);
        }
    } else {
        covers("together".to_owned(), pooled.cover);
    }
    missed
}

/// The scores of so many travellers of a family, drawn from a seed.
pub fn score(family: Family, warm: bool, each: u64, seed: u64) -> Scores {
    let seed = |n: u64| seed.wrapping_mul(1_000_003) + 1 + n * 7919 + u64::from(warm) * 104_729;
    let cases: Vec<Case> = (0..each).map(|n| traveller(family, warm, seed(n))).collect();
    let means: Vec<f64> = cases.iter().map(|case| days(case, rates(case)[2])).collect();
    let halves = [fitted(&cases, &means, 1), fitted(&cases, &means, 0)];
    let mut scores = Scores::default();
    let share = 1.0 / each as f64;
    for (n, case) in cases.iter().enumerate() {
        let points = rates(case).map(|rate| [days(case, rate); 19]);
        let conformal = spread(means[n], &halves[n % 2]);
        let ours = quantiles(case, true);
        scores.cover += share * f64::from(u8::from(ours[1] <= case.truth && case.truth <= ours[17]));
        scores.width += share * (ours[17] - ours[1]);
        let all = [points[0], points[1], points[2], conformal, ours, quantiles(case, false)];
        for (sum, quantiles) in scores.crps.iter_mut().zip(all) {
            *sum += share * crps(&quantiles, case.truth);
        }
    }
    scores
}

/// How far what came lay from the mean rate's day, in the other half of the travellers: sorted logs.
fn fitted(cases: &[Case], means: &[f64], odd: usize) -> Vec<f64> {
    let half = cases.iter().zip(means).enumerate().filter(|(n, _)| n % 2 == odd);
    let mut logs: Vec<f64> = half.map(|(_, (case, mean))| (case.truth.max(0.01) / mean.max(0.01)).ln()).collect();
    logs.sort_by(f64::total_cmp);
    logs
}

fn spread(mean: f64, logs: &[f64]) -> [f64; 19] {
    std::array::from_fn(|n| {
        let place = ((n + 1) as f64 / 20.0 * logs.len() as f64) as usize;
        (mean.max(0.01) * logs[place.min(logs.len() - 1)].exp()).min(60.0)
    })
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
        return [plan.days.map_or(0.0, |days| plan.bytes / days); 3];
    }
    let week = checks.iter().rposition(|seen| case.input.now.since(seen.at) >= 7 * 86_400_000).unwrap_or(0);
    [over(checks.len() - 2), over(week.min(checks.len() - 2)), over(0)]
}
