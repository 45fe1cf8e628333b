//! One change on its way into a store, for the stories in which the stores answer one by one.

use sim_gauge::app::{Effect, Engine, Msg, StoreFault};
use sim_gauge::journal::{Order, Record, Why, Write};

/// The record that a change is kept as, among what is to be done.
pub(crate) fn kept(effects: &[Effect]) -> Option<Record> {
    effects.iter().find_map(|effect| match effect {
        Effect::Store(Order::Write(write)) if write.why == Why::Save => write.put.first().cloned(),
        _ => None,
    })
}

/// A store's answer about that record.
pub(crate) fn stored(record: &Record, engine: Engine, answer: Result<(), StoreFault>) -> Msg {
    let write = Write { engine, why: Why::Save, put: vec![record.clone()], remove: Vec::new() };
    Msg::StoreAnswered(Order::Write(write), answer.map(|()| Vec::new()))
}
