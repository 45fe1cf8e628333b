//! CRC-32 as of IEEE 802.3 (reflected, polynomial EDB88320), in sixteen words of table.
//!
//! It finds every error of one bit, every burst of up to 32 bits and all but one in four billion
//! of the rest. It is no defence against a person who wants to deceive.

const TABLE: [u32; 16] = table();

/// A sum that more text can be added to.
#[derive(Clone, Copy)]
pub(super) struct Crc(u32);

impl Crc {
    pub(super) const fn new() -> Self {
        Self(u32::MAX)
    }

    /// The sum with `text` after what was there.
    pub(super) fn with(self, text: &str) -> Self {
        let mut sum = self.0;
        for byte in text.bytes() {
            sum ^= u32::from(byte);
            sum = (sum >> 4) ^ low_nibble(sum);
            sum = (sum >> 4) ^ low_nibble(sum);
        }
        Self(sum)
    }

    pub(super) const fn sum(self) -> u32 {
        !self.0
    }
}

fn low_nibble(sum: u32) -> u32 {
    let place = usize::try_from(sum & 15).unwrap_or(0);
    TABLE.get(place).copied().unwrap_or(0)
}

#[allow(clippy::indexing_slicing, clippy::as_conversions, reason = "evaluated when compiled, where neither can fail")]
const fn table() -> [u32; 16] {
    let mut table = [0_u32; 16];
    let mut place = 0;
    while place < 16 {
        let mut sum = place as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[place] = sum;
        place += 1;
    }
    table
}
