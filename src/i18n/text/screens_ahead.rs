//! Questions about the days to come: what a top-up would change, what a trip needs; and what was
//! spent.

use super::super::Lang;
use crate::plan::Activity;

words! {
    /// Titles, labels and answers.
    AheadWord {
        WhatIf: "充值前算一算", "儲值前算一算", "What a top-up would change";
        NeedsForecast: "要先知道用得多快：再记一次余量，或补上套餐的流量和天数。", "要先知道用得多快：再記一次剩餘流量，或補上方案的流量和天數。",
            "First it takes an idea of your use: log another balance, or add the plan’s data and days.";
        NothingYet: "填上流量或天数，就能看出差别。", "填上流量或天數，就能看出差別。", "Enter data or days to see the difference.";
        Change: "会怎样", "會怎樣", "What changes";
        Now: "现在充", "現在儲值", "Now";
        Later: "用完再充", "用完再儲值", "When empty";
        DayAfter: "用完第二天充", "用完隔天儲值", "The day after it is empty";
        AtEnd: "到最后一天再充", "到最後一天再儲值", "On its last day";
        NeverLasts: "剩下的多半在到期前用完，这样充没有用。", "剩下的應該會在到期前用完，這樣儲沒有用。",
            "What is left is likely used up before it ends: this changes nothing.";
        NeverDaily: "每天给的已经够用，这样充没有用。", "每天給的已經夠用，這樣儲沒有用。", "What each day gives is enough: this changes nothing.";
        NeverEmpty: "没有剩下的流量可以延长。", "沒有剩下的流量可以延長。", "There is nothing left to extend.";
        Alike: "早充晚充差不多。", "早儲晚儲差不多。", "Now or later makes little difference.";
        On: "哪天充", "哪天儲值", "On";
        Gained: "多出的流量", "多出的流量", "Data gained";
        Lost: "浪费的流量", "浪費的流量", "Data lost";
        DaysGained: "多用几天", "多用幾天", "Days gained";
        DaysDry: "中间断流量", "中間沒流量", "Days without data in between";
        Lasts: "大约用到", "大約用到", "Lasts until about";
        Ends: "到期", "到期", "Expires";
        LastsFast: "高速流量大约用到", "高速流量大約用到", "Full speed until about";
        PerGb: "每 GB 单价", "每 GB 單價", "Price per GB";
        PerDay: "每天多少钱", "每天多少錢", "Price per day";
        SlowDay: "限速后一天最多", "降速後一天最多", "At most a day once slowed";
        Fits: "单靠它够用吗", "單靠它夠用嗎", "Enough on its own?";
        FitsYes: "够", "夠", "yes";
        FitsNo: "不够", "不夠", "no";
        Compare: "放在一起比", "放在一起比", "Side by side";
        Kept: "留着比的，点一下去掉", "留著比的，點一下拿掉", "Kept beside it; tap to let go";
        Keep: "留下，再比一份", "留下，再比一個", "Keep it, compare another";
        Price: "价钱", "價錢", "What it costs";
        Offered: "这次充值", "這次儲值", "This top-up";
        Own: "现在的套餐", "現在的方案", "Present plan";
        Middle: "按预计用量的中间值算，实际会有出入。", "依預估用量的中間值計算，實際會有出入。",
            "At the middle of the forecast; the real figures will differ.";
        Gives: "流量怎么给", "流量怎麼給", "How the data comes";
        GivesAll: "一次给完", "一次給完", "All at once";
        GivesDay: "每天给这么多", "每天給這麼多", "So much each day";
        GivesSlow: "用完后限速不限量", "用完後降速吃到飽", "Unlimited, slowed after it";
        Trip: "行程要多少流量", "這趟行程要多少流量", "Data for a trip";
        EachDay: "每天多久", "每天多久", "Each day";
        TripNothing: "填上天数和每天做什么，就能算出来。", "填上天數和每天做什麼，就能算出來。",
            "Enter the days and what you do each day.";
        TripNote: "每小时的用量取自公开数据，各个 App 差别很大，所以给的是范围。这里 1 GB 是 1000 MB。",
            "每小時的用量取自公開資料，各個 App 差別很大，所以給的是範圍。這裡 1 GB 是 1000 MB。",
            "Hourly figures are published ones. Apps differ widely, hence a range. Here 1 GB is 1000 MB.";
        OverYear: "1 年以上", "1 年以上", "more than a year";
        SpentBy: "按什么看", "依什麼看", "By";
        Month: "月份", "月份", "Month";
        Card: "卡", "卡片", "Card";
        Channel: "渠道", "管道", "Channel";
        ByTrip: "行程", "行程", "Trip";
        NoChannel: "没写渠道", "未填管道", "No channel";
        OwnCurrency: "换算成", "換算成", "In my currency";
        SpentWhen: "填上行程的第一天和最后一天，就能看到花了多少。", "填上行程的第一天和最後一天，就能看到花了多少。",
            "Enter the trip’s first and last day to see what it cost.";
        SpentNothing: "这里还没有付款记录。充值时填上付了多少就有了。", "這裡還沒有付款紀錄。儲值時填上付了多少就有了。",
            "Nothing paid here yet. What you pay for top-ups shows up here.";
        Total: "合计", "合計", "Total";
        Paid: "付了", "付了", "Paid";
    }
}

sentences! {
    /// Sentences; every parameter is formatted already.
    AheadSay {
        Dry { days }: "要等前面的到期，中间有 {days}没流量。", "要等前面的到期，中間有 {days}沒流量。",
            "It starts only when the current one ends: {days} without data.";
        Enough { card, data, days }: "“{card}”约剩 {data}，每天这样用够 {days}。", "「{card}」約剩 {data}，每天這樣用夠 {days}。",
            "{card}: about {data} left, enough for {days} like this.";
        EnoughToEnd { card, data, days, date }: "“{card}”约剩 {data}，每天这样用够 {days}，到 {date}为止。",
            "「{card}」約剩 {data}，每天這樣用夠 {days}，到 {date}為止。",
            "{card}: about {data} left, enough for {days} like this, through {date}, its last day.";
        AtMost { card, data, days }: "“{card}”约剩 {data}，每天这样用最多够 {days}。", "「{card}」約剩 {data}，每天這樣用最多夠 {days}。",
            "{card}: about {data} left, enough for {days} at most like this.";
        TooLittle { card, data }: "“{card}”约剩 {data}，不够这样用一天。", "「{card}」約剩 {data}，不夠這樣用一天。",
            "{card}: about {data} left, not enough for one day like this.";
        EachDay { data }: "每天 {data}", "每天 {data}", "{data} a day";
        ThenSlow { data }: "{data}，之后限速", "{data}，之後降速", "{data}, then slowed";
        ThenSpeed { data, kbps }: "{data}，之后 {kbps} kbps", "{data}，之後 {kbps} kbps", "{data}, then {kbps} kbps";
        NotQueued { data }: "排队的 {data} 没算在内。", "排隊中的 {data} 不計在內。", "The {data} in the queue are not counted.";
        Once { date }: "充了大约能用到 {date}。", "儲了大約能用到 {date}。", "With it there is data until about {date}.";
        Hardly { data }: "只多出 {data}，不够用一天，不值得。", "只多出 {data}，不夠用一天，不值得。",
            "Not worth it: {data} more, less than a day’s use.";
        NowBetter { more }: "现在充更好：{more}。", "現在儲比較好：{more}。", "Better now: {more}.";
        LaterBetter { more }: "晚点充更好：{more}。", "晚點儲比較好：{more}。", "Better later: {more}.";
        MoreDays { days }: "多 {days}有流量", "多 {days}有流量", "{days} more with data";
        LessWasted { data }: "少浪费 {data}", "少浪費 {data}", "{data} less wasted";
        AnHour { range }: "一小时 {range}", "一小時 {range}", "{range} an hour";
        Buy { range }: "建议买 {range}", "建議買 {range}", "Buy {range}";
        Priced { name, price }: "“{name}”的套餐价 {price} 没有算进来。付过的话，记一笔只填付款的充值。",
            "「{name}」的方案價 {price} 沒有算進來。付過的話，記一筆只填付款的儲值。",
            "{name}: its price of {price} is not counted. If you paid it, log a top-up with nothing but what you paid.";
        PricedOther { name, price }: "“{name}”的套餐价 {price} 可能已用别的货币付过。", "「{name}」的方案價 {price} 可能已用其他幣別付過。",
            "{name}: its price of {price} may have been paid in another currency.";
        Unpriced { count }: "有 {count} 笔充值没写付了多少，没有算进来。", "有 {count} 筆儲值沒填付了多少，沒有算進來。",
            "Top-ups that do not say what was paid, not counted: {count}";
        Rate { code, own }: "1 {code} 合多少 {own}", "1 {code} 等於多少 {own}", "{own} for 1 {code}";
        Minutes { count }: "{count} 分钟", "{count} 分鐘", "{count} min";
        Hours { count }: "{count} 小时", "{count} 小時", "{count} h";
    }
}

/// Who published what an hour of something uses, by name: docs/forecast.md has what each said.
pub const SOURCES: &str = "Future Mag · WifiCandy · Ecency · Android Authority · City A.M. · Lifewire · WhistleOut · \
    Better Roaming · Chattr · Messenger Guide · AndroidPit · Zaurus · ShowMeCables · Passporter · HighSpeedInternet.com";

/// Something that uses data.
#[must_use]
pub fn activity(activity: Activity, lang: Lang) -> &'static str {
    match activity {
        Activity::Maps => pick!(lang, "地图导航", "地圖導航", "Maps"),
        Activity::Messages => pick!(lang, "聊天", "聊天", "Messages"),
        Activity::Social => pick!(lang, "社交和短视频", "社群和短影音", "Social media"),
        Activity::Music => pick!(lang, "听音乐", "聽音樂", "Music"),
        Activity::VideoLow => {
            pick!(lang, "视频（流畅，约 240p）", "影片（低畫質，約 240p）", "Video, low (about 240p)")
        }
        Activity::VideoMedium => pick!(lang, "视频（标清 480p）", "影片（標準 480p）", "Video, standard (480p)"),
        Activity::VideoHigh => pick!(lang, "视频（高清 720p 起）", "影片（高畫質 720p 起）", "Video, high (from 720p)"),
        Activity::Calls => pick!(lang, "网络通话", "網路通話", "Calls over the internet"),
        Activity::VideoCalls => pick!(lang, "视频通话或会议", "視訊通話或會議", "Video calls, meetings"),
        Activity::Hotspot => {
            pick!(
                lang,
                "给电脑开热点：网页、邮件、文档",
                "開熱點給電腦：網頁、郵件、文件",
                "A computer on the hotspot: pages, mail, documents"
            )
        }
    }
}

/// So many minutes: `30 分钟`, `1.5 小时`; `—` for none.
#[must_use]
pub fn minutes(count: u16, lang: Lang) -> String {
    let (hours, rest) = (count / 60, count % 60);
    let text = if rest == 30 && hours > 0 { hours.to_string() + ".5" } else { hours.to_string() };
    match (hours, rest) {
        (0, 0) => "—".to_owned(),
        (0, _) => AheadSay::Minutes { count: &count.to_string() }.say(lang),
        _ => AheadSay::Hours { count: &text }.say(lang),
    }
}
