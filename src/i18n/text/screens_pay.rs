//! Topping up: what to do until it has arrived.

words! {
    /// The words around a payment.
    PayWord {
        WasIn: "算上了", "算進去了", "Yes, it was";
        CameLater: "没有，后来才到账", "沒有，後來才入帳", "No, it came later";
        Seen: "付款之后查到的数变多了，像是到账了。", "付款之後查到的數字變多了，看來入帳了。",
            "A check since then shows more: it seems to have arrived.";
        Late: "过了一天还没到账，可以这样办：", "過了一天還沒入帳，可以這樣做：", "Not there after a day. What to do:";
        LateCheck: "再查一次：有的运营商更新得慢。", "再查一次：有的業者更新得慢。", "Check again: some carriers are slow to show it.";
        LateProof: "看付款记录：钱扣了没有，充的是不是这张卡。", "看付款紀錄：扣款了沒有，儲的是不是這張卡。",
            "Look at the payment: was it taken, and for this card?";
        LateAsk: "带着收据找收款的一方，不行再找运营商客服。", "帶著收據找收款的一方，不行再找業者客服。",
            "Take the receipt to whoever took the money, then to the carrier.";
        LateBack: "钱退回来了，就删掉这一笔。", "錢退回來了，就刪掉這一筆。", "If the money comes back, delete this entry.";
        Edit: "修改", "編輯", "Edit";
        Failed: "没付成，删掉", "沒付成，刪除", "It failed: remove it";
    }
}

sentences! {
    /// What is said of one payment. Every parameter is formatted already.
    PaySay {
        Unclear { when }: "{when}记下的数里，已经算上这次充值了吗？", "{when}記下的數字，已經把這次儲值算進去了嗎？", "Was this top-up part of the balance of {when} already?";
        Without { when }: "{when}记下的数没有变多。说已到账的话，从现在算起。", "{when}記下的數字沒有變多。說已入帳的話，從現在算起。",
            "The balance of {when} is no larger than before. If it has arrived, it counts from now.";
        Came { what }: "到账了：{what}", "入帳了：{what}", "It has arrived: {what}";
        WaitsFor { what }: "充值 {what}，还没到账", "儲值 {what}，尚未入帳", "Top-up of {what}: not there yet";
        SeenOf { what }: "充值 {what}，到账了吗？", "儲值 {what}，入帳了嗎？", "Top-up of {what}: has it arrived?";
        CameAs { what }: "按短信的 {what} 记到账", "依簡訊的 {what} 記為入帳", "It has arrived: {what}, as in the message";
        PaidAgo { ago }: "付款：{ago}", "付款：{ago}", "paid {ago}";
    }
}
