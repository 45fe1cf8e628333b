//! The days of a number among the facts of its card: the end of the service, of the grace, and the loss.

use super::gauge::{dated, fact};
use super::parts::link_to_field;
use super::{View, say};
use crate::app::Route;
use crate::app::form::Field;
use crate::app::screen::CardScreen;
use crate::i18n::format;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::screens_plan::{PlanSay, PlanWord};
use crate::plan::Counted;
use yew::Html;

/// Until when the money on the card pays its fees: `够扣月费到 2月1日`; `None` where it does not pay the next one.
pub(super) fn fees(view: &View<'_>, screen: &CardScreen<'_>) -> Option<String> {
    let Counted::Balance(through) = screen.number.counted else { return None };
    let today = say::today(view, screen.card);
    (through >= today).then(|| PlanSay::FeesPaid { date: &format::date(through, today, view.lang) }.say(view.lang))
}

/// What comes next for a number of which nothing else is known: `服务到期 12月1日`, or until when its fees are paid.
pub(super) fn line(view: &View<'_>, screen: &CardScreen<'_>) -> Option<String> {
    let (word, day) = match (screen.number.service_ends, screen.number.lost) {
        // The card may name a day of the loss that comes before.
        (Some(ends), lost) if lost.is_none_or(|lost| lost.days > 0 && lost > ends) => {
            if let Some(fees) = fees(view, screen) {
                return Some(fees);
            }
            let word = if ends.days < 0 { PlanWord::Stopped } else { PlanWord::ServiceEnds };
            (word.say(view.lang), ends)
        }
        (None, None) if screen.number.counted == Counted::Nothing => {
            return Some([PlanWord::ServiceEnds.say(view.lang), say::DOT, Word::Unknown.say(view.lang)].concat());
        }
        // Nobody knows whether it is.
        (_, Some(lost)) if lost.days <= 0 => (CardWord::MaybeLost.say(view.lang), lost),
        (_, lost) => (CardWord::NumberLost.say(view.lang), lost?),
    };
    Some([word, " ", &format::date(day.date, say::today(view, screen.card), view.lang)].concat())
}

/// Those that are known, and what is missing where the rule alone does not tell them.
pub(super) fn days(view: &View<'_>, screen: &CardScreen<'_>) -> Vec<Html> {
    let word = |word: PlanWord| word.say(view.lang);
    let number = screen.number;
    let mut facts = Vec::new();
    if number.counted == Counted::Nothing {
        let add = link_to_field(view, CardWord::AddStart.say(view.lang), Route::EditCard(screen.id), Field::KeepFrom);
        facts.push(fact(word(PlanWord::ServiceEnds), Word::Unknown.say(view.lang), add));
    }
    let ends = match number.counted {
        Counted::NextFee => PlanWord::EndsNextFee,
        Counted::Balance(_) => PlanWord::EndsBalance,
        _ => PlanWord::ServiceEnds,
    };
    // Once that day has come, the line that it may be gone says so: nobody knows whether it is.
    let lost = number.lost.filter(|lost| lost.days > 0);
    for (label, day, over) in [
        (word(ends), number.service_ends, PlanWord::Stopped),
        (word(PlanWord::GraceEnds), number.grace_ends, PlanWord::Past),
        (CardWord::NumberLost.say(view.lang), lost, PlanWord::Past),
    ] {
        facts.extend(day.map(|day| dated(view, label, (day, ""), Some(word(over)))));
    }
    facts
}
