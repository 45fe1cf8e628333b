//! What people reported of a carrier, and how the person reports.

words! {
    /// The words of reports.
    HeardWord {
        DidItWork: "有用吗？", "有用嗎？", "Did it work?";
        ItWorked: "有用", "有用", "It worked";
        ItFailed: "没用", "沒用", "It did not";
        IsItSo: "对吗？", "對嗎？", "Is it so?";
        NotSo: "这条不对", "這條不對", "It is not";
        Correct: "改正…", "更正…", "Correct it…";
        TakeBack: "恢复目录里的", "恢復目錄裡的", "Back to what is listed";
        Remove: "删除", "刪除", "Remove";
        Own: "补充或改正", "補充或更正", "Add or correct";
        OwnSays: "你写的排在前面，目录里的一直列在旁边，随时可以恢复。", "你寫的排在前面，目錄裡的一直列在旁邊，隨時可以恢復。",
            "What you write stands first. What is listed stays beside it, and you can go back to it at any time.";
        AddCheck: "补一个查询办法", "補一個查詢方法", "Add a way to check";
        AddTopUp: "补一个充值办法", "補一個儲值方法", "Add a way to top up";
        AddRule: "补一条规则", "補一條規則", "Add a rule";
        CorrectNetwork: "改正网络", "更正網路", "Correct the network";
        CorrectName: "改正名称", "更正名稱", "Correct the name";
        FormCheck: "查余量的办法", "查用量的方法", "A way to check";
        FormTopUp: "充值的办法", "儲值的方法", "A way to top up";
        FormRule: "规则", "規則", "A rule";
        FormNetwork: "用的是谁的网络", "用的是誰的網路", "Whose network it runs on";
        FormName: "这家运营商叫什么", "這家業者叫什麼", "What it is called";
        CostsMoney: "号码和代码写错可能要花钱：照运营商的短信或官网核对一遍。", "號碼和代碼寫錯可能要花錢：請照業者的簡訊或官網核對一次。",
            "A wrong number or code can cost money: compare it with the carrier’s text or page.";
        TakeIn: "收下别人分享的文件…", "收下別人分享的檔案…", "Take in a file that somebody shared…";
        ShareTitle: "分享这家运营商", "分享這家電信業者", "Share this carrier";
        Share: "分享文件…", "分享檔案…", "Share the file…";
        Download: "下载文件", "下載檔案", "Download the file";
        Strangers: "这些是别人写的，没有核实过。号码和代码写错可能要花钱，先核对一遍。",
            "這些是別人寫的，沒有查證過。號碼和代碼寫錯可能要花錢，請先核對一次。",
            "Somebody else wrote this, and nobody verified it. A wrong number or code can cost money: compare it first.";
        StrangeSite: "这个网址不是这家已知的网站，别在那里付款。", "這個網址不是這家已知的網站，別在那裡付款。",
            "This is none of the carrier’s known sites: pay nothing there.";
        All: "对运营商的补充", "對電信業者的補充", "Notes on carriers";
        AllSays: "你写的、试过的，和从别人的文件里收下的。删掉后恢复目录里的写法。",
            "你寫的、試過的，以及從別人的檔案收下的。刪除後恢復目錄裡的寫法。",
            "What you wrote and tried, and what came in others’ files. Without it, what is listed holds again.";
        FileDamaged: "这个运营商文件不完整，或被改动过，所以没有采用。", "這個電信業者檔案不完整，或被改動過，因此未採用。",
            "This carrier file is incomplete or was altered. None of it was used.";
        Itself: "运营商的资料", "業者的資料", "The carrier itself";
        FileNewer: "这个运营商文件来自更新的版本，请先更新余量。", "這個電信業者檔案來自較新的版本，請先更新餘量。",
            "A newer version made this carrier file. Update SIM Gauge first.";
        ShareSays: "文件里只有这家运营商的资料，没有你的卡、号码和用量。", "檔案裡只有這家電信業者的資料，沒有你的卡片、門號和用量。",
            "The file holds what is known of this carrier: nothing of your cards, numbers or use.";
    }
}

sentences! {
    /// Who said what of a fact, and when; and what in a file is not as it should be.
    HeardSay {
        Corrected { date }: "你改的，{date}", "你更正的，{date}", "Corrected by you, {date}";
        Added { date }: "你加的，{date}", "你加的，{date}", "Added by you, {date}";
        FromFile { date }: "来自分享的文件，{date} · 未核实", "來自分享的檔案，{date} · 未查證", "From a shared file, {date} · unverified";
        FileInstead { what }: "分享的人用它代替“{what}”", "分享的人用它代替「{what}」", "Whoever shared it uses it instead of “{what}”";
        Denied { date }: "你说这条不对，{date}", "你說這條不對，{date}", "Not so, you said on {date}";
        FileDenied { date }: "分享的人说这条不对，{date}", "分享的人說這條不對，{date}", "Not so, whoever shared it said on {date}";
        Worked { date }: "你试过，有用，{date}", "你試過，有用，{date}", "Worked for you on {date}";
        Failed { date }: "你试过，没用，{date}", "你試過，沒用，{date}", "Did not work for you on {date}";
        FileWorked { date }: "分享的人试过，有用，{date}", "分享的人試過，有用，{date}", "Worked for whoever shared it, {date}";
        FileFailed { date }: "分享的人试过，没用，{date}", "分享的人試過，沒用，{date}", "Did not work for whoever shared it, {date}";
        RemoveOf { what }: "删除：{what}", "刪除：{what}", "Remove: {what}";
        NotListed { what }: "目录里没有：{what}", "目錄裡沒有：{what}", "Not listed: {what}";
        Listed { what }: "目录里写的是：{what}", "目錄裡寫的是：{what}", "Listed: {what}";
        BadIn { list, row, field }: "“{list}”第 {row} 条的“{field}”填得不对。",
            "「{list}」第 {row} 筆的「{field}」填得不對。",
            "{list}, no. {row}: “{field}” is not right.";
        LacksIn { list, row, field }: "“{list}”第 {row} 条缺“{field}”。",
            "「{list}」第 {row} 筆缺少「{field}」。",
            "{list}, no. {row}: “{field}” is missing.";
        BadField { list, field }: "“{list}”里的“{field}”填得不对。",
            "「{list}」裡的「{field}」填得不對。",
            "{list}: “{field}” is not right.";
        BadRow { list, row }: "“{list}”第 {row} 条读不出来。", "「{list}」第 {row} 筆讀不出來。",
            "{list}, no. {row}, can’t be read.";
    }
}
