//! Advice before something else goes online by the phone.
//!
//! Sources of the paths, read in 2026-11: Low Data Mode, support.apple.com/102433; metered connections,
//! support.microsoft.com/windows/metered-connections-in-windows. Android: the settings of its open source project,
//! which let nothing join while Data Saver is on (TetherDataSaverPreferenceController).

words! {
    /// What is said of it.
    HotspotWord {
        Title: "开热点之前", "開熱點之前", "Before the hotspot day";
        Sync: "电脑上先停掉系统更新和网盘同步：一次更新就可能用掉几个 GB。",
            "電腦上先停掉系統更新和雲端硬碟同步：一次更新就可能用掉好幾 GB。",
            "On the computer, pause system updates and cloud drives first: one update can take several GB.";
        Windows: "Windows：设置 → 网络和 Internet → Wi‑Fi → 热点的属性 → 设为按流量计费的连接",
            "Windows：設定 → 網路和網際網路 → Wi‑Fi → 熱點的內容 → 設為計量付費連線",
            "Windows: Settings → Network & internet → Wi‑Fi → the hotspot’s properties → Metered connection";
        Mac: "Mac：系统设置 → Wi‑Fi → 热点旁的“详细信息” → 低数据模式", "Mac：系統設定 → Wi‑Fi → 熱點旁的「詳細資訊」→ 低數據模式",
            "Mac: System Settings → Wi‑Fi → Details beside the hotspot → Low Data Mode";
        Joins: "连热点的手机", "連熱點的手機", "The phone that joins";
        JoinsIphone: "iPhone：设置 → Wi‑Fi → 热点旁的 ⓘ → 低数据模式", "iPhone：設定 → Wi‑Fi → 熱點旁的 ⓘ → 低數據模式",
            "iPhone: Settings → Wi‑Fi → ⓘ beside the hotspot → Low Data Mode";
        JoinsAndroid: "安卓：设置 → 网络和互联网 → 互联网 → 热点旁的齿轮 → 按流量计费（各品牌略有不同）",
            "Android：設定 → 網路和網際網路 → 網際網路 → 熱點旁的齒輪 → 計量付費（各品牌略有不同）",
            "Android: Settings → Network & internet → Internet → the gear beside the hotspot → Network usage → Treat as metered (varies by maker)";
        Gives: "开热点的手机", "開熱點的手機", "The phone that shares";
        GivesAndroid: "安卓：设置 → 网络和互联网 → 热点和网络共享 → WLAN 热点 → 自动关闭热点。流量节省程序开着，热点可能开不了。",
            "Android：設定 → 網路和網際網路 → 無線基地台與網路共用 → Wi‑Fi 無線基地台 → 自動關閉無線基地台。數據節省模式開著，可能無法開熱點。",
            "Android: Settings → Network & internet → Hotspot & tethering → Wi‑Fi hotspot → Turn off hotspot automatically. With Data Saver on there may be no hotspot.";
    }
}
