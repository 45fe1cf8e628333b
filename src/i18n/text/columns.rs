//! The names of the columns of our tables for spreadsheets.

words! {
    /// A column of our tables, by the name that stands at its head. A name once written is read for
    /// ever, in every language.
    Column {
        Time: "时间", "時間", "Time";
        Zone: "时区", "時區", "Time zone";
        Card: "卡", "卡片", "Card";
        Kind: "类型", "類型", "Kind";
        Bucket: "项目", "項目", "What";
        Said: "含义", "含義", "Meaning";
        Amount: "数量", "數量", "Amount";
        Unit: "单位", "單位", "Unit";
        Expires: "到期", "到期", "Expires";
        Renews: "续费日", "續訂日", "Renews";
        Credit: "到账金额", "入帳金額", "Credit";
        CreditCurrency: "到账币种", "入帳幣別", "Credit currency";
        Paid: "实付金额", "實付金額", "Paid";
        PaidCurrency: "实付币种", "實付幣別", "Paid currency";
        Channel: "渠道", "管道", "Channel";
        Effect: "效果", "效果", "Effect";
        Arrival: "到账", "入帳", "Arrival";
        PaidAt: "付款时间", "付款時間", "Paid at";
        Receipt: "凭证号", "憑證號碼", "Receipt";
        Source: "来源", "來源", "Source";
        Note: "备注", "備註", "Note";
        Reply: "短信原文", "簡訊原文", "Reply";
        Entry: "记录编号", "紀錄編號", "Entry";
    }
}
