//! What a check comes to, where its own words do not say that.

sentences! {
    /// What a check comes to, beneath it.
    NoteSay {
        Endless { used }: "不限量：会记下已用 {used}，不算剩余。", "無限量：會記下已用 {used}，不計算剩餘流量。", "Unlimited: {used} used is logged, and nothing is counted as left.";
        Apart { sum, whole }: "剩余加已用是 {sum}，和总量 {whole} 对不上。会按剩余来记。", "剩餘加已用是 {sum}，與總量 {whole} 不符。會以剩餘流量記錄。", "Left and used come to {sum}, and not to the {whole} in all. What is left is what counts.";
        OfWhole { whole, left }: "百分比按一共 {whole} 算（套餐、充值和以前查到的），剩余 {left}。说的是别的总量，请填写总量。", "百分比以總共 {whole} 計算（方案、儲值與先前查到的），剩餘 {left}。若指的是別的總量，請填寫總量。", "The percentage is taken of {whole} in all (plan, top-ups, earlier checks): {left} left. If it is of another total, enter that total.";
    }
}
