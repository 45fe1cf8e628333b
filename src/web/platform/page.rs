//! The page: its language, title, theme and route, when it is hidden, and its updates.
//!
//! A listener lasts as long as what is returned.

use super::js;
use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The languages that the person prefers, best first, as BCP 47 tags.
#[must_use]
pub fn languages() -> Vec<String> {
    let navigator = js::get(&js::window(), "navigator").unwrap_or_default();
    js::array(&navigator, "languages").iter().filter_map(|tag| tag.as_string()).collect()
}

/// Says in which language the page is, as `<html lang>`.
pub fn set_language(tag: &str) {
    set_root("lang", Some(tag));
}

/// Forces a theme as `<html data-theme>`, or leaves it to the device.
pub fn set_theme(theme: Option<&str>) {
    set_root("data-theme", theme);
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = js::get(&js::window(), "document") {
        js::set(&document, "title", &title.into());
    }
}

/// The route: what stands after `#`, as it was set.
#[must_use]
pub fn route() -> String {
    let hash = location().and_then(|location| js::text(&location, "hash"));
    hash.map(|hash| hash.trim_start_matches('#').to_owned()).unwrap_or_default()
}

/// Goes to a route, with or without its `#`, as a new step in the browser's history.
pub fn set_route(route: &str) {
    if let Some(location) = location() {
        js::set(&location, "hash", &route.into());
    }
}

/// Goes to a route in place of the present one. Listeners of [`on_route`] are not told.
pub fn replace_route(route: &str) {
    if let Some(history) = js::get(&js::window(), "history") {
        let url = ["#", route.trim_start_matches('#')].concat();
        let _ = js::call(&history, "replaceState", &[&JsValue::NULL, &"".into(), &url.into()]);
    }
}

/// Calls with each new route.
#[must_use]
pub fn on_route(called: impl Fn(String) + 'static) -> Option<EventListener> {
    on_window("hashchange", move || called(route()))
}

/// Calls when the page is seen again: time has passed, and the day may be another.
#[must_use]
pub fn on_shown(called: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| {
        if !is_hidden() {
            called();
        }
    }))
}

/// Calls before the page is printed, or after.
#[must_use]
pub fn on_print(event: &'static str, called: impl Fn() + 'static) -> Option<EventListener> {
    on_window(event, called)
}

/// Whether there is a network, as far as the browser knows: one that leads nowhere counts.
#[must_use]
pub fn online() -> bool {
    js::of_navigator("onLine").is_none_or(|online| online.is_truthy())
}

/// Calls when the network comes or goes.
#[must_use]
pub fn on_network(event: &'static str, called: impl Fn() + 'static) -> Option<EventListener> {
    on_window(event, called)
}

/// Calls when a new version waits to take over, at once where one does already.
#[must_use]
pub fn on_update_ready(called: impl Fn() + 'static) -> Option<EventListener> {
    let known = root().and_then(|root| js::get(&root, "dataset")).and_then(|set| js::text(&set, "update"));
    if known.is_some() {
        called();
    }
    on_window("simgauge-update-ready", called)
}

/// Lets the waiting version take over; the page loads anew.
pub fn apply_update() {
    let window = js::window();
    if let Ok(event) = js::construct(&window, "CustomEvent", &[&"simgauge-apply-update".into()]) {
        let _ = js::call(&window, "dispatchEvent", &[&event]);
    }
}

/// Brings the person to the element of that id, and the element into view.
pub fn focus(id: &str) {
    let document = js::get(&js::window(), "document").unwrap_or_default();
    if let Ok(element) = js::call(&document, "getElementById", &[&id.into()]) {
        // An element that cannot be focused, or is not there, leaves the person where they are.
        drop(js::call(&element, "focus", &[]));
    }
}

/// Brings the element of that id into view, where it is not, by as little as that takes. The focus stays, and nothing
/// glides: whoever wants less motion has none.
pub fn show(id: &str) {
    let document = js::get(&js::window(), "document").unwrap_or_default();
    if let Ok(element) = js::call(&document, "getElementById", &[&id.into()]) {
        let nearest = js::object(&[("block", &"nearest".into())]);
        drop(js::call(&element, "scrollIntoView", &[&nearest]));
    }
}

/// Begins a new place: at its top, with a screen reader at its heading.
pub fn begin() {
    let document = js::get(&js::window(), "document").unwrap_or_default();
    if let Ok(heading) = js::call(&document, "querySelector", &[&"h1".into()]) {
        drop(js::call(&heading, "setAttribute", &[&"tabindex".into(), &"-1".into()]));
        drop(js::call(&heading, "focus", &[]));
    }
    drop(js::call(&js::window(), "scrollTo", &[&0.into(), &0.into()]));
}

/// The element on which the app is mounted.
#[must_use]
pub fn mount() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}

fn on_window(event: &'static str, called: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, event, move |_| called()))
}

fn is_hidden() -> bool {
    let document = js::get(&js::window(), "document");
    document.and_then(|document| js::text(&document, "visibilityState")).is_some_and(|state| state == "hidden")
}

fn location() -> Option<JsValue> {
    js::get(&js::window(), "location")
}

fn root() -> Option<JsValue> {
    js::get(&js::get(&js::window(), "document")?, "documentElement")
}

fn set_root(attribute: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match value {
        Some(value) => js::call(&root, "setAttribute", &[&attribute.into(), &value.into()]),
        None => js::call(&root, "removeAttribute", &[&attribute.into()]),
    };
}
