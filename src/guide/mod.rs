//! WHOM TO ASK: carriers, their ways to check and to top up, and the links that open them.
//!
//! A fact stands here only with how sure it is; its source stands in docs/carriers.md, out of the
//! shipped bytes. It guesses nothing: a dialled code or a text that nobody vouches for is left
//! out, because a wrong one costs a traveller money. It knows no language: `i18n` chooses among
//! [`Names`].

mod carrier;
pub mod country;
mod link;
mod table;
mod way;

pub use carrier::{Carrier, Names};
pub use country::Country;
pub use link::Link;
pub use table::{carriers, find, home};
pub use way::{Asks, Confidence, Means, Way};
