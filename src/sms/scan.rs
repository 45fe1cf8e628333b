//! One pass over the folded text: words with roles, numbers, written dates, marks and breaks.
//!
//! It gives no figure a meaning; that is for `compose` and `roles`.

use super::date::{When, compact, numeric, pointed};
use super::fold::{Folded, blank, spaced};
use super::network::generation;
use super::number::Number;
use super::number_runs::in_small_units;
use super::words::{Lexicon, Word};
use super::{amend, lines, links, talk, zero};
use crate::domain::{Unit, is_digit, is_letter};

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Its first character.
    pub(super) from: usize,
    /// The character after its last.
    pub(super) to: usize,
}

/// What a piece is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// A word with a role.
    Word(Word),
    /// A number.
    Number(Number),
    /// A date in digits.
    Date(When),
    /// The end of a sentence or a line.
    Break,
    /// A mark within a sentence.
    Mark(char),
    /// Anything else: a word without a role, an address, a code to dial.
    Other,
}

impl Kind {
    /// The mark or the word that it is.
    const fn said(&self) -> (Option<char>, Option<Word>) {
        match self {
            Self::Mark(c) => (Some(*c), None),
            Self::Word(word) => (None, Some(*word)),
            _ => (None, None),
        }
    }
}

/// What scanning found.
pub(super) struct Scanned {
    pub(super) tokens: Vec<Token>,
    /// The last digits of numbers that the text names.
    pub(super) tails: Vec<String>,
}

/// A mark that stands for nothing any more.
pub(super) const GONE: char = '\0';

/// Takes the text apart, as it came to a card of that country.
pub(super) fn scan(text: &Folded, lexicon: &Lexicon, country: Option<&str>) -> Scanned {
    let mut out = Scanned { tokens: Vec::new(), tails: Vec::new() };
    let mut i = 0;
    while i < text.len() {
        let (kind, to) = next(text, i, lexicon, &mut out);
        if let Some(kind) = kind {
            out.tokens.push(Token { kind, from: i, to });
        }
        i = to.max(i + 1);
    }
    amend::cut(text, &mut out.tokens);
    amend::parted(&mut out.tokens);
    amend::enumerated(&mut out.tokens);
    amend::usable(&mut out.tokens);
    amend::supposed(text, &mut out.tokens);
    amend::passed(text, &mut out.tokens);
    amend::abroad(text, &mut out.tokens);
    amend::before_day(text, &mut out.tokens);
    if country.is_none() {
        amend::month_first(text, &mut out.tokens);
    }
    if country != Some("VN") {
        amend::foreign(text, &mut out.tokens);
    }
    lines::join(text, &mut out.tokens);
    out.tokens.retain(|token| !matches!(token.kind, Kind::Mark(GONE)));
    out
}

fn next(text: &Folded, i: usize, lexicon: &Lexicon, out: &mut Scanned) -> (Option<Kind>, usize) {
    let c = text.at(i);
    // 还剩800多兆
    let some = c == '多'
        && matches!(out.tokens.last(), Some(Token { kind: Kind::Number(_), to, .. }) if *to == i)
        && matches!(lexicon.find(text, i + 1), Some((Word::Unit(_), _)));
    if some || blank(c) || c == '\n' && (wrapped(text, i, lexicon, out) || of_whole(text, i, lexicon, out)) {
        return (None, i + 1);
    }
    if let Some(to) = address(text, i) {
        return (Some(Kind::Other), to);
    }
    if matches!(c, '*' | '#') {
        return dialled(text, i, out);
    }
    if Number::starts(text, i) {
        return digits(text, i, lexicon, out);
    }
    // ".50 USD" may be fifty, or half of one.
    if let Some(to) = Number::behind_point(text, i) {
        return (Some(Kind::Other), to);
    }
    if let Some((word, to)) = lexicon.find(text, i) {
        return (
            Some(if word == Word::Zero { zero::kind(text, (i, to), lexicon, &out.tokens) } else { Kind::Word(word) }),
            to,
        );
    }
    if let Some((unit, word, from, to)) = glued(text, i, lexicon, out) {
        out.tokens.push(Token { kind: Kind::Word(Word::Unit(unit)), from: i, to: from });
        out.tokens.push(Token { kind: Kind::Word(word), from, to });
        return (None, to);
    }
    if spaced(c) {
        return (Some(Kind::Other), letters(text, i, out));
    }
    let hard = match c {
        '\n' => !matches!(out.tokens.last().map(|token| &token.kind), Some(Kind::Mark(':'))),
        '。' | '!' | '?' | '|' | '।' | '․' => true,
        '.' => blank(text.at(i + 1)) || text.at(i + 1) == '\n',
        _ => false,
    };
    let kind = if hard {
        Kind::Break
    } else if is_letter(c) || is_digit(c) {
        Kind::Other
    } else {
        Kind::Mark(c)
    };
    (Some(kind), i + 1)
}

/// Whether a line ends between a number and its unit, behind which no number stands: a screen was too narrow.
fn wrapped(text: &Folded, i: usize, lexicon: &Lexicon, out: &Scanned) -> bool {
    let number = matches!(out.tokens.last().map(|token| &token.kind), Some(Kind::Number(_)));
    let unit = lexicon.find(text, i + 1).filter(|(word, _)| number && matches!(word, Word::Unit(_) | Word::Percent));
    unit.is_some_and(|(_, to)| !(to..to + 3).any(|i| text.at(i).is_ascii_digit() || text.at(i) == ':'))
}

/// Whether the whole of a line stands in the next one: "23.9 GB left⏎of 30 GB", 12.37GB⏎/20GB.
fn of_whole(text: &Folded, i: usize, lexicon: &Lexicon, out: &Scanned) -> bool {
    let of = match out.tokens.as_slice() {
        [
            ..,
            Token { kind: Kind::Word(Word::Unit(_)), .. },
            Token { kind: Kind::Word(Word::Left | Word::Used), .. },
        ] => lexicon.find(text, i + 1).filter(|(word, _)| *word == Word::Of).map(|(_, to)| to),
        // "2.5 GB⏎left of 12 GB"
        [.., Token { kind: Kind::Word(Word::Unit(_)), .. }] => match lexicon.find(text, i + 1) {
            Some((Word::Left | Word::Used, to)) => {
                lexicon.find(text, to + 1).filter(|(word, _)| *word == Word::Of).map(|(_, to)| to)
            }
            _ => (text.at(i + 1) == '/').then_some(i + 2),
        },
        _ => None,
    };
    let Some(of) = of else { return false };
    let number = of + usize::from(blank(text.at(of)));
    let unit = (number..number + 8).find(|&at| !(is_digit(text.at(at)) || matches!(text.at(at), '.' | ',' | ' ')));
    // "Plan 10 GB⏎Used of 10 GB: 3 GB" begins anew.
    let data = |at| matches!(lexicon.find(text, at), Some((Word::Unit(_), to)) if text.at(to) != ':');
    is_digit(text.at(number)) && unit.is_some_and(data)
}

/// `1.5GBremaining`: a unit right behind its number, and glued to it what the figure is; where that word
/// begins and ends.
fn glued(text: &Folded, from: usize, lexicon: &Lexicon, out: &Scanned) -> Option<(Unit, Word, usize, usize)> {
    let unit = match text.at(from) {
        'g' => Unit::GB,
        'm' => Unit::MB,
        _ => return None,
    };
    let number = out.tokens.last().filter(|last| matches!(last.kind, Kind::Number(_)) && last.to == from);
    let word = from + 1 + usize::from(text.at(from + 1) == 'b');
    let (said, to) = lexicon.within(text, word).filter(|_| number.is_some())?;
    matches!(said, Word::Left | Word::Used).then_some((unit, said, word, to))
}

/// A run of letters and digits that is no word of ours; a masked number gives its tail.
fn letters(text: &Folded, from: usize, out: &mut Scanned) -> usize {
    let mut i = from;
    while spaced(text.at(i)) || text.at(i).is_ascii_digit() {
        i += 1;
    }
    let masked = (from..i).take_while(|&at| text.at(at) == 'x').count();
    if masked >= 2 {
        tail(text, from + masked, i, out);
    }
    i
}

fn tail(text: &Folded, from: usize, to: usize, out: &mut Scanned) {
    let digits: String = (from..to).map(|at| text.at(at)).collect();
    if digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
        out.tails.extend(digits.get(digits.len() - 4..).map(str::to_owned));
    }
}

/// A code to dial, or a number masked with stars.
fn dialled(text: &Folded, from: usize, out: &mut Scanned) -> (Option<Kind>, usize) {
    let mut i = from;
    while matches!(text.at(i), '*' | '#') || text.at(i).is_ascii_digit() {
        i += 1;
    }
    let stars = (from..i).take_while(|&at| text.at(at) == '*').count();
    if stars >= 2 {
        tail(text, from + stars, i, out);
    }
    (Some(Kind::Other), i)
}

/// An address on the web or of mail.
fn address(text: &Folded, from: usize) -> Option<usize> {
    if !text.at(from).is_ascii_alphabetic() || text.before(from).is_ascii_alphanumeric() {
        return None;
    }
    let mut run = String::new();
    let mut to = from;
    while text.at(to).is_ascii_graphic() && !matches!(text.at(to), ',' | ';' | '"' | '(' | ')') && run.len() < 300 {
        run.push(text.at(to));
        to += 1;
    }
    let run = run.trim_end_matches(['.', '!', '?']);
    links::begins(run).then(|| from + run.len())
}

fn digits(text: &Folded, i: usize, lexicon: &Lexicon, out: &mut Scanned) -> (Option<Kind>, usize) {
    // "10086 MB" and "Rp10000" are amounts, 10086 and 10000 carriers' numbers.
    let sum = matches!(out.tokens.last(), Some(Token { kind: Kind::Word(Word::Currency(_)), .. }));
    let amount = |to: usize| {
        let behind = lexicon.find(text, to + usize::from(blank(text.at(to))));
        sum || matches!(
            behind,
            Some((Word::Unit(_) | Word::Currency(_) | Word::Texts | Word::Minute | Word::Second, _))
        )
    };
    if let Some((word, to)) = lexicon.find(text, i)
        && (!matches!(word, Word::Network) || generation(text, i, to, lexicon, out))
        && !(matches!(word, Word::Carrier(_) | Word::Parcel) && amount(to))
    {
        return (Some(Kind::Word(word)), to);
    }
    let mut kinds = out.tokens.iter().rev().map(|token| &token.kind).skip_while(|kind| matches!(kind, Kind::Mark(':')));
    let word = kinds.next();
    let lasts = matches!(word, Some(Kind::Word(Word::Lasts)));
    let spans =
        matches!(out.tokens.as_slice(), [.., Token { kind: Kind::Date(_), .. }, Token { kind: Kind::Mark('-'), .. }]);
    let ends = lasts
        || spans
        || matches!(word, Some(Kind::Word(Word::Expires | Word::Renews | Word::AsOf | Word::Till | Word::Dated)));
    // "Expires in 03-05 days" names no day.
    let counted = |to: usize| matches!(lexicon.find(text, to + 1), Some((Word::Day | Word::Hour, _)));
    let behind = |to: usize| (to..to + 9).find(|&at| !matches!(text.at(at), ' ' | ':' | '0'..='9')).unwrap_or(to);
    let closes = |to: usize| {
        let clock = behind(to);
        matches!(lexicon.find(text, clock), Some((Word::Expires | Word::Renews, _)))
    };
    let said = || {
        let found = pointed(text, i).or_else(|| compact(text, i));
        // "4.10 valid until": a word behind says nothing of what has a point.
        let hyphen = |to: usize| (i..to).any(|at| text.at(at) == '-');
        found.filter(|(_, to)| {
            // "Valid 1.10 GB": a length behind that word, or an amount.
            let pointed = lasts && (i..*to).any(|at| text.at(at) == '.');
            let ends = ends && !pointed && !(hyphen(*to) && is_letter(text.at(behind(*to))));
            (ends || hyphen(*to) && closes(*to)) && !counted(*to)
        })
    };
    if let Some((when, to)) = numeric(text, i).or_else(said).or_else(|| amend::nth(text, i, lexicon, &out.tokens)) {
        return (Some(Kind::Date(when)), to);
    }
    let Some(number) = Number::scan(text, i) else { return (Some(Kind::Other), i + 1) };
    let mut to = number.to;
    let mask = |c: char| matches!(c, 'x' | '*');
    if mask(text.at(to)) && mask(text.at(to + 1)) {
        while mask(text.at(to)) {
            to += 1;
        }
        let start = to;
        while text.at(to).is_ascii_digit() {
            to += 1;
        }
        tail(text, start, to, out);
        return (Some(Kind::Other), to);
    }
    if text.at(to) == ':' && text.at(to + 3) == ' ' && matches!(lexicon.find(text, to + 4), Some((Word::Minute, _))) {
        // 120:00 min: a length of talk, to the second.
        return (Some(Kind::Number(number)), to + 3);
    }
    if let Some((seconds, end)) = talk::length(text, &number, lexicon, out) {
        out.tokens.push(Token { kind: Kind::Number(seconds), from: i, to: end });
        return (Some(Kind::Word(Word::Second)), end);
    }
    if text.at(to) == ':' && text.at(to + 1).is_ascii_digit() && text.at(to + 2).is_ascii_digit() {
        while text.at(to).is_ascii_digit() || text.at(to) == ':' {
            to += 1;
        }
        return (Some(Kind::Other), to);
    }
    let month = matches!(
        out.tokens.as_slice(),
        [.., Token { kind: Kind::Word(Word::Month(_)), .. }, Token { kind: Kind::Mark('-'), .. }]
    );
    if text.at(to) == '-' && text.at(to + 1).is_ascii_digit() && number.plain().is_some() && !month {
        // 1-877-778-2106, 22-3-5041: numbers joined by hyphens are no amounts.
        while text.at(to).is_ascii_digit() || (text.at(to) == '-' && text.at(to + 1).is_ascii_digit()) {
            to += 1;
        }
        return (Some(Kind::Other), to);
    }
    for ordinal in ["st", "nd", "rd", "th", "er"] {
        let mut letters = ordinal.chars();
        if letters.next() == Some(text.at(to)) && letters.next() == Some(text.at(to + 1)) && !spaced(text.at(to + 2)) {
            to += 2;
            // "On the 5th day of each month"
            if matches!(lexicon.find(text, to + 1), Some((Word::Day, _))) {
                return (Some(Kind::Other), to);
            }
            break;
        }
    }
    // "bis zum 5. Dezember": the point of a day's number, where a month stands behind it, ends no sentence.
    let day = matches!(
        out.tokens.last().map(|token| &token.kind),
        Some(Kind::Word(Word::Expires | Word::Renews | Word::Till | Word::AsOf | Word::Dated))
    );
    if day
        && text.at(to) == '.'
        && blank(text.at(to + 1))
        && number.small().is_some_and(|day| (1..=31).contains(&day))
        && matches!(lexicon.find(text, to + 2), Some((Word::Month(_), _)))
    {
        to += 1;
    }
    if number.long() {
        if !(counts(text, &number, lexicon, out) || refers(text, i)) {
            out.tails.extend(number.tail_digits());
        }
    } else if matches!(out.tokens.last().map(|token| &token.kind), Some(Kind::Word(Word::Tail)))
        && let Some(tail) = number.tail_digits()
    {
        out.tails.push(tail);
        return (Some(Kind::Other), to);
    }
    (Some(Kind::Number(number)), to)
}

/// What a number is of that is nobody's telephone.
const REFERENCES: &str = "ref reference ticket receipt txn transaction trans order invoice case folio confirmation";

/// Whether a number is one of these by the word before it: `Ref 99887766`, `Order no. 1234567`.
fn refers(text: &Folded, from: usize) -> bool {
    let mut end = from;
    for _ in 0..2 {
        end = (end.saturating_sub(3)..=end)
            .find(|&at| at == end || (at..end).all(|at| !is_letter(text.at(at))))
            .unwrap_or(end);
        let start = (end.saturating_sub(16)..=end).find(|&at| (at..end).all(|at| spaced(text.at(at)))).unwrap_or(end);
        let is = |word: &str| word.chars().eq((start..end).map(|at| text.at(at)));
        if REFERENCES.split(' ').any(is)
            || end > 1 && text.at(end - 1) == '号' && matches!(text.at(end - 2), '单' | '水' | '考')
        {
            return true;
        }
        if !["no", "nr", "id", "number"].into_iter().any(is) {
            return false;
        }
        end = start;
    }
    false
}

/// Whether a unit or a sign of money stands beside the number: `1234567KB` is no telephone number.
fn counts(text: &Folded, number: &Number, lexicon: &Lexicon, out: &Scanned) -> bool {
    let behind = number.to + usize::from(blank(text.at(number.to)));
    matches!(lexicon.find(text, behind), Some((Word::Unit(_) | Word::Currency(_), _)))
        || matches!(out.tokens.last().map(|token| &token.kind), Some(Kind::Word(Word::Currency(_))))
        || in_small_units(out.tokens.iter().rev().map(|token| token.kind.said()))
}
