//! A card that is not here, deleted or never known: no form of it is shown, and nothing goes onto another card.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod person;

use person::{Person, Place, start, utc};
use sim_gauge::app::form::{Fault, Field};
use sim_gauge::app::*;
use sim_gauge::domain::{CardId, EventId};
use sim_gauge::journal::{Change, Event, Record};

impl Person {
    /// With one card of this name.
    fn with(name: &str) -> (Self, CardId) {
        let mut story = Self::opens(start("zh-CN"), Place::shanghai(), utc("2026-11-20T20:00"));
        let card = story.named(name);
        (story, card)
    }

    fn named(&mut self, name: &str) -> CardId {
        self.adds(&[(Field::Name, name), (Field::Plan, "3"), (Field::Currency, "USD")])
    }

    /// Another tab deletes the card; what brings it back again is the event that this gives.
    fn elsewhere_deleted(&mut self, card: CardId) -> EventId {
        let id = EventId(self.moment().fresh.plus(7));
        let replaces = self.model.book.cards.get(&card).unwrap().version;
        let event = Event { id, change: Change::RemovedCard { card, replaces } };
        self.tell(Msg::OtherTabWrote(Engine::Local, vec![Record::of(&event)]));
        id
    }
}

/// Each place that is about one card.
fn places(card: CardId) -> [Route; 12] {
    [
        Route::Card(card),
        Route::Log(Some(card)),
        Route::EditCard(card),
        Route::TopUp(card),
        Route::KeepAlive(card),
        Route::WhatIf(card),
        Route::Report(card),
        Route::Reminders(card),
        Route::Ways(card),
        Route::Pay(card),
        Route::RunOut(card),
        Route::Clerk(card),
    ]
}

#[test]
fn no_form_of_a_card_that_is_not_here_is_opened_and_nothing_is_saved() {
    let (mut story, card) = Person::with("New SIM");
    let other = story.named("Old SIM");
    let entry = story.logs(card, "2.5");
    story.tell(Msg::RemovedCard(card));
    let stored = story.stored.len();
    let unknown = CardId::parse("01K9B000000000000000000042").unwrap();
    for route in [places(card), places(unknown)].concat().into_iter().chain([Route::EditEntry(entry)]) {
        story.go(route);
        assert!(story.model.form().is_none(), "{route:?}");
        story.fill(&[(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "1.5"), (Field::Unit, "GB")]);
        story.tell(Msg::Submitted).tell(Msg::SubmittedReport);
        assert_eq!((story.stored.len(), story.left(other)), (stored, None), "{route:?}");
    }
}

#[test]
fn what_was_typed_for_a_card_that_another_tab_deletes_waits_until_it_is_brought_back() {
    let (mut story, card) = Person::with("New SIM");
    let other = story.named("Old SIM");
    story.types(card, "left", "1.5").typed(Field::Unit, "GB");
    let stored = story.stored.len();
    let deleted = story.elsewhere_deleted(card);
    assert!(story.model.form().is_none(), "the screen says that it is gone");
    story.tell(Msg::Submitted);
    assert_eq!((story.stored.len(), story.left(other)), (stored, None));
    story.go(Route::Home).go(Route::Changes).tell(Msg::Undid(deleted)).go(Route::Log(Some(card)));
    assert_eq!(story.model.form().unwrap().get(Field::Figure), "1.5");
    story.tell(Msg::Submitted);
    assert_eq!((story.left(card), story.left(other)), (Some(1536), None));
}

#[test]
fn a_check_of_a_chosen_card_that_another_tab_deletes_is_asked_for_its_card() {
    let (mut story, card) = Person::with("New SIM");
    let other = story.named("Old SIM");
    story.go(Route::Log(None)).fill(&[
        (Field::Mode, "type"),
        (Field::Card, &card.to_string()),
        (Field::Said, "left"),
        (Field::Figure, "1.5"),
        (Field::Unit, "GB"),
    ]);
    story.elsewhere_deleted(card);
    assert_eq!(story.faults(), [(Field::Card, Fault::Missing)]);
    story.tell(Msg::Submitted);
    assert_eq!(story.left(other), None);
    assert_eq!(story.model.form().unwrap().get(Field::Figure), "1.5");
    story.typed(Field::Card, &other.to_string()).tell(Msg::Submitted);
    assert_eq!(story.left(other), Some(1536));
}

#[test]
fn the_form_is_there_as_soon_as_its_card_is_brought_back() {
    let (mut story, card) = Person::with("New SIM");
    story.tell(Msg::RemovedCard(card));
    let removal = story.model.undo.unwrap().event;
    story.go(Route::TopUp(card));
    assert!(story.model.form().is_none());
    story.tell(Msg::Undid(removal));
    assert!(story.model.form().is_some());
}
