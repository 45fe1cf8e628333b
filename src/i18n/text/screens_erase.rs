//! Erasing for good. What is deleted can be undone; what is erased cannot.

words! {
    /// What stands where a card, or everything, is erased.
    EraseWord {
        EraseAll: "清除全部数据", "清除所有資料", "Erase everything";
        NoWayBack: "清除后无法撤销，更改记录里也找不回来。想留一份，请先导出。",
            "清除後無法復原，變更紀錄裡也找不回來。想留一份，請先匯出。",
            "This can’t be undone, not even from All changes. To keep a copy, export first.";
        Agree: "彻底清除", "徹底清除", "Erase for good";
        Keep: "先不清除", "先不清除", "Keep it";
        Erased: "已彻底清除，这个浏览器里不再存有这些内容。", "已徹底清除，這個瀏覽器裡不再存有這些內容。",
            "Erased. This browser no longer holds it.";
        NotErased: "没有清除干净", "沒有清除乾淨", "Not fully erased";
        NotErasedSays: "下次打开时会接着清除。", "下次開啟時會接著清除。", "The rest will be erased the next time you open the app.";
    }
}

sentences! {
    /// What is erased.
    EraseSay {
        All { cards, entries }: "全部 {cards} 张卡、{entries} 条记录、你教的读法、对运营商的补充和没填完的表单，会从这个浏览器里抹掉。语言和外观不变。",
            "全部 {cards} 張卡、{entries} 筆紀錄、你教的讀法、對電信業者的補充和沒填完的表單，會從這個瀏覽器裡抹除。語言和外觀不變。",
            "All cards ({cards}), all entries ({entries}), what you taught, notes on carriers and unfinished forms are removed from this browser. Language and appearance stay.";
        Card { name, entries }: "“{name}”和它的 {entries} 条记录会从这个浏览器里抹掉，包括以前的修改。其他卡不变；你教的读法和对运营商的补充还在，可以在设置里删掉。",
            "「{name}」和它的 {entries} 筆紀錄會從這個瀏覽器裡抹除，包括以前的修改。其他卡片不變；你教的讀法和對電信業者的補充還在，可以到設定裡刪除。",
            "“{name}” and its entries ({entries}) are removed from this browser, with every earlier version of them. Other cards stay. So do what you taught and notes on carriers: both can be removed in Settings.";
    }
}
