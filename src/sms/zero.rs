//! Words for nothing: "zero MB", "Data left: none". Without a unit or a label they say nothing.

use super::fold::{Folded, blank};
use super::number::Number;
use super::scan::{Kind, Token};
use super::words::{Lexicon, Word};
use crate::domain::is_letter;

/// A word for zero is a number where it counts something, and ends no longer number: 一百零 is none.
pub(super) fn kind(text: &Folded, (from, to): (usize, usize), lexicon: &Lexicon, before: &[Token]) -> Kind {
    let ends = from.checked_sub(1).is_some_and(|before| "零〇一二三四五六七八九十百千两兩".contains(text.at(before)));
    let behind = to + usize::from(blank(text.at(to)));
    let counts = |word| matches!(word, Word::Unit(_) | Word::Minute | Word::Texts | Word::Percent | Word::Currency(_));
    if !ends && lexicon.find(text, behind).is_some_and(|(word, _)| counts(word)) {
        Kind::Number(Number::zero(to))
    } else if !(is_letter(text.at(to)) || text.at(behind).is_ascii_alphanumeric()) && asked(before) {
        Kind::Word(Word::Empty)
    } else {
        Kind::Other
    }
}

/// 可用流量：无, "Data left: none": whether a label stands there of how much data is left.
fn asked(tokens: &[Token]) -> bool {
    let label = |token: &&Token| match token.kind {
        Kind::Mark(c) => c == ':',
        Kind::Word(word) => {
            matches!(word, Word::Left | Word::Usable | Word::Balance | Word::Data | Word::General | Word::Plain)
        }
        _ => false,
    };
    let says = |is: fn(Word) -> bool| {
        tokens.iter().rev().take(5).take_while(label).any(|token| matches!(token.kind, Kind::Word(word) if is(word)))
    };
    says(|word| word == Word::Data) && says(|word| matches!(word, Word::Left | Word::Usable))
}
