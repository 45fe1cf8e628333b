//! When a card has run out: what still works, whom to ask and what to say, where to buy, in steps.
//! Nothing here needs a network.

use super::parts::{Tone, banner, button, link, link_to_field, tag};
use super::{View, clerk, pay, say, tips, way, ways as reading};
use crate::app::form::Field;
use crate::app::screen::{
    Asking, CardScreen, Gauge, Group, Left, Offer, Out, Rest, Situation, Verdict, Whereabouts, asking, card_screen,
    has_line, has_shops, may_have_a_line,
};
use crate::app::{Msg, Route, Told};
use crate::domain::{Bucket, Card, CardId, Purpose, Unit};
use crate::guide::{self, Asks, Country, Link, Listing};
use crate::i18n::text::forms::Label;
use crate::i18n::text::names;
use crate::i18n::text::screens_alerts::AlertWord;
use crate::i18n::text::screens_before::BeforeWord;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::i18n::text::screens_clerk::{ClerkWord, gone, request};
use crate::i18n::text::screens_out::{OutSay, OutWord};
use crate::i18n::text::screens_ways::WaysWord;
use crate::i18n::{Lang, format};
use crate::plan;
use yew::{Html, html};

/// The page of a card.
pub(super) fn out(view: &View<'_>, id: CardId) -> Option<Html> {
    let lang = view.lang;
    let screen = card_screen(&view.model.book, view.moment, id, view.model.range)?;
    let view = &view.sized(screen.gauge.small);
    let card = screen.card;
    let out = screen.out(say::today(view, card));
    // Of data that it does not have nothing runs out.
    if out.is_none() && screen.has_no_data() {
        return None;
    }
    let told = card.carrier.as_ref().map(|carrier| view.model.directory.tells(carrier.as_str(), &view.model.book));
    let line = Line::of(card, listing(told.as_ref()));
    let lost = screen.number.lost.map(|lost| {
        let date = format::date(lost.date, say::today(view, card), lang);
        say::local(card, OutSay::Lost { date: &date }.say(lang), lang)
    });
    let queued = say::waiting(view, &screen);
    let told = told.as_ref();
    let abroad = Whereabouts::of(card, view.moment) == Whereabouts::Abroad;
    let mut steps: Vec<Html> = (line == Line::Has).then(|| how(view, id, card, told)).into_iter().collect();
    if abroad {
        // A call may cost more than it brings: Wi-Fi first.
        steps.insert(0, online(view, id, card, told));
    } else if has_shops(card, listing(told)) {
        steps.push(step(
            view,
            card,
            OutWord::Shops.say(lang),
            html! {
                <>
                    { tag("p", "", say::local(card, OutWord::ShopsSay.say(lang), lang)) }
                    { tag("div", "chips", link("btn small", ClerkWord::Show.say(lang), Route::Clerk(id))) }
                </>
            },
        ));
    } else {
        steps.push(online(view, id, card, told));
    }
    Some(html! {
        <>
            { reading::header(view, id, card, OutWord::Title.say(lang)) }
            <main class="ways">
                { pay::awaited(view, id, None) }
                { for out.map(|out| banner(Tone::Warn, html! { <>{ tag("b", "", heading(&screen, out, lang)) }{ for lost }</> })) }
                { tips::keep_esim(card, lang) }
                if !queued.is_empty() {
                    { banner(Tone::Calm, html! { { queued } }) }
                }
                <ol class="steps far">
                    { step(view, card, OutWord::Still.say(lang), still(view, &screen, out, line)) }
                    { for steps }
                    { step(view, card, OutWord::After.say(lang), after(view, id, &screen)) }
                </ol>
            </main>
        </>
    })
}

/// What is the matter, in a word.
pub(super) fn title(screen: &CardScreen<'_>, out: Out, lang: Lang) -> &'static str {
    match out {
        Out::Empty => say::empty(screen).say(lang),
        Out::Expired => CardWord::Expired.say(lang),
        Out::Today => AlertWord::OutToday.say(lang),
        Out::Reserve => CardWord::AllowanceReserve.say(lang),
    }
}

/// The same as the card says it: what may be used up already is not said to run out today.
fn heading(screen: &CardScreen<'_>, out: Out, lang: Lang) -> String {
    let says = if is_maybe_empty(screen, out) { CardWord::MaybeEmpty.say(lang) } else { title(screen, out, lang) };
    [says, say::assumed(out == Out::Expired && screen.is_assumed(), lang)].concat()
}

fn is_maybe_empty(screen: &CardScreen<'_>, out: Out) -> bool {
    out == Out::Today && screen.verdict == Verdict::MaybeEmpty
}

fn step(view: &View<'_>, card: &Card, title: &'static str, content: Html) -> Html {
    html! { <li>{ tag("h2", "", say::local(card, title, view.lang)) }{ content }</li> }
}

/// What the directory and people say of the carrier, where they say something.
fn listing(told: Option<&Told>) -> Option<&Listing> {
    if let Some(Told::Listed(listing)) = told { Some(listing) } else { None }
}

/// Why the directory says nothing, where it should.
fn unread(told: Option<&Told>) -> Option<&Told> {
    told.filter(|told| !matches!(told, Told::Listed(_) | Told::Unlisted))
}

/// Whether a card can text and call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Has,
    /// Most of its seller's cards cannot.
    Unlikely,
    None,
}

impl Line {
    fn of(card: &Card, listing: Option<&Listing>) -> Self {
        match has_line(card, listing) {
            true => Self::Has,
            false if may_have_a_line(card, listing) => Self::Unlikely,
            false => Self::None,
        }
    }
}

/// What the card's own figures say is left, then what works in any case.
fn still(view: &View<'_>, screen: &CardScreen<'_>, out: Option<Out>, line: Line) -> Html {
    let (lang, card) = (view.lang, screen.card);
    let rest = screen.rest(view.moment);
    // Of calls and texts that were counted nothing is to be guessed.
    let counted = rest.iter().any(|rest| matches!(rest.bucket, Bucket::Minutes | Bucket::Messages));
    let line = match out {
        _ if line == Line::None => Some(OutWord::NoLine),
        _ if line == Line::Unlikely => Some(OutWord::NoLineLikely),
        Some(Out::Expired) => Some(OutWord::LineOver),
        _ => Some(OutWord::Line).filter(|_| !counted),
    };
    let item = |says: String| tag("li", "", say::local(card, says, lang));
    html! {
        <ul class="general">
            { for left(view, screen, out).map(item) }
            { for said(view, screen, &rest, false).into_iter().map(item) }
            { for said(view, screen, &rest, true).into_iter().map(item) }
            { item(OutWord::Wifi.say(lang).to_owned()) }
            { for line.map(|line| item(line.say(lang).to_owned())) }
            <li>{ emergencies(view, card) }</li>
        </ul>
    }
}

/// The data that is left where it may run out today, with its age and the reserve in it.
fn left(view: &View<'_>, screen: &CardScreen<'_>, out: Option<Out>) -> Option<String> {
    let lang = view.lang;
    let known = screen.gauge.known.filter(|_| match out {
        Some(Out::Today) => !is_maybe_empty(screen, Out::Today),
        _ => out == Some(Out::Reserve),
    })?;
    // The reserve in it, or of which it is the rest, is said as it was set.
    let gigabytes = screen.card.reserve.is_some_and(|set| set.unit() == Unit::GB);
    let small = if gigabytes { Unit::GB } else { screen.gauge.small };
    let mut left = say::amount(&Gauge { small, ..screen.gauge })?;
    // An estimate is one of now.
    if let (None, Some((at, _))) = (screen.gauge.estimate, screen.gauge.as_of) {
        let ago = say::dotted(&[Some(say::ago(view, at)), say::added_since(view, &screen.gauge)]);
        left = OutSay::AsOf { left: &left, ago: &ago }.say(lang);
    }
    let reserve = plan::reserve(&screen.ledger);
    let (left, data) = (&left, &screen.card.reserve.map(format::amount).unwrap_or_default());
    let now = screen.gauge.estimate.map_or(known.left, |(_, middle, _)| middle);
    Some(match reserve.0 {
        0 => OutSay::Left { left }.say(lang),
        _ if now > reserve => OutSay::LeftOf { left, data }.say(lang),
        _ => OutSay::LeftReserve { left, data }.say(lang),
    })
}

/// What is left beside it, or what is `gone`, each time that it was said in a sentence, the last one first.
fn said(view: &View<'_>, screen: &CardScreen<'_>, rest: &[Rest], gone: bool) -> Vec<String> {
    let lang = view.lang;
    let mut sentences = Vec::new();
    let mut before = None;
    let of = |rest: &&Rest| rest.left.is_nothing() == gone;
    while let Some(at) =
        rest.iter().filter(of).map(|rest| rest.at).filter(|at| before.is_none_or(|before| *at < before)).max()
    {
        let mut what = String::new();
        for rest in rest.iter().filter(of).filter(|rest| rest.at == at) {
            let figure = match rest.left {
                _ if gone => String::new(),
                Left::Endless => CardWord::Unlimited.say(lang).to_owned(),
                Left::Money(money) => {
                    let left = format::money(money, lang);
                    match say::credited(view, screen) {
                        Some(since) => OutSay::AsOf { left: &left, ago: &since }.say(lang),
                        None => left,
                    }
                }
                Left::Data(data) => view.data(data, screen.card.base),
                Left::Count(count) if rest.bucket == Bucket::Messages => {
                    CardSay::Messages { count: &format::decimal(count) }.say(lang)
                }
                Left::Count(count) => format::decimal(count),
            };
            let (dot, space) = (if what.is_empty() { "" } else { say::DOT }, if gone { "" } else { " " });
            what.push_str(&[dot, names::bucket(rest.bucket, lang), space, &figure].concat());
        }
        let (what, ago) = (&what, &say::ago(view, at));
        sentences.push(if gone { OutSay::UsedUp { what, ago } } else { OutSay::Rest { what, ago } }.say(lang));
        before = Some(at);
    }
    sentences
}

/// The emergency numbers of the place where the phone's clock says that it is; where that is not where the
/// card is at home, those of the card's country beside them, each called what it is. Where the clock names no
/// country that is known here, what holds anywhere comes first.
fn emergencies(view: &View<'_>, card: &Card) -> Html {
    let carrier = card.carrier.as_ref().and_then(|carrier| guide::meant(carrier.as_str()));
    let home = match carrier {
        // A seller may be at home nowhere: its cards are used anywhere.
        Some(carrier) => carrier.country(),
        None => guide::home(card),
    };
    let here = guide::country_at(view.moment.zone.as_str());
    if here.is_some() && here.map(|here| here.code) == home.map(|home| home.code) {
        return numbers(view, card, home, |place| OutSay::Emergency { place });
    }
    let beside = home.filter(|home| guide::emergency(home.code).next().is_some());
    html! {
        <>
            { numbers(view, card, here, |place| OutSay::EmergencyHere { place }) }
            if beside.is_some() {
                { numbers(view, card, beside, |place| OutSay::EmergencyHome { place }) }
            }
        </>
    }
}

/// The emergency numbers of a country, or what to do where nobody vouches for one.
fn numbers<'a>(view: &View<'_>, card: &Card, of: Option<Country>, says: fn(&'a str) -> OutSay<'a>) -> Html {
    let lang = view.lang;
    let numbers = of.map(|country| guide::emergency(country.code)).into_iter().flatten();
    let links: Html = numbers.filter_map(dialled).collect();
    let (says, links) = match of.filter(|_| links != Html::default()) {
        Some(country) => (says(format::name(country.names, lang)).say(lang), links),
        // Every phone takes that one for what it is.
        None => (OutWord::EmergencyAny.say(lang).to_owned(), dialled("112").unwrap_or_default()),
    };
    html! { <>{ tag("p", "", say::local(card, says, lang)) }{ tag("div", "chips", links) }</> }
}

fn dialled(number: &'static str) -> Option<Html> {
    let link = Link::call(number)?;
    Some(html! { <a class="btn small num" href={link.as_str().to_owned()}>{ number }</a> })
}

/// The ways for a purpose as they are without data.
fn asked<'a>(view: &View<'_>, card: &Card, told: Option<&'a Told>, sought: Purpose) -> Asking<'a> {
    let ways = |listing| asking(listing, sought, Situation::of(card, listing, view.moment, false));
    listing(told).map(ways).unwrap_or_default()
}

/// How to pay, whom to ask without data, and what to say there.
fn how(view: &View<'_>, id: CardId, card: &Card, told: Option<&Told>) -> Html {
    let lang = view.lang;
    let unread = unread(told);
    let (pays, asks) = (asked(view, card, told, Purpose::TopUp), asked(view, card, told, Purpose::Check));
    let pay = pays.of(Group::Now);
    // Where no way to pay works without data, whatever answers may say one; what only tells how much is left, not.
    let (sought, others) = match pay.is_empty() {
        true => (Purpose::Check, asks.of(Group::Now)),
        false => (Purpose::TopUp, pays.of(Group::Ask)),
    };
    let mut others = others.to_vec();
    others.retain(|offer| offer.way.asks != Asks::Data);
    let first = way::first(if pay.is_empty() { &others } else { pay }, view.today());
    let spoken = clerk::spoken(card);
    let country = guide::home(card).map(|country| country.code);
    let phrase = |lang: Lang| {
        let space = if lang == Lang::En { " " } else { "" };
        [gone(country, lang), space, request(country, lang)].concat()
    };
    // What is to be known of all of them stands once.
    let all = [pay, &others].concat();
    let mut lists = vec![(OutWord::Pay, Purpose::TopUp, pay), (OutWord::Ask, sought, &others)];
    lists.retain(|(.., offers)| !offers.is_empty());
    if lists.is_empty() {
        lists.push((OutWord::Pay, sought, pay));
    }
    let count = lists.len();
    let one = |(place, (title, sought, offers)): (usize, (OutWord, Purpose, &[Offer<'_>]))| {
        let content = html! {
            <>
                if place == 0 {
                    { for unread.map(|told| reading::unread(view, told)) }
                    if offers.is_empty() && !matches!(unread, Some(Told::Awaited)) {
                        { tag("p", "", say::local(card, OutWord::NoWay.say(lang), lang)) }
                    }
                    { way::line(card, &all, lang) }
                    { reading::roams(view, card, &all) }
                } else {
                    { tag("p", "note", say::local(card, WaysWord::AskToPay.say(lang), lang)) }
                }
                { reading::unchecked(offers, lang, false) }
                { reading::rows(view, card, (id, sought), offers, first) }
                if place + 1 == count {
                    { tag("p", "note", WaysWord::PhraseTitle.say(lang)) }
                    <p class="said" lang={spoken.tag()}>{ say::quoted(&phrase(spoken), spoken) }</p>
                    if lang != spoken {
                        { tag("p", "note", phrase(lang)) }
                    }
                    { link("quiet", OutWord::WithNet.say(lang), Route::Pay(id)) }
                }
            </>
        };
        step(view, card, title.say(lang), content)
    };
    lists.into_iter().enumerate().map(one).collect()
}

/// How to pay for a card that no shop tops up.
fn online(view: &View<'_>, id: CardId, card: &Card, told: Option<&Told>) -> Html {
    let lang = view.lang;
    // What works without data has a step of its own, or none: no line, and no shop.
    let asking = asked(view, card, told, Purpose::TopUp);
    let (offers, own) = (asking.of(Group::Later), asking.of(Group::Own));
    let first = way::first(offers, view.today());
    // Of what opens over the card alone no Wi-Fi helps.
    let over = offers.is_empty() && !own.is_empty();
    let (title, says) = match over {
        true => (WaysWord::TopUpTitle.say(lang), WaysWord::NoneNow.say(lang)),
        false => (OutWord::Online.say(lang), OutWord::OnlineSay.say(lang)),
    };
    step(
        view,
        card,
        title,
        html! {
            <>
                { for unread(told).map(|told| reading::unread(view, told)) }
                { tag("p", "", say::local(card, says, lang)) }
                { reading::unchecked(offers, lang, false) }
                { reading::rows(view, card, (id, Purpose::TopUp), if over { own } else { offers }, first) }
            </>
        },
    )
}

fn after(view: &View<'_>, id: CardId, screen: &CardScreen<'_>) -> Html {
    let (lang, card) = (view.lang, screen.card);
    let (class, paid) = match screen.awaits {
        true => ("btn small", BeforeWord::Again.say(lang)),
        false => ("btn small main", Label::HavePaid.say(lang)),
    };
    html! {
        <>
            { tag("p", "", say::local(card, OutWord::AfterSay.say(lang), lang)) }
            { button(class, paid, view.on(Msg::Paid(id))) }
            if card.reserve.is_none() {
                { link_to_field(view, OutWord::SetReserve.say(lang), Route::EditCard(id), Field::Reserve) }
            }
        </>
    }
}
