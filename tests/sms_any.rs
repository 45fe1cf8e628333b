//! What must hold for any text, likely or not.
//!
//! The same body runs on the texts that proptest makes up and on our cases (and the shared corpus,
//! where `SIM_GAUGE_CORPUS` names it) after a few blows each: a second long, or as many seconds as
//! `SIM_GAUGE_FUZZ_SECONDS` says.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::disallowed_methods, reason = "tests")]

use cases::{LANGUAGES, cases, headed};
use proptest::prelude::*;
use says::{PIECES, holds};
use sim_gauge::sms::Reader;
use std::time::{Duration, Instant};

const COUNTRIES: [&str; 6] = ["US", "CN", "DE", "IN", "FR", "-"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        holds(&text, &Reader::new(&headed("US 2026-06-15")));
    }

    #[test]
    fn any_likely_text_is_read(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
        country in prop::sample::select(&COUNTRIES[..]),
    ) {
        holds(&pieces.concat(), &Reader::new(&headed(&format!("{country} 2026-06-15"))));
    }
}

#[test]
fn our_own_cases_say_the_same_in_full_width_and_with_more_spaces() {
    for (_, file) in LANGUAGES {
        for case in cases(file) {
            holds(case.text, &Reader::new(&headed(case.head)));
        }
    }
}

/// A small generator of numbers: the run is the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 1).unwrap() % most.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        from.get(self.below(from.len())).unwrap()
    }
}

/// A text after a blow: cut, doubled, crossed with another, or with something stuck into it.
fn struck(text: &[char], others: &[Vec<char>], dice: &mut Dice) -> Vec<char> {
    let mut text = text.to_vec();
    let at = dice.below(text.len() + 1);
    let to = (at + dice.below(12)).min(text.len());
    match dice.below(7) {
        0 => drop(text.drain(at..to)),
        1 => {
            let again: Vec<char> = text.drain(at..to).collect();
            text.splice(at..at, again.iter().chain(&again).copied());
        }
        2 => {
            let other = dice.pick(others);
            let from = dice.below(other.len() + 1);
            text.splice(at.., other.iter().skip(from).copied());
        }
        3 => {
            let wild = [
                '\n', ' ', '-', '.', ',', ':', '/', '(', ')', '\'', '"', '%', '$', '\u{a0}', '０', '٣', 'é', '【', '👍',
            ];
            text.insert(at, *dice.pick(&wild));
        }
        4 => {
            let digit = char::from_digit(u32::try_from(dice.below(10)).unwrap(), 10).unwrap();
            match text.iter().position(char::is_ascii_digit) {
                Some(place) => text.splice(place..=place, [digit]).for_each(drop),
                None => text.push(digit),
            }
        }
        _ => {
            let piece = dice.pick(PIECES);
            text.splice(at..at, piece.chars());
        }
    }
    text.truncate(600);
    text
}

#[test]
fn texts_that_were_struck_are_read() {
    let seconds = std::env::var("SIM_GAUGE_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut seeds: Vec<Vec<char>> =
        LANGUAGES.iter().flat_map(|(_, file)| cases(file)).map(|case| case.text.chars().collect()).collect();
    if let Ok(path) = std::env::var("SIM_GAUGE_CORPUS") {
        let corpus = std::fs::read_to_string(path).expect("the corpus that SIM_GAUGE_CORPUS names");
        let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["text"].clone();
        seeds.extend(corpus.lines().map(|line| text(line).as_str().expect("a text").chars().collect()));
    }
    let heads = COUNTRIES.map(|country| format!("{country} 2026-11-20"));
    let contexts = heads.each_ref().map(|head| headed(head));
    let readers = contexts.each_ref().map(Reader::new);
    let mut dice = Dice(seconds ^ 0x9e37_79b9_7f4a_7c15);
    let (until, mut runs) = (Instant::now() + Duration::from_secs(seconds), 0_u64);
    while Instant::now() < until {
        let mut text = dice.pick(&seeds).clone();
        let reader = dice.pick(&readers);
        for _ in 0..4 {
            text = struck(&text, &seeds, &mut dice);
            holds(&text.iter().collect::<String>(), reader);
            runs += 1;
        }
    }
    println!("{runs} texts in {seconds} s");
}

#[path = "sms/cases.rs"]
mod cases;
#[allow(dead_code, reason = "the cases use the rest")]
#[path = "sms/says.rs"]
mod says;
