//! What can fail outside the core, as values.

/// Why the clipboard gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClipboardFault {
    /// The browser or the person refused.
    Refused,
    /// What it holds is no balance, so it was left where it is.
    NoBalance,
    /// It holds no text.
    Empty,
}
