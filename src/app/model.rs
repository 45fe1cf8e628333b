//! The model: all that the app knows while it runs.

use super::awaited::Awaited;
use super::carry::{Care, Carry, Ways};
use super::directory::DirectoryState;
use super::effect::Effect;
use super::fault::ClipboardFault;
use super::form::{Field, Form};
use super::msg::Theme;
use super::reads::Reads;
use super::route::Route;
use super::saves::Saves;
use crate::chart::Range;
use crate::domain::{Book, Card, CardId, Channel, DayClock, EventId, ZoneName};
use crate::i18n::Lang;
use crate::journal::{self, Engine, Journal, Record, StoreFault, Stores};

/// All that the app knows while it runs.
#[derive(Clone, Debug)]
pub struct Model {
    /// The language of the screen.
    pub lang: Lang,
    /// Light, dark, or the device's.
    pub theme: Theme,
    /// Where the person is.
    pub route: Route,
    /// Every kept change: the truth.
    pub journal: Journal,
    /// What it folds to.
    pub book: Book,
    /// What was not read yet: entries of cards that are put away. No message is answered before it is.
    put_by: Vec<Record>,
    /// The forms being filled in, each at its place.
    pub forms: Vec<(Route, Form)>,
    /// The field for whose sake somebody is on the way to a form.
    pub(super) sought: Option<Field>,
    /// Those that were begun before the page was opened, as they are kept: no form is drawn before the first
    /// message, and the first look does without reading them.
    pub(super) begun: String,
    /// What is being saved.
    pub saves: Saves,
    /// The last change, while it can be taken back with one tap.
    pub undo: Option<Undo>,
    /// What the chart shows.
    pub range: Range,
    /// Whether its tables are open. They are drawn only then: a year of checks is thousands of cells.
    pub tables: bool,
    /// The question to a carrier whose answer is awaited.
    pub awaited: Option<Awaited>,
    /// Why the clipboard gave nothing, until something else is done.
    pub clipboard: Option<ClipboardFault>,
    /// The text that was just copied, until another is or the place is left.
    pub copied: Option<String>,
    /// The card that a way to pay was followed for last, and its channel.
    pub paying: Option<(CardId, Channel)>,
    /// Whether the whole number is shown.
    pub number_revealed: bool,
    /// How many rows of a long list are shown.
    pub rows: usize,
    /// What the patterns that are shown read in earlier replies.
    pub reads: Reads,
    /// How the two stores do.
    pub stores: Stores,
    /// Whether what was to be erased is, until something else is done.
    pub wiped: Option<Result<(), StoreFault>>,
    /// What is known of carriers.
    pub directory: DirectoryState,
    /// Whether there is a network, as far as the browser knows.
    pub online: bool,
    /// Whether a new version waits.
    pub update_waits: bool,
    /// What is carried out and in.
    pub carry: Carry,
}

/// The last change, while it can be taken back with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Which event.
    pub event: EventId,
    /// What it did.
    pub deed: Deed,
    /// How many events right behind it were kept at the same tap, and are taken back with it.
    pub also: u16,
}

/// What a change did, for the notice that offers to undo it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A balance was logged.
    LoggedCheck,
    /// A balance was logged, and how to read it was learnt.
    LoggedAndLearnt,
    /// A top-up was logged.
    LoggedTopUp,
    /// A keep-alive was logged.
    LoggedKeepAlive,
    /// An entry was changed.
    ChangedEntry,
    /// An entry was deleted.
    RemovedEntry,
    /// A card was added.
    AddedCard,
    /// A card was changed.
    ChangedCard,
    /// A card was deleted.
    RemovedCard,
    /// A card was put away.
    ArchivedCard,
    /// A card was taken back out.
    UnarchivedCard,
    /// A card was put first.
    PinnedCard,
    /// No card stands first any more.
    UnpinnedCard,
    /// A pattern was taught.
    SavedPattern,
    /// A pattern was removed.
    RemovedPattern,
    /// Something was reported of a carrier.
    SavedReport,
    /// A report was taken back.
    RemovedReport,
    /// A change was taken back.
    Undone,
    /// Of what one tap kept a part was taken back; the rest has changed since.
    UndoneInPart,
    /// Nothing was taken back: all of it has changed since.
    NotUndone,
}

/// What is there when the page opens.
#[derive(Clone, Debug)]
pub struct Start {
    /// The records of localStorage.
    pub records: Result<Vec<Record>, StoreFault>,
    /// The language chosen on this device.
    pub lang: Option<String>,
    /// The browser's languages, the preferred one first.
    pub languages: Vec<String>,
    /// The theme chosen on this device.
    pub theme: Option<String>,
    /// The forms that were not sent off.
    pub drafts: Option<String>,
    /// The question whose answer is awaited.
    pub awaited: Option<String>,
    /// What is remembered about backups.
    pub care: Option<String>,
    /// By which ways a backup can leave.
    pub can: Ways,
    /// The address.
    pub route: Route,
}

impl Model {
    /// Rows of a long list that are shown at first, and as many more at each wish.
    pub const PAGE: usize = 20;

    /// The model at the start, from what localStorage holds; the database follows.
    #[must_use]
    pub fn start(start: Start) -> (Self, Vec<Effect>) {
        let lang = start.lang.as_deref().and_then(Lang::parse);
        let lang = lang.unwrap_or_else(|| Lang::preferred(start.languages.iter().map(String::as_str)));
        let theme = start.theme.as_deref().map_or(Theme::Device, Theme::parse);
        let mut records = start.records;
        let entries = match (&mut records, start.route) {
            (Ok(all), Route::Home | Route::Card(_)) => journal::first_entries(all),
            _ => Vec::new(),
        };
        let (stores, mut journal, orders) = Stores::start(records);
        let mut book = journal.fold();
        let mut put_by = Vec::new();
        if !entries.is_empty() {
            let mut needed = Vec::new();
            for (card, record) in entries {
                let away = book.card(card).is_some_and(|card| card.archived);
                if away { &mut put_by } else { &mut needed }.push(record);
            }
            journal.take_all(needed, Some(Engine::Local));
            book = journal.fold();
        }
        let mut model = Self {
            lang,
            theme,
            route: Route::Home,
            book,
            journal,
            put_by,
            forms: Vec::new(),
            sought: None,
            begun: start.drafts.unwrap_or_default(),
            saves: Saves::default(),
            undo: None,
            range: Range::Cycle,
            tables: false,
            awaited: start.awaited.as_deref().and_then(Awaited::parse),
            clipboard: None,
            copied: None,
            paying: None,
            number_revealed: false,
            rows: Self::PAGE,
            reads: Reads::default(),
            stores,
            wiped: None,
            directory: DirectoryState::default(),
            online: true,
            update_waits: false,
            carry: Carry {
                can: start.can,
                care: start.care.as_deref().map(Care::parse).unwrap_or_default(),
                ..Carry::default()
            },
        };
        model.route = start.route;
        if !model.shows_in_use() {
            model.read_on(usize::MAX);
        }
        let shown = [Effect::ShowLang(lang), Effect::ShowTheme(theme), Effect::Persist { ask: false }];
        (model, shown.into_iter().chain(orders.into_iter().map(Effect::Store)).collect())
    }

    /// Whether the screen says nothing but of cards in use.
    fn shows_in_use(&self) -> bool {
        match self.route {
            Route::Home => !self.book.in_use().is_empty(),
            Route::Card(card) => self.book.card(card).is_some_and(|card| !card.archived),
            _ => false,
        }
    }

    /// Reads at most so many of the records that the first screen did without, and says whether none
    /// is left.
    pub fn read_on(&mut self, most: usize) -> bool {
        if self.put_by.is_empty() {
            return true;
        }
        let more = self.put_by.split_off(self.put_by.len().saturating_sub(most));
        self.journal.take_all(more, Some(Engine::Local));
        let whole = self.put_by.is_empty();
        if whole {
            self.book = self.journal.fold();
        }
        whole
    }

    /// The form at the present place; none while what it is about is not here (deleted, or not yet
    /// read), though its draft waits.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        let card = match self.route {
            Route::EditEntry(entry) => Some(self.book.entry(entry)?.card),
            route => route.card(),
        };
        if let Some(card) = card {
            self.book.card(card)?;
        }
        self.forms.iter().find(|(route, _)| *route == self.route).map(|(_, form)| form)
    }

    /// The form at the present place, to be filled in.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        let here = self.route;
        self.forms.iter_mut().find(|(route, _)| *route == here).map(|(_, form)| form)
    }

    /// The zones that the cards name, the sample's among them, for the platform to look up; one that several
    /// name, so often.
    #[must_use]
    pub fn zones(&self) -> Vec<ZoneName> {
        let mut zones: Vec<ZoneName> = ZoneName::parse(super::sample::ZONE).into_iter().collect();
        for kept in self.book.cards.values() {
            zones.push(kept.value.zone.clone());
            if let Some(DayClock::Midnight(zone)) = &kept.value.day_clock {
                zones.push(zone.clone());
            }
        }
        zones
    }

    /// The card that the home screen shows: the pinned one, or the only one in use.
    #[must_use]
    pub fn home_card(&self) -> Option<CardId> {
        let in_use = |id: &CardId| self.book.card(*id).is_some_and(|card| !card.archived);
        let mut cards = self.book.cards.keys().copied().filter(in_use);
        self.book.pinned.filter(in_use).or_else(|| cards.next().filter(|_| cards.next().is_none()))
    }

    /// A card that this version may change.
    #[must_use]
    pub fn writable(&self, id: CardId) -> Option<&Card> {
        if self.journal.read_only().contains(&id) { None } else { self.book.card(id) }
    }
}
