//! Tables for spreadsheets: what their rows are, and the place where a stranger's columns are told
//! apart.

words! {
    /// What stands in the rows of a table, and in the place where a stranger's columns are told apart.
    TableWord {
        // What a row is: read for ever, as the heads of the columns are.
        Check: "查余量", "查用量", "Balance check";
        TopUp: "充值", "儲值", "Top-up";
        KeepAlive: "保号", "保號", "Keep-alive";
        // The place.
        Table: "表格（CSV）", "表格（CSV）", "Spreadsheets (CSV)";
        TableSays: "可以用 Excel、Numbers、WPS 打开。表格不是备份：更改历史不在里面。",
            "可以用 Excel、Numbers 開啟。表格不是備份：變更紀錄不在裡面。",
            "Opens in Excel, Numbers and others. A table is no backup: the history of changes is not in it.";
        Entries: "导出全部记录", "匯出所有紀錄", "Export all entries";
        TopUps: "导出充值记录", "匯出儲值紀錄", "Export top-ups";
        Import: "导入表格…", "匯入表格…", "Import a table…";
        Which: "哪一列是什么？", "哪一欄是什麼？", "Which column is what?";
        WhichSays: "认不准的没有替你选。", "認不準的沒有替你選。", "What is not certain is left for you to choose.";
        NoColumn: "没有这一列", "沒有這一欄", "No such column";
        Choose: "请选择", "請選擇", "Please choose";
        TimeColumn: "日期", "日期", "Date";
        AmountColumn: "数量", "數量", "Amount";
        UnitColumn: "单位", "單位", "Unit";
        KindColumn: "类型", "類型", "Kind";
        AllAre: "每一行都是", "每一列都是", "Every row is";
        Left: "剩余", "剩餘", "Left";
        Used: "已用", "已用", "Used";
        DayOrder: "日期里哪个在前？", "日期裡哪個在前？", "Which comes first in the dates?";
        MonthFirst: "月/日", "月/日", "Month/day";
        DayFirst: "日/月", "日/月", "Day/month";
        ToCard: "记到哪张卡", "記到哪張卡", "Onto which card";
        BadTime: "日期读不出来", "日期讀不出來", "the date can’t be read";
        BadOrder: "分不清月和日", "分不清月和日", "day and month can’t be told apart";
        BadFuture: "日期还没到", "日期還沒到", "the date is in the future";
        BadKind: "类型认不出来", "類型認不出來", "the kind is not known";
        BadAmount: "数量读不出来", "數量讀不出來", "the amount can’t be read";
        BadUnit: "单位认不出来", "單位認不出來", "the unit is not known";
        BadCard: "没有选卡", "沒有選卡片", "no card is chosen";
        TooMany: "一次最多导入 5000 条，请分成几份。", "一次最多匯入 5000 筆，請分成幾份。",
            "At most 5,000 entries come in at once. Split the table.";
    }
}

sentences! {
    /// What the place says of rows and counts.
    TableSay {
        Line { line, fault }: "第 {line} 行：{fault}", "第 {line} 列：{fault}", "Row {line}: {fault}";
        Known { count }: "{count} 条这里已经有了，不会重复。", "{count} 筆這裡已經有了，不會重複。", "Already here, and not added twice: {count}.";
        Wrong { count }: "{count} 行读不出来，不会导入。", "{count} 列讀不出來，不會匯入。", "Rows that can’t be read and are left out: {count}.";
    }
}
