//! One card at one look, and the list of cards: verdict, facts, history.

words! {
    /// What stands on a card's screen.
    CardWord {
        Remaining: "剩余流量", "剩餘流量", "Remaining data";
        RemainingEstimate: "剩余流量 · 估算", "剩餘流量 · 估計", "Data left · estimate";
        LastKnown: "上次查到", "上次查到", "Last known";
        NoBalance: "还没记过余量", "還沒有紀錄", "No balance yet";
        FromTopUp: "来自充值", "來自儲值", "from a top-up";
        Unlimited: "不限量", "無限量（吃到飽）", "Unlimited";
        Low: "流量不多了", "流量不多了", "Running low";
        RevealNumber: "显示完整号码", "顯示完整門號", "Show the whole number";
        HideNumber: "隐藏号码", "隱藏門號", "Hide the number";
        NotEnough: "还看不出什么时候用完", "還看不出何時用完", "Can’t tell yet when it runs out";
        OnlyMoney: "只记了账户余额", "只記了帳戶餘額", "Only the money balance is known";
        OnlyMoneySays: "有套餐的话，把流量也记一次；没有的话，过几天再记一次余额，就能估算。",
            "有方案的話，把流量也記一次；沒有的話，過幾天再記一次餘額，就能估計。",
            "With a plan, log its data too; without one, log the balance again in a few days to get an estimate.";
        NoCheck: "点“怎么查”问一次，再把结果记下来。", "按「怎麼查」問一次，再把結果記下來。",
            "Tap How to check, then log what it says.";
        NoPlan: "，或补上套餐流量", "，或補上方案流量", ", or add the plan data";
        NoDays: "，或补上有效期是几天", "，或補上效期是幾天", ", or add the plan’s days";
        NoPlanNorDays: "，或补上套餐流量和有效期是几天", "，或補上方案流量和效期是幾天", ", or add the plan data and days";
        ResetSince: "上次查过以后已经重置", "上次查過之後已重置", "New since the last check";
        NoTotal: "还不知道套餐一共多少流量", "還不知道方案總共多少流量", "The plan data is not known yet";
        TooSoon: "几次记录隔得太近。过几个小时再记一次，就能估算。", "幾次紀錄隔得太近。過幾個小時再記一次，就能估計。",
            "The checks are too close together. Log another in a few hours.";
        TooSoonNow: "几次记录隔得太近。现在再记一次，就能估算。", "幾次紀錄隔得太近。現在再記一次，就能估計。",
            "The checks are too close together. Log another one now.";
        Rose: "变多以后只有一个数。用一阵再查一次，就能估算。", "變多之後只有一個數字。用一陣子再查一次，就能估計。",
            "There is one figure only since it rose. Check again after some use.";
        NoUse: "记录之间没看到用量。用一阵再记一次，就能估算。", "紀錄之間看不出用量。用一陣子再記一次，就能估計。",
            "No use shows between the checks. Log another after some use.";
        NewCycle: "已进入新的一期，查一次就知道", "已進入新的一期，查一次就知道", "A new cycle began: a check will tell";
        Empty: "流量用完了", "流量用完了", "No data left";
        NoMoney: "余额用完了", "餘額用完了", "No money left";
        EmptyDo: "充值之后，在这里记一笔。", "儲值之後，在這裡記一筆。", "After topping up, log it here.";
        Slowed: "高速流量用完了", "高速流量用完了", "Fast data used up";
        SlowNow: "现在限速，还能用", "目前降速，仍可用", "It goes on slowly";
        SlowThen: "用完后限速，还能用", "用完後降速，仍可用", "Goes on slowly once used up";
        MaybeEmpty: "可能已经用完，查一次就知道", "可能已經用完，查一次就知道", "It may be used up: a check will tell";
        Expired: "已经到期", "已經到期", "Expired";
        Paid: "一笔充值还没到账", "一筆儲值尚未入帳", "A top-up has not arrived yet";
        PaidLate: "一笔充值过了一天还没到账", "一筆儲值過了一天尚未入帳", "A top-up has not arrived after a day";
        ExpiredDo: "续上之后记一笔充值；不再用的话可以归档。", "續約後記一筆儲值；不再用的話可以封存。",
            "Log a top-up once it is renewed, or archive the card.";
        NoEnd: "不会用完，但可能会限速", "不會用完，但可能會降速", "Won’t run out, but may slow down";
        LastsRenewal: "续费前多半用不完", "續訂前應該用不完", "Should last until it renews";
        Lasts: "到期前多半用不完", "到期前應該用不完", "Should last until it expires";
        Close: "应该够用到最后一天，但不一定", "應該夠用到最後一天，但不一定", "Should last to the last day, but may not";
        LastsLong: "两个月内多半用不完", "兩個月內應該用不完", "Should last for two months";
        Expires: "到期", "到期", "Expires";
        Renews: "续费日", "續訂日", "Renews";
        OrDayBefore: "也可能早一天", "也可能早一天", "or a day earlier";
        Assumed: "（推算）", "（推算）", " (assumed)";
        NumberLost: "号码被收回（销号）", "門號遭收回", "Number lost";
        MaybeLost: "号码可能已被收回", "門號可能已遭收回", "Number may be gone";
        Today: "今天", "今天", "Today";
        Tomorrow: "明天", "明天", "Tomorrow";
        ByToday: "今天", "今天", "today";
        ByTomorrow: "明天", "明天", "tomorrow";
        Over: "已到期", "已到期", "Expired";
        AddValidity: "补上有效期", "補上有效期限", "Add the validity";
        AddEnd: "填上这次充值的到期日", "填上這次儲值的到期日", "Add the top-up’s last day";
        AddStart: "填上起算的那天", "填上起算日期", "Add the day it started";
        Allowance: "今日建议用量", "今日建議用量", "Today’s allowance";
        AllowanceLeft: "今日建议用量（剩余）", "今日建議用量（剩餘）", "Today’s allowance left";
        AllowanceNoBalance: "先记一次余量", "先記一次剩餘流量", "Log a balance first";
        AllowanceNoExpiry: "还不知道用到哪天", "還不知道用到哪天", "No last day known yet";
        AllowanceExpired: "已经到期", "已經到期", "Already expired";
        AllowanceUnlimited: "不限量，不用省", "無限量，不必省", "Unlimited, no need to save";
        AllowanceRose: "先说说为什么变多了", "先說說為何變多了", "Say why there is more first";
        AllowanceUsedUp: "今天的额度已用完", "今天的額度已用完", "Today’s share is used up";
        AllowanceMaybe: "今天的额度可能已用完", "今天的額度可能已用完", "Today’s share may be used up";
        AllowanceReserve: "只剩预留的流量", "只剩預留的流量", "Only the reserve is left";
        ByCheck: "按上次查的时候算", "依上次查的時候計算", "as of the last check";
        Estimated: "按估算", "依估計", "by estimate";
        MessagesLeft: "剩余短信", "剩餘簡訊", "Texts left";
        MinutesLeft: "通话分钟", "通話分鐘", "Minutes left";
        Actions: "这张卡", "這張卡", "This card";
        OneCardOn: "卡和记录都保存在这台设备上。", "卡片和紀錄都儲存在這台裝置上。", "Cards and entries are kept on this device.";
    }
}

sentences! {
    /// What a card's screen says of its figures. Every parameter is formatted already.
    CardSay {
        Tail { tail }: "尾号 {tail}", "末四碼 {tail}", "ending {tail}";
        PaceNow { left }: "匀速应剩 {left}", "均速應剩 {left}", "Even pace {left}";
        Probably { range }: "估计 {range}", "估計 {range}", "probably {range}";
        NotIn { sum }: "没算进 {sum} 的充值：不知道到账多少", "未計入 {sum} 的儲值：不知道入帳多少",
            "A top-up of {sum} is not in it: the credit is not known";
        AddedSince { data }: "含之后充值的 {data}", "含之後儲值的 {data}", "with {data} topped up since";
        Waiting { data, date }: "还有 {data} 排队，{date}起用", "另有 {data} 排隊中，{date}起使用", "+{data} waiting, from {date}";
        WaitingOpen { data }: "还有 {data} 排队，前面的到期后起用", "另有 {data} 排隊中，前面的到期後起使用",
            "+{data} waiting, begins when what is before it ends";
        Begun { date }: "排队的，{date}起用", "排隊的，{date}起使用", "Queued, from {date}";
        Between { range }: "预计 {range}用完", "預計 {range}用完", "Runs out around {range}";
        From { date }: "最早 {date}用完，也可能撑过两个月", "最早 {date}用完，也可能撐過兩個月",
            "May run out from {date}, or last two months";
        Perhaps { date }: "最早 {date}用完，也可能用不完", "最早 {date}用完，也可能用不完", "May run out from {date}, or not at all";
        BeforeExpiry { date, chance }: "{date}结束前用完的可能 {chance}", "{date}結束前用完的機率 {chance}",
            "{chance} chance of running out by the end of {date}";
        DaysOf { zone }: "日期按{zone}，带钟点的按这台设备的时间。", "日期依{zone}，有時刻的依這台裝置的時間。",
            " Days are in {zone}, clock times are this device’s.";
        EmptyBy { date }: "{date}前多半用完", "{date}前應該會用完", "Likely used up by {date}";
        InDays { days }: "还有 {days}", "還有 {days}", "{days} left";
        Reserved { data }: "另预留 {data}", "另預留 {data}", "{data} kept in reserve";
        UsedToday { share, data }: "今日额度 {share}，已用约 {data}", "今日額度 {share}，已用約 {data}",
            "about {data} used of today’s {share}";
        OverToday { data }: "约超出 {data}", "約超出 {data}", "about {data} over";
        FromTomorrow { data }: "明天起每天 {data}", "明天起每天 {data}", "{data} a day from tomorrow";
        Messages { count }: "{count} 条", "{count} 則", "{count}";
        EndsOn { date }: "{date}到期", "{date}到期", "expires {date}";
        RenewsOn { date }: "{date}续费", "{date}續訂", "renews {date}";
        SoonLeft { data }: "还剩 {data}，到时可能清零。", "還剩 {data}，到時可能歸零。", "{data} left; it may be lost then.";
        IsLow { name }: "{name}：流量不多了", "{name}：流量不多了", "{name} is running low";
        OneCheck { what }: "再记一次余量{what}，就能估算。", "再記一次剩餘流量{what}，就能估計。",
            "Log one more balance{what}, and there will be an estimate.";
        LowLeft { data }: "还剩 {data}。", "還剩 {data}。", "{data} left.";
        IsExpired { name }: "{name} 已到期", "{name} 已到期", "{name} has expired";
    }
}
