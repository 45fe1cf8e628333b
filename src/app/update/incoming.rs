//! Carrying in: backups, tables and carriers from outside; and what is chosen at the places where
//! things are carried.
//!
//! Nothing comes in before the person has seen what it would change, and then all of it does at
//! once.

use super::carry::ask;
use crate::app::carry::{Handing, Incoming, Listing, Move, Parcel, Ready, Refusal, Rows, Secret, Way, file_of, news};
use crate::app::directory;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::route::Route;
use crate::app::table::{Table, all_entries, top_ups};
use crate::domain::{Book, CardId, DAY_MS, EventId, Moment, Report, ReportId, ReportText, Ulid};
use crate::guide::{CarrierFile, NoCarrier};
use crate::i18n::Lang;
use crate::journal::{Change, Event, Job, Outside, Record, Scope, Unreadable, read, read_table};

/// What is seldom of the [moves](Move).
pub(super) fn moved(model: &mut Model, moment: &Moment, said: Move) -> Vec<Effect> {
    let carry = &mut model.carry;
    match said {
        Move::ChoseLock(locked) => {
            carry.leave();
            carry.locked = locked;
        }
        Move::TypedSecret(secret) => carry.secret = secret,
        Move::TypedAgain(secret) => carry.again = secret,
        Move::AskedPersist => return ask(model, moment),
        Move::AskedFile => return vec![Effect::PickFile],
        Move::AskedClipboard => return vec![Effect::ReadText],
        Move::Read(Ok(text)) => return arrived(model, moment, &text),
        Move::Read(Err(refusal)) => carry.incoming = Incoming::Refused(refusal),
        Move::TypedKey(typed) => {
            if let Incoming::Sealed { key, wrong, .. } = &mut carry.incoming {
                *key = typed;
                *wrong = false;
            }
        }
        Move::SubmittedKey => return unseal(model),
        Move::Unsealed(result) => return unsealed(model, moment, result),
        Move::Summed(sum) => compare(model, moment, sum.as_deref()),
        Move::AskedTable(listing) => return vec![table(model, moment, listing)],
        Move::PutColumn(column, place) => retell(model, moment, |table| table.put(column, place)),
        Move::ChoseKind(kind) => retell(model, moment, |table| table.kind = Some(kind)),
        Move::ChoseUnit(unit) => retell(model, moment, |table| table.unit = Some(unit)),
        Move::ChoseOrder(day_first) => retell(model, moment, |table| table.day_first = Some(day_first)),
        Move::ChoseCard(card) => retell(model, moment, |table| table.card = Some(card)),
        Move::ChoseWiped(back) => {
            if let Incoming::Ready(ready) = &carry.incoming {
                let ready = Ready::new(&model.journal, ready.journal.clone(), moment.now, back);
                carry.incoming = Incoming::Ready(Box::new(ready));
            }
        }
        Move::Accepted => return accepted(model, moment),
        Move::Dropped => carry.incoming = Incoming::Nothing,
        Move::AskedCarrier(card, way) => return share(model, card, way),
        // These are in `carry`.
        Move::AskedBackup(_) | Move::HandedOver(..) | Move::Postponed | Move::CanShare(_) | Move::Persisted(_) => {}
    }
    Vec::new()
}

/// Something came from outside: a file, the clipboard, what was decrypted.
fn arrived(model: &mut Model, moment: &Moment, text: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    // Where it comes from, tomorrow may have begun.
    match CarrierFile::read(text, moment.device.date(moment.now.plus(DAY_MS))) {
        Ok(file) => {
            effects.extend(directory::asked(model));
            model.carry.incoming = Incoming::Carrier(Box::new(file));
        }
        Err(NoCarrier::Foreign) => effects.extend(opened(model, moment, text)),
        Err(fault) => model.carry.incoming = Incoming::Refused(Refusal::Carrier(fault)),
    }
    if model.route != Route::Import {
        effects.push(Effect::Go { route: Route::Import, replace: false });
    }
    effects
}

/// A backup, or a table.
fn opened(model: &mut Model, moment: &Moment, text: &str) -> Option<Effect> {
    let carry = &mut model.carry;
    let mut sum = None;
    carry.incoming = match read(text) {
        Ok(Outside::Opened(opened)) => {
            sum = Some(Effect::Sum(opened.body().map(ToOwned::to_owned)));
            Incoming::Opened(opened)
        }
        Ok(Outside::Sealed(_)) if !carry.can.crypto => Incoming::Refused(Refusal::NoCrypto),
        Ok(Outside::Sealed(file)) => Incoming::Sealed { file, key: Secret::default(), busy: false, wrong: false },
        Err(Unreadable::Foreign) if may_be_table(text) => match read_table(text) {
            Ok(rows) => {
                let table = Table::new(rows, &model.book.in_use());
                let found = table.found(&model.journal, moment);
                Incoming::Table(Box::new(Rows { table, found }))
            }
            Err(unordered) => Incoming::Refused(Refusal::Unordered(unordered)),
        },
        Err(unreadable) => Incoming::Refused(Refusal::Unreadable(unreadable)),
    };
    sum
}

fn unseal(model: &mut Model) -> Vec<Effect> {
    match &mut model.carry.incoming {
        Incoming::Sealed { file, key, busy, .. } if !*busy && !key.0.is_empty() => {
            *busy = true;
            vec![Effect::Unseal(file.clone(), key.clone())]
        }
        _ => Vec::new(),
    }
}

fn unsealed(model: &mut Model, moment: &Moment, result: Result<String, Refusal>) -> Vec<Effect> {
    let Incoming::Sealed { busy, wrong, .. } = &mut model.carry.incoming else { return Vec::new() };
    match result {
        Ok(text) => arrived(model, moment, &text),
        Err(Refusal::Key) => {
            (*busy, *wrong) = (false, true);
            Vec::new()
        }
        Err(refusal) => {
            model.carry.incoming = Incoming::Refused(refusal);
            Vec::new()
        }
    }
}

fn compare(model: &mut Model, moment: &Moment, sum: Option<&str>) {
    let carry = &mut model.carry;
    carry.incoming = match std::mem::take(&mut carry.incoming) {
        Incoming::Opened(opened) => match opened.journal(sum) {
            Ok(theirs) => Incoming::Ready(Box::new(Ready::new(&model.journal, theirs, moment.now, false))),
            Err(unreadable) => Incoming::Refused(Refusal::Unreadable(unreadable)),
        },
        other => other,
    };
}

/// Whether a text that is no backup may be a table: other formats begin with signs of their own.
fn may_be_table(text: &str) -> bool {
    !text.trim_start().starts_with(['{', '[', '<', '%']) && !text.contains('\u{0}')
}

fn retell(model: &mut Model, moment: &Moment, tell: impl FnOnce(&mut Table)) {
    if let Incoming::Table(rows) = &mut model.carry.incoming {
        tell(&mut rows.table);
        rows.found = rows.table.found(&model.journal, moment);
    }
}

fn table(model: &Model, moment: &Moment, listing: Listing) -> Effect {
    let date = moment.device.date(moment.now);
    let (name, write): (_, fn(&Book, &Moment, Lang) -> String) = match listing {
        Listing::Entries => ("entries", all_entries),
        Listing::TopUps => ("top-ups", top_ups),
    };
    Effect::DownloadTable { name: format!("sim-gauge-{name}-{date}.csv"), text: write(&model.book, moment, model.lang) }
}

fn accepted(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    if model.stores.is_busy() {
        return Vec::new();
    }
    // Another tab may have written since it was shown.
    let (records, back) = match &model.carry.incoming {
        Incoming::Ready(ready) => {
            let merge = model.journal.compare(&ready.journal, moment.now, ready.back);
            (merge.records, ready.back && merge.wiped > 0)
        }
        Incoming::Carrier(file) => {
            let new = news(file, &model.directory, &model.book, moment, model.lang).unwrap_or_default();
            let first = model.journal.largest_id().map_or(moment.fresh, |largest| moment.fresh.max(largest.plus(1)));
            (records(new, first), false)
        }
        Incoming::Table(rows) => {
            let first = model.journal.largest_id().map_or(moment.fresh, |largest| moment.fresh.max(largest.plus(1)));
            (rows.table.found(&model.journal, moment).records(EventId(first), moment), false)
        }
        _ => return Vec::new(),
    };
    if records.is_empty() {
        return Vec::new();
    }
    model.carry.incoming = Incoming::Writing(records.len());
    super::stores::orders(model.stores.begin(Job::Import(records, back.then_some(Scope::All))))
}

/// Each report as an event of its own, named from `first` on.
fn records(reports: Vec<Report>, first: Ulid) -> Vec<Record> {
    let mut id = first;
    let record = |report: Report| {
        let value = ReportText::of(&report);
        let change = Change::SavedReport { report: ReportId(id), replaces: None, value };
        let record = Record::of(&Event { id: EventId(id), change });
        id = id.plus(1);
        record
    };
    reports.into_iter().map(record).collect()
}

/// What is known of a card's carrier as a file.
fn share(model: &mut Model, card: CardId, way: Way) -> Vec<Effect> {
    let file = file_of(&model.directory, &model.book, card, model.lang);
    let Some(file) = file else { return Vec::new() };
    model.carry.shared = Some(Handing::Working(way, None));
    let id = if file.listing.id.is_empty() { "carrier" } else { file.listing.id.as_str() };
    vec![Effect::HandOver { way, name: ["sim-gauge-", id].concat(), parcel: Parcel::Carrier(file.text()) }]
}
