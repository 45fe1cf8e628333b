//! A carrier from somebody's file: what it says that is not known here, before any of it is kept.

use crate::app::carry::{named, news};
use crate::app::{Msg, Told};
use crate::domain::{Purpose, Report, Tells};
use crate::guide::{CarrierFile, Known, Way};
use crate::i18n::format;
use crate::i18n::text::screens_heard::{HeardSay, HeardWord};
use crate::i18n::text::screens_ways::WaysWord;
use crate::web::view::parts::{Tone, banner, button, tag};
use crate::web::view::{View, heard, say, way};
use yew::{Html, html};

/// What would come in, and whether anything would.
pub(super) fn carrier(view: &View<'_>, file: &CarrierFile) -> (Html, bool) {
    let lang = view.lang;
    let model = view.model;
    let title = tag("h2", "", say::carrier_name(named(file).as_str(), lang).to_owned());
    let Some(new) = news(file, &model.directory, &model.book, view.moment, lang) else {
        let failed = matches!(model.directory.tells(named(file).as_str(), &model.book), Told::Failed(_));
        let word = if failed { WaysWord::NotThere } else { WaysWord::Reading };
        let again = failed.then(|| button("btn", WaysWord::TryAgain.say(lang), view.on(Msg::AskedDirectory)));
        return (html! { <>{ title }<p role="status">{ word.say(lang) }</p>{ for again }</> }, false);
    };
    let any = !new.is_empty();
    let content = html! {
        <>
            { title }
            if any {
                { banner(Tone::Warn, html! { { HeardWord::Strangers.say(lang) } }) }
                <ul class="changes">{ for new.iter().map(|report| one(view, report)) }</ul>
            } else {
                { tag("p", "", HeardWord::NothingNew.say(lang)) }
            }
        </>
    };
    (content, any)
}

fn one(view: &View<'_>, report: &Report) -> Html {
    let lang = view.lang;
    let date = &format::date(report.on, view.moment.device.date(view.moment.now), lang);
    let purpose = |purpose: &Purpose| match purpose {
        Purpose::Check => WaysWord::CheckTitle.say(lang),
        Purpose::TopUp => WaysWord::TopUpTitle.say(lang),
    };
    let (about, says, instead) = match &report.tells {
        Tells::Way { purpose: of, instead, way } => {
            let way = Way::new(way, Known::default());
            (
                purpose(of),
                [way::title(way.means).say(lang), way::shown(&way, lang).as_str()].join(say::DOT),
                instead.as_ref(),
            )
        }
        Tells::Tried { purpose: of, way, worked } => {
            let says = if *worked { HeardSay::FileWorked { date } } else { HeardSay::FileFailed { date } };
            (purpose(of), [heard::bare(way.as_str()), &says.say(lang)].join(say::DOT), None)
        }
        Tells::Rule { instead, words } => (WaysWord::RulesTitle.say(lang), words.as_str().to_owned(), instead.as_ref()),
        Tells::NoRule(rule) => (
            WaysWord::RulesTitle.say(lang),
            [heard::bare(rule.as_str()), HeardWord::NotSo.say(lang)].join(say::DOT),
            None,
        ),
        Tells::Network(network) => (WaysWord::Network.say(lang), network.as_str().to_owned(), None),
    };
    html! {
        <li>
            <div>
                { tag("b", "", about) }
                { tag("p", "name", says) }
                { for instead.map(|fact| heard::listed(view, heard::bare(fact.as_str()))) }
            </div>
        </li>
    }
}
