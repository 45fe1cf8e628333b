//! Learning how somebody uses data, one stretch between two checks at a time, each at the same cost.
//!
//! It holds sums and never the stretches themselves. What a stretch is, `state` decides.

use super::beta::{incomplete_beta, ln_beta};
use super::rhythm::{Clock, Rhythm};
use crate::domain::Timestamp;

/// How regular use may be: κ is the shape that a day adds, so that a day's use has a coefficient of
/// variation of 1/√κ: 2.9, 1.8, 1.2, 0.73, 0.46, 0.29, 0.18 and 0.1.
const SHAPES: [f64; 8] = [0.12, 0.3, 0.75, 1.875, 4.69, 11.7, 29.3, 90.0];
/// The logarithms of what each counts at first, κ^−0.25: most people are uneven, and a few days cannot
/// show it.
const AT_FIRST: [f64; SHAPES.len()] = [0.530, 0.301, 0.072, -0.157, -0.386, -0.615, -0.844, -1.125];

/// What κ is taken for when looking ahead. The few weeks that are known of an uneven user have
/// fewer bursts than is usual more often than not, so that he looks steadier than he is; at 0.75 stand those
/// whose weeks are of two kinds, which even out.
const AHEAD: [f64; SHAPES.len()] = [0.06, 0.15, 0.85, 1.5, 3.6, 11.7, 29.3, 90.0];

/// Days of use that are judged together, and how much that judgement counts. A day is the least
/// that is not day and night; ten show what single days do not, that days resemble their
/// neighbours or make up for one another.
const BLOCKS: [(f64, f64); 2] = [(1.0, 0.7), (10.0, 1.0)];

/// Days of use after which a day's use counts half: a trip changes its character within weeks.
const HALF_LIFE: f64 = 30.0;

/// Old use is never forgotten to less than this share while nothing newer is known.
const REMEMBERED: f64 = 0.1;

/// Clocks of use and of the wall differ by about a seventh of a day at each end of a block.
const CLOCK_VARIANCE: f64 = 0.02;

/// A forecast comes due after so many days of use; one is made on each.
const DUE: f64 = 10.0;
/// So many are kept until then: with a check every other day, more than are needed.
const KEPT: usize = 24;
/// Forecasts of neighbouring days are about the same future, so each counts for less than one.
const EACH_COUNTS: f64 = 0.4;
/// Forecasts that the model itself counts for, against the card's own.
const OWN_FORECASTS: f64 = 0.7;
/// With less than this the model stands alone.
const LEAST_DUE: f64 = 0.5;

/// As little, or as much, as is expected with a chance below this is worth a word. Much sooner: it is what one can
/// still do something about.
const LITTLE: f64 = 0.01;
const MUCH: f64 = 0.025;
/// After so many days of use, that is: before, nothing is usual.
const USUAL_AFTER: f64 = 6.0;

/// What each of [`SHAPES`] counts, and the sum of that.
type Weights = ([f64; SHAPES.len()], f64);

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

/// A first guess at the rate: so many bytes a day, as sure as a Gamma of that shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guess {
    pub(super) strength: f64,
    pub(super) rate: f64,
}

/// Use between two checks, or between several.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stretch {
    /// Days of use.
    pub(super) days: f64,
    /// In bytes.
    pub(super) used: f64,
    /// The variance of `used` by the rounding of both ends, in bytes².
    pub(super) noise: f64,
}

/// Days of use, and bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    days: f64,
    used: f64,
}

/// Blocks of one length.
#[derive(Clone, Copy, Debug, Default)]
struct Blocks {
    known: Sum,
    open: Stretch,
}

/// What was known on a day of the past: a forecast that comes due.
#[derive(Clone, Copy, Debug, Default)]
struct Past {
    /// All use by then.
    at: Sum,
    /// What counted of it.
    known: Sum,
    weights: [f64; SHAPES.len()],
}

/// What a stretch that was out of the ordinary should have been.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surprise {
    pub(super) block: Stretch,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// Everything that was learned, in sums.
#[derive(Clone, Copy, Debug)]
pub(super) struct Learned {
    /// Days of use and bytes, older ones counting less.
    days: f64,
    used: f64,
    /// The same with nothing forgotten.
    pub(super) all_days: f64,
    pub(super) all_used: f64,
    noise: f64,
    last: Option<Timestamp>,
    scores: [f64; SHAPES.len()],
    /// What the day that is not over yet adds to them: it will have been that much at least.
    open: [f64; SHAPES.len()],
    blocks: [Blocks; BLOCKS.len()],
    rhythm: Rhythm,
    /// Forecasts that came due, and how far off they were: 1 each on the average if the ranges are
    /// right.
    resolved: (f64, f64),
    /// The latest first.
    past: [Past; KEPT],
}

impl Learned {
    /// Nothing yet, in a zone so many minutes east of UTC.
    pub(super) fn new(east: i32) -> Self {
        Self {
            days: 0.0,
            used: 0.0,
            all_days: 0.0,
            all_used: 0.0,
            noise: 0.0,
            last: None,
            scores: AT_FIRST,
            open: [0.0; SHAPES.len()],
            blocks: [Blocks::default(); BLOCKS.len()],
            rhythm: Rhythm::new(east),
            resolved: (0.0, 0.0),
            past: [Past::default(); KEPT],
        }
    }

    /// The clock by which this person's use runs.
    pub(super) fn clock(&self) -> Clock {
        self.clock_of(self.weights())
    }

    fn clock_of(&self, (weights, total): Weights) -> Clock {
        let dispersion: f64 = SHAPES.iter().zip(weights).map(|(kappa, weight)| weight / kappa).sum();
        self.rhythm.clock(dispersion / total)
    }

    /// Takes in what was used between two instants, and says whether that was unusual.
    pub(super) fn learn(
        &mut self,
        from: Timestamp,
        to: Timestamp,
        used: f64,
        noise: f64,
        guess: Option<Guess>,
    ) -> Option<Surprise> {
        self.open = [0.0; SHAPES.len()];
        let weights = self.weights();
        let clock = self.clock_of(weights);
        let stretch = Stretch { days: clock.days(from, to), used, noise };
        self.all_days += stretch.days;
        self.all_used += used;
        let guess = guess.unwrap_or_else(|| self.own_guess());
        let surprise = self.judge(stretch, guess, weights);
        let kept = forgetting(stretch.days, 0.0);
        self.days = self.days * kept + stretch.days;
        self.used = self.used * kept + used;
        self.noise = self.noise.max(noise);
        self.last = Some(to);
        let rate = self.mean(guess);
        if rate > 0.0 {
            self.rhythm.learn(&clock, from, to, used / rate);
        }
        surprise
    }

    /// Without a plan: less than one check's worth, centred on the use itself. It only keeps the
    /// first two checks from sounding sure.
    pub(super) fn own_guess(&self) -> Guess {
        Guess { strength: 0.7, rate: if self.all_days > 0.0 { self.all_used / self.all_days } else { 0.0 } }
    }

    /// The mean rate, in bytes a day of use.
    fn mean(&self, guess: Guess) -> f64 {
        (guess.strength * guess.rate + self.used) / (guess.strength + self.days)
    }

    /// What may come, by what is known at an instant.
    pub(super) fn parts(&self, guess: Guess, now: Timestamp) -> Vec<Part> {
        let age = self.last.map_or(0.0, |last| self.clock().days(last, now));
        let kept = forgetting(age, REMEMBERED);
        let mean = if self.days > 0.0 { self.used / self.days } else { guess.rate };
        let (weights, total) = self.weights();
        let parts = AHEAD.iter().zip(weights).map(|(&kappa, weight)| {
            // Rounding adds variance: what was seen counts by the share of it that is use.
            let own = mean * mean * self.days / kappa;
            let share = if own + self.noise > 0.0 { kept * own / (own + self.noise) } else { kept };
            let a = guess.strength + share * kappa * self.days;
            let b = guess.strength * guess.rate / kappa + share * self.used;
            Part { kappa, weight: weight / total, a, b }
        });
        // What hardly counts only costs time.
        let parts: Vec<Part> = parts.filter(|part| part.weight > 0.01).collect();
        let total: f64 = parts.iter().map(|part| part.weight).sum();
        parts.into_iter().map(|part| Part { weight: part.weight / total, ..part }).collect()
    }

    /// How much wider (above 1) or narrower the card's own resolved forecasts say that the range
    /// should be.
    pub(super) fn spread(&self) -> f64 {
        let (count, off) = self.resolved;
        if count < LEAST_DUE { 1.0 } else { ((OWN_FORECASTS + off) / (OWN_FORECASTS + count)).clamp(0.5, 2.0) }
    }

    fn weights(&self) -> Weights {
        let mut scores = self.scores;
        for (score, open) in scores.iter_mut().zip(self.open) {
            *score += open;
        }
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights = scores.map(|score| libm::exp(score - best));
        (weights, weights.iter().sum())
    }

    /// Adds a stretch to the open blocks; what is full is judged: how well was it foretold? So is a day that is
    /// not over, once it has more than a whole one is expected to: it will have been that much at least.
    fn judge(&mut self, stretch: Stretch, guess: Guess, (weights, total): Weights) -> Option<Surprise> {
        let mut surprise = None;
        let mut day_over = None;
        for (scale, (blocks, (least, counts))) in self.blocks.iter_mut().zip(BLOCKS).enumerate() {
            let open = blocks.open;
            blocks.open = Stretch {
                days: open.days + stretch.days,
                used: open.used + stretch.used,
                // Rounding within a block cancels: only that of its ends counts.
                noise: open.noise.max(stretch.noise),
            };
            let known = blocks.known;
            let is_over = blocks.open.days >= least;
            let block = Stretch { days: blocks.open.days.max(least), ..blocks.open };
            let mean = (guess.strength * guess.rate + known.used) / (guess.strength + known.days);
            // What was rounded away may be half of it, or of what was to be expected: then it shows nothing.
            let unclear = 4.0 * block.noise > libm::pow(block.used.max(mean * block.days), 2.0);
            if !is_over && (scale > 0 || block.used <= mean || unclear) {
                continue;
            }
            let foretold = |kappa: f64| Foretold::by(kappa, guess, known, &block);
            if scale == 0 {
                let up_to = |bytes: f64| -> f64 {
                    let each = SHAPES.iter().zip(weights).filter(|(_, weight)| *weight > 0.01 * total);
                    each.map(|(&kappa, weight)| weight / total * foretold(kappa).at_most(bytes)).sum()
                };
                let place = up_to(block.used);
                let little = if is_over { LITTLE } else { 0.0 };
                if known.days >= USUAL_AFTER && !unclear && !(little..=1.0 - MUCH).contains(&place) {
                    let most = 20.0 * block.days * mean;
                    let at = |p: f64| super::crossing::crossing(0.0, most, |bytes| up_to(bytes) - p);
                    surprise = Some(Surprise { block, low: at(0.1), high: at(0.9) });
                }
            }
            if !is_over {
                for (open, &kappa) in self.open.iter_mut().zip(&SHAPES) {
                    *open = counts * ln_held(1.0 - foretold(kappa).at_most(block.used));
                }
                continue;
            }
            if scale == 0 {
                day_over = Some(known);
            }
            for (score, &kappa) in self.scores.iter_mut().zip(&SHAPES) {
                *score += counts * foretold(kappa).ln_chance(block.used, block.noise);
            }
            let kept = forgetting(block.days, 0.0);
            blocks.known = Sum { days: known.days * kept + block.days, used: known.used * kept + block.used };
            blocks.open = Stretch::default();
        }
        if let Some(known) = day_over {
            self.resolve(guess);
            let at = Sum { days: self.all_days, used: self.all_used };
            self.past.rotate_right(1);
            if let Some(latest) = self.past.first_mut() {
                *latest = Past { at, known, weights: weights.map(|weight| weight / total) };
            }
        }
        surprise
    }

    /// Looks at what was foretold some time ago, now that it came.
    fn resolve(&mut self, guess: Guess) {
        let due = |past: &&Past| past.at.days > 0.0 && self.all_days - past.at.days >= DUE;
        let Some(past) = self.past.iter().find(due) else { return };
        let (days, used) = (self.all_days - past.at.days, self.all_used - past.at.used);
        let came = Stretch { days, used, noise: 0.0 };
        let each = AHEAD.iter().zip(past.weights).filter(|(_, weight)| *weight > 0.01);
        let place: f64 =
            each.map(|(&kappa, weight)| weight * Foretold::by(kappa, guess, past.known, &came).at_most(used)).sum();
        self.resolved.0 += EACH_COUNTS;
        // How far from the middle it came; 1 on the average where the ranges are right.
        self.resolved.1 += EACH_COUNTS * 4.0 * libm::fabs(place - 0.5);
    }
}

/// What a part foretells of a block: used/b is BetaPrime(shape, a).
struct Foretold {
    shape: f64,
    a: f64,
    b: f64,
    mean: f64,
}

impl Foretold {
    /// By what was known. The shape is that of the variance with rounding and the clocks' difference
    /// in it.
    fn by(kappa: f64, guess: Guess, known: Sum, block: &Stretch) -> Self {
        let a = guess.strength + kappa * known.days;
        let b = guess.strength * guess.rate / kappa + known.used;
        let shape = kappa * block.days;
        let mean = b * shape / a;
        let a_day = mean / block.days;
        let shape = if mean > 0.0 {
            1.0 / (1.0 / shape + (block.noise + CLOCK_VARIANCE * a_day * a_day) / (mean * mean))
        } else {
            shape
        };
        Self { shape, a, b: mean * a / shape, mean }
    }

    fn at_most(&self, bytes: f64) -> f64 {
        incomplete_beta(bytes / (bytes + self.b), self.shape, self.a)
    }

    /// The logarithm of the chance of what was used, to within its rounding.
    fn ln_chance(&self, used: f64, noise: f64) -> f64 {
        // What a check can tell apart: its rounding, or a fiftieth of what was to be expected.
        let step = (2.0 * libm::sqrt(noise)).max(self.mean / 50.0).max(1.0);
        let chance = if used < 2.0 * step {
            self.at_most(used + step) - self.at_most((used - step).max(0.0))
        } else {
            let x = used / self.b;
            let (shape, a) = (self.shape, self.a);
            let ln = (shape - 1.0) * libm::log(x) - (shape + a) * libm::log1p(x) - ln_beta(shape, a);
            libm::exp(ln) * 2.0 * step / self.b
        };
        ln_held(chance)
    }
}

/// The logarithm of a chance; what is no number counts as a miss.
fn ln_held(chance: f64) -> f64 {
    libm::log(if chance > 1e-9 { chance.min(1.0) } else { 1e-9 })
}

fn forgetting(days: f64, least: f64) -> f64 {
    libm::exp2(-days / HALF_LIFE).max(least)
}
