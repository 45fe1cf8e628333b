//! Ways to check and to top up.

use super::View;
use crate::domain::CardId;
use yew::{Html, html};

pub(super) fn ways(_view: &View<'_>, _card: CardId) -> Html {
    html! { <main></main> }
}
