//! Queued top-ups: when each comes to its turn, what it brings, and until when.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

#[path = "person/clock.rs"]
mod clock;

use clock::{MB, at, date, mb, zone};
use proptest::prelude::*;
use sim_gauge::domain::*;

fn until(day: &str) -> Validity {
    Validity::Until(date(day))
}

const fn days(from: Option<Date>) -> Validity {
    Validity::Days { days: 30, start: Start::FirstUse, from }
}

#[derive(Clone, Copy, Debug)]
enum Did {
    /// So many MB are left.
    Left(u64),
    /// So many MB are left through that day.
    LeftUntil(u64, &'static str),
    /// So many MB are left, and the plan renews on that day.
    LeftRenewing(u64, &'static str),
    /// So many MB behind what is there, through that day where one is named.
    Queued(u64, Option<&'static str>),
    /// The same, paid and not here yet.
    Pending(u64),
    /// So many MB in the place of what is there.
    Replaced(u64),
    /// A plan in the place of what is there, of which only the price was said.
    Bought,
    /// The same data lasts until that day.
    Extended(&'static str),
    /// The card's validity is typed anew.
    Typed(Validity),
}

use Did::{Bought, Extended, Left, LeftRenewing, LeftUntil, Pending, Queued, Replaced, Typed};

fn top_up(megabytes: Option<u64>, effect: Effect, expires: Option<&str>) -> TopUp {
    TopUp {
        data: megabytes.map(mb),
        credit: None,
        paid: None,
        channel: None,
        effect,
        expires: expires.map(date),
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    }
}

fn fact(did: Did) -> Fact {
    let check = |left: u64, expires: Option<&str>, renews: Option<&str>| {
        let said = Said::Left(Quantity::Data(mb(left)));
        let measures = vec![Measure { bucket: Bucket::General, said }];
        Fact::Check(Check {
            measures,
            expires: expires.map(date),
            renews: renews.map(date),
            source: Source::App,
            reply: None,
            sure: false,
        })
    };
    match did {
        Left(left) => check(left, None, None),
        LeftRenewing(left, day) => check(left, None, Some(day)),
        LeftUntil(left, day) => check(left, Some(day), None),
        Queued(data, own) => Fact::TopUp(top_up(Some(data), Effect::Queue, own)),
        Pending(data) => Fact::TopUp(TopUp { arrival: Arrival::Pending, ..top_up(Some(data), Effect::Queue, None) }),
        Replaced(data) => Fact::TopUp(top_up(Some(data), Effect::Replace, None)),
        Bought => {
            let price = Money { figure: Decimal::new(15, 0).unwrap(), currency: Currency::USD };
            Fact::TopUp(TopUp { paid: Some(price), ..top_up(None, Effect::Replace, None) })
        }
        Extended(day) => Fact::TopUp(top_up(None, Effect::Extend, Some(day))),
        Typed(_) => unreachable!("no entry"),
    }
}

/// A book in which each thing was written down when it happened.
fn book(validity: Validity, story: &[(&str, Did)]) -> (Book, CardId) {
    let id = CardId(Ulid::from_parts(1, 1));
    let version = |n: usize, at: Timestamp| EventId(Ulid::from_parts(at.millis().cast_unsigned(), n as u128));
    let card = Card { validity, ..clock::card() };
    let mut book = Book::default();
    book.put_card(id, version(0, at("11-01 08:00")), card.clone());
    for (n, &(when, did)) in story.iter().enumerate() {
        let version = version(n + 1, at(when));
        if let Typed(validity) = did {
            book.put_card(id, version, Card { validity, ..card.clone() });
        } else {
            let value = Entry { card: id, at: at(when), fact: fact(did), note: None };
            book.entries.insert(EntryId(version.0), Kept { version, value: value.into() });
        }
    }
    (book, id)
}

/// `5000 since 12-06 00:00 through 2027-01-05, 2000 from 2027-01-06`: what is left in MB, since when
/// the queued top-up is in use, until when, and what waits.
fn told(validity: Validity, story: &[(&str, Did)], now: &str) -> String {
    let (book, id) = book(validity, story);
    as_told(&book, id, now)
}

fn as_told(book: &Book, id: CardId, now: &str) -> String {
    let ledger = book.ledger(id).unwrap().seen(&zone(), at(now));
    let mut text = ledger.remaining(Bucket::General).map_or("?".to_owned(), |known| (known.left.0 / MB).to_string());
    if let Some(turn) = ledger.turns().last() {
        let (day, minute) = zone().local(turn.at.unwrap());
        text += &format!(" since {} {:02}:{:02}", &day.to_string()[5..], minute / 60, minute % 60);
    }
    if let Some(end) = ledger.expires(zone().date(at(now))) {
        text += &format!(" through {}", end.date);
    }
    for next in ledger.waiting() {
        let from = next.from.map_or("?".to_owned(), |from| from.to_string());
        text += &format!(", {} from {from}", next.added.unwrap().0 / MB);
    }
    text
}

#[test]
fn a_queued_top_up_comes_to_its_turn_when_what_is_before_it_ends() {
    let one = &[("11-20 09:00", Left(1000)), ("11-21 09:00", Queued(5000, None))][..];
    let own = &[("11-20 09:00", Left(1000)), ("11-21 09:00", Queued(5000, Some("2027-01-20")))][..];
    let two = &[
        ("11-20 09:00", Left(1000)),
        ("11-21 09:00", Queued(5000, Some("2027-01-05"))),
        ("11-22 09:00", Queued(2000, None)),
    ][..];
    let by_card = until("2026-12-05");
    for (validity, story, now, want) in [
        // Through the last minute of the last day the plan before it is in use.
        (by_card, one, "11-25 09:00", "1000 through 2026-12-05, 5000 from 2026-12-06"),
        (by_card, one, "12-05 23:59", "1000 through 2026-12-05, 5000 from 2026-12-06"),
        (by_card, one, "12-06 00:00", "5000 since 12-06 00:00"),
        // Its own end, or the card's rule, or nobody knows.
        (by_card, own, "12-25 09:00", "5000 since 12-06 00:00 through 2027-01-20"),
        (by_card, own, "01-25 09:00", "5000 since 12-06 00:00 through 2027-01-20"),
        (days(Some(date("2026-11-05"))), one, "12-05 09:00", "1000 through 2026-12-05, 5000 from 2026-12-06"),
        (days(Some(date("2026-11-05"))), one, "12-06 09:00", "5000 since 12-06 00:00 through 2027-01-04"),
        (Validity::CalendarMonth, one, "11-30 23:59", "1000 through 2026-11-30, 5000 from 2026-12-01"),
        (Validity::CalendarMonth, one, "12-01 00:00", "5000 since 12-01 00:00 through 2026-12-31"),
        (Validity::CalendarMonth, one, "01-02 00:00", "5000 since 12-01 00:00 through 2027-01-31"),
        // Two wait in the order in which they arrived.
        (by_card, two, "11-25 09:00", "1000 through 2026-12-05, 5000 from 2026-12-06, 2000 from 2027-01-06"),
        (by_card, two, "12-06 00:00", "5000 since 12-06 00:00 through 2027-01-05, 2000 from 2027-01-06"),
        (by_card, two, "01-06 00:00", "2000 since 01-06 00:00"),
        // No end is known: they wait, the first until one is.
        (Validity::Unknown, one, "12-25 09:00", "1000, 5000 from ?"),
        (Validity::Unknown, two, "12-25 09:00", "1000, 5000 from ?, 2000 from ?"),
        (days(None), one, "12-25 09:00", "1000, 5000 from ?"),
        // All was over before it arrived.
        (until("2026-11-10"), one, "11-21 08:59", "1000 through 2026-11-10"),
        (until("2026-11-10"), &one[1..], "11-21 09:00", "5000 since 11-21 09:00"),
        (until("2026-11-10"), two, "11-25 09:00", "5000 since 11-21 09:00 through 2027-01-05, 2000 from 2027-01-06"),
        // What has not arrived does not wait.
        (
            by_card,
            &[("11-20 09:00", Left(1000)), ("11-21 09:00", Pending(5000))],
            "12-06 09:00",
            "1000 through 2026-12-05",
        ),
    ] {
        let now_known = story.iter().filter(|(when, _)| at(when) <= at(now)).copied().collect::<Vec<_>>();
        assert_eq!(told(validity, &now_known, now), want, "{validity:?} {now} {story:?}");
    }
}

#[test]
fn what_moves_the_end_moves_the_turn() {
    let before = [("11-20 09:00", Left(1000)), ("11-21 09:00", Queued(5000, None))];
    for (did, now, want) in [
        (("11-25 09:00", Extended("2026-12-15")), "12-10 09:00", "1000 through 2026-12-15, 5000 from 2026-12-16"),
        (("11-25 09:00", Extended("2026-12-15")), "12-16 00:00", "5000 since 12-16 00:00"),
        (("11-25 09:00", LeftUntil(900, "2026-12-01")), "12-02 00:00", "5000 since 12-02 00:00"),
        (("11-25 09:00", Typed(until("2026-12-15"))), "12-10 09:00", "1000 through 2026-12-15, 5000 from 2026-12-16"),
        (("12-10 09:00", Typed(until("2026-12-02"))), "12-10 09:00", "5000 since 12-03 00:00"),
        // After it, the same is said of what came to its turn.
        (("12-10 09:00", Extended("2027-01-15")), "12-10 09:00", "5000 since 12-06 00:00 through 2027-01-15"),
        (("12-10 09:00", LeftUntil(4100, "2027-01-15")), "12-10 09:00", "4100 since 12-06 00:00 through 2027-01-15"),
        (("12-10 09:00", Typed(until("2027-01-15"))), "12-10 09:00", "5000 since 12-06 00:00 through 2027-01-15"),
        (("12-06 00:00", Left(4800)), "12-10 09:00", "4800 since 12-06 00:00"),
        (("12-10 09:00", Left(4100)), "12-10 09:00", "4100 since 12-06 00:00"),
    ] {
        assert_eq!(told(until("2026-12-05"), &[&before[..], &[did]].concat(), now), want, "{did:?} {now}");
    }
    // The end was not known when it arrived; then it is typed, and so is that of the queued one.
    let typed = [("11-25 09:00", Typed(until("2026-12-05"))), ("12-10 09:00", Typed(until("2027-01-15")))];
    let story = [&before[..], &typed].concat();
    assert_eq!(told(Validity::Unknown, &story[..3], "12-10 09:00"), "5000 since 12-06 00:00");
    assert_eq!(told(Validity::Unknown, &story, "12-10 09:00"), "5000 since 12-06 00:00 through 2027-01-15");
    // A check that finds the end already past lets the next one begin, and no more than one.
    let two = [before[0], before[1], ("11-22 09:00", Queued(2000, None)), ("12-10 09:00", LeftUntil(0, "2026-12-08"))];
    assert_eq!(told(Validity::Unknown, &two, "12-10 10:00"), "5000 since 12-10 09:00, 2000 from ?");
    // An end of its own that lies before its turn says nothing.
    let late = [("11-21 09:00", Queued(5000, Some("2026-12-20"))), ("11-25 09:00", Extended("2027-01-15"))];
    assert_eq!(told(until("2026-12-05"), &late, "01-16 00:00"), "5000 since 01-16 00:00");
}

/// A last day alone says nothing of what comes in its place: nobody knows how long that is good, until somebody says it.
#[test]
fn what_replaced_a_plan_of_a_last_day_is_not_over_with_it() {
    let replaced = ("11-25 09:00", Replaced(3000));
    let queued = &[replaced, ("11-26 09:00", Queued(5000, None))][..];
    for (last, story, now, want) in [
        ("2026-12-05", &[replaced][..], "11-25 08:00", "? through 2026-12-05"),
        ("2026-12-05", &[replaced], "11-25 12:00", "3000"),
        ("2026-12-05", &[replaced], "12-20 12:00", "3000"),
        (
            "2026-12-05",
            &[replaced, ("11-27 09:00", LeftUntil(2900, "2026-12-28"))],
            "12-20 12:00",
            "2900 through 2026-12-28",
        ),
        (
            "2026-12-05",
            &[replaced, ("12-06 09:00", Typed(until("2026-12-28")))],
            "12-20 12:00",
            "3000 through 2026-12-28",
        ),
        // What was typed on the day of the purchase is meant for it, whichever was written down first.
        (
            "2026-12-05",
            &[("11-25 00:10", Typed(until("2026-12-28"))), replaced],
            "12-20 12:00",
            "3000 through 2026-12-28",
        ),
        ("2026-12-05", &[("11-24 23:50", Typed(until("2026-12-28"))), replaced], "12-20 12:00", "3000"),
        // It was over then.
        ("2026-11-20", &[replaced], "11-26 12:00", "3000"),
        // So is the day that a check had said of what was before it.
        ("2026-12-05", &[("11-20 09:00", LeftUntil(100, "2026-12-01")), replaced], "12-03 12:00", "3000"),
        // Nor is it where nobody said how much it brought.
        (
            "2026-12-05",
            &[("11-20 09:00", Left(100)), ("11-25 09:00", Bought), ("11-26 09:00", Left(2900))],
            "12-20 12:00",
            "2900",
        ),
        // What waits behind it waits until its end is known.
        ("2026-12-05", queued, "12-20 12:00", "3000, 5000 from ?"),
        (
            "2026-12-05",
            &[replaced, ("12-08 09:00", Left(2500)), ("12-10 09:00", Queued(5000, None))],
            "12-20 12:00",
            "2500, 5000 from ?",
        ),
        ("2026-11-20", queued, "11-26 12:00", "3000, 5000 from ?"),
        (
            "2026-12-05",
            &[queued[0], queued[1], ("12-20 09:00", LeftUntil(2900, "2026-12-28"))],
            "12-20 12:00",
            "2900 through 2026-12-28, 5000 from 2026-12-29",
        ),
        (
            "2026-12-05",
            &[queued[0], queued[1], ("12-20 09:00", Typed(until("2026-12-18")))],
            "12-20 12:00",
            "5000 since 12-19 00:00",
        ),
    ] {
        let known = story.iter().filter(|(when, _)| at(when) <= at(now)).copied().collect::<Vec<_>>();
        assert_eq!(told(until(last), &known, now), want, "{last} {now} {story:?}");
    }
    // What is good for so many days is so whether or not it was said how much it brought.
    let bought = [("11-20 09:00", Left(100)), ("11-25 09:00", Bought)];
    assert_eq!(told(days(Some(date("2026-11-05"))), &bought, "12-20 12:00"), "100 through 2026-12-25");
    // What is written down later of the days before the card was described changes nothing of what was said of it.
    let (mut book, id) = book(until("2026-12-05"), &[]);
    for (when, left) in [("10-20 09:00", "3000 through 2026-12-05"), ("11-02 09:00", "3000")] {
        let version = EventId(Ulid::from_parts(at("11-02 09:00").millis().cast_unsigned(), 1));
        let value = Entry { card: id, at: at(when), fact: fact(Replaced(3000)), note: None };
        book.entries.insert(EntryId(version.0), Kept { version, value: value.into() });
        assert_eq!(as_told(&book, id, "12-20 09:00"), left, "{when}");
    }
}

#[test]
fn without_the_entry_nothing_waits_and_nothing_came() {
    let story = [("11-20 09:00", Left(1000)), ("11-21 09:00", Queued(5000, None))];
    let (mut book, id) = book(until("2026-12-05"), &story);
    book.entries.retain(|_, kept| matches!(kept.value.fact, Fact::Check(_)));
    let ledger = book.ledger(id).unwrap().seen(&zone(), at("12-10 09:00"));
    assert_eq!((ledger.turns(), ledger.waiting()), (&[][..], &[][..]));
    assert_eq!(ledger.expires(date("2026-12-10")).unwrap().date, date("2026-12-05"));
}

#[test]
fn the_turn_is_midnight_in_the_cards_zone() {
    let story = [("11-20 09:00", Left(1000)), ("11-21 09:00", Queued(5000, None))];
    let (book, id) = book(until("2026-12-05"), &story);
    for (east, turn) in [(-300, "12-06 00:00"), (480, "12-05 11:00")] {
        let ledger = |now| book.ledger(id).unwrap().seen(&Offsets::fixed(east), now);
        let turn = at(turn);
        assert_eq!(ledger(turn.plus(-1)).turns(), &[], "{east}");
        let ledger = ledger(turn);
        let movement = ledger.movements(Bucket::General).pop().unwrap();
        assert!(
            matches!(movement, Movement::TopUp { at, added, effect: Effect::Replace, .. }
            if at == turn && added == Bytes(5000 * MB)),
            "{movement:?}"
        );
        assert_eq!(ledger.capacity(Bucket::General), Some(Bytes(5000 * MB)));
        assert_eq!(ledger.movements(Bucket::Hotspot), []);
    }
}

fn did() -> impl Strategy<Value = Did> {
    const ENDS: [&str; 6] = ["2026-11-12", "2026-11-25", "2026-12-05", "2026-12-20", "2027-01-10", "2027-02-01"];
    let end = || prop::sample::select(&ENDS[..]);
    prop_oneof![
        (0..9000_u64).prop_map(Left),
        (0..9000_u64, end()).prop_map(|(left, end)| LeftUntil(left, end)),
        (0..9000_u64, end()).prop_map(|(left, day)| LeftRenewing(left, day)),
        (0..9000_u64, prop::option::of(end())).prop_map(|(data, own)| Queued(data, own)),
        (0..9000_u64).prop_map(Pending),
        (0..9000_u64).prop_map(Replaced),
        Just(Bought),
        end().prop_map(Extended),
        prop_oneof![
            Just(Validity::Unknown),
            Just(Validity::CalendarMonth),
            end().prop_map(until),
            Just(days(Some(date("2026-11-05")))),
        ]
        .prop_map(Typed),
    ]
}

proptest! {
    /// However often the end moves: each waits or came, in order, once; nothing begins before it
    /// arrived or later than now.
    #[test]
    fn each_queued_top_up_comes_once_and_in_order(story in prop::collection::vec((0..2000_i64, did()), 0..14)) {
        let mut story = story;
        story.sort_by_key(|(hour, _)| *hour);
        let now = at("11-02 08:00").plus(2000 * 3_600_000);
        let id = CardId(Ulid::from_parts(1, 1));
        let card = Card::named(Line::parse("US").unwrap(), ZoneName::parse("America/New_York").unwrap());
        let mut book = Book::default();
        book.put_card(id, EventId(Ulid::from_parts(1, 0)), card.clone());
        for (n, &(hour, did)) in story.iter().enumerate() {
            let at = at("11-02 08:00").plus(hour * 3_600_000);
            let version = EventId(Ulid::from_parts(at.millis().cast_unsigned(), n as u128));
            match did {
                Typed(validity) => book.put_card(id, version, Card { validity, ..card.clone() }),
                did => {
                    let value = Entry { card: id, at, fact: fact(did), note: None };
                    book.entries.insert(EntryId(version.0), Kept { version, value: value.into() });
                }
            }
        }
        let ledger = book.ledger(id).unwrap().seen(&zone(), now);
        let queued: Vec<_> = book.entries.iter().filter(|(_, kept)| match &kept.value.fact {
            Fact::TopUp(top_up) => top_up.is_queued(),
            _ => false,
        }).map(|(&entry, kept)| (entry, kept.value.at)).collect();
        let line: Vec<EntryId> =
            ledger.turns().iter().map(|turn| turn.entry).chain(ledger.waiting().iter().map(|next| next.entry)).collect();
        prop_assert_eq!(line, queued.iter().map(|(entry, _)| *entry).collect::<Vec<_>>());
        prop_assert!(ledger.turns().is_sorted_by_key(|turn| turn.at.unwrap()));
        for (turn, (_, arrived)) in ledger.turns().iter().zip(&queued) {
            prop_assert!(turn.at >= Some(*arrived) && turn.at <= Some(now));
            prop_assert!(turn.expires.is_none_or(|end| Some(zone().end(end)) > turn.at));
        }
        for next in ledger.waiting() {
            prop_assert!(next.from.is_none_or(|from| zone().start(from) > now));
        }
        let movements = ledger.movements(Bucket::General);
        prop_assert!(movements.is_sorted_by_key(Movement::at));
        // In one run over the past, the end is the same.
        let instants: Vec<Timestamp> = (0..40).map(|n| now.plus((n - 39) * 50 * 3_600_000 + 1)).collect();
        let ends = ledger.expires_before(&instants, &zone());
        let end = ledger.expires(zone().date(now));
        match ends.last().copied().flatten() {
            // Nothing was said of it, but that it renews, as it did.
            None => prop_assert!(end.is_none_or(|end| end.then == Then::Renewed && *ledger.cycle() != Cycle::Never)),
            said => prop_assert_eq!(said, end),
        }
        if let Cycle::On(renewals) = ledger.cycle() {
            prop_assert!(renewals.is_sorted_by(|one, next| one < next));
        }
    }
}
