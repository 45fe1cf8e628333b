//! CRC-32 as of IEEE 802.3 (reflected, polynomial EDB88320), in 32 words of table.
//!
//! It finds every error of one bit, every burst of up to 32 bits and all but one in four billion
//! of the rest. It is no defence against a person who wants to deceive. Why not `crc32fast`:
//! docs/decisions/journal-codec.md.

/// What the low and the high half of a byte add to the sum. Two halves looked up apart are as
/// small as one table of a half-byte, and do not wait for one another.
const LOW: [u32; 16] = table(8);
const HIGH: [u32; 16] = table(4);

/// A sum that more text can be added to.
#[derive(Clone, Copy)]
pub(super) struct Crc(u32);

impl Crc {
    pub(super) const fn new() -> Self {
        Self(u32::MAX)
    }

    /// The sum with `text` after what was there.
    pub(super) fn with(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |sum, byte| {
            let mixed = sum ^ u32::from(byte);
            (sum >> 8) ^ half(&LOW, mixed) ^ half(&HIGH, mixed >> 4)
        }))
    }

    pub(super) const fn sum(self) -> u32 {
        !self.0
    }
}

fn half(table: &[u32; 16], bits: u32) -> u32 {
    let place = usize::try_from(bits & 15).unwrap_or(0);
    table.get(place).copied().unwrap_or(0)
}

#[allow(clippy::indexing_slicing, clippy::as_conversions, reason = "evaluated when compiled, where neither can fail")]
const fn table(bits: u32) -> [u32; 16] {
    let mut table = [0_u32; 16];
    let mut place = 0;
    while place < 16 {
        let mut sum = place as u32;
        let mut bit = 0;
        while bit < bits {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[place] = sum;
        place += 1;
    }
    table
}
