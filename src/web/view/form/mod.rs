//! The forms: a sheet with its fields, and the button that saves within reach of the thumb.
//!
//! A field shows the form's text exactly and never mends it; what is wrong stands beside it.

mod ahead;
mod arrived;
mod card;
mod carrier;
mod check;
mod entry;
mod field;
mod keeping;
mod links;
mod messages;
mod odd;
mod reply;
mod report;
mod spending;
mod teach;
mod wrong;

use super::parts::{self, Tone};
use super::{View, say, tips};
use crate::app::form::{Field, Form, FormKind};
use crate::app::{Msg, Route};
use crate::i18n::text::forms::{self, Label};
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_ahead::AheadWord;
use field::Sheet;
use std::rc::Rc;
use yew::{Callback, Html, SubmitEvent, html};

/// A question about the days to come, at its place.
fn ask(view: &View<'_>, form: &Form) -> Html {
    let sheet = Sheet::seldom(view, form);
    let (title, back, fields) = match view.model.route {
        Route::WhatIf(card) => (AheadWord::WhatIf.say(view.lang), Route::Card(card), ahead::what_if(&sheet, card)),
        Route::Trip => (AheadWord::Trip.say(view.lang), Route::Home, ahead::for_trip(&sheet)),
        _ => (Word::Spending.say(view.lang), Route::Home, spending::spent(&sheet)),
    };
    html! {
        <>
            { parts::header(view, title, back) }
            <main class="sheet asked">{ fields }</main>
        </>
    }
}

/// A form that is seldom filled in: a report of a carrier, or a question about the days to come.
pub(super) fn seldom(view: &View<'_>, form: &Form) -> Html {
    let sheet = Sheet::seldom(view, form);
    match form.kind {
        FormKind::Report => {
            sheet_of(&sheet, report::title(form.get(Field::Topic)).say(view.lang), (report::fields(&sheet), Act::Save))
        }
        _ => ask(view, form),
    }
}

/// A form on which something is logged, or a card described.
pub(super) fn form(view: &View<'_>, form: &Form) -> Html {
    let sheet = Sheet::new(view, form);
    let new = form.is_new();
    let (title, fields) = match form.kind {
        FormKind::Card(id) => {
            (if new { Label::AddCard } else { Label::EditCard }, (card::fields(&sheet, id), Act::Save))
        }
        FormKind::Check(_) if form.asks_paid() => (Label::WasItPaid, check::fields(&sheet)),
        FormKind::Check(_) if !form.get(Field::Asked).is_empty() => (Label::WhatItSaid, check::fields(&sheet)),
        FormKind::Check(_) => (if new { Label::LogCheck } else { Label::EditCheck }, check::fields(&sheet)),
        FormKind::TopUp(_) => {
            (if new { Label::LogTopUp } else { Label::EditTopUp }, (entry::top_up(&sheet), Act::Save))
        }
        // These are for `seldom`.
        FormKind::Report | FormKind::Ask => return Html::default(),
        FormKind::KeepAlive(_) => {
            (if new { Label::LogKeepAlive } else { Label::EditKeepAlive }, (entry::keep_alive(&sheet), Act::Save))
        }
    };
    sheet_of(&sheet, title.say(view.lang), fields)
}

/// What a sheet ends with.
enum Act {
    /// The button that saves it.
    Save,
    /// That button, and before it what is to be done first.
    Before(Html),
    /// What stands in its place; nothing, where that is empty.
    Instead(Html),
}

/// The sheet of that name.
fn sheet_of(sheet: &Sheet<'_>, title: &'static str, (fields, act): (Html, Act)) -> Html {
    let view = &sheet.view;
    let (send, reports) = (view.send.clone(), sheet.form.kind == FormKind::Report);
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Rc::new(if reports { Msg::SubmittedReport } else { Msg::Submitted }));
    });
    let open = sheet.problems.len();
    let wrong = sheet.problems.iter().any(|problem| !problem.fault.is_missing());
    let save = |class: &'static str| {
        let says = forms::save(open, wrong, view.lang);
        parts::element("button", &["type", "class"], vec!["submit".into(), class.into()], says.into())
    };
    let bar = match act {
        Act::Save => save(if open > 0 { "btn main unready" } else { "btn main" }),
        Act::Before(first) => html! { <>{ save("btn") }{ first }</> },
        Act::Instead(instead) => instead,
    };
    let bar = if bar == Html::default() { bar } else { parts::tag("div", "bar", bar) };
    html! {
        <>
            { parts::header_closing(view, title, Msg::Cancelled) }
            <form class="sheet" novalidate=true autocomplete="off" {onsubmit}>
                <main>
                    { restored(sheet) }
                    { fields }
                    { removal(sheet) }
                </main>
                { bar }
            </form>
        </>
    }
}

fn restored(sheet: &Sheet<'_>) -> Html {
    if !(sheet.form.restored && sheet.form.touched) {
        return html! {};
    }
    let over = parts::button("quiet", sheet.say(Label::StartOver), sheet.view.on(Msg::StartedOver));
    // What was typed hours ago is of then, or at least as old.
    let of = sheet.form.left_off(sheet.view.moment).map(|at| [say::DOT, &say::instant(&sheet.view, at)].concat());
    let said = [sheet.say(Label::Restored), of.as_deref().unwrap_or("")].concat();
    html! { <div class="restored">{ parts::tag("span", "", said) }{ over }</div> }
}

/// Deleting, for what is there already. It can be undone, so nobody is asked whether they are sure.
fn removal(sheet: &Sheet<'_>) -> Html {
    let (label, msg) = match (sheet.form.kind, sheet.form.editing()) {
        (FormKind::Card(Some(card)), _) => (Label::DeleteCard, Msg::RemovedCard(card)),
        (_, Some(entry)) => (Label::Delete, Msg::RemovedEntry(entry)),
        _ => return html! {},
    };
    html! {
        <div class="removal">
            { archiving(sheet) }
            { parts::button("btn small stop", sheet.say(label), sheet.view.on(msg)) }
            { parts::tag("p", "note", sheet.say(Label::Undoable)) }
            if let FormKind::Card(Some(card)) = sheet.form.kind {
                { parts::link("btn small stop", Word::EraseCard.say(sheet.view.lang), Route::Erase(Some(card))) }
            }
        </div>
    }
}

fn archiving(sheet: &Sheet<'_>) -> Html {
    let FormKind::Card(Some(id)) = sheet.form.kind else { return html! {} };
    let card = sheet.view.model.book.card(id);
    let archived = card.is_some_and(|card| card.archived);
    let label = if archived { Label::Unarchive } else { Label::Archive };
    html! {
        <>
            { for card.map(|card| tips::keep_esim(card, sheet.view.lang)) }
            { parts::button("btn small", sheet.say(label), sheet.view.on(Msg::Archived(id, !archived))) }
        </>
    }
}

/// A banner with one sentence.
fn banner(tone: Tone, sentence: impl Into<yew::AttrValue>) -> Html {
    parts::banner(tone, html! { { sentence.into() } })
}
