//! The two stores as they fail, and the tabs that use them: a world with a seed.
//!
//! localStorage acknowledges at once and loses what it had not yet put on disk; the database is
//! durable when a transaction completes; orders are carried out in any turn, fail, or are never
//! answered; tabs hear of one another late. The tabs run the steps that the app runs.
#![allow(dead_code, unreachable_pub, reason = "each test uses its own part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use sim_gauge::domain::*;
use sim_gauge::journal::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

pub type Rows = BTreeMap<String, String>;

/// Numbers that only the seed decides.
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// localStorage: what it says that it holds, what is on disk, and what happened since.
#[derive(Clone, Default)]
pub struct Local {
    pub disk: Rows,
    since: Vec<(String, Option<String>)>,
}

impl Local {
    pub fn now(&self) -> Rows {
        after(&self.disk, &self.since)
    }

    fn set(&mut self, key: &str, line: Option<&str>) {
        self.since.push((key.to_owned(), line.map(str::to_owned)));
    }

    fn sync(&mut self) {
        self.disk = self.now();
        self.since.clear();
    }

    /// What a killed browser finds again: some first part of what happened since.
    fn survives(&self, chance: &mut Chance) -> Rows {
        after(&self.disk, &self.since[..chance.below(self.since.len() + 1)])
    }
}

fn after(disk: &Rows, since: &[(String, Option<String>)]) -> Rows {
    let mut rows = disk.clone();
    for (key, line) in since {
        match line {
            Some(line) => rows.insert(key.clone(), line.clone()),
            None => rows.remove(key),
        };
    }
    rows
}

/// What goes wrong in a world, beside its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    None,
    NoLocal,
    NoDatabase,
    /// Either store fails one time in so many.
    Flaky(usize),
}

struct Tab {
    stores: Stores,
    journal: Journal,
    /// Orders that are on their way.
    todo: Vec<Order>,
    answers: VecDeque<(Order, Result<Vec<Record>, StoreFault>)>,
    heard: VecDeque<(Engine, Vec<Record>)>,
}

pub struct World {
    pub chance: Chance,
    pub trouble: Trouble,
    pub local: Local,
    pub database: Rows,
    tabs: Vec<Tab>,
    lock: Option<usize>,
    serial: u128,
    /// What was acknowledged, and must be there for ever.
    pub saved: BTreeMap<EventId, CardId>,
    /// Cards that a person began to wipe, and before which event everything.
    wiped: BTreeSet<CardId>,
    floor: Option<EventId>,
    /// Texts that were damaged in a store, which must be found again in it.
    pub damaged: Vec<(Engine, String, CardId)>,
    /// Every primitive operation, each of which may be the last: how many deaths were survived.
    pub deaths: u64,
    /// A backup from before, for an import.
    backup: Vec<(Record, EventId, CardId)>,
    importing: Option<(Option<Scope>, usize)>,
    wiping: Option<(usize, Scope)>,
    /// Whether a tab was closed in the middle of a wipe, which the next start then ends.
    cut: bool,
    seed: u64,
    /// How many lines were ever damaged.
    rotten: usize,
}

/// Rows of the database that are read at once.
const PAGE: usize = 3;

impl World {
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let trouble = match chance.below(8) {
            0 => Trouble::NoLocal,
            1 => Trouble::NoDatabase,
            2 | 3 => Trouble::Flaky(3 + chance.below(6)),
            _ => Trouble::None,
        };
        Self {
            chance,
            trouble,
            local: Local::default(),
            database: Rows::new(),
            tabs: Vec::new(),
            lock: None,
            serial: 0,
            saved: BTreeMap::new(),
            wiped: BTreeSet::new(),
            floor: None,
            damaged: Vec::new(),
            deaths: 0,
            backup: Vec::new(),
            importing: None,
            wiping: None,
            cut: false,
            seed,
            rotten: 0,
        }
    }

    /// Lives through so many turns, dying in thought at every operation and in earnest at a few.
    pub fn live(&mut self, turns: usize) {
        self.open();
        for _ in 0..turns {
            match self.chance.below(40) {
                0..=9 => self.append(),
                10 => self.open(),
                11 => self.close(),
                12 => self.local.sync(),
                13 => self.die(),
                14 if self.chance.one_in(2) => self.wipe(),
                15 if self.chance.one_in(2) => self.import(),
                16 => self.back_up(),
                _ => self.turn(),
            }
        }
    }

    /// Until nobody has anything left to do.
    pub fn settle(&mut self) {
        for _ in 0..100_000 {
            let waits = |tab: &Tab| tab.todo.is_empty() && tab.answers.is_empty() && tab.heard.is_empty();
            if self.tabs.iter().all(waits) {
                return;
            }
            self.turn();
        }
        panic!("the tabs never come to rest");
    }

    /// What holds when everything that was on its way has arrived: what was wiped stands nowhere,
    /// and every tab shows the same. Where the tab that wiped was closed before it had ended, and
    /// where stores fail, the next start is what sees to it: each death looks at one.
    pub fn agrees(&self) {
        let local = self.local.now();
        for rows in [&local, &self.database] {
            let strays = Journal::load(records(rows)).take_strays();
            let later = self.cut || matches!(self.trouble, Trouble::Flaky(_));
            assert!(later || strays.is_empty(), "wiped and there: {strays:?} (seed {})", self.seed);
        }
        if self.trouble == Trouble::None {
            let shown = |tab: &Tab| tab.journal.fold();
            for tab in &self.tabs {
                assert_eq!(shown(tab), shown(&self.tabs[0]), "two tabs show different things (seed {})", self.seed);
            }
        }
    }

    fn fresh(&mut self) -> EventId {
        self.serial += 1;
        EventId(Ulid::from_parts(1_793_512_800_000, self.serial))
    }

    fn open(&mut self) {
        let rows = match self.trouble {
            Trouble::NoLocal => Err(StoreFault::Refused),
            _ => Ok(records(&self.local.now())),
        };
        if self.tabs.len() < 4 {
            let (stores, journal, orders) = Stores::start(rows);
            self.tabs.push(Tab { stores, journal, todo: Vec::new(), answers: VecDeque::new(), heard: VecDeque::new() });
            self.take_orders(self.tabs.len() - 1, orders);
        }
    }

    /// A tab is closed: what it had on its way may still be carried out.
    fn close(&mut self) {
        if self.tabs.len() > 1 {
            let tab = self.chance.below(self.tabs.len());
            for order in std::mem::take(&mut self.tabs[tab].todo) {
                if self.chance.one_in(2) {
                    self.database_alone(&order);
                }
            }
            self.tabs.remove(tab);
            self.cut |= self.wiping.is_some_and(|(holder, _)| holder == tab);
            let after = |holder: usize| if holder == tab { None } else { Some(holder - usize::from(holder > tab)) };
            self.importing = self.importing.and_then(|(scope, holder)| Some((scope, after(holder)?)));
            self.wiping = self.wiping.and_then(|(holder, scope)| Some((after(holder)?, scope)));
            self.lock = match self.lock {
                Some(holder) if holder == tab => None,
                Some(holder) if holder > tab => Some(holder - 1),
                other => other,
            };
        }
    }

    /// The whole browser is killed, and opened again.
    fn die(&mut self) {
        let (local, database) = self.remains();
        self.tabs.clear();
        self.lock = None;
        self.importing = None;
        self.wiping = None;
        self.local = Local { disk: local, since: Vec::new() };
        self.database = database;
        self.rot();
        self.open();
    }

    /// A line is damaged on one disk, where the other store has it whole.
    fn rot(&mut self) {
        if !self.chance.one_in(3) || self.trouble == Trouble::NoLocal || self.trouble == Trouble::NoDatabase {
            return;
        }
        let both: Vec<String> = self
            .local
            .disk
            .iter()
            .filter(|(key, line)| key.starts_with(KEY_PREFIX) && self.database.get(*key) == Some(line))
            .map(|(key, _)| key.clone())
            .collect();
        let Some(key) = both.get(self.chance.below(both.len())).cloned() else { return };
        let engine = Engine::ALL[self.chance.below(2)];
        let rows = if engine == Engine::Local { &mut self.local.disk } else { &mut self.database };
        let line = rows.get_mut(&key).unwrap();
        let whole = Journal::load([Record { key: key.clone(), line: line.clone() }]);
        // What a wipe has in hand may be gone before it is set aside.
        let Some(card) = whole.events().next().and_then(|event| self.saved.get(&event.id)).copied() else { return };
        let at = self.chance.below(line.len());
        if self.chance.one_in(2) {
            line.truncate(at);
        } else {
            line.replace_range(at..=at, if line.as_bytes()[at] == b'#' { "%" } else { "#" });
        }
        self.damaged.push((engine, line.clone(), card));
        self.rotten += 1;
    }

    fn append(&mut self) {
        let tab = self.chance.below(self.tabs.len());
        let card = card(self.chance.below(3));
        let id = self.fresh();
        let change = if self.chance.one_in(6) {
            let name = Line::parse("US").unwrap();
            Change::SavedCard { card, replaces: None, value: Rc::new(Card::named(name, ZoneName::utc())) }
        } else {
            let fact = Fact::KeepAlive(KeepAlive { act: Act::Used, fee: None });
            let at = Timestamp::from_millis(1_796_400_000_000).unwrap();
            Change::SavedEntry {
                entry: EntryId(id.0),
                replaces: None,
                value: Entry { card, at, fact, note: None }.into(),
            }
        };
        let event = Event { id, change };
        let tab_state = &mut self.tabs[tab];
        // Nobody adds to a card that is not on the screen any more.
        if tab_state.journal.wiped(&Record::of(&event)) {
            return;
        }
        let (_, orders) = tab_state.stores.append(&mut tab_state.journal, event);
        self.take_orders(tab, orders);
    }

    fn wipe(&mut self) {
        let tab = self.chance.below(self.tabs.len());
        let scope = if self.chance.one_in(3) { Scope::All } else { Scope::Card(card(self.chance.below(3))) };
        if self.tabs[tab].stores.is_busy() || self.wiping.is_some() || self.importing.is_some() {
            return;
        }
        let orders = self.tabs[tab].stores.begin(Job::Wipe(scope));
        self.wiping = Some((tab, scope));
        self.forget(scope);
        self.take_orders(tab, orders);
    }

    /// From when a wipe is asked for, nothing in its scope is promised any more.
    fn forget(&mut self, scope: Scope) {
        match scope {
            Scope::All => {
                self.saved.clear();
                self.damaged.clear();
            }
            Scope::Card(wiped) => {
                self.wiped.insert(wiped);
                self.saved.retain(|_, card| *card != wiped);
                self.damaged.retain(|(.., card)| *card != wiped);
            }
        }
    }

    fn back_up(&mut self) {
        let tab = self.chance.below(self.tabs.len());
        let known = self.tabs[tab]
            .journal
            .events()
            .filter_map(|event| Some((Record::of(event), event.id, card_of(&event.change)?)));
        self.backup = known.collect();
    }

    fn import(&mut self) {
        let tab = self.chance.below(self.tabs.len());
        if self.importing.is_some() || self.wiping.is_some() || self.tabs[tab].stores.is_busy() {
            return;
        }
        let scope = self.chance.one_in(2).then_some(Scope::All);
        let records = self.backup.iter().map(|(record, ..)| record.clone()).collect();
        let orders = self.tabs[tab].stores.begin(Job::Import(records, scope));
        self.importing = Some((scope, tab));
        self.take_orders(tab, orders);
    }

    /// One thing happens somewhere.
    fn turn(&mut self) {
        let tab = self.chance.below(self.tabs.len());
        match self.chance.below(3) {
            0 => self.carry_out(tab),
            1 => {
                if let Some((order, answer)) = self.tabs[tab].answers.pop_front() {
                    self.answer(tab, order, answer);
                }
            }
            _ => {
                if let Some((engine, records)) = self.tabs[tab].heard.pop_front() {
                    let state = &mut self.tabs[tab];
                    let outcome = state.stores.heard(&mut state.journal, engine, records);
                    self.take_orders(tab, outcome.orders);
                }
            }
        }
    }

    fn answer(&mut self, tab: usize, order: Order, answer: Result<Vec<Record>, StoreFault>) {
        let fresh = self.fresh();
        if order == Order::Lock && self.wiping == Some((tab, Scope::All)) {
            self.floor = Some(fresh);
            self.saved.retain(|id, _| *id > fresh);
        }
        let state = &mut self.tabs[tab];
        let outcome = state.stores.answered(&mut state.journal, fresh, order, answer);
        if let (Some(Ok(())), Some((scope, holder))) = (outcome.ended, self.importing)
            && holder == tab
        {
            self.imported(scope);
        }
        if outcome.ended.is_some() && self.importing.is_some_and(|(_, holder)| holder == tab) {
            self.importing = None;
        }
        if outcome.ended.is_some() && self.wiping.is_some_and(|(holder, _)| holder == tab) {
            self.wiping = None;
        }
        self.take_orders(tab, outcome.orders);
    }

    /// What an import said that it took in is saved, where no wipe stands against it.
    fn imported(&mut self, scope: Option<Scope>) {
        if self.trouble == Trouble::NoDatabase || scope.is_none() {
            return;
        }
        self.wiped.clear();
        for (record, id, card) in &self.backup {
            if self.database.get(&record.key) == Some(&record.line) {
                self.saved.insert(*id, *card);
            }
        }
    }

    /// localStorage is written before anything else happens in the tab; all else is on its way.
    fn take_orders(&mut self, tab: usize, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Write(write) if write.engine == Engine::Local => {
                    let done = self.write_local(tab, &write);
                    self.tabs[tab].answers.push_back((Order::Write(write), done.map(|()| Vec::new())));
                }
                Order::Unlock => self.lock = self.lock.filter(|holder| *holder != tab),
                order => self.tabs[tab].todo.push(order),
            }
        }
    }

    fn write_local(&mut self, tab: usize, write: &Write) -> Result<(), StoreFault> {
        if self.trouble == Trouble::NoLocal {
            return Err(StoreFault::Refused);
        }
        for record in &write.put {
            if let Trouble::Flaky(n) = self.trouble
                && self.chance.one_in(n)
            {
                return Err(StoreFault::Full);
            }
            self.local.set(&record.key, Some(&record.line));
            self.tell_others(tab, Engine::Local, std::slice::from_ref(record));
            self.dies_here();
        }
        for key in &write.remove {
            self.local.set(key, None);
            self.dies_here();
        }
        Ok(())
    }

    /// Carries out one of the orders that are on their way, whichever.
    fn carry_out(&mut self, tab: usize) {
        if self.tabs[tab].todo.is_empty() {
            return;
        }
        let place = self.chance.below(self.tabs[tab].todo.len());
        let order = self.tabs[tab].todo.swap_remove(place);
        let answer = match &order {
            Order::Lock if self.lock.is_some() => return self.tabs[tab].todo.push(order),
            Order::Lock => {
                self.lock = Some(tab);
                Ok(Vec::new())
            }
            _ if self.trouble == Trouble::NoDatabase => Err(StoreFault::Missing),
            _ if matches!(self.trouble, Trouble::Flaky(n) if self.chance.one_in(n)) => Err(StoreFault::Failed),
            Order::Read(after) => {
                let first = after.clone().unwrap_or_default();
                let rows = self.database.iter().filter(|(key, _)| **key > first).take(PAGE);
                Ok(rows.map(|(key, line)| Record { key: key.clone(), line: line.clone() }).collect())
            }
            _ => {
                self.database_alone(&order);
                if let Order::Write(Write { why: Why::Save | Why::Job, put, .. }) = &order {
                    self.tell_others(tab, Engine::Database, put);
                }
                Ok(Vec::new())
            }
        };
        self.tabs[tab].answers.push_back((order, answer));
        self.dies_here();
    }

    /// A transaction completes; from here on what it saved is promised.
    fn database_alone(&mut self, order: &Order) {
        if self.trouble == Trouble::NoDatabase {
            return;
        }
        transact(&mut self.database, order);
        if let Order::Write(Write { engine: Engine::Database, why: Why::Save, put, .. }) = order {
            for event in Journal::load(put.iter().cloned()).events() {
                let Some(card) = card_of(&event.change) else { continue };
                if !self.wiped.contains(&card) && Some(event.id) > self.floor_of_all() {
                    self.saved.insert(event.id, card);
                }
            }
        }
    }

    /// Before which event everything may have been wiped.
    fn floor_of_all(&self) -> Option<EventId> {
        self.floor
    }

    fn tell_others(&mut self, from: usize, engine: Engine, records: &[Record]) {
        for (_, tab) in self.tabs.iter_mut().enumerate().filter(|(place, _)| *place != from) {
            tab.heard.push_back((engine, records.to_vec()));
        }
    }

    /// What a kill at this moment would leave behind.
    fn remains(&mut self) -> (Rows, Rows) {
        let local = self.local.survives(&mut self.chance);
        let mut database = self.database.clone();
        if self.trouble != Trouble::NoDatabase {
            for order in self.tabs.iter().flat_map(|tab| &tab.todo) {
                if self.chance.one_in(2) {
                    transact(&mut database, order);
                }
            }
        }
        (local, database)
    }

    /// Dies in thought: the promise must hold for what the kill would leave behind.
    fn dies_here(&mut self) {
        let (local, database) = self.remains();
        self.deaths += 1;
        let again = Again::start(local, database, self.trouble);
        again.keeps(self);
    }
}

/// The start after a death.
pub struct Again {
    pub local: Rows,
    pub database: Rows,
    pub journal: Journal,
    /// How many lines were written, or removed, to bring the two together.
    pub healed: usize,
}

impl Again {
    /// Starts from what is left, and carries out every order.
    pub fn start(mut local: Rows, mut database: Rows, trouble: Trouble) -> Self {
        let rows = if trouble == Trouble::NoLocal { Err(StoreFault::Missing) } else { Ok(records(&local)) };
        let (mut stores, mut journal, mut orders) = Stores::start(rows);
        let mut healed = 0;
        while let Some(order) = orders.pop() {
            let answer = match &order {
                Order::Read(_) if trouble == Trouble::NoDatabase => Err(StoreFault::Missing),
                Order::Read(after) => {
                    let first = after.clone().unwrap_or_default();
                    let rows = database.iter().filter(|(key, _)| **key > first).take(64);
                    Ok(rows.map(|(key, line)| Record { key: key.clone(), line: line.clone() }).collect())
                }
                Order::Write(write) => {
                    healed += write.put.len() + write.remove.len();
                    transact(if write.engine == Engine::Local { &mut local } else { &mut database }, &order);
                    Ok(Vec::new())
                }
                Order::Lock | Order::Unlock => Ok(Vec::new()),
            };
            let fresh = EventId(Ulid::from_parts(1_793_512_900_000, 0));
            orders.extend(stores.answered(&mut journal, fresh, order, answer).orders);
        }
        Self { local, database, journal, healed }
    }

    /// The promise.
    fn keeps(self, world: &World) {
        let ids: BTreeSet<EventId> = self.journal.events().map(|event| event.id).collect();
        for id in world.saved.keys() {
            assert!(ids.contains(id), "{id} was saved and is lost ({:?}, seed {})", world.trouble, world.seed);
        }
        for (engine, text, _) in &world.damaged {
            let rows = if *engine == Engine::Local { &self.local } else { &self.database };
            assert!(
                rows.values().any(|line| line == text),
                "a damaged text is gone from {engine:?} (seed {})",
                world.seed
            );
        }
        assert!(
            self.journal.quarantined().count() <= world.rotten,
            "what was whole cannot be read (seed {})",
            world.seed
        );
        for rows in [&self.local, &self.database] {
            let strays = Journal::load(records(rows)).take_strays();
            assert!(strays.is_empty(), "wiped and there: {strays:?} (seed {})", world.seed);
        }
        let both = !matches!(world.trouble, Trouble::NoLocal | Trouble::NoDatabase);
        let of = |rows: &Rows| {
            let ours = |key: &str| !key.starts_with(QUARANTINE_PREFIX);
            rows.iter().filter(|(key, _)| ours(key)).map(|(k, v)| (k.clone(), v.clone())).collect::<Rows>()
        };
        if both && self.journal.quarantined().count() == 0 {
            assert!(of(&self.local) == of(&self.database), "not brought together (seed {})", world.seed);
        }
    }
}

pub fn transact(rows: &mut Rows, order: &Order) {
    if let Order::Write(write) = order {
        for record in &write.put {
            rows.insert(record.key.clone(), record.line.clone());
        }
        for key in &write.remove {
            rows.remove(key);
        }
    }
}

pub fn records(rows: &Rows) -> Vec<Record> {
    rows.iter().map(|(key, line)| Record { key: key.clone(), line: line.clone() }).collect()
}

fn card(n: usize) -> CardId {
    CardId(Ulid::from_parts(1, u128::try_from(n).unwrap()))
}

fn card_of(change: &Change) -> Option<CardId> {
    match change {
        Change::SavedCard { card, .. } => Some(*card),
        Change::SavedEntry { value, .. } => Some(value.card),
        _ => None,
    }
}
