//! A plan whose data begins anew each day, by a clock of its seller's: its chart and its days.

use crate::story::{HOUR, Story, check, gb, left, top_up, travel};
use sim_gauge::app::Route;
use sim_gauge::app::screen::card_screen;
use sim_gauge::chart::{MarkKind, Range, Role, Shape, Used};
use sim_gauge::domain::{
    Bytes, Card, Check, Date, DayClock, Decimal, Effect, Fact, Offsets, Quantity, Said, Source, Start, Validity,
    ZoneName,
};
use sim_gauge::i18n::Lang;

/// 1 GB each day from midnight in Hong Kong, which is eleven in the morning of its own zone: seen before and after
/// that on two days, the last time an hour ago.
fn seen() -> (Story, sim_gauge::domain::CardId) {
    let mut story = Story::new();
    let day_clock = ZoneName::parse("Asia/Hong_Kong").map(DayClock::Midnight);
    let card = story.card(Card { plan: Some(gb(100)), day_clock, ..travel() });
    for (ago, hundredths) in [(29, 100), (28, 70), (16, 40), (5, 15), (1, 10)] {
        story.entry(card, ago, check(left(hundredths), Source::App));
    }
    (story, card)
}

#[test]
fn the_chart_breaks_where_the_day_begins_anew_and_each_day_has_at_least_what_was_seen() {
    let (mut story, card) = seen();
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    let drawing = &screen.charts.general;
    let path = |wanted: Role| {
        drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Path { role, d } if *role == wanted => Some(d.matches('M').count()),
            _ => None,
        })
    };
    // Three days, and before the first check of two of them what it gives at most.
    assert_eq!((path(Role::Steps), path(Role::Most), path(Role::Median)), (Some(3), Some(2), None));
    // That there is as much again is no reading.
    assert_eq!(drawing.marks.len(), 5);
    assert!(drawing.marks.iter().all(|mark| mark.kind != MarkKind::Rise), "{:?}", drawing.marks);
    for (lang, says, used) in [
        (Lang::ZhHans, "11月19日–20日：每天重置流量", "当天至少用了 1.04\u{a0}GB"),
        (Lang::ZhHant, "11月19日–20日：每日重置流量", "當天至少用了 1.04\u{a0}GB"),
        (Lang::En, "Nov 19–20: New data each day", "at least 1.04\u{a0}GB used that day"),
    ] {
        let page = story.tables("day-plan", card, lang);
        page.says(&["≥0.99 GB", "≥1.04 GB", says]).has(used).lacks(" · </desc>");
    }
    // Once it is said what the sign means, and only where it stands.
    let (mut other, plain) = Story::travelling();
    for (lang, says) in [(Lang::ZhHans, "≥ 是至少"), (Lang::ZhHant, "≥ 是至少"), (Lang::En, "≥ means at least")]
    {
        assert_eq!(story.tables("day-plan", card, lang).text().matches(says).count(), 1, "{says}");
        other.tables("day-plan-other", plain, lang).silent(&[says]);
    }
}

/// Where nothing is left to be drawn, the axis goes as far as what each day gives.
#[test]
fn the_axis_of_a_day_that_is_used_up_is_that_of_its_plan() {
    let mut story = Story::new();
    let day_clock = ZoneName::parse("Asia/Hong_Kong").map(DayClock::Midnight);
    let card = story.card(Card { day_clock, ..travel() });
    story.entry(card, 1, check(left(0), Source::App));
    story.page("day-plan-axis", Route::Card(card), Lang::En).has("5\u{a0}GB</text>").lacks("0.1\u{a0}MB");
}

/// A day that was set does not vanish where the card becomes a day plan: it stands on the card and in its form, and what
/// ends before it says so. Of data that begins anew each day there is no chance to last until then.
#[test]
fn the_day_until_which_a_day_plan_is_needed_stays_in_sight() {
    // It ends on 4 December, or goes on from day to day, and each reply names the next one as a renewal.
    for (flight, ends, before) in [(8, true, true), (3, true, false), (8, false, false)] {
        let day_clock = ZoneName::parse("Asia/Hong_Kong").map(DayClock::Midnight);
        let needed_until = Date::new(2026, 12, flight);
        let mut own = Card { plan: Some(gb(100)), day_clock, needed_until, ..travel() };
        if !ends {
            own = Card { validity: Validity::Unknown, renews: Date::new(2026, 11, 21), ..own };
        }
        let (mut story, card) =
            Story::of(own, &[(29, 100), (5, 60), (1, 40)].map(|(at, had)| (at, check(left(had), Source::App))));
        for (lang, set, over, chance) in [
            (Lang::ZhHans, format!("要用到12月{flight}日"), "在那之前就到期", ["够用的可能", "撑过"]),
            (Lang::ZhHant, format!("要用到12月{flight}日"), "在那之前就到期", ["夠用的機率", "撐過"]),
            (
                Lang::En,
                format!("Needed untilDec {flight}"),
                "it expires before that",
                ["chance that it lasts", "renews before"],
            ),
        ] {
            let page = story.page("day-plan-needed", Route::Card(card), lang);
            assert_eq!(page.says(&[&set]).silent(&chance).text().contains(over), before, "{}", page.text());
            // In its form it can be changed.
            let form = story.page("day-plan-form", Route::EditCard(card), lang);
            form.has(&format!("value=\"2026-12-0{flight}\"")).silent(&["的可能有多大", "的機率"]);
        }
    }
}

#[test]
fn a_chart_without_a_sentence_ends_without_a_dot() {
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 9 * 24, check(left(100), Source::App));
    story.tell(sim_gauge::app::Msg::ChoseRange(Range::Week));
    story.page("day-plan-none", Route::Card(card), Lang::En).has("<desc id=\"chart-says\">").lacks(" · </desc>");
}

/// So many days of a day plan from a day in November, by a clock.
fn days(clock: DayClock, days: u16, from: Option<u8>) -> Card {
    let from = from.and_then(|day| Date::new(2026, 11, day));
    Card { day_clock: Some(clock), validity: Validity::Days { days, start: Start::FirstUse, from }, ..travel() }
}

#[test]
fn so_many_days_end_with_the_last_of_them_by_the_clock_of_the_plan() {
    let hong_kong = || DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap());
    // Eight in the evening of the 18th in New York.
    let used = Offsets::fixed(-300).instant(Date::new(2026, 11, 18).unwrap(), 20 * 60);
    for (card, says) in [
        (days(hong_kong(), 11, Some(11)), ["明天", "11月21日 10:59 纽约时间", "11月21日 23:59 北京时间"]),
        (
            days(DayClock::FirstUse(Some(used)), 3, Some(18)),
            ["明天", "11月21日 19:59 纽约时间", "11月22日 08:59 北京时间"],
        ),
        (days(DayClock::FirstUse(Some(used)), 2, None), ["今天", "11月20日 19:59 纽约时间", "11月21日 08:59 北京时间"]),
        // At two in the afternoon it is over since eleven.
        (days(hong_kong(), 10, Some(11)), ["已到期", "11月20日 10:59 纽约时间", "已经到期"]),
    ] {
        let mut story = Story::new();
        let card = story.card(card);
        story.entry(card, 5, check(left(15), Source::App));
        story.page("day-plan-end", Route::Card(card), Lang::ZhHans).says(&says);
    }
}

#[test]
fn of_a_day_that_may_have_begun_nothing_is_foretold_by_the_one_before() {
    let mut story = Story::new();
    let day_clock = Some(DayClock::FirstUse(None));
    let card = story.card(Card { plan: Some(gb(100)), day_clock, ..travel() });
    // Less than a day after the last check, and more than one after the first: by then a new one has begun.
    story.entry(card, 26, check(left(80), Source::App));
    story.entry(card, 18, check(left(30), Source::App));
    let gauge = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap().gauge;
    assert_eq!((gauge.past, gauge.estimate, gauge.low), (true, None, false));
    story.page("day-plan-may-have-begun", Route::Card(card), Lang::En).has("≤1\u{a0}GB").lacks("≤0.3");
    // Before that too: its day may have been about to end as it was first looked at.
    let card = story.card(Card { plan: Some(gb(100)), day_clock: Some(DayClock::FirstUse(None)), ..travel() });
    story.entry(card, 22, check(left(80), Source::App));
    story.entry(card, 14, check(left(30), Source::App));
    let gauge = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap().gauge;
    assert_eq!((gauge.past, gauge.estimate), (false, None));
}

#[test]
fn on_its_last_day_no_new_data_is_promised() {
    let hong_kong = || DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap());
    // At two in the afternoon the plan's day goes on until eleven in the morning, in New York.
    for (length, promised) in [(12, true), (11, false)] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(100)), ..days(hong_kong(), length, Some(11)) });
        story.entry(card, 1, check(left(2), Source::App));
        let page = story.page("day-plan-last", Route::Card(card), Lang::En);
        for says in ["new data:", "New data comes at the reset"] {
            assert_eq!(page.text().contains(says), promised, "{length} days, {says}: {}", page.text());
        }
    }
}

#[test]
fn the_first_day_has_its_use() {
    let days = |day_clock: Option<DayClock>, plan, renews: bool, checks: &[(i64, i64)]| {
        let mut story = Story::new();
        let card = story.card(Card { plan, day_clock, validity: Validity::Unknown, ..travel() });
        for (ago, hundredths) in checks {
            let Fact::Check(seen) = check(left(*hundredths), Source::App) else { unreachable!() };
            let day = Offsets::fixed(-300).date(story.moment.now.plus(-ago * HOUR));
            let renews = day.plus_days(1).filter(|_| renews);
            story.entry(card, *ago, Fact::Check(Check { renews, ..seen }));
        }
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let day = |day: &Used| format!("{} {}{}", day.from, if day.least { "≥" } else { "" }, day.bytes.0 >> 20);
        screen.charts.general.days.iter().map(day).collect::<Vec<_>>()
    };
    let new_york = || Some(DayClock::Midnight(ZoneName::parse("America/New_York").unwrap()));
    // It was looked at before it was used: nothing began anew with the first use, at noon.
    let noon = Offsets::fixed(-300).instant(Date::new(2026, 11, 20).unwrap(), 12 * 60);
    for plan in [None, Some(gb(100))] {
        let seen = days(Some(DayClock::FirstUse(Some(noon))), plan, false, &[(4, 100), (1, 70)]);
        assert_eq!(seen, ["2026-11-20 307"], "{plan:?}");
    }
    // Where each reply names the next day as that of the renewal, a period is not one day of the plan.
    let checks = [(28, 100), (20, 70), (3, 90)];
    for renews in [false, true] {
        assert_eq!(days(new_york(), Some(gb(100)), renews, &checks), ["2026-11-19 ≥307", "2026-11-20 102"], "{renews}");
    }
}

#[test]
fn what_was_added_to_a_day_is_gone_with_it() {
    let clock = || DayClock::Midnight(ZoneName::parse("America/New_York").unwrap());
    // A gigabyte on top of 2 in the evening, and what was said the next morning, of 2 GB.
    let seen = |morning: Option<Said>| {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(200)), day_clock: Some(clock()), ..travel() });
        story.entry(card, 20, check(left(200), Source::App));
        story.entry(card, 19, top_up(100, Effect::Add));
        if let Some(said) = morning {
            story.entry(card, 1, check(said, Source::App));
        }
        let page = story.page("day-plan-added", Route::Card(card), Lang::En);
        let gauge = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap().gauge;
        let tenths = |bytes: Bytes| (bytes.0 * 10) >> 30;
        (gauge.full.map(tenths), gauge.known.map(|known| tenths(known.left)), page)
    };
    let (full, _, page) = seen(None);
    assert_eq!(full, Some(20));
    page.says(&["≤2 GB"]).silent(&["topped up since"]);
    let half = Decimal::parse("50").unwrap();
    for (said, left) in [(Said::LeftPercent(half), 10), (Said::Used(Quantity::Data(gb(50))), 15)] {
        let (full, known, _) = seen(Some(said));
        assert_eq!((full, known), (Some(20), Some(left)), "{said:?}");
    }
}

/// Where it is said when it was first used, its days are counted from that, and nothing is to be added.
#[test]
fn a_first_use_that_was_said_leaves_no_start_to_be_added() {
    let validity = Validity::Days { days: 7, start: Start::FirstUse, from: None };
    for said in [false, true] {
        let mut story = Story::new();
        let used = story.moment.now.plus(-2 * HOUR);
        let day_clock = Some(DayClock::FirstUse(said.then_some(used)));
        let card = story.card(Card { plan: Some(gb(100)), day_clock, validity, ..travel() });
        story.entry(card, 1, check(left(60), Source::App));
        let page = story.page("day-plan-first-use", Route::Card(card), Lang::En);
        page.says(&["Expires"]);
        let add = "Add the day it started";
        if said {
            page.silent(&[add])
        } else {
            page.says(&[add])
        };
    }
}
