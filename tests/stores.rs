//! The two stores: what was acknowledged is there after every death, what was wiped is not, and
//! damage in one is healed from the other with the damaged text set aside.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "tests")]

mod store;

use sim_gauge::domain::*;
use sim_gauge::journal::*;
use std::path::Path;
use std::time::Instant;
use store::{Again, Rows, Trouble, World, records};

/// How many deaths are lived through: of every history, one at each of its operations.
fn deaths() -> u64 {
    std::env::var("SIM_GAUGE_DEATHS").map_or(20_000, |count| count.parse().unwrap())
}

#[test]
fn what_was_saved_is_there_after_every_death() {
    let threads = 2;
    let began = Instant::now();
    let work = |first: u64| {
        let (mut dead, mut seed) = (0, first);
        while dead < deaths() / threads {
            let mut world = World::new(seed);
            world.live(60);
            world.settle();
            world.agrees();
            dead += world.deaths;
            seed += threads;
        }
        dead
    };
    let dead: u64 = std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|first| scope.spawn(move || work(first))).collect();
        all.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    println!("{dead} deaths in {:.1} s", began.elapsed().as_secs_f64());
}

fn id(n: u128) -> EventId {
    EventId(Ulid::from_parts(1_793_512_800_000, n))
}

fn card(n: u128) -> CardId {
    CardId(Ulid::from_parts(1, n))
}

fn entry(n: u128, of: CardId, note: &str) -> Event {
    let fact = Fact::KeepAlive(KeepAlive { act: Act::Used, fee: None });
    let at = Timestamp::from_millis(1_796_400_000_000).unwrap();
    let value = Entry { card: of, at, fact, note: Remark::parse(note) };
    Event { id: id(n), change: Change::SavedEntry { entry: EntryId(id(n).0), replaces: None, value: value.into() } }
}

fn removed(n: u128, entry: u128) -> Event {
    Event { id: id(n), change: Change::RemovedEntry { entry: EntryId(id(entry).0), replaces: id(entry) } }
}

fn rows(of: impl IntoIterator<Item = Record>) -> Rows {
    of.into_iter().map(|record| (record.key, record.line)).collect()
}

fn events(of: &[Event]) -> Rows {
    rows(of.iter().map(Record::of))
}

/// A store of four kilobytes.
fn four_kilobytes() -> Rows {
    let mut all = Rows::new();
    for n in 0.. {
        all.extend(events(&[entry(n, card(n % 3), "剩余 1.20 GB, \"ok\"")]));
        if all.iter().map(|(key, line)| key.len() + line.len()).sum::<usize>() >= 4096 {
            return all;
        }
    }
    all
}

/// In a build for tests only some of them: the whole count is part of the full run.
const STRIDE: usize = if cfg!(debug_assertions) { 37 } else { 1 };

#[test]
fn every_flipped_bit_and_every_cut_of_a_store_is_found_and_healed() {
    let whole = four_kilobytes();
    let mut turn = 0;
    for (key, line) in &whole {
        let flips = (0..line.len() * 8).filter_map(|bit| {
            let mut bytes = line.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            // What is no text any more cannot come out of a store of text.
            String::from_utf8(bytes).ok()
        });
        let cuts = (0..line.len()).filter(|end| line.is_char_boundary(*end)).map(|end| line[..end].to_owned());
        for damaged in flips.chain(cuts) {
            turn += 1;
            if turn % STRIDE == 0 {
                assert_found(&whole, key, &damaged);
            }
        }
    }
}

fn assert_found(whole: &Rows, key: &str, damaged: &str) {
    let mut local = whole.clone();
    local.insert(key.to_owned(), damaged.to_owned());
    // Alone: it is seen, the rest is there, and the text can be carried out.
    let alone = Again::start(local.clone(), Rows::new(), Trouble::NoDatabase);
    assert_eq!((alone.journal.quarantined().count(), alone.journal.events().count()), (1, whole.len() - 1));
    assert!(alone.journal.records().any(|record| record.key == key && record.line == damaged));
    assert_eq!(alone.local, local, "nothing is written over it");
    // With the other store: all is there, and the text is set aside.
    let again = Again::start(local, whole.clone(), Trouble::None);
    assert_eq!((again.journal.quarantined().count(), again.journal.events().count()), (0, whole.len()));
    assert!(again.journal.set_aside().any(|record| record.line == damaged));
    assert_eq!((again.local.len(), again.local[key].as_str()), (whole.len() + 1, whole[key].as_str()));
    assert!(again.local.iter().any(|(key, line)| key.starts_with(QUARANTINE_PREFIX) && line == damaged));
    assert_eq!(&again.database, whole);
}

#[test]
fn each_store_is_healed_from_the_other_and_then_left_alone() {
    let all = events(&(0..450).map(|n| entry(n, card(1), "kept")).collect::<Vec<_>>());
    let (first, second): (Rows, Rows) = all.clone().into_iter().partition(|(key, _)| key.ends_with('4'));
    for (local, database) in [(all.clone(), Rows::new()), (Rows::new(), all.clone()), (first, second)] {
        let again = Again::start(local, database, Trouble::None);
        assert_eq!((&again.local, &again.database, again.healed), (&all, &all, all.len()));
        assert_eq!(Again::start(again.local, again.database, Trouble::None).healed, 0);
    }
}

#[test]
fn two_texts_under_one_identifier_stay_both_in_both() {
    let (one, other) = (events(&[entry(1, card(1), "one")]), events(&[entry(1, card(1), "other")]));
    let again = Again::start(one.clone(), other.clone(), Trouble::None);
    assert_eq!((again.journal.len(), again.local.len(), again.database.len()), (2, 2, 2));
    assert_eq!(again.local[one.keys().next().unwrap()], *one.values().next().unwrap());
    assert_eq!(again.database[one.keys().next().unwrap()], *other.values().next().unwrap());
    assert_eq!(Again::start(again.local.clone(), again.database.clone(), Trouble::None).healed, 0);
    // Both go with their card.
    let mut journal = Journal::load(records(&again.local));
    journal.wipe(id(9), Scope::Card(card(1)));
    let strays = journal.take_strays();
    assert!(again.local.keys().chain(again.database.keys()).all(|key| strays.contains(key)), "{strays:?}");
}

/// A tab on these stores, whose orders are carried out at once.
struct Tab {
    stores: Stores,
    journal: Journal,
    local: Rows,
    database: Rows,
    /// What one of the stores answers to a write, where it does not do it.
    refuses: Option<(Engine, StoreFault)>,
    ended: Option<Result<(), StoreFault>>,
    /// What both stores held when a job was said to be done.
    held: String,
    /// What a tab that is closed still had on its way: in the database when localStorage is cleared.
    late: Option<Record>,
    written: Vec<Write>,
}

impl Tab {
    fn on(local: Rows, database: Rows) -> Self {
        let (stores, journal, orders) = Stores::start(Ok(records(&local)));
        let (refuses, ended, late) = (None, None, None);
        let (held, written) = (String::new(), Vec::new());
        let mut tab = Self { stores, journal, local, database, refuses, ended, held, late, written };
        tab.carry_out(orders);
        tab
    }

    fn carry_out(&mut self, mut orders: Vec<Order>) {
        while !orders.is_empty() {
            let order = orders.remove(0);
            if matches!(&order, Order::Write(write) if write.engine == Engine::Local && !write.remove.is_empty()) {
                self.database.extend(self.late.take().map(|late| (late.key, late.line)));
            }
            if matches!(order, Order::Read(Some(_))) && self.stores.is_busy() {
                // Something else is saved meanwhile.
                let save = Write { engine: Engine::Database, why: Why::Save, put: Vec::new(), remove: Vec::new() };
                let outcome = self.stores.answered(&mut self.journal, id(500), Order::Write(save), Ok(Vec::new()));
                orders.extend(outcome.orders);
            }
            let answer = match &order {
                Order::Read(None) => Ok(records(&self.database)),
                Order::Write(write) => match self.refuses {
                    Some((engine, fault)) if engine == write.engine => Err(fault),
                    _ => {
                        self.written.push(write.clone());
                        let local = write.engine == Engine::Local;
                        store::transact(if local { &mut self.local } else { &mut self.database }, &order);
                        Ok(Vec::new())
                    }
                },
                _ => Ok(Vec::new()),
            };
            let outcome = self.stores.answered(&mut self.journal, id(500), order, answer);
            if outcome.ended.is_some() {
                (self.ended, self.held) = (outcome.ended, self.texts());
            }
            orders.extend(outcome.orders);
        }
    }

    fn begin(&mut self, job: Job) -> Option<Result<(), StoreFault>> {
        self.ended = None;
        let orders = self.stores.begin(job);
        self.carry_out(orders);
        self.ended
    }

    fn texts(&self) -> String {
        let all = self.local.iter().chain(&self.database);
        all.map(|(key, line)| format!("{key} {line}\n")).collect()
    }
}

/// Two cards, one of them with a removed entry, a damaged text, and one that names nobody.
fn two_cards() -> Rows {
    let mut all = events(&[
        entry(1, card(1), "first secret"),
        entry(2, card(1), "second secret"),
        removed(3, 2),
        entry(4, card(2), "the other card"),
        removed(5, 4),
    ]);
    let cut = Record::of(&entry(6, card(1), "third secret"));
    all.insert(cut.key, cut.line[..cut.line.len() - 2].to_owned());
    all
}

#[test]
fn a_wiped_card_is_in_neither_store_and_the_other_card_is() {
    let mut tab = Tab::on(two_cards(), two_cards());
    assert_eq!(tab.begin(Job::Wipe(Scope::Card(card(1)))), Some(Ok(())));
    assert!(!tab.texts().contains("secret") && tab.texts().contains("the other card"), "{}", tab.texts());
    assert!(!tab.texts().contains(&id(3).to_string()), "a removal follows what it removed");
    assert!(tab.texts().contains(&id(5).to_string()));
    assert_eq!((tab.local.len(), tab.local.clone()), (3, tab.database.clone()));
    // The mark goes to both stores before anything is removed from either.
    let marks = |write: &Write| write.put.iter().any(|record| record.key.starts_with(WIPE_PREFIX));
    let jobs: Vec<_> = tab.written.iter().filter(|write| write.why == Why::Job).collect();
    assert!(marks(jobs[0]) && jobs[0].engine == Engine::Local && jobs[0].remove.is_empty());
    assert!(marks(jobs[1]) && jobs[1].engine == Engine::Database && !jobs[1].remove.is_empty());
}

/// The entry 2 that was moved from the first card to the second.
fn moved() -> Rows {
    let first = entry(2, card(1), "moved secret");
    let Change::SavedEntry { entry: of, value, .. } = first.change.clone() else { panic!("an entry") };
    let value = Entry { card: card(2), ..Entry::clone(&value) };
    let second =
        Event { id: id(3), change: Change::SavedEntry { entry: of, replaces: Some(id(2)), value: value.into() } };
    events(&[entry(1, card(1), "stays"), first, second])
}

#[test]
fn a_moved_entry_is_wiped_with_its_card_and_not_back_on_the_one_before() {
    let mut tab = Tab::on(moved(), moved());
    assert_eq!(tab.begin(Job::Wipe(Scope::Card(card(2)))), Some(Ok(())));
    assert!(!tab.texts().contains("secret") && tab.texts().contains("stays"), "{}", tab.texts());
    // Killed at any step, with either store behind: the next start ends in the same place.
    let mark = tab.local.iter().find(|(key, _)| key.starts_with(WIPE_PREFIX)).unwrap();
    let mark = (mark.0.clone(), mark.1.clone());
    let removed = tab.written.iter().rev().find(|write| write.engine == Engine::Local && write.why == Why::Job);
    let removed = removed.unwrap().remove.clone();
    for gone in 0..=removed.len() {
        let mut behind = moved();
        behind.extend([mark.clone()]);
        removed.iter().take(gone).for_each(|key| drop(behind.remove(key)));
        for (local, database) in
            [(behind.clone(), moved()), (behind.clone(), tab.database.clone()), (tab.local.clone(), behind)]
        {
            let again = Again::start(local, database, Trouble::None);
            assert_eq!((&again.local, &again.database), (&tab.local, &tab.database), "{gone} removed");
            assert!(again.journal.fold().entries.keys().eq([&EntryId(id(1).0)]));
        }
    }
    // A tab that only hears of it obeys as well, and a backup brings it back only where asked to.
    let mut other = Tab::on(moved(), moved());
    other.stores.heard(&mut other.journal, Engine::Local, vec![Record { key: mark.0, line: mark.1 }]);
    assert_eq!(other.journal, tab.journal);
    let now = Timestamp::from_millis(1_796_400_000_000).unwrap();
    let backup = Journal::load(records(&moved()));
    let again = Tab::on(tab.local.clone(), tab.database.clone());
    let shown = |back| again.journal.compare(&backup, now, back);
    assert_eq!((shown(false).wiped, shown(false).records.len()), (2, 0));
    tab.begin(Job::Import(shown(true).records, Some(Scope::All)));
    assert_eq!(tab.journal.fold().entry(EntryId(id(2).0)).unwrap().card, card(2));
}

#[test]
fn an_entry_that_was_moved_away_from_a_wiped_card_stays() {
    let mut tab = Tab::on(moved(), moved());
    tab.begin(Job::Wipe(Scope::Card(card(1))));
    let book = Tab::on(tab.local, tab.database).journal.fold();
    assert_eq!(book.entries.values().map(|kept| kept.value.card).collect::<Vec<_>>(), [card(2)]);
}

#[test]
fn a_second_wipe_waits_for_the_first() {
    let mut tab = Tab::on(two_cards(), two_cards());
    let orders = tab.stores.begin(Job::Wipe(Scope::Card(card(1))));
    assert!(tab.stores.begin(Job::Wipe(Scope::Card(card(2)))).is_empty());
    tab.carry_out(orders);
    assert_eq!(tab.ended, Some(Ok(())));
    assert!(!tab.stores.is_busy() && tab.journal.is_empty(), "{}", tab.texts());
    assert!(tab.local.keys().chain(tab.database.keys()).all(|key| key.starts_with(WIPE_PREFIX)));
}

#[test]
fn a_database_that_could_not_be_read_is_read_when_it_can_be() {
    let (mut stores, mut journal, orders) = Stores::start(Ok(records(&two_cards())));
    let rows = events(&[entry(7, card(3), "only there")]);
    let fails = |stores: &mut Stores, journal: &mut Journal, order: Order| {
        stores.answered(journal, id(500), order, Err(StoreFault::Failed)).orders
    };
    assert_eq!(fails(&mut stores, &mut journal, orders[0].clone()), []);
    // Each minute, and once it has taken something.
    let again = stores.retry();
    assert_eq!(again, [Order::Read(None)]);
    assert_eq!(stores.retry(), [], "it is being read");
    fails(&mut stores, &mut journal, Order::Read(None));
    let (_, saves) = stores.append(&mut journal, entry(8, card(1), "new"));
    let database =
        saves.into_iter().find(|order| matches!(order, Order::Write(write) if write.engine == Engine::Database));
    let outcome = stores.answered(&mut journal, id(500), database.unwrap(), Ok(Vec::new()));
    assert_eq!(outcome.orders, [Order::Read(None)]);
    stores.answered(&mut journal, id(500), Order::Read(None), Ok(records(&rows)));
    let last = Order::Read(Some(rows.keys().next().unwrap().clone()));
    assert!(stores.answered(&mut journal, id(500), last, Ok(Vec::new())).changed);
    assert!(journal.fold().entry(EntryId(id(7).0)).is_some());
    // A browser without one is not asked again.
    let (mut stores, mut journal, orders) = Stores::start(Ok(Vec::new()));
    stores.answered(&mut journal, id(500), orders[0].clone(), Err(StoreFault::Missing));
    assert_eq!(stores.retry(), []);
}

#[test]
fn a_wipe_finds_what_a_closed_tab_wrote_and_told_nobody() {
    for scope in [Scope::Card(card(1)), Scope::All] {
        let mut tab = Tab::on(two_cards(), two_cards());
        tab.database.extend(events(&[entry(7, card(1), "an unheard secret"), entry(8, card(2), "unheard")]));
        assert_eq!(tab.begin(Job::Wipe(scope)), Some(Ok(())));
        assert!(!tab.texts().contains("secret"), "{}", tab.texts());
        assert_eq!(tab.texts().contains("unheard"), scope != Scope::All);
    }
}

#[test]
fn everything_is_wiped_and_what_comes_after_is_kept() {
    let mut tab = Tab::on(two_cards(), two_cards());
    assert_eq!(tab.begin(Job::Wipe(Scope::All)), Some(Ok(())));
    assert_eq!((tab.local.len(), tab.database.len(), tab.journal.len()), (1, 1, 0));
    let (_, orders) = tab.stores.append(&mut tab.journal, entry(600, card(1), "a new life"));
    tab.carry_out(orders);
    let again = Tab::on(tab.local.clone(), tab.database.clone());
    assert_eq!((again.journal.len(), again.local.len()), (1, 2));
    // An old copy of the store that turns up again is not taken in, and goes.
    let mut old = tab.local.clone();
    old.extend(two_cards());
    let again = Again::start(old, tab.database.clone(), Trouble::None);
    assert_eq!((again.journal.events().count(), again.database.len()), (1, 2));
    assert!(!again.local.keys().any(|key| two_cards().contains_key(key)));
}

#[test]
fn another_tab_obeys_and_takes_along_what_it_wrote_meanwhile() {
    let mut tab = Tab::on(two_cards(), two_cards());
    let mut other = Tab::on(two_cards(), two_cards());
    tab.begin(Job::Wipe(Scope::Card(card(1))));
    let (late, _) = other.stores.append(&mut other.journal, entry(7, card(1), "late secret"));
    let mark = tab.local.iter().find(|(key, _)| key.starts_with(WIPE_PREFIX)).unwrap();
    let mark = Record { key: mark.0.clone(), line: mark.1.clone() };
    let outcome = other.stores.heard(&mut other.journal, Engine::Local, vec![mark]);
    assert!(outcome.changed);
    let removed = |orders: &[Order], key: &str| {
        orders.iter().any(|order| matches!(order, Order::Write(write) if write.remove.iter().any(|gone| gone == key)))
    };
    assert!(removed(&outcome.orders, &late.key));
    assert!(!other.journal.records().any(|record| record.line.contains("secret")));
    // Its own write completes after that: it goes again.
    let write = Write { engine: Engine::Database, why: Why::Save, put: vec![late.clone()], remove: Vec::new() };
    let outcome = other.stores.answered(&mut other.journal, id(500), Order::Write(write), Ok(Vec::new()));
    assert!(removed(&outcome.orders, &late.key));
}

#[test]
fn it_is_erased_when_nothing_of_it_comes_late() {
    for scope in [Scope::Card(card(1)), Scope::All] {
        let mut tab = Tab::on(two_cards(), two_cards());
        tab.late = Some(Record::of(&entry(7, card(1), "late secret")));
        assert_eq!(tab.begin(Job::Wipe(scope)), Some(Ok(())));
        assert!(!tab.held.contains("late secret"), "it was there when it was said to be gone: {}", tab.held);
        assert_eq!(tab.held, tab.texts(), "nothing is done after that");
    }
}

#[test]
fn a_wipe_that_one_store_refuses_is_said_and_finished_at_the_next_start() {
    for fault in [StoreFault::Full, StoreFault::Failed] {
        let mut tab = Tab::on(two_cards(), two_cards());
        tab.refuses = Some((Engine::Database, fault));
        assert_eq!(tab.begin(Job::Wipe(Scope::Card(card(1)))), Some(Err(fault)));
        let again = Tab::on(tab.local.clone(), tab.database.clone());
        assert!(!again.texts().replace("third secret", "").contains("secret"), "{}", again.texts());
    }
    // A store that is not there holds nothing.
    let mut tab = Tab::on(two_cards(), Rows::new());
    tab.refuses = Some((Engine::Database, StoreFault::Missing));
    assert_eq!(tab.begin(Job::Wipe(Scope::All)), Some(Ok(())));
}

#[test]
fn only_an_import_that_was_agreed_to_brings_back_what_was_wiped() {
    let file: Vec<Record> =
        [entry(1, card(1), "first secret"), entry(8, card(3), "new")].iter().map(Record::of).collect();
    let mut tab = Tab::on(two_cards(), two_cards());
    tab.begin(Job::Wipe(Scope::Card(card(1))));
    let other = Journal::load(file.clone());
    let now = Timestamp::from_millis(1_796_400_000_000).unwrap();
    assert_eq!(tab.journal.compare(&other, now, false).wiped, 1);
    assert_eq!(tab.begin(Job::Import(file.clone(), None)), Some(Ok(())));
    assert!(tab.texts().contains("new") && !tab.texts().contains("secret"));
    assert_eq!(tab.begin(Job::Import(file.clone(), Some(Scope::Card(card(1))))), Some(Ok(())));
    assert_eq!(tab.texts().matches("first secret").count(), 2);
    assert_eq!(tab.journal, Tab::on(tab.local.clone(), tab.database.clone()).journal);
    tab.begin(Job::Wipe(Scope::Card(card(1))));
    assert!(!tab.texts().contains("secret"));
}

#[test]
fn an_import_is_one_transaction_or_nothing() {
    let file: Vec<Record> = (10..700).map(|n| Record::of(&entry(n, card(3), "new"))).collect();
    let mut tab = Tab::on(two_cards(), two_cards());
    let before = (tab.local.clone(), tab.database.clone());
    tab.refuses = Some((Engine::Database, StoreFault::Full));
    assert_eq!(tab.begin(Job::Import(file.clone(), None)), Some(Err(StoreFault::Full)));
    assert_eq!((tab.local.clone(), tab.database.clone(), tab.journal.len()), (before.0, before.1, 6));
    // Killed after the transaction, before the other store follows.
    tab.refuses = Some((Engine::Local, StoreFault::Failed));
    assert_eq!(tab.begin(Job::Import(file.clone(), None)), Some(Ok(())));
    let again = Tab::on(tab.local, tab.database);
    assert_eq!((again.journal.len(), again.local.len(), again.database.len()), (696, 696, 696));
    // No database: the other store takes all of it, or none.
    let mut tab = Tab::on(two_cards(), Rows::new());
    tab.refuses = Some((Engine::Database, StoreFault::Missing));
    assert_eq!(tab.begin(Job::Import(file, None)), Some(Ok(())));
    assert_eq!((tab.local.len(), tab.journal.len()), (696, 696));
}

#[test]
fn what_a_store_did_not_take_is_offered_again() {
    let mut tab = Tab::on(Rows::new(), Rows::new());
    tab.refuses = Some((Engine::Database, StoreFault::Full));
    let (first, orders) = tab.stores.append(&mut tab.journal, entry(1, card(1), "kept"));
    tab.carry_out(orders);
    assert!(tab.database.is_empty());
    tab.refuses = None;
    let (_, orders) = tab.stores.append(&mut tab.journal, entry(2, card(1), "kept"));
    tab.carry_out(orders);
    assert_eq!(tab.database.len(), 2);
    assert!(tab.database.contains_key(&first.key));
}

#[test]
fn the_marks_that_were_shipped_are_obeyed_for_ever() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journal/marks");
    let wiped = |scope| Journal::default().wipe(id(9), scope);
    let restored = |scope| Journal::restored(id(10), scope);
    for (name, record, left) in [
        ("wiped-all", wiped(Scope::All), 0),
        ("wiped-card", wiped(Scope::Card(card(1))), 3),
        ("restored-all", restored(Scope::All), 5),
        ("restored-card", restored(Scope::Card(card(1))), 5),
    ] {
        let path = folder.join(name).with_extension("txt");
        let text = format!("{}\n{}\n", record.key, record.line);
        if !path.exists() && std::env::var_os("SIM_GAUGE_ACCEPT").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{name}");
        // Whether the mark or what it wipes comes first.
        let mut before = Journal::load([record.clone()]);
        before.take_all(records(&two_cards()), None);
        let mut after = Journal::load(records(&two_cards()));
        after.take_all(vec![record.clone()], None);
        assert_eq!((before.events().count(), after.events().count()), (left, left), "{name}");
        assert_eq!(after, before, "{name}");
        assert!(!after.records().any(|kept| kept == record), "a mark is no part of a backup");
    }
}
