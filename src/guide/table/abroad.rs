//! A few carriers of other countries, by country.
//!
//! Each fact with its source stands in docs/carriers.md; nothing here was tried on a live SIM.

use crate::guide::Asks::{Balance, Data, Money};
use crate::guide::Confidence::{Confirmed, OneSource, Unchecked};
use crate::guide::country;
use crate::guide::way::{app, call, dial, text, web};
use crate::guide::{Carrier, Names};

/// Other countries.
pub(super) const ABROAD: &[Carrier] = &[
    Carrier::new(
        "jp-bmobile",
        Names::new("b-mobile VISITOR SIM"),
        Some(&country::JP),
        &[web("www.bmobile.ne.jp/english/charge.html", Confirmed)],
        &[web("www.bmobile.ne.jp/english/charge.html", Confirmed)],
    ),
    Carrier::new(
        "jp-povo",
        Names::new("povo 2.0"),
        Some(&country::JP),
        &[app("povo2.0", Unchecked), web("povo.jp", Unchecked)],
        &[],
    ),
    Carrier::new(
        "jp-rakuten",
        Names::new("Rakuten Mobile|乐天移动|樂天行動"),
        Some(&country::JP),
        &[app("my Rakuten Mobile", Unchecked), web("network.mobile.rakuten.co.jp", Unchecked)],
        &[],
    ),
    Carrier::new(
        "jp-iijmio",
        Names::new("IIJmio"),
        Some(&country::JP),
        &[app("My IIJmio", Unchecked), web("www.iijmio.jp", Unchecked)],
        &[],
    ),
    Carrier::new(
        "kr-kt",
        Names::new("KT"),
        Some(&country::KR),
        &[call("1583", OneSource), app("My KT", Unchecked), web("www.kt.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "kr-neokosim",
        Names::new("NeoKOSIM"),
        Some(&country::KR),
        &[
            dial("#00", Balance, Confirmed),
            call("1544-4344", Confirmed),
            app("WHOMSIM", Confirmed),
            web("neokosim.com", Confirmed),
        ],
        &[app("WHOMSIM", Confirmed)],
    ),
    Carrier::new(
        "th-ais",
        Names::new("AIS"),
        Some(&country::TH),
        &[
            dial("*111*6#", Data, Confirmed),
            call("1175", Unchecked),
            app("myAIS", Unchecked),
            web("www.ais.th", Confirmed),
        ],
        &[],
    ),
    Carrier::new(
        "th-true",
        Names::new("TrueMove H"),
        Some(&country::TH),
        &[dial("#123#", Money, OneSource), call("1242", Unchecked), app("True iService", Unchecked)],
        &[dial("*123*PIN#", Balance, OneSource)],
    ),
    Carrier::new(
        "th-dtac",
        Names::new("dtac"),
        Some(&country::TH),
        &[call("1678", Unchecked), app("dtac", Unchecked)],
        &[],
    ),
    Carrier::new(
        "sg-singtel",
        Names::new("Singtel hi!|新电信|新電信"),
        Some(&country::SG),
        &[app("hi!App", Unchecked)],
        &[],
    ),
    Carrier::new(
        "sg-starhub",
        Names::new("StarHub prepaid|星和|星和"),
        Some(&country::SG),
        &[app("StarHub Prepaid", Unchecked)],
        &[],
    ),
    Carrier::new(
        "sg-m1",
        Names::new("M1 prepaid"),
        Some(&country::SG),
        &[web("mcardaccount.m1.com.sg/login", OneSource)],
        &[],
    ),
    Carrier::new(
        "my-hotlink",
        Names::new("Maxis Hotlink"),
        Some(&country::MY),
        &[
            dial("*100#", Balance, Confirmed),
            dial("*122#", Balance, OneSource),
            app("Hotlink", Unchecked),
            web("www.hotlink.com.my", Confirmed),
        ],
        &[dial("*111*PIN#", Balance, OneSource)],
    ),
    Carrier::new(
        "gb-giffgaff",
        Names::new("giffgaff"),
        Some(&country::GB),
        &[app("giffgaff", Unchecked), web("www.giffgaff.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "gb-o2",
        Names::new("O2 UK"),
        Some(&country::GB),
        &[text("20202", "BALANCE", Balance, Confirmed), call("4445", Unchecked), app("My O2", Unchecked)],
        &[],
    ),
    Carrier::new(
        "gb-three",
        Names::new("Three UK"),
        Some(&country::GB),
        &[call("333", Unchecked), app("Three", Unchecked), web("www.three.co.uk", Unchecked)],
        &[],
    ),
    Carrier::new("gb-ee", Names::new("EE"), Some(&country::GB), &[call("150", Unchecked), app("EE", Unchecked)], &[]),
    Carrier::new(
        "gb-vodafone",
        Names::new("Vodafone UK"),
        Some(&country::GB),
        &[call("191", Unchecked), app("My Vodafone", Unchecked)],
        &[],
    ),
    Carrier::new(
        "gb-cmlink",
        Names::new("CMLink UK|CMLink 英国|CMLink 英國"),
        Some(&country::GB),
        &[
            text("10086", "CHECK", Balance, Confirmed),
            call("10086", Confirmed),
            call("+44 797 300 0186", Confirmed),
            web("www.cmlink.com/uk", Confirmed),
        ],
        &[],
    ),
    Carrier::new(
        "ca-publicmobile",
        Names::new("Public Mobile"),
        Some(&country::CA),
        &[app("Public Mobile", Unchecked), web("www.publicmobile.ca", Unchecked)],
        &[],
    ),
    Carrier::new(
        "ca-lucky",
        Names::new("Lucky Mobile"),
        Some(&country::CA),
        &[call("*611", Unchecked), app("Lucky Mobile My Account", Unchecked), web("www.luckymobile.ca", Unchecked)],
        &[],
    ),
    Carrier::new(
        "ca-speakout",
        Names::new("SpeakOut"),
        Some(&country::CA),
        &[dial("*777#", Balance, OneSource), web("www.speakout7eleven.ca", Unchecked)],
        &[],
    ),
    Carrier::new(
        "au-optus",
        Names::new("Optus"),
        Some(&country::AU),
        &[
            text("9999", "BAL", Balance, Confirmed),
            call("555", Confirmed),
            app("My Optus", Confirmed),
            web("www.optus.com.au", Confirmed),
        ],
        &[],
    ),
    Carrier::new(
        "au-telstra",
        Names::new("Telstra"),
        Some(&country::AU),
        &[dial("#100#", Balance, OneSource), app("My Telstra", Unchecked)],
        &[],
    ),
];
