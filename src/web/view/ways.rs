//! Ways to check and to top up: from the guide alone, each as sure as its source.

use super::View;
use super::parts::{Icon, Tone, banner, icon, link, tag};
use super::say;
use crate::app::{Msg, Route};
use crate::domain::{Card, CardId, Line};
use crate::guide::{self, Asks, Confidence, Means, Way};
use crate::i18n::Lang;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_ways::{WaysSay, WaysWord};
use yew::{Html, html};

pub(super) fn ways(view: &View<'_>, id: CardId) -> Html {
    let lang = view.lang;
    let Some(card) = view.model.book.card(id) else { return Html::default() };
    let carrier = card.carrier.as_ref().map(Line::as_str).and_then(guide::find);
    let checks = carrier.map_or(&[][..], guide::Carrier::ways);
    let pays = carrier.map_or(&[][..], guide::Carrier::top_ups);
    let calls = checks.iter().any(|way| matches!(way.means, Means::Call { .. })) || carrier.is_none();
    html! {
        <>
            <header>
                <div class="who">
                    { tag("h1", "", Word::CheckBalance.say(lang)) }
                    <p>{ card.name.as_str() }{ for say::carrier(card, lang).map(|name| html! { <>{ say::DOT }{ name.to_owned() }</> }) }</p>
                </div>
                <a class="tap" href={Route::Card(id).address()} aria-label={Word::Close.say(lang)}>{ icon(Icon::Close) }</a>
            </header>
            <main class="ways">
                if carrier.is_none() {
                    { unknown(view, id, card) }
                } else if checks.is_empty() {
                    { tag("p", "", WaysWord::NoWays.say(lang)) }
                }
                { tag("h2", "sr", WaysWord::CheckTitle.say(lang)) }
                <ul>{ for checks.iter().map(|way| one(view, id, card, way)) }</ul>
                if checks.iter().any(is_code) {
                    { tag("p", "note", WaysWord::IphoneHint.say(lang)) }
                }
                if calls {
                    { phrase(lang) }
                }
                { counter(lang) }
                if checks.iter().any(|way| way.link().is_some()) {
                    { banner(Tone::Calm, html! { { WaysWord::ComeBack.say(lang) } }) }
                }
                if carrier.is_some() {
                    { tag("h2", "part", WaysWord::TopUpTitle.say(lang)) }
                    if pays.is_empty() {
                        { tag("p", "", WaysWord::NoTopUps.say(lang)) }
                    }
                    <ul>{ for pays.iter().map(|way| pay(view, card, way)) }</ul>
                }
                { tag("p", "", link("btn", Word::LogTopUp.say(lang), Route::TopUp(id))) }
            </main>
        </>
    }
}

const fn is_code(way: &Way) -> bool {
    matches!(way.means, Means::Dial { .. })
}

/// A way to check: whoever follows it will come back with an answer.
fn one(view: &View<'_>, id: CardId, card: &Card, way: &Way) -> Html {
    entry(view, card, way, Some(id))
}

/// A way to pay: there is no answer to wait for.
fn pay(view: &View<'_>, card: &Card, way: &Way) -> Html {
    entry(view, card, way, None)
}

fn entry(view: &View<'_>, card: &Card, way: &Way, asks: Option<CardId>) -> Html {
    let lang = view.lang;
    let (title, act) = match way.means {
        Means::Text { .. } => (WaysWord::TextIt, WaysWord::OpenTexts),
        Means::Dial { .. } => (WaysWord::DialIt, WaysWord::Dial),
        Means::Call { .. } => (WaysWord::CallIt, WaysWord::Call),
        Means::App { .. } => (WaysWord::InApp, WaysWord::Open),
        Means::Website { .. } => (WaysWord::OnSite, WaysWord::Open),
    };
    let (shown, copied) = match way.means {
        Means::Text { to, body } => ([body, " → ", to].concat(), body),
        Means::Dial { code: text }
        | Means::Call { number: text }
        | Means::App { name: text }
        | Means::Website { address: text } => (text.to_owned(), text),
    };
    let act = act.say(lang);
    let name = WaysSay::OpenOf { what: act, text: &shown }.say(lang);
    let open = way.link().map(|link| {
        let href = link.as_str().to_owned();
        let new_tab = matches!(way.means, Means::Website { .. });
        let (target, rel) = if new_tab { (Some("_blank"), Some("noopener noreferrer")) } else { (None, None) };
        let main = if matches!(way.means, Means::Text { .. }) { "btn small main" } else { "btn small" };
        match asks {
            Some(id) => html! {
                <a class={main} {href} {target} {rel} aria-label={name} onclick={view.on(Msg::AskedCarrier(id))}>{ act }</a>
            },
            None => html! { <a class={main} {href} {target} {rel} aria-label={name}>{ act }</a> },
        }
    });
    let plain = matches!(way.means, Means::App { .. } | Means::Website { .. });
    html! {
        <li class="way">
            <div>
                { tag("h3", "", title.say(lang)) }
                <p class={if plain { "name" } else { "code num" }} lang="en">{ &shown }</p>
            </div>
            <div class="acts">
                { for open }
                if !plain {
                    <button type="button" class="quiet" aria-label={WaysSay::CopyOf { text: copied }.say(lang)}
                        onclick={view.on(Msg::AskedCopy(copied.to_owned()))}>{ WaysWord::Copy.say(lang) }</button>
                }
            </div>
            <ul class="tags">{ for tags(card, way, lang).into_iter().map(|text| tag("li", "", text)) }</ul>
        </li>
    }
}

/// What one should know before one taps.
fn tags(card: &Card, way: &Way, lang: Lang) -> Vec<String> {
    let data = if way.works_without_data() { WaysWord::NoData } else { WaysWord::NeedsData };
    let mut tags = vec![data.say(lang).to_owned()];
    if way.works_without_data() {
        let text = matches!(way.means, Means::Text { .. });
        tags.push(match card.number.as_ref().map(|number| number.tail()) {
            Some(tail) if text => WaysSay::TextFrom { tail }.say(lang),
            Some(tail) => WaysSay::CallFrom { tail }.say(lang),
            None => WaysWord::AnyCard.say(lang).to_owned(),
        });
    }
    let asks = match way.asks {
        Asks::Balance => None,
        Asks::Data => Some(WaysWord::AsksData),
        Asks::Money => Some(WaysWord::AsksMoney),
    };
    let voucher = matches!(way.means, Means::Dial { code } if way.link().is_none() && code.contains("PIN"));
    let voucher = voucher.then_some(WaysWord::PinHint);
    let sure = match way.confidence {
        Confidence::Confirmed => WaysWord::Confirmed,
        Confidence::OneSource => WaysWord::OneSource,
        Confidence::Unchecked => WaysWord::Unchecked,
    };
    tags.extend([asks, voucher, Some(sure)].into_iter().flatten().map(|word| word.say(lang).to_owned()));
    tags
}

/// What to say on the hotline, in English, because that is what is spoken there.
fn phrase(lang: Lang) -> Html {
    html! {
        <section class="phrase">
            { tag("p", "note", WaysWord::PhraseTitle.say(lang)) }
            <p class="said" lang="en">{ "“" }{ WaysWord::Phrase.say(Lang::En) }{ "”" }</p>
            if lang != Lang::En {
                { tag("p", "note", WaysWord::Phrase.say(lang)) }
            }
        </section>
    }
}

fn counter(lang: Lang) -> Html {
    html! {
        <details class="counter">
            { tag("summary", "", WaysWord::Counter.say(lang)) }
            { tag("p", "", WaysWord::CounterIphone.say(lang)) }
            { tag("p", "", WaysWord::CounterAndroid.say(lang)) }
            { tag("p", "note", WaysWord::CounterNote.say(lang)) }
        </details>
    }
}

/// Nothing is made up for a carrier that nobody looked into.
fn unknown(view: &View<'_>, id: CardId, card: &Card) -> Html {
    let lang = view.lang;
    html! {
        <section class="stack">
            if card.carrier.is_some() {
                { tag("h2", "", WaysWord::UnknownCarrier.say(lang)) }
            }
            { tag("p", "", WaysWord::UnknownSays.say(lang)) }
            <ul class="general">
                { tag("li", "", WaysWord::GeneralText.say(lang)) }
                { tag("li", "", WaysWord::GeneralApp.say(lang)) }
                { tag("li", "", WaysWord::GeneralCall.say(lang)) }
            </ul>
            { link("quiet", WaysWord::ChooseCarrier.say(lang), Route::EditCard(id)) }
        </section>
    }
}
