//! What of a reply is kept: its words and figures, but no code, no full number and no name.

use super::item::{Item, Part, Quantity};
use super::number_runs::{long_numbers, near};
use super::reading::{Context, Figure, Span};
use super::words::Word;
use super::{Parsed, Reader};
use crate::domain::{Date, is_capital, is_digit, is_letter};

/// What stands in the place of a digit or a letter that is not kept.
const MASK: char = '*';

/// How many items beside a word for a code may stand between it and the code.
const REACH: usize = 8;

/// Words beside which a code stands; the reading's own words for one are more particular, because
/// they refuse the whole text.
const SECRETS: [&str; 27] = [
    "code",
    "codigo",
    "pin",
    "pin2",
    "puk",
    "puk2",
    "password",
    "passwort",
    "otp",
    "contrasena",
    "clave",
    "senha",
    "passe",
    "kennwort",
    "kundenkennwort",
    "wachtwoord",
    "codice",
    "kode",
    "код",
    "пароль",
    "haslo",
    "parola",
    "sifre",
    "sifreniz",
    "khau",
    "sandi",
    "losenord",
];

/// The text without what nobody should find in it later: codes, all but the last four digits of long
/// numbers, and names beside a greeting, a title or a label. What was read from it stays, and is read again alike.
#[must_use]
pub fn masked(text: &str, figures: &[Figure], context: &Context<'_>) -> String {
    let Some(parsed) = Reader::new(context).parse(text) else { return text.to_owned() };
    let mut hidden = vec![false; text.len()];
    for span in parsed.hidden(text, figures, context.received) {
        if let Some(part) = hidden.get_mut(span.start..span.end) {
            part.fill(true);
        }
    }
    let hide = |(at, c): (usize, char)| {
        let hidden = hidden.get(at).is_some_and(|hidden| *hidden);
        if hidden && (is_letter(c) || is_digit(c)) { MASK } else { c }
    };
    text.char_indices().map(hide).collect()
}

impl Parsed {
    /// The places of codes, long numbers and names, none of them in a figure.
    pub(super) fn hidden(&self, text: &str, figures: &[Figure], received: Date) -> Vec<Span> {
        let mut hidden = self.codes(text);
        hidden.extend(self.names(text));
        hidden.extend(addresses(text));
        // Rp150000 is a price, and is read.
        let figure = |item: &&Item| matches!(&item.part, Part::Figure(it) if !matches!(it, Quantity::Bare(_)));
        let counts = |span: &Span| self.items.iter().filter(figure).any(|item| self.place(item).meets(*span));
        hidden.extend(mixed(text).into_iter().filter(|span| !counts(span)));
        hidden.extend(installed_by(text));
        hidden.retain(|span| !figures.iter().any(|figure| figure.span.meets(*span)));
        let known: Vec<Span> = figures.iter().map(|figure| figure.span).chain(self.days(received)).collect();
        hidden.extend(long_numbers(text, &known, received));
        hidden
    }

    /// The places of codes; a figure may be one of them.
    pub(super) fn codes(&self, text: &str) -> Vec<Span> {
        let mut codes = Vec::new();
        for (i, item) in self.items.iter().enumerate() {
            let secret = || matches!(item.part, Part::Other) && self.is_one(item, &SECRETS);
            if matches!(item.part, Part::Word(Word::Code)) || secret() {
                codes.extend(written_behind(text, self.place(item).end));
                self.code(text, i, &mut codes);
            }
        }
        codes
    }

    /// The days that the text names, where they may be days of a reply that came then.
    fn days(&self, received: Date) -> impl Iterator<Item = Span> {
        self.items.iter().filter_map(move |item| match item.part {
            Part::Figure(Quantity::Date(day)) if near(day.date, received) => Some(self.place(item)),
            _ => None,
        })
    }

    pub(super) fn place(&self, item: &Item) -> Span {
        self.folded.span(item.from, item.to)
    }

    pub(super) fn is_one(&self, item: &Item, words: &[&str]) -> bool {
        let same = |word: &&str| word.chars().eq((item.from..item.to).map(|at| self.folded.at(at)));
        words.iter().any(same)
    }

    /// The letters and digits behind a word for a code, or before it.
    fn code(&self, text: &str, word: usize, hidden: &mut Vec<Span>) {
        let is_code = |item: &&Item| {
            let said = self.place(item).of(text);
            let digits = said.chars().filter(|c| is_digit(*c)).count();
            let letters = said.chars().filter(|c| is_capital(*c)).count();
            // What is dialled is no secret.
            let dialled = said.contains(['*', '#']);
            let coded = digits > 2 || digits > 0 && digits + letters > 4;
            coded && !dialled && matches!(item.part, Part::Other | Part::Figure(Quantity::Bare(_)))
        };
        let within = |item: &&Item| !matches!(item.part, Part::Break);
        let behind = self.items.iter().skip(word + 1).take(REACH).take_while(within).find(is_code);
        let before = || self.items.iter().take(word).rev().take(REACH).take_while(within).find(is_code);
        hidden.extend(behind.or_else(before).map(|item| self.place(item)));
    }
}

/// The letters and digits right behind a word for a code, whatever they look like to the reading: `password: aB3xK9`.
fn written_behind(text: &str, end: usize) -> Option<Span> {
    let rest = text.get(end..)?;
    let said = rest.trim_start_matches([' ', ':', '：', '=', '是', '为', '為']);
    let said = said.strip_prefix("is ").unwrap_or(said);
    let code = said.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let start = text.len() - said.len();
    let coded = code.len() > 3 && code.bytes().any(|c| c.is_ascii_digit());
    coded.then_some(Span { start, end: start + code.len() })
}

/// The addresses of mail.
fn addresses(text: &str) -> Vec<Span> {
    let within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let around = |(at, _): (usize, &str)| {
        let (before, behind) = (text.get(..at)?, text.get(at + 1..)?);
        let start = before.trim_end_matches(within).len();
        let end = text.len() - behind.trim_start_matches(within).len();
        let host = text.get(at + 1..end)?.trim_end_matches('.');
        (start < at && host.contains('.')).then_some(Span { start, end })
    };
    text.match_indices('@').filter_map(around).collect()
}

/// What an eSIM is installed by.
fn installed_by(text: &str) -> impl Iterator<Item = Span> {
    text.match_indices("LPA:1$").map(|(at, head)| {
        let code = text.get(at..).and_then(|rest| rest.split_whitespace().next()).map_or(0, str::len);
        Span { start: at + head.len(), end: at + code }
    })
}

/// What numbers a ticket, a payment or a passport: letters and digits in turns (A1B2C3D4), or a letter or two before
/// six digits. No amounts of data: 1GB512MB.
fn mixed(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let turns =
            bare.as_bytes().windows(2).filter(|two| matches!(two, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()));
        let turns = turns.count();
        let long = bare.len() >= 8 && digits >= 3 && turns >= if bare.len() < 12 { 3 } else { 2 };
        let passport = turns == 1 && digits >= 6 && bare.len() - digits < 3 && bare.starts_with(is_capital);
        let data = ["GB", "MB", "KB"].iter().any(|unit| bare.to_ascii_uppercase().contains(unit));
        if (long || passport) && !data {
            found.push(Span { start: at, end: at + bare.len() });
        }
        at += word.len();
    }
    found
}
