//! The top-up of which a reply speaks: whether it is what was waited for, and what is done about it.

use super::super::pay;
use super::field::Sheet;
use super::reply;
use crate::app::Msg;
use crate::app::screen;
use crate::domain::{Card, CardId};
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_reply::{self as words, Review};
use crate::plan::Waiting;
use crate::sms::{Role, Value};
use crate::web::view::parts;
use yew::{Html, html};

/// What was paid for and has not arrived on the card that is meant.
pub(super) fn waits(sheet: &Sheet<'_>) -> Vec<Waiting> {
    let (book, moment) = (&sheet.view.model.book, sheet.view.moment);
    let card = screen::target(sheet.form, book, moment).card;
    card.map(|card| screen::waiting(book, moment, card)).unwrap_or_default()
}

/// All of it, each with the way to say that it has arrived.
pub(super) fn awaited(sheet: &Sheet<'_>) -> Html {
    let card = screen::target(sheet.form, &sheet.view.model.book, sheet.view.moment).card;
    card.map(|card| pay::awaited(&sheet.view, card)).unwrap_or_default()
}

/// What is to be done about the top-up of which a reply speaks: it is what was waited for, or it is logged.
/// Nothing where that is not known, or several wait: those have their own buttons.
pub(super) fn arrived(sheet: &Sheet<'_>, class: &'static str, card: Option<CardId>) -> Html {
    let view = &sheet.view;
    match (waits(sheet).as_slice(), card) {
        ([one], _) => parts::button(class, Label::HasArrived.say(view.lang), view.on(Msg::SawArrival(one.entry))),
        ([], Some(card)) => parts::button(class, sheet.say(Label::LogTopUp), view.on(Msg::StartedTopUp(card))),
        _ => Html::default(),
    }
}

/// A top-up is no part of a check: it is logged on its own, in the place of the check where there is none.
pub(super) fn top_up(sheet: &Sheet<'_>, card: Option<&Card>, added: Value, confirms: bool) -> Html {
    let view = &sheet.view;
    let target = screen::target(sheet.form, &view.model.book, view.moment).card;
    html! {
        <div class="fig">
            <dt>
                { words::role(Role::TopUp, view.lang) }
                if !confirms {
                    { " " }{ parts::tag("small", "", Review::TopUpApart.say(view.lang)) }
                }
            </dt>
            { parts::tag("dd", "num", reply::value(sheet, card, added)) }
            if !confirms {
                { parts::tag("dd", "", arrived(sheet, "quiet", target)) }
            }
        </div>
    }
}
