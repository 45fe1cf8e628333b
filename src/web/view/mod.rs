//! The screens: functions from what a screen shows to markup.
//!
//! They hold nothing and decide nothing: words come from `i18n`, states from `app::screen`, and
//! every tap is one message. The one component is [`Page`], so that the screens can be rendered
//! natively too.

mod alerts;
mod calendar;
mod card;
mod cards;
mod carry;
mod changes;
mod chart;
mod clerk;
mod empty;
mod erase;
mod form;
mod gauge;
mod heard;
mod history;
pub(super) mod notice;
pub(super) mod open;
mod out;
mod parts;
mod pay;
mod reported;
mod say;
mod settings;
mod tips;
mod way;
mod ways;

use super::later;
use crate::app::screen::card_screen;
use crate::app::{Model, Msg, Route, sample};
use crate::domain::{CardId, Moment};
use crate::i18n::Lang;
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, Properties, component, html};

/// What the page is made from.
#[derive(Clone, Debug, Properties)]
pub struct PageProps {
    /// The model.
    pub model: Rc<Model>,
    /// The moment at which it is looked at.
    pub moment: Rc<Moment>,
    /// Where every message goes.
    pub send: Callback<Msg>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && Rc::ptr_eq(&self.moment, &other.moment) && self.send == other.send
    }
}

/// The whole page as a component, for rendering it natively.
#[component]
pub fn Page(props: &PageProps) -> Html {
    page(&props.model, &props.moment, &props.send)
}

/// The whole page at a moment.
fn page(model: &Model, moment: &Moment, send: &Callback<Msg>) -> Html {
    whole(model, moment, send, None)
}

/// The whole page; with a way to fetch the later part of the program again where it did not come.
pub(super) fn whole(model: &Model, moment: &Moment, send: &Callback<Msg>, again: Option<Callback<MouseEvent>>) -> Html {
    let view = View { model, moment, lang: model.lang, send };
    // What a stranger is shown has nothing else on it.
    if matches!(model.route, Route::Clerk(_)) {
        return screen(&view);
    }
    html! {
        <>
            { for again.map(|again| parts::missing(view.lang, again)) }
            { later::standing(&view) }
            { screen(&view) }
            { later::undo(&view) }
        </>
    }
}

/// What every screen is given.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) model: &'a Model,
    pub(crate) moment: &'a Moment,
    pub(crate) lang: Lang,
    pub(crate) send: &'a Callback<Msg>,
}

impl View<'_> {
    /// A callback that sends this message, whatever the event was.
    pub(crate) fn on<E: 'static>(&self, msg: Msg) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(msg.clone()))
    }
}

/// The screens of the first look; all others come later.
fn screen(view: &View<'_>) -> Html {
    let model = view.model;
    let found = match model.route {
        Route::Home | Route::Cards if model.book.cards.is_empty() => Some(empty::empty(view)),
        Route::Home => match model.home_card() {
            Some(card) => on_card(view, card),
            None => Some(cards::cards(view)),
        },
        Route::Cards => Some(cards::cards(view)),
        Route::Card(card) => on_card(view, card),
        _ => return later::screen(view),
    };
    found.unwrap_or_else(|| empty::gone(view))
}

fn on_card(view: &View<'_>, id: CardId) -> Option<Html> {
    card_screen(&view.model.book, view.moment, id, view.model.range).map(|screen| card::card(view, &screen))
}

/// Every other screen.
pub(super) fn other_screen(view: &View<'_>) -> Html {
    let model = view.model;
    let found = match model.route {
        Route::Ways(card) => model.book.card(card).map(|_| ways::ways(view, card)),
        Route::Pay(card) => pay::pay(view, card),
        Route::RunOut(card) => out::out(view, card),
        Route::Reminders(card) => calendar::calendar(view, card),
        Route::Clerk(card) => clerk::clerk(view, card),
        Route::Changes => Some(changes::changes(view)),
        Route::Settings => Some(settings::settings(view)),
        Route::Erase(scope) => erase::erase(view, scope),
        Route::Data => Some(carry::data(view)),
        Route::Import => Some(carry::import(view)),
        Route::Sample => sample(view.moment, empty::sample_name(view.lang)).and_then(|(book, id)| {
            card_screen(&book, view.moment, id, model.range).map(|screen| card::sample(view, &screen))
        }),
        _ => model.form().map(|filled| form::form(view, filled)),
    };
    // A place whose card or entry is not here (deleted, or not yet read from the database).
    found.unwrap_or_else(|| empty::gone(view))
}
