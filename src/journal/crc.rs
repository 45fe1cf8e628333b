//! CRC-32 as of IEEE 802.3 (reflected, polynomial EDB88320), four bytes at a time.
//!
//! It finds every error of one bit, every burst of up to 32 bits and all but one in four billion
//! of the rest. It is no defence against a person who wants to deceive. Why not `crc32fast`:
//! docs/decisions/journal-codec.md.

/// What a byte adds to the sum, where none to three more follow it. They are computed when the
/// first sum is asked for: shipped, they would be four kilobytes that nothing makes smaller.
type Tables = [[u32; 256]; 4];

thread_local! {
    static TABLES: Tables = tables();
}

/// A sum that more text can be added to.
#[derive(Clone, Copy)]
pub(super) struct Crc(u32);

impl Crc {
    pub(super) const fn new() -> Self {
        Self(u32::MAX)
    }

    /// The sum with `text` after what was there.
    pub(super) fn with(self, text: &str) -> Self {
        TABLES.with(|tables| {
            let (fours, rest) = text.as_bytes().as_chunks::<4>();
            let [none, one, two, three] = tables;
            let sum = fours.iter().fold(self.0, |sum, four| {
                let [a, b, c, d] = (sum ^ u32::from_le_bytes(*four)).to_le_bytes();
                added(three, a) ^ added(two, b) ^ added(one, c) ^ added(none, d)
            });
            Self(rest.iter().fold(sum, |sum, byte| {
                let [low, ..] = sum.to_le_bytes();
                (sum >> 8) ^ added(none, low ^ byte)
            }))
        })
    }

    pub(super) const fn sum(self) -> u32 {
        !self.0
    }
}

fn added(table: &[u32; 256], byte: u8) -> u32 {
    table.get(usize::from(byte)).copied().unwrap_or(0)
}

fn tables() -> Tables {
    let bit = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    let mut tables: Tables = [[0; 256]; 4];
    for byte in 0..=u8::MAX {
        let mut sum = u32::from(byte);
        for table in &mut tables {
            sum = (0..8).fold(sum, |sum, _| bit(sum));
            if let Some(place) = table.get_mut(usize::from(byte)) {
                *place = sum;
            }
        }
    }
    tables
}
