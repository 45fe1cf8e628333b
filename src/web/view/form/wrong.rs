//! Which sentence says what is wrong with a field.

use crate::app::form::{Fault, Field, Problem};
use crate::i18n::text::forms_faults::Wrong;

pub(super) const fn sentence(problem: Problem) -> Wrong {
    match (problem.fault, problem.field) {
        (Fault::Missing, Field::Name) => Wrong::NoName,
        (Fault::Missing, Field::Card) => Wrong::NoCard,
        (Fault::Missing, Field::Reply) => Wrong::NoReply,
        (Fault::Missing, Field::Said) => Wrong::NoKind,
        (Fault::Missing, Field::At | Field::PaidAt) => Wrong::NoTime,
        (Fault::Missing, Field::Until) => Wrong::NoDay,
        (Fault::Missing, Field::Days) => Wrong::NoDays,
        (Fault::Missing, _) => Wrong::Empty,
        (Fault::NotANumber | Fault::TooLarge, Field::Days) => Wrong::NotDays,
        (Fault::NotANumber, _) => Wrong::NotANumber,
        (Fault::Negative, _) => Wrong::Negative,
        (Fault::TooLarge, _) => Wrong::TooLarge,
        (Fault::OverHundred, _) => Wrong::OverHundred,
        (Fault::NotADate, _) => Wrong::NotADate,
        (Fault::BeforeStart, Field::PaidAt) => Wrong::PaidLater,
        (Fault::BeforeStart, _) => Wrong::BeforeStart,
        (Fault::BeforeCard, Field::Reply) => Wrong::LongOver,
        (Fault::BeforeCard, _) => Wrong::BeforeCard,
        (Fault::InFuture, _) => Wrong::InFuture,
        (Fault::NotAWay, _) => Wrong::NotAWay,
        (Fault::Sets, _) => Wrong::Sets,
        (Fault::Costs, _) => Wrong::Costs,
        (Fault::Emergency, _) => Wrong::Emergency,
        (Fault::NotKeys, _) => Wrong::NotKeys,
        (Fault::NotAPhoneNumber, _) => Wrong::NotAPhoneNumber,
        (Fault::TooLong, Field::Note) => Wrong::NoteTooLong,
        (Fault::TooLong, _) => Wrong::TooLong,
        (Fault::NeedsTotal, _) => Wrong::NeedsTotal,
        (Fault::Unanswered, _) => Wrong::Unanswered,
        (Fault::NoBalance | Fault::Confirms, _) => Wrong::NoBalance,
        (Fault::NothingSaid, Field::Expires) => Wrong::NoDay,
        (Fault::NothingSaid, _) => Wrong::NothingSaid,
        (Fault::LoggedBefore, _) => Wrong::LoggedBefore,
    }
}
