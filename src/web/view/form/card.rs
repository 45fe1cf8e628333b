//! The form of a card: a name is enough, everything else has a default or may be left out.

use super::carrier;
use super::field::{Beside, Kind, Sheet};
use super::{keeping, odd};
use crate::app::form::{FORMS, Field, FormKind, STARTS};
use crate::app::texts::{FORGOTTEN, with_text};
use crate::domain::{CardId, ZoneName};
use crate::i18n::format::{self, ZONES};
use crate::i18n::text::forms::Label;
use crate::i18n::text::names;
use crate::web::view::parts;
use yew::{AttrValue, Html, html};

pub(super) fn fields(sheet: &Sheet<'_>, id: Option<CardId>) -> Html {
    let lang = sheet.view.lang;
    let forms = FORMS.map(|(form, word)| (word, names::card_form(form, lang)));
    let hint = Some(sheet.say(Label::NumberHint));
    let daily = !matches!(sheet.get(Field::DayClock), "" | "none");
    // Of what begins anew each day there is no chance to last.
    let hint_of = (!daily).then(|| sheet.say(Label::NeededHint));
    let needed = Beside { hint: hint_of, ..Beside::optional() };
    html! {
        <>
            { sheet.input(Kind::Text, Field::Name, Label::Name, Beside::default()) }
            if id.is_none() {
                { suggestions(sheet) }
            }
            { carrier::field(sheet) }
            { sheet.chips(Field::CardForm, sheet.say(Label::CardForm), &forms) }
            if sheet.get(Field::CardForm) != "data" {
                { sheet.input(Kind::Phone, Field::Number, Label::Number, Beside { optional: true, hint, after: None }) }
            }
            { sheet.data(Field::Plan, Field::PlanUnit, if daily { Label::PlanDaily } else { Label::Plan }, true) }
            { sheet.input(
                Kind::Decimal,
                Field::Price,
                Label::Price,
                Beside::after(sheet.currencies(Field::Currency, sheet.get(Field::Carrier))).and_optional(),
            ) }
            { validity(sheet) }
            { odd::card(sheet) }
            { sheet.input(Kind::Date, Field::NeededUntil, Label::NeededUntil, needed) }
            { more(sheet) }
        </>
    }
}

fn suggestions(sheet: &Sheet<'_>) -> Html {
    let one = |label: Label| {
        let name = sheet.say(label);
        parts::chip(name, sheet.get(Field::Name) == name, sheet.put(Field::Name, name))
    };
    html! {
        <div class="chips under" role="group" aria-label={sheet.say(Label::Name)}>
            { for [Label::NameTravel, Label::NameHome, Label::NameSpare].into_iter().map(one) }
        </div>
    }
}

fn validity(sheet: &Sheet<'_>) -> Html {
    let kinds = [
        ("unknown", sheet.say(Label::ValidityUnknown)),
        ("until", sheet.say(Label::ValidityUntil)),
        ("days", sheet.say(Label::ValidityDays)),
        ("month", sheet.say(Label::ValidityMonth)),
    ];
    let from = Some(sheet.say(Label::FromHint));
    let starts = STARTS.map(|(start, word)| (word, names::start(start, sheet.view.lang)));
    html! {
        <>
            { sheet.chips(Field::Validity, sheet.say(Label::Validity), &kinds) }
            if sheet.get(Field::Validity) == "until" {
                { sheet.input(Kind::Date, Field::Until, Label::Until, Beside::default()) }
            } else if sheet.get(Field::Validity) == "days" {
                { sheet.input(Kind::Whole, Field::Days, Label::Days, Beside::default()) }
                { sheet.chips(Field::Start, sheet.say(Label::Start), &starts) }
                { sheet.input(Kind::Date, Field::From, Label::From, Beside { optional: true, hint: from, after: None }) }
            }
        </>
    }
}

fn more(sheet: &Sheet<'_>) -> Html {
    let kinds = [
        ("percent", sheet.say(Label::ThresholdPercent)),
        ("amount", sheet.say(Label::ThresholdAmount)),
        ("off", sheet.say(Label::ThresholdOff)),
    ];
    let reserve =
        Beside { hint: Some(sheet.say(Label::ReserveHint)), ..Beside::after(sheet.units(Field::ReserveUnit)) };
    let texts = [
        ("kept", sheet.say(Label::TextsKept)),
        ("dropped", sheet.say(Label::TextsDropped)),
        (FORGOTTEN, sheet.say(Label::TextsForgotten)),
    ];
    let book = &sheet.view.model.book;
    let holds = matches!(sheet.form.kind, FormKind::Card(Some(card)) if with_text(card, book).next().is_some());
    let texts = if holds { &texts[..] } else { texts.get(..2).unwrap_or_default() };
    let hint = if sheet.get(Field::Texts) == FORGOTTEN { Label::TextsGone } else { Label::TextsHint };
    let per_cent = || Beside::after(parts::tag("span", "unit", "%"));
    html! {
        <details open={!sheet.form.tried.is_empty() || !sheet.form.is_new()}>
            { parts::tag("summary", "", sheet.say(Label::MoreCard)) }
            { sheet.input(Kind::Text, Field::Seller, Label::Seller, Beside::optional()) }
            { sheet.input(Kind::Date, Field::Renews, Label::Renews, Beside::optional()) }
            if sheet.get(Field::CardForm) != "data" {
                { keeping::rule(sheet) }
            }
            { sheet.input(Kind::Date, Field::NumberLost, Label::NumberLost, Beside::optional()) }
            { sheet.select(Field::Zone, Label::Zone, Beside::default(), sheet.get(Field::Carrier), zones(sheet, sheet.get(Field::Zone))) }
            { keeping::day_clock(sheet) }
            { sheet.chips(Field::ThresholdKind, sheet.say(Label::ThresholdKind), &kinds) }
            if sheet.get(Field::ThresholdKind) == "percent" {
                { sheet.input(Kind::Decimal, Field::Threshold, Label::Threshold, per_cent()) }
            } else if sheet.get(Field::ThresholdKind) == "amount" {
                { sheet.data(Field::Threshold, Field::ThresholdUnit, Label::Threshold, false) }
            }
            { keeping::warnings(sheet) }
            { sheet.input(Kind::Decimal, Field::Reserve, Label::Reserve, reserve.and_optional()) }
            { sheet.chips(Field::Texts, sheet.say(Label::Texts), texts) }
            { parts::tag("p", "note", sheet.say(hint)) }
            { sheet.chips(Field::Base, sheet.say(Label::Base), &[("1024", "1024 MB"), ("1000", "1000 MB")]) }
        </details>
    }
}

/// The usual zones, the device's own and the chosen one.
pub(super) fn zones(sheet: &Sheet<'_>, chosen: &str) -> Html {
    let lang = sheet.view.lang;
    let device = &sheet.view.moment.zone;
    let now = ZoneName::parse(chosen);
    let utc = "UTC";
    let usual = |name: &str| name == utc || ZONES.iter().any(|zone| zone.name() == name);
    let mut others: Vec<&ZoneName> = [Some(device), now.as_ref()].into_iter().flatten().collect();
    others.dedup();
    let others = others.into_iter().filter(|zone| !usual(zone.as_str()));
    let option = |name: &str, place: AttrValue| {
        html! { <option value={name.to_owned()} selected={chosen == name}>{ place }</option> }
    };
    html! {
        <>
            { for others.map(|zone| option(zone.as_str(), format::zone(zone, lang).into())) }
            { for ZONES.iter().map(|zone| option(zone.name(), zone.place(lang).into())) }
            { option(utc, utc.into()) }
        </>
    }
}
