//! The protocol of the two stores: saving, starting, healing, wiping and importing as orders and
//! answers, step by step (docs/decisions/two-stores.md).
//!
//! Nothing is done here: an order says what a store is to do, whoever runs the stores answers it,
//! and the answer gives the next orders. The browser and the tests run the same steps. It relies
//! on nothing that the stores do not promise: orders may be answered in any turn, answers may
//! never come, and what localStorage took may be gone tomorrow.

use super::event::Event;
use super::held::Engine;
use super::orders::{Job, Order, Outcome, StoreFault, Why, Write, write};
use super::record::Record;
use super::records::{Journal, QUARANTINE_PREFIX};
use crate::domain::EventId;

/// What this tab knows of the two stores, and what it waits for.
#[derive(Clone, Debug)]
pub struct Stores {
    /// Whether localStorage works.
    pub local: Result<(), StoreFault>,
    /// Whether the database works; `None` before it first answered.
    pub database: Option<Result<(), StoreFault>>,
    /// Whether the database was read to its end; `None` while it is being read.
    read: Option<Result<(), StoreFault>>,
    /// Whether the database said something new while it was read.
    learned: bool,
    /// What a store did not take, to be offered again.
    owed: Vec<(Engine, Record)>,
    /// What brings the stores up to one another, the next write last.
    heals: Vec<Write>,
    job: Option<(Job, Step)>,
    /// Wipes that were asked for while a job was under way, the next one first.
    queue: Vec<Job>,
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// The database is still being read.
    Waits,
    /// Another tab may be at it.
    Locks,
    /// The mark is on its way to localStorage; then it goes to the database, where these keys go.
    Marks(Record, Vec<String>),
    /// The transaction is on its way; then these keys go from localStorage.
    Transaction(Vec<String>),
    /// localStorage follows; how the database did.
    Follows(Result<(), StoreFault>),
    /// A wipe is done as far as is known. The database is read again: what a tab that was closed
    /// meanwhile had on its way goes too, before anybody is told.
    Looks,
    /// There is no database: localStorage is all, and these keys go again if it fails.
    Alone(Vec<String>),
}

/// How many lines one write heals: little enough not to be felt.
const HEAL: usize = 200;

impl Stores {
    /// Starts from what localStorage holds. The book can be shown at once; the database follows.
    #[must_use]
    pub fn start(local: Result<Vec<Record>, StoreFault>) -> (Self, Journal, Vec<Order>) {
        let state = local.as_ref().map(|_| ()).map_err(|fault| *fault);
        let journal = Journal::load_from(local.unwrap_or_default(), Engine::Local);
        let stores = Self {
            local: state,
            database: None,
            read: None,
            learned: false,
            owed: Vec::new(),
            heals: Vec::new(),
            job: None,
            queue: Vec::new(),
        };
        (stores, journal, vec![Order::Read(None)])
    }

    /// Keeps a new event. It is saved when the database has answered for the record that is
    /// returned, and not before.
    pub fn append(&mut self, journal: &mut Journal, event: Event) -> (Record, Vec<Order>) {
        let record = journal.append(event);
        let orders = Engine::ALL.map(|engine| write(engine, Why::Save, vec![record.clone()], Vec::new()));
        (record, orders.into())
    }

    /// Begins a job. While another is under way a wipe waits for its end, and an import does not
    /// happen: it was compared with what will not be there any more.
    pub fn begin(&mut self, job: Job) -> Vec<Order> {
        if self.job.is_some() {
            self.queue.extend(matches!(job, Job::Wipe(_)).then_some(job));
            return Vec::new();
        }
        let (step, orders) = match self.read {
            None => (Step::Waits, Vec::new()),
            Some(Ok(())) => (Step::Locks, vec![Order::Lock]),
            // Nothing is written over rows that nobody has seen.
            Some(Err(_)) => (Step::Waits, vec![self.read_again()]),
        };
        self.job = Some((job, step));
        orders
    }

    /// Whether a job is under way.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Offers again what a store did not take, and reads the database where that failed.
    pub fn retry(&mut self) -> Vec<Order> {
        let offers = Engine::ALL.into_iter().filter_map(|engine| self.offer(engine));
        let mut orders: Vec<Order> = offers.collect();
        orders.extend(self.read_missed());
        orders
    }

    /// Takes in what another tab says that this store has taken.
    pub fn heard(&self, journal: &mut Journal, engine: Engine, records: Vec<Record>) -> Outcome {
        let changed = journal.take_all(records, Some(engine));
        Outcome { orders: self.clear(journal), changed, ended: None }
    }

    /// Takes in the answer to an order. `fresh` is an identifier for a mark, should one be needed.
    pub fn answered(
        &mut self,
        journal: &mut Journal,
        fresh: EventId,
        order: Order,
        answer: Result<Vec<Record>, StoreFault>,
    ) -> Outcome {
        let mut outcome = match order {
            Order::Read(_) => self.read(journal, answer),
            Order::Write(write) => self.wrote(journal, write, answer.map(|_| ())),
            // Where there are no locks, the marks and the union still hold.
            Order::Lock => self.locked(journal, fresh),
            Order::Unlock => Outcome::default(),
        };
        if self.job.is_none() && !self.queue.is_empty() {
            let next = self.queue.remove(0);
            outcome.orders.extend(self.begin(next));
        }
        outcome
    }

    fn read(&mut self, journal: &mut Journal, answer: Result<Vec<Record>, StoreFault>) -> Outcome {
        let state = match answer {
            Ok(rows) => match rows.last().map(|row| row.key.clone()) {
                Some(last) => {
                    self.learned |= journal.take_all(rows, Some(Engine::Database));
                    return Outcome { orders: vec![Order::Read(Some(last))], ..Outcome::default() };
                }
                None => Ok(()),
            },
            Err(fault) => Err(fault),
        };
        self.read = Some(state);
        self.database = Some(state);
        for engine in Engine::ALL {
            if self.works(engine) {
                self.plan(engine, journal.heals(engine));
            }
        }
        let mut outcome = Outcome { changed: std::mem::take(&mut self.learned), ..Outcome::default() };
        match self.job.take() {
            Some((job, Step::Looks)) => self.looked(journal, job, state, &mut outcome),
            Some((job, Step::Waits)) => {
                outcome.orders = self.clear(journal);
                outcome.orders.push(Order::Lock);
                self.job = Some((job, Step::Locks));
            }
            job => {
                outcome.orders = self.clear(journal);
                self.job = job;
            }
        }
        outcome.orders.extend(self.next_heal());
        outcome
    }

    /// The database was read after a wipe: what is found of it goes as the rest went.
    fn looked(&mut self, journal: &mut Journal, job: Job, state: Result<(), StoreFault>, outcome: &mut Outcome) {
        if state.is_err() {
            outcome.orders = self.clear(journal);
            return outcome.end(verdict(&job, state, Ok(())));
        }
        let keys = journal.take_strays();
        if keys.is_empty() {
            return outcome.end(verdict(&job, state, Ok(())));
        }
        outcome.orders.push(write(Engine::Database, Why::Job, Vec::new(), keys.clone()));
        self.job = Some((job, Step::Transaction(keys)));
    }

    fn wrote(&mut self, journal: &mut Journal, done: Write, answer: Result<(), StoreFault>) -> Outcome {
        match done.engine {
            Engine::Local => self.local = answer,
            Engine::Database => self.database = Some(answer),
        }
        let mut orders = Vec::new();
        match answer {
            Ok(()) => {
                journal.wrote(done.engine, &done.put);
                orders.extend(self.clear(journal));
                orders.extend(self.offer(done.engine));
                if done.engine == Engine::Database && done.why == Why::Save {
                    orders.extend(self.read_missed());
                }
            }
            Err(_) if done.why == Why::Save => {
                self.owed.extend(done.put.into_iter().map(|record| (done.engine, record)));
            }
            Err(_) => self.heals.retain(|heal| heal.engine != done.engine),
        }
        let mut outcome = Outcome { orders, ..Outcome::default() };
        match done.why {
            Why::Save => {}
            Why::Heal => outcome.orders.extend(self.next_heal()),
            Why::Job => self.advance(journal, answer, &mut outcome),
        }
        outcome
    }

    /// The lock is ours: the job begins.
    fn locked(&mut self, journal: &mut Journal, fresh: EventId) -> Outcome {
        let id = journal.largest_id().map_or(fresh, |largest| fresh.max(EventId(largest.plus(1))));
        let mut outcome = Outcome::default();
        let Some((job, step)) = &mut self.job else { return outcome };
        let order = match job {
            Job::Wipe(scope) => {
                let mark = journal.wipe(id, *scope);
                outcome.changed = true;
                *step = Step::Marks(mark.clone(), journal.take_strays());
                write(Engine::Local, Why::Job, vec![mark], Vec::new())
            }
            Job::Import(..) if self.read.and_then(Result::err).is_some_and(|fault| !fault.is_no_store()) => {
                let read = self.read.unwrap_or(Ok(()));
                self.job = None;
                outcome.end(read);
                return outcome;
            }
            Job::Import(records, scope) => {
                records.extend(scope.map(|scope| Journal::restored(id, scope)));
                *step = Step::Transaction(Vec::new());
                write(Engine::Database, Why::Job, with(journal, records, Engine::Database), Vec::new())
            }
        };
        outcome.orders.push(order);
        outcome
    }

    /// The next step of the job.
    fn advance(&mut self, journal: &Journal, answer: Result<(), StoreFault>, outcome: &mut Outcome) {
        let Some((job, step)) = self.job.take() else { return };
        let job_write = |engine, put, keys| write(engine, Why::Job, put, keys);
        let (order, next) = match (&job, step, answer) {
            (_, Step::Marks(mark, keys), answer) => {
                if answer.is_err() {
                    // There may be room for it when the rest is gone.
                    self.owed.push((Engine::Local, mark.clone()));
                }
                (job_write(Engine::Database, vec![mark], keys.clone()), Step::Transaction(keys))
            }
            (Job::Wipe(_), Step::Transaction(keys), answer) => {
                (job_write(Engine::Local, Vec::new(), keys), Step::Follows(answer))
            }
            (Job::Import(records, _), Step::Transaction(_), Ok(())) => {
                outcome.changed = true;
                let put = with(journal, records, Engine::Local);
                (job_write(Engine::Local, put, Vec::new()), Step::Follows(Ok(())))
            }
            (Job::Import(records, _), Step::Transaction(_), Err(fault)) if fault.is_no_store() => {
                let put = with(journal, records, Engine::Local);
                let keys = put.iter().map(|record| record.key.clone()).collect();
                (job_write(Engine::Local, put, Vec::new()), Step::Alone(keys))
            }
            (_, Step::Alone(keys), Err(fault)) => {
                (job_write(Engine::Local, Vec::new(), keys), Step::Follows(Err(fault)))
            }
            (_, Step::Alone(_), Ok(())) => {
                outcome.changed = true;
                return outcome.end(Ok(()));
            }
            (_, Step::Transaction(_), Err(fault)) => return outcome.end(Err(fault)),
            (Job::Wipe(_), Step::Follows(database), local) => {
                outcome.orders.push(self.read_again());
                let result = verdict(&job, database, local);
                if result.is_ok() && database.is_ok() {
                    self.job = Some((job, Step::Looks));
                } else {
                    outcome.end(result);
                }
                return;
            }
            (_, Step::Follows(database), local) => return outcome.end(verdict(&job, database, local)),
            (_, step @ (Step::Waits | Step::Locks | Step::Looks), _) => {
                self.job = Some((job, step));
                return;
            }
        };
        outcome.orders.push(order);
        self.job = Some((job, next));
    }

    /// Reads the database from its beginning: after a failure, and after a wipe.
    fn read_again(&mut self) -> Order {
        self.read = None;
        Order::Read(None)
    }

    /// Reads the database again where it could not be read to its end, though it is there.
    fn read_missed(&mut self) -> Option<Order> {
        let missed = self.read.and_then(Result::err).is_some_and(|fault| !fault.is_no_store());
        (missed && self.job.is_none()).then(|| self.read_again())
    }

    /// What must go from both stores.
    fn clear(&self, journal: &mut Journal) -> Vec<Order> {
        // What is found while a wipe looks again is the wipe's own, which ends when it is gone.
        if matches!(self.job, Some((_, Step::Looks))) {
            return Vec::new();
        }
        let keys = journal.take_strays();
        if keys.is_empty() {
            return Vec::new();
        }
        let engines = Engine::ALL.into_iter().filter(|engine| self.may_hold(*engine));
        engines.map(|engine| write(engine, Why::Heal, Vec::new(), keys.clone())).collect()
    }

    /// What that store owes, offered again.
    fn offer(&mut self, engine: Engine) -> Option<Order> {
        let (again, rest) = std::mem::take(&mut self.owed).into_iter().partition(|(of, _)| *of == engine);
        self.owed = rest;
        let again: Vec<(Engine, Record)> = again;
        let put: Vec<Record> = again.into_iter().map(|(_, record)| record).collect();
        (!put.is_empty()).then(|| write(engine, Why::Save, put, Vec::new()))
    }

    /// Cuts what heals a store into writes. A text that is set aside stays with what replaces it.
    fn plan(&mut self, engine: Engine, heals: Vec<Record>) {
        let mut writes = Vec::new();
        let mut put = Vec::new();
        for record in heals {
            let aside = record.key.starts_with(QUARANTINE_PREFIX);
            put.push(record);
            if put.len() >= HEAL && !aside {
                writes.push(std::mem::take(&mut put));
            }
        }
        writes.extend((!put.is_empty()).then_some(put));
        let writes = writes.into_iter().rev();
        self.heals.extend(writes.map(|put| Write { engine, why: Why::Heal, put, remove: Vec::new() }));
    }

    fn next_heal(&mut self) -> Option<Order> {
        self.heals.pop().map(Order::Write)
    }

    fn works(&self, engine: Engine) -> bool {
        match engine {
            Engine::Local => self.local.is_ok(),
            Engine::Database => self.database.is_some_and(|state| state.is_ok()),
        }
    }

    fn may_hold(&self, engine: Engine) -> bool {
        let state = match engine {
            Engine::Local => Some(self.local),
            Engine::Database => self.database,
        };
        !state.and_then(Result::err).is_some_and(StoreFault::is_no_store)
    }
}

/// What a store is to be written so that it holds these too, whatever it is thought to hold: a
/// wipe by another tab may not have been heard of yet.
fn with(journal: &Journal, records: &[Record], engine: Engine) -> Vec<Record> {
    let mut after = journal.clone();
    after.take_all(records.to_vec(), None);
    after.doubt(records);
    after.heals(engine)
}

/// Whether a job was done: an import where it is on disk, a wipe where nothing is left.
fn verdict(job: &Job, database: Result<(), StoreFault>, local: Result<(), StoreFault>) -> Result<(), StoreFault> {
    let left = |state: Result<(), StoreFault>| state.is_err_and(|fault| !fault.is_no_store());
    match job {
        Job::Import(..) => database,
        Job::Wipe(_) if left(database) => database,
        Job::Wipe(_) if left(local) => local,
        Job::Wipe(_) => local.or(database),
    }
}
