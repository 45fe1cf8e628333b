//! HOW IT IS DRAWN: numbers ─► geometry.
//!
//! No colours, no DOM, no language: shapes have roles (which a style sheet colours) and labels
//! are amounts and instants (which `i18n` puts into words). Coordinates are whole tenths of a
//! pixel, so that a picture is the same on every machine.

mod path;
mod ring;
mod shape;

pub use path::tenths;
pub use ring::{RingGeometry, ring};
pub use shape::{Anchor, Drawing, Label, LabelText, Mark, MarkKind, Role, Shape};

use crate::domain::convert::unsigned;
use crate::domain::{Base, Bytes, Movement, Offsets, Timestamp};
use crate::forecast::Forecast;

/// What is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Plot<'a> {
    /// The checks and top-ups of one bucket, oldest first, as `Ledger::movements` gives them.
    pub movements: &'a [Movement],
    /// What it holds when full, where known.
    pub capacity: Option<Bytes>,
    /// 1 GB = 1024 or 1000 MB, for the amounts along the side.
    pub base: Base,
    /// Now.
    pub now: Timestamp,
    /// When the present period began, where known: the left edge of [`Range::Cycle`].
    pub start: Option<Timestamp>,
    /// When what is left lapses.
    pub expires: Option<Timestamp>,
    /// What is set aside; 0 for nothing.
    pub reserve: Bytes,
    /// The corners of the even pace.
    pub pace: &'a [(Timestamp, Bytes)],
    /// The forecast at a few instants from the last check on, oldest first; empty for none.
    pub fan: &'a [Fan],
    /// The zone of the card, whose days stand below.
    pub zone: &'a Offsets,
    /// How much of it.
    pub range: Range,
    /// Width in whole pixels, at least 120.
    pub width: u16,
    /// Height in whole pixels, at least 80.
    pub height: u16,
}

/// How much of the time is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Range {
    /// The last seven days and the next seven.
    Week,
    /// From the beginning of the present period to a little beyond its end.
    #[default]
    Cycle,
    /// Everything that was ever said.
    All,
}

/// What the forecast says of one instant: amounts left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fan {
    /// When.
    pub at: Timestamp,
    /// At most this with a chance of 10 %.
    pub low: Bytes,
    /// 25 %.
    pub lower: Bytes,
    /// 50 %.
    pub middle: Bytes,
    /// 75 %.
    pub higher: Bytes,
    /// 90 %.
    pub high: Bytes,
}

impl Fan {
    /// What a forecast says between its last check and `until`, at nine instants; empty where
    /// `until` is not after the check.
    #[must_use]
    pub fn of(forecast: &Forecast, until: Timestamp) -> Vec<Self> {
        let (from, steps) = (forecast.since(), 8);
        let whole = until.since(from);
        if whole <= 0 {
            return Vec::new();
        }
        let at = |step: i64| {
            let at = from.plus(whole / steps * step);
            let left = |p: f64| Bytes(unsigned(forecast.left_at(at, p)));
            Self { at, low: left(0.1), lower: left(0.25), middle: left(0.5), higher: left(0.75), high: left(0.9) }
        };
        (0..=steps).map(at).collect()
    }
}

/// Draws the movements of a bucket.
#[must_use]
pub fn draw(plot: &Plot<'_>) -> Drawing {
    // For now the floor alone.
    let mut floor = path::Path::default();
    let (right, bottom) = (i32::from(plot.width) * 10, i32::from(plot.height) * 10 - 320);
    floor.move_to(340, bottom);
    floor.line_to(right, bottom);
    if floor.is_empty() {
        floor.close();
    }
    let floor = Shape::Path { role: Role::Floor, d: floor.finish() };
    Drawing { width: plot.width, height: plot.height, shapes: vec![floor], marks: Vec::new() }
}
