//! SIM Gauge (余量): the fuel gauge for a prepaid SIM.
//!
//! The modules in reading order. A module may use those above it, and only those that its row in
//! `tests/architecture.rs` allows.

pub mod domain;
pub mod i18n;
pub mod journal;
pub mod sms;

pub mod forecast;

pub mod plan;

pub mod chart;

#[cfg(feature = "web")]
pub mod web;
