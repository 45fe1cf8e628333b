//! Tools that come from crates.io: trunk, wasm-bindgen, cargo-deny. Each in a folder of its own,
//! named with its version, so that two projects or two versions do not fight over one.

use super::pins;
use crate::places::Places;
use crate::run::{on_path, output, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiled anew only as far as an interrupted installation had not come; removed when done.
const SCRATCH: &str = "scratch-tools";

struct Tool<'a> {
    krate: &'a str,
    program: &'a str,
    version: &'a str,
    /// Full optimisation costs more time here than it ever saves.
    opt_level: &'a str,
    minutes: &'a str,
    /// What `cargo install` is given beside the name and the version.
    flags: &'a [&'a str],
}

/// Trunk, which puts the page together.
pub(super) fn trunk(places: &Places) -> Result<PathBuf> {
    ensure(
        places,
        &Tool {
            krate: "trunk",
            program: "trunk",
            version: pins::TRUNK,
            opt_level: "0",
            minutes: "ten minutes",
            flags: &["--ignore-rust-version"],
        },
    )
}

/// wasm-bindgen, which must be of the very version that the app is compiled with.
pub(super) fn wasm_bindgen(places: &Places) -> Result<PathBuf> {
    let version = locked_version(&places.root.join("Cargo.lock"), "wasm-bindgen")?;
    ensure(
        places,
        &Tool {
            krate: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            opt_level: "1",
            minutes: "five minutes",
            flags: &["--bin", "wasm-bindgen"],
        },
    )
}

/// cargo-deny, which reads the licences and sources of what we depend on.
pub(super) fn cargo_deny(places: &Places) -> Result<PathBuf> {
    ensure(
        places,
        &Tool {
            krate: "cargo-deny",
            program: "cargo-deny",
            version: pins::CARGO_DENY,
            opt_level: "0",
            minutes: "four minutes",
            flags: &[],
        },
    )
}

fn ensure(places: &Places, tool: &Tool<'_>) -> Result<PathBuf> {
    let fits = |file: &Path| {
        output(Command::new(file).arg("--version"))
            .is_ok_and(|said| said.split_whitespace().nth(1) == Some(tool.version))
    };
    if let Some(found) = on_path(tool.program).filter(|file| fits(file)) {
        return Ok(found);
    }
    let home = places.tools.join(format!("{}-{}", tool.krate, tool.version));
    let program = home.join("bin").join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX));
    if fits(&program) {
        return Ok(program);
    }
    println!("Installing {} {} with cargo ({} on two cores)", tool.krate, tool.version, tool.minutes);
    // A registry that lacks a locked version makes --locked fail; that is found out at once.
    if install(places, tool, &home, true).is_err() {
        println!("Again without its lock file.");
        install(places, tool, &home, false)?;
    }
    let _ = std::fs::remove_dir_all(places.tools.join(SCRATCH));
    if !fits(&program) {
        bail!("{} was installed but does not run", program.display());
    }
    Ok(program)
}

fn install(places: &Places, tool: &Tool<'_>, home: &Path, locked: bool) -> Result<()> {
    let mut command = newest_cargo();
    command
        .args(["install", "--quiet", tool.krate])
        .arg(format!("--version={}", tool.version))
        .arg("--root")
        .arg(home)
        .args(tool.flags)
        .current_dir(&places.tools)
        .env("CARGO_TARGET_DIR", places.tools.join(SCRATCH))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    if locked {
        command.arg("--locked");
    }
    run(&mut command).with_context(|| format!("could not install {}", tool.krate))
}

/// The active cargo or Debian's, whichever compiler is newer: a tool may ask for a recent one.
fn newest_cargo() -> Command {
    let debian = Path::new("/usr/bin/rustc");
    let ours = minor_version(Path::new("rustc"));
    let theirs = Some(debian).filter(|file| file.is_file()).and_then(minor_version);
    if theirs > ours {
        let mut command = Command::new("/usr/bin/cargo");
        command.env("RUSTC", debian).env("RUSTDOC", "/usr/bin/rustdoc").env_remove("LD_LIBRARY_PATH");
        return command;
    }
    crate::run::cargo()
}

/// 96 for rustc 1.96.0.
fn minor_version(rustc: &Path) -> Option<u32> {
    let said = output(Command::new(rustc).arg("--version").env_remove("LD_LIBRARY_PATH")).ok()?;
    said.split('.').nth(1)?.parse().ok()
}

fn locked_version(lock: &Path, name: &str) -> Result<String> {
    let text = std::fs::read_to_string(lock).with_context(|| format!("could not read {}", lock.display()))?;
    let mut lines = text.lines();
    let wanted = format!("name = \"{name}\"");
    lines.find(|line| *line == wanted);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("{} names no {name}", lock.display()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn finds_a_locked_version() {
        let folder = std::env::temp_dir().join(format!("xtask-lock-{}", std::process::id()));
        let text =
            "[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a-b\"\nversion = \"4.0.0\"\n";
        std::fs::write(&folder, text).unwrap();
        assert_eq!(super::locked_version(&folder, "a").unwrap(), "1.2.3");
        assert_eq!(super::locked_version(&folder, "a-b").unwrap(), "4.0.0");
        assert!(super::locked_version(&folder, "c").is_err());
        std::fs::remove_file(&folder).unwrap();
    }
}
