//! Running other programs, so that a failure names the program and what it was asked to do.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Runs to the end with our own output.
///
/// # Errors
/// When the program cannot be started, or ends with a failure.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Runs to the end and returns what it printed; what it complained of is in the error.
///
/// # Errors
/// As [`run`].
pub(crate) fn output(command: &mut Command) -> Result<String> {
    Ok(String::from_utf8_lossy(&finished(command)?.stdout).into_owned())
}

/// Runs to the end and returns what it complained of without failing.
///
/// # Errors
/// As [`run`].
pub(crate) fn complaints(command: &mut Command) -> Result<String> {
    Ok(String::from_utf8_lossy(&finished(command)?.stderr).into_owned())
}

fn finished(command: &mut Command) -> Result<Output> {
    let done = command.stdin(Stdio::null()).output().with_context(|| format!("could not start {}", line(command)))?;
    if !done.status.success() {
        bail!("{} ended with {}\n{}", line(command), done.status, String::from_utf8_lossy(&done.stderr));
    }
    Ok(done)
}

/// The first program of this name on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| [folder.join(name), folder.join(format!("{name}.exe"))])
        .find(|file| file.is_file())
}

/// PATH with these folders in front.
pub(crate) fn path_with(folders: &[&Path]) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(std::env::split_paths(&old));
    Ok(std::env::join_paths(all)?)
}

/// The cargo that runs us, so that the checks use the same toolchain.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn line(command: &Command) -> String {
    let words = command.get_args().map(|word| word.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy()).chain(words).collect::<Vec<_>>().join(" ")
}
