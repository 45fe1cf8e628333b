//! One row of the directory: read strictly, so that a bad one is named and not half believed.

use super::directory::Listing;
use super::rule::{Rule, Span, Stated};
use super::share::{Harm, Spot};
use super::way::{Confidence, Heard, Known, Mark, Way};
use crate::domain::{Asks, By, Contact, Date, Line, Means, Remark, clean, is_plain, is_setting};
use crate::json::{Object, Value};

/// The longest address and the longest source, in bytes.
const MOST: usize = 200;

/// What was read, or the name of the field that is not as it should be.
type Read<T> = Result<T, &'static str>;

/// A whole row, or nothing.
pub(super) fn listing(row: &Object<'_>) -> Option<Listing> {
    let id = identifier(row).ok()??;
    for name in ["name", "hans", "hant"] {
        maybe(row, name).ok()?;
    }
    facts(row, id, Date::LAST).ok()
}

/// The row of a file that one person gives another: its name must stand there, its identifier may; nothing in
/// it is of a later day than that.
///
/// # Errors
///
/// Where it is not as it should be.
pub(super) fn shared(row: &Object<'_>, last: Date) -> Result<(Line, Listing), Spot> {
    let name = maybe(row, "name")?.as_deref().and_then(Line::parse).ok_or("name")?;
    let mut listing = facts(row, identifier(row)?.unwrap_or_default(), last)?;
    let mark = |field| mark(row, field, last);
    listing.network_told = mark("network_on")?.map(|mark| (mark, None));
    listing.name_told = mark("name_on")?.map(|mark| (mark, name.as_str().to_owned()));
    Ok((name, listing))
}

/// The identifier, where there is one.
fn identifier(row: &Object<'_>) -> Read<Option<String>> {
    let id = maybe(row, "id")?;
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let fits = id.as_ref().is_none_or(|id| id.contains('-') && id.bytes().all(letter));
    if fits { Ok(id) } else { Err("id") }
}

fn facts(row: &Object<'_>, id: String, last: Date) -> Result<Listing, Spot> {
    Ok(Listing {
        id,
        also: texts(row, "also")?,
        network: maybe(row, "network")?,
        network_told: None,
        name_told: None,
        checks: objects(row, "check", way, last)?,
        top_ups: objects(row, "top_up", way, last)?,
        rules: objects(row, "rules", stated, last)?,
    })
}

/// What is made of each object of a list; an empty one where there is no list.
fn objects<T>(
    row: &Object<'_>,
    list: &'static str,
    read: fn(&Object<'_>, Date) -> Read<T>,
    last: Date,
) -> Result<Vec<T>, Spot> {
    let mut made = Vec::new();
    if row.get(list).is_some() {
        for (place, item) in row.list(list).ok_or(list)?.iter().enumerate() {
            let spot = |field, harm| Spot { list, row: place + 1, field, harm };
            let Value::Object(object) = item else { return Err(spot("", None)) };
            let harm = |field| match object.get(field) {
                None => Some(Harm::Missing),
                Some(_) => sets(object, field).then_some(Harm::Sets),
            };
            made.push(read(object, last).map_err(|field| spot(field, harm(field)))?);
        }
    }
    Ok(made)
}

/// What one does by that fact, with its word.
fn means(fact: &Object<'_>) -> Option<(&'static str, Means)> {
    Means::ALL.into_iter().find(|(word, _)| fact.get(word).is_some())
}

/// Whether what stands there is a code that sets something.
fn sets(fact: &Object<'_>, field: &str) -> bool {
    means(fact).zip(fact.text(field)).is_some_and(|((_, means), number)| is_setting(means, number))
}

fn way(fact: &Object<'_>, last: Date) -> Read<Way> {
    let (word, means) = means(fact).ok_or("")?;
    let field = if means == Means::Text { "say" } else { "from" };
    let with = maybe(fact, field)?.unwrap_or_default();
    let menu = maybe(fact, "menu")?.unwrap_or_default();
    let what = fact.text(word).ok_or(word)?;
    for (field, number) in [(word, what), (field, with.as_str())] {
        if is_setting(means, number) {
            return Err(field);
        }
    }
    let contact = Contact::new(means, what, &with);
    // Which of the two it is that does not fit.
    let plain = if means == Means::Text { "?" } else { "" };
    let guilty = if Contact::new(means, what, plain).is_some() { field } else { word };
    let mut contact = contact.ok_or(guilty)?.with_menu(&menu).ok_or("menu")?;
    contact.asks = parsed(fact, "asks", Asks::parse)?.unwrap_or_default();
    contact.free = flag(fact, "cost", "free")?;
    contact.abroad = flag(fact, "where", "abroad")?;
    Ok(Way::new(&contact, known(fact, last)?))
}

fn known(fact: &Object<'_>, last: Date) -> Read<Known> {
    let sure = match fact.text("sure") {
        Some("confirmed") => Confidence::Confirmed,
        Some("one source") => Confidence::OneSource,
        Some("unverified") => Confidence::Unchecked,
        Some("told") => Confidence::Told,
        _ => return Err("sure"),
    };
    let (of, sources, heard) = (maybe(fact, "of")?, texts(fact, "source")?, heard(fact, sure, last)?);
    let (only, note, own) = (texts(fact, "only")?, texts(fact, "note")?, flag(fact, "over", "card")?);
    let known = Known { sure, of, sources, only, note, own, heard };
    // The year of the last day is not over.
    let late = known.written().is_some_and(|end| end.days_since(last) > 366);
    if late { Err("of") } else { Ok(known) }
}

/// What people reported of it, as a shared file says: in the directory there is nothing of the kind.
fn heard(fact: &Object<'_>, sure: Confidence, last: Date) -> Read<Heard> {
    let mark = |name| mark(fact, name, last);
    let told = mark("on")?;
    let (worked, failed) = (mark("worked")?, mark("failed")?);
    let instead = parsed(fact, "instead", Remark::parse)?.map(|fact| fact.as_str().to_owned());
    let tried = worked.map(|mark| (mark, true)).or_else(|| failed.map(|mark| (mark, false)));
    // Whoever says something says when.
    if sure == Confidence::Told && told.is_none() {
        return Err("on");
    }
    Ok(Heard { told, instead, denied: mark("denied")?, tried, strange: false })
}

/// When somebody said something, which they cannot have after the last day.
fn mark(fact: &Object<'_>, name: &'static str, last: Date) -> Read<Option<Mark>> {
    match parsed(fact, name, Date::parse)? {
        Some(on) if on > last => Err(name),
        on => Ok(on.map(|on| Mark { on, by: By::File, report: None })),
    }
}

fn stated(fact: &Object<'_>, last: Date) -> Read<Stated> {
    let span = || fact.must("for", Span::parse).ok_or("for");
    let rule = match fact.text("rule").unwrap_or_default() {
        "lasts" => Rule::Lasts { from: maybe(fact, "from")?, span: span()? },
        "renews" => Rule::Renews(span()?),
        "use" => Rule::Use(span()?),
        "top up" => Rule::TopUp(span()?),
        "grace" => Rule::Grace(span()?),
        "lags" => Rule::Lags(span()?),
        "warns" => Rule::Warns(maybe(fact, "at")?.ok_or("at")?),
        "calendar month" => Rule::CalendarMonth,
        "data only" => Rule::DataOnly,
        "says" => Rule::Says(fact.must("words", Remark::parse).ok_or("words")?.as_str().to_owned()),
        _ => return Err("rule"),
    };
    Ok(Stated { rule, known: known(fact, last)? })
}

/// The text under a name, a plain line; `None` where there is none.
#[inline(never)]
fn maybe(row: &Object<'_>, name: &'static str) -> Read<Option<String>> {
    parsed(row, name, |text| is_plain(text).then(|| text.to_owned()))
}

/// What is made of the text under a name; `None` where there is none.
fn parsed<T>(row: &Object<'_>, name: &'static str, parse: fn(&str) -> Option<T>) -> Read<Option<T>> {
    row.maybe(name, parse).ok_or(name)
}

/// Whether that word stands there, and no other.
fn flag(row: &Object<'_>, name: &'static str, word: &str) -> Read<bool> {
    match row.get(name) {
        None => Ok(false),
        Some(_) if row.text(name) == Some(word) => Ok(true),
        Some(_) => Err(name),
    }
}

/// A list of texts, each short and without control marks.
#[inline(never)]
fn texts(row: &Object<'_>, name: &'static str) -> Read<Vec<String>> {
    let mut made = Vec::new();
    if row.get(name).is_some() {
        for item in row.list(name).ok_or(name)? {
            match item {
                Value::Text(text) if text.len() <= MOST && clean(text) == **text => {
                    made.push(text.clone().into_owned())
                }
                _ => return Err(name),
            }
        }
    }
    Ok(made)
}
