//! The app as stories: what a person does, what the model becomes, what is asked of the world.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod person;
#[path = "person/saving.rs"]
mod saving;
mod strategies;

use person::{Person, Place, start, utc};
use saving::{kept, stored};
use sim_gauge::app::carry::{Move, Way};
use sim_gauge::app::form::{Begins, Fault, Field, begins, instant};
use sim_gauge::app::matching::Because;
use sim_gauge::app::screen::{Verdict, What, card_screen, changes, review, target, told_apart};
use sim_gauge::app::*;
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Base, Bucket, CardId, Channel, Check, Date, Entry, EntryId, EventId, Fact, Kept, MAX_PASTE, Measure, Offsets, Said,
    Source, Ulid,
};
use sim_gauge::forecast::Outlook;
use sim_gauge::i18n::Lang;
use sim_gauge::journal::{Change, Event, Journal, Order, Record, Scope};
use sim_gauge::sms::{self, Answer};
use std::rc::Rc;
use strategies::sealed;

impl Person {
    fn begin() -> Self {
        Self::reopen(Vec::new(), None, "2026-11-20T20:00")
    }

    fn reopen(records: Vec<Record>, drafts: Option<String>, now: &str) -> Self {
        Self::opens(Start { records: Ok(records), drafts, ..start("zh-CN") }, Place::shanghai(), utc(now))
    }

    fn with_card(&mut self) -> CardId {
        self.adds(&[
            (Field::Name, "美国旅行卡"),
            (Field::Plan, "3"),
            (Field::Validity, "until"),
            (Field::Until, "2026-12-04"),
            (Field::Currency, "USD"),
            (Field::Zone, "America/New_York"),
        ])
    }
}

#[test]
fn a_quarter_of_four_gigabytes_is_one_and_not_a_little_less() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::EditCard(card)).fill(&[(Field::Plan, "4")]).tell(Msg::Submitted);
    story.go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "type"), (Field::Said, "left-percent"), (Field::Figure, "25")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1024));
}

#[test]
fn of_two_last_days_the_one_that_was_written_down_later_stands() {
    let mut story = Person::begin();
    let card = story.with_card();
    let ends = |story: &Person| {
        let ledger = story.model.book.ledger(card).unwrap();
        ledger.expires(story.moment().device.date(story.now)).map(|dated| dated.date.to_string()).unwrap()
    };
    story.hours(1).go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "type"), (Field::Expires, "2026-12-20")]).tell(Msg::Submitted);
    assert_eq!(ends(&story), "2026-12-20", "what was said after the card was added");
    // Another name is no word about the end.
    story.hours(1).go(Route::EditCard(card)).fill(&[(Field::Name, "US")]).tell(Msg::Submitted);
    assert_eq!(ends(&story), "2026-12-20");
    story.hours(1).go(Route::EditCard(card)).fill(&[(Field::Until, "2026-12-10")]).tell(Msg::Submitted);
    assert_eq!(ends(&story), "2026-12-10", "what was typed on the card after that");
    let edit = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(edit));
    assert_eq!(ends(&story), "2026-12-20", "undone is as before");
    story.hours(1).go(Route::EditCard(card)).fill(&[(Field::Validity, "unknown")]).tell(Msg::Submitted);
    assert_eq!(ends(&story), "2026-12-20", "a card that says nothing overrules nobody");
    story.hours(1).go(Route::TopUp(card)).fill(&[(Field::Data, "1"), (Field::Expires, "2026-12-31")]);
    story.tell(Msg::Submitted);
    assert_eq!(ends(&story), "2026-12-31");
}

/// What comes in the place of all that was there begins anew, and its end is seen before it is saved.
#[test]
fn the_end_of_what_takes_the_place_of_the_rest_is_filled_in() {
    let mut story = Person::begin();
    let card = story.adds(&[(Field::Name, "US"), (Field::Validity, "days"), (Field::Days, "30")]);
    let end = story.moment().device.date(story.now).plus_days(30).unwrap().to_string();
    let shown = |story: &Person| story.model.form().unwrap().get(Field::Expires).to_owned();
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "10"), (Field::Effect, "replace")]);
    assert_eq!(shown(&story), end);
    story.typed(Field::Effect, "add");
    assert_eq!(shown(&story), "");
    story.typed(Field::Expires, "2026-12-31").typed(Field::Effect, "replace");
    assert_eq!(shown(&story), "2026-12-31", "what was typed stays");
}

#[test]
fn a_top_up_that_was_begun_on_another_day_is_of_today_unless_a_time_was_chosen() {
    let end = |story: &Person, days| story.moment().device.date(story.now).plus_days(days).unwrap().to_string();
    // Left for how many hours before it lay for a fortnight.
    for hours in [0, 5] {
        let mut story = Person::begin();
        let card = story.adds(&[(Field::Name, "US"), (Field::Validity, "days"), (Field::Days, "30")]);
        let form = |story: &Person| {
            let form = story.model.form().unwrap();
            [Field::When, Field::Data, Field::Expires].map(|field| form.get(field).to_owned())
        };
        let top_up = Route::TopUp(card);
        story.go(top_up).fill(&[(Field::Data, "10"), (Field::Effect, "replace")]);
        let first = end(&story, 30);
        story.go(Route::Home).hours(hours).go(top_up);
        let same_day = ["now", "earlier"][usize::from(hours > 0)];
        assert_eq!(form(&story), [same_day, "10", &first], "of a few hours ago");
        story.go(Route::Home).days(14).tell(Msg::CameBack).go(top_up);
        assert_eq!(form(&story), ["now", "10", &end(&story, 30)]);
        story.tell(Msg::Submitted);
        assert_eq!(story.model.book.entry(story.last_entry()).unwrap().at, story.now);
    }
    // A time that was chosen stays; "yesterday" is the day before that on which it was.
    for (fields, at) in [
        (&[(Field::When, "earlier"), (Field::At, "2026-11-20T08:30")][..], "2026-11-20T08:30"),
        (&[(Field::When, "yesterday")], "2026-11-20T20:00"),
    ] {
        let mut story = Person::begin();
        let card = story.with_card();
        story.go(Route::TopUp(card)).fill(&[(Field::Data, "10")]).fill(fields);
        story.go(Route::Home).hours(2).go(Route::TopUp(card)).go(Route::Home).days(14).go(Route::TopUp(card));
        let form = story.model.form().unwrap();
        assert_eq!((form.get(Field::When), form.get(Field::At)), ("earlier", at));
    }
}

#[test]
fn a_field_that_comes_in_sight_after_a_refusal_is_not_wrong_yet() {
    let mut story = Person::begin();
    story.go(Route::AddCard).tell(Msg::Submitted);
    let shown = |story: &Person| {
        let form = story.model.form().unwrap();
        let problems = problems(&story.model, &story.moment());
        problems.iter().filter(|problem| form.shows(problem)).map(|problem| problem.field).collect::<Vec<_>>()
    };
    assert_eq!(shown(&story), [Field::Name]);
    story.fill(&[(Field::Validity, "days")]);
    assert_eq!(shown(&story), [Field::Name], "nobody has left out the days yet");
    story.tell(Msg::Submitted);
    assert_eq!(shown(&story), [Field::Name, Field::Days]);
}

#[test]
fn a_draft_holds_no_more_than_a_field_can_come_to() {
    let mut story = Person::begin();
    let flood = "长".repeat(400_000);
    story.go(Route::AddCard).fill(&[(Field::Name, &flood)]);
    let Some(Effect::KeepLocal(Local::Drafts, draft)) = story.effects.first() else { panic!("a draft is kept") };
    assert!(draft.len() < 10_000, "{} bytes", draft.len());
    assert_eq!(problems(&story.model, &story.moment())[0].fault, Fault::TooLong);
}

#[test]
fn a_top_up_that_was_logged_on_the_wrong_card_goes_to_the_right_one() {
    let mut story = Person::begin();
    let (wrong, right) = (story.with_card(), story.with_card());
    story.logs(right, "1");
    story.go(Route::TopUp(wrong)).fill(&[(Field::Data, "1")]).tell(Msg::Submitted);
    let entry = story.last_entry();
    story.go(Route::EditEntry(entry)).fill(&[(Field::Card, &right.to_string())]).tell(Msg::Submitted);
    assert_eq!((story.left(wrong), story.left(right)), (None, Some(2048)));
}

#[test]
fn a_reply_that_is_refused_contradicts_no_card() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::EditCard(card)).fill(&[(Field::Carrier, "us-ultra"), (Field::Number, "+15550104471")]);
    story.tell(Msg::Submitted);
    for (reply, contradicted) in [
        ("T-Mobile: Get 10 GB for only $15! Reply YES to buy. Number ending 9999.", false),
        ("T-Mobile: You have 1.2 GB of data left.", true),
    ] {
        story.go(Route::Log(Some(card))).fill(&[(Field::Mode, "paste"), (Field::Reply, reply)]);
        let review = story.review();
        assert_eq!(review.contradicted, contradicted, "{reply}");
    }
}

#[test]
fn what_is_used_of_an_unlimited_plan_is_taken_from_what_is_fast_or_from_nothing() {
    let mut story = Person::begin();
    let card = story.with_card();
    for (reply, fast) in [
        ("Unlimited data. 9GB used this month.", None),
        ("本月已使用 7.3GB，您的套餐为不限量，超过 40GB 后限速", Some(33_484)),
    ] {
        story.hours(1).go(Route::Log(Some(card)));
        story.fill(&[(Field::Mode, "paste"), (Field::Reply, reply)]).tell(Msg::Submitted);
        let screen = card_screen(&story.model.book, &story.moment(), card, story.model.range).unwrap();
        assert_eq!(story.left(card), fast, "{reply}");
        assert_eq!(screen.verdict == Verdict::Unlimited, fast.is_none(), "{reply}: {:?}", screen.verdict);
    }
}

#[test]
fn what_means_nothing_without_the_plans_total_is_asked_for_it() {
    let mut story = Person::begin();
    story.go(Route::AddCard).fill(&[(Field::Name, "Tello")]).tell(Msg::Submitted);
    let card = *story.model.book.cards.keys().next_back().unwrap();
    let reply = "You have used 40% of your data.";
    story.go(Route::Log(Some(card))).fill(&[(Field::Mode, "paste"), (Field::Reply, reply)]);
    assert_eq!(story.faults(), [(Field::Total, Fault::NeedsTotal)]);
    story.fill(&[(Field::Total, "5")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(3072));
    // The total is known now.
    story.hours(1).go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "paste"), (Field::Reply, "You've used 2.5 GB of data.")]);
    assert_eq!(story.faults(), []);
    story.tell(Msg::Submitted);
    // And so it is where a figure is typed.
    story.hours(1).types(card, "used", "3").fill(&[(Field::Unit, "GB")]);
    assert_eq!(story.faults(), []);
    story.types(card, "used-percent", "55");
    assert_eq!(story.faults(), []);
    assert_eq!(story.left(card), Some(2560));
}

#[test]
fn a_reply_with_a_day_that_is_long_over_is_held_up_until_the_day_is_left_out() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "paste"), (Field::Reply, "剩余流量 2.5GB，有效期至2020-01-01")]);
    let wrong = problems(&story.model, &story.moment());
    assert_eq!(wrong.iter().map(|it| (it.field, it.fault)).collect::<Vec<_>>(), [(Field::Reply, Fault::BeforeCard)]);
    story.tell(Msg::Answered(1, Some(Answer::Skip))).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(2560));
    // An end that is over only just may well be what the reply says.
    story.hours(1).go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "paste"), (Field::Reply, "剩余流量 0MB，有效期至2026-11-01")]);
    assert_eq!(problems(&story.model, &story.moment()), []);
}

#[test]
fn a_card_needs_nothing_but_a_name() {
    let mut story = Person::begin();
    story.go(Route::AddCard).tell(Msg::Submitted);
    assert_eq!(problems(&story.model, &story.moment())[0].fault, Fault::Missing);
    assert_eq!(story.effects, [Effect::Focus(Field::Name)]);
    assert!(story.stored.is_empty());

    story.fill(&[(Field::Name, "US")]).tell(Msg::Submitted);
    assert_eq!(story.model.book.cards.len(), 1);
    assert_eq!(story.model.route, Route::Home);
    assert_eq!(story.model.saves.safety(), Safety::Saved);
}

#[test]
fn a_typed_balance_is_logged_charted_and_there_the_next_time() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.logs(card, "2.5");
    story.hours(30).logs(card, "2");
    assert_eq!(story.left(card), Some(2048));
    let moment = story.moment();
    let screen = card_screen(&story.model.book, &moment, card, story.model.range).unwrap();
    assert!(matches!(screen.verdict, Verdict::Between { .. } | Verdict::Lasts { .. }), "{:?}", screen.verdict);
    assert_eq!(screen.charts.general.marks.len(), 2);
    assert_eq!(screen.rows.len(), 2);

    let again = Person::reopen(story.stored.clone(), None, "2026-11-23T08:00");
    assert_eq!(again.model.book, story.model.book);
    assert_eq!(again.model.home_card(), Some(card));
}

#[test]
fn an_edit_a_deletion_and_every_undo_come_back_to_what_was() {
    let mut story = Person::begin();
    let card = story.with_card();
    let entry = story.logs(card, "2.5");
    let before = story.model.book.clone();

    story.go(Route::EditEntry(entry)).fill(&[(Field::Figure, "1.5")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1536));
    let event = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(event));
    assert_eq!(story.left(card), Some(2560));

    story.tell(Msg::RemovedEntry(entry));
    assert_eq!(story.left(card), None);
    let event = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(event));
    assert_eq!(story.left(card), Some(2560));

    story.tell(Msg::RemovedCard(card));
    assert!(story.model.book.cards.is_empty());
    let event = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(event));
    assert_eq!(story.model.book.ledger(card).unwrap().entries().len(), before.ledger(card).unwrap().entries().len());
    assert_eq!(changes(&story.model, 50).len(), story.stored.len());
}

#[test]
fn undo_is_offered_for_ten_seconds_and_stays_in_the_history() {
    let mut story = Person::begin();
    let card = story.with_card();
    let entry = story.logs(card, "2.5");
    story.tell(Msg::RemovedEntry(entry));
    let event = story.model.undo.unwrap().event;
    assert!(story.effects.iter().any(|effect| matches!(effect, Effect::Wait(10_000, _))));
    story.tell(Msg::UndoEnded(event));
    assert_eq!(story.model.undo, None);
    let row = changes(&story.model, 50).into_iter().find(|row| row.event == event).unwrap();
    assert!(row.reversible);
    story.tell(Msg::Undid(event));
    assert_eq!(story.left(card), Some(2560));
}

#[test]
fn a_half_filled_form_survives_the_page_being_killed() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "1"), (Field::Note, "在店里\n两行")]);
    let drafts = story.effects.iter().find_map(|effect| match effect {
        Effect::KeepLocal(Local::Drafts, text) => Some(text.clone()),
        _ => None,
    });
    // Also where the first that is done is seldom done.
    let mut seldom = Person::reopen(story.stored.clone(), drafts.clone(), "2026-11-21T08:00");
    seldom.tell(Msg::AskedCalendar(card, false));
    assert_eq!(seldom.model.forms.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [Route::TopUp(card)]);
    let mut again = Person::reopen(story.stored.clone(), drafts, "2026-11-21T08:00");
    again.go(Route::TopUp(card));
    assert_eq!(again.model.form().unwrap().get(Field::Data), "1");
    assert_eq!(again.model.form().unwrap().get(Field::Note), "在店里\n两行");
    again.tell(Msg::Submitted);
    assert_eq!(again.model.book.entries.len(), 1);
    again.go(Route::TopUp(card));
    assert_eq!(again.model.form().unwrap().get(Field::Data), "", "a form that was sent off is not offered again");
}

#[test]
fn saved_is_said_only_after_the_database_has_it() {
    let mut story = Person::begin();
    story.go(Route::AddCard).fill(&[(Field::Name, "US")]);
    let moment = story.moment();
    let effects = update(&mut story.model, &moment, Msg::Submitted);
    let record = kept(&effects).unwrap();
    assert_eq!(story.model.saves.safety(), Safety::Saving);
    story.tell(stored(&record, Engine::Local, Ok(())));
    assert_eq!(story.model.saves.safety(), Safety::Saving);
    story.tell(Msg::Waited(record.key.clone()));
    assert_eq!(story.model.saves.safety(), Safety::Unconfirmed);
    story.tell(stored(&record, Engine::Database, Ok(())));
    assert_eq!(story.model.saves.safety(), Safety::Saved);
}

#[test]
fn a_failed_write_is_seen_and_everything_can_be_carried_out() {
    let mut story = Person::begin();
    story.refuses = Some(StoreFault::Full);
    let card = story.with_card();
    assert_eq!(story.model.saves.safety(), Safety::Unsaved(StoreFault::Full));
    story.tell(Msg::Carry(Move::AskedBackup(Way::Download)));
    let [Effect::HandOver { parcel: sim_gauge::app::carry::Parcel::Backup(backup, _), .. }] = story.effects.as_slice()
    else {
        panic!("{:?}", story.effects)
    };
    let text = &backup.text(None);
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(file["records"].as_array().unwrap().len(), 1);
    assert!(text.contains(&card.to_string()));
}

#[test]
fn damaged_and_strange_records_are_set_aside_and_exported_whole() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.logs(card, "2.5");
    let mut records = story.stored.clone();
    records[1].line.truncate(30);
    records.push(Record { key: "simgauge:e:stranger".to_owned(), line: "\u{0}\"hello\"".to_owned() });
    let mut again = Person::reopen(records.clone(), None, "2026-11-21T08:00");
    assert_eq!(again.model.book.cards.len(), 1);
    assert_eq!(again.model.journal.quarantined().count(), 2);
    again.tell(Msg::Carry(Move::AskedBackup(Way::Download)));
    let [Effect::HandOver { parcel: sim_gauge::app::carry::Parcel::Backup(backup, _), .. }] = again.effects.as_slice()
    else {
        panic!("{:?}", again.effects)
    };
    let text = &backup.text(None);
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    for record in records {
        let found = file["records"].as_array().unwrap().iter().any(|kept| kept["line"] == record.line.as_str());
        assert!(found, "{record:?}");
    }
}

#[test]
fn what_only_the_database_has_is_shown() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.logs(card, "2.5");
    let mut again = Person::reopen(Vec::new(), None, "2026-11-21T08:00");
    again.tell(Msg::StoreAnswered(Order::Read(None), Ok(story.stored.clone())));
    again.tell(Msg::StoreAnswered(Order::Read(Some(story.stored[1].key.clone())), Ok(Vec::new())));
    assert_eq!(again.model.book, story.model.book);
    assert_eq!(again.stored, story.stored, "the other store is healed");
    again.tell(Msg::OtherTabWrote(Engine::Local, vec![story.stored[0].clone()]));
    assert_eq!(again.model.book, story.model.book);
}

#[test]
fn pinning_and_archiving_decide_what_home_shows() {
    let mut story = Person::begin();
    let (first, second) = (story.with_card(), story.with_card());
    assert_eq!(story.model.home_card(), None, "with several cards and no pin, home is the list");
    story.tell(Msg::Pinned(first, true));
    assert_eq!(story.model.home_card(), Some(first));
    story.tell(Msg::Archived(first, true));
    assert!(matches!(changes(&story.model, 1)[0].what, What::Archived(true)));
    assert_eq!(story.model.home_card(), Some(second));
    let event = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(event));
    assert_eq!(story.model.home_card(), Some(first));
}

#[test]
fn whoever_left_to_ask_the_carrier_is_asked_what_it_said() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::Ways(card)).tell(Msg::AskedCarrier(card, Source::Text));
    let now = story.now.millis();
    assert_eq!(story.effects, [Effect::KeepLocal(Local::Awaited, format!("{card} text {now}"))]);
    story.hours(1).tell(Msg::CameBack);
    assert_eq!(story.model.route, Route::Log(Some(card)));
    story.tell(Msg::CameBack);
    assert_eq!(story.effects, [], "it asks once");
    story.tell(Msg::Cancelled).tell(Msg::CameBack);
    assert_eq!(story.effects, [], "and lets go");
}

#[test]
fn the_answer_s_source_is_filled_in_and_what_can_be_pasted_is_asked_for_first() {
    for (source, mode, word) in [
        (Source::Text, "paste", "text"),
        (Source::DialledCode, "paste", "code"),
        (Source::Hotline, "type", "hotline"),
        (Source::Website, "type", "website"),
    ] {
        let mut story = Person::begin();
        let card = story.with_card();
        story.go(Route::Ways(card)).tell(Msg::AskedCarrier(card, source)).tell(Msg::CameBack);
        let form = story.model.form().unwrap();
        assert_eq!((form.get(Field::Mode), form.get(Field::Source)), (mode, word), "{source:?}");
        assert!(!form.get(Field::Asked).is_empty(), "it asks what the carrier said");
    }
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::Ways(card)).tell(Msg::SawFigure(card, Source::PhoneCounter));
    let form = story.model.form().unwrap();
    assert_eq!((form.get(Field::Mode), form.get(Field::Source)), ("type", "counter"));
    story.fill(&[(Field::Said, "left"), (Field::Figure, "1.5")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1536));
    // Whoever was in the middle of a form finds it as it was.
    story.go(Route::Log(Some(card))).fill(&[(Field::Figure, "7")]);
    story.go(Route::Ways(card)).tell(Msg::AskedCarrier(card, Source::Hotline)).tell(Msg::CameBack);
    assert_eq!(story.model.form().unwrap().get(Field::Figure), "7");
}

#[test]
fn what_was_paid_hours_ago_is_logged_of_then_and_a_reply_that_was_begun_is_asked_of_itself() {
    for begun in [false, true] {
        let mut story = Person::begin();
        let card = story.with_card();
        let log = Route::Log(Some(card));
        if begun {
            // A reply was pasted after an earlier return from paying.
            story.go(Route::Pay(card)).tell(Msg::WentToPay(card, None)).tell(Msg::CameBack);
            story.typed(Field::Reply, "You have 2.5 GB of data left.");
        }
        story.go(Route::Pay(card)).tell(Msg::WentToPay(card, Some(Channel::OfficialSite)));
        let left = story.now;
        story.hours(5).tell(Msg::CameBack);
        if !begun {
            assert_eq!(story.model.route, log);
            story.tell(Msg::Paid(card));
        }
        assert_eq!(story.model.route, Route::TopUp(card), "{begun}");
        story.typed(Field::Paid, "20").tell(Msg::Submitted);
        let logged = story.model.book.entry(story.last_entry()).unwrap();
        assert!(logged.fact.is_pending() && left.since(logged.at).abs() < 60_000, "{begun}");
        // A return from asking asks what the carrier said, and what was begun stands.
        story.go(Route::Ways(card)).tell(Msg::AskedCarrier(card, Source::Text)).tell(Msg::CameBack);
        let form = story.model.form().unwrap();
        assert_eq!((story.model.route, form.asks_paid(), form.get(Field::Asked)), (log, false, "asked"));
        assert_eq!(form.get(Field::Reply).is_empty(), !begun);
    }
}

#[test]
fn whoever_left_to_pay_is_asked_once_whether_it_is_done() {
    let mut story = Person::begin();
    let card = story.with_card();
    let paid = Msg::WentToPay(card, Some(Channel::OfficialSite));
    story.go(Route::Pay(card)).tell(paid.clone());
    // Also where the page was killed meanwhile.
    let kept = story.effects.iter().find_map(|effect| match effect {
        Effect::KeepLocal(Local::Awaited, text) => Some(text.clone()),
        _ => None,
    });
    let records = Ok(story.stored.clone());
    let mut story = Person::opens(Start { records, awaited: kept, ..start("zh-CN") }, Place::shanghai(), story.now);
    story.hours(0).tell(Msg::CameBack);
    assert_eq!(story.model.route, Route::Log(Some(card)));
    let form = story.model.form().unwrap();
    assert_eq!((form.get(Field::Mode), form.asks_paid()), ("paste", true));
    story.tell(Msg::Paid(card));
    assert_eq!((story.model.route, story.model.form().unwrap().get(Field::Arrival)), (Route::TopUp(card), "pending"));
    story.tell(Msg::CameBack);
    assert_eq!(story.effects, [], "it asks once");
    // Where it was not, the channel by which it was paid is known.
    story.go(Route::Pay(card)).tell(paid.clone()).tell(Msg::CameBack).tell(Msg::Paid(card));
    assert_eq!(story.model.form().unwrap().get(Field::Channel), "site");
    // It is not: back to the ways, and nobody is asked again.
    story.go(Route::Pay(card)).tell(paid.clone()).tell(Msg::CameBack).tell(Msg::Cancelled);
    assert_eq!(story.model.route, Route::Pay(card));
    story.tell(Msg::CameBack);
    assert_eq!(story.effects, [], "and lets go");
    // Whoever writes it down already is not called away from that.
    story.go(Route::Pay(card)).tell(paid.clone()).go(Route::TopUp(card)).tell(Msg::CameBack);
    assert_eq!(story.model.route, Route::TopUp(card));
    // Nor is anybody asked who wrote it down before looking up.
    story.go(Route::Pay(card)).tell(paid).tell(Msg::Paid(card)).go(Route::Home).tell(Msg::CameBack);
    assert_eq!(story.effects, []);
}

#[test]
fn an_answer_that_waited_for_hours_is_of_when_it_was_asked_for_and_after_days_nobody_asks() {
    for pays in [false, true] {
        let leave = |card| match pays {
            true => Msg::WentToPay(card, None),
            false => Msg::AskedCarrier(card, Source::Text),
        };
        for (hours, when, at) in
            [(1, "now", ""), (5, "earlier", "2026-11-21T04:00"), (71, "earlier", "2026-11-21T04:00")]
        {
            let mut story = Person::begin();
            let card = story.with_card();
            story.go(Route::Ways(card)).tell(leave(card));
            story.hours(hours).tell(Msg::CameBack);
            let form = story.model.form().unwrap();
            assert_eq!((form.get(Field::When), form.get(Field::At)), (when, at), "{hours}");
            story.typed(Field::Reply, "You have 2.5 GB of data left.").tell(Msg::Submitted);
            let logged = story.model.book.entry(story.last_entry()).unwrap().at;
            let since = (story.now.since(logged) + 30_000) / 3_600_000;
            assert_eq!(since, if hours == 1 { 0 } else { hours });
        }
        let mut story = Person::begin();
        let card = story.with_card();
        story.go(Route::Ways(card)).tell(leave(card));
        story.hours(72).tell(Msg::CameBack);
        assert_eq!((story.model.route, story.model.awaited), (Route::Ways(card), None));
    }
}

#[test]
fn a_question_outlives_the_page() {
    let card = CardId(Ulid::from_parts(1, 2));
    let since = Some(utc("2026-11-20T20:00"));
    for errand in source::ALL.map(Errand::Ask).into_iter().chain([Errand::Pay]) {
        let awaited = Awaited { card, errand, since };
        assert_eq!(Awaited::parse(&awaited.text()), Some(awaited));
    }
    // As earlier versions kept it.
    let before = |errand| Some(Awaited { card, errand, since: None });
    assert_eq!(Awaited::parse(&card.to_string()), before(Errand::Ask(Source::Text)));
    assert_eq!(Awaited::parse(&format!("{card} code")), before(Errand::Ask(Source::DialledCode)));
    for strange in ["", "nobody", "nobody text", " text"] {
        assert_eq!(Awaited::parse(strange), None, "{strange}");
    }
}

#[test]
fn the_directory_is_fetched_when_a_screen_needs_it_and_not_before() {
    let mut story = Person::begin();
    let fetches = |story: &Person| story.effects.contains(&Effect::FetchDirectory);
    assert!(!fetches(&story), "the start waits for no directory");
    let card = CardId(Ulid::from_parts(1, 1));
    for route in [Route::Home, Route::Cards, Route::Card(card), Route::Log(Some(card)), Route::Settings] {
        assert!(!fetches(story.go(route)), "{route:?}");
    }
    for (text, linked) in [("You have 1.2 GB left.", false), ("You have 1.2 GB left. Renew at t.cn/x", true)] {
        let mut other = Person::begin();
        other.go(Route::Log(None)).fill(&[(Field::Reply, text)]);
        assert_eq!(fetches(&other), linked, "whose an address is: {text}");
    }
    // So it is for what is pasted at a tap, and for what was written before the page was loaded anew, in this tab
    // or in another.
    let mut pasted = Person::begin();
    pasted.go(Route::Log(None)).tell(Msg::ReadClipboard(Ok("You have 1.2 GB left. Renew at t.cn/x".to_owned())));
    assert!(fetches(&pasted));
    let text = form::drafts_to_text(&pasted.model.forms);
    let mut own = Person::reopen(Vec::new(), Some(text.clone()), "2026-11-20T20:00");
    assert!(fetches(own.go(Route::Log(None))));
    let mut other = Person::begin();
    other.go(Route::Log(None)).tell(Msg::FoundDrafts(vec![Draft { key: "drafts:gone".to_owned(), text }]));
    assert!(fetches(&other));
    assert!(fetches(story.go(Route::Ways(card))));
    assert!(!fetches(story.go(Route::AddCard)), "it is under way");
    story.tell(Msg::FetchedDirectory(None));
    assert_eq!(story.model.directory, DirectoryState::Failed(DirectoryFault::NotThere));
    assert!(fetches(story.go(Route::Ways(card))), "what failed is tried again by whoever comes again");
    story.tell(Msg::FetchedDirectory(Some(r#"{"format":1,"read":"2026-11","carriers":[]}"#.to_owned())));
    assert!(!fetches(story.go(Route::AddCard)));
}

#[test]
fn a_carrier_that_is_not_in_the_list_stays_as_it_was_typed() {
    let mut story = Person::begin();
    story.go(Route::AddCard).fill(&[(Field::Name, "One"), (Field::CarrierName, "Tello")]).tell(Msg::Submitted);
    let carrier = |story: &Person| {
        let card = story.model.book.cards.values().next_back().unwrap();
        card.value.carrier.as_ref().map(|carrier| carrier.as_str().to_owned())
    };
    assert_eq!(carrier(&story).as_deref(), Some("Tello"), "a name that was not chosen is taken for no carrier");
    let card = *story.model.book.cards.keys().next_back().unwrap();
    story.go(Route::EditCard(card)).fill(&[(Field::Carrier, "us-tello")]);
    assert!(story.effects.contains(&Effect::Focus(Field::Carrier)), "the chosen one takes the field's place");
    story.tell(Msg::Submitted);
    assert_eq!(carrier(&story).as_deref(), Some("us-tello"));
    story.go(Route::EditCard(card)).fill(&[(Field::Carrier, "")]);
    assert!(story.effects.contains(&Effect::Focus(Field::CarrierName)));
    story.tell(Msg::Submitted);
    assert_eq!(carrier(&story), None);
}

#[test]
fn a_clipboard_without_a_balance_is_neither_shown_nor_kept() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    assert!(story.effects.contains(&Effect::ReadClipboard));
    story.tell(Msg::ReadClipboard(Ok("correct horse battery staple".to_owned())));
    assert_eq!(story.model.clipboard, Some(ClipboardFault::NoBalance));
    assert_eq!(story.model.form().unwrap().get(Field::Reply), "");
    assert_eq!(story.effects, []);
}

#[test]
fn the_language_is_the_browsers_until_one_is_chosen() {
    let mut story = Person::begin();
    assert_eq!(story.model.lang, Lang::ZhHans);
    story.tell(Msg::ChoseLang(Lang::En));
    assert_eq!(story.effects, [Effect::ShowLang(Lang::En), Effect::KeepLocal(Local::Lang, "en".to_owned())]);
    for (tags, lang) in [
        (&["zh-TW", "en"][..], Lang::ZhHant),
        (&["zh-HK"], Lang::ZhHant),
        (&["zh-Hans-HK"], Lang::ZhHans),
        (&["zh"], Lang::ZhHans),
        (&["fr-FR", "zh-CN"], Lang::ZhHans),
        (&["fr-FR"], Lang::En),
    ] {
        assert_eq!(Lang::preferred(tags.iter().copied()), lang, "{tags:?}");
    }
}

#[test]
fn every_place_has_an_address() {
    let (card, entry) = (CardId(Ulid::from_parts(1, 2)), EntryId(Ulid::from_parts(3, 4)));
    for route in [
        Route::Home,
        Route::Cards,
        Route::Card(card),
        Route::AddCard,
        Route::EditCard(card),
        Route::Log(None),
        Route::Log(Some(card)),
        Route::TopUp(card),
        Route::KeepAlive(card),
        Route::EditEntry(entry),
        Route::Ways(card),
        Route::Pay(card),
        Route::RunOut(card),
        Route::Reminders(card),
        Route::Clerk(card),
        Route::Report(card),
        Route::WhatIf(card),
        Route::Trip,
        Route::Spending,
        Route::Changes,
        Route::Settings,
        Route::Sample,
    ] {
        assert_eq!(Route::parse(&route.address()), route);
    }
    for strange in ["", "#", "#/card/", "#/card/x", "#/card/x/log", "#//", "#/<script>", "#/entry/../.."] {
        assert_eq!(Route::parse(strange), Route::Home, "{strange}");
    }
}

#[test]
fn a_pasted_reply_is_reviewed_answered_and_logged() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    let reply = "You have 1.83 GB of data left out of 3 GB. Your plan expires on 12/04/2026.";
    story.tell(Msg::ReadClipboard(Ok(reply.to_owned())));
    assert_eq!(story.model.form().unwrap().get(Field::Reply), reply);
    let seen = story.review();
    assert_eq!(target(story.model.form().unwrap(), &story.model.book, &story.moment()).card, Some(card));
    for figure in &seen.reading.figures {
        assert!(reply.get(figure.span.start..figure.span.end).is_some());
    }
    assert!(story.stored.len() == 1, "nothing is saved before the person has seen it");
    story.tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1873));
    let ledger = story.model.book.ledger(card).unwrap();
    assert_eq!(ledger.expires(Date::parse("2026-11-20").unwrap()).unwrap().date.to_string(), "2026-12-04");

    // The same reply once more is noticed, and logged only when that is meant.
    story.hours(1).tell(Msg::StartedLog(Some(card), Mode::Paste)).tell(Msg::ReadClipboard(Ok(format!(" {reply}\n"))));
    story.tell(Msg::Submitted);
    assert_eq!(problems(&story.model, &story.moment())[0].fault, Fault::LoggedBefore);
    assert_eq!(story.model.book.entries.len(), 1);
    story.fill(&[(Field::Again, "yes")]).tell(Msg::Submitted);
    assert_eq!(story.model.book.entries.len(), 2);
}

#[test]
fn of_a_pasted_conversation_the_newest_is_offered_and_the_others_after_it() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.tell(Msg::StartedLog(Some(card), Mode::Paste));
    let paste = "[11/18/2026, 18:03] Mobile: You have 1.9 GB left.\n[11/19/2026, 09:03] Me: BAL\n\
        [11/19/2026, 09:04] Mobile: You have 1.2 GB left.\n";
    story.tell(Msg::ReadClipboard(Ok(paste.to_owned())));
    let seen = story.review();
    assert_eq!((seen.messages.len(), seen.meant, seen.text.as_str()), (2, Some(1), "You have 1.2 GB left."));
    assert_eq!(story.model.form().unwrap().get(Field::When), "stated");
    story.tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1228));
    let last = story.model.book.entries.values().next_back().unwrap().value.at;
    assert_eq!(Offsets::fixed(480).local(last), (Date::parse("2026-11-19").unwrap(), 9 * 60 + 4));

    let form = story.model.form().expect("the form goes on with the other message");
    let seen = review(form, &story.model.book, &story.moment()).unwrap();
    assert_eq!((seen.messages.len(), seen.text.as_str()), (1, "You have 1.9 GB left."));
    story.tell(Msg::Submitted);
    assert_eq!(story.model.book.entries.len(), 2);
    assert_eq!(story.left(card), Some(1228), "the older one changes nothing of what is left now");
    assert!(story.model.form().is_none(), "nothing is left of the paste");
}

#[test]
fn a_card_keeps_the_text_of_its_replies_masked_or_not_at_all() {
    let mut story = Person::begin();
    let card = story.with_card();
    let kept = |story: &Person| match &story.model.book.entries.values().next_back().unwrap().value.fact {
        Fact::Check(check) => check.reply.clone(),
        _ => None,
    };
    let reply = "Dear Maria, 6465550147 has 2.3 GB left.";
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, reply)]).tell(Msg::Submitted);
    assert_eq!(kept(&story).as_deref(), Some("Dear *****, ******0147 has 2.3 GB left."));
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, reply)]).tell(Msg::Submitted);
    assert_eq!(problems(&story.model, &story.moment())[0].fault, Fault::LoggedBefore, "masked, it is still the same");

    story.go(Route::EditCard(card)).fill(&[(Field::Texts, "dropped")]).tell(Msg::Submitted);
    let other = "You have 2.2 GB left.";
    story.hours(1).go(Route::Log(Some(card))).fill(&[(Field::Reply, other)]).tell(Msg::Submitted);
    assert_eq!((story.left(card), kept(&story)), (Some(2252), None));
}

#[test]
fn a_reply_that_was_kept_unmasked_is_still_the_same() {
    let mut story = Person::begin();
    let card = story.with_card();
    let reply = "Dear Maria, 6465550147 has 2.3 GB left.";
    let check = Check {
        measures: Vec::new(),
        expires: None,
        renews: None,
        source: Source::Text,
        reply: Some(reply.into()),
        sure: false,
    };
    let entry = Entry { card, at: story.now, fact: Fact::Check(check), note: None };
    let id = EventId(story.moment().fresh.plus(1));
    story.model.book.entries.insert(EntryId(id.0), Kept { version: id, value: entry.into() });
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, reply)]).tell(Msg::Submitted);
    assert_eq!(problems(&story.model, &story.moment())[0].fault, Fault::LoggedBefore);
    story.fill(&[(Field::Reply, "Dear Maria, 6465550147 has 2.2 GB left.")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(2252));
}

#[test]
fn of_messages_without_a_time_a_person_says_which_is_meant() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::Log(Some(card)));
    story.fill(&[(Field::Reply, "Mint: You have 6.1 GB left.\nTello: You have 2.3 GB left.")]);
    story.tell(Msg::Submitted);
    let open = problems(&story.model, &story.moment());
    assert_eq!((open[0].field, open[0].fault), (Field::Message, Fault::Unanswered));
    assert!(story.model.book.entries.is_empty());
    story.fill(&[(Field::Message, "1")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(2355));
}

#[test]
fn the_time_that_a_reply_gives_is_the_checks_unless_another_is_chosen() {
    let mut story = Person::begin();
    let card = story.with_card();
    let at = |story: &Person| instant(story.model.form().unwrap(), &story.moment());
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, "As of 11/19 6:00 PM you have 2.3 GB left.")]);
    let said = Offsets::fixed(-300).instant(Date::parse("2026-11-19").unwrap(), 18 * 60);
    assert_eq!(at(&story), said);
    story.fill(&[(Field::Reply, "You have 2.3 GB left.")]);
    assert_eq!(at(&story), story.now, "it was that reply's time and not another's");
    story.fill(&[(Field::When, "yesterday"), (Field::Reply, "As of 11/19 6:00 PM you have 2.3 GB left.")]);
    assert_ne!(at(&story), said, "what was chosen stands");
    story.fill(&[(Field::When, "stated")]);
    assert_eq!(at(&story), said);
}

#[test]
fn what_is_no_balance_is_refused_and_what_is_unclear_is_asked() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, "123456 is your verification code. Do not share it.")]);
    story.tell(Msg::Submitted);
    assert_eq!(problems(&story.model, &story.moment())[0].fault, Fault::NoBalance);
    story.fill(&[(Field::Reply, "Data: 1.83 GB / 3 GB")]).tell(Msg::Submitted);
    let open = problems(&story.model, &story.moment());
    assert_eq!(open[0].fault, Fault::Unanswered, "a bare figure may be left or used: nothing is preselected");
    assert!(story.model.book.entries.is_empty());
    story.tell(Msg::Answered(0, Some(Answer::Choice(0)))).tell(Msg::Submitted);
    assert_eq!(story.model.book.entries.len(), 1);
}

#[test]
fn hostile_replies_are_refused_or_read_and_never_grow_the_form() {
    let mut story = Person::begin();
    let card = story.with_card();
    let megabyte = "You have 1 GB left. ".repeat(50_000);
    for reply in [
        megabyte.as_str(),
        &"\u{0}\u{1}\u{7f}\u{85}".repeat(1000),
        &"\u{202e}\u{2066}BG 5.2 evah uoY\u{2069}".repeat(200),
        &"😀🇺🇸👩‍👩‍👧‍👦".repeat(30_000),
        &"9".repeat(100_000),
        &"1.".repeat(50_000),
        "99999999999999999999999 GB left, -5 MB used, expires 31/02/9999",
    ] {
        story.go(Route::Log(Some(card))).fill(&[(Field::Reply, reply)]).tell(Msg::Submitted);
        if let Some(form) = story.model.form() {
            assert!(form.get(Field::Reply).len() <= MAX_PASTE + 4);
            let moment = story.moment();
            let seen = review(form, &story.model.book, &moment);
            if let Some(seen) = &seen {
                assert!(seen.reading.figures.len() <= 40, "more than anyone would look through");
                for figure in &seen.reading.figures {
                    assert!(seen.text.get(figure.span.start..figure.span.end).is_some());
                }
            }
        }
    }
}

#[test]
fn what_is_typed_for_a_card_that_became_read_only_is_neither_kept_nor_lost() {
    let mut story = Person::begin();
    let card = story.with_card();
    let entry = story.logs(card, "2.5");
    let stored = story.stored.len();
    story.go(Route::Log(Some(card))).fill(&[(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "1.5")]);
    // Another tab runs a newer version, and wrote what this one cannot read.
    let object = format!(r#"{{"kind":"card","card":"{card}","form":"implant"}}"#);
    let newer = sealed(EventId(story.moment().fresh.plus(9)), "1", &object);
    story.tell(Msg::OtherTabWrote(Engine::Local, vec![newer])).tell(Msg::Submitted);
    assert_eq!(story.stored.len(), stored);
    assert_eq!(story.model.route, Route::Card(card), "the card's screen says why");
    story.go(Route::Log(Some(card)));
    assert_eq!(story.model.form().unwrap().get(Field::Figure), "1.5");

    story.go(Route::EditEntry(entry)).fill(&[(Field::Note, "shop")]).tell(Msg::RemovedEntry(entry));
    story.go(Route::EditEntry(entry));
    assert_eq!(story.model.form().unwrap().get(Field::Note), "shop");
    story.tell(Msg::RemovedCard(card));
    assert_eq!((story.stored.len(), story.model.route), (stored, Route::Card(card)));
    assert!(
        changes(&story.model, 50).iter().all(|row| !row.reversible),
        "no way back is offered that would not be gone"
    );
}

#[test]
fn an_edit_of_what_was_deleted_meanwhile_waits_and_does_not_bring_it_back() {
    let mut story = Person::begin();
    let card = story.with_card();
    let entry = story.logs(card, "2.5");
    story.go(Route::EditEntry(entry)).fill(&[(Field::Note, "shop")]).go(Route::Home);
    story.tell(Msg::RemovedEntry(entry));
    let (removal, stored) = (story.model.undo.unwrap().event, story.stored.len());
    story.go(Route::EditEntry(entry)).tell(Msg::Submitted);
    assert!(story.model.form().is_none(), "the screen says that it is gone");
    assert_eq!((story.stored.len(), story.left(card)), (stored, None));
    story.tell(Msg::Undid(removal));
    assert_eq!(story.model.form().unwrap().get(Field::Note), "shop");
    story.tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(2560));
}

#[test]
fn a_top_up_that_arrives_late_counts_from_its_arrival() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "1"), (Field::Arrival, "pending")]).tell(Msg::Submitted);
    let top_up = story.last_entry();
    story.hours(2).logs(card, "0.5");
    assert_eq!(story.left(card), Some(512));
    story.hours(2).go(Route::EditEntry(top_up)).fill(&[(Field::Arrival, "arrived")]);
    assert_eq!(story.model.form().unwrap().get(Field::When), "now", "seen, and to be changed, before it is saved");
    story.tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1536));
}

#[test]
fn a_top_up_that_a_check_shows_is_marked_as_arrived_before_it() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.logs(card, "0.5");
    story.hours(1).go(Route::TopUp(card)).fill(&[(Field::Data, "1"), (Field::Arrival, "pending")]).tell(Msg::Submitted);
    let top_up = story.last_entry();
    story.hours(2).logs(card, "1.4");
    story.hours(2).go(Route::EditEntry(top_up)).fill(&[(Field::Arrival, "arrived")]).tell(Msg::Submitted);
    assert_eq!(story.left(card), Some(1433), "1.4 GB, as the check found");
}

#[test]
fn a_seller_without_a_country_starts_from_the_phone_and_what_was_chosen_stays() {
    let mut story = Person::begin();
    story.go(Route::AddCard).typed(Field::Carrier, "esim-holafly");
    let told =
        |story: &Person| [Field::CardForm, Field::Zone].map(|field| story.model.form().unwrap().get(field).to_owned());
    let here = story.moment().zone.as_str().to_owned();
    assert_eq!(told(&story), ["esim", here.as_str()]);
    // Another carrier brings its own; none takes back what was only supposed.
    story.typed(Field::Carrier, "").typed(Field::Carrier, "us-tello");
    assert_eq!(told(&story), ["physical", "America/New_York"]);
    // What the person chose stays.
    story.typed(Field::CardForm, "app").typed(Field::Zone, "Asia/Tokyo").typed(Field::Carrier, "esim-airalo");
    assert_eq!(told(&story), ["app", "Asia/Tokyo"]);
    // Where the phone is in the same country, its days are the ones that one lives by.
    let mut story = Person::opens(start("zh-CN"), Place::los_angeles(), utc("2026-11-20T20:00"));
    story.go(Route::AddCard).typed(Field::Carrier, "us-tello");
    assert_eq!(story.model.form().unwrap().get(Field::Zone), "America/Los_Angeles");
}

#[test]
fn a_paste_is_a_text_message_unless_it_answers_a_question() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.tell(Msg::AskedCarrier(card, Source::DialledCode)).tell(Msg::CameBack);
    assert_eq!(story.model.form().unwrap().get(Field::Source), "code");
    story.typed(Field::Reply, "You have 2.5 GB of data left.").tell(Msg::Submitted);
    story.hours(24).go(Route::Log(Some(card)));
    assert_eq!(story.model.form().unwrap().get(Field::Source), "text");
}

#[test]
fn a_calendar_month_goes_on_after_the_day_that_a_reply_named() {
    let mut story = Person::begin();
    story.go(Route::AddCard).fill(&[(Field::Name, "US"), (Field::Plan, "3"), (Field::Validity, "month")]);
    story.tell(Msg::Submitted);
    let card = *story.model.book.cards.keys().next_back().unwrap();
    story.go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "2"), (Field::Expires, "2026-11-28")]);
    story.tell(Msg::Submitted);
    let ends = |story: &Person| {
        let moment = story.moment();
        card_screen(&story.model.book, &moment, card, story.model.range).unwrap().expires.unwrap().date.to_string()
    };
    assert_eq!(ends(&story), "2026-11-28");
    story.hours(12 * 24);
    assert_eq!(ends(&story), "2026-12-31");
}

#[test]
fn what_has_no_end_is_not_low() {
    let mut story = Person::begin();
    let card = story.with_card();
    let entry = story.logs(card, "0.1");
    let low = |story: &Person| {
        let moment = story.moment();
        card_screen(&story.model.book, &moment, card, story.model.range).unwrap().gauge.low
    };
    assert!(low(&story));
    let mut value = story.model.book.entry(entry).unwrap().clone();
    let sim_gauge::domain::Fact::Check(check) = &mut value.fact else { panic!("a check") };
    check.measures = vec![Measure { bucket: Bucket::General, said: Said::Unlimited }];
    value.at = value.at.plus(1);
    let id = story.moment().fresh.plus(9);
    let change = Change::SavedEntry { entry: EntryId(id), replaces: None, value: value.into() };
    story.tell(Msg::OtherTabWrote(Engine::Local, vec![Record::of(&Event { id: EventId(id), change })]));
    assert!(!low(&story));
}

#[test]
fn a_check_gone_on_with_days_later_keeps_the_time_at_which_it_was_filled_in() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.types(card, "left", "1");
    let drafts = story.effects.iter().find_map(|effect| match effect {
        Effect::KeepLocal(Local::Drafts, text) => Some(text.clone()),
        _ => None,
    });
    let mut again = Person::reopen(story.stored.clone(), drafts, "2026-11-22T08:00");
    again.go(Route::Log(Some(card))).tell(Msg::Submitted);
    let entry = &again.model.book.entries.values().next().unwrap().value;
    assert_eq!(entry.at, story.now, "Friday's figure, though it was saved on Sunday");
}

#[test]
fn what_is_put_in_the_place_of_a_draft_is_of_now() {
    let mut story = Person::begin();
    let card = story.with_card();
    let left = |gigabytes: &str| format!("You have {gigabytes} GB left.");
    let time = |change: &[(Field, &str)]| {
        let mut story = Person::reopen(story.stored.clone(), None, "2026-11-20T08:00");
        story.types(card, "left", "4").pastes(card, &left("3"));
        let drafts = story.local(Local::Drafts).map(str::to_owned);
        let mut again = Person::reopen(story.stored.clone(), drafts, "2026-11-23T08:00");
        again.go(Route::Log(Some(card))).fill(change).tell(Msg::Submitted);
        again.model.book.entry(again.last_entry()).unwrap().at.since(story.now) / 86_400_000
    };
    assert_eq!(time(&[]), 0, "as it was begun");
    assert_eq!(time(&[(Field::Note, "at the airport"), (Field::Reply, &left("3"))]), 0, "the same reply");
    assert_eq!(time(&[(Field::Reply, ""), (Field::Reply, &left("2"))]), 3, "another reply");
    assert_eq!(time(&[(Field::Mode, "type"), (Field::Unit, "GB")]), 0, "the same figure");
    assert_eq!(time(&[(Field::Mode, "type"), (Field::Figure, "2")]), 3, "another figure");
    // What the person chose stays.
    let chosen = [(Field::When, "earlier"), (Field::At, "2026-11-21T16:00"), (Field::Reply, &left("2"))];
    assert_eq!(time(&chosen), 1);
}

#[test]
fn what_is_used_of_a_plan_without_an_end_needs_no_total() {
    let mut story = Person::begin();
    let card = story.adds(&[(Field::Name, "Visible")]);
    story.pastes(card, "You have an unlimited plan. Data used: 12.4 GB.").tell(Msg::Submitted);
    let first = story.last_entry();
    story.days(2).types(card, "used", "13.6");
    assert_eq!(story.faults(), []);
    story.tell(Msg::Submitted);
    let screen = card_screen(&story.model.book, &story.moment(), card, story.model.range).unwrap();
    assert_eq!((screen.verdict, screen.rows.len()), (Verdict::Unlimited, 2));
    assert_ne!(story.last_entry(), first);
    // Nor does one that is put right; a share is one of something.
    story.go(Route::EditEntry(first)).typed(Field::Figure, "12.5");
    assert_eq!(story.faults(), []);
    story.types(card, "used-percent", "40");
    assert_eq!(story.faults(), [(Field::Total, Fault::NeedsTotal)]);
}

#[test]
fn choosing_how_to_log_is_no_unfinished_form() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::Log(Some(card))).fill(&[(Field::Mode, "type")]).go(Route::Home);
    assert!(story.model.forms.is_empty());
}

#[test]
fn a_queued_plan_waits_for_the_end_of_the_one_in_use_and_comes_in_its_place() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.logs(card, "1");
    let shown = |story: &Person| {
        let screen = card_screen(&story.model.book, &story.moment(), card, story.model.range).unwrap();
        let waiting = screen.waiting.first().map(|next| next.from.unwrap().to_string());
        let end = screen.expires.map(|end| end.date.to_string()).unwrap_or_default();
        (screen.gauge.known.unwrap().left.0 >> 20, end, waiting.unwrap_or_default())
    };
    let told = |left: u64, end: &str, from: &str| (left, end.to_owned(), from.to_owned());
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "5"), (Field::Effect, "queue"), (Field::Expires, "2027-01-31")]);
    story.tell(Msg::Submitted);
    let queued = story.last_entry();
    assert_eq!(shown(&story), told(1024, "2026-12-04", "2026-12-05"));
    // Extended, it waits longer; taken back, it does not.
    story.hours(1).go(Route::TopUp(card)).fill(&[(Field::Effect, "extend"), (Field::Expires, "2026-12-10")]);
    story.tell(Msg::Submitted);
    let extended = story.model.undo.unwrap().event;
    assert_eq!(shown(&story), told(1024, "2026-12-10", "2026-12-11"));
    story.tell(Msg::Undid(extended));
    assert_eq!(shown(&story), told(1024, "2026-12-04", "2026-12-05"));
    // The day after the end it is in use, until a check says what is left of it.
    story.hours(15 * 24);
    assert_eq!(shown(&story), told(5120, "2027-01-31", ""));
    let screen = card_screen(&story.model.book, &story.moment(), card, story.model.range).unwrap();
    assert_eq!(screen.gauge.begun.map(|day| day.to_string()).as_deref(), Some("2026-12-05"));
    assert!(!matches!(screen.verdict, Verdict::Expired | Verdict::NotEnough(_)), "{:?}", screen.verdict);
    story.logs(card, "4.5");
    assert_eq!(shown(&story), told(4608, "2027-01-31", ""));
    let screen = card_screen(&story.model.book, &story.moment(), card, story.model.range).unwrap();
    assert_eq!(
        (screen.gauge.begun, screen.alerts(&story.moment()).len()),
        (None, 0),
        "nothing rose, nothing was used at once"
    );
    // Deleted, the card is as it was: over.
    story.go(Route::EditEntry(queued)).tell(Msg::RemovedEntry(queued));
    let screen = card_screen(&story.model.book, &story.moment(), card, story.model.range).unwrap();
    assert_eq!((screen.verdict, screen.expires.unwrap().days), (Verdict::Expired, -1));
    let deleted = story.model.undo.unwrap().event;
    story.tell(Msg::Undid(deleted));
    assert_eq!(shown(&story), told(4608, "2027-01-31", ""));
}

#[test]
fn the_form_of_a_queued_top_up_says_when_it_begins() {
    let mut story = Person::begin();
    let card = story.with_card();
    let asked = |story: &Person| begins(story.model.form().unwrap(), &story.model.book, &story.moment());
    let day = |text: &str| Some(Begins::On(Date::parse(text).unwrap()));
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "5"), (Field::Effect, "queue"), (Field::Expires, "2027-01-31")]);
    assert_eq!(asked(&story), day("2026-12-05"));
    story.tell(Msg::Submitted);
    let queued = story.last_entry();
    story.go(Route::TopUp(card)).fill(&[(Field::Effect, "queue")]);
    assert_eq!(asked(&story), day("2027-02-01"), "behind the one that waits");
    story.go(Route::EditEntry(queued));
    assert_eq!(asked(&story), day("2026-12-05"), "it does not wait for itself");
    story.tell(Msg::RemovedEntry(queued));
    story.go(Route::EditCard(card)).fill(&[(Field::Validity, "unknown")]).tell(Msg::Submitted);
    story.go(Route::TopUp(card)).fill(&[(Field::Effect, "queue")]);
    assert_eq!(asked(&story), Some(Begins::Later));
    story.go(Route::EditCard(card)).fill(&[(Field::Validity, "until"), (Field::Until, "2026-11-10")]);
    story.tell(Msg::Submitted).go(Route::TopUp(card)).fill(&[(Field::Effect, "queue")]);
    assert_eq!(asked(&story), Some(Begins::AtOnce));
}

#[test]
fn little_left_is_seen_where_only_replies_tell_the_total() {
    let mut story = Person::begin();
    story.go(Route::AddCard).fill(&[(Field::Name, "US")]).tell(Msg::Submitted);
    let card = *story.model.book.cards.keys().next().unwrap();
    story.go(Route::Log(Some(card)));
    story.fill(&[(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "0.2"), (Field::Total, "3")]);
    story.tell(Msg::Submitted);
    let moment = story.moment();
    assert!(card_screen(&story.model.book, &moment, card, story.model.range).unwrap().gauge.low);
}

#[test]
fn a_plan_of_calendar_months_forgets_last_months_top_up() {
    let mut story = Person::begin();
    story.go(Route::AddCard);
    story.fill(&[(Field::Name, "月租"), (Field::Plan, "3"), (Field::Validity, "month")]).tell(Msg::Submitted);
    let card = *story.model.book.cards.keys().next().unwrap();
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "1")]).tell(Msg::Submitted);
    let used = |story: &mut Person| {
        story.go(Route::Log(Some(card)));
        story.fill(&[(Field::Mode, "type"), (Field::Said, "used"), (Field::Figure, "0.5")]).tell(Msg::Submitted);
        let moment = story.moment();
        let screen = card_screen(&story.model.book, &moment, card, story.model.range).unwrap();
        screen.gauge.known.unwrap().left.0 >> 20
    };
    // 20 November: 3 GB and 1 GB, of which 0.5 GB are used. 2 December: 3 GB, of which 0.5 GB are.
    assert_eq!(used(story.hours(1)), 3584);
    assert_eq!(used(story.hours(24 * 12)), 2560);
}

#[test]
fn a_tab_goes_on_with_the_forms_that_another_left_but_never_over_its_own() {
    let mut story = Person::begin();
    let card = story.with_card();
    story.go(Route::TopUp(card)).fill(&[(Field::Data, "2")]);
    let theirs = |route: Route, field: Field, text: &str| {
        let mut other = Person::reopen(story.stored.clone(), None, "2026-11-20T20:00");
        other.go(route).fill(&[(field, text)]);
        form::drafts_to_text(&other.model.forms)
    };
    let both = [theirs(Route::TopUp(card), Field::Data, "7"), theirs(Route::Log(None), Field::Reply, "1 GB left")];
    story.tell(Msg::FoundDrafts(vec![Draft { key: "drafts:gone".to_owned(), text: both.concat() }]));
    let [Effect::AdoptDrafts(own, left)] = story.effects.as_slice() else { panic!("{:?}", story.effects) };
    assert!(own.contains("1 GB left") && own.contains("data 2") && !own.contains("data 7"), "{own}");
    assert!(left[0].text.contains("data 7") && !left[0].text.contains("1 GB left"), "{left:?}");
    assert_eq!(story.model.form().unwrap().get(Field::Data), "2");
    story.go(Route::Log(None));
    assert_eq!(story.model.form().unwrap().get(Field::Reply), "1 GB left");
    assert!(story.model.form().unwrap().restored);
}

#[test]
fn an_edit_replaces_the_version_that_was_seen_when_its_form_was_opened() {
    let mut story = Person::begin();
    let card = story.with_card();
    let seen = story.model.book.cards.get(&card).unwrap().version;
    story.go(Route::EditCard(card)).fill(&[(Field::Name, "Here")]);
    let mut value = story.model.book.card(card).unwrap().clone();
    value.name = sim_gauge::domain::Line::parse("There").unwrap();
    let id = EventId(story.moment().fresh);
    let there = Event { id, change: Change::SavedCard { card, replaces: Some(seen), value: Rc::new(value) } };
    story.tell(Msg::OtherTabWrote(Engine::Local, vec![Record::of(&there)])).tell(Msg::Submitted);
    let last = story.model.journal.events().next_back().unwrap();
    assert_eq!(last.change.replaces(), Some(seen));
    assert_eq!(story.model.book.card(card).unwrap().name.as_str(), "Here");
}

#[test]
fn what_is_erased_goes_with_its_forms_and_nothing_else_does() {
    let mut story = Person::begin();
    let (first, second) = (story.with_card(), story.with_card());
    let entry = story.logs(first, "2.5");
    for route in [Route::EditEntry(entry), Route::TopUp(first), Route::TopUp(second)] {
        story.go(route).fill(&[(Field::Note, "begun")]);
    }
    story.tell(Msg::AskedCarrier(first, Source::Text));
    story.tell(Msg::StoreAnswered(Order::Read(None), Ok(Vec::new())));
    let effects = story.tell(Msg::AgreedToWipe(Scope::Card(first))).effects.clone();
    let names = vec![entry.to_string(), first.to_string()];
    assert!(effects.contains(&Effect::DropDrafts(Some(names))), "{effects:?}");
    assert_eq!(story.model.wiped, None, "not before the stores have answered");
    story.tell(Msg::StoreAnswered(Order::Lock, Ok(Vec::new())));
    assert_eq!(story.model.wiped, None, "not before the database was looked at again");
    story.tell(Msg::StoreAnswered(Order::Read(None), Ok(Vec::new())));
    assert_eq!((story.model.wiped, story.model.route), (Some(Ok(())), Route::Home));
    assert_eq!(story.model.awaited, None);
    let routes: Vec<Route> = story.model.forms.iter().map(|(route, _)| *route).collect();
    assert_eq!(routes, [Route::TopUp(second)]);
    assert_eq!(story.model.book.cards.keys().collect::<Vec<_>>(), [&second]);
    story.tell(Msg::AgreedToWipe(Scope::All)).tell(Msg::StoreAnswered(Order::Lock, Ok(Vec::new())));
    assert!(story.model.book.cards.is_empty() && story.model.forms.is_empty());
}

#[test]
fn a_second_card_erased_at_once_is_erased_after_the_first() {
    let mut story = Person::begin();
    let (first, second) = (story.with_card(), story.with_card());
    story.tell(Msg::StoreAnswered(Order::Read(None), Ok(Vec::new())));
    story.tell(Msg::AgreedToWipe(Scope::Card(first))).tell(Msg::AgreedToWipe(Scope::Card(second)));
    story.tell(Msg::StoreAnswered(Order::Lock, Ok(Vec::new())));
    assert_eq!(story.model.book.cards.keys().collect::<Vec<_>>(), [&second]);
    story.tell(Msg::StoreAnswered(Order::Read(None), Ok(Vec::new())));
    story.tell(Msg::StoreAnswered(Order::Lock, Ok(Vec::new())));
    assert!(story.model.book.cards.is_empty());
    assert_eq!(story.model.wiped, Some(Ok(())));
}

#[test]
fn what_another_tab_erases_goes_from_the_forms_here_too() {
    let mut story = Person::begin();
    story.with_card();
    story.with_card();
    story.go(Route::Log(None)).fill(&[(Field::Reply, "You have 1.9 GB left.")]);
    let mark = Journal::load(story.stored.clone()).wipe(EventId(story.moment().fresh), Scope::All);
    let effects = story.tell(Msg::OtherTabWrote(Engine::Local, vec![mark.clone()])).effects.clone();
    let kept = |effect: &Effect| match effect {
        Effect::KeepLocal(Local::Drafts, text) => Some(text.clone()),
        _ => None,
    };
    assert_eq!(effects.iter().find_map(kept), Some(String::new()));
    assert_eq!(story.model.form().unwrap().get(Field::Reply), "");
    // The same mark from the other store is no second wipe.
    story.fill(&[(Field::Reply, "a new one")]).tell(Msg::OtherTabWrote(Engine::Database, vec![mark]));
    assert_eq!(story.model.form().unwrap().get(Field::Reply), "a new one");
}

#[test]
fn a_message_without_figures_is_told_by_its_first_words() {
    let text = "“尊敬的客户，您好，请回复短信办理业务。";
    let context = sms::Context {
        received: Date::parse("2026-11-20").unwrap(),
        country: Some("CN"),
        currency: None,
        carrier: None,
        base: Base::Binary,
    };
    let said = sms::messages(text, &context);
    assert_eq!(told_apart(&said[0], text).1, "“尊敬的客户，您好，请回");
    let text = "a尊敬的客户，您好，请回复短信办理业务。";
    assert_eq!(told_apart(&sms::messages(text, &context)[0], text).1, "a尊敬的客户，您好，请回");
}

#[test]
fn forms_that_name_what_is_erased_are_taken_out_of_their_text() {
    let text = "# #/card/A/top-up top-up\ndata 2\n# #/log check\ncard B\n# #/add card\nname A B C\n";
    let without =
        |names: &[&str]| form::drafts_without(text, &names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>());
    assert_eq!(without(&["card/A"]), "# #/log check\ncard B\n# #/add card\nname A B C\n");
    assert_eq!(without(&["card B", "card/A"]), "# #/add card\nname A B C\n");
    assert_eq!(without(&[]), text);
}

#[test]
fn a_form_that_is_gone_on_with_is_not_said_to_be_from_last_time() {
    let restored = |story: &Person| story.model.form().unwrap().restored;
    let mut story = Person::begin();
    let card = story.with_card();
    let paste =
        "[11/18/2026, 18:03] Mobile: You have 1.9 GB left.\n[11/19/2026, 09:04] Mobile: You have 1.2 GB left.\n";
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, paste)]);
    story.go(Route::Home).go(Route::Log(Some(card)));
    assert!(restored(&story), "somebody went away and came back");
    story.tell(Msg::Submitted);
    assert!(!restored(&story), "the second message follows the first");

    let mut story = Person::begin();
    story.go(Route::Log(None)).fill(&[(Field::Reply, "1.2 GB left")]);
    story.go(Route::AddCard).fill(&[(Field::Name, "Trip")]).tell(Msg::Submitted);
    assert_eq!(story.model.route, Route::Log(None));
    assert!(!restored(&story), "the card was added in the middle of it");
}

#[test]
fn a_day_without_an_hour_is_never_given_one_that_nobody_said() {
    let mut story = Person::begin();
    let card = story.with_card();
    let stated =
        |story: &Person| review(story.model.form().unwrap(), &story.model.book, &story.moment()).unwrap().stated;
    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, "As of 11/20 you have 2.3 GB left.")]);
    assert_eq!((stated(&story), story.model.form().unwrap().get(Field::When)), (None, "now"), "the day is not over");

    story.fill(&[(Field::Reply, "As of 11/18 you have 2.3 GB left.")]);
    let said = stated(&story).unwrap();
    assert!(!said.hour, "the screen says that the hour is none of the reply's");
    assert_eq!(said.at, Offsets::fixed(-300).instant(Date::parse("2026-11-18").unwrap(), 12 * 60));
    story.fill(&[(Field::When, "earlier"), (Field::At, "2026-11-18T22:30")]).tell(Msg::Submitted);
    let kept = story.model.book.entries.values().next_back().unwrap().value.at;
    assert_eq!(Offsets::fixed(480).local(kept), (Date::parse("2026-11-18").unwrap(), 22 * 60 + 30));

    story.go(Route::Log(Some(card))).fill(&[(Field::Reply, "As of 11/18 6:00 PM you have 2.3 GB left.")]);
    assert!(stated(&story).unwrap().hour);
}

/// What a reply says of the whole and of the renewal is a plan, though nobody typed one.
#[test]
fn the_first_reply_says_how_long_it_lasts_where_it_says_the_whole_and_the_renewal() {
    for (reply, known) in [
        ("T-Mobile: You have used 3.2GB of 10GB. Renews 12/05/2026.", true),
        ("T-Mobile: You have 6.8GB left. Renews 12/05/2026.", false),
    ] {
        let mut story = Person::begin();
        let card = story.adds(&[(Field::Name, "T-Mobile"), (Field::Carrier, "us-tmobile-prepaid")]);
        story.pastes(card, reply).tell(Msg::Submitted);
        assert_eq!(story.left(card).map(|left| left / 100), Some(69), "{reply}");
        let screen = card_screen(&story.model.book, &story.moment(), card, Range::Cycle).unwrap();
        assert_eq!(matches!(screen.outlook, Outlook::Known(_)), known, "{reply}");
        // More data does not make it last less.
        let lasts = |story: &Person| {
            let screen = card_screen(&story.model.book, &story.moment(), card, Range::Cycle).unwrap();
            if let Outlook::Known(forecast) = screen.outlook { forecast.lasts_to_expiry() } else { None }
        };
        let before = lasts(&story);
        story.hours(1).go(Route::TopUp(card)).fill(&[(Field::Data, "5"), (Field::Effect, "add")]).tell(Msg::Submitted);
        assert!(lasts(&story) > before || !known && lasts(&story).is_none(), "{reply}: {before:?}");
    }
}

#[test]
fn a_reply_pasted_on_the_page_of_a_card_is_that_cards_unless_it_speaks_of_another() {
    let mut story = Person::begin();
    let card = |name: &'static str, carrier: &'static str, currency: &'static str| {
        [(Field::Name, name), (Field::Carrier, carrier), (Field::Currency, currency), (Field::Plan, "3")]
    };
    let one = story.adds(&card("One", "", "USD"));
    let two = story.adds(&card("Two", "", "EUR"));
    let tello = story.adds(&card("Three", "us-tello", "USD"));
    let mint = story.adds(&card("Four", "us-mint", "USD"));
    let mut goes = |from: CardId, text: &str| {
        story.pastes(from, text);
        let found = target(story.model.form().unwrap(), &story.model.book, &story.moment());
        (found.card, found.because)
    };
    // It fits every one of them.
    assert_eq!(goes(two, "You have 1.2 GB left."), (Some(two), None));
    assert_eq!(goes(one, "You have 1.2 GB left."), (Some(one), None));
    // Another carrier's card is here, or none is.
    assert_eq!(goes(mint, "Tello: You have 1.2 GB left."), (Some(tello), Some(Because::Carrier)));
    assert_eq!(goes(mint, "giffgaff: You have 1.2 GB left."), (None, None));
    // A card of which no carrier is known may well be of this one.
    assert_eq!(goes(one, "Tello: You have 1.2 GB left."), (Some(one), None));
    // Money that is another card's is asked about; money that is no card's is not.
    assert_eq!(goes(one, "Your balance is 4.20 EUR. You have 1.2 GB left."), (None, None));
    assert_eq!(goes(two, "Your balance is 4.20 EUR. You have 1.2 GB left."), (Some(two), None));
    assert_eq!(goes(one, "Your balance is 4.20 SEK. You have 1.2 GB left."), (Some(one), None));
    // What was chosen stays, whatever the reply says.
    goes(mint, "Tello: You have 1.2 GB left.");
    story.typed(Field::Card, &mint.to_string());
    assert_eq!(target(story.model.form().unwrap(), &story.model.book, &story.moment()).card, Some(mint));
    assert!(story.review().contradicted);
}
