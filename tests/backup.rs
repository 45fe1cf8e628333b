//! The backup: what is carried away comes back whole, and nothing else is believed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod hostile;
mod strategies;

use hostile::sum;
use proptest::prelude::*;
use sim_gauge::domain::*;
use sim_gauge::journal::{
    Backup, Change, Event, How, Journal, MAX_FILE, Outside, ROUNDS, Record, Scope, Sealed, Subject, Unreadable, read,
};
use std::rc::Rc;
use strategies::sealed;

const NOW: Timestamp = Timestamp::MAX;

fn file(journal: &Journal) -> String {
    let backup = Backup::of(journal);
    backup.text(Some(&sum(backup.body())))
}

/// What a file holds, its sum compared as the app does.
fn opened(text: &str) -> Result<Journal, Unreadable> {
    match read(text)? {
        Outside::Opened(opened) => {
            let sum = opened.body().map(sum);
            opened.journal(sum.as_deref())
        }
        Outside::Sealed(sealed) => panic!("{sealed:?}"),
    }
}

/// Takes a journal in as the app does: exactly the records that the comparison named.
fn take_in(journal: &mut Journal, other: &Journal) -> usize {
    let merge = journal.compare(other, NOW, false);
    let count = merge.records.len();
    assert_eq!(journal.union(Journal::load(merge.records.clone())), merge.records);
    count
}

fn id(n: u128) -> EventId {
    EventId(Ulid::from_parts(1_793_512_800_000, n))
}

fn card(n: u128, of: u128, replaces: Option<u128>, name: &str) -> Event {
    let value = Card::named(Line::parse(name).unwrap(), ZoneName::utc());
    Event {
        id: id(n),
        change: Change::SavedCard { card: CardId(id(of).0), replaces: replaces.map(id), value: Rc::new(value) },
    }
}

fn removed(n: u128, of: u128, replaces: u128) -> Event {
    Event { id: id(n), change: Change::RemovedCard { card: CardId(id(of).0), replaces: id(replaces) } }
}

fn pinned(n: u128, of: u128) -> Event {
    Event { id: id(n), change: Change::PinnedCard { card: Some(CardId(id(of).0)) } }
}

fn journal(events: &[Event]) -> Journal {
    Journal::load(events.iter().map(Record::of))
}

/// Events of identifiers of their own, as all are that an app made.
fn events() -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec(strategies::event(), 0..16).prop_map(|mut events| {
        events.sort_by_key(|event| event.id);
        events.dedup_by_key(|event| event.id);
        events
    })
}

/// What two devices hold that were one: each event is here, there, or on both.
fn two_devices() -> impl Strategy<Value = (Journal, Journal)> {
    let sides = proptest::collection::vec(0..3_u8, 16);
    (events(), sides).prop_map(|(events, sides)| {
        let of = |other: u8| {
            let here = events.iter().zip(&sides).filter(|(_, side)| **side != other);
            Journal::load(here.map(|(event, _)| Record::of(event)))
        };
        (of(1), of(2))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exported_wiped_and_imported_is_the_same_book(events in events()) {
        let journal = journal(&events);
        let text = file(&journal);
        let mut fresh = Journal::default();
        take_in(&mut fresh, &opened(&text).unwrap());
        prop_assert_eq!(&fresh, &journal);
        prop_assert_eq!(fresh.fold(), journal.fold());
        prop_assert_eq!(&file(&fresh), &text);
        // Once more changes nothing.
        prop_assert_eq!(take_in(&mut fresh, &journal), 0);
        // Where it was erased it comes back too, once the person agreed.
        let mut wiped = journal.clone();
        let last = journal.largest_id().map_or(id(1), |last| EventId(last.plus(1)));
        wiped.wipe(last, Scope::All);
        prop_assert_eq!(wiped.events().count(), 0);
        let merge = wiped.compare(&opened(&text).unwrap(), NOW, true);
        wiped.take(Journal::restored(EventId(last.0.plus(1)), Scope::All));
        wiped.take_all(merge.records, None);
        prop_assert_eq!(wiped.fold(), journal.fold());
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_the_union((mut ours, mut theirs) in two_devices()) {
        let mut union = ours.clone();
        union.union(theirs.clone());
        let sent = opened(&file(&ours)).unwrap();
        take_in(&mut ours, &opened(&file(&theirs)).unwrap());
        take_in(&mut theirs, &sent);
        prop_assert_eq!(&ours, &union);
        prop_assert_eq!(&theirs, &union);
    }

    #[test]
    fn what_is_shown_is_what_happens((mut here, there) in two_devices()) {
        let merge = here.compare(&there, NOW, false);
        let before = here.fold();
        take_in(&mut here, &there);
        let after = here.fold();
        for (id, kept) in &after.cards {
            let shown = merge.differences.iter().find(|one| one.subject == Subject::Card(*id)).map(|one| one.how);
            match before.cards.get(id) {
                None => prop_assert!(matches!(shown, Some(How::New | How::Changed | How::TheirsStands)), "{shown:?}"),
                Some(old) if old.version != kept.version => prop_assert!(matches!(shown, Some(How::Changed | How::TheirsStands))),
                Some(_) => prop_assert!(matches!(shown, None | Some(How::OursStands)), "{shown:?}"),
            }
        }
        for id in before.cards.keys().filter(|id| !after.cards.contains_key(id)) {
            let shown = merge.differences.iter().find(|one| one.subject == Subject::Card(*id)).map(|one| one.how);
            prop_assert!(matches!(shown, Some(How::Removed | How::TheirsStands)), "{shown:?}");
        }
    }

    #[test]
    fn any_text_is_refused_or_read_and_nothing_panics(text in "\\PC{0,200}") {
        let _ = read(&text);
        let _ = read(&format!("{{\"format\":\"simgauge-backup\",\"version\":1,\"count\":0,\"sha256\":null,\"records\":{text}}}"));
    }
}

fn two() -> Journal {
    journal(&[card(1, 1, None, "US travel"), card(2, 2, None, "香港 \"preuve\" \\")])
}

#[test]
fn the_file_is_what_it_was_when_it_was_first_shipped() {
    let record = Record { key: "simgauge:e:01KB".to_owned(), line: "a \"quoted\" line\u{1}".to_owned() };
    let backup = Backup::of(&Journal::load([record]));
    let body = "[\n{\"key\":\"simgauge:e:01KB\",\"line\":\"a \\\"quoted\\\" line\\u0001\"}\n]";
    assert_eq!(backup.body(), body);
    assert_eq!(backup.count(), 1);
    let head = "{\"format\":\"simgauge-backup\",\"version\":1,\"count\":1,\"sha256\":";
    assert_eq!(backup.text(Some("ab")), format!("{head}\"ab\",\"records\":{body}}}\n"));
    assert_eq!(backup.text(None), format!("{head}null,\"records\":{body}}}\n"));
    assert_eq!(Backup::of(&Journal::default()).body(), "[\n]");
}

#[test]
fn any_flipped_bit_and_any_cut_is_seen() {
    let journal = two();
    let text = file(&journal);
    for place in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            let Ok(other) = opened(&String::from_utf8_lossy(&bytes)) else { continue };
            assert_eq!(other, journal, "bit {bit} at {place}");
        }
        if text.is_char_boundary(place) && !text[place..].trim().is_empty() {
            let refused = opened(&text[..place]).unwrap_err();
            assert!(place < 20 || refused == Unreadable::Damaged, "cut at {place}: {refused:?}");
        }
    }
}

#[test]
fn a_file_that_was_laid_out_anew_is_still_whole() {
    let journal = two();
    let file: serde_json::Value = serde_json::from_str(&file(&journal)).unwrap();
    assert_eq!(opened(&format!("\u{feff}{}", serde_json::to_string_pretty(&file).unwrap())).unwrap(), journal);
}

#[test]
fn a_file_without_a_sum_and_those_of_earlier_versions_are_read() {
    let journal = two();
    let records: Vec<_> = journal.records().collect();
    let plain = Backup::of(&journal).text(None);
    assert_eq!(opened(&plain).unwrap(), journal);
    let list: serde_json::Value = serde_json::from_str(&plain).unwrap();
    let export = serde_json::json!({"format": "simgauge-records", "version": 1, "records": list["records"]});
    assert_eq!(opened(&export.to_string()).unwrap(), journal);
    let rescue = serde_json::json!({
        "app": "simgauge", "kind": "rescue", "problems": [],
        "localStorage": {(records[0].key.as_str()): records[0].line, "simgauge:d:lang": "en", "simgauge:d:x": "y"},
        "indexedDB": {"events": [{"key": records[0].key, "value": records[0].line}, {"key": records[1].key, "value": records[1].line}],
            "odd": {"unread": "Error"}, "odder": [{"key": 1, "value": [2]}, 3]},
    });
    assert_eq!(opened(&rescue.to_string()).unwrap(), journal);
}

#[test]
fn a_rescue_of_many_records_is_read() {
    let mut file = String::from("{\"app\":\"simgauge\",\"kind\":\"rescue\",\"localStorage\":{");
    for n in 1..=3000 {
        let record = Record::of(&card(n, n, None, "x"));
        file.push_str(&format!(
            "{}:{},",
            serde_json::to_string(&record.key).unwrap(),
            serde_json::to_string(&record.line).unwrap()
        ));
    }
    file.push_str("\"simgauge:d:lang\":\"en\"},\"indexedDB\":{},\"problems\":[]}");
    assert_eq!(opened(&file).unwrap().fold().cards.len(), 3000);
}

#[test]
fn why_a_file_is_refused() {
    let text = file(&two());
    let sealed = Sealed { rounds: ROUNDS, salt: "c2FsdA==".into(), nonce: "bm9uY2U=".into(), data: "ZGF0YQ==".into() };
    let check = |text: &str, expected: Unreadable| assert_eq!(opened(text).unwrap_err(), expected, "{text:.200}");
    check("", Unreadable::Empty);
    check(" \u{feff} \n", Unreadable::Empty);
    check("{\"hello\":1}", Unreadable::Foreign);
    check("dear diary", Unreadable::Foreign);
    check(&text.replace("\"version\":1", "\"version\":2"), Unreadable::Newer);
    check(&text.replace("\"count\":2", "\"count\":3"), Unreadable::Damaged);
    check(&text.replace("\"sha256\":\"", "\"sha256\":\"0"), Unreadable::Damaged);
    check(&text.replace("US travel", "UK travel"), Unreadable::Damaged);
    check(&sealed.text().replace("PBKDF2-SHA-256", "Argon2id"), Unreadable::Newer);
    check(&sealed.text().replace("\"version\":1", "\"version\":2"), Unreadable::Newer);
    check(&sealed.text().replace("600000", "1"), Unreadable::Damaged);
    check(&sealed.text().replace("600000", "600000000"), Unreadable::Damaged);
    check(&sealed.text().replace("ZGF0YQ==", "ZGF0YQ="), Unreadable::Damaged);
    check(&" x".repeat(MAX_FILE / 2 + 1), Unreadable::TooLarge);
}

#[test]
fn an_encrypted_backup_says_how_it_is_opened() {
    let sealed = Sealed { rounds: ROUNDS, salt: "c2FsdA==".into(), nonce: "bm9uY2U=".into(), data: "ZGF0YQ==".into() };
    let text = sealed.text();
    assert_eq!(
        text,
        "{\"format\":\"simgauge-backup-encrypted\",\"version\":1,\"key\":\"PBKDF2-SHA-256\",\"rounds\":600000,\
         \"salt\":\"c2FsdA==\",\"cipher\":\"AES-256-GCM\",\"nonce\":\"bm9uY2U=\",\"data\":\"ZGF0YQ==\"}\n"
    );
    assert_eq!(read(&text), Ok(Outside::Sealed(sealed)));
}

#[test]
fn what_is_new_changed_removed_and_in_conflict() {
    let base = [card(1, 1, None, "one"), card(2, 2, None, "two")];
    let with = |events: &[Event]| journal(&[&base, events].concat());
    let check = |ours: &[Event], theirs: &[Event], expected: &[(u128, How)]| {
        let merge = with(ours).compare(&with(theirs), NOW, false);
        let found: Vec<_> = merge.differences.iter().map(|one| (one.subject, one.how)).collect();
        let expected: Vec<_> = expected.iter().map(|(of, how)| (Subject::Card(CardId(id(*of).0)), *how)).collect();
        assert_eq!(found, expected);
        assert_eq!(merge.left_out, 0);
    };
    check(&[], &[], &[]);
    check(&[], &[card(3, 3, None, "three")], &[(3, How::New)]);
    check(&[card(3, 3, None, "three")], &[], &[]);
    check(&[], &[card(3, 1, Some(1), "uno")], &[(1, How::Changed)]);
    check(&[card(3, 1, Some(1), "uno")], &[card(3, 1, Some(1), "uno")], &[]);
    check(&[], &[removed(3, 1, 1)], &[(1, How::Removed)]);
    check(&[card(3, 1, Some(1), "uno")], &[card(4, 1, Some(1), "eins")], &[(1, How::TheirsStands)]);
    check(&[card(4, 1, Some(1), "uno")], &[card(3, 1, Some(1), "eins")], &[(1, How::OursStands)]);
    check(&[card(3, 1, Some(1), "uno")], &[removed(4, 1, 1)], &[(1, How::TheirsStands)]);
    // What is added and removed again there never shows here.
    check(&[], &[card(3, 3, None, "three"), removed(4, 3, 3)], &[]);
    // The pin is nobody's text: the later one stands, and that is all.
    let merge = with(&[pinned(3, 1)]).compare(&with(&[pinned(4, 2)]), NOW, false);
    assert_eq!(
        merge.differences.iter().map(|one| (one.subject, one.how)).collect::<Vec<_>>(),
        [(Subject::Pin, How::Changed)]
    );
    assert!(with(&[pinned(4, 1)]).compare(&with(&[pinned(3, 2)]), NOW, false).differences.is_empty());
}

#[test]
fn what_cannot_be_is_left_out_and_counted() {
    let here = two();
    let now = Timestamp::from_millis(1_793_512_900_000).unwrap();
    let far = Event {
        id: EventId(Ulid::from_parts(now.plus(400 * DAY_MS).millis().unsigned_abs(), 1)),
        ..card(9, 9, None, "x")
    };
    let ahead = Event {
        id: EventId(Ulid::from_parts(now.plus(90 * DAY_MS).millis().unsigned_abs(), 1)),
        ..card(9, 9, None, "x")
    };
    let strange = Record { key: "simgauge:e:stranger".to_owned(), line: "?".to_owned() };
    let damaged = Record { line: "1 00000000 {}".to_owned(), ..Record::of(&card(7, 7, None, "x")) };
    let same_name = Record::of(&card(1, 1, None, "another text under the same key"));
    let long = sealed(id(8), "1", &format!("{{\"kind\":\"tomorrow\",\"text\":\"{}\"}}", "x".repeat(70_000)));
    let later = sealed(id(6), "1", "{\"kind\":\"tomorrow\"}");
    let other = Journal::load([Record::of(&far), Record::of(&ahead), strange, damaged, same_name, long, later.clone()]);
    let merge = here.compare(&other, now, false);
    assert_eq!(merge.left_out, 5);
    assert_eq!(merge.records, [later, Record::of(&ahead)]);
}

#[test]
fn no_hostile_file_is_believed() {
    let here = two();
    let record = here.records().next().unwrap();
    let files = hostile::files(&file(&here), &record.key, &record.line);
    assert!(files.len() >= 500, "{}", files.len());
    for (name, text) in files {
        match read(&text) {
            Ok(Outside::Opened(opened)) => {
                let sum = opened.body().map(sum);
                if let Ok(journal) = opened.journal(sum.as_deref()) {
                    let merge = here.compare(&journal, NOW, false);
                    assert_eq!((merge.records.len(), merge.differences.len()), (0, 0), "{name}");
                }
            }
            Ok(Outside::Sealed(sealed)) => assert!(sealed.rounds >= ROUNDS, "{name}"),
            Err(_) => {}
        }
    }
}
