//! One card at one look.

use super::View;
use crate::app::screen::CardScreen;
use yew::{Html, html};

pub(super) fn card(_view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    html! { <main><h1>{ screen.card.name.as_str() }</h1></main> }
}

pub(super) fn sample(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    card(view, screen)
}
