//! What was found, and what was typed, held against renewals: when each came, and which day is the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

#[path = "person/clock.rs"]
mod clock;

use clock::{at, card, date, mb, zone};
use sim_gauge::domain::*;
use sim_gauge::forecast::{Input, Missing, Note, Outlook, forecast};

/// A card of 3 GB of which nobody said how long it lasts, and what was written down of it.
struct Tale {
    book: Book,
    card: CardId,
}

impl Tale {
    fn of(card: Card) -> Self {
        let id = CardId(Ulid::from_parts(1, 1));
        let mut book = Book::default();
        book.put_card(id, written("06-02 00:00"), card);
        Self { book, card: id }
    }

    /// The next renewal as it is typed on the card then.
    fn typed(mut self, when: &str, renews: Option<&str>) -> Self {
        let card = Card { renews: renews.map(date), ..self.book.card(self.card).unwrap().clone() };
        self.book.put_card(self.card, written(when), card);
        self
    }

    /// MB left by a check, and the renewal that it names, where it names one.
    fn check(self, when: &str, left: u64, renews: Option<&str>) -> Self {
        let measures = vec![Measure { bucket: Bucket::General, said: Said::Left(Quantity::Data(mb(left))) }];
        let (source, renews) = (Source::Text, renews.map(date));
        let check = Check { measures, expires: None, renews, source, reply: None, sure: false };
        self.entry(when, Fact::Check(check))
    }

    fn paid(self, when: &str, top_up: TopUp) -> Self {
        self.entry(when, Fact::TopUp(top_up))
    }

    fn entry(mut self, when: &str, fact: Fact) -> Self {
        let (version, card) = (written(when), self.card);
        let value = Entry { card, at: at(when), fact, note: None };
        self.book.entries.insert(EntryId(version.0), Kept { version, value: value.into() });
        self
    }

    /// The oldest entry is written anew then, with a note.
    fn noted(mut self, when: &str) -> Self {
        let (entry, kept) = self.book.entries.iter().next().map(|(entry, kept)| (*entry, kept.clone())).unwrap();
        let value = Entry { note: Remark::parse("note"), ..Entry::clone(&kept.value) };
        self.book.entries.insert(entry, Kept { version: written(when), value: value.into() });
        self
    }

    fn ask<T>(&self, now: &str, ask: impl FnOnce(&Ledger<'_>) -> T) -> T {
        ask(&self.book.ledger(self.card).unwrap().seen(&zone(), at(now)))
    }

    /// What began anew by itself up to then: `12-04 00:00`.
    fn begun(&self, now: &str) -> String {
        let text = |instant: Timestamp| {
            let (date, minute) = zone().local(instant);
            format!("{} {:02}:{:02}", &date.to_string()[5..], minute / 60, minute % 60)
        };
        self.ask(now, |ledger| {
            let begins = ledger.cycle().begins(&zone(), ledger.entries()[0].1.at, at(now));
            begins.into_iter().map(text).collect::<Vec<_>>().join(", ")
        })
    }

    /// How the present period ends.
    fn ends(&self, now: &str) -> String {
        self.ask(now, |ledger| match ledger.expires(zone().date(at(now))) {
            None => "open".to_owned(),
            Some(Dated { date, then: Then::Over, .. }) => format!("through {date}"),
            Some(Dated { date, then: Then::Renewed, .. }) => format!("renews {}", date.plus_days(1).unwrap()),
        })
    }

    fn outlook(&self, now: &str) -> Outlook {
        self.ask(now, |ledger| {
            let end = ledger.expires(zone().date(at(now))).map(|dated| zone().end(dated.date));
            forecast(&Input::of(ledger, Bucket::General, at(now), end))
        })
    }
}

fn written(when: &str) -> EventId {
    EventId(Ulid::from_parts(at(when).millis().cast_unsigned(), 1))
}

/// 100 MB a day of 3 GB since 10 November; on the morning of the renewal, 4 December, what was left still is.
fn morning() -> Tale {
    Tale::of(card()).check("11-10 09:00", 2900, Some("2026-12-04")).check("12-03 09:00", 600, None).check(
        "12-04 08:00",
        500,
        None,
    )
}

#[test]
fn only_what_arrived_in_its_place_is_the_renewal_of_which_the_morning_saw_nothing() {
    let replaces = || TopUp { effect: Effect::Replace, ..TopUp::default() };
    let data = |data| TopUp { data: Some(mb(data)), ..replaces() };
    let credit = Decimal::new(10, 0).map(|figure| Money { figure, currency: Currency::USD });
    assert_eq!(morning().begun("12-06 09:00"), "12-04 23:59");
    for (paid, begun) in [
        (data(2000), "12-04 10:00"),
        (data(3000), "12-04 10:00"),
        // Nobody said what it brought.
        (replaces(), "12-04 10:00"),
        (TopUp { arrival: Arrival::Pending, ..data(3000) }, "12-04 23:59"),
        (TopUp { credit, ..replaces() }, "12-04 23:59"),
    ] {
        assert_eq!(morning().paid("12-04 10:00", paid.clone()).begun("12-06 09:00"), begun, "{paid:?}");
    }
}

#[test]
fn a_day_typed_on_the_card_corrects_a_reply_that_is_written_anew_after_it() {
    let corrected = || Tale::of(card()).check("11-10 09:00", 2500, Some("2026-12-04"));
    let corrected = || corrected().typed("11-12 09:00", Some("2026-12-20"));
    assert_eq!(corrected().ends("11-20 09:00"), "renews 2026-12-20");
    // A note, that it is right, or an undo: what it says was said before.
    assert_eq!(corrected().noted("11-15 09:00").ends("11-20 09:00"), "renews 2026-12-20");
    // What a newer reply names counts, whatever stands on the card.
    let newer = corrected().noted("11-15 09:00").check("11-19 09:00", 1500, Some("2026-12-04"));
    assert_eq!(newer.ends("11-20 09:00"), "renews 2026-12-04");
}

#[test]
fn a_renewal_that_follows_by_itself_has_not_come_on_its_morning_either() {
    // Of 100 MB a day; the card names 4 December, and 4 January follows.
    let story = || {
        let named = Tale::of(Card { renews: Some(date("2026-12-04")), ..card() });
        named.check("11-10 09:00", 2400, None).check("12-14 09:00", 2000, None).check("01-03 09:00", 150, None)
    };
    let morning = || story().check("01-04 08:00", 60, None);
    assert_eq!(story().begun("01-04 08:00"), "12-04 00:00, 01-04 00:00");
    assert_eq!(morning().ends("01-04 09:00"), "renews 2027-01-05");
    assert_eq!(morning().begun("01-06 09:00"), "12-04 00:00, 01-04 23:59");
    let noon = morning().check("01-04 12:00", 2950, None);
    assert_eq!(noon.begun("01-06 09:00"), "12-04 00:00, 01-04 08:00");
    assert!(!matches!(noon.outlook("01-04 12:00"), Outlook::Known(known) if known.notes().iter().any(is_rise)));
    // It was not paid: days later the old rest is still there.
    let not = morning().check("01-07 09:00", 40, None);
    assert_eq!(not.begun("01-08 09:00"), "12-04 00:00");
}

fn is_rise(note: &Note) -> bool {
    matches!(note, Note::Rise { .. })
}

#[test]
fn what_the_morning_finds_is_of_the_new_period_where_it_names_the_next_renewal() {
    let story = Tale::of(card()).check("11-10 09:00", 2900, Some("2026-12-04")).check("12-03 09:00", 600, None);
    assert_eq!(story.check("12-04 08:00", 500, Some("2027-01-04")).begun("12-06 09:00"), "12-04 00:00");
    // Of a heavy use that was heavy before, what was there before is nearer still.
    let story = Tale::of(card()).check("11-10 09:00", 2900, Some("2026-12-04")).check("12-02 00:10", 2800, None);
    assert_eq!(story.check("12-04 00:10", 500, None).begun("12-06 09:00"), "12-04 23:59");
}

#[test]
fn what_rose_over_a_renewal_that_nobody_named_is_left_to_be_asked_about() {
    // 100 MB a day of each month's 3 GB; at last more than before.
    let months = [("08-02", 2950), ("08-11", 2000), ("09-11", 1950), ("10-11", 1900), ("10-25", 600)];
    let months =
        || months.iter().fold(Tale::of(card()), |tale, (day, left)| tale.check(&format!("{day} 09:00"), *left, None));
    let story = months().check("11-11 09:00", 2000, Some("2026-12-01"));
    assert_eq!(story.begun("11-11 10:00"), "09-01 00:00, 10-01 00:00");
    assert!(matches!(story.outlook("11-11 10:00"), Outlook::Known(known) if known.notes().iter().any(is_rise)));
    let story = months().check("11-11 09:00", 550, Some("2026-12-01"));
    assert_eq!(story.begun("11-11 10:00"), "09-01 00:00, 10-01 00:00, 11-01 00:00");
}

#[test]
fn the_last_of_a_shorter_month_stands_for_the_later_day_that_was_named() {
    let story = Tale::of(card()).check("10-10 09:00", 2500, Some("2026-10-31"));
    let story = story.check("11-05 09:00", 2600, Some("2026-11-30"));
    assert_eq!(story.ends("12-05 09:00"), "renews 2026-12-31");
    // The 30th of a longer month is that day.
    let story = Tale::of(card()).check("10-10 09:00", 2500, Some("2026-10-31"));
    let story = story.check("11-05 09:00", 2600, Some("2026-12-30"));
    assert_eq!(story.ends("01-05 09:00"), "renews 2027-01-30");
}

/// A backup that somebody wrote by hand.
#[test]
fn a_plan_of_no_days_has_a_renewal_before_as_well() {
    let validity = Validity::Days { days: 0, start: Start::FirstUse, from: None };
    let story = Tale::of(Card { validity, ..card() }).check("11-10 09:00", 2900, None);
    let story = story.check("11-20 09:00", 2000, Some("2026-11-21"));
    assert!(story.ends("11-25 09:00").starts_with("renews"));
    let before = story.ask("11-25 09:00", |ledger| ledger.renewal_before(date("2026-11-21")));
    assert_eq!(before, Some(date("2026-11-20")));
}

#[test]
fn a_renewal_typed_once_the_data_was_over_brings_nothing_old_back() {
    let lapsed = |plan| {
        let bought = TopUp { data: Some(mb(2000)), expires: Some(date("2026-11-10")), ..TopUp::default() };
        Tale::of(Card { plan, ..card() }).check("10-28 09:00", 0, None).paid("10-28 10:00", bought)
    };
    let lapsed = |plan| lapsed(plan).check("11-03 09:00", 1600, None).check("11-08 09:00", 1100, None);
    let now = "11-16 09:00";
    let typed = |plan| lapsed(plan).typed("11-15 09:00", Some("2026-12-01"));
    assert_eq!(lapsed(None).ends(now), "through 2026-11-10");
    assert_eq!((typed(None).ends(now).as_str(), typed(None).begun(now).as_str()), ("renews 2026-12-01", "11-11 00:00"));
    assert!(
        matches!(typed(None).outlook(now), Outlook::NotEnough(Missing::NewCycle)),
        "{:?}",
        typed(None).outlook(now)
    );
    assert!(matches!(typed(Some(mb(3000))).outlook(now), Outlook::Known(known) if known.is_unseen()));
    // What is found then is of what came, also where the day is corrected after it; a check before it was typed is asked
    // about as any other.
    let found = || typed(Some(mb(3000))).check("11-18 09:00", 2400, None);
    for story in [found(), found().typed("11-19 09:00", Some("2026-12-05"))] {
        assert_eq!(story.begun("11-20 09:00"), "11-11 00:00");
        assert!(matches!(story.outlook("11-20 09:00"), Outlook::Known(known) if !known.notes().iter().any(is_rise)));
    }
    let before = lapsed(Some(mb(3000))).check("11-12 09:00", 2400, None).typed("11-15 09:00", Some("2026-12-01"));
    assert_eq!(before.begun(now), "");
    // Typed while it was good, it is the day after which it was named to renew.
    assert_eq!(lapsed(None).typed("11-09 09:00", Some("2026-12-01")).ends("11-11 09:00"), "through 2026-11-10");
}
