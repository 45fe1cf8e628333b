//! What can fail outside the core, as values.

/// Why a store did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreFault {
    /// The browser refuses it: a private window, a setting, an embedded page.
    Refused,
    /// There is no room left.
    Full,
    /// This browser has none.
    Missing,
    /// It broke off for a reason of its own.
    Failed,
}

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
