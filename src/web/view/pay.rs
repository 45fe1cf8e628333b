//! Topping up: what to look at before paying, the ways to pay in the order of what works now, and
//! what was paid for until it has arrived.

use super::parts::{Tone, banner, button, link, tag};
use super::way::Purpose;
use super::{View, history, say, ways};
use crate::app::screen::{Whereabouts, has_line, has_shops, may_have_a_line, waiting};
use crate::app::{Msg, Route, Told};
use crate::domain::{Bucket, Card, CardForm, CardId, EntryId, Fact, TopUp};
use crate::guide::{self, Listing, Way};
use crate::i18n::text::forms::Label;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_before::{BeforeSay, BeforeWord};
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::i18n::text::screens_clerk::ClerkWord;
use crate::i18n::text::screens_pay::{PaySay, PayWord};
use crate::i18n::text::screens_tips::TipsWord;
use crate::i18n::text::screens_ways::{WaysSay, WaysWord};
use crate::i18n::{Lang, format};
use crate::plan::Waiting;
use yew::{Html, html};

/// The sheet of a card.
pub(super) fn pay(view: &View<'_>, id: CardId) -> Option<Html> {
    let lang = view.lang;
    let card = view.model.book.card(id)?;
    let plan = [card.plan.map(format::amount), card.price.map(|price| format::money(price, lang))];
    let told = card.carrier.as_ref().map(|carrier| view.model.directory.tells(carrier.as_str(), &view.model.book));
    let listing = if let Some(Told::Listed(listing)) = &told { Some(&**listing) } else { None };
    let plan: Vec<String> = plan.into_iter().flatten().collect();
    let sold = has_shops(card, listing);
    let shops = sold && Whereabouts::of(card, view.moment) != Whereabouts::Abroad;
    let address = if shops { BeforeWord::Address } else { BeforeWord::AddressOnline };
    let awaited = awaited(view, id, None);
    let waits = awaited != Html::default();
    // What has no end lasts as long with a top-up as without; and what it changes is reckoned in data.
    let ledger = view.model.book.ledger(id);
    let asks = !ledger.is_some_and(|ledger| ledger.unlimited(Bucket::General) || ledger.is_without_data());
    // What waits is settled above: a second payment is one only where somebody says so.
    let (class, paid) =
        if waits { ("btn", BeforeWord::Again.say(lang)) } else { ("btn main", Label::HavePaid.say(lang)) };
    // The button on the page of the card says it in the words of Taiwan: both stand where it leads to.
    let (title, local) = (Word::TopUp.say(lang), say::local(card, Word::TopUp.say(lang), lang));
    let title = if local == title { local } else { [title, "（", &local, "）"].concat() };
    Some(html! {
        <>
            { ways::header(view, id, card, &title) }
            <main class="ways">
                { awaited }
                { tag("h2", "part", BeforeWord::Title.say(lang)) }
                <ul class="look">
                    { number(view, card, sold) }
                    { look(html! {
                        <>
                            { say::local(card, BeforeWord::Terms.say(lang), lang) }
                            if !plan.is_empty() {
                                { tag("small", "num", say::local(card, WaysSay::PlanNow { plan: &plan.join(say::DOT) }.say(lang), lang)) }
                            }
                        </>
                    }) }
                    { for [address.say(lang), BeforeWord::Sum.say(lang), TipsWord::Scam.say(lang)].map(|says| look(html! { { say::local(card, says, lang) } })) }
                </ul>
                { tag("h2", "part", say::local(card, WaysWord::TopUpTitle.say(lang), lang)) }
                { how(view, id, card, told.as_ref()) }
                <div class="chips">
                    if shops {
                        { link("chip", ClerkWord::Show.say(lang), Route::Clerk(id)) }
                    }
                    if asks {
                        <a class="chip" href={Route::WhatIf(id).address()}>{ say::local(card, Word::WhatIfShort.say(lang), lang) }</a>
                    }
                    // What waits is settled above: another entry would count it twice.
                    if !waits {
                        { link("chip", BeforeWord::Already.say(lang), Route::TopUp(id)) }
                    }
                </div>
                { tag("p", "note", BeforeWord::PaidSays.say(lang)) }
            </main>
            { tag("div", "bar", button(class, paid, view.on(Msg::Paid(id)))) }
        </>
    })
}

/// The number that is topped up, whole only where that was asked for; of a card that no shop knows, its order.
fn number(view: &View<'_>, card: &Card, sold: bool) -> Html {
    let lang = view.lang;
    let Some(number) = &card.number else {
        let what = if sold { BeforeWord::Number } else { BeforeWord::Order };
        return look(html! { { say::local(card, what.say(lang), lang) } });
    };
    let shown = view.model.number_revealed;
    let text = if shown {
        number.grouped(guide::home(card).map(|country| country.code))
    } else {
        CardSay::Tail { tail: number.tail() }.say(lang)
    };
    let hint = if shown { CardWord::HideNumber } else { CardWord::RevealNumber }.say(lang);
    html! {
        <>
            { look(html! { { say::local(card, BeforeSay::NumberIs { number: &text }.say(lang), lang) } }) }
            <li>
                <button type="button" class="quiet" onclick={view.on(Msg::RevealedNumber(!shown))}>{ say::local(card, hint, lang) }</button>
            </li>
        </>
    }
}

/// A line to tick off, which is kept nowhere: the next payment is looked at anew.
fn look(says: Html) -> Html {
    html! { <li><label><input type="checkbox" /><span>{ says }</span></label></li> }
}

/// The ways to pay that the directory knows.
fn how(view: &View<'_>, id: CardId, card: &Card, told: Option<&Told>) -> Html {
    match told {
        Some(Told::Listed(listing)) => html! {
            <>
                if hides(card, listing) {
                    { hidden(id, card, listing, view.lang) }
                }
                { ways::list(view, card, listing, Purpose::Pay(id)) }
            </>
        },
        Some(Told::Unlisted) | None => tag("p", "", say::local(card, WaysWord::NoTopUps.say(view.lang), view.lang)),
        Some(told) => ways::unread(view, told),
    }
}

/// Whether texts or calls are left out.
fn hides(card: &Card, listing: &Listing) -> bool {
    !has_line(card, Some(listing)) && listing.top_ups.iter().any(Way::needs_a_line)
}

/// Why texts and calls are left out, and the way to have them back: what the card is said to be stands in
/// its own form; the rule of its seller, which can be denied, among the ways to check.
fn hidden(id: CardId, card: &Card, listing: &Listing, lang: Lang) -> Html {
    let (says, to) = match card.form == CardForm::DataOnly {
        true => (WaysWord::MineData, Route::EditCard(id)),
        false if may_have_a_line(card, Some(listing)) => (WaysWord::LikelyData, Route::EditCard(id)),
        false => (WaysWord::SellersData, Route::Ways(id)),
    };
    html! {
        <>
            { tag("p", "note", say::local(card, says.say(lang), lang)) }
            { tag("p", "", link("quiet", WaysWord::MineCalls.say(lang), to)) }
        </>
    }
}

/// What a payment would be of that is what a message of another amount tells of; `None` of one of which that
/// cannot be said.
pub(super) type Other<'a> = Option<&'a dyn Fn(&TopUp) -> Option<String>>;

/// What was paid for and has not arrived, each with the way to say that it has; where what arrived is of `other`
/// amounts than all of them, that it is this one and of that, or that is for whoever has edited it.
pub(super) fn awaited(view: &View<'_>, id: CardId, other: Other<'_>) -> Html {
    let Some(card) = view.model.writable(id) else { return Html::default() };
    let waiting = waiting(&view.model.book, view.moment, id);
    // What to do about those that are late stands once, with the last of them.
    let last = waiting.iter().rfind(|waiting| waiting.late).map(|waiting| waiting.entry);
    waiting.iter().map(|waiting| one(view, id, card, waiting, other, last == Some(waiting.entry))).collect()
}

/// What was paid for, or the sum, where that was said.
pub(super) fn what(view: &View<'_>, card: &Card, entry: EntryId) -> Option<String> {
    let entry = view.model.book.entry(entry)?;
    let Fact::TopUp(top_up) = &entry.fact else { return None };
    history::amount(view, card, entry).or(top_up.paid.map(|paid| format::money(paid, view.lang)))
}

/// `advised`: whether what to do about a late one stands here.
fn one(view: &View<'_>, id: CardId, card: &Card, waiting: &Waiting, other: Other<'_>, advised: bool) -> Html {
    let lang = view.lang;
    let Some(entry) = view.model.book.entry(waiting.entry) else { return Html::default() };
    let Fact::TopUp(top_up) = &entry.fact else { return Html::default() };
    let title = match what(view, card, waiting.entry) {
        Some(what) if waiting.seen.is_some() => PaySay::SeenOf { what: &what }.say(lang),
        Some(what) => PaySay::WaitsFor { what: &what }.say(lang),
        None => CardWord::Paid.say(lang).to_owned(),
    };
    let receipt = top_up.receipt.as_ref().map(ToString::to_string);
    let paid = PaySay::PaidAgo { ago: &say::ago(view, waiting.paid) }.say(lang);
    let says = [Some(paid), receipt].into_iter().flatten().collect::<Vec<_>>().join(say::DOT);
    let late = waiting.late;
    let steps = [PayWord::LateCheck, PayWord::LateProof, PayWord::LateAsk, PayWord::LateBack];
    let arrived = if waiting.seen.is_some() { "btn small main" } else { "btn small" };
    banner(
        if late { Tone::Warn } else { Tone::Calm },
        html! {
            <>
                { tag("b", "", title) }
                { tag("p", "note", says) }
                if waiting.seen.is_some() {
                    { tag("p", "", PayWord::Seen.say(lang)) }
                }
                if advised {
                    { tag("p", "", PayWord::Late.say(lang)) }
                    <ol class="steps">{ for steps.map(|step| tag("li", "", step.say(lang))) }</ol>
                }
                { for waiting.unclear.or(waiting.without).map(|at| {
                    let when = &say::instant(view, at);
                    let unclear = waiting.unclear.is_some();
                    tag("p", "", if unclear { PaySay::Unclear { when } } else { PaySay::Without { when } }.say(lang))
                }) }
                <div class="chips">
                    if let Some(at) = waiting.unclear {
                        { button("btn small", PayWord::WasIn.say(lang), view.on(Msg::KnewArrival(waiting.entry, at))) }
                        { button("btn small", PayWord::CameLater.say(lang), view.on(Msg::SawArrival(waiting.entry))) }
                    } else if let Some(other) = other {
                        { for other(top_up).map(|what| html! {
                            <button type="button" class="btn small" onclick={view.on(Msg::SawArrivalAsSaid(waiting.entry))}>
                                { PaySay::CameAs { what: &what }.say(lang) }
                            </button>
                        }) }
                    } else {
                        { button(arrived, Label::HasArrived.say(lang), view.on(Msg::SawArrival(waiting.entry))) }
                    }
                    if waiting.seen.is_none() {
                        { link("btn small", Word::Check.say(lang), Route::Ways(id)) }
                    }
                    { link("btn small", PayWord::Edit.say(lang), Route::EditEntry(waiting.entry)) }
                    if waiting.seen.is_none() {
                        { button("btn small", PayWord::Failed.say(lang), view.on(Msg::RemovedEntry(waiting.entry))) }
                    }
                </div>
            </>
        },
    )
}
