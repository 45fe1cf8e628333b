//! The tables of the chart, which are drawn when they are opened.

words! {
    /// What stands above the columns of the tables, and beneath them.
    TableHead {
        When: "时间", "時間", "When";
        Left: "剩余", "剩餘", "Left";
        What: "内容", "內容", "What";
        Day: "日期", "日期", "Day";
        Used: "用量", "用量", "Used";
        Average: "平均每天", "平均每日", "Daily average";
        AtLeast: "≥ 是至少用了这么多，可能还有没看到的。", "≥ 是至少用了這麼多，可能還有沒看到的。", "≥ means at least: there may be use that no check shows.";
    }
}
