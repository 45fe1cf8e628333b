//! The form of a report: a way that the person knows, a rule in their own words, a network, a name.

use super::read::{Fault, Problem, Reader};
use super::{Field, Form, FormKind};
use crate::domain::{Asks, By, Contact, Date, Line, Link, Means, Purpose, Remark, Report, Tells, is_setting};
use crate::guide::{self, Harm, Heard, Listing, Mark};

/// What a report is to be about: a fact by its words, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A way for a purpose.
    Way(Purpose, Option<String>),
    /// A rule.
    Rule(Option<String>),
    /// The network.
    Network,
    /// What it is called.
    Name,
}

/// What the form is about, by its words there: a way to check, a way to top up, a rule, the network, the name.
pub const TOPICS: [&str; 5] = ["check", "top-up", "rule", "network", "name"];

/// The words of what holds or does not.
pub const YES: &str = "yes";

/// The form of a report on a carrier, from what is known of it.
#[must_use]
pub fn report_form(aim: &Aim, listing: Option<&Listing>) -> Form {
    let [check, top_up, rule, network, name] = TOPICS;
    let mut form = Form::new(FormKind::Report);
    form.set(Field::Means, Means::Text.word());
    let found = match (aim, listing) {
        (Aim::Way(purpose, words), _) => {
            form.set(Field::Topic, if *purpose == Purpose::Check { check } else { top_up });
            let ways = listing.map_or(&[][..], |listing| listing.ways(*purpose));
            ways.iter().find(|way| Some(way.words()) == *words).map(|way| {
                form.set(Field::Means, way.means.word());
                form.set(Field::What, way.what.as_str());
                form.set(Field::With, way.with.as_str());
                form.set(Field::Menu, way.menu.as_str());
                form.set(Field::Answers, way.asks.word().unwrap_or_default());
                form.set(Field::Free, if way.free { YES } else { "" });
                form.set(Field::Abroad, if way.abroad { YES } else { "" });
                (way.words(), &way.known.heard)
            })
        }
        (Aim::Rule(words), _) => {
            form.set(Field::Topic, rule);
            let rules = listing.map_or(&[][..], |listing| &listing.rules);
            rules.iter().find(|stated| Some(stated.rule.words()) == *words).map(|stated| {
                form.set(Field::What, stated.rule.said().unwrap_or_default());
                (stated.rule.words(), &stated.known.heard)
            })
        }
        (Aim::Network, listing) => {
            form.set(Field::Topic, network);
            form.set(Field::What, listing.and_then(|listing| listing.network.as_deref()).unwrap_or_default());
            let told = listing.and_then(|listing| listing.network_told.as_ref());
            of_report(&mut form, told.map(|(mark, _)| mark));
            None
        }
        (Aim::Name, listing) => {
            form.set(Field::Topic, name);
            let told = listing.and_then(|listing| listing.name_told.as_ref());
            form.set(Field::What, told.map_or("", |(_, name)| name));
            of_report(&mut form, told.map(|(mark, _)| mark));
            None
        }
    };
    if let Some((words, heard)) = found {
        meant(&mut form, words, heard);
    }
    form
}

/// A report that stands there is changed.
fn of_report(form: &mut Form, told: Option<&Mark>) {
    let report = told.and_then(|mark| mark.report);
    form.set(Field::Report, report.map(|report| report.to_string()).unwrap_or_default());
}

/// A report that stands there is changed; of a listed fact there is a new one that stands for it.
fn meant(form: &mut Form, words: String, heard: &Heard) {
    match heard.told.and_then(|mark| mark.report) {
        Some(report) => {
            form.set(Field::Report, report.to_string());
            form.set(Field::Of, heard.instead.as_deref().unwrap_or_default());
        }
        None => form.set(Field::Of, words),
    }
}

/// The report that the form describes, said on that day of the carrier of a card at home there.
///
/// # Errors
///
/// A problem for each field that cannot be read.
pub fn parse_report(form: &Form, carrier: Line, home: Option<&str>, on: Date) -> Result<Report, Vec<Problem>> {
    let [check, top_up, rule, _, name] = TOPICS;
    let mut read = Reader::new(form);
    let instead = Remark::parse(form.get(Field::Of));
    let topic = form.get(Field::Topic);
    let tells = if topic == check || topic == top_up {
        let purpose = if topic == check { Purpose::Check } else { Purpose::TopUp };
        contact(&mut read, home).map(|way| Tells::Way { purpose, instead, way })
    } else if topic == rule {
        read.remark(Field::What).map(|words| Tells::Rule { instead, words })
    } else if topic == name {
        read.line(Field::What).map(Tells::Name)
    } else {
        read.line(Field::What).map(Tells::Network)
    };
    if tells.is_none() && read.problems.is_empty() {
        read.fault::<()>(Field::What, Fault::Missing);
    }
    match tells {
        Some(tells) if read.problems.is_empty() => Ok(Report { carrier, on, by: By::Me, tells }),
        _ => Err(read.problems),
    }
}

fn contact(read: &mut Reader<'_>, home: Option<&str>) -> Option<Contact> {
    let means = Means::parse(read.word(Field::Means)).unwrap_or(Means::Text);
    let mut what = read.word(Field::What);
    let with = if has_more(means) { read.word(Field::With) } else { "" };
    match means {
        Means::Website => what = what.strip_prefix("https://").unwrap_or(what),
        _ if what.is_empty() && means != Means::Shop => {
            read.fault::<()>(Field::What, Fault::Missing);
            if means == Means::Text && with.is_empty() {
                read.fault::<()>(Field::With, Fault::Missing);
            }
            return None;
        }
        _ if what.chars().count() > Line::MAX => return read.fault(Field::What, Fault::TooLong),
        _ => {}
    }
    for (field, number) in [(Field::What, what), (Field::With, with)] {
        if is_setting(means, number) {
            return read.fault(field, Fault::Sets);
        }
        // As from a file: no carrier answers there, and what was misread or came from a lure costs with each call.
        let harm = (field == Field::What || means == Means::Call).then(|| guide::harm(means, number, home)).flatten();
        match harm {
            Some(Harm::Emergency) => return read.fault(field, Fault::Emergency),
            Some(_) => return read.fault(field, Fault::Costs),
            None => {}
        }
    }
    let Some(way) = Contact::new(means, what, with) else {
        let first = match means {
            Means::Text => Link::text(what, "").is_some(),
            Means::Call => Link::call(what).is_some(),
            _ => false,
        };
        return match first {
            false => read.fault(Field::What, Fault::NotAWay),
            true if with.is_empty() => read.fault(Field::With, Fault::Missing),
            true => read.fault(Field::With, Fault::NotAWay),
        };
    };
    let menu = if means == Means::Call { keys(read.word(Field::Menu)) } else { String::new() };
    let Some(mut way) = way.with_menu(&menu) else { return read.fault(Field::Menu, Fault::NotKeys) };
    way.asks = Asks::parse(read.word(Field::Answers)).unwrap_or_default();
    way.free = read.word(Field::Free) == YES;
    way.abroad = read.word(Field::Abroad) == YES;
    Some(way)
}

/// The keys of a menu as people write them one after the other: `2, 1` and `2→1` are `2 1`.
fn keys(typed: &str) -> String {
    let mut keys = String::new();
    for c in typed.chars() {
        let key = if matches!(c, ',' | ';' | '-' | '>' | '/' | '，' | '、' | '→') { ' ' } else { c };
        if key != ' ' || !keys.is_empty() && !keys.ends_with(' ') {
            keys.push(key);
        }
    }
    keys.truncate(keys.trim_end().len());
    keys
}

/// Whether there is more to say of a way than one text: the words of a message, the number from abroad.
#[must_use]
pub const fn has_more(means: Means) -> bool {
    matches!(means, Means::Text | Means::Call)
}
