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
mod words;

use crate::domain::MAX_REPLY;
use compose::{Item, Part};
use words::{Lexicon, Word};

pub use reading::{Certainty, Choice, Context, Figure, Knowledge, Reading, Refusal, Role, Span, Value, Verdict, Why};
pub use settle::{Answer, Settled};

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
    let nothing =
        |refusal| Reading { verdict: Verdict::Nothing(refusal), figures: Vec::new(), tails: Vec::new(), carrier: None };
    if text.trim().is_empty() {
        return nothing(Refusal::Empty);
    }
    let folded = fold::Folded::new(text, MAX_REPLY);
    let lexicon = Lexicon::new(context.country);
    let scanned = scan::scan(&folded, &lexicon);
    let mut items = compose::compose(&scanned.tokens, context);
    bare::name(&mut items, context);
    let figures = gather::gather(&folded, &items, context);
    let carrier = carrier(&items, context.country);
    match refuse::refusal(&folded, &items, &figures) {
        Some(refusal) => Reading { tails: scanned.tails, carrier, ..nothing(refusal) },
        None => Reading { verdict: Verdict::Reading, figures, tails: scanned.tails, carrier },
    }
}

/// The first carrier that the text names.
fn carrier(items: &[Item], country: Option<&str>) -> Option<&'static str> {
    items.iter().find_map(|item| match item.part {
        Part::Word(Word::Carrier(ids)) => words::of_country(ids, country),
        _ => None,
    })
}
