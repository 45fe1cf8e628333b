//! The forms.

use super::View;
use crate::app::form::Form;
use yew::{Html, html};

pub(super) fn form(_view: &View<'_>, _form: &Form) -> Html {
    html! { <main></main> }
}
