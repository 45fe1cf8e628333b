//! What a drawing is made of: a closed list of shapes, each with its role.

use super::daily::Used;
use crate::domain::{Bytes, Date, EntryId, Timestamp, Unit};

/// A drawing of `width` × `height` pixels. Nothing lies outside it; what comes later lies above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// The shapes, from the back to the front.
    pub shapes: Vec<Shape>,
    /// What can be read off, oldest first: for touch, for the keyboard and for the table.
    pub marks: Vec<Mark>,
    /// What can be read off of the forecast after now, at the end of each day: its middle, and its 80 %.
    pub ahead: Vec<Mark>,
    /// The use of the days of which bars were drawn, oldest first.
    pub days: Vec<Used>,
    /// What was used a day between the first and the last of the marks that say what was left, since something came in
    /// the place of that, as far as checks tell; `None` for less than a day.
    pub mean: Option<Bytes>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line or an area.
    Path {
        /// What it stands for.
        role: Role,
        /// The `d` of an SVG path, in pixels with at most one decimal.
        d: String,
    },
    /// A small circle; its radius is for the style sheet.
    Dot {
        /// What it stands for.
        role: Role,
        /// Tenths of a pixel from the left.
        x: i32,
        /// Tenths of a pixel from the top.
        y: i32,
    },
    /// A text.
    Label(Label),
}

/// A text in the drawing, at 12 px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it stands for.
    pub role: Role,
    /// Tenths of a pixel from the left to its anchor.
    pub x: i32,
    /// Tenths of a pixel from the top to its baseline.
    pub y: i32,
    /// Which end of it is at `x`.
    pub anchor: Anchor,
    /// What it says.
    pub text: LabelText,
}

/// Which end of a text is at its place: SVG's `text-anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// What a text says, before it is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelText {
    /// An amount along the side: so many tenths of a unit.
    Amount {
        /// Tenths of the unit: 25 is 2.5.
        tenths: u64,
        /// The unit.
        unit: Unit,
        /// Whether the unit is to be written, as beside the topmost.
        with_unit: bool,
    },
    /// A day and its month.
    Date(Date),
    /// The day that now is.
    Today,
    /// The rule at the expiry.
    Expires,
    /// The same where the plan renews.
    Renews,
    /// The rule at the end of the day until which it is needed.
    Needed,
    /// That it has no end.
    Unlimited,
    /// The title of the bars: what was used each day.
    Daily,
    /// What a top-up added.
    TopUp(Bytes),
}

/// What a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A line across at an amount.
    Grid,
    /// The line at nothing left.
    Floor,
    /// The even pace.
    Pace,
    /// What is set aside.
    Reserve,
    /// The forecast, 80 %.
    Fan80,
    /// The forecast, 50 %.
    Fan50,
    /// The forecast's middle.
    Median,
    /// What can be left at most, where the plan began anew.
    Most,
    /// What was left, in steps.
    Steps,
    /// A check.
    Check,
    /// The end of the steps: what is known now.
    Last,
    /// A check that found more than there should have been.
    Rise,
    /// A check that its neighbours contradict.
    Slip,
    /// A top-up.
    TopUp,
    /// The expiry.
    Expiry,
    /// The end of the day until which it is needed.
    Needed,
    /// Where the plan begins anew with a month.
    Month,
    /// The time for which it has no end.
    Endless,
    /// The title of the bars.
    Daily,
    /// The use of a day, or the mean use of days between two checks.
    Bar,
    /// Now.
    Now,
    /// An amount along the side.
    Amount,
    /// A day below.
    Day,
}

/// Something that can be read off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Tenths of a pixel from the left.
    pub x: i32,
    /// Tenths of a pixel from the top.
    pub y: i32,
    /// When.
    pub at: Timestamp,
    /// What was left then, as far as known.
    pub left: Option<Bytes>,
    /// Whether that goes back to the phone's own counter and is what the carrier would have said.
    pub converted: bool,
    /// The entry that says so.
    pub entry: EntryId,
    /// What it is.
    pub kind: MarkKind,
}

/// What can be read off at a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A check.
    Check,
    /// A check that found more than there should have been, with no top-up between.
    Rise,
    /// The same, where a top-up came between of which nobody said what it brought.
    Paid,
    /// A check that its neighbours contradict: nothing goes by it.
    Slip,
    /// The first check since the plan began anew by itself, whatever was left before.
    Renewed,
    /// A check in another count than the ones before: the carrier's after the phone's own, or that after the carrier's.
    Apart,
    /// A top-up of so much.
    TopUp(Bytes),
    /// The forecast at the end of a day: between the two will be left then, with a chance of 80 %.
    Ahead(Bytes, Bytes),
}

impl Drawing {
    /// What was known since something came in the place of what was left, or it was told in another count: from one to
    /// the other nothing falls.
    #[must_use]
    pub fn since_anew(&self) -> &[Mark] {
        super::series::since_anew(&self.marks)
    }
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Grid,
        Self::Floor,
        Self::Pace,
        Self::Reserve,
        Self::Fan80,
        Self::Fan50,
        Self::Median,
        Self::Most,
        Self::Steps,
        Self::Check,
        Self::Last,
        Self::Rise,
        Self::Slip,
        Self::TopUp,
        Self::Expiry,
        Self::Needed,
        Self::Month,
        Self::Endless,
        Self::Daily,
        Self::Bar,
        Self::Now,
        Self::Amount,
        Self::Day,
    ];

    /// The class by which a style sheet knows it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Floor => "floor",
            Self::Pace | Self::Most => "pace",
            Self::Reserve => "reserve",
            Self::Fan80 => "fan80",
            Self::Fan50 => "fan50",
            Self::Median => "median",
            Self::Steps => "steps",
            Self::Check => "check",
            Self::Last => "last",
            Self::Rise => "rise",
            Self::Slip => "slip",
            Self::TopUp => "top-up",
            Self::Expiry => "expiry",
            Self::Needed => "needed",
            Self::Month => "month",
            Self::Endless => "endless",
            Self::Daily => "daily",
            Self::Bar => "used",
            Self::Now => "now",
            Self::Amount => "amount",
            Self::Day => "day",
        }
    }
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}
