//! HOW IT IS DRAWN: numbers ─► geometry.
//!
//! No colours, no DOM, no language: shapes have roles (which a style sheet colours) and labels
//! are amounts and instants (which `i18n` puts into words). Coordinates are whole tenths of a
//! pixel, so that a picture is the same on every machine; instants and amounts lie on whole pixels.

mod axes;
mod bars;
mod daily;
mod path;
mod place;
mod ring;
mod scale;
mod series;
mod shape;

pub use daily::Used;
pub use path::tenths;
pub use ring::{RingGeometry, ring};
pub use shape::{Anchor, Drawing, Label, LabelText, Mark, MarkKind, Role, Shape};

use crate::domain::convert::unsigned;
use crate::domain::{Base, Bytes, Cycle, Movement, Offsets, Then, Timestamp, Unit};
use crate::forecast::Forecast;
use bars::Bars;
use place::Room;
use scale::{Frame, Ladder};

/// What is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Plot<'a> {
    /// The checks and top-ups of one bucket, oldest first, as `Ledger::movements` gives them.
    pub movements: &'a [Movement],
    /// What there was before the first check, and since when, as `Ledger::at_first` gives it.
    pub at_first: Option<(Timestamp, Bytes)>,
    /// What it holds when full, where known.
    pub capacity: Option<Bytes>,
    /// 1 GB = 1024 or 1000 MB, for the amounts along the side.
    pub base: Base,
    /// The largest unit that stands there; of money, of which a millionth is counted as a byte, the megabyte.
    pub largest: Unit,
    /// Now.
    pub now: Timestamp,
    /// When the present period began, where known: the left edge of [`Range::Cycle`].
    pub start: Option<Timestamp>,
    /// When what is left lapses.
    pub expires: Option<Timestamp>,
    /// What comes then.
    pub then: Then,
    /// The end of the day until which it is needed, where somebody said: that of [`Range::Trip`].
    pub needed: Option<Timestamp>,
    /// Since when it has no end, where the newest check says so.
    pub endless: Option<Timestamp>,
    /// When the plan begins anew by itself.
    pub cycle: &'a Cycle,
    /// What it gives then, where that is each day, and known.
    pub gives: Option<Bytes>,
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
    /// Whether the use of each day stands below, as bars.
    pub daily: bool,
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
    /// From the beginning of the present period to a little beyond the day until which it is needed.
    Trip,
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
    /// What a forecast says from the last check or top-up to the expiry, or to the right edge of a plot that
    /// does not reach it; where none is known, until it is empty with a chance of 90 %, at most 60 days ahead.
    ///
    /// The plot's own fan is not looked at. At each instant at which one of its five lines comes
    /// down to nothing it has a point, so that the lines agree with `Forecast::empty_at`.
    #[must_use]
    pub fn of(forecast: &Forecast, plot: &Plot<'_>) -> Vec<Self> {
        let from = forecast.raised();
        let ends = [0.1, 0.25, 0.5, 0.75, 0.9].map(|p| forecast.empty_at(p));
        let edge = if plot.expires.is_some() || plot.range == Range::Week {
            scale::window(plot).1
        } else {
            plot.now.plus(scale::AHEAD)
        };
        // An expired card's rest has lapsed: there is nothing to foretell.
        let over = plot.expires.is_some_and(|expires| expires <= plot.now);
        let [.., last] = ends;
        // Nor is there anything left behind the end.
        let edge = plot.expires.map_or(edge, |expires| expires.min(edge));
        let until = last.map_or(edge, |last| last.min(edge));
        let whole = until.since(from);
        if whole <= 0 || over {
            return Vec::new();
        }
        let even = (0..=6).map(|step| from.plus(whole * step / 6));
        let mut times: Vec<Timestamp> =
            even.chain(ends.into_iter().flatten().filter(|&at| at >= from && at <= until)).collect();
        times.sort_unstable();
        times.dedup();
        let left = |at: Timestamp, p: f64, end: Option<Timestamp>| {
            if end.is_some_and(|end| end <= at) { Bytes(0) } else { Bytes(unsigned(forecast.left_at(at, p))) }
        };
        let at = |at: Timestamp| {
            let [low, lower, middle, higher, high] = ends;
            Self {
                at,
                low: left(at, 0.1, low),
                lower: left(at, 0.25, lower),
                middle: left(at, 0.5, middle),
                higher: left(at, 0.75, higher),
                high: left(at, 0.9, high),
            }
        };
        times.into_iter().map(at).collect()
    }
}

/// Draws the movements of a bucket.
///
/// Never panics, and nothing lies outside the drawing, whatever the movements say.
#[must_use]
pub fn draw(plot: &Plot<'_>) -> Drawing {
    within(plot, scale::window(plot))
}

/// Draws several buckets side by side: each by [`draw`], all of the same stretch of time, from the
/// earliest beginning to the latest end among them.
#[must_use]
pub fn side_by_side(plots: &[Plot<'_>]) -> Vec<Drawing> {
    let windows = plots.iter().map(scale::window);
    let Some(window) = windows.reduce(|(from, to), own| (from.min(own.0), to.max(own.1))) else { return Vec::new() };
    plots.iter().map(|plot| within(plot, window)).collect()
}

fn within(plot: &Plot<'_>, (from, to): (Timestamp, Timestamp)) -> Drawing {
    let steps = series::steps(plot);
    let (width, height) = (plot.width.max(120), plot.height.max(80));
    let spans = daily::spans(plot.movements, plot.zone, plot.cycle, (plot.gives, plot.at_first));
    let bars = Bars::of(plot, &spans, (from, to)).filter(|_| plot.daily && height >= 160);
    let (right, bottom) = (i32::from(width) * 10 - 80, i32::from(height) * 10 - axes::BELOW);
    let bottom = if bars.is_some() { bottom - bars::STRIP } else { bottom };
    let mut frame = Frame { left: 80, right, top: 200, bottom, from, to, most: 1 };
    let ladder = series::most(plot, &frame, &steps).map(|most| Ladder::reaching(most, (plot.base, plot.largest)));
    let ladders = ladder.iter().chain(bars.as_ref().map(|bars| &bars.ladder));
    frame.left = ladders.map(Ladder::gutter).max().map_or(frame.left, |pixels| pixels * 10);
    frame.most = ladder.map_or(1, |ladder| ladder.bytes(ladder.steps).0);

    let mut shapes = Vec::new();
    let mut room = Room::new(i32::from(width) * 10);
    let marks = series::marks(&frame, &steps);
    axes::grid(&frame, ladder.as_ref(), &mut shapes, &mut room);
    axes::cycles(plot, &frame, &mut shapes);
    series::fan(plot, &frame, &mut shapes);
    axes::reserve(plot, &frame, &mut shapes);
    series::pace(plot, &frame, &mut shapes);
    axes::ends(plot, &frame, &mut shapes, &mut room);
    axes::endless(plot, &frame, &mut shapes, &mut room);
    series::line(plot, &frame, &steps, &mut shapes);
    axes::days(plot, &frame, &mut shapes, &mut room);
    if let Some(bars) = &bars {
        bars.draw(plot, &frame, &mut shapes, &mut room);
    }
    let dots = series::dots(&marks, &mut room);
    axes::top_ups(&frame, &marks, &mut shapes, &mut room);
    shapes.extend(dots);
    shapes.extend(room.labels.into_iter().map(Shape::Label));
    let mut known = series::since_anew(&marks).iter().filter(|mark| mark.left.is_some()).map(|mark| mark.at);
    let mean = known.next().zip(known.next_back()).and_then(|known| daily::mean(&spans, plot.zone, known));
    let ahead = series::ahead(plot, &frame);
    Drawing { width, height, shapes, marks, ahead, days: bars.map(|bars| bars.days).unwrap_or_default(), mean }
}
