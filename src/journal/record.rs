//! A record: one event as a key and one line of text that proves itself.
//!
//! The line is `1 9A3F01BC {…}`: the format, the CRC-32 in eight capital hexadecimal digits, and a
//! JSON object. The sum covers the format, the key's identifier and the object, so that neither a
//! flipped bit nor a line under a stranger's key passes. This envelope is final: later versions
//! add kinds and fields without raising the format, and a raised format keeps the envelope.

use super::crc::Crc;
use super::event::Event;
use super::wire;
use crate::domain::{EventId, Timestamp, Ulid};

/// What the keys of all records start with.
pub const KEY_PREFIX: &str = "simgauge:e:";

/// The newest format that this version reads.
pub(super) const FORMAT: u32 = 1;

/// The key of an event's record: `simgauge:e:01KB…`.
#[must_use]
pub fn key(id: EventId) -> String {
    let mut key = String::with_capacity(KEY_PREFIX.len() + 26);
    key.push_str(KEY_PREFIX);
    key.push_str(&id.to_string());
    key
}

/// One event as it is stored. Healing, backup and merging copy the line; nothing writes it anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// Under which key.
    pub key: String,
    /// What.
    pub line: String,
}

impl Record {
    /// The record of a new event.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let object = wire::write(event);
        let key = key(event.id);
        let sum = sum("1", &key, &object);
        Self { key, line: format!("1 {sum:08X} {object}") }
    }
}

/// A line whose sum is right.
pub(super) struct Opened<'a> {
    pub(super) format: u32,
    pub(super) object: &'a str,
}

/// The identifier in a key. None beyond the years that a timestamp may have: all coming events are
/// above the largest, so one stranger at the end of the range would leave no room for them.
pub(super) fn identifier(key: &str) -> Option<EventId> {
    let id = key.strip_prefix(KEY_PREFIX).and_then(Ulid::parse)?;
    (id.millis() <= Timestamp::MAX.millis()).then_some(EventId(id))
}

/// Opens the envelope, or `None` where it is damaged.
pub(super) fn open(record: &Record) -> Option<Opened<'_>> {
    let (format, rest) = record.line.split_once(' ')?;
    let (said, object) = rest.split_once(' ')?;
    let number = format.parse().ok().filter(|&number: &u32| number > 0)?;
    // Only as we write it: otherwise two texts would stand for one sum.
    let canonical = said.len() == 8 && said.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
    let right = canonical && u32::from_str_radix(said, 16).ok()? == sum(format, &record.key, object);
    right.then_some(Opened { format: number, object })
}

fn sum(format: &str, key: &str, object: &str) -> u32 {
    let identifier = key.strip_prefix(KEY_PREFIX).unwrap_or_default();
    [format, " ", identifier, " ", object].iter().fold(Crc::new(), |sum, part| sum.with(part)).sum()
}
