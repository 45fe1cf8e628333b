//! Language, theme, storage.

use super::View;
use yew::{Html, html};

pub(super) fn settings(_view: &View<'_>) -> Html {
    html! { <main></main> }
}
