//! Our own cases: a file for each language, each with replies and with texts of other trades.

use sim_gauge::domain::{Base, Currency, Date};
use sim_gauge::sms::Context;

/// A case: `@ COUNTRY DATE` (or `-` for no country), with the card's currency where it has one, the
/// text, and after `=> ` what it says.
pub(crate) struct Case {
    pub(crate) head: &'static str,
    pub(crate) text: &'static str,
    #[allow(dead_code, reason = "the fuzz run asks for nothing in particular")]
    pub(crate) expected: &'static str,
}

macro_rules! languages {
    ($($name:literal)*) => {
        pub(crate) const LANGUAGES: &[(&str, &str)] = &[$(($name, include_str!(concat!($name, ".txt")))),*];
    };
}

languages! {
    "en" "zh-hans" "zh-hant" "es" "fr" "de" "pt" "it" "nl" "sv" "pl" "cs" "hr" "hu" "ro" "ru" "uk" "el" "tr"
    "ja" "ko" "th" "vi" "id" "ms" "hi" "ar"
}

/// The cases of a file.
pub(crate) fn cases(file: &'static str) -> impl Iterator<Item = Case> {
    file.split("\n@ ").skip(1).map(|case| {
        let (head, rest) = case.split_once('\n').expect("a head line");
        let (text, expected) = rest.split_once("\n=> ").expect("an expectation");
        Case { head, text, expected: expected.trim() }
    })
}

/// What the head line of a case knows.
pub(crate) fn headed(head: &str) -> Context<'_> {
    let mut words = head.split_whitespace();
    let (country, received) = (words.next().expect("a country"), words.next().expect("a date"));
    Context {
        received: Date::parse(received).expect("a date"),
        country: (country != "-").then_some(country),
        currency: words.next().and_then(Currency::parse),
        carrier: None,
        base: Base::Binary,
    }
}
