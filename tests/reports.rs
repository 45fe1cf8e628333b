//! What a person reports of a carrier: it stands over what the directory says, which stays beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod hostile;
mod person;

use person::{Person, Place, start, utc};
use sim_gauge::app::carry::{Freight, HandFault, Handing, Incoming, Move, Parcel, Refusal, Way as Hand};
use sim_gauge::app::form::{Aim, Fault, Field, drafts_from_text};
use sim_gauge::app::screen::{Situation, Whereabouts, asking};
use sim_gauge::app::{Effect, Local, Msg, Route, Start, Told};
use sim_gauge::domain::*;
use sim_gauge::guide::*;
use sim_gauge::journal::Record;

const FILE: &str = r#"{"format":1,"read":"2026-11","carriers":[{"id":"us-good","name":"Good","network":"Big",
 "check":[{"text":"6700","say":"BAL","sure":"one source"},{"dial":"*777#","sure":"confirmed"},{"call":"611","sure":"unverified"}],
 "top_up":[{"call":"611","sure":"one source"}],
 "rules":[{"rule":"renews","for":"30 days","sure":"confirmed"},{"rule":"lasts","from":"$10","for":"3 months","sure":"confirmed"}]}]}"#;

fn listing() -> Listing {
    Directory::read(FILE).unwrap().find("us-good").unwrap().clone()
}

fn remark(text: &str) -> Remark {
    Remark::parse(text).unwrap()
}

fn report(on: &str, by: By, tells: Tells) -> Report {
    Report { carrier: Line::parse("us-good").unwrap(), on: Date::parse(on).unwrap(), by, tells }
}

fn mine(tells: Tells) -> Report {
    report("2026-11-20", By::Me, tells)
}

fn way(means: Means, what: &str, with: &str, instead: Option<&str>) -> Tells {
    let way = Contact::new(means, what, with).unwrap();
    Tells::Way { purpose: Purpose::Check, instead: instead.map(remark), way }
}

fn tried(way: &str, worked: bool) -> Tells {
    Tells::Tried { purpose: Purpose::Check, way: remark(way), worked }
}

#[test]
fn a_code_that_was_saved_before_such_codes_were_refused_stays_readable() {
    let saved = mine(way(Means::Dial, "*31*5550100#", "", None));
    assert_eq!(ReportText::of(&saved).read(), Some(saved));
}

/// The listing with these reports over it.
fn heard(reports: &[Report]) -> Listing {
    let ids = (0..).map(|n| ReportId(Ulid::from_parts(1, n)));
    listing().heard(ids.zip(reports.iter().cloned()))
}

/// A card with a line and data on that day, nobody knows where.
fn at(today: &str) -> Situation {
    Situation { line: true, data: true, place: Whereabouts::Somewhere, today: Date::parse(today).unwrap() }
}

/// The words of the ways to check in the order in which they are offered.
fn order(reports: &[Report]) -> Vec<String> {
    asking(&heard(reports), Purpose::Check, at("2026-11-21")).all().iter().map(|offer| offer.way.words()).collect()
}

/// Well sourced, from one source, unverified.
const LISTED: [&str; 3] = ["dial *777#", "text 6700 BAL", "call 611"];

#[test]
fn what_the_person_says_goes_first_and_nothing_is_hidden() {
    let added = way(Means::Dial, "*123#", "", None);
    let corrected = way(Means::Dial, "*778#", "", Some("dial *777#"));
    let file = |tells| report("2026-11-20", By::File, tells);
    for (name, reports, expected) in [
        ("nothing is said", vec![], vec![LISTED[0], LISTED[1], LISTED[2]]),
        ("it worked", vec![mine(tried("text 6700 BAL", true))], vec![LISTED[1], LISTED[0], LISTED[2]]),
        ("even what nobody vouches for", vec![mine(tried("call 611", true))], vec![LISTED[2], LISTED[0], LISTED[1]]),
        ("it did not", vec![mine(tried("text 6700 BAL", false))], vec![LISTED[0], LISTED[2], LISTED[1]]),
        (
            "of two that worked the later",
            vec![mine(tried("call 611", true)), report("2026-11-21", By::Me, tried("dial *777#", true))],
            vec![LISTED[0], LISTED[2], LISTED[1]],
        ),
        (
            "the last time counts",
            vec![report("2026-11-21", By::Me, tried("dial *777#", false)), mine(tried("dial *777#", true))],
            vec![LISTED[1], LISTED[2], LISTED[0]],
        ),
        ("one more way", vec![mine(added.clone())], vec!["dial *123#", LISTED[0], LISTED[1], LISTED[2]]),
        ("one instead", vec![mine(corrected.clone())], vec!["dial *778#", LISTED[1], LISTED[2]]),
        ("a file's is as doubtful as any", vec![file(added)], vec![LISTED[0], LISTED[1], LISTED[2], "dial *123#"]),
        (
            "what a file says instead of a way stands right below that",
            vec![
                file(way(Means::Dial, "*778#", "", Some("dial *777#"))),
                file(way(Means::Text, "6701", "BAL", Some("text 6700 BAL"))),
            ],
            vec![LISTED[0], "dial *778#", LISTED[1], "text 6701 BAL", LISTED[2]],
        ),
        (
            "and where it worked, it goes first",
            vec![file(way(Means::Text, "6701", "BAL", Some("text 6700 BAL"))), mine(tried("text 6701 BAL", true))],
            vec!["text 6701 BAL", LISTED[0], LISTED[1], LISTED[2]],
        ),
        ("a file raises nothing", vec![file(tried("call 611", true))], vec![LISTED[0], LISTED[1], LISTED[2]]),
        (
            "what failed for whoever said it instead stands below what worked",
            vec![
                file(way(Means::Dial, "*778#", "", Some("dial *777#"))),
                file(tried("dial *778#", false)),
                file(tried("call 611", true)),
            ],
            vec![LISTED[0], LISTED[1], LISTED[2], "dial *778#"],
        ),
        (
            "what was tried was another",
            vec![mine(corrected), mine(tried("dial *777#", true))],
            vec!["dial *778#", LISTED[1], LISTED[2]],
        ),
        ("what is listed no more is a way all the same", vec![mine(way(Means::Call, "999", "", Some("call 55")))], {
            vec!["call 999", LISTED[0], LISTED[1], LISTED[2]]
        }),
    ] {
        assert_eq!(order(&reports), expected, "{name}");
    }
}

#[test]
fn what_worked_for_a_stranger_stands_before_what_nobody_tried_and_nobody_vouches_for() {
    let shipped = Directory::read(include_str!("../www/carriers.json")).unwrap();
    let first = |reports: &[Report]| {
        let ids = (0..).map(|n| ReportId(Ulid::from_parts(1, n)));
        let listing = shipped.find("cn-mobile").unwrap().clone().heard(ids.zip(reports.iter().cloned()));
        asking(&listing, Purpose::TopUp, at("2026-11-21")).all()[0].way.words()
    };
    let purpose = Purpose::TopUp;
    let file = |tells| report("2026-11-20", By::File, tells);
    let worked = |words| file(Tells::Tried { purpose, way: remark(words), worked: true });
    assert_eq!(first(&[]), "app 中国移动");
    assert_eq!(first(&[worked("pay 支付宝 · 微信支付")]), "pay 支付宝 · 微信支付");
    // Not what the same file brings.
    let brought = Contact::new(Means::App, "MyPay", "").unwrap();
    let brought = file(Tells::Way { purpose, instead: None, way: brought });
    assert_eq!(first(&[brought, worked("app MyPay")]), "app 中国移动");
}

#[test]
fn a_corrected_number_is_the_same_wherever_it_is_listed() {
    let shipped = Directory::read(include_str!("../www/carriers.json")).unwrap();
    let number = |ways: &[Way], number: &str| ways.iter().filter(|way| way.what == number).count();
    let (old, new) = ("1-800-901-9878", "1-800-331-0500");
    let counts =
        |listing: &Listing| [&listing.checks, &listing.top_ups].map(|ways| (number(ways, old), number(ways, new)));
    let purposes = [Purpose::Check, Purpose::TopUp];
    for (by, of) in purposes.map(|of| (By::Me, of)).into_iter().chain(purposes.map(|of| (By::File, of))) {
        let listing = shipped.find("us-att-prepaid").unwrap().clone();
        assert_eq!(counts(&listing), [(1, 0), (1, 0)]);
        let contact = Contact::new(Means::Call, new, "").unwrap();
        let tells =
            |purpose| Tells::Way { purpose, instead: Some(remark("call 1-800-901-9878")), way: contact.clone() };
        let one = report("2026-11-20", by, tells(of));
        let listing = listing.heard([(ReportId(Ulid::from_parts(1, 1)), one)].into_iter());
        // What came in a file takes no place, and stands where the file says.
        let stranger = if of == Purpose::Check { [(1, 1), (1, 0)] } else { [(1, 0), (1, 1)] };
        assert_eq!(counts(&listing), if by == By::Me { [(0, 1), (0, 1)] } else { stranger }, "{by:?} {of:?}");
        // A price or a menu is of the one purpose.
        let same = Contact::new(Means::Call, old, "").unwrap().with_menu("3").unwrap();
        let tells = Tells::Way { purpose: of, instead: Some(remark("call 1-800-901-9878")), way: same };
        let listing = shipped.find("us-att-prepaid").unwrap().clone();
        let listing = listing.heard([(ReportId(Ulid::from_parts(1, 1)), report("2026-11-20", by, tells))].into_iter());
        let menus = [&listing.checks, &listing.top_ups].map(|ways| ways.iter().filter(|way| way.menu == "3").count());
        assert_eq!(menus.iter().sum::<usize>(), usize::from(by == By::Me), "{by:?} {of:?}");
    }
}

#[test]
fn a_correction_names_what_is_listed_and_who_says_it() {
    let reports = [
        mine(way(Means::Dial, "*778#", "", Some("dial *777#"))),
        report("2026-11-21", By::Me, way(Means::Dial, "*779#", "", Some("dial *777#"))),
        mine(way(Means::Text, "6700", "BAL", None)),
        report("2026-11-19", By::Me, tried("dial *779#", false)),
        report("2026-11-22", By::File, tried("dial *779#", true)),
    ];
    let checks = heard(&reports).checks;
    assert_eq!(checks.len(), 3, "a second correction stands for the first one");
    let heard = &checks[1].known.heard;
    assert_eq!((checks[1].words().as_str(), heard.instead.as_deref()), ("dial *779#", Some("dial *777#")));
    let told = heard.told.unwrap();
    assert_eq!(
        (told.on, told.by, told.report),
        (Date::parse("2026-11-21").unwrap(), By::Me, Some(ReportId(Ulid::from_parts(1, 1))))
    );
    assert_eq!(heard.tried.map(|(mark, worked)| (mark.by, worked)), Some((By::Me, false)), "one's own word counts");
    // What is listed alike keeps its sources.
    let alike = &checks[0].known;
    assert!(alike.heard.told.is_some() && alike.heard.instead.is_none() && alike.sure == Confidence::OneSource);
}

#[test]
fn the_list_vouches_for_nothing_that_it_does_not_say() {
    let mut contact = Contact::new(Means::Text, "6700", "BAL").unwrap();
    contact.free = true;
    let free = Tells::Way { purpose: Purpose::Check, instead: None, way: contact };
    let checks = heard(&[mine(tried("text 6700 BAL", true)), mine(free)]).checks;
    let known = &checks[0].known;
    assert!(checks[0].free && checks.len() == 3);
    assert_eq!((known.sure, known.sources.len()), (Confidence::Told, 0), "only the person says that it is free");
    assert_eq!(known.heard.instead.as_deref(), Some("text 6700 BAL"), "there is a way back");
    assert!(known.heard.tried.is_some(), "that it worked still holds");
}

#[test]
fn what_a_correction_stands_for_is_kept_with_its_terms() {
    let file = r#"{"format":1,"read":"2026-11","carriers":[{"id":"us-good","name":"Good","check":[
      {"call":"611","menu":"1","sure":"one source"}]}]}"#;
    let listing = || Directory::read(file).unwrap().find("us-good").unwrap().clone();
    let call = |menu: &str| {
        let way = Contact::new(Means::Call, "611", "").and_then(|way| way.with_menu(menu)).unwrap();
        Tells::Way { purpose: Purpose::Check, instead: Some(remark("call 611")), way }
    };
    let heard = |reports: &[Report]| {
        let ids = (0..).map(|n| ReportId(Ulid::from_parts(1, n)));
        listing().heard(ids.zip(reports.iter().cloned())).checks
    };
    let listed = &listing().checks[0];
    let once = heard(&[mine(tried("call 611", true)), mine(call("2"))]);
    assert_eq!((once.len(), once[0].menu.as_str(), once[0].listed.as_deref().unwrap().menu.as_str()), (1, "2", "1"));
    assert!(once[0].known.heard.tried.is_some(), "the same number went as it went");
    let twice = heard(&[mine(call("2")), mine(call("3"))]);
    assert_eq!((twice[0].menu.as_str(), twice[0].listed.as_deref()), ("3", Some(listed)), "not the first correction");
    // What was said once more in the words of the list is corrected like it.
    let same = Contact::new(Means::Call, "611", "").and_then(|way| way.with_menu("1")).unwrap();
    let same = Tells::Way { purpose: Purpose::Check, instead: None, way: same };
    let after = heard(&[mine(same), mine(call("2"))]);
    assert_eq!(after[0].listed.as_ref().map(|listed| listed.menu.as_str()), Some("1"));
}

#[test]
fn rules_and_the_network_are_corrected_too() {
    let stated = heard(&[
        mine(Tells::Rule { instead: Some(remark("renews 30 days")), words: remark("Every 28 days.") }),
        mine(Tells::Rule { instead: None, words: remark("Data rolls over.") }),
        mine(Tells::NoRule(remark("lasts $10 3 months"))),
        mine(Tells::Network(Line::parse("Small").unwrap())),
        report("2026-11-21", By::Me, Tells::Network(Line::parse("Other").unwrap())),
    ]);
    let rules: Vec<_> = stated.rules.iter().map(|one| one.rule.words()).collect();
    assert_eq!(rules, ["says Every 28 days.", "lasts $10 3 months", "says Data rolls over."]);
    assert_eq!(stated.rules[0].known.heard.instead.as_deref(), Some("renews 30 days"));
    assert!(stated.rules[1].known.heard.denied.is_some() && stated.rules[0].known.heard.denied.is_none());
    assert_eq!(stated.network.as_deref(), Some("Other"));
    assert_eq!(stated.network_told.unwrap().1.as_deref(), Some("Big"));
}

#[test]
fn the_words_of_a_rule_say_it_in_every_language() {
    let span = Span::parse("3 months").unwrap();
    let rules = [
        Rule::Lasts { from: Some("US$10 + tax".to_owned()), span },
        Rule::Lasts { from: None, span },
        Rule::Renews(span),
        Rule::Use(span),
        Rule::TopUp(span),
        Rule::Grace(span),
        Rule::Lags(span),
        Rule::Warns("80 % 100 %".to_owned()),
        Rule::CalendarMonth,
        Rule::DataOnly,
        Rule::Says("Only on Sundays.".to_owned()),
    ];
    for rule in rules {
        assert_eq!(Rule::of_words(&rule.words()), rule);
    }
    // Whatever else a file names stays as it was written.
    for words in ["lasts", "lasts $10", "renews often", "use 0 days", "rolls over", "top up 3 weeks"] {
        assert_eq!(Rule::of_words(words), Rule::Says(words.to_owned()));
    }
}

#[test]
fn the_words_of_every_shipped_fact_name_it_alone() {
    let directory = Directory::read(include_str!("../www/carriers.json")).unwrap();
    for listing in &directory.listings {
        let rules = listing.rules.iter().map(|stated| stated.rule.words()).collect();
        for stated in &listing.rules {
            assert_eq!(Rule::of_words(&stated.rule.words()), stated.rule, "{}", listing.id);
        }
        let words = |ways: &[Way]| ways.iter().map(Way::words).collect();
        for mut all in [words(&listing.checks), words(&listing.top_ups), rules] {
            let all: &mut Vec<String> = &mut all;
            // Every one can be named in a report, and comes back as it was said.
            for fact in all.iter() {
                assert_eq!(Remark::parse(fact).unwrap().as_str(), fact, "{}", listing.id);
            }
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{}: two facts have the same words: {all:?}", listing.id);
        }
        for way in listing.checks.iter().chain(&listing.top_ups) {
            assert_eq!(Way::new(&way.contact().unwrap(), way.known.clone()), *way, "{}", listing.id);
        }
    }
}

/// What the browser answers: the directory comes, and what is handed over arrives.
fn answers(effect: &Effect) -> Option<Msg> {
    match effect {
        Effect::FetchDirectory => Some(Msg::FetchedDirectory(Some(FILE.replace("us-good", GOOD)))),
        Effect::HandOver { parcel: Parcel::Carrier(_), .. } => {
            Some(Msg::Carry(Move::HandedOver(Freight::Carrier, Ok(()))))
        }
        _ => None,
    }
}

impl Person {
    fn new() -> Self {
        Self::with(Vec::new())
    }

    fn with(records: Vec<Record>) -> Self {
        let start = Start { records: Ok(records), ..start("en") };
        Self::opens(start, Place::utc(), utc("2026-11-20T17:00")).answered(answers)
    }

    fn card(&mut self, name: &str, carrier: &str) -> CardId {
        let card = self.adds(&[(Field::Name, name), (Field::Carrier, ""), (Field::CarrierName, carrier)]);
        self.go(Route::Ways(card));
        card
    }

    fn listing(&self, carrier: &str) -> Listing {
        match self.model.directory.tells(carrier, &self.model.book) {
            Told::Listed(listing) => *listing,
            told => panic!("{told:?}"),
        }
    }

    fn checks(&self, carrier: &str) -> Vec<String> {
        self.listing(carrier).checks.iter().map(Way::words).collect()
    }

    /// The last file of a carrier that was handed over: its name, and what is in it.
    fn file(&mut self, card: CardId) -> (String, String) {
        self.tell(Msg::Carry(Move::AskedCarrier(card, Hand::Download)));
        let handed = self.asked.iter().rev().find_map(|effect| match effect {
            Effect::HandOver { way: Hand::Download, name, parcel: Parcel::Carrier(text) } => {
                Some((name.clone(), text.clone()))
            }
            _ => None,
        });
        handed.unwrap()
    }

    fn brings(&mut self, text: &str) -> &mut Self {
        self.go(Route::Import).tell(Msg::Carry(Move::Read(Ok(text.to_owned()))))
    }
}

/// The carrier that the directory of these stories lists.
const GOOD: &str = "us-tello";

#[test]
fn a_code_is_corrected_kept_taken_back_and_undone() {
    let mut person = Person::new();
    let card = person.card("US", GOOD);
    assert_eq!(person.checks(GOOD), ["text 6700 BAL", "dial *777#", "call 611"]);
    person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, Some("dial *777#".to_owned()))));
    assert_eq!(person.model.route, Route::Report(card));
    let form = person.model.form().unwrap();
    assert_eq!([Field::Means, Field::What, Field::Of].map(|field| form.get(field)), ["dial", "*777#", "dial *777#"]);
    // Half-filled, it survives the page being killed.
    person.typed(Field::What, "*777#;ext=1");
    assert_eq!(drafts_from_text(person.local(Local::Drafts).unwrap())[0].1.get(Field::What), "*777#;ext=1");
    assert_eq!(person.faults(), [(Field::What, Fault::NotAWay)]);
    person.tell(Msg::SubmittedReport);
    assert!(person.model.book.reports.is_empty());
    person.typed(Field::What, " *778# ").tell(Msg::SubmittedReport);
    assert_eq!(person.model.route, Route::Ways(card));
    assert_eq!(person.checks(GOOD), ["text 6700 BAL", "dial *778#", "call 611"]);
    // What stands there is changed, and stands for the same listed code.
    person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, Some("dial *778#".to_owned()))));
    person.typed(Field::What, "*779#").tell(Msg::SubmittedReport);
    assert_eq!((person.checks(GOOD)[1].as_str(), person.model.book.reports.len()), ("dial *779#", 1));
    let again = Person::with(person.stored.clone());
    assert_eq!(again.model.book, person.model.book, "all of it is kept");
    let report = *person.model.book.reports.keys().next().unwrap();
    let last = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(last));
    assert_eq!(person.checks(GOOD)[1], "dial *778#");
    person.tell(Msg::RemovedReport(report));
    assert_eq!(person.checks(GOOD), ["text 6700 BAL", "dial *777#", "call 611"]);
    let last = person.model.undo.unwrap().event;
    person.tell(Msg::Undid(last));
    assert_eq!(person.checks(GOOD)[1], "dial *778#", "a removal is undone like anything");
}

#[test]
fn the_name_of_a_listed_carrier_is_corrected_and_taken_back() {
    let mut person = Person::new();
    let card = person.card("US", GOOD);
    person.tell(Msg::StartedReport(card, Aim::Name));
    assert_eq!(person.model.form().unwrap().get(Field::What), "Tello", "what it is called here is to be corrected");
    person.typed(Field::What, " 紫色小卡 ").tell(Msg::SubmittedReport);
    let name = |person: &Person| person.model.book.carrier_name(GOOD).map(str::to_owned);
    assert_eq!((person.model.route, name(&person)), (Route::Ways(card), Some("紫色小卡".to_owned())));
    // It is found by that name, kept, and named so in a file.
    let found = search("紫色", Some("HK"), None, &person.model.book);
    assert_eq!(found.iter().map(|carrier| carrier.id()).collect::<Vec<_>>(), [GOOD]);
    assert_eq!(name(&Person::with(person.stored.clone())), name(&person));
    let (_, text) = person.file(card);
    assert_eq!(CarrierFile::read(&text, Date::LAST).unwrap().name.as_str(), "紫色小卡");
    // Said otherwise, it is one report; what somebody's file calls it is nothing here.
    person.go(Route::Ways(card)).tell(Msg::StartedReport(card, Aim::Name));
    assert_eq!(person.model.form().unwrap().get(Field::What), "紫色小卡");
    person.typed(Field::What, "Tello 2").tell(Msg::SubmittedReport);
    assert_eq!((name(&person), person.model.book.reports.len()), (Some("Tello 2".to_owned()), 1));
    let files = Report {
        carrier: Line::parse(GOOD).unwrap(),
        ..report("2026-11-21", By::File, Tells::Name(Line::parse("X").unwrap()))
    };
    assert_eq!(ReportText::of(&files).name(), Some((false, "X")));
    let later = sim_gauge::domain::Kept {
        value: ReportText::of(&files),
        ..person.model.book.reports.values().next().unwrap().clone()
    };
    let mut book = person.model.book.clone();
    book.reports.insert(ReportId(Ulid::from_parts(u64::MAX >> 16, 1)), later);
    assert_eq!(book.carrier_name(GOOD), Some("Tello 2"), "one's own word is stronger than a later file's");
    let report = *person.model.book.reports.keys().next().unwrap();
    person.tell(Msg::RemovedReport(report));
    assert_eq!(name(&person), None);
}

#[test]
fn what_was_tried_is_one_report_however_often_it_is_tapped() {
    let mut person = Person::new();
    let card = person.card("US", GOOD);
    for worked in [true, false, true] {
        person.tell(Msg::Reported(card, tried("call 611", worked)));
        let heard = person.listing(GOOD).checks[2].known.heard.clone();
        assert_eq!(
            heard.tried.map(|(mark, worked)| (mark.on.to_string(), worked)),
            Some(("2026-11-20".to_owned(), worked))
        );
        assert_eq!(person.model.book.reports.len(), 1);
    }
    person.tell(Msg::Reported(card, Tells::NoRule(remark("renews 30 days"))));
    assert!(person.listing(GOOD).rules[0].known.heard.denied.is_some());
    assert_eq!(person.model.book.reports.len(), 2);
}

#[test]
fn a_carrier_of_ones_own_is_added_by_what_is_said_of_it() {
    let mut person = Person::new();
    let card = person.card("Corner", "Corner Shop Mobile");
    assert_eq!(person.model.directory.tells("Corner Shop Mobile", &person.model.book), Told::Unlisted);
    for (aim, fields) in [
        (Aim::Way(Purpose::Check, None), vec![(Field::What, "700"), (Field::With, "LEFT")]),
        (
            Aim::Way(Purpose::Check, None),
            vec![
                (Field::Means, "call"),
                (Field::What, "611"),
                (Field::With, "+1 555 010 0100"),
                (Field::Menu, "1 2"),
                (Field::Free, "yes"),
            ],
        ),
        (Aim::Way(Purpose::TopUp, None), vec![(Field::Means, "site"), (Field::What, "https://shop.example/pay")]),
        (Aim::Way(Purpose::TopUp, None), vec![(Field::Means, "shop")]),
        (Aim::Rule(None), vec![(Field::What, "  Only on Sundays. ")]),
        (Aim::Network, vec![(Field::What, "T-Mobile")]),
    ] {
        person.tell(Msg::StartedReport(card, aim));
        person.fill(&fields);
        assert_eq!(person.faults(), []);
        person.tell(Msg::SubmittedReport);
    }
    let listing = person.listing("Corner Shop Mobile");
    let words = |ways: &[Way]| ways.iter().map(Way::words).collect::<Vec<_>>();
    assert_eq!(words(&listing.checks), ["text 700 LEFT", "call 611 +1 555 010 0100"]);
    assert_eq!((listing.checks[1].menu.as_str(), listing.checks[1].free), ("1 2", true));
    assert_eq!(words(&listing.top_ups), ["site shop.example/pay", "shop"]);
    assert_eq!(listing.rules[0].rule, Rule::Says("Only on Sundays.".to_owned()));
    assert_eq!(listing.network.as_deref(), Some("T-Mobile"));
    // Another card of that carrier knows all of it.
    let other = person.card("Second", "Corner Shop Mobile");
    person.tell(Msg::StartedReport(other, Aim::Network));
    assert_eq!(person.model.form().unwrap().get(Field::What), "T-Mobile");
}

#[test]
fn a_form_says_what_is_wrong_with_a_way() {
    let long = "x".repeat(81);
    for (fields, faults) in [
        (vec![], vec![(Field::What, Fault::Missing), (Field::With, Fault::Missing)]),
        (vec![(Field::What, "6700")], vec![(Field::With, Fault::Missing)]),
        (vec![(Field::What, "six")], vec![(Field::What, Fault::NotAWay)]),
        (vec![(Field::What, "6700"), (Field::With, "<b>BAL</b>")], vec![(Field::With, Fault::NotAWay)]),
        (vec![(Field::Means, "app"), (Field::What, &long)], vec![(Field::What, Fault::TooLong)]),
        (vec![(Field::Means, "app"), (Field::What, "<img src=x>")], vec![(Field::What, Fault::NotAWay)]),
        (vec![(Field::Means, "site"), (Field::What, "javascript:alert(1)")], vec![(Field::What, Fault::NotAWay)]),
        (vec![(Field::Means, "site"), (Field::What, "")], vec![(Field::What, Fault::NotAWay)]),
        (
            vec![(Field::Means, "call"), (Field::What, "611"), (Field::With, "abroad")],
            vec![(Field::With, Fault::NotAWay)],
        ),
        (vec![(Field::Means, "call"), (Field::What, "611"), (Field::Menu, "one")], vec![(Field::Menu, Fault::NotKeys)]),
        (
            vec![(Field::Means, "call"), (Field::What, "611"), (Field::With, "*7213800138000")],
            vec![(Field::With, Fault::Sets)],
        ),
        (vec![(Field::Means, "dial"), (Field::What, "*100*PIN#")], vec![]),
    ] {
        let mut person = Person::new();
        let card = person.card("US", GOOD);
        person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, None)));
        person.fill(&fields);
        assert_eq!(person.faults(), faults, "{fields:?}");
    }
}

/// Codes that would send the line's calls elsewhere, bar them, hide the number, or erase the phone.
const SETTINGS: [&str; 32] = [
    "+*21*13005550100#",
    "**21*13005550100#",
    "*21*13005550100#",
    "* 21 * 13005550100#",
    "*21#13800138000",
    "*62*13005550100#",
    "*21#",
    "#21#",
    "#33*0000#",
    "##002#",
    "**04*0000*1111*1111#",
    "*43#",
    "*31#6700",
    "*72 13800138000",
    "*724245551234",
    "*72",
    "*73",
    "*68 5550100",
    "*715550100",
    "*74",
    "*75",
    "*90 5550100",
    "*91",
    "*92 5550100#",
    "*93#",
    "*72PIN",
    "*2767*3855#",
    "*2767*2878#",
    "*#*#7780#*#*",
    "*#7370#",
    "#*7728#",
    "*#7780#",
];

#[test]
fn a_code_that_sets_something_is_refused_in_a_form_and_in_a_file() {
    let mut person = Person::new();
    let card = person.card("US", GOOD);
    person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, None)));
    for (means, code) in SETTINGS.iter().flat_map(|code| [("dial", *code), ("call", *code)]) {
        // A hotline takes no voucher.
        if means == "call" && code.contains("PIN") {
            continue;
        }
        person.fill(&[(Field::Means, means), (Field::What, code), (Field::With, "")]);
        assert_eq!(person.faults(), [(Field::What, Fault::Sets)], "{means} {code}");
        let file = carrier_file("Tello", &format!(r#"{{"{means}":"{code}","sure":"told","on":"2026-11-01"}}"#));
        let sets = NoCarrier::Bad(Spot { list: "check", row: 1, field: means, harm: Some(Harm::Sets) });
        assert_eq!(CarrierFile::read(&file, Date::LAST), Err(sets), "{means} {code}");
    }
    // A hotline has a sign where it is a short one; what only asks is taken.
    for (means, number, taken) in [
        ("call", "*611", true),
        ("call", "#611", true),
        ("call", "*86", true),
        ("call", "#13005550100", false),
        ("call", "611#", false),
        ("call", "+1 (555) 010-0100", true),
        ("dial", "*777#", true),
        ("dial", "#225#", true),
        ("dial", "*100*PIN#", true),
        ("dial", "*#137*137#", true),
        ("dial", "*721#", true),
        ("dial", "*#21#", true),
        ("dial", "*233", true),
    ] {
        person.fill(&[(Field::Means, means), (Field::What, number), (Field::With, "")]);
        assert_eq!(person.faults().is_empty(), taken, "{means} {number}");
    }
}

#[test]
fn a_number_at_which_the_caller_pays_is_refused_from_hand_and_file_alike() {
    for (means, what, with, field) in [
        ("call", "1-900-555-0100", "", Some(Field::What)),
        ("call", "611", "+1 900 555 0100", Some(Field::With)),
        ("text", "0900 555 0100", "BAL", Some(Field::What)),
        ("dial", "0990 555 0100", "", Some(Field::What)),
        // Words are no number, and a name is none.
        ("text", "6700", "1900 555 0100", None),
        ("app", "1900 555 0100", "", None),
        ("call", "+1 (555) 010-0100", "", None),
    ] {
        for purpose in [Purpose::Check, Purpose::TopUp] {
            let mut person = Person::new();
            let card = person.card("US", GOOD);
            person.tell(Msg::StartedReport(card, Aim::Way(purpose, None)));
            person.fill(&[(Field::Means, means), (Field::What, what), (Field::With, with)]);
            let faults: Vec<_> = field.into_iter().map(|field| (field, Fault::Costs)).collect();
            assert_eq!(person.faults(), faults, "{means} {what} {with}");
            let beside = match (means, with) {
                (_, "") => String::new(),
                ("text", say) => format!(r#""say":"{say}","#),
                (_, from) => format!(r#""from":"{from}","#),
            };
            let fact = format!(r#"{{"{means}":"{what}",{beside}"sure":"told","on":"2026-11-01"}}"#);
            let file = carrier_file("Tello", &fact);
            let costs = NoCarrier::Bad(Spot { list: "check", row: 1, field: means, harm: Some(Harm::Costs) });
            assert_eq!(CarrierFile::read(&file, Date::LAST).err(), field.map(|_| costs), "{means} {what} {with}");
        }
    }
}

#[test]
fn a_number_that_calls_for_help_is_no_hotline_by_hand_or_by_file() {
    for (carrier, name, means, number, refused) in [
        ("us-tello", "Tello", "call", "911", true),
        ("us-tello", "Tello", "call", "9-1-1", true),
        ("us-tello", "Tello", "dial", "112", true),
        ("us-tello", "Tello", "text", "911", true),
        // The phone may have a card of home in it, where these are the police; no hotline here is as short.
        ("us-tello", "Tello", "call", "110", true),
        ("us-tello", "Tello", "call", "119", true),
        ("us-tello", "Tello", "call", "+1-911", true),
        ("us-tello", "Tello", "call", "611", false),
        ("it-tim", "TIM", "call", "119", false),
        ("it-tim", "TIM", "call", "113", true),
        ("tw-cht", "CHT", "call", "119", true),
        ("cn-mobile", "CMCC", "call", "110", true),
        ("hk-3", "3HK", "call", "999", true),
        ("au-optus", "Optus", "call", "000", true),
        ("vn-viettel", "Viettel", "call", "113", true),
        // Another country's police is somebody's hotline here.
        ("gb-vodafone", "Vodafone", "call", "191", false),
        ("th-ais", "AIS", "call", "191", true),
    ] {
        let mut person = Person::new();
        let card = person.card("card", carrier);
        person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, None)));
        person.fill(&[(Field::Means, means), (Field::What, number)]);
        if means == "text" {
            person.fill(&[(Field::With, "BAL")]);
        }
        let faults = if refused { vec![(Field::What, Fault::Emergency)] } else { Vec::new() };
        assert_eq!(person.faults(), faults, "{carrier} {number}");
        let beside = if means == "text" { r#""say":"BAL","# } else { "" };
        let fact = format!(r#"{{"{means}":"{number}",{beside}"sure":"told","on":"2026-11-01"}}"#);
        let file = carrier_file(name, &fact).replace("us-tello", carrier);
        let harm = NoCarrier::Bad(Spot { list: "check", row: 1, field: means, harm: Some(Harm::Emergency) });
        assert_eq!(CarrierFile::read(&file, Date::LAST).err(), refused.then_some(harm), "{carrier} {number}");
    }
    // Of a carrier that is at home nowhere known, none that is one anywhere.
    for (means, number, refused) in [
        ("text", "110", true),
        ("call", "113", true),
        ("call", "000", true),
        ("call", "119", true),
        ("call", "611", false),
    ] {
        let say = if means == "text" { r#""say":"YE","# } else { "" };
        let fact = format!(r#"{{"{means}":"{number}",{say}"sure":"told","on":"2026-11-01"}}"#);
        let file = carrier_file("Corner", &fact).replace("us-tello", "xx-corner");
        assert_eq!(CarrierFile::read(&file, Date::LAST).is_err(), refused, "{means} {number}");
    }
    // None of the carriers that are listed is asked by one.
    let shipped = Directory::read(include_str!("../www/carriers.json")).unwrap();
    for listing in &shipped.listings {
        let country = find(&listing.id).and_then(|carrier| carrier.country()).map(|country| country.code);
        for way in listing.checks.iter().chain(&listing.top_ups).filter(|way| way.means == Means::Call) {
            assert_eq!(harm(way.means, &way.what, country), None, "{} {}", listing.id, way.what);
        }
    }
}

#[test]
fn what_failed_for_a_stranger_is_not_the_first_and_not_the_last() {
    let told = |worked| {
        let tells = tried("dial *777#", worked);
        report("2026-11-20", By::File, tells)
    };
    let first = |reports: &[Report]| {
        let listing = heard(reports);
        let asking = asking(&listing, Purpose::Check, at("2026-11-21"));
        asking.all().iter().map(|offer| offer.way.words()).collect::<Vec<_>>()
    };
    let listed = first(&[]);
    assert_eq!(listed[0], "dial *777#");
    assert_eq!(first(&[told(true)]), listed);
    let failed = first(&[told(false)]);
    assert!(failed[0] != "dial *777#" && failed.len() == listed.len(), "{failed:?}");
}

#[test]
fn the_keys_of_a_menu_are_taken_as_people_write_them() {
    for (typed, kept) in [("2, 1", "2 1"), ("2→1，#", "2 1 #"), (" 2 ", "2"), ("21", "21")] {
        let mut person = Person::new();
        let card = person.card("US", GOOD);
        person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, None)));
        person.fill(&[(Field::Means, "call"), (Field::What, "612"), (Field::Menu, typed)]).tell(Msg::SubmittedReport);
        let listing = person.listing(GOOD);
        assert_eq!(listing.checks.iter().find(|way| way.what == "612").map(|way| way.menu.as_str()), Some(kept));
    }
}

#[test]
fn a_report_that_was_begun_goes_on_where_it_was_left() {
    let mut person = Person::new();
    let card = person.card("US", GOOD);
    let code = || Aim::Way(Purpose::Check, Some("dial *777#".to_owned()));
    person.tell(Msg::StartedReport(card, code())).typed(Field::What, "*77");
    person.tell(Msg::Navigated(Route::Ways(card))).tell(Msg::StartedReport(card, code()));
    assert_eq!(person.model.form().unwrap().get(Field::What), "*77");
    // Another fact has a form of its own.
    person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, Some("call 611".to_owned()))));
    assert_eq!(person.model.form().unwrap().get(Field::What), "611");
}

#[test]
fn a_carrier_that_was_shared_is_no_backup() {
    let mut person = Person::new();
    let card = person.card("US", GOOD);
    let before = person.model.carry.care.backup;
    // The share sheet is open; the person goes back meanwhile, and then shares it.
    person.model.carry.shared = Some(Handing::Working(Hand::Share, None));
    person.model.carry.handing = Some(Handing::Working(Hand::Download, None));
    person.tell(Msg::Navigated(Route::Card(card)));
    person.tell(Msg::Carry(Move::HandedOver(Freight::Carrier, Ok(()))));
    assert_eq!((person.model.carry.care.backup, person.model.carry.shared), (before, None));
    assert!(matches!(person.model.carry.handing, Some(Handing::Working(..))), "the backup is still being made");
}

#[test]
fn a_carrier_travels_in_a_file_and_is_seen_before_it_is_kept() {
    let mut person = Person::new();
    let card = person.card("My secret trip", GOOD);
    person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, Some("dial *777#".to_owned()))));
    person.typed(Field::What, "*778#").tell(Msg::SubmittedReport);
    person.tell(Msg::StartedReport(card, Aim::Rule(Some("renews 30 days".to_owned()))));
    person.typed(Field::What, "Every 28 days.").tell(Msg::SubmittedReport);
    person.tell(Msg::StartedReport(card, Aim::Network)).typed(Field::What, "Small").tell(Msg::SubmittedReport);
    person.tell(Msg::StartedReport(card, Aim::Name)).typed(Field::What, "小特").tell(Msg::SubmittedReport);
    person.tell(Msg::Reported(card, tried("dial *778#", true)));
    person.tell(Msg::Reported(card, Tells::NoRule(remark("lasts $10 3 months"))));
    let (name, text) = person.file(card);
    assert_eq!(name, "sim-gauge-us-tello");
    assert_eq!(person.model.carry.shared, Some(Handing::Done(Hand::Download)));
    assert!(!text.contains("secret") && text.len() < 2000, "nothing of the card: {text}");

    let mut fresh = Person::new();
    let other = fresh.card("US", GOOD);
    let before = (fresh.stored.len(), fresh.writes);
    fresh.brings(&text);
    assert!(matches!(fresh.model.carry.incoming, Incoming::Carrier(_)));
    assert_eq!((fresh.stored.len(), fresh.writes), before, "nothing is kept before it was seen");
    fresh.tell(Msg::Carry(Move::Accepted));
    assert_eq!((&fresh.model.carry.incoming, fresh.writes), (&Incoming::Taken(6), before.1 + 1), "all of it at once");
    let listing = fresh.listing(GOOD);
    assert_eq!(fresh.model.book.carrier_name(GOOD), Some("小特"));
    assert_eq!(listing.name_told.as_ref().map(|(mark, name)| (mark.by, name.as_str())), Some((By::File, "小特")));
    // What nobody verified displaces nothing.
    assert_eq!(fresh.checks(GOOD), ["text 6700 BAL", "dial *777#", "call 611", "dial *778#"]);
    let heard = &listing.checks[3].known.heard;
    assert_eq!(heard.told.map(|mark| mark.by), Some(By::File));
    assert_eq!((heard.instead.as_deref(), heard.tried.map(|(mark, _)| mark.by)), (Some("dial *777#"), Some(By::File)));
    let rules: Vec<_> = listing.rules.iter().map(|one| one.rule.words()).collect();
    assert_eq!(rules, ["renews 30 days", "lasts $10 3 months", "says Every 28 days."]);
    assert!(listing.rules[1].known.heard.denied.is_some() && listing.network.as_deref() == Some("Small"));
    // The same file brings nothing twice; one's own word is stronger than the file's.
    fresh.brings(&text).tell(Msg::Carry(Move::Accepted));
    assert!(matches!(fresh.model.carry.incoming, Incoming::Carrier(_)), "there is nothing to take in");
    fresh.tell(Msg::StartedReport(other, Aim::Way(Purpose::Check, Some("dial *778#".to_owned()))));
    fresh.typed(Field::What, "*780#").tell(Msg::SubmittedReport);
    assert_eq!(fresh.listing(GOOD).checks[1].known.heard.told.map(|mark| mark.by), Some(By::Me));
    // Nor does it beside a name of one's own.
    fresh.tell(Msg::StartedReport(other, Aim::Name)).typed(Field::What, "我的").tell(Msg::SubmittedReport);
    let names = |fresh: &Person| fresh.model.book.reports.values().filter(|kept| kept.value.name().is_some()).count();
    fresh.brings(&text).tell(Msg::Carry(Move::Accepted));
    let once = names(&fresh);
    fresh.brings(&text).tell(Msg::Carry(Move::Accepted));
    assert_eq!((names(&fresh), fresh.model.book.carrier_name(GOOD)), (once, Some("我的")));
    // What came is taken back by one undo each, as any change.
    assert_eq!(Person::with(fresh.stored.clone()).model.book, fresh.model.book);
}

#[test]
fn a_carrier_that_nobody_lists_travels_too() {
    let mut person = Person::new();
    let card = person.card("Corner", "小店 Mobile");
    person.tell(Msg::StartedReport(card, Aim::Way(Purpose::Check, None)));
    person.typed(Field::What, "700").typed(Field::With, "余量 \"?\"").tell(Msg::SubmittedReport);
    let (name, text) = person.file(card);
    assert_eq!(name, "sim-gauge-carrier");
    let mut fresh = Person::new();
    fresh.brings(&text).tell(Msg::Carry(Move::Accepted));
    assert_eq!(fresh.checks("小店 Mobile"), ["text 700 余量 \"?\""]);
    // Handing over may fail, and says so; thinking better of it is no failure.
    for (answer, shared) in [(HandFault::Failed, Some(Handing::Failed)), (HandFault::Cancelled, None)] {
        person.model.carry.shared = Some(Handing::Working(Hand::Share, None));
        person.tell(Msg::Carry(Move::HandedOver(Freight::Carrier, Err(answer))));
        assert_eq!(person.model.carry.shared, shared);
    }
}

/// A file with these facts to check by, and this name.
fn carrier_file(name: &str, check: &str) -> String {
    format!(r#"{{"format":"simgauge-carrier","version":1,"id":"us-tello","name":"{name}","check":[{check}]}}"#)
}

#[test]
fn a_file_that_is_not_to_be_believed_changes_nothing() {
    let good = r#"{"text":"700","say":"LEFT","sure":"told","on":"2026-11-20"}"#;
    let long = "5".repeat(5000);
    let fact = |fact: &str| carrier_file("Tello", &format!("{good},{fact}"));
    let whole = carrier_file("Tello", good);
    assert!(CarrierFile::read(&whole, Date::LAST).is_ok());
    for asks in ["*777#", "#225#", "*#100*01#", "*646#"] {
        let fact = fact(&format!(r#"{{"dial":"{asks}","sure":"told","on":"2026-11-01"}}"#));
        assert!(CarrierFile::read(&fact, Date::LAST).is_ok(), "{asks}");
    }
    let at = |list, row, field| NoCarrier::Bad(Spot { list, row, field, harm: None });
    let lacks = |field| NoCarrier::Bad(Spot { list: "check", row: 2, field, harm: Some(Harm::Missing) });
    let told = |more: &str| fact(&format!(r#"{{"call":"611","sure":"told",{more}}}"#));
    let mut bad: Vec<(String, NoCarrier)> = vec![
        // A number by which whoever has it is paid, and what was seen on a day that has not come.
        (
            fact(r#"{"call":"1-900-555-0100","sure":"told","on":"2026-11-01"}"#),
            NoCarrier::Bad(Spot { list: "check", row: 2, field: "call", harm: Some(Harm::Costs) }),
        ),
        (told(r#""on":"2036-01-01""#), at("check", 2, "on")),
        (told(r#""on":"2026-11-01","worked":"2036-01-01""#), at("check", 2, "worked")),
        (told(r#""on":"2026-11-01","denied":"2036-01-01""#), at("check", 2, "denied")),
        (told(r#""on":"2026-11-01","of":"2036""#), at("check", 2, "of")),
        (whole.replace(r#""check""#, r#""name_on":"2036-01-01","check""#), at("", 0, "name_on")),
        (fact(r#"{"site":"javascript:alert(1)","sure":"told","on":"2026-11-20"}"#), at("check", 2, "site")),
        (fact(r#"{"site":"a.example\" onclick=\"x","sure":"unverified"}"#), at("check", 2, "site")),
        (fact(&format!(r#"{{"call":"{long}","sure":"confirmed"}}"#)), at("check", 2, "call")),
        (fact(&format!(r#"{{"call":"611","from":"{long}","sure":"confirmed"}}"#)), at("check", 2, "from")),
        (fact(&format!(r#"{{"call":"611","menu":"{long}","sure":"confirmed"}}"#)), at("check", 2, "menu")),
        (fact(r#"{"dial":"*777#;ext=1","sure":"confirmed"}"#), at("check", 2, "dial")),
        (fact(r#"{"app":"<img src=x onerror=alert(1)>","sure":"confirmed"}"#), at("check", 2, "app")),
        (fact(r#"{"app":"My\u202eApp","sure":"confirmed"}"#), at("check", 2, "app")),
        (fact(r#"{"text":"700","say":"<b>LEFT</b>","sure":"confirmed"}"#), at("check", 2, "say")),
        (fact(r#"{"call":"611","sure":"told"}"#), lacks("on")),
        (fact(r#"{"text":"700","sure":"confirmed"}"#), lacks("say")),
        (fact(r#"{"call":"611"}"#), lacks("sure")),
        (fact(r#"{"call":"611","sure":"told","on":"yesterday"}"#), at("check", 2, "on")),
        (fact(r#"{"call":"611","sure":"certain"}"#), at("check", 2, "sure")),
        (fact(r#""611""#), at("check", 2, "")),
        (carrier_file("<script>alert(1)</script>", good), at("", 0, "name")),
        (carrier_file("Te\\u202ello", good), at("", 0, "name")),
        (carrier_file(&long, good), at("", 0, "name")),
        (carrier_file("", good), at("", 0, "name")),
        (whole.replace("us-tello", "US Tello!"), at("", 0, "id")),
        (whole.replace(r#""name":"Tello","#, ""), at("", 0, "name")),
        (whole.replace(r#""version":1"#, r#""version":"1""#), at("", 0, "version")),
        (whole.replace(r#""version":1"#, r#""version":2"#), NoCarrier::Newer),
        (whole.replace(r#""check""#, r#""check":[],"check""#), NoCarrier::Damaged),
        ([&whole[..whole.len() - 1], &",\"x\":[".repeat(20), &"]".repeat(20), "}"].concat(), NoCarrier::Damaged),
        (fact(&vec![good; 2000].join(",")), NoCarrier::TooLarge),
    ];
    bad.extend((60..whole.len()).map(|end| (whole[..end].to_owned(), NoCarrier::Damaged)));
    let mut person = Person::new();
    person.card("US", GOOD);
    let before = person.stored.clone();
    for (text, fault) in bad {
        person.brings(&text);
        assert_eq!(person.model.carry.incoming, Incoming::Refused(Refusal::Carrier(fault)), "{text:.300}");
        person.tell(Msg::Carry(Move::Accepted));
    }
    // Whatever else there is in the world of files, none of it is a carrier.
    let Record { key, line } = &before[0];
    for (name, text) in hostile::files(&whole, key, line) {
        if let Ok(file) = CarrierFile::read(&text, Date::LAST) {
            assert_eq!(CarrierFile::read(&file.text(), Date::LAST).as_ref(), Ok(&file), "{name}");
        }
    }
    assert_eq!(person.stored, before);
}
