//! What was saved and what was not, and what can be taken back.

words! {
    /// What notices say.
    KeepWord {
        Saved: "已保存", "已儲存", "Saved";
        Saving: "正在保存…", "儲存中…", "Saving…";
        Unconfirmed: "尚未确认存好", "尚未確認存妥", "Not yet confirmed";
        WeakTitle: "还没有稳妥保存", "還沒有穩妥儲存", "Not safely saved";
        WeakSays: "浏览器的数据库没有存下最近的更改；如果浏览器现在被强行关闭，可能会丢。先导出一份更稳妥。",
            "瀏覽器的資料庫沒有存下最近的變更；如果瀏覽器現在被強制關閉，可能會遺失。先匯出一份較穩妥。",
            "The browser’s database did not take your latest changes. They could be lost if the browser is killed. Export a copy to be safe.";
        UnsavedTitle: "没有保存", "沒有儲存", "Not saved";
        UnsavedSays: "最近的更改只在这个页面上，关掉就没有了。请先导出一份。",
            "最近的變更只在這個頁面上，關掉就沒有了。請先匯出一份。",
            "Your latest changes exist only on this page and go when it closes. Export a copy first.";
        FaultRefused: "浏览器不允许这个页面存东西：可能是无痕窗口，或设置里关掉了。",
            "瀏覽器不允許這個頁面儲存資料：可能是無痕視窗，或設定裡關閉了。",
            "The browser does not let this page store anything: a private window, or a setting.";
        FaultFull: "这台设备的存储空间满了。", "這台裝置的儲存空間滿了。", "This device’s storage is full.";
        FaultMissing: "这个浏览器没有这种存储。", "這個瀏覽器沒有這種儲存空間。", "This browser has no such storage.";
        FaultFailed: "存储时出了错。", "儲存時發生錯誤。", "Storing failed.";
        OffTitle: "这里存不了东西", "這裡無法儲存", "Nothing can be saved here";
        OffSays: "可以照常查看和填写，但关掉页面就没有了；要留下来，请导出。",
            "可以照常檢視和填寫，但關掉頁面就沒有了；要留下來，請匯出。",
            "You can look and type, but it goes when the page closes. Export to keep it.";
        NoDatabaseTitle: "保存得不够稳妥", "儲存得不夠穩妥", "Saving is less safe here";
        NoDatabaseSays: "更改只存进了快速存储，要晚一点才写到磁盘；浏览器被强行关闭时，最近几笔可能会丢。",
            "變更只存進了快速儲存，要晚一點才寫到磁碟；瀏覽器被強制關閉時，最近幾筆可能會遺失。",
            "Changes reach the disk late, so the last few could be lost if the browser is killed.";
        NoLocalTitle: "快速存储不可用", "快速儲存無法使用", "The quick store is unavailable";
        NoLocalSays: "更改会存进数据库，打开时稍慢一点。", "變更會存進資料庫，開啟時稍慢一點。",
            "Changes go to the database; opening takes a little longer.";
        QuarantineSays: "它们原样留着，没有删除，可以随“导出全部”取出。",
            "它們原樣保留，沒有刪除，可以隨「匯出全部」取出。",
            "They are kept as they are, not deleted, and are part of “Export everything”.";
        Remind: "该备份了", "該備份了", "Time for a backup";
        Later: "过几天再说", "過幾天再說", "Later";
        Backup: "备份", "備份", "Back up";
        UpdateWaits: "新版本已准备好。", "新版本已準備好。", "A new version is ready.";
        ApplyUpdate: "更新", "更新", "Update";
        DraftCard: "你有一张没填完的卡", "你有一張沒填完的卡", "You have an unfinished card";
        DraftCheck: "你有一条没写完的余量", "你有一筆沒記完的剩餘量", "You have an unfinished balance";
        DraftTopUp: "你有一笔没写完的充值", "你有一筆沒寫完的儲值", "You have an unfinished top-up";
        DraftKeepAlive: "你有一笔没写完的保号记录", "你有一筆沒寫完的保號紀錄", "You have an unfinished keep-alive";
        DraftReport: "你有一条没写完的运营商资料", "你有一則沒寫完的業者資料", "You have an unfinished carrier note";
        LoggedCheck: "记了一次余量", "記了一次剩餘量", "Balance logged";
        LoggedAndLearnt: "记了一次余量，也记住了读法", "記了一次剩餘量，也記住了讀法", "Balance logged, similar replies will be read this way";
        LoggedTopUp: "记了一笔充值", "記了一筆儲值", "Top-up logged";
        LoggedKeepAlive: "记了一次保号", "記了一次保號", "Keep-alive logged";
        ChangedEntry: "改了一条记录", "改了一筆紀錄", "Entry changed";
        RemovedEntry: "删了一条记录", "刪了一筆紀錄", "Entry deleted";
        AddedCard: "添加了一张卡", "新增了一張卡", "Card added";
        ChangedCard: "改了卡的资料", "改了卡片資料", "Card changed";
        RemovedCard: "删了一张卡", "刪了一張卡", "Card deleted";
        ArchivedCard: "归档了一张卡", "封存了一張卡", "Card archived";
        UnarchivedCard: "已取消归档", "取消了封存", "Card unarchived";
        PinnedCard: "固定在首页了", "固定在首頁了", "Card now shown first";
        UnpinnedCard: "取消了固定", "取消了固定", "Card no longer first";
        SavedPattern: "记住了一种读法", "記住了一種讀法", "A way of reading remembered";
        RemovedPattern: "忘掉了一种读法", "忘掉了一種讀法", "A way of reading forgotten";
        SavedReport: "记下了对运营商资料的补充", "記下了對電信業者資料的補充", "Carrier note saved";
        RemovedReport: "收回了对运营商资料的补充", "收回了對電信業者資料的補充", "Carrier note taken back";
        Undone: "撤销了", "已復原", "Undone";
        UndoneInPart: "部分撤销，其余后来改过", "部分復原，其餘後來改過", "Partly undone, the rest has changed";
        NotUndone: "没有撤销，后来改过", "沒有復原，後來改過", "Not undone, it has changed since";
        RedoWhat: "重做刚才撤销的更改", "重做剛才復原的變更", "Redo what was undone";
    }
}

sentences! {
    /// What notices say of counts and names.
    KeepSay {
        Deed { deed, safety }: "{deed} · {safety}", "{deed} · {safety}", "{deed} · {safety}";
        Awaited { name }: "{name}：收到回复了吗？", "{name}：收到回覆了嗎？", "{name}: did the reply come?";
        Quarantined { count }: "{count} 条记录读不出来", "{count} 筆紀錄讀不出來", "Records that can’t be read: {count}";
        UndoOf { what }: "撤销：{what}", "復原：{what}", "Undo: {what}";
    }
}
