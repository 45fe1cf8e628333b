//! A backup behind a passphrase: the file, with all that is needed to open it but the passphrase.

use super::read::Unreadable;
use crate::journal::json::{Object, Writer};

/// What the file says it is.
pub(super) const FORMAT: &str = "simgauge-backup-encrypted";
const KEY: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-256-GCM";

/// Rounds of PBKDF2 with which a backup is sealed (OWASP's password storage cheat sheet asks for
/// 600,000 with SHA-256).
pub const ROUNDS: u32 = 600_000;
/// The most rounds that are computed for a stranger's file: some ten seconds of a slow phone.
const MOST_ROUNDS: u32 = 6_000_000;

/// An encrypted backup. The bytes stand in base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Rounds of PBKDF2, [`ROUNDS`] or more.
    pub rounds: u32,
    /// 16 bytes that make the key this file's own.
    pub salt: String,
    /// 12 bytes that are never used twice with one key.
    pub nonce: String,
    /// The backup's text as AES-256-GCM encrypts it, its tag of 16 bytes at the end.
    pub data: String,
}

impl Sealed {
    /// The file.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = Writer::new();
        out.text("format", FORMAT);
        out.int("version", super::VERSION);
        out.text("key", KEY);
        out.int("rounds", self.rounds.into());
        out.text("salt", &self.salt);
        out.text("cipher", CIPHER);
        out.text("nonce", &self.nonce);
        out.text("data", &self.data);
        let mut text = out.finish();
        text.push('\n');
        text
    }

    pub(super) fn read(object: &Object<'_>) -> Result<Self, Unreadable> {
        let known = object.text("key") == Some(KEY) && object.text("cipher") == Some(CIPHER);
        if !known && object.text("key").is_some() && object.text("cipher").is_some() {
            return Err(Unreadable::Newer);
        }
        let part = |name| object.text(name).filter(|part| is_base64(part)).map(ToOwned::to_owned);
        let rounds = object.int("rounds").and_then(|rounds| u32::try_from(rounds).ok());
        let rounds = rounds.filter(|rounds| known && (ROUNDS..=MOST_ROUNDS).contains(rounds));
        let read = || Some(Self { rounds: rounds?, salt: part("salt")?, nonce: part("nonce")?, data: part("data")? });
        read().ok_or(Unreadable::Damaged)
    }
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    !digits.is_empty()
        && text.len().is_multiple_of(4)
        && text.len() - digits.len() < 3
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}
