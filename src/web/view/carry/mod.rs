//! Backup and import: two places, and the reminder.

mod carrier;
mod data;
mod import;
mod table;

pub(super) use data::{data, standing as backup_standing};
pub(super) use import::import;

use super::View;
use super::parts;
use crate::app::Msg;
use crate::app::carry::{Move, Secret};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, MouseEvent, TargetCast, html};

impl View<'_> {
    /// A callback that carries on.
    fn carry(&self, said: Move) -> Callback<MouseEvent> {
        self.on(Msg::Carry(said))
    }

    /// A field for a passphrase, with what is wrong with it.
    fn secret(
        &self,
        id: &'static str,
        label: &'static str,
        of: &Secret,
        wrong: Option<&'static str>,
        said: fn(Secret) -> Move,
    ) -> Html {
        let send = self.send.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                send.emit(Rc::new(Msg::Carry(said(Secret(input.value())))));
            }
        });
        let message = [id, "-wrong"].concat();
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <input {id} type="password" value={of.0.clone()} autocomplete="off" aria-invalid={wrong.map(|_| "true")}
                    aria-describedby={wrong.map(|_| message.clone())} {oninput} />
                if let Some(wrong) = wrong {
                    <p class="wrong" id={message} role="status">{ wrong }</p>
                }
            </div>
        }
    }
}

/// A part of a place: its heading, then what is in it.
fn part(title: &'static str, content: Html) -> Html {
    html! { <section class="stack">{ parts::tag("h2", "", title) }{ content }</section> }
}
