//! Topping up: what to look at before paying.

words! {
    /// What it says.
    BeforeWord {
        Title: "付款前，看一眼", "付款前，看一眼", "Before you pay";
        Number: "号码或 eSIM 订单没选错。", "門號或 eSIM 訂單沒選錯。", "The right number, or the right eSIM order.";
        Order: "订单或卡号（ICCID）没选错。", "訂單或卡號（ICCID）沒選錯。",
            "The right order, or the right card by its ICCID.";
        Terms: "看清条款：续的是原来的套餐还是新套餐，能用几天。", "看清楚條款：續的是原方案還是新方案，能用幾天。",
            "Read the terms: the same plan or another one, and for how many days.";
        Address: "在官网、官方 App 或正规商店付。网址自己输入，不点短信里的链接。",
            "在官網、官方 App 或正規商店付款。網址自己輸入，不點簡訊裡的連結。",
            "Pay on the carrier’s own site, in its app or in a shop. Type the address; follow no link from a text.";
        AddressOnline: "在官网或官方 App 付。网址自己输入，不点短信或邮件里的链接。",
            "在官網或官方 App 付款。網址自己輸入，不點簡訊或郵件裡的連結。",
            "Pay on the seller’s own site or in its app. Type the address; follow no link from a text or an e-mail.";
        Sum: "手续费、汇率和税都算进去：余额差一点，套餐就可能续不上。",
            "手續費、匯率和稅都算進去：餘額差一點，方案就可能續不成。",
            "Count fees, exchange rate and tax: a balance a few cents short may not renew the plan.";
        Again: "又付了一笔", "又付了一筆", "I have paid again";
        PaidSays: "先记成“还没到账”，查到变多了再确认。", "先記成「尚未入帳」，查到變多了再確認。",
            "It is logged as not yet arrived, until a check shows it.";
        Already: "已经到账，直接记", "已經入帳，直接記", "It is there already: log it";
    }
}

sentences! {
    /// What it says of a number, which is formatted already.
    BeforeSay {
        NumberIs { number }: "核对号码：{number}", "核對門號：{number}", "Compare the number: {number}";
    }
}
