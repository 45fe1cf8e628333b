//! Cuts the wasm in two: what the first look needs, and what may come right behind it.
//!
//! Trunk runs what it takes for wasm-bindgen; that is this program under that name, which calls
//! [`bindgen`]. The cut is made before wasm-bindgen sees the wasm, since only then the linker's
//! table of references is still there. [`super::hook`] puts the later part beside the first one.

use super::precache::hex;
use crate::places::Places;
use crate::run::run;
use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The environment that tells [`bindgen`] where the real program is.
pub(super) const REAL: &str = "SIM_GAUGE_WASM_BINDGEN";
/// The later part, as `wasm_split` names it after the name that stands in `web/later.rs`.
const LATER: &str = "split_later.wasm";
const IMPORT: &str = "import * as import1 from \"./__wasm_split.js\"";
const LOADER: &str = include_str!("later.js");

/// The name under which Trunk looks for wasm-bindgen.
pub(crate) const NAME: &str = "wasm-bindgen";

/// A folder for PATH in which this program goes by that name.
pub(super) fn stand_in(places: &Places) -> Result<PathBuf> {
    let folder = places.root.join("target/two-parts/bin");
    std::fs::create_dir_all(&folder)?;
    let itself = std::env::current_exe()?;
    let named = folder.join(NAME).with_extension(std::env::consts::EXE_EXTENSION);
    if named.exists() {
        std::fs::remove_file(&named)?;
    }
    std::fs::hard_link(&itself, &named).or_else(|_| std::fs::copy(&itself, &named).map(|_| ()))?;
    Ok(folder)
}

fn parts(places: &Places) -> PathBuf {
    places.root.join("target/two-parts/wasm")
}

/// wasm-bindgen, for the first of two parts.
///
/// # Errors
/// When the wasm has no door to a later part, or was linked without its references.
pub(crate) fn bindgen(places: &Places, words: &[String]) -> Result<()> {
    let real = std::env::var_os(REAL).with_context(|| format!("this command is for Trunk; it needs {REAL}"))?;
    let mut call = Command::new(real);
    let Some(wasm) = words.iter().find(|word| word.ends_with(".wasm")) else {
        return run(call.args(words));
    };
    let folder = parts(places);
    // What stood there is of another build.
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let whole = std::fs::read(wasm)?;
    let first = folder.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &first;
    wasm_split_cli_support::transform(options).map_err(|problem| anyhow!("the wasm cannot be cut: {problem:?}"))?;
    if !folder.join(LATER).is_file() {
        bail!("the wasm has no later part; see src/web/later.rs");
    }
    let first = first.to_str().context("a path that is not Unicode")?;
    let words = words.iter().map(|word| if word == wasm { first } else { word.as_str() });
    run(call.args(words).arg("--keep-lld-exports"))
}

/// Puts the later part beside the first and lets the glue load it. Returns the names of the glue
/// before and after: it holds the later part's name, and so has a name of its own content again.
///
/// # Errors
/// When the glue does not ask for the later part in the way that is known here.
pub(super) fn join(
    places: &Places,
    staging: &Path,
    files: &[String],
    shrink: impl Fn(&Path) -> Result<()>,
) -> Result<(String, String)> {
    let later = staging.join("later.wasm");
    std::fs::copy(parts(places).join(LATER), &later).context("there is no later part of the wasm")?;
    shrink(&later)?;
    let later = name_by_content(staging, "later.wasm")?;
    let glue = files
        .iter()
        .find(|name| name.starts_with("sim-gauge-") && name.ends_with(".js"))
        .context("there is no glue of the wasm")?;
    let text = std::fs::read_to_string(staging.join(glue))?;
    std::fs::write(staging.join(glue), with_loader(&text, &later)?)?;
    Ok((glue.clone(), name_by_content(staging, glue)?))
}

fn with_loader(glue: &str, later: &str) -> Result<String> {
    if !glue.contains(IMPORT) || !glue.contains("let wasmModule, wasmInstance, wasm;") {
        bail!("wasm-bindgen writes another glue than the one that is known here");
    }
    // The name of the file stands beside the glue's own.
    Ok(glue.replacen(IMPORT, &LOADER.replace("later.wasm", later), 1))
}

/// A name must change when the bytes do, and only then.
pub(super) fn name_by_content(staging: &Path, name: &str) -> Result<String> {
    let bytes = std::fs::read(staging.join(name))?;
    let (stem, kind) = name.rsplit_once('.').context("a file without a kind")?;
    let stem = if stem.starts_with("sim-gauge-") { "sim-gauge" } else { stem };
    let named = format!("{stem}-{}.{kind}", hex(&Sha256::digest(bytes), 8));
    std::fs::rename(staging.join(name), staging.join(&named))?;
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_is_told_where_the_later_part_is() {
        let glue = format!("{IMPORT}\nlet wasmModule, wasmInstance, wasm;\n");
        let told = with_loader(&glue, "later-77.wasm").unwrap();
        assert!(told.contains("new URL('./later-77.wasm', import.meta.url)"), "{told}");
        assert!(!told.contains("./__wasm_split.js"));
        assert!(with_loader("let wasm;", "later-77.wasm").is_err());
    }
}
