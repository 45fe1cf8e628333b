//! When a text is no balance at all, and what it is instead.

use super::compose::{Item, Part};
use super::reading::{Certainty, Figure, Refusal, Role, Value};
use super::words::Word;

/// Why nothing is read, whatever figures there are; `None` where they stand.
///
/// A code, a bank, a parcel, storage: their words refuse the whole text, unless it says what is
/// left of data, which none of them does. Money alone never outweighs them.
pub(super) fn refusal(items: &[Item], figures: &[Figure]) -> Option<Refusal> {
    let has = |word| items.iter().any(|item| matches!(item.part, Part::Word(found) if found == word));
    if has(Word::Storage) {
        return Some(Refusal::Storage);
    }
    let counts = figures.iter().any(|figure| {
        matches!(figure.value, Value::Data(_) | Value::Percent(_) | Value::Unlimited | Value::Count(_))
            && matches!(figure.role, Certainty::Sure(Role::Left(_) | Role::Used(_), _))
    });
    let strangers = [
        (Word::Code, Refusal::OneTimeCode),
        (Word::Bank, Refusal::BankOrCard),
        (Word::Parcel, Refusal::Parcel),
        (Word::Bill, Refusal::Bill),
    ];
    if !counts && let Some((_, refusal)) = strangers.iter().find(|(word, _)| has(*word)) {
        return Some(*refusal);
    }
    if !figures.is_empty() {
        return None;
    }
    let hints = [
        (Word::Fault, Refusal::Error),
        (Word::Below, Refusal::Threshold),
        (Word::Offer, Refusal::Offer),
        (Word::Includes, Refusal::Plan),
        (Word::Price, Refusal::Plan),
    ];
    Some(hints.iter().find(|(word, _)| has(*word)).map_or(Refusal::NoFigure, |hint| hint.1))
}
