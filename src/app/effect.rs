//! What is to be done: a closed list. The runtime does it and answers with messages.

use super::form::Field;
use super::msg::{Msg, Theme};
use super::route::Route;
use crate::i18n::Lang;
use crate::journal::Record;

/// Something for the runtime to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a record to both stores. Answered by [`Msg::Stored`] for each.
    Append(Record),
    /// Read every record of the database. Answered by [`Msg::ReadDatabase`].
    ReadDatabase,
    /// Keep text for this device only. A failure loses a draft or a preference, never an entry.
    KeepLocal(Local, String),
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
    /// Offer a file.
    Download {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Speak this language from now on.
    ShowLang(Lang),
    /// Be light or dark from now on.
    ShowTheme(Theme),
    /// Send a message after so many milliseconds.
    Wait(u32, Box<Msg>),
    /// Let the waiting version take over.
    ApplyUpdate,
    /// Bring the person to a field, once it is drawn.
    Focus(Field),
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
    /// The card whose reply is awaited.
    Awaited,
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
        }
    }
}
