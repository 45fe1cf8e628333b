//! Advice in its place: how to save data, and what costs people money.
//!
//! Sources of the paths and facts, read in 2026-11: Low Data Mode, support.apple.com/102433; Data Saver,
//! source.android.com/docs/core/data/data-saver; that most eSIM cannot be installed a
//! second time, www.airalo.com/help (“Can I reinstall an eSIM?”).

words! {
    /// What is said where it matters.
    TipsWord {
        Save: "怎么省流量", "怎麼省流量", "How to save data";
        Video: "视频调低画质，或等有 Wi‑Fi 再看；关掉自动播放。", "影片調低畫質，或等有 Wi‑Fi 再看；關掉自動播放。",
            "Watch video in low quality, or on Wi‑Fi; turn autoplay off.";
        Sync: "照片同步、云备份和 App 更新，只在 Wi‑Fi 下做。", "照片同步、雲端備份和 App 更新，只在 Wi‑Fi 下進行。",
            "Let photos, backups and app updates wait for Wi‑Fi.";
        Maps: "出门前，在 Wi‑Fi 下存好离线地图。", "出門前，在 Wi‑Fi 下存好離線地圖。", "Save offline maps on Wi‑Fi before you set out.";
        Iphone: "iPhone：设置 → 蜂窝网络 → 蜂窝数据选项 → 低数据模式", "iPhone：設定 → 行動服務 → 行動數據選項 → 低數據模式",
            "iPhone: Settings → Cellular → Cellular Data Options → Low Data Mode";
        Android: "安卓：设置 → 网络和互联网 → 流量节省程序（各品牌略有不同）",
            "Android：設定 → 網路和網際網路 → 數據節省模式（各品牌略有不同）",
            "Android: Settings → Network & internet → Data Saver (varies by maker)";
        Hotspot: "要开热点？先看这些设置", "要開熱點？先看這些設定", "Sharing a hotspot? Settings to look at first";
        Roaming: "在国外要把这张卡的数据漫游关掉，收短信不受影响。", "在國外要把這張卡的數據漫遊關掉，收簡訊不受影響。",
            "Abroad, turn this card’s data roaming off; texts still arrive.";
        RoamingIphone: "iPhone：设置 → 蜂窝网络 → 选这张卡 → 数据漫游", "iPhone：設定 → 行動服務 → 選這張卡 → 數據漫遊",
            "iPhone: Settings → Cellular → this line → Data Roaming";
        RoamingAndroid: "安卓：设置 → 网络和互联网 → SIM 卡 → 选这张卡 → 漫游", "Android：設定 → 網路和網際網路 → SIM 卡 → 選這張卡 → 漫遊",
            "Android: Settings → Network & internet → SIMs → this SIM → Roaming";
        Esim: "手机里的 eSIM 先别删：多数删了就装不回来。暂时不用，关掉就行。",
            "手機裡的 eSIM 先別刪：多數刪了就裝不回來。暫時不用，關掉就好。",
            "Keep the eSIM on the phone: most cannot be installed a second time. Turning it off is enough.";
        Scam: "群里、二手平台上的低价代充别碰：钱可能是盗刷来的，充值会被撤回，卡也可能被停用。",
            "群組、二手平台上的低價代儲別碰：錢可能是盜刷來的，儲值會被撤銷，卡片也可能被停用。",
            "Leave cheap top-ups from chat groups alone: they may be paid with stolen cards, then taken back, and the card cut off.";
        Fake: "运营商不会在短信里要密码、验证码，也不会催你点链接付款。",
            "電信業者不會在簡訊裡要密碼、驗證碼，也不會催你點連結付款。",
            "A carrier asks for no password or code by text, and hurries nobody to a link.";
        NoLink: "链接别点，从官网或 App 进。", "連結別點，從官網或 App 進入。", "Don’t tap the link: go by the site or the app.";
    }
}
