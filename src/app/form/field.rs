//! The fields of the forms, each with its word.

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
    /// That the card is the one from which the form was opened, and nobody chose it.
    OpenedFrom = "opened-from",
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
    /// That what stands there is what was paid, and nobody typed it.
    CreditAsPaid = "credit-as-paid",
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
    /// Plans that are kept to compare with: see [`kept`](super::kept).
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
