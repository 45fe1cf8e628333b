//! From a reading and a person's answers to what an entry keeps.
//!
//! It decides nothing that the text or the person did not say: an open question yields nothing.

use super::reading::{Certainty, Choice, Reading, Role, Value};
use crate::domain::{Bucket, Currency, Date, Measure, Money, Quantity, Said};

/// A person's answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The choice at that place of the question.
    Choice(usize),
    /// This figure is not wanted. A sure figure can be skipped as well.
    Skip,
}

/// What a reply comes to once its questions are answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// What was said of each bucket, at most one of a kind for each.
    pub measures: Vec<Measure>,
    /// The end of the data or plan; the end of the credit where nothing else ends.
    pub expires: Option<Date>,
    /// The next charge.
    pub renews: Option<Date>,
    /// What was added.
    pub top_up: Option<Quantity>,
    open: usize,
}

impl Settled {
    /// How many questions have no answer yet.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.open
    }

    /// Keeps the first of a kind for each bucket: a reply says its main figure first.
    fn measure(&mut self, bucket: Bucket, said: Said) {
        let kind = std::mem::discriminant(&said);
        let known = |kept: &Measure| kept.bucket == bucket && std::mem::discriminant(&kept.said) == kind;
        if !self.measures.iter().any(known) {
            self.measures.push(Measure { bucket, said });
        }
    }
}

impl Reading {
    /// The reading with the person's answers, each the place of a figure and its answer; the last
    /// answer to a figure holds. `currency` is that of the card's credit, for money that names none.
    #[must_use]
    pub fn settle(&self, answers: &[(usize, Answer)], currency: Currency) -> Settled {
        let mut settled = Settled::default();
        let mut credit_expires = None;
        // What goes on slowly does so behind what was fast, wherever the text says so.
        let mut figures: Vec<_> = self.figures.iter().enumerate().collect();
        figures.sort_by_key(|(_, figure)| matches!(figure.value, Value::Slowed | Value::Slows));
        for (place, figure) in figures {
            let answer = answers.iter().rev().find(|(of, _)| *of == place).map(|(_, answer)| *answer);
            let choice = match (&figure.role, answer) {
                (_, Some(Answer::Skip)) => continue,
                (Certainty::Sure(role, _), _) => Some(Choice::of(*role, figure.value)),
                (Certainty::Asked(choices), Some(Answer::Choice(at))) => choices.get(at).copied(),
                (Certainty::Asked(_), None) => None,
            };
            let Some(Choice { role, value, .. }) = choice else {
                settled.open += 1;
                continue;
            };
            match (role, value) {
                (Role::Expires, Value::Date(date)) => settled.expires = settled.expires.or(Some(date)),
                (Role::CreditExpires, Value::Date(date)) => credit_expires = credit_expires.or(Some(date)),
                (Role::Renews, Value::Date(date)) => settled.renews = settled.renews.or(Some(date)),
                (Role::TopUp, value) => settled.top_up = settled.top_up.or_else(|| quantity(value, currency)),
                (Role::Left(bucket) | Role::Used(bucket) | Role::Total(bucket), value) => {
                    if let Some(said) = said(role, value, currency) {
                        settled.measure(bucket, said);
                    }
                }
                (Role::Expires | Role::CreditExpires | Role::Renews, _) => {}
            }
        }
        settled.expires = settled.expires.or(credit_expires);
        settled
    }
}

fn quantity(value: Value, currency: Currency) -> Option<Quantity> {
    match value {
        Value::Data(amount) => Some(Quantity::Data(amount)),
        Value::Money(figure, named) => Some(Quantity::Money(Money { figure, currency: named.unwrap_or(currency) })),
        Value::Count(count) => Some(Quantity::Count(count)),
        Value::Percent(_) | Value::Date(_) | Value::Unlimited | Value::Slowed | Value::Slows => None,
    }
}

fn said(role: Role, value: Value, currency: Currency) -> Option<Said> {
    match (role, value) {
        (Role::Left(_), Value::Percent(share)) => Some(Said::LeftPercent(share)),
        (Role::Used(_), Value::Percent(share)) => Some(Said::UsedPercent(share)),
        (Role::Left(_), Value::Unlimited | Value::Slowed | Value::Slows) => Some(Said::Unlimited),
        (Role::Left(_), value) => quantity(value, currency).map(Said::Left),
        (Role::Used(_), value) => quantity(value, currency).map(Said::Used),
        (Role::Total(_), value) => quantity(value, currency).map(Said::Total),
        _ => None,
    }
}
