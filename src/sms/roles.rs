//! Says what each figure is for, from the words around it. Knows roles, not languages.
//!
//! A word decides a figure from before it ("left: 5 GB") or after it ("5 GB left"), the nearer
//! one first; a figure in a list shares the role of its neighbour; a price, a threshold, a rate
//! or an offer takes a figure away. What no word decides is not read.

use super::item::{Item, Part, Quantity};
use super::near::Near;
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
                // "Rinnovo offerta il 27/05": it is renewed.
                Part::Word(Word::Offer)
                    if i.checked_sub(1)
                        .and_then(|j| items.get(j))
                        .is_some_and(|item| matches!(item.part, Part::Word(Word::Renews))) => {}
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
            {
                // "250 min/250 texts/250 MB plan"
                let kinds = [i, next].map(|i| self.quantity(i).map(std::mem::discriminant));
                let sizes = found.part == Use::Total || found.part == Use::Open && self.sizes(next);
                if sizes && kinds[0] != kinds[1] && matches!(self.part(next - 1), Some(Part::Mark('/' | '+'))) {
                    set(&mut decisions, i, Decision { part: Use::Total, word: Some(next + 1), after: true });
                    continue;
                }
                if !(found.after && matches!(found.part, Use::Left | Use::Used | Use::Added)) {
                    continue;
                }
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
                && !self.encloses_later(previous, i)
                && let Some(found) = decisions.get(self.head(previous)).copied()
                && matches!(found.part, Use::Left | Use::Used | Use::Have)
            {
                let counted = found.part == Use::Used && self.of_which(i, &[',', '、']);
                let part = if counted { Use::Blocked } else { found.part };
                set(&mut decisions, i, Decision { part, after: false, ..found });
            }
        }
        self.totals(&mut decisions);
        self.buckets(&mut decisions);
        // "3 of 5 GB": the second is the whole.
        for i in 0..decisions.len() {
            if let Some(whole) = self.whole(i)
                && decisions.get(i).is_some_and(|it| matches!(it.part, Use::Left | Use::Used))
            {
                set(&mut decisions, whole, Decision { part: Use::Total, word: Some(whole - 1), after: false });
            }
        }
        self.sold(&mut decisions);
        self.headed(&mut decisions);
        decisions
    }

    fn nearest(&self, i: usize) -> Decision {
        let Some(quantity) = self.quantity(i).filter(|it| it.measures() || matches!(it, Quantity::Bare(_))) else {
            return Decision::default();
        };
        let blocked = Decision { part: Use::Blocked, ..Decision::default() };
        // "Less than 500 MB left of your 3 GB"
        if let Some(of) = i.checked_sub(1).filter(|&j| self.word(j) == Some(Word::Of))
            && self.previous(i).is_some_and(|mark| self.marks(mark) && self.whole(mark).is_none_or(|whole| whole == i))
        {
            return Decision { part: Use::Total, word: Some(of), after: false };
        }
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
            || self.of_alert(i)
        {
            return blocked;
        }
        if self.package(i) || self.leads(i) || self.shares_out(i) {
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
            let closes = near.word == Word::Over && matches!(self.part(near.item + 1), None | Some(Part::Break));
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
        // 10GB套餐剩余流量6.72GB: that word is of the figure behind it.
        let after = after.filter(|near| !(size && self.is_of_next(i, near.item)));
        // "20 % left (United States, 3 GB)": the word has a figure of its own.
        let own = |near: &Near| {
            let measures = |j: usize| self.quantity(j).is_some_and(Quantity::measures);
            self.encloses_later(near.item, i) && (near.item.saturating_sub(5)..near.item).any(measures)
        };
        let before = before.filter(|near| !(size || own(near)) || matches!(near.word, Word::Bought | Word::Add));
        let (first, second) = (before.map(of), after.map(of));
        match (before, first, after, second) {
            // "You bought 2 GB for $10": what it cost says nothing of what came.
            (Some(b), Some(one), Some(a), _)
                if a.word == Word::Price && (b.word == Word::Bought || b.word == Word::Add && size) =>
            {
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
