//! Today's allowance and the even pace, through tables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::domain::*;
use sim_gauge::forecast::{Input, forecast};
use sim_gauge::plan::*;

const MB: u64 = 1 << 20;

/// New York around 2026: daylight saving from 8 March to 1 November.
fn new_york() -> Offsets {
    let at = |ms| Timestamp::from_millis(ms).unwrap();
    Offsets::new(-300, vec![(at(1_772_953_200_000), -240), (at(1_793_512_800_000), -300)])
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// `11-20 09:30` of 2026 in New York.
fn at(text: &str) -> Timestamp {
    let (day, clock) = text.split_once(' ').unwrap();
    let (hour, minute) = clock.split_once(':').unwrap();
    let minute = hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap();
    new_york().instant(date(&format!("2026-{day}")), minute)
}

fn mb(megabytes: u64) -> Amount {
    Amount::new(Decimal::new(i64::try_from(megabytes).unwrap(), 0).unwrap(), Unit::MB).unwrap()
}

/// One thing that happened.
#[derive(Clone, Copy, Debug)]
enum Did {
    Found(u64),
    /// So much left, of so much in all.
    Of(u64, u64),
    Added(u64),
    Replaced(u64),
    /// A top-up with a new last day.
    Renewed(u64, Effect, &'static str),
    /// A top-up behind what is there.
    Queued(u64),
    Unlimited,
}
use Did::{Added, Found, Renewed, Replaced};

fn card() -> Card {
    let mut card = Card::named(Line::parse("US").unwrap(), ZoneName::parse("America/New_York").unwrap());
    card.validity = Validity::Until(date("2026-12-04"));
    card.reserve = Some(mb(300));
    card
}

fn entries(story: &[(&str, Did)]) -> Vec<Entry> {
    let card = CardId(Ulid::from_parts(1, 1));
    let fact = |did| match did {
        Found(left) => check(Said::Left(Quantity::Data(mb(left)))),
        Did::Of(left, whole) => match check(Said::Left(Quantity::Data(mb(left)))) {
            Fact::Check(mut check) => {
                let said = Said::Total(Quantity::Data(mb(whole)));
                check.measures.push(Measure { bucket: Bucket::General, said });
                Fact::Check(check)
            }
            fact => fact,
        },
        Did::Unlimited => check(Said::Unlimited),
        Added(data) => top_up(data, Effect::Add),
        Replaced(data) => top_up(data, Effect::Replace),
        Did::Queued(data) => top_up(data, Effect::Queue),
        Renewed(data, effect, last) => match top_up(data, effect) {
            Fact::TopUp(top_up) => Fact::TopUp(TopUp { expires: Some(date(last)), ..top_up }),
            fact => fact,
        },
    };
    story.iter().map(|&(when, did)| Entry { card, at: at(when), fact: fact(did), note: None }).collect()
}

fn check(said: Said) -> Fact {
    let measures = vec![Measure { bucket: Bucket::General, said }];
    Fact::Check(Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false })
}

fn top_up(data: u64, effect: Effect) -> Fact {
    Fact::TopUp(TopUp {
        data: Some(mb(data)),
        credit: None,
        paid: None,
        channel: None,
        effect,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

fn with_ledger<T>(card: &Card, story: &[(&str, Did)], look: impl FnOnce(&Ledger<'_>) -> T) -> T {
    let entries = entries(story);
    let named = entries.iter().enumerate().map(|(n, entry)| (EntryId(Ulid::from_parts(n as u64, 0)), entry));
    look(&Ledger::new(CardId(Ulid::from_parts(1, 1)), card, named))
}

fn allowed(card: &Card, now: &str, story: &[(&str, Did)]) -> Result<Allowance, NoAllowance> {
    with_ledger(card, story, |ledger| {
        let ledger = &ledger.clone().seen(&new_york(), at(now));
        let outlook = forecast(&Input::of(ledger, Bucket::General, at(now), None));
        allowance(ledger, Bucket::General, &outlook, at(now), &new_york())
    })
}

#[test]
fn today_gets_its_share_of_what_is_left_without_the_reserve() {
    for (story, now, [left, day, used], days) in [
        // The mock: 1.83 GB, 300 MB set aside, 15 days with today.
        (&[("11-20 07:30", Found(1874))][..], "11-20 09:30", [104, 104, 0], 15),
        // Two thirds of the 180 MB since yesterday noon fell before the night.
        (&[("11-19 12:00", Found(1980)), ("11-20 12:00", Found(1800))], "11-20 12:30", [44, 104, 60], 15),
        // Two checks of today.
        (&[("11-20 08:00", Found(1800)), ("11-20 12:00", Found(1750))], "11-20 13:00", [50, 100, 50], 15),
        // A top-up of today is there to be used.
        (&[("11-20 08:00", Found(800)), ("11-20 10:00", Added(1000))], "11-20 13:00", [100, 100, 0], 15),
        (
            &[("11-20 08:00", Found(800)), ("11-20 10:00", Added(1000)), ("11-20 12:00", Found(1790))],
            "11-20 13:00",
            [90, 100, 10],
            15,
        ),
        // One that replaces: what it replaced is gone.
        (&[("11-20 08:00", Found(800)), ("11-20 10:00", Replaced(1800))], "11-20 13:00", [100, 100, 0], 15),
        // A rise that nobody explained is there to be used too.
        (&[("11-20 08:00", Found(800)), ("11-20 12:00", Found(1800))], "11-20 13:00", [100, 100, 0], 15),
        // The last day gets all but the reserve.
        (&[("12-04 08:00", Found(500))], "12-04 23:59", [200, 200, 0], 1),
        // Less than the reserve: nothing is to be used, and no more is set aside than there is.
        (&[("11-20 08:00", Found(200))], "11-20 13:00", [0, 0, 0], 15),
    ] {
        let allowance = allowed(&card(), now, story).unwrap();
        let whole = |bytes: Bytes| bytes.0 / MB;
        assert_eq!(
            ([whole(allowance.left), whole(allowance.day), whole(allowance.used)], allowance.days, allowance.ground),
            ([left, day, used], days, Ground::Checked),
            "{story:?}"
        );
    }
}

/// What was used before a top-up of today is a part of the day's share where it was of the same days; not where that came
/// in the place of what was left, or where what there was had been for other days.
#[test]
fn what_was_used_before_a_top_up_counts_where_it_was_of_the_same_days() {
    let until = |last| Card { validity: Validity::Until(date(last)), reserve: None, ..card() };
    let added = [("11-20 08:00", Found(1500)), ("11-20 10:00", Found(1450)), ("11-20 11:00", Added(1500))];
    let replaced = [("11-20 08:00", Found(1500)), ("11-20 10:00", Found(1100)), ("11-20 11:00", Replaced(3000))];
    // All of it was for the last day, and was used as it was told.
    let month = Renewed(5980, Effect::Add, "2026-12-19");
    let extended = [("11-20 08:00", Found(300)), ("11-20 11:00", Found(20)), ("11-20 12:00", month)];
    for (last, story, then, [left, day, used]) in [
        // 3000 MB were there today, for 15 days.
        ("2026-12-04", added, None, [150, 200, 50]),
        ("2026-12-04", added, Some(("11-20 12:00", Found(2900))), [100, 200, 100]),
        // 3000 MB of the new one for 15 days.
        ("2026-12-04", replaced, None, [200, 200, 0]),
        ("2026-12-04", replaced, Some(("11-20 12:00", Found(2950))), [150, 200, 50]),
        // 6000 MB for 30 days; of the 40 MB of the two hours around it one hour's half.
        ("2026-11-20", extended, None, [200, 200, 0]),
        ("2026-11-20", extended, Some(("11-20 13:00", Found(5960))), [179, 199, 20]),
    ] {
        let story: Vec<_> = story.into_iter().chain(then).collect();
        let today = allowed(&until(last), "11-20 13:00", &story).unwrap();
        assert_eq!([today.left, today.day, today.used].map(|bytes| bytes.0 / MB), [left, day, used], "{story:?}");
    }
}

#[test]
fn the_first_day_has_what_was_used_since_the_plan_began() {
    let from = |day| Validity::Days { days: 15, start: Start::FirstUse, from: Some(date(day)) };
    let plan = |validity| Card { plan: Some(mb(5000)), validity, reserve: None, ..card() };
    let unsaid = Card { plan: None, ..plan(card().validity) };
    let (check, top_up) = (("11-20 14:00", Found(4600)), ("11-20 09:00", Added(5000)));
    for (card, story, used, left) in [
        (&plan(from("2026-11-20")), &[check][..], 400, 4600),
        (&plan(from("2026-11-20")), &[("11-20 11:00", Found(4800)), check], 400, 4600),
        // A reply knows better than the plan.
        (&plan(from("2026-11-20")), &[("11-20 14:00", Did::Of(4600, 6000))], 1400, 4600),
        (&unsaid, &[top_up, check], 400, 4600),
        (&unsaid, &[("11-20 08:00", Added(1000)), top_up, ("11-20 14:00", Found(5600))], 400, 5600),
        // What was bought is logged beside the plan that it is.
        (&plan(from("2026-11-20")), &[top_up, check], 400, 4600),
        // More than that was there: nobody knows what was used before.
        (&unsaid, &[top_up, ("11-20 13:00", Found(5100)), ("11-20 14:00", Found(5000))], 100, 5000),
        // Nobody knows on which day it was used, or when it began.
        (&plan(from("2026-11-18")), &[check], 0, 4600),
        (&unsaid, &[("11-19 09:00", Added(5000)), check], 0, 4600),
        (&plan(card().validity), &[check], 0, 4600),
    ] {
        let today = allowed(card, "11-20 14:05", story).unwrap();
        let whole = (left + used) / u64::from(today.days);
        assert_eq!((today.used.0 / MB, today.day.0 / MB), (used, whole), "{story:?}: {today:?}");
    }
    // A day of a day plan may have begun since that midnight.
    let each_day = Card { day_clock: Some(DayClock::Midnight(card().zone)), ..plan(from("2026-11-20")) };
    assert_eq!(with_ledger(&each_day, &[check], |ledger| ledger.at_first(Bucket::General)), None);
}

#[test]
fn a_first_check_that_is_followed_by_more_tells_no_use_of_the_first_day() {
    let from = Validity::Days { days: 15, start: Start::FirstUse, from: Some(date("2026-11-20")) };
    let plan = Card { plan: Some(mb(5000)), validity: from, reserve: None, ..card() };
    let unsaid = Card { plan: None, ..card() };
    let (low, more) = (("11-20 14:00", Found(490)), ("11-20 14:10", Found(4800)));
    let at_first = |card: &Card, story: &[_]| with_ledger(card, story, |ledger| ledger.at_first(Bucket::General));
    assert_eq!(allowed(&plan, "11-20 14:15", &[low, more]).unwrap().used, Bytes(0));
    assert_eq!(at_first(&unsaid, &[("11-20 09:00", Added(5000)), low, more]), None);
    // What was added between the two says why there is more.
    for story in [&[low, ("11-20 14:05", Added(5000)), more][..], &[low, ("11-20 14:05", Replaced(5000)), more]] {
        assert!(at_first(&plan, story).is_some(), "{story:?}");
    }
    // So does the renewal that came; and what is a slip itself says nothing of the first.
    let monthly = Card { validity: Validity::CalendarMonth, ..unsaid };
    assert!(
        at_first(&monthly, &[("11-30 09:00", Added(5000)), ("11-30 14:00", Found(490)), ("12-01 09:00", more.1)])
            .is_some()
    );
    assert!(at_first(&plan, &[low, more, ("11-20 15:00", Found(450))]).is_some());
}

#[test]
fn a_plan_that_was_typed_after_the_first_check_is_not_what_there_was_before_it() {
    let validity = Validity::Days { days: 15, start: Start::FirstUse, from: Some(date("2026-11-20")) };
    let id = CardId(Ulid::from_parts(1, 1));
    let version = |n: u64| EventId(Ulid::from_parts(n, 0));
    let plan = |data| Card { plan: Some(mb(data)), validity, ..card() };
    let mut book = Book::default();
    let known = |book: &Book| book.ledger(id).unwrap().at_first(Bucket::General).map(|(_, had)| had.0 / MB);
    book.put_card(id, version(1), plan(5000));
    for (n, entry) in entries(&[("11-20 14:00", Found(4500))]).into_iter().enumerate() {
        let version = version(2 + n as u64);
        book.entries.insert(EntryId(version.0), Kept { version, value: entry.into() });
    }
    assert_eq!(known(&book), Some(5000));
    // Twice as much from another day on, or a typing error: nobody knows.
    book.put_card(id, version(10), plan(10000));
    assert_eq!(known(&book), None);
    // Nor where the check was taken away since, and brought back.
    book.entries.retain(|_, kept| {
        kept.version = version(11);
        true
    });
    assert_eq!(known(&book), None);
    // What was typed anew besides changes nothing; nor does what was undone.
    book.put_card(id, version(12), Card { reserve: None, ..plan(5000) });
    assert_eq!(known(&book), Some(5000));
}

#[test]
fn of_what_a_check_of_the_morning_finds_used_the_part_of_today_is_of_today_by_estimate() {
    let told = |now: &str, story: &[(&str, Did)]| {
        let allowance = allowed(&card(), now, story).unwrap();
        assert_eq!(allowance.ground, Ground::Estimated, "{allowance:?}");
        let [left, day, used] = [allowance.left, allowance.day, allowance.used].map(|bytes| bytes.0 / MB);
        (left, day, used, allowance.over(), allowance.may_be_used_up())
    };
    // Of what went since yesterday's evening one hour of seven is of today.
    let evening = [("11-19 18:00", Found(2010)), ("11-20 07:00", Found(1800))];
    assert_eq!(told("11-20 07:30", &evening), (72, 102, 30, None, false));
    let most = [("11-19 18:00", Found(2360)), ("11-20 07:00", Found(1800))];
    assert_eq!(told("11-20 07:30", &most), (25, 105, 80, None, false), "and no more than the share is beyond it");
    // 800 MB went between midnight less ten minutes and the morning, whoever was awake; then a top-up was bought.
    let night = [("11-19 23:50", Found(1100)), ("11-20 06:30", Added(1000)), ("11-20 06:40", Found(1300))];
    assert_eq!(told("11-20 06:45", &night), (0, 109, 640, Some(Bytes(0)), true), "by how much nobody knows");
    // What is found used after that is surely of today.
    let later = [night[0], night[1], night[2], ("11-20 10:00", Found(1100))];
    let allowance = allowed(&card(), "11-20 10:05", &later).unwrap();
    assert!(allowance.over().is_some_and(|over| over.0 > 0) && !allowance.may_be_used_up(), "{allowance:?}");
    // In the evening most of a stretch since the day before is of today.
    let evening = [("11-19 20:00", Found(2100)), ("11-20 20:00", Found(1300))];
    assert!(allowed(&card(), "11-20 20:05", &evening).unwrap().over().is_some());
}

proptest! {
    #[test]
    fn whoever_used_more_is_never_allowed_more(
        evening in 0_u16..720,
        morning in 0_u16..1200,
        (night, later, more) in (0_u64..1800, 0_u64..400, 1_u64..400),
        (in_the_night, added, top_up) in (any::<bool>(), 0_u64..1000, any::<bool>()),
        (check, now, reserve) in (0_u16..720, 0_u16..720, prop::option::of(1_u64..2500)),
    ) {
        // The second check of today comes after the first, and now at that or later.
        let check = (morning + 1 + check).min(1438);
        let now = (check + now).min(1439);
        let card = Card { reserve: reserve.map(mb), ..card() };
        let clock = |day: &str, minute: u16| format!("{day} {:02}:{:02}", minute / 60, minute % 60);
        let allowed = |night: u64, later: u64| {
            let (evening, morning) = (clock("11-19", 720 + evening), clock("11-20", morning));
            let (check, now) = (clock("11-20", check), clock("11-20", now));
            let added = if top_up { added } else { 0 };
            let mut story = vec![(evening.as_str(), Found(2400))];
            story.extend(top_up.then_some(("11-20 00:00", Added(added))));
            let left = 2400 + added - night;
            story.extend([(morning.as_str(), Found(left)), (check.as_str(), Found(left.saturating_sub(later)))]);
            match allowed(&card, &now, &story) {
                // Hours after the check all may be gone by the estimate, or it found nothing.
                Err(NoAllowance::MaybeEmpty | NoAllowance::Empty) => Bytes(0),
                allowance => {
                    let allowance = allowance.unwrap();
                    assert!(allowance.left.0 == 0 || allowance.over().is_none(), "{story:?}: {allowance:?}");
                    assert!(
                        allowance.left.0 == 0 || allowance.left.saturating_add(allowance.used) == allowance.day,
                        "{story:?}: {allowance:?}"
                    );
                    allowance.left
                }
            }
        };
        let (night_more, later_more) = if in_the_night { (night + more, later) } else { (night, later + more) };
        let (more, less) = (allowed(night_more, later_more), allowed(night, later));
        prop_assert!(more <= less, "{more:?} {less:?}");
    }
}

#[test]
fn no_more_is_set_aside_than_there_still_is() {
    // 400 MB this morning, 200 now: of the 300 to be kept 200 are there.
    let story = &[("11-20 08:00", Found(400)), ("11-20 12:00", Found(200))];
    let allowance = allowed(&card(), "11-20 13:00", story).unwrap();
    assert_eq!((allowance.reserve, allowance.left), (Bytes(200 * MB), Bytes(0)));
}

#[test]
fn what_came_to_its_turn_today_is_there_to_be_used() {
    let card = Card { validity: Validity::Until(date("2026-11-19")), ..card() };
    let story = &[("11-19 08:00", Found(800)), ("11-19 09:00", Renewed(1800, Effect::Queue, "2026-12-04"))];
    let (before, today) =
        (allowed(&card, "11-19 23:59", story).unwrap(), allowed(&card, "11-20 00:00", story).unwrap());
    assert_eq!((before.left.0 / MB, before.days), (500, 1), "all but the reserve of what ends today");
    assert_eq!((today.left.0 / MB, today.used, today.days), (100, Bytes(0), 15));
}

#[test]
fn a_share_that_is_used_up_says_by_how_much_and_what_is_left_for_tomorrow() {
    // 108 MB a day, and 120 of them went since the night; 1500 are left for 14 days.
    let story = &[("11-19 12:00", Found(2160)), ("11-20 12:00", Found(1800))];
    let allowance = allowed(&card(), "11-20 12:30", story).unwrap();
    assert_eq!(allowance.over().map(|over| over.0 / MB), Some(12));
    // What no check can tell apart is even: 110 MB of 108, and less than the digits say.
    for (before, now, even) in [(2130, 1800, true), (2190, 1800, false)] {
        let story = &[("11-19 12:00", Found(before)), ("11-20 12:00", Found(now))];
        let allowance = allowed(&card(), "11-20 12:30", story).unwrap();
        assert_eq!(allowance.over().map(|over| over == Bytes(0)), Some(even), "{allowance:?}");
    }
    assert_eq!(allowance.tomorrow.map(|data| data.0 / MB), Some(107));
    // Something of it is left; there was nothing to be used up; the last day has no tomorrow.
    for (now, story, tomorrow) in [
        ("11-20 13:00", &[("11-20 08:00", Found(1800)), ("11-20 12:00", Found(1750))][..], Some(103)),
        ("11-20 13:00", &[("11-20 08:00", Found(200))], Some(0)),
        ("12-04 23:59", &[("12-04 08:00", Found(500))], None),
    ] {
        let allowance = allowed(&card(), now, story).unwrap();
        assert_eq!((allowance.over(), allowance.tomorrow.map(|data| data.0 / MB)), (None, tomorrow), "{story:?}");
    }
}

#[test]
fn it_says_why_there_is_none() {
    let no_expiry = Card { validity: Validity::Unknown, ..card() };
    let found: &[_] = &[("11-20 08:00", Found(800))];
    for (card, now, story, why) in [
        (card(), "11-20 09:00", &[][..], NoAllowance::NoBalance),
        (card(), "11-20 07:00", found, NoAllowance::NoBalance),
        (card(), "12-05 00:00", found, NoAllowance::Expired),
        (card(), "11-20 09:00", &[("11-20 08:00", Did::Unlimited)], NoAllowance::Unlimited),
        (no_expiry, "11-20 09:00", found, NoAllowance::NoExpiry),
    ] {
        assert_eq!(allowed(&card, now, story), Err(why), "{now} {story:?}");
    }
}

#[test]
fn an_old_check_is_estimated_forward() {
    let mut card = card();
    card.plan = Some(mb(3000));
    let story = &[("11-05 00:00", Found(3000)), ("11-10 00:00", Found(2500)), ("11-15 00:00", Found(2000))];
    let allowance = allowed(&card, "11-20 09:00", story).unwrap();
    assert_eq!(allowance.ground, Ground::Estimated);
    // About 1500 MB at midnight, 300 set aside, 15 days.
    assert!((70..=90).contains(&(allowance.day.0 / MB)), "{}", allowance.day.0 / MB);
}

#[test]
fn the_even_pace_ends_at_nothing_and_begins_anew_with_a_top_up() {
    let mut card = card();
    card.plan = Some(mb(3000));
    card.validity = Validity::Days { days: 30, start: Start::FirstUse, from: Some(date("2026-11-04")) };
    let story = &[("11-04 10:00", Found(2990)), ("11-14 00:00", Added(1000)), ("11-20 07:30", Found(1874))];
    let now = at("11-19 12:00");
    let (pace, period) = paced(&card, story, now);
    assert_eq!((period.start, period.end), (at("11-04 00:00"), at("12-05 00:00")));
    // 2990 on the 4th, and hardly less by the forecast ten days later, which no check disproves.
    let [.., (then, even), (again, had), (end, nothing)] = pace.corners[..] else { panic!("{pace:?}") };
    assert_eq!((then, again, end, nothing), (at("11-14 00:00"), at("11-14 00:00"), period.end, Bytes(0)));
    // 31 days with both ends; 21 of them are left at the top-up.
    assert_eq!((pace.corners[0], even.0 / MB), ((period.start, Bytes(3000 * MB)), 3000 * 21 / 31));
    assert!(had.0 > 1000 * MB && had.0 < 3990 * MB, "{had:?}");
    // 15.5 of the 21 days are left now, by when something was surely used.
    let (pace, _) = paced(&card, &story[..2], now);
    assert_eq!(pace.due.0 / MB, had.0 * 31 / 42 / MB);
}

/// With nothing set aside.
fn paced(card: &Card, story: &[(&str, Did)], now: Timestamp) -> (Pace, Period) {
    paced_to(&Card { reserve: None, ..card.clone() }, story, now)
}

fn paced_to(card: &Card, story: &[(&str, Did)], now: Timestamp) -> (Pace, Period) {
    with_ledger(card, story, |ledger| {
        let zone = new_york();
        let ledger = &ledger.clone().seen(&zone, now);
        let end = ledger.expires(zone.date(now)).map(|dated| zone.end(dated.date));
        let outlook = forecast(&Input::of(ledger, Bucket::General, now, end));
        let period = period(ledger, Bucket::General, now, &zone).unwrap();
        (pace(ledger, Bucket::General, &outlook, now, &zone).unwrap(), period)
    })
}

#[test]
fn whoever_is_on_the_even_pace_may_use_a_day_of_it() {
    // 300 MB of 3300 are set aside: 100 MB a day for 30 days.
    let mut card = card();
    card.plan = Some(mb(3300));
    card.validity = Validity::Days { days: 29, start: Start::FirstUse, from: Some(date("2026-11-04")) };
    let began = ("11-04 00:00", Found(3300));
    let (pace, period) = paced_to(&card, &[began], at("11-20 00:00"));
    assert_eq!(pace.due, Bytes(1700 * MB));
    assert_eq!(pace.corners.last(), Some(&(period.end, Bytes(300 * MB))), "what is set aside is there at the end");
    let allowance = allowed(&card, "11-20 00:00", &[began, ("11-20 00:00", Found(1700))]).unwrap();
    assert_eq!((allowance.days, allowance.day), (14, Bytes(100 * MB)));
    let (tomorrow, _) = paced_to(&card, &[began], at("11-21 00:00"));
    assert_eq!(pace.due.0 - tomorrow.due.0, allowance.day.0);
    // Less than what is set aside is all of it set aside.
    let (little, _) =
        paced_to(&Card { plan: Some(mb(200)), ..card }, &[("11-04 00:00", Found(200))], at("11-20 00:00"));
    assert_eq!(little.due, Bytes(200 * MB));
}

#[test]
fn a_top_up_with_a_new_last_day_begins_with_what_was_really_there() {
    let mut card = card();
    card.plan = Some(mb(10_000));
    card.validity = Validity::Days { days: 30, start: Start::FirstUse, from: Some(date("2026-11-01")) };
    for (did, start, had) in [
        // On top of what is still in use: the period is the one that it came from.
        (Renewed(5000, Effect::Add, "2026-12-20"), "11-01 00:00", 10_500),
        (Renewed(0, Effect::Extend, "2026-12-20"), "11-01 00:00", 5500),
        // In its place: a new one.
        (Renewed(5000, Effect::Replace, "2026-12-20"), "11-20 08:00", 5000),
    ] {
        let story = &[("11-01 08:00", Found(10_000)), ("11-20 08:00", Found(5500)), ("11-20 08:00", did)];
        let now = at("11-20 08:00");
        let (pace, period) = paced(&card, story, now);
        assert_eq!((period.start, period.end), (at(start), at("12-21 00:00")), "{did:?}");
        assert_eq!(pace.due, Bytes(had * MB), "{did:?}: no more than there was");
        assert_eq!(pace.corners.last(), Some(&(period.end, Bytes(0))));
        let most = pace.corners.iter().map(|(_, left)| left.0 / MB).max();
        assert!(most <= Some(10_500), "{did:?}: {most:?} was never there");
        // Half-way to the new end, half of it is left.
        let (later, _) = paced(&card, story, now.plus(period.end.since(now) / 2));
        assert!(later.due.0.abs_diff(had * MB / 2) <= 1, "{did:?}: {:?}", later.due);
    }
    // After the first end there was nothing left to add to.
    let story = &[("11-01 08:00", Found(10_000)), ("12-05 08:00", Renewed(5000, Effect::Add, "2026-12-30"))];
    assert_eq!(paced(&card, story, at("12-06 08:00")).1.start, at("12-05 08:00"));
}

#[test]
fn a_plan_that_was_under_way_has_the_pace_of_what_was_left_of_it() {
    // Nobody said when it began: 2 of 10 GB at the first look are to last from then on.
    let card = Card { plan: Some(mb(10_000)), ..card() };
    let story = &[("11-20 00:00", Found(2000))];
    assert_eq!(paced(&card, story, at("11-20 00:00")).0.due, Bytes(2000 * MB));
    // How fast it goes nobody knows: the figure is that of the check, and what it is beside is of that time too.
    assert_eq!(paced(&card, story, at("11-27 12:00")).0.due, Bytes(2000 * MB));
    let story = &[("11-20 00:00", Found(2000)), ("11-27 12:00", Found(1000))];
    assert_eq!(paced(&card, story, at("11-27 12:00")).0.due, Bytes(1000 * MB));
}

#[test]
fn a_queued_top_up_has_a_period_and_a_pace_of_its_own() {
    let mut card = card();
    card.plan = Some(mb(10_000));
    card.validity = Validity::Days { days: 30, start: Start::FirstUse, from: Some(date("2026-11-01")) };
    let story = &[("11-01 08:00", Found(10_000)), ("11-20 08:00", Found(5500)), ("11-21 08:00", Did::Queued(3000))];
    // Until its turn nothing is changed by it.
    let (pace, first) = paced(&card, story, at("11-30 12:00"));
    assert_eq!((first.start, first.end), (at("11-01 00:00"), at("12-02 00:00")));
    assert_eq!(pace.corners, paced(&card, &story[..2], at("11-30 12:00")).0.corners);
    let (pace, period) = paced(&card, story, at("12-17 00:00"));
    assert_eq!((period.start, period.end), (at("12-02 00:00"), period.start.plus(30 * DAY_MS)));
    assert_eq!(pace.corners, [(period.start, Bytes(3000 * MB)), (period.end, Bytes(0))]);
    assert_eq!(pace.due, Bytes(1500 * MB));
    // A top-up on top of it is of the same period.
    let more = [&story[..], &[("12-10 00:00", Renewed(1000, Effect::Add, "2027-01-20"))]].concat();
    let (_, longer) = paced(&card, &more, at("12-17 12:00"));
    assert_eq!((longer.start, longer.end), (period.start, new_york().end(date("2027-01-20"))));
}

#[test]
fn what_was_there_at_a_top_up_is_told_by_the_checks_around_it() {
    let mut card = card();
    card.plan = Some(mb(3000));
    // 400 MB went in the four days, so 200 of them before the top-up.
    let story = &[("11-10 00:00", Found(2000)), ("11-12 00:00", Added(1000)), ("11-14 00:00", Found(2600))];
    let (pace, _) = paced(&card, story, at("11-20 00:00"));
    assert!(pace.corners.contains(&(at("11-12 00:00"), Bytes(2800 * MB))), "{pace:?}");
}

/// More than the pace is more than the pace of the same time: who uses nothing is not let off for waiting, and who
/// looks again after a while finds what the estimate says.
#[test]
fn what_is_over_the_pace_does_not_shrink_while_nobody_looks() {
    let card = Card { validity: Validity::Until(date("2026-12-20")), over_pace: Some(10), reserve: None, ..card() };
    // 300 MB a day by the pace; 1000 went in the first two days.
    let story = &[("11-20 00:00", Found(9000)), ("11-22 00:00", Found(8000))];
    let over = |now: &str| {
        with_ledger(&card, story, |ledger| {
            let (now, zone) = (at(now), new_york());
            let ledger = &ledger.clone().seen(&zone, now);
            let end = ledger.expires(zone.date(now)).map(|dated| zone.end(dated.date));
            let outlook = forecast(&Input::of(ledger, Bucket::General, now, end));
            let pace = pace(ledger, Bucket::General, &outlook, now, &zone).unwrap();
            let estimate = estimate(ledger, Bucket::General, &outlook, now, &zone);
            let left = estimate.map_or(8000 * MB, |(_, middle, _)| middle.0);
            (estimate.is_some(), (pace.due.0.saturating_sub(left)) / MB)
        })
    };
    let (estimated, first) = over("11-22 00:00");
    assert!(!estimated && first > 380, "{first}");
    for hour in ["01:00", "06:00", "12:00", "18:00", "23:00"] {
        let (estimated, later) = over(&["11-22 ", hour].concat());
        assert!(estimated || later == first, "{hour}: {later} and not {first}");
        assert!(later >= first, "{hour}: {later} and not {first}");
    }
    assert!(over("11-26 00:00").0, "by then something was used");
}

#[test]
fn without_a_plan_the_pace_begins_with_what_was_first_known() {
    let story = &[("11-20 00:00", Found(1500))];
    let (now, later) = (at("11-19 12:00"), at("11-27 12:00"));
    with_ledger(&card(), story, |ledger| {
        let outlook = forecast(&Input::of(ledger, Bucket::General, later, None));
        assert_eq!(pace(ledger, Bucket::General, &outlook, now, &new_york()), None);
        let pace = pace(ledger, Bucket::General, &outlook, later, &new_york()).unwrap();
        assert_eq!(pace.corners[0], (at("11-20 00:00"), Bytes(1500 * MB)));
        assert_eq!(reserve(ledger), Bytes(300 * MB));
    });
}

#[test]
fn a_month_has_its_own_days_even_where_the_clocks_change() {
    let mut card = card();
    card.plan = Some(mb(3100));
    card.validity = Validity::CalendarMonth;
    let story = &[("10-01 00:00", Found(3100))];
    let zone = new_york();
    // October ends in daylight time, November begins in it and loses it: 25 hours on the first.
    for (now, days) in [("10-15 12:00", 31 * 24), ("11-15 12:00", 30 * 24 + 1)] {
        let period = with_ledger(&card, story, |ledger| period(ledger, Bucket::General, at(now), &zone).unwrap());
        assert_eq!(period.end.since(period.start), i64::from(days) * 3_600_000, "{now}");
    }
}

proptest! {
    #[test]
    fn no_more_is_allowed_than_there_is(
        amounts in proptest::collection::vec((0_u64..1_000_000, 0_u8..4, 0_u32..30_000), 0..12),
        early in any::<bool>(),
        now in 0_u32..40_000,
        reserve in 0_u64..5000,
        plan in proptest::option::of(1_u64..1_000_000),
    ) {
        let minute = |n: u32| at("11-06 00:00").plus(i64::from(n) * 60_000);
        let id = CardId(Ulid::from_parts(1, 1));
        let card = Card { reserve: Some(mb(reserve)), plan: plan.map(mb), ..card() };
        let card = if early { Card { validity: Validity::Until(date("2026-11-14")), ..card } } else { card };
        let facts: Vec<Entry> = amounts.iter().map(|&(amount, kind, when)| {
            let fact = match kind {
                0 => top_up(amount, Effect::Add),
                1 => top_up(amount, Effect::Replace),
                2 => top_up(amount, Effect::Queue),
                _ => check(Said::Left(Quantity::Data(mb(amount)))),
            };
            Entry { card: id, at: minute(when), fact, note: None }
        }).collect();
        let named = facts.iter().enumerate().map(|(n, entry)| (EntryId(Ulid::from_parts(n as u64, 0)), entry));
        let now = minute(now);
        let zone = new_york();
        let ledger = Ledger::new(id, &card, named).seen(&zone, now);
        let outlook = forecast(&Input::of(&ledger, Bucket::General, now, None));
        if let Ok(allowance) = allowance(&ledger, Bucket::General, &outlook, now, &zone) {
            prop_assert!(allowance.left <= allowance.day);
            prop_assert!(allowance.reserve <= Bytes(reserve * MB));
            prop_assert!(allowance.days >= 1);
            let all_past = ledger.movements(Bucket::General).iter().all(|movement| movement.at() <= now);
            let remaining = ledger.remaining(Bucket::General).filter(|_| all_past);
            prop_assert!(remaining.is_none_or(|remaining| allowance.left <= remaining.left));
        }
        if let Some(pace) = pace(&ledger, Bucket::General, &outlook, now, &zone) {
            prop_assert!(pace.corners.is_sorted_by_key(|corner| corner.0));
        }
    }
}
