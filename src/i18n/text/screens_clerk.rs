//! What a shop clerk reads or hears, and what its owner is reminded of.
//!
//! Hong Kong and Macau say it in words of their own: what Taiwan calls 儲值, 門號, 預付方案 and 電信業者 is
//! 增值, 電話號碼, 儲值卡 and 電訊商 there.

use super::screens_out::OutWord;
use super::screens_ways::WaysWord;
use crate::i18n::Lang;

words! {
    /// The words on the page for the clerk.
    ClerkWord {
        Show: "给店员看", "給店員看", "Show the clerk";
        Carrier: "运营商", "電信業者", "Carrier";
        Plan: "套餐", "方案", "Plan";
        Amount: "金额", "金額", "Amount";
        Passport: "带上护照：有的店要登记。", "帶著護照：有的店要登記。", "Bring a passport: some shops ask for one.";
        Brightness: "把屏幕调到最亮。", "把螢幕調到最亮。", "Turn the brightness up.";
        English: "店员不一定看得懂英文，可以指着号码问。", "店員不一定看得懂英文，可以指著門號問。",
            "The clerk may not read English: point to the number.";
        NoNumber: "卡里还没填号码", "卡片裡還沒填門號", "The card has no number yet";
    }
}

impl ClerkWord {
    /// The word as it is said where the card is at home.
    #[must_use]
    pub fn at(self, country: Option<&str>, lang: Lang) -> &'static str {
        match self {
            Self::Carrier if is_cantonese(country, lang) => "電訊商",
            Self::Plan if is_cantonese(country, lang) => "計劃",
            Self::NoNumber if is_cantonese(country, lang) => "卡片裡還沒填電話號碼",
            word => word.say(lang),
        }
    }
}

/// What is asked for in a shop, as it is said there.
#[must_use]
pub fn request(country: Option<&str>, lang: Lang) -> &'static str {
    match is_cantonese(country, lang) {
        true => "我想為這個號碼增值。",
        false => {
            pick!(lang, "我想给这个号码充值。", "我想幫這個門號儲值。", "I would like to top up this number, please.")
        }
    }
}

/// The request in the languages of other countries: where it is spoken, its tag, what is said. Where more than one is,
/// or nobody here is sure of a sentence, there is none.
const ELSEWHERE: &str = "\
JP|ja|この番号にチャージをお願いします。
KR|ko|이 번호로 충전 부탁드립니다.
TH|th|ขอเติมเงินเบอร์นี้ครับ/ค่ะ
VN|vi|Cho tôi nạp tiền cho số này ạ.
ID|id|Saya mau isi pulsa untuk nomor ini.
DE|de|Ich möchte bitte Guthaben auf diese Nummer aufladen.
FR BF DJ|fr|Je voudrais recharger ce numéro, s’il vous plaît.
ES CO PE UY|es|Quisiera recargar este número, por favor.
IT|it|Vorrei fare una ricarica su questo numero, per favore.
";

/// What is asked for in a shop in a language that is none of the app's, and the tag of that.
#[must_use]
pub fn elsewhere(country: Option<&str>) -> Option<(&'static str, &'static str)> {
    let country = country?;
    let mut lines = ELSEWHERE.lines().filter_map(|line| line.split_once('|'));
    lines.find(|(countries, _)| countries.contains(country))?.1.split_once('|')
}

/// What is the matter, as it is said there.
#[must_use]
pub fn gone(country: Option<&str>, lang: Lang) -> &'static str {
    if is_cantonese(country, lang) { "我的儲值卡用完了。" } else { OutWord::Gone.say(lang) }
}

/// What is asked on the hotline, as it is said there.
#[must_use]
pub fn question(country: Option<&str>, lang: Lang) -> &'static str {
    if is_cantonese(country, lang) {
        "我還有多少數據可以用？計劃何時到期？"
    } else {
        WaysWord::Phrase.say(lang)
    }
}

/// What stands for a name in a sentence until it has gone through [`local`]: names stay as they were given,
/// whatever words are in them.
pub const NAME: &str = "\u{1}";

/// A sentence about a card as it is said where the card is at home: in Hong Kong and Macau with the words
/// that are used there. A name that others gave is put in afterwards, for [`NAME`].
#[must_use]
pub fn local(country: Option<&str>, says: String, lang: Lang) -> String {
    const SAID: [(&str, &str); 17] = [
        // There 儲值卡 is the card itself; what is bought for it is a voucher.
        ("儲值卡", "增值券"),
        ("儲值", "增值"),
        ("代儲", "代增值"),
        ("簡訊", "短訊"),
        ("門號", "電話號碼"),
        ("流量", "數據"),
        ("方案", "計劃"),
        ("電信業者", "電訊商"),
        ("業者", "電訊商"),
        ("便利商店", "便利店"),
        ("通訊行", "手機店"),
        ("電信門市", "電訊商門市"),
        ("飯店", "酒店"),
        ("飛航模式", "飛行模式"),
        ("末四碼", "最後四位數字"),
        ("網路", "網絡"),
        ("行動數據", "流動數據"),
    ];
    if !is_cantonese(country, lang) {
        return says;
    }
    SAID.iter().fold(says, |says, (word, local)| says.replace(word, local))
}

fn is_cantonese(country: Option<&str>, lang: Lang) -> bool {
    lang == Lang::ZhHant && matches!(country, Some("HK" | "MO"))
}
