//! The forms of a top-up and of a keep-alive.

use super::field::{Beside, Kind, Sheet};
use crate::app::Msg;
use crate::app::form::{
    ACTS, Begins, CHANNELS, EFFECTS, Field, anew, as_plan, begins, is_of_money, money_left, paid_before,
};
use crate::domain::{Act, Arrival, Card, CardId, Currency, Effect, Fact, KeepAlive, KeepRule};
use crate::i18n::format;
use crate::i18n::text::calendar::CalendarSay;
use crate::i18n::text::forms::{self, Label};
use crate::i18n::text::names;
use crate::i18n::text::screens_card::CardWord;
use crate::plan::keeps;
use crate::web::view::{parts, say};
use std::rc::Rc;
use yew::{Callback, Html, html};

pub(super) fn top_up(sheet: &Sheet<'_>) -> Html {
    let lang = sheet.view.lang;
    let effects = EFFECTS.map(|(effect, word)| (word, names::effect(effect, lang)));
    let chosen = EFFECTS.iter().find(|(_, word)| *word == sheet.get(Field::Effect)).map(|(effect, _)| *effect);
    let arrivals =
        [("arrived", names::arrival(Arrival::Arrived, lang)), ("pending", names::arrival(Arrival::Pending, lang))];
    let kept = sheet.form.editing().and_then(|entry| sheet.view.model.book.entry(entry));
    let paid = kept.and_then(paid_before).is_some();
    let of_money = is_of_money(sheet.form, &sheet.view.model.book);
    let channels = CHANNELS.map(|(channel, word)| (word, names::channel(channel, lang)));
    let credit = sheet.input(
        Kind::Decimal,
        Field::Credit,
        Label::Credit,
        Beside { optional: !of_money, ..Beside::after(Sheet::currency(currency(sheet, card(sheet)))) },
    );
    // What was filled in by the days that the card says, as long as it stands.
    let counted = anew(sheet.form, &sheet.view.model.book, sheet.view.moment).map(|end| end.to_string());
    let hint = counted.filter(|end| end == sheet.get(Field::Expires)).map(|_| CardWord::Assumed.say(lang));
    let data = html! {
        if chosen != Some(Effect::Extend) || !sheet.get(Field::Data).is_empty() {
            { sheet.data(Field::Data, Field::DataUnit, Label::Data, of_money) }
        }
    };
    let effect = html! {
        <>
            { sheet.chips(Field::Effect, sheet.say(Label::Effect), &effects) }
            { for chosen.map(|effect| parts::tag("p", "note under", does(sheet, effect))) }
        </>
    };
    // Of money it is the credit that counts: what is said of data is folded away in its place.
    let (first, effect, more, folded) = if of_money {
        (credit, Html::default(), Label::MoreOfMoney, html! { <>{ data }{ effect }</> })
    } else {
        (data, effect, Label::MoreTopUp, credit)
    };
    html! {
        <>
            { whose(sheet) }
            { for card(sheet).map(|card| same(sheet, card)) }
            { first }
            { sheet.input(
                Kind::Decimal,
                Field::Paid,
                Label::Paid,
                Beside::after(sheet.currencies(Field::PaidCurrency, "paid")).and_optional(),
            ) }
            { effect }
            { sheet.input(Kind::Date, Field::Expires, Label::NewExpires, Beside { hint, ..Beside::optional() }) }
            { sheet.chips(Field::Arrival, sheet.say(Label::Arrival), &arrivals) }
            { sheet.when(None) }
            if paid && sheet.get(Field::Arrival) != "pending" {
                { sheet.input(Kind::DateTime, Field::PaidAt, Label::PaidAt, Beside::default()) }
            }
            <details open={!sheet.form.tried.is_empty() || !sheet.form.is_new() || !sheet.get(Field::Beside).is_empty()}>
                { parts::tag("summary", "", sheet.say(more)) }
                { sheet.chips(Field::Channel, sheet.say(Label::Channel), &channels) }
                { folded }
                { sheet.input(Kind::Text, Field::Receipt, Label::Receipt, Beside::optional()) }
                { sheet.note() }
            </details>
        </>
    }
}

/// The plan of the card once more, in a tap: nothing of it is filled in unasked.
fn same(sheet: &Sheet<'_>, card: &Card) -> Html {
    let mut fields = as_plan(card);
    // What only prolongs brings no data.
    let prolongs = sheet.get(Field::Effect) == "extend";
    fields.retain(|(field, _)| !prolongs || matches!(field, Field::Paid | Field::PaidCurrency));
    let filled = [Field::Data, Field::Paid].iter().any(|field| !sheet.get(*field).is_empty());
    // What a day plan gives each day is no top-up.
    if filled || fields.is_empty() || !sheet.form.is_new() || card.day_clock.is_some() {
        return html! {};
    }
    let price = card.price.map(|price| format::money(price, sheet.view.lang));
    let plan: Vec<String> = card.plan.filter(|_| !prolongs).map(format::amount).into_iter().chain(price).collect();
    let says = forms::Sentence::AsPlan { plan: &plan.join(say::DOT) }.say(sheet.view.lang);
    let send = sheet.view.send.clone();
    let put = Callback::from(move |_| {
        for (field, text) in &fields {
            send.emit(Rc::new(Msg::Typed(*field, text.clone())));
        }
    });
    parts::tag("div", "chips", parts::chip(says, false, put))
}

/// What an effect does; of a queued top-up, when it begins.
fn does(sheet: &Sheet<'_>, effect: Effect) -> String {
    let (lang, moment) = (sheet.view.lang, sheet.view.moment);
    let begins = (effect == Effect::Queue).then(|| begins(sheet.form, &sheet.view.model.book, moment)).flatten();
    match begins {
        None => forms::effect(effect, lang).to_owned(),
        Some(Begins::AtOnce) => Label::QueueAtOnce.say(lang).to_owned(),
        Some(Begins::Later) => Label::QueueLater.say(lang).to_owned(),
        Some(Begins::On(date)) => {
            let date = format::date(date, moment.today(&moment.zone), lang);
            forms::Sentence::QueueFrom { date: &date }.say(lang)
        }
    }
}

pub(super) fn keep_alive(sheet: &Sheet<'_>) -> Html {
    let lang = sheet.view.lang;
    let acts = ACTS.map(|(act, word)| (word, names::act(act, lang)));
    let chosen = ACTS.iter().find(|(_, word)| *word == sheet.get(Field::Act)).map(|(act, _)| *act);
    html! {
        <>
            { whose(sheet) }
            { sheet.chips(Field::Act, sheet.say(Label::Act), &acts) }
            if let Some(act) = chosen {
                { parts::tag("p", "note under", forms::act(act, lang)) }
            }
            { for counts_not(sheet).map(|says| parts::tag("p", "note under", says)) }
            if sheet.get(Field::Act) == "fee" {
                { sheet.input(
                    Kind::Decimal,
                    Field::Fee,
                    Label::Fee,
                    Beside::after(Sheet::currency(currency(sheet, card(sheet)))).and_optional(),
                ) }
            }
            { sheet.when(None) }
            { sheet.note() }
        </>
    }
}

/// That by the card's rule the keep-alive moves no date, or how much would; of a code that is said already.
fn counts_not(sheet: &Sheet<'_>) -> Option<String> {
    let (rule, entry) = (card(sheet)?.keeping?.rule, sheet.entry.as_ref()?);
    let Fact::KeepAlive(KeepAlive { act: act @ (Act::Used | Act::FeePaid), .. }) = entry.fact else { return None };
    let says = match rule {
        KeepRule::TopUp { least: Some(least), .. } if act == Act::FeePaid => {
            CalendarSay::KeepTopUpSum { sum: &format::money(least, sheet.view.lang) }.say(sheet.view.lang)
        }
        _ => sheet.say(Label::CountsNot).to_owned(),
    };
    (!keeps(rule, &entry.fact)).then_some(says)
}

/// Which card it is about; one that was logged on the wrong card can go to another.
fn whose(sheet: &Sheet<'_>) -> Html {
    let book = &sheet.view.model.book;
    let now = CardId::parse(sheet.get(Field::Card));
    let mut offered = book.in_use();
    if sheet.form.is_new() || offered.iter().all(|id| Some(*id) == now) {
        let card = now.and_then(|id| book.card(id));
        return html! { if let Some(card) = card { { parts::tag("p", "whose", card.name.as_str().to_owned()) } } };
    }
    offered.extend(now.filter(|now| !offered.contains(now)));
    sheet.group(Field::Card, sheet.say(Label::Card), sheet.cards(&offered, now))
}

/// In which currency the card's own figures are: what was said in one stays in it.
pub(super) fn currency(sheet: &Sheet<'_>, card: Option<&Card>) -> Currency {
    let book = &sheet.view.model.book;
    let kept = sheet.form.editing().and_then(|entry| book.entry(entry)).and_then(|entry| match &entry.fact {
        Fact::TopUp(top_up) => top_up.credit,
        Fact::KeepAlive(keep) => keep.fee,
        Fact::Check(check) => money_left(check),
    });
    kept.map(|money| money.currency).unwrap_or(card.map_or(Currency::USD, |card| card.currency))
}

fn card<'a>(sheet: &Sheet<'a>) -> Option<&'a Card> {
    CardId::parse(sheet.get(Field::Card)).and_then(|id| sheet.view.model.book.card(id))
}
