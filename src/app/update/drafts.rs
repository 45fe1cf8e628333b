//! The unfinished forms: what is kept of them, and those of tabs that are no more.

use crate::app::directory;
use crate::app::effect::{Draft, Effect, Local};
use crate::app::form::{Field, Form, drafted_reply, drafts_from_text, drafts_to_text};
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::{Book, Moment};

/// Keeps the forms that were begun.
pub(super) fn drafts(model: &mut Model, moment: &Moment) -> Effect {
    let text = text_of(&mut model.forms, &model.book, moment);
    Effect::KeepLocal(Local::Drafts, text)
}

/// The forms as text, without what no draft holds. A reply is read only where that is not known any more.
fn text_of(forms: &mut [(Route, Form)], book: &Book, moment: &Moment) -> String {
    for (_, form) in forms.iter_mut().filter(|(_, form)| form.touched && form.drafted.is_none()) {
        form.drafted = Some(drafted_reply(form, book, moment));
    }
    drafts_to_text(forms)
}

/// What is known of drafts was of another book. Where a reply was begun, they are to be kept anew: of its card no text
/// may be kept any more.
pub(super) fn of_another_book(model: &mut Model, moment: &Moment) -> Option<Effect> {
    for (_, form) in &mut model.forms {
        form.drafted = None;
    }
    let reply = |(_, form): &(Route, Form)| form.touched && !form.get(Field::Reply).is_empty();
    model.forms.iter().any(reply).then(|| drafts(model, moment))
}

/// Goes on with forms that tabs left behind which are no more. Where this one has its own form at
/// a place, the other waits.
pub(super) fn found(model: &mut Model, moment: &Moment, drafts: &[Draft]) -> Vec<Effect> {
    let mut left = Vec::new();
    for draft in drafts {
        let mut waits = Vec::new();
        for (route, form) in drafts_from_text(&draft.text) {
            if model.forms.iter().any(|(at, form)| *at == route && form.touched) {
                waits.push((route, form));
            } else {
                model.forms.retain(|(at, _)| *at != route);
                model.forms.push((route, form));
            }
        }
        left.push(Draft { key: draft.key.clone(), text: text_of(&mut waits, &model.book, moment) });
    }
    let mut effects = directory::wanted(model);
    effects.push(Effect::AdoptDrafts(text_of(&mut model.forms, &model.book, moment), left));
    effects
}
