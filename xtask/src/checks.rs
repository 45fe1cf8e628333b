//! `cargo xtask test`: every check, one after the other, and a count at the end.
//!
//! A failing check does not stop the others, so that one run tells all.

use crate::places::Places;
use crate::run::{cargo, output, run};
use crate::setup::{self, BuildTools, TestTools};
use crate::{site, size};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

struct Tally {
    passed: Vec<&'static str>,
    failed: Vec<&'static str>,
}

impl Tally {
    fn step(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) {
        println!("\n--- {name}");
        let began = Instant::now();
        let result = check();
        let seconds = began.elapsed().as_secs();
        match result {
            Ok(()) => {
                println!("    passed: {name} ({seconds} s)");
                self.passed.push(name);
            }
            Err(problem) => {
                println!("    FAILED: {name} ({seconds} s)\n{problem:#}");
                self.failed.push(name);
            }
        }
    }
}

/// Runs all checks; with `quick` only those that need no wasm and no browser.
///
/// # Errors
/// When a check failed, or the set-up did.
pub(crate) fn test(places: &Places, quick: bool) -> Result<()> {
    let mut tally = Tally { passed: Vec::new(), failed: Vec::new() };
    if quick {
        native(&mut tally, places);
    } else {
        let build = setup::for_build(places)?;
        let tests = setup::for_tests(places)?;
        native(&mut tally, places);
        tally.step("a minute of struck replies", || struck(places));
        tally.step("dependencies (cargo-deny)", || deny(places, &tests));
        tally.step("release build", || site::build(places, &build));
        tally.step("wasm without warnings", || warned(places, &build));
        tally.step("size budget", || size::report(places));
        tally.step("browser flows", || flows(places, &tests, "flows"));
    }
    for name in &tally.failed {
        println!("FAILED: {name}");
    }
    println!("\n{} passed, {} failed", tally.passed.len(), tally.failed.len());
    if !tally.failed.is_empty() {
        bail!("not all checks passed");
    }
    Ok(())
}

/// Builds, and takes the pictures that a person looks at.
pub(crate) fn shots(places: &Places) -> Result<()> {
    site::build(places, &setup::for_build(places)?)?;
    flows(places, &setup::for_tests(places)?, "shots")
}

/// Scores the forecast on seeded travellers, with the bench's own options.
///
/// # Errors
/// When a bound is missed.
pub(crate) fn score_forecast(places: &Places, options: &[String]) -> Result<()> {
    let bench = ["bench", "--quiet", "--locked", "--no-default-features", "--bench", "score", "--"];
    run(cargo().args(bench).args(options).current_dir(&places.root))
}

fn native(tally: &mut Tally, places: &Places) {
    let cargo_with = |words: &str| {
        let mut command = cargo();
        command.args(words.split_whitespace()).current_dir(&places.root);
        command
    };
    tally.step("format", || run(&mut cargo_with("fmt --all --check")));
    tally.step("clippy, without the browser", || {
        run(&mut cargo_with("clippy --quiet --locked --workspace --all-targets --no-default-features -- -D warnings"))
    });
    tally.step("clippy, with the browser", || {
        run(&mut cargo_with("clippy --quiet --locked --all-targets --features ssr -- -D warnings"))
    });
    tally.step("tests, without the browser", || {
        run(&mut cargo_with("test --quiet --locked --workspace --no-default-features"))
    });
    tally.step("a million deaths of the two stores", || {
        let mut deaths = cargo_with("test --quiet --locked --profile bench --no-default-features --test stores");
        run(deaths.env("SIM_GAUGE_DEATHS", "1000000"))
    });
    tally.step("tests, screens as HTML", || run(&mut cargo_with("test --quiet --locked --lib --tests --features ssr")));
    tally.step("documentation", || {
        run(cargo_with("doc --quiet --locked --no-deps --document-private-items --features ssr")
            .env("RUSTDOCFLAGS", "-D warnings"))
    });
}

/// Reads texts after a few blows each, which must neither break it nor change what is read.
fn struck(places: &Places) -> Result<()> {
    let words = "test --quiet --locked --profile bench --no-default-features --test sms_any";
    run(cargo().args(words.split_whitespace()).current_dir(&places.root).env("SIM_GAUGE_FUZZ_SECONDS", "60"))
}

fn warned(places: &Places, tools: &BuildTools) -> Result<()> {
    let said = site::warnings(places, tools)?;
    if said.contains("warning") {
        bail!("{said}");
    }
    Ok(())
}

/// The advisories need a database from the network; all else is in the lock file.
fn deny(places: &Places, tools: &TestTools) -> Result<()> {
    let program = match &tools.cargo_deny {
        Ok(program) => program,
        Err(problem) => bail!("cargo-deny is not there: {problem:#}"),
    };
    let deny = |words: &[&str]| {
        let mut command = Command::new(program);
        command.args(["--all-features", "--log-level", "error"]).args(words).current_dir(&places.root);
        command
    };
    run(&mut deny(&["check", "bans", "licenses", "sources"]))?;
    if let Err(problem) = output(&mut deny(&["fetch", "db"])) {
        let why = problem.to_string();
        let why = why.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("no reason given").trim();
        println!("    advisories: SKIPPED, their database could not be fetched ({why})");
        return Ok(());
    }
    run(&mut deny(&["check", "--disable-fetch", "advisories"]))
}

/// Runs the files of one folder of `tests/browser` in Node's own test runner, in a real browser.
fn flows(places: &Places, tools: &TestTools, folder: &str) -> Result<()> {
    let tests = places.browser_tests();
    let mut files: Vec<PathBuf> = std::fs::read_dir(tests.join(folder))
        .with_context(|| format!("no folder tests/browser/{folder}"))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("tests/browser/{folder} holds no *.test.mjs");
    }
    // Each wait has a limit of its own; this one is for a file that hangs, on a slow machine too.
    run(Command::new(&tools.node)
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(["--test-timeout=600000", "--test-force-exit"])
        .args(&files)
        .env("CHROME_PATH", &tools.browser)
        .env("SIM_GAUGE_DIST", places.dist())
        .current_dir(&tests))
}
