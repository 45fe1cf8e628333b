//! The parts of a card's form that say how its number is kept, when the day of a day plan begins, and
//! when to warn.

use super::card::zones;
use super::field::{Beside, Kind, Sheet};
use crate::app::form::{DAY_CLOCKS, Field, KEEP_RULES, day_zone};
use crate::domain::Currency;
use crate::i18n::text::forms::Label;
use crate::web::view::parts;
use yew::{Html, html};

/// What keeps the number, and how long it stays after that.
pub(super) fn rule(sheet: &Sheet<'_>) -> Html {
    let [none, fee, activity, top_up] = KEEP_RULES;
    let rules = [
        (none, sheet.say(Label::KeepNone)),
        (top_up, sheet.say(Label::KeepTopUp)),
        (activity, sheet.say(Label::KeepActivity)),
        (fee, sheet.say(Label::KeepMonthly)),
    ];
    let chosen = sheet.get(Field::KeepRule);
    let sum = |label: Label| {
        let currency = Currency::parse(sheet.get(Field::Currency)).unwrap_or(Currency::USD);
        sheet.input(Kind::Decimal, Field::KeepSum, label, Beside::after(Sheet::currency(currency)).and_optional())
    };
    let days = |label: Label| sheet.input(Kind::Whole, Field::KeepDays, label, Beside::default());
    html! {
        <>
            { sheet.chips(Field::KeepRule, sheet.say(Label::KeepRule), &rules) }
            if chosen == fee {
                { sheet.input(Kind::Whole, Field::KeepDay, Label::KeepDay, Beside::default()) }
                { sum(Label::KeepFee) }
            } else if chosen == activity {
                { days(Label::KeepWithin) }
            } else if chosen == top_up {
                { days(Label::KeepGives) }
                { sum(Label::KeepLeast) }
            }
            if KEEP_RULES.iter().skip(1).any(|rule| *rule == chosen) {
                { sheet.input(Kind::Whole, Field::Grace, Label::Grace, hinted(sheet.say(Label::GraceHint))) }
                { sheet.input(Kind::Date, Field::KeepFrom, Label::KeepFrom, hinted(sheet.say(Label::KeepFromHint))) }
            }
        </>
    }
}

/// When the day of a day plan begins.
pub(super) fn day_clock(sheet: &Sheet<'_>) -> Html {
    let [none, midnight, first_use] = DAY_CLOCKS;
    let clocks = [
        (none, sheet.say(Label::ClockNone)),
        (midnight, sheet.say(Label::ClockMidnight)),
        (first_use, sheet.say(Label::ClockFirstUse)),
    ];
    let zone = day_zone(sheet.form);
    html! {
        <>
            { sheet.chips(Field::DayClock, sheet.say(Label::Clock), &clocks) }
            if sheet.get(Field::DayClock) == midnight {
                { sheet.select(Field::DayZone, Label::ClockZone, Beside::default(), zone, zones(sheet, zone)) }
            } else if sheet.get(Field::DayClock) == first_use {
                { sheet.input(Kind::DateTime, Field::FirstUse, Label::FirstUse, Beside::optional()) }
            }
        </>
    }
}

/// How early to warn of an end, and of use beyond the even pace.
pub(super) fn warnings(sheet: &Sheet<'_>) -> Html {
    let after = |unit: &'static str| Beside::after(parts::tag("span", "unit", unit)).and_optional();
    html! {
        <>
            { sheet.input(Kind::Whole, Field::Notice, Label::Notice, after(sheet.say(Label::DaysUnit))) }
            { sheet.input(Kind::Whole, Field::OverPace, Label::OverPace, after("%")) }
        </>
    }
}

fn hinted(hint: &'static str) -> Beside {
    Beside { hint: Some(hint), ..Beside::optional() }
}
