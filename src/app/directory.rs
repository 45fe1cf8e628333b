//! The directory of carriers while the app runs: fetched when a screen first needs it, and not before,
//! so that it delays nothing.

use super::effect::Effect;
use super::form::Field;
use super::model::Model;
use super::route::Route;
use crate::domain::{Book, By, Means, Report, ReportId};
use crate::guide::{self, Carrier, Directory, Listing, Unreadable};
use crate::sms::hosts;
use std::rc::Rc;

/// Where the directory is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DirectoryState {
    /// Nothing needed it yet.
    #[default]
    Unasked,
    /// It is being fetched.
    Awaited,
    /// Read.
    Here(Rc<Directory>),
    /// It could not be had.
    Failed(DirectoryFault),
}

/// Why there is no directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectoryFault {
    /// The file did not come.
    NotThere,
    /// The file is no directory.
    Unreadable,
    /// A newer version of the app wrote the file; this page is older.
    Newer,
}

/// What is known of a carrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// This: what the directory says, and what people reported laid over it.
    Listed(Box<Listing>),
    /// Nothing: it is not in there, and nobody reported anything.
    Unlisted,
    /// Something that could not be read.
    Bad,
    /// The directory is not here yet.
    Awaited,
    /// The directory could not be had.
    Failed(DirectoryFault),
}

impl DirectoryState {
    /// The directory, where it is here.
    #[must_use]
    pub fn here(&self) -> Option<&Directory> {
        if let Self::Here(directory) = self { Some(directory) } else { None }
    }

    /// Whether a way names a page that is [none of those](Directory::is_strange) of a carrier or of whoever sold one of its
    /// cards; as long as the directory is not here, that is not known.
    #[must_use]
    pub fn is_strange(&self, carrier: &str, book: &Book, means: Means, what: &str) -> bool {
        // The name of an app or a shop may lead somewhere too.
        let pages = if means == Means::Website { vec![what.to_owned()] } else { hosts(what) };
        let mut carriers = vec![carrier];
        for card in book.cards.values().map(|kept| &kept.value) {
            if card.carrier.as_ref().is_some_and(|line| line.as_str() == carrier) {
                carriers.extend(card.seller.as_ref().and_then(|line| guide::meant(line.as_str())).map(Carrier::id));
            }
        }
        let strange = |page: &String| self.here().is_some_and(|directory| directory.is_strange(&carriers, page));
        pages.iter().any(strange)
    }

    /// What is known of the carrier that a card names. A carrier that no directory lists waits for none.
    #[must_use]
    pub fn tells(&self, carrier: &str, book: &Book) -> Told {
        let listed = |listing| Told::Listed(Box::new(self.laid_over(listing, carrier, book)));
        let own = || match reports(book, carrier).is_empty() {
            true => Told::Unlisted,
            false => listed(Listing::unlisted(carrier)),
        };
        if guide::find(carrier).is_none() {
            return own();
        }
        match self {
            Self::Unasked | Self::Awaited => Told::Awaited,
            Self::Failed(fault) => Told::Failed(*fault),
            Self::Here(directory) => match directory.find(carrier) {
                Some(listing) => listed(listing.clone()),
                None if directory.bad.iter().any(|bad| bad == carrier) => Told::Bad,
                None => own(),
            },
        }
    }

    /// What was reported of a carrier, laid over what is listed.
    #[inline(never)]
    fn laid_over(&self, listing: Listing, carrier: &str, book: &Book) -> Listing {
        let mut listing = listing.heard(reports(book, carrier).into_iter());
        for way in listing.checks.iter_mut().chain(&mut listing.top_ups) {
            way.known.heard.strange = way.is_filed() && self.is_strange(carrier, book, way.means, &way.what);
        }
        listing
    }
}

/// What was reported of a carrier: what came in files first, then what the person said, each in the
/// order in which it was first said.
#[must_use]
pub(super) fn reports(book: &Book, carrier: &str) -> Vec<(ReportId, Report)> {
    let mut reports = Vec::new();
    for by in [By::File, By::Me] {
        for (id, kept) in book.reports.iter().filter(|(_, kept)| kept.value.carrier() == carrier) {
            reports.extend(kept.value.read().filter(|report| report.by == by).map(|report| (*id, report)));
        }
    }
    reports
}

/// The carriers that the person added by reporting something of them, which no directory lists.
#[must_use]
pub fn own_carriers(book: &Book) -> Vec<&str> {
    let mut own = Vec::new();
    for kept in book.reports.values() {
        let name = kept.value.carrier();
        if !own.contains(&name) && guide::find(name).is_none() && !name.is_empty() {
            own.push(name);
        }
    }
    own
}

/// Asks for the directory where the place needs it, or a reply in its form names an address, and it is neither
/// here nor under way.
pub(super) fn wanted(model: &mut Model) -> Vec<Effect> {
    // Whose the addresses of a reply are, the directory knows.
    let linked = model.form().is_some_and(|form| !hosts(form.get(Field::Reply)).is_empty());
    let route = model.route;
    let needs = linked
        || matches!(
            route,
            Route::Ways(_)
                | Route::Pay(_)
                | Route::RunOut(_)
                | Route::Report(_)
                | Route::Reminders(_)
                | Route::AddCard
                | Route::EditCard(_)
        );
    if needs { asked(model) } else { Vec::new() }
}

/// Asks for the directory, unless it is here or under way.
pub(super) fn asked(model: &mut Model) -> Vec<Effect> {
    match model.directory {
        DirectoryState::Here(_) | DirectoryState::Awaited => Vec::new(),
        DirectoryState::Unasked | DirectoryState::Failed(_) => {
            model.directory = DirectoryState::Awaited;
            vec![Effect::FetchDirectory]
        }
    }
}

/// Takes in what was fetched.
pub(super) fn fetched(model: &mut Model, text: Option<&str>) {
    model.directory = match text.map(Directory::read) {
        None => DirectoryState::Failed(DirectoryFault::NotThere),
        Some(Err(Unreadable::NoDirectory)) => DirectoryState::Failed(DirectoryFault::Unreadable),
        Some(Err(Unreadable::Newer)) => DirectoryState::Failed(DirectoryFault::Newer),
        Some(Ok(directory)) => DirectoryState::Here(Rc::new(directory)),
    };
}
