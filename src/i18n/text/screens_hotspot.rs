//! Advice before a computer goes online by the phone.
//!
//! Sources of the paths, read in 2026-11: Low Data Mode, support.apple.com/102433; metered connections,
//! support.microsoft.com/windows/metered-connections-in-windows.

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
    }
}
