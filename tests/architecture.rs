//! The house rules, read from the source as text: this table of allowed imports is their
//! documentation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Each top-level module in reading order, and the modules above it that it may use.
///
/// A new arrow is a decision: a line here and a file in docs/decisions that gives the reason.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("json", &[]),
    ("sms", &["domain"]),
    ("forecast", &["domain"]),
    ("plan", &["domain", "forecast"]),
    ("guide", &["domain", "json"]),
    ("i18n", &["domain", "sms", "forecast", "plan", "guide"]),
    ("chart", &["domain", "forecast"]),
    ("journal", &["domain", "json"]),
    ("app", &["domain", "sms", "forecast", "plan", "guide", "i18n", "chart", "journal"]),
    ("web", &["domain", "sms", "forecast", "plan", "guide", "i18n", "chart", "journal", "app"]),
];

/// Crates of the browser: behind the fence of `src/web`, so that all else is tested natively.
const BROWSER_CRATES: &[&str] =
    &["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures", "serde_wasm_bindgen"];

/// Words that say nothing about what a thing is.
const EMPTY_WORDS: &[&str] = &["Manager", "Helper", "Util", "Utils", "Service", "Handler", "Wrapper"];

const MOST_LINES: usize = 400;

struct Source {
    /// From `src/` on, with slashes.
    path: String,
    text: String,
    /// The text without comments and string literals.
    code: String,
}

impl Source {
    /// The top-level module that it belongs to; `lib` and `main` are the roots.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many modules deep its own items are: `domain/mod.rs` 1, `domain/card.rs` 2.
    fn depth(&self) -> usize {
        let parts = self.path.split('/').count();
        if self.path.ends_with("/mod.rs") { parts - 1 } else { parts }
    }

    fn is_root(&self) -> bool {
        matches!(self.module(), "lib" | "main")
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 10, "no sources found under {}", root.display());
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let parts: Vec<_> = path.strip_prefix(root).unwrap().iter().map(|part| part.to_string_lossy()).collect();
            found.push(Source { path: parts.join("/"), code: code_of(&text), text });
        }
    }
}

/// Blanks comments and string literals, so that a rule about code is not broken by a sentence.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_string(rest, code.chars().next_back()) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            rest[open..].find(&close).map_or(rest.len(), |end| open + end + close.len())
        } else if c == '"' {
            string_end(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else if rest.starts_with("'\\") {
            rest.char_indices().skip(3).find(|&(_, c)| c == '\'').map_or(rest.len(), |(end, _)| end + 1)
        } else {
            0
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.extend(rest[..skipped].chars().filter(|&c| c == '\n'));
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

/// How many `#` a raw string has that starts here.
fn raw_string(rest: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let after = rest.strip_prefix('r')?;
    let body = after.trim_start_matches('#');
    body.starts_with('"').then_some(after.len() - body.len())
}

/// Where the string literal that starts here ends.
fn string_end(rest: &str) -> usize {
    let mut escaped = false;
    for (place, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The first segments of all paths that start with `crate::`, `sim_gauge::` or enough `super::`
/// to reach the root, with `use crate::{a, b::c}` taken apart.
fn reached(source: &Source) -> BTreeSet<String> {
    let code = source.code.split_whitespace().collect::<Vec<_>>().join(" ").replace(" :: ", "::");
    let climb = "super::".repeat(source.depth());
    let mut found = BTreeSet::new();
    for start in ["crate::", "sim_gauge::", climb.as_str()].into_iter().filter(|start| !start.is_empty()) {
        for (place, _) in code.match_indices(start) {
            let before = code[..place].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            first_segments(&code[place + start.len()..], &mut found);
        }
    }
    found
}

fn first_segments(path: &str, found: &mut BTreeSet<String>) {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else {
        found.insert(word(path));
        return;
    };
    let mut depth = 0;
    let mut at_start = true;
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            ' ' => {}
            _ if at_start => {
                found.insert(word(&group[place..]));
                at_start = false;
            }
            _ => {}
        }
    }
}

/// Whether the word stands in the code as a word of its own, followed by `::`, `;`, ` as`, `{` or
/// `!`: a path or an import, not a field of that name.
fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(place, _)| {
        let before = code[..place].trim_end();
        let own = !code[..place].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
        let after = &code[place + name.len()..];
        let whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let imported = before.ends_with("use") || before.ends_with("extern crate") || before.ends_with("use ::");
        own && whole && !before.ends_with(":::") && (imported || (after.starts_with("::") && !inside_path(before)))
    })
}

/// Whether the text ends within a path of our own, such as `crate::web::`.
fn inside_path(before: &str) -> bool {
    before.ends_with("::") && before.trim_end_matches("::").ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

fn report(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}\n", broken.join("\n  "));
}

#[test]
fn the_table_keeps_its_own_order() {
    for (place, (module, uses)) in MAY_USE.iter().enumerate() {
        for used in *uses {
            assert!(
                MAY_USE[..place].iter().any(|(above, _)| above == used),
                "`{module}` may not use `{used}`: it does not stand above it in the list. Move what both need upward."
            );
        }
    }
}

#[test]
fn every_module_has_its_row() {
    let broken: Vec<_> = sources()
        .iter()
        .filter(|source| !source.is_root() && !MAY_USE.iter().any(|(module, _)| *module == source.module()))
        .map(|source| format!("src/{}", source.path))
        .collect();
    report("A top-level module needs its row in MAY_USE (tests/architecture.rs), in reading order:", &broken);
}

#[test]
fn modules_use_only_those_that_their_row_allows() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !source.is_root()) {
        let Some((_, allowed)) = MAY_USE.iter().find(|(module, _)| *module == source.module()) else { continue };
        for used in reached(source) {
            let known = MAY_USE.iter().any(|(module, _)| *module == used);
            if known && used != source.module() && !allowed.contains(&used.as_str()) {
                broken.push(format!("src/{} uses `{used}`; `{}` may use {allowed:?}", source.path, source.module()));
            }
        }
    }
    report(
        "A module may use those of its row in MAY_USE (tests/architecture.rs). Move what both need into a module \
         above, pass it as an argument, or add the arrow there with a decision in docs/decisions:",
        &broken,
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let broken: Vec<_> = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| format!("src/{}", source.path))
        .collect();
    report("The first line must be `//! …`: what the file is for, and what it deliberately does not do:", &broken);
}

#[test]
fn no_file_is_two() {
    let broken: Vec<_> = sources()
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(source, lines)| format!("src/{} has {lines} lines", source.path))
        .collect();
    report("A file of more than 400 lines is asking to be two; split it along what it is about:", &broken);
}

#[test]
fn the_browser_stays_behind_its_fence() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !matches!(source.module(), "web" | "main")) {
        for name in BROWSER_CRATES.iter().filter(|name| names_crate(&source.code, name)) {
            broken.push(format!("src/{} names `{name}`", source.path));
        }
    }
    report("Only src/web may use the browser's crates; return an effect, or pass the value in:", &broken);
}

#[test]
fn the_domain_knows_no_format() {
    let broken: Vec<_> = sources()
        .iter()
        .filter(|source| source.module() == "domain")
        .filter(|source| ["serde", "Serialize", "Deserialize"].iter().any(|word| source.code.contains(word)))
        .map(|source| format!("src/{}", source.path))
        .collect();
    report("src/domain has no serde: what is kept is written by src/journal, in types of its own:", &broken);
}

#[test]
fn names_say_what_a_thing_is() {
    let mut broken = Vec::new();
    for source in sources() {
        for kind in ["struct ", "enum ", "trait ", "type ", "union "] {
            for (place, _) in source.code.match_indices(kind) {
                let name: String = source.code[place + kind.len()..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let own = !source.code[..place].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                if own && EMPTY_WORDS.iter().any(|word| has_word(&name, word)) {
                    broken.push(format!("src/{}: `{name}`", source.path));
                }
            }
        }
    }
    report("Use the words of the glossary in ARCHITECTURE.md; these say nothing (see STYLE, rule 15):", &broken);
}

/// Whether a CamelCase name has that word as one of its own: `WaterUtilities` has no `Util`.
fn has_word(name: &str, word: &str) -> bool {
    name.match_indices(word).any(|(place, _)| {
        let after = name[place + word.len()..].chars().next();
        after.is_none_or(|c| !c.is_lowercase())
    })
}

/// The lint is denied, not forbidden, for the sake of one file: this holds it to that one.
#[test]
fn unsafe_code_is_allowed_where_a_macro_declares_the_doors_alone() {
    let allowed = sources().into_iter().filter(|source| has_word_at(&source.code, "unsafe_code"));
    let places: Vec<String> = allowed.map(|source| source.path).collect();
    assert_eq!(places, ["web/later.rs"]);
    let written = sources().into_iter().filter(|source| has_word_at(&source.code, "unsafe"));
    let written: Vec<String> = written.map(|source| format!("src/{}", source.path)).collect();
    report("No file writes `unsafe` itself:", &written);
}

fn has_word_at(code: &str, word: &str) -> bool {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|one| one == word)
}

#[test]
fn no_markup_goes_round_the_policy() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.module() == "web") {
        let code = without_gap(&source.code);
        for (needle, instead) in [
            ("style=", "put the value into an SVG attribute or a class of the style sheet"),
            ("from_html_unchecked", "build it with html!"),
            ("set_inner_html", "build it with html!"),
        ] {
            let hit = code.match_indices(needle).any(|(place, _)| {
                !code[..place].ends_with(|c: char| c.is_alphanumeric() || "_-.".contains(c))
                    && !code[..place].ends_with("let ")
                    && !code[place + needle.len()..].starts_with('=')
            });
            if hit {
                broken.push(format!("src/{} has `{needle}`: {instead}", source.path));
            }
        }
    }
    report("The Content-Security-Policy forbids inline styles and raw HTML:", &broken);
}

/// `html!` makes a set of classes of one that is no literal; `parts::element` takes it as text (docs/decisions/size.md).
#[test]
fn a_class_is_one_text() {
    let set = |source: &&Source| ["class={", "{class}"].iter().any(|words| source.text.contains(words));
    let broken: Vec<_> = sources().iter().filter(set).map(|source| source.path.clone()).collect();
    report("A class in markup is a literal:", &broken);
}

/// The code on one line, with no space around `=`.
fn without_gap(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join(" ").replace(" =", "=").replace("= ", "=")
}

#[test]
fn the_reader_of_sources_reads_rust() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into(), code: code_of(text) };
    let uses = |path: &str, text: &str| reached(&source(path, text)).into_iter().collect::<Vec<_>>().join(" ");
    for (path, text, expected) in [
        ("a/mod.rs", "use crate::b::C;", "b"),
        ("a/mod.rs", "use crate::{b::{C, D}, e};", "b e"),
        ("a/mod.rs", "use super::b;", "b"),
        ("a/x.rs", "use super::b;", ""),
        ("a/x.rs", "use super::super::b;", "b"),
        ("a.rs", "fn f() { super::b::c() }", "b"),
        ("a/mod.rs", "// use crate::b;\nconst X: &str = \"crate::c\";", ""),
        ("a/mod.rs", "const X: &str = r#\"\"crate::c\"#; use crate::d;", "d"),
        ("a/mod.rs", "const X: char = '\"'; use crate::d; const Y: char = '\\''; use crate::e;", "d e"),
    ] {
        assert_eq!(uses(path, text), expected, "{path}: {text}");
    }
    assert!(names_crate("use yew::Html;", "yew") && names_crate("fn f(a: web_sys::Node) {}", "web_sys"));
    assert!(names_crate("use gloo;", "gloo") && !names_crate("let yew = 1; a.yew", "yew"));
    assert!(has_word("CardManager", "Manager") && !has_word("Utility", "Util"));
}
