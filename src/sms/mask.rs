//! What of a reply is kept: its words and figures, but no code, no full number and no name.

use super::compose::{Part, Quantity};
use super::reading::{Context, Figure, Span};
use super::words::Word;
use super::{Parsed, Reader};

/// What stands in the place of a digit or a letter that is not kept.
const MASK: char = '*';

/// How many items behind a word for a code, or behind a greeting, may belong to it.
const NEAR: usize = 4;

/// The text without what nobody should find in it later: codes, all but the last four digits of long
/// numbers, and the name behind a greeting. What was read from it stays, and is read again alike.
#[must_use]
pub fn masked(text: &str, figures: &[Figure], context: &Context<'_>) -> String {
    let Some(parsed) = Reader::new(context).parse(text) else { return text.to_owned() };
    let mut hidden = Vec::new();
    numbers(text, &mut hidden);
    for (i, item) in parsed.items.iter().enumerate() {
        match item.part {
            Part::Word(Word::Code) => parsed.code(text, i, &mut hidden),
            Part::Word(Word::Hello) => parsed.name(text, i, &mut hidden),
            _ => {}
        }
    }
    hidden.retain(|span| !figures.iter().any(|figure| figure.span.meets(*span)));
    let hide = |(at, c): (usize, char)| {
        let hidden = hidden.iter().any(|span| (span.start..span.end).contains(&at));
        if hidden && c.is_alphanumeric() { MASK } else { c }
    };
    text.char_indices().map(hide).collect()
}

impl Parsed {
    /// The letters and digits behind a word for a code.
    fn code(&self, text: &str, word: usize, hidden: &mut Vec<Span>) {
        let near = (word + 1..word + 1 + NEAR).map_while(|j| self.items.get(j));
        let found = near.take_while(|item| !matches!(item.part, Part::Break)).find(|item| {
            let digits = self.folded.span(item.from, item.to).of(text).chars().filter(|c| c.is_numeric()).count();
            digits > 2 && matches!(item.part, Part::Other | Part::Figure(Quantity::Bare(_)))
        });
        hidden.extend(found.map(|item| self.folded.span(item.from, item.to)));
    }

    /// The name behind a greeting: words that begin with a capital, or what is called Mr or Ms.
    fn name(&self, text: &str, greeting: usize, hidden: &mut Vec<Span>) {
        let after = (greeting + 1..self.items.len()).take_while(|j| *j <= greeting + 4 * NEAR);
        let run: Vec<Span> = after
            .filter_map(|j| self.items.get(j))
            .skip_while(|item| matches!(item.part, Part::Word(Word::Plain)))
            .take_while(|item| matches!(item.part, Part::Other))
            .map(|item| self.folded.span(item.from, item.to))
            .collect();
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let said = Span { start: first.start, end: last.end }.of(text);
        let title = ["先生", "女士", "小姐"].iter().find_map(|title| said.find(title));
        if let Some(title) = title {
            hidden.push(Span { start: first.start, end: first.start + title });
        } else if said.starts_with(char::is_uppercase) {
            let names = run.into_iter().take(3).take_while(|span| span.of(text).starts_with(char::is_uppercase));
            hidden.extend(names);
        }
    }
}

/// Long numbers, but for their last four digits: seven digits in a row, or ten in groups. A date is
/// none.
fn numbers(text: &str, hidden: &mut Vec<Span>) {
    let mut digits: Vec<usize> = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    let (mut gap, mut end) = (0, 0);
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if c.is_numeric() {
            if gap > 0 || groups.is_empty() {
                groups.push(0);
            }
            if let Some(group) = groups.last_mut() {
                *group += 1;
            }
            (gap, end) = (0, at + c.len_utf8());
            digits.push(at);
        } else if matches!(c, ' ' | '-' | '(' | ')') && gap < 2 && !digits.is_empty() {
            gap += 1;
        } else {
            hidden.extend(number(&digits, &groups, end));
            digits.clear();
            groups.clear();
            gap = 0;
        }
    }
}

fn number(digits: &[usize], groups: &[usize], end: usize) -> Option<Span> {
    let dated = matches!(groups, [4, 1 | 2, 1 | 2, ..] | [1 | 2, 1 | 2, 4, ..] | [8] | [8, 1 | 2, ..]);
    let long = digits.len() >= 10 || (groups.len() == 1 && digits.len() >= 7);
    let kept = digits.get(digits.len().checked_sub(4)?).copied()?;
    let start = digits.first().copied().filter(|_| long && !dated)?;
    Some(Span { start, end: kept.min(end) })
}
