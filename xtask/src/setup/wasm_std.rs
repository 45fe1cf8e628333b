//! A compiler with a standard library for wasm32.
//!
//! 1. The active toolchain has one: it is used as it is.
//! 2. rustup may add one, unless `RUSTUP_AUTO_INSTALL=0` says that we must not download toolchains.
//! 3. On Debian, its own compiler and its source of the standard library, which is built here once,
//!    into a folder of ours; nothing of the system or of rustup is changed.
//!
//! The third one is smaller: `docs/decisions/build-and-set-up.md` has the figures.

use super::apt;
use crate::places::Places;
use crate::run::{on_path, output, path_with, run};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_BIN: &str = "/usr/bin";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std";

/// A panic is a bare trap, and no message of it is shipped; the rescue page needs none.
const SMALL: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
/// Raised when the way of building below changes, so that old results are built anew.
const RECIPE: u32 = 1;

/// Which standard library goes into the wasm, since it decides the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StdFlavour {
    /// As rustup ships it.
    Stock,
    /// Built here, without panic messages.
    Small,
}

/// How to call cargo so that it builds for wasm32.
#[derive(Debug, Clone)]
pub(crate) enum WasmToolchain {
    /// The active toolchain.
    Active,
    /// Debian's compiler with our standard library; the folder holds `cargo` and `rustc`.
    Built { bin: PathBuf },
}

impl WasmToolchain {
    /// See [`StdFlavour`].
    pub(crate) fn flavour(&self) -> StdFlavour {
        match self {
            Self::Active => StdFlavour::Stock,
            Self::Built { .. } => StdFlavour::Small,
        }
    }

    /// Makes the command, and the cargo that it starts, use this toolchain; with `tools` on PATH.
    pub(crate) fn apply(&self, command: &mut Command, tools: &[&Path]) -> Result<()> {
        let mut front = tools.to_vec();
        if let Self::Built { bin } = self {
            front.insert(0, bin);
            command
                .env("CARGO", bin.join("cargo"))
                .env("RUSTC", bin.join("rustc"))
                .env("RUSTDOC", bin.join("rustdoc"))
                // Set by `cargo xtask` for its own toolchain; it would mislead another compiler.
                .env_remove("LD_LIBRARY_PATH");
        }
        command.env("PATH", path_with(&front)?);
        Ok(())
    }

    /// The cargo of this toolchain.
    pub(crate) fn cargo(&self) -> Result<Command> {
        let mut command = match self {
            Self::Active => crate::run::cargo(),
            Self::Built { bin } => Command::new(bin.join("cargo")),
        };
        self.apply(&mut command, &[])?;
        Ok(command)
    }
}

/// Finds or makes the toolchain.
///
/// # Errors
/// Where none of the three ways works; the message names what to install.
pub(crate) fn ensure(places: &Places) -> Result<WasmToolchain> {
    if active_has_target() {
        return Ok(WasmToolchain::Active);
    }
    let forbidden = std::env::var("RUSTUP_AUTO_INSTALL").is_ok_and(|value| value == "0");
    if !forbidden && on_path("rustup").is_some() {
        println!("Adding {TARGET} with rustup (a minute)");
        let added = run(Command::new("rustup").args(["target", "add", TARGET]));
        if added.is_ok() && active_has_target() {
            return Ok(WasmToolchain::Active);
        }
        println!("rustup could not add it; looking at Debian's packages.");
    }
    debian(places).with_context(|| {
        format!(
            "there is no Rust standard library for {TARGET}. Install one of:\n  \
             rustup target add {TARGET}\n  apt-get install {} (Debian 12 or newer)",
            PACKAGES.join(" ")
        )
    })
}

fn active_has_target() -> bool {
    output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| holds_std(Path::new(folder.trim())))
}

fn holds_std(folder: &Path) -> bool {
    std::fs::read_dir(folder)
        .is_ok_and(|files| files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
}

fn debian(places: &Places) -> Result<WasmToolchain> {
    let rustc = Path::new(DEBIAN_BIN).join("rustc");
    if !(rustc.is_file() && Path::new(DEBIAN_SOURCE).is_dir() && wasm_ld().is_some()) {
        apt::install(&PACKAGES)?;
    }
    let linker = wasm_ld().context("no wasm-ld from Debian's lld")?;
    let version = output(Command::new(&rustc).arg("-vV").env_remove("LD_LIBRARY_PATH"))?;
    let recipe = format!("{RECIPE}\n{version}\n{}\n{SMALL:?}", linker.display());
    let name: String = Sha256::digest(&recipe).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    let home = places.tools.join(format!("wasm-rust-{name}"));
    let toolchain = WasmToolchain::Built { bin: home.join("bin") };
    let library = library_of(&home);
    if holds_std(&library) {
        return Ok(toolchain);
    }
    println!("Building the standard library for {TARGET} with Debian's rustc (two minutes)");
    let scratch = places.tools.join("scratch-std");
    let built = build_std(&scratch)?;
    wrap(&home, &linker)?;
    adopt(&built, &library)?;
    std::fs::remove_dir_all(&scratch)?;
    Ok(toolchain)
}

fn library_of(home: &Path) -> PathBuf {
    home.join("lib/rustlib").join(TARGET).join("lib")
}

/// lld 22 goes with Debian's rustc of today; a later one is as good.
fn wasm_ld() -> Option<PathBuf> {
    (19..40)
        .rev()
        .map(|version| format!("wasm-ld-{version}"))
        .chain(std::iter::once("wasm-ld".to_owned()))
        .map(|name| Path::new(DEBIAN_BIN).join(name))
        .find(|file| file.is_file())
}

/// Builds an empty crate with its standard library, and returns the folder of the results.
fn build_std(scratch: &Path) -> Result<PathBuf> {
    std::fs::create_dir_all(scratch.join("src"))?;
    std::fs::write(
        scratch.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
         [profile.release]\nopt-level = \"z\"\n\n[workspace]\n",
    )?;
    std::fs::write(scratch.join("src/lib.rs"), "#![no_std]\n")?;
    let target = scratch.join("target");
    let flags = format!("-Cembed-bitcode=yes {}", SMALL.join(" "));
    run(Command::new(Path::new(DEBIAN_BIN).join("cargo"))
        .args(["build", "--release", "--quiet", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,proc_macro")
        .arg("-Zbuild-std-features=optimize_for_size")
        .current_dir(scratch)
        .env("RUSTC", Path::new(DEBIAN_BIN).join("rustc"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("LD_LIBRARY_PATH"))?;
    Ok(target.join(TARGET).join("release/deps"))
}

/// A folder that looks like a toolchain: the compiler, told where its libraries are.
///
/// Links would not do: rustc looks for its libraries beside its real place. The flags of the
/// small standard library must be those of everything linked with it, so they stand here too.
fn wrap(home: &Path, linker: &Path) -> Result<()> {
    let bin = home.join("bin");
    std::fs::create_dir_all(&bin)?;
    let script = |program: &str| {
        format!(
            "#!/bin/sh\n\
             case \" $* \" in\n\
             *\" {TARGET} \"*|*\"--target={TARGET}\"*)\n  \
             RUSTC_BOOTSTRAP=1 exec {DEBIAN_BIN}/{program} --sysroot '{home}' \"$@\" {flags} -Clinker='{linker}' ;;\n\
             *) exec {DEBIAN_BIN}/{program} --sysroot '{home}' \"$@\" ;;\n\
             esac\n",
            home = home.display(),
            flags = SMALL.join(" "),
            linker = linker.display(),
        )
    };
    for program in ["rustc", "rustdoc"] {
        write_program(&bin.join(program), &script(program))?;
    }
    write_program(&bin.join("cargo"), &format!("#!/bin/sh\nexec {DEBIAN_BIN}/cargo \"$@\"\n"))?;
    let host = output(Command::new(Path::new(DEBIAN_BIN).join("rustc")).args(["--print", "target-libdir"]))?;
    let host = Path::new(host.trim());
    let triple = host.parent().and_then(Path::file_name).context("Debian's rustc names no library folder")?;
    let link = home.join("lib/rustlib").join(triple);
    std::fs::create_dir_all(&link)?;
    let link = link.join("lib");
    if !link.exists() {
        symlink(host, &link)?;
    }
    Ok(())
}

/// Moves the built libraries, all but the empty crate's, to where the compiler looks for them.
fn adopt(built: &Path, library: &Path) -> Result<()> {
    let fresh = library.with_extension("fresh");
    std::fs::create_dir_all(&fresh)?;
    for file in std::fs::read_dir(built)?.flatten() {
        let name = file.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            std::fs::copy(file.path(), fresh.join(&*name))?;
        }
    }
    if !holds_std(&fresh) {
        bail!("the build left no standard library in {}", built.display());
    }
    // In one step, so that a half-filled folder is never taken for a toolchain.
    std::fs::rename(&fresh, library)?;
    Ok(())
}

#[cfg(unix)]
fn write_program(file: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(file, text)?;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755))?;
    Ok(())
}

#[cfg(unix)]
fn symlink(to: &Path, at: &Path) -> Result<()> {
    std::os::unix::fs::symlink(to, at)?;
    Ok(())
}

#[cfg(not(unix))]
fn write_program(_: &Path, _: &str) -> Result<()> {
    bail!("Debian's compiler is used on Debian only")
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> Result<()> {
    bail!("Debian's compiler is used on Debian only")
}
