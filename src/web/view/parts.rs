//! Parts that several screens are made of.

use super::View;
use crate::app::form::Field;
use crate::app::{Msg, Route};
use crate::i18n::Lang;
use crate::i18n::text::screens::Word;
use std::rc::Rc;
use yew::html::IntoPropValue;
use yew::html::onclick::Wrapper;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VTag};
use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// A sign that goes with words, or with an accessible name: never alone.
#[derive(Clone, Copy)]
pub(super) enum Icon {
    Back,
    Close,
    Menu,
    Plus,
}

/// The sign itself, silent for screen readers.
pub(super) fn icon(icon: Icon) -> Html {
    let d = match icon {
        Icon::Back => "M15 5l-7 7 7 7",
        Icon::Close => "M6 6l12 12M18 6L6 18",
        Icon::Menu => "M4 7h16M4 12h16M4 17h16",
        Icon::Plus => "M12 5v14M5 12h14",
    };
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={d} /></svg> }
}

/// An element that has a class, or none where that is empty, and one thing in it: `<p class="note">`.
///
/// `html!` writes out the making of an element at every place where one stands; an element made
/// here costs a call (docs/decisions/size.md).
pub(super) fn tag(name: &'static str, class: impl Into<AttrValue>, content: impl IntoPropValue<Html>) -> Html {
    element(name, &["class"], vec![class.into()], content.into_prop_value())
}

/// An element with these attributes, but for those that are empty, and one thing in it.
///
/// Of a class that it is not given as a literal `html!` makes a set of classes.
pub(super) fn element(
    name: &'static str,
    attributes: &'static [&'static str],
    values: Vec<AttrValue>,
    content: Html,
) -> Html {
    made(name, attributes, values, content).into()
}

#[inline(never)]
fn made(name: &'static str, keys: &'static [&'static str], values: Vec<AttrValue>, content: Html) -> VTag {
    let value = |value: AttrValue| (!value.is_empty()).then_some(AttributeOrProperty::Attribute(value));
    let mut made = VTag::new(name);
    made.set_attributes(Attributes::Dynamic { keys, values: values.into_iter().map(value).collect() });
    if let Some(inside) = made.children_mut() {
        *inside = content;
    }
    made
}

/// The head of a place one goes back from: the way back, then its name.
pub(super) fn header(view: &View<'_>, title: impl Into<AttrValue>, back: Route) -> Html {
    html! {
        <header class="plain">
            { self::back(view, Word::Back, back) }
            <h1>{ title.into() }</h1>
        </header>
    }
}

/// The way back to a place of that name.
pub(super) fn back(view: &View<'_>, name: Word, to: Route) -> Html {
    html! { <a class="tap" href={to.address()} aria-label={name.say(view.lang)}>{ icon(Icon::Back) }</a> }
}

/// The head of a place one closes, such as a form: its name, then what closes it.
pub(super) fn header_closing(view: &View<'_>, title: impl Into<AttrValue>, close: Msg) -> Html {
    html! {
        <header>
            <h1>{ title.into() }</h1>
            <button type="button" class="tap" aria-label={Word::Close.say(view.lang)} onclick={view.on(close)}>
                { icon(Icon::Close) }
            </button>
        </header>
    }
}

/// A button. Classes: `btn`, `btn main`, `btn small`, `btn stop`, `quiet`.
#[inline(never)]
pub(super) fn button(class: &'static str, label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    tapped("button", &["type", "class"], vec!["button".into(), class.into()], label.into(), onclick)
}

/// [`element`] that does something when it is tapped.
pub(super) fn tapped(
    name: &'static str,
    attributes: &'static [&'static str],
    values: Vec<AttrValue>,
    content: Html,
    onclick: Callback<MouseEvent>,
) -> Html {
    let mut made = made(name, attributes, values, content);
    let listener: Rc<dyn Listener> = Rc::new(Wrapper::new(onclick));
    made.set_listeners([Some(listener)].into());
    made.into()
}

/// What stands in the place of a screen that is not there: on its way, or only the way back.
pub(super) fn opening(view: &View<'_>, comes: bool) -> Html {
    let title = if comes { Word::Opening } else { Word::AppName };
    html! {
        <>
            { header(view, title.say(view.lang), Route::Home) }
            <main aria-busy={comes.then_some("true")}></main>
        </>
    }
}

/// That a part of the program has not come, what this means, and the way to try again.
pub(super) fn missing(lang: Lang, says: Word, again: Callback<MouseEvent>) -> Html {
    html! {
        <aside class="notices">
            <div class="banner warn" role="status">
                { tag("b", "", says.say(lang)) }
                { tag("div", "chips", button("btn small", Word::TryAgain.say(lang), again)) }
            </div>
        </aside>
    }
}

/// A link that goes to a place and looks like a button of that class.
#[inline(never)]
pub(super) fn link(class: &'static str, label: &'static str, to: Route) -> Html {
    element("a", &["href", "class"], vec![to.address().into(), class.into()], label.into())
}

/// The same, quiet, that goes to a field of a form.
#[inline(never)]
pub(super) fn link_to_field(view: &View<'_>, label: &'static str, to: Route, field: Field) -> Html {
    html! { <a class="quiet" href={to.address()} onclick={view.on(Msg::Sought(field))}>{ label }</a> }
}

/// One of several choices of which one, or any, holds.
pub(super) fn chip(label: impl Into<AttrValue>, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    toggle("chip", html! { { label.into() } }, pressed, onclick)
}

/// A button that stays pressed. Classes: `chip`, `mode`, `tell`, `tell told`.
#[inline(never)]
pub(super) fn toggle(class: &'static str, content: Html, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    let pressed = if pressed { "true" } else { "false" };
    let values = vec!["button".into(), pressed.into(), class.into()];
    tapped("button", &["type", "aria-pressed", "class"], values, content, onclick)
}

/// A row of a list: what it is about, what is said of it, and what can be done with it, by its label
/// and its whole name.
pub(super) fn row(
    key: String,
    about: String,
    says: String,
    act: Option<(&'static str, String, Callback<MouseEvent>)>,
) -> Html {
    html! {
        <li {key}>
            <div>{ tag("b", "", about) }{ tag("p", "note num", says) }</div>
            if let Some((label, name, onclick)) = act {
                <button type="button" class="btn small" aria-label={name} {onclick}>{ label }</button>
            }
        </li>
    }
}

/// How much a banner matters.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    /// Good to know.
    Calm,
    /// Something wants attention.
    Warn,
    /// Something failed.
    Stop,
}

/// A notice within the page.
pub(super) fn banner(tone: Tone, content: Html) -> Html {
    tag("div", banner_class(tone), content)
}

pub(super) const fn banner_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Calm => "banner calm",
        Tone::Warn => "banner warn",
        Tone::Stop => "banner stop",
    }
}

/// The three languages, each in its own words.
pub(super) fn languages(view: &View<'_>) -> Html {
    let one = |lang: Lang| {
        let pressed = if lang == view.lang { "true" } else { "false" };
        html! {
            <button type="button" class="chip" lang={lang.tag()} aria-pressed={pressed} onclick={view.on(Msg::ChoseLang(lang))}>
                { lang.name() }
            </button>
        }
    };
    html! {
        <div class="chips" role="group" aria-label={Word::Language.say(view.lang)}>
            { for Lang::ALL.into_iter().map(one) }
        </div>
    }
}
