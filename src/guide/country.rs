//! The countries that have carriers in the directory, with what a new card there starts from.

use super::carrier::Names;
use crate::domain::{Currency, ZoneName};

/// A line for each: code, currency, zone, names.
const COUNTRIES: &str = "\
US USD America/New_York United States|美国|美國
CN CNY Asia/Shanghai Chinese mainland|中国内地|中國大陸
HK HKD Asia/Hong_Kong Hong Kong|香港|香港
MO MOP Asia/Macau Macau|澳门|澳門
TW TWD Asia/Taipei Taiwan|台湾|台灣
JP JPY Asia/Tokyo Japan|日本|日本
KR KRW Asia/Seoul South Korea|韩国|韓國
TH THB Asia/Bangkok Thailand|泰国|泰國
VN VND Asia/Ho_Chi_Minh Vietnam|越南|越南
ID IDR Asia/Jakarta Indonesia|印度尼西亚（印尼）|印尼
MY MYR Asia/Kuala_Lumpur Malaysia|马来西亚|馬來西亞
SG SGD Asia/Singapore Singapore|新加坡|新加坡
PH PHP Asia/Manila Philippines|菲律宾|菲律賓
IN INR Asia/Kolkata India|印度|印度
AU AUD Australia/Sydney Australia|澳大利亚|澳洲
NZ NZD Pacific/Auckland New Zealand|新西兰|紐西蘭
CA CAD America/Toronto Canada|加拿大|加拿大
GB GBP Europe/London United Kingdom|英国|英國
DE EUR Europe/Berlin Germany|德国|德國
CH CHF Europe/Zurich Switzerland|瑞士|瑞士
FR EUR Europe/Paris France|法国|法國
ES EUR Europe/Madrid Spain|西班牙|西班牙
IT EUR Europe/Rome Italy|意大利|義大利
BG EUR Europe/Sofia Bulgaria|保加利亚|保加利亞
MT EUR Europe/Malta Malta|马耳他|馬爾他
HR EUR Europe/Zagreb Croatia|克罗地亚|克羅埃西亞
TR TRY Europe/Istanbul Türkiye|土耳其|土耳其
RU RUB Europe/Moscow Russia|俄罗斯|俄羅斯
UA UAH Europe/Kyiv Ukraine|乌克兰|烏克蘭
BR BRL America/Sao_Paulo Brazil|巴西|巴西
CO COP America/Bogota Colombia|哥伦比亚|哥倫比亞
PE PEN America/Lima Peru|秘鲁|秘魯
UY UYU America/Montevideo Uruguay|乌拉圭|烏拉圭
ZA ZAR Africa/Johannesburg South Africa|南非|南非
BF XOF Africa/Ouagadougou Burkina Faso|布基纳法索|布吉納法索
DJ DJF Africa/Djibouti Djibouti|吉布提|吉布地
";

/// A country or region that has carriers in the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166, two letters.
    pub code: &'static str,
    /// What it is called.
    pub names: Names,
    currency: &'static str,
    zone: &'static str,
}

impl Country {
    /// Its currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        Currency::parse(self.currency).unwrap_or(Currency::USD)
    }

    /// The zone from which a new card there starts: the largest city's.
    #[must_use]
    pub fn zone(self) -> Option<ZoneName> {
        ZoneName::parse(self.zone)
    }
}

/// Other zones of these countries, as far as a traveller's phone is likely to show them; with the names that
/// browsers still use for some that were renamed (IANA, zone1970.tab and backward).
const ZONES: &str = "\
US America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Detroit America/Anchorage \
America/Boise America/Indiana/Indianapolis America/Juneau America/Puerto_Rico Pacific/Honolulu
CA America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns
AU Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide Australia/Hobart Australia/Darwin
CN Asia/Urumqi
IN Asia/Calcutta
VN Asia/Saigon
UA Europe/Kiev
";

/// The country in which a phone with that zone is. `None` where no country here has that clock, which others
/// may share.
#[must_use]
pub fn country_at(zone: &str) -> Option<Country> {
    let own = |line: &&str| line.split(' ').skip(1).any(|word| word == zone);
    let line = COUNTRIES.lines().chain(ZONES.lines()).find(own).filter(|_| zone.contains('/'))?;
    country(line.get(..2)?)
}

/// The codes by which these countries are called (ITU-T E.164, list of assigned codes). Canada has that of the United
/// States.
const CALLED: &str = "1US 86CN 852HK 853MO 886TW 81JP 82KR 66TH 84VN 62ID 60MY 65SG 63PH 91IN 61AU 64NZ 44GB 49DE 41CH \
    33FR 34ES 39IT 359BG 356MT 385HR 90TR 7RU 380UA 55BR 57CO 51PE 598UY 27ZA 226BF 253DJ";

/// The country of a number in its form for calls from everywhere, `+886…`. `None` of any other number.
#[must_use]
pub fn country_called(number: &str) -> Option<Country> {
    let digits = number.strip_prefix('+')?;
    let mut codes = CALLED.split(' ').filter_map(|code| code.split_at_checked(code.len() - 2));
    codes.find(|(code, _)| digits.starts_with(code)).and_then(|(_, code)| country(code))
}

/// Whether a number for calls from everywhere is of another country than the one with that code: `+44…` of a carrier of
/// the United States.
#[must_use]
pub(super) fn is_foreign(country: &str, number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // Canada has no code of its own.
    let country = if country == "CA" { "US" } else { country };
    let from = if country == "US" { "011" } else { "00" };
    let abroad = if number.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix(from) };
    let abroad = abroad.filter(|digits| digits.len() > 6);
    let mut own = CALLED.split(' ').filter_map(|code| code.strip_suffix(country));
    abroad.zip(own.next()).is_some_and(|(digits, code)| !digits.starts_with(code))
}

/// The one country with that currency.
#[must_use]
pub fn country_paid(currency: Currency) -> Option<Country> {
    let mut lines = COUNTRIES.lines().filter(|line| line.get(3..6) == Some(currency.code()));
    let line = lines.next().filter(|_| lines.next().is_none())?;
    country(line.get(..2)?)
}

/// The country with that code, in capital or small letters.
#[must_use]
pub fn country(code: &str) -> Option<Country> {
    let line = COUNTRIES.lines().find(|line| line.get(..2).is_some_and(|known| known.eq_ignore_ascii_case(code)))?;
    let mut parts = line.splitn(4, ' ');
    let (code, currency, zone) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Country { code, names: Names::new(parts.next()?), currency, zone })
}
