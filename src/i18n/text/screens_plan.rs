//! What the gauge and the facts below it say of the days to come, of a number and of a day plan.

words! {
    /// Labels.
    PlanWord {
        NeededUntil: "要用到", "要用到", "Needed until";
        EndsBefore: "在那之前就到期", "在那之前就到期", "it expires before that";
        RenewsBefore: "在那之前会续费", "在那之前會續訂", "it renews before that";
        ServiceEnds: "服务到期", "服務到期", "Service ends";
        EndsBalance: "服务到期（按余额）", "服務到期（依餘額）", "Service ends (by the balance)";
        EndsNextFee: "服务到期（按下一个扣费日）", "服務到期（依下一個扣款日）", "Service ends (next fee day)";
        Stopped: "按规则已停机", "依規則已停話", "Ended by the rule";
        Past: "已过", "已過", "over";
        GraceEnds: "宽限期最后一天", "寬限期最後一天", "Grace ends";
        EachDay: "每天重置流量", "每日重置流量", "New data each day";
        FirstUnknown: "填首次使用的时间，看几点重置", "填首次使用的時間，看幾點重置", "Add its first use to see when it resets";
        PlanDay: "这一天还剩", "這一天還剩", "Left of this day";
        Plan24: "这 24 小时还剩", "這 24 小時還剩", "Left of these 24 hours";
    }
}

sentences! {
    /// Sentences; every parameter is formatted already.
    PlanSay {
        EmptyFirst { date, chance }: "多半在 {date}结束前用完（{chance}）", "多半在 {date}結束前用完（{chance}）",
            "Likely empty by the end of {date} ({chance})";
        DayDry { chance }: "重置前用完的可能 {chance}", "重置前用完的機率 {chance}", "{chance} chance of running out before new data comes";
        Through { date }: "用到 {date}", "用到 {date}", "through {date}";
        Enough { chance }: "够用的可能 {chance}", "夠用的機率 {chance}", "{chance} chance that it lasts";
        FeesPaid { date }: "够扣月费到 {date}", "夠扣月租到 {date}", "Fees covered through {date}";
        NextDay { when }: "{when} 重置", "{when} 重置", "new data: {when}";
    }
}
