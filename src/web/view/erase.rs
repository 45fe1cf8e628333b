//! Erasing for good: what goes, a last chance to take it along, and one more tap.

use super::View;
use super::notice::fault_word;
use super::parts::{Tone, banner, button, header, link, tag};
use super::tips;
use crate::app::{Msg, Route, Scope, StoreFault};
use crate::domain::CardId;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_erase::{EraseSay, EraseWord};
use yew::{Html, html};

/// The place where a card, or everything, is erased; none where there is no such card.
pub(super) fn erase(view: &View<'_>, card: Option<CardId>) -> Option<Html> {
    let lang = view.lang;
    let book = &view.model.book;
    let entries = book.entries.values().filter(|kept| card.is_none_or(|card| kept.value.card == card)).count();
    let entries = &entries.to_string();
    let (title, says, scope, back) = match card {
        Some(id) => {
            let name = book.card(id)?.name.as_str();
            let says = EraseSay::Card { name, entries }.say(lang);
            (Word::EraseCard.say(lang), says, Scope::Card(id), Route::Card(id))
        }
        None => {
            let cards = &book.cards.len().to_string();
            let says = EraseSay::All { cards, entries }.say(lang);
            (EraseWord::EraseAll.say(lang), says, Scope::All, Route::Data)
        }
    };
    Some(html! {
        <>
            { header(view, title, back) }
            <main class="stack">
                { tag("p", "", says) }
                { banner(Tone::Stop, html! { { EraseWord::NoWayBack.say(lang) } }) }
                { for card.and_then(|id| book.card(id)).map(|card| tips::keep_esim(card, lang)) }
                { super::notice::export(view, "btn") }
                { button("btn stop", EraseWord::Agree.say(lang), view.on(Msg::AgreedToWipe(scope))) }
                { link("btn main", EraseWord::Keep.say(lang), back) }
            </main>
        </>
    })
}

/// How erasing went.
pub(super) fn result(view: &View<'_>, wiped: Result<(), StoreFault>) -> (Tone, &'static str, Html) {
    let lang = view.lang;
    match wiped {
        Ok(()) => (Tone::Calm, EraseWord::Erased.say(lang), Html::default()),
        Err(fault) => {
            let says = html! { <>{ fault_word(fault).say(lang) }{ " " }{ EraseWord::NotErasedSays.say(lang) }</> };
            (Tone::Stop, EraseWord::NotErased.say(lang), says)
        }
    }
}
