//! Forms: what a person has typed so far, and what it comes to.
//!
//! A form holds text exactly as typed and is never corrected under the typing hand. It is parsed
//! into a type of the domain, with a [`Problem`] for each field that cannot be.

mod ask;
mod beside;
mod card;
mod check;
mod draft;
mod field;
mod keep_alive;
mod keeping;
mod read;
mod reply;
mod report;
mod taught;
mod top_up;

pub use ask::{
    ACTIVITIES, GIVES, HEADINGS, MINUTES, Trip, ask_form, keeping_too, kept, kept_without, offer, rate, rates_bound,
    rates_with, trip,
};
pub(in crate::app) use beside::BEFORE_MS;
pub use beside::{Came, added, as_plan, confirms, put_rise, put_top_up, says_more};
pub use card::{
    CURRENCIES, FORMS, STARTS, card_form, choose_threshold, first_place, form_word, home, last_day, parse_card,
};
pub use check::{check_form, knows_whole, means_a_part, money_left, parse_check, put_opened_from, shares};
pub use draft::{drafts_from_text, drafts_to_text, drafts_without};
pub use field::Field;
pub use keep_alive::{ACTS, keep_alive_form, parse_keep_alive};
pub use keeping::{DAY_CLOCKS, KEEP_RULES, day_zone};
pub use read::{Fault, Problem, When, date_time_text, instant};
pub(in crate::app) use read::{decimal, unit_word};
use read::{named, word_of};
pub use reply::{
    Replies, StatedAt, context_at, country, drafted_reply, kept_text, read_reply, replies, stated, take_time,
};
pub use report::{Aim, TOPICS, YES, has_more, parse_report, report_form};
pub use taught::{Tapped, half_told, learnt, pattern, tapped, tapping, telling, told};
pub use top_up::{
    Begins, CHANNELS, EFFECTS, anew, begins, is_of_money, paid_before, parse_top_up, put_paid, top_up_form,
    usual_effect,
};

use crate::domain::{CardId, Decimal, EntryId, Map, is_letter};
use crate::sms::Answer;

/// A form being filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// What was typed or chosen, exactly.
    pub values: Map<Field, String>,
    /// The answers to what the reading asked, by figure.
    pub answers: Vec<(usize, Answer)>,
    /// Whether anything was typed or chosen by the person.
    pub touched: bool,
    /// The fields for which it was last refused: what is wrong with them is shown from then on. A
    /// field that comes in sight later is not, before anything was typed there.
    pub tried: Vec<Field>,
    /// Whether it was left half-filled and come back to.
    pub restored: bool,
    /// The reply as its draft may hold it, while neither the form nor the book has changed since that was found out.
    pub drafted: Option<String>,
}

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A card, new or edited.
    Card(Option<CardId>),
    /// A balance check, new or edited.
    Check(Option<EntryId>),
    /// A top-up, new or edited.
    TopUp(Option<EntryId>),
    /// A keep-alive, new or edited.
    KeepAlive(Option<EntryId>),
    /// A report on a carrier.
    Report,
    /// A question about the days to come: nothing is kept of it but what was typed.
    Ask,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub const fn new(kind: FormKind) -> Self {
        let (touched, restored, drafted) = (false, false, None);
        Self { kind, values: Map::new(), answers: Vec::new(), touched, tried: Vec::new(), restored, drafted }
    }

    /// What stands in a field; empty where nothing does.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.values.get(&field).map_or("", String::as_str)
    }

    /// Puts text into a field, exactly as it is.
    pub fn set(&mut self, field: Field, text: impl Into<String>) {
        let text = text.into();
        self.drafted = None;
        if text.is_empty() {
            self.values.remove(&field);
        } else {
            self.values.insert(field, text);
        }
    }

    /// The answer given to a figure.
    #[must_use]
    pub fn answer(&self, figure: usize) -> Option<Answer> {
        self.answers.iter().rev().find(|(of, _)| *of == figure).map(|(_, answer)| *answer)
    }

    /// Whether this problem is shown yet: what the form was refused for, and what more typing cannot
    /// mend.
    #[must_use]
    pub fn shows(&self, problem: &Problem) -> bool {
        let text = self.get(problem.field);
        self.tried.contains(&problem.field) && problem.fault != Fault::Confirms
            || !text.is_empty()
                && match problem.fault {
                    Fault::Negative
                    | Fault::TooLarge
                    | Fault::OverHundred
                    | Fault::BeforeStart
                    | Fault::BeforeCard
                    | Fault::InFuture
                    | Fault::TooLong => true,
                    // A year being typed goes through 0002 and 0020.
                    Fault::NotADate => !text.starts_with('0'),
                    // Nor does more typing make a whole number, or one that is large enough, of a number.
                    Fault::NotANumber => text.chars().any(is_letter) || Decimal::parse(text).is_some(),
                    Fault::Missing
                    | Fault::NotAPhoneNumber
                    | Fault::NeedsTotal
                    | Fault::Unanswered
                    | Fault::NoBalance
                    | Fault::Confirms
                    | Fault::NothingSaid
                    | Fault::NotAWay
                    | Fault::Sets
                    | Fault::Costs
                    | Fault::Emergency
                    | Fault::NotKeys
                    | Fault::LoggedBefore => false,
                }
    }

    /// The entry that it edits.
    #[must_use]
    pub const fn editing(&self) -> Option<EntryId> {
        match self.kind {
            FormKind::Check(entry) | FormKind::TopUp(entry) | FormKind::KeepAlive(entry) => entry,
            FormKind::Card(_) | FormKind::Ask | FormKind::Report => None,
        }
    }

    /// Whether it is for something new.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        matches!(
            self.kind,
            FormKind::Card(None) | FormKind::Check(None) | FormKind::TopUp(None) | FormKind::KeepAlive(None)
        )
    }
}
