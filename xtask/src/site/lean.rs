//! What is shipped without what is only for whoever works on it: the comments of styles and scripts, and the
//! notes of the list of carriers and what the program has already. It shortens no name and changes no value.

use anyhow::{Context, Result};
use std::path::Path;

/// Makes every file of the page in that folder lean, but for the service worker and the glue of the wasm,
/// which are still to be filled.
pub(super) fn make(staging: &Path, files: &[String]) -> Result<()> {
    for name in files {
        let lean = match name.rsplit_once('.') {
            Some((_, "css")) => style,
            Some((stem, "js")) if !stem.starts_with("sim-gauge-") => script,
            Some(("carriers", "json")) => carriers,
            _ => continue,
        };
        let file = staging.join(name);
        let text = std::fs::read_to_string(&file).with_context(|| name.clone())?;
        std::fs::write(&file, lean(&text))?;
    }
    Ok(())
}

/// A style sheet without its comments, and without blanks where a sign parts its words. None of our texts
/// in one has such a sign.
fn style(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        made.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    let made = made.split_whitespace().collect::<Vec<_>>().join(" ");
    // A blank before a colon or a bracket has a meaning; behind one, and around these, it has none.
    let blanks =
        [(" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (": ", ":"), (", ", ","), (";}", "}")];
    blanks.into_iter().fold(made, |made, (one, other)| made.replace(one, other))
}

/// A script without the comments that have lines of their own, and without the blanks before its lines. None
/// of our texts goes over several lines.
pub(super) fn script(script: &str) -> String {
    let (mut made, mut inside) = (String::with_capacity(script.len()), false);
    for line in script.lines() {
        let bare = line.trim();
        inside |= bare.starts_with("/*");
        if !inside && !bare.starts_with("//") {
            made.push_str(line.trim_start());
            made.push('\n');
        }
        inside &= !bare.ends_with("*/");
    }
    made
}

/// The list of carriers without its blanks and its lines, without the names that are part of the program, without where a
/// name was found, and of the remarks behind the sources with their age alone, which is all
/// that screens show: `a.example/page (carrier page)` becomes `a.example/page`, `b.example (a blog, about 2013)`
/// becomes `b.example (2013)`, and what is `old` says so.
///
/// It is JSON of one row or fact a line, as `tests/guide.rs` holds it to; whatever else stands there stays.
fn carriers(file: &str) -> String {
    let mut made = String::with_capacity(file.len());
    for line in file.lines() {
        let mut line = without(line.trim(), "\"named\": [", ']');
        if line.starts_with("{\"id\": ") {
            line = ["name", "hans", "hant"]
                .iter()
                .fold(line, |line, name| without(&line, &["\"", name, "\": \""].concat(), '"'));
        }
        match line.split_once("\"source\": [") {
            Some((fact, sources)) => {
                made.push_str(fact);
                made.push_str("\"source\": [");
                made.push_str(&without_remarks(sources));
            }
            None => made.push_str(&line),
        }
    }
    // Between a text and what follows it; within one every quote is escaped.
    [("\": ", "\":"), ("\", \"", "\",\""), ("], \"", "],\"")]
        .into_iter()
        .fold(made, |made, (one, other)| made.replace(one, other))
}

/// The line without what that name begins and that sign ends, and the comma behind it.
fn without(line: &str, name: &str, end: char) -> String {
    let cut = || {
        let (before, rest) = line.split_once(name)?;
        let (_, after) = rest.split_once(&format!("{end},"))?;
        Some([before, after.trim_start()].concat())
    };
    cut().unwrap_or_else(|| line.to_owned())
}

/// Cuts each text of a list at its bracket, and leaves the age that it says; an escaped quote is part of a text.
fn without_remarks(list: &str) -> String {
    let (mut made, mut inside, mut cut, mut escaped) = (String::new(), false, None, false);
    for (place, c) in list.char_indices() {
        if c == '"' && !escaped {
            inside = !inside;
            if let Some(age) = cut.take().and_then(|from| age(list.get(from..place)?)) {
                made.extend([" (", age, ")"]);
            }
        }
        if cut.is_none() && inside && list.get(place..).is_some_and(|rest| rest.starts_with(" (")) {
            cut = Some(place);
        }
        escaped = c == '\\' && !escaped;
        if cut.is_none() {
            made.push(c);
        }
    }
    made
}

/// The year in a remark, or that it is `old`, as the program reads it (`Known::age`).
fn age(remark: &str) -> Option<&str> {
    let mut words = remark.split(|c: char| !c.is_ascii_alphanumeric());
    words.find(|word| *word == "old" || word.len() == 4 && word.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::{carriers, script, style};

    #[test]
    fn what_is_only_for_whoever_keeps_it_stays_behind() {
        let file = r#"{
  {"id": "a", "name": "A", "hans": "甲", "hant": "甲", "also": ["B"], "named": ["b.example/c", "d"], "network": "N (not a remark)",
   "check": [
    {"dial": "*1#", "source": ["a.example (old, \"quoted\") (twice)", "b.example/x (a text, about 2013)", "public code (of a kind)"]}]}]}
"#;
        let shipped = r#"{{"id":"a","also":["B"],"network":"N (not a remark)","check":[{"dial":"*1#","source":["a.example (old)","b.example/x (2013)","public code"]}]}]}"#;
        assert_eq!(carriers(file), shipped);
        assert_eq!(carriers(shipped), shipped);
    }

    #[test]
    fn comments_stay_behind_and_nothing_else() {
        let sheet = "/* A page. */\n.a, .c :hover { width: calc(1px / 2); margin: 0 1px }\n/* Two\n   lines. */\n@media (max-width: 9px) and (color) { .b::after { content: '*/'; } }\n";
        let lean =
            ".a,.c :hover{width:calc(1px / 2);margin:0 1px}@media (max-width:9px) and (color){.b::after{content:'*/'}}";
        assert_eq!((style(sheet).as_str(), style(lean).as_str()), (lean, lean));
        let text = "// Starts.\n'use strict';\n/** One. */\nconst at = 'https://a.example'; // kept\n  /*\n   * Many.\n   */\n  a(/* kept */ b);\n";
        let lean = "'use strict';\nconst at = 'https://a.example'; // kept\na(/* kept */ b);\n";
        assert_eq!((script(text).as_str(), script(lean).as_str()), (lean, lean));
    }
}
