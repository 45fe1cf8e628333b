//! Why the browser did not do what it was asked.

use super::js;
use wasm_bindgen::JsValue;

/// Why the browser did not do what it was asked. A normal state of the app, not a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has no such thing, or not here: a private window, an old browser, a page without TLS.
    Missing,
    /// It, or its owner, does not allow it.
    Denied,
    /// There is no room.
    Full,
    /// Another tab holds an older version open.
    Blocked,
    /// Something else; the name of the error, for a report.
    Failed(String),
}

impl From<JsValue> for Refused {
    /// From a thrown value, by its name.
    fn from(error: JsValue) -> Self {
        let name = js::text(&error, "name").unwrap_or_default();
        match name.as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" | "NotAllowedError" | "InvalidAccessError" => Self::Denied,
            _ => Self::Failed(name),
        }
    }
}
