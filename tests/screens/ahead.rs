//! What wants attention, how a number is kept, and what a person asks about the days to come.

use crate::story::{HOUR, Story, check, gb, left, travel};
use sim_gauge::app::Msg;
use sim_gauge::app::Route;
use sim_gauge::app::form::{Field, date_time_text, keeping_too, kept_without, rates_with};
use sim_gauge::app::screen::{Verdict, card_screen, what_if_screen};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Act, Amount, Arrival, Bucket, Card, CardForm, CardId, Channel, Check, Currency, DAY_MS, Date, DayClock, Decimal,
    Effect, Fact, KeepAlive, KeepRule, Keeping, Line, Measure, Money, Offsets, Quantity, Said, Source, Start,
    Threshold, TopUp, Unit, Validity, ZoneName,
};
use sim_gauge::forecast::Outlook;
use sim_gauge::i18n::Lang;
use sim_gauge::plan::Better;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn yuan(sum: i64) -> Option<Money> {
    Decimal::new(sum, 0).map(|figure| Money { figure, currency: Currency::CNY })
}

/// A number at home that wants 30 yuan each 90 days, 60 days of grace, last topped up in summer.
fn home_number() -> Card {
    let rule = KeepRule::TopUp { days: 90, least: yuan(30) };
    Card {
        currency: Currency::CNY,
        form: CardForm::Physical,
        keeping: Some(Keeping { rule, grace: 60, from: Some(date("2026-09-02")) }),
        ..Card::named(Line::parse("家里的号码").unwrap(), ZoneName::parse("Asia/Hong_Kong").unwrap())
    }
}

#[test]
fn which_comes_first_is_said() {
    let (mut story, _) = Story::travelling();
    story.page("first-empty", Route::Home, Lang::ZhHans).says(&["多半在 12月4日结束前用完"]);
    // With more left it is open, then the other way round.
    for (hundredths, words) in [(340, "应该够用到最后一天，但不一定12月4日结束前用完的可能"), (480, "到期前多半用不完")]
    {
        let mut story = Story::new();
        let card = story.card(travel());
        for (hours, left_then) in [(15 * 24, 500 + hundredths - 183), (8 * 24, 340 + hundredths - 183), (2, hundredths)]
        {
            story.entry(card, hours, check(left(left_then), Source::Text));
        }
        story.page("first-open", Route::Home, Lang::ZhHans).says(&[words]);
    }
}

#[test]
fn what_two_lines_ask_for_is_asked_once() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { needed_until: Some(date("2026-12-02")), ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (12 * 24, 430), (8 * 24, 340), (5 * 24, 150), (2, 30)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (lang, title, short, says, button) in [
        (Lang::ZhHans, "提醒线", "用到12月2日", "给“美国旅行卡”充值", "怎么充值"),
        (Lang::ZhHant, "提醒門檻", "用到12月2日", "幫「美国旅行卡」儲值", "怎麼儲值"),
        (Lang::En, "threshold", "Dec 2", "top up 美国旅行卡 to keep it going", "How to top up"),
    ] {
        let page = story.page("once", Route::Card(card), lang);
        page.says(&[title, short]);
        let text = page.text();
        assert_eq!((text.matches(says).count(), text.matches(button).count()), (1, 1), "{lang:?}: {text}");
    }
}

#[test]
fn no_day_behind_the_end_is_named_as_that_on_which_it_runs_out() {
    let now = |hundredths: i64| {
        let mut story = Story::new();
        let card = story.card(travel());
        for (hours, left_then) in [(15 * 24, 500 + hundredths - 183), (8 * 24, 340 + hundredths - 183), (2, hundredths)]
        {
            story.entry(card, hours, check(left(left_then), Source::Text));
        }
        (story, card)
    };
    let (mut empty, mut perhaps, mut close) = (0, 0, 0);
    for hundredths in (190..480).step_by(10) {
        let (mut story, card) = now(hundredths);
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let before = match &screen.outlook {
            Outlook::Known(known) => 1.0 - known.lasts_to_expiry().unwrap(),
            other => panic!("{other:?}"),
        };
        match screen.verdict {
            Verdict::Between { to, .. } => {
                assert!(before >= 0.8 && to.is_some_and(|to| to <= date("2026-12-04")), "{:?}", screen.verdict);
                empty += 1;
            }
            Verdict::Perhaps { .. } => {
                assert!((0.4..0.8).contains(&before), "{before}");
                perhaps += 1;
                for (lang, words) in [
                    (Lang::ZhHans, "用完，也可能用不完"),
                    (Lang::ZhHant, "用完，也可能用不完"),
                    (Lang::En, ", or not at all"),
                ] {
                    story.page("perhaps", Route::Home, lang).says(&[words]).silent(&["Runs out around", "预计 1"]);
                }
            }
            Verdict::Close { .. } => {
                assert!((0.2..0.4).contains(&before), "{before}");
                close += 1;
                for (lang, words) in [
                    (Lang::ZhHans, "应该够用到最后一天，但不一定"),
                    (Lang::ZhHant, "應該夠用到最後一天，但不一定"),
                    (Lang::En, "Should last to the last day, but may not"),
                ] {
                    story.page("close", Route::Home, lang).says(&[words]).silent(&["Runs out around", "预计 12月"]);
                }
            }
            Verdict::Lasts { .. } => assert!(before < 0.2, "{before}"),
            other => panic!("{other:?}"),
        }
    }
    assert!(empty > 3 && perhaps > 1 && close > 3, "{empty} {perhaps} {close}");
}

#[test]
fn an_old_check_says_what_a_new_one_would_bring() {
    let (mut story, _) = Story::travelling();
    story.page("fresh", Route::Home, Lang::ZhHans).silent(&["现在查一次"]);
    story.moment.now = story.moment.now.plus(8 * sim_gauge::domain::DAY_MS);
    story.page("worth", Route::Home, Lang::ZhHans).says(&["现在查一次，范围能从"]);
    story.page("worth", Route::Home, Lang::ZhHant).says(&["現在查一次，範圍能從"]);
    story.page("worth", Route::Home, Lang::En).says(&["Checking now narrows the range"]);
    // Where it lasts until it expires, there is no day to narrow.
    let mut story = Story::new();
    let card = story.card(travel());
    for (hours, hundredths) in [(15 * 24, 900), (8 * 24, 840), (2, 800)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    story.moment.now = story.moment.now.plus(9 * DAY_MS);
    story.page("worth-not", Route::Home, Lang::En).says(&["Should last until it expires"]).silent(&["Checking now"]);
}

#[test]
fn what_is_missing_for_a_forecast_is_named() {
    let days = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    let ask = [
        ("补上有效期是几天", "補上效期是幾天", "add the plan’s days"),
        ("补上套餐流量，", "補上方案流量，", "add the plan data, and"),
        ("补上套餐流量和有效期是几天", "補上方案流量和效期是幾天", "the plan data and days"),
        ("再记一次余量，就能估算", "再記一次剩餘流量，就能估計", "Log one more balance, and there will be"),
    ];
    for (plan, validity, (hans, hant, en)) in [
        (Some(gb(1000)), Validity::Unknown, ask[0]),
        (None, days, ask[1]),
        (None, Validity::CalendarMonth, ask[1]),
        (None, Validity::Unknown, ask[2]),
        // A card until a day has no field for how many days that is.
        (Some(gb(1000)), travel().validity, ask[3]),
        (None, travel().validity, ask[3]),
    ] {
        let mut story = Story::new();
        let card = story.card(Card { plan, validity, ..travel() });
        story.entry(card, 1, check(left(200), Source::Text));
        for (lang, words) in [(Lang::ZhHans, hans), (Lang::ZhHant, hant), (Lang::En, en)] {
            let page = story.page("missing", Route::Card(card), lang);
            page.says(&[words]).silent(&["99%", "9.9 GB", "9.99 GB", "预计 ", "Runs out"]);
        }
    }
    // With all of it, or nearly all of the plan at the first look, one check is enough.
    for (hundredths, validity) in [(200, days), (990, travel().validity)] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(1000)), validity, ..travel() });
        story.entry(card, 1, check(left(hundredths), Source::Text));
        story.page("enough", Route::Card(card), Lang::En).silent(&["Can’t tell yet"]);
    }
}

#[test]
fn why_there_is_no_allowance_is_said_where_balances_were_logged() {
    let never = ["先记一次余量", "先記一次剩餘流量", "Log a balance first", "Tap How to check"];
    // What was used, of nobody knows how much.
    let mut story = Story::new();
    let card = story.card(Card { plan: None, ..travel() });
    let used = Amount::new(Decimal::parse("1.2").unwrap(), Unit::GB).unwrap();
    story.entry(card, 1, check(Said::Used(Quantity::Data(used)), Source::Text));
    for (lang, why) in [
        (Lang::ZhHans, "还不知道套餐一共多少流量"),
        (Lang::ZhHant, "還不知道方案總共多少流量"),
        (Lang::En, "The plan data is not known yet"),
    ] {
        let page = story.page("no-total", Route::Card(card), lang);
        page.silent(&never);
        assert_eq!(page.text().matches(why).count(), 2, "beside the forecast and the allowance");
    }
    // All may be used up, though it was checked within a day.
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(left(4), Source::Text));
    story.moment.now = story.moment.now.plus(20 * 3_600_000);
    let page = story.page("maybe-empty-today", Route::Card(card), Lang::En);
    page.says(&["≤", "It may be used up: a check will tell"]).silent(&never);
}

#[test]
fn what_may_be_used_up_is_for_a_check_to_tell() {
    let (mut story, card) = Story::travelling();
    story.moment.now = story.moment.now.plus(9 * DAY_MS);
    for (lang, line, not) in [
        (Lang::ZhHans, "可能已经用完，查一次就知道", ["流量不多了", "流量用完了"]),
        (Lang::ZhHant, "可能已經用完，查一次就知道", ["流量不多了", "流量用完了"]),
        (Lang::En, "It may be used up: a check will tell", ["Running low", "No data left"]),
    ] {
        let page = story.page("maybe-empty", Route::Card(card), lang);
        page.says(&[line, "≤"]).silent(&not).silent(&["≈0", "用完（", "Runs out around"]);
    }
    story.card(travel());
    let list = story.page("maybe-empty-list", Route::Cards, Lang::En);
    list.says(&["美国旅行卡 · It may be used up: a check will tell", "≤"]).silent(&["Running low", "running low"]);
    // Later still hardly anything can be left.
    story.moment.now = story.moment.now.plus(4 * DAY_MS);
    story.page("surely-empty", Route::Card(card), Lang::En).says(&["≈0 MB", "It may be used up"]).silent(&["≤"]);
    // A check that finds nothing is a fact, and says so alone.
    story.entry(card, 1, check(left(0), Source::Text));
    for (lang, line, badge) in [
        (Lang::ZhHans, "流量用完了", "流量不多了"),
        (Lang::ZhHant, "流量用完了", "流量不多了"),
        (Lang::En, "No data left", "Running low"),
    ] {
        story.page("empty", Route::Card(card), lang).says(&[line]).silent(&[badge, "≤", "≈"]);
    }
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(left(0), Source::Text));
    story.card(travel());
    story.page("empty-list", Route::Cards, Lang::En).says(&["美国旅行卡 · No data left"]).silent(&["unning low"]);
}

#[test]
fn the_day_of_the_flight_home_has_its_chance() {
    let (mut story, _) = Story::travelling();
    let mut card = travel();
    card.needed_until = Some(date("2026-11-25"));
    let needed = story.card(Card { name: Line::parse("回程").unwrap(), ..card });
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 340), (2, 183)] {
        story.entry(needed, hours, check(left(hundredths), Source::Text));
    }
    story.page("needed", Route::Card(needed), Lang::ZhHans).says(&["要用到", "11月25日", "够用的可能"]);
    story.page("needed", Route::Card(needed), Lang::ZhHant).says(&["夠用的機率"]);
    story.page("needed", Route::Card(needed), Lang::En).says(&["Needed until", "Nov 25", "chance that it lasts"]);
}

/// A top-up has the chance that the card says once it is logged, whatever it does to what is there.
#[test]
fn a_what_if_says_the_chance_until_the_day_of_the_flight() {
    let chance = |story: &Story, card| {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        screen.needed.unwrap().1.unwrap()
    };
    let percent = sim_gauge::i18n::format::percent;
    for (effect, flight, days, ends) in [
        (Effect::Add, "2026-12-03", "", None),
        (Effect::Replace, "2026-12-03", "", None),
        (Effect::Replace, "2026-12-15", "30", Some("2026-12-20")),
        (Effect::Extend, "2026-12-06", "5", Some("2026-12-09")),
        // It comes after that day: what is in use has to last.
        (Effect::Queue, "2026-12-03", "30", Some("2027-01-03")),
    ] {
        let (mut story, card) = to_fly(flight);
        let word = format!("{effect:?}").to_lowercase();
        let data = if effect == Effect::Extend { "" } else { "1" };
        fill(&mut story, &[(Field::Data, data), (Field::Days, days), (Field::Effect, &word)]);
        let page = story.page("what-if-flight", Route::WhatIf(card), Lang::ZhHans);
        let data = (effect != Effect::Extend).then(|| gb(100));
        // When it is better made.
        let form = story.model.form().unwrap();
        let sides = what_if_screen(&story.model.book, &story.moment, card, form).unwrap().sides.unwrap();
        let later = matches!(sides.better(), Better::Later(_));
        assert_eq!(later, effect == Effect::Replace);
        let expires = if later { ends.and(sides.later.ends) } else { ends.map(date) };
        if later {
            story.moment.now = story.moment.offsets(&travel().zone).start(sides.later.on);
        }
        story.entry(card, 0, Fact::TopUp(TopUp { data, effect, expires, ..TopUp::default() }));
        let flight = &flight[8..].trim_start_matches('0');
        page.says(&[&format!("要用到 12月{flight}日 · 够用的可能 {}", percent(chance(&story, card)))]);
    }
    // What waits has to last from its turn on, and what is in use until then.
    let (mut story, card) = to_fly("2026-12-08");
    fill(&mut story, &[(Field::Data, "1"), (Field::Days, "30"), (Field::Effect, "queue")]);
    let page = story.page("what-if-flight", Route::WhatIf(card), Lang::ZhHans);
    let until = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap().outlook;
    let Outlook::Known(until) = until else { panic!("{until:?}") };
    let (data, expires) = (Some(gb(100)), Some(date("2027-01-03")));
    story.entry(card, 0, Fact::TopUp(TopUp { data, effect: Effect::Queue, expires, ..TopUp::default() }));
    story.moment.now = story.moment.offsets(&travel().zone).start(date("2026-12-05"));
    let both = until.lasts_to_expiry().unwrap() * chance(&story, card);
    page.says(&[&format!("要用到 12月8日 · 够用的可能 {}", percent(both))]);
    // It ends before that day, by whatever rule.
    for (effect, ends) in [("replace", "5"), ("extend", "5"), ("queue", "2"), ("add", "5")] {
        let (mut story, card) = to_fly("2026-12-24");
        let data = if effect == "extend" { "" } else { "3" };
        fill(&mut story, &[(Field::Data, data), (Field::Days, ends), (Field::Effect, effect)]);
        let page = story.page("what-if-flight", Route::WhatIf(card), Lang::ZhHans);
        page.says(&["要用到 12月24日 · 在那之前就到期"]);
    }
    // Once the day is past, that is said of it.
    let (mut story, card) = to_fly("2026-12-03");
    story.moment.now = story.moment.now.plus(14 * DAY_MS);
    story.page("flight-past", Route::Card(card), Lang::ZhHans).says(&["要用到12月3日已过"]);
}

/// 1.03 GB until 4 December, and the flight then or after it.
fn to_fly(flight: &str) -> (Story, CardId) {
    let (mut story, card) = Story::of(
        Card { needed_until: Some(date(flight)), ..travel() },
        &[(15 * 24, 500), (8 * 24, 340), (2, 103)].map(|(at, left_then)| (at, check(left(left_then), Source::Text))),
    );
    story.page("what-if-flight", Route::WhatIf(card), Lang::ZhHans);
    (story, card)
}

#[test]
fn where_later_is_better_the_chance_is_that_of_later() {
    let (mut story, card) = to_fly("2026-12-15");
    fill(&mut story, &[(Field::Data, "4"), (Field::Days, "30"), (Field::Effect, "replace")]);
    let page = story.page("what-if-later", Route::WhatIf(card), Lang::ZhHans);
    let form = story.model.form().unwrap();
    let sides = what_if_screen(&story.model.book, &story.moment, card, form).unwrap().sides.unwrap();
    assert!(matches!(sides.better(), Better::Later(_)), "{sides:?}");
    // As it stands when it is made then.
    story.moment.now = story.moment.offsets(&travel().zone).start(sides.later.on);
    let (data, expires) = (Some(gb(400)), sides.later.ends);
    story.entry(card, 0, Fact::TopUp(TopUp { data, effect: Effect::Replace, expires, ..TopUp::default() }));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    let chance = sim_gauge::i18n::format::percent(screen.needed.unwrap().1.unwrap());
    page.says(&["晚点充更好", &format!("要用到 12月15日 · 够用的可能 {chance}")]);
    // Which of the two times that is stands with it.
    for (lang, then) in [
        (Lang::ZhHans, "用完再充 · 要用到"),
        (Lang::ZhHant, "用完再儲值 · 要用到"),
        (Lang::En, "When empty · Needed until"),
    ] {
        let (mut story, card) = to_fly("2026-12-15");
        fill(&mut story, &[(Field::Data, "4"), (Field::Days, "30"), (Field::Effect, "replace")]);
        story.page("what-if-later", Route::WhatIf(card), lang).says(&[then]);
    }
}

#[test]
fn what_waits_behind_what_waits_has_its_chance() {
    let (mut story, card) = to_fly("2027-01-10");
    let queued = |expires| {
        let (data, expires) = (Some(gb(400)), Some(date(expires)));
        Fact::TopUp(TopUp { data, effect: Effect::Queue, expires, ..TopUp::default() })
    };
    story.entry(card, 1, queued("2027-01-03"));
    story.page("what-if-queue", Route::WhatIf(card), Lang::ZhHans);
    fill(&mut story, &[(Field::Data, "4"), (Field::Days, "30"), (Field::Effect, "queue")]);
    let page = story.page("what-if-queue", Route::WhatIf(card), Lang::ZhHans);
    story.entry(card, 0, queued("2027-02-02"));
    let screen = |story: &Story| {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        let Outlook::Known(known) = &screen.outlook else { panic!("{:?}", screen.outlook) };
        (known.lasts_to_expiry().unwrap(), screen.needed.unwrap().1)
    };
    let mut all = screen(&story).0;
    for turn in ["2026-12-05", "2027-01-04"] {
        story.moment.now = story.moment.offsets(&travel().zone).start(date(turn));
        let (lasts, needed) = screen(&story);
        all *= needed.unwrap_or(lasts);
    }
    page.says(&[&format!("要用到 2027年1月10日 · 够用的可能 {}", sim_gauge::i18n::format::percent(all))]);
    // On top of what is in use now: how long that and what waits last together is not told, and no day stands alone.
    let (mut story, card) = to_fly("2027-01-10");
    story.entry(card, 1, queued("2027-01-03"));
    story.page("what-if-add", Route::WhatIf(card), Lang::ZhHans);
    fill(&mut story, &[(Field::Data, "4"), (Field::Effect, "add")]);
    story.page("what-if-add", Route::WhatIf(card), Lang::ZhHans).says(&["会怎样"]).silent(&["要用到"]);
}

/// How much is bought says nothing of how fast it is used: of more there is never a smaller chance.
#[test]
fn a_larger_package_lasts_no_less_likely() {
    for plan in [Some(gb(500)), None] {
        for effect in ["queue", "add", "replace", "extend"] {
            let checks = [(15 * 24, 500), (8 * 24, 410), (2, 333)];
            let checks = checks.map(|(at, left_then)| (at, check(left(left_then), Source::Text)));
            let needed_until = Some(date("2027-01-02"));
            let (mut story, card) = Story::of(Card { needed_until, plan, ..travel() }, &checks);
            story.page("what-if-sizes", Route::WhatIf(card), Lang::En);
            fill(&mut story, &[(Field::Days, "60"), (Field::Effect, effect)]);
            let mut chance = |data: &str| {
                fill(&mut story, &[(Field::Data, data)]);
                let form = story.model.form().unwrap();
                let screen = what_if_screen(&story.model.book, &story.moment, card, form).unwrap();
                screen.needed.unwrap().1.unwrap()
            };
            let chances = ["0.1", "1", "2", "3", "5", "8", "20", "50"].map(&mut chance);
            assert!(chances.is_sorted(), "{effect} on {plan:?}: {chances:?}");
            let (least, most) = (chances[0], chances[7]);
            assert!(effect == "extend" || least + 0.7 < most, "{effect} on {plan:?}: {chances:?}");
        }
    }
}

#[test]
fn a_purchase_has_one_price_per_gb_with_its_days_and_without() {
    for effect in ["add", "replace"] {
        let (mut story, card) = Story::travelling();
        let at = Route::WhatIf(card);
        story.page("what-if-priced", at, Lang::En);
        for days in ["", "30"] {
            let asked = [(Field::Data, "3"), (Field::Days, days), (Field::Paid, "20"), (Field::Effect, effect)];
            fill(&mut story, &asked);
            story.page("what-if-priced", at, Lang::En).says(&["Price per GB$6.67"]);
        }
    }
}

/// With that day and a reserve there is so much to say of a card that what is urgent would lie below the first view.
#[test]
fn what_is_urgent_stands_above_what_else_is_known_and_above_advice() {
    let mut story = Story::new();
    let needed_until = Some(date("2026-11-28"));
    let card = story.card(Card { needed_until, reserve: Some(gb(50)), ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 340), (2, 103)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (lang, order) in [
        (Lang::ZhHans, ["今日建议用量", "撑过 11月28日的可能只有", "怎么充值", "够用的可能", "怎么省流量"]),
        (Lang::ZhHant, ["今日建議用量", "撐過 11月28日的機率只有", "怎麼儲值", "夠用的機率", "怎麼省流量"]),
        (
            Lang::En,
            ["Today’s allowance", "chance that it lasts through", "How to top up", "Needed until", "How to save data"],
        ),
    ] {
        let text = story.page("urgent-first", Route::Card(card), lang).text();
        let places = order.map(|words| text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text}")));
        assert!(places.is_sorted(), "{order:?} in {text}");
    }
    // So does the deed that no notice asks for.
    let (mut story, card) = Story::travelling();
    let text = story.page("deed-first", Route::Card(card), Lang::ZhHans).text();
    assert!(text.find("充值，才能继续用") < text.find("剩余流量的走势"), "{text}");
}

#[test]
fn a_card_that_ends_before_that_day_says_so_and_gives_no_chance_of_it() {
    let mut story = Story::new();
    let card = story.card(Card { needed_until: Some(date("2026-12-20")), ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 450), (2, 400)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (lang, words, not) in [
        (
            Lang::ZhHans,
            [
                "到期前多半用不完",
                "在那之前就到期",
                "12月4日就到期，等不到 12月20日",
                "得充一笔能延长有效期的，或另备一张卡",
            ],
            ["12月20日的可能", "之后还要用，到期前再充值"],
        ),
        (
            Lang::ZhHant,
            [
                "到期前應該用不完",
                "在那之前就到期",
                "12月4日就到期，等不到 12月20日",
                "得儲一筆能延長效期的，或另備一張卡",
            ],
            ["12月20日的機率", "之後還要用，到期前再儲值"],
        ),
        (
            Lang::En,
            [
                "Should last until it expires",
                "it expires before that",
                "It ends on Dec 4, before Dec 20",
                "make a top-up that extends it, or have another card",
            ],
            ["chance to last until", "top up before it ends"],
        ),
    ] {
        story.page("ends-before", Route::Card(card), lang).says(&words).silent(&not).silent(&["%："]);
    }
    // It is what to do next, over all cards too.
    story.card(Card { name: Line::parse("备用卡").unwrap(), ..travel() });
    for (lang, words) in [
        (Lang::ZhHans, "最晚 12月4日：给“美国旅行卡”延期，或另备一张卡"),
        (Lang::ZhHant, "最晚 12月4日：幫「美国旅行卡」延長效期，或另備一張卡"),
        (Lang::En, "Dec 4 at the latest: have 美国旅行卡 extended, or another card"),
    ] {
        story.page("ends-before-list", Route::Cards, lang).says(&[words]);
    }
}

#[test]
fn a_card_that_renews_before_that_day_is_asked_of_its_renewal() {
    let mut story = Story::new();
    let renews = Some(date("2026-12-04"));
    let needed_until = Some(date("2026-12-20"));
    let card = story.card(Card { needed_until, renews, validity: Validity::Unknown, ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 450), (2, 400)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (lang, words) in [
        (Lang::ZhHans, ["续费前多半用不完", "在那之前会续费"]),
        (Lang::ZhHant, ["續訂前應該用不完", "在那之前會續訂"]),
        (Lang::En, ["Should last until it renews", "it renews before that"]),
    ] {
        story.page("renews-before", Route::Card(card), lang).says(&words).silent(&["12月20日的", "last until Dec 20"]);
    }
    story.entry(card, 1, check(left(60), Source::Text));
    for (lang, words) in [
        (Lang::ZhHans, "够用到续费的可能只有 "),
        (Lang::ZhHant, "夠用到續訂的機率只有 "),
        (Lang::En, "chance that it lasts until it renews"),
    ] {
        story.page("renews-before-short", Route::Card(card), lang).says(&[words]);
    }
}

#[test]
fn today_is_spread_to_the_day_that_was_set_and_says_so() {
    let (mut story, _) = Story::travelling();
    let named = Line::parse("回程").unwrap();
    let card = story.card(Card { name: named, needed_until: Some(date("2026-11-25")), ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 340), (16, 183)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    // 1.83 GB for six days.
    for (lang, words) in [
        (Lang::ZhHans, ["310 MB用到 11月25日", "够用的可能"]),
        (Lang::ZhHant, ["310 MB用到 11月25日", "夠用的機率"]),
        (Lang::En, ["310 MBthrough Nov 25", "chance that it lasts"]),
    ] {
        story.page("through", Route::Card(card), lang).says(&words);
    }
}

#[test]
fn what_wants_attention_says_what_to_do() {
    let (mut story, card) = Story::travelling();
    story
        .page("over-pace", Route::Home, Lang::ZhHans)
        .says(&["比匀速多用了", "最晚 ", "：给“美国旅行卡”充值，才能继续用"])
        .silent(&["就够用"])
        .leads(&[Route::Pay(card)]);
    story.entry(card, 1, check(left(40), Source::Text));
    story
        .page("low-alert", Route::Home, Lang::ZhHans)
        .says(&["只剩 0.4 GB，低于提醒线 1 GB", "最晚 11月21日：给“美国旅行卡”充值，才能继续用", "怎么充值"])
        .leads(&[Route::Pay(card)]);
    story.page("low-alert", Route::Home, Lang::En).says(&["0.4 GB left, below your 1 GB threshold", "How to top up"]);
    story.page("low-alert", Route::Home, Lang::ZhHant).says(&["低於提醒門檻", "幫「美国旅行卡」儲值"]);
    // The list says the same, beside that little is left.
    for (lang, low, deed) in [
        (Lang::ZhHans, "流量不多了", "最晚 11月21日：给“美国旅行卡”充值，才能继续用"),
        (Lang::ZhHant, "流量不多了", "最晚 11月21日：幫「美国旅行卡」儲值，才能繼續用"),
        (Lang::En, "running low", "Nov 21 at the latest: top up 美国旅行卡 to keep it going"),
    ] {
        story.page("low-list", Route::Cards, lang).says(&[low, deed]);
    }
    // Nothing runs out that is empty already.
    story.entry(card, 0, check(left(0), Source::Text));
    story.page("low-list", Route::Cards, Lang::En).silent(&["to keep it going"]);
}

#[test]
fn a_rise_without_a_top_up_is_asked_about() {
    let (mut story, card) = Story::travelling();
    let newest = story.entry(card, 1, check(left(310), Source::Text));
    story
        .page("rise", Route::Home, Lang::ZhHans)
        .says(&["比上一次记录多了 1.27 GB", "其间没有充值记录。是哪一种？"])
        .leads(&[Route::EditEntry(newest)]);
    story.page("rise", Route::Home, Lang::En).says(&["1.27 GB more than at the check before", "Which is it?"]);
}

#[test]
fn a_number_has_three_days_and_one_line_says_the_next() {
    let (mut story, _) = Story::travelling();
    let home = story.card(home_number());
    story.page("number", Route::Card(home), Lang::ZhHans).says(&[
        "服务到期",
        "12月1日",
        "宽限期最后一天",
        "2027年1月30日",
        "号码被收回（销号）",
        "2027年1月31日",
    ]);
    story.page("number", Route::Card(home), Lang::En).says(&["Service ends", "Grace ends", "Number lost"]);
    // Once that day has come nobody knows whether it is, in the list of cards neither.
    let mut gone = Story::new();
    gone.card(home_number());
    gone.moment.now = gone.moment.now.plus(120 * 24 * crate::story::HOUR);
    gone.page("number-gone", Route::Cards, Lang::ZhHans).says(&["号码可能已被收回"]).silent(&["号码被收回（销号）"]);
    // The travel card runs dry before that; over all cards it comes first.
    story.page("next", Route::Cards, Lang::ZhHans).says(&["最晚 ", "：给“美国旅行卡”充值"]).silent(&["充 ¥30 保号"]);
    let mut alone = Story::new();
    let home = alone.card(home_number());
    for (lang, words) in [
        (Lang::ZhHans, "最晚 12月1日：给“家里的号码”充 ¥30.00 保号"),
        (Lang::ZhHant, "最晚 12月1日：幫「家里的号码」儲值 CN¥30.00 保號"),
        (Lang::En, "Dec 1 at the latest: top up 家里的号码 with CN¥30.00 to keep the number"),
    ] {
        alone.page("next", Route::Home, lang).says(&[words]);
    }
    // Within the days of notice it is an alert of its own, which leads to the form, and said once.
    alone.moment.now = alone.moment.now.plus(9 * sim_gauge::domain::DAY_MS);
    let seen = alone.page("keep-alert", Route::Home, Lang::ZhHans);
    seen.says(&["充 ¥30.00 保号", "记一笔充值"]).leads(&[Route::TopUp(home)]);
    assert_eq!(seen.text().matches("充 ¥30.00 保号").count(), 1);
    // On the last day itself it says that it is that.
    alone.moment.now = alone.moment.now.plus(DAY_MS);
    for (lang, words) in [
        (Lang::ZhHans, "今天是最后一天：给“家里的号码”充 ¥30.00 保号"),
        (Lang::ZhHant, "今天是最後一天：幫「家里的号码」儲值 CN¥30.00 保號"),
        (Lang::En, "Today is the last day: top up 家里的号码 with CN¥30.00 to keep the number"),
    ] {
        alone.page("keep-last-day", Route::Home, lang).says(&[words]).silent(&["12月1日：", "at the latest"]);
    }
}

#[test]
fn on_the_day_of_a_fee_it_is_said_to_be_taken_and_on_that_of_the_grace_to_be_the_last() {
    let (mut story, home) = fee_number(Some("2026-11-02"));
    story.moment.now = story.moment.now.plus(10 * DAY_MS);
    for (lang, words, last) in [
        (Lang::ZhHans, "今天扣费：给“家里的号码”留够月费", "今天是最后一天"),
        (Lang::ZhHant, "今天扣款：讓「家里的号码」的餘額夠扣月租", "今天是最後一天"),
        (Lang::En, "The fee is due today: have", "last day"),
    ] {
        story.page("fee-day", Route::Card(home), lang).says(&[words]).silent(&[last]);
    }
    story.moment.now = story.moment.now.plus(90 * DAY_MS);
    story.page("fee-grace-day", Route::Card(home), Lang::En).says(&["Today is the last day: have"]);
    // What the form of it is called goes by the same word as all that leads there.
    story.page("keep-title", Route::KeepAlive(home), Lang::ZhHant).says(&["記一次保號"]);
    let card = story.page("keep-chip", Route::Card(home), Lang::ZhHant);
    let form = Route::KeepAlive(home).address();
    let ways: Vec<&str> = card.html.split("<a ").filter(|link| link.contains(&form)).collect();
    assert!(!ways.is_empty() && ways.iter().all(|link| link.contains("保號</a>")), "{ways:?}");
    card.silent(&["保留門號"]);
}

/// A number for which 8 yuan are taken on the first of each month, with 5 on the card; 90 days of grace.
fn fee_number(from: Option<&str>) -> (Story, CardId) {
    with_money(from, 5)
}

fn with_money(from: Option<&str>, sum: i64) -> (Story, CardId) {
    let rule = KeepRule::MonthlyFee { day: 1, fee: yuan(8) };
    let mut story = Story::new();
    let keeping = Some(Keeping { rule, grace: 90, from: from.map(date) });
    let card = story.card(Card { keeping, ..home_number() });
    let measures = vec![Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(yuan(sum).unwrap())) }];
    let fact =
        Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false });
    story.entry(card, 1, fact);
    (story, card)
}

#[test]
fn a_monthly_fee_without_a_start_is_due_on_its_next_day() {
    let (mut story, card) = fee_number(None);
    for (lang, fact, line) in [
        (Lang::ZhHans, "服务到期（按下一个扣费日）", "12月1日扣费之前：给“家里的号码”留够月费 ¥8.00，还差 ¥3.00"),
        (
            Lang::ZhHant,
            "服務到期（依下一個扣款日）",
            "12月1日扣款之前：讓「家里的号码」的餘額夠扣月租 CN¥8.00，還差 CN¥3.00",
        ),
        (
            Lang::En,
            "Service ends (next fee day)",
            "Before the fee on Dec 1: have CN¥8.00 on 家里的号码 for the monthly fee; it lacks CN¥3.00",
        ),
    ] {
        story.page("fee-open", Route::Card(card), lang).says(&[fact, line]);
        story.page("fee-open-list", Route::Cards, lang).says(&[line]);
    }
    // That day stays the end once it is over.
    let before = std::mem::replace(&mut story.moment.now, Offsets::fixed(480).instant(date("2027-01-05"), 600));
    for (lang, words) in [
        (Lang::ZhHans, ["按规则已停机（2026年12月1日到期），号码保留到 3月1日为止。", "还差 ¥3.00"]),
        (Lang::ZhHant, ["依規則已停話（2026年12月1日到期），門號保留到 3月1日為止。", "還差 CN¥3.00"]),
        (
            Lang::En,
            ["By the rule, service ended on Dec 1, 2026. The number is kept through Mar 1.", "it lacks CN¥3.00"],
        ),
    ] {
        story.page("fee-open-ended", Route::Card(card), lang).says(&words);
        story.page("fee-open-ended-list", Route::Cards, lang).says(&words);
    }
    story.moment.now = before;
    // What is all that a check says stands where all the others have their figures.
    let row = "<span class=\"what\">账户余额</span><span class=\"amt num\">¥5.00</span>";
    let page = story.page("fee-open", Route::Card(card), Lang::ZhHans);
    page.has(row).has("<dt>账户余额</dt>").silent(&["还没记过余量"]);
    story.page("changes", Route::Changes, Lang::ZhHans).says(&["账户余额 ¥5.00"]);
    // A rule that has no day of its own says what it lacks.
    let mut story = Story::new();
    let keeping = Some(Keeping { rule: KeepRule::Activity { days: 180 }, grace: 0, from: None });
    let card = story.card(Card { keeping, ..home_number() });
    for (lang, words) in [
        (Lang::ZhHans, ["服务到期", "未知", "填上起算的那天"]),
        (Lang::ZhHant, ["服務到期", "未知", "填上起算日期"]),
        (Lang::En, ["Service ends", "Unknown", "Add the day it started"]),
    ] {
        story.page("activity-open", Route::Card(card), lang).says(&words).leads(&[Route::EditCard(card)]);
    }
}

#[test]
fn what_is_lacking_says_how_many_fees_were_taken_off_the_balance_that_is_shown() {
    let (mut story, card) = with_money(Some("2026-11-01"), 20);
    for (lang, words) in [
        (Lang::ZhHans, "留够月费 ¥8.00，还差 ¥4.00（已按 2 次月费扣减）"),
        (Lang::ZhHant, "夠扣月租 CN¥8.00，還差 CN¥4.00（已扣除 2 次月租）"),
        (Lang::En, "for the monthly fee; it lacks CN¥4.00 (2× the fee taken off)"),
    ] {
        story.page("fee-off", Route::Card(card), lang).says(&[words]);
    }
    // Of what pays none, none was.
    let (mut story, card) = fee_number(Some("2026-11-01"));
    story.page("fee-off-none", Route::Card(card), Lang::ZhHans).says(&["还差 ¥3.00"]).silent(&["扣减"]);
}

#[test]
fn a_number_that_has_stopped_or_is_lost_says_so() {
    let (mut story, card) = fee_number(Some("2026-11-01"));
    let go_to = |story: &mut Story, day: &str| {
        story.moment.now = Offsets::fixed(480).instant(date(day), 600);
    };
    go_to(&mut story, "2026-12-02");
    for (lang, words, not) in [
        (
            Lang::ZhHans,
            [
                "按规则已停机（12月1日到期），号码保留到 2027年3月1日为止。",
                "尽快：给“家里的号码”留够月费 ¥8.00，还差 ¥3.00",
            ],
            "最晚",
        ),
        (
            Lang::ZhHant,
            [
                "依規則已停話（12月1日到期），門號保留到 2027年3月1日為止。",
                "儘快：讓「家里的号码」的餘額夠扣月租 CN¥8.00，還差 CN¥3.00",
            ],
            "最晚",
        ),
        (
            Lang::En,
            [
                "By the rule, service ended on Dec 1. The number is kept through Mar 1, 2027.",
                "As soon as you can: have CN¥8.00",
            ],
            "at the latest",
        ),
    ] {
        story.page("stopped", Route::Card(card), lang).says(&words).silent(&[not]).leads(&[Route::KeepAlive(card)]);
        story.page("stopped-list", Route::Cards, lang).says(&words).silent(&[not]);
    }
    go_to(&mut story, "2027-03-05");
    for (lang, words, not) in [
        (Lang::ZhHans, "号码可能已被收回（3月2日起）", "月费"),
        (Lang::ZhHant, "門號可能已遭收回（3月2日起）", "月租"),
        (Lang::En, "The number may be gone since Mar 2", "monthly fee"),
    ] {
        story.page("lost", Route::Card(card), lang).says(&[words]).silent(&[not]);
        story.page("lost-list", Route::Cards, lang).silent(&[not]);
    }
    // What is logged after that counts, and the loss is still said.
    story.entry(card, 0, Fact::KeepAlive(KeepAlive { act: Act::FeePaid, fee: yuan(8) }));
    story.page("kept-after", Route::Card(card), Lang::ZhHans).says(&[
        "号码在 3月2日就可能被收回了",
        "请确认号码还在",
        "4月1日",
    ]);
    story
        .page("kept-after", Route::Card(card), Lang::En)
        .says(&["the number may have gone on Mar 2", "Make sure that it is."]);
}

#[test]
fn the_midnight_of_a_day_plan_is_that_of_the_card_until_another_is_chosen() {
    let mut story = Story::new();
    let card = story.card(Card { name: Line::parse("日包").unwrap(), ..travel() });
    story.page("day-zone", Route::EditCard(card), Lang::En).says(&["Plan data"]);
    fill(&mut story, &[(Field::DayClock, "midnight")]);
    // What the plan gives is what each day does, and a seller may count in no city's time.
    for (lang, label) in [(Lang::ZhHans, "每天流量"), (Lang::ZhHant, "每天流量"), (Lang::En, "Data each day")] {
        story.page("day-zone", Route::EditCard(card), lang).says(&[label]).has("<option value=\"UTC\"");
    }
    let seen = story.page("day-zone", Route::EditCard(card), Lang::En);
    let (_, select) = seen.html.split_once("id=\"day-zone\"").unwrap();
    let chosen: Vec<&str> =
        select.split("</select>").next().unwrap().split("<option").filter(|one| one.contains("selected")).collect();
    assert!(matches!(chosen[..], [one] if one.contains("America/New_York")), "{chosen:?}");
    story.tell(Msg::Submitted);
    let saved = story.model.book.card(card).and_then(|card| card.day_clock.clone());
    assert_eq!(saved, Some(DayClock::Midnight(ZoneName::parse("America/New_York").unwrap())));
}

#[test]
fn a_what_if_says_the_days_without_data_in_its_answer() {
    let (mut story, card) = Story::travelling();
    let at = Route::WhatIf(card);
    story.page("what-if-dry", at, Lang::En);
    let queued = [(Field::Data, "5"), (Field::DataUnit, "GB"), (Field::Days, "30"), (Field::Effect, "queue")];
    fill(&mut story, &queued);
    for (lang, words) in [
        (Lang::ZhHans, ["要等前面的到期，中间有 ", "没流量。早充晚充差不多。"]),
        (Lang::ZhHant, ["要等前面的到期，中間有 ", "沒流量。早儲晚儲差不多。"]),
        (
            Lang::En,
            ["It starts only when the current one ends: ", "without data.Now or later makes little difference."],
        ),
    ] {
        // A table that may be wider than the phone is scrolled with the keys as well.
        story.page("what-if-dry", at, lang).says(&words).has(" role=\"status\" tabindex=\"0\" aria-label=\"");
    }
    // Days of its own begin with the first that lacks data, which is not the day on which it is empty.
    fill(&mut story, &[(Field::Effect, "add"), (Field::Gives, "each-day")]);
    for (lang, words) in
        [(Lang::ZhHans, "用完第二天充"), (Lang::ZhHant, "用完隔天儲值"), (Lang::En, "The day after it is empty")]
    {
        story.page("what-if-day", at, lang).says(&[words]);
    }
}

#[test]
fn what_a_top_up_cannot_change_is_not_asked_for_nor_answered() {
    let (mut story, card) = Story::travelling();
    let at = Route::WhatIf(card);
    // What was chosen of data before says nothing of what only extends.
    story.entry(card, 1, check(left(490), Source::Text));
    story.page("what-if-extends", at, Lang::En);
    fill(&mut story, &[(Field::Gives, "slowed"), (Field::Days, "60"), (Field::Effect, "extend")]);
    story.page("what-if-extends", at, Lang::En).says(&["Lasts until about"]).silent(&["Full speed"]);
    // What has no end lasts as long either way: no balance is asked for, and nobody is led there.
    story.page("what-if-endless-link", Route::Card(card), Lang::En).leads(&[at]);
    story.entry(card, 0, check(Said::Unlimited, Source::Text));
    let link = format!("href=\"{}\"", at.address());
    for (lang, says, not) in [
        (Lang::ZhHans, "不会用完，但可能会限速", "要先知道"),
        (Lang::ZhHant, "不會用完，但可能會降速", "要先知道"),
        (Lang::En, "Won’t run out, but may slow down", "First it takes"),
    ] {
        story.page("what-if-endless", at, lang).says(&[says]).silent(&[not]);
        story.page("what-if-endless-card", Route::Card(card), lang).lacks(&link);
        story.page("what-if-endless-pay", Route::Pay(card), lang).lacks(&link);
    }
}

#[test]
fn money_of_which_the_end_is_known_says_it_and_rings_for_it() {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, validity: Validity::Unknown, ..travel() });
    let money = Money { figure: Decimal::new(620, 2).unwrap(), currency: Currency::USD };
    let measures = vec![Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(money)) }];
    let expires = Some(date("2026-12-31"));
    let told = Check { measures, expires, renews: None, source: Source::App, reply: None, sure: false };
    story.entry(card, 2, Fact::Check(told));
    for (lang, words) in [
        (Lang::ZhHans, "12月31日到期 · 有套餐的话"),
        (Lang::ZhHant, "12月31日到期 · 有方案的話"),
        (Lang::En, "expires Dec 31 · With a plan"),
    ] {
        story.page("money-ends", Route::Card(card), lang).says(&[words]);
    }
    story.page("money-rings", Route::Reminders(card), Lang::En).says(&["expires in 7 days"]);
    // Of a length whose first day nobody named, that day is what is missing.
    let validity = Validity::Days { days: 90, start: Start::Purchase, from: None };
    let open = story.card(Card { plan: None, validity, ..travel() });
    for (lang, words, not) in [
        (Lang::ZhHans, "填上起算的那天", "补上有效期"),
        (Lang::ZhHant, "填上起算日期", "補上有效期限"),
        (Lang::En, "Add the day it started", "add the validity"),
    ] {
        story.page("money-open", Route::Reminders(open), lang).says(&[words]).silent(&[not]);
    }
}

#[test]
fn a_card_of_nothing_but_money_shows_that() {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, validity: Validity::Unknown, ..travel() });
    let money =
        |cents| Said::Left(Quantity::Money(Money { figure: Decimal::new(cents, 2).unwrap(), currency: Currency::USD }));
    let said = |said| {
        let measures = vec![Measure { bucket: Bucket::Money, said }];
        Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false })
    };
    story.entry(card, 2, said(money(620)));
    for (lang, words) in [
        (Lang::ZhHans, ["账户余额$6.20", "只记了账户余额"]),
        (Lang::ZhHant, ["帳戶餘額$6.20", "只記了帳戶餘額"]),
        (Lang::En, ["Money balance$6.20", "Only the money balance is known"]),
    ] {
        story.page("only-money", Route::Home, lang).says(&words).silent(&[
            "还没记过余量",
            "No balance yet",
            "Log a balance",
        ]);
        story.page("only-money", Route::Cards, lang).says(&["$6.20", words[1]]);
    }
    // With a figure of data it is a card like any other.
    story.entry(card, 1, check(left(183), Source::Text));
    story.page("money-and-data", Route::Home, Lang::En).says(&["1.83 GB"]).silent(&["Only the money"]);
}

#[test]
fn a_keep_alive_entry_resets_the_rule_of_activity() {
    let mut story = Story::new();
    let rule = KeepRule::Activity { days: 180 };
    let keeping = Some(Keeping { rule, grace: 0, from: Some(date("2026-06-01")) });
    let card = story.card(Card { keeping, ..home_number() });
    story.page("activity", Route::Home, Lang::ZhHans).says(&["最晚 11月28日：用一次“家里的号码”保号"]);
    story.entry(card, 24, Fact::KeepAlive(KeepAlive { act: Act::Used, fee: None }));
    story.page("activity", Route::Home, Lang::ZhHans).says(&["最晚 2027年5月19日：用一次“家里的号码”保号"]);
}

#[test]
fn a_keep_alive_that_the_rule_does_not_count_says_so_before_it_is_saved() {
    let rules = [
        KeepRule::TopUp { days: 90, least: None },
        KeepRule::TopUp { days: 90, least: yuan(30) },
        KeepRule::Activity { days: 180 },
        KeepRule::MonthlyFee { day: 1, fee: None },
    ];
    // Which act the form begins with, and what it says of use, of a fee without a sum and of enough.
    let (not, least) = (Some("按这张卡的保号规则不算"), Some("至少充 ¥30.00"));
    for (rule, first, says) in [
        (rules[0], "交了月费，或充了话费", [not, None, None]),
        (rules[1], "交了月费，或充了话费", [not, least, None]),
        (rules[2], "打过电话", [None, not, not]),
        (rules[3], "交了月费，或充了话费", [not, None, None]),
    ] {
        let mut story = Story::new();
        let keeping = Some(Keeping { rule, grace: 0, from: Some(date("2026-09-01")) });
        let card = story.card(Card { keeping, currency: Currency::CNY, ..home_number() });
        let form = Route::KeepAlive(card);
        story.page("counts", form, Lang::ZhHans).says(&[first]);
        for ((act, fee), says) in [("used", ""), ("fee", ""), ("fee", "30")].into_iter().zip(says) {
            story.tell(Msg::Typed(Field::Act, act.to_owned()));
            story.tell(Msg::Typed(Field::Fee, fee.to_owned()));
            let page = story.page("counts", form, Lang::ZhHans);
            let silent = [not, least].into_iter().flatten().filter(|text| Some(*text) != says);
            page.says(says.as_slice()).silent(&silent.collect::<Vec<_>>());
        }
    }
    // What was paid moves the day.
    let mut story = Story::new();
    let keeping = Some(Keeping { rule: rules[0], grace: 0, from: Some(date("2026-09-01")) });
    let card = story.card(Card { keeping, ..home_number() });
    story.page("top-up-rule", Route::Home, Lang::ZhHans).says(&["最晚 11月30日：给“家里的号码”充值保号"]);
    story.entry(card, 0, Fact::KeepAlive(KeepAlive { act: Act::FeePaid, fee: None }));
    story.page("top-up-rule", Route::Home, Lang::ZhHans).silent(&["11月30日"]);
}

/// Midnight of Hong Kong.
fn story_clock() -> Option<DayClock> {
    ZoneName::parse("Asia/Hong_Kong").map(DayClock::Midnight)
}

#[test]
fn a_day_plan_says_when_it_begins_anew() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(100)), day_clock: story_clock(), ..travel() });
    story.entry(card, 2, check(left(40), Source::App));
    story
        .page("day-plan", Route::Home, Lang::ZhHans)
        .says(&["每天重置流量", "重置前用完的可能", "这一天还剩", "0.4 GB", "明天 00:00 北京时间 重置"])
        .silent(&["匀速应剩", "：给", "上次查到", "—", "今日建议用量"])
        .lacks("track unknown");
    story.page("day-plan", Route::Home, Lang::En).says(&[
        "Left of this day",
        "new data: tomorrow 00:00 Beijing time",
        "chance of running out before new data comes",
    ]);
    // Of nothing left there is no chance to be told, and no line.
    let mut dry = Story::new();
    let used_up = dry.card(Card { plan: Some(gb(100)), day_clock: story_clock(), ..travel() });
    dry.entry(used_up, 2, check(left(0), Source::App));
    dry.page("day-plan-dry", Route::Home, Lang::En)
        .says(&["New data each day", "No data left", "new data: tomorrow 00:00"])
        .silent(&["chance", "threshold", "Running low"]);
    // In the list too it is said when there will be more.
    dry.card(travel());
    for (lang, words) in [
        (Lang::ZhHans, "流量用完了 · 明天 00:00 北京时间 重置"),
        (Lang::ZhHant, "流量用完了 · 明天 00:00 北京時間 重置"),
        (Lang::En, "No data left · new data: tomorrow 00:00"),
    ] {
        dry.page("day-plan-dry-list", Route::Cards, lang).says(&[words]);
    }
    // On the next day nobody has looked yet.
    story.moment.now = story.moment.now.plus(DAY_MS);
    for (lang, words) in [
        (Lang::ZhHans, "上次查过以后已经重置"),
        (Lang::ZhHant, "上次查過之後已重置"),
        (Lang::En, "New since the last check"),
    ] {
        // What is known is of the day before, and no part of the ring.
        let past = if lang == Lang::En { "Last known" } else { "上次查到" };
        story.page("day-plan-new", Route::Home, lang).says(&[words, "≤1 GB"]).silent(&["—", past]).has("track unknown");
        // In the list too it is of this day.
        story.page("day-plan-list", Route::Cards, lang).says(&["≤1 GB", words]).silent(&[past, "0.4 GB"]);
    }
    // Once the card is over it gives nothing any more.
    story.moment.now = story.moment.now.plus(20 * DAY_MS);
    story.page("day-plan-over", Route::Home, Lang::En).says(&["Already expired"]).silent(&["≤", "new data"]);
    // Days from the first use ask when that was, and name no hour before it is known.
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(100)), day_clock: Some(DayClock::FirstUse(None)), ..travel() });
    story.entry(card, 2, check(left(40), Source::App));
    for (lang, words, silent) in [
        (Lang::ZhHans, ["上次查到", "填首次使用的时间，看几点重置"], [" 重置", "这一天还剩"]),
        (Lang::ZhHant, ["上次查到", "填首次使用的時間，看幾點重置"], [" 重置", "這一天還剩"]),
        (Lang::En, ["Last known", "Add its first use to see when it resets"], ["new data", "Left of this day"]),
    ] {
        let page = story.page("day-plan-first", Route::Home, lang);
        page.says(&words).silent(&silent).silent(&["可能", "機率", "chance"]).leads(&[Route::EditCard(card)]);
    }
    // Whoever follows that comes to its field, and whoever opens the form otherwise to its beginning.
    let focused = |story: &mut Story| {
        let effects = story.tell(Msg::Navigated(Route::EditCard(card)));
        effects.contains(&sim_gauge::app::Effect::Focus(Field::FirstUse))
    };
    story.tell(Msg::Sought(Field::FirstUse));
    assert!(focused(&mut story) && !focused(&mut story));
    // It is entered by the clock of the phone, and the countdown follows it.
    story.page("day-plan-first-use", Route::EditCard(card), Lang::ZhHans).says(&["首次使用的时间"]);
    let begun = story.moment.now.plus(-5 * DAY_MS - 7 * 3_600_000);
    let typed = date_time_text(&story.moment, begun);
    fill(&mut story, &[(Field::FirstUse, &typed)]);
    story.tell(Msg::Submitted);
    let kept = story.model.book.card(card).and_then(|card| card.day_clock.clone());
    assert_eq!(kept, Some(DayClock::FirstUse(Some(begun))));
    for (lang, words) in [
        (Lang::ZhHans, ["这 24 小时还剩", "0.4 GB", "重置", "重置前用完的可能"]),
        (Lang::ZhHant, ["這 24 小時還剩", "0.4 GB", "重置", "重置前用完的機率"]),
        (Lang::En, ["Left of these 24 hours", "0.4 GB", "new data: ", "chance of running out before new data comes"]),
    ] {
        story.page("day-plan-used", Route::Home, lang).says(&words).silent(&["填首次", "Add its first"]);
    }
    // Its form shows what is kept, and what was before is not of this day.
    story.page("day-plan-edit", Route::EditCard(card), Lang::En).says(&["First used at"]);
    assert_eq!(story.model.form().map(|form| form.get(Field::FirstUse).is_empty()), Some(false));
    story.moment.now = begun.plus(6 * DAY_MS);
    story.page("day-plan-next", Route::Home, Lang::En).says(&[
        "New since the last check",
        "≤1 GB",
        "new data: tomorrow",
    ]);
}

#[test]
fn more_used_than_there_was_is_said_and_nothing_is_to_be_caught_up() {
    let mut story = Story::new();
    let card = story.card(Card { threshold: Threshold::Off, ..travel() });
    story.entry(card, 12 * 24, check(left(430), Source::Text));
    story.entry(card, 2, check(Said::Used(Quantity::Data(gb(620))), Source::App));
    for (lang, words) in [
        (Lang::ZhHans, ["流量用完了", "已用 6.2 GB，超过总量 5 GB", "可能另外收费或限速"]),
        (Lang::ZhHant, ["流量用完了", "已用 6.2 GB，超過總量 5 GB", "可能另外計費或降速"]),
        (Lang::En, ["No data left", "6.2 GB used, more than the 5 GB there was", "correct the card"]),
    ] {
        story.page("beyond", Route::Card(card), lang).says(&words).leads(&[Route::EditCard(card)]).silent(&[
            "追上",
            "catch up",
            "even pace (",
        ]);
    }
    // Just what there was is not more, nor is what a top-up came on top of.
    story.entry(card, 1, check(Said::Used(Quantity::Data(gb(500))), Source::App));
    story.page("beyond-not", Route::Card(card), Lang::En).says(&["No data left"]).silent(&["there was", "catch up"]);
}

#[test]
fn a_number_that_has_stopped_is_what_to_do_first_and_each_card_says_its_own_need() {
    let (mut story, travels) = Story::travelling();
    // Its service ended on 1 November; the number is kept until the end of January.
    let rule = KeepRule::MonthlyFee { day: 1, fee: yuan(8) };
    let keeping = Some(Keeping { rule, grace: 90, from: Some(date("2026-10-01")) });
    let home = story.card(Card { keeping, ..home_number() });
    for (lang, words) in [
        (Lang::ZhHans, "尽快：给“家里的号码”留够月费 ¥8.00"),
        (Lang::ZhHant, "儘快：讓「家里的号码」的餘額夠扣月租 CN¥8.00"),
        (Lang::En, "As soon as you can: have CN¥8.00 on 家里的号码"),
    ] {
        story.page("stopped-first", Route::Cards, lang).says(&[words]);
        story.page("stopped-first", Route::Card(travels), lang).says(&[words]).leads(&[Route::Card(home)]);
    }
    // Beside it the travel card says what it needs itself.
    let page = story.page("own-need", Route::Card(travels), Lang::ZhHans);
    page.says(&["最晚 ", "：给“美国旅行卡”充值"]).leads(&[Route::Pay(travels)]);
    // The number that has stopped is not hidden by what its data wants.
    story.entry(home, 3, check(left(10), Source::Text));
    story.page("stopped-urgent", Route::Cards, Lang::En).says(&["As soon as you can: have CN¥8.00 on 家里的号码"]);
}

#[test]
fn the_form_of_a_card_asks_for_what_keeps_its_number() {
    let mut story = Story::new();
    let card = story.card(home_number());
    story
        .page("keep-form", Route::EditCard(card), Lang::ZhHans)
        .says(&["怎么保号", "每次充值管多少天", "停机后宽限的天数", "要用到哪天", "到期前几天提醒"])
        .has("value=\"90\"")
        .has("value=\"2026-09-02\"");
    story.tell(Msg::Typed(Field::KeepRule, "fee".to_owned()));
    let seen = story.page("keep-form", Route::EditCard(card), Lang::En);
    seen.says(&["Day of the month", "How much a month"]).silent(&["Days that a top-up gives"]);
    story.tell(Msg::Typed(Field::CardForm, "data".to_owned()));
    story.page("keep-form", Route::EditCard(card), Lang::En).silent(&["What keeps the number"]);
}

/// What was typed at the present place.
fn fill(story: &mut Story, fields: &[(Field, &str)]) {
    for (field, text) in fields {
        story.tell(Msg::Typed(*field, (*text).to_owned()));
    }
}

#[test]
fn a_top_up_is_tried_out_before_it_is_paid() {
    let (mut story, card) = Story::travelling();
    story.page("card-asks", Route::Card(card), Lang::ZhHans).leads(&[Route::WhatIf(card)]);
    let at = Route::WhatIf(card);
    story.page("what-if-empty", at, Lang::ZhHans).says(&["填上流量或天数"]).leads(&[Route::Card(card)]);
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20")]);
    story.page("what-if", at, Lang::ZhHans).says(&[
        "现在充",
        "用完再充",
        "多出的流量",
        "3 GB",
        "每 GB 单价",
        "$6.67",
        "$0.67",
    ]);
    story.page("what-if", at, Lang::ZhHant).says(&["現在儲值", "浪費的流量", "每 GB 單價", "$6.67"]);
    story.page("what-if", at, Lang::En).says(&["When empty", "Data lost", "Days gained", "Price per GB", "$6.67"]);
    // When the card ends then stands beside when the data does.
    story.page("what-if", at, Lang::ZhHans).says(&["到期12月20日12月29日"]);
    story.page("what-if", at, Lang::En).says(&["ExpiresDec 20Dec 29"]);
    // A page has one price for each GB.
    let priced = story.page("what-if", at, Lang::En).html.matches(" per GB<").count();
    assert_eq!(priced, 1);
    // What it replaces is lost now, and nothing when it is empty.
    fill(&mut story, &[(Field::Effect, "replace")]);
    story.page("what-if-replace", at, Lang::En).says(&["Data lost1.82", "0 GB"]).silent(&["MB1", "0 MB"]);
    // What is less than without it is said to be so.
    fill(&mut story, &[(Field::Data, "1")]);
    story.page("what-if-less", at, Lang::En).says(&["Data gained−0.82", "Data lost1.82"]);
    fill(&mut story, &[(Field::Data, "3")]);
    // What is typed stays for the next time, and is no unfinished entry.
    story.page("home-after", Route::Home, Lang::En).silent(&["Continue"]);
    story.page("what-if-again", at, Lang::En).says(&["$6.67"]);
    // A word is no number, and says so.
    fill(&mut story, &[(Field::Days, "x")]);
    story.page("what-if-wrong", at, Lang::En).silent(&["$6.67"]).has("aria-invalid=\"true\"");
}

/// What is used a day is one figure, and not how fast the rest of today goes.
#[test]
fn what_a_day_gives_is_enough_or_not_by_the_same_use_everywhere() {
    let mut story = Story::new();
    story.moment.now = story.moment.now.plus(17 * HOUR);
    let price = Some(Money { figure: Decimal::new(10, 0).unwrap(), currency: Currency::USD });
    let validity = Validity::Days { days: 10, start: Start::FirstUse, from: Date::new(2026, 11, 19) };
    let card = story.card(Card { plan: Some(gb(100)), day_clock: story_clock(), price, validity, ..travel() });
    for (hours, hundredths) in [(48, 70), (24, 20), (0, 10)] {
        story.entry(card, hours, check(left(hundredths), Source::App));
    }
    let at = Route::WhatIf(card);
    story.page("what-if-daily-short", at, Lang::En);
    fill(&mut story, &[(Field::Data, "5"), (Field::Days, "7"), (Field::Paid, "10")]);
    let asked = what_if_screen(&story.model.book, &story.moment, card, story.model.form().unwrap()).unwrap();
    let gives = Unit::GB.bytes(travel().base) as f64;
    let standing = asked.standing.unwrap();
    assert_eq!((standing.rate <= gives, asked.own.unwrap().enough), (asked.a_day <= gives, Some(asked.a_day <= gives)));
    let enough = "What each day gives is enough";
    let page = story.page("what-if-daily-short", at, Lang::En);
    if asked.a_day <= gives {
        page.says(&[enough])
    } else {
        page.silent(&[enough])
    };
}

#[test]
fn what_a_top_up_changes_on_a_day_plan_is_counted_by_its_days() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(100)), day_clock: story_clock(), ..travel() });
    for (hours, hundredths) in [(50, 100), (36, 0), (26, 100), (12, 0), (10, 100), (2, 40)] {
        story.entry(card, hours, check(left(hundredths), Source::App));
    }
    let at = Route::WhatIf(card);
    story.page("what-if-daily", at, Lang::En);
    fill(&mut story, &[(Field::Data, "1"), (Field::Gives, "each-day"), (Field::Days, "7"), (Field::Effect, "queue")]);
    // It goes on giving through its last day, 4 December, and seven days more behind that.
    story.page("what-if-daily", at, Lang::En).says(&["Dec 11"]);
    let asked = what_if_screen(&story.model.book, &story.moment, card, story.model.form().unwrap()).unwrap();
    assert_eq!(asked.sides.map(|sides| (sides.now.days_gained, sides.later.days_gained)), Some((7, 7)));
    // Without an end nobody knows for how long it gives.
    let endless =
        story.card(Card { validity: Validity::Unknown, plan: Some(gb(100)), day_clock: story_clock(), ..travel() });
    story.entry(endless, 12, check(left(90), Source::App));
    story.entry(endless, 2, check(left(40), Source::App));
    story.page("what-if-endless", Route::WhatIf(endless), Lang::ZhHans).says(&["补上套餐的流量和天数"]);
}

#[test]
fn what_is_bought_is_enough_by_what_is_used_in_the_long_run() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
    // 8.2 GB in eleven days, unevenly: the 1.2 GB that are left may well last for three of them.
    for (hours, hundredths) in [(264, 940), (204, 840), (98, 520), (26, 390), (1, 120)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    story.page("what-if-uneven", Route::WhatIf(card), Lang::En);
    fill(&mut story, &[(Field::Data, "0.5"), (Field::Gives, "each-day"), (Field::Days, "15"), (Field::Paid, "20")]);
    let asked = what_if_screen(&story.model.book, &story.moment, card, story.model.form().unwrap()).unwrap();
    assert!(asked.standing.unwrap().rate < 0.5 * 1_073_741_824.0, "{asked:?}");
    assert_eq!(asked.offered.unwrap().enough, Some(false));
}

#[test]
fn offers_are_kept_to_compare_and_let_go() {
    let (mut story, card) = Story::travelling();
    let at = Route::WhatIf(card);
    story.page("offers", at, Lang::En).silent(&["Keep it"]);
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20")]);
    let keep = |story: &mut Story| {
        let form = story.model.form().unwrap();
        let kept = keeping_too(form).expect("there is room");
        fill(story, &[(Field::Kept, &kept)]);
    };
    story.page("offers", at, Lang::En).says(&["Keep it, compare another"]);
    keep(&mut story);
    // The same plan does not stand beside itself.
    story.page("offers-kept", at, Lang::En).says(&["What it costs"]).silent(&["3 GB · 30 days", "Keep it"]);
    fill(&mut story, &[(Field::Data, "1"), (Field::Days, "10"), (Field::Paid, "10"), (Field::Gives, "each-day")]);
    let beside = ["Side by side", "3 GB · 30 days", "$6.67", "$1.00", "Keep it, compare another"];
    story.page("offers-two", at, Lang::En).says(&beside);
    keep(&mut story);
    fill(&mut story, &[(Field::Data, "5"), (Field::Gives, "data")]);
    let three = ["1 GB a day · 10 days", "3 GB · 30 days", "$2.00"];
    story.page("offers-three", at, Lang::En).says(&three).silent(&["Keep it"]);
    story.page("offers-three", at, Lang::ZhHans).says(&["放在一起比", "每天 1 GB · 10 天"]);
    let left = kept_without(story.model.form().unwrap(), "3;GB;data;;30;20;USD");
    fill(&mut story, &[(Field::Kept, &left)]);
    story.page("offers-one-gone", at, Lang::En).says(&["1 GB a day · 10 days"]).silent(&["3 GB · 30 days"]);
}

#[test]
fn offers_that_differ_only_in_being_slowed_are_told_apart() {
    let (mut story, card) = Story::travelling();
    let at = Route::WhatIf(card);
    story.page("offers-slowed", at, Lang::En);
    let keep = |story: &mut Story| {
        let kept = keeping_too(story.model.form().unwrap()).expect("there is room");
        fill(story, &[(Field::Kept, &kept)]);
    };
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20"), (Field::Gives, "slowed")]);
    keep(&mut story);
    fill(&mut story, &[(Field::Speed, "128")]);
    keep(&mut story);
    fill(&mut story, &[(Field::Gives, "data")]);
    let both = ["3 GB, then slowed · 30 days", "3 GB, then 128 kbps · 30 days"];
    story.page("offers-slowed", at, Lang::En).says(&both);
    story.page("offers-slowed", at, Lang::ZhHant).says(&["3 GB，之後降速 · 30 天"]);
}

#[test]
fn a_top_up_is_tried_out_on_a_card_that_is_empty() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(left(0), Source::Text));
    let at = Route::WhatIf(card);
    story.page("what-if-dry", at, Lang::En).says(&["Enter data or days"]);
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20")]);
    // There is one time for it, and one column.
    for (lang, words, not) in [
        (Lang::ZhHans, "充了大约能用到 12月2日", "用完再充"),
        (Lang::ZhHant, "儲了大約能用到 12月2日", "用完再儲值"),
        (Lang::En, "With it there is data until about Dec 2", "When empty"),
    ] {
        story.page("what-if-dry", at, lang).says(&[words, "$6.67"]).silent(&[not]);
    }
}

#[test]
fn it_is_said_when_a_top_up_is_better_made_and_why() {
    let (mut story, card) = Story::travelling();
    let at = Route::WhatIf(card);
    let ask = |story: &mut Story, effect| {
        story.page("what-if-better", at, Lang::En);
        let asked = [(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20"), (Field::Effect, effect)];
        fill(story, &asked);
    };
    for (effect, hans, hant, en) in [
        (
            "replace",
            "晚点充更好：少浪费 1.8",
            "晚點儲比較好：少浪費 1.8",
            "Better later: 1.82 GB less wasted, 9 days more",
        ),
        ("queue", "早充晚充差不多。", "早儲晚儲差不多。", "Now or later makes little difference."),
        (
            "extend",
            "剩下的多半在到期前用完",
            "剩下的應該會在到期前用完",
            "is likely used up before it ends: this changes nothing",
        ),
    ] {
        ask(&mut story, effect);
        for (lang, words) in [(Lang::ZhHans, hans), (Lang::ZhHant, hant), (Lang::En, en)] {
            story.page(&format!("what-if-{effect}"), at, lang).says(&[words]);
        }
    }
    // Zeros are no answer.
    story.page("what-if-extend", at, Lang::En).silent(&["Days gained", "0 MB", "When empty"]);
    // Much is left that lapses: until its last day it can be saved, and then it is not empty.
    let (mut story, card) = Story::travelling();
    let ends = Validity::Until(date("2026-11-22"));
    let lapsing = story.card(Card { name: Line::parse("要到期").unwrap(), validity: ends, ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 340), (2, 183)] {
        story.entry(lapsing, hours, check(left(hundredths), Source::Text));
    }
    let at = Route::WhatIf(lapsing);
    story.page("what-if-lapsing", at, Lang::En);
    fill(&mut story, &[(Field::Days, "30"), (Field::Paid, "20"), (Field::Effect, "extend")]);
    for (lang, words) in [
        (Lang::ZhHans, ["早充晚充差不多。", "到最后一天再充"]),
        (Lang::ZhHant, ["早儲晚儲差不多。", "到最後一天再儲值"]),
        (Lang::En, ["Now or later makes little difference.", "On its last day"]),
    ] {
        story.page("what-if-lapsing", at, lang).says(&words).silent(&["When empty", "用完再"]);
    }
    // Almost nothing is left to be saved: no price for each gigabyte of that.
    story.moment.now = story.moment.now.plus(2 * DAY_MS + DAY_MS / 3);
    story.entry(lapsing, 0, check(left(10), Source::Text));
    for (lang, words) in [
        (Lang::ZhHans, "不够用一天，不值得。"),
        (Lang::ZhHant, "不夠用一天，不值得。"),
        (Lang::En, "less than a day’s use."),
    ] {
        story.page("what-if-hardly", at, lang).says(&[words]).silent(&["per GB", "每 GB"]);
    }
    // A card that has ended has nothing left to be extended.
    story.moment.now = story.moment.now.plus(20 * DAY_MS);
    story.page("what-if-over", Route::WhatIf(card), Lang::En);
    fill(&mut story, &[(Field::Days, "30"), (Field::Effect, "extend")]);
    story.page("what-if-over", Route::WhatIf(card), Lang::En).says(&["There is nothing left to extend."]);
}

#[test]
fn a_card_of_which_little_is_known_cannot_be_tried_out() {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, ..travel() });
    story.page("what-if-new", Route::WhatIf(card), Lang::ZhHans).says(&["要先知道用得多快"]);
}

#[test]
fn an_offer_has_its_price_before_any_use_is_known() {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, ..travel() });
    let at = Route::WhatIf(card);
    story.page("offer-new", at, Lang::En);
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20")]);
    let seen = story.page("offer-new", at, Lang::En);
    seen.says(&["First it takes an idea of your use", "Price per GB", "$6.67", "Price per day", "$0.67"]);
    seen.silent(&["Per GB at your pace", "Enough on its own?", "What changes"]);
}

#[test]
fn a_top_up_is_tried_out_by_the_cards_own_rule() {
    let (mut story, card) = Story::travelling();
    let other = story.card(Card { name: Line::parse("备用卡").unwrap(), ..travel() });
    let top_up = |effect| match paid(1000, Currency::USD, None) {
        Fact::TopUp(top_up) => Fact::TopUp(TopUp { effect, ..top_up }),
        fact => fact,
    };
    story.entry(card, 48, top_up(Effect::Queue));
    story.entry(card, 24, top_up(Effect::Replace));
    let chosen = |story: &Story| story.model.form().unwrap().get(Field::Effect).to_owned();
    for (route, want) in [(card, "replace"), (other, "add")] {
        story.page("what-if-rule", Route::WhatIf(route), Lang::En);
        assert_eq!(chosen(&story), want);
    }
    // Another kind of top-up since then, while nothing was said of the question; then what was picked stays.
    story.entry(card, 1, top_up(Effect::Extend));
    story.page("what-if-rule", Route::WhatIf(card), Lang::En).silent(&["How the data comes"]);
    assert_eq!(chosen(&story), "extend");
    fill(&mut story, &[(Field::Effect, "queue")]);
    story.page("what-if-rule", Route::WhatIf(other), Lang::En);
    story.page("what-if-rule", Route::WhatIf(card), Lang::En).says(&["How the data comes"]);
    assert_eq!(chosen(&story), "queue");
    // Of what has ended nothing is left to be added to.
    let ended = Card { validity: Validity::Until(date("2026-11-18")), ..travel() };
    let ended = story.card(Card { name: Line::parse("过期的").unwrap(), ..ended });
    story.page("what-if-rule", Route::WhatIf(ended), Lang::En);
    assert_eq!(chosen(&story), "replace");
    // What only extends brings no data, whatever was typed before.
    story.page("what-if-rule", Route::WhatIf(card), Lang::En);
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Paid, "20"), (Field::Effect, "extend")]);
    story.page("what-if-extend", Route::WhatIf(card), Lang::En).says(&["changes nothing"]).silent(&["$6.67", "3 GB"]);
    fill(&mut story, &[(Field::Data, "abc")]);
    story.page("what-if-extend", Route::WhatIf(card), Lang::En).says(&["changes nothing"]);
}

#[test]
fn fast_data_that_ends_is_not_the_end_of_the_plan() {
    let (mut story, card) = Story::travelling();
    let at = Route::WhatIf(card);
    story.page("what-if-slowed", at, Lang::En);
    fill(&mut story, &[(Field::Data, "3"), (Field::Days, "30"), (Field::Gives, "slowed")]);
    story.page("what-if-slowed", at, Lang::En).says(&["Full speed until about"]).silent(&["Lasts until about"]);
    story.page("what-if-slowed", at, Lang::ZhHant).says(&["高速流量大約用到"]);
}

#[test]
fn what_wants_the_same_does_not_hide_another_kind() {
    // Little is left, it will not last to the flight home, and far more was used than is usual.
    let mut story = Story::new();
    let card = story.card(Card { needed_until: Some(date("2026-12-02")), plan: Some(gb(1000)), ..travel() });
    for day in 1..20 {
        story.entry(card, 24 * day + 2, check(left(800 + 10 * day), Source::Text));
    }
    story.entry(card, 2, check(left(60), Source::Text));
    let seen = story.page("alerts", Route::Card(card), Lang::En);
    let (open, more) = seen.html.split_once("class=\"counter more\"").expect("the rest is folded");
    assert!(open.contains("below your") && open.contains("used in"), "{open}");
    assert!(
        !open.contains("chance that it lasts through Dec 2") && more.contains("chance that it lasts through Dec 2"),
        "{more}"
    );
    seen.says(&["1 more"]);
    story.page("alerts", Route::Card(card), Lang::ZhHans).says(&["还有 1 条"]);
    story.page("alerts", Route::Card(card), Lang::ZhHant).says(&["還有 1 則"]);
}

#[test]
fn a_card_that_only_keeps_a_number_is_listed_by_its_days() {
    let (mut story, _) = Story::travelling();
    story.card(home_number());
    for (lang, words, not) in [
        (Lang::ZhHans, "服务到期 12月1日", "还看不出"),
        (Lang::ZhHant, "服務到期 12月1日", "還看不出"),
        (Lang::En, "Service ends Dec 1", "Can’t tell yet"),
    ] {
        story.page("list-number", Route::Cards, lang).says(&[words]).silent(&[not]);
    }
}

#[test]
fn a_trip_says_how_much_to_buy() {
    let mut story = Story::new();
    story.card(travel());
    story.page("menu", Route::Home, Lang::ZhHans).leads(&[Route::Trip, Route::Spending]);
    story.page("trip", Route::Trip, Lang::ZhHans).says(&[
        "去几天",
        "地图导航",
        "一小时 225–350 MB",
        "一小时 80–840 MB",
        "一小时 450 MB–1.5 GB",
        "填上天数和每天做什么",
    ]);
    fill(&mut story, &[(Field::Days, "10"), (Field::VideoMedium, "60"), (Field::Maps, "60")]);
    // 10 × (700 + 5 to 1000 + 15) MB, a thousand to the GB as the figures by the hour are.
    story.page("trip", Route::Trip, Lang::ZhHans).says(&["建议买 7.1–10.2 GB", "这里 1 GB 是 1000 MB"]);
    story.page("trip", Route::Trip, Lang::ZhHant).says(&["建議買 7.1–10.2 GB", "影片", "這裡 1 GB 是 1000 MB"]);
    story.page("trip", Route::Trip, Lang::En).says(&[
        "Buy 7.1–10.2 GB",
        "an hour",
        "Source",
        "Android Authority",
        "Here 1 GB is 1000 MB",
    ]);
    fill(&mut story, &[(Field::Days, "7"), (Field::VideoMedium, "")]);
    story.page("trip-little", Route::Trip, Lang::En).says(&["Buy 40–110 MB"]);
    // What comes to the same at both ends is one figure.
    fill(&mut story, &[(Field::Days, "1"), (Field::Maps, ""), (Field::Chats, "15")]);
    story.page("trip-one", Route::Trip, Lang::En).says(&["Buy 10 MB"]);
}

#[test]
fn a_trip_says_how_far_each_card_goes() {
    let (mut story, _) = Story::travelling();
    let spare = story.card(Card { name: Line::parse("备用卡").unwrap(), ..travel() });
    story.entry(spare, 48, check(left(40), Source::Text));
    story.entry(spare, 1, check(left(10), Source::Text));
    // Of one check of a card without a plan nobody can say what is left now.
    let home = story.card(home_number());
    story.entry(home, 1, check(left(10), Source::Text));
    // What begins anew each day is not what is left for a trip.
    let day_clock = Some(DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap()));
    let daily = story.card(Card { name: Line::parse("日包").unwrap(), plan: Some(gb(100)), day_clock, ..travel() });
    story.entry(daily, 2, check(left(40), Source::App));
    story.page("trip-card", Route::Trip, Lang::En).silent(&["left, enough", "not enough"]);
    fill(&mut story, &[(Field::Days, "10"), (Field::VideoMedium, "60")]);
    // 1.82 GB at 0.7 to 1 GB a day; 100 MB.
    story
        .page("trip-card", Route::Trip, Lang::En)
        .says(&[
            "美国旅行卡: about 1.82 GB left, enough for 1–2 days like this.",
            "备用卡: about 102 MB left, not enough for one day like this.",
        ])
        .silent(&["家里的号码: ", "日包: "]);
    story.page("trip-card", Route::Trip, Lang::ZhHans).says(&["每天这样用够 1–2 天", "不够这样用一天"]);
    // No day is promised behind a card's end, in fourteen days.
    fill(&mut story, &[(Field::VideoMedium, ""), (Field::Chats, "15")]);
    for (lang, words) in [
        (Lang::ZhHans, "每天这样用够 15 天，到 12月4日为止。"),
        (Lang::ZhHant, "每天這樣用夠 15 天，到 12月4日為止。"),
        (Lang::En, "美国旅行卡: about 1.82 GB left, enough for 15 days like this, through Dec 4, its last day."),
    ] {
        story.page("trip-card-end", Route::Trip, lang).says(&[words]);
    }
}

#[test]
fn a_trip_is_answered_in_days_that_can_be_told_and_says_which_it_takes() {
    let mut story = Story::new();
    let endless = story.card(Card { validity: Validity::Unknown, plan: Some(gb(100_000)), ..travel() });
    for (days, hundredths) in [(20, 100_000), (10, 99_000), (0, 98_000)] {
        story.entry(endless, 24 * days + 1, check(left(hundredths), Source::Text));
    }
    let spare = story.card(Card { name: Line::parse("备用卡").unwrap(), ..travel() });
    story.entry(spare, 48, check(left(120), Source::Text));
    story.entry(spare, 1, check(left(90), Source::Text));
    story.page("trip-long", Route::Trip, Lang::En);
    fill(&mut story, &[(Field::Days, "10"), (Field::VideoMedium, "60")]);
    for (lang, words) in [
        (Lang::ZhHans, ["够 1 年以上", "最多够 1 天"]),
        (Lang::ZhHant, ["夠 1 年以上", "最多夠 1 天"]),
        (Lang::En, ["enough for more than a year like this", "enough for 1 day at most like this"]),
    ] {
        story.page("trip-long", Route::Trip, lang).says(&words).silent(&["够 0", "夠 0", "for 0", "1,0", "1,4"]);
    }
    // What is no number of days says which are; a long one is answered.
    for (days, says) in [("3.5", true), ("0", true), ("4000", true), ("400", false), ("", false)] {
        fill(&mut story, &[(Field::Days, days)]);
        let page = story.page("trip-days", Route::Trip, Lang::En);
        assert_eq!(page.text().contains("Enter a whole number from 1 to 3660."), says, "{days}");
        assert_eq!(page.text().contains("Buy "), days == "400", "{days}");
    }
}

#[test]
fn what_waits_to_arrive_is_spent_already_and_what_names_no_sum_is_said_not_to_be_counted() {
    let (mut story, card) = Story::travelling();
    let Fact::TopUp(said) = paid(1500, Currency::USD, None) else { unreachable!() };
    let waits = TopUp { data: Some(gb(200)), arrival: Arrival::Pending, ..said };
    let entry = story.entry(card, 5, Fact::TopUp(waits.clone()));
    story.page("spending-waits", Route::Spending, Lang::En).says(&["$15.00"]).silent(&["not counted"]);
    story.tell(Msg::SawArrival(entry));
    story.page("spending-came", Route::Spending, Lang::En).says(&["$15.00"]).silent(&["$30.00"]);
    story.entry(card, 3, Fact::TopUp(TopUp { paid: None, ..waits }));
    for (lang, words) in [
        (Lang::ZhHans, "有 1 笔充值没写付了多少"),
        (Lang::ZhHant, "有 1 筆儲值沒填付了多少"),
        (Lang::En, "do not say what was paid, not counted: 1"),
    ] {
        story.page("spending-unpriced", Route::Spending, lang).says(&[words]);
    }
    // Of a trip, only those that were made on it are missing in its sum.
    for (until, said) in [("2026-11-20", true), ("2026-11-10", false)] {
        fill(&mut story, &[(Field::Heading, "trip"), (Field::From, "2026-11-01"), (Field::Until, until)]);
        let page = story.page("spending-unpriced-trip", Route::Spending, Lang::En);
        assert_eq!(page.text().contains("not counted"), said, "{until}");
    }
}

#[test]
fn what_was_spent_is_added_up_and_converted_by_a_typed_rate() {
    let (mut story, card) = Story::travelling();
    let at = Route::Spending;
    story.page("spending-none", at, Lang::ZhHans).says(&["还没有付款记录"]);
    story.entry(card, 24 * 30, paid(1000, Currency::USD, Some(Channel::Alipay)));
    story.entry(card, 24, paid(1500, Currency::USD, None));
    let home = story.card(home_number());
    story.entry(home, 72, paid(3000, Currency::CNY, Some(Channel::WeChat)));
    story.page("spending", at, Lang::ZhHans).says(&["2026年11月", "2026年10月", "$10.00", "¥30.00 +\n$15.00", "合计"]);
    fill(&mut story, &[(Field::Rates, "USD 7.1")]);
    // 30 + 15 × 7.1, and 10 × 7.1 before.
    let seen = story.page("spending", at, Lang::ZhHans);
    seen.says(&["¥136.50", "¥71.00", "¥207.50", "1 USD 合多少 CNY"]).has("value=\"7.1\"");
    // Another currency of one's own has rates of its own; the first ones come back with it.
    fill(&mut story, &[(Field::Currency, "THB")]);
    story
        .page("spending-other", at, Lang::ZhHans)
        .says(&["1 USD 合多少 THB"])
        .silent(&["136.50", "฿"])
        .lacks("value=\"7.1\"");
    let rates = rates_with(story.model.form().unwrap().get(Field::Rates), "USD", "THB", "33");
    fill(&mut story, &[(Field::Rates, &rates), (Field::Currency, "CNY")]);
    story.page("spending-back", at, Lang::ZhHans).says(&["¥136.50"]).has("value=\"7.1\"").lacks("value=\"33\"");
    fill(&mut story, &[(Field::Heading, "card")]);
    story.page("spending-card", at, Lang::En).says(&["美国旅行卡", "$25.00", "CN¥177.50", "家里的号码"]);
    fill(&mut story, &[(Field::Heading, "channel")]);
    story.page("spending-channel", at, Lang::ZhHant).says(&["支付寶", "微信支付", "未填管道"]);
    fill(&mut story, &[(Field::Heading, "trip")]);
    story.page("spending-trip", at, Lang::En).says(&["Enter the trip’s first and last day"]).silent(&["Nothing paid"]);
    story.page("spending-trip", at, Lang::ZhHant).says(&["填上行程的第一天和最後一天"]);
    // In whichever order a thumb finds the two days.
    for (from, until) in [("2026-11-01", "2026-11-18"), ("2026-11-18", "2026-11-01")] {
        fill(&mut story, &[(Field::From, from), (Field::Until, until)]);
        story.page("spending-trip", at, Lang::En).says(&["Nov 1–18", "CN¥30.00"]).silent(&["$15.00"]);
    }
}

fn paid(cents: i64, currency: Currency, channel: Option<Channel>) -> Fact {
    Fact::TopUp(TopUp {
        data: None,
        credit: None,
        paid: Decimal::new(cents, 2).map(|figure| Money { figure, currency }),
        channel,
        effect: Effect::Add,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

#[test]
fn what_a_card_costs_is_not_counted_unasked_and_it_is_said_how_it_is() {
    let mut story = Story::new();
    let price = Decimal::new(25, 0).map(|figure| Money { figure, currency: Currency::USD });
    let card = story.card(Card { price, ..travel() });
    for (lang, words) in [
        (Lang::ZhHans, "“美国旅行卡”的套餐价"),
        (Lang::ZhHant, "「美国旅行卡」的方案價"),
        (Lang::En, "美国旅行卡: its price of $25.00 is not counted."),
    ] {
        story.page("spending-priced", Route::Spending, lang).says(&[words]);
    }
    // What was paid for something else is no payment of it.
    story.entry(card, 3, paid(1000, Currency::USD, None));
    story.page("spending-other", Route::Spending, Lang::En).says(&["$10.00", "its price of $25.00 is not counted"]);
    // Logged as it says, it is.
    story.tell(Msg::Navigated(Route::TopUp(card)));
    story.tell(Msg::Typed(Field::Paid, "25".to_owned()));
    story.tell(Msg::Submitted);
    story.page("spending-logged", Route::Spending, Lang::En).says(&["$35.00"]).silent(&["not counted"]);
}

#[test]
fn what_a_plan_costs_is_counted_once_for_each_time_it_runs() {
    let price = Decimal::new(25, 0).map(|figure| Money { figure, currency: Currency::USD });
    let from = Some(date("2026-11-18"));
    let plan = || Card { price, validity: Validity::Days { days: 30, start: Start::Purchase, from }, ..travel() };
    let counted = |entries: &[(i64, Fact)]| {
        let mut story = Story::new();
        let card = story.card(plan());
        for (hours, fact) in entries {
            story.entry(card, *hours, fact.clone());
        }
        !story.page("spending-runs", Route::Spending, Lang::En).html.contains("not counted")
    };
    let usd = |cents| paid(cents, Currency::USD, None);
    let seen = |hours| (hours, check(left(400), Source::App));
    let days = |days: i64| days * 24;
    assert!(counted(&[(days(1), usd(2650)), seen(1)]), "with its tax");
    assert!(counted(&[(days(20), usd(2500)), seen(1)]), "ahead of the first use");
    assert!(!counted(&[(days(32), usd(2500)), seen(days(31)), seen(1)]), "for the time before");
    assert!(counted(&[(days(5), usd(2500)), seen(days(31)), seen(1)]), "some days ahead");
    // What came in the place of what was left is the plan anew, whatever it cost; what came on top is not.
    let anew = |effect, cents, currency| {
        let Fact::TopUp(bought) = paid(cents, currency, None) else { unreachable!() };
        (days(1), Fact::TopUp(TopUp { data: Some(gb(500)), effect, ..bought }))
    };
    for (effect, is_plan) in [(Effect::Replace, true), (Effect::Add, false)] {
        assert_eq!(counted(&[anew(effect, 2000, Currency::USD), seen(1)]), is_plan, "{effect:?} at a lower price");
        assert_eq!(counted(&[anew(effect, 14000, Currency::CNY), seen(1)]), is_plan, "{effect:?} in another currency");
    }
    // What waited for its turn is paid for, however early that was.
    let mut story = Story::new();
    let ran = Validity::Days { days: 30, start: Start::Purchase, from: Some(date("2026-10-20")) };
    let card = story.card(Card { price, validity: ran, ..travel() });
    let Fact::TopUp(bought) = paid(2500, Currency::USD, None) else { unreachable!() };
    story.entry(card, days(20), Fact::TopUp(TopUp { data: Some(gb(500)), effect: Effect::Queue, ..bought }));
    story.entry(card, days(30), check(left(400), Source::App));
    story.entry(card, 1, check(left(400), Source::App));
    story.page("spending-queued", Route::Spending, Lang::En).silent(&["not counted"]);
    // In another currency it may be that; with data it was a top-up of its own.
    assert!(counted(&[(days(1), paid(18000, Currency::CNY, None)), seen(1)]));
    let mut story = Story::new();
    let card = story.card(plan());
    story.entry(card, days(1), paid(18000, Currency::CNY, None));
    for (lang, words) in [
        (Lang::ZhHans, "“美国旅行卡”的套餐价 $25.00 可能已用别的货币付过。"),
        (Lang::ZhHant, "「美国旅行卡」的方案價 $25.00 可能已用其他幣別付過。"),
        (Lang::En, "美国旅行卡: its price of $25.00 may have been paid in another currency."),
    ] {
        story.page("spending-foreign", Route::Spending, lang).says(&[words]);
    }
    story.entry(card, 3, usd(2500));
    story.page("spending-both", Route::Spending, Lang::En).silent(&["counts as paid", "not counted"]);
    let Fact::TopUp(bought) = paid(7000, Currency::CNY, None) else { unreachable!() };
    assert!(!counted(&[(days(1), Fact::TopUp(TopUp { data: Some(gb(500)), ..bought })), seen(1)]));
}

#[test]
fn on_its_last_day_it_lasts_through_today() {
    let mut story = Story::new();
    let card = story.card(Card { validity: Validity::Until(Date::new(2026, 11, 20).unwrap()), ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (5 * 24, 400), (2, 390)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (lang, words, not) in [
        (Lang::ZhHans, ["今天到期", "多半够用到今天结束；之后还要用，今天就充值。"], "那天"),
        (Lang::ZhHant, ["今天到期", "應該夠用到今天結束；之後還要用，今天就儲值。"], "那天"),
        (
            Lang::En,
            ["It expires today", "It should last through today; to go on after that, top up today."],
            "until then",
        ),
    ] {
        story.page("last-day", Route::Card(card), lang).says(&words).silent(&[not]);
    }
}

#[test]
fn a_fee_that_comes_off_what_was_topped_up_is_not_spent_twice() {
    let rule = KeepRule::MonthlyFee { day: 1, fee: yuan(8) };
    let home = || Card { keeping: Some(Keeping { rule, grace: 90, from: None }), ..home_number() };
    let credit =
        |credit: Option<Money>, arrival| Fact::TopUp(TopUp { credit, paid: yuan(20), arrival, ..TopUp::default() });
    let fee = || Fact::KeepAlive(KeepAlive { act: Act::FeePaid, fee: yuan(8) });
    let spent = |card: Card, entries: Vec<(i64, Fact)>, total: &str| {
        let mut story = Story::new();
        let card = story.card(card);
        for (hours, fact) in entries {
            story.entry(card, hours, fact);
        }
        story.page("spending-fee", Route::Spending, Lang::En).says(&[&format!("Total{total}")]);
    };
    spent(home(), vec![(50, credit(yuan(20), Arrival::Arrived)), (2, fee())], "CN¥20.00");
    // Of a number that has nothing but money, what is paid is credited.
    spent(home(), vec![(50, credit(None, Arrival::Arrived)), (2, fee())], "CN¥20.00");
    // Where nothing was credited before it, nobody knows from what it was paid.
    spent(home(), vec![(50, fee())], "CN¥8.00");
    spent(home(), vec![(50, fee()), (2, credit(yuan(20), Arrival::Arrived))], "CN¥28.00");
    spent(home(), vec![(50, credit(yuan(20), Arrival::Pending)), (2, fee())], "CN¥28.00");
    spent(Card { plan: Some(gb(500)), ..home() }, vec![(50, credit(None, Arrival::Arrived)), (2, fee())], "CN¥28.00");
    // What keeps a number by being topped up is a payment.
    spent(home_number(), vec![(50, credit(yuan(20), Arrival::Arrived)), (2, fee())], "CN¥28.00");
}

#[test]
fn a_later_top_up_that_adds_is_no_payment_of_the_plan() {
    let price = Decimal::new(15, 0).map(|figure| Money { figure, currency: Currency::USD });
    let days = |days: i64| days * 24;
    let counted = |validity: Validity, entries: Vec<(i64, Fact)>| {
        let mut story = Story::new();
        let card = story.card(Card { price, validity, ..travel() });
        for (hours, fact) in entries {
            story.entry(card, hours, fact);
        }
        let page = story.page("spending-later", Route::Spending, Lang::En);
        page.says(&["$15.00"]);
        !page.text().contains("its price of $15.00 is not counted")
    };
    let seen = |hours| (hours, check(left(400), Source::App));
    let adds = |hours| {
        let Fact::TopUp(bought) = paid(1500, Currency::USD, None) else { unreachable!() };
        (hours, Fact::TopUp(TopUp { data: Some(gb(200)), ..bought }))
    };
    let from = Some(date("2026-11-10"));
    for validity in [travel().validity, Validity::Days { days: 30, start: Start::FirstUse, from }, Validity::Unknown] {
        assert!(!counted(validity, vec![seen(days(8)), adds(days(3)), seen(1)]), "{validity:?}");
        assert!(counted(validity, vec![adds(days(10)), seen(days(8)), seen(1)]), "no later than its first day");
        // As the note asks for it, on whatever day.
        assert!(counted(validity, vec![seen(days(8)), (days(3), paid(1500, Currency::USD, None)), seen(1)]));
    }
}
