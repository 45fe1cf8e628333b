//! A question about what is odd in a form. Nothing is held up by it.

use super::banner;
use super::field::Sheet;
use crate::app::screen::{self, Note, Odd, odd, over, waiting};
use crate::app::{Msg, Route};
use crate::domain::{Base, Bucket, Bytes, CardId, Fact, Unit};
use crate::i18n::format;
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_note::NoteSay;
use crate::i18n::text::forms_odd::OddSay;
use crate::i18n::text::screens_alerts::AlertWord;
use crate::plan::Waiting;
use crate::web::view::parts::{self, Tone};
use crate::web::view::{View, pay, say};
use yew::{Html, html};

/// What is odd about a check beside the others of its card, with the way to log what explains it.
/// `told`: whether a reply says itself what came.
pub(super) fn check(sheet: &Sheet<'_>, told: bool) -> Html {
    let view = &sheet.view;
    let book = &view.model.book;
    let found = sheet.entry.as_ref().and_then(|entry| {
        let card = book.card(entry.card)?;
        Some((entry.card, card.base, odd(entry, sheet.form.editing(), book, view.moment)?))
    });
    let found = found.filter(|(.., odd)| !(told && matches!(odd, Odd::Rose { .. } | Odd::Richer { .. })));
    let content = found.map(|(card, base, odd)| {
        let largest = match odd {
            Odd::UsedMore { used: one, whole: other }
            | Odd::LeftMore { left: one, whole: other }
            | Odd::WholeMore { whole: one, known: other } => one.max(other),
            _ => Bytes(0),
        };
        let view = &sized(sheet, card, base, largest);
        let data = |bytes| view.data(bytes, base);
        let less = matches!(odd, Odd::Fell { .. } | Odd::NotAdded { .. });
        let more = !(less || matches!(odd, Odd::UsedMore { .. }));
        // What was paid for may be what came.
        let mut paid = if more { waiting(book, view.moment, card) } else { Vec::new() };
        // What was paid for after the check is no part of it.
        paid.retain(|waiting| sheet.entry.as_ref().is_some_and(|entry| waiting.paid <= entry.at));
        let payment = paid.first().map(|paid| payment(sheet, card, paid)).unwrap_or_default();
        let said = match (odd, paid.first()) {
            (Odd::UsedMore { used, whole }, _) => OddSay::UsedMore { used: &data(used), whole: &data(whole) },
            (Odd::LeftMore { left, whole }, _) => OddSay::LeftMore { left: &data(left), whole: &data(whole) },
            (Odd::WholeMore { whole, known }, _) => OddSay::WholeMore { whole: &data(whole), known: &data(known) },
            (Odd::Richer { from, at }, _) => {
                OddSay::Richer { from: &format::money(from, view.lang), when: &say::instant(view, at) }
            }
            (Odd::Fell { from, at }, _) => OddSay::Fell { from: &data(from), when: &say::instant(view, at) },
            (Odd::NotAdded { from, .. }, _) => OddSay::NotAdded { from: &data(from) },
            (Odd::Rose { from, at }, None) => OddSay::Rose { from: &data(from), when: &say::instant(view, at) },
            (Odd::Rose { from, at }, Some(_)) => {
                OddSay::RoseWaits { from: &data(from), when: &say::instant(view, at), paid: &payment }
            }
        };
        let said = said.say(view.lang);
        let log = match odd {
            Odd::NotAdded { top_up, .. } => {
                let to = Route::EditEntry(top_up);
                Some(html! { { parts::link("btn small", Label::EditTopUp.say(view.lang), to) } })
            }
            // No top-up explains that there is less.
            _ => (sheet.form.is_new() && !less).then(|| explains(sheet, card, &paid, matches!(odd, Odd::Rose { .. }))),
        };
        let log = log.map(|log| parts::tag("div", "chips", log));
        parts::banner(Tone::Warn, html! { <>{ parts::tag("p", "num", said) }{ for log }</> })
    });
    let content = content.or_else(|| note(sheet).map(|said| banner(Tone::Calm, said)));
    html! { <div role="status">{ content }</div> }
}

/// Small amounts are said as the check that is being logged says its own, else as those before it did; and as parts of
/// a gigabyte beside so much.
fn sized<'a>(sheet: &Sheet<'a>, card: CardId, base: Base, largest: Bytes) -> View<'a> {
    let book = &sheet.view.model.book;
    let said = match sheet.entry.as_ref().map(|entry| &entry.fact) {
        Some(Fact::Check(check)) => screen::said_amount(check, Bucket::General),
        _ => None,
    };
    let said = said.map(|said| if said.unit() == Unit::GB { Unit::GB } else { Unit::MB });
    let before = || book.ledger(card).map_or(Unit::MB, |ledger| screen::small_unit(&ledger, Bucket::General));
    sheet.view.sized(format::beside(largest, base, said.unwrap_or_else(before)))
}

/// The ways to log what explains that there is more: what was paid for arrived, a top-up, or a new cycle.
fn explains(sheet: &Sheet<'_>, card: CardId, paid: &[Waiting], named: bool) -> Html {
    let view = &sheet.view;
    let log = parts::button("btn small", sheet.say(Label::LogTopUp), view.on(Msg::StartedTopUp(card)));
    let cycle =
        named.then(|| parts::button("btn small", AlertWord::WasCycle.say(view.lang), view.on(Msg::StartedCycle(card))));
    if paid.is_empty() {
        return [Some(log), cycle].into_iter().flatten().collect();
    }
    let one = |waiting: &Waiting| {
        let button =
            parts::button("btn small", Label::HasArrived.say(view.lang), view.on(Msg::SawArrival(waiting.entry)));
        // Of several it is said which, and of one that the sentence does not name.
        let which = if paid.len() > 1 || !named { payment(sheet, card, waiting) } else { String::new() };
        [button, parts::tag("span", "note num", which)]
    };
    paid.iter().flat_map(one).chain(cycle.or(Some(log))).collect()
}

/// What was paid for, and when: `+3 GB · 昨天 14:05`.
fn payment(sheet: &Sheet<'_>, card: CardId, waiting: &Waiting) -> String {
    let view = &sheet.view;
    let what = view.model.book.card(card).and_then(|card| pay::what(view, card, waiting.entry));
    let when = say::instant(view, waiting.paid);
    what.map_or(when.clone(), |what| [&what, say::DOT, &when].concat())
}

/// What the check comes to, where nothing of it is odd.
fn note(sheet: &Sheet<'_>) -> Option<String> {
    let view = &sheet.view;
    let entry = sheet.entry.as_ref()?;
    let base = view.model.book.card(entry.card)?.base;
    let note = screen::note(entry, sheet.form.editing(), &view.model.book, view.moment)?;
    let largest = match note {
        Note::Apart { sum, whole } => sum.max(whole),
        Note::OfWhole { whole, .. } => whole,
        Note::Endless { used } => used,
    };
    let view = &sized(sheet, entry.card, base, largest);
    let data = |bytes| view.data(bytes, base);
    let said = match note {
        Note::Endless { used } => NoteSay::Endless { used: &data(used) }.say(view.lang),
        Note::Apart { sum, whole } => NoteSay::Apart { sum: &data(sum), whole: &data(whole) }.say(view.lang),
        Note::OfWhole { whole, left } => NoteSay::OfWhole { whole: &data(whole), left: &data(left) }.say(view.lang),
    };
    Some(said)
}

/// That the last day of a new card is over.
pub(super) fn card(sheet: &Sheet<'_>) -> Html {
    let view = &sheet.view;
    let content = over(sheet.form, view.moment).map(|date| {
        let date = format::date(date, view.today(), view.lang);
        banner(Tone::Warn, OddSay::Over { date: &date }.say(view.lang))
    });
    html! { <div role="status">{ content }</div> }
}
