//! The project's own commands. `cargo xtask` without an argument lists them.
//!
//! Each command does its own set-up first. No tool is fetched by another tool behind our back:
//! what is missing is installed here, in the pinned version, and named before it is.

#![allow(
    clippy::disallowed_methods,
    reason = "the fence around clock, network and processes is for the product; this is the program that builds it"
)]

mod checks;
mod places;
mod run;
mod serve;
mod setup;
mod site;
mod size;

use anyhow::{Result, bail};
use places::Places;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--sub-path /x/]   set up, build, serve on loopback, print the address
  test [--quick]                      set up and run every check; --quick leaves out wasm and browser
  build                               set up and build dist/
  size                                bytes of what dist/ ships, against size-budget.toml
  score-forecast [--each N] [--seed N]  how good the forecast is; fails where a bound is missed
  shots                               screenshots of every screen into screenshots/
  setup                               only the set-up of the build and of the tests
  hook                                (called by Trunk after a build)";

fn main() -> ExitCode {
    let mut words = std::env::args();
    let name = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    // Under this name Trunk calls it in the middle of a build.
    let done = if Path::new(&name).file_stem().is_some_and(|stem| stem == site::split::NAME) {
        Places::find().and_then(|places| site::split::bindgen(&places, &words))
    } else {
        command(&words)
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[String]) -> Result<()> {
    let places = Places::find()?;
    let Some((name, rest)) = words.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match name.as_str() {
        "serve" => {
            let wish = serve::Wish::parse(rest)?;
            site::build(&places, &setup::for_build(&places)?)?;
            serve::serve(&places.dist(), &wish)
        }
        "test" => checks::test(&places, rest.iter().any(|word| word == "--quick")),
        "build" => site::build(&places, &setup::for_build(&places)?),
        "size" => size::report(&places),
        "score-forecast" => checks::score_forecast(&places, rest),
        "shots" => checks::shots(&places),
        "setup" => {
            setup::for_build(&places)?;
            setup::for_tests(&places)?;
            println!("All tools are there.");
            Ok(())
        }
        "hook" => site::hook::after_build(&places),
        other => bail!("there is no command {other:?}\n\n{USAGE}"),
    }
}
