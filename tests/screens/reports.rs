//! What a person reports of a carrier, as it is seen: beside what is listed, and with the way back.

use crate::story::{Story, check, left, travel};
use sim_gauge::app::calendar::calendar_file;
use sim_gauge::app::carry::{Move, news};
use sim_gauge::app::form::{Aim, Field};
use sim_gauge::app::{Msg, Route};
use sim_gauge::domain::{
    By, Card, CardId, Contact, Date, Line, Means, Purpose, Remark, Report, ReportId, ReportText, Source, Tells,
};
use sim_gauge::guide::CarrierFile;
use sim_gauge::i18n::Lang;
use sim_gauge::i18n::text::screens_ways::WaysWord;
use sim_gauge::journal::Change;

fn remark(text: &str) -> Remark {
    Remark::parse(text).unwrap()
}

/// A card of AT&T, whose listed code is `*777#`.
fn story() -> (Story, CardId) {
    let mut story = Story::new();
    let card = story.card(Card { carrier: Line::parse("us-att-prepaid"), ..travel() });
    story.page("ways", Route::Ways(card), Lang::En);
    (story, card)
}

#[test]
fn a_correction_is_seen_beside_what_is_listed_and_has_a_way_back() {
    let (mut story, card) = story();
    let way = Contact::new(Means::Dial, "*778#", "").unwrap();
    let instead = Some(remark("dial *777#"));
    for tells in [
        Tells::Way { purpose: Purpose::Check, instead, way },
        Tells::Tried { purpose: Purpose::Check, way: remark("call 611"), worked: false },
        Tells::NoRule(remark("lasts $10 30 days")),
        Tells::Network(Line::parse("T-Mobile").unwrap()),
    ] {
        story.moment.fresh = story.moment.fresh.plus(1);
        story.tell(Msg::Reported(card, tells));
    }
    for (lang, says) in [
        (
            Lang::ZhHans,
            [
                "你改的，11月21日",
                "目录里写的是：*777#",
                "你试过，没用，11月21日",
                "恢复目录里的",
                "你说这条不对，11月21日",
                "有用吗？",
            ],
        ),
        (
            Lang::ZhHant,
            [
                "你更正的，11月21日",
                "目錄裡寫的是：*777#",
                "你試過，沒用，11月21日",
                "恢復目錄裡的",
                "你說這條不對，11月21日",
                "有用嗎？",
            ],
        ),
        (
            Lang::En,
            [
                "Corrected by you, Nov 21",
                "Listed: *777#",
                "Did not work for you on Nov 21",
                "Back to what is listed",
                "Not so, you said on Nov 21",
                "Did it work?",
            ],
        ),
    ] {
        let page = story.page("ways-reported", Route::Ways(card), lang);
        page.says(&says).says(&["*778#", "T-Mobile", "AT&T"]).has("href=\"tel:*778%23\"").has("aria-pressed=\"true\"");
        // What did not work is the last of its list, and there all the same.
        let place = |text: &str| page.html.find(text).unwrap_or_else(|| panic!("{text}"));
        assert!(place("tel:*778%23") < place("tel:611") && place("1-800-901-9878") < place("tel:611"));
    }
}

#[test]
fn a_corrected_number_stands_on_every_sheet_and_what_is_listed_is_written_as_elsewhere() {
    let (mut story, card) = story();
    story.entry(card, 0, check(left(0), Source::Text));
    let way = Contact::new(Means::Call, "1-800-331-0500", "").unwrap();
    let instead = Some(remark("call 1-800-901-9878"));
    story.tell(Msg::Reported(card, Tells::Way { purpose: Purpose::Check, instead, way }));
    for route in [Route::Ways(card), Route::Pay(card), Route::RunOut(card)] {
        let page = story.page("ways-corrected", route, Lang::En);
        page.says(&["+1-800-331-0500", "Listed: +1-800-901-9878"]).lacks("tel:+18009019878");
        assert_eq!(page.text().matches("+1-800-901-9878").count(), 1, "{route:?}");
    }
}

#[test]
fn a_correction_of_the_price_or_the_menu_names_what_it_replaced_and_not_the_same_words() {
    let (mut story, card) = story();
    let instead = Some(remark("call 611"));
    let mut way = Contact::new(Means::Call, "611", "").unwrap();
    way.free = true;
    story.tell(Msg::Reported(card, Tells::Way { purpose: Purpose::Check, instead: instead.clone(), way: way.clone() }));
    for (lang, says) in [
        (Lang::ZhHans, "目录里写的是：资费不确定"),
        (Lang::ZhHant, "目錄裡寫的是：資費不確定"),
        (Lang::En, "Listed: Cost not known"),
    ] {
        story.page("ways-price", Route::Ways(card), lang).says(&[says]).silent(&[
            "写的是：611",
            "寫的是：611",
            "Listed: 611",
        ]);
    }
    // What the list leaves out is said to be left out.
    let report = *story.model.book.reports.keys().next().unwrap();
    story.tell(Msg::RemovedReport(report));
    story.moment.fresh = story.moment.fresh.plus(1);
    let way = Contact::new(Means::Call, "611", "").and_then(|way| way.with_menu("1 2")).unwrap();
    story.tell(Msg::Reported(card, Tells::Way { purpose: Purpose::Check, instead, way }));
    for (lang, says) in [
        (Lang::ZhHans, "目录里没有：接通后按 1 2"),
        (Lang::ZhHant, "目錄裡沒有：接通後按 1 2"),
        (Lang::En, "Not listed: Then press 1 2"),
    ] {
        story.page("ways-menu", Route::Ways(card), lang).says(&[says]).silent(&["Listed: 611"]);
    }
    // The same network, rule or number, said once more, has nothing beside it.
    story.moment.fresh = story.moment.fresh.plus(1);
    story.tell(Msg::Reported(card, Tells::Network(Line::parse("AT&T").unwrap())));
    story.page("ways-same", Route::Ways(card), Lang::En).says(&["Corrected by you"]).silent(&["Listed: AT&amp;T"]);
}

#[test]
fn a_corrected_name_is_shown_wherever_the_carrier_is_named() {
    let (mut story, card) = story();
    story.page("report-names", Route::Ways(card), Lang::En).says(&["Correct the name"]);
    story.tell(Msg::StartedReport(card, Aim::Name));
    story
        .page("report-name", Route::Report(card), Lang::En)
        .says(&["What it is called"])
        .has("value=\"AT&amp;T Prepaid\"");
    story.tell(Msg::Typed(Field::What, "小蓝球".to_owned()));
    story.tell(Msg::SubmittedReport);
    for (lang, says) in [
        (Lang::ZhHans, ["你改的，11月21日", "目录里写的是：AT&T 预付费", "改正名称"]),
        (Lang::ZhHant, ["你更正的，11月21日", "目錄裡寫的是：AT&T 預付卡", "更正名稱"]),
        (Lang::En, ["Corrected by you, Nov 21", "Listed: AT&T Prepaid", "Correct the name"]),
    ] {
        story.page("ways-renamed", Route::Ways(card), lang).says(&says).says(&["小蓝球"]);
        for route in [Route::Card(card), Route::Pay(card), Route::RunOut(card), Route::EditCard(card)] {
            story.page("renamed", route, lang).says(&["小蓝球"]).silent(&[
                "AT&T 预付费",
                "AT&T 預付卡",
                "AT&T Prepaid",
            ]);
        }
        story.page("settings-renamed", Route::Settings, lang).says(&["小蓝球"]);
        // The clerk reads the listed name in the clerk's language, the person the person's own.
        let clerk = story.page("renamed-clerk", Route::Clerk(card), lang);
        assert_eq!(clerk.html.contains("AT&amp;T Prepaid"), lang != Lang::En, "{lang:?}");
        clerk.says(&["小蓝球"]).silent(&["AT&T 预付费", "AT&T 預付卡"]);
    }
    // A carrier that no list has is called as its card names it.
    let own = story.card(Card { carrier: Line::parse("Corner Shop Mobile"), ..travel() });
    story.page("ways-own-name", Route::Ways(own), Lang::En).says(&["Add or correct"]).silent(&["Correct the name"]);
}

#[test]
fn a_corrected_rule_stands_beside_the_listed_one_in_the_readers_words() {
    let (mut story, card) = story();
    let words = "lasts $10 30 days";
    let rule = Tells::Rule { instead: Some(remark(words)), words: remark("45 days since May.") };
    story.tell(Msg::Reported(card, rule));
    for (lang, listed) in [
        (Lang::ZhHans, "目录里写的是：充 $10 起，30 天内有效。"),
        (Lang::ZhHant, "目錄裡寫的是：儲值 $10 起，效期 30 天。"),
        (Lang::En, "Listed: A top-up of $10 or more is good for 30 days."),
    ] {
        story.page("ways-rule", Route::Ways(card), lang).says(&["45 days since May.", listed]);
        story.tell(Msg::StartedReport(card, Aim::Rule(Some("says 45 days since May.".to_owned()))));
        story.page("report-rule-listed", Route::Report(card), lang).says(&[listed]);
    }
}

#[test]
fn a_file_that_says_nothing_is_not_called_known() {
    let (mut story, _) = story();
    for (name, more, says) in [
        ("Corner Shop", "", ["里面什么都没有", "裡面什麼都沒有", "There is nothing in it"]),
        ("AT&T", r#","id":"us-att-prepaid""#, ["里面什么都没有", "裡面什麼都沒有", "There is nothing in it"]),
        ("AT&T", r#","id":"us-att-prepaid","network":"AT&T""#, ["这里都有了", "這裡都有了", "already here"]),
    ] {
        let text = format!(r#"{{"format":"simgauge-carrier","version":1,"name":"{name}"{more},"check":[]}}"#);
        story.tell(Msg::Navigated(Route::Import));
        story.tell(Msg::Carry(Move::Read(Ok(text))));
        for (lang, says) in [Lang::ZhHans, Lang::ZhHant, Lang::En].into_iter().zip(says) {
            story.page("file-empty", Route::Import, lang).says(&[says]);
        }
    }
}

/// What a file says is kept.
fn taken(story: &mut Story, text: &str) {
    let file = CarrierFile::read(text, Date::LAST).unwrap();
    for report in news(&file, &story.model.directory, &story.model.book, &story.moment, Lang::En).unwrap() {
        story.moment.fresh = story.moment.fresh.plus(1);
        let (report, value) = (ReportId(story.moment.fresh), ReportText::of(&report));
        story.event(Change::SavedReport { report, replaces: None, value });
    }
}

#[test]
fn what_a_file_says_instead_names_what_it_stands_for_in_the_readers_words() {
    let (mut story, card) = story();
    let text = r#"{"format":"simgauge-carrier","version":1,"id":"us-att-prepaid","name":"AT&T","check":[
      {"dial":"*778#","sure":"told","on":"2026-11-01","instead":"dial *777#"}],
      "rules":[{"rule":"says","words":"Only 20 days.","sure":"told","on":"2026-11-01","instead":"lasts $10 30 days"}]}"#;
    story.tell(Msg::Navigated(Route::Import));
    story.tell(Msg::Carry(Move::Read(Ok(text.to_owned()))));
    taken(&mut story, text);
    for (lang, says) in [
        (Lang::ZhHans, ["分享的人用它代替“*777#”", "分享的人用它代替“充 $10 起，30 天内有效。”"]),
        (Lang::ZhHant, ["分享的人用它代替「*777#」", "分享的人用它代替「儲值 $10 起，效期 30 天。」"]),
        (Lang::En, ["uses it instead of “*777#”", "uses it instead of “A top-up of $10"]),
    ] {
        story.page("ways-from-file", Route::Ways(card), lang).says(&says);
    }
}

#[test]
fn a_page_that_is_none_of_the_carriers_is_warned_of_before_it_is_taken_in() {
    let (mut story, _) = story();
    let warns = ["不是这家已知的网站", "不是這家已知的網站", "none of the carrier’s known sites"];
    for (id, site, warned) in [
        // An app, or whatever else is named, may lead somewhere too.
        ("us-att-prepaid", "https://evil.example/app.apk", true),
        ("us-att-prepaid", "myOther", false),
        ("us-att-prepaid", "www.att.com.evil.example/pay", true),
        ("us-att-prepaid", "192.168.0.1/pay", true),
        ("us-att-prepaid", "www.att.com/prepaid", false),
        // Another carrier's own, and that of one of which no site is known.
        ("us-att-prepaid", "www.t-mobile.com/pay", true),
        ("th-true", "pay.true.example", true),
        // Nothing is known of where a carrier is that nobody lists, but numbers are nobody's name.
        ("xx-corner", "pay.corner.example", false),
        ("xx-corner", "192.168.0.1/pay", true),
    ] {
        let means = if site.starts_with("https") || site.starts_with("my") { "app" } else { "site" };
        let text = format!(
            r#"{{"format":"simgauge-carrier","version":1,"id":"{id}","name":"Corner","top_up":[
              {{"{means}":"{site}","sure":"told","on":"2026-11-01"}}]}}"#
        );
        story.tell(Msg::Navigated(Route::Import));
        story.tell(Msg::Carry(Move::Read(Ok(text))));
        for (lang, warning) in Lang::ALL.into_iter().zip(warns) {
            let page = story.page("import-site", Route::Import, lang);
            page.says(&[site]);
            assert_eq!(page.text().contains(warning), warned, "{id} {site}: {}", page.text());
        }
    }
}

#[test]
fn a_number_of_another_country_is_called_that_before_and_after_it_is_taken_in() {
    let says = ["另一个国家的号码", "另一個國家的號碼", "Another country’s number"];
    for (fact, foreign) in [
        (r#"{"call":"+53 5 555 0100","sure":"told","on":"2026-11-01"}"#, true),
        (r#"{"text":"+86 138 0010 0100","say":"YE","sure":"told","on":"2026-11-01"}"#, true),
        (r#"{"call":"+1 555 555 0100","sure":"told","on":"2026-11-01"}"#, false),
    ] {
        let (mut story, card) = story();
        let text = format!(
            r#"{{"format":"simgauge-carrier","version":1,"id":"us-att-prepaid","name":"AT&T","check":[{fact}],
            "top_up":[{fact}]}}"#
        );
        story.tell(Msg::Navigated(Route::Import));
        story.tell(Msg::Carry(Move::Read(Ok(text.clone()))));
        let seen = |story: &mut Story, route| {
            for (lang, says) in Lang::ALL.into_iter().zip(says) {
                let page = story.page("foreign", route, lang);
                assert_eq!(page.text().contains(says), foreign, "{fact} {route:?}");
            }
        };
        seen(&mut story, Route::Import);
        taken(&mut story, &text);
        for route in [Route::Ways(card), Route::Pay(card)] {
            seen(&mut story, route);
        }
    }
}

#[test]
fn a_page_that_is_none_of_the_carriers_is_warned_of_wherever_it_stands_and_never_leads() {
    let warns = ["不是这家已知的网站", "不是這家已知的網站", "none of the carrier’s known sites"];
    for (carrier, site, seller, warned) in [
        ("us-att-prepaid", "www.att.com.evil.example/pay", None, true),
        ("us-att-prepaid", "192.168.0.1/pay", None, true),
        ("us-att-prepaid", "www.att.com/prepaid/pay", None, false),
        ("us-att-prepaid", "www.usmobile.com/pay", None, true),
        ("us-att-prepaid", "www.usmobile.com/pay", Some("us-usmobile"), false),
        // The only one that there is for paying.
        ("th-true", "pay.true.example", None, true),
    ] {
        let carrier = Line::parse(carrier);
        let mut story = Story::new();
        let seller = seller.and_then(Line::parse);
        let card = story.card(Card { carrier: carrier.clone(), seller, ..travel() });
        story.entry(card, 0, check(left(0), Source::Text));
        for (purpose, by) in [(Purpose::Check, By::File), (Purpose::TopUp, By::File), (Purpose::TopUp, By::Me)] {
            story.moment.fresh = story.moment.fresh.plus(1);
            let tells = match by {
                By::File => Tells::Way { purpose, instead: None, way: Contact::new(Means::Website, site, "").unwrap() },
                // Whoever followed it may not have noticed yet.
                By::Me => Tells::Tried { purpose, way: remark(&format!("site {site}")), worked: true },
            };
            let report =
                Report { carrier: carrier.clone().unwrap(), on: Date::parse("2026-11-20").unwrap(), by, tells };
            let value = ReportText::of(&report);
            story.event(Change::SavedReport { report: ReportId(story.moment.fresh), replaces: None, value });
        }
        for route in [Route::Ways(card), Route::Pay(card), Route::RunOut(card)] {
            for (lang, warning) in Lang::ALL.into_iter().zip(warns) {
                let page = story.page("ways-strange", route, lang);
                page.says(&[site]);
                assert_eq!(page.text().contains(warning), warned, "{site} {route:?}: {}", page.text());
                let main = format!("class=\"btn small main\" href=\"https://{site}\"");
                assert!(!warned || !page.html.contains(&main), "{site} leads on {route:?}");
            }
        }
        let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
        assert!(!warned || !file.contains(site), "{site} is in the calendar");
    }
}

#[test]
fn every_report_can_be_removed_in_the_settings_whatever_became_of_its_card() {
    let (mut story, card) = story();
    story.tell(Msg::Reported(card, Tells::NoRule(remark("lasts $10 30 days"))));
    story.moment.fresh = story.moment.fresh.plus(1);
    story.tell(Msg::Reported(card, Tells::Tried { purpose: Purpose::Check, way: remark("call 611"), worked: false }));
    story.tell(Msg::RemovedCard(card));
    for (lang, says) in [
        (Lang::ZhHans, ["对运营商的补充", "充 $10 起，30 天内有效。 · 这条不对", "611 · 你试过，没用"]),
        (Lang::ZhHant, ["對電信業者的補充", "儲值 $10 起，效期 30 天。 · 這條不對", "611 · 你試過，沒用"]),
        (Lang::En, ["Notes on carriers", "good for 30 days. · It is not", "611 · Did not work"]),
    ] {
        story.page("settings-reports", Route::Settings, lang).says(&says);
    }
    let reports: Vec<_> = story.model.book.reports.keys().copied().collect();
    assert_eq!(reports.len(), 2);
    for report in reports {
        story.tell(Msg::RemovedReport(report));
    }
    let page = story.page("settings", Route::Settings, Lang::En);
    assert!(!page.html.contains("Notes on carriers"));
}

#[test]
fn the_form_names_what_is_listed_in_every_language() {
    let (mut story, card) = story();
    for (lang, says) in [
        (Lang::ZhHans, ["查余量的办法", "目录里写的是：*777#", "代码", "核对一遍"]),
        (Lang::ZhHant, ["查用量的方法", "目錄裡寫的是：*777#", "代碼", "核對一次"]),
        (Lang::En, ["A way to check", "Listed: *777#", "Code", "can cost money"]),
    ] {
        let aim = Aim::Way(Purpose::Check, Some("dial *777#".to_owned()));
        story.tell(Msg::StartedReport(card, aim));
        story.page("report", Route::Report(card), lang).says(&says).has("value=\"*777#\"");
        story.tell(Msg::StartedReport(card, Aim::Rule(None)));
        story.page("report-rule", Route::Report(card), lang).has("<textarea id=\"what\"");
        story.tell(Msg::StartedReport(card, Aim::Network));
        story.page("report-network", Route::Report(card), lang).has("value=\"AT&amp;T\"");
    }
}

#[test]
fn somebody_elses_file_is_seen_before_it_is_kept() {
    let (mut story, _) = story();
    let text = r#"{"format":"simgauge-carrier","version":1,"id":"us-att-prepaid","name":"AT&T","network":"Other",
      "check":[{"dial":"*778#","sure":"told","on":"2026-11-01","instead":"dial *777#","worked":"2026-11-02"},
        {"call":"612","from":"+1 555 010 0199","menu":"3 1","asks":"data","cost":"free","where":"abroad",
          "sure":"told","on":"2026-11-01"}],
      "rules":[{"rule":"says","words":"Every <b>28</b> days.","sure":"told","on":"2026-11-01"}]}"#;
    let terms = |lang| [WaysWord::Free, WaysWord::Abroad, WaysWord::AsksData].map(|word| word.say(lang));
    for (lang, says) in [
        (Lang::ZhHans, ["AT&T 预付费", "别人写的，没有核实过", "目录里写的是：*777#", "分享的人试过，有用"]),
        (Lang::ZhHant, ["AT&T 預付卡", "別人寫的，沒有查證過", "目錄裡寫的是：*777#", "分享的人試過，有用"]),
        (Lang::En, ["AT&T Prepaid", "nobody verified it", "Listed: *777#", "Worked for whoever shared it"]),
    ] {
        let terms = terms(lang);
        story.tell(Msg::Navigated(Route::Import));
        story.tell(Msg::Carry(Move::Read(Ok(text.to_owned()))));
        let page = story.page("import-carrier", Route::Import, lang);
        // All of what would be kept, and not the first number alone.
        page.says(&says)
            .says(&["*778#", "Other", "+1 555 010 0199", "3 1"])
            .says(&terms)
            .has("Every &lt;b&gt;28&lt;/b&gt; days.");
    }
    for (text, answers) in [
        (
            text.replace("*778#", "javascript:alert(1)"),
            [
                "“查余量的办法”第 1 条的“代码”填得不对",
                "「查用量的方法」第 1 筆的「代碼」填得不對",
                "Ways to check, no. 1: “Code” is not right",
            ],
        ),
        (
            text.replace(r#","on":"2026-11-01","instead""#, r#","instead""#),
            [
                "“查余量的办法”第 1 条缺“日期和时间”",
                "「查用量的方法」第 1 筆缺少「日期與時間」",
                "Ways to check, no. 1: “Date and time” is missing",
            ],
        ),
        // What no form has a word for is not named by the file's own.
        (
            text.replacen(r#""sure":"told""#, r#""sure":"certain""#, 1),
            ["第 1 条读不出来", "第 1 筆讀不出來", "Ways to check, no. 1, can’t be read"],
        ),
        (text.replace("\"612\"", "\"911\""), ["紧急求助的号码", "緊急求助的號碼", "This is an emergency number"]),
        (
            text.replace("*778#", "*724245551234"),
            ["可能改来电转接等设置", "可能更改來電轉接等設定", "may change call forwarding"],
        ),
        (text.replace("*778#", "1-900-555-0100"), ["高价收费的号码", "高額付費的號碼", "This is a premium number"]),
        (text.replace("\"version\":1", "\"version\":9"), ["来自更新的版本", "來自較新的版本", "A newer version made"]),
    ] {
        for (lang, answer) in Lang::ALL.into_iter().zip(answers) {
            story.tell(Msg::Navigated(Route::Import));
            story.tell(Msg::Carry(Move::Read(Ok(text.clone()))));
            story.page("import-carrier-refused", Route::Import, lang).says(&[answer]);
        }
    }
}

#[test]
fn a_carrier_that_was_typed_as_the_list_writes_it_is_named_in_the_readers_language() {
    let mut story = Story::new();
    for (typed, names) in [
        ("中国移动", ["中国移动", "中國移動", "China Mobile"]),
        ("cn-mobile", ["中国移动", "中國移動", "China Mobile"]),
        ("街角小店", ["街角小店", "街角小店", "街角小店"]),
    ] {
        let card = story.card(Card { carrier: Line::parse(typed), ..travel() });
        for (lang, name) in Lang::ALL.into_iter().zip(names) {
            story.page("named", Route::Card(card), lang).says(&[name]);
        }
    }
}

#[test]
fn a_carrier_is_shared_under_a_title_that_says_so() {
    let (mut story, card) = Story::travelling();
    for (lang, title, file) in [
        (Lang::ZhHans, "分享这家运营商", "下载文件"),
        (Lang::ZhHant, "分享這家電信業者", "下載檔案"),
        (Lang::En, "Share this carrier", "Download the file"),
    ] {
        let page = story.page("ways-share", Route::Ways(card), lang);
        page.says(&[file]).silent(&["另存为文件", "另存為檔案", "Save as a file"]);
        assert!(page.html.contains(&format!("<summary>{title}</summary>")), "{}", page.html);
    }
    story.tell(Msg::Carry(Move::CanShare(true)));
    story.page("ways-share-sheet", Route::Ways(card), Lang::ZhHans).says(&["分享文件…", "下载文件"]);
}

#[test]
fn a_carrier_of_ones_own_shows_what_was_said_of_it() {
    let mut story = Story::new();
    let card = story.card(Card { carrier: Line::parse("Corner Shop Mobile"), ..travel() });
    for (lang, says) in [(Lang::ZhHans, "补充或改正"), (Lang::ZhHant, "補充或更正"), (Lang::En, "Add or correct")]
    {
        story.page("ways-unknown", Route::Ways(card), lang).says(&[says]);
    }
    let way = Contact::new(Means::Call, "611", "").and_then(|way| way.with_menu("1 2")).unwrap();
    story.tell(Msg::Reported(card, Tells::Way { purpose: Purpose::Check, instead: None, way }));
    for (lang, says) in [
        (Lang::ZhHans, ["你加的，11月21日", "接通后按 1 2", "删除"]),
        (Lang::ZhHant, ["你加的，11月21日", "接通後按 1 2", "刪除"]),
        (Lang::En, ["Added by you, Nov 21", "Then press 1 2", "Remove"]),
    ] {
        story.page("ways-own", Route::Ways(card), lang).says(&says).has("href=\"tel:611\"");
    }
}
