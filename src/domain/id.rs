//! Identifiers: ULIDs, typed by what they name. They are made by the platform; none are made here.

use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A ULID: 48 bits of milliseconds, 80 random bits, written as 26 characters of Crockford's
/// base 32, which sort as the number does (github.com/ulid/spec).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ulid(u128);

impl Ulid {
    /// From its parts: milliseconds since 1970 and the random part, of which 80 bits count.
    #[must_use]
    pub fn from_parts(millis: u64, random: u128) -> Self {
        Self((u128::from(millis & 0xFFFF_FFFF_FFFF) << 80) | (random & ((1 << 80) - 1)))
    }

    /// Reads 26 characters of Crockford's base 32 in capitals, as [`fmt::Display`] writes them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 26 || text.as_bytes().first().is_none_or(|&first| first > b'7') {
            return None;
        }
        // In three words: a journal reads tens of thousands of these when it loads.
        let word = |part: Option<&str>| {
            part?.bytes().try_fold(0_u64, |word, byte| digit(byte).map(|digit| word << 5 | u64::from(digit)))
        };
        let (first, second, third) = (word(text.get(..10))?, word(text.get(10..18))?, word(text.get(18..))?);
        Some(Self(u128::from(first) << 80 | u128::from(second) << 40 | u128::from(third)))
    }

    /// The milliseconds since 1970 at which it was made.
    #[must_use]
    pub fn millis(self) -> i64 {
        i64::try_from(self.0 >> 80).unwrap_or(i64::MAX)
    }

    /// The `n`th identifier above this one.
    #[must_use]
    pub fn plus(self, n: u16) -> Self {
        Self(self.0.saturating_add(u128::from(n)))
    }
}

/// What a letter of [`ALPHABET`] stands for.
const fn digit(letter: u8) -> Option<u8> {
    Some(match letter {
        b'0'..=b'9' => letter - b'0',
        b'A'..=b'H' => letter - b'A' + 10,
        b'J' | b'K' => letter - b'J' + 18,
        b'M' | b'N' => letter - b'M' + 20,
        b'P'..=b'T' => letter - b'P' + 22,
        b'V'..=b'Z' => letter - b'V' + 27,
        _ => return None,
    })
}

impl fmt::Display for Ulid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // In one piece: a journal writes and checks thousands of these when it loads.
        let mut text = [b'0'; 26];
        let mut rest = self.0;
        for place in text.iter_mut().rev() {
            let digit = usize::try_from(rest & 31).unwrap_or(0);
            *place = ALPHABET.get(digit).copied().unwrap_or(b'0');
            rest >>= 5;
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Ulid);

        impl $name {
            /// Reads what [`fmt::Display`] writes.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Ulid::parse(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

identifier! {
    /// Names a card for ever.
    CardId
}
identifier! {
    /// Names an entry for ever, whatever is edited in it.
    EntryId
}
identifier! {
    /// Names a taught pattern for ever.
    PatternId
}
identifier! {
    /// Names a report for ever.
    ReportId
}
identifier! {
    /// Names an event; events fold in the order of these.
    EventId
}
