//! The names of zones: the city whose clock it is, as people say it.
//!
//! No offsets here; the platform reads those.

use crate::domain::ZoneName;
use crate::i18n::Lang;

/// A zone that the card form offers, in one text: its name in the zone database, then its city or
/// region in 简体, 繁體 and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(&'static str);

impl Zone {
    /// Its name in the zone database.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.part(0)
    }

    /// The city or region: `纽约`, `紐約`, `New York`.
    #[must_use]
    pub fn place(&self, lang: Lang) -> &'static str {
        self.part(match lang {
            Lang::ZhHans => 1,
            Lang::ZhHant => 2,
            Lang::En => 3,
        })
    }

    fn part(&self, at: usize) -> &'static str {
        self.0.split('|').nth(at).unwrap_or_default()
    }
}

/// The zones that the card form offers, in its order: the United States from east to west, home,
/// then the rest of the world eastward from Japan. Any other zone of a device is named by
/// [`zone`] all the same.
pub const ZONES: &[Zone] = &[
    Zone("America/New_York|纽约|紐約|New York"),
    Zone("America/Chicago|芝加哥|芝加哥|Chicago"),
    Zone("America/Denver|丹佛|丹佛|Denver"),
    Zone("America/Phoenix|凤凰城|鳳凰城|Phoenix"),
    Zone("America/Los_Angeles|洛杉矶|洛杉磯|Los Angeles"),
    Zone("America/Anchorage|安克雷奇|安克拉治|Anchorage"),
    Zone("Pacific/Honolulu|檀香山|檀香山|Honolulu"),
    Zone("Pacific/Guam|关岛|關島|Guam"),
    Zone("America/Puerto_Rico|波多黎各|波多黎各|Puerto Rico"),
    Zone("Asia/Shanghai|北京|北京|Beijing"),
    Zone("Asia/Hong_Kong|香港|香港|Hong Kong"),
    Zone("Asia/Macau|澳门|澳門|Macau"),
    Zone("Asia/Taipei|台北|台北|Taipei"),
    Zone("Asia/Tokyo|东京|東京|Tokyo"),
    Zone("Asia/Seoul|首尔|首爾|Seoul"),
    Zone("Asia/Manila|马尼拉|馬尼拉|Manila"),
    Zone("Asia/Singapore|新加坡|新加坡|Singapore"),
    Zone("Asia/Kuala_Lumpur|吉隆坡|吉隆坡|Kuala Lumpur"),
    Zone("Asia/Bangkok|曼谷|曼谷|Bangkok"),
    Zone("Asia/Ho_Chi_Minh|胡志明市|胡志明市|Ho Chi Minh City"),
    Zone("Asia/Jakarta|雅加达|雅加達|Jakarta"),
    Zone("Asia/Kolkata|印度|印度|India"),
    Zone("Asia/Dubai|迪拜|杜拜|Dubai"),
    Zone("Australia/Sydney|悉尼|雪梨|Sydney"),
    Zone("Australia/Brisbane|布里斯班|布里斯本|Brisbane"),
    Zone("Australia/Perth|珀斯|伯斯|Perth"),
    Zone("Pacific/Auckland|奥克兰|奧克蘭|Auckland"),
    Zone("America/Toronto|多伦多|多倫多|Toronto"),
    Zone("America/Vancouver|温哥华|溫哥華|Vancouver"),
    Zone("America/Mexico_City|墨西哥城|墨西哥城|Mexico City"),
    Zone("Europe/London|伦敦|倫敦|London"),
    Zone("Europe/Paris|巴黎|巴黎|Paris"),
    Zone("Europe/Berlin|柏林|柏林|Berlin"),
    Zone("Europe/Madrid|马德里|馬德里|Madrid"),
    Zone("Europe/Rome|罗马|羅馬|Rome"),
    Zone("Europe/Zurich|苏黎世|蘇黎世|Zurich"),
    Zone("Europe/Istanbul|伊斯坦布尔|伊斯坦堡|Istanbul"),
];

/// Whose clock a time is on: `纽约时间`, `紐約時間`, `New York time`. A zone without a name here
/// goes by the city in its own: `Port of Spain 时间`.
#[must_use]
pub fn zone(name: &ZoneName, lang: Lang) -> String {
    let name = current(name.as_str());
    if let Some(zone) = ZONES.iter().find(|zone| zone.name() == name) {
        return join(zone.place(lang), lang, lang == Lang::En);
    }
    let city = name.split('/').fold(name, |_, part| part);
    // Zones that are no place: `UTC` needs no "time", and the sign in `Etc/GMT+5` is the wrong
    // way round, so it stays whole.
    if name.starts_with("Etc/") || city.chars().all(|c| c.is_ascii_uppercase()) {
        return if matches!(city, "UTC" | "UCT" | "GMT" | "Zulu" | "Universal") { "UTC" } else { name }.to_owned();
    }
    join(&city.replace('_', " "), lang, true)
}

/// The present name of a zone: browsers still answer with some that were renamed.
fn current(name: &str) -> &str {
    match name {
        "Asia/Calcutta" => "Asia/Kolkata",
        "Asia/Saigon" => "Asia/Ho_Chi_Minh",
        "Asia/Macao" => "Asia/Macau",
        "Asia/Chongqing" | "Asia/Chungking" | "Asia/Harbin" | "PRC" => "Asia/Shanghai",
        "US/Eastern" | "America/Detroit" => "America/New_York",
        "US/Central" => "America/Chicago",
        "US/Mountain" => "America/Denver",
        "US/Pacific" => "America/Los_Angeles",
        "US/Hawaii" => "Pacific/Honolulu",
        _ => name,
    }
}

fn join(place: &str, lang: Lang, space: bool) -> String {
    let mut text = place.to_owned();
    if space {
        text.push(' ');
    }
    text.push_str(match lang {
        Lang::ZhHans => "时间",
        Lang::ZhHant => "時間",
        Lang::En => "time",
    });
    text
}
