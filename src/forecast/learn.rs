//! Learning the rate of use from checks and top-ups: one pass, a constant cost for each.

use super::beta::{incomplete_beta, ln_beta};
use super::input::{Added, Input, Prior, Seen};
use super::{Basis, Missing, Note};
use crate::domain::convert::float;
use crate::domain::{DAY_MS, Timestamp};

/// How regular use may be, and how much each counts at first: κ is the shape that one day adds.
/// Daily use has a coefficient of variation of 1/√κ, so these stand for 2.9, 1.8, 1.2, 0.7, 0.46
/// and 0.29.
const SHAPES: [(f64, f64); 6] = [(0.12, 0.15), (0.3, 0.2), (0.75, 0.2), (1.9, 0.2), (4.7, 0.15), (12.0, 0.1)];

/// How much the likelihood counts in weighing the shapes. Days resemble their neighbours and no
/// person is a gamma process, so that the whole of it decides too early; this scored best
/// (docs/forecast.md).
const TEMPER: f64 = 0.7;

/// How much the plan counts, as the shape of the prior of the rate. 4 lets the true rate be off
/// by a factor of 1.7 one time in three: few people use what they bought evenly and to the end.
const PLAN_STRENGTH: f64 = 4.0;

/// Without a plan: less than one check's worth, centred on the use itself. It only keeps the
/// first two checks from sounding sure.
const NO_PLAN_STRENGTH: f64 = 0.7;

/// Days after which a day's use counts half: a trip changes its character within weeks.
const HALF_LIFE: f64 = 30.0;

/// Old use is never forgotten to less than this share while nothing newer is known.
const REMEMBERED: f64 = 0.1;

/// Two checks closer than this, in days (a minute), say nothing about a rate.
const SHORTEST: f64 = 1.0 / 1440.0;

/// Use seen over less than this in all, in days, is too little to speak of without a plan.
const LEAST_SPAN: f64 = 0.25;

/// Days of use that are judged together: shorter stretches are joined, since days and nights would
/// look like unevenness of their own.
const BLOCK: f64 = 1.0;

/// Amounts are held below this, in bytes: beyond what a bucket can hold.
const MOST: f64 = 1e16;

/// One way in which use may be regular, with what was learned under it.
///
/// Use over t days is Gamma(κt, λ), λ is Gamma(a, b): then use/b is BetaPrime(κt, a).
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Shape that a day adds.
    pub(super) kappa: f64,
    /// How much it counts; the parts' weights add up to 1.
    pub(super) weight: f64,
    /// Shape of the rate's posterior.
    pub(super) a: f64,
    /// Its inverse scale, in bytes.
    pub(super) b: f64,
}

/// What was learned.
#[derive(Clone, Debug)]
pub(super) struct Learned {
    pub(super) parts: Vec<Part>,
    /// The last instant at which something is known of what is left, and how much.
    pub(super) level: Seen,
    /// The last check or top-up.
    pub(super) raised: Timestamp,
    pub(super) basis: Basis,
    pub(super) notes: Vec<Note>,
}

/// A stretch of use.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    end: Timestamp,
    days: f64,
    used: f64,
    noise: f64,
}

/// What checks and top-ups say by themselves.
#[derive(Debug)]
pub(super) struct Walk {
    /// The last known level, raised by the top-ups since.
    pub(super) level: Option<Seen>,
    stretches: Vec<Stretch>,
    notes: Vec<Note>,
}

/// Learns from a walk that ended at a level.
pub(super) fn learn(input: &Input, walk: Walk, level: Seen) -> Result<Learned, Missing> {
    let Walk { stretches, notes, .. } = walk;
    let arrived = input.top_ups.iter().map(|added| added.at).filter(|&at| at <= input.now).max();
    let raised = arrived.map_or(level.at, |at| at.max(level.at));
    let days: f64 = stretches.iter().map(|stretch| stretch.days).sum();
    let used: f64 = stretches.iter().map(|stretch| stretch.used).sum();
    let plan = input
        .prior
        .filter(|plan| plan.bytes > 0.0 && plan.days > 0.0)
        .map(|plan| Prior { bytes: plan.bytes.min(MOST), days: plan.days.clamp(0.1, 4000.0) });
    let (strength, rate) = match plan {
        Some(plan) => (PLAN_STRENGTH, plan.bytes / plan.days),
        None if input.checks.iter().filter(|seen| seen.at <= input.now).count() < 2 && days <= 0.0 => {
            return Err(Missing::OneCheckNoPlan);
        }
        None if days < LEAST_SPAN => return Err(Missing::TooSoon),
        None if used <= 0.0 => return Err(Missing::NoUse),
        None => (NO_PLAN_STRENGTH, used / days),
    };
    let basis = match plan {
        Some(_) if days < LEAST_SPAN => Basis::Plan,
        Some(_) => Basis::PlanAndUse,
        None => Basis::Use,
    };
    Ok(Learned { parts: posterior(&stretches, strength, rate, input.now), level, raised, basis, notes })
}

/// Turns checks and top-ups into stretches of use, and finds the last known level.
pub(super) fn walk(input: &Input) -> Walk {
    let known = |at: Timestamp, bytes: f64| at <= input.now && bytes.is_finite();
    let amount = |bytes: f64| bytes.clamp(0.0, MOST);
    let mut checks: Vec<Seen> = input.checks.iter().copied().filter(|seen| known(seen.at, seen.left)).collect();
    checks.sort_by_key(|seen| seen.at);
    let mut top_ups: Vec<Added> = input.top_ups.iter().copied().filter(|added| known(added.at, added.bytes)).collect();
    top_ups.sort_by_key(|added| added.at);
    let mut top_ups = top_ups.into_iter().peekable();

    let mut level: Option<Seen> = None;
    let mut stretches = Vec::new();
    let mut notes = Vec::new();
    for seen in checks.iter().map(Some).chain([None]) {
        // A top-up of the same instant is in what the check saw.
        while let Some(added) = top_ups.next_if(|added| seen.is_none_or(|seen| added.at <= seen.at)) {
            level = arrived(level, added, amount(added.bytes));
        }
        let Some(seen) = seen else { break };
        let rounding = if seen.rounding.is_finite() { amount(seen.rounding) } else { 0.0 };
        let seen = Seen { at: seen.at, left: amount(seen.left), rounding };
        if let Some(before) = level {
            let days = float(seen.at.since(before.at)) / float(DAY_MS);
            let used = before.left - seen.left;
            if used < -(before.rounding + seen.rounding) {
                notes.push(Note::Rise { at: seen.at });
            } else if days >= SHORTEST && before.left > 0.0 {
                // A figure said to ±r is uniform over 2r: variance r²/3.
                let noise = (before.rounding * before.rounding + seen.rounding * seen.rounding) / 3.0;
                stretches.push(Stretch { end: seen.at, days, used: used.max(0.0), noise });
            }
        }
        level = Some(seen);
    }
    Walk { level, stretches: blocks(stretches), notes }
}

/// Joins stretches to blocks of [`BLOCK`] days, the last one perhaps shorter. Rounding errors of
/// checks within a block cancel: only those at its ends count.
fn blocks(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut blocks: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match blocks.last_mut() {
            Some(block) if block.days < BLOCK => {
                *block = Stretch {
                    end: stretch.end,
                    days: block.days + stretch.days,
                    used: block.used + stretch.used,
                    noise: block.noise.max(stretch.noise),
                };
            }
            _ => blocks.push(stretch),
        }
    }
    blocks
}

/// The level after a top-up, with the instant from which use counts against it.
fn arrived(level: Option<Seen>, added: Added, bytes: f64) -> Option<Seen> {
    let fresh = Seen { at: added.at, left: bytes, rounding: 0.0 };
    match level {
        _ if added.replaces => Some(fresh),
        None => None,
        // Nothing is used while nothing is left: the time before the top-up does not count.
        Some(empty) if empty.left <= 0.0 => Some(fresh),
        // The level stays that of its check, raised: use since then is still to be found out.
        Some(before) => Some(Seen { left: (before.left + bytes).min(MOST), ..before }),
    }
}

/// The conjugate update under each shape, each weighed by how well it foretold what came next.
fn posterior(stretches: &[Stretch], strength: f64, rate: f64, now: Timestamp) -> Vec<Part> {
    let mut parts: Vec<(Part, f64)> = Vec::with_capacity(SHAPES.len());
    for (kappa, weight) in SHAPES {
        // The prior's median rate is about that of the plan: κb/a.
        let (a0, b0) = (strength, strength * rate / kappa);
        let (mut a, mut b, mut score) = (0.0, 0.0, libm::log(weight));
        let mut last: Option<Timestamp> = None;
        for stretch in stretches {
            let kept = last.map_or(1.0, |last| forgetting(last, stretch.end, 0.0));
            (a, b, last) = (a * kept, b * kept, Some(stretch.end));
            let part = Part { kappa, weight, a: a0 + a, b: b0 + b };
            score = kept * score + TEMPER * ln_chance(&part, stretch);
            // Rounding adds variance: the stretch counts by the share of the variance that is use.
            let mean = part.kappa * part.b / part.a;
            let own = mean * mean * stretch.days / kappa;
            let share = if own + stretch.noise > 0.0 { own / (own + stretch.noise) } else { 1.0 };
            a += share * kappa * stretch.days;
            b += share * stretch.used;
        }
        let kept = last.map_or(1.0, |last| forgetting(last, now, REMEMBERED));
        parts.push((Part { kappa, weight: 0.0, a: a0 + a * kept, b: b0 + b * kept }, score));
    }
    let best = parts.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
    let total: f64 = parts.iter().map(|(_, score)| libm::exp(score - best)).sum();
    for (part, score) in &mut parts {
        part.weight = libm::exp(*score - best) / total;
    }
    // What hardly counts only costs time.
    parts.retain(|(part, _)| part.weight > 0.01);
    let total: f64 = parts.iter().map(|(part, _)| part.weight).sum();
    parts.into_iter().map(|(part, _)| Part { weight: part.weight / total, ..part }).collect()
}

fn forgetting(from: Timestamp, to: Timestamp, least: f64) -> f64 {
    libm::exp2(-float(to.since(from).max(0)) / float(DAY_MS) / HALF_LIFE).max(least)
}

/// The logarithm of the chance that a part gave to a stretch, to within its rounding.
fn ln_chance(part: &Part, stretch: &Stretch) -> f64 {
    let shape = part.kappa * stretch.days;
    let mean = part.b * shape / part.a;
    // What a check can tell apart: its rounding, or a fiftieth of what was to be expected.
    let step = (2.0 * libm::sqrt(stretch.noise)).max(mean / 50.0).max(1.0);
    let chance = if stretch.used < 2.0 * step {
        let up_to = |bytes: f64| incomplete_beta(bytes / (bytes + part.b), shape, part.a);
        up_to(stretch.used + step) - up_to((stretch.used - step).max(0.0))
    } else {
        let x = stretch.used / part.b;
        let ln = (shape - 1.0) * libm::log(x) - (shape + part.a) * libm::log1p(x) - ln_beta(shape, part.a);
        libm::exp(ln) * 2.0 * step / part.b
    };
    libm::log(chance.clamp(1e-9, 1.0))
}
