//! WHOM TO ASK: carriers, their ways to check and to top up, and the links that open them.
//!
//! The names are part of the program: a card and a reply cannot wait for them. All else that is
//! known of a carrier stands in `www/carriers.json`, each fact with its source and how sure it is,
//! and is a [`Directory`] once it was read (docs/decisions/carrier-directory.md). It guesses
//! nothing: a dialled code or a text that nobody vouches for is left out, because a wrong one costs
//! a traveller money. It knows no language: `i18n` chooses among [`Names`].

mod carrier;
mod country;
mod directory;
mod emergency;
mod overlay;
mod row;
mod rule;
mod search;
mod share;
mod way;

pub use crate::domain::{Asks, Link, Means};
pub use carrier::{Carrier, Names, carriers, find, home, is_abroad, is_at_home, meant};
pub use country::{Country, country, country_at, country_called, country_paid};
pub use directory::{Directory, Listing, Unreadable};
pub use emergency::{emergency, is_emergency};
pub use rule::{DATA_ONLY, Rule, Span, Stated, Unit};
pub use search::{fits, search};
pub use share::{CarrierFile, Harm, NoCarrier, Spot, harm};
pub use way::{Confidence, Heard, Known, Mark, Way, number};
