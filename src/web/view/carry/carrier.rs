//! A carrier from somebody's file: what it says that is not known here, before any of it is kept.

use crate::app::carry::{named, news};
use crate::app::{Msg, Told};
use crate::domain::{Report, Tells, is_letter};
use crate::guide::{CarrierFile, Means};
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

/// Whether it names a page that is none of the sites of a carrier which has some, or an address of numbers, which
/// is nobody's name.
fn is_strange(view: &View<'_>, report: &Report) -> bool {
    let Tells::Way { way, .. } = &report.tells else { return false };
    let host = way.what().split('/').next().unwrap_or_default();
    let directory = view.model.directory.here();
    let listing = directory.and_then(|directory| directory.find(report.carrier.as_str()));
    let has_sites = listing.is_some_and(|listing| listing.sites().next().is_some());
    let owned = directory.is_some_and(|directory| directory.owns(host));
    way.means() == Means::Website && (has_sites && !owned || !host.contains(is_letter))
}

fn one(view: &View<'_>, report: &Report) -> Html {
    let said = reported(view, report);
    html! {
        <li>
            <div>
                { tag("b", "", said.about) }
                { tag("p", "name", said.says) }
                if !said.terms.is_empty() {
                    { tag("p", "note", said.terms.join(say::DOT)) }
                }
                if is_strange(view, report) {
                    { banner(Tone::Warn, html! { { HeardWord::StrangeSite.say(view.lang) } }) }
                }
                { for said.instead.map(|fact| heard::listed(view, &fact)) }
            </div>
        </li>
    }
}
