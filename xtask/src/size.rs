//! The bytes of what is shipped, and the budget that they must stay within.

use crate::places::Places;
use crate::site;
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeMap;
use std::io::Write;
use std::ops::AddAssign;
use std::path::Path;

const BUDGET_FILE: &str = "size-budget.toml";
const CARRIERS: &str = "carriers.json";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl AddAssign for Bytes {
    fn add_assign(&mut self, more: Self) {
        self.raw += more.raw;
        self.gzip += more.gzip;
        self.brotli += more.brotli;
    }
}

/// Prints the sizes.
///
/// # Errors
/// When a sum is past its budget, or `dist/` is not there.
pub(crate) fn report(places: &Places) -> Result<()> {
    let dist = places.dist();
    if !dist.join("index.html").is_file() {
        bail!("there is no dist/; run `cargo xtask build` first");
    }
    let index = std::fs::read_to_string(dist.join("index.html"))?;
    let (mut shipped, mut first, mut later, mut seldom, mut kept) = <(Bytes, Bytes, Bytes, Bytes, Bytes)>::default();
    let mut carriers = None;
    println!("{:>9} {:>9} {:>9}", "raw", "gzip -9", "brotli 11");
    for name in site::shipped_files(&dist)? {
        let bytes = measure(&std::fs::read(dist.join(&name))?)?;
        let when = fetched(&name, &index);
        print_line(bytes, &[&name, when.mark()].concat());
        shipped += bytes;
        match when {
            Fetched::First => first += bytes,
            Fetched::Later => later += bytes,
            Fetched::Seldom => seldom += bytes,
            Fetched::Aside => {}
        }
        if site::is_kept(&name) {
            kept += bytes;
        }
        if name == CARRIERS {
            carriers = Some(bytes);
        }
    }
    print_line(shipped, "everything shipped");
    print_line(kept, "kept by the service worker");
    print_line(first, "* fetched before the gauge is seen");
    first += later;
    print_line(first, "*+ fetched before a balance can be logged");
    print_line(seldom, "~ fetched when what is seldom wanted is");
    let flavour = site::flavour_of_last_build(places).unwrap_or_else(|| "stock".to_owned());
    let budget = Budget::read(&places.root.join(BUDGET_FILE), &flavour)?;
    budget.holds("first_look_brotli", first.brotli - later.brotli)?;
    budget.holds("first_use_brotli", first.brotli)?;
    budget.holds("precache_brotli", kept.brotli)?;
    budget.holds("carriers_brotli", carriers.context("no list of carriers is shipped")?.brotli)
}

/// When a file is fetched on a first visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fetched {
    /// The page, its styles, its scripts and the first part of the wasm.
    First,
    /// The later part of the wasm, and what it shares with the seldom one.
    Later,
    /// The part of the wasm that is fetched when it is wanted.
    Seldom,
    /// Icons, the manifest, the worker, the rescue, the carriers: not needed for logging a balance.
    Aside,
}

impl Fetched {
    const fn mark(self) -> &'static str {
        match self {
            Self::First => " *",
            Self::Later => " +",
            Self::Seldom => " ~",
            Self::Aside => "",
        }
    }
}

fn fetched(name: &str, index: &str) -> Fetched {
    let kinds = [".css", ".js", ".wasm"];
    // The page names the style of the forms, and `boot.js` fetches it once the gauge is drawn.
    if name.starts_with("forms-") {
        Fetched::Later
    } else if name == "index.html"
        || (kinds.iter().any(|kind| name.ends_with(kind)) && index.contains(name) && name != "sw.js")
    {
        Fetched::First
    } else if name.starts_with("seldom-") {
        Fetched::Seldom
    } else if name.ends_with(".wasm") {
        Fetched::Later
    } else {
        Fetched::Aside
    }
}

fn print_line(bytes: Bytes, name: &str) {
    println!("{:>9} {:>9} {:>9}  {name}", bytes.raw, bytes.gzip, bytes.brotli);
}

fn measure(content: &[u8]) -> Result<Bytes> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let mut brotli = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut reader = content;
    brotli::BrotliCompress(&mut reader, &mut brotli, &parameters)?;
    Ok(Bytes { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

/// One section of the budget file: names and byte counts.
#[derive(Debug)]
struct Budget(BTreeMap<String, usize>);

impl Budget {
    fn read(file: &Path, section: &str) -> Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
        Self::parse(&text, section)
    }

    /// `[section]`, `name = bytes` and `# comment` lines; that much of TOML is enough here.
    fn parse(text: &str, section: &str) -> Result<Self> {
        let mut current = "";
        let mut limits = BTreeMap::new();
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                current = name;
            } else if let (Some((name, bytes)), true) = (line.split_once('='), current == section) {
                let bytes = bytes.trim().replace('_', "").parse();
                limits.insert(name.trim().to_owned(), bytes.with_context(|| format!("not a count of bytes: {line}"))?);
            }
        }
        Ok(Self(limits))
    }

    fn holds(&self, name: &str, bytes: usize) -> Result<()> {
        let limit = self.0.get(name).with_context(|| format!("{BUDGET_FILE} has no {name}"))?;
        if bytes > *limit {
            bail!("{name}: {bytes} bytes, {} past the budget of {limit}", bytes - limit);
        }
        println!("{name}: {bytes} of {limit} bytes");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_has_sections() {
        let text = "# goal\n[stock]\na = 1_000 # why\n[small]\na = 5\n";
        let limit = |section: &str| Budget::parse(text, section).unwrap().0.get("a").copied();
        assert_eq!(limit("stock"), Some(1000));
        assert_eq!(limit("small"), Some(5));
        assert_eq!(limit("none"), None);
        assert!(Budget::parse("[x]\na = b", "x").is_err());
    }

    #[test]
    fn a_budget_holds_or_says_by_how_much_not() {
        let budget = Budget::parse("[x]\na = 5", "x").unwrap();
        assert!(budget.holds("a", 5).is_ok());
        let said = budget.holds("a", 7).unwrap_err().to_string();
        assert!(said.contains("2 past"), "{said}");
        assert!(budget.holds("b", 1).is_err());
    }

    #[test]
    fn what_is_fetched_first() {
        let index = "<link href=\"./style-1.css\"><meta content=\"./forms-1.css\"><script src=\"boot.js\"> rescue.html sw.js app-1.wasm";
        for (name, expected) in [
            ("index.html", Fetched::First),
            ("style-1.css", Fetched::First),
            ("boot.js", Fetched::First),
            ("forms-1.css", Fetched::Later),
            ("app-1.wasm", Fetched::First),
            ("later-1.wasm", Fetched::Later),
            ("shared-1.wasm", Fetched::Later),
            ("seldom-1.wasm", Fetched::Seldom),
            ("sw.js", Fetched::Aside),
            ("rescue.html", Fetched::Aside),
            ("rescue.js", Fetched::Aside),
        ] {
            assert_eq!(fetched(name, index), expected, "{name}");
        }
    }
}
