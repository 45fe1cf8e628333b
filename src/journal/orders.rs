//! What the two stores are told to do, and what they answer.

use super::held::Engine;
use super::record::Record;
use super::wipe::Scope;

/// Why a store did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreFault {
    /// The browser refuses it: a private window, a setting, an embedded page.
    Refused,
    /// There is no room left.
    Full,
    /// This browser has none.
    Missing,
    /// It broke off for a reason of its own.
    Failed,
}

impl StoreFault {
    /// Whether it holds nothing of ours and never will.
    pub(super) const fn is_no_store(self) -> bool {
        matches!(self, Self::Refused | Self::Missing)
    }
}

/// What a store is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Answer the first rows of the database whose keys come after that one, in the order of keys,
    /// as many as are read at once; none only where there are no more.
    Read(Option<String>),
    /// Write.
    Write(Write),
    /// Wait until no other tab wipes or imports.
    Lock,
    /// Let the next one.
    Unlock,
}

/// What is to be written. The database does all of it in one transaction, on disk when it is
/// answered; localStorage does one after another, in this order, and stops at the first that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Where.
    pub engine: Engine,
    /// What for.
    pub why: Why,
    /// These lines under their keys.
    pub put: Vec<Record>,
    /// Then these keys are removed.
    pub remove: Vec<String>,
}

/// What something is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A person waits for "Saved".
    Save,
    /// One store is brought up to the other: it can wait, and must not be felt.
    Heal,
    /// A wipe or an import.
    Job,
}

/// What is done to many records at once, under a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Remove what is in the scope from both stores.
    Wipe(Scope),
    /// Take these records in. Where marks of earlier wipes stand against them, the scope says what
    /// the person agreed to have back.
    Import(Vec<Record>, Option<Scope>),
}

/// What an answer led to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What is to be done next.
    pub orders: Vec<Order>,
    /// Whether the journal holds other events than before.
    pub changed: bool,
    /// A job that ended, and whether it was done.
    pub ended: Option<Result<(), StoreFault>>,
}

impl Outcome {
    /// The job ended like that.
    pub(super) fn end(&mut self, result: Result<(), StoreFault>) {
        self.orders.push(Order::Unlock);
        self.ended = Some(result);
    }
}

/// The order to write that.
pub(super) const fn write(engine: Engine, why: Why, put: Vec<Record>, remove: Vec<String>) -> Order {
    Order::Write(Write { engine, why, put, remove })
}
