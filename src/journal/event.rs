//! Events: the changes that are kept. They say what happened and never how it is stored.

use crate::domain::{Card, CardId, Entry, EntryId, EventId, Pattern, PatternId, ReportId, ReportText};
use std::rc::Rc;

/// A kept change. Events take effect in the order of their identifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which, and when it was made.
    pub id: EventId,
    /// What changed.
    pub change: Change,
}

/// What an event changes.
///
/// An edit and a removal name the version that they replace. The version is the identifier of the
/// event that wrote it, which [`crate::domain::Kept::version`] holds. Of changes to one thing the
/// one with the highest identifier wins, a removal like an edit; the others stay in its history.
/// New identifiers are always above every one seen, so a change made in knowledge of another is
/// above it, and only changes made apart from one another are decided by the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A card was added or edited.
    SavedCard {
        /// Which.
        card: CardId,
        /// The version before, or `None` where it was added.
        replaces: Option<EventId>,
        /// What it is now.
        value: Rc<Card>,
    },
    /// An entry was added or edited.
    SavedEntry {
        /// Which.
        entry: EntryId,
        /// The version before, or `None` where it was added.
        replaces: Option<EventId>,
        /// What it is now.
        value: Rc<Entry>,
    },
    /// A card was removed. Its entries stay, unseen, and come back with it.
    RemovedCard {
        /// Which.
        card: CardId,
        /// The version that was removed.
        replaces: EventId,
    },
    /// An entry was removed.
    RemovedEntry {
        /// Which.
        entry: EntryId,
        /// The version that was removed.
        replaces: EventId,
    },
    /// A pattern was taught, or taught anew.
    SavedPattern {
        /// Which.
        pattern: PatternId,
        /// The version before, or `None` where it was added.
        replaces: Option<EventId>,
        /// What it is now.
        value: Pattern,
    },
    /// A pattern was removed.
    RemovedPattern {
        /// Which.
        pattern: PatternId,
        /// The version that was removed.
        replaces: EventId,
    },
    /// Something was reported of a carrier, or reported anew.
    SavedReport {
        /// Which.
        report: ReportId,
        /// The version before, or `None` where it was added.
        replaces: Option<EventId>,
        /// What it is now.
        value: ReportText,
    },
    /// A report was taken back.
    RemovedReport {
        /// Which.
        report: ReportId,
        /// The version that was removed.
        replaces: EventId,
    },
    /// Another card stands first, or none.
    PinnedCard {
        /// Which.
        card: Option<CardId>,
    },
}

/// What a change is about: changes of one subject have one history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A card.
    Card(CardId),
    /// An entry.
    Entry(EntryId),
    /// A pattern.
    Pattern(PatternId),
    /// A report.
    Report(ReportId),
    /// Which card stands first.
    Pin,
}

impl Change {
    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        match self {
            Self::SavedCard { card, .. } | Self::RemovedCard { card, .. } => Subject::Card(*card),
            Self::SavedEntry { entry, .. } | Self::RemovedEntry { entry, .. } => Subject::Entry(*entry),
            Self::SavedPattern { pattern, .. } | Self::RemovedPattern { pattern, .. } => Subject::Pattern(*pattern),
            Self::SavedReport { report, .. } | Self::RemovedReport { report, .. } => Subject::Report(*report),
            Self::PinnedCard { .. } => Subject::Pin,
        }
    }

    /// The version that it replaces.
    #[must_use]
    pub const fn replaces(&self) -> Option<EventId> {
        match self {
            Self::SavedCard { replaces, .. }
            | Self::SavedEntry { replaces, .. }
            | Self::SavedPattern { replaces, .. }
            | Self::SavedReport { replaces, .. } => *replaces,
            Self::RemovedCard { replaces, .. }
            | Self::RemovedEntry { replaces, .. }
            | Self::RemovedPattern { replaces, .. }
            | Self::RemovedReport { replaces, .. } => Some(*replaces),
            Self::PinnedCard { .. } => None,
        }
    }
}
