//! The table of carriers, as constants.
//!
//! Constants and not a text that is parsed at the start: the compiler checks every row, there is
//! nothing to fail or to load lazily. docs/decisions/carrier-table.md has the price.

mod abroad;
mod esim;
mod home;
mod us;

use super::carrier::Carrier;
use super::country::{self, Country};
use crate::domain::{Card, Line};

/// All carriers and sellers, in the order of the card form: the United States, the sellers of
/// travel eSIM, then the others by country.
pub fn carriers() -> impl Iterator<Item = &'static Carrier> {
    [us::US, esim::ESIM, home::HOME, abroad::ABROAD].into_iter().flatten()
}

/// The carrier with that identifier.
#[must_use]
pub fn find(id: &str) -> Option<&'static Carrier> {
    carriers().find(|carrier| carrier.id() == id)
}

/// The country of a card: its carrier's, else the one whose money and days it counts in. A dollar
/// is American only where the days end in America.
#[must_use]
pub fn home(card: &Card) -> Option<&'static Country> {
    let carrier = card.carrier.as_ref().map(Line::as_str).and_then(find);
    let zone = card.zone.as_str();
    carrier.and_then(Carrier::country).or_else(|| match card.currency.code() {
        "USD" if zone.starts_with("America/") || zone == "Pacific/Honolulu" => Some(&country::US),
        "CNY" => Some(&country::CN),
        "HKD" => Some(&country::HK),
        "TWD" => Some(&country::TW),
        _ => None,
    })
}
