//! READS A REPLY: a carrier's text becomes figures with their places in it, or a refusal.
//!
//! One pass scans numbers, units, dates, currencies and words with roles; rules that know no
//! language then say what each figure is. A language is a table of words under `words/`, and a
//! carrier's peculiarity is a row of one. It never guesses: what the text leaves open is asked.
//!
//! No clock, no I/O, no regex; time and memory are linear in the text.

mod amend;
mod aside;
mod bare;
mod block;
mod bucket;
mod clock;
mod compose;
mod conflict;
mod counted;
mod date;
mod ended;
mod ends;
mod fold;
mod found;
mod gather;
mod headers;
mod item;
mod lines;
mod links;
mod list;
mod mask;
mod messages;
mod names;
mod near;
mod network;
mod number;
mod number_runs;
mod open;
mod page;
mod place;
mod plan;
mod reading;
mod refuse;
mod roles;
mod scan;
mod sender;
mod settle;
mod slow;
mod stated;
mod sum;
mod talk;
mod taught;
mod unnamed;
mod whole;
mod words;
mod zero;

use crate::domain::{Date, MAX_REPLY, Pattern};
use item::{Item, Part, Quantity, Sign};
use words::{Lexicon, Word};

pub use links::{hosts, is_resale};
pub use mask::masked;
pub use messages::{Message, Paste, messages, newest};
pub use reading::{
    Certainty, Choice, Context, Figure, Knowledge, Reading, Refusal, Role, Span, Stated, Value, Verdict, Why,
};
pub use settle::{Answer, Settled};
pub use taught::{Candidate, Lessons, Told, WhyNot, candidates, read_with, teach};

/// Reads a reply.
///
/// Every span of the reading lies within `text` and on character boundaries. A text longer than
/// [`MAX_REPLY`] is refused; of several messages in one text see [`Reader::paste`].
///
/// ```
/// use sim_gauge::domain::{Base, Date};
/// use sim_gauge::sms::{Context, read};
///
/// let received = Date::parse("2026-06-15").unwrap();
/// let context = Context { received, country: Some("US"), currency: None, carrier: None, base: Base::Binary };
/// let reading = read("You have 512 MB left, valid until 7/1.", &context);
/// assert_eq!(reading.figures.len(), 2);
/// ```
#[must_use]
pub fn read(text: &str, context: &Context<'_>) -> Reading {
    Reader::new(context).read(text)
}

/// The amounts of data and of money that a text names, whatever they are of. A sum of which the currency is open
/// has none.
#[must_use]
pub fn amounts(text: &str, context: &Context<'_>) -> Vec<Value> {
    let mut amounts = Vec::new();
    for item in Parsed::new(text, context).map(|parsed| parsed.items).unwrap_or_default() {
        amounts.extend(match item.part {
            Part::Figure(Quantity::Data(amount, _)) => Some(Value::Data(amount)),
            Part::Figure(Quantity::Money(sum, currency, sign)) => {
                Some(Value::Money(sum, currency.filter(|_| !matches!(sign, Sign::Open(_)))))
            }
            _ => None,
        });
    }
    amounts
}

/// Reads many texts with what is known beside them: the words are made ready once.
pub struct Reader<'a> {
    lexicon: Lexicon,
    context: &'a Context<'a>,
    patterns: &'a [&'a Pattern],
}

impl<'a> Reader<'a> {
    /// Makes the words ready.
    #[must_use]
    pub fn new(context: &'a Context<'a>) -> Self {
        Self::taught(context, &[])
    }

    /// Makes the words ready, and reads by these patterns what is still open.
    #[must_use]
    pub fn taught(context: &'a Context<'a>, patterns: &'a [&'a Pattern]) -> Self {
        Self { lexicon: Lexicon::new(context.country), context, patterns }
    }

    /// The text taken apart, as far as a message goes; `None` where there is no text.
    fn parse(&self, text: &str) -> Option<Parsed> {
        self.parse_on(text, self.context)
    }

    fn parse_on(&self, text: &str, context: &Context<'_>) -> Option<Parsed> {
        if text.trim().is_empty() {
            return None;
        }
        let folded = fold::Folded::new(text, MAX_REPLY);
        let scanned = scan::scan(&folded, &self.lexicon, context.country);
        let (mut items, impossible) = compose::compose(&scanned.tokens, context);
        bare::name(&mut items, context);
        bare::share(&mut items);
        Some(Parsed { folded, items, impossible, tails: scanned.tails, long: text.len() > MAX_REPLY })
    }

    /// Reads a text, as [`read()`] does.
    #[must_use]
    pub fn read(&self, text: &str) -> Reading {
        self.read_on(text, self.context.received)
    }

    /// Reads a text that came on another day.
    #[must_use]
    pub fn read_on(&self, text: &str, received: Date) -> Reading {
        let context = Context { received, ..*self.context };
        let Some(parsed) = self.parse_on(text, &context) else { return Reading::nothing(Refusal::Empty) };
        parsed.taught(&context, Lessons { told: &[], patterns: self.patterns })
    }
}

/// A text taken apart.
struct Parsed {
    folded: fold::Folded,
    items: Vec<Item>,
    impossible: Option<Refusal>,
    tails: Vec<String>,
    /// There is more of it than a message holds.
    long: bool,
}

impl Parsed {
    /// `None` where there is no text.
    fn new(text: &str, context: &Context<'_>) -> Option<Self> {
        Reader::new(context).parse(text)
    }

    fn reading(&self, context: &Context<'_>) -> Reading {
        let mut figures = gather::gather(&self.folded, &self.items, context);
        let refusal = if self.long || gather::crowded(&figures) {
            Some(Refusal::TooMuch)
        } else {
            let refusal = refuse::refusal(&self.folded, &self.items, &figures, context.carrier);
            refusal.map(|why| if why == Refusal::NoFigure { self.impossible.unwrap_or(why) } else { why })
        };
        if refusal.is_some() {
            figures.clear();
        }
        Reading {
            timed: aside::timed(&self.folded, &self.items, &figures),
            daily: aside::daily(&self.folded, &figures),
            verdict: refusal.map_or(Verdict::Reading, Verdict::Nothing),
            figures,
            tails: self.tails.clone(),
            carrier: carrier(&self.items, context.country),
            stated: stated::stated(&self.folded, &self.items, context),
        }
    }
}

/// The first carrier that the text names.
fn carrier(items: &[Item], country: Option<&str>) -> Option<&'static str> {
    items.iter().find_map(|item| match item.part {
        Part::Word(Word::Carrier(ids)) => words::of_country(ids, country),
        _ => None,
    })
}
