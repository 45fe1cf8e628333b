//! What is not settled about a card, beneath its gauge: a payment that has not arrived, that it has run
//! out; and advice.

use super::parts::{Tone, banner, link, tag};
use super::{View, out, pay, say, tips};
use crate::app::Route;
use crate::app::screen::{CardScreen, Out};
use crate::domain::convert::integer;
use crate::i18n::format;
use crate::i18n::text::names;
use crate::i18n::text::screens_alerts::{AlertSay, AlertWord};
use crate::i18n::text::screens_plan::PlanSay;
use yew::{Html, html};

/// What is not settled, of one's own card.
pub(super) fn open(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    html! {
        <>
            // What is on its way comes first.
            { pay::awaited(view, screen.id, None) }
            { for screen.out(say::today(view, screen.card)).map(|out| gone(view, screen, out)) }
        </>
    }
}

/// What is good to know and to do, beneath what wants attention.
pub(super) fn advice(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    html! {
        <>
            { for worth(view, screen).map(|worth| tag("p", "note num", worth)) }
            { for screen.charts.others.iter().filter_map(|(bucket, lasts, ..)| {
                let chance = PlanSay::Enough { chance: &format::percent((*lasts)?) }.say(view.lang);
                Some(tag("p", "note num", [names::bucket(*bucket, view.lang), say::DOT, &chance].concat()))
            }) }
            { tips::on_card(view, screen) }
        </>
    }
}

/// What a check now would bring: `现在查一次，范围能从 9 天缩到 3 天`.
fn worth(view: &View<'_>, screen: &CardScreen<'_>) -> Option<String> {
    let days = |days: f64| {
        let whole = i32::try_from(integer(libm::round(days))).unwrap_or(i32::MAX);
        format::days(whole.max(1), view.lang)
    };
    let worth = screen.worth(view.moment)?;
    let (now, checked) = (days(worth.now), days(worth.checked));
    (now != checked).then(|| AlertSay::Worth { now: &now, checked: &checked }.say(view.lang))
}

/// One tap from here to what to do; the verdict above says the rest, but for what is only likely.
fn gone(view: &View<'_>, screen: &CardScreen<'_>, out: Out) -> Html {
    let likely = out == Out::Today && !screen.may_be_gone(say::today(view, screen.card));
    let title = likely.then(|| tag("b", "", out::title(screen, out, view.lang)));
    let (tone, class) = if screen.awaits { (Tone::Calm, "btn small") } else { (Tone::Warn, "btn main") };
    let what_to_do = link(class, AlertWord::OutNow.say(view.lang), Route::RunOut(screen.id));
    banner(tone, html! { <>{ for title }{ what_to_do }</> })
}
