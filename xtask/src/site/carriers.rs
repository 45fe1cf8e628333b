//! The directory of carriers as it is shipped: what is only for whoever keeps it stays behind.

/// The file without its blanks, without where a name was found, and without the remarks behind the
/// sources, of which no screen shows any: `a.example/page (carrier page)` becomes `a.example/page`.
///
/// It is JSON of one row or fact a line, as `tests/guide.rs` holds it to; whatever else stands there stays.
pub(super) fn for_readers(file: &str) -> String {
    let mut made = String::with_capacity(file.len());
    for line in file.lines() {
        let line = without_list(line.trim(), "\"named\": [");
        match line.split_once("\"source\": [") {
            Some((fact, sources)) => {
                made.push_str(fact);
                made.push_str("\"source\": [");
                made.push_str(&without_remarks(sources));
            }
            None => made.push_str(&line),
        }
        made.push('\n');
    }
    made
}

/// The line without that list and the comma behind it.
fn without_list(line: &str, name: &str) -> String {
    let cut = || {
        let (before, rest) = line.split_once(name)?;
        let (_, after) = rest.split_once("], ").or_else(|| rest.split_once("],"))?;
        Some([before, after].concat())
    };
    cut().unwrap_or_else(|| line.to_owned())
}

/// Cuts each text of a list at its bracket; an escaped quote is part of a text.
fn without_remarks(list: &str) -> String {
    let (mut made, mut inside, mut cut, mut escaped) = (String::new(), false, false, false);
    for (place, c) in list.char_indices() {
        if c == '"' && !escaped {
            (inside, cut) = (!inside, false);
        }
        cut |= inside && list.get(place..).is_some_and(|rest| rest.starts_with(" ("));
        escaped = c == '\\' && !escaped;
        if !cut {
            made.push(c);
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::for_readers;

    #[test]
    fn what_is_only_for_whoever_keeps_it_stays_behind() {
        let file = r#"{
  {"id": "a", "also": ["B"], "named": ["b.example/c", "d"], "network": "N (not a remark)",
   "check": [
    {"dial": "*1#", "source": ["a.example (old, \"quoted\") (twice)", "b.example/x", "public code (of a kind)"]}]}]}
"#;
        let shipped = r#"{
{"id": "a", "also": ["B"], "network": "N (not a remark)",
"check": [
{"dial": "*1#", "source": ["a.example", "b.example/x", "public code"]}]}]}
"#;
        assert_eq!(for_readers(file), shipped);
        assert_eq!(for_readers(shipped), shipped);
    }
}
