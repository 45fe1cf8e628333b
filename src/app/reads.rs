//! What patterns read in the replies that were logged last: found out once for as long as nothing
//! changes, because a slow phone takes its time over thirty replies for each.

use super::Model;
use super::form::told;
use super::route::Route;
use super::screen::{Earlier, earlier, review};
use crate::domain::{Moment, Pattern, Ulid};

/// What some patterns read in the replies that were logged last.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    /// How many events there were, and the last of them.
    as_of: (usize, Option<Ulid>),
    found: Vec<(Pattern, Vec<Earlier>)>,
}

impl Reads {
    /// What that pattern reads, the last one first; nothing where no screen shows it.
    #[must_use]
    pub fn of(&self, pattern: &Pattern) -> &[Earlier] {
        self.found.iter().find(|(known, _)| known == pattern).map_or(&[], |(_, found)| found)
    }
}

/// Finds out what the patterns read that the present screen shows.
pub(super) fn look(model: &mut Model, moment: &Moment) {
    let shown = shown(model, moment);
    if shown.is_empty() {
        return;
    }
    let as_of = (model.journal.events().count(), model.journal.largest_id());
    let known = if model.reads.as_of == as_of { std::mem::take(&mut model.reads.found) } else { Vec::new() };
    let mut found = Vec::new();
    for pattern in shown {
        let reads = known.iter().find(|(known, _)| *known == pattern).map(|(_, reads)| reads.clone());
        let reads = reads.unwrap_or_else(|| earlier(&pattern, &model.book, moment));
        found.push((pattern, reads));
    }
    model.reads = Reads { as_of, found };
}

fn shown(model: &Model, moment: &Moment) -> Vec<Pattern> {
    if model.route == Route::Settings {
        return model.book.patterns.values().map(|kept| kept.value.clone()).collect();
    }
    let form = model.form().filter(|form| !told(form).is_empty());
    let review = form.and_then(|form| review(form, &model.book, moment));
    let question = review.and_then(|review| review.teaching).and_then(|teaching| teaching.question);
    question.and_then(|question| question.pattern?.ok()).into_iter().collect()
}
