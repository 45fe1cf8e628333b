//! Whose the addresses are that a pasted reply names: a carrier's, a stranger's, or nobody here knows whose.

use super::field::Sheet;
use crate::app::form::Field;
use crate::domain::Card;
use crate::guide;
use crate::sms::hosts;

/// Whose the addresses are that a text names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// A carrier's; or it names none.
    Known,
    /// Nobody here knows: the directory is not here, or says of the card's carrier no site.
    Unknown,
    /// One is no carrier's, as those of swindlers are.
    Foreign,
}

/// Whose the addresses are that the reply names, seen from the card that is meant.
pub(super) fn links(sheet: &Sheet<'_>, card: Option<&Card>) -> Links {
    let directory = sheet.view.model.directory.here();
    let owned = |host: &String| directory.is_some_and(|directory| directory.owns(host));
    let carrier = card.and_then(|card| guide::meant(card.carrier.as_ref()?.as_str()));
    let listing = directory.zip(carrier).and_then(|(directory, carrier)| directory.find(carrier.id()));
    match hosts(sheet.get(Field::Reply)).iter().all(owned) {
        true => Links::Known,
        false if listing.is_some_and(|listing| listing.sites().next().is_some()) => Links::Foreign,
        false => Links::Unknown,
    }
}
