//! What a card's page says of what it has, and leaves out of what it has not.

use crate::story::{HOUR, Story, check, gb, left, top_up, travel};
use sim_gauge::app::screen::card_screen;
use sim_gauge::app::{Msg, Route};
use sim_gauge::chart::{Range, Role, Shape};
use sim_gauge::domain::{
    Bucket, Card, Check, Currency, DAY_MS, Date, Decimal, Effect, Fact, KeepRule, Keeping, Measure, Money, Quantity,
    Said, Source, Validity,
};
use sim_gauge::i18n::Lang;

#[test]
fn the_legend_names_what_is_drawn() {
    let mut story = Story::new();
    let once = story.card(Card { plan: None, ..travel() });
    story.entry(once, 9 * 24, check(left(300), Source::Text));
    let open = story.card(Card { validity: Validity::Unknown, ..travel() });
    story.entry(open, 9 * 24, check(left(480), Source::Text));
    story.entry(open, 2, check(left(400), Source::Text));
    story.tell(Msg::ChoseRange(Range::All));
    for (lang, forecast, pace) in [
        (Lang::ZhHans, "虚线是预计，深带 50% 可能，浅带 80%。", "点线是匀速。"),
        (Lang::ZhHant, "虛線是預估，深色帶 50% 機率，淺色帶 80%。", "點線是均速。"),
        (Lang::En, "Dashed line: forecast, with its 50% and 80% bands.", "Dotted line: even pace."),
    ] {
        // By one check nothing is foretold; of what ends on no day there is no pace.
        story.page("legend-pace", Route::Card(once), lang).says(&[pace]).silent(&[forecast]);
        story.page("legend-forecast", Route::Card(open), lang).says(&[forecast]).silent(&[pace]);
    }
}

#[test]
fn the_sentence_of_the_chart_tells_of_a_rise_that_nobody_logged() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(left(350), Source::Text));
    for (lang, words) in [
        (Lang::ZhHans, "，剩 3.5 GB · 比上次多，没记原因"),
        (Lang::ZhHant, "，剩 3.5 GB · 比上次多，未記原因"),
        (Lang::En, ": 3.5 GB left · More than before, cause not logged"),
    ] {
        story.page("risen", Route::Card(card), lang).says(&[words]);
    }
    let (mut calm, card) = Story::travelling();
    calm.page("not-risen", Route::Card(card), Lang::En).silent(&["More than before"]);
}

#[test]
fn a_card_that_only_keeps_its_number_does_not_speak_of_data() {
    let mut story = Story::new();
    let rule = KeepRule::Activity { days: 90 };
    let keeping = |from: Option<Date>| Some(Keeping { rule, grace: 0, from });
    let bare = Card { plan: None, validity: Validity::Unknown, ..travel() };
    let known = story.card(Card { keeping: keeping(Date::new(2026, 11, 1)), ..bare.clone() });
    let unknown = story.card(Card { keeping: keeping(None), ..bare });
    let words = [
        (Lang::ZhHans, "服务到期", "未知", ["用完", "余量，就能", "今日建议", "还没记过"]),
        (Lang::ZhHant, "服務到期", "未知", ["用完", "流量，就能", "今日建議", "還沒有紀錄："]),
        (Lang::En, "Service ends", "Unknown", ["runs out", "Log a balance", "allowance", "No balance"]),
    ];
    for (lang, ends, open, data) in words {
        story.page("number-only", Route::Card(known), lang).says(&[ends]).silent(&data);
        story.page("number-open", Route::Card(unknown), lang).says(&[&format!("{ends} · {open}")]).silent(&data);
    }
    // With the first figure it has data like any other.
    story.entry(known, 1, check(left(100), Source::Text));
    story.page("number-data", Route::Card(known), Lang::En).says(&["Remaining data", "allowance"]);
}

#[test]
fn an_expired_card_has_no_legend_of_what_is_not_drawn() {
    let (mut story, card) = Story::travelling();
    story.moment.now = story.moment.now.plus(20 * DAY_MS);
    story.page("legend-expired", Route::Card(card), Lang::En).silent(&["Dashed line"]);
}

#[test]
fn a_bucket_beside_what_has_no_end_has_its_chart() {
    let mut story = Story::new();
    let card = story.card(travel());
    let hotspot = |hundredths| {
        let measures = vec![
            Measure { bucket: Bucket::General, said: Said::Unlimited },
            Measure { bucket: Bucket::Hotspot, said: left(hundredths) },
        ];
        Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false })
    };
    story.entry(card, 9 * 24, hotspot(500));
    story.entry(card, 2, hotspot(320));
    let page = story.page("unlimited-hotspot", Route::Card(card), Lang::En);
    page.says(&["from 5 GB to 3.2 GB"]).has("viewBox=\"0 0 358 124\"");
}

#[test]
fn a_stretch_of_time_without_a_check_leaves_the_way_back_to_the_others() {
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 15 * 24, check(left(480), Source::Text));
    story.entry(card, 9 * 24, check(left(400), Source::Text));
    for range in [Range::All, Range::Week] {
        story.tell(Msg::ChoseRange(range));
        story.page("week-empty", Route::Card(card), Lang::En).says(&["Week", "Period", "All"]).has("class=\"plot\"");
    }
}

#[test]
fn a_number_without_a_day_of_grace_has_none_among_its_days() {
    let mut story = Story::new();
    let keeping = |grace| Keeping { rule: KeepRule::Activity { days: 90 }, grace, from: Date::new(2026, 11, 1) };
    let card = story.card(Card { keeping: Some(keeping(0)), ..travel() });
    story.page("grace-none", Route::Card(card), Lang::En).says(&["Service ends"]).silent(&["Grace ends"]);
    let card = story.card(Card { keeping: Some(keeping(30)), ..travel() });
    story.page("grace-some", Route::Card(card), Lang::En).says(&["Service ends", "Grace ends"]);
}

#[test]
fn the_sentence_of_the_chart_tells_of_no_top_up_before_its_first_figure() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::ChoseRange(Range::All));
    story.entry(card, 40 * 24, top_up(300, Effect::Add));
    story.page("topped-up-before", Route::Card(card), Lang::En).silent(&["topped up"]);
    story.entry(card, 6 * 24, top_up(100, Effect::Add));
    story.page("topped-up-between", Route::Card(card), Lang::En).says(&["1 GB topped up"]);
}

#[test]
fn the_sentence_of_the_chart_begins_with_what_came_in_the_place_of_what_was_left() {
    let mut story = Story::new();
    story.tell(Msg::ChoseRange(Range::All));
    let card = story.card(travel());
    for (ago, fact) in [
        (10, check(left(500), Source::Text)),
        (6, check(left(300), Source::Text)),
        // What was left before it lapsed, and is no use.
        (5, top_up(1000, Effect::Replace)),
        (1, check(left(800), Source::Text)),
    ] {
        story.entry(card, ago * 24, fact);
    }
    story.page("replaced", Route::Card(card), Lang::En).says(&["Nov 15–19: from 10 GB to 8 GB · about 0.5 GB a day"]);
}

#[test]
fn what_fell_and_was_topped_up_to_the_same_did_not_stay_the_same() {
    let mut story = Story::new();
    story.tell(Msg::ChoseRange(Range::All));
    let card = story.card(travel());
    story.entry(card, 9 * 24, check(left(500), Source::Text));
    story.entry(card, 24, check(left(100), Source::Text));
    story.entry(card, 23, top_up(400, Effect::Add));
    for (lang, words) in [
        (Lang::ZhHans, "从 5 GB 到 5 GB · 其间充值 4 GB · 平均每天约 0.5 GB"),
        (Lang::ZhHant, "從 5 GB 到 5 GB · 期間儲值 4 GB · 平均每日約 0.5 GB"),
        (Lang::En, "from 5 GB to 5 GB · 4 GB topped up · about 0.5 GB a day"),
    ] {
        story.page("level", Route::Card(card), lang).says(&[words]);
    }
}

#[test]
fn nothing_is_foretold_to_be_left_behind_the_end() {
    let mut story = Story::new();
    let card = story.card(Card { reserve: Some(gb(50)), ..travel() });
    story.entry(card, 9 * 24, check(left(480), Source::Text));
    story.entry(card, 2, check(left(450), Source::Text));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let end = |role: Role| {
        let path = screen.charts.general.shapes.iter().find_map(|shape| match shape {
            Shape::Path { role: of, d } if *of == role => Some(d.clone()),
            _ => None,
        });
        let numbers = path.unwrap();
        let across = numbers.split(['M', 'L', 'H', 'V', 'Z', ' ']).find_map(|number| number.parse::<f64>().ok());
        (numbers.clone(), across)
    };
    // The upright line of the end says where that is; the middle ends there and not at the edge.
    let (expiry, at) = end(Role::Expiry);
    let (median, _) = end(Role::Median);
    let last = median.rsplit(['M', 'L', 'H', 'V', ' ']).filter_map(|number| number.parse::<f64>().ok()).nth(1);
    assert!(last.unwrap() <= at.unwrap() + 0.5, "{median} {expiry}");
    // The line of the reserve is named as well.
    for (lang, words) in
        [(Lang::ZhHans, "细横线是预留。"), (Lang::ZhHant, "細橫線是預留。"), (Lang::En, "Thin line: reserve.")]
    {
        story.page("legend-reserve", Route::Card(card), lang).says(&[words]);
    }
    // On the last day nothing is before it, and a share of a gigabyte is said as it was set.
    let mut story = Story::new();
    let last = Card { validity: Validity::Until(Date::new(2026, 11, 20).unwrap()), plan: Some(gb(100)), ..travel() };
    let card = story.card(last);
    story.entry(card, 9 * 24, check(left(90), Source::Text));
    story.entry(card, 2, check(left(15), Source::Text));
    story.page("last-day", Route::Card(card), Lang::En).says(&["0.2 GB threshold"]).silent(&["before Nov 20"]);
}

#[test]
fn what_is_left_for_today_says_that_it_is_as_of_the_last_check() {
    let (mut story, card) = Story::travelling();
    for (lang, words) in
        [(Lang::ZhHans, "按上次查的时候算"), (Lang::ZhHant, "依上次查的時候計算"), (Lang::En, "as of the last check")]
    {
        story.page("allowance-then", Route::Card(card), lang).says(&[words]);
    }
    story.entry(card, 0, check(left(182), Source::Text));
    story.page("allowance-now", Route::Card(card), Lang::En).silent(&["as of the last check"]);
}

#[test]
fn what_is_not_of_now_says_how_old_it_is() {
    // Nothing of today was seen: the allowance is that of yesterday's figure, which still stands.
    let (mut story, card) = Story::travelling();
    story.moment.now = story.moment.now.plus(14 * HOUR);
    for (lang, words) in
        [(Lang::ZhHans, "按上次查的时候算"), (Lang::ZhHant, "依上次查的時候計算"), (Lang::En, "as of the last check")]
    {
        story.page("allowance-yesterday", Route::Card(card), lang).says(&["1.83 GB", words]);
    }
    // What else was said has its own age, unless it was said with the figure in the ring.
    let also = |story: &mut Story, hours| {
        let said = [
            (Bucket::Minutes, Said::Left(Quantity::Count(Decimal::new(30, 0).unwrap()))),
            (Bucket::Hotspot, left(100)),
            (
                Bucket::Money,
                Said::Left(Quantity::Money(Money { figure: Decimal::new(620, 2).unwrap(), currency: Currency::USD })),
            ),
        ];
        let measures = said.map(|(bucket, said)| Measure { bucket, said }).to_vec();
        let Fact::Check(general) = check(left(183), Source::Text) else { unreachable!() };
        let measures = if hours == 2 { [general.measures.clone(), measures].concat() } else { measures };
        story.entry(card, hours, Fact::Check(Check { measures, ..general }));
    };
    let (mut story, card) = Story::travelling();
    also(&mut story, 20);
    story.page("ages", Route::Card(card), Lang::En).says(&[
        "Minutes left3020 h ago",
        "Hotspot1 GB20 h ago",
        "$6.2020 h ago",
    ]);
    also(&mut story, 2);
    story
        .page("ages-same", Route::Card(card), Lang::En)
        .says(&["Minutes left30", "$6.20"])
        .silent(&["20 h ago", "302 h ago"]);
}

#[test]
fn what_a_top_up_brought_in_the_place_of_the_rest_is_not_said_to_have_been_checked() {
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 4 * 24, check(left(120), Source::App));
    story.entry(card, 2, top_up(1000, Effect::Replace));
    for (lang, says, not) in [
        (Lang::ZhHans, "2 小时前 · 来自充值", ["4 天前", "含之后充值"]),
        (Lang::ZhHant, "2 小時前 · 來自儲值", ["4 天前", "含之後儲值"]),
        (Lang::En, "2 h ago · from a top-up", ["4 d ago", "topped up since"]),
    ] {
        // What the history has of that check stands below.
        for page in [story.page("replaced", Route::Card(card), lang), story.page("replaced-list", Route::Cards, lang)] {
            page.says(&["10 GB", says]).silent(&not);
        }
    }
    // What comes on top of it is said, and a check is one again.
    story.entry(card, 1, top_up(200, Effect::Add));
    story.page("replaced-more", Route::Card(card), Lang::En).says(&["from a top-up", "with 2 GB topped up since"]);
    story.entry(card, 0, check(left(1190), Source::App));
    story.page("replaced-checked", Route::Card(card), Lang::En).says(&["just now · App"]).silent(&["from a top-up"]);
}

#[test]
fn the_list_calls_what_was_left_of_the_period_before_so() {
    let mut story = Story::new();
    let renews = Date::new(2026, 11, 18);
    let unknown = Card { validity: Validity::Unknown, renews, plan: None, ..travel() };
    let card = story.card(unknown.clone());
    story.entry(card, 9 * 24, check(left(180), Source::Text));
    story.page("list-past", Route::Cards, Lang::En).says(&["Last known"]);
    // Of a plan whose size is known it is what there is at most that is said.
    let planned = story.card(Card { plan: Some(gb(500)), ..unknown });
    story.entry(planned, 9 * 24, check(left(180), Source::Text));
    story.page("list-anew", Route::Cards, Lang::En).says(&["≤5 GB", "New since the last check"]);
    // Until there is a check of the new period, the chart shows the one before.
    story.page("chart-past", Route::Card(card), Lang::En).has("class=\"plot\"").says(&["Nov 11: 1.8"]);
}

/// A sheet is read another day: it says its own, and what is open on the screen only says nothing of it.
#[test]
fn a_sheet_of_paper_says_when_it_was_printed() {
    let (mut story, card) = Story::travelling();
    let said = ["2026年11月21日 03:00", "2026年11月21日 03:00", "Nov 21, 2026, 03:00"];
    for (lang, words) in Lang::ALL.into_iter().zip(said) {
        story.page("sheet", Route::Card(card), lang).silent(&[words]);
        let page = story.tables("sheet-printed", card, lang);
        page.says(&[words]);
        // Before all else, above the name of the card; and on any other sheet.
        assert!(page.html.find(words) < page.html.find("<h1"), "{lang:?}");
        for route in [Route::Cards, Route::Spending, Route::RunOut(card), Route::Ways(card)] {
            story.tell(Msg::Navigated(route));
            story.tell(Msg::OpenedTables(true));
            story.page("sheet-other", route, lang).says(&[words]);
        }
        story.tell(Msg::OpenedTables(false));
    }
}

#[test]
fn what_may_be_of_the_evening_before_is_of_today_by_estimate_only() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    // Seventeen and six hours ago: two of the five hours awake between them are of today.
    story.entry(card, 17, check(left(500), Source::Text));
    story.entry(card, 6, check(left(400), Source::Text));
    for (lang, words, over) in [
        (Lang::ZhHans, ["今天的额度可能已用完", "今日额度 300 MB，已用约 410 MB", "按估算"], "超出"),
        (Lang::ZhHant, ["今天的額度可能已用完", "今日額度 300 MB，已用約 410 MB", "依估計"], "超出"),
        (Lang::En, ["Today’s share may be used up", "about 410 MB used of today’s 300 MB", "by estimate"], "MB over"),
    ] {
        story.page("evening", Route::Card(card), lang).says(&words).silent(&[over]);
    }
    // Nearly all of it since midnight is.
    story.entry(card, 12, check(left(499), Source::Text));
    story.page("morning", Route::Card(card), Lang::En).says(&["Today’s share is used up", "about 0.7 GB over"]);
    // What is over it is what the two figures beside it leave.
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for (hours, left_then) in [(12, 467), (6, 400)] {
        story.entry(card, hours, check(left(left_then), Source::Text));
    }
    let used = "about 0.7 GB used of today’s 0.31 GB";
    story.page("morning-over", Route::Card(card), Lang::En).says(&[used, "about 0.39 GB over"]);
}

#[test]
fn a_count_of_the_phones_own_does_not_make_that_sure() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    story.moment.now = story.moment.now.plus(crate::story::HOUR);
    story.entry(card, 18, check(left(500), Source::Text));
    story.entry(card, 7, check(left(400), Source::Text));
    story.entry(card, 0, check(Said::Used(Quantity::Data(gb(1600))), Source::PhoneCounter));
    let page = story.page("evening-counted", Route::Card(card), Lang::En);
    page.says(&["Today’s share may be used up", "not yet compared"]).silent(&["MB over"]);
}
