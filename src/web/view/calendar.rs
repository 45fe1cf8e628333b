//! Reminders: what the phone's calendar is to ring for, and the file that tells it.

use super::parts::{button, chip, header, tag};
use super::{View, say};
use crate::app::calendar::{HABITS, habit, reminders, title};
use crate::app::form::Field;
use crate::app::screen::{Verdict, card_screen};
use crate::app::{Msg, Route};
use crate::domain::{CardId, Validity};
use crate::i18n::format;
use crate::i18n::text::calendar::{CalendarSay, CalendarWord};
use crate::i18n::text::screens_card::CardWord;
use yew::{Html, html};

/// The page of a card.
pub(super) fn calendar(view: &View<'_>, id: CardId) -> Option<Html> {
    let lang = view.lang;
    let screen = card_screen(&view.model.book, view.moment, id, view.model.range)?;
    let every = habit(view.model);
    // All ring at nine in the card's zone: the day says enough, and the hour of here would contradict it.
    let (zone, today) = (view.moment.offsets(&screen.card.zone), say::today(view, screen.card));
    let found = reminders(&screen, view.moment, every);
    let habits = HABITS.map(|days| {
        let label = match days {
            0 => CalendarWord::Off.say(lang).to_owned(),
            1 => CalendarWord::Daily.say(lang).to_owned(),
            days => CalendarSay::EveryDays { days: &format::days(i32::from(days), lang) }.say(lang),
        };
        chip(label, days == every, view.on(Msg::Typed(Field::Habit, days.to_string())))
    });
    let over = screen.verdict == Verdict::Expired;
    let dated = screen.expires.is_some() || screen.number.lost.or(screen.number.service_ends).is_some();
    let nothing = match screen.card.validity {
        _ if over => CalendarWord::Over.say(lang),
        _ if dated => CalendarWord::Past.say(lang),
        _ if screen.ledger.open_end().is_some() => CardWord::AddEnd.say(lang),
        // Its length is there, and the day from which it counts is not.
        Validity::Days { .. } => CardWord::AddStart.say(lang),
        _ => CalendarWord::Nothing.say(lang),
    };
    Some(html! {
        <>
            { header(view, CalendarWord::Title.say(lang), Route::Card(id)) }
            <main class="stack">
                { tag("p", "", CalendarWord::Why.say(lang)) }
                // Of what is over nothing is to be checked.
                if !over {
                    <div role="group" aria-label={CalendarWord::Habit.say(lang)}>
                        { tag("p", "note", CalendarWord::Habit.say(lang)) }
                        <div class="chips">{ for habits }</div>
                    </div>
                }
                if found.is_empty() {
                    { tag("p", "note", nothing) }
                } else {
                    <ul class="changes">{ for found.iter().map(|one| html! {
                        <li><div>
                            { tag("b", "", title(one, screen.card, lang)) }
                            { tag("p", "note num", format::date(zone.date(one.at), today, lang)) }
                        </div></li>
                    }) }</ul>
                    { button("btn main", CalendarWord::Save.say(lang), view.on(Msg::AskedCalendar(id, false))) }
                    if view.model.carry.can.share {
                        { button("btn", CalendarWord::Share.say(lang), view.on(Msg::AskedCalendar(id, true))) }
                    }
                    { tag("p", "note", CalendarSay::Rings { zone: &format::zone(&screen.card.zone, lang) }.say(lang)) }
                    { tag("p", "note", CalendarWord::Again.say(lang)) }
                }
            </main>
        </>
    })
}
