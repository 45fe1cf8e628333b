//! The reading of replies: our own cases in files, one a language, and the shared corpus.
//!
//! `SIM_GAUGE_CORPUS` may name a file of real replies; then their figures are counted as well.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use cases::{LANGUAGES, cases, headed};
use says::{said, sound};
use sim_gauge::domain::{Amount, Bucket, Currency, Date, Decimal, Measure, Quantity, Said, Unit};
use sim_gauge::sms::{Answer, Certainty, Context, read};
use std::fmt::Write as _;

#[test]
fn every_language_is_read_as_its_cases_say() {
    let mut wrong = String::new();
    for (language, file) in LANGUAGES {
        for case in cases(file) {
            let reading = read(case.text, &headed(case.head));
            sound(case.text, &reading);
            let said = said(&reading);
            if said != case.expected && !(case.expected == "nothing" && said.starts_with("nothing: ")) {
                writeln!(wrong, "{language}: {}\n  expected {}\n  said     {said}", case.text, case.expected).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_file_of_cases_is_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sms");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.filter_map(|name| name.strip_suffix(".txt").map(str::to_owned)).collect();
    let mut named: Vec<&str> = LANGUAGES.iter().map(|(name, _)| *name).collect();
    files.sort();
    named.sort_unstable();
    assert_eq!(files, named, "tests/sms/cases.rs names every file");
}

#[test]
fn every_sure_figure_names_the_words_that_decided() {
    for (_, file) in LANGUAGES {
        for case in cases(file) {
            for figure in read(case.text, &headed(case.head)).figures {
                if let Certainty::Sure(role, why) = figure.role {
                    assert!(why.words.is_some(), "{role:?} of {}", case.text);
                }
            }
        }
    }
}

#[test]
fn an_answer_settles_a_question() {
    let reading = read("Your plan expires on 01/02/2027. 3 GB left.", &headed("- 2026-12-01"));
    assert_eq!(reading.settle(&[], Currency::USD).open(), 1);
    let settled = reading.settle(&[(0, Answer::Choice(0))], Currency::USD);
    assert_eq!((settled.open(), settled.expires), (0, Date::parse("2027-01-02")));
    let slow =
        read("You have used all of your high-speed data. Your speed is reduced to 128 kbps.", &headed("US 2026-12-01"));
    let general = |said| Measure { bucket: Bucket::General, said };
    let none = Amount::new(Decimal::ZERO, Unit::MB).unwrap();
    let both = [general(Said::Left(Quantity::Data(none))), general(Said::Unlimited)];
    assert_eq!(slow.settle(&[], Currency::USD).measures, both);
    let skipped = reading.settle(&[(0, Answer::Skip)], Currency::USD);
    assert_eq!((skipped.open(), skipped.expires), (0, None));
    assert_eq!(skipped.measures.len(), 1);
}

#[test]
fn a_sender_is_no_stranger_where_the_card_names_it() {
    let of = |carrier| Context { carrier, ..headed("DZ 2026-11-20") };
    let rows = [
        ("Zabofon Algérie", "Zabofon: Votre solde est 450 DA.", "nothing: BankOrCard"),
        ("zabofon", "【Zabofon】 Votre solde est 450 DA.", "left money 450 DZD"),
        ("Zabofon", "Ferma: Votre solde est 450 DA.", "nothing: BankOrCard"),
        ("Zabofon", "Zabofon: 12 crédits, valables jusqu'au 02/12/2026.", "nothing: BankOrCard"),
        ("Za", "Za: Votre solde est 450 DA.", "nothing: BankOrCard"),
    ];
    for (carrier, text, says) in rows {
        assert_eq!(said(&read(text, &of(None))), "nothing: BankOrCard", "{text}");
        assert_eq!(said(&read(text, &of(Some(carrier)))), says, "{carrier}, {text}");
    }
}

#[test]
fn what_cannot_be_seen_cuts_no_number() {
    for mark in ['\u{200b}', '\u{200e}', '\u{200f}', '\u{202d}', '\u{2066}', '\u{feff}', '\u{ad}'] {
        for text in [format!("剩余流量{mark}14.{mark}2{mark} GB"), format!("1{mark}4.2{mark}G{mark}B da{mark}ta left")]
        {
            let reading = read(&text, &headed("US 2026-06-15"));
            sound(&text, &reading);
            assert_eq!(said(&reading), "left 14.2 GB", "{text:?}");
        }
    }
}

#[test]
fn a_megabyte_is_read_only_as_far_as_a_message_goes() {
    let text = "剩余5GB，left 3 GB 1/2/2027 ".repeat(40_000);
    sound(&text, &read(&text, &headed("CN 2026-06-15")));
    let digits = "1 234".repeat(200_000);
    sound(&digits, &read(&digits, &headed("- 2026-06-15")));
}

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
        let reading = read(text, &headed(&format!("{country} {received}")));
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

#[path = "sms/cases.rs"]
mod cases;
#[path = "sms/corpus.rs"]
mod corpus;
#[allow(dead_code, reason = "the fuzz run uses the rest")]
#[path = "sms/says.rs"]
mod says;

#[test]
fn a_figure_that_cannot_be_is_refused_by_its_reason() {
    let context = headed("CN 2026-11-20");
    let rows = [
        ("剩余流量 -3GB", "nothing: Negative"),
        ("You have -200 MB left", "nothing: Negative"),
        ("剩余流量 99999999999999999999GB", "nothing: TooLarge"),
        ("账户余额 99999999999999999999 元", "nothing: TooLarge"),
        ("You have used 150% of your data", "nothing: TooLarge"),
        ("剩余流量 3GB，已用 -1GB", "left 3 GB"),
        ("剩余流量很多", "nothing: NoFigure"),
    ];
    for (text, expected) in rows {
        assert_eq!(said(&read(text, &context)), expected, "{text}");
    }
}

#[test]
fn a_refusal_names_its_kind_or_none() {
    let context = headed("US 2026-11-20");
    for (text, expected) in [
        ("Your PIN is 4821", "OneTimeCode"),
        ("Your account PIN is 4821. Reply YES to confirm.", "OneTimeCode"),
        ("您的PIN码是4821，回复Y确认", "OneTimeCode"),
        ("Reply with your 4-digit PIN", "NoFigure"),
        ("Thanks for contacting us. Reply 1 for balance, 2 for data.", "NoFigure"),
        ("Dial *123# for balance", "NoFigure"),
        ("回复101查询余额", "NoFigure"),
        ("Reply YES and get 5 GB", "Offer"),
        ("Dial *123# to buy 5 GB", "Offer"),
        ("回复Y领取5GB", "Offer"),
        ("Error: please try again.", "Error"),
    ] {
        assert_eq!(said(&read(text, &context)), format!("nothing: {expected}"), "{text}");
    }
}

#[test]
fn the_addresses_of_a_text_are_found_and_nothing_else_is_one() {
    for (text, found) in [
        ("Renew at tmo-billpay.xyz", &["tmo-billpay.xyz"][..]),
        ("点击t.cn/A6xyz充值，或 bit.ly/x", &["t.cn", "bit.ly"]),
        ("http://hfx.net/i/W63Wz", &["hfx.net"]),
        ("https://www.10086.cn", &["10086.cn"]),
        ("www.Three.com.mo/m/top-up", &["three.com.mo"]),
        ("See my.t-mobile.com.", &["my.t-mobile.com"]),
        ("vzw.com/bill", &["vzw.com"]),
        ("https://carrier.com@evil.xyz/a，HTTP://3232235777/pay", &["evil.xyz", "3232235777"]),
        ("https://evil.xyz\\@carrier.com", &["evil.xyz"]),
        ("Pay at T-Mobile-Bill.TOP", &["t-mobile-bill.top"]),
        ("查询http://10086.cn查询，http://移动积分.cn/x", &["10086.cn", "移动积分.cn"]),
        ("http://10086.cn积分.xyz:8080/x", &["10086.cn积分.xyz"]),
        ("http://a.cn/r?to=https://b.xyz", &["a.cn", "b.xyz"]),
        ("Pay:evil.xyz/a mail a@b.com,evil.biz", &["evil.xyz", "evil.biz"]),
        ("https://10086.cn．evil．xyz/a", &["10086.cn.evil.xyz"]),
        ("left.Reply HELP. 1.5GB/day, Rs.5/day, 2.5 GB. Avail.bal 3.50", &[]),
        ("left.Top up. a.m./p.m. help@example.com 12.30.", &[]),
        ("", &[]),
    ] {
        assert_eq!(sim_gauge::sms::hosts(text), found, "{text}");
    }
}
