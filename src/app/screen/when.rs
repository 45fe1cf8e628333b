//! When a card runs out, in one sentence for its screen and for the phone's calendar.

use super::card::{CardScreen, Verdict};
use crate::domain::Date;
use crate::forecast::{Missing, Outlook};
use crate::i18n::text::screens_card::CardSay;
use crate::i18n::{Lang, format};
use crate::plan::NoAllowance;

impl CardScreen<'_> {
    /// The sentence of when it runs out, where that names a day: `预计 11月26日–12月3日用完`; of what
    /// [`CardScreen::may_be_gone`], by when at the latest.
    #[must_use]
    pub fn runs_out(&self, today: Date, lang: Lang) -> Option<String> {
        let (gone, date) = (self.may_be_gone(today), |day: Date| format::date(day, today, lang));
        match self.verdict {
            Verdict::Between { to: Some(to), .. } if gone => {
                // The last day of the card is none on which it is empty.
                let before = self.expires.is_none_or(|expires| to < expires.last);
                before.then(|| CardSay::EmptyBy { date: &date(to) }.say(lang))
            }
            Verdict::Between { from, to: Some(to), .. } => {
                Some(CardSay::Between { range: &format::date_range(from, to, today, lang) }.say(lang))
            }
            Verdict::Between { from, to: None, .. } => Some(CardSay::From { date: &date(from) }.say(lang)),
            Verdict::Perhaps { from, .. } if !gone => Some(CardSay::Perhaps { date: &date(from) }.say(lang)),
            _ => None,
        }
    }

    /// Makes nothing of a figure that may be a slip: no forecast and no advice by it, no verdict, no allowance, no pace,
    /// and no chance of any day.
    pub(super) fn foretell_nothing(&mut self) {
        if !matches!(self.verdict, Verdict::NotEnough(_) | Verdict::Expired | Verdict::Unlimited) {
            self.verdict = Verdict::Asked;
        }
        if matches!(self.outlook, Outlook::Known(_)) {
            self.outlook = Outlook::NotEnough(Missing::Rose);
        }
        self.allowance = self.allowance.and(Err(NoAllowance::Rose));
        (self.gauge.pace, self.gauge.pace_share) = (None, None);
        self.needed = self.needed.map(|(goal, _)| (goal, None));
    }

    /// Whether by the low end of the forecast it is used up already: since when, only a check can tell.
    #[must_use]
    pub fn may_be_gone(&self, today: Date) -> bool {
        match self.verdict {
            Verdict::MaybeEmpty => true,
            Verdict::Between { to: Some(_), .. } => self.gauge.estimate.is_some_and(|(least, ..)| least.0 == 0),
            Verdict::Perhaps { from, .. } => from <= today,
            _ => false,
        }
    }
}
