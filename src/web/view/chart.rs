//! The chart and its table.
//!
//! Geometry comes from `chart`; here it becomes an SVG with a sentence for whoever cannot see it,
//! a cursor for finger and keyboard, and the same figures as a table.

use super::View;
use super::parts::tag;
use super::say;
use crate::app::Msg;
use crate::app::screen::CardScreen;
use crate::chart::{self, Drawing, Label, LabelText, Mark, MarkKind, Range, Shape};
use crate::domain::{Amount, Base, Card, Decimal};
use crate::i18n::format;
use crate::i18n::text::screens_card::{CardSay, CardWord};
use std::rc::Rc;
use yew::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, PointerEvent, Properties, TargetCast, component, html,
    use_state,
};

/// The chart with what belongs to it.
pub(super) fn chart(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let drawing = &screen.drawing;
    let word = |range: Range| match range {
        Range::Week => CardWord::Week.say(lang),
        Range::Cycle => CardWord::Cycle.say(lang),
        Range::All => CardWord::All.say(lang),
    };
    let segment = |range: Range| {
        let pressed = if view.model.range == range { "true" } else { "false" };
        let onclick = view.on(Msg::ChoseRange(range));
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ word(range) }</button> }
    };
    let points: Rc<[Point]> = drawing
        .marks
        .iter()
        .map(|mark| Point { x: mark.x, y: mark.y, text: mark_text(view, screen.card, mark).into() })
        .collect();
    let picture: Html = drawing.shapes.iter().map(|shape| picture(view, screen.card, shape)).collect();
    html! {
        <section class="chart" aria-label={CardWord::Chart.say(lang)}>
            <div class="ranges" role="group" aria-label={CardWord::Range.say(lang)}>
                { segment(Range::Week) }
                { segment(Range::Cycle) }
                { segment(Range::All) }
            </div>
            // Another stretch of time is another chart: nothing is picked in it yet.
            <ChartView
                key={word(view.model.range)}
                width={drawing.width}
                height={drawing.height}
                {picture}
                {points}
                title={CardWord::ChartTitle.say(lang)}
                sentence={sentence(view, screen)}
                cursor={CardWord::ReadOff.say(lang)}
                legend={[CardWord::Legend.say(lang), &say::days_of(view, screen.card).unwrap_or_default()].concat()}
            />
            if !drawing.marks.is_empty() {
                { table(view, screen.card, drawing) }
            }
        </section>
    }
}

/// The plain answer: what is left, as of when, when it runs out.
fn sentence(view: &View<'_>, screen: &CardScreen<'_>) -> String {
    let (first, second) = say::verdict(view, screen);
    let parts = [say::amount(&screen.gauge), say::as_of(view, &screen.gauge), Some(first), second];
    parts.into_iter().flatten().collect::<Vec<_>>().join(say::DOT)
}

fn picture(view: &View<'_>, card: &Card, shape: &Shape) -> Html {
    match shape {
        Shape::Path { role, d } => html! { <path class={role.class()} d={d.clone()} /> },
        Shape::Dot { role, x, y } => {
            html! { <circle class={role.class()} cx={chart::tenths(*x)} cy={chart::tenths(*y)} r="3.5" /> }
        }
        Shape::Label(Label { role, x, y, anchor, text }) => html! {
            <text class={role.class()} x={chart::tenths(*x)} y={chart::tenths(*y)} text-anchor={anchor.name()}>
                { label(view, card, *text) }
            </text>
        },
    }
}

fn label(view: &View<'_>, card: &Card, text: LabelText) -> String {
    match text {
        LabelText::Amount { tenths, unit, with_unit } => {
            let tenths = tenths.cast_signed();
            let figure = if tenths % 10 == 0 { Decimal::new(tenths / 10, 0) } else { Decimal::new(tenths, 1) };
            let amount = figure.and_then(|figure| Amount::new(figure, unit));
            let number =
                amount.map(|amount| if with_unit { format::amount(amount) } else { format::decimal(amount.figure()) });
            number.unwrap_or_default()
        }
        LabelText::Date(date) => format::date(date, say::today(view, card), view.lang),
        LabelText::Today => CardWord::Today.say(view.lang).to_owned(),
        LabelText::Expires => CardWord::Expires.say(view.lang).to_owned(),
        LabelText::TopUp(data) => say::added(data, card.base),
    }
}

fn mark_text(view: &View<'_>, card: &Card, mark: &Mark) -> String {
    let lang = view.lang;
    let when = say::instant(view, mark.at);
    let mut text = match (mark.kind, mark.left) {
        (MarkKind::TopUp(data), _) => CardSay::MarkTopUp { when: &when, data: &say::added(data, card.base) }.say(lang),
        (_, Some(left)) => CardSay::MarkLeft { when: &when, left: &format::data(left, card.base) }.say(lang),
        (_, None) => when,
    };
    if mark.kind == MarkKind::Rise {
        text.push_str(say::DOT);
        text.push_str(CardWord::AtRise.say(lang));
    }
    text
}

fn table(view: &View<'_>, card: &Card, drawing: &Drawing) -> Html {
    let lang = view.lang;
    let head = |word: CardWord| html! { <th scope="col">{ word.say(lang) }</th> };
    html! {
        <details class="table">
            { tag("summary", "", CardWord::Table.say(lang)) }
            <table>
                <thead><tr>{ head(CardWord::When) }{ head(CardWord::Left) }{ head(CardWord::What) }</tr></thead>
                <tbody>{ for drawing.marks.iter().rev().map(|mark| row(view, card, mark)) }</tbody>
            </table>
        </details>
    }
}

fn row(view: &View<'_>, card: &Card, mark: &Mark) -> Html {
    let base: Base = card.base;
    let what = match mark.kind {
        MarkKind::Check => CardWord::BalanceCheck.say(view.lang).to_owned(),
        MarkKind::Rise => CardWord::AtRise.say(view.lang).to_owned(),
        MarkKind::TopUp(data) => CardSay::Added { data: &say::added(data, base) }.say(view.lang),
    };
    let left = mark.left.map(|left| format::data(left, base)).unwrap_or_default();
    html! {
        <tr>
            <th scope="row" class="num">{ say::instant(view, mark.at) }</th>
            { tag("td", "num", left) }
            { tag("td", "", what) }
        </tr>
    }
}

/// Something that can be read off.
#[derive(Clone, Debug, PartialEq)]
struct Point {
    x: i32,
    y: i32,
    text: AttrValue,
}

#[derive(Debug, PartialEq, Properties)]
struct ChartProps {
    width: u16,
    height: u16,
    picture: Html,
    points: Rc<[Point]>,
    title: AttrValue,
    sentence: AttrValue,
    cursor: AttrValue,
    legend: AttrValue,
}

/// The picture with its cursor: a range from left to right over the whole of it, so that finger,
/// keyboard and screen reader each use it in the way they know.
#[component]
fn ChartView(props: &ChartProps) -> Html {
    let chosen = use_state(|| None::<usize>);
    let points = Rc::clone(&props.points);
    let last = points.len().saturating_sub(1);
    let at = chosen.map(|at| at.min(last));
    let point = at.and_then(|at| points.get(at));
    let most = i32::from(props.width) * 10;

    let choose = {
        let (chosen, points) = (chosen.clone(), Rc::clone(&points));
        move |x: i32| chosen.set(nearest(&points, x))
    };
    let onpointer = {
        let choose = choose.clone();
        Callback::from(move |event: PointerEvent| {
            let wide = event.target_unchecked_into::<web_sys::Element>().client_width().max(1);
            choose(event.offset_x() * most / wide);
        })
    };
    let oninput = Callback::from(move |event: InputEvent| {
        choose(event.target_unchecked_into::<web_sys::HtmlInputElement>().value().parse().unwrap_or(0));
    });
    let onkeydown = {
        let chosen = chosen.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => at.map_or(last, |at| at.saturating_sub(1)),
                "ArrowRight" | "ArrowUp" => at.map_or(0, |at| (at + 1).min(last)),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            chosen.set(Some(next));
        })
    };
    let x = point.or_else(|| points.last()).map_or(0, |point| point.x);
    let text = point.or_else(|| points.last()).map(|point| point.text.clone()).unwrap_or_default();
    html! {
        <>
            <div class="plot">
                <svg viewBox={format!("0 0 {} {}", props.width, props.height)} role="img" aria-labelledby="chart-title chart-says">
                    <title id="chart-title">{ &props.title }</title>
                    <desc id="chart-says">{ &props.sentence }</desc>
                    { props.picture.clone() }
                    { for point.map(cursor(props.height)) }
                </svg>
                if !points.is_empty() {
                    <input type="range" min="0" max={most.to_string()} value={x.to_string()} aria-label={&props.cursor}
                        aria-valuetext={text} {oninput} {onkeydown} onpointerdown={onpointer.clone()} onpointermove={onpointer} />
                }
            </div>
            <p class="readout num" role="status">{ point.map_or_else(|| props.legend.clone(), |point| point.text.clone()) }</p>
        </>
    }
}

fn cursor(height: u16) -> impl Fn(&Point) -> Html {
    move |point| {
        let (x, y) = (chart::tenths(point.x), chart::tenths(point.y));
        html! {
            <>
                <path class="cursor" d={format!("M{x} 20V{}", height.saturating_sub(32))} />
                <circle class="cursor" cx={x} cy={y} r="6" />
            </>
        }
    }
}

fn nearest(points: &[Point], x: i32) -> Option<usize> {
    points.iter().enumerate().min_by_key(|(_, point)| (point.x - x).abs()).map(|(at, _)| at)
}
