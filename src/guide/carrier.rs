//! A carrier or seller, and its names.

use super::country::Country;
use super::way::Way;
use crate::domain::{Currency, ZoneName};

/// Who runs a card, or sold it.
#[derive(Debug, PartialEq, Eq)]
pub struct Carrier {
    id: &'static str,
    names: Names,
    country: Option<&'static Country>,
    ways: &'static [Way],
    top_ups: &'static [Way],
}

impl Carrier {
    pub(super) const fn new(
        id: &'static str,
        names: Names,
        country: Option<&'static Country>,
        ways: &'static [Way],
        top_ups: &'static [Way],
    ) -> Self {
        Self { id, names, country, ways, top_ups }
    }

    /// Its identifier, the same in every version: what a card keeps.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// What it is called.
    #[must_use]
    pub const fn names(&self) -> Names {
        self.names
    }

    /// Its country, or `None` for a seller that is at home nowhere.
    #[must_use]
    pub const fn country(&self) -> Option<&'static Country> {
        self.country
    }

    /// How to ask what is left, texts first, then codes, hotlines, apps, websites; the surest of
    /// each first. May be empty.
    #[must_use]
    pub const fn ways(&self) -> &'static [Way] {
        self.ways
    }

    /// How to top up, in the same order. May be empty.
    #[must_use]
    pub const fn top_ups(&self) -> &'static [Way] {
        self.top_ups
    }

    /// The currency in which its cards are charged: its country's, or the US dollar.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.country.map_or(Currency::USD, Country::currency)
    }

    /// The zone in which its days most likely end; `None` where nobody knows, so that the
    /// device's own stands in.
    #[must_use]
    pub fn zone(&self) -> Option<ZoneName> {
        self.country.and_then(Country::zone)
    }
}

/// One name in each script, in one text: `English|简体|繁體`, or a brand that is written alike
/// everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names(&'static str);

impl Names {
    pub(super) const fn new(names: &'static str) -> Self {
        Self(names)
    }

    /// In English.
    #[must_use]
    pub fn en(self) -> &'static str {
        self.at(0)
    }

    /// In 简体.
    #[must_use]
    pub fn hans(self) -> &'static str {
        self.at(1)
    }

    /// In 繁體.
    #[must_use]
    pub fn hant(self) -> &'static str {
        self.at(2)
    }

    fn at(self, place: usize) -> &'static str {
        self.0.split('|').nth(place).unwrap_or(self.0)
    }
}
