//! What Trunk calls after a build: shrinks the wasm, names it by its content, and writes what can
//! only be known then: the policy, the digests, the service worker's list.
//!
//! It works in Trunk's staging folder, so a failure here leaves the old `dist/` as it was.

use super::{PART, WASM_OPT, lean, names, page, policy, precache, split};
use crate::places::Places;
use crate::run::run;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc emits for wasm32 today. Anything newer would shut out phones that have rustc's features.
const WASM_FEATURES: [&str; 7] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Finishes the page in `TRUNK_STAGING_DIR`.
pub(crate) fn after_build(places: &Places) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this command is for Trunk, which sets TRUNK_STAGING_DIR")?;
    finish(places, &staging)
}

fn finish(places: &Places, staging: &Path) -> Result<()> {
    let index = staging.join("index.html");
    let mut html = std::fs::read_to_string(&index)?;
    let files = precache::kept_files(staging)?;
    lean::make(staging, &files)?;
    let glue = split::glue(&files)?;
    for name in files.iter().filter(|name| name.ends_with(".wasm")) {
        names::count(&staging.join(glue), &staging.join(name))?;
        // What the first look fetches is some 500 bytes smaller with its functions in the order of their names,
        // where like stands beside like; the other parts are larger.
        shrink(&staging.join(name), &["--reorder-functions-by-name"])?;
        html = html.replace(name, &split::name_by_content(staging, name)?);
    }
    let named = split::join(places, staging, glue, |part| shrink(part, &[]))?;
    html = page::with_later_style(&html.replace(glue, &named))?;
    std::fs::write(staging.join("_headers"), policy::headers_file(&page::inline_scripts(&html)))?;
    std::fs::write(&index, page::with_policy(&html)?)?;
    let rescue = staging.join("rescue.html");
    let text = std::fs::read_to_string(&rescue)?;
    std::fs::write(&rescue, page::with_policy(&text)?)?;

    let worker = lean::script(&std::fs::read_to_string(places.root.join("www/sw.js"))?);
    let files = precache::kept_files(staging)?;
    let version = precache::version(staging, &files, &worker)?;
    // The version is that of the page before it is told its version.
    let told = page::with_version(&std::fs::read_to_string(&index)?, &version)?;
    std::fs::write(&index, told)?;
    let worker = precache::filled_worker(staging, &files, &worker, &version)?;
    std::fs::write(staging.join("sw.js"), worker)?;
    Ok(())
}

fn shrink(wasm: &Path, more: &[&str]) -> Result<()> {
    let Ok(words) = std::env::var(WASM_OPT) else {
        println!("wasm-opt is left out.");
        return Ok(());
    };
    let mut words = words.split(PART);
    let smaller = wasm.with_extension("opt");
    run(Command::new(words.next().unwrap_or("wasm-opt"))
        .args(words)
        .args(WASM_FEATURES)
        // Flattened and looped anew between two passes, 2,100 bytes of brotli less in all; a third pass, 600.
        .args(["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"])
        // What is computed twice in a row compresses better than a local for it.
        .arg("--skip-pass=local-cse")
        .args(more)
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        .arg(wasm)
        .arg("-o")
        .arg(&smaller))?;
    std::fs::rename(smaller, wasm)?;
    Ok(())
}
