//! The words of the screens: headers, buttons, labels. Sentences with parameters stand in
//! `screens_card` and its neighbours; the words of forms are elsewhere.

words! {
    /// What buttons, links and headings of the screens say.
    Word {
        AppName: "余量", "餘量", "SIM Gauge";
        Back: "返回", "返回", "Back";
        Close: "关闭", "關閉", "Close";
        Menu: "菜单", "選單", "Menu";
        Language: "语言", "語言", "Language";
    }
}
