//! JSON, as much as the journal and the guide need: a strict reader into a tree, and a writer of one line.
//!
//! No floats, no numbers beyond 64 bits, no name twice in one object, no nesting deeper than
//! [`DEPTH`], no error messages: a line that is not as it should be is kept whole and shown, and
//! nobody mends it by hand. Why not `serde_json`: docs/decisions/journal-codec.md.

use std::borrow::Cow;
use std::cell::Cell;

/// How deep lists and objects may nest.
const DEPTH: u8 = 16;
/// How many fields one object of a line may have.
const FIELDS: usize = 256;

/// So many fields an object has at least, mostly.
const USUAL: usize = 6;

/// A value that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Object<'a>),
}

/// The fields of an object. It remembers which of them were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Object<'a>(Vec<Field<'a>>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Field<'a> {
    name: Cow<'a, str>,
    value: Value<'a>,
    asked: Cell<bool>,
}

impl<'a> Object<'a> {
    /// Reads a text that is one object and nothing else.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        Self::read_with(text, FIELDS)
    }

    /// As [`Object::read`], of a whole file, whose objects may have any number of fields. Among the
    /// first [`FIELDS`] of an object none stands twice.
    pub(crate) fn read_file(text: &'a str) -> Option<Self> {
        Self::read_with(text, usize::MAX)
    }

    fn read_with(text: &'a str, fields: usize) -> Option<Self> {
        let mut reader = Reader { text, at: 0, fields };
        let Value::Object(object) = reader.value(DEPTH)? else { return None };
        reader.skip_space();
        (reader.at == text.len()).then_some(object)
    }

    /// The value under a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        let field = self.0.iter().find(|field| field.name == name)?;
        field.asked.set(true);
        Some(&field.value)
    }

    /// Whether everything in it, and in the objects in it, was asked for.
    pub(crate) fn is_understood(&self) -> bool {
        self.0.iter().all(|field| field.asked.get() && field.value.is_understood())
    }

    /// The text under a name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        if let Some(Value::Text(text)) = self.get(name) { Some(text) } else { None }
    }

    /// The whole number under a name.
    pub(crate) fn int(&self, name: &str) -> Option<i64> {
        if let Some(Value::Int(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// The list under a name.
    pub(crate) fn list(&self, name: &str) -> Option<&[Value<'a>]> {
        if let Some(Value::List(list)) = self.get(name) { Some(list) } else { None }
    }

    /// The fields, in the order in which they stand.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.0.iter().map(|field| (&*field.name, &field.value))
    }

    /// The object under a name.
    pub(crate) fn object(&self, name: &str) -> Option<&Self> {
        if let Some(Value::Object(object)) = self.get(name) { Some(object) } else { None }
    }

    /// What `parse` makes of the text under a name. The outer `None` says that it makes nothing
    /// of it, the inner one that there is no such name.
    #[allow(clippy::option_option, reason = "the outer one is the parser's, for the question mark")]
    pub(crate) fn maybe<T>(&self, name: &str, parse: fn(&str) -> Option<T>) -> Option<Option<T>> {
        match self.get(name) {
            None => Some(None),
            Some(Value::Text(text)) => parse(text).map(Some),
            Some(_) => None,
        }
    }

    /// What `parse` makes of the text that must stand under a name.
    pub(crate) fn must<T>(&self, name: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        self.text(name).and_then(parse)
    }
}

impl Value<'_> {
    fn is_understood(&self) -> bool {
        match self {
            Value::Object(object) => object.is_understood(),
            Value::List(list) => list.iter().all(Self::is_understood),
            _ => true,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// How many fields one object may have.
    fields: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: u8) -> Option<Value<'a>> {
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(depth.checked_sub(1)?).map(Value::Object),
            b'[' => self.list(depth.checked_sub(1)?).map(Value::List),
            b'"' => self.string().map(Value::Text),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number().map(Value::Int),
        }
    }

    fn object(&mut self, depth: u8) -> Option<Object<'a>> {
        let mut object = Object(Vec::with_capacity(USUAL));
        let mut first = true;
        while self.more(first, b'}')? {
            let name = self.string()?;
            self.skip_space();
            let twice = object.0.iter().take(FIELDS).any(|field| field.name == name);
            if self.next()? != b':' || object.0.len() >= self.fields || twice {
                return None;
            }
            let value = self.value(depth)?;
            object.0.push(Field { name, value, asked: Cell::new(false) });
            first = false;
        }
        Some(object)
    }

    fn list(&mut self, depth: u8) -> Option<Vec<Value<'a>>> {
        let mut list = Vec::new();
        while self.more(list.is_empty(), b']')? {
            list.push(self.value(depth)?);
        }
        Some(list)
    }

    /// Passes the bracket or comma before the next item, or the bracket that ends them.
    fn more(&mut self, first: bool, end: u8) -> Option<bool> {
        if first {
            self.at += 1;
        }
        self.skip_space();
        if self.peek()? == end {
            self.at += 1;
            return Some(false);
        }
        if !first {
            if self.next()? != b',' {
                return None;
            }
            self.skip_space();
            // A comma is followed by an item: no list or object ends after one.
            if self.peek()? == end {
                return None;
            }
        }
        Some(true)
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        if self.next()? != b'"' {
            return None;
        }
        let mut read: Option<String> = None;
        loop {
            let rest = self.text.get(self.at..)?;
            let part = rest.get(..rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?)?;
            self.at += part.len();
            match (self.next()?, &mut read) {
                (b'"', None) => return Some(Cow::Borrowed(part)),
                (b'"', Some(read)) => {
                    read.push_str(part);
                    return Some(Cow::Owned(std::mem::take(read)));
                }
                (b'\\', _) => {
                    let read = read.get_or_insert_with(String::new);
                    read.push_str(part);
                    read.push(self.escape()?);
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if unit & 0xFC00 != 0xD800 {
                    return char::from_u32(unit);
                }
                // The first half of a character beyond 16 bits: the second must follow.
                let low = (self.next()? == b'\\' && self.next()? == b'u').then(|| self.unit())??;
                let low = low.checked_sub(0xDC00).filter(|&low| low < 0x400)?;
                char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + low)?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<i64> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let digits = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let leading = self.text.get(digits..self.at)?;
        if (leading.len() > 1 && leading.starts_with('0')) || matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return None;
        }
        self.text.get(start..self.at)?.parse().ok()
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        self.text.get(self.at..)?.starts_with(word).then_some(())?;
        self.at += word.len();
        Some(value)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }
}

/// Writes an object as one line, without spaces, in the order of the calls.
pub(crate) struct Writer(String);

impl Writer {
    pub(crate) fn new() -> Self {
        Self("{".to_owned())
    }

    pub(crate) fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }

    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quoted(value);
    }

    /// Nothing where there is no value.
    pub(crate) fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    pub(crate) fn int(&mut self, name: &str, value: i64) {
        self.name(name);
        self.0.push_str(&value.to_string());
    }

    /// Nothing where it is false.
    pub(crate) fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.name(name);
            self.0.push_str("true");
        }
    }

    /// Opens an object, or a list, under a name.
    pub(crate) fn open(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.0.push(bracket);
    }

    /// Opens an object in a list.
    pub(crate) fn item(&mut self) {
        self.comma();
        self.0.push('{');
    }

    pub(crate) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    fn name(&mut self, name: &str) {
        self.comma();
        self.quoted(name);
        self.0.push(':');
    }

    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    fn quoted(&mut self, text: &str) {
        quote(&mut self.0, text);
    }
}

/// Writes a text as a JSON string.
pub(crate) fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                let code = u32::from(c);
                let hex = |digit| char::from_digit(digit, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([hex(code >> 4), hex(code & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
