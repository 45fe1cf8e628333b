//! Everything as one file: every record as it is kept, readable or not.

use super::json::quote;
use super::records::Journal;

impl Journal {
    /// A JSON text with every record, those that could not be read included: the same text for the
    /// same records.
    #[must_use]
    pub fn export(&self) -> String {
        let mut text = String::from("{\"format\":\"simgauge-records\",\"version\":1,\"records\":[");
        for (place, record) in self.records().enumerate() {
            text.push_str(if place == 0 { "\n{\"key\":" } else { ",\n{\"key\":" });
            quote(&mut text, &record.key);
            text.push_str(",\"line\":");
            quote(&mut text, &record.line);
            text.push('}');
        }
        text.push_str("\n]}\n");
        text
    }
}
