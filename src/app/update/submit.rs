//! Sending a form off: what it says becomes a change of the book, or problems beside its fields.

use super::came::opened_from;
use super::forms::{leave, refused, replied, typed};
use super::keep::{keep, keep_beside, refuses};
use super::seldom::lacks;
use super::world::let_go;
use crate::app::effect::Effect;
use crate::app::form::{
    Field, Form, FormKind, Problem, When, learnt, parse_card, parse_check, parse_keep_alive, parse_top_up,
    put_opened_from, replies, says_more,
};
use crate::app::matching;
use crate::app::model::{Deed, Model, Undo};
use crate::app::route::Route;
use crate::app::texts::forgetting;
use crate::domain::{Book, CardId, Entry, EntryId, EventId, Fact, Moment};
use crate::journal::Change;
use std::rc::Rc;

pub(super) fn submitted(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(form) = model.form() else { return Vec::new() };
    let result = match form.kind {
        // A question is answered as it is typed, and a report is sent off by a message of its own.
        FormKind::Ask | FormKind::Report => return Vec::new(),
        FormKind::Card(id) => submitted_card(model, moment, form, id),
        FormKind::Check(id) => {
            parse_check(form, &model.book, moment).map(|entry| saved_entry(model, moment, form, id, entry))
        }
        FormKind::TopUp(id) => {
            parse_top_up(form, &model.book, moment).map(|entry| saved_entry(model, moment, form, id, entry))
        }
        FormKind::KeepAlive(id) => {
            parse_keep_alive(form, &model.book, moment).map(|entry| saved_entry(model, moment, form, id, entry))
        }
    };
    settled(model, moment, result)
}

/// Keeps what a form says and leaves the form, or shows what stands in the way.
pub(super) fn settled(model: &mut Model, moment: &Moment, result: Result<Outcome, Vec<Problem>>) -> Vec<Effect> {
    match result {
        Ok((change, _, card)) if refuses(model, &change) => refused(card),
        Ok((change, deed, card)) => {
            let Some(form) = model.form() else { return Vec::new() };
            let learnt = learnt(form, card, &model.book, moment);
            let rest = rest(form, &model.book, moment);
            let forgotten = forgetting(form, card, &model.book);
            let mut effects = keep(model, moment, change, deed);
            effects.extend(keep_learnt(model, moment, learnt));
            effects.extend(keep_beside(model, moment, forgotten));
            if matches!(deed, Deed::LoggedCheck | Deed::LoggedTopUp) {
                effects.extend(let_go(model, card));
            }
            if let Some(rest) = rest {
                effects.extend(go_on(model, moment, rest));
                return effects;
            }
            let home = model.home_card() == Some(card);
            // Whoever added a card in the middle of logging goes on with that.
            let logging = model.forms.iter().any(|(at, form)| *at == Route::Log(None) && form.touched);
            let check = unfinished(model, moment);
            let to = match deed {
                Deed::SavedReport => Route::Ways(card),
                Deed::AddedCard if logging => Route::Log(None),
                _ if check.is_some() => check.unwrap_or_default(),
                _ if home => Route::Home,
                _ => Route::Card(card),
            };
            // That is no coming back: nobody left it.
            for (_, form) in model.forms.iter_mut().filter(|(at, _)| *at == to) {
                form.restored = false;
            }
            effects.extend(leave(model, moment, to));
            effects
        }
        Err(problems) => {
            if let Some(form) = model.form_mut() {
                form.tried = problems.iter().map(|problem| problem.field).collect();
            }
            problems.first().map(|problem| Effect::Focus(problem.field)).into_iter().collect()
        }
    }
}

/// The check beside which the present top-up was logged, to be gone on with. One that says nothing
/// else is done.
fn unfinished(model: &mut Model, moment: &Moment) -> Option<Route> {
    let route = opened_from(model)?;
    let goes_on = model.forms.iter().any(|(at, form)| *at == route && says_more(form, &model.book, moment));
    model.forms.retain(|(at, _)| *at != route || goes_on);
    goes_on.then_some(route)
}

/// Keeps what was taught beside the check; the notice and its undo are of both.
fn keep_learnt(model: &mut Model, moment: &Moment, learnt: Vec<Change>) -> Vec<Effect> {
    let effects = keep_beside(model, moment, learnt);
    if !effects.is_empty() {
        model.undo = model.undo.map(|undo| Undo { deed: Deed::LoggedAndLearnt, ..undo });
    }
    effects
}

/// What stays in a form of several messages when one is logged.
fn rest(form: &Form, book: &Book, moment: &Moment) -> Option<String> {
    if form.kind != FormKind::Check(None) || form.get(Field::Mode) != "paste" {
        return None;
    }
    let card = matching::target(form, book, moment).and_then(|card| book.card(card));
    replies(form, card, book, moment).rest(form)
}

/// Goes on with the other messages of a paste.
fn go_on(model: &mut Model, moment: &Moment, rest: String) -> Vec<Effect> {
    let here = model.route;
    let form = model.forms.iter_mut().find(|(at, _)| *at == here).map(|(_, form)| form);
    if let (Route::Log(card), Some(form)) = (here, form) {
        form.tried = Vec::new();
        form.restored = false;
        put_opened_from(form, card);
        form.set(Field::When, When::Now.word());
        form.set(Field::Note, "");
        form.set(Field::Rest, "rest");
        replied(form, &model.book, moment, rest);
    }
    let mut effects = typed(model, moment, Field::ReplyOpen, String::new());
    effects.push(Effect::Focus(Field::Reply));
    effects
}

/// The entry that the form at the present place would keep, where it is one of an entry; of a form that is seldom
/// filled in see [`lacks`].
///
/// # Errors
///
/// What stands in the way of saving it.
pub fn drafted(model: &Model, moment: &Moment) -> Result<Option<Entry>, Vec<Problem>> {
    let Some(form) = model.form() else { return Ok(None) };
    match form.kind {
        FormKind::Card(id) => parse_card(form, moment, id.and_then(|id| model.book.card(id))).map(|_| None),
        FormKind::Check(_) => parse_check(form, &model.book, moment).map(Some),
        FormKind::TopUp(_) => parse_top_up(form, &model.book, moment).map(Some),
        FormKind::KeepAlive(_) => parse_keep_alive(form, &model.book, moment).map(Some),
        FormKind::Report | FormKind::Ask => Ok(None),
    }
}

/// What stands in the way of saving the form at the present place.
#[must_use]
pub fn problems(model: &Model, moment: &Moment) -> Vec<Problem> {
    let often = drafted(model, moment).err().unwrap_or_default();
    if often.is_empty() { lacks(model, moment) } else { often }
}

/// What is to be kept, how that is called, and of which card it is.
pub(super) type Outcome = (Change, Deed, CardId);

fn submitted_card(model: &Model, moment: &Moment, form: &Form, id: Option<CardId>) -> Result<Outcome, Vec<Problem>> {
    let kept = id.and_then(|id| model.book.cards.get(&id));
    let value = parse_card(form, moment, kept.map(|kept| &*kept.value))?;
    let card = id.unwrap_or(CardId(moment.fresh));
    let deed = if id.is_some() { Deed::ChangedCard } else { Deed::AddedCard };
    let replaces = kept.map(|kept| opened(form).unwrap_or(kept.version));
    Ok((Change::SavedCard { card, replaces, value: value.into() }, deed, card))
}

fn saved_entry(model: &Model, moment: &Moment, form: &Form, id: Option<EntryId>, value: Entry) -> Outcome {
    let deed = match (&value.fact, id) {
        (_, Some(_)) => Deed::ChangedEntry,
        (Fact::Check(_), None) => Deed::LoggedCheck,
        (Fact::TopUp(_), None) => Deed::LoggedTopUp,
        (Fact::KeepAlive(_), None) => Deed::LoggedKeepAlive,
    };
    let kept = id.and_then(|id| model.book.entries.get(&id));
    let replaces = kept.map(|kept| opened(form).unwrap_or(kept.version));
    let card = value.card;
    let change = Change::SavedEntry { entry: id.unwrap_or(EntryId(moment.fresh)), replaces, value: Rc::new(value) };
    (change, deed, card)
}

/// The version that stood when the form was opened, which is what was seen and changed: another
/// tab's change since then was made apart from this one.
pub(super) fn opened(form: &Form) -> Option<EventId> {
    EventId::parse(form.get(Field::Version))
}
