//! A real Chromium for the browser flows.
//!
//! In this order: `CHROME_PATH`, an installed Chrome or Chromium, Playwright's own download, Debian's.

use super::apt;
use crate::places::Places;
use crate::run::{on_path, output, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The path of a Chromium or Chrome.
///
/// # Errors
/// Where there is none and none can be installed.
pub(crate) fn ensure(places: &Places, node: &Path) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME_PATH").filter(|path| !path.is_empty()) {
        let named = PathBuf::from(named);
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROME_PATH names {}, which is no file", named.display());
    }
    let installed = NAMES.into_iter().find_map(on_path);
    if let Some(found) = installed.or_else(|| Some(PathBuf::from(MAC)).filter(|mac| mac.is_file())) {
        return Ok(found);
    }
    if let Some(found) = playwrights_own(places, node) {
        return Ok(found);
    }
    println!("No Chrome or Chromium here. Trying Playwright's download (some 150 MB, minutes)");
    let cli = places.browser_tests().join("node_modules/playwright-core/cli.js");
    let downloaded = run(Command::new(node).arg(cli).args(["install", "chromium"]));
    if let (Ok(()), Some(found)) = (downloaded, playwrights_own(places, node)) {
        return Ok(found);
    }
    apt::install(&["chromium", "fonts-noto-cjk"])
        .context("no browser for the tests: install Chrome or Chromium, or set CHROME_PATH")?;
    on_path("chromium").context("Debian's chromium was installed but is not on PATH")
}

fn playwrights_own(places: &Places, node: &Path) -> Option<PathBuf> {
    let ask = "console.log(require('playwright-core').chromium.executablePath())";
    let said = output(Command::new(node).args(["-e", ask]).current_dir(places.browser_tests()));
    Some(PathBuf::from(said.ok()?.trim())).filter(|path| path.is_file())
}
