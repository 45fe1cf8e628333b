//! Data that goes on: without an end, or slowly, once it is used up: "Your speed is reduced to 128 kbps." That it will
//! is read where one sentence says so of this plan: not of an offer, nor of another bucket.

use super::amend::stands;
use super::found::Found;
use super::gather::Gather;
use super::item::{Item, Part, Quantity};
use super::reading::{Certainty, Figure, Role, Span, Value, Why};
use super::words::Word;
use crate::domain::Bucket;

/// The words that say so, where no offer does: that it is slow now, where it is used up, else that it will be.
pub(super) fn slowed(gather: &Gather<'_>, used_up: bool) -> Option<Figure> {
    let field = &gather.field;
    let now = |&i: &usize| used_up && field.word(i) == Some(Word::Slow) && !field.offered(i, None);
    let now = (0..gather.items.len()).find(now).map(|i| gather.span(i));
    let span = now.or_else(|| (0..gather.items.len()).find_map(|i| gather.slows(i)))?;
    let role = Certainty::Sure(Role::Left(Bucket::General), Why { words: Some(span), card: None });
    Some(Figure { span, value: if used_up { Value::Slowed } else { Value::Slows }, role })
}

/// By these words themselves it comes later, and is slow then.
const THEN: &str = "后限速|后将限速|后会限速|后即限速|后自动限速|后网速降|后网速将降|后网速会降|后降速|后将降速|后会降速|后即降速|后自动降速|完限速|完即限速|完降速|完即降速";
/// When it comes, in the sentence of a word for what is slow;
const AFTER: &str = "after|then|once|beyond|post|danach|nach|dopo|poi|despues|luego|apres|puis|apos|depois";
/// and what that is of: more than a speed may be "reduced".
const SPEED: &str =
    "speed|speeds|kbps|mbps|slower|slowed|throttled|geschwindigkeit|velocidad|velocidade|velocita|vitesse|debit";
/// Where it is busy, perhaps, and at full speed elsewhere.
const PERHAPS: &str = "may|might|could";

impl Gather<'_> {
    /// The items of the sentence of one of them.
    fn sentence(&self, i: usize) -> impl Iterator<Item = (usize, &Item)> {
        let ends = |item: &Item| matches!(item.part, Part::Break);
        let start = self.items.iter().take(i).rposition(ends).map_or(0, |end| end + 1);
        self.items.iter().enumerate().skip(start).take_while(move |(_, item)| !ends(item))
    }

    fn says(&self, i: usize, words: &str) -> bool {
        let mut within = self.sentence(i).flat_map(|(_, item)| item.from..item.to);
        within.any(|at| stands(self.text, at, words).is_some())
    }

    /// "18.9 GB used. Speeds reduced after 20 GB": the one amount in that sentence that is nothing else is the whole of
    /// what is fast.
    pub(super) fn cap(&self, found: &mut Found) {
        let slows = |&i: &usize| self.slows(i).is_some() && !self.says(i, PERHAPS);
        let Some(slow) = (0..self.items.len()).find(slows) else { return };
        let amount = |&i: &usize| matches!(self.field.quantity(i), Some(Quantity::Data(_, None)));
        let mut caps = self.sentence(slow).map(|(i, _)| i).filter(amount).filter(|i| !found.has(*i));
        if let (Some(place), None) = (caps.next(), caps.next())
            && let Some(Quantity::Data(amount, _)) = self.field.quantity(place)
        {
            let role = Certainty::Sure(Role::Total(Bucket::General), self.why(Some(slow), None));
            found.put(place, Some(Figure { span: self.span(place), value: Value::Data(*amount), role }));
        }
    }

    /// Where a sentence says of the data as a whole, and of no offer, that it will be slow.
    fn slows(&self, i: usize) -> Option<Span> {
        let item = self.items.get(i).filter(|_| !self.field.offered(i, None))?;
        let sentence = || self.sentence(i).map(|(_, item)| item);
        let slow = if self.field.word(i) == Some(Word::Slow) && self.says(i, AFTER) && self.says(i, SPEED) {
            self.span(i)
        } else {
            let (from, to) = (item.from..item.to).find_map(|at| Some((at, stands(self.text, at, THEN)?)))?;
            self.text.span(from, to)
        };
        let other = |item: &Item| match &item.part {
            Part::Word(Word::Hotspot | Word::Roaming | Word::App | Word::Local | Word::Night | Word::Bonus) => true,
            Part::Figure(quantity) => matches!(quantity, Quantity::Money(..)),
            _ => false,
        };
        (!sentence().any(other)).then_some(slow)
    }

    /// Data without an end, where the text is about a balance: not calls or texts.
    pub(super) fn unlimited(&self, settled: bool, found: &mut Found) {
        let place = (0..self.items.len())
            .find(|&i| self.field.word(i) == Some(Word::Unlimited) && !self.field.offered(i, None) && self.of_data(i));
        let Some(place) = place else { return };
        let have = (0..place)
            .rev()
            .take(6)
            .any(|j| matches!(self.field.word(j), Some(Word::Have | Word::Left | Word::Balance)));
        let priced = (0..self.items.len()).any(|j| {
            matches!(self.field.part(j), Some(Part::Figure(Quantity::Money(..))))
                && matches!(j.checked_sub(1).and_then(|j| self.field.word(j)), Some(Word::Price | Word::Offer))
        });
        if !have && (priced || !settled) {
            return;
        }
        let why = self.why(Some(place), None);
        let role = Certainty::Sure(Role::Left(Bucket::General), why);
        found.put(place, Some(Figure { span: self.span(place), value: Value::Unlimited, role }));
    }

    fn of_data(&self, i: usize) -> bool {
        let other = |word: Option<Word>| {
            matches!(
                word,
                Some(Word::Calls | Word::Texts | Word::Minute | Word::App | Word::Local | Word::Night | Word::Roaming)
            )
        };
        // "Talk & text unl. Data 0 MB": the noun has a figure of its own.
        let apart = i.checked_sub(1).is_some_and(|j| other(self.field.word(j)));
        let own = |j| self.field.heads(j) || apart && self.field.quantity(j + 1).is_some();
        let noun = |j| match self.field.part(j) {
            Some(Part::Word(Word::Data)) => Some(j < i || !own(j)),
            _ if other(self.field.word(j)) => Some(false),
            Some(Part::Break | Part::Mark(',' | '、' | ';')) => Some(false),
            Some(_) => None,
            None => Some(false),
        };
        let behind = (i + 1..i + 5).find_map(noun);
        let ahead = i.checked_sub(1).and_then(|j| noun(j).or_else(|| j.checked_sub(1).and_then(noun)));
        // 无限上网, 吃到饱
        let itself = self.items.get(i).is_some_and(|item| matches!(self.text.at(item.to - 1), '网' | '饱'));
        let apart = apart || i.checked_sub(1).is_some_and(|j| self.field.quantity(j).is_some());
        itself && !apart || behind == Some(true) || ahead == Some(true) || self.unlimited_plan(i) || self.of_endless(i)
    }

    /// "19.6 GB used of unlimited": the whole of what is used has no end, and no noun says that it is of something else.
    fn of_endless(&self, i: usize) -> bool {
        let of = i.checked_sub(1).filter(|&j| self.field.word(j) == Some(Word::Of));
        let used = of.and_then(|of| of.checked_sub(1)).filter(|&j| self.field.word(j) == Some(Word::Used));
        let part = used.or(of).and_then(|j| j.checked_sub(1));
        let closes = matches!(self.field.part(i + 1), None | Some(Part::Break | Part::Mark(',' | ';' | ')')));
        let data = |&j: &usize| matches!(self.field.quantity(j), Some(Quantity::Data(..)));
        closes && part.filter(data).is_some_and(|j| self.field.bucket(j) == Bucket::General)
    }

    /// "Your plan is unlimited.", "your unlimited plan": the whole of it, data included.
    fn unlimited_plan(&self, i: usize) -> bool {
        let closes = matches!(self.field.part(i + 1), None | Some(Part::Break | Part::Mark(',' | '、' | ';' | ')')));
        let said = (i.saturating_sub(2)..i).any(|j| self.field.word(j) == Some(Word::Plan));
        let data = || {
            self.items.iter().any(|item| matches!(item.part, Part::Word(Word::Data) | Part::Figure(Quantity::Data(..))))
        };
        closes && said || self.field.word(i + 1) == Some(Word::Plan) && data() || self.esim(i)
    }

    /// "Your unlimited Europe eSIM": with no more than a name between.
    fn esim(&self, i: usize) -> bool {
        let noun = (i + 1..i + 4).find(|&j| !matches!(self.field.part(j), Some(Part::Other)));
        noun.and_then(|j| self.items.get(j)).is_some_and(|item| stands(self.text, item.from, "esim").is_some())
    }
}
