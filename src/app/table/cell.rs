//! Single cells: what a date, a figure, a unit or a word of a table says, whoever wrote it. What
//! could mean two things is not read.

pub(super) use crate::app::form::unit_word;
use crate::app::form::{CURRENCIES, decimal};
use crate::domain::{
    Act, Amount, Arrival, Bucket, Channel, Currency, Date, Decimal, Effect, Money, Quantity, Said, Source, Unit,
    ZoneName, convert::natural, is_letter,
};
use crate::i18n::Lang;
use crate::i18n::text::forms::Label;
use crate::i18n::text::names;
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::table::TableWord;

/// What a figure means, by the word that the forms have for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaidWord {
    Left,
    Used,
    Total,
    LeftPercent,
    UsedPercent,
    Unlimited,
}

impl SaidWord {
    const ALL: [Self; 6] = [Self::Left, Self::Used, Self::Total, Self::LeftPercent, Self::UsedPercent, Self::Unlimited];

    pub(super) fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Left => Label::Left.say(lang),
            Self::Used => Label::Used.say(lang),
            Self::Total => Label::Total.say(lang),
            Self::LeftPercent => Label::LeftPercent.say(lang),
            Self::UsedPercent => Label::UsedPercent.say(lang),
            Self::Unlimited => CardWord::Unlimited.say(lang),
        }
    }
}

/// The word and the quantity of what was said.
pub(super) const fn parts(said: Said) -> (SaidWord, Option<Quantity>) {
    match said {
        Said::Left(quantity) => (SaidWord::Left, Some(quantity)),
        Said::Used(quantity) => (SaidWord::Used, Some(quantity)),
        Said::Total(quantity) => (SaidWord::Total, Some(quantity)),
        Said::LeftPercent(_) => (SaidWord::LeftPercent, None),
        Said::UsedPercent(_) => (SaidWord::UsedPercent, None),
        Said::Unlimited => (SaidWord::Unlimited, None),
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Check(Option<SaidWord>),
    TopUp,
    KeepAlive,
}

/// The value whose name that is in any of the languages.
fn named<T: Copy>(all: &[T], name: fn(T, Lang) -> &'static str, text: &str) -> Option<T> {
    let is = |value: T| Lang::ALL.into_iter().any(|lang| name(value, lang).eq_ignore_ascii_case(text));
    all.iter().copied().find(|value| is(*value))
}

pub(super) fn bucket(text: &str) -> Option<Bucket> {
    named(&Bucket::ALL, names::bucket, text)
}

pub(super) fn said(text: &str) -> Option<SaidWord> {
    named(&SaidWord::ALL, SaidWord::say, text)
}

pub(super) fn source(text: &str) -> Option<Source> {
    named(&crate::app::source::ALL, names::source, text)
}

pub(super) fn channel(text: &str) -> Option<Channel> {
    named(&crate::app::form::CHANNELS.map(|(channel, _)| channel), names::channel, text)
}

pub(super) fn effect(text: &str) -> Option<Effect> {
    // As tables of before say it.
    const QUEUED: [&str; 3] = ["排在后面，用完再生效", "排在後面，用完才生效", "Starts when this runs out"];
    let before = QUEUED.contains(&text).then_some(Effect::Queue);
    named(&crate::app::form::EFFECTS.map(|(effect, _)| effect), names::effect, text).or(before)
}

pub(super) fn act(text: &str) -> Option<Act> {
    named(&crate::app::form::ACTS.map(|(act, _)| act), names::act, text)
}

pub(super) fn arrival(text: &str) -> Option<Arrival> {
    named(&[Arrival::Arrived, Arrival::Pending], names::arrival, text)
}

/// Our own words, and those that others use for the same.
pub(super) fn kind(text: &str) -> Option<Kind> {
    const OTHERS: [(&str, Kind); 15] = [
        ("left", Kind::Check(Some(SaidWord::Left))),
        ("remaining", Kind::Check(Some(SaidWord::Left))),
        ("剩余", Kind::Check(Some(SaidWord::Left))),
        ("剩餘", Kind::Check(Some(SaidWord::Left))),
        ("余量", Kind::Check(Some(SaidWord::Left))),
        ("餘量", Kind::Check(Some(SaidWord::Left))),
        ("used", Kind::Check(Some(SaidWord::Used))),
        ("usage", Kind::Check(Some(SaidWord::Used))),
        ("已用", Kind::Check(Some(SaidWord::Used))),
        ("top up", Kind::TopUp),
        ("topup", Kind::TopUp),
        ("refill", Kind::TopUp),
        ("recharge", Kind::TopUp),
        ("加值", Kind::TopUp),
        // As tables of before say it.
        ("保留門號", Kind::KeepAlive),
    ];
    let ours = named(&[TableWord::Check, TableWord::TopUp, TableWord::KeepAlive], TableWord::say, text);
    match ours {
        Some(TableWord::Check) => Some(Kind::Check(None)),
        Some(TableWord::TopUp) => Some(Kind::TopUp),
        Some(TableWord::KeepAlive) => Some(Kind::KeepAlive),
        _ => OTHERS.into_iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, kind)| kind),
    }
}

/// A unit of data, or a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measured {
    Data(Unit),
    Money(Currency),
    Percent,
    /// Minutes, messages.
    Count,
}

/// A unit. A stranger's three letters are a currency only where it is one that the forms offer:
/// `min` and `SMS` are none.
pub(super) fn unit(text: &str, ours: bool) -> Option<Measured> {
    let text = text.trim().to_ascii_uppercase();
    Some(match text.as_str() {
        "" => Measured::Count,
        "%" | "％" => Measured::Percent,
        "B" => Measured::Data(Unit::B),
        "K" | "KB" | "KIB" => Measured::Data(Unit::KB),
        "M" | "MB" | "MIB" => Measured::Data(Unit::MB),
        "G" | "GB" | "GIB" => Measured::Data(Unit::GB),
        "T" | "TB" | "TIB" => Measured::Data(Unit::TB),
        code if ours || CURRENCIES.contains(&code) => Measured::Money(Currency::parse(code)?),
        _ => return None,
    })
}

/// A figure, and the unit that stands behind it in the same cell.
pub(super) fn figure(text: &str) -> Option<(Decimal, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| is_letter(c) || c == '%' || c == '％').unwrap_or(text.len());
    let (figure, unit) = text.split_at(end);
    Some((decimal(figure.trim()).ok()??, unit))
}

pub(super) fn quantity(figure: Decimal, unit: Measured) -> Option<Quantity> {
    Some(match unit {
        Measured::Data(unit) => Quantity::Data(Amount::new(figure, unit)?),
        Measured::Money(currency) => Quantity::Money(Money { figure, currency }),
        Measured::Count if !figure.is_negative() => Quantity::Count(figure),
        Measured::Count | Measured::Percent => return None,
    })
}

/// A sum in two cells.
pub(super) fn money(figure: &str, currency: &str) -> Option<Money> {
    Some(Money { figure: decimal(figure.trim()).ok()??, currency: Currency::parse(currency.trim())? })
}

/// A zone as our tables write it, `UTC-05:00 America/New_York`: its minutes east of UTC then, and its name.
pub(super) fn zone(text: &str) -> Option<(i32, ZoneName)> {
    let (offset, name) = text.trim().strip_prefix("UTC")?.split_once(' ')?;
    let east = if offset.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = offset.strip_prefix(['+', '-'])?.split_once(':')?;
    let (hours, minutes): (i32, i32) = (natural(hours)?, natural(minutes)?);
    let fits = hours <= 18 && minutes < 60;
    Some((east * (hours * 60 + minutes), ZoneName::parse(name).filter(|_| fits)?))
}

/// A date as tables write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Known(Date),
    /// Either of the first two numbers may be the month.
    Either {
        first: u8,
        second: u8,
        year: i32,
    },
}

impl Day {
    /// The day, where it is known whether the day of the month stands first.
    pub(super) fn date(self, day_first: Option<bool>) -> Option<Date> {
        match (self, day_first) {
            (Self::Known(date), _) => Some(date),
            (Self::Either { first, second, year }, Some(true)) => Date::new(year, second, first),
            (Self::Either { first, second, year }, Some(false)) => Date::new(year, first, second),
            (Self::Either { .. }, None) => None,
        }
    }
}

/// `2026-11-20`, `2026/11/20 9:05`, `2026年11月20日`, `11/20/2026`, `20.11.2026 21:05:00`: the day, and
/// the minute of the day, or of noon where no time stands there.
pub(super) fn time(text: &str) -> Option<(Day, u16)> {
    let text = text.trim();
    let (day, time) = match text.find(['T', ' ', '\u{a0}', '日']) {
        Some(end) => (text.get(..end)?, text.get(end..)?.trim_start_matches(['T', ' ', '\u{a0}', '日'])),
        None => (text, ""),
    };
    let mut numbers = day.split(['-', '/', '.', '年', '月']).map(number);
    let (a, b, c) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    let small = |number: u16| u8::try_from(number).ok();
    let day = match (a, b, c) {
        (1000.., _, _) => Day::Known(Date::new(a.into(), small(b)?, small(c)?)?),
        (_, _, 1000..) if a > 12 => Day::Known(Date::new(c.into(), small(b)?, small(a)?)?),
        (_, _, 1000..) if b > 12 || a == b => Day::Known(Date::new(c.into(), small(a)?, small(b)?)?),
        (_, _, 1000..) => Day::Either { first: small(a)?, second: small(b)?, year: c.into() },
        _ => return None,
    };
    Some((day, minute(time)?))
}

fn minute(text: &str) -> Option<u16> {
    if text.is_empty() {
        return Some(12 * 60);
    }
    let mut parts = text.split(':');
    let (hour, minute) = (number(parts.next()?)?, number(parts.next()?)?);
    // Seconds may follow, and parts of one; a zone may not, for nobody says which it is.
    let rest = parts.next().is_none_or(|seconds| seconds.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    (rest && parts.next().is_none() && hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

fn number(text: &str) -> Option<u16> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}
