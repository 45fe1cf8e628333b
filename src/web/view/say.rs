//! Sentences that more than one screen says of a card, from what `app::screen` found out.
//!
//! It computes nothing: every figure comes in, is formatted by `i18n` and goes out in a sentence.

use super::{View, number};
use crate::app::screen::{CardScreen, Expiry, Gauge, Verdict};
use crate::domain::{Base, Bucket, Bytes, Card, DAY_MS, Date, Money, Remaining, Then, Timestamp, Unit, Validity};
use crate::forecast::{First, Missing, Outlook};
use crate::guide;
use crate::i18n::Lang;
use crate::i18n::format::{self, NBSP};
use crate::i18n::text::names;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::i18n::text::screens_clerk;
use crate::i18n::text::screens_plan::{PlanSay, PlanWord};
use crate::plan::{Goal, NoAllowance, Reach};
use crate::web::later;

/// What separates small facts in one line.
pub(super) const DOT: &str = " · ";

/// Small facts in one line.
pub(super) fn dotted(facts: &[Option<String>]) -> String {
    let mut text = String::new();
    for fact in facts.iter().flatten() {
        text.push_str(if text.is_empty() { "" } else { DOT });
        text.push_str(fact);
    }
    text
}

/// Today in a card's zone.
pub(super) fn today(view: &View<'_>, card: &Card) -> Date {
    view.moment.today(&card.zone)
}

/// How long ago something was.
pub(super) fn ago(view: &View<'_>, at: Timestamp) -> String {
    format::ago(view.moment.now.since(at), view.lang)
}

/// An instant as the reader's own clock shows it, which is the clock of the forms: what was
/// entered as 14:05 is shown as 14:05. Every moment of an entry or a change is said here. Days that
/// end (expiry, renewal, the chart's axis) are the card's, and name its zone ([`days_of`]).
pub(super) fn instant(view: &View<'_>, at: Timestamp) -> String {
    format::instant(at, &view.moment.device, view.moment.now, view.lang)
}

/// Whose days and whose clock times these are, where the card's clock differs from the reader's:
/// `日期按纽约时间，带钟点的按这台设备的时间`.
pub(super) fn days_of(view: &View<'_>, card: &Card) -> Option<String> {
    let moment = view.moment;
    let differs = moment.offsets(&card.zone).at(moment.now) != moment.device.at(moment.now);
    differs.then(|| CardSay::DaysOf { zone: &format::zone(&card.zone, view.lang) }.say(view.lang))
}

/// `2 小时前 · 短信`; of what came in the place of the rest, that it came with a top-up; of what nobody has seen since it
/// began anew, that it did; of a queued top-up that no check has confirmed, since when it is in use.
pub(super) fn as_of(view: &View<'_>, gauge: &Gauge) -> Option<String> {
    if gauge.most.and(gauge.known).is_some() {
        return Some(CardWord::ResetSince.say(view.lang).to_owned());
    }
    if let Some(date) = gauge.begun {
        let today = view.moment.today(&view.moment.zone);
        return Some(CardSay::Begun { date: &format::date(date, today, view.lang) }.say(view.lang));
    }
    let (at, source) = gauge.as_of?;
    let by = source.map_or(CardWord::FromTopUp.say(view.lang), |source| names::source(source, view.lang));
    Some([ago(view, at).as_str(), DOT, by].concat())
}

/// The figure and its unit: `1.83`, `GB`; an estimate as `≈0.8`, `GB`, or, where all may be used up, by
/// its upper end: `≤2.1`, `GB`; so is what nobody has seen since it began anew. What was converted from the phone's
/// count is no more exact than an estimate.
pub(super) fn figure(gauge: &Gauge) -> Option<(String, String)> {
    let known = gauge.known?;
    let converted = (known.converted && gauge.most.is_none()).then_some((known.left, known.left, known.left));
    if let Some((_, middle, most)) = gauge.estimate.or(converted) {
        let text = guess(middle, most, gauge.base, gauge.small);
        let (figure, unit) = text.split_once(NBSP).unwrap_or((&text, ""));
        return Some((figure.to_owned(), unit.to_owned()));
    }
    let (figure, unit) = format::bytes(gauge.most.unwrap_or(known.left), gauge.base, gauge.small);
    Some(([if gauge.most.is_some() { "≤" } else { "" }, &figure].concat(), unit.to_owned()))
}

/// The same in one text.
pub(super) fn amount(gauge: &Gauge) -> Option<String> {
    figure(gauge).map(|(figure, unit)| joined(&figure, &unit))
}

/// How amounts are said that are compared with the card's own figure: in its unit.
pub(super) fn beside<'a>(view: &View<'a>, gauge: &Gauge) -> View<'a> {
    let gigabytes = figure(gauge).is_some_and(|(_, unit)| unit == "GB");
    view.sized(if gigabytes { Unit::GB } else { view.small })
}

/// An estimate in the unit of its range: `≈0.8 GB`; where all may be used up, its upper end: `≤2.1 GB`.
pub(super) fn guess(middle: Bytes, most: Bytes, base: Base, small: Unit) -> String {
    let small = format::beside_about(most, base, small);
    match middle.0 == 0 && most.0 > 0 {
        true => ["≤", &format::up_to(most, base)].concat(),
        false => ["≈", &format::about(middle, base, small)].concat(),
    }
}

/// What was left at a time: as exact as it was said, or what the carrier would have said where it was `converted` from
/// the phone's count.
pub(super) fn stood(left: Bytes, converted: bool, base: Base, small: Unit) -> String {
    if converted { guess(left, left, base, small) } else { format::data(left, base, small) }
}

/// What there is at most, where nobody has seen it since it began anew: `≤5 GB`.
pub(super) fn at_most(view: &View<'_>, gauge: &Gauge) -> Option<String> {
    let most = gauge.most.filter(|_| gauge.estimate.is_none())?;
    Some(["≤", &view.data(most, gauge.base)].concat())
}

fn joined(figure: &str, unit: &str) -> String {
    let mut text = figure.to_owned();
    text.push(NBSP);
    text.push_str(unit);
    text
}

/// `估计 0.4–1.1 GB`, where the figure is an estimate: how old the check is stands beside it.
pub(super) fn range(view: &View<'_>, gauge: &Gauge) -> Option<String> {
    let (low, _, high) = gauge.estimate?;
    let range = view.figures(gauge.base).range(low, high);
    Some(CardSay::Probably { range: &range }.say(view.lang))
}

/// The money of a card of which nothing else is known that is left: by the estimate of now, else as [`purse`] says it.
pub(super) fn sum(view: &View<'_>, screen: &CardScreen<'_>, money: Money) -> String {
    let gauge = &screen.gauge;
    let estimate = gauge.estimate.map(|(_, middle, most)| view.figures(gauge.base).guess(middle, most));
    estimate.unwrap_or_else(|| purse(screen, money, view.lang))
}

/// The money of a card: as it was said, or without the fees since: `≈$5.50`.
pub(super) fn purse(screen: &CardScreen<'_>, money: Money, lang: Lang) -> String {
    match screen.after_fees {
        Some(now) => ["≈", &format::money(now, lang)].concat(),
        None => format::money(money, lang),
    }
}

/// What of the data came after its check: `含之后充值的 1 GB`; an estimate is one of all there is now.
pub(super) fn added_since(view: &View<'_>, gauge: &Gauge) -> Option<String> {
    let known = gauge.known.filter(|known| known.added_since.0 > 0 && gauge.estimate.is_none())?;
    Some(CardSay::AddedSince { data: &view.data(known.added_since, gauge.base) }.say(view.lang))
}

/// The same of the money.
pub(super) fn credited(view: &View<'_>, screen: &CardScreen<'_>) -> Option<String> {
    screen.credited.map(|sum| CardSay::AddedSince { data: &format::money(sum, view.lang) }.say(view.lang))
}

/// What waits in the queue: `还有 5 GB 排队，12月6日起用`; empty where nothing does.
pub(super) fn waiting(view: &View<'_>, screen: &CardScreen<'_>) -> String {
    let mut text = String::new();
    for next in &screen.waiting {
        let Some(data) = next.added.map(|data| view.data(data, screen.card.base)) else { continue };
        let date = next.from.map(|date| format::date(date, today(view, screen.card), view.lang));
        let say = match &date {
            Some(date) => CardSay::Waiting { data: &data, date },
            None => CardSay::WaitingOpen { data: &data },
        };
        text.push_str(if text.is_empty() { "" } else { DOT });
        text.push_str(&say.say(view.lang));
    }
    text
}

/// What was paid for and has not arrived, and that it is late.
pub(super) fn paid(view: &View<'_>, screen: &CardScreen<'_>) -> Option<&'static str> {
    let late = || later::is_late(screen, view.moment.now);
    screen.awaits.then(|| if late() { CardWord::PaidLate } else { CardWord::Paid }.say(view.lang))
}

/// That nothing is left, and of what.
pub(super) fn empty(screen: &CardScreen<'_>) -> CardWord {
    if screen.one_sum().is_some() { CardWord::NoMoney } else { CardWord::Empty }
}

/// When it will run out, and what stands in smaller letters below.
pub(super) fn verdict(view: &View<'_>, screen: &CardScreen<'_>) -> (String, Option<String>) {
    let lang = view.lang;
    let say = |word: CardWord| word.say(lang).to_owned();
    let today = today(view, screen.card);
    // What is on its way is not to be paid for again.
    let paid = |word| paid(view, screen).map_or_else(|| say(word), str::to_owned);
    let said = |before: Option<f64>| {
        let (before, expires) = (before?, screen.expires?);
        let (date, chance) = (format::date(expires.last, today, lang), format::percent(before));
        if matches!(&screen.outlook, Outlook::Known(known) if known.first() == Some(First::Empty)) {
            return Some(PlanSay::EmptyFirst { date: &date, chance: &chance }.say(lang));
        }
        Some(CardSay::BeforeExpiry { date: &date, chance: &chance }.say(lang))
    };
    let chance = |before| {
        let anew = screen.outlook.is_anew().then(|| say(CardWord::NewCycle));
        let then = screen.ledger.slowed(Bucket::General).then(|| say(CardWord::SlowThen));
        Some(dotted(&[said(before), then, anew])).filter(|text| !text.is_empty())
    };
    match screen.verdict {
        Verdict::NotEnough(missing) => {
            let what = match missing {
                Missing::NoCheck if matches!(screen.allowance, Err(NoAllowance::NoTotal)) => say(CardWord::NoTotal),
                Missing::NoCheck | Missing::OneCheck if screen.one_sum().is_some() => {
                    let ends = screen.expires.map(|expires| ends(view, screen.card, expires));
                    // No check of it is asked for where it keeps a number: no estimate would come of it.
                    let more = (missing == Missing::OneCheck).then(|| say(CardWord::OnlyMoneySays));
                    let known = number::fees(view, screen).unwrap_or_else(|| say(CardWord::OnlyMoney));
                    return (known, Some(dotted(&[ends, more])).filter(|text| !text.is_empty()));
                }
                Missing::NoCheck => say(CardWord::NoCheck),
                Missing::OneCheck => {
                    let what = match (screen.card.plan, screen.card.validity) {
                        // How much it had when it began says nothing, without the day on which that was.
                        (_, Validity::Until(_)) => None,
                        (Some(_), _) => Some(CardWord::NoDays),
                        (None, Validity::Unknown) => Some(CardWord::NoPlanNorDays),
                        (None, _) => Some(CardWord::NoPlan),
                    };
                    CardSay::OneCheck { what: what.map_or("", |what| what.say(lang)) }.say(lang)
                }
                Missing::TooSoon => {
                    let since = |known: Remaining| view.moment.now.since(known.since);
                    let late = screen.gauge.known.is_some_and(|known| since(known) >= DAY_MS / 4);
                    say(if late { CardWord::TooSoonNow } else { CardWord::TooSoon })
                }
                Missing::Rose => say(CardWord::Rose),
                Missing::NoUse => say(CardWord::NoUse),
                Missing::NewCycle => say(CardWord::NewCycle),
            };
            (say(CardWord::NotEnough), Some(what))
        }
        Verdict::Asked => (say(CardWord::NotEnough), Some(say(CardWord::AllowanceRose))),
        Verdict::MaybeEmpty => (say(CardWord::MaybeEmpty), None),
        Verdict::Empty => (say(empty(screen)), Some(paid(CardWord::EmptyDo))),
        Verdict::Slowed => {
            let ends = screen.expires.map(|expires| ends(view, screen.card, expires));
            (say(CardWord::Slowed), Some(dotted(&[Some(say(CardWord::SlowNow)), ends])))
        }
        Verdict::Expired => {
            let over = say(CardWord::Expired) + assumed(screen.is_assumed(), lang);
            (over, Some(paid(CardWord::ExpiredDo)))
        }
        Verdict::EachDay { dry } => {
            let empty = if screen.ledger.slowed(Bucket::General) { CardWord::Slowed } else { CardWord::Empty };
            let empty = matches!(screen.outlook, Outlook::Empty { .. }).then(|| say(empty));
            let anew = PlanWord::EachDay.say(lang).to_owned();
            let dry = dry.map(|dry| PlanSay::DayDry { chance: &format::percent(dry) }.say(lang));
            if let Some(empty) = empty { (empty, Some(anew)) } else { (anew, dry) }
        }
        Verdict::Unlimited => (say(CardWord::NoEnd), None),
        Verdict::Between { before_expiry, .. } | Verdict::Perhaps { before_expiry, .. } => {
            let (days, chance) = (screen.runs_out(today, lang), chance(before_expiry));
            if screen.may_be_gone(today) {
                // By when it is likely used up says more than the chance of a later day.
                (say(CardWord::MaybeEmpty), days.or(chance))
            } else {
                (days.unwrap_or_default(), chance)
            }
        }
        Verdict::Close { before_expiry, .. } => (say(CardWord::Close), chance(before_expiry)),
        Verdict::Lasts { before_expiry } => {
            let word = match screen.expires.map(|expires| expires.then) {
                Some(Then::Over) => CardWord::Lasts,
                Some(Then::Renewed) => CardWord::LastsRenewal,
                None => CardWord::LastsLong,
            };
            (say(word), chance(before_expiry))
        }
    }
}

/// What is to be said of the day through which a card should last: the chance that it does, or what comes before.
pub(super) fn enough((goal, lasts): (Goal, Option<f64>), lang: Lang) -> Option<String> {
    match goal.reach {
        Reach::Ends(_) => Some(PlanWord::EndsBefore.say(lang).to_owned()),
        Reach::Renews => Some(PlanWord::RenewsBefore.say(lang).to_owned()),
        Reach::Whole | Reach::Queued => {
            lasts.map(|lasts| PlanSay::Enough { chance: &format::percent(lasts) }.say(lang))
        }
    }
}

/// `14 天`, `明天`, `今天`, `已到期`.
pub(super) fn days(expires: Expiry, lang: Lang) -> String {
    match expires.days {
        ..0 => CardWord::Over.say(lang).to_owned(),
        0 => CardWord::Today.say(lang).to_owned(),
        1 => CardWord::Tomorrow.say(lang).to_owned(),
        days => format::days(days, lang),
    }
}

/// `12月4日到期`, `expires tomorrow`; of a renewal, `renews tomorrow`.
pub(super) fn ends(view: &View<'_>, card: &Card, expires: Expiry) -> String {
    let date = &day(view, card, expires);
    let says = match expires.then {
        Then::Over => CardSay::EndsOn { date }.say(view.lang),
        Then::Renewed => CardSay::RenewsOn { date }.say(view.lang),
    };
    says + assumed(expires.assumed, view.lang)
}

/// The mark behind an end or a renewal that nobody named, and nothing behind others.
pub(super) fn assumed(is: bool, lang: Lang) -> &'static str {
    if is { CardWord::Assumed.say(lang) } else { "" }
}

/// The day of an end within a sentence: `明天`, `tomorrow`, `12月4日`.
fn day(view: &View<'_>, card: &Card, expires: Expiry) -> String {
    match expires.days {
        0 => CardWord::ByToday.say(view.lang).to_owned(),
        1 => CardWord::ByTomorrow.say(view.lang).to_owned(),
        _ => format::date(expires.date, today(view, card), view.lang),
    }
}

/// The carrier as the reader's language writes it.
pub(super) fn carrier<'a>(view: &View<'a>, card: &'a Card) -> Option<&'a str> {
    carrier_in(view, card, view.lang)
}

/// The same in another language than the reader's: as that language writes it, where it is listed.
pub(super) fn carrier_in<'a>(view: &View<'a>, card: &'a Card, lang: Lang) -> Option<&'a str> {
    card.carrier.as_ref().map(|known| named(view, known.as_str(), lang))
}

/// A carrier that a card or a pattern names, as the reader's language writes it, or as the person says
/// that it is called; what is not in the directory under that name stays as it was typed.
pub(super) fn carrier_name<'a>(view: &View<'a>, known: &'a str) -> &'a str {
    named(view, known, view.lang)
}

/// A sentence about a card as it is said where the card is at home.
pub(super) fn local(card: &Card, says: impl Into<String>, lang: Lang) -> String {
    screens_clerk::local(guide::home(card).map(|country| country.code), says.into(), lang)
}

fn named<'a>(view: &View<'a>, known: &'a str, lang: Lang) -> &'a str {
    let called = view.model.book.carrier_name(known);
    let listed = guide::meant(known).map(|carrier| format::name(carrier.names(), lang));
    // What a person says that it is called is said in the person's own language.
    let name = if lang == view.lang { called.or(listed) } else { listed.or(called) };
    name.unwrap_or(known)
}

/// What was added: `+1 GB`.
pub(super) fn added(data: &str) -> String {
    ["+", data].concat()
}

/// The language of a name that is the same for every reader, by its script: the guide writes Latin,
/// Chinese and Ukrainian.
pub(super) fn lang_of(name: &str) -> &'static str {
    let has = |from: char, to: char| name.chars().any(|letter| (from..=to).contains(&letter));
    if has('\u{4e00}', '\u{9fff}') {
        "zh"
    } else if has('\u{400}', '\u{4ff}') {
        "uk"
    } else {
        "en"
    }
}

/// What somebody says, in the quotation marks of its language.
pub(super) fn quoted(text: &str, lang: Lang) -> String {
    let (open, close) = if lang == Lang::ZhHant { ("「", "」") } else { ("“", "”") };
    [open, text, close].concat()
}
