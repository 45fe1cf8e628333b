//! A table as new entries: row by row, and nothing of a row that is not clear.

use super::cell::{self, Day, Kind, Measured, SaidWord};
use super::{Column, guess};
use crate::domain::{
    Arrival, Bucket, Card, CardId, Check, Date, Effect, Entry, EntryId, EventId, Fact, KeepAlive, Line, Measure,
    Moment, Quantity, Remark, Said, Source, TopUp, clean_reply,
};
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
    /// Cards that the entries name and that are not here.
    pub cards: Vec<Line>,
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
        let place = self.place(Column::Time);
        let cells = self.rows.iter().skip(1).filter_map(move |row| row.get(place?));
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
        for name in self.cards {
            let value = Box::new(Card::named(name, moment.zone.clone()));
            let added = add(&|id| Change::SavedCard { card: CardId(id.0), replaces: None, value: value.clone() });
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

/// One row on its way to being an entry.
struct Row<'a> {
    table: &'a Table,
    row: &'a [String],
    moment: &'a Moment,
    found: &'a mut Found,
    book: &'a crate::domain::Book,
}

impl<'a> Row<'a> {
    fn cell(&self, column: Column) -> &'a str {
        self.table.place(column).and_then(|place| self.row.get(place)).map_or("", |cell| cell.trim())
    }

    fn take(&mut self) -> Result<(), RowFault> {
        let owner = self.owner()?;
        let (card, zone) = match owner {
            Owner::Here(id) => (id, self.book.card(id).map(|card| card.zone.clone())),
            Owner::New(_) => (CardId(self.moment.fresh), None),
        };
        let offsets = zone.map_or(&self.moment.device, |zone| self.moment.offsets(&zone));
        let (day, minute) = cell::time(self.cell(Column::Time)).ok_or(RowFault::Time)?;
        let date = day.date(self.table.day_first).ok_or(RowFault::Order)?;
        let at = offsets.instant(date, minute);
        // Noon of today may be still to come, where only the day is said.
        let at = if date == offsets.date(self.moment.now) { at.min(self.moment.now) } else { at };
        if at > self.moment.now {
            return Err(RowFault::Future);
        }
        let id = EntryId::parse(self.cell(Column::Entry));
        let mut fact = self.fact()?;
        if let Fact::TopUp(top_up) = &mut fact {
            let paid = cell::time(self.cell(Column::PaidAt));
            let paid = paid.and_then(|(day, minute)| Some(offsets.instant(day.date(self.table.day_first)?, minute)));
            top_up.paid_at = paid.filter(|paid| *paid < at);
        }
        // The rows of one check follow one another.
        if let (Fact::Check(more), Some((_, last, entry))) = (&fact, self.found.entries.last_mut())
            && let Fact::Check(check) = &mut entry.fact
            && id.is_some()
            && *last == id
        {
            check.measures.extend(more.measures.iter().copied());
            return Ok(());
        }
        if self.found.entries.len() >= MAX_ENTRIES {
            return Err(RowFault::TooMany);
        }
        let note = Remark::parse(self.cell(Column::Note));
        self.found.entries.push((owner, id, Entry { card, at, fact, note }));
        Ok(())
    }

    fn owner(&mut self) -> Result<Owner, RowFault> {
        let name = self.cell(Column::Card);
        if name.is_empty() {
            return self.table.card.map(Owner::Here).ok_or(RowFault::Card);
        }
        let known = self.book.cards.iter().find(|(_, kept)| kept.value.name.as_str() == name);
        if let Some((id, _)) = known {
            return Ok(Owner::Here(*id));
        }
        let name = Line::parse(name).ok_or(RowFault::Card)?;
        let cards = &mut self.found.cards;
        let place = cards.iter().position(|known| *known == name).unwrap_or(cards.len());
        if place == cards.len() {
            cards.push(name);
        }
        Ok(Owner::New(place))
    }

    fn fact(&self) -> Result<Fact, RowFault> {
        let text = self.cell(Column::Kind);
        let kind = match (text.is_empty(), self.table.kind) {
            (false, _) => cell::kind(text).ok_or(RowFault::Kind)?,
            (true, Some(KindChoice::Left)) => Kind::Check(Some(SaidWord::Left)),
            (true, Some(KindChoice::Used)) => Kind::Check(Some(SaidWord::Used)),
            (true, Some(KindChoice::TopUp)) => Kind::TopUp,
            (true, None) => return Err(RowFault::Kind),
        };
        match kind {
            Kind::Check(said) => self.check(said).map(Fact::Check),
            Kind::TopUp => self.top_up().map(Fact::TopUp),
            Kind::KeepAlive => {
                let act = cell::act(self.cell(Column::Said)).unwrap_or_default();
                Ok(Fact::KeepAlive(KeepAlive { act, fee: self.money(Column::Paid, Column::PaidCurrency) }))
            }
        }
    }

    fn check(&self, said: Option<SaidWord>) -> Result<Check, RowFault> {
        let word = match said {
            Some(word) => Some(word),
            None => cell::said(self.cell(Column::Said)),
        };
        let measures = match word {
            // A check of which nothing but dates was said.
            None if self.cell(Column::Said).is_empty() && self.cell(Column::Amount).is_empty() && self.table.ours => {
                Vec::new()
            }
            None => return Err(RowFault::Kind),
            Some(word) => vec![self.measure(word)?],
        };
        let reply = Some(clean_reply(self.cell(Column::Reply)).0).filter(|reply| !reply.is_empty());
        Ok(Check {
            measures,
            expires: Date::parse(self.cell(Column::Expires)),
            renews: Date::parse(self.cell(Column::Renews)),
            source: cell::source(self.cell(Column::Source)).unwrap_or(Source::App),
            reply,
        })
    }

    fn measure(&self, word: SaidWord) -> Result<Measure, RowFault> {
        let bucket = cell::bucket(self.cell(Column::Bucket));
        if word == SaidWord::Unlimited {
            return Ok(Measure { bucket: bucket.unwrap_or(Bucket::General), said: Said::Unlimited });
        }
        let (figure, unit) = self.figure()?;
        let share = !figure.is_negative() && figure.scaled(1).is_some_and(|share| share <= 100);
        let said = match (word, unit) {
            (SaidWord::Left | SaidWord::LeftPercent, Measured::Percent) if share => Said::LeftPercent(figure),
            (SaidWord::Used | SaidWord::UsedPercent, Measured::Percent) if share => Said::UsedPercent(figure),
            (SaidWord::Left, unit) => Said::Left(self.quantity(figure, unit)?),
            (SaidWord::Used, unit) => Said::Used(self.quantity(figure, unit)?),
            (SaidWord::Total, unit) => Said::Total(self.quantity(figure, unit)?),
            _ => return Err(RowFault::Unit),
        };
        let money = matches!(unit, Measured::Money(_));
        let bucket = bucket.unwrap_or(if money { Bucket::Money } else { Bucket::General });
        let fits = match unit {
            Measured::Data(_) | Measured::Percent => bucket.is_data(),
            Measured::Money(_) => bucket == Bucket::Money,
            Measured::Count => matches!(bucket, Bucket::Minutes | Bucket::Messages),
        };
        if fits { Ok(Measure { bucket, said }) } else { Err(RowFault::Unit) }
    }

    fn top_up(&self) -> Result<TopUp, RowFault> {
        let mut top_up = TopUp {
            data: None,
            credit: self.money(Column::Credit, Column::CreditCurrency),
            paid: self.money(Column::Paid, Column::PaidCurrency),
            channel: cell::channel(self.cell(Column::Channel)),
            effect: cell::effect(self.cell(Column::Effect)).unwrap_or(Effect::Add),
            expires: Date::parse(self.cell(Column::Expires)),
            receipt: Line::parse(self.cell(Column::Receipt)),
            arrival: cell::arrival(self.cell(Column::Arrival)).unwrap_or(Arrival::Arrived),
            paid_at: None,
        };
        if self.cell(Column::Amount).is_empty() && self.table.ours {
            return Ok(top_up);
        }
        let (figure, unit) = self.figure()?;
        match self.quantity(figure, unit)? {
            Quantity::Data(data) => top_up.data = Some(data),
            Quantity::Money(sum) if !sum.figure.is_negative() => top_up.credit = Some(sum),
            Quantity::Money(_) | Quantity::Count(_) => return Err(RowFault::Unit),
        }
        Ok(top_up)
    }

    fn figure(&self) -> Result<(crate::domain::Decimal, Measured), RowFault> {
        let (figure, beside) = cell::figure(self.cell(Column::Amount)).ok_or(RowFault::Amount)?;
        let column = self.cell(Column::Unit);
        let text = if !beside.is_empty() {
            beside
        } else if column.is_empty() {
            self.table.unit.unwrap_or_default()
        } else {
            column
        };
        if text.is_empty() && !self.table.ours {
            return Err(RowFault::Unit);
        }
        Ok((figure, cell::unit(text, self.table.ours).ok_or(RowFault::Unit)?))
    }

    fn quantity(&self, figure: crate::domain::Decimal, unit: Measured) -> Result<Quantity, RowFault> {
        cell::quantity(figure, unit).ok_or(RowFault::Amount)
    }

    fn money(&self, figure: Column, currency: Column) -> Option<crate::domain::Money> {
        cell::money(self.cell(figure), self.cell(currency))
    }
}
