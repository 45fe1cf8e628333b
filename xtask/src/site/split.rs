//! Cuts the wasm in three: what the first look needs, what comes right behind it, and what is fetched
//! only when it is wanted. What the two others share is a fourth file, which comes with the second.
//!
//! Trunk runs what it takes for wasm-bindgen; that is this program under that name, which calls
//! [`bindgen`]. The cut is made before wasm-bindgen sees the wasm, since only then the linker's
//! table of references is still there. [`super::hook`] puts the other files beside the first one.

use super::lean;
use super::precache::hex;
use crate::places::Places;
use crate::run::run;
use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The environment that tells [`bindgen`] where the real program is.
pub(super) const REAL: &str = "SIM_GAUGE_WASM_BINDGEN";
/// The files beside the first, each by the name that `wasm_split` gives it after the names in
/// `web/later.rs`, and as it is shipped. What is shared is a chunk whose number means nothing.
const FILES: [(&str, &str); 3] =
    [("split_later", "later.wasm"), ("chunk_", "shared.wasm"), ("split_seldom", "seldom.wasm")];
/// How the glue imports a loader: once for each part, under names that are counted.
const IMPORT: (&str, &str) = ("import * as ", " from \"./__wasm_split.js\"");
const LOADER: &str = include_str!("later.js");

/// The name under which Trunk looks for wasm-bindgen.
pub(crate) const NAME: &str = "wasm-bindgen";

/// A folder for PATH in which this program goes by that name.
pub(super) fn stand_in(places: &Places) -> Result<PathBuf> {
    let folder = places.root.join("target/parts/bin");
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
    places.root.join("target/parts/wasm")
}

/// wasm-bindgen, for the first of the parts.
///
/// # Errors
/// When the wasm has not both kinds of doors, or was linked without its references.
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
    for (begins, name) in FILES {
        std::fs::rename(the_only(&folder, begins)?, folder.join(name))?;
    }
    let first = first.to_str().context("a path that is not Unicode")?;
    let words = words.iter().map(|word| if word == wasm { first } else { word.as_str() });
    run(call.args(words).arg("--keep-lld-exports"))
}

/// The one file there whose name begins like that.
fn the_only(folder: &Path, begins: &str) -> Result<PathBuf> {
    let names = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_it =
        |path: &&PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(begins));
    match names.iter().filter(is_it).collect::<Vec<_>>().as_slice() {
        [path] => Ok((*path).clone()),
        found => bail!("{} files of the wasm begin with {begins}, not one; see src/web/later.rs", found.len()),
    }
}

/// The glue that wasm-bindgen wrote, among those files.
pub(super) fn glue(files: &[String]) -> Result<&str> {
    let is_it = |name: &&String| name.starts_with("sim-gauge-") && name.ends_with(".js");
    files.iter().find(is_it).map(String::as_str).context("there is no glue of the wasm")
}

/// Puts the other files beside the first and lets the glue load them. Returns the new name of the
/// glue: it holds theirs, and so has a name of its own content again.
///
/// # Errors
/// When the glue does not ask for them in the way that is known here.
pub(super) fn join(
    places: &Places,
    staging: &Path,
    glue: &str,
    shrink: impl Fn(&Path) -> Result<()>,
) -> Result<String> {
    let mut named = Vec::new();
    for (_, name) in FILES {
        let file = staging.join(name);
        std::fs::copy(parts(places).join(name), &file).with_context(|| format!("there is no {name}"))?;
        shrink(&file)?;
        named.push((name, name_by_content(staging, name)?));
    }
    let text = std::fs::read_to_string(staging.join(glue))?;
    std::fs::write(staging.join(glue), with_loader(&text, &named)?)?;
    name_by_content(staging, glue)
}

fn with_loader(glue: &str, named: &[(&str, String)]) -> Result<String> {
    // The files stand beside the glue.
    let in_place =
        |loader: String, (name, named): &(&str, String)| loader.replace(&format!("./{name}"), &format!("./{named}"));
    let mut told = named.iter().fold(lean::script(LOADER), in_place);
    let mut parts = 0;
    for line in lean::script(glue).lines() {
        let import = line.strip_prefix(IMPORT.0).and_then(|rest| rest.trim_end_matches(';').strip_suffix(IMPORT.1));
        match import {
            Some(name) => {
                parts += 1;
                told.push_str(&format!("const {name} = loaders;\n"));
            }
            None => told.extend([line, "\n"]),
        }
    }
    if parts != 2 || !glue.contains("let wasmModule, wasmInstance, wasm;") {
        bail!("wasm-bindgen writes another glue than the one that is known here");
    }
    Ok(told)
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
    fn the_glue_is_told_where_the_other_files_are() {
        let import = |name: &str| [IMPORT.0, name, IMPORT.1, "\n"].concat();
        let glue = [import("import1").as_str(), &import("import2"), "let wasmModule, wasmInstance, wasm;\n"].concat();
        let named = FILES.map(|(_, name)| (name, name.replace(".wasm", "-77.wasm")));
        let told = with_loader(&glue, &named).unwrap();
        for (name, named) in &named {
            assert!(told.contains(&format!("new URL('./{named}', import.meta.url)")), "{told}");
            assert!(!told.contains(&format!("./{name}'")), "{told}");
        }
        assert!(told.contains("const import1 = loaders;\nconst import2 = loaders;\n"), "{told}");
        assert!(!told.contains("./__wasm_split.js") && !told.contains("// "));
        assert!(with_loader("let wasm;", &named).is_err());
        assert!(
            with_loader(&[import("import1").as_str(), "let wasmModule, wasmInstance, wasm;"].concat(), &named).is_err()
        );
    }
}
