//! A carrier going out as a file, and what another's file says that is not known here.

use crate::app::directory::{DirectoryState, Told};
use crate::domain::{Book, By, CardId, Date, Line, Moment, Purpose, Remark, Report, Tells};
use crate::guide::{self, Carrier, CarrierFile, Known, Listing, Mark, Rule};
use crate::i18n::text::screens_rules;
use crate::i18n::{Lang, format};

/// What is known of a card's carrier, as a file; `None` where nothing is, or not yet.
#[must_use]
pub fn file_of(directory: &DirectoryState, book: &Book, card: CardId, lang: Lang) -> Option<CarrierFile> {
    let carrier = book.card(card)?.carrier.as_ref()?;
    let Told::Listed(mut listing) = directory.tells(carrier.as_str(), book) else { return None };
    let listed = guide::find(carrier.as_str());
    if listed.is_none() {
        listing.id.clear();
    }
    let name = match (&listing.name_told, listed) {
        (Some((_, name)), _) => Line::parse(name),
        (None, Some(listed)) => Line::parse(format::name(listed.names(), lang)),
        (None, None) => Some(carrier.clone()),
    }?;
    Some(CarrierFile { name, listing: *listing })
}

/// The carrier of a file, as cards here name it.
#[must_use]
pub fn named(file: &CarrierFile) -> Line {
    let listed = guide::find(&file.listing.id).and_then(|carrier| Line::parse(carrier.id()));
    listed.unwrap_or_else(|| file.name.clone())
}

/// What a file says that is not known here, each as the report that it would become; `None` while the
/// directory, with which it is compared, is not here.
#[must_use]
pub fn news(
    file: &CarrierFile,
    directory: &DirectoryState,
    book: &Book,
    moment: &Moment,
    lang: Lang,
) -> Option<Vec<Report>> {
    let carrier = named(file);
    let here = match directory.tells(carrier.as_str(), book) {
        Told::Listed(listing) => *listing,
        Told::Unlisted | Told::Bad => Listing::unlisted(carrier.as_str()),
        Told::Awaited | Told::Failed(_) => return None,
    };
    let name = file.listing.name_told.as_ref().filter(|(_, name)| {
        // What no list has is called as its card names it.
        let listed = guide::find(carrier.as_str());
        listed.is_some_and(|listed| !is_called(&here, listed, name)) && !book.has_heard_name(carrier.as_str(), name)
    });
    let mut found = News { carrier, today: moment.device.date(moment.now), reports: Vec::new() };
    if let Some((mark, name)) = name {
        found.add(Some(*mark), Line::parse(name).map(Tells::Name));
    }
    for purpose in [Purpose::Check, Purpose::TopUp] {
        found.ways(purpose, file, &here);
    }
    found.rules(file, &here, lang);
    if let Some(network) = file.listing.network.as_ref().filter(|network| here.network.as_ref() != Some(network)) {
        let on = file.listing.network_told.as_ref().map(|(mark, _)| *mark);
        found.add(on, Line::parse(network).map(Tells::Network));
    }
    Some(found.reports)
}

/// Whether a report names a page that is [none of the carrier's](DirectoryState::is_strange).
#[must_use]
pub fn is_strange(report: &Report, directory: &DirectoryState, book: &Book) -> bool {
    matches!(&report.tells, Tells::Way { way, .. }
        if directory.is_strange(report.carrier.as_str(), book, way.means(), way.what()))
}

/// Whether a listed carrier is called so here.
fn is_called(here: &Listing, listed: Carrier, name: &str) -> bool {
    match &here.name_told {
        Some((_, told)) => told == name,
        None => Lang::ALL.iter().any(|lang| format::name(listed.names(), *lang) == name),
    }
}

/// What is found, in order.
struct News {
    carrier: Line,
    today: Date,
    reports: Vec<Report>,
}

impl News {
    fn ways(&mut self, purpose: Purpose, file: &CarrierFile, here: &Listing) {
        for way in file.listing.ways(purpose) {
            let known = here.ways(purpose).iter().find(|other| other.words() == way.words());
            if known.is_none() {
                let instead = instead(&way.known);
                let tells = way.contact().map(|way| Tells::Way { purpose, instead, way });
                self.add(way.known.heard.told, tells);
            }
            let before = known.and_then(|known| known.known.heard.tried);
            if let Some((mark, worked)) = way.known.heard.tried
                && before.is_none_or(|(before, _)| before.on < mark.on)
            {
                self.add(Some(mark), Remark::parse(&way.words()).map(|way| Tells::Tried { purpose, way, worked }));
            }
        }
    }

    /// A rule of a carrier that is not listed here comes in words, for reports have no others.
    fn rules(&mut self, file: &CarrierFile, here: &Listing, lang: Lang) {
        for stated in &file.listing.rules {
            let known = |rule: &Rule| here.rules.iter().find(|other| other.rule == *rule);
            let said = Rule::Says(screens_rules::rule(&stated.rule, lang));
            let heard = &stated.known.heard;
            match known(&stated.rule).or_else(|| known(&said)) {
                Some(same) if heard.denied.is_some() && same.known.heard.denied.is_none() => {
                    self.add(heard.denied, Remark::parse(&same.rule.words()).map(Tells::NoRule));
                }
                // What somebody found not to hold is no news where nobody says that it does.
                None if heard.denied.is_some() => {}
                Some(_) => {}
                None => {
                    let instead = instead(&stated.known);
                    let words = said.said().and_then(Remark::parse);
                    self.add(heard.told, words.map(|words| Tells::Rule { instead, words }));
                }
            }
        }
    }

    fn add(&mut self, mark: Option<Mark>, tells: Option<Tells>) {
        let on = mark.map_or(self.today, |mark| mark.on);
        let carrier = self.carrier.clone();
        let report = tells.map(|tells| Report { carrier, on, by: By::File, tells });
        self.reports.extend(report.filter(|report| !self.reports.contains(report)));
    }
}

/// The listed fact for which a file's fact stands.
fn instead(known: &Known) -> Option<Remark> {
    known.heard.instead.as_deref().and_then(Remark::parse)
}
