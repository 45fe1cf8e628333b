//! The history of a card: what was said, when, by whom; the newest first.

use super::View;
use super::parts::{button, element, tag};
use super::say::{self, DOT};
use crate::app::screen::{CardScreen, Row, spoken};
use crate::app::{Msg, Route};
use crate::domain::{
    Arrival, Bucket, Bytes, Card, Check, Effect, Entry, Fact, KeepAlive, Measure, Offsets, Origin, Quantity, Said,
    Timestamp, TopUp,
};
use crate::i18n::text::names;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::i18n::text::screens_chart::ChartWord;
use crate::i18n::text::screens_history::{HistorySay, HistoryWord};
use crate::i18n::text::screens_pay::PaySay;
use crate::i18n::{Lang, format};
use yew::{Html, html};

/// The list. `own`: whether its rows may be edited.
pub(super) fn history(view: &View<'_>, screen: &CardScreen<'_>, own: bool) -> Html {
    let (card, rows) = (screen.card, &screen.rows);
    html! {
        <section class="history">
            { tag("h2", "", HistoryWord::History.say(view.lang)) }
            if rows.is_empty() {
                { tag("p", "note", HistoryWord::NoHistory.say(view.lang)) }
            }
            <ul>{ for rows.iter().take(view.model.rows).map(|row| one(view, card, row, own)) }</ul>
            { more(view, rows.len()) }
        </section>
    }
}

/// The wish for more rows, where there are more than are shown.
pub(super) fn more(view: &View<'_>, rows: usize) -> Html {
    if rows <= view.model.rows {
        return html! {};
    }
    button("btn", HistoryWord::More.say(view.lang), view.on(Msg::AskedMore))
}

/// When a top-up came: of what was paid for before it arrived nobody saw the minute, and it is one of those days;
/// unless somebody said the minute, which is a whole one, and not that before a check that showed it.
pub(super) fn came(view: &View<'_>, fact: &Fact, at: Timestamp) -> String {
    let Fact::TopUp(TopUp { paid_at: Some(paid), .. }) = fact else { return say::instant(view, at) };
    let shows = |entry: &Entry| matches!(entry.fact, Fact::Check(_)) && entry.at.since(at) == MINUTE_MS;
    if at.millis() % MINUTE_MS == 0 && !view.model.book.entries.values().any(|kept| shows(&kept.value)) {
        return say::instant(view, at);
    }
    let clock = &view.moment.device;
    format::date_range(clock.date(*paid), clock.date(at), clock.date(view.moment.now), view.lang)
}

const MINUTE_MS: i64 = 60_000;

/// When it was true. Of a reply at the very noon the day alone stands: for a reply that gives a day and no
/// hour its noon is kept, which nobody said.
fn when(view: &View<'_>, card: &Card, entry: &Entry) -> String {
    let told = matches!(&entry.fact, Fact::Check(check) if check.reply.is_some());
    let noon = |clock: &Offsets| {
        let (day, minute) = clock.local(entry.at);
        (minute == NOON && clock.instant(day, NOON) == entry.at).then(|| (day, clock.date(view.moment.now)))
    };
    let clocks = [view.moment.offsets(&card.zone), &view.moment.device];
    match clocks.into_iter().find_map(noon).filter(|_| told) {
        Some((day, today)) => format::date(day, today, view.lang),
        None => came(view, &entry.fact, entry.at),
    }
}

/// The minute of the day.
const NOON: u16 = 12 * 60;

fn one(view: &View<'_>, card: &Card, row: &Row<'_>, own: bool) -> Html {
    let lang = view.lang;
    let entry = row.entry;
    let said = said(view, card, entry, row.left);
    let mut lines = vec![when(view, card, entry)];
    lines.extend(said.notes);
    lines.extend(row.slip.then(|| ChartWord::AtSlip.say(lang).to_owned()));
    let note = entry.note.as_ref().map(|note| tag("span", "own", note.as_str()));
    let body = html! {
        <>
            { tag("span", "what", said.of.map_or(said.what, |bucket| names::bucket(bucket, lang))) }
            { tag("span", "amt num", said.amount) }
            { tag("span", "small num", lines.join(DOT)) }
            { for note }
        </>
    };
    let class = if said.reply.is_some() { "entry told" } else { "entry" };
    html! {
        <li key={row.id.to_string()}>
            if own {
                { element("a", &["href", "class"], vec![Route::EditEntry(row.id).address().into(), class.into()], body) }
            } else {
                { tag("div", class, body) }
            }
            { for said.reply.map(|reply| reply_text(reply, lang)) }
        </li>
    }
}

/// A reply is inert text in its own language.
fn reply_text(reply: &str, lang: Lang) -> Html {
    html! {
        <details class="original">
            { tag("summary", "", HistoryWord::ReplyText.say(lang)) }
            <p lang={spoken(reply)}>{ reply.to_owned() }</p>
        </details>
    }
}

/// The amount that an entry says by itself; of a check that does not say what is left, the first that
/// it says: `已用 3 GB`.
pub(super) fn amount(view: &View<'_>, card: &Card, entry: &Entry) -> Option<String> {
    let first = match &entry.fact {
        Fact::Check(check) => check.measures.first(),
        Fact::TopUp(_) | Fact::KeepAlive(_) => None,
    };
    let told = said(view, card, entry, None);
    let own = Some(told.amount).filter(|amount| !amount.is_empty() && told.of.is_none());
    own.or_else(|| first.map(|first| measured(*first, view.lang)))
}

struct Told<'a> {
    what: &'static str,
    /// The bucket of which the amount is, where that is not general data.
    of: Option<Bucket>,
    amount: String,
    notes: Vec<String>,
    reply: Option<&'a str>,
}

fn said<'a>(view: &View<'_>, card: &Card, entry: &'a Entry, left: Option<(Bytes, Origin)>) -> Told<'a> {
    match &entry.fact {
        Fact::Check(check) => checked(view, card, left, check),
        Fact::TopUp(top_up) => topped_up(view, card, top_up, entry.at),
        Fact::KeepAlive(keep) => kept(view, *keep),
    }
}

fn checked<'a>(view: &View<'_>, card: &Card, left: Option<(Bytes, Origin)>, check: &'a Check) -> Told<'a> {
    let lang = view.lang;
    let today = say::today(view, card);
    // What only goes on slowly once it is used up has an end: its figure is what is left until then.
    let endless = check.endless(Bucket::General);
    let as_said = check.of(Bucket::General).find_map(|said| match said {
        Said::Left(Quantity::Data(amount)) => Some(format::amount(amount)),
        Said::Unlimited if endless => Some(CardWord::Unlimited.say(lang).to_owned()),
        _ => None,
    });
    // What the phone counted stands beside what the carrier would have said.
    let converted = matches!(left, Some((_, Origin::FromCounter | Origin::Counted)));
    let as_said = as_said.filter(|_| !converted);
    let amount = as_said
        .clone()
        .or_else(|| left.map(|(left, origin)| say::stood(left, origin == Origin::FromCounter, card.base, view.small)));
    // A check of nothing but money, say, or of what was used beside a check of the carrier's, has its figure
    // where all the others have theirs.
    let alone = check.measures.first().filter(|_| amount.is_none());
    let mut notes = vec![names::source(check.source, lang).to_owned()];
    if let (None, Some((_, origin))) = (as_said, left) {
        notes.extend(match origin {
            Origin::Said | Origin::Counted => None,
            Origin::FromUsed => Some(HistoryWord::FromUsed.say(lang).to_owned()),
            Origin::FromPercent => Some(HistoryWord::FromPercent.say(lang).to_owned()),
            Origin::FromCounter => Some(HistoryWord::FromCounter.say(lang).to_owned()),
        });
    }
    let others = check.measures.iter().skip(usize::from(alone.is_some())).filter(|measure| {
        let first = matches!(measure.said, Said::Left(_)) || endless;
        measure.bucket != Bucket::General
            || converted
            || !(first && matches!(measure.said, Said::Left(_) | Said::Unlimited))
    });
    notes.extend(others.map(|measure| match (*measure, left) {
        (Measure { bucket: Bucket::General, said: Said::Unlimited }, Some((left, _))) => {
            if left.0 == 0 { CardWord::Slowed } else { CardWord::SlowThen }.say(lang).to_owned()
        }
        _ => measured(*measure, lang),
    }));
    notes.extend(check.expires.map(|date| CardSay::EndsOn { date: &format::date(date, today, lang) }.say(lang)));
    notes.extend(check.renews.map(|date| CardSay::RenewsOn { date: &format::date(date, today, lang) }.say(lang)));
    Told {
        what: HistoryWord::BalanceCheck.say(lang),
        of: alone.map(|measure| measure.bucket).filter(|bucket| *bucket != Bucket::General),
        amount: amount.or_else(|| alone.map(|measure| figure(*measure, lang))).unwrap_or_default(),
        notes,
        reply: check.reply.as_deref(),
    }
}

/// What was said of one bucket, with its name.
fn measured(measure: Measure, lang: Lang) -> String {
    let said = figure(measure, lang);
    if measure.bucket == Bucket::General {
        return said;
    }
    [names::bucket(measure.bucket, lang), " ", &said].concat()
}

/// The same without its name.
fn figure(measure: Measure, lang: Lang) -> String {
    let quantity = |quantity: Quantity| match quantity {
        Quantity::Data(amount) => format::amount(amount),
        Quantity::Money(money) => format::money(money, lang),
        Quantity::Count(count) if measure.bucket == Bucket::Messages => {
            CardSay::Messages { count: &format::decimal(count) }.say(lang)
        }
        Quantity::Count(count) => format::decimal(count),
    };
    match measure.said {
        Said::Left(left) => quantity(left),
        Said::Used(used) => HistorySay::Used { amount: &quantity(used) }.say(lang),
        Said::Total(total) => HistorySay::Total { amount: &quantity(total) }.say(lang),
        Said::LeftPercent(share) => HistorySay::Left { amount: &format::per_cent(Some(share)) }.say(lang),
        Said::UsedPercent(share) => HistorySay::Used { amount: &format::per_cent(Some(share)) }.say(lang),
        Said::Unlimited => CardWord::Unlimited.say(lang).to_owned(),
    }
}

fn topped_up<'a>(view: &View<'_>, card: &Card, top_up: &'a TopUp, at: Timestamp) -> Told<'a> {
    let lang = view.lang;
    let today = say::today(view, card);
    let money = |money| format::money(money, lang);
    let data = top_up.data.map(format::amount).or(top_up.credit.map(money));
    let mut notes = Vec::new();
    if top_up.arrival == Arrival::Pending {
        notes.push(names::arrival(top_up.arrival, lang).to_owned());
    }
    // Of one that has not arrived the row's own moment is that.
    notes.extend(
        top_up
            .paid_at
            .filter(|paid| *paid != at)
            .map(|paid| PaySay::PaidAgo { ago: &say::instant(view, paid) }.say(lang)),
    );
    notes.extend(top_up.channel.map(|channel| names::channel(channel, lang).to_owned()));
    notes.extend(top_up.paid.map(|paid| HistorySay::Paid { money: &money(paid) }.say(lang)));
    if top_up.data.is_some() {
        notes.extend(top_up.credit.map(|credit| format!("+{}", money(credit))));
    }
    if top_up.effect != Effect::Add {
        notes.push(names::effect(top_up.effect, lang).to_owned());
    }
    notes.extend(top_up.expires.map(|date| CardSay::EndsOn { date: &format::date(date, today, lang) }.say(lang)));
    notes.extend(top_up.receipt.as_ref().map(ToString::to_string));
    Told {
        what: HistoryWord::TopUp.say(lang),
        of: None,
        amount: data.map(|data| ["+", &data].concat()).unwrap_or_default(),
        notes,
        reply: None,
    }
}

fn kept<'a>(view: &View<'_>, keep: KeepAlive) -> Told<'a> {
    let lang = view.lang;
    Told {
        what: HistoryWord::KeepAlive.say(lang),
        of: None,
        amount: keep.fee.map(|fee| format::money(fee, lang)).unwrap_or_default(),
        notes: vec![names::act(keep.act, lang).to_owned()],
        reply: None,
    }
}
