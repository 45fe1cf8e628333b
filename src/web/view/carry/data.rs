//! Where the data is, how it is carried out, and how it moves.

use super::part;
use crate::app::carry::{Carry, Handing, Listing, Move, SecretFault, Way};
use crate::app::{Route, StoreFault};
use crate::i18n::format;
use crate::i18n::text::carry::{CarrySay, CarryWord};
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_erase::EraseWord;
use crate::i18n::text::screens_keep::KeepWord;
use crate::i18n::text::screens_settings::{SettingsSay, SettingsWord};
use crate::i18n::text::table::TableWord;
use crate::web::view::View;
use crate::web::view::notice::fault_word;
use crate::web::view::parts::{Tone, banner, button, chip, header, link, tag};
use crate::web::view::say::DOT;
use yew::{Html, html};

pub(in crate::web::view) fn data(view: &View<'_>) -> Html {
    let lang = view.lang;
    let say = |word: CarryWord| word.say(lang);
    html! {
        <>
            { header(view, Word::Data.say(lang), Route::Settings) }
            <main class="settings">
                { part(KeepWord::Backup.say(lang), backup(view)) }
                { part(say(CarryWord::Restore), html! {
                    <>
                        { tag("p", "", say(CarryWord::RestoreSays)) }
                        { button("btn", say(CarryWord::ChooseFile), view.carry(Move::AskedFile)) }
                        { link("btn", say(CarryWord::PasteText), Route::Import) }
                    </>
                }) }
                { part(TableWord::Table.say(lang), html! {
                    <>
                        { tag("p", "", TableWord::TableSays.say(lang)) }
                        { button("btn", TableWord::Entries.say(lang), view.carry(Move::AskedTable(Listing::Entries))) }
                        { button("btn", TableWord::TopUps.say(lang), view.carry(Move::AskedTable(Listing::TopUps))) }
                        { button("btn", TableWord::Import.say(lang), view.carry(Move::AskedFile)) }
                    </>
                }) }
                { part(say(CarryWord::Move), html! {
                    <>
                        { tag("p", "", say(CarryWord::MoveSays)) }
                        { button("btn", say(CarryWord::Copy), view.carry(Move::AskedBackup(Way::Copy))) }
                        { handed(view, |way| way == Way::Copy) }
                    </>
                }) }
                { part(SettingsWord::Storage.say(lang), storage(view)) }
            </main>
        </>
    }
}

/// When the last backup was, and what is in none.
pub(in crate::web::view) fn standing(view: &View<'_>) -> String {
    let lang = view.lang;
    let care = &view.model.carry.care;
    let Some((at, _)) = care.backup else { return SettingsWord::Never.say(lang).to_owned() };
    let when = format::instant(at, &view.moment.device, view.moment.now, lang);
    let last = CarrySay::Last { when: &when }.say(lang);
    match care.changes_since(&view.model.journal) {
        0 => last,
        count => [last, CarrySay::Since { count: &count.to_string() }.say(lang)].join(DOT),
    }
}

fn backup(view: &View<'_>) -> Html {
    let lang = view.lang;
    let carry = &view.model.carry;
    let ways = [
        (carry.can.share, Way::Share, CarryWord::Share),
        (carry.can.save_as, Way::SaveAs, CarryWord::SaveAs),
        (true, Way::Download, CarryWord::Download),
    ];
    let ways = ways.into_iter().filter(|way| way.0).enumerate();
    // The first that the browser has is the one to tap without thinking.
    let ways = ways.map(|(place, (_, way, word))| {
        button(if place == 0 { "btn main" } else { "btn" }, word.say(lang), view.carry(Move::AskedBackup(way)))
    });
    html! {
        <>
            { tag("p", "", CarryWord::BackupSays.say(lang)) }
            { tag("p", "num", standing(view)) }
            { lock(view, carry) }
            { for ways }
            { handed(view, |way| way != Way::Copy) }
        </>
    }
}

/// The passphrase, where one is wanted.
fn lock(view: &View<'_>, carry: &Carry) -> Html {
    let say = |word: CarryWord| word.say(view.lang);
    if !carry.can.crypto {
        return tag("p", "note", say(CarryWord::NoLock));
    }
    let wrong = carry.secret_fault().filter(|_| !carry.secret.0.is_empty());
    let short = (wrong == Some(SecretFault::Short)).then(|| say(CarryWord::SecretShort));
    let different = wrong.filter(|wrong| *wrong == SecretFault::Different && !carry.again.0.is_empty());
    html! {
        <>
            { tag("div", "chips", chip(say(CarryWord::Lock), carry.locked, view.carry(Move::ChoseLock(!carry.locked)))) }
            if carry.locked {
                { banner(Tone::Warn, html! { { say(CarryWord::LockSays) } }) }
                { view.secret("secret", say(CarryWord::Passphrase), &carry.secret, short, Move::TypedSecret) }
                { view.secret("again", say(CarryWord::Again), &carry.again, different.map(|_| say(CarryWord::SecretDifferent)), Move::TypedAgain) }
            }
        </>
    }
}

/// How it went, beside the buttons that did it.
fn handed(view: &View<'_>, here: fn(Way) -> bool) -> Html {
    let word = match view.model.carry.handing {
        Some(Handing::Working(way, _)) if here(way) => Some(CarryWord::Working),
        Some(Handing::Done(way)) if here(way) => Some(match way {
            Way::Share => CarryWord::DoneShare,
            Way::SaveAs => CarryWord::DoneSaveAs,
            Way::Download => CarryWord::DoneDownload,
            Way::Copy => CarryWord::DoneCopy,
        }),
        Some(Handing::Failed) => Some(CarryWord::HandFailed),
        _ => None,
    };
    html! { <p role="status">{ for word.map(|word| word.say(view.lang)) }</p> }
}

fn storage(view: &View<'_>) -> Html {
    let lang = view.lang;
    let model = view.model;
    let state = |state: Option<Result<(), StoreFault>>| match state {
        None => SettingsWord::Asking.say(lang),
        Some(Ok(())) => SettingsWord::Works.say(lang),
        Some(Err(fault)) => fault_word(fault).say(lang),
    };
    let set_aside = model.journal.set_aside().count();
    html! {
        <>
            { tag("p", "", SettingsWord::StorageSays.say(lang)) }
            <dl class="pairs">
                <div>{ tag("dt", "", SettingsWord::LocalStore.say(lang)) }{ tag("dd", "", state(Some(model.stores.local))) }</div>
                <div>{ tag("dt", "", SettingsWord::DatabaseStore.say(lang)) }{ tag("dd", "", state(model.stores.database)) }</div>
            </dl>
            { tag("p", "num", SettingsSay::Records { count: &model.journal.len().to_string() }.say(lang)) }
            if set_aside > 0 {
                { tag("p", "num", SettingsSay::SetAside { count: &set_aside.to_string() }.say(lang)) }
            }
            { for model.carry.persisted.map(|promised| {
                tag("p", "", if promised { CarryWord::Persisted } else { CarryWord::NotPersisted }.say(lang))
            }) }
            if model.carry.persisted == Some(false) {
                { button("btn", CarryWord::AskPersist.say(lang), view.carry(Move::AskedPersist)) }
            }
            { tag("p", "note", SettingsWord::CanBeLost.say(lang)) }
            { link("btn", Word::Changes.say(lang), Route::Changes) }
            { link("btn stop", EraseWord::EraseAll.say(lang), Route::Erase(None)) }
        </>
    }
}
