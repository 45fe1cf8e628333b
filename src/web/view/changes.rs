//! Every change, newest first, each with the way back where there is one.

use super::View;
use super::notice::deed_word;
use super::parts::{self, header, tag};
use super::say::DOT;
use crate::app::screen::{ChangeRow, What, changes as rows};
use crate::app::{Deed, Msg, Route};
use crate::domain::Fact;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_keep::KeepSay;
use crate::i18n::text::screens_settings::SettingsWord;
use yew::{Html, html};

pub(super) fn changes(view: &View<'_>) -> Html {
    let lang = view.lang;
    let rows = rows(view.model, view.model.rows);
    html! {
        <>
            { header(view, Word::Changes.say(lang), Route::Settings) }
            <main>
                { tag("p", "note", if rows.is_empty() { SettingsWord::NoChanges } else { SettingsWord::ChangesSay }.say(lang)) }
                <ul class="changes">{ for rows.iter().map(|row| one(view, row)) }</ul>
                { super::history::more(view, view.model.journal.events().count()) }
            </main>
        </>
    }
}

fn one(view: &View<'_>, row: &ChangeRow<'_>) -> Html {
    let lang = view.lang;
    let what = deed_word(deed(row.what)).say(lang);
    let made = row.made.map(|at| super::say::instant(view, at)).unwrap_or_default();
    let mut lines = vec![made];
    lines.extend(row.card.map(ToString::to_string));
    if let What::AddedEntry(entry) | What::ChangedEntry(entry) = row.what {
        let card = view.model.book.card(entry.card);
        lines.extend(card.and_then(|card| super::history::amount(view, card, entry)));
    }
    let undo = || (Word::Undo.say(lang), KeepSay::UndoOf { what }.say(lang), view.on(Msg::Undid(row.event)));
    parts::row(row.event.to_string(), what.to_owned(), lines.join(DOT), row.reversible.then(undo))
}

const fn deed(what: What<'_>) -> Deed {
    match what {
        What::AddedCard => Deed::AddedCard,
        What::ChangedCard => Deed::ChangedCard,
        What::Archived(true) => Deed::ArchivedCard,
        What::Archived(false) => Deed::UnarchivedCard,
        What::RemovedCard => Deed::RemovedCard,
        What::AddedEntry(entry) => match entry.fact {
            Fact::Check(_) => Deed::LoggedCheck,
            Fact::TopUp(_) => Deed::LoggedTopUp,
            Fact::KeepAlive(_) => Deed::LoggedKeepAlive,
        },
        What::ChangedEntry(_) => Deed::ChangedEntry,
        What::RemovedEntry => Deed::RemovedEntry,
        What::SavedPattern => Deed::SavedPattern,
        What::RemovedPattern => Deed::RemovedPattern,
        What::Reported(true) => Deed::SavedReport,
        What::Reported(false) => Deed::RemovedReport,
        What::Pinned(true) => Deed::PinnedCard,
        What::Pinned(false) => Deed::UnpinnedCard,
    }
}
