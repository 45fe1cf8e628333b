//! What is about to come in: nothing of it is kept before the person has seen what it would change.

use super::Secret;
use crate::app::table::{Found, Table};
use crate::domain::{Book, CardId, Timestamp};
use crate::guide::{CarrierFile, NoCarrier};
use crate::journal::{How, Journal, Merge, Opened, Sealed, StoreFault, Subject, Unordered, Unreadable};

/// What is about to come in.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Incoming {
    /// Nothing.
    #[default]
    Nothing,
    /// A file is being read.
    Reading,
    /// A backup wants its passphrase.
    Sealed {
        /// The file.
        file: Sealed,
        /// What was typed.
        key: Secret,
        /// Whether it is being tried.
        busy: bool,
        /// Whether the last one was wrong.
        wrong: bool,
    },
    /// A backup is being compared with its sum.
    Opened(Opened),
    /// It is whole, and this is what it would change.
    Ready(Box<Ready>),
    /// It is a carrier.
    Carrier(Box<CarrierFile>),
    /// It is a table.
    Table(Box<Rows>),
    /// So many changes are being written.
    Writing(usize),
    /// So many changes were taken in.
    Taken(usize),
    /// It was refused, and nothing was changed.
    Refused(Refusal),
}

/// Why what was chosen does not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// No backup that can be read.
    Unreadable(Unreadable),
    /// No carrier that may be believed.
    Carrier(NoCarrier),
    /// No table that can be read.
    Unordered(Unordered),
    /// The clipboard gave nothing.
    Clipboard,
    /// The file could not be read.
    File,
    /// The passphrase is wrong, or the file is damaged: the encryption cannot tell which.
    Key,
    /// This browser cannot decrypt here.
    NoCrypto,
    /// The stores did not take it.
    Unstored(StoreFault),
}

/// A table, and what it comes to as its columns are said to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The table.
    pub table: Table,
    /// What it comes to.
    pub found: Found,
}

/// A journal that is whole, and what taking it in would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// What came.
    pub journal: Journal,
    /// What would be different.
    pub merge: Merge,
    /// Whether what was wiped here comes back.
    pub back: bool,
    /// By card, in the order in which they were added.
    pub cards: Vec<CardLine>,
}

/// What would be different about one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardLine {
    /// Its name, as it would be; none where it is not here and does not come.
    pub name: Option<String>,
    /// What happens to its description.
    pub how: Option<How>,
    /// Entries that come.
    pub new: usize,
    /// Entries that are edited.
    pub changed: usize,
    /// Entries that go.
    pub removed: usize,
    /// Entries that both sides changed: those of which the other's version stands.
    pub theirs: usize,
    /// And those of which the version here stands.
    pub ours: usize,
}

impl Ready {
    /// Compares what came with what is here.
    #[must_use]
    pub fn new(ours: &Journal, theirs: Journal, now: Timestamp, back: bool) -> Self {
        let merge = ours.compare(&theirs, now, back);
        let mut union = Journal::load(merge.records.iter().cloned());
        union.take_all(ours.records().collect(), None);
        let cards = lines(&merge, &ours.fold(), &union.fold());
        Self { journal: theirs, merge, back, cards }
    }
}

fn lines(merge: &Merge, before: &Book, after: &Book) -> Vec<CardLine> {
    let mut lines: Vec<(Option<CardId>, CardLine)> = Vec::new();
    let name = |card: CardId| {
        let card = after.card(card).or_else(|| before.card(card));
        card.map(|card| card.name.as_str().to_owned())
    };
    for difference in &merge.differences {
        let card = match difference.subject {
            Subject::Card(card) => Some(card),
            Subject::Entry(entry) => after.entry(entry).or_else(|| before.entry(entry)).map(|entry| entry.card),
            Subject::Pattern(_) | Subject::Report(_) | Subject::Pin => continue,
        };
        let place = lines.iter().position(|(of, _)| *of == card).unwrap_or(lines.len());
        if place == lines.len() {
            let blank =
                CardLine { name: card.and_then(name), how: None, new: 0, changed: 0, removed: 0, theirs: 0, ours: 0 };
            lines.push((card, blank));
        }
        let Some((_, line)) = lines.get_mut(place) else { continue };
        match (difference.subject, difference.how) {
            (Subject::Card(_), how) => line.how = Some(how),
            (_, How::New) => line.new += 1,
            (_, How::Changed) => line.changed += 1,
            (_, How::Removed) => line.removed += 1,
            (_, How::TheirsStands) => line.theirs += 1,
            (_, How::OursStands) => line.ours += 1,
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}
