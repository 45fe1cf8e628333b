//! When a text is no balance at all, and what it is instead.

use super::compose::{Item, Part, Quantity};
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
        matches!(figure.value, Value::Data(_) | Value::Percent(_) | Value::Unlimited)
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
    let dates_only = figures.iter().all(|figure| matches!(figure.value, Value::Date(_)));
    let topic = items.iter().any(|item| match item.part {
        Part::Word(word) => matches!(
            word,
            Word::Line
                | Word::Plan
                | Word::Data
                | Word::Calls
                | Word::Texts
                | Word::Carrier(_)
                | Word::Balance
                | Word::Lasts
                | Word::Add
        ),
        Part::Figure(Quantity::Data(..) | Quantity::Minutes(_) | Quantity::Texts(_)) => true,
        _ => false,
    });
    if !figures.is_empty() && (topic || !dates_only) {
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
