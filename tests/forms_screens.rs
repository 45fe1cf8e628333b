//! The forms as markup, rendered natively in three languages: what a person finds on them.
//!
//! With `SIM_GAUGE_PAGES` set to a folder, each is also written there, to be looked at.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod person;

use person::{Person, Place, start, utc};
use sim_gauge::app::form::Field;
use sim_gauge::app::*;
use sim_gauge::domain::{CardId, Date};
use sim_gauge::i18n::Lang;
use sim_gauge::sms::{Answer, Verdict};
use sim_gauge::web::{Page, PageProps};
use std::future::Future;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::Callback;

const REPLY: &str = "Ultra Mobile: Plan renews 12/04/2026. Data: 1.83 GB / 3 GB. Balance: $5.00. Reply HELP for help.";

impl Person {
    /// At a form in that language; the time stands still.
    fn new(lang: Lang) -> Self {
        let start = Start { lang: Some(lang.tag().to_owned()), languages: Vec::new(), ..start("") };
        Self::opens(start, Place::shanghai(), utc("2026-11-20T20:00"))
    }

    fn card(&mut self, name: &str) -> CardId {
        self.adds(&[(Field::Name, name), (Field::Plan, "3"), (Field::Currency, "USD")])
    }

    fn page(&self) -> String {
        let (model, moment) = (Rc::new(self.model.clone()), Rc::new(self.moment()));
        let props = move || PageProps { model, moment, send: Callback::noop() };
        let rendering = yew::LocalServerRenderer::<Page>::with_props(props()).hydratable(false).render();
        let mut rendering = std::pin::pin!(rendering);
        for _ in 0..1000 {
            if let Poll::Ready(html) = rendering.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                return html;
            }
        }
        panic!("the page waits for something");
    }
}

/// A form in three languages. In each it has one heading, every label belongs to a field, every
/// button has a name, and the same fields are there.
fn check(name: &str, fill: impl Fn(&mut Person)) -> [String; 3] {
    let pages = Lang::ALL.map(|lang| {
        let mut person = Person::new(lang);
        fill(&mut person);
        let html = person.page();
        keep(name, lang, &html);
        // What is no balance has nothing to be put right.
        let form = person.model.form().unwrap();
        let review = (form.get(Field::Mode) == "paste")
            .then(|| sim_gauge::app::screen::review(form, &person.model.book, &person.moment()));
        let refused = review.flatten().is_some_and(|review| review.reading.verdict != Verdict::Reading);
        assert_eq!(html.contains(r#"type="submit""#), !refused, "{name}: it can be sent off");
        html
    });
    for html in &pages {
        assert_eq!(html.matches("<h1").count(), 1, "{name}: one heading\n{html}");
        assert!(!html.contains(" style=") && !html.contains("onclick="), "{name}: nothing inline");
        let ids: Vec<&str> = attributes(html, "id").collect();
        for (place, id) in ids.iter().enumerate() {
            assert!(!ids[..place].contains(id), "{name}: {id} twice");
        }
        for of in ["for", "aria-describedby", "aria-labelledby"] {
            for id in attributes(html, of).flat_map(str::split_whitespace) {
                assert!(ids.contains(&id), "{name}: nothing has the id {id} of {of}");
            }
        }
    }
    let fields = |html: &str| attributes(html, "id").map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(fields(&pages[0]), fields(&pages[1]), "{name}: 繁體 has the same fields");
    assert_eq!(fields(&pages[0]), fields(&pages[2]), "{name}: English has the same fields");
    pages
}

fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let rest = html.match_indices(&start).map(|(at, found)| at + found.len()).collect::<Vec<_>>();
    rest.into_iter().map(move |at| html[at..].split('"').next().unwrap_or(""))
}

fn keep(name: &str, lang: Lang, html: &str) {
    let Ok(folder) = std::env::var("SIM_GAUGE_PAGES") else { return };
    let styles =
        ["style.css", "screens.css", "forms.css"].map(|file| std::fs::read_to_string(format!("www/{file}")).unwrap());
    for theme in ["light", "dark"] {
        let page = format!(
            "<!doctype html><html lang=\"{}\" data-theme=\"{theme}\"><meta charset=utf-8>\
             <meta name=viewport content=\"width=device-width\"><style>{}</style><body><div id=app>{html}</div></body></html>",
            lang.tag(),
            styles.join("\n"),
        );
        std::fs::write(format!("{folder}/{name}.{}.{theme}.html", lang.tag()), page).unwrap();
    }
}

fn says(pages: &[String; 3], words: [&str; 3]) {
    for (html, words) in pages.iter().zip(words) {
        assert!(html.contains(words), "{words} is not on\n{html}");
    }
}

#[test]
fn a_check_without_a_card_offers_to_add_one() {
    let pages = check("check-no-card", |person| {
        person.go(Route::Log(None));
    });
    says(&pages, ["还没有卡", "還沒有卡", "No card yet"]);
    says(&pages, ["href=\"#/add\"", "href=\"#/add\"", "href=\"#/add\""]);
}

#[test]
fn a_card_without_a_plan_is_asked_for_its_money_too() {
    for (plan, open) in [("5", false), ("", true)] {
        let pages = check("check-money", |person| {
            let card = person.card("旅行卡");
            person.go(Route::EditCard(card)).fill(&[(Field::Plan, plan)]).tell(Msg::Submitted);
            person.go(Route::Log(Some(card))).fill(&[(Field::Mode, "type")]);
        });
        for page in pages {
            let (before, folded) = page.split_once("<details").unwrap();
            assert_eq!(
                (before.contains("id=\"money\""), folded.contains("id=\"money\"")),
                (open, !open),
                "{plan}: {page}"
            );
        }
    }
}

#[test]
fn a_check_is_pasted_at_a_tap() {
    let pages = check("check-empty", |person| {
        let card = person.card("旅行卡");
        person.go(Route::Log(Some(card)));
    });
    says(&pages, ["粘贴", "貼上", "Paste"]);
}

#[test]
fn a_refused_clipboard_says_how_to_paste_by_hand() {
    let pages = check("check-refused", |person| {
        let card = person.card("旅行卡");
        person.go(Route::Log(Some(card))).tell(Msg::ReadClipboard(Err(ClipboardFault::Refused)));
    });
    says(&pages, ["长按", "長按", "Press and hold"]);
}

#[test]
fn a_code_is_no_balance() {
    let pages = check("check-code", |person| {
        let card = person.card("旅行卡");
        person.go(Route::Log(Some(card)));
        person.typed(Field::Reply, "123456 is your verification code. Do not share it.");
    });
    says(&pages, ["role=\"status\"", "role=\"status\"", "role=\"status\""]);
}

#[test]
fn a_top_up_in_a_reply_is_offered_to_be_logged() {
    let pages = check("check-top-up", |person| {
        let card = person.card("北方卡");
        person
            .go(Route::Log(Some(card)))
            .typed(Field::Reply, "Your top up of $50 is complete. Balance: $88.50. Data left: 1 GB.");
    });
    says(&pages, ["记一笔充值", "記一筆儲值", "Log a top-up"]);
}

#[test]
fn what_is_odd_is_asked_about_and_the_top_up_is_filled_in_from_there() {
    let typed = |said: &'static str, figure: &'static str| {
        move |person: &mut Person| {
            let card = person.card("北方卡");
            person.go(Route::Log(Some(card))).typed(Field::Mode, "type").typed(Field::Said, "left");
            person.typed(Field::Figure, "1").tell(Msg::Submitted);
            person.go(Route::Log(Some(card))).typed(Field::Mode, "type").typed(Field::Said, said);
            person.typed(Field::Figure, figure);
        }
    };
    let pages = check("odd-rose", typed("left", "2.5"));
    says(&pages, ["比上次的 1\u{a0}GB", "比上次的 1\u{a0}GB", "This is more than the 1\u{a0}GB of last time"]);
    says(&pages, ["记一笔充值", "記一筆儲值", "Log a top-up"]);
    let pages = check("odd-used", typed("used", "25"));
    says(
        &pages,
        [
            "已用 25\u{a0}GB，比总共的 3\u{a0}GB 还多",
            "已用 25\u{a0}GB，比總共的 3\u{a0}GB 還多",
            "25\u{a0}GB used is more than the 3\u{a0}GB",
        ],
    );
    let pages = check("odd-card", |person| {
        person.go(Route::AddCard).typed(Field::Validity, "until").typed(Field::Until, "2020-01-01");
    });
    says(&pages, ["2020年1月1日已经过了", "2020年1月1日已經過了", "Jan 1, 2020 is already over"]);
    let pages = check("top-up-beside", |person| {
        let card = person.card("北方卡");
        person.go(Route::Log(Some(card))).typed(Field::Reply, "Your top up of $50 is complete. Balance: $88.50.");
        person.tell(Msg::StartedTopUp(card));
    });
    says(&pages, ["value=\"50\""; 3]);
}

#[test]
fn of_two_figures_it_is_asked_which_is_the_balance() {
    let pages = check("check-two", |person| {
        let card = person.card("北方卡");
        person.go(Route::Log(Some(card))).typed(Field::Reply, "每日剩余 300MB，总剩余 4.2GB");
    });
    says(&pages, ["“剩余流量”是哪一个？", "「剩餘流量」是哪一個？", "Which of these is “Remaining data”?"]);
}

#[test]
fn two_balances_of_one_kind_can_be_taken_together() {
    let paste = |person: &mut Person| {
        let card = person.card("北方卡");
        person.go(Route::Log(Some(card))).typed(Field::Reply, "4G流量剩余2.5GB，5G流量剩余8GB");
    };
    let pages = check("check-together", paste);
    says(&pages, ["一共 10.5", "一共 10.5", "Together 10.5"]);
    // Of several units no answer is the sum of others, whatever the digits come to.
    // Nor is one that happens to be as much as two others, where nobody takes them together.
    let hotspot = "1 GB of hotspot data left. 2 GB of hotspot data left. 3 GB of hotspot data left.";
    let nothing = "4G流量剩余0GB，5G流量剩余8GB";
    for reply in ["已用2GB。已用510MB。已用512MB", "剩余2GB。剩余510MB。剩余512MB", hotspot, nothing] {
        for html in check("check-apart", |person| {
            let card = person.card("北方卡");
            person.go(Route::Log(Some(card))).typed(Field::Reply, reply);
        }) {
            assert!(html.contains("class=\"question\""), "it is asked: {html}");
            assert!(!html.contains("一共 ") && !html.contains("Together"), "{reply}: {html}");
        }
    }
    let pages = check("check-together-taken", |person| {
        paste(person);
        person.tell(Msg::Answered(0, Some(Answer::Choice(2))));
    });
    for html in &pages {
        assert_eq!(html.matches("<mark class=\"sure\">").count(), 2, "both are marked: {html}");
        assert!(
            !html.contains("不会记下来") && !html.contains("is not logged"),
            "neither of them is said not to be logged: {html}"
        );
    }
}

#[test]
fn a_reply_that_is_not_understood_is_explained() {
    let paste = |person: &mut Person| {
        let card = person.card("北方卡");
        person.go(Route::Log(Some(card))).typed(Field::Reply, "POLAR\nKvota 812\nPott 4.56 GB");
    };
    let pages = check("teach", paste);
    says(&pages, ["轻点余量的数字", "輕點剩餘流量的數字", "Tap the figure of your balance"]);
    for html in &pages {
        assert_eq!(html.matches("class=\"tell\"").count(), 2, "both figures are buttons: {html}");
        assert!(!html.contains("class=\"question\""), "nothing is asked before one is tapped");
    }
    let tap = |person: &mut Person| {
        paste(person);
        person.typed(Field::Tapped, "12 left");
    };
    let pages = check("teach-unit", tap);
    says(&pages, ["单位是？", "單位是？", "In which unit?"]);
    let told = |person: &mut Person| {
        tap(person);
        person.typed(Field::Taught, "12 left MB");
    };
    let pages = check("teach-told", told);
    says(&pages, ["按你教的", "依你教的", "As you taught"]);
    says(&pages, ["保存时会记住", "儲存時會記住", "Remembered when you save"]);
    let little = check("teach-little", |person| {
        let card = person.card("北方卡");
        person.go(Route::Log(Some(card))).typed(Field::Reply, "R 812").typed(Field::Taught, "2 left MB");
    });
    says(&little, ["下次认不出来", "下次認不出來", "too little around it"]);
}

#[test]
fn one_thing_is_asked_of_a_reply_that_is_not_understood() {
    let paste = |text: &'static str| {
        check("not-understood", |person| {
            let card = person.card("北方卡");
            person.go(Route::Log(Some(card))).typed(Field::Reply, text);
        })
    };
    let instead = ["改用手动输入", "改用手動輸入", "type it in instead"];
    for (page, instead) in paste("Kvota 812").iter().zip(instead) {
        assert!(!page.contains(instead), "{page}");
    }
    says(&paste("Kvota"), instead);
    // It is about money as well.
    let few = paste("您的话费余额不足10元");
    says(&few, ["这只说所剩不多", "這只說所剩不多", "little is left"]);
    assert!(few.iter().all(|page| !page.contains("流量不多")));
    // What is written from the right stands there so.
    says(&few, ["dir=\"auto\""; 3]);
}

#[test]
fn of_many_messages_few_stand_open() {
    let text = |count: i32| -> String {
        let day = |ago: i32| Date::parse("2026-11-20").unwrap().plus_days(-ago).unwrap();
        (0..count).map(|i| format!("{} 09:00\nYou have {}.5 GB left\n", day(count - 1 - i), 90 - i)).collect()
    };
    let paste = |count: i32, message: &'static str| {
        check("many", |person| {
            let card = person.card("北方卡");
            person.go(Route::Log(Some(card))).typed(Field::Reply, &text(count));
            if !message.is_empty() {
                person.typed(Field::Message, message);
            }
        })
    };
    let pages = paste(20, "");
    says(&pages, ["另外 16 条", "另外 16 則", "16 more"]);
    let (open, folded) = pages[2].split_once("<details").unwrap();
    assert!(open.find("71.5 GB") < open.find("72.5 GB"), "the newest stands first");
    assert!(open.contains("74.5 GB") && !open.contains("75.5 GB") && folded.contains("90.5 GB"), "{open}");
    // An older one that is meant is not hidden.
    let pages = paste(20, "0");
    assert!(pages[2].split_once("<details").unwrap().0.contains("90.5 GB"));
    says(&paste(80, ""), ["更早的没有列出来", "較早的沒有列出來", "older ones are left out"]);
    assert!(!paste(3, "")[2].contains(" more</summary>"));
}

#[test]
fn texts_that_were_kept_can_be_taken_away() {
    let words = ["已存的也去掉", "已存的也拿掉", "take away those kept so far"];
    let edit = |logs: bool, texts: &'static str| {
        check("card-texts", |person| {
            let card = person.card("北方卡");
            if logs {
                person.pastes(card, "You have 1.2 GB left.").tell(Msg::Submitted);
            }
            person.go(Route::EditCard(card)).typed(Field::Texts, texts);
        })
    };
    assert!(edit(false, "dropped").iter().zip(words).all(|(page, words)| !page.contains(words)));
    says(&edit(true, "dropped"), words);
    let back = ["更改记录和备份里还有", "變更紀錄和備份裡還有", "All changes and backups have them"];
    says(&edit(true, "forgotten"), back);
    let pages = check("check-text", |person| {
        let card = person.card("北方卡");
        person.pastes(card, "You have 1.2 GB left.").tell(Msg::Submitted);
        let entry = person.last_entry();
        person.go(Route::EditEntry(entry)).typed(Field::Texts, "forgotten");
    });
    says(&pages, ["保存时删掉这条原文", "儲存時刪除這則原文", "Delete this text when saving"]);
    says(&pages, back);
}

#[test]
fn money_is_in_the_currency_of_the_card_that_is_chosen() {
    let pages = check("no-card-yet", |person| {
        person.card("北方卡");
        person.card("南方卡");
        person.go(Route::Log(None)).fill(&[(Field::Mode, "paste"), (Field::Reply, "餘額$45.20")]);
    });
    says(&pages, ["货币按选定的那张卡", "幣別依選定的那張卡", "In the currency of the card you choose"]);
}

#[test]
fn a_reply_is_reviewed() {
    let fill = |person: &mut Person| {
        person.card("香港卡");
        let card = person.card("美国旅行卡");
        person.go(Route::Log(Some(card))).tell(Msg::ReadClipboard(Ok(REPLY.to_owned())));
    };
    let pages = check("reply", fill);
    says(&pages, ["是剩下的，还是用掉的？", "是剩下的，還是用掉的？", "what is left, or what is used?"]);
    let question = pages[0].split("class=\"question\"").nth(1).unwrap().split("</fieldset>").next().unwrap();
    assert!(!question.contains("aria-pressed=\"true\""), "nothing is preselected");
    // Nothing says in which order this card's dates are written.
    let pages = check("reply-day", |person| {
        let card = person.card("旅行卡");
        person.go(Route::EditCard(card)).typed(Field::Currency, "EUR").tell(Msg::Submitted);
        person.go(Route::Log(Some(card))).typed(Field::Reply, "You have 1.2 GB left. Your plan expires on 01/02/2027.");
    });
    says(&pages, ["2027年2月1日", "2027年2月1日", "Feb 1, 2027"]);
    check("reply-tried", |person| {
        fill(person);
        person.tell(Msg::Submitted);
    });
    check("reply-answered", |person| {
        fill(person);
        for figure in 0..6 {
            person.tell(Msg::Answered(figure, Some(if figure == 0 { Answer::Skip } else { Answer::Choice(0) })));
        }
    });
}

#[test]
fn a_reply_that_was_logged_before_says_when() {
    let pages = check("reply-again", |person| {
        let card = person.card("美国旅行卡");
        let log = |person: &mut Person| {
            person.go(Route::Log(Some(card))).tell(Msg::ReadClipboard(Ok("You have 1.2 GB of data left.".to_owned())));
        };
        log(person);
        person.tell(Msg::Submitted);
        log(person);
    });
    says(&pages, ["记过了", "記過了", "logged before"]);
}

#[test]
fn a_check_is_typed() {
    let fill = |person: &mut Person| {
        person.card("香港卡");
        let card = person.card("美国旅行卡");
        person.go(Route::Log(Some(card))).typed(Field::Mode, "type");
    };
    check("typed", fill);
    check("typed-wrong", |person| {
        fill(person);
        person
            .typed(Field::Figure, "-5")
            .typed(Field::Total, "99999999999999999999")
            .typed(Field::Expires, "2101-01-01");
        person.typed(Field::When, "earlier").typed(Field::At, "2027-01-01T09:00").tell(Msg::Submitted);
    });
    check("typed-percent", |person| {
        fill(person);
        person.typed(Field::Said, "left-percent").typed(Field::Figure, "45").typed(Field::When, "yesterday");
    });
}

#[test]
fn a_typed_check_is_edited() {
    check("check-edit", |person| {
        let card = person.card("美国旅行卡");
        person.go(Route::Log(Some(card))).typed(Field::Mode, "type").typed(Field::Said, "left");
        person.typed(Field::Figure, "1.83").tell(Msg::Submitted);
        let entry = person.last_entry();
        person.go(Route::EditEntry(entry));
    });
}

#[test]
fn a_card_is_added_and_edited() {
    let pages = check("card", |person| {
        person.go(Route::AddCard);
    });
    says(&pages, ["保存（还差 1 项）", "儲存（還差 1 項）", "Save (1 to go)"]);
    let pages = check("card-tried", |person| {
        person.go(Route::AddCard).typed(Field::Validity, "days").typed(Field::Carrier, "other");
        person.typed(Field::Number, "12").typed(Field::ThresholdKind, "amount").tell(Msg::Submitted);
    });
    // A name and the days are missing, and the number is wrong.
    says(&pages, ["保存（3 项要改）", "儲存（3 項要改）", "Save (3 to fix)"]);
    check("card-edit", |person| {
        let card = person.card("美国旅行卡");
        person.go(Route::EditCard(card));
    });
    let left = check("card-restored", |person| {
        person.go(Route::AddCard).typed(Field::Name, "旅行卡").go(Route::Home).go(Route::AddCard);
    });
    says(&left, ["上次没填完", "上次沒填完", "where you left off"]);
}

#[test]
fn a_figure_typed_on_another_day_says_of_when_it_is() {
    let pages = check("check-restored-later", |person| {
        let card = person.card("美国旅行卡");
        person.go(Route::Log(Some(card))).typed(Field::Mode, "type").typed(Field::Figure, "1.2");
        person.go(Route::Home).days(2).go(Route::Log(Some(card)));
    });
    says(&pages, ["还在 · 11月", "還在 · 11月", "left off · Nov"]);
    // Where it came from is said, though it can be put right only behind a fold.
    says(&pages, ["<small>App</small>", "<small>App</small>", "<small>App</small>"]);
}

/// A top-up that was left half-filled is of today when it is gone on with: how old the rest of it is stands above it.
#[test]
fn what_was_paid_for_and_left_half_filled_says_since_when() {
    let restored = |name, days| {
        check(name, |person| {
            let card = person.card("美国旅行卡");
            person.go(Route::TopUp(card)).typed(Field::Data, "1").go(Route::Home);
            person.days(days).go(Route::TopUp(card));
        })
    };
    says(&restored("top-up-restored-later", 2), ["还在 · 11月", "還在 · 11月", "left off · Nov"]);
    let pages = restored("top-up-restored", 0);
    says(&pages, ["还在<", "還在<", "left off<"]);
}

#[test]
fn a_rise_names_the_payment_that_waits_and_what_is_less_than_said_is_told() {
    let pages = check("check-rose-waits", |person| {
        let card = person.card("美国旅行卡");
        person.pastes(card, "You have 1 GB of data left.").tell(Msg::Submitted);
        person.days(1).go(Route::TopUp(card)).typed(Field::Data, "1").typed(Field::Arrival, "pending");
        person.tell(Msg::Submitted).days(1).pastes(card, "You have 1.9 GB of data left.");
    });
    says(&pages, ["是它到账了吗", "是它入帳了嗎", "still marked as not arrived"]);
    says(&pages, [">到账了<", ">入帳了<", ">It has arrived<"]);
    for html in &pages {
        assert!(!html.contains("其间没有记过充值") && !html.contains("no top-up logged"), "one was logged: {html}");
    }
    let pages = check("check-day", |person| {
        let card = person.card("美国旅行卡");
        person.pastes(card, "As of 11/18 you have 60% of your data left.");
    });
    says(&pages, ["没写几点", "沒寫幾點", "no hour"]);
    says(&pages, ["百分比按一共", "百分比以總共", "percentage is taken of"]);
}

#[test]
fn a_top_up_is_logged_and_edited() {
    let fill = |person: &mut Person| {
        let card = person.card("美国旅行卡");
        person.go(Route::TopUp(card));
    };
    check("top-up", fill);
    let pages = check("top-up-wrong", |person| {
        fill(person);
        person
            .typed(Field::Data, "1")
            .typed(Field::Expires, "2026-11-01")
            .typed(Field::Effect, "queue")
            .tell(Msg::Submitted);
    });
    says(&pages, ["早于", "早於", "before the top-up"]);
    check("top-up-edit", |person| {
        fill(person);
        person.typed(Field::Data, "1").tell(Msg::Submitted);
        let entry = person.last_entry();
        person.go(Route::EditEntry(entry));
    });
}

#[test]
fn a_keep_alive_is_logged() {
    check("keep", |person| {
        let card = person.card("家里的号码");
        person.go(Route::KeepAlive(card)).typed(Field::Act, "fee").typed(Field::Fee, "8");
    });
}

#[test]
fn when_it_was_paid_can_be_corrected_where_it_arrived_later() {
    let edited = |person: &mut Person, later: i64| {
        let card = person.card("旅行卡");
        person.go(Route::TopUp(card)).fill(&[(Field::Data, "2"), (Field::Arrival, "pending")]).tell(Msg::Submitted);
        let entry = person.last_entry();
        person.hours(later).tell(Msg::SawArrival(entry)).go(Route::EditEntry(entry));
    };
    let pages = check("top-up-paid-before", |person| edited(person, 5));
    says(&pages, ["什么时候付的", "什麼時候付的", "When it was paid"]);
    says(&pages, ["value=\"2026-11-21T04:00\""; 3]);
    let pages = check("top-up-paid-and-there", |person| edited(person, 0));
    assert!(!pages[2].contains("When it was paid"), "it arrived as it was paid for");
    // Nobody corrects the time of an arrival that there is none of.
    let pages = check("top-up-waits-again", |person| {
        edited(person, 5);
        person.typed(Field::Arrival, "pending");
    });
    assert!(!pages[2].contains("When it was paid"), "it has not arrived");
    let pages = check("top-up-paid-later", |person| {
        edited(person, 5);
        person.typed(Field::At, "2026-11-20T12:00");
    });
    says(&pages, ["付款不会晚于到账", "付款不會晚於入帳", "It cannot arrive before it was paid for"]);
}

#[test]
fn what_was_typed_for_a_card_that_is_gone_is_said_to_wait() {
    let mut person = Person::new(Lang::En);
    let card = person.card("New SIM");
    person.types(card, "left", "1.5").go(Route::Home).tell(Msg::RemovedCard(card)).go(Route::Log(Some(card)));
    let html = person.page();
    assert!(html.contains("Nothing here") && html.contains("You have an unfinished balance"), "{html}");
    assert!(!html.contains("<form"), "{html}");
}

#[test]
fn what_goes_on_slowly_once_used_up_is_not_said_to_be_unlimited() {
    let reply = "Unlimited. You have used 18.9 GB. Speeds reduced after 20GB";
    let pages = check("slows", |person| {
        let card = person.card("Here");
        person.pastes(card, reply);
    });
    says(&pages, ["用完后限速，还能用", "用完後降速，仍可用", "Goes on slowly once used up"]);
    let values = |page: &str| page.matches(">Unlimited<").count() + page.matches(">不限量<").count();
    assert_eq!(pages.each_ref().map(|page| values(page)), [0, 0, 0]);
}
