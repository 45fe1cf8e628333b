//! The page for when it has run out says what the card still holds, by its own figures.

use crate::story::{Seen, Story, check, gb, left, travel};
use crate::strategies::sealed;
use sim_gauge::app::{Engine, Msg, Route};
use sim_gauge::domain::{
    Bucket, Card, CardId, Check, Currency, Date, Decimal, EventId, Fact, Line, Measure, Money, Quantity, Said, Source,
    TopUp, Ulid, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use std::rc::Rc;

const LANGS: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

fn says(measures: &[(Bucket, Said)]) -> Fact {
    let measures = measures.iter().map(|&(bucket, said)| Measure { bucket, said }).collect();
    Fact::Check(Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false })
}

fn count(count: i64) -> Said {
    Said::Left(Quantity::Count(Decimal::new(count, 0).unwrap()))
}

fn data(hundredths: i64) -> Said {
    Said::Left(Quantity::Data(gb(hundredths)))
}

fn money(cents: i64) -> Said {
    Said::Left(Quantity::Money(Money { figure: Decimal::new(cents, 2).unwrap(), currency: Currency::USD }))
}

/// A card at home, of which these checks were made so many hours ago.
fn card(checks: &[(i64, &[(Bucket, Said)])]) -> (Story, CardId) {
    let mut story = Story::new();
    story.moment.zone = ZoneName::parse("America/Chicago").unwrap();
    let card = story.card(travel());
    for (hours, measures) in checks {
        story.entry(card, *hours, says(measures));
    }
    (story, card)
}

fn page(story: &mut Story, card: CardId, lang: Lang) -> Seen {
    story.page("out-rest", Route::RunOut(card), lang)
}

#[test]
fn what_is_left_beside_the_data_is_said_with_its_age_and_what_is_not_as_used_up() {
    let none = (Bucket::General, data(0));
    let (mut story, id) = card(&[
        (50, &[(Bucket::General, data(100)), (Bucket::Minutes, count(42)), (Bucket::Messages, count(12))]),
        (2, &[none, (Bucket::Hotspot, data(100)), (Bucket::Money, money(320))]),
    ]);
    for (lang, told, line) in [
        (
            Lang::ZhHans,
            [
                "这张卡还有：账户余额 $3.20 · 个人热点 1 GB（2 小时前）",
                "这张卡还有：通话分钟 42 · 短信 12 条（2 天前）",
            ],
            "多半还能用",
        ),
        (
            Lang::ZhHant,
            [
                "這張卡還有：帳戶餘額 $3.20 · 個人熱點 1 GB（2 小時前）",
                "這張卡還有：通話分鐘 42 · 簡訊 12 則（2 天前）",
            ],
            "應該還能用",
        ),
        (
            Lang::En,
            [
                "Still on this card: Money balance $3.20 · Hotspot 1 GB (2 h ago)",
                "Still on this card: Minutes 42 · Texts 12 (2 days ago)",
            ],
            "likely still work",
        ),
    ] {
        // What was counted needs no guess.
        page(&mut story, id, lang).says(&told).silent(&[line]);
    }
    let (mut story, id) = card(&[(
        1,
        &[none, (Bucket::Minutes, count(0)), (Bucket::Messages, Said::Unlimited), (Bucket::Money, money(0))],
    )]);
    for (lang, told) in LANGS.into_iter().zip([
        ["这张卡还有：短信 不限量（1 小时前）", "已用完：通话分钟 · 账户余额（1 小时前）"],
        ["這張卡還有：簡訊 無限量（吃到飽）（1 小時前）", "已用完：通話分鐘 · 帳戶餘額（1 小時前）"],
        ["Still on this card: Texts Unlimited (1 h ago)", "Used up: Minutes · Money balance (1 h ago)"],
    ]) {
        page(&mut story, id, lang).says(&told);
    }
    // What was said of the period before holds no more, but for money.
    let mut story = Story::new();
    let id = story.card(Card { renews: Date::new(2026, 11, 18), validity: Validity::Unknown, ..travel() });
    let before = [(Bucket::Minutes, count(42)), (Bucket::Hotspot, data(100)), (Bucket::Money, money(320))];
    story.entry(id, 4 * 24, says(&before));
    story.entry(id, 1, says(&[none]));
    page(&mut story, id, Lang::En)
        .says(&["Still on this card: Money balance $3.20 (4 days ago)", "likely still work"])
        .silent(&["Minutes 42", "Hotspot 1 GB"]);
    // Of a card of which nothing else was said, and of one that is over, nothing is made up.
    let (mut story, id) = card(&[(1, &[none])]);
    page(&mut story, id, Lang::En).says(&["likely still work"]).silent(&["Still on this card", "Used up:"]);
    let (mut story, id) = card(&[(1, &[none, (Bucket::Minutes, count(42))])]);
    story.moment.now = story.moment.now.plus(30 * 24 * crate::story::HOUR);
    page(&mut story, id, Lang::En).says(&["may be off too"]).silent(&["Still on this card", "Minutes 42"]);
}

#[test]
fn what_was_topped_up_since_is_said_of_the_sum_and_of_the_data_that_hold_it() {
    let (mut story, id) = card(&[(50, &[(Bucket::General, data(0)), (Bucket::Money, money(320))])]);
    let credit = Some(Money { figure: Decimal::new(1000, 2).unwrap(), currency: Currency::USD });
    story.entry(id, 2, Fact::TopUp(TopUp { credit, ..TopUp::default() }));
    for (lang, told) in LANGS.into_iter().zip([
        "账户余额 $13.20（含之后充值的 $10.00）（2 天前）",
        "帳戶餘額 $13.20（含之後儲值的 $10.00）（2 天前）",
        "Money balance $13.20 (with $10.00 topped up since) (2 days ago)",
    ]) {
        page(&mut story, id, lang).says(&[told]);
    }
    // So little is left that it may be gone today.
    let mut story = Story::new();
    let id = story.card(travel());
    for day in 1..7 {
        story.entry(id, day * 24, says(&[(Bucket::General, data(20 + day * 80))]));
    }
    story.entry(id, 0, says(&[(Bucket::General, data(10))]));
    story.entry(id, 0, Fact::TopUp(TopUp { data: Some(gb(10)), ..TopUp::default() }));
    for (lang, told) in LANGS.into_iter().zip([
        "流量还剩 0.2 GB（刚刚 · 含之后充值的 0.1 GB）",
        "流量還剩 0.2 GB（剛剛 · 含之後儲值的 0.1 GB）",
        "Data left: 0.2 GB (just now · with 0.1 GB topped up since)",
    ]) {
        page(&mut story, id, lang).says(&[told]);
    }
}

#[test]
fn where_it_may_run_out_today_what_is_left_is_said_with_the_reserve_in_it() {
    let mut story = Story::new();
    let id = story.card(travel());
    for day in 0..7 {
        // Just now: a little later it is an estimate.
        story.entry(id, day * 24, says(&[(Bucket::General, data(20 + day * 80))]));
    }
    for (reserve, told) in [
        (
            None,
            ["流量还剩 0.2 GB（刚刚）：留给", "流量還剩 0.2 GB（剛剛）：留給", "Data left: 0.2 GB (just now). Keep it"],
        ),
        (Some(10), ["其中 0.10 GB 是你的预留", "其中 0.10 GB 是你的預留", "of which 0.10 GB is your reserve"]),
        (Some(50), ["已经在用 0.50 GB 的预留", "已經在用 0.50 GB 的預留", "all of it your reserve of 0.50 GB"]),
    ] {
        let value = Rc::new(Card { reserve: reserve.map(gb), ..travel() });
        story.event(sim_gauge::journal::Change::SavedCard { card: id, replaces: None, value });
        for (lang, told) in LANGS.into_iter().zip(told) {
            page(&mut story, id, lang).says(&[told]);
        }
    }
}

#[test]
fn what_to_do_next_is_said_on_a_card_that_a_newer_version_changed_too() {
    let mut story = Story::new();
    let card = story.card(Card { name: Line::parse("First").unwrap(), ..travel() });
    let short = story.card(travel());
    for (hours, hundredths) in [(15 * 24, 500), (8 * 24, 250), (3 * 24, 90), (1, 20)] {
        story.entry(short, hours, check(left(hundredths), Source::App));
    }
    story.page("before-newer", Route::Card(card), Lang::En).says(&["top up 美国旅行卡"]);
    let newer = format!(r#"{{"kind":"card","card":"{card}","form":"implant"}}"#);
    let record = sealed(EventId(Ulid::from_parts(1_796_000_000_000, 0)), "1", &newer);
    story.tell(Msg::OtherTabWrote(Engine::Local, vec![record]));
    story.page("after-newer", Route::Card(card), Lang::En).says(&["A newer version", "top up 美国旅行卡"]);
}

/// Right below the headline the tile of today's allowance does not say its words once more.
#[test]
fn that_nothing_is_left_is_said_once_at_a_look() {
    let (mut story, card) =
        Story::of(travel(), &[(240, 300), (120, 80), (40, 0)].map(|(h, gb)| (h, check(left(gb), Source::Text))));
    for (lang, says, tile) in [
        (Lang::ZhHans, "流量用完了", "今日建议用量—"),
        (Lang::ZhHant, "流量用完了", "今日建議用量—"),
        (Lang::En, "No data left", "Today’s allowance—"),
    ] {
        let again = [tile, says].concat();
        story.page("out-once", Route::Card(card), lang).says(&[says, tile]).silent(&[&again]);
    }
}
