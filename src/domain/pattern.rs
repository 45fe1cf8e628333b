//! A pattern: what a person taught about a figure in a carrier's replies. Pure data; how a text is
//! compared with it is for `sms`.

use super::amount::Unit;
use super::entry::Bucket;
use super::letters::is_letter;
use super::text::{Line, clean};

/// How to know a figure again, and what it is.
///
/// What stands around the figure is folded text in which every number and date is a `#` and every
/// end of a line or sentence a line feed. It always says enough to be recognised by
/// ([`Pattern::LEAST`]), and the figure always counts what its meaning is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    carrier: Option<Line>,
    before: String,
    after: String,
    meaning: Meaning,
    written: Written,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// What is left of a bucket.
    Left(Bucket),
    /// What is used of a bucket.
    Used(Bucket),
    /// What a bucket holds in all.
    Total(Bucket),
    /// The end of the data or the plan.
    Expires,
    /// The next charge.
    Renews,
}

/// What stands where the figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Written {
    /// Data with its unit.
    Data,
    /// A share with its sign.
    Percent,
    /// A sum with its currency.
    Money,
    /// Minutes or messages with their word.
    Count,
    /// A date, or so many days from the day of receipt.
    Date,
    /// A number alone, which is data in this unit.
    BareData(Unit),
    /// A number alone, which is a share in per cent.
    BarePercent,
    /// A number alone, which is money of the card's currency.
    BareMoney,
    /// A number alone, which counts minutes or messages.
    BareCount,
}

impl Pattern {
    /// The most characters that are compared before the figure,
    pub const BEFORE: usize = 32;
    /// and after it.
    pub const AFTER: usize = 16;
    /// How many [`Pattern::letters`] must stand around the figure: fewer would be found anywhere.
    pub const LEAST: usize = 4;

    /// A pattern, or `None` where too little or too much stands around the figure, or where it
    /// cannot be what it is said to be.
    #[must_use]
    pub fn new(
        carrier: Option<Line>,
        before: String,
        after: String,
        meaning: Meaning,
        written: Written,
    ) -> Option<Self> {
        let short = before.chars().count() <= Self::BEFORE && after.chars().count() <= Self::AFTER;
        let told = Self::letters(&before) + Self::letters(&after) >= Self::LEAST;
        let inert = clean(&before) == before && clean(&after) == after;
        (short && told && inert && meaning.fits(written)).then_some(Self { carrier, before, after, meaning, written })
    }

    /// How much a text says that can be known again: letters, those of a script without spaces twice.
    #[must_use]
    pub fn letters(text: &str) -> usize {
        let weight = |c: char| match c {
            c if !is_letter(c) => 0,
            '\u{e00}'.. => 2,
            _ => 1,
        };
        text.chars().map(weight).sum()
    }

    /// Whose replies: the carrier as the card names it. `None` means anyone's.
    #[must_use]
    pub const fn carrier(&self) -> Option<&Line> {
        self.carrier.as_ref()
    }

    /// What stands before the figure.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.before
    }

    /// What stands after it.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.after
    }

    /// What the figure is.
    #[must_use]
    pub const fn meaning(&self) -> Meaning {
        self.meaning
    }

    /// What stands where it is.
    #[must_use]
    pub const fn written(&self) -> Written {
        self.written
    }

    /// Whether it is for replies to a card with that carrier.
    #[must_use]
    pub fn is_for(&self, carrier: Option<&str>) -> bool {
        self.carrier.as_ref().is_none_or(|own| Some(own.as_str()) == carrier)
    }

    /// Whether both know the same figures: then only one of them can be right.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        let bare = |written| {
            matches!(written, Written::BareData(_) | Written::BarePercent | Written::BareMoney | Written::BareCount)
        };
        let alike = self.written == other.written || bare(self.written) && bare(other.written);
        alike && (&self.carrier, &self.before, &self.after) == (&other.carrier, &other.before, &other.after)
    }
}

impl Meaning {
    /// Whether a figure that is written so can mean this.
    #[must_use]
    pub const fn fits(self, written: Written) -> bool {
        use Written::{BareCount, BareData, BareMoney, BarePercent, Count, Data, Date, Money, Percent};
        match self {
            Self::Expires | Self::Renews => matches!(written, Date),
            Self::Left(Bucket::Money) => matches!(written, Money | BareMoney),
            Self::Used(Bucket::Money) | Self::Total(Bucket::Money) => false,
            Self::Left(bucket) | Self::Used(bucket) | Self::Total(bucket) if !bucket.is_data() => {
                matches!(written, Count | BareCount)
            }
            Self::Total(_) => matches!(written, Data | BareData(_)),
            Self::Left(_) | Self::Used(_) => matches!(written, Data | BareData(_) | Percent | BarePercent),
        }
    }
}
