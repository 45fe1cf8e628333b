//! The set-up: each tool is looked for, and installed in its pinned version where it is missing.
//!
//! When all is there this takes well under two seconds and prints nothing.

mod apt;
mod browser;
mod cargo_tools;
mod npm;
mod wasm_std;

pub(crate) use wasm_std::{StdFlavour, WasmToolchain};

use crate::places::Places;
use anyhow::{Context, Result};
use std::fs::File;
use std::path::PathBuf;

/// The pinned versions. wasm-bindgen's stands in `Cargo.lock`, those of the npm packages
/// (binaryen, playwright-core, axe-core, ical.js) in `tests/browser/package.json`.
pub(crate) mod pins {
    pub(crate) const TRUNK: &str = "0.22.1";
    pub(crate) const CARGO_DENY: &str = "0.20.2";
    /// The first part of what `wasm-opt --version` must say, and what npm installs.
    pub(crate) const BINARYEN: &str = "132";
}

/// What the build needs.
#[derive(Debug)]
pub(crate) struct BuildTools {
    pub(crate) wasm: WasmToolchain,
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    /// The program and first arguments of wasm-opt; `None` where there is no Node to run it.
    pub(crate) wasm_opt: Option<Vec<String>>,
}

/// What the tests need beside the build.
#[derive(Debug)]
pub(crate) struct TestTools {
    pub(crate) browser: PathBuf,
    pub(crate) node: PathBuf,
    /// `None` with the reason where it could not be installed.
    pub(crate) cargo_deny: Result<PathBuf>,
}

/// # Errors
/// Where a tool is missing and cannot be installed; the message says what to install by hand.
pub(crate) fn for_build(places: &Places) -> Result<BuildTools> {
    let _turn = one_at_a_time(places)?;
    let wasm = wasm_std::ensure(places)?;
    let wasm_opt = npm::wasm_opt(places)?;
    let wasm_bindgen = cargo_tools::wasm_bindgen(places)?;
    let trunk = cargo_tools::trunk(places)?;
    Ok(BuildTools { wasm, trunk, wasm_bindgen, wasm_opt })
}

/// # Errors
/// As [`for_build`].
pub(crate) fn for_tests(places: &Places) -> Result<TestTools> {
    let _turn = one_at_a_time(places)?;
    let node = npm::packages(places)?.context(
        "the browser tests need Node 20 or newer with npm: install it from nodejs.org or your system's packages",
    )?;
    let browser = browser::ensure(places, &node)?;
    let cargo_deny = cargo_tools::cargo_deny(places);
    Ok(TestTools { browser, node, cargo_deny })
}

/// Two clones may set up at once; they share the tools folder.
fn one_at_a_time(places: &Places) -> Result<File> {
    std::fs::create_dir_all(&places.tools).with_context(|| format!("could not make {}", places.tools.display()))?;
    let lock = File::create(places.tools.join("lock"))?;
    if lock.try_lock().is_err() {
        println!("Another set-up is at work; waiting for it.");
        lock.lock()?;
    }
    Ok(lock)
}
