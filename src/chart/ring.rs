//! The gauge: an arc of 240° around what is left, open at the bottom.

use super::path::push_tenths;
use crate::domain::convert::{float, integer};

/// Degrees of the whole arc.
const SWEEP: f64 = 240.0;
/// Where it begins, in degrees clockwise from the right: 30° below the horizon on the left.
const FROM: f64 = 150.0;

/// The gauge around the origin; the view moves it to its place. Every string is the `d` of an SVG
/// path, in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingGeometry {
    /// The whole arc. Dashed by the style sheet where [`RingGeometry::known`] is false.
    pub track: String,
    /// From its left end as far as what is left; `None` where that is nothing, or not known.
    pub left: Option<String>,
    /// From its left end as far as the reserve.
    pub reserve: Option<String>,
    /// A tick across the arc where an even pace would be.
    pub pace: Option<String>,
    /// Where a label beside that tick would stand: tenths of a pixel, outside the arc.
    pub pace_label: Option<(i32, i32)>,
    /// Tenths of a pixel from the middle to either end of the arc, across and down: labels of 0
    /// and of the capacity stand below them.
    pub ends: (i32, i32),
    /// Whether it is known what is left of what.
    pub known: bool,
}

/// The gauge of that radius, in tenths of a pixel. `left`, `pace` and `reserve` are shares of the
/// capacity, held within 0 and 1; `left` is `None` where it or the capacity is not known.
#[must_use]
pub fn ring(radius: i32, left: Option<f64>, pace: Option<f64>, reserve: Option<f64>) -> RingGeometry {
    let share = |value: Option<f64>| value.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, 1.0));
    let (left, pace, reserve) = (share(left), share(pace), share(reserve));
    let part = |value: Option<f64>| value.filter(|&value| value > 0.002).map(|value| arc(radius, value));
    let tick = radius / 10 + 5;
    RingGeometry {
        track: arc(radius, 1.0),
        left: part(left),
        // A reserve beyond what is left is as long as what is left.
        reserve: part(reserve.map(|reserve| left.map_or(reserve, |left| reserve.min(left)))),
        pace: pace.map(|pace| {
            let mut d = String::from("M");
            push_point(&mut d, point(radius + tick, pace));
            d.push('L');
            push_point(&mut d, point(radius - tick, pace));
            d
        }),
        pace_label: pace.map(|pace| point(radius + tick + 90, pace)),
        ends: point(radius, 1.0),
        known: left.is_some(),
    }
}

/// From the left end as far as `share` of the whole.
fn arc(radius: i32, share: f64) -> String {
    let mut d = String::from("M");
    push_point(&mut d, point(radius, 0.0));
    d.push('A');
    push_tenths(&mut d, radius);
    d.push(' ');
    push_tenths(&mut d, radius);
    d.push_str(if share * SWEEP > 180.0 { " 0 1 1 " } else { " 0 0 1 " });
    push_point(&mut d, point(radius, share));
    d
}

fn point(radius: i32, share: f64) -> (i32, i32) {
    let (cos, sin) = cos_sin(FROM + SWEEP * share);
    let at = |part: f64| i32::try_from(integer(float(i64::from(radius)) * part)).unwrap_or(0);
    (at(cos), at(sin))
}

/// The cosine and the sine of an angle in degrees, which is not negative, by their series about the
/// nearest quarter of a turn: right to 10⁻¹¹. `libm` brings four kilobytes for angles that are huge.
fn cos_sin(degrees: f64) -> (f64, f64) {
    let (mut rest, mut quarters) = (degrees, 0);
    while rest > 45.0 {
        rest -= 90.0;
        quarters += 1;
    }
    let x = rest.to_radians();
    let s = x * x;
    let sin = x * (1.0 - s / 6.0 * (1.0 - s / 20.0 * (1.0 - s / 42.0 * (1.0 - s / 72.0 * (1.0 - s / 110.0)))));
    let cos =
        1.0 - s / 2.0 * (1.0 - s / 12.0 * (1.0 - s / 30.0 * (1.0 - s / 56.0 * (1.0 - s / 90.0 * (1.0 - s / 132.0)))));
    match quarters % 4 {
        0 => (cos, sin),
        1 => (-sin, cos),
        2 => (-cos, -sin),
        _ => (sin, -cos),
    }
}

fn push_point(d: &mut String, (x, y): (i32, i32)) {
    push_tenths(d, x);
    d.push(' ');
    push_tenths(d, y);
}
