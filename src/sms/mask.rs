//! What of a reply is kept: its words and figures, but no code, no full number and no name.

use super::item::{Item, Part, Quantity};
use super::number_runs::{long_numbers, near};
use super::reading::{Context, Figure, Span};
use super::words::Word;
use super::{Parsed, Reader};
use crate::domain::{Date, is_capital, is_digit, is_letter};

/// What stands in the place of a digit or a letter that is not kept.
const MASK: char = '*';

/// How many items beside a word for a code, or behind a greeting, may belong to it.
const NEAR: usize = 4;

/// Words beside which a code stands; the reading's own words for one are more particular, because
/// they refuse the whole text.
const SECRETS: &str = "code codigo pin pin2 puk puk2 password passwort otp";

/// What stands before a name.
const TITLES: &str = "mr mrs ms miss mx dr herr frau sr sra srta m mme monsieur";

/// What stands behind a name.
const SUFFIXES: &str = "先生 女士 小姐 太太";

/// The text without what nobody should find in it later: codes, all but the last four digits of long
/// numbers, and the name beside a greeting. What was read from it stays, and is read again alike.
#[must_use]
pub fn masked(text: &str, figures: &[Figure], context: &Context<'_>) -> String {
    let Some(parsed) = Reader::new(context).parse(text) else { return text.to_owned() };
    let hidden = parsed.hidden(text, figures, context.received);
    let hide = |(at, c): (usize, char)| {
        let hidden = hidden.iter().any(|span| (span.start..span.end).contains(&at));
        if hidden && (is_letter(c) || is_digit(c)) { MASK } else { c }
    };
    text.char_indices().map(hide).collect()
}

impl Parsed {
    /// The places of codes, long numbers and names, none of them in a figure.
    pub(super) fn hidden(&self, text: &str, figures: &[Figure], received: Date) -> Vec<Span> {
        let mut hidden = Vec::new();
        for (i, item) in self.items.iter().enumerate() {
            match item.part {
                Part::Word(Word::Hello) => {
                    self.name(text, i, &mut hidden);
                    self.name_before(text, i, &mut hidden);
                }
                Part::Word(Word::Code) => self.code(text, i, &mut hidden),
                Part::Other if self.is_one(item, SECRETS) => self.code(text, i, &mut hidden),
                _ => {}
            }
        }
        hidden.retain(|span| !figures.iter().any(|figure| figure.span.meets(*span)));
        let known: Vec<Span> = figures.iter().map(|figure| figure.span).chain(self.days(received)).collect();
        hidden.extend(long_numbers(text, &known, received));
        hidden
    }

    /// The days that the text names, where they may be days of a reply that came then.
    fn days(&self, received: Date) -> impl Iterator<Item = Span> {
        self.items.iter().filter_map(move |item| match item.part {
            Part::Figure(Quantity::Date(day)) if near(day.date, received) => Some(self.place(item)),
            _ => None,
        })
    }

    fn place(&self, item: &Item) -> Span {
        self.folded.span(item.from, item.to)
    }

    fn is_one(&self, item: &Item, words: &str) -> bool {
        let same = |word: &str| word.chars().eq((item.from..item.to).map(|at| self.folded.at(at)));
        words.split(' ').any(same)
    }

    /// The letters and digits behind a word for a code, or before it.
    fn code(&self, text: &str, word: usize, hidden: &mut Vec<Span>) {
        let is_code = |item: &&Item| {
            let said = self.place(item).of(text);
            let digits = said.chars().filter(|c| is_digit(*c)).count();
            // What is dialled is no secret.
            let dialled = said.contains(['*', '#']);
            digits > 2 && !dialled && matches!(item.part, Part::Other | Part::Figure(Quantity::Bare(_)))
        };
        let within = |item: &&Item| !matches!(item.part, Part::Break);
        let behind = self.items.iter().skip(word + 1).take(NEAR).take_while(within).find(is_code);
        let before = || self.items.iter().take(word).rev().take(NEAR).take_while(within).find(is_code);
        hidden.extend(behind.or_else(before).map(|item| self.place(item)));
    }

    /// The name behind a greeting: words that begin with a capital, what is called Mr or Ms, or the
    /// few characters up to the next mark.
    fn name(&self, text: &str, greeting: usize, hidden: &mut Vec<Span>) {
        let (mut at, mut marked, mut titled) = (greeting + 1, false, false);
        while let Some(item) = self.items.get(at) {
            match item.part {
                Part::Word(Word::Plain) => {}
                Part::Mark(',' | '、' | ':' | '-') => marked = true,
                Part::Other if self.is_one(item, TITLES) => titled = true,
                Part::Break if titled && self.folded.at(item.from) == '.' => {}
                _ => break,
            }
            at += 1;
        }
        let run = self.items.iter().skip(at).take(4 * NEAR).take_while(|item| matches!(item.part, Part::Other));
        let run: Vec<Span> = run.map(|item| self.place(item)).collect();
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let all = Span { start: first.start, end: last.end };
        let capital = |span: &&Span| span.of(text).starts_with(is_capital);
        if capital(&first) {
            let names = run.iter().take(3).take_while(capital).count();
            if !marked || titled || self.ends(at + names) {
                hidden.extend(run.iter().take(names));
            }
        } else {
            hidden.extend(called(text, all, self.ends(at + run.len())));
        }
    }

    /// The name before a greeting: 王小明您好.
    fn name_before(&self, text: &str, greeting: usize, hidden: &mut Vec<Span>) {
        let run = self.items.iter().take(greeting).rev().take_while(|item| matches!(item.part, Part::Other));
        let run: Vec<Span> = run.map(|item| self.place(item)).collect();
        let opens = greeting.checked_sub(run.len() + 1).is_none_or(|before| self.ends(before));
        if let (Some(last), Some(first), true) = (run.first(), run.last(), opens) {
            hidden.extend(called(text, Span { start: first.start, end: last.end }, true));
        }
    }

    /// Whether a name ends at that item.
    fn ends(&self, at: usize) -> bool {
        let part = self.items.get(at).map(|item| &item.part);
        matches!(part, None | Some(Part::Break | Part::Mark(_) | Part::Word(Word::Hello)))
    }
}

/// The name in a text of characters that need no spaces: what stands before a title, or, where the
/// name ends there, two to four characters.
fn called(text: &str, all: Span, ends: bool) -> Option<Span> {
    let said = all.of(text);
    if let Some(title) = SUFFIXES.split(' ').find_map(|title| said.find(title)) {
        return Some(Span { end: all.start + title, ..all });
    }
    let short = (2..=4).contains(&said.chars().count());
    (ends && short && said.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))).then_some(all)
}
