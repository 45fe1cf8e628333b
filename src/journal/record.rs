//! A record: one event as a key and one line of text that proves itself.
//!
//! The line is `1 9A3F01BC {…}`: the format, the CRC-32 in eight capital hexadecimal digits, and a
//! JSON object. The sum covers the format, the key's identifier and the object, so that neither a
//! flipped bit nor a line under a stranger's key passes. This envelope is final: later versions
//! add kinds and fields without raising the format, and a raised format keeps the envelope.

use super::crc::Crc;
use super::event::Event;
use super::wire;
use crate::domain::convert::natural;
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
        sealed(KEY_PREFIX, event.id, &wire::write(event))
    }
}

/// A record with its sum, under a key with that prefix.
pub(super) fn sealed(prefix: &str, id: EventId, object: &str) -> Record {
    let id = id.to_string();
    let sum = sum("1", &id, object);
    Record { key: [prefix, &id].concat(), line: format!("1 {sum:08X} {object}") }
}

/// A line whose sum is right.
pub(super) struct Opened<'a> {
    pub(super) format: u32,
    pub(super) object: &'a str,
}

/// The identifier in a key. None beyond the years that a timestamp may have: all coming events are
/// above the largest, so one stranger at the end of the range would leave no room for them.
pub(super) fn identifier(prefix: &str, key: &str) -> Option<EventId> {
    let id = Ulid::parse(name(prefix, key)?)?;
    (id.millis() <= Timestamp::MAX.millis()).then_some(EventId(id))
}

/// The place for a second text under one identifier, beside the first: `simgauge:e:01KB….9A3F01BC`.
/// Two devices never make the same identifier; a file that somebody wrote may.
pub(super) fn twin_key(key: &str, line: &str) -> String {
    format!("{key}.{:08X}", Crc::new().with(line).sum())
}

/// Opens the envelope, or `None` where it is damaged.
pub(super) fn open<'a>(prefix: &str, record: &'a Record) -> Option<Opened<'a>> {
    let (format, rest) = cut(&record.line)?;
    let (said, object) = cut(rest)?;
    let number = natural(format).filter(|&number: &u32| number > 0)?;
    let name = name(prefix, &record.key)?;
    let right = hexadecimal(said)? == sum(format, name, object);
    right.then_some(Opened { format: number, object })
}

/// Eight capital hexadecimal digits, only as we write them: otherwise two texts would stand for one sum.
fn hexadecimal(said: &str) -> Option<u32> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    };
    let said = said.as_bytes().first_chunk::<8>().filter(|_| said.len() == 8)?;
    said.iter().try_fold(0, |sum: u32, &byte| Some(sum << 4 | u32::from(digit(byte)?)))
}

/// What stands before the first space and after it: as `split_once`, which is made for longer texts
/// than these.
fn cut(text: &str) -> Option<(&str, &str)> {
    let space = text.bytes().position(|byte| byte == b' ')?;
    Some((text.get(..space)?, text.get(space + 1..)?))
}

/// The text of the identifier in a key, that of a twin included.
fn name<'a>(prefix: &str, key: &'a str) -> Option<&'a str> {
    let rest = key.strip_prefix(prefix)?;
    // An identifier and nothing more, as nearly all are.
    if rest.len() == 26 {
        return Some(rest);
    }
    match rest.split_once('.') {
        None => Some(rest),
        Some((name, sum)) => (sum.len() == 8).then_some(name),
    }
}

fn sum(format: &str, id: &str, object: &str) -> u32 {
    [format, " ", id, " ", object].iter().fold(Crc::new(), |sum, part| sum.with(part)).sum()
}
