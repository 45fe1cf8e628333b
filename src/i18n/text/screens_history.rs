//! The history of a card.

words! {
    /// What stands in its rows, and around them.
    HistoryWord {
        History: "记录", "紀錄", "History";
        More: "显示更早的记录", "顯示更早的紀錄", "Show older";
        NoHistory: "还没有记录。", "還沒有紀錄。", "Nothing logged yet.";
        BalanceCheck: "余量", "剩餘流量", "Balance";
        TopUp: "充值", "儲值", "Top-up";
        KeepAlive: "保号", "保號", "Keep-alive";
        FromUsed: "由已用推算", "由已用推算", "from what was used";
        FromPercent: "由百分比推算", "由百分比推算", "from a per cent";
        FromCounter: "按运营商的算法折算", "依業者的算法換算", "converted to the carrier’s count";
        ReplyText: "回复原文", "回覆原文", "Reply text";
    }
}

sentences! {
    /// What a row says. Every parameter is formatted already.
    HistorySay {
        Used { amount }: "已用 {amount}", "已用 {amount}", "{amount} used";
        Left { amount }: "剩 {amount}", "剩 {amount}", "{amount} left";
        Total { amount }: "共 {amount}", "共 {amount}", "of {amount}";
        Paid { money }: "付了 {money}", "付了 {money}", "paid {money}";
    }
}
