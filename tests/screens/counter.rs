//! A card whose carrier and whose phone count differently: one series of amounts on every screen.

use crate::story::{Story, check, gb, left, travel};
use sim_gauge::app::Route;
use sim_gauge::app::screen::card_screen;
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Amount, Arrival, Bucket, Bytes, Card, CardId, Date, Decimal, Effect, Fact, Quantity, Said, Source, Threshold,
    TopUp, Unit, Validity,
};
use sim_gauge::forecast::Outlook;
use sim_gauge::i18n::Lang;

fn used(hundredths: i64) -> Fact {
    check(Said::Used(Quantity::Data(gb(hundredths))), Source::PhoneCounter)
}

fn top_up(hundredths: i64, effect: Effect, arrival: Arrival) -> Fact {
    let Fact::TopUp(arrived) = crate::story::top_up(hundredths, effect) else { unreachable!("a top-up") };
    Fact::TopUp(TopUp { arrival, ..arrived })
}

/// Twenty days on which the carrier takes 0.40 GB of 20 GB a day and the phone, asked an hour later, counts
/// 0.50 GB.
fn doubly_read(days: i64) -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for day in (0..days).step_by(2) {
        let ago = (20 - day) * 24;
        story.entry(card, ago, check(left(2000 - 40 * day), Source::Text));
        story.entry(card, ago - 1, used(50 * day));
    }
    (story, card)
}

/// What the gauge says is left, by the last check.
fn stands(story: &Story, card: CardId) -> (Bytes, Source) {
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let known = screen.gauge.known.unwrap();
    (known.left, known.checked.unwrap().1)
}

fn about(bytes: Bytes, hundredths: i64) -> bool {
    bytes.0.abs_diff(gb(hundredths).bytes(travel().base).0) < gb(12).bytes(travel().base).0
}

#[test]
fn what_was_read_beside_the_carrier_changes_nothing() {
    let (mut story, card) = doubly_read(20);
    let (stood, by) = stands(&story, card);
    assert!(about(stood, 2000 - 40 * 18) && by == Source::Text, "{stood:?}");
    let page = story.tables("counter", card, Lang::En);
    page.silent(&["top-up not logged"]).says(&["about 410 MB a day", "12.8 GB"]);
    // In the history it stands as the phone said it.
    assert!(page.html.contains("amt num\">9.00\u{a0}GB used"), "{}", page.html);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let Outlook::Known(known) = &screen.outlook else { panic!("a forecast") };
    let day = gb(40).bytes(travel().base).0 as f64;
    assert!((known.rate(0.5) / day - 1.0).abs() < 0.1, "{}", known.rate(0.5));
}

#[test]
fn what_only_the_phone_says_is_turned_into_the_carriers_count() {
    let (mut story, card) = doubly_read(20);
    // Two days after the last pair: another gigabyte by the phone, 0.80 GB by the carrier.
    story.entry(card, 1, used(50 * 18 + 100));
    let (stood, by) = stands(&story, card);
    assert!(about(stood, 2000 - 40 * 18 - 80) && by == Source::PhoneCounter, "{stood:?}");
    let page = story.tables("counter-converted", card, Lang::En);
    page.silent(&["top-up not logged"]).says(&[
        "converted to the carrier’s count",
        "10.00 GB used",
        "≈12 GB",
        "The carrier counts 20% less than the phone (9 comparisons)",
    ]);
    page.silent(&["11.9 GB converted"]);
    story.page("counter-list", Route::Cards, Lang::ZhHans).says(&["≈12 GB"]);
    story.page("counter-converted", Route::Card(card), Lang::ZhHant).says(&["依業者的算法換算", "業者比手機少算 20%"]);
    // The forecast starts from the same amount.
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let Outlook::Known(known) = &screen.outlook else { panic!("a forecast") };
    assert!(about(Bytes(known.left_now(0.5) as u64), 2000 - 40 * 18 - 80), "{}", known.left_now(0.5));
}

#[test]
fn what_is_converted_is_as_exact_in_the_chart_as_on_the_dial() {
    let (mut story, card) = doubly_read(20);
    story.entry(card, 2, used(50 * 18 + 100));
    // The sentence, what is read off and the table; the dial and the history say it too.
    let page = story.tables("counter-chart", card, Lang::En);
    page.says(&["from 20 GB to ≈12 GB"]).silent(&["11.9 GB", "to 12"]).has("<td class=\"num\">≈12\u{a0}GB</td>");
    // So is what was added to it, until the carrier says how much there is.
    story.entry(card, 1, top_up(300, Effect::Add, Arrival::Arrived));
    let page = story.tables("counter-added", card, Lang::En);
    page.says(&["from 20 GB to ≈15 GB"]).has("<td class=\"num\">≈15\u{a0}GB</td>");
    story.moment.now = story.moment.now.plus(crate::story::HOUR * 12);
    story.entry(card, -11, check(left(1480), Source::Text));
    story.tables("counter-told", card, Lang::En).says(&["to 14.8 GB"]);
}

#[test]
fn nothing_is_converted_while_nobody_knows_how_the_two_compare() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
    story.entry(card, 60, check(left(670), Source::Text));
    story.entry(card, 59, used(400));
    story.entry(card, 1, used(500));
    assert!(about(stands(&story, card).0, 570));
    let page = story.tables("counter-first", card, Lang::En);
    page.says(&["5.7 GB", "5.00 GB used"]).silent(&["converted", "≈5.7"]);
}

#[test]
fn it_is_said_which_of_the_two_counts_more() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for day in (0..20).step_by(2) {
        let ago = (20 - day) * 24;
        story.entry(card, ago, check(left(2000 - 60 * day), Source::Text));
        story.entry(card, ago - 1, used(50 * day));
    }
    for (lang, words) in [
        (Lang::ZhHans, "运营商比手机多算 20%（9 次对比）"),
        (Lang::ZhHant, "業者比手機多算 20%（9 次比對）"),
        (Lang::En, "The carrier counts 20% more than the phone (9 comparisons)"),
    ] {
        story.page("counter-more", Route::Card(card), lang).says(&[words]);
    }
}

#[test]
fn one_comparison_is_one() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for (days, carrier, phone) in [(18, 2000, 0), (2, 920, 900)] {
        story.entry(card, days * 24, check(left(carrier), Source::Text));
        story.entry(card, days * 24 - 1, used(phone));
    }
    for (lang, words) in [
        (Lang::ZhHans, "（1 次对比）"),
        (Lang::ZhHant, "（1 次比對）"),
        (Lang::En, " more than the phone (1 comparison)"),
    ] {
        story.page("counter-once", Route::Card(card), lang).says(&[words]);
    }
}

#[test]
fn what_was_read_hours_after_the_carrier_is_no_comparison() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(500)), ..travel() });
    // All was there in the morning; in the evening the phone had counted two gigabytes.
    story.entry(card, 36, check(left(500), Source::Text));
    story.entry(card, 25, used(200));
    assert!(about(stands(&story, card).0, 300));
    story.entry(card, 1, used(250));
    assert!(about(stands(&story, card).0, 250), "{:?}", stands(&story, card));
}

#[test]
fn after_a_top_up_in_the_place_of_the_rest_the_counter_goes_on_from_there() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(500)), ..travel() });
    story.entry(card, 120, check(left(300), Source::Text));
    story.entry(card, 72, check(left(250), Source::PhoneCounter));
    story.entry(card, 12, top_up(500, Effect::Replace, Arrival::Arrived));
    story.entry(card, 1, check(left(400), Source::PhoneCounter));
    assert!(about(stands(&story, card).0, 400), "{:?}", stands(&story, card));
}

#[test]
fn another_total_does_not_change_what_the_phone_counted() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(500)), ..travel() });
    story.entry(card, 72, used(200));
    let total = |left: i64, of: i64| {
        let Fact::Check(mut check) = check(Said::Left(Quantity::Data(gb(left))), Source::Text) else { unreachable!() };
        let measure = check.measures[0];
        check.measures.push(sim_gauge::domain::Measure { said: Said::Total(Quantity::Data(gb(of))), ..measure });
        Fact::Check(check)
    };
    story.entry(card, 71, total(300, 600));
    story.entry(card, 1, used(300));
    assert!(about(stands(&story, card).0, 200), "{:?}", stands(&story, card));
}

#[test]
fn a_counter_that_began_anew_gives_no_more_than_there_is() {
    use sim_gauge::domain::DayClock;
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(100)), day_clock: Some(DayClock::FirstUse(None)), ..travel() });
    story.entry(card, 30, used(50));
    story.entry(card, 29, check(left(90), Source::Text));
    story.entry(card, 1, used(0));
    assert!(about(stands(&story, card).0, 100), "{:?}", stands(&story, card));
}

#[test]
fn from_the_carriers_count_to_the_phones_is_no_use_of_today_and_no_top_up() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(500)), ..travel() });
    story.entry(card, 26, check(left(500), Source::Text));
    story.entry(card, 1, used(300));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let allowance = screen.allowance.unwrap();
    assert_eq!((allowance.used, allowance.over()), (Bytes(0), None), "{allowance:?}");
    assert!(about(Bytes(allowance.day.0 * u64::from(allowance.days)), 200), "{allowance:?}");
    // Neither does a rise to the phone's count show what was paid for, nor the way back from a slip.
    let waits = |before: [i64; 2], now: Fact| {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(500)), ..travel() });
        for (hours, hundredths) in [(100, before[0]), (20, before[1])] {
            story.entry(card, hours, check(left(hundredths), Source::Text));
        }
        story.entry(card, 50, top_up(100, Effect::Add, Arrival::Pending));
        story.entry(card, 2, now);
        let ledger = story.model.book.ledger(card).unwrap();
        sim_gauge::plan::waiting(&ledger, story.moment.now).remove(0).seen
    };
    assert_eq!(waits([205, 200], used(200)), None, "the phone counts three gigabytes left");
    assert_eq!(waits([300, 29], check(left(280), Source::Text)), None, "0.29 GB was a slip");
    assert!(waits([300, 290], check(left(380), Source::Text)).is_some(), "a true rise");
}

#[test]
fn what_comes_back_after_weeks_is_no_slip() {
    for (days, slips) in [([6, 5, 4], true), ([34, 5, 4], false)] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(500)), ..travel() });
        for (days, hundredths) in days.into_iter().zip([500, 30, 490]) {
            story.entry(card, days * 24, check(left(hundredths), Source::Text));
        }
        let ledger = story.model.book.ledger(card).unwrap();
        let found = ledger.movements(Bucket::General).iter().filter(|movement| movement.is_slip()).count();
        assert_eq!(found, usize::from(slips), "{days:?}");
    }
}

#[test]
fn a_counter_begins_anew_with_what_comes_in_the_place_of_the_rest() {
    let (mut story, card) = doubly_read(20);
    story.entry(card, 40, top_up(500, Effect::Replace, Arrival::Arrived));
    // Of the new 5 GB the phone has counted one gigabyte: 0.80 GB.
    story.entry(card, 1, check(left(400), Source::PhoneCounter));
    let (stood, _) = stands(&story, card);
    assert!(about(stood, 420), "{stood:?}");
}

#[test]
fn a_phone_counts_on_over_what_comes_in_the_place_of_the_rest() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
    for (ago, fact) in [(220, left(860)), (124, left(760))] {
        story.entry(card, ago, check(fact, Source::Text));
    }
    for (ago, hundredths) in [(219, 160), (123, 260), (29, 310)] {
        story.entry(card, ago, used(hundredths));
    }
    story.entry(card, 6, top_up(1000, Effect::Replace, Arrival::Arrived));
    // Half a gigabyte more than before it came, not 3.6 GB of what came; it may all be of what is gone.
    story.entry(card, 1, used(360));
    assert!(about(stands(&story, card).0, 950), "{:?}", stands(&story, card));
    story.page("counter-on", Route::Card(card), Lang::En).says(&["≈9.5 GB"]).silent(&["3.6 GB used", "about 3.6"]);
    // What it counts from there moves that on.
    story.moment.now = story.moment.now.plus(24 * crate::story::HOUR);
    story.entry(card, 1, used(460));
    assert!(about(stands(&story, card).0, 850), "{:?}", stands(&story, card));
    // One that says less has begun anew.
    story.moment.now = story.moment.now.plus(24 * crate::story::HOUR);
    story.entry(card, 3, top_up(1000, Effect::Replace, Arrival::Arrived));
    story.entry(card, 1, used(20));
    assert!(about(stands(&story, card).0, 980), "{:?}", stands(&story, card));
}

#[test]
fn a_counter_alone_is_taken_as_it_is_and_one_that_agrees_is_not_worth_a_word() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for day in 0..10 {
        story.entry(card, (20 - day) * 24, used(50 * day));
    }
    assert!(about(stands(&story, card).0, 2000 - 50 * 9));
    // Then the carrier says that 2 GB more are gone: no use, and no sudden emptiness.
    story.entry(card, 10 * 24, check(left(1350), Source::Text));
    let page = story.tables("counter-then-carrier", card, Lang::En);
    page.says(&["Nov 10: 13.5 GB"]).silent(&["top-up not logged", "a day"]).has("<td class=\"num\">0.5\u{a0}GB</td>");
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let Outlook::Known(known) = &screen.outlook else { panic!("a forecast") };
    let day = gb(50).bytes(travel().base).0 as f64;
    assert!((known.rate(0.5) / day - 1.0).abs() < 0.1, "{}", known.rate(0.5));
    let ledger = story.model.book.ledger(card).unwrap();
    assert_eq!(ledger.counter(Bucket::General), None);
}

#[test]
fn a_figure_that_its_neighbours_contradict_counts_nowhere() {
    for wrong in [320, 1840] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
        for (days, hundredths) in [(6, 920), (5, 880), (4, 840), (3, wrong), (2, 760), (1, 720)] {
            story.entry(card, days * 24 + 1, check(left(hundredths), Source::Text));
        }
        let page = story.tables("slip", card, Lang::En);
        page.says(&["from 9.2 GB to 7.2 GB", "about 410 MB a day"]).silent(&["top-up not logged", "2 GB used"]);
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let most = screen.charts.general.days.iter().map(|day| day.bytes).max().unwrap();
        assert!(most <= gb(85).bytes(travel().base), "no day shows it as use: {most:?}");
    }
}

#[test]
fn what_the_two_differ_by_was_not_used_in_the_minutes_between_them() {
    // The same readings, in either order.
    let series = |phone_first: bool| {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
        for (day, phone, carrier) in [(10, 50, 2000), (4, 450, 1520)] {
            let (first, second) = if phone_first { (day * 24, day * 24 - 1) } else { (day * 24 - 1, day * 24) };
            story.entry(card, first, used(phone));
            story.entry(card, second, check(left(carrier), Source::Text));
        }
        card_screen(&story.model.book, &story.moment, card, Range::All).unwrap().charts.general.marks.len()
    };
    assert_eq!((series(true), series(false)), (2, 2));
}

#[test]
fn a_count_that_nobody_can_convert_parts_no_two_figures_of_the_carrier() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for day in (0..20).step_by(2) {
        let ago = (20 - day) * 24;
        story.entry(card, ago, check(left(2000 - 40 * day), Source::Text));
        // Five hours later: too far apart to be compared.
        story.entry(card, ago - 5, used(50 * day));
    }
    story.entry(card, 1, check(left(1200), Source::Text));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let Outlook::Known(known) = &screen.outlook else { panic!("a forecast") };
    let day = gb(40).bytes(travel().base).0 as f64;
    assert!((known.rate(0.5) / day - 1.0).abs() < 0.1, "{}", known.rate(0.5));
    let days: u32 = screen.charts.general.days.iter().map(|used| used.days()).sum();
    assert!(days >= 20, "the use of {days} days");
}

#[test]
fn the_phone_goes_on_from_the_carriers_figure_though_they_were_read_hours_apart() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    // The phone counts from a day of its own; by its figure alone 13 GB would be left.
    story.entry(card, 240, used(300));
    story.entry(card, 149, used(500));
    story.entry(card, 144, check(left(1400), Source::Text));
    story.entry(card, 1, used(700));
    let (stood, by) = stands(&story, card);
    assert!(about(stood, 1207) && by == Source::PhoneCounter, "{stood:?}");
    // The mean is of the days that the sentence names, and of the count in which they are.
    let page = story.tables("counter-apart", card, Lang::En);
    page.says(&["from 14 GB to ≈12 GB · about 330 MB a day", "7.00 GB used"]);
    page.silent(&["to 13 GB", "Balance13 GB", "17 GB to", OWN_COUNT]);
    page.has("<td class=\"num\">≈12\u{a0}GB</td>");
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let known = screen.gauge.known.unwrap();
    assert!(
        known.converted && known.rounding > gb(10).bytes(travel().base),
        "as far as hours are not known: {known:?}"
    );
    // The other way round: the phone a few hours after the carrier only shows how the two compare.
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    story.entry(card, 149, check(left(1400), Source::Text));
    story.entry(card, 144, used(500));
    assert_eq!(stands(&story, card).1, Source::Text);
    story.entry(card, 1, used(700));
    assert!(about(stands(&story, card).0, 1200), "{:?}", stands(&story, card));
}

#[test]
fn a_newer_figure_of_the_carriers_stands_though_the_phone_was_not_read_beside_it() {
    let (mut story, card) = doubly_read(20);
    story.entry(card, 20, check(left(1000), Source::Text));
    // Of 1.5 GB in two days 0.62 fall into the hours since, which are 0.5 GB by the carrier.
    story.entry(card, 1, used(50 * 18 + 150));
    assert!(about(stands(&story, card).0, 950), "{:?}", stands(&story, card));
    story.tables("counter-newer", card, Lang::En).silent(&["more than at the check before", OWN_COUNT]);
}

const OWN_COUNT: &str = "not yet compared with the carrier";

#[test]
fn what_cannot_be_compared_says_that_the_carrier_may_say_otherwise() {
    let mut story = Story::new();
    let own = story.card(Card { plan: Some(gb(500)), ..travel() });
    story.entry(own, 60, check(left(500), Source::Text));
    story.entry(own, 49, used(200));
    story.entry(own, 1, used(250));
    let page = story.tables("counter-own", own, Lang::En);
    page.says(&[OWN_COUNT, "from 3 GB to 2.5 GB", "about 260 MB a day"]).silent(&["from 5 GB"]);
    story.page("counter-own", Route::Card(own), Lang::ZhHans).says(&["手机自己的统计，还没和运营商的数字对照过"]);
    story.page("counter-own", Route::Card(own), Lang::ZhHant).says(&["手機自己的統計，還沒和業者的數字比對過"]);
    // However much there is to be done: it stands open.
    let mut few = Story::new();
    let card = few.card(Card {
        plan: Some(gb(500)),
        threshold: Threshold::Amount(gb(300)),
        validity: Validity::Until(Date::new(2026, 11, 22).unwrap()),
        needed_until: Date::new(2026, 12, 20),
        ..travel()
    });
    few.entry(card, 60, check(left(500), Source::Text));
    few.entry(card, 1, used(250));
    let page = few.page("counter-own-first", Route::Card(card), Lang::En);
    page.says(&[OWN_COUNT]);
    let (open, more) = page.html.split_once("<details class=\"counter more\"").unwrap();
    assert!(open.contains(OWN_COUNT) && !more.contains(OWN_COUNT), "{}", page.html);
    // Nobody else spoke of it, or the carrier spoke last.
    story.entry(own, 0, check(left(220), Source::Text));
    story.page("counter-carrier", Route::Card(own), Lang::En).silent(&[OWN_COUNT]);
    let alone = story.card(travel());
    story.entry(alone, 1, used(50));
    story.page("counter-alone", Route::Card(alone), Lang::En).silent(&[OWN_COUNT]);
}

#[test]
fn the_phones_first_count_after_a_top_up_stands_as_it_was_read_however_soon_that_was() {
    for hours in [1, 4, 8] {
        let mut story = Story::new();
        let card = story.card(travel());
        story.entry(card, 60, check(left(40), Source::Text));
        story.entry(card, 12, top_up(500, Effect::Replace, Arrival::Arrived));
        story.entry(card, 12 - hours, used(30));
        assert_eq!(stands(&story, card), (gb(470).bytes(travel().base), Source::PhoneCounter), "{hours}");
        story.page("counter-anew", Route::Card(card), Lang::En).says(&["4.7 GB", OWN_COUNT]);
    }
    // Where the carrier has spoken of it as well, the phone shows how the two compare.
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 12, top_up(500, Effect::Replace, Arrival::Arrived));
    story.entry(card, 9, check(left(480), Source::Text));
    story.entry(card, 8, used(30));
    assert_eq!(stands(&story, card).1, Source::Text);
}

#[test]
fn a_phone_that_counted_more_than_the_plan_still_moves_the_carriers_figure_on() {
    // The two were read together; or the phone a day before: of its two gigabytes 1.71 fall into the hours since.
    for (ago, is) in [(121, 200), (168, 229)] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
        story.entry(card, ago, used(1100));
        story.entry(card, if ago == 121 { 120 } else { 144 }, check(left(400), Source::Text));
        story.entry(card, 1, used(1300));
        assert!(about(stands(&story, card).0, is), "{:?}", stands(&story, card));
        let page = story.tables("counter-beyond", card, Lang::En);
        page.says(&["13.00 GB used"]).silent(&["No use shows", "more than the 10 GB"]);
    }
}

/// Two pairs at 14.6 and 14 GB, the last of them 72 hours ago, by the phone at 4.4 and 5 GB used; then these.
fn after_pairs(then: &[(i64, Fact)]) -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
    for (ago, carrier, phone) in [(96, 1460, 440), (72, 1400, 500)] {
        story.entry(card, ago, check(left(carrier), Source::Text));
        story.entry(card, ago, used(phone));
    }
    for (ago, fact) in then {
        story.entry(card, *ago, fact.clone());
    }
    (story, card)
}

#[test]
fn a_mistyped_figure_of_the_carriers_is_a_slip_where_the_phone_goes_on_with_the_old_line() {
    let app = |hundredths| check(left(hundredths), Source::App);
    // "1.35" for 13.5: with the phone after it, beside it, and with the right figure before the phone.
    for then in [
        vec![(30, app(135)), (20, used(560)), (1, used(590))],
        vec![(31, used(550)), (30, app(135)), (1, used(590))],
        vec![(30, app(135)), (29, used(550)), (1, used(590))],
        vec![(31, used(550)), (30, app(135)), (10, app(1320)), (1, used(590))],
    ] {
        let (mut story, card) = after_pairs(&then);
        assert!(about(stands(&story, card).0, 1310), "{:?} of {then:?}", stands(&story, card));
        let page = story.tables("counter-slip", card, Lang::En);
        page.says(&["≈13 GB"]).silent(&["Likely empty", "than the phone"]);
    }
    // What the phone counted as well was used, and what the carrier says again is so.
    for (then, is) in [
        (vec![(30, app(135)), (29, used(1740)), (1, used(1770))], 105),
        (vec![(30, app(350)), (20, used(1480)), (1, used(1520))], 121),
        (vec![(30, app(135)), (20, used(560)), (10, app(130)), (1, used(590))], 116),
        (vec![(30, app(135)), (25, app(130)), (20, used(560)), (1, used(590))], 94),
    ] {
        let (story, card) = after_pairs(&then);
        assert!(about(stands(&story, card).0, is), "{:?} of {then:?}", stands(&story, card));
    }
}

const BEGAN_ANEW: [(Lang, &str); 3] =
    [(Lang::ZhHans, "手机的统计重新开始了"), (Lang::ZhHant, "手機的統計重新開始了"), (Lang::En, "count began anew")];

#[test]
fn where_the_phone_begins_anew_the_carriers_figure_stands_on() {
    let (mut story, card) = doubly_read(20);
    story.entry(card, 1, used(20));
    assert_eq!(stands(&story, card), (gb(1280).bytes(travel().base), Source::Text));
    for (lang, words) in BEGAN_ANEW {
        let page = story.tables("counter-began", card, lang);
        page.says(&[words, "12.8 GB"]).silent(&[OWN_COUNT, "19.8 GB", "还没和", "還沒和"]);
    }
    // What it counts from there moves that on; of the two days that nobody counted it takes off an even share.
    story.moment.now = story.moment.now.plus(24 * crate::story::HOUR);
    story.entry(card, 1, used(70));
    assert!(about(stands(&story, card).0, 1280 - 80 * (128 + 50) / 100), "{:?}", stands(&story, card));
    story.tables("counter-goes-on", card, Lang::En).says(&[BEGAN_ANEW[2].1, "≈11 GB"]);
    // The carrier's next figure leaves nothing open.
    story.entry(card, 0, check(left(1200), Source::Text));
    story.page("counter-began-told", Route::Card(card), Lang::En).silent(&[BEGAN_ANEW[2].1]).says(&["12 GB"]);
}

#[test]
fn what_came_in_the_place_of_the_phones_own_count_is_not_that_count() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(500)), ..travel() });
    story.entry(card, 60, check(left(500), Source::Text));
    story.entry(card, 49, used(200));
    story.entry(card, 25, used(250));
    story.page("counter-own", Route::Card(card), Lang::En).says(&[OWN_COUNT]);
    story.entry(card, 1, top_up(1000, Effect::Replace, Arrival::Arrived));
    story.page("counter-replaced", Route::Card(card), Lang::En).says(&["10 GB"]).silent(&[OWN_COUNT]);
}

#[test]
fn what_is_moved_on_is_no_more_exact_than_the_carriers_figure() {
    for ago in [50, 53] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
        let three = Amount::new(Decimal::new(3, 0).unwrap(), Unit::GB).unwrap();
        story.entry(card, 50, check(Said::Left(Quantity::Data(three)), Source::Text));
        story.entry(card, ago, used(1700));
        story.entry(card, 1, used(1720));
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let known = screen.gauge.known.unwrap();
        assert!(known.rounding >= gb(50).bytes(travel().base), "{known:?}");
        story.tables("counter-coarse", card, Lang::En).says(&["from 3 GB to ≈2.8 GB"]);
    }
}

/// A card of so much, and what the carrier (its rest) and the phone (its use) said, so many hours ago.
fn told(plan: i64, entries: &[(i64, Fact)]) -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(plan)), ..travel() });
    for (ago, fact) in entries {
        story.entry(card, *ago, fact.clone());
    }
    (story, card)
}

#[test]
fn a_slip_of_the_phones_is_no_new_count() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let (story, card) =
        told(2000, &[(96, carrier(800)), (95, used(1200)), (72, used(1260)), (48, used(126)), (24, used(1280))]);
    assert!(about(stands(&story, card).0, 720), "{:?}", stands(&story, card));
    // Nor is the same count with another digit.
    let tenths = Amount::new(Decimal::new(124, 1).unwrap(), Unit::GB).unwrap();
    let coarse = check(Said::Used(Quantity::Data(tenths)), Source::PhoneCounter);
    let (story, card) = told(2000, &[(96, carrier(800)), (95, coarse), (91, used(1237)), (24, used(1260))]);
    assert!(about(stands(&story, card).0, 780), "{:?}", stands(&story, card));
}

#[test]
fn what_the_phone_counted_of_what_is_gone_ends_with_it() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let fresh = || top_up(1000, Effect::Replace, Arrival::Arrived);
    // The phone alone: half a plan, another in its place, and 4.5 GB more since.
    let (story, card) = told(1000, &[(240, used(500)), (25, fresh()), (1, used(950))]);
    assert!(about(stands(&story, card).0, 550), "{:?}", stands(&story, card));
    // What it counted of both says nothing of how the two compare.
    let (mut story, card) =
        told(1000, &[(240, carrier(500)), (239, used(500)), (26, fresh()), (3, carrier(950)), (2, used(950))]);
    let page = story.page("counter-mixed", Route::Card(card), Lang::En);
    page.says(&["9.5 GB"]).silent(&["The carrier counts"]);
}

#[test]
fn what_the_carrier_says_is_gone_is_gone() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let (story, card) = told(2000, &[(96, carrier(1000)), (95, used(1000)), (2, carrier(0)), (1, used(1080))]);
    assert_eq!(stands(&story, card).0, Bytes(0));
}

#[test]
fn a_ratio_that_is_not_believed_in_full_leaves_open_what_it_would_make_of_the_use() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let known = |phone: i64, then: &[(i64, Fact)]| {
        let compared = [(97, carrier(2000)), (96, used(0)), (49, carrier(1500)), (48, used(phone))];
        let (story, card) = told(2000, &[&compared[..], then].concat());
        let known = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap().gauge.known.unwrap();
        (known.left, known.rounding.0 as f64 / gb(100).bytes(travel().base).0 as f64)
    };
    // The carrier took 5 GB where the phone counted 0.1: of the gigabyte since then two are counted, and a dozen were found.
    let (left, rounding) = known(10, &[(1, used(110))]);
    assert!(about(left, 1300) && rounding > 9.0, "{left:?} {rounding}");
    // That is as open once the phone has begun to count anew.
    let (left, rounding) = known(10, &[(25, used(110)), (12, used(5)), (1, used(10))]);
    assert!(rounding > 9.0, "{left:?} {rounding}");
    // Of a ratio that is used as it was found nothing is.
    let (left, rounding) = known(400, &[(1, used(500))]);
    assert!(rounding < 0.1, "{left:?} {rounding}");
}

#[test]
fn what_the_carrier_says_is_left_stands_whatever_the_phone_counted() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let phone = |hundredths: i64| check(left(hundredths), Source::PhoneCounter);
    // Minutes apart the carrier says that 3 GB are left, and the phone 9.2: in either order, or hours later.
    for (said, counted) in [(1, 1), (1, 2), (9, 1)] {
        let before = [(96, carrier(960)), (95, phone(960)), (48, carrier(950)), (48, phone(950))];
        let (mut story, card) = told(1000, &[&before[..], &[(said, carrier(300)), (counted, phone(920))]].concat());
        assert!(about(stands(&story, card).0, 300), "{:?} {said} {counted}", stands(&story, card));
        let page = story.tables("counter-believed", card, Lang::En);
        page.silent(&["slip", "more than at the check before", "Out of line"]);
        // By how much they disagree is no way of counting; what the phone counts on is not held for many times as much.
        if said != 9 {
            page.silent(&["more than the phone"]);
            story.moment.now = story.moment.now.plus(24 * crate::story::HOUR);
            story.entry(card, 1, phone(900));
            let left = stands(&story, card).0;
            assert!(left > gb(200).bytes(travel().base), "{left:?}");
        }
    }
    // A digit in the wrong place, where ten times it is what the phone goes on with, is a slip still.
    let before = [(96, carrier(960)), (95, phone(960)), (48, carrier(950)), (48, phone(950))];
    let (mut story, card) = told(1000, &[&before[..], &[(2, carrier(93)), (1, phone(920))]].concat());
    assert!(about(stands(&story, card).0, 920), "{:?}", stands(&story, card));
    story.tables("counter-digit", card, Lang::En).says(&["The figure before may have been a slip"]);
}

#[test]
fn a_phone_that_counts_in_thousands_makes_no_slip_of_the_carriers() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    // The carrier takes 1 GB, the phone counts 1.07 of a thousand MB each, and a few hours later the carrier says so.
    let entries = [(96, carrier(800)), (96, used(100)), (30, used(207)), (24, carrier(700)), (1, carrier(690))];
    let (mut story, card) = told(1000, &entries);
    story.tables("counter-thousands", card, Lang::En).silent(&["Out of line", "slip", "more than at the check before"]);
    // One that is off by more is asked about still.
    let (mut story, card) = told(1000, &[&entries[..3], &[(24, carrier(730)), (1, carrier(690))]].concat());
    story.tables("counter-off", card, Lang::En).says(&["Out of line"]);
}

#[test]
fn what_went_by_the_phone_is_no_other_way_of_counting() {
    for (phone, told) in [(900, true), (91, false)] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(2000)), ..travel() });
        for (days, carrier, phone) in [(18, 2000, 0), (2, 920, phone)] {
            story.entry(card, days * 24, check(left(carrier), Source::Text));
            story.entry(card, days * 24 - 1, used(phone));
        }
        let page = story.page("counter-by", Route::Card(card), Lang::En);
        assert_eq!(page.text().contains("than the phone"), told, "{}", page.text());
    }
}

#[test]
fn a_phone_that_hardly_moves_while_the_carrier_loses_gigabytes_makes_nothing_unusual() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let entries = [(192, carrier(800)), (191, used(100)), (24, carrier(300)), (23, used(110)), (1, used(200))];
    let (mut story, card) = told(1000, &entries);
    let page = story.tables("counter-far", card, Lang::En);
    page.says(&["The phone’s count and the carrier’s are far apart"]).silent(&["usually", "than the phone"]);
    // How far the figure is to be believed stands open above what follows from it, however much that is.
    let (_, lines) = page.html.split_once("far apart").unwrap();
    assert!(lines.contains("threshold"), "{lines}");
    let soon = Card { plan: Some(gb(1000)), validity: Validity::Until(Date::new(2026, 11, 22).unwrap()), ..travel() };
    let (mut soon, ends) = Story::of(soon, &entries);
    let page = soon.page("counter-far-ends", Route::Card(ends), Lang::En);
    page.says(&["far apart", "It expires in 2 days", "1 more"]);
    let (open, _) = page.html.split_once("counter more").unwrap();
    assert!(open.contains("far apart"), "{open}");
    let known = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap().gauge.known.unwrap();
    // What is left is something between nothing and the carrier's last figure.
    assert!(known.rounding <= gb(300).bytes(travel().base), "{known:?}");
    // What the carrier says itself needs no such word.
    story.entry(card, 0, carrier(290));
    story.tables("counter-asked", card, Lang::En).silent(&["far apart", "usually"]);
    // Where a comparison is open by gigabytes, a range of bytes is not what is usual.
    let entries = [(240, carrier(900)), (239, used(0)), (24, carrier(700)), (23, used(1)), (1, used(100))];
    let (mut story, card) = told(1000, &entries);
    story.tables("counter-open", card, Lang::En).silent(&["usually"]);
}

#[test]
fn what_the_phone_counted_is_known_still_where_the_carrier_speaks_beside_it() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1200)), validity: Validity::Unknown, ..travel() });
    for (ago, fact) in [(49, used(200)), (1, used(300)), (1, check(left(600), Source::App))] {
        story.entry(card, ago, fact);
    }
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let Outlook::Known(known) = &screen.outlook else { panic!("{:?}", screen.outlook) };
    let day = gb(50).bytes(travel().base).0 as f64;
    assert!((known.rate(0.5) / day - 1.0).abs() < 0.3, "{}", known.rate(0.5) / day);
    assert_eq!(stands(&story, card), (gb(600).bytes(travel().base), Source::App));
    story.page("counter-beside", Route::Card(card), Lang::En).silent(&["Can’t tell yet"]);
}

#[test]
fn how_far_the_two_are_apart_is_said_as_it_was_found() {
    let carrier = |hundredths: i64| check(left(hundredths), Source::Text);
    let entries = [(96, carrier(500)), (96, used(0)), (2, carrier(380)), (2, used(100))];
    let (mut story, card) = told(500, &entries);
    story.page("counter-found", Route::Card(card), Lang::En).says(&["20%"]);
}

#[test]
fn checks_that_lie_close_want_another_in_some_hours_or_now() {
    for (ago, says) in [(3, "Log another in a few hours"), (50, "Log another one now")] {
        let mut story = Story::new();
        let card = story.card(Card { plan: None, validity: Validity::Unknown, ..travel() });
        story.entry(card, ago + 1, check(left(600), Source::App));
        story.entry(card, ago, check(left(580), Source::App));
        story.page("close", Route::Card(card), Lang::En).says(&[says]);
    }
}
