//! Figures that no word decides but that the text's shape puts beside a balance: labels, lists,
//! halves of a slash. Mostly they are asked about; a text without a word of mobile lines is not.

use super::bucket::named;
use super::ends::End;
use super::found::Found;
use super::gather::Gather;
use super::item::{Part, Quantity};
use super::reading::{Certainty, Choice, Figure, Role, Value};
use super::roles::{Decision, Use};
use super::words::Word;
use crate::domain::{Amount, Bucket, Decimal, Unit};

impl Gather<'_> {
    /// `Data: 5 GB` beside data, minutes or texts that are left, or in a list of such labels that
    /// has an end.
    pub(super) fn labelled(&self, decisions: &[Decision], dated: bool, found: &mut Found) {
        // "Balance: $5. Data: 2 GB, until 12/4": the account is spoken of, not what a plan holds.
        let account = decisions.iter().any(|decision| decision.part == Use::Left) && !self.described();
        let (mut colons, mut counts, mut labels) = (self.endless(), false, Vec::new());
        let usage = self.usage(decisions);
        for (i, decision) in decisions.iter().enumerate() {
            let Some(quantity) = self.field.quantity(i).filter(|quantity| quantity.measures()) else { continue };
            if usage.is_some_and(|usage| usage < i) {
                continue;
            }
            let share = matches!(quantity, Quantity::Money(..) | Quantity::Percent(_));
            let halved = self.field.whole(i).is_some() || self.field.head(i) != i;
            if decision.part != Use::Open || share || halved || self.sells(i) {
                continue;
            }
            let glued = !self.colon(i);
            if let Some(noun) = self.label(i, glued) {
                colons += usize::from(!glued);
                counts |= counted(quantity);
                labels.push((i, noun, glued));
            }
        }
        // 通用10GB、定向10GB，已用定向2GB: where one of them is a whole, so are the others.
        let whole = |(i, it): (usize, &Decision)| it.part == Use::Total && self.field.own_noun(i).is_some();
        let wholes = decisions.iter().enumerate().any(whole);
        let left = decisions.iter().enumerate().any(|(i, decision)| {
            decision.part == Use::Left && !matches!(self.field.quantity(i), Some(Quantity::Money(..)) | None)
        });
        // `Minutes 412, Data 1.2 GB` with an end: no plan holds 412 minutes, so many are left of them.
        let listed = counts && dated && labels.len() + self.limitless() > 1 && !self.described();
        if left || account && (dated || counts) || dated && colons > 1 || listed {
            for (i, noun, glued) in labels {
                let decision = Decision { part: Use::Left, word: Some(noun), after: false };
                match !glued || (account || listed) && !wholes {
                    true if self.only_size(i, decisions) => found.put(i, self.ask(i, &[Role::Left, Role::Total])),
                    true => found.put(i, self.quantity(i, &decision)),
                    false => {}
                }
            }
        }
    }

    /// "Data: 35 GB. Used: 34.1 GB. Roaming: 4.2 GB left.": whether data may be the size of a plan, since what is said of
    /// its own bucket is its use, or what is left is data of another bucket.
    fn only_size(&self, i: usize, decisions: &[Decision]) -> bool {
        let data = |j: usize| matches!(self.field.quantity(j), Some(Quantity::Data(..)));
        let said = |part: Use, own: bool| {
            let mut all = decisions.iter().enumerate().filter(|(j, it)| it.part == part && data(*j));
            all.any(|(j, _)| (self.field.bucket(j) == self.field.bucket(i)) == own)
        };
        let size = matches!(self.field.quantity(i), Some(Quantity::Data(amount, _)) if !metered(*amount))
            && self.field.bucket(i) == Bucket::General;
        size && !said(Use::Left, true) && (said(Use::Used, true) || said(Use::Left, false))
    }

    /// "My usage", "Usage as of 11/20 at 8:14 pm", and lines of figures below it: the word of a heading by which what a
    /// noun names there is used.
    fn usage(&self, decisions: &[Decision]) -> Option<usize> {
        let decides = |i: usize| decisions.iter().any(|decision| decision.word == Some(i));
        let heading = |i: usize| {
            let line = (i + 1..self.items.len()).map_while(|j| self.field.part(j));
            let mut rest = line.skip_while(|part| {
                matches!(
                    part,
                    Part::Other | Part::Word(Word::AsOf | Word::Dated | Word::Plain | Word::Today | Word::Clock)
                ) || matches!(part, Part::Figure(Quantity::Date(_) | Quantity::Bare(_)))
            });
            matches!(rest.next(), Some(Part::Break))
        };
        (0..self.items.len()).find(|&i| self.field.word(i) == Some(Word::Used) && heading(i) && !decides(i))
    }

    /// Whether a heading is that word and no more than whose usage it is, of what and since when.
    fn bare(&self, usage: usize) -> bool {
        let line = (0..usage).rev().map_while(|j| self.field.part(j).filter(|part| !matches!(part, Part::Break)));
        let plain = |part: &Part| matches!(part, Part::Word(Word::Plain | Word::Data | Word::Plan | Word::Carrier(_)));
        let behind = self.field.part(usage + 1);
        line.into_iter().all(plain) && matches!(behind, Some(Part::Break | Part::Word(Word::AsOf | Word::Dated)))
    }

    /// Whether a word between a heading and a figure says that something is left.
    fn says_left(&self, heading: usize, figure: usize) -> bool {
        (heading..figure)
            .any(|j| matches!(self.field.word(j), Some(Word::Left | Word::Usable | Word::Balance | Word::Have)))
    }

    /// The noun before a figure or its colon; `Kuota utama: 1.2GB`: a word that says nothing may stand
    /// between.
    fn label(&self, i: usize, glued: bool) -> Option<usize> {
        let silent =
            |j: &usize| matches!(self.field.part(*j), Some(Part::Other | Part::Word(Word::Plain | Word::Plan)));
        let label = i.checked_sub(2).filter(|_| !glued).map(|j| self.of_unit(j));
        let label = label.filter(silent).and_then(|j| j.checked_sub(1)).or(label);
        label.or(i.checked_sub(1)).filter(|&j| self.labels(j) && (!glued || self.heads(j)))
    }

    /// `Data (MB): 3072`: the noun before the unit in brackets that ends there, or the place itself.
    fn of_unit(&self, close: usize) -> usize {
        let unit = close.checked_sub(2).filter(|&open| {
            matches!(self.field.part(close), Some(Part::Mark(')')))
                && matches!(self.field.word(open + 1), Some(Word::Unit(_)))
                && matches!(self.field.part(open), Some(Part::Mark('(')))
        });
        unit.and_then(|open| open.checked_sub(1)).unwrap_or(close)
    }

    /// Whether a figure is offered, or a sum stands behind it in its sentence: "51 min for only 9 euro".
    fn sells(&self, i: usize) -> bool {
        let words = (i + 1..i + 5).map_while(|j| match self.field.part(j) {
            Some(Part::Word(Word::Balance | Word::Left) | Part::Mark(_)) | None => None,
            part => part.filter(|part| !matches!(part, Part::Break)),
        });
        self.field.offered(i, None) || words.into_iter().any(|part| matches!(part, Part::Figure(Quantity::Money(..))))
    }

    /// Whether something is offered or has a price.
    pub(super) fn sold(&self) -> bool {
        self.priced() || (0..self.items.len()).any(|i| self.field.word(i) == Some(Word::Offer))
    }

    fn priced(&self) -> bool {
        (0..self.items.len()).any(|i| self.field.word(i) == Some(Word::Price) && self.field.prices(i))
    }

    /// Whether something is sold, added or described.
    fn described(&self) -> bool {
        let told = |i| matches!(self.field.word(i), Some(Word::Add | Word::Includes));
        self.priced() || (0..self.items.len()).any(told)
    }

    /// How many labels say that there is no end: `Talk: unlimited`.
    fn endless(&self) -> usize {
        let label = |i: &usize| {
            self.field.word(*i) == Some(Word::Unlimited)
                && self.colon(*i)
                && i.checked_sub(2).is_some_and(|j| self.labels(j))
        };
        (2..self.items.len()).filter(label).count()
    }

    /// How many nouns of a list have no end: `Voice UNL; Texts UNL;`.
    fn limitless(&self) -> usize {
        let endless = |i: &usize| {
            self.field.word(*i) == Some(Word::Unlimited)
                && self.labels(i - 1)
                && matches!(self.field.part(i + 1), Some(Part::Mark(',' | '、' | ';') | Part::Break))
        };
        (1..self.items.len()).filter(endless).count()
    }

    /// `512 MB video, exp 21 June` beside a balance, `Data 512 MB` beside an end: so much is left,
    /// or was in it; who knows.
    pub(super) fn listed(&self, decisions: &[Decision], ends: &[End], left: bool, found: &mut Found) {
        if !left && ends.is_empty() {
            return;
        }
        let tempting = self.sold() || (0..self.items.len()).any(|i| self.field.word(i) == Some(Word::Includes));
        for (i, decision) in decisions.iter().enumerate() {
            let data = matches!(self.field.part(i), Some(Part::Figure(Quantity::Data(_, None))));
            // Its own sentence ends it, or the next one, which begins with the word for it.
            let own = |end: &End| {
                let next = end.word.checked_sub(1).filter(|_| end.word < end.item);
                (i..end.item).all(|j| next == Some(j) || !matches!(self.field.part(j), Some(Part::Break)))
            };
            let ends = ends.iter().any(|end| end.item > i && own(end));
            let stands = matches!(self.field.part(i + 1), Some(Part::Word(_) | Part::Mark(_)));
            let noun = i.checked_sub(1).and_then(|j| self.field.word(j));
            let named = !left && matches!(noun, Some(Word::Data | Word::Calls | Word::Texts | Word::Minute));
            let ended = ends && self.field.quantity(i).is_some_and(Quantity::measures) && !tempting;
            if decision.part == Use::Open
                && noun != Some(Word::Storage)
                && (named && !self.sells(i) || left && stands && data && ends || ended)
            {
                found.put(i, self.ask(i, &[Role::Left, Role::Total]));
            }
        }
    }

    /// "1.8 GB / 3 GB", "450/500 mins": the larger is the whole; the smaller is left or used.
    pub(super) fn halves(&self, decisions: &[Decision], dated: bool, found: &mut Found) {
        if !(dated || self.topic()) {
            return;
        }
        let usage = self.usage(decisions).filter(|&usage| self.bare(usage));
        let mut wholes: Vec<(Bucket, usize)> = Vec::new();
        let undecided =
            |i: usize| decisions.get(i).is_some_and(|decision| matches!(decision.part, Use::Open | Use::Have));
        for i in 0..self.items.len() {
            let Some(whole) = self.field.whole(i).filter(|&whole| undecided(i) && undecided(whole)) else { continue };
            let (part, whole) = match (self.field.quantity(i), self.field.quantity(whole)) {
                (Some(Quantity::Data(one, None)), Some(Quantity::Data(two, None)))
                    if one.bytes(self.base) > two.bytes(self.base) =>
                {
                    (whole, i)
                }
                (Some(Quantity::Minutes(one)), Some(Quantity::Minutes(two)))
                | (Some(Quantity::Texts(one)), Some(Quantity::Texts(two))) => {
                    if one.scaled(100) > two.scaled(100) {
                        (whole, i)
                    } else {
                        (i, whole)
                    }
                }
                (Some(Quantity::Data(_, None) | Quantity::Percent(_)), Some(Quantity::Data(_, None))) => (i, whole),
                _ => continue,
            };
            let total = Decision { part: Use::Total, word: Some(i + 1), after: false };
            let used = usage.filter(|&usage| usage < part && !self.says_left(usage, part));
            let used = used.map(|_| Decision { part: Use::Used, word: used, after: false });
            let part_of_it = match used {
                Some(used) => self.quantity(part, &used),
                None => self.ask(part, &[Role::Left, Role::Used]),
            };
            if let (Some(of_it), Some(total)) = (part_of_it, self.quantity(whole, &total)) {
                found.put(part, Some(of_it));
                found.put(whole, Some(total));
                wholes.push((self.field.bucket(whole), whole));
            }
        }
        // Of two wholes of one bucket neither is the whole.
        for (bucket, whole) in &wholes {
            if wholes.iter().filter(|(of, _)| of == bucket).count() > 1 {
                found.drop(*whole);
            }
        }
    }

    /// `Data: 1.83 GB` and nothing else: a terse reply, where nothing is sold or described.
    pub(super) fn terse(&self, decisions: &[Decision], settled: bool, found: &mut Found) {
        let sold = |word| {
            matches!(word, Word::Offer | Word::Price | Word::Includes | Word::Below | Word::Over)
                || matches!(
                    word,
                    Word::Last | Word::Per | Word::Bill | Word::Paid | Word::Auto | Word::Bank | Word::Add
                )
                || matches!(word, Word::Fault | Word::Underway)
        };
        let priced = |i: usize| {
            matches!(self.field.part(i), Some(Part::Figure(Quantity::Money(..))))
                && decisions.get(i).is_none_or(|decision| decision.part != Use::Left)
        };
        let counts = |i: &usize| self.field.quantity(*i).is_some();
        let ended = |i: &usize| matches!(self.field.part(*i), Some(Part::Break));
        let last = (0..self.items.len()).rev().find(counts).and_then(|last| (last..self.items.len()).find(ended));
        let tells = |i| self.field.word(i).is_some_and(sold) || priced(i);
        if (0..last.unwrap_or(self.items.len())).any(tells) {
            return;
        }
        let tempting = (0..self.items.len()).any(tells);
        for (i, decision) in decisions.iter().enumerate() {
            // "Your data is 1.2 GB. Buy more": an offer without a figure hangs at its tail.
            let words = || i.checked_sub(3).map(|from| [from, from + 1, from + 2].map(|j| self.field.word(j)));
            if matches!(words(), Some([Some(Word::Plain), Some(Word::Data), Some(Word::Plain)]))
                && decision.part == Use::Open
                && self.lone(i)
                && self.field.whole(i).is_none()
            {
                found.put(i, self.ask(i, &[Role::Left, Role::Used, Role::Total]));
            }
            if tempting {
                continue;
            }
            let colon = self.colon(i);
            let noun = i.checked_sub(1 + usize::from(colon)).and_then(|j| self.field.word(self.of_unit(j)));
            let named = noun == Some(Word::Data) && (colon || settled || self.lone(i));
            if decision.part == Use::Open
                && named
                && matches!(self.field.quantity(i), Some(Quantity::Data(_, None)))
                && self.field.whole(i).is_none()
            {
                found.put(i, self.ask(i, &[Role::Left, Role::Used, Role::Total]));
            }
        }
    }

    /// `5.9 GB` as the whole text, as someone types it who looked it up: left or used.
    pub(super) fn alone(&self, found: &mut Found) {
        let mut figures =
            (0..self.items.len()).filter(|&i| !matches!(self.field.part(i), Some(Part::Break | Part::Mark('.'))));
        if let (Some(only), None) = (figures.next(), figures.next())
            && matches!(self.field.quantity(only), Some(Quantity::Data(_, None)))
        {
            found.put(only, self.ask(only, &[Role::Left, Role::Used]));
        }
    }

    /// "You have 4317.62 MB Weekly Data.": whether so much, which nobody sells, is all that the sentence says of data.
    pub(super) fn holds(&self, i: usize, word: Option<usize>) -> bool {
        let metered = matches!(self.field.quantity(i), Some(Quantity::Data(amount, None)) if metered(*amount));
        let noun = || (i + 1..i + 5).find(|&j| self.lone(j)).and_then(|last| self.field.word(last));
        metered && word.is_some_and(|word| word + 1 == i) && noun() == Some(Word::Data)
    }

    /// Whether the sentence says nothing more after the figure.
    pub(super) fn lone(&self, i: usize) -> bool {
        matches!(self.field.part(i + 1), None | Some(Part::Break))
    }

    pub(super) fn colon(&self, i: usize) -> bool {
        let mark = i.checked_sub(1).and_then(|j| self.field.part(j));
        let hyphen = matches!(mark, Some(Part::Mark('-')))
            && i.checked_sub(1).and_then(|j| self.items.get(j)).map(|mark| mark.to)
                == self.items.get(i).map(|figure| figure.from);
        matches!(mark, Some(Part::Mark(':' | '='))) || hyphen
    }

    /// Whether a label begins its sentence or its place in a list.
    fn heads(&self, i: usize) -> bool {
        let noun = |j: &usize| {
            self.labels(*j) || matches!(self.field.part(*j), Some(Part::Other | Part::Word(Word::Plain | Word::Plan)))
        };
        let first = (i.saturating_sub(2)..i).rev().take_while(noun).last().unwrap_or(i);
        let before = first.checked_sub(1).and_then(|j| self.field.part(j));
        let cost = first.checked_sub(2).is_some_and(|j| matches!(self.field.word(j), Some(Word::Price | Word::Last)));
        !cost && matches!(before, None | Some(Part::Break | Part::Mark(',' | '、' | ';' | ':') | Part::Figure(_)))
    }

    fn labels(&self, i: usize) -> bool {
        self.field.word(i).is_some_and(|word| {
            matches!(word, Word::Data | Word::Calls | Word::Texts | Word::Minute | Word::Unit(_))
                || named(word).is_some()
        })
    }

    /// Whether the text speaks of a mobile line at all.
    fn topic(&self) -> bool {
        (0..self.items.len()).any(|i| {
            matches!(
                self.field.word(i),
                Some(
                    Word::Data
                        | Word::Line
                        | Word::Refill
                        | Word::Plan
                        | Word::Carrier(_)
                        | Word::Hotspot
                        | Word::Roaming
                        | Word::Renews
                )
            )
        })
    }

    /// The figure as a question of these roles.
    fn ask(&self, i: usize, roles: &[fn(Bucket) -> Role]) -> Option<Figure> {
        if self.field.offered(i, None) {
            return None;
        }
        let value = match self.field.quantity(i)? {
            Quantity::Data(amount, None) => Value::Data(*amount),
            Quantity::Percent(share) => Value::Percent(*share),
            Quantity::Minutes(count) | Quantity::Texts(count) => Value::Count(*count),
            _ => return None,
        };
        let bucket = self.field.bucket(i);
        let choices = roles.iter().map(|role| Choice::of(role(bucket), value)).collect();
        Some(Figure { span: self.span(i), value, role: Certainty::Asked(choices) })
    }
}

/// Whether that much was counted, and is no size that anyone sells: 412 minutes, 1876.43 MB.
fn counted(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Data(amount, _) => metered(*amount),
        Quantity::Minutes(count) | Quantity::Texts(count) => !round(count, 10),
        _ => false,
    }
}

/// Whether so much data is no size that anyone sells: 1876.43 MB, 24.17 GB.
pub(super) fn metered(amount: Amount) -> bool {
    let figure = amount.figure();
    if amount.unit() < Unit::GB {
        return !round(&figure, 50) && !round(&figure, 128);
    }
    figure.scale() > 1 && figure.mantissa() % 25 != 0
}

fn round(value: &Decimal, size: i64) -> bool {
    value.scale() == 0 && value.mantissa() % size == 0
}
