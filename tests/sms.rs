//! The reading of replies: our own cases in files, one a language, and what must hold for any text.
//!
//! `SIM_GAUGE_CORPUS` may name a file of real replies; then their figures are counted as well.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use sim_gauge::domain::{Base, Bucket, Currency, Date};
use sim_gauge::sms::{Answer, Certainty, Choice, Context, Reading, Role, Value, Verdict, read};
use std::fmt::Write as _;

/// Reads one case and compares what it says, a line a figure.
///
/// A case is `@ COUNTRY DATE` (or `-` for no country), with the card's currency where it has one,
/// the text, and after `=>` the figures.
fn check(file: &str, cases: &str) {
    let mut wrong = String::new();
    for case in cases.split("\n@ ").skip(1) {
        let (head, rest) = case.split_once('\n').expect("a head line");
        let (text, expected) = rest.split_once("\n=> ").expect("an expectation");
        let context = headed(head);
        let reading = read(text, &context);
        sound(text, &reading);
        let said = said(&reading);
        let expected = expected.trim();
        if said != expected && !(expected == "nothing" && said.starts_with("nothing: ")) {
            writeln!(wrong, "{text}\n  expected {expected}\n  said     {said}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{file}:\n{wrong}");
}

fn context<'a>(country: &'a str, received: &str) -> Context<'a> {
    Context {
        received: Date::parse(received).expect("a date"),
        country: (country != "-").then_some(country),
        currency: None,
        carrier: None,
        base: Base::Binary,
    }
}

/// What the head line of a case knows.
fn headed(head: &str) -> Context<'_> {
    let mut words = head.split_whitespace();
    let (country, received) = (words.next().expect("a country"), words.next().expect("a date"));
    Context { currency: words.next().and_then(Currency::parse), ..context(country, received) }
}

fn said(reading: &Reading) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Verdict::Nothing(refusal) = reading.verdict {
        return format!("nothing: {refusal:?}");
    }
    for figure in &reading.figures {
        parts.push(match &figure.role {
            Certainty::Sure(role, _) => choice(*role, figure.value),
            Certainty::Asked(choices) => {
                let choices: Vec<String> = choices.iter().map(|Choice { role, value }| choice(*role, *value)).collect();
                format!("ask {}", choices.join(" or "))
            }
        });
    }
    parts.extend(reading.carrier.map(str::to_owned));
    parts.extend(reading.tails.iter().map(|tail| format!("tail {tail}")));
    parts.join(", ")
}

fn choice(role: Role, value: Value) -> String {
    let of = |bucket: Bucket| match bucket {
        Bucket::General => String::new(),
        bucket => format!(" {bucket:?}").to_lowercase(),
    };
    let role = match role {
        Role::Left(bucket) => format!("left{}", of(bucket)),
        Role::Used(bucket) => format!("used{}", of(bucket)),
        Role::Total(bucket) => format!("total{}", of(bucket)),
        Role::Expires => "expires".to_owned(),
        Role::CreditExpires => "credit expires".to_owned(),
        Role::Renews => "renews".to_owned(),
        Role::TopUp => "top-up".to_owned(),
    };
    let value = match value {
        Value::Data(amount) => format!("{} {:?}", amount.figure(), amount.unit()),
        Value::Percent(share) => format!("{share} %"),
        Value::Money(figure, Some(currency)) => format!("{figure} {currency}"),
        Value::Money(figure, None) => format!("{figure} ?"),
        Value::Date(date) => date.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Unlimited => "unlimited".to_owned(),
    };
    format!("{role} {value}")
}

/// What holds for every reading of every text.
fn sound(text: &str, reading: &Reading) {
    for figure in &reading.figures {
        let mut spans = vec![figure.span];
        match &figure.role {
            Certainty::Sure(_, why) => spans.extend(why.words),
            Certainty::Asked(choices) => assert!(choices.len() > 1, "a question has at least two answers: {text}"),
        }
        for span in spans {
            assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{span:?} of {text:?}");
        }
    }
    assert_eq!(reading.verdict == Verdict::Reading, !reading.figures.is_empty(), "{text}");
    let settled = reading.settle(&[], Currency::USD);
    assert_eq!(settled.open(), reading.questions());
}

#[test]
fn english() {
    check("en.txt", include_str!("sms/en.txt"));
}

#[test]
fn simplified_chinese() {
    check("zh-hans.txt", include_str!("sms/zh-hans.txt"));
}

#[test]
fn traditional_chinese() {
    check("zh-hant.txt", include_str!("sms/zh-hant.txt"));
}

#[test]
fn resellers_and_travel_lines() {
    check("mvno.txt", include_str!("sms/mvno.txt"));
}

#[test]
fn japanese_korean_thai() {
    check("asia.txt", include_str!("sms/asia.txt"));
}

#[test]
fn german_french_spanish_italian() {
    check("europe.txt", include_str!("sms/europe.txt"));
}

#[test]
fn other_trades() {
    check("strangers.txt", include_str!("sms/strangers.txt"));
}

#[test]
fn other_languages() {
    check("other.txt", include_str!("sms/other.txt"));
}

#[test]
fn an_answer_settles_a_question() {
    let reading = read("Your plan expires on 01/02/2027. 3 GB left.", &context("-", "2026-12-01"));
    assert_eq!(reading.settle(&[], Currency::USD).open(), 1);
    let settled = reading.settle(&[(0, Answer::Choice(1))], Currency::USD);
    assert_eq!((settled.open(), settled.expires), (0, Date::parse("2027-01-02")));
    let skipped = reading.settle(&[(0, Answer::Skip)], Currency::USD);
    assert_eq!((skipped.open(), skipped.expires), (0, None));
    assert_eq!(skipped.measures.len(), 1);
}

#[test]
fn a_megabyte_is_read_only_as_far_as_a_message_goes() {
    let text = "剩余5GB，left 3 GB 1/2/2027 ".repeat(40_000);
    sound(&text, &read(&text, &context("CN", "2026-06-15")));
    let digits = "1 234".repeat(200_000);
    sound(&digits, &read(&digits, &context("-", "2026-06-15")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}") {
        sound(&text, &read(&text, &context("US", "2026-06-15")));
    }

    #[test]
    fn any_likely_text_is_read_without_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let text = pieces.concat();
        for country in ["US", "CN", "DE", "-"] {
            sound(&text, &read(&text, &context(country, "2026-06-15")));
        }
    }

    #[test]
    fn full_width_digits_say_the_same(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16)) {
        let text = pieces.concat();
        let wide: String = text.chars().map(|c| match c {
            '0'..='9' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
            c => c,
        }).collect();
        let context = context("CN", "2026-06-15");
        prop_assert_eq!(said(&read(&text, &context)), said(&read(&wide, &context)));
    }

    #[test]
    fn full_width_letters_and_more_spaces_say_the_same(
        case in prop::sample::select(cases()),
        wide in any::<bool>(),
        spaces in 1_usize..4,
    ) {
        let (head, text) = case;
        let context = headed(&head);
        let changed: String = text.chars().flat_map(|c| {
            let full = wide && c.is_ascii_alphanumeric();
            let written = if full { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c };
            std::iter::repeat_n(written, if c == ' ' { spaces } else { 1 })
        }).collect();
        // Carriers and addresses are names: they are compared as they are written.
        prop_assert_eq!(said(&read(&text, &context)), said(&read(&changed, &context)), "{}", changed);
    }
}

/// Every text of our files, with its head line.
fn cases() -> Vec<(String, String)> {
    let files = [
        include_str!("sms/en.txt"),
        include_str!("sms/mvno.txt"),
        include_str!("sms/zh-hans.txt"),
        include_str!("sms/zh-hant.txt"),
        include_str!("sms/asia.txt"),
        include_str!("sms/europe.txt"),
        include_str!("sms/other.txt"),
        include_str!("sms/strangers.txt"),
    ];
    let mut all = Vec::new();
    for case in files.iter().flat_map(|file| file.split("\n@ ").skip(1)) {
        let (head, rest) = case.split_once('\n').expect("a head line");
        let text = rest.split("\n=> ").next().expect("a text");
        all.push((head.to_owned(), text.to_owned()));
    }
    all
}

const PIECES: &[&str] = &[
    "剩余",
    "已使用",
    "流量",
    "共",
    "余额",
    "有效期至",
    "，",
    "。",
    "：",
    "元",
    "分钟",
    "条",
    "GB",
    "MB",
    "G",
    "M",
    "%",
    "1",
    "5",
    "12",
    "1,234",
    "1.5",
    "0",
    "2026",
    "年",
    "7月",
    "20日",
    "7/20",
    "07/20/2026",
    "2026-07-20",
    " ",
    "\n",
    "left",
    " of ",
    "used ",
    "you have ",
    "balance ",
    "expires ",
    "Jul ",
    "$",
    "-",
    "(",
    ")",
    "/",
    ":",
    "4G",
    "unlimited ",
    "data ",
    "days",
    "renews ",
    "less than ",
    "*100#",
    "http://a.b/c",
    "13912345678",
    "尾号",
    "9999999999999999999",
    "é",
    "👍",
    "\u{301}",
];

/// The corpus is not ours, so it is read from where it lies. What may never slip: a wrong figure
/// given as sure, and a figure taken from what is no balance.
#[test]
fn the_corpus_is_read() {
    let Ok(path) = std::env::var("SIM_GAUGE_CORPUS") else {
        println!("SIM_GAUGE_CORPUS is not named: the shared corpus was not read");
        return;
    };
    let corpus = std::fs::read_to_string(&path).expect("the corpus that SIM_GAUGE_CORPUS names");
    let (mut right, mut wrong, mut asked, mut count) = (0, Vec::new(), 0, 0);
    for line in corpus.lines() {
        let message: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let field = |name: &str| message.get(name).and_then(serde_json::Value::as_str);
        let country = field("country").filter(|country| *country != "INT").unwrap_or("-");
        let (text, received) = (field("text").expect("a text"), field("received").expect("a day"));
        let reading = read(text, &context(country, received));
        sound(text, &reading);
        count += 1;
        let outcome = corpus::judge(&message, &reading);
        match outcome {
            corpus::Outcome::Right => right += 1,
            corpus::Outcome::Asked => asked += 1,
            corpus::Outcome::Missed => {}
            corpus::Outcome::Wrong => wrong.push(field("id").unwrap_or("").to_owned()),
        }
    }
    println!("{right} right, {asked} asked, {} wrong of {count}", wrong.len());
    assert!(wrong.is_empty(), "wrong: {wrong:?}");
    assert!(right * 100 >= count * 95, "{right} right of {count}");
}

#[path = "sms/corpus.rs"]
mod corpus;
