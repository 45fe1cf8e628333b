//! The screens: functions from what a screen shows to markup.
//!
//! They hold nothing and decide nothing: words come from `i18n`, states from `app::screen`, and
//! every tap is one message. The one component is [`Page`], so that the screens can be rendered
//! natively too.

pub(super) mod alerts;
mod calendar;
pub(super) mod card;
mod cards;
mod carry;
mod changes;
mod chart;
mod clerk;
mod cursor;
mod day_plan;
mod empty;
mod erase;
mod figures;
mod form;
mod gauge;
mod heard;
mod history;
pub(super) mod notice;
mod number;
mod open;
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
use crate::domain::{Base, Bytes, CardId, Currency, Date, Moment, Unit};
use crate::i18n::text::screens::Word;
use crate::i18n::{Lang, format};
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
    pub send: Callback<Rc<Msg>>,
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
fn page(model: &Model, moment: &Moment, send: &Callback<Rc<Msg>>) -> Html {
    whole(model, moment, send, Arrived::All)
}

/// How much of the program is there, as far as somebody at this place notices.
#[derive(Clone, PartialEq)]
pub(super) enum Arrived {
    /// All that is wanted here.
    All,
    /// The part of this place is on its way.
    Opening,
    /// A part did not come: what this means, and the way to fetch it again.
    Missing(Word, Callback<MouseEvent>),
}

/// The whole page, as far as it has arrived.
pub(super) fn whole(model: &Model, moment: &Moment, send: &Callback<Rc<Msg>>, arrived: Arrived) -> Html {
    let view = View { model, moment, lang: model.lang, send, small: Unit::MB, money: None };
    let is_here = arrived == Arrived::All || !model.route.is_seldom();
    // What a stranger is shown has nothing else on it.
    if is_here && matches!(model.route, Route::Clerk(_)) {
        return screen(&view);
    }
    html! {
        <>
            if let Arrived::Missing(says, again) = &arrived { { parts::missing(view.lang, *says, again.clone()) } }
            { later::standing(&view) }
            if is_here { { screen(&view) } } else { { parts::opening(&view, arrived == Arrived::Opening) } }
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
    pub(crate) send: &'a Callback<Rc<Msg>>,
    /// The unit of amounts below a gigabyte, of the card that is seen.
    pub(crate) small: Unit,
    /// The currency of what is seen, where that is money.
    pub(crate) money: Option<Currency>,
}

impl View<'_> {
    /// The same for a card of which small amounts are shown in that unit.
    pub(crate) const fn sized(self, small: Unit) -> Self {
        Self { small, ..self }
    }

    /// An amount of data of the card that is seen: every one that was computed is said here.
    pub(crate) fn data(&self, amount: Bytes, base: Base) -> String {
        format::data(amount, base, self.small)
    }

    /// Today by the reader's own clock.
    pub(crate) fn today(&self) -> Date {
        self.moment.device.date(self.moment.now)
    }

    /// A callback that sends this message, whatever the event was.
    pub(crate) fn on<E: 'static>(&self, msg: Msg) -> Callback<E> {
        // It is copied where it is heard, in the part that has an answer to it.
        let (send, msg) = (self.send.clone(), Rc::new(msg));
        Callback::from(move |_| send.emit(Rc::clone(&msg)))
    }
}

/// The screens of the first look; all others come later, or when they are wanted.
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
        route if route.is_seldom() => return later::seldom_screen(view),
        _ => return later::screen(view),
    };
    // What is not here (deleted, or not yet read from the database) is said with what comes later.
    found.unwrap_or_else(|| later::screen(view))
}

fn on_card(view: &View<'_>, id: CardId) -> Option<Html> {
    card_screen(&view.model.book, view.moment, id, view.model.range).map(|screen| card::card(view, &screen))
}

/// The screens on which something is logged, the forms; and that what was looked for is not here.
pub(super) fn other_screen(view: &View<'_>) -> Html {
    view.model.form().map_or_else(|| empty::gone(view), |filled| form::form(view, filled))
}

/// The screens that are seldom opened: those of a [seldom place](Route::is_seldom).
pub(super) fn seldom_screen(view: &View<'_>) -> Html {
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
        _ => model.form().map(|filled| form::seldom(view, filled)),
    };
    // A place whose card or entry is not here (deleted, or not yet read from the database).
    found.unwrap_or_else(|| empty::gone(view))
}
