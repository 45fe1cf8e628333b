//! The carrier of a card: searched for by name, and chosen by a tap. What is not in the list stays as
//! it was typed, and is taken for no other.

use super::field::{Beside, Kind, Sheet};
use crate::app::form::{self, Field};
use crate::app::own_carriers;
use crate::guide::{self, Carrier, Country};
use crate::i18n::format;
use crate::i18n::text::forms::{Label, Sentence};
use crate::web::view::{parts, say};
use yew::{Html, html};

/// How many are offered at once.
const OFFERED: usize = 8;
/// How many more there are on demand. Where there are others still, a further letter says which.
const MORE: usize = 20;

pub(super) fn field(sheet: &Sheet<'_>) -> Html {
    match guide::find(sheet.get(Field::Carrier)) {
        Some(carrier) => chosen(sheet, carrier),
        None => search(sheet),
    }
}

fn chosen(sheet: &Sheet<'_>, carrier: Carrier) -> Html {
    let change = parts::button("btn small", sheet.say(Label::ChangeCarrier), sheet.put(Field::Carrier, ""));
    let shown = html! {
        <div class="chosen">
            <p>{ parts::tag("b", "", name(sheet, carrier)) }{ parts::tag("small", "", place(sheet, carrier)) }</p>
            { change }
        </div>
    };
    sheet.group(Field::Carrier, sheet.say(Label::Carrier), shown)
}

/// The field, and what it finds: in the country of the card first, as far as the form says which one that is.
fn search(sheet: &Sheet<'_>) -> Html {
    let model = sheet.view.model;
    let home = form::home(sheet.form, sheet.view.moment).map(|country| country.code);
    let typed = sheet.get(Field::CarrierName);
    let found = guide::search(typed, home, model.directory.here(), &model.book);
    let one = |carrier: &Carrier| {
        let away = carrier.country().map(|country| country.code) != home;
        let mut shown = name(sheet, *carrier).to_owned();
        if away {
            shown.push_str(" · ");
            shown.push_str(place(sheet, *carrier));
        }
        parts::chip(shown, false, sheet.put(Field::Carrier, carrier.id()))
    };
    let own = own_carriers(&model.book);
    // The one that stands in the field is chosen.
    let own = own.into_iter().filter(|name| guide::fits(name, typed) && *name != typed);
    let own: Vec<Html> = own
        .take(OFFERED)
        .map(|name| parts::chip(name.to_owned(), false, sheet.put(Field::CarrierName, name)))
        .collect();
    let hint = match found.len() + own.len() {
        // What is called so already is meant, whatever else has a word of it.
        _ if own_carriers(&model.book).contains(&typed) => Label::CarrierOwn,
        0 => Label::CarrierUnlisted,
        1..=OFFERED => Label::CarrierHint,
        _ => Label::CarrierMore,
    };
    let beside = Beside { hint: Some(sheet.say(hint)), ..Beside::optional() };
    // Whoever typed nothing yet is told to; all others see the rest on demand.
    let rest = found.get(OFFERED..).filter(|rest| !rest.is_empty() && rest.len() <= MORE && !typed.trim().is_empty());
    html! {
        <>
            { sheet.input(Kind::Text, Field::CarrierName, Label::Carrier, beside) }
            <div class="chips under" role="group" aria-label={sheet.say(Label::Carrier)}>
                { for own }
                { for found.iter().take(OFFERED).map(one) }
            </div>
            if let Some(rest) = rest {
                <details class="counter">
                    { parts::tag("summary", "num", Sentence::CarriersMore { count: &rest.len().to_string() }.say(sheet.view.lang)) }
                    <div class="chips">{ for rest.iter().map(one) }</div>
                </details>
            }
        </>
    }
}

fn name<'a>(sheet: &Sheet<'a>, carrier: Carrier) -> &'a str {
    say::carrier_name(&sheet.view, carrier.id())
}

/// Its country; for a seller that is at home nowhere, that it is one.
fn place(sheet: &Sheet<'_>, carrier: Carrier) -> &'static str {
    let country = |country: Country| format::name(country.names, sheet.view.lang);
    carrier.country().map_or_else(|| sheet.say(Label::CarrierSellers), country)
}
