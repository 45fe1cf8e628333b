//! A report on a carrier in words: about what it is, and all of what it says.

use super::parts::{row, tag};
use super::{View, heard, say, way};
use crate::app::Msg;
use crate::domain::{By, Kept, Purpose, Report, ReportId, ReportText, Tells};
use crate::guide::{self, Carrier, Known, Way};
use crate::i18n::format;
use crate::i18n::text::forms::Label;
use crate::i18n::text::screens_heard::{HeardSay, HeardWord};
use crate::i18n::text::screens_rules;
use crate::i18n::text::screens_ways::WaysWord;
use yew::{Html, html};

/// What a report says.
pub(super) struct Reported {
    /// Of what.
    pub about: &'static str,
    /// In one line.
    pub says: String,
    /// What else it says of a way, each in a few words.
    pub terms: Vec<String>,
    /// What is listed, where it stands for that.
    pub instead: Option<String>,
}

/// A report in words.
pub(super) fn reported(view: &View<'_>, report: &Report) -> Reported {
    let lang = view.lang;
    let date = &format::date(report.on, view.today(), lang);
    let purpose = |purpose: &Purpose| match purpose {
        Purpose::Check => WaysWord::CheckTitle.say(lang),
        Purpose::TopUp => WaysWord::TopUpTitle.say(lang),
    };
    let simply = |about: &'static str, says: String| Reported { about, says, terms: Vec::new(), instead: None };
    let rules = WaysWord::RulesTitle.say(lang);
    match &report.tells {
        Tells::Way { purpose: of, way, instead } => {
            let way = Way::new(way, Known::default());
            let mut terms = way::terms(&way, lang);
            if way.is_foreign(guide::meant(report.carrier.as_str()).and_then(Carrier::country)) {
                terms.insert(0, WaysWord::Foreign.say(lang).to_owned());
            }
            Reported {
                about: purpose(of),
                says: [way::title(way.means).say(lang), way::shown(&way, lang).as_str()].join(say::DOT),
                terms,
                instead: instead.as_ref().map(|fact| heard::bare(fact.as_str())),
            }
        }
        Tells::Tried { purpose: of, way, worked } => {
            let went = match (report.by, worked) {
                (By::Me, true) => HeardSay::Worked { date },
                (By::Me, false) => HeardSay::Failed { date },
                (By::File, true) => HeardSay::FileWorked { date },
                (By::File, false) => HeardSay::FileFailed { date },
            };
            simply(purpose(of), [heard::bare(way.as_str()), went.say(lang)].join(say::DOT))
        }
        Tells::Rule { instead, words } => Reported {
            instead: instead.as_ref().map(|fact| screens_rules::worded(fact.as_str(), lang)),
            ..simply(rules, words.as_str().to_owned())
        },
        Tells::NoRule(rule) => {
            let rule = screens_rules::worded(rule.as_str(), lang);
            simply(rules, [&rule, HeardWord::NotSo.say(lang)].join(say::DOT))
        }
        Tells::Name(name) => simply(Label::Name.say(lang), name.as_str().to_owned()),
        Tells::Network(network) => simply(WaysWord::Network.say(lang), network.as_str().to_owned()),
    }
}

/// Everything that was reported, of cards that are gone too, each with the way to remove it.
pub(super) fn all(view: &View<'_>) -> Html {
    let lang = view.lang;
    let one = |(&id, kept): (&ReportId, &Kept<ReportText>)| {
        let carrier = say::carrier_name(view, kept.value.carrier()).to_owned();
        let said = kept.value.read().map(|report| reported(view, &report));
        let what = said.map(|said| [said.about, &said.says].join(say::DOT)).unwrap_or_default();
        let name = HeardSay::RemoveOf { what: &what }.say(lang);
        let remove = (!view.model.journal.is_read_only_report(id))
            .then(|| (HeardWord::Remove.say(lang), name, view.on(Msg::RemovedReport(id))));
        row(id.to_string(), carrier, what, remove)
    };
    html! {
        <>
            { tag("p", "note", HeardWord::AllSays.say(lang)) }
            <ul class="changes">{ for view.model.book.reports.iter().map(one) }</ul>
        </>
    }
}
