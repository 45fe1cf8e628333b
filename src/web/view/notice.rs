//! Notices: what was saved, what failed, what can be taken back.

use super::View;
use yew::{Html, html};

pub(super) fn undo(_view: &View<'_>) -> Html {
    html! {}
}
