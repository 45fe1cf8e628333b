//! Teaching under review: which figures a person may explain, and what would come of it.

use crate::app::form::{Field, Form, Tapped, context_at, pattern, tapped, told};
use crate::domain::{Book, Card, CardId, Check, Entry, Fact, Meaning, Moment, Pattern, Timestamp};
use crate::sms::{self, Candidate, Certainty, Choice, Context, Figure, Knowledge, Reader, Reading, Role, Told, WhyNot};

/// How many replies [`earlier`] looks at, the newest first: a slow phone reads them after every tap.
pub const LOOKED_AT: usize = 30;

/// What a person may explain of a reply.
#[derive(Clone, Debug)]
pub struct Teaching {
    /// The figures in the order of the text, but for those of which the text itself is clear.
    pub figures: Vec<Candidate>,
    /// All figures of the text, those that are asked about included.
    pub all: Vec<Candidate>,
    /// Whether they are offered: neither a balance nor a top-up was read, or somebody wants to.
    pub open: bool,
    /// The figure that is being explained.
    pub question: Option<Question>,
}

/// What is asked of a figure that was tapped.
#[derive(Clone, Debug)]
pub struct Question {
    /// Which.
    pub figure: Candidate,
    /// What it was said to be, where that is not all yet.
    pub tapped: Tapped,
    /// What was said of it.
    pub told: Option<Told>,
    /// What it is taken for now.
    pub now: Option<Meaning>,
    /// The pattern that comes of it, or why none does.
    pub pattern: Option<Result<Pattern, WhyNot>>,
    /// Whether that pattern only asks in the next reply.
    pub asks: bool,
}

/// What a pattern reads in an earlier reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// When that came.
    pub at: Timestamp,
    /// What it reads.
    pub choice: Choice,
}

/// What a person may explain of the reply in a form; `None` where there is no figure, or none of a
/// balance.
#[must_use]
pub(super) fn teaching(
    (form, text): (&Form, &str),
    (card, context): (Option<&Card>, &Context<'_>),
    reading: &Reading,
) -> Option<Teaching> {
    let all = sms::candidates(text, context);
    let said = told(form);
    let mut figures = Vec::new();
    for candidate in &all {
        let told = said.iter().any(|told| told.at == candidate.span.start);
        let clear = |figure: &Figure| figure.span.meets(candidate.span) && !taught(figure);
        if candidate.sure.is_none() && (told || !reading.figures.iter().any(clear)) {
            figures.push(*candidate);
        }
    }
    if all.is_empty() {
        return None;
    }
    let tapped = tapped(form);
    let question = tapped.and_then(|tapped| {
        let figure = all.iter().copied().find(|figure| figure.span.start == tapped.at)?;
        let told = said.iter().copied().find(|told| told.at == tapped.at);
        let told = told.filter(|told| figure.sure != Some(told.meaning.into()));
        let pattern = told.map(|told| pattern(text, card, context, told));
        let read = reading.figures.iter().find(|known| known.span == figure.span);
        let is = |meaning: &Meaning| {
            read.is_some_and(|known| matches!(known.role, Certainty::Sure(role, _) if role == (*meaning).into()))
        };
        let now = told.map(|told| told.meaning).or(tapped.meaning);
        let now = now.or_else(|| figure.meanings.iter().copied().find(is));
        let asks = pattern.is_some() && sms::read(text, context).verdict.asks_anew();
        Some(Question { figure, tapped, told, now, pattern, asks })
    });
    let changes = |at: usize| all.iter().any(|figure| figure.span.start == at && figure.sure.is_some());
    let wanted = match tapped {
        Some(tapped) => figures.iter().any(|figure| figure.span.start == tapped.at),
        None => !form.get(Field::Tapped).is_empty(),
    };
    let open = wanted || said.iter().any(|told| !changes(told.at)) || !reading.figures.iter().any(measures);
    Some(Teaching { figures, all, open, question })
}

/// What a pattern reads in the replies that were logged last of the cards that it is for, the last one
/// first.
#[must_use]
pub fn earlier(pattern: &Pattern, book: &Book, moment: &Moment) -> Vec<Earlier> {
    let logged = book.entries.values().rev().filter_map(|kept| match &*kept.value {
        Entry { card, at, fact: Fact::Check(Check { reply: Some(reply), .. }), .. } => Some((*card, *at, reply)),
        _ => None,
    });
    let is_for = |card: CardId| pattern.is_for(context_at(book.card(card), moment.now, moment).carrier);
    let logged: Vec<_> = logged.filter(|(card, ..)| is_for(*card)).take(LOOKED_AT).collect();
    let mut cards: Vec<CardId> = Vec::new();
    for (card, ..) in &logged {
        if !cards.contains(card) {
            cards.push(*card);
        }
    }
    let mut found = Vec::new();
    for id in cards {
        let card = book.card(id);
        let (context, patterns) = (context_at(card, moment.now, moment), [pattern]);
        // The words are made ready once for all replies to a card.
        let reader = Reader::taught(&context, &patterns);
        for (place, (_, at, reply)) in logged.iter().enumerate().filter(|(_, (card, ..))| *card == id) {
            let reading = reader.read_on(reply, context_at(card, *at, moment).received);
            let read = reading.figures.iter().find(|figure| taught(figure));
            if let Some(Figure { role: Certainty::Sure(role, _), value, .. }) = read {
                found.push((place, Earlier { at: *at, choice: Choice::of(*role, *value) }));
            }
        }
    }
    found.sort_unstable_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, read)| read).collect()
}

/// Whether a figure is what somebody taught.
#[must_use]
pub fn taught(figure: &Figure) -> bool {
    matches!(&figure.role, Certainty::Sure(_, why) if why.card == Some(Knowledge::Taught))
}

/// Whether a figure says what is left, used or added, or may.
fn measures(figure: &Figure) -> bool {
    let measure = |role: Role| matches!(role, Role::Left(_) | Role::Used(_) | Role::TopUp);
    match &figure.role {
        Certainty::Sure(role, _) => measure(*role),
        Certainty::Asked(choices) => choices.iter().any(|choice| measure(choice.role)),
    }
}
