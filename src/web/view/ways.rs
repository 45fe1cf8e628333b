//! Ways to check: from the directory alone, each as sure as its source.

use super::parts::{Icon, Tone, banner, button, icon, link, tag};
use super::way::{self, Purpose};
use super::{View, clerk, heard, say};
use crate::app::screen::{
    Group, Offer, Out, Situation, Whereabouts, asking, card_screen, has_line, is_doubtful, may_have_a_line, pages,
};
use crate::app::{DirectoryFault, Msg, Route, Told};
use crate::domain::{self, Card, CardForm, CardId, Source};
use crate::guide::{self, Listing, Means, Stated, Way};
use crate::i18n::text::forms::Label;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_clerk::question;
use crate::i18n::text::screens_out::OutWord;
use crate::i18n::text::screens_rules;
use crate::i18n::text::screens_ways::WaysWord;
use crate::i18n::{Lang, format};
use yew::{Html, html};

pub(super) fn ways(view: &View<'_>, id: CardId) -> Html {
    let lang = view.lang;
    let Some(card) = view.model.book.card(id) else { return Html::default() };
    let known = card.carrier.as_ref().is_some_and(|carrier| guide::find(carrier.as_str()).is_some());
    let told = card.carrier.as_ref().map(|carrier| view.model.directory.tells(carrier.as_str(), &view.model.book));
    html! {
        <>
            { header(view, id, card, WaysWord::CheckBalance.say(lang)) }
            <main class="ways">
                { match told {
                    Some(Told::Listed(listing)) => listed(view, id, card, &listing),
                    None => unknown(view, id, card),
                    Some(Told::Unlisted) if !known => unknown(view, id, card),
                    Some(told) => untold(view, id, card, &told),
                } }
                <p>
                    <a class="btn" href={Route::Pay(id).address()}>{ say::local(card, Word::TopUp.say(lang), lang) }</a>
                </p>
            </main>
        </>
    }
}

/// The head of a sheet of a card: its name, the card and its carrier, and the way back to it.
pub(super) fn header(view: &View<'_>, id: CardId, card: &Card, title: &str) -> Html {
    let close = Word::Close.say(view.lang);
    let of =
        [Some(card.name.as_str()), say::carrier(view, card)].into_iter().flatten().collect::<Vec<_>>().join(say::DOT);
    html! {
        <header>
            { tag("div", "who", html! { <>{ tag("h1", "", title.to_owned()) }{ tag("p", "", of) }</> }) }
            <a class="tap" href={Route::Card(id).address()} aria-label={close}>{ icon(Icon::Close) }</a>
        </header>
    }
}

/// What the directory says of the card's carrier, the phone's own counter among it.
fn listed(view: &View<'_>, id: CardId, card: &Card, listing: &Listing) -> Html {
    let lang = view.lang;
    let checks = &listing.checks;
    let some = |means| checks.iter().any(|way| way.means == means);
    let line = has_line(card, Some(listing));
    let names = guide::find(&listing.id).map(|carrier| format::name(carrier.names(), lang));
    html! {
        <>
            if let Some((mark, name)) = &listing.name_told {
                { heard::simply(view, Label::Name.say(lang), name, Some((mark, names))) }
            }
            if let Some(network) = &listing.network {
                { heard::simply(view, WaysWord::Network.say(lang), network, listing.network_told.as_ref().map(|(mark, listed)| (mark, listed.as_deref()))) }
            }
            if !view.model.online {
                <p class="note" role="status">{ say::local(card, WaysWord::Offline.say(lang), lang) }</p>
            }
            if !line {
                { data_only(id, card, listing, lang) }
            }
            { tag("h2", "sr", WaysWord::CheckTitle.say(lang)) }
            { list(view, card, listing, Purpose::Check(id)) }
            if line && some(Means::Call) {
                { phrase(card, lang) }
            }
            if checks.iter().any(|way| way.link().is_some()) {
                { banner(Tone::Calm, html! { { WaysWord::ComeBack.say(lang) } }) }
            }
            { rules(view, id, card, &listing.rules) }
            { heard::more(view, id, true) }
        </>
    }
}

/// Whether nobody vouches for any of them.
fn all_doubtful(view: &View<'_>, offers: &[Offer<'_>]) -> bool {
    !offers.is_empty() && offers.iter().all(|offer| is_doubtful(offer.way, view.today()))
}

/// Offers as rows; `first`: which one is offered before the others.
pub(super) fn rows(
    view: &View<'_>,
    card: &Card,
    (id, sought): (CardId, domain::Purpose),
    offers: &[Offer<'_>],
    first: Option<&Way>,
) -> Html {
    if offers.is_empty() {
        return Html::default();
    }
    let one = |offer: &Offer<'_>| way::way(view, card, offer.way, Purpose::of(id, sought, offer), first);
    html! { <ul>{ for offers.iter().map(one) }</ul> }
}

/// The ways in the order of what works now; what waits for a network, or needs data of a card that has none,
/// stands apart. Where nobody vouches for any of them that is said first. The phone's own counter, which is there
/// anyway, stands among the ways to check: before those for which nobody vouches, and before those that wait.
pub(super) fn list(view: &View<'_>, card: &Card, listing: &Listing, purpose: Purpose) -> Html {
    let lang = view.lang;
    let (id, sought) = purpose.parts();
    let (none, asks) = match sought {
        domain::Purpose::Check => (WaysWord::NoWays, Some(id)),
        domain::Purpose::TopUp => (WaysWord::NoTopUps, None),
    };
    let online = view.model.online;
    let screen = card_screen(&view.model.book, view.moment, id, view.model.range);
    let out = screen.and_then(|screen| screen.out(say::today(view, card)));
    let out = out.filter(|out| matches!(out, Out::Empty | Out::Expired));
    let at = Situation::of(card, listing, view.moment, online && out.is_none());
    let asking = asking(listing, sought, at);
    let (now, later, usable) = (asking.of(Group::Now), asking.of(Group::Later), asking.usable());
    let nearest = if now.is_empty() { later } else { now };
    let doubtful = all_doubtful(view, nearest);
    // Beside a way to pay stands that it is paid. What needs data works where the phone has it otherwise.
    let first = asks.and_then(|_| way::first(if online { usable } else { now }, view.today()));
    let rows = |offers: &[Offer<'_>]| rows(view, card, (id, sought), offers, first);
    let over = if online { WaysWord::OverWifi } else { WaysWord::Later };
    let mut parts = [
        ("p", over, Group::Later),
        ("h2", WaysWord::AskToPay, Group::Ask),
        ("h2", WaysWord::Abroad, Group::Roaming),
        ("h2", WaysWord::OverCard, Group::Own),
    ];
    // Without a network whoever can be asked comes before what waits for one.
    if !online {
        parts.swap(0, 1);
    }
    let part = |(name, title, group): (&'static str, WaysWord, Group)| {
        let offers = asking.of(group);
        let class = if name == "p" { "note" } else { "part" };
        let title = (!offers.is_empty()).then(|| tag(name, class, say::local(card, title.say(lang), lang)));
        html! { <>{ for title }{ rows(offers) }</> }
    };
    // Who knows no way to pay may know the carrier's own pages.
    let sites = if asks.is_none() { pages(listing) } else { Vec::new() };
    let none = match () {
        () if !sites.is_empty() => WaysWord::SitesOnly,
        () if [Group::Roaming, Group::Own].iter().any(|group| !asking.of(*group).is_empty()) => WaysWord::NoneNow,
        () => none,
    };
    // What stands before the counter.
    let (before, behind) = if doubtful || now.is_empty() { (&[][..], now) } else { (now, &[][..]) };
    html! {
        <>
            if usable.is_empty() {
                { tag("p", "", say::local(card, none.say(lang), lang)) }
                { rows(&sites) }
            }
            { way::line(card, asking.all(), lang) }
            { roams(view, card, asking.all()) }
            if at.line && out == Some(Out::Expired) {
                { tag("p", "note", say::local(card, OutWord::LineOver.say(lang), lang)) }
            }
            { rows(before) }
            { for asks.map(|id| counter(view, id)) }
            { unchecked(nearest, lang, asks.is_some()) }
            { rows(behind) }
            { for parts.map(part) }
        </>
    }
}

/// That calls and texts may cost roaming where the phone is: where one of these ways is made by one and is not for that.
pub(super) fn roams(view: &View<'_>, card: &Card, offers: &[Offer<'_>]) -> Html {
    let away = Whereabouts::of(card, view.moment) == Whereabouts::Abroad;
    if away && offers.iter().any(|offer| offer.way.needs_a_line() && !offer.way.abroad) {
        return tag("p", "note", say::local(card, WaysWord::Roams.say(view.lang), view.lang));
    }
    Html::default()
}

/// That nobody vouches for any of these; nothing where one has a source, however old. `counts`: whether the phone's own
/// counter helps.
pub(super) fn unchecked(offers: &[Offer<'_>], lang: Lang, counts: bool) -> Html {
    if offers.is_empty() || offers.iter().any(|offer| !offer.way.known.is_unverified()) {
        return Html::default();
    }
    let counter = if counts { WaysWord::CounterAnswers.say(lang) } else { "" };
    let space = if counts && lang == Lang::En { " " } else { "" };
    tag("p", "note", [WaysWord::AllUnchecked.say(lang), space, counter].concat())
}

/// A card without texts and calls is looked up by its own number.
fn data_only(id: CardId, card: &Card, listing: &Listing, lang: Lang) -> Html {
    let own = card.form == CardForm::DataOnly;
    html! {
        <>
            { no_line(card, !listing.checks.iter().all(|way| way.needs_a_line() || way.known.own), lang) }
            if may_have_a_line(card, Some(listing)) {
                { tag("p", "note", say::local(card, WaysWord::LikelyData.say(lang), lang)) }
                <p>{ link("quiet", WaysWord::MineCalls.say(lang), Route::EditCard(id)) }</p>
            } else if !own {
                { tag("p", "note", say::local(card, WaysWord::SellersData.say(lang), lang)) }
                { tag("p", "note", WaysWord::DenyRule.say(lang)) }
            } else if listing.checks.iter().any(Way::needs_a_line) {
                { tag("p", "note", say::local(card, WaysWord::MineData.say(lang), lang)) }
                <p>{ link("quiet", WaysWord::MineCalls.say(lang), Route::EditCard(id)) }</p>
            }
            { own_number(lang) }
        </>
    }
}

/// That a card has neither texts nor calls; `looks`: and that there may be a page from everywhere.
fn no_line(card: &Card, looks: bool, lang: Lang) -> Html {
    let page = if looks { WaysWord::SellersPage.say(lang) } else { "" };
    let space = if looks && lang == Lang::En { " " } else { "" };
    banner(Tone::Calm, say::local(card, [WaysWord::DataOnly.say(lang), space, page].concat(), lang).into())
}

/// Where the card's own number stands.
fn own_number(lang: Lang) -> Html {
    html! {
        <details class="counter">
            { tag("summary", "", WaysWord::Iccid.say(lang)) }
            { tag("p", "", WaysWord::IccidIphone.say(lang)) }
            { tag("p", "", WaysWord::IccidAndroid.say(lang)) }
        </details>
    }
}

fn rules(view: &View<'_>, id: CardId, card: &Card, rules: &[Stated]) -> Html {
    let lang = view.lang;
    let one = |stated: &Stated| {
        let colon = if lang == Lang::En { ": " } else { "：" };
        let only = way::only(&stated.known, lang).map(|only| [only, colon].concat()).unwrap_or_default();
        // What a person wrote stays as it is.
        let says = match stated.rule.said() {
            Some(words) => words.to_owned(),
            None => say::local(card, only + &screens_rules::rule(&stated.rule, lang), lang),
        };
        html! {
            <li class="way">
                { tag(if stated.known.heard.denied.is_some() { "s" } else { "p" }, "", says) }
                <ul class="tags">{ way::known(view, &stated.known) }</ul>
                { way::source(view, &stated.known) }
                { heard::rule(view, id, stated) }
            </li>
        }
    };
    html! {
        if !rules.is_empty() {
            { tag("h2", "part", WaysWord::RulesTitle.say(lang)) }
            <ul>{ for rules.iter().map(one) }</ul>
        }
    }
}

/// The directory is not here, or says nothing of the carrier: the phone's own counter still counts.
fn untold(view: &View<'_>, id: CardId, card: &Card, told: &Told) -> Html {
    html! {
        <>
            { unread(view, told) }
            { phrase(card, view.lang) }
            { counter(view, id) }
        </>
    }
}

/// Why the directory says nothing of a carrier.
pub(super) fn unread(view: &View<'_>, told: &Told) -> Html {
    let lang = view.lang;
    let word = match told {
        Told::Awaited => WaysWord::Reading,
        Told::Failed(DirectoryFault::NotThere) => WaysWord::NotThere,
        Told::Failed(DirectoryFault::Unreadable) => WaysWord::Damaged,
        Told::Failed(DirectoryFault::Newer) => WaysWord::Newer,
        Told::Bad => WaysWord::BadRow,
        Told::Unlisted | Told::Listed(_) => WaysWord::NoWays,
    };
    html! {
        <>
            if *told == Told::Awaited {
                <p role="status">{ word.say(lang) }</p>
            } else {
                { banner(Tone::Warn, html! { { word.say(lang) } }) }
            }
            if matches!(told, Told::Failed(_)) {
                { button("btn small", WaysWord::TryAgain.say(lang), view.on(Msg::AskedDirectory)) }
            }
        </>
    }
}

/// What to say on the hotline, in the language that is spoken there.
fn phrase(card: &Card, lang: Lang) -> Html {
    let spoken = clerk::spoken(card);
    let country = guide::home(card).map(|country| country.code);
    html! {
        <section class="phrase">
            { tag("p", "note", WaysWord::PhraseTitle.say(lang)) }
            <p class="said" lang={spoken.tag()}>{ say::quoted(question(country, spoken), spoken) }</p>
            if lang != spoken {
                { tag("p", "note", question(country, lang)) }
            }
            if spoken == Lang::En {
                { tag("p", "note", WaysWord::PhraseHint.say(lang)) }
            }
        </section>
    }
}

fn counter(view: &View<'_>, id: CardId) -> Html {
    let lang = view.lang;
    html! {
        <details class="counter">
            { tag("summary", "", WaysWord::Counter.say(lang)) }
            { tag("p", "", WaysWord::CounterIphone.say(lang)) }
            { tag("p", "", WaysWord::CounterAndroid.say(lang)) }
            { tag("p", "note", WaysWord::CounterNote.say(lang)) }
            { button("btn small", WaysWord::LogIt.say(lang), view.on(Msg::SawFigure(id, Source::PhoneCounter))) }
        </details>
    }
}

/// Nothing is made up for a carrier that nobody looked into.
fn unknown(view: &View<'_>, id: CardId, card: &Card) -> Html {
    let lang = view.lang;
    let calls = card.form != CardForm::DataOnly;
    html! {
        <section class="stack">
            if card.carrier.is_some() {
                { tag("h2", "", WaysWord::UnknownCarrier.say(lang)) }
            }
            if calls {
                { tag("p", "", WaysWord::UnknownSays.say(lang)) }
                <ul class="general">
                    { tag("li", "", WaysWord::GeneralText.say(lang)) }
                    { tag("li", "", WaysWord::GeneralApp.say(lang)) }
                    { tag("li", "", WaysWord::GeneralCall.say(lang)) }
                </ul>
            } else {
                { no_line(card, true, lang) }
                { own_number(lang) }
            }
            if card.carrier.is_some() {
                { heard::more(view, id, false) }
            }
            { link("quiet", WaysWord::ChooseCarrier.say(lang), Route::EditCard(id)) }
            if calls {
                { phrase(card, lang) }
            }
            { counter(view, id) }
        </section>
    }
}
