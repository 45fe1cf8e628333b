//! Data whose fast part is used up and that goes on slowly.

use crate::story::{HOUR, Story, check, gb, left, top_up, travel};
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::{Verdict, card_screen};
use sim_gauge::app::{Mode, Msg, Route};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Bucket, Card, CardId, Check, DAY_MS, Date, DayClock, Effect, Fact, Measure, Quantity, Said, Source, Validity,
};
use sim_gauge::i18n::Lang;
use sim_gauge::plan::NoAllowance;

/// A plan of 5 GB that renews on 1 December, of which a reply said two hours ago that the fast data is used up and
/// that it goes on slowly.
fn slowed() -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { validity: Validity::Unknown, ..travel() });
    story.entry(card, 9 * 24, check(left(400), Source::Text));
    let measures = [left(0), Said::Unlimited].map(|said| Measure { bucket: Bucket::General, said }).to_vec();
    let renews = Date::new(2026, 12, 1);
    let fact = Check { measures, expires: None, renews, source: Source::Text, reply: None, sure: false };
    story.entry(card, 2, Fact::Check(fact));
    (story, card)
}

fn verdict(story: &Story, card: CardId) -> Verdict {
    card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap().verdict
}

#[test]
fn what_goes_on_slowly_says_so_and_until_when_and_asks_for_no_top_up() {
    let (mut story, card) = slowed();
    for (lang, words, not) in [
        (
            Lang::ZhHans,
            ["高速流量用完了", "现在限速，还能用 · 12月1日续费", "不限量，不用省"],
            ["流量用完了，", "充值之后", "今天充值"],
        ),
        (
            Lang::ZhHant,
            ["高速流量用完了", "目前降速，仍可用 · 12月1日續訂", "無限量，不必省"],
            ["流量用完了，", "儲值之後", "今天儲值"],
        ),
        (
            Lang::En,
            ["Fast data used up", "It goes on slowly · renews Dec 1", "no need to save"],
            ["No data left", "After topping up", "top up by"],
        ),
    ] {
        story.page("slowed", Route::Card(card), lang).says(&words).silent(&not);
        story.page("slowed-list", Route::Cards, lang).says(&words[..1]).silent(&not);
    }
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    assert_eq!((screen.task(&story.moment), screen.out(story.moment.today(&screen.card.zone))), (None, None));
    assert_eq!(screen.allowance, Err(NoAllowance::Unlimited));
    // What the history tells of it is both; nothing is to be paced.
    for (lang, both, mark) in [
        (Lang::ZhHans, "短信 · 高速流量用完了", "匀速应剩"),
        (Lang::ZhHant, "簡訊 · 高速流量用完了", "均速應剩"),
        (Lang::En, "Text message · Fast data used up", "Even pace"),
    ] {
        story.page("slowed", Route::Card(card), lang).says(&[both]).silent(&[mark]);
    }
}

#[test]
fn once_its_plan_has_ended_it_is_expired_and_nothing_else() {
    let mut story = Story::new();
    for said in [&[left(0), Said::Unlimited][..], &[Said::Unlimited]] {
        let card = story.card(Card { validity: Validity::Until(Date::new(2026, 11, 18).unwrap()), ..travel() });
        let measures = said.iter().map(|&said| Measure { bucket: Bucket::General, said }).collect();
        let fact = Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false };
        story.entry(card, 5 * 24, Fact::Check(fact));
        for (lang, over, not) in [
            (Lang::ZhHans, "已经到期", ["不用省", "还能用"]),
            (Lang::ZhHant, "已經到期", ["不必省", "仍可用"]),
            (Lang::En, "Already expired", ["no need to save", "goes on"]),
        ] {
            story.page("slowed-over", Route::Card(card), lang).says(&[over]).silent(&not);
        }
        assert_eq!(verdict(&story, card), Verdict::Expired);
    }
}

#[test]
fn a_reply_that_says_so_is_shown_as_that_and_as_nothing_that_is_left() {
    let (mut story, card) = Story::travelling();
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    let route = Route::Log(Some(card));
    story.tell(Msg::Navigated(route));
    story.tell(Msg::Typed(Field::Reply, "高速流量剩余 0 GB，降速 128 kbps 不限量。".to_owned()));
    for (lang, label, says, left) in [
        (Lang::ZhHans, "高速流量用完了", "现在限速，还能用", "剩余流量"),
        (Lang::ZhHant, "高速流量用完了", "目前降速，仍可用", "剩餘流量"),
        (Lang::En, "Fast data used up", "It goes on slowly", "Remaining data"),
    ] {
        let page = story.page("slowed-reply", route, lang);
        page.says(&[label, says]);
        // In the text, and below it.
        let (_, review) = page.html.split_once("class=\"review\"").unwrap();
        assert_eq!([left, label].map(|words| review.matches(&format!(">{words}")).count()), [2, 2], "{review}");
    }
}

#[test]
fn what_came_since_is_fast_again() {
    let (mut story, card) = slowed();
    assert_eq!(verdict(&story, card), Verdict::Slowed);
    story.moment.now = story.moment.now.plus(11 * DAY_MS);
    assert_ne!(verdict(&story, card), Verdict::Slowed);
    let (mut story, card) = slowed();
    story.entry(card, 1, top_up(100, Effect::Add));
    assert_ne!(verdict(&story, card), Verdict::Slowed);
    // Without that word it is used up, and asks to be paid for.
    let (mut story, card) = Story::travelling();
    story.moment.now = story.moment.now.plus(HOUR);
    story.entry(card, 1, check(left(0), Source::Text));
    assert_eq!(verdict(&story, card), Verdict::Empty);
}

#[test]
fn a_day_of_a_day_plan_that_goes_on_slowly_is_not_empty() {
    let mut story = Story::new();
    let day_clock = Some(DayClock::Midnight(travel().zone));
    let card = story.card(Card { day_clock, plan: Some(gb(100)), ..travel() });
    let measures = [left(0), Said::Unlimited].map(|said| Measure { bucket: Bucket::General, said }).to_vec();
    let fact = Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false };
    story.entry(card, 1, Fact::Check(fact));
    for (lang, words, not) in [
        (Lang::ZhHans, "高速流量用完了", "。流量用完了"),
        (Lang::ZhHant, "高速流量用完了", "。流量用完了"),
        (Lang::En, "Fast data used up", "No data left"),
    ] {
        story.page("slowed-day", Route::Card(card), lang).says(&[words]).silent(&[not]);
    }
}

#[test]
fn what_was_said_to_go_on_slowly_does_so_for_the_period() {
    let (mut story, card) = slowed();
    story.entry(card, 1, check(left(0), Source::App));
    assert_eq!(verdict(&story, card), Verdict::Slowed, "a figure that was typed says nothing else");
    // Not of the plan that came in its place.
    story.moment.now = story.moment.now.plus(2 * HOUR);
    story.entry(card, 1, top_up(100, Effect::Replace));
    story.entry(card, 0, check(left(0), Source::App));
    assert_eq!(verdict(&story, card), Verdict::Empty);
    // Nor of the month before, once the day of the renewal is over.
    let (mut story, card) = slowed();
    story.moment.now = story.moment.now.plus(12 * DAY_MS);
    story.entry(card, 0, check(left(0), Source::App));
    assert_eq!(verdict(&story, card), Verdict::Empty);
}

#[test]
fn what_is_used_of_all_that_is_fast_goes_on_slowly() {
    for reply in [
        "You have used 35 GB of 35 GB of high-speed data. Unlimited at 1 Mbps after that.",
        "Your speed is reduced to 128 kbps. High-speed data: 0 MB left.",
    ] {
        let (mut story, card) = Story::travelling();
        story.tell(Msg::StartedLog(Some(card), Mode::Paste));
        story.tell(Msg::Navigated(Route::Log(Some(card))));
        story.tell(Msg::Typed(Field::Reply, reply.to_owned()));
        story.tell(Msg::Submitted);
        assert_eq!(verdict(&story, card), Verdict::Slowed, "{reply}");
    }
}

#[test]
fn what_will_go_on_slowly_says_so_from_the_first_reply_and_asks_for_no_top_up() {
    let spent = [(15 * 24, 980), (12 * 24, 700), (8 * 24, 430), (5 * 24, 260)];
    let reply = |text: &str| {
        let (mut story, card) =
            Story::of(travel(), &spent.map(|(hours, hundredths)| (hours, check(left(hundredths), Source::Text))));
        story.tell(Msg::StartedLog(Some(card), Mode::Paste));
        story.tell(Msg::Navigated(Route::Log(Some(card))));
        story.tell(Msg::Typed(Field::Reply, text.to_owned()));
        (story, card)
    };
    // Without that word it is to be paid for.
    let (mut story, card) = reply("您的高速流量剩余 0.6 GB。");
    story.tell(Msg::Submitted);
    story.page("slows-not", Route::Card(card), Lang::ZhHans).says(&["才能继续用"]).silent(&["限速，还能用"]);
    let (mut story, card) = reply("您的高速流量剩余 0.6 GB，达到后限速。");
    for (lang, label) in [
        (Lang::ZhHans, "用完后限速，还能用"),
        (Lang::ZhHant, "用完後降速，仍可用"),
        (Lang::En, "Goes on slowly once used up"),
    ] {
        story
            .page("slows-reply", Route::Log(Some(card)), lang)
            .says(&[label])
            .silent(&["现在限速", "Fast data used up"]);
    }
    story.tell(Msg::Submitted);
    for (lang, then, not) in [
        (Lang::ZhHans, "用完后限速，还能用", ["才能继续用", "要继续用", "今天可能用完", "短信 · 不限量"]),
        (Lang::ZhHant, "用完後降速，仍可用", ["才能繼續用", "要繼續用", "今天可能用完", "簡訊 · 無限量"]),
        (
            Lang::En,
            "Goes on slowly once used up",
            ["keep it going", "to go on", "run out today", "message · Unlimited"],
        ),
    ] {
        // Below when it is used up, by the chart, and in its history.
        let page = story.page("slows", Route::Card(card), lang);
        assert_eq!(page.silent(&not).text().matches(then).count(), 3, "{}", page.text());
        story.page("slows-list", Route::Cards, lang).silent(&not);
    }
    // Nor does the figure where it is put right.
    let entry = story.model.book.entries.iter().max_by_key(|(_, kept)| kept.value.at).map(|(id, _)| *id).unwrap();
    story.page("slows-edit", Route::EditEntry(entry), Lang::ZhHans);
    story.tell(Msg::Typed(Field::Figure, "0.61".to_owned()));
    story.tell(Msg::Submitted);
    story.page("slows-edited", Route::Card(card), Lang::ZhHans).says(&["0.61 GB", "用完后限速，还能用"]);
    // A later figure says nothing else.
    story.moment.now = story.moment.now.plus(2 * HOUR);
    story.entry(card, 1, check(left(50), Source::App));
    story.page("slows-typed", Route::Card(card), Lang::ZhHans).says(&["用完后限速，还能用"]).silent(&["才能继续用"]);
    story.entry(card, 0, check(left(0), Source::App));
    assert_eq!(verdict(&story, card), Verdict::Slowed);
}

/// 20 GB of which 19.2 are used, and slow after that: 0.8 GB, or 819 MB, are left, and nothing is without an end.
#[test]
fn the_history_says_what_is_left_until_it_is_slow() {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, ..travel() });
    let data = |hundredths| Quantity::Data(gb(hundredths));
    let said = [Said::Total(data(2000)), Said::Used(data(1920)), Said::Unlimited];
    let measures = said.map(|said| Measure { bucket: Bucket::General, said }).to_vec();
    let fact = Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false };
    story.entry(card, 2, Fact::Check(fact));
    for (lang, says, not) in [
        (Lang::ZhHans, "余量819 MB", "不限量"),
        (Lang::ZhHant, "剩餘流量819 MB", "吃到飽"),
        (Lang::En, "Balance819 MB", "Unlimited"),
    ] {
        story.page("slowing-history", Route::Card(card), lang).says(&[says]).silent(&[not]);
    }
}

/// 1.5 GB of 5 are left, slow after that: what may be gone on the day that rings is what is fast.
#[test]
fn the_reminder_of_what_goes_on_slowly_is_of_what_is_fast() {
    let mut story = Story::new();
    let card = story.card(travel());
    for (days, hundredths) in [(15, 480), (8, 320)] {
        story.entry(card, days * 24, check(left(hundredths), Source::Text));
    }
    let measures = [left(150), Said::Unlimited].map(|said| Measure { bucket: Bucket::General, said }).to_vec();
    let fact = Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false };
    story.entry(card, 2, Fact::Check(fact));
    for (lang, says) in [
        (Lang::ZhHans, "美国旅行卡：高速流量可能用完"),
        (Lang::ZhHant, "美国旅行卡：高速流量可能用完"),
        (Lang::En, "美国旅行卡 may run out of fast data"),
    ] {
        story.page("slowing-reminder", Route::Reminders(card), lang).says(&[says]);
    }
}
