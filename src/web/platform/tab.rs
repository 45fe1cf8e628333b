//! This tab: its unfinished forms have a place of their own, and those of a tab that is no more are
//! found by the next one.
//!
//! A tab has a name, which outlives a reload, and holds a lock of that name while it is alive. A
//! tab that is duplicated starts with the other's name, finds it held, and takes a new one.

use super::lock::{self, Lock};
use super::storage::Storage;
use super::{js, moment};
use crate::app::Draft;
use crate::domain::Ulid;
use std::cell::RefCell;
use std::rc::Rc;

/// What the lock of a living tab is called, before its name.
const ALIVE: &str = "simgauge-tab-";
/// Where the session keeps the tab's name.
const NAME: &str = "simgauge:tab";

/// This tab. Copies are the same tab.
#[derive(Clone, Debug)]
pub struct Tab(Rc<RefCell<State>>);

#[derive(Debug)]
struct State {
    name: String,
    /// Held until the page is gone.
    _alive: Option<Lock>,
}

impl Tab {
    /// The tab under the name that it had before a reload, or under a new one.
    #[must_use]
    pub fn open() -> Self {
        let name = session().and_then(|session| js::call(&session, "getItem", &[&NAME.into()]).ok());
        let name = name.and_then(|name| name.as_string()).unwrap_or_else(new_name);
        remember(&name);
        Self(Rc::new(RefCell::new(State { name, _alive: None })))
    }

    /// Where its forms are kept, for [`Storage::device`].
    #[must_use]
    pub fn drafts(&self) -> String {
        drafts_of(&self.0.borrow().name)
    }

    /// Says that it is alive, and finds the forms of those that are not. Where the browser has no
    /// locks, every other tab counts as gone: its forms are then shown here too.
    pub async fn left_behind(self, storage: Storage) -> Vec<Draft> {
        let own = self.0.borrow().name.clone();
        let mut alive = lock::lock(&[ALIVE, &own].concat(), true).await;
        let held = lock::held().await;
        if alive.is_none() && held.is_some() {
            let name = new_name();
            remember(&name);
            alive = lock::lock(&[ALIVE, &name].concat(), true).await;
            self.0.borrow_mut().name = name;
        }
        self.0.borrow_mut()._alive = alive;
        let mut living: Vec<String> = vec![own, self.0.borrow().name.clone()];
        living.extend(held.unwrap_or_default().iter().filter_map(|name| name.strip_prefix(ALIVE)).map(str::to_owned));
        let living: Vec<String> = living.iter().map(|name| drafts_of(name)).collect();
        let all = storage.devices("drafts").into_iter();
        all.filter(|(key, _)| !living.contains(key)).map(|(key, text)| Draft { key, text }).collect()
    }
}

fn drafts_of(name: &str) -> String {
    ["drafts:", name].concat()
}

fn new_name() -> String {
    Ulid::from_parts(0, moment::random()).to_string()
}

fn session() -> Option<wasm_bindgen::JsValue> {
    js::get(&js::window(), "sessionStorage")
}

fn remember(name: &str) {
    if let Some(session) = session() {
        // Where it cannot be kept, a reload finds the forms as those of a tab that is no more.
        drop(js::call(&session, "setItem", &[&NAME.into(), &name.into()]));
    }
}
