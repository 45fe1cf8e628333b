//! The doors to the parts of the program that the first look does not need.
//!
//! The build cuts the wasm in three along these functions (docs/decisions/parts.md). What only
//! they reach stands in the other files: the later part is fetched right behind the first, and until
//! it is there the gauge is seen and what is tapped waits; what is seldom wanted is fetched when it
//! is. Compiled natively the doors are plain calls.

#![allow(
    unsafe_code,
    reason = "the macro declares the doors as foreign functions, each with the signature of its body"
)]
#![allow(improper_ctypes_definitions, improper_ctypes, reason = "one compiler builds both sides of a door")]

use super::device::Device;
use super::view::{self, View, alerts, card, notice};
use crate::app::screen::{CardScreen, ListScreen};
use crate::app::{Effect, Model, Msg, update_often, update_seldom};
use crate::domain::{Moment, Timestamp};
use crate::i18n::Lang;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Html;

/// A part of the program behind the first.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// What is wanted at almost every visit: the forms, the reading of replies, the stores.
    Later,
    /// What is seldom wanted. It leans on the later part, so that one comes before it.
    Seldom,
}

/// Fetches a part. After a failure it may be tried again.
pub(super) async fn load(part: Part) -> Result<(), SplitLoaderError> {
    // Each door has a lock of its own; behind those of a part are its files, which are fetched once.
    match part {
        Part::Later => {
            open_take().await?;
            open_run().await?;
            open_late().await?;
            open_draw().await
        }
        Part::Seldom => {
            open_take_seldom().await?;
            open_run_seldom().await?;
            open_draw_seldom().await
        }
    }
}

/// [`crate::app::update`]; nothing happens before [`load`] has come to its end for the message's part.
pub(super) fn updated(model: &mut Model, moment: &Moment, msg: Rc<Msg>) -> Vec<Effect> {
    if msg.is_seldom() { at_once(take_seldom(model, moment, msg)) } else { at_once(take(model, moment, msg)) }
}

/// Carries an effect out; nothing happens before [`load`] has come to its end for the effect's part.
pub(super) fn perform(device: &Device, effect: Effect, lang: Lang) {
    if effect.is_seldom() {
        at_once(run_seldom(device, effect, lang));
    } else {
        at_once(run(device, Some(effect)));
    }
}

/// What the page has to do once, when the later part is there.
pub(super) fn settle_in(device: &Device) {
    at_once(run(device, None));
}

/// The screens that no first look shows, and on which something is logged.
pub(super) fn screen(view: &View<'_>) -> Html {
    at_once(draw(Drawn::Screen, view))
}

/// The screens that are seldom opened.
pub(super) fn seldom_screen(view: &View<'_>) -> Html {
    at_once(draw_seldom(view))
}

/// What stands above a screen until it is settled.
pub(super) fn standing(view: &View<'_>) -> Html {
    at_once(draw(Drawn::Standing, view))
}

/// What was just done.
pub(super) fn undo(view: &View<'_>) -> Html {
    at_once(draw(Drawn::Undo, view))
}

/// What stands below the first look at a card, one's `own` or another.
pub(super) fn rest(view: &View<'_>, card: &CardScreen<'_>, own: bool) -> Html {
    at_once(draw(Drawn::Rest(card, own), view))
}

/// What waits for the person, below what is there already.
pub(super) fn waiting(view: &View<'_>) -> Html {
    at_once(draw(Drawn::Waiting, view))
}

/// Whether what was paid for on a card [is late](CardScreen::is_late): its checks must be looked through for that, and
/// before [`load`] has come to its end nothing is said to be.
pub(super) fn is_late(card: &CardScreen<'_>, now: Timestamp) -> bool {
    at_once(late(card, now))
}

/// The next thing to do over all cards.
pub(super) fn next_of_all(view: &View<'_>, list: &ListScreen<'_>) -> Html {
    at_once(draw(Drawn::NextOfAll(list), view))
}

/// What is drawn behind the door; nothing of it before [`load`] has come to its end.
enum Drawn<'a> {
    Screen,
    Rest(&'a CardScreen<'a>, bool),
    NextOfAll(&'a ListScreen<'a>),
    Waiting,
    Standing,
    Undo,
}

#[wasm_split(seldom, fallible, preload(open_take_seldom))]
fn take_seldom(model: &mut Model, moment: &Moment, msg: Rc<Msg>) -> Result<Vec<Effect>, SplitLoaderError> {
    Ok(update_seldom(model, moment, Rc::unwrap_or_clone(msg)))
}

#[wasm_split(seldom, fallible, preload(open_run_seldom))]
fn run_seldom(device: &Device, effect: Effect, lang: Lang) -> Result<(), SplitLoaderError> {
    device.perform_seldom(effect, lang);
    Ok(())
}

#[wasm_split(seldom, fallible, preload(open_draw_seldom))]
fn draw_seldom(view: &View<'_>) -> Result<Html, SplitLoaderError> {
    Ok(view::seldom_screen(view))
}

#[wasm_split(later, fallible, preload(open_take))]
fn take(model: &mut Model, moment: &Moment, msg: Rc<Msg>) -> Result<Vec<Effect>, SplitLoaderError> {
    Ok(update_often(model, moment, Rc::unwrap_or_clone(msg)))
}

#[wasm_split(later, fallible, preload(open_run))]
fn run(device: &Device, effect: Option<Effect>) -> Result<(), SplitLoaderError> {
    match effect {
        Some(effect) => device.perform(effect),
        None => device.settle_in(),
    }
    Ok(())
}

#[wasm_split(later, fallible, preload(open_late))]
fn late(card: &CardScreen<'_>, now: Timestamp) -> Result<bool, SplitLoaderError> {
    Ok(card.is_late(now))
}

#[wasm_split(later, fallible, preload(open_draw))]
fn draw(part: Drawn<'_>, view: &View<'_>) -> Result<Html, SplitLoaderError> {
    Ok(match part {
        Drawn::Screen => view::other_screen(view),
        Drawn::Rest(card, own) => card::rest(view, card, own),
        Drawn::NextOfAll(list) => alerts::next_of_all(view, list),
        Drawn::Waiting => notice::waiting(view),
        Drawn::Standing => notice::standing(view),
        Drawn::Undo => notice::undo(view),
    })
}

/// Behind a door that is open, work has an answer the first time it is asked.
fn at_once<T: Default>(work: impl Future<Output = Result<T, SplitLoaderError>>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(done)) => done,
        Poll::Ready(Err(_)) | Poll::Pending => T::default(),
    }
}
