//! The lines between messages: who wrote what follows, and when, as people's phones write it.

use super::clock::time;
use super::fold::Folded;
use super::item::{Item, Part, Quantity};
use super::reading::{Span, Stated};
use super::stated::past;
use super::words::Word;
use super::{Parsed, Reader};
use crate::domain::is_digit;

/// The lines that say from whom a message is and when it came: their place, that of the text
/// behind them, and the time. Where a line says only when, that above it may say from whom.
pub(super) fn headers(text: &str, reader: &Reader<'_>) -> Vec<(usize, usize, Option<Stated>)> {
    let (mut found, mut names) = (Vec::new(), Vec::new());
    let (mut from, mut above, mut empty): (usize, Option<(usize, &str, bool)>, bool) = (0, None, true);
    for line in text.split_inclusive('\n') {
        let head = Some(line).filter(|line| line.contains(|c: char| is_digit(c)));
        let head = head.and_then(|line| header(line, reader));
        let opens = empty;
        empty = line.trim().is_empty();
        if let Some((body, at, named)) = head {
            let alone = !named && body == line.len();
            let name = above.filter(|(_, name, _)| alone && sender(name, reader)).map(|(at, _, opens)| (at, opens));
            names.push((alone, name));
            let span = Span { start: from + at.span.start, end: from + at.span.end };
            found.push((from, from + body, Some(Stated { span, ..at })));
            above = None;
        } else {
            above = Some((from, line, opens));
        }
        from += line.len();
    }
    // A line that ends the message before is none: names stand above all times, or begin something.
    let all = names.len() > 1 && names.iter().all(|(alone, name)| *alone && name.is_some());
    for ((from, ..), (_, name)) in found.iter_mut().zip(&names) {
        if let Some((at, _)) = name.filter(|(_, opens)| all || *opens) {
            *from = at;
        }
    }
    found
}

/// Whether a line is nothing but the name or the number of who wrote what follows.
fn sender(line: &str, reader: &Reader<'_>) -> bool {
    let name = line.trim();
    let parsed = (name.len() <= HEADER / 2 && !name.ends_with(':')).then(|| reader.parse(name)).flatten();
    parsed.is_some_and(|parsed| {
        let named =
            |item: &Item| names(&item.part) || matches!(item.part, Part::Mark('-' | '+' | '.' | '(' | ')' | '&'));
        parsed.items.len() <= 6 && parsed.items.iter().all(named)
    })
}

/// Whether that may be part of who wrote a message: a name, a carrier, a number.
fn names(part: &Part) -> bool {
    match part {
        Part::Other | Part::Word(Word::Carrier(_) | Word::Plain | Word::Line | Word::Refill | Word::Network) => true,
        Part::Figure(Quantity::Bare(number)) => number.plain().is_some(),
        _ => false,
    }
}

/// The longest header, in bytes.
pub(super) const HEADER: usize = 120;

/// Whether a line begins with, or is, a sender and a time; where its text begins, and whether it names a sender.
fn header(line: &str, reader: &Reader<'_>) -> Option<(usize, Stated, bool)> {
    let head = line
        .get(..HEADER.min(line.len()))
        .or_else(|| (HEADER..line.len()).find_map(|end| line.get(..end)))
        .unwrap_or(line);
    let Parsed { folded, items, .. } = reader.parse(head)?;
    let (mut date, mut minute, mut senders, mut done) = (None, None, 0, 0);
    let mut body = None;
    for (i, item) in items.iter().enumerate().filter(|(_, item)| !matches!(item.part, Part::Break)) {
        if item.from < done {
            continue;
        }
        done = item.to;
        let glued = items.get(i + 1).is_some_and(|next| next.from == item.to);
        match &item.part {
            Part::Figure(Quantity::Date(day)) if date.is_none() => date = Some(past(*day, reader.context.received)?),
            _ if minute.is_none() && time(&folded, item.from).is_some() => {
                (minute, done) = time(&folded, item.from).map(|(minute, to)| (Some(minute), to))?;
            }
            Part::Word(Word::Today) => date = Some(reader.context.received),
            _ if yesterday(&folded, item) => date = reader.context.received.plus_days(-1),
            Part::Mark(':') if minute.is_some() && senders > 0 => {
                body = Some(item.to);
                break;
            }
            Part::Mark('[' | ']' | '(' | ')' | ',' | '、' | '-' | '<' | '>' | '+' | '.' | '·' | '\'') => {}
            part if names(part) => senders += 1,
            // "11/20/2026 18:03 Your balance": the text follows at once.
            _ if date.is_some() && minute.is_some() && senders == 0 && !glued => {
                body = Some(item.from);
                break;
            }
            _ => return None,
        }
        if senders > 5 {
            return None;
        }
    }
    let date = date.or(minute.map(|_| reader.context.received))?;
    (minute.is_some() || senders == 0).then_some(())?;
    let body = body.map_or(line.len(), |at| folded.span(at, at).start);
    Some((body, Stated { span: Span { start: 0, end: body }, date, minute }, senders > 0))
}

fn yesterday(text: &Folded, item: &Item) -> bool {
    ["yesterday", "昨天", "昨日"].iter().any(|word| word.chars().zip(item.from..).all(|(c, at)| text.at(at) == c))
}
