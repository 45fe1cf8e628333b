//! The regularised incomplete beta function, and nothing else of special functions.

/// Enough for shapes far beyond those of this module, where about √shape steps are taken.
const MOST_STEPS: u16 = 500;
const TINY: f64 = 1e-300;
const ENOUGH: f64 = 1e-12;

/// I_x(a, b): the chance that a Beta(a, b) variable is at most `x`. Within 0 and 1, also for
/// arguments at or beyond their ends: `a` = 0 gives 1, `b` = 0 gives 0.
///
/// By the continued fraction of DLMF 8.17.22, evaluated with Lentz's method (Thompson and
/// Barnett 1986), on the side of the mean where it converges fast.
#[must_use]
pub(super) fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x.is_nan() || a.is_nan() || b.is_nan() || x <= 0.0 || b <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 || a <= 0.0 {
        return 1.0;
    }
    let front = libm::exp(a * libm::log(x) + b * libm::log1p(-x) - ln_beta(a, b));
    let value = if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    };
    value.clamp(0.0, 1.0)
}

/// ln B(a, b), for positive arguments.
pub(super) fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away = |value: f64| if libm::fabs(value) < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for step in 1..=MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let change = d * c;
        h *= change;
        if libm::fabs(change - 1.0) < ENOUGH {
            break;
        }
    }
    h
}
