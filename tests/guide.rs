//! The table of carriers: every fact usable, none surer than it is, each with its source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use sim_gauge::domain::{Currency, ZoneName};
use sim_gauge::guide::*;
use std::collections::BTreeSet;

const SOURCES: &str = include_str!("../docs/carriers.md");

fn all_ways() -> impl Iterator<Item = (&'static Carrier, &'static str, &'static Way)> {
    carriers().flat_map(|carrier| {
        let checks = carrier.ways().iter().map(move |way| (carrier, "check", way));
        checks.chain(carrier.top_ups().iter().map(move |way| (carrier, "top up", way)))
    })
}

/// What the table of sources calls a way, and what it shows of it.
fn as_listed(way: &Way) -> (&'static str, String) {
    match way.means {
        Means::Text { to, body } => ("text", format!("{to} {body}")),
        Means::Dial { code } => ("code", code.to_owned()),
        Means::Call { number } => ("hotline", number.to_owned()),
        Means::App { name } => ("app", name.to_owned()),
        Means::Website { address } => ("website", address.to_owned()),
    }
}

#[test]
fn every_identifier_is_unique_and_found() {
    let mut seen = BTreeSet::new();
    for carrier in carriers() {
        assert!(seen.insert(carrier.id()), "{} stands twice", carrier.id());
        assert_eq!(find(carrier.id()), Some(carrier));
    }
    assert_eq!(find("us-nobody"), None);
    // What a card keeps must be found for ever: an identifier is added, never renamed.
    for id in ["us-att-prepaid", "us-tmobile-prepaid", "us-ultra", "us-ctexcel", "cn-mobile", "hk-3", "tw-cht"] {
        assert!(find(id).is_some(), "{id} is gone from the table: cards that name it would forget their carrier");
    }
}

#[test]
fn the_united_states_come_first_then_the_sellers_then_the_others_by_country() {
    let codes: Vec<_> = carriers().map(|carrier| carrier.country().map_or("-", |country| country.code)).collect();
    let mut runs = codes.clone();
    runs.dedup();
    assert_eq!(runs[..3], ["US", "-", "CN"]);
    assert_eq!(runs.iter().collect::<BTreeSet<_>>().len(), runs.len(), "a country stands in two places: {runs:?}");
}

#[test]
fn every_link_is_of_a_known_kind() {
    for (carrier, _, way) in all_ways() {
        let link = way.link();
        let link = link.as_ref().map(Link::as_str);
        let id = carrier.id();
        match way.means {
            Means::Text { .. } => assert!(link.is_some_and(|link| link.starts_with("sms:")), "{id}: {way:?}"),
            Means::Call { .. } => assert!(link.is_some_and(|link| link.starts_with("tel:")), "{id}: {way:?}"),
            Means::Dial { code } if code.contains("PIN") => assert_eq!(link, None, "{id}: {way:?}"),
            Means::Dial { .. } => assert!(link.is_some_and(|link| link.starts_with("tel:")), "{id}: {way:?}"),
            Means::App { .. } => assert_eq!(link, None),
            Means::Website { .. } => assert!(link.is_some_and(|link| link.starts_with("https://")), "{id}: {way:?}"),
        }
    }
}

#[test]
fn nothing_that_costs_money_is_shipped_unchecked() {
    for (carrier, _, way) in all_ways().filter(|(_, _, way)| way.confidence == Confidence::Unchecked) {
        let harmless = match way.means {
            Means::Text { .. } | Means::Dial { .. } => false,
            Means::Call { number } => number.bytes().filter(u8::is_ascii_digit).count() <= 5,
            Means::App { .. } | Means::Website { .. } => true,
        };
        assert!(harmless, "{}: {way:?} is from memory; find a source or leave it out", carrier.id());
    }
}

#[test]
fn every_fact_has_its_row_in_the_table_of_sources_and_no_row_is_left_over() {
    let listed: BTreeSet<String> = SOURCES
        .lines()
        .take_while(|line| !line.starts_with("## Left out"))
        .filter(|line| line.starts_with("| ") && line.contains('`'))
        .map(|line| line.split('|').take(6).map(str::trim).collect::<Vec<_>>().join("|"))
        .collect();
    let shipped: BTreeSet<String> = all_ways()
        .map(|(carrier, purpose, way)| {
            let (kind, shown) = as_listed(way);
            format!("|{}|{purpose}|{kind}|`{shown}`|{:?}", carrier.id(), way.confidence)
        })
        .collect();
    let missing: Vec<_> = shipped.difference(&listed).collect();
    assert!(missing.is_empty(), "add to docs/carriers.md, with a source: {missing:#?}");
    let over: Vec<_> = listed.difference(&shipped).collect();
    assert!(over.is_empty(), "remove from docs/carriers.md, or ship it: {over:#?}");
}

#[test]
fn every_row_starts_a_card() {
    for carrier in carriers() {
        let names = carrier.names();
        for name in [names.en(), names.hans(), names.hant()] {
            assert!(!name.is_empty() && name.trim() == name && !name.contains('|'), "{}: {name:?}", carrier.id());
        }
        let Some(country) = carrier.country() else {
            assert_eq!((carrier.currency(), carrier.zone()), (Currency::USD, None));
            continue;
        };
        assert!(carrier.zone().is_some(), "{} has a zone that does not parse", country.code);
        assert_eq!(carrier.currency() == Currency::USD, country.code == "US", "{}", country.code);
    }
    assert_eq!(find("us-tello").unwrap().zone(), ZoneName::parse("America/New_York"));
}

#[test]
fn a_link_is_checked() {
    let call = |number: &str| Link::call(number).map(|link| link.as_str().to_owned());
    for (number, link) in [
        ("611", Some("tel:611")),
        ("1-888-777-0446", Some("tel:18887770446")),
        ("+86 (138) 0010.0186", Some("tel:+8613800100186")),
        ("*#137*137#", Some("tel:*%23137*137%23")),
        ("1", None),
        ("", None),
        ("+", None),
        ("86+10", None),
        ("611;phone-context=x", None),
        ("123456789012345678901", None),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(call(number).as_deref(), link, "{number}");
    }
    for (to, body, link) in [
        ("10086", "CXLL", Some("sms:10086?&body=CXLL")),
        ("+1 888 878 1488", "a&b=c #?余", Some("sms:+18888781488?&body=a%26b%3Dc%20%23%3F%E4%BD%99")),
        ("nobody", "BAL", None),
    ] {
        assert_eq!(Link::text(to, body).as_ref().map(Link::as_str), link, "{to}");
    }
    for (address, link) in [
        ("tello.com/account", Some("https://tello.com/account")),
        ("https://tello.com", Some("https://tello.com")),
        ("http://tello.com", None),
        ("javascript:alert(1)//a.b", None),
        ("user@evil.example/a", None),
        ("localhost", None),
        ("a..b", None),
        ("tello.com/\"onclick=", None),
    ] {
        assert_eq!(Link::website(address).as_ref().map(Link::as_str), link, "{address}");
    }
}
