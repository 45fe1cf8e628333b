//! Everything as one file: every record as it is kept, readable or not.

use crate::journal::Journal;

/// A JSON text with every record of the journal, those that could not be read included.
///
/// It is the same text for the same records.
#[must_use]
pub fn everything(journal: &Journal) -> String {
    let mut text = String::from("{\"format\":\"simgauge-records\",\"version\":1,\"records\":[");
    for (place, record) in journal.records().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str("{\"key\":");
        quote(&mut text, &record.key);
        text.push_str(",\"line\":");
        quote(&mut text, &record.line);
        text.push('}');
    }
    text.push_str("\n]}\n");
    text
}

fn quote(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            c if u32::from(c) < 0x20 => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}
