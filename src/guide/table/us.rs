//! Carriers of the United States, those that visitors buy first.
//!
//! Each fact with its source stands in docs/carriers.md; nothing here was tried on a live SIM.

use crate::guide::Asks::{Balance, Data, Money};
use crate::guide::Confidence::{Confirmed, OneSource, Unchecked};
use crate::guide::country;
use crate::guide::way::{app, call, dial, text, web};
use crate::guide::{Carrier, Names};

/// The United States.
pub(super) const US: &[Carrier] = &[
    Carrier::new(
        "us-att-prepaid",
        Names::new("AT&T Prepaid|AT&T 预付费|AT&T 預付卡"),
        Some(&country::US),
        &[
            dial("*777#", Balance, Confirmed),
            call("611", Confirmed),
            call("1-800-901-9878", Confirmed),
            app("myAT&T", OneSource),
            web("www.att.com/prepaid", Unchecked),
        ],
        &[
            dial("*888*PIN#", Balance, OneSource),
            call("611", Confirmed),
            call("1-800-901-9878", Confirmed),
            app("myAT&T", OneSource),
            web("www.att.com/prepaid/refill", Unchecked),
        ],
    ),
    Carrier::new(
        "us-tmobile-prepaid",
        Names::new("T-Mobile Prepaid|T-Mobile 预付费|T-Mobile 預付卡"),
        Some(&country::US),
        &[
            dial("#999#", Balance, Confirmed),
            dial("#225#", Money, OneSource),
            dial("#932#", Data, OneSource),
            call("1-877-778-2106", Confirmed),
            call("611", Unchecked),
            app("T-Life", Unchecked),
            web("my.t-mobile.com", OneSource),
        ],
        &[
            dial("*233", Balance, Confirmed),
            call("1-877-778-2106", OneSource),
            app("T-Life", Unchecked),
            web("prepaid.t-mobile.com", Unchecked),
        ],
    ),
    Carrier::new(
        "us-verizon-prepaid",
        Names::new("Verizon Prepaid|Verizon 预付费|Verizon 預付卡"),
        Some(&country::US),
        &[
            dial("#225", Money, OneSource),
            dial("#3282", Data, OneSource),
            call("*611", Unchecked),
            app("My Verizon", OneSource),
            web("www.verizon.com/prepaid", Unchecked),
        ],
        &[app("My Verizon", OneSource), web("www.verizon.com/prepaid/refill", Unchecked)],
    ),
    Carrier::new(
        "us-ultra",
        Names::new("Ultra Mobile"),
        Some(&country::US),
        &[
            text("6700", "BAL", Balance, Confirmed),
            call("1-888-777-0446", Confirmed),
            call("611", OneSource),
            app("Ultra Mobile", Unchecked),
            web("my.ultra.me", Confirmed),
        ],
        &[call("611", OneSource), web("my.ultra.me", Confirmed)],
    ),
    Carrier::new(
        "us-mint",
        Names::new("Mint Mobile"),
        Some(&country::US),
        &[app("Mint Mobile", OneSource), web("my.mintmobile.com", Unchecked)],
        &[app("Mint Mobile", Unchecked), web("my.mintmobile.com", Unchecked)],
    ),
    Carrier::new(
        "us-usmobile",
        Names::new("US Mobile"),
        Some(&country::US),
        &[
            text("+1 888 878 1488", "BALANCE", Balance, Confirmed),
            app("US Mobile", Confirmed),
            web("www.usmobile.com/dashboard", OneSource),
        ],
        &[app("US Mobile", Confirmed), web("www.usmobile.com", Unchecked)],
    ),
    Carrier::new(
        "us-tello",
        Names::new("Tello"),
        Some(&country::US),
        &[app("My Tello", Confirmed), web("tello.com/account", Unchecked)],
        &[app("My Tello", OneSource), web("tello.com", OneSource)],
    ),
    Carrier::new(
        "us-lycamobile",
        Names::new("Lycamobile USA"),
        Some(&country::US),
        &[call("622", Unchecked), app("Lyca Mobile USA", Unchecked), web("www.lycamobile.us", Unchecked)],
        &[web("www.lycamobile.us", Unchecked)],
    ),
    Carrier::new(
        "us-googlefi",
        Names::new("Google Fi Wireless"),
        Some(&country::US),
        &[app("Google Fi Wireless", Unchecked), web("fi.google.com/account", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-ctexcel",
        Names::new("CTExcel US|中国电信美国 CTExcel|中國電信美國 CTExcel"),
        Some(&country::US),
        &[app("CTExcel", Unchecked), web("www.ctexcel.us", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-cmlink",
        Names::new("CMLink US|中国移动国际 CMLink 美国|中國移動國際 CMLink 美國"),
        Some(&country::US),
        &[app("CMLink", Unchecked), web("www.cmlink.com/us", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-cuniq",
        Names::new("CUniq US|中国联通美国 CUniq|中國聯通美國 CUniq"),
        Some(&country::US),
        &[app("CUniq", Unchecked), web("www.cuniq.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-h2o",
        Names::new("H2O Wireless"),
        Some(&country::US),
        &[call("611", Unchecked), app("My H2O", Unchecked), web("www.h2owirelessnow.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-redpocket",
        Names::new("Red Pocket Mobile"),
        Some(&country::US),
        &[app("Red Pocket Mobile", Unchecked), web("www.redpocket.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-boost",
        Names::new("Boost Mobile"),
        Some(&country::US),
        &[
            call("1-888-266-7848", OneSource),
            call("611", Unchecked),
            app("BoostOne", Unchecked),
            web("my.boostmobile.com", Unchecked),
        ],
        &[dial("#233", Balance, Confirmed), web("www.boostmobile.com", Unchecked)],
    ),
    Carrier::new(
        "us-cricket",
        Names::new("Cricket Wireless"),
        Some(&country::US),
        &[call("611", Unchecked), app("myCricket", Unchecked), web("www.cricketwireless.com/myaccount", Unchecked)],
        &[web("www.cricketwireless.com", Unchecked)],
    ),
    Carrier::new(
        "us-metro",
        Names::new("Metro by T-Mobile"),
        Some(&country::US),
        &[call("611", Unchecked), app("MyMetro", Unchecked), web("www.metrobyt-mobile.com", Unchecked)],
        &[web("www.metrobyt-mobile.com/payment", Unchecked)],
    ),
    Carrier::new(
        "us-visible",
        Names::new("Visible"),
        Some(&country::US),
        &[app("Visible", Unchecked), web("www.visible.com/account", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-tracfone",
        Names::new("TracFone"),
        Some(&country::US),
        &[app("TracFone My Account", Unchecked), web("www.tracfone.com", Unchecked)],
        &[web("www.tracfone.com", Unchecked)],
    ),
    Carrier::new(
        "us-straighttalk",
        Names::new("Straight Talk"),
        Some(&country::US),
        &[app("Straight Talk My Account", Unchecked), web("www.straighttalk.com", Unchecked)],
        &[web("www.straighttalk.com", Unchecked)],
    ),
    Carrier::new(
        "us-simplemobile",
        Names::new("Simple Mobile"),
        Some(&country::US),
        &[app("SIMPLE Mobile My Account", Unchecked), web("www.simplemobile.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-total",
        Names::new("Total Wireless"),
        Some(&country::US),
        &[app("Total Wireless", Unchecked), web("www.totalwireless.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-puretalk",
        Names::new("PureTalk"),
        Some(&country::US),
        &[app("Pure Talk", Unchecked), web("www.puretalk.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-speedtalk",
        Names::new("SpeedTalk Mobile"),
        Some(&country::US),
        &[web("speedtalkmobile.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "us-consumercellular",
        Names::new("Consumer Cellular"),
        Some(&country::US),
        &[call("611", Unchecked), app("My CC", Unchecked), web("www.consumercellular.com", Unchecked)],
        &[],
    ),
];
