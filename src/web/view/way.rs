//! One way to check or to top up: what one does, what it needs, and how it is known.

use super::View;
use super::parts::{button, tag};
use super::say;
use crate::app::Msg;
use crate::app::screen::channel;
use crate::domain::{Card, CardId, Source};
use crate::guide::{Asks, Confidence, Known, Means, Way};
use crate::i18n::Lang;
use crate::i18n::text::screens_pay::PayWord;
use crate::i18n::text::screens_ways::{WaysSay, WaysWord};
use yew::{Html, html};

/// What a way is followed for.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    /// To ask what is left of the card: whoever does will come back with an answer.
    Check(CardId),
    /// To top the card up: whoever does can write down that it is paid for.
    Pay(CardId),
}

/// A way as a row.
pub(super) fn way(view: &View<'_>, card: &Card, way: &Way, purpose: Purpose) -> Html {
    let lang = view.lang;
    let (title, act) = match way.means {
        Means::Text => (WaysWord::TextIt, WaysWord::OpenTexts),
        Means::Dial => (WaysWord::DialIt, WaysWord::Dial),
        Means::Call => (WaysWord::CallIt, WaysWord::Call),
        Means::App => (WaysWord::InApp, WaysWord::Open),
        Means::Website => (WaysWord::OnSite, WaysWord::Open),
        Means::Pay => (WaysWord::PayIt, WaysWord::Open),
        Means::Shop => (WaysWord::ShopIt, WaysWord::Open),
    };
    let answers = match way.means {
        Means::Text => Source::Text,
        Means::Dial => Source::DialledCode,
        Means::Call => Source::Hotline,
        Means::Website => Source::Website,
        Means::App | Means::Pay | Means::Shop => Source::App,
    };
    let (text, site) = (way.means == Means::Text, way.means == Means::Website);
    let shown = match way.means {
        Means::Text => [&way.with, " → ", &way.what].concat(),
        Means::Shop if way.what.is_empty() => WaysWord::AnyShop.say(lang).to_owned(),
        _ => way.what.clone(),
    };
    let copied = if text { &way.with } else { &way.what };
    let act = act.say(lang);
    let name = WaysSay::OpenOf { what: act, text: &shown }.say(lang);
    let asks = if let Purpose::Check(id) = purpose { Some(id) } else { None };
    let open = way.link().map(|link| {
        let href = link.as_str().to_owned();
        let (target, rel) = if site { (Some("_blank"), Some("noopener noreferrer")) } else { (None, None) };
        let main = if text { "btn small main" } else { "btn small" };
        let onclick = asks.map(|id| view.on(Msg::AskedCarrier(id, answers)));
        html! { <a class={main} {href} {target} {rel} aria-label={name} {onclick}>{ act }</a> }
    });
    let code = way.needs_a_line();
    html! {
        <li class="way">
            <div>
                { tag("h3", "", title.say(lang)) }
                <p class={if code { "code num" } else { "name" }} lang={say::lang_of(&shown)}>{ &shown }</p>
            </div>
            <div class="acts">
                { for open }
                if let (Means::App, Some(id)) = (way.means, asks) {
                    { button("btn small", WaysWord::LogIt.say(lang), view.on(Msg::SawFigure(id, answers))) }
                }
                if let Purpose::Pay(id) = purpose {
                    <button type="button" class="quiet" aria-label={WaysSay::OpenOf { what: PayWord::Paid.say(lang), text: &shown }.say(lang)}
                        onclick={view.on(Msg::Paid(id, channel(way)))}>{ PayWord::Paid.say(lang) }</button>
                }
                if code {
                    <button type="button" class="quiet" aria-label={WaysSay::CopyOf { text: copied }.say(lang)}
                        onclick={view.on(Msg::AskedCopy(copied.clone()))}>{ WaysWord::Copy.say(lang) }</button>
                }
            </div>
            <ul class="tags">{ for tags(card, way, lang).into_iter().map(|text| tag("li", "", text)) }</ul>
            { source(view, &way.known) }
        </li>
    }
}

/// What one should know before one taps.
fn tags(card: &Card, way: &Way, lang: Lang) -> Vec<String> {
    let data = if way.works_without_data() { WaysWord::NoData } else { WaysWord::NeedsData };
    let mut tags = vec![data.say(lang).to_owned()];
    if way.needs_a_line() {
        let text = way.means == Means::Text;
        tags.push(match card.number.as_ref().map(|number| number.tail()) {
            Some(tail) if text => WaysSay::TextFrom { tail }.say(lang),
            Some(tail) => WaysSay::CallFrom { tail }.say(lang),
            None => WaysWord::AnyCard.say(lang).to_owned(),
        });
    }
    if way.means == Means::Call && !way.with.is_empty() {
        tags.push(WaysSay::FromAbroad { number: &way.with }.say(lang));
    }
    let asks = match way.asks {
        Asks::Balance => None,
        Asks::Data => Some(WaysWord::AsksData),
        Asks::Money => Some(WaysWord::AsksMoney),
    };
    let voucher = (way.means == Means::Dial && way.what.contains("PIN")).then_some(WaysWord::PinHint);
    let cost = if way.free { WaysWord::Free } else { WaysWord::CostUnknown };
    let cost = (way.free || way.needs_a_line()).then_some(cost);
    let takes = match way.means {
        Means::Text => Some(WaysWord::TakesText),
        Means::Dial => Some(WaysWord::TakesDial),
        Means::Call => Some(WaysWord::TakesCall),
        Means::App | Means::Website | Means::Pay | Means::Shop => None,
    };
    let abroad = way.abroad.then_some(WaysWord::Abroad);
    let words = [abroad, cost, takes, asks, voucher, Some(sure(&way.known))];
    tags.extend(words.into_iter().flatten().map(|word| word.say(lang).to_owned()));
    tags
}

/// How sure a fact is.
pub(super) const fn sure(known: &Known) -> WaysWord {
    match known.sure {
        Confidence::Confirmed => WaysWord::Confirmed,
        Confidence::OneSource => WaysWord::OneSource,
        Confidence::Unchecked | Confidence::Told => WaysWord::Unchecked,
    }
}

/// Where a fact was read, when, and how old that is; nothing where nobody says it.
pub(super) fn source(view: &View<'_>, known: &Known) -> Html {
    if known.sources.is_empty() {
        return html! {};
    }
    let lang = view.lang;
    let one = |source: &String| match Known::link(source) {
        Some(link) => {
            html! { <li><a href={link.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ source }</a></li> }
        }
        None => tag("li", "", source.clone()),
    };
    let month = view.model.directory.here().map(|directory| directory.read.as_str()).unwrap_or_default();
    let mut when = WaysSay::ReadIn { month }.say(lang);
    if let Some(year) = &known.of {
        when.push_str(say::DOT);
        when.push_str(&WaysSay::SourceOf { year }.say(lang));
    }
    html! {
        <details class="source">
            { tag("summary", "", WaysWord::Source.say(lang)) }
            { tag("p", "note", when) }
            <ul lang="en">{ for known.sources.iter().map(one) }</ul>
        </details>
    }
}
