//! What a shop clerk reads, and what its owner is reminded of.

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
        NoNumber: "卡里还没填号码", "卡片裡還沒填門號", "The card has no number yet";
    }
}

/// What is asked for, in the words of the place: Hong Kong and Macau say it otherwise than Taiwan.
#[must_use]
pub fn request(country: Option<&str>, lang: Lang) -> &'static str {
    match (lang, country) {
        (Lang::ZhHant, Some("HK" | "MO")) => "我想為這個電話號碼增值。",
        _ => pick!(lang, "我想给这个号码充值。", "我想幫這個門號儲值。", "I would like to top up this number, please."),
    }
}
