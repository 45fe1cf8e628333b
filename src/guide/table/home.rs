//! Carriers of the mainland, Hong Kong, Macau and Taiwan: the numbers that are kept alive from afar.
//!
//! Each fact with its source stands in docs/carriers.md; nothing here was tried on a live SIM.

use crate::guide::Asks::{Balance, Data, Money};
use crate::guide::Confidence::{Confirmed, OneSource, Unchecked};
use crate::guide::country;
use crate::guide::way::{app, call, dial, text, web};
use crate::guide::{Carrier, Names};

/// The mainland, Hong Kong, Macau, Taiwan.
pub(super) const HOME: &[Carrier] = &[
    Carrier::new(
        "cn-mobile",
        Names::new("China Mobile|中国移动|中國移動"),
        Some(&country::CN),
        &[
            text("10086", "CXLL", Data, Confirmed),
            call("10086", Unchecked),
            app("中国移动", OneSource),
            web("www.10086.cn", OneSource),
        ],
        &[app("中国移动", Unchecked), web("www.10086.cn", Unchecked)],
    ),
    Carrier::new(
        "cn-unicom",
        Names::new("China Unicom|中国联通|中國聯通"),
        Some(&country::CN),
        &[
            text("10010", "CXLL", Data, OneSource),
            text("10010", "CXYE", Money, OneSource),
            call("10010", Unchecked),
            app("中国联通", OneSource),
            web("www.10010.com", OneSource),
        ],
        &[],
    ),
    Carrier::new(
        "cn-telecom",
        Names::new("China Telecom|中国电信|中國電信"),
        Some(&country::CN),
        &[
            text("10001", "108", Data, Confirmed),
            text("10001", "102", Money, OneSource),
            call("10000", Unchecked),
            app("中国电信", OneSource),
            web("www.189.cn", OneSource),
        ],
        &[],
    ),
    Carrier::new(
        "cn-broadnet",
        Names::new("China Broadnet|中国广电|中國廣電"),
        Some(&country::CN),
        &[call("10099", Unchecked), web("www.10099.com.cn", Unchecked)],
        &[],
    ),
    Carrier::new(
        "hk-cmhk",
        Names::new("China Mobile Hong Kong|中国移动香港|中國移動香港"),
        Some(&country::HK),
        &[call("12580", Confirmed), app("MyLink", Unchecked), web("www.hk.chinamobile.com", Confirmed)],
        &[web("www.hk.chinamobile.com", OneSource)],
    ),
    Carrier::new(
        "hk-3",
        Names::new("3HK|3香港|3香港"),
        Some(&country::HK),
        &[call("1037", OneSource), call("1033", Unchecked), app("My3", Unchecked), web("www.three.com.hk", OneSource)],
        &[],
    ),
    Carrier::new(
        "hk-csl",
        Names::new("csl|csl|csl"),
        Some(&country::HK),
        &[app("csl.", Unchecked), web("www.hkcsl.com", Unchecked)],
        &[],
    ),
    Carrier::new(
        "hk-smartone",
        Names::new("SmarTone|数码通|數碼通"),
        Some(&country::HK),
        &[app("SmarTone", Unchecked), web("www.smartone.com", OneSource)],
        &[],
    ),
    Carrier::new(
        "hk-shinetown",
        Names::new("Shine Town|华龙储值卡|華龍儲值卡"),
        Some(&country::HK),
        &[dial("*#137*137#", Balance, Confirmed), call("*123", Confirmed), web("shinetown.com.hk", Confirmed)],
        &[dial("*#137*PIN#", Balance, Confirmed), call("*123", Confirmed)],
    ),
    Carrier::new(
        "mo-3",
        Names::new("3 Macau|3澳门|3澳門"),
        Some(&country::MO),
        &[call("1118", Confirmed), app("My3Macau", Confirmed), web("www.three.com.mo/m/top-up", Confirmed)],
        &[app("My3Macau", Confirmed), web("www.three.com.mo/m/top-up", Confirmed)],
    ),
    Carrier::new(
        "mo-ctm",
        Names::new("CTM|澳门电讯|澳門電訊"),
        Some(&country::MO),
        &[web("www.ctm.net", Confirmed)],
        &[],
    ),
    Carrier::new(
        "tw-cht",
        Names::new("Chunghwa Telecom prepaid|中华电信预付卡|中華電信預付卡"),
        Some(&country::TW),
        &[
            call("800", Unchecked),
            app("中華電信", Unchecked),
            web("www.cht.com.tw/home/consumer/mobservice/prepaid/prepaidpromo/prepaiddataplan", Confirmed),
        ],
        &[],
    ),
    Carrier::new(
        "tw-fet",
        Names::new("Far EasTone prepaid|远传电信预付卡|遠傳電信預付卡"),
        Some(&country::TW),
        &[call("888", Unchecked), app("遠傳心生活", Unchecked), web("www.fetnet.net", Unchecked)],
        &[],
    ),
    Carrier::new(
        "tw-twm",
        Names::new("Taiwan Mobile prepaid|台湾大哥大预付卡|台灣大哥大預付卡"),
        Some(&country::TW),
        &[call("188", Unchecked), app("台灣大行動客服", OneSource), web("www.taiwanmobile.com", Confirmed)],
        &[app("台灣大行動客服", OneSource), web("www.taiwanmobile.com", OneSource)],
    ),
];
