//! Which figures stand in one list, and share what a word says of one of them.

use super::bucket::named;
use super::item::{Part, Quantity};
use super::roles::{Decision, Field, Use};
use super::words::Word;

impl Field<'_> {
    /// The next figure of the same list.
    pub(super) fn neighbour(&self, i: usize) -> Option<usize> {
        let mut joined = false;
        for j in i + 1..(i + 8).min(self.items.len()) {
            match self.part(j)? {
                Part::Figure(figure) if figure.measures() => return joined.then_some(j),
                Part::Figure(Quantity::Bare(_)) if self.word(j + 1) == Some(Word::Calls) => {}
                Part::Figure(_) | Part::Break => return None,
                Part::Mark(',' | '、' | '+' | '/') | Part::Word(Word::And) => joined = true,
                Part::Word(Word::Expires | Word::Renews | Word::Price | Word::Lasts | Word::Offer) => return None,
                _ => {}
            }
        }
        None
    }

    /// "20 % left (United States, 3 GB)": whether a bracket opens between a figure and a later one, and does not close.
    pub(super) fn encloses_later(&self, first: usize, i: usize) -> bool {
        let depth = |open: i32, j: usize| match self.part(j) {
            Some(Part::Mark('(')) => open + 1,
            Some(Part::Mark(')')) => open - 1,
            _ => open,
        };
        i > first + 3 && (first..i - 1).fold(0, depth) > 0
    }

    /// The figure before in the same list.
    pub(super) fn previous(&self, i: usize) -> Option<usize> {
        for j in (i.saturating_sub(10)..i).rev() {
            match self.part(j)? {
                Part::Figure(figure) if figure.measures() => return Some(j),
                Part::Figure(_) | Part::Break => return None,
                Part::Mark(';') if !matches!(self.quantity(i), Some(Quantity::Texts(_))) => return None,
                Part::Word(
                    Word::Expires | Word::Renews | Word::Price | Word::Lasts | Word::Offer | Word::Per | Word::Add,
                ) => return None,
                _ => {}
            }
        }
        None
    }

    /// "Balance:", and below it "Data 30 GB", "Used 3 GB": what only the heading calls left may be the whole of what is used.
    pub(super) fn headed(&self, decisions: &mut [Decision]) {
        let data = |i: usize| matches!(self.quantity(i), Some(Quantity::Data(..)));
        let said =
            |decisions: &[Decision], part: Use| decisions.iter().enumerate().any(|(i, it)| it.part == part && data(i));
        if !said(decisions, Use::Used) || said(decisions, Use::Total) {
            return;
        }
        for (i, decision) in decisions.iter_mut().enumerate().filter(|(_, it)| it.part == Use::Left && !it.after) {
            let heading = decision.word.unwrap_or(i)..i;
            let below = heading.into_iter().find(|&j| matches!(self.part(j), Some(Part::Mark('\n'))));
            let named = |j: usize| self.word(j).is_some_and(|noun| noun == Word::Data || named(noun).is_some());
            if data(i) && below.is_some_and(|below| (below..i).any(named)) {
                decision.part = Use::Have;
            }
        }
    }
}
