//! One way to check or to top up: what one does, what it needs, and how it is known.

use super::parts::{Tone, banner, button, element, tag, tapped};
use super::{View, heard, say};
use crate::app::Msg;
use crate::app::screen::{Offer, channel, may_lead};
use crate::domain::{self, By, Card, CardId, Date, Source};
use crate::guide::{self, Asks, Confidence, Known, Link, Means, Way};
use crate::i18n::text::screens_clerk::NAME;
use crate::i18n::text::screens_heard::HeardWord;
use crate::i18n::text::screens_ways::{WaysSay, WaysWord};
use crate::i18n::{Lang, format};
use yew::{Callback, Html, html};

/// What a way is followed for.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    /// To ask what is left of the card: whoever does will come back with an answer.
    Check(CardId),
    /// To top the card up: by what is known when it is written down as paid for.
    Pay(CardId),
    /// To ask how to top it up, where nobody says that this way takes payments.
    AskToPay(CardId),
}

impl Purpose {
    /// For what a way is followed that is offered for a purpose.
    pub(super) fn of(id: CardId, sought: domain::Purpose, offer: &Offer<'_>) -> Self {
        match (sought, offer.purpose) {
            (domain::Purpose::Check, _) => Self::Check(id),
            (domain::Purpose::TopUp, domain::Purpose::TopUp) => Self::Pay(id),
            (domain::Purpose::TopUp, domain::Purpose::Check) => Self::AskToPay(id),
        }
    }

    /// Of which card, and what for as it is known.
    pub(super) const fn parts(self) -> (CardId, domain::Purpose) {
        match self {
            Self::Check(id) | Self::AskToPay(id) => (id, domain::Purpose::Check),
            Self::Pay(id) => (id, domain::Purpose::TopUp),
        }
    }
}

/// The way that is offered before the others: the first that a link opens, that somebody vouches for, for all cards, and
/// that did not fail. A code is copied on some phones.
pub(super) fn first<'a>(offers: &[Offer<'a>], today: Date) -> Option<&'a Way> {
    let opens = |way: &&Way| way.link().is_some() && way.means != Means::Dial && may_lead(way, today);
    offers.iter().map(|offer| offer.way).find(opens)
}

/// A way as a row; `first`: whether it is offered before the others.
pub(super) fn way(view: &View<'_>, card: &Card, way: &Way, purpose: Purpose, first: Option<&Way>) -> Html {
    let lang = view.lang;
    let (id, of) = purpose.parts();
    let title = title(way.means);
    let act = match way.means {
        Means::Text => WaysWord::OpenTexts,
        Means::Dial => WaysWord::Dial,
        Means::Call => WaysWord::Call,
        Means::App | Means::Website | Means::Pay | Means::Shop => WaysWord::Open,
    };
    let answers = match way.means {
        Means::Text => Source::Text,
        Means::Dial => Source::DialledCode,
        Means::Call => Source::Hotline,
        Means::Website => Source::Website,
        Means::App | Means::Pay | Means::Shop => Source::App,
    };
    let site = way.means == Means::Website;
    let abroad = guide::is_abroad(card, &view.moment.zone);
    let away = abroad && way.means == Means::Call && !way.with.is_empty();
    let number = way.number();
    let shown = if away { way.with.clone() } else { shown(way, lang) };
    // A message has two parts, and each goes into a field of its own.
    let copies: Vec<&str> = match way.means {
        Means::Text => vec![&way.with, &way.what],
        _ if way.needs_a_line() || way.means == Means::App => vec![if away { &way.with } else { &number }],
        _ => Vec::new(),
    };
    let act = say::local(card, act.say(lang), lang);
    let name = WaysSay::OpenOf { what: &act, text: &shown }.say(lang);
    let asks = if let Purpose::Check(id) = purpose { Some(id) } else { None };
    // Whoever copies a code goes to dial it, as whoever taps the link does.
    let went = match purpose {
        Purpose::Check(id) => Msg::AskedCarrier(id, answers),
        Purpose::Pay(id) | Purpose::AskToPay(id) => Msg::WentToPay(id, channel(way)),
    };
    let link = if away { Link::call(&way.with) } else { way.link() };
    let open = link.map(|link| {
        let href = link.as_str().to_owned();
        let (target, rel) = if site { ("_blank", "noopener noreferrer") } else { ("", "") };
        let main = if first.is_some_and(|first| std::ptr::eq(first, way)) { "btn small main" } else { "btn small" };
        let values = vec![href.into(), target.into(), rel.into(), name.into(), main.into()];
        tapped("a", &["href", "target", "rel", "aria-label", "class"], values, act.into(), view.on(went.clone()))
    });
    let class = if way.needs_a_line() { "code num" } else { "name" };
    let lang_of = say::lang_of(&shown);
    html! {
        // What was opened of a way goes along when it changes its place.
        <li class="way" key={way.words()}>
            <div>
                { tag("h3", "", say::local(card, title.say(lang), lang)) }
                { element("p", &["lang", "class"], vec![lang_of.into(), class.into()], shown.as_str().into()) }
            </div>
            <div class="acts">
                { for open }
                if let (Means::App, Some(id)) = (way.means, asks) {
                    { button("btn small", WaysWord::LogIt.say(lang), view.on(Msg::SawFigure(id, answers))) }
                }
                { for copies.iter().map(|text| copy(view, text, copies.len() == 1, &went)) }
            </div>
            if way.means == Means::App {
                { tag("p", "note", say::local(card, WaysSay::InStore { name: NAME }.say(lang), lang).replace(NAME, &way.what)) }
            }
            <ul class="tags">
                if way.is_foreign(guide::home(card)) {
                    { tag("li", "flag", WaysWord::Foreign.say(lang)) }
                }
                { for only(&way.known, lang).map(|text| tag("li", "flag", say::local(card, text, lang))) }
                { for tags(lang, card, way, purpose, (abroad, away)).into_iter().map(|text| tag("li", "", say::local(card, text, lang))) }
                { known(view, &way.known) }
            </ul>
            if way.known.heard.strange {
                { banner(Tone::Warn, HeardWord::StrangeSite.say(lang).into()) }
            }
            { source(view, &way.known) }
            { heard::way(view, id, of, way) }
        </li>
    }
}

/// That a link cannot choose the line, and which one to choose: where one of these ways needs a line. And that an iPhone
/// dials no code from a page, where one of them is such.
pub(super) fn line(card: &Card, offers: &[Offer<'_>], lang: Lang) -> Html {
    if !offers.iter().any(|offer| offer.way.needs_a_line()) {
        return html! {};
    }
    let says = match &card.number {
        Some(number) => WaysSay::LineTail { tail: number.tail() },
        None => WaysSay::LineNamed { name: NAME },
    };
    html! {
        <>
            if offers.iter().any(|offer| offer.way.means == Means::Dial) {
                { tag("p", "note ios", WaysWord::IphoneHint.say(lang)) }
            }
            { tag("p", "note", say::local(card, says.say(lang), lang).replace(NAME, card.name.as_str())) }
        </>
    }
}

/// Copies a text, with which the way is taken, and says that it did.
fn copy(view: &View<'_>, text: &str, alone: bool, went: &Msg) -> Html {
    let lang = view.lang;
    let name = WaysSay::CopyOf { text }.say(lang);
    let label = if alone { WaysWord::Copy.say(lang).to_owned() } else { name.clone() };
    let done = view.model.copied.as_deref() == Some(text);
    let (took, asked) = (view.on::<()>(went.clone()), view.on(Msg::AskedCopy(text.to_owned())));
    let onclick = Callback::from(move |_| {
        took.emit(());
        asked.emit(());
    });
    html! {
        <>
            <button type="button" class="quiet" aria-label={name} {onclick}>
                { label }
            </button>
            <span class="note" role="status">{ if done { WaysWord::Copied.say(lang) } else { "" } }</span>
        </>
    }
}

/// What one does.
pub(super) const fn title(means: Means) -> WaysWord {
    match means {
        Means::Text => WaysWord::TextIt,
        Means::Dial => WaysWord::DialIt,
        Means::Call => WaysWord::CallIt,
        Means::App => WaysWord::InApp,
        Means::Website => WaysWord::OnSite,
        Means::Pay => WaysWord::PayIt,
        Means::Shop => WaysWord::ShopIt,
    }
}

/// With what: `BAL → 6700`, `*777#`.
pub(super) fn shown(way: &Way, lang: Lang) -> String {
    match way.means {
        Means::Text => [&way.with, " → ", &way.what].concat(),
        Means::Shop if way.what.is_empty() => WaysWord::AnyShop.say(lang).to_owned(),
        _ => way.number(),
    }
}

/// What one should know before one taps, `abroad` or at home; `away`: whether its number for calls from there is shown.
fn tags(lang: Lang, card: &Card, way: &Way, purpose: Purpose, (abroad, away): (bool, bool)) -> Vec<String> {
    let data = match way.works_without_data() {
        true => WaysWord::NoData,
        false if way.known.own => WaysWord::OverCard,
        false => WaysWord::NeedsData,
    };
    let mut tags = Vec::new();
    tags.push(data.say(lang).to_owned());
    if way.needs_a_line() {
        let text = way.means == Means::Text;
        tags.push(match card.number.as_ref().map(|number| number.tail()) {
            Some(tail) if text => WaysSay::TextFrom { tail }.say(lang),
            Some(tail) => WaysSay::CallFrom { tail }.say(lang),
            None => WaysWord::AnyCard.say(lang).to_owned(),
        });
    }
    let takes = match way.means {
        Means::Call => Some(WaysWord::TakesCall),
        // A text or a code by which one pays answers with no figure.
        _ if !matches!(purpose, Purpose::Check(_)) => None,
        Means::Text => Some(WaysWord::TakesText),
        Means::Dial => Some(WaysWord::TakesDial),
        Means::App | Means::Website => Some(WaysWord::TakesLook),
        Means::Pay | Means::Shop => None,
    };
    if away {
        tags.push(WaysSay::AtHome { number: &way.what }.say(lang));
    }
    // What is free at home is not said to be free from another country.
    let free = way.free && (way.abroad || !abroad);
    tags.extend(terms_at(way, free, lang).into_iter().skip(usize::from(away)));
    tags.extend(takes.map(|takes| takes.say(lang).to_owned()));
    tags
}

/// For whose cards a fact is, or when it holds, where that is not for all.
pub(super) fn only(known: &Known, lang: Lang) -> Option<&str> {
    format::listed(&known.only, lang)
}

/// What a way says of itself beside what one does: all of it, for whoever takes it in from a file.
pub(super) fn terms(way: &Way, lang: Lang) -> Vec<String> {
    terms_at(way, way.free, lang)
}

fn terms_at(way: &Way, free: bool, lang: Lang) -> Vec<String> {
    let mut terms = Vec::new();
    if way.means == Means::Call && !way.with.is_empty() {
        terms.push(WaysSay::FromAbroad { number: &way.with }.say(lang));
    }
    if !way.menu.is_empty() {
        terms.push(WaysSay::Menu { keys: &way.menu }.say(lang));
    }
    let cost = if free { WaysWord::Free } else { WaysWord::CostUnknown };
    let cost = (free || way.needs_a_line()).then_some(cost);
    let asks = match way.asks {
        Asks::Balance => None,
        Asks::Data => Some(WaysWord::AsksData),
        Asks::Money => Some(WaysWord::AsksMoney),
    };
    let voucher = (way.means == Means::Dial && way.what.contains("PIN")).then_some(WaysWord::PinHint);
    let abroad = way.abroad.then_some(WaysWord::Abroad);
    let words = [abroad, cost, asks, voucher];
    terms.extend(words.into_iter().flatten().map(|word| word.say(lang).to_owned()));
    terms.extend(format::listed(&way.known.note, lang).map(str::to_owned));
    terms
}

/// How sure a fact is, and what people reported of it, as tags: that nobody vouches for it stands out. What
/// one tried oneself is not called untried.
pub(super) fn known(view: &View<'_>, known: &Known) -> Html {
    let mine = known.heard.tried.is_some_and(|(mark, _)| mark.by == By::Me);
    let say = |word: WaysWord| Some(word.say(view.lang).to_owned());
    let sure = match (known.sure, known.sources.len()) {
        _ if mine => None,
        (Confidence::Confirmed, _) => say(WaysWord::Confirmed),
        (Confidence::OneSource, ..=1) => say(WaysWord::OneSource),
        // Several that are weak are no more sure than one.
        (Confidence::OneSource, count) => Some(WaysSay::WeakSources { count: &count.to_string() }.say(view.lang)),
        (Confidence::Unchecked, _) => say(WaysWord::Unchecked),
        (Confidence::Told, _) => None,
    };
    let old = !mine && known.is_old(view.today());
    // Whoever says so, and how old that is, is the first that is said of it.
    let mut tags = if old { aged(view, known) } else { Vec::new() };
    tags.extend(sure);
    tags.extend(heard::marks(view, known));
    let doubtful = old
        || !mine && matches!(known.sure, Confidence::Unchecked)
        || known.heard.told.is_some_and(|mark| mark.by == By::File);
    let class = |place: usize| if doubtful && place == 0 { "flag" } else { "" };
    tags.into_iter().enumerate().map(|(place, text)| tag("li", class(place), text)).collect()
}

/// Where a fact was read, when, and how old that is; nothing where nobody says it.
pub(super) fn source(view: &View<'_>, known: &Known) -> Html {
    if known.sources.is_empty() {
        return html! {};
    }
    let lang = view.lang;
    // No link: some of these pages are doubtful themselves, and are one tap away from where one pays.
    let one = |source: &String| match Known::host(source) {
        Some(_) => html! { <li lang="en">{ Known::address(source) }</li> },
        None => tag("li", "", WaysWord::PublicCode.say(lang)),
    };
    let mut says: Vec<String> = Vec::new();
    for source in &known.sources {
        let from = Known::host(source).unwrap_or_else(|| WaysWord::PublicCode.say(lang));
        let from = match Known::age(source) {
            Some("old") => WaysSay::OldPage { from }.say(lang),
            // Of all that is said of the fact itself.
            Some(year) if known.of.is_none() => WaysSay::PageOf { from, year }.say(lang),
            _ => from.to_owned(),
        };
        if !says.contains(&from) {
            says.push(from);
        }
    }
    let says = ["", &says.join(", "), ""].join(say::DOT);
    // Each is said in one piece.
    let read = read_on(view, known);
    let dots = |place: usize| if place == 0 { "" } else { say::DOT };
    let read = read
        .iter()
        .enumerate()
        .map(|(place, says)| html! { <>{ dots(place) }{ tag("span", "whole", says.as_str()) }</> });
    html! {
        <details class="source">
            <summary>{ WaysWord::Source.say(lang) }<span class="note">{ says }{ for read }</span></summary>
            <ul>{ for known.sources.iter().map(one) }</ul>
        </details>
    }
}

/// When a fact was looked up, and of which year its sources are, each with its age; what is said of it first
/// where it is old is not said again.
fn read_on(view: &View<'_>, known: &Known) -> Vec<String> {
    let month = view.model.directory.here().map(|directory| directory.read.as_str()).unwrap_or_default();
    let mut says = vec![WaysSay::ReadIn { month }.say(view.lang)];
    if known.of.is_none() {
        says.extend(age(view, Date::parse(&[month, "-28"].concat())));
    } else if !known.is_old(view.today()) {
        says.extend(aged(view, known));
    }
    says
}

/// Of which year the sources of a fact are, and their age.
fn aged(view: &View<'_>, known: &Known) -> Vec<String> {
    let of = known.of.iter().map(|year| WaysSay::SourceOf { year }.say(view.lang));
    of.chain(age(view, known.written())).collect()
}

/// How long ago the last day was on which something can have been true, where that is a year or more.
fn age(view: &View<'_>, since: Option<Date>) -> Option<String> {
    match view.today().days_since(since?) / 365 {
        ..1 => None,
        1 => Some(WaysWord::OneYear.say(view.lang).to_owned()),
        years => Some(WaysSay::Years { years: &years.to_string() }.say(view.lang)),
    }
}
