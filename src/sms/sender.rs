//! Whether a text begins with the name of the card's carrier, or speaks of an account at a bank.

use super::fold::Folded;
use super::item::{Item, Part};
use super::refuse::says;
use super::words::Word;
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
    // A bank's name is nobody's carrier.
    let bank = items.iter().take_while(|item| item.from < end).any(|item| matches!(item.part, Part::Word(Word::Bank)));
    !bank && label.len() > 2 && carrier.map(name).is_some_and(|name| name == label)
}

/// Whether what ends in these digits is an account, and nothing vouches for a line: 尾号8866的账户余额, 账户（尾号8866）余额.
pub(super) fn of_account(text: &Folded, items: &[Item]) -> bool {
    let line = items.iter().any(|item| {
        matches!(item.part, Part::Word(Word::Line | Word::Carrier(_) | Word::Calls | Word::Minute | Word::Texts))
    });
    let account = |at: usize| ["账户", "帐户"].iter().any(|word| says(text, at, word));
    !line
        && items.windows(2).any(|pair| {
            matches!(pair, [tail, digits] if matches!(tail.part, Part::Word(Word::Tail))
                && (account(tail.from.saturating_sub(3)) || account(digits.to) || account(digits.to + 1)))
        })
}

/// The letters and digits of a piece of a text.
fn letters(text: &Folded, from: usize, to: usize) -> String {
    (from..to).map(|i| text.at(i)).filter(|c| is_letter(*c) || is_digit(*c)).collect()
}
