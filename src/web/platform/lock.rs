//! Web Locks: what only one tab may do at a time, and which tabs are alive.

use super::js;
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A lock that is ours until it is released or the page is gone.
#[derive(Debug)]
pub struct Lock(Function);

impl Lock {
    /// Lets the next one.
    pub fn release(self) {
        drop(self.0.call0(&JsValue::UNDEFINED));
    }
}

/// Waits for the lock of that name; with `at_once` it is given up where another tab has it. `None`
/// where it was given up, or where the browser has no locks.
pub async fn lock(name: &str, at_once: bool) -> Option<Lock> {
    let locks = js::of_navigator("locks")?;
    let options = js::object(&[("ifAvailable", &at_once.into())]);
    let granted = Promise::new(&mut |tell, _| {
        let told = tell.clone();
        // The lock is held for as long as the promise that this returns is open.
        let held = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() || lock.is_undefined() {
                drop(told.call0(&JsValue::UNDEFINED));
                return JsValue::UNDEFINED;
            }
            let open = |release: Function, _: Function| drop(told.call1(&JsValue::UNDEFINED, &release));
            Promise::new(&mut { open }).into()
        });
        let asked = js::call(&locks, "request", &[&name.into(), &options, &held]);
        // Refused: the promise is told of something that is no way to release a lock.
        let _ = asked.and_then(|asked| js::call(&asked, "catch", &[&tell])).map_err(|_| tell.call0(&JsValue::NULL));
    });
    JsFuture::from(granted).await.ok()?.dyn_into().ok().map(Lock)
}

/// The names of all locks that tabs hold; `None` where the browser has no locks.
pub(super) async fn held() -> Option<Vec<String>> {
    let asked = js::call(&js::of_navigator("locks")?, "query", &[]);
    let state = js::wait(asked).await.ok()?;
    Some(js::array(&state, "held").iter().filter_map(|lock| js::text(&lock, "name")).collect())
}
