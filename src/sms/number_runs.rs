//! Long numbers in a text, of telephones and accounts, however their digits are grouped.

use super::reading::Span;
use super::words::Word;
use crate::domain::convert::natural;
use crate::domain::{Date, Unit, is_digit};

/// A run of digits, some of them parted by points.
#[derive(Clone, Copy)]
struct Group {
    /// Its first byte, and the byte behind its last.
    from: usize,
    to: usize,
    digits: usize,
    /// How many digits stand before the first point.
    head: usize,
}

/// All but the last four digits of each number of seven digits in a row or eight in groups. What is
/// known to be a figure or a day is none, and parts two numbers; so does 20261120, where that may be
/// a day of a reply that came then.
pub(super) fn long_numbers(text: &str, known: &[Span], received: Date) -> Vec<Span> {
    let mut found = Vec::new();
    let mut number: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let close = number.last().is_some_and(|last| joined(text.get(last.to..at)));
        if let Some(span) = known.iter().find(|span| (span.start..span.end).contains(&at)) {
            found.extend(hidden(text, &number));
            number.clear();
            at = span.end;
        } else if is_digit(c) {
            let group = group(text, at, known);
            at = group.to;
            let other = amount(text, group) || compact(text, group, received);
            if !close || other {
                found.extend(hidden(text, &number));
                number.clear();
            }
            if !other {
                number.push(group);
            }
        } else {
            at += c.len_utf8();
        }
    }
    found.extend(hidden(text, &number));
    found
}

/// The digits that begin there, with the points between them.
fn group(text: &str, from: usize, known: &[Span]) -> Group {
    let mut group = Group { from, to: from, digits: 0, head: 0 };
    let mut pointed = false;
    for (at, c) in text.get(from..).unwrap_or("").char_indices().map(|(at, c)| (from + at, c)) {
        let follows = || text.get(at + 1..).is_some_and(|rest| rest.starts_with(is_digit));
        if known.iter().any(|span| (span.start..span.end).contains(&at)) {
            break;
        } else if is_digit(c) {
            group.digits += 1;
            group.head += usize::from(!pointed);
            group.to = at + c.len_utf8();
        } else if c == '.' && follows() {
            pointed = true;
        } else {
            break;
        }
    }
    group
}

/// Whether digits with points are an amount: 12.50, 1.250.000.
fn amount(text: &str, group: Group) -> bool {
    let said = text.get(group.from..group.to).unwrap_or("");
    let mut parts = said.split('.').skip(1).map(|part| part.chars().count());
    let thousands = group.head <= 3 && said.split('.').skip(1).all(|part| part.chars().count() == 3);
    match said.matches('.').count() {
        0 => false,
        1 => parts.next().is_some_and(|decimals| decimals <= 4),
        _ => thousands,
    }
}

/// Whether eight digits are a day that a reply may name.
fn compact(text: &str, group: Group, received: Date) -> bool {
    let part = |from: usize, to: usize| text.get(group.from + from..group.from + to);
    let day = || {
        let (year, month, day) = (natural(part(0, 4)?)?, natural(part(4, 6)?)?, natural(part(6, 8)?)?);
        Date::new(year, month, day)
    };
    group.to - group.from == 8 && group.digits == 8 && day().is_some_and(|day| near(day, received))
}

/// Whether a reply that came then may name that day.
pub(super) fn near(day: Date, received: Date) -> bool {
    (-4 * 366..=12 * 366).contains(&day.days_since(received))
}

/// Whether what stands between two groups leaves them one number: a space, a hyphen, brackets, at
/// most two of them.
fn joined(between: Option<&str>) -> bool {
    let joins = |c: char| matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}' | '\u{2010}'..='\u{2015}');
    // What is longer is not counted: a number may be the only one of a long text.
    between.is_some_and(|between| between.len() <= 6 && between.chars().count() <= 2 && between.chars().all(joins))
}

fn hidden(text: &str, number: &[Group]) -> Option<Span> {
    let (first, last) = (number.first()?, number.last()?);
    let all = Span { start: first.from, end: last.to };
    let said = all.of(text);
    let digits: usize = number.iter().map(|group| group.digits).sum();
    let alone = number.len() == 1 && first.digits == digits;
    let single = number.iter().all(|group| group.digits == 1);
    let long = if alone { digits >= 7 } else { digits >= 8 && !single };
    let shown = said.char_indices().rev().filter(|(_, c)| is_digit(*c)).nth(3)?;
    (long && !dated(text, number)).then_some(Span { start: all.start, end: all.start + shown.0 })
}

/// A day in three groups that the reading does not know as one: 2026 11 20.
fn dated(text: &str, number: &[Group]) -> bool {
    let value = |group: &Group| text.get(group.from..group.to).and_then(|digits| digits.parse::<u16>().ok());
    let year = |group: &Group| value(group).is_some_and(|year| (2000..2100).contains(&year));
    let small = |group: &Group| group.digits < 3 && value(group).is_some_and(|value| value < 32);
    match number {
        [one, two, three] => small(two) && (year(one) && small(three) || small(one) && year(three)),
        _ => false,
    }
}

/// `Data (kB): 3145728`: whether the label before a number, looked at backwards as marks and words, names bytes or
/// thousands of them, of which so many digits are no telephone number.
pub(super) fn in_small_units(mut back: impl Iterator<Item = (Option<char>, Option<Word>)>) -> bool {
    let colon = matches!(back.next(), Some((Some(':' | '='), _)));
    let unit = back.find(|(mark, _)| *mark != Some(')')).and_then(|(_, word)| word);
    colon && matches!(unit, Some(Word::Unit(unit)) if unit < Unit::MB)
}
