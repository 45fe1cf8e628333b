//! What wants attention on a card, each line with what to do next; and the next thing to do over all
//! cards.

use super::View;
use super::parts::{Tone, banner, button, link, tag};
use super::say;
use crate::app::form::Came;
use crate::app::screen::{Alert, CardScreen, ListScreen, Verdict, next_task};
use crate::app::{Msg, Route};
use crate::domain::{Base, CardId, Date, EntryId, Line, Money, Then, Threshold, Unit};
use crate::forecast::RiseCause;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_alerts::{AlertSay, AlertWord, comparisons, task};
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::{Lang, format};
use crate::plan::{Countdown, Due, Finding, Need, NoAllowance, Step, Task, waiting};
use yew::{Html, html};

/// So many lines stand open on a screen; the rest are opened by a tap.
const MOST: usize = 2;

/// The lines of one card, the most pressing first; of one's `own` what is not settled stands before them, they lead to
/// what can be done, and what to do next comes behind them.
pub(super) fn alerts(view: &View<'_>, screen: &CardScreen<'_>, own: bool) -> Html {
    let alerts = screen.alerts(view.moment);
    let mut order: Vec<(&Alert, bool)> = Vec::new();
    // What wants the same as a line above has nothing new to say of what to do: other kinds come before it.
    for later in [false, true] {
        for (place, alert) in alerts.iter().enumerate() {
            let step = wants(alert);
            let again = step.is_some() && alerts.iter().take(place).any(|before| wants(before) == step);
            if again == later {
                order.push((alert, again));
            }
        }
    }
    let (open, more) = order.split_at(order.len().min(MOST));
    let lines = |part: &[(&Alert, bool)]| {
        part.iter().map(|(alert, again)| line(view, screen, **alert, own, *again)).collect::<Html>()
    };
    html! {
        <>
            if own {
                { super::open::open(view, screen) }
            }
            { lines(open) }
            if !more.is_empty() {
                <details class="counter more">
                    { tag("summary", "", AlertSay::More { count: &more.len().to_string() }.say(view.lang)) }
                    { lines(more) }
                </details>
            }
            // What to do does not wait for a newer version; the sample has nothing to do.
            if view.model.book.card(screen.id).is_some() {
                { next(view, screen) }
            }
        </>
    }
}

/// What a line asks the person to do.
const fn wants(alert: &Alert) -> Option<Step> {
    if let Alert::Found(_, step) = alert { Some(*step) } else { None }
}

/// What to do next for this card, where its screen does not say it already, and for another one, where that
/// comes before.
fn next(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let alerts = screen.alerts(view.moment);
    let said = |task: &Task| alerts.iter().any(|alert| wants(alert) == Some(task.step));
    let own = screen.task(view.moment).filter(|task| !screen.card.archived && !said(task));
    let next = next_task(&view.model.book, view.moment, std::slice::from_ref(screen));
    let next = next.filter(|(_, task)| task.card != screen.id);
    html! {
        <>
            { for own.map(|task| leading(view, &screen.card.name, task, way(task))) }
            { for next.map(|(name, task)| leading(view, name, task, Route::Card(task.card))) }
            { on_its_way(view, screen.id) }
        </>
    }
}

/// The next thing to do over all cards, where the line of what is urgent does not say that nothing is left on the same
/// one. That is of data, and so says nothing of a number.
pub(in crate::web) fn next_of_all(view: &View<'_>, list: &ListScreen<'_>) -> Html {
    let empty = list.urgent().filter(|(card, _)| card.verdict == Verdict::Empty).map(|(card, _)| card.id);
    let next = next_task(&view.model.book, view.moment, &list.in_use);
    let next = next.filter(|(_, task)| empty != Some(task.card) || matches!(task.step, Step::Keep(_)));
    next.map(|(name, task)| leading(view, name, task, Route::Card(task.card))).unwrap_or_default()
}

/// What was paid for on other cards and has not arrived, each as a line which leads to its card.
fn on_its_way(view: &View<'_>, here: CardId) -> Html {
    let book = &view.model.book;
    let line = |id: CardId| {
        let ledger = book.ledger(id).filter(|_| id != here)?;
        let late = waiting(&ledger, view.moment.now).first()?.late;
        let paid = if late { CardWord::PaidLate } else { CardWord::Paid };
        let says = [ledger.card.name.as_str(), say::DOT, paid.say(view.lang)].concat();
        Some(html! { <a class="banner calm" href={Route::Card(id).address()}>{ tag("b", "", says) }</a> })
    };
    book.in_use().into_iter().filter_map(line).collect()
}

/// What to do, as a line which leads there.
fn leading(view: &View<'_>, name: &Line, task: Task, to: Route) -> Html {
    html! {
        <a class="banner calm" href={to.address()}>
            { tag("b", "", todo(view, name, &task)) }
            { for stopped(view, &task) }
        </a>
    }
}

/// Whether what is to be done next for a card is to top it up.
fn pays(view: &View<'_>, screen: &CardScreen<'_>) -> bool {
    screen.task(view.moment).is_some_and(|task| matches!(task.step, Step::TopUp))
}

fn todo(view: &View<'_>, name: &Line, next: &Task) -> String {
    let date = format::date(next.by.date, next.by.today().date, view.lang);
    let (sum, lacks, fees) = match next.step {
        Step::Keep(Due { need: Need::Fee(sum) | Need::TopUp(sum), lacks, fees, .. }) => (sum, lacks, fees),
        _ => (None, None, 0),
    };
    let money = |sum: Option<Money>| sum.map(|sum| format::money(sum, view.lang));
    let lacking = money(lacks);
    let mut says = task(next, &date, name.as_str(), money(sum).as_deref(), lacking.as_deref(), view.lang);
    // The balance that is shown is as it was seen, before them.
    if lacking.is_some() && fees > 0 {
        says.push_str(&AlertSay::AfterFees { fees: &fees.to_string() }.say(view.lang));
    }
    says
}

/// That the number's service is over, and until when it can still be kept.
fn stopped(view: &View<'_>, task: &Task) -> Option<String> {
    let Step::Keep(Due { ended: Some(ended), by, .. }) = task.step else { return None };
    let date = |date: Date| format::date(date, task.by.today().date, view.lang);
    let over = &date(ended);
    Some(if by.date > ended {
        AlertSay::Stopped { ended: over, until: &date(by.date) }.say(view.lang)
    } else {
        AlertSay::StoppedOpen { ended: over }.say(view.lang)
    })
}

/// `again`: what to do stands in a line above.
fn line(view: &View<'_>, screen: &CardScreen<'_>, alert: Alert, own: bool, again: bool) -> Html {
    let lang = view.lang;
    let base = screen.card.base;
    let (tone, title, says, step) = match alert {
        Alert::Found(finding, step) => {
            let renewed = screen.expires.is_some_and(|expires| expires.then == Then::Renewed);
            let says = match (finding, step) {
                (Finding::Keep(Due { ended: Some(_), need: Need::Fee(_) | Need::Taken, .. }), _) => {
                    Some(AlertWord::FeePaid)
                }
                (Finding::Keep(_), _) => None,
                (_, Step::TopUp | Step::Keep(_)) => Some(AlertWord::TopUpSoon),
                (_, Step::Check) => None,
                (_, Step::UseUp) if screen.expires.is_some_and(|expires| expires.days == 0) => {
                    Some(AlertWord::UseUpToday)
                }
                (_, Step::UseUp) => Some(AlertWord::UseUp),
                (_, Step::Wait) => Some(AlertWord::QueuedNext),
                (Finding::Ends(_, Then::Renewed), Step::Anew) => Some(AlertWord::NewPeriod),
                (_, Step::Anew) if screen.day.is_none() && renewed => Some(AlertWord::NewPeriod),
                (_, Step::Anew) => Some(AlertWord::NewDay),
                // Where a payment is asked for by a day, that decides; and there is a share to keep to.
                (_, Step::UseLess) => Some(AlertWord::UseLess).filter(|_| {
                    !pays(view, screen) && screen.one_sum().is_none() && screen.allowance != Err(NoAllowance::Rose)
                }),
                (_, Step::Extend) => Some(AlertWord::Extend),
            };
            let tone = if matches!(step, Step::UseUp | Step::Wait | Step::Anew) { Tone::Calm } else { Tone::Warn };
            (tone, found(view, screen, finding), says, Some(step))
        }
        Alert::NumberLost { on, kept_since } => {
            let date = &format::date(on, say::today(view, screen.card), lang);
            if kept_since {
                (Tone::Calm, AlertSay::LostOnce { date }.say(lang), Some(AlertWord::KeptSince), None)
            } else {
                (Tone::Warn, AlertSay::Lost { date }.say(lang), Some(AlertWord::LostAsk), None)
            }
        }
        Alert::Beyond { used, whole } => {
            let view = view.sized(format::beside(used, base, view.small));
            let (used, whole) = (&view.data(used, base), &view.data(whole, base));
            (Tone::Warn, AlertSay::Beyond { used, whole }.say(lang), Some(AlertWord::BeyondSays), None)
        }
        Alert::Rise { more, cause, .. } => {
            let says = match cause {
                None => AlertWord::RiseOpen,
                Some(RiseCause::TopUp) => AlertWord::RiseTopUp,
                Some(RiseCause::NewCycle) => AlertWord::RiseCycle,
                Some(RiseCause::Slip | RiseCause::SlipBefore) => AlertWord::RiseSlip,
            };
            let figures = View { money: screen.charts.money, ..*view }.figures(base);
            (Tone::Warn, AlertSay::Rise { data: &figures.exact(more) }.say(lang), Some(says), None)
        }
        Alert::Unusual { days, used, usual: (low, high) } => {
            let view = view.sized(format::beside_about(used.max(high), base, view.small));
            let (days, used) = (format::days(days, lang), view.data(used, base));
            let usual = format::data_range(low, high, base, view.small);
            (Tone::Calm, AlertSay::Unusual { days: &days, used: &used, usual: &usual }.say(lang), None, None)
        }
        Alert::Counter { ratio, compared } => {
            let (percent, count) = (&format::percent(libm::fabs(ratio - 1.0)), &comparisons(compared, lang));
            let more = ratio > 1.0;
            let says =
                if more { AlertSay::CountsMore { percent, count } } else { AlertSay::CountsLess { percent, count } };
            (Tone::Calm, says.say(lang), Some(AlertWord::CounterSays), None)
        }
        Alert::CounterFar => (Tone::Calm, AlertWord::CounterFar.say(lang).to_owned(), None, None),
        Alert::OwnCount => (Tone::Calm, AlertWord::OwnCount.say(lang).to_owned(), None, None),
        Alert::BeganAnew => (Tone::Calm, AlertWord::BeganAnew.say(lang).to_owned(), None, None),
    };
    let stopped = match (alert, step) {
        (_, Some(step @ Step::Keep(due))) => stopped(view, &Task { card: screen.id, step, by: due.by }),
        // Which check it was: not always the newest.
        (Alert::Rise { check, .. }, _) => view.model.book.entry(check).map(|entry| say::instant(view, entry.at)),
        _ => None,
    };
    let act = match alert {
        Alert::Rise { check, slip, cause, .. } => explain(view, (check, slip), cause, screen.charts.money.is_none()),
        Alert::Beyond { .. } => Some(link("btn small", Word::EditCard.say(lang), Route::EditCard(screen.id))),
        _ => step.and_then(|step| act(screen.id, step, lang)).map(|(word, to)| link("btn small", word, to)),
    };
    let act = act.filter(|_| own && !again);
    // The deed with its day, where that is the next for this card.
    let task = screen.task(view.moment).filter(|task| own && step == Some(task.step));
    let task = task.filter(|task| matches!(task.step, Step::TopUp | Step::Check));
    let says = match task {
        Some(task) => Some(todo(view, &screen.card.name, &task)),
        None => says.map(|says| says.say(lang).to_owned()),
    };
    banner(
        tone,
        html! {
            <>
                { tag("b", "", title) }
                { for stopped.map(|stopped| tag("p", "", stopped)) }
                { for says.filter(|_| !again) }
                { for act.map(|act| tag("div", "chips", act)) }
            </>
        },
    )
}

fn found(view: &View<'_>, screen: &CardScreen<'_>, finding: Finding) -> String {
    let lang = view.lang;
    let base: Base = screen.card.base;
    let today = say::today(view, screen.card);
    match finding {
        Finding::Low { left, threshold } => {
            let left = say::amount(&screen.gauge).unwrap_or_else(|| view.data(left, base));
            // A limit is said as it was set.
            let least = match screen.card.threshold {
                Threshold::Amount(amount) => format::amount(amount),
                _ => say::beside(view, &screen.gauge).data(threshold, base),
            };
            AlertSay::Low { left: &left, least: &least }.say(lang)
        }
        Finding::Ends(Countdown { days: 0, .. }, Then::Over) => {
            [AlertWord::EndsToday.say(lang), say::assumed(screen.is_assumed(), lang)].concat()
        }
        Finding::Ends(end, Then::Over) => {
            AlertSay::EndsIn { days: &format::days(end.days, lang) }.say(lang) + say::assumed(screen.is_assumed(), lang)
        }
        Finding::Ends(eve, Then::Renewed) => {
            let days = &format::days(eve.days + 1, lang);
            AlertSay::RenewsIn { days }.say(lang) + say::assumed(screen.is_assumed(), lang)
        }
        Finding::OverPace { over, percent, .. } => {
            let percent = format::percent(f64::from(percent) / 100.0);
            // As exact as what it is the difference of.
            let exact = screen.gauge.estimate.is_none() && !screen.gauge.known.is_some_and(|known| known.converted);
            let data = &if exact { view.data(over, base) } else { format::about(over, base, Unit::MB) };
            AlertSay::Over { data, percent: &percent }.say(lang)
        }
        Finding::TooShort { lasts, needed, renews } => {
            let (date, chance) = (&format::date(needed.date, today, lang), &format::percent(lasts));
            if renews {
                AlertSay::ShortToRenewal { chance }.say(lang)
            } else {
                AlertSay::Short { date, chance }.say(lang)
            }
        }
        Finding::EndsBefore { end, needed } => {
            let (end, date) = (&format::date(end.date, today, lang), &format::date(needed.date, today, lang));
            AlertSay::EndsBefore { end, date }.say(lang)
        }
        Finding::Keep(due) => {
            todo(view, &screen.card.name, &Task { card: screen.id, step: Step::Keep(due), by: due.by })
        }
    }
}

/// The answers to why there is more, what the figures speak for first: no cycle brings money. Of a slip before it
/// nothing is asked.
fn explain(
    view: &View<'_>,
    (check, slip): (EntryId, EntryId),
    cause: Option<RiseCause>,
    of_data: bool,
) -> Option<Html> {
    let answer =
        |word: AlertWord, came| button("btn small", word.say(view.lang), view.on(Msg::ExplainedRise(check, came)));
    let mut answers = [answer(AlertWord::WasTopUp, Came::TopUp), answer(AlertWord::WasCycle, Came::NewCycle)];
    match cause {
        Some(RiseCause::Slip | RiseCause::SlipBefore) => return None,
        Some(RiseCause::NewCycle) => answers.reverse(),
        Some(RiseCause::TopUp) | None => {}
    }
    let which = if slip == check { AlertWord::WasSlip } else { AlertWord::WasSlipBefore };
    let slip = link("btn small", which.say(view.lang), Route::EditEntry(slip));
    let sure = button("btn small", AlertWord::IsRight.say(view.lang), view.on(Msg::WasSure(check)));
    let [first, second] = answers;
    Some(html! { <>{ first }if of_data { { second } }{ slip }{ sure }</> })
}

/// Where a thing is done: how to pay, before a top-up is written down.
fn way(task: Task) -> Route {
    match act(task.card, task.step, Lang::En) {
        Some((_, Route::TopUp(card))) => Route::Pay(card),
        Some((_, to)) => to,
        None => Route::Card(task.card),
    }
}

/// Where it is said how the step is taken, or where it is taken down.
fn act(card: CardId, step: Step, lang: Lang) -> Option<(&'static str, Route)> {
    let (word, to) = match step {
        Step::Check => return Some((Word::Check.say(lang), Route::Ways(card))),
        Step::TopUp | Step::Extend => (AlertWord::HowToTopUp, Route::Pay(card)),
        Step::Keep(Due { need: Need::TopUp(_), .. }) => (AlertWord::LogTopUp, Route::TopUp(card)),
        Step::Keep(_) => (AlertWord::LogKeepAlive, Route::KeepAlive(card)),
        Step::UseUp | Step::Wait | Step::Anew | Step::UseLess => return None,
    };
    Some((word.say(lang), to))
}
