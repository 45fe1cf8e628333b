//! What a card is to be remembered for: the days that a calendar file holds, and the file.
//!
//! A page cannot ring while it is closed; the phone's calendar can.

mod ics;

pub use ics::{Appointment, calendar};

use super::directory::Told;
use super::form::Field;
use super::model::Model;
use super::screen::{CardScreen, Offer, Situation, Verdict, Whereabouts, asking, card_screen};
use crate::chart::Range;
use crate::domain::convert::natural;
use crate::domain::{Bucket, Card, CardId, DAY_MS, Date, KeepRule, Moment, Money, Purpose, Then, Timestamp};
use crate::guide::{self, Means, Way};
use crate::i18n::Lang;
use crate::i18n::format;
use crate::i18n::text::calendar::{CalendarSay, CalendarWord};
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::screens_clerk::{self, NAME};
use crate::i18n::text::screens_ways::WaysWord;
use crate::plan::{self, Due, Need, Reach};

/// What one is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// It expires so many days later.
    Expires(i32),
    /// It renews so many days later.
    Renews(i32),
    /// With a chance of one in two its data, or the money that is all it has, is used up by the end of that day; where
    /// that is less likely before its end, it is the first day that the screens name. It rings on the first of the days
    /// that they name, which is the latest one for a check or a top-up, while nine o'clock of it is to come.
    RunsOut,
    /// So many days later is the last one to keep the number.
    Keep(i32),
    /// So many days later the fee is taken that keeps it, maybe as that day begins.
    Fee(i32),
    /// The balance is checked, every so many days from then on; with 0 once, since it pays many fees.
    Check(u16),
    /// Through that day the card is needed: while it can reach it, there is time left to see whether it does.
    Needed,
}

/// One day to be reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Of what.
    pub about: About,
    /// The day that it is about, in the card's zone.
    pub date: Date,
    /// When to ring: nine in the morning of the card's zone.
    pub at: Timestamp,
    /// Whether nobody named that day: an end or a renewal that is assumed.
    pub assumed: bool,
    /// Of what there may be no more.
    pub of: Stock,
    /// What the money on the card lacks of the fee that keeps the number, as far as is known.
    pub lacks: Option<Money>,
}

/// What a card has of which there may be no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stock {
    /// Its data.
    Data,
    /// What of its data is fast: it goes on slowly then.
    FastData,
    /// Its money, where it has nothing else.
    Money,
}

/// Days before the expiry, or the renewal, on which to ring.
const BEFORE_EXPIRY: [i32; 3] = [7, 3, 1];
/// Days before the last day for keeping the number, of the service or of the grace: what is paid then may arrive later.
/// A fee may be taken as its day begins.
const BEFORE_KEEPING: [i32; 3] = [3, 1, 0];
const BEFORE_FEE: [i32; 2] = [3, 1];
/// Days before the one through which the card is needed, or the fee before which its money is to be looked at: what is
/// bought then may arrive later.
const BEFORE_LOOK: i32 = 3;
/// How long the habit goes on where no end is known: 90 days.
const HABIT_MS: i64 = 90 * DAY_MS;
/// Days between two checks that are offered; 0 is none.
pub const HABITS: [u16; 4] = [0, 1, 3, 7];
/// Nine in the morning.
const NINE: u16 = 9 * 60;

/// What to ring for on a card, the soonest first; nothing that is past. `every` is the habit of checking,
/// in days; 0 is none.
#[must_use]
pub fn reminders(screen: &CardScreen<'_>, moment: &Moment, every: u16) -> Vec<Reminder> {
    let zone = moment.offsets(&screen.card.zone);
    let today = zone.date(moment.now);
    let due = plan::due(&screen.ledger, today, zone);
    let of = match screen.one_sum() {
        Some(_) => Stock::Money,
        None if screen.ledger.slowed(Bucket::General) => Stock::FastData,
        None => Stock::Data,
    };
    let mut found = Vec::new();
    let mut ring = |about: About, date: Option<Date>, before: i32| {
        if let Some((date, on)) = date.and_then(|date| Some((date, date.plus_days(-before)?))) {
            let assumed = matches!(about, About::Renews(_) | About::Expires(_)) && screen.is_assumed();
            let keeps = matches!(about, About::Keep(_) | About::Fee(_));
            let lacks = due.filter(|_| keeps).and_then(|due| due.lacks);
            found.push(Reminder { about, date, at: zone.instant(on, NINE), assumed, of, lacks });
        }
    };
    let ends = screen.expires.map(|expires| expires.date);
    let renews = screen.expires.is_some_and(|expires| expires.then == Then::Renewed);
    // And as the card itself gives notice.
    let [first, second, third] = BEFORE_EXPIRY;
    let notice = screen.card.notice();
    for days in [first, second, third, if BEFORE_EXPIRY.contains(&notice) { 0 } else { notice }] {
        if days > 0 {
            ring(if renews { About::Renews(days) } else { About::Expires(days) }, ends, days);
        }
    }
    let empty = screen.empty_day();
    let first = match screen.verdict {
        Verdict::Between { from, .. } | Verdict::Perhaps { from, .. } => Some(from),
        _ => None,
    };
    let first = first.filter(|first| zone.instant(*first, NINE) > moment.now);
    let day = empty.or(first);
    ring(About::RunsOut, day, day.zip(first).map_or(0, |(day, first)| day.days_since(first)));
    // Of a number of which nothing but the day of its loss is known, that is the last day before it.
    let before_loss = || screen.number.lost.and_then(|lost| lost.date.plus_days(-1));
    let by = due.map(|due| due.by.date).or_else(before_loss);
    let taken = matches!(due, Some(Due { need: Need::Fee(_), ended: None, lost: false, .. }));
    // Where the money came after the fee, one looks whether that is taken; where it is on its way, whether it came.
    let is_paid = |due: &Due| due.need == Need::Taken || plan::is_on_its_way(&screen.ledger, due, moment.now);
    let paid = due.filter(is_paid).map(|due| due.by.date);
    for days in if taken { &BEFORE_FEE[..] } else { &BEFORE_KEEPING } {
        let by = by.filter(|_| paid.is_none());
        ring(if taken { About::Fee(*days) } else { About::Keep(*days) }, by, *days);
    }
    let reached = screen.needed.filter(|(goal, _)| !matches!(goal.reach, Reach::Ends(_)));
    ring(About::Needed, reached.map(|(goal, _)| goal.needed.date), BEFORE_LOOK);
    let again = due.and_then(|_| plan::look_again(&screen.ledger, today, zone));
    let look = paid.or(again.map(|day| day.date));
    let (check, before) = match today.plus_days(i32::from(every)).filter(|_| every > 0) {
        Some(first) => (Some(first).filter(|date| ends.is_none_or(|end| *date <= end)), 0),
        // On the next day where those days are too few.
        None => (look, look.map_or(0, |look| BEFORE_LOOK.min(look.days_since(today) - 1).max(0))),
    };
    ring(About::Check(every), check, before);
    found.retain(|reminder| reminder.at > moment.now);
    found.sort_by_key(|reminder| reminder.at);
    found
}

/// The habit that was chosen on the page of reminders, in days; 0 is none.
#[must_use]
pub fn habit(model: &Model) -> u16 {
    let chosen = model.form().and_then(|form| natural(form.get(Field::Habit)));
    chosen.filter(|days| HABITS.contains(days)).unwrap_or(0)
}

/// The title of a reminder: `美国旅行卡：还有 7 天到期`; of a card of Hong Kong in its words.
#[must_use]
pub fn title(reminder: &Reminder, card: &Card, lang: Lang) -> String {
    let name = NAME;
    let date = format::long_date(reminder.date, lang);
    let says = match reminder.about {
        About::Expires(days) => CalendarSay::Expires { name, days: &format::days(days, lang) }.say(lang),
        About::Renews(days) => CalendarSay::Renews { name, days: &format::days(days, lang) }.say(lang),
        About::RunsOut => match reminder.of {
            Stock::Data => CalendarSay::RunsOut { name }.say(lang),
            Stock::FastData => CalendarSay::FastOut { name }.say(lang),
            Stock::Money => CalendarSay::MoneyOut { name }.say(lang),
        },
        About::Keep(0) => CalendarSay::KeepToday { name }.say(lang),
        About::Keep(_) => CalendarSay::Keep { name, date: &date }.say(lang),
        About::Fee(_) => match reminder.lacks.map(|lacks| format::money(lacks, lang)) {
            Some(lacks) => CalendarSay::FeeShort { name, date: &date, lacks: &lacks }.say(lang),
            None => CalendarSay::Fee { name, date: &date }.say(lang),
        },
        About::Check(_) => CalendarSay::Check { name }.say(lang),
        About::Needed => CalendarSay::Needed { name, date: &date }.say(lang),
    };
    let mark = if reminder.assumed { CardWord::Assumed.say(lang) } else { "" };
    local(card, says + mark, card.name.as_str(), lang)
}

/// What is said of a card in the words of where it is at home, with the name for [`NAME`].
fn local(card: &Card, says: String, name: &str, lang: Lang) -> String {
    screens_clerk::local(guide::home(card).map(|country| country.code), says, lang).replace(NAME, name)
}

/// The calendar file of a card: its name and its text. `None` where there is no such card, or nothing to
/// ring for.
#[must_use]
pub fn calendar_file(model: &Model, moment: &Moment, id: CardId, every: u16) -> Option<(String, String)> {
    let screen = card_screen(&model.book, moment, id, Range::Cycle)?;
    let how = How::of(model, screen.card, moment);
    let event = |reminder: &Reminder| event(&screen, reminder, &how, moment, model.lang);
    let events: Vec<Appointment> = reminders(&screen, moment, every).iter().map(event).collect();
    let name = ["sim-gauge-", &moment.device.date(moment.now).to_string(), ".ics"].concat();
    let zone = moment.clock(&screen.card.zone);
    (!events.is_empty()).then(|| (name, calendar(&events, zone, moment.now)))
}

fn event(screen: &CardScreen<'_>, reminder: &Reminder, how: &How, moment: &Moment, lang: Lang) -> Appointment {
    let card = screen.card;
    let (word, says) = match reminder.about {
        About::Expires(days) => {
            let date = format::long_date(reminder.date, lang);
            let place = format::zone(&card.zone, lang);
            let last = screen.expires.map_or(reminder.at, |expires| expires.night);
            let time = format::time(moment.offsets(&card.zone).local(last).1);
            (
                ["expires-", &days.to_string()].concat(),
                CalendarSay::EndsAt { date: &date, time: &time, zone: &place }.say(lang),
            )
        }
        About::Renews(days) => {
            let date = format::long_date(reminder.date, lang);
            (["renews-", &days.to_string()].concat(), CalendarSay::RenewsAt { date: &date }.say(lang))
        }
        About::RunsOut => ("empty".to_owned(), screen.runs_out(moment.today(&card.zone), lang).unwrap_or_default()),
        About::Keep(days) | About::Fee(days) => {
            (["keep-", &days.to_string()].concat(), to_keep(card, reminder.lacks, lang))
        }
        About::Check(_) => ("check".to_owned(), String::new()),
        About::Needed => ("needed".to_owned(), String::new()),
    };
    let again = if let About::Check(days @ 1..) = reminder.about {
        let end = screen.expires.map(|expires| expires.end);
        Some((days, end.unwrap_or_else(|| moment.now.plus(HABIT_MS))))
    } else {
        None
    };
    // Whoever only looks is not told how to pay.
    let pays = !matches!(reminder.about, About::Check(_)) && !uses(card, reminder.about);
    let line = |says: String, name: &str| local(card, says, name, lang);
    let pay = how.pay.as_ref().filter(|_| pays).map(|(way, name)| line(CalendarSay::HowToPay { way }.say(lang), name));
    let ask = how.ask.as_ref().map(|(way, name)| line(CalendarSay::How { way }.say(lang), name));
    let note = Some(CalendarWord::Again.say(lang).to_owned());
    let lines = [Some(line(says, "")).filter(|says| !says.is_empty()), pay, ask, note];
    Appointment {
        uid: [&word, "-", &screen.id.to_string(), "@sim-gauge"].concat(),
        at: reminder.at,
        title: title(reminder, card, lang),
        says: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        again,
    }
}

/// What keeps the number, as a sentence.
fn to_keep(card: &Card, lacks: Option<Money>, lang: Lang) -> String {
    let sum = |sum: Option<Money>| sum.map(|sum| format::money(sum, lang));
    match card.keeping.map(|keeping| keeping.rule) {
        Some(KeepRule::TopUp { least, .. }) => match sum(least) {
            Some(sum) => CalendarSay::KeepTopUpSum { sum: &sum }.say(lang),
            None => CalendarWord::KeepTopUp.say(lang).to_owned(),
        },
        Some(KeepRule::MonthlyFee { fee, .. }) => match (sum(fee), sum(lacks)) {
            (Some(sum), Some(lacks)) => CalendarSay::KeepFeeShort { sum: &sum, lacks: &lacks }.say(lang),
            (Some(sum), None) => CalendarSay::KeepFeeSum { sum: &sum }.say(lang),
            (None, _) => CalendarWord::KeepFee.say(lang).to_owned(),
        },
        Some(KeepRule::Activity { .. }) => CalendarWord::KeepUse.say(lang).to_owned(),
        None => CalendarWord::KeepAny.say(lang).to_owned(),
    }
}

/// Whether the reminder is of a number that is kept by using it, which no payment does.
fn uses(card: &Card, about: About) -> bool {
    let rule = card.keeping.map(|keeping| keeping.rule);
    matches!((about, rule), (About::Keep(_), Some(KeepRule::Activity { .. })))
}

/// How to ask the carrier and how to pay it, each as a line of text and the name or code that it
/// is to have: the first way that works without data, else the first of all, wherever it rings.
struct How {
    ask: Option<(String, String)>,
    pay: Option<(String, String)>,
}

impl How {
    fn of(model: &Model, card: &Card, moment: &Moment) -> Self {
        let told = card.carrier.as_ref().map(|carrier| model.directory.tells(carrier.as_str(), &model.book));
        let Some(Told::Listed(listing)) = told else { return Self { ask: None, pay: None } };
        let at = Situation { place: Whereabouts::Somewhere, ..Situation::of(card, &listing, moment, false) };
        let first = |purpose: Purpose| {
            let known = asking(&listing, purpose, at);
            let fits = |offer: &&Offer<'_>| offer.purpose == purpose && !offer.way.known.heard.strange;
            known.all().iter().filter(fits).find_map(|offer| line(offer.way, model.lang))
        };
        Self { ask: first(Purpose::Check), pay: first(Purpose::TopUp) }
    }
}

/// Where to turn to, which says no shop and no name of those who take the money.
fn line(way: &Way, lang: Lang) -> Option<(String, String)> {
    let does = match way.means {
        Means::Text => WaysWord::TextIt,
        Means::Dial => WaysWord::DialIt,
        Means::Call => WaysWord::CallIt,
        Means::App => WaysWord::InApp,
        Means::Website => WaysWord::OnSite,
        Means::Pay | Means::Shop => return None,
    };
    let shown = if way.means == Means::Text { [&way.with, " → ", &way.what].concat() } else { way.number() };
    Some(([does.say(lang), " ", NAME].concat(), shown))
}
