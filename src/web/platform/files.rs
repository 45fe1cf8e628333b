//! Files: one that the person chooses, one that they name, one that is shared; and whether the
//! browser promises to keep what is stored.

use super::js;
use super::refused::Refused;
use js_sys::Array;
use serde::Serialize;
use std::future::Future;
use wasm_bindgen::JsValue;

/// Why a chosen file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was not chosen after all.
    NotChosen,
    /// It is larger than what was asked for.
    TooLarge,
    /// The browser does not read it.
    Refused,
}

/// Lets the person choose a file, and reads its text: UTF-8, or where it is none, the encoding of
/// that name, as spreadsheets in Chinese write it. Nothing is read of one with more bytes than `most`.
///
/// # Errors
///
/// [`Unread`]; a browser that does not tell that nothing was chosen leaves this waiting.
pub async fn pick(most: usize, other_encoding: &str) -> Result<String, Unread> {
    let document = js::get(&js::window(), "document").ok_or(Unread::Refused)?;
    let body = js::get(&document, "body").ok_or(Unread::Refused)?;
    let input = js::call(&document, "createElement", &[&"input".into()]).map_err(|_| Unread::Refused)?;
    js::set(&input, "type", &"file".into());
    js::set(&input, "hidden", &true.into());
    let chosen = js::settled(&input, "onchange", &["oncancel"]);
    // Outside the page, Safari on a phone does not tell what was chosen.
    let _ = js::call(&body, "appendChild", &[&input]);
    let _ = js::call(&input, "click", &[]);
    let chosen = chosen.await;
    let _ = js::call(&input, "remove", &[]);
    chosen.map_err(|_| Unread::NotChosen)?;
    let file = js::get(&input, "files").and_then(|files| js::get(&files, "0")).ok_or(Unread::NotChosen)?;
    let size = js::get(&file, "size").and_then(|size| size.as_f64()).ok_or(Unread::Refused)?;
    if size > crate::domain::convert::float(i64::try_from(most).unwrap_or(i64::MAX)) {
        return Err(Unread::TooLarge);
    }
    let bytes = js::wait(js::call(&file, "arrayBuffer", &[])).await.map_err(|_| Unread::Refused)?;
    let text = decode(&bytes, "utf-8").or_else(|| decode(&bytes, other_encoding));
    text.ok_or(Unread::Refused)
}

/// The options of `TextDecoder`.
#[derive(Serialize)]
struct DecoderOptions {
    fatal: bool,
}

fn decode(bytes: &JsValue, encoding: &str) -> Option<String> {
    let options = js::options(&DecoderOptions { fatal: true });
    let decoder = js::construct(&js::window(), "TextDecoder", &[&encoding.into(), &options]).ok()?;
    js::call(&decoder, "decode", &[bytes]).ok()?.as_string()
}

/// Whether the browser lets the person name a file.
#[must_use]
pub fn can_save_as() -> bool {
    js::get(&js::window(), "showSaveFilePicker").is_some()
}

/// Asks for a place at once, within the tap, and writes the text there when it is made.
///
/// # Errors
///
/// What `text` fails with; [`Refused::Failed`] with `AbortError` where the person chose none.
pub fn save_as<F: Future<Output = Result<String, Refused>>>(
    name: &str,
    text: F,
) -> impl Future<Output = Result<(), Refused>> + use<F> {
    let options = js::object(&[("suggestedName", &name.into())]);
    let asked = js::call(&js::window(), "showSaveFilePicker", &[&options]);
    async {
        let target = js::wait(asked).await?;
        let text = text.await?;
        let writing = js::wait(js::call(&target, "createWritable", &[])).await?;
        js::wait(js::call(&writing, "write", &[&text.into()])).await?;
        js::wait(js::call(&writing, "close", &[])).await.map(|_| ())
    }
}

/// The type of a file that is nothing but text.
pub const TEXT: &str = "text/plain";

/// Whether the browser shares text files.
#[must_use]
pub fn can_share() -> bool {
    let navigator = js::get(&js::window(), "navigator").unwrap_or_default();
    let asked = shared("probe.txt", TEXT, "").and_then(|data| js::call(&navigator, "canShare", &[&data]));
    asked.is_ok_and(|answer| answer.is_truthy())
}

/// Opens the share sheet with a file.
///
/// # Errors
///
/// [`Refused::Denied`] where the tap is too long ago, [`Refused::Failed`] with `AbortError` where
/// the person closed the sheet.
pub async fn share(name: &str, kind: &str, text: &str) -> Result<(), Refused> {
    let navigator = js::get(&js::window(), "navigator").ok_or(Refused::Missing)?;
    let data = shared(name, kind, text)?;
    js::wait(js::call(&navigator, "share", &[&data])).await.map(|_| ())
}

fn shared(name: &str, kind: &str, text: &str) -> Result<JsValue, Refused> {
    let parts = Array::of1(&text.into());
    let options = js::object(&[("type", &kind.into())]);
    let file = js::construct(&js::window(), "File", &[&parts, &name.into(), &options])?;
    Ok(js::object(&[("files", &Array::of1(&file))]))
}

/// Whether the browser promises not to clear what is stored when room is short; with `ask` it is
/// asked to, and may ask the person. `None` where it says nothing.
pub async fn persist(ask: bool) -> Option<bool> {
    let question = if ask { "persist" } else { "persisted" };
    let asked = js::call(&js::of_navigator("storage")?, question, &[]);
    js::wait(asked).await.ok()?.as_bool()
}

/// Whether it runs as an installed app.
#[must_use]
pub fn is_installed() -> bool {
    let standalone = js::of_navigator("standalone").is_some_and(|standalone| standalone.is_truthy());
    let list = js::call(&js::window(), "matchMedia", &[&"(display-mode: standalone)".into()]);
    standalone || list.ok().and_then(|list| js::get(&list, "matches")).is_some_and(|matches| matches.is_truthy())
}
