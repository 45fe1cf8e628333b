//! Properties and calls that may not be there: everything that throws is caught.
//!
//! It is used where web-sys has no type, or has one that takes for granted what some browsers
//! lack, such as `navigator.clipboard` on a page without TLS.

use super::refused::Refused;
use js_sys::{Array, Function, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The window.
pub(super) fn window() -> JsValue {
    js_sys::global().into()
}

/// A property, or `None` where it is missing, null or throws.
pub(super) fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(target, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property that is a text.
pub(super) fn text(target: &JsValue, name: &str) -> Option<String> {
    get(target, name)?.as_string()
}

/// A property that is an array; an empty one where it is none.
pub(super) fn array(target: &JsValue, name: &str) -> Array {
    get(target, name).and_then(|array| array.dyn_into().ok()).unwrap_or_default()
}

/// `navigator.name`
pub(super) fn of_navigator(name: &str) -> Option<JsValue> {
    get(&get(&window(), "navigator")?, name)
}

/// Sets a property; nothing happens where that is not allowed.
pub(super) fn set(target: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(target, &name.into(), value);
}

/// A plain object of a few fields: what is not seldom used does without the serializer of [`options`].
pub(super) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object.into()
}

/// A plain object of options; `undefined` where it cannot be one, which stands for no options.
pub(super) fn options(of: &impl Serialize) -> JsValue {
    of.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method.
///
/// # Errors
///
/// [`Refused::Missing`] where there is none of that name, else what it threw.
pub(super) fn call(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, Refused> {
    let method: Function = get(target, method).and_then(|f| f.dyn_into().ok()).ok_or(Refused::Missing)?;
    Ok(method.apply(target, &list(arguments))?)
}

/// Calls a constructor of the window's, or of an object's.
pub(super) fn construct(target: &JsValue, class: &str, arguments: &[&JsValue]) -> Result<JsValue, Refused> {
    let class: Function = get(target, class).and_then(|f| f.dyn_into().ok()).ok_or(Refused::Missing)?;
    Ok(Reflect::construct(&class, &list(arguments))?)
}

/// Waits for what a call returned.
pub(super) async fn wait(called: Result<JsValue, Refused>) -> Result<JsValue, Refused> {
    Ok(JsFuture::from(Promise::resolve(&called?)).await?)
}

/// A promise kept by the first event `good` of a target and broken by the first of `bad`.
///
/// The handlers are set at once, so that no event is missed before someone waits.
pub(super) fn settled(target: &JsValue, good: &str, bad: &[&str]) -> JsFuture {
    Promise::new(&mut |keep, break_| {
        set(target, good, &keep);
        for name in bad {
            set(target, name, &break_);
        }
    })
    .into()
}

fn list(items: &[&JsValue]) -> Array {
    let list = Array::new();
    for item in items {
        list.push(item);
    }
    list
}
