//! What the cores cost, as instructions: the same on every run of one machine's build, so that a
//! change of a few per cent is seen, which no timing shows.
//!
//! `cargo bench --no-default-features --bench counts`, where valgrind is installed. Each case runs in
//! a process of its own, once and three times, under `valgrind --tool=callgrind`; half of the
//! difference is what one run costs, and nothing of making it ready is in it. The counts are compared
//! with `cost/baseline.txt` and may be 5 per cent above or below, as another compiler's are.
//! `ACCEPT=1` writes them anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::disallowed_methods,
    reason = "a bench runs a process"
)]

#[path = "cost/cases.rs"]
mod cases;

use cases::*;
use std::path::PathBuf;
use std::process::Command;

/// A case: its name, and how it is made ready.
type Case = (&'static str, fn() -> Box<dyn FnMut()>);

const CASES: [Case; 10] = [
    ("forecast-1000-checks", || Box::new(learn(1000))),
    ("forecast-100-times-one-more", || Box::new(one_more(1000))),
    ("forecast-quantiles", || Box::new(quantiles())),
    ("chart-5000-readings", || Box::new(chart(5000))),
    ("chart-30-readings", || Box::new(chart(30))),
    ("calendar-1000-checks", || Box::new(calendar(1000))),
    ("reply-160-bytes", || Box::new(reply(160))),
    ("mask-4-kb", || Box::new(mask(4096, false))),
    ("journal-load-1000-events", || Box::new(load(1000))),
    ("journal-fold-1000-events", || Box::new(fold(1000))),
];

/// Per cent by which a count may differ from the baseline.
const TOLERANCE: u64 = 5;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [name, times] = words.as_slice() {
        return run(name, times.parse().expect("how many times"));
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("there is no valgrind: nothing is counted");
        return;
    }
    let counts = CASES.map(|(name, _)| (name, (instructions(name, 3) - instructions(name, 1)) / 2));
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/cost/baseline.txt");
    if std::env::var_os("ACCEPT").is_some() {
        let lines = counts.map(|(name, count)| format!("{name} {count}\n"));
        std::fs::write(&file, lines.concat()).expect("the baseline is written");
    }
    let baseline = std::fs::read_to_string(&file).expect("the baseline is read");
    compare(&counts, &baseline);
}

/// Does a case so many times, and nothing else.
fn run(name: &str, times: u32) {
    let (_, ready) = CASES.iter().find(|(known, _)| *known == name).expect("a case");
    let mut case = ready();
    for _ in 0..times {
        case();
    }
}

/// The instructions of the whole process that does a case so many times.
fn instructions(name: &str, times: u32) -> u64 {
    let own = std::env::current_exe().expect("this program");
    let mut counted = Command::new("valgrind");
    counted.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(own).args([name, &times.to_string()]);
    let answer = counted.output().expect("valgrind runs");
    let said = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert!(answer.status.success(), "{said}");
    let line = said.lines().find_map(|line| line.split_once("Collected :")).expect("a count");
    line.1.trim().parse().expect("a number")
}

fn compare(counts: &[(&str, u64)], baseline: &str) {
    let mut strayed = false;
    println!("{:<32}{:>16}{:>16}", "case", "instructions", "baseline");
    for (name, count) in counts {
        let known = baseline.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok()).unwrap_or(0);
        println!("{name:<32}{count:>16}{known:>16}");
        strayed |= count.abs_diff(known) * 100 > known * TOLERANCE;
    }
    assert!(!strayed, "a count is not that of the baseline: ACCEPT=1 if that is meant");
}
