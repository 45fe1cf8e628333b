//! The directory of carriers while the app runs: fetched when a screen first needs it, and not before,
//! so that it delays nothing.

use super::effect::Effect;
use super::model::Model;
use super::route::Route;
use crate::guide::{Directory, Listing, Unreadable};
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

/// What the directory says of a carrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// This.
    Listed(&'a Listing),
    /// Nothing: it is not in there.
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

    /// What it says of the carrier that a card names.
    #[must_use]
    pub fn tells(&self, carrier: &str) -> Told<'_> {
        match self {
            Self::Unasked | Self::Awaited => Told::Awaited,
            Self::Failed(fault) => Told::Failed(*fault),
            Self::Here(directory) => match directory.find(carrier) {
                Some(listing) => Told::Listed(listing),
                None if directory.bad.iter().any(|bad| bad == carrier) => Told::Bad,
                None => Told::Unlisted,
            },
        }
    }
}

/// Asks for the directory where the place needs it and it is neither here nor under way.
pub(super) fn wanted(model: &mut Model, route: Route) -> Vec<Effect> {
    let needs =
        matches!(route, Route::Ways(_) | Route::Pay(_) | Route::RunOut(_) | Route::AddCard | Route::EditCard(_));
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
