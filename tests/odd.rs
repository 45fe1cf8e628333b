//! What is odd and may be true: asked about, never refused; and the top-up of which a check speaks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod person;

use person::{Person, Place, start, utc};
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::{Note, Odd, note, odd, over, review};
use sim_gauge::app::*;
use sim_gauge::domain::{CardId, Fact, Timestamp, TopUp};

/// A person who opens the page on the 20th.
fn somebody() -> Person {
    Person::opens(start("en"), Place::utc(), utc("2026-11-20T12:00"))
}

/// One with a card of 20 GB, and what else is typed of it.
fn with(fields: &[(Field, &str)]) -> (Person, CardId) {
    let mut person = somebody();
    let all = [&[(Field::Name, "Trip"), (Field::Plan, "20")], fields].concat();
    let card = person.adds(&all);
    (person, card)
}

impl Person {
    /// What is odd, by its kind; nothing that is odd holds up the saving.
    fn odd(&self) -> &'static str {
        let moment = self.moment();
        let entry = drafted(&self.model, &moment).expect("nothing is in the way").expect("an entry");
        match odd(&entry, self.model.form().unwrap().editing(), &self.model.book, &moment) {
            None => "",
            Some(Odd::UsedMore { .. }) => "used more",
            Some(Odd::LeftMore { .. }) => "left more",
            Some(Odd::WholeMore { .. }) => "whole more",
            Some(Odd::Rose { .. }) => "rose",
            Some(Odd::Richer { .. }) => "richer",
            Some(Odd::Fell { .. }) => "fell",
            Some(Odd::NotAdded { .. }) => "not added",
        }
    }

    /// What is remarked, in whole megabytes.
    fn note(&self) -> String {
        let moment = self.moment();
        let entry = drafted(&self.model, &moment).expect("nothing is in the way").expect("an entry");
        match note(&entry, self.model.form().unwrap().editing(), &self.model.book, &moment) {
            None => String::new(),
            Some(Note::Endless { used }) => format!("endless, {} used", used.0 >> 20),
            Some(Note::Apart { sum, whole }) => format!("{} is not {}", sum.0 >> 20, whole.0 >> 20),
            Some(Note::OfWhole { whole, left }) => format!("{} of {}", left.0 >> 20, whole.0 >> 20),
        }
    }

    fn top_up(&self) -> (Timestamp, TopUp) {
        let found = self.model.book.entries.values().find_map(|kept| match &kept.value.fact {
            Fact::TopUp(top_up) => Some((kept.value.at, top_up.clone())),
            _ => None,
        });
        found.expect("a top-up")
    }
}

/// What is typed into a form.
type Fields = &'static [(Field, &'static str)];

/// Checks, each so many days after the one before: what was typed.
type Checks = &'static [(i64, &'static str, &'static str)];

const MONTH: Fields = &[(Field::Validity, "month"), (Field::Zone, "UTC")];
const DAILY: Fields = &[(Field::DayClock, "midnight"), (Field::DayZone, "UTC")];
const RENEWS: Fields = &[(Field::Renews, "2026-12-01")];

#[test]
fn what_is_odd_is_asked_about_and_what_is_not_is_left_alone() {
    // The card beside its 20 GB; the checks, each days after the one before; what is odd of the last.
    let rows: &[(Fields, Checks, &str)] = &[
        (&[], &[(0, "used", "25")], "used more"),
        (&[], &[(0, "used", "20")], ""),
        (&[], &[(0, "used", "19.9")], ""),
        (&[], &[(0, "left", "25")], "left more"),
        (&[], &[(0, "left", "20")], ""),
        (&[], &[(0, "left", "12.5"), (1, "left", "18")], "rose"),
        (&[], &[(0, "left", "12.5"), (1, "left", "12.5")], ""),
        (&[], &[(0, "left", "12.5"), (1, "left", "12.6")], ""),
        (&[], &[(0, "left", "12.5"), (1, "left", "3")], ""),
        // 1.35 for 13.5, or nearly all of it used.
        (&[], &[(0, "left", "15.6"), (3, "left", "1.35")], "fell"),
        (&[], &[(0, "left", "15.6"), (3, "left", "1.6")], ""),
        (&[], &[(0, "left", "15.6"), (3, "left", "0.4")], ""),
        (&[], &[(0, "left", "2.5"), (9, "left", "0.2")], ""),
        (DAILY, &[(0, "left", "15.6"), (0, "left", "1.35")], ""),
        // MB for GB, however little of the plan there was.
        (&[], &[(0, "left", "3.2"), (1, "left", "0.0031")], "fell"),
        // One slip after another, of which the first was more than there is.
        (&[], &[(0, "left", "18.6"), (1, "left", "18100"), (1, "left", "0.0177")], "fell"),
        (&[], &[(0, "left", "3.2"), (1, "left", "0.001")], ""),
        // Of nothing a thousandth is nothing.
        (&[], &[(0, "left", "0"), (1, "left", "0")], ""),
        (&[], &[(0, "used", "20"), (1, "used", "20")], ""),
        // As rounded as they are, both may be 4.5: a fifth more is asked about all the same.
        (&[], &[(0, "left", "4"), (1, "left", "5")], "rose"),
        (&[], &[(0, "left", "14"), (1, "left", "15")], ""),
        (&[], &[(0, "used", "8"), (1, "used", "5")], "rose"),
        (&[], &[(0, "left-percent", "40"), (1, "left-percent", "80")], "rose"),
        // What is already more than the plan, by a gift that nobody logged, is asked about once.
        (&[], &[(0, "left", "25"), (1, "left", "24")], ""),
        (MONTH, &[(0, "left", "3"), (5, "left", "19")], "rose"),
        (MONTH, &[(0, "left", "3"), (11, "left", "19")], ""),
        (DAILY, &[(0, "left", "3"), (1, "left", "19")], ""),
        (RENEWS, &[(0, "left", "3"), (10, "left", "19")], "rose"),
        (RENEWS, &[(0, "left", "3"), (12, "left", "19")], ""),
    ];
    for (fields, checks, expected) in rows {
        let (mut person, card) = with(fields);
        for (place, (days, said, figure)) in checks.iter().enumerate() {
            person.days(*days).types(card, said, figure);
            if place + 1 < checks.len() {
                person.tell(Msg::Submitted);
            }
        }
        assert_eq!(person.odd(), *expected, "{fields:?} {checks:?}");
        person.tell(Msg::Submitted);
        assert_eq!(person.model.book.entries.len(), checks.len(), "it is saved either way");
    }
}

#[test]
fn what_the_phone_counted_beyond_the_plan_is_odd_only_where_the_carrier_says_no_more() {
    let (mut person, card) = with(&[]);
    for carrier in [false, true] {
        if carrier {
            person.types(card, "left", "4").tell(Msg::Submitted);
            person.days(1);
        }
        person.types(card, "used", "21").typed(Field::Source, "counter");
        assert_eq!(person.odd(), if carrier { "" } else { "used more" });
        person.tell(Msg::Submitted);
    }
}

#[test]
fn a_top_up_that_left_no_more_than_before_may_not_have_arrived() {
    // What was added, what it does, and hours later what is left of 3.2 GB and that.
    for (data, effect, hours, left, expected) in [
        ("5", "add", 1, "3.0", "not added"),
        ("5", "add", 1, "3.2", "not added"),
        ("5", "add", 1, "8.1", ""),
        ("5", "add", 1, "3.3", ""),
        ("5", "add", 30, "3.0", ""),
        ("0.1", "add", 1, "3.1", ""),
        ("1", "replace", 1, "0.9", ""),
    ] {
        let (mut person, card) = with(&[]);
        person.logs(card, "3.2");
        person.hours(1).go(Route::TopUp(card));
        person.fill(&[(Field::Data, data), (Field::Effect, effect)]).tell(Msg::Submitted);
        person.hours(hours).types(card, "left", left);
        assert_eq!(person.odd(), expected, "{data} GB, {effect}, after {hours} h: {left}");
    }
    // What was added to a day is gone with it.
    let (mut person, card) = with(DAILY);
    person.logs(card, "18");
    person.hours(1).go(Route::TopUp(card));
    person.fill(&[(Field::Data, "5"), (Field::Effect, "add")]).tell(Msg::Submitted);
    person.hours(20).types(card, "left", "17.5");
    assert_eq!(person.odd(), "", "a new day");
}

#[test]
fn what_was_typed_is_still_there_after_the_top_up_that_never_came_was_put_right() {
    for pasted in [false, true] {
        let (mut person, card) = with(&[]);
        person.logs(card, "3.2");
        person.hours(1).go(Route::TopUp(card)).fill(&[(Field::Data, "5")]).tell(Msg::Submitted);
        let top_up = person.last_entry();
        // Something was begun in its form, too.
        person.hours(1).go(Route::EditEntry(top_up)).fill(&[(Field::Note, "by card")]);
        if pasted {
            person.pastes(card, "You have 3.1 GB of data left.");
        } else {
            person.types(card, "left", "3.1").fill(&[(Field::Note, "by the app")]);
        }
        assert_eq!(person.odd(), "not added");
        let typed = person.model.form().unwrap().clone();
        person.go(Route::EditEntry(top_up));
        assert_eq!(person.model.form().unwrap().get(Field::Note), "by card");
        person.typed(Field::Arrival, "pending").tell(Msg::Submitted);
        person.go(Route::Log(Some(card)));
        let kept = person.model.form().unwrap();
        for field in [Field::Mode, Field::Said, Field::Figure, Field::Unit, Field::Reply, Field::Note] {
            assert_eq!(kept.get(field), typed.get(field), "{field:?}");
        }
        assert_eq!(person.odd(), "", "nothing had come");
        person.tell(Msg::Submitted);
        assert_eq!(person.left(card), Some(3174));
    }
}

#[test]
fn a_phone_that_says_far_less_than_the_carrier_said_that_day_is_asked_about() {
    // Hours after the carrier's 10 of 20 GB, what the phone counted.
    for (hours, used, expected) in [(12, "17", "fell"), (12, "11", ""), (1, "17", ""), (72, "17", "")] {
        let (mut person, card) = with(&[]);
        person.types(card, "left", "10").tell(Msg::Submitted);
        person.hours(hours).types(card, "used", used).typed(Field::Source, "counter");
        assert_eq!(person.odd(), expected, "{used} GB after {hours} h");
    }
}

#[test]
fn money_that_rose_is_asked_about_as_data_is() {
    let mut person = somebody();
    let card = person.adds(&[(Field::Name, "Home")]);
    let mut found = Vec::new();
    for sum in ["6.20", "16.20", "16.20", "14.90"] {
        person.days(1).types(card, "", "").fill(&[(Field::Money, sum)]);
        found.push(person.odd());
        person.tell(Msg::Submitted);
    }
    assert_eq!(found, ["", "richer", "", ""]);
    // What was credited is logged, or what was paid without saying what came of it.
    let paid: [(Fields, &str); 2] =
        [(&[(Field::Credit, "10")], "24.90"), (&[(Field::Paid, "10"), (Field::Credit, "")], "40")];
    for (paid, sum) in paid {
        person.days(1).go(Route::TopUp(card)).fill(paid).tell(Msg::Submitted);
        person.days(1).types(card, "", "").fill(&[(Field::Money, sum)]);
        assert_eq!(person.odd(), "", "{paid:?}");
        person.tell(Msg::Submitted);
    }
    // A card of data is asked about its data.
    let (mut person, card) = with(&[]);
    for sum in ["6.20", "16.20"] {
        person.days(1).types(card, "left", "12").fill(&[(Field::Money, sum)]);
        assert_eq!(person.odd(), "");
        person.tell(Msg::Submitted);
    }
}

#[test]
fn the_days_of_a_day_plan_end_by_its_own_clock_for_a_check_that_is_about_to_be_logged_too() {
    // Two days from the 20th, and 30 GB that come after them, on the 22nd.
    let days = [(Field::Validity, "days"), (Field::Days, "2"), (Field::From, "2026-11-20")];
    let (mut person, card) = with(&[DAILY, &days].concat());
    person.types(card, "left", "3").tell(Msg::Submitted);
    person.hours(1).go(Route::TopUp(card)).fill(&[(Field::Data, "30"), (Field::Effect, "queue")]).tell(Msg::Submitted);
    person.days(2).types(card, "left", "29");
    assert_eq!(person.odd(), "", "they came at midnight");
}

#[test]
fn a_pasted_rise_is_asked_about_and_one_that_a_top_up_explains_is_not() {
    let (mut person, card) = with(&[]);
    person.types(card, "left", "2").tell(Msg::Submitted);
    person.days(1).pastes(card, "You have 6 GB of data left.");
    assert_eq!(person.odd(), "rose");

    person.tell(Msg::StartedTopUp(card));
    assert_eq!(person.model.route, Route::TopUp(card));
    person.fill(&[(Field::Data, "5")]).tell(Msg::Submitted);
    assert_eq!(person.model.route, Route::Log(Some(card)), "the check is gone on with");
    assert_eq!(person.odd(), "");
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(6144), "what the check says counts, not the top-up on top of it");
}

#[test]
fn a_new_cycle_is_logged_from_the_check_that_finds_it() {
    let (mut person, card) = with(&[(Field::Price, "15")]);
    person.types(card, "left", "2").tell(Msg::Submitted);
    person.days(1).types(card, "left", "19.5");
    assert_eq!(person.odd(), "rose");

    person.tell(Msg::StartedCycle(card));
    let form = person.model.form().unwrap();
    assert_eq!((form.get(Field::Data), form.get(Field::Effect), form.get(Field::Paid)), ("20", "replace", "15"));
    person.tell(Msg::Submitted);
    assert_eq!(person.model.route, Route::Log(Some(card)), "the check is gone on with");
    assert_eq!(person.odd(), "");
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(19_968), "what the check says counts");
}

#[test]
fn a_check_that_is_edited_is_not_compared_with_itself() {
    let (mut person, card) = with(&[]);
    person.types(card, "left", "2").tell(Msg::Submitted);
    let entry = *person.model.book.entries.keys().next().unwrap();
    person.days(1).tell(Msg::Navigated(Route::EditEntry(entry))).fill(&[(Field::Figure, "6")]);
    assert_eq!(person.odd(), "");
}

#[test]
fn a_new_card_that_is_over_is_asked_about_and_a_known_one_is_not() {
    let rows: &[(Fields, Option<&str>)] = &[
        (&[], None),
        (&[(Field::Validity, "until"), (Field::Until, "2020-01-01")], Some("2020-01-01")),
        (&[(Field::Validity, "until"), (Field::Until, "2026-11-20")], None),
        (&[(Field::Validity, "days"), (Field::Days, "30"), (Field::From, "2026-09-01")], Some("2026-10-01")),
        (&[(Field::Validity, "days"), (Field::Days, "30"), (Field::From, "2026-11-01")], None),
    ];
    for (fields, expected) in rows {
        let mut person = somebody();
        person.tell(Msg::Navigated(Route::AddCard)).fill(&[(Field::Name, "Old")]).fill(fields);
        let said = over(person.model.form().unwrap(), &person.moment());
        assert_eq!(said.map(|date| date.to_string()).as_deref(), *expected, "{fields:?}");
        person.tell(Msg::Submitted);
        let card = *person.model.book.cards.keys().next().expect("it is saved either way");
        person.tell(Msg::Navigated(Route::EditCard(card)));
        assert_eq!(over(person.model.form().unwrap(), &person.moment()), None);
    }
}

#[test]
fn the_top_up_in_a_reply_is_one_tap_away() {
    let (mut person, card) = with(&[(Field::Currency, "USD")]);
    person.pastes(card, "Your top up of $50 is complete. Balance: $88.50. Data left: 1 GB.");
    person.tell(Msg::StartedTopUp(card));
    let form = person.model.form().unwrap();
    assert_eq!((form.get(Field::Credit), form.get(Field::Data), form.get(Field::Expires)), ("50", "", ""));
    person.tell(Msg::Submitted).tell(Msg::Submitted);
    let (at, top_up) = person.top_up();
    assert_eq!(top_up.credit.unwrap().figure.to_string(), "50");
    assert_eq!((top_up.data, top_up.expires, top_up.receipt), (None, None, None));
    assert!(at < person.now, "it came before the balance that tells of it");
    let (money, _) = person.model.book.ledger(card).unwrap().money().unwrap();
    assert_eq!(money.figure.to_string(), "88.50", "and is not counted twice");
}

#[test]
fn a_reply_that_says_nothing_but_a_top_up_is_done_with_it() {
    let (mut person, card) = with(&[]);
    person.pastes(card, "You have successfully added 5 GB, valid until 12/31/2026.");
    person.tell(Msg::StartedTopUp(card));
    let form = person.model.form().unwrap();
    assert_eq!((form.get(Field::Data), form.get(Field::DataUnit)), ("5", "GB"));
    assert_eq!(form.get(Field::Expires), "2026-12-31");

    person.tell(Msg::Cancelled);
    assert_eq!(person.model.route, Route::Log(Some(card)), "back at the reply, which is still there");
    assert!(!person.model.form().unwrap().get(Field::Reply).is_empty());
    person.tell(Msg::StartedTopUp(card)).tell(Msg::Submitted);
    let (_, top_up) = person.top_up();
    assert_eq!(top_up.data.unwrap().figure().to_string(), "5");
    assert_eq!(person.model.route, Route::Home);
    assert!(person.model.forms.iter().all(|(at, _)| *at != Route::Log(Some(card))), "nothing is left of it");
}

#[test]
fn a_top_up_that_was_begun_by_itself_stays_as_it_is() {
    let (mut person, card) = with(&[]);
    person.tell(Msg::Navigated(Route::TopUp(card))).fill(&[(Field::Data, "7")]);
    person.pastes(card, "You have successfully added 5 GB. You have 6 GB left.").tell(Msg::StartedTopUp(card));
    assert_eq!(person.model.form().unwrap().get(Field::Data), "7");
}

#[test]
fn data_without_an_end_is_not_said_to_be_used_up() {
    let (mut person, card) = with(&[]);
    person.types(card, "left", "2").tell(Msg::Submitted);
    person.days(1).pastes(card, "Unlimited plan: you have used 23.4 GB of data this cycle.");
    assert_eq!((person.odd(), person.note().as_str()), ("", "endless, 23961 used"));
    person.pastes(card, "You have used 23.4 GB of data this cycle.");
    assert_eq!((person.odd(), person.note().as_str()), ("used more", ""), "without that word it is more than the plan");
}

#[test]
fn a_share_is_said_to_be_of_the_plan_and_its_top_ups_unless_another_total_is_given() {
    let (mut person, card) = with(&[]);
    person.types(card, "left", "12").tell(Msg::Submitted);
    person.days(1).tell(Msg::Navigated(Route::TopUp(card))).fill(&[(Field::Data, "5")]).tell(Msg::Submitted);
    person.days(1).pastes(card, "You have 60% of your data left.");
    assert_eq!(person.note(), "15360 of 25600");
    let seen = review(person.model.form().unwrap(), &person.model.book, &person.moment()).unwrap();
    assert!(seen.of_total && !seen.needs_total);
    person.fill(&[(Field::Total, "20")]);
    assert_eq!(person.note(), "", "whoever says the total knows it");
    // It is of this reply, and of no other.
    let text = person.model.form().unwrap().get(Field::Reply).to_owned();
    person.fill(&[(Field::Reply, "You have 30% of your data left.")]);
    assert_eq!(person.model.form().unwrap().get(Field::Total), "");
    person.fill(&[(Field::Reply, &text), (Field::Total, "20")]);
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(12288));
    person.days(1).pastes(card, "You have 60% (3 GB) of your data left.");
    assert_eq!(person.note(), "", "an amount needs no share");
}

#[test]
fn figures_that_do_not_quite_add_up_are_remarked_on() {
    let (mut person, card) = with(&[]);
    let mut said = |text: &str| person.pastes(card, text).note();
    assert_eq!(said("6 GB left, used 5 of 10 GB"), "11264 is not 10240");
    assert_eq!(said("5 GB left, used 5 of 10 GB"), "");
    assert_eq!(said("You used 2.1 GB of 3 GB. 0.9 GB left."), "");
    assert_eq!(said("0 GB left, used 10.9 GB of 10 GB"), "");
}

#[test]
fn more_in_all_than_is_known_of_the_card_is_asked_about() {
    for (plan, texts, expected) in [
        ("5", &["You have 8 GB of 10 GB left"][..], "whole more"),
        ("5", &["You have 4 GB of 5 GB left"], ""),
        ("10", &["You have 4 GB of 5 GB left"], ""),
        ("", &["You have 8 GB of 10 GB left"], ""),
        ("", &["You have 4 GB of 5 GB left", "You have 3 GB of 10 GB left"], "whole more"),
        ("", &["You have 4 GB of 5 GB left", "You have 8 GB of 10 GB left"], "rose"),
    ] {
        let (mut person, card) = with(&[(Field::Plan, plan)]);
        for (place, text) in texts.iter().enumerate() {
            person.days(1).pastes(card, text);
            if place + 1 < texts.len() {
                person.tell(Msg::Submitted);
            }
        }
        assert_eq!(person.odd(), expected, "{plan} {texts:?}");
    }
}
