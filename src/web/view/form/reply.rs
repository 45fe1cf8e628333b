//! A pasted reply under review: every figure marked in its place, what is asked, what is sure.

use super::field::Sheet;
use super::links::{Links, links};
use super::messages::{messages, when};
use super::{arrived, banner, teach};
use crate::app::form::Field;
use crate::app::screen::{self, Piece, Teaching, Turn, meaning, pieces, placed, spoken, turn};
use crate::app::{ClipboardFault, Msg};
use crate::domain::{Card, MAX_PASTE, Money};
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_reply::{self as words, Review, Sentence};
use crate::i18n::text::forms_taught::Teach;
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::screens_tips::TipsWord;
use crate::i18n::{Lang, format};
use crate::sms::{
    Answer, Candidate, Certainty, Choice, Figure, Knowledge, Refusal, Role, Value, Verdict, Why, is_resale,
};
use crate::web::view::parts::{self, Tone};
use crate::web::view::say;
use yew::{Html, html};

pub(super) fn fields(sheet: &Sheet<'_>, card: Option<&Card>, review: Option<&screen::Review>) -> Html {
    let view = &sheet.view;
    let open = review.is_none() || !sheet.get(Field::ReplyOpen).is_empty();
    let figures = review.map_or(&[][..], |review| &review.reading.figures);
    let text = review.map_or("", |review| &review.text);
    let teaching = review.and_then(|review| review.teaching.as_ref());
    // What is still worked on says no balance, whatever is tapped in it.
    let underway = review.is_some_and(|review| review.reading.verdict == Verdict::Nothing(Refusal::Underway));
    let taught = teaching.filter(|teaching| teaching.open && !teaching.figures.is_empty() && !underway);
    // Also a reply that was pasted at a tap can be refused, by what the card makes of it.
    let shut = !open && figures.is_empty();
    html! {
        <>
            if review.is_none() {
                { parts::button("btn main paste", Review::Paste.say(view.lang), view.on(Msg::AskedPaste)) }
            }
            <div role="status">{ status(sheet, card, review, taught.is_some()) }</div>
            if !sheet.get(Field::Rest).is_empty() {
                { banner(Tone::Calm, Review::Rest.say(view.lang)) }
            }
            if let Some(unread) = review.and_then(|review| review.unread) {
                { banner(Tone::Warn, Sentence::Unread { when: &when(sheet, unread.date, unread.minute) }.say(view.lang)) }
            }
            if let Some(review) = review.filter(|review| review.messages.len() > 1) {
                { messages(sheet, review) }
            }
            if open || shut {
                { sheet.area(Field::Reply, Review::Reply.say(view.lang), "4") }
            }
            if !figures.is_empty() || taught.is_some() {
                <section id={(!open && !shut).then(|| Field::Reply.word())} tabindex="-1" class="review" aria-labelledby="review">
                    <h2 id="review">{ Review::Heading.say(view.lang) }</h2>
                    if taught.is_some() {
                        { parts::tag("p", "", Teach::Ask.say(view.lang)) }
                    }
                    { marked(sheet, text, figures, (teaching, taught.is_some())) }
                    <div class="chips">
                        if !open && !shut {
                            { parts::button("quiet", Review::EditText.say(view.lang), sheet.put(Field::ReplyOpen, "open")) }
                        }
                        { parts::button("quiet", Review::Another.say(view.lang), sheet.put(Field::Reply, "")) }
                        { teach::missed(sheet, teaching) }
                    </div>
                    if changeable(figures, teaching) {
                        { parts::tag("p", "note", Review::TapToChange.say(view.lang)) }
                    }
                    if let Some(question) = teaching.and_then(|teaching| teaching.question.as_ref()) {
                        { teach::question(sheet, card, text, question) }
                    }
                    { questions(sheet, card, text, figures, teaching) }
                    { for review.map(|review| sure(sheet, card, text, review)) }
                    if let Some(wrong) = sheet.wrong(Field::Reply).filter(|_| !open && !shut) {
                        <p class="wrong">{ wrong }</p>
                    }
                </section>
            }
            if review.is_some_and(|review| review.needs_total) {
                { sheet.data(Field::Total, Field::TotalUnit, Label::Total, false) }
            } else if review.is_some_and(|review| review.of_total) {
                { sheet.data(Field::Total, Field::TotalUnit, Label::Total, true) }
            }
            if review.is_some_and(|review| review.reading.timed) {
                { banner(Tone::Calm, Review::Timed.say(view.lang)) }
            }
            if review.is_some_and(|review| review.reading.daily) && card.is_none_or(|card| card.day_clock.is_none()) {
                { banner(Tone::Warn, Review::Daily.say(view.lang)) }
            }
            if review.is_some_and(|review| review.contradicted) {
                { banner(Tone::Warn, Review::Contradicted.say(view.lang)) }
            }
            if let Some(before) = review.and_then(|review| review.logged_before) {
                { logged_before(sheet, before) }
            }
        </>
    }
}

/// A reply that was logged, as it came.
pub(super) fn quoted(text: &str) -> Html {
    html! { <blockquote class="reply" dir="auto" lang={spoken(text)}>{ text.to_owned() }</blockquote> }
}

/// What the clipboard or the reading said, aloud when it changes. `asks`: whether a figure is to be tapped.
fn status(sheet: &Sheet<'_>, card: Option<&Card>, review: Option<&screen::Review>, asks: bool) -> Html {
    let lang = sheet.view.lang;
    let clipboard = sheet.view.model.clipboard.map(|fault| match fault {
        ClipboardFault::Refused => Review::ClipboardRefused,
        ClipboardFault::NoBalance => Review::ClipboardNoBalance,
        ClipboardFault::Empty => Review::ClipboardEmpty,
    });
    let awaited = || review.map(|review| arrived::awaited(sheet, review));
    let links = if review.is_some() { links(sheet, card) } else { Links::Known };
    let avoid = TipsWord::NoLink.say(lang);
    let fake = match links {
        Links::Known => None,
        Links::Unknown => Some(banner(Tone::Calm, avoid)),
        Links::Foreign => {
            let space = if lang == Lang::En { " " } else { "" };
            Some(banner(Tone::Warn, [TipsWord::Fake.say(lang), space, avoid].concat()))
        }
    };
    match (clipboard, review.map(|review| review.reading.verdict)) {
        (Some(fault), _) => banner(Tone::Warn, fault.say(lang)),
        (None, Some(Verdict::Nothing(refusal))) if links == Links::Foreign => html! {
            <>
                { for fake }
                // Whoever wants a code sends none.
                if refusal != Refusal::OneTimeCode {
                    { parts::tag("p", "note", words::refusal(refusal, lang)) }
                }
            </>
        },
        // It may be the confirmation of what was paid for, which says no balance.
        (None, Some(Verdict::Nothing(refusal))) => {
            let tone = if matches!(refusal, Refusal::Paid | Refusal::Underway) { Tone::Calm } else { Tone::Warn };
            let long = review.is_some_and(|review| review.text.len() > MAX_PASTE);
            let says = match refusal {
                // One thing to do at a time.
                Refusal::NoFigure if asks => Teach::NotFound.say(lang),
                Refusal::TooMuch if long => Review::TooLong.say(lang),
                refusal => words::refusal(refusal, lang),
            };
            let scam = is_resale(sheet.get(Field::Reply)).then(|| banner(Tone::Warn, TipsWord::Scam.say(lang)));
            html! { <>{ banner(tone, says) }{ for scam }{ for fake }{ for awaited() }</> }
        }
        (None, Some(Verdict::Reading)) => {
            let confirms = review.is_some_and(|review| review.confirms);
            let says = confirms.then(|| banner(Tone::Calm, Review::Confirms.say(lang)));
            // What lures somebody to an address confirms nothing.
            let confirmed = |review: &&screen::Review| review.confirmed.is_some() && links != Links::Foreign;
            let asks = review.filter(confirmed).and_then(|_| awaited());
            fake.into_iter().chain(says).chain(asks).collect()
        }
        (None, None) => parts::tag("p", "note", Review::PasteHint.say(lang)),
    }
}

/// The figure of a text as it may be explained, where the reading is sure of it.
fn known<'a>(figure: &Figure, teaching: &'a Teaching) -> Option<&'a Candidate> {
    let sure = matches!(figure.role, Certainty::Sure(..));
    teaching.all.iter().find(|candidate| sure && candidate.span.meets(figure.span))
}

fn changeable(figures: &[Figure], teaching: Option<&Teaching>) -> bool {
    teaching.is_some_and(|teaching| figures.iter().any(|figure| known(figure, teaching).is_some()))
}

/// The text with its figures; `all`: whether also those are offered of which nothing is known.
fn marked(sheet: &Sheet<'_>, text: &str, figures: &[Figure], (teaching, all): (Option<&Teaching>, bool)) -> Html {
    let lang = sheet.view.lang;
    let open = teaching.filter(|_| all).map_or(&[][..], |teaching| &teaching.figures);
    let figures = &placed(figures, &sheet.form.answers, teaching);
    let piece = |piece: Piece| match piece {
        Piece::Plain(text) => html! { { text } },
        Piece::Open(at, text) => teaching.map_or_else(Html::default, |it| teach::tellable(sheet, it, at, text, None)),
        Piece::Figure(place, text) => {
            let answer = sheet.form.answer(place);
            let meant = figures.get(place).and_then(|figure| meaning(figure, answer));
            let (class, label) = match (meant, answer) {
                (Some(choice), _) => ("sure", name(choice, lang)),
                (None, Some(Answer::Skip)) => ("dropped", Review::Dropped.say(lang).to_owned()),
                (None, _) => {
                    let day = figures.get(place).is_some_and(|figure| matches!(figure.value, Value::Date(_)));
                    let asked = if day { Review::AskedDay } else { Review::Asked };
                    ("asked", asked.say(lang).to_owned())
                }
            };
            let can = teaching.filter(|_| class == "sure").zip(figures.get(place));
            let can = can.and_then(|(teaching, figure)| Some((teaching, *known(figure, teaching)?)));
            if let Some((teaching, figure)) = can.filter(|(_, figure)| open.contains(figure)) {
                return teach::tellable(sheet, teaching, figure.span.start, text, Some(label));
            }
            let said = html! { <><span lang={lang.tag()}>{ label }</span>{ " " }{ parts::tag("b", "", text) }</> };
            let said = match can {
                Some((teaching, figure)) => teach::changeable(sheet, teaching, figure.span.start, said),
                None => said,
            };
            parts::tag("mark", class, said)
        }
    };
    html! { <p class="reply" dir="auto" lang={spoken(text)}>{ for pieces(text, figures, open).into_iter().map(piece) }</p> }
}

fn questions(
    sheet: &Sheet<'_>,
    card: Option<&Card>,
    text: &str,
    figures: &[Figure],
    teaching: Option<&Teaching>,
) -> Html {
    let open = |place: usize| sheet.form.answer(place).is_none();
    let asked = figures.iter().enumerate().filter_map(|(place, figure)| match &figure.role {
        Certainty::Asked(choices) => Some((place, figure, choices)),
        Certainty::Sure(..) => None,
    });
    let first = asked.clone().map(|(place, ..)| place).find(|place| open(*place));
    let one = |(place, figure, choices): (usize, &Figure, &Vec<Choice>)| {
        let answer = match sheet.form.answer(place) {
            Some(Answer::Choice(at)) => choices.get(at),
            _ => None,
        };
        // Of several figures a pattern could not say which: it knows one place.
        let alone = answer.filter(|_| turn(choices) != Turn::Figure);
        let always = alone.and_then(|choice| teach::always(sheet, teaching?, figure, *choice));
        let rest = answer.map(|choice| not_chosen(sheet, card, choices, *choice, teaching));
        let after = html! { <>{ always }{ rest }</> };
        question(sheet, card, (place, figure.span.of(text)), figure, choices, first == Some(place), after)
    };
    html! { { for asked.map(one) } }
}

/// Of several figures that claim to be one, those that were not chosen: they are not logged, unless
/// somebody says that they are of another bucket.
fn not_chosen(
    sheet: &Sheet<'_>,
    card: Option<&Card>,
    choices: &[Choice],
    chosen: Choice,
    teaching: Option<&Teaching>,
) -> Html {
    if turn(choices) != Turn::Figure || chosen.together {
        return html! {};
    }
    let all = teaching.map_or(&[][..], |teaching| &teaching.all);
    let one = |other: &Choice| {
        let stands = all.iter().find(|candidate| candidate.value == Some(other.value));
        if other.together || other.value == chosen.value {
            return html! {};
        }
        let said = Sentence::NotLogged { figure: &value(sheet, card, other.value) }.say(sheet.view.lang);
        let open = stands.filter(|stands| stands.meanings.len() > 1);
        html! {
            <div class="chips">
                { parts::tag("span", "note num", said) }
                { for open.map(|stands| teach::another(sheet, stands.span.start)) }
            </div>
        }
    };
    html! { { for choices.iter().map(one) } }
}

fn question(
    sheet: &Sheet<'_>,
    card: Option<&Card>,
    (place, said): (usize, &str),
    figure: &Figure,
    choices: &[Choice],
    first: bool,
    after: Html,
) -> Html {
    let lang = sheet.view.lang;
    let turn = turn(choices);
    let asked = match turn {
        Turn::LeftOrUsed => Sentence::LeftOrUsed { figure: said }.say(lang),
        Turn::Value if matches!(figure.value, Value::Date(_)) => Sentence::WhichDay { figure: said }.say(lang),
        Turn::Figure => {
            let name = choices.first().map_or_else(String::new, |choice| words::role(choice.role, lang));
            Sentence::WhichFigure { name: &name }.say(lang)
        }
        Turn::Role | Turn::Value | Turn::Both => Sentence::Question { figure: said }.say(lang),
    };
    let given = sheet.form.answer(place);
    let chip = |label: String, answer: Answer| {
        let pressed = given == Some(answer);
        // Tapping the answer again takes it back.
        parts::chip(label, pressed, sheet.view.on(Msg::Answered(place, (!pressed).then_some(answer))))
    };
    let label = |choice: &Choice| match turn {
        Turn::Figure if choice.together => {
            Review::Together.say(lang).to_owned() + " " + &value(sheet, card, choice.value)
        }
        Turn::LeftOrUsed => {
            sheet.say(if matches!(choice.role, Role::Left(_)) { Label::Left } else { Label::Used }).to_owned()
        }
        Turn::Role => words::role(choice.role, lang),
        Turn::Value | Turn::Figure => value(sheet, card, choice.value),
        Turn::Both => words::role(choice.role, lang) + " " + &value(sheet, card, choice.value),
    };
    let wrong = if given.is_none() { sheet.wrong(Field::Question) } else { None };
    html! {
        <fieldset class="question" id={first.then(|| Field::Question.word())} tabindex="-1"
            aria-describedby={wrong.map(|_| "question-wrong")}>
            { parts::tag("legend", "", asked) }
            <div class="chips">
                { for choices.iter().enumerate().map(|(at, choice)| chip(label(choice), Answer::Choice(at))) }
                { chip(Review::Drop.say(lang).to_owned(), Answer::Skip) }
            </div>
            { after }
            if let Some(wrong) = wrong.filter(|_| first) {
                <p class="wrong" id="question-wrong">{ wrong }</p>
            }
        </fieldset>
    }
}

/// The figures that nobody needs to ask about, each with what decided; each can be left out.
fn sure(sheet: &Sheet<'_>, card: Option<&Card>, text: &str, review: &screen::Review) -> Html {
    let rows = review.reading.figures.iter().enumerate().filter_map(|(place, figure)| match &figure.role {
        Certainty::Sure(Role::TopUp, _) => Some(arrived::top_up(sheet, card, figure.value, review)),
        Certainty::Sure(role, why) => Some(row(sheet, card, place, Choice::of(*role, figure.value), (*why, text))),
        Certainty::Asked(_) => None,
    });
    html! { <dl class="figs">{ for rows }</dl> }
}

fn row(sheet: &Sheet<'_>, card: Option<&Card>, place: usize, choice: Choice, (why, text): (Why, &str)) -> Html {
    let lang = sheet.view.lang;
    let name = name(choice, lang);
    let dropped = sheet.form.answer(place) == Some(Answer::Skip);
    let from = match (why.card, why.words) {
        (Some(Knowledge::Currency), _) if card.is_none() => Review::CardCurrency.say(lang).to_owned(),
        (Some(knowledge), _) => words::knowledge(knowledge, lang).to_owned(),
        (None, _) if card.is_none() && matches!(choice.value, Value::Money(_, None)) => {
            Review::CardCurrency.say(lang).to_owned()
        }
        (None, _) if matches!(choice.value, Value::Money(_, None)) => {
            words::knowledge(Knowledge::Currency, lang).to_owned()
        }
        (None, Some(span)) => Sentence::From { words: span.of(text).trim() }.say(lang),
        (None, None) => String::new(),
    };
    let answer = (!dropped).then_some(Answer::Skip);
    // What goes on slowly is all in its name.
    let value = if choice.value == Value::Slows { String::new() } else { value(sheet, card, choice.value) };
    let figure = html! {
        <>
            <dt>{ &name }{ " " }{ parts::tag("small", "", from) }</dt>
            { parts::tag("dd", "num", value) }
            <dd>
                <button type="button" class="chip" aria-pressed={if dropped { "true" } else { "false" }}
                    aria-label={Sentence::LeaveOut { name: &name }.say(lang)} onclick={sheet.view.on(Msg::Answered(place, answer))}>
                    { Review::LeaveOut.say(lang) }
                </button>
            </dd>
        </>
    };
    parts::tag("div", if dropped { "fig dropped" } else { "fig" }, figure)
}

/// What a figure is, as a short label; of what goes on slowly, what the card says of it.
fn name(choice: Choice, lang: Lang) -> String {
    match choice.value {
        Value::Slowed => CardWord::Slowed.say(lang).to_owned(),
        Value::Slows => CardWord::SlowThen.say(lang).to_owned(),
        _ => words::role(choice.role, lang),
    }
}

pub(super) fn value(sheet: &Sheet<'_>, card: Option<&Card>, value: Value) -> String {
    let view = &sheet.view;
    match value {
        Value::Data(amount) => format::amount(amount),
        Value::Percent(share) => format::per_cent(Some(share)),
        Value::Money(figure, named) => named
            .or_else(|| card.map(|card| card.currency))
            .map_or_else(|| format::decimal(figure), |currency| format::money(Money { figure, currency }, view.lang)),
        Value::Date(date) => format::date(date, view.today(), view.lang),
        Value::Count(count) => format::decimal(count),
        Value::Unlimited => Review::Unlimited.say(view.lang).to_owned(),
        Value::Slows => CardWord::SlowThen.say(view.lang).to_owned(),
        Value::Slowed => CardWord::SlowNow.say(view.lang).to_owned(),
    }
}

fn logged_before(sheet: &Sheet<'_>, before: crate::domain::EntryId) -> Html {
    let (view, field) = (&sheet.view, Field::Again);
    let Some(entry) = view.model.book.entry(before) else { return html! {} };
    let when = say::instant(view, entry.at);
    let again = !sheet.get(field).is_empty();
    let chip = parts::chip(Review::Again.say(view.lang), again, sheet.put(field, if again { "" } else { "yes" }));
    html! {
        <div class="banner calm">
            { sheet.group(field, Sentence::LoggedBefore { when: &when }.say(view.lang), parts::tag("div", "chips", chip)) }
        </div>
    }
}
