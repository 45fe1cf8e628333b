//! One row of a table from outside as an entry, or why it is none.

use super::Column;
use super::cell::{self, Kind, Measured, SaidWord};
use super::import::{Found, KindChoice, MAX_ENTRIES, Owner, RowFault, Table};
use crate::domain::{
    Arrival, Book, Bucket, CardId, Check, Date, Decimal, Effect, Entry, EntryId, Fact, KeepAlive, Line, Measure,
    Moment, Money, Offsets, Quantity, Remark, Said, Source, Timestamp, TopUp, ZoneName, clean_reply,
};

/// One row on its way to being an entry.
pub(super) struct Row<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a [String],
    pub(super) moment: &'a Moment,
    pub(super) found: &'a mut Found,
    pub(super) book: &'a Book,
}

impl<'a> Row<'a> {
    fn cell(&self, column: Column) -> &'a str {
        self.table.place(column).and_then(|place| self.row.get(place)).map_or("", |cell| cell.trim())
    }

    /// The instant that a cell says; `None` where it says nothing.
    fn instant(&self, column: Column, offsets: &Offsets) -> Result<Option<Timestamp>, RowFault> {
        let text = self.cell(column);
        if text.is_empty() {
            return Ok(None);
        }
        let (day, minute) = cell::time(text).ok_or(RowFault::Time)?;
        let date = day.date(self.table.day_first).ok_or(RowFault::Order)?;
        Ok(Some(offsets.instant(date, minute)))
    }

    /// Adds what the row says to what is found.
    ///
    /// # Errors
    ///
    /// Why it is not read; then no entry is added.
    pub(super) fn take(&mut self) -> Result<(), RowFault> {
        let zone = self.cell(Column::Zone);
        let zone = if zone.is_empty() { None } else { Some(cell::zone(zone).ok_or(RowFault::Time)?) };
        let (east, named) = zone.unzip();
        // That of a payment may be another than that of the entry, where the clocks changed in between.
        let clock = named.as_ref().and_then(|named| self.moment.zones.iter().find(|known| known.0 == *named));
        let clock = clock.map(|(_, offsets)| offsets);
        let owner = self.owner(named)?;
        let (card, zone) = match owner {
            Owner::Here(id) => (id, self.book.card(id).map(|card| card.zone.clone())),
            Owner::New(_) => (CardId(self.moment.fresh), None),
        };
        // The clock that is named, whatever the card's is here.
        let named = east.map(Offsets::fixed);
        let own = zone.map_or(&self.moment.device, |zone| self.moment.offsets(&zone));
        let offsets = named.as_ref().unwrap_or(own);
        let at = self.instant(Column::Time, offsets)?.ok_or(RowFault::Time)?;
        // Noon of today may be still to come, where only the day is said.
        let today = offsets.date(at) == offsets.date(self.moment.now);
        let at = if today { at.min(self.moment.now) } else { at };
        if at > self.moment.now {
            return Err(RowFault::Future);
        }
        let id = EntryId::parse(self.cell(Column::Entry));
        let mut fact = self.fact()?;
        if let Fact::TopUp(top_up) = &mut fact {
            top_up.paid_at = self.instant(Column::PaidAt, clock.unwrap_or(offsets))?;
            // As the form has it: nothing arrives before it is paid for.
            if top_up.paid_at.is_some_and(|paid| paid > at) {
                return Err(RowFault::Time);
            }
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

    /// Whose it is; a card that is not here is in that zone.
    fn owner(&mut self, zone: Option<ZoneName>) -> Result<Owner, RowFault> {
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
        let place = cards.iter().position(|(known, _)| *known == name).unwrap_or(cards.len());
        if place == cards.len() {
            cards.push((name, zone));
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
            sure: false,
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

    fn figure(&self) -> Result<(Decimal, Measured), RowFault> {
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

    fn quantity(&self, figure: Decimal, unit: Measured) -> Result<Quantity, RowFault> {
        cell::quantity(figure, unit).ok_or(RowFault::Amount)
    }

    fn money(&self, figure: Column, currency: Column) -> Option<Money> {
        cell::money(self.cell(figure), self.cell(currency))
    }
}
