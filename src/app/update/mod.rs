//! The update function: a message in, a changed model and effects out.
//!
//! No clock, no storage, no page in here. A changed book always goes through `keep`, which yields
//! the effect that saves it: no arm can forget to.

mod came;
mod carry;
mod drafts;
mod forms;
mod fresh;
mod incoming;
mod keep;
mod paid;
mod report;
mod seldom;
mod stores;
mod submit;
mod world;

pub(super) use keep::concerns;
pub use seldom::{lacks, update_seldom};
pub use submit::{drafted, problems};

use super::awaited::Errand;
use super::directory;
use super::effect::{Effect, Local};
use super::form::{Came, drafts_from_text};
use super::model::{Deed, Model};
use super::msg::{Mode, Msg};
use super::reads;
use super::route::Route;
use crate::domain::{Card, Moment, Source};
use crate::journal::Change;

/// Takes a message in.
pub fn update(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    if msg.is_seldom() { update_seldom(model, moment, msg) } else { update_often(model, moment, msg) }
}

/// [`update`] for what is often done; a message that [is seldom](Msg::is_seldom) changes nothing here.
pub fn update_often(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    read_rest(model);
    let effects = took(model, moment, msg);
    reads::look(model, moment);
    effects
}

/// Reads what the first look did without: no message is answered before.
fn read_rest(model: &mut Model) {
    model.read_on(usize::MAX);
    let begun = std::mem::take(&mut model.begun);
    model.forms.splice(..0, drafts_from_text(&begun));
}

fn took(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::ChoseLang(lang) => {
            model.lang = lang;
            vec![Effect::ShowLang(lang), Effect::KeepLocal(Local::Lang, lang.tag().to_owned())]
        }
        Msg::ChoseTheme(theme) => {
            model.theme = theme;
            vec![Effect::ShowTheme(theme), Effect::KeepLocal(Local::Theme, theme.word().to_owned())]
        }
        Msg::Undid(event) => {
            let effects = keep::undo(model, moment, event);
            // What was brought back has its form.
            forms::open(model, moment, model.route);
            effects
        }
        Msg::Carry(said) => carry::moved(model, moment, said),
        Msg::ClosedWiped => {
            model.wiped = None;
            Vec::new()
        }
        Msg::AcceptedUpdate => vec![Effect::ApplyUpdate],
        Msg::AskedDirectory => directory::asked(model),
        Msg::AskedCopy(text) => {
            model.copied = None;
            vec![Effect::CopyText(text)]
        }
        Msg::Copied(text) => {
            model.copied = Some(text);
            Vec::new()
        }
        Msg::StartedLog(card, mode) => started_log(model, moment, card, mode),
        Msg::AskedCarrier(card, source) => world::left(model, moment, card, Errand::Ask(source)),
        Msg::SawFigure(card, source) => forms::asked(model, moment, card, source),
        Msg::StartedTopUp(card) => came::beside(model, moment, card, Came::TopUp),
        Msg::StartedCycle(card) => came::beside(model, moment, card, Came::NewCycle),
        Msg::ExplainedRise(check, came) => came::explained(model, moment, check, came),
        Msg::WasSure(check) => came::sure(model, moment, check),
        Msg::WentToPay(card, channel) => {
            model.paying = channel.map(|channel| (card, channel));
            world::left(model, moment, card, Errand::Pay)
        }
        Msg::SoughtHotspot => forms::sought_hotspot(model, moment),
        Msg::Sought(field) => {
            model.sought = Some(field);
            Vec::new()
        }
        Msg::Paid(card) => paid::paid(model, moment, card),
        Msg::SawArrival(entry) => paid::saw_arrival(model, moment, entry, None, false),
        Msg::SawArrivalAsSaid(entry) => paid::saw_arrival(model, moment, entry, None, true),
        Msg::KnewArrival(entry, at) => paid::saw_arrival(model, moment, entry, Some(at), false),
        Msg::RemovedEntry(entry) => {
            let Some(kept) = model.book.entries.get(&entry) else { return Vec::new() };
            let (card, replaces) = (kept.value.card, kept.version);
            forms::removed(model, moment, Change::RemovedEntry { entry, replaces }, Deed::RemovedEntry, card)
        }
        Msg::RemovedCard(card) => {
            let Some(kept) = model.book.cards.get(&card) else { return Vec::new() };
            let replaces = kept.version;
            forms::removed(model, moment, Change::RemovedCard { card, replaces }, Deed::RemovedCard, card)
        }
        Msg::RemovedPattern(pattern) => {
            let Some(kept) = model.book.patterns.get(&pattern) else { return Vec::new() };
            let replaces = kept.version;
            keep::keep(model, moment, Change::RemovedPattern { pattern, replaces }, Deed::RemovedPattern)
        }
        Msg::Archived(card, archived) => {
            let Some(kept) = model.book.cards.get(&card) else { return Vec::new() };
            let value = Card { archived, ..Card::clone(&kept.value) }.into();
            let replaces = Some(kept.version);
            let deed = if archived { Deed::ArchivedCard } else { Deed::UnarchivedCard };
            keep::keep(model, moment, Change::SavedCard { card, replaces, value }, deed)
        }
        Msg::Pinned(card, pinned) => {
            let deed = if pinned { Deed::PinnedCard } else { Deed::UnpinnedCard };
            keep::keep(model, moment, Change::PinnedCard { card: pinned.then_some(card) }, deed)
        }
        Msg::ChoseRange(range) => {
            model.range = range;
            Vec::new()
        }
        Msg::OpenedTables(open) => {
            model.tables = open;
            Vec::new()
        }
        Msg::RevealedNumber(revealed) => {
            model.number_revealed = revealed;
            Vec::new()
        }
        Msg::AskedMore => {
            model.rows += Model::PAGE;
            Vec::new()
        }
        Msg::Typed(field, text) => forms::typed(model, moment, field, text),
        Msg::Answered(figure, answer) => forms::answered(model, moment, figure, answer),
        Msg::AskedPaste => vec![Effect::ReadClipboard],
        Msg::Submitted => {
            let mut effects = submit::submitted(model, moment);
            effects.extend(carry::after_saving(model, moment));
            effects
        }
        Msg::Cancelled => forms::cancelled(model, moment),
        Msg::StartedOver => forms::started_over(model, moment),
        Msg::Navigated(route) => world::navigated(model, moment, route),
        Msg::ReadClipboard(result) => forms::read_clipboard(model, moment, result),
        Msg::StoreAnswered(order, answer) => stores::answered(model, moment, order, answer),
        Msg::Waited(key) => {
            model.saves.waited(&key);
            Vec::new()
        }
        Msg::FetchedDirectory(text) => {
            directory::fetched(model, text.as_deref());
            Vec::new()
        }
        Msg::OtherTabWrote(engine, records) => stores::other_tab_wrote(model, moment, engine, records),
        Msg::FoundDrafts(texts) => drafts::found(model, moment, &texts),
        Msg::UndoEnded(event) => {
            if model.undo.is_some_and(|undo| undo.event == event) {
                model.undo = None;
            }
            Vec::new()
        }
        Msg::CameBack => world::came_back(model, moment),
        Msg::NetworkChanged(online) => {
            model.online = online;
            Vec::new()
        }
        Msg::MinutePassed => stores::orders(model.stores.retry()),
        Msg::UpdateWaits => {
            model.update_waits = true;
            Vec::new()
        }
        // These are for `update_seldom`.
        Msg::AgreedToWipe(_)
        | Msg::StartedReport(..)
        | Msg::Reported(..)
        | Msg::RemovedReport(_)
        | Msg::SubmittedReport
        | Msg::AskedCalendar(..) => Vec::new(),
    }
}

/// What the owner of a card did last is what the main button offers first.
#[must_use]
pub fn main_mode(model: &Model, card: crate::domain::CardId) -> Mode {
    let last = model.book.ledger(card).and_then(|ledger| ledger.last_source());
    let data_only = model.book.card(card).is_some_and(|card| {
        matches!(card.form, crate::domain::CardForm::DataOnly | crate::domain::CardForm::AppManaged)
    });
    let pastes = last.map_or(!data_only, super::source::is_pasted);
    if pastes { Mode::Paste } else { Mode::Type }
}

fn started_log(model: &mut Model, moment: &Moment, card: Option<crate::domain::CardId>, mode: Mode) -> Vec<Effect> {
    let route = Route::Log(card);
    forms::open(model, moment, route);
    let untouched = model.forms.iter_mut().find(|(at, form)| *at == route && !form.touched);
    if let Some((_, form)) = untouched {
        let (word, source) = match mode {
            Mode::Paste => ("paste", Source::Text),
            Mode::Type => ("type", Source::App),
        };
        if form.get(super::form::Field::Mode) != word {
            form.set(super::form::Field::Mode, word);
            form.set(super::form::Field::Source, super::source::word(source));
        }
    }
    model.clipboard = None;
    let mut effects = vec![Effect::Go { route, replace: false }];
    if mode == Mode::Paste {
        effects.push(Effect::ReadClipboard);
    }
    effects
}
