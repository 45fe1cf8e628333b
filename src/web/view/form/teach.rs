//! Teaching a reply's figures: tap one, say what it is, see what that reads in earlier replies.

use super::field::Sheet;
use super::reply;
use crate::app::Msg;
use crate::app::form::{Field, Tapped, tapping, telling};
use crate::app::screen::{Earlier, LOOKED_AT, Question, Teaching};
use crate::domain::{Card, Meaning, Unit, Written};
use crate::i18n::format;
use crate::i18n::text::forms_reply::{self as words, Sentence};
use crate::i18n::text::forms_taught::{Taught, Teach};
use crate::sms::{Candidate, Choice, Figure, Role, Told, WhyNot};
use crate::web::view::parts;
use crate::web::view::say::DOT;
use yew::{Callback, Html, html};

/// How many earlier replies are shown as examples.
const EXAMPLES: usize = 3;
const MEGABYTES: Written = Written::BareData(Unit::MB);

/// A figure in the text that can be tapped; `label` is what it was said to be.
pub(super) fn tellable(sheet: &Sheet<'_>, teaching: &Teaching, at: usize, text: String, label: Option<String>) -> Html {
    let pressed = teaching.question.as_ref().is_some_and(|question| question.figure.span.start == at);
    let tap = sheet.put(Field::Tapped, &tapping(Tapped { at, meaning: None }));
    let class = if label.is_some() { "tell told" } else { "tell" };
    let content = html! {
        <>
            if let Some(label) = label {
                <span lang={sheet.view.lang.tag()}>{ label }</span>{ " " }
            }
            { parts::tag("b", "", text) }
        </>
    };
    parts::toggle(class, content, pressed, tap)
}

/// A figure in the text of which the reading is sure, to be tapped by whoever knows better.
pub(super) fn changeable(sheet: &Sheet<'_>, teaching: &Teaching, at: usize, content: Html) -> Html {
    let pressed = teaching.question.as_ref().is_some_and(|question| question.figure.span.start == at);
    let to = if pressed { String::new() } else { tapping(Tapped { at, meaning: None }) };
    parts::toggle("change", content, pressed, sheet.put(Field::Tapped, &to))
}

/// What is asked of the tapped figure, and what would come of the answer.
pub(super) fn question(sheet: &Sheet<'_>, card: Option<&Card>, text: &str, question: &Question) -> Html {
    let lang = sheet.view.lang;
    let said = question.figure.span.of(text);
    let now = question.now;
    let meaning = |meaning: Meaning| {
        parts::chip(words::role(Role::from(meaning), lang), now == Some(meaning), choose(sheet, question, meaning))
    };
    let content = html! {
        <>
            <div class="chips">{ for question.figure.meanings.iter().copied().map(meaning) }</div>
            if let Some(meaning) = now.filter(|now| question.figure.written.is_none() && now.fits(MEGABYTES)) {
                { units(sheet, question, meaning) }
            }
            <div role="status">{ outlook(sheet, card, question) }</div>
        </>
    };
    let asked = sheet.group(Field::Tapped, Sentence::Question { figure: said }.say(lang), content);
    parts::tag("div", "question", asked)
}

/// What a chip of a meaning does: all that needs saying is said, or the unit is asked next.
fn choose<E: 'static>(sheet: &Sheet<'_>, question: &Question, meaning: Meaning) -> Callback<E> {
    let at = question.figure.span.start;
    let counts = [Written::BareMoney, Written::BareCount].into_iter().find(|written| meaning.fits(*written));
    let known = question.figure.written.or(counts);
    let known = known.or(question.told.map(|told| told.written).filter(|written| meaning.fits(*written)));
    match known {
        Some(written) => sheet.put(Field::Taught, &telling(sheet.form, Told { at, meaning, written })),
        None => sheet.put(Field::Tapped, &tapping(Tapped { at, meaning: Some(meaning) })),
    }
}

/// What a number alone counts, where it may be data.
fn units(sheet: &Sheet<'_>, question: &Question, meaning: Meaning) -> Html {
    let written = [
        (MEGABYTES, "MB"),
        (Written::BareData(Unit::GB), "GB"),
        (Written::BareData(Unit::KB), "KB"),
        (Written::BarePercent, "%"),
    ];
    let at = question.figure.span.start;
    let one = |(written, name): (Written, &'static str)| {
        let told = Told { at, meaning, written };
        parts::chip(name, question.told == Some(told), sheet.put(Field::Taught, &telling(sheet.form, told)))
    };
    let offered = written.into_iter().filter(|(written, _)| meaning.fits(*written)).map(one);
    let label = Teach::Unit.say(sheet.view.lang);
    html! {
        <div role="group" aria-label={label}>
            { parts::tag("p", "note", label) }
            <div class="chips">{ for offered }</div>
        </div>
    }
}

/// What will be kept, and the last of what it reads: `剩余流量 640 MB · 11月18日`.
fn outlook(sheet: &Sheet<'_>, card: Option<&Card>, question: &Question) -> Html {
    let lang = sheet.view.lang;
    let pattern = match &question.pattern {
        None => return html! {},
        Some(Err(WhyNot::Sure)) => return parts::tag("p", "note", Teach::Sure.say(lang)),
        Some(Err(WhyNot::NoTexts)) => return parts::tag("p", "note", Teach::NoTexts.say(lang)),
        Some(Err(WhyNot::TooLittle | WhyNot::NotThere)) => return parts::tag("p", "note", Teach::TooLittle.say(lang)),
        Some(Ok(pattern)) => pattern,
    };
    let earlier = sheet.view.model.reads.of(pattern);
    let mut reads = Taught::Earlier { last: &LOOKED_AT.to_string(), count: &earlier.len().to_string() }.say(lang);
    for Earlier { at, choice: Choice { value, .. } } in earlier.iter().take(EXAMPLES) {
        reads.push_str(DOT);
        reads.push_str(&reply::value(sheet, card, *value));
        reads.push_str(" (");
        reads.push_str(&format::instant(*at, &sheet.view.moment.device, sheet.view.moment.now, lang));
        reads.push(')');
    }
    let kept = if question.asks { Teach::Asks } else { Teach::Kept };
    html! { <>{ parts::tag("p", "note", kept.say(lang)) }{ parts::tag("p", "note num", reads) }</> }
}

/// Lets an answer hold for every reply that is written like this one.
pub(super) fn always(sheet: &Sheet<'_>, teaching: &Teaching, figure: &Figure, choice: Choice) -> Option<Html> {
    let Candidate { span, meanings, written, .. } =
        *teaching.all.iter().find(|candidate| candidate.span.start == figure.span.start)?;
    let meaning = meanings.iter().copied().find(|meaning| Role::from(*meaning) == choice.role)?;
    let told = Told { at: span.start, meaning, written: written? };
    let put = sheet.put(Field::Taught, &telling(sheet.form, told));
    Some(parts::button("quiet", Teach::Always.say(sheet.view.lang), put))
}

/// The way to say that a figure which was not chosen is of another bucket.
pub(super) fn another(sheet: &Sheet<'_>, at: usize) -> Html {
    let tap = sheet.put(Field::Tapped, &tapping(Tapped { at, meaning: None }));
    parts::button("quiet", Teach::Another.say(sheet.view.lang), tap)
}

/// Where everything was read that the reading knows: the way to say that a figure is missing.
pub(super) fn missed(sheet: &Sheet<'_>, teaching: Option<&Teaching>) -> Html {
    match teaching {
        Some(teaching) if !teaching.open && !teaching.figures.is_empty() => parts::button(
            "quiet",
            Teach::Missed.say(sheet.view.lang),
            sheet.view.on(Msg::Typed(Field::Tapped, "open".to_owned())),
        ),
        _ => html! {},
    }
}
