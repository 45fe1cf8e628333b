//! IndexedDB: the records on disk.
//!
//! Success means that a transaction of strict durability has completed, which is what "Saved"
//! means. No crate knows that option at a fair price (DESIGN.md section 9: 17 KB), and web-sys
//! keeps its types for it behind an unstable flag; five calls through `js` do.

use super::js;
use super::refused::Refused;
use crate::journal::Record;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "simgauge";
const VERSION: u32 = 1;
/// The one object store: the line of each record under its key.
const STORE: &str = "events";
/// Our keys lie between these two.
const PREFIX: &str = "simgauge:";
const BEYOND: &str = "simgauge;";
/// How many rows are read at once.
const PAGE: u32 = 500;

/// The page's database. Copies share one connection.
#[derive(Clone, Debug, Default)]
pub struct Database {
    /// Opened when it is needed, and again after anything failed.
    connection: Rc<RefCell<Option<JsValue>>>,
}

impl Database {
    /// Writes records and removes keys in one transaction: all of it is on disk, or nothing is.
    ///
    /// # Errors
    ///
    /// Where the browser has no IndexedDB, does not open it, or does not complete the transaction.
    pub async fn write(&self, put: &[Record], remove: &[String]) -> Result<(), Refused> {
        let reused = self.is_open();
        let done = self.try_write(put, remove).await;
        // A browser may have closed the connection while the page was away. Writing the same lines
        // under the same keys once more changes nothing.
        if done.is_err() && reused { self.try_write(put, remove).await } else { done }
    }

    async fn try_write(&self, put: &[Record], remove: &[String]) -> Result<(), Refused> {
        let connection = self.connection().await?;
        let done = match begin_write(&connection, put, remove) {
            Ok((transaction, done)) => completed(&transaction, done).await,
            Err(refused) => Err(refused),
        };
        self.check(done)
    }

    /// The first records whose keys come after that one, in the order of their keys: as many as can
    /// be taken in without being felt, and none only where there are no more.
    ///
    /// # Errors
    ///
    /// As [`Database::write`].
    pub async fn records(&self, after: Option<String>) -> Result<Vec<Record>, Refused> {
        let reused = self.is_open();
        let mut after = after.unwrap_or_else(|| PREFIX.to_owned());
        let read = self.try_records(&mut after).await;
        if read.is_err() && reused { self.try_records(&mut after).await } else { read }
    }

    async fn try_records(&self, after: &mut String) -> Result<Vec<Record>, Refused> {
        let connection = self.connection().await?;
        loop {
            let read = match begin_read(&connection, after) {
                Ok(reading) => reading.finish().await,
                Err(refused) => Err(refused),
            };
            let (last, records) = self.check(read)?;
            match last {
                // Rows that are no text are a stranger's: they stay where they are.
                Some(last) if records.is_empty() => *after = last,
                _ => return Ok(records),
            }
        }
    }

    fn is_open(&self) -> bool {
        self.connection.borrow().is_some()
    }

    async fn connection(&self) -> Result<JsValue, Refused> {
        let open = self.connection.borrow().clone();
        if let Some(connection) = open {
            return Ok(connection);
        }
        let connection = open_database().await?;
        *self.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }

    /// Forgets the connection after a failure: the browser may have closed it, and the next call
    /// opens another.
    fn check<T>(&self, result: Result<T, Refused>) -> Result<T, Refused> {
        if result.is_err()
            && let Some(connection) = self.connection.borrow_mut().take()
        {
            let _ = js::call(&connection, "close", &[]);
        }
        result
    }
}

async fn open_database() -> Result<JsValue, Refused> {
    let factory = js::get(&js::window(), "indexedDB").ok_or(Refused::Missing)?;
    let request = js::call(&factory, "open", &[&NAME.into(), &VERSION.into()])?;
    let opening = request.clone();
    let upgrade = Closure::once(move || {
        if let Some(database) = js::get(&opening, "result") {
            let _ = js::call(&database, "createObjectStore", &[&STORE.into()]);
        }
    });
    js::set(&request, "onupgradeneeded", upgrade.as_ref());
    let opened = js::settled(&request, "onsuccess", &["onerror", "onblocked"]).await;
    if let Err(event) = opened {
        let blocked = js::text(&event, "type").is_some_and(|kind| kind == "blocked");
        return Err(if blocked { Refused::Blocked } else { error_of(&request) });
    }
    let database = js::get(&request, "result").ok_or(Refused::Missing)?;
    // A later version in another tab must not wait for this one.
    if let Some(close) = js::get(&database, "close").and_then(|close| js::call(&close, "bind", &[&database]).ok()) {
        js::set(&database, "onversionchange", &close);
    }
    Ok(database)
}

/// Asks for everything before anything is awaited, so that the transaction stays open.
fn begin_write(connection: &JsValue, put: &[Record], remove: &[String]) -> Result<(JsValue, JsFuture), Refused> {
    let options = js::object(&[("durability", &"strict".into())]);
    let transaction = js::call(connection, "transaction", &[&STORE.into(), &"readwrite".into(), &options])?;
    let done = when_done(&transaction);
    let store = js::call(&transaction, "objectStore", &[&STORE.into()])?;
    for record in put {
        js::call(&store, "put", &[&record.line.as_str().into(), &record.key.as_str().into()])?;
    }
    for key in remove {
        js::call(&store, "delete", &[&key.as_str().into()])?;
    }
    // Where there is no explicit commit the transaction commits by itself, a little later.
    let _ = js::call(&transaction, "commit", &[]);
    Ok((transaction, done))
}

struct Reading {
    transaction: JsValue,
    done: JsFuture,
    keys: JsValue,
    lines: JsValue,
}

fn begin_read(connection: &JsValue, after: &str) -> Result<Reading, Refused> {
    let transaction = js::call(connection, "transaction", &[&STORE.into(), &"readonly".into()])?;
    let done = when_done(&transaction);
    let store = js::call(&transaction, "objectStore", &[&STORE.into()])?;
    let ranges = js::get(&js::window(), "IDBKeyRange").ok_or(Refused::Missing)?;
    let range = js::call(&ranges, "bound", &[&after.into(), &BEYOND.into(), &true.into(), &true.into()])?;
    let keys = js::call(&store, "getAllKeys", &[&range, &PAGE.into()])?;
    let lines = js::call(&store, "getAll", &[&range, &PAGE.into()])?;
    Ok(Reading { transaction, done, keys, lines })
}

impl Reading {
    /// The last key that was read, of whatever row, and the records.
    async fn finish(self) -> Result<(Option<String>, Vec<Record>), Refused> {
        completed(&self.transaction, self.done).await?;
        let (keys, lines) = (js::array(&self.keys, "result"), js::array(&self.lines, "result"));
        let text = |key: JsValue, line: JsValue| Some(Record { key: key.as_string()?, line: line.as_string()? });
        let records = keys.iter().zip(lines.iter()).filter_map(|(key, line)| text(key, line)).collect();
        Ok((keys.iter().last().and_then(|key| key.as_string()), records))
    }
}

fn when_done(transaction: &JsValue) -> JsFuture {
    js::settled(transaction, "oncomplete", &["onabort", "onerror"])
}

async fn completed(transaction: &JsValue, done: JsFuture) -> Result<(), Refused> {
    match done.await {
        Ok(_) => Ok(()),
        Err(_) => Err(error_of(transaction)),
    }
}

/// The `error` of a request or transaction; an abort without one is the browser's own doing.
fn error_of(target: &JsValue) -> Refused {
    js::get(target, "error").map_or_else(|| Refused::Failed("AbortError".to_owned()), Refused::from)
}
