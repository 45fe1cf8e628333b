//! What is not settled about a card, beneath its gauge: that it has run out, a payment that has not
//! arrived, advice.

use super::parts::{Tone, banner_class, tag};
use super::{View, out, pay, say, tips};
use crate::app::Route;
use crate::app::screen::{CardScreen, Out};
use crate::i18n::text::screens_alerts::AlertWord;
use yew::{Html, html};

/// All of it for one's own card.
pub(in crate::web) fn open(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    html! {
        <>
            { for screen.out(say::today(view, screen.card)).map(|out| gone(view, screen, out)) }
            { pay::awaited(view, screen.id) }
            { tips::on_card(view, screen) }
        </>
    }
}

/// One tap from here to what to do; the verdict above says the rest, but for what is only likely.
fn gone(view: &View<'_>, screen: &CardScreen<'_>, out: Out) -> Html {
    let title = (out == Out::Today).then(|| tag("b", "", out::title(out, view.lang)));
    html! {
        <div class={banner_class(Tone::Warn)}>
            { for title }
            <a class="btn main" href={Route::RunOut(screen.id).address()}>{ AlertWord::OutNow.say(view.lang) }</a>
        </div>
    }
}
