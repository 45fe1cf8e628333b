//! The doors to the later part of the program: what the first look does not need.
//!
//! The build cuts the wasm in two along these functions (docs/decisions/two-parts.md). What only
//! they reach stands in the second file, which is fetched right behind the first; until it is
//! there, the gauge is seen and what is tapped waits. Compiled natively they are plain calls.

#![allow(
    unsafe_code,
    reason = "the macro declares the doors as foreign functions, each with the signature of its body"
)]
#![allow(improper_ctypes_definitions, improper_ctypes, reason = "one compiler builds both sides of a door")]

use super::device::Device;
use super::view::{self, View, notice, open};
use crate::app::screen::CardScreen;
use crate::app::{Effect, Model, Msg, update};
use crate::domain::Moment;
use crate::i18n::Lang;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Html;

/// Fetches the later part. After a failure it may be tried again.
pub(super) async fn load() -> Result<(), SplitLoaderError> {
    // Each door has a lock of its own; behind them is one file, which is fetched once.
    open_take().await?;
    open_run().await?;
    open_draw().await
}

/// [`crate::app::update`]; nothing happens before [`load`] has come to its end.
pub(super) fn updated(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    at_once(take(model, moment, msg))
}

/// Carries an effect out; nothing happens before [`load`] has come to its end.
pub(super) fn perform(device: &Device, effect: Effect, lang: Lang) {
    at_once(run(device, Some((effect, lang))));
}

/// What the page has to do once, when all of the program is there.
pub(super) fn settle_in(device: &Device) {
    at_once(run(device, None));
}

/// The screens that no first look shows.
pub(super) fn screen(view: &View<'_>) -> Html {
    at_once(draw(Part::Screen, view))
}

/// What stands above a screen until it is settled.
pub(super) fn standing(view: &View<'_>) -> Html {
    at_once(draw(Part::Standing, view))
}

/// What was just done.
pub(super) fn undo(view: &View<'_>) -> Html {
    at_once(draw(Part::Undo, view))
}

/// What is not settled about a card, beneath its gauge.
pub(super) fn open(view: &View<'_>, card: &CardScreen<'_>) -> Html {
    at_once(draw(Part::Open(card), view))
}

/// What is drawn behind the door; nothing of it before [`load`] has come to its end.
enum Part<'a> {
    Screen,
    Open(&'a CardScreen<'a>),
    Standing,
    Undo,
}

#[wasm_split(later, fallible, preload(open_take))]
fn take(model: &mut Model, moment: &Moment, msg: Msg) -> Result<Vec<Effect>, SplitLoaderError> {
    Ok(update(model, moment, msg))
}

#[wasm_split(later, fallible, preload(open_run))]
fn run(device: &Device, effect: Option<(Effect, Lang)>) -> Result<(), SplitLoaderError> {
    match effect {
        Some((effect, lang)) => device.perform(effect, lang),
        None => device.settle_in(),
    }
    Ok(())
}

#[wasm_split(later, fallible, preload(open_draw))]
fn draw(part: Part<'_>, view: &View<'_>) -> Result<Html, SplitLoaderError> {
    Ok(match part {
        Part::Screen => view::other_screen(view),
        Part::Open(card) => open::open(view, card),
        Part::Standing => notice::standing(view),
        Part::Undo => notice::undo(view),
    })
}

/// Behind a door that is open, work has an answer the first time it is asked.
fn at_once<T: Default>(work: impl Future<Output = Result<T, SplitLoaderError>>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(done)) => done,
        Poll::Ready(Err(_)) | Poll::Pending => T::default(),
    }
}
