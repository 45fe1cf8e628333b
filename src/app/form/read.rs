//! Reading single fields: figures, dates, times. What is wrong is said per field.

use super::{Field, Form};
use crate::domain::convert::natural;
use crate::domain::{
    Amount, Currency, Date, Decimal, Entry, Line, Moment, Money, Offsets, Remark, Timestamp, Unit, ZoneName,
};

/// What is wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which field.
    pub field: Field,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Nothing stands there, and something must.
    Missing,
    /// This is no number.
    NotANumber,
    /// Less than nothing.
    Negative,
    /// More than can be.
    TooLarge,
    /// More than a hundred per cent.
    OverHundred,
    /// This is no date, or none of the years 2000 to 2100.
    NotADate,
    /// It ends before it began, or arrived before it was paid for.
    BeforeStart,
    /// It lies before the day on which the card was bought, installed or first used.
    BeforeCard,
    /// It lies in the future.
    InFuture,
    /// Neither a number, nor a code, nor an address that a link could open.
    NotAWay,
    /// A code that sets something of the line, such as where its calls go.
    Sets,
    /// A number at which whoever answers is paid by the caller.
    Costs,
    /// A number that calls for help, and is no carrier's.
    Emergency,
    /// Not the keys of a menu.
    NotKeys,
    /// A number of telephones has 4 to 20 digits.
    NotAPhoneNumber,
    /// More than 80 characters, or 500 in a note.
    TooLong,
    /// Used without a total: nothing to take it from.
    NeedsTotal,
    /// Something is asked and not yet answered.
    Unanswered,
    /// The reply holds no balance.
    NoBalance,
    /// Nor need it: it confirms a top-up, which is logged on its own. Nothing is said to be wrong.
    Confirms,
    /// Not one figure stands in the form.
    NothingSaid,
    /// The same reply was already logged.
    LoggedBefore,
}

impl Fault {
    /// Whether there is only something more to say, and nothing to be changed.
    #[must_use]
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Missing | Self::NeedsTotal | Self::Unanswered | Self::NothingSaid)
    }
}

/// When something was, in a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum When {
    /// Just now.
    #[default]
    Now,
    /// This morning.
    Morning,
    /// Yesterday.
    Yesterday,
    /// At a time that is given.
    Earlier,
    /// At the time that the reply gives.
    Stated,
}

impl When {
    /// Those that can always be chosen, in order.
    pub const ALL: [Self; 4] = [Self::Now, Self::Morning, Self::Yesterday, Self::Earlier];

    /// Its word in the form.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Morning => "morning",
            Self::Yesterday => "yesterday",
            Self::Earlier => "earlier",
            Self::Stated => "stated",
        }
    }

    /// Reads a word; what is not known is now.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().chain([Self::Stated]).find(|when| when.word() == word).unwrap_or_default()
    }

    /// The instant it stands for on the device's clock: this morning is 09:00, or halfway since
    /// midnight where that is still to come; yesterday is 20:00. `None` where the time stands in a field of its own.
    #[must_use]
    pub fn instant(self, now: Timestamp, device: &Offsets) -> Option<Timestamp> {
        let today = device.date(now);
        match self {
            Self::Now => Some(now),
            Self::Morning => {
                let nine = device.instant(today, 9 * 60);
                let midnight = device.start(today);
                Some(if nine <= now { nine } else { midnight.plus(now.since(midnight) / 2) })
            }
            Self::Yesterday => Some(device.instant(today.plus_days(-1)?, 20 * 60)),
            Self::Earlier | Self::Stated => None,
        }
    }
}

/// What stands in a field of date and time for an instant, on the device's clock.
#[must_use]
pub fn date_time_text(moment: &Moment, at: Timestamp) -> String {
    let (date, minute) = moment.device.local(at);
    format!("{date}T{:02}:{:02}", minute / 60, minute % 60)
}

/// The instant that a form names, as far as it can be read; now where it cannot.
#[must_use]
pub fn instant(form: &Form, moment: &Moment) -> Timestamp {
    let named = When::parse(form.get(Field::When)).instant(moment.now, &moment.device);
    named.or_else(|| date_time(form.get(Field::At).trim(), moment)).unwrap_or(moment.now)
}

/// Reads the fields of one form and gathers the problems.
pub(super) struct Reader<'a> {
    pub(super) form: &'a Form,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(form: &'a Form) -> Self {
        Self { form, problems: Vec::new() }
    }

    pub(super) fn fault<T>(&mut self, field: Field, fault: Fault) -> Option<T> {
        self.problems.push(Problem { field, fault });
        None
    }

    pub(super) fn word(&self, field: Field) -> &'a str {
        self.form.get(field).trim()
    }

    pub(super) fn line(&mut self, field: Field) -> Option<Line> {
        let text = self.word(field);
        if text.is_empty() {
            return None;
        }
        let line = Line::parse(text);
        if line.is_none() && text.chars().count() > Line::MAX {
            return self.fault(field, Fault::TooLong);
        }
        line
    }

    /// The owner's own words to an entry.
    pub(super) fn note(&mut self) -> Option<Remark> {
        self.remark(Field::Note)
    }

    /// The owner's own words.
    pub(super) fn remark(&mut self, field: Field) -> Option<Remark> {
        let text = self.word(field);
        let remark = Remark::parse(text);
        if remark.is_none() && text.chars().count() > Remark::MAX {
            return self.fault(field, Fault::TooLong);
        }
        remark
    }

    /// A number that is not negative.
    pub(super) fn number(&mut self, field: Field) -> Option<Decimal> {
        self.figure(field, self.word(field))
    }

    fn figure(&mut self, field: Field, text: &str) -> Option<Decimal> {
        match decimal(text.trim_end()) {
            Ok(None) => None,
            Ok(Some(number)) if number.is_negative() => self.fault(field, Fault::Negative),
            Ok(Some(number)) => Some(number),
            Err(fault) => self.fault(field, fault),
        }
    }

    pub(super) fn amount(&mut self, field: Field, unit: Field) -> Option<Amount> {
        let figure = self.number(field)?;
        let unit = unit_of(self.word(unit));
        match Amount::new(figure, unit) {
            Some(amount) => Some(amount),
            None => self.fault(field, Fault::TooLarge),
        }
    }

    /// Money, which may be negative only where a debt can be.
    pub(super) fn money(&mut self, field: Field, currency: Currency, debt: bool) -> Option<Money> {
        match decimal(self.word(field)) {
            Ok(None) => None,
            Ok(Some(number)) if number.is_negative() && !debt => self.fault(field, Fault::Negative),
            Ok(Some(figure)) => Some(Money { figure, currency }),
            Err(fault) => self.fault(field, fault),
        }
    }

    pub(super) fn percent(&mut self, field: Field) -> Option<Decimal> {
        let number = self.figure(field, self.word(field).trim_end_matches(['%', '％']))?;
        if number.scaled(1_000_000).is_none_or(|parts| parts > 100_000_000) {
            return self.fault(field, Fault::OverHundred);
        }
        Some(number)
    }

    pub(super) fn date(&mut self, field: Field) -> Option<Date> {
        let text = self.word(field);
        if text.is_empty() {
            return None;
        }
        match Date::parse(text) {
            Some(date) => Some(date),
            None => self.fault(field, Fault::NotADate),
        }
    }

    /// When it was. A minute of the future is forgiven; clocks differ. Who leaves the time alone, of what is
    /// edited or was filled in, keeps its seconds, which the field does not show.
    pub(super) fn at(&mut self, moment: &Moment, kept: Option<&Entry>) -> Option<Timestamp> {
        let exact = || Timestamp::from_millis(natural(self.word(Field::Exact))?);
        let when = When::parse(self.word(Field::When));
        let kept = kept.map(|kept| kept.at).or_else(exact).filter(|_| when == When::Earlier);
        when.instant(moment.now, &moment.device).or_else(|| self.minute(Field::At, kept, moment))
    }

    /// A date and time that is over, or the one that was kept, where it shows its minute.
    pub(super) fn minute(&mut self, field: Field, kept: Option<Timestamp>, moment: &Moment) -> Option<Timestamp> {
        let text = self.word(field);
        if let Some(kept) = kept.filter(|kept| text == date_time_text(moment, *kept)) {
            return Some(kept);
        }
        match date_time(text, moment) {
            Some(at) if at.since(moment.now) > 60_000 => self.fault(field, Fault::InFuture),
            None => self.fault(field, if text.is_empty() { Fault::Missing } else { Fault::NotADate }),
            at => at,
        }
    }

    /// A whole number from `least` to `most`; `None`, and no problem, where nothing stands there.
    pub(super) fn whole(&mut self, field: Field, least: u16, most: u16) -> Option<u16> {
        let number = self.number(field)?.scaled(1_000_000).filter(|parts| parts % 1_000_000 == 0);
        match number.map(|parts| u16::try_from(parts / 1_000_000)) {
            Some(Ok(whole)) if (least..=most).contains(&whole) => Some(whole),
            Some(Ok(whole)) if whole < least => self.fault(field, Fault::NotANumber),
            Some(_) => self.fault(field, Fault::TooLarge),
            None => self.fault(field, Fault::NotANumber),
        }
    }

    /// The same, where one must stand there.
    pub(super) fn whole_or_missing(&mut self, field: Field, least: u16, most: u16) -> Option<u16> {
        if self.word(field).is_empty() {
            return self.fault(field, Fault::Missing);
        }
        self.whole(field, least, most)
    }

    /// Says of dates that end something that they do not come before the card's own beginning.
    pub(super) fn after(&mut self, begun: Option<Date>, ends: [(Field, Option<Date>); 2]) {
        for (field, _) in ends.into_iter().filter(|(_, end)| begun > *end && end.is_some()) {
            self.fault::<()>(field, Fault::BeforeCard);
        }
    }

    pub(super) fn zone(&self, field: Field, moment: &Moment) -> ZoneName {
        ZoneName::parse(self.word(field)).unwrap_or_else(|| moment.zone.clone())
    }
}

/// `2026-11-05T09:00` on the device's clock; seconds may follow and do not count.
pub(super) fn date_time(text: &str, moment: &Moment) -> Option<Timestamp> {
    let (day, time) = text.split_once('T')?;
    let mut parts = time.split(':');
    let hour: u16 = natural(parts.next()?)?;
    let minute: u16 = natural(parts.next()?)?;
    (hour < 24 && minute < 60).then_some(())?;
    Some(moment.device.instant(Date::parse(day)?, hour * 60 + minute))
}

pub(super) fn unit_of(word: &str) -> Unit {
    match word {
        "B" => Unit::B,
        "KB" => Unit::KB,
        "MB" => Unit::MB,
        "TB" => Unit::TB,
        _ => Unit::GB,
    }
}

pub(in crate::app) const fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::B => "B",
        Unit::KB => "KB",
        Unit::MB => "MB",
        Unit::GB => "GB",
        Unit::TB => "TB",
    }
}

/// A number as typed: full-width digits, a decimal comma, commas that group by threes.
///
/// All our languages group with commas, so `1,024` is a thousand and twenty-four, and a comma that
/// cannot group is a decimal one.
pub(in crate::app) fn decimal(text: &str) -> Result<Option<Decimal>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '０'..='９' => plain.extend(char::from_digit(u32::from(c) - u32::from('０'), 10)),
            '．' | '。' | '｡' => plain.push('.'),
            '，' | '、' => plain.push(','),
            '−' | '－' => plain.push('-'),
            ' ' | '\u{a0}' | '\u{3000}' | '+' => {}
            c => plain.push(c),
        }
    }
    let digits = plain.trim_start_matches('-').chars().filter(char::is_ascii_digit).count();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().unwrap_or("");
    let grouped = (1..=3).contains(&first.len()) && groups.clone().all(|group| group.len() == 3);
    let number = match (whole.matches(',').count(), part.contains(',')) {
        (0, false) => plain.clone(),
        (_, true) => return Err(Fault::NotANumber),
        (_, false) if grouped && first != "0" => plain.replace(',', ""),
        (1, false) if part.is_empty() => plain.replacen(',', ".", 1),
        _ => return Err(Fault::NotANumber),
    };
    let number = number.strip_suffix('.').unwrap_or(&number);
    let number = if number.starts_with('.') { format!("0{number}") } else { number.to_owned() };
    match Decimal::parse(&number) {
        Some(decimal) => Ok(Some(decimal)),
        None if digits > Decimal::MAX_DIGITS => Err(Fault::TooLarge),
        None => Err(Fault::NotANumber),
    }
}

/// The word of a value in a table of a form's words; empty where it has none.
pub(super) fn word_of<T: PartialEq>(table: &[(T, &'static str)], value: T) -> &'static str {
    table.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word)
}

/// The value of a word in a table of a form's words.
pub(super) fn named<T: Copy>(table: &[(T, &'static str)], word: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}
