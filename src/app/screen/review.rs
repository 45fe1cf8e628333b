//! A check under review: what was understood, what is asked, which card it goes to.

use super::teaching::{Teaching, teaching};
use super::waiting::{Confirmed, as_said, confirmed};
use crate::app::form::{
    Field, Form, Replies, StatedAt, added, confirms, kept_text, knows_whole, means_a_part, replies, shares, stated,
};
use crate::app::matching::{self, Because, Match};
use crate::domain::{Book, CardId, Currency, Date, EntryId, Moment, TopUp, clean_reply};
use crate::sms::{
    self, Answer, Candidate, Certainty, Choice, Context, Figure, Message, Reading, Refusal, Role, Span, Stated, Value,
    Verdict, Why,
};

/// A reply under review.
#[derive(Clone, Debug)]
pub struct Review {
    /// The messages in the form that say something about a balance; at least one.
    pub messages: Vec<Message>,
    /// Which of them is under review; `None` while nobody said which is the newest.
    pub meant: Option<usize>,
    /// When the newest came, on the device's clock, where that is one that nothing reads.
    pub unread: Option<Stated>,
    /// Whether there are older messages, which were not looked at.
    pub older: bool,
    /// Its text.
    pub text: String,
    /// When it says that it was true.
    pub stated: Option<StatedAt>,
    /// What was understood, with places in that text.
    pub reading: Reading,
    /// Whether it is the confirmation of a top-up and nothing else.
    pub confirms: bool,
    /// Which payment it is about, where it says that something arrived, or was paid for, and one waits.
    pub confirmed: Option<Confirmed>,
    /// The amounts of which it says so.
    pub said: Vec<Value>,
    /// Whether the card is contradicted by the reply: another carrier or another number.
    pub contradicted: bool,
    /// Whether what it says means nothing without the plan's total, which nobody knows.
    pub needs_total: bool,
    /// Whether it says of the data only a share, of a total that is known: which one may be said.
    pub of_total: bool,
    /// What a person may explain of it.
    pub teaching: Option<Teaching>,
    /// The entry that holds the same reply.
    pub logged_before: Option<EntryId>,
}

impl Review {
    /// A payment of a card of that currency as it says it, where all that wait are of other amounts ([`as_said`]),
    /// and the amounts that it is of then.
    #[must_use]
    pub fn amended(&self, top_up: &TopUp, own: Currency) -> Option<(TopUp, Vec<Value>)> {
        let paid = self.reading.verdict == Verdict::Nothing(Refusal::Paid);
        as_said(top_up, &self.said, paid, own).filter(|_| self.confirmed == Some(Confirmed::Other))
    }
}

/// Which card a check goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The card, where it is chosen or sure.
    pub card: Option<CardId>,
    /// How it was recognised, where nobody chose it.
    pub because: Option<Because>,
    /// The cards to choose from.
    pub offered: Vec<CardId>,
}

/// A piece of the reply's text, in order; together they are the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that say no figure.
    Plain(String),
    /// A figure: its place in the reading, and its text.
    Figure(usize, String),
    /// A figure that may be explained: its first byte in the text as the form holds it, and its text.
    Open(usize, String),
}

/// What the question about a figure turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Left or used: the value is the same.
    LeftOrUsed,
    /// What it is: the value is the same.
    Role,
    /// Its value, such as which day: the role is the same.
    Value,
    /// Which of several figures of the text it is: the role is the same.
    Figure,
    /// Both.
    Both,
}

/// The review of the reply in a form, or `None` where there is no reply yet.
#[must_use]
pub fn review(form: &Form, book: &Book, moment: &Moment) -> Option<Review> {
    if form.get(Field::Reply).trim().is_empty() {
        return None;
    }
    let target = matching::target(form, book, moment);
    let card = target.and_then(|id| book.card(id));
    let replies = replies(form, card, book, moment);
    let (text, context) = (replies.text(form).to_owned(), replies.context(card));
    let stated = stated(&replies, card, moment);
    let reading = replies.clone().reading();
    // What is not read at all contradicts nothing.
    let read = reading.verdict == Verdict::Reading;
    let contradicted = read && card.is_some_and(|card| matching::contradicts(card, &reading));
    let settled = reading.settle(&form.answers, card.map_or(Currency::USD, |card| card.currency));
    let confirms = confirms(&reading, &settled);
    let said = arrived(&reading, &text, &context);
    let confirmed = target.zip(said.as_ref()).and_then(|(card, said)| confirmed(book, moment, card, said));
    let needs_total = means_a_part(&settled.measures) && !knows_whole(form, target, book, moment);
    let of_total = !needs_total && shares(&settled.measures);
    let teaching = replies.message().and_then(|_| teaching((form, &text), (card, &context), &reading));
    let kept = kept_text(&text, &reading, &context);
    let logged_before = matching::logged_before(&kept, form, book);
    let Replies { messages, meant, unread, older, .. } = replies;
    Some(Review {
        messages,
        meant,
        unread,
        older,
        text,
        stated,
        reading,
        confirms,
        confirmed,
        said: said.unwrap_or_default(),
        contradicted,
        needs_total,
        of_total,
        teaching,
        logged_before,
    })
}

/// The amounts of which a reply says that they were added; of one that only says that a payment went through, all
/// that it names. `None` where it says neither.
fn arrived(reading: &Reading, text: &str, context: &Context<'_>) -> Option<Vec<Value>> {
    if reading.verdict == Verdict::Nothing(Refusal::Paid) {
        return Some(sms::amounts(text, context));
    }
    let added: Vec<Value> = reading.figures.iter().filter_map(added).collect();
    (!added.is_empty()).then_some(added)
}

/// Which card the check in a form goes to, and which others it could.
#[must_use]
pub fn target(form: &Form, book: &Book, moment: &Moment) -> Target {
    let found = match matching::chosen(form, book) {
        Some(card) => Match::One(card, Because::OnlyCard),
        None => matching::card_for(form, book, moment),
    };
    let because = match found {
        Match::One(_, because) if because != Because::OnlyCard => Some(because),
        _ => None,
    };
    let card = found.sure();
    let mut offered = book.in_use();
    offered.extend(card.filter(|card| !offered.contains(card)));
    Target { card, because, offered }
}

/// The text cut at its figures and at those that may be explained, cleaned of what could mislead;
/// of a long stretch without figures only what stands next to them.
#[must_use]
pub fn pieces(text: &str, figures: &[Figure], open: &[Candidate]) -> Vec<Piece> {
    let read = figures.iter().enumerate().map(|(place, figure)| (figure.span, Some(place)));
    let mut order: Vec<(Span, Option<usize>)> = read.chain(open.iter().map(|open| (open.span, None))).collect();
    order.sort_by_key(|(span, place)| (span.start, place.is_none()));
    let (mut pieces, mut done) = (Vec::new(), 0);
    let plain = |pieces: &mut Vec<Piece>, text: &str| {
        if !text.is_empty() {
            pieces.push(Piece::Plain(shortened(clean_reply(text).0)));
        }
    };
    for (span, place) in order {
        let said = span.of(text);
        if span.start < done || said.is_empty() {
            continue;
        }
        plain(&mut pieces, text.get(done..span.start).unwrap_or(""));
        let said = clean_reply(said).0;
        pieces.push(place.map_or(Piece::Open(span.start, said.clone()), |place| Piece::Figure(place, said)));
        done = span.end;
    }
    plain(&mut pieces, text.get(done..).unwrap_or(""));
    pieces
}

/// The figures where they stand as they were answered: of several that claim to be one, that is the
/// place of the chosen one; behind all, the others that it was taken together with.
#[must_use]
pub fn placed(figures: &[Figure], answers: &[(usize, Answer)], teaching: Option<&Teaching>) -> Vec<Figure> {
    let all = teaching.map_or(&[][..], |teaching| &teaching.all);
    let mut placed = figures.to_vec();
    let mut with = Vec::new();
    for (of, answer) in answers {
        let Some(figure) = placed.get_mut(*of) else { continue };
        if let (Certainty::Asked(choices), Answer::Choice(at)) = (&figure.role, answer)
            && turn(choices) == Turn::Figure
            && let Some(choice) = choices.get(*at)
        {
            let at_place = |value: Value| all.iter().find(|candidate| candidate.value == Some(value));
            if let Some(chosen) = at_place(choice.value) {
                figure.span = chosen.span;
            } else if choice.together {
                let parts = choices.iter().filter_map(|part| at_place(part.value).map(|at| (part, at.span)));
                let said = parts.filter(|(_, span)| *span != figure.span).map(|(part, span)| Figure {
                    span,
                    value: part.value,
                    role: Certainty::Sure(part.role, Why { words: None, card: None }),
                });
                with.extend(said);
            }
        }
    }
    placed.append(&mut with);
    placed
}

/// The longest stretch without figures that is shown whole, and how much of each end is shown of
/// a longer one, in characters.
const STRETCH: usize = 240;
const STRETCH_END: usize = 80;

fn shortened(text: String) -> String {
    let place = |at: usize| text.char_indices().nth(at).map(|(place, _)| place);
    let count = text.chars().count();
    if count <= STRETCH {
        return text;
    }
    let (Some(head), Some(tail)) = (place(STRETCH_END), place(count - STRETCH_END)) else { return text };
    [text.get(..head).unwrap_or(""), " … ", text.get(tail..).unwrap_or("")].concat()
}

/// What tells a message from the others of the same paste: when it came, on the device's clock, and
/// the first figure that it says.
#[must_use]
pub fn told_apart(message: &Message, text: &str) -> (Option<(Date, Option<u16>)>, String) {
    let said = message.span.of(text);
    let figure = message.reading.figures.first().map_or("", |figure| figure.span.of(said));
    let head: String = said.chars().take(12).collect();
    let figure = if figure.is_empty() { &head } else { figure };
    let at = message.at.or(message.reading.stated);
    (at.map(|at| (at.date, at.minute)), clean_reply(figure).0)
}

/// The messages as one chooses among them, by their places: the newest first, where all say when they came.
#[must_use]
pub fn newest_first(messages: &[Message]) -> Vec<usize> {
    let at = |place: &usize| messages.get(*place).and_then(|message| message.at.or(message.reading.stated));
    let dated = (0..messages.len()).all(|place| at(&place).is_some());
    let time = |place: &usize| at(place).map(|at| (at.date, at.minute));
    let mut places: Vec<usize> = Vec::new();
    for place in 0..messages.len() {
        let before = places.iter().position(|other| dated && time(other) < time(&place));
        places.insert(before.unwrap_or(places.len()), place);
    }
    places
}

/// What a question turns on.
#[must_use]
pub fn turn(choices: &[Choice]) -> Turn {
    let same_value = choices.windows(2).all(|pair| matches!(pair, [a, b] if a.value == b.value));
    let same_role = choices.windows(2).all(|pair| matches!(pair, [a, b] if a.role == b.role));
    match choices {
        [Choice { role: Role::Left(a), .. }, Choice { role: Role::Used(b), .. }] if same_value && a == b => {
            Turn::LeftOrUsed
        }
        _ if same_value => Turn::Role,
        [Choice { value: a, .. }, Choice { value: b, .. }, ..] if same_role && digits(*a) != digits(*b) => Turn::Figure,
        _ if same_role => Turn::Value,
        _ => Turn::Both,
    }
}

/// The digits of an amount, which are the same in whatever way it is understood.
fn digits(value: Value) -> Option<u64> {
    match value {
        Value::Data(amount) => Some(amount.figure().mantissa().unsigned_abs()),
        Value::Percent(count) | Value::Count(count) | Value::Money(count, _) => Some(count.mantissa().unsigned_abs()),
        Value::Date(_) | Value::Unlimited | Value::Slowed | Value::Slows => None,
    }
}

/// What a figure came to: by the reading, or by the person's answer; `None` while it is asked or
/// where it is left out.
#[must_use]
pub fn meaning(figure: &Figure, answer: Option<Answer>) -> Option<Choice> {
    match (&figure.role, answer) {
        (_, Some(Answer::Skip)) => None,
        (Certainty::Sure(role, _), _) => Some(Choice::of(*role, figure.value)),
        (Certainty::Asked(choices), Some(Answer::Choice(at))) => choices.get(at).copied(),
        (Certainty::Asked(_), None) => None,
    }
}

/// The language that a text is most likely in, as far as reading it aloud goes.
#[must_use]
pub fn spoken(text: &str) -> &'static str {
    let has = |from: char, to: char| text.chars().any(|c| (from..=to).contains(&c));
    if has('\u{3040}', '\u{30ff}') {
        "ja"
    } else if has('\u{ac00}', '\u{d7a3}') {
        "ko"
    } else if has('\u{e00}', '\u{e7f}') {
        "th"
    } else if has('\u{4e00}', '\u{9fff}') {
        "zh"
    } else {
        "en"
    }
}
