//! Sellers of eSIM for travellers, at home nowhere.
//!
//! Each fact with its source stands in docs/carriers.md; nothing here was tried on a live SIM.

use crate::guide::Confidence::{Confirmed, OneSource, Unchecked};
use crate::guide::way::{app, web};
use crate::guide::{Carrier, Names};

/// The sellers of travel eSIM.
pub(super) const ESIM: &[Carrier] = &[
    Carrier::new(
        "esim-airalo",
        Names::new("Airalo"),
        None,
        &[app("Airalo", Confirmed), web("www.airalo.com", Confirmed)],
        &[app("Airalo", Confirmed), web("www.airalo.com", Confirmed)],
    ),
    Carrier::new(
        "esim-ubigi",
        Names::new("Ubigi"),
        None,
        &[app("Ubigi", Unchecked), web("cellulardata.ubigi.com", Unchecked)],
        &[app("Ubigi", Unchecked), web("cellulardata.ubigi.com", Unchecked)],
    ),
    Carrier::new(
        "esim-holafly",
        Names::new("Holafly"),
        None,
        &[app("Holafly", Unchecked), web("esim.holafly.com", Unchecked)],
        &[app("Holafly", Unchecked), web("esim.holafly.com", Unchecked)],
    ),
    Carrier::new(
        "esim-nomad",
        Names::new("Nomad"),
        None,
        &[app("Nomad eSIM", Unchecked), web("www.getnomad.app", Unchecked)],
        &[app("Nomad eSIM", Unchecked), web("www.getnomad.app", Unchecked)],
    ),
    Carrier::new(
        "esim-saily",
        Names::new("Saily"),
        None,
        &[app("Saily", Unchecked), web("saily.com", Unchecked)],
        &[app("Saily", Unchecked), web("saily.com", Unchecked)],
    ),
    Carrier::new(
        "esim-gigsky",
        Names::new("GigSky"),
        None,
        &[app("GigSky", Unchecked), web("www.gigsky.com", Unchecked)],
        &[app("GigSky", Unchecked), web("www.gigsky.com", Unchecked)],
    ),
    Carrier::new(
        "esim-maya",
        Names::new("Maya Mobile"),
        None,
        &[app("Maya Mobile", Unchecked), web("maya.net", Unchecked)],
        &[app("Maya Mobile", Unchecked), web("maya.net", Unchecked)],
    ),
    Carrier::new(
        "esim-alosim",
        Names::new("aloSIM"),
        None,
        &[app("aloSIM", Unchecked), web("alosim.com", Unchecked)],
        &[app("aloSIM", Unchecked), web("alosim.com", Unchecked)],
    ),
    Carrier::new(
        "esim-jetpac",
        Names::new("Jetpac"),
        None,
        &[app("Jetpac", Unchecked), web("www.jetpacglobal.com", Unchecked)],
        &[app("Jetpac", Unchecked), web("www.jetpacglobal.com", Unchecked)],
    ),
    Carrier::new(
        "esim-roamless",
        Names::new("Roamless"),
        None,
        &[app("Roamless", Unchecked), web("roamless.com", Unchecked)],
        &[app("Roamless", Unchecked), web("roamless.com", Unchecked)],
    ),
    Carrier::new(
        "esim-yesim",
        Names::new("Yesim"),
        None,
        &[app("Yesim", Unchecked), web("yesim.app", Unchecked)],
        &[app("Yesim", Unchecked), web("yesim.app", Unchecked)],
    ),
    Carrier::new(
        "esim-flexiroam",
        Names::new("Flexiroam"),
        None,
        &[app("Flexiroam", Unchecked), web("www.flexiroam.com", Unchecked)],
        &[app("Flexiroam", Unchecked), web("www.flexiroam.com", Unchecked)],
    ),
    Carrier::new(
        "esim-keepgo",
        Names::new("Keepgo"),
        None,
        &[app("Keepgo", Unchecked), web("www.keepgo.com", Unchecked)],
        &[app("Keepgo", Unchecked), web("www.keepgo.com", Unchecked)],
    ),
    Carrier::new(
        "esim-esimnet",
        Names::new("esim.net"),
        None,
        &[web("www.esim.net", Confirmed)],
        &[web("www.esim.net", Confirmed)],
    ),
    Carrier::new(
        "esim-silentlink",
        Names::new("Silent.link"),
        None,
        &[web("silent.link", Unchecked)],
        &[web("silent.link", Unchecked)],
    ),
    Carrier::new(
        "esim-tsim",
        Names::new("T-SIM"),
        None,
        &[web("search.t-sim.hk/dataplan/group/inplus", OneSource)],
        &[web("search.t-sim.hk/dataplan/group/inplus", OneSource)],
    ),
    Carrier::new(
        "esim-globalesim",
        Names::new("GlobaleSIM"),
        None,
        &[app("GlobaleSIM", OneSource), web("globalesim.app", Confirmed)],
        &[app("GlobaleSIM", OneSource), web("globalesim.app", Confirmed)],
    ),
    Carrier::new(
        "esim-truphone",
        Names::new("1GLOBAL (Truphone)"),
        None,
        &[app("Truphone", Unchecked), web("www.1global.com", Unchecked)],
        &[app("Truphone", Unchecked), web("www.1global.com", Unchecked)],
    ),
    Carrier::new(
        "esim-bnesim",
        Names::new("BNESIM"),
        None,
        &[app("BNESIM", Unchecked), web("www.bnesim.com", Unchecked)],
        &[app("BNESIM", Unchecked), web("www.bnesim.com", Unchecked)],
    ),
];
