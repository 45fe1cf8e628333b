//! What more a sentence says of an end: that it has come, that it is a renewal, from which day it is counted.

use super::amend::{WORDS, stands};
use super::date::Day;
use super::ends::{End, before};
use super::fold::Folded;
use super::item::{Item, Part, Quantity};
use super::roles::Field;
use super::stated::past;
use super::words::{DENIED, GONE, NEAR, THEN, Word};
use crate::domain::Date;

/// How far behind a day a word of the past may stand, and how long one is at most before what says the end.
const BEHIND: usize = 2;
const LONGEST: usize = 8;

/// "Expired on 12/27", 已于12月27日到期: whether a word at an end, not one that is denied or to come, says that it is past.
pub(super) fn gone(text: &Folded, items: &[Item], end: &End) -> bool {
    let Some((word, day)) = items.get(end.word).zip(items.get(end.item)) else { return false };
    let (from, to) = (word.from.min(day.from), word.to.max(day.to));
    let ends = items.iter().find(|item| item.from >= to && matches!(item.part, Part::Break | Part::Mark(',' | '、')));
    let last = ends.map_or(to + BEHIND, |ends| ends.from.min(to + BEHIND));
    (from.saturating_sub(LONGEST)..=last).any(|at| {
        stands(text, at, GONE).is_some_and(|end| end >= from)
            && !(at.saturating_sub(WORDS)..at).any(|near| stands(text, near, NEAR).is_some())
    })
}

/// "We couldn't renew your plan today", "will not renew on 12/3": whether its clause says that a renewal is none.
pub(super) fn denied(text: &Folded, items: &[Item], end: &End) -> bool {
    let Some(word) = items.get(end.word).filter(|_| end.renews) else { return false };
    let clause = (word.from.saturating_sub(WORDS)..word.from).rev();
    let mut clause =
        clause.take_while(|&at| !matches!(text.at(at), '.' | ',' | ';' | ':' | '!' | '?' | '(' | '-' | '\n' | '。'));
    clause.any(|at| stands(text, at, DENIED).is_some())
}

/// "8 GB left until July 1, when your plan renews": makes a renewal of an end behind whose comma the clause is of one.
pub(super) fn renewed(text: &Folded, field: &Field<'_>, end: &mut End) {
    let comma = matches!(field.part(end.item + 1), Some(Part::Mark(',' | '、')));
    let then = end.item + 2;
    let says = field.items.get(then).is_some_and(|item| stands(text, item.from, THEN).is_some());
    // "When you must renew" is an end.
    let itself = |item: &Item| stands(text, item.from, "renew|renovar").is_none_or(|end| end != item.to);
    let clause = (then..then + 7).take_while(|&i| matches!(field.part(i), Some(Part::Word(_) | Part::Other)));
    let renews = |i: &usize| field.word(*i) == Some(Word::Renews) && field.items.get(*i).is_some_and(itself);
    if let Some(word) = clause.into_iter().find(renews).filter(|_| comma && says && end.word < end.item) {
        (end.renews, end.word) = (true, word);
    }
}

/// "Activated on 11/12. 4.5 GB left, valid 30 days": such a length may be counted from the day on which it began, or from
/// this one.
pub(super) fn begun(field: &Field<'_>, end: &mut End, received: Date) {
    let starts = |i: usize| {
        let Some(Quantity::Date(day)) = field.quantity(i) else { return None };
        let began = matches!(before(field, i, 4)?.0, Word::Dated | Word::Add);
        past(*day, received).filter(|day| began && *day < received)
    };
    let start = (0..field.items.len()).find_map(starts);
    let first = start.and_then(|start| end.day.date.plus_days(start.days_since(received)));
    if let Some(first) = first.filter(|_| end.loose && end.day.other.is_none()) {
        end.day = Day { other: Some(end.day.date), ..Day::counted(first) };
    }
}
