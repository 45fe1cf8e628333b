//! The gauge: the ring with the large figure, the verdict, and the facts below.

use super::View;
use super::parts::{element, link_to_field, tag};
use super::{day_plan, number, say};
use crate::app::Route;
use crate::app::form::Field;
use crate::app::screen::{CardScreen, Gauge, Verdict, small_unit};
use crate::chart::{self, Anchor, RingGeometry};
use crate::domain::{Bucket, Bytes, DAY_MS, Source, Then, Timestamp, Unit, Validity, ZoneName};
use crate::i18n::format;
use crate::i18n::text::names;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use crate::i18n::text::screens_plan::{PlanSay, PlanWord};
use crate::plan::{Countdown, Ground, NoAllowance};
use yew::{AttrValue, Html, html};

/// From then on a check says nothing of what was used since: an hour.
const OLD_MS: i64 = DAY_MS / 24;

/// The ring and what is in it.
pub(super) fn hero(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let gauge = &screen.gauge;
    let lang = view.lang;
    let view = &View { money: screen.charts.money, ..*view };
    let estimated = gauge.estimate.is_some();
    // What is left of a card that has ended is only what was last known.
    let over = matches!(screen.verdict, Verdict::Expired);
    // What came out of the queue and was never checked is not even that.
    let cap = match (over && gauge.begun.is_none(), estimated || gauge.begun.is_some()) {
        (true, _) => CardWord::LastKnown,
        _ if gauge.past && gauge.most.is_none() && !estimated => CardWord::LastKnown,
        (_, true) => CardWord::RemainingEstimate,
        _ => CardWord::Remaining,
    };
    let money = screen.only_money();
    let (cap, as_of) = match money {
        Some((_, at)) => (names::bucket(Bucket::Money, lang), Some(say::ago(view, at))),
        None => (cap.say(lang), say::as_of(view, gauge)),
    };
    let big = if let Some((money, _)) = money {
        let sum = say::sum(view, screen, money);
        // A long sum would touch the ring.
        let class = match sum.chars().count() {
            ..6 => "big num",
            6..8 => "big num long",
            _ => "big num longest",
        };
        tag("p", class, sum)
    } else if gauge.unlimited {
        tag("p", "big word", CardWord::Unlimited.say(lang))
    } else if let Some((figure, unit)) = say::figure(gauge) {
        html! { <p class="big num">{ figure }<span>{ "\u{a0}" }{ unit }</span></p> }
    } else {
        tag("p", "big word", CardWord::NoBalance.say(lang))
    };
    let added = match money {
        Some(_) => say::credited(view, screen).filter(|_| !estimated),
        None => say::added_since(view, gauge),
    };
    let pace = gauge.pace.filter(|_| gauge.pace_share.is_some() && !over).map(|pace| {
        let left = say::beside(view, gauge).data(pace, gauge.base);
        CardSay::PaceNow { left: &left }.say(lang)
    });
    let known = gauge.known.is_some() || gauge.unlimited || money.is_some();
    let guessed = estimated || gauge.most.is_some() || money.is_some() && screen.after_fees.is_some();
    let low = gauge.low;
    let marked = |holds: bool, class: &'static str| if holds { class } else { "" };
    // A figure with a sign before it is smaller, or it would touch the ring.
    let class = ["hero", marked(low, " low"), marked(guessed, " estimate"), marked(over, " over")].concat();
    let ring = html! {
        <>
            { dial(view, gauge, pace.clone()) }
            <div class="in">
                if known {
                    { tag("p", "cap", cap) }
                }
                { big }
                { for as_of.map(|as_of| tag("p", "cap", as_of)) }
                { for say::range(view, gauge).map(|range| tag("p", "cap", range)) }
                { for added.map(|added| tag("p", "cap", added)) }
                if low {
                    { tag("p", "flag", CardWord::Low.say(lang)) }
                }
                // The mark on the ring in words, for whoever cannot see it.
                { for pace.map(|pace| tag("p", "sr", pace)) }
            </div>
        </>
    };
    tag("section", class, ring)
}

/// The big ring, its marks and their labels.
fn dial(view: &View<'_>, gauge: &Gauge, pace: Option<String>) -> Html {
    let ring = chart::ring(1150, gauge.share, pace.as_ref().and(gauge.pace_share), gauge.reserve_share);
    let (x, y) = ring.ends;
    let full = gauge.known.and(gauge.full).map(|full| view.data(full, gauge.base));
    let text = |x: i32, y: i32, anchor: Anchor, text: String| {
        let values = vec![chart::tenths(x).into(), chart::tenths(y).into(), anchor.name().into()];
        element("text", &["x", "y", "text-anchor"], values, text.into())
    };
    // Beside its mark where there is room, that is near the top; else below, between the ends.
    let beside = |(left, top): (i32, i32)| match left {
        -250..=250 => (left, top, Anchor::Middle),
        -700..=-251 => (left, top, Anchor::End),
        251..=700 => (left, top, Anchor::Start),
        _ => (0, y + 290, Anchor::Middle),
    };
    html! {
        <svg class="dial" viewBox="-179 -150 358 242" aria-hidden="true" focusable="false">
            { arcs(&ring) }
            { for pace.zip(ring.pace_label).map(|(pace, place)| {
                let (x, y, anchor) = beside(place);
                text(x, y, anchor, pace)
            }) }
            { for full.map(|full| html! {
                <>{ text(-x, y + 290, Anchor::Middle, "0".to_owned()) }{ text(x, y + 290, Anchor::Middle, full) }</>
            }) }
        </svg>
    }
}

fn arcs(ring: &RingGeometry) -> Html {
    let track = if ring.known { "track" } else { "track unknown" };
    let parts = [
        (track, Some(&ring.track)),
        ("left", ring.left.as_ref()),
        ("kept", ring.reserve.as_ref()),
        ("mark", ring.pace.as_ref()),
    ];
    let path = |(class, d): (&'static str, Option<&String>)| {
        Some(element("path", &["d", "class"], vec![d?.clone().into(), class.into()], Html::default()))
    };
    parts.into_iter().filter_map(path).collect()
}

/// A ring of nothing yet, for the empty state.
pub(super) fn blank() -> Html {
    html! {
        <svg class="dial blank" viewBox="-130 -130 260 200" aria-hidden="true" focusable="false">
            { arcs(&chart::ring(1150, Some(0.62), Some(0.5), None)) }
        </svg>
    }
}

/// The small ring of a row.
pub(super) fn mini(gauge: &Gauge) -> Html {
    let ring = chart::ring(200, gauge.share, None, None);
    // An estimate is dotted, so that it does not look like a reading.
    let class = match (gauge.low, gauge.estimate.is_some()) {
        (false, false) => "mini",
        (true, false) => "mini low",
        (false, true) => "mini estimate",
        (true, true) => "mini low estimate",
    };
    let values = vec!["-28 -26 56 48".into(), "true".into(), "false".into(), class.into()];
    element("svg", &["viewBox", "aria-hidden", "focusable", "class"], values, arcs(&ring))
}

/// The sentence of when it runs out.
pub(super) fn verdict(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    // Of data that it does not have there is nothing to say.
    let number = number::line(view, screen).filter(|_| screen.has_no_data());
    let (first, second) = number.map_or_else(|| say::verdict(view, screen), |line| (line, None));
    html! {
        <p class="verdict">
            { tag("b", "num", first) }
            { for second.map(|second| tag("small", "num", second)) }
            { for screen.ledger.uncredited().map(|(entry, sum)| {
                let says = CardSay::NotIn { sum: &format::money(sum, view.lang) }.say(view.lang);
                html! { <a class="quiet" href={Route::EditEntry(entry).address()}>{ says }</a> }
            }) }
            if !screen.waiting.is_empty() {
                { tag("small", "num", say::waiting(view, screen)) }
            }
        </p>
    }
}

/// The first facts: when it ends and today's allowance.
pub(super) fn facts(view: &View<'_>, screen: &CardScreen<'_>, own: bool) -> Html {
    html! {
        <dl class="facts">
            { expires(view, screen, own) }
            if screen.only_money().is_none() {
                { allowance(view, screen) }
            }
        </dl>
    }
}

/// Whatever else is known.
pub(super) fn more(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let more = others(view, screen);
    html! { if !more.is_empty() { <dl class="facts">{ for more }</dl> } }
}

pub(super) fn fact(label: &'static str, value: impl Into<AttrValue>, notes: Html) -> Html {
    html! { <div>{ tag("dt", "", label) }<dd class="num">{ value.into() }{ notes }</dd></div> }
}

/// A day with its mark, and in how many days it is; or once it is over, that word.
pub(super) fn dated(
    view: &View<'_>,
    label: &'static str,
    (day, mark): (Countdown, &str),
    over: Option<&'static str>,
) -> Html {
    let lang = view.lang;
    let today = day.date.plus_days(-day.days).unwrap_or(day.date);
    let note = match day.days {
        ..0 => over.map(small),
        0 => Some(small(CardWord::Today.say(lang))),
        days => Some(small(CardSay::InDays { days: &format::days(days, lang) }.say(lang))),
    };
    fact(label, format::date(day.date, today, lang) + mark, note.unwrap_or_default())
}

pub(super) fn small(text: impl Into<AttrValue>) -> Html {
    tag("small", "", text.into())
}

fn expires(view: &View<'_>, screen: &CardScreen<'_>, own: bool) -> Html {
    let lang = view.lang;
    let label = CardWord::Expires.say(lang);
    let open = screen.ledger.open_end().filter(|_| own);
    let open =
        open.map(|top_up| link_to_field(view, CardWord::AddEnd.say(lang), Route::EditEntry(top_up), Field::Expires));
    let add = |(word, field): (CardWord, Field)| link_to_field(view, word.say(lang), Route::EditCard(screen.id), field);
    let Some(expires) = screen.expires.filter(|expires| expires.then == Then::Over) else {
        if let Some(renews) = renews(view, screen) {
            return renews;
        }
        // So many days from a day that nobody named: that is all there is to add.
        let (rule, missing) = match screen.card.validity {
            Validity::Days { days, start, .. } => {
                let rule = [&format::days(i32::from(days), lang), say::DOT, names::start(start, lang)].concat();
                (Some(rule), (CardWord::AddStart, Field::From))
            }
            _ => (None, (CardWord::AddValidity, Field::Validity)),
        };
        let add = open.or_else(|| own.then(|| add(missing)));
        return fact(label, Word::Unknown.say(lang), html! { <>{ for rule.map(small) }{ for add }</> });
    };
    let today = say::today(view, screen.card);
    let at = |zone: &ZoneName| {
        let (date, minute) = view.moment.offsets(zone).local(expires.night);
        small([&format::date_time(date, minute, today, lang), " ", &format::zone(zone, lang)].concat())
    };
    let there = at(&screen.card.zone);
    let here = expires.abroad.then(|| at(&view.moment.zone));
    let mark = say::assumed(expires.assumed, lang);
    // It is the last day that it can be, as long as nobody says when it began.
    let latest = screen.ledger.latest().filter(|latest| own && latest.date == expires.last);
    // Whether the day on which it began is one of so many, carriers hold differently.
    let or_before = (expires.assumed && expires.days >= 0 && latest.is_none()).then(|| CardWord::OrDayBefore.say(lang));
    let open = open.or_else(|| latest.map(|_| add((CardWord::AddStart, Field::From))));
    fact(
        label,
        say::days(expires, lang) + mark,
        html! { <>{ there }{ for here }{ for or_before.map(small) }{ for open }</> },
    )
}

fn renews(view: &View<'_>, screen: &CardScreen<'_>) -> Option<Html> {
    let (date, assumed) = screen.renews?;
    let day = Countdown::of(date, say::today(view, screen.card));
    let mark = say::assumed(assumed, view.lang);
    Some(dated(view, CardWord::Renews.say(view.lang), (day, mark), Some(PlanWord::Past.say(view.lang))))
}

fn allowance(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let base = screen.card.base;
    let label = CardWord::Allowance.say(lang);
    let word = |word: CardWord| tag("span", "word", word.say(lang));
    match screen.allowance {
        // Of a share that is nothing no part is used.
        Ok(allowance) if allowance.is_reserve() => fact(label, "", word(CardWord::AllowanceReserve)),
        Ok(allowance) => {
            // The share, its parts and what is over it are in one unit: that of the least of them.
            let most = allowance.day.max(allowance.left.saturating_add(allowance.used));
            let gigabyte = Unit::GB.bytes(base);
            let parts = [allowance.day, allowance.left, allowance.used, allowance.tomorrow.unwrap_or_default()];
            let least = parts.into_iter().filter(|part| part.0 > 0).min();
            let view = &view.sized(match least {
                Some(least) if least.0 < gigabyte / 10 && most.0 < gigabyte => Unit::KB,
                _ => format::beside_about(most, base, view.small),
            });
            let reserve = (allowance.reserve.0 > 0).then(|| {
                // As it was set, where there is as much.
                let set = screen.card.reserve.filter(|set| set.bytes(base) == allowance.reserve);
                let data = set.map_or_else(|| view.data(allowance.reserve, base), format::amount);
                CardSay::Reserved { data: &data }.say(lang)
            });
            let used = (allowance.used.0 > 0).then(|| {
                let share = match allowance.left {
                    Bytes(0) => format::allowed(allowance.day, base, view.small),
                    left => format::share(left, allowance.used, base, view.small),
                };
                let data = format::about(allowance.used, base, view.small);
                CardSay::UsedToday { share: &share, data: &data }.say(lang)
            });
            let spent = allowance.over();
            let over = spent.filter(|over| over.0 > 0);
            let over = over.and_then(|_| format::over(allowance.used, allowance.day, base, view.small));
            let over = over.map(|data| CardSay::OverToday { data: &data }.say(lang));
            let tomorrow = allowance
                .tomorrow
                .filter(|data| data.0 > 0 && spent.is_some())
                .map(|data| CardSay::FromTomorrow { data: &format::allowed(data, base, view.small) }.say(lang));
            // What was used since the check is not among what was used today.
            let old = |(at, by): (Timestamp, Option<Source>)| by.is_some() && view.moment.now.since(at) >= OLD_MS;
            let guess = match allowance.ground {
                Ground::Estimated => Some(CardWord::Estimated),
                _ if screen.gauge.as_of.is_some_and(old) => Some(CardWord::ByCheck),
                _ => None,
            };
            let guess = guess.map(|word| word.say(lang).to_owned());
            let through = allowance.through.map(|day| {
                let date = format::date(day, say::today(view, screen.card), lang);
                PlanSay::Through { date: &date }.say(lang)
            });
            let lines = [through, used, over, tomorrow, reserve, guess];
            let notes = lines.into_iter().flatten().map(small).collect::<Html>();
            let sure = !allowance.may_be_used_up();
            let used_up = if sure { CardWord::AllowanceUsedUp } else { CardWord::AllowanceMaybe };
            let left = format::allowed(allowance.left, base, view.small);
            match spent {
                Some(_) => fact(label, "", html! { <>{ word(used_up) }{ notes }</> }),
                // Once some of it is used, the figure is the rest, and is called so.
                None if allowance.used.0 > 0 => fact(CardWord::AllowanceLeft.say(lang), left, notes),
                None => fact(label, left, notes),
            }
        }
        Err(why) => {
            if let (NoAllowance::EachDay, Some(day)) = (why, screen.day) {
                return day_plan::left(view, screen, day);
            }
            let why = match why {
                NoAllowance::NoBalance | NoAllowance::EachDay => CardWord::AllowanceNoBalance,
                NoAllowance::NoTotal => CardWord::NoTotal,
                NoAllowance::MaybeEmpty => CardWord::MaybeEmpty,
                NoAllowance::Empty => CardWord::Empty,
                NoAllowance::NewCycle => CardWord::ResetSince,
                NoAllowance::Rose => CardWord::AllowanceRose,
                NoAllowance::NoExpiry => CardWord::AllowanceNoExpiry,
                NoAllowance::Expired => CardWord::AllowanceExpired,
                NoAllowance::Unlimited => CardWord::AllowanceUnlimited,
            };
            let why = why.say(lang);
            // The headline says it already.
            let again = say::verdict(view, screen).0 == why;
            fact(label, "—", if again { Html::default() } else { small(why) })
        }
    }
}

/// A pair of them stands in each line.
fn others(view: &View<'_>, screen: &CardScreen<'_>) -> Vec<Html> {
    let lang = view.lang;
    let today = say::today(view, screen.card);
    let mut facts = Vec::new();
    // What was said with the figure in the ring is as old as that.
    let with = screen.gauge.as_of.map(|(at, _)| at);
    let age = |at: Timestamp| (with != Some(at)).then(|| say::ago(view, at));
    let counted = |label, count: String, at| fact(label, count, age(at).map(small).unwrap_or_default());
    facts.extend(renews(view, screen).filter(|_| screen.expires.is_some_and(|expires| expires.then == Then::Over)));
    let needed = PlanWord::NeededUntil.say(lang);
    if let Some(goal) = screen.needed {
        let date = format::date(goal.0.needed.date, today, lang);
        facts.push(fact(needed, date, say::enough(goal, lang).map(small).unwrap_or_default()));
    } else if let Some(day) = screen.card.needed_until {
        facts.push(dated(view, needed, (Countdown::of(day, today), ""), Some(PlanWord::Past.say(lang))));
    }
    facts.extend(number::days(view, screen));
    facts.extend(screen.money.filter(|_| screen.only_money().is_none()).map(|(money, at)| {
        let added = say::credited(view, screen);
        // Of a card that only keeps its number that is what is said first.
        let fees = number::fees(view, screen).filter(|_| !screen.has_no_data());
        let notes = [age(at), added, fees].into_iter().flatten().map(small).collect::<Html>();
        fact(names::bucket(Bucket::Money, lang), say::purse(screen, money, lang), notes)
    }));
    facts
        .extend(screen.minutes.map(|(count, at)| counted(CardWord::MinutesLeft.say(lang), format::decimal(count), at)));
    facts.extend(screen.messages.map(|(count, at)| {
        let count = CardSay::Messages { count: &format::decimal(count) }.say(lang);
        counted(CardWord::MessagesLeft.say(lang), count, at)
    }));
    for &(bucket, left, at) in &screen.others {
        let left = view.sized(small_unit(&screen.ledger, bucket)).data(left, screen.card.base);
        facts.push(counted(names::bucket(bucket, lang), left, at));
    }
    facts
}
