//! The day through which a card should last, and what comes before it: what is asked, what is answered, what
//! is to be done, and over which days today's part is spread.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

#[path = "person/clock.rs"]
mod clock;

use clock::{MB, at, date, mb, zone};
use sim_gauge::domain::*;
use sim_gauge::forecast::{Basis, Forecast, Input, Outlook, forecast};
use sim_gauge::plan::*;

const NOW: &str = "11-24 06:00";

fn left(megabytes: u64, renews: Option<&str>) -> Fact {
    let measures = vec![Measure { bucket: Bucket::General, said: Said::Left(Quantity::Data(mb(megabytes))) }];
    Fact::Check(Check {
        measures,
        expires: None,
        renews: renews.map(date),
        source: Source::Text,
        reply: None,
        sure: false,
    })
}

fn queued(megabytes: u64) -> Fact {
    Fact::TopUp(TopUp {
        data: Some(mb(megabytes)),
        credit: None,
        paid: None,
        channel: None,
        effect: Effect::Queue,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

/// A hundred MB a day from 3000 on 4 November: a thousand are left on the 24th.
fn hundred_a_day() -> Vec<(&'static str, Fact)> {
    let seen = [("11-04 00:00", 3000), ("11-08 00:00", 2600), ("11-12 00:00", 2200), ("11-18 00:00", 1600)];
    let mut story: Vec<_> = seen.iter().map(|&(when, megabytes)| (when, left(megabytes, None))).collect();
    story.push(("11-24 00:00", left(1000, None)));
    story
}

fn with<T>(card: &Card, story: &[(&str, Fact)], look: impl FnOnce(&Ledger<'_>, &Outlook) -> T) -> T {
    let id = CardId(Ulid::from_parts(1, 1));
    let entry = |(when, fact): &(&str, Fact)| Entry { card: id, at: at(when), fact: fact.clone(), note: None };
    let entries: Vec<Entry> = story.iter().map(entry).collect();
    let named = entries.iter().enumerate().map(|(n, entry)| (EntryId(Ulid::from_parts(n as u64, 0)), entry));
    let ledger = Ledger::new(id, card, named).seen(&zone(), at(NOW));
    let end = ledger.expires(zone().date(at(NOW))).map(|end| zone().end(end.date));
    look(&ledger, &forecast(&Input::of(&ledger, Bucket::General, at(NOW), end)))
}

/// What is found, the step that goes with it and the next task, as `EndsBefore Extend; Extend 12-04`.
fn told(card: &Card, story: &[(&str, Fact)]) -> String {
    with(card, story, |ledger, outlook| {
        let (now, zone) = (at(NOW), &zone());
        let mut text = String::new();
        for (finding, step) in findings(ledger, Bucket::General, outlook, now, zone) {
            let name = format!("{finding:?}");
            let name = name.split([' ', '(']).next().unwrap().to_owned();
            let renews = if matches!(finding, Finding::TooShort { renews: true, .. }) { " to renewal" } else { "" };
            text += &format!("{name}{renews} {step:?}; ");
        }
        if let Some(task) = task(ledger, outlook, now, zone) {
            text += &format!("{:?} {}", task.step, &task.by.date.to_string()[5..]);
        }
        text.trim_end_matches("; ").to_owned()
    })
}

fn until(day: &str) -> Card {
    Card { validity: Validity::Until(date(day)), over_pace: None, threshold: Threshold::Off, ..clock::card() }
}

fn needed(day: &str, card: Card) -> Card {
    Card { needed_until: Some(date(day)), ..card }
}

/// The chance that is given, in per cent; `-` for none.
fn chance(card: &Card, story: &[(&str, Fact)]) -> String {
    let lasts = with(card, story, |ledger, outlook| goal(ledger, at(NOW), &zone()).unwrap().lasts(outlook));
    lasts.map_or("-".to_owned(), |lasts| format!("{:.0}", 100.0 * lasts))
}

fn to_the_end(card: &Card, story: &[(&str, Fact)]) -> String {
    with(card, story, |_, outlook| match outlook {
        Outlook::Known(known) => format!("{:.0}", 100.0 * known.lasts_to_expiry().unwrap()),
        other => panic!("{other:?}"),
    })
}

#[test]
fn no_chance_is_given_of_a_day_behind_the_end_of_the_card() {
    let story = hundred_a_day();
    // A thousand MB for eight days: it lasts to its end, and there is nothing to be had behind it.
    let card = needed("2026-12-20", until("2026-12-01"));
    assert_eq!(chance(&card, &story), to_the_end(&card, &story));
    assert!(chance(&card, &story).parse::<f64>().unwrap() > 80.0);
    assert_eq!(told(&card, &story), "EndsBefore Extend; Extend 12-01");
    // It is empty before that as well: that comes first.
    let card = needed("2026-12-20", until("2026-12-12"));
    let seen = told(&card, &story);
    assert!(seen.starts_with("EndsBefore Extend; TopUp 12-0"), "{seen}");
    // Its last day is the one that was set: nothing ends before it.
    let card = needed("2026-12-01", until("2026-12-01"));
    assert_eq!(told(&card, &story), "");
    assert_eq!(chance(&card, &story), to_the_end(&card, &story));
    // It is over: no question.
    let over = needed("2026-12-20", until("2026-11-23"));
    assert_eq!((told(&over, &story), chance(&over, &story)), (String::new(), "-".to_owned()));
    // Not even where it was hardly enough to that end.
    let mut short = story[..4].to_vec();
    short.push(("11-20 00:00", left(100, None)));
    assert_eq!(told(&over, &short), "");
    // What begins anew each day ends before that day as anything does; up to its end there is no question.
    let daily = |day| Card { day_clock: Some(DayClock::FirstUse(None)), ..needed(day, until("2026-12-01")) };
    assert_eq!(told(&daily("2026-12-20"), &story), "EndsBefore Extend; Extend 12-01");
    assert_eq!(with(&daily("2026-12-01"), &story, |ledger, _| goal(ledger, at(NOW), &zone())), None);
    assert_eq!(with(&needed("2026-11-23", until("2026-12-01")), &story, |of, _| goal(of, at(NOW), &zone())), None);
}

#[test]
fn little_that_lasts_to_an_end_which_comes_too_early_is_to_be_extended_and_said_once() {
    let low = Card { threshold: Threshold::Amount(mb(1100)), ..needed("2026-12-20", until("2026-11-26")) };
    assert_eq!(told(&low, &hundred_a_day()), "EndsBefore Extend; Low Extend; Extend 11-26");
    // What begins anew each day is not to be paid for.
    let daily = Card { day_clock: Some(DayClock::FirstUse(None)), needed_until: None, ..low.clone() };
    assert!(told(&daily, &hundred_a_day()).starts_with("Low Anew"), "{}", told(&daily, &hundred_a_day()));
    // Without such a day it is to be used up; the end is said by itself.
    let low = Card { needed_until: None, ..low };
    assert_eq!(told(&low, &hundred_a_day()), "Low UseUp; Ends UseUp");
}

#[test]
fn what_was_paid_for_already_is_not_to_be_extended() {
    let mut story = hundred_a_day();
    story.push((
        "11-24 01:00",
        match queued(3000) {
            Fact::TopUp(top_up) => Fact::TopUp(TopUp { arrival: Arrival::Pending, ..top_up }),
            fact => fact,
        },
    ));
    assert_eq!(told(&needed("2026-12-20", until("2026-12-01")), &story), "EndsBefore Extend");
    // What waits in the queue comes then, and how long it lasts nobody knows.
    let mut story = hundred_a_day();
    story.push(("11-24 01:00", queued(3000)));
    let card = needed("2026-12-20", until("2026-12-01"));
    assert_eq!((chance(&card, &story), told(&card, &story)), ("-".to_owned(), String::new()));
}

#[test]
fn a_plan_that_renews_before_that_day_need_last_to_its_renewal_only() {
    let renewing = |day: &'static str| {
        let mut story = hundred_a_day();
        story.last_mut().unwrap().1 = left(1000, Some(day));
        story
    };
    let open = || Card { validity: Validity::Unknown, ..until("2026-12-31") };
    // The figures last for ten days. Four days before new data comes there is nothing to be paid for.
    let soon = renewing("2026-11-28");
    let card = needed("2026-12-20", open());
    assert_eq!(told(&card, &soon), "Ends Anew");
    assert_eq!(chance(&card, &soon), to_the_end(&card, &soon));
    // On the day itself too, since the new data is there as it begins.
    assert_eq!(told(&needed("2026-11-28", open()), &soon), "Ends Anew");
    // Little is left, and it rather lasts until new data comes, some days beyond the days of notice.
    let mut little = renewing("2026-11-29");
    little.last_mut().unwrap().1 = left(650, Some("2026-11-29"));
    assert_eq!(told(&Card { threshold: Threshold::Amount(mb(700)), ..open() }, &little), "Low UseLess");
    // Little is left two days before new data comes: that is no reason to pay.
    let mut little = renewing("2026-11-26");
    little.last_mut().unwrap().1 = left(250, Some("2026-11-26"));
    let low = Card { threshold: Threshold::Amount(mb(1100)), ..open() };
    let seen = told(&low, &little);
    assert!(seen.starts_with("Low UseLess") && !seen.contains("TopUp 11-"), "{seen}");
    // Nor where it is surely empty before.
    let mut less = little.clone();
    less.last_mut().unwrap().1 = left(60, Some("2026-11-26"));
    let seen = told(&low, &less);
    assert!(seen.starts_with("Low UseLess") && !seen.contains("TopUp 11-"), "{seen}");
    little.last_mut().unwrap().1 = left(250, Some("2026-12-14"));
    let seen = told(&low, &little);
    assert!(seen.starts_with("Low TopUp"), "{seen}");
    // It renews too late.
    let late = renewing("2026-12-14");
    let seen = told(&card, &late);
    assert!(seen.starts_with("TooShort to renewal TopUp; TopUp 12-0"), "{seen}");
    // The day comes before the renewal: it is asked of that day.
    let card = needed("2026-12-10", open());
    let seen = told(&card, &late);
    assert!(seen.starts_with("TooShort TopUp; TopUp 12-0"), "{seen}");
    assert_eq!(with(&card, &late, |ledger, _| goal(ledger, at(NOW), &zone()).unwrap().reach), Reach::Whole);
    // Each month begins anew, whether a day was named for it or not.
    for renews in [None, Some(date("2026-12-01"))] {
        let card = needed("2026-12-20", Card { validity: Validity::CalendarMonth, renews, ..until("2026-12-31") });
        let reach = with(&card, &hundred_a_day(), |ledger, _| goal(ledger, at(NOW), &zone()).unwrap().reach);
        assert_eq!((reach, told(&card, &hundred_a_day())), (Reach::Renews, String::new()), "{renews:?}");
    }
    // An end that comes before the renewal is one.
    let card = needed("2026-12-20", Card { renews: Some(date("2026-12-05")), ..until("2026-11-30") });
    let reach = with(&card, &hundred_a_day(), |ledger, _| goal(ledger, at(NOW), &zone()).unwrap().reach);
    assert!(matches!(reach, Reach::Ends(end) if end.days == 6), "{reach:?}");
}

#[test]
fn little_that_lasts_until_new_data_comes_by_itself_wants_no_top_up() {
    let low = Card { threshold: Threshold::Amount(mb(1100)), ..until("2026-12-31") };
    let month = Card { validity: Validity::CalendarMonth, ..low.clone() };
    assert_eq!(told(&month, &hundred_a_day()), "Low Anew");
    let open = Card { validity: Validity::Unknown, ..low.clone() };
    let mut renewing = hundred_a_day();
    renewing.last_mut().unwrap().1 = left(1000, Some("2026-12-01"));
    assert_eq!(told(&open, &renewing), "Low Anew");
    // What ends wants one, where it is to go on.
    assert!(told(&until("2026-11-26"), &hundred_a_day()).starts_with("Ends UseUp"));
}

/// The days that today's part is spread over, the day that is named, and the last of the even pace.
fn spread(card: &Card) -> (u32, Option<String>, String) {
    with(card, &hundred_a_day(), |ledger, outlook| {
        let allowance = allowance(ledger, Bucket::General, outlook, at(NOW), &zone()).unwrap();
        assert_eq!(allowance.day.0 / MB, 1000 / u64::from(allowance.days));
        let pace = pace(ledger, Bucket::General, outlook, at(NOW), &zone()).unwrap();
        let last = zone().date(pace.corners.last().unwrap().0.plus(-1)).to_string();
        (allowance.days, allowance.through.map(|day| day.to_string()), last)
    })
}

#[test]
fn today_and_the_even_pace_are_spread_to_the_day_that_was_set() {
    let day = |text: &str| Some(text.to_owned());
    let last = |text: &str| text.to_owned();
    // The 24th is the first of them.
    for (card, want) in [
        (until("2026-12-03"), (10, None, last("2026-12-03"))),
        (needed("2026-11-28", until("2026-12-03")), (5, day("2026-11-28"), last("2026-11-28"))),
        // Behind the end there is nothing to be spread over, and a day that is past says nothing.
        (needed("2026-12-20", until("2026-12-03")), (10, None, last("2026-12-03"))),
        (needed("2026-12-03", until("2026-12-03")), (10, None, last("2026-12-03"))),
        (needed("2026-11-20", until("2026-12-03")), (10, None, last("2026-12-03"))),
        // Nobody said when it ends.
        (
            needed("2026-12-01", Card { validity: Validity::Unknown, ..until("2026-12-03") }),
            (8, day("2026-12-01"), last("2026-12-01")),
        ),
    ] {
        assert_eq!(spread(&card), want, "{:?} {:?}", card.validity, card.needed_until);
    }
}

#[test]
fn little_that_is_enough_for_the_day_that_was_set_wants_no_top_up() {
    let low = Card { threshold: Threshold::Amount(mb(1100)), ..until("2026-12-20") };
    let seen = told(&low, &hundred_a_day());
    assert!(seen.starts_with("Low TopUp; TopUp 12-0"), "{seen}");
    assert_eq!(told(&needed("2026-11-27", low), &hundred_a_day()), "Low UseUp");
}

/// Once it hardly lasts to the day that was set, or only what was set aside is left for it, the next step is a payment.
#[test]
fn what_hardly_lasts_to_the_day_that_was_set_is_to_be_topped_up() {
    let seen = |megabytes| {
        let mut story = hundred_a_day();
        story.truncate(3);
        story.push(("11-24 05:59", left(megabytes, None)));
        story
    };
    let open = || Card { validity: Validity::Unknown, ..until("2026-12-31") };
    let home = needed("2026-12-02", open());
    assert_eq!(told(&home, &seen(850)), "TooShort TopUp; TopUp 11-30", "{}", chance(&home, &seen(850)));
    // Where it is open another check comes first, and nothing where it rather lasts.
    assert_eq!(told(&home, &seen(900)), "TooShort UseLess; Check 12-01", "{}", chance(&home, &seen(900)));
    let home = needed("2026-11-26", open());
    assert_eq!(told(&home, &seen(350)), "", "{}", chance(&home, &seen(350)));
    let kept = Card { reserve: Some(mb(500)), ..home };
    assert_eq!(told(&kept, &seen(350)), "TooShort TopUp; TopUp 11-25");
    assert_eq!(told(&kept, &seen(550)), "");
}

#[test]
fn a_plan_of_which_nobody_said_when_it_began_may_be_one_of_its_last_days_or_of_thirty() {
    // Ten days are left of a plan of which nearly all is there.
    let first = [("11-24 00:00", left(2990, None))];
    let known = |card: &Card| {
        with(card, &first, |_, outlook| match outlook {
            Outlook::Known(known) => known.clone(),
            other => panic!("{other:?}"),
        })
    };
    let a_day = |forecast: &Forecast| forecast.rate(0.5) / MB as f64;
    let open = known(&until("2026-12-03"));
    assert_eq!(open.basis(), Basis::Plan);
    // Between a thirtieth a day and a tenth: as one whose thirty days were named, and as one that begins now.
    let named = |days: u16, from: &str| {
        let validity = Validity::Days { days, start: Start::FirstUse, from: Some(date(from)) };
        known(&Card { validity, ..until("2026-12-03") })
    };
    for at in [a_day, |forecast: &Forecast| 1.0 - forecast.lasts_to_expiry().unwrap()] {
        let (least, most) = (at(&named(30, "2026-11-03")), at(&named(10, "2026-11-23")));
        assert!((1.3 * least..0.9 * most).contains(&at(&open)), "{} of {least} to {most}", at(&open));
    }
    // Which of the two it is, nobody knows: it is less sure than either.
    let wide = |forecast: &Forecast| forecast.rate(0.9) / forecast.rate(0.1);
    assert!(wide(&open) > wide(&named(30, "2026-11-03")), "{}", wide(&open));
    // Where more is left than the usual length, that is the length.
    let year = known(&until("2027-11-24"));
    assert!(a_day(&year) < 12.0, "{}", a_day(&year));
    // It is known when a top-up came that is all there is.
    let bought = [(
        "11-24 00:00",
        match queued(3000) {
            Fact::TopUp(top_up) => Fact::TopUp(TopUp { effect: Effect::Replace, ..top_up }),
            fact => fact,
        },
    )];
    let bought = with(&until("2026-12-03"), &bought, |_, outlook| match outlook {
        Outlook::Known(known) => a_day(known),
        other => panic!("{other:?}"),
    });
    assert!(bought > 200.0, "{bought}");
}

#[test]
fn what_comes_in_its_place_and_is_good_for_longer_is_not_used_more_slowly() {
    let card = Card { validity: Validity::Unknown, ..until("2026-12-03") };
    let bought = |ends: Option<&str>| match queued(3000) {
        Fact::TopUp(top_up) => Fact::TopUp(TopUp { effect: Effect::Replace, expires: ends.map(date), ..top_up }),
        fact => fact,
    };
    let a_day = |story: &[(&str, Fact)]| {
        with(&card, story, |_, outlook| match outlook {
            Outlook::Known(known) => known.rate(0.5) / MB as f64,
            other => panic!("{other:?}"),
        })
    };
    // A hundred a day of 3000 MB: as of 30 days, whatever the next 3000 are good for.
    let after = |ends: Option<&str>| {
        let mut story = hundred_a_day();
        story.push(("11-24 05:00", bought(ends)));
        a_day(&story)
    };
    let open = after(None);
    for ends in ["2026-12-24", "2027-11-24"] {
        assert!((after(Some(ends)) - open).abs() < 0.1, "{ends}: {} of {open}", after(Some(ends)));
    }
    // Nor is what is only thought about.
    with(&card, &hundred_a_day(), |ledger, _| {
        let days = |end: Option<&str>| {
            let end = end.map(|end| zone().end(date(end)));
            Input::of(ledger, Bucket::General, at(NOW), end).prior.unwrap().days
        };
        assert_eq!(days(Some("2027-11-24")), days(None));
    });
    // A queued one that is in use keeps its own end, too.
    let turned = |ends: Option<&str>| {
        let mut story = vec![("11-01 00:00", left(500, None)), ("11-01 01:00", queued(3000))];
        story.extend(hundred_a_day());
        story.extend(ends.map(|ends| ("11-24 05:00", bought(Some(ends)))));
        let card = Card { validity: Validity::Until(date("2026-11-03")), ..card.clone() };
        with(&card, &story, |ledger, _| {
            assert_eq!(ledger.turns().len(), 1);
            Input::of(ledger, Bucket::General, at(NOW), None).prior.unwrap().days
        })
    };
    assert_eq!(turned(Some("2027-11-24")), turned(None));
}

#[test]
fn what_renews_by_itself_is_not_to_be_paid_for() {
    // 200 MB for three days of a hundred: it may do, or not.
    let mut story = hundred_a_day();
    story.push(("11-24 01:00", left(200, None)));
    let quiet = Card { over_pace: None, threshold: Threshold::Off, ..clock::card() };
    let renewing = Card { renews: Some(date("2026-11-27")), ..quiet.clone() };
    assert_eq!(told(&renewing, &story), "Ends Anew");
    // What expires with that day is.
    assert!(told(&until("2026-11-26"), &story).starts_with("Ends TopUp"), "{}", told(&until("2026-11-26"), &story));
}

#[test]
fn notice_is_given_in_proportion() {
    let of = |days: u16, from: &str| {
        let validity = Validity::Days { days, start: Start::FirstUse, from: Some(date(from)) };
        told(&Card { validity, ..until("2026-11-24") }, &hundred_a_day()).contains("Ends")
    };
    // On the first two of three days no end, on the day before the last one; of thirty days three before it.
    assert!(!of(3, "2026-11-24") && !of(3, "2026-11-23") && of(3, "2026-11-22") && of(3, "2026-11-21"));
    assert!(!of(30, "2026-10-29") && of(30, "2026-10-28"));
}

#[test]
fn what_is_soon_used_up_again_is_to_be_topped_up_though_nobody_knows_its_end() {
    // Five hundred MB a day until nothing was left, then two hundred more.
    let seen = [("11-12 00:00", 6000), ("11-15 00:00", 4500), ("11-18 00:00", 3000), ("11-21 00:00", 1500)];
    let mut story: Vec<_> = seen.iter().map(|&(when, megabytes)| (when, left(megabytes, None))).collect();
    story.push(("11-24 00:00", left(0, None)));
    let open = Card { validity: Validity::Unknown, ..until("2026-12-14") };
    for effect in [Effect::Add, Effect::Replace] {
        let Fact::TopUp(top_up) = queued(200) else { unreachable!("a top-up") };
        let small = ("11-24 05:00", Fact::TopUp(TopUp { effect, ..top_up }));
        let small = [&story[..], &[small]].concat();
        for card in [&open, &until("2026-12-14")] {
            assert_eq!(told(card, &small), "TopUp 11-24", "{effect:?} {card:?}");
        }
    }
    // Of what lasts for weeks nothing is to be paid.
    assert_eq!(told(&open, &hundred_a_day()), "");
}
