//! localStorage: the records at once, and what belongs to this device alone.
//!
//! It deletes no record, and whether a record may be written over is for the caller to know. What
//! is written here reaches the disk seconds to minutes later: "Saved" is for `database` to say.

use super::js;
use super::refused::Refused;
use crate::journal::{KEY_PREFIX, Record};

/// What belongs to this device alone: language, theme, draft.
const DEVICE_PREFIX: &str = "simgauge:d:";

/// The page's localStorage.
#[derive(Clone, Debug)]
pub struct Storage(web_sys::Storage);

impl Storage {
    /// Asks the window for it.
    ///
    /// # Errors
    ///
    /// [`Refused::Missing`] or [`Refused::Denied`], as in a private window or where the person
    /// blocks what sites keep.
    pub fn open() -> Result<Self, Refused> {
        let window = web_sys::window().ok_or(Refused::Missing)?;
        window.local_storage()?.map(Self).ok_or(Refused::Missing)
    }

    /// All records, in no order.
    ///
    /// # Errors
    ///
    /// Where reading throws, as it may in a store that its browser finds damaged.
    pub fn records(&self) -> Result<Vec<Record>, Refused> {
        let mut records = Vec::new();
        for place in 0..self.0.length()? {
            let Some(key) = self.0.key(place)? else { continue };
            if key.starts_with(KEY_PREFIX)
                && let Some(line) = self.0.get_item(&key)?
            {
                records.push(Record { key, line });
            }
        }
        Ok(records)
    }

    /// Writes one record. Where that fails, what was under its key is still there.
    ///
    /// # Errors
    ///
    /// [`Refused::Full`] above all.
    pub fn write(&self, record: &Record) -> Result<(), Refused> {
        Ok(self.0.set_item(&record.key, &record.line)?)
    }

    /// Something that belongs to this device: `language`, `theme`, `draft`. Missing and unreadable
    /// are the same.
    #[must_use]
    pub fn device(&self, name: &str) -> Option<String> {
        self.0.get_item(&device_key(name)).ok()?
    }

    /// Keeps something that belongs to this device, or forgets it.
    ///
    /// # Errors
    ///
    /// As [`Storage::write`].
    pub fn set_device(&self, name: &str, value: Option<&str>) -> Result<(), Refused> {
        let key = device_key(name);
        match value {
            Some(value) => self.0.set_item(&key, value)?,
            None => self.0.remove_item(&key)?,
        }
        Ok(())
    }

    /// Calls with each record that another tab writes. It lasts as long as what is returned.
    #[must_use]
    pub fn on_record(called: impl Fn(Record) + 'static) -> Option<gloo::events::EventListener> {
        let window = web_sys::window()?;
        Some(gloo::events::EventListener::new(&window, "storage", move |event| {
            if let (Some(key), Some(line)) = (js::text(event, "key"), js::text(event, "newValue"))
                && key.starts_with(KEY_PREFIX)
            {
                called(Record { key, line });
            }
        }))
    }
}

fn device_key(name: &str) -> String {
    [DEVICE_PREFIX, name].concat()
}
