//! What the first screen does without: cards in use say the same before the rest is read.
#![allow(clippy::unwrap_used, reason = "tests")]

mod strategies;

use proptest::prelude::*;
use sim_gauge::app::carry::Ways;
use sim_gauge::app::{Model, Route, Start};
use sim_gauge::domain::*;
use sim_gauge::journal::{Change, Event, Journal, Record};

fn start(records: Vec<Record>, route: Route) -> Start {
    Start {
        records: Ok(records),
        lang: None,
        languages: Vec::new(),
        theme: None,
        drafts: None,
        awaited: None,
        care: None,
        can: Ways::default(),
        route,
    }
}

/// Changes of few cards, most of them with entries, some put away; of each identifier one.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let saved = (strategies::event_id(), strategies::card_id(), strategies::entry()).prop_map(|(id, card, entry)| {
        (id, Change::SavedEntry { entry: EntryId(id.0), replaces: None, value: Entry { card, ..entry }.into() })
    });
    let event = prop_oneof![2 => saved.prop_map(|(id, change)| Event { id, change }), 1 => strategies::event()];
    proptest::collection::vec(event, 0..40).prop_map(|mut events| {
        events.sort_by_key(|event| event.id);
        events.dedup_by_key(|event| event.id);
        events
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cards_in_use_say_the_same_before_the_rest_is_read(events in events(), most in 1_usize..5) {
        let records: Vec<Record> = events.iter().map(Record::of).collect();
        let journal = Journal::load(records.clone());
        let book = journal.fold();
        let (mut model, _) = Model::start(start(records, Route::Home));
        prop_assert_eq!(&model.book.cards, &book.cards);
        prop_assert_eq!(model.book.in_use(), book.in_use());
        for card in book.in_use() {
            let (early, whole) = (model.book.ledger(card).unwrap(), book.ledger(card).unwrap());
            prop_assert_eq!(early.entries(), whole.entries());
        }
        while !model.read_on(most) {}
        prop_assert_eq!(&model.journal, &journal);
        prop_assert_eq!(&model.book, &book);
    }
}

/// A card, one that is put away, and two checks of each.
fn two_cards() -> (Vec<Record>, [CardId; 2]) {
    let id = |n: u64| EventId(Ulid::from_parts(1_793_854_800_000 + n, 0));
    let cards = [CardId(id(1).0), CardId(id(2).0)];
    let card = |n: u64, archived: bool| {
        let mut value = Card::named(Line::parse("Card").unwrap(), ZoneName::utc());
        value.archived = archived;
        Event { id: id(n), change: Change::SavedCard { card: CardId(id(n).0), replaces: None, value: value.into() } }
    };
    let entry = |n: u64, card: CardId| {
        let fact = Fact::KeepAlive(KeepAlive { act: Act::Used, fee: None });
        let value = Entry { card, at: Timestamp::from_millis(1_793_854_800_000).unwrap(), fact, note: None };
        Event { id: id(n), change: Change::SavedEntry { entry: EntryId(id(n).0), replaces: None, value: value.into() } }
    };
    let [used, away] = cards;
    let events = [card(1, false), card(2, true), entry(3, used), entry(4, away), entry(5, used), entry(6, away)];
    (events.iter().map(Record::of).collect(), cards)
}

#[test]
fn what_is_put_away_is_read_at_once_where_it_is_shown_and_else_behind_the_first_screen() {
    let (records, [used, away]) = two_cards();
    let entries = |route: Route| {
        let (model, _) = Model::start(start(records.clone(), route));
        [used, away].map(|card| model.book.ledger(card).unwrap().entries().len())
    };
    assert_eq!(entries(Route::Home), [2, 0]);
    assert_eq!(entries(Route::Card(used)), [2, 0]);
    for route in [Route::Card(away), Route::Cards, Route::Data, Route::Changes] {
        assert_eq!(entries(route), [2, 2], "{route:?}");
    }
}

#[test]
fn two_texts_under_one_identifier_leave_nothing_for_later() {
    let (mut records, [_, away]) = two_cards();
    let twin = records.last().unwrap().clone();
    records.push(Record { key: format!("{}.00000000", twin.key), line: twin.line });
    let (model, _) = Model::start(start(records, Route::Home));
    assert_eq!(model.book.ledger(away).unwrap().entries().len(), 2);
}
