//! Whom to ask and how: text, dial, call, app, website, the phone's own counter; and how to pay.

words! {
    /// What the ways to check and to top up say.
    WaysWord {
        CheckBalance: "查余量", "查用量", "Check balance";
        TextIt: "发短信", "傳簡訊", "Send a text";
        DialIt: "拨代码", "撥代碼", "Dial a code";
        CallIt: "打电话", "打電話", "Call";
        InApp: "看 App", "看 App", "Look in the app";
        OnSite: "网站", "網站", "Website";
        OpenTexts: "打开短信", "開啟簡訊", "Open texts";
        Dial: "拨号", "撥號", "Dial";
        Call: "拨打", "撥打", "Call";
        Open: "打开", "開啟", "Open";
        Copy: "复制", "複製", "Copy";
        Copied: "已复制", "已複製", "Copied";
        PayIt: "用支付 App 充值", "用支付 App 儲值", "Pay by another app";
        ShopIt: "在商店买充值卡", "在商店買儲值卡", "Buy a refill in a shop";
        AnyShop: "实体店有售", "實體店面有售", "In shops";
        NoData: "不用流量", "不用流量", "No data needed";
        NeedsData: "需要流量或 Wi‑Fi", "需要流量或 Wi‑Fi", "Needs data or Wi‑Fi";
        OverCard: "只有用这张卡上网才打得开，Wi‑Fi 不行", "只有用這張卡上網才打得開，Wi‑Fi 不行",
            "Opens only over this card’s own data, not Wi‑Fi";
        Confirmed: "来源较可靠 · 未实测", "來源較可靠 · 未實測", "Well sourced · not tried on a SIM";
        OneSource: "一个来源 · 未实测", "一個來源 · 未實測", "One source · not tried on a SIM";
        Unchecked: "未核实", "未查證", "Unverified";
        CostUnknown: "资费不确定", "資費不確定", "Cost not known";
        Foreign: "另一个国家的号码，可能按国际长途收费", "另一個國家的號碼，可能按國際電話計費",
            "Another country’s number: may cost as an international one";
        TakesText: "一般几分钟内有回复", "通常幾分鐘內有回覆", "Reply usually within minutes";
        TakesDial: "马上显示或发来短信", "馬上顯示或傳來簡訊", "Shown at once, or texted";
        TakesLook: "不用等回复", "不用等回覆", "No reply to wait for";
        TakesCall: "可能要等", "可能要等候", "You may have to wait";
        Offline: "现在没有网络。先列出不用流量的办法。", "現在沒有網路。先列出不用流量的方法。",
            "No network now. What works without data comes first.";
        Later: "有网络时再用：", "有網路時再用：", "When there is a network:";
        OverWifi: "这张卡现在上不了网，下面这些连上 Wi‑Fi 再用：", "這張卡現在不能上網，下面這些連上 Wi‑Fi 再用：",
            "This card has no data now. Over Wi‑Fi:";
        Roams: "按手机的时钟，你在国外：电话和短信可能按漫游收费，短号码不一定打得通。",
            "依手機的時鐘，你在國外：電話和簡訊可能按漫遊計費，短號碼不一定打得通。",
            "By the phone’s clock you are abroad: calls and texts may cost roaming, and short numbers may not answer.";
        DataOnly: "纯流量卡不能发短信，也不能打电话。", "純上網卡不能傳簡訊，也不能打電話。",
            "A data-only card has no texts and no calls.";
        SellersPage: "到卖家的网页或 App 里查，多半要填 ICCID（卡号）。", "到賣家的網頁或 App 查，多半要填 ICCID（卡號）。",
            "Look on the seller’s page or in its app; many ask for the ICCID, the card’s own number.";
        SellersData: "这家卖的是纯流量卡，所以不列短信和电话。", "這家賣的是純上網卡，所以不列簡訊和電話。",
            "This seller’s cards are data only, so texts and calls are left out.";
        LikelyData: "旅行 eSIM 多半只有流量，所以不列短信和电话。你的有号码的话，填进这张卡。",
            "旅行 eSIM 多半只能上網，所以不列簡訊和電話。你的有門號的話，填進這張卡。",
            "Travel eSIMs are mostly data only, so texts and calls are left out. If yours has a number, enter it on the card.";
        AllUnchecked: "下面这些都没有核实过。", "下面這些都沒有查證過。", "Nobody has verified these.";
        CounterAnswers: "问不到的话，先看手机自己的统计。", "問不到的話，先看手機自己的統計。",
            "If they don’t answer, the phone’s own counter does.";
        MineData: "这张卡记成了纯流量卡，所以不列短信和电话。", "這張卡記成了純上網卡，所以不列簡訊和電話。",
            "This card is set down as data only, so texts and calls are left out.";
        DenyRule: "你的卡能打电话的话，在下面的规则里点开“对吗？”，再点“这条不对”。",
            "你的卡能打電話的話，在下面的規則點開「對嗎？」，再點「這條不對」。",
            "If yours can call, open “Is it so?” under the rule below, then tap “It is not”.";
        MineCalls: "我的卡能打电话", "我的卡能打電話", "My card can call";
        Iccid: "ICCID 在哪里看", "ICCID 在哪裡看", "Where the ICCID is";
        IccidIphone: "iPhone：设置 → 通用 → 关于本机 → ICCID", "iPhone：設定 → 一般 → 關於本機 → ICCID",
            "iPhone: Settings → General → About → ICCID";
        IccidAndroid: "安卓：设置 → 关于手机 → 状态信息 → SIM 卡状态 → ICCID（各品牌略有不同）",
            "Android：設定 → 關於手機 → 狀態資訊 → SIM 卡狀態 → ICCID（各品牌略有不同）",
            "Android: Settings → About phone → SIM status → ICCID (varies by maker)";
        LogIt: "记下看到的数", "記下看到的數字", "Log what it shows";
        PhraseHint: "一直是机器应答的话，说“representative”或按 0，多半能转到人工。",
            "一直是語音系統的話，說「representative」或按 0，多半能轉接專人。",
            "If the menu goes on, say “representative” or press 0: that often reaches a person.";
        AskToPay: "没写能不能充值，打去问", "沒寫能不能儲值，打去問", "Not said to take payments: ask there";
        Free: "免费", "免費", "Free";
        Abroad: "在国外漫游时用", "在國外漫遊時用", "While roaming abroad";
        Source: "来源", "來源", "Source";
        PublicCode: "公开的程序代码", "公開的程式碼", "public code";
        Network: "网络", "網路", "Network";
        RulesTitle: "要留意的规则", "要留意的規則", "Rules to watch";
        Reading: "正在读取运营商资料…", "正在讀取電信業者資料…", "Reading the carrier list…";
        NotThere: "没能读到运营商资料。", "讀不到電信業者資料。", "The carrier list could not be fetched.";
        Damaged: "运营商资料损坏，没有采用。", "電信業者資料損毀，未採用。", "The carrier list is damaged, so it is not used.";
        Newer: "运营商资料比这个页面新。请关掉所有页面再打开。", "電信業者資料比這個頁面新。請關閉所有分頁再開啟。",
            "The carrier list is newer than this page. Close every tab of SIM Gauge, then open it again.";
        BadRow: "这家运营商的资料有误，没有采用。", "這家電信業者的資料有誤，未採用。",
            "What is listed for this carrier is damaged, so it is not used.";
        TryAgain: "再试一次", "再試一次", "Try again";
        OneYear: "已过 1 年多", "已過 1 年多", "over 1 year old";
        AsksData: "只查流量", "只查流量", "Data only";
        AsksMoney: "只查账户余额", "只查帳戶餘額", "Money only";
        AnyCard: "用这张卡", "用這張卡", "From this card";
        PinHint: "把 PIN 换成充值卡上的数字", "把 PIN 換成儲值卡上的數字", "Put the voucher’s digits for PIN";
        IphoneHint: "iPhone 不让网页拨带 * # 的代码：复制后粘贴到电话里拨。",
            "iPhone 不讓網頁撥帶 * # 的代碼：複製後貼到電話裡撥。",
            "An iPhone won’t dial codes with * or # from a page: copy it and paste it into Phone.";
        PhraseTitle: "可以照着念", "可以照著念", "You can read this out";
        Phrase: "我还剩多少流量？套餐哪天到期？", "我還剩多少流量？方案哪天到期？",
            "How much data do I have left, and when does my plan expire?";
        Counter: "手机自己的统计", "手機自己的統計", "The phone’s own counter";
        CounterNote: "记的是手机用掉的量，和运营商算的会差一点；先看清从哪天起算。",
            "記的是手機用掉的量，和電信業者算的會差一點；先看清楚從哪天起算。",
            "It counts what the phone used, which differs a little from the carrier’s own count. Mind the day it counts from.";
        CounterIphone: "iPhone：设置 → 蜂窝网络 → 本期用量（从上次还原统计数据起算）",
            "iPhone：設定 → 行動服務 → 目前期間（從上次重置統計資料起算）",
            "iPhone: Settings → Cellular → Current Period (counted from the last reset)";
        CounterAndroid: "安卓：设置 → 网络和互联网 → SIM 卡 → 应用流量用量（各品牌略有不同）",
            "Android：設定 → 網路和網際網路 → SIM 卡 → 應用程式數據用量（各品牌略有不同）",
            "Android: Settings → Network & internet → SIMs → App data usage (varies by maker)";
        UnknownCarrier: "还不认识这家运营商", "還不認識這家電信業者", "This carrier isn’t in the list";
        UnknownSays: "不确定的号码和代码我们不会写。通常可以这样问：",
            "不確定的號碼和代碼我們不會寫。通常可以這樣問：",
            "We don’t list numbers or codes nobody vouches for. These usually work:";
        GeneralText: "翻一翻办卡时收到的短信，里面常写着怎么查。", "翻一翻辦卡時收到的簡訊，裡面常寫著怎麼查。",
            "Look at the texts from when you activated the card: they often say how to check.";
        GeneralApp: "打开运营商或卖家的 App，登录后看“用量”。", "開啟電信業者或賣家的 App，登入後看「用量」。",
            "Open the carrier’s or seller’s app and look for usage.";
        GeneralCall: "拨包装上的客服电话；在美国，多数卡拨 611 转客服。", "撥包裝上的客服電話；在美國，多數卡撥 611 轉客服。",
            "Call the number on the package; in the US, 611 reaches most carriers.";
        ChooseCarrier: "在卡的资料里选运营商", "在卡片資料裡選電信業者", "Choose the carrier in the card";
        NoWays: "没有找到可靠的查询办法。", "沒有找到可靠的查詢方法。", "No reliable way to check is known.";
        CheckTitle: "查余量的办法", "查用量的方法", "Ways to check";
        TopUpTitle: "充值的办法", "儲值的方法", "Ways to top up";
        NoneNow: "没有找到现在能用的办法，可以问卖家。", "找不到現在能用的方法，可以問賣家。",
            "No way is known that works now. Ask whoever sold it.";
        NoTopUps: "没有找到可靠的充值办法。", "沒有找到可靠的儲值方法。", "No reliable way to top up is known.";
        SitesOnly: "没查到怎么充值。这是它的官方页面，不确定能不能在那里充值：", "查不到怎麼儲值。這是它的官方頁面，不確定能不能在那裡儲值：",
            "How to top up isn’t written down. These are its official pages; whether one can pay there is not known:";
        ComeBack: "查完回到这里，会问你：回复说了什么？", "查完回到這裡，會問你：回覆說了什麼？",
            "When you come back, you will be asked: What did it say?";
    }
}

sentences! {
    /// What the ways say of this card.
    WaysSay {
        TextFrom { tail }: "用尾号 {tail} 这张卡发", "用末四碼 {tail} 的門號傳", "Send from the number ending {tail}";
        CallFrom { tail }: "用尾号 {tail} 打", "用末四碼 {tail} 的門號打", "Call from the number ending {tail}";
        LineTail { tail }: "手机里有两张卡的话，链接选不了用哪张：发送或拨打前，自己选尾号 {tail}。",
            "手機裡有兩個門號的話，連結選不了用哪個：傳送或撥打前，自己選末四碼 {tail}。",
            "With two lines in the phone, a link cannot choose: pick the one ending {tail} before you send or call.";
        LineNamed { name }: "手机里有两张卡的话，链接选不了用哪张：发送或拨打前，自己选“{name}”的号码。",
            "手機裡有兩個門號的話，連結選不了用哪個：傳送或撥打前，自己選「{name}」的門號。",
            "With two lines in the phone, a link cannot choose: pick the number of {name} before you send or call.";
        PlanNow { plan }: "现在的套餐：{plan}", "目前的方案：{plan}", "Your plan now: {plan}";
        CopyOf { text }: "复制 {text}", "複製 {text}", "Copy {text}";
        AtHome { number }: "在当地拨 {number}", "在當地撥 {number}", "In its own country: {number}";
        FromAbroad { number }: "从国外拨 {number}", "從國外撥 {number}", "From abroad: {number}";
        Menu { keys }: "接通后按 {keys}", "接通後按 {keys}", "Then press {keys}";
        ReadIn { month }: "查阅于 {month}", "查閱於 {month}", "Looked up {month}";
        SourceOf { year }: "来源是 {year} 年的", "來源為 {year} 年", "Source from {year}";
        WeakSources { count }: "{count} 个来源，都不够可靠 · 未实测", "{count} 個來源，都不夠可靠 · 未實測",
            "{count} weak sources · not tried on a SIM";
        OldPage { from }: "{from}（旧页面）", "{from}（舊頁面）", "{from} (old page)";
        PageOf { from, year }: "{from}（{year} 年）", "{from}（{year} 年）", "{from} ({year})";
        Years { years }: "已过 {years} 年多", "已過 {years} 年多", "over {years} years old";
        InStore { name }: "在 App Store 或 Google Play 搜“{name}”，认准官方开发者", "在 App Store 或 Google Play 搜尋「{name}」，認明官方開發者",
            "Search the App Store or Google Play for “{name}”: the developer must be the carrier";
        OpenOf { what, text }: "{what}：{text}", "{what}：{text}", "{what}: {text}";
    }
}
