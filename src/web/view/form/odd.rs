//! A question about what is odd in a form. Nothing is held up by it.

use super::banner;
use super::field::Sheet;
use crate::app::Msg;
use crate::app::screen::{Odd, odd, over, waiting};
use crate::i18n::format;
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_odd::OddSay;
use crate::i18n::text::screens_pay::PayWord;
use crate::web::view::parts::{self, Tone};
use crate::web::view::say;
use yew::{Html, html};

/// What is odd about a check beside the others of its card, with the way to log what explains it.
pub(super) fn check(sheet: &Sheet<'_>) -> Html {
    let view = &sheet.view;
    let book = &view.model.book;
    let found = sheet.entry.as_ref().and_then(|entry| {
        let card = book.card(entry.card)?;
        Some((entry.card, card.base, odd(entry, sheet.form.editing(), book, view.moment)?))
    });
    let content = found.map(|(card, base, odd)| {
        let data = |bytes| format::data(bytes, base);
        let said = match odd {
            Odd::UsedMore { used, whole } => OddSay::UsedMore { used: &data(used), whole: &data(whole) },
            Odd::LeftMore { left, whole } => OddSay::LeftMore { left: &data(left), whole: &data(whole) },
            Odd::Rose { from, at } => OddSay::Rose { from: &data(from), when: &say::instant(view, at) },
        };
        let said = said.say(view.lang);
        let log = match waiting(book, view.moment, card).first() {
            // What was paid for may be what came.
            Some(waiting) if matches!(odd, Odd::Rose { .. }) => {
                parts::button("btn small", PayWord::Arrived.say(view.lang), view.on(Msg::SawArrival(waiting.entry)))
            }
            _ => parts::button("btn small", sheet.say(Label::LogTopUp), view.on(Msg::StartedTopUp(card))),
        };
        let log = if sheet.form.is_new() {
            parts::tag("div", "chips", log)
        } else {
            html! {}
        };
        parts::banner(Tone::Warn, html! { <>{ parts::tag("p", "num", said) }{ log }</> })
    });
    html! { <div role="status">{ content }</div> }
}

/// That the last day of a new card is over.
pub(super) fn card(sheet: &Sheet<'_>) -> Html {
    let view = &sheet.view;
    let content = over(sheet.form, view.moment).map(|date| {
        let date = format::date(date, view.moment.device.date(view.moment.now), view.lang);
        banner(Tone::Warn, OddSay::Over { date: &date }.say(view.lang))
    });
    html! { <div role="status">{ content }</div> }
}
