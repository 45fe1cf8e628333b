//! READS A REPLY: a carrier's text becomes figures with their places in it, or a refusal.
//!
//! One pass scans numbers, units, dates, currencies and words with roles; rules that know no
//! language then say what each figure is. A language is a table of words under `words/`, and a
//! carrier's peculiarity is a row of one. It never guesses: what the text leaves open is asked.
//!
//! No clock, no I/O, no regex; time and memory are linear in the text.

mod bare;
mod block;
mod bucket;
mod compose;
mod date;
mod ends;
mod fold;
mod gather;
mod number;
mod open;
mod place;
mod reading;
mod refuse;
mod roles;
mod scan;
mod settle;
mod taught;
mod words;

use crate::domain::MAX_REPLY;
use compose::{Item, Part};
use words::{Lexicon, Word};

pub use reading::{Certainty, Choice, Context, Figure, Knowledge, Reading, Refusal, Role, Span, Value, Verdict, Why};
pub use settle::{Answer, Settled};
pub use taught::{Candidate, Lessons, Told, WhyNot, candidates, read_with, teach};

/// Reads a reply.
///
/// Every span of the reading lies within `text` and on character boundaries. A text longer than
/// [`MAX_REPLY`] is read only as far as that.
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
    Parsed::new(text, context).map_or_else(Reading::empty, |parsed| parsed.reading(context))
}

/// A text taken apart.
struct Parsed {
    folded: fold::Folded,
    items: Vec<Item>,
    tails: Vec<String>,
}

impl Parsed {
    /// `None` where there is no text.
    fn new(text: &str, context: &Context<'_>) -> Option<Self> {
        if text.trim().is_empty() {
            return None;
        }
        let folded = fold::Folded::new(text, MAX_REPLY);
        let lexicon = Lexicon::new(context.country);
        let scanned = scan::scan(&folded, &lexicon);
        let mut items = compose::compose(&scanned.tokens, context);
        bare::name(&mut items, context);
        Some(Self { folded, items, tails: scanned.tails })
    }

    fn reading(&self, context: &Context<'_>) -> Reading {
        let mut figures = gather::gather(&self.folded, &self.items, context);
        let refusal = refuse::refusal(&self.folded, &self.items, &figures);
        if refusal.is_some() {
            figures.clear();
        }
        let verdict = refusal.map_or(Verdict::Reading, Verdict::Nothing);
        Reading { verdict, figures, tails: self.tails.clone(), carrier: carrier(&self.items, context.country) }
    }
}

/// The first carrier that the text names.
fn carrier(items: &[Item], country: Option<&str>) -> Option<&'static str> {
    items.iter().find_map(|item| match item.part {
        Part::Word(Word::Carrier(ids)) => words::of_country(ids, country),
        _ => None,
    })
}
