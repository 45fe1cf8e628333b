//! Notices: what was saved, what failed, what can be taken back, what waits.

use super::carry::backup_standing;
use super::parts::{Tone, banner, banner_class, button, element, link, tag};
use super::say::{DOT, dotted};
use super::{View, erase};
use crate::app::carry::{Move, Way};
use crate::app::form::{Form, FormKind};
use crate::app::{Deed, Errand, Mode, Msg, Route, Safety, StoreFault, Undo};
use crate::domain::Date;
use crate::i18n::format;
use crate::i18n::text::forms::Label;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_keep::{KeepSay, KeepWord};
use yew::{Html, html};

/// What stands above a screen until it is settled, the worst first: what cannot wait.
pub(in crate::web) fn standing(view: &View<'_>) -> Html {
    let lang = view.lang;
    let mut notices = Vec::new();
    notices.extend(storage(view));
    if let Some(wiped) = view.model.wiped {
        let (tone, title, says) = erase::result(view, wiped);
        notices.push(notice(tone, title, says, button("btn small", Word::Close.say(lang), view.on(Msg::ClosedWiped))));
    }
    let quarantined = view.model.journal.quarantined().count();
    if quarantined > 0 {
        let title = KeepSay::Quarantined { count: &quarantined.to_string() }.say(lang);
        let says = html! { { KeepWord::QuarantineSays.say(lang) } };
        notices.push(notice(Tone::Warn, &title, says, export(view, "btn small")));
    }
    if view.model.update_waits {
        let act = button("btn small main", KeepWord::ApplyUpdate.say(lang), view.on(Msg::AcceptedUpdate));
        notices.push(notice(Tone::Calm, KeepWord::UpdateWaits.say(lang), Html::default(), act));
    }
    html! {
        <>
            // Tables are open on paper, where what is said of today is read another day.
            if view.model.tables {
                { tag("p", "note num printed", printed(view)) }
            }
            { aside(notices) }
        </>
    }
}

/// What waits for the person, on the screens that look at cards. It comes behind the first look, and so stands below
/// what that shows.
pub(in crate::web) fn waiting(view: &View<'_>) -> Html {
    // Somebody who is busy elsewhere is not called away, and not called to more than one thing.
    if !matches!(view.model.route, Route::Home | Route::Cards | Route::Card(_)) {
        return Html::default();
    }
    let mut begun = view.model.forms.iter().filter(|(_, form)| form.touched && form.is_new());
    let begun = begun.next_back().map(|(route, form)| draft(view, *route, form));
    aside([awaited(view), remind(view), begun].into_iter().flatten().collect())
}

fn aside(notices: Vec<Html>) -> Html {
    html! { if !notices.is_empty() { <aside class="notices">{ for notices }</aside> } }
}

/// When this is, in full: `2026年11月20日 14:05`.
fn printed(view: &View<'_>) -> String {
    let (day, minute) = view.moment.device.local(view.moment.now);
    // Beside no year of its own, so that it is named.
    format::date_time(day, minute, Date::FIRST, view.lang)
}

fn notice(tone: Tone, title: &str, says: Html, act: Html) -> Html {
    let says = html! {
        <>
            <div>{ tag("b", "", title.to_owned()) }{ says }</div>
            { tag("div", "chips", act) }
        </>
    };
    element("div", &["role", "class"], vec!["status".into(), banner_class(tone).into()], says)
}

/// The way out of everything that goes wrong: all of it as a file.
pub(super) fn export(view: &View<'_>, class: &'static str) -> Html {
    button(class, Word::Export.say(view.lang), view.on(Msg::Carry(Move::AskedBackup(Way::Download))))
}

/// What does not work of the two stores, or what they did not take.
fn storage(view: &View<'_>) -> Option<Html> {
    let lang = view.lang;
    let model = view.model;
    let local = model.stores.local.err();
    let database = model.stores.database.and_then(Result::err);
    let (tone, title, fault, says) = match (model.saves.safety(), local, database) {
        (Safety::Unsaved(fault), _, _) => (Tone::Stop, KeepWord::UnsavedTitle, fault, KeepWord::UnsavedSays),
        (Safety::Weak(fault), _, _) => (Tone::Stop, KeepWord::WeakTitle, fault, KeepWord::WeakSays),
        (_, Some(fault), Some(_)) => (Tone::Stop, KeepWord::OffTitle, fault, KeepWord::OffSays),
        (_, None, Some(fault)) => (Tone::Warn, KeepWord::NoDatabaseTitle, fault, KeepWord::NoDatabaseSays),
        (_, Some(fault), None) => (Tone::Calm, KeepWord::NoLocalTitle, fault, KeepWord::NoLocalSays),
        (_, None, None) => return None,
    };
    let says = html! { <>{ fault_word(fault).say(lang) }{ " " }{ says.say(lang) }</> };
    Some(notice(tone, title.say(lang), says, export(view, "btn small")))
}

/// Why a store did not do as asked.
pub(super) const fn fault_word(fault: StoreFault) -> KeepWord {
    match fault {
        StoreFault::Refused => KeepWord::FaultRefused,
        StoreFault::Full => KeepWord::FaultFull,
        StoreFault::Missing => KeepWord::FaultMissing,
        StoreFault::Failed => KeepWord::FaultFailed,
    }
}

/// Asks for a backup now and then, once there is something to lose.
fn remind(view: &View<'_>) -> Option<Html> {
    let lang = view.lang;
    let carry = &view.model.carry;
    carry.care.is_due(&view.model.journal, view.moment.now).then(|| {
        let way = if carry.can.share { Way::Share } else { Way::Download };
        let act = html! {
            <>
                { button("btn small", KeepWord::Later.say(lang), view.on(Msg::Carry(Move::Postponed))) }
                { button("btn small", KeepWord::Backup.say(lang), view.on(Msg::Carry(Move::AskedBackup(way)))) }
            </>
        };
        notice(Tone::Calm, KeepWord::Remind.say(lang), html! { { backup_standing(view) } }, act)
    })
}

fn awaited(view: &View<'_>) -> Option<Html> {
    let awaited = view.model.awaited?;
    let id = awaited.card;
    let card = view.model.writable(id)?;
    let title = match awaited.errand {
        Errand::Ask(_) => KeepSay::Awaited { name: card.name.as_str() }.say(view.lang),
        Errand::Pay => [card.name.as_str(), DOT, Label::WasItPaid.say(view.lang)].concat(),
    };
    let act = button("btn small", Word::Paste.say(view.lang), view.on(Msg::StartedLog(Some(id), Mode::Paste)));
    Some(notice(Tone::Calm, &title, Html::default(), act))
}

fn draft(view: &View<'_>, route: Route, form: &Form) -> Html {
    let Some(title) = unfinished(view, route, form) else { return Html::default() };
    notice(Tone::Calm, &title, Html::default(), link("btn small", Word::Continue.say(view.lang), route))
}

/// That what was typed at this place waits, though it is not shown: what it is about is not here.
pub(super) fn waits(view: &View<'_>) -> Option<Html> {
    let here = view.model.route;
    let (_, form) = view.model.forms.iter().find(|(at, form)| *at == here && form.touched)?;
    Some(banner(Tone::Calm, tag("b", "", unfinished(view, here, form)?)))
}

/// What was begun at a place; of several, each says whose it is.
fn unfinished(view: &View<'_>, route: Route, form: &Form) -> Option<String> {
    let word = match form.kind {
        FormKind::Card(_) => KeepWord::DraftCard,
        FormKind::Check(_) => KeepWord::DraftCheck,
        FormKind::TopUp(_) => KeepWord::DraftTopUp,
        FormKind::KeepAlive(_) => KeepWord::DraftKeepAlive,
        FormKind::Report => KeepWord::DraftReport,
        FormKind::Ask => return None,
    };
    let name = route.card().and_then(|id| view.model.book.card(id)).map(|card| card.name.as_str().to_owned());
    Some(dotted(&[Some(word.say(view.lang).to_owned()), name]))
}

/// What was just done, whether it is saved, and the way back. It stands above the bar, never over
/// the main button, and on no form.
pub(in crate::web) fn undo(view: &View<'_>) -> Html {
    let lang = view.lang;
    let safety = match view.model.saves.safety() {
        Safety::Quiet => None,
        Safety::Saved => Some(KeepWord::Saved),
        Safety::Saving => Some(KeepWord::Saving),
        Safety::Unconfirmed => Some(KeepWord::Unconfirmed),
        Safety::Weak(_) => Some(KeepWord::WeakTitle),
        Safety::Unsaved(_) => Some(KeepWord::UnsavedTitle),
    };
    // It would stand over a form's controls. All changes can be taken back in their list.
    let toast = match (view.model.undo, safety) {
        _ if view.model.form().is_some() => Html::default(),
        // Nor does what was done elsewhere stand over a call to make.
        (Some(Undo { deed, .. }), Some(KeepWord::Saved)) if goes_out(view.model.route) && !is_report(deed) => {
            Html::default()
        }
        (Some(undo), Some(safety)) => {
            let deed = deed_word(undo.deed).say(lang);
            let (word, name) = match undo.deed {
                Deed::Undone | Deed::UndoneInPart => (Word::Redo, KeepWord::RedoWhat.say(lang).to_owned()),
                _ => (Word::Undo, KeepSay::UndoOf { what: deed }.say(lang)),
            };
            // What was not done is not saved either.
            let says = match undo.deed {
                Deed::NotUndone => deed.to_owned(),
                _ => KeepSay::Deed { deed, safety: safety.say(lang) }.say(lang),
            };
            let back = view.model.journal.inverse(undo.event).is_some();
            html! {
                <div>
                    { tag("p", "", says) }
                    if back {
                        <button type="button" class="tap" aria-label={name} onclick={view.on(Msg::Undid(undo.event))}>
                            { word.say(lang) }
                        </button>
                    }
                </div>
            }
        }
        (None, Some(safety @ (KeepWord::Saving | KeepWord::Unconfirmed))) => {
            html! { <div>{ tag("p", "", safety.say(lang)) }</div> }
        }
        _ => Html::default(),
    };
    html! { <div class="toast" role="status">{ toast }</div> }
}

/// Whether the page leads to a carrier.
const fn goes_out(route: Route) -> bool {
    matches!(route, Route::Ways(_) | Route::Pay(_) | Route::RunOut(_) | Route::Clerk(_))
}

/// Whether it was done on such a page.
const fn is_report(deed: Deed) -> bool {
    matches!(deed, Deed::SavedReport | Deed::RemovedReport | Deed::Undone | Deed::NotUndone)
}

/// What a change did.
pub(super) const fn deed_word(deed: Deed) -> KeepWord {
    match deed {
        Deed::LoggedCheck => KeepWord::LoggedCheck,
        Deed::LoggedAndLearnt => KeepWord::LoggedAndLearnt,
        Deed::LoggedTopUp => KeepWord::LoggedTopUp,
        Deed::LoggedKeepAlive => KeepWord::LoggedKeepAlive,
        Deed::ChangedEntry => KeepWord::ChangedEntry,
        Deed::RemovedEntry => KeepWord::RemovedEntry,
        Deed::AddedCard => KeepWord::AddedCard,
        Deed::ChangedCard => KeepWord::ChangedCard,
        Deed::RemovedCard => KeepWord::RemovedCard,
        Deed::ArchivedCard => KeepWord::ArchivedCard,
        Deed::UnarchivedCard => KeepWord::UnarchivedCard,
        Deed::PinnedCard => KeepWord::PinnedCard,
        Deed::UnpinnedCard => KeepWord::UnpinnedCard,
        Deed::SavedPattern => KeepWord::SavedPattern,
        Deed::RemovedPattern => KeepWord::RemovedPattern,
        Deed::SavedReport => KeepWord::SavedReport,
        Deed::RemovedReport => KeepWord::RemovedReport,
        Deed::Undone => KeepWord::Undone,
        Deed::UndoneInPart => KeepWord::UndoneInPart,
        Deed::NotUndone => KeepWord::NotUndone,
    }
}
