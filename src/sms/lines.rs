//! Lines as accounts and apps put them: a label above its figure, or a figure above what it is.

use super::bucket::named;
use super::fold::Folded;
use super::scan::{Kind, Token};
use super::words::Word;
use crate::domain::Bucket;

/// The most words of a label.
const WORDS: usize = 4;

/// Joins a label's line to the figures below it, as a colon would, and a figure's line to what is said
/// of it below: "of 10 GB used", "remaining".
pub(super) fn join(text: &Folded, tokens: &mut Vec<Token>) {
    let ends = |token: &Token| matches!(token.kind, Kind::Break) && text.at(token.from) == '\n';
    // Where the first line is a figure, what is said of each figure stands below it.
    let lead = tokens.split(ends).next().is_some_and(figure);
    let (mut from, mut labelled, mut said, mut apart) = (0, false, false, false);
    for end in 0..tokens.len() {
        let Some(Token { kind: Kind::Break, from: place, .. }) = tokens.get(end) else { continue };
        let rest = tokens.get(end + 1..).unwrap_or_default();
        let kind = match text.at(*place) {
            // `980 texts | 2148 MB |`: a list.
            '|' => rest.split(parts).next().is_some_and(figure).then_some(Kind::Mark(',')),
            '\n' => {
                let line = tokens.get(from..end).unwrap_or_default();
                let mut lines = rest.split(ends);
                let below = lines.next().unwrap_or_default();
                let of = matches!(below.first().map(|token| &token.kind), Some(Kind::Word(Word::Of)));
                let counts = below.first().is_some_and(begins);
                let below =
                    of || !labelled && (goes_on(below) || label(below) && (lead || !lines.next().is_some_and(figure)));
                let caption = below && figure(line);
                let heads = counts && !said && label(line);
                apart = if heads { line.iter().any(of_bucket) } else { apart && counts };
                (labelled, said, from) = (heads || caption, caption, end + 1);
                match (caption, heads) {
                    (true, _) => Some(Kind::Mark('\'')),
                    (_, true) => Some(Kind::Mark(':')),
                    _ => apart.then_some(Kind::Mark(',')),
                }
            }
            _ => None,
        };
        if let (Some(kind), Some(token)) = (kind, tokens.get_mut(end)) {
            token.kind = kind;
        }
    }
    tokens.retain(|token| !(matches!(token.kind, Kind::Mark('\'')) && text.at(token.from) == '\n'));
}

const fn parts(token: &Token) -> bool {
    matches!(token.kind, Kind::Break)
}

/// Whether a figure begins there.
const fn begins(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Number(_) | Kind::Date(_) | Kind::Word(Word::Currency(_) | Word::Unlimited | Word::Month(_))
    )
}

/// Whether the line is a figure and no more.
fn figure(line: &[Token]) -> bool {
    let counts = |token: &Token| {
        matches!(
            token.kind,
            Kind::Mark('/') | Kind::Word(Word::Unit(_) | Word::Percent | Word::Minute | Word::Texts | Word::Day)
        )
    };
    line.iter().any(begins) && line.iter().all(|token| begins(token) || counts(token))
}

/// Whether the line is a label: a few words that say what a figure is, and no figure.
fn label(line: &[Token]) -> bool {
    let says = |token: &Token| match token.kind {
        Kind::Word(
            Word::Left
            | Word::Used
            | Word::Total
            | Word::Balance
            | Word::Expires
            | Word::Renews
            | Word::Data
            | Word::Calls,
        ) => true,
        Kind::Word(Word::Texts | Word::Minute) => true,
        _ => of_bucket(token),
    };
    let silent = |token: &Token| {
        matches!(
            token.kind,
            Kind::Word(
                Word::Plain | Word::Network | Word::General | Word::Plan | Word::And | Word::Line | Word::Nothing
            )
        )
    };
    line.len() <= WORDS && line.iter().any(says) && line.iter().all(|token| says(token) || silent(token))
}

/// "used of 10 GB": whether the line goes on from a part to its whole.
fn goes_on(line: &[Token]) -> bool {
    matches!(
        line,
        [Token { kind: Kind::Word(Word::Left | Word::Used), .. }, Token { kind: Kind::Word(Word::Of), .. }, ..]
    )
}

/// Whether it names data apart from the general.
fn of_bucket(token: &Token) -> bool {
    matches!(token.kind, Kind::Word(word) if named(word).is_some_and(|bucket| bucket != Bucket::General))
}
