//! What reading costs beside the same rules written as regular expressions, as a ratio within one
//! run: comparable between machines, where times are not.
//!
//! `cargo bench --no-default-features --bench reading`. Ten replies, one of each of the commonest
//! shapes, are read turn by turn by `sms::Reader` and by `regex-lite`. The expressions know the words
//! of these ten replies and no others; the reader knows all its languages. It fails where a reply
//! costs more than a third of what the expressions cost, or where one of the two misses a figure.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench takes the time"
)]

use regex_lite::Regex;
use sim_gauge::domain::{Base, Date};
use sim_gauge::sms::{Context, Reader, Verdict};
use std::hint::black_box;
use std::time::Instant;

/// A reply of each shape, and how many figures it has.
const REPLIES: [(&str, usize); 10] = [
    ("You have 1.83 GB of 5 GB left, valid until 12/04/2026.", 3),
    ("You've used 80% of your 5 GB. Your plan renews on 12/04/2026.", 3),
    ("Data: 1.2 GB left. Balance: $5.00. Expires 12/04/2026.", 3),
    ("Bal: $3.25, Exp: 12/17/2026, 250 MB left, 100 min left.", 4),
    ("您的套餐流量共30GB，已使用21.37GB，剩余8.63GB。", 3),
    ("您的账户余额为32.18元，有效期至2026-12-31。", 2),
    ("Te quedan 1.8 GB de 5 GB hasta el 02/12/2026.", 3),
    ("Il vous reste 4.2 Go sur 20 Go jusqu'au 03/12/2026.", 3),
    ("Sie haben noch 2.1 GB von 10 GB, gültig bis 02.12.2026.", 3),
    ("Осталось 1.6 ГБ из 10 ГБ до 05.12.2026.", 3),
];

/// The rules: a figure behind its word or before it, a whole, a share, a sum, an end, a renewal;
/// and what refuses a text.
const RULES: [&str; 10] = [
    r"(?i)(?:剩余|te quedan|il vous reste|noch|[Оо]сталось|you have|left:)\s*(\d+(?:[.,]\d+)?)\s*(GB|MB|Go|Mo|ГБ|МБ)",
    r"(?i)(\d+(?:[.,]\d+)?)\s*(GB|MB|min)\s*(?:left|remaining|restantes|restants)",
    r"(?i)(?:已使用|used|has usado|utilisé|verbraucht|использовано)\s*(\d+(?:[.,]\d+)?)\s*(GB|MB|Go|Mo|ГБ|МБ)",
    r"(?i)(?:of|of your|共|de|sur|von|из)\s+?(\d+(?:[.,]\d+)?)\s*(GB|MB|Go|Mo|ГБ|МБ)|共(\d+(?:[.,]\d+)?)(GB|MB)",
    r"(?i)(?:used|已使用)\s*(\d{1,3})\s*%|(\d{1,3})\s*%\s*(?:used|left)",
    r"(?i)(?:balance|bal|余额为|余额|saldo|solde|guthaben|баланс)\s*:?\s*(?:(\$|€|£)\s*(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s*(元|€|руб))",
    r"(?i)(?:valid until|expires|exp:|有效期至|hasta el|jusqu'au|bis|до)\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})",
    r"(?i)(?:renews on|renews|resets on|se renueva el|verlängert sich am)\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})",
    r"(?i)verification code|one-time|otp|验证码|código de verificación|code de vérification|пароль",
    r"(?i)debit card|credit card|your order|parcel|银行|信用卡|快递|tarjeta|carte bancaire|sparkasse|картой",
];

/// The most that reading may cost, in parts of what the expressions cost.
const MOST: f64 = 1.0 / 3.0;
/// Turns, after one that only warms up.
const TURNS: usize = 31;
/// How often each turn reads all replies.
const ROUNDS: usize = 20;

fn main() {
    let received = Date::parse("2026-11-20").unwrap();
    let context = Context { received, country: Some("US"), currency: None, carrier: None, base: Base::Binary };
    let reader = Reader::new(&context);
    let rules = RULES.map(|rule| Regex::new(rule).unwrap());
    for (text, figures) in REPLIES {
        let reading = reader.read(text);
        assert_eq!((reading.verdict, reading.figures.len()), (Verdict::Reading, figures), "read: {text}");
        assert!(matched(&rules, text) >= figures, "matched: {text}");
    }
    let mut ratios: Vec<f64> = (0..=TURNS)
        .map(|_| {
            let own = timed(|text| reader.read(text).figures.len());
            own / timed(|text| matched(&rules, text))
        })
        .skip(1)
        .collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[TURNS / 2];
    println!("{:<52}{:>8}{:>10}", "case", "ratio", "at most");
    println!("{:<52}{ratio:>8.3}{MOST:>10.3}", "reading ten replies, to ten regular expressions");
    assert!(ratio <= MOST, "reading is slower than its limit");
}

/// How many figures the expressions find; two may find one.
fn matched(rules: &[Regex], text: &str) -> usize {
    let refused = rules[8..].iter().any(|rule| rule.is_match(text));
    if refused { 0 } else { rules[..8].iter().map(|rule| rule.captures_iter(text).count()).sum() }
}

fn timed(read: impl Fn(&str) -> usize) -> f64 {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for (text, _) in REPLIES {
            black_box(read(black_box(text)));
        }
    }
    start.elapsed().as_secs_f64()
}
