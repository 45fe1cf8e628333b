//! One row of the directory: read strictly, so that a bad one is named and not half believed.

use super::directory::Listing;
use super::rule::{Rule, Span, Stated};
use super::way::{Confidence, Heard, Known, Way};
use crate::domain::{Asks, Contact, Line, Means, clean};
use crate::json::{Object, Value};

/// The longest address and the longest source, in bytes.
const MOST: usize = 200;

/// A whole row, or nothing.
pub(super) fn listing(row: &Object<'_>) -> Option<Listing> {
    let id = line(row, "id")?;
    let well_formed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (id.contains('-') && id.bytes().all(well_formed)).then_some(())?;
    for name in ["name", "hans", "hant"] {
        row.maybe(name, Line::parse)?;
    }
    Some(Listing {
        id,
        also: texts(row, "also")?,
        network: maybe(row, "network")?,
        network_told: None,
        checks: objects(row, "check", way)?,
        top_ups: objects(row, "top_up", way)?,
        rules: objects(row, "rules", stated)?,
    })
}

/// What is made of each object of a list; an empty one where there is no list.
fn objects<T>(row: &Object<'_>, name: &str, read: fn(&Object<'_>) -> Option<T>) -> Option<Vec<T>> {
    let mut made = Vec::new();
    if row.get(name).is_some() {
        for item in row.list(name)? {
            let Value::Object(object) = item else { return None };
            made.push(read(object)?);
        }
    }
    Some(made)
}

fn way(fact: &Object<'_>) -> Option<Way> {
    let (word, means) = Means::ALL.into_iter().find(|(word, _)| fact.get(word).is_some())?;
    let with = if means == Means::Text { "say" } else { "from" };
    let with = maybe(fact, with)?.unwrap_or_default();
    let mut contact = Contact::new(means, fact.text(word)?, &with)?;
    contact.asks = fact.maybe("asks", Asks::parse)?.unwrap_or_default();
    contact.free = flag(fact, "cost", "free")?;
    contact.abroad = flag(fact, "where", "abroad")?;
    Some(Way::new(&contact, known(fact)?))
}

fn known(fact: &Object<'_>) -> Option<Known> {
    let sure = match fact.text("sure")? {
        "confirmed" => Confidence::Confirmed,
        "one source" => Confidence::OneSource,
        "unverified" => Confidence::Unchecked,
        _ => return None,
    };
    Some(Known { sure, of: maybe(fact, "of")?, sources: texts(fact, "source")?, heard: Heard::default() })
}

fn stated(fact: &Object<'_>) -> Option<Stated> {
    let span = || fact.must("for", Span::parse);
    let rule = match fact.text("rule")? {
        "lasts" => Rule::Lasts { from: maybe(fact, "from")?, span: span()? },
        "renews" => Rule::Renews(span()?),
        "use" => Rule::Use(span()?),
        "top up" => Rule::TopUp(span()?),
        "grace" => Rule::Grace(span()?),
        "lags" => Rule::Lags(span()?),
        "warns" => Rule::Warns(line(fact, "at")?),
        "calendar month" => Rule::CalendarMonth,
        "data only" => Rule::DataOnly,
        _ => return None,
    };
    Some(Stated { rule, known: known(fact)? })
}

/// The text under a name, of one line and clean.
fn line(row: &Object<'_>, name: &str) -> Option<String> {
    maybe(row, name)?
}

/// As `line`, where there may be none. The outer `None` says that it is no such line.
#[allow(clippy::option_option, reason = "as in `Object::maybe`, for the question mark")]
#[inline(never)]
fn maybe(row: &Object<'_>, name: &str) -> Option<Option<String>> {
    row.maybe(name, Line::parse).map(|line| line.map(|line| line.as_str().to_owned()))
}

/// Whether that word stands there; `None` where another does.
fn flag(row: &Object<'_>, name: &str, word: &str) -> Option<bool> {
    match row.get(name) {
        None => Some(false),
        Some(_) => (row.text(name) == Some(word)).then_some(true),
    }
}

/// A list of texts, each short and without control marks.
#[inline(never)]
fn texts(row: &Object<'_>, name: &str) -> Option<Vec<String>> {
    let mut made = Vec::new();
    if row.get(name).is_some() {
        for item in row.list(name)? {
            match item {
                Value::Text(text) if text.len() <= MOST && clean(text) == **text => {
                    made.push(text.clone().into_owned())
                }
                _ => return None,
            }
        }
    }
    Some(made)
}
