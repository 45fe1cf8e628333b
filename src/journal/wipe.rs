//! Wiping: marks without content, which say what is to be gone.
//!
//! A mark is a line in the envelope of a record under a key of its own, and like a record it is
//! written once, healed and never deleted. Healing, other tabs and merging obey it; only an
//! explicit import, after asking, writes the mark that overrides it.

use super::json::{Object, Writer};
use super::record::{self, Record};
use super::records::{Marked, Place};
use crate::domain::{CardId, EventId, Map};

/// What the keys of all marks start with. It sorts before the records: whoever reads in the order
/// of keys knows of a wipe before meeting what it wiped.
pub const WIPE_PREFIX: &str = "simgauge:c:";

/// What is wiped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everything that there was at that time.
    All,
    /// One card with its entries, whenever they were written. An entry belongs to the card that
    /// its last version names, and goes with all of its versions.
    Card(CardId),
}

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) id: EventId,
    pub(super) deed: Deed,
    pub(super) scope: Scope,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Wiped,
    /// An import brings it back, which the person agreed to.
    Restored,
}

impl Mark {
    /// The record that is written.
    pub(super) fn record(self) -> Record {
        let mut out = Writer::new();
        out.text("kind", self.deed.word());
        if let Scope::Card(card) = self.scope {
            out.text("card", &card.to_string());
        }
        record::sealed(WIPE_PREFIX, self.id, &out.finish())
    }

    /// Reads a record under a mark's key; `None` where it is none, or a newer version's.
    pub(super) fn read(record: &Record) -> Option<Self> {
        let id = record::identifier(WIPE_PREFIX, &record.key)?;
        let opened = record::open(WIPE_PREFIX, record).filter(|opened| opened.format <= record::FORMAT)?;
        let object = Object::read(opened.object)?;
        let deed = [Deed::Wiped, Deed::Restored].into_iter().find(|deed| object.text("kind") == Some(deed.word()))?;
        let scope = object.maybe("card", CardId::parse)?.map_or(Scope::All, Scope::Card);
        object.is_understood().then_some(Self { id, deed, scope })
    }
}

impl Deed {
    const fn word(self) -> &'static str {
        match self {
            Self::Wiped => "wiped",
            Self::Restored => "restored",
        }
    }
}

/// Whether the marks wipe what has that identifier, if any, and names those cards.
pub(super) fn wipes(marks: &Map<Place, Marked>, id: Option<EventId>, names: &dyn Fn(CardId) -> bool) -> bool {
    let about = |scope: Scope| match scope {
        Scope::All => true,
        Scope::Card(card) => names(card),
    };
    // A card is gone with whatever another tab still adds to it; everything, only as of then.
    let wiped = |mark: &Mark| match mark.scope {
        Scope::All => id.is_some_and(|id| id < mark.id),
        Scope::Card(_) => about(mark.scope),
    };
    let of = |deed: Deed| marks.values().map(|marked| marked.mark).filter(move |mark| mark.deed == deed);
    let restored = |after: Mark| of(Deed::Restored).any(|mark| mark.id > after.id && about(mark.scope));
    of(Deed::Wiped).any(|mark| wiped(&mark) && !restored(mark))
}
