//! Wholes and their parts: "3 of 5 GB", "80 % of the plan's 4 GB", "of your 6 GB there are 2 GB left".

use super::bucket::named;
use super::item::{Part, Quantity};
use super::open::metered;
use super::roles::{Decision, Field, Use, set};
use super::words::Word;
use crate::domain::{Base, Bucket, Bytes};

impl Field<'_> {
    /// "80 % of the plan's 4 GB", "4 GB left of your 10 GB": a figure behind `of`, or beside a share.
    pub(super) fn totals(&self, decisions: &mut [Decision]) {
        for i in 0..decisions.len() {
            if let Some((whole, part, decision)) = self.portion(i) {
                set(decisions, whole, Decision { part: Use::Total, word: Some(part - 1), after: true });
                set(decisions, part, decision);
            }
        }
        for i in 0..decisions.len() {
            let known = |j: &usize| matches!(decisions.get(*j).map(|it| it.part), Some(Use::Left | Use::Used));
            let part = decisions.get(i).map_or(Use::Blocked, |it| it.part);
            let own = decisions.get(i).is_some_and(|it| {
                it.word.is_some_and(|word| word < i && !(word..i).any(|j| self.quantity(j).is_some()))
            });
            let includes = |it: &Decision| it.word.is_some_and(|word| self.word(word) == Some(Word::Includes));
            let sized = part == Use::Open || part == Use::Blocked && decisions.get(i).is_some_and(includes);
            let size = || sized && self.uses(i, |j| decisions.get(j).map(|it| it.part));
            let listed = size().then(|| Decision { part: Use::Total, word: i.checked_sub(1), after: false });
            if let (Some(Quantity::Data(..)), Some(decision)) =
                (self.quantity(i), listed.or_else(|| self.total(i, part, own, known)))
            {
                set(decisions, i, decision);
            }
        }
    }

    /// "Data 30 GB, used 29 GB": whether the next figure is what is used or left of it, or which share, of a size that a noun names.
    pub(super) fn uses(&self, i: usize, decided: impl Fn(usize) -> Option<Use>) -> bool {
        let noun = i.checked_sub(1).and_then(|j| self.word(j));
        let parts = matches!(self.part(i + 1), Some(Part::Mark(',' | '、')));
        let next = (i + 2..i + 4).find(|&j| self.quantity(j).is_some());
        let said = |j: &usize| match self.word(j - 1) {
            Some(Word::Used) => decided(*j) == Some(Use::Used),
            Some(Word::Left) => decided(*j) == Some(Use::Left),
            _ => false,
        };
        let used = next.filter(said);
        match (self.quantity(i), used.and_then(|j| self.quantity(j))) {
            (Some(Quantity::Data(..)), Some(Quantity::Percent(_))) => parts,
            (Some(Quantity::Data(whole, _)), Some(Quantity::Data(part, _))) => {
                parts
                    && noun.is_some_and(|noun| noun == Word::Data || named(noun).is_some())
                    && whole.bytes(Base::Binary) >= part.bytes(Base::Binary)
            }
            _ => false,
        }
    }

    /// 通用10GB、定向10GB，已用通用3GB、已用定向2GB: each is the whole of what is used or left of the bucket that both name.
    /// More than that, where no noun is beside it, is of all buckets together, and so is the whole of no noun.
    pub(super) fn buckets(&self, decisions: &mut [Decision]) {
        let mut wholes = Vec::new();
        for i in 0..decisions.len() {
            let open = decisions.get(i).is_some_and(|it| matches!(it.part, Use::Open | Use::Have | Use::Total));
            let (Some(size), Some(bucket)) = (self.bytes(i), self.own_noun(i).filter(|_| open)) else { continue };
            let part = |j: usize| {
                decisions.get(j).is_some_and(|it| matches!(it.part, Use::Left | Use::Used))
                    && self.own_noun(j) == Some(bucket)
                    && self.bytes(j).is_some_and(|part| part <= size)
            };
            if !self.offered(i, None) && (i + 1..decisions.len()).any(part) {
                set(decisions, i, Decision { part: Use::Total, word: i.checked_sub(1), after: false });
                wholes.push((bucket, size));
            }
        }
        for (i, decision) in decisions.iter_mut().enumerate() {
            let Some(size) = self.bytes(i).filter(|_| self.own_noun(i).is_none()) else { continue };
            let whole = wholes.iter().find(|(bucket, _)| *bucket == self.bucket(i)).map(|(_, whole)| *whole);
            let all = match decision.part {
                Use::Total => whole.is_some(),
                Use::Left => whole.is_some_and(|whole| size > whole),
                _ => false,
            };
            if all {
                *decision = Decision { part: Use::Blocked, ..Decision::default() };
            }
        }
    }

    pub(super) fn bytes(&self, i: usize) -> Option<Bytes> {
        match self.quantity(i) {
            Some(Quantity::Data(amount, None)) => Some(amount.bytes(Base::Binary)),
            _ => None,
        }
    }

    /// The bucket that a noun right before a figure names, with no more than its own words between.
    pub(super) fn own_noun(&self, i: usize) -> Option<Bucket> {
        let own = |j: &usize| match self.part(*j) {
            Some(Part::Mark(c)) => *c == ':',
            Some(Part::Word(word)) => {
                matches!(word, Word::Data | Word::Total | Word::Used | Word::Left | Word::Plain)
                    || named(*word).is_some()
            }
            _ => false,
        };
        (i.saturating_sub(5)..i).rev().take_while(own).find_map(|j| self.word(j).and_then(named))
    }

    /// Whether that data is the whole of something else that is known to be left or used.
    fn total(&self, i: usize, part: Use, own: bool, known: impl Fn(&usize) -> bool) -> Option<Decision> {
        // "90 % of the 10 GB alert you set"
        if self.word(i + 1) == Some(Word::Below) {
            return None;
        }
        // "21.5 GB used (plan 30 GB)"
        let named = |j: usize| {
            self.word(j) == Some(Word::Plan)
                && matches!(j.checked_sub(1).and_then(|j| self.part(j)), Some(Part::Mark('(')))
        };
        let of = i.checked_sub(1).filter(|&j| self.word(j) == Some(Word::Of) || named(j));
        let total = Decision { part: Use::Total, word: of, after: false };
        let share = |j: &usize| matches!(self.quantity(*j), Some(Quantity::Percent(_)));
        let inner = i.checked_sub(1).is_some_and(|j| matches!(self.part(j), Some(Part::Mark('('))));
        // "$5 left of 12 GB", but not "0 texts, a volume of 12 GB".
        let kin = |j: &usize| i - j < 4 || matches!(self.quantity(*j), Some(Quantity::Data(..) | Quantity::Percent(_)));
        let previous = self.previous(i).filter(kin).filter(&known);
        let next = (i + 1..i + 12)
            .map_while(|j| self.part(j).filter(|part| !matches!(part, Part::Break)).map(|_| j))
            .find(|&j| self.quantity(j).is_some())
            .filter(&known);
        // "Used: 80 % 8.02 GB" says one thing twice: no word makes the second the whole of the first.
        if let Some(share) = previous.filter(|&j| share(&j) && j + 1 == i) {
            let twice = matches!(self.quantity(i), Some(Quantity::Data(amount, _)) if metered(*amount));
            let part = if twice { part } else { Use::Blocked };
            return Some(Decision { part, word: Some(share), after: false });
        }
        let beside = previous
            .filter(share)
            .filter(|_| !(own && part == Use::Left))
            .filter(|&j| !inner && (j..i).all(|k| !matches!(self.part(k), Some(Part::Mark(_)))));
        if of.and(previous.or(next.filter(share))).or(beside).is_some() {
            let total = Decision { word: of.or(beside), ..total };
            return matches!(part, Use::Open | Use::Left | Use::Used | Use::Blocked | Use::Have).then_some(total);
        }
        let left = i.checked_sub(2).filter(|&j| self.word(j) == Some(Word::Left) && self.bracketed(i));
        if left.is_some() && previous.is_some_and(|j| share(&j)) {
            // "20 % of your data left (1 GB)"
            return Some(Decision { part: Use::Left, word: left, after: false });
        }
        let shared = previous.or_else(|| self.previous(i).filter(|_| self.bracketed(i)));
        if inner && self.whole(i).is_none() && shared.is_some_and(|j| share(&j) && i > j + 2) {
            // "80 % of your data (3 GB) used": so much was used, or so much there is.
            return Some(Decision { part: Use::Blocked, ..Decision::default() });
        }
        // "80 % of your data, 8 GB left (of 30 GB)", and 20GBの80%: a share right behind its whole.
        // Or 10 GB 중 8 GB: the part of it follows.
        let noun = usize::from(self.word(i + 1) == Some(Word::Data));
        let within = self.word(i + 1 + noun) == Some(Word::Within);
        if self.leaves(i) && matches!(part, Use::Open | Use::Have) {
            return Some(Decision { word: Some(i + 1), ..total });
        }
        let follows = within && !inner && next.is_some_and(|j| matches!(self.quantity(j), Some(Quantity::Data(..))));
        if follows || within && inner && previous.is_some() || self.shared(i) || self.encloses(i, own, &known) {
            return Some(Decision { word: Some(i + 1), ..total });
        }
        // "Of your 6 GB there are 2 GB left."
        let rest = next.filter(|&j| matches!(self.quantity(j), Some(Quantity::Data(..))));
        (of.and(rest).is_some() && matches!(part, Use::Open | Use::Have)).then_some(total)
    }

    /// `已使用 5GB 熱點數據中的 4GB`: the whole, and what the word before it says of the part behind it.
    fn portion(&self, i: usize) -> Option<(usize, usize, Decision)> {
        let part = match self.word(i)? {
            Word::Used => Use::Used,
            Word::Left => Use::Left,
            _ => return None,
        };
        let whole = (i + 1..i + 4).find(|&j| self.quantity(j).is_some())?;
        let within = (whole + 1..whole + 5).find(|&j| self.word(j) == Some(Word::Within))?;
        let named = (i + 1..within).all(|j| j == whole || matches!(self.part(j), Some(Part::Word(_) | Part::Other)));
        let fits = match (self.quantity(whole)?, self.quantity(within + 1)?) {
            (Quantity::Data(whole, _), Quantity::Data(part, _)) => {
                whole.bytes(Base::Binary) >= part.bytes(Base::Binary)
            }
            (Quantity::Data(..), Quantity::Percent(_)) => true,
            _ => false,
        };
        (named && fits).then_some((whole, within + 1, Decision { part, word: Some(i), after: false }))
    }

    /// "Out of 15 GB, 2 GB is left", `3GB方案已使用1.1GB`: whether it is the whole of the next figure, which has its own word.
    pub(super) fn leads(&self, i: usize) -> bool {
        let says = |j: usize| matches!(self.word(j), Some(Word::Left | Word::Used));
        let clause = |j: &usize| !matches!(self.part(*j), None | Some(Part::Break));
        let Some(part) = (i + 1..i + 7).take_while(clause).find(|&j| self.quantity(j).is_some()) else { return false };
        let smaller = match (self.quantity(i), self.quantity(part)) {
            (Some(Quantity::Data(whole, _)), Some(Quantity::Data(part, _))) => {
                whole.bytes(Base::Binary) >= part.bytes(Base::Binary)
            }
            _ => false,
        };
        // "From your 15 GB": one word may stand between.
        let own = usize::from(matches!(
            i.checked_sub(1).and_then(|j| self.part(j)),
            Some(Part::Other | Part::Word(Word::Plain))
        ));
        let of = i.checked_sub(1 + own).is_some_and(|j| self.word(j) == Some(Word::Of)) && self.previous(i).is_none();
        let told = (i + 1..part).any(says) || (part + 1..part + 5).take_while(clause).any(says);
        let named = matches!(self.word(i + 1), Some(Word::Plan | Word::Line)) && part < i + 5 && says(part - 1);
        smaller && (of && told || named)
    }

    /// 套餐流量（30GB）已使用90%: the size in brackets of a named whole, of which a share follows.
    pub(super) fn shares_out(&self, i: usize) -> bool {
        let noun = i.checked_sub(2).and_then(|j| self.word(j));
        let named = noun.is_some_and(|noun| matches!(noun, Word::Data | Word::Plan) || named(noun).is_some());
        let says = matches!(self.word(i + 2), Some(Word::Used | Word::Left));
        let share = i + 3 + usize::from(!matches!(self.part(i + 3), Some(Part::Figure(_))));
        named
            && says
            && self.bracketed(i)
            && matches!(self.quantity(i), Some(Quantity::Data(..)))
            && matches!(self.quantity(share), Some(Quantity::Percent(_)))
            && self.whole(share).is_none()
    }

    /// `3GB尚餘1.4GB`, `3GB / 余1.4GB`: whether a word stands between a whole and what it says of its part.
    pub(super) fn leaves(&self, i: usize) -> bool {
        let word = i + 1 + usize::from(matches!(self.part(i + 1), Some(Part::Mark('/') | Part::Word(Word::Total))));
        let closes = matches!(self.part(word + 2), None | Some(Part::Break | Part::Mark(_) | Part::Other));
        let says = matches!(self.word(word), Some(Word::Left | Word::Used));
        match (self.quantity(i), self.quantity(word + 1)) {
            (Some(Quantity::Data(whole, _)), Some(Quantity::Data(part, _))) => {
                says && closes && whole.bytes(Base::Binary) >= part.bytes(Base::Binary)
            }
            _ => false,
        }
    }

    /// "(5 GB/7 days) 2 GB left": what was sold for so long is the whole.
    pub(super) fn sold(&self, decisions: &mut [Decision]) {
        for i in 0..decisions.len() {
            let data = matches!(self.quantity(i), Some(Quantity::Data(..)));
            let length = matches!(self.part(i + 1), Some(Part::Mark('/')))
                && matches!(self.quantity(i + 2), Some(Quantity::Days(_)));
            let open = decisions.get(i).is_some_and(|it| matches!(it.part, Use::Open | Use::Have));
            let mut clause = (i + 3..decisions.len()).take_while(|&j| !matches!(self.part(j), Some(Part::Break)));
            let next = clause.find(|&j| matches!(self.quantity(j), Some(Quantity::Data(..))));
            let said = next.and_then(|j| decisions.get(j)).is_some_and(|it| matches!(it.part, Use::Left | Use::Used));
            if data && length && open && said {
                set(decisions, i, Decision { part: Use::Total, word: Some(i + 2), after: true });
            }
        }
    }

    /// "Left from Package 12 GB for 30 days is 4728 MB": the size in a package's name, before what its sentence says.
    pub(super) fn package(&self, i: usize) -> bool {
        let data = |j: usize| matches!(self.quantity(j), Some(Quantity::Data(..)));
        let clause =
            || (i + 1..i + 14).take_while(|&j| !matches!(self.part(j), None | Some(Part::Break | Part::Mark(_))));
        data(i)
            && i.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Plan)
            && clause().any(data)
            && self.whole(i).is_none()
    }

    /// "5 GB of data, 1.2 GB left": of one bucket not both are left, so that the larger is the whole.
    pub(super) fn contains(&self, i: usize, next: usize) -> bool {
        match (self.quantity(i), self.quantity(next)) {
            (Some(Quantity::Data(whole, _)), Some(Quantity::Data(part, _))) => {
                let data = self.named_by_plan(i)
                    || (i + 1..i + 3).any(|j| matches!(self.word(j), Some(Word::Data | Word::Nothing)));
                let bare = self.word(next + 1) != Some(Word::Data);
                let comma = (i + 1..next).any(|j| matches!(self.part(j), Some(Part::Mark(',' | '、'))));
                comma
                    && data
                    && bare
                    && next - i < 5
                    && whole.bytes(Base::Binary) > part.bytes(Base::Binary)
                    && self.bucket(i) == self.bucket(next)
            }
            _ => false,
        }
    }

    /// "5 GB (1.2 GB left)": whether what is left or used of that figure follows in brackets, and no
    /// word before it says that it is so itself.
    fn encloses(&self, i: usize, own: bool, known: impl Fn(&usize) -> bool) -> bool {
        let within =
            (i + 2..i + 7).map_while(|j| self.part(j).filter(|part| !matches!(part, Part::Mark(_))).map(|_| j));
        let mut parts = within.filter(|&j| matches!(self.quantity(j), Some(Quantity::Data(..))));
        !own && matches!(self.part(i + 1), Some(Part::Mark('('))) && parts.any(|j| known(&j))
    }

    /// "Of 4 GB 75 %", 20GBの80%: whether a share stands right behind, which is of that figure.
    fn shared(&self, i: usize) -> bool {
        let share = |j: usize| matches!(self.quantity(j), Some(Quantity::Percent(_))) && self.whole(j).is_none();
        let joins = |j: usize| {
            let word = self.word(j);
            matches!(word, Some(Word::Of | Word::Within | Word::Plan | Word::Plain | Word::Data))
                || matches!(self.part(j), Some(Part::Other))
        };
        let at = (i + 2..i + 5).find(|&j| share(j));
        at.is_some_and(|at| (i + 1..at).all(joins))
    }

    /// The figure of which this one is a part.
    pub(super) fn whole(&self, i: usize) -> Option<usize> {
        if !matches!(
            self.quantity(i),
            Some(Quantity::Data(..) | Quantity::Percent(_) | Quantity::Minutes(_) | Quantity::Texts(_))
        ) {
            return None;
        }
        // "1.5 GB (75 %) of your 2 GB": what stands in the bracket says the same once more.
        let aside = matches!(self.part(i + 1), Some(Part::Mark('(')))
            && matches!(self.quantity(i + 2), Some(Quantity::Percent(_)))
            && matches!(self.part(i + 3), Some(Part::Mark(')')));
        // "6.75 GB left / 10 GB"
        let worded = matches!(self.word(i + 1), Some(Word::Left | Word::Used))
            && matches!(self.part(i + 2), Some(Part::Mark('/')))
            && match (self.quantity(i), self.quantity(i + 3)) {
                (Some(Quantity::Data(part, _)), Some(Quantity::Data(whole, _))) => {
                    whole.bytes(Base::Binary) >= part.bytes(Base::Binary)
                }
                (_, whole) => whole.is_some(),
            }
            && matches!(self.part(i + 4), None | Some(Part::Break | Part::Mark(',' | ')')));
        let last = match (aside, worded) {
            (true, _) => i + 3,
            (_, true) => i + 1,
            _ => i,
        };
        let slash = matches!(self.part(last + 1), Some(Part::Mark('/')));
        // "80 % of your volume of 10 GB": a share names what it is of before its size.
        let percent = matches!(self.quantity(i), Some(Quantity::Percent(_)));
        let share = percent
            && (i + 2..i + 7)
                .map_while(|j| self.part(j).filter(|part| !matches!(part, Part::Break | Part::Figure(_))))
                .any(|part| matches!(part, Part::Word(Word::Of)));
        if !slash && !share && self.word(last + 1) != Some(Word::Of) {
            return None;
        }
        let mut closed = false;
        for j in last + 2..last + 8 {
            match self.part(j)? {
                // "15 % of your data left - 450 MB"
                Part::Figure(_) if percent && closed => return None,
                // "64 min / 91 sms" is a list.
                Part::Figure(whole)
                    if !percent
                        && self.quantity(i).map(std::mem::discriminant) != Some(std::mem::discriminant(whole)) =>
                {
                    return None;
                }
                Part::Figure(Quantity::Data(..) | Quantity::Minutes(_) | Quantity::Texts(_)) => {
                    let near = matches!(self.word(j - 1), Some(Word::Of | Word::Total | Word::Data | Word::Unlimited))
                        || (last + 2..j).any(|k| self.word(k) == Some(Word::Plan));
                    // "18 GB / plan 21 GB", "100 % of your plan's 10 GB".
                    let slashed =
                        j == last + 2 || j == last + 3 && matches!(self.word(last + 2), Some(Word::Plan | Word::Total));
                    let owns = matches!(self.word(j + 1), Some(Word::Of | Word::Left | Word::Used))
                        || matches!(self.part(j + 1), Some(Part::Mark('/')));
                    let marks = self.word(j + 1) == Some(Word::Below);
                    let joined = slash && slashed || !slash && (near || j <= last + 3 || percent && !owns);
                    return (joined && !marks).then_some(j);
                }
                Part::Figure(_) | Part::Break => return None,
                // "Europe+ 10 GB"
                Part::Mark('+') if matches!(self.part(j - 1), Some(Part::Other)) => {}
                Part::Mark(c) if !matches!(c, ':' | '-' | '\'') => return None,
                // "60 % of your data left: 3 GB": the same once more.
                Part::Word(Word::Left | Word::Used) if self.heads(j) => return None,
                Part::Word(Word::Left | Word::Used) => closed = true,
                Part::Word(Word::Of) => closed = false,
                _ => {}
            }
        }
        None
    }

    /// "512 MB of premium data remaining out of 10 GB": the word between a part and its whole, and what it says.
    pub(super) fn inside(&self, i: usize) -> Option<(usize, Use)> {
        let whole = self.whole(i).filter(|_| !self.marks(i)).filter(|&whole| {
            whole > i + 2
                && (self.word(whole - 1) == Some(Word::Of) || matches!(self.part(whole - 1), Some(Part::Mark('/'))))
        })?;
        (i + 1..whole - 1).find_map(|j| match self.word(j)? {
            Word::Left => Some((j, Use::Left)),
            Word::Used => Some((j, Use::Used)),
            _ => None,
        })
    }

    /// The part of which this figure is the whole, or the figure itself.
    pub(super) fn head(&self, i: usize) -> usize {
        (i.saturating_sub(8)..i).find(|&part| self.whole(part) == Some(i)).unwrap_or(i)
    }
}
