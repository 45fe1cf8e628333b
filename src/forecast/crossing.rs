//! Where something that rises comes up to nothing: of every distribution, the figure of a chance.

/// How near to it what is sought is found, as a share of where it may lie.
const NEAR: f64 = 1e-9;
/// More steps than are ever needed for that: every fourth halves, and thirty halvings reach it.
const STEPS: u8 = 124;

/// Where something that rises comes up to nothing, between `low` and `high`, or just above: `low` where it
/// is nothing or more already; `high` where it does not come up to nothing before it, or is nothing
/// there. Where it stays at nothing for a while, somewhere on that stretch. What is no number counts as
/// below nothing, so that a broken sum gives `high` and not a panic.
///
/// By the Illinois method (Dowell and Jarratt 1971), with every fourth step a bisection, so that a
/// step in it costs no more than four times the thirty that halving takes; what is smooth takes eight
/// or nine.
pub(super) fn crossing(mut low: f64, mut high: f64, by: impl Fn(f64) -> f64) -> f64 {
    let near = (high - low) * NEAR;
    let (mut under, mut over) = (by(low), by(high));
    let mut last = 0_i8;
    let mut step = 0;
    while high - low > near && over > 0.0 && step < STEPS {
        step += 1;
        let chord = high - over * (high - low) / (over - under);
        let at = if step % 4 == 0 || chord.is_nan() { f64::midpoint(low, high) } else { chord };
        let at = at.clamp(low + near / 2.0, high - near / 2.0);
        let value = by(at);
        if value >= 0.0 {
            (high, over) = (at, value);
            if last > 0 {
                under /= 2.0;
            }
            last = 1;
        } else {
            (low, under) = (at, value);
            if last < 0 {
                over /= 2.0;
            }
            last = -1;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::{STEPS, crossing};
    use std::cell::Cell;

    /// Where it is found, and in how many steps.
    fn found(low: f64, high: f64, by: impl Fn(f64) -> f64) -> (f64, u8) {
        let asked = Cell::new(0);
        let at = crossing(low, high, |at| {
            assert!((low..=high).contains(&at), "{at} is not between {low} and {high}");
            asked.set(asked.get() + 1);
            by(at)
        });
        (at, asked.get() - 2)
    }

    #[track_caller]
    fn near(at: f64, place: f64, range: f64) {
        assert!((-1e-12 * range..=1e-9 * range).contains(&(at - place)), "{at} for {place}");
    }

    #[test]
    fn what_is_smooth_takes_few_steps() {
        let (at, steps) = found(0.0, 800.0, |days| 1.0 - (-days / 30.0).exp() - 0.5);
        near(at, 30.0 * 2.0_f64.ln(), 800.0);
        assert!(steps <= 20, "{steps}");
    }

    #[test]
    fn a_step_is_found_wherever_it_stands_and_however_high_it_is() {
        for place in [1e-7, 0.1, 1.0, 399.999, 400.0, 555.5, 799.999_999] {
            for (under, over) in [(-0.5, 0.5), (-0.999, 0.001), (-0.001, 0.999), (-1e-300, 1.0), (-1.0, 1e-300)] {
                let (at, steps) = found(0.0, 800.0, |days| if days < place { under } else { over });
                near(at, place, 800.0);
                assert!(steps < STEPS, "{steps} steps to {place}, {under} and {over}");
            }
        }
    }

    #[test]
    fn a_plateau_at_nothing_is_as_good_anywhere() {
        let by = |at: f64| if at < 2.0 { at - 2.0 } else { (at - 5.0).max(0.0) };
        let (at, _) = found(0.0, 9.0, by);
        assert!((2.0 - 1e-8..=5.0 + 1e-8).contains(&at), "{at}");
        // A plateau below nothing, or above, is none.
        let stair = |at: f64| (at / 3.0).floor() - 1.5;
        near(found(0.0, 9.0, stair).0, 6.0, 9.0);
    }

    #[test]
    fn what_is_there_from_the_first_is_at_the_low_end_and_what_never_comes_at_the_high_one() {
        near(found(1.0, 9.0, |at| at).0, 1.0, 8.0);
        near(found(0.0, 9.0, |at| at).0, 0.0, 9.0);
        near(found(0.0, 9.0, |_| 0.5).0, 0.0, 9.0);
        assert_eq!(found(0.0, 9.0, |at| at - 10.0), (9.0, 0));
        assert_eq!(found(0.0, 9.0, |at| at - 9.0), (9.0, 0));
        assert_eq!(found(0.0, 9.0, |_| -0.0), (9.0, 0));
    }

    #[test]
    fn what_is_no_number_is_below_nothing_and_no_panic() {
        assert_eq!(found(0.0, 9.0, |_| f64::NAN), (9.0, 0));
        assert_eq!(found(0.0, 9.0, |at| if at < 9.0 { 1.0 } else { f64::NAN }), (9.0, 0));
        near(found(0.0, 9.0, |at| if at < 4.0 { f64::NAN } else { 1.0 }).0, 4.0, 9.0);
        near(found(0.0, 9.0, |at| if at == 0.0 { f64::NAN } else { at - 4.0 }).0, 4.0, 9.0);
        near(found(0.0, 9.0, |at| if (1.0..3.0).contains(&at) { f64::NAN } else { at - 4.0 }).0, 4.0, 9.0);
        assert!(crossing(0.0, f64::NAN, |at| at).is_nan());
        assert_eq!(crossing(0.0, f64::INFINITY, |_| 1.0), f64::INFINITY);
    }
}
