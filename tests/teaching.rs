//! Teaching as a story: a reply that is not understood, what a person says of it, and the next one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod person;
mod strategies;

use person::{Person, Place, start, utc};
use sim_gauge::app::form::{Fault, Field, Tapped, drafts_from_text, tapped, tapping, telling, told};
use sim_gauge::app::matching::Because;
use sim_gauge::app::screen::{Question, earlier, target, taught};
use sim_gauge::app::*;
use sim_gauge::domain::{Bucket, CardId, EventId, Fact, Meaning, Pattern, PatternId, Unit, Written};
use sim_gauge::journal::{KEY_PREFIX, Record};
use sim_gauge::sms::{Answer, Told, WhyNot};
use strategies::sealed;

const LEFT: Meaning = Meaning::Left(Bucket::General);

impl Person {
    fn new(records: Vec<Record>, drafts: Option<String>) -> Self {
        let start = Start { records: Ok(records), drafts, ..start("en") };
        Self::opens(start, Place::utc(), utc("2026-11-20T17:00"))
    }

    fn card(&mut self, name: &str, carrier: &str) -> CardId {
        self.adds(&[(Field::Name, name), (Field::Carrier, "other"), (Field::CarrierName, carrier)])
    }

    fn question(&self) -> Question {
        self.review().teaching.unwrap().question.unwrap()
    }

    fn tap(&mut self, figure: &str) -> &mut Self {
        let at = self.model.form().unwrap().get(Field::Reply).find(figure).unwrap();
        self.typed(Field::Tapped, &tapping(Tapped { at, meaning: None }))
    }

    fn say(&mut self, meaning: Meaning, written: Written) -> &mut Self {
        let form = self.model.form().unwrap();
        let text = telling(form, Told { at: tapped(form).unwrap().at, meaning, written });
        self.typed(Field::Taught, &text)
    }

    fn patterns(&self) -> Vec<&Pattern> {
        self.model.book.patterns.values().map(|kept| &kept.value).collect()
    }
}

/// A person whose carrier writes in no language that we know, and who said what 812 is.
fn taught_one() -> (Person, CardId) {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Kvota: 812").tap("812").say(LEFT, Written::BareData(Unit::MB)).tell(Msg::Submitted);
    (person, card)
}

#[test]
fn what_is_said_is_logged_and_read_the_next_time() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Kvota: 812");
    assert_eq!(person.faults(), [(Field::Reply, Fault::NoBalance)]);
    let teaching = person.review().teaching.unwrap();
    assert!(teaching.open && teaching.question.is_none());
    assert_eq!(teaching.figures.len(), 1);

    person.tap("812");
    assert_eq!(person.question().pattern, None);
    person.say(LEFT, Written::BareData(Unit::MB));
    assert!(person.question().pattern.unwrap().is_ok());
    assert!(taught(&person.review().reading.figures[0]));
    assert!(person.patterns().is_empty(), "nothing is kept before it is saved");
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(812));
    assert_eq!(person.model.undo.unwrap().deed, Deed::LoggedAndLearnt);

    // After a restart, from the records alone.
    let mut person = Person::new(person.stored.clone(), None);
    person.pastes(card, "Kvota: 640");
    assert!(taught(&person.review().reading.figures[0]));
    assert!(!person.review().teaching.unwrap().open, "what is read is not asked again");
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(640));
    assert_eq!(person.model.undo.unwrap().deed, Deed::LoggedCheck);
    assert_eq!(person.patterns().len(), 1);
}

#[test]
fn a_number_alone_needs_its_unit() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Kvota: 812").tap("812");
    let at = tapped(person.model.form().unwrap()).unwrap().at;
    person.typed(Field::Tapped, &tapping(Tapped { at, meaning: Some(LEFT) }));
    assert_eq!(person.faults(), [(Field::Tapped, Fault::Unanswered)]);
    person.tell(Msg::Submitted);
    assert!(person.model.book.entries.is_empty() && person.patterns().is_empty());
    person.say(LEFT, Written::BareData(Unit::GB));
    assert_eq!(person.faults(), []);
    // Saying it again takes it back.
    person.say(LEFT, Written::BareData(Unit::GB));
    assert_eq!(person.faults(), [(Field::Reply, Fault::NoBalance)]);
}

#[test]
fn a_lesson_survives_the_page_being_killed() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Kvota: 812, vox 17").tap("812").say(LEFT, Written::BareData(Unit::MB)).tap("17");
    let mut again = Person::new(person.stored.clone(), person.local(Local::Drafts).map(str::to_owned));
    let kept = drafts_from_text(person.local(Local::Drafts).unwrap());
    assert_eq!(told(&kept[0].1), told(person.model.form().unwrap()));
    again.tell(Msg::Navigated(Route::Log(Some(card))));
    assert_eq!(again.question().figure, person.question().figure);
    again.say(Meaning::Left(Bucket::Minutes), Written::BareCount).tell(Msg::Submitted);
    assert_eq!((again.left(card), again.patterns().len()), (Some(812), 2));
}

#[test]
fn a_new_reply_forgets_what_was_said_of_the_old_one() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Kvota: 812").tap("812").say(LEFT, Written::BareData(Unit::MB));
    person.typed(Field::Reply, "Pottur: 812");
    assert_eq!(person.faults(), [(Field::Reply, Fault::NoBalance)]);
    assert_eq!(told(person.model.form().unwrap()), []);
}

#[test]
fn one_undo_is_of_what_one_tap_kept() {
    let (mut person, card) = taught_one();
    for (left, patterns) in [(None, 0), (Some(812), 1), (None, 0), (Some(812), 1)] {
        let undo = person.model.undo.unwrap().event;
        person.tell(Msg::Undid(undo));
        assert_eq!((person.left(card), person.patterns().len()), (left, patterns), "the notice is of both");
    }
    let id = *person.model.book.patterns.keys().next().unwrap();
    person.tell(Msg::RemovedPattern(id));
    assert!(person.patterns().is_empty());
    person.pastes(card, "Kvota: 640");
    assert_eq!(person.faults(), [(Field::Reply, Fault::NoBalance)]);
    let undo = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(undo));
    assert_eq!(person.patterns().len(), 1);
    assert_eq!(person.faults(), []);
}

#[test]
fn who_teaches_it_anew_replaces_it() {
    let (mut person, card) = taught_one();
    let id = *person.model.book.patterns.keys().next().unwrap();
    person.pastes(card, "Kvota: 640").tap("640").say(LEFT, Written::BareData(Unit::MB)).tell(Msg::Submitted);
    assert_eq!(person.stored.len(), 4, "the same again is no change");
    person.pastes(card, "Kvota: 512").tap("512").say(Meaning::Used(Bucket::General), Written::BareData(Unit::MB));
    assert_eq!(person.faults(), [(Field::Total, Fault::NeedsTotal)], "used of what?");
    person.typed(Field::Total, "3").tell(Msg::Submitted);
    assert_eq!(person.patterns().len(), 1);
    assert_eq!(person.model.book.patterns.get(&id).unwrap().value.meaning(), Meaning::Used(Bucket::General));
}

#[test]
fn what_a_newer_version_knows_of_a_pattern_is_not_lost_by_teaching_it_anew() {
    let (person, card) = taught_one();
    let mut records = person.stored.clone();
    let pattern = records.iter_mut().find(|record| record.line.contains(r#""kind":"pattern""#)).unwrap();
    let id = EventId::parse(pattern.key.strip_prefix(KEY_PREFIX).unwrap()).unwrap();
    let object = pattern.line.splitn(3, ' ').nth(2).unwrap().strip_suffix('}').unwrap();
    *pattern = sealed(id, "1", &format!(r#"{object},"colour":"red"}}"#));
    let mut person = Person::new(records, None);
    let before = person.stored.len();
    person.pastes(card, "Kvota: 512").tap("512").say(Meaning::Used(Bucket::General), Written::BareData(Unit::MB));
    person.typed(Field::Total, "3").tell(Msg::Submitted);
    assert_eq!(person.stored.len(), before + 1, "the check");
    assert_eq!(person.patterns()[0].meaning(), LEFT);
    assert_eq!(person.model.undo.unwrap().deed, Deed::LoggedCheck, "nothing was remembered, and so it says");
    person.tell(Msg::RemovedPattern(PatternId(id.0)));
    assert_eq!(person.patterns().len(), 1);
}

#[test]
fn what_was_taught_of_an_offer_or_a_warning_asks_the_next_time_and_says_so() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Your data is below 80 MB.").tap("80 MB").say(LEFT, Written::Data);
    assert!(person.question().asks);
    person.tell(Msg::Submitted);
    assert_eq!((person.left(card), person.patterns().len()), (Some(80), 1));
    person.pastes(card, "Your data is below 50 MB.");
    assert_eq!(person.review().reading.questions(), 1);
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(80), "nothing is logged before that is answered");
    person.pastes(card, "Kvota: 812").tap("812").say(LEFT, Written::BareData(Unit::MB));
    assert!(!person.question().asks);
}

#[test]
fn too_little_around_it_is_logged_this_once() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "R 812").tap("812").say(LEFT, Written::BareData(Unit::MB));
    assert_eq!(person.question().pattern, Some(Err(WhyNot::TooLittle)));
    person.tell(Msg::Submitted);
    assert_eq!((person.left(card), person.patterns().len()), (Some(812), 0));
    assert_eq!(person.model.undo.unwrap().deed, Deed::LoggedCheck);
}

#[test]
fn a_code_is_not_to_be_explained() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Your verification code is 493027.");
    assert!(person.review().teaching.is_none());
    person.tap("493027").say(LEFT, Written::BareData(Unit::MB));
    assert_eq!(person.faults(), [(Field::Reply, Fault::NoBalance)]);
}

#[test]
fn it_is_for_the_cards_of_its_carrier_and_says_what_it_reads_there() {
    let (mut person, _) = taught_one();
    let south = person.card("South", "Polar");
    let east = person.card("East", "Nimbus");
    person.pastes(east, "Kvota: 300");
    assert_eq!(person.faults(), [(Field::Reply, Fault::NoBalance)]);
    person.tap("300").say(LEFT, Written::BareData(Unit::GB)).tell(Msg::Submitted);
    person.pastes(south, "Kvota: 512").tell(Msg::Submitted);
    assert_eq!(person.left(south), Some(512));
    let moment = person.moment();
    let reads = |person: &Person| -> Vec<usize> {
        person.patterns().into_iter().map(|pattern| person.model.reads.of(pattern).len()).collect()
    };
    person.tell(Msg::Navigated(Route::Settings));
    assert_eq!(reads(&person), [2, 1]);
    let anew: Vec<usize> =
        person.patterns().into_iter().map(|it| earlier(it, &person.model.book, &moment).len()).collect();
    assert_eq!(reads(&person), anew, "what is kept in mind is what is found");
    let last = *person.model.book.entries.keys().next_back().unwrap();
    person.tell(Msg::RemovedEntry(last));
    assert_eq!(reads(&person), [1, 1], "and follows every change");
}

#[test]
fn a_clipboard_is_read_by_what_was_taught() {
    let (mut person, card) = taught_one();
    person.card("East", "Nimbus");
    person.tell(Msg::Navigated(Route::Log(None)));
    person.tell(Msg::ReadClipboard(Ok("Kvota: 640".to_owned())));
    assert_eq!(person.model.clipboard, None);
    person.typed(Field::Card, &card.to_string());
    assert_eq!(person.faults(), []);
    person.tell(Msg::StartedOver).tell(Msg::ReadClipboard(Ok("Kvotur: 640".to_owned())));
    assert_eq!(person.model.clipboard, Some(ClipboardFault::NoBalance));
}

#[test]
fn a_question_is_answered_for_ever() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Data: 1.83 GB / 3 GB. Kvota: 12");
    assert!(!person.review().teaching.unwrap().open, "what is asked is asked where it stands");
    person.tell(Msg::Answered(0, Some(Answer::Choice(1))));
    // A figure before the others moves them, and not their answers.
    person.typed(Field::Reply, "Kvota: 12. Data: 1.83 GB / 3 GB.");
    person.tell(Msg::Answered(0, Some(Answer::Choice(1))));
    person.tap("12").say(Meaning::Left(Bucket::Minutes), Written::BareCount);
    assert_eq!(person.model.form().unwrap().answers, [(1, Answer::Choice(1))]);
    assert_eq!(person.faults(), []);
    person.tap("1.83").say(Meaning::Used(Bucket::General), Written::Data);
    assert_eq!(person.faults(), []);
    person.tell(Msg::Submitted);
    person.pastes(card, "Kvota: 9. Data: 2.10 GB / 3 GB.");
    assert_eq!(person.faults(), []);
    assert_eq!(person.review().reading.questions(), 0);
}

#[test]
fn of_several_messages_also_those_are_there_that_only_a_pattern_reads() {
    let (mut person, card) = taught_one();
    person.pastes(card, "[2026-11-18 09:00] Polar: You have 5 GB left.\n[2026-11-20 08:00] Polar: Kvota: 640");
    let review = person.review();
    assert_eq!((review.messages.len(), review.text.as_str()), (2, "Kvota: 640"));
    person.tell(Msg::Submitted);
    let Fact::Check(check) = &person.model.book.entries.values().next_back().unwrap().value.fact else { panic!() };
    assert_eq!(check.reply.as_deref(), Some("Kvota: 640"), "the newest, and not the one that needs no lesson");
}

#[test]
fn nothing_is_learnt_from_a_card_that_keeps_no_text() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.tell(Msg::Navigated(Route::EditCard(card))).typed(Field::Texts, "dropped").tell(Msg::Submitted);
    person.pastes(card, "Kvota: 812").tap("812").say(LEFT, Written::BareData(Unit::MB));
    assert_eq!(person.question().pattern, Some(Err(WhyNot::NoTexts)));
    person.tell(Msg::Submitted);
    assert_eq!((person.left(card), person.patterns().len()), (Some(812), 0));
}

#[test]
fn a_lesson_keeps_no_name_and_no_code() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "Hi Maria Lopez, zorp kvot 812 remb").tap("812").say(LEFT, Written::BareData(Unit::MB));
    person.tell(Msg::Submitted);
    assert_eq!(person.patterns()[0].before(), ", zorp kvot ");
    person.pastes(card, "Hi John Smith, zorp kvot 640 remb").tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(640), "and reads what is written to anybody");
}

#[test]
fn a_pattern_finds_the_card_whose_carrier_it_is_of() {
    let (mut person, north) = taught_one();
    let south = person.card("South", "Nimbus");
    person.tell(Msg::Navigated(Route::Log(None))).typed(Field::Mode, "paste").typed(Field::Reply, "Kvota: 640");
    let found = target(person.model.form().unwrap(), &person.model.book, &person.moment());
    assert_eq!((found.card, found.because), (Some(north), Some(Because::Taught)));
    person.tell(Msg::Submitted);
    assert_eq!((person.left(north), person.left(south)), (Some(640), None), "and no figure was tapped again");

    // Two cards of that carrier, or a reply that the built-in reading reads for any card: asked.
    person.tell(Msg::Navigated(Route::Log(None))).typed(Field::Reply, "Kvota: 500. You have 3 GB left.");
    assert_eq!(target(person.model.form().unwrap(), &person.model.book, &person.moment()).card, None);
    person.card("West", "Polar");
    person.tell(Msg::Navigated(Route::Log(None))).typed(Field::Reply, "Kvota: 500");
    assert_eq!(target(person.model.form().unwrap(), &person.model.book, &person.moment()).card, None);
}

#[test]
fn what_the_reading_is_sure_of_is_changed_for_this_reply_alone() {
    let mut person = Person::new(Vec::new(), None);
    let card = person.card("North", "Polar");
    person.pastes(card, "You have 3 GB left. Valid until 12/31/2026.");
    assert!(!person.review().teaching.unwrap().open, "nothing is asked unless it is tapped");
    person.tap("3 GB");
    let teaching = person.review().teaching.unwrap();
    assert!(!teaching.open && teaching.question.unwrap().figure.sure.is_some());
    person.say(Meaning::Left(Bucket::Roaming), Written::Data);
    assert_eq!(person.question().pattern, Some(Err(WhyNot::Sure)));
    person.tell(Msg::Submitted);
    assert!(person.patterns().is_empty(), "a pattern is weaker than what it is sure of, so none is kept");
    let roaming = person.model.book.ledger(card).unwrap().remaining(Bucket::Roaming).unwrap();
    assert_eq!((roaming.left.0 >> 30, person.left(card)), (3, None));
    assert_eq!(person.model.undo.unwrap().deed, Deed::LoggedCheck);

    // What it is taken for is chosen; said again after another meaning, it is as it was read.
    person.pastes(card, "You have 2 GB left.").tap("2 GB");
    assert_eq!(person.question().now, Some(LEFT));
    person.say(Meaning::Left(Bucket::Roaming), Written::Data);
    assert_eq!(person.question().now, Some(Meaning::Left(Bucket::Roaming)));
    person.say(LEFT, Written::Data);
    let (question, figures) = (person.question(), person.review().reading.figures);
    assert_eq!((question.now, question.pattern), (Some(LEFT), None));
    assert!(!taught(&figures[0]), "nobody taught it");

    // Saying the same again takes it back.
    person.pastes(card, "You have 2 GB left.").tap("2 GB");
    person.say(Meaning::Left(Bucket::Roaming), Written::Data).say(Meaning::Left(Bucket::Roaming), Written::Data);
    person.tell(Msg::Submitted);
    assert_eq!(person.left(card), Some(2048));
}
