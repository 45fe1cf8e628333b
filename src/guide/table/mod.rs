//! The table of carriers, as constants.
//!
//! Constants and not a text that is parsed at the start: the compiler checks every row, there is
//! nothing to fail or to load lazily. docs/decisions/carrier-table.md has the price.

mod abroad;
mod esim;
mod home;
mod us;

use super::carrier::Carrier;

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
