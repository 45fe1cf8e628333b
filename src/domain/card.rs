//! A card: one prepaid subscription, as its owner described it.

use super::amount::{Amount, Base, Bytes};
use super::convert::part_of;
use super::date::{DAY_MS, Date, Timestamp};
use super::keeping::{DayClock, Keeping};
use super::moment::Moment;
use super::money::{Currency, Money};
use super::number::PhoneNumber;
use super::text::Line;
use super::zone::ZoneName;

/// One prepaid subscription. Only the name is needed; everything else has a default or may be
/// missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What its owner calls it.
    pub name: Line,
    /// Who runs it: the id of a carrier in the guide, or a name that was typed.
    pub carrier: Option<Line>,
    /// Who sold it, if someone else.
    pub seller: Option<Line>,
    /// What it is made of.
    pub form: CardForm,
    /// Its own number. A data-only card has none.
    pub number: Option<PhoneNumber>,
    /// What the plan gives.
    pub plan: Option<Amount>,
    /// What the plan costs.
    pub price: Option<Money>,
    /// The currency of its credit.
    pub currency: Currency,
    /// How long it is good.
    pub validity: Validity,
    /// The next charge; not the same as the end.
    pub renews: Option<Date>,
    /// The day on which the number is taken back.
    pub number_lost: Option<Date>,
    /// What keeps the number.
    pub keeping: Option<Keeping>,
    /// The day through which it should last, such as that of the flight home.
    pub needed_until: Option<Date>,
    /// Where [`Card::plan`] is what each day gives: when the next day begins.
    pub day_clock: Option<DayClock>,
    /// The zone in which its days end.
    pub zone: ZoneName,
    /// When to warn that little is left.
    pub threshold: Threshold,
    /// How many days before an end to warn of it; 0 is on the day itself.
    pub notice_days: u16,
    /// How far over the even pace to warn, in per cent of the plan; `None` for never.
    pub over_pace: Option<u8>,
    /// What is set aside and not counted into the day's allowance.
    pub reserve: Option<Amount>,
    /// 1 GB = 1024 or 1000 MB.
    pub base: Base,
    /// Whether the text of a reply is kept with what it said.
    pub keeps_replies: bool,
    /// Finished: kept, but out of the way.
    pub archived: bool,
}

/// What a card is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardForm {
    /// A plastic SIM.
    #[default]
    Physical,
    /// An eSIM profile.
    Esim,
    /// Managed in its seller's app, whatever it is made of.
    AppManaged,
    /// Data only: no number, no texts.
    DataOnly,
}

/// How long a card is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Validity {
    /// Nobody said.
    #[default]
    Unknown,
    /// Through that day, in the card's zone.
    Until(Date),
    /// So many days from a start.
    Days {
        /// How many, 1 to 3660.
        days: u16,
        /// What starts them.
        start: Start,
        /// When that was; not known before it happened.
        from: Option<Date>,
    },
    /// Through the end of each calendar month.
    CalendarMonth,
}

/// What starts a validity of so many days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// Buying it.
    Purchase,
    /// Installing it.
    Installation,
    /// Using it for the first time.
    #[default]
    FirstUse,
}

/// When little is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// Below an amount of data.
    Amount(Amount),
    /// Below a share of the plan, in per cent.
    Percent(u8),
    /// Never warn.
    Off,
}

impl Card {
    /// Days of notice where nobody chose any.
    pub const NOTICE_DAYS: u16 = 3;
    /// Per cent over the even pace where nobody chose any.
    pub const OVER_PACE: u8 = 10;

    /// A card with a name and defaults for all else.
    #[must_use]
    pub const fn named(name: Line, zone: ZoneName) -> Self {
        Self {
            name,
            carrier: None,
            seller: None,
            form: CardForm::Physical,
            number: None,
            plan: None,
            price: None,
            currency: Currency::USD,
            validity: Validity::Unknown,
            renews: None,
            number_lost: None,
            keeping: None,
            needed_until: None,
            day_clock: None,
            zone,
            threshold: Threshold::Percent(20),
            notice_days: Self::NOTICE_DAYS,
            over_pace: Some(Self::OVER_PACE),
            reserve: None,
            base: Base::Binary,
            keeps_replies: true,
            archived: false,
        }
    }

    /// When the last of so many days of a day plan ends by the plan's own clock, as far as that is known.
    pub(super) fn days_end(&self, moment: &Moment) -> Option<Timestamp> {
        let Validity::Days { days, from, .. } = self.validity else { return None };
        match self.day_clock.as_ref()? {
            DayClock::Midnight(clock) => Some(moment.offsets(clock).end(last_of(days, from?, true)?)),
            DayClock::FirstUse(used) => {
                let used = (*used)?;
                let since = |from: Date| from.days_since(moment.offsets(&self.zone).date(used));
                Some(used.plus(i64::from(i32::from(days) + from.map_or(0, since)) * DAY_MS))
            }
        }
    }

    /// Whether the days of its plan begin at midnight, so that of so many the one on which it begins is the first
    /// ([`last_of`]).
    #[must_use]
    pub const fn counts_whole_days(&self) -> bool {
        matches!(self.day_clock, Some(DayClock::Midnight(_)))
    }

    /// How many days before the end of its data to warn: as its owner set, but no more than a third of so many days
    /// of a plan, since on the first day nobody wants to hear of the last.
    #[must_use]
    pub fn notice(&self) -> i32 {
        let most = if let Validity::Days { days, .. } = self.validity { days / 3 } else { u16::MAX };
        i32::from(self.notice_days.min(most))
    }
}

impl Validity {
    /// The last day of the validity, seen from `today` in the card's zone.
    ///
    /// Days from a start are counted as by [`last_of`].
    #[must_use]
    pub fn end(self, today: Date) -> Option<Date> {
        match self {
            Self::Unknown | Self::Days { from: None, .. } => None,
            Self::Until(date) => Some(date),
            Self::Days { days, from: Some(from), .. } => last_of(days, from, false),
            Self::CalendarMonth => Some(today.month_end()),
        }
    }

    /// The last day of a validity of the same rule that begins on that day, or with it; `None` where the rule
    /// says no length.
    #[must_use]
    pub fn again(self, from: Date, whole: bool) -> Option<Date> {
        match self {
            Self::Days { days, .. } => last_of(days, from, whole),
            Self::CalendarMonth => Some(from.month_end()),
            Self::Unknown | Self::Until(_) => None,
        }
    }

    /// The day on which it was bought, installed or first used, where that counts and was said.
    #[must_use]
    pub const fn begun(self) -> Option<Date> {
        match self {
            Self::Days { from, .. } => from,
            Self::Unknown | Self::Until(_) | Self::CalendarMonth => None,
        }
    }

    /// The length of a period in days, where the validity says one.
    #[must_use]
    pub const fn length(self) -> Option<u16> {
        match self {
            Self::Days { days, .. } => Some(days),
            Self::CalendarMonth => Some(30),
            Self::Unknown | Self::Until(_) => None,
        }
    }
}

/// The last of so many days of a plan: of one that begins in the course of a day, the day so many later (a 30-day
/// plan of 1 June is good through 1 July, as US carriers date it); of one that begins with the `whole` day, as what
/// was queued does, that day is the first of them.
#[must_use]
pub fn last_of(days: u16, from: Date, whole: bool) -> Option<Date> {
    from.plus_days(i32::from(days) - i32::from(whole))
}

impl Threshold {
    /// The threshold in bytes, for a bucket that holds `full`.
    #[must_use]
    pub fn bytes(self, full: Option<Bytes>, base: Base) -> Option<Bytes> {
        match self {
            Self::Amount(amount) => Some(amount.bytes(base)),
            Self::Percent(share) => {
                // The hundredth is taken last, so that a fifth of 5 GB is 1 GB; the part of a byte counts as one,
                // so that a fifth of 1 GB is 0.2 GB.
                let share = u64::from(100 - share.min(100));
                Some(Bytes(full?.0 - part_of(full?.0, share.cast_signed(), 100)))
            }
            Self::Off => None,
        }
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self::Percent(20)
    }
}
