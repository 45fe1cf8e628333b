//! The clipboard: read on a tap, written on a tap.
//!
//! The browser is asked before the returned future is awaited, since some allow it only within
//! the tap itself.

use super::js;
use super::refused::Refused;
use std::future::Future;

/// The text on the clipboard, uncleaned. The browser may ask the person first.
///
/// # Errors
///
/// [`Refused::Missing`] where the browser or the page may not (no TLS), [`Refused::Denied`] where
/// the person does not want it; the way out is to paste into a field.
pub fn paste() -> impl Future<Output = Result<String, Refused>> {
    let asked = clipboard().and_then(|clipboard| js::call(&clipboard, "readText", &[]));
    async { js::wait(asked).await?.as_string().ok_or(Refused::Missing) }
}

/// Puts a text on the clipboard.
///
/// # Errors
///
/// As [`paste`]; the way out is to show the text, selected.
pub fn copy(text: &str) -> impl Future<Output = Result<(), Refused>> + use<> {
    let asked = clipboard().and_then(|clipboard| js::call(&clipboard, "writeText", &[&text.into()]));
    async { js::wait(asked).await.map(|_| ()) }
}

fn clipboard() -> Result<wasm_bindgen::JsValue, Refused> {
    js::of_navigator("clipboard").ok_or(Refused::Missing)
}
