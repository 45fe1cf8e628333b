//! The directory of carriers: every row usable, none surer than it is, each fact with its source; and
//! finding a carrier in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::Value;
use sim_gauge::app::screen::{Group, Situation, Whereabouts, asking, may_lead};
use sim_gauge::domain::{Book, By, Contact, Currency, Date, Purpose, ZoneName, is_premium, is_setting};
use sim_gauge::guide::*;
use sim_gauge::i18n::{Lang, format::listed};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const FILE: &str = include_str!("../www/carriers.json");

fn directory() -> Directory {
    Directory::read(FILE).expect("www/carriers.json is no directory")
}

fn raw() -> Vec<Value> {
    let file: Value = serde_json::from_str(FILE).unwrap();
    file["carriers"].as_array().unwrap().clone()
}

/// Every way of every carrier, with what it is for.
fn all_ways(directory: &Directory) -> impl Iterator<Item = (&Listing, &'static str, &Way)> {
    directory.listings.iter().flat_map(|listing| {
        let checks = listing.checks.iter().map(move |way| (listing, "check", way));
        checks.chain(listing.top_ups.iter().map(move |way| (listing, "top up", way)))
    })
}

/// Everything in the file whose truth somebody must vouch for.
fn all_facts(directory: &Directory) -> impl Iterator<Item = (&str, &Known)> {
    let ways = all_ways(directory).map(|(listing, _, way)| (listing.id.as_str(), &way.known));
    ways.chain(
        directory
            .listings
            .iter()
            .flat_map(|listing| listing.rules.iter().map(|rule| (listing.id.as_str(), &rule.known))),
    )
}

/// Compares a committed file with what the directory makes of it; `ACCEPT=1` writes it.
fn same_as_committed(path: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "{} is not what www/carriers.json says; ACCEPT=1 cargo test --test guide writes it, and the change is read \
         before it is committed",
        path.display()
    );
}

#[test]
fn every_row_is_read_and_holds_nothing_that_is_not() {
    let directory = directory();
    assert_eq!(directory.bad, Vec::<String>::new());
    assert_eq!(directory.listings.len(), raw().len());
    let known: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("", &["id", "name", "hans", "hant", "also", "named", "network", "check", "top_up", "rules"][..]),
        (
            "check",
            &[
                "text", "say", "dial", "call", "from", "menu", "app", "site", "asks", "cost", "where", "sure", "of",
                "source", "over", "only", "note",
            ],
        ),
        (
            "top_up",
            &[
                "dial", "call", "app", "site", "pay", "shop", "cost", "where", "over", "only", "note", "sure", "of",
                "source",
            ],
        ),
        ("rules", &["rule", "from", "for", "at", "only", "sure", "of", "source"]),
    ]);
    for row in raw() {
        for (part, names) in &known {
            let objects =
                if part.is_empty() { vec![&row] } else { row[part].as_array().into_iter().flatten().collect() };
            for name in objects.iter().flat_map(|object| object.as_object().unwrap().keys()) {
                assert!(names.contains(&name.as_str()), "{}: `{name}` is read by nobody", row["id"]);
            }
        }
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
    // A card may hold a name as well; what is no whole name stays as it was typed.
    for (named, id) in [
        ("cn-mobile", Some("cn-mobile")),
        ("中国移动", Some("cn-mobile")),
        ("中國移動", Some("cn-mobile")),
        ("Vodafone", None),
        ("O2", None),
        ("", None),
        ("China", None),
    ] {
        assert_eq!(meant(named).map(Carrier::id), id, "{named}");
    }
    assert_eq!(find("us"), None);
    // What a card keeps must be found for ever: an identifier is added, never renamed.
    for id in ["us-att-prepaid", "us-tmobile-prepaid", "us-ultra", "us-ctexcel", "cn-mobile", "hk-3", "tw-cht"] {
        assert!(find(id).is_some(), "{id} is gone from the list: cards that name it would forget their carrier");
    }
}

#[test]
fn the_names_in_the_program_are_those_of_the_directory() {
    let mut made = String::new();
    for row in raw() {
        let text = |name: &str| row[name].as_str();
        let names = [text("id"), text("name"), text("hans"), text("hant")];
        let line: Vec<&str> = names.into_iter().flatten().collect();
        assert!(line.len() == 2 || line.len() == 4, "{}: 简体 and 繁體 go together", line[0]);
        assert!(line.iter().all(|name| !name.contains('|') && name.trim() == *name && !name.is_empty()), "{line:?}");
        writeln!(made, "{}", line.join("|")).unwrap();
    }
    same_as_committed("src/guide/names.txt", &made);
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
fn every_row_starts_a_card() {
    for carrier in carriers() {
        let Some(country) = carrier.country() else {
            assert!(carrier.id().starts_with("esim-"), "{}: its country has no row", carrier.id());
            assert_eq!((carrier.currency(), carrier.zone()), (Currency::USD, None));
            continue;
        };
        assert!(carrier.zone().is_some(), "{} has a zone that does not parse", country.code);
        assert_eq!(carrier.currency() == Currency::USD, country.code == "US", "{}", country.code);
    }
    assert_eq!(find("us-tello").unwrap().zone(), ZoneName::parse("America/New_York"));
    assert_eq!(find("de-o2").unwrap().currency(), Currency::parse("EUR").unwrap());
}

#[test]
fn no_listed_code_sets_something_and_no_number_is_of_a_premium_rate() {
    let directory = directory();
    let mut dialled = 0;
    for (listing, _, way) in all_ways(&directory) {
        for number in [&way.what, &way.with] {
            assert!(!is_setting(way.means, number), "{}: {way:?}", listing.id);
            assert!(!way.needs_a_line() || !is_premium(number), "{}: {way:?}", listing.id);
        }
        dialled += usize::from(way.means == Means::Dial);
    }
    assert!(dialled > 50, "{dialled} codes");
}

#[test]
fn a_number_of_a_premium_rate_is_known_by_its_form() {
    for (number, premium) in [
        ("1-900-555-0100", true),
        ("+1 900 555 0100", true),
        ("900-555-0100", true),
        ("+44 909 879 0100", true),
        ("0044 909 879 0100", true),
        ("+49 900 1 234567", true),
        ("0900 1234567", true),
        ("0990-123-456", true),
        ("+33 899 12 34 56", true),
        ("1900 123 456", true),
        ("+979 1 1234 5678", true),
        ("1-800-901-9878", false),
        ("1-888-777-0446", false),
        ("+1 213-372-7777", false),
        ("+44 797 300 0186", false),
        ("+86 138 0010 0186", false),
        ("+886 900 123 456", false),
        ("900 123 456", false),
        ("0890", false),
        ("1909", false),
        ("611", false),
        ("*611", false),
    ] {
        assert_eq!(is_premium(number), premium, "{number}");
    }
}

#[test]
fn every_link_is_of_its_kind() {
    let directory = directory();
    for (listing, _, way) in all_ways(&directory) {
        let link = way.link();
        let link = link.as_ref().map(Link::as_str);
        let starts =
            |scheme: &str| assert!(link.is_some_and(|link| link.starts_with(scheme)), "{}: {way:?}", listing.id);
        // A number that is as long as one with its country's code has it.
        if matches!(way.means, Means::Call | Means::Text) && way.what.bytes().filter(u8::is_ascii_digit).count() > 8 {
            assert!(link.is_some_and(|link| link.contains(":+")), "{}: {way:?}", listing.id);
        }
        match way.means {
            Means::Text => starts("sms:"),
            Means::Dial if way.what.contains("PIN") => assert_eq!(link, None, "{}: {way:?}", listing.id),
            // Where 1 is no code of a country, 188 8777 0446 is somebody's own number.
            Means::Call if link.is_some_and(|link| link.len() == "tel:18887770446".len()) => {
                assert!(!link.unwrap().starts_with("tel:1"), "{}: {way:?}", listing.id);
            }
            Means::Call | Means::Dial => starts("tel:"),
            Means::Website => starts("https://"),
            Means::App | Means::Pay | Means::Shop => assert_eq!(link, None),
        }
    }
}

#[test]
fn what_is_called_sure_has_a_source() {
    let directory = directory();
    for (id, known) in all_facts(&directory) {
        assert!(
            known.sure == Confidence::Unchecked || !known.sources.is_empty(),
            "{id}: {known:?} has no source, so it is not sure"
        );
        for source in &known.sources {
            assert!(!source.starts_with("http"), "{id}: {source} without its https://");
            assert!(!source.starts_with("same") && !source.starts_with("from memory"), "{id}: {source} is no source");
            let address = source.split('/').next().unwrap_or_default();
            if address.contains('.') && !address.contains(' ') {
                assert!(Known::link(source).is_some(), "{id}: {source} is no address");
            }
        }
        if let Some(year) = &known.of {
            assert!(year.parse::<u16>().is_ok_and(|year| (2000..2026).contains(&year)), "{id}: {year} is no year");
        }
    }
}

/// Pages that repeat others, and what stands in or beside programs: none of them confirms anything
/// (docs/carriers.md).
const WEAK: [&str; 19] = [
    "a public code comment",
    "github.com",
    "grokipedia.com",
    "imwechsel.com",
    "pixelsseo.com",
    "azquestion.com",
    "theblogbyte.org",
    "everydaytech.org",
    "mostathmr.com",
    "411answers.com",
    "894560.com",
    "hot-toast.com",
    "neiladawson.com",
    "stylewe.com",
    "connectored.com",
    "wenewstw.com",
    "gg1fic3.cn",
    "logmasuk.my",
    "gifgafff.com",
];

#[test]
fn what_is_called_confirmed_does_not_rest_on_weak_or_old_pages_alone() {
    let directory = directory();
    for (id, known) in all_facts(&directory) {
        if known.sure != Confidence::Confirmed {
            continue;
        }
        let good = |source: &&String| {
            let old = source.contains("old") || source.contains("about 20") || source.contains("(text of an");
            !old && !WEAK.iter().any(|weak| source.contains(weak))
        };
        assert!(known.sources.iter().any(|source| good(&source)), "{id}: {known:?}");
        let year = known.of.as_ref().map(|year| year.parse::<u16>().unwrap());
        assert!(year.is_none_or(|year| year >= 2021), "{id}: {known:?} is older than five years");
    }
}

#[test]
fn no_code_and_nothing_that_costs_money_is_shipped_without_a_source() {
    let directory = directory();
    for (listing, _, way) in all_ways(&directory) {
        let harmless = match way.means {
            Means::Text | Means::Dial => false,
            Means::Call => way.what.bytes().filter(u8::is_ascii_digit).count() <= 5,
            Means::App | Means::Website | Means::Pay | Means::Shop => true,
        };
        let vouched = way.known.sure != Confidence::Unchecked && !way.known.sources.is_empty();
        assert!(harmless || vouched, "{}: {way:?} is from memory; find a source or leave it out", listing.id);
    }
}

/// What the table of sources calls a way, and what it shows of it.
fn as_listed(way: &Way) -> (&'static str, String) {
    let what = &way.what;
    match way.means {
        Means::Text => ("text", format!("`{what} {}`", way.with)),
        Means::Dial => ("code", format!("`{what}`")),
        Means::Call if !way.menu.is_empty() => ("hotline", format!("`{what}`, then press `{}`", way.menu)),
        Means::Call if way.with.is_empty() => ("hotline", format!("`{what}`")),
        Means::Call => ("hotline", format!("`{what}`, from abroad `{}`", way.with)),
        Means::App => ("app", format!("`{what}`")),
        Means::Website => ("website", format!("`{what}`")),
        Means::Pay => ("pay", format!("`{what}`")),
        Means::Shop if what.is_empty() => ("shop", String::new()),
        Means::Shop => ("shop", format!("`{what}`")),
    }
}

fn row(made: &mut String, id: &str, purpose: &str, kind: &str, what: &str, known: &Known) {
    let sure = match known.sure {
        Confidence::Confirmed => "confirmed",
        Confidence::OneSource => "one source",
        Confidence::Unchecked => "unverified",
        Confidence::Told => panic!("{id}: what a person says stands in no shipped file"),
    };
    let says = [&known.only, &known.note].into_iter().filter_map(|says| says.last());
    let what = [what].into_iter().chain(says.map(String::as_str)).collect::<Vec<_>>().join("; ");
    let source = if known.sources.is_empty() { "from memory".to_owned() } else { known.sources.join("; ") };
    let source = known.of.as_ref().map_or_else(|| source.clone(), |year| format!("{source} — of {year}"));
    writeln!(made, "| {id} | {purpose} | {kind} | {what} | {sure} | {source} |").unwrap();
}

#[test]
fn the_table_for_people_says_what_is_verified_and_what_is_not() {
    let directory = directory();
    let mut table = String::new();
    let count = |sure| all_facts(&directory).filter(|(_, known)| known.sure == sure).count();
    let (confirmed, one, unchecked) =
        (count(Confidence::Confirmed), count(Confidence::OneSource), count(Confidence::Unchecked));
    writeln!(
        table,
        "{} carriers and sellers: {confirmed} facts confirmed, {one} from one source, {unchecked} unverified. Sources \
         were read in {}.\n",
        directory.listings.len(),
        directory.read
    )
    .unwrap();
    table.push_str("| carrier | for | way | what | confidence | source |\n| --- | --- | --- | --- | --- | --- |\n");
    for listing in &directory.listings {
        for (purpose, ways) in [("check", &listing.checks), ("top up", &listing.top_ups)] {
            for way in ways {
                let (kind, mut what) = as_listed(way);
                what.push_str(if way.abroad { "; while roaming" } else { "" });
                what.push_str(if way.known.own { "; only over the card’s own data" } else { "" });
                row(&mut table, &listing.id, purpose, kind, &what, &way.known);
            }
        }
        for stated in &listing.rules {
            let said = sim_gauge::i18n::text::screens_rules::rule(&stated.rule, sim_gauge::i18n::Lang::En);
            row(&mut table, &listing.id, "rule", "", &said.replace('\u{a0}', " "), &stated.known);
        }
    }
    table.push_str("\n## Names by which people look for it\n\n| carrier | names | source |\n| --- | --- | --- |\n");
    for carrier in raw() {
        let list = |name: &str| {
            carrier[name]
                .as_array()
                .map_or(String::new(), |list| list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "))
        };
        if !list("also").is_empty() {
            writeln!(table, "| {} | {} | {} |", carrier["id"].as_str().unwrap(), list("also"), list("named")).unwrap();
        }
    }
    let kept = include_str!("../docs/carriers.md");
    let (head, rest) = kept.split_once("<!-- from www/carriers.json -->\n").expect("the mark where the table begins");
    let (_, tail) = rest.split_once("\n<!-- by hand -->\n").expect("the mark where the table ends");
    let made = format!("{head}<!-- from www/carriers.json -->\n{table}\n<!-- by hand -->\n{tail}");
    same_as_committed("docs/carriers.md", &made);
}

#[test]
fn chinese_names_have_a_source() {
    for row in raw() {
        let chinese = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
        let also = row["also"].as_array().cloned().unwrap_or_default();
        if also.iter().filter_map(Value::as_str).any(chinese) {
            assert!(row["named"].as_array().is_some_and(|named| !named.is_empty()), "{}: who calls it so?", row["id"]);
        }
    }
}

#[test]
fn a_file_that_is_no_directory_is_refused() {
    for text in
        ["", "[]", "{}", "<!doctype html>", r#"{"format":1}"#, r#"{"format":"1","read":"2026-11","carriers":[]}"#]
    {
        assert_eq!(Directory::read(text), Err(Unreadable::NoDirectory), "{text}");
    }
    assert_eq!(Directory::read(r#"{"format":2,"carriers":[]}"#), Err(Unreadable::Newer));
}

#[test]
fn a_bad_row_is_named_and_the_others_stand() {
    let good = r#"{"id":"us-good","name":"Good","check":[{"text":"6700","say":"BAL","sure":"one source"}]}"#;
    let read = |row: &str| {
        let text = format!(r#"{{"format":1,"read":"2026-11","carriers":[{row},{good}]}}"#);
        let directory = Directory::read(&text).unwrap();
        assert_eq!(directory.listings.len() + directory.bad.len(), 2, "{row}");
        assert!(directory.find("us-good").is_some(), "{row}");
        directory.bad.first().cloned()
    };
    assert_eq!(read(r#"{"id":"us-bare","name":"Bare"}"#), None);
    assert_eq!(read(r#"{"id":"us-bare"}"#), None, "the names are part of the program and are not shipped again");
    let long = "5".repeat(5000);
    let fact = |fact: &str| format!(r#"{{"id":"us-bad","name":"Bad","check":[{fact}]}}"#);
    for bad in [
        fact(r#"{"site":"javascript:alert(1)","sure":"one source"}"#),
        fact(r#"{"site":"a.example\" onclick=\"x","sure":"one source"}"#),
        fact(&format!(r#"{{"call":"{long}","sure":"one source"}}"#)),
        fact(&format!(r#"{{"dial":"*{long}#","sure":"one source"}}"#)),
        fact(&format!(r#"{{"app":"{long}","sure":"one source"}}"#)),
        fact(r#"{"text":"6700","sure":"one source"}"#),
        fact(r#"{"text":"someone","say":"BAL","sure":"one source"}"#),
        fact(r#"{"dial":"*777#;ext=1","sure":"one source"}"#),
        fact(r#"{"dial":"*777#"}"#),
        fact(r#"{"dial":"*777#","sure":"certain"}"#),
        fact(r#"{"dial":"*777#","sure":"confirmed","asks":"everything"}"#),
        fact("{\"dial\":\"*777#\",\"sure\":\"confirmed\",\"source\":[\"a\u{202e}b\"]}"),
        fact(r#"{"sure":"confirmed"}"#),
        fact(r#""*777#""#),
        r#"{"id":"us-bad","name":"Bad","check":{}}"#.to_owned(),
        r#"{"id":"us-bad","name":"","check":[]}"#.to_owned(),
        r#"{"id":"us-bad","name":"Bad","rules":[{"rule":"lasts","for":"ages","sure":"confirmed"}]}"#.to_owned(),
        r#"{"id":"us-bad","name":"Bad","rules":[{"rule":"explodes","sure":"confirmed"}]}"#.to_owned(),
    ] {
        assert_eq!(read(&bad).as_deref(), Some("us-bad"), "{bad:.200}");
    }
    assert_eq!(read(r#"{"name":"Nobody"}"#).as_deref(), Some("#1"));
    assert_eq!(read(r#""text""#).as_deref(), Some("#1"));
    assert_eq!(read(r#"{"id":"US Bad!"}"#).as_deref(), Some("US Bad!"));
}

#[test]
fn a_carrier_is_found_by_any_of_its_names() {
    let directory = directory();
    let first = |typed: &str, home: Option<&str>| {
        search(typed, home, Some(&directory), &Book::default()).first().map(|carrier| carrier.id())
    };
    for (typed, home, id) in [
        ("tello", Some("US"), "us-tello"),
        ("  TELLO ", Some("US"), "us-tello"),
        ("att", Some("US"), "us-att-prepaid"),
        ("at&t", Some("US"), "us-att-prepaid"),
        ("ＡＴ＆Ｔ", None, "us-att-prepaid"),
        ("gophone", None, "us-att-prepaid"),
        ("h20", None, "us-h2o"),
        ("Ｈ２０ wireless", None, "us-h2o"),
        ("紫卡", None, "us-ultra"),
        ("中国移动", None, "cn-mobile"),
        ("中國移動", Some("HK"), "cn-mobile"),
        ("中国移动", Some("US"), "cn-mobile"),
        ("中国移动国际", Some("CN"), "us-cmlink"),
        ("中國電信", Some("US"), "cn-telecom"),
        ("中国移", Some("US"), "us-cmlink"),
        ("移动", Some("CN"), "cn-mobile"),
        ("中華電信", None, "tw-cht"),
        ("臺灣大哥大", None, "tw-twm"),
        ("台灣大哥大", None, "tw-twm"),
        ("台哥大", Some("US"), "tw-twm"),
        ("泰国AIS", Some("US"), "th-ais"),
        ("vodafone germany", Some("US"), "de-vodafone"),
        ("沃达丰德国", Some("US"), "de-vodafone"),
        ("o2 Germany", None, "de-o2"),
        ("泰國 AIS", None, "th-ais"),
        ("英国 giffgaff", Some("CN"), "gb-giffgaff"),
        ("法国沃达丰", None, ""),
        ("美國T-Mobile", None, "us-tmobile-prepaid"),
        ("中华电信", None, "tw-cht"),
        ("英国沃达丰", Some("US"), "gb-vodafone"),
        ("英國沃達豐", None, "gb-vodafone"),
        ("韩国电信", None, "kr-kt"),
        ("韓國電信", None, "kr-kt"),
        ("意大利电信", None, "it-tim"),
        ("義大利電信", None, "it-tim"),
        ("谷歌", None, "us-googlefi"),
        ("鸭聊佳", None, "hk-cmhk"),
        ("鴨聊佳", None, "hk-cmhk"),
        ("万众", None, "hk-cmhk"),
        ("萬眾", None, "hk-cmhk"),
        ("红口袋", None, "us-redpocket"),
        ("新加坡电信", None, "sg-singtel"),
        ("乐天", None, "jp-rakuten"),
        ("沃达丰", Some("DE"), "de-vodafone"),
        ("沃達豐", Some("AU"), "au-vodafone"),
        ("vodafone", Some("GB"), "gb-vodafone"),
        ("天地通", None, "my-celcom"),
        ("德国电信", None, "de-telekom"),
        ("mint", Some("US"), "us-mint"),
        ("mint", Some("FR"), "fr-mint"),
        ("日本", None, "jp-bmobile"),
        ("Japan", Some("US"), "jp-bmobile"),
        ("jp", None, "jp-bmobile"),
        ("eSIM", None, "esim-esimnet"),
        ("KT", None, "kr-kt"),
        ("unicom", Some("US"), "us-cuniq"),
        ("unicom", Some("CN"), "cn-unicom"),
        ("三大", None, ""),
        // What was mistyped.
        ("ultra moble", Some("US"), "us-ultra"),
        ("ultr mobile", None, "us-ultra"),
        ("T-Moblie", Some("US"), "us-tmobile-prepaid"),
        ("verzion", Some("US"), "us-verizon-prepaid"),
        ("gifgaff", None, "gb-giffgaff"),
        ("中移动", Some("CN"), "cn-mobile"),
        ("中移动", Some("US"), "cn-mobile"),
        ("中移動", None, "cn-mobile"),
        ("中移", Some("US"), "cn-mobile"),
        ("移动", Some("US"), "cn-mobile"),
        ("移动", None, "cn-mobile"),
        ("电信", Some("US"), "cn-telecom"),
        ("联通", Some("US"), "cn-unicom"),
        ("电信", Some("CN"), "cn-telecom"),
        // What is written otherwise in Japan, or partly in one way and partly in the other.
        ("楽天", None, "jp-rakuten"),
        ("遠伝電信", None, "tw-fet"),
        ("傳", None, "tw-fet"),
        ("vodaphone", Some("US"), "au-vodafone"),
        ("vodaphone", Some("GB"), "gb-vodafone"),
        ("vinafone", None, "vn-vinaphone"),
        ("ceclom", None, "my-celcom"),
        // With a word too many, or with its country behind it.
        ("optus prepaid", Some("US"), "au-optus"),
        ("prepaid optus", Some("US"), "au-optus"),
        ("telstra prepaid", Some("US"), "au-telstra"),
        ("T mobile prepaid card", Some("US"), "us-tmobile-prepaid"),
        ("csl 香港", Some("US"), "hk-csl"),
        ("csl · 香港", None, "hk-csl"),
        ("vodafone 英国", Some("GB"), "gb-vodafone"),
        ("airalo esim", Some("US"), "esim-airalo"),
        ("visible by verizon", Some("US"), "us-visible"),
        ("泰国卡", Some("US"), "th-ais"),
        ("泰國 eSIM", None, "th-ais"),
        ("korea", None, "kr-kt"),
        ("verzion prepaid", Some("US"), "us-verizon-prepaid"),
        // By what else they are called, and by the number at which they answer.
        ("3HK", Some("US"), "hk-3"),
        ("three hk", Some("US"), "hk-3"),
        ("threehk", None, "hk-3"),
        ("Three Hong Kong", None, "hk-3"),
        ("CMHK", None, "hk-cmhk"),
        ("华美", None, "hk-shinetown"),
        ("華美", None, "hk-shinetown"),
        ("smile", None, "hk-shinetown"),
        ("第一通", None, "sg-m1"),
        ("如意", None, "tw-cht"),
        ("如意卡", None, "tw-cht"),
        ("Ideal card", None, "tw-cht"),
        ("CHT", None, "tw-cht"),
        ("CMCC", None, "cn-mobile"),
        ("10086", Some("US"), "cn-mobile"),
        ("10010", None, "cn-unicom"),
        ("1010", None, "hk-csl"),
        ("7-Eleven", None, "ca-speakout"),
        ("MagentaMobil", None, "de-telekom"),
        ("Holiday", None, "fr-orange"),
        ("lyca", Some("GB"), "gb-lycamobile"),
        ("Telcel", Some("US"), ""),
        ("Rogers", None, ""),
        ("bell", None, ""),
    ] {
        assert_eq!(first(typed, home).unwrap_or_default(), id, "{typed} at home in {home:?}");
    }
    // Behind the one that is called so stand those at home, as ever.
    let found: Vec<_> =
        search("中國移動", Some("HK"), Some(&directory), &Book::default()).iter().map(|carrier| carrier.id()).collect();
    assert_eq!(found[..2], ["cn-mobile", "hk-cmhk"]);
    // A Latin name is found at its words, and no two letters in the middle of one.
    let all = |typed: &str| -> Vec<&str> {
        search(typed, None, Some(&directory), &Book::default()).iter().map(|carrier| carrier.id()).collect()
    };
    assert!(!all("T-Mobile").contains(&"ch-mbudget"), "{:?}", all("T-Mobile"));
    assert!(!all("KT").contains(&"hk-csl"), "{:?}", all("KT"));
    assert!(all("lyca").contains(&"us-lycamobile") && all("mobile").contains(&"us-lycamobile"));
    let place = |id| all("mobile").iter().position(|one| *one == id).unwrap();
    assert!(place("us-ultra") < place("us-lycamobile"), "the word before the end of one");
    assert_eq!(first("a carrier of nowhere", None), None);
    let all = search("", Some("HK"), Some(&directory), &Book::default());
    assert_eq!(all.len(), carriers().count());
    assert!(all[..5].iter().all(|carrier| carrier.id().starts_with("hk-")), "the card's country comes first");
    // The names that a card may have wait for no file.
    assert_eq!(search("tello", None, None, &Book::default()).first().map(|carrier| carrier.id()), Some("us-tello"));
}

#[test]
fn a_fact_says_for_which_cards_it_is_and_leads_none_before_it_worked() {
    let directory = directory();
    let today = Date::parse("2026-11-21").unwrap();
    for (id, words, says) in [
        ("us-verizon-prepaid", "dial #225", "Not said to be for prepaid"),
        ("us-verizon-prepaid", "dial #3282", "Not said to be for prepaid"),
        ("us-usmobile", "text +1 888 878 1488 BALANCE", "Unlimited plans only"),
        ("cn-telecom", "text 10001 102", "Documented for Guangdong"),
        ("kr-neokosim", "call 1544-4344", "ANNEX cards only"),
        ("th-ais", "dial *111*6#", "SIM2Fly roaming plans only"),
        ("de-vodafone", "dial *106#", "Some tariffs only"),
        ("it-windtre", "dial *133#", "From the page for businesses"),
        ("it-windtre", "dial *133*1#", "From the page for businesses"),
        ("it-windtre", "call 4242", "From the page for businesses"),
    ] {
        let listing = directory.find(id).unwrap();
        let way = listing.checks.iter().find(|way| way.words() == words).unwrap_or_else(|| panic!("{id}: {words}"));
        assert_eq!(way.known.only.last().map(String::as_str), Some(says), "{id}: {words}");
        assert!(!may_lead(way, today), "{id}: {words} is offered first");
    }
    for (listing, _, way) in all_ways(&directory) {
        assert!(way.known.only.is_empty() || !may_lead(way, today), "{}: {way:?}", listing.id);
    }
    // Behind what is for all cards, wherever the phone is.
    for (listing, place) in directory.listings.iter().flat_map(|listing| {
        [Whereabouts::Home, Whereabouts::Abroad, Whereabouts::Somewhere].map(|place| (listing, place))
    }) {
        let order = asking(listing, Purpose::Check, Situation { place, ..at(today) });
        let order: Vec<&Way> = order.all().iter().map(|offer| offer.way).collect();
        let led = order.iter().position(|way| !way.known.only.is_empty());
        let all = order.iter().rposition(|way| may_lead(way, today) && !(place == Whereabouts::Home && way.abroad));
        let roams = place == Whereabouts::Abroad;
        assert!(led.zip(all).is_none_or(|(led, all)| led > all) || roams, "{} {place:?}: {order:?}", listing.id);
        assert!(led != Some(0) || all.is_none(), "{} {place:?}: {order:?}", listing.id);
    }
    // What worked for its owner is for that card.
    let mut way = directory.find("us-usmobile").unwrap().checks[0].clone();
    let mark = Mark { on: today, by: By::Me, report: None };
    way.known.heard.tried = Some((mark, true));
    assert!(may_lead(&way, today));
}

#[test]
fn what_a_source_says_of_when_it_holds_is_said_of_the_fact() {
    let directory = directory();
    let listing = |id: &str| directory.find(id).unwrap();
    let check = |id: &str, words: &str| {
        listing(id).checks.iter().find(|way| way.words() == words).unwrap_or_else(|| panic!("{id}: {words}"))
    };
    for (id, words, says) in [
        ("us-att-prepaid", "dial *777#", "Not from a tablet or a hotspot"),
        ("us-tmobile-prepaid", "dial #932#", "Says what was used"),
        ("cn-mobile", "text 10086 CXLL", "May differ by province"),
        ("cn-unicom", "text 10010 CXLL", "Often answers only with a link to the app"),
        ("kr-kt", "call 1583", "Foreign languages; from a KT number"),
        ("th-true", "dial #123#", "Its year is Buddhist: take off 543"),
        ("es-orange", "dial *111#", "Free five times a month"),
        ("esim-airalo", "app Airalo", "At 10 % left, auto-renewal buys another package"),
        ("fr-mint", "text +33 6 01 59 36 03 CONSO", "What was used since the 1st"),
    ] {
        assert_eq!(check(id, words).known.note.last().map(String::as_str), Some(says), "{id}: {words}");
    }
    for (id, words) in [("hk-3", "call 1037"), ("th-ais", "dial *111*6#"), ("gb-cmlink", "call +44 797 300 0186")] {
        assert!(check(id, words).abroad, "{id}: {words}");
    }
    assert!(listing("ph-smart").top_ups[0].abroad);
    for (id, words) in [
        ("jp-bmobile", "site www.bmobile.ne.jp/english/charge.html"),
        ("de-telekom", "site pass.telekom.de"),
        ("de-congstar", "site pass.telekom.de"),
    ] {
        assert!(check(id, words).known.own, "{id}: {words}");
    }
    for (id, words, says) in [
        ("us-tello", "lasts 3 months", "Without a plan"),
        ("us-ultra", "renews 30 days", "PayGo"),
        ("hk-shinetown", "lasts HK$50 210 days", "Except Gold cards"),
        ("mo-ctm", "warns 2 GB · 1 GB · 100 MB · 0", "Monthly plans"),
        ("jp-bmobile", "warns 500 MB", "By e‑mail"),
    ] {
        let stated = listing(id).rules.iter().find(|stated| stated.rule.words() == words).unwrap();
        assert_eq!(stated.known.only.last().map(String::as_str), Some(says), "{id}: {words}");
    }
    // A remark that limits a fact is no remark alone.
    for (listing, _, way) in all_ways(&directory) {
        let limited = |source: &String| {
            let remark = source.split_once(" (").map_or("", |(_, remark)| remark);
            ["only", "not prepaid", "roaming", "abroad"].iter().any(|word| remark.contains(word))
        };
        let said = way.abroad || way.known.own || !way.known.only.is_empty() || !way.known.note.is_empty();
        let app = way.means == Means::App;
        assert!(app || said || !way.known.sources.iter().any(limited), "{}: {way:?}", listing.id);
    }
}

#[test]
fn a_condition_is_written_in_the_three_languages() {
    let directory = directory();
    let mut count = 0;
    for (id, known) in all_facts(&directory) {
        for texts in [&known.only, &known.note].into_iter().filter(|texts| !texts.is_empty()) {
            let chinese = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
            let [hans, hant, en] = Lang::ALL.map(|lang| listed(texts, lang).unwrap());
            assert!(texts.len() <= 3 && !chinese(en), "{id}: {texts:?}");
            assert!(texts.len() == 1 || chinese(hans) && chinese(hant), "{id}: {texts:?}");
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_country_is_known_by_the_number_and_the_money_of_a_card() {
    for (number, code) in [
        ("+886912345678", Some("TW")),
        ("+85261234567", Some("HK")),
        ("+8613800100186", Some("CN")),
        ("+447400123456", Some("GB")),
        ("+15550104471", Some("US")),
        ("0912345678", None),
        ("+999123456", None),
    ] {
        assert_eq!(country_called(number).map(|country| country.code), code, "{number}");
    }
    for carrier in carriers().filter_map(Carrier::country) {
        let all: BTreeSet<&str> = carriers()
            .filter_map(Carrier::country)
            .filter(|other| other.currency() == carrier.currency())
            .map(|other| other.code)
            .collect();
        let one = country_paid(carrier.currency()).map(|country| country.code);
        assert_eq!(one, (all.len() == 1).then_some(carrier.code), "{}", carrier.code);
    }
}

/// What Android's messengers read: the words behind the first `?`, by name.
fn android(link: &str) -> (String, Option<String>) {
    let (to, query) = link.strip_prefix("sms:").unwrap().split_once('?').unwrap();
    let body = query.split('&').find_map(|part| part.strip_prefix("body="));
    (to.to_owned(), body.map(str::to_owned))
}

/// What iPhones read: the words behind the first `&`, by name; of the number its digits.
fn iphone(link: &str) -> (String, Option<String>) {
    let (to, query) = link.strip_prefix("sms:").unwrap().split_once('&').unwrap();
    let to = to.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    (to, query.split('&').find_map(|part| part.strip_prefix("body=")).map(str::to_owned))
}

#[test]
fn a_text_message_is_filled_in_on_android_and_on_an_iphone() {
    for (to, body, number, words) in [
        ("6700", "BAL", "6700", "BAL"),
        ("+1 888 878 1488", "BALANCE", "+18888781488", "BALANCE"),
        ("214", "?1515", "214", "%3F1515"),
        ("611", "SALDO,A", "611", "SALDO%2CA"),
        ("10010", "查 余额&x=1", "10010", "%E6%9F%A5%20%E4%BD%99%E9%A2%9D%26x%3D1"),
    ] {
        let link = Link::text(to, body).unwrap();
        let filled = (number.to_owned(), Some(words.to_owned()));
        assert_eq!(android(link.as_str()), filled, "{link:?}");
        assert_eq!(iphone(link.as_str()), filled, "{link:?}");
    }
    for (code, link) in [("*777#", "tel:*777%23"), ("#999#", "tel:%23999%23"), ("##107#", "tel:%23%23107%23")] {
        assert_eq!(Link::call(code).unwrap().as_str(), link, "both dial a code whose # is written as %23, if at all");
    }
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

#[test]
fn a_phone_says_where_it_is_by_its_clock() {
    for (zone, code) in [
        ("Asia/Tokyo", Some("JP")),
        ("America/New_York", Some("US")),
        ("America/Los_Angeles", Some("US")),
        ("Pacific/Honolulu", Some("US")),
        ("America/Toronto", Some("CA")),
        ("America/Vancouver", Some("CA")),
        ("Australia/Perth", Some("AU")),
        ("Asia/Urumqi", Some("CN")),
        ("Asia/Calcutta", Some("IN")),
        ("Asia/Saigon", Some("VN")),
        ("US", None),
        ("United", None),
        ("America/Mexico_City", None),
        ("Asia/Dubai", None),
        ("", None),
    ] {
        assert_eq!(country_at(zone).map(|country| country.code), code, "{zone}");
    }
}

/// A card with a line and data on that day, nobody knows where.
fn at(today: Date) -> Situation {
    Situation { line: true, data: true, place: Whereabouts::Somewhere, today }
}

#[test]
fn codes_that_answer_with_data_stand_before_those_that_answer_with_money() {
    let directory = Directory::read(include_str!("../www/carriers.json")).unwrap();
    let listing = directory.find("us-tmobile-prepaid").unwrap();
    let today = Date::parse("2026-11-21").unwrap();
    let offers = asking(listing, Purpose::Check, at(today));
    let order: Vec<_> = offers.all().iter().map(|offer| offer.way.what.as_str()).collect();
    let place = |code| order.iter().position(|what| *what == code).unwrap();
    assert!(place("#932#") < place("#225#"), "{order:?}");
}

#[test]
fn what_is_older_than_five_years_stands_behind_what_is_newer() {
    let directory = directory();
    let today = Date::parse("2026-11-21").unwrap();
    let first = |id: &str, today| {
        let listing = directory.find(id).unwrap();
        asking(listing, Purpose::TopUp, at(today)).all()[0].way.words()
    };
    // Of 2013, of 2011 and of 2019; each in front of something newer in the file.
    assert_eq!(first("us-att-prepaid", today), "call 611");
    assert_eq!(first("us-att-prepaid", Date::parse("2018-12-01").unwrap()), "dial *888*PIN#");
    for listing in &directory.listings {
        for purpose in [Purpose::Check, Purpose::TopUp] {
            let order = asking(listing, purpose, at(today));
            // Where one can only ask stands behind all that is known to take payments.
            let order: Vec<&Way> = order.of(Group::Now).iter().map(|offer| offer.way).collect();
            let old: Vec<_> = order.iter().map(|way| way.known.is_old(today)).collect();
            let newer =
                order.iter().rposition(|way| !way.known.is_old(today) && way.known.sure != Confidence::Unchecked);
            let oldest = old.iter().position(|old| *old);
            assert!(oldest.zip(newer).is_none_or(|(old, newer)| old > newer), "{}: {order:?}", listing.id);
        }
    }
    for (of, old) in [("2011", true), ("2020", true), ("2021", false), ("2023", false)] {
        assert_eq!(Known { of: Some(of.to_owned()), ..Known::default() }.is_old(today), old, "{of}");
    }
}

#[test]
fn emergency_numbers_can_be_called_and_are_not_made_up() {
    let known = |code: &str| emergency(code).collect::<Vec<_>>();
    assert_eq!((known("US"), known("CN"), known("HK")), (vec!["911"], vec!["110", "120", "119"], vec!["999"]));
    assert!(known("TH").is_empty(), "nobody was found who says it");
    let codes: BTreeSet<&str> = carriers().filter_map(Carrier::country).map(|country| country.code).collect();
    for number in codes.into_iter().flat_map(emergency) {
        assert_eq!(Link::call(number).unwrap().as_str(), format!("tel:{number}"));
        assert_eq!(number.len(), 3, "{number}");
    }
}

#[test]
fn a_number_of_another_country_is_known_by_its_code() {
    for (means, what, with, home, foreign) in [
        (Means::Call, "+53 5 555 0100", "", "US", true),
        (Means::Call, "+44 20 7946 0000", "", "US", true),
        (Means::Text, "+86 138 0010 0186", "YE", "US", true),
        (Means::Call, "611", "+44 20 7946 0000", "US", true),
        (Means::Call, "011 44 20 7946 0000", "", "US", true),
        (Means::Call, "0044 20 7946 0000", "", "DE", true),
        (Means::Call, "+1 213-372-7777", "", "US", false),
        (Means::Call, "+1 213-372-7777", "", "CA", false),
        (Means::Call, "1-800-901-9878", "", "US", false),
        (Means::Call, "000", "", "AU", false),
        (Means::Call, "0033", "", "DE", false),
        (Means::Call, "010 5555 0100", "", "KR", false),
    ] {
        let way = Way::new(&Contact::new(means, what, with).unwrap(), Known::default());
        assert_eq!(way.is_foreign(country(home)), foreign, "{what} {with} {home}");
        assert!(!way.is_foreign(None), "where nobody knows the country");
    }
    let directory = directory();
    for (listing, _, way) in all_ways(&directory) {
        let home = find(&listing.id).and_then(Carrier::country);
        assert!(!way.is_foreign(home), "{}: {}", listing.id, way.words());
    }
}

#[test]
fn an_address_is_a_carriers_where_it_is_of_the_domain_of_its_site() {
    let directory = directory();
    for (host, owned) in [
        ("my.t-mobile.com", true),
        ("t-mobile.com", true),
        ("dx.10086.cn", true),
        ("three.co.uk", true),
        ("shop.three.co.uk", true),
        ("fi.google.com", true),
        ("sites.google.com", false),
        ("bmobile.ne.jp", true),
        ("evil.ne.jp", false),
        ("t-mobile.com.billing.info", false),
        ("tmo-billpay.xyz", false),
        ("co.uk", false),
        ("evil.co.uk", false),
        ("com", false),
        ("", false),
    ] {
        assert_eq!(directory.owns(host), owned, "{host}");
    }
}
