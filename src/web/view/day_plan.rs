//! What is left of the present day of a day plan, in the place of today's allowance among the facts of its card.

use super::gauge::{fact, small};
use super::parts::link_to_field;
use super::{View, say};
use crate::app::Route;
use crate::app::form::Field;
use crate::app::screen::CardScreen;
use crate::domain::{DayClock, Then, Timestamp};
use crate::i18n::format;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::screens_plan::{PlanSay, PlanWord};
use crate::plan::PlanDay;
use yew::{Html, html};

/// As far as a check of this day says it, else what the day began with at most; and when the next one begins.
pub(super) fn left(view: &View<'_>, screen: &CardScreen<'_>, day: PlanDay) -> Html {
    let lang = view.lang;
    let left = say::at_most(view, &screen.gauge).or_else(|| say::amount(&screen.gauge).filter(|_| day.left.is_some()));
    let reset = day.left.is_none() && screen.gauge.known.is_some();
    let reset = reset.then(|| CardWord::ResetSince.say(lang));
    let label = match (&screen.card.day_clock, day.end) {
        // What was found may be of the day before.
        (_, None) if day.left.is_some() => CardWord::LastKnown.say(lang),
        (Some(DayClock::FirstUse(_)), _) => PlanWord::Plan24.say(lang),
        _ => PlanWord::PlanDay.say(lang),
    };
    let when = match day.end {
        Some(end) => resets(view, screen, end).map(small).unwrap_or_default(),
        // It says where the hour is to be entered.
        None => link_to_field(view, PlanWord::FirstUnknown.say(lang), Route::EditCard(screen.id), Field::FirstUse),
    };
    fact(
        label,
        left.unwrap_or_else(|| Word::Unknown.say(lang).to_owned()),
        html! {
            <>
                { for reset.map(small) }
                { when }
            </>
        },
    )
}

/// When the next day begins: `明天 00:00 重置`; with the name of that clock, where the card's is another one. On its last
/// day nothing begins anew.
pub(super) fn resets(view: &View<'_>, screen: &CardScreen<'_>, end: Timestamp) -> Option<String> {
    let last = screen.expires.is_some_and(|expires| expires.then == Then::Over && expires.end <= end);
    let mut when = say::instant(view, end);
    if say::days_of(view, screen.card).is_some() {
        when = [&when, " ", &format::zone(&view.moment.zone, view.lang)].concat();
    }
    (!last).then(|| PlanSay::NextDay { when: &when }.say(view.lang))
}
