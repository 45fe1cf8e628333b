//! Which bucket a figure is of: what its unit says, or the nouns around it.

use super::item::{Item, Part, Quantity};
use super::roles::Field;
use super::words::Word;
use crate::domain::Bucket;

impl Field<'_> {
    /// The bucket that the nouns around a figure name: behind it first, then before it.
    pub(super) fn bucket(&self, i: usize) -> Bucket {
        match self.quantity(i) {
            Some(Quantity::Money(..) | Quantity::Bare(_)) => return Bucket::Money,
            Some(Quantity::Minutes(_)) => return Bucket::Minutes,
            Some(Quantity::Texts(_)) => return Bucket::Messages,
            _ => {}
        }
        let end = self.whole(i).unwrap_or(i);
        // "512 MB of hotspot data left of your 8 GB": the noun between a part and its whole is of both.
        let between = (self.head(i) + 1..end).find_map(|j| self.part(j).and_then(noun));
        let behind = (end + 1..self.items.len()).take(8).map_while(|j| match self.part(j)? {
            Part::Figure(_) | Part::Break | Part::Mark(',' | '、' | ':' | '=' | ';' | '/') => None,
            Part::Word(Word::And) => None,
            // "5 GB - hotspot 2 GB"
            Part::Mark('-') if self.parts(j) => None,
            Part::Mark('(') if self.aside(j) || self.without(j) => None,
            // "Left: 8 GB Roaming left: 100 MB": the noun is of what is behind its colon.
            Part::Word(word) if named(*word).is_some() && self.labels_next(j) => None,
            part => Some(noun(part)),
        });
        // "1 GB hotspot and 4 GB data": the noun of the figure before is not this one's, which has its own.
        let own = (end + 1..end + 3).any(|j| matches!(self.word(j), Some(Word::Data | Word::Nothing)))
            && (end + 1..end + 5).any(|j| self.word(j) == Some(Word::Left));
        let mut excluded = false;
        let ahead = (0..self.head(i)).rev().take(16).map_while(|j| match self.part(j)? {
            Part::Figure(figure) if figure.measures() => None,
            Part::Break | Part::Mark(';') => None,
            // "Used (bonus data included): 3 GB" is no bonus.
            Part::Mark(')') => {
                let within =
                    (j.saturating_sub(8)..j).rev().take_while(|&k| !matches!(self.part(k), Some(Part::Mark('('))));
                excluded = within.into_iter().any(|k| self.word(k) == Some(Word::Includes));
                Some(None)
            }
            Part::Mark('(') => {
                excluded = false;
                Some(None)
            }
            // 本地及漫游: both are in it.
            Part::Word(Word::Roaming)
                if j.checked_sub(2)
                    .is_some_and(|of| self.word(of) == Some(Word::General) && self.word(of + 1) == Some(Word::And)) =>
            {
                Some(None)
            }
            part => Some(noun(part).filter(|_| !(excluded || own && self.follows(j)))),
        });
        let named = between.or_else(|| behind.flatten().next()).or_else(|| ahead.flatten().next());
        named.or_else(|| self.same(i)).unwrap_or(Bucket::General)
    }

    /// Whether no noun of data stands in the sentence of a figure, near it.
    pub(super) fn unnamed(&self, i: usize) -> bool {
        let within = |j: &usize| !matches!(self.part(*j), None | Some(Part::Break));
        let near = (i + 1..i + 6).take_while(within).chain((i.saturating_sub(5)..i).rev().take_while(within));
        !near.into_iter().any(|j| matches!(self.word(j), Some(Word::Data | Word::General | Word::Plan | Word::Nothing)))
    }

    /// Whether a noun begins a label, which ends with a colon before its own figure.
    fn labels_next(&self, noun: usize) -> bool {
        let colon = (noun + 1..noun + 4).find(|&j| matches!(self.part(j), Some(Part::Mark(':' | '='))));
        colon.is_some_and(|colon| {
            (noun + 1..colon).all(|j| self.word(j).is_some())
                && self.quantity(colon + 1).is_some_and(Quantity::measures)
        })
    }

    /// Whether a noun stands behind a figure and closes its member of a list: "1 GB (of) hotspot, …".
    fn follows(&self, noun: usize) -> bool {
        let of = usize::from(noun.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Of));
        let behind = noun.checked_sub(1 + of).and_then(|j| self.quantity(j)).is_some_and(Quantity::measures);
        let data = usize::from(self.word(noun + 1) == Some(Word::Data));
        let closes = matches!(self.part(noun + 1 + data), Some(Part::Mark(',' | '、' | '+') | Part::Word(Word::And)));
        behind && closes
    }

    /// "80 % deines Highspeed-Volumens": whether a hyphen behind a share joins two words.
    pub(super) fn hyphen(&self, share: usize, i: usize) -> bool {
        let Some([before, mark, behind]) = i.checked_sub(1).and_then(|from| self.items.get(from..i + 2)) else {
            return false;
        };
        let word = |item: &Item| matches!(item.part, Part::Word(_) | Part::Other);
        matches!(self.quantity(share), Some(Quantity::Percent(_)))
            && word(before)
            && word(behind)
            && before.to == mark.from
            && mark.to == behind.from
    }

    /// Whether spaces stand on both sides of that hyphen, so that it joins nothing.
    fn parts(&self, i: usize) -> bool {
        let ends = |i: Option<usize>| i.and_then(|i| self.items.get(i)).map(|item| (item.from, item.to));
        matches!((ends(i.checked_sub(1)), ends(Some(i)), ends(Some(i + 1))),
            (Some((_, before)), Some((from, to)), Some((behind, _))) if before < from && to < behind)
    }

    /// Whether a bracket right behind a figure says what that has or has not in it.
    fn without(&self, bracket: usize) -> bool {
        (bracket + 1..bracket + 3).any(|j| self.word(j) == Some(Word::Includes))
    }

    /// Whether a bracket holds a figure of its own: "4.8 GB (of which 0.3 GB at night)".
    fn aside(&self, bracket: usize) -> bool {
        let within =
            (bracket + 1..bracket + 10).map_while(|j| self.part(j).filter(|part| !matches!(part, Part::Mark(')'))));
        within.into_iter().any(|part| matches!(part, Part::Figure(Quantity::Data(..))))
    }

    /// "Roaming: 1 GB used (or 80 %), 2 GB left": without a noun of its own a figure is of the last one's bucket.
    fn same(&self, i: usize) -> Option<Bucket> {
        let mut at = self.head(i);
        while let Some(j) = at.checked_sub(1).filter(|j| j + 14 > i) {
            at = self.opens(j).unwrap_or(j);
            if at < j {
                continue;
            }
            match self.part(j)? {
                Part::Figure(Quantity::Data(..) | Quantity::Percent(_)) if self.head(j) == j => {
                    return Some(self.bucket(j));
                }
                Part::Word(Word::Left | Word::Used | Word::Of | Word::Plan | Word::Line) | Part::Mark(',' | '、') => {}
                // 定向剩余 2 GB（共 5 GB）
                Part::Word(Word::Total) if !self.heads(j) && j + 1 == self.head(i) => {}
                Part::Mark('(') => {}
                // "Roaming pass (5 GB/7 days): 2 GB left"
                Part::Mark('/' | ')' | ':') | Part::Figure(Quantity::Days(_)) => {}
                // "left about 200 MB"
                Part::Other if j + 1 == self.head(i) => {}
                _ => return None,
            }
        }
        None
    }
}

impl Field<'_> {
    /// Where a bracket begins that ends there and names a bucket: "(2 GB of them abroad)" is of no figure behind it.
    fn opens(&self, close: usize) -> Option<usize> {
        if !matches!(self.part(close), Some(Part::Mark(')'))) {
            return None;
        }
        let open = (close.saturating_sub(12)..close).rev().find(|&j| matches!(self.part(j), Some(Part::Mark('('))))?;
        (open..close).any(|j| self.part(j).and_then(noun).is_some()).then_some(open)
    }
}

fn noun(part: &Part) -> Option<Bucket> {
    if let Part::Word(word) = part { named(*word) } else { None }
}

/// The bucket that the word names.
pub(super) const fn named(word: Word) -> Option<Bucket> {
    match word {
        Word::General => Some(Bucket::General),
        Word::Hotspot => Some(Bucket::Hotspot),
        Word::Roaming => Some(Bucket::Roaming),
        Word::App => Some(Bucket::AppOnly),
        Word::Local => Some(Bucket::Local),
        Word::Night => Some(Bucket::Night),
        Word::Bonus => Some(Bucket::Bonus),
        Word::Carried => Some(Bucket::Carried),
        _ => None,
    }
}
