//! What wants attention on a card, what to do next, and how a number is kept.

use super::super::Lang;
use super::screens_card::CardWord;
use crate::plan::{Due, Need, Step, Task};

words! {
    /// Steps.
    AlertWord {
        HowToTopUp: "怎么充值", "怎麼儲值", "How to top up";
        LogTopUp: "记一笔充值", "記一筆儲值", "Log a top-up";
        LogKeepAlive: "记一次保号", "記一次保號", "Log a keep-alive";
        OutNow: "现在怎么办", "現在怎麼辦", "What to do now";
        OutToday: "今天可能用完", "今天可能用完", "May run out today";
        LastDay: "今天是最后一天", "今天是最後一天", "Today is the last day";
        FeeToday: "今天扣费", "今天扣款", "The fee is due today";
        AtOnce: "尽快", "儘快", "As soon as you can";
        FeePaid: "已经扣过费？记一次保号。", "已經扣過月租？記一次保號。", "Fee taken? Log a keep-alive.";
        LostAsk: "问问客服能否找回；没有了就归档。", "問問客服能否找回；沒有了就封存。", "Ask the carrier; if it is gone, archive the card.";
        KeptSince: "之后又记过保号，先按号码还在来算；请确认号码还在。", "之後又記過保號，先當作門號還在；請確認門號還在。", "It was kept since, so it counts as yours. Make sure that it is.";
        TopUpSoon: "要继续用，记得充值。", "要繼續用，記得儲值。", "Top up to go on using it.";
        UseUp: "多半够用到那天；之后还要用，到期前再充值。", "應該夠用到那天；之後還要用，到期前再儲值。",
            "It should last until then; to go on after that, top up before it ends.";
        UseUpToday: "多半够用到今天结束；之后还要用，今天就充值。", "應該夠用到今天結束；之後還要用，今天就儲值。",
            "It should last through today; to go on after that, top up today.";
        NewDay: "重置后就有新的流量。", "重設後就有新的流量。", "New data comes at the reset.";
        NewPeriod: "续费后就有新的流量；不是自动扣款的，记得先充值。", "續訂後就有新的流量；不是自動扣款的，記得先儲值。",
            "New data comes with the renewal; if it isn’t paid by itself, top up before.";
        QueuedNext: "到期后接着用排队的充值。", "到期後接著用排隊中的儲值。", "The queued top-up comes next.";
        Extend: "要用到那天，得充一笔能延长有效期的，或另备一张卡。", "要用到那天，得儲一筆能延長效期的，或另備一張卡。",
            "To go on until then, make a top-up that extends it, or have another card.";
        UseLess: "每天照今日建议用量用，就够用。", "每天照今日建議用量使用，就夠用。", "Keep to each day’s allowance, and it lasts.";
        BeyondSays: "超出的部分可能另外收费或限速。套餐其实不止这些的话，改一下这张卡。",
            "超出的部分可能另外計費或降速。方案其實不只這些的話，請修改這張卡。",
            "What is beyond it may be charged or slowed. If the plan gives more, correct the card.";
        RiseOpen: "其间没有充值记录。是哪一种？", "其間沒有儲值紀錄。是哪一種？", "No top-up is logged in between. Which is it?";
        RiseTopUp: "和上次充值一样多，像是漏记了一笔充值。", "和上次儲值一樣多，像是漏記了一筆儲值。",
            "As much as the last top-up: likely one that was not logged.";
        RiseCycle: "和套餐流量对得上，像是新的一期开始了。", "和方案流量相符，像是新的一期開始了。",
            "It fits the plan data: likely a new cycle.";
        WasTopUp: "充过值", "儲值過", "A top-up";
        WasCycle: "新的一期", "新的一期", "A new cycle";
        WasSlip: "数字有误", "數字有誤", "A slip";
        WasSlipBefore: "上次的有误", "上次的有誤", "The one before was a slip";
        IsRight: "没错，不用再问", "沒錯，不用再問", "It is right, stop asking";
        EndsToday: "今天到期", "今天到期", "It expires today";
        RiseSlip: "上一次的数字可能记错了。", "上一次的數字可能記錯了。", "The figure before may have been a slip.";
        OwnCount: "这是手机自己的统计，还没和运营商的数字对照过，可能不一样。", "這是手機自己的統計，還沒和業者的數字比對過，可能不一樣。",
            "The phone’s own count, not yet compared with the carrier’s; the two may differ.";
        BeganAnew: "手机的统计重新开始了，之前那段用量可能没算全。", "手機的統計重新開始了，之前那段用量可能沒算全。",
            "The phone’s count began anew; what was used just before may be missing here.";
        CounterFar: "手机的统计和运营商的数字差得太多，想知道准数还得问运营商。", "手機的統計和業者的數字差太多，要準確還是得問業者。",
            "The phone’s count and the carrier’s are far apart. To be sure, ask the carrier.";
        CounterSays: "之后按运营商的算法折算。", "之後依業者的算法換算。", "Its readings are converted to the carrier’s.";
    }
}

sentences! {
    /// Sentences; every parameter is formatted already.
    AlertSay {
        Low { left, least }: "只剩 {left}，低于提醒线 {least}", "只剩 {left}，低於提醒門檻 {least}",
            "{left} left, below your {least} threshold";
        EndsIn { days }: "还有 {days}到期", "還有 {days}到期", "It expires in {days}";
        RenewsIn { days }: "还有 {days}续费", "還有 {days}續訂", "It renews in {days}";
        Over { data, percent }: "比匀速多用了 {data}（套餐的 {percent}）", "比均速多用了 {data}（方案的 {percent}）",
            "{data} over the even pace ({percent} of the plan)";
        Short { date, chance }: "撑过 {date}的可能只有 {chance}", "撐過 {date}的機率只有 {chance}",
            "Only a {chance} chance that it lasts through {date}";
        ShortToRenewal { chance }: "够用到续费的可能只有 {chance}", "夠用到續訂的機率只有 {chance}",
            "Only a {chance} chance that it lasts until it renews";
        EndsBefore { end, date }: "{end}就到期，等不到 {date}", "{end}就到期，等不到 {date}",
            "It ends on {end}, before {date}";
        Beyond { used, whole }: "已用 {used}，超过总量 {whole}", "已用 {used}，超過總量 {whole}",
            "{used} used, more than the {whole} there was";
        Rise { data }: "比上一次记录多了 {data}", "比上一次紀錄多了 {data}", "{data} more than at the check before";
        Unusual { days, used, usual }: "最近 {days}用了 {used}，平时是 {usual}", "最近 {days}用了 {used}，平時是 {usual}",
            "{used} used in {days}; usually {usual}";
        CountsMore { percent, count }: "运营商比手机多算 {percent}（{count}）", "業者比手機多算 {percent}（{count}）",
            "The carrier counts {percent} more than the phone ({count})";
        CountsLess { percent, count }: "运营商比手机少算 {percent}（{count}）", "業者比手機少算 {percent}（{count}）",
            "The carrier counts {percent} less than the phone ({count})";
        DoTopUp { when, name }: "{when}：给“{name}”充值，才能继续用", "{when}：幫「{name}」儲值，才能繼續用",
            "{when}: top up {name} to keep it going";
        DoExtend { when, name }: "{when}：给“{name}”延期，或另备一张卡", "{when}：幫「{name}」延長效期，或另備一張卡",
            "{when}: have {name} extended, or another card";
        DoCheck { when, name }: "{when}：查一次“{name}”的余量", "{when}：查一次「{name}」的剩餘量",
            "{when}: check what is left on {name}";
        DoUseUp { when, name }: "{when}：用掉“{name}”剩下的流量", "{when}：用掉「{name}」剩下的流量",
            "{when}: use what is left on {name}";
        DoUse { when, name }: "{when}：用一次“{name}”保号", "{when}：用一次「{name}」來保號",
            "{when}: use {name} once to keep the number";
        DoKeepTopUp { when, name }: "{when}：给“{name}”充值保号", "{when}：幫「{name}」儲值保號",
            "{when}: top up {name} to keep the number";
        DoKeepTopUpSum { when, name, sum }: "{when}：给“{name}”充 {sum} 保号", "{when}：幫「{name}」儲值 {sum} 保號",
            "{when}: top up {name} with {sum} to keep the number";
        DoFee { when, name }: "{when}：给“{name}”留够月费", "{when}：讓「{name}」的餘額夠扣月租",
            "{when}: have the monthly fee on {name}";
        DoFeeSum { when, name, sum }: "{when}：给“{name}”留够月费 {sum}", "{when}：讓「{name}」的餘額夠扣月租 {sum}",
            "{when}: have {sum} on {name} for the monthly fee";
        DoFeeShort { when, name, sum, lacks }: "{when}：给“{name}”留够月费 {sum}，还差 {lacks}",
            "{when}：讓「{name}」的餘額夠扣月租 {sum}，還差 {lacks}",
            "{when}: have {sum} on {name} for the monthly fee; it lacks {lacks}";
        AfterFees { fees }: "（已按 {fees} 次月费扣减）", "（已扣除 {fees} 次月租）", " ({fees}× the fee taken off)";
        Worth { now, checked }: "现在查一次，范围能从 {now}缩到 {checked}", "現在查一次，範圍能從 {now}縮到 {checked}",
            "Checking now narrows the range from {now} to {checked}";
        More { count }: "还有 {count} 条", "還有 {count} 則", "{count} more";
        Latest { date }: "最晚 {date}", "最晚 {date}", "{date} at the latest";
        BeforeFee { date }: "{date}扣费之前", "{date}扣款之前", "Before the fee on {date}";
        StoppedOpen { ended }: "按规则已停机（{ended}到期），号码还留多久不知道。", "依規則已停話（{ended}到期），門號還保留多久不知道。",
            "By the rule, service ended on {ended}. How long the number stays is not known.";
        Stopped { ended, until }: "按规则已停机（{ended}到期），号码保留到 {until}为止。", "依規則已停話（{ended}到期），門號保留到 {until}為止。",
            "By the rule, service ended on {ended}. The number is kept through {until}.";
        Lost { date }: "号码可能已被收回（{date}起）", "門號可能已遭收回（{date}起）", "The number may be gone since {date}";
        LostOnce { date }: "按规则，号码在 {date}就可能被收回了", "依規則，門號在 {date}就可能遭收回", "By the rule the number may have gone on {date}";
    }
}

/// So many comparisons of two counts: `3 次对比`; `3 comparisons`, `1 comparison`.
#[must_use]
pub fn comparisons(count: u32, lang: Lang) -> String {
    let unit = match count {
        1 => pick!(lang, " 次对比", " 次比對", " comparison"),
        _ => pick!(lang, " 次对比", " 次比對", " comparisons"),
    };
    count.to_string() + unit
}

/// The next thing to do, as one line: `最晚 12月1日：给“家里的号码”充 ¥30 保号`; once the service is over,
/// `尽快：…`. The day, and the sums where the step names them, are formatted already.
#[must_use]
pub fn task(task: &Task, date: &str, name: &str, sum: Option<&str>, lacks: Option<&str>, lang: Lang) -> String {
    let over = matches!(task.step, Step::Keep(Due { ended: Some(_), .. }));
    let when = match (task.step, task.by.days) {
        // Once the service is over, the last day is that of the grace.
        (Step::Keep(Due { need: Need::Fee(_), ended: None, lost: false, .. }), 0) => {
            AlertWord::FeeToday.say(lang).to_owned()
        }
        (Step::Keep(_), 0) => AlertWord::LastDay.say(lang).to_owned(),
        _ if over => AlertWord::AtOnce.say(lang).to_owned(),
        (_, 0) => CardWord::Today.say(lang).to_owned(),
        // What is taken on that day may be taken as it begins.
        (Step::Keep(Due { need: Need::Fee(_), lost: false, .. }), _) => AlertSay::BeforeFee { date }.say(lang),
        _ => AlertSay::Latest { date }.say(lang),
    };
    let when = &when;
    let need = match task.step {
        Step::TopUp => return AlertSay::DoTopUp { when, name }.say(lang),
        Step::Check => return AlertSay::DoCheck { when, name }.say(lang),
        Step::Extend => return AlertSay::DoExtend { when, name }.say(lang),
        Step::UseUp | Step::Wait | Step::Anew | Step::UseLess => return AlertSay::DoUseUp { when, name }.say(lang),
        Step::Keep(due) => due.need,
    };
    let say = match (need, sum, lacks) {
        (Need::Use, ..) => AlertSay::DoUse { when, name },
        (Need::Taken, ..) => AlertSay::DoCheck { when, name },
        (Need::TopUp(_), Some(sum), _) => AlertSay::DoKeepTopUpSum { when, name, sum },
        (Need::TopUp(_), None, _) => AlertSay::DoKeepTopUp { when, name },
        (Need::Fee(_), Some(sum), Some(lacks)) => AlertSay::DoFeeShort { when, name, sum, lacks },
        (Need::Fee(_), Some(sum), None) => AlertSay::DoFeeSum { when, name, sum },
        (Need::Fee(_), None, _) => AlertSay::DoFee { when, name },
    };
    say.say(lang)
}
