//! Where two rules meet: a renewal and a payment, a fee and a payment, a top-up and a period, a slow rest and a booster.

use crate::story::{Story, check, gb, left, top_up, travel};
use sim_gauge::app::Route;
use sim_gauge::app::screen::{Alert, card_screen};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Arrival, Bucket, Card, CardId, Check, Currency, Cycle, Date, DayClock, Decimal, Effect, EntryId, Fact, KeepRule,
    Keeping, Measure, Money, Quantity, Said, Source, TopUp, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use sim_gauge::journal::Change;
use std::rc::Rc;

fn text(hundredths: i64) -> Fact {
    check(left(hundredths), Source::Text)
}

fn dollars(sum: i64) -> Money {
    Money { figure: Decimal::new(sum, 0).unwrap(), currency: Currency::USD }
}

fn says(measures: &[Said]) -> Fact {
    let Fact::Check(said) = text(0) else { unreachable!("a check") };
    let measures = measures.iter().map(|said| Measure { bucket: Bucket::General, said: *said }).collect();
    Fact::Check(Check { measures, ..said })
}

fn money(sum: i64) -> Fact {
    let Fact::Check(said) = text(0) else { unreachable!("a check") };
    let measures = vec![Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(dollars(sum))) }];
    Fact::Check(Check { measures, ..said })
}

fn renews(fact: Fact, month: u8, day: u8) -> Fact {
    let Fact::Check(said) = fact else { unreachable!("a check") };
    Fact::Check(Check { renews: Date::new(2026, month, day), ..said })
}

fn pending(data: Option<i64>, paid: Option<i64>) -> Fact {
    let (data, paid) = (data.map(gb), paid.map(dollars));
    Fact::TopUp(TopUp { data, paid, effect: Effect::Add, arrival: Arrival::Pending, ..TopUp::default() })
}

fn unsaid() -> Card {
    Card { validity: Validity::Unknown, ..travel() }
}

/// How often it renewed, with 15 October named.
fn renewals(then: &[(i64, Fact)]) -> usize {
    let (story, card) = Story::of(unsaid(), &[&[(60 * 24, renews(text(500), 10, 15))], then].concat());
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    match screen.ledger.calendar() {
        Cycle::On(all) => all.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_topped_up_before_a_period_was_seen_leaves_the_dial_as_it_is() {
    let month = Card { validity: Validity::CalendarMonth, ..travel() };
    let entries = [(25, text(100)), (10, top_up(500, Effect::Add)), (9, text(980)), (3, text(800)), (1, text(700))];
    let (story, card) = Story::of(month, &entries.map(|(days, fact)| (days * 24, fact)));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    assert_eq!(screen.gauge.full, Some(gb(1000).bytes(travel().base)));
    // A total that was known already changes nothing.
    let whole = |hundredths| Said::Total(Quantity::Data(gb(hundredths)));
    let before =
        [(14, says(&[left(500), whole(500)])), (11, says(&[left(100), whole(500)])), (10, top_up(500, Effect::Add))];
    let full = |more: &[(i64, Fact)]| {
        let entries: Vec<_> = before.iter().chain(more).map(|(days, fact)| (days * 24, fact.clone())).collect();
        let (story, card) = Story::of(travel(), &entries);
        card_screen(&story.model.book, &story.moment, card, Range::All).unwrap().gauge.full
    };
    assert_eq!(full(&[]), full(&[(9, says(&[left(590), whole(1000)]))]));
}

#[test]
fn a_renewal_that_nobody_named_is_not_made_of_little_use() {
    // Who hardly uses anything; what was nearly gone before; what was paid for days before.
    for (then, count) in [
        (vec![(40, text(480)), (20, text(460)), (4, text(440)), (2, text(438))], 1),
        (vec![(25, text(80)), (3, text(60))], 1),
        (vec![(20, text(0)), (3, text(0))], 1),
        (vec![(20, text(150)), (8, top_up(500, Effect::Replace)), (3, text(350))], 1),
        // More than was left can only be of the new one.
        (vec![(20, text(150)), (3, text(450))], 2),
    ] {
        let then: Vec<_> = then.into_iter().map(|(days, fact)| (days * 24, fact)).collect();
        assert_eq!(renewals(&then), count, "{then:?}");
    }
}

#[test]
fn a_payment_explains_one_rise() {
    let days = [
        (12, text(100)),
        (11, pending(Some(200), None)),
        (10, text(290)),
        (8, text(250)),
        (6, text(420)),
        (4, text(200)),
        (2, text(190)),
    ];
    let (story, card) = Story::of(travel(), &days.map(|(days, fact)| (days * 24, fact)));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    assert_eq!(screen.rows.iter().filter(|row| row.slip).count(), 1, "4.2 GB was typed wrong");
}

#[test]
fn what_renews_or_begins_anew_each_day_is_no_payment_that_arrived() {
    let arrived = |card: Card, entries: &[(i64, Fact)]| {
        let (mut story, card) = Story::of(card, entries);
        story.page("meets-arrived", Route::Card(card), Lang::En).text().contains("seems to have arrived")
    };
    let entries = |paid: i64| [(20 * 24, text(20)), (paid * 24, pending(Some(100), None)), (24, text(480))];
    let month = Card { renews: Date::new(2026, 11, 18), ..unsaid() };
    assert!(!arrived(month, &entries(4)), "it renewed between");
    assert!(arrived(unsaid(), &entries(4)), "nothing else explains it");
    // A day plan of 2 GB, by the midnight of the card's own zone and by that of a seller eleven hours ahead, which is past
    // noon there: the second check is of a new day by both.
    for zone in ["America/New_York", "Asia/Hong_Kong"] {
        let day_clock = ZoneName::parse(zone).map(DayClock::Midnight);
        let daily = || Card { plan: Some(gb(200)), day_clock: day_clock.clone(), ..travel() };
        let entries = [(30, text(30)), (29, pending(Some(100), None)), (1, text(180))];
        assert!(!arrived(daily(), &entries), "{zone}: a new day");
        // In one day of the card's zone, and of two of the seller's.
        let entries = [(5, text(30)), (4, pending(Some(100), None)), (1, text(120))];
        assert_eq!(arrived(daily(), &entries), zone == "America/New_York", "{zone}");
    }
}

#[test]
fn a_payment_that_was_seen_to_arrive_pays_no_later_fee() {
    let rule = KeepRule::MonthlyFee { day: 22, fee: Some(dollars(3)) };
    let keeping = Some(Keeping { rule, grace: 30, from: None });
    let entries = |paid: bool| {
        let paid = paid.then(|| (69 * 24, pending(None, Some(20))));
        let sums = [(70 * 24, money(2)), (68 * 24, money(22)), (2 * 24, money(1))];
        sums.into_iter().chain(paid).collect::<Vec<_>>()
    };
    for paid in [false, true] {
        let (mut story, card) = Story::of(Card { plan: None, keeping, ..unsaid() }, &entries(paid));
        story.page("meets-fee", Route::Card(card), Lang::En).says(&["lacks $2.00"]);
    }
}

#[test]
fn a_payment_that_never_arrives_silences_nothing_for_good_and_is_still_asked_about() {
    let rule = KeepRule::MonthlyFee { day: 22, fee: Some(dollars(3)) };
    let keeping = Some(Keeping { rule, grace: 30, from: None });
    let prepaid = || Card { plan: None, keeping, ..unsaid() };
    let waits = "Top-up of $20.00: not there yet";
    for (days, asks) in [(1, false), (2, false), (4, true)] {
        let (mut story, card) =
            Story::of(prepaid(), &[(20 * 24, money(2)), (days * 24, pending(None, Some(20))), (1, money(1))]);
        let page = story.page("meets-never", Route::Card(card), Lang::En);
        assert_eq!(page.says(&[waits]).text().contains("lacks $2.00"), asks, "{days}: {}", page.text());
        // Data that is short as well.
        let days = [(15, text(500)), (12, text(360)), (8, text(200)), (days, pending(None, Some(20))), (0, text(20))];
        let (mut story, card) = Story::of(travel(), &days.map(|(days, fact)| (days * 24, fact)));
        let page = story.page("meets-never-data", Route::Card(card), Lang::En);
        assert_eq!(page.says(&[waits]).text().contains("to keep it going"), asks, "{}", page.text());
    }
}

#[test]
fn what_goes_on_slowly_wants_no_top_up_after_a_booster_either() {
    let slow = says(&[left(0), Said::Unlimited]);
    let days = [(10, slow), (9, top_up(300, Effect::Add)), (5, text(120)), (1, text(20))];
    let (mut story, card) = Story::of(travel(), &days.map(|(days, fact)| (days * 24, fact)));
    story.page("meets-slow", Route::Card(card), Lang::En).silent(&["to keep it going", "top up"]);
}

/// The days on which a plan began anew, by entries of so many days ago.
fn begun(card: &Card, entries: &[(i64, Fact)]) -> String {
    let hours: Vec<_> = entries.iter().map(|(days, fact)| (days * 24, fact.clone())).collect();
    let (story, card) = Story::of(card.clone(), &hours);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    let Cycle::On(all) = screen.ledger.calendar() else { panic!("{:?}", screen.ledger.calendar()) };
    all.iter().map(|at| screen.ledger.zone().date(*at).to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_day_that_is_named_was_one_of_renewal_a_period_before_too() {
    let begun = |entries: &[(i64, Fact)]| begun(&unsaid(), entries);
    // 5 GB a month, of which 2 were used in the first ten days of October.
    let october = |then: &[(i64, Fact)]| begun(&[&[(50, text(500)), (40, text(300))], then].concat());
    // A month later as much is gone; what rose is asked about; and so little more may be gone that it went on.
    assert_eq!(october(&[(9, renews(text(290), 12, 1))]), "2026-11-01 2026-12-01");
    assert_eq!(october(&[(9, renews(text(400), 12, 1))]), "2026-12-01");
    assert_eq!(begun(&[(21, text(300)), (18, renews(text(270), 12, 1))]), "2026-12-01");
    // Not the day on which it was said first, when the next one was later; nor so near to one that was named.
    assert_eq!(october(&[(30, renews(text(200), 12, 8)), (9, renews(text(190), 12, 8))]), "2026-12-08");
    assert_eq!(october(&[(35, renews(text(200), 10, 28)), (9, renews(text(400), 12, 1))]), "2026-10-28 2026-12-01");
    // Between two that were named, all that figures bear out.
    let spring = [(200, renews(text(400), 6, 1)), (60, renews(text(450), 10, 1))];
    assert_eq!(begun(&spring), "2026-06-01 2026-07-01 2026-08-01 2026-09-01 2026-10-01 2026-11-01");
}

#[test]
fn what_was_used_evenly_all_along_did_not_begin_anew_in_between() {
    // 300 MB a day, with a booster: as much as the plan gives is left, by chance.
    let booster = [(50, text(500)), (43, text(290)), (36, text(80)), (36, top_up(1200, Effect::Add)), (29, text(1070))];
    let then = [(22, text(860)), (9, renews(text(500), 12, 1))];
    assert_eq!(begun(&unsaid(), &[&booster[..], &then].concat()), "2026-12-01");
    // A large plan of a year that is used slowly.
    let year = Card { plan: Some(gb(3000)), ..unsaid() };
    let slow = [(150, text(3000)), (120, text(2750)), (90, text(2500)), (60, text(2250)), (30, text(2000))];
    assert_eq!(begun(&year, &[&slow[..], &[(0, renews(text(1750), 12, 10))]].concat()), "2026-12-10");
    // The whole is what a reply says.
    let no_plan = Card { plan: None, ..unsaid() };
    let Fact::Check(whole) = says(&[left(500), Said::Total(Quantity::Data(gb(500)))]) else { unreachable!("a check") };
    let october = [(50, Fact::Check(whole)), (40, text(300)), (9, renews(text(290), 12, 1))];
    assert_eq!(begun(&no_plan, &october), "2026-11-01 2026-12-01");
}

#[test]
fn a_renewal_has_not_come_on_its_morning_where_what_was_left_still_is() {
    let today = Card { renews: Date::new(2026, 11, 20), ..unsaid() };
    let morning = [(22 * 24, text(340)), (12 * 24, text(180)), (6, text(20))];
    let (mut story, card) = Story::of(today, &morning);
    story
        .page("morning", Route::Card(card), Lang::En)
        .says(&["renews in 1 day"])
        .silent(&["new period", "over the even pace"]);
    story.entry(card, 1, text(490));
    let noon = story.page("noon", Route::Card(card), Lang::En);
    noon.says(&["Dec 20"]).silent(&["usually", "Which is it?"]);
}

#[test]
fn it_goes_on_from_the_day_that_was_named_nearest() {
    let entries = [(45, renews(text(400), 10, 28)), (24, text(420)), (20, renews(text(400), 12, 5))];
    assert_eq!(begun(&unsaid(), &entries), "2026-10-28 2026-12-05");
    let (mut story, card) = Story::of(unsaid(), &[(45 * 24, renews(text(400), 10, 18)), (24 * 24, text(420))]);
    story.page("nearest", Route::Card(card), Lang::En).says(&["Dec 18"]);
    let typed = Card { renews: Date::new(2027, 1, 5), ..story.model.book.card(card).unwrap().clone() };
    let replaces = Some(story.model.book.cards.get(&card).unwrap().version);
    story.event(Change::SavedCard { card, replaces, value: Rc::new(typed) });
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    let again =
        screen.ledger.renewed_since(screen.ledger.calendar().begun(screen.ledger.zone(), story.moment.now).unwrap());
    assert_eq!(screen.ledger.zone().date(again).to_string(), "2026-11-18");
}

#[test]
fn a_month_that_ends_before_the_renewal_that_was_named_does_so_by_assumption() {
    let month = || Card { validity: Validity::CalendarMonth, ..travel() };
    let (mut story, card) = Story::of(month(), &[(2, renews(text(290), 12, 25))]);
    story.page("meets-month", Route::Card(card), Lang::En).says(&["Nov 25 (assumed)"]);
    story.page("meets-month", Route::Cards, Lang::En).says(&["(assumed)"]);
    // What was named, and what follows it with the months.
    for (month_named, day) in [(11, 25), (11, 15)] {
        let (mut story, card) = Story::of(month(), &[(7 * 24, renews(text(290), month_named, day))]);
        story.page("meets-month-named", Route::Card(card), Lang::En).says(&["Renews"]).silent(&["(assumed)"]);
    }
}

/// The checks of which it is asked why they found more.
fn asked(story: &Story, card: CardId) -> Vec<EntryId> {
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    let rises = screen.alerts(&story.moment).into_iter();
    rises.filter_map(|alert| if let Alert::Rise { check, .. } = alert { Some(check) } else { None }).collect()
}

#[test]
fn a_payment_that_waits_answers_for_the_rise_that_shows_it_and_for_no_other() {
    const WHY: &str = "Say why there is more";
    let told = |days: &[(i64, Fact)]| {
        let (mut story, card) = Story::of(travel(), &[]);
        let entries: Vec<_> = days.iter().map(|(days, fact)| story.entry(card, days * 24, fact.clone())).collect();
        (story, card, entries)
    };
    let before = [(15, text(400)), (12, text(330)), (8, text(240))];
    // It is asked whether the payment has arrived, and nothing else; however long ago it was paid for.
    for paid in [6, 2] {
        let (mut story, card, _) = told(&[&before[..], &[(paid, pending(Some(200), None)), (1, text(400))]].concat());
        assert_eq!(asked(&story, card), []);
        story.page("meets-shown", Route::Card(card), Lang::En).says(&["seems to have arrived"]).silent(&[WHY]);
    }
    // A rise from before it was paid for is not its doing, nor is the next one after that which shows it.
    let (mut story, card, entries) = told(&[&before[..], &[(1, text(400)), (0, pending(Some(200), None))]].concat());
    assert_eq!(asked(&story, card), [entries[3]]);
    story.page("meets-risen-before", Route::Card(card), Lang::En).says(&[WHY]);
    let rises = [(7, pending(Some(100), None)), (6, text(330)), (4, text(250)), (1, text(390))];
    let (mut story, card, entries) = told(&[&before[..], &rises].concat());
    assert_eq!(asked(&story, card), [entries[6]]);
    story.page("meets-risen-again", Route::Card(card), Lang::En).says(&[WHY, "seems to have arrived"]);
}

#[test]
fn what_was_used_before_a_top_up_of_today_is_of_today_where_the_day_that_was_set_stays_the_last() {
    let used = |needed_until| {
        let Fact::TopUp(longer) = top_up(100, Effect::Add) else { unreachable!("a top-up") };
        let longer = Fact::TopUp(TopUp { expires: Date::new(2026, 12, 20), ..longer });
        let entries = [(48, text(300)), (10, text(260)), (5, longer), (1, text(340))];
        let (story, card) = Story::of(Card { needed_until, ..travel() }, &entries);
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        screen.allowance.unwrap().used
    };
    let (all, part) = (gb(19).bytes(travel().base), gb(12).bytes(travel().base));
    assert!(used(Date::new(2026, 11, 28)) > all, "0.2 GB since four in the morning");
    assert!(used(None) < part, "only what was used since the end was moved: {:?}", used(None));
}

#[test]
fn nobody_is_told_to_keep_to_a_share_that_is_not_there() {
    let card = Card { renews: Date::new(2026, 11, 23), needed_until: Date::new(2026, 11, 30), ..unsaid() };
    let days = [(120, text(500)), (96, text(380)), (72, text(260)), (48, text(150)), (20, text(30))];
    let (mut story, card) = Story::of(card, &days);
    let page = story.page("meets-no-share", Route::Card(card), Lang::En);
    page.says(&["Today’s allowance—"]).silent(&["Keep to each day’s allowance"]);
}
