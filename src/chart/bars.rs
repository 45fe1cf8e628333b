//! Daily use, as bars below the days of the chart.

use super::daily::{Span, Used, by_day};
use super::path::Path;
use super::place::Room;
use super::scale::{Frame, Ladder};
use super::shape::{Anchor, LabelText, Role, Shape};
use super::{Plot, axes};
use crate::domain::convert::part_of;
use crate::domain::{Bytes, DAY_MS, Timestamp};

/// Tenths of a pixel below the days of the chart: a line for the title, the bars, and an edge.
pub(super) const STRIP: i32 = 720;
/// From its upper edge to the tops of the bars.
const TITLE: i32 = 200;
/// Below the bars.
const EDGE: i32 = 40;
/// The narrowest bar, with the gap beside it.
const NARROWEST: i32 = 40;
/// The gap.
const GAP: i32 = 10;

/// The days of a window with their use, and the scale of their bars.
pub(super) struct Bars {
    /// The days within the window.
    pub(super) days: Vec<Used>,
    /// The amounts beside the bars.
    pub(super) ladder: Ladder,
    even: Option<Even>,
}

/// The even pace as an amount a day, and when it holds.
struct Even {
    from: Timestamp,
    to: Timestamp,
    day: Bytes,
}

impl Bars {
    /// Of those stretches; `None` where no day of the window has a use that is known.
    pub(super) fn of(plot: &Plot<'_>, spans: &[Span], (from, to): (Timestamp, Timestamp)) -> Option<Self> {
        let (first, last) = (plot.zone.date(from), plot.zone.date(to));
        let mut days = by_day(spans, plot.zone);
        days.retain(|day| day.to >= first && day.from <= last);
        let most = days.iter().map(Used::mean).max()?;
        let even = even(plot.pace);
        let most = even.as_ref().map_or(most, |even| most.max(even.day));
        Some(Self { days, ladder: Ladder::reaching(most, (plot.base, plot.largest)), even })
    }

    /// Draws them below a frame. A stretch of which only the mean is known is one wide bar.
    pub(super) fn draw(&self, plot: &Plot<'_>, chart: &Frame, shapes: &mut Vec<Shape>, room: &mut Room) {
        let top = chart.bottom + axes::BELOW + TITLE;
        let bottom = chart.bottom + axes::BELOW + STRIP - EDGE;
        let frame = Frame { top, bottom, most: self.ladder.bytes(self.ladder.steps).0, ..*chart };
        shapes.push(axes::across(&frame, Role::Grid, top));
        shapes.push(axes::across(&frame, Role::Floor, bottom));
        room.place(Role::Amount, frame.left - 100, top + 40, Anchor::End, self.ladder.label(self.ladder.steps));
        room.place(Role::Daily, frame.left, top - 60, Anchor::Start, LabelText::Daily);
        let mut bars = Path::default();
        for (day, [left, right]) in wide_enough(&self.days, plot, &frame) {
            // The least use is still to be seen; none is not.
            if day.bytes.0 > 0 {
                let (height, right) = (frame.y(day.mean()).min(bottom - GAP), (right - GAP).max(left + GAP));
                bars.move_to(left, bottom);
                bars.line_to(left, height);
                bars.line_to(right, height);
                bars.line_to(right, bottom);
                bars.close();
            }
        }
        if !bars.is_empty() {
            shapes.push(Shape::Path { role: Role::Bar, d: bars.finish() });
        }
        if let Some(even) = self.even.as_ref().filter(|even| frame.from < even.to && frame.to > even.from) {
            let mut line = Path::default();
            line.move_to(frame.x(even.from), frame.y(even.day));
            line.line_to(frame.x(even.to), frame.y(even.day));
            shapes.push(Shape::Path { role: Role::Pace, d: line.finish() });
        }
    }
}

/// The days with the left and the right edge of each bar: of days too narrow for one, as many in a
/// row as give one together.
fn wide_enough(days: &[Used], plot: &Plot<'_>, frame: &Frame) -> Vec<(Used, [i32; 2])> {
    let mut bars: Vec<(Used, [i32; 2])> = Vec::new();
    for day in days {
        let edges = [frame.x(plot.zone.start(day.from)), frame.x(plot.zone.end(day.to))];
        match bars.last_mut() {
            Some((last, [left, right])) if *right - *left < NARROWEST && *right == edges[0] => {
                *right = edges[1];
                *last = Used {
                    from: last.from,
                    to: day.to,
                    bytes: last.bytes.saturating_add(day.bytes),
                    checked: last.checked || day.checked,
                    rounding: last.rounding.max(day.rounding),
                    least: last.least || day.least,
                };
            }
            _ => bars.push((*day, edges)),
        }
    }
    bars
}

/// The last slope of the even pace.
fn even(corners: &[(Timestamp, Bytes)]) -> Option<Even> {
    let [.., (from, had), (to, left)] = *corners else { return None };
    let day = Bytes(part_of(had.saturating_sub(left).0, DAY_MS, to.since(from)));
    (from < to).then_some(Even { from, to, day })
}
