//! What is being saved: "saved" is said only when it is on disk.

use crate::journal::{Engine, StoreFault};

/// The records handed to the stores that are not known to be safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saves {
    pending: Vec<Pending>,
    any: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Pending {
    key: String,
    local: Answer,
    database: Answer,
    slow: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    None,
    Done,
    Fault(StoreFault),
}

/// How safe the newest changes are, the worst of them first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    /// Nothing was changed since the page opened.
    Quiet,
    /// Everything is on disk.
    Saved,
    /// Handed over less than a second ago.
    Saving,
    /// No answer for more than a second.
    Unconfirmed,
    /// The database failed: it stands only in the store that is written to disk late.
    Weak(StoreFault),
    /// Neither store took it: it stands only on this screen.
    Unsaved(StoreFault),
}

impl Saves {
    /// A record was handed to the stores.
    pub fn start(&mut self, key: &str) {
        self.any = true;
        self.pending.push(Pending { key: key.to_owned(), local: Answer::None, database: Answer::None, slow: false });
    }

    /// A store answered. A record is safe, and forgotten here, when the database has it.
    pub fn answer(&mut self, key: &str, engine: Engine, result: Result<(), StoreFault>) {
        let answer = result.map_or_else(Answer::Fault, |()| Answer::Done);
        for pending in self.pending.iter_mut().filter(|pending| pending.key == key) {
            match engine {
                Engine::Local => pending.local = answer,
                Engine::Database => pending.database = answer,
            }
        }
        self.pending.retain(|pending| pending.database != Answer::Done);
    }

    /// A second passed since the record was handed over.
    pub fn waited(&mut self, key: &str) {
        for pending in self.pending.iter_mut().filter(|pending| pending.key == key) {
            pending.slow = true;
        }
    }

    /// How safe the newest changes are.
    #[must_use]
    pub fn safety(&self) -> Safety {
        let worst = self.pending.iter().map(Pending::safety).max_by_key(|safety| match safety {
            Safety::Quiet | Safety::Saved => 0,
            Safety::Saving => 1,
            Safety::Unconfirmed => 2,
            Safety::Weak(_) => 3,
            Safety::Unsaved(_) => 4,
        });
        worst.unwrap_or(if self.any { Safety::Saved } else { Safety::Quiet })
    }
}

impl Pending {
    const fn safety(&self) -> Safety {
        match (self.local, self.database) {
            (Answer::Fault(fault), Answer::Fault(_)) => Safety::Unsaved(fault),
            (_, Answer::Fault(fault)) => Safety::Weak(fault),
            _ if self.slow => Safety::Unconfirmed,
            _ => Safety::Saving,
        }
    }
}
