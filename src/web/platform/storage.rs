//! localStorage: the records at once, and what belongs to this device alone.
//!
//! Whether a record may be written over or removed is for the caller to know. What is written here reaches the disk seconds to minutes later: "Saved" is for `database` to say.

use super::js;
use super::refused::Refused;
use crate::journal::{KEY_PREFIX, QUARANTINE_PREFIX, Record, WIPE_PREFIX};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

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
        let keys = self.keys()?;
        let lines = self.each("getItem", &keys)?;
        if let (Some(keys), Some(lines)) = (pieces(&keys), pieces(&lines)) {
            let records = keys.into_iter().zip(lines).filter(|(key, _)| is_kept(key));
            return Ok(records.map(|(key, line)| Record { key, line }).collect());
        }
        let mut records = Vec::new();
        for key in keys.iter().filter_map(|key| key.as_string()).filter(|key| is_kept(key)) {
            if let Some(line) = self.0.get_item(&key)? {
                records.push(Record { key, line });
            }
        }
        Ok(records)
    }

    /// The keys of everything, the journal's and all others'.
    fn keys(&self) -> Result<Array, Refused> {
        self.each("key", &Array::from(&Array::new_with_length(self.0.length()?).keys()))
    }

    /// `of.map(storage.method, storage)`: asked within JavaScript, ten thousand answers cost a fifth
    /// of what they cost one by one.
    fn each(&self, method: &str, of: &Array) -> Result<Array, Refused> {
        let method = js::get(&self.0, method).ok_or(Refused::Missing)?;
        Ok(js::call(of, "map", &[&method, &self.0])?.unchecked_into())
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
        let keys = self.keys().unwrap_or_default();
        let keys = pieces(&keys).unwrap_or_else(|| keys.iter().filter_map(|key| key.as_string()).collect());
        let names = keys.iter().filter_map(|key| key.strip_prefix(DEVICE_PREFIX));
        let found = names.filter(|name| name.starts_with(start));
        found.filter_map(|name| Some((name.to_owned(), self.device(name)?))).collect()
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

/// The texts of an array, which come over in one. None where that cannot tell them apart.
fn pieces(of: &Array) -> Option<Vec<String>> {
    // What another page removed meanwhile is null, and would look like an empty text.
    if of.includes(&JsValue::NULL, 0) {
        return None;
    }
    let whole = of.join("\0").as_string()?;
    let pieces: Vec<String> = whole.split('\0').map(str::to_owned).collect();
    (pieces.len() == usize::try_from(of.length()).ok()?).then_some(pieces)
}

/// Whether a key belongs to the journal.
fn is_kept(key: &str) -> bool {
    [KEY_PREFIX, WIPE_PREFIX, QUARANTINE_PREFIX].iter().any(|prefix| key.starts_with(prefix))
}

fn device_key(name: &str) -> String {
    [DEVICE_PREFIX, name].concat()
}
