//! Debian's packages, where this is Debian and we may install them.

use crate::run::{on_path, run};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Installs the packages, or says which command a person would give.
///
/// # Errors
/// When this is no Debian, we may not install, or a package does not exist.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install {}", packages.join(" "));
    if on_path("apt-get").is_none() {
        bail!("this system has no apt-get");
    }
    if !is_root() {
        bail!("we are not root; install by hand: sudo {by_hand}");
    }
    println!("Installing from Debian: {} (a minute)", packages.join(" "));
    run(apt().arg("update").arg("-qq")).context("apt-get update failed")?;
    run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
        .with_context(|| format!("could not install; try by hand: {by_hand}"))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command.stdout(std::process::Stdio::null());
    command
}

fn is_root() -> bool {
    crate::run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
