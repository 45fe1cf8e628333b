//! Finding room for texts: none over another or over a dot that was there before, none outside the
//! drawing.

use super::shape::{Anchor, Label, LabelText, Role};

/// Tenths of a pixel between two texts.
const GAP: i32 = 60;
/// Tenths of a pixel of a text at 12 px above its baseline, and below it.
const ABOVE: i32 = 100;
const BELOW: i32 = 30;
/// Tenths of a pixel from the middle of a dot to its edge.
const DOT: i32 = 50;

/// The texts and dots placed so far.
#[derive(Debug)]
pub(super) struct Room {
    width: i32,
    taken: Vec<[i32; 4]>,
    pub(super) labels: Vec<Label>,
}

impl Room {
    pub(super) const fn new(width: i32) -> Self {
        Self { width, taken: Vec::new(), labels: Vec::new() }
    }

    /// Keeps texts off a dot.
    pub(super) fn take_dot(&mut self, x: i32, y: i32) {
        self.taken.push([x - DOT, y - DOT, x + DOT, y + DOT]);
    }

    /// Places a text about `x`, moved sideways where it would leave the drawing. Whether there
    /// was room.
    pub(super) fn place(&mut self, role: Role, x: i32, y: i32, anchor: Anchor, text: LabelText) -> bool {
        let wide = width(text);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2,
            Anchor::End => x - wide,
        };
        let (x, anchor, left) = if left < 0 {
            (0, Anchor::Start, 0)
        } else if left + wide > self.width {
            (self.width, Anchor::End, self.width - wide)
        } else {
            (x, anchor, left)
        };
        let own = [left, y - ABOVE, left + wide, y + BELOW];
        if self.taken.iter().any(|other| overlap(*other, own)) {
            return false;
        }
        self.taken.push(own);
        self.labels.push(Label { role, x, y, anchor, text });
        true
    }
}

fn overlap([l, t, r, b]: [i32; 4], [left, top, right, bottom]: [i32; 4]) -> bool {
    l < right + GAP && left < r + GAP && t < bottom && top < b
}

/// About how wide a text is in the widest of our languages, in tenths of a pixel at 12 px.
const fn width(text: LabelText) -> i32 {
    match text {
        LabelText::Amount { .. } => 300,
        LabelText::Date(_) => 520,
        LabelText::Today => 340,
        LabelText::Expires | LabelText::Renews => 460,
        LabelText::Needed => 560,
        LabelText::Unlimited | LabelText::Daily => 1000,
        LabelText::TopUp(_) => 560,
    }
}
