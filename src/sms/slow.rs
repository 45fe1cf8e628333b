//! Data that is used up and goes on slowly: "Your speed is reduced to 128 kbps."

use super::gather::Gather;
use super::reading::{Certainty, Figure, Role, Value};
use super::words::Word;
use crate::domain::Bucket;

/// The word that says so, where one does that speaks of no offer.
pub(super) fn slowed(gather: &Gather<'_>) -> Option<Figure> {
    let slow = |&i: &usize| gather.field.word(i) == Some(Word::Slow) && !gather.field.offered(i, None);
    let place = (0..gather.items.len()).find(slow)?;
    let role = Certainty::Sure(Role::Left(Bucket::General), gather.why(Some(place), None));
    Some(Figure { span: gather.span(place), value: Value::Slowed, role })
}
