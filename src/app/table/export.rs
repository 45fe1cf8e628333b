//! The book as tables. Every value has its own cell, numbers are plain numbers, and times are those
//! of the card's own zone, which is named beside them.

use crate::domain::{Book, Card, Entry, EntryId, Fact, Measure, Moment, Money, Quantity, Said, Timestamp};
use crate::i18n::Lang;
use crate::i18n::text::columns::Column;
use crate::i18n::text::names;
use crate::i18n::text::table::TableWord;
use crate::journal::write_table;

/// The columns of a table of all entries, which are all that there are.
pub(super) const ENTRIES: [Column; 23] = [
    Column::Time,
    Column::Zone,
    Column::Card,
    Column::Kind,
    Column::Bucket,
    Column::Said,
    Column::Amount,
    Column::Unit,
    Column::Expires,
    Column::Renews,
    Column::Credit,
    Column::CreditCurrency,
    Column::Paid,
    Column::PaidCurrency,
    Column::Channel,
    Column::Effect,
    Column::Arrival,
    Column::PaidAt,
    Column::Receipt,
    Column::Source,
    Column::Note,
    Column::Reply,
    Column::Entry,
];

/// The columns of a table of top-ups.
const TOP_UPS: [Column; 18] = [
    Column::Time,
    Column::Zone,
    Column::Card,
    Column::Kind,
    Column::Amount,
    Column::Unit,
    Column::Credit,
    Column::CreditCurrency,
    Column::Paid,
    Column::PaidCurrency,
    Column::Channel,
    Column::Effect,
    Column::Arrival,
    Column::PaidAt,
    Column::Expires,
    Column::Receipt,
    Column::Note,
    Column::Entry,
];

/// Every entry, oldest first; a check has a row for each figure.
#[must_use]
pub fn all_entries(book: &Book, moment: &Moment, lang: Lang) -> String {
    table(book, moment, lang, &ENTRIES, |_| true)
}

/// Every top-up with its money, oldest first.
#[must_use]
pub fn top_ups(book: &Book, moment: &Moment, lang: Lang) -> String {
    table(book, moment, lang, &TOP_UPS, |fact| matches!(fact, Fact::TopUp(_)))
}

fn table(book: &Book, moment: &Moment, lang: Lang, columns: &[Column], wanted: fn(&Fact) -> bool) -> String {
    let mut entries: Vec<(EntryId, &Entry, &Card)> = Vec::new();
    for (id, kept) in book.entries.iter().filter(|(_, kept)| wanted(&kept.value.fact)) {
        entries.extend(book.card(kept.value.card).map(|card| (*id, &*kept.value, card)));
    }
    entries.sort_by_key(|(id, entry, _)| (entry.at, *id));
    let mut rows = vec![columns.iter().map(|column| column.say(lang).to_owned()).collect::<Vec<_>>()];
    for (id, entry, card) in entries {
        let measures: &[Measure] = if let Fact::Check(check) = &entry.fact { &check.measures } else { &[] };
        let row = |measure| Row { id, entry, card, measure, moment, lang };
        let of = |row: Row<'_>| columns.iter().map(|column| row.cell(*column).unwrap_or_default()).collect();
        match measures {
            [] => rows.push(of(row(None))),
            several => rows.extend(several.iter().map(|measure| of(row(Some(measure))))),
        }
    }
    write_table(&rows)
}

/// What one row is about.
#[derive(Clone, Copy)]
struct Row<'a> {
    id: EntryId,
    entry: &'a Entry,
    card: &'a Card,
    measure: Option<&'a Measure>,
    moment: &'a Moment,
    lang: Lang,
}

impl Row<'_> {
    /// A time in the card's zone, to the minute.
    fn time(self, at: Timestamp) -> String {
        let (date, minute) = self.moment.offsets(&self.card.zone).local(at);
        format!("{date} {:02}:{:02}", minute / 60, minute % 60)
    }

    /// The zone of its time: `UTC-05:00 America/New_York`.
    fn zone(self) -> String {
        let (name, offsets) = self.moment.clock(&self.card.zone);
        let minutes = offsets.at(self.entry.at);
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("UTC{sign}{:02}:{:02} {name}", minutes.abs() / 60, minutes.abs() % 60)
    }

    /// What stands in a column, where something does.
    fn cell(self, column: Column) -> Option<String> {
        let Row { entry, lang, .. } = self;
        match column {
            Column::Time => return Some(self.time(entry.at)),
            Column::Zone => return Some(self.zone()),
            Column::Card => return Some(self.card.name.as_str().to_owned()),
            Column::Note => return entry.note.as_ref().map(|note| note.as_str().to_owned()),
            Column::Entry => return Some(self.id.to_string()),
            _ => {}
        }
        match &entry.fact {
            Fact::Check(check) => match column {
                Column::Kind => Some(TableWord::Check.say(lang).to_owned()),
                Column::Expires => check.expires.map(|date| date.to_string()),
                Column::Renews => check.renews.map(|date| date.to_string()),
                Column::Source => Some(names::source(check.source, lang).to_owned()),
                Column::Reply => check.reply.clone(),
                _ => self.measure.and_then(|measure| of_measure(measure, column, lang)),
            },
            Fact::TopUp(top_up) => match column {
                Column::Kind => Some(TableWord::TopUp.say(lang).to_owned()),
                Column::Amount => top_up.data.map(|data| data.figure().to_string()),
                Column::Unit => top_up.data.map(|data| super::cell::unit_word(data.unit()).to_owned()),
                Column::Credit | Column::CreditCurrency => top_up.credit.map(|sum| money(sum, column)),
                Column::Paid | Column::PaidCurrency => top_up.paid.map(|sum| money(sum, column)),
                Column::Channel => top_up.channel.map(|channel| names::channel(channel, lang).to_owned()),
                Column::Effect => Some(names::effect(top_up.effect, lang).to_owned()),
                Column::Arrival => Some(names::arrival(top_up.arrival, lang).to_owned()),
                Column::PaidAt => top_up.paid_at.map(|at| self.time(at)),
                Column::Expires => top_up.expires.map(|date| date.to_string()),
                Column::Receipt => top_up.receipt.as_ref().map(|receipt| receipt.as_str().to_owned()),
                _ => None,
            },
            Fact::KeepAlive(alive) => match column {
                Column::Kind => Some(TableWord::KeepAlive.say(lang).to_owned()),
                Column::Said => Some(names::act(alive.act, lang).to_owned()),
                Column::Paid | Column::PaidCurrency => alive.fee.map(|sum| money(sum, column)),
                _ => None,
            },
        }
    }
}

fn of_measure(measure: &Measure, column: Column, lang: Lang) -> Option<String> {
    let (word, quantity) = super::cell::parts(measure.said);
    let figure = match (measure.said, quantity) {
        (Said::LeftPercent(share) | Said::UsedPercent(share), _) => Some((share, "%".to_owned())),
        (_, Some(Quantity::Data(data))) => Some((data.figure(), super::cell::unit_word(data.unit()).to_owned())),
        (_, Some(Quantity::Money(sum))) => Some((sum.figure, sum.currency.code().to_owned())),
        (_, Some(Quantity::Count(count))) => Some((count, String::new())),
        (_, None) => None,
    };
    match column {
        Column::Bucket => Some(names::bucket(measure.bucket, lang).to_owned()),
        Column::Said => Some(word.say(lang).to_owned()),
        Column::Amount => figure.map(|(figure, _)| figure.to_string()),
        Column::Unit => figure.map(|(_, unit)| unit),
        _ => None,
    }
}

fn money(sum: Money, column: Column) -> String {
    match column {
        Column::CreditCurrency | Column::PaidCurrency => sum.currency.code().to_owned(),
        _ => sum.figure.to_string(),
    }
}
