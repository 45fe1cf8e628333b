//! The chart and its tables.

words! {
    /// What stands on and beside the chart.
    ChartWord {
        Chart: "走势", "走勢", "Chart";
        Title: "剩余流量的走势与预计", "剩餘流量的走勢與預估", "Remaining data over time, with forecast";
        LegendForecast: "虚线是预计，深带 50% 可能，浅带 80%。", "虛線是預估，深色帶 50% 機率，淺色帶 80%。", "Dashed line: forecast, with its 50% and 80% bands. ";
        LegendPace: "点线是匀速。", "點線是均速。", "Dotted line: even pace.";
        LegendMost: "点线是最多还有多少。", "點線是最多還有多少。", "Dotted line: at most. ";
        LegendReserve: "细横线是预留。", "細橫線是預留。", " Thin line: reserve.";
        Range: "显示多长时间", "顯示多長時間", "Time shown";
        Week: "周", "週", "Week";
        Cycle: "本期", "本期", "Period";
        Trip: "行程", "行程", "Trip";
        All: "全部", "全部", "All";
        ReadOff: "逐次查看", "逐次檢視", "Read off each entry";
        TripEnds: "行程结束", "行程結束", "Trip ends";
        Daily: "每天用量", "每日用量", "Used per day";
        Table: "数据表", "明細表", "Table";
        AtPaid: "充值后比上次多", "儲值後比上次多", "More than before, after a top-up";
        AtRise: "比上次多，没记原因", "比上次多，未記原因", "More than before, cause not logged";
        AtSlip: "和前后对不上，不计入", "和前後對不上，不計入", "Out of line, not counted";
        Renewed: "新一期的流量", "新一期的流量", "A new period’s data";
    }
}

sentences! {
    /// What the chart says of itself. Every parameter is formatted already.
    ChartSay {
        Level { days, data }: "{days}：{data}", "{days}：{data}", "{days}: {data}";
        FromTo { days, first, last }: "{days}：从 {first} 到 {last}", "{days}：從 {first} 到 {last}", "{days}: from {first} to {last}";
        ToppedUp { data }: "其间充值 {data}", "期間儲值 {data}", "{data} topped up";
        PerDay { data }: "平均每天约 {data}", "平均每日約 {data}", "about {data} a day";
        MarkLeft { when, left }: "{when}，剩 {left}", "{when}，剩 {left}", "{when}: {left} left";
        LeastThatDay { data }: "当天至少用了 {data}", "當天至少用了 {data}", "at least {data} used that day";
        ThatDay { data }: "当天约用 {data}", "當天約用 {data}", "about {data} used that day";
        Turned { data }: "排队的 {data} 开始用", "排隊的 {data} 開始使用", "Queued top-up begins {data}";
        Added { data }: "充值 {data}", "儲值 {data}", "Top-up {data}";
    }
}
