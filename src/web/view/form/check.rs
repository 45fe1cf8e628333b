//! The form of a balance check: a reply that is pasted, or figures that are typed.

use super::entry::currency;
use super::field::{Beside, Kind, Sheet};
use super::{Act, arrived, banner, odd, reply};
use crate::app::form::Field;
use crate::app::matching::Because;
use crate::app::screen::{self, Confirmed, Target, target};
use crate::app::texts::FORGOTTEN;
use crate::app::{Msg, Route, source};
use crate::domain::{Card, CardId, Fact};
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_reply::Review;
use crate::i18n::text::names;
use crate::web::view::parts::{self, Tone};
use yew::{Html, html};

/// The fields, and what the sheet ends with: a reply may be the confirmation of a top-up.
pub(super) fn fields(sheet: &Sheet<'_>) -> (Html, Act) {
    let book = &sheet.view.model.book;
    let target = target(sheet.form, book, sheet.view.moment);
    let card = target.card.and_then(|id| book.card(id));
    let pasted = sheet.get(Field::Mode) == "paste";
    let review = if pasted { screen::review(sheet.form, book, sheet.view.moment) } else { None };
    let stated = review.as_ref().and_then(|review| review.stated);
    // What it says has arrived is what there is more.
    let tells = review.as_ref().is_some_and(|review| matches!(review.confirmed, Some(Confirmed::This(_))));
    let confirms = review.as_ref().is_some_and(|review| review.confirms);
    let act = review.as_ref().map_or(Act::Save, |review| arrived::act(sheet, review, target.card));
    let fields = html! {
        <>
            if book.cards.is_empty() {
                <div class="stack">
                    { banner(Tone::Calm, sheet.say(Label::NoCards)) }
                    { parts::link("btn small", sheet.say(Label::AddCard), Route::AddCard) }
                </div>
            }
            if sheet.form.is_new() {
                { modes(sheet) }
            }
            if pasted {
                { reply::fields(sheet, card, review.as_ref()) }
                { for target.card.filter(|_| review.is_none() && sheet.form.asks_paid()).map(|card| paid(sheet, card)) }
            } else {
                { typed(sheet, card) }
            }
            { odd::check(sheet, tells) }
            if target.offered.len() > usize::from(target.card.is_some()) {
                { cards(sheet, &target, pasted) }
            }
            { sheet.when(stated) }
            if !confirms {
                { more(sheet, card, pasted) }
            }
        </>
    };
    (fields, act)
}

/// Of whoever left to pay: that it is done, or that it is not.
fn paid(sheet: &Sheet<'_>, card: CardId) -> Html {
    html! {
        <div class="chips">
            { parts::button("btn small", sheet.say(Label::HavePaid), sheet.view.on(Msg::Paid(card))) }
            { parts::button("quiet", sheet.say(Label::NotPaid), sheet.view.on(Msg::Cancelled)) }
        </div>
    }
}

fn modes(sheet: &Sheet<'_>) -> Html {
    let mode = |word: &'static str, label: Label| {
        let pressed = sheet.get(Field::Mode) == word;
        parts::toggle("mode", html! { { sheet.say(label) } }, pressed, sheet.put(Field::Mode, word))
    };
    html! {
        <div class="modes" role="group" aria-label={sheet.say(Label::Mode)}>
            { mode("paste", Label::ModePaste) }
            { mode("type", Label::ModeType) }
        </div>
    }
}

/// What was said and the amount, and the money of a card without a plan, which may have nothing else.
fn typed(sheet: &Sheet<'_>, card: Option<&Card>) -> Html {
    let said = sheet.get(Field::Said);
    let share = matches!(said, "left-percent" | "used-percent");
    let after = if share { parts::tag("span", "unit", "%") } else { sheet.units(Field::Unit) };
    let kept = sheet.form.editing().and_then(|entry| sheet.view.model.book.entry(entry));
    html! {
        <>
            if let Some(Fact::Check(check)) = kept.map(|kept| &kept.fact) {
                if let Some(text) = &check.reply {
                    { reply::quoted(text) }
                    { forget(sheet) }
                }
            }
            if is_open(card) {
                { money(sheet, card) }
            }
            { sheet.chips(Field::Said, sheet.say(Label::Said), &[
                ("left", sheet.say(Label::Left)),
                ("used", sheet.say(Label::Used)),
                ("left-percent", sheet.say(Label::LeftPercent)),
                ("used-percent", sheet.say(Label::UsedPercent)),
            ]) }
            <div class="main-figure">
                { sheet.input(Kind::Decimal, Field::Figure, Label::Figure, Beside::after(after)) }
            </div>
            // Used, or a share, means nothing without a total; the card's own does for it.
            if card.is_none_or(|card| card.plan.is_none()) {
                { sheet.data(Field::Total, Field::TotalUnit, Label::Total, matches!(said, "" | "left")) }
            }
        </>
    }
}

/// The way to take the text away and keep what it said.
fn forget(sheet: &Sheet<'_>) -> Html {
    let gone = sheet.get(Field::Texts) == FORGOTTEN;
    let to = sheet.put(Field::Texts, if gone { "" } else { FORGOTTEN });
    html! {
        <>
            { parts::tag("div", "chips", parts::chip(sheet.say(Label::ForgetText), gone, to)) }
            if gone {
                { parts::tag("p", "note", sheet.say(Label::TextsGone)) }
            }
        </>
    }
}

/// Whether a card has no plan, so that its money stands open.
fn is_open(card: Option<&Card>) -> bool {
    card.is_some_and(|card| card.plan.is_none())
}

/// The money that is left, in the currency of the card.
fn money(sheet: &Sheet<'_>, card: Option<&Card>) -> Html {
    let beside = Beside::after(Sheet::currency(currency(sheet, card))).and_optional();
    sheet.input(Kind::Decimal, Field::Money, Label::Money, beside)
}

fn cards(sheet: &Sheet<'_>, target: &Target, pasted: bool) -> Html {
    let because = target.because.and_then(|because| match because {
        Because::OnlyCard => None,
        Because::Number => Some(Review::ByNumber),
        Because::Carrier => Some(Review::ByCarrier),
        Because::Taught => Some(Review::ByPattern),
        Because::Balance => Some(Review::ByBalance),
    });
    let asked = pasted && target.card.is_none() && !sheet.get(Field::Reply).is_empty();
    let legend = if asked { Review::WhichCard.say(sheet.view.lang) } else { sheet.say(Label::Card) };
    let content = html! {
        <>
            { sheet.cards(&target.offered, target.card) }
            if let Some(because) = because {
                { parts::tag("p", "note", because.say(sheet.view.lang)) }
            }
        </>
    };
    sheet.group(Field::Card, legend, content)
}

fn more(sheet: &Sheet<'_>, card: Option<&Card>, pasted: bool) -> Html {
    let open = is_open(card);
    let more = if pasted || open { Label::MoreReply } else { Label::MoreCheck };
    // What is folded away is said: a typed figure may be from a text as well as from an app.
    let source = names::source(source::parse(sheet.get(Field::Source)), sheet.view.lang);
    let sources = source::ALL.map(|source| (source::word(source), names::source(source, sheet.view.lang)));
    html! {
        <details open={!sheet.form.tried.is_empty() || !sheet.form.is_new()}>
            <summary>{ sheet.say(more) }{ " " }{ parts::tag("small", "", source) }</summary>
            if !pasted {
                if card.is_some_and(|card| card.plan.is_some()) {
                    { sheet.data(Field::Total, Field::TotalUnit, Label::Total, true) }
                }
                { sheet.input(Kind::Date, Field::Expires, Label::Expires, Beside::optional()) }
                { sheet.input(Kind::Date, Field::Renews, Label::Renews, Beside::optional()) }
                if !open {
                    { money(sheet, card) }
                }
            }
            { sheet.chips(Field::Source, sheet.say(Label::Source), &sources) }
            { sheet.note() }
        </details>
    }
}
