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

/// Other numbers for an emergency, by country: none is shown, so that none needs a source, and none is taken for a
/// carrier's. One country's hotline may be another's police: 119 is TIM's.
const REFUSED: &str = "\
KR 119
TH 191
VN 113 114 115
SG 995 999
MY 999
MO 999
ID 110 113 118
IN 100 101 102 108
DE 110
FR 15 17 18
IT 113 115 118
CH 117 118 144
BR 190 192 193
ZA 10111
RU 101 102 103
UA 101 102 103
";

/// Whether that number calls for help in the country with that code, or anywhere: 112 and 911. Where the country is not
/// known, or has no short hotlines but x11 (the United States, Canada), whether it does in any: the phone may have a
/// card of home in it.
#[must_use]
pub fn is_emergency(country: Option<&str>, number: &str) -> bool {
    let digits: String = number.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')')).collect();
    let digits = digits.strip_prefix("+1").unwrap_or(&digits);
    let any = country.is_none_or(|country| matches!(country, "US" | "CA"));
    let lines = NUMBERS.lines().chain(REFUSED.lines());
    let mut known = lines.filter(|line| any || country.is_some_and(|country| line.starts_with(country)));
    ["112", "911"].contains(&digits) || known.any(|line| line.split_ascii_whitespace().any(|known| known == digits))
}
