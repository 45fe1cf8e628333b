//! Topping up: what to look at before paying, and what to do until it has arrived.

words! {
    /// The words around a payment.
    PayWord {
        Before: "付款前，看一眼", "付款前，看一眼", "Before you pay";
        Number: "号码或 eSIM 订单没选错。", "門號或 eSIM 訂單沒選錯。", "The right number, or the right eSIM order.";
        Terms: "看清条款：续的是原来的套餐还是新套餐，能用几天。", "看清楚條款：續的是原方案還是新方案，能用幾天。",
            "Read the terms: the same plan or another one, and for how many days.";
        Address: "在官网、官方 App 或正规商店付。网址自己输入，不点短信里的链接。",
            "在官網、官方 App 或正規商店付款。網址自己輸入，不點簡訊裡的連結。",
            "Pay on the carrier’s own site, in its app or in a shop. Type the address; follow no link from a text.";
        Sum: "手续费、汇率和税都算进去：余额差几分钱，套餐就可能续不上。",
            "手續費、匯率和稅都算進去：餘額差幾分錢，方案就可能續不成。",
            "Count fees, exchange rate and tax: a balance a few cents short may not renew the plan.";
        Scam: "群里、二手平台上的低价代充别碰：钱可能是盗刷来的，充值会被撤回，号码也可能被停。",
            "群組、二手平台上的低價代儲別碰：錢可能是盜刷來的，儲值會被撤銷，門號也可能被停。",
            "Leave cheap top-ups from chat groups alone: they may be paid with stolen cards, then taken back, and the number cut off.";
        Paid: "我付好了", "我付款了", "I have paid";
        PaidSays: "先记成“还没到账”，查到变多了再确认。", "先記成「尚未入帳」，查到變多了再確認。",
            "It is logged as not yet arrived, until a check shows it.";
        Already: "已经到账，直接记", "已經入帳，直接記", "It is there already: log it";
        Waits: "一笔充值还没到账", "一筆儲值尚未入帳", "A top-up has not arrived yet";
        WasIn: "算上了", "算進去了", "Yes, it was";
        CameLater: "没有，后来才到账", "沒有，後來才入帳", "No, it came later";
        Seen: "付款之后查到的数变多了，像是到账了。", "付款之後查到的數字變多了，看來入帳了。",
            "A check since then shows more: it seems to have arrived.";
        Late: "过了一天还没到账，可以这样办：", "過了一天還沒入帳，可以這樣做：", "Not there after a day. What to do:";
        LateCheck: "再查一次：有的运营商更新得慢。", "再查一次：有的業者更新得慢。", "Check again: some carriers are slow to show it.";
        LateProof: "看付款记录：钱扣了没有，号码对不对。", "看付款紀錄：扣款了沒有，門號對不對。",
            "Look at the payment: was it taken, and for the right number?";
        LateAsk: "带着收据找收款的一方，不行再找运营商客服。", "帶著收據找收款的一方，不行再找業者客服。",
            "Take the receipt to whoever took the money, then to the carrier.";
        LateBack: "钱退回来了，就删掉这一笔。", "錢退回來了，就刪掉這一筆。", "If the money comes back, delete this entry.";
        Edit: "修改", "編輯", "Edit";
    }
}

sentences! {
    /// What is said of one payment. Every parameter is formatted already.
    PaySay {
        NumberIs { number }: "核对号码：{number}", "核對門號：{number}", "Compare the number: {number}";
        Unclear { when }: "{when}记下的数里，已经算上这次充值了吗？", "{when}記下的數字，已經把這次儲值算進去了嗎？", "Was this top-up part of the balance of {when} already?";
        WaitsFor { what }: "充值 {what}，还没到账", "儲值 {what}，尚未入帳", "Top-up of {what}: not there yet";
        SeenOf { what }: "充值 {what}，到账了吗？", "儲值 {what}，入帳了嗎？", "Top-up of {what}: has it arrived?";
        PaidAgo { ago }: "{ago}付款", "{ago}付款", "paid {ago}";
    }
}
