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
        AtLeast: "≥ 是至少用了这么多。", "≥ 是至少用了這麼多。", "≥ means at least this much.";
    }
}
