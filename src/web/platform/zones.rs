//! Zones: the offsets of a named zone, with their transitions, as the browser tells them.
//!
//! No zone database of our own: the browser's is there, and newer than any we could ship. `Temporal`
//! is asked where there is one: the first formatter of `Intl` takes 30 to 50 ms of a start on a desk
//! (Chromium 156; `Temporal` less than one), and several times that on a phone.

use super::js;
use crate::domain::{DAY_MS, Offsets, Timestamp, ZoneName, convert};
use wasm_bindgen::JsValue;

/// From when and until when offsets are looked up, around now.
const BEFORE: i64 = 400 * DAY_MS;
const AFTER: i64 = 800 * DAY_MS;
/// Shorter than any time between two changes of a clock (Morocco's Ramadan is five weeks).
const STEP: i64 = 14 * DAY_MS;
const MINUTE: i64 = 60_000;

/// The name of the device's zone, `UTC` where the browser does not say.
pub(super) fn device() -> ZoneName {
    let told = temporal("Now").and_then(|now| js::call(&now, "timeZoneId", &[]).ok()?.as_string());
    let name = told.or_else(|| js::text(&js::call(&formatter(None)?, "resolvedOptions", &[]).ok()?, "timeZone"));
    name.and_then(|name| ZoneName::parse(&name)).unwrap_or_else(ZoneName::utc)
}

/// The device's offset at this moment, for a browser that tells no more.
pub(super) fn device_now() -> Offsets {
    let west = js_sys::Date::new_0().get_timezone_offset();
    Offsets::fixed(i32::try_from(-convert::integer(west)).unwrap_or(0))
}

/// The offsets of a zone around now, or `None` where the browser knows no zone of that name.
pub(super) fn offsets(zone: &ZoneName, now: Timestamp) -> Option<Offsets> {
    temporal("Instant").and_then(|instants| told(&instants, zone, now)).or_else(|| found(zone, now))
}

/// The offsets as `Temporal` tells them; `None` where it lacks something that is needed, too.
fn told(instants: &JsValue, zone: &ZoneName, now: Timestamp) -> Option<Offsets> {
    let start = JsValue::from(convert::float(now.millis() - BEFORE));
    let instant = js::call(instants, "fromEpochMilliseconds", &[&start]).ok()?;
    let mut at = js::call(&instant, "toZonedDateTimeISO", &[&zone.as_str().into()]).ok()?;
    let number = |at: &JsValue, name: &str| Some(convert::integer(js::get(at, name)?.as_f64()?));
    let minutes = |at: &JsValue| i32::try_from(number(at, "offsetNanoseconds")? / (MINUTE * 1_000_000)).ok();
    let (first, mut later) = (minutes(&at)?, Vec::new());
    loop {
        let next = js::call(&at, "getTimeZoneTransition", &[&"next".into()]).ok()?;
        // After the last one there is none.
        if next.is_null() {
            break;
        }
        let change = number(&next, "epochMilliseconds")?;
        if change >= now.millis() + AFTER {
            break;
        }
        later.push((Timestamp::from_millis(change)?, minutes(&next)?));
        at = next;
    }
    Some(Offsets::new(first, later))
}

/// The offsets as formatted dates betray them.
fn found(zone: &ZoneName, now: Timestamp) -> Option<Offsets> {
    let formatter = formatter(Some(zone))?;
    let minutes = |instant: i64| offset(&formatter, instant);
    let start = now.millis() - BEFORE;
    let first = minutes(start)?;
    let (mut at, mut held, mut later) = (start, first, Vec::new());
    while at < now.millis() + AFTER {
        let next = at + STEP;
        let then = minutes(next)?;
        if then != held {
            let change = change(at, next, |instant| minutes(instant) == Some(held));
            later.push((Timestamp::from_millis(change)?, then));
            held = then;
        }
        at = next;
    }
    Some(Offsets::new(first, later))
}

/// The first whole minute after `before` at which the old offset no longer holds.
fn change(before: i64, after: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let (mut old, mut new) = (before.div_euclid(MINUTE), after.div_euclid(MINUTE));
    while new - old > 1 {
        let middle = old + (new - old) / 2;
        if holds(middle * MINUTE) {
            old = middle;
        } else {
            new = middle;
        }
    }
    new * MINUTE
}

fn temporal(class: &str) -> Option<JsValue> {
    js::get(&js::get(&js::window(), "Temporal")?, class)
}

fn formatter(zone: Option<&ZoneName>) -> Option<JsValue> {
    let intl = js::get(&js::window(), "Intl")?;
    let zone = zone.map_or(JsValue::UNDEFINED, |zone| zone.as_str().into());
    let options = js::object(&[("timeZoneName", &"longOffset".into()), ("timeZone", &zone)]);
    js::construct(&intl, "DateTimeFormat", &[&"en-US".into(), &options]).ok()
}

/// Minutes east of UTC, from `12/4/2026, GMT-05:00`.
fn offset(formatter: &JsValue, instant: i64) -> Option<i32> {
    let millis = JsValue::from(convert::float(instant));
    let text = js::call(formatter, "format", &[&millis]).ok()?.as_string()?;
    let said = text.rsplit(' ').next()?.strip_prefix("GMT")?;
    let Some(digits) = said.strip_prefix(['+', '-', '\u{2212}']) else {
        return said.is_empty().then_some(0);
    };
    let mut parts = digits.split(':').map(convert::natural::<i32>);
    let minutes = parts.next()?? * 60 + parts.next().unwrap_or(Some(0))?;
    Some(if said.starts_with('+') { minutes } else { -minutes })
}
