//! What is asked of a figure or a day that is odd and may be true all the same.

sentences! {
    /// Beneath the figure, or the day.
    OddSay {
        UsedMore { used, whole }: "已用 {used}，比总共的 {whole} 还多，会按剩余 0 来记。请核对数字和单位；充过值的话，先记一笔充值。", "已用 {used}，比總共的 {whole} 還多，會以剩餘 0 記錄。請核對數字與單位；若有儲值，請先記一筆儲值。", "{used} used is more than the {whole} there was, so this counts as nothing left. Check the figure and its unit; if you topped up, log that first.";
        LeftMore { left, whole }: "剩余 {left}，比总共的 {whole} 还多。是充过值、有赠送，还是数字有误？没错的话直接保存。", "剩餘 {left}，比總共的 {whole} 還多。是儲值過、有贈送，還是數字有誤？沒錯的話直接儲存。", "{left} left is more than the {whole} there was. A top-up, a gift, or a slip? If it is right, just save it.";
        WholeMore { whole, known }: "这里说一共 {whole}，比这张卡的 {known} 多。是充过值、换了套餐，还是数字有误？没错的话直接保存，以后按这个总量算。", "這裡說總共 {whole}，比這張卡的 {known} 多。是儲值過、換了方案，還是數字有誤？沒錯的話直接儲存，之後以這個總量計算。", "This says {whole} in all, more than the {known} of this card. A top-up, another plan, or a slip? If it is right, just save it: this total counts from then on.";
        Rose { from, when }: "比上次的 {from}（{when}）多了，其间没有记过充值。是充过值、开始了新周期，还是数字有误？没错的话直接保存。", "比上次的 {from}（{when}）多了，其間沒有記過儲值。是儲值過、開始了新週期，還是數字有誤？沒錯的話直接儲存。", "This is more than the {from} of last time ({when}), with no top-up logged since. A top-up, a new cycle, or a slip? If it is right, just save it.";
        Richer { from, when }: "比上次的 {from}（{when}）多了。是充过值，还是数字有误？没错的话直接保存。", "比上次的 {from}（{when}）多了。是儲值過，還是數字有誤？沒錯的話直接儲存。", "This is more than the {from} of last time ({when}). A top-up, or a slip? If it is right, just save it.";
        Fell { from, when }: "比上次的 {from}（{when}）少了很多。是用掉了，还是数字有误？没错的话直接保存。", "比上次的 {from}（{when}）少了很多。是用掉了，還是數字有誤？沒錯的話直接儲存。", "This is far less than the {from} of last time ({when}). Used up, or a slip? If it is right, just save it.";
        NotAdded { from }: "不比充值前的 {from} 多。那笔充值到账了吗？没错的话直接保存。", "不比儲值前的 {from} 多。那筆儲值入帳了嗎？沒錯的話直接儲存。", "This is no more than the {from} from before the top-up. Has it arrived? If it is right, just save it.";
        RoseWaits { from, when, paid }: "比上次的 {from}（{when}）多了。有一笔充值（{paid}）还没记为到账：是它到账了吗？不是的话，是开始了新周期，还是数字有误？没错的话直接保存。", "比上次的 {from}（{when}）多了。有一筆儲值（{paid}）尚未記為入帳：是它入帳了嗎？若不是，是開始了新週期，還是數字有誤？沒錯的話直接儲存。", "This is more than the {from} of last time ({when}). A top-up ({paid}) is still marked as not arrived: is this it? If not, a new cycle, or a slip? If it is right, just save it.";
        Over { date }: "{date}已经过了。要记一张用完的旧卡，直接保存就行；不是的话，请核对日期。", "{date}已經過了。若要記一張用完的舊卡，直接儲存即可；否則請核對日期。", "{date} is already over. To keep a finished card, just save it; otherwise check the date.";
    }
}
