//! All cards.

use super::View;
use yew::{Html, html};

pub(super) fn cards(_view: &View<'_>) -> Html {
    html! { <main></main> }
}
