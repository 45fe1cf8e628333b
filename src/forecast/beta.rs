//! The regularised incomplete beta function, and nothing else of special functions.

/// Enough for shapes far beyond those of this module, where about √shape steps are taken.
const MOST_STEPS: u16 = 500;
const TINY: f64 = 1e-300;
const ENOUGH: f64 = 1e-12;
/// ½ ln 2π.
const HALF_LN_TWO_PI: f64 = 0.918_938_533_204_672_7;

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
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// ln Γ(x) for positive `x`, right to 10⁻¹²: Stirling's series (DLMF 5.11.1) above 10, where below
/// the recurrence Γ(x + 1) = x Γ(x) leads to. `libm` brings three kilobytes for what is negative.
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 1.0);
    while x < 10.0 {
        below *= x;
        x += 1.0;
    }
    let s = 1.0 / (x * x);
    let series = (1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s / 1188.0)))) / x;
    (x - 0.5) * libm::log(x) - x + HALF_LN_TWO_PI + series - libm::log(below)
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
