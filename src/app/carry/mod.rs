//! Carrying everything out and in: what the app knows of backups, files and the browser's promises.

mod care;
mod carrier;
mod incoming;

pub use care::Care;
pub use carrier::{file_of, is_strange, named, news};
pub use incoming::{CardLine, Incoming, Ready, Refusal, Rows};

use super::table::{Column, KindChoice};
use crate::domain::{CardId, EventId};
use crate::journal::Backup;

/// What was said on the way out or in.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    // The person.
    /// Wanted a backup, by that way.
    AskedBackup(Way),
    /// Wanted it encrypted, or not.
    ChoseLock(bool),
    /// Typed the passphrase of a backup to be made.
    TypedSecret(Secret),
    /// Typed it again.
    TypedAgain(Secret),
    /// Put the reminder off.
    Postponed,
    /// Wanted the browser to be asked to keep what is stored.
    AskedPersist,
    /// Wanted to choose a file.
    AskedFile,
    /// Wanted what the clipboard holds.
    AskedClipboard,
    /// Typed the passphrase of the file at hand.
    TypedKey(Secret),
    /// Sent it off.
    SubmittedKey,
    /// Wanted a table of everything, or of the top-ups.
    AskedTable(Listing),
    /// Said where a column of the table at hand stands, or that there is none.
    PutColumn(Column, Option<usize>),
    /// Said what every row is.
    ChoseKind(KindChoice),
    /// Said the unit of every row.
    ChoseUnit(&'static str),
    /// Said whether the day stands before the month.
    ChoseOrder(bool),
    /// Said onto which card the rows go.
    ChoseCard(CardId),
    /// Wanted what was wiped here back, or not.
    ChoseWiped(bool),
    /// Agreed to what was shown.
    Accepted,
    /// Dropped what was chosen.
    Dropped,
    /// Wanted what is known of a card's carrier as a file, by that way.
    AskedCarrier(CardId, Way),

    // The world.
    /// The browser has a share sheet that takes files, or none. It takes long to ask, so it is asked
    /// behind the first look.
    CanShare(bool),
    /// The file was handed over, or not.
    HandedOver(Freight, Result<(), HandFault>),
    /// A file or the clipboard was read, or a text was pasted into the field.
    Read(Result<String, Refusal>),
    /// The sum that was asked for; `None` where the browser computes none.
    Summed(Option<String>),
    /// The file at hand was decrypted.
    Unsealed(Result<String, Refusal>),
    /// Whether the browser promises not to clear what is stored; `None` where it says nothing.
    Persisted(Option<bool>),
}

impl Move {
    /// Whether it belongs to what is seldom done. A backup does not: the buttons of the notices about
    /// what goes wrong wait for no further part.
    #[must_use]
    pub const fn is_seldom(&self) -> bool {
        !matches!(
            self,
            Self::AskedBackup(_) | Self::HandedOver(..) | Self::Postponed | Self::CanShare(_) | Self::Persisted(_)
        )
    }
}

/// How a backup leaves the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// By the share sheet.
    Share,
    /// To a file that the person names.
    SaveAs,
    /// As a download.
    Download,
    /// As text in the clipboard, for another app on this device.
    Copy,
}

/// What a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Listing {
    /// Every entry.
    Entries,
    /// Top-ups with their money.
    TopUps,
}

/// Which ways the browser has besides download and clipboard, and what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// A share sheet that takes files.
    pub share: bool,
    /// A picker that makes files.
    pub save_as: bool,
    /// Encryption and sums: missing on a page without TLS.
    pub crypto: bool,
    /// It runs as an installed app.
    pub installed: bool,
}

/// What is handed over as a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Parcel {
    /// A backup, encrypted where there is a passphrase.
    Backup(Backup, Option<Secret>),
    /// The text of a carrier's file.
    Carrier(String),
}

/// Which [`Parcel`] it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freight {
    /// A backup.
    Backup,
    /// A carrier's file.
    Carrier,
}

impl Parcel {
    /// Which it is.
    #[must_use]
    pub const fn freight(&self) -> Freight {
        match self {
            Self::Backup(..) => Freight::Backup,
            Self::Carrier(_) => Freight::Carrier,
        }
    }
}

/// Why a backup was not handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HandFault {
    /// The person thought better of it.
    Cancelled,
    /// The browser did not do it.
    Failed,
}

/// How the last backup of this session went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handing {
    /// It is being made, with everything up to that event.
    Working(Way, Option<EventId>),
    /// It was handed over.
    Done(Way),
    /// It was not.
    Failed,
}

/// A passphrase. It is neither kept nor shown, not even to a person who looks for faults.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What the app knows of carrying out and in.
#[derive(Clone, Debug, Default)]
pub struct Carry {
    /// What the browser can do.
    pub can: Ways,
    /// What is remembered on this device.
    pub care: Care,
    /// Whether the browser promises to keep what is stored; `None` before it answered, and where it
    /// says nothing.
    pub persisted: Option<bool>,
    /// Whether the next backup is encrypted.
    pub locked: bool,
    /// Its passphrase.
    pub secret: Secret,
    /// The passphrase, typed again.
    pub again: Secret,
    /// How the last backup went.
    pub handing: Option<Handing>,
    /// How the last carrier was shared.
    pub shared: Option<Handing>,
    /// What is about to come in.
    pub incoming: Incoming,
}

impl Carry {
    /// The fewest characters of a passphrase: it is tried at the speed of the thief's machine.
    pub const SECRET_MIN: usize = 8;

    /// What is wrong with the passphrase of a backup to be made.
    #[must_use]
    pub fn secret_fault(&self) -> Option<SecretFault> {
        let long = self.secret.0.chars().count() >= Self::SECRET_MIN;
        match (self.locked, long, self.secret == self.again) {
            (true, false, _) => Some(SecretFault::Short),
            (true, true, false) => Some(SecretFault::Different),
            _ => None,
        }
    }

    /// Forgets what was typed and chosen, when its place is left.
    pub fn leave(&mut self) {
        self.locked = false;
        self.secret = Secret::default();
        self.again = Secret::default();
        self.shared = None;
        self.handing = self.handing.filter(|handing| matches!(handing, Handing::Working(..)));
    }
}

/// What is wrong with a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SecretFault {
    /// It has fewer characters than [`Carry::SECRET_MIN`].
    Short,
    /// The two are not the same.
    Different,
}
