//! The last moment of a plan: the card's page, its reminders and what a top-up would change name the same one.

use crate::story::{HOUR, Story, check, gb, left, top_up, travel};
use sim_gauge::app::calendar::calendar_file;
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::{card_screen, what_if_screen};
use sim_gauge::app::{Msg, Route};
use sim_gauge::chart::Range;
use sim_gauge::domain::{Card, CardId, Date, DayClock, Effect, Fact, Source, Start, TopUp, Validity, ZoneName};
use sim_gauge::forecast::Outlook;
use sim_gauge::i18n::{Lang, format};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn days(days: u16, from: &str) -> Validity {
    Validity::Days { days, start: Start::FirstUse, from: Some(date(from)) }
}

/// Much is left, and little is used of it.
fn lasting(validity: Validity, day_clock: Option<DayClock>) -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { validity, day_clock, plan: Some(gb(2000)), ..travel() });
    for (ago, hundredths) in [(50, 2000), (26, 1990), (2, 1980)] {
        story.entry(card, ago, check(left(hundredths), Source::App));
    }
    (story, card)
}

/// Its last day and that day's last minute, as the card has them.
fn ends(story: &Story, card: CardId) -> (Date, u16) {
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let expires = screen.expires.unwrap();
    let (day, minute) = story.moment.offsets(&screen.card.zone).local(expires.night);
    assert_eq!(day, expires.date);
    (day, minute)
}

/// So many days may be counted otherwise by the carrier: a day that follows from them is marked, and one that was said
/// is not.
#[test]
fn a_last_day_that_is_counted_says_so() {
    for (lang, [mark, or], day) in [
        (Lang::ZhHans, ["15 天（推算）", "也可能早一天"], "12月5日 23:59"),
        (Lang::ZhHant, ["15 天（推算）", "也可能早一天"], "12月5日 23:59"),
        (Lang::En, ["15 days (assumed)", "or a day earlier"], "Dec 5, 23:59"),
    ] {
        let (mut story, card) = lasting(days(30, "2026-11-05"), None);
        story.page("counted-end", Route::Card(card), lang).says(&[mark, day, or]);
        let (mut said, card) = lasting(Validity::Until(date("2026-12-05")), None);
        said.page("said-end", Route::Card(card), lang).says(&[day]).silent(&["推算", "assumed", or]);
        // The hours of a day plan are its own clock's.
        let clock = Some(DayClock::Midnight(ZoneName::parse("America/New_York").unwrap()));
        let (mut daily, card) = lasting(days(30, "2026-11-06"), clock);
        daily.page("daily-end", Route::Card(card), lang).says(&[day]).silent(&["推算", "assumed", or]);
    }
    // So many days from its turn, what came out of the queue is good for; or until the day that it names.
    for expires in [None, Some(date("2026-11-26"))] {
        let mut story = Story::new();
        let card = story.card(Card { validity: days(10, "2026-11-05"), ..travel() });
        let Fact::TopUp(queued) = top_up(900, Effect::Queue) else { unreachable!("a top-up") };
        story.entry(card, 8 * 24, Fact::TopUp(TopUp { expires, ..queued }));
        let page = story.page("counted-queue", Route::Card(card), Lang::En);
        match expires {
            None => page.says(&["5 days (assumed)", "Nov 25, 23:59"]),
            Some(_) => page.says(&["6 days", "Nov 26, 23:59"]).silent(&["assumed"]),
        };
    }
    // What a form fills in says where that comes from, until another day is typed.
    let (mut over, card) = lasting(days(30, "2026-10-05"), None);
    for (lang, mark, card_says) in [
        (Lang::ZhHans, "（推算）", "可能差一天"),
        (Lang::ZhHant, "（推算）", "可能差一天"),
        (Lang::En, "(assumed)", "it may be a day off"),
    ] {
        over.page("counted-form", Route::TopUp(card), lang).says(&[mark]);
        over.page("counted-card", Route::EditCard(card), lang).says(&[card_says]);
    }
    over.page("counted-form", Route::TopUp(card), Lang::En);
    over.tell(Msg::Typed(Field::Expires, "2026-12-19".to_owned()));
    over.page("typed-form", Route::TopUp(card), Lang::En).silent(&["(assumed)"]);
}

/// What replaces the rest is good for so many days from the day on which it is bought, and not from today.
#[test]
fn what_is_bought_later_ends_later() {
    let (mut story, card) = lasting(days(30, "2026-11-05"), None);
    ask(&mut story, Route::WhatIf(card), &[(Field::Data, "900"), (Field::Effect, "replace")]);
    let form = story.model.form().unwrap();
    let sides = what_if_screen(&story.model.book, &story.moment, card, form).unwrap().sides.unwrap();
    let made = [sides.now, sides.later].map(|side| (side.on.to_string(), side.ends.unwrap().to_string()));
    let want = [("2026-11-20", "2026-12-20"), ("2026-12-05", "2027-01-04")];
    assert_eq!(made, want.map(|(on, ends)| (on.to_owned(), ends.to_owned())));
    // What is there for one day of a day plan replaces that one, and the others give theirs.
    let clock = Some(DayClock::Midnight(ZoneName::parse("America/New_York").unwrap()));
    let (mut story, card) = lasting(days(30, "2026-11-05"), clock);
    ask(&mut story, Route::WhatIf(card), &[(Field::Data, "30"), (Field::Effect, "replace")]);
    let form = story.model.form().unwrap();
    let sides = what_if_screen(&story.model.book, &story.moment, card, form).unwrap().sides.unwrap();
    assert!(sides.now.gained.0 > 0 && sides.now.less.0 == 0, "{sides:?}");
    assert_eq!(sides.now.ends, Some(date("2026-12-19")), "as it would, were it logged");
}

/// What is asked of a top-up: much data for so many days.
fn ask(story: &mut Story, route: Route, fields: &[(Field, &str)]) {
    story.page("ends", route, Lang::En);
    for (field, text) in fields {
        story.tell(Msg::Typed(*field, (*text).to_owned()));
    }
}

#[test]
fn every_screen_names_the_same_last_moment() {
    let midnight = |zone: &str| ZoneName::parse(zone).map(DayClock::Midnight);
    let first = Story::new().moment.now.plus(-50 * HOUR);
    for (validity, clock, length, day, minute) in [
        (Validity::Until(date("2026-12-04")), None, 30, "2026-12-04", 24 * 60 - 1),
        (Validity::CalendarMonth, None, 30, "2026-11-30", 24 * 60 - 1),
        // Begun in the course of a day; with the day, by its own zone and by another; with an hour of its own.
        (days(30, "2026-11-05"), None, 30, "2026-12-05", 24 * 60 - 1),
        (days(7, "2026-11-18"), midnight("America/New_York"), 7, "2026-11-24", 24 * 60 - 1),
        (days(7, "2026-11-18"), midnight("Asia/Hong_Kong"), 7, "2026-11-24", 11 * 60 - 1),
        (days(7, "2026-11-18"), Some(DayClock::FirstUse(Some(first))), 7, "2026-11-25", 12 * 60 - 1),
    ] {
        let (mut story, card) = lasting(validity, clock.clone());
        assert_eq!(ends(&story, card), (date(day), minute), "{validity:?} {clock:?}");
        let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
        let said = [&format::long_date(date(day), Lang::ZhHans), " ", &format::time(minute)].concat();
        assert!(file.replace("\r\n ", "").contains(&[&said, "（纽约时间）到期"].concat()), "{said} {file}");
        // What is bought is good as long as it is once it was written down.
        for (effect, at) in [("replace", "2026-11-20"), ("queue", day)] {
            let length = length.to_string();
            let asked = [(Field::Data, "900"), (Field::Days, length.as_str()), (Field::Effect, effect)];
            ask(&mut story, Route::WhatIf(card), &asked);
            let form = story.model.form().unwrap();
            let found = what_if_screen(&story.model.book, &story.moment, card, form).unwrap();
            assert_eq!(found.standing.unwrap().expires, Some(date(day)));
            let (mut bought, Validity::Days { .. }) = (lasting(validity, clock.clone()), validity) else { continue };
            ask(&mut bought.0, Route::TopUp(bought.1), &[asked[0], asked[2]]);
            bought.0.tell(Msg::Submitted);
            let screen = card_screen(&bought.0.model.book, &bought.0.moment, bought.1, Range::Cycle).unwrap();
            let waiting = screen.waiting.first().and_then(|next| next.expires);
            let until = waiting.unwrap_or_else(|| screen.expires.unwrap().date);
            assert!(until > date(at), "{effect} {clock:?}");
            assert_eq!(found.sides.unwrap().now.until, until, "{effect} {validity:?} {clock:?}");
        }
    }
}

#[test]
fn a_plan_that_is_all_there_is_not_said_to_last_though_only_its_last_day_is_known() {
    for last in ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-30", "2026-12-10"] {
        let before = |validity| {
            let mut story = Story::new();
            let card = story.card(Card { validity, plan: Some(gb(300)), ..travel() });
            story.entry(card, 2, check(left(300), Source::App));
            let words =
                ["Should last until", "until it expires", "多半用不完", "多半够用", "應該用不完", "應該夠用到那天"];
            Lang::ALL.into_iter().for_each(|lang| {
                story.page("day-one", Route::Card(card), lang).silent(&words);
            });
            let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
            let Outlook::Known(known) = screen.outlook else { panic!("the plan says something") };
            1.0 - known.lasts_to_expiry().unwrap()
        };
        // It may have begun long ago: less likely than of one that is known to begin today, but no other answer.
        let chance = before(Validity::Until(date(last)));
        assert!((0.2..0.5).contains(&chance), "{last}: {chance}");
        let whole = u16::try_from(date(last).days_since(date("2026-11-20"))).unwrap();
        if whole > 1 {
            let known = before(days(whole, "2026-11-20"));
            assert!(chance < known && known < 2.5 * chance, "{last}: {chance} against {known}");
        }
    }
}

/// 30 days from a first use of which nobody said when it was: it was in use by the first check, so that is the last day
/// on which they can have begun.
#[test]
fn so_many_days_without_a_start_end_by_the_first_use_that_was_seen() {
    let mut story = Story::new();
    let validity = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    let card = story.card(Card { plan: Some(gb(1000)), validity, ..travel() });
    story.entry(card, 30, check(left(1000), Source::App));
    story.page("start-unknown-unused", Route::Card(card), Lang::ZhHans).says(&["到期未知", "填上起算的那天"]);
    story.entry(card, 2, check(left(960), Source::App));
    story
        .page("start-unknown", Route::Card(card), Lang::ZhHans)
        .says(&["到期30 天（推算）", "12月20日 23:59 纽约时间", "填上起算的那天"])
        .silent(&["2027", "未知", "匀速", "填上有效期，才能算"]);
    // What is in use after that has begun anew since, and nobody knows when.
    story.moment.now = story.moment.now.plus(31 * 24 * HOUR);
    story.page("start-unknown-over", Route::Card(card), Lang::ZhHans).says(&["已到期（推算）"]);
    story.entry(card, 0, check(left(900), Source::App));
    story.page("start-unknown-anew", Route::Card(card), Lang::ZhHans).says(&["到期未知"]).silent(&["已到期"]);
}
