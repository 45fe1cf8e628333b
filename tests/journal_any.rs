//! The journal under any events, in any order, whole and damaged.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod strategies;

use proptest::prelude::*;
use sim_gauge::domain::*;
use sim_gauge::journal::{Change, Event, Journal, Record};
use strategies::sealed;

fn journal(events: &[Event]) -> Journal {
    Journal::load(events.iter().map(Record::of))
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec(strategies::event(), 0..12)
}

/// Records that are right, damaged, foreign and of equal identifiers.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let damaged = (strategies::event(), any::<prop::sample::Index>()).prop_map(|(event, cut)| {
        let record = Record::of(&event);
        let ends: Vec<_> = record.line.char_indices().map(|(end, _)| end).collect();
        Record { line: record.line[..*cut.get(&ends)].to_owned(), ..record }
    });
    let foreign = ("simgauge:e:[0-9A-Z]{0,26}", "\\PC{0,20}").prop_map(|(key, line)| Record { key, line });
    let newer = strategies::event_id().prop_map(|id| sealed(id, "3", r#"{"kind":"entry"}"#));
    let record = prop_oneof![6 => strategies::event().prop_map(|event| Record::of(&event)), 1 => damaged, 1 => foreign, 1 => newer];
    proptest::collection::vec(record, 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_event_reads_as_it_was_written(event in strategies::event()) {
        let journal = Journal::load([Record::of(&event)]);
        prop_assert_eq!(journal.events().collect::<Vec<_>>(), vec![&event]);
    }

    #[test]
    fn a_flipped_bit_is_seen(event in strategies::event(), at: prop::sample::Index, bit in 0_u8..8) {
        let mut record = Record::of(&event);
        let mut bytes = record.line.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        record.line = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert_eq!(Journal::load([record]).quarantined().count(), 1);
    }

    #[test]
    fn any_text_is_kept_and_nothing_panics(key: String, line: String, id in strategies::event_id()) {
        let sealed = sealed(id, "1", &line);
        let records = [Record { key, line: line.clone() }, Record { key: sim_gauge::journal::key(id), line }, sealed];
        let journal = Journal::load(records.clone());
        for record in records {
            prop_assert!(journal.records().any(|kept| kept == record));
        }
    }

    #[test]
    fn any_order_gives_the_same_book(
        (events, shuffled) in events().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
    ) {
        let (journal, other) = (journal(&events), self::journal(&shuffled));
        prop_assert_eq!(&journal, &other);
        prop_assert_eq!(journal.fold(), other.fold());
    }

    #[test]
    fn union_is_commutative_associative_and_idempotent(a in records(), b in records(), c in records()) {
        let [a, b, c] = [a, b, c].map(Journal::load);
        let plus = |x: &Journal, y: &Journal| { let mut sum = x.clone(); sum.union(y.clone()); sum };
        prop_assert_eq!(plus(&a, &b), plus(&b, &a));
        prop_assert_eq!(plus(&plus(&a, &b), &c), plus(&a, &plus(&b, &c)));
        prop_assert_eq!(&plus(&a, &a), &a);
        let both = plus(&a, &b);
        prop_assert_eq!(Journal::load(a.records().chain(b.records())), both.clone());
        prop_assert_eq!(b.missing_from(&a), a.clone().union(b.clone()));
        prop_assert!(a.missing_from(&both).is_empty() && b.missing_from(&both).is_empty());
    }

    #[test]
    fn appending_is_folding(events in events(), change in strategies::change()) {
        let mut journal = journal(&events);
        let mut book = journal.fold();
        let above = journal.largest_id().map_or(Ulid::from_parts(0, 0), |id| id.plus(1));
        prop_assume!(journal.largest_id() != Some(above));
        let event = Event { id: EventId(above), change };
        let record = journal.append(event.clone());
        event.apply(&mut book);
        prop_assert_eq!(journal.fold(), book);
        let mut again = self::journal(&events);
        prop_assert!(again.take(record));
        prop_assert_eq!(journal, again);
    }

    #[test]
    fn undoing_restores_the_book(events in events(), change in strategies::change()) {
        let mut journal = journal(&events);
        let append = |journal: &mut Journal, change| {
            let id = EventId(journal.largest_id().map_or(Ulid::from_parts(0, 0), |id| id.plus(1)));
            journal.append(Event { id, change });
            id
        };
        // As the app makes it: an edit names the version that stands.
        let last = journal.history(change.subject()).last().map(|event| event.id);
        let change = match (change, last) {
            (Change::SavedCard { card, value, .. }, replaces) => Change::SavedCard { card, replaces, value },
            (Change::SavedEntry { entry, value, .. }, replaces) => Change::SavedEntry { entry, replaces, value },
            (Change::SavedPattern { pattern, value, .. }, replaces) => {
                Change::SavedPattern { pattern, replaces, value }
            }
            (Change::RemovedPattern { pattern, .. }, Some(replaces)) => Change::RemovedPattern { pattern, replaces },
            (Change::SavedReport { report, value, .. }, replaces) => Change::SavedReport { report, replaces, value },
            (Change::RemovedReport { report, .. }, Some(replaces)) => Change::RemovedReport { report, replaces },
            (Change::RemovedCard { card, .. }, Some(replaces)) => Change::RemovedCard { card, replaces },
            (Change::RemovedEntry { entry, .. }, Some(replaces)) => Change::RemovedEntry { entry, replaces },
            (Change::PinnedCard { card }, _) => Change::PinnedCard { card },
            _ => return Ok(()),
        };
        let values = |journal: &Journal| {
            let book = journal.fold();
            let cards: Vec<_> = book.cards.into_iter().map(|(id, kept)| (id, kept.value)).collect();
            let entries: Vec<_> = book.entries.into_iter().map(|(id, kept)| (id, kept.value)).collect();
            let patterns: Vec<_> = book.patterns.into_iter().map(|(id, kept)| (id, kept.value)).collect();
            let reports: Vec<_> = book.reports.into_iter().map(|(id, kept)| (id, kept.value)).collect();
            (cards, entries, patterns, reports, book.pinned)
        };
        let before = values(&journal);
        let done = append(&mut journal, change);
        let Some(undo) = journal.inverse(done) else {
            // Only a removal of what had been removed is nothing to undo.
            prop_assert_eq!(values(&journal), before);
            return Ok(());
        };
        append(&mut journal, undo);
        prop_assert_eq!(values(&journal), before);
    }
}
