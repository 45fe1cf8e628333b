//! What can be read off a chart with finger, keyboard or screen reader.

use super::View;
use super::figures::Figures;
use super::say;
use crate::chart::{self, Drawing, Mark, MarkKind, Used};
use crate::domain::convert::natural;
use crate::domain::{Card, EntryId, Fact, Offsets, Timestamp, Unit};
use crate::i18n::text::screens_card::CardSay;
use crate::i18n::text::screens_chart::{ChartSay, ChartWord};
use crate::i18n::{Lang, format};
use std::rc::Rc;
use yew::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, PointerEvent, Properties, TargetCast, component, html,
    use_state,
};

/// What can be read off: its text is made when somebody does.
pub(super) fn points(view: &View<'_>, card: &Card, drawing: &Drawing) -> Points {
    let queued = drawing.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::TopUp(_)) && is_queued(view, mark));
    Points {
        marks: [&drawing.marks[..], &drawing.ahead].concat(),
        queued: queued.map(|mark| mark.entry).collect(),
        days: drawing.days.clone(),
        figures: view.figures(card.base),
        unit: unit(view, card, drawing),
        zone: view.moment.offsets(&card.zone).clone(),
        device: view.moment.device.clone(),
        now: view.moment.now,
    }
}

/// The one unit of what was used on each day: the gigabyte where one is, or where the checks tell of no smaller ones.
pub(super) fn unit(view: &View<'_>, card: &Card, drawing: &Drawing) -> Unit {
    let gigabyte = Unit::GB.bytes(card.base);
    let large = |day: &Used| day.bytes.0 >= gigabyte || day.rounding.0 > gigabyte / 400;
    if drawing.days.iter().any(large) { Unit::GB } else { view.small }
}

/// What can be read off, with what is needed to say it.
#[derive(Debug)]
pub(super) struct Points {
    marks: Vec<Mark>,
    queued: Vec<EntryId>,
    days: Vec<Used>,
    figures: Figures,
    unit: Unit,
    zone: Offsets,
    device: Offsets,
    now: Timestamp,
}

impl Points {
    /// The newest rise that nobody logged.
    pub(super) fn risen(&self) -> Option<String> {
        let risen = self.marks.iter().rfind(|mark| mark.kind == MarkKind::Rise)?;
        Some(self.say(risen))
    }

    /// One of them, with the use of its day.
    fn say(&self, mark: &Mark) -> String {
        let figures = self.figures;
        let lang = figures.lang;
        let when = format::instant(mark.at, &self.device, self.now, lang);
        let mut text = match (mark.kind, mark.left) {
            (MarkKind::TopUp(added), _) => {
                [&when, say::DOT, &came(self.queued.contains(&mark.entry), &figures.exact(added), lang)].concat()
            }
            (MarkKind::Ahead(low, high), Some(middle)) => {
                // The end of the day.
                let date = self.zone.date(mark.at.plus(-1));
                let date = format::date(date, self.zone.date(self.now), lang);
                let range = CardSay::Probably { range: &figures.range(low, high) }.say(lang);
                // Where all may be gone by then, the range says all there is to say.
                let guess = Some(figures.guess(middle, high)).filter(|_| middle.0 > 0);
                say::dotted(&[Some(date), guess, Some(range)])
            }
            (_, Some(left)) => {
                let left = &figures.stood(left, mark.converted);
                ChartSay::MarkLeft { when: &when, left }.say(lang)
            }
            (_, None) => when,
        };
        if let Some(word) = risen(mark.kind) {
            text.push_str(say::DOT);
            text.push_str(word.say(lang));
        }
        let date = self.zone.date(mark.at);
        if let Some(day) = self.days.iter().find(|day| day.checked && day.from == date) {
            text.push_str(say::DOT);
            let of = (day.bytes, day.rounding, figures.base, self.unit);
            text.push_str(&match day.least {
                true => ChartSay::LeastThatDay { data: &format::used_at_least(of.0, of.1, of.2, of.3) }.say(lang),
                false => ChartSay::ThatDay { data: &format::used(of.0, of.1, of.2, of.3) }.say(lang),
            });
        }
        text
    }

    fn nearest(&self, x: i32) -> Option<usize> {
        self.marks.iter().enumerate().min_by_key(|(_, mark)| (mark.x - x).abs()).map(|(at, _)| at)
    }
}

/// What came in: a top-up, or a queued one that came to its turn.
pub(super) fn came(queued: bool, data: &str, lang: Lang) -> String {
    let data = &say::added(data);
    if queued { ChartSay::Turned { data }.say(lang) } else { ChartSay::Added { data }.say(lang) }
}

pub(super) fn is_queued(view: &View<'_>, mark: &Mark) -> bool {
    let fact = view.model.book.entry(mark.entry).map(|entry| &entry.fact);
    matches!(fact, Some(Fact::TopUp(top_up)) if top_up.is_queued())
}

/// Why there was more than before.
pub(super) const fn risen(kind: MarkKind) -> Option<ChartWord> {
    match kind {
        MarkKind::Rise => Some(ChartWord::AtRise),
        MarkKind::Paid => Some(ChartWord::AtPaid),
        MarkKind::Slip => Some(ChartWord::AtSlip),
        MarkKind::Renewed => Some(ChartWord::Renewed),
        MarkKind::Check | MarkKind::Apart | MarkKind::TopUp(_) | MarkKind::Ahead(..) => None,
    }
}

#[derive(Debug, Properties)]
pub(super) struct ChartProps {
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) picture: Html,
    pub(super) points: Rc<Points>,
    pub(super) title: AttrValue,
    pub(super) sentence: AttrValue,
    pub(super) cursor: AttrValue,
    pub(super) legend: AttrValue,
}

/// Never alike: comparing two pictures is as much work as drawing one, and takes 950 bytes of brotli.
impl PartialEq for ChartProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The picture with its cursor: a range from left to right over the whole of it, so that finger,
/// keyboard and screen reader each use it in the way they know.
#[component]
pub(super) fn ChartView(props: &ChartProps) -> Html {
    let chosen = use_state(|| None::<usize>);
    let points = Rc::clone(&props.points);
    let marks = &points.marks;
    let last = marks.len().saturating_sub(1);
    // Where nothing is chosen yet, one stands at what is known now.
    let now = marks.iter().rposition(|mark| !matches!(mark.kind, MarkKind::Ahead(..))).unwrap_or(last);
    let at = chosen.map(|at| at.min(last));
    let mark = at.and_then(|at| marks.get(at));
    let most = i32::from(props.width) * 10;

    let choose = {
        let (chosen, points) = (chosen.clone(), Rc::clone(&points));
        move |x: i32| chosen.set(points.nearest(x))
    };
    let onpointer = {
        let choose = choose.clone();
        Callback::from(move |event: PointerEvent| {
            let wide = event.target_unchecked_into::<web_sys::Element>().client_width().max(1);
            choose(event.offset_x() * most / wide);
        })
    };
    let oninput = Callback::from(move |event: InputEvent| {
        choose(natural(&event.target_unchecked_into::<web_sys::HtmlInputElement>().value()).unwrap_or(0));
    });
    let onkeydown = {
        let chosen = chosen.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => at.map_or(now, |at| at.saturating_sub(1)),
                "ArrowRight" | "ArrowUp" => at.map_or(0, |at| (at + 1).min(last)),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            chosen.set(Some(next));
        })
    };
    let read = mark.or_else(|| marks.get(now));
    let x = read.map_or(0, |mark| mark.x);
    let text = AttrValue::from(read.map(|mark| points.say(mark)).unwrap_or_default());
    html! {
        <>
            <div class="plot">
                <svg viewBox={view_box(props.width, props.height)} role="img" aria-labelledby="chart-title chart-says">
                    <title id="chart-title">{ &props.title }</title>
                    <desc id="chart-says">{ &props.sentence }</desc>
                    { props.picture.clone() }
                    { for mark.map(cursor(props.height)) }
                </svg>
                if !marks.is_empty() {
                    <input type="range" min="0" max={most.to_string()} value={x.to_string()} aria-label={&props.cursor}
                        aria-valuetext={text.clone()} {oninput} {onkeydown} onpointerdown={onpointer.clone()} onpointermove={onpointer} />
                }
            </div>
            <p class="readout num" role="status">{ if mark.is_some() { text } else { props.legend.clone() } }</p>
        </>
    }
}

fn cursor(height: u16) -> impl Fn(&Mark) -> Html {
    move |mark| {
        let (x, y) = (chart::tenths(mark.x), chart::tenths(mark.y));
        html! {
            <>
                <path class="cursor" d={format!("M{x} 20V{}", height.saturating_sub(4))} />
                <circle class="cursor" cx={x} cy={y} r="6" />
            </>
        }
    }
}

pub(super) fn view_box(width: u16, height: u16) -> String {
    format!("0 0 {width} {height}")
}
