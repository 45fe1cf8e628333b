//! The runtime of the app: messages in, effects out.

use yew::{Component, Context, Html, html};

/// The one struct component.
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = ();

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        html! { <main><h1>{ "余量" }</h1></main> }
    }
}
