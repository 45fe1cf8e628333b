//! What is not settled about a card, beneath its gauge: a payment that has not arrived, that it has run
//! out, advice.

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
            // What is on its way comes first.
            { pay::awaited(view, screen.id) }
            { for screen.out(say::today(view, screen.card)).map(|out| gone(view, screen, out)) }
            { tips::on_card(view, screen) }
        </>
    }
}

/// One tap from here to what to do; the verdict above says the rest, but for what is only likely.
fn gone(view: &View<'_>, screen: &CardScreen<'_>, out: Out) -> Html {
    let title = (out == Out::Today).then(|| tag("b", "", out::title(out, view.lang)));
    let (tone, class) = if screen.awaits { (Tone::Calm, "btn small") } else { (Tone::Warn, "btn main") };
    html! {
        <div class={banner_class(tone)}>
            { for title }
            <a {class} href={Route::RunOut(screen.id).address()}>{ AlertWord::OutNow.say(view.lang) }</a>
        </div>
    }
}
