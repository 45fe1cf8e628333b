//! What a forecast can be asked. Every answer comes from one distribution, so that they agree.

use super::beta::incomplete_beta;
use super::crossing::crossing;
use super::learn::Part;
use super::rhythm::Clock;
use super::{Basis, Note, Seen};
use crate::domain::convert::float;
use crate::domain::{DAY_MS, Timestamp};

/// The farthest that is looked ahead, in days from the last check.
const FARTHEST: f64 = 800.0;
/// Gauss and Legendre's three points for a figure that is uniform over its rounding.
const THREE: [(f64, f64); 3] =
    [(-0.774_596_669_241_483, 5.0 / 18.0), (0.0, 8.0 / 18.0), (0.774_596_669_241_483, 5.0 / 18.0)];

/// The distribution of what is left at any time, and so of the day it runs out.
///
/// P(empty by t) = 1 − I_{R/(R+b)}(κt, a), averaged over how regular the use may be and over the
/// rounding of R: with use over t days Gamma(κt, λ) and λ Gamma(a, b), use/b is BetaPrime(κt, a).
/// It starts at the last check, so that an old check makes a wide range by itself.
///
/// Chances `p` are between 0 and 1, and held within 0.001 and 0.999.
#[derive(Clone, Debug)]
pub struct Forecast {
    pub(super) parts: Vec<Part>,
    pub(super) clock: Box<Clock>,
    pub(super) spread: f64,
    pub(super) level: Seen,
    pub(super) raised: Timestamp,
    pub(super) unseen: bool,
    pub(super) now: Timestamp,
    pub(super) expires: Option<Timestamp>,
    pub(super) basis: Basis,
    pub(super) notes: Vec<Note>,
}

/// Which comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// It is empty before it expires, in nine cases of ten.
    Empty,
    /// It expires before it is empty, in nine cases of ten.
    Expires,
    /// Either may be.
    Open,
}

impl First {
    /// By the chance that something is left at the end.
    #[must_use]
    pub const fn of(lasts: f64) -> Self {
        match lasts {
            0.9.. => Self::Expires,
            ..=0.1 => Self::Empty,
            _ => Self::Open,
        }
    }
}

impl Forecast {
    /// Days from now are reported up to here.
    pub const HORIZON_DAYS: f64 = 60.0;

    /// Days from now until it is empty, which it is by then with chance `p`: 0 to 60.
    #[must_use]
    pub fn quantile_days(&self, p: f64) -> f64 {
        (float(self.empty_instant(p).since(self.now)) / float(DAY_MS)).clamp(0.0, Self::HORIZON_DAYS)
    }

    /// The 19 quantiles of the days from now until empty, at 5 % to 95 %, rising.
    #[must_use]
    pub fn quantiles(&self) -> [f64; 19] {
        let mut twentieth = 0.0;
        let mut least = 0.0;
        [0.0; 19].map(|_| {
            twentieth += 1.0;
            least = self.quantile_days(twentieth / 20.0).max(least);
            least
        })
    }

    /// The instant by which it is empty with chance `p`, not before now; `None` beyond 400 days.
    #[must_use]
    pub fn runs_out(&self, p: f64) -> Option<Timestamp> {
        self.empty_at(p).map(|at| at.max(self.now))
    }

    /// [`Forecast::runs_out`] where that may lie before now, with a last check long ago.
    #[must_use]
    pub fn empty_at(&self, p: f64) -> Option<Timestamp> {
        Some(self.empty_instant(p)).filter(|at| at.since(self.now) <= 400 * DAY_MS)
    }

    /// The chance that it is empty by then; 0 up to the last check.
    #[must_use]
    pub fn chance_by(&self, at: Timestamp) -> f64 {
        self.empty_by(self.days_to(at))
    }

    /// The chance that something is left when it expires; `None` where nobody said when.
    #[must_use]
    pub fn lasts_to_expiry(&self) -> Option<f64> {
        self.expires.map(|expires| 1.0 - self.chance_by(expires))
    }

    /// Which comes first, empty or expired; `None` where nobody said when it expires.
    #[must_use]
    pub fn first(&self) -> Option<First> {
        self.lasts_to_expiry().map(First::of)
    }

    /// How old the last check is, or the top-up that stands in its place, in ms: what is said of now
    /// is an estimate over that time.
    #[must_use]
    pub const fn age(&self) -> i64 {
        self.now.since(self.level.at)
    }

    /// Bytes a day in the long run: it is at most that with chance `p`.
    #[must_use]
    pub fn rate(&self, p: f64) -> f64 {
        // The rate is κ/λ; P(κ/λ ≤ r) = P(λ ≥ κ/r) = 1 − P(a, bκ/r), and the incomplete gamma
        // function is the limit of the beta's: with a long time ahead, use/days is the rate.
        let days = 5_000.0;
        self.used_by(days, p) / days
    }

    /// Bytes left now: it is at most that with chance `p`. With the use since the last check
    /// taken off, so it narrows to the check's own figure when that is fresh.
    #[must_use]
    pub fn left_now(&self, p: f64) -> f64 {
        self.left_at(self.now, p)
    }

    /// Bytes left at an instant from the last check on: it is at most that with chance `p`.
    #[must_use]
    pub fn left_at(&self, at: Timestamp, p: f64) -> f64 {
        (self.level.left - self.used_by(self.days_to(at), 1.0 - p)).max(0.0)
    }

    /// Whether it is rather empty now than not.
    #[must_use]
    pub fn may_be_empty(&self) -> bool {
        self.left_now(0.5) <= 0.0
    }

    /// The last check, or the top-up since that stands in its place.
    #[must_use]
    pub const fn since(&self) -> Timestamp {
        self.level.at
    }

    /// The last check or top-up: from here on only use changes what is left.
    #[must_use]
    pub const fn raised(&self) -> Timestamp {
        self.raised
    }

    /// Whether a cycle ended since the last check: it starts there with all that the plan gives, which nobody has seen.
    #[must_use]
    pub const fn is_unseen(&self) -> bool {
        self.unseen
    }

    /// What it rests on.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// What was noticed on the way, oldest first.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    fn empty_instant(&self, p: f64) -> Timestamp {
        self.clock.after(self.level.at, self.empty_after(p))
    }

    /// Days of use from the last check on.
    fn days_to(&self, at: Timestamp) -> f64 {
        self.clock.days(self.level.at, at).min(FARTHEST)
    }

    /// P(empty within so many days of the last check).
    fn empty_by(&self, days: f64) -> f64 {
        if days <= 0.0 {
            return 0.0;
        }
        let Seen { left, rounding, .. } = self.level;
        if rounding < left / 100.0 {
            return 1.0 - self.used_at_most(days, left);
        }
        let lasts: f64 = THREE.iter().map(|(x, w)| w * self.used_at_most(days, (left + x * rounding).max(0.0))).sum();
        (1.0 - lasts).clamp(0.0, 1.0)
    }

    fn used_at_most(&self, days: f64, bytes: f64) -> f64 {
        let chance = |part: &Part| part.weight * incomplete_beta(bytes / (bytes + part.b), part.kappa * days, part.a);
        spread(self.parts.iter().map(chance).sum::<f64>().clamp(0.0, 1.0), self.spread)
    }

    /// Days from the last check after which it is empty with chance `p`.
    fn empty_after(&self, p: f64) -> f64 {
        let p = held(p);
        let mut most = 8.0;
        while most < FARTHEST && self.empty_by(most) < p {
            most *= 2.0;
        }
        crossing(0.0, most.min(FARTHEST), |days| self.empty_by(days) - p)
    }

    /// Bytes used within so many days of the last check: at most that with chance `p`.
    fn used_by(&self, days: f64, p: f64) -> f64 {
        if days <= 0.0 {
            return 0.0;
        }
        let p = held(p);
        // In odds x/(x+b) the range is bounded, whatever the rate.
        let scale: f64 = self.parts.iter().map(|part| part.weight * part.b * part.kappa * days / part.a).sum();
        let bytes = |odds: f64| scale * odds / (1.0 - odds);
        bytes(crossing(0.0, 0.999_999, |odds| self.used_at_most(days, bytes(odds)) - p))
    }
}

/// The chance with its odds drawn towards even ones where ranges are to be wider (`by` above 1).
fn spread(chance: f64, by: f64) -> f64 {
    if libm::fabs(by - 1.0) < 1e-9 || chance <= 0.0 || chance >= 1.0 {
        return chance;
    }
    1.0 / (1.0 + libm::exp(libm::log((1.0 - chance) / chance) / by))
}

fn held(p: f64) -> f64 {
    if p.is_nan() { 0.5 } else { p.clamp(0.001, 0.999) }
}
