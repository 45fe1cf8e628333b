//! What a person reports of a carrier: it stands over what the directory says, which stays beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use sim_gauge::app::screen::asking;
use sim_gauge::domain::*;
use sim_gauge::guide::*;

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

/// The listing with these reports over it.
fn heard(reports: &[Report]) -> Listing {
    let ids = (0..).map(|n| ReportId(Ulid::from_parts(1, n)));
    listing().heard(ids.zip(reports.iter().cloned()))
}

/// The words of the ways to check in the order in which they are offered.
fn order(reports: &[Report]) -> Vec<String> {
    let card = Card::named(Line::parse("US").unwrap(), ZoneName::parse("America/New_York").unwrap());
    asking(&heard(reports).checks, &card, true).now.into_iter().map(Way::words).collect()
}

const LISTED: [&str; 3] = ["text 6700 BAL", "dial *777#", "call 611"];

#[test]
fn what_the_person_says_goes_first_and_nothing_is_hidden() {
    let added = way(Means::Dial, "*123#", "", None);
    let corrected = way(Means::Dial, "*778#", "", Some("dial *777#"));
    let file = |tells| report("2026-11-20", By::File, tells);
    for (name, reports, expected) in [
        ("nothing is said", vec![], vec![LISTED[0], LISTED[1], LISTED[2]]),
        ("it worked", vec![mine(tried("dial *777#", true))], vec![LISTED[1], LISTED[0], LISTED[2]]),
        ("even what nobody vouches for", vec![mine(tried("call 611", true))], vec![LISTED[2], LISTED[0], LISTED[1]]),
        ("it did not", vec![mine(tried("text 6700 BAL", false))], vec![LISTED[1], LISTED[2], LISTED[0]]),
        (
            "of two that worked the later",
            vec![mine(tried("call 611", true)), report("2026-11-21", By::Me, tried("dial *777#", true))],
            vec![LISTED[1], LISTED[2], LISTED[0]],
        ),
        (
            "the last time counts",
            vec![report("2026-11-21", By::Me, tried("dial *777#", false)), mine(tried("dial *777#", true))],
            vec![LISTED[0], LISTED[2], LISTED[1]],
        ),
        ("one more way", vec![mine(added.clone())], vec!["dial *123#", LISTED[0], LISTED[1], LISTED[2]]),
        ("one instead", vec![mine(corrected.clone())], vec!["dial *778#", LISTED[0], LISTED[2]]),
        ("a file's is as doubtful as any", vec![file(added)], vec![LISTED[0], LISTED[1], LISTED[2], "dial *123#"]),
        ("a file raises nothing", vec![file(tried("call 611", true))], vec![LISTED[0], LISTED[1], LISTED[2]]),
        (
            "what was tried was another",
            vec![mine(corrected), mine(tried("dial *777#", true))],
            vec!["dial *778#", LISTED[0], LISTED[2]],
        ),
        ("what is listed no more is a way all the same", vec![mine(way(Means::Call, "999", "", Some("call 55")))], {
            vec!["call 999", LISTED[0], LISTED[1], LISTED[2]]
        }),
    ] {
        assert_eq!(order(&reports), expected, "{name}");
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
fn the_words_of_every_shipped_fact_name_it_alone() {
    let directory = Directory::read(include_str!("../www/carriers.json")).unwrap();
    for listing in &directory.listings {
        let rules = listing.rules.iter().map(|stated| stated.rule.words()).collect();
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
