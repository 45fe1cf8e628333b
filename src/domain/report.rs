//! A report: what a person knows of a carrier. It stands over what the directory says of it, which is
//! still shown beside it.
//!
//! It is kept as named texts and typed where it is used: the journal is folded before the first look,
//! and what a carrier's reports mean is needed later (docs/decisions/reports.md).

use super::date::Date;
use super::text::{Line, Remark};
use super::way::{Asks, Contact, Means};

/// A report as it is kept: texts by their names, in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportText(Vec<(String, String)>);

/// What a person knows of a carrier.
///
/// A fact that the directory lists is named by its words (`dial *777#`), not by its place: a report
/// goes on being about what was seen, whatever a later directory lists there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Whose: the carrier as cards name it. One that the directory does not list is added by this.
    pub carrier: Line,
    /// The day on which it was said, or tried.
    pub on: Date,
    /// Who said it.
    pub by: By,
    /// What.
    pub tells: Tells,
}

/// Who said it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The person.
    #[default]
    Me,
    /// Somebody whose file the person took in.
    File,
}

/// What a way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To ask what is left.
    Check,
    /// To top up.
    TopUp,
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tells {
    /// There is this way.
    Way {
        /// What for.
        purpose: Purpose,
        /// The listed one in whose place it stands, if any.
        instead: Option<Remark>,
        /// The way.
        way: Contact,
    },
    /// A way was tried.
    Tried {
        /// What for.
        purpose: Purpose,
        /// Which.
        way: Remark,
        /// Whether it did what it is for.
        worked: bool,
    },
    /// This rule holds, in the person's own words.
    Rule {
        /// The listed one in whose place it stands, if any.
        instead: Option<Remark>,
        /// The rule.
        words: Remark,
    },
    /// A listed rule does not hold.
    NoRule(Remark),
    /// It runs on this network.
    Network(Line),
    /// It is called so.
    Name(Line),
}

const CARRIER: &str = "carrier";
const ON: &str = "on";
const BY: &str = "by";
const FILE: &str = "file";
const CHECK: &str = "check";
const TOP_UP: &str = "top-up";
const RULE: &str = "rule";
const NETWORK: &str = "network";
const NAME: &str = "name";
const WHAT: &str = "what";
const WITH: &str = "with";
const MENU: &str = "menu";
const ASKS: &str = "asks";
const FREE: &str = "free";
const ABROAD: &str = "abroad";
const YES: &str = "yes";
const OF: &str = "of";
/// Every name that this version writes. One that is not among them is a later version's.
const NAMES: [&str; 15] =
    [CARRIER, ON, BY, CHECK, TOP_UP, RULE, NETWORK, NAME, WHAT, WITH, MENU, ASKS, FREE, ABROAD, OF];

impl ReportText {
    /// From its texts by their names, in order.
    #[must_use]
    pub const fn new(texts: Vec<(String, String)>) -> Self {
        Self(texts)
    }

    /// Its texts by their names, in order.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The carrier that it is about, as cards name it; empty where a later version says it otherwise.
    #[must_use]
    pub fn carrier(&self) -> &str {
        self.get(CARRIER).unwrap_or_default()
    }

    /// Whether the person says it, and no file; and what the carrier is called, where this is about that.
    #[must_use]
    pub fn name(&self) -> Option<(bool, &str)> {
        self.get(NAME).map(|name| (self.get(BY).is_none(), name))
    }

    /// Whether the person says that a rule of a carrier, by its words, is not so.
    #[must_use]
    pub fn denies(&self, carrier: &str, rule: &str) -> bool {
        self.carrier() == carrier
            && self.get(BY).is_none()
            && self.get(RULE) == Some("wrong")
            && self.get(OF) == Some(rule)
    }

    /// Writes a report. The names are frozen: `tests/journal/v1` holds reports that load for ever.
    ///
    /// `"carrier":"us-ultra","on":"2026-11-20"`, `"by":"file"` where it was not the person, and what it
    /// tells. A way is `"check":"text","what":"6700","with":"BAL"` (or `"top-up":…`), perhaps with
    /// `"menu":"1"`, `"asks":"data"`, `"free":"yes"`, `"abroad":"yes"` and the one that it stands for,
    /// `"of":"text 6700 BAL"`. Of one that was tried, `"check"` is `worked` or `failed`. A rule is
    /// `"rule":"says","what":"…"` or `"rule":"wrong","of":"…"`; a network is `"network":"…"`, a name `"name":"…"`.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut text = Self::default();
        text.put(CARRIER, report.carrier.as_str());
        text.put(ON, &report.on.to_string());
        if report.by == By::File {
            text.put(BY, FILE);
        }
        let topic = |purpose| if purpose == Purpose::Check { CHECK } else { TOP_UP };
        let of = match &report.tells {
            Tells::Way { purpose, instead, way } => {
                text.put(topic(*purpose), way.means().word());
                text.put(WHAT, way.what());
                text.put(WITH, way.with());
                text.put(MENU, way.menu());
                text.put(ASKS, way.asks.word().unwrap_or_default());
                text.put(FREE, if way.free { YES } else { "" });
                text.put(ABROAD, if way.abroad { YES } else { "" });
                instead.as_ref()
            }
            Tells::Tried { purpose, way, worked } => {
                text.put(topic(*purpose), if *worked { "worked" } else { "failed" });
                Some(way)
            }
            Tells::Rule { instead, words } => {
                text.put(RULE, "says");
                text.put(WHAT, words.as_str());
                instead.as_ref()
            }
            Tells::NoRule(rule) => {
                text.put(RULE, "wrong");
                Some(rule)
            }
            Tells::Network(network) => {
                text.put(NETWORK, network.as_str());
                None
            }
            Tells::Name(name) => {
                text.put(NAME, name.as_str());
                None
            }
        };
        text.put(OF, of.map(Remark::as_str).unwrap_or_default());
        text
    }

    /// Reads it, as strictly as a row of the directory: a way whose link is none is no way.
    ///
    /// `None` where anything in it is not as this version writes it. It is kept then, without effect, and
    /// is not to be changed here.
    #[must_use]
    pub fn read(&self) -> Option<Report> {
        let known = |(name, _): (&str, &str)| NAMES.contains(&name);
        let by = match self.get(BY) {
            None => By::Me,
            Some(FILE) => By::File,
            Some(_) => return None,
        };
        self.texts().all(known).then_some(())?;
        Some(Report {
            carrier: Line::parse(self.get(CARRIER)?)?,
            on: Date::parse(self.get(ON)?)?,
            by,
            tells: self.tells()?,
        })
    }

    fn tells(&self) -> Option<Tells> {
        let remark = |name| self.get(name).map(|text| Remark::parse(text).ok_or(())).transpose().ok();
        let of = remark(OF)?;
        for (topic, purpose) in [(CHECK, Purpose::Check), (TOP_UP, Purpose::TopUp)] {
            if let Some(word) = self.get(topic) {
                return match word {
                    "worked" | "failed" => of.map(|way| Tells::Tried { purpose, way, worked: word == "worked" }),
                    means => self.contact(Means::parse(means)?).map(|way| Tells::Way { purpose, instead: of, way }),
                };
            }
        }
        match self.get(RULE) {
            Some("says") => remark(WHAT)?.map(|words| Tells::Rule { instead: of, words }),
            Some("wrong") => of.map(Tells::NoRule),
            Some(_) => None,
            None => match self.get(NAME) {
                Some(name) => Line::parse(name).map(Tells::Name),
                None => Line::parse(self.get(NETWORK)?).map(Tells::Network),
            },
        }
    }

    fn contact(&self, means: Means) -> Option<Contact> {
        let mut way = Contact::new(means, self.get(WHAT).unwrap_or_default(), self.get(WITH).unwrap_or_default())?
            .with_menu(self.get(MENU).unwrap_or_default())?;
        if let Some(asks) = self.get(ASKS) {
            way.asks = Asks::parse(asks)?;
        }
        let flag = |name| match self.get(name) {
            None => Some(false),
            Some(word) => (word == YES).then_some(true),
        };
        (way.free, way.abroad) = (flag(FREE)?, flag(ABROAD)?);
        Some(way)
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.texts().find(|(known, _)| *known == name).map(|(_, text)| text)
    }

    /// Nothing where there is no text.
    fn put(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.0.push((name.to_owned(), text.to_owned()));
        }
    }
}
