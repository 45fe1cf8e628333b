//! Rules of a carrier that cost people their credit or their number.

use super::way::Known;

/// A rule, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The rule.
    pub rule: Rule,
    /// How sure it is.
    pub known: Known,
}

/// What holds for a carrier's cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A top-up, of at least so much where a sum is given, is good for so long.
    Lasts {
        /// The sum, as the carrier writes it.
        from: Option<String>,
        /// How long.
        span: Span,
    },
    /// The plan charges again after so long.
    Renews(Span),
    /// The number is lost where nothing is sent, called or paid with it for so long.
    Use(Span),
    /// The number is lost where it is not topped up for so long.
    TopUp(Span),
    /// After the end there is so long to top up before the number is lost.
    Grace(Span),
    /// The carrier notifies by itself at these figures.
    Warns(String),
    /// The carrier's figure may be so old.
    Lags(Span),
    /// What is left ends with the calendar month.
    CalendarMonth,
    /// Its cards, or most of them, have neither texts nor calls.
    DataOnly,
}

/// A length of time as a rule says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// What a [`Span`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Months.
    Months,
}

impl Span {
    /// Reads `30 days`, `3 months`, `24 hours`: a number from 1, and one of these words.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.split_once(' ')?;
        let unit = match unit {
            "hours" => Unit::Hours,
            "days" => Unit::Days,
            "months" => Unit::Months,
            _ => return None,
        };
        count.parse().ok().filter(|count| *count > 0).map(|count| Self { count, unit })
    }
}
