//! Downloads: a file out of a text, through a link that is clicked and dropped.

use super::js;
use super::refused::Refused;
use js_sys::Array;
use wasm_bindgen::JsValue;

/// How long the browser has to take the text over.
const KEPT_MS: u32 = 60_000;

/// Hands the person a file. Whether it was kept is not told to the page.
///
/// # Errors
///
/// Where the browser makes no such link; the way out is to copy the text.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), Refused> {
    let window = js::window();
    let parts = Array::of1(&text.into());
    let blob = js::construct(&window, "Blob", &[&parts, &js::object(&[("type", &kind.into())])])?;
    let urls = js::get(&window, "URL").ok_or(Refused::Missing)?;
    let url = js::call(&urls, "createObjectURL", &[&blob])?;
    let document = js::get(&window, "document").ok_or(Refused::Missing)?;
    let link = js::call(&document, "createElement", &[&"a".into()])?;
    js::set(&link, "href", &url);
    js::set(&link, "download", &name.into());
    let clicked = js::call(&link, "click", &[]).map(|_: JsValue| ());
    gloo::timers::callback::Timeout::new(KEPT_MS, move || {
        let _ = js::call(&urls, "revokeObjectURL", &[&url]);
    })
    .forget();
    clicked
}
