//! Emergency numbers, for the countries where a source says them; no other is guessed.
//!
//! Sources, read in 2026-11. They are free and need no data, in the words of the same sources.
//!
//! - US: docs.fcc.gov/public/attachments/DOC-281494A1.txt (carriers must pass on every wireless 911
//!   call, also of a phone without service).
//! - EU (BG DE ES FR HR IT MT): digital-strategy.ec.europa.eu/en/news/112-day-saving-lives-quickly-and-easily-reaching-emergency-services-anywhere-eu.
//! - JP: jptips.itp.ne.jp/en/emergency/police-fire-ambulance-call/, www.sir.or.jp/en/fls/useful/detail/id=123.
//! - TW: excusemetaiwan.com/emergencycall (from the police's and the fire agency's own pages),
//!   fdkc.kcg.gov.tw/en/Content_List.aspx?n=F3C19CC58F804FC4.
//! - CN: pccmembers.org/category/good-eats/ (Hong Kong's advice for the mainland),
//!   karryon.com.au/lifestyle/travel-hacks/basic-safety-tip-for-abroad (after Smartraveller).
//! - HK: www.fodors.com/world/asia/china/hong-kong/travel-tips/emergencies-265670860.
//! - Elsewhere 112, which every phone sends to the network as an emergency call, with a card or without:
//!   3GPP TS 22.101, 10.1.
//! - AU CA GB NZ: karryon.com.au/lifestyle/travel-hacks/basic-safety-tip-for-abroad.

/// A line for each: the country, then its numbers; of several the police first.
const NUMBERS: &str = "\
US 911
CA 911
GB 999 112
AU 000
NZ 111
HK 999
CN 110 120 119
TW 110 119
JP 110 119
BG 112
DE 112
ES 112
FR 112
HR 112
IT 112
MT 112
";

/// The numbers for an emergency in the country with that code, in capital letters; none where nobody
/// vouches for one.
pub fn emergency(country: &str) -> impl Iterator<Item = &'static str> {
    let line = NUMBERS.lines().find_map(|line| line.strip_prefix(country)).unwrap_or_default();
    line.split_ascii_whitespace()
}
