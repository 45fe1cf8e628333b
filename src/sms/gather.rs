//! Gathers what was decided into figures with their places and reasons.

use super::bare::owner;
use super::bucket::named;
use super::conflict::{conflict, disagree, have, one_day, one_whole, rest_of_bucket, sessions};
use super::ended::{begun, denied, gone, renewed};
use super::ends::{End, ends, of_bucket};
use super::fold::Folded;
use super::found::Found;
use super::item::{Item, Part, Quantity, Sign, knowledge};
use super::reading::{Certainty, Choice, Context, Figure, Knowledge, Role, Span, Value, Why};
use super::roles::{Decision, Field, Use};
use super::slow::slowed;
use super::words::Word;
use crate::domain::{Amount, Base, Bucket, Currency, Decimal, Unit};

/// The most answers that a question offers.
const MOST_CHOICES: usize = 6;

/// The most figures that a message is believed to hold.
const MOST_FIGURES: usize = 40;

/// Whether there are more figures, or more answers to one question, than a message can mean.
pub(super) fn crowded(figures: &[Figure]) -> bool {
    figures.len() > MOST_FIGURES
        || figures
            .iter()
            .any(|figure| matches!(&figure.role, Certainty::Asked(choices) if choices.len() > MOST_CHOICES))
}

/// The figures of a text in its order.
pub(super) fn gather(text: &Folded, items: &[Item], context: &Context<'_>) -> Vec<Figure> {
    let gather = Gather::new(text, items, context.base);
    let decisions = gather.field.decide();
    let mut found = Found::new(items.len());
    gather.emptied(&mut found);
    for (i, decision) in decisions.iter().enumerate() {
        found.put(i, gather.quantity(i, decision).filter(|_| !gather.due(i)));
    }
    let left = found.any(|figure| matches!(figure.role, Certainty::Sure(Role::Left(_) | Role::Used(_), _)));
    let added = |item: &Item| matches!(item.part, Part::Word(Word::Add | Word::Bought));
    let good = items.iter().any(added) || left && !gather.sold();
    let mut ends = ends(&gather.field, context);
    ends.retain(|end| (!end.loose || good) && !denied(text, items, end));
    for end in &mut ends {
        renewed(text, &gather.field, end);
    }
    // "Your bonus expired 5/15. 5 GB left until 6/15": what has come is of something else.
    let several = ends.len() > 1;
    let past = |end: &&End| !end.renews && (several || end.day.yearless) && gone(text, items, end);
    let past: Vec<_> = ends.iter().filter(past).map(|end| end.item).collect();
    let over = |end: &End| !end.renews && past.contains(&end.item);
    if ends.iter().any(|end| !(end.loose || end.renews || over(end))) {
        ends.retain(|end| !over(end));
    }
    for end in &mut ends {
        if over(end) {
            end.day = end.day.gone(context.received);
        }
        begun(&gather.field, end, context.received);
    }
    // "Valid 30 days, until 7/3", "12 days left, until 2026/12/04": the day is said.
    if ends.iter().any(|end| !(end.loose || end.renews)) {
        ends.retain(|end| !end.loose);
    }
    let written = |end: &End| end.renews || !matches!(gather.field.quantity(end.item), Some(Quantity::Days(_)));
    if ends.iter().any(|end| written(end) && !end.renews) {
        ends.retain(written);
    }
    let dated = !ends.is_empty();
    gather.labelled(&decisions, dated, &mut found);
    // Beside an amount that is left, what has no end is slow, or another thing; what is used of it says
    // nothing of the kind, unless it is used of an amount.
    let said = |found: &Found, role: Role, of: fn(&Value) -> bool| {
        found.any(|figure| of(&figure.value) && matches!(figure.role, Certainty::Sure(sure, _) if sure == role))
    };
    let data = |value: &Value| matches!(value, Value::Data(_));
    // So does a part of it, in per cent.
    let part = |value: &Value| match value {
        Value::Percent(share) => share.scaled(1).is_some_and(|share| (1..100).contains(&share)),
        value => matches!(value, Value::Data(_)),
    };
    let [rest, used, whole] = [Role::Left, Role::Used, Role::Total].map(|role| role(Bucket::General));
    if said(&found, used, data) && !said(&found, whole, data) && !said(&found, rest, data) {
        gather.cap(&mut found);
    }
    let of_whole = said(&found, whole, data) && (said(&found, used, part) || said(&found, rest, part));
    if !(said(&found, rest, data) || of_whole) {
        gather.unlimited(left || dated, &mut found);
    }
    let mut open = Found::new(items.len());
    gather.halves(&decisions, dated, &mut open);
    if left || dated {
        gather.planned(&decisions, &mut open);
        gather.before_colon(&decisions, &mut open);
    }
    gather.listed(&decisions, &ends, left, &mut open);
    gather.terse(&decisions, left || dated, &mut open);
    gather.alone(&mut open);
    gather.unnamed(&decisions, context, &mut open);
    gather.wholes(&decisions, &mut open);
    open.without(&found);
    let lasting = found.any(something_left) || open.any(something_left);
    let several = ends.iter().filter(|end| !end.renews).count() > 1;
    let whose = |end: &End| of_bucket(items, end, |j| owner(items, j)).filter(|_| several);
    let data = ends.iter().any(|end| whose(end) == Some(Bucket::General));
    for end in &ends {
        let bucket = whose(end);
        // "SMS 92 until 6/16, data 1 GB until 6/29": the end is that of the data.
        if !(data && matches!(bucket, Some(Bucket::Messages | Bucket::Minutes))) {
            let credit = bucket == Some(Bucket::Money);
            found.set(end.item, gather.end(&end.coming(context.received, lasting), credit));
        }
    }
    let (mut figures, mut words, mut unnamed) = (Vec::new(), Vec::new(), Vec::new());
    let mut days = Vec::new();
    for (i, (figure, decision)) in found.0.into_iter().zip(&decisions).enumerate() {
        if let Some(figure) = figure {
            words.push((gather.why(decision.word, None).words, gather.holds(i, decision.word)));
            days.extend(Some(figure.span).filter(|_| decision.word.is_some_and(|used| gather.field.todays(i, used))));
            figures.push(figure);
            unnamed.push(gather.field.unnamed(i));
        }
    }
    have(&mut figures, &words);
    if figures.len() <= MOST_FIGURES {
        gather.sum_of_open(&decisions, &mut figures);
        rest_of_bucket(&mut figures, &open, &unnamed);
        conflict(&mut figures);
        one_day(&mut figures, &days);
        disagree(&mut figures);
    }
    // "You bought 76 MB. 142 MB left": more is left than that size, which is of something else.
    let left = |figure: &Figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Left(bucket), _), Value::Data(amount)) => Some((*bucket, amount.bytes(context.base).0)),
        _ => None,
    };
    let lefts: Vec<_> = figures.iter().filter_map(left).collect();
    let whole = |figure: &Figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Total(bucket), _), Value::Data(amount)) => {
            !lefts.iter().any(|(of, left)| of == bucket && *left > amount.bytes(context.base).0)
        }
        _ => true,
    };
    sessions(&mut figures, &lefts, context.base);
    let used_up = lefts.contains(&(Bucket::General, 0)) || is_used_up(&figures, context.base);
    figures.extend(slowed(&gather, used_up).filter(|_| used_up || says_left(&figures)));
    figures.extend(open.0.into_iter().flatten().filter(whole));
    one_whole(&mut figures);
    in_order(&mut figures);
    figures
}

/// Whether as much of the data is used as there is in all.
fn is_used_up(figures: &[Figure], base: Base) -> bool {
    let sure = |role| {
        figures.iter().find_map(|figure| match (&figure.role, figure.value) {
            (Certainty::Sure(of, _), Value::Data(amount)) if *of == role => Some(amount.bytes(base)),
            _ => None,
        })
    };
    sure(Role::Used(Bucket::General)).zip(sure(Role::Total(Bucket::General))).is_some_and(|(used, total)| used >= total)
}

/// Whether it surely says how much of the data is left, or what part of how much is used.
fn says_left(figures: &[Figure]) -> bool {
    let sure = |is: fn(Role, Value) -> bool| {
        figures.iter().any(|figure| matches!(figure.role, Certainty::Sure(role, _) if is(role, figure.value)))
    };
    let part = |role, _| matches!(role, Role::Left(Bucket::General) | Role::Used(Bucket::General));
    let whole = |role, _| role == Role::Total(Bucket::General);
    let left = |role, value| role == Role::Left(Bucket::General) && matches!(value, Value::Data(_));
    let endless = |_, value| value == Value::Unlimited;
    (sure(left) || sure(part) && sure(whole)) && !sure(endless)
}

/// Puts figures in the order of the text.
pub(super) fn in_order(figures: &mut [Figure]) {
    figures.sort_by_key(|figure| figure.span.start);
}

/// Whether so much is left, or may be, that an end lies ahead.
fn something_left(figure: &Figure) -> bool {
    let some = |value: &Value| match value {
        Value::Data(amount) => amount.figure().mantissa() > 0,
        Value::Percent(count) | Value::Count(count) | Value::Money(count, _) => count.mantissa() > 0,
        Value::Unlimited | Value::Slowed | Value::Slows => true,
        Value::Date(_) => false,
    };
    match &figure.role {
        Certainty::Sure(Role::Left(_), _) => some(&figure.value),
        Certainty::Sure(..) => false,
        Certainty::Asked(choices) => {
            choices.iter().any(|choice| matches!(choice.role, Role::Left(_)) && some(&choice.value))
        }
    }
}

pub(super) struct Gather<'a> {
    pub(super) text: &'a Folded,
    pub(super) items: &'a [Item],
    pub(super) field: Field<'a>,
    pub(super) base: Base,
}

impl<'a> Gather<'a> {
    pub(super) fn new(text: &'a Folded, items: &'a [Item], base: Base) -> Self {
        Self { text, items, field: Field::new(items), base }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn span(&self, i: usize) -> Span {
        self.items.get(i).map_or(Span { start: 0, end: 0 }, |item| self.text.span(item.from, item.to))
    }

    pub(super) fn why(&self, word: Option<usize>, card: Option<Knowledge>) -> Why {
        Why { words: word.filter(|&i| i < self.items.len()).map(|i| self.span(i)), card }
    }

    pub(super) fn quantity(&self, i: usize, decision: &Decision) -> Option<Figure> {
        let Some(Part::Figure(quantity)) = self.field.part(i) else { return None };
        let (value, other) = match quantity {
            Quantity::Data(amount, other) => (Value::Data(*amount), other.map(Value::Data)),
            Quantity::Money(figure, currency, _) => (Value::Money(*figure, *currency), None),
            Quantity::Percent(share) => (Value::Percent(*share), None),
            Quantity::Minutes(count) | Quantity::Texts(count) => (Value::Count(*count), None),
            Quantity::Days(_) | Quantity::Date(_) | Quantity::Bare(_) => return None,
        };
        let money = matches!(quantity, Quantity::Money(..));
        let bucket = self.field.bucket(i);
        let offered = self.field.offered(i, decision.word);
        let role = match decision.part {
            Use::Left => Role::Left(bucket),
            Use::Used if !money => Role::Used(bucket),
            Use::Total if !money && !matches!(value, Value::Percent(_)) => Role::Total(bucket),
            Use::Added if !offered && !self.field.lured(i) && !self.field.undone(i) => Role::TopUp,
            Use::Have if !offered && !money && !self.field.lured(i) => {
                let role = |role| Choice::of(role, value);
                let choices = vec![role(Role::Left(bucket)), role(Role::Total(bucket))];
                return matches!(value, Value::Data(_) | Value::Count(_)).then(|| Figure {
                    span: self.span(i),
                    value,
                    role: Certainty::Asked(choices),
                });
            }
            _ => return None,
        };
        if offered {
            return None;
        }
        let mut values = vec![value];
        values.extend(other);
        if let Quantity::Money(figure, currency, sign) = quantity {
            values = self.sums(i, *figure, *currency, *sign);
        }
        let value = values.first().copied().unwrap_or(value);
        let certainty = match values.as_slice() {
            [_, _, ..] => Certainty::Asked(values.iter().map(|&value| Choice::of(role, value)).collect()),
            _ => Certainty::Sure(role, self.why(decision.word, knowledge(quantity))),
        };
        Some(Figure { span: self.span(i), value, role: certainty })
    }

    /// What a sum may be: of which currency, where its sign is none of the card's; a debt or not, where
    /// ($1.25) is one in a book-keeper's hand and an aside in anyone else's, and where the hyphen of
    /// `BAL:-1.25` is a minus or ends the label.
    pub(super) fn sums(&self, i: usize, figure: Decimal, currency: Option<Currency>, sign: Sign) -> Vec<Value> {
        let mark =
            |j: Option<usize>, c| matches!(j.and_then(|j| self.field.part(j)), Some(Part::Mark(mark)) if *mark == c);
        let back = |far: usize| i.checked_sub(far);
        // "Your balance ($4) is …": what goes on speaks of the sum.
        let goes_on = self.field.word(i + 2) == Some(Word::Plain);
        let enclosed = mark(back(1), '(') && mark(Some(i + 1), ')') && !goes_on;
        let place = |far: usize| back(far).and_then(|j| self.items.get(j)).map(|item| (item.from, item.to));
        let glued = matches!((place(2), place(1), place(0)), (Some((_, end)), Some((from, to)), Some((start, _)))
            if end == from && to >= start);
        let hyphen = figure.is_negative() && glued && (mark(back(2), ':') || mark(back(2), '='));
        if let Sign::Open(codes) = sign {
            return codes
                .split(' ')
                .take(MOST_CHOICES)
                .map(|code| Value::Money(figure, Currency::parse(code)))
                .collect();
        }
        let mut values = vec![Value::Money(figure, currency)];
        if enclosed || hyphen {
            values.extend(Decimal::new(-figure.mantissa(), figure.scale()).map(|debt| Value::Money(debt, currency)));
        }
        values
    }

    /// "All used up": nothing is left of the data that the sentence speaks of.
    fn emptied(&self, found: &mut Found) {
        for i in 0..self.items.len() {
            let about = |j: usize| match self.field.part(j) {
                Some(Part::Word(word)) if *word == Word::Data || named(*word).is_some() => Some(true),
                Some(Part::Figure(Quantity::Data(..)) | Part::Word(Word::Unit(_))) => Some(true),
                Some(Part::Word(Word::Texts)) if self.sender(j) => None,
                Some(Part::Break | Part::Figure(Quantity::Minutes(_))) | None => Some(false),
                Some(Part::Word(Word::Over | Word::Calls | Word::Minute | Word::Texts | Word::Below)) => Some(false),
                _ => None,
            };
            let ahead = (i.saturating_sub(8)..i).rev().find_map(about);
            let share =
                (i.saturating_sub(9)..i).rev().take_while(|&j| !matches!(self.field.part(j), Some(Part::Break))).any(
                    |j| matches!(self.field.quantity(j), Some(Quantity::Percent(part)) if part.scaled(1) != Some(100)),
                );
            // It is the time that ran out.
            let timed = (i.saturating_sub(9)..i)
                .rev()
                .take_while(|&j| !matches!(self.field.part(j), Some(Part::Break | Part::Mark(',' | '、' | ';'))))
                .any(|j| matches!(self.field.word(j), Some(Word::Expires | Word::Lasts)));
            // "Used up 75 %" is not all of it.
            let part = matches!(self.field.quantity(i + 1), Some(Quantity::Percent(_)));
            // "Used up 3 GB of 10 GB" neither.
            let halved = (i + 1..i + 4).any(|j| self.field.whole(j).is_some_and(|whole| self.less(j, whole)));
            if share
                || timed
                || halved
                || part
                || self.field.word(i) != Some(Word::Empty)
                || self.field.offered(i, None)
                || self.field.wished(i)
                || ahead == Some(false) && !self.starts(i)
            {
                continue;
            }
            // "No data left.", "You have no data left." as a sentence of its own.
            let edge =
                |j: Option<usize>| matches!(j.map(|j| self.field.part(j)), None | Some(None | Some(Part::Break)));
            let first = i.checked_sub(1).filter(|&j| self.field.word(j) == Some(Word::Have)).unwrap_or(i);
            let alone = edge(first.checked_sub(1)) && edge(Some(i + 1));
            if ahead != Some(true) && !alone && (i + 1..i + 7).find_map(about) != Some(true) {
                continue;
            }
            let Some(none) = Amount::new(Decimal::ZERO, Unit::MB) else { continue };
            let data = |j: &usize| matches!(self.field.quantity(*j), Some(Quantity::Data(..)));
            let near = (i + 1..i + 5)
                .take_while(|&j| !matches!(self.field.part(j), Some(Part::Break | Part::Mark(',' | '、'))));
            let zero = |j: &usize| matches!(self.field.quantity(*j), Some(Quantity::Data(amount, _)) if amount.figure().mantissa() == 0);
            let whole = near.into_iter().find(data).filter(|whole| !zero(whole));
            let amount = (i.saturating_sub(8)..i).rev().find(data).or(whole);
            let bucket = self.field.bucket(amount.unwrap_or(i));
            let role = Certainty::Sure(Role::Left(bucket), self.why(Some(i), None));
            found.put(i, Some(Figure { span: self.span(i), value: Value::Data(none), role }));
            if let Some(whole) = whole {
                let total = Decision { part: Use::Total, word: Some(i), after: false };
                found.put(whole, self.quantity(whole, &total));
            }
        }
    }

    /// Whether the first of two amounts is less.
    fn less(&self, part: usize, whole: usize) -> bool {
        let bytes = |i: usize| match self.field.quantity(i) {
            Some(Quantity::Data(amount, _)) => Some(amount.bytes(self.base)),
            _ => None,
        };
        bytes(part).zip(bytes(whole)).is_some_and(|(part, whole)| part < whole)
    }

    /// Whether no word that turns the sentence around stands before the item.
    fn starts(&self, i: usize) -> bool {
        let sentence = (0..i).rev().take_while(|&j| !matches!(self.field.part(j), Some(Part::Break)));
        !sentence.into_iter().any(|j| {
            matches!(self.field.word(j), Some(Word::Over | Word::Calls | Word::Minute | Word::Texts | Word::Below))
                && !self.sender(j)
        })
    }

    /// Whether a word for messages is no more than what the text calls itself: "AT&T Msg: you've used …".
    fn sender(&self, i: usize) -> bool {
        self.field.word(i) == Some(Word::Texts)
            && matches!(self.field.part(i + 1), Some(Part::Mark(':')))
            && self.field.quantity(i + 2).is_none()
    }

    fn end(&self, end: &End, credit: bool) -> Figure {
        let role = match (end.renews, credit) {
            (true, _) => Role::Renews,
            (false, true) => Role::CreditExpires,
            (false, false) => Role::Expires,
        };
        let value = Value::Date(end.day.date);
        let choices = end.day.other.map(|other| vec![Choice::of(role, value), Choice::of(role, Value::Date(other))]);
        let certainty =
            choices.map_or_else(|| Certainty::Sure(role, self.why(Some(end.word), end.day.by)), Certainty::Asked);
        Figure { span: self.span(end.item), value, role: certainty }
    }
}
