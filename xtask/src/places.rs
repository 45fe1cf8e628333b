//! Where things are: the project's folder, and the folder of tools that all clones share.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The folders that the commands work in.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// The folder with the project's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Installed tools. Outside the project, so that a fresh clone finds them.
    pub(crate) tools: PathBuf,
}

impl Places {
    /// `$SIM_GAUGE_TOOLS`, else `$XDG_CACHE_HOME/sim-gauge`, else `~/.cache/sim-gauge`.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?.to_path_buf();
        let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let tools = if let Some(tools) = named("SIM_GAUGE_TOOLS") {
            PathBuf::from(tools)
        } else if let Some(cache) = named("XDG_CACHE_HOME") {
            Path::new(&cache).join("sim-gauge")
        } else {
            let home = named("HOME").or_else(|| named("USERPROFILE"));
            Path::new(&home.context("neither SIM_GAUGE_TOOLS nor HOME is set")?).join(".cache/sim-gauge")
        };
        Ok(Self { root, tools })
    }

    /// What is shipped.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The browser flows, and the npm packages of building and testing.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }
}
