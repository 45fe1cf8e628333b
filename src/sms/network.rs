//! Whether "4G" is a network's name or four gigabytes.

use super::fold::{Folded, blank};
use super::number::Number;
use super::scan::{Kind, Scanned, Token};
use super::words::{Lexicon, Word};
use crate::domain::Unit;

/// Whether `4g` there names a network: it does unless a word before or after says that so much is
/// left, and no other figure follows.
pub(super) fn generation(text: &Folded, from: usize, to: usize, lexicon: &Lexicon, out: &Scanned) -> bool {
    if to - from != 2 {
        return true;
    }
    // `2G386M`
    if text.at(to).is_ascii_digit() {
        return false;
    }
    // 1.5G/3G
    if matches!(
        out.tokens.as_slice(),
        [.., Token { kind: Kind::Word(Word::Unit(_)), .. }, Token { kind: Kind::Mark('/'), .. }]
    ) {
        return false;
    }
    // "1 GB 5G left": the amount stands before it.
    if matches!(out.tokens.last().map(|token| &token.kind), Some(Kind::Word(Word::Unit(_)))) {
        return true;
    }
    let after = (to..to + 24).find(|&i| !blank(text.at(i))).unwrap_or(to);
    // 剩余 3G 0.5M: an amount in two units, or one behind a network's name.
    let more = Number::scan(text, after).filter(|_| after == to + 1);
    if more.is_some_and(|more| text.at(more.to) == 'm' && !text.at(more.to + 1).is_ascii_alphanumeric()) {
        return false;
    }
    // "3G pack"
    if matches!(lexicon.find(text, after), Some((Word::Plan, _))) {
        return true;
    }
    let said = lexicon.find(text, after).filter(|(word, _)| matches!(word, Word::Left | Word::Usable | Word::Used));
    let left_after = said.is_some();
    // 流量2G,剩余512M: what is left of it is counted in megabytes.
    let sized = matches!(out.tokens.last().map(|token| &token.kind), Some(Kind::Word(Word::Data | Word::General)));
    let says = || match lexicon.find(text, to + 1) {
        Some((Word::Left | Word::Used, to)) => {
            let rest = Number::scan(text, to + usize::from(matches!(text.at(to), ':' | ' ')));
            let unit = rest.and_then(|rest| lexicon.find(text, rest.to + usize::from(blank(text.at(rest.to)))));
            matches!(unit, Some((Word::Unit(Unit::MB), _)))
        }
        _ => false,
    };
    if sized && matches!(text.at(to), ',' | '、') && says() {
        return false;
    }
    let silent = |kind: &&Kind| matches!(kind, Kind::Mark(':' | '=') | Kind::Word(Word::Plain | Word::Data));
    let before = out.tokens.iter().rev().map(|token| &token.kind).find(|kind| !silent(kind));
    let left_before = matches!(before, Some(Kind::Word(Word::Left | Word::Usable | Word::Used | Word::Total)));
    let to = said.map_or(to, |(_, to)| to);
    let solid = (to..to + 48).filter(|&i| !blank(text.at(i)));
    let figure_follows = solid.take(8).take_while(|&i| !matches!(text.at(i), '\n' | '、' | '。' | ','));
    !(left_after || left_before) || figure_follows.map(|i| text.at(i)).any(|c| c.is_ascii_digit())
}
