//! What the world says: the address, and that somebody is back.

use super::{forms, paid};
use crate::app::awaited::{Awaited, Errand};
use crate::app::carry::Incoming;
use crate::app::directory;
use crate::app::effect::{Effect, Local};
use crate::app::form::{Field, date_time_text};
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::{CardId, Moment, Source};

pub(super) fn navigated(model: &mut Model, moment: &Moment, route: Route) -> Vec<Effect> {
    let here = model.route;
    if here != route {
        // A form in which nothing was typed is not worth coming back to.
        model.forms.retain(|(at, form)| *at == route || form.touched);
        model.clipboard = None;
        model.wiped = None;
        model.carry.leave();
        if route != Route::Import && !matches!(model.carry.incoming, Incoming::Writing(_)) {
            model.carry.incoming = Incoming::Nothing;
        }
        model.number_revealed = false;
        if !matches!(route, Route::Pay(_) | Route::RunOut(_) | Route::TopUp(_) | Route::Log(_)) {
            model.paying = None;
        }
        model.copied = None;
        model.tables = false;
        model.rows = Model::PAGE;
        for (_, form) in model.forms.iter_mut().filter(|(at, _)| *at == here) {
            form.restored = true;
            // Another time the trip is asked about as ever.
            if here == Route::Trip {
                form.set(Field::Asked, "");
            }
        }
    }
    model.route = route;
    forms::open(model, moment, route);
    hold_now(model, moment);
    let sought = model.sought.take().map(Effect::Focus);
    directory::wanted(model).into_iter().chain(sought).collect()
}

/// Somebody comes back to a form.
fn hold_now(model: &mut Model, moment: &Moment) {
    let here = model.route;
    if let Some((_, form)) = model.forms.iter_mut().find(|(at, _)| *at == here) {
        form.hold_now(&model.book, moment);
    }
}

/// Somebody leaves for a card, and will be asked about it.
pub(super) fn left(model: &mut Model, moment: &Moment, card: CardId, errand: Errand) -> Vec<Effect> {
    let awaited = Awaited { card, errand, since: Some(moment.now) };
    model.awaited = Some(awaited);
    vec![Effect::KeepLocal(Local::Awaited, awaited.text())]
}

/// Nobody is asked any more about what was left for on a card.
pub(super) fn let_go(model: &mut Model, card: CardId) -> Option<Effect> {
    model.awaited.take_if(|awaited| awaited.card == card).map(|_| Effect::KeepLocal(Local::Awaited, String::new()))
}

/// Whoever left to ask the carrier comes back to the question what it said, and whoever left to pay whether that was
/// done: of the time at which they left, where that is a while ago. Whoever left to pay in the middle of a reply finds
/// the form of what was paid for.
pub(super) fn came_back(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    hold_now(model, moment);
    let Some(awaited) = model.awaited else { return Vec::new() };
    let Awaited { card, errand, since } = awaited;
    let mut effects: Vec<Effect> = let_go(model, card).into_iter().collect();
    let writes = match model.route {
        Route::Log(_) => true,
        Route::TopUp(_) => errand == Errand::Pay,
        _ => false,
    };
    if model.book.card(card).is_none() || writes || awaited.is_over(moment) {
        return effects;
    }
    let (source, asked) = match errand {
        Errand::Ask(source) => (source, "asked"),
        Errand::Pay => (Source::Text, "paid"),
    };
    let since = since.map_or_else(String::new, |since| date_time_text(moment, since));
    let route = Route::Log(Some(card));
    // A reply that was begun is about something else: what was paid for has a form of its own.
    if errand == Errand::Pay && model.forms.iter().any(|(at, form)| *at == route && form.touched) {
        effects.extend(paid::was_paid(model, moment, card, vec![(Field::Touched, since)]));
        return effects;
    }
    effects.extend(forms::asked(model, moment, card, source));
    if let Some((_, form)) = model.forms.iter_mut().find(|(at, form)| *at == route && !form.touched) {
        form.set(Field::Asked, asked);
        form.set(Field::Touched, since);
        form.hold_now(&model.book, moment);
    }
    effects
}
