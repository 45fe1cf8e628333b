//! A carrier from somebody's file: what it says that is not known here, before any of it is kept.

use crate::app::carry::{is_strange, named, news};
use crate::app::{Msg, Told};
use crate::domain::Report;
use crate::guide::CarrierFile;
use crate::i18n::text::carry::CarryWord;
use crate::i18n::text::screens_heard::HeardWord;
use crate::i18n::text::screens_ways::WaysWord;
use crate::web::view::parts::{Tone, banner, button, tag};
use crate::web::view::reported::reported;
use crate::web::view::{View, heard, say};
use yew::{Html, html};

/// What would come in, and whether anything would.
pub(super) fn carrier(view: &View<'_>, file: &CarrierFile) -> (Html, bool) {
    let lang = view.lang;
    let model = view.model;
    let title = tag("h2", "", say::carrier_name(view, named(file).as_str()).to_owned());
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
            } else if file.is_empty() {
                { tag("p", "", CarryWord::Empty.say(lang)) }
            } else {
                { tag("p", "", CarryWord::NothingNew.say(lang)) }
            }
        </>
    };
    (content, any)
}

fn one(view: &View<'_>, report: &Report) -> Html {
    let said = reported(view, report);
    let strange = is_strange(report, &view.model.directory, &view.model.book);
    html! {
        <li>
            <div>
                { tag("b", "", said.about) }
                { tag("p", "name", said.says) }
                if !said.terms.is_empty() {
                    { tag("p", "note", said.terms.join(say::DOT)) }
                }
                if strange {
                    { banner(Tone::Warn, html! { { HeardWord::StrangeSite.say(view.lang) } }) }
                }
                { for said.instead.map(|fact| heard::listed(view, &fact)) }
            </div>
        </li>
    }
}
