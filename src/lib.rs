//! SIM Gauge (余量): the fuel gauge for a prepaid SIM.
//!
//! The modules in reading order. A module may use those above it, and only those that its row in
//! `tests/architecture.rs` allows.

pub mod domain;

pub(crate) mod json;

pub mod sms;

pub mod forecast;

pub mod plan;

pub mod guide;

pub mod i18n;

pub mod chart;

pub mod journal;

pub mod app;

#[cfg(feature = "web")]
pub mod web;
