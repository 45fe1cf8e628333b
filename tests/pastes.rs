//! Several messages in one paste, as a person goes through them: which is meant, when it came, what
//! stays for afterwards.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod person;
mod strategies;

use person::{Person, Place, start, utc};
use sim_gauge::app::form::{Fault, Field, context_at, date_time_text, drafts_from_text, instant};
use sim_gauge::app::screen::told_apart;
use sim_gauge::app::texts::FORGOTTEN;
use sim_gauge::app::{Deed, Local, Msg, Route, Start};
use sim_gauge::domain::{Card, CardId, Date, Entry, EventId, Fact, Kept, MAX_PASTE, Remark};
use sim_gauge::journal::{Change, Engine, Event, Record};
use sim_gauge::sms::{Certainty, Value, messages};
use std::rc::Rc;
use std::time::{Duration, Instant};
use strategies::sealed;

impl Person {
    /// In Shanghai, at eight in the evening, with one card.
    fn new() -> Self {
        let mut person = Self::opens(start("en"), Place::shanghai(), utc("2026-11-20T12:00"));
        person.adds(&[(Field::Name, "Travel")]);
        person
    }

    fn card(&self) -> CardId {
        *self.model.book.cards.keys().next().unwrap()
    }

    fn paste(&mut self, text: &str) -> &mut Self {
        self.pastes(self.card(), text)
    }

    /// How many messages there are, the text of the one that is meant, and the form's time.
    fn seen(&self) -> (usize, String, String) {
        let (review, moment) = (self.review(), self.moment());
        let at = date_time_text(&moment, instant(self.model.form().unwrap(), &moment));
        (review.messages.len(), review.text, at)
    }

    fn form(&self, field: Field) -> &str {
        self.model.form().unwrap().get(field)
    }
}

#[test]
fn whoever_chooses_an_older_message_finds_the_others_still_there() {
    let mut person = Person::new();
    person.paste("11/18/26, 6:03 PM - Tello: 1.9 GB left\n11/20/26, 9:03 AM - Tello: 1.2 GB left");
    let newest = (2, "1.2 GB left".to_owned(), "2026-11-20T09:03".to_owned());
    assert_eq!(person.seen(), newest);
    person.typed(Field::Message, "0");
    assert_eq!(person.seen(), (2, "1.9 GB left".to_owned(), "2026-11-18T18:03".to_owned()));
    person.typed(Field::Message, "1");
    assert_eq!(person.seen(), newest);
    // Nor does a time that a person chooses move what the others say.
    person.typed(Field::When, "earlier").typed(Field::At, "2026-11-12T10:00");
    assert_eq!(person.seen(), (2, "1.2 GB left".to_owned(), "2026-11-12T10:00".to_owned()));
}

#[test]
fn yesterday_is_the_day_before_the_paste_whatever_is_tapped() {
    let mut person = Person::new();
    person.paste("Yesterday 6:03 PM\n1.9 GB left");
    for hours in [0, 0, 30] {
        person.hours(hours);
        assert_eq!(person.seen().2, "2026-11-19T18:03");
        let said = person.review().stated.map(|said| date_time_text(&person.moment(), said.at));
        assert_eq!(said.as_deref(), Some("2026-11-19T18:03"), "the review says the time of the form");
        let card = person.card().to_string();
        person.typed(Field::Card, &card).typed(Field::When, "stated");
    }
}

#[test]
fn a_message_is_read_as_on_the_day_on_which_it_came() {
    let mut person = Person::new();
    person.paste("[2026-03-01 09:00] Mobile: You have 5 GB left, expires on 21 March.");
    let ends = |person: &Person| {
        let figures = person.review().reading.figures;
        figures.iter().find_map(|it| if let Value::Date(date) = it.value { Some(date.to_string()) } else { None })
    };
    assert_eq!(ends(&person).as_deref(), Some("2027-03-21"), "too long ago for a header");
    person.paste("[2026-11-01 09:00] Mobile: You have 5 GB left, expires on 18 November.");
    assert_eq!(ends(&person).as_deref(), Some("2026-11-18"));
    person.paste("You have 5 GB left as of November 17, expires on 18 November.");
    assert_eq!(ends(&person).as_deref(), Some("2026-11-18"));
}

#[test]
fn what_stays_of_a_paste_are_the_same_messages() {
    let mut person = Person::new();
    person.paste("You have 3 GB left.\n\nYou have 2 GB left.\n\nYou have 1 GB left.");
    assert_eq!(person.seen().0, 3);
    person.typed(Field::Message, "1").tell(Msg::Submitted);
    let texts: Vec<_> =
        person.review().messages.iter().map(|it| it.span.of(person.form(Field::Reply)).to_owned()).collect();
    assert_eq!(texts, ["You have 3 GB left.", "You have 1 GB left."]);
    assert!(!person.form(Field::Rest).is_empty());
    // Another paste is no rest of this one.
    person.typed(Field::Reply, "You have 9 GB left.");
    assert_eq!(person.form(Field::Rest), "");
}

#[test]
fn the_others_of_a_paste_keep_its_day() {
    let mut person = Person::new();
    person.paste("Yesterday 6:03 PM\n1.9 GB left\nToday 9:03 AM\n1.2 GB left");
    person.hours(30).tell(Msg::Submitted);
    assert_eq!(person.seen(), (1, "1.9 GB left".to_owned(), "2026-11-19T18:03".to_owned()));
}

#[test]
fn a_message_below_a_name_and_a_day_was_of_that_day_to_the_last() {
    let mut person = Person::new();
    person.paste(
        "T-Mobile\nNov 18, 2026 9:12 AM\nYou have 4.8GB left\nT-Mobile\nNov 19, 2026 9:12 AM\nYou have 3.8GB left",
    );
    assert_eq!(person.seen(), (2, "You have 3.8GB left".to_owned(), "2026-11-19T09:12".to_owned()));
    person.tell(Msg::Submitted);
    assert_eq!(person.seen(), (1, "You have 4.8GB left".to_owned(), "2026-11-18T09:12".to_owned()));
}

/// What the draft holds of the reply.
fn drafted(person: &Person) -> String {
    let forms = drafts_from_text(person.local(Local::Drafts).unwrap());
    forms.first().map_or(String::new(), |(_, form)| form.get(Field::Reply).to_owned())
}

#[test]
fn no_draft_holds_a_code_or_what_a_bank_wrote() {
    let mut person = Person::new();
    for text in
        ["812345 is your verification code. Do not share it.", "Your card ending 4821 was charged $45.20 at STORE"]
    {
        assert_eq!(drafted(person.paste("You have 3 GB left.")), "You have 3 GB left.");
        assert_eq!(drafted(person.typed(Field::Reply, text)), "", "{text}");
        assert_eq!(person.form(Field::Reply), text, "it stands there as long as the page does");
    }
    // Beside a balance that is read, and in what is too much to be read.
    person.typed(Field::Reply, "Your verification code is 482913.\n\nYou have 5.2 GB left");
    assert_eq!(drafted(&person), "You have 5.2 GB left");
    // On one line with it: masked, so that what was said of the rest stays in its place.
    for (text, expected) in [
        ("Your code is 482913. Balance 2.1 GB", "Your code is ******. Balance 2.1 GB"),
        ("您的验证码是 482913，剩余流量2.1GB。", "您的验证码是 ******，剩余流量2.1GB。"),
        ("認証コードは482913です。残り2.1GB", "認証コードは******です。残り2.1GB"),
        (
            "Your verification code for Tello account access is 482913, you have 2.1 GB left",
            "Your verification code for Tello account access is ******, you have 2.1 GB left",
        ),
        // Nor does what nothing is read in.
        ("Your wifi password: 48291356", "Your wifi password: ********"),
        // What else is masked when it is kept is still in the form: nothing is taken from what is being typed.
        ("Dear John Smith, 13912345678 has 2.1 GB left", "Dear John Smith, 13912345678 has 2.1 GB left"),
    ] {
        assert_eq!(drafted(person.typed(Field::Reply, text)), expected);
        assert_eq!(person.form(Field::Reply), text);
    }
    person.typed(Field::Reply, &["Your code is 482913 ", &"and so on ".repeat(600)].concat());
    assert_eq!(drafted(&person), "");
    person.typed(
        Field::Reply,
        "11/18/26, 6:03 PM - Tello: 1.9 GB left\n11/19/26, 6:03 PM - Tello: 812345 is your verification code\n11/20/26, 9:03 AM - Tello: 1.2 GB left",
    );
    assert_eq!(drafted(&person), "11/18/26, 6:03 PM - Tello: 1.9 GB left\n\n11/20/26, 9:03 AM - Tello: 1.2 GB left");
}

/// A conversation of nearly as much as is read of a paste.
fn long_paste() -> String {
    let day = |day: usize| format!("[2026-11-{day:02} 18:03] Tello: {day}.5 GB left. {}\n", "Thank you. ".repeat(280));
    (1..=20).map(day).collect()
}

#[test]
fn a_key_reads_no_reply_that_was_begun_elsewhere() {
    let long = long_paste();
    assert!((MAX_PASTE - 4096..=MAX_PASTE).contains(&long.len()), "{}", long.len());
    let mut person = Person::new();
    for name in ["a", "b", "c"] {
        person.adds(&[(Field::Name, name)]);
    }
    let cards: Vec<_> = person.model.book.cards.keys().copied().collect();
    for card in &cards[1..] {
        person.pastes(*card, &long);
    }
    person.types(cards[0], "left", "1");
    let fastest = |times: Vec<Duration>| times.into_iter().min().unwrap();
    let (mut keys, mut reads) = (Vec::new(), Vec::new());
    for text in ["1.", "1.2", "1.25"] {
        let began = Instant::now();
        person.typed(Field::Figure, text);
        keys.push(began.elapsed());
        let began = Instant::now();
        let context = context_at(None, person.now, &person.moment());
        assert!(messages(&long, &context).len() > 10);
        reads.push(began.elapsed());
    }
    let (key, read) = (fastest(keys), fastest(reads));
    assert!(key < read, "a key took {key:?}, to read one of the three {read:?}");
    // Each of them is in the drafts all the same, as it is now.
    let drafts = drafts_from_text(person.local(Local::Drafts).unwrap());
    let lengths: Vec<_> = drafts.iter().map(|(_, form)| form.get(Field::Reply).len()).collect();
    let whole = long.trim().len();
    assert_eq!(lengths, [whole, whole, whole, 0]);
}

#[test]
fn what_was_pasted_and_emptied_again_leaves_no_draft() {
    let mut person = Person::new();
    let card = person.card();
    person.paste("11/18/26, 6:03 PM - Tello: 1.9 GB left");
    assert_eq!(drafts_from_text(person.local(Local::Drafts).unwrap()).len(), 1);
    person.typed(Field::Reply, "");
    assert_eq!(drafts_from_text(person.local(Local::Drafts).unwrap()).len(), 0);
    assert!(!person.model.form().unwrap().touched, "so no screen says that something waits");
    // Nor does a number that was typed and taken back; but what else was said in the form waits.
    person.typed(Field::Mode, "type").typed(Field::Figure, "3").typed(Field::Figure, "");
    assert!(!person.model.form().unwrap().touched);
    person.typed(Field::Note, "at the airport").typed(Field::Figure, "3").typed(Field::Figure, "");
    assert!(person.model.form().unwrap().touched);
    person.go(Route::EditCard(card)).typed(Field::Name, "");
    assert!(person.model.form().unwrap().touched, "a name that was taken out is a change");
}

#[test]
fn no_draft_holds_a_reply_to_a_card_of_which_none_is_kept() {
    let mut person = Person::new();
    let kept = person.card();
    assert_eq!(drafted(person.pastes(kept, "You have 3 GB left.")), "You have 3 GB left.");
    person.tell(Msg::StartedOver);
    person.adds(&[(Field::Name, "Silent"), (Field::Texts, "dropped")]);
    let silent = *person.model.book.cards.keys().find(|card| **card != kept).unwrap();
    assert_eq!(drafted(person.pastes(silent, "You have 3 GB left.")), "");
    assert_eq!(person.form(Field::Reply), "You have 3 GB left.");
    person.tell(Msg::StartedOver);
    // Nor while nobody knows to which card it is.
    person.go(Route::Log(None)).fill(&[(Field::Mode, "paste"), (Field::Reply, "You have 3 GB left.")]);
    assert_eq!(drafted(&person), "");
    person.typed(Field::Card, &kept.to_string());
    assert_eq!(drafted(&person), "You have 3 GB left.");
}

#[test]
fn a_draft_holds_nothing_of_a_text_that_is_too_long_to_be_read() {
    let mut person = Person::new();
    for reply in ["[2026-11-20 18:03] Tello: You have 3 GB left.\n", "剩余流量 3 GB，验证码 482913。\n"] {
        person.paste(&reply.repeat(MAX_PASTE / reply.len() + 1)).typed(Field::Note, "shop");
        assert!(person.form(Field::Reply).len() > MAX_PASTE);
        let forms = drafts_from_text(person.local(Local::Drafts).unwrap());
        let (_, form) = forms.first().unwrap();
        assert_eq!((form.get(Field::Reply), form.get(Field::Note)), ("", "shop"), "the rest of the form is there");
    }
    // The page is killed: what was typed beside it is there, and another reply can be pasted.
    let drafts = person.local(Local::Drafts).unwrap().to_owned();
    let start = Start { drafts: Some(drafts), records: Ok(person.stored.clone()), ..start("en") };
    let mut again = Person::opens(start, Place::shanghai(), person.now);
    let card = person.card();
    again.go(Route::Log(Some(card)));
    assert_eq!((again.form(Field::Reply), again.form(Field::Note)), ("", "shop"));
    again.typed(Field::Reply, "You have 3 GB left.").tell(Msg::Submitted);
    assert_eq!(again.left(card), Some(3072));
}

#[test]
fn no_draft_outlives_the_switch_that_keeps_no_texts() {
    let mut person = Person::new();
    let card = person.card();
    person.pastes(card, "You have 3 GB left.");
    assert_eq!(drafted(&person), "You have 3 GB left.");
    // The switch is made in another tab.
    let kept = &person.model.book.cards.get(&card).unwrap();
    let value = Rc::new(Card { keeps_replies: false, ..Card::clone(&kept.value) });
    let change = Change::SavedCard { card, replaces: Some(kept.version), value };
    let there = Event { id: EventId(person.moment().fresh.plus(9)), change };
    person.tell(Msg::OtherTabWrote(Engine::Local, vec![Record::of(&there)]));
    assert_eq!(drafted(&person), "");
    assert_eq!(person.form(Field::Reply), "You have 3 GB left.", "it stands there as long as the page does");

    // Here, while the reply waits; and once more where it is a change that is taken back.
    let mut person = Person::new();
    let card = person.adds(&[(Field::Name, "Silent"), (Field::Texts, "dropped")]);
    person.go(Route::EditCard(card)).typed(Field::Texts, "kept").tell(Msg::Submitted);
    let undo = person.model.undo.unwrap().event;
    assert_eq!(drafted(person.pastes(card, "You have 3 GB left.")), "You have 3 GB left.");
    person.tell(Msg::Undid(undo));
    assert_eq!(drafted(&person), "");
}

#[test]
fn a_card_without_a_carrier_is_of_no_country() {
    let text = "Balance $5.00 valid until 01/02/2027";
    let german = "Noch 1.024 MB verfügbar bis 03.01.2027. Guthaben 5,00 EUR";
    let asked = |person: &Person| {
        let figures = person.review().reading.figures.into_iter();
        let text = person.form(Field::Reply);
        let open = figures.filter(|it| matches!(it.role, Certainty::Asked(_)));
        open.map(|it| it.span.of(text).to_owned()).collect::<Vec<_>>()
    };
    for (place, own) in [(Place::berlin(), "EUR"), (Place::shanghai(), "CNY"), (Place::los_angeles(), "USD")] {
        let mut person = Person::opens(start("en"), place, utc("2026-11-20T12:00"));
        let zone = person.moment().zone;
        let card = person.adds(&[(Field::Name, "Travel")]);
        let made = person.model.book.card(card).unwrap().clone();
        assert_eq!((made.zone.as_str(), made.currency.code()), (zone.as_str(), own));
        person.pastes(card, text);
        assert!(asked(&person).contains(&"01/02/2027".to_owned()), "{zone}");
        person.pastes(card, german);
        assert_eq!(asked(&person), ["1.024 MB"], "{zone}");
        let days: Vec<_> = person.review().reading.figures.iter().map(|it| it.value).collect();
        assert!(days.contains(&Value::Date(Date::parse("2027-01-03").unwrap())), "{days:?}");
        // Its carrier says one.
        let card = person.adds(&[(Field::Name, "Trip"), (Field::Carrier, "us-tello")]);
        assert!(asked(person.pastes(card, text)).is_empty(), "{zone}");
    }
}

/// The texts of replies that the book holds.
fn texts(person: &Person) -> Vec<String> {
    let text =
        |kept: &Kept<Rc<Entry>>| if let Fact::Check(check) = &kept.value.fact { check.reply.clone() } else { None };
    person.model.book.entries.values().filter_map(text).collect()
}

#[test]
fn whoever_keeps_no_texts_any_more_may_be_rid_of_the_earlier_ones() {
    let mut person = Person::new();
    let card = person.card();
    for left in ["3", "2", "1"] {
        person.pastes(card, &format!("You have {left} GB left.")).tell(Msg::Submitted).hours(1);
    }
    let kept = texts(&person);
    assert_eq!((kept.len(), person.left(card)), (3, Some(1024)));
    person.go(Route::EditCard(card)).typed(Field::Texts, "dropped").tell(Msg::Submitted);
    assert_eq!(texts(&person), kept, "the switch alone is of what comes");
    person.go(Route::EditCard(card)).typed(Field::Texts, FORGOTTEN).tell(Msg::Submitted);
    assert!(texts(&person).is_empty() && !person.model.book.card(card).unwrap().keeps_replies);
    assert_eq!((person.model.book.entries.len(), person.left(card)), (3, Some(1024)), "what they said stays");
    let undo = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(undo));
    assert_eq!(texts(&person), kept);
}

#[test]
fn what_can_not_be_taken_back_of_one_tap_is_said() {
    let mut person = Person::new();
    let card = person.card();
    for left in ["3", "2", "1"] {
        person.pastes(card, &format!("You have {left} GB left.")).tell(Msg::Submitted).hours(1);
    }
    let forgets = |person: &mut Person| {
        person.go(Route::EditCard(card)).typed(Field::Texts, FORGOTTEN).tell(Msg::Submitted);
        assert!(texts(person).is_empty());
        person.model.undo.unwrap().event
    };
    let deed = |person: &Person| person.model.undo.map(|undo| undo.deed);
    let undo = forgets(&mut person);
    // Another tab says something of the last entry meanwhile.
    let entry = person.last_entry();
    let kept = &person.model.book.entries.get(&entry).unwrap();
    let value = Rc::new(Entry { note: Remark::parse("shop"), ..Entry::clone(&kept.value) });
    let there = Event {
        id: EventId(person.moment().fresh.plus(9)),
        change: Change::SavedEntry { entry, replaces: Some(kept.version), value },
    };
    person.tell(Msg::OtherTabWrote(Engine::Local, vec![Record::of(&there)])).tell(Msg::Undid(undo));
    assert_eq!(
        (texts(&person), deed(&person)),
        (vec!["You have 3 GB left.".to_owned(), "You have 2 GB left.".to_owned()], Some(Deed::UndoneInPart))
    );
    assert!(person.model.book.card(card).unwrap().keeps_replies);
    assert!(person.model.book.entry(entry).unwrap().note.is_some(), "what the other tab said stays");
    // A second tap on the same button is none on what stands there now.
    person.tell(Msg::Undid(undo));
    assert_eq!((texts(&person).len(), deed(&person)), (2, Some(Deed::UndoneInPart)));
    // It is done again as a whole.
    let undo = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(undo));
    assert_eq!((texts(&person).len(), deed(&person)), (0, Some(Deed::Undone)));

    // Of what has all become read-only nothing is taken back.
    let undo = person.model.undo.unwrap().event;
    let object = format!(r#"{{"kind":"card","card":"{card}","form":"implant"}}"#);
    let newer = sealed(EventId(person.moment().fresh.plus(9)), "1", &object);
    let stored = person.stored.len();
    person.tell(Msg::OtherTabWrote(Engine::Local, vec![newer])).tell(Msg::Undid(undo));
    assert_eq!((person.stored.len(), texts(&person).len(), deed(&person)), (stored, 0, Some(Deed::NotUndone)));
    let said = person.model.undo.unwrap().event;
    assert!(person.model.journal.inverse(said).is_none(), "no way back is offered");
    person.tell(Msg::UndoEnded(said));
    assert_eq!(deed(&person), None);
}

#[test]
fn one_text_is_taken_away_without_its_entry() {
    let mut person = Person::new();
    let card = person.card();
    person.pastes(card, "You have 3 GB left, 12 minutes left.").tell(Msg::Submitted);
    let entry = person.last_entry();
    person.go(Route::EditEntry(entry)).typed(Field::Texts, FORGOTTEN).tell(Msg::Submitted);
    assert_eq!((texts(&person).len(), person.left(card)), (0, Some(3072)));
    let undo = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(undo));
    assert_eq!(texts(&person), ["You have 3 GB left, 12 minutes left."]);
}

#[test]
fn a_check_without_its_text_is_edited_as_it_was_with_it() {
    let mut person = Person::new();
    let card = person.card();
    person.now = person.now.plus(12_345);
    person.pastes(card, "You have 3 GB left, valid until 2026-11-18.").tell(Msg::Submitted);
    let (entry, at) = (person.last_entry(), person.now);
    person.hours(1).go(Route::EditCard(card));
    let begun =
        [(Field::Validity, "days"), (Field::Days, "30"), (Field::Start, "purchase"), (Field::From, "2026-11-19")];
    person.fill(&begun).typed(Field::Texts, FORGOTTEN).tell(Msg::Submitted);
    assert!(texts(&person).is_empty() && person.model.book.card(card).unwrap().validity.begun().is_some());
    person.hours(1).go(Route::EditEntry(entry)).typed(Field::Note, "shop");
    assert_eq!(person.faults(), []);
    person.tell(Msg::Submitted);
    let kept = person.model.book.entry(entry).unwrap();
    assert_eq!((kept.at, kept.note.as_ref().map(|note| note.as_str())), (at, Some("shop")));
    // What is typed now is held to the day on which the card began.
    person.go(Route::EditEntry(entry)).typed(Field::Expires, "2026-11-17");
    assert_eq!(person.faults(), [(Field::Expires, Fault::BeforeCard)]);
    person.typed(Field::Expires, "2026-12-17");
    assert_eq!(person.faults(), []);
}

#[test]
fn every_message_has_a_label() {
    let mut person = Person::new();
    person.paste("2026-11-18 09:00\nA剩余的流量请到营业厅查询\n2026-11-20 09:00\nB剩余的流量请到营业厅查询");
    let label = |message| told_apart(message, person.form(Field::Reply)).1;
    let labels: Vec<_> = person.review().messages.iter().map(label).collect();
    assert_eq!(labels, ["A剩余的流量请到营业厅查", "B剩余的流量请到营业厅查"]);
}
