//! A top-up in the queue: what is shown while it waits, and when it came to its turn.

use crate::story::{Story, check, gb, left, top_up, travel};
use sim_gauge::app::form::Field;
use sim_gauge::app::{Msg, Route};
use sim_gauge::domain::{Arrival, Card, CardId, DAY_MS, Date, Effect, Fact, Source, TopUp, Validity};
use sim_gauge::i18n::Lang;
use sim_gauge::journal::Change;
use std::rc::Rc;

fn queued(hundredths: i64, expires: Option<Date>) -> Fact {
    Fact::TopUp(TopUp {
        data: Some(gb(hundredths)),
        credit: None,
        paid: None,
        channel: None,
        effect: Effect::Queue,
        expires,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

/// 1 GB left through 4 December, 5 GB behind it, of which a week goes by.
fn waiting(card: Card) -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(card);
    story.entry(card, 5 * 24, check(left(200), Source::Text));
    story.entry(card, 2, check(left(100), Source::Text));
    story.entry(card, 1, queued(500, Date::new(2027, 1, 3)));
    (story, card)
}

#[test]
fn what_waits_is_said_with_its_day() {
    let (mut story, card) = waiting(travel());
    for (lang, line) in [
        (Lang::ZhHans, "还有 5 GB 排队，12月5日起用"),
        (Lang::ZhHant, "另有 5 GB 排隊中，12月5日起使用"),
        (Lang::En, "+5 GB waiting, from Dec 5"),
    ] {
        story.page("queued", Route::Card(card), lang).says(&[line]);
    }
    let other = story.card(travel());
    story.page("queued-list", Route::Cards, Lang::ZhHans).says(&["还有 5 GB 排队，12月5日起用"]);
    story.page("queued-none", Route::Card(other), Lang::ZhHans).silent(&["排队"]);
}

#[test]
fn what_waits_for_an_end_that_nobody_knows_says_so() {
    let (mut story, card) = waiting(Card { validity: Validity::Unknown, ..travel() });
    for (lang, line) in [
        (Lang::ZhHans, "还有 5 GB 排队，前面的到期后起用"),
        (Lang::ZhHant, "另有 5 GB 排隊中，前面的到期後起使用"),
        (Lang::En, "+5 GB waiting, begins when what is before it ends"),
    ] {
        story.page("queued-open", Route::Card(card), lang).says(&[line]);
    }
}

#[test]
fn an_end_with_something_behind_it_is_no_call_to_top_up() {
    let (mut story, card) = waiting(travel());
    story.moment.now = story.moment.now.plus(12 * DAY_MS);
    for (lang, line) in [
        (Lang::ZhHans, "到期后接着用排队的充值"),
        (Lang::ZhHant, "到期後接著用排隊中的儲值"),
        (Lang::En, "The queued top-up comes next"),
    ] {
        let page = story.page("queued-soon", Route::Card(card), lang);
        page.says(&[line]).silent(&["记得充值", "記得儲值", "Top up to go on"]);
    }
}

#[test]
fn what_waits_does_not_help_where_all_is_used_up_before() {
    let (mut story, card) = waiting(travel());
    story.entry(card, 0, check(left(2), Source::Text));
    story.page("queued-dry", Route::Card(card), Lang::En).says(&["How to top up"]).silent(&["comes next"]);
    // Whoever has run out reads that it is there, and from when.
    for (lang, line) in [
        (Lang::ZhHans, "还有 5 GB 排队，12月5日起用"),
        (Lang::ZhHant, "另有 5 GB 排隊中，12月5日起使用"),
        (Lang::En, "+5 GB waiting, from Dec 5"),
    ] {
        story.page("queued-out", Route::RunOut(card), lang).says(&[line]);
    }
}

#[test]
fn what_came_out_of_the_queue_and_was_never_checked_is_not_called_known() {
    let (mut story, card) = waiting(travel());
    story.moment.now = story.moment.now.plus(50 * DAY_MS);
    story.page("queued-over", Route::Card(card), Lang::En).says(&["Expired", "5 GB"]).silent(&["Last known"]);
}

#[test]
fn at_its_turn_it_is_what_is_left_until_its_own_end() {
    let (mut story, card) = waiting(travel());
    story.moment.now = story.moment.now.plus(15 * DAY_MS);
    for (lang, lines) in [
        (Lang::ZhHans, ["剩余流量 · 估算", "5 GB", "排队的，12月5日起用", "29 天", "排队的 +5 GB 开始用"]),
        (Lang::ZhHant, ["剩餘流量 · 估計", "5 GB", "排隊的，12月5日起使用", "29 天", "排隊的 +5 GB 開始使用"]),
        (Lang::En, ["Data left · estimate", "5 GB", "Queued, from Dec 5", "29 days", "Queued top-up begins +5 GB"]),
    ] {
        let page = story.tables("queued-turned", card, lang);
        page.says(&lines).silent(&["已经到期", "已經到期", "Expired", "waiting"]);
    }
    // A day and a half later something of it is used, and nobody has looked.
    story.moment.now = story.moment.now.plus(36 * 3_600_000);
    let page = story.page("queued-used", Route::Card(card), Lang::En);
    page.says(&["≈4.", "Queued, from Dec 5", "probably 4"]);
    story.moment.now = story.moment.now.plus(-36 * 3_600_000);
    // In the list too; and a check is what is left from then on.
    story.card(travel());
    story.page("queued-turned-list", Route::Cards, Lang::En).says(&["Queued, from Dec 5"]);
    story.entry(card, 0, check(left(480), Source::Text));
    story.page("queued-checked", Route::Card(card), Lang::En).says(&["4.8 GB"]).silent(&["Queued, from", "estimate"]);
}

#[test]
fn the_form_says_when_it_begins_and_the_what_if_what_it_leaves_out() {
    let (mut story, card) = waiting(travel());
    story.page("top-up", Route::TopUp(card), Lang::En);
    story.tell(Msg::Typed(Field::Effect, "queue".to_owned()));
    for (lang, line) in [
        (Lang::ZhHans, "2027年1月4日起用："),
        (Lang::ZhHant, "2027年1月4日起使用："),
        (Lang::En, "Begins on Jan 4, 2027, when"),
    ] {
        story.page("top-up-queued", Route::TopUp(card), lang).says(&[line]);
    }
    story.page("what-if", Route::WhatIf(card), Lang::En);
    story.tell(Msg::Typed(Field::Data, "3".to_owned()));
    for (lang, line) in [
        (Lang::ZhHans, "排队的 5 GB 没算在内"),
        (Lang::ZhHant, "排隊中的 5 GB 不計在內"),
        (Lang::En, "The 5 GB in the queue are not counted"),
    ] {
        story.page("what-if-queued", Route::WhatIf(card), lang).says(&[line]);
    }
}

/// What came in the place of a plan of a last day does not end with it: until when it is good is asked for, and nothing
/// is told, or shared out, by the old day.
#[test]
fn what_replaced_a_plan_of_a_last_day_asks_for_its_own() {
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 5 * 24, check(left(200), Source::Text));
    story.moment.now = story.moment.now.plus(DAY_MS);
    let bought = story.entry(card, 1, top_up(500, Effect::Replace));
    story.entry(card, 0, check(left(490), Source::Text));
    for days in [0, 11, 2, 1, 6] {
        story.moment.now = story.moment.now.plus(days * DAY_MS);
        for (lang, ask, over, alarm, last) in [
            (Lang::ZhHans, "填上这次充值的到期日", "已经到期", "天到期", "12月4日"),
            (Lang::ZhHant, "填上這次儲值的到期日", "已經到期", "天到期", "12月4日"),
            (Lang::En, "Add the top-up’s last day", "Expired", "It expires in", "Dec 4"),
        ] {
            let page = story.page("replaced-open", Route::Card(card), lang);
            page.says(&[ask]).silent(&[over, alarm, last]).leads(&[Route::EditEntry(bought)]);
        }
        story.page("replaced-open", Route::Card(card), Lang::En).says(&["No last day known yet"]);
    }
}

/// So does what came out of the queue and names no end.
#[test]
fn what_came_to_its_turn_without_an_end_asks_for_its_own() {
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 2, check(left(100), Source::Text));
    let bought = story.entry(card, 1, queued(500, None));
    for (days, asks) in [(0, false), (15, true), (30, true)] {
        story.moment.now = story.moment.now.plus(days * DAY_MS);
        for (lang, ask) in [
            (Lang::ZhHans, "填上这次充值的到期日"),
            (Lang::ZhHant, "填上這次儲值的到期日"),
            (Lang::En, "Add the top-up’s last day"),
        ] {
            let page = story.page("queued-without-end", Route::Card(card), lang);
            if asks {
                page.says(&[ask]).leads(&[Route::EditEntry(bought)]);
            } else {
                page.silent(&[ask]);
            }
        }
    }
    // Once an end is said, by it or on the card, nothing is asked for.
    let mut typed = story.model.book.card(card).unwrap().clone();
    typed.validity = Validity::Until(Date::new(2027, 2, 1).unwrap());
    let replaces = Some(story.model.book.cards.get(&card).unwrap().version);
    story.serial += 2_000_000_000;
    story.event(Change::SavedCard { card, replaces, value: Rc::new(typed) });
    story.page("queued-with-end", Route::Card(card), Lang::En).silent(&["Add the top-up’s last day"]);
}
