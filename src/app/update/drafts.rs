//! The unfinished forms: what is kept of them, and those of tabs that are no more.

use crate::app::directory;
use crate::app::effect::{Draft, Effect, Local};
use crate::app::form::{drafts_from_text, drafts_to_text};
use crate::app::model::Model;

/// Keeps the forms that were begun.
pub(super) fn drafts(model: &Model) -> Effect {
    Effect::KeepLocal(Local::Drafts, drafts_to_text(&model.forms))
}

/// Goes on with forms that tabs left behind which are no more. Where this one has its own form at
/// a place, the other waits.
pub(super) fn found(model: &mut Model, drafts: &[Draft]) -> Vec<Effect> {
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
        left.push(Draft { key: draft.key.clone(), text: drafts_to_text(&waits) });
    }
    let mut effects = directory::wanted(model);
    effects.push(Effect::AdoptDrafts(drafts_to_text(&model.forms), left));
    effects
}
