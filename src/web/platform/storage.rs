//! localStorage: the records at once, and what belongs to this device alone.
//!
//! Whether a record may be written over or removed is for the caller to know. What is written here reaches the disk seconds to minutes later: "Saved" is for `database` to say.

use super::js;
use super::refused::Refused;
use crate::journal::{KEY_PREFIX, QUARANTINE_PREFIX, Record, WIPE_PREFIX};

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
            if is_kept(&key)
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

    /// Removes what is under a key, if anything is.
    ///
    /// # Errors
    ///
    /// Where the store is refused since it was opened.
    pub fn remove(&self, key: &str) -> Result<(), Refused> {
        Ok(self.0.remove_item(key)?)
    }

    /// Everything of this device whose name starts like that, with its name.
    #[must_use]
    pub fn devices(&self, start: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for place in 0..self.0.length().unwrap_or(0) {
            let key = self.0.key(place).ok().flatten().unwrap_or_default();
            if let Some(name) = key.strip_prefix(DEVICE_PREFIX).filter(|name| name.starts_with(start))
                && let Some(text) = self.device(name)
            {
                found.push((name.to_owned(), text));
            }
        }
        found
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
                && is_kept(&key)
            {
                called(Record { key, line });
            }
        }))
    }
}

/// Whether a key belongs to the journal.
fn is_kept(key: &str) -> bool {
    [KEY_PREFIX, WIPE_PREFIX, QUARANTINE_PREFIX].iter().any(|prefix| key.starts_with(prefix))
}

fn device_key(name: &str) -> String {
    [DEVICE_PREFIX, name].concat()
}
