//! Cards of which only money is known: until when it pays the fees, when it runs out, and how it went so far.

use crate::story::{HOUR, Story, check, left, travel};
use sim_gauge::app::calendar::{About, calendar_file, reminders, title};
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::{Verdict, card_screen, list, next_task};
use sim_gauge::app::{Msg, Route};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Arrival, Bucket, Card, CardForm, CardId, Check, Currency, DAY_MS, Date, Decimal, Effect, Fact, KeepRule, Keeping,
    Line, Measure, Moment, Money, Quantity, Said, Source, TopUp, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use sim_gauge::plan::Step;

fn sum(cents: i64, currency: Currency) -> Money {
    Money { figure: Decimal::new(cents, 2).unwrap(), currency }
}

fn seen(cents: i64, currency: Currency) -> Fact {
    let said = Said::Left(Quantity::Money(sum(cents, currency)));
    let measures = vec![Measure { bucket: Bucket::Money, said }];
    Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false })
}

fn credit(cents: i64, currency: Currency) -> Fact {
    Fact::TopUp(TopUp {
        data: None,
        credit: Some(sum(cents, currency)),
        paid: None,
        channel: None,
        effect: Effect::Add,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

/// A number at home for which 8 yuan are taken on the first of each month, as it was found two hours ago.
fn at_home(cents: i64, lost: Option<Date>) -> (Story, CardId) {
    let rule = KeepRule::MonthlyFee { day: 1, fee: Some(sum(800, Currency::CNY)) };
    let mut story = Story::new();
    let card = story.card(Card {
        currency: Currency::CNY,
        form: CardForm::Physical,
        keeping: Some(Keeping { rule, grace: 90, from: Date::new(2026, 11, 1) }),
        number_lost: lost,
        ..Card::named(Line::parse("家里的号码").unwrap(), ZoneName::parse("Asia/Hong_Kong").unwrap())
    });
    story.entry(card, 2, seen(cents, Currency::CNY));
    (story, card)
}

/// A card in America that is paid as it is used.
fn as_you_go(checks: &[(i64, i64)]) -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, validity: Validity::Unknown, ..travel() });
    for (hours, cents) in checks {
        story.entry(card, *hours, seen(*cents, Currency::USD));
    }
    (story, card)
}

#[test]
fn it_is_said_until_when_the_money_covers_the_fees() {
    let (mut story, card) = at_home(2605, None);
    for (lang, words) in [
        (Lang::ZhHans, ["够扣月费到 2027年2月1日", "3月1日扣费之前", "¥8.00，还差 ¥5.95（已按 3 次月费扣减）"]),
        (Lang::ZhHant, ["夠扣月租到 2027年2月1日", "3月1日扣款之前", "CN¥8.00，還差 CN¥5.95（已扣除 3 次月租）"]),
        (Lang::En, ["Fees covered through Feb 1, 2027", "Before the fee on Mar 1", "it lacks CN¥5.95 (3× the fee"]),
    ] {
        story.page("fees", Route::Card(card), lang).says(&words);
        story.page("fees-list", Route::Cards, lang).says(&words[..1]);
    }
    // However many fees it covers, the one that is named next is the first that it does not.
    let (mut long, home) = at_home(3605, None);
    for at in [Route::Card(home), Route::Cards] {
        long.page("fees-long", at, Lang::En)
            .says(&["Fees covered through Mar 1, 2027"])
            .silent(&["Before the fee on Mar 1"]);
    }
    long.page("fees-long", Route::Card(home), Lang::En)
        .says(&["Before the fee on Apr 1", "it lacks CN¥3.95 (4× the fee"]);
    // What is credited counts, and the figure says that it is in it.
    story.entry(card, 1, credit(1000, Currency::CNY));
    story.page("fees-credited", Route::Card(card), Lang::ZhHans).says(&[
        "够扣月费到 2027年3月1日",
        "¥36.05",
        "含之后充值的 ¥10.00",
    ]);
    // Once the next one is not covered, that is warned of.
    let (mut story, card) = at_home(500, None);
    story.moment.now = story.moment.now.plus(9 * DAY_MS);
    story.page("fees-short", Route::Card(card), Lang::ZhHans).says(&["还差 ¥3.00"]).silent(&["够扣月费到"]);
    // Beside data it stands with the money.
    let (mut story, card) = at_home(2605, None);
    story.entry(card, 3, crate::story::check(crate::story::left(120), Source::App));
    story.page("fees-data", Route::Card(card), Lang::En).says(&["CN¥26.052 h agoFees covered through Feb 1, 2027"]);
}

/// Money that comes once the service is over pays the fee that was missed: whether that was taken is to be looked at,
/// and nothing more is to be paid.
#[test]
fn what_was_paid_after_a_missed_fee_is_not_asked_for_again() {
    let (mut story, card) = at_home(500, None);
    story.moment.now = story.moment.now.plus(13 * DAY_MS);
    story.page("fee-missed", Route::Card(card), Lang::ZhHans).says(&["尽快：给“家里的号码”留够月费 ¥8.00，还差 ¥3.00"]);
    story.entry(card, 1, credit(5000, Currency::CNY));
    for (lang, look, log, pay) in [
        (Lang::ZhHans, "尽快：查一次“家里的号码”的余量", "已经扣过费？记一次保号。", "留够月费"),
        (Lang::ZhHant, "儘快：查一次「家里的号码」的剩餘量", "已經扣過月租？記一次保號。", "餘額夠扣"),
        (
            Lang::En,
            "As soon as you can: check what is left on 家里的号码",
            "Fee taken? Log a keep-alive.",
            "have CN¥8.00",
        ),
    ] {
        let page = story.page("fee-paid", Route::Card(card), lang);
        page.says(&[look, log]).silent(&[pay]).leads(&[Route::KeepAlive(card)]);
        story.page("fee-paid", Route::Cards, lang).says(&[look]).silent(&[pay]);
    }
    // What is found then is good for the fees to come.
    story.entry(card, 0, seen(4700, Currency::CNY));
    story.page("fee-taken", Route::Card(card), Lang::ZhHans).says(&["够扣月费到 2027年5月1日"]).silent(&["尽快"]);
}

/// The card's next step on a later day, and by when.
fn next_step(story: &Story, days: i64) -> (Step, String) {
    let moment = Moment { now: story.moment.now.plus(days * DAY_MS), ..story.moment.clone() };
    let (_, task) = next_task(&story.model.book, &moment, &[]).unwrap();
    (task.step, task.by.date.to_string())
}

#[test]
fn money_that_pays_many_fees_is_looked_at_after_a_quarter() {
    // A hundred yuan pay twelve fees, through November of the next year.
    let (mut story, card) = at_home(10_000, None);
    for (days, day) in [(0, "2027-02-01"), (72, "2027-02-01"), (73, "2027-03-01"), (253, "2027-08-01")] {
        assert_eq!(next_step(&story, days), (Step::Check, day.to_owned()), "{days}");
    }
    // Where three fees more are not paid, it is said what the first lacks that is not.
    let (step, day) = next_step(&story, 254);
    assert!(matches!(step, Step::Keep(_)) && day == "2027-12-01", "{step:?} {day}");
    for (lang, words) in [
        (Lang::ZhHans, ["最晚 2027年2月1日：查一次“家里的号码”的余量", "够扣月费到 2027年11月1日"]),
        (Lang::ZhHant, ["最晚 2027年2月1日：查一次「家里的号码」的剩餘量", "夠扣月租到 2027年11月1日"]),
        (Lang::En, ["Feb 1, 2027 at the latest: check what is left on 家里的号码", "Fees covered through Nov 1, 2027"]),
    ] {
        story.page("fees-look", Route::Card(card), lang).says(&words).leads(&[Route::Ways(card)]);
    }
    // It rings for that too, once; who checks every week does so anyway.
    let rung = |every| {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let found = reminders(&screen, &story.moment, every);
        let days = found.iter().map(|one| one.about).filter(|about| matches!(about, About::Check(_)));
        (title(&found[0], screen.card, Lang::ZhHans), found[0].date.to_string(), days.count())
    };
    assert_eq!(rung(0), ("家里的号码：查一次余量".to_owned(), "2027-02-01".to_owned(), 1));
    assert_eq!(rung(7).2, 1);
    let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
    assert!(file.contains("DTSTART;TZID=Asia/Hong_Kong:20270129T090000") && !file.contains("RRULE"), "{file}");
    // Whoever looks has another quarter.
    story.entry(card, -73 * 24, seen(7600, Currency::CNY));
    assert_eq!(next_step(&story, 74), (Step::Check, "2027-05-01".to_owned()));
}

#[test]
fn what_the_fee_lacks_rings_along() {
    let (story, card) = at_home(500, None);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let found = reminders(&screen, &story.moment, 0);
    for (lang, words) in [
        (Lang::ZhHans, "家里的号码：2026年12月1日扣月费，还差 ¥3.00"),
        (Lang::ZhHant, "家里的号码：2026年12月1日扣月租，還差 CN¥3.00"),
        (Lang::En, "家里的号码: CN¥3.00 short of the fee on Dec 1, 2026"),
    ] {
        assert_eq!(title(&found[0], screen.card, lang), words);
    }
    let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
    assert!(file.replace("\r\n ", "").contains("余额里留够月费 ¥8.00，还差 ¥3.00。"), "{file}");
    // Of what is covered nothing lacks, and it rings for the first fee that is not.
    let (story, card) = at_home(3200, None);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let found = reminders(&screen, &story.moment, 0);
    assert_eq!(title(&found[0], screen.card, Lang::ZhHans), "家里的号码：2027年4月1日扣月费，还差 ¥8.00");
}

#[test]
fn a_number_that_is_lost_tomorrow_says_so_whatever_fee_is_due_today() {
    let (mut story, card) = at_home(500, Date::new(2026, 12, 2));
    story.moment.now = story.moment.now.plus(10 * DAY_MS);
    for (lang, words, not) in [
        (Lang::ZhHans, "今天是最后一天：给“家里的号码”留够月费 ¥8.00，还差 ¥3.00", "今天扣费"),
        (Lang::ZhHant, "今天是最後一天：", "今天扣款"),
        (Lang::En, "Today is the last day: have CN¥8.00", "The fee is due today"),
    ] {
        story.page("lost-tomorrow", Route::Card(card), lang).says(&[words]).silent(&[not]);
    }
    // Nor does what the money pays hide that day.
    let (mut story, _) = at_home(2605, Date::new(2026, 12, 2));
    story.page("lost-soon", Route::Cards, Lang::ZhHans).says(&["号码被收回（销号） 12月2日"]).silent(&["够扣"]);
}

#[test]
fn a_figure_of_money_says_how_old_it_is_and_what_was_credited_since() {
    let (mut story, card) = as_you_go(&[(50, 1605)]);
    story.page("money-age", Route::Cards, Lang::ZhHans).says(&["$16.05", "2 天前"]);
    story.entry(card, 3, credit(1000, Currency::USD));
    for (lang, words) in [
        (Lang::ZhHans, ["$26.05", "含之后充值的 $10.00"]),
        (Lang::ZhHant, ["$26.05", "含之後儲值的 $10.00"]),
        (Lang::En, ["$26.05", "with $10.00 topped up since"]),
    ] {
        story.page("money-credited", Route::Card(card), lang).says(&words);
    }
    story.entry(card, 1, seen(2605, Currency::USD));
    story.page("money-checked", Route::Card(card), Lang::En).says(&["$26.05"]).silent(&["topped up since"]);
}

#[test]
fn money_that_is_used_runs_out_as_data_does() {
    let (mut story, card) = as_you_go(&[(15 * 24, 2600), (12 * 24, 2200), (8 * 24, 1500), (5 * 24, 1100), (2, 420)]);
    for (lang, words, chart) in [
        (
            Lang::ZhHans,
            ["账户余额$4.20", "预计", "充值，才能继续用"],
            "11月5日–20日：从 $26.00 到 $4.20 · 平均每天约 $1.46",
        ),
        (Lang::ZhHant, ["帳戶餘額$4.20", "預計", "儲值，才能繼續用"], "從 $26.00 到 $4.20 · 平均每日約 $1.46"),
        (
            Lang::En,
            ["Money balance$4.20", "Runs out around", "to keep it going"],
            "from $26.00 to $4.20 · about $1.46 a day",
        ),
    ] {
        let page = story.page("money-runs-out", Route::Card(card), lang);
        page.says(&words).says(&[chart]).has("role=\"img\"").silent(&["流量不多", "剩余流量", "剩餘流量", "data left"]);
    }
    story.page("money-list", Route::Cards, Lang::ZhHans).says(&["$4.20", "2 小时前", "预计"]);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let rung = reminders(&screen, &story.moment, 0);
    assert_eq!(title(&rung[0], screen.card, Lang::ZhHans), "美国旅行卡：余额可能用完");
    // What is read off is said in money, with what was credited.
    story.entry(card, 1, credit(1000, Currency::USD));
    let page = story.tables("money-tables", card, Lang::En);
    page.says(&["Top-up +$10.00", "$14.20", "with $10.00 topped up since"]).silent(&["MB", "GB"]);
    // Its amounts stand in whole units, however large.
    let (mut story, card) = as_you_go(&[(60, 205_000), (2, 152_600)]);
    story.page("money-much", Route::Card(card), Lang::En).says(&["2,000", "$1,526.00"]);
    // One check tells of no use.
    let (mut story, card) = as_you_go(&[(2, 420)]);
    story.page("money-once", Route::Card(card), Lang::ZhHans).says(&["只记了账户余额", "过几天再记一次余额"]);
    // Used up it says what is.
    let (mut story, card) = as_you_go(&[(50, 420), (2, 0)]);
    for (lang, words) in [(Lang::ZhHans, "余额用完了"), (Lang::ZhHant, "餘額用完了"), (Lang::En, "No money left")]
    {
        story.page("money-out", Route::Card(card), lang).says(&[words]).silent(&["流量用完了", "No data left"]);
    }
}

#[test]
fn what_fees_are_taken_from_is_drawn_and_not_foretold() {
    let (mut story, card) = at_home(2605, None);
    story.entry(card, 40 * 24, seen(4205, Currency::CNY));
    let page = story.page("fees-chart", Route::Card(card), Lang::ZhHans);
    page.says(&["从 ¥42.05 到 ¥26.05", "够扣月费到"]).silent(&["平均每天", "预计", "才能继续用"]);
}

#[test]
fn a_long_sum_is_smaller_in_the_ring() {
    for (cents, currency, class) in [
        (620, Currency::USD, "big num"),
        (2605, Currency::USD, "big num long"),
        (102_600, Currency::TWD, "big num longest"),
    ] {
        let mut story = Story::new();
        let card = story.card(Card { plan: None, validity: Validity::Unknown, ..travel() });
        story.entry(card, 2, seen(cents, currency));
        story.page("sum", Route::Card(card), Lang::ZhHant).has(&format!("class=\"{class}\""));
    }
}

#[test]
fn what_is_soon_spent_by_an_older_check_is_checked_before_it_is_topped_up() {
    let (mut story, _) = as_you_go(&[(5 * 24, 1100), (2, 420)]);
    let due = |story: &Story| {
        let screens = list(&story.model.book, &story.moment).in_use;
        next_task(&story.model.book, &story.moment, &screens).map(|(_, task)| task.step)
    };
    assert_eq!(due(&story), Some(Step::TopUp));
    story.moment.now = story.moment.now.plus(25 * HOUR);
    assert_eq!(due(&story), Some(Step::Check));
    story.page("money-old", Route::Cards, Lang::ZhHans).says(&["查一次“美国旅行卡”的余量"]).silent(&["才能继续用"]);
}

#[test]
fn the_money_of_a_card_that_keeps_its_number_is_not_foretold() {
    let rules = [
        KeepRule::Activity { days: 90 },
        KeepRule::TopUp { days: 90, least: None },
        KeepRule::MonthlyFee { day: 1, fee: None },
    ];
    // It receives codes, and has no money; or some, which is used.
    let found: [&[(i64, i64)]; 2] = [&[(2, 0)], &[(120, 1100), (2, 420)]];
    for (rule, checks) in rules.into_iter().flat_map(|rule| found.map(|checks| (rule, checks))) {
        let mut story = Story::new();
        let card = story.card(Card {
            plan: None,
            validity: Validity::Unknown,
            keeping: Some(Keeping { rule, grace: 0, from: Date::new(2026, 11, 1) }),
            ..travel()
        });
        for (hours, cents) in checks {
            story.entry(card, *hours, seen(*cents, Currency::USD));
        }
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        assert_eq!((screen.urgency(), screen.empty_day()), (None, None), "{rule:?}");
        let step = screen.task(&story.moment).map(|task| task.step);
        assert!(matches!(step, None | Some(Step::Keep(_))), "{rule:?}: {step:?}");
        let page = story.page("money-kept", Route::Cards, Lang::ZhHans);
        page.says(&["服务到期"]).silent(&["余额用完了", "预计", "才能继续用"]);
    }
    // With an end of its own it is money to be used until then.
    let mut story = Story::new();
    let rule = KeepRule::Activity { days: 90 };
    let keeping = Some(Keeping { rule, grace: 0, from: Date::new(2026, 11, 1) });
    let card = story.card(Card { plan: None, keeping, ..travel() });
    for (hours, cents) in [(5 * 24, 1100), (2, 420)] {
        story.entry(card, hours, seen(cents, Currency::USD));
    }
    story.page("money-kept-until", Route::Card(card), Lang::ZhHans).says(&["预计"]);
}

#[test]
fn why_money_is_not_foretold_is_said_and_no_estimate_promised_that_never_comes() {
    // Nothing was used between the checks, or it rose.
    for (checks, words) in
        [([(5 * 24, 420), (2, 420)], "记录之间没看到"), ([(5 * 24, 420), (2, 1100)], "变多以后只有一个数")]
    {
        let (mut story, card) = as_you_go(&checks);
        let page = story.page("money-why", Route::Card(card), Lang::ZhHans);
        page.says(&["还看不出什么时候用完", words]).silent(&["只记了账户余额", "流量"]);
    }
    // A fee that it does not pay, of a card that ends: there will be none.
    let rule = KeepRule::MonthlyFee { day: 1, fee: Some(sum(800, Currency::USD)) };
    let mut story = Story::new();
    let keeping = Some(Keeping { rule, grace: 90, from: Date::new(2026, 11, 1) });
    let card = story.card(Card { plan: None, keeping, ..travel() });
    story.entry(card, 2, seen(420, Currency::USD));
    story.page("money-fee", Route::Card(card), Lang::ZhHans).says(&["只记了账户余额"]).silent(&["就能估算"]);
}

#[test]
fn a_card_to_which_data_was_added_is_none_of_money_alone() {
    let used = Said::Used(Quantity::Data(crate::story::gb(300)));
    for fact in [crate::story::top_up(500, Effect::Add), crate::story::check(used, Source::App)] {
        let (mut story, card) = as_you_go(&[(2, 320)]);
        story.entry(card, 5, fact);
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        assert_eq!((screen.one_sum(), screen.charts.money), (None, None));
        story.page("money-data", Route::Card(card), Lang::ZhHans).says(&["$3.20"]).silent(&["只记了账户余额"]);
    }
}

/// 账户可用余额为5.00元，套餐内剩余流量0.00MB。
#[test]
fn no_data_is_none_that_was_used_up_where_there_never_was_any() {
    let no_data = || check(left(0), Source::Text);
    let (mut story, card) = at_home(500, None);
    story.entry(card, 3, no_data());
    story.entry(card, 1, no_data());
    for at in [Route::Card(card), Route::Cards] {
        story.page("money-no-data", at, Lang::ZhHans).says(&["12月1日扣费之前"]).silent(&["流量用完了", "才能继续用"]);
    }
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    assert_eq!((screen.urgency(), screen.gauge.known), (None, None));
    assert!(screen.one_sum().is_some());
    // Nor of a number of whose money nobody said anything, or of a card that is paid as it is used.
    let rule = KeepRule::Activity { days: 90 };
    let keeping = Some(Keeping { rule, grace: 0, from: Date::new(2026, 11, 1) });
    let (mut story, _) =
        Story::of(Card { plan: None, validity: Validity::Unknown, keeping, ..travel() }, &[(2, no_data())]);
    story.page("money-only-number", Route::Cards, Lang::ZhHans).says(&["服务到期"]).silent(&["用完了", "才能继续用"]);
    let (mut story, card) = as_you_go(&[(120, 1100), (2, 420)]);
    story.entry(card, 1, no_data());
    story.page("money-used", Route::Card(card), Lang::ZhHans).says(&["$4.20", "预计"]).silent(&["流量用完了"]);
    // Once there was some it is used up; so is what nobody said anything else of.
    let (mut story, card) = at_home(500, None);
    for (hours, hundredths) in [(50, 120), (1, 0)] {
        story.entry(card, hours, check(left(hundredths), Source::Text));
    }
    story.page("money-had-data", Route::Card(card), Lang::ZhHans).says(&["流量用完了"]);
    let (mut story, card) = Story::of(Card { plan: None, validity: Validity::Unknown, ..travel() }, &[(2, no_data())]);
    story.page("money-nothing-else", Route::Card(card), Lang::ZhHans).says(&["流量用完了"]);
}

#[test]
fn credit_beyond_what_can_be_counted_is_no_fault() {
    let (mut story, card) = as_you_go(&[(50, 420)]);
    for hours in [30, 20, 10] {
        story.entry(card, hours, credit(900_000_000_000_000, Currency::USD));
    }
    story.page("money-beyond", Route::Card(card), Lang::En).silent(&["topped up since"]);
}

#[test]
fn the_digits_that_were_said_are_shown() {
    let mills = |fact: Fact, mills: i64| {
        let exact = Money { figure: Decimal::new(mills, 3).unwrap(), currency: Currency::USD };
        match fact {
            Fact::TopUp(top_up) => Fact::TopUp(TopUp { credit: Some(exact), ..top_up }),
            _ => {
                let measures = vec![Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(exact)) }];
                Fact::Check(Check {
                    measures,
                    expires: None,
                    renews: None,
                    source: Source::App,
                    reply: None,
                    sure: false,
                })
            }
        }
    };
    let (mut story, card) = as_you_go(&[(15 * 24, 2600)]);
    story.entry(card, 5, mills(seen(0, Currency::USD), 4125));
    story.entry(card, 2, mills(credit(0, Currency::USD), 1005));
    let page = story.tables("money-mills", card, Lang::En);
    page.says(&["$4.125Money balance", "with $1.005 topped up since", "Top-up +$1.005"]);
    // What is computed has its currency's own digits.
    page.says(&["about $1.47 a day"]);
}

/// Its answer is reckoned in data, of which there is none.
#[test]
fn what_a_top_up_would_change_is_not_asked_of_money() {
    for (mut story, card) in [as_you_go(&[(15 * 24, 2600), (2, 420)]), at_home(2605, None)] {
        for route in [Route::Card(card), Route::Pay(card)] {
            story.page("money-ways", route, Lang::ZhHans).silent(&["充值划算吗"]);
        }
    }
    // Nor does its address ask for another balance.
    let (mut story, card) = as_you_go(&[(15 * 24, 2600), (2, 420)]);
    for (lang, words, not) in [
        (Lang::ZhHans, "只记了账户余额", "要先知道"),
        (Lang::ZhHant, "只記了帳戶餘額", "要先知道"),
        (Lang::En, "Only the money balance is known", "First it takes"),
    ] {
        story.page("money-what-if", Route::WhatIf(card), lang).says(&[words]).silent(&[not]);
    }
    let (mut story, card) = Story::travelling();
    for route in [Route::Card(card), Route::Pay(card)] {
        story.page("data-ways", route, Lang::ZhHans).says(&["充值划算吗"]);
    }
}

/// The reminder is there on the day that the screens name as the latest, and not after it.
#[test]
fn it_rings_on_the_day_by_which_it_is_to_be_topped_up() {
    let money = as_you_go(&[(15 * 24, 2600), (12 * 24, 2200), (8 * 24, 1500), (5 * 24, 1100), (2, 420)]);
    for (story, card) in [money, Story::travelling()] {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let task = screen.task(&story.moment).unwrap();
        assert_eq!(task.step, Step::TopUp);
        assert!(screen.empty_day() > Some(task.by.date), "with an even chance it is empty later: {task:?}");
        let rung = reminders(&screen, &story.moment, 0);
        assert_eq!(story.moment.offsets(&screen.card.zone).date(rung[0].at), task.by.date);
    }
}

/// Where the screens name only the days around which it runs out, it rings on the first of them.
#[test]
fn it_rings_on_the_first_day_of_those_that_are_named() {
    // Ten days and more of it are left.
    let far = as_you_go(&[(15 * 24, 3600), (12 * 24, 3200), (8 * 24, 2500), (5 * 24, 2100), (2, 1420)]);
    // It is rather empty before its end than not, which is no reason to pay.
    let mut rather = Story::new();
    let card = rather.card(Card { validity: Validity::Until(Date::parse("2026-11-30").unwrap()), ..travel() });
    for (hours, hundredths) in [(15 * 24, 500), (12 * 24, 430), (8 * 24, 340), (5 * 24, 260), (2, 183)] {
        rather.entry(card, hours, check(left(hundredths), Source::Text));
    }
    for (story, card) in [far, (rather, card)] {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let (Verdict::Between { from, .. } | Verdict::Perhaps { from, .. }) = screen.verdict else { panic!("a range") };
        assert_eq!(screen.task(&story.moment), None, "{:?}", screen.verdict);
        let rung = reminders(&screen, &story.moment, 0);
        let empty = rung.iter().find(|one| one.about == About::RunsOut).unwrap();
        assert_eq!(Some(empty.date), screen.empty_day());
        assert_eq!(story.moment.offsets(&screen.card.zone).date(empty.at), from, "{:?}", screen.verdict);
    }
}

#[test]
fn money_that_is_nearly_spent_names_the_day_before_which_it_is_to_be_checked() {
    // Of 30 cents a day there are four days left, more or less.
    let (mut story, card) = as_you_go(&[(90 * 24, 2600), (60 * 24, 1700), (30 * 24, 900), (2, 120)]);
    story
        .page("money-nearly", Route::Card(card), Lang::ZhHans)
        .says(&["预计 11月23日–26日用完", "最晚 11月23日：查一次"]);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let rung = reminders(&screen, &story.moment, 0);
    assert_eq!(Date::parse("2026-11-23"), Some(story.moment.offsets(&screen.card.zone).date(rung[0].at)));
}

/// What was paid is what arrives, until somebody says otherwise; and what arrives is in the balance.
#[test]
fn a_top_up_of_money_counts_as_it_is_typed() {
    let stories = || [(at_home(1600, None), "¥46.00"), (as_you_go(&[(2, 1600)]), "$46.00")];
    for ((mut story, card), balance) in stories() {
        let page = story.page("money-top-up", Route::TopUp(card), Lang::ZhHans);
        let places = ["id=\"credit\"", "id=\"paid\"", "<details", "id=\"data\""].map(|mark| page.html.find(mark));
        assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
        story.tell(Msg::Typed(Field::Paid, "30".to_owned()));
        story.tell(Msg::Submitted);
        story.page("money-topped-up", Route::Card(card), Lang::ZhHans).says(&[balance]).silent(&["没算进"]);
    }
    // Where nothing is said, that is what is missing.
    let ((mut story, card), _) = stories().into_iter().next().unwrap();
    story.tell(Msg::Navigated(Route::TopUp(card)));
    story.tell(Msg::Submitted);
    assert_eq!(story.model.form().unwrap().tried, [Field::Credit]);
    // The first fee that is not covered comes later then.
    let ((mut story, card), _) = stories().into_iter().next().unwrap();
    story.page("fee-before", Route::Home, Lang::ZhHans).says(&["够扣月费到 2027年1月1日"]);
    story.tell(Msg::Navigated(Route::TopUp(card)));
    story.tell(Msg::Typed(Field::Paid, "30".to_owned()));
    story.tell(Msg::Submitted);
    story.page("fee-after", Route::Home, Lang::ZhHans).says(&["够扣月费到 2027年4月1日"]);
    // Of a card of data nothing but data is asked first.
    let (mut story, card) = Story::travelling();
    let page = story.page("data-top-up", Route::TopUp(card), Lang::ZhHans);
    let places = ["id=\"data\"", "id=\"paid\"", "<details", "id=\"credit\""].map(|mark| page.html.find(mark));
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
}

#[test]
fn the_credit_follows_what_was_paid_until_it_is_typed_and_only_in_its_currency() {
    let credit = |typed: &[(Field, &str)]| {
        let (mut story, card) = as_you_go(&[(2, 1600)]);
        story.tell(Msg::Navigated(Route::TopUp(card)));
        for (field, text) in typed {
            story.tell(Msg::Typed(*field, (*text).to_owned()));
        }
        story.model.form().unwrap().get(Field::Credit).to_owned()
    };
    assert_eq!(credit(&[(Field::Paid, "3"), (Field::Paid, "30"), (Field::Paid, "30.5")]), "30.5");
    assert_eq!(credit(&[(Field::Credit, "30"), (Field::Paid, "30"), (Field::Paid, "30.5")]), "30");
    assert_eq!(credit(&[(Field::Paid, "30"), (Field::Credit, ""), (Field::Paid, "31")]), "");
    assert_eq!(credit(&[(Field::Paid, "30"), (Field::PaidCurrency, "CNY"), (Field::Paid, "210")]), "");
    assert_eq!(credit(&[(Field::PaidCurrency, "CNY"), (Field::Paid, "210"), (Field::PaidCurrency, "USD")]), "210");
}

/// What a top-up credited is not guessed from what it cost: the balance says that it is not in it.
#[test]
fn a_top_up_whose_credit_nobody_said_is_named_beneath_the_balance() {
    let paid = |fact: Fact, cents, currency| match fact {
        Fact::TopUp(top_up) => Fact::TopUp(TopUp { credit: None, paid: Some(sum(cents, currency)), ..top_up }),
        fact => fact,
    };
    let (mut story, card) = at_home(1600, None);
    let entry = story.entry(card, 1, paid(credit(0, Currency::CNY), 3000, Currency::CNY));
    for (lang, words) in [
        (Lang::ZhHans, "没算进 ¥30.00 的充值：不知道到账多少"),
        (Lang::ZhHant, "未計入 CN¥30.00 的儲值：不知道入帳多少"),
        (Lang::En, "A top-up of CN¥30.00 is not in it: the credit is not known"),
    ] {
        story.page("money-not-in", Route::Card(card), lang).says(&[words]).leads(&[Route::EditEntry(entry)]);
    }
    let (mut story, card) = as_you_go(&[(2, 1600)]);
    story.entry(card, 1, paid(credit(0, Currency::USD), 21000, Currency::CNY));
    story.page("money-not-in-usd", Route::Card(card), Lang::ZhHans).says(&["没算进 ¥210.00 的充值"]);
    // A check shows what there is.
    story.entry(card, 0, seen(4600, Currency::USD));
    story.page("money-seen", Route::Card(card), Lang::ZhHans).silent(&["没算进"]);
    // What it shows more is no rise without a cause.
    for (lang, words, not) in [
        (Lang::ZhHans, "充值后比上次多", "没记原因"),
        (Lang::ZhHant, "儲值後比上次多", "未記原因"),
        (Lang::En, "More than before, after a top-up", "cause not logged"),
    ] {
        story.tables("money-paid", card, lang).says(&[words]).silent(&[not]);
    }
}

#[test]
fn money_that_rose_is_asked_about_as_data_is() {
    let (mut story, card) = as_you_go(&[(15 * 24, 1600), (12 * 24, 1200), (2, 2100)]);
    for (lang, words, not) in [
        (Lang::ZhHans, ["比上一次记录多了 $9.00", "充过值", "数字有误"], "新的一期"),
        (Lang::ZhHant, ["比上一次紀錄多了 $9.00", "儲值過", "數字有誤"], "新的一期"),
        (Lang::En, ["$9.00 more than at the check before", "A top-up", "A slip"], "A new cycle"),
    ] {
        story.page("money-rose", Route::Card(card), lang).says(&words).silent(&[not]);
    }
    // What was credited is logged, and nothing is asked any more.
    story.entry(card, 3, credit(1000, Currency::USD));
    story.page("money-rose-logged", Route::Card(card), Lang::En).silent(&["more than at the check before"]);
}

#[test]
fn what_is_left_of_money_is_an_estimate_where_the_check_is_old_whatever_was_topped_up_since() {
    // Nearly a dollar a day: of twelve nothing may be left after twenty days, and ten came today.
    let (mut story, card) = as_you_go(&[(40 * 24, 3000), (30 * 24, 2100), (20 * 24, 1200)]);
    story
        .page("money-maybe", Route::Card(card), Lang::En)
        .says(&["20 days ago", "It may be used up"])
        .silent(&["data"]);
    story.entry(card, 0, credit(1000, Currency::USD));
    for lang in Lang::ALL {
        for page in [story.page("money-guess", Route::Card(card), lang), story.page("money-guess", Route::Cards, lang)]
        {
            page.says(&["≈$10.00"]).silent(&["MB", "GB"]);
        }
    }
    story.page("money-guess", Route::Cards, Lang::En).says(&["20 days ago · probably $10.00"]);
    // A fresh one stands as it was said.
    story.entry(card, 0, seen(2150, Currency::USD));
    story.page("money-fresh", Route::Card(card), Lang::En).says(&["$21.50"]).silent(&["≈$2"]);
}

#[test]
fn the_table_of_money_calls_a_check_what_the_history_calls_it() {
    let (mut story, card) = as_you_go(&[(5 * 24, 2600), (2, 2100)]);
    for (lang, row) in
        [(Lang::ZhHans, "$21.00账户余额"), (Lang::ZhHant, "$21.00帳戶餘額"), (Lang::En, "$21.00Money balance")]
    {
        story.tables("money-table", card, lang).says(&[row]).silent(&["剩余流量", "剩餘流量"]);
    }
}

#[test]
fn an_estimate_of_money_is_said_to_three_digits() {
    let mut story = Story::new();
    let currency = Currency::TWD;
    let card = story.card(Card { plan: None, validity: Validity::Unknown, currency, ..travel() });
    for (days, cents) in [(40, 120_000), (25, 98_117), (12, 61_343)] {
        story.entry(card, days * 24, seen(cents, currency));
    }
    for route in [Route::Card(card), Route::Cards] {
        let html = story.page("money-three", route, Lang::En).html;
        let (_, guess) = html.split_once("≈NT$").unwrap();
        let (figure, _) = guess.split_once(['<', ' ', '"']).unwrap();
        assert!(figure.len() == 3 && figure.parse::<u32>().is_ok(), "{figure}");
    }
}

/// 17.50 yuan were seen, and 8 go off on the first: the day after that the money is said by that, marked as an estimate.
#[test]
fn once_a_fee_has_come_off_the_money_is_what_is_left_of_it() {
    for (days, says, not) in [(10, "¥17.50", "≈"), (11, "¥9.50", "¥17.50"), (42, "¥1.50", "¥9.50")] {
        for (lang, mark) in [(Lang::ZhHans, ""), (Lang::ZhHant, "CN"), (Lang::En, "CN")] {
            let (mut story, card) = at_home(1750, None);
            story.moment.now = story.moment.now.plus(days * DAY_MS);
            let says = [if days == 10 { "" } else { "≈" }, mark, says].concat();
            story.page("after-fee", Route::Card(card), lang).says(&[&says]);
            story.page("after-fee-list", Route::Cards, lang).says(&[&says]).silent(&[not]);
        }
    }
    // What is lacking of the fee in February is that without the one in January, which is not off it yet.
    let (mut story, card) = at_home(1750, None);
    story.moment.now = story.moment.now.plus(11 * DAY_MS);
    story.page("after-fee", Route::Card(card), Lang::En).says(&["¥6.50", "(1× the fee taken off)"]);
}

/// The page of what to do when the data has run out is of no card that has none.
#[test]
fn of_a_card_that_only_keeps_its_number_nothing_runs_out() {
    let (mut story, card) = at_home(1750, None);
    for (lang, says) in [(Lang::ZhHans, "这里没有内容"), (Lang::ZhHant, "這裡沒有內容"), (Lang::En, "Nothing here")]
    {
        story.page("no-run-out", Route::RunOut(card), lang).says(&[says]);
    }
    let (mut story, card) = at_home(0, None);
    story.page("run-out", Route::RunOut(card), Lang::En).silent(&["Nothing here"]);
}
