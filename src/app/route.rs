//! Where in the app one is: the part of the address after `#`.

use crate::domain::{CardId, EntryId};

/// A place in the app. Every place has an address, so that back, reload and links work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The first card, or the empty state.
    #[default]
    Home,
    /// All cards.
    Cards,
    /// One card.
    Card(CardId),
    /// A new card.
    AddCard,
    /// A card's description.
    EditCard(CardId),
    /// A balance check, for a card or for whichever it fits.
    Log(Option<CardId>),
    /// A top-up.
    TopUp(CardId),
    /// A keep-alive.
    KeepAlive(CardId),
    /// What a top-up would change.
    WhatIf(CardId),
    /// What a trip needs.
    Trip,
    /// What was spent.
    Spending,
    /// An entry.
    EditEntry(EntryId),
    /// Ways to check and to top up.
    Ways(CardId),
    /// Topping up: what to look at, the ways to pay.
    Pay(CardId),
    /// What to do when it has run out.
    RunOut(CardId),
    /// What the person knows of the card's carrier.
    Report(CardId),
    /// What the phone's calendar is to ring for.
    Reminders(CardId),
    /// What a shop clerk is shown.
    Clerk(CardId),
    /// Every change, newest first.
    Changes,
    /// Language, theme, storage.
    Settings,
    /// Backup, restore, tables, where the data is.
    Data,
    /// What comes in from outside.
    Import,
    /// Erasing a card, or everything, for good.
    Erase(Option<CardId>),
    /// The sample card.
    Sample,
}

impl Route {
    /// Reads an address with or without its `#`; what is not known is [`Route::Home`].
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let path = address.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let (first, id, act) = (parts.next().unwrap_or(""), parts.next(), parts.next());
        let card = id.and_then(CardId::parse);
        match (first, card, act) {
            ("cards", None, None) => Self::Cards,
            ("add", None, None) => Self::AddCard,
            ("log", None, None) => Self::Log(None),
            ("changes", None, None) => Self::Changes,
            ("trip", None, None) => Self::Trip,
            ("spending", None, None) => Self::Spending,
            ("settings", None, None) => Self::Settings,
            ("data", None, None) => Self::Data,
            ("import", None, None) => Self::Import,
            ("erase", None, None) => Self::Erase(None),
            ("sample", None, None) => Self::Sample,
            ("card", Some(card), None) => Self::Card(card),
            ("card", Some(card), Some("edit")) => Self::EditCard(card),
            ("card", Some(card), Some("log")) => Self::Log(Some(card)),
            ("card", Some(card), Some("top-up")) => Self::TopUp(card),
            ("card", Some(card), Some("keep")) => Self::KeepAlive(card),
            ("card", Some(card), Some("what-if")) => Self::WhatIf(card),
            ("card", Some(card), Some("ways")) => Self::Ways(card),
            ("card", Some(card), Some("pay")) => Self::Pay(card),
            ("card", Some(card), Some("run-out")) => Self::RunOut(card),
            ("card", Some(card), Some("report")) => Self::Report(card),
            ("card", Some(card), Some("reminders")) => Self::Reminders(card),
            ("card", Some(card), Some("clerk")) => Self::Clerk(card),
            ("card", Some(card), Some("erase")) => Self::Erase(Some(card)),
            ("entry", _, None) => id.and_then(EntryId::parse).map_or(Self::Home, Self::EditEntry),
            _ => Self::Home,
        }
    }

    /// The one card that this place is about, where it is about one.
    #[must_use]
    pub const fn card(self) -> Option<CardId> {
        match self {
            Self::Card(card)
            | Self::EditCard(card)
            | Self::TopUp(card)
            | Self::KeepAlive(card)
            | Self::WhatIf(card)
            | Self::Ways(card)
            | Self::Pay(card)
            | Self::RunOut(card)
            | Self::Report(card)
            | Self::Reminders(card)
            | Self::Clerk(card) => Some(card),
            Self::Log(card) | Self::Erase(card) => card,
            Self::Home
            | Self::Cards
            | Self::AddCard
            | Self::Trip
            | Self::Spending
            | Self::EditEntry(_)
            | Self::Changes
            | Self::Settings
            | Self::Data
            | Self::Import
            | Self::Sample => None,
        }
    }

    /// Whether what is drawn here belongs to what is seldom wanted, which the program fetches only
    /// then: all that neither shows nor logs a balance, a top-up or a keep-alive.
    #[must_use]
    pub const fn is_seldom(self) -> bool {
        match self {
            Self::Home
            | Self::Cards
            | Self::Card(_)
            | Self::AddCard
            | Self::EditCard(_)
            | Self::Log(_)
            | Self::TopUp(_)
            | Self::KeepAlive(_)
            | Self::EditEntry(_) => false,
            Self::WhatIf(_)
            | Self::Trip
            | Self::Spending
            | Self::Ways(_)
            | Self::Pay(_)
            | Self::RunOut(_)
            | Self::Report(_)
            | Self::Reminders(_)
            | Self::Clerk(_)
            | Self::Changes
            | Self::Settings
            | Self::Data
            | Self::Import
            | Self::Erase(_)
            | Self::Sample => true,
        }
    }

    /// The address, with its `#`; [`Route::parse`] reads it back.
    #[must_use]
    pub fn address(self) -> String {
        let card = |card: CardId, act: &str| ["#/card/", &card.to_string(), act].concat();
        let address = match self {
            Self::Home => "#/",
            Self::Cards => "#/cards",
            Self::AddCard => "#/add",
            Self::Log(None) => "#/log",
            Self::Trip => "#/trip",
            Self::Spending => "#/spending",
            Self::Changes => "#/changes",
            Self::Settings => "#/settings",
            Self::Data => "#/data",
            Self::Import => "#/import",
            Self::Erase(None) => "#/erase",
            Self::Sample => "#/sample",
            Self::Card(id) => return card(id, ""),
            Self::EditCard(id) => return card(id, "/edit"),
            Self::Log(Some(id)) => return card(id, "/log"),
            Self::TopUp(id) => return card(id, "/top-up"),
            Self::KeepAlive(id) => return card(id, "/keep"),
            Self::WhatIf(id) => return card(id, "/what-if"),
            Self::Ways(id) => return card(id, "/ways"),
            Self::Pay(id) => return card(id, "/pay"),
            Self::RunOut(id) => return card(id, "/run-out"),
            Self::Report(id) => return card(id, "/report"),
            Self::Reminders(id) => return card(id, "/reminders"),
            Self::Clerk(id) => return card(id, "/clerk"),
            Self::Erase(Some(id)) => return card(id, "/erase"),
            Self::EditEntry(entry) => return ["#/entry/", &entry.to_string()].concat(),
        };
        address.to_owned()
    }
}
