//! Texts that libFuzzer finds by what they reach: the first byte picks the country, the rest is the text.
//!
//! Before it begins it writes our cases, and the shared corpus where `SIM_GAUGE_CORPUS` names it, as
//! seeds into the folder that `SIM_GAUGE_SEEDS` names.

#![no_main]
#![allow(clippy::expect_used, reason = "a run that cannot begin, or a broken promise, ends it")]

use cases::{LANGUAGES, cases, headed};
use libfuzzer_sys::fuzz_target;
use says::holds;
use sim_gauge::sms::Reader;
use std::path::Path;

const COUNTRIES: [&str; 6] = ["US", "CN", "DE", "IN", "FR", "-"];

fuzz_target!(
    init: {
        if let Ok(folder) = std::env::var("SIM_GAUGE_SEEDS") {
            sow(Path::new(&folder));
        }
    },
    |data: &[u8]| {
        let Some((first, text)) = data.split_first() else { return };
        let Ok(text) = std::str::from_utf8(text) else { return };
        let country = COUNTRIES[usize::from(*first) % COUNTRIES.len()];
        holds(text, &Reader::new(&headed(&format!("{country} 2026-11-20"))));
    }
);

fn sow(folder: &Path) {
    std::fs::create_dir_all(folder).expect("the folder for the seeds");
    let mut texts: Vec<String> =
        LANGUAGES.iter().flat_map(|(_, file)| cases(file)).map(|case| case.text.to_owned()).collect();
    if let Ok(path) = std::env::var("SIM_GAUGE_CORPUS") {
        let corpus = std::fs::read_to_string(path).expect("the corpus that SIM_GAUGE_CORPUS names");
        let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["text"].clone();
        texts.extend(corpus.lines().map(|line| text(line).as_str().expect("a text").to_owned()));
    }
    for (i, text) in texts.iter().enumerate() {
        let country = i % COUNTRIES.len();
        std::fs::write(folder.join(format!("{i:05}")), format!("{country}{text}")).expect("a seed");
    }
}

#[allow(dead_code, reason = "a seed needs the text alone")]
#[path = "../../../tests/sms/cases.rs"]
mod cases;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../../tests/sms/says.rs"]
mod says;
