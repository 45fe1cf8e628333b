//! The screens as a person finds them: rendered natively, in three languages.
//!
//! Looked for are names, figures and ways out, never classes or structure. With
//! `SIM_GAUGE_SCREENS` set to a folder, each rendering is also written there as a page, to be
//! looked at.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

mod after;
mod agree;
mod ahead;
mod asked;
mod calendar;
mod confirmed;
mod counter;
mod day_plan;
mod ends;
mod figures;
mod meets;
mod money;
mod one_voice;
mod out;
mod queued;
mod renewal;
mod reports;
mod rise;
mod said;
#[path = "../person/saving.rs"]
mod saving;
mod slowed;
#[path = "../person/start.rs"]
mod start;
mod story;
#[path = "../strategies/mod.rs"]
mod strategies;
mod units;

use saving::{kept, stored};
use sim_gauge::app::carry::Move;
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::card_screen;
use sim_gauge::app::{DirectoryFault, DirectoryState, Effect, Engine, Msg, Route, StoreFault, sample};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Amount, Bucket, Card, CardForm, CardId, Check, Currency, DAY_MS, Date, Decimal, Fact, Line, Measure, Quantity,
    Remark, Said, Source, Start, Tells, Ulid, Unit, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use sim_gauge::journal::{Order, Record};
use story::{Story, check, gb, left, travel};

#[test]
fn a_card_answers_at_one_look() {
    let (mut story, card) = Story::travelling();
    story
        .page("card", Route::Home, Lang::ZhHans)
        .says(&[
            "美国旅行卡",
            "Ultra Mobile",
            "eSIM",
            "尾号 4471",
            "剩余流量",
            "1.83 GB",
            "2 小时前 · 短信",
            "匀速应剩",
            "预计",
            "用完",
            "多半在 12月4日结束前用完",
            "14 天",
            "12月4日 23:59 纽约时间",
            "12月5日 12:59 北京时间",
            "今日建议用量",
            "怎么查",
            "粘贴短信",
            "充值",
            "记录",
        ])
        .silent(&["0104471"])
        .leads(&[Route::Ways(card), Route::Pay(card), Route::KeepAlive(card), Route::EditCard(card), Route::Cards]);
    story.page("card", Route::Home, Lang::ZhHant).says(&[
        "末四碼 4471",
        "剩餘流量",
        "2 小時前 · 簡訊",
        "預計",
        "多半在 12月4日結束前用完",
        "紐約時間",
        "今日建議用量",
        "怎麼查",
        "貼上簡訊",
        "儲值",
    ]);
    story.page("card", Route::Home, Lang::En).says(&[
        "ending 4471",
        "Remaining data",
        "2 h ago · Text message",
        "Runs out around",
        "Likely empty by the end of Dec 4",
        "New York time",
        "Today’s allowance",
        "Paste reply",
        "Top up",
        "History",
    ]);
}

#[test]
fn the_whole_number_is_shown_only_when_asked_for() {
    let (mut story, _) = Story::travelling();
    story.page("number", Route::Home, Lang::En).silent(&["+15550104471"]);
    story.tell(Msg::RevealedNumber(true));
    story.page("number", Route::Home, Lang::En).says(&["+15550104471"]);
}

#[test]
fn the_chart_is_told_in_words_too() {
    let (mut story, _) = Story::travelling();
    story
        .page("chart", Route::Home, Lang::En)
        .has("role=\"img\"")
        .has("<title id=\"chart-title\">Remaining data over time")
        .has("type=\"range\"")
        .says(&["Week", "Period", "All", "Table"])
        .says(&["Nov 5–20: from 5 GB to 1.83 GB", "a day", "Used per day"])
        .silent(&["Trip", "Daily average"]);
    story.tell(Msg::OpenedTables(true));
    let opened = story.page("chart-tables", Route::Home, Lang::En);
    opened.has("<details open").says(&["When", "Left", "Day", "Used", "Daily average"]);
    story.tell(Msg::OpenedTables(false));
    story.page("chart-closed", Route::Home, Lang::En).says(&["Table"]).silent(&["Daily average"]);
    for (lang, words) in [
        (Lang::ZhHans, ["11月5日–20日：从 5 GB 到 1.83 GB", "平均每天约", "每天用量", "走势"]),
        (Lang::ZhHant, ["11月5日–20日：從 5 GB 到 1.83 GB", "平均每日約", "每日用量", "走勢"]),
    ] {
        story.page("chart", Route::Home, lang).says(&words);
    }
}

#[test]
fn where_each_day_was_checked_there_is_no_column_for_an_average() {
    let mut story = Story::new();
    let card = story.card(travel());
    for (hours, hundredths) in [(50, 500), (26, 480), (2, 450)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    story.tables("chart-days", card, Lang::En).says(&["DayUsedNov 20"]).silent(&["Daily average"]);
}

#[test]
fn what_may_all_be_gone_by_the_end_of_a_day_is_read_off_as_a_range_alone() {
    let (mut story, card) = Story::travelling();
    // Of a week in which nothing was checked the last day that is foretold is read off.
    story.moment.now = story.moment.now.plus(8 * DAY_MS);
    story.tell(Msg::ChoseRange(Range::Week));
    let html = story.page("chart-ahead", Route::Card(card), Lang::En).html;
    let read = html.split_once("aria-valuetext=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(read.contains("probably 0–") && !read.contains(['≤', '≈']), "{read}");
}

#[test]
fn a_day_until_which_it_is_needed_is_a_trip_to_be_shown() {
    let mut story = Story::new();
    let mut card = travel();
    card.needed_until = Date::new(2026, 11, 28);
    let card = story.card(card);
    story.entry(card, 100, check(left(500), Source::Text));
    story.entry(card, 2, check(left(183), Source::Text));
    story.tell(Msg::ChoseRange(Range::Trip));
    story.page("trip", Route::Card(card), Lang::En).says(&["Trip", "Trip ends", "Nov 28"]);
}

#[test]
fn an_entry_has_one_time_wherever_it_stands() {
    // The card's day ends in New York; the phone shows Shanghai's time, 13 hours ahead.
    let (mut story, card) = Story::travelling();
    let entry = story.entry(card, 3, check(left(184), Source::App));
    for (lang, when) in [(Lang::ZhHans, "今天 00:00"), (Lang::ZhHant, "今天 00:00"), (Lang::En, "today 00:00")] {
        // The history, the chart's table, and what is read off it.
        let seen = story.tables("one-clock", card, lang);
        assert!(seen.text().matches(when).count() >= 2, "{when} in {}", seen.text());
        seen.silent(&["11:00"]);
        story.page("one-clock-form", Route::EditEntry(entry), lang).has("2026-11-21T00:00");
    }
    // The days are the card's, and it is said that these times are not.
    for (lang, words) in [
        (Lang::ZhHans, "日期按纽约时间，带钟点的按这台设备的时间。"),
        (Lang::ZhHant, "日期依紐約時間，有時刻的依這台裝置的時間。"),
        (Lang::En, "Days are in New York time, clock times are this device’s."),
    ] {
        story.page("one-clock", Route::Card(card), lang).says(&[words]);
    }
    // Where the two clocks agree, there is nothing to be named.
    story.moment.device = story.moment.offsets(&travel().zone).clone();
    story.page("one-clock-there", Route::Card(card), Lang::ZhHans).says(&["今天 11:00"]).silent(&["日期按"]);
}

#[test]
fn an_old_check_becomes_an_estimate() {
    let (mut story, _) = Story::travelling();
    story.moment.now = story.moment.now.plus(5 * DAY_MS);
    story.page("estimate", Route::Home, Lang::ZhHans).says(&[
        "剩余流量 · 估算",
        "≈",
        "5 天前 · 短信",
        "估计 0.2–1.3 GB",
    ]);
    story.moment.now = story.moment.now.plus(4 * DAY_MS);
    story.page("estimate", Route::Cards, Lang::En).says(&["≤", "9 days ago · Text message · probably 0–"]);
}

/// The dial, the list, the badge and the sentence go by one figure: as soon as something was surely used.
#[test]
fn a_figure_is_an_estimate_once_something_was_surely_used_however_few_days_that_is() {
    let (mut story, card) = Story::travelling();
    story
        .page("stands", Route::Home, Lang::En)
        .says(&["1.83 GB", "74 MB", "about 54 MB used of today’s 128 MB"])
        .silent(&["estimate", "probably"]);
    let later = |story: &Story, hours: i64| {
        let moment =
            sim_gauge::domain::Moment { now: story.moment.now.plus(hours * 3_600_000), ..story.moment.clone() };
        let screen = card_screen(&story.model.book, &moment, card, Range::Cycle).unwrap();
        (screen.gauge.estimate, screen.gauge.known.unwrap(), screen.verdict)
    };
    // It falls by 200 MB a day, evenly: what was said stands for hours and not for days.
    assert_eq!(later(&story, 1).0, None);
    let (estimate, known, _) = later(&story, 30);
    let (low, middle, high) = estimate.expect("a day's use is more than the rounding");
    assert!(low < middle && middle < high && high < known.left, "{estimate:?}");
    // What cannot be told apart from the rounding is no use: a whole number of GB says little.
    let about = Amount::new(Decimal::parse("2").unwrap(), Unit::GB).unwrap();
    story.entry(card, 0, check(Said::Left(Quantity::Data(about)), Source::Text));
    assert_eq!(later(&story, 30).0, None, "2 GB may be 1.6");
    story.entry(card, 0, check(left(183), Source::Text));
    story.moment.now = story.moment.now.plus(30 * 3_600_000);
    story.page("estimate-soon", Route::Home, Lang::En).says(&["Data left · estimate", "≈", "1 day ago", "probably"]);
    story.card(travel());
    let list = story.page("estimate-soon-list", Route::Cards, Lang::En);
    list.says(&["≈", "Runs out around", "1 day ago · Text message · probably"]).has("mini estimate");
}

#[test]
fn a_card_without_a_balance_invites_one() {
    let mut story = Story::new();
    story.card(Card::named(Line::parse("新卡").unwrap(), ZoneName::parse("America/New_York").unwrap()));
    story.page("new", Route::Home, Lang::ZhHans).says(&[
        "还没记过余量",
        "点“怎么查”问一次",
        "未知",
        "补上有效期",
        "先记一次余量",
        "粘贴短信",
    ]);
    story.page("new", Route::Home, Lang::En).says(&["No balance yet", "Tap How to check", "Paste reply"]);
}

#[test]
fn each_end_is_said() {
    let mut story = Story::new();
    let mut none = travel();
    none.plan = None;
    let card = story.card(none);
    story.entry(card, 2, check(left(100), Source::App));
    // Typing is what its owner did last, so typing is the main button.
    story.page("one-check", Route::Home, Lang::ZhHans).says(&[
        "还看不出什么时候用完",
        "再记一次余量，就能估算",
        "手动输入",
    ]);

    let (mut low, card) = Story::travelling();
    low.entry(card, 1, check(left(30), Source::Text));
    low.page("low", Route::Home, Lang::ZhHans).says(&["流量不多了"]);
    low.entry(card, 0, check(left(0), Source::Text));
    low.page("used-up", Route::Home, Lang::ZhHans).says(&["流量用完了"]);

    let (mut over, card) = Story::travelling();
    over.page("not-over", Route::Home, Lang::En).has("class=\"left\"");
    over.moment.now = over.moment.now.plus(20 * DAY_MS);
    // What was left is told as that, and no tank is full any more.
    for (lang, says) in [
        (Lang::ZhHans, ["已经到期", "上次查到1.83 GB"]),
        (Lang::ZhHant, ["已經到期", "上次查到1.83 GB"]),
        (Lang::En, ["Expired", "Last known1.83 GB"]),
    ] {
        for route in [Route::Home, Route::Cards] {
            over.page("over", route, lang).lacks("class=\"left\"");
        }
        over.page("over", Route::Home, lang).says(&says);
    }
    over.entry(card, 1, check(Said::Unlimited, Source::Text));
    over.page("over-endless", Route::Home, Lang::En).says(&["Last known"]).lacks("class=\"left\"");

    let mut endless = Story::new();
    let card = endless.card(travel());
    endless.entry(card, 3, check(Said::Unlimited, Source::Text));
    endless.page("unlimited", Route::Home, Lang::ZhHant).says(&["無限量（吃到飽）", "可能會降速"]);
}

#[test]
fn a_share_that_is_used_up_is_no_allowance_of_nothing() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(left(100), Source::Text));
    for (lang, words) in [
        (Lang::ZhHans, ["今天的额度已用完", "超出", "明天起每天"]),
        (Lang::ZhHant, ["今天的額度已用完", "超出", "明天起每天"]),
        (Lang::En, ["Today’s share is used up", "over", "a day from tomorrow"]),
    ] {
        let nothing = ["今日建议用量0", "今日建議用量0", "Today’s allowance0"];
        story.page("used-up-today", Route::Home, lang).says(&words).silent(&nothing);
    }
}

#[test]
fn the_history_keeps_what_was_said() {
    let (mut story, card) = Story::travelling();
    let measures = vec![Measure { bucket: Bucket::General, said: Said::Used(Quantity::Data(gb(120))) }];
    let reply = "You've used <b>1.20 GB</b>".to_owned();
    let fact = Check { measures, expires: None, renews: None, source: Source::Text, reply: Some(reply), sure: false };
    let entry = story.entry(card, 1, Fact::Check(fact));
    story
        .page("history", Route::Home, Lang::ZhHans)
        .says(&["已用 1.20 GB", "由已用推算", "回复原文", "<b>1.20 GB</b>"])
        .leads(&[Route::EditEntry(entry)])
        .has("lang=\"en\"");
}

/// Noon in New York is one in the night of the next day in Shanghai, where the device is.
#[test]
fn a_reply_that_gives_no_hour_has_none_in_the_history() {
    let (mut story, card) = Story::travelling();
    let of_day = |reply: Option<&str>| {
        let measures = vec![Measure { bucket: Bucket::General, said: left(230) }];
        let reply = reply.map(str::to_owned);
        Fact::Check(Check { measures, expires: None, renews: None, source: Source::Text, reply, sure: false })
    };
    story.entry(card, 50, of_day(Some("As of 11/18 you have 2.3 GB left.")));
    story.page("day-alone", Route::Home, Lang::ZhHans).says(&["11月18日"]).silent(&["11月19日 01:00"]);
    story.entry(card, 26, of_day(None));
    story.page("typed-noon", Route::Home, Lang::ZhHans).says(&["昨天 01:00"]);
}

#[test]
fn several_cards_stand_side_by_side() {
    let (mut story, travelling) = Story::travelling();
    let mut hong_kong = Card::named(Line::parse("香港卡").unwrap(), ZoneName::parse("Asia/Hong_Kong").unwrap());
    hong_kong.plan = Some(gb(200));
    hong_kong.validity = Validity::Until(Date::new(2026, 11, 22).unwrap());
    let card = story.card(hong_kong);
    story.entry(card, 26, check(left(60), Source::App));
    let mut old = travel();
    old.name = Line::parse("去年的卡").unwrap();
    old.archived = true;
    story.card(old);
    story
        .page("cards", Route::Home, Lang::ZhHans)
        .says(&[
            "香港卡 明天到期",
            "到时可能清零",
            "美国旅行卡",
            "1.83 GB",
            "还有 14 天",
            "已归档",
            "去年的卡",
            "粘贴短信",
        ])
        .leads(&[Route::Card(travelling), Route::Card(card), Route::AddCard]);
    story.page("cards", Route::Home, Lang::En).says(&["香港卡 expires tomorrow", "Archived", "14 days left"]);
    story.page("cards", Route::Home, Lang::ZhHant).says(&["明天到期", "已封存"]);
}

#[test]
fn the_beginning_has_one_action() {
    let mut story = Story::new();
    for (lang, words) in [
        (Lang::ZhHans, ["添加一张卡", "先看看示例卡"]),
        (Lang::ZhHant, ["新增一張卡", "先看看範例卡"]),
        (Lang::En, ["Add a card", "See a sample card first"]),
    ] {
        let seen = story.page("empty", Route::Home, lang);
        seen.says(&words).says(&["简体", "繁體", "English"]).leads(&[Route::AddCard, Route::Sample]);
    }
}

#[test]
fn the_sample_says_that_it_is_one() {
    let mut story = Story::new();
    let seen = story.page("sample", Route::Sample, Lang::ZhHans);
    seen.says(&["示例卡", "不会保存", "1.83 GB", "添加我的卡"])
        .silent(&["粘贴短信", "归档"])
        .leads(&[Route::AddCard, Route::Home]);
    assert!(story.model.book.cards.is_empty(), "the sample is kept apart");
    assert!(sample(&story.moment, "x").is_some());
    story.page("sample", Route::Sample, Lang::En).says(&["Sample card", "Nothing here is saved"]);
    story.page("sample", Route::Sample, Lang::ZhHant).says(&["範例卡"]);
    // Its days are those of its zone, whatever the device's are: still the 21st there.
    let there = story.model.zones().into_iter().map(|zone| (zone, sim_gauge::domain::Offsets::fixed(-300))).collect();
    story.moment.now = sim_gauge::domain::Offsets::UTC.instant(Date::new(2026, 11, 22).unwrap(), 60);
    story.moment.zones = there;
    story.page("sample-bangkok", Route::Sample, Lang::En).says(&["14 days", "Dec 5, 23:59 New York time"]);
}

#[test]
fn what_is_not_there_is_said() {
    let mut story = Story::new();
    let nobody = CardId(Ulid::from_parts(1, 1));
    for lang in Lang::ALL {
        story.page("gone", Route::Card(nobody), lang).leads(&[Route::Home, Route::Changes]);
    }
    story.page("gone", Route::Card(nobody), Lang::ZhHans).says(&["这里没有内容"]);
}

#[test]
fn copying_says_that_it_did() {
    let (mut story, card) = Story::travelling();
    for (lang, word) in [(Lang::ZhHans, "已复制"), (Lang::ZhHant, "已複製"), (Lang::En, "Copied")] {
        story.page("ways-uncopied", Route::Ways(card), lang).silent(&[word]);
        story.tell(Msg::Copied("6700".to_owned()));
        let page = story.page("ways-copied", Route::Ways(card), lang);
        page.says(&[word]);
        assert_eq!(page.text().matches(word).count(), 1, "beside that one alone");
        story.page("ways-left", Route::Home, lang);
    }
}

#[test]
fn ways_to_check_come_from_the_guide() {
    let (mut story, card) = Story::travelling();
    story
        .page("ways", Route::Ways(card), Lang::ZhHans)
        .says(&[
            "BAL → 6700",
            "打开短信",
            "复制",
            "不用流量",
            "用尾号 4471 这张卡发",
            "来源较可靠 · 未实测",
            "611",
            "一个来源 · 未实测",
            "我还剩多少流量",
            "手机自己的统计",
        ])
        .has("href=\"sms:6700?&amp;body=BAL\"")
        .has("href=\"tel:611\"");
    story.page("ways", Route::Ways(card), Lang::ZhHant).says(&["用末四碼 4471 的門號傳", "照著念"]);
    story
        .page("ways", Route::Ways(card), Lang::En)
        .says(&["Send from the number ending 4471", "How much data do I have left"]);

    let mut unknown = travel();
    unknown.carrier = Line::parse("Corner Shop Mobile");
    let card = story.card(unknown);
    story
        .page("ways-unknown", Route::Ways(card), Lang::ZhHans)
        .says(&["还不认识这家运营商", "不确定的号码和代码我们不会写"])
        .silent(&["6700", "官网或"])
        .leads(&[Route::EditCard(card)]);
    story.page("ways-unknown", Route::Ways(card), Lang::En).says(&["This carrier isn’t in the list"]);

    // Of a card without texts and calls nobody looks at the texts or calls.
    let mut unknown = travel();
    (unknown.carrier, unknown.form) = (None, CardForm::DataOnly);
    let card = story.card(unknown);
    story
        .page("ways-unknown-data", Route::Ways(card), Lang::ZhHans)
        .says(&["纯流量卡不能发短信", "ICCID 在哪里看"])
        .silent(&["611", "短信，里面常写着", "我还剩多少流量"]);
}

#[test]
fn a_name_is_in_the_language_in_which_it_is_written() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { carrier: Line::parse("cn-mobile"), ..travel() });
    story
        .page("ways-chinese", Route::Ways(card), Lang::En)
        .has("lang=\"zh\" class=\"name\">中国移动")
        .has("lang=\"en\" class=\"name\">www.10086.cn");
}

#[test]
fn without_a_network_what_works_without_one_stands_first() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::NetworkChanged(false));
    let page = story.page("ways-offline", Route::Ways(card), Lang::En);
    page.says(&["No network now.", "When there is a network:"]);
    let (call, later) = (page.html.find("tel:611").unwrap(), page.html.find("When there is a network").unwrap());
    let site = page.html.find("my.ultra.me").unwrap();
    assert!(call < later && later < site);
    story.tell(Msg::NetworkChanged(true));
    story.page("ways", Route::Ways(card), Lang::En).silent(&["No network now.", "When there is a network:"]);
}

#[test]
fn a_data_only_card_is_offered_neither_texts_nor_calls() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { form: CardForm::DataOnly, number: None, ..travel() });
    story
        .page("ways-data-only", Route::Ways(card), Lang::ZhHans)
        .says(&["纯流量卡不能发短信", "ICCID 在哪里看", "my.ultra.me"])
        .silent(&["BAL → 6700", "611", "可以照着念"]);
    story.page("ways-data-only", Route::Ways(card), Lang::ZhHant).says(&["純上網卡不能傳簡訊"]);
    let airalo = Card { form: CardForm::DataOnly, carrier: Line::parse("esim-airalo"), number: None, ..travel() };
    let airalo = story.card(airalo);
    for (lang, says) in [
        (Lang::ZhHans, ["看 App", "在 App Store 或 Google Play 搜“Airalo”，认准官方开发者", "记下看到的数"]),
        (Lang::ZhHant, ["看 App", "在 App Store 或 Google Play 搜尋「Airalo」，認明官方開發者", "記下看到的數字"]),
        (Lang::En, ["Look in the app", "Search the App Store or Google Play for “Airalo”", "Log what it shows"]),
    ] {
        story.page("ways-seller", Route::Ways(airalo), lang).says(&says);
    }
}

#[test]
fn a_card_of_a_seller_of_data_is_offered_neither_texts_nor_calls_whatever_it_was_called() {
    let (mut story, _) = Story::travelling();
    story.directory = Some(
        r#"{"format":1,"read":"2026-11","carriers":[{"id":"esim-airalo","name":"Airalo",
          "check":[{"text":"6700","say":"BAL","sure":"confirmed"},{"call":"611","sure":"confirmed"},
            {"app":"Airalo","sure":"confirmed"}],
          "top_up":[{"dial":"*233","sure":"confirmed"},{"site":"www.airalo.com","sure":"confirmed"}],
          "rules":[{"rule":"data only","sure":"confirmed"}]}]}"#
            .to_owned(),
    );
    let card = Card { form: CardForm::Physical, carrier: Line::parse("esim-airalo"), ..travel() };
    let card = story.card(card);
    let lines = ["6700", "611", "*233"];
    for (lang, says, taps, can) in [
        (Lang::ZhHans, ["纯流量卡不能发短信", "这家卖的是纯流量卡"], ["对吗？", "这条不对"], "我的卡能打电话"),
        (Lang::ZhHant, ["純上網卡不能傳簡訊", "這家賣的是純上網卡"], ["對嗎？", "這條不對"], "我的卡能打電話"),
        (
            Lang::En,
            ["A data-only card has no texts", "This seller’s cards are data only"],
            ["Is it so?", "It is not"],
            "My card can call",
        ),
    ] {
        let page = story.page("ways-seller-of-data", Route::Ways(card), lang);
        page.says(&says).says(&["Airalo"]).silent(&lines);
        // The way to say otherwise is named as it is written on what is to be tapped.
        for tap in taps {
            assert!(page.html.matches(tap).count() >= 2, "{tap}");
        }
        // Where one pays, it leads to where that is said.
        let page = story.page("pay-seller-of-data", Route::Pay(card), lang);
        page.says(&["www.airalo.com", says[1], can]).silent(&lines).leads(&[Route::Ways(card)]);
    }
    let own = Card { form: CardForm::DataOnly, carrier: Line::parse("esim-airalo"), ..travel() };
    let own = story.card(own);
    story
        .page("pay-data-only", Route::Pay(own), Lang::En)
        .says(&["www.airalo.com", "This card is set down as data only", "My card can call"])
        .silent(&["This seller’s cards", "Show the clerk"])
        .leads(&[Route::EditCard(own)]);
    story
        .page("ways-data-only", Route::Ways(own), Lang::En)
        .says(&["A data-only card has no texts", "My card can call"])
        .leads(&[Route::EditCard(own)]);
    // Whoever has such a card that can call says so, and has the ways.
    story.tell(Msg::Reported(card, Tells::NoRule(Remark::parse("data only").unwrap())));
    // Nor does another card of it begin as one of data alone.
    story.tell(Msg::Navigated(Route::AddCard));
    story.tell(Msg::Typed(Field::Carrier, "esim-airalo".to_owned()));
    assert_eq!(story.model.form().unwrap().get(Field::CardForm), "esim");
    story
        .page("ways-denied", Route::Ways(card), Lang::En)
        .says(&["BAL → 6700", "611"])
        .silent(&["This seller’s cards are data only"]);
    story
        .page("pay-denied", Route::Pay(card), Lang::En)
        .says(&["*233", "iPhone won’t dial"])
        .silent(&["This seller’s cards are data only"]);
}

#[test]
fn the_hotline_is_spoken_to_in_its_own_language() {
    let (mut story, _) = Story::travelling();
    for (carrier, tag, said) in [
        ("us-ultra", "en", "“How much data"),
        ("cn-mobile", "zh-Hans", "“我还剩多少流量"),
        ("tw-cht", "zh-Hant", "「我還剩多少流量"),
    ] {
        let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
        let page = story.page("ways-spoken", Route::Ways(card), Lang::ZhHans);
        let marked = page.html.split(said).next().unwrap().rsplit('<').next().unwrap();
        assert!(page.html.contains(said) && marked.contains(&format!("lang=\"{tag}\"")), "{carrier}: {marked}");
    }
}

#[test]
fn a_clerk_is_shown_the_request_in_the_language_of_the_place_and_nothing_else() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::UpdateWaits);
    let page = story.page("clerk", Route::Clerk(card), Lang::ZhHans);
    page.says(&[
        "I would like to top up this number, please.",
        "+1 555 010 4471",
        "我想给这个号码充值。",
        "Ultra Mobile",
    ])
    .says(&["带上护照", "把屏幕调到最亮"])
    .silent(&["新版本已准备好"])
    .leads(&[Route::Pay(card)]);
    assert_eq!(page.html.matches("<a ").count() + page.html.matches("<button").count(), 1, "one way out, nothing else");
    let (english, chinese) = (page.html.find("I would like").unwrap(), page.html.find("我想给").unwrap());
    assert!(english < chinese, "the clerk's language first");
    for (carrier, says, silent) in [
        ("hk-csl", "我想為這個號碼增值。", "I would like"),
        ("tw-cht", "我想幫這個門號儲值。", "增值"),
        ("cn-mobile", "我想给这个号码充值。", "I would like"),
    ] {
        let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
        story.page("clerk-home", Route::Clerk(card), Lang::ZhHans).says(&[says]).silent(&[silent]);
    }
    // Hong Kong's words are its own, and Taiwan's are Taiwan's.
    for (carrier, says, silent) in [
        ("hk-csl", ["電訊商", "計劃", "號碼", "增值"], ["電信業者", "方案", "門號", "我想幫"]),
        ("mo-ctm", ["電訊商", "計劃", "號碼", "增值"], ["電信業者", "方案", "門號", "我想幫"]),
        ("tw-cht", ["電信業者", "方案", "門號", "儲值"], ["電訊商", "計劃", "電話號碼", "增值"]),
    ] {
        let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
        for lang in [Lang::ZhHant, Lang::En] {
            story.page("clerk-words", Route::Clerk(card), lang).says(&says).silent(&silent);
        }
    }
    // Where English is not what clerks read, that is said.
    for (lang, says) in
        [(Lang::ZhHans, "不一定看得懂英文"), (Lang::ZhHant, "不一定看得懂英文"), (Lang::En, "may not read English")]
    {
        for (carrier, foreign) in [
            ("my-celcom", true),
            ("ch-sunrise", true),
            ("jp-iijmio", false),
            ("th-ais", false),
            ("us-ultra", false),
            ("gb-o2", false),
            ("hk-3", false),
        ] {
            let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
            let page = story.page("clerk-foreign", Route::Clerk(card), lang);
            if foreign {
                page.says(&[says, "I would like"])
            } else {
                page.silent(&[says])
            };
        }
    }
    // In a language that is none of the app's the request stands first, and English beneath it.
    for (carrier, tongue, says) in [
        ("jp-iijmio", "ja", "この番号にチャージをお願いします。"),
        ("de-o2", "de", "Ich möchte bitte Guthaben auf diese Nummer aufladen."),
        ("th-ais", "th", "ขอเติมเงินเบอร์นี้ครับ/ค่ะ"),
        ("co-movistar", "es", "Quisiera recargar este número, por favor."),
    ] {
        let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
        let page = story.page("clerk-elsewhere", Route::Clerk(card), Lang::ZhHans);
        let places = [says, "I would like to top up", "+1 555", "我想给这个号码充值"];
        let places = places.map(|says| page.html.replace('\u{a0}', " ").find(says).unwrap());
        assert!(places.is_sorted(), "{carrier}: {places:?}");
        page.has(&format!("<h1 lang=\"{tongue}\">{says}</h1>"));
        assert_eq!(page.html.matches("<h1").count(), 1, "{carrier}");
    }
    let hong_kong = Card { number: None, carrier: Line::parse("hk-csl"), ..travel() };
    let hong_kong = story.card(hong_kong);
    story.page("clerk-bare", Route::Clerk(hong_kong), Lang::ZhHant).says(&["還沒填電話號碼"]);
    let hong_kong = story.card(Card { carrier: Line::parse("hk-cmhk"), ..travel() });
    story.page("ways-hk", Route::Ways(hong_kong), Lang::En).says(&["我還有多少數據可以用？計劃何時到期？"]);
    let bare = story.card(Card { number: None, ..travel() });
    story
        .page("clerk-bare", Route::Clerk(bare), Lang::ZhHant)
        .says(&["卡片裡還沒填門號"])
        .leads(&[Route::EditCard(bare)]);
}

#[test]
fn saved_is_said_when_it_is_on_disk() {
    let (mut story, card) = Story::travelling();
    let effects = story.tell(Msg::Archived(card, true));
    let record = kept(&effects).expect("an archived card is kept");
    story.page("toast", Route::Card(card), Lang::ZhHans).says(&["归档了一张卡 · 正在保存", "撤销"]).silent(&["已保存"]);
    story.tell(Msg::Waited(record.key.clone()));
    story.page("toast", Route::Card(card), Lang::ZhHans).says(&["尚未确认存好"]);
    story.tell(stored(&record, Engine::Local, Ok(())));
    story.page("toast", Route::Card(card), Lang::ZhHans).silent(&["已保存"]);
    story.tell(stored(&record, Engine::Database, Ok(())));
    story.page("toast-saved", Route::Card(card), Lang::ZhHans).says(&["归档了一张卡 · 已保存", "撤销"]);
    story.page("toast-saved", Route::Card(card), Lang::En).says(&["Card archived · Saved", "Undo"]);
    // It does not stand over the calls that the pages for asking and paying offer.
    for route in [Route::Ways(card), Route::Pay(card), Route::RunOut(card)] {
        story.page("toast-away", route, Lang::En).silent(&["Card archived"]);
    }
    story.page("toast-listed", Route::Changes, Lang::En).says(&["Card archived"]);
}

#[test]
fn a_failed_write_is_seen_with_a_way_out() {
    let (mut story, card) = Story::travelling();
    let effects = story.tell(Msg::Pinned(card, true));
    let record = kept(&effects).expect("a pinned card is kept");
    story.tell(stored(&record, Engine::Database, Err(StoreFault::Refused)));
    story.page("weak", Route::Home, Lang::ZhHans).says(&["还没有稳妥保存", "导出全部"]).has("role=\"status\"");
    story.tell(stored(&record, Engine::Local, Err(StoreFault::Full)));
    story.page("unsaved", Route::Home, Lang::En).says(&["Not saved", "storage is full", "Export everything"]);
    story.page("unsaved", Route::Home, Lang::ZhHant).says(&["沒有儲存", "匯出全部"]);
}

#[test]
fn storage_that_does_not_work_is_said_before_anything_is_lost() {
    let mut story = Story::new();
    story.model.stores.local = Err(StoreFault::Refused);
    story.tell(Msg::StoreAnswered(Order::Read(None), Err(StoreFault::Missing)));
    story.page("no-storage", Route::Home, Lang::ZhHans).says(&["这里存不了东西", "无痕窗口", "导出全部", "添加一张卡"]);
    story.tell(Msg::OtherTabWrote(
        Engine::Local,
        vec![Record { key: "simgauge:e:nonsense".to_owned(), line: "?".to_owned() }],
    ));
    story.page("no-storage", Route::Data, Lang::En).says(&["Records that can’t be read: 1", "not deleted"]);
}

#[test]
fn erasing_says_what_goes_and_offers_to_take_it_along() {
    let (mut story, card) = Story::travelling();
    story
        .page("erase-card", Route::Erase(Some(card)), Lang::ZhHans)
        .says(&["彻底清除这张卡", "包括以前的修改", "清除后无法撤销", "导出全部", "先不清除"])
        .leads(&[Route::Card(card)]);
    story.page("erase-card", Route::Erase(Some(card)), Lang::ZhHant).says(&[
        "徹底清除這張卡",
        "清除後無法復原",
        "匯出全部",
    ]);
    story.page("erase", Route::Erase(None), Lang::En).says(&[
        "Erase everything",
        "All cards (1)",
        "can’t be undone",
        "Export everything",
        "Keep it",
    ]);
    story.page("settings", Route::Data, Lang::En).leads(&[Route::Erase(None)]);
    story.page("home", Route::Home, Lang::En).silent(&["no longer holds it"]);
    story.model.wiped = Some(Ok(()));
    story.page("erased", Route::Home, Lang::En).says(&["This browser no longer holds it."]);
    story.model.wiped = Some(Err(StoreFault::Full));
    story.page("not-erased", Route::Home, Lang::ZhHant).says(&["沒有清除乾淨", "下次開啟時會接著清除"]);
}

#[test]
fn no_notice_stands_over_a_form() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::Pinned(card, true));
    story.page("toast-home", Route::Home, Lang::ZhHans).says(&["固定在首页了 ·", "撤销"]);
    story.page("toast-form", Route::TopUp(card), Lang::ZhHans).silent(&["固定在首页了", "撤销"]);
    story.page("toast-list", Route::Changes, Lang::ZhHans).says(&["固定在首页了", "撤销"]);
    let event = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(event));
    story.page("toast-redo", Route::Home, Lang::ZhHans).says(&["撤销了 ·", "重做"]).has("重做刚才撤销的更改");
    story.page("toast-redo", Route::Home, Lang::En).says(&["Redo"]).silent(&["Undo: Undone"]);
}

#[test]
fn so_many_days_from_a_day_that_nobody_named_are_explained() {
    let mut story = Story::new();
    let card = Card { validity: Validity::Days { days: 30, start: Start::FirstUse, from: None }, ..travel() };
    let card = story.card(card);
    // Nothing of it is used yet.
    story.entry(card, 2, check(left(500), Source::App));
    story.page("no-start", Route::Home, Lang::ZhHans).says(&["未知", "30 天 · 从首次使用起", "填上起算的那天"]);
    story.page("no-start", Route::Home, Lang::ZhHant).says(&["30 天 · 從首次使用起", "填上起算日期"]);
    story.page("no-start", Route::Home, Lang::En).says(&["30 days · From first use", "Add the day it started"]);
    story.page("no-start-form", Route::EditCard(card), Lang::ZhHans).says(&["填了这一天，才能算出哪天到期"]);
}

#[test]
fn an_endless_balance_is_as_old_as_the_check_that_says_so() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(Said::Unlimited, Source::App));
    story.page("endless", Route::Home, Lang::ZhHans).says(&["不限量", "1 小时前 · App"]).silent(&["2 小时前 · 短信"]);
}

#[test]
fn the_carriers_of_a_card_s_own_country_stand_first() {
    let (mut story, card) = Story::travelling();
    let first = |story: &mut Story, route: Route| {
        story.page("carriers", route, Lang::En);
        story.tell(Msg::Typed(Field::Carrier, String::new()));
        let html = story.page("carriers", route, Lang::En).html;
        let offered = html.split("aria-label=\"Carrier\"").nth(1).unwrap();
        offered.split("</button>").next().unwrap().rsplit('>').next().unwrap().to_owned()
    };
    let hong_kong = Card { carrier: None, currency: Currency::parse("HKD").unwrap(), ..travel() };
    let hong_kong = story.card(hong_kong);
    assert_eq!(first(&mut story, Route::AddCard), "AT&amp;T Prepaid");
    assert_eq!(first(&mut story, Route::EditCard(card)), "AT&amp;T Prepaid");
    assert_eq!(first(&mut story, Route::EditCard(hong_kong)), "China Mobile Hong Kong");
    // As soon as the form of a new card says which one: by its days, its money or its number.
    story.tell(Msg::Navigated(Route::AddCard));
    for (field, text, offered) in [
        (Field::Zone, "Europe/London", "giffgaff"),
        (Field::Zone, "America/New_York", "AT&amp;T Prepaid"),
        (Field::Number, "+852 6123 4567", "China Mobile Hong Kong"),
        (Field::Number, "0912 345 678", "AT&amp;T Prepaid"),
        (Field::Currency, "TWD", "Chunghwa Telecom prepaid"),
        (Field::Currency, "USD", "AT&amp;T Prepaid"),
    ] {
        story.tell(Msg::Typed(field, text.to_owned()));
        assert_eq!(first(&mut story, Route::AddCard), offered, "{field:?} {text}");
    }
    story.tell(Msg::Typed(Field::Zone, "Europe/London".to_owned()));
    story.tell(Msg::Typed(Field::CarrierName, "lyca".to_owned()));
    let page = story.page("carriers", Route::AddCard, Lang::En).html;
    assert!(
        page.find("Lycamobile UK").unwrap() < page.find("Lycamobile USA").unwrap(),
        "that of the card's days first"
    );
}

#[test]
fn the_first_carriers_are_those_of_where_the_phone_is() {
    for (zone, offered) in [
        ("Asia/Bangkok", "AIS"),
        ("Europe/Berlin", "Telekom Prepaid"),
        ("America/Chicago", "AT&amp;T Prepaid"),
        ("Asia/Taipei", "Chunghwa Telecom prepaid"),
        ("Asia/Hong_Kong", "China Mobile Hong Kong"),
        // From the mainland one travels to America.
        ("Asia/Shanghai", "AT&amp;T Prepaid"),
        ("Asia/Urumqi", "AT&amp;T Prepaid"),
    ] {
        let mut story = Story::new();
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let html = story.page("carriers", Route::AddCard, Lang::En).html;
        let chip = html.split("aria-label=\"Carrier\"").nth(1).unwrap();
        assert_eq!(chip.split("</button>").next().unwrap().rsplit('>').next().unwrap(), offered, "{zone}");
    }
}

#[test]
fn a_carrier_is_searched_for_and_chosen() {
    let mut story = Story::new();
    story
        .page("carrier", Route::AddCard, Lang::ZhHans)
        .says(&["AT&T 预付费", "输入名称或国家，中文英文都行"])
        .silent(&["Cricket"]);
    story.tell(Msg::Typed(Field::CarrierName, "紫卡".to_owned()));
    story
        .page("carrier-found", Route::AddCard, Lang::ZhHans)
        .says(&["Ultra Mobile", "选一家"])
        .silent(&["AT&T", "还有"]);
    // Of many that fit the rest is there on demand.
    story.tell(Msg::Typed(Field::CarrierName, "美国".to_owned()));
    story.page("carrier-many", Route::AddCard, Lang::ZhHans).says(&["AT&T 预付费", "还有 17 家", "SpeedTalk"]);
    story.tell(Msg::Typed(Field::CarrierName, "dtac".to_owned()));
    story.page("carrier-away", Route::AddCard, Lang::ZhHant).says(&["dtac · 泰國"]);
    story.tell(Msg::Typed(Field::CarrierName, "街角小店".to_owned()));
    story
        .page("carrier-unlisted", Route::AddCard, Lang::ZhHant)
        .says(&["名單裡沒有：照輸入的保存，怎麼查可以自己補充；手機自己的統計也能用。"]);
    story.tell(Msg::Typed(Field::Carrier, "th-dtac".to_owned()));
    story
        .page("carrier-chosen", Route::AddCard, Lang::En)
        .says(&["dtac", "Thailand", "Change"])
        .silent(&["街角小店", "Choose one."])
        .has("value=\"THB\" selected");
}

#[test]
fn a_directory_that_cannot_be_had_is_said_and_asked_for_again() {
    let (mut story, card) = Story::travelling();
    story.directory = None;
    story
        .page("ways-missing", Route::Ways(card), Lang::En)
        .says(&["The carrier list could not be fetched.", "Try again", "The phone’s own counter"])
        .silent(&["6700", "not in the list"]);
    for (file, says) in [
        ("<!doctype html>", "运营商资料损坏，没有采用。"),
        (r#"{"format":2}"#, "运营商资料比这个页面新"),
        (
            r#"{"format":1,"read":"2026-11","carriers":[{"id":"us-ultra","name":"Ultra","check":[{}]}]}"#,
            "这家运营商的资料有误",
        ),
        (r#"{"format":1,"read":"2026-11","carriers":[]}"#, "没有找到可靠的查询办法"),
    ] {
        story.model.directory = DirectoryState::Unasked;
        story.directory = Some(file.to_owned());
        story.page("ways-damaged", Route::Ways(card), Lang::ZhHans).says(&[says]).silent(&["6700"]);
    }
    story.model.directory = DirectoryState::Failed(DirectoryFault::NotThere);
    assert_eq!(story.tell(Msg::AskedDirectory), [Effect::FetchDirectory]);
    assert_eq!(story.tell(Msg::AskedDirectory), [], "it is under way");
    story.page("ways-awaited", Route::Ways(card), Lang::ZhHant).says(&["正在讀取電信業者資料…"]);
}

#[test]
fn each_fact_shows_its_source_and_rules_are_sentences() {
    let (mut story, ultra) = Story::travelling();
    story
        .page("ways-sources", Route::Ways(ultra), Lang::En)
        .says(&[
            "Source",
            "Looked up 2026-11",
            "Rules to watch",
            "The plan charges again every 30 days.",
            "T-Mobile US",
        ])
        .has(">www.ultramobile.com/faq/when-do-my-minutes-or-text-mms-messages-expire/<")
        .lacks("href=\"https://www.ultramobile.com/faq");
    let att = story.card(Card { carrier: Line::parse("us-att-prepaid"), ..travel() });
    let page = story.page("ways-att", Route::Ways(att), Lang::ZhHant);
    page.says(&["來源為 2013 年", "儲值 $25 起，效期 90 天。"]);
    // Whose page it is, when it was read and how old that is: in the reader's words, without the notes of
    // whoever looked it up.
    for (lang, says) in [
        (Lang::ZhHans, ["来源 · scratchpad.jp · 查阅于 2026-11", "公开的程序代码", "来源是 2013 年的", "已过 12 年多"]),
        (Lang::ZhHant, ["來源 · scratchpad.jp · 查閱於 2026-11", "公開的程式碼", "來源為 2013 年", "已過 12 年多"]),
        (
            Lang::En,
            ["Source · scratchpad.jp · Looked up 2026-11", "public code", "Source from 2013", "over 12 years old"],
        ),
    ] {
        let page = story.page("ways-dated", Route::Ways(att), lang);
        page.says(&says).says(&["grokipedia.com"]).silent(&["AT&T receipt", "code comment"]);
        // That it is old stands out, and once.
        page.has(&format!("<li class=\"flag\">{}</li>", says[2]));
        assert_eq!(page.text().matches(says[3]).count(), 3, "once of each of three rules: {}", page.text());
    }
    // What is younger than that is dated beside its source.
    let hong_kong = story.card(Card { carrier: Line::parse("hk-cmhk"), ..travel() });
    story.page("ways-young", Route::Ways(hong_kong), Lang::En).says(&["2026-11 · Source from 2023 · over 2 years old"]);
    // A list that nobody has looked through for a year says so.
    story.directory = story.directory.map(|file| file.replace("\"2026-11\"", "\"2025-10\""));
    story.model.directory = DirectoryState::Unasked;
    story.page("ways-old", Route::Ways(ultra), Lang::ZhHans).says(&["查阅于 2025-10 · 已过 1 年多"]);
    story.page("ways-old", Route::Ways(ultra), Lang::En).says(&["Looked up 2025-10 · over 1 year old"]);
    let (sure, doubtful) = (page.html.find("1-800-901-9878").unwrap(), page.html.find("www.att.com/prepaid").unwrap());
    assert!(sure < doubtful, "what is unverified never stands first");
}

#[test]
fn a_fact_that_is_not_for_all_cards_says_so_and_leads_nobody() {
    let mut story = Story::new();
    let card = |story: &mut Story, id: &str| story.card(Card { carrier: Line::parse(id), ..travel() });
    let (us, ais, tello) = (card(&mut story, "us-usmobile"), card(&mut story, "th-ais"), card(&mut story, "us-tello"));
    let page = story.page("ways-some", Route::Ways(us), Lang::ZhHans);
    page.has("<li class=\"flag\">不限量套餐才能用</li>")
        .has("href=\"sms:")
        .lacks("<a class=\"btn small main\" href=\"sms:");
    for (lang, says) in [
        (Lang::ZhHans, ["SIM2Fly 漫游套餐才能用", "在国外漫游时用"]),
        (Lang::ZhHant, ["SIM2Fly 漫遊方案才能用", "在國外漫遊時用"]),
        (Lang::En, ["SIM2Fly roaming plans only", "While roaming abroad"]),
    ] {
        let page = story.page("ways-some", Route::Ways(ais), lang);
        page.says(&says);
        let place = |what: &str| page.html.find(what).unwrap();
        assert!(place("www.ais.th") < place("*111*6#"), "{lang:?}");
    }
    for (lang, says) in [
        (Lang::ZhHans, "没有套餐时：充值后 3 个月内有效。"),
        (Lang::ZhHant, "沒有方案時：儲值後效期 3 個月。"),
        (Lang::En, "Without a plan: A top-up is good for 3 months."),
    ] {
        story.page("rules-some", Route::Ways(tello), lang).says(&[says]);
    }
    let (airalo, visitor) = (card(&mut story, "esim-airalo"), card(&mut story, "jp-bmobile"));
    story.page("rules-buys", Route::Ways(airalo), Lang::ZhHans).says(&["流量剩 10 % 时，自动续订会再买一个套餐"]);
    // What opens over the card alone needs no Wi-Fi, and has none to wait for.
    for route in [Route::Ways(visitor), Route::Pay(visitor)] {
        let page = story.page("ways-own", route, Lang::ZhHans);
        page.says(&["只有用这张卡上网才打得开，Wi‑Fi 不行"]).silent(&["需要流量或 Wi‑Fi", "连上 Wi‑Fi 再用"]);
    }
    // In Hong Kong's words.
    let hong_kong = card(&mut story, "hk-cmhk");
    let page = story.page("rules-hong-kong", Route::Ways(hong_kong), Lang::ZhHant);
    page.says(&["增值 HK$50 起"]).silent(&["儲值 HK$50"]);
}

#[test]
fn a_number_is_called_from_another_country_as_one_of_its_own() {
    let mut story = Story::new();
    story.moment.zone = ZoneName::parse("Asia/Shanghai").unwrap();
    let card = story.card(Card { carrier: Line::parse("us-h2o"), ..travel() });
    for lang in Lang::ALL {
        let page = story.page("ways-abroad", Route::Ways(card), lang);
        page.has("href=\"tel:+18006434926\"").says(&["+1-800-643-4926"]).lacks("tel:1800");
        // What is free there is not said to be free from here, and a short number is one of its network.
        page.silent(&["免费", "免費", "Free"]);
        assert!(page.html.find("tel:+1800").unwrap() < page.html.find("tel:611").unwrap(), "{lang:?}");
    }
    story.moment.zone = ZoneName::parse("America/Chicago").unwrap();
    let page = story.page("ways-home", Route::Ways(card), Lang::En);
    page.says(&["Free"]);
    assert!(page.html.find("tel:611").unwrap() < page.html.find("tel:+1800").unwrap());
}

#[test]
fn sources_are_as_many_and_as_old_as_they_are() {
    let mut story = Story::new();
    let card = |story: &mut Story, id: &str| story.card(Card { carrier: Line::parse(id), ..travel() });
    let (att, metro) = (card(&mut story, "us-att-prepaid"), card(&mut story, "us-tmobile-prepaid"));
    for (lang, says) in [
        (
            Lang::ZhHans,
            [
                "3 个来源，都不够可靠 · 未实测",
                "scratchpad.jp（2013 年）, 公开的程序代码, grokipedia.com",
                "prepaid-phones.t-mobile.com（旧页面）",
            ],
        ),
        (
            Lang::ZhHant,
            [
                "3 個來源，都不夠可靠 · 未實測",
                "scratchpad.jp（2013 年）, 公開的程式碼, grokipedia.com",
                "prepaid-phones.t-mobile.com（舊頁面）",
            ],
        ),
        (
            Lang::En,
            [
                "3 weak sources · not tried on a SIM",
                "scratchpad.jp (2013), public code, grokipedia.com",
                "prepaid-phones.t-mobile.com (old page)",
            ],
        ),
    ] {
        let page = story.page("sources", Route::Ways(att), lang);
        page.says(&says[..2]);
        let dial = page.html.split("class=\"way\"").find(|way| way.contains("tel:*777%23")).unwrap();
        assert!(!dial.contains("一个来源") && !dial.contains("One source"), "{dial}");
        story.page("sources-old", Route::Ways(metro), lang).says(&says[2..]);
    }
}

#[test]
fn what_was_begun_is_offered_again() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::Navigated(Route::TopUp(card)));
    story.tell(Msg::Typed(Field::Data, "1".to_owned()));
    for (lang, words) in [
        (Lang::ZhHans, ["你有一笔没写完的充值 · 美国旅行卡", "继续"]),
        (Lang::ZhHant, ["你有一筆沒寫完的儲值 · 美国旅行卡", "繼續"]),
        (Lang::En, ["You have an unfinished top-up · 美国旅行卡", "Continue"]),
    ] {
        for route in [Route::Home, Route::Cards, Route::Card(card)] {
            story.page("draft", route, lang).says(&words).leads(&[Route::TopUp(card)]);
        }
        // Whoever is busy elsewhere is not called away.
        story.page("draft-elsewhere", Route::Settings, lang).silent(&words[..1]);
    }
    story.tell(Msg::AskedCarrier(card, Source::Text));
    story.page("draft", Route::Home, Lang::En).says(&["did the reply come?", "You have an unfinished top-up"]);
    story.tell(Msg::UpdateWaits);
    story.page("update", Route::Home, Lang::ZhHans).says(&["新版本已准备好", "更新"]);
}

#[test]
fn every_change_can_be_found_and_taken_back() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::Pinned(card, true));
    story.page("changes", Route::Changes, Lang::ZhHans).says(&[
        "添加了一张卡",
        "记了一次余量",
        "1.83 GB",
        "固定在首页了",
        "撤销",
        "美国旅行卡",
    ]);
    story.page("changes", Route::Changes, Lang::En).says(&["Card added", "Balance logged", "Undo"]);
    story
        .page("settings", Route::Settings, Lang::ZhHans)
        .says(&["语言", "外观", "还没有备份过", "隐私", "版本 0.1"])
        .leads(&[Route::Data, Route::Cards]);
    story.page("settings", Route::Settings, Lang::ZhHant).says(&["設定", "資料與備份", "獨立的儲存空間"]);
    story.page("settings", Route::Settings, Lang::En).says(&[
        "Data and backup",
        "a store of its own",
        "Same as device",
    ]);
    story
        .page("data", Route::Data, Lang::ZhHans)
        .says(&["数据存在哪里", "正在确认", "下载备份文件", "从备份恢复", "表格（CSV）", "复制备份文字"])
        .leads(&[Route::Changes, Route::Import, Route::Erase(None), Route::Settings]);
    story.page("data", Route::Data, Lang::ZhHant).says(&["資料存在哪裡", "下載備份檔", "從備份還原", "匯出儲值紀錄"]);
    story.page("data", Route::Data, Lang::En).says(&["Where your data is", "Download the backup", "Export top-ups"]);
}

#[test]
fn what_is_refused_is_answered_in_every_language() {
    let (mut story, _) = Story::travelling();
    for (text, answers) in [
        ("", ["里面什么都没有。", "裡面什麼都沒有。", "There is nothing in it."]),
        ("dear diary", ["不是余量的备份", "不是餘量的備份", "no SIM Gauge backup"]),
        ("{\"format\":\"simgauge-backup\"", ["不完整，或被改动过", "不完整，或被改動過", "incomplete or was altered"]),
        ("{\"format\":\"simgauge-backup\",\"version\":2}", ["更新的版本", "較新的版本", "A newer version"]),
    ] {
        for (lang, answer) in Lang::ALL.into_iter().zip(answers) {
            story.tell(Msg::Navigated(Route::Import));
            story.tell(Msg::Carry(Move::Read(Ok(text.to_owned()))));
            let nothing = ["什么都没有改动。", "什麼都沒有變動。", "Nothing was changed."];
            let place = Lang::ALL.iter().position(|known| *known == lang).unwrap();
            story.page("refused", Route::Import, lang).says(&[answer, nothing[place]]);
        }
    }
}
