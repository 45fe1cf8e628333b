//! The empty state, and places that are not there.

use super::parts::{header, languages, link, tag};
use super::{View, notice};
use crate::app::Route;
use crate::i18n::Lang;
use crate::i18n::text::screens::Word;
use crate::web::later;
use crate::web::view::gauge::blank;
use yew::{Html, html};

pub(super) fn empty(view: &View<'_>) -> Html {
    let lang = view.lang;
    html! {
        <>
            <main class="empty">
                { blank() }
                <h1>{ Word::AppName.say(lang) }{ tag("small", "", Word::Tagline.say(lang)) }</h1>
                { tag("p", "", Word::Promise.say(lang)) }
                { link("btn main", Word::AddCard.say(lang), Route::AddCard) }
                { link("quiet", Word::SeeSample.say(lang), Route::Sample) }
                { link("quiet", Word::HaveBackup.say(lang), Route::Import) }
                if !view.model.carry.can.installed {
                    { tag("p", "note", Word::InstallFirst.say(lang)) }
                }
                { languages(view) }
                { link("quiet", Word::Settings.say(lang), Route::Settings) }
                { later::waiting(view) }
            </main>
        </>
    }
}

/// Says that there is nothing, and where to go instead.
pub(super) fn gone(view: &View<'_>) -> Html {
    let lang = view.lang;
    html! {
        <>
            { header(view, Word::GoneTitle.say(lang), Route::Home) }
            <main class="stack">
                { tag("p", "", Word::GoneSays.say(lang)) }
                { for notice::waits(view) }
                { link("btn main", Word::Home.say(lang), Route::Home) }
                { link("btn", Word::Changes.say(lang), Route::Changes) }
            </main>
        </>
    }
}

pub(super) fn sample_name(lang: Lang) -> &'static str {
    Word::SampleName.say(lang)
}
