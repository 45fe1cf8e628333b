//! What a shop clerk is shown: one request in large letters, in the language of the card's country,
//! with English beneath where that is none of the app's, then the reader's own, and nothing else.

use super::View;
use super::parts::{Icon, icon, link_to_field, tag};
use super::say;
use crate::app::Route;
use crate::app::form::Field;
use crate::domain::{Card, CardId};
use crate::guide;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_clerk::{ClerkWord, elsewhere, request};
use crate::i18n::{Lang, format};
use yew::{Html, html};

pub(super) fn clerk(view: &View<'_>, id: CardId) -> Option<Html> {
    let card = view.model.book.card(id)?;
    let lang = view.lang;
    let country = guide::home(card).map(|country| country.code);
    let spoken = spoken(card);
    let own = elsewhere(country);
    let title = if own.is_some() { "p" } else { "h1" };
    Some(html! {
        <main class="clerk">
            <a class="tap" href={Route::Pay(id).address()} aria-label={Word::Close.say(lang)}>{ icon(Icon::Close) }</a>
            if let Some((tongue, says)) = own {
                <h1 lang={tongue}>{ says }</h1>
            }
            <div lang={spoken.tag()}>
                { tag(title, "", request(country, spoken)) }
                if let Some(number) = &card.number {
                    { tag("p", "code num", number.grouped(country)) }
                }
                { facts(view, card, spoken) }
            </div>
            if card.number.is_none() {
                { link_to_field(view, ClerkWord::NoNumber.at(country, lang), Route::EditCard(id), Field::Number) }
            }
            if lang != spoken {
                { tag("p", "", request(country, lang)) }
                { facts(view, card, lang) }
            }
            if spoken == Lang::En && own.is_none() && country.is_some_and(|code| !ENGLISH.contains(code)) {
                { tag("p", "note", ClerkWord::English.say(lang)) }
            }
            <p class="note">{ ClerkWord::Passport.say(lang) }{ if lang == Lang::En { " " } else { "" } }{ ClerkWord::Brightness.say(lang) }</p>
        </main>
    })
}

/// The countries where a clerk most likely reads English.
const ENGLISH: &str = "US CA GB AU NZ SG PH IN MT ZA";

/// The language of the app in which a clerk is addressed: English in countries of others.
pub(super) fn spoken(card: &Card) -> Lang {
    match guide::home(card).map(|country| country.code) {
        Some("CN") => Lang::ZhHans,
        Some("HK" | "MO" | "TW") => Lang::ZhHant,
        _ => Lang::En,
    }
}

/// Carrier, plan and sum, as far as the card says.
fn facts(view: &View<'_>, card: &Card, lang: Lang) -> Html {
    let country = guide::home(card).map(|country| country.code);
    let carrier = say::carrier_in(view, card, lang).map(|name| (ClerkWord::Carrier, name.to_owned()));
    let plan = card.plan.map(|plan| (ClerkWord::Plan, format::amount(plan)));
    let amount = card.price.map(|price| (ClerkWord::Amount, format::money(price, lang)));
    let facts = [carrier, plan, amount].into_iter().flatten();
    html! {
        <dl class="pairs">
            { for facts.map(|(word, says)| html! { <div>{ tag("dt", "", word.at(country, lang)) }{ tag("dd", "", says) }</div> }) }
        </dl>
    }
}
