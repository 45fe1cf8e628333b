//! Which dates are an end or a renewal: the same as `roles`, for days.

use super::bucket::named as named_bucket;
use super::counted::{ahead, day_long, named, of_month, rest_of_month};
use super::date::Day;
use super::item::{Item, Part, Quantity};
use super::reading::{Context, Knowledge};
use super::roles::Field;
use super::stated::past;
use super::words::Word;
use crate::domain::{Bucket, Date};

/// A day without a year that lies further ahead than this was the year before at most two months past.
const NEXT_YEAR: i32 = 304;
const HALF_YEAR: i32 = 183;

/// A day with a role.
#[derive(Clone, Copy)]
pub(super) struct End {
    /// The item of the day.
    pub(super) item: usize,
    pub(super) day: Day,
    pub(super) renews: bool,
    /// The words that decided.
    pub(super) word: usize,
    /// "Valid 28 days", which a plan's description says as well.
    pub(super) loose: bool,
}

impl End {
    /// The end with one day, where the other of its two lies in the past: what still has something
    /// left did not end more than a week ago, and ends or renews within 13 months. What the country
    /// decided stands, unless it lies in the past and the other day does not.
    pub(super) fn coming(mut self, received: Date, lasting: bool) -> Self {
        let Some(other) = self.day.other else { return self };
        let past = |date: Date| date.days_since(received) < -7;
        let near = |date: Date| (0..=396).contains(&date.days_since(received));
        let decided = self.day.by == Some(Knowledge::Country);
        let date = match (self.day.date, other) {
            (one, two) if decided && !(past(one) && near(two)) => {
                self.day.other = None;
                return Self { day: Day { date: one, ..self.day }, ..self };
            }
            (one, two) if lasting && near(one) && past(two) => one,
            (one, two) if lasting && near(two) && past(one) => two,
            (one, two) => {
                // Both are asked about; the likelier day stands first: the nearer one ahead.
                let late = |date: Date| (past(date), !near(date), date.days_since(received).abs());
                if late(two) < late(one) {
                    self.day.date = two;
                    self.day.other = Some(one);
                }
                return self;
            }
        };
        self.day = Day::counted(date);
        self
    }
}

/// The ends and renewals that the text says.
pub(super) fn ends(field: &Field<'_>, context: &Context<'_>) -> Vec<End> {
    let mut found = Vec::new();
    for (i, item) in field.items.iter().enumerate() {
        let end = match &item.part {
            Part::Figure(Quantity::Date(day)) => {
                dated(field, i, *day, context.received).or_else(|| bracketed(field, i, *day, context.received))
            }
            Part::Figure(Quantity::Days(days)) => ahead(field, i, *days, context),
            Part::Figure(Quantity::Minutes(length)) => {
                day_long(*length).and_then(|days| ahead(field, i, days, context))
            }
            Part::Word(Word::Today) => named(field, i, 0, context),
            Part::Word(Word::Tomorrow) => named(field, i, 1, context),
            Part::Word(Word::MonthEnd) => {
                rest_of_month(field, i, context.received).and_then(|days| named(field, i, days, context))
            }
            Part::Figure(Quantity::Bare(number)) => number.small().and_then(|day| of_month(field, i, day, context)),
            _ => None,
        };
        let end = end.map(|end| End { renews: end.renews || slow(field, &end), ..end });
        // "Used through 10/08": so much by a day that is past, though without a year it is taken for one to come.
        let so_far = |end: &End| {
            let far = end.day.date.days_since(context.received);
            (far <= 0 || end.day.yearless && far > NEXT_YEAR)
                && end.word.checked_sub(1).and_then(|j| field.word(j)) == Some(Word::Used)
                // "Until today used: 5 GB".
                || matches!(item.part, Part::Word(Word::Today)) && field.word(i + 1) == Some(Word::Used)
        };
        // "Data through 09/07 06:40 AM: 11 GB used": the hour of the figures.
        let hour = |end: &End| {
            end.day.date <= context.received
                && clock(field, end.item + 1)
                && end.word.checked_sub(1).and_then(|j| field.word(j)) == Some(Word::Data)
        };
        found.extend(
            end.filter(|end| !so_far(end) && !hour(end) && !field.offered(i, None) && !headless(field, end.word))
                // No plan renews years from now: such a day is of something else.
                .filter(|end| !end.renews || end.day.date.days_since(context.received) < 400),
        );
    }
    // "Renewed on 11/20. Next renewal 12/20", "We tried to renew on 11/23": the next one is not behind.
    let behind = |day: Date, yearless: bool| {
        let far = day.days_since(context.received);
        far < 0 || yearless && far > NEXT_YEAR
    };
    let over = |end: &End| {
        let past = |day| behind(day, end.day.yearless);
        let other = end.day.other.filter(|_| end.day.by != Some(Knowledge::Country));
        end.renews && past(end.day.date) && other.is_none_or(past)
    };
    // An old reply that names its year says what it says.
    let next = found.iter().any(|end| end.renews && !over(end));
    found.retain(|end| !(over(end) && (next || end.day.yearless)));
    // "Roam left 1 day. Next bill 1/5": the days of one part of it end nothing else.
    if found.len() > 1 {
        let part = |word: usize| word.checked_sub(1).and_then(|j| field.word(j)).and_then(named_bucket).is_some();
        found.retain(|end| field.word(end.word) != Some(Word::Left) || !part(end.word));
    }
    found
}

/// "Slower speeds until 7/31", "until 7/31 at reduced speed": the data is back that day.
fn slow(field: &Field<'_>, end: &End) -> bool {
    // 用完后限速，有效期至11月30日: of another clause.
    let clause = |part: &&Part| !matches!(part, Part::Break | Part::Mark(',' | '、' | ';' | ')'));
    let sentence = (0..end.word).rev().map_while(|j| field.part(j).filter(clause));
    let behind = (end.item + 1..end.item + 4).map_while(|j| field.part(j));
    sentence.take(4).chain(behind).any(|part| matches!(part, Part::Word(Word::Slow)))
}

/// "Expires 7/31." as a sentence without a subject ends what was spoken of before: an offer, where
/// nothing that is left was spoken of since.
fn headless(field: &Field<'_>, word: usize) -> bool {
    let first = word.checked_sub(1).is_none_or(|j| matches!(field.part(j), Some(Part::Break)));
    let spoken = (0..word).rev().find_map(|j| match field.word(j)? {
        Word::Offer => Some(true),
        Word::Left | Word::Used | Word::Balance | Word::Have | Word::Add => Some(false),
        _ => None,
    });
    first && spoken == Some(true)
}

/// "Valid 11/20 - 12/19", "cycle: 11/20 - 12/19": the first day of the span that ends there, and the word for it.
fn span(field: &Field<'_>, last: usize, received: Date) -> Option<(usize, usize)> {
    let date = |i: usize| match field.quantity(i) {
        Some(Quantity::Date(day)) => Some(*day),
        _ => None,
    };
    let long = |i: usize| field.items.get(i).map_or(0, |item| item.to - item.from);
    let joint = last.checked_sub(1)?;
    let mark = matches!(field.part(joint), Some(Part::Mark('-' | '~')));
    let joins = match field.part(joint)? {
        // "through", "until" and 至, which no noun of two or three characters is.
        Part::Word(Word::Expires) => matches!(long(joint), 1 | 4..=7),
        Part::Word(_) | Part::Other => long(joint) < 4,
        _ => mark,
    };
    let first = joint.checked_sub(1)?;
    let first = if clock(field, first) { first.checked_sub(1)? } else { first };
    let (from, to) = (date(first)?, date(last)?);
    if !joins || !(from.yearless || from.date < to.date) {
        return None;
    }
    match before(field, first, 2) {
        Some((Word::Lasts, word)) => Some((first, word)),
        Some((Word::Expires, word)) if mark || long(joint) == 1 => Some((first, word)),
        Some(_) => None,
        // The cycle that runs, and none before or after it.
        None => {
            let begun = from.date <= received || from.yearless && from.date.days_since(received) > NEXT_YEAR;
            let runs = begun && (0..=62).contains(&to.date.days_since(received));
            let label = first.checked_sub(2).filter(|_| matches!(field.part(first - 1), Some(Part::Mark(':' | '('))));
            label.filter(|&j| runs && mark && field.word(j) == Some(Word::Plan)).map(|word| (first, word))
        }
    }
}

/// Whether an hour of a day may stand there: 23:59:59.
pub(super) fn clock(field: &Field<'_>, i: usize) -> bool {
    let long = field.items.get(i).map_or(0, |item| item.to - item.from);
    matches!(field.part(i), Some(Part::Other)) && (5..9).contains(&long)
}

pub(super) fn dated(field: &Field<'_>, i: usize, day: Day, received: Date) -> Option<End> {
    if of_points(field, i) {
        return None;
    }
    let begins = (i + 2..i + 4).any(|j| span(field, j, received).is_some_and(|(first, _)| first == i));
    if begins {
        return None;
    }
    if let Some((_, word)) = span(field, i, received) {
        return Some(End { item: i, day, renews: false, word, loose: false });
    }
    // What is left before the day says nothing of it; what stands behind it may.
    let ahead = before(field, i, 8).filter(|(word, _)| !matches!(word, Word::Left | Word::Have));
    // "Top-up notice: your card [on 12/3] ends": the word right behind the day closes the clause.
    let closing = |(word, at): &(Word, usize)| {
        let closes = matches!(field.part(at + 1), None | Some(Part::Break | Part::Mark(',' | '、' | ';')));
        *at == i + 1 && closes && matches!(word, Word::Expires | Word::Renews)
    };
    let behind = after(field, i, 4);
    // 如不续费，12月1日停机: a renewal of another clause.
    let apart = |at: usize| (at..i).any(|j| matches!(field.part(j), Some(Part::Mark(',' | '、'))));
    let other = ahead.is_some_and(|(word, at)| match word {
        Word::Add | Word::Price | Word::Bill | Word::Paid | Word::Auto | Word::Dated => true,
        word => word == Word::Renews && apart(at),
    });
    let (word, at) = ahead.filter(|_| !(other && behind.as_ref().is_some_and(closing))).or(behind)?;
    if bonus(field, at) {
        return None;
    }
    let renews = match word {
        Word::Expires | Word::Lasts => false,
        // "3 GB left, until 12/31": as of a day that is to come nothing is known.
        Word::Till if until(day, received) && measured(field, at) && clause(field, at, i) => false,
        Word::Renews => true,
        _ => return None,
    };
    Some(End { item: i, day, renews, word: at, loose: false })
}

/// "Poin 120, until 12/31": whether points of another trade are what its sentence spoke of last.
fn of_points(field: &Field<'_>, i: usize) -> bool {
    let apart = |j: usize| match field.part(j) {
        Some(Part::Figure(quantity)) => quantity.measures(),
        Some(part) => matches!(part, Part::Break),
        None => true,
    };
    let counts = |j: usize| matches!(field.part(j), Some(Part::Figure(_)));
    let mut sentence = (i.saturating_sub(12)..i).rev().take_while(|&j| !apart(j));
    sentence.any(|j| field.word(j) == Some(Word::Points) && !j.checked_sub(1).is_some_and(counts))
}

/// Whether a day cannot be that of the figures; one without a year is the nearer of the two that it may be.
fn until(day: Day, received: Date) -> bool {
    let far = day.date.days_since(received);
    past(day, received).is_none() && coming(day.date, received) && !(day.yearless && far > HALF_YEAR)
}

/// Whether that word and its day are a clause of their own: 缴费截止12月5日 is of a payment, and behind 截至2月1日已用 stands
/// what was used by then.
fn clause(field: &Field<'_>, word: usize, day: usize) -> bool {
    let ends = |part: Option<&Part>| matches!(part, None | Some(Part::Break | Part::Mark(_)));
    let of_end = |part: Option<&Part>| matches!(part, Some(Part::Word(Word::Expires | Word::Lasts)));
    let ahead = word.checked_sub(1).and_then(|j| field.part(j));
    (ends(ahead) || of_end(ahead)) && ends(field.part(day + 1))
}

/// Whether a day lies ahead, and not so far that without a year it would be a past one.
fn coming(day: Date, received: Date) -> bool {
    (1..NEXT_YEAR).contains(&day.days_since(received))
}

/// Whether a figure stands before that word in its sentence.
fn measured(field: &Field<'_>, word: usize) -> bool {
    let mut sentence = (0..word).rev().take_while(|&j| !matches!(field.part(j), Some(Part::Break)));
    sentence.any(|j| field.quantity(j).is_some_and(Quantity::measures))
}

/// "3.2 GB left (12/31)": a day ahead, alone in brackets behind data.
fn bracketed(field: &Field<'_>, i: usize, day: Day, received: Date) -> Option<End> {
    let open = i.checked_sub(1).filter(|_| field.bracketed(i))?;
    let behind = open - usize::from(open.checked_sub(1).and_then(|j| field.word(j)) == Some(Word::Left));
    let data = behind.checked_sub(1).is_some_and(|j| matches!(field.quantity(j), Some(Quantity::Data(..))));
    (data && coming(day.date, received)).then_some(End { item: i, day, renews: false, word: open, loose: false })
}

/// Whether a bonus's figure stands right before that word: its end is not that of the rest.
fn bonus(field: &Field<'_>, word: usize) -> bool {
    let Some(figure) = word.checked_sub(1).filter(|&j| field.quantity(j).is_some_and(Quantity::measures)) else {
        return false;
    };
    let named = (figure.saturating_sub(2)..figure).any(|j| field.word(j).is_some_and(Word::is_extra));
    let others = (0..figure).any(|j| field.quantity(j).is_some_and(Quantity::measures));
    named && others
}

fn deciding(word: Word) -> bool {
    matches!(
        word,
        Word::Expires
            | Word::Lasts
            | Word::Renews
            | Word::AsOf
            | Word::Till
            | Word::Dated
            | Word::Add
            | Word::Price
            | Word::Bill
            | Word::Paid
            | Word::Auto
            | Word::Left
            | Word::Have
    )
}

pub(super) fn before(field: &Field<'_>, i: usize, most: usize) -> Option<(Word, usize)> {
    let mut far = 0;
    for j in (0..i).rev() {
        match field.part(j)? {
            Part::Break | Part::Figure(Quantity::Date(_)) => return None,
            Part::Figure(_) | Part::Mark(',' | '、' | ';') => far += 3,
            Part::Mark(_) => {}
            // "Renews on the 5th", "nächste Buchung erfolgt am 5.": the second word is of the first.
            Part::Word(Word::AsOf | Word::Dated) if renewal(field, j) => {}
            Part::Word(word) if deciding(*word) => return Some((*word, j)),
            Part::Word(_) | Part::Other => far += 1,
        }
        if far > most {
            return None;
        }
    }
    None
}

/// Whether a word for an end or a renewal stands right before an item, or with one between of which nothing is known.
fn renewal(field: &Field<'_>, i: usize) -> bool {
    let other = usize::from(matches!(i.checked_sub(1).and_then(|j| field.part(j)), Some(Part::Other)));
    matches!(i.checked_sub(1 + other).and_then(|j| field.word(j)), Some(Word::Renews | Word::Expires))
}

pub(super) fn after(field: &Field<'_>, i: usize, most: usize) -> Option<(Word, usize)> {
    let mut far = 0;
    for j in i + 1..field.items.len() {
        match field.part(j)? {
            // "On 10/12 for $5 renewed"
            Part::Figure(Quantity::Money(..)) => far += 1,
            Part::Break | Part::Figure(_) | Part::Mark(',' | '、' | ':' | ';') => return None,
            Part::Mark(_) => {}
            // "(As of 11/20) valid until: 12/4", "12/4 and ends 1/3": the word is of what follows it.
            Part::Word(word) if deciding(*word) => {
                let next = matches!(field.quantity(j + 1), Some(Quantity::Date(_)));
                return (!(next || field.heads(j))).then_some((*word, j));
            }
            Part::Word(_) | Part::Other => far += 1,
        }
        if far > most {
            return None;
        }
    }
    None
}

/// What a day ends, where the figure before it in its sentence says so.
pub(super) fn of_bucket(items: &[Item], end: &End, bucket: impl Fn(usize) -> Option<Bucket>) -> Option<Bucket> {
    let back = (0..end.item).rev();
    let before =
        back.take_while(|&j| !matches!(items.get(j).map(|item| &item.part), Some(Part::Figure(Quantity::Date(_)))));
    let mut breaks = 0;
    for j in before {
        breaks += usize::from(matches!(items.get(j).map(|item| &item.part), Some(Part::Break)));
        if breaks > 1 {
            return None;
        }
        if let Some(bucket) = bucket(j) {
            return Some(bucket);
        }
    }
    None
}
