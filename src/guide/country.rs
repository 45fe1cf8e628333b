//! The countries of the table, with what a new card there starts from.

use super::carrier::Names;
use crate::domain::{Currency, ZoneName};

/// A country or region that has carriers in the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166, two letters.
    pub code: &'static str,
    /// What it is called.
    pub names: Names,
    currency: &'static str,
    zone: &'static str,
}

impl Country {
    const fn new(code: &'static str, names: Names, currency: &'static str, zone: &'static str) -> Self {
        Self { code, names, currency, zone }
    }

    /// Its currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        Currency::parse(self.currency).unwrap_or(Currency::USD)
    }

    /// The zone from which a new card there starts: the largest city's.
    #[must_use]
    pub fn zone(&self) -> Option<ZoneName> {
        ZoneName::parse(self.zone)
    }
}

/// The United States.
pub static US: Country = Country::new("US", Names::new("United States|美国|美國"), "USD", "America/New_York");
/// The mainland of China.
pub static CN: Country = Country::new("CN", Names::new("Chinese mainland|中国内地|中國大陸"), "CNY", "Asia/Shanghai");
/// Hong Kong.
pub static HK: Country = Country::new("HK", Names::new("Hong Kong|香港|香港"), "HKD", "Asia/Hong_Kong");
/// Macau.
pub static MO: Country = Country::new("MO", Names::new("Macau|澳门|澳門"), "MOP", "Asia/Macau");
/// Taiwan.
pub static TW: Country = Country::new("TW", Names::new("Taiwan|台湾|台灣"), "TWD", "Asia/Taipei");
/// Japan.
pub static JP: Country = Country::new("JP", Names::new("Japan|日本|日本"), "JPY", "Asia/Tokyo");
/// South Korea.
pub static KR: Country = Country::new("KR", Names::new("South Korea|韩国|韓國"), "KRW", "Asia/Seoul");
/// Thailand.
pub static TH: Country = Country::new("TH", Names::new("Thailand|泰国|泰國"), "THB", "Asia/Bangkok");
/// Singapore.
pub static SG: Country = Country::new("SG", Names::new("Singapore|新加坡|新加坡"), "SGD", "Asia/Singapore");
/// Malaysia.
pub static MY: Country = Country::new("MY", Names::new("Malaysia|马来西亚|馬來西亞"), "MYR", "Asia/Kuala_Lumpur");
/// The United Kingdom.
pub static GB: Country = Country::new("GB", Names::new("United Kingdom|英国|英國"), "GBP", "Europe/London");
/// Canada.
pub static CA: Country = Country::new("CA", Names::new("Canada|加拿大|加拿大"), "CAD", "America/Toronto");
/// Australia.
pub static AU: Country = Country::new("AU", Names::new("Australia|澳大利亚|澳洲"), "AUD", "Australia/Sydney");
