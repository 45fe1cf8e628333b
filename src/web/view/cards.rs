//! All cards, a row each.

use super::View;
use super::card::menu;
use super::gauge::mini;
use super::parts::{Icon, button, icon, tag};
use super::{day_plan, number, say};
use crate::app::screen::{CardScreen, Out, Urgency, Verdict, list};
use crate::app::{Mode, Msg, Route};
use crate::forecast::Outlook;
use crate::i18n::format;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::web::later;
use yew::{Html, html};

pub(super) fn cards(view: &View<'_>) -> Html {
    let lang = view.lang;
    let screen = list(&view.model.book, view.moment);
    // What was paid for is looked for: its card stands behind the pinned one, before those that were used since.
    let mut rows = Vec::new();
    for first in [true, false] {
        for card in &screen.in_use {
            if first == (card.awaits || view.model.book.pinned == Some(card.id)) {
                rows.push(row(view, card));
            }
        }
    }
    html! {
        <>
            <header>
                { tag("h1", "app", Word::AppName.say(lang)) }
                <a class="tap" href={Route::AddCard.address()} aria-label={Word::AddCard.say(lang)}>{ icon(Icon::Plus) }</a>
                { menu(view) }
            </header>
            <main>
                { for screen.urgent().map(|(card, urgency)| pressing(view, card, urgency)) }
                <ul class="cards">{ rows }</ul>
                // What comes behind the first look moves no card from under a thumb.
                { later::next_of_all(view, &screen) }
                { later::waiting(view) }
                if !screen.archived.is_empty() {
                    { tag("h2", "part", Word::Archived.say(lang)) }
                    <ul class="cards archived">{ for screen.archived.iter().map(|card| row(view, card)) }</ul>
                }
                { tag("p", "note", CardWord::OneCardOn.say(lang)) }
            </main>
            <div class="bar">
                { button("btn main", Word::Paste.say(lang), view.on(Msg::StartedLog(None, Mode::Paste))) }
            </div>
        </>
    }
}

/// The most urgent thing, which leads to its card, or to what to do.
fn pressing(view: &View<'_>, screen: &CardScreen<'_>, urgency: Urgency) -> Html {
    let lang = view.lang;
    let name = screen.card.name.as_str();
    let left = say::amount(&screen.gauge);
    let (title, more) = match urgency {
        Urgency::Expires => {
            let ends = screen.expires.map(|expires| say::ends(view, screen.card, expires)).unwrap_or_default();
            let title = [name, " ", &ends].concat();
            // Of a day plan it lapses with each day, and of a period that is over it has.
            let lapses = screen.day.is_none() && !screen.gauge.past;
            let left = left.filter(|_| lapses && !matches!(screen.verdict, Verdict::Empty | Verdict::Slowed));
            (title, left.map(|data| CardSay::SoonLeft { data: &data }.say(lang)))
        }
        Urgency::Low if matches!(screen.verdict, Verdict::Empty | Verdict::MaybeEmpty) => {
            let (what, more) = say::verdict(view, screen);
            ([name, say::DOT, &what].concat(), more)
        }
        Urgency::Low => {
            (CardSay::IsLow { name }.say(lang), left.map(|data| CardSay::LowLeft { data: &data }.say(lang)))
        }
        Urgency::Expired => {
            let title = CardSay::IsExpired { name }.say(lang) + say::assumed(screen.is_assumed(), lang);
            (title, say::verdict(view, screen).1)
        }
    };
    // Where nothing is left, what to do is more than what there was; but what is on its way stands with the card.
    let out = !screen.awaits && matches!(screen.out(say::today(view, screen.card)), Some(Out::Empty | Out::Expired));
    let to = if out { Route::RunOut(screen.id) } else { Route::Card(screen.id) };
    html! {
        <a class="banner warn" href={to.address()}>
            { tag("b", "", title) }
            { for more }
        </a>
    }
}

fn row(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let gauge = &screen.gauge;
    let view = &View { small: gauge.small, money: screen.charts.money, ..*view };
    let unknown = matches!(screen.verdict, Verdict::NotEnough(_)) && gauge.known.is_none();
    let number = number::line(view, screen).filter(|_| unknown);
    let first = number.unwrap_or_else(|| say::verdict(view, screen).0);
    // Of a day whose data is used up: when there will be more.
    let day = screen.day.filter(|_| matches!(screen.outlook, Outlook::Empty { .. }));
    let resets = day.and_then(|day| day_plan::resets(view, screen, day.end?));
    let low = gauge.low.then(|| CardWord::Low.say(lang).to_owned());
    let first = say::dotted(&[low, Some(first), resets]);
    let money = screen.one_sum();
    let as_of = money.map_or_else(|| say::as_of(view, gauge), |(_, at)| Some(say::ago(view, at)));
    let known_by = say::dotted(&[as_of, say::range(view, gauge)]);
    let past = gauge.past && gauge.most.is_none() && gauge.estimate.is_none();
    let known = || if gauge.unlimited { Some(CardWord::Unlimited.say(lang).to_owned()) } else { say::amount(gauge) };
    let sum = || money.map(|(money, _)| say::sum(view, screen, money));
    let amount = say::at_most(view, gauge).or_else(known).or_else(sum);
    let guess = gauge.estimate.is_some() || money.is_some() && screen.after_fees.is_some();
    let ends = screen.expires.map(|expires| match expires.days {
        ..0 => CardWord::Over.say(lang).to_owned(),
        0 | 1 => say::ends(view, screen.card, expires),
        days => CardSay::InDays { days: &format::days(days, lang) }.say(lang) + say::assumed(expires.assumed, lang),
    });
    html! {
        <li key={screen.id.to_string()}>
            <a class="card" href={Route::Card(screen.id).address()}>
                { mini(gauge) }
                <span class="text">
                    { tag("b", "", screen.card.name.as_str()) }
                    { tag("span", if screen.urgency().is_some() { "small urgent" } else { "small" }, first) }
                    if screen.asks {
                        { tag("span", "small urgent", CardWord::AllowanceRose.say(lang)) }
                    }
                    { tag("span", "small", known_by) }
                    if !screen.waiting.is_empty() {
                        { tag("span", "small", say::waiting(view, screen)) }
                    }
                    { for say::paid(view, screen).map(|paid| tag("span", "small urgent", paid)) }
                </span>
                { tag("span", if guess { "amt num guess" } else { "amt num" }, html! {
                    <>
                        { for amount }
                        if past {
                            { tag("small", "", CardWord::LastKnown.say(lang)) }
                        }
                        { for ends.map(|ends| tag("small", "", ends)) }
                    </>
                }) }
            </a>
        </li>
    }
}
