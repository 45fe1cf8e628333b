//! What is not settled about a card, beneath its gauge: a payment that has not arrived.

use super::{View, pay};
use crate::app::screen::CardScreen;
use yew::Html;

/// All of it for one's own card.
pub(in crate::web) fn open(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    pay::awaited(view, screen.id)
}
