//! Which of several messages of a paste is meant.

use super::field::Sheet;
use crate::app::form::Field;
use crate::app::screen;
use crate::domain::Date;
use crate::i18n::format;
use crate::i18n::text::forms_reply::{Review, Sentence};
use crate::sms::Message;
use crate::web::view::parts;
use yew::{Html, html};

/// How many of several messages are shown at once.
const SHOWN: usize = 4;

/// A day of the device's clock, and perhaps the time.
pub(super) fn when(sheet: &Sheet<'_>, date: Date, minute: Option<u16>) -> String {
    let moment = sheet.view.moment;
    let day = format::date(date, moment.device.date(moment.now), sheet.view.lang);
    minute.map_or(day.clone(), |minute| [&day, " ", &format::time(minute)].concat())
}

/// Which of several messages is meant.
pub(super) fn messages(sheet: &Sheet<'_>, review: &screen::Review) -> Html {
    let (view, text) = (&sheet.view, sheet.get(Field::Reply));
    let chip = |(place, message): (usize, &Message)| {
        let (at, figure) = screen::told_apart(message, text);
        let when = at.map_or_else(|| (place + 1).to_string(), |(date, minute)| self::when(sheet, date, minute));
        let label = [when.as_str(), " · ", &figure].concat();
        parts::chip(label, review.meant == Some(place), sheet.put(Field::Message, &place.to_string()))
    };
    // A chip is as wide as the screen: what is meant is not to be pushed out of it.
    let mut order = screen::newest_first(&review.messages);
    let mut rest = order.split_off(order.len().min(SHOWN));
    if let Some(at) = rest.iter().position(|place| review.meant == Some(*place)) {
        order.push(rest.remove(at));
    }
    let more = Sentence::More { count: &rest.len().to_string() }.say(view.lang);
    let chips = |places: Vec<usize>| {
        let chips = places.into_iter().filter_map(|place| Some(chip((place, review.messages.get(place)?))));
        html! { <div class="chips">{ for chips }</div> }
    };
    let content = html! {
        <>
            { chips(order) }
            if !rest.is_empty() {
                <details>{ parts::tag("summary", "", more) }{ chips(rest) }</details>
            }
            if review.older {
                { parts::tag("p", "note", Review::Older.say(view.lang)) }
            }
            { parts::tag("p", "note", Review::NewestFirst.say(view.lang)) }
        </>
    };
    sheet.group(Field::Message, Review::WhichMessage.say(view.lang), content)
}
