//! What people reported of a carrier, laid over what the directory says of it. Nothing is hidden by
//! it: what a person's own report stands for is named beside it, of what came in a file only a carrier's
//! name takes a place, until the person says another, and what did not work stays.

use super::directory::Listing;
use super::rule::{Rule, Stated};
use super::way::{Confidence, Heard, Known, Mark, Way};
use crate::domain::{Asks, By, Contact, Purpose, Remark, Report, ReportId, Tells};

impl Listing {
    /// A carrier of that name of which the directory knows nothing.
    #[must_use]
    pub fn unlisted(name: &str) -> Self {
        let (also, checks, top_ups, rules) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { id: name.to_owned(), also, network: None, network_told: None, name_told: None, checks, top_ups, rules }
    }

    /// The listing with reports of this carrier laid over it, the later ones over the earlier ones.
    #[must_use]
    pub fn heard(mut self, reports: impl Iterator<Item = (ReportId, Report)>) -> Self {
        for (id, report) in reports {
            let mark = Mark { on: report.on, by: report.by, report: Some(id) };
            match &report.tells {
                Tells::Way { purpose, instead, way } => {
                    for of in [Purpose::Check, Purpose::TopUp] {
                        let own = of == *purpose;
                        if own || mark.by == By::Me {
                            put_way(self.ways_mut(of), instead.as_ref(), way, mark, own);
                        }
                    }
                }
                Tells::Tried { purpose, way, worked } => tried(self.ways_mut(*purpose), way.as_str(), mark, *worked),
                Tells::Rule { instead, words } => self.put_rule(instead.as_ref(), words, mark),
                Tells::NoRule(rule) => {
                    if let Some(stated) = self.rules.iter_mut().find(|stated| stated.rule.words() == rule.as_str()) {
                        stated.known.heard.denied = Some(mark);
                    }
                }
                Tells::Name(name) => self.name_told = Some((mark, name.as_str().to_owned())),
                Tells::Network(network) => {
                    let listed = match self.network_told.take() {
                        Some((_, listed)) => listed,
                        None => self.network.take(),
                    };
                    self.network = Some(network.as_str().to_owned());
                    self.network_told = Some((mark, listed));
                }
            }
        }
        self
    }

    /// Whether its cards, or most of them, have neither texts nor calls, and the person does not say
    /// otherwise.
    #[must_use]
    pub fn is_data_only(&self) -> bool {
        let denied = |stated: &Stated| stated.known.heard.denied.is_some_and(|mark| mark.by == By::Me);
        self.rules.iter().any(|stated| stated.rule == Rule::DataOnly && !denied(stated))
    }

    /// Its ways for a purpose.
    #[must_use]
    pub fn ways(&self, purpose: Purpose) -> &[Way] {
        match purpose {
            Purpose::Check => &self.checks,
            Purpose::TopUp => &self.top_ups,
        }
    }

    fn ways_mut(&mut self, purpose: Purpose) -> &mut Vec<Way> {
        match purpose {
            Purpose::Check => &mut self.checks,
            Purpose::TopUp => &mut self.top_ups,
        }
    }

    fn put_rule(&mut self, instead: Option<&Remark>, words: &Remark, mark: Mark) {
        let known = told(mark, instead);
        let new = Stated { rule: Rule::Says(words.as_str().to_owned()), known };
        let place = place(&self.rules, instead, mark.by, |stated| (stated.rule.words(), &stated.known.heard));
        put(&mut self.rules, place, new);
    }
}

/// A person's own way stands where the one that it is for stood; what came in a file, which nobody
/// verified, takes no place and stands last. One that is listed in the same words is vouched
/// for once more; where the report says otherwise of its price, its menu or its answer, that much is
/// as sure as the person, and no longer as the list.
///
/// `own`: whether it is for this purpose. A number that is corrected for the other one is the same here, where what it
/// stands for is listed too, with the menu and the answer that it has here.
fn put_way(ways: &mut Vec<Way>, instead: Option<&Remark>, way: &Contact, mark: Mark, own: bool) {
    let mut new = Way::new(way, told(mark, instead));
    let words = new.words();
    let found = place(ways, instead, mark.by, |way| (way.words(), &way.known.heard));
    if !own {
        let slot = found.and_then(|found| ways.get(found));
        let Some(slot) = slot.filter(|slot| slot.means == new.means && slot.words() != words) else { return };
        (new.menu, new.asks) = (slot.menu.clone(), slot.asks);
    }
    if found.is_none()
        && let Some(alike) = ways.iter_mut().find(|way| way.words() == words)
    {
        if terms(alike) == terms(&new) {
            alike.known.heard.told = Some(mark);
        } else if mark.by == By::Me {
            new.known.heard.instead = Some(words);
            stand_for(alike, new);
        }
        return;
    }
    match found.and_then(|place| ways.get_mut(place)) {
        Some(slot) => stand_for(slot, new),
        None => ways.push(new),
    }
    // What somebody's file put beside it in the same words is said by it now.
    if let Some(found) = found {
        let mut place = 0..;
        ways.retain(|way| place.next() == Some(found) || way.words() != words);
    }
}

/// Puts a way in the place of a listed one, or of an earlier correction of that, and keeps what is listed.
/// How it went stays with a way of the same words.
fn stand_for(slot: &mut Way, mut new: Way) {
    if slot.words() == new.words() {
        new.known.heard.tried = slot.known.heard.tried;
        // For whom it is does not change with its price.
        (new.known.only, new.known.note) = (slot.known.only.clone(), slot.known.note.clone());
        new.known.own = slot.known.own;
    }
    let mut old = std::mem::replace(slot, new);
    slot.listed = if old.known.sure == Confidence::Told { old.listed.take() } else { Some(Box::new(old)) };
}

/// What a way says beside its words.
fn terms(way: &Way) -> (&str, Asks, bool, bool) {
    (&way.menu, way.asks, way.free, way.abroad)
}

fn put<T>(all: &mut Vec<T>, place: Option<usize>, new: T) {
    match place.and_then(|place| all.get_mut(place)) {
        Some(slot) => *slot = new,
        None => all.push(new),
    }
}

/// Where the fact stands that is meant, or what the same source put there instead of it.
fn place<T>(all: &[T], meant: Option<&Remark>, by: By, named: fn(&T) -> (String, &Heard)) -> Option<usize> {
    let meant = meant?.as_str();
    all.iter().position(|one| {
        let (words, heard) = named(one);
        let same = heard.told.is_some_and(|told| told.by == by);
        by == By::Me && words == meant || same && heard.instead.as_deref() == Some(meant)
    })
}

fn told(mark: Mark, instead: Option<&Remark>) -> Known {
    let instead = instead.map(|fact| fact.as_str().to_owned());
    let heard = Heard { told: Some(mark), instead, ..Heard::default() };
    Known { heard, ..Known::default() }
}

/// Of several that tried a way the person's own word counts, then the later one.
fn tried(ways: &mut [Way], words: &str, mark: Mark, worked: bool) {
    let Some(way) = ways.iter_mut().find(|way| way.words() == words) else { return };
    let before = way.known.heard.tried;
    let rank = |mark: &Mark| (mark.by == By::Me, mark.on);
    if before.is_none_or(|(before, _)| rank(&before) <= rank(&mark)) {
        way.known.heard.tried = Some((mark, worked));
    }
}
