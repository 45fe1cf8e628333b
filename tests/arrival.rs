//! What was paid for: written down as not yet arrived, and settled by a check or a confirmation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod person;

use person::{Person, Place, start, utc};
use sim_gauge::app::form::{Fault, Field, date_time_text};
use sim_gauge::app::screen::{channel, waiting};
use sim_gauge::app::{Mode, Msg, Route};
use sim_gauge::domain::{
    Amount, Arrival, Bucket, Card, CardId, Channel, Check, Currency, Date, Decimal, Effect, Entry, EntryId, Fact,
    Ledger, Line, Measure, Money, Offsets, Quantity, Said, Source, Timestamp, TopUp, Ulid, Unit, ZoneName,
};
use sim_gauge::guide::{Directory, Means};
use sim_gauge::plan::{self, Waiting, payments};

const HOUR: i64 = 3_600_000;

fn gb(text: &str) -> Amount {
    Amount::new(Decimal::parse(text).unwrap(), Unit::GB).unwrap()
}

fn dollars(text: &str) -> Money {
    Money { figure: Decimal::parse(text).unwrap(), currency: Currency::USD }
}

fn begin() -> Timestamp {
    Offsets::UTC.instant(Date::parse("2026-11-20").unwrap(), 12 * 60)
}

/// What an entry of the table says: `1.5 GB left`, `$5 left`, `until 2026-12-20` and, of a top-up,
/// `+2 GB`, `+$10`, `replace`, `queue`, `extend`, `arrived`.
fn fact(words: &str) -> Fact {
    let (mut measures, mut expires) = (Vec::new(), None);
    let mut top_up = TopUp {
        data: None,
        credit: None,
        paid: None,
        channel: None,
        effect: Effect::Add,
        expires: None,
        receipt: None,
        arrival: Arrival::Pending,
        paid_at: None,
    };
    for word in words.split(", ") {
        let left = |bucket, quantity| Measure { bucket, said: Said::Left(quantity) };
        if let Some(sum) = word.strip_prefix("+$") {
            top_up.credit = Some(dollars(sum));
        } else if let Some(data) = word.strip_prefix('+') {
            top_up.data = Some(gb(data.strip_suffix(" GB").unwrap()));
        } else if let Some(day) = word.strip_prefix("until ") {
            expires = Date::parse(day);
        } else if let Some(said) = word.strip_suffix(" left") {
            measures.push(match said.strip_prefix('$') {
                Some(sum) => left(Bucket::Money, Quantity::Money(dollars(sum))),
                None => left(Bucket::General, Quantity::Data(gb(said.strip_suffix(" GB").unwrap()))),
            });
        } else {
            match word {
                "replace" => top_up.effect = Effect::Replace,
                "queue" => top_up.effect = Effect::Queue,
                "extend" => top_up.effect = Effect::Extend,
                "arrived" => top_up.arrival = Arrival::Arrived,
                _ => panic!("{word}"),
            }
        }
    }
    if !measures.is_empty() || words.starts_with("until") {
        return Fact::Check(Check { measures, expires, renews: None, source: Source::Text, reply: None, sure: false });
    }
    Fact::TopUp(TopUp { expires, ..top_up })
}

/// The top-ups that wait on a card with these entries, an hour apart, an hour after the last one.
fn waits(entries: &[&str]) -> Vec<Waiting> {
    let card = Card::named(Line::parse("card").unwrap(), ZoneName::utc());
    let id = CardId(Ulid::from_parts(1, 0));
    let mut at = begin();
    let mut made = Vec::new();
    for (place, words) in entries.iter().enumerate() {
        let entry = EntryId(Ulid::from_parts(2, u128::try_from(place).unwrap()));
        made.push((entry, Entry { card: id, at, fact: fact(words), note: None }));
        at = at.plus(HOUR);
    }
    let ledger = Ledger::new(id, &card, made.iter().map(|(entry, value)| (*entry, value)));
    plan::waiting(&ledger, at)
}

#[test]
fn a_later_check_that_shows_more_offers_the_arrival() {
    for (entries, place) in [
        (&["1 GB left", "+2 GB", "2.9 GB left"][..], Some(2)),
        // Slow to come: the first check afterwards shows nothing yet.
        (&["1 GB left", "+2 GB", "0.9 GB left", "2.8 GB left"], Some(3)),
        // Nothing before the payment to compare with.
        (&["+2 GB", "0.9 GB left", "2.8 GB left"], Some(2)),
        (&["+2 GB", "2.9 GB left"], None),
        (&["1 GB left", "+2 GB", "0.9 GB left"], None),
        // As much as the digits leave open is no rise.
        (&["0.9 GB left", "+2 GB", "1.0 GB left"], None),
        // Another top-up, which did arrive, is why.
        (&["1 GB left", "+2 GB", "+1 GB, arrived", "1.9 GB left"], None),
        (&["1 GB left", "+2 GB", "+1 GB, arrived", "3.8 GB left"], Some(3)),
        (&["0.2 GB left", "+5 GB, replace", "4.9 GB left"], Some(2)),
        // Money.
        (&["$1.20 left", "+$10", "$11.20 left"], Some(2)),
        (&["$1.20 left", "+$10", "$1.20 left"], None),
        (&["$1.20 left", "+$10", "+$5, arrived", "$6.20 left"], None),
        // What waits in the queue, or only moves the end, raises nothing.
        (&["1 GB left", "+2 GB, queue", "1.5 GB left"], None),
        (&["1 GB left", "+2 GB, extend", "1.5 GB left"], None),
        // The end that was paid for is there.
        (&["until 2026-12-01", "extend, until 2026-12-31", "until 2026-12-31"], Some(2)),
        (&["until 2026-12-01", "extend, until 2026-12-31", "until 2026-12-01"], None),
        (&["until 2026-12-31", "extend, until 2026-12-31", "until 2026-12-31"], None),
    ] {
        let found = waits(entries);
        assert_eq!(found.len(), 1, "{entries:?}");
        let check = place.map(|place: i64| begin().plus(place * HOUR - 1));
        assert_eq!(found[0].seen, check, "{entries:?}");
    }
    assert_eq!(waits(&["1 GB left", "+2 GB, arrived", "3 GB left"]), []);
    for (entries, place) in [
        // Nothing is known from before the payment: the check may hold it, or not.
        (&["+2 GB", "2.9 GB left"][..], Some(1)),
        (&["+2 GB", "0.9 GB left", "0.8 GB left"], Some(1)),
        (&["$1.20 left", "+2 GB", "2.9 GB left"], Some(2)),
        (&["+$10", "$11.20 left"], Some(1)),
        (&["1 GB left", "+2 GB", "0.9 GB left"], None),
        (&["+2 GB", "$1.20 left"], None),
        (&["+2 GB", "0.9 GB left", "2.8 GB left"], None),
        (&["+2 GB, queue", "2.9 GB left"], None),
        (&["extend, until 2026-12-31", "2.9 GB left"], None),
        (&["+2 GB"], None),
    ] {
        let check = place.map(|place: i64| begin().plus(place * HOUR - 1));
        assert_eq!(waits(entries)[0].unclear, check, "{entries:?}");
    }
    let both = waits(&["1 GB left", "+2 GB", "+1 GB", "2.5 GB left"]);
    assert_eq!(both.iter().filter(|waiting| waiting.seen.is_some()).count(), 2, "nobody knows which");
}

#[test]
fn what_one_payment_explains_is_not_offered_to_another() {
    for (entries, seen, without) in [
        // By its data, by its money, by the end that it brought.
        (&["1 GB left", "+2 GB", "+2 GB, arrived", "2.9 GB left"][..], None, Some(3)),
        (&["$1 left", "+$10", "+$10, arrived", "$11 left"], None, Some(3)),
        (
            &["until 2026-12-01", "extend, until 2026-12-31", "extend, until 2026-12-31, arrived", "until 2026-12-31"],
            None,
            None,
        ),
        // The end stood there, though the data is no more than before: that was the other one's too.
        (
            &[
                "1 GB left",
                "+2 GB, until 2026-12-31",
                "+2 GB, until 2026-12-31, arrived",
                "until 2026-12-31, 2.9 GB left",
            ],
            None,
            Some(3),
        ),
        // It may be that of one which arrived after the check before and does not say what it brought: as one does
        // that was said to have arrived in the form of the check.
        (&["1 GB left", "+2 GB", "arrived", "2.9 GB left"], None, Some(3)),
        (&["$1 left", "+$10", "arrived", "$11 left"], None, Some(3)),
        (&["1 GB left", "+2 GB", "arrived", "0.9 GB left", "2.8 GB left"], Some(4), None),
        (&["1 GB left", "+2 GB", "extend, arrived", "2.9 GB left"], Some(3), None),
        // Beyond what the other brought there is more.
        (&["1 GB left", "+2 GB", "+1 GB, arrived", "3.8 GB left"], Some(3), None),
        // No check since could show it.
        (&["1 GB left", "+2 GB"], None, None),
        (&["1 GB left", "+$10", "0.9 GB left"], None, None),
        (&["1 GB left", "+2 GB, queue", "0.9 GB left"], None, None),
    ] {
        let found = waits(entries);
        let place = |place: Option<i64>, off: i64| place.map(|place| begin().plus(place * HOUR + off));
        assert_eq!((found[0].seen, found[0].without), (place(seen, -1), place(without, 0)), "{entries:?}");
    }
}

#[test]
fn what_a_payment_on_its_way_explains_makes_the_figure_before_no_slip() {
    for (entries, place) in [
        (&["9.5 GB left", "3 GB left", "+3 GB", "5.9 GB left"][..], Some(3)),
        (&["9.5 GB left", "3 GB left", "+5 GB", "5.9 GB left"], Some(3)),
        (&["9.5 GB left", "+3 GB", "3 GB left", "5.9 GB left"], Some(3)),
        (&["5 GB left", "+3 GB", "7.9 GB left", "4.8 GB left"], Some(2)),
        // It brought no such amount: what is back on the old line is one.
        (&["9.5 GB left", "0.9 GB left", "+3 GB", "9.3 GB left"], None),
        (&["9.5 GB left", "0.9 GB left", "+3 GB, queue", "3.8 GB left"], None),
        (&["5 GB left", "+3 GB", "48 GB left", "4.8 GB left"], None),
    ] {
        let check = place.map(|place: i64| begin().plus(place * HOUR - 1));
        assert_eq!(waits(entries)[0].seen, check, "{entries:?}");
    }
}

#[test]
fn it_is_late_after_a_day() {
    let mut entries = vec!["+2 GB"];
    assert!(!waits(&entries)[0].late);
    entries.extend(["1 GB left"; 22]);
    assert!(!waits(&entries)[0].late, "23 hours");
    entries.push("1 GB left");
    assert!(waits(&entries)[0].late);
    // A check that shows it says more than its age.
    entries.push("2.9 GB left");
    assert!(!waits(&entries)[0].late);
}

#[test]
fn a_way_to_pay_names_its_channel_where_that_is_clear() {
    let directory = Directory::read(include_str!("../www/carriers.json")).unwrap();
    let ways = || directory.listings.iter().flat_map(|listing| &listing.top_ups);
    let by = |means| channel(ways().find(|way| way.means == means).unwrap());
    assert_eq!(by(Means::Website), Some(Channel::OfficialSite));
    assert_eq!(by(Means::App), Some(Channel::App));
    assert_eq!(by(Means::Call), Some(Channel::Hotline));
    assert_eq!(by(Means::Shop), Some(Channel::Shop));
    assert_eq!(by(Means::Pay), None, "it may be Alipay, and it may be WeChat");
    for way in ways().filter(|way| way.means == Means::Dial) {
        assert_eq!(channel(way).is_some(), way.what.contains("PIN"), "{}", way.what);
    }
}

impl Person {
    /// 5 GB through 4 December, and 1 GB left.
    fn begin() -> (Self, CardId) {
        let mut person = Self::opens(start("en"), Place::utc(), utc("2026-11-20T12:00"));
        let card = person.adds(&[
            (Field::Name, "US"),
            (Field::Plan, "5"),
            (Field::Validity, "until"),
            (Field::Until, "2026-12-04"),
        ]);
        person.logs(card, "1");
        (person, card)
    }

    /// Pays for 2 GB through a channel; it is waited for.
    fn pays(&mut self, card: CardId) -> EntryId {
        self.tell(Msg::WentToPay(card, Some(Channel::OfficialSite))).tell(Msg::Paid(card));
        self.fill(&[(Field::Data, "2"), (Field::Paid, "15")]).tell(Msg::Submitted);
        self.last_entry()
    }

    fn receives(&mut self, card: CardId, text: &str) {
        self.tell(Msg::StartedLog(Some(card), Mode::Paste));
        self.fill(&[(Field::Reply, text)]);
    }

    fn waits(&self, card: CardId) -> Vec<Waiting> {
        waiting(&self.model.book, &self.moment(), card)
    }

    fn top_up(&self, entry: EntryId) -> (Timestamp, TopUp) {
        match self.model.book.entry(entry) {
            Some(Entry { at, fact: Fact::TopUp(top_up), .. }) => (*at, top_up.clone()),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_was_paid_is_written_down_as_not_yet_arrived_with_its_channel() {
    let (mut person, card) = Person::begin();
    person.go(Route::Pay(card));
    // The way that was followed last, of this card.
    let other = person.adds(&[(Field::Name, "HK")]);
    person.go(Route::Pay(card));
    person.tell(Msg::WentToPay(card, Some(Channel::Hotline))).tell(Msg::WentToPay(card, Some(Channel::OfficialSite)));
    person.tell(Msg::Paid(other));
    assert_eq!(person.model.form().unwrap().get(Field::Channel), "");
    person.go(Route::Pay(card)).tell(Msg::Paid(card));
    assert_eq!(person.model.route, Route::TopUp(card));
    let form = person.model.form().unwrap();
    assert_eq!((form.get(Field::Arrival), form.get(Field::Channel)), ("pending", "site"));
    assert!(!form.touched, "nothing to come back to yet");
    person.fill(&[(Field::Data, "2")]);
    // A form that was begun stays as it is.
    person.go(Route::Pay(card));
    person.tell(Msg::WentToPay(card, Some(Channel::Shop))).tell(Msg::Paid(card));
    let form = person.model.form().unwrap();
    assert_eq!((form.get(Field::Data), form.get(Field::Channel)), ("2", "site"));
    person.tell(Msg::Submitted);
    // The next payment goes its own way, and so does one that comes after something else was looked at.
    person.go(Route::Pay(card)).tell(Msg::Paid(card));
    assert_eq!(person.model.form().unwrap().get(Field::Channel), "");
    person.go(Route::Pay(card)).tell(Msg::WentToPay(card, Some(Channel::Hotline)));
    person.go(Route::Card(card)).go(Route::Pay(card)).tell(Msg::Paid(card));
    assert_eq!(person.model.form().unwrap().get(Field::Channel), "");
    assert_eq!(person.left(card), Some(1024), "not counted before it arrives");
    let waiting = person.waits(card);
    assert_eq!((waiting.len(), waiting[0].seen, waiting[0].late), (1, None, false));
    person.hours(24);
    assert!(person.waits(card)[0].late);
}

#[test]
fn a_check_that_shows_it_is_not_counted_twice() {
    let (mut person, card) = Person::begin();
    person.hours(1);
    let entry = person.pays(card);
    person.hours(2);
    person.logs(card, "2.9");
    let check = person.now;
    person.hours(3);
    assert_eq!(person.waits(card)[0].seen, Some(check.plus(-1)));
    person.tell(Msg::SawArrival(entry));
    let (at, top_up) = person.top_up(entry);
    assert_eq!((at, top_up.arrival), (check.plus(-1), Arrival::Arrived));
    assert_eq!(top_up.channel, Some(Channel::OfficialSite), "all else stays as it was");
    assert_eq!(person.left(card), Some(2969), "2.9 GB, as the check found");
    assert_eq!(person.waits(card), []);
    // The way back brings the question back.
    let undo = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(undo));
    assert_eq!(person.waits(card).len(), 1);
}

#[test]
fn whether_the_first_check_held_it_is_for_the_person_to_say() {
    for (held, left) in [(true, 2969), (false, 5017)] {
        let (mut person, card) = Person::begin();
        let first = *person.model.book.entries.keys().next().unwrap();
        person.tell(Msg::RemovedEntry(first));
        let entry = person.pays(card);
        person.hours(2);
        person.logs(card, "2.9");
        person.hours(3);
        let at = person.waits(card)[0].unclear.unwrap();
        person.tell(if held { Msg::KnewArrival(entry, at) } else { Msg::SawArrival(entry) });
        assert_eq!((person.left(card), person.waits(card)), (Some(left), vec![]));
    }
}

#[test]
fn nothing_arrives_before_it_was_paid_for() {
    let (mut person, card) = Person::begin();
    person.hours(24);
    let entry = person.pays(card);
    let paid = person.now;
    person.hours(1).pastes(card, "You have 2.9 GB of data left.");
    person.fill(&[(Field::When, "yesterday")]).tell(Msg::SawArrival(entry));
    assert_eq!(person.top_up(entry).0, paid);
}

#[test]
fn a_second_payment_makes_up_no_use_for_what_came_by_the_first() {
    let (mut person, card) = Person::begin();
    let (first, second) = (person.pays(card), person.pays(card));
    person.hours(2);
    person.logs(card, "2.9");
    let check = person.now;
    assert!(person.waits(card).iter().all(|waiting| waiting.seen.is_some()), "nobody knows which");
    person.tell(Msg::SawArrival(first));
    // The rise has its reason: of the other one it says that this balance is no larger.
    assert_eq!(
        person.waits(card).iter().map(|one| (one.entry, one.seen, one.without)).collect::<Vec<_>>(),
        [(second, None, Some(check))]
    );
    // By hand it counts from now on, and not for what was used until then.
    person.hours(1).tell(Msg::SawArrival(second));
    assert_eq!((person.top_up(second).0, person.left(card)), (person.now, Some(2969 + 2048)));

    // One of which only the price was written down explains what is seen as well.
    let (mut person, card) = Person::begin();
    person.tell(Msg::Paid(card)).fill(&[(Field::Paid, "15")]).tell(Msg::Submitted);
    let (first, second) = (person.last_entry(), person.pays(card));
    person.hours(2);
    person.logs(card, "2.9");
    assert!(person.waits(card).iter().all(|waiting| waiting.seen.is_some()), "nobody knows which");
    person.tell(Msg::SawArrival(first));
    assert_eq!(person.waits(card).iter().map(|one| (one.entry, one.seen)).collect::<Vec<_>>(), [(second, None)]);
}

#[test]
fn without_a_check_it_counts_from_now() {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    person.hours(5);
    person.tell(Msg::SawArrival(entry));
    assert_eq!((person.top_up(entry).0, person.left(card)), (person.now, Some(3072)));
    // Said twice, it has arrived once.
    person.tell(Msg::SawArrival(entry));
    assert_eq!(person.effects, []);
}

/// What was paid for arrived five hours later: the card, the entry, and both times.
fn paid_and_arrived() -> (Person, CardId, EntryId, [Timestamp; 2]) {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    let paid = person.now;
    person.hours(5);
    person.tell(Msg::SawArrival(entry));
    let arrived = person.now;
    (person, card, entry, [paid, arrived])
}

#[test]
fn when_it_was_paid_is_kept_after_it_has_arrived() {
    let (mut person, card, entry, [paid, arrived]) = paid_and_arrived();
    let times = |person: &Person| (person.top_up(entry).0, person.top_up(entry).1.paid_at);
    assert_eq!(times(&person), (arrived, Some(paid)));
    // Another change of it keeps both times.
    person.hours(1).go(Route::EditEntry(entry));
    person.fill(&[(Field::Receipt, "R-1")]).tell(Msg::Submitted);
    assert_eq!((times(&person), person.top_up(entry).1.receipt), ((arrived, Some(paid)), Line::parse("R-1")));
    // It was no arrival after all: it waits again, as long as it has.
    person.go(Route::EditEntry(entry));
    person.fill(&[(Field::Arrival, "pending")]).tell(Msg::Submitted);
    assert_eq!((times(&person), person.waits(card)[0].paid), ((paid, None), paid));
    // That it has arrived can be said in the form too, with its time.
    person.go(Route::EditEntry(entry));
    person.fill(&[(Field::Arrival, "arrived"), (Field::At, "2026-11-20T16:30")]).tell(Msg::Submitted);
    assert!(times(&person).0 > paid && times(&person).1 == Some(paid), "{:?}", times(&person));
}

#[test]
fn both_times_are_kept_where_the_clock_changes_between_them() {
    for (paid, arrived, shown) in [
        // Ten to two comes before ten past one: the clock was set back between them.
        ("2026-11-01T05:50", "2026-11-01T06:10", ["2026-11-01T01:50", "2026-11-01T01:10"]),
        // The clock shows this time twice, and it was the second.
        ("2026-11-01T06:10", "2026-11-01T06:40", ["2026-11-01T01:10", "2026-11-01T01:40"]),
        // Half an hour, over the hour that the clock skips.
        ("2027-03-14T06:45", "2027-03-14T07:15", ["2027-03-14T01:45", "2027-03-14T03:15"]),
        // The evening before by the clock, which is another day.
        ("2026-11-01T03:30", "2026-11-01T12:00", ["2026-10-31T23:30", "2026-11-01T07:00"]),
    ] {
        let (paid, arrived) = (utc(paid), utc(arrived));
        let mut person = Person::opens(start("en-US"), Place::new_york(), paid.plus(-HOUR));
        let card = person.adds(&[(Field::Name, "Trip"), (Field::Plan, "5")]);
        person.now = paid;
        let entry = person.pays(card);
        person.now = arrived;
        person.tell(Msg::SawArrival(entry));
        let times = |person: &Person| (person.top_up(entry).0, person.top_up(entry).1.paid_at);
        assert_eq!(times(&person), (arrived, Some(paid)));
        person.hours(1).go(Route::EditEntry(entry));
        let form = person.model.form().unwrap();
        assert_eq!([form.get(Field::PaidAt), form.get(Field::At)], shown);
        person.fill(&[(Field::Receipt, "R-1")]).tell(Msg::Submitted);
        assert_eq!((times(&person), person.faults()), ((arrived, Some(paid)), vec![]), "{shown:?}");
        // It waits again for as long as it has.
        person.go(Route::EditEntry(entry)).fill(&[(Field::Arrival, "pending")]).tell(Msg::Submitted);
        assert_eq!((times(&person), person.waits(card)[0].paid), ((paid, None), paid), "{shown:?}");
    }
}

#[test]
fn when_it_was_paid_is_shown_and_corrected_and_never_goes_without_a_word() {
    let (mut person, card, entry, [paid, arrived]) = paid_and_arrived();
    let times = |person: &Person| (person.top_up(entry).0, person.top_up(entry).1.paid_at);
    let text = |person: &Person, at| date_time_text(&person.moment(), at);
    person.hours(1).go(Route::EditEntry(entry));
    assert_eq!(person.model.form().unwrap().get(Field::PaidAt), text(&person, paid));
    // It cannot arrive before it was paid for, and the time of payment is not to be left out.
    for (field, said, fault) in [
        (Field::At, text(&person, paid.plus(-HOUR)), Fault::BeforeStart),
        (Field::PaidAt, text(&person, person.now), Fault::BeforeStart),
        (Field::PaidAt, String::new(), Fault::Missing),
        (Field::PaidAt, "soon".to_owned(), Fault::NotADate),
    ] {
        let (before, after) = (text(&person, paid), text(&person, arrived));
        person.fill(&[(Field::PaidAt, &before), (Field::At, &after), (field, &said)]).tell(Msg::Submitted);
        assert_eq!(person.faults(), [(Field::PaidAt, fault)], "{said}");
        assert_eq!((person.model.route, times(&person)), (Route::EditEntry(entry), (arrived, Some(paid))));
    }
    // Both are put right in one go; what arrives in the minute in which it was paid for has one time.
    let (earlier, later) = (text(&person, paid.plus(-2 * HOUR)), text(&person, paid.plus(-HOUR)));
    person.fill(&[(Field::PaidAt, &earlier), (Field::At, &later)]).tell(Msg::Submitted);
    let (at, before) = times(&person);
    assert_eq!((text(&person, at), before.map(|paid| text(&person, paid))), (later.clone(), Some(earlier)));
    person.go(Route::EditEntry(entry)).fill(&[(Field::PaidAt, &later)]).tell(Msg::Submitted);
    assert_eq!(times(&person), (at, None));
    // What waits is said to have arrived in the form, at a time before its payment.
    let other = person.pays(card);
    let paid = person.now;
    person.hours(1).go(Route::EditEntry(other));
    let early = text(&person, paid.plus(-HOUR));
    person.fill(&[(Field::Arrival, "arrived"), (Field::When, "earlier"), (Field::At, &early)]).tell(Msg::Submitted);
    assert_eq!(person.faults(), [(Field::PaidAt, Fault::BeforeStart)]);
}

#[test]
fn what_arrived_later_was_spent_on_the_day_on_which_it_was_paid_for() {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    let zone = Offsets::UTC;
    let day = zone.date(person.now);
    person.hours(48);
    person.tell(Msg::SawArrival(entry));
    let ledger = person.model.book.ledger(card).unwrap();
    let dates: Vec<_> = payments(&ledger, &zone).iter().map(|payment| payment.date).collect();
    assert_eq!(dates, [day]);
}

#[test]
fn a_pasted_confirmation_settles_it_at_its_own_time() {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    person.hours(2);
    // It says nothing else: the form is done with.
    person.receives(card, "Thank you! $15.00 was added to your account.");
    person.tell(Msg::SawArrival(entry));
    assert_eq!(person.model.route, Route::Home);
    assert!(person.model.forms.is_empty());
    assert_eq!((person.top_up(entry).0, person.left(card)), (person.now.plus(-60_000), Some(3072)));
}

#[test]
fn the_end_that_a_confirmation_says_is_kept_with_what_arrived() {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    person.hours(2);
    let day = |days| Offsets::UTC.date(person.now).plus_days(days).unwrap();
    let (end, over) = (day(30), day(-300));
    person.receives(card, &format!("Thank you! $15.00 was added to your account. Valid until {end}."));
    person.tell(Msg::SawArrival(entry));
    assert!(person.model.forms.is_empty());
    assert_eq!(person.top_up(entry).1.expires, Some(end));
    // Nothing arrives that is over already.
    let entry = person.pays(card);
    person.hours(2);
    person.receives(card, &format!("Thank you! $15.00 was added to your account. Valid until {over}."));
    person.tell(Msg::SawArrival(entry));
    assert_eq!(person.top_up(entry).1.expires, None);
}

#[test]
fn a_confirmation_with_a_balance_is_still_logged() {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    person.hours(2);
    person.receives(card, "Thank you! $15.00 was added to your account. You have 2.95 GB of data left.");
    person.tell(Msg::SawArrival(entry));
    assert_eq!((person.model.route, person.left(card)), (Route::Home, Some(3020)), "2.95 GB, with the top-up in it");
}

#[test]
fn what_was_confirmed_beside_a_check_is_not_offered_to_the_next_payment() {
    let (mut person, card) = Person::begin();
    let [first, second] = [person.pays(card), person.pays(card)];
    for entry in [first, second] {
        // Nobody said what they bring.
        person.go(Route::EditEntry(entry));
        person.fill(&[(Field::Data, ""), (Field::Paid, "10")]);
        person.tell(Msg::Submitted);
    }
    person.hours(2);
    person.go(Route::Log(Some(card)));
    person.fill(&[(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "2.8"), (Field::Unit, "GB")]);
    person.tell(Msg::SawArrival(first));
    person.tell(Msg::Submitted);
    let waits = person.waits(card);
    assert_eq!(waits.iter().map(|waiting| (waiting.entry, waiting.seen)).collect::<Vec<_>>(), [(second, None)]);
}

#[test]
fn a_check_that_is_being_typed_is_not_counted_twice_either() {
    let (mut person, card) = Person::begin();
    let entry = person.pays(card);
    person.hours(30);
    person.go(Route::Log(Some(card)));
    person.fill(&[(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "2.8"), (Field::Unit, "GB")]);
    person.fill(&[(Field::When, "yesterday")]);
    person.tell(Msg::SawArrival(entry));
    assert_eq!(person.model.route, Route::Log(Some(card)), "the check waits to be saved");
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(2867), "2.8 GB, as the check found");
}
