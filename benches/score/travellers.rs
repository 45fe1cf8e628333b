//! Seeded synthetic travellers: how much they use hour by hour, when they look, what they read.
//!
//! They are none of them gamma processes. No real person's use is here: no licensed data set of
//! several people was found.

use sim_gauge::domain::Timestamp;
use sim_gauge::forecast::{Added, Input, Prior, Seen};

/// Bytes in a megabyte.
pub const MB: f64 = 1_048_576.0;

/// SplitMix64 (Steele, Lea and Flood 2014) with the few distributions needed.
pub struct Rng(pub u64);

impl Rng {
    /// Between 0 and 1, both excluded.
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (((z ^ (z >> 31)) >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Between two bounds.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Standard normal.
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.unit().ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// Exponential with mean 1.
    pub fn wait(&mut self) -> f64 {
        -self.unit().ln()
    }

    /// Log-normal with mean 1.
    pub fn log_normal(&mut self, sigma: f64) -> f64 {
        (sigma * self.normal() - sigma * sigma / 2.0).exp()
    }

    /// Gamma with that shape and scale 1 (Marsaglia and Tsang 2000).
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * self.unit().powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        loop {
            let x = self.normal();
            let v = (1.0 + x / (9.0 * d).sqrt()).powi(3);
            if v > 0.0 && self.unit().ln() < 0.5 * x * x + d * (1.0 - v + v.ln()) {
                return d * v;
            }
        }
    }
}

/// A way of using data. None is a gamma process. The first five are those that the model's constants
/// were chosen on; for the others none was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// About the same every day.
    Steady,
    /// Log-normal days, σ 0.9.
    Uneven,
    /// Log-normal days, σ 1.4.
    Wild,
    /// Little on most days, a lot on one in seven.
    Bursty,
    /// Wifi weeks and road weeks.
    Alternating,
    /// Unseen: the same amount every day, nearly.
    Clockwork,
    /// Unseen: log-normal days, σ 0.5.
    Mild,
    /// Unseen: three times as much on Saturdays and Sundays.
    Weekends,
    /// Unseen: the reverse, commuters who are at home on weekends.
    Commuter,
    /// Unseen: twice as much at the end of two months as at their beginning.
    Ramp,
    /// Unseen: uneven days that stop at a day's cap.
    Capped,
    /// Unseen: nothing for a week or two, then two or three heavy days.
    Binge,
    /// Unseen: on every other day, by chance, a wifi at hand.
    Mixture,
    /// Unseen: two moods of about four days each.
    Moods,
    /// Unseen: log-normal days, σ 0.8, each like the one before.
    Sticky,
    /// Unseen: after a top-up, twice as much for three days.
    TopUpHappy,
    /// Unseen: a few megabytes a day, said in whole megabytes.
    Tiny,
    /// Unseen: gigabytes a day, said in tenths of a gigabyte.
    Huge,
    /// Unseen: nearly the same every day, normal with a deviation of 15 %.
    Even,
    /// Unseen: wifi and road by turns of five days.
    FiveDays,
    /// Unseen: wifi and road by turns of four to ten days.
    Irregular,
    /// Unseen: a little every day, and on one in ten as much as in a week.
    Spikes,
}

impl Family {
    /// Those that the constants were chosen on.
    pub const SEEN: [Self; 5] = [Self::Steady, Self::Uneven, Self::Wild, Self::Bursty, Self::Alternating];
    /// Those that no constant was chosen for.
    pub const UNSEEN: [Self; 17] = [
        Self::Clockwork,
        Self::Mild,
        Self::Weekends,
        Self::Commuter,
        Self::Ramp,
        Self::Capped,
        Self::Binge,
        Self::Mixture,
        Self::Moods,
        Self::Sticky,
        Self::TopUpHappy,
        Self::Tiny,
        Self::Huge,
        Self::Even,
        Self::FiveDays,
        Self::Irregular,
        Self::Spikes,
    ];

    /// The use of each day, 1 on the average or near it. Day 0 is a Thursday, as in [`start`].
    fn days(self, phase: f64, rng: &mut Rng) -> Vec<f64> {
        let mut state = Habit { left: 0.0, heavy: phase < 0.5, level: 0.8 * rng.normal() };
        (0..DAYS).map(|day| self.day(day, phase, &mut state, rng)).collect()
    }

    fn day(self, day: usize, phase: f64, habit: &mut Habit, rng: &mut Rng) -> f64 {
        let weekend = matches!((day + 3) % 7, 5 | 6);
        match self {
            Self::Steady | Self::TopUpHappy => rng.gamma(10.0) / 10.0,
            Self::Clockwork => rng.gamma(100.0) / 100.0,
            Self::Mild | Self::Huge => rng.log_normal(0.5),
            Self::Uneven | Self::Tiny => rng.log_normal(0.9),
            Self::Wild => rng.log_normal(1.4),
            Self::Bursty => {
                let burst = rng.unit() < 1.0 / 7.0;
                if burst { rng.gamma(2.0) * 2.5 } else { rng.gamma(2.0) * 0.1667 }
            }
            Self::Alternating => {
                let road = ((day as f64 / 7.0 + phase * 2.0) % 2.0) < 1.0;
                rng.gamma(4.0) / 4.0 * if road { 1.7 } else { 0.3 }
            }
            Self::Even => (1.0 + 0.15 * rng.normal()).max(0.0),
            Self::FiveDays => {
                let road = ((day as f64 / 5.0 + phase * 2.0) % 2.0) < 1.0;
                rng.log_normal(0.5) * if road { 1.8 } else { 0.2 }
            }
            Self::Irregular => {
                habit.left -= 1.0;
                if habit.left <= 0.0 {
                    habit.heavy = !habit.heavy;
                    habit.left = rng.between(4.0, 10.0);
                }
                rng.log_normal(0.5) * if habit.heavy { 1.8 } else { 0.2 }
            }
            Self::Spikes => {
                let spike = rng.unit() < 0.1;
                if spike { rng.wait() * 6.0 } else { 0.4 * rng.log_normal(0.3) }
            }
            Self::Weekends => rng.log_normal(0.4) * if weekend { 1.9 } else { 0.64 },
            Self::Commuter => rng.log_normal(0.4) * if weekend { 0.25 } else { 1.3 },
            Self::Ramp => rng.log_normal(0.4) * (0.7 + 0.7 * day as f64 / 60.0),
            Self::Capped => (rng.log_normal(1.2) * 1.6).min(1.8),
            Self::Binge => {
                habit.left -= 1.0;
                if habit.left <= 0.0 {
                    habit.heavy = !habit.heavy;
                    habit.left = if habit.heavy { rng.between(1.5, 3.5) } else { rng.between(5.0, 14.0) };
                }
                if habit.heavy { 5.0 * rng.log_normal(0.5) } else { 0.0 }
            }
            Self::Mixture => {
                let wifi = rng.unit() < 0.5;
                rng.log_normal(0.5) * if wifi { 0.05 } else { 1.95 }
            }
            Self::Moods => {
                habit.heavy ^= rng.unit() < 0.25;
                rng.log_normal(0.5) * if habit.heavy { 1.75 } else { 0.25 }
            }
            Self::Sticky => {
                habit.level = 0.7 * habit.level + 0.8 * (1.0_f64 - 0.49).sqrt() * rng.normal();
                (habit.level - 0.32).exp()
            }
        }
    }

    /// Megabytes a day, and the steps in which the carrier says what is left.
    fn scale(self, rng: &mut Rng) -> (f64, f64) {
        let spread = (0.6 * rng.normal()).exp();
        match self {
            Self::Tiny => (5.0 * spread, 1.0),
            Self::Huge => (3000.0 * spread, 102.4),
            _ => (120.0 * spread, [1.0, 10.24, 102.4][(rng.unit() * 3.0) as usize]),
        }
    }
}

/// What a way of using data remembers from day to day.
struct Habit {
    left: f64,
    heavy: bool,
    level: f64,
}

/// What a forecast is given, and what came of it.
pub struct Case {
    /// What is known.
    pub input: Input,
    /// Days from now until it was empty, at most 60.
    pub truth: f64,
}

/// Days of a story: six weeks and sixty days, and some.
const DAYS: usize = 120;

/// A start of all stories: a Thursday's midnight.
pub fn start() -> Timestamp {
    Timestamp::from_millis(1_793_836_800_000).unwrap()
}

fn at(days: f64) -> Timestamp {
    start().plus((days * 86_400_000.0) as i64)
}

/// What was used by each hour, in megabytes. Little at night; the waking hours by chance.
struct Used(Vec<f64>);

impl Used {
    fn of(days: &[f64], rate: f64, rng: &mut Rng) -> Self {
        let mut hours = vec![0.0];
        for day in days {
            let weights: Vec<f64> = (0..24).map(|hour| if hour < 8 { 0.01 } else { rng.wait() }).collect();
            let sum: f64 = weights.iter().sum();
            for weight in weights {
                hours.push(hours.last().unwrap() + rate * day * weight / sum);
            }
        }
        Self(hours)
    }

    fn by(&self, days: f64) -> f64 {
        let place = (days * 24.0).clamp(0.0, DAYS as f64 * 24.0 - 0.001);
        let hour = place as usize;
        self.0[hour] + (self.0[hour + 1] - self.0[hour]) * place.fract()
    }

    /// Half as much again for three days from then on: the days after a top-up.
    fn cheer(&mut self, from: f64) {
        let (first, last) = ((from * 24.0) as usize, (from * 24.0) as usize + 72);
        let base = self.0.clone();
        for (hour, used) in self.0.iter_mut().enumerate().skip(first) {
            *used += base[hour.min(last).min(base.len() - 1)] - base[first];
        }
    }
}

/// One traveller: two to six weeks of history where `warm`, else less than five days.
pub fn traveller(family: Family, warm: bool, seed: u64) -> Case {
    let mut rng = Rng(seed);
    let (rate, step) = family.scale(&mut rng);
    let phase = rng.unit();
    let mut used = Used::of(&family.days(phase, &mut rng), rate, &mut rng);
    let days = [7.0, 15.0, 30.0][(rng.unit() * 3.0) as usize];
    let plan = rate * days * (0.5 * rng.normal()).exp();
    let now = if warm { rng.between(14.0, 42.0) } else { rng.between(0.5, 5.0) };
    let gap = if warm { rng.between(0.7, 4.0) } else { rng.between(0.3, 1.5) };

    let mut total = if warm { rate * rng.between(5.0, 30.0) } else { plan };
    let (mut checks, mut top_ups) = (Vec::new(), Vec::new());
    let mut time = 0.0;
    while time < now {
        // Nobody lets it run dry here: what is nearly empty is topped up in time.
        while total - used.by(time + gap * 3.0) < 0.0 && warm {
            let added = (rate * 10.0).max(step);
            top_ups.push(Added { at: at(time), bytes: added * MB, replaces: false });
            total += added;
            if family == Family::TopUpHappy {
                used.cheer(time);
            }
        }
        let left = ((total - used.by(time)) / step).round().max(0.0) * step;
        checks.push(Seen {
            at: at(time + 0.001),
            left: left * MB,
            rounding: step / 2.0 * MB,
            apart: false,
            beyond: false,
            paid: false,
        });
        time += gap * rng.wait().clamp(0.1, 4.0);
    }
    let left = total - used.by(now);
    let mut truth = 0.0;
    while truth < 60.0 && used.by(now + truth) - used.by(now) < left {
        truth += 0.01;
    }
    let prior = Some(Prior { bytes: plan * MB, days: Some(days), strength: Prior::STRENGTH });
    Case { input: Input { now: at(now), checks, top_ups, prior, expires: None, cycles: Vec::new(), east: 0 }, truth }
}
