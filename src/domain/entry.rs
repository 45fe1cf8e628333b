//! An entry: one dated fact about a card, as it was said.

use super::amount::Amount;
use super::date::{Date, Timestamp};
use super::decimal::Decimal;
use super::id::CardId;
use super::money::Money;
use super::text::{Line, Remark};

/// One dated fact about one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose it is.
    pub card: CardId,
    /// When it was true, which may be long before it was written down.
    pub at: Timestamp,
    /// What it says.
    pub fact: Fact,
    /// The owner's own words.
    pub note: Option<Remark>,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// What is left.
    Check(Check),
    /// Credit was added.
    TopUp(TopUp),
    /// The number was kept alive.
    KeepAlive(KeepAlive),
}

/// A balance check: what was left (or used, or the per cent), and the dates that came with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was said of each bucket; at most one of a kind for each.
    pub measures: Vec<Measure>,
    /// The end of the data or plan, where the reply said one.
    pub expires: Option<Date>,
    /// The next charge, where the reply said one.
    pub renews: Option<Date>,
    /// Where it came from.
    pub source: Source,
    /// The reply's text, cleaned.
    pub reply: Option<String>,
    /// Whether its owner said that it is right though it is more than before, and wants to hear no more of that.
    pub sure: bool,
}

/// What was said of one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Of which bucket.
    pub bucket: Bucket,
    /// What.
    pub said: Said,
}

/// What can run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bucket {
    /// Data for everything.
    General,
    /// Data for other devices.
    Hotspot,
    /// Data abroad.
    Roaming,
    /// Data for some apps only.
    AppOnly,
    /// Data in one province only.
    Local,
    /// Data for some hours of the night only.
    Night,
    /// Data as a gift.
    Bonus,
    /// Data that was left of the period before.
    Carried,
    /// Money.
    Money,
    /// Minutes of calls.
    Minutes,
    /// Texts.
    Messages,
}

/// A quantity of whatever a bucket holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Data.
    Data(Amount),
    /// Money.
    Money(Money),
    /// Minutes or messages.
    Count(Decimal),
}

/// What a reply, or the carrier's app, said of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// So much is left.
    Left(Quantity),
    /// So much is used.
    Used(Quantity),
    /// So much in all, used and left together.
    Total(Quantity),
    /// So many per cent are left.
    LeftPercent(Decimal),
    /// So many per cent are used.
    UsedPercent(Decimal),
    /// There is no end to it.
    Unlimited,
}

/// Where a figure came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Source {
    /// A text message.
    #[default]
    Text,
    /// A dialled code.
    DialledCode,
    /// The carrier's or seller's app.
    App,
    /// A website.
    Website,
    /// A voice on the hotline.
    Hotline,
    /// The phone's own counter.
    PhoneCounter,
}

/// Credit added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopUp {
    /// How much data.
    pub data: Option<Amount>,
    /// How much money arrives on the card.
    pub credit: Option<Money>,
    /// What was paid for it.
    pub paid: Option<Money>,
    /// Through which channel.
    pub channel: Option<Channel>,
    /// What it does to what is there.
    pub effect: Effect,
    /// The new last day, where known.
    pub expires: Option<Date>,
    /// The receipt or voucher number.
    pub receipt: Option<Line>,
    /// Whether it arrived.
    pub arrival: Arrival,
    /// When it was paid for, where it arrived later than that: the entry's own time is then the arrival's.
    pub paid_at: Option<Timestamp>,
}

/// How a top-up was paid or came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// The carrier's or seller's site.
    OfficialSite,
    /// Its app.
    App,
    /// 支付宝.
    Alipay,
    /// 微信支付.
    WeChat,
    /// PayPal.
    PayPal,
    /// A credit card.
    CreditCard,
    /// LINE Pay.
    LinePay,
    /// A shop.
    Shop,
    /// A voucher.
    Voucher,
    /// It renewed by itself.
    AutoRenewal,
    /// The hotline.
    Hotline,
}

/// What a top-up does to what is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Adds to what is left.
    #[default]
    Add,
    /// Replaces what is left.
    Replace,
    /// Waits for the end of what is in use, then comes in its place.
    Queue,
    /// Only moves the end.
    Extend,
}

/// Whether a top-up arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// It did.
    #[default]
    Arrived,
    /// Not yet: paid, and not counted.
    Pending,
}

/// A dated sign or act that keeps a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepAlive {
    /// What was done.
    pub act: Act,
    /// What it cost.
    pub fee: Option<Money>,
}

/// What keeps a number alive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Act {
    /// It was used: a call, a text, some data.
    #[default]
    Used,
    /// A code was received on it.
    CodeReceived,
    /// A fee was paid.
    FeePaid,
}

impl Fact {
    /// Whether it is a top-up that was paid for and has not arrived.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        matches!(self, Self::TopUp(TopUp { arrival: Arrival::Pending, .. }))
    }

    /// Whether it brought data in the place of the rest, or nobody said what it brought.
    #[must_use]
    pub(super) const fn is_in_place(&self) -> bool {
        let Self::TopUp(TopUp { data, credit, effect: Effect::Replace, arrival: Arrival::Arrived, .. }) = self else {
            return false;
        };
        data.is_some() || credit.is_none()
    }
}

impl Entry {
    /// The last day of what is in use, where this says one: a check, or a top-up that arrived and
    /// does not wait for its turn.
    #[must_use]
    pub const fn ends(&self) -> Option<Date> {
        match &self.fact {
            Fact::Check(check) => check.expires,
            Fact::TopUp(top_up) => match (top_up.arrival, top_up.effect) {
                (Arrival::Pending, _) | (_, Effect::Queue) => None,
                (Arrival::Arrived, _) => top_up.expires,
            },
            Fact::KeepAlive(_) => None,
        }
    }
}

impl Entry {
    /// When it was said, and the day of the next charge, where this names one.
    #[must_use]
    pub const fn renews(&self) -> Option<(Timestamp, Date)> {
        match &self.fact {
            Fact::Check(Check { renews: Some(day), .. }) => Some((self.at, *day)),
            _ => None,
        }
    }
}

impl TopUp {
    /// Whether it arrived, brings data or days, and begins only when its turn comes.
    #[must_use]
    pub const fn is_queued(&self) -> bool {
        matches!((self.arrival, self.effect), (Arrival::Arrived, Effect::Queue))
            && (self.data.is_some() || self.expires.is_some())
    }
}

impl Bucket {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::General,
        Self::Hotspot,
        Self::Roaming,
        Self::AppOnly,
        Self::Local,
        Self::Night,
        Self::Bonus,
        Self::Carried,
        Self::Money,
        Self::Minutes,
        Self::Messages,
    ];

    /// Whether it holds data.
    #[must_use]
    pub const fn is_data(self) -> bool {
        !matches!(self, Self::Money | Self::Minutes | Self::Messages)
    }
}

impl Check {
    /// What was said of a bucket, in the order said.
    pub fn of(&self, bucket: Bucket) -> impl Iterator<Item = Said> + '_ {
        self.measures.iter().filter(move |measure| measure.bucket == bucket).map(|measure| measure.said)
    }

    /// Whether it says, before any figure of what is left, that a bucket has no end. What is used of
    /// such a bucket is taken from nothing; beside a total it says what is left.
    #[must_use]
    pub fn endless(&self, bucket: Bucket) -> bool {
        let total = self.of(bucket).any(|said| matches!(said, Said::Total(_)));
        let mut left = self.of(bucket).filter(|said| match said {
            Said::Left(_) | Said::LeftPercent(_) | Said::Unlimited => true,
            Said::Used(_) | Said::UsedPercent(_) => total,
            Said::Total(_) => false,
        });
        left.next() == Some(Said::Unlimited)
    }
}
