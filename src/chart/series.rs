//! The data: steps between checks, dots, the even pace, the fan.

use super::path::Path;
use super::place::Room;
use super::scale::Frame;
use super::shape::{Mark, MarkKind, Role, Shape};
use super::{Fan, Plot};
use crate::domain::convert::part_of;
use crate::domain::{Bytes, Effect, EntryId, Level, Movement, Origin, Timestamp};

/// Dots nearer than this to the last one, in tenths of a pixel both ways, are left out.
const DOT_ROOM: i32 = 120;
/// So are those nearer than this across, whatever lies between them up and down.
const DOT_WIDTH: i32 = 60;

/// What was left after each movement, as far as known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) at: Timestamp,
    pub(super) left: Option<Bytes>,
    /// Whether it goes back to the phone's own counter and is what the carrier would have said.
    converted: bool,
    /// What can be left at most, where the plan began anew and no check has told since.
    most: Option<Bytes>,
    /// `None` where the plan began anew by itself.
    mark: Option<(EntryId, MarkKind)>,
}

impl Step {
    /// What was left, as far as the line goes by it: a slip says nothing.
    fn stood(&self) -> Option<Bytes> {
        self.left.filter(|_| !self.mark.is_some_and(|mark| mark.1 == MarkKind::Slip))
    }
}

/// The movements with what was left after each, and where the plan began anew up to now.
pub(super) fn steps(plot: &Plot<'_>) -> Vec<Step> {
    let mut known: Option<(Bytes, Bytes)> = None;
    let first = plot.movements.first().map_or(plot.now, Movement::at);
    let mut begins = plot.cycle.begins(plot.zone, first, plot.now).into_iter().peekable();
    // Whether it began anew since the last check, and what can be left at most.
    let (mut anew, mut most, mut converted) = (false, None, false);
    let mut steps = Vec::with_capacity(plot.movements.len());
    let begun = |at| Step { at, left: None, converted: false, most: plot.gives, mark: None };
    for movement in plot.movements {
        while let Some(at) = begins.next_if(|at| *at <= movement.at()) {
            (anew, most) = (true, plot.gives);
            steps.push(begun(at));
        }
        steps.push(match *movement {
            Movement::Check(check) => {
                // From the phone's count to the carrier's nothing has risen.
                if check.apart {
                    known = None;
                }
                let rise = known.is_some_and(|(left, rounding)| {
                    check.left > left.saturating_add(rounding).saturating_add(check.rounding)
                });
                let kind = match (rise, std::mem::take(&mut anew)) {
                    _ if check.slip => MarkKind::Slip,
                    _ if check.apart => MarkKind::Apart,
                    (_, true) => MarkKind::Renewed,
                    (true, false) => MarkKind::Rise,
                    _ => MarkKind::Check,
                };
                if !check.slip {
                    (known, most) = (Some((check.left, check.rounding)), None);
                }
                let told = check.origin == Origin::FromCounter;
                converted = if check.slip { converted } else { told };
                Step { at: check.at, left: Some(check.left), converted: told, most, mark: Some((check.entry, kind)) }
            }
            Movement::TopUp { entry, at, added, effect } => {
                if effect == Effect::Replace {
                    (known, most, anew, converted) = (Some((added, Bytes(0))), None, false, false);
                } else {
                    known = known.map(|(left, rounding)| (left.saturating_add(added), rounding));
                    most = most.map(|most| most.saturating_add(added));
                }
                // On top of what nobody has seen, nobody knows how much it is.
                let left = known.filter(|_| !anew).map(|(left, _)| left);
                Step { at, left, converted, most, mark: Some((entry, MarkKind::TopUp(added))) }
            }
        });
    }
    steps.extend(begins.map(begun));
    steps
}

/// What can be read off within the frame.
pub(super) fn marks(frame: &Frame, steps: &[Step]) -> Vec<Mark> {
    let mark = |step: &Step| {
        let (entry, kind) = step.mark?;
        let y = step.left.map_or(frame.bottom, |left| frame.y(left));
        Some(Mark { x: frame.x(step.at), y, at: step.at, left: step.left, converted: step.converted, entry, kind })
    };
    steps.iter().filter(|step| frame.shows(step.at)).filter_map(mark).collect()
}

/// What can be read off since the last one that came in the place of what was left, or is in another count: from one to
/// the other nothing falls.
pub(super) fn since_anew(marks: &[Mark]) -> &[Mark] {
    let anew = |mark: &Mark| match mark.kind {
        MarkKind::Renewed | MarkKind::Apart => true,
        MarkKind::TopUp(added) => mark.left == Some(added),
        _ => false,
    };
    marks.get(marks.iter().rposition(anew).unwrap_or(0)..).unwrap_or_default()
}

/// What can be read off of the forecast at the end of each day from today on, as its lines are drawn.
pub(super) fn ahead(plot: &Plot<'_>, frame: &Frame) -> Vec<Mark> {
    let Some(last) = plot.movements.last() else { return Vec::new() };
    let (Movement::Check(Level { entry, .. }) | Movement::TopUp { entry, .. }) = *last;
    let mut day = Some(plot.zone.date(plot.now));
    let mut marks = Vec::new();
    while let Some(at) = day.map(|day| plot.zone.end(day)).filter(|&at| frame.shows(at)) {
        let mut around = plot.fan.windows(2);
        let Some([one, next]) = around.find(|pair| matches!(pair, [one, next] if one.at <= at && at <= next.at)) else {
            break;
        };
        let on = |of: fn(&Fan) -> Bytes| {
            // They only fall.
            let fallen = of(one).saturating_sub(of(next));
            of(one).saturating_sub(Bytes(part_of(fallen.0, at.since(one.at), next.at.since(one.at))))
        };
        let [low, middle, high] = [|fan: &Fan| fan.low, |fan: &Fan| fan.middle, |fan: &Fan| fan.high].map(on);
        let kind = MarkKind::Ahead(low, high);
        marks.push(Mark { x: frame.x(at), y: frame.y(middle), at, left: Some(middle), converted: false, entry, kind });
        day = day.and_then(|day| day.plus_days(1));
    }
    marks
}

/// The line of what was left: level until the next movement, since nothing is known between them.
///
/// Of the movements on one column of pixels only the first, the least, the most and the last are
/// kept, the two extremes in the order in which they were reached. That paints exactly what all of
/// them would, at any ratio of pixels (M4: Jugel and others, VLDB Journal 2015).
///
/// It ends where the plan began anew, since what was left does not last beyond that, and begins with the next check:
/// between the two stands what can be left at most.
pub(super) fn line(plot: &Plot<'_>, frame: &Frame, steps: &[Step], shapes: &mut Vec<Shape>) {
    let before = steps.iter().rev().find(|step| step.at < frame.from).and_then(Step::stood);
    let (mut line, mut most) = (Path::default(), Path::default());
    let mut column = Column::default();
    if let Some(left) = before {
        line.move_to(frame.left, frame.y(left));
        column.y = Some(frame.y(left));
    }
    for step in steps.iter().filter(|step| frame.shows(step.at)) {
        let x = frame.x(step.at);
        if let Some(left) = step.stood() {
            if column.is_new() {
                line.move_to(x, frame.y(left));
            }
            column.add(x, frame.y(left), &mut line);
        } else if step.mark.is_none() {
            column.draw(&mut line);
            if let Some(y) = std::mem::take(&mut column).y {
                line.line_to(x, y);
            }
        }
    }
    column.draw(&mut line);
    for (n, step) in steps.iter().enumerate() {
        let Some(bytes) = step.most else { continue };
        let until = steps.get(n + 1).map_or(plot.now, |next| next.at);
        let (from, to) = (frame.x(step.at), frame.x(until));
        if from < to {
            most.move_to(from, frame.y(bytes));
            most.line_to(to, frame.y(bytes));
        }
    }
    for (role, path) in [(Role::Most, most), (Role::Steps, line)] {
        if !path.is_empty() {
            shapes.push(Shape::Path { role, d: path.finish() });
        }
    }
}

/// The movements on one column of pixels.
#[derive(Default)]
struct Column {
    x: i32,
    heights: Option<Heights>,
    /// Where the line comes from.
    y: Option<i32>,
}

/// What is kept of a column.
#[derive(Clone, Copy)]
struct Heights {
    first: i32,
    /// The two extremes; the one that was reached last comes last.
    extremes: [i32; 2],
    last: i32,
}

impl Column {
    /// Whether nothing was drawn yet since it began.
    const fn is_new(&self) -> bool {
        self.y.is_none() && self.heights.is_none()
    }

    fn add(&mut self, x: i32, y: i32, line: &mut Path) {
        self.heights = match self.heights {
            Some(heights) if x == self.x => {
                let [early, late] = heights.extremes;
                // Beyond both on either side: the one on that side gives way.
                let extremes = match (y < early.min(late), y > early.max(late)) {
                    (true, _) => [early.max(late), y],
                    (_, true) => [early.min(late), y],
                    _ => heights.extremes,
                };
                Some(Heights { extremes, last: y, ..heights })
            }
            _ => {
                self.draw(line);
                self.x = x;
                Some(Heights { first: y, extremes: [y; 2], last: y })
            }
        };
    }

    fn draw(&mut self, line: &mut Path) {
        let Some(Heights { first, extremes: [early, late], last }) = self.heights.take() else { return };
        if let Some(y) = self.y {
            line.line_to(self.x, y);
        }
        for y in [first, early, late, last] {
            line.line_to(self.x, y);
        }
        self.y = Some(last);
    }
}

/// A dot for each check that has room, for each rise or slip that has room beside the last one of its kind, and always
/// where the steps end: what is known now, by the newest check or by what arrived after it.
pub(super) fn dots(marks: &[Mark], room: &mut Room) -> Vec<Shape> {
    let mut dots = Vec::new();
    let newest = marks.iter().rposition(|mark| mark.left.is_some());
    let mut last: Option<(Role, i32, i32)> = None;
    for (place, mark) in marks.iter().enumerate() {
        let role = match mark.kind {
            MarkKind::Rise | MarkKind::Paid => Role::Rise,
            MarkKind::Slip => Role::Slip,
            _ if Some(place) == newest => Role::Last,
            MarkKind::TopUp(_) | MarkKind::Ahead(..) => continue,
            MarkKind::Check | MarkKind::Renewed | MarkKind::Apart => Role::Check,
        };
        let near = last.is_some_and(|(before, x, y)| {
            let counts = role == Role::Check || role == before;
            let (across, down) = ((mark.x - x).abs(), (mark.y - y).abs());
            counts && (across < DOT_WIDTH || across < DOT_ROOM && down < DOT_ROOM)
        });
        if near && role != Role::Last {
            continue;
        }
        last = Some((role, mark.x, mark.y));
        room.take_dot(mark.x, mark.y);
        dots.push(Shape::Dot { role, x: mark.x, y: mark.y });
    }
    dots
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
    let seen = steps.iter().filter(|step| frame.shows(step.at)).chain(before);
    let seen = seen.filter_map(|step| step.stood().max(step.most));
    let pace = clip(plot.pace, frame).into_iter().map(|(_, left)| left);
    let fan: Vec<_> = plot.fan.iter().map(|fan| (fan.at, fan.high)).collect();
    let fan = clip(&fan, frame).into_iter().map(|(_, left)| left);
    let full = plot.capacity.filter(|_| steps.iter().all(|step| step.left.unwrap_or_default() == Bytes(0)));
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
            let moved = |by: Bytes| Bytes(part_of(by.0, at.since(from), to.since(from)));
            (at, high.saturating_add(moved(low.saturating_sub(high))).saturating_sub(moved(high.saturating_sub(low))))
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
