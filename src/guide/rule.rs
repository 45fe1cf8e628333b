//! Rules of a carrier that cost people their credit or their number.

use super::way::Known;
use crate::domain::convert::natural;

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
    /// What a person wrote.
    Says(String),
}

/// The words of [`Rule::DataOnly`].
pub const DATA_ONLY: &str = "data only";

impl Rule {
    /// What a person wrote, where it is that.
    #[must_use]
    pub fn said(&self) -> Option<&str> {
        if let Self::Says(words) = self { Some(words) } else { None }
    }

    /// Its words, by which a report names it: `lasts $10 30 days`, `calendar month`.
    #[must_use]
    pub fn words(&self) -> String {
        let (word, what, span) = match self {
            Self::Lasts { from, span } => ("lasts", from.as_deref().unwrap_or_default(), Some(span)),
            Self::Renews(span) => ("renews", "", Some(span)),
            Self::Use(span) => ("use", "", Some(span)),
            Self::TopUp(span) => ("top up", "", Some(span)),
            Self::Grace(span) => ("grace", "", Some(span)),
            Self::Lags(span) => ("lags", "", Some(span)),
            Self::Warns(at) => ("warns", at.as_str(), None),
            Self::CalendarMonth => ("calendar month", "", None),
            Self::DataOnly => (DATA_ONLY, "", None),
            Self::Says(words) => ("says", words.as_str(), None),
        };
        let mut words = word.to_owned();
        for part in [what, &span.map(Span::words).unwrap_or_default()] {
            if !part.is_empty() {
                words.push(' ');
                words.push_str(part);
            }
        }
        words
    }

    /// The rule that those words name: what [`Rule::words`] writes comes back the same, and words that
    /// name none are what a person wrote.
    #[must_use]
    pub fn of_words(words: &str) -> Self {
        Self::named(words).unwrap_or_else(|| Self::Says(words.to_owned()))
    }

    fn named(words: &str) -> Option<Self> {
        let after = |word: &str| words.strip_prefix(word)?.strip_prefix(' ');
        let span = |word: &str| after(word).and_then(Span::parse);
        match words {
            "calendar month" => return Some(Self::CalendarMonth),
            DATA_ONLY => return Some(Self::DataOnly),
            _ => {}
        }
        if let Some(words) = after("says") {
            return Some(Self::Says(words.to_owned()));
        }
        if let Some(at) = after("warns") {
            return Some(Self::Warns(at.to_owned()));
        }
        if let Some(rest) = after("lasts") {
            // The span is the last two words, the sum whatever stands before them.
            let mut parts = rest.rsplitn(3, ' ');
            let (unit, count) = (parts.next()?, parts.next()?);
            let from = parts.next().map(str::to_owned);
            return Span::parse(&[count, " ", unit].concat()).map(|span| Self::Lasts { from, span });
        }
        let spans = [
            span("renews").map(Self::Renews),
            span("use").map(Self::Use),
            span("top up").map(Self::TopUp),
            span("grace").map(Self::Grace),
            span("lags").map(Self::Lags),
        ];
        spans.into_iter().flatten().next()
    }
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
    /// What [`Span::parse`] reads.
    #[must_use]
    pub fn words(&self) -> String {
        let unit = match self.unit {
            Unit::Hours => " hours",
            Unit::Days => " days",
            Unit::Months => " months",
        };
        [&self.count.to_string(), unit].concat()
    }

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
        natural(count).filter(|count| *count > 0).map(|count| Self { count, unit })
    }
}
