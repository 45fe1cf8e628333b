//! Forms as tables: what was typed, and the entry or the problems that it comes to. Which card a
//! reply fits. Drafts there and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::app::Route;
use sim_gauge::app::form::*;
use sim_gauge::app::matching::{Because, Match, fit};
use sim_gauge::app::screen::{Piece, Turn, pieces, spoken, turn};
use sim_gauge::domain::*;
use sim_gauge::sms::{Answer, Certainty, Choice, Figure, Reading, Refusal, Role, Span, Value, Verdict, Why};
use std::fmt::Write;

const CARD: &str = "01JD0000000000000000000001";

fn zone(name: &str) -> ZoneName {
    ZoneName::parse(name).unwrap()
}

/// 20 November 2026, 15:00 in New York, on a phone that is still on Beijing's clock (04:00).
fn moment() -> Moment {
    let now = Offsets::UTC.instant(Date::parse("2026-11-20").unwrap(), 20 * 60);
    Moment {
        now,
        zone: zone("Asia/Shanghai"),
        device: Offsets::fixed(480),
        zones: vec![(zone("America/New_York"), Offsets::fixed(-300))],
        fresh: Ulid::from_parts(now.millis().unsigned_abs(), 0),
    }
}

fn version() -> EventId {
    EventId(Ulid::from_parts(1, 1))
}

fn book_with(cards: Vec<(CardId, Card)>, entries: Vec<(EntryId, Entry)>) -> Book {
    let mut book = Book::default();
    for (id, value) in cards {
        book.cards.insert(id, Kept { value: value.into(), version: version() });
    }
    for (id, value) in entries {
        book.entries.insert(id, Kept { value: value.into(), version: version() });
    }
    book
}

fn card_id() -> CardId {
    CardId::parse(CARD).unwrap()
}

fn card(name: &str) -> Card {
    Card::named(Line::parse(name).unwrap(), zone("America/New_York"))
}

fn book() -> Book {
    book_with(vec![(card_id(), card("US"))], Vec::new())
}

/// The form after these fields were typed, as what it says.
fn outcome(mut form: Form, fields: &[(Field, &str)], book: &Book) -> String {
    for (field, text) in fields {
        form.set(*field, *text);
    }
    let problems = |problems: Vec<Problem>| {
        let words = problems.iter().map(|problem| format!("{}: {:?}", problem.field.word(), problem.fault));
        words.collect::<Vec<_>>().join(", ")
    };
    let entry = match form.kind {
        FormKind::Card(_) => return parse_card(&form, &moment(), None).map_or_else(problems, |card| said_card(&card)),
        FormKind::Check(_) => parse_check(&form, book, &moment()),
        FormKind::TopUp(_) => parse_top_up(&form, book, &moment()),
        FormKind::KeepAlive(_) => parse_keep_alive(&form, book, &moment()),
        FormKind::Report => {
            let carrier = Line::parse("us-ultra").unwrap();
            return parse_report(&form, carrier, Some("US"), Date::parse("2026-11-20").unwrap())
                .map_or_else(problems, |report| {
                    format!("{:?}", ReportText::of(&report).texts().skip(2).collect::<Vec<_>>())
                });
        }
        FormKind::Ask => return offer(&form, Base::Binary).map_or_else(problems, |offer| format!("{offer:?}")),
    };
    entry.map_or_else(problems, |entry| said(&entry))
}

fn amount(amount: Amount) -> String {
    format!("{} {:?}", amount.figure(), amount.unit())
}

fn quantity(quantity: Quantity) -> String {
    match quantity {
        Quantity::Data(data) => amount(data),
        Quantity::Money(money) => format!("{} {}", money.figure, money.currency),
        Quantity::Count(count) => count.to_string(),
    }
}

fn said(entry: &Entry) -> String {
    let mut text = String::new();
    match &entry.fact {
        Fact::Check(check) => {
            for measure in &check.measures {
                let what = match measure.said {
                    Said::Left(left) => format!("left {}", quantity(left)),
                    Said::Used(used) => format!("used {}", quantity(used)),
                    Said::Total(total) => format!("total {}", quantity(total)),
                    Said::LeftPercent(share) => format!("left {share}%"),
                    Said::UsedPercent(share) => format!("used {share}%"),
                    Said::Unlimited => "unlimited".to_owned(),
                };
                write!(text, "{:?} {what}; ", measure.bucket).unwrap();
            }
            for (name, date) in [("expires", check.expires), ("renews", check.renews)] {
                if let Some(date) = date {
                    write!(text, "{name} {date}; ").unwrap();
                }
            }
        }
        Fact::TopUp(top_up) => {
            for (name, money) in [("credit", top_up.credit), ("paid", top_up.paid)] {
                if let Some(money) = money {
                    write!(text, "{name} {}; ", quantity(Quantity::Money(money))).unwrap();
                }
            }
            if let Some(data) = top_up.data {
                write!(text, "data {}; ", amount(data)).unwrap();
            }
            if let Some(expires) = top_up.expires {
                write!(text, "expires {expires}; ").unwrap();
            }
            write!(text, "{:?}; {:?}; ", top_up.effect, top_up.arrival).unwrap();
        }
        Fact::KeepAlive(kept) => {
            write!(text, "{:?}; ", kept.act).unwrap();
            if let Some(fee) = kept.fee {
                write!(text, "{}; ", quantity(Quantity::Money(fee))).unwrap();
            }
        }
    }
    let (day, minute) = Offsets::fixed(480).local(entry.at);
    write!(text, "{day} {:02}:{:02}", minute / 60, minute % 60).unwrap();
    text
}

fn said_card(card: &Card) -> String {
    let mut text = card.name.to_string();
    if let Some(plan) = card.plan {
        write!(text, "; plan {}", amount(plan)).unwrap();
    }
    if let Some(price) = card.price {
        write!(text, "; {} {}", price.figure, price.currency).unwrap();
    }
    if card.validity != Validity::Unknown {
        write!(text, "; {:?}", card.validity).unwrap();
    }
    if let Some(number) = &card.number {
        write!(text, "; …{}", number.tail()).unwrap();
    }
    text
}

/// A share of the plan becomes about as much in GB, and what was an amount no share of a thousand.
#[test]
fn another_kind_of_threshold_begins_with_what_comes_to_the_same() {
    for (plan, share, amount) in [
        ("5", "20", "1"),
        ("8", "20", "1.6"),
        ("0.3", "20", "0.1"),
        ("", "20", "1"),
        ("10", "x", "2"),
        ("3", "35", "1"),
    ] {
        let mut form = card_form(None, &moment());
        form.set(Plan, plan);
        form.set(Field::Threshold, share);
        choose_threshold(&mut form, "amount".to_owned());
        let stands = |form: &Form| [Field::Threshold, Field::ThresholdUnit].map(|field| form.get(field).to_owned());
        assert_eq!(stands(&form), [amount, "GB"], "{share} % of {plan}");
        // The same again changes nothing of what is typed.
        form.set(Field::Threshold, "3");
        choose_threshold(&mut form, "amount".to_owned());
        assert_eq!(stands(&form), ["3", "GB"]);
        choose_threshold(&mut form, "percent".to_owned());
        assert_eq!(form.get(Field::Threshold), "20");
    }
    // There and back nothing of what was typed is lost, whatever lies between; what was typed meanwhile counts.
    let mut form = card_form(None, &moment());
    form.set(Plan, "5120");
    form.set(Field::PlanUnit, "MB");
    for (kinds, typed, stands) in [
        (&["amount"][..], "1.5", ["1.5", "GB"]),
        (&["percent", "amount"], "", ["1.5", "GB"]),
        (&["off", "percent", "off", "amount"], "", ["1.5", "GB"]),
        (&["percent"], "35", ["35", "GB"]),
        (&["off", "amount", "percent"], "", ["35", "GB"]),
        // Of 5120 MB as the card counts.
        (&["amount"], "", ["1.7", "GB"]),
    ] {
        for kind in kinds {
            choose_threshold(&mut form, (*kind).to_owned());
        }
        if !typed.is_empty() {
            form.set(Field::Threshold, typed);
        }
        assert_eq!([Field::Threshold, Field::ThresholdUnit].map(|field| form.get(field)), stands, "{kinds:?}");
    }
    // Where nothing stood, it begins with the usual.
    let off = Card { threshold: Threshold::Off, ..card("US") };
    let mut form = card_form(Some((card_id(), &off)), &moment());
    choose_threshold(&mut form, "amount".to_owned());
    choose_threshold(&mut form, "percent".to_owned());
    assert_eq!(form.get(Field::Threshold), "20");
}

fn check_typed(rows: &[(&[(Field, &str)], &str)]) {
    let book = book();
    for (fields, expected) in rows {
        let mut form = check_form(None, Some(card_id()), &book, &moment());
        form.set(Field::Mode, "type");
        assert_eq!(outcome(form, fields, &book), *expected, "{fields:?}");
    }
}

use Field::{
    At, Credit, Data, Days, Expires, Fee, From, Mode, Name, Note, Number, NumberLost, Paid, PaidCurrency, Plan,
    PlanUnit, Price, Renews, Reply, Reserve, ThresholdKind, Total, Until,
};

#[test]
fn figures_are_read_as_people_type_them() {
    let rows: &[(&str, &str)] = &[
        ("1.83", "1.83 GB"),
        ("１．８３", "1.83 GB"),
        ("1。83", "1.83 GB"),
        ("1,83", "1.83 GB"),
        ("0,500", "0.500 GB"),
        ("1，5", "1.5 GB"),
        ("1,024", "1024 GB"),
        ("1,024.5", "1024.5 GB"),
        ("1 024", "1024 GB"),
        (".5", "0.5 GB"),
        ("5.", "5 GB"),
        ("+2", "2 GB"),
        ("0", "0 GB"),
        ("  2  ", "2 GB"),
    ];
    for (text, expected) in rows {
        check_typed(&[(
            &[(Field::Said, "left"), (Field::Figure, text)],
            &format!("General left {expected}; 2026-11-21 04:00"),
        )]);
    }
}

#[test]
fn figures_that_cannot_be_are_said_beside_the_field() {
    let rows: &[(&str, &str)] = &[
        ("-5", "figure: Negative"),
        ("−5", "figure: Negative"),
        ("－０．５", "figure: Negative"),
        ("99999999999999999999", "figure: TooLarge"),
        ("999999999999999", "figure: TooLarge"),
        ("abc", "figure: NotANumber"),
        ("1.2.3", "figure: NotANumber"),
        ("1.024,5", "figure: NotANumber"),
        ("1,2,3", "figure: NotANumber"),
        ("-", "figure: NotANumber"),
        (".", "figure: NotANumber"),
        ("1e9", "figure: NotANumber"),
        ("NaN", "figure: NotANumber"),
        ("五", "figure: NotANumber"),
    ];
    for (text, expected) in rows {
        check_typed(&[(&[(Field::Said, "left"), (Field::Figure, text)], expected)]);
    }
}

#[test]
fn a_typed_check() {
    check_typed(&[
        (&[], "said: Missing, figure: NothingSaid"),
        (&[(Field::Figure, "1")], "said: Missing"),
        (&[(Field::Said, "used"), (Field::Figure, "1")], "total: NeedsTotal"),
        (
            &[(Field::Said, "used"), (Field::Figure, "1"), (Total, "3")],
            "General total 3 GB; General used 1 GB; 2026-11-21 04:00",
        ),
        (
            &[(Field::Said, "left-percent"), (Field::Figure, "45%"), (Total, "3")],
            "General total 3 GB; General left 45%; 2026-11-21 04:00",
        ),
        (
            &[(Field::Said, "used-percent"), (Field::Figure, "100"), (Total, "3")],
            "General total 3 GB; General used 100%; 2026-11-21 04:00",
        ),
        (&[(Field::Said, "used-percent"), (Field::Figure, "100.1"), (Total, "3")], "figure: OverHundred"),
        (&[(Field::Money, "-2")], "Money left -2 USD; 2026-11-21 04:00"),
        (&[(Expires, "2026-12-04")], "expires 2026-12-04; 2026-11-21 04:00"),
        (&[(Field::Money, "1"), (Expires, "1999-12-31")], "expires: NotADate"),
        (&[(Field::Money, "1"), (Renews, "2101-01-01")], "renews: NotADate"),
        (&[(Field::Money, "1"), (Renews, "2027-02-29")], "renews: NotADate"),
        (&[(Field::Money, "1"), (Field::When, "yesterday")], "Money left 1 USD; 2026-11-20 20:00"),
        (&[(Field::Money, "1"), (Field::When, "morning")], "Money left 1 USD; 2026-11-21 02:00"),
        (&[(Field::Money, "1"), (Field::When, "earlier")], "at: Missing"),
        (
            &[(Field::Money, "1"), (Field::When, "earlier"), (At, "2026-11-05T09:30")],
            "Money left 1 USD; 2026-11-05 09:30",
        ),
        (&[(Field::Money, "1"), (Field::When, "earlier"), (At, "2026-11-21T04:05")], "at: InFuture"),
        (&[(Field::Money, "1"), (Field::When, "earlier"), (At, "1999-11-21T04:05")], "at: NotADate"),
        (&[(Field::Money, "1"), (Field::When, "earlier"), (At, "2026-11-05T24:00")], "at: NotADate"),
        (&[(Field::Money, "1"), (Note, &"长".repeat(500))], "Money left 1 USD; 2026-11-21 04:00"),
        (&[(Field::Money, "1"), (Note, &"长".repeat(501))], "note: TooLong"),
        (
            &[(Field::Money, "x"), (Field::Figure, "-1"), (Expires, "0")],
            "figure: Negative, money: NotANumber, expires: NotADate",
        ),
    ]);
}

#[test]
fn an_end_is_not_before_the_card_began() {
    let from = Date::parse("2026-11-04");
    let validity = Validity::Days { days: 30, start: Start::Purchase, from };
    let book = book_with(vec![(card_id(), Card { validity, ..card("US") })], Vec::new());
    for (expires, expected) in [
        ("2026-11-03", "expires: BeforeCard"),
        ("2026-11-04", "expires 2026-11-04; 2026-11-21 04:00"),
        ("2026-12-04", "expires 2026-12-04; 2026-11-21 04:00"),
    ] {
        let mut form = check_form(None, Some(card_id()), &book, &moment());
        form.set(Field::Mode, "type");
        assert_eq!(outcome(form, &[(Expires, expires)], &book), expected);
    }
}

#[test]
fn a_card() {
    let rows: &[(&[(Field, &str)], &str)] = &[
        (&[], "name: Missing"),
        (&[(Name, " \u{200b} ")], "name: Missing"),
        (&[(Name, &"长".repeat(81))], "name: TooLong"),
        (
            &[
                (Name, "US"),
                (Field::Validity, "days"),
                (Days, "30"),
                (From, "2026-11-04"),
                (Renews, "2026-11-03"),
                (NumberLost, "2026-11-01"),
            ],
            "renews: BeforeCard, number-lost: BeforeCard",
        ),
        (&[(Name, "US")], "US"),
        (&[(Name, &"长".repeat(81))], "name: TooLong"),
        (&[(Name, "US"), (Plan, "3"), (Price, "30")], "US; plan 3 GB; 30 CNY"),
        (&[(Name, "US"), (Plan, "-3"), (Price, "-30")], "plan: Negative, price: Negative"),
        (&[(Name, "US"), (Plan, "3000000"), (PlanUnit, "TB")], "plan: TooLarge"),
        (&[(Name, "US"), (Number, "+1 (555) 010-4471")], "US; …4471"),
        (&[(Name, "US"), (Number, "123")], "number: NotAPhoneNumber"),
        (&[(Name, "US"), (Number, "abc"), (Field::CardForm, "data")], "US"),
        (&[(Name, "US"), (Field::Validity, "until")], "until: Missing"),
        (&[(Name, "US"), (Field::Validity, "until"), (Until, "2026-12-04")], "US; Until(Date(2026-12-04))"),
        (&[(Name, "US"), (Field::Validity, "until"), (Until, "2101-12-04")], "until: NotADate"),
        (&[(Name, "US"), (Field::Validity, "days")], "days: Missing"),
        (&[(Name, "US"), (Field::Validity, "days"), (Days, "0")], "days: NotANumber"),
        (&[(Name, "US"), (Field::Validity, "days"), (Days, "-1")], "days: Negative"),
        (&[(Name, "US"), (Field::Validity, "days"), (Days, "3661")], "days: TooLarge"),
        (&[(Name, "US"), (Field::Validity, "days"), (Days, "1.5")], "days: NotANumber"),
        (&[(Name, "US"), (Field::Validity, "month")], "US; CalendarMonth"),
        (&[(Name, "US"), (Field::Threshold, "101")], "threshold: OverHundred"),
        (&[(Name, "US"), (ThresholdKind, "amount"), (Field::Threshold, "-1")], "threshold: Negative"),
        (&[(Name, "US"), (Reserve, "x")], "reserve: NotANumber"),
        (
            &[(Name, "US"), (Renews, "1999-01-01"), (NumberLost, "2200-01-01")],
            "renews: NotADate, number-lost: NotADate",
        ),
        // What another kind of validity holds is out of sight and must not stand in the way.
        (&[(Name, "US"), (Field::Validity, "month"), (Until, "0"), (Days, "x"), (From, "x")], "US; CalendarMonth"),
    ];
    for (fields, expected) in rows {
        assert_eq!(outcome(card_form(None, &moment()), fields, &book()), *expected, "{fields:?}");
    }
}

#[test]
fn a_top_up_and_a_keep_alive() {
    let book = book();
    let rows: &[(&[(Field, &str)], &str)] = &[
        (&[], "data: NothingSaid"),
        (&[(Field::Effect, "extend")], "expires: NothingSaid"),
        // What it costs moves no end; what has not come yet may say its day later.
        (&[(Field::Effect, "extend"), (Paid, "38.5"), (PaidCurrency, "CNY")], "expires: NothingSaid"),
        (
            &[(Field::Effect, "extend"), (Paid, "38.5"), (PaidCurrency, "CNY"), (Field::Arrival, "pending")],
            "paid 38.5 CNY; Extend; Pending; 2026-11-21 04:00",
        ),
        (&[(Data, "1")], "data 1 GB; Add; Arrived; 2026-11-21 04:00"),
        (&[(Paid, "38.5"), (PaidCurrency, "CNY")], "paid 38.5 CNY; Add; Arrived; 2026-11-21 04:00"),
        (&[(Credit, "10"), (Field::Arrival, "pending")], "credit 10 USD; Add; Pending; 2026-11-21 04:00"),
        (&[(Paid, "-1")], "paid: Negative"),
        (&[(Data, "1"), (Expires, "2026-11-19")], "expires: BeforeStart"),
        // The day is the card's: it is still the 20th in New York.
        (&[(Data, "1"), (Expires, "2026-11-20")], "data 1 GB; expires 2026-11-20; Add; Arrived; 2026-11-21 04:00"),
        (&[(Data, "1"), (Field::When, "earlier"), (At, "2027-11-20T10:00")], "at: InFuture"),
        (&[(Field::Card, "01JD0000000000000000000009"), (Data, "1")], "card: Missing"),
    ];
    for (fields, expected) in rows {
        assert_eq!(outcome(top_up_form(None, card_id(), &book, &moment()), fields, &book), *expected, "{fields:?}");
    }
    // A queued one begins behind the present end, and does not end before it.
    let validity = Validity::Until(Date::parse("2026-12-02").unwrap());
    let dated = book_with(vec![(card_id(), Card { validity, ..card("US") })], Vec::new());
    for (effect, expires, expected) in [
        ("queue", "2026-12-02", "expires: BeforeStart"),
        ("queue", "2026-12-03", "data 1 GB; expires 2026-12-03; Queue; Arrived; 2026-11-21 04:00"),
        ("replace", "2026-12-01", "data 1 GB; expires 2026-12-01; Replace; Arrived; 2026-11-21 04:00"),
    ] {
        let fields = [(Data, "1"), (Field::Effect, effect), (Expires, expires)];
        assert_eq!(outcome(top_up_form(None, card_id(), &dated, &moment()), &fields, &dated), expected);
    }
    let rows: &[(&[(Field, &str)], &str)] = &[
        (&[], "Used; 2026-11-21 04:00"),
        (&[(Field::Act, "fee"), (Fee, "8")], "FeePaid; 8 USD; 2026-11-21 04:00"),
        (&[(Field::Act, "fee"), (Fee, "-8")], "fee: Negative"),
        (&[(Field::Act, "code"), (Fee, "-8")], "CodeReceived; 2026-11-21 04:00"),
    ];
    for (fields, expected) in rows {
        assert_eq!(outcome(keep_alive_form(None, card_id(), &book, &moment()), fields, &book), *expected, "{fields:?}");
    }
}

#[test]
fn a_problem_is_shown_once_typing_cannot_mend_it() {
    let shows = |field: Field, text: &str, fault: Fault| {
        let mut form = card_form(None, &moment());
        form.set(field, text);
        form.shows(&Problem { field, fault })
    };
    assert!(!shows(Name, "", Fault::Missing));
    assert!(!shows(Number, "12", Fault::NotAPhoneNumber));
    assert!(!shows(Plan, "-", Fault::NotANumber));
    assert!(!shows(Until, "0020-11-01", Fault::NotADate));
    assert!(shows(Plan, "-5", Fault::Negative));
    assert!(shows(Plan, "五", Fault::NotANumber));
    assert!(shows(Until, "1999-11-01", Fault::NotADate));
}

fn entry(fact: Fact) -> Entry {
    let at = moment().now.plus(-90_123);
    Entry { card: card_id(), at, fact, note: None }
}

fn measure(bucket: Bucket, said: Said) -> Measure {
    Measure { bucket, said }
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn gigabytes(text: &str) -> Quantity {
    Quantity::Data(Amount::new(number(text), Unit::GB).unwrap())
}

/// An edit that changes nothing changes nothing: seconds, currencies, other buckets and bytes stay.
#[test]
fn an_untouched_edit_is_the_same_entry() {
    let euros = Money { figure: number("5"), currency: Currency::parse("EUR").unwrap() };
    let money = Quantity::Money(euros);
    let bytes = Quantity::Data(Amount::new(number("500"), Unit::B).unwrap());
    let check = |measures: Vec<Measure>| {
        Fact::Check(Check {
            measures,
            expires: None,
            renews: None,
            source: Source::Text,
            reply: Some("text".to_owned()),
            sure: false,
        })
    };
    let top_up = TopUp {
        data: None,
        credit: Some(euros),
        paid: Some(euros),
        channel: Some(Channel::LinePay),
        effect: Effect::Queue,
        expires: None,
        receipt: None,
        arrival: Arrival::Pending,
        paid_at: None,
    };
    let facts = [
        check(vec![measure(Bucket::General, Said::Left(gigabytes("1.830")))]),
        check(vec![measure(Bucket::General, Said::Left(bytes))]),
        check(vec![measure(Bucket::General, Said::UsedPercent(number("40")))]),
        check(vec![measure(Bucket::General, Said::Unlimited)]),
        check(vec![measure(Bucket::Minutes, Said::Left(Quantity::Count(number("120"))))]),
        check(vec![measure(Bucket::Money, Said::Left(money)), measure(Bucket::Hotspot, Said::Left(gigabytes("2")))]),
        Fact::TopUp(top_up),
        Fact::KeepAlive(KeepAlive { act: Act::FeePaid, fee: Some(euros) }),
    ];
    let id = EntryId(Ulid::from_parts(7, 7));
    for fact in facts {
        let entry = entry(fact);
        let book = book_with(vec![(card_id(), card("US"))], vec![(id, entry.clone())]);
        let (editing, moment) = (Some((id, &entry)), moment());
        let again = match entry.fact {
            Fact::Check(_) => parse_check(&check_form(editing, None, &book, &moment), &book, &moment),
            Fact::TopUp(_) => parse_top_up(&top_up_form(editing, card_id(), &book, &moment), &book, &moment),
            Fact::KeepAlive(_) => {
                parse_keep_alive(&keep_alive_form(editing, card_id(), &book, &moment), &book, &moment)
            }
        };
        assert_eq!(again, Ok(entry.clone()));
    }
}

#[test]
fn an_edit_changes_what_was_changed_and_no_more() {
    let euros =
        Quantity::Money(sim_gauge::domain::Money { figure: number("5"), currency: Currency::parse("EUR").unwrap() });
    let measures =
        vec![measure(Bucket::General, Said::Left(gigabytes("2"))), measure(Bucket::Money, Said::Left(euros))];
    let fact =
        Fact::Check(Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false });
    let (id, entry) = (EntryId(Ulid::from_parts(7, 7)), entry(fact));
    let book = book_with(vec![(card_id(), card("US"))], vec![(id, entry.clone())]);
    let form = || check_form(Some((id, &entry)), None, &book, &moment());
    assert_eq!(
        outcome(form(), &[(Field::Figure, "1")], &book),
        "General left 1 GB; Money left 5 EUR; 2026-11-21 03:58"
    );
    assert_eq!(outcome(form(), &[(Field::Figure, "-1")], &book), "figure: Negative");
    assert_eq!(outcome(form(), &[(Field::Figure, "")], &book), "Money left 5 EUR; 2026-11-21 03:58");
    // What was said in one currency stays in it, whatever the card's is.
    assert_eq!(
        outcome(form(), &[(Field::Money, "4.50")], &book),
        "Money left 4.50 EUR; General left 2 GB; 2026-11-21 03:58"
    );
    assert_eq!(outcome(form(), &[(Field::Money, "")], &book), "General left 2 GB; 2026-11-21 03:58");
    assert_eq!(outcome(form(), &[(Field::Figure, ""), (Field::Money, "")], &book), "figure: NothingSaid");
}

#[test]
fn an_edit_keeps_what_the_form_does_not_show() {
    let count = |text: &str| Quantity::Count(number(text));
    let dollars = Quantity::Money(Money { figure: number("3"), currency: Currency::USD });
    let measures = vec![
        measure(Bucket::General, Said::Left(gigabytes("2"))),
        measure(Bucket::Money, Said::Used(dollars)),
        measure(Bucket::Hotspot, Said::Unlimited),
        measure(Bucket::Minutes, Said::Left(count("120"))),
        measure(Bucket::Messages, Said::Total(count("500"))),
    ];
    let hidden = "Money used 3 USD; Hotspot unlimited; Minutes left 120; Messages total 500; 2026-11-21 03:58";
    let fact =
        Fact::Check(Check { measures, expires: None, renews: None, source: Source::Text, reply: None, sure: false });
    let (id, entry) = (EntryId(Ulid::from_parts(7, 7)), entry(fact));
    let book = book_with(vec![(card_id(), card("US"))], vec![(id, entry.clone())]);
    let edit = |fields| outcome(check_form(Some((id, &entry)), None, &book, &moment()), fields, &book);
    assert_eq!(edit(&[(Field::Figure, "1")]), format!("General left 1 GB; {hidden}"));
    assert_eq!(edit(&[(Field::Money, "9")]), format!("Money left 9 USD; General left 2 GB; {hidden}"));
    assert_eq!(edit(&[(Field::Figure, "")]), hidden);
}

#[test]
fn a_new_check_asks_as_the_last_typed_one_was_answered() {
    let typed = |said: Said, reply: Option<&str>| {
        let reply = reply.map(str::to_owned);
        let measures = vec![measure(Bucket::General, said)];
        let fact =
            Fact::Check(Check { measures, expires: None, renews: None, source: Source::App, reply, sure: false });
        let book = book_with(vec![(card_id(), card("US"))], vec![(EntryId(Ulid::from_parts(7, 7)), entry(fact))]);
        let form = check_form(None, Some(card_id()), &book, &moment());
        (form.get(Field::Said).to_owned(), form.get(Field::Figure).to_owned())
    };
    assert_eq!(typed(Said::LeftPercent(number("40")), None), ("left-percent".to_owned(), String::new()));
    assert_eq!(typed(Said::Used(gigabytes("1")), None), ("used".to_owned(), String::new()));
    assert_eq!(typed(Said::Used(gigabytes("1")), Some("1 GB used")), (String::new(), String::new()));
}

fn reading(figures: Vec<(Role, Value)>, tails: &[&str], carrier: Option<&'static str>) -> Reading {
    let figure =
        |(role, value)| Figure { span: Span { start: 0, end: 1 }, value, role: Certainty::Sure(role, Why::default()) };
    Reading {
        verdict: Verdict::Reading,
        figures: figures.into_iter().map(figure).collect(),
        tails: tails.iter().map(|tail| (*tail).to_owned()).collect(),
        carrier,
        ..Reading::nothing(Refusal::NoFigure)
    }
}

/// Two cards of two carriers, with 2 GB and 0.5 GB left.
fn two_cards() -> (Book, CardId, CardId) {
    let (us, hk) = (CardId(Ulid::from_parts(1, 1)), CardId(Ulid::from_parts(1, 2)));
    let mut cards = vec![(us, card("US")), (hk, card("HK"))];
    let ids: Vec<&str> = sim_gauge::guide::carriers().map(|carrier| carrier.id()).take(2).collect();
    for ((_, card), (number, carrier)) in cards.iter_mut().zip([("+15550104471", ids[0]), ("+85255501234", ids[1])]) {
        card.number = PhoneNumber::parse(number);
        card.carrier = Line::parse(carrier);
    }
    let left = |card: CardId, text: &str| {
        let measures = vec![measure(Bucket::General, Said::Left(gigabytes(text)))];
        let check = Check { measures, expires: None, renews: None, source: Source::App, reply: None, sure: false };
        Entry { card, at: moment().now.plus(-3_600_000), fact: Fact::Check(check), note: None }
    };
    let entries =
        vec![(EntryId(Ulid::from_parts(2, 1)), left(us, "2")), (EntryId(Ulid::from_parts(2, 2)), left(hk, "0.5"))];
    (book_with(cards, entries), us, hk)
}

#[test]
fn a_reply_finds_its_card_or_asks() {
    let (book, us, hk) = two_cards();
    let ids: Vec<&'static str> = sim_gauge::guide::carriers().map(|carrier| carrier.id()).take(3).collect();
    let left = |text: &str| match gigabytes(text) {
        Quantity::Data(amount) => vec![(Role::Left(Bucket::General), Value::Data(amount))],
        _ => Vec::new(),
    };
    let whose = |reading: Reading| fit(&book, &moment(), vec![(us, reading.clone()), (hk, reading)]);
    assert_eq!(whose(reading(left("1"), &["4471"], None)), Match::One(us, Because::Number));
    assert_eq!(whose(reading(left("1"), &["1234"], None)), Match::One(hk, Because::Number));
    assert_eq!(whose(reading(left("0.4"), &[], Some(ids[0]))), Match::One(us, Because::Carrier));
    assert_eq!(whose(reading(left("1"), &[], Some(ids[1]))), Match::One(hk, Because::Carrier));
    // Only the first had so much; the second would have had to grow.
    assert_eq!(whose(reading(left("1.5"), &[], None)), Match::One(us, Because::Balance));
    // Both could have come to this.
    assert_eq!(whose(reading(left("0.3"), &[], None)), Match::Asked(vec![us, hk]));
    assert_eq!(whose(reading(left("9"), &[], None)), Match::Asked(vec![us, hk]));
    // A card of which no balance is known could have come to anything.
    let mut silent = book.clone();
    silent.entries.retain(|_, kept| kept.value.card != hk);
    let readings = vec![(us, reading(left("1.5"), &[], None)), (hk, reading(left("1.5"), &[], None))];
    assert_eq!(fit(&silent, &moment(), readings), Match::Asked(vec![us, hk]));
    // A number or carrier of neither: nothing is taken for granted.
    assert_eq!(whose(reading(left("1.5"), &["9999"], None)), Match::Asked(vec![us, hk]));
    assert_eq!(whose(reading(left("1.5"), &[], Some(ids[2]))), Match::Asked(vec![us, hk]));
    let none = reading(Vec::new(), &[], None);
    assert_eq!(fit(&book, &moment(), vec![(us, none)]), Match::One(us, Because::OnlyCard));
    assert_eq!(fit(&book, &moment(), Vec::new()), Match::None);
}

#[test]
fn the_same_reply_is_noticed_whatever_its_spaces() {
    let text = "You have  1.2 GB\nleft.";
    let check = Check {
        measures: vec![measure(Bucket::General, Said::Left(gigabytes("1.2")))],
        expires: None,
        renews: None,
        source: Source::Text,
        reply: Some(text.to_owned()),
        sure: false,
    };
    let id = EntryId(Ulid::from_parts(7, 7));
    let book = book_with(vec![(card_id(), card("US"))], vec![(id, entry(Fact::Check(check)))]);
    let before = |text: &str| {
        let mut form = check_form(None, Some(card_id()), &book, &moment());
        form.set(Reply, text);
        sim_gauge::app::matching::logged_before(&clean_reply(text).0, &form, &book)
    };
    assert_eq!(before(text), Some(id));
    assert_eq!(before(" You have 1.2 GB left. "), Some(id));
    assert_eq!(before("You have 1.1 GB left."), None);
    assert_eq!(before(""), None);
}

#[test]
fn a_reply_is_cut_at_its_figures_and_nothing_is_lost() {
    let figure = |start, end| Figure {
        span: Span { start, end },
        value: Value::Unlimited,
        role: Certainty::Sure(Role::Expires, Why::default()),
    };
    let text = "还剩1.2GB，共3GB";
    let at = |part: &str| text.find(part).unwrap();
    let figures = [figure(at("3GB"), text.len()), figure(at("1.2GB"), at("，")), figure(0, 1), figure(at("1.2GB"), 99)];
    let plain = |text: &str| Piece::Plain(text.to_owned());
    assert_eq!(
        pieces(text, &figures, &[]),
        [plain("还剩"), Piece::Figure(1, "1.2GB".to_owned()), plain("，共"), Piece::Figure(0, "3GB".to_owned())]
    );
    assert_eq!(pieces("a\u{202e}b", &[], &[]), [plain("ab")]);
}

#[test]
fn a_question_turns_on_what_differs() {
    let value = |day: &str| Value::Date(Date::parse(day).unwrap());
    let choice = Choice::of;
    let (first, second) = (value("2027-01-02"), value("2027-02-01"));
    let (left, used) = (Role::Left(Bucket::General), Role::Used(Bucket::General));
    assert_eq!(turn(&[choice(left, first), choice(used, first)]), Turn::LeftOrUsed);
    assert_eq!(turn(&[choice(Role::Expires, first), choice(Role::Renews, first)]), Turn::Role);
    assert_eq!(turn(&[choice(Role::Expires, first), choice(Role::Expires, second)]), Turn::Value);
    assert_eq!(turn(&[choice(Role::Expires, first), choice(Role::Renews, second)]), Turn::Both);
    // Two figures of the text, or one that may be understood in two ways.
    let data = |text: &str| match gigabytes(text) {
        Quantity::Data(amount) => Value::Data(amount),
        _ => unreachable!(),
    };
    assert_eq!(turn(&[choice(left, data("4.2")), choice(left, data("0.3"))]), Turn::Figure);
    assert_eq!(turn(&[choice(left, data("1.500")), choice(left, data("1500"))]), Turn::Value);
    assert_eq!(["You have 1 GB", "还剩1GB", "残り1GB"].map(spoken), ["en", "zh", "ja"]);
}

fn any_form() -> impl Strategy<Value = (Route, Form)> {
    let words = ["card", "name", "form", "carrier", "reply", "note", "at", "when", "mode", "question", "days", "fee"];
    let fields =
        proptest::collection::vec((proptest::sample::select(words.to_vec()), ".{0,30}|[\\\\\n\r ]{0,6}"), 0..8);
    let answer = prop_oneof![Just(Answer::Skip), (0_usize..5).prop_map(Answer::Choice)];
    let answers = proptest::collection::vec((0_usize..6, answer), 0..4);
    let kinds = vec![
        (Route::AddCard, FormKind::Card(None)),
        (Route::EditCard(card_id()), FormKind::Card(Some(card_id()))),
        (Route::Log(None), FormKind::Check(None)),
        (Route::Log(Some(card_id())), FormKind::Check(None)),
        (Route::TopUp(card_id()), FormKind::TopUp(None)),
        (Route::KeepAlive(card_id()), FormKind::KeepAlive(None)),
        (Route::Report(card_id()), FormKind::Report),
        (Route::EditEntry(EntryId(Ulid::from_parts(7, 7))), FormKind::Check(Some(EntryId(Ulid::from_parts(7, 7))))),
    ];
    (proptest::sample::select(kinds), fields, answers).prop_map(|((route, kind), fields, answers)| {
        let mut form = Form { touched: true, restored: true, answers, ..Form::new(kind) };
        for (word, text) in fields {
            form.set(Field::parse(word).unwrap(), text);
        }
        (route, form)
    })
}

proptest! {
    /// A half-filled form survives the page being killed, whatever was typed into it.
    #[test]
    fn drafts_come_back_as_they_were(forms in proptest::collection::vec(any_form(), 0..5)) {
        prop_assert_eq!(drafts_from_text(&drafts_to_text(&forms)), forms);
    }

    /// A damaged draft is no crash, and no field lands in another form.
    #[test]
    fn any_text_is_read_as_drafts(text in "(#|form|name|answer|reply|[a-z0-9/ ]|\n|\\PC){0,60}") {
        let _ = drafts_from_text(&text);
    }

    /// Whatever stands in the fields, parsing says something and does not fail.
    #[test]
    fn any_text_in_any_field_is_parsed(texts in proptest::collection::vec((0_usize..12, ".{0,20}"), 0..6)) {
        let fields = [Name, Field::Figure, Total, Field::Money, Expires, At, Days, Number, Field::Threshold, Note, Until, Price];
        let mut form = check_form(None, Some(card_id()), &book(), &moment());
        let mut card = card_form(None, &moment());
        form.set(Mode, "type");
        form.set(Field::When, "earlier");
        card.set(Field::Validity, "days");
        for (field, text) in texts {
            form.set(fields[field], text.clone());
            card.set(fields[field], text);
        }
        let _ = parse_check(&form, &book(), &moment());
        let _ = parse_card(&card, &moment(), None);
    }
}

#[test]
fn a_draft_whose_kind_is_unknown_takes_its_fields_with_it() {
    let text = "# #/add card\nname US\n# #/add later-kind\nname X\nform esim\n";
    let forms = drafts_from_text(text);
    assert_eq!(forms.len(), 1);
    assert_eq!((forms[0].1.get(Name), forms[0].1.get(Field::CardForm)), ("US", ""));
}

#[test]
fn what_a_card_says_stays_as_it_was_in_its_form() {
    let moment = moment();
    let named = Card::named(Line::parse("US").unwrap(), ZoneName::parse("America/New_York").unwrap());
    let card = Card {
        keeping: Some(Keeping { rule: KeepRule::Activity { days: 180 }, grace: 30, from: None }),
        needed_until: Date::parse("2026-12-20"),
        day_clock: Some(DayClock::FirstUse(None)),
        notice_days: 9,
        over_pace: None,
        archived: true,
        ..named
    };
    let sum = Some(Money { figure: Decimal::parse("30.50").unwrap(), currency: Currency::USD });
    let keeping = |rule| Some(Keeping { rule, grace: 0, from: Date::parse("2026-10-01") });
    let midnight = Some(DayClock::Midnight(zone("Asia/Hong_Kong")));
    for card in [
        Card { keeping: keeping(KeepRule::MonthlyFee { day: 31, fee: sum }), over_pace: Some(15), ..card.clone() },
        Card { keeping: keeping(KeepRule::TopUp { days: 90, least: sum }), day_clock: midnight, ..card.clone() },
        Card { keeping: None, day_clock: None, needed_until: None, notice_days: 0, ..card.clone() },
        card,
    ] {
        let form = card_form(Some((CardId(moment.fresh), &card)), &moment);
        assert_eq!(parse_card(&form, &moment, Some(&card)), Ok(card));
    }
}

#[test]
fn how_a_number_is_kept_is_read_or_what_is_wrong_is_said() {
    use Field::{Grace, KeepDay, KeepDays, KeepRule, KeepSum, NeededUntil, Notice, OverPace};
    let rows: &[(&[(Field, &str)], &str)] = &[
        (&[(KeepRule, "none"), (KeepDays, "x")], "US"),
        (&[(KeepRule, "fee")], "keep-day: Missing"),
        (&[(KeepRule, "fee"), (KeepDay, "32")], "keep-day: TooLarge"),
        (&[(KeepRule, "fee"), (KeepDay, "0")], "keep-day: NotANumber"),
        (&[(KeepRule, "fee"), (KeepDay, "1.5")], "keep-day: NotANumber"),
        (&[(KeepRule, "activity")], "keep-days: Missing"),
        (&[(KeepRule, "top-up"), (KeepDays, "90"), (KeepSum, "-1")], "keep-sum: Negative"),
        (&[(KeepRule, "top-up"), (KeepDays, "90"), (Grace, "4000")], "grace: TooLarge"),
        // A card for data alone has no number to keep.
        (&[(KeepRule, "fee"), (Field::CardForm, "data")], "US"),
        (&[(NeededUntil, "soon")], "needed-until: NotADate"),
        (&[(Notice, "366"), (OverPace, "0")], "notice: TooLarge, over-pace: NotANumber"),
    ];
    for (fields, expected) in rows {
        let mut form = card_form(None, &moment());
        form.set(Name, "US");
        assert_eq!(outcome(form, fields, &book()), *expected, "{fields:?}");
    }
}
