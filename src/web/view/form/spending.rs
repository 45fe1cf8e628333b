//! What was spent, added up as the person asks, in the currencies paid and in their own.

use super::ahead::{head, row};
use super::field::{Beside, Kind, Sheet};
use crate::app::Msg;
use crate::app::form::{CHANNELS, Field, HEADINGS, rate, rates_with};
use crate::app::screen::{SpentRow, spending};
use crate::domain::{CardId, Currency, Date, Money};
use crate::i18n::format;
use crate::i18n::text::forms::Label;
use crate::i18n::text::names;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_ahead::{AheadSay, AheadWord};
use crate::plan::Heading;
use crate::web::view::parts;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

pub(super) fn spent(sheet: &Sheet<'_>) -> Html {
    let lang = sheet.view.lang;
    let [month, card, channel, trip] = HEADINGS;
    let headings = [
        (month, AheadWord::Month.say(lang)),
        (card, AheadWord::Card.say(lang)),
        (channel, AheadWord::Channel.say(lang)),
        (trip, AheadWord::ByTrip.say(lang)),
    ];
    let spent = spending(&sheet.view.model.book, sheet.view.moment, sheet.form);
    let own = sheet.get(Field::Currency);
    let open = sheet.get(Field::Heading) == trip && spent.trip.is_none();
    let nothing = if open { AheadWord::SpentWhen } else { AheadWord::SpentNothing };
    html! {
        <>
            { sheet.chips(Field::Heading, AheadWord::SpentBy.say(lang), &headings) }
            if sheet.get(Field::Heading) == trip {
                { sheet.input(Kind::Date, Field::From, Label::FirstDay, Beside::default()) }
                { sheet.input(Kind::Date, Field::Until, Label::Until, Beside::default()) }
            }
            if spent.rows.is_empty() {
                { parts::tag("p", "note", nothing.say(lang)) }
            } else {
                { head(Word::Spending.say(lang), &[AheadWord::Paid.say(lang), AheadWord::OwnCurrency.say(lang)], html! {
                    <>
                        { for spent.rows.iter().map(|row| line(sheet, row, spent.trip)) }
                        if sheet.get(Field::Heading) != trip {
                            { line(sheet, &SpentRow { heading: None, ..spent.total.clone() }, None) }
                        }
                    </>
                }) }
            }
            { for spent.priced.iter().map(|(card, price, other)| priced(sheet, *card, *price, *other)) }
            if spent.unpriced > 0 {
                { parts::tag("p", "note", AheadSay::Unpriced { count: &spent.unpriced.to_string() }.say(lang)) }
            }
            <div class="field pick">
                <label for={Field::Currency.word()}>{ AheadWord::OwnCurrency.say(lang) }</label>
                { sheet.bare_select(Field::Currency, "own", sheet.currency_options(Field::Currency), None) }
            </div>
            { for spent.foreign.iter().map(|foreign| exchange(sheet, *foreign, own)) }
        </>
    }
}

/// That what a card costs is not counted, and how it is; or that what was paid in another currency stands for it.
fn priced(sheet: &Sheet<'_>, card: CardId, price: Money, other: bool) -> Html {
    let (lang, name) = (sheet.view.lang, sheet.view.model.book.card(card).map_or("", |card| card.name.as_str()));
    let price = &format::money(price, lang);
    let says = if other { AheadSay::PricedOther { name, price } } else { AheadSay::Priced { name, price } };
    parts::tag("p", "note", says.say(lang))
}

fn line(sheet: &Sheet<'_>, spent: &SpentRow, trip: Option<(Date, Date)>) -> Html {
    let lang = sheet.view.lang;
    let days = |(from, until)| format::date_range(from, until, sheet.view.today(), lang);
    let label = match spent.heading {
        None => AheadWord::Total.say(lang).to_owned(),
        Some(Heading::Month(last)) => format::month_of(last, lang),
        Some(Heading::Card(id)) => {
            sheet.view.model.book.card(id).map(|card| card.name.as_str().to_owned()).unwrap_or_default()
        }
        Some(Heading::Channel(place)) => {
            let channel = place.and_then(|place| CHANNELS.get(place));
            channel.map_or(AheadWord::NoChannel.say(lang), |(channel, _)| names::channel(*channel, lang)).to_owned()
        }
        Some(Heading::Trip(_)) => trip.map(days).unwrap_or_default(),
    };
    let money = |sum: &Money| format::money(*sum, lang);
    let paid: Vec<String> = spent.sums.iter().map(money).collect();
    // One sum in a line: what they come to in one's own stays in sight.
    row(label, &[paid.join(" +\n"), spent.own.as_ref().map_or_else(|| "—".to_owned(), money)])
}

/// The rate of one currency, as the person knows it.
fn exchange(sheet: &Sheet<'_>, foreign: Currency, own: &str) -> Html {
    let lang = sheet.view.lang;
    let (send, rates) = (sheet.view.send.clone(), sheet.get(Field::Rates).to_owned());
    let into = own.to_owned();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Rc::new(Msg::Typed(Field::Rates, rates_with(&rates, foreign.code(), &into, &input.value()))));
        }
    });
    let id = ["rate-", foreign.code()].concat();
    let (text, _) = rate(sheet.form, foreign);
    html! {
        <div class="field pick">
            <label for={id.clone()}>{ AheadSay::Rate { code: foreign.code(), own }.say(lang) }</label>
            <input {id} type="text" inputmode="decimal" autocomplete="off" value={text.to_owned()} {oninput} />
        </div>
    }
}
