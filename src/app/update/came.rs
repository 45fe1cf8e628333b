//! What came before a check: the form of a top-up or of a new cycle, opened from the check that tells of it.

use super::drafts::drafts;
use super::forms::open;
use super::keep::keep;
use crate::app::effect::Effect;
use crate::app::form::{Came, Field, instant, put_rise, put_top_up};
use crate::app::model::{Deed, Model};
use crate::app::route::Route;
use crate::domain::{CardId, EntryId, Fact, Moment};
use crate::journal::Change;
use std::rc::Rc;

/// Opens the form of the top-up of which the check at hand speaks, with what that says of it, or of the new
/// cycle that it found. A top-up that was begun by itself stays as it is.
pub(super) fn beside(model: &mut Model, moment: &Moment, card: CardId, came: Came) -> Vec<Effect> {
    let (here, route) = (model.route, Route::TopUp(card));
    let check = model.form().cloned();
    model.forms.retain(|(at, form)| *at != route || form.touched && form.get(Field::Beside).is_empty());
    let begun = model.forms.iter().any(|(at, _)| *at == route);
    open(model, moment, route);
    let form = model.forms.iter_mut().find(|(at, _)| *at == route && !begun);
    if let (Some((_, form)), Some(check)) = (form, check) {
        put_top_up(form, &check, &model.book, moment);
        put_rise(form, instant(&check, moment), came, card, &model.book, moment);
        form.set(Field::Beside, here.address());
        form.touched = true;
    }
    vec![drafts(model, moment), Effect::Go { route, replace: false }]
}

/// Opens the form of what explains that a kept check found more. One that was begun stays as it is.
pub(super) fn explained(model: &mut Model, moment: &Moment, check: EntryId, came: Came) -> Vec<Effect> {
    let Some((card, found)) = model.book.entry(check).map(|entry| (entry.card, entry.at)) else { return Vec::new() };
    let route = Route::TopUp(card);
    model.forms.retain(|(at, form)| *at != route || form.touched);
    let begun = model.forms.iter().any(|(at, _)| *at == route);
    open(model, moment, route);
    let form = model.forms.iter_mut().find(|(at, _)| *at == route && !begun);
    if let Some((_, form)) = form {
        put_rise(form, found, came, card, &model.book, moment);
        form.touched = true;
    }
    vec![drafts(model, moment), Effect::Go { route, replace: false }]
}

/// Notes that a kept check is right.
pub(super) fn sure(model: &mut Model, moment: &Moment, entry: EntryId) -> Vec<Effect> {
    let Some(kept) = model.book.entries.get(&entry) else { return Vec::new() };
    let (mut value, replaces) = (Rc::clone(&kept.value), Some(kept.version));
    if let Fact::Check(check) = &mut Rc::make_mut(&mut value).fact {
        check.sure = true;
    }
    keep(model, moment, Change::SavedEntry { entry, replaces, value }, Deed::ChangedEntry)
}

/// The form of the check from which the present one was opened, where that is still there.
pub(super) fn opened_from(model: &Model) -> Option<Route> {
    let route = Route::parse(model.form().map(|form| form.get(Field::Beside)).filter(|address| !address.is_empty())?);
    model.forms.iter().any(|(at, _)| *at == route).then_some(route)
}
