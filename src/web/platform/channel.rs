//! The channel between the tabs of this browser: what one has on disk, the others show at once,
//! with or without localStorage.

use super::js;
use crate::journal::Record;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

const NAME: &str = "simgauge";

/// The open channel. It listens as long as it lives.
#[derive(Debug)]
pub struct Channel {
    channel: JsValue,
    _heard: Closure<dyn FnMut(JsValue)>,
}

impl Channel {
    /// Joins, and calls with what other tabs say; `None` where the browser has no channels.
    #[must_use]
    pub fn open(called: impl Fn(Vec<Record>) + 'static) -> Option<Self> {
        let channel = js::construct(&js::window(), "BroadcastChannel", &[&NAME.into()]).ok()?;
        let heard: Closure<dyn FnMut(JsValue)> = Closure::new(move |event: JsValue| {
            let said: Vec<String> = js::array(&event, "data").iter().filter_map(|text| text.as_string()).collect();
            let pairs = said.chunks_exact(2);
            called(pairs.filter_map(|pair| Some(record(pair.first()?, pair.get(1)?))).collect());
        });
        js::set(&channel, "onmessage", heard.as_ref().unchecked_ref());
        Some(Self { channel, _heard: heard })
    }

    /// Tells the other tabs of records that are on disk.
    pub fn say(&self, records: &[Record]) {
        let said = Array::new();
        for record in records {
            said.push(&record.key.as_str().into());
            said.push(&record.line.as_str().into());
        }
        // A tab that is not told finds it in the stores.
        drop(js::call(&self.channel, "postMessage", &[&said]));
    }
}

fn record(key: &str, line: &str) -> Record {
    Record { key: key.to_owned(), line: line.to_owned() }
}
