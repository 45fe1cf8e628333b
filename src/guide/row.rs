//! One row of the directory: read strictly, so that a bad one is named and not half believed.

use super::directory::Listing;
use super::rule::{Rule, Span, Stated};
use super::way::{Confidence, Heard, Known, Mark, Way};
use crate::domain::{Asks, By, Contact, Date, Line, Means, Remark, clean, is_plain};
use crate::json::{Object, Value};

/// The longest address and the longest source, in bytes.
const MOST: usize = 200;

/// A whole row, or nothing.
pub(super) fn listing(row: &Object<'_>) -> Option<Listing> {
    let id = identifier(row)??;
    for name in ["name", "hans", "hant"] {
        maybe(row, name)?;
    }
    facts(row, id)
}

/// The row of a file that one person gives another: its name must stand there, its identifier may.
pub(super) fn shared(row: &Object<'_>) -> Option<(Line, Listing)> {
    let name = line(row, "name")?;
    let mut listing = facts(row, identifier(row)?.unwrap_or_default())?;
    let mut ways = listing.checks.iter().chain(&listing.top_ups);
    ways.all(|way| way.means != Means::Dial || !is_setting(&way.what)).then_some(())?;
    let on = row.maybe("network_on", Date::parse)?;
    listing.network_told = on.map(|on| (Mark { on, by: By::File, report: None }, None));
    Some((Line::parse(&name)?, listing))
}

/// Whether a dialled code sets something of the line, such as where its calls go, instead of asking
/// something: `**21*…#`, `*21*…#`, `##002#` (3GPP TS 22.030, section 6.5.2 and annex B).
fn is_setting(code: &str) -> bool {
    const SERVICES: [&str; 17] =
        ["002", "004", "03", "21", "30", "31", "33", "330", "331", "332", "333", "35", "351", "353", "61", "62", "67"];
    let named = code.strip_prefix('*').and_then(|rest| rest.split_once('*'));
    code.starts_with("**") || code.starts_with("##") || named.is_some_and(|(service, _)| SERVICES.contains(&service))
}

/// The identifier, where there is one; the outer `None` says that it is none.
#[allow(clippy::option_option, reason = "as in `Object::maybe`, for the question mark")]
fn identifier(row: &Object<'_>) -> Option<Option<String>> {
    let id = maybe(row, "id")?;
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.as_ref().is_none_or(|id| id.contains('-') && id.bytes().all(letter)).then_some(id)
}

fn facts(row: &Object<'_>, id: String) -> Option<Listing> {
    Some(Listing {
        id,
        also: texts(row, "also")?,
        network: maybe(row, "network")?,
        network_told: None,
        name_told: None,
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
    let menu = maybe(fact, "menu")?.unwrap_or_default();
    let mut contact = Contact::new(means, fact.text(word)?, &with)?.with_menu(&menu)?;
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
        "told" => Confidence::Told,
        _ => return None,
    };
    Some(Known { sure, of: maybe(fact, "of")?, sources: texts(fact, "source")?, heard: heard(fact, sure)? })
}

/// What people reported of it, as a shared file says: in the directory there is nothing of the kind.
fn heard(fact: &Object<'_>, sure: Confidence) -> Option<Heard> {
    let mark = |name| {
        let on = fact.maybe(name, Date::parse)?;
        Some(on.map(|on| Mark { on, by: By::File, report: None }))
    };
    let told = mark("on")?;
    let (worked, failed) = (mark("worked")?, mark("failed")?);
    let instead = fact.maybe("instead", Remark::parse)?.map(|fact| fact.as_str().to_owned());
    let tried = worked.map(|mark| (mark, true)).or_else(|| failed.map(|mark| (mark, false)));
    // Whoever says something says when.
    (sure != Confidence::Told || told.is_some()).then_some(Heard { told, instead, denied: mark("denied")?, tried })
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
        "says" => Rule::Says(fact.must("words", Remark::parse)?.as_str().to_owned()),
        _ => return None,
    };
    Some(Stated { rule, known: known(fact)? })
}

/// The text under a name, a plain line.
fn line(row: &Object<'_>, name: &str) -> Option<String> {
    maybe(row, name)?
}

/// As `line`, where there may be none. The outer `None` says that it is no such line.
#[allow(clippy::option_option, reason = "as in `Object::maybe`, for the question mark")]
#[inline(never)]
fn maybe(row: &Object<'_>, name: &str) -> Option<Option<String>> {
    row.maybe(name, |text| is_plain(text).then(|| text.to_owned()))
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
