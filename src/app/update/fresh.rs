//! The form of a place as it opens. It keeps nothing.

use crate::app::form::{
    Aim, Field, Form, ask_form, card_form, check_form, keep_alive_form, report_form, top_up_form, usual_effect,
};
use crate::app::model::Model;
use crate::app::route::Route;
use crate::domain::{Currency, Fact, Moment, Purpose};
use crate::i18n::Lang;

/// The form of a place as it opens.
pub(super) fn fresh(model: &Model, moment: &Moment, route: Route) -> Option<Form> {
    let book = &model.book;
    let form = match route {
        Route::AddCard => Some(card_form(None, moment)),
        Route::EditCard(card) => book.card(card).map(|value| card_form(Some((card, value)), moment)),
        Route::Log(card) => {
            card.is_none_or(|card| book.card(card).is_some()).then(|| check_form(None, card, book, moment))
        }
        Route::TopUp(card) => book.card(card).map(|_| top_up_form(None, card, book, moment)),
        Route::WhatIf(card) => book.card(card).map(|value| {
            let mut form = ask_form(value.currency);
            form.set(Field::Effect, usual_effect(book, card, moment));
            form
        }),
        Route::Reminders(card) => book.card(card).map(|card| ask_form(card.currency)),
        Route::Report(card) => book.card(card).map(|_| report_form(&Aim::Way(Purpose::Check, None), None)),
        Route::Trip => Some(ask_form(Currency::USD)),
        Route::Spending => Some(ask_form(own_currency(model.lang))),
        Route::KeepAlive(card) => book.card(card).map(|_| keep_alive_form(None, card, book, moment)),
        Route::EditEntry(entry) => book.entry(entry).map(|value| {
            let editing = Some((entry, value));
            match value.fact {
                Fact::Check(_) => check_form(editing, Some(value.card), book, moment),
                Fact::TopUp(_) => top_up_form(editing, value.card, book, moment),
                Fact::KeepAlive(_) => keep_alive_form(editing, value.card, book, moment),
            }
        }),
        _ => None,
    };
    let version = match route {
        Route::EditCard(card) => book.cards.get(&card).map(|kept| kept.version),
        Route::EditEntry(entry) => book.entries.get(&entry).map(|kept| kept.version),
        _ => None,
    };
    form.map(|mut form| {
        form.set(Field::Version, version.map(|version| version.to_string()).unwrap_or_default());
        form
    })
}

/// In which currency a reader of that language likely counts.
const fn own_currency(lang: Lang) -> Currency {
    match lang {
        Lang::ZhHans => Currency::CNY,
        Lang::ZhHant => Currency::TWD,
        Lang::En => Currency::USD,
    }
}
