//! Teaching under review: which figures a person may explain, and what would come of it.

use crate::app::form::{Field, Form, Tapped, context_at, pattern, tapped, told};
use crate::domain::{Book, Card, Check, Entry, Fact, Moment, Pattern, Timestamp};
use crate::sms::{
    self, Candidate, Certainty, Choice, Context, Figure, Knowledge, Lessons, Reading, Role, Told, WhyNot,
};

/// How many replies [`earlier`] looks at, the newest first: a slow phone reads them after every tap.
pub const LOOKED_AT: usize = 30;

/// What a person may explain of a reply.
#[derive(Clone, Debug)]
pub struct Teaching {
    /// The figures in the order of the text, but for those of which the text itself is clear.
    pub figures: Vec<Candidate>,
    /// All figures of the text, those that are asked about included.
    pub all: Vec<Candidate>,
    /// Whether they are offered: nothing of a balance was read, or somebody wants to.
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
    /// What the pattern reads in earlier replies, or why there is none.
    pub outlook: Option<Result<Vec<Earlier>, WhyNot>>,
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
    book: &Book,
    moment: &Moment,
    reading: &Reading,
) -> Option<Teaching> {
    let all = sms::candidates(text, context);
    let said = told(form);
    let mut figures = Vec::new();
    for candidate in &all {
        let told = said.iter().any(|told| told.at == candidate.span.start);
        let clear = |figure: &Figure| figure.span.meets(candidate.span) && !taught(figure);
        if !candidate.sure && (told || !reading.figures.iter().any(clear)) {
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
        let pattern = told.map(|told| pattern(text, card, context, told));
        let outlook = pattern.map(|made| made.map(|made| earlier(&made, book, moment)));
        Some(Question { figure, tapped, told, outlook })
    });
    let changes = |at: usize| all.iter().any(|figure| figure.span.start == at && figure.sure);
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
    let (mut found, mut seen) = (Vec::new(), 0);
    for kept in book.entries.values().rev() {
        let Entry { card, at, fact: Fact::Check(Check { reply: Some(reply), .. }), .. } = &kept.value else { continue };
        let context = context_at(book.card(*card), *at, moment);
        if seen == LOOKED_AT {
            break;
        }
        if !pattern.is_for(context.carrier) {
            continue;
        }
        seen += 1;
        let reading = sms::read_with(reply, &context, Lessons { told: &[], patterns: &[pattern] });
        if let Some(Figure { role: Certainty::Sure(role, _), value, .. }) = reading.figures.iter().find(|it| taught(it))
        {
            found.push(Earlier { at: *at, choice: Choice { role: *role, value: *value } });
        }
    }
    found
}

/// Whether a figure is what somebody taught.
#[must_use]
pub fn taught(figure: &Figure) -> bool {
    matches!(&figure.role, Certainty::Sure(_, why) if why.card == Some(Knowledge::Taught))
}

/// Whether a figure says what is left or used, or may.
fn measures(figure: &Figure) -> bool {
    let measure = |role: Role| matches!(role, Role::Left(_) | Role::Used(_));
    match &figure.role {
        Certainty::Sure(role, _) => measure(*role),
        Certainty::Asked(choices) => choices.iter().any(|choice| measure(choice.role)),
    }
}
