//! Advice in its place: how to save data, and what costs people money.

use super::View;
use super::parts::{Tone, banner, button, tag};
use crate::app::Msg;
use crate::app::screen::{Alert, CardScreen, Verdict, is_profile};
use crate::domain::{Bucket, Card, CardForm, DAY_MS};
use crate::guide;
use crate::i18n::Lang;
use crate::i18n::text::screens_hotspot::HotspotWord;
use crate::i18n::text::screens_tips::TipsWord;
use crate::plan::{Finding, Step};
use yew::{Html, html};

/// What a card's screen advises: to save where too much is used, to leave an eSIM installed, and not to
/// roam with a card of another country.
pub(super) fn on_card(view: &View<'_>, screen: &CardScreen<'_>) -> Html {
    let lang = view.lang;
    let card = screen.card;
    let fast = |alert: &Alert| {
        matches!(
            alert,
            Alert::Found(Finding::OverPace { .. } | Finding::TooShort { .. }, _)
                | Alert::Found(Finding::Low { .. }, Step::TopUp | Step::Check | Step::UseLess)
        )
    };
    let fast = screen.alerts(view.moment).iter().any(fast);
    let shared = fast || screen.others.iter().any(|(bucket, ..)| *bucket == Bucket::Hotspot);
    let roaming = [TipsWord::RoamingIphone, TipsWord::RoamingAndroid].map(|tip| tip.say(lang));
    html! {
        <>
            if card.archived || screen.verdict == Verdict::Expired {
                { keep_esim(card, lang) }
            }
            if fast {
                { saving(lang) }
            }
            if shared && !card.archived {
                { tag("p", "", button("quiet", TipsWord::Hotspot.say(lang), view.on(Msg::SoughtHotspot))) }
            }
            if !card.archived && away(view, screen) {
                { folded(TipsWord::Roaming.say(lang), &roaming) }
            }
        </>
    }
}

/// Of such a card: what is deleted from the phone cannot be brought back by this app.
pub(super) fn keep_esim(card: &Card, lang: Lang) -> Html {
    if is_profile(card) {
        banner(Tone::Calm, html! { { TipsWord::Esim.say(lang) } })
    } else {
        html! {}
    }
}

/// How to save data.
pub(super) fn saving(lang: Lang) -> Html {
    let tips = [TipsWord::Video, TipsWord::Sync, TipsWord::Maps, TipsWord::Iphone, TipsWord::Android];
    folded(TipsWord::Save.say(lang), &tips.map(|tip| tip.say(lang)))
}

/// What a computer or a phone on the hotspot would use unseen, and what the phone that gives it can set; `open` for
/// whoever looks for it.
pub(in crate::web::view) fn hotspot(lang: Lang, open: bool) -> Html {
    let part = |title: HotspotWord, tips: [&'static str; 2]| {
        html! { <>{ tag("p", "", tag("b", "", title.say(lang))) }{ list(&tips) }</> }
    };
    let tips = [HotspotWord::Sync, HotspotWord::Windows, HotspotWord::Mac].map(|tip| tip.say(lang));
    let joins = [HotspotWord::JoinsIphone, HotspotWord::JoinsAndroid].map(|tip| tip.say(lang));
    let gives = [TipsWord::Iphone.say(lang), HotspotWord::GivesAndroid.say(lang)];
    html! {
        <details class="counter" {open}>
            { tag("summary", "", HotspotWord::Title.say(lang)) }
            { list(&tips) }
            { part(HotspotWord::Joins, joins) }
            { part(HotspotWord::Gives, gives) }
        </details>
    }
}

fn folded(title: &'static str, tips: &[&'static str]) -> Html {
    html! { <details class="counter">{ tag("summary", "", title) }{ list(tips) }</details> }
}

fn list(tips: &[&'static str]) -> Html {
    tag("ul", "general", tips.iter().map(|tip| tag("li", "", *tip)).collect::<Html>())
}

/// Whether the card would roam where the phone is, by its clock: its number is kept while the clock is
/// another, or it is one from where its owner lives, and the phone is in another country. What is logged
/// these days is in use there: it was bought to roam.
fn away(view: &View<'_>, screen: &CardScreen<'_>) -> bool {
    let (moment, card) = (view.moment, screen.card);
    let other_clock = moment.offsets(&card.zone).at(moment.now) != moment.device.at(moment.now);
    let home = guide::home(card).filter(|home| matches!(home.code, "CN" | "HK" | "MO" | "TW"));
    let abroad = home.is_some() && !guide::is_at_home(card, &moment.zone);
    let used = screen.gauge.as_of.is_some_and(|(at, _)| moment.now.since(at) < 3 * DAY_MS);
    card.keeping.is_some() && other_clock || abroad && !used && card.form != CardForm::DataOnly
}
