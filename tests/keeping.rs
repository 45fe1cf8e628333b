//! Keeping a number, day plans, what wants attention, and what to do next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

use sim_gauge::domain::*;
use sim_gauge::forecast::{Input, Outlook, forecast};
use sim_gauge::plan::*;

const MB: u64 = 1 << 20;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// `2026-11-20 09:30`, UTC.
fn at(text: &str) -> Timestamp {
    let (day, clock) = text.split_once(' ').unwrap();
    let (hour, minute) = clock.split_once(':').unwrap();
    Offsets::UTC.instant(date(day), hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap())
}

fn mb(megabytes: i64) -> Amount {
    Amount::new(Decimal::new(megabytes, 0).unwrap(), Unit::MB).unwrap()
}

fn yuan(sum: i64) -> Money {
    Money { figure: Decimal::new(sum, 0).unwrap(), currency: Currency::CNY }
}

fn card() -> Card {
    Card::named(Line::parse("Home").unwrap(), ZoneName::parse("UTC").unwrap())
}

fn keeping(rule: KeepRule, grace: u16) -> Card {
    Card { keeping: Some(Keeping { rule, grace, from: Some(date("2026-01-15")) }), ..card() }
}

fn left(megabytes: i64) -> Fact {
    let said = Said::Left(Quantity::Data(mb(megabytes)));
    let measures = vec![Measure { bucket: Bucket::General, said }];
    Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false })
}

fn credit(sum: i64, arrival: Arrival) -> Fact {
    Fact::TopUp(TopUp {
        data: None,
        credit: Some(yuan(sum)),
        paid: None,
        channel: None,
        effect: Effect::Add,
        expires: None,
        receipt: None,
        arrival,
        paid_at: None,
    })
}

fn paid(sum: Option<Money>) -> Fact {
    match credit(0, Arrival::Arrived) {
        Fact::TopUp(top_up) => Fact::TopUp(TopUp { credit: None, paid: sum, ..top_up }),
        fact => fact,
    }
}

fn top_up(megabytes: i64, effect: Effect) -> Fact {
    match paid(None) {
        Fact::TopUp(top_up) => Fact::TopUp(TopUp { data: Some(mb(megabytes)), effect, ..top_up }),
        fact => fact,
    }
}

const fn kept(act: Act) -> Fact {
    Fact::KeepAlive(KeepAlive { act, fee: None })
}

fn with_ledger<T>(card: &Card, facts: &[(&str, Fact)], look: impl FnOnce(&Ledger<'_>) -> T) -> T {
    let id = CardId(Ulid::from_parts(1, 1));
    let entry = |(when, fact): &(&str, Fact)| Entry { card: id, at: at(when), fact: fact.clone(), note: None };
    let entries: Vec<Entry> = facts.iter().map(entry).collect();
    let named = entries.iter().enumerate().map(|(n, entry)| (EntryId(Ulid::from_parts(n as u64, 0)), entry));
    look(&Ledger::new(id, card, named))
}

/// The three days of a number, as text; `-` for none.
fn days(card: &Card, facts: &[(&str, Fact)], today: &str) -> [String; 3] {
    with_ledger(card, facts, |ledger| {
        let days = number_days(ledger, date(today), &Offsets::UTC);
        let text = |day: Option<Countdown>| day.map_or("-".to_owned(), |day| day.date.to_string());
        [text(days.service_ends), text(days.grace_ends), text(days.lost)]
    })
}

#[test]
fn service_grace_and_loss_are_three_days() {
    let activity = || keeping(KeepRule::Activity { days: 180 }, 30);
    let top_up = || keeping(KeepRule::TopUp { days: 90, least: Some(yuan(30)) }, 60);
    let fee = || keeping(KeepRule::MonthlyFee { day: 31, fee: Some(yuan(8)) }, 90);
    for (card, facts, want) in [
        // Counted from its activation.
        (activity(), vec![], ["2026-07-14", "2026-08-13", "2026-08-14"]),
        // Use counts; a code that came in, or a fee, does not.
        (activity(), vec![("2026-05-01 12:00", kept(Act::Used))], ["2026-10-28", "2026-11-27", "2026-11-28"]),
        (activity(), vec![("2026-05-01 12:00", kept(Act::CodeReceived))], ["2026-07-14", "2026-08-13", "2026-08-14"]),
        (activity(), vec![("2026-05-01 12:00", kept(Act::FeePaid))], ["2026-07-14", "2026-08-13", "2026-08-14"]),
        // A top-up of enough that arrived.
        (
            top_up(),
            vec![("2026-05-01 12:00", credit(30, Arrival::Arrived))],
            ["2026-07-30", "2026-09-28", "2026-09-29"],
        ),
        (
            top_up(),
            vec![("2026-05-01 12:00", credit(20, Arrival::Arrived))],
            ["2026-04-15", "2026-06-14", "2026-06-15"],
        ),
        // A sum that is not known, or not in the rule's currency, may be too little.
        (top_up(), vec![("2026-05-01 12:00", paid(None))], ["2026-04-15", "2026-06-14", "2026-06-15"]),
        (
            top_up(),
            vec![("2026-05-01 12:00", paid(Some(Money { currency: Currency::USD, ..yuan(100) })))],
            ["2026-04-15", "2026-06-14", "2026-06-15"],
        ),
        (top_up(), vec![("2026-05-01 12:00", paid(Some(yuan(30))))], ["2026-07-30", "2026-09-28", "2026-09-29"]),
        (
            top_up(),
            vec![("2026-05-01 12:00", credit(30, Arrival::Pending))],
            ["2026-04-15", "2026-06-14", "2026-06-15"],
        ),
        // What was paid for the number is a top-up of it, of enough too; that it was used is none.
        (
            top_up(),
            vec![("2026-05-01 12:00", Fact::KeepAlive(KeepAlive { act: Act::FeePaid, fee: Some(yuan(30)) }))],
            ["2026-07-30", "2026-09-28", "2026-09-29"],
        ),
        (top_up(), vec![("2026-05-01 12:00", kept(Act::FeePaid))], ["2026-04-15", "2026-06-14", "2026-06-15"]),
        (
            keeping(KeepRule::TopUp { days: 90, least: None }, 60),
            vec![("2026-05-01 12:00", kept(Act::FeePaid))],
            ["2026-07-30", "2026-09-28", "2026-09-29"],
        ),
        (
            keeping(KeepRule::TopUp { days: 90, least: None }, 60),
            vec![("2026-05-01 12:00", kept(Act::Used))],
            ["2026-04-15", "2026-06-14", "2026-06-15"],
        ),
        // The fee of a month without that day is taken on its last; a payment covers the nearest one, and once
        // the service is over the one that was missed: a day too early loses no number.
        (fee(), vec![], ["2026-01-31", "2026-05-01", "2026-05-02"]),
        (fee(), vec![("2026-01-30 12:00", kept(Act::FeePaid))], ["2026-02-28", "2026-05-29", "2026-05-30"]),
        (fee(), vec![("2026-02-02 12:00", kept(Act::FeePaid))], ["2026-02-28", "2026-05-29", "2026-05-30"]),
        (fee(), vec![("2026-02-20 12:00", kept(Act::FeePaid))], ["2026-02-28", "2026-05-29", "2026-05-30"]),
        (
            fee(),
            vec![("2026-01-30 12:00", kept(Act::FeePaid)), ("2026-02-27 12:00", kept(Act::FeePaid))],
            ["2026-03-31", "2026-06-29", "2026-06-30"],
        ),
    ] {
        assert_eq!(days(&card, &facts, "2026-06-01"), want, "{:?} {facts:?}", card.keeping);
    }
    // Two that were missed, one after the other.
    let first = Card {
        keeping: Some(Keeping { rule: KeepRule::MonthlyFee { day: 1, fee: None }, grace: 90, from: None }),
        ..card()
    };
    let late: Vec<_> =
        ["2026-02-01 12:00", "2026-03-21 12:00", "2026-04-20 12:00"].map(|at| (at, kept(Act::FeePaid))).into();
    assert_eq!(days(&first, &late[..2], "2026-06-01")[0], "2026-04-01");
    assert_eq!(days(&first, &late, "2026-06-01")[0], "2026-05-01");
    // Where nobody said how long the number stays after the service, nobody knows when it is lost.
    let unsaid = Card { keeping: activity().keeping.map(|keeping| Keeping { grace: 0, ..keeping }), ..card() };
    assert_eq!(days(&unsaid, &[], "2026-06-01")[1..], ["-", "-"]);
    // Whoever asks on a later day is told to see to it at once.
    let at_once = with_ledger(&unsaid, &[], |ledger| due(ledger, date("2027-06-01"), &Offsets::UTC)).unwrap();
    assert_eq!(Some(at_once.by.date), at_once.ended);
    // What the card itself says of the loss stands; a card with no rule has only that.
    let lost = Some(date("2026-12-24"));
    assert_eq!(days(&Card { number_lost: lost, ..activity() }, &[], "2026-06-01")[2], "2026-12-24");
    assert_eq!(days(&Card { number_lost: lost, ..card() }, &[], "2026-06-01"), ["-", "-", "2026-12-24"]);
}

#[test]
fn a_fee_without_a_start_is_due_on_its_next_day_and_other_rules_say_that_it_is_missing() {
    let open = |rule| Card { keeping: Some(Keeping { rule, grace: 90, from: None }), ..card() };
    let fee = |day| open(KeepRule::MonthlyFee { day, fee: Some(yuan(8)) });
    for (day, today, want) in [
        (1, "2026-11-22", ["2026-12-01", "2027-03-01", "2027-03-02"]),
        (1, "2026-12-01", ["2026-12-01", "2027-03-01", "2027-03-02"]),
        (1, "2026-12-02", ["2027-01-01", "2027-04-01", "2027-04-02"]),
        (31, "2026-11-22", ["2026-11-30", "2027-02-28", "2027-03-01"]),
    ] {
        assert_eq!(days(&fee(day), &[], today), want, "day {day} on {today}");
        let counted = with_ledger(&fee(day), &[], |ledger| number_days(ledger, date(today), &Offsets::UTC).counted);
        assert_eq!(counted, Counted::NextFee);
    }
    for rule in [KeepRule::Activity { days: 180 }, KeepRule::TopUp { days: 90, least: None }] {
        let known = with_ledger(&open(rule), &[], |ledger| number_days(ledger, date("2026-11-22"), &Offsets::UTC));
        assert_eq!((known.service_ends, known.counted), (None, Counted::Nothing), "{rule:?}");
    }
}

#[test]
fn what_comes_after_the_loss_does_not_hide_it() {
    let lost = |card: &Card, facts: &[(&str, Fact)]| {
        with_ledger(card, facts, |ledger| number_days(ledger, date("2026-09-01"), &Offsets::UTC).counted)
    };
    let activity = keeping(KeepRule::Activity { days: 180 }, 30);
    // Counted from 15 January the number was lost on 14 August.
    let late = [("2026-08-20 12:00", kept(Act::Used))];
    assert_eq!(lost(&activity, &late), Counted::AfterLoss(date("2026-08-14")));
    assert_eq!(lost(&activity, &[("2026-08-13 12:00", kept(Act::Used))]), Counted::Known);
    // Kept in between it was not lost at all.
    assert_eq!(lost(&activity, &[("2026-05-01 12:00", kept(Act::Used)), late[0].clone()]), Counted::Known);
    // Nor where the person says that it counts from a later day.
    let said = Card {
        keeping: activity.keeping.map(|keeping| Keeping { from: Some(date("2026-08-18")), ..keeping }),
        ..activity
    };
    assert_eq!(lost(&said, &late), Counted::Known);
    // A fee that was paid a few days late is for that day; one that was missed is not.
    let fee = Card {
        keeping: Some(Keeping { rule: KeepRule::MonthlyFee { day: 1, fee: Some(yuan(8)) }, grace: 0, from: None }),
        ..card()
    };
    let paid = |days: &[&'static str]| days.iter().map(|day| (*day, kept(Act::FeePaid))).collect::<Vec<_>>();
    let months = paid(&["2026-06-03 12:00", "2026-07-03 12:00", "2026-08-04 12:00"]);
    assert_eq!(lost(&fee, &months), Counted::Known);
    let missed = paid(&["2026-06-03 12:00", "2026-08-04 12:00"]);
    // Where nobody said how long it stays, nobody knows that it was lost.
    assert_eq!(lost(&fee, &missed), Counted::Known);
    let stays = Card { keeping: fee.keeping.map(|keeping| Keeping { grace: 9, ..keeping }), ..fee };
    assert_eq!(lost(&stays, &months), Counted::Known);
    assert_eq!(lost(&stays, &missed), Counted::AfterLoss(date("2026-07-11")));
}

#[test]
fn what_keeps_the_number_is_due_by_the_end_of_the_service_then_of_the_grace() {
    let card = keeping(KeepRule::TopUp { days: 90, least: Some(yuan(30)) }, 60);
    let due_on = |today: &str| {
        with_ledger(&card, &[], |ledger| {
            due(ledger, date(today), &Offsets::UTC).map(|due| (due.need, due.by.date.to_string(), due.by.days))
        })
    };
    let need = Need::TopUp(Some(yuan(30)));
    assert_eq!(due_on("2026-04-01"), Some((need, "2026-04-15".to_owned(), 14)));
    assert_eq!(due_on("2026-04-15"), Some((need, "2026-04-15".to_owned(), 0)));
    assert_eq!(due_on("2026-04-16"), Some((need, "2026-06-14".to_owned(), 59)));
    assert_eq!(due_on("2026-06-15"), None);
}

#[test]
fn the_fees_that_the_balance_pays_want_nothing() {
    let rule = KeepRule::MonthlyFee { day: 1, fee: Some(yuan(8)) };
    let card = Card { keeping: Some(Keeping { rule, grace: 90, from: Some(date("2026-11-01")) }), ..card() };
    let seen = |sum: i64, at: &'static str, today: &str| {
        let measures = vec![Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(yuan(sum))) }];
        let check = Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false };
        with_ledger(&card, &[(at, Fact::Check(check))], |ledger| {
            let due = due(ledger, date(today), &Offsets::UTC).unwrap();
            (due.by.date.to_string(), due.lacks, due.ended.map(|ended| ended.to_string()))
        })
    };
    let by = |day: &str, lacks| (day.to_owned(), Some(yuan(lacks)), None);
    // The first of December and of January, and half of February's.
    assert_eq!(seen(20, "2026-11-20 12:00", "2026-11-22"), by("2027-02-01", 4));
    for today in ["2026-12-01", "2026-12-03", "2027-01-31"] {
        assert_eq!(seen(20, "2026-11-20 12:00", today), by("2027-02-01", 4), "{today}");
    }
    assert_eq!(seen(20, "2026-10-20 12:00", "2026-11-22"), by("2027-01-01", 4), "November's was taken as well");
    assert_eq!(seen(8, "2026-11-20 12:00", "2026-11-22"), by("2027-01-01", 8));
    assert_eq!(seen(7, "2026-11-20 12:00", "2026-11-22"), by("2026-12-01", 1));
    // After the day of the fee there is money: it was taken, or there was enough for it.
    assert_eq!(seen(12, "2026-12-05 12:00", "2026-12-05"), by("2027-02-01", 4));
    // On the day of the fee nobody knows whether it was taken already.
    assert_eq!(seen(8, "2026-12-01 00:10", "2026-12-01"), by("2027-01-01", 8));
    // What is less than a fee pays none: the service that was over stays over.
    for sum in [5, 0, -3] {
        let (day, _, ended) = seen(sum, "2026-12-05 12:00", "2026-12-05");
        assert_eq!((day.as_str(), ended.as_deref()), ("2027-03-01", Some("2026-12-01")), "{sum}");
    }
    // Much money pays many fees.
    assert_eq!(seen(100, "2026-11-20 12:00", "2026-11-22"), by("2027-12-01", 4));
    // February's was not there.
    let (_, lacks, ended) = seen(20, "2026-11-20 12:00", "2027-02-03");
    assert_eq!((lacks, ended.as_deref()), (Some(yuan(4)), Some("2027-02-01")));
}

fn seen_money(sum: i64) -> Fact {
    let measures = vec![Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(yuan(sum))) }];
    Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false })
}

#[test]
fn it_is_known_through_which_fee_the_money_lasts_with_what_was_credited_since() {
    let rule = KeepRule::MonthlyFee { day: 1, fee: Some(yuan(8)) };
    let card = Card { keeping: Some(Keeping { rule, grace: 90, from: Some(date("2026-11-01")) }), ..card() };
    let through = |facts: &[(&str, Fact)]| {
        with_ledger(&card, facts, |ledger| {
            let days = number_days(ledger, date("2026-11-22"), &Offsets::UTC);
            let Counted::Balance(through) = days.counted else { return None };
            Some((through.to_string(), days.service_ends.unwrap().date.to_string()))
        })
    };
    let fees = |through: &str, ends: &str| Some((through.to_owned(), ends.to_owned()));
    let seen = |sum| ("2026-11-20 12:00", seen_money(sum));
    assert_eq!(through(&[seen(26)]), fees("2027-02-01", "2027-03-01"));
    assert_eq!(through(&[seen(100)]), fees("2027-11-01", "2027-12-01"));
    assert_eq!(through(&[seen(7)]), None);
    let credited = |at: &'static str| (at, credit(10, Arrival::Arrived));
    assert_eq!(through(&[seen(16), credited("2026-11-21 12:00")]), fees("2027-02-01", "2027-03-01"));
    assert_eq!(through(&[seen(7), credited("2026-11-21 12:00")]), fees("2027-01-01", "2027-02-01"));
    // What was on the card when a fee was due that it did not pay, nobody saw.
    let before = ("2026-10-20 12:00", seen_money(7));
    assert_eq!(through(&[before, credited("2026-11-21 12:00")]), None);
    // What pays a debt pays no fee.
    assert_eq!(through(&[seen(-3), credited("2026-11-21 12:00")]), None);
    assert_eq!(
        through(&[seen(16), ("2026-11-21 12:00", credit(10, Arrival::Pending))]),
        fees("2027-01-01", "2027-02-01")
    );
}

#[test]
fn the_day_before_the_loss_comes_before_that_of_the_fee() {
    let rule = KeepRule::MonthlyFee { day: 22, fee: Some(yuan(8)) };
    let due_on = |lost: Option<&str>, sum| {
        let keeping = Some(Keeping { rule, grace: 0, from: Some(date("2026-10-23")) });
        let card = Card { keeping, number_lost: lost.map(date), ..card() };
        with_ledger(&card, &[("2026-11-20 12:00", seen_money(sum))], |ledger| {
            let due = due(ledger, date("2026-11-22"), &Offsets::UTC).unwrap();
            (due.by.days, due.lost, due.lacks)
        })
    };
    assert_eq!(due_on(None, 5), (0, false, Some(yuan(3))));
    assert_eq!(due_on(Some("2026-11-23"), 5), (0, true, Some(yuan(3))));
    // The money pays that fee: nothing lacks, and the number is lost all the same.
    assert_eq!(due_on(Some("2026-11-23"), 12), (0, true, None));
}

#[test]
fn a_fee_is_not_use_and_use_is_no_fee() {
    // The forecast knows nothing of fees: it sees the same with and without them.
    let card = Card { plan: Some(mb(3000)), ..keeping(KeepRule::MonthlyFee { day: 1, fee: Some(yuan(8)) }, 0) };
    let checks = [("2026-11-10 09:00", left(2000)), ("2026-11-15 09:00", left(1500)), ("2026-11-19 09:00", left(1100))];
    let mut with_fee = checks.to_vec();
    with_fee.push(("2026-11-12 09:00", kept(Act::FeePaid)));
    let quantiles = |facts: &[(&str, Fact)]| {
        with_ledger(&card, facts, |ledger| match forecast(&Input::of(ledger, Bucket::General, NOW(), None)) {
            Outlook::Known(known) => known.quantiles(),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(quantiles(&checks), quantiles(&with_fee));
}

#[allow(non_snake_case, reason = "a constant that cannot be one")]
fn NOW() -> Timestamp {
    at("2026-11-20 09:00")
}

fn moment(now: &str) -> Moment {
    let hong_kong = ZoneName::parse("Asia/Hong_Kong").unwrap();
    Moment {
        now: at(now),
        device: Offsets::UTC,
        zone: ZoneName::parse("UTC").unwrap(),
        zones: vec![(hong_kong, Offsets::new(480, Vec::new()))],
        fresh: Ulid::from_parts(1, 1),
    }
}

#[test]
fn each_day_of_a_day_plan_begins_anew() {
    let hong_kong = DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap());
    let facts = [("2026-11-17 10:15", left(900)), ("2026-11-19 17:00", left(500))];
    for (clock, want) in [
        (hong_kong, vec!["2026-11-17 16:00", "2026-11-18 16:00", "2026-11-19 16:00"]),
        (DayClock::FirstUse(None), vec!["2026-11-18 10:15", "2026-11-19 10:15"]),
        // Its first use was before the first check.
        (
            DayClock::FirstUse(Some(at("2026-11-12 06:40"))),
            vec!["2026-11-18 06:40", "2026-11-19 06:40", "2026-11-20 06:40"],
        ),
    ] {
        let card = Card { day_clock: Some(clock), plan: Some(mb(1024)), ..card() };
        let starts = with_ledger(&card, &facts, |ledger| day_starts(ledger, &moment("2026-11-20 09:00")));
        assert_eq!(starts, want.into_iter().map(at).collect::<Vec<_>>(), "{:?}", card.day_clock);
        // Whoever has not looked since then is told so, and the new day's data is no unexplained rise.
        with_ledger(&card, &facts, |ledger| {
            let outlook = |now: &str| {
                let mut input = Input::of(ledger, Bucket::General, at(now), None);
                input.cycles = day_starts(ledger, &moment(now));
                forecast(&input)
            };
            assert!(matches!(outlook("2026-11-19 16:30"), Outlook::Known(known) if known.is_unseen()));
            assert!(matches!(outlook("2026-11-19 18:00"), Outlook::Known(known) if known.notes().is_empty()));
        });
    }
    let none = with_ledger(&card(), &facts, |ledger| day_starts(ledger, &moment("2026-11-20 09:00")));
    assert_eq!(none, Vec::new());
}

fn day_of(clock: DayClock, facts: &[(&str, Fact)], now: &str) -> Option<(String, String, Option<u64>)> {
    let card = Card { day_clock: Some(clock), plan: Some(mb(1024)), ..card() };
    with_ledger(&card, facts, |ledger| {
        let day = plan_day(ledger, &moment(now))?;
        let text = |at: Timestamp| {
            let (date, minute) = Offsets::UTC.local(at);
            format!("{date} {:02}:{:02}", minute / 60, minute % 60)
        };
        Some((text(day.start), text(day.end.unwrap()), day.left.map(|left| left.0 / MB)))
    })
}

#[test]
fn a_day_plan_has_a_clock_of_its_own() {
    let hong_kong = || DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap());
    let checks = [("2026-11-18 10:15", left(900)), ("2026-11-19 17:00", left(500))];
    let day = |from: &str, to: &str, left| Some((from.to_owned(), to.to_owned(), left));
    // Midnight in Hong Kong is 16:00 UTC; what was found on an earlier day says nothing of this one.
    assert_eq!(
        day_of(hong_kong(), &checks, "2026-11-20 09:00"),
        day("2026-11-19 16:00", "2026-11-20 16:00", Some(500))
    );
    assert_eq!(day_of(hong_kong(), &checks, "2026-11-20 16:00"), day("2026-11-20 16:00", "2026-11-21 16:00", None));
    // What comes in the place of a day's data is all of it, where a check said what it was or not.
    for facts in [&[][..], &[("2026-11-19 17:00", left(500))]] {
        let mut facts = facts.to_vec();
        facts.push(("2026-11-19 18:00", top_up(2000, Effect::Replace)));
        assert_eq!(
            day_of(hong_kong(), &facts, "2026-11-20 09:00"),
            day("2026-11-19 16:00", "2026-11-20 16:00", Some(2000))
        );
    }
    // 24 hours from the first use.
    let first = |used: &str| DayClock::FirstUse(Some(at(used)));
    let since = first("2026-11-12 06:40");
    assert_eq!(
        day_of(since.clone(), &checks, "2026-11-20 06:39"),
        day("2026-11-19 06:40", "2026-11-20 06:40", Some(500))
    );
    assert_eq!(day_of(since.clone(), &checks, "2026-11-20 06:40"), day("2026-11-20 06:40", "2026-11-21 06:40", None));
    assert_eq!(day_of(since, &[], "2026-11-20 09:00"), day("2026-11-20 06:40", "2026-11-21 06:40", None));
}

#[test]
fn of_a_day_plan_whose_first_use_nobody_said_no_hour_is_named() {
    let card = Card { day_clock: Some(DayClock::FirstUse(None)), plan: Some(mb(1024)), ..card() };
    let facts = [("2026-11-17 10:15", left(300)), ("2026-11-18 09:00", left(900)), ("2026-11-19 17:00", left(500))];
    with_ledger(&card, &facts, |ledger| {
        let day = |now: &str| plan_day(ledger, &moment(now)).map(|day| (day.end, day.left));
        // A check is of this day for as long as that cannot have ended since it must have begun.
        assert_eq!(day("2026-11-20 08:59"), Some((None, Some(Bytes(500 * MB)))));
        assert_eq!(day("2026-11-20 09:00"), Some((None, None)));
        // A day began with the rise, and one must have begun within 24 hours of each check.
        let want = ["2026-11-18 09:00", "2026-11-19 09:00", "2026-11-20 17:00"];
        assert_eq!(day_starts(ledger, &moment("2026-11-20 17:00")), want.map(at));
    });
}

/// New data comes with the month by itself: nothing is to be paid for its last hours.
#[test]
fn the_end_of_a_calendar_month_is_no_reason_to_pay() {
    let card = Card { validity: Validity::CalendarMonth, plan: Some(mb(5120)), ..card() };
    let facts = [("2026-11-20 09:00", left(2048)), ("2026-11-30 18:00", left(60))];
    let (_, steps, _) = found(&card, &facts, "2026-11-30 23:30");
    assert!(!steps.is_empty() && !steps.contains(&Step::TopUp), "{steps:?}");
    assert!(steps.contains(&Step::Anew), "{steps:?}");
}

fn found(card: &Card, facts: &[(&str, Fact)], now: &str) -> (Vec<Finding>, Vec<Step>, Option<(Step, i32)>) {
    with_ledger(card, facts, |ledger| {
        let (now, zone) = (at(now), &Offsets::UTC);
        let end = ledger.expires(zone.date(now)).map(|end| zone.end(end.date));
        let outlook = forecast(&Input::of(ledger, Bucket::General, now, end));
        let (found, steps) = findings(ledger, Bucket::General, &outlook, now, zone).into_iter().unzip();
        (found, steps, task(ledger, &outlook, now, zone).map(|task| (task.step, task.by.days)))
    })
}

/// 3 GB through 30 November, of which 150 MB a day were used so far.
fn travel() -> Card {
    Card { plan: Some(mb(3072)), validity: Validity::Until(date("2026-11-30")), ..card() }
}

fn even() -> [(&'static str, Fact); 4] {
    [
        ("2026-11-10 09:00", left(3000)),
        ("2026-11-13 09:00", left(2550)),
        ("2026-11-16 09:00", left(2100)),
        ("2026-11-19 09:00", left(1650)),
    ]
}

#[test]
fn nothing_is_said_where_nothing_wants_attention() {
    assert_eq!(found(&travel(), &even(), "2026-11-19 10:00"), (Vec::new(), Vec::new(), None));
}

#[test]
fn what_wants_attention_comes_with_what_to_do() {
    // Little is left, and it will not last.
    let mut facts = even().to_vec();
    facts.push(("2026-11-21 09:00", left(300)));
    let (found_low, steps, task) = found(&travel(), &facts, "2026-11-21 10:00");
    assert!(matches!(found_low[0], Finding::Low { left, .. } if left.0 == 300 * MB), "{found_low:?}");
    assert_eq!(steps[0], Step::TopUp);
    assert!(matches!(task, Some((Step::TopUp, 0..=3))), "{task:?}");
    assert_eq!(found_low.len(), 1, "how it came about is not said as well: {found_low:?}");

    // Much more than the even pace was used, though there is enough for now.
    let mut facts = even().to_vec();
    facts.push(("2026-11-20 09:00", left(1000)));
    let (found_over, steps, _) = found(&travel(), &facts, "2026-11-20 10:00");
    assert!(matches!(found_over[..], [Finding::OverPace { percent: 10..=30, .. }]), "{found_over:?}");
    assert_eq!(steps, [Step::UseLess]);
    // So much that using a little less does not bring it back.
    facts.push(("2026-11-20 09:30", left(700)));
    let (found_over, steps, _) = found(&travel(), &facts, "2026-11-20 10:00");
    assert!(matches!(found_over[..], [Finding::OverPace { percent: 20..=40, .. }]), "{found_over:?}");
    assert_eq!(steps, [Step::TopUp]);
    // What is set aside is not to be used less of, nor is anything caught up with on the last day.
    let kept = Card { reserve: Some(mb(1000)), ..travel() };
    assert_eq!(found(&kept, &facts, "2026-11-20 10:00").0, Vec::new());
    let mut facts = even().to_vec();
    facts.push(("2026-11-20 01:00", left(150)));
    for (last, over) in [("2026-11-20", false), ("2026-11-21", true)] {
        let until = Validity::Until(date(last));
        let card = Card { validity: until, over_pace: Some(0), threshold: Threshold::Off, ..travel() };
        let (found_last, ..) = found(&card, &facts, "2026-11-20 02:00");
        let said = found_last.iter().any(|found| matches!(found, Finding::OverPace { .. }));
        assert_eq!(said, over, "{found_last:?}");
    }

    // It ends the day after tomorrow with much left: to be used, not topped up.
    let mut facts = even().to_vec();
    facts.push(("2026-11-28 09:00", left(1200)));
    let (found_end, steps, task) = found(&travel(), &facts, "2026-11-28 10:00");
    assert!(matches!(found_end[..], [Finding::Ends(Countdown { days: 2, .. }, Then::Over)]), "{found_end:?}");
    assert_eq!((steps, task), (vec![Step::UseUp], None));

    // It lasts to its end, but not to the flight home.
    let home = Card { needed_until: Some(date("2026-12-24")), validity: Validity::Unknown, ..travel() };
    let (found_short, steps, task) = found(&home, &even(), "2026-11-19 10:00");
    assert!(matches!(found_short[0], Finding::TooShort { lasts, renews: false, .. } if lasts < 0.1), "{found_short:?}");
    assert_eq!(steps[0], Step::TopUp);
    assert!(matches!(task, Some((Step::TopUp, 5..=20))), "{task:?}");

    // Whether it lasts is open: nothing is to be paid yet, but looked at again before it may be empty.
    let open = Card { plan: Some(mb(2800)), ..travel() };
    let mut facts = even().to_vec();
    facts.push(("2026-11-21 09:00", left(1000)));
    let home = Card { needed_until: Some(date("2026-11-28")), over_pace: None, threshold: Threshold::Off, ..open };
    let (found_open, steps, task) = found(&home, &facts, "2026-11-21 10:00");
    assert!(matches!(found_open[..], [Finding::TooShort { lasts, .. }] if lasts > 0.1), "{found_open:?}");
    assert_eq!(steps, [Step::UseLess]);
    assert!(matches!(task, Some((Step::Check, 1..=7))), "{task:?}");
    // By a figure of the day before yesterday another one comes first, however near it is.
    let (_, steps, task) = found(&home, &facts, "2026-11-23 10:00");
    assert!(steps.iter().all(|step| *step == Step::Check) && !steps.is_empty(), "{steps:?}");
    assert!(matches!(task, Some((Step::Check, 0..=7))), "{task:?}");

    // The number wants keeping.
    let rule = KeepRule::TopUp { days: 90, least: Some(yuan(30)) };
    let keep = Card { keeping: Some(Keeping { rule, grace: 60, from: Some(date("2026-08-24")) }), ..card() };
    let (found_keep, steps, task) = found(&keep, &[], "2026-11-20 10:00");
    assert!(matches!(found_keep[..], [Finding::Keep(_)]), "{found_keep:?}");
    let need = Need::TopUp(Some(yuan(30)));
    let step = Step::Keep(Due {
        need,
        by: Countdown { date: date("2026-11-22"), days: 2 },
        lost: false,
        ended: None,
        lacks: None,
        fees: 0,
    });
    assert_eq!((steps, task), (vec![step], Some((step, 2))));
}

#[test]
fn what_is_past_asks_for_nothing() {
    // 300 MB left for eleven days: to be topped up, whatever day it once should have lasted through.
    let travel = Card { validity: Validity::Until(date("2026-12-09")), ..travel() };
    let mut facts = even().to_vec();
    facts.extend([("2026-11-23 09:00", left(1050)), ("2026-11-28 09:00", left(300))]);
    for needed in [None, Some("2026-11-15")] {
        let card = Card { needed_until: needed.map(date), ..travel.clone() };
        let (.., task) = found(&card, &facts, "2026-11-28 13:00");
        assert!(matches!(task, Some((Step::TopUp, 0..=3))), "{needed:?}: {task:?}");
    }
    // Over and empty: nothing to go on top of, today or ever.
    facts.push(("2026-12-01 09:00", left(0)));
    let (found_over, _, task) = found(&travel, &facts, "2026-12-20 09:00");
    assert_eq!((found_over, task), (Vec::new(), None));
}

#[test]
fn what_is_low_is_what_the_gauge_shows() {
    // 640 MB by the last check, just above the threshold of 614; likely less, four days later.
    let mut facts = even().to_vec();
    facts.push(("2026-11-25 09:00", left(640)));
    let low = |found: &[Finding]| found.iter().any(|one| matches!(one, Finding::Low { .. }));
    assert!(!low(&found(&travel(), &facts, "2026-11-25 10:00").0));
    let (later, ..) = found(&travel(), &facts, "2026-11-29 10:00");
    assert!(later.iter().any(|one| matches!(one, Finding::Low { left, .. } if left.0 < 300 * MB)), "{later:?}");
    // Just the threshold is not below it.
    let card = Card { threshold: Threshold::Amount(mb(640)), ..travel() };
    assert!(!low(&found(&card, &facts, "2026-11-25 10:00").0));
}

#[test]
fn warnings_come_as_early_as_the_card_says_or_not_at_all() {
    let quiet = Card { threshold: Threshold::Off, over_pace: None, notice_days: 0, ..travel() };
    let mut facts = even().to_vec();
    facts.push(("2026-11-21 09:00", left(100)));
    assert_eq!(found(&quiet, &facts, "2026-11-21 10:00").0, Vec::new());
    let early = Card { notice_days: 12, ..travel() };
    assert!(matches!(
        found(&early, &even(), "2026-11-19 10:00").0[..],
        [Finding::Ends(Countdown { days: 11, .. }, Then::Over)]
    ));
}

#[test]
fn the_next_thing_over_all_cards_is_the_earliest() {
    let task = |n, days| Task {
        card: CardId(Ulid::from_parts(n, 0)),
        step: Step::TopUp,
        by: Countdown { date: date("2026-11-20").plus_days(days).unwrap(), days },
    };
    assert_eq!(next([task(1, 9), task(2, 4), task(3, 4)].into_iter()), Some(task(2, 4)));
    assert_eq!(next(std::iter::empty()), None);
}

/// A fee of each month, of which nobody said since when.
fn fee_card(day: u8, sum: i64, grace: u16) -> Card {
    let rule = KeepRule::MonthlyFee { day, fee: Some(yuan(sum)) };
    Card { keeping: Some(Keeping { rule, grace, from: None }), ..card() }
}

#[test]
fn the_end_by_the_first_fee_that_was_not_paid_stays_where_it_is() {
    let eight = fee_card(1, 8, 60);
    // December's is paid, January's is not: each day after that counts from there.
    let seen = [("2026-11-20 12:00", seen_money(10))];
    for today in ["2026-11-22", "2027-01-01", "2027-01-02", "2027-02-15", "2027-04-02"] {
        assert_eq!(days(&eight, &seen, today), ["2027-01-01", "2027-03-02", "2027-03-03"], "{today}");
    }
    let due_on = |facts: &[(&str, Fact)], today: &str| {
        with_ledger(&eight, facts, |ledger| due(ledger, date(today), &Offsets::UTC))
            .map(|due| (due.need, due.lacks, due.ended.map(|day| day.to_string()), due.by.date.to_string()))
    };
    let fee = Need::Fee(Some(yuan(8)));
    let ended = |need, lacks| Some((need, lacks, Some("2027-01-01".to_owned()), "2027-03-02".to_owned()));
    assert_eq!(due_on(&seen, "2027-01-02"), ended(fee, Some(yuan(6))));
    assert_eq!(due_on(&seen, "2027-03-03"), None);
    // What a check finds after that is too little as well, and money that came later is to be looked at.
    let again = [seen[0].clone(), ("2027-01-20 12:00", seen_money(2))];
    assert_eq!(due_on(&again, "2027-02-05"), ended(fee, Some(yuan(6))));
    let late = [seen[0].clone(), ("2027-01-15 12:00", credit(20, Arrival::Arrived))];
    assert_eq!(due_on(&late, "2027-02-05"), ended(Need::Taken, None));
    // Once it is seen to be taken, or that there is enough, it goes on.
    for (sum, ends) in [(14, "2027-03-01"), (22, "2027-04-01")] {
        let taken = [late[0].clone(), late[1].clone(), ("2027-01-20 12:00", seen_money(sum))];
        assert_eq!(days(&eight, &taken, "2027-02-05")[0], ends, "{sum}");
    }
    let back =
        [seen[0].clone(), ("2027-01-15 12:00", credit(6, Arrival::Arrived)), ("2027-01-20 12:00", seen_money(0))];
    assert_eq!(days(&eight, &back, "2027-01-25")[0], "2027-02-01");
    // A check that shows the lack says it before the day and after it.
    for (sum, today) in [(2, "2027-03-20"), (2, "2027-04-06"), (0, "2027-05-01"), (-3, "2027-05-01")] {
        let lacks = [("2027-03-06 12:00", seen_money(sum))];
        assert_eq!(days(&fee_card(5, 5, 30), &lacks, today), ["2027-04-05", "2027-05-05", "2027-05-06"], "{today}");
    }
    // Less than the fee left what should have paid it before: it was not taken.
    let used = [("2026-11-20 12:00", seen_money(10)), ("2026-12-05 12:00", seen_money(5))];
    assert_eq!(days(&eight, &used, "2026-12-06")[0], "2026-12-01");
    let taken = [("2026-11-20 12:00", seen_money(10)), ("2026-12-05 12:00", seen_money(2))];
    assert_eq!(days(&eight, &taken, "2026-12-06")[0], "2027-01-01");
}

#[test]
fn a_fee_that_was_visibly_taken_on_its_day_is_not_asked_for_again() {
    let card = fee_card(1, 19, 60);
    let by = |facts: &[(&str, Fact)]| {
        with_ledger(&card, facts, |ledger| {
            let due = due(ledger, date("2026-12-01"), &Offsets::UTC).unwrap();
            (due.by.date.to_string(), due.lacks)
        })
    };
    let lacks = |day: &str, sum| (day.to_owned(), Some(yuan(sum)));
    let seen = |at, sum| (at, seen_money(sum));
    let before = seen("2026-11-11 12:00", 29);
    assert_eq!(by(std::slice::from_ref(&before)), lacks("2027-01-01", 9));
    assert_eq!(by(&[before.clone(), seen("2026-12-01 10:00", 10)]), lacks("2027-01-01", 9));
    // It stays so with each look, and where some of the rest was used as well.
    let twice = [before.clone(), seen("2026-12-01 10:00", 10), seen("2026-12-01 18:00", 10)];
    assert_eq!(by(&twice), lacks("2027-01-01", 9));
    assert_eq!(by(&[before.clone(), seen("2026-12-01 10:00", 8)]), lacks("2027-01-01", 11));
    let credited = ("2026-11-20 12:00", credit(10, Arrival::Arrived));
    assert_eq!(by(&[before.clone(), credited, seen("2026-12-01 10:00", 20)]), lacks("2027-02-01", 18));
    // Nothing is missing yet, or too little to be it: it is still to come.
    assert_eq!(by(&[before.clone(), seen("2026-12-01 00:10", 29)]), lacks("2027-01-01", 9));
    assert_eq!(by(&[before, seen("2026-12-01 00:10", 18)]), lacks("2026-12-01", 1));
}

#[test]
fn what_does_not_arrive_within_days_is_asked_for_again() {
    let rule = KeepRule::TopUp { days: 90, least: Some(yuan(10)) };
    let top_up = Card { keeping: Some(Keeping { rule, grace: 60, from: Some(date("2026-08-25")) }), ..card() };
    for (paid, asked) in [("2026-11-18 10:01", false), ("2026-11-18 10:00", true), ("2026-10-02 09:00", true)] {
        let coming = [(paid, credit(10, Arrival::Pending))];
        let (found, _, task) = found(&top_up, &coming, "2026-11-21 10:00");
        assert_eq!(found.iter().any(|one| matches!(one, Finding::Keep(_))), asked, "{paid}");
        assert_eq!(matches!(task, Some((Step::Keep(_), _))), asked, "{paid}");
    }
}

#[test]
fn what_is_on_its_way_is_not_asked_for_again() {
    let asks = |card: &Card, facts: &[(&str, Fact)]| {
        let (found, _, task) = found(card, facts, "2026-11-21 10:00");
        let asked = found.iter().any(|one| matches!(one, Finding::Keep(_)));
        assert_eq!(asked, matches!(task, Some((Step::Keep(_), _))), "{found:?} {task:?}");
        asked
    };
    let coming = |sum| ("2026-11-21 09:00", credit(sum, Arrival::Pending));
    let rule = KeepRule::TopUp { days: 90, least: Some(yuan(10)) };
    let top_up = Card { keeping: Some(Keeping { rule, grace: 60, from: Some(date("2026-08-25")) }), ..card() };
    assert!(asks(&top_up, &[]));
    assert!(!asks(&top_up, &[coming(10)]));
    assert!(asks(&top_up, &[coming(9)]), "too little");
    assert_eq!(days(&top_up, &[coming(10)], "2026-11-21")[0], "2026-11-23", "the day is as it was");
    // What is on its way together is enough for what lacks of a fee.
    let mut fee = fee_card(23, 19, 60);
    let seen = ("2026-11-11 12:00", seen_money(10));
    assert!(asks(&fee, &[seen.clone(), coming(8)]));
    assert!(!asks(&fee, &[seen.clone(), coming(9)]));
    assert!(!asks(&fee, &[seen, coming(5), coming(4)]));
    assert!(asks(&fee, &[coming(18)]), "nobody knows what is there");
    // Nor does money keep a number that wants use, or pay what nobody said how much it is.
    for rule in [KeepRule::MonthlyFee { day: 23, fee: None }, KeepRule::Activity { days: 90 }] {
        fee.keeping = Some(Keeping { rule, grace: 60, from: Some(date("2026-08-25")) });
        assert!(asks(&fee, &[coming(20)]), "{rule:?}");
    }
}
