//! The empty state, and places that are not there.

use super::View;
use crate::i18n::Lang;
use yew::{Html, html};

pub(super) fn empty(_view: &View<'_>) -> Html {
    html! { <main><h1>{ "余量" }</h1></main> }
}

pub(super) fn gone(_view: &View<'_>) -> Html {
    html! { <main></main> }
}

pub(super) const fn sample_name(_lang: Lang) -> &'static str {
    "美国旅行卡"
}
