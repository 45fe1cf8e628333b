//! The settings, the list of changes, and where the data is.

words! {
    /// What they say.
    SettingsWord {
        Patterns: "你教的读法", "你教的讀法", "What you taught";
        PatternsSay: "自带的读法读不出时才用，读到的都会标明“按你教的”。", "內建的讀法讀不出時才用，讀到的都會標明「依你教的」。", "Used only where the built-in reading does not know, and marked “As you taught”.";
        Forget: "忘掉", "忘掉", "Forget";
        ChangesSay: "每一次更改都在这里，可以撤销的随时可以撤销；撤销本身也能撤销。",
            "每一次變更都在這裡，能復原的隨時可以復原；復原本身也能再復原。",
            "Every change is here. What can be undone can be undone at any time, an undo too.";
        NoChanges: "还没有更改。", "還沒有變更。", "No changes yet.";
        Theme: "外观", "外觀", "Appearance";
        ThemeDevice: "跟随系统", "跟隨系統", "Same as device";
        ThemeLight: "浅色", "淺色", "Light";
        ThemeDark: "深色", "深色", "Dark";
        Storage: "数据存在哪里", "資料存在哪裡", "Where your data is";
        StorageSays: "每一次更改都存进这个浏览器的两处：一处马上能读，一处确认写到了磁盘上。不存在别处。",
            "每一次變更都存進這個瀏覽器的兩處：一處馬上能讀，一處確認寫到磁碟上。不存在別處。",
            "Each change is written to two stores of this browser: one that reads at once, one that confirms it is on disk. Nowhere else.";
        LocalStore: "快速存储（localStorage）", "快速儲存（localStorage）", "Quick store (localStorage)";
        DatabaseStore: "数据库（IndexedDB）", "資料庫（IndexedDB）", "Database (IndexedDB)";
        Works: "正常", "正常", "Working";
        Asking: "正在确认…", "確認中…", "Checking…";
        Never: "还没有备份过。", "還沒有備份過。", "Never backed up.";
        Privacy: "隐私", "隱私", "Privacy";
        PrivacySays: "不联网、无账号、无统计。打开以后，这个页面不向任何地方发送任何内容，除非你自己导出、复制或拨号。",
            "不連網、無帳號、無統計。開啟之後，這個頁面不向任何地方傳送任何內容，除非你自己匯出、複製或撥號。",
            "No account, no tracking, no server. Once open, this page sends nothing anywhere unless you export, copy or dial yourself.";
        CanBeLost: "清除浏览器数据或卸载浏览器会一并删掉这里的内容，请不时导出一份。",
            "清除瀏覽器資料或解除安裝瀏覽器會一併刪掉這裡的內容，請不時匯出一份。",
            "Clearing the browser’s data deletes what is kept here, so export a copy now and then.";
        Install: "添加到主屏幕", "加入主畫面", "Install";
        InstallSays: "在浏览器菜单里选“添加到主屏幕”或“安装应用”：没有网络也能打开，数据也更不容易被清掉。",
            "在瀏覽器選單裡選「加入主畫面」或「安裝應用程式」：沒有網路也能開啟，資料也較不容易被清掉。",
            "Choose “Add to Home Screen” or “Install app” in the browser’s menu: it opens offline, and the data is less likely to be cleared.";
        About: "关于", "關於", "About";
    }
}

sentences! {
    /// What they say of counts and names.
    SettingsSay {
        SetAside { count }: "{count} 份损坏的原文已另外留存，记录本身已从另一处修复；可随“导出全部”取出。",
            "{count} 份損壞的原文已另外留存，紀錄本身已從另一處修復；可隨「匯出全部」取出。",
            "Damaged texts set aside: {count}. Their records were repaired from the other store. They are part of “Export everything”.";
        Records { count }: "共 {count} 次更改", "共 {count} 次變更", "Changes kept: {count}";
        Version { version }: "版本 {version}", "版本 {version}", "Version {version}";
    }
}
