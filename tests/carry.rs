//! Carrying everything out and in, as stories of devices: what a person does, what comes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod hostile;
mod person;

use person::{Person, Place, start, utc};
use sim_gauge::app::carry::{
    Freight, HandFault, Handing, Incoming, Listing, Move, Parcel, Refusal, Secret, SecretFault, Way, Ways,
};
use sim_gauge::app::form::Field;
use sim_gauge::app::*;
use sim_gauge::domain::{CardId, Timestamp};
use sim_gauge::i18n::Lang;
use sim_gauge::journal::{How, ROUNDS, Record, Sealed, Unordered, Unreadable};

/// What the browser answers: it has every way out, and promises nothing.
fn answers(effect: &Effect) -> Option<Msg> {
    let said = match effect {
        Effect::HandOver { parcel: Parcel::Backup(..), .. } => Move::HandedOver(Freight::Backup, Ok(())),
        Effect::Sum(text) => Move::Summed(text.as_deref().map(hostile::sum)),
        Effect::Persist { .. } => Move::Persisted(Some(false)),
        _ => return None,
    };
    Some(Msg::Carry(said))
}

impl Person {
    fn new() -> Self {
        Self::reopened(Vec::new(), None, utc("2026-11-20T20:00"))
    }

    fn reopened(records: Vec<Record>, care: Option<&str>, now: Timestamp) -> Self {
        let can = Ways { share: true, save_as: true, crypto: true, installed: false };
        let start = Start { records: Ok(records), care: care.map(str::to_owned), can, ..start("zh-CN") };
        Self::opens(start, Place::shanghai(), now).answered(answers)
    }

    /// As it is after the page was closed and opened again.
    fn again(&self) -> Self {
        Self::reopened(self.stored.clone(), self.local(Local::Care), self.now)
    }

    fn carry(&mut self, said: Move) -> &mut Self {
        self.tell(Msg::Carry(said))
    }

    /// Fills in what is at that place, and sends it off.
    fn sends(&mut self, route: Route, fields: &[(Field, &str)]) -> &mut Self {
        self.go(route).fill(fields).tell(Msg::Submitted)
    }

    fn card(&mut self, name: &str) -> CardId {
        self.adds(&[(Field::Name, name), (Field::Plan, "3")])
    }

    /// Files that were handed over, and texts in the clipboard.
    fn handed(&self) -> Vec<(Way, String)> {
        let handed = self.asked.iter().filter_map(|effect| match effect {
            Effect::HandOver { way, parcel: Parcel::Backup(backup, _), .. } => {
                Some((*way, backup.text(Some(&hostile::sum(backup.body())))))
            }
            _ => None,
        });
        handed.collect()
    }

    /// Tables that were handed over, by their names.
    fn tables(&self) -> Vec<(String, String)> {
        let tables = self.asked.iter().filter_map(|effect| match effect {
            Effect::DownloadTable { name, text } => Some((name.clone(), text.clone())),
            _ => None,
        });
        tables.collect()
    }

    /// How often the browser was asked to keep what is stored.
    fn asked_to_keep(&self) -> usize {
        self.asked.iter().filter(|effect| **effect == Effect::Persist { ask: true }).count()
    }

    fn backup(&mut self) -> String {
        self.carry(Move::AskedBackup(Way::Download));
        self.handed().last().unwrap().1.clone()
    }

    fn reads(&mut self, text: &str) -> &mut Self {
        self.carry(Move::Read(Ok(text.to_owned())))
    }

    fn due(&self) -> bool {
        self.model.carry.care.is_due(&self.model.journal, self.now)
    }
}

#[test]
fn what_is_carried_to_a_new_phone_is_the_same_book_and_the_old_phone_merges_back() {
    let mut old = Person::new();
    let card = old.card("美国旅行卡");
    let entry = old.logs(card, "2.5");
    let text = old.backup();

    let mut new = Person::new();
    new.reads(&text);
    assert_eq!(new.model.route, Route::Import);
    let Incoming::Ready(ready) = &new.model.carry.incoming else { panic!("{:?}", new.model.carry.incoming) };
    assert_eq!((ready.merge.records.len(), ready.cards.len(), ready.cards[0].new), (2, 1, 1));
    assert_eq!((ready.cards[0].name.as_deref(), ready.cards[0].how), (Some("美国旅行卡"), Some(How::New)));
    assert!(new.model.book.cards.is_empty() && new.stored.is_empty());
    new.carry(Move::Accepted);
    assert_eq!(new.model.carry.incoming, Incoming::Taken(2));
    assert_eq!(new.model.book, old.model.book);
    let again = new.again();
    assert_eq!(again.model.book, old.model.book);

    // Both go on: the new one logs and edits, the old one edits the same.
    new.days(1).logs(card, "2.0");
    new.sends(Route::EditEntry(entry), &[(Field::Figure, "2.4")]);
    old.days(2).sends(Route::EditEntry(entry), &[(Field::Figure, "2.6")]);
    let (from_new, from_old) = (new.backup(), old.backup());
    old.reads(&from_new);
    let Incoming::Ready(ready) = &old.model.carry.incoming else { panic!("{:?}", old.model.carry.incoming) };
    assert_eq!((ready.cards[0].new, ready.cards[0].ours, ready.cards[0].theirs), (1, 1, 0));
    old.carry(Move::Accepted);
    new.reads(&from_old);
    let Incoming::Ready(ready) = &new.model.carry.incoming else { panic!("{:?}", new.model.carry.incoming) };
    assert_eq!((ready.cards[0].new, ready.cards[0].ours, ready.cards[0].theirs), (0, 0, 1));
    new.carry(Move::Accepted);
    assert_eq!(new.model.book, old.model.book);
    assert_eq!(new.backup(), old.backup());
    // Once more brings nothing.
    new.reads(&from_old);
    let Incoming::Ready(ready) = &new.model.carry.incoming else { panic!() };
    assert_eq!(ready.merge.records.len(), 0);
}

#[test]
fn nothing_comes_in_before_it_was_agreed_to() {
    let mut old = Person::new();
    old.card("one");
    let text = old.backup();
    let mut device = Person::new();
    device.card("mine");
    let (book, stored) = (device.model.book.clone(), device.stored.clone());
    device.reads(&text).carry(Move::Dropped);
    assert_eq!(device.model.carry.incoming, Incoming::Nothing);
    device.carry(Move::Accepted);
    device.reads(&text).tell(Msg::Navigated(Route::Home)).carry(Move::Accepted);
    assert_eq!((&device.model.book, &device.stored), (&book, &stored));
}

#[test]
fn what_the_stores_do_not_take_is_said_and_changes_nothing() {
    let mut old = Person::new();
    old.card("one");
    let text = old.backup();
    let mut device = Person::new();
    device.refuses = Some(StoreFault::Full);
    device.reads(&text).carry(Move::Accepted);
    assert_eq!(device.model.carry.incoming, Incoming::Refused(Refusal::Unstored(StoreFault::Full)));
    assert_eq!((device.model.book.cards.len(), device.stored.len()), (0, 0));
    device.refuses = None;
    device.reads(&text).carry(Move::Accepted);
    assert_eq!((device.model.book.cards.len(), device.stored.len()), (1, 1));
    // All of it in one transaction.
    assert_eq!(device.writes, 1);
}

#[test]
fn what_was_erased_comes_back_only_where_the_person_says_so() {
    let mut device = Person::new();
    let card = device.card("mine");
    device.logs(card, "2.5");
    let (text, book) = (device.backup(), device.model.book.clone());
    device.tell(Msg::AgreedToWipe(Scope::All));
    assert_eq!(device.model.book.cards.len(), 0);
    device.reads(&text);
    let Incoming::Ready(ready) = &device.model.carry.incoming else { panic!("{:?}", device.model.carry.incoming) };
    assert_eq!((ready.merge.wiped, ready.merge.records.len(), ready.cards.len()), (2, 0, 0));
    device.carry(Move::Accepted);
    assert_eq!(device.model.book.cards.len(), 0);
    device.reads(&text).carry(Move::ChoseWiped(true));
    let Incoming::Ready(ready) = &device.model.carry.incoming else { panic!() };
    assert_eq!((ready.merge.wiped, ready.merge.records.len(), ready.cards[0].new), (2, 2, 1));
    device.carry(Move::Accepted);
    assert_eq!(device.model.carry.incoming, Incoming::Taken(2));
    assert_eq!(device.model.book, book);
    let again = device.again();
    assert_eq!(again.model.book, book);
}

#[test]
fn no_hostile_file_changes_anything_and_each_gets_an_answer() {
    let mut device = Person::new();
    let card = device.card("mine");
    device.logs(card, "2.5");
    let backup = device.backup();
    let record = device.model.journal.records().next().unwrap();
    let (book, journal, writes) = (device.model.book.clone(), device.model.journal.clone(), device.writes);
    for (name, text) in hostile::files(&backup, &record.key, &record.line) {
        device.reads(&text);
        match &device.model.carry.incoming {
            Incoming::Refused(_) | Incoming::Sealed { .. } => {}
            // What is whole and brings nothing is shown as that.
            Incoming::Ready(ready) => assert!(ready.merge.records.is_empty(), "{name}"),
            Incoming::Table(rows) => assert!(rows.found.entries.is_empty(), "{name}: {:?}", rows.found),
            odd => panic!("{name}: {odd:?}"),
        }
        device.carry(Move::Accepted);
        assert_eq!((&device.model.journal, device.writes), (&journal, writes), "{name}");
        device.carry(Move::Dropped);
    }
    assert_eq!(device.model.book, book);
}

#[test]
fn why_something_does_not_come_in() {
    let mut device = Person::new();
    device.card("mine");
    let backup = device.backup();
    let mut check = |text: &str, expected: Refusal| {
        device.reads(text);
        assert_eq!(device.model.carry.incoming, Incoming::Refused(expected), "{text:.60}");
    };
    check("", Refusal::Unreadable(Unreadable::Empty));
    check(&backup[..backup.len() / 2], Refusal::Unreadable(Unreadable::Damaged));
    check(&backup.replace("mine", "mime"), Refusal::Unreadable(Unreadable::Damaged));
    check(&backup.replace("\"version\":1", "\"version\":9"), Refusal::Unreadable(Unreadable::Newer));
    check("{\"a\":1}", Refusal::Unreadable(Unreadable::Foreign));
    check("dear diary", Refusal::Unordered(Unordered::NoTable));
    check("%PDF-1.7,\n1,2", Refusal::Unreadable(Unreadable::Foreign));
}

fn sealed() -> Sealed {
    Sealed { rounds: ROUNDS, salt: "c2FsdA==".into(), nonce: "bm9uY2U=".into(), data: "ZGF0YQ==".into() }
}

#[test]
fn a_wrong_passphrase_changes_nothing_and_may_be_tried_again() {
    let mut old = Person::new();
    old.card("one");
    let text = old.backup();
    let mut device = Person::new();
    device.reads(&sealed().text());
    device.carry(Move::SubmittedKey);
    assert!(matches!(device.model.carry.incoming, Incoming::Sealed { busy: false, wrong: false, .. }));
    device.carry(Move::TypedKey(Secret("wrong".into()))).carry(Move::SubmittedKey);
    assert!(matches!(device.model.carry.incoming, Incoming::Sealed { busy: true, .. }));
    device.carry(Move::Unsealed(Err(Refusal::Key)));
    assert!(matches!(device.model.carry.incoming, Incoming::Sealed { busy: false, wrong: true, .. }));
    device.carry(Move::TypedKey(Secret("right".into()))).carry(Move::SubmittedKey);
    assert!(device.model.book.cards.is_empty());
    device.carry(Move::Unsealed(Ok(text)));
    device.carry(Move::Accepted);
    assert_eq!(device.model.book, old.model.book);
}

#[test]
fn without_crypto_an_encrypted_backup_is_refused_and_a_plain_one_is_not() {
    let mut device = Person::new();
    device.model.carry.can.crypto = false;
    device.reads(&sealed().text());
    assert_eq!(device.model.carry.incoming, Incoming::Refused(Refusal::NoCrypto));
    let mut old = Person::new();
    old.card("one");
    device.reads(&old.backup());
    device.carry(Move::Summed(None));
    assert!(matches!(device.model.carry.incoming, Incoming::Ready(_)));
}

#[test]
fn a_backup_is_encrypted_only_under_a_passphrase_that_was_typed_twice() {
    let mut device = Person::new();
    device.card("mine");
    device.carry(Move::ChoseLock(true));
    let mut check = |secret: &str, again: &str, fault: Option<SecretFault>| {
        device.carry(Move::TypedSecret(Secret(secret.into()))).carry(Move::TypedAgain(Secret(again.into())));
        assert_eq!(device.model.carry.secret_fault(), fault, "{secret} {again}");
        let before = device.handed().len();
        device.carry(Move::AskedBackup(Way::Download));
        assert_eq!(device.handed().len() > before, fault.is_none());
    };
    check("", "", Some(SecretFault::Short));
    check("七个字不够长啊", "七个字不够长啊", Some(SecretFault::Short));
    check("long enough", "long enuogh", Some(SecretFault::Different));
    check("八个字就够长了吧", "八个字就够长了吧", None);
    // It is forgotten at once, and on leaving.
    assert_eq!((&device.model.carry.secret, device.model.carry.locked), (&Secret::default(), false));
    device.tell(Msg::Navigated(Route::Data));
    device.carry(Move::ChoseLock(true)).carry(Move::TypedSecret(Secret("x".into())));
    device.tell(Msg::Navigated(Route::Home));
    assert_eq!((&device.model.carry.secret, device.model.carry.locked), (&Secret::default(), false));
    assert!(!format!("{:?}", Secret("hush".into())).contains("hush"));
}

#[test]
fn a_reminder_comes_by_age_and_by_changes_and_can_be_put_off() {
    let mut device = Person::new();
    assert!(!device.due());
    let card = device.card("mine");
    assert!(!device.due());
    assert!(device.days(5).due());
    device.carry(Move::Postponed);
    assert!(!device.due());
    assert!(device.days(3).due());
    device.backup();
    assert!(!device.due());
    // Nothing changed: nothing is missed, however long ago.
    assert!(!device.days(60).due());
    device.logs(card, "2.5");
    assert!(device.due());
    device.backup();
    for n in 0..29 {
        device.logs(card, &format!("1.{n:02}"));
        assert!(!device.due(), "{n}");
    }
    device.logs(card, "0.9");
    assert!(device.due());
    // It is remembered over the page being closed.
    let again = device.again();
    assert_eq!(again.model.carry.care, device.model.carry.care);
    assert!(again.due());
    assert_eq!(again.model.carry.care.changes_since(&again.model.journal), 30);
    // Somebody who never made one is asked sooner.
    let mut other = Person::new();
    let card = other.card("mine");
    (0..7).for_each(|n| {
        other.logs(card, &format!("1.{n}"));
    });
    assert!(other.due());
}

#[test]
fn only_what_left_the_device_counts_as_a_backup() {
    let mut device = Person::new();
    device.card("mine");
    device.carry(Move::AskedBackup(Way::Copy));
    assert_eq!((device.model.carry.handing, device.model.carry.care.backup), (Some(Handing::Done(Way::Copy)), None));
    device.model.carry.handing = Some(Handing::Working(Way::Share, None));
    device.carry(Move::HandedOver(Freight::Backup, Err(HandFault::Cancelled)));
    assert_eq!((device.model.carry.handing, device.model.carry.care.backup), (None, None));
    device.model.carry.handing = Some(Handing::Working(Way::Share, None));
    device.carry(Move::HandedOver(Freight::Backup, Err(HandFault::Failed)));
    assert_eq!((device.model.carry.handing, device.model.carry.care.backup), (Some(Handing::Failed), None));
    device.backup();
    assert_eq!(device.model.carry.care.backup.map(|backup| backup.0), Some(device.now));
}

#[test]
fn the_browser_is_asked_to_keep_the_data_once_there_is_some() {
    let mut device = Person::new();
    let card = device.card("mine");
    assert_eq!(device.asked_to_keep(), 0);
    device.logs(card, "2.5");
    assert_eq!(device.asked_to_keep(), 1);
    device.logs(card, "2.4");
    assert_eq!(device.asked_to_keep(), 1);
    device.days(31).logs(card, "2.3");
    assert_eq!(device.asked_to_keep(), 2);
    device.carry(Move::Persisted(Some(true)));
    device.days(31).logs(card, "2.2");
    assert_eq!(device.asked_to_keep(), 2);
}

#[test]
fn a_table_goes_out_and_comes_in_on_another_device_once() {
    let mut old = Person::new();
    let card = old.card("美国旅行卡");
    old.days(1).logs(card, "2.5");
    old.sends(Route::TopUp(card), &[(Field::Data, "1"), (Field::Paid, "15")]);
    old.carry(Move::AskedTable(Listing::Entries));
    let (name, text) = old.tables()[0].clone();
    assert_eq!(name, "sim-gauge-entries-2026-11-22.csv");
    let mut new = Person::new();
    new.days(2).reads(&text);
    let Incoming::Table(rows) = &new.model.carry.incoming else { panic!("{:?}", new.model.carry.incoming) };
    assert!(rows.table.ours && rows.found.wrong.is_empty());
    new.carry(Move::Accepted);
    assert_eq!((new.model.book.cards.len(), new.model.book.entries.len()), (1, 2));
    new.reads(&text);
    let Incoming::Table(rows) = &new.model.carry.incoming else { panic!() };
    assert_eq!((rows.found.entries.len(), rows.found.known), (0, 2));
    // The same entries by a backup later are the same, and not there twice.
    new.reads(&old.backup()).carry(Move::Accepted);
    assert_eq!(new.model.book.entries.len(), 2);
}

#[test]
fn the_device_speaks_one_language_and_reads_all() {
    let mut old = Person::new();
    let card = old.card("mine");
    old.logs(card, "2.5");
    for lang in Lang::ALL {
        old.tell(Msg::ChoseLang(lang)).carry(Move::AskedTable(Listing::Entries));
        let mut new = Person::new();
        new.reads(&old.tables().last().unwrap().1).carry(Move::Accepted);
        assert_eq!(new.model.book.entries.len(), 1, "{lang:?}");
    }
}
