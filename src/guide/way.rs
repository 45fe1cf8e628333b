//! A way to ask a carrier, or to pay it.

use super::country::{Country, is_foreign};
use crate::domain::{Asks, By, Contact, Date, Link, Means, ReportId};

/// One way, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What one does.
    pub means: Means,
    /// The number or the code, as it is written for people; the name of the app as the stores list it;
    /// host and path of the website, without `https://`; the names of shops and of those who take the
    /// money, empty where only that there are some is known. In a code `PIN` stands for the digits of
    /// a voucher.
    pub what: String,
    /// The words of a text message; of a hotline its number for calls from another country, where that
    /// is a different one; else empty.
    pub with: String,
    /// The keys to press once a hotline answers: `1`. Mostly empty.
    pub menu: String,
    /// What the carrier answers.
    pub asks: Asks,
    /// Whether the carrier says that it costs nothing. Of what is not free nobody knows the price.
    pub free: bool,
    /// Whether it is for use while roaming in another country, and for nothing else.
    pub abroad: bool,
    /// How sure it is.
    pub known: Known,
    /// What is listed where a person's own way stands: in other words, or of another price, menu or
    /// answer. `None` where nothing is, or not any more.
    pub listed: Option<Box<Self>>,
}

/// How a fact is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// How sure it is. Nothing in the directory was tried on a live SIM.
    pub sure: Confidence,
    /// The year of its sources, where all of them are old.
    pub of: Option<String>,
    /// Where it was read: addresses without `https://`, perhaps with a remark in brackets, or words.
    pub sources: Vec<String>,
    /// For whose cards it is, or when it holds, where that is not for all: in 简体, 繁體 and English; in two texts
    /// where both scripts write it alike, in one where all do.
    pub only: Vec<String>,
    /// What else one must know of it, written so too.
    pub note: Vec<String>,
    /// Whether what it says opens over the card's own connection, and over no Wi-Fi.
    pub own: bool,
    /// What people reported of it.
    pub heard: Heard,
}

/// What was reported of a fact, by the person or by a file that they took in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Who says that it is so, where it is not the directory.
    pub told: Option<Mark>,
    /// The words of the listed fact that it corrects: one's own stands in its place, a file's beside it.
    pub instead: Option<String>,
    /// Who says that the directory is wrong here.
    pub denied: Option<Mark>,
    /// Who tried it last, and whether it worked.
    pub tried: Option<(Mark, bool)>,
    /// Whether it is a file's page, and [none of the carrier's](super::Directory::is_strange).
    pub strange: bool,
}

/// Who reported something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// On which day.
    pub on: Date,
    /// Who.
    pub by: By,
    /// The kept report; none for what stands in a file.
    pub report: Option<ReportId>,
}

/// How sure a fact is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// The carrier's own page or text says so, or two sources do.
    Confirmed,
    /// One source says so.
    OneSource,
    /// From memory, or a doubtful page: shown as unverified, and never first. Never a text, a dialled
    /// code or a long number.
    Unchecked,
    /// A person says so: [`Heard::told`].
    #[default]
    Told,
}

impl Way {
    /// A way that somebody vouches for so.
    #[must_use]
    pub fn new(contact: &Contact, known: Known) -> Self {
        let Contact { asks, free, abroad, .. } = *contact;
        let (what, with, menu) = (contact.what().to_owned(), contact.with().to_owned(), contact.menu().to_owned());
        Self { means: contact.means(), what, with, menu, asks, free, abroad, known, listed: None }
    }

    /// Its words, by which a report names it: `text 6700 BAL`, `dial *777#`.
    #[must_use]
    pub fn words(&self) -> String {
        [self.means.word(), &self.what, &self.with].join(" ").trim_end().to_owned()
    }

    /// The way without those who vouch for it; `None` where it is not as a way should be.
    #[must_use]
    pub fn contact(&self) -> Option<Contact> {
        let mut contact = Contact::new(self.means, &self.what, &self.with)?.with_menu(&self.menu)?;
        (contact.asks, contact.free, contact.abroad) = (self.asks, self.free, self.abroad);
        Some(contact)
    }

    /// What it is called or opened by, as it is for people. A number of North America is one for calls from everywhere:
    /// where 1 is no country's code, `1-888-777-0446` is a stranger's.
    #[must_use]
    pub fn number(&self) -> String {
        number(self.means, &self.what)
    }

    /// Whether a number that it names is of another country than that one.
    #[must_use]
    pub fn is_foreign(&self, country: Option<Country>) -> bool {
        let with = if self.means == Means::Call { &self.with } else { "" };
        country.is_some_and(|country| {
            self.needs_a_line() && [&self.what, with].iter().any(|number| is_foreign(country.code, number))
        })
    }

    /// The link that opens it. `None` for what no link opens, and for a code into which a voucher's
    /// digits must be put first.
    ///
    /// An iPhone ignores links with `*` or `#`: beside each link stands the text to copy.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        match self.means {
            Means::Text => Link::text(&self.what, &self.with),
            Means::Dial | Means::Call => Link::call(&self.number()),
            Means::Website => Link::website(&self.what),
            Means::App | Means::Pay | Means::Shop => None,
        }
    }

    /// Whether only a file says that it is there.
    #[must_use]
    pub fn is_filed(&self) -> bool {
        self.known.heard.told.is_some_and(|mark| mark.by == By::File)
    }

    /// Whether it works without data or Wi-Fi.
    #[must_use]
    pub fn works_without_data(&self) -> bool {
        self.needs_a_line() || self.means == Means::Shop
    }

    /// Whether it needs a line that can text or call, which a data-only card has not.
    #[must_use]
    pub const fn needs_a_line(&self) -> bool {
        matches!(self.means, Means::Text | Means::Dial | Means::Call)
    }
}

/// What a way is called or opened by, as [`Way::number`] says it.
#[must_use]
pub fn number(means: Means, what: &str) -> String {
    let national = means == Means::Call && what.starts_with("1-");
    let digits = what.bytes().filter(u8::is_ascii_digit).count();
    [if national && digits == 11 { "+" } else { "" }, what].concat()
}

impl Heard {
    /// The words of the listed fact in whose place it stands.
    #[must_use]
    pub fn replaced(&self) -> Option<&str> {
        self.told.filter(|told| told.by == By::Me).and(self.instead.as_deref())
    }
}

impl Known {
    /// Whether nobody says it who was read or who tried: what only a file says is such, and what is listed without
    /// a source.
    #[must_use]
    pub fn is_unverified(&self) -> bool {
        let Heard { told, tried, .. } = &self.heard;
        let mine = |mark: &Mark| mark.by == By::Me;
        let said =
            told.as_ref().is_some_and(mine) || tried.as_ref().is_some_and(|(mark, worked)| *worked && mine(mark));
        matches!(self.sure, Confidence::Unchecked | Confidence::Told) && !said
    }

    /// Whether all its sources are older than five years on that day.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        const FIVE_YEARS: i32 = 5 * 365;
        self.written().is_some_and(|last| today.days_since(last) > FIVE_YEARS)
    }

    /// The last day of the year of its sources, where all of them are old.
    #[must_use]
    pub fn written(&self) -> Option<Date> {
        Date::parse(&[self.of.as_ref()?, "-12-31"].concat())
    }

    /// The source at that place as a link, where it is an address.
    #[must_use]
    pub fn link(source: &str) -> Option<Link> {
        Link::website(Self::address(source))
    }

    /// A source without the remark of whoever wrote it down.
    #[must_use]
    pub fn address(source: &str) -> &str {
        source.split(" (").next().unwrap_or(source)
    }

    /// The year of a source, or that it is `old`, as whoever wrote it down remarked.
    #[must_use]
    pub fn age(source: &str) -> Option<&str> {
        let mut words = source.split_once(" (")?.1.split(|c: char| !c.is_ascii_alphanumeric());
        words.find(|word| *word == "old" || word.len() == 4 && word.starts_with("20"))
    }

    /// Whose page a source is, where it is an address: `boostmobile.com`.
    #[must_use]
    pub fn host(source: &str) -> Option<&str> {
        Self::link(source)?;
        let host = Self::address(source).split('/').next()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}
