//! Topping up, and what is waited for afterwards.

use crate::story::{HOUR, Seen, Story, check, left, travel};
use sim_gauge::app::form::Field;
use sim_gauge::app::{self, Mode, Msg, Route};
use sim_gauge::domain::{
    Arrival, Bucket, Card, CardForm, Check, Currency, Date, DayClock, Decimal, Effect, Fact, KeepRule, Keeping, Line,
    Measure, Money, Source, Start, TopUp, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use std::rc::Rc;

pub(crate) fn pending(data: Option<i64>, dollars: Option<i64>, receipt: &str) -> Fact {
    Fact::TopUp(TopUp {
        data: data.map(crate::story::gb),
        credit: None,
        paid: dollars.map(|sum| Money { figure: Decimal::new(sum, 0).unwrap(), currency: Currency::USD }),
        channel: None,
        effect: Effect::Add,
        expires: None,
        receipt: Line::parse(receipt),
        arrival: Arrival::Pending,
        paid_at: None,
    })
}

#[test]
fn before_paying_one_is_told_what_to_look_at_and_the_ways_to_pay() {
    let (mut story, _) = Story::travelling();
    story.moment.zone = ZoneName::parse("America/New_York").unwrap();
    let card = story.card(Card { carrier: Line::parse("us-att-prepaid"), ..travel() });
    for (lang, words) in [
        (
            Lang::ZhHans,
            ["充值", "付款前，看一眼", "尾号 4471", "续的是原来的套餐还是新套餐", "税", "代充别碰", "我付好了"],
        ),
        (
            Lang::ZhHant,
            ["儲值", "付款前，看一眼", "末四碼 4471", "續的是原方案還是新方案", "稅", "代儲別碰", "我已付款"],
        ),
        (
            Lang::En,
            [
                "Top up",
                "Before you pay",
                "ending 4471",
                "the same plan or another one",
                "tax",
                "chat groups",
                "I have paid",
            ],
        ),
    ] {
        let page = story.page("pay", Route::Pay(card), lang);
        page.says(&words).says(&["*888*PIN#", "5.00 GB", "myAT&T"]).silent(&["0104471", "*777#"]);
        page.leads(&[Route::Clerk(card), Route::WhatIf(card), Route::TopUp(card), Route::Card(card)]);
        let (sure, doubtful) = (page.html.find("tel:611").unwrap(), page.html.find("att.com/prepaid/refill").unwrap());
        assert!(sure < doubtful, "what is unverified never stands first");
    }
    // The number is copied off the screen by whoever asks for it.
    story.tell(Msg::RevealedNumber(true));
    story.page("pay-number", Route::Pay(card), Lang::En).says(&["+1 555 010 4471"]);
    story.tell(Msg::NetworkChanged(false));
    let page = story.page("pay-offline", Route::Pay(card), Lang::En);
    let (call, later) = (page.html.find("tel:611").unwrap(), page.html.find("When there is a network").unwrap());
    assert!(call < later && later < page.html.find("att.com/prepaid/refill").unwrap());
}

#[test]
fn a_carrier_of_which_no_way_to_pay_is_known_still_has_its_checklist() {
    let (mut story, _) = Story::travelling();
    let other = story.card(Card {
        carrier: Line::parse("Corner Shop Mobile"),
        form: CardForm::DataOnly,
        number: None,
        ..travel()
    });
    story.page("pay-unknown", Route::Pay(other), Lang::ZhHans).says(&[
        "付款前，看一眼",
        "订单或卡号（ICCID）没选错",
        "没有找到可靠的充值办法",
        "我付好了",
    ]);
    let (mut late, card) = Story::travelling();
    late.directory = None;
    late.page("pay-without", Route::Pay(card), Lang::ZhHant).says(&[
        "讀不到電信業者資料",
        "再試一次",
        "付款前，看一眼",
    ]);
}

#[test]
fn what_was_paid_waits_in_sight_until_a_check_shows_it() {
    let (mut story, card) = Story::travelling();
    let paid = story.entry(card, 1, pending(Some(300), Some(15), "R-2207"));
    story
        .page("waits", Route::Home, Lang::ZhHans)
        .says(&["充值 +3.00 GB，还没到账", "付款：1 小时前 · R-2207", "到账了", "怎么查"])
        .silent(&["像是到账了", "过了一天"])
        .leads(&[Route::EditEntry(paid)]);
    story.page("waits", Route::Home, Lang::ZhHant).says(&["儲值 +3.00 GB，尚未入帳", "付款：1 小時前"]);
    story.page("waits", Route::Home, Lang::En).says(&[
        "Top-up of +3.00 GB: not there yet",
        "paid 1 h ago",
        "It has arrived",
    ]);

    // More than before, and no other question about why.
    story.entry(card, 0, check(left(470), Source::Text));
    story
        .page("seen", Route::Home, Lang::ZhHans)
        .says(&["付款之后查到的数变多了，像是到账了"])
        .silent(&["没有充值记录"]);
    story.page("seen", Route::Home, Lang::ZhHant).says(&["入帳了嗎？", "看來入帳了"]);
    story.page("seen", Route::Home, Lang::En).says(&["has it arrived?", "it seems to have arrived"]);
    story.tell(Msg::SawArrival(paid));
    story.page("arrived", Route::Home, Lang::En).says(&["4.7 GB"]).silent(&["not there yet", "seems to have arrived"]);
    // When it was paid for is still told.
    for (lang, says) in
        [(Lang::ZhHans, "付款：今天 02:00"), (Lang::ZhHant, "付款：今天 02:00"), (Lang::En, "paid today 02:00")]
    {
        story.page("arrived-paid", Route::Card(card), lang).says(&[says]);
    }
}

#[test]
fn after_a_day_it_says_what_to_do() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, pending(None, Some(15), ""));
    story
        .page("paid", Route::Home, Lang::En)
        .says(&["Top-up of $15.00: not there yet"])
        .silent(&["Not there after a day"]);
    story.moment.now = story.moment.now.plus(24 * HOUR);
    for (lang, words) in [
        (Lang::ZhHans, ["过了一天还没到账", "再查一次", "钱扣了没有", "带着收据", "删掉这一笔"]),
        (Lang::ZhHant, ["過了一天還沒入帳", "再查一次", "扣款了沒有", "帶著收據", "刪掉這一筆"]),
        (Lang::En, ["Not there after a day", "Check again", "was it taken", "Take the receipt", "delete this entry"]),
    ] {
        story.page("late", Route::Home, lang).says(&words);
    }
}

#[test]
fn a_payment_that_failed_is_removed_at_a_tap_and_comes_back_with_another() {
    let (mut story, card) = Story::travelling();
    let paid = story.entry(card, 1, pending(Some(300), Some(15), ""));
    for (lang, says) in
        [(Lang::ZhHans, "没付成，删掉"), (Lang::ZhHant, "沒付成，刪除"), (Lang::En, "It failed: remove it")]
    {
        for route in [Route::Home, Route::Pay(card), Route::RunOut(card)] {
            story.page("failed", route, lang).says(&[says]);
        }
    }
    story.tell(Msg::Navigated(Route::Pay(card)));
    assert!(
        !story.tell(Msg::RemovedEntry(paid)).iter().any(|effect| matches!(effect, sim_gauge::app::Effect::Go { .. }))
    );
    let page = story.page("failed-gone", Route::Pay(card), Lang::En);
    page.silent(&["not there yet"]).says(&["I have paid", "Undo"]).silent(&["paid again"]);
    let undo = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(undo));
    story.page("failed-back", Route::Pay(card), Lang::En).says(&["not there yet"]);
    // What a check shows did not fail.
    story.entry(card, 0, check(left(470), Source::Text));
    story.page("failed-seen", Route::Home, Lang::En).says(&["has it arrived?"]).silent(&["It failed"]);
}

#[test]
fn of_several_late_payments_each_says_its_amount_and_the_advice_stands_once() {
    let (mut story, card) = Story::travelling();
    for (data, sum) in [(Some(300), None), (None, Some(10)), (Some(100), Some(5))] {
        story.entry(card, 30, pending(data, sum, ""));
    }
    for (lang, says, advice) in [
        (Lang::ZhHans, ["充值 +3.00 GB", "充值 $10.00", "充值 +1.00 GB"], "过了一天还没到账，可以这样办"),
        (Lang::ZhHant, ["儲值 +3.00 GB", "儲值 $10.00", "儲值 +1.00 GB"], "過了一天還沒入帳，可以這樣做"),
        (Lang::En, ["Top-up of +3.00 GB", "Top-up of $10.00", "Top-up of +1.00 GB"], "Not there after a day"),
    ] {
        let page = story.page("late-several", Route::Home, lang);
        assert_eq!(page.says(&says).text().matches(advice).count(), 1, "{}", page.text());
    }
}

/// Whether the first words stand before the others.
fn before(page: &Seen, first: &str, then: &str) {
    let text = page.text();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{}: no {words:?} in {text}", page.name));
    assert!(place(first) < place(then), "{}: {then:?} stands before {first:?}", page.name);
}

#[test]
fn while_a_payment_waits_it_comes_first_and_nothing_says_to_pay_again() {
    let (mut story, card) = Story::travelling();
    let mut others = Vec::new();
    for at in 0..3 {
        let mut other = travel();
        other.name = Line::parse(&format!("SIM {at}")).unwrap();
        let other = story.card(other);
        story.entry(other, 2, check(left(400), Source::Text));
        others.push(other);
    }
    let urging = ["记得充值", "怎么充值", "充值之后，在这里记一笔", "给“美国旅行卡”充值"];
    story.entry(card, 0, check(left(0), Source::Text));
    story.page("gone", Route::Home, Lang::ZhHans).says(&["充值之后，在这里记一笔"]).silent(&["还没到账"]);
    story
        .page("gone", Route::Card(card), Lang::ZhHans)
        .says(&["今天：给“美国旅行卡”充值", urging[2]])
        .silent(&["低于提醒线"]);
    story.entry(card, 0, pending(Some(300), Some(15), "R-2207"));

    for hours in [0, 26] {
        story.moment.now = story.moment.now.plus(hours * HOUR);
        let late = if hours > 24 { "过了一天还没到账" } else { "充值 +3.00 GB，还没到账" };
        // The list, and its line about what is urgent, which leads to where the payment stands.
        let list = story.page("waits-list", Route::Home, Lang::ZhHans);
        let waits = if hours > 24 { "一笔充值过了一天还没到账" } else { "一笔充值还没到账" };
        list.says(&["流量用完了", waits]).silent(&urging).leads(&[Route::Card(card)]);
        list.lacks(&format!("href=\"{}\"", Route::RunOut(card).address()));
        assert_eq!(list.text().matches(waits).count(), 2, "{}", list.text());
        before(&list, "美国旅行卡", "SIM 0");
        // It stands before those of which something was logged since.
        story.entry(others[2], 0, check(left(300), Source::Text));
        let list = story.page("waits-list-first", Route::Home, Lang::ZhHans).html;
        let row = |name: &str| list.find(&format!("<b>{name}</b>")).unwrap();
        assert!(row("美国旅行卡") < row("SIM 2") && row("SIM 2") < row("SIM 0"));
        let page = story.page("waits-first", Route::Card(card), Lang::ZhHans);
        page.says(&[late]).silent(&urging).leads(&[Route::RunOut(card)]);
        before(&page, late, "现在怎么办");
        let sheet = story.page("waits-pay", Route::Pay(card), Lang::ZhHans);
        // No second way to write down what waits.
        sheet.silent(&["已经到账，直接记"]);
        sheet.says(&[late, "到账了", "怎么查"]);
        before(&sheet, late, "付款前，看一眼");
        let sheet = story.page("waits-out", Route::RunOut(card), Lang::ZhHans);
        sheet.says(&["到账了", "怎么查"]);
        before(&sheet, late, "流量用完了");
    }
    for (lang, says) in [(Lang::ZhHant, "一筆儲值過了一天尚未入帳"), (Lang::En, "A top-up has not arrived after a day")]
    {
        story.page("waits-list", Route::Home, lang).says(&[says]);
        story.page("waits-first", Route::Card(card), lang).silent(&["記得儲值", "Top up to go on"]);
    }

    // Where another card stands on the first page, it is said there all the same.
    let other = story.card(travel());
    story.tell(Msg::Pinned(other, true));
    let page = story.page("waits-elsewhere", Route::Home, Lang::ZhHans);
    page.says(&["美国旅行卡 · 一笔充值过了一天还没到账"]).leads(&[Route::Card(card)]);
}

#[test]
fn once_it_has_arrived_what_is_low_is_said_again() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 3, check(left(100), Source::Text));
    let paid = story.entry(card, 2, pending(Some(10), None, ""));
    story.entry(card, 0, check(left(5), Source::Text));
    story.page("low-waits", Route::Card(card), Lang::En).silent(&["below your", "Top up to go on", ": top up"]);
    story.tell(Msg::SawArrival(paid));
    story.page("low-again", Route::Card(card), Lang::En).says(&[
        "below your",
        "Today: top up 美国旅行卡",
        "How to top up",
    ]);
}

#[test]
fn a_pasted_confirmation_offers_that_it_has_arrived() {
    let (mut story, card) = Story::travelling();
    let text = "Thank you! $15.00 was added to your account. You have 4.70 GB of data left.";
    let log = Route::Log(Some(card));
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    story.tell(Msg::Navigated(log));
    story.tell(Msg::Typed(Field::Reply, text.to_owned()));
    story.page("confirmed-none", log, Lang::En).says(&["Log a top-up"]).silent(&["It has arrived"]);
    story.entry(card, 1, pending(None, Some(15), ""));
    story.page("confirmed", log, Lang::En).says(&["It has arrived"]).silent(&["Log a top-up"]);
    // Nor is a typed rise a riddle.
    story.tell(Msg::Typed(Field::Mode, "type".to_owned()));
    for (field, text) in [(Field::Said, "left"), (Field::Figure, "4.7"), (Field::Unit, "GB")] {
        story.tell(Msg::Typed(field, text.to_owned()));
    }
    story.page("typed-rise", log, Lang::En).says(&["It has arrived"]).silent(&["Log a top-up"]);
}

#[test]
fn a_text_that_only_confirms_a_top_up_says_so_and_the_button_is_what_to_do_about_it() {
    let (mut story, card) = Story::travelling();
    let log = Route::Log(Some(card));
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    story.tell(Msg::Navigated(log));
    story.tell(Msg::Typed(Field::Reply, "Thank you. 8GB has been added to your plan.".to_owned()));
    let asks =
        ["轻点余量的数字", "輕點剩餘流量的數字", "Tap the figure", "保存（", "儲存（", "Save", "没有可以记下的余量"];
    // Somebody who tries to save all the same is told of nothing wrong.
    story.tell(Msg::Submitted);
    for (lang, says, button) in [
        (Lang::ZhHans, "这条短信说充值到账了", "记一笔充值"),
        (Lang::ZhHant, "這則簡訊說儲值入帳了", "記一筆儲值"),
        (Lang::En, "This says that a top-up has arrived", "Log a top-up"),
    ] {
        let page = story.page("confirms-none", log, lang);
        page.says(&[says]).silent(&asks).silent(&["来源和备注"]).lacks("class=\"wrong\"");
        assert!(page.html.contains(&format!("class=\"btn main\">{button}<")), "{}", page.html);
    }
    story.tell(Msg::StartedTopUp(card));
    let form = story.model.forms.iter().find(|(at, _)| *at == Route::TopUp(card)).map(|(_, form)| form).unwrap();
    assert_eq!((form.get(Field::Data), form.get(Field::DataUnit)), ("8", "GB"));
    story.tell(Msg::Navigated(Route::TopUp(card)));
    story.tell(Msg::Cancelled);

    let paid = story.entry(card, 1, pending(Some(800), Some(15), ""));
    for (lang, button) in [(Lang::ZhHans, "到账了"), (Lang::ZhHant, "入帳了"), (Lang::En, "It has arrived")] {
        let page = story.page("confirms", log, lang);
        page.silent(&asks).silent(&["记一笔充值", "Log a top-up"]).lacks("class=\"wrong\"");
        assert!(page.html.contains(&format!("class=\"btn main\">{button}<")), "{}", page.html);
    }
    // Which of two it is, the amount says.
    let other = story.entry(card, 2, pending(Some(100), None, ""));
    let page = story.page("confirms-two", log, Lang::En);
    page.says(&["It has arrived: +8.00 GB"]).silent(&asks).silent(&["+1.00 GB"]);
    story.tell(Msg::RemovedEntry(other));
    // What says more than that is saved as any other.
    story.tell(Msg::Typed(Field::Reply, "8GB has been added to your plan. You have 9.2 GB of data left.".to_owned()));
    story.page("confirms-more", log, Lang::En).says(&["Save", "It has arrived"]).silent(&["This says that"]);
    story.tell(Msg::Typed(Field::Reply, "Thank you. 8GB has been added to your plan.".to_owned()));
    story.tell(Msg::SawArrival(paid));
    story.page("confirmed-done", Route::Card(card), Lang::En).silent(&["not there yet"]);
}

#[test]
fn what_to_do_is_one_tap_away_when_it_has_run_out() {
    let (mut story, card) = Story::travelling();
    story.page("plenty", Route::Home, Lang::En).silent(&["What to do now"]);
    story.entry(card, 0, check(left(0), Source::Text));
    for (lang, words) in [(Lang::ZhHans, "现在怎么办"), (Lang::ZhHant, "現在怎麼辦"), (Lang::En, "What to do now")]
    {
        story.page("out", Route::Home, lang).says(&[words]).leads(&[Route::RunOut(card)]);
    }
    // Put away, it wants nothing any more.
    let mut away = travel();
    away.archived = true;
    let away = story.card(away);
    story.entry(away, 0, check(left(0), Source::Text));
    story.page("out-away", Route::Card(away), Lang::En).silent(&["What to do now"]);

    // Also from the list of several cards.
    story.page("out-list", Route::Cards, Lang::En).says(&["No data left"]).leads(&[Route::RunOut(card)]);

    let (mut over, card) = Story::travelling();
    over.moment.now = over.moment.now.plus(20 * 24 * HOUR);
    over.page("out-over", Route::Home, Lang::ZhHans).says(&["现在怎么办"]).leads(&[Route::RunOut(card)]);
}

#[test]
fn a_card_that_may_run_out_today_says_so() {
    let mut story = Story::new();
    let card = story.card(travel());
    for day in 0..7 {
        story.entry(card, 2 + day * 24, check(left(20 + day * 80), Source::Text));
    }
    story.page("out-today", Route::Home, Lang::ZhHans).says(&["今天可能用完", "现在怎么办"]);
    story.page("out-today", Route::Home, Lang::ZhHant).says(&["今天可能用完", "現在怎麼辦"]);
    story.page("out-today", Route::Home, Lang::En).says(&["May run out today", "What to do now"]);
    let mut reserved = travel();
    reserved.reserve = Some(crate::story::gb(20));
    story.event(sim_gauge::journal::Change::SavedCard { card, replaces: None, value: Rc::new(reserved) });
    story
        .page("out-reserve", Route::RunOut(card), Lang::ZhHans)
        .says(&["流量还剩 ≈0.14 GB，已经在用 0.20 GB 的预留"])
        .silent(&["设一笔预留"]);
}

#[test]
fn a_card_with_nothing_left_but_its_reserve_leads_to_what_to_do() {
    let mut story = Story::new();
    let card = story.card(Card { reserve: Some(crate::story::gb(50)), ..travel() });
    for (hours, hundredths) in [(15 * 24, 60), (12 * 24, 50), (8 * 24, 42), (5 * 24, 38), (2, 30)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    story
        .page("out-only-reserve", Route::RunOut(card), Lang::ZhHans)
        .says(&["只剩预留的流量", "流量还剩 0.3 GB（2 小时前），已经在用 0.50 GB 的预留：留给地图和消息"])
        .silent(&["设一笔预留"]);
    story.page("out-only-reserve-home", Route::Home, Lang::ZhHans).leads(&[Route::RunOut(card)]);
    // So does the day on which it begins to be used.
    let mut story = Story::new();
    let card = story.card(Card { reserve: Some(crate::story::gb(100)), ..travel() });
    for (hours, hundredths) in [(15 * 24, 130), (12 * 24, 125), (8 * 24, 120), (5 * 24, 115), (24, 110), (2, 98)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    story.page("out-into-reserve", Route::RunOut(card), Lang::ZhHans).says(&["只剩预留的流量"]);
}

#[test]
fn the_page_for_it_works_without_a_network_and_names_what_does() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 0, check(left(0), Source::Text));
    story.tell(Msg::NetworkChanged(false));
    let page = story.page("run-out", Route::RunOut(card), Lang::ZhHans);
    page.says(&[
        "用完了怎么办",
        "流量用完了",
        "Wi‑Fi",
        "电话和短信多半还能用",
        "按手机的时钟，你在中国内地",
        "到了美国",
        "不用流量就能充值的办法",
        "“My prepaid plan has run out. I would like to top up this number, please.”",
        "我的预付费套餐用完了。我想给这个号码充值。",
        "连上 Wi‑Fi 再充值",
        "我付好了",
        "设一笔预留",
    ])
    .has("href=\"tel:911\"")
    .has("href=\"tel:611\"")
    // No shop of another country sells what tops it up.
    .silent(&["便利店"])
    .lacks(&Route::Clerk(card).address())
    .leads(&[Route::Pay(card), Route::EditCard(card)]);
    assert_eq!(page.html.matches("<ol").count(), 1, "numbered steps");
    story.page("run-out", Route::RunOut(card), Lang::ZhHant).says(&[
        "用完了怎麼辦",
        "依手機的時鐘，你在中國大陸",
        "到了美國",
        "設一筆預留",
    ]);
    story.page("run-out", Route::RunOut(card), Lang::En).says(&[
        "When it has run out",
        "By the phone’s clock you are here: Chinese mainland.",
        "the card’s own country: United States",
        "set a reserve",
    ]);
    // Where the card is at home there are shops, and nothing that waits for a network.
    let abroad = std::mem::replace(&mut story.moment.zone, ZoneName::parse("America/Chicago").unwrap());
    for (lang, says) in [(Lang::ZhHans, "便利店"), (Lang::ZhHant, "便利商店"), (Lang::En, "Convenience stores")]
    {
        let page = story.page("run-out-home", Route::RunOut(card), lang);
        page.says(&[says]).silent(&["my.ultra.me"]).leads(&[Route::Clerk(card)]);
    }
    story.moment.zone = abroad;
    // Without the directory it still says what to do.
    story.directory = None;
    story.model.directory = sim_gauge::app::DirectoryState::Unasked;
    story
        .page("run-out-bare", Route::RunOut(card), Lang::En)
        .says(&["the purchase e-mail usually shows a number", "My prepaid plan"]);
}

const NO_LINE: &[&str] = &["多半还能用", "便利店", "照着念", "包装"];

#[test]
fn what_to_do_fits_the_card() {
    let (mut story, _) = Story::travelling();
    for (carrier, form, says, silent) in [
        (
            "tw-cht",
            CardForm::Physical,
            &["110", "119", "「我的預付方案用完了。我想幫這個門號儲值。」"][..],
            &["911"][..],
        ),
        ("hk-csl", CardForm::Physical, &["999", "「我的儲值卡用完了。我想為這個號碼增值。」"], &["911"]),
        ("cn-mobile", CardForm::Physical, &["110", "120", "“我的预付费套餐用完了。我想给这个号码充值。”"], &["999"]),
        ("fr-orange", CardForm::Physical, &["112"], &["911"]),
        ("th-ais", CardForm::Physical, &["号码问当地人"], &["tel:112"]),
        // Whom to call is there beside the shop.
        ("us-lycamobile", CardForm::Physical, &["便利店", "622"], &[]),
        ("us-verizon-prepaid", CardForm::Physical, &["便利店", "*611"], &[]),
        // No shop and no hotline helps a card that only an app tops up, whatever form it was given.
        ("esim-airalo", CardForm::DataOnly, &["这张卡只有流量", "连上 Wi‑Fi 再充值", "号码问当地人"], NO_LINE),
        ("esim-airalo", CardForm::Physical, &["这张卡只有流量", "连上 Wi‑Fi 再充值"], NO_LINE),
        ("街角小店", CardForm::Physical, &["号码问当地人", "便利店"], &["911"]),
    ] {
        let zone = ZoneName::parse("Asia/Hong_Kong").unwrap();
        story.moment.zone = ZoneName::parse("Asia/Dubai").unwrap();
        let card = story.card(Card { carrier: Line::parse(carrier), form, zone, ..travel() });
        story.page("run-out-of", Route::RunOut(card), Lang::ZhHans).says(says).silent(silent);
    }
    // A seller that is at home nowhere has no number of its own, and no shop; where a card is at home nowhere
    // that is known, the phone knows where it is.
    let seller = story.card(Card { carrier: Line::parse("esim-holafly"), ..travel() });
    let unknown = story.card(Card { carrier: Line::parse("街角小店"), zone: ZoneName::utc(), ..travel() });
    for (zone, place, number) in [
        ("Asia/Tokyo", "你在日本", "tel:119"),
        ("America/Chicago", "你在美国", "tel:911"),
        ("Asia/Dubai", "号码问当地人", "tel:112"),
    ] {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        story.page("run-out-where", Route::RunOut(unknown), Lang::ZhHans).says(&[place, "便利店"]).has(number);
        story
            .page("run-out-nowhere", Route::RunOut(seller), Lang::ZhHans)
            .says(&[place, "连上 Wi‑Fi 再充值"])
            .has(number)
            .silent(&["便利店", "给店员看", "这张卡所属"]);
        story.page("pay-nowhere", Route::Pay(seller), Lang::ZhHans).silent(&["给店员看"]);
    }
    let (mut over, card) = Story::travelling();
    over.moment.now = over.moment.now.plus(20 * 24 * HOUR);
    over.page("run-out-over", Route::RunOut(card), Lang::En).says(&["Expired", "calls and texts may be off too"]);
}

#[test]
fn in_an_emergency_it_goes_by_where_the_phone_is() {
    let mut story = Story::new();
    let zone = ZoneName::parse("Asia/Shanghai").unwrap();
    let card = story.card(Card { carrier: Line::parse("cn-mobile"), zone, ..travel() });
    let mut numbers = |zone: &str| {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let page = story.page("run-out-emergency", Route::RunOut(card), Lang::En);
        let calls = page.html.split("tel:").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        let known = |number: &String| ["112", "911", "110", "120", "119", "999"].contains(&number.as_str());
        (calls.filter(known).collect::<Vec<_>>(), page)
    };
    let (calls, page) = numbers("America/New_York");
    assert_eq!(calls, ["911", "110", "120", "119"], "where the phone is first");
    page.says(&["you are here: United States.", "Only when you are in the card’s own country: Chinese mainland"]);
    let (calls, page) = numbers("Asia/Shanghai");
    assert_eq!(calls, ["110", "120", "119"]);
    page.says(&["Chinese mainland: emergency calls are free"]).silent(&["you are here", "Only when"]);
    // Nobody vouches for a number of Thailand: those of the card's country are not the answer there.
    let (calls, page) = numbers("Asia/Bangkok");
    assert_eq!(calls, ["112", "110", "120", "119"], "what holds anywhere first");
    page.says(&["with no time to ask, dial 112", "Only when you are in the card’s own country: Chinese mainland"]);
    // Nor is it known whose numbers hold where a clock goes that no country here has.
    let (calls, _) = numbers("UTC");
    assert_eq!(calls, ["112", "110", "120", "119"]);
    let (calls, page) = numbers("Asia/Dubai");
    assert_eq!(calls, ["112", "110", "120", "119"]);
    page.says(&["with no time to ask, dial 112", "Only when you are in the card’s own country: Chinese mainland"])
        .silent(&["you are here", "Chinese mainland: emergency calls are free"]);
}

#[test]
fn a_dollar_is_american_only_where_the_days_end_in_the_united_states() {
    let mut story = Story::new();
    for (zone, known) in [
        ("America/Denver", true),
        ("America/Puerto_Rico", true),
        ("Pacific/Honolulu", true),
        ("America/Mexico_City", false),
        ("America/Guatemala", false),
        ("America/Bogota", false),
        ("America/Toronto", false),
    ] {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let card = story.card(Card { zone: story.moment.zone.clone(), carrier: None, ..travel() });
        let page = story.page("run-out-dollars", Route::RunOut(card), Lang::En);
        if known {
            page.says(&["United States: emergency calls are free"]).has("tel:911").lacks("tel:112");
        } else {
            page.silent(&["United States"]);
        }
        // Nobody vouches for the numbers of these.
        if !known && zone != "America/Toronto" {
            page.says(&["Ask locally for the number"]).has("tel:112").lacks("tel:911");
        }
    }
}

#[test]
fn what_nobody_vouches_for_is_called_so_where_it_stands_first() {
    let (mut story, _) = Story::travelling();
    let zone = ZoneName::parse("Asia/Tokyo").unwrap();
    let card = story.card(Card { carrier: Line::parse("jp-softbank"), zone, ..travel() });
    let page = story.page("run-out-doubtful", Route::RunOut(card), Lang::En);
    page.has("href=\"tel:1400\"");
    assert!(page.html.contains("<li class=\"flag\">Unverified</li>"), "the mark of a caution");
    story.page("ways-doubtful", Route::Ways(card), Lang::En).has("<li class=\"flag\">Unverified</li>");
}

#[test]
fn a_card_of_hong_kong_is_spoken_of_in_the_words_of_hong_kong() {
    let (mut story, taiwan) = Story::travelling();
    story.moment.zone = ZoneName::parse("Asia/Hong_Kong").unwrap();
    let card = story.card(Card { carrier: Line::parse("hk-csl"), ..travel() });
    for (route, says) in [
        (Route::Pay(card), &["增值的方法", "網址自己輸入，不點短訊裡的連結", "電話號碼"][..]),
        (Route::RunOut(card), &["電話和短訊", "增值券", "便利店", "酒店"]),
    ] {
        let page = story.page("hong-kong", route, Lang::ZhHant);
        page.says(says).silent(&["儲值的", "代儲", "簡訊", "門號", "流量", "便利商店", "飯店"]);
    }
    // The button that leads there stands on a page in the words of Taiwan, and is found again in the title.
    let button = story.page("hong-kong-card", Route::Card(card), Lang::ZhHant);
    assert!(button.html.contains("儲值") && !button.html.contains("增值"));
    story.page("hong-kong", Route::Pay(card), Lang::ZhHant).has("<h1>儲值（增值）</h1>");
    story.page("taiwan", Route::Pay(taiwan), Lang::ZhHant).has("<h1>儲值</h1>");
    // Nor is one sheet in two tongues without a network.
    story.tell(Msg::NetworkChanged(false));
    let page = story.page("hong-kong-offline", Route::Ways(card), Lang::ZhHant);
    page.says(&["現在沒有網絡。先列出不用數據的方法。"]).silent(&["有網路時", "流量"]);
    story.tell(Msg::NetworkChanged(true));
    // A name stays as its owner gave it.
    let named = Card { name: Line::parse("華龍儲值卡").unwrap(), number: None, ..travel() };
    let named = story.card(Card { carrier: Line::parse("hk-3"), ..named });
    story.page("hong-kong-named", Route::Ways(named), Lang::ZhHant).says(&["自己選「華龍儲值卡」的電話號碼"]);
    // Whoever reads 简体 or English reads their own.
    story.page("hong-kong", Route::Pay(card), Lang::ZhHans).says(&["充值的办法"]).silent(&["增值", "短訊"]);
    story.page("taiwan", Route::Pay(taiwan), Lang::ZhHant).says(&["儲值的方法", "門號"]).silent(&["增值", "短訊"]);
}

#[test]
fn what_to_look_at_before_paying_can_be_ticked_and_one_button_says_that_it_is_paid() {
    let (mut story, card) = Story::travelling();
    for (lang, plan, paid) in [
        (Lang::ZhHans, "现在的套餐：5.00 GB", "我付好了"),
        (Lang::ZhHant, "目前的方案：5.00 GB", "我已付款"),
        (Lang::En, "Your plan now: 5.00 GB", "I have paid"),
    ] {
        let page = story.page("look", Route::Pay(card), lang);
        page.says(&[plan]);
        assert_eq!(page.html.matches("type=\"checkbox\"").count(), 5, "{lang:?}");
        assert_eq!(page.html.matches(paid).count(), 1, "{lang:?}");
    }
}

#[test]
fn what_is_for_roaming_alone_comes_last_at_home() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { carrier: Line::parse("cn-mobile"), ..travel() });
    for (zone, last) in [("Asia/Shanghai", true), ("America/New_York", false)] {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let page = story.page("roaming-line", Route::Ways(card), Lang::ZhHans);
        page.says(&["在国外漫游时用", "不用等回复"]);
        let place = |words: &str| page.html.find(words).unwrap();
        assert_eq!(place(">+86 138 0010 0186<") > place(">www.10086.cn<"), last, "{zone}");
        // One way is the first to take, and that is the green one.
        let main: Vec<&str> = page.html.split('<').filter(|tag| tag.contains("\"btn small main\"")).collect();
        let way = if last { "tel:10086" } else { "tel:+8613800100186" };
        assert!(main.len() == 1 && main[0].contains(way), "{zone}: {main:?}");
        // Abroad it is the first, and the hotline is called by the number that works there.
        assert_eq!(place(">+86 138 0010 0186<") < place("CXLL"), !last, "{zone}");
        let (own, from_abroad) = ("href=\"tel:10086\"", "href=\"tel:+8610086\"");
        page.has(if last { own } else { from_abroad }).lacks(if last { from_abroad } else { own });
        page.says(&[if last { "从国外拨 +86 10086" } else { "在当地拨 10086" }]);
    }
    // The same on the page for when it has run out, where at home it is none.
    for (zone, order) in
        [("America/New_York", ["tel:+8613800100186", "tel:+8610086\""]), ("Asia/Shanghai", ["tel:10086\"", "</html>"])]
    {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let page = story.page("roaming-out", Route::RunOut(card), Lang::ZhHans);
        let place = |link: &str| page.html.find(link);
        assert!(place(order[0]).is_some_and(|first| place(order[1]).is_none_or(|then| first < then)), "{zone}");
        assert_eq!(place("tel:+8613800100186").is_some(), zone == "America/New_York");
        // The text tells how much is left and nothing else.
        page.lacks("sms:10086");
        let main: Vec<&str> = page.html.split('<').filter(|tag| tag.contains("\"btn small main\"")).collect();
        assert!(main[0].contains(order[0]), "{zone}: {main:?}");
        assert_eq!(main.iter().filter(|tag| tag.starts_with("a ")).count(), 1, "{zone}: {main:?}");
    }
    story.moment.zone = ZoneName::parse("Asia/Urumqi").unwrap();
    let page = story.page("roaming-line", Route::Ways(card), Lang::ZhHans);
    let place = |words: &str| page.html.find(words).unwrap();
    assert!(place(">+86 138 0010 0186<") > place(">www.10086.cn<"), "another zone of the same country");
    story.moment.zone = ZoneName::parse("Asia/Dubai").unwrap();
    story.page("roaming-line", Route::Ways(card), Lang::ZhHans).has("href=\"tel:10086\"");
}

/// The one way of a page that is offered before the others.
fn offered(page: &Seen) -> &str {
    let mut main = page.html.split('<').filter(|tag| tag.starts_with("a ") && tag.contains("\"btn small main\""));
    main.next().filter(|_| main.next().is_none()).unwrap_or_else(|| panic!("{}: {}", page.name, page.html))
}

/// Where each of these stands in a page.
fn places<const N: usize>(page: &Seen, words: [&str; N]) -> [usize; N] {
    words.map(|words| page.html.find(words).unwrap_or_else(|| panic!("{}: no {words:?} in {}", page.name, page.text())))
}

#[test]
fn a_card_without_data_puts_what_needs_it_behind_and_says_why() {
    let (mut story, card) = Story::travelling();
    story.moment.zone = ZoneName::parse("America/New_York").unwrap();
    let says = ["这张卡现在上不了网", "這張卡現在不能上網", "This card has no data now"];
    let langs = [Lang::ZhHans, Lang::ZhHant, Lang::En];
    // While it has data, nothing of the kind.
    for (lang, says) in langs.into_iter().zip(says) {
        let page = story.page("ways-data", Route::Ways(card), lang);
        let [site, call] = places(&page, [">my.ultra.me<", ">611<"]);
        assert!(site < call, "what is well sourced stands before what one source says");
        page.silent(&[says]);
    }
    let over = |story: &mut Story, after: i64| story.moment.now = story.moment.now.plus(after * HOUR);
    for expired in [false, true] {
        if expired {
            over(&mut story, 24 * 30);
        } else {
            story.entry(card, 0, check(left(0), Source::Text));
        }
        for (lang, says) in langs.into_iter().zip(says) {
            for route in [Route::Ways(card), Route::Pay(card)] {
                let page = story.page("ways-out", route, lang);
                let [call, why, site] = places(&page, ["tel:611", says, "https://my.ultra.me"]);
                assert!(call < why && why < site, "{}", page.text());
            }
            let off = ["电话和短信也可能停了", "電話和簡訊也可能停了", "calls and texts may be off too"];
            let page = story.page("ways-over", Route::Ways(card), lang);
            assert_eq!(off.iter().any(|off| page.text().contains(off)), expired, "{}", page.text());
        }
    }
    // Without a network that is the reason.
    story.tell(Msg::NetworkChanged(false));
    story.page("ways-offline", Route::Ways(card), Lang::En).says(&["When there is a network"]).silent(&[says[2]]);
    story.tell(Msg::NetworkChanged(true));
    // Where nothing else is known, what the phone may reach otherwise is still the first.
    let seller = story.card(Card { carrier: Line::parse("esim-globalesim"), number: None, ..travel() });
    story.entry(seller, 1, check(left(0), Source::App));
    let page = story.page("ways-seller", Route::Ways(seller), Lang::En);
    assert!(page.says(&[says[2]]).text().contains("GlobaleSIM") && offered(&page).contains("globalesim.app"));
}

#[test]
fn abroad_the_sheet_says_so_and_what_works_from_there_stands_first() {
    let (mut story, card) = Story::travelling();
    let says = [
        (Lang::ZhHans, "按手机的时钟，你在国外"),
        (Lang::ZhHant, "依手機的時鐘，你在國外"),
        (Lang::En, "By the phone’s clock you are abroad"),
    ];
    for (lang, says) in says {
        story.moment.zone = ZoneName::parse("Asia/Tokyo").unwrap();
        let page = story.page("ways-away", Route::Ways(card), lang);
        let [site, text] = places(&page, [">my.ultra.me<", "sms:6700"]);
        assert!(site < text, "{}", page.text());
        assert!(offered(page.says(&[says])).contains("https://my.ultra.me"));
        story.moment.zone = ZoneName::parse("America/Chicago").unwrap();
        let page = story.page("ways-home", Route::Ways(card), lang);
        let [site, text] = places(&page, [">my.ultra.me<", "sms:6700"]);
        assert!(text < site, "{}", page.text());
        page.silent(&[says]);
    }
    // A shop is no way to pay there, nor is there a clerk to be shown anything.
    let att = story.card(Card { carrier: Line::parse("us-att-prepaid"), ..travel() });
    let page = story.page("pay-home", Route::Pay(att), Lang::En);
    page.says(&["Buy a refill in a shop", "in its app or in a shop"]).leads(&[Route::Clerk(att)]);
    story.moment.zone = ZoneName::parse("Europe/Paris").unwrap();
    let page = story.page("pay-away", Route::Pay(att), Lang::En);
    page.silent(&["shop"]).lacks(&Route::Clerk(att).address());
}

#[test]
fn where_nobody_vouches_for_any_way_that_is_said_and_the_phones_counter_comes_first() {
    let (mut story, known) = Story::travelling();
    let lyca = story.card(Card { carrier: Line::parse("us-lycamobile"), ..travel() });
    for (lang, says, counter) in [
        (Lang::ZhHans, "下面这些都没有核实过", "手机自己的统计"),
        (Lang::ZhHant, "下面這些都沒有查證過", "手機自己的統計"),
        (Lang::En, "Nobody has verified these", "The phone’s own counter"),
    ] {
        let page = story.page("ways-unverified", Route::Ways(lyca), lang);
        let place = |words: &str| page.html.find(words).unwrap();
        page.says(&[says]);
        let summary = format!("<summary>{counter}");
        assert!(place(&summary) < place(">622<"), "{lang:?}");
        assert_eq!(page.html.matches(&summary).count(), 1);
        story.page("ways-verified", Route::Ways(known), lang).silent(&[says]).says(&[counter]);
        // So it is where one pays, and where it has run out: there the counter is no help.
        let page = story.page("pay-unverified", Route::Pay(lyca), lang);
        page.says(&[says]).silent(&[counter]);
        story.page("out-unverified", Route::RunOut(lyca), lang).says(&[says]).silent(&[counter]);
        for route in [Route::Pay(known), Route::RunOut(known)] {
            story.page("pay-verified", route, lang).silent(&[says]);
        }
    }
}

#[test]
fn without_a_network_the_phones_counter_comes_before_what_waits_for_one() {
    let (mut story, known) = Story::travelling();
    let only_apps = ["hk-csl", "us-googlefi", "esim-saily"].map(|carrier| {
        let number = travel().number.filter(|_| carrier != "esim-saily");
        (story.card(Card { carrier: Line::parse(carrier), number, ..travel() }), carrier)
    });
    for online in [true, false] {
        story.tell(Msg::NetworkChanged(online));
        for (lang, says, counter, later) in [
            (Lang::ZhHans, "下面这些都没有核实过", "手机自己的统计", "有网络时再用"),
            (Lang::ZhHant, "下面這些都沒有查證過", "手機自己的統計", "時再用"),
            (Lang::En, "Nobody has verified these", "The phone’s own counter", "When there is a network"),
        ] {
            for (card, carrier) in &only_apps {
                let page = story.page("ways-only-apps", Route::Ways(*card), lang);
                let place =
                    |words: &str| page.html.find(words).unwrap_or_else(|| panic!("{carrier} {lang:?}: {words}"));
                let counter = place(&format!("<summary>{counter}"));
                assert!(counter < place("<li class=\"way\""), "{carrier} {lang:?}");
                assert!(counter < place(says), "{carrier} {lang:?}");
                assert!(online || place(says) < place(later), "{carrier} {lang:?}");
            }
            // What works as things are comes before it, and what waits behind it.
            let page = story.page("ways-counter", Route::Ways(known), lang);
            let place = |words: &str| page.html.find(words).unwrap();
            let counter = place(&format!("<summary>{counter}"));
            assert!(place("sms:6700") < counter);
            assert!(online || counter < place(later));
        }
    }
}

#[test]
fn a_travel_esim_without_a_number_is_not_told_to_call() {
    let mut story = Story::new();
    let seller = |number| Card { carrier: Line::parse("esim-saily"), form: CardForm::Esim, number, ..travel() };
    let card = story.card(seller(None));
    for (lang, says, not, out) in [
        (Lang::ZhHans, "旅行 eSIM 多半只有流量", "电话和短信多半还能用", "旅行 eSIM 多半只有流量：靠 Wi‑Fi"),
        (Lang::ZhHant, "旅行 eSIM 多半只能上網", "電話和簡訊應該還能用", "旅行 eSIM 多半只能上網：靠 Wi‑Fi"),
        (
            Lang::En,
            "Travel eSIMs are mostly data only",
            "calls and texts likely still work",
            "mostly data only: use Wi‑Fi",
        ),
    ] {
        story.page("travel-ways", Route::Ways(card), lang).says(&[says, "ICCID"]).leads(&[Route::EditCard(card)]);
        story.page("travel-out", Route::RunOut(card), lang).says(&[out]).silent(&[not]);
    }
    // One that has a number can call.
    let card = story.card(seller(travel().number));
    story.page("travel-ways", Route::Ways(card), Lang::ZhHans).silent(&["多半只有流量", "ICCID"]);
    story.page("travel-out", Route::RunOut(card), Lang::ZhHans).says(&["电话和短信多半还能用"]);
}

#[test]
fn a_travel_esim_is_paid_for_by_its_order_in_an_app_and_at_no_shop() {
    let mut story = Story::new();
    for carrier in ["esim-saily", "esim-airalo", "esim-holafly"] {
        let card = Card { carrier: Line::parse(carrier), form: CardForm::Esim, number: None, ..travel() };
        let card = story.card(card);
        for (lang, says, silent, unverified) in [
            (
                Lang::ZhHans,
                ["订单或卡号（ICCID）没选错", "在官网或官方 App 付", "我付好了"],
                ["号码或", "正规商店", "便利店", "给店员看"],
                "下面这些都没有核实过",
            ),
            (
                Lang::ZhHant,
                ["訂單或卡號（ICCID）沒選錯", "在官網或官方 App 付款", "我已付款"],
                ["門號或", "正規商店", "門市", "給店員看"],
                "下面這些都沒有查證過",
            ),
            (
                Lang::En,
                ["The right order", "on the seller’s own site or in its app", "I have paid"],
                ["right number", "shop", "Shop", "clerk"],
                "Nobody has verified these",
            ),
        ] {
            let page = story.page("pay-travel", Route::Pay(card), lang);
            page.says(&says).silent(&silent).lacks("sms:").lacks("tel:");
            if carrier == "esim-saily" {
                page.says(&["Saily", "saily.com", unverified]);
                let out = story.page("out-travel", Route::RunOut(card), lang);
                out.says(&["saily.com", unverified]).silent(&silent[1..]);
            }
        }
    }
}

#[test]
fn a_link_cannot_choose_the_line_and_that_is_said_once() {
    let (mut story, card) = Story::travelling();
    let nameless = story.card(Card { number: None, ..travel() });
    let seller = story.card(Card { form: CardForm::DataOnly, ..travel() });
    for (lang, says, tail, name) in [
        (Lang::ZhHans, "链接选不了用哪张", "自己选尾号 4471", "自己选“美国旅行卡”的号码"),
        (Lang::ZhHant, "連結選不了用哪個", "自己選末四碼 4471", "自己選「美国旅行卡」的門號"),
        (Lang::En, "a link cannot choose", "pick the one ending 4471", "pick the number of 美国旅行卡"),
    ] {
        for route in [Route::Ways(card), Route::Pay(card), Route::RunOut(card)] {
            let page = story.page("line", route, lang);
            page.says(&[says, tail]);
            assert_eq!(page.html.matches(says).count(), 1, "{lang:?}");
        }
        story.page("line-nameless", Route::Ways(nameless), lang).says(&[says, name]);
        story.page("line-none", Route::Ways(seller), lang).silent(&[says]);
    }
}

#[test]
fn advice_stands_where_it_matters() {
    // Too much is used for the day through which it should last.
    let mut story = Story::new();
    let card = story.card(Card { needed_until: Date::new(2026, 12, 4), ..travel() });
    for (hours, hundredths) in [(200, 500), (150, 350), (100, 250), (2, 150)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (lang, words) in [
        (Lang::ZhHans, ["怎么省流量", "低数据模式", "流量节省程序"]),
        (Lang::ZhHant, ["怎麼省流量", "低數據模式", "數據節省模式"]),
        (Lang::En, ["How to save data", "Low Data Mode", "Data Saver"]),
    ] {
        story.page("save", Route::Home, lang).says(&words).silent(&["数据漫游", "數據漫遊", "data roaming"]);
    }
    // A hotspot makes that worse, and has settings of its own; so has a card with data for one.
    let hotspot = ["要开热点？", "要開熱點？", "Sharing a hotspot?"];
    let shares = story.card(Card { plan: None, ..travel() });
    let data = |bucket| Measure { bucket, said: left(300) };
    let measures = vec![data(Bucket::General), data(Bucket::Hotspot)];
    let both = Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false };
    story.entry(shares, 2, Fact::Check(both));
    let plain = story.card(travel());
    for (lang, says) in [Lang::ZhHans, Lang::ZhHant, Lang::En].into_iter().zip(hotspot) {
        for route in [Route::Card(card), Route::Card(shares)] {
            story.page("save-hotspot", route, lang).says(&[says]).leads(&[Route::Trip]);
        }
        story.page("save-none", Route::Card(plain), lang).silent(&[says]);
    }

    // A number at home, while its owner is not.
    let (mut calm, _) = Story::travelling();
    let keeping = Some(Keeping { rule: KeepRule::Activity { days: 90 }, grace: 0, from: Date::new(2026, 11, 1) });
    let home = calm.card(Card { keeping, validity: Validity::Unknown, ..travel() });
    for (lang, words) in [
        (Lang::ZhHans, ["数据漫游关掉", "蜂窝网络 → 选这张卡"]),
        (Lang::ZhHant, ["數據漫遊關掉", "行動服務 → 選這張卡"]),
        (Lang::En, ["data roaming off", "Cellular → this line"]),
    ] {
        calm.page("roaming", Route::Card(home), lang).says(&words);
    }
    calm.moment.device = calm.moment.offsets(&travel().zone).clone();
    calm.page("roaming-home", Route::Card(home), Lang::En).silent(&["data roaming off"]);
    // The card from where one lives, while the phone is in another country; not one that is used there.
    let zone = ZoneName::parse("Asia/Hong_Kong").unwrap();
    let hong_kong = calm.card(Card { carrier: Line::parse("hk-csl"), zone, ..travel() });
    for (zone, roams) in [("America/Chicago", true), ("Asia/Shanghai", true), ("Asia/Hong_Kong", false)] {
        calm.moment.zone = ZoneName::parse(zone).unwrap();
        let page = calm.page("roaming-card", Route::Card(hong_kong), Lang::En);
        if roams {
            // Nothing is asked that the clock knows.
            page.says(&["Abroad, turn this card’s data roaming off"])
        } else {
            page.silent(&["data roaming off"])
        };
    }
    calm.moment.zone = ZoneName::parse("America/Chicago").unwrap();
    calm.entry(hong_kong, 2, check(left(150), Source::Text));
    calm.page("roaming-used", Route::Card(hong_kong), Lang::En).silent(&["data roaming off"]);
}

#[test]
fn who_has_run_out_abroad_is_sent_to_wifi_before_a_call_that_roams() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { carrier: Line::parse("us-tmobile-prepaid"), ..travel() });
    for (lang, [wifi, calls, roams]) in [
        (Lang::ZhHans, ["连上 Wi‑Fi 再充值", "不用流量就能充值的办法", "电话和短信可能按漫游收费"]),
        (Lang::ZhHant, ["連上 Wi‑Fi 再儲值", "不用流量就能儲值的方法", "電話和簡訊可能按漫遊計費"]),
        (Lang::En, ["Top up over Wi‑Fi", "Ways to top up without data", "calls and texts may cost roaming"]),
    ] {
        story.moment.zone = ZoneName::parse("Asia/Tokyo").unwrap();
        let page = story.page("out-abroad", Route::RunOut(card), lang);
        let [first, second, says] = places(&page, [wifi, calls, roams]);
        assert!(first < second && second < says, "{lang:?}");
        story.moment.zone = ZoneName::parse("America/Chicago").unwrap();
        story.page("out-home", Route::RunOut(card), lang).says(&[calls]).silent(&[wifi, roams]);
    }
    // In Thailand its code tells how much is left and nothing else.
    let card = story.card(Card { carrier: Line::parse("th-ais"), ..travel() });
    story.moment.zone = ZoneName::parse("Asia/Bangkok").unwrap();
    story.page("ways-usage", Route::Ways(card), Lang::En).says(&["*111*6#"]);
    story.page("out-usage", Route::RunOut(card), Lang::En).silent(&["*111*6#"]);
}

#[test]
fn nobody_is_said_to_have_verified_only_what_nobody_did() {
    let (mut story, _) = Story::travelling();
    story.moment.zone = ZoneName::parse("Asia/Taipei").unwrap();
    // Its rows have a source, if an old one.
    let card = story.card(Card { carrier: Line::parse("tw-cht"), ..travel() });
    for (lang, says) in
        [(Lang::ZhHans, "都没有核实过"), (Lang::ZhHant, "都沒有查證過"), (Lang::En, "Nobody has verified")]
    {
        for route in [Route::Ways(card), Route::Pay(card), Route::RunOut(card)] {
            story.page("verified", route, lang).silent(&[says]);
        }
    }
}

#[test]
fn an_esim_is_not_to_be_deleted_with_its_card() {
    let (mut story, esim) = Story::travelling();
    let plastic = story.card(Card { form: CardForm::Physical, ..travel() });
    for (lang, words) in
        [(Lang::ZhHans, "eSIM 先别删"), (Lang::ZhHant, "eSIM 先別刪"), (Lang::En, "Keep the eSIM on the phone")]
    {
        story.page("esim", Route::Card(esim), lang).silent(&[words]);
        story.page("erase-esim", Route::Erase(Some(esim)), lang).says(&[words]);
        story.page("erase-plastic", Route::Erase(Some(plastic)), lang).silent(&[words]);
        story.tell(Msg::Archived(esim, true));
        story.page("archived-esim", Route::Card(esim), lang).says(&[words]);
        story.tell(Msg::Archived(esim, false));
        // Where one would put it away, or get another one.
        story.page("edit-esim", Route::EditCard(esim), lang).says(&[words]);
        story.page("edit-plastic", Route::EditCard(plastic), lang).silent(&[words]);
        story.page("out-esim", Route::RunOut(esim), lang).says(&[words]);
        story.page("out-plastic", Route::RunOut(plastic), lang).silent(&[words]);
    }
    // A card for data alone is one, but where a carrier sells it that is at home somewhere.
    for (carrier, profile) in [("esim-airalo", true), ("jp-bmobile", false)] {
        let card = story.card(Card { form: CardForm::DataOnly, carrier: Line::parse(carrier), ..travel() });
        let page = story.page("out-data", Route::RunOut(card), Lang::ZhHans);
        assert_eq!(page.text().contains("eSIM 先别删"), profile, "{carrier}");
    }
    story.moment.now = story.moment.now.plus(30 * 24 * HOUR);
    for (lang, words) in
        [(Lang::ZhHans, "eSIM 先别删"), (Lang::ZhHant, "eSIM 先別刪"), (Lang::En, "Keep the eSIM on the phone")]
    {
        story.page("expired-esim", Route::Card(esim), lang).says(&[words]);
        story.page("expired-plastic", Route::Card(plastic), lang).silent(&[words]);
    }
}

#[test]
fn a_hotspot_day_and_a_text_with_a_link_are_warned_about() {
    let (mut story, card) = Story::travelling();
    // What a computer, a phone that joins and the one that shares can set.
    for (lang, words) in [
        (
            Lang::ZhHans,
            [
                "按流量计费的连接",
                "连热点的手机",
                "ⓘ → 低数据模式",
                "齿轮 → 按流量计费",
                "开热点的手机",
                "蜂窝数据选项",
                "自动关闭热点",
            ],
        ),
        (
            Lang::ZhHant,
            [
                "計量付費連線",
                "連熱點的手機",
                "ⓘ → 低數據模式",
                "齒輪 → 計量付費",
                "開熱點的手機",
                "行動數據選項",
                "自動關閉無線基地台",
            ],
        ),
        (
            Lang::En,
            [
                "Metered connection",
                "The phone that joins",
                "ⓘ beside the hotspot → Low Data Mode",
                "Treat as metered",
                "The phone that shares",
                "Cellular Data Options",
                "Turn off hotspot automatically",
            ],
        ),
    ] {
        story.tell(Msg::Navigated(Route::Trip));
        story.tell(Msg::Typed(Field::Hotspot, "60".to_owned()));
        story.page("trip-hotspot", Route::Trip, lang).says(&words);
    }
    // Whoever looks for them finds them open, before all else; another time they stand folded below.
    story.page("trip-last", Route::Trip, Lang::En).lacks("open=\"open\"");
    story.tell(Msg::Navigated(Route::Card(card)));
    story.tell(Msg::SoughtHotspot);
    let page = story.page("trip-sought", Route::Trip, Lang::En);
    page.has("<details open=\"open\" class=\"counter\">");
    assert!(page.text().find("Metered connection") < page.text().find("How many days"), "{}", page.text());
    let (mut other, _) = Story::travelling();
    other.tell(Msg::SoughtHotspot);
    other.page("trip-sought", Route::Trip, Lang::En).has("open=\"open\"");
    other.tell(Msg::Navigated(Route::Home));
    other.page("trip-again", Route::Trip, Lang::En).lacks("open=\"open\"");
    // Nor does it stay with what was typed there, or with its draft.
    other.tell(Msg::SoughtHotspot);
    other.page("trip-sought", Route::Trip, Lang::En).has("open=\"open\"");
    let kept = other.tell(Msg::Typed(Field::Maps, "30".to_owned()));
    let asked = |effect: &app::Effect| matches!(effect, app::Effect::KeepLocal(_, text) if text.contains("hotspot"));
    assert!(!kept.iter().any(asked), "{kept:?}");
    other.tell(Msg::Navigated(Route::Home));
    other.page("trip-typed", Route::Trip, Lang::En).lacks("open=\"open\"");
    let log = Route::Log(Some(card));
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    story.tell(Msg::Navigated(log));
    story.tell(Msg::FetchedDirectory(story.directory.clone()));
    story.tell(Msg::Typed(Field::Reply, "Your SIM is blocked. Pay now at http://pay-ultra.example/x".to_owned()));
    for (lang, word) in
        [(Lang::ZhHans, "链接别点"), (Lang::ZhHant, "連結別點"), (Lang::En, "asks for no password or code by text")]
    {
        let page = story.page("lured", log, lang);
        let banner = page.html.find("banner warn").map(|at| page.html.get(at..).unwrap()).unwrap();
        assert!(banner.get(..banner.find("</div>").unwrap()).unwrap().contains(word), "{}", page.html);
    }
    // Whoever wants a code or a payment by a link sends no code.
    let lure = "Your account will be suspended. Verify your payment at http://ultra-pay.example";
    story.tell(Msg::Typed(Field::Reply, lure.to_owned()));
    story.page("lured-code", log, Lang::ZhHans).says(&["链接别点"]).silent(&["验证码短信"]);
    story.page("lured-code", log, Lang::En).says(&["asks for no password"]).silent(&["one-time code"]);
    story.tell(Msg::Typed(Field::Reply, "Your verification code is 493027.".to_owned()));
    story.page("code", log, Lang::ZhHans).says(&["这像是验证码短信"]).silent(&["链接别点"]);
    story.tell(Msg::Typed(Field::Reply, "See you at eight.".to_owned()));
    story.page("not-lured", log, Lang::En).silent(&["asks for no password"]);
}

#[test]
fn a_cheap_top_up_that_is_offered_in_a_text_is_warned_of_as_where_one_pays() {
    let (mut story, card) = Story::travelling();
    let log = Route::Log(Some(card));
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    for (text, warned) in [
        ("您好，代充话费8折，加微信 abc123", true),
        ("代儲話費8折，加微信 abc123", true),
        ("流量包限时优惠8折，立即订购", false),
    ] {
        story.tell(Msg::Navigated(log));
        story.tell(Msg::Typed(Field::Reply, text.to_owned()));
        for (lang, says) in
            [(Lang::ZhHans, "低价代充别碰"), (Lang::ZhHant, "低價代儲別碰"), (Lang::En, "Leave cheap top-ups")]
        {
            assert_eq!(story.page("offered", log, lang).text().contains(says), warned, "{text}");
        }
    }
}

#[test]
fn of_two_ways_to_share_a_carrier_one_is_the_green_one() {
    let (mut story, card) = Story::travelling();
    for (can, main) in [(false, &[][..]), (true, &["分享文件…"])] {
        story.model.carry.can.share = can;
        let page = story.page("share", Route::Ways(card), Lang::ZhHans);
        let share = page.html.split("分享这家运营商").last().unwrap();
        let green: Vec<&str> =
            share.split("btn small main\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        assert_eq!(green, main, "{}", page.text());
    }
}

#[test]
fn whoever_comes_back_from_paying_is_asked_with_the_ways_on() {
    let (mut story, card) = Story::travelling();
    let log = Route::Log(Some(card));
    for (lang, says) in [
        (Lang::ZhHans, ["付好了吗？收到什么回复？", "粘贴", "我付好了", "还没付"]),
        (Lang::ZhHant, ["付款了嗎？收到什麼回覆？", "貼上", "我已付款", "還沒付"]),
        (Lang::En, ["Paid? What did it say?", "Paste", "I have paid", "Not paid"]),
    ] {
        story.tell(Msg::Navigated(Route::RunOut(card)));
        story.tell(Msg::WentToPay(card, None));
        // On the home screen it stands until somebody comes back to it.
        story.page("left-to-pay", Route::Home, lang).says(&says[..1]);
        story.tell(Msg::CameBack);
        let page = story.page("came-back", log, lang);
        page.says(&says);
        assert!(page.text().find(says[1]) < page.text().find(says[2]), "pasting first: {}", page.text());
        // What was pasted is looked at first.
        story.tell(Msg::Typed(Field::Reply, "Thank you. 8GB has been added to your plan.".to_owned()));
        story.page("came-back-pasted", log, lang).silent(&says[2..]);
        story.tell(Msg::Cancelled);
    }
}

#[test]
fn the_plan_once_more_is_a_tap_away_and_never_filled_in_unasked() {
    let (mut story, card) = Story::travelling();
    story.page("as-plan", Route::TopUp(card), Lang::ZhHans).says(&["和套餐一样：5.00 GB"]);
    let price = Decimal::new(40, 0).map(|figure| Money { figure, currency: Currency::USD });
    let card = story.card(Card { price, ..travel() });
    let form = Route::TopUp(card);
    for (lang, says) in [
        (Lang::ZhHans, "和套餐一样：5.00 GB · $40"),
        (Lang::ZhHant, "和方案相同：5.00 GB · "),
        (Lang::En, "As the plan: 5.00 GB · $40"),
    ] {
        let page = story.page("as-plan", form, lang);
        page.says(&[says]).lacks("value=\"5\"").lacks("value=\"40\"");
    }
    // What only prolongs brings none of its data, and the size of a day is no top-up.
    story.tell(Msg::Navigated(form));
    story.tell(Msg::Typed(Field::Effect, "extend".to_owned()));
    story.page("as-plan-extends", form, Lang::En).says(&["As the plan: $40"]);
    story.tell(Msg::Typed(Field::Effect, "add".to_owned()));
    let daily = story.card(Card { price, day_clock: Some(DayClock::FirstUse(None)), ..travel() });
    story.page("as-plan-daily", Route::TopUp(daily), Lang::En).silent(&["As the plan"]);
    story.tell(Msg::Navigated(form));
    // Whoever wrote something down is offered no other.
    story.tell(Msg::Typed(Field::Paid, "35".to_owned()));
    story.page("as-plan-paid", form, Lang::En).silent(&["As the plan"]);
}

#[test]
fn what_a_reply_says_and_a_balance_cannot_hold_is_said() {
    let pasted = |card: Card, text: &str, lang| {
        let mut story = Story::new();
        let card = story.card(card);
        let log = Route::Log(Some(card));
        story.tell(Msg::StartedLog(Some(card), Mode::Paste));
        story.tell(Msg::Navigated(log));
        story.tell(Msg::Typed(Field::Reply, text.to_owned()));
        story.page("aside", log, lang)
    };
    // An end in the night: the card counts to the end of that day.
    let night = "Your 7-day pass expires on 11/23/2026 at 3:15 AM. 2.1GB remaining.";
    let midnight = "2.1GB remaining. Expires 11/23/2026 11:59 PM";
    for (lang, words) in
        [(Lang::ZhHans, "请自己留意钟点"), (Lang::ZhHant, "請自行留意時間"), (Lang::En, "mind the hour")]
    {
        pasted(travel(), night, lang).says(&[words]);
        pasted(travel(), midnight, lang).silent(&[words]);
    }
    // A day's data is not the plan's.
    let each_day = Card { day_clock: Some(DayClock::Midnight(travel().zone)), ..travel() };
    let daily = "Today: 1.2GB of 2GB high-speed data left. Resets daily at midnight.";
    for (lang, words) in [
        (Lang::ZhHans, "这像是按天给流量的套餐"),
        (Lang::ZhHant, "這像是每日方案"),
        (Lang::En, "looks like a plan that gives data each day"),
    ] {
        pasted(travel(), daily, lang).says(&[words]);
        pasted(each_day.clone(), daily, lang).silent(&[words]);
        for plain in
            ["2.1GB remaining.", "5 GB left. Roaming costs $10 per day.", "剩余流量5GB，客服每天9:00-21:00在线"]
        {
            pasted(travel(), plain, lang).silent(&[words]);
        }
        pasted(travel(), "剩余流量1.2GB，每日2GB高速", lang).says(&[words]);
    }
}

#[test]
fn what_is_topped_up_once_the_card_is_over_comes_in_the_place_of_what_was_left() {
    let mut story = Story::new();
    let validity = |from| Validity::Days { days: 30, start: Start::FirstUse, from };
    let over = story.card(Card { validity: validity(Date::new(2026, 10, 1)), ..travel() });
    let runs = story.card(Card { validity: validity(Date::new(2026, 11, 10)), ..travel() });
    for (card, effect, end) in [(over, "replace", "2026-12-20"), (runs, "add", "")] {
        story.entry(card, 24, check(left(150), Source::App));
        let route = Route::TopUp(card);
        story.tell(Msg::Navigated(route));
        let form = story.model.form().unwrap();
        assert_eq!((form.get(Field::Effect), form.get(Field::Expires)), (effect, end));
    }
    // The end goes by when it was, and goes with what it is of.
    story.tell(Msg::Navigated(Route::TopUp(over)));
    story.tell(Msg::Typed(Field::When, "earlier".to_owned()));
    story.tell(Msg::Typed(Field::At, "2026-11-17T10:00".to_owned()));
    assert_eq!(story.model.form().unwrap().get(Field::Expires), "2026-12-16", "in the card's zone");
    story.tell(Msg::Typed(Field::Effect, "queue".to_owned()));
    assert_eq!(story.model.form().unwrap().get(Field::Expires), "");
}

#[test]
fn a_number_whose_service_is_over_is_asked_for_though_nobody_said_how_long_it_stays() {
    let mut story = Story::new();
    let from = Date::new(2026, 8, 1);
    let keeping = Some(Keeping { rule: KeepRule::Activity { days: 90 }, grace: 0, from });
    let card = story.card(Card { keeping, validity: Validity::Unknown, ..travel() });
    for (lang, words) in [
        (Lang::ZhHans, ["尽快", "号码还留多久不知道"]),
        (Lang::ZhHant, ["儘快", "門號還保留多久不知道"]),
        (Lang::En, ["As soon as you can", "How long the number stays is not known"]),
    ] {
        let page = story.page("stopped-open", Route::Card(card), lang);
        page.says(&words).silent(&["今天是最后一天", "今天是最後一天", "Today is the last day"]);
    }
}
