//! A card that renews and of which nobody said when it expires: from the first check to the one after its
//! renewal.

use crate::story::{Story, check, left, top_up, travel};
use sim_gauge::app::calendar::{About, reminders};
use sim_gauge::app::screen::{Urgency, Verdict, card_screen, list};
use sim_gauge::app::{Msg, Route};
use sim_gauge::chart::{LabelText, MarkKind, Range, Role, Shape};
use sim_gauge::domain::{
    Card, CardId, Check, DAY_MS, Date, Effect, Fact, Offsets, Source, Start, Then, TopUp, Validity,
};
use sim_gauge::i18n::Lang;
use sim_gauge::plan::Ground;

fn named(hundredths: i64, month: u8, day: u8, year: i32) -> Fact {
    let Fact::Check(said) = check(left(hundredths), Source::Text) else { unreachable!() };
    Fact::Check(Check { renews: Date::new(year, month, day), ..said })
}

/// A fortnight of use of 5 GB, renewing on 4 December.
fn renewing() -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { validity: Validity::Unknown, ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (12 * 24, 430), (8 * 24, 340), (5 * 24, 260), (2, 220)] {
        story.entry(card, hours, named(hundredths, 12, 4, 2026));
    }
    (story, card)
}

fn later(story: &mut Story, days: i64) {
    story.moment.now = story.moment.now.plus(days * DAY_MS);
}

/// Words of an end that is no renewal.
const EXPIRY: &[&str] = &["到期", "xpire"];

#[test]
fn it_is_called_a_renewal_everywhere() {
    let (mut story, card) = renewing();
    let said: [(Lang, &[&str]); 3] = [
        (Lang::ZhHans, &["续费日", "12月4日", "还有 14 天", "12月3日结束前用完的可能"]),
        (Lang::ZhHant, &["續訂日", "12月3日結束前用完的機率"]),
        (Lang::En, &["Renews", "14 days left", "chance of running out by the end of Dec 3", "Today’s allowance"]),
    ];
    for (lang, words) in said {
        story.page("renewal", Route::Card(card), lang).says(words).silent(EXPIRY).silent(&["No last day", "哪天"]);
        story.page("renewal-list", Route::Cards, lang).says(&["14"]).silent(EXPIRY);
        story.page("renewal-calendar", Route::Reminders(card), lang).silent(EXPIRY);
    }
    {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        assert!(screen.expires.is_some_and(|expires| expires.then == Then::Renewed && expires.days == 14));
        // The 20th and the 3rd included.
        assert_eq!(screen.allowance.unwrap().days, 14);
        let label = |text: LabelText| {
            screen.charts.general.shapes.iter().any(|shape| matches!(shape, Shape::Label(label) if label.text == text))
        };
        assert!(label(LabelText::Renews) && label(LabelText::Date(Date::new(2026, 12, 4).unwrap())));
        assert!(!label(LabelText::Expires));
    }
    // Little is used: it lasts until then.
    story.entry(card, 0, named(218, 12, 4, 2026));
    later(&mut story, 12);
    story.entry(card, 0, named(215, 12, 4, 2026));
    for (lang, lasts, soon, pay) in [
        (Lang::ZhHans, "续费前多半用不完", "还有 2 天续费", "不是自动扣款的，记得先充值"),
        (Lang::ZhHant, "續訂前應該用不完", "還有 2 天續訂", "不是自動扣款的，記得先儲值"),
        (Lang::En, "Should last until it renews", "It renews in 2 days", "if it isn’t paid by itself"),
    ] {
        story.page("renewal-lasts", Route::Card(card), lang).says(&[lasts, soon, pay]).silent(EXPIRY);
    }
    later(&mut story, 1);
    for (lang, soon) in [
        (Lang::ZhHans, "美国旅行卡 明天续费"),
        (Lang::ZhHant, "美国旅行卡 明天續訂"),
        (Lang::En, "美国旅行卡 renews tomorrow"),
    ] {
        story.page("renewal-tomorrow", Route::Cards, lang).says(&[soon]).silent(EXPIRY);
    }
    assert_eq!(list(&story.model.book, &story.moment).urgent().map(|(_, urgency)| urgency), Some(Urgency::Expires));
}

#[test]
fn a_renewal_that_has_passed_is_a_new_cycle_and_the_next_check_tells() {
    let (mut story, card) = renewing();
    // On its first day, at most all of the plan; then what is likely left of that by the use that was learned.
    later(&mut story, 14);
    for (lang, words) in [
        (Lang::ZhHans, ["≤5 GB", "已进入新的一期", "上次查过以后已经重置"]),
        (Lang::ZhHant, ["≤5 GB", "已進入新的一期", "上次查過之後已重置"]),
        (Lang::En, ["≤5 GB", "A new cycle began", "New since the last check"]),
    ] {
        story.page("renewed-first", Route::Card(card), lang).says(&words).silent(EXPIRY).silent(&["—", "≈"]);
        story.page("renewed-list", Route::Cards, lang).says(&["≤5 GB"]).silent(EXPIRY);
    }
    later(&mut story, 1);
    {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        // Nobody has seen it since, and it lasts for a month as before.
        let expires = screen.expires.unwrap();
        assert_eq!((expires.date, expires.then, expires.said), (Date::new(2027, 1, 4).unwrap(), Then::Renewed, false));
        assert_eq!((screen.urgency(), screen.alerts(&story.moment).len()), (None, 0));
        let Verdict::Perhaps { from, .. } = screen.verdict else { panic!("{:?}", screen.verdict) };
        assert!(from > Date::new(2026, 12, 10).unwrap(), "{from:?}");
        assert_eq!(screen.allowance.unwrap().ground, Ground::Estimated);
        let of = |role| {
            screen
                .charts
                .general
                .shapes
                .iter()
                .any(|shape| matches!(shape, Shape::Path { role: own, .. } if *own == role))
        };
        assert!(of(Role::Median) && screen.gauge.estimate.is_some() && screen.gauge.share < Some(1.0));
        assert!(reminders(&screen, &story.moment, 0).iter().any(|reminder| reminder.about == About::Renews(3)));
    }
    for (lang, words) in [
        (Lang::ZhHans, ["续费日", "1月4日", "≈4.8 GB", "估计 4.", "已进入新的一期", "上次查过以后已经重置"]),
        (Lang::ZhHant, ["續訂日", "1月4日", "≈4.8 GB", "估計 4.", "已進入新的一期", "上次查過之後已重置"]),
        (Lang::En, ["Renews", "Jan 4", "≈4.8 GB", "probably 4.", "A new cycle began", "New since the last check"]),
    ] {
        story.page("renewed", Route::Card(card), lang).says(&words).silent(EXPIRY).silent(&["—", "≤"]);
        story.page("renewed-list", Route::Cards, lang).says(&["≈4.8 GB"]).silent(EXPIRY).silent(&["≤"]);
    }
    later(&mut story, 1);
    story.entry(card, 0, named(480, 1, 3, 2027));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    assert!(screen.alerts(&story.moment).is_empty(), "{:?}", screen.alerts(&story.moment));
    assert!(!matches!(screen.verdict, Verdict::NotEnough(_) | Verdict::Expired), "{:?}", screen.verdict);
    let drawing = &screen.charts.general;
    assert_eq!(drawing.marks.iter().map(|mark| mark.kind).collect::<Vec<_>>(), [MarkKind::Renewed]);
    // Of the days around the renewal nothing is known.
    assert_eq!(drawing.days, []);
    // The period began as the day of the renewal did, and today's part is of the month that is left.
    assert_eq!(screen.allowance.unwrap().days, 28);
    assert!(screen.gauge.pace.is_some());
    let zone = Offsets::fixed(-300);
    assert_eq!(zone.date(screen.expires.unwrap().end), Date::new(2027, 1, 3).unwrap());
}

#[test]
fn no_mean_reaches_over_a_new_period_whose_first_check_found_less_than_the_last_before() {
    let (mut story, card) = renewing();
    for (days, hundredths) in [(16, 210), (4, 130)] {
        later(&mut story, days);
        story.entry(card, 0, named(hundredths, 1, 4, 2027));
    }
    story.tell(Msg::ChoseRange(Range::All));
    let page = story.tables("renewed-less", card, Lang::En);
    page.says(&["Dec 6–10: from 2.1 GB to 1.3 GB · about 200 MB a day", "A new period’s data"]).silent(&["from 5 GB"]);
}

#[test]
fn a_month_that_renews_within_the_month_is_one_from_that_day() {
    let mut story = Story::new();
    let card = story.card(Card { validity: Validity::CalendarMonth, ..travel() });
    story.entry(card, 9 * 24, named(40, 11, 15, 2026));
    story.entry(card, 2, named(480, 12, 15, 2026));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    assert_eq!(screen.expires.map(|expires| (expires.then, expires.days)), Some((Then::Renewed, 25)));
    assert_eq!(screen.allowance.unwrap().days, 25);
    assert!(screen.alerts(&story.moment).is_empty(), "{:?}", screen.alerts(&story.moment));
    let all = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    let kinds: Vec<_> = all.charts.general.marks.iter().map(|mark| mark.kind).collect();
    assert_eq!(kinds, [MarkKind::Check, MarkKind::Renewed]);
    story.page("month-renewal", Route::Card(card), Lang::ZhHans).says(&["续费日", "12月15日"]).silent(EXPIRY);
}

#[test]
fn a_renewal_that_was_logged_is_followed_by_the_next_one_as_assumed() {
    let mut story = Story::new();
    let validity = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    let card = story.card(Card { validity, renews: Date::new(2026, 11, 18), ..travel() });
    story.entry(card, 5 * 24, check(left(100), Source::Text));
    let Fact::TopUp(paid) = top_up(500, Effect::Replace) else { unreachable!("a top-up") };
    story.entry(card, 24, Fact::TopUp(TopUp { expires: Date::new(2026, 12, 24), ..paid }));
    for (lang, words, past) in [
        (Lang::ZhHans, "12月19日（推算）", "11月18日已"),
        (Lang::ZhHant, "12月19日（推算）", "11月18日已"),
        (Lang::En, "Dec 19 (assumed)", "Nov 18Past"),
    ] {
        story.page("renewal-logged", Route::Card(card), lang).says(&[words]).silent(&[past]);
    }
}

#[test]
fn the_end_of_what_came_in_the_place_of_the_rest_is_marked_where_nobody_named_it() {
    let mut story = Story::new();
    let validity = Validity::Days { days: 30, start: Start::FirstUse, from: Date::new(2026, 10, 25) };
    let card = story.card(Card { validity, ..travel() });
    story.entry(card, 5 * 24, check(left(100), Source::Text));
    let name = travel().name;
    let name = name.as_str();
    // So many days from the first day count the same, whoever named that day.
    story.page("replaced-before", Route::Card(card), Lang::En).says(&["4 days (assumed)"]);
    story.entry(card, 24, top_up(500, Effect::Replace));
    for (lang, fact, row) in [
        (Lang::ZhHans, "到期29 天（推算）", "还有 29 天（推算）"),
        (Lang::ZhHant, "到期29 天（推算）", "還有 29 天（推算）"),
        (Lang::En, "Expires29 days (assumed)", "29 days left (assumed)"),
    ] {
        story.page("replaced-days", Route::Card(card), lang).says(&[fact]);
        story.page("replaced-days-list", Route::Cards, lang).says(&[name, row]);
    }
    // A reminder of it says so too, and so does what wants attention then.
    story.page("replaced-days-rings", Route::Reminders(card), Lang::En).says(&["(assumed)"]);
    story.moment.now = story.moment.now.plus(27 * DAY_MS);
    story.page("replaced-days-end", Route::Card(card), Lang::En).says(&["It expires in 2 days (assumed)"]);
    // Nor is it a fact on its last day, nor after it.
    story.moment.now = story.moment.now.plus(2 * DAY_MS);
    for (lang, today) in [
        (Lang::ZhHans, "今天到期（推算）"),
        (Lang::ZhHant, "今天到期（推算）"),
        (Lang::En, "It expires today (assumed)"),
    ] {
        story.page("replaced-last-day", Route::Card(card), lang).says(&[today]);
    }
    story.moment.now = story.moment.now.plus(DAY_MS);
    for (lang, verdict, urgent) in [
        (Lang::ZhHans, "已经到期（推算）", "已到期（推算）"),
        (Lang::ZhHant, "已經到期（推算）", "已到期（推算）"),
        (Lang::En, "Expired (assumed)", "has expired (assumed)"),
    ] {
        story.page("replaced-over", Route::Card(card), lang).says(&[verdict]);
        story.page("replaced-over-list", Route::Cards, lang).says(&[name, urgent]);
        story.page("replaced-over-out", Route::RunOut(card), lang).says(&[verdict]);
    }
}
