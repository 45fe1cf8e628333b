//! The directory: what is known of each carrier, read from a file and typed.
//!
//! The same reader takes the shipped file and one from a stranger: nothing in it becomes a link, or
//! a line on the screen, that was not checked.

use super::row;
use super::rule::Stated;
use super::way::{Mark, Way};
use crate::domain::{Means, is_letter};
use crate::json::{Object, Value};

/// The format of the file that this version reads.
const FORMAT: i64 = 1;

/// All that is known, each carrier in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// The month in which the sources were read: `2026-11`.
    pub read: String,
    /// The rows that were read.
    pub listings: Vec<Listing>,
    /// The rows that could not be: their identifiers, or `#4` for the fourth where that is what is wrong.
    pub bad: Vec<String>,
}

/// What is known of one carrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Its identifier.
    pub id: String,
    /// Other names under which people look for it.
    pub also: Vec<String>,
    /// Whose network it runs on, where that is another's.
    pub network: Option<String>,
    /// Who says that it runs on this network, where it is not the directory, and what that says.
    pub network_told: Option<(Mark, Option<String>)>,
    /// What the person, or a file that they took in, says that it is called.
    pub name_told: Option<(Mark, String)>,
    /// How to ask what is left: texts first, then codes, hotlines, apps, websites; the surest of each
    /// first. May be empty.
    pub checks: Vec<Way>,
    /// How to top up, in the same order. May be empty.
    pub top_ups: Vec<Way>,
    /// Rules that matter.
    pub rules: Vec<Stated>,
}

/// Why a file is no directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is something else, or damaged.
    NoDirectory,
    /// A newer version wrote it.
    Newer,
}

impl Directory {
    /// Reads the text of a file. A row that is not as it should be is named in [`Directory::bad`], and
    /// the others stand.
    ///
    /// # Errors
    ///
    /// Where the text is no directory, or one of a format that this version does not know.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let file = Object::read_file(text).ok_or(Unreadable::NoDirectory)?;
        match file.int("format") {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => return Err(Unreadable::Newer),
            _ => return Err(Unreadable::NoDirectory),
        }
        let (read, rows) = file.text("read").zip(file.list("carriers")).ok_or(Unreadable::NoDirectory)?;
        let mut directory = Self { read: read.to_owned(), listings: Vec::new(), bad: Vec::new() };
        for (place, row) in rows.iter().enumerate() {
            let object = if let Value::Object(object) = row { Some(object) } else { None };
            match object.and_then(row::listing) {
                Some(listing) => directory.listings.push(listing),
                None => directory.bad.push(named(object, place)),
            }
        }
        Ok(directory)
    }

    /// Whether somebody who owns that host has a carrier's site here.
    #[must_use]
    pub fn owns(&self, host: &str) -> bool {
        self.is_of(&[], host)
    }

    /// Whether an address is on none of the sites of these: a carrier, then those who sell its cards, all by their
    /// identifiers; or on a host of numbers, which is nobody's name. Of a carrier that is not listed no site is known,
    /// so that only numbers are strange.
    #[must_use]
    pub fn is_strange(&self, carriers: &[&str], address: &str) -> bool {
        let host = address.strip_prefix("https://").unwrap_or(address).to_ascii_lowercase();
        let host = host.split('/').next().unwrap_or_default();
        let listed = carriers.first().and_then(|id| self.find(id)).is_some();
        !host.contains(is_letter) || listed && !self.is_of(carriers, host)
    }

    /// Whether somebody who owns that host has a site of one of these carriers, or of any where none is named.
    #[inline(never)]
    fn is_of(&self, carriers: &[&str], host: &str) -> bool {
        let listings = self.listings.iter().filter(|one| carriers.is_empty() || carriers.contains(&one.id.as_str()));
        listings.flat_map(Listing::sites).any(|site| domain(site) == domain(host))
    }

    /// What is known of the carrier with that identifier.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Listing> {
        self.listings.iter().find(|listing| listing.id == id)
    }
}

impl Listing {
    /// The hosts of its sites.
    pub fn sites(&self) -> impl Iterator<Item = &str> {
        let ways = self.checks.iter().chain(&self.top_ups).filter(|way| way.means == Means::Website);
        ways.filter_map(|way| way.what.split('/').next())
    }
}

/// Names below which anybody can have pages.
const SHARED: [&str; 2] = [".google.com", ".free.fr"];

/// The part of a host that somebody owns: `10086.cn` of `dx.10086.cn`, `three.co.uk` of `www.three.co.uk`.
fn domain(host: &str) -> &str {
    if SHARED.iter().any(|shared| host.ends_with(shared)) {
        return host;
    }
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(end), Some(own)) = (dots.next(), dots.next()) else { return host };
    let below =
        host.get(own + 1..end).is_some_and(|word| ["ac", "co", "com", "ne", "net", "or", "org"].contains(&word));
    let cut = if below && host.len() == end + 3 { dots.next() } else { Some(own) };
    cut.and_then(|cut| host.get(cut + 1..)).unwrap_or(host)
}

fn named(row: Option<&Object<'_>>, place: usize) -> String {
    match row.and_then(|row| row.text("id")) {
        Some(id) => id.to_owned(),
        None => ["#", &(place + 1).to_string()].concat(),
    }
}
