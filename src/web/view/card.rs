//! One card at one look.

use super::View;
use super::parts::{Icon, Tone, back, banner, button, icon, languages, link, tag};
use super::{alerts, chart, gauge, history, notice, open, say};
use crate::app::screen::CardScreen;
use crate::app::{Mode, Msg, Route, main_mode};
use crate::domain::{Card, CardId};
use crate::i18n::text::names;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::web::later;
use web_sys::Element;
use yew::{Callback, Html, MouseEvent, TargetCast, html};

/// The screen of one's own card.
pub(super) fn card(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let view = &view.sized(screen.gauge.small);
    let writable = view.model.writable(screen.id).is_some();
    html! {
        <>
            { head(view, screen.card) }
            <main>
                if !writable {
                    { banner(Tone::Warn, html! {
                        <>
                            { Word::ReadOnly.say(view.lang) }
                            { tag("div", "chips", html! {
                                <>
                                    { super::notice::export(view, "btn small") }
                                    { link("btn small stop", Word::EraseCard.say(view.lang), Route::Erase(Some(screen.id))) }
                                </>
                            }) }
                        </>
                    }) }
                }
                if screen.card.archived {
                    { banner(Tone::Calm, tag("b", "", Word::Archived.say(view.lang))) }
                }
                { look(view, screen, writable) }
            </main>
            if writable {
                { bar(view, screen.id) }
            }
        </>
    }
}

/// The sample card: looks like one, says that it is none, and changes nothing.
pub(super) fn sample(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let view = &view.sized(screen.gauge.small);
    let lang = view.lang;
    html! {
        <>
            <header class="plain">
                { back(view, Word::Back, Route::Home) }
                { tag("h1", "", screen.card.name.as_str()) }
                { menu(view) }
            </header>
            <main>
                { banner(Tone::Calm, html! { <>{ tag("b", "", Word::Sample.say(lang)) }{ Word::SampleSays.say(lang) }</> }) }
                { look(view, screen, false) }
            </main>
            { tag("div", "bar", link("btn main", Word::AddMyCard.say(lang), Route::AddCard)) }
        </>
    }
}

/// What is answered at one look, then all that comes behind it: nothing that is there moves for it.
fn look(view: &View<'_>, screen: &CardScreen<'_>, own: bool) -> Html {
    html! {
        <>
            if screen.has_no_data() {
                { gauge::verdict(view, screen) }
                { gauge::more(view, screen) }
            } else {
                { gauge::hero(view, screen) }
                { gauge::verdict(view, screen) }
                { gauge::facts(view, screen, own) }
            }
            { later::rest(view, screen, own) }
        </>
    }
}

/// What stands below the first look: what wants attention, what waits, the chart, what can be done with one's `own`
/// card, and the history.
pub(in crate::web) fn rest(view: &View<'_>, screen: &CardScreen<'_>, own: bool) -> Html {
    html! {
        <>
            // What wants attention is in the first view, whatever else is known.
            { alerts::alerts(view, screen, own) }
            { notice::waiting(view) }
            if !screen.has_no_data() {
                { gauge::more(view, screen) }
            }
            if own {
                { open::advice(view, screen) }
            }
            if chart::is_seen(screen) || !screen.charts.others.is_empty() {
                { chart::chart(view, screen) }
            }
            if own {
                { actions(view, screen) }
            }
            { history::history(view, screen, own) }
        </>
    }
}

fn head(view: &View<'_>, card: &Card) -> Html {
    let lang = view.lang;
    let carrier = say::carrier(view, card).map(|carrier| html! { <>{ carrier.to_owned() }{ say::DOT }</> });
    let number = card.number.as_ref().map(|number| {
        let shown = view.model.number_revealed;
        let text = if shown { number.revealed().to_owned() } else { CardSay::Tail { tail: number.tail() }.say(lang) };
        let hint = if shown { CardWord::HideNumber } else { CardWord::RevealNumber }.say(lang);
        html! {
            <>
                { say::DOT }
                <button type="button" class="tail num" title={hint} onclick={view.on(Msg::RevealedNumber(!shown))}>
                    { text }
                </button>
            </>
        }
    });
    let several = view.model.book.cards.len() > 1;
    tag(
        "header",
        if several { "plain" } else { "" },
        html! {
            <>
                if several {
                    { back(view, Word::Cards, Route::Cards) }
                }
                <div class="who">
                    // A long name is cut after two lines; the whole stands in the form, and here.
                    <h1 title={card.name.as_str().to_owned()}>{ card.name.as_str() }</h1>
                    <p>{ for carrier }{ names::card_form(card.form, lang) }{ for number }</p>
                </div>
                { menu(view) }
            </>
        },
    )
}

/// Where else one can go, and the languages.
pub(super) fn menu(view: &View<'_>) -> Html {
    let lang = view.lang;
    let item = |word: Word, to: Route| tag("li", "", link("item", word.say(lang), to));
    html! {
        <details class="menu" key={view.model.route.address()}>
            <summary class="tap" aria-label={Word::Menu.say(lang)}>{ icon(Icon::Menu) }</summary>
            <nav aria-label={Word::Menu.say(lang)} onclick={closing()}>
                <ul>
                    { item(Word::Cards, Route::Cards) }
                    { item(Word::AddCard, Route::AddCard) }
                    { tag("li", "", link("item", Word::TripShort.say(lang), Route::Trip)) }
                    { tag("li", "", link("item", Word::Spending.say(lang), Route::Spending)) }
                    { item(Word::Changes, Route::Changes) }
                    { tag("li", "", link("item", Word::Data.say(lang), Route::Data)) }
                    { item(Word::Settings, Route::Settings) }
                </ul>
                { languages(view) }
            </nav>
        </details>
    }
}

/// Closes the menu around what was tapped.
fn closing() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        let menu = event.target_dyn_into::<Element>().and_then(|element| element.closest("details").ok().flatten());
        // An attribute that cannot be removed leaves the menu open: nothing is lost.
        let _ = menu.map(|menu| menu.remove_attribute("open"));
    })
}

fn actions(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let id = screen.id;
    let (word, mode) = match main_mode(view.model, id) {
        Mode::Paste => (Word::Type, Mode::Type),
        Mode::Type => (Word::Paste, Mode::Paste),
    };
    let pinned = view.model.book.pinned == Some(id);
    let archived = screen.card.archived;
    html! {
        <section class="actions" aria-label={CardWord::Actions.say(lang)}>
            <div class="chips">
                { button("chip", word.say(lang), view.on(Msg::StartedLog(Some(id), mode))) }
                // What has no end lasts as long with a top-up as without; and what it changes is reckoned in data.
                if !screen.gauge.unlimited && !screen.ledger.is_without_data() {
                    { link("chip", Word::WhatIfShort.say(lang), Route::WhatIf(id)) }
                }
                { link("chip", Word::KeepNumber.say(lang), Route::KeepAlive(id)) }
                { link("chip", Word::Reminders.say(lang), Route::Reminders(id)) }
                { link("chip", Word::EditCard.say(lang), Route::EditCard(id)) }
                if !archived {
                    { button("chip", if pinned { Word::Unpin } else { Word::Pin }.say(lang), view.on(Msg::Pinned(id, !pinned))) }
                }
                { button("chip", if archived { Word::Unarchive } else { Word::Archive }.say(lang), view.on(Msg::Archived(id, !archived))) }
            </div>
        </section>
    }
}

/// Within reach of the thumb: ask, log, pay.
fn bar(view: &View<'_>, id: CardId) -> Html {
    let lang = view.lang;
    let mode = main_mode(view.model, id);
    let word = match mode {
        Mode::Paste => Word::Paste,
        Mode::Type => Word::Type,
    };
    html! {
        <div class="bar">
            { link("btn", Word::Check.say(lang), Route::Ways(id)) }
            { button("btn main", word.say(lang), view.on(Msg::StartedLog(Some(id), mode))) }
            { link("btn", Word::TopUp.say(lang), Route::Pay(id)) }
        </div>
    }
}
