//! What is said of a pasted reply: what a figure means, what is asked, why nothing was read.

use super::super::Lang;
use super::names;
use crate::domain::Bucket;
use crate::sms::{Knowledge, Refusal, Role};

words! {
    /// The fixed words of the review.
    Review {
        Heading: "短信里说了什么", "簡訊說了什麼", "What the reply says";
        Reply: "运营商的回复", "業者的回覆", "The carrier's reply";
        Paste: "粘贴", "貼上", "Paste";
        PasteHint: "或长按下面的框，选“粘贴”。", "或長按下方欄位，選「貼上」。", "Or press and hold the box below, then choose Paste.";
        Another: "换一条短信", "換一則簡訊", "Another reply";
        EditText: "改文字", "修改文字", "Edit text";
        Asked: "哪一个？", "哪一個？", "Which?";
        AskedDay: "哪一天？", "哪一天？", "Which day?";
        TapToChange: "点一下标出的数字，可以改它的意思。", "輕點標出的數字，可以修改它的意思。", "Tap a marked figure to change what it is.";
        Dropped: "不记", "不記", "Left out";
        LeaveOut: "不记", "不記", "Leave out";
        Together: "一共", "一共", "Together";
        Drop: "不记这个", "不記這個", "Do not log this";
        Confirms: "这条短信说充值到账了，没有读到余量。", "這則簡訊說儲值入帳了，沒有讀到剩餘流量。", "This says that a top-up has arrived. No balance was read in it.";
        OfWhich: "等着到账的有几笔。是哪一笔？", "等候入帳的有幾筆。是哪一筆？", "Several payments have not arrived. Which one is it?";
        TopUpApart: "不随余量一起记", "不隨剩餘流量一起記", "Logged on its own";
        Again: "仍要再记一次", "仍要再記一次", "Log it again";
        Contradicted: "回复里的号码或运营商与这张卡不符。确定选对了吗？", "回覆中的門號或業者與這張卡不符。確定選對了嗎？", "The reply names another number or carrier than this card's. Is this the right card?";
        Timed: "回复写了几点到期，这里只记日期，卡上算到那天结束：请自己留意钟点。", "回覆寫了幾點到期，這裡只記日期，卡片上算到當天結束：請自行留意時間。", "The reply gives an hour for the end. Only the day is kept, and the card counts to the end of it: mind the hour.";
        Daily: "这像是按天给流量的套餐。先在卡的信息里选上，不然一天的流量会当成整个套餐的。", "這像是每日方案。請先在卡片資料裡選好，否則一天的流量會當成整個方案的。", "This looks like a plan that gives data each day. Say so on the card first, or a day's data is taken for the whole plan's.";
        ByNumber: "按回复里的尾号认出", "依回覆中的末四碼辨認", "Recognised by the number in the reply";
        ByCarrier: "按运营商认出", "依電信業者辨認", "Recognised by its carrier";
        ByPattern: "按你教的读法认出", "依你教的讀法辨認", "Recognised by what you taught";
        ByBalance: "按上次的余量认出", "依上次的剩餘流量辨認", "Recognised by its last balance";
        WhichMessage: "这里有几条短信。记哪一条？", "這裡有幾則簡訊。要記哪一則？", "There are several messages here. Which one is this for?";
        Older: "短信太多，更早的没有列出来。", "簡訊太多，較早的沒有列出來。", "There are too many messages: older ones are left out.";
        TooLong: "文字太多了（超过 64 KB），没有读。请只粘贴最近的几条短信。", "文字太多了（超過 64 KB），沒有讀取。請只貼上最近的幾則簡訊。", "This is more than 64 KB, so it was not read. Paste only the latest messages.";
        CardCurrency: "货币按选定的那张卡", "幣別依選定的那張卡", "In the currency of the card you choose";
        NewestFirst: "先记最新的一条，其余的随后可以接着记。", "先記最新的一則，其餘的隨後可以接著記。", "The newest goes first; you can log the others after it.";
        Rest: "这是粘贴内容里的下一条；不想记，关闭就行。", "這是貼上內容裡的下一則；不想記，關閉即可。", "This is what else you pasted; close it if you do not want it.";
        AsStated: "按回复里写的", "依回覆所寫", "As the reply says";
        NoHour: "回复只写了日期，没写几点：先按那天中午记。要改，选“更早”。", "回覆只寫了日期，沒寫幾點：先以當天中午記錄。若要修改，選「更早」。", "The reply gives the day and no hour: noon stands for it. To change that, choose Earlier.";
        WhichCard: "这条回复是哪张卡的？", "這則回覆是哪張卡的？", "Which card is this reply for?";
        Unlimited: "不限量", "無限量（吃到飽）", "Unlimited";
        ClipboardRefused: "浏览器不让读取剪贴板。请长按下面的框，选“粘贴”。", "瀏覽器不允許讀取剪貼簿。請長按下方欄位，選「貼上」。", "The browser did not let us read the clipboard. Press and hold the box below, then choose Paste.";
        ClipboardNoBalance: "剪贴板里的内容不像余量回复，所以没有读进来。要用它，请手动粘贴到下面。", "剪貼簿的內容不像用量回覆，所以沒有讀入。若要使用，請手動貼到下方。", "What is in the clipboard does not look like a balance, so it was left there. To use it anyway, paste it below.";
        ClipboardEmpty: "剪贴板是空的。先复制运营商的短信，再回来粘贴。", "剪貼簿是空的。請先複製業者的簡訊，再回來貼上。", "The clipboard is empty. Copy the carrier's message first, then come back.";
    }
}

/// What a figure is, as a short label.
#[must_use]
pub fn role(role: Role, lang: Lang) -> String {
    match role {
        Role::Left(Bucket::General) => pick!(lang, "剩余流量", "剩餘流量", "Remaining data").to_owned(),
        Role::Used(Bucket::General) => pick!(lang, "已用流量", "已用流量", "Used data").to_owned(),
        Role::Total(Bucket::General) => pick!(lang, "套餐流量", "方案流量", "Plan data").to_owned(),
        Role::Left(bucket @ (Bucket::Money | Bucket::Minutes | Bucket::Messages)) => {
            names::bucket(bucket, lang).to_owned()
        }
        Role::Left(bucket) => joined(names::bucket(bucket, lang), pick!(lang, "剩余", "剩餘", "left"), lang),
        Role::Used(bucket) => joined(names::bucket(bucket, lang), pick!(lang, "已用", "已用", "used"), lang),
        Role::Total(bucket) => joined(names::bucket(bucket, lang), pick!(lang, "总量", "總量", "total"), lang),
        Role::Expires => pick!(lang, "到期", "到期", "Expires").to_owned(),
        Role::CreditExpires => pick!(lang, "余额到期", "餘額到期", "Credit expires").to_owned(),
        Role::Renews => pick!(lang, "续费日", "續訂日", "Renews").to_owned(),
        Role::TopUp => pick!(lang, "充值", "儲值", "Top-up").to_owned(),
    }
}

fn joined(bucket: &str, what: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHans | Lang::ZhHant => [bucket, "（", what, "）"].concat(),
        Lang::En => [bucket, " ", what].concat(),
    }
}

sentences! {
    /// The sentences of the review.
    Sentence {
        Question { figure }: "“{figure}”指的是？", "「{figure}」指的是？", "What is “{figure}”?";
        LeftOrUsed { figure }: "{figure} 是剩下的，还是用掉的？", "{figure} 是剩下的，還是用掉的？", "Is {figure} what is left, or what is used?";
        WhichFigure { name }: "“{name}”是哪一个？", "「{name}」是哪一個？", "Which of these is “{name}”?";
        WhichDay { figure }: "{figure} 是哪一天？", "{figure} 是哪一天？", "Which day is {figure}?";
        From { words }: "依据“{words}”", "依據「{words}」", "from “{words}”";
        LeaveOut { name }: "不记：{name}", "不記：{name}", "Leave out: {name}";
        NotLogged { figure }: "{figure} 不会记下来。", "{figure} 不會記錄。", "{figure} is not logged.";
        More { count }: "另外 {count} 条", "另外 {count} 則", "{count} more";
        Unread { when }: "最新的一条（{when}）读不出来，下面是更早的余量。要记最新的，请只粘贴那一条。", "最新的一則（{when}）讀不出來，下面是更早的剩餘流量。若要記最新的，請只貼上那一則。", "The newest message ({when}) could not be read; what follows is from an earlier one. To log the newest, paste only that one.";
        OfOther { what }: "短信说的是 {what}，等着到账的付款里没有这个数。就是其中一笔的话，按短信的金额记到账，或先修改；不是的话，另记一笔充值。",
            "簡訊說的是 {what}，等候入帳的付款裡沒有這個數。若就是其中一筆，依簡訊的金額記為入帳，或先修改；若不是，另記一筆儲值。",
            "The message says {what}; no payment you wait for is of that amount. If it is one of them, use that amount, or edit it first; if not, log a top-up.";
        LoggedBefore { when }: "这条回复记过了（{when}）。", "這則回覆記過了（{when}）。", "This reply was logged before ({when}).";
    }
}

/// What the card knew and the text did not say.
#[must_use]
pub fn knowledge(knowledge: Knowledge, lang: Lang) -> &'static str {
    match knowledge {
        Knowledge::Country => {
            pick!(lang, "日期按这张卡所在地的写法", "日期依這張卡所在地的寫法", "Date order as in the card's country")
        }
        Knowledge::Currency => pick!(lang, "货币按这张卡", "幣別依這張卡", "Currency from this card"),
        Knowledge::Taught => pick!(lang, "按你教的", "依你教的", "As you taught"),
        Knowledge::Received => pick!(lang, "按收到那天推算", "依收到當天推算", "Worked out from the day it came"),
    }
}

/// Why nothing was read.
#[must_use]
pub fn refusal(refusal: Refusal, lang: Lang) -> &'static str {
    match refusal {
        Refusal::Empty => pick!(lang, "这里没有文字。", "這裡沒有文字。", "There is no text here."),
        Refusal::TooMuch => pick!(
            lang,
            "这里的文字太多，不像一条回复。请只粘贴运营商的短信。",
            "這裡的文字太多，不像一則回覆。請只貼上業者的簡訊。",
            "This is too much for one reply. Paste only the carrier's message."
        ),
        Refusal::OneTimeCode => pick!(
            lang,
            "这像是验证码短信，没有余量。不会保存它。",
            "這看起來是驗證碼簡訊，沒有剩餘流量。不會儲存它。",
            "This looks like a one-time code, not a balance. It will not be kept."
        ),
        Refusal::BankOrCard => pick!(
            lang,
            "这像是银行、商店或其他服务的短信，里面的数字不是流量或话费。",
            "這看起來是銀行、商店或其他服務的簡訊，裡面的數字不是流量或帳戶餘額。",
            "This looks like it is from a bank, a shop or another service; it says nothing about the card's data or credit."
        ),
        Refusal::Parcel => pick!(
            lang,
            "这像是快递、打车或预约的短信，没有余量。",
            "這看起來是包裹、叫車或預約簡訊，沒有剩餘流量。",
            "This looks like a parcel, ride or appointment, not a balance."
        ),
        Refusal::Offer => pick!(
            lang,
            "这是一条优惠或广告，没有说还剩多少。",
            "這是優惠或廣告，沒有說還剩多少。",
            "This is an offer. It does not say what is left."
        ),
        Refusal::Plan => pick!(
            lang,
            "这说的是套餐内容或价格，没有说还剩多少。",
            "這說的是方案內容或價格，沒有說還剩多少。",
            "This says what a plan holds or costs, not what is left of it."
        ),
        Refusal::Bill => pick!(
            lang,
            "这是账单或付款通知，没有说还剩多少。充了值可以记一笔充值。",
            "這是帳單或付款通知，沒有說還剩多少。若有儲值，可以記一筆儲值。",
            "This is a bill or a payment notice; it does not say what is left. You can log a top-up instead."
        ),
        Refusal::Paid => pick!(
            lang,
            "这条短信说付款或充值成功了，没有说还剩多少。",
            "這則簡訊說付款或儲值成功了，沒有說還剩多少。",
            "This says that a payment or a top-up went through, not what is left."
        ),
        Refusal::Error => pick!(
            lang,
            "运营商说没办成，里面没有余量，也没有到账的充值。过一会儿再试。",
            "業者表示沒有辦成，裡面沒有剩餘流量，也沒有入帳的儲值。請稍後再試。",
            "The carrier says that it did not work: no balance, and no top-up that arrived. Try again in a while."
        ),
        Refusal::Underway => pick!(
            lang,
            "运营商还在处理，没有到账。先等一等，别再付一次。",
            "業者仍在處理，尚未入帳。先等一等，別再付一次。",
            "The carrier is still working on it: nothing has arrived yet. Wait, and do not pay again."
        ),
        Refusal::Storage => pick!(
            lang,
            "这说的是存储空间，不是手机流量。",
            "這說的是儲存空間，不是行動數據。",
            "This is about storage, not mobile data."
        ),
        Refusal::Threshold => pick!(
            lang,
            "这只说所剩不多，没有说还剩多少。查到数字后再记。",
            "這只說所剩不多，沒有說還剩多少。查到數字後再記。",
            "This says that little is left, but not how much. Log it once you have a figure."
        ),
        Refusal::Negative => pick!(
            lang,
            "这里的数字小于 0，没法记。请核对一下，或改用手动输入。",
            "這裡的數字小於 0，無法記錄。請核對，或改用手動輸入。",
            "The figure in this is below zero. Check it, or type it in instead."
        ),
        Refusal::TooLarge => pick!(
            lang,
            "这里的数字大得不可能，没法记。请核对一下，或改用手动输入。",
            "這裡的數字大得不合理，無法記錄。請核對，或改用手動輸入。",
            "The figure in this is too large to be true. Check it, or type it in instead."
        ),
        Refusal::NoFigure => pick!(
            lang,
            "没有找到余量的数字。可以改用手动输入。",
            "沒有找到剩餘流量的數字。可以改用手動輸入。",
            "No balance was found in this. You can type it in instead."
        ),
    }
}
