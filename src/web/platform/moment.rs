//! Moments: the instant, the zones, and fresh identifiers.

use super::zones;
use crate::domain::{Moment, Offsets, Timestamp, Ulid, ZoneName, convert};

/// How many identifiers a moment may use.
const PER_MOMENT: u16 = 1000;
/// How long the device's zone is taken as read: a traveller lands with the app open.
const ZONE_MS: i64 = 60_000;
/// How long the offsets of a zone are taken as read.
const OFFSETS_MS: i64 = 7 * crate::domain::DAY_MS;

/// The one clock. It remembers what it must not repeat.
#[derive(Debug)]
pub struct Clock {
    device: ZoneName,
    asked: Timestamp,
    /// What is known of each zone, and since when; `None` where there is no such zone.
    offsets: Vec<(ZoneName, Option<Offsets>, Timestamp)>,
    floor: Ulid,
}

impl Clock {
    /// A clock that has seen nothing.
    #[must_use]
    pub fn new() -> Self {
        Self { device: zones::device(), asked: now(), offsets: Vec::new(), floor: Ulid::from_parts(0, 0) }
    }

    /// Makes all coming identifiers larger than this one: the largest of the journal, and those of
    /// each record that arrives.
    pub fn has_seen(&mut self, largest: Ulid) {
        self.floor = self.floor.max(largest);
    }

    /// This moment, with the offsets of those zones. Its identifiers are above all that were seen
    /// and above those of every moment before, whatever the device's clock does.
    pub fn moment<'a>(&mut self, zones: impl IntoIterator<Item = &'a ZoneName>) -> Moment {
        let now = now();
        if now.since(self.asked).abs() > ZONE_MS {
            self.device = zones::device();
            self.asked = now;
        }
        let device = self.device.clone();
        let mut known: Vec<(ZoneName, Offsets)> = Vec::new();
        for zone in zones {
            if !known.iter().any(|(name, _)| name == zone)
                && let Some(offsets) = self.offsets(zone, now)
            {
                known.push((zone.clone(), offsets));
            }
        }
        let offsets = self.offsets(&device, now).unwrap_or_else(zones::device_now);
        Moment { now, zone: device, device: offsets, zones: known, fresh: self.fresh(now) }
    }

    fn offsets(&mut self, zone: &ZoneName, now: Timestamp) -> Option<Offsets> {
        self.offsets.retain(|(_, _, since)| now.since(*since).abs() < OFFSETS_MS);
        if let Some((_, offsets, _)) = self.offsets.iter().find(|(name, _, _)| name == zone) {
            return offsets.clone();
        }
        let offsets = zones::offsets(zone, now);
        self.offsets.push((zone.clone(), offsets.clone(), now));
        offsets
    }

    fn fresh(&mut self, now: Timestamp) -> Ulid {
        let made = Ulid::from_parts(now.millis().unsigned_abs(), random());
        // Behind the largest seen (a clock set back, another device's ahead): one millisecond above
        // it, and still random, so that two tabs do not come to the same one.
        let above = u64::try_from(self.floor.millis()).unwrap_or(0).saturating_add(1);
        let fresh = if made > self.floor { made } else { Ulid::from_parts(above, random()) };
        self.floor = fresh.plus(PER_MOMENT);
        fresh
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}

/// The instant, held within the years that a timestamp may have: a phone whose battery was empty
/// may believe that it is 1970.
fn now() -> Timestamp {
    let millis = convert::integer(js_sys::Date::now());
    Timestamp::MIN.plus(millis - Timestamp::MIN.millis())
}

/// 80 random bits.
pub(super) fn random() -> u128 {
    let mut bytes = [0_u8; 10];
    let asked = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if asked.is_none() {
        // No browser that runs this lacks it; two devices must still not make the same ones.
        bytes.fill_with(|| u8::try_from(convert::integer(js_sys::Math::random() * 255.0)).unwrap_or(0));
    }
    bytes.iter().fold(0, |random, &byte| random << 8 | u128::from(byte))
}
