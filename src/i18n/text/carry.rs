//! Backups, imports, and whether the browser keeps what is stored.

words! {
    /// What the places of backup and import say.
    CarryWord {
        BackupSays: "把所有的卡和记录装进一个文件，存到别处：云盘、电脑，或者发给自己。",
            "把所有卡片和紀錄裝進一個檔案，存到別處：雲端硬碟、電腦，或是傳給自己。",
            "Everything in one file. Keep it somewhere else: a cloud drive, a computer, a message to yourself.";
        Share: "分享备份文件…", "分享備份檔…", "Share the backup…";
        SaveAs: "另存为…", "另存新檔…", "Save as…";
        Download: "下载备份文件", "下載備份檔", "Download the backup";
        Copy: "复制备份文字", "複製備份文字", "Copy the backup as text";
        Working: "正在准备…", "準備中…", "Preparing…";
        DoneShare: "已交给你选的应用。", "已交給你選的 App。", "Handed to the app you chose.";
        DoneSaveAs: "备份已存好。", "備份已存妥。", "Backup saved.";
        DoneDownload: "已交给浏览器，请确认文件在下载列表里。", "已交給瀏覽器，請確認檔案在下載清單裡。",
            "Handed to the browser. Check that it is among your downloads.";
        DoneCopy: "已复制，请到另一边的“导入”里粘贴。", "已複製，請到另一邊的「匯入」裡貼上。", "Copied. Paste it under Import on the other side.";
        HandFailed: "没能交出备份，请换一种方式。", "無法交出備份，請換一種方式。", "That didn’t work. Try another way.";
        Lock: "用密码加密", "用密碼加密", "Encrypt with a passphrase";
        LockSays: "忘了密码，这份备份就再也打不开，没有任何办法找回。请把密码另外记好。",
            "忘了密碼，這份備份就再也打不開，沒有任何辦法找回。請把密碼另外記好。",
            "There is no way back without it. If you forget the passphrase, nobody can ever open this backup. Write it down elsewhere.";
        NoLock: "这个页面没有 HTTPS，浏览器不提供加密。", "這個頁面沒有 HTTPS，瀏覽器不提供加密。", "Without HTTPS the browser offers no encryption here.";
        Passphrase: "密码", "密碼", "Passphrase";
        Again: "再输一次", "再輸入一次", "Passphrase, again";
        SecretShort: "至少 8 个字符。", "至少 8 個字元。", "At least 8 characters.";
        SecretDifferent: "两次输入的不一样。", "兩次輸入的不一樣。", "The two are not the same.";
        Import: "导入", "匯入", "Import";
        Restore: "从备份恢复", "從備份還原", "Restore from a backup";
        RestoreSays: "备份、表格、别人分享的运营商文件都可以。先看会变什么，点了“导入”才会动。",
            "備份、表格、別人分享的電信業者檔案都可以。先看會變什麼，按了「匯入」才會動。",
            "A backup, a table, or a carrier that somebody shared. You see what would change before anything does.";
        ChooseFile: "选择文件…", "選擇檔案…", "Choose a file…";
        PasteText: "粘贴备份文字", "貼上備份文字", "Paste backup text";
        PasteHere: "或者把备份文字粘贴到这里", "或是把備份文字貼到這裡", "Or paste the backup text here";
        Reading: "正在读…", "讀取中…", "Reading…";
        SealedSays: "这份备份加了密。", "這份備份有加密。", "This backup is encrypted.";
        Open: "打开", "開啟", "Open";
        Opening: "正在解密…", "解密中…", "Opening…";
        WrongKey: "密码不对，或者文件损坏了。", "密碼不對，或是檔案已損毀。", "Wrong passphrase, or a damaged file.";
        WouldChange: "导入后会这样：", "匯入後會這樣：", "What importing would do:";
        NothingNew: "里面的内容这里都有了，不用导入。", "裡面的內容這裡都有了，不必匯入。", "Everything in it is already here.";
        Accept: "导入", "匯入", "Import";
        Drop: "不导入", "不匯入", "Don’t import";
        ConflictSays: "两边都改过的，以后改的为准；另一版留在“更改记录”里。",
            "兩邊都改過的，以後改的為準；另一版保留在「變更紀錄」裡。",
            "Where both sides changed something, the later change stands. The other stays in All changes.";
        CardNew: "新的卡", "新卡片", "New card";
        CardChanged: "卡的信息有改动", "卡片資料有變更", "Card details change";
        CardRemoved: "这张卡会被删除：另一边删过", "這張卡會被刪除：另一邊刪過", "Card goes: it was deleted on the other side";
        CardTheirs: "卡的信息两边都改过：用导入的", "卡片資料兩邊都改過：用匯入的",
            "Card details changed on both sides: the imported ones stand";
        CardOurs: "卡的信息两边都改过：用这里的", "卡片資料兩邊都改過：用這裡的",
            "Card details changed on both sides: the ones here stand";
        OtherCard: "不在这里的卡", "不在這裡的卡片", "A card that is not here";
        BringBack: "也恢复清除过的", "也還原清除過的", "Bring back what was erased";
        Unchanged: "什么都没有改动。", "什麼都沒有變動。", "Nothing was changed.";
        Empty: "里面什么都没有。", "裡面什麼都沒有。", "There is nothing in it.";
        TooLarge: "太大了，不像是余量的备份、表格或运营商文件。", "太大了，不像是餘量的備份、表格或電信業者檔案。",
            "Too large for a backup, a table or a carrier file of SIM Gauge.";
        Foreign: "这不是余量的备份或运营商文件，也不是认得出的表格。", "這不是餘量的備份或電信業者檔案，也不是認得出的表格。",
            "This is no SIM Gauge backup, no carrier file and no table that can be read.";
        Damaged: "这份备份不完整，或被改动过。请换一份试试。", "這份備份不完整，或被改動過。請換一份試試。",
            "This backup is incomplete or was altered. Try another copy.";
        Newer: "这份备份来自更新的版本，请先更新余量。", "這份備份來自較新的版本，請先更新餘量。",
            "A newer version made this backup. Update SIM Gauge first.";
        NoClipboard: "读不到剪贴板，请把文字粘贴到下面。", "讀不到剪貼簿，請把文字貼到下面。",
            "The clipboard can’t be read. Paste the text below.";
        NoFile: "文件读不出来。", "檔案讀不出來。", "The file can’t be read.";
        NoCrypto: "这份备份加了密，但这个页面没有 HTTPS，浏览器不提供解密。",
            "這份備份有加密，但這個頁面沒有 HTTPS，瀏覽器不提供解密。",
            "This backup is encrypted, and without HTTPS the browser offers no decryption here.";
        Unstored: "没能存下。", "無法存下。", "It could not be stored.";
        Persisted: "浏览器答应不会自动清掉这里的数据。", "瀏覽器答應不會自動清掉這裡的資料。",
            "The browser has promised not to clear this data by itself.";
        NotPersisted: "浏览器没有答应保留：很久没打开，或空间不够时，可能会自动清掉这里的数据。",
            "瀏覽器沒有答應保留：很久沒開啟，或空間不足時，可能會自動清掉這裡的資料。",
            "The browser has made no promise: when unused for long, or short of space, it may clear this data by itself.";
        AskPersist: "请浏览器保留", "請瀏覽器保留", "Ask it to keep the data";
        Move: "换手机，或装到主屏幕", "換手機，或裝到主畫面", "A new phone, or the home screen";
        MoveSays: "主屏幕上的应用有自己单独的存储，刚装好时是空的，新手机也一样。在这里复制备份文字，或存成文件，再到那边的“导入”里粘贴或选择。",
            "主畫面上的 App 有自己獨立的儲存空間，剛裝好時是空的，新手機也一樣。在這裡複製備份文字，或存成檔案，再到那邊的「匯入」裡貼上或選擇。",
            "An app on the home screen has a store of its own and starts empty, as a new phone does. Copy the backup as text here, or save it as a file; then paste or choose it there under Import.";
    }
}

sentences! {
    /// What the places of backup and import say of counts and times.
    CarrySay {
        NewEntries { count }: "新记录 {count} 条", "新紀錄 {count} 筆", "New entries: {count}";
        ChangedEntries { count }: "改动 {count} 条", "變更 {count} 筆", "Changed: {count}";
        RemovedEntries { count }: "删除 {count} 条", "刪除 {count} 筆", "Deleted: {count}";
        Theirs { count }: "两边都改过、用导入的 {count} 条", "兩邊都改過、用匯入的 {count} 筆",
            "Changed on both sides, the imported stands: {count}";
        Ours { count }: "两边都改过、用这里的 {count} 条", "兩邊都改過、用這裡的 {count} 筆",
            "Changed on both sides, the one here stands: {count}";
        Come { count }: "共 {count} 项更改。", "共 {count} 項變更。", "Changes in all: {count}.";
        LeftOut { count }: "{count} 条读不出来，没有算在内；它们还在文件里。", "{count} 筆讀不出來，未計算在內；它們還在檔案裡。",
            "Left out because they can’t be read: {count}. They stay in the file.";
        Wiped { count }: "里面有 {count} 项更改是在这里清除过的。", "裡面有 {count} 項變更是在這裡清除過的。", "Erased here earlier: {count}.";
        Taken { count }: "导入了 {count} 项更改。", "匯入了 {count} 項變更。", "Changes imported: {count}.";
        Last { when }: "上次备份：{when}", "上次備份：{when}", "Last backup: {when}";
        Since { count }: "之后有 {count} 项更改没备份", "之後有 {count} 項變更未備份", "Changes not backed up: {count}";
    }
}
