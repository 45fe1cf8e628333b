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

/// A way of using data.
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
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Steady, Self::Uneven, Self::Wild, Self::Bursty, Self::Alternating];

    /// One day's use, 1 on the average.
    fn day(self, day: usize, phase: f64, rng: &mut Rng) -> f64 {
        match self {
            Self::Steady => rng.gamma(10.0) / 10.0,
            Self::Uneven => (0.9 * rng.normal() - 0.405).exp(),
            Self::Wild => (1.4 * rng.normal() - 0.98).exp(),
            Self::Bursty => {
                let burst = rng.unit() < 1.0 / 7.0;
                if burst { rng.gamma(2.0) * 2.5 } else { rng.gamma(2.0) * 0.1667 }
            }
            Self::Alternating => {
                let road = ((day as f64 / 7.0 + phase * 2.0) % 2.0) < 1.0;
                rng.gamma(4.0) / 4.0 * if road { 1.7 } else { 0.3 }
            }
        }
    }
}

/// What a forecast is given, and what came of it.
pub struct Case {
    /// What is known.
    pub input: Input,
    /// Days from now until it was empty, at most 60.
    pub truth: f64,
}

/// A start of all stories.
pub fn start() -> Timestamp {
    Timestamp::from_millis(1_793_854_800_000).unwrap()
}

fn at(days: f64) -> Timestamp {
    start().plus((days * 86_400_000.0) as i64)
}

/// One traveller: two to six weeks of history where `warm`, else less than five days.
pub fn traveller(family: Family, warm: bool, seed: u64) -> Case {
    let mut rng = Rng(seed);
    let rate = (120_f64.ln() + 0.6 * rng.normal()).exp();
    let phase = rng.unit();
    let mut hours = vec![0.0];
    for day in 0..120 {
        let use_of_day = rate * family.day(day, phase, &mut rng);
        let weights: Vec<f64> = (0..24).map(|hour| if hour < 8 { 0.01 } else { rng.wait() }).collect();
        let sum: f64 = weights.iter().sum();
        for weight in weights {
            hours.push(hours.last().unwrap() + use_of_day * weight / sum);
        }
    }
    let used = |days: f64| {
        let place = (days * 24.0).min(120.0 * 24.0 - 0.001);
        let hour = place as usize;
        hours[hour] + (hours[hour + 1] - hours[hour]) * place.fract()
    };
    let days = [7.0, 15.0, 30.0][(rng.unit() * 3.0) as usize];
    let plan = rate * days * (0.5 * rng.normal()).exp();
    let step = [1.0, 10.24, 102.4][(rng.unit() * 3.0) as usize];
    let now = if warm { rng.between(14.0, 42.0) } else { rng.between(0.5, 5.0) };
    let gap = if warm { rng.between(0.7, 4.0) } else { rng.between(0.3, 1.5) };

    let mut total = if warm { rate * rng.between(5.0, 30.0) } else { plan };
    let (mut checks, mut top_ups) = (Vec::new(), Vec::new());
    let mut time = 0.0;
    while time < now {
        // Nobody lets it run dry here: what is nearly empty is topped up in time.
        while total - used(time + gap * 3.0) < 0.0 && warm {
            let added = (rate * 10.0).max(step);
            top_ups.push(Added { at: at(time), bytes: added * MB, replaces: false });
            total += added;
        }
        let left = ((total - used(time)) / step).round().max(0.0) * step;
        checks.push(Seen { at: at(time + 0.001), left: left * MB, rounding: step / 2.0 * MB });
        time += gap * rng.wait().clamp(0.1, 4.0);
    }
    let left = total - used(now);
    let mut truth = 0.0;
    while truth < 60.0 && used(now + truth) - used(now) < left {
        truth += 0.01;
    }
    let prior = Some(Prior { bytes: plan * MB, days });
    Case { input: Input { now: at(now), checks, top_ups, prior, expires: None }, truth }
}
