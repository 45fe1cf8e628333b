//! The unfinished forms: what is kept of them, and those of tabs that are no more.

use crate::app::directory;
use crate::app::effect::{Draft, Effect, Local};
use crate::app::form::{Form, drafted_form, drafts_from_text, drafts_to_text};
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::Moment;

/// Keeps the forms that were begun.
pub(super) fn drafts(model: &Model, moment: &Moment) -> Effect {
    Effect::KeepLocal(Local::Drafts, text_of(&model.forms, model, moment))
}

/// The forms as text, without what no draft holds.
fn text_of(forms: &[(Route, Form)], model: &Model, moment: &Moment) -> String {
    let begun = forms.iter().filter(|(_, form)| form.touched);
    let drafts: Vec<(Route, Form)> =
        begun.map(|(route, form)| (*route, drafted_form(form, &model.book, moment))).collect();
    drafts_to_text(&drafts)
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
        left.push(Draft { key: draft.key.clone(), text: text_of(&waits, model, moment) });
    }
    let mut effects = directory::wanted(model);
    effects.push(Effect::AdoptDrafts(text_of(&model.forms, model, moment), left));
    effects
}
