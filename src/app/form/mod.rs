//! Forms: what a person has typed so far, and what it comes to.
//!
//! A form holds text exactly as typed and is never corrected under the typing hand. It is parsed
//! into a type of the domain, with a [`Problem`] for each field that cannot be.

mod ask;
mod beside;
mod card;
mod check;
mod draft;
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
pub use check::{check_form, money_left, needs_total, parse_check, shares};
pub use draft::{drafts_from_text, drafts_to_text, drafts_without};
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
pub use top_up::{Begins, CHANNELS, EFFECTS, anew, begins, paid_before, parse_top_up, top_up_form, usual_effect};

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

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A field of a form. Its word stands in kept drafts and in the page, and stays.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// Its word: a name for the page and for the draft.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Reads a word that [`Field::word`] wrote.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

fields! {
    /// Which card an entry belongs to: its identifier.
    Card = "card",
    /// The card's name.
    Name = "name",
    /// Carrier: an id of the guide, or `other`.
    Carrier = "carrier",
    /// The carrier's name, where it is not in the list.
    CarrierName = "carrier-name",
    /// Who sold it.
    Seller = "seller",
    /// What the card is made of.
    CardForm = "form",
    /// Its number.
    Number = "number",
    /// Plan data.
    Plan = "plan",
    /// The unit of the plan data.
    PlanUnit = "plan-unit",
    /// The price.
    Price = "price",
    /// The card's currency.
    Currency = "currency",
    /// The kind of validity.
    Validity = "validity",
    /// The last day.
    Until = "until",
    /// So many days.
    Days = "days",
    /// What starts the days.
    Start = "start",
    /// When they started.
    From = "from",
    /// The next charge.
    Renews = "renews",
    /// The day the number is lost.
    NumberLost = "number-lost",
    /// The day through which it should last.
    NeededUntil = "needed-until",
    /// What keeps the number.
    KeepRule = "keep-rule",
    /// The day of the month on which the fee is taken.
    KeepDay = "keep-day",
    /// Within so many days.
    KeepDays = "keep-days",
    /// The fee, or the least top-up.
    KeepSum = "keep-sum",
    /// Days of grace.
    Grace = "grace",
    /// What the rule counts from at first.
    KeepFrom = "keep-from",
    /// When the day of a day plan begins.
    DayClock = "day-clock",
    /// The zone of that clock.
    DayZone = "day-zone",
    /// When a day plan was first used.
    FirstUse = "first-use-at",
    /// Days of notice before an end.
    Notice = "notice",
    /// Per cent over the even pace.
    OverPace = "over-pace",
    /// The zone.
    Zone = "zone",
    /// The kind of threshold.
    ThresholdKind = "threshold-kind",
    /// The threshold's figure.
    Threshold = "threshold",
    /// The unit of the threshold.
    ThresholdUnit = "threshold-unit",
    /// What stands there unasked since another kind was chosen, and the figure and unit in whose place: a line each.
    ThresholdLeft = "threshold-left",
    /// What is set aside.
    Reserve = "reserve",
    /// The unit of the reserve.
    ReserveUnit = "reserve-unit",
    /// 1024 or 1000.
    Base = "base",
    /// Whether the text of replies is kept.
    Texts = "texts",
    /// Paste or type.
    Mode = "mode",
    /// The reply's text.
    Reply = "reply",
    /// When the reply was pasted or typed: "yesterday" in it is the day before.
    Pasted = "pasted",
    /// Which of several messages in it is meant: its place.
    Message = "message",
    /// That the text is what another message of the same paste left.
    Rest = "rest",
    /// Whether the reply's text is open for typing.
    ReplyOpen = "reply-open",
    /// The first open question about the reply. It holds nothing: answers stand beside the fields.
    Question = "question",
    /// The figure of the reply that is being explained; `open` where somebody only wants to.
    Tapped = "tapped",
    /// What was said of the reply's figures.
    Taught = "taught",
    /// Left, used, or per cent of either.
    Said = "said",
    /// The figure of what is left or used.
    Figure = "figure",
    /// Its unit.
    Unit = "unit",
    /// The total that came with it.
    Total = "total",
    /// The unit of the total.
    TotalUnit = "total-unit",
    /// A money balance.
    Money = "money",
    /// The date on which it expires.
    Expires = "expires",
    /// When it was: now, this morning, yesterday, earlier.
    When = "when",
    /// The date and time, where it was earlier.
    At = "at",
    /// The instant that stands in [`Field::At`], where that shows its minute alone: in milliseconds.
    Exact = "exact",
    /// When something was last typed, which "just now" then means.
    Touched = "touched",
    /// That "just now" was held to that time, and nobody chose it.
    Held = "held",
    /// Where it came from.
    Source = "source",
    /// The owner's own words.
    Note = "note",
    /// That the same reply is meant once more.
    Again = "again",
    /// Data added.
    Data = "data",
    /// The unit of the data added.
    DataUnit = "data-unit",
    /// Money that arrives on the card.
    Credit = "credit",
    /// Money paid.
    Paid = "paid",
    /// The currency in which it was paid.
    PaidCurrency = "paid-currency",
    /// The channel.
    Channel = "channel",
    /// What a top-up does.
    Effect = "effect",
    /// Receipt or voucher.
    Receipt = "receipt",
    /// The form of a check in which a top-up was spoken of: its address, to go back to.
    Beside = "beside",
    /// Arrived or not yet.
    Arrival = "arrival",
    /// When what arrived later was paid for.
    PaidAt = "paid-at",
    /// The version of what it edits that stood when it was opened.
    Version = "version",
    /// What kept the number.
    Act = "act",
    /// Its fee.
    Fee = "fee",
    /// That somebody just came back from asking, `asked`, or paying, `paid`; of a trip, that they seek the hotspot's part.
    Asked = "asked",
    /// What a report is about: `TOPICS`.
    Topic = "topic",
    /// The report that is changed.
    Report = "report",
    /// The words of the listed fact for which it stands.
    Of = "of",
    /// What one does.
    Means = "means",
    /// With which number, code, address or name; the words of a rule; the name of a network.
    What = "what",
    /// The words of a message, or the number from abroad.
    With = "with",
    /// The keys to press once a hotline answers.
    Menu = "menu",
    /// What the carrier answers.
    Answers = "answers",
    /// Whether it costs nothing.
    Free = "free",
    /// Whether it is for use abroad.
    Abroad = "abroad",
    /// What a plan gives: so much in all, each day, or without end.
    Gives = "gives",
    /// Kilobits a second once it is slowed.
    Speed = "speed",
    /// By what spending is added up.
    Heading = "heading",
    /// Exchange rates: `USD 7.1;HKD 0.92`.
    Rates = "rates",
    /// Plans that are kept to compare with: see [`kept`].
    Kept = "kept",
    /// Minutes a day with maps.
    Maps = "maps",
    /// Minutes a day with messages.
    Chats = "chats",
    /// Minutes a day with social networks.
    Social = "social",
    /// Minutes a day with music.
    Music = "music",
    /// Minutes a day with video of low quality.
    VideoLow = "video-low",
    /// Minutes a day with video of standard quality.
    VideoMedium = "video-medium",
    /// Minutes a day with video of high quality.
    VideoHigh = "video-high",
    /// Minutes a day with calls.
    Calls = "calls",
    /// Minutes a day with calls that have a picture.
    VideoCalls = "video-calls",
    /// Minutes a day with a computer on the hotspot.
    Hotspot = "hotspot",
    /// Days between two checks to be reminded of.
    Habit = "habit",
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
