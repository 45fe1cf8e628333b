//! Several messages in one paste, and the time that a text gives for its figures.
#![allow(clippy::unwrap_used, reason = "tests")]

use sim_gauge::domain::{Base, Date, MAX_PASTE};
use sim_gauge::sms::{Context, Message, Reader, Refusal, Verdict, messages, newest};

fn context(country: &str) -> Context<'_> {
    Context {
        received: Date::parse("2026-11-20").unwrap(),
        country: Some(country),
        currency: None,
        carrier: None,
        base: Base::Binary,
    }
}

/// Each message's text and time, the newest marked.
fn told(text: &str, country: &str) -> Vec<String> {
    let found = messages(text, &context(country));
    let newest = newest(&found);
    let time = |message: &Message| {
        let at = message.at.or(message.reading.stated);
        at.map_or_else(String::new, |at| {
            let time = at.minute.map_or_else(String::new, |minute| format!(" {:02}:{:02}", minute / 60, minute % 60));
            format!("{}{time} ", at.date)
        })
    };
    let one = |(i, message): (usize, &Message)| {
        let mark = if newest == Some(i) { "> " } else { "" };
        format!("{mark}{}{}", time(message), message.span.of(text))
    };
    found.iter().enumerate().map(one).collect()
}

#[test]
fn a_messengers_lines_tell_messages_apart() {
    for (text, expected) in [
        (
            "[2026/11/18, 18:03:11] 10086: 剩余流量6.1GB\n[2026/11/20, 09:12:45] 我: CXLL\n[2026/11/20, 09:13:02] 10086: 剩余流量2.3GB\n",
            ["2026-11-18 18:03 剩余流量6.1GB", "> 2026-11-20 09:13 剩余流量2.3GB"],
        ),
        (
            "11/18/26, 6:03 PM - Tello: 1.9 GB left\n11/20/26, 9:03 AM - Tello: 1.2 GB left",
            ["2026-11-18 18:03 1.9 GB left", "> 2026-11-20 09:03 1.2 GB left"],
        ),
        (
            "Yesterday 6:03 PM\n1.9 GB left\nToday 9:03 AM\n1.2 GB left",
            ["2026-11-19 18:03 1.9 GB left", "> 2026-11-20 09:03 1.2 GB left"],
        ),
        (
            "10086  11/20 18:03\n剩余流量3GB\n10086  11/18 18:03\n剩余流量5GB",
            ["> 2026-11-20 18:03 剩余流量3GB", "2026-11-18 18:03 剩余流量5GB"],
        ),
        (
            "尊敬的客户，截至11月18日18时，剩余流量5GB。\n尊敬的客户，截至11月20日8时30分，剩余流量3GB。",
            [
                "2026-11-18 18:00 尊敬的客户，截至11月18日18时，剩余流量5GB。",
                "> 2026-11-20 08:30 尊敬的客户，截至11月20日8时30分，剩余流量3GB。",
            ],
        ),
        // Without a time nobody knows which is the newest.
        ("Mint: 6.1 GB left\nT-Mobile: 2.3 GB left", ["Mint: 6.1 GB left", "T-Mobile: 2.3 GB left"]),
        ("You have 2 GB left.\n\nYou have 1 GB left.", ["You have 2 GB left.", "You have 1 GB left."]),
        // Nor with a time for only one of those of a day.
        (
            "As of 11/20 8:00 AM you have 2 GB left.\n\nAs of 11/20 you have 1 GB left.",
            ["2026-11-20 08:00 As of 11/20 8:00 AM you have 2 GB left.", "2026-11-20 As of 11/20 you have 1 GB left."],
        ),
        (
            "As of 11/20 you have 2 GB left.\n\nAs of 11/18 you have 1 GB left.",
            ["> 2026-11-20 As of 11/20 you have 2 GB left.", "2026-11-18 As of 11/18 you have 1 GB left."],
        ),
    ] {
        let country = if text.contains('剩') { "CN" } else { "US" };
        assert_eq!(told(text, country), expected);
    }
}

#[test]
fn one_message_stays_one() {
    for text in [
        "Data: 3GB left\nValid until:\n11/27/2026 23:59\nBalance: $5.00",
        "1. You have 300 minutes left\n2. You have 2 GB left",
        "Hi!\n\nYou have 2 GB left.\n\nYour plan expires on 12/4/2026.",
        "Balance: $5.00\n11/20/2026 18:03\nData: 3 GB left",
        "5G: 3 GB left\n4G: 1 GB left",
    ] {
        assert_eq!(messages(text, &context("US")).len(), 1, "{text}");
    }
}

#[test]
fn a_reply_gives_its_own_time() {
    for (country, text, expected) in [
        ("US", "As of 11/20 6:00 PM you have 2.3 GB left.", "2026-11-20 18:00"),
        ("DE", "Stand: 19.11.2026 um 14:30 Uhr. Sie haben noch 2,3 GB.", "2026-11-19 14:30"),
        ("CN", "截至18日14时30分，剩余6.5M", "2026-11-18 14:30"),
        ("CN", "截至11月20日下午6:05，剩余6.5M", "2026-11-20 18:05"),
        ("IN", "Data left 3 GB as of 18:05 hrs", "2026-11-20 18:05"),
        ("US", "2.3 GB left as of 11/18/2026.", "2026-11-18"),
        // What lies ahead, or long back, is no time of a balance.
        ("US", "2.3 GB left as of 01/02/2027.", ""),
        ("US", "2.3 GB left as of 01/02/2026.", ""),
        ("US", "2.3 GB left, expires 12/4 6:00 PM.", ""),
    ] {
        let found = messages(text, &context(country));
        let stated = found[0].reading.stated;
        let said = stated.map_or_else(String::new, |at| {
            assert!(!at.span.of(text).trim().is_empty());
            at.date.to_string() + &at.minute.map_or_else(String::new, |it| format!(" {:02}:{:02}", it / 60, it % 60))
        });
        assert_eq!(said, expected, "{text}");
    }
}

#[test]
fn what_is_longer_than_a_conversation_is_refused() {
    let long = "You have 5 GB left.\n\n".repeat(MAX_PASTE / 10);
    let found = messages(&long, &context("US"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].reading.verdict, Verdict::Nothing(Refusal::TooMuch));
    let full = "3 GB left 4 GB left 5 GB left 6 GB left 7 GB left 8 GB left 9 GB left";
    assert_eq!(messages(full, &context("US"))[0].reading.verdict, Verdict::Nothing(Refusal::TooMuch));
}

#[test]
fn a_newest_message_that_nothing_reads_is_told_of() {
    let rows = [
        ("[2026/11/18, 18:03] 10086: 剩余流量6.1GB\n[2026/11/20, 09:13] 10086: 余额柒佰 812\n", Some("2026-11-20 553")),
        ("11/18/26, 6:03 PM - Polar: 1.9 GB left\n11/20/26, 9:03 AM - Polar: Kvota 812", Some("2026-11-20 543")),
        ("11/20/26, 9:03 AM - Polar: less than 80 MB\n11/18/26, 6:03 PM - Polar: 1.9 GB left", Some("2026-11-20 543")),
        // What was asked, what came before, what is of another trade, what has no figure.
        ("11/18/26, 6:03 PM - Polar: Kvota 812\n11/20/26, 9:03 AM - Polar: 1.9 GB left", None),
        ("11/18/26, 6:03 PM - Polar: 1.9 GB left\n11/20/26, 9:03 AM - Me: BAL", None),
        ("11/18/26, 6:03 PM - Polar: 1.9 GB left\n11/20/26, 9:03 AM - Polar: 812345 is your verification code", None),
        ("11/18/26, 6:03 PM - Polar: Kvota 640\n11/20/26, 9:03 AM - Polar: Kvota 812", None),
    ];
    for (text, expected) in rows {
        let unread = Reader::new(&context("US")).paste(text).unread;
        let said = unread.map(|at| format!("{} {}", at.date, at.minute.unwrap_or(0)));
        assert_eq!(said.as_deref(), expected, "{text}");
    }
}

#[test]
fn a_name_above_the_time_is_no_part_of_the_text() {
    for (text, expected) in [
        ("T-Mobile\nNov 20, 2026 9:12 AM\nYou have 4.8GB left", &["> 2026-11-20 09:12 You have 4.8GB left"][..]),
        ("10086\n2026年11月20日 09:12\n剩余流量4.8GB", &["> 2026-11-20 09:12 剩余流量4.8GB"]),
        (
            "T-Mobile\nNov 18, 2026 9:12 AM\nYou have 4.8GB left\nT-Mobile\nNov 20, 2026 9:14 AM\nYou have 2.1GB left",
            &["2026-11-18 09:12 You have 4.8GB left", "> 2026-11-20 09:14 You have 2.1GB left"],
        ),
        // What ends a message is none.
        (
            "Nov 18, 2026 9:12 AM\nYou have 4.8GB left\nRoaming\nNov 20, 2026 9:14 AM\nYou have 2.1GB left",
            &["2026-11-18 09:12 You have 4.8GB left\nRoaming", "> 2026-11-20 09:14 You have 2.1GB left"],
        ),
        // A label is none.
        ("Summary:\n11/20/2026 9:12 AM\nYou have 4.8GB left", &["> Summary:\n11/20/2026 9:12 AM\nYou have 4.8GB left"]),
    ] {
        let country = if text.contains('剩') { "CN" } else { "US" };
        assert_eq!(told(text, country), expected);
    }
    let found = messages("T-Mobile\nNov 20, 2026 9:12 AM\nYou have 4.8GB left", &context("US"));
    assert_eq!(found[0].whole.start, 0, "the name goes with what it stands above");
}

#[test]
fn of_a_long_conversation_the_newest_are_told_apart() {
    let day = |ago: i32| Date::parse("2026-11-20").unwrap().plus_days(-ago).unwrap();
    let line = |i: i32| format!("{} 09:12\nYou have {}.5 GB left\n", day(79 - i), 100 - i);
    let read = |text: &str| {
        let paste = Reader::new(&context("US")).paste(text);
        let newest = newest(&paste.messages).map(|at| paste.messages[at].span.of(text).to_owned());
        (paste.messages.len(), newest, paste.older)
    };
    let newest = Some("You have 21.5 GB left".to_owned());
    let oldest_first: String = (0..80).map(line).collect();
    assert_eq!(read(&oldest_first), (64, newest.clone(), true));
    let newest_first: String = (0..80).rev().map(line).collect();
    assert_eq!(read(&newest_first), (64, newest, true));
    assert!(!read(&(0..60).map(line).collect::<String>()).2);
    // A conversation is longer than a message.
    let long: String = (0..80).map(|i| line(i) + &"Thank you. ".repeat(40)).collect();
    assert!(long.len() > 30_000);
    assert_eq!(read(&long).0, 64);
    // Without times the last are the newest, as far as anybody knows.
    let plain: String = (0..80).map(|i| format!("You have {}.5 GB left.\n\n", 100 - i)).collect();
    let paste = Reader::new(&context("US")).paste(&plain);
    assert_eq!(paste.messages[63].span.of(&plain), "You have 21.5 GB left.");
    assert!(paste.older);
}

#[test]
fn the_number_of_a_payment_is_nobodys_telephone() {
    for (text, expected) in [
        ("You have 3 GB left. Ref 99887766", &[][..]),
        ("You have 3 GB left. Order no. 99887766", &[]),
        ("剩余流量3GB，订单号：99887766", &[]),
        ("Your number 91234567 has 3 GB left", &["4567"]),
        ("You have 3 GB left on 6465550147. Reference: 99887766", &["0147"]),
    ] {
        assert_eq!(messages(text, &context("US"))[0].reading.tails, expected, "{text}");
    }
}
