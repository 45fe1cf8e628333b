//! A table as new entries: row by row, and nothing of a row that is not clear.

use super::cell::{self, Day};
use super::row::Row;
use super::{Column, guess};
use crate::domain::{Card, CardId, Entry, EntryId, EventId, Line, Moment, ZoneName};
use crate::journal::{Change, Event, Journal, Record};
use std::rc::Rc;

/// The most entries that come in at once: each takes a key of its own in the stores.
pub const MAX_ENTRIES: usize = 5000;

/// A table from outside, and what its columns were said to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    rows: Vec<Vec<String>>,
    columns: Vec<(Column, usize)>,
    /// Whether our own app wrote it: then nothing is to be asked.
    pub ours: bool,
    /// What every row is, where no column says so.
    pub kind: Option<KindChoice>,
    /// The unit of every row, where no column says so.
    pub unit: Option<&'static str>,
    /// Whether the day stands before the month, where only one of the two can be told.
    pub day_first: Option<bool>,
    /// The card, where no column names one.
    pub card: Option<CardId>,
}

/// What every row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KindChoice {
    /// What was left.
    Left,
    /// What was used.
    Used,
    /// A top-up.
    TopUp,
}

/// What a table comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// New entries, each with its card and with the identifier that it had where it came from.
    pub entries: Vec<(Owner, Option<EntryId>, Entry)>,
    /// Cards that the entries name and that are not here, with their zones, where those are named.
    pub cards: Vec<(Line, Option<ZoneName>)>,
    /// How many entries are here already.
    pub known: usize,
    /// Rows that are not read, by their number in the table, whose head is row 1.
    pub wrong: Vec<(usize, RowFault)>,
}

/// Whose an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A card that is here.
    Here(CardId),
    /// One of the cards that are to be added.
    New(usize),
}

/// Why a row is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowFault {
    /// Its date is none.
    Time,
    /// Day and month could be either.
    Order,
    /// It has not happened yet.
    Future,
    /// Its kind is not known.
    Kind,
    /// Its amount is none.
    Amount,
    /// Its unit is not known.
    Unit,
    /// It names no card, and none was chosen.
    Card,
    /// It comes after [`MAX_ENTRIES`] others.
    TooMany,
}

impl Table {
    /// A table of rows, the first of which is its head; its columns are what their heads say, where
    /// that is certain. A book with one card in use has that one chosen.
    #[must_use]
    pub fn new(rows: Vec<Vec<String>>, cards: &[CardId]) -> Self {
        let columns = rows.first().map(|header| guess::columns(header)).unwrap_or_default();
        let has = |wanted: Column| columns.iter().any(|(column, _)| *column == wanted);
        let ours = [Column::Time, Column::Card, Column::Kind, Column::Amount, Column::Entry].into_iter().all(has);
        let card = if let [only] = cards { Some(*only) } else { None };
        let mut table = Self { rows, columns, ours, kind: None, unit: None, day_first: None, card };
        table.day_first = table.order();
        table
    }

    /// The heads of its columns.
    #[must_use]
    pub fn header(&self) -> &[String] {
        self.rows.first().map(Vec::as_slice).unwrap_or_default()
    }

    /// The first rows, to know it by.
    pub fn sample(&self) -> impl Iterator<Item = &[String]> {
        self.rows.iter().skip(1).take(3).map(Vec::as_slice)
    }

    /// Where a column stands.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(of, _)| *of == column).map(|(_, place)| *place)
    }

    /// Says where a column stands, or that there is none.
    pub fn put(&mut self, column: Column, place: Option<usize>) {
        self.columns.retain(|(of, at)| *of != column && Some(*at) != place);
        self.columns.extend(place.map(|place| (column, place)));
        if column == Column::Time {
            self.day_first = self.order();
        }
    }

    /// Whether somebody must say which of day and month stands first.
    #[must_use]
    pub fn asks_order(&self) -> bool {
        self.days().any(|day| matches!(day, Day::Either { .. })) && self.order().is_none()
    }

    /// What day and month are in the dates that can be told, where they agree.
    fn order(&self) -> Option<bool> {
        let place = self.place(Column::Time)?;
        let mut firsts = self.rows.iter().skip(1).filter_map(|row| {
            let mut numbers = row.get(place)?.trim().split(['/', '.', '-']);
            let number = |text: &str| text.parse::<u8>().ok();
            match (number(numbers.next()?)?, number(numbers.next()?)?) {
                (13.., 1..=12) => Some(true),
                (1..=12, 13..) => Some(false),
                _ => None,
            }
        });
        let first = firsts.next()?;
        firsts.all(|other| other == first).then_some(first)
    }

    fn days(&self) -> impl Iterator<Item = Day> + '_ {
        let places = [Column::Time, Column::PaidAt].map(|column| self.place(column));
        let cells =
            self.rows.iter().skip(1).flat_map(move |row| places.into_iter().filter_map(|place| row.get(place?)));
        cells.filter_map(|text| cell::time(text)).map(|(day, _)| day)
    }

    /// What it comes to.
    #[must_use]
    pub fn found(&self, journal: &Journal, moment: &Moment) -> Found {
        let book = journal.fold();
        let mut found = Found::default();
        for (place, row) in self.rows.iter().enumerate().skip(1) {
            let mut row = Row { table: self, row, moment, found: &mut found, book: &book };
            if let Err(fault) = row.take() {
                found.wrong.push((place + 1, fault));
            }
        }
        let here = |id: EntryId| journal.history(crate::journal::Subject::Entry(id)).is_empty();
        let all = found.entries.len();
        found.entries.retain(|(owner, id, entry)| {
            let same = |known: &Entry| known.card == entry.card && known.at == entry.at && known.fact == entry.fact;
            let twin = || matches!(owner, Owner::Here(_)) && book.entries.values().any(|known| same(&known.value));
            id.is_none_or(here) && !twin()
        });
        found.known = all - found.entries.len();
        let used: Vec<usize> = found
            .entries
            .iter()
            .filter_map(|(owner, ..)| if let Owner::New(card) = owner { Some(*card) } else { None })
            .collect();
        if used.is_empty() {
            found.cards.clear();
        }
        found
    }
}

impl Found {
    /// The records that add it all, named from `first` on.
    #[must_use]
    pub fn records(self, first: EventId, moment: &Moment) -> Vec<Record> {
        let mut id = first;
        let mut records = Vec::with_capacity(self.cards.len() + self.entries.len());
        let mut add = |change: &dyn Fn(EventId) -> Change| {
            records.push(Record::of(&Event { id, change: change(id) }));
            let added = id;
            id = EventId(id.0.plus(1));
            added
        };
        let mut cards = Vec::with_capacity(self.cards.len());
        for (name, zone) in self.cards {
            let value = Rc::new(Card::named(name, zone.unwrap_or_else(|| moment.zone.clone())));
            let added = add(&|id| Change::SavedCard { card: CardId(id.0), replaces: None, value: Rc::clone(&value) });
            cards.push(CardId(added.0));
        }
        for (owner, own, entry) in self.entries {
            let card = match owner {
                Owner::Here(card) => card,
                Owner::New(place) => cards.get(place).copied().unwrap_or(entry.card),
            };
            let value = Rc::new(Entry { card, ..entry });
            add(&|id| Change::SavedEntry { entry: own.unwrap_or(EntryId(id.0)), replaces: None, value: value.clone() });
        }
        records
    }
}
