//! What is to be done: a closed list. The runtime does it and answers with messages.

#[cfg(doc)]
use super::carry::Move;
use super::carry::{Parcel, Secret, Way};
use super::form::Field;
use super::msg::{Msg, Theme};
use super::route::Route;
use crate::i18n::Lang;
use crate::journal::{Order, Sealed};

/// Something for the runtime to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Order a store to do something. Answered by [`Msg::StoreAnswered`], or never.
    Store(Order),
    /// Keep text for this device only. A failure loses a draft or a preference, never an entry.
    KeepLocal(Local, String),
    /// Keep these forms of this tab, and then what is left of those that other tabs left behind;
    /// nothing is left where the text is empty.
    AdoptDrafts(String, Vec<Draft>),
    /// Drop the kept forms of every tab that name one of these, or all of them.
    DropDrafts(Option<Vec<String>>),
    /// Go to a place; `replace` leaves no step to go back to. Answered by [`Msg::Navigated`].
    Go {
        /// Where to.
        route: Route,
        /// In the place of the present one.
        replace: bool,
    },
    /// Read the clipboard's text. Answered by [`Msg::ReadClipboard`].
    ReadClipboard,
    /// Put text into the clipboard.
    CopyText(String),
    /// Make a file and hand it over by that way. Answered by [`Move::HandedOver`].
    HandOver {
        /// How.
        way: Way,
        /// The file's name, without what follows the dot.
        name: String,
        /// What is in it.
        parcel: Parcel,
    },
    /// Offer a table as a file of that name.
    DownloadTable {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Offer a calendar file of that name: by the share sheet, or as a download where that is not wanted or
    /// not there.
    HandCalendar {
        /// Whether by the share sheet.
        share: bool,
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Fetch the directory of carriers. Answered by [`Msg::FetchedDirectory`].
    FetchDirectory,
    /// Let the person choose a file, and read it. Answered by [`Move::Read`], or never.
    PickFile,
    /// Read the clipboard for a backup. Answered by [`Move::Read`].
    ReadText,
    /// Compute the SHA-256 of a text, or of nothing. Answered by [`Move::Summed`].
    Sum(Option<String>),
    /// Decrypt a backup. Answered by [`Move::Unsealed`].
    Unseal(Sealed, Secret),
    /// Ask whether the browser promises to keep what is stored, or ask it to. Answered by
    /// [`Move::Persisted`].
    Persist {
        /// Whether it is asked to.
        ask: bool,
    },
    /// Speak this language from now on.
    ShowLang(Lang),
    /// Be light or dark from now on.
    ShowTheme(Theme),
    /// Send a message after so many milliseconds.
    Wait(u32, Box<Msg>),
    /// Let the waiting version take over.
    ApplyUpdate,
    /// Begin a new place at its top, once it is drawn.
    Begin,
    /// Bring the person to a field, once it is drawn.
    Focus(Field),
    /// Bring a field into view, where there is one, once it is drawn: the person stays where they are.
    Show(Field),
}

impl Effect {
    /// Whether only what is seldom done asks for it; see [`Msg::is_seldom`].
    #[must_use]
    pub const fn is_seldom(&self) -> bool {
        matches!(
            self,
            Self::DownloadTable { .. }
                | Self::HandCalendar { .. }
                | Self::PickFile
                | Self::ReadText
                | Self::Sum(_)
                | Self::Unseal(..)
        )
    }
}

/// The unfinished forms of a tab that is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where they are kept.
    pub key: String,
    /// The forms as text.
    pub text: String,
}

/// Names of what is kept for this device only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Local {
    /// The language.
    Lang,
    /// The theme.
    Theme,
    /// The forms that were not sent off.
    Drafts,
    /// The question to a carrier whose answer is awaited.
    Awaited,
    /// What is remembered about backups.
    Care,
}

impl Local {
    /// Its name in the store.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lang => "lang",
            Self::Theme => "theme",
            Self::Drafts => "drafts",
            Self::Awaited => "awaited",
            Self::Care => "care",
        }
    }
}
