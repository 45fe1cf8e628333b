//! The names under which the first part of the wasm asks wasm-bindgen's glue for what it imports, and those under
//! which the glue calls closures.
//!
//! wasm-bindgen ends each of the first with sixteen digits that look random, so that two crates may name alike what
//! is not: eight bytes a name that nothing compresses, in the glue and in the wasm. A count does the same. The others
//! are the types of a closure with the digits of their crates, a hundred letters and more; a count does there too.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// What stands behind such a name where the glue gives what is asked for.
const GIVEN: &str = ": function(";
/// How the name of what calls closures of one kind begins, where the glue has a function of that name.
const CALLED: &str = "function wasm_bindgen_";

/// Counts those of one name, and the closures, instead, in both files. A count is as long as what it stands for, so
/// that nothing else in the wasm moves.
///
/// # Errors
/// When the wasm does not ask for what the glue gives, or has not what it calls.
pub(super) fn count(glue: &Path, wasm: &Path) -> Result<()> {
    let (given, mut asked) = (std::fs::read_to_string(glue)?, std::fs::read(wasm)?);
    let mut counted = [counted(&given), closures(&given)].concat();
    // One name may be how another begins.
    counted.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut told = given;
    for (name, short) in &counted {
        let is_it = |part: &[u8]| part == name.as_bytes();
        let place = asked.windows(name.len()).position(is_it).with_context(|| format!("the wasm has no {name}"))?;
        asked.splice(place..place + name.len(), short.bytes());
        told = told.replace(name, short);
    }
    std::fs::write(glue, told)?;
    std::fs::write(wasm, asked)?;
    Ok(())
}

/// Each name that ends with such digits, and what it is called instead.
fn counted(glue: &str) -> Vec<(String, String)> {
    let mut alike = BTreeMap::new();
    let names = glue.lines().filter_map(|line| line.trim_start().split_once(GIVEN));
    names
        .filter_map(|(name, _)| {
            let (stem, digits) = name.rsplit_once('_')?;
            let drawn = digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            if !drawn || !name.starts_with("__wbg_") {
                return None;
            }
            let before = alike.entry(stem).or_insert(0);
            *before += 1;
            Some((name.to_owned(), format!("{stem}_{before:016}")))
        })
        .collect()
}

/// Each name that is made of a closure's types, and what it is called instead.
fn closures(glue: &str) -> Vec<(String, String)> {
    let rests = glue.lines().filter_map(|line| line.strip_prefix(CALLED)?.split_once('('));
    let names = rests.map(|(rest, _)| format!("wasm_bindgen_{rest}"));
    let short = |(place, name): (usize, String)| {
        let short = format!("closure_{place:0digits$}", digits = name.len() - "closure_".len());
        (name, short)
    };
    names.enumerate().map(short).collect()
}

#[cfg(test)]
mod tests {
    use super::{closures, counted};

    #[test]
    fn what_calls_closures_is_counted_in_as_many_letters() {
        let glue = "function wasm_bindgen_eef64fe630cefb2c___invoke__true_(arg0, arg1) {\n\
                    wasm.wasm_bindgen_eef64fe630cefb2c___invoke__true_(arg0, arg1);\n\
                    function wasm_bindgen_eef64fe630cefb2c___invoke__true__1_(arg0) {\n\
                    function isLikeNone(x) {\n";
        let [(first, zero), (second, one)] = &closures(glue)[..] else { panic!("{:?}", closures(glue)) };
        assert_eq!((first.as_str(), second.len()), ("wasm_bindgen_eef64fe630cefb2c___invoke__true_", one.len()));
        assert_eq!(zero.len(), first.len());
        assert!(zero.starts_with("closure_000") && one.ends_with("0001"), "{zero} {one}");
    }

    #[test]
    fn names_that_differ_in_their_digits_alone_are_counted() {
        let glue = "  __wbg_length_186163212ffe79c3: function(arg0) {\n\
                    __wbg_set_value_651c5a714f0a7b56: function() { return handleError(function (arg0) {\n\
                    __wbg_length_b03a0fabb109b1e9: function(arg0) {\n\
                    __wbindgen_generic_0000000000000001: function(arg0) {\n\
                    __wbg_init: function() {\n";
        let names = |count: &str, name: &str, digits: &str| (format!("{name}_{digits}"), format!("{name}_{count}"));
        let expected = [
            names("0000000000000001", "__wbg_length", "186163212ffe79c3"),
            names("0000000000000001", "__wbg_set_value", "651c5a714f0a7b56"),
            names("0000000000000002", "__wbg_length", "b03a0fabb109b1e9"),
        ];
        assert_eq!(counted(glue), expected);
    }
}
