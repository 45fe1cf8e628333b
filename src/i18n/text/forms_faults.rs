//! What is wrong with a field, as a sentence that says what to do.

words! {
    /// Beside the field.
    Wrong {
        NoName: "起个名字，方便认出这张卡。", "取個名字，方便認出這張卡。", "Give it a name you will recognise.";
        NoCard: "选一张卡。", "請選一張卡。", "Choose a card.";
        NoReply: "把运营商的回复粘贴进来。", "請貼上業者的回覆。", "Paste the carrier's reply.";
        NoKind: "选一下：是剩余，还是已用？", "請選擇：是剩餘還是已用？", "Choose: is it left, or used?";
        NoTime: "填上日期和时间。", "請填日期與時間。", "Enter the date and time.";
        NoDay: "选一个日期。", "請選擇日期。", "Choose a date.";
        NoDays: "填上天数。", "請填天數。", "Enter the number of days.";
        Empty: "这里要填。", "這裡必填。", "Please fill this in.";
        NotANumber: "请只填数字，例如 1.83。", "請只填數字，例如 1.83。", "Enter a number, such as 1.83.";
        NotDays: "填 1 到 3660 之间的整数。", "請填 1 到 3660 的整數。", "Enter a whole number from 1 to 3660.";
        Negative: "不能小于 0。", "不能小於 0。", "This cannot be below zero.";
        TooLarge: "这个数太大了，请核对一下数字和单位。", "這個數字太大，請核對數字與單位。", "That is too large. Please check the figure and its unit.";
        OverHundred: "不能超过 100%。", "不能超過 100%。", "This cannot be over 100%.";
        NotADate: "请填 2000 年到 2100 年之间的日期。", "請填 2000 年到 2100 年之間的日期。", "Enter a date between 2000 and 2100.";
        BeforeStart: "到期日早于这次充值开始的日子，请核对。", "到期日早於這次儲值開始的日期，請核對。", "This expiry is before the top-up begins. Please check the dates.";
        PaidLater: "付款不会晚于到账，请核对两个时间。", "付款不會晚於入帳，請核對兩個時間。", "It cannot arrive before it was paid for. Please check both times.";
        BeforeCard: "这一天早于这张卡起算的那天，请核对。", "這一天早於這張卡的起算日期，請核對。", "This is before the day the card started. Please check the dates.";
        LongOver: "回复里的日期早就过了，不像是这张卡的。请看看是不是选错了卡，或者对这个日期点“不记”。", "回覆裡的日期早就過了，不像是這張卡的。請確認是否選錯卡，或在這個日期按「不記」。", "The reply names a day that is long over for this card. Check that it is the right card, or leave that date out.";
        InFuture: "这个时间还没到，请核对。", "這個時間還沒到，請核對。", "That is in the future. Please check the time.";
        NotAPhoneNumber: "号码应为 4 到 20 位数字。", "門號應為 4 到 20 碼數字。", "A number has 4 to 20 digits.";
        NotAWay: "请核对：号码和代码只用 2 到 20 个数字、* 和 #，网址像 www.example.com。", "請核對：號碼和代碼只用 2 到 20 個數字、* 和 #，網址像 www.example.com。", "Please check: a number or code takes 2 to 20 digits, * and #; an address looks like www.example.com.";
        Sets: "这种代码可能改来电转接等设置，甚至清空手机，不能存。", "這種代碼可能更改來電轉接等設定，甚至清空手機，不能儲存。", "A code like this may change call forwarding or the like, or erase the phone. It is not kept.";
        Costs: "这是高价收费的号码，运营商不用这种号码，不能存。请核对。",
            "這是高額付費的號碼，業者不會用這種號碼，不能儲存。請核對。",
            "This is a premium number, paid by whoever calls; no carrier uses one. It is not kept: please check it.";
        Emergency: "这是紧急求助的号码，不是运营商的，不能存。", "這是緊急求助的號碼，不是業者的，不能儲存。",
            "This is an emergency number, not the carrier’s. It is not kept.";
        NotKeys: "只用数字、* 和 #，例如 2 1。", "只用數字、* 和 #，例如 2 1。", "Digits, * and # only, such as 2 1.";
        TooLong: "太长了，最多 80 个字。", "太長了，最多 80 個字。", "That is too long: 80 characters at most.";
        NoteTooLong: "太长了，最多 500 个字。", "太長了，最多 500 個字。", "That is too long: 500 characters at most.";
        NeedsTotal: "只知道已用或百分比还不够，请填套餐一共多少。", "只知道已用或百分比還不夠，請填方案總量。", "Used, or a per cent, needs the plan's total. Please enter it.";
        Unanswered: "请回答这一项。", "請回答這一題。", "Please answer this.";
        NoBalance: "这里没有可以记下的余量。", "這裡沒有可以記下的剩餘流量或餘額。", "There is no balance in this to log.";
        NothingSaid: "至少填一项。", "請至少填一項。", "Enter at least one figure.";
        LoggedBefore: "如果确实要再记一次，点一下这里。", "如果確實要再記一次，請點這裡。", "Tap here if you do mean to log it again.";
    }
}
