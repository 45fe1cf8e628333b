//! All phrases of all tables, to be found in a text.

use super::super::fold::{Folded, blank, spaced};
use super::super::place::LOCAL_SIGNS;
use super::{LETTERS, LOCAL, ROLES, Word, asia, carriers, en, europe, money, zh};

/// All phrases, by their first two characters: a chain for each shelf, the last one first.
pub(in crate::sms) struct Lexicon {
    phrases: Vec<(&'static str, Word, usize)>,
    shelves: Vec<usize>,
}

const SHELVES: usize = 1024;
/// About as many phrases as there are, so that the list grows once.
const PHRASES: usize = 5888;

fn shelf(first: char, second: char) -> usize {
    let code = u32::from(first).wrapping_mul(37).wrapping_add(u32::from(if second == '-' { ' ' } else { second }));
    usize::try_from(code).map_or(0, |code| code % SHELVES)
}

/// The shelf of phrases that are one character, or one and any letters.
const SINGLE: char = '*';

impl Lexicon {
    /// The phrases of all languages, and the signs of that country.
    pub(in crate::sms) fn new(country: Option<&str>) -> Self {
        let mut lexicon = Self { phrases: Vec::with_capacity(PHRASES), shelves: vec![usize::MAX; SHELVES] };
        for table in [en::WORDS, zh::WORDS, asia::WORDS, europe::WORDS] {
            for row in table.lines() {
                let letter = row.bytes().next();
                let role = LETTERS.bytes().position(|of| Some(of) == letter);
                if let (Some(word), Some(phrases)) = (role.and_then(|at| ROLES.get(at)), row.get(1..)) {
                    lexicon.add(*word, phrases);
                }
            }
        }
        for (row, phrases) in rows(money::SIGNS) {
            lexicon.add(Word::Currency(row), phrases);
        }
        for (row, phrases) in rows(carriers::NAMES) {
            lexicon.add(Word::Carrier(row), phrases);
        }
        for (row, (of, phrases)) in (LOCAL..).zip(LOCAL_SIGNS.lines().filter_map(|line| line.split_once('\t'))) {
            if country.is_some_and(|country| of.starts_with(country)) {
                lexicon.add(Word::Currency(row), phrases);
            }
        }
        lexicon
    }

    fn add(&mut self, word: Word, phrases: &'static str) {
        let mut rest = Some(phrases);
        while let Some(phrases) = rest {
            // A search for one byte by hand: the library's is made for long texts, and this is half of
            // what reading a reply costs.
            let end = phrases.bytes().position(|byte| byte == b'|').unwrap_or(phrases.len());
            let phrase = phrases.get(..end).unwrap_or("");
            rest = phrases.get(end + 1..);
            let mut chars = phrase.chars();
            let first = chars.next().unwrap_or(SINGLE);
            let place = self.phrases.len();
            if let Some(head) = self.shelves.get_mut(shelf(first, chars.next().unwrap_or(SINGLE))) {
                self.phrases.push((phrase, word, *head));
                *head = place;
            }
        }
    }

    /// The longest phrase that starts there, and the place after it.
    pub(in crate::sms) fn find(&self, text: &Folded, from: usize) -> Option<(Word, usize)> {
        let first = text.at(from);
        if spaced(first) && spaced(text.before(from)) {
            return None;
        }
        self.within(text, from)
    }

    /// As [`Lexicon::find`], where the word may be glued to letters before it.
    pub(in crate::sms) fn within(&self, text: &Folded, from: usize) -> Option<(Word, usize)> {
        let first = text.at(from);
        let mut best: Option<(Word, usize, bool)> = None;
        for second in [text.at(from + 1), SINGLE] {
            let mut next = self.shelves.get(shelf(first, second));
            while let Some((phrase, word, then)) = next.and_then(|&next| self.phrases.get(next)) {
                if let Some(to) = fits(text, from, phrase)
                    && best.is_none_or(|(_, longest, open)| to > longest || (to == longest && open))
                {
                    best = Some((*word, to, phrase.ends_with('*')));
                }
                next = Some(then);
            }
        }
        best.map(|(word, to, _)| (word, to))
    }
}

/// The rows of a table by their numbers: the phrases of each.
fn rows(table: &'static str) -> impl Iterator<Item = (u8, &'static str)> {
    (0..).zip(table.lines().filter_map(|line| line.split_once('\t')).map(|(_, phrases)| phrases))
}

fn fits(text: &Folded, from: usize, phrase: &str) -> Option<usize> {
    let mut i = from;
    for c in phrase.chars() {
        match c {
            '*' => {
                while spaced(text.at(i)) {
                    i += 1;
                }
            }
            ' ' => {
                if !blank(text.at(i)) && text.at(i) != '-' {
                    return None;
                }
                while blank(text.at(i)) || text.at(i) == '-' {
                    i += 1;
                }
            }
            c => {
                if text.at(i) != c {
                    return None;
                }
                i += 1;
            }
        }
    }
    let cut = spaced(text.before(i)) && spaced(text.at(i));
    (!cut).then_some(i)
}

#[cfg(test)]
mod tests {
    //! A phrase that is not written as `fold` leaves it can never be found.

    use super::*;

    #[test]
    fn phrases_are_folded() {
        let lexicon = Lexicon::new(None);
        let mut wrong = Vec::new();
        let conditions = [
            super::super::BEFORE,
            super::super::BEHIND,
            super::super::DENIED,
            super::super::NEAR,
            super::super::GONE,
            super::super::THEN,
        ]
        .into_iter();
        let conditions = conditions.flat_map(|words| words.split('|'));
        for phrase in lexicon.phrases.iter().map(|(phrase, ..)| *phrase).chain(conditions) {
            let folded = Folded::new(phrase, 400);
            let same: String = (0..folded.len()).map(|i| folded.at(i)).collect();
            if same != phrase {
                wrong.push(format!("{phrase} is {same}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_phrase_has_one_role() {
        let lexicon = Lexicon::new(None);
        let mut roles = std::collections::BTreeMap::new();
        let mut wrong = Vec::new();
        for &(phrase, word, _) in &lexicon.phrases {
            if let Some(other) = roles.insert(phrase, word).filter(|other| *other != word) {
                wrong.push(format!("{phrase} is {other:?} and {word:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
