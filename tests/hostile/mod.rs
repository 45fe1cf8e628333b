//! Files that no app should be given, for every test that reads files: none may be believed, none
//! may hurt. The oddities of JSON follow the classes of Nicolas Seriot's "Parsing JSON is a
//! minefield"; every text is our own.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use sha2::{Digest, Sha256};

/// A file with its name.
pub type File = (String, String);

/// SHA-256 in small hexadecimal digits, as the browser computes it.
pub fn sum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// More than 500 files, made around a whole backup and one of its records.
pub fn files(backup: &str, key: &str, line: &str) -> Vec<File> {
    let mut files = Vec::new();
    json(&mut files);
    values(&mut files);
    cuts(&mut files, backup);
    swaps(&mut files, backup);
    envelopes(&mut files, key, line);
    sealed(&mut files);
    large(&mut files);
    tables(&mut files);
    files
}

/// Texts that are no JSON, or none that we write: alone, and in the place of the records.
fn json(files: &mut Vec<File>) {
    let odd = [
        "",
        " ",
        "\n",
        "\u{feff}",
        "\u{feff}\u{feff}{}",
        "{",
        "}",
        "[",
        "]",
        "[]",
        "{}",
        "[[",
        "]]",
        "{]",
        "[}",
        "{}}",
        "[]]",
        "{} {}",
        "{},",
        ",{}",
        "[,]",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1:2]",
        "{\"a\"}",
        "{\"a\":}",
        "{:1}",
        "{1:1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\"::1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\":1}}",
        "{\"a\":1}x",
        "x{\"a\":1}",
        "{\"a\":1/**/}",
        "{\"a\":1}//",
        "/*{}*/",
        "#{}",
        "<!--{}-->",
        "nul",
        "nulll",
        "NULL",
        "Null",
        "tru",
        "truee",
        "True",
        "TRUE",
        "fals",
        "False",
        "undefined",
        "NaN",
        "-NaN",
        "Infinity",
        "-Infinity",
        "+1",
        "-",
        "--1",
        "+-1",
        "1-",
        "1+1",
        "01",
        "-01",
        "00",
        "0x10",
        "0b1",
        "0o7",
        "1_000",
        "1,000",
        "1.",
        ".1",
        "-.1",
        "1.e1",
        "1e",
        "1e+",
        "1e-",
        "1ee1",
        "1e1.5",
        "1E400",
        "-1E400",
        "1e99999",
        "1.5",
        "0.1",
        "1e5",
        "1E5",
        "0e1",
        "-0",
        "-0.0",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999999999999999999999999",
        "１",
        "٣",
        "²",
        "\"",
        "\"\"\"",
        "\"\\\"",
        "\"\\",
        "\"\\u",
        "\"\\u1",
        "\"\\u12\"",
        "\"\\u123\"",
        "\"\\u123g\"",
        "\"\\U0041\"",
        "\"\\x41\"",
        "\"\\0\"",
        "\"\\a\"",
        "\"\\v\"",
        "\"\\'\"",
        "\"\\\n\"",
        "\"\u{1}\"",
        "\"\u{0}\"",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"a\rb\"",
        "\"\u{1f}\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\ud800x\"",
        "\"\\ud800\\n\"",
        "\"\\udc00\\ud800\"",
        "\"\\uDBFF\\uDFFE",
        "\"\u{fffd}\"",
        "'a'",
        "`a`",
        "“a”",
        "a",
        "\u{200b}{}",
        "{}\u{200b}",
        "\u{a0}{}",
        "{}\u{a0}",
        "\u{c}{}",
        "{}\u{c}",
        "\u{b}[]",
        "\u{2028}{}",
        "{}\u{2029}",
        "[\u{c}1]",
        "[1\u{a0}]",
        "\u{0}",
        "{}\u{0}",
        "\u{0}{}",
        "\u{1b}[31m{}",
        "\\u007b\\u007d",
        "&quot;",
        "%7B%7D",
        "{\"\u{202e}\":1}",
        "{\"a\":\"\u{202e}gnp.exe\"}",
        "</script><script>alert(1)</script>",
        "<svg/onload=alert(1)>",
        "<?xml version=\"1.0\"?><a/>",
        "---\na: 1\n",
        "=1+1",
        "=cmd|' /C calc'!A0",
        "@SUM(1)",
        "{\"__proto__\":{\"x\":1}}",
        "{\"constructor\":1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"\":1,\"\":2}",
        "[true",
        "[null",
        "[\"a\"",
        "[\"a",
        "[{}",
        "[1",
        "[1,",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":[",
        "{\"a\":{",
        "PK\u{3}\u{4}",
        "%PDF-1.7",
        "GIF89a",
        "\u{89}PNG",
        "data:,{}",
        "javascript:alert(1)",
        "http://localhost/",
        "simgauge",
    ];
    for text in odd {
        files.push((format!("json {text:?}"), text.to_owned()));
        files.push((format!("records {text:?}"), sealed_body(text)));
    }
}

/// A file that is a backup but for its records.
fn sealed_body(body: &str) -> String {
    let sum = sum(body);
    format!("{{\"format\":\"simgauge-backup\",\"version\":1,\"count\":1,\"sha256\":\"{sum}\",\"records\":{body}}}")
}

/// Every field of the head with every kind of value.
fn values(files: &mut Vec<File>) {
    let values = [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "2",
        "1.0",
        "1e0",
        "9223372036854775807",
        "99999999999999999999",
        "\"\"",
        "\"1\"",
        "\"simgauge-backup\\u0000\"",
        "\"simgauge-backup\u{200b}\"",
        "[]",
        "[1]",
        "{}",
        "{\"a\":1}",
        "[[]]",
        "[{}]",
    ];
    let empty = sum("[\n]");
    for name in ["format", "version", "count", "sha256", "records"] {
        for value in values {
            let of = |field: &str, right: String| if field == name { value.to_owned() } else { right };
            let text = format!(
                "{{\"format\":{},\"version\":{},\"count\":{},\"sha256\":{},\"records\":{}}}",
                of("format", "\"simgauge-backup\"".to_owned()),
                of("version", "1".to_owned()),
                // An empty backup is whole; one that says 3 is not.
                of("count", "3".to_owned()),
                of("sha256", format!("\"{empty}\"")),
                of("records", "[\n]".to_owned()),
            );
            files.push((format!("{name} {value}"), text));
        }
    }
}

/// A whole backup, cut off.
fn cuts(files: &mut Vec<File>, backup: &str) {
    let ends: Vec<usize> = backup.trim_end().char_indices().map(|(place, _)| place).collect();
    for place in ends.iter().step_by(ends.len() / 60) {
        files.push((format!("cut at {place}"), backup[..*place].to_owned()));
    }
    for place in ends.iter().skip(1).step_by(ends.len() / 30) {
        files.push((format!("from {place}"), backup[*place..].to_owned()));
    }
}

/// A whole backup with something in it exchanged.
fn swaps(files: &mut Vec<File>, backup: &str) {
    for (from, to) in [
        ("\"version\":1", "\"version\":2"),
        ("\"version\":1", "\"version\":9223372036854775807"),
        ("\"version\":1", "\"version\":0"),
        ("\"version\":1,", ""),
        ("\"count\":", "\"count\":1"),
        ("\"count\":", "\"count\":-"),
        ("\"count\":", "\"counts\":"),
        ("\"sha256\":\"", "\"sha256\":\"0"),
        ("\"sha256\"", "\"sha512\""),
        ("\"key\":\"simgauge:e:0", "\"key\":\"simgauge:e:1"),
        ("\"key\":", "\"Key\":"),
        ("\"key\":\"", "\"key\":\"\\u202e"),
        ("\"line\":\"1 ", "\"line\":\"2 "),
        ("\"line\":", "\"key\":\"again\",\"line\":"),
        ("{\"key\"", "{\"key\":\"again\",\"key\""),
        ("{\"key\"", "[\"key\""),
        ("GB", "TB"),
        ("simgauge-backup", "simgauge-backups"),
        ("simgauge-backup", "SimGauge-Backup"),
        (",\n", "\n"),
        (",\n", ",,\n"),
        (",\n", ",null,\n"),
        ("\"records\":", "\"records\":[],\"records\":"),
        ("\\\"", "\""),
        ("{", "{\"__proto__\":{\"records\":[]},"),
        ("1", "</script><script>alert(1)</script>"),
        ("1", "=HYPERLINK(\"http://localhost\")"),
    ] {
        files.push((format!("{from} for {to}"), backup.replacen(from, to, 1)));
    }
}

/// Records that are not what they say, in an envelope that is right.
fn envelopes(files: &mut Vec<File>, key: &str, line: &str) {
    let object = line.splitn(3, ' ').nth(2).unwrap_or_default();
    let lines = [
        String::new(),
        " ".to_owned(),
        "1".to_owned(),
        "1 ".to_owned(),
        "1 00000000 ".to_owned(),
        "1 00000000 {}".to_owned(),
        format!("0 00000000 {object}"),
        format!("-1 00000000 {object}"),
        format!("1 {}", "0".repeat(5000)),
        format!("4294967296 00000000 {object}"),
        format!("１ 00000000 {object}"),
        object.to_owned(),
        line.to_lowercase(),
        format!(" {line}"),
        format!("{line} "),
        format!("{line}\n"),
        format!("\u{feff}{line}"),
        line.replace("GB", "PB"),
        line.replace('{', "["),
        format!("{line}{line}"),
        "\u{0}".to_owned(),
        "\u{202e}\u{2066}".to_owned(),
        "1 00000000 {\"kind\":\"card\",\"name\":\"=1+1\"}".to_owned(),
        "1 00000000 {\"kind\":\"</script>\"}".to_owned(),
        format!("1 00000000 {}", "[".repeat(10_000)),
        format!("1 00000000 {}", "{\"a\":".repeat(10_000)),
    ];
    let keys = [
        "",
        "simgauge:e:",
        "simgauge:d:lang",
        "simgauge:q:01",
        "__proto__",
        "length",
        "constructor",
        "../../etc/passwd",
        "simgauge:e:ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "simgauge:e:7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "simgauge:e:00000000000000000000000000",
        "simgauge:e:01kb000000000000000000000a",
        "simgauge:e:01KB000000000000000000000\u{2800}",
        "SIMGAUGE:E:01KB0000000000000000000000",
        "simgauge:e:01KB0000000000000000000000\u{0}",
        " simgauge:e:01KB0000000000000000000000",
    ];
    for odd in &lines {
        files.push((format!("line {:.40?}", odd), one(key, odd)));
    }
    for odd in keys {
        files.push((format!("key {odd:?}"), one(odd, line)));
    }
}

/// A whole backup of one record.
fn one(key: &str, line: &str) -> String {
    let quote = |text: &str| serde_json::to_string(text).unwrap();
    sealed_body(&format!("[\n{{\"key\":{},\"line\":{}}}\n]", quote(key), quote(line)))
}

/// Encrypted backups that no key opens.
fn sealed(files: &mut Vec<File>) {
    let right = [
        ("format", "\"simgauge-backup-encrypted\""),
        ("version", "1"),
        ("key", "\"PBKDF2-SHA-256\""),
        ("rounds", "600000"),
        ("salt", "\"AAAAAAAAAAAAAAAAAAAAAA==\""),
        ("cipher", "\"AES-256-GCM\""),
        ("nonce", "\"AAAAAAAAAAAAAAAA\""),
        ("data", "\"AAAA\""),
    ];
    for (name, value) in [
        ("version", "2"),
        ("version", "0"),
        ("version", "\"1\""),
        ("key", "\"none\""),
        ("key", "null"),
        ("rounds", "0"),
        ("rounds", "1"),
        ("rounds", "-600000"),
        ("rounds", "599999"),
        ("rounds", "4294967297"),
        ("rounds", "9223372036854775807"),
        ("rounds", "6e5"),
        ("rounds", "null"),
        ("salt", "\"\""),
        ("salt", "\"=\""),
        ("salt", "\"AAA\""),
        ("salt", "\"é\""),
        ("salt", "1"),
        ("cipher", "\"ROT13\""),
        ("cipher", "[]"),
        ("nonce", "\"\""),
        ("nonce", "\"A A A \""),
        ("data", "\"\""),
        ("data", "\"====\""),
        ("data", "{}"),
        ("data", "\"<svg>\""),
    ] {
        let fields: Vec<String> = right
            .iter()
            .map(|(known, right)| format!("\"{known}\":{}", if *known == name { value } else { right }))
            .collect();
        files.push((format!("sealed {name} {value}"), format!("{{{}}}", fields.join(","))));
    }
    for (missing, _) in right {
        let fields: Vec<String> = right
            .iter()
            .filter(|(name, _)| *name != missing)
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        files.push((format!("sealed without {missing}"), format!("{{{}}}", fields.join(","))));
    }
}

/// What is deep, wide or long.
fn large(files: &mut Vec<File>) {
    for depth in [17, 64, 100_000] {
        files.push((format!("{depth} lists"), format!("{}{}", "[".repeat(depth), "]".repeat(depth))));
        files.push((
            format!("{depth} lists in a backup"),
            sealed_body(&format!("{}{}", "[".repeat(depth), "]".repeat(depth))),
        ));
        files.push((format!("{depth} objects"), format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth))));
        files.push((format!("{depth} open"), "{\"simgauge\":[".repeat(depth)));
    }
    let names: Vec<String> = (0..50_000).map(|n| format!("\"{n}\":0")).collect();
    files.push(("50,000 fields".to_owned(), format!("{{{}}}", names.join(","))));
    files.push(("50,000 equal fields".to_owned(), format!("{{{}\"a\":1}}", "\"a\":1,".repeat(50_000))));
    files.push(("a million commas".to_owned(), ",".repeat(1_000_000)));
    files.push(("a million digits".to_owned(), "9".repeat(1_000_000)));
    files.push(("a million quotes".to_owned(), "\"".repeat(1_000_000)));
    files.push(("a million backslashes".to_owned(), format!("\"{}", "\\".repeat(1_000_000))));
    files.push(("a million spaces".to_owned(), " ".repeat(1_000_000)));
    files.push(("a million zeros".to_owned(), "\u{0}".repeat(1_000_000)));
    files
        .push(("a line of a million".to_owned(), one("simgauge:e:01KB0000000000000000000000", &"x".repeat(1_000_000))));
    files.push(("50 MB".to_owned(), sealed_body(&format!("\"{}\"", "余".repeat(50_000_000 / 3)))));
}

/// Tables that are none.
fn tables(files: &mut Vec<File>) {
    for (name, text) in [
        ("an open quote", "date,amount\n\"2026-11-20,1"),
        ("a quote within", "date,amount\n2026\"-11-20,1"),
        ("text behind a quote", "date,amount\n\"2026-11-20\"x,1"),
        ("only a header", "date,amount\n"),
        ("only commas", ",,,\n,,,\n"),
        ("no amount that is one", "date,amount\n2026-11-20,many\n"),
        ("no date that is one", "date,amount\nsoon,1\n"),
        ("formulas", "date,amount,unit,kind\n=NOW(),=1+1,@x,+cmd|'/c calc'!A1\n"),
        ("markup", "<b>date</b>,</script>\n<img src=x onerror=alert(1)>,1\n"),
        ("direction marks", "\u{202e}date,amount\n\u{2066}2026-11-20,\u{202e}1\n"),
        ("zeros", "date\u{0},amount\n2026\u{0}-11-20,1\n"),
        ("huge numbers", "date,amount,unit\n2026-11-20,99999999999999999999,GB\n9999-99-99,1e308,GB\n"),
        ("negative", "date,amount,unit,kind\n2026-11-20,-5,GB,left\n"),
    ] {
        files.push((name.to_owned(), text.to_owned()));
    }
    files.push(("a row of 10,000 columns".to_owned(), format!("{}\n{}\n", "a,".repeat(10_000), "1,".repeat(10_000))));
    files.push(("a cell of a megabyte".to_owned(), format!("date,amount\n2026-11-20,{}\n", "1".repeat(1_000_000))));
}
