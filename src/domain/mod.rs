//! WHAT IS TRUE: quantities, dates, identifiers, card, entry, ledger, book.
//!
//! No serde, no I/O, no clock: "today" and "now" are always parameters. The words are those of
//! the glossary in ARCHITECTURE.md.

mod amount;
mod book;
mod borne;
mod card;
mod code;
pub mod convert;
mod counter;
mod cycle;
mod date;
mod decimal;
mod entry;
mod id;
mod keeping;
mod ledger;
mod letters;
mod link;
mod map;
mod moment;
mod money;
mod movement;
mod number;
mod pattern;
mod period;
mod purse;
mod renewal;
mod report;
mod room;
mod slip;
mod text;
mod turn;
mod way;
mod zone;

pub use amount::{Amount, Base, Bytes, Unit};
pub use book::{Book, Kept};
pub use card::{Card, CardForm, Start, Threshold, Validity, last_of};
pub use code::{is_costly, is_premium, is_setting};
pub use cycle::{Cycle, month_around};
pub use date::{DAY_MS, Date, Timestamp};
pub use decimal::Decimal;
pub use entry::{
    Act, Arrival, Bucket, Channel, Check, Effect, Entry, Fact, KeepAlive, Measure, Quantity, Said, Source, TopUp,
};
pub use id::{CardId, EntryId, EventId, PatternId, ReportId, Ulid};
pub use keeping::{DayClock, DayTurn, KeepRule, Keeping};
pub use ledger::{Ledger, Remaining};
pub use letters::{is_capital, is_digit, is_letter};
pub use link::Link;
pub use map::Map;
pub use moment::Moment;
pub use money::{Currency, Money};
pub use movement::{Level, Movement, Origin};
pub use number::PhoneNumber;
pub use pattern::{Meaning, Pattern, Written};
pub use period::{Dated, Then};
pub use report::{By, Purpose, Report, ReportText, Tells};
pub use slip::Slips;
pub use text::{Line, MAX_PASTE, MAX_REPLY, Remark, capped_paste, clean, clean_reply, is_plain};
pub use turn::Turn;
pub use way::{Asks, Contact, Means};
pub use zone::{Offsets, ZoneName};
