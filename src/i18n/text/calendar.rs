//! Reminders in the phone's calendar.

words! {
    /// What the page of reminders says, and the text of each.
    CalendarWord {
        Title: "放进手机日历", "放進手機行事曆", "Into the phone’s calendar";
        Why: "页面关着的时候不会响。放进手机日历，到时由日历提醒。",
            "頁面關著的時候不會響。放進手機行事曆，到時由行事曆提醒。",
            "A page cannot ring while it is closed. Your phone’s calendar can.";
        Habit: "每隔几天查一次余量", "每隔幾天查一次用量", "A reminder to check the balance";
        Off: "不用", "不用", "never";
        Daily: "每天", "每天", "every day";
        Nothing: "还没有可以提醒的日子：先补上有效期。", "還沒有可以提醒的日子：先補上有效期限。",
            "Nothing to remind you of yet: add the validity.";
        Past: "要提醒的日子都过了。", "要提醒的日子都過了。", "No day to be reminded of is still to come.";
        Over: "已经到期，没有可以提醒的日子。续上以后再来。", "已經到期，沒有可以提醒的日子。續訂之後再來。",
            "This card has expired: nothing to remind you of. Come back once it is extended.";
        Save: "存成日历文件", "存成行事曆檔案", "Save as a calendar file";
        Share: "分享到日历", "分享到行事曆", "Share to the calendar";
        KeepTopUp: "充一次值，号码就能留住。", "儲值一次，就能保住門號。", "A top-up keeps the number.";
        KeepFee: "余额里留够这个月的月费。", "餘額要夠扣這個月的月租。", "Have enough on the card for this month’s fee.";
        KeepUse: "打一个电话、发一条短信，或用一点流量。", "打一通電話、傳一則簡訊，或用一點行動數據。",
            "Make a call, send a text, or use a little data.";
        KeepAny: "充值，或用一次号码，看运营商怎么规定。", "儲值，或用一次門號，看業者怎麼規定。",
            "Top up or use the number, whichever the carrier asks for.";
        Again: "日期变了，就从“余量”里再存一次，提醒会跟着改；不再需要的，要在日历里自己删。",
            "日期變了，就從「餘量」裡再存一次，提醒會跟著改；不再需要的，要在行事曆裡自己刪除。",
            "When dates change, save the file from SIM Gauge again and the reminders follow. Delete those that no longer apply by hand.";
    }
}

sentences! {
    /// Titles and texts of reminders. Every parameter is formatted already.
    CalendarSay {
        Expires { name, days }: "{name}：还有 {days}到期", "{name}：還有 {days}到期", "{name} expires in {days}";
        Renews { name, days }: "{name}：还有 {days}续费", "{name}：還有 {days}續訂", "{name} renews in {days}";
        RunsOut { name }: "{name}：流量可能用完", "{name}：流量可能用完", "{name} may run out of data";
        FastOut { name }: "{name}：高速流量可能用完", "{name}：高速流量可能用完", "{name} may run out of fast data";
        MoneyOut { name }: "{name}：余额可能用完", "{name}：餘額可能用完", "{name} may run out of money";
        Keep { name, date }: "{name}：最晚 {date}要保号", "{name}：最晚 {date}要保號", "{name}: keep the number, {date} at the latest";
        Fee { name, date }: "{name}：{date}扣月费，余额要够", "{name}：{date}扣月租，餘額要夠", "{name}: have enough for the fee on {date}";
        FeeShort { name, date, lacks }: "{name}：{date}扣月费，还差 {lacks}", "{name}：{date}扣月租，還差 {lacks}",
            "{name}: {lacks} short of the fee on {date}";
        KeepToday { name }: "{name}：今天就要保号", "{name}：今天就要保號", "{name}: keep the number today";
        Check { name }: "{name}：查一次余量", "{name}：查一次用量", "{name}: check the balance";
        Needed { name, date }: "{name}：要用到 {date}，查查够不够", "{name}：要用到 {date}，查查夠不夠",
            "{name} is needed through {date}: check that it lasts";
        EndsAt { date, time, zone }: "{date} {time}（{zone}）到期，没用完的流量可能清零。",
            "{date} {time}（{zone}）到期，沒用完的流量可能歸零。",
            "It ends on {date} at {time} ({zone}); unused data may be lost.";
        RenewsAt { date }: "{date}续费，没用完的流量可能清零。", "{date}續訂，沒用完的流量可能歸零。",
            "It renews on {date}; unused data may be lost.";
        Rings { zone }: "都在上午 9 点响，按{zone}。", "都在上午 9 點響，依{zone}。", "All at nine in the morning, {zone}.";
        How { way }: "查余量：{way}", "查用量：{way}", "To check: {way}";
        HowToPay { way }: "充值：{way}", "儲值：{way}", "To top up: {way}";
        KeepTopUpSum { sum }: "至少充 {sum}，号码就能留住。", "至少儲值 {sum}，就能保住門號。", "A top-up of at least {sum} keeps the number.";
        KeepFeeSum { sum }: "余额里留够月费 {sum}。", "餘額要夠扣月租 {sum}。", "Have {sum} on the card for the monthly fee.";
        KeepFeeShort { sum, lacks }: "余额里留够月费 {sum}，还差 {lacks}。", "餘額要夠扣月租 {sum}，還差 {lacks}。",
            "Have {sum} on the card for the monthly fee; it lacks {lacks}.";
        EveryDays { days }: "每 {days}", "每 {days}", "every {days}";
    }
}
