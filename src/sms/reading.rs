//! What a reply said: the types that a screen shows and a person answers.
//!
//! Nothing here reads; nothing here knows a language.

use crate::domain::{Amount, Base, Bucket, Currency, Date, Decimal};

/// What is known beside the text.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day on which the reply came: it resolves dates without a year.
    pub received: Date,
    /// ISO 3166 code of the carrier's country: it resolves 01/02/2027 and `$`.
    pub country: Option<&'a str>,
    /// The currency of the card's credit; it is stronger than the country.
    pub currency: Option<Currency>,
    /// The carrier as the card names it: an identifier of the guide or a typed name.
    pub carrier: Option<&'a str>,
    /// How many megabytes make a gigabyte on this card.
    pub base: Base,
}

/// A reply as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether it says anything about a balance.
    pub verdict: Verdict,
    /// Its figures in the order of the text; none where the verdict is [`Verdict::Nothing`].
    pub figures: Vec<Figure>,
    /// The last four digits of each phone number that the text names, in ASCII digits.
    pub tails: Vec<String>,
    /// The carrier that the text names, as an identifier of the guide.
    pub carrier: Option<&'static str>,
    /// The day, and perhaps the time, for which the text says that its figures are true.
    pub stated: Option<Stated>,
    /// Whether an end has an hour before the last of its day: a figure holds the day only.
    pub timed: bool,
    /// Whether it speaks of data that comes for each day, beside what is left or used.
    pub daily: bool,
}

/// A day, and perhaps a time, that a text gives as its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Where it stands.
    pub span: Span,
    /// The day.
    pub date: Date,
    /// The minute of that day.
    pub minute: Option<u16>,
}

/// Whether a text says anything about a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does: there is at least one figure, sure or asked.
    Reading,
    /// It does not.
    Nothing(Refusal),
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// There is no text.
    Empty,
    /// It is longer than a message, or holds more figures than one.
    TooMuch,
    /// It carries a one-time code.
    OneTimeCode,
    /// It is from a bank, a card, a wallet, a shop or another service: what it counts is none of the card's.
    BankOrCard,
    /// It is about a parcel, a ride, an appointment.
    Parcel,
    /// It offers or advertises something.
    Offer,
    /// It says what a plan contains or costs, not what is left of it.
    Plan,
    /// It is a bill, or of a payment that comes.
    Bill,
    /// It confirms a payment or a top-up, and says no balance.
    Paid,
    /// It says that something failed, or was not understood.
    Error,
    /// It says that a payment or a top-up is still being worked on.
    Underway,
    /// It is about storage or something else that is counted in gigabytes, not mobile data.
    Storage,
    /// It only says that little is left, not how much.
    Threshold,
    /// The figure in it is less than nothing,
    Negative,
    /// or more than can be.
    TooLarge,
    /// It has no figure that says what is left.
    NoFigure,
}

/// A range of bytes in the text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// One quantity or date in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands, its unit included.
    pub span: Span,
    /// What it says. Where a question's choices have other values, this is the first of them.
    pub value: Value,
    /// What it is.
    pub role: Certainty,
}

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Data.
    Data(Amount),
    /// A share in per cent, 0 to 100.
    Percent(Decimal),
    /// Money; the currency is missing where neither the text nor the card says one.
    Money(Decimal, Option<Currency>),
    /// A day.
    Date(Date),
    /// Minutes or messages.
    Count(Decimal),
    /// Data without an end.
    Unlimited,
    /// The same once what was fast of it is used up.
    Slowed,
    /// The same, where that is still to come.
    Slows,
}

/// How sure it is what a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The text (or the text and the card) says it.
    Sure(Role, Why),
    /// The person is asked. At least two choices, none preselected.
    Asked(Vec<Choice>),
}

/// One answer to what a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it would be.
    pub role: Role,
    /// What it would say.
    pub value: Value,
    /// Whether it is all the other choices taken together.
    pub together: bool,
}

impl Choice {
    /// An answer by itself.
    #[must_use]
    pub const fn of(role: Role, value: Value) -> Self {
        Self { role, value, together: false }
    }
}

/// What a figure is.
///
/// With [`Value::Percent`] it is a share of the bucket, with [`Value::Unlimited`] a bucket
/// without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What is left of a bucket; of [`Bucket::Money`] the balance.
    Left(Bucket),
    /// What is used of a bucket.
    Used(Bucket),
    /// What a bucket holds in all.
    Total(Bucket),
    /// The end of the data or the plan.
    Expires,
    /// The end of the credit, where the data has an end of its own.
    CreditExpires,
    /// The next charge or reset.
    Renews,
    /// What was added. It is not what is left afterwards.
    TopUp,
}

/// What decided a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// The words that decided, where words did.
    pub words: Option<Span>,
    /// What the card knows, where that decided.
    pub card: Option<Knowledge>,
}

/// What the card knows and the text does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Knowledge {
    /// The country decided which number is the month.
    Country,
    /// The card's or its country's currency decided what `$` or a bare number is.
    Currency,
    /// The day of receipt decided the year, or what "in 7 days" is.
    Received,
    /// A person said so, of this text or of one like it.
    Taught,
}

impl Refusal {
    /// Whether a person may say of such a text what its figures are: a carrier may well have written
    /// it. What is of another trade is nobody's balance, whatever is said of it.
    #[must_use]
    pub const fn can_be_taught(self) -> bool {
        match self {
            Self::NoFigure | Self::Negative | Self::TooLarge => true,
            Self::Threshold | Self::Error | Self::Underway | Self::Plan | Self::Offer => true,
            Self::Empty | Self::TooMuch | Self::OneTimeCode | Self::BankOrCard => false,
            Self::Parcel | Self::Bill | Self::Paid | Self::Storage => false,
        }
    }
}

impl Verdict {
    /// Whether what was taught of such a text is asked about in the next: it was refused as an offer or as a threshold,
    /// and the same words may be of a balance or of a lure.
    #[must_use]
    pub const fn asks_anew(self) -> bool {
        matches!(self, Self::Nothing(Refusal::Offer | Refusal::Threshold))
    }
}

impl Reading {
    /// A text in which nothing was read.
    #[must_use]
    pub const fn nothing(refusal: Refusal) -> Self {
        Self {
            verdict: Verdict::Nothing(refusal),
            figures: Vec::new(),
            tails: Vec::new(),
            carrier: None,
            stated: None,
            timed: false,
            daily: false,
        }
    }

    /// How many figures are still to be answered.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.figures.iter().filter(|figure| matches!(figure.role, Certainty::Asked(_))).count()
    }
}

impl Span {
    /// The part of the text that it means; empty where it is not of that text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
