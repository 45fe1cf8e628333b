//! What people reported of a carrier's facts, and the taps by which the person reports.

use super::View;
use super::parts::{button, chip, link, tag};
use super::{say, way};
use crate::app::carry::{Handing, Move, Way as Hand};
use crate::app::form::Aim;
use crate::app::{Msg, Route};
use crate::domain::{By, CardId, Purpose, Remark, Tells};
use crate::guide::{self, Known, Mark, Means, Stated, Way};
use crate::i18n::format;
use crate::i18n::text::carry::CarryWord;
use crate::i18n::text::screens_heard::{HeardSay, HeardWord};
use crate::i18n::text::screens_rules;
use yew::{Html, html};

/// Who says so, what is listed instead, and how it went: each as a short sentence.
pub(super) fn marks(view: &View<'_>, known: &Known) -> Vec<String> {
    let lang = view.lang;
    let heard = &known.heard;
    let day = |mark: &Mark| format::date(mark.on, view.today(), lang);
    let mut marks = Vec::new();
    if let Some(mark) = &heard.told {
        let date = &day(mark);
        marks.push(match (mark.by, &heard.instead) {
            (By::Me, Some(_)) => HeardSay::Corrected { date }.say(lang),
            (By::Me, None) => HeardSay::Added { date }.say(lang),
            (By::File, _) => HeardSay::FromFile { date }.say(lang),
        });
        if let (By::File, Some(fact)) = (mark.by, &heard.instead) {
            let way = fact.split(' ').next().and_then(Means::parse).is_some();
            let what = if way { bare(fact) } else { screens_rules::worded(fact, lang) };
            marks.push(HeardSay::FileInstead { what: &what }.say(lang));
        }
    }
    if let Some(mark) = &heard.denied {
        let date = &day(mark);
        let who = if mark.by == By::Me { HeardSay::Denied { date } } else { HeardSay::FileDenied { date } };
        marks.push(who.say(lang));
    }
    if let Some((mark, worked)) = &heard.tried {
        let date = &day(mark);
        marks.push(match (mark.by, worked) {
            (By::Me, true) => HeardSay::Worked { date }.say(lang),
            (By::Me, false) => HeardSay::Failed { date }.say(lang),
            (By::File, true) => HeardSay::FileWorked { date }.say(lang),
            (By::File, false) => HeardSay::FileFailed { date }.say(lang),
        });
    }
    marks
}

/// What is listed where a report stands.
pub(super) fn listed(view: &View<'_>, what: &str) -> Html {
    tag("p", "listed note", HeardSay::Listed { what }.say(view.lang))
}

/// The words of a way without the first, which is the directory's own and not the reader's: `*777#`
/// of `dial *777#`; a number as it stands elsewhere.
pub(super) fn bare(words: &str) -> String {
    let (means, rest) = words.split_once(' ').unwrap_or_default();
    guide::number(Means::parse(means).unwrap_or(Means::Text), rest)
}

/// How a way went, and the way to a better one.
pub(super) fn way(view: &View<'_>, id: CardId, purpose: Purpose, way: &Way) -> Html {
    let lang = view.lang;
    let words = way.words();
    let heard = &way.known.heard;
    let mine = heard.tried.filter(|(mark, _)| mark.by == By::Me);
    let tried = |worked: bool, word: HeardWord| {
        let pressed = mine.filter(|(_, as_said)| *as_said == worked).and_then(|(mark, _)| mark.report);
        let msg = match (pressed, Remark::parse(&words)) {
            (Some(report), _) => Msg::RemovedReport(report),
            (None, Some(way)) => Msg::Reported(id, Tells::Tried { purpose, way, worked }),
            (None, None) => return html! {},
        };
        chip(word.say(lang), pressed.is_some(), view.on(msg))
    };
    html! {
        <>
            { for replaced(view, way) }
            <details class="source">
                { tag("summary", "", HeardWord::DidItWork.say(lang)) }
                <div class="chips">
                    { tried(true, HeardWord::ItWorked) }
                    { tried(false, HeardWord::ItFailed) }
                    { button("btn small", HeardWord::Correct.say(lang), view.on(Msg::StartedReport(id, Aim::Way(purpose, Some(words.clone()))))) }
                    { for back(view, &way.known) }
                </div>
            </details>
        </>
    }
}

/// What is listed in the place of a person's own way, as far as it reads otherwise: its words, and what it
/// says beside them. Where it says only less, what it leaves out.
fn replaced(view: &View<'_>, way: &Way) -> Option<Html> {
    let fact = way.known.heard.replaced()?;
    let own = way::terms(way, view.lang);
    let terms = way.listed.as_ref().map(|listed| way::terms(listed, view.lang)).unwrap_or_default();
    let mut says: Vec<String> = terms.iter().filter(|term| !own.contains(term)).cloned().collect();
    if fact != way.words() {
        says.insert(0, bare(fact));
    }
    if !says.is_empty() {
        return Some(listed(view, &says.join(say::DOT)));
    }
    let more: Vec<&str> = own.iter().filter(|term| !terms.contains(term)).map(String::as_str).collect();
    let unlisted = way.listed.is_some() && !more.is_empty();
    unlisted.then(|| tag("p", "listed note", HeardSay::NotListed { what: &more.join(say::DOT) }.say(view.lang)))
}

/// Whether a rule holds, and the way to a better one.
pub(super) fn rule(view: &View<'_>, id: CardId, stated: &Stated) -> Html {
    let lang = view.lang;
    let words = stated.rule.words();
    let heard = &stated.known.heard;
    let shown = screens_rules::rule(&stated.rule, lang);
    let denied = heard.denied.and_then(|mark| mark.report);
    let deny = match (denied, Remark::parse(&words)) {
        (Some(report), _) => Some(Msg::RemovedReport(report)),
        (None, Some(rule)) if heard.told.is_none() => Some(Msg::Reported(id, Tells::NoRule(rule))),
        _ => None,
    };
    html! {
        <>
            { for heard.replaced().map(|fact| screens_rules::worded(fact, lang)).filter(|fact| *fact != shown).map(|fact| listed(view, &fact)) }
            <details class="source">
                { tag("summary", "", HeardWord::IsItSo.say(lang)) }
                <div class="chips">
                    { for deny.map(|msg| chip(HeardWord::NotSo.say(lang), denied.is_some(), view.on(msg))) }
                    { button("btn small", HeardWord::Correct.say(lang), view.on(Msg::StartedReport(id, Aim::Rule(Some(words))))) }
                    { for back(view, &stated.known) }
                </div>
            </details>
        </>
    }
}

/// The way back to what is listed; what stands for nothing is removed.
fn back(view: &View<'_>, known: &Known) -> Option<Html> {
    let report = known.heard.told.and_then(|mark| mark.report)?;
    let word = if known.heard.replaced().is_some() { HeardWord::TakeBack } else { HeardWord::Remove };
    Some(button("btn small", word.say(view.lang), view.on(Msg::RemovedReport(report))))
}

/// The network or the name of a carrier, who says so, what is listed, and the way back.
pub(super) fn simply(view: &View<'_>, label: &'static str, says: &str, told: Option<(&Mark, Option<&str>)>) -> Html {
    let lang = view.lang;
    let own = told.map(|(mark, listed)| {
        let date = &format::date(mark.on, view.today(), lang);
        let who = match mark.by {
            By::Me => HeardSay::Corrected { date },
            By::File => HeardSay::FromFile { date },
        };
        html! {
            <>
                { say::DOT }{ who.say(lang) }
                { for listed.filter(|what| *what != says).map(|what| self::listed(view, what)) }
                { for mark.report.map(|report| button("btn small", HeardWord::TakeBack.say(lang), view.on(Msg::RemovedReport(report)))) }
            </>
        }
    });
    html! {
        <div class="note">{ label }{ say::DOT }<span lang={say::lang_of(says)}>{ says.to_owned() }</span>{ for own }</div>
    }
}

/// What can be said of a carrier that nobody said yet; and what is `known` of it, to be shared.
pub(super) fn more(view: &View<'_>, id: CardId, known: bool) -> Html {
    let lang = view.lang;
    let one = |(word, aim): (HeardWord, Aim)| button("btn small", word.say(lang), view.on(Msg::StartedReport(id, aim)));
    let listed = view.model.book.card(id).and_then(|card| guide::meant(card.carrier.as_ref()?.as_str())).is_some();
    let aims = [
        (HeardWord::AddCheck, Aim::Way(Purpose::Check, None)),
        (HeardWord::AddTopUp, Aim::Way(Purpose::TopUp, None)),
        (HeardWord::AddRule, Aim::Rule(None)),
        (HeardWord::CorrectNetwork, Aim::Network),
        (HeardWord::CorrectName, Aim::Name),
    ];
    // What no list has is called as its card names it.
    let aims = aims.into_iter().filter(|(_, aim)| listed || *aim != Aim::Name);
    html! {
        <>
            <details class="counter">
                { tag("summary", "", HeardWord::Own.say(lang)) }
                { tag("p", "note", HeardWord::OwnSays.say(lang)) }
                <div class="chips">{ for aims.map(one) }</div>
                { link("quiet", HeardWord::TakeIn.say(lang), Route::Import) }
            </details>
            if known {
                { share(view, id) }
            }
        </>
    }
}

/// What is known of the carrier, handed to somebody else: by the share sheet where there is one, or as a file.
fn share(view: &View<'_>, id: CardId) -> Html {
    let lang = view.lang;
    let carry = &view.model.carry;
    let ways = [(carry.can.share, Hand::Share, HeardWord::Share), (true, Hand::Download, HeardWord::Download)];
    let ways = ways.into_iter().filter(|way| way.0).enumerate();
    // Of two, the first is the one to tap without thinking.
    let ways = ways.map(|(place, (_, way, word))| {
        let class = if place == 0 && carry.can.share { "btn small main" } else { "btn small" };
        button(class, word.say(lang), view.on(Msg::Carry(Move::AskedCarrier(id, way))))
    });
    let done = carry.shared.map(|how| match how {
        Handing::Working(..) => CarryWord::Working.say(lang),
        Handing::Done(Hand::Share | Hand::Copy) => CarryWord::DoneShare.say(lang),
        Handing::Done(Hand::SaveAs | Hand::Download) => CarryWord::DoneDownload.say(lang),
        Handing::Failed => CarryWord::HandFailed.say(lang),
    });
    html! {
        <details class="counter">
            { tag("summary", "", HeardWord::ShareTitle.say(lang)) }
            { tag("p", "note", HeardWord::ShareSays.say(lang)) }
            { tag("div", "chips", ways.collect::<Html>()) }
            <p role="status">{ for done }</p>
        </details>
    }
}
