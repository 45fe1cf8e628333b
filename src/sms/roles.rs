//! Says what each figure is for, from the words around it. Knows roles, not languages.
//!
//! A word decides a figure from before it ("left: 5 GB") or after it ("5 GB left"), the nearer
//! one first; a figure in a list shares the role of its neighbour; a price, a threshold, a rate
//! or an offer takes a figure away. What no word decides is not read.

use super::item::{Item, Part, Quantity};
use super::words::Word;

/// What was decided about one figure.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decision {
    pub(super) part: Use,
    /// The item whose word decided.
    pub(super) word: Option<usize>,
    /// The word stands behind the figure.
    pub(super) after: bool,
}

/// What a figure is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Use {
    /// No word says.
    #[default]
    Open,
    /// A word says that it is no balance.
    Blocked,
    /// "You have" it: left, or in all.
    Have,
    /// It is left.
    Left,
    /// It is used.
    Used,
    /// All of it together.
    Total,
    /// It was added.
    Added,
}

/// A role word near a figure.
#[derive(Clone, Copy)]
struct Near {
    word: Word,
    item: usize,
    far: usize,
}

/// The items with the questions that one may ask of them.
pub(super) struct Field<'a> {
    pub(super) items: &'a [Item],
    /// For each item: the place of the offer that its sentence makes before it.
    offers: Vec<Option<usize>>,
}

impl<'a> Field<'a> {
    pub(super) fn new(items: &'a [Item]) -> Self {
        let mut offers = Vec::with_capacity(items.len());
        let mut offer = None;
        let next = |i: usize| match items.get(i + 1)?.part {
            Part::Word(word) => Some(word),
            _ => None,
        };
        for (i, item) in items.iter().enumerate() {
            match item.part {
                Part::Break => offer = None,
                // "Offer Giga 150: used 38 GB" is a plan's name.
                Part::Mark(':') if matches!(next(i), Some(Word::Left | Word::Used)) => offer = None,
                // "The booster's rest": the name of a thing that was sold is no offer.
                Part::Word(Word::Offer) if !matches!(next(i), Some(Word::Left | Word::Used | Word::Balance)) => {
                    offer = offer.or(Some(i));
                }
                _ => {}
            }
            offers.push(offer);
        }
        Self { items, offers }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn part(&self, i: usize) -> Option<&'a Part> {
        self.items.get(i).map(|item| &item.part)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn word(&self, i: usize) -> Option<Word> {
        match self.part(i)? {
            Part::Word(word) => Some(*word),
            _ => None,
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn quantity(&self, i: usize) -> Option<&'a Quantity> {
        match self.part(i)? {
            Part::Figure(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether an offer stands before the item in its sentence, and before the word that decides.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn offered(&self, i: usize, word: Option<usize>) -> bool {
        self.offers.get(i).copied().flatten().is_some_and(|offer| word.is_none_or(|word| offer < word))
    }

    /// What each item that measures something is for, in the order of the items.
    pub(super) fn decide(&self) -> Vec<Decision> {
        let mut decisions: Vec<Decision> = (0..self.items.len()).map(|i| self.nearest(i)).collect();
        // A list shares what its last member says: "5 minutes and 6 texts left".
        for i in (0..decisions.len()).rev() {
            let weak = matches!(decisions.get(i).map(|it| it.part), Some(Use::Open | Use::Have));
            if weak
                && self.quantity(i).is_some_and(Quantity::measures)
                && !self.sizes(i)
                && self.head(i) == i
                && let Some(next) = self.neighbour(self.whole(i).unwrap_or(i))
                && let Some(found) = decisions.get(next).copied()
                && found.after
                && matches!(found.part, Use::Left | Use::Used)
            {
                let part = if self.contains(i, next) { Use::Total } else { found.part };
                set(&mut decisions, i, Decision { part, ..found });
            }
        }
        // And what its first member says: "left: 5 minutes, 6 texts".
        for i in 0..decisions.len() {
            let open = decisions.get(i).is_some_and(|it| it.part == Use::Open);
            let lists = matches!(
                self.quantity(i),
                Some(Quantity::Data(..) | Quantity::Minutes(_) | Quantity::Texts(_) | Quantity::Percent(_))
            );
            if open
                && lists
                && !self.sizes(i)
                && self.head(i) == i
                && !self.uses(i, |j| decisions.get(j).map(|it| it.part))
                && let Some(previous) = self.previous(i)
                && let Some(found) = decisions.get(self.head(previous)).copied()
                && matches!(found.part, Use::Left | Use::Used | Use::Have)
            {
                let counted = found.part == Use::Used && self.of_which(i, &[',', '、']);
                let part = if counted { Use::Blocked } else { found.part };
                set(&mut decisions, i, Decision { part, after: false, ..found });
            }
        }
        self.totals(&mut decisions);
        // "3 of 5 GB": the second is the whole.
        for i in 0..decisions.len() {
            if let Some(whole) = self.whole(i)
                && decisions.get(i).is_some_and(|it| matches!(it.part, Use::Left | Use::Used))
            {
                set(&mut decisions, whole, Decision { part: Use::Total, word: Some(whole - 1), after: false });
            }
        }
        self.sold(&mut decisions);
        decisions
    }

    fn nearest(&self, i: usize) -> Decision {
        let Some(quantity) = self.quantity(i).filter(|it| it.measures() || matches!(it, Quantity::Bare(_))) else {
            return Decision::default();
        };
        let blocked = Decision { part: Use::Blocked, ..Decision::default() };
        if self.head(i) != i {
            return Decision::default();
        }
        if self.wished(i)
            || self.quoted(i)
            || self.names_sale(i)
            || self.of_which(i, &['('])
            || self.part_of_sum(i)
            || self.again(i)
            || self.capped(i)
        {
            return blocked;
        }
        if self.package(i) || self.leads(i) {
            return Decision { part: Use::Total, word: i.checked_sub(1), after: false };
        }
        if let Some((word, part)) = self.inside(i) {
            return Decision { part, word: Some(word), after: true };
        }
        let before = self.before(i, quantity);
        // "2.5 GB left (each night)": what stands in the bracket is no mark that was passed.
        let said = before.is_some_and(|near| matches!(near.word, Word::Left | Word::Used) && near.far < 2);
        let aside = |near: &Near| {
            let bracket = |j| matches!(self.part(j), Some(Part::Mark('(')));
            // "Nog 2 GB over.": that word closes the sentence, and another says so already.
            let closes = matches!(self.part(near.item + 1), None | Some(Part::Break));
            said && matches!(near.word, Word::Below | Word::Over) && (closes || (i + 1..near.item).any(bracket))
        };
        let share = matches!(quantity, Quantity::Percent(_));
        let after =
            self.after(self.whole(i).unwrap_or(i)).filter(|near| !(aside(near) || share && near.word == Word::Total));
        let money = matches!(quantity, Quantity::Money(..) | Quantity::Bare(_));
        let decided = |near: Near, part, after| Decision { part, word: Some(near.item), after };
        let of = |near: Near| match near.word {
            Word::Left => Use::Left,
            Word::Balance if !matches!(quantity, Quantity::Percent(_)) || near.far < 4 => Use::Left,
            // "5 GB used up": the whole of it.
            Word::Empty if matches!(quantity, Quantity::Data(..)) && self.whole(i).is_none() => Use::Total,
            Word::Used | Word::Empty => Use::Used,
            Word::Total => Use::Total,
            Word::Add => Use::Added,
            Word::Bought if !money => Use::Added,
            Word::Have => Use::Have,
            _ => Use::Blocked,
        };
        let strong = |part| matches!(part, Use::Left | Use::Used);
        // "... remains in your 5 GB plan": the size of a plan is what no word before it says.
        let size = self.sizes(i) && matches!(quantity, Quantity::Data(..));
        let before = before.filter(|near| !size || near.word == Word::Bought);
        let (first, second) = (before.map(of), after.map(of));
        match (before, first, after, second) {
            // "You bought 2 GB for $10": what it cost says nothing of what came.
            (Some(b), Some(one), Some(a), _) if b.word == Word::Bought && a.word == Word::Price => {
                decided(b, one, false)
            }
            (_, _, Some(a), Some(Use::Added)) if a.word == Word::Bought && a.far < 2 => decided(a, Use::Added, true),
            (Some(near), Some(Use::Blocked), ..) => Decision { word: Some(near.item), ..blocked },
            (_, _, Some(near), Some(Use::Blocked)) => Decision { word: Some(near.item), ..blocked },
            (Some(b), Some(one), Some(a), Some(two)) if strong(one) && strong(two) && !money => {
                // "5 GB total / 1 GB used / 4 GB left": a bar parts what each word is of.
                let parted = matches!(self.part(b.item + 1), Some(Part::Mark('/')))
                    && b.item.checked_sub(1).is_some_and(|j| self.quantity(j).is_some_and(Quantity::measures));
                if a.far < b.far
                    || a.far == b.far && (parted || self.closes(b.item) || self.word(a.item + 1) == Some(Word::Of))
                {
                    decided(a, two, true)
                } else {
                    decided(b, one, false)
                }
            }
            (Some(b), Some(one), ..) if strong(one) => decided(b, one, false),
            // "Total 12 GB used 4 GB left 8 GB": each word is of the figure behind it.
            (Some(b), Some(Use::Total), Some(a), _)
                if b.far < 2 && self.quantity(a.item + 1).is_some_and(Quantity::measures) =>
            {
                decided(b, Use::Total, false)
            }
            (_, _, Some(a), Some(two)) if strong(two) => decided(a, two, true),
            (Some(b), Some(Use::Have), None, _) if money && b.far <= 1 && !self.owed(i) => decided(b, Use::Left, false),
            (Some(b), Some(one), ..) if !(money && matches!(one, Use::Have | Use::Total)) => decided(b, one, false),
            (_, _, Some(a), Some(two)) if !money || two == Use::Added => decided(a, two, true),
            _ => Decision::default(),
        }
    }

    /// The nearest deciding word before a figure, back to the figure before it.
    fn before(&self, i: usize, quantity: &Quantity) -> Option<Near> {
        let (mut far, mut aside) = (0, false);
        let mut total: Option<Near> = None;
        let bare = matches!(quantity, Quantity::Money(..) | Quantity::Bare(_));
        for j in (0..i).rev() {
            let near = |word| Near { word, item: j, far };
            match self.part(j)? {
                Part::Break => break,
                Part::Figure(figure) if figure.measures() && !self.package(j) => break,
                Part::Figure(_) => far += 2,
                Part::Mark('(') if aside => aside = false,
                Part::Mark('(') => far += 3,
                // "Used (bonus data not included): 3 GB": the bracket right before says what is counted.
                Part::Mark(')') if j.checked_sub(1).is_some_and(|j| self.word(j).is_some()) => aside = true,
                Part::Word(word) if aside && !matches!(word, Word::Left | Word::Used | Word::Balance) => far += 1,
                Part::Mark(',' | '、' | ')' | ']' | '】') => far += 2,
                Part::Mark(';') => far += 6,
                Part::Mark(_) => {}
                Part::Other => far += 1,
                Part::Word(word) => match word {
                    Word::Balance if bare && self.apart(j) => return Some(near(Word::Last)),
                    // "Data session used": so much went with it, not of the bucket.
                    Word::Used if self.of_last(j) || self.of_day(i) => return Some(near(Word::Last)),
                    // 积分剩余1200分: points, which one letter counts as it does minutes.
                    Word::Left
                        if matches!(quantity, Quantity::Minutes(_))
                            && j.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Bank) =>
                    {
                        return Some(near(Word::Last));
                    }
                    // "Remaining usage: 2 GB".
                    Word::Used if self.left_of_use(j) => return Some(near(Word::Left)),
                    Word::Left | Word::Used | Word::Balance if far <= 14 => return Some(near(*word)),
                    Word::Empty if j + 1 == i && matches!(quantity, Quantity::Percent(_)) => {
                        return Some(near(Word::Used));
                    }
                    Word::Have if total.is_none() && far <= 14 => return Some(near(*word)),
                    Word::Total if self.whole(i).is_none() => total = total.or(Some(near(*word))),
                    Word::Below | Word::Over | Word::Bank if far <= 2 => return Some(near(*word)),
                    Word::Price | Word::Owed if far <= 1 + usize::from(bare) && !self.left_behind(i) => {
                        return Some(near(*word));
                    }
                    // "Used from pack: 2 GB".
                    Word::Includes if j.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Of) => far += 1,
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

    /// "3 GB used 1 GB left": whether a word is of the figure right before it, of which no other word is.
    fn closes(&self, word: usize) -> bool {
        let figure = word.checked_sub(1).and_then(|j| self.quantity(j).map(|quantity| (j, quantity)));
        figure.is_some_and(|(j, quantity)| quantity.measures() && self.before(j, quantity).is_none())
    }

    /// The nearest deciding word after a figure, up to the next figure or mark.
    fn after(&self, i: usize) -> Option<Near> {
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
                    Word::Left | Word::Used => {
                        let share = matches!(self.quantity(i), Some(Quantity::Percent(_)));
                        let of = share && self.word(i + 1) == Some(Word::Of);
                        // "Of 1 GB used 80 %": the word is of the share.
                        if !share && matches!(self.quantity(j + 1), Some(Quantity::Percent(_))) {
                            return None;
                        }
                        // So much is left of it, or in it, of which what has no end is left.
                        let said = if listed { Word::Have } else { *word };
                        return (of || !self.heads(j)).then(|| near(said));
                    }
                    Word::Empty => return Some(near(*word)),
                    Word::Price if far <= 1 && self.priced(i, j) => return Some(near(*word)),
                    Word::Price if self.prices(j) => return None,
                    Word::Balance if far <= 1 => return (!self.heads(j)).then(|| near(Word::Left)),
                    Word::Below | Word::Over if far == 0 => return Some(near(*word)),
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

    /// Whether a colon, or a figure glued to it, says that the word belongs to what follows.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn heads(&self, i: usize) -> bool {
        matches!(self.part(i + 1), Some(Part::Mark(':' | '=')))
    }
}

pub(super) fn set(decisions: &mut [Decision], i: usize, decision: Decision) {
    if let Some(place) = decisions.get_mut(i) {
        *place = decision;
    }
}
