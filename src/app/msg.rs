//! What happened: messages, named in the past tense, from the person and from the world.

use super::carry::Move;
use super::effect::Draft;
use super::fault::ClipboardFault;
use super::form::{Aim, Came, Field};
use super::route::Route;
use crate::chart::Range;
use crate::domain::{CardId, Channel, EntryId, EventId, PatternId, ReportId, Source, Tells, Timestamp};
use crate::i18n::Lang;
use crate::journal::{Engine, Order, Record, Scope, StoreFault, Why};
use crate::sms::Answer;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    // The person, anywhere.
    /// Chose a language.
    ChoseLang(Lang),
    /// Chose light, dark, or the device's.
    ChoseTheme(Theme),
    /// Took back a change.
    Undid(EventId),
    /// Carries everything out, or in.
    Carry(Move),
    /// Agreed that everything, or one card, is erased for good.
    AgreedToWipe(Scope),
    /// Read how that went.
    ClosedWiped,
    /// Agreed to the new version.
    AcceptedUpdate,
    /// Asked for text to be copied.
    AskedCopy(String),
    /// That text is in the clipboard.
    Copied(String),
    /// Asked for the directory of carriers once more.
    AskedDirectory,

    // The person, on a card.
    /// Wanted to log a balance: by pasting what is in the clipboard, or by typing.
    StartedLog(Option<CardId>, Mode),
    /// Left to ask the carrier, and will come back with what this source says.
    AskedCarrier(CardId, Source),
    /// Saw a figure at this source, and wants to log it.
    SawFigure(CardId, Source),
    /// Wanted to log the top-up of which the check at hand speaks.
    StartedTopUp(CardId),
    /// Wanted to log the new cycle that the check at hand found.
    StartedCycle(CardId),
    /// Said why a kept check found more than there was, and wants to log that.
    ExplainedRise(EntryId, Came),
    /// Said that a kept check is right, though it found more than there was.
    WasSure(EntryId),
    /// Followed a way to top a card up, which leads to that channel, where that is clear.
    WentToPay(CardId, Option<Channel>),
    /// Paid for a top-up.
    Paid(CardId),
    /// Saw that a top-up has arrived.
    SawArrival(EntryId),
    /// Said that it is what the reply in the form tells of, and of that amount.
    SawArrivalAsSaid(EntryId),
    /// Said that what was paid for had arrived by then, which is just before a check that it is part of.
    KnewArrival(EntryId, Timestamp),
    /// Wanted to see what to set before others go online by the phone: it stands on the page of a trip.
    SoughtHotspot,
    /// Followed a link to a form for the sake of that field.
    Sought(Field),
    /// Wanted to report something of the card's carrier.
    StartedReport(CardId, Aim),
    /// Reported something of it by a tap.
    Reported(CardId, Tells),
    /// Took a report back.
    RemovedReport(ReportId),
    /// Wanted a card's reminders as a calendar file: by the share sheet, or as a download.
    AskedCalendar(CardId, bool),
    /// Deleted an entry.
    RemovedEntry(EntryId),
    /// Deleted a card.
    RemovedCard(CardId),
    /// Removed a pattern.
    RemovedPattern(PatternId),
    /// Put a card away as finished, or took it back out.
    Archived(CardId, bool),
    /// Put a card first, or no longer.
    Pinned(CardId, bool),
    /// Chose what the chart shows.
    ChoseRange(Range),
    /// Opened the chart's tables, or closed them; or the page goes to paper, where they are open.
    OpenedTables(bool),
    /// Asked to see the whole number, or to hide it again.
    RevealedNumber(bool),
    /// Asked for more rows of a long list.
    AskedMore,

    // The person, in a form.
    /// Typed or chose something.
    Typed(Field, String),
    /// Answered what the reading asked about a figure.
    Answered(usize, Option<Answer>),
    /// Asked for the clipboard's text.
    AskedPaste,
    /// Sent the form off.
    Submitted,
    /// Sent the form of a report off.
    SubmittedReport,
    /// Threw the form away.
    Cancelled,
    /// Emptied the form and stayed.
    StartedOver,

    // The world.
    /// The address changed.
    Navigated(Route),
    /// The clipboard answered.
    ReadClipboard(Result<String, ClipboardFault>),
    /// A store did as it was ordered, or did not; it answers with the rows that it was to read.
    StoreAnswered(Order, Result<Vec<Record>, StoreFault>),
    /// A second passed since that record was handed to the stores.
    Waited(String),
    /// The directory of carriers came, or did not.
    FetchedDirectory(Option<String>),
    /// Another tab wrote records to that store.
    OtherTabWrote(Engine, Vec<Record>),
    /// Forms were found that tabs left behind which are no more.
    FoundDrafts(Vec<Draft>),
    /// The time for undoing that change is over.
    UndoEnded(EventId),
    /// The page came to the front again.
    CameBack,
    /// The network came, or went.
    NetworkChanged(bool),
    /// A minute passed: ages and countdowns move on.
    MinutePassed,
    /// A new version is waiting.
    UpdateWaits,
}

impl Msg {
    /// Whether it belongs to what is seldom done, which the program fetches only when it is wanted:
    /// [`update_seldom`](super::update_seldom) takes it, all others
    /// [`update_often`](super::update_often).
    #[must_use]
    pub const fn is_seldom(&self) -> bool {
        match self {
            Self::Carry(said) => said.is_seldom(),
            Self::AgreedToWipe(_)
            | Self::StartedReport(..)
            | Self::SubmittedReport
            | Self::Reported(..)
            | Self::RemovedReport(_)
            | Self::AskedCalendar(..) => true,
            _ => false,
        }
    }

    /// Whether the screen may be another one after it. A part of the database that was read, or a
    /// part of a store that was healed, changes nothing before the last one.
    #[must_use]
    pub fn may_be_seen(&self) -> bool {
        match self {
            Self::StoreAnswered(Order::Read(_), Ok(rows)) => rows.is_empty(),
            Self::StoreAnswered(Order::Write(write), Ok(_)) => write.why != Why::Heal || write.put.is_empty(),
            _ => true,
        }
    }
}

/// How a balance is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// By pasting a reply.
    Paste,
    /// By typing what the carrier's app shows.
    Type,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the device is.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// Its word in the page and in the device-local store.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads a word; what is not known is the device's.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
    }
}
