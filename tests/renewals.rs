//! Plans that begin anew by themselves: until when the present period lasts, where one ends and the next
//! begins, and what follows from it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

#[path = "person/clock.rs"]
mod clock;

use clock::{MB, at, date, mb, zone};
use sim_gauge::domain::*;
use sim_gauge::forecast::{Basis, Forecast, Input, Missing, Note, Outlook, forecast};
use sim_gauge::plan::*;

/// When, MB left, and what it says: `expires 2026-12-04`, `renews 2026-12-04`, or nothing.
type Said = (&'static str, u64, &'static str);

fn entry((_, left, says): Said) -> Fact {
    let said = sim_gauge::domain::Said::Left(Quantity::Data(mb(left)));
    let measures = vec![Measure { bucket: Bucket::General, said }];
    let day = |word: &str| says.split(", ").find_map(|part| Some(date(part.strip_prefix(word)?)));
    Fact::Check(Check {
        measures,
        expires: day("expires "),
        renews: day("renews "),
        source: Source::Text,
        reply: None,
        sure: false,
    })
}

/// A card of 3 GB with a validity and a day of the next charge.
fn card(validity: Validity, renews: Option<&str>) -> Card {
    Card { validity, renews: renews.map(date), ..clock::card() }
}

fn with<T>(card: &Card, story: &[Said], now: &str, ask: impl FnOnce(&Ledger<'_>) -> T) -> T {
    let facts: Vec<(&str, Fact)> = story.iter().map(|said| (said.0, entry(*said))).collect();
    with_facts(card, &facts, now, ask)
}

fn with_facts<T>(card: &Card, story: &[(&str, Fact)], now: &str, ask: impl FnOnce(&Ledger<'_>) -> T) -> T {
    let id = CardId(Ulid::from_parts(1, 1));
    let mut book = Book::default();
    book.put_card(id, EventId(Ulid::from_parts(1, 2)), card.clone());
    for (n, (when, fact)) in story.iter().enumerate() {
        let value = Entry { card: id, at: at(when), fact: fact.clone(), note: None };
        let ulid = Ulid::from_parts(at(when).millis().cast_unsigned(), n as u128);
        book.entries.insert(EntryId(ulid), Kept { version: EventId(ulid), value: value.into() });
    }
    ask(&book.ledger(id).unwrap().seen(&zone(), at(now)))
}

/// `renews 2026-12-04`, `through 2026-12-04`, `open`: how the present period ends.
fn ends(ledger: &Ledger<'_>, now: &str) -> String {
    match ledger.expires(zone().date(at(now))) {
        None => "open".to_owned(),
        Some(Dated { date, then: Then::Over, .. }) => format!("through {date}"),
        Some(Dated { date, then: Then::Renewed, .. }) => format!("renews {}", date.plus_days(1).unwrap()),
    }
}

/// The beginnings of periods up to an instant, from the first entry on: `12-04 00:00`.
fn begun(ledger: &Ledger<'_>, now: &str) -> Vec<String> {
    let text = |instant: Timestamp| {
        let (date, minute) = zone().local(instant);
        format!("{} {:02}:{:02}", &date.to_string()[5..], minute / 60, minute % 60)
    };
    ledger.cycle().begins(&zone(), ledger.entries()[0].1.at, at(now)).into_iter().map(text).collect()
}

fn outlook(ledger: &Ledger<'_>, now: &str) -> Outlook {
    let end = ledger.expires(zone().date(at(now))).map(|dated| zone().end(dated.date));
    forecast(&Input::of(ledger, Bucket::General, at(now), end))
}

fn known(ledger: &Ledger<'_>, now: &str) -> Forecast {
    match outlook(ledger, now) {
        Outlook::Known(known) => known,
        other => panic!("{other:?}"),
    }
}

const UNKNOWN: Validity = Validity::Unknown;

#[test]
#[expect(clippy::type_complexity, reason = "a table")]
fn the_eve_of_a_renewal_is_the_last_day_where_no_other_is_known() {
    let days = |from: Option<&str>| Validity::Days { days: 30, start: Start::FirstUse, from: from.map(date) };
    let until = |day: &str| Validity::Until(date(day));
    let one: &[Said] = &[("11-10 09:00", 2500, "renews 2026-12-04")];
    let both: &[Said] = &[one[0], ("12-06 09:00", 2900, "renews 2027-01-03")];
    // The validity, the renewal on the card, the checks, now, how the period ends, and what began before.
    let rows: &[(Validity, Option<&str>, &[Said], &str, &str, &[&str])] = &[
        (UNKNOWN, None, one, "11-20 09:00", "renews 2026-12-04", &[]),
        (UNKNOWN, None, one, "12-03 23:59", "renews 2026-12-04", &[]),
        // It is over as its day begins, and lasts until the next: a month, or as many days as the card says.
        (UNKNOWN, None, one, "12-04 00:00", "renews 2027-01-04", &["12-04 00:00"]),
        (days(None), None, one, "12-04 00:00", "renews 2027-01-03", &["12-04 00:00"]),
        // So it goes on, until something is written down: whether it renewed before that is to be asked.
        (UNKNOWN, None, one, "02-20 09:00", "renews 2027-03-04", &["12-04 00:00", "01-04 00:00", "02-04 00:00"]),
        (
            UNKNOWN,
            None,
            &[one[0], ("01-06 09:00", 100, "")],
            "02-20 09:00",
            "renews 2027-03-04",
            &["12-04 00:00", "02-04 00:00"],
        ),
        (UNKNOWN, None, both, "12-07 09:00", "renews 2027-01-03", &["12-04 00:00"]),
        (UNKNOWN, None, both, "01-03 12:00", "renews 2027-02-03", &["12-04 00:00", "01-03 00:00"]),
        (days(None), None, one, "11-20 09:00", "renews 2026-12-04", &[]),
        // What ends as it renews goes on; what ends before that does not.
        (
            days(Some("2026-11-04")),
            Some("2026-12-04"),
            &[("11-10 09:00", 2500, "")],
            "11-20 09:00",
            "renews 2026-12-04",
            &[],
        ),
        (
            days(Some("2026-11-04")),
            Some("2026-12-04"),
            &[("11-10 09:00", 2500, "")],
            "12-10 09:00",
            "renews 2027-01-03",
            &["12-04 00:00"],
        ),
        (
            days(Some("2026-11-04")),
            Some("2026-12-20"),
            &[("11-10 09:00", 2500, "")],
            "12-10 09:00",
            "through 2026-12-04",
            &[],
        ),
        // The card's own day, and a later one than what was said once that has come.
        (UNKNOWN, Some("2026-12-01"), &[("11-10 09:00", 2500, "")], "11-20 09:00", "renews 2026-12-01", &[]),
        (UNKNOWN, Some("2026-12-01"), one, "11-20 09:00", "renews 2026-12-04", &[]),
        (UNKNOWN, Some("2027-01-03"), one, "12-06 09:00", "renews 2027-01-03", &["12-04 00:00"]),
        (UNKNOWN, Some("2026-12-01"), both, "12-07 09:00", "renews 2027-01-03", &["12-04 00:00"]),
        // An end that is known counts, and behind it a monthly fee brings no data.
        (until("2027-05-01"), None, both, "12-07 09:00", "through 2027-05-01", &[]),
        (until("2026-12-03"), None, one, "11-20 09:00", "through 2026-12-03", &[]),
        (until("2026-12-04"), None, one, "12-08 09:00", "through 2026-12-04", &["12-05 00:00"]),
        (days(Some("2026-11-04")), None, both, "12-07 09:00", "renews 2027-01-03", &["12-04 00:00"]),
        // So does what ends as a reply says that it renews, before that and after.
        (days(Some("2026-11-04")), None, one, "11-20 09:00", "renews 2026-12-04", &[]),
        (days(Some("2026-11-04")), None, one, "12-10 09:00", "renews 2027-01-03", &["12-04 00:00"]),
        (
            days(Some("2026-11-04")),
            None,
            &[("11-10 09:00", 2500, "renews 2026-12-20")],
            "12-10 09:00",
            "through 2026-12-04",
            &[],
        ),
        // What was over before a newer check named a later renewal is no end any more.
        (until("2026-12-02"), None, both, "12-07 09:00", "renews 2027-01-03", &["12-04 00:00"]),
        (until("2026-12-06"), None, both, "12-06 10:00", "through 2026-12-06", &[]),
        (
            UNKNOWN,
            None,
            &[("11-10 09:00", 2500, "expires 2026-12-02"), ("12-06 09:00", 2900, "renews 2027-01-03")],
            "12-07 09:00",
            "renews 2027-01-03",
            &[],
        ),
        (
            UNKNOWN,
            None,
            &[both[0], ("12-06 09:00", 2900, "expires 2027-01-02, renews 2027-01-03")],
            "12-07 09:00",
            "through 2027-01-02",
            &["12-04 00:00"],
        ),
        // One that had not come when another was named was none.
        (
            UNKNOWN,
            None,
            &[one[0], ("11-20 09:00", 2400, "renews 2026-12-05")],
            "12-07 09:00",
            "renews 2027-01-05",
            &["12-05 00:00"],
        ),
        // On its own day it has not come while a check still names it.
        (
            UNKNOWN,
            None,
            &[one[0], ("12-04 08:00", 20, "renews 2026-12-04"), ("12-04 20:00", 3000, "renews 2027-01-03")],
            "12-07 09:00",
            "renews 2027-01-03",
            &["12-04 20:00"],
        ),
        (
            UNKNOWN,
            None,
            &[one[0], ("12-04 08:00", 20, "renews 2026-12-04")],
            "12-05 09:00",
            "renews 2027-01-04",
            &["12-05 00:00"],
        ),
    ];
    for (validity, renews, story, now, expected, cycles) in rows {
        let card = card(*validity, *renews);
        with(&card, story, now, |ledger| {
            let seen = (ends(ledger, now), begun(ledger, now));
            assert_eq!(
                seen,
                ((*expected).to_owned(), cycles.iter().map(ToString::to_string).collect()),
                "{card:?} {story:?} {now}"
            );
        });
    }
}

#[test]
#[expect(clippy::type_complexity, reason = "a table")]
fn months_run_from_the_day_of_the_renewal() {
    let one: &[Said] = &[("11-10 09:00", 2500, "renews 2026-11-15")];
    // What the card and the checks name, now, how the month ends, and which began since the first check.
    let rows: &[(Option<&str>, &[Said], &str, &str, &[&str])] = &[
        (None, &[("11-10 09:00", 2500, "")], "11-20 09:00", "through 2026-11-30", &[]),
        (Some("2026-12-01"), &[("11-10 09:00", 2500, "")], "12-20 09:00", "through 2026-12-31", &["12-01 00:00"]),
        (None, one, "11-12 09:00", "renews 2026-11-15", &[]),
        (None, one, "11-15 00:00", "renews 2026-12-15", &["11-15 00:00"]),
        (Some("2026-12-20"), one, "12-16 09:00", "renews 2027-01-15", &["11-15 00:00", "12-15 00:00"]),
        (Some("2026-12-20"), &[("11-10 09:00", 2500, "")], "11-19 09:00", "renews 2026-11-20", &[]),
        // The 31st is the last of a shorter month, which names no other day.
        (Some("2026-12-31"), &[("11-10 09:00", 2500, "")], "11-29 09:00", "renews 2026-11-30", &[]),
        (
            Some("2026-12-31"),
            &[("11-10 09:00", 2500, "renews 2026-11-30")],
            "12-01 09:00",
            "renews 2026-12-31",
            &["11-30 00:00"],
        ),
        // A last day of this month that was said; not one on which it began anew.
        (
            None,
            &[("11-10 09:00", 2500, "renews 2026-11-15, expires 2026-11-13")],
            "11-14 09:00",
            "through 2026-11-13",
            &[],
        ),
        (
            None,
            &[("11-10 09:00", 2500, "renews 2026-11-15, expires 2026-11-15")],
            "11-16 09:00",
            "renews 2026-12-15",
            &["11-15 00:00"],
        ),
    ];
    for (renews, story, now, expected, cycles) in rows {
        with(&card(Validity::CalendarMonth, *renews), story, now, |ledger| {
            let seen = (ends(ledger, now), begun(ledger, now));
            assert_eq!(
                seen,
                ((*expected).to_owned(), cycles.iter().map(ToString::to_string).collect()),
                "{renews:?} {story:?} {now}"
            );
        });
    }
}

/// A hundred MB a day from 3000 on 4 November, and the same again from 4 December on.
const STORY: &[Said] = &[
    ("11-04 00:00", 3000, "renews 2026-12-04"),
    ("11-10 00:00", 2400, "renews 2026-12-04"),
    ("11-24 00:00", 1000, "renews 2026-12-04"),
    ("12-08 00:00", 2600, "renews 2027-01-03"),
];

#[test]
fn a_plan_that_renews_is_foretold_to_its_renewal_and_then_anew() {
    let card = card(UNKNOWN, None);
    with(&card, &STORY[..3], "11-24 06:00", |ledger| {
        let now = at("11-24 06:00");
        let known = known(ledger, "11-24 06:00");
        assert!(
            known.lasts_to_expiry().is_some_and(|lasts| (0.2..0.8).contains(&lasts)),
            "{:?}",
            known.lasts_to_expiry()
        );
        assert_eq!(known.basis(), Basis::PlanAndUse);
        let today = allowance(ledger, Bucket::General, &Outlook::Known(known.clone()), now, &zone()).unwrap();
        // Ten days, the 24th and the 3rd included.
        assert_eq!((today.days, today.day), (10, Bytes(100 * MB)));
        let pace = pace(ledger, Bucket::General, &Outlook::Known(known), now, &zone()).unwrap();
        assert_eq!(pace.corners, [(at("11-04 00:00"), Bytes(3000 * MB)), (at("12-04 00:00"), Bytes(0))]);
    });
    // What is left by then is over. Nobody has seen what came: all of the plan at most, as before and as it was used.
    with(&card, &STORY[..3], "12-04 09:00", |ledger| {
        let now = at("12-04 09:00");
        let outlook = outlook(ledger, "12-04 09:00");
        let Outlook::Known(known) = &outlook else { panic!("{outlook:?}") };
        assert!(known.is_unseen() && known.since() == at("12-04 00:00"));
        let left = known.left_now(0.5) / MB as f64;
        assert!((2940.0..3000.0).contains(&left), "{left}");
        let general = Bucket::General;
        let today = allowance(ledger, general, &outlook, now, &zone()).unwrap();
        // Of what is likely left now, which is some less than the morning had.
        assert_eq!((today.days, today.ground, today.day.0 / MB), (31, Ground::Estimated, 2970 / 31));
        assert_eq!(findings(ledger, general, &outlook, now, &zone()), []);
        assert_eq!(estimate(ledger, general, &outlook, now, &zone()), None);
        let period = period(ledger, general, now, &zone()).unwrap();
        assert_eq!((period.start, period.end), (at("12-04 00:00"), at("01-04 00:00")));
    });
    // Whoever uses twice as much runs out: a check comes before any payment, on the first day too.
    let fast = [("11-10 09:00", 2900), ("11-12 09:00", 2300), ("11-14 09:00", 1700), ("11-16 09:00", 1100)]
        .map(|(at, left)| (at, left, "renews 2026-12-04"));
    with(&card, &fast, "12-04 09:00", |ledger| {
        let step = task(ledger, &outlook(ledger, "12-04 09:00"), at("12-04 09:00"), &zone()).unwrap().step;
        assert_eq!(step, Step::Check);
    });
    with(&card, STORY, "12-08 06:00", |ledger| {
        let now = at("12-08 06:00");
        let known = known(ledger, "12-08 06:00");
        assert!(known.notes().is_empty(), "{:?}", known.notes());
        assert!((known.rate(0.5) / MB as f64 - 100.0).abs() < 8.0, "{}", known.rate(0.5) / MB as f64);
        let outlook = Outlook::Known(known);
        let today = allowance(ledger, Bucket::General, &outlook, now, &zone()).unwrap();
        assert_eq!((today.days, today.day), (26, Bytes(100 * MB)));
        let period = period(ledger, Bucket::General, now, &zone()).unwrap();
        assert_eq!((period.start, period.end), (at("12-04 00:00"), at("01-03 00:00")));
        assert_eq!(ledger.capacity(Bucket::General), Some(Bytes(3000 * MB)));
    });
}

/// Much of it is gone at the first look: that it is a plan of a month is enough to begin with.
#[test]
fn a_plan_that_renews_says_something_on_its_first_day() {
    let story: &[Said] = &[("11-01 09:00", 1900, "")];
    with(&card(UNKNOWN, Some("2026-11-20")), story, "11-01 09:00", |ledger| {
        let known = known(ledger, "11-01 09:00");
        assert_eq!(known.basis(), Basis::Plan);
        assert!((known.rate(0.5) / MB as f64 - 100.0).abs() < 20.0, "{}", known.rate(0.5) / MB as f64);
    });
    // How long one was used of which only the last day is known, nobody knows.
    with(&card(Validity::Until(date("2026-11-19")), None), story, "11-01 09:00", |ledger| {
        assert!(matches!(outlook(ledger, "11-01 09:00"), Outlook::NotEnough(Missing::OneCheck)));
    });
}

/// What has to be paid for is over: nobody knows that somebody did.
#[test]
fn a_plan_that_expired_is_not_taken_for_renewed() {
    let story: &[Said] = &[("11-10 09:00", 2500, "renews 2026-12-04"), ("11-20 09:00", 2000, "")];
    with(&card(Validity::Until(date("2026-12-04")), None), story, "12-08 09:00", |ledger| {
        assert_eq!(ends(ledger, "12-08 09:00"), "through 2026-12-04");
        assert!(matches!(outlook(ledger, "12-08 09:00"), Outlook::NotEnough(Missing::NewCycle)));
    });
}

/// What it brought is not known without a plan until a check says so.
#[test]
fn a_renewal_of_an_unknown_plan_brings_what_the_next_check_says() {
    let card = Card { plan: None, ..card(UNKNOWN, None) };
    with(&card, &STORY[..3], "12-04 09:00", |ledger| {
        assert!(matches!(outlook(ledger, "12-04 09:00"), Outlook::NotEnough(Missing::NewCycle)));
    });
    with(&card, STORY, "12-08 06:00", |ledger| {
        let known = known(ledger, "12-08 06:00");
        assert!(known.notes().is_empty(), "{:?}", known.notes());
        assert!((known.rate(0.5) / MB as f64 - 100.0).abs() < 8.0, "{}", known.rate(0.5) / MB as f64);
    });
}

#[test]
fn a_fee_of_a_card_that_is_good_for_longer_brings_no_data() {
    let card = card(Validity::Until(date("2027-05-01")), None);
    with(&card, STORY, "12-08 06:00", |ledger| {
        assert_eq!(*ledger.cycle(), Cycle::Never);
        assert_eq!(known(ledger, "12-08 06:00").notes().len(), 1, "the rise wants a word");
    });
}

fn added(data: Option<u64>, effect: Effect, expires: Option<&str>) -> Fact {
    Fact::TopUp(TopUp {
        data: data.map(mb),
        credit: None,
        paid: None,
        channel: None,
        effect,
        expires: expires.map(date),
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

/// A renewal that came by itself stays come until a check tells of it, whatever else is logged; none comes by itself
/// once the data is good for longer.
#[test]
fn what_comes_by_itself_comes_until_a_check_or_a_later_end() {
    let card = card(UNKNOWN, None);
    let named = entry(("11-10 09:00", 2000, "renews 2026-12-04"));
    let story = [("11-10 09:00", named.clone()), ("01-06 09:00", added(Some(1000), Effect::Add, None))];
    with_facts(&card, &story, "01-07 09:00", |ledger| {
        assert_eq!(begun(ledger, "01-07 09:00"), ["12-04 00:00", "01-04 00:00"]);
        assert!(known(ledger, "01-07 09:00").is_unseen());
    });
    let found = entry(("01-06 09:00", 2500, ""));
    with_facts(&card, &[("11-10 09:00", named), ("01-06 09:00", found)], "01-07 09:00", |ledger| {
        let period = period(ledger, Bucket::General, at("01-07 09:00"), &zone()).unwrap();
        assert_eq!((period.start, period.end), (at("01-04 00:00"), at("02-04 00:00")));
    });
    let before = entry(("11-01 09:00", 2500, "renews 2026-11-04"));
    let later = entry(("11-10 09:00", 2000, "renews 2026-12-04"));
    let longer = added(None, Effect::Extend, Some("2027-06-01"));
    let story = [("11-01 09:00", before), ("11-10 09:00", later), ("12-01 09:00", longer)];
    with_facts(&card, &story, "12-08 09:00", |ledger| assert_eq!(begun(ledger, "12-08 09:00"), ["11-04 00:00"]));
}

#[test]
fn a_queued_top_up_waits_for_an_end_and_not_for_a_renewal() {
    let queued = TopUp {
        data: Some(mb(5000)),
        credit: None,
        paid: None,
        channel: None,
        effect: Effect::Queue,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    };
    let card = card(UNKNOWN, None);
    let id = CardId(Ulid::from_parts(1, 1));
    let entries: Vec<_> = [(at("11-10 09:00"), entry(STORY[0])), (at("11-12 09:00"), Fact::TopUp(queued))]
        .into_iter()
        .enumerate()
        .map(|(n, (at, fact))| (EntryId(Ulid::from_parts(9, n as u128)), Entry { card: id, at, fact, note: None }))
        .collect();
    let ledger =
        Ledger::new(id, &card, entries.iter().map(|(id, entry)| (*id, entry))).seen(&zone(), at("12-08 00:00"));
    assert_eq!((ledger.turns().len(), ledger.waiting().len()), (0, 1));
    assert_eq!(ledger.waiting()[0].from, None);
}

#[test]
fn the_next_renewal_that_is_typed_does_not_end_what_renewed_with_its_length() {
    let id = CardId(Ulid::from_parts(1, 1));
    let card = |renews: &str| {
        let validity = Validity::Days { days: 30, start: Start::FirstUse, from: Some(date("2026-11-04")) };
        card(validity, Some(renews))
    };
    let typed = |when: &str| EventId(Ulid::from_parts(at(when).millis().cast_unsigned(), 1));
    let mut book = Book::default();
    book.put_card(id, typed("11-04 09:00"), card("2026-12-04"));
    let value = Entry { card: id, at: at("11-10 09:00"), fact: entry(("11-10 09:00", 2500, "")), note: None };
    let version = typed("11-10 09:00");
    book.entries.insert(EntryId(version.0), Kept { version, value: value.into() });
    let ends_at = |book: &Book, now: &str| ends(&book.ledger(id).unwrap().seen(&zone(), at(now)), now);
    assert_eq!(ends_at(&book, "12-10 09:00"), "renews 2027-01-03");
    let mut slip = book.clone();
    book.put_card(id, typed("12-10 09:00"), card("2027-01-03"));
    assert_eq!(ends_at(&book, "12-10 10:00"), "renews 2027-01-03");
    // One that was taken back before it came was none: the length stands.
    let none = Card { renews: None, ..card("2026-12-04") };
    slip.put_card(id, typed("11-20 09:00"), none);
    assert_eq!(ends_at(&slip, "11-21 09:00"), "through 2026-12-04");
    assert_eq!(ends_at(&slip, "12-10 10:00"), "through 2026-12-04");
    // What is typed once it was over is a later one, as one that a reply names; before that it changes nothing.
    slip.put_card(id, typed("12-12 09:00"), card("2027-01-10"));
    assert_eq!(ends_at(&slip, "12-12 10:00"), "renews 2027-01-10");
    let ledger = slip.ledger(id).unwrap().seen(&zone(), at("12-12 10:00"));
    let before = ledger.expires_before(&[at("11-20 09:00")], &zone()).pop().unwrap();
    assert_eq!(before.map(|end| (end.date, end.then)), Some((date("2026-12-04"), Then::Over)));
}

#[test]
fn the_card_corrects_a_renewal_that_a_reply_named_before() {
    let id = CardId(Ulid::from_parts(1, 1));
    let typed = |when: &str| EventId(Ulid::from_parts(at(when).millis().cast_unsigned(), 1));
    // The reply of 10 November names 4 December. What is typed on the card, and when; now, and how the period ends.
    for (renews, when, now, end) in [
        (Some("2026-11-24"), "11-12 09:00", "11-20 09:00", "renews 2026-11-24"),
        (Some("2026-12-20"), "11-12 09:00", "11-20 09:00", "renews 2026-12-20"),
        (Some("2026-11-24"), "11-12 09:00", "12-06 09:00", "renews 2026-12-24"),
        // Once that day has come, a later one is the next, and an earlier one corrects it.
        (Some("2026-11-30"), "12-06 09:00", "12-08 09:00", "renews 2026-12-30"),
        (Some("2026-12-20"), "12-06 09:00", "12-08 09:00", "renews 2026-12-20"),
        // Before the reply was written down, and none, say nothing of it.
        (Some("2026-12-20"), "11-09 09:00", "11-20 09:00", "renews 2026-12-04"),
        (None, "11-12 09:00", "11-20 09:00", "renews 2026-12-04"),
    ] {
        let mut book = Book::default();
        let card = |renews| card(UNKNOWN, renews);
        book.put_card(id, typed("11-04 09:00"), card(Some("2026-11-15")));
        let put = |book: &mut Book, when: &str, says: &'static str| {
            let value = Entry { card: id, at: at(when), fact: entry(("", 2500, says)), note: None };
            let version = typed(when);
            book.entries.insert(EntryId(version.0), Kept { version, value: value.into() });
        };
        let seen = |book: &Book, now: &str| ends(&book.ledger(id).unwrap().seen(&zone(), at(now)), now);
        put(&mut book, "11-10 09:00", "renews 2026-12-04");
        // A newer reply that names none says nothing of it.
        put(&mut book, "11-19 09:00", "");
        book.put_card(id, typed(when), card(renews));
        assert_eq!(seen(&book, now), end, "{renews:?} {when}");
        put(&mut book, "12-11 09:00", "renews 2027-01-09");
        assert_eq!(seen(&book, "12-12 09:00"), "renews 2027-01-09", "{renews:?} {when}");
    }
}

/// The plan was paid for anew by hand: in the place of what was left came what it gives.
#[test]
#[expect(clippy::type_complexity, reason = "a table")]
fn a_renewal_that_was_paid_for_by_hand_moves_the_next_one() {
    let days = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    let longer = Some("2027-01-08");
    // The validity, when it was paid for and until when that lasts, now, how the period ends, the next charge, and
    // what began by itself.
    let rows: &[(Validity, &str, Option<&str>, &str, &str, &str, &[&str])] = &[
        (days, "11-26 10:00", None, "12-02 09:00", "renews 2026-12-26", "2026-12-26?", &[]),
        (days, "11-26 10:00", None, "12-10 09:00", "renews 2026-12-26", "2026-12-26?", &[]),
        (days, "12-06 10:00", None, "12-10 09:00", "renews 2027-01-05", "2027-01-05?", &["12-04 00:00"]),
        (days, "12-06 10:00", longer, "12-10 09:00", "through 2027-01-08", "2027-01-05?", &["12-04 00:00"]),
        // Of a plan whose length nobody said, the day on which it renews stands, and an early payment says nothing.
        (UNKNOWN, "11-26 10:00", None, "12-02 09:00", "renews 2026-12-04", "2026-12-04", &[]),
        (UNKNOWN, "12-06 10:00", longer, "12-10 09:00", "through 2027-01-08", "2027-01-04?", &["12-04 00:00"]),
        // Half a period before it or more it was something else.
        (days, "11-18 10:00", None, "12-02 09:00", "renews 2026-12-04", "2026-12-04", &[]),
    ];
    for (validity, when, until, now, end, charge, cycles) in rows {
        for (own, said) in [(Some("2026-12-04"), ""), (None, "renews 2026-12-04")] {
            let card = card(*validity, own);
            let paid = added(Some(3000), Effect::Replace, *until);
            let story = [("11-10 09:00", entry(("11-10 09:00", 2000, said))), (*when, paid)];
            with_facts(&card, &story, now, |ledger| {
                let (day, assumed) = ledger.next_charge(zone().date(at(now))).unwrap();
                let seen = (ends(ledger, now), format!("{day}{}", if assumed { "?" } else { "" }), begun(ledger, now));
                let cycles = cycles.iter().map(ToString::to_string).collect();
                assert_eq!(seen, ((*end).to_owned(), (*charge).to_owned(), cycles), "{card:?} {when} {now}");
            });
        }
    }
    // What is said after it counts, and a smaller top-up is no renewal.
    let card = card(days, Some("2026-12-04"));
    let first = ("11-10 09:00", entry(("11-10 09:00", 2000, "")));
    let (paid, told) = (added(Some(3000), Effect::Replace, None), entry(("11-27 09:00", 2900, "renews 2026-12-04")));
    let story = [first.clone(), ("11-26 10:00", paid), ("11-27 09:00", told)];
    with_facts(&card, &story, "12-02 09:00", |ledger| assert_eq!(ends(ledger, "12-02 09:00"), "renews 2026-12-04"));
    let story = [first, ("11-26 10:00", added(Some(1000), Effect::Replace, None))];
    with_facts(&card, &story, "12-02 09:00", |ledger| assert_eq!(ends(ledger, "12-02 09:00"), "renews 2026-12-04"));
}

/// A plan of so many days is good for as many again from what came in the place of the rest, though nobody said so.
#[test]
fn what_came_in_the_place_of_the_rest_does_not_end_with_what_it_replaced() {
    let days = |from: Option<&str>| Validity::Days { days: 30, start: Start::FirstUse, from: from.map(date) };
    let (assumed, said) = (true, false);
    for (validity, effect, until, end) in [
        (days(Some("2026-11-04")), Effect::Replace, None, Some(("2026-12-20", assumed))),
        (days(None), Effect::Replace, None, Some(("2026-12-20", assumed))),
        (days(Some("2026-11-04")), Effect::Replace, Some("2026-12-31"), Some(("2026-12-31", said))),
        (days(Some("2026-11-04")), Effect::Add, None, Some(("2026-12-04", said))),
        (Validity::Until(date("2026-12-04")), Effect::Replace, None, None),
        (UNKNOWN, Effect::Replace, None, None),
    ] {
        let card = card(validity, None);
        let first = ("11-10 09:00", entry(("11-10 09:00", 2000, "")));
        let mut story = vec![first, ("11-20 10:00", added(Some(3000), effect, until))];
        let found = |ledger: &Ledger<'_>| {
            let end = ledger.expires(date("2026-12-02"));
            end.map(|end| (end.date.to_string(), end.assumed, end.then == Then::Over))
        };
        with_facts(&card, &story, "12-02 09:00", |ledger| {
            let end = end.map(|(end, assumed)| (end.to_owned(), assumed, true));
            assert_eq!(found(ledger), end, "{validity:?} {effect:?} {until:?}");
            let old = ledger.expires_before(&[at("11-20 09:00")], &zone()).pop().unwrap();
            assert_ne!(old.map(|old| old.assumed), Some(true), "before that it was as it was");
            if end.is_some_and(|(_, assumed, _)| assumed) {
                let period = period(ledger, Bucket::General, at("12-02 09:00"), &zone()).unwrap();
                assert_eq!((period.start, period.end), (at("11-20 10:00"), at("12-21 00:00")));
            }
        });
        // What a check says then counts.
        story.push(("11-21 10:00", entry(("11-21 10:00", 2900, "expires 2026-12-18"))));
        with_facts(&card, &story, "12-02 09:00", |ledger| {
            assert_eq!(found(ledger), Some(("2026-12-18".to_owned(), said, true)));
        });
    }
}

/// What a check names is known from then on: the days before it stay as they were seen to be.
#[test]
fn a_renewal_that_a_check_names_later_changes_nothing_of_the_days_before() {
    let validity = Validity::Days { days: 30, start: Start::FirstUse, from: Some(date("2026-10-01")) };
    let card = card(validity, None);
    let before = [
        ("10-05 09:00", entry(("10-05 09:00", 2500, ""))),
        ("10-20 09:00", added(Some(3000), Effect::Replace, None)),
        ("11-01 09:00", added(Some(5000), Effect::Queue, None)),
    ];
    let named = ("11-10 09:00", entry(("11-10 09:00", 2000, "renews 2026-12-01")));
    let after = [&before[..], &[named]].concat();
    let instants = ["10-19 09:00", "10-21 09:00", "11-02 09:00", "11-10 09:00"].map(at);
    let seen = |ledger: &Ledger<'_>| {
        let ends = ledger.expires_before(&instants, &zone()).into_iter();
        let ends: Vec<_> = ends.map(|end| end.map(|end| (end.date.to_string(), end.assumed))).collect();
        let from = ledger.waiting().iter().map(|next| next.from).collect::<Vec<_>>();
        let assumed = Some(("2026-11-19".to_owned(), true));
        let old = Some(("2026-10-31".to_owned(), false));
        assert_eq!(ends, [old, assumed.clone(), assumed.clone(), assumed], "{instants:?}");
        assert_eq!((ledger.turns(), from), (&[][..], vec![Some(date("2026-11-20"))]));
    };
    with_facts(&card, &before, "11-10 08:00", seen);
    with_facts(&card, &after, "11-10 10:00", |ledger| {
        seen(ledger);
        // From then on what it named is better known than what nobody did.
        assert_eq!(ends(ledger, "11-10 10:00"), "renews 2026-12-01");
    });
    // One that was named before is what it ends with, and not with its length.
    let first = ("10-05 09:00", entry(("10-05 09:00", 2500, "renews 2026-11-25")));
    with_facts(&card, &[first, before[1].clone()], "11-10 10:00", |ledger| {
        assert_eq!(ledger.end_by(ledger.entries()[1].1), None);
    });
}

#[test]
fn a_check_confirms_an_assumed_renewal_unless_the_figures_speak_against_it() {
    // Of 3000 MB, renewed on the 4th of December; the next renewal, on the 4th of January, is assumed.
    let first: Said = ("11-10 09:00", 2500, "renews 2026-12-04");
    let told = |more: &[Said], now: &str| {
        let story: Vec<Said> = [&[first], more].concat();
        with(&card(UNKNOWN, None), &story, now, |ledger| {
            let unusual = known(ledger, now).notes().iter().any(|note| matches!(note, Note::Unusual { .. }));
            let rose = known(ledger, now).notes().iter().any(|note| matches!(note, Note::Rise { .. }));
            let lasts = known(ledger, now).lasts_to_expiry().unwrap();
            (begun(ledger, now).contains(&"01-04 00:00".to_owned()), unusual, rose, lasts)
        })
    };
    for (more, anew, rose) in [
        // What was used since then is usual; nearly nothing in a month is not.
        (&[("12-14 09:00", 1900, ""), ("01-14 09:00", 1850, "")][..], true, false),
        (&[("12-04 09:00", 2950, ""), ("01-18 09:00", 1200, "")], true, false),
        // More than could be left of the one before.
        (&[("12-24 09:00", 900, ""), ("01-09 09:00", 2400, "")], true, false),
        // More than the plan gives; all but used up in a day or two: it was not paid.
        (&[("12-24 09:00", 900, ""), ("01-09 09:00", 4000, "")], false, true),
        (&[("12-24 09:00", 300, ""), ("01-06 09:00", 100, "")], false, false),
        (&[("01-02 09:00", 300, ""), ("01-05 09:00", 160, "")], false, false),
    ] {
        let (found, unusual, found_rose, _) = told(more, more.last().unwrap().0);
        assert_eq!((found, unusual, found_rose), (anew, false, rose), "{more:?}");
    }
    // What is left after ten days of it hardly lasts; as what is left of the one before it would.
    let (.., lasts) = told(&[("12-14 09:00", 1900, ""), ("01-14 09:00", 1850, "")], "01-14 09:00");
    assert!(lasts < 0.6, "{lasts}");
}
