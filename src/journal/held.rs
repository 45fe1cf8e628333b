//! The two stores, and which of them holds a line.

/// One of the two stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// localStorage: read at once, on disk seconds to minutes later.
    Local,
    /// IndexedDB: on disk when its transaction has completed.
    Database,
}

impl Engine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Local, Self::Database];
}

/// Which stores hold a line, as far as this tab knows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Held {
    local: bool,
    database: bool,
}

impl Held {
    pub(super) const fn by(self, engine: Engine) -> bool {
        match engine {
            Engine::Local => self.local,
            Engine::Database => self.database,
        }
    }

    pub(super) const fn set(&mut self, engine: Engine, holds: bool) {
        match engine {
            Engine::Local => self.local = holds,
            Engine::Database => self.database = holds,
        }
    }

    pub(super) const fn by_none(self) -> bool {
        !self.local && !self.database
    }
}
