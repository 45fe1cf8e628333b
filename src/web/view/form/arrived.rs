//! The top-up of which a reply speaks: whether it is what was waited for, and what is done about it.

use super::super::pay;
use super::field::Sheet;
use super::links::{Links, links};
use super::{Act, banner, reply};
use crate::app::Msg;
use crate::app::form::Field;
use crate::app::screen::{self, Confirmed, Review};
use crate::domain::{Card, CardId, EntryId, TopUp};
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_reply::{self as words, Review as Word, Sentence};
use crate::i18n::text::screens_pay::PaySay;
use crate::sms::{Refusal, Role, Value, Verdict};
use crate::web::view::parts::{self, Tone};
use crate::web::view::say;
use yew::{Html, html};

/// All that was paid for and has not arrived on the card that is meant, each with the way to say that it has; where
/// a reply is of none of it, or does not say of which, that is asked first.
pub(super) fn awaited(sheet: &Sheet<'_>, review: &Review) -> Html {
    let (view, book) = (&sheet.view, &sheet.view.model.book);
    let card = screen::target(sheet.form, book, view.moment).card;
    let of = card.and_then(|card| book.card(card));
    let listed = |said: &[Value]| {
        let said: Vec<String> = said.iter().map(|value| reply::value(sheet, of, *value)).collect();
        said.join(say::DOT)
    };
    let asks = match review.confirmed {
        Some(Confirmed::This(_)) => return Html::default(),
        Some(Confirmed::Other) => Some(Sentence::OfOther { what: &listed(&review.said) }.say(view.lang)),
        Some(Confirmed::Which) => Some(Word::OfWhich.say(view.lang).to_owned()),
        None => None,
    };
    let other = |top_up: &TopUp| review.amended(top_up, of?.currency).map(|(_, said)| listed(&said));
    let other: pay::Other<'_> = match review.confirmed {
        Some(Confirmed::Other) => Some(&other),
        _ => None,
    };
    html! {
        <>
            { for asks.map(|asks| banner(Tone::Warn, asks)) }
            { for card.map(|card| pay::awaited(view, card, other)) }
        </>
    }
}

/// What the sheet of a reply ends with: the payment of which it speaks has arrived, or the top-up is logged, or the
/// balance is saved, which it may say beside that.
pub(super) fn act(sheet: &Sheet<'_>, review: &Review, card: Option<CardId>) -> Act {
    let log = |class| card.map(|card| log(sheet, class, card)).unwrap_or_default();
    let refused = review.reading.verdict != Verdict::Reading;
    let underway = review.reading.verdict == Verdict::Nothing(Refusal::Underway);
    let foreign = || {
        let card = card.and_then(|card| sheet.view.model.book.card(card));
        links(sheet, card) == Links::Foreign
    };
    match review.confirmed {
        // What lures somebody to an address confirms nothing, and says nothing that is kept; nor does what the
        // carrier still works on.
        _ if refused && (underway || foreign()) => Act::Instead(Html::default()),
        Some(_) if foreign() => Act::Save,
        Some(Confirmed::This(entry)) if refused || review.confirms => {
            Act::Instead(came(sheet, card, entry, Label::HasArrived))
        }
        // What else it says is saved at the same tap, where nothing is to be said about it.
        Some(Confirmed::This(entry)) => {
            let both = sheet.problems.is_empty();
            Act::Before(came(sheet, card, entry, if both { Label::SaveBoth } else { Label::HasArrived }))
        }
        Some(Confirmed::Other) if refused || review.confirms => Act::Instead(log("btn")),
        Some(Confirmed::Which) if refused || review.confirms => Act::Instead(Html::default()),
        None if review.confirms => Act::Instead(log("btn main")),
        // Nothing in it is to be put right; a figure that somebody explains makes it a reading.
        None if refused => Act::Instead(Html::default()),
        _ => Act::Save,
    }
}

/// That a payment has arrived: which one is said where others wait.
fn came(sheet: &Sheet<'_>, card: Option<CardId>, entry: EntryId, label: Label) -> Html {
    let view = &sheet.view;
    let book = &view.model.book;
    let several = card.is_some_and(|card| screen::waiting(book, view.moment, card).len() > 1);
    let what = card.filter(|_| several).and_then(|card| pay::what(view, book.card(card)?, entry));
    let label = match &what {
        Some(what) => PaySay::Came { what }.say(view.lang),
        None => label.say(view.lang).to_owned(),
    };
    html! { <button type="button" class="btn main" onclick={view.on(Msg::SawArrival(entry))}>{ label }</button> }
}

fn log(sheet: &Sheet<'_>, class: &'static str, card: CardId) -> Html {
    parts::button(class, sheet.say(Label::LogTopUp), sheet.view.on(Msg::StartedTopUp(card)))
}

/// A top-up is no part of a check: it is logged on its own, where it is not what was waited for.
pub(super) fn top_up(sheet: &Sheet<'_>, card: Option<&Card>, added: Value, review: &Review) -> Html {
    let view = &sheet.view;
    let target = screen::target(sheet.form, &view.model.book, view.moment).card;
    let target = target.filter(|_| review.confirmed.is_none() && sheet.get(Field::Arrival).is_empty());
    html! {
        <div class="fig">
            <dt>
                { words::role(Role::TopUp, view.lang) }
                if !review.confirms {
                    { " " }{ parts::tag("small", "", Word::TopUpApart.say(view.lang)) }
                }
            </dt>
            { parts::tag("dd", "num", reply::value(sheet, card, added)) }
            if !review.confirms {
                { parts::tag("dd", "", target.map(|card| log(sheet, "quiet", card)).unwrap_or_default()) }
            }
        </div>
    }
}
