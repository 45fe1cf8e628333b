//! The chart and its table.
//!
//! Geometry comes from `chart`; here it becomes an SVG with a sentence for whoever cannot see it, what
//! can be read off it (`cursor`), and the same figures as a table.

use super::View;
use super::cursor::{ChartView, came, is_queued, points, risen, unit, view_box};
use super::parts::{element, tag};
use super::{history, say};
use crate::app::Msg;
use crate::app::screen::{CardScreen, Charts};
use crate::chart::{self, Drawing, Label, LabelText, Mark, MarkKind, Range, Role, Shape, Used};
use crate::domain::{Amount, Bucket, Bytes, Card, Decimal};
use crate::i18n::format;
use crate::i18n::text::names;
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::screens_chart::{ChartSay, ChartWord};
use crate::i18n::text::screens_history::HistoryWord;
use crate::i18n::text::screens_plan::PlanWord;
use crate::i18n::text::screens_tables::TableHead;
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, html};

/// How much of the time can be chosen.
const RANGES: [(Range, ChartWord); 4] = [
    (Range::Week, ChartWord::Week),
    (Range::Cycle, ChartWord::Cycle),
    (Range::Trip, ChartWord::Trip),
    (Range::All, ChartWord::All),
];

/// The chart with what belongs to it: the picture first, then what is said of it and read off it.
pub(super) fn chart(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let charts = &screen.charts;
    let segment = |(range, word): (Range, ChartWord)| {
        let pressed = if charts.range == range { "true" } else { "false" };
        let onclick = view.on(Msg::ChoseRange(range));
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ word.say(lang) }</button> }
    };
    let view = &View { money: charts.money, ..*view };
    let offered = RANGES.into_iter().filter(|(range, _)| *range != Range::Trip || charts.trip);
    html! {
        <section class="chart" aria-label={ChartWord::Chart.say(lang)}>
            <div class="ranges" role="group" aria-label={ChartWord::Range.say(lang)}>
                { for offered.map(segment) }
            </div>
            { whole(view, screen) }
        </section>
    }
}

/// Whether there is something to be seen of the bucket that is drawn large.
pub(super) const fn is_seen(screen: &CardScreen<'_>) -> bool {
    screen.gauge.known.is_some() || screen.charts.money.is_some()
}

fn title(view: &View<'_>) -> &'static str {
    if view.money.is_some() { names::bucket(Bucket::Money, view.lang) } else { ChartWord::Title.say(view.lang) }
}

/// The picture with what is said of it and read off it, the other buckets beside it, and its tables.
fn whole(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let (card, charts) = (screen.card, &screen.charts);
    let drawing = &charts.general;
    let points = points(view, card, drawing);
    let says = say::dotted(&[says(view, card, drawing, screen.gauge.estimate.is_some()), points.risen()]);
    // What is drawn is named, and nothing else.
    let drawn = |drawn: Role| {
        let mut shapes = drawing.shapes.iter();
        shapes.any(|shape| matches!(shape, Shape::Path { role, .. } if *role == drawn))
    };
    let legend = |role: Role, word: ChartWord| if drawn(role) { word.say(lang) } else { "" };
    let forecast = legend(Role::Median, ChartWord::LegendForecast);
    let pace = legend(Role::Pace, ChartWord::LegendPace);
    let most = legend(Role::Most, ChartWord::LegendMost);
    let reserve = legend(Role::Reserve, ChartWord::LegendReserve);
    html! {
        <>
            // Of what never had a figure there is nothing to be seen.
            if is_seen(screen) {
                // Another stretch of time is another chart: nothing is picked in it yet.
                <ChartView
                    key={RANGES.into_iter().position(|(range, _)| range == charts.range).unwrap_or_default()}
                    width={drawing.width}
                    height={drawing.height}
                    picture={pictures(view, card, drawing)}
                    points={Rc::new(points)}
                    title={title(view)}
                    sentence={sentence(view, screen, &says)}
                    cursor={ChartWord::ReadOff.say(lang)}
                    legend={[forecast, pace, most, reserve, &say::days_of(view, card).unwrap_or_default()].concat()}
                />
            }
            { tag("p", "note num", says) }
            if !charts.others.is_empty() {
                { tag("div", "beside", charts.others.iter().map(|(bucket, _, drawing, small)| {
                    beside(&view.sized(*small), card, names::bucket(*bucket, lang), drawing)
                }).collect::<Html>()) }
            }
            { tables(view, card, charts) }
        </>
    }
}

/// The plain answer: what is left, as of when, when it runs out; then what the chart says of itself.
fn sentence(view: &View<'_>, screen: &CardScreen<'_>, says: &str) -> String {
    let (first, second) = say::verdict(view, screen);
    let says = Some(says.to_owned()).filter(|says| !says.is_empty());
    say::dotted(&[say::amount(&screen.gauge), say::as_of(view, &screen.gauge), Some(first), second, says])
}

/// What a drawing shows: from when to when, from how much to how much, what came in, and the mean
/// use. `None` where nothing is to be seen. What was put on top of an `old` reading is none itself.
fn says(view: &View<'_>, card: &Card, drawing: &Drawing, old: bool) -> Option<String> {
    let lang = view.lang;
    let each_day = card.day_clock.is_some();
    let marks = if each_day { &drawing.marks } else { drawing.since_anew() };
    let figures = view.figures(card.base);
    let reads = |mark: &Mark| match mark.kind {
        MarkKind::TopUp(added) if old && mark.left != Some(added) => None,
        _ => mark.left,
    };
    // What came before the first figure, or after the last one, is none of what came between.
    let first = marks.iter().position(|mark| reads(mark).is_some())?;
    let last = marks.iter().rposition(|mark| reads(mark).is_some())?;
    let marks = marks.get(first..=last)?;
    let mut known = marks.iter().filter_map(|mark| Some((mark.at, figures.stood(reads(mark)?, mark.converted))));
    let (from, first) = known.next()?;
    let (to, last) = known.next_back().unwrap_or_else(|| (from, first.clone()));
    let zone = view.moment.offsets(&card.zone);
    let days = format::date_range(zone.date(from), zone.date(to), say::today(view, card), lang);
    let added = marks.iter().skip(1).fold(Bytes(0), |sum, mark| match mark.kind {
        MarkKind::TopUp(added) => sum.saturating_add(added),
        _ => sum,
    });
    let mut text = match first == last && added.0 == 0 {
        // What was left of one day is no change from what was left of another.
        _ if each_day => ChartSay::Level { days: &days, data: PlanWord::EachDay.say(lang) }.say(lang),
        true => ChartSay::Level { days: &days, data: &first }.say(lang),
        false => ChartSay::FromTo { days: &days, first: &first, last: &last }.say(lang),
    };
    if added.0 > 0 {
        text.push_str(say::DOT);
        text.push_str(&ChartSay::ToppedUp { data: &figures.exact(added) }.say(lang));
    }
    // What was used before a rise that nobody explained is not known, nor all of what begins anew each day.
    let rose = each_day || marks.iter().any(|mark| matches!(mark.kind, MarkKind::Rise | MarkKind::Paid));
    if let Some(mean) = drawing.mean.filter(|_| !rose) {
        text.push_str(say::DOT);
        text.push_str(&ChartSay::PerDay { data: &figures.about(mean) }.say(lang));
    }
    Some(text)
}

/// A small chart of another bucket, named above and described in a sentence below.
fn beside(view: &View<'_>, card: &Card, name: &'static str, drawing: &Drawing) -> Html {
    let says = says(view, card, drawing, false);
    html! {
        <figure>
            { tag("b", "", name) }
            <svg viewBox={view_box(drawing.width, drawing.height)} role="img" aria-label={name}>
                { pictures(view, card, drawing) }
            </svg>
            { for says.map(|says| tag("figcaption", "", says)) }
        </figure>
    }
}

fn pictures(view: &View<'_>, card: &Card, drawing: &Drawing) -> Html {
    drawing.shapes.iter().map(|shape| picture(view, card, shape)).collect()
}

fn picture(view: &View<'_>, card: &Card, shape: &Shape) -> Html {
    let place = |x: i32, y: i32| [chart::tenths(x).into(), chart::tenths(y).into()];
    match shape {
        Shape::Path { role, d } => {
            element("path", &["d", "class"], vec![d.clone().into(), role.class().into()], Html::default())
        }
        Shape::Dot { role, x, y } => {
            let [x, y] = place(*x, *y);
            element(
                "circle",
                &["cx", "cy", "r", "class"],
                vec![x, y, "3.5".into(), role.class().into()],
                Html::default(),
            )
        }
        Shape::Label(Label { role, x, y, anchor, text }) => {
            let [x, y] = place(*x, *y);
            let values = vec![x, y, anchor.name().into(), role.class().into()];
            element("text", &["x", "y", "text-anchor", "class"], values, label(view, card, *text).into())
        }
    }
}

fn label(view: &View<'_>, card: &Card, text: LabelText) -> String {
    match text {
        LabelText::Amount { tenths, unit, with_unit } => {
            let tenths = tenths.cast_signed();
            let figure = if tenths % 10 == 0 { Decimal::new(tenths / 10, 0) } else { Decimal::new(tenths, 1) };
            // In which currency it is says the sum above.
            let named = with_unit && view.money.is_none();
            let amount = figure.filter(|_| named).and_then(|figure| Amount::new(figure, unit));
            amount.map(format::amount).or_else(|| figure.map(format::decimal)).unwrap_or_default()
        }
        LabelText::Date(date) => format::date(date, say::today(view, card), view.lang),
        LabelText::Today => CardWord::Today.say(view.lang).to_owned(),
        LabelText::Expires => CardWord::Expires.say(view.lang).to_owned(),
        LabelText::Renews => CardWord::Renews.say(view.lang).to_owned(),
        LabelText::Needed => ChartWord::TripEnds.say(view.lang).to_owned(),
        LabelText::Unlimited => CardWord::Unlimited.say(view.lang).to_owned(),
        LabelText::Daily => ChartWord::Daily.say(view.lang).to_owned(),
        LabelText::TopUp(data) => say::added(&view.figures(card.base).exact(data)),
    }
}

/// The same figures as tables, of each bucket: each check and top-up, then the use of the days.
fn tables(view: &View<'_>, card: &Card, charts: &Charts) -> Html {
    let open = view.model.tables;
    let send = view.send.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // The model says whether they are open: they are not there before.
        event.prevent_default();
        send.emit(Rc::new(Msg::OpenedTables(!open)));
    });
    html! {
        <details class="table" {open}>
            <summary {onclick}>{ ChartWord::Table.say(view.lang) }</summary>
            if open {
                { opened(view, card, charts) }
            }
        </details>
    }
}

/// What is seen once they are opened.
fn opened(view: &View<'_>, card: &Card, charts: &Charts) -> Html {
    let mut drawings = charts.others.iter().map(|(_, _, drawing, _)| drawing).chain([&charts.general]);
    html! {
        <>
            { tables_of(view, card, None, &charts.general) }
            { for charts.others.iter().map(|(bucket, _, drawing, small)| {
                tables_of(&view.sized(*small), card, Some(names::bucket(*bucket, view.lang)), drawing)
            }) }
            if drawings.any(|drawing| drawing.days.iter().any(|day| day.least)) {
                { tag("p", "note", TableHead::AtLeast.say(view.lang)) }
            }
        </>
    }
}

/// The tables of one bucket; general data needs no name.
fn tables_of(view: &View<'_>, card: &Card, name: Option<&'static str>, drawing: &Drawing) -> Html {
    let lang = view.lang;
    if drawing.marks.is_empty() {
        return html! {};
    }
    let table = |words: &[TableHead], rows: Html| {
        html! {
            <table>
                { for name.map(|name| tag("caption", "", name)) }
                <thead><tr>{ for words.iter().map(|word| html! { <th scope="col">{ word.say(lang) }</th> }) }</tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        }
    };
    let marks = drawing.marks.iter().rev().map(|mark| mark_row(view, card, mark)).collect();
    // One table has one unit.
    let sized = &view.sized(unit(view, card, drawing));
    let averaged = drawing.days.iter().any(|day| day.days() > 1);
    let days = drawing.days.iter().rev().map(|day| day_row(sized, card, *day, averaged)).collect();
    let heads: &[TableHead] = match averaged {
        true => &[TableHead::Day, TableHead::Used, TableHead::Average],
        false => &[TableHead::Day, TableHead::Used],
    };
    html! {
        <>
            { table(&[TableHead::When, TableHead::Left, TableHead::What], marks) }
            if !drawing.days.is_empty() {
                { table(heads, days) }
            }
        </>
    }
}

/// What a check is called, as the history calls it.
fn checked(view: &View<'_>) -> &'static str {
    match view.money {
        Some(_) => names::bucket(Bucket::Money, view.lang),
        None => HistoryWord::BalanceCheck.say(view.lang),
    }
}

fn mark_row(view: &View<'_>, card: &Card, mark: &Mark) -> Html {
    let figures = view.figures(card.base);
    let what = match mark.kind {
        MarkKind::TopUp(data) => came(is_queued(view, mark), &figures.exact(data), view.lang),
        kind => risen(kind).map_or_else(|| checked(view), |word| word.say(view.lang)).to_owned(),
    };
    let left = mark.left.map(|left| figures.stood(left, mark.converted)).unwrap_or_default();
    let entry = view.model.book.entry(mark.entry);
    let when = entry.map_or_else(String::new, |entry| history::came(view, &entry.fact, mark.at));
    row(when, left, "", Some(what))
}

/// `averaged`: whether some of the rows are of several days.
fn day_row(view: &View<'_>, card: &Card, day: Used, averaged: bool) -> Html {
    let days = format::date_range(day.from, day.to, say::today(view, card), view.lang);
    let said = |bytes| format::used(bytes, day.rounding, card.base, view.small);
    let mean = (day.days() > 1).then(|| said(day.mean()));
    let used = match day.least {
        true => ["≥", &format::used_at_least(day.bytes, day.rounding, card.base, view.small)].concat(),
        false => said(day.bytes),
    };
    row(days, used, "num", averaged.then(|| mean.unwrap_or_default()))
}

fn row(head: String, figure: String, class: &'static str, last: Option<String>) -> Html {
    html! {
        <tr>
            <th scope="row" class="num">{ head }</th>
            { tag("td", "num", figure) }
            { for last.map(|last| tag("td", class, last)) }
        </tr>
    }
}
