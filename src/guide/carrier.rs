//! The carriers and sellers by name, in the order in which they are offered.

use super::country::{Country, country, country_at};
use crate::domain::{Card, Currency, Line, ZoneName};

/// A line for each: its identifier, then its names. `tests/guide.rs` holds it to the directory.
const NAMES: &str = include_str!("names.txt");

/// Who runs a card, or sold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carrier {
    id: &'static str,
    names: Names,
}

impl Carrier {
    /// Its identifier, the same in every version: what a card keeps.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.id
    }

    /// What it is called.
    #[must_use]
    pub const fn names(self) -> Names {
        self.names
    }

    /// Its country, or `None` for a seller that is at home nowhere.
    #[must_use]
    pub fn country(self) -> Option<Country> {
        self.id.split_once('-').and_then(|(code, _)| country(code))
    }

    /// The currency in which its cards are charged: its country's, or the US dollar.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.country().map_or(Currency::USD, Country::currency)
    }

    /// The zone in which its days most likely end; `None` where nobody knows, so that the
    /// device's own stands in.
    #[must_use]
    pub fn zone(self) -> Option<ZoneName> {
        self.country().and_then(Country::zone)
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

    /// All of them, those that are alike once.
    pub(super) fn all(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    fn at(self, place: usize) -> &'static str {
        self.all().nth(place).unwrap_or(self.0)
    }
}

/// All carriers and sellers, in the order in which they are offered: the United States, the sellers
/// of travel eSIM, then the others by country.
pub fn carriers() -> impl Iterator<Item = Carrier> {
    NAMES.lines().filter_map(|line| line.split_once('|')).map(|(id, names)| Carrier { id, names: Names(names) })
}

/// The carrier with that identifier.
#[must_use]
pub fn find(id: &str) -> Option<Carrier> {
    carriers().find(|carrier| carrier.id == id)
}

/// The carrier that a card means: by its identifier, or by one of its names as it stands in the list,
/// where only one is called so.
#[must_use]
pub fn meant(named: &str) -> Option<Carrier> {
    let mut lines = NAMES.lines().filter(|line| line.split('|').any(|part| part == named));
    let (id, names) = lines.next()?.split_once('|')?;
    lines.next().is_none().then_some(Carrier { id, names: Names(names) })
}

/// Whether a phone with that zone is in another country than the one of a card, as far as both are known.
#[must_use]
pub fn is_abroad(card: &Card, zone: &ZoneName) -> bool {
    country_at(zone.as_str()).zip(home(card)).is_some_and(|(here, home)| here.code != home.code)
}

/// Whether a phone with that zone is in the country of a card, as far as both are known.
#[must_use]
pub fn is_at_home(card: &Card, zone: &ZoneName) -> bool {
    let here = country_at(zone.as_str()).map(|country| country.code);
    here.is_some() && here == home(card).map(|country| country.code)
}

/// The country of a card: its carrier's, else the one whose money and days it counts in. A dollar
/// is American only where the days end in the United States.
#[must_use]
pub fn home(card: &Card) -> Option<Country> {
    let carrier = card.carrier.as_ref().map(Line::as_str).and_then(meant);
    let zone = card.zone.as_str();
    carrier.and_then(Carrier::country).or_else(|| match card.currency.code() {
        "USD" => country_at(zone).filter(|country| country.code == "US"),
        "CNY" => country("cn"),
        "HKD" => country("hk"),
        "TWD" => country("tw"),
        _ => None,
    })
}
