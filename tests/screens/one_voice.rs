//! What one line of a screen says no other one denies.

use crate::story::{Story, check, gb, left, top_up, travel};
use sim_gauge::app::calendar::{About, reminders};
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::{Alert, Verdict, card_screen};
use sim_gauge::app::{Mode, Msg, Route};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Bucket, Card, Check, Currency, Date, DayClock, Decimal, Effect, Fact, Measure, Money, Quantity, Said, Source,
    TopUp, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;

fn seen(hundredths: i64) -> Fact {
    check(left(hundredths), Source::Text)
}

/// A balance of so many cents.
fn money(cents: i64) -> Fact {
    let figure = Decimal::new(cents, 2).unwrap();
    let said = Said::Left(Quantity::Money(Money { figure, currency: Currency::USD }));
    let Fact::Check(check) = seen(0) else { unreachable!() };
    Fact::Check(Check { measures: vec![Measure { bucket: Bucket::Money, said }], ..check })
}

/// A card that is paid as it is used.
fn as_you_go() -> Card {
    Card { plan: None, validity: Validity::Unknown, ..travel() }
}

#[test]
fn what_is_used_up_is_not_said_to_run_out_nor_its_share_to_be_used_up_perhaps() {
    let spent = [(15 * 24, seen(500)), (8 * 24, seen(340)), (17, seen(30)), (6, seen(0))];
    let (mut story, card) = Story::of(travel(), &spent);
    let other = story.card(travel());
    for (hours, fact) in spent {
        story.entry(other, hours, fact);
    }
    for (lang, empty, not) in [
        (Lang::ZhHans, "流量用完了", "额度可能已用完"),
        (Lang::ZhHant, "流量用完了", "額度可能已用完"),
        (Lang::En, "No data left", "share may be used up"),
    ] {
        story.page("empty-share", Route::Card(card), lang).says(&[empty]).silent(&[not, "of a share of"]);
    }
    for route in [Route::Card(other), Route::Card(card)] {
        story.page("empty-task", route, Lang::En).says(&["to keep it going"]);
    }
}

#[test]
fn of_a_day_that_is_used_up_that_is_said_first() {
    let day_clock = ZoneName::parse("Asia/Hong_Kong").map(DayClock::Midnight);
    let card = Card { plan: Some(gb(100)), day_clock, ..travel() };
    let (mut story, card) = Story::of(card, &[(2, seen(60)), (1, seen(0))]);
    for (lang, first, second) in [
        (Lang::ZhHans, "流量用完了", "每天重置流量"),
        (Lang::ZhHant, "流量用完了", "每日重置流量"),
        (Lang::En, "No data left", "New data each day"),
    ] {
        let page = story.page("day-empty", Route::Card(card), lang);
        page.has(&format!("<b class=\"num\">{first}</b><small class=\"num\">{second}</small>"));
    }
}

#[test]
fn a_reply_that_names_only_the_end_hides_no_top_up() {
    let named = Check {
        measures: Vec::new(),
        expires: Date::parse("2026-12-30"),
        renews: None,
        source: Source::App,
        reply: None,
        sure: false,
    };
    let Fact::TopUp(paid) = top_up(100, Effect::Add) else { unreachable!() };
    let between = [(50, Fact::TopUp(TopUp { data: None, ..paid })), (40, Fact::Check(named))];
    for (card, low, high) in [(travel(), seen(300), seen(480)), (as_you_go(), money(400), money(4600))] {
        let (mut story, card) = Story::of(card, &[(100, low)]);
        for (hours, fact) in &between {
            story.entry(card, *hours, fact.clone());
        }
        story.entry(card, 1, high);
        story.tables("rise-paid", card, Lang::En).says(&["after a top-up"]).silent(&["cause not logged"]);
    }
}

#[test]
fn what_is_left_when_all_of_it_is_set_aside_is_not_said_twice() {
    let checks = [(15 * 24, 160), (12 * 24, 150), (8 * 24, 130), (5 * 24, 110), (2, 80)];
    let checks = checks.map(|(hours, hundredths)| (hours, seen(hundredths)));
    let (mut story, card) = Story::of(Card { reserve: Some(gb(100)), ..travel() }, &checks);
    for (lang, words, not) in [
        (Lang::ZhHans, "只剩预留的流量", "另预留"),
        (Lang::ZhHant, "只剩預留的流量", "另預留"),
        (Lang::En, "Only the reserve is left", "kept in reserve"),
    ] {
        story.page("only-reserve", Route::Card(card), lang).says(&[words]).silent(&[not]);
    }
}

/// Of a share that is nothing there is no part to be used: what is left is said to be the reserve.
#[test]
fn where_only_the_reserve_is_left_nothing_is_said_to_be_used_of_today() {
    // Last evening there was just the reserve, a little more than that, and enough for today.
    for evening in [100, 101, 150] {
        let checks = [(15 * 24, 500), (15, evening), (2, 98)].map(|(hours, hundredths)| (hours, seen(hundredths)));
        let (mut story, card) = Story::of(Card { reserve: Some(gb(100)), ..travel() }, &checks);
        for (lang, words, not) in [
            (Lang::ZhHans, "只剩预留的流量", ["今日额度", "今天的额度", "约超出"]),
            (Lang::ZhHant, "只剩預留的流量", ["今日額度", "今天的額度", "約超出"]),
            (Lang::En, "Only the reserve is left", ["used of today’s", "Today’s share", "MB over"]),
        ] {
            story.page("reserve-begun", Route::Card(card), lang).says(&[words]).silent(&not);
        }
    }
}

#[test]
fn it_rings_wherever_a_day_is_named_from_which_it_may_run_out() {
    let mut less_than_even = false;
    for last in 190..215 {
        let card = Card { validity: Validity::Until(Date::new(2026, 11, 30).unwrap()), ..travel() };
        let checks = [(15 * 24, 500), (12 * 24, 430), (8 * 24, 340), (5 * 24, 300), (2, last)];
        let (story, card) = Story::of(card, &checks.map(|(hours, hundredths)| (hours, seen(hundredths))));
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let Verdict::Perhaps { from, .. } = screen.verdict else { continue };
        less_than_even |= screen.empty_day().is_none();
        let rung = reminders(&screen, &story.moment, 0);
        let rung = rung.iter().find(|one| one.about == About::RunsOut).map(|one| one.at);
        let nine = story.moment.offsets(&screen.card.zone).instant(from, 9 * 60);
        assert_eq!(rung, Some(nine), "{last}");
    }
    assert!(less_than_even, "a chance of 40 to 50 %");
}

#[test]
fn a_rise_within_one_day_of_a_day_plan_is_no_new_period() {
    let day_clock = || ZoneName::parse("Asia/Hong_Kong").map(DayClock::Midnight);
    let card = Card { plan: Some(gb(50)), day_clock: day_clock(), ..travel() };
    let (story, card) = Story::of(card, &[(2, seen(40)), (1, seen(45))]);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let alerts = screen.alerts(&story.moment);
    assert!(alerts.iter().any(|alert| matches!(alert, Alert::Rise { cause: None, .. })), "{alerts:?}");
}

#[test]
fn what_came_at_the_time_of_the_first_figure_is_said_to_have_come() {
    let entries = [(9 * 24, seen(480)), (144, seen(390)), (144, top_up(500, Effect::Add)), (1, seen(700))];
    let (mut story, card) = Story::of(Card { plan: Some(gb(1500)), ..travel() }, &entries);
    for range in [Range::Week, Range::Cycle] {
        story.tell(Msg::ChoseRange(range));
        story.page("topped-up", Route::Card(card), Lang::En).says(&["to 7 GB · 5 GB topped up"]);
    }
}

#[test]
fn what_was_put_on_an_old_reading_is_no_reading() {
    let checks = [(15 * 24, 980), (12 * 24, 860), (8 * 24, 760), (3 * 24, 600)];
    let (mut story, card) = Story::of(
        Card { plan: Some(gb(1000)), validity: Validity::Until(Date::new(2026, 12, 24).unwrap()), ..travel() },
        &checks.map(|(hours, hundredths)| (hours, seen(hundredths))),
    );
    story.entry(card, 1, top_up(500, Effect::Add));
    let page = story.page("old-reading", Route::Card(card), Lang::En);
    page.says(&["Data left · estimate", "from 9.8 GB to 6 GB"]).silent(&["to 11 GB"]);
    // On a figure of today it is known how much that makes.
    story.entry(card, 1, seen(580));
    story.entry(card, 0, top_up(100, Effect::Add));
    story.page("fresh-reading", Route::Card(card), Lang::En).says(&["to 6.8 GB · 6 GB topped up"]);
}

#[test]
fn what_may_be_used_up_by_now_is_not_said_to_run_out_from_a_day_on() {
    // It ends with that day, or renews on the next.
    let renews = Card { validity: Validity::Unknown, renews: Date::new(2026, 12, 5), ..travel() };
    for own in [travel(), renews] {
        let mut found = [false; 2];
        for last in [60, 80, 100, 120, 140, 160, 180, 200, 260, 280, 300, 320] {
            let checks = [(15 * 24, 900), (12 * 24, 790), (8 * 24, 650), (4 * 24, last)];
            let (mut story, card) =
                Story::of(own.clone(), &checks.map(|(hours, hundredths)| (hours, seen(hundredths))));
            let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
            let estimate = screen.gauge.estimate.filter(|(least, ..)| least.0 == 0);
            let (Verdict::Between { to: Some(to), .. }, Some(_)) = (screen.verdict, estimate) else { continue };
            // The last day before that is none by which it is used up.
            let named = to < screen.expires.unwrap().last;
            found[usize::from(named)] = true;
            for (lang, perhaps, by, not) in [
                (Lang::ZhHans, "可能已经用完，查一次就知道", "日前多半用完", "预计 1"),
                (Lang::ZhHant, "可能已經用完，查一次就知道", "日前應該會用完", "預計 1"),
                (Lang::En, "It may be used up: a check will tell", "Likely used up by", "Runs out around"),
            ] {
                story.page("used-up-perhaps", Route::Cards, lang).says(&[perhaps]).silent(&[not]);
                let page = story.page("used-up-perhaps", Route::Card(card), lang);
                page.says(&[perhaps]).silent(&[not]);
                if named {
                    // The chance of a later day is less than that.
                    page.says(&[by]).silent(&["多半在", "Likely empty"])
                } else {
                    page.silent(&[by])
                };
            }
        }
        assert_eq!(found, [true; 2]);
    }
    // Of what was just checked the days are named.
    let (mut story, card) = Story::travelling();
    story
        .page("checked-just-now", Route::Card(card), Lang::En)
        .says(&["Runs out around"])
        .silent(&["It may be used up"]);
}

#[test]
fn more_money_than_before_is_asked_about_in_its_form() {
    let (mut story, card) = Story::of(as_you_go(), &[(10 * 24, money(620))]);
    story.tell(Msg::StartedLog(Some(card), Mode::Type));
    story.tell(Msg::Navigated(Route::Log(Some(card))));
    story.tell(Msg::Typed(Field::Money, "16.20".to_owned()));
    for (lang, words, log) in [
        (Lang::ZhHans, "比上次的 $6.20（11月11日 03:00）多了。是充过值，还是数字有误？", "记一笔充值"),
        (Lang::ZhHant, "。是儲值過，還是數字有誤？", "記一筆儲值"),
        (Lang::En, "A top-up, or a slip?", "Log a top-up"),
    ] {
        story.page("richer", Route::Log(Some(card)), lang).says(&[words, log]);
    }
}

#[test]
fn a_figure_that_may_have_a_digit_in_the_wrong_place_is_asked_about_in_its_form() {
    let (mut story, card) = Story::of(Card { plan: Some(gb(2000)), ..travel() }, &[(72, seen(1560))]);
    story.tell(Msg::StartedLog(Some(card), Mode::Type));
    story.tell(Msg::Navigated(Route::Log(Some(card))));
    for (field, typed) in [(Field::Said, "left"), (Field::Figure, "1.35"), (Field::Unit, "GB")] {
        story.tell(Msg::Typed(field, typed.to_owned()));
    }
    for (lang, words, not) in [
        (Lang::ZhHans, "少了很多。是用掉了，还是数字有误？", "记一笔充值"),
        (Lang::ZhHant, "少了很多。是用掉了，還是數字有誤？", "記一筆儲值"),
        (Lang::En, "This is far less than the 15.6 GB of last time", "Log a top-up"),
    ] {
        story.page("fell", Route::Log(Some(card)), lang).says(&[words]).silent(&[not]);
    }
}
