//! Every change, newest first.

use super::View;
use yew::{Html, html};

pub(super) fn changes(_view: &View<'_>) -> Html {
    html! { <main></main> }
}
