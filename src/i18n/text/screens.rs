//! The words of the screens: headers, buttons, labels. Sentences with parameters stand in
//! `screens_card` and its neighbours; the words of forms are elsewhere.

words! {
    /// What buttons, links and headings of the screens say. What the first look says of later screens
    /// stands here too: one word of theirs would bring all of them along (docs/decisions/parts.md).
    Word {
        AppName: "余量", "餘量", "SIM Gauge";
        Tagline: "预付费 SIM 卡的油量表", "預付卡的油量表", "The fuel gauge for a prepaid SIM";
        Promise: "粘贴运营商的短信，就知道还剩多少、能用到哪天。没有网络也能用，数据只留在这台设备上。",
            "貼上電信業者的簡訊，就知道還剩多少、能用到哪天。沒有網路也能用，資料只留在這台裝置上。",
            "Paste your carrier’s reply and see what is left and how long it will last. Works offline; nothing leaves this device.";
        Back: "返回", "返回", "Back";
        Home: "回到首页", "回首頁", "Home";
        Close: "关闭", "關閉", "Close";
        LaterMissing: "这一页还没下载完整：可以看，暂时还不能记。", "這一頁還沒下載完整：可以看，暫時還不能記。",
            "This page has not fully arrived: you can look, but not log anything yet.";
        Opening: "正在打开…", "正在開啟…", "Opening…";
        SeldomMissing: "这一页还没下载下来；看余量、记一笔都不受影响。", "這一頁還沒下載下來；看剩餘流量、記一筆都不受影響。",
            "This page has not arrived yet. Looking and logging still work.";
        TryAgain: "再试一次", "再試一次", "Try again";
        Menu: "菜单", "選單", "Menu";
        Language: "语言", "語言", "Language";
        Cards: "全部的卡", "所有卡片", "All cards";
        AddCard: "添加一张卡", "新增一張卡", "Add a card";
        AddMyCard: "添加我的卡", "新增我的卡", "Add my card";
        SeeSample: "先看看示例卡", "先看看範例卡", "See a sample card first";
        Sample: "示例卡", "範例卡", "Sample card";
        SampleSays: "这些是示例数据，不会保存，也不会混进你的卡里。",
            "這些是範例資料，不會儲存，也不會混進你的卡片裡。",
            "These figures are made up. Nothing here is saved or mixed with your cards.";
        SampleName: "美国旅行卡", "美國旅行卡", "US travel SIM";
        Settings: "设置", "設定", "Settings";
        Changes: "更改记录", "變更紀錄", "All changes";
        Archived: "已归档", "已封存", "Archived";
        GoneTitle: "这里没有内容", "這裡沒有內容", "Nothing here";
        GoneSays: "它可能已被删除。删掉的内容可以在更改记录里找回。",
            "它可能已被刪除。刪掉的內容可以在變更紀錄裡找回。",
            "It may have been deleted. What was deleted can be brought back from All changes.";
        Check: "怎么查", "怎麼查", "How to check";
        Paste: "粘贴短信", "貼上簡訊", "Paste reply";
        Type: "手动输入", "手動輸入", "Type it in";
        TopUp: "充值", "儲值", "Top up";
        KeepNumber: "保号", "保號", "Keep number";
        Reminders: "提醒", "提醒", "Reminders";
        EditCard: "修改这张卡", "編輯這張卡", "Edit card";
        Archive: "归档", "封存", "Archive";
        Unarchive: "移出归档", "取消封存", "Unarchive";
        Pin: "固定在首页", "固定在首頁", "Show first";
        Unpin: "取消固定", "取消固定", "Don’t show first";
        WhatIfShort: "充值划算吗", "儲值划算嗎", "Worth a top-up?";
        TripShort: "行程用量", "行程用量", "Plan a trip";
        Spending: "花费", "花費", "Spending";
        Data: "数据与备份", "資料與備份", "Data and backup";
        HaveBackup: "我有备份", "我有備份", "I have a backup";
        InstallFirst: "打算装到主屏幕的话，先装再记：那边的存储是分开的。", "打算裝到主畫面的話，先裝再記：那邊的儲存空間是分開的。",
            "If you mean to put it on the home screen, do that first: the installed app has a store of its own.";
        EraseCard: "彻底清除这张卡", "徹底清除這張卡", "Erase this card";
        Unknown: "未知", "未知", "Unknown";
        Undo: "撤销", "復原", "Undo";
        Redo: "重做", "重做", "Redo";
        Continue: "继续", "繼續", "Continue";
        Export: "导出全部", "匯出全部", "Export everything";
        ReadOnly: "这张卡被更新版本的余量改过，这里只能看，不能改。可以导出，或更新到新版本。",
            "這張卡被較新版本的餘量改過，這裡只能看，不能改。可以匯出，或更新到新版本。",
            "A newer version of SIM Gauge changed this card. It can be seen and exported here, not changed.";
    }
}
