//! The data: steps between checks, dots, the even pace, the fan.

use super::path::Path;
use super::scale::Frame;
use super::shape::{Mark, MarkKind, Role, Shape};
use super::{Fan, Plot};
use crate::domain::{Bytes, Effect, Movement, Timestamp};

/// Dots nearer than this to the last one, in tenths of a pixel both ways, are left out.
const DOT_ROOM: i32 = 120;

/// What was left after each movement, as far as known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) at: Timestamp,
    pub(super) left: Option<Bytes>,
    pub(super) mark: (crate::domain::EntryId, MarkKind),
}

/// The movements with what was left after each.
pub(super) fn steps(movements: &[Movement]) -> Vec<Step> {
    let mut known: Option<(Bytes, Bytes)> = None;
    let mut steps = Vec::with_capacity(movements.len());
    for movement in movements {
        steps.push(match *movement {
            Movement::Check(check) => {
                let rise = known.is_some_and(|(left, rounding)| {
                    check.left > left.saturating_add(rounding).saturating_add(check.rounding)
                });
                known = Some((check.left, check.rounding));
                let kind = if rise { MarkKind::Rise } else { MarkKind::Check };
                Step { at: check.at, left: Some(check.left), mark: (check.entry, kind) }
            }
            Movement::TopUp { entry, at, added, effect } => {
                known = match known {
                    _ if effect == Effect::Replace => Some((added, Bytes(0))),
                    known => known.map(|(left, rounding)| (left.saturating_add(added), rounding)),
                };
                Step { at, left: known.map(|(left, _)| left), mark: (entry, MarkKind::TopUp(added)) }
            }
        });
    }
    steps
}

/// What can be read off within the frame.
pub(super) fn marks(frame: &Frame, steps: &[Step]) -> Vec<Mark> {
    let seen = steps.iter().filter(|step| frame.shows(step.at));
    seen.map(|step| Mark {
        x: frame.x(step.at),
        y: step.left.map_or(frame.bottom, |left| frame.y(left)),
        at: step.at,
        left: step.left,
        entry: step.mark.0,
        kind: step.mark.1,
    })
    .collect()
}

/// The line of what was left: level until the next movement, since nothing is known between them.
///
/// With more movements than there are pixels, they are put on whole pixels; of those on one only
/// the first, the least, the most and the last are kept, which draws the same (M4: Jugel and
/// others, VLDB Journal 2015).
pub(super) fn line(frame: &Frame, steps: &[Step], shapes: &mut Vec<Shape>) {
    let before = steps.iter().rev().find(|step| step.at < frame.from).and_then(|step| step.left);
    let inside = || steps.iter().filter(|step| frame.shows(step.at));
    let wide = usize::try_from((frame.right - frame.left) / 10).unwrap_or(0);
    let dense = inside().count() > wide;
    let mut line = Path::default();
    if let Some(left) = before {
        line.move_to(frame.left, frame.y(left));
    }
    let mut column = Column { y: before.map(|left| frame.y(left)), ..Column::default() };
    for step in inside() {
        let Some(left) = step.left else { continue };
        let x = frame.x(step.at);
        let x = if dense { (x + 5) / 10 * 10 } else { x };
        column.add(x.min(frame.right), frame.y(left), &mut line);
    }
    column.draw(&mut line);
    if !line.is_empty() {
        shapes.push(Shape::Path { role: Role::Steps, d: line.finish() });
    }
}

/// The points on one place across.
#[derive(Default)]
struct Column {
    x: i32,
    /// First, least, most, last; of what is drawn there.
    points: Option<[i32; 4]>,
    y: Option<i32>,
}

impl Column {
    fn add(&mut self, x: i32, y: i32, line: &mut Path) {
        self.points = match self.points {
            Some([first, least, most, _]) if x == self.x => Some([first, least.min(y), most.max(y), y]),
            _ => {
                self.draw(line);
                self.x = x;
                Some([y; 4])
            }
        };
    }

    fn draw(&mut self, line: &mut Path) {
        let Some([first, least, most, last]) = self.points.take() else { return };
        if let Some(y) = self.y {
            line.line_to(self.x, y);
        }
        for y in [first, least, most, last] {
            line.line_to(self.x, y);
        }
        self.y = Some(last);
    }
}

/// A dot for each check that has room; always for a rise, and where the steps end: what is known
/// now, by the newest check or by what arrived after it.
pub(super) fn dots(marks: &[Mark], shapes: &mut Vec<Shape>) {
    let newest = marks.iter().rposition(|mark| mark.left.is_some());
    let mut last: Option<(i32, i32)> = None;
    for (place, mark) in marks.iter().enumerate() {
        let role = match mark.kind {
            MarkKind::Rise => Role::Rise,
            _ if Some(place) == newest => Role::Last,
            MarkKind::TopUp(_) => continue,
            MarkKind::Check => Role::Check,
        };
        let near = last.is_some_and(|(x, y)| (mark.x - x).abs() < DOT_ROOM && (mark.y - y).abs() < DOT_ROOM);
        if role == Role::Check && near {
            continue;
        }
        last = Some((mark.x, mark.y));
        shapes.push(Shape::Dot { role, x: mark.x, y: mark.y });
    }
}

/// The even pace.
pub(super) fn pace(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>) {
    let corners = clip(plot.pace, frame);
    if corners.len() > 1 {
        shapes.push(path(Role::Pace, &corners, frame, false));
    }
}

/// The forecast: two bands and the middle between them.
pub(super) fn fan(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>) {
    let edge = |of: fn(&Fan) -> Bytes| -> Vec<(Timestamp, Bytes)> {
        clip(&plot.fan.iter().map(|fan| (fan.at, of(fan))).collect::<Vec<_>>(), frame)
    };
    let band = |low: fn(&Fan) -> Bytes, high: fn(&Fan) -> Bytes| {
        let mut around = ended(edge(high));
        // Along the floor for as long as the upper edge is above it.
        let below = edge(low);
        around.extend(below.into_iter().take(around.len()).rev());
        around
    };
    let middle = ended(edge(|fan| fan.middle));
    if middle.len() > 1 {
        shapes.push(path(Role::Fan80, &band(|fan| fan.low, |fan| fan.high), frame, true));
        shapes.push(path(Role::Fan50, &band(|fan| fan.lower, |fan| fan.higher), frame, true));
        shapes.push(path(Role::Median, &middle, frame, false));
    }
}

/// The most that is drawn; `None` where there is nothing to draw.
pub(super) fn most(plot: &Plot<'_>, frame: &Frame, steps: &[Step]) -> Option<Bytes> {
    let before = steps.iter().rev().find(|step| step.at < frame.from);
    let seen = steps.iter().filter(|step| frame.shows(step.at)).chain(before).filter_map(|step| step.left);
    let pace = clip(plot.pace, frame).into_iter().map(|(_, left)| left);
    let fan: Vec<_> = plot.fan.iter().map(|fan| (fan.at, fan.high)).collect();
    let fan = clip(&fan, frame).into_iter().map(|(_, left)| left);
    let full = steps.iter().all(|step| step.left.is_none()).then_some(plot.capacity).flatten();
    seen.chain(pace).chain(fan).chain(full).max()
}

/// A line without its tail along the floor.
fn ended(mut line: Vec<(Timestamp, Bytes)>) -> Vec<(Timestamp, Bytes)> {
    while let [.., (_, before), (_, last)] = line.as_slice()
        && *before == Bytes(0)
        && *last == Bytes(0)
    {
        line.pop();
    }
    line
}

/// A line of corners in order of time, cut at the edges of the frame.
fn clip(corners: &[(Timestamp, Bytes)], frame: &Frame) -> Vec<(Timestamp, Bytes)> {
    let mut kept = Vec::new();
    for pair in corners.windows(2) {
        let [(from, high), (to, low)] = *pair else { continue };
        if to < frame.from || from > frame.to {
            continue;
        }
        let cut = |at: Timestamp| {
            let at = at.clamp(frame.from, frame.to);
            let whole = i128::from(to.since(from));
            let part = (i128::from(low.0) - i128::from(high.0)) * i128::from(at.since(from));
            let moved = part.checked_div(whole).unwrap_or(0);
            (at, Bytes(u64::try_from(i128::from(high.0) + moved).unwrap_or(0)))
        };
        // At a jump both ends have the same instant.
        let (start, end) = if from == to { ((from, high), (to, low)) } else { (cut(from), cut(to)) };
        if kept.last() != Some(&start) {
            kept.push(start);
        }
        kept.push(end);
    }
    kept
}

fn path(role: Role, corners: &[(Timestamp, Bytes)], frame: &Frame, closed: bool) -> Shape {
    let mut path = Path::default();
    let mut before: Option<Timestamp> = None;
    for &(at, left) in corners {
        // A jump of the pace is a gap, as the top-up is no use.
        if before == Some(at) && !closed {
            path.move_to(frame.x(at), frame.y(left));
        } else {
            path.line_to(frame.x(at), frame.y(left));
        }
        before = Some(at);
    }
    if closed {
        path.close();
    }
    Shape::Path { role, d: path.finish() }
}
