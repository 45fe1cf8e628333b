//! What is left of the present day of a day plan, among the facts of its card.

use super::gauge::{fact, small};
use super::{View, say};
use crate::app::screen::CardScreen;
use crate::domain::DayClock;
use crate::i18n::text::screens_plan::{PlanSay, PlanWord};
use crate::plan::PlanDay;
use yew::{Html, html};

/// As far as a check of this day says it, and when the next one begins.
pub(super) fn left(view: &View<'_>, screen: &CardScreen<'_>, day: PlanDay) -> Html {
    let lang = view.lang;
    let left = day.left.map_or_else(|| "—".to_owned(), |left| view.data(left, screen.card.base));
    let since = (day.left.is_none() && screen.gauge.known.is_some()).then_some(PlanWord::ResetSince);
    let counted = (screen.card.day_clock == Some(DayClock::FirstUse)).then_some(PlanWord::FirstCheck);
    let when = say::instant(view, day.end);
    let note = |word: PlanWord| small(word.say(lang));
    fact(
        PlanWord::PlanDay.say(lang),
        left,
        html! {
            <>
                { for since.map(note) }
                { small(PlanSay::NextDay { when: &when }.say(lang)) }
                { for counted.map(note) }
            </>
        },
    )
}
