//! Carrying out: the backup, and the browser's promise to keep what is stored. What comes in is in
//! `incoming`.

use crate::app::carry::{Freight, HandFault, Handing, Incoming, Move, Parcel, Refusal, Way};
use crate::app::effect::{Effect, Local};
use crate::app::model::Model;
use crate::domain::{EventId, Moment};
use crate::journal::{Backup, StoreFault};

/// What is not seldom of the [moves](Move).
pub(super) fn moved(model: &mut Model, moment: &Moment, said: Move) -> Vec<Effect> {
    let carry = &mut model.carry;
    match said {
        Move::AskedBackup(way) => return backup(model, moment, way),
        Move::HandedOver(freight, result) => return handed_over(model, moment, freight, result),
        Move::Postponed => {
            carry.care.postponed = Some(moment.now);
            return vec![care(model)];
        }
        Move::CanShare(answer) => carry.can.share = answer,
        Move::Persisted(answer) => carry.persisted = answer,
        _ => {}
    }
    Vec::new()
}

/// What is asked of the browser once somebody has something to lose.
pub(super) fn after_saving(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let something = !model.book.entries.is_empty();
    let may = model.carry.persisted == Some(false) && model.carry.care.may_ask(moment.now);
    if something && may { ask(model, moment) } else { Vec::new() }
}

pub(super) fn ask(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    model.carry.care.asked = Some(moment.now);
    vec![Effect::Persist { ask: true }, care(model)]
}

fn care(model: &Model) -> Effect {
    Effect::KeepLocal(Local::Care, model.carry.care.text())
}

fn backup(model: &mut Model, moment: &Moment, way: Way) -> Vec<Effect> {
    let carry = &mut model.carry;
    if carry.secret_fault().is_some() || matches!(carry.handing, Some(Handing::Working(..))) {
        return Vec::new();
    }
    carry.handing = Some(Handing::Working(way, model.journal.largest_id().map(EventId)));
    let date = moment.device.date(moment.now);
    let parcel = Parcel::Backup(Backup::of(&model.journal), carry.locked.then(|| carry.secret.clone()));
    vec![Effect::HandOver { way, name: format!("sim-gauge-{date}"), parcel }]
}

fn handed_over(model: &mut Model, moment: &Moment, freight: Freight, result: Result<(), HandFault>) -> Vec<Effect> {
    let carry = &mut model.carry;
    if freight == Freight::Carrier {
        // Its place was left meanwhile: then there is nobody to tell.
        if let Some(Handing::Working(way, _)) = carry.shared {
            carry.shared = match result {
                Ok(()) => Some(Handing::Done(way)),
                Err(HandFault::Cancelled) => None,
                Err(HandFault::Failed) => Some(Handing::Failed),
            };
        }
        return Vec::new();
    }
    let Some(Handing::Working(way, last)) = carry.handing else { return Vec::new() };
    match result {
        Ok(()) => {
            carry.leave();
            carry.handing = Some(Handing::Done(way));
            // What stands in the clipboard is on its way, and in no safe place yet.
            if way == Way::Copy {
                return Vec::new();
            }
            carry.care.backup = Some((moment.now, last));
            carry.care.postponed = None;
            vec![care(model)]
        }
        Err(HandFault::Cancelled) => {
            carry.handing = None;
            Vec::new()
        }
        Err(HandFault::Failed) => {
            carry.handing = Some(Handing::Failed);
            Vec::new()
        }
    }
}

/// The stores are done with a job. Says whether it was an import.
pub(super) fn ended(model: &mut Model, result: Result<(), StoreFault>) -> bool {
    let Incoming::Writing(count) = model.carry.incoming else { return false };
    model.carry.incoming = match result {
        Ok(()) => Incoming::Taken(count),
        Err(fault) => Incoming::Refused(Refusal::Unstored(fault)),
    };
    true
}
