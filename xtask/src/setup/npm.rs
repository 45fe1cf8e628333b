//! The npm packages of building and testing: binaryen, playwright-core, axe-core, ical.js. None is shipped.

use super::pins;
use crate::places::Places;
use crate::run::{on_path, output, run};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Installs the locked packages beside the browser tests. Returns Node, or `None` where there is none.
///
/// # Errors
/// When npm fails.
pub(crate) fn packages(places: &Places) -> Result<Option<PathBuf>> {
    let (Some(node), Some(npm)) = (on_path("node"), on_path("npm")) else {
        return Ok(None);
    };
    let folder = places.browser_tests();
    // Written when npm is done, so that a broken installation is not taken for a finished one.
    let stamp = folder.join("node_modules/.for-lock");
    let lock = std::fs::read_to_string(folder.join("package-lock.json"))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|done| done == lock) {
        return Ok(Some(node));
    }
    println!("Installing binaryen, playwright-core, axe-core and ical.js with npm (half a minute)");
    run(Command::new(npm)
        .args(["ci", "--prefer-offline", "--no-audit", "--no-fund"])
        .args(["--ignore-scripts", "--loglevel=error"])
        .current_dir(&folder))?;
    std::fs::write(&stamp, lock)?;
    Ok(Some(node))
}

/// How to call wasm-opt: from PATH in the pinned version, else the npm package under Node.
///
/// # Errors
/// When npm fails. No Node is no error: the wasm is then shipped larger, and we say so.
pub(crate) fn wasm_opt(places: &Places) -> Result<Option<Vec<String>>> {
    if let Some(found) = on_path("wasm-opt") {
        let wanted = format!("version {}", pins::BINARYEN);
        if output(Command::new(&found).arg("--version")).is_ok_and(|said| said.contains(&wanted)) {
            return Ok(Some(vec![found.display().to_string()]));
        }
    }
    let Some(node) = packages(places)? else {
        println!("No Node here, so no wasm-opt: the page works, its wasm is some 15 % larger.");
        return Ok(None);
    };
    let script = places.browser_tests().join("node_modules/binaryen/bin/wasm-opt");
    Ok(Some(vec![node.display().to_string(), script.display().to_string()]))
}
