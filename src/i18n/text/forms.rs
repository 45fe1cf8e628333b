//! The words of the forms: titles, labels, choices. What is wrong with a field stands in
//! `forms_faults`, what concerns a pasted reply in `forms_reply`.

use super::super::Lang;
use crate::domain::{Act, Effect};

words! {
    /// What titles, labels and buttons of the forms say.
    Label {
        HasArrived: "到账了", "入帳了", "It has arrived";
        SaveBoth: "到账了，一起保存", "入帳了，一起儲存", "It has arrived: save both";
        Means: "怎么做", "怎麼做", "What to do";
        SendTo: "发到", "傳送到", "Send to";
        TextWords: "短信内容", "簡訊內容", "Text to send";
        Code: "代码", "代碼", "Code";
        Hotline: "客服热线", "客服專線", "Hotline";
        FromAbroad: "从国外拨的号码", "從國外撥的號碼", "Number from abroad";
        MenuKeys: "接通后按的键", "接通後按的鍵", "Keys to press";
        AppName: "App 名称", "App 名稱", "Name of the app";
        WebAddress: "网址", "網址", "Address";
        ShopName: "店名或面额", "店名或面額", "Shops or amounts";
        RuleWords: "规则", "規則", "Rule";
        NetworkName: "网络", "網路", "Network";
        Answers: "答复里有", "回覆裡有", "It answers with";
        AnswersBalance: "余量", "用量", "The balance";
        AnswersData: "只有流量", "只有流量", "Data only";
        AnswersMoney: "只有账户余额", "只有帳戶餘額", "Money only";
        Cost: "收费", "費用", "Cost";
        WhereUsed: "在哪里用", "在哪裡用", "Where";
        Anywhere: "平时", "平時", "As usual";
        // Titles and buttons.
        WhatItSaid: "回复说了什么？", "回覆說了什麼？", "What did it say?";
        WasItPaid: "付好了吗？收到什么回复？", "付款了嗎？收到什麼回覆？", "Paid? What did it say?";
        HavePaid: "我付好了", "我已付款", "I have paid";
        NotPaid: "还没付", "還沒付", "Not paid";
        LogCheck: "记一次余量", "記一次剩餘量", "Log a balance";
        EditCheck: "修改这次记录", "修改這筆紀錄", "Edit this check";
        AddCard: "添加一张卡", "新增一張卡", "Add a card";
        EditCard: "修改卡的信息", "修改卡片資料", "Edit this card";
        LogTopUp: "记一笔充值", "記一筆儲值", "Log a top-up";
        EditTopUp: "修改这笔充值", "修改這筆儲值", "Edit this top-up";
        LogKeepAlive: "记一次保号", "記一次保號", "Log a keep-alive";
        EditKeepAlive: "修改这次保号", "修改這次保號", "Edit this keep-alive";
        Save: "保存", "儲存", "Save";
        Delete: "删除这条记录", "刪除這筆紀錄", "Delete this entry";
        DeleteCard: "删除这张卡", "刪除這張卡", "Delete this card";
        Archive: "用完了，收起来", "用完了，收起來", "Finished: put it away";
        Unarchive: "重新启用", "重新啟用", "Put it back in use";
        Undoable: "删除后可以撤销。", "刪除後可以復原。", "You can undo this.";
        Restored: "上次没填完的内容还在", "上次沒填完的內容還在", "Picked up where you left off";
        StartOver: "重新填", "重新填寫", "Start over";
        NoCards: "还没有卡。先加一张，这里填的会留着。", "還沒有卡片。先新增一張，這裡填的會保留。", "No card yet. Add one first; what you enter here is kept.";
        Optional: "选填", "選填", "optional";
        Unit: "单位", "單位", "Unit";

        // Everywhere.
        Card: "记到", "記到", "Card";
        When: "什么时候", "什麼時候", "When";
        Now: "刚刚", "剛剛", "Just now";
        Morning: "今早", "今早", "This morning";
        Yesterday: "昨天", "昨天", "Yesterday";
        Earlier: "更早…", "更早…", "Earlier…";
        At: "日期和时间", "日期與時間", "Date and time";
        Note: "备注", "備註", "Note";

        // A check.
        Mode: "怎么记", "怎麼記", "How";
        ModePaste: "粘贴短信", "貼上簡訊", "Paste reply";
        ModeType: "手动输入", "手動輸入", "Type it in";
        Said: "运营商显示的是", "業者顯示的是", "What the carrier shows";
        Left: "剩余", "剩餘", "Left";
        Used: "已用", "已用", "Used";
        LeftPercent: "剩余 %", "剩餘 %", "% left";
        UsedPercent: "已用 %", "已用 %", "% used";
        Figure: "数值", "數值", "Figure";
        Total: "套餐流量", "方案流量", "Plan data";
        Money: "账户余额", "帳戶餘額", "Money balance";
        Expires: "到期", "到期", "Expires";
        Renews: "续费日", "續訂日", "Renews";
        Source: "从哪里看到的", "從哪裡看到的", "Where it came from";
        MoreCheck: "日期、账户余额、来源、备注", "日期、帳戶餘額、來源、備註", "Dates, money, source, note";
        MoreReply: "来源和备注", "來源與備註", "Source and note";

        // A card.
        Name: "名字", "名稱", "Name";
        NameTravel: "旅行卡", "旅行卡", "Travel SIM";
        NameHome: "家里的号码", "家裡的門號", "Home number";
        NameSpare: "备用卡", "備用卡", "Spare SIM";
        Carrier: "运营商", "電信業者", "Carrier";
        CarrierSellers: "旅行 eSIM 卖家", "旅行 eSIM 賣家", "Travel eSIM sellers";
        ChangeCarrier: "换一家", "換一家", "Change";
        CarrierHint: "选一家；没有列出的，照输入的保存。", "選一家；沒列出的，照輸入的保存。",
            "Choose one. A carrier that isn't listed is kept as typed.";
        CarrierMore: "还有很多家：输入名称或国家，中文英文都行。", "還有很多家：輸入名稱或國家，中文英文都可以。",
            "There are many more: type a name or a country, in English or Chinese.";
        CarrierOwn: "用你补充过的资料。", "用你補充過的資料。", "What you added about it is used.";
        CarrierUnlisted: "名单里没有：照输入的保存，怎么查可以自己补充；手机自己的统计也能用。",
            "名單裡沒有：照輸入的保存，怎麼查可以自己補充；手機自己的統計也能用。",
            "Not in the list: it is kept as typed, and you can add how to ask it. The phone’s own counter works too.";
        Seller: "从谁那里买的", "向誰買的", "Bought from";
        CardForm: "卡的类型", "卡片類型", "Type of card";
        Number: "号码", "門號", "Number";
        NumberHint: "只显示末四位，不会离开这台设备。", "只顯示末四碼，不會離開這台裝置。", "Shown as its last four digits. It never leaves this device.";
        Plan: "套餐流量", "方案流量", "Plan data";
        PlanDaily: "每天流量", "每天流量", "Data each day";
        Price: "价格", "價格", "Price";
        Currency: "货币", "幣別", "Currency";
        Validity: "有效期", "效期", "Validity";
        ValidityUnknown: "不确定", "不確定", "Not sure";
        ValidityUntil: "到某一天", "到某一天", "Until a date";
        ValidityDays: "若干天", "若干天", "A number of days";
        ValidityMonth: "每月月底", "每月月底", "Calendar month";
        Until: "最后一天", "最後一天", "Last day";
        Days: "天数", "天數", "Days";
        Start: "从哪天算起", "從哪天算起", "Counted from";
        From: "起算的那天", "起算日期", "That day";
        FromHint: "填了这一天，才能算出哪天到期（可能差一天）。", "填了這一天，才能算出哪天到期（可能差一天）。",
            "The expiry is counted from this day; it may be a day off.";
        MoreCard: "续费、时区、提醒等", "續訂、時區、提醒等", "Renewal, zone, reminders";
        NeededUntil: "要用到哪天", "要用到哪天", "Needed until";
        NeededHint: "比如回程那天。会告诉你撑到那天的可能有多大。", "例如回程那天。會告訴你撐到那天的機率。",
            "Such as the flight home. You will see how likely it is to last.";
        NumberLost: "号码被收回（销号）的日子", "門號遭收回的日期", "Number lost on";
        Zone: "按哪里的时间算日子", "日期以何地時間為準", "Days are counted in";
        ThresholdKind: "流量不多时提醒", "流量不多時提醒", "Remind me when data is low";
        ThresholdPercent: "按百分比", "依百分比", "By per cent";
        ThresholdAmount: "按流量", "依流量", "By amount";
        ThresholdOff: "不提醒", "不提醒", "Never";
        Threshold: "提醒线", "提醒門檻", "Threshold";
        Reserve: "预留", "預留", "Reserve";
        ReserveHint: "留着应急，不算进今日建议用量。", "留著應急，不計入今日建議用量。", "Set aside, and not counted into today's allowance.";
        Texts: "短信原文", "簡訊原文", "The reply's text";
        TextsKept: "和余量一起保存", "和這筆紀錄一起儲存", "Keep it with the balance";
        TextsDropped: "不保存", "不儲存", "Do not keep it";
        TextsForgotten: "不保存，已存的也去掉", "不儲存，已存的也拿掉", "Do not keep it, and take away those kept so far";
        ForgetText: "保存时删掉这条原文", "儲存時刪除這則原文", "Delete this text when saving";
        TextsGone: "可以撤销：更改记录和备份里还有，彻底清除这张卡才会抹掉。", "可以復原：變更紀錄和備份裡還有，徹底清除這張卡才會抹除。", "You can undo this: All changes and backups have them until the card is erased.";
        TextsHint: "保存的原文会隐去验证码、完整号码和称呼。不保存，就没法教它认新的短信。", "儲存的原文會隱去驗證碼、完整門號和稱呼。不儲存，就無法教它認新的簡訊。", "Codes, full numbers and names are masked in what is kept. Without it, you cannot teach it new replies.";
        Base: "1 GB 等于", "1 GB 等於", "1 GB is";

        // How a card's number is kept, its day plan, its warnings.
        KeepRule: "怎么保号", "怎麼保號", "What keeps the number";
        KeepNone: "不用管", "不用管", "Nothing to do";
        KeepTopUp: "定期充值", "定期儲值", "Topping up";
        KeepActivity: "定期用一次", "定期使用", "Using it";
        KeepMonthly: "每月扣费", "每月扣款", "A monthly fee";
        KeepDay: "每月几号扣费", "每月幾號扣款", "Day of the month";
        KeepFee: "每月多少", "每月多少", "How much a month";
        KeepWithin: "多少天内用一次", "幾天內使用一次", "Within so many days";
        KeepGives: "每次充值管多少天", "每次儲值有效幾天", "Days that a top-up gives";
        CountsNot: "按这张卡的保号规则不算，到期日不变。", "依這張卡的保號規則不算，到期日不變。", "By this card’s rule it does not count: no date moves.";
        KeepLeast: "至少充多少", "至少儲值多少", "Least that counts";
        Grace: "停机后宽限的天数", "停話後寬限天數", "Days of grace";
        GraceHint: "服务停了以后，号码还保留这么多天。", "服務停止後，門號還會保留這麼多天。",
            "How long the number stays after the service has ended.";
        KeepFrom: "从哪天算起", "從哪天算起", "Counted from";
        KeepFromHint: "激活或上次充值的日子；以后记了充值或保号，就从那天算。",
            "啟用或上次儲值的日期；之後記了儲值或保號，就從那天起算。",
            "When it was activated or last topped up. What you log later counts from its own day.";
        Clock: "按天给流量的套餐", "每日方案", "A plan that gives data each day";
        ClockNone: "不是", "不是", "It is not one";
        ClockMidnight: "每天零点重置", "每天零時重置", "New at midnight";
        ClockFirstUse: "首次使用后每 24 小时", "首次使用後每 24 小時", "Every 24 h from first use";
        FirstUse: "首次使用的时间", "首次使用的時間", "First used at";
        ClockZone: "按哪里的零点", "以何地零時為準", "Midnight in";
        Notice: "到期前几天提醒", "到期前幾天提醒", "Warn before it ends";
        OverPace: "比匀速多用多少时提醒", "比均速多用多少時提醒", "Warn when over the even pace by";
        DaysUnit: "天", "天", "days";

        // Questions about the days to come.
        Speed: "限速后多少 kbps", "降速後多少 kbps", "Slowed to (kbps)";
        TripDays: "去几天", "去幾天", "How many days";
        FirstDay: "第一天", "第一天", "First day";

        // A top-up.
        Data: "增加的流量", "增加的流量", "Data added";
        Paid: "付了多少", "付了多少", "Paid";
        Credit: "到账的余额", "入帳的餘額", "Credit received";
        Channel: "怎么充的", "儲值方式", "Channel";
        Effect: "对现有流量", "對現有流量", "What it does";
        QueueAtOnce: "现在的已经到期，马上起用。", "目前的已經到期，立即起使用。", "The present plan has ended: it begins at once.";
        QueueLater: "还不知道现在的哪天到期，到期后起用。", "還不知道目前的哪天到期，到期後起使用。",
            "It begins when the present plan ends, which is not known yet.";
        NewExpires: "新的到期日", "新的到期日", "New expiry";
        Receipt: "凭证号", "憑證號碼", "Receipt number";
        Arrival: "到账了吗", "入帳了嗎", "Has it arrived?";
        PaidAt: "什么时候付的", "什麼時候付的", "When it was paid";
        MoreOfMoney: "渠道、流量、凭证、备注", "管道、流量、憑證、備註", "Channel, data, receipt, note";
        MoreTopUp: "渠道、到账余额、凭证、备注", "管道、入帳餘額、憑證、備註", "Channel, credit, receipt, note";

        // A keep-alive.
        Act: "做了什么", "做了什麼", "What happened";
        Fee: "费用", "費用", "Fee";
    }
}

/// What a top-up's effect means, in one line.
#[must_use]
pub fn effect(effect: Effect, lang: Lang) -> &'static str {
    match effect {
        Effect::Add => pick!(
            lang,
            "剩下的还能用，新的加在上面。",
            "剩下的仍可使用，新的加在上面。",
            "What is left stays, and this comes on top."
        ),
        Effect::Replace => pick!(
            lang,
            "剩下的作废，从新的算起。",
            "剩下的作廢，從新的算起。",
            "What is left is lost; it starts again from this."
        ),
        Effect::Queue => pick!(
            lang,
            "现在的到期后换成新的，那时剩下的不带过去。",
            "目前的到期後換成新的，屆時剩下的不會帶過去。",
            "Begins when the present plan ends; what is left then is lost."
        ),
        Effect::Extend => pick!(
            lang,
            "流量不变，只是到期晚些。",
            "流量不變，只是晚一點到期。",
            "The data stays the same; it only expires later."
        ),
    }
}

/// What kept a number, in one line.
#[must_use]
pub fn act(act: Act, lang: Lang) -> &'static str {
    match act {
        Act::Used => pick!(
            lang,
            "打过电话、发过短信，或用过流量。",
            "打過電話、傳過簡訊，或用過行動數據。",
            "A call, a text, or some data."
        ),
        Act::CodeReceived => pick!(
            lang,
            "号码收到过验证码：说明还在，但多半不算使用，到期日不变。",
            "門號收到過驗證碼：表示還在，但多半不算使用，到期日不變。",
            "A code came: the number is still there. It hardly counts as use, so no date moves."
        ),
        Act::FeePaid => {
            pick!(lang, "交了月费，或充了话费。", "繳了月租，或儲了值。", "A monthly fee, or credit that was added.")
        }
    }
}

sentences! {
    /// The sentences of the forms.
    Sentence {
        SaveMissing { count }: "保存（还差 {count} 项）", "儲存（還差 {count} 項）", "Save ({count} to go)";
        CarriersMore { count }: "还有 {count} 家", "還有 {count} 家", "{count} more";
        QueueFrom { date }: "{date}起用：现在的到期后换成新的，剩下的不带过去。", "{date}起使用：目前的到期後換成新的，剩下的不會帶過去。",
            "Begins on {date}, when the present plan ends; what is left then is lost.";
        AsPlan { plan }: "和套餐一样：{plan}", "和方案相同：{plan}", "As the plan: {plan}";
        SaveWrong { count }: "保存（{count} 项要改）", "儲存（{count} 項要改）", "Save ({count} to fix)";
    }
}

/// The save button, and how many things stand in the way: still to be filled in, or, where one of
/// them is wrong, to be changed.
#[must_use]
pub fn save(count: usize, wrong: bool, lang: Lang) -> String {
    let number = count.to_string();
    match (count, wrong) {
        (0, _) => Label::Save.say(lang).to_owned(),
        (_, false) => Sentence::SaveMissing { count: &number }.say(lang),
        (_, true) => Sentence::SaveWrong { count: &number }.say(lang),
    }
}
