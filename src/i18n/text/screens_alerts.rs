//! What wants attention on a card, what to do next, and how a number is kept.

use super::super::Lang;
use crate::plan::{Need, Step, Task};

words! {
    /// Steps.
    AlertWord {
        OutNow: "现在怎么办", "現在怎麼辦", "What to do now";
        OutToday: "今天可能用完", "今天可能用完", "May run out today";
        TopUpSoon: "要继续用，记得充值。", "要繼續用，記得儲值。", "Top up to go on using it.";
        UseUp: "多半够用到到期，不用急着充值。", "應該夠用到到期，不必急著儲值。",
            "It should last until then; no need to top up yet.";
        QueuedNext: "到期后接着用排队的充值。", "到期後接著用排隊中的儲值。", "The queued top-up comes next.";
        UseLess: "接下来几天少用一点，就能追上。", "接下來幾天少用一點，就能追上。", "Use a little less for some days to catch up.";
        RiseOpen: "没有充值记录：是漏记了充值、新的一期，还是看错了？",
            "沒有儲值紀錄：是漏記了儲值、新的一期，還是看錯了？",
            "No top-up is logged: one that was not logged, a new cycle, or a slip?";
        RiseTopUp: "和上次充值一样多，可能漏记了一笔充值。", "和上次儲值一樣多，可能漏記了一筆儲值。",
            "As much as the last top-up: one that was not logged?";
        RiseCycle: "和套餐流量对得上，像是新的一期开始了。", "和方案流量相符，像是新的一期開始了。",
            "It fits the plan data: a new cycle seems to have begun.";
        RiseSlip: "上一次的数字可能记错了。", "上一次的數字可能記錯了。", "The figure before may have been a slip.";
        CounterSays: "之后按运营商的算法折算。", "之後依業者的算法換算。", "Its readings are converted to the carrier’s.";
    }
}

sentences! {
    /// Sentences; every parameter is formatted already.
    AlertSay {
        Low { left, least }: "只剩 {left}，低于提醒线 {least}", "只剩 {left}，低於提醒門檻 {least}",
            "{left} left, below your {least} threshold";
        EndsIn { days }: "还有 {days}到期", "還有 {days}到期", "It expires in {days}";
        Over { data, percent }: "比匀速多用了 {data}（{percent}）", "比平均用量多用了 {data}（{percent}）",
            "{data} over the even pace ({percent})";
        Short { date, chance }: "用到 {date}的可能只有 {chance}", "用到 {date}的機率只有 {chance}",
            "Only a {chance} chance to last until {date}";
        Rise { data }: "比上一次记录多了 {data}", "比上一次紀錄多了 {data}", "{data} more than at the check before";
        Unusual { days, used, usual }: "最近 {days}用了 {used}，平时是 {usual}", "最近 {days}用了 {used}，平時是 {usual}",
            "{used} used in {days}; usually {usual}";
        Counter { percent }: "手机自己的统计和运营商差 {percent}", "手機自己的統計和業者差 {percent}",
            "The phone’s counter and the carrier differ by {percent}";
        DoTopUp { date, name }: "{date}前：给“{name}”充值", "{date}前：幫「{name}」儲值", "By {date}: top up {name}";
        DoUseUp { date, name }: "{date}前：用掉“{name}”剩下的流量", "{date}前：用掉「{name}」剩下的流量",
            "By {date}: use what is left on {name}";
        DoUse { date, name }: "{date}前：用一次“{name}”保号", "{date}前：使用一次「{name}」以保留門號",
            "By {date}: use {name} once to keep the number";
        DoKeepTopUp { date, name }: "{date}前：给“{name}”充值保号", "{date}前：幫「{name}」儲值以保留門號",
            "By {date}: top up {name} to keep the number";
        DoKeepTopUpSum { date, name, sum }: "{date}前：给“{name}”充 {sum} 保号", "{date}前：幫「{name}」儲值 {sum} 以保留門號",
            "By {date}: top up {name} with {sum} to keep the number";
        DoFee { date, name }: "{date}前：给“{name}”留够月费", "{date}前：讓「{name}」的餘額夠扣月租",
            "By {date}: have the monthly fee on {name}";
        DoFeeSum { date, name, sum }: "{date}前：给“{name}”留够月费 {sum}", "{date}前：讓「{name}」的餘額夠扣月租 {sum}",
            "By {date}: have {sum} on {name} for the monthly fee";
    }
}

/// The next thing to do, as one line: `12月1日前：给“家里的号码”充 ¥30 保号`. The day, and the sum where
/// the step names one, are formatted already.
#[must_use]
pub fn task(task: &Task, date: &str, name: &str, sum: Option<&str>, lang: Lang) -> String {
    let say = match (task.step, sum) {
        (Step::TopUp, _) => AlertSay::DoTopUp { date, name },
        (Step::UseUp | Step::Wait | Step::UseLess, _) => AlertSay::DoUseUp { date, name },
        (Step::Keep(Need::Use), _) => AlertSay::DoUse { date, name },
        (Step::Keep(Need::TopUp(_)), Some(sum)) => AlertSay::DoKeepTopUpSum { date, name, sum },
        (Step::Keep(Need::TopUp(_)), None) => AlertSay::DoKeepTopUp { date, name },
        (Step::Keep(Need::Fee(_)), Some(sum)) => AlertSay::DoFeeSum { date, name, sum },
        (Step::Keep(Need::Fee(_)), None) => AlertSay::DoFee { date, name },
    };
    say.say(lang)
}
