//! The fields that every form is made of. The word of a [`Field`] is its element's id and name, so
//! that what is missing can be gone to.

use super::wrong;
use crate::app::form::{self, Field, Form, Problem, StatedAt, When};
use crate::app::{Msg, drafted, lacks};
use crate::domain::{CardId, Currency, Entry};
use crate::i18n::format;
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_reply::Review;
use crate::web::view::say::DOT;
use crate::web::view::{View, parts, say};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{AttrValue, Callback, Event, Html, InputEvent, TargetCast, html};

/// A form with what its fields need.
pub(super) struct Sheet<'a> {
    pub(super) view: View<'a>,
    pub(super) form: &'a Form,
    pub(super) problems: Vec<Problem>,
    /// The entry that it would keep, where nothing stands in its way.
    pub(super) entry: Option<Entry>,
}

/// What is typed into a field of one line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Decimal,
    Whole,
    Phone,
    Date,
    DateTime,
}

/// What goes with a field besides its label.
#[derive(Default)]
pub(super) struct Beside {
    /// It may be left out, and says so.
    pub(super) optional: bool,
    /// A sentence beneath.
    pub(super) hint: Option<&'static str>,
    /// A control or a unit after it.
    pub(super) after: Option<Html>,
}

impl Beside {
    pub(super) fn optional() -> Self {
        Self { optional: true, ..Self::default() }
    }

    pub(super) const fn after(after: Html) -> Self {
        Self { optional: false, hint: None, after: Some(after) }
    }

    pub(super) fn and_optional(self) -> Self {
        Self { optional: true, ..self }
    }
}

impl<'a> Sheet<'a> {
    pub(super) fn new(view: &View<'a>, form: &'a Form) -> Self {
        let (entry, problems) = match drafted(view.model, view.moment) {
            Ok(entry) => (entry, Vec::new()),
            Err(problems) => (None, problems),
        };
        Self { view: *view, form, problems, entry }
    }

    /// One that is seldom filled in.
    pub(super) fn seldom(view: &View<'a>, form: &'a Form) -> Self {
        Self { view: *view, form, problems: lacks(view.model, view.moment), entry: None }
    }
}

impl Sheet<'_> {
    pub(super) fn say(&self, label: Label) -> &'static str {
        label.say(self.view.lang)
    }

    pub(super) fn get(&self, field: Field) -> &str {
        self.form.get(field)
    }

    /// What is wrong with the field, where that is shown yet.
    pub(super) fn wrong(&self, field: Field) -> Option<&'static str> {
        let problem = self.problems.iter().find(|problem| problem.field == field)?;
        self.form.shows(problem).then(|| wrong::sentence(*problem).say(self.view.lang))
    }

    /// A callback that puts a word into a field.
    pub(super) fn put<E: 'static>(&self, field: Field, word: &str) -> Callback<E> {
        self.view.on(Msg::Typed(field, word.to_owned()))
    }

    /// A field of one line.
    pub(super) fn input(&self, kind: Kind, field: Field, label: Label, beside: Beside) -> Html {
        let (kind_word, mode, least, most) = match kind {
            Kind::Text => ("text", None, None, None),
            Kind::Decimal => ("text", Some("decimal"), None, None),
            Kind::Whole => ("text", Some("numeric"), None, None),
            Kind::Phone => ("tel", Some("tel"), None, None),
            Kind::Date => ("date", None, Some("2000-01-01"), Some("2100-12-31")),
            Kind::DateTime => ("datetime-local", None, Some("2000-01-01T00:00"), Some("2100-12-31T23:59")),
        };
        let send = self.view.send.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                send.emit(Rc::new(Msg::Typed(field, input.value())));
            }
        });
        let control = html! {
            <input id={field.word()} name={field.word()} type={kind_word} inputmode={mode} min={least} max={most}
                value={self.get(field).to_owned()} autocomplete="off" enterkeyhint="done"
                aria-invalid={self.invalid(field)} aria-describedby={self.described(field, beside.hint)} {oninput} />
        };
        self.labelled(field, label, beside, control)
    }

    /// A choice from a list. `key` is what may change the choice from elsewhere: a list that a
    /// person once opened must be made anew to show another one.
    pub(super) fn select(&self, field: Field, label: Label, beside: Beside, key: &str, options: Html) -> Html {
        let control = self.bare_select(field, key, options, None);
        self.labelled(field, label, beside, control)
    }

    pub(super) fn bare_select(&self, field: Field, key: &str, options: Html, name: Option<Label>) -> Html {
        let send = self.view.send.clone();
        let onchange = Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                send.emit(Rc::new(Msg::Typed(field, select.value())));
            }
        });
        html! {
            <select key={key.to_owned()} id={field.word()} name={field.word()} aria-invalid={self.invalid(field)}
                aria-label={name.map(|name| self.say(name))} aria-describedby={self.described(field, None)} {onchange}>
                { options }
            </select>
        }
    }

    pub(super) fn option(&self, field: Field, word: &str, text: impl Into<AttrValue>) -> Html {
        html! { <option value={word.to_owned()} selected={self.get(field) == word}>{ text.into() }</option> }
    }

    /// The owner's own words to an entry.
    pub(super) fn note(&self) -> Html {
        self.area(Field::Note, self.say(Label::Note), "2")
    }

    /// A text of several lines, and how many stand open.
    pub(super) fn area(&self, field: Field, label: &'static str, rows: &'static str) -> Html {
        let send = self.view.send.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                send.emit(Rc::new(Msg::Typed(field, area.value())));
            }
        });
        html! {
            <div class="field">
                <label for={field.word()}>
                    { label }
                    if field == Field::Note {
                        { parts::tag("small", "", self.say(Label::Optional)) }
                    }
                </label>
                <textarea id={field.word()} name={field.word()} rows={rows} dir="auto" value={self.get(field).to_owned()}
                    autocomplete="off" spellcheck="false" aria-invalid={self.invalid(field)}
                    aria-describedby={self.described(field, None)} {oninput} />
                { self.message(field) }
            </div>
        }
    }

    /// One of a few choices.
    pub(super) fn chips(&self, field: Field, label: impl Into<AttrValue>, choices: &[(&str, &'static str)]) -> Html {
        let one =
            |(word, text): &(&str, &'static str)| parts::chip(*text, self.get(field) == *word, self.put(field, word));
        self.group(field, label, html! { <div class="chips">{ for choices.iter().map(one) }</div> })
    }

    /// The cards to choose from.
    pub(super) fn cards(&self, offered: &[CardId], chosen: Option<CardId>) -> Html {
        let book = &self.view.model.book;
        let one = |id: &CardId| {
            let name = book.card(*id)?.name.as_str().to_owned();
            Some(parts::chip(name, chosen == Some(*id), self.put(Field::Card, &id.to_string())))
        };
        html! { <div class="chips">{ for offered.iter().filter_map(one) }</div> }
    }

    /// Controls that belong together, with what is wrong with them.
    pub(super) fn group(&self, field: Field, label: impl Into<AttrValue>, content: Html) -> Html {
        html! {
            <fieldset id={field.word()} tabindex="-1" aria-describedby={self.described(field, None)}>
                { parts::tag("legend", "", label.into()) }
                { content }
                { self.message(field) }
            </fieldset>
        }
    }

    /// A choice between units, of which one always holds. A unit that is seldom offered is kept.
    pub(super) fn units(&self, field: Field) -> Html {
        let now = self.get(field);
        let seldom = (!matches!(now, "MB" | "GB")).then_some(now);
        let one = |word: &str| parts::chip(word.to_owned(), now == word, self.put(field, word));
        html! {
            <div class="units" id={field.word()} role="group" aria-label={self.say(Label::Unit)}>
                { for ["MB", "GB"].into_iter().chain(seldom).map(one) }
            </div>
        }
    }

    /// An amount of data with its unit.
    pub(super) fn data(&self, field: Field, unit: Field, label: Label, optional: bool) -> Html {
        self.input(Kind::Decimal, field, label, Beside { optional, ..Beside::after(self.units(unit)) })
    }

    /// The currencies to choose from, the present one among them.
    pub(super) fn currencies(&self, field: Field, key: &str) -> Html {
        self.bare_select(field, key, self.currency_options(field), Some(Label::Currency))
    }

    /// The currencies that can be chosen; another one that is chosen already stands at their end.
    pub(super) fn currency_options(&self, field: Field) -> Html {
        let now = self.get(field);
        let other = (!crate::app::form::CURRENCIES.contains(&now)).then_some(now);
        let options = crate::app::form::CURRENCIES.into_iter().chain(other);
        html! { { for options.map(|code| self.option(field, code, code.to_owned())) } }
    }

    /// The currency of a figure that has no choice of one.
    pub(super) fn currency(currency: Currency) -> Html {
        parts::tag("span", "unit", currency.code().to_owned())
    }

    /// When it was, in a tap; the time that this means stands beneath. Also as the reply says, where it
    /// does, and that it does not say the hour.
    pub(super) fn when(&self, stated: Option<StatedAt>) -> Html {
        let word = |when: When| match when {
            When::Now => Label::Now,
            When::Morning => Label::Morning,
            When::Yesterday => Label::Yesterday,
            When::Earlier | When::Stated => Label::Earlier,
        };
        let mut choices: Vec<_> = When::ALL.into_iter().map(|when| (when.word(), self.say(word(when)))).collect();
        if stated.is_some() {
            choices.insert(0, (When::Stated.word(), Review::AsStated.say(self.view.lang)));
        }
        let moment = self.view.moment;
        let when = When::parse(self.get(Field::When));
        let meant = (when != When::Earlier).then(|| form::instant(self.form, moment));
        let meant = meant.map(|at| say::instant(&self.view, at));
        let hourless = stated.filter(|stated| when == When::Stated && !stated.hour);
        let hourless = hourless.map(|_| [DOT, Review::NoHour.say(self.view.lang)].concat());
        html! {
            <div class="when">
                { self.chips(Field::When, self.say(Label::When), &choices) }
                if let Some(meant) = meant {
                    <p class="note num">{ meant }{ self.zone() }{ hourless }</p>
                } else {
                    { self.input(Kind::DateTime, Field::At, Label::At, Beside::default()) }
                    { parts::tag("p", "note", format::zone(&moment.zone, self.view.lang)) }
                }
            </div>
        }
    }

    /// Whose clock it is, where a card's days end by another one.
    fn zone(&self) -> Option<String> {
        let moment = self.view.moment;
        let here = moment.device.at(moment.now);
        let mut zones = self.view.model.book.cards.values().map(|kept| moment.offsets(&kept.value.zone));
        zones.any(|zone| zone.at(moment.now) != here).then(|| {
            let mut text = String::from(" · ");
            text.push_str(&format::zone(&moment.zone, self.view.lang));
            text
        })
    }

    fn labelled(&self, field: Field, label: Label, beside: Beside, control: Html) -> Html {
        html! {
            <div class="field">
                <label for={field.word()}>
                    { self.say(label) }
                    if beside.optional {
                        { parts::tag("small", "", self.say(Label::Optional)) }
                    }
                </label>
                <div class="control">{ control }{ beside.after }</div>
                if let Some(hint) = beside.hint {
                    <p class="note" id={of(field, "-hint")}>{ hint }</p>
                }
                { self.message(field) }
            </div>
        }
    }

    fn message(&self, field: Field) -> Html {
        let Some(wrong) = self.wrong(field) else { return html! {} };
        html! { <p class="wrong" id={of(field, "-wrong")}>{ wrong }</p> }
    }

    fn invalid(&self, field: Field) -> Option<&'static str> {
        self.wrong(field).map(|_| "true")
    }

    fn described(&self, field: Field, hint: Option<&str>) -> Option<String> {
        match (self.wrong(field), hint) {
            (Some(_), Some(_)) => Some(of(field, "-wrong ") + &of(field, "-hint")),
            (Some(_), None) => Some(of(field, "-wrong")),
            (None, Some(_)) => Some(of(field, "-hint")),
            (None, None) => None,
        }
    }
}

fn of(field: Field, what: &str) -> String {
    let mut id = field.word().to_owned();
    id.push_str(what);
    id
}
