//! When it has run out: what still works, whom to ask, where to buy, in steps.

words! {
    /// What the page says of every card.
    OutWord {
        Title: "用完了怎么办", "用完了怎麼辦", "When it has run out";
        Still: "先看什么还能用", "先看什麼還能用", "What still works";
        Wifi: "Wi‑Fi：酒店、咖啡店、图书馆、机场常有。", "Wi‑Fi：飯店、咖啡店、圖書館、機場常有。",
            "Wi‑Fi: hotels, cafés, libraries and airports often have it.";
        Line: "只是流量用完的话，电话和短信多半还能用。", "只是流量用完的話，電話和簡訊應該還能用。",
            "If only the data is gone, calls and texts likely still work.";
        LineOver: "到期之后，电话和短信也可能停了。", "到期之後，電話和簡訊也可能停了。",
            "Once it has expired, calls and texts may be off too.";
        NoLine: "这张卡只有流量：靠 Wi‑Fi，或换另一张卡。", "這張卡只能上網：靠 Wi‑Fi，或換另一張卡。",
            "This card is data only: use Wi‑Fi, or another card.";
        NoLineLikely: "旅行 eSIM 多半只有流量：靠 Wi‑Fi，或换另一张卡。", "旅行 eSIM 多半只能上網：靠 Wi‑Fi，或換另一張卡。",
            "Travel eSIMs are mostly data only: use Wi‑Fi, or another card.";
        EmergencyAny: "紧急电话免费，也不用流量。号码问当地人；来不及问，先拨 112。",
            "緊急電話免費，也不用流量。號碼問當地人；來不及問，先撥 112。",
            "Emergency calls are free and need no data. Ask locally for the number; with no time to ask, dial 112.";
        Pay: "不用流量就能充值的办法", "不用流量就能儲值的方法", "Ways to top up without data";
        Ask: "不用流量就能问的办法", "不用流量就能問的方法", "Ways to ask without data";
        Online: "连上 Wi‑Fi 再充值", "連上 Wi‑Fi 再儲值", "Top up over Wi‑Fi";
        OnlineSay: "打开买卡时用的 App 或网页，登录后给这张卡充值。换一张新的也行。",
            "開啟買卡時用的 App 或網頁，登入後為這張卡儲值。換一張新的也行。",
            "Open the app or page where you bought it, sign in, and top this one up. A new one works too.";
        NoWay: "没有查到。卡包装或购卡邮件上多半有客服电话；这张卡打不出去，就借一部手机，或直接去店里。",
            "查不到。卡片包裝或購買郵件上多半有客服電話；這張卡打不出去，就借一支手機，或直接去門市。",
            "None is known. The package or the purchase e-mail usually shows a number. If this card cannot call, borrow a phone, or go to a shop.";
        Gone: "我的预付费套餐用完了。", "我的預付方案用完了。", "My prepaid plan has run out.";
        Shops: "哪里可能买得到", "哪裡可能買得到", "Where shops are likely";
        ShopsSay: "便利店、超市、手机店、运营商门店：问有没有这家的充值卡。",
            "便利商店、超市、通訊行、電信門市：問有沒有這家的儲值卡。",
            "Convenience stores, supermarkets, phone shops, the carrier’s own: ask for its refill card.";
        After: "付好以后", "付款以後", "Once it is paid";
        AfterSay: "开关一次飞行模式，再查一次。没到账之前，会一直留在首页。",
            "開關一次飛航模式，再查一次。入帳之前，會一直留在首頁。",
            "Switch airplane mode on and off, then check. Until it arrives, it stays in sight.";
        SetReserve: "下次别慌：在卡里设一笔预留。", "下次不慌：在卡片裡設一筆預留。", "For the next time, set a reserve on the card.";
        WithNet: "连上网以后的其他办法", "連上網以後的其他方法", "Other ways, once there is a network";
    }
}

sentences! {
    /// What it says of this card. Every parameter is formatted already.
    OutSay {
        Emergency { place }: "{place}的紧急电话：免费，也不用流量", "{place}的緊急電話：免費，也不用流量",
            "{place}: emergency calls are free and need no data";
        EmergencyHere { place }: "按手机的时钟，你在{place}。那里的紧急电话：免费，也不用流量",
            "依手機的時鐘，你在{place}。那裡的緊急電話：免費，也不用流量",
            "By the phone’s clock you are here: {place}. Emergency calls there are free and need no data";
        EmergencyHome { place }: "到了{place}（这张卡所属的地方）才拨这些", "到了{place}（這張卡所屬的地方）才撥這些",
            "Only when you are in the card’s own country: {place}";
        Left { left }: "流量还剩 {left}：留给地图和消息，视频先关掉。", "流量還剩 {left}：留給地圖和訊息，影片先關掉。",
            "Data left: {left}. Keep it for maps and messages, and leave videos.";
        LeftOf { left, data }: "流量还剩 {left}，其中 {data} 是你的预留：留给地图和消息，视频先关掉。",
            "流量還剩 {left}，其中 {data} 是你的預留：留給地圖和訊息，影片先關掉。",
            "Data left: {left}, of which {data} is your reserve. Keep it for maps and messages, and leave videos.";
        LeftReserve { left, data }: "流量还剩 {left}，已经在用 {data} 的预留：留给地图和消息，视频先关掉。",
            "流量還剩 {left}，已經在用 {data} 的預留：留給地圖和訊息，影片先關掉。",
            "Data left: {left}, all of it your reserve of {data}. Keep it for maps and messages, and leave videos.";
        AsOf { left, ago }: "{left}（{ago}）", "{left}（{ago}）", "{left} ({ago})";
        Rest { what, ago }: "这张卡还有：{what}（{ago}）", "這張卡還有：{what}（{ago}）", "Still on this card: {what} ({ago})";
        UsedUp { what, ago }: "已用完：{what}（{ago}）", "已用完：{what}（{ago}）", "Used up: {what} ({ago})";
        Lost { date }: "{date}起，号码可能被收回。", "{date}起，門號可能遭收回。", "From {date} the number may be lost.";
    }
}
