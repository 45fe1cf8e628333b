//! The nearest word on either side of a figure that decides what it is for.

use super::item::{Part, Quantity};
use super::roles::Field;
use super::words::Word;

/// A role word near a figure.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub(super) word: Word,
    /// Its item.
    pub(super) item: usize,
    /// How far from the figure, in words; a comma or a bracket counts for more.
    pub(super) far: usize,
}

impl Field<'_> {
    /// The nearest deciding word before a figure, back to the figure before it.
    pub(super) fn before(&self, i: usize, quantity: &Quantity) -> Option<Near> {
        let (mut far, mut aside) = (0, false);
        let mut total: Option<Near> = None;
        let bare = matches!(quantity, Quantity::Money(..) | Quantity::Bare(_));
        for j in (0..i).rev() {
            let near = |word| Near { word, item: j, far };
            match self.part(j)? {
                Part::Break => break,
                Part::Figure(figure) if figure.measures() && !self.package(j) => break,
                // "Reduced to 128 kbps. Buy 200 MB": what stands before a speed says nothing of what is behind it.
                Part::Word(Word::Slow) => break,
                Part::Figure(_) => far += 2,
                Part::Mark('(') if aside => aside = false,
                Part::Mark('(') => far += 3,
                // "Used (bonus data not included): 3 GB": the bracket right before says what is counted.
                Part::Mark(')') if j.checked_sub(1).is_some_and(|j| self.word(j).is_some()) => aside = true,
                Part::Word(word) if aside && !matches!(word, Word::Left | Word::Used | Word::Balance) => far += 1,
                Part::Mark(',' | '、' | ')' | ']' | '】') => far += 2,
                Part::Mark(';') => far += 6,
                Part::Mark('<' | '≤') if j + 1 == i && !matches!(self.part(i + 1), Some(Part::Mark('>'))) => {
                    return Some(near(Word::Below));
                }
                Part::Mark(_) => {}
                Part::Other => far += 1,
                Part::Word(word) => match word {
                    Word::Balance if bare && self.apart(j) => return Some(near(Word::Last)),
                    // "Data session used": so much went with it, not of the bucket.
                    Word::Used if self.of_last(j) || self.of_day(j, i) => {
                        // "1 GB used today, 2 GB left": the word is of the figure before it.
                        if self.closes(j) {
                            break;
                        }
                        return Some(near(Word::Last));
                    }
                    // 积分剩余1200分: points, which one letter counts as it does minutes.
                    Word::Left
                        if matches!(quantity, Quantity::Minutes(_))
                            && j.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Bank) =>
                    {
                        return Some(near(Word::Last));
                    }
                    // "Remaining usage: 2 GB".
                    Word::Used if self.left_of_use(j) => return Some(near(Word::Left)),
                    // "Less than 500 MB left of your 3 GB": the word is of the mark.
                    Word::Left | Word::Used if j + 1 < i && !self.heads(j) && self.of_mark(j) => break,
                    Word::Left | Word::Used | Word::Balance if far <= 14 => return Some(near(*word)),
                    Word::Empty if j + 1 == i && matches!(quantity, Quantity::Percent(_)) => {
                        return Some(near(Word::Used));
                    }
                    Word::Have if total.is_none() && far <= 14 => return Some(near(*word)),
                    Word::Total if self.whole(i).is_none() => total = total.or(Some(near(*word))),
                    // "Low on data: 500 MB left"
                    Word::Below if self.left_behind(i) && j + 1 < i && self.heads(i - 2) => far += 1,
                    Word::Below | Word::Over | Word::Bank if far <= 2 => return Some(near(*word)),
                    Word::Price | Word::Owed if far <= 1 + usize::from(bare) && !self.left_behind(i) => {
                        return Some(near(*word));
                    }
                    // "Used from pack: 2 GB".
                    Word::Includes if j.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Of) => far += 1,
                    // 余额15元（含赠送5元）
                    Word::Add if j.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Includes) => {
                        return Some(near(Word::Includes));
                    }
                    Word::Includes | Word::Last | Word::Add | Word::Bought if far <= 6 && total.is_none() => {
                        return Some(near(*word));
                    }
                    Word::Bonus | Word::Carried if bare => {
                        return Some(near(Word::Last));
                    }
                    Word::Network | Word::And | Word::Of => {}
                    _ => far += 1,
                },
            }
            if far > 14 || total.is_some_and(|total| far > total.far + 4) {
                break;
            }
        }
        total
    }

    /// "Less than 500 MB", 500MB未満: whether a figure is a mark below which, or above which, something is.
    pub(super) fn marks(&self, i: usize) -> bool {
        let sign = |j| matches!(self.part(j), Some(Part::Mark('<' | '≤')));
        let plain = |j: &usize| matches!(self.part(*j), Some(Part::Other | Part::Word(Word::Plain)));
        let before = i.checked_sub(1);
        let word = before.filter(plain).and_then(|j| j.checked_sub(1)).or(before).and_then(|j| self.word(j));
        self.quantity(i).is_some_and(Quantity::measures)
            && (matches!(word, Some(Word::Below | Word::Over))
                || self.word(i + 1) == Some(Word::Below)
                || before.is_some_and(sign))
    }

    /// "Less than 500 MB of data left of your 3 GB": whether a word is of a mark right before it.
    fn of_mark(&self, word: usize) -> bool {
        let noun = |j: &usize| matches!(self.part(*j), Some(Part::Other | Part::Word(_)));
        let first = (word.saturating_sub(4)..word).rev().take_while(noun).last().unwrap_or(word);
        first.checked_sub(1).is_some_and(|j| self.marks(j))
    }

    /// 3GB尚余少于500MB: whether a word is of a mark right behind it.
    fn mark_behind(&self, word: usize) -> bool {
        let noun = |j: &usize| matches!(self.part(*j), Some(Part::Other | Part::Word(_) | Part::Mark(':' | '<')));
        let last = (word + 1..word + 5).take_while(noun).last().unwrap_or(word);
        self.marks(last + 1)
    }

    /// "3 GB used 1 GB left": whether a word is of the figure right before it, of which no other word is.
    pub(super) fn closes(&self, word: usize) -> bool {
        let figure = word.checked_sub(1).and_then(|j| self.quantity(j).map(|quantity| (j, quantity)));
        figure.is_some_and(|(j, quantity)| quantity.measures() && self.before(j, quantity).is_none())
    }

    /// The nearest deciding word after a figure, up to the next figure or mark.
    pub(super) fn after(&self, i: usize) -> Option<Near> {
        let (mut far, mut closed, mut listed) = (0, false, false);
        for j in i + 1..self.items.len() {
            let near = |word| Near { word, item: j, far };
            closed |= matches!(self.part(j)?, Part::Mark(')'));
            // "(7 days 1 GB) left 623 MB": what is behind the bracket is of what follows it.
            if closed && self.quantity(j + 1).is_some_and(Quantity::measures) {
                return None;
            }
            if j == i + 1 && self.leaves(i) {
                return None;
            }
            match self.part(j)? {
                // "512 MB (50 %) left": what stands in brackets says the same once more.
                Part::Figure(_) if self.bracketed(j) => {}
                Part::Mark('(' | ')' | '"' | '*' | '\'') => {}
                Part::Word(Word::And) if self.word(j + 1) == Some(Word::Unlimited) => {}
                // "Your pass has 4.2 GB, unlimited minutes and unlimited texts left."
                Part::Mark(',' | '、')
                    if self.word(j + 1) == Some(Word::Unlimited)
                        && matches!(self.quantity(i), Some(Quantity::Data(..)))
                        && !self.named_by_plan(i) =>
                {
                    listed = true;
                }
                Part::Mark('-' | ':') if matches!(self.part(j + 1), Some(Part::Mark(':') | Part::Word(Word::Of))) => {}
                Part::Mark('-') if self.hyphen(i, j) => {}
                Part::Break | Part::Figure(_) | Part::Mark(_) => return None,
                Part::Other => far += 1,
                Part::Word(word) => match word {
                    // 3GB尚余少于500MB: the word is of the mark.
                    Word::Left | Word::Used if self.mark_behind(j) => return None,
                    // "2.1 GB used today": a day's use.
                    Word::Used if self.says_today(j) && self.whole(i).is_none() => return Some(near(Word::Last)),
                    Word::Left | Word::Used => {
                        let share = matches!(self.quantity(i), Some(Quantity::Percent(_)));
                        let of = share && self.word(i + 1) == Some(Word::Of);
                        // "Of 1 GB used 80 %": the word is of the share.
                        if !share && matches!(self.quantity(j + 1), Some(Quantity::Percent(_))) {
                            return None;
                        }
                        // 10GB数据用量已使用80%: the first names what the second is of.
                        if *word == Word::Used && self.word(j + 1) == Some(Word::Used) {
                            continue;
                        }
                        // "Of your 20 gigas you used 13.2."
                        if matches!(self.quantity(j + 1), Some(Quantity::Bare(number)) if number.fraction()) {
                            return None;
                        }
                        // So much is left of it, or in it, of which what has no end is left.
                        let said = if listed { Word::Have } else { *word };
                        return (of || !self.heads(j)).then(|| near(said));
                    }
                    Word::Empty => return Some(near(*word)),
                    Word::Price if far <= 1 && self.priced(i, j) => return Some(near(*word)),
                    Word::Price if self.prices(j) => return None,
                    // "$10 credit added"
                    Word::Balance if self.word(j + 1) == Some(Word::Add) => {}
                    // "150 грн. Баланс 153 грн.": it has a sum of its own.
                    Word::Balance if far <= 1 => {
                        let own = matches!(self.quantity(j + 1), Some(Quantity::Money(..)));
                        return (!self.heads(j) && !own).then(|| near(Word::Left));
                    }
                    Word::Below | Word::Over | Word::Owed if far == 0 => return Some(near(*word)),
                    Word::Per if far <= 1 => return Some(near(*word)),
                    Word::Add | Word::Bought => return Some(near(*word)),
                    // "20 % of your 10 GB allowance left"
                    Word::Total
                        if far <= 2 && !matches!(self.word(j + 1), Some(Word::Left | Word::Used | Word::Empty)) =>
                    {
                        return (!self.heads(j)).then(|| near(*word));
                    }
                    Word::And | Word::Expires | Word::Lasts | Word::Renews | Word::Balance | Word::Have => return None,
                    _ => {
                        far += usize::from(!matches!(
                            word,
                            Word::Data | Word::Calls | Word::Texts | Word::Of | Word::Network
                        ))
                    }
                },
            }
            if far > 8 {
                return None;
            }
        }
        None
    }
}
