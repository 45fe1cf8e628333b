//! Whether a text begins with the name of the card's carrier.

use super::fold::Folded;
use super::item::{Item, Part};
use crate::domain::{is_digit, is_letter};

/// The most characters of a sender's name.
const MOST: usize = 40;

/// Whether the text begins `Acme: …` or 【Acme】 and the card's carrier is called so: it
/// is no stranger's then, though nobody else knows that name. That vouches for nothing else.
pub(super) fn is_known(text: &Folded, items: &[Item], carrier: Option<&str>) -> bool {
    let Some(first) = items.iter().find(|item| !matches!(item.part, Part::Mark(_))) else { return false };
    let Some(end) = (first.from..first.from + MOST).find(|&i| matches!(text.at(i), ':' | '】' | ']')) else {
        return false;
    };
    let label = letters(text, first.from, end);
    let name = |carrier| letters(&Folded::new(carrier, MOST), 0, MOST);
    label.len() > 2 && carrier.map(name).is_some_and(|name| name == label)
}

/// The letters and digits of a piece of a text.
fn letters(text: &Folded, from: usize, to: usize) -> String {
    (from..to).map(|i| text.at(i)).filter(|c| is_letter(*c) || is_digit(*c)).collect()
}
