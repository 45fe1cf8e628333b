//! A person with a phone, for every story: what they do, what the model becomes of it, and what the
//! phone does with the effects. Each test file adds verbs of its own.
//!
//! `mod person;` in a test file brings it in. Nothing is drawn here, and stores that fail in every
//! way are in `tests/store`.
#![allow(dead_code, unreachable_pub, reason = "each test uses its own part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod start;

use sim_gauge::app::form::{Fault, Field};
use sim_gauge::app::screen::{Review, review};
use sim_gauge::app::*;
use sim_gauge::domain::{Bucket, CardId, Date, EntryId, Moment, Offsets, Timestamp, Ulid, ZoneName};
use sim_gauge::journal::{Order, Record, Write};
pub(crate) use start::start;

const HOUR: i64 = 3_600_000;

/// A time such as `2026-11-20T20:00`, in UTC.
pub fn utc(text: &str) -> Timestamp {
    let (day, time) = text.split_once('T').unwrap();
    let minute = time[..2].parse::<u16>().unwrap() * 60 + time[3..].parse::<u16>().unwrap();
    Offsets::UTC.instant(Date::parse(day).unwrap(), minute)
}

/// Where a phone is, as its clock and its cards have it.
pub struct Place {
    zone: &'static str,
    device: Offsets,
    zones: Vec<(&'static str, Offsets)>,
}

impl Place {
    /// At no offset, and with no other zone.
    pub fn utc() -> Self {
        Self { zone: "UTC", device: Offsets::UTC, zones: Vec::new() }
    }

    /// Eight hours ahead of UTC, with a card's zone in New York, five behind it.
    pub fn shanghai() -> Self {
        let zones = vec![("America/New_York", Offsets::fixed(-300))];
        Self { zone: "Asia/Shanghai", device: Offsets::fixed(480), zones }
    }

    /// Where the clock is set back at 06:00 UTC of 1 November 2026 and set forward at 07:00 UTC of 14 March 2027.
    pub fn new_york() -> Self {
        let changes = vec![(utc("2026-11-01T06:00"), -300), (utc("2027-03-14T07:00"), -240)];
        Self { zone: "America/New_York", device: Offsets::new(-240, changes), zones: Vec::new() }
    }

    /// One hour ahead of UTC, with a card's zone in New York, five behind it.
    pub fn berlin() -> Self {
        let zones = vec![("America/New_York", Offsets::fixed(-300))];
        Self { zone: "Europe/Berlin", device: Offsets::fixed(60), zones }
    }

    /// Eight hours behind UTC.
    pub fn los_angeles() -> Self {
        Self { zone: "America/Los_Angeles", device: Offsets::fixed(-480), zones: Vec::new() }
    }
}

/// What the browser answers to an effect that concerns no store and no address, where it does.
pub type Answers = fn(&Effect) -> Option<Msg>;

/// A person with a phone: time passes only when the story says so.
pub struct Person {
    pub model: Model,
    pub now: Timestamp,
    place: Place,
    serial: u128,
    /// What localStorage holds, in the order of its keys.
    pub stored: Vec<Record>,
    /// What the database holds, in the order of its keys.
    pub database: Vec<Record>,
    /// Why the stores take nothing, where they do not.
    pub refuses: Option<StoreFault>,
    /// Transactions of the database that were completed.
    pub writes: usize,
    /// What the last message asked for.
    pub effects: Vec<Effect>,
    /// All that was asked for so far.
    pub asked: Vec<Effect>,
    answers: Option<Answers>,
}

impl Person {
    /// Opens the page at that time. Both stores hold what the start brings. They answer what is
    /// written; nothing else is answered but by the story.
    pub fn opens(start: Start, place: Place, now: Timestamp) -> Self {
        let stored = start.records.clone().unwrap();
        let (model, effects) = Model::start(start);
        Self {
            model,
            now,
            place,
            // Fresh identifiers are above those that are there.
            serial: u128::try_from(stored.len()).unwrap() * 1_000_000,
            database: stored.clone(),
            stored,
            refuses: None,
            writes: 0,
            asked: effects.clone(),
            effects,
            answers: None,
        }
    }

    /// From the start on, every order to a store is answered, and what else has an answer.
    pub fn answered(mut self, answers: Answers) -> Self {
        self.answers = Some(answers);
        for effect in self.effects.clone() {
            self.perform(&effect);
        }
        self
    }

    pub fn moment(&self) -> Moment {
        let zone = |name| ZoneName::parse(name).unwrap();
        Moment {
            now: self.now,
            zone: zone(self.place.zone),
            device: self.place.device.clone(),
            zones: self.place.zones.iter().map(|(name, offsets)| (zone(name), offsets.clone())).collect(),
            fresh: Ulid::from_parts(self.now.millis().unsigned_abs(), self.serial),
        }
    }

    /// A message, and all that follows from it.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        self.serial += 1000;
        let moment = self.moment();
        let effects = update(&mut self.model, &moment, msg);
        self.asked.extend(effects.iter().cloned());
        for effect in &effects {
            self.perform(effect);
        }
        self.effects = effects;
        self
    }

    fn perform(&mut self, effect: &Effect) {
        let answer = match effect {
            Effect::Go { route, .. } => Some(Msg::Navigated(*route)),
            Effect::Store(order) => self.order(order).map(|answer| Msg::StoreAnswered(order.clone(), answer)),
            _ => self.answers.and_then(|answers| answers(effect)),
        };
        if let Some(answer) = answer {
            self.tell(answer);
        }
    }

    fn order(&mut self, order: &Order) -> Option<Result<Vec<Record>, StoreFault>> {
        match order {
            Order::Write(write) => Some(self.write(write).map(|()| Vec::new())),
            _ if self.answers.is_none() => None,
            Order::Read(after) => {
                let after = after.as_deref().unwrap_or_default();
                Some(Ok(self.database.iter().filter(|record| record.key.as_str() > after).cloned().collect()))
            }
            Order::Lock | Order::Unlock => Some(Ok(Vec::new())),
        }
    }

    fn write(&mut self, write: &Write) -> Result<(), StoreFault> {
        if let Some(fault) = self.refuses {
            return Err(fault);
        }
        let rows = match write.engine {
            Engine::Local => &mut self.stored,
            Engine::Database => {
                self.writes += 1;
                &mut self.database
            }
        };
        rows.retain(|row| !write.remove.contains(&row.key) && write.put.iter().all(|new| new.key != row.key));
        rows.extend(write.put.iter().cloned());
        rows.sort();
        Ok(())
    }

    pub fn go(&mut self, route: Route) -> &mut Self {
        self.tell(Msg::Navigated(route))
    }

    pub fn typed(&mut self, field: Field, text: &str) -> &mut Self {
        self.tell(Msg::Typed(field, text.to_owned()))
    }

    pub fn fill(&mut self, fields: &[(Field, &str)]) -> &mut Self {
        for (field, text) in fields {
            self.typed(*field, text);
        }
        self
    }

    pub fn hours(&mut self, hours: i64) -> &mut Self {
        self.now = self.now.plus(hours * HOUR);
        self
    }

    pub fn days(&mut self, days: i64) -> &mut Self {
        self.hours(24 * days)
    }

    /// Adds a card of which this is said.
    pub fn adds(&mut self, fields: &[(Field, &str)]) -> CardId {
        self.go(Route::AddCard).fill(fields).tell(Msg::Submitted);
        *self.model.book.cards.keys().next_back().unwrap()
    }

    /// Begins a check of that card that is typed: `left`, `used` and so on, and the figure.
    pub fn types(&mut self, card: CardId, said: &str, figure: &str) -> &mut Self {
        self.go(Route::Log(Some(card)));
        self.fill(&[(Field::Mode, "type"), (Field::Said, said), (Field::Figure, figure)])
    }

    /// Logs how many GB are left.
    pub fn logs(&mut self, card: CardId, left: &str) -> EntryId {
        self.types(card, "left", left).typed(Field::Unit, "GB").tell(Msg::Submitted);
        self.last_entry()
    }

    /// Begins a check of that card by what its carrier said.
    pub fn pastes(&mut self, card: CardId, text: &str) -> &mut Self {
        self.go(Route::Log(Some(card))).fill(&[(Field::Mode, "paste"), (Field::Reply, text)])
    }

    pub fn last_entry(&self) -> EntryId {
        *self.model.book.entries.keys().next_back().unwrap()
    }

    /// The MB of the plan's data that are left, where that is known.
    pub fn left(&self, card: CardId) -> Option<u64> {
        let ledger = self.model.book.ledger(card)?;
        ledger.remaining(Bucket::General).map(|known| known.left.0 >> 20)
    }

    /// What is shown of the pasted reply.
    pub fn review(&self) -> Review {
        review(self.model.form().unwrap(), &self.model.book, &self.moment()).unwrap()
    }

    /// What stands in the way of saving.
    pub fn faults(&self) -> Vec<(Field, Fault)> {
        problems(&self.model, &self.moment()).iter().map(|problem| (problem.field, problem.fault)).collect()
    }

    /// The last text under that name that was kept for this device.
    pub fn local(&self, name: Local) -> Option<&str> {
        self.asked.iter().rev().find_map(|effect| match effect {
            Effect::KeepLocal(kept, text) if *kept == name => Some(text.as_str()),
            _ => None,
        })
    }
}
