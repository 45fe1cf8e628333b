//! A carrier as a small file, from one person to another: a row of the directory, with what people
//! reported of it. It is read as strictly as the directory, and by the same reader; one bad fact makes
//! the whole file bad, since a stranger's mistake may cost money.

use super::carrier::{Carrier, meant};
use super::directory::Listing;
use super::emergency::is_emergency;
use super::row;
use super::rule::{Rule, Stated};
use super::way::{Confidence, Known, Way};
use crate::domain::{Date, Line, Means, is_costly};
use crate::json::{Object, Writer};

/// What says that it is such a file.
const FORMAT: &str = "simgauge-carrier";
/// The format that this version reads and writes.
const VERSION: i64 = 1;
/// The longest file, in bytes: the longest row of the directory needs a twentieth of it.
const MOST: usize = 65_536;

/// A carrier out of a file. Who said something and when stands with each fact; all of it is a file's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarrierFile {
    /// What it is called.
    pub name: Line,
    /// What is known of it. Its identifier is empty where the file names none.
    pub listing: Listing,
}

/// Why a file is no carrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoCarrier {
    /// It is something else.
    Foreign,
    /// A newer version wrote it.
    Newer,
    /// It is longer than any carrier.
    TooLarge,
    /// It is cut off or damaged.
    Damaged,
    /// Something in it is not as it should be: a link, a number, a name.
    Bad(Spot),
}

/// Where in a file something is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The list in which it stands, by its name in the file: `check`, `top_up`, `rules`; empty for what
    /// is said of the carrier itself.
    pub list: &'static str,
    /// Its row in that list, from 1; else 0.
    pub row: usize,
    /// The name of the field; empty where the row is none at all.
    pub field: &'static str,
    /// What is bad about it, beyond its form.
    pub harm: Option<Harm>,
}

/// What a number or a code would do to whoever takes it, where it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Harm {
    /// It [sets something](crate::domain::is_setting).
    Sets,
    /// Whoever answers there [is paid by the caller](is_costly).
    Costs,
    /// It [calls for help](is_emergency).
    Emergency,
    /// Nothing: it is not there.
    Missing,
}

impl From<&'static str> for Spot {
    fn from(field: &'static str) -> Self {
        Self { list: "", row: 0, field, harm: None }
    }
}

impl CarrierFile {
    /// Reads the text of a file, in which nothing can have been seen after that day.
    ///
    /// # Errors
    ///
    /// [`NoCarrier`]; nothing of a file that is refused is used.
    pub fn read(text: &str, last: Date) -> Result<Self, NoCarrier> {
        let text = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{feff}');
        let head: String = text.chars().take(200).collect();
        if !(head.starts_with('{') && head.contains(FORMAT)) {
            return Err(NoCarrier::Foreign);
        }
        if text.len() > MOST {
            return Err(NoCarrier::TooLarge);
        }
        let file = Object::read(text).ok_or(NoCarrier::Damaged)?;
        match (file.text("format"), file.int("version")) {
            (Some(FORMAT), Some(VERSION)) => {}
            (Some(FORMAT), Some(newer)) if newer > VERSION => return Err(NoCarrier::Newer),
            _ => return Err(NoCarrier::Bad("version".into())),
        }
        let (name, listing) = row::shared(&file, last).map_err(NoCarrier::Bad)?;
        let country = meant(&listing.id).or_else(|| meant(name.as_str())).and_then(Carrier::country);
        let country = country.map(|country| country.code);
        let spot = harmful("check", &listing.checks, country);
        let spot = spot.or_else(|| harmful("top_up", &listing.top_ups, country));
        spot.map_or(Ok(Self { name, listing }), |spot| Err(NoCarrier::Bad(spot)))
    }

    /// Whether it says of its carrier nothing but a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Listing { network, name_told, checks, top_ups, rules, .. } = &self.listing;
        checks.is_empty() && top_ups.is_empty() && rules.is_empty() && network.is_none() && name_told.is_none()
    }

    /// Its text. Sources stay here: whoever takes it in has only this file's word for it.
    #[must_use]
    pub fn text(&self) -> String {
        let Listing { id, network, network_told, name_told, checks, top_ups, rules, .. } = &self.listing;
        let mut out = Writer::new();
        out.text("format", FORMAT);
        out.int("version", VERSION);
        out.maybe("id", Some(id.as_str()).filter(|id| !id.is_empty()));
        out.text("name", self.name.as_str());
        out.maybe("name_on", name_told.as_ref().map(|(mark, _)| mark.on.to_string()).as_deref());
        out.maybe("network", network.as_deref());
        out.maybe("network_on", network_told.as_ref().map(|(mark, _)| mark.on.to_string()).as_deref());
        for (name, ways) in [("check", checks), ("top_up", top_ups)] {
            out.open(name, '[');
            for one in ways {
                out.item();
                way(one, &mut out);
                out.close('}');
            }
            out.close(']');
        }
        out.open("rules", '[');
        for stated in rules {
            out.item();
            rule(stated, &mut out);
            out.close('}');
        }
        out.close(']');
        out.finish()
    }
}

/// The first way by which whoever answers is paid by the caller, or is not the carrier.
fn harmful(list: &'static str, ways: &[Way], country: Option<&str>) -> Option<Spot> {
    ways.iter().zip(1..).find_map(|(way, row)| {
        let numbers = [Some(&way.what), Some(&way.with).filter(|_| way.means == Means::Call)];
        let harm = numbers.into_iter().flatten().find_map(|number| harm(way.means, number, country))?;
        Some(Spot { list, row, field: way.means.word(), harm: Some(harm) })
    })
}

/// What is bad about a number to call, to dial or to write to, of a carrier of that country.
#[must_use]
pub fn harm(means: Means, number: &str, country: Option<&str>) -> Option<Harm> {
    let dialled = matches!(means, Means::Text | Means::Dial | Means::Call);
    match () {
        () if is_costly(means, number) => Some(Harm::Costs),
        () if dialled && is_emergency(country, number) => Some(Harm::Emergency),
        () => None,
    }
}

fn way(way: &Way, out: &mut Writer) {
    out.text(way.means.word(), &way.what);
    out.maybe(if way.means == Means::Text { "say" } else { "from" }, some(&way.with));
    out.maybe("menu", some(&way.menu));
    out.maybe("asks", way.asks.word());
    out.maybe("cost", way.free.then_some("free"));
    out.maybe("where", way.abroad.then_some("abroad"));
    known(&way.known, out);
}

fn rule(stated: &Stated, out: &mut Writer) {
    let (word, span) = match &stated.rule {
        Rule::Lasts { from, span } => {
            out.maybe("from", from.as_deref());
            ("lasts", Some(span))
        }
        Rule::Renews(span) => ("renews", Some(span)),
        Rule::Use(span) => ("use", Some(span)),
        Rule::TopUp(span) => ("top up", Some(span)),
        Rule::Grace(span) => ("grace", Some(span)),
        Rule::Lags(span) => ("lags", Some(span)),
        Rule::Warns(at) => {
            out.text("at", at);
            ("warns", None)
        }
        Rule::CalendarMonth => ("calendar month", None),
        Rule::DataOnly => ("data only", None),
        Rule::Says(words) => {
            out.text("words", words);
            ("says", None)
        }
    };
    out.text("rule", word);
    out.maybe("for", span.map(|span| span.words()).as_deref());
    known(&stated.known, out);
}

fn known(known: &Known, out: &mut Writer) {
    out.text(
        "sure",
        match known.sure {
            Confidence::Confirmed => "confirmed",
            Confidence::OneSource => "one source",
            Confidence::Unchecked => "unverified",
            Confidence::Told => "told",
        },
    );
    let heard = &known.heard;
    out.maybe("on", heard.told.map(|mark| mark.on.to_string()).as_deref());
    out.maybe("instead", heard.instead.as_deref());
    out.maybe("denied", heard.denied.map(|mark| mark.on.to_string()).as_deref());
    if let Some((mark, worked)) = heard.tried {
        out.text(if worked { "worked" } else { "failed" }, &mark.on.to_string());
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
