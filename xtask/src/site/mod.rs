//! Building `dist/`: Trunk compiles and copies, then calls [`hook`], which finishes the page.

pub(crate) mod hook;
mod lean;
mod names;
mod page;
mod policy;
mod precache;
pub(crate) mod split;

pub(crate) use precache::{is_kept, shipped_files};

use crate::places::Places;
use crate::run::{complaints, run};
use crate::setup::{BuildTools, StdFlavour};
use anyhow::Result;
use std::process::Command;

/// The environment in which [`build`] tells the hook how to call wasm-opt.
const WASM_OPT: &str = "SIM_GAUGE_WASM_OPT";
/// What parts the words of [`WASM_OPT`], since a path may hold a blank.
const PART: &str = "\u{1f}";
/// The file in `target/` that says which standard library is in `dist/`; see [`flavour_of_last_build`].
const FLAVOUR_FILE: &str = "target/dist-std-flavour";

/// Builds the page as it is shipped into `dist/`; on a failure the old `dist/` stays.
pub(crate) fn build(places: &Places, tools: &BuildTools) -> Result<()> {
    println!("Building the page (a minute or two the first time)");
    let bindgen = split::stand_in(places)?;
    let mut trunk = Command::new(&tools.trunk);
    tools.wasm.apply(&mut trunk, &[&bindgen])?;
    compiler_settings(&mut trunk, places)
        .args(["build", "--release", "--offline", "--locked"])
        .env("SIM_GAUGE_XTASK", std::env::current_exe()?)
        .env(split::REAL, &tools.wasm_bindgen)
        .env("CARGO_TERM_QUIET", "true")
        // Trunk reads it, and takes "1" for no boolean.
        .env_remove("NO_COLOR")
        .env("RUST_LOG", "warn");
    match &tools.wasm_opt {
        Some(words) => trunk.env(WASM_OPT, words.join(PART)),
        None => trunk.env_remove(WASM_OPT),
    };
    fetch_crates(places, tools)?;
    run(&mut trunk)?;
    let flavour = match tools.wasm.flavour() {
        StdFlavour::Stock => "stock",
        StdFlavour::Small => "small",
    };
    std::fs::create_dir_all(places.root.join("target"))?;
    std::fs::write(places.root.join(FLAVOUR_FILE), flavour)?;
    Ok(())
}

/// What the compiler warned of in the last build. Cargo keeps that, so nothing is compiled again.
pub(crate) fn warnings(places: &Places, tools: &BuildTools) -> Result<String> {
    let mut cargo = tools.wasm.cargo()?;
    compiler_settings(&mut cargo, places).args(["build", "--release", "--offline", "--locked", "--quiet"]).args([
        "--target",
        "wasm32-unknown-unknown",
        "--bin",
        "sim-gauge",
    ]);
    complaints(&mut cargo)
}

/// The standard library that the last build used: `stock` or `small`.
pub(crate) fn flavour_of_last_build(places: &Places) -> Option<String> {
    std::fs::read_to_string(places.root.join(FLAVOUR_FILE)).ok()
}

/// Trunk works offline, so that it fetches no tool; the crates must be there before.
fn fetch_crates(places: &Places, tools: &BuildTools) -> Result<()> {
    run(tools.wasm.cargo()?.args(["fetch", "--quiet", "--locked"]).current_dir(&places.root))
}

/// The same for each call, so that nothing is compiled twice.
fn compiler_settings<'a>(command: &'a mut Command, places: &Places) -> &'a mut Command {
    command.env("CARGO_ENCODED_RUSTFLAGS", remapped(places)).env_remove("RUSTFLAGS").current_dir(&places.root)
}

/// Keeps the builder's folders out of what is shipped.
fn remapped(places: &Places) -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let mut flags = vec![
        format!("--remap-path-prefix={}=.", places.root.display()),
        // Which function and which datum names which other one, for `split`.
        "-Clink-arg=--emit-relocs".to_owned(),
    ];
    if let Ok(home) = home {
        flags.push(format!("--remap-path-prefix={home}=cargo"));
    }
    flags.join(PART)
}
