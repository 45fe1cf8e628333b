//! How good the forecast is, against simple ones; it fails where a bound is missed.
//!
//! `cargo xtask score-forecast`, or `cargo bench --no-default-features --bench score`. Seeded: the
//! same on every run. `-- --each N` draws so many travellers of each family, `-- --seed N` others.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    unreachable_pub,
    reason = "a bench"
)]

mod table;
mod travellers;

use std::process::ExitCode;
use table::{Scores, missed, score};
use travellers::Family;

fn main() -> ExitCode {
    let (each, seed) = (option("--each").unwrap_or(1000), option("--seed").unwrap_or(0));
    println!("CRPS in days, 80 % range: how often it held, and its days; {each} of each family, seed {seed}");
    let mut problems = Vec::new();
    for (title, families, bound) in [("chosen on", &Family::SEEN[..], true), ("others", &Family::UNSEEN[..], false)] {
        for warm in [true, false] {
            println!(
                "\n{:<26}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
                format!("{title}, {}", if warm { "warm" } else { "cold" }),
                "last",
                "7 days",
                "mean",
                "conform",
                "ours",
                "no plan",
                "held",
                "width"
            );
            let scores = report(families, warm, each, seed);
            let missed = missed(&scores, warm, 0.0);
            for problem in &missed {
                println!("  {problem}");
            }
            if bound {
                problems.extend(missed);
            }
        }
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(families: &[Family], warm: bool, each: u64, seed: u64) -> Vec<(Family, Scores)> {
    let scores: Vec<(Family, Scores)> =
        families.iter().map(|&family| (family, score(family, warm, each, seed))).collect();
    for (family, scores) in &scores {
        line(&format!("{family:?}"), scores);
    }
    let pooled = Scores::pooled(&scores.iter().map(|family| family.1).collect::<Vec<_>>());
    line("pooled", &pooled);
    println!("{:<26}{}", "  ours ÷ it", pooled.ratios().map(|ratio| format!("{ratio:>8.3}")).concat());
    scores
}

fn line(name: &str, Scores { crps: [last, week, mean, conformal, ours, plan], cover, width }: &Scores) {
    println!(
        "{name:<26}{last:>8.2}{week:>8.2}{mean:>8.2}{conformal:>8.2}{ours:>8.2}{plan:>8.2}{cover:>8.3}{width:>8.1}"
    );
}

fn option(name: &str) -> Option<u64> {
    let mut words = std::env::args().skip_while(|word| word != name).skip(1);
    words.next()?.parse().ok()
}
