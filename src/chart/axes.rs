//! What stands around the data: amounts along the side, days below, the expiry, what is set aside.

use super::path::Path;
use super::place::Room;
use super::scale::{Frame, Ladder};
use super::shape::{Anchor, LabelText, Role, Shape};
use super::{MarkKind, Plot};
use crate::domain::{Bytes, DAY_MS, Date, Then, Timestamp};

/// Days between two labels below: the first of these that gives each its room.
const DAY_STEPS: [i32; 12] = [1, 2, 3, 7, 14, 30, 61, 91, 182, 365, 1826, 3652];
/// Tenths of a pixel that a day's label needs.
const DAY_ROOM: i32 = 600;
/// The narrowest frame whose rules are named, in tenths of a pixel.
const NAMED: i32 = 1500;
/// So many rules where the plan begins anew are a hatching.
const RULES: usize = 20;
/// Half a tick, in tenths of a pixel.
const TICK: i32 = 60;
/// From the floor to the baseline of the labels below it.
const DAYS_BELOW: i32 = 200;
/// From the floor to the lower edge of the days.
pub(super) const BELOW: i32 = 320;

/// A line across at each amount, the floor at nothing; the floor alone where nothing is known.
pub(super) fn grid(frame: &Frame, ladder: Option<&Ladder>, shapes: &mut Vec<Shape>, room: &mut Room) {
    shapes.push(across(frame, Role::Floor, frame.bottom));
    let Some(ladder) = ladder else { return };
    let mut lines = Path::default();
    for n in (0..=ladder.steps).rev() {
        let y = frame.y(ladder.bytes(n));
        if n > 0 {
            lines.move_to(frame.left, y);
            lines.line_to(frame.right, y);
        }
        room.place(Role::Amount, frame.left - 100, y + 40, Anchor::End, ladder.label(n));
    }
    shapes.push(Shape::Path { role: Role::Grid, d: lines.finish() });
}

/// What is set aside, where there is anything and it lies within the frame.
pub(super) fn reserve(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>) {
    if plot.reserve > Bytes(0) && plot.reserve.0 <= frame.most {
        shapes.push(across(frame, Role::Reserve, frame.y(plot.reserve)));
    }
}

/// The rules at the expiry and at the day until which it is needed, each with its word above.
pub(super) fn ends(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>, room: &mut Room) {
    let word = if plot.then == Then::Over { LabelText::Expires } else { LabelText::Renews };
    let ends = [(plot.expires, Role::Expiry, word), (plot.needed, Role::Needed, LabelText::Needed)];
    for (at, role, text) in ends {
        let Some(at) = at.filter(|&at| frame.shows(at)) else { continue };
        let x = frame.x(at);
        shapes.push(down(role, x, frame.top - 80, frame.bottom));
        // Small charts stand beside one that has the words.
        if frame.right - frame.left < NAMED {
            continue;
        }
        // Beside the rule, on the side that has room; else a line lower.
        let fits = |anchor: Anchor| match anchor {
            Anchor::Start => frame.right - x > 520,
            _ => x - frame.left > 480,
        };
        let sides = [(x - 40, Anchor::End), (x + 40, Anchor::Start)];
        let rows = [frame.top - 40, frame.top + 100].into_iter();
        let mut places = rows.flat_map(|y| sides.map(|(x, anchor)| (x, y, anchor)));
        let _placed = places.any(|(x, y, anchor)| fits(anchor) && room.place(role, x, y, anchor, text));
    }
}

/// A rule where the plan begins anew; none where they are too many.
pub(super) fn cycles(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>) {
    let mut rules = Path::default();
    let begins = plot.cycle.begins(plot.zone, frame.from, frame.to);
    for at in begins.iter().copied().filter(|_| begins.len() < RULES) {
        let x = frame.x(at);
        rules.move_to(x, frame.top);
        rules.line_to(x, frame.bottom);
    }
    if !rules.is_empty() {
        shapes.push(Shape::Path { role: Role::Month, d: rules.finish() });
    }
}

/// Since when it has no end: a line along the top, with its word.
pub(super) fn endless(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>, room: &mut Room) {
    let Some(since) = plot.endless.filter(|&since| since <= plot.now.min(frame.to)) else { return };
    let (from, to) = (frame.x(since), frame.x(plot.now));
    let mut line = Path::default();
    line.move_to(from, frame.top);
    line.line_to(to.max(from + TICK), frame.top);
    shapes.push(Shape::Path { role: Role::Endless, d: line.finish() });
    room.place(Role::Endless, from, frame.top + 180, Anchor::Start, LabelText::Unlimited);
}

/// A tick on the floor for each top-up, with the amount where there is room: the newest first.
pub(super) fn top_ups(frame: &Frame, marks: &[super::Mark], shapes: &mut Vec<Shape>, room: &mut Room) {
    let mut ticks = Path::default();
    for mark in marks.iter().rev() {
        let MarkKind::TopUp(added) = mark.kind else { continue };
        ticks.move_to(mark.x, frame.bottom - TICK);
        ticks.line_to(mark.x, frame.bottom + TICK);
        let rows = [100, 240, 380];
        let x = mark.x.min(frame.right - 280).max(frame.left + 280);
        let _placed = rows
            .into_iter()
            .any(|up| room.place(Role::TopUp, x, frame.bottom - up, Anchor::Middle, LabelText::TopUp(added)));
    }
    if !ticks.is_empty() {
        shapes.push(Shape::Path { role: Role::TopUp, d: ticks.finish() });
    }
}

/// Days below: today first, then the ends, the first one, then even steps between them.
pub(super) fn days(plot: &Plot<'_>, frame: &Frame, shapes: &mut Vec<Shape>, room: &mut Room) {
    let y = frame.bottom + DAYS_BELOW;
    let now = frame.x(plot.now);
    if frame.shows(plot.now) {
        shapes.push(down(Role::Now, now, frame.bottom, frame.bottom + TICK));
        room.place(Role::Now, now, y, Anchor::Middle, LabelText::Today);
    }
    // The day that is named at its end is not named at its beginning as well.
    let mut named = [None; 2];
    let renews = plot.expires.filter(|_| plot.then == Then::Renewed);
    for (end, named) in [plot.expires, plot.needed].into_iter().zip(&mut named) {
        let Some(end) = end.filter(|&end| frame.shows(end)) else { continue };
        // The card lives until midnight: the day that it ends is the last one, and it renews on the next.
        let last = plot.zone.date(end.plus(-i64::from(renews != Some(end))));
        if room.place(Role::Day, frame.x(end), y, Anchor::Middle, LabelText::Date(last)) {
            *named = Some(last);
        }
    }
    let first = plot.zone.date(frame.from);
    room.place(Role::Day, frame.left, y, Anchor::Start, LabelText::Date(first));
    let mut ticks = Path::default();
    for day in steps(plot, frame, first) {
        let x = frame.x(plot.zone.start(day));
        ticks.move_to(x, frame.bottom);
        ticks.line_to(x, frame.bottom + TICK / 2);
        if x - frame.left > 260 && frame.right - x > 200 && !named.contains(&Some(day)) {
            room.place(Role::Day, x, y, Anchor::Middle, LabelText::Date(day));
        }
    }
    if !ticks.is_empty() {
        shapes.push(Shape::Path { role: Role::Day, d: ticks.finish() });
    }
}

/// The days of even steps from the first, within the frame.
fn steps(plot: &Plot<'_>, frame: &Frame, first: Date) -> impl Iterator<Item = Date> + use<> {
    let span = frame.to.since(frame.from).max(DAY_MS);
    let wide = |days: i32| i64::from(frame.right - frame.left) * i64::from(days) * DAY_MS / span;
    let step = DAY_STEPS.into_iter().find(|&days| wide(days) >= i64::from(DAY_ROOM)).unwrap_or(3652);
    let last = plot.zone.date(frame.to);
    let inside = move |day: &Date| *day <= last;
    let zone = plot.zone.clone();
    let (from, to) = (frame.from, frame.to);
    (0_i32..60).map_while(move |n| first.plus_days(n * step)).take_while(inside).filter(move |&day| {
        let start: Timestamp = zone.start(day);
        start >= from && start <= to
    })
}

pub(super) fn across(frame: &Frame, role: Role, y: i32) -> Shape {
    let mut line = Path::default();
    line.move_to(frame.left, y);
    line.line_to(frame.right, y);
    Shape::Path { role, d: line.finish() }
}

fn down(role: Role, x: i32, top: i32, bottom: i32) -> Shape {
    let mut line = Path::default();
    line.move_to(x, top);
    line.line_to(x, bottom);
    Shape::Path { role, d: line.finish() }
}
