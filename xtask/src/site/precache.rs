//! What the service worker keeps: every shipped file with its digest, and a version of them all.

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::path::{Path, PathBuf};

/// Whether the service worker keeps this file: all but itself and what only hosts read.
pub(crate) fn is_kept(name: &str) -> bool {
    !["_headers", "sw.js"].contains(&name)
}

/// Every file below `folder`, as paths relative to it, in order; hidden ones are Trunk's own.
pub(crate) fn shipped_files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(inner) = waiting.pop() {
        for entry in std::fs::read_dir(folder.join(&inner))? {
            let entry = entry?;
            let path = inner.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                waiting.push(path);
            } else {
                let name = path.to_str().context("a file name that is not Unicode")?;
                found.push(name.replace('\\', "/"));
            }
        }
    }
    found.retain(|name| !name.starts_with('.'));
    found.sort();
    Ok(found)
}

/// Those of [`shipped_files`] that are kept.
pub(super) fn kept_files(folder: &Path) -> Result<Vec<String>> {
    let mut files = shipped_files(folder)?;
    files.retain(|name| is_kept(name));
    Ok(files)
}

/// A short name for exactly these files and this worker.
pub(super) fn version(folder: &Path, files: &[String], worker: &str) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(worker);
    for name in files {
        digest.update(name);
        digest.update([0]);
        digest.update(Sha256::digest(std::fs::read(folder.join(name))?));
    }
    Ok(hex(&digest.finalize(), 8))
}

/// The first bytes of a digest, in hexadecimal.
pub(super) fn hex(digest: &[u8], bytes: usize) -> String {
    digest.iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of a file as browsers check it.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The worker with its version and its list filled in.
///
/// # Errors
/// When the worker has no place for them, or a file name would need quoting.
pub(super) fn filled_worker(folder: &Path, files: &[String], worker: &str, version: &str) -> Result<String> {
    const VERSION: &str = "const VERSION = '';";
    const ASSETS: &str = "const ASSETS = {};";
    if !worker.contains(VERSION) || !worker.contains(ASSETS) {
        bail!("the worker lacks {VERSION:?} or {ASSETS:?}");
    }
    let mut list = String::from("const ASSETS = {\n");
    for name in files {
        if name.contains(['\'', '\\', '\n', '%', '?', '#', ' ']) {
            bail!("{name:?} cannot be the name of a shipped file");
        }
        let digest = integrity(&std::fs::read(folder.join(name))?);
        list.push_str(&format!("  '{name}': '{digest}',\n"));
    }
    list.push_str("};");
    Ok(worker.replacen(VERSION, &format!("const VERSION = '{version}';"), 1).replacen(ASSETS, &list, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const VERSION = '';\nconst ASSETS = {};\n";

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let at = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&at);
        for (file, text) in files {
            let file = at.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        at
    }

    #[test]
    fn keeps_all_but_the_worker_and_the_headers() {
        let at =
            folder("list", &[("b.js", "1"), ("i/a.png", "2"), ("sw.js", "3"), ("_headers", "4"), (".trunk-lock", "")]);
        let files = kept_files(&at).unwrap();
        assert_eq!(files, ["b.js", "i/a.png"]);
        let filled = filled_worker(&at, &files, WORKER, "77").unwrap();
        assert!(filled.contains("const VERSION = '77';"));
        assert!(filled.contains("  'i/a.png': 'sha384-"));
        assert!(filled_worker(&at, &files, "nothing", "77").is_err());
    }

    #[test]
    fn the_version_follows_every_byte() {
        let at = folder("version", &[("a", "1"), ("b", "2")]);
        let files = kept_files(&at).unwrap();
        let first = version(&at, &files, WORKER).unwrap();
        assert_eq!(first, version(&at, &files, WORKER).unwrap());
        assert_ne!(first, version(&at, &files, "other").unwrap());
        std::fs::write(at.join("b"), "3").unwrap();
        assert_ne!(first, version(&at, &files, WORKER).unwrap());
    }
}
