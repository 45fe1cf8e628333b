//! What wants attention, how a number is kept, and what a person asks about the days to come.

use crate::story::{Story, check, gb, left, travel};
use sim_gauge::app::Msg;
use sim_gauge::app::Route;
use sim_gauge::app::form::Field;
use sim_gauge::domain::{
    Act, Card, CardForm, Currency, Date, DayClock, Decimal, Fact, KeepAlive, KeepRule, Keeping, Line, Money, Source,
    ZoneName,
};
use sim_gauge::i18n::Lang;

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
    story.page("first-empty", Route::Home, Lang::ZhHans).says(&["多半等不到 12月4日到期就用完"]);
    // With more left it is open, then the other way round.
    for (hundredths, words) in [(340, "到期前用完的可能"), (480, "到期前多半用不完")] {
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
fn an_old_check_says_what_a_new_one_would_bring() {
    let (mut story, _) = Story::travelling();
    story.page("fresh", Route::Home, Lang::ZhHans).silent(&["现在查一次"]);
    story.moment.now = story.moment.now.plus(8 * sim_gauge::domain::DAY_MS);
    story.page("worth", Route::Home, Lang::ZhHans).says(&["现在查一次，范围能从"]);
    story.page("worth", Route::Home, Lang::ZhHant).says(&["現在查一次，範圍能從"]);
    story.page("worth", Route::Home, Lang::En).says(&["Checking now narrows"]);
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

#[test]
fn what_wants_attention_says_what_to_do() {
    let (mut story, card) = Story::travelling();
    story
        .page("over-pace", Route::Home, Lang::ZhHans)
        .says(&["比匀速多用了", "接下来几天少用一点", "前：给「美国旅行卡」充值"])
        .leads(&[Route::Card(card)]);
    story.entry(card, 1, check(left(40), Source::Text));
    story
        .page("low-alert", Route::Home, Lang::ZhHans)
        .says(&["只剩 409 MB，低于提醒线 1 GB", "要继续用，记得充值。", "记一笔充值"])
        .leads(&[Route::TopUp(card)]);
    story.page("low-alert", Route::Home, Lang::En).says(&["409 MB left, below your 1 GB threshold", "Log a top-up"]);
    story.page("low-alert", Route::Home, Lang::ZhHant).says(&["低於提醒門檻", "記得儲值"]);
}

#[test]
fn a_rise_without_a_top_up_is_asked_about() {
    let (mut story, card) = Story::travelling();
    story.entry(card, 1, check(left(310), Source::Text));
    story
        .page("rise", Route::Home, Lang::ZhHans)
        .says(&["比上一次记录多了 1.27 GB", "漏记了充值、新的一期，还是看错了？"])
        .leads(&[Route::TopUp(card)]);
    story.page("rise", Route::Home, Lang::En).says(&["1.27 GB more than at the check before", "a slip?"]);
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
    // The travel card runs dry before that; over all cards it comes first.
    story.page("next", Route::Cards, Lang::ZhHans).says(&["前：给「美国旅行卡」充值"]).silent(&["充 ¥30 保号"]);
    let mut alone = Story::new();
    let home = alone.card(home_number());
    for (lang, words) in [
        (Lang::ZhHans, "12月1日前：给「家里的号码」充 ¥30.00 保号"),
        (Lang::ZhHant, "12月1日前：幫「家里的号码」儲值 CN¥30.00 以保留門號"),
        (Lang::En, "By Dec 1: top up 家里的号码 with CN¥30.00 to keep the number"),
    ] {
        alone.page("next", Route::Home, lang).says(&[words]);
    }
    // Within the days of notice it is an alert of its own, which leads to the form, and said once.
    alone.moment.now = alone.moment.now.plus(9 * sim_gauge::domain::DAY_MS);
    let seen = alone.page("keep-alert", Route::Home, Lang::ZhHans);
    seen.says(&["充 ¥30.00 保号", "记一笔充值"]).leads(&[Route::TopUp(home)]);
    assert_eq!(seen.text().matches("充 ¥30.00 保号").count(), 1);
}

#[test]
fn a_keep_alive_entry_resets_the_rule_of_activity() {
    let mut story = Story::new();
    let rule = KeepRule::Activity { days: 180 };
    let keeping = Some(Keeping { rule, grace: 0, from: Some(date("2026-06-01")) });
    let card = story.card(Card { keeping, ..home_number() });
    story.page("activity", Route::Home, Lang::ZhHans).says(&["11月28日前：用一次「家里的号码」保号"]);
    story.entry(card, 24, Fact::KeepAlive(KeepAlive { act: Act::CodeReceived, fee: None }));
    story.page("activity", Route::Home, Lang::ZhHans).says(&["2027年5月19日前：用一次「家里的号码」保号"]);
}

#[test]
fn a_day_plan_says_when_it_begins_anew() {
    let mut story = Story::new();
    let clock = DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap());
    let card = story.card(Card { plan: Some(gb(100)), day_clock: Some(clock), ..travel() });
    story.entry(card, 2, check(left(40), Source::App));
    story
        .page("day-plan", Route::Home, Lang::ZhHans)
        .says(&[
            "每天重新给流量",
            "重置前用完的可能",
            "这一天还剩",
            "409 MB",
            "明天 00:00重新算",
            "这一天剩下的都可以用",
        ])
        .silent(&["匀速应剩", "前：给"]);
    story.page("day-plan", Route::Home, Lang::En).says(&["Left of this day", "new at"]);
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
