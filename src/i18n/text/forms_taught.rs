//! What is said where a person teaches a reply's figures, and where the patterns are listed.

words! {
    /// The fixed words of teaching.
    Teach {
        Ask: "轻点余量的数字，告诉我它是什么。", "輕點剩餘流量的數字，告訴我它是什麼。", "Tap the figure of your balance and say what it is.";
        NotFound: "没有找到余量的数字。", "沒有找到剩餘流量的數字。", "No balance was found in this.";
        Missed: "有数字没读到？", "有數字沒讀到？", "Was a figure missed?";
        Unit: "单位是？", "單位是？", "In which unit?";
        Always: "以后都这样读", "以後都這樣讀", "Always read it this way";
        Another: "它是另一种流量", "它是另一種流量", "It is another kind of data";
        Kept: "保存时会记住，以后这样写的短信都照此读。", "儲存時會記住，以後這樣寫的簡訊都照此讀。", "Remembered when you save: replies written like this one are then read the same way.";
        Asks: "保存时会记住。这条像是优惠或提醒，所以以后这样写的短信会先问你。", "儲存時會記住。這則像是優惠或提醒，所以以後這樣寫的簡訊會先問你。", "Remembered when you save. This one looks like an offer or a warning, so you will be asked about replies written like it.";
        TooLittle: "这个数字前后的文字太少或有重复，下次认不出来；这次先照你说的记。", "這個數字前後的文字太少或有重複，下次認不出來；這次先照你說的記。", "There is too little around it, or the same around another figure, to recognise it again. This time it is logged the way you said.";
        Sure: "这次照你说的记。自带的读法认得这个数字，所以下次还是照原来的读。", "這次照你說的記。內建的讀法認得這個數字，所以下次仍照原來的讀。", "This time it is logged as you say. The built-in reading is sure of this figure, so the next reply is read as before.";
        NoTexts: "这张卡不保留短信原文，所以读法也不记住；这次先照你说的记。", "這張卡不保留簡訊原文，所以讀法也不記住；這次先照你說的記。", "No text of replies is kept for this card, so this is not remembered either. It is logged as you say this time only.";
    }
}

sentences! {
    /// The sentences of teaching.
    Taught {
        Earlier { last, count }: "最近记下的 {last} 条短信里能这样读的：{count} 条", "最近記下的 {last} 則簡訊裡能這樣讀的：{count} 則", "Of the last {last} logged replies it reads: {count}";
        Forget { what }: "忘掉：{what}", "忘掉：{what}", "Forget: {what}";
    }
}
