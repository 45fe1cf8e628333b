//! The moment at which something happens: the instant, the zones, and fresh identifiers.
//!
//! The platform makes it; nothing in the core reads a clock.

use super::date::{Date, Timestamp};
use super::id::Ulid;
use super::zone::{Offsets, ZoneName};

/// What the platform knows when a message comes in.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant.
    pub now: Timestamp,
    /// The device's own zone.
    pub zone: ZoneName,
    /// The offsets of the device's zone.
    pub device: Offsets,
    /// The offsets of the zones that the cards name.
    pub zones: Vec<(ZoneName, Offsets)>,
    /// The first of at least 1000 identifiers that are above every one seen so far.
    pub fresh: Ulid,
}

impl Moment {
    /// The offsets of a zone; the device's own where the platform does not know the name.
    #[must_use]
    pub fn offsets(&self, zone: &ZoneName) -> &Offsets {
        self.clock(zone).1
    }

    /// A zone and its offsets; the device's own where the platform does not know the name.
    #[must_use]
    pub fn clock(&self, zone: &ZoneName) -> (&ZoneName, &Offsets) {
        let known = self.zones.iter().find(|known| known.0 == *zone);
        known.map_or((&self.zone, &self.device), |(zone, offsets)| (zone, offsets))
    }

    /// Today in that zone.
    #[must_use]
    pub fn today(&self, zone: &ZoneName) -> Date {
        self.offsets(zone).date(self.now)
    }
}
