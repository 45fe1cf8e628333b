//! Words and their roles. A language is a table; a rule of reading never names a language.
//!
//! A table has a role and its phrases, parted by `|`, written as `fold` leaves them: lower case, no
//! accents, simplified characters. A phrase ending in `*` takes any further letters; a space in
//! it stands for spaces or a hyphen. The longest phrase at a place wins.

/// Gives each role a letter, by which a table names it: a table is one text, and costs the page no
/// pointers. The list is made once, for the tables and for the lexicon.
macro_rules! roles {
    ($($letter:literal $role:ident $word:expr;)*) => {
        macro_rules! letter {
            $(($role) => { $letter };)*
        }
        const LETTERS: &str = concat!($($letter),*);
        const ROLES: &[Word] = &[$($word),*];
    };
}

/// A language: a role and its phrases, a line each.
macro_rules! table {
    ($($role:ident $phrases:literal,)*) => { concat!($(letter!($role), $phrases, "\n"),*) };
}

/// Rows of a head and its phrases, parted by a tab: one text, as a [`table!`] is.
macro_rules! rows {
    ($($head:literal $phrases:literal,)*) => { concat!($($head, "\t", $phrases, "\n"),*) };
}

roles! {
    'A' Left Word::Left;
    'B' Have Word::Have;
    'C' Used Word::Used;
    'D' Total Word::Total;
    'E' Of Word::Of;
    'F' Balance Word::Balance;
    'G' Expires Word::Expires;
    'H' Lasts Word::Lasts;
    'I' Renews Word::Renews;
    'J' AsOf Word::AsOf;
    '+' Dated Word::Dated;
    'K' Add Word::Add;
    '}' Bought Word::Bought;
    'L' Below Word::Below;
    'M' Over Word::Over;
    'N' Price Word::Price;
    'O' Per Word::Per;
    'P' Includes Word::Includes;
    'Q' Last Word::Last;
    'R' Offer Word::Offer;
    'S' Empty Word::Empty;
    'T' Unlimited Word::Unlimited;
    'U' Data Word::Data;
    'V' Calls Word::Calls;
    'W' General Word::General;
    'X' Hotspot Word::Hotspot;
    'Y' Roaming Word::Roaming;
    'Z' App Word::App;
    '`' Local Word::Local;
    '~' Night Word::Night;
    'a' Bonus Word::Bonus;
    '@' Carried Word::Carried;
    'b' B Word::Unit(Unit::B);
    'c' KB Word::Unit(Unit::KB);
    'd' MB Word::Unit(Unit::MB);
    'e' GB Word::Unit(Unit::GB);
    'f' TB Word::Unit(Unit::TB);
    'g' Percent Word::Percent;
    'h' Minute Word::Minute;
    'i' Second Word::Second;
    'j' Hour Word::Hour;
    'k' Clock Word::Clock;
    'l' Day Word::Day;
    'm' Texts Word::Texts;
    'n' Jan Word::Month(1);
    'o' Feb Word::Month(2);
    'p' Mar Word::Month(3);
    'q' Apr Word::Month(4);
    'r' May Word::Month(5);
    's' Jun Word::Month(6);
    't' Jul Word::Month(7);
    'u' Aug Word::Month(8);
    'v' Sep Word::Month(9);
    'w' Oct Word::Month(10);
    'x' Nov Word::Month(11);
    'y' Dec Word::Month(12);
    'z' Today Word::Today;
    '0' Tomorrow Word::Tomorrow;
    '1' And Word::And;
    '2' Tail Word::Tail;
    '3' Network Word::Network;
    '4' Plan Word::Plan;
    '5' Plain Word::Plain;
    '-' Hello Word::Hello;
    '6' Line Word::Line;
    '7' Slow Word::Slow;
    '8' Code Word::Code;
    '9' Bank Word::Bank;
    '!' Parcel Word::Parcel;
    '#' Bill Word::Bill;
    ':' Paid Word::Paid;
    '/' Auto Word::Auto;
    '$' Fault Word::Fault;
    '.' Success Word::Success;
    '[' Underway Word::Underway;
    '%' Storage Word::Storage;
    '&' Nothing Word::Nothing;
    '(' Year Word::Year;
    ')' MonthMark Word::MonthMark;
    '*' Within Word::Within;
    '^' Could Word::Could;
    '_' Points Word::Points;
    ';' Refill Word::Refill;
    '<' Zero Word::Zero;
    '=' Owed Word::Owed;
    '>' Usable Word::Usable;
    '?' Tenth Word::Coin(10);
    ',' Cent Word::Coin(100);
    '{' Minus Word::Minus;
    ']' Till Word::Till;
    '"' MonthEnd Word::MonthEnd;
}

mod asia;
mod carriers;
mod conditions;
mod en;
mod europe;
mod lexicon;
mod money;
mod zh;

use super::place::LOCAL_SIGNS;
use crate::domain::Unit;

pub(super) use carriers::of_country;
pub(super) use conditions::{BEFORE, BEHIND, DENIED, GONE, NEAR, THEN};
pub(super) use lexicon::Lexicon;

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// What is left.
    Left,
    /// Weaker: "you have", which may be what the plan has.
    Have,
    /// Left, or all that may be used: the words around it say which of the two words above it is.
    Usable,
    /// What is used.
    Used,
    /// All of it together.
    Total,
    /// Between a part and its whole.
    Of,
    /// An account's balance.
    Balance,
    /// A point in time at which something ends.
    Expires,
    /// How long something is good; also said of what is offered.
    Lasts,
    /// The next charge or reset.
    Renews,
    /// The date is that of the figures.
    AsOf,
    /// As of a day that is past, until one that is to come.
    Till,
    /// The date is of something else than an end: of a payment, or of nothing at all.
    Dated,
    /// Something was added.
    Add,
    /// Something was bought: data came, and the sum beside it went.
    Bought,
    /// The figure is a mark that was passed: below it,
    Below,
    /// or above it.
    Over,
    /// What something costs or cost.
    Price,
    /// It makes the sum behind it a debt.
    Minus,
    /// What is in arrears: no balance, and no question has two answers to it.
    Owed,
    /// So much for each day, minute or megabyte.
    Per,
    /// What a plan contains.
    Includes,
    /// The last call or session.
    Last,
    /// Something is offered; what follows in the sentence belongs to it.
    Offer,
    /// What follows in the sentence is not so: "could be", "would have".
    Could,
    /// None, as a number: "zero MB".
    Zero,
    /// Counted with cents, and no money: units, points.
    Points,
    /// Without an end.
    Unlimited,
    /// Nothing is left.
    Empty,
    /// The noun: data,
    Data,
    /// calls,
    Calls,
    /// data for everything,
    General,
    /// for other devices,
    Hotspot,
    /// abroad,
    Roaming,
    /// for some apps or places,
    App,
    /// in one province,
    Local,
    /// for some hours of the night,
    Night,
    /// as a gift,
    Bonus,
    /// left of the period before.
    Carried,
    /// A unit of data.
    Unit(Unit),
    /// Per cent.
    Percent,
    /// Minutes,
    Minute,
    /// seconds,
    Second,
    /// hours as a length,
    Hour,
    /// or as a time of day.
    Clock,
    /// Days.
    Day,
    /// Texts, as a noun or a unit.
    Texts,
    /// A month's name.
    Month(u8),
    /// The year, month and day marks of Chinese, Japanese and Korean dates.
    Year,
    /// See `Year`.
    MonthMark,
    /// This day,
    Today,
    /// or the next,
    Tomorrow,
    /// or the last of this month.
    MonthEnd,
    /// A sign or name of money, by its row: see [`code`].
    Currency(u8),
    /// So many of it make one of the money before it.
    Coin(u8),
    /// Joins two figures of one role.
    And,
    /// What follows are the last digits of a number.
    Tail,
    /// The number before it is a generation of networks, not an amount.
    Network,
    /// Between a whole and its part: 3GB中1GB.
    Within,
    /// Data goes on, but slowly: when that ends, the data is back.
    Slow,
    /// A greeting, with which a message begins.
    Hello,
    /// Says nothing, and is of no trade: "your", "is".
    Plain,
    /// A plan: the size before it is its whole.
    Plan,
    /// A line and what it is sold as: without one of these, or data, or a carrier, a day alone is
    /// the end of anything.
    Line,
    /// To top up, which cards of other trades are as well.
    Refill,
    /// A carrier, by its row: see [`of_country`].
    Carrier(u8),
    /// A one-time code.
    Code,
    /// A bank, a card, a wallet, a shop.
    Bank,
    /// A parcel, a ride, an appointment.
    Parcel,
    /// A bill or a payment.
    Bill,
    /// A payment that was made,
    Paid,
    /// or that is made by itself when it is due.
    Auto,
    /// Something failed,
    Fault,
    /// is still to be done,
    Underway,
    /// or was done.
    Success,
    /// Storage.
    Storage,
    /// Says nothing, but keeps a longer phrase from being taken apart.
    Nothing,
}

impl Word {
    /// Whether it is of lines and how they are kept alive.
    pub(super) const fn is_line(self) -> bool {
        matches!(self, Self::Line | Self::Refill)
    }

    /// Whether it names what came on top of what the plan gives.
    pub(super) const fn is_extra(self) -> bool {
        matches!(self, Self::Bonus | Self::Carried)
    }
}

/// The rows of money from here on are those of one country.
const LOCAL: u8 = 128;

/// The ISO code of a row of money, or the codes among which the card and its country decide.
pub(super) fn code(row: u8) -> &'static str {
    match row.checked_sub(LOCAL) {
        Some(row) => head(LOCAL_SIGNS, row).get(3..).unwrap_or(""),
        None => head(money::SIGNS, row),
    }
}

/// What stands before the phrases of a row.
fn head(table: &'static str, row: u8) -> &'static str {
    table.lines().nth(usize::from(row)).and_then(|line| line.split('\t').next()).unwrap_or("")
}
