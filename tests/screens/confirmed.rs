//! A reply that says that something arrived: which payment it is about, and what the sheet ends with.

use crate::after::pending;
use crate::story::{Seen, Story, gb, travel};
use sim_gauge::app::form::Field;
use sim_gauge::app::{Effect, Mode, Msg, Route};
use sim_gauge::domain::{Arrival, Base, Card, CardId, Currency, EntryId, Fact, Line};
use sim_gauge::i18n::Lang;

const LANGS: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

impl Story {
    fn receives(&mut self, card: CardId, text: &str, lang: Lang) -> Seen {
        let log = Route::Log(Some(card));
        self.tell(Msg::StartedLog(Some(card), Mode::Paste));
        self.tell(Msg::Navigated(log));
        if self.tell(Msg::Typed(Field::Reply, text.to_owned())).contains(&Effect::FetchDirectory) {
            self.tell(Msg::FetchedDirectory(self.directory.clone()));
        }
        self.page("confirmed", log, lang)
    }

    fn waiting(payments: &[(Option<i64>, Option<i64>)]) -> (Self, CardId, Vec<EntryId>) {
        let (mut story, card) = Self::travelling();
        let pay = |story: &mut Self, (data, sum)| story.entry(card, 1, pending(data, sum, ""));
        let entries = payments.iter().map(|payment| pay(&mut story, *payment)).collect();
        (story, card, entries)
    }
}

/// The buttons that the sheet ends with, the main one marked.
fn bar(page: &Seen) -> String {
    let Some((_, bar)) = page.html.split_once("<div class=\"bar\">") else { return String::new() };
    let bar = bar.split_once("</div>").unwrap().0;
    let button = |part: &str| {
        let (tag, rest) = part.split_once('>').unwrap();
        let main = if tag.contains("main") { "*" } else { "" };
        [main, rest.split('<').next().unwrap()].concat()
    };
    bar.split("<button").skip(1).map(button).collect::<Vec<_>>().join(" | ").replace('\u{a0}', " ")
}

#[test]
fn a_payment_that_went_through_is_the_one_that_waits() {
    for (text, says) in [
        ("Your payment of $15 was successful", true),
        ("Your payment of $15.00 was successful. Thank you!", true),
        ("Payment received. Thank you for your payment of $15", true),
        ("Your recharge was successful.", true),
        ("Top-up successful!", true),
        ("充值成功", true),
        ("充值成功 15元", true),
        ("付款成功，金额 $15.00", true),
        // What did not happen, what is another's, and what is no payment.
        ("Your payment of $15 failed", false),
        ("Your payment of $15 to Starbucks was successful", false),
        ("AutoPay: $15 will be charged on 12/1", false),
        ("You have successfully logged in", false),
    ] {
        let (mut story, card, _) = Story::waiting(&[(None, Some(15))]);
        for (lang, arrived) in LANGS.into_iter().zip(["到账了", "入帳了", "It has arrived"]) {
            let page = story.receives(card, text, lang);
            assert_eq!(bar(&page) == format!("*{arrived}"), says, "{text}: {}", bar(&page));
        }
        // Where nothing waits, nothing has arrived.
        let (mut story, card, _) = Story::waiting(&[]);
        let page = story.receives(card, text, Lang::En);
        assert!(!bar(&page).contains("arrived"), "{text}: {}", bar(&page));
    }
}

#[test]
fn the_balance_beside_it_is_kept_once_it_has_arrived() {
    let text = "We added 3 GB. You now have 4.8 GB";
    let (mut story, card, paid) = Story::waiting(&[(Some(300), Some(15))]);
    for (lang, buttons) in LANGS.into_iter().zip([
        "保存 | *到账了，一起保存",
        "儲存 | *入帳了，一起儲存",
        "Save | *It has arrived: save both",
    ]) {
        assert_eq!(bar(&story.receives(card, text, lang)), buttons);
    }
    // One tap does both, and one undo takes both back.
    story.tell(Msg::SawArrival(paid[0]));
    story.page("confirmed-saved", Route::Home, Lang::En).says(&["4.8 GB"]).silent(&["not there yet"]);
    let undo = story.model.undo.unwrap();
    story.tell(Msg::Undid(undo.event));
    story.page("confirmed-undone", Route::Home, Lang::En).says(&["not there yet"]).silent(&["4.8 GB"]);
    // Where something is to be said about the balance first, what arrived is not offered to be logged once more.
    let text = "We added 3 GB. You have 4.8 GB left. You have 4.6 GB left.";
    assert_eq!(bar(&story.receives(card, text, Lang::En)), "Save (1 to go) | *It has arrived");
    story.tell(Msg::SawArrival(paid[0]));
    let page = story.page("confirmed-open", Route::Log(Some(card)), Lang::En);
    page.silent(&["Log a top-up", "It has arrived"]);
    assert_eq!(bar(&page), "*Save (1 to go)");
    // What the reply does not tell of leaves what it does tell to be logged.
    let (mut other, its, waits) = Story::waiting(&[(Some(300), None)]);
    other.receives(its, "8GB has been added. You have 9.2 GB of data left. You have 9.4 GB left.", Lang::En);
    other.tell(Msg::SawArrival(waits[0]));
    let page = other.page("confirmed-other", Route::Log(Some(its)), Lang::En);
    page.says(&["Log a top-up"]);
    // Another reply may tell of another one.
    story.receives(card, "We added 2 GB. You now have 4.8 GB", Lang::En).says(&["Log a top-up"]);
}

#[test]
fn a_confirmation_of_another_amount_is_asked_about() {
    for (text, same) in [
        ("8GB has been added to your plan.", Some(false)),
        ("3GB has been added to your plan.", Some(true)),
        ("3072 MB has been added to your plan.", Some(true)),
        ("$20.00 was added to your account.", Some(false)),
        ("$15.00 was added to your account.", Some(true)),
        ("Your payment of $20 was successful", Some(false)),
        ("Your payment of $15 was successful", Some(true)),
        // Data and the sum: one of them says which.
        ("$20 received: 3GB has been added to your plan.", Some(true)),
        // Euros are not compared with dollars.
        ("Your payment of 20 EUR was successful", Some(true)),
    ] {
        let (mut story, card, _) = Story::waiting(&[(Some(300), Some(15))]);
        for (lang, says) in LANGS.into_iter().zip([
            ["付款里没有这个数", "充值 +3.00 GB，还没到账"],
            ["付款裡沒有這個數", "儲值 +3.00 GB，尚未入帳"],
            ["is of that amount. If it is one of them, use that amount", "Top-up of +3.00 GB: not there yet"],
        ]) {
            let page = story.receives(card, text, lang);
            match same {
                Some(true) => {
                    page.silent(&says[..1]);
                    assert!(
                        bar(&page).starts_with('*') && !page.html.contains("banner warn"),
                        "{text}: {}",
                        bar(&page)
                    );
                }
                _ => {
                    // The payment stands there to be edited, for what was typed is not what came; and a top-up of
                    // its own can be logged.
                    page.says(&says).lacks(">It has arrived<").lacks(">到账了<").lacks(">入帳了<");
                    assert!(!bar(&page).contains('*'), "{text}: {}", bar(&page));
                }
            }
        }
    }
    // The same beside a balance, which is saved all the same.
    let (mut story, card, _) = Story::waiting(&[(Some(300), None)]);
    let page = story.receives(card, "8GB has been added. You have 9.2 GB of data left.", Lang::En);
    page.says(&["The message says 8 GB;", "Top-up of +3.00 GB", "It has arrived: 8 GB, as in the message"]);
    assert_eq!(bar(&page), "*Save");
}

#[test]
fn a_payment_is_taken_as_arrived_with_the_amount_of_the_message() {
    for (payment, text, labels, (data, sum)) in [
        // Of money what was paid, where it is a payment that went through.
        ((Some(300), Some(15)), "Your payment of $20 was successful", ["$20.00"; 3], (Some(300), Some("20"))),
        ((Some(300), Some(15)), "8GB has been added to your plan.", ["8 GB"; 3], (Some(800), Some("15"))),
        ((Some(300), None), "8GB has been added. You have 9.2 GB left.", ["8 GB"; 3], (Some(800), None)),
        // What came is not what was paid: both are kept.
        ((None, Some(15)), "$20.00 was added to your account.", ["$20.00"; 3], (None, Some("15"))),
    ] {
        let (mut story, card, paid) = Story::waiting(&[payment]);
        for (lang, label) in LANGS.into_iter().zip(labels) {
            let page = story.receives(card, text, lang);
            let button = match lang {
                Lang::ZhHans => format!("按短信的 {label} 记到账"),
                Lang::ZhHant => format!("依簡訊的 {label} 記為入帳"),
                Lang::En => format!("It has arrived: {label}, as in the message"),
            };
            page.says(&[&button]);
        }
        story.tell(Msg::SawArrivalAsSaid(paid[0]));
        let Fact::TopUp(top_up) = &story.model.book.entry(paid[0]).unwrap().fact else { panic!("a top-up") };
        assert_eq!(top_up.arrival, Arrival::Arrived, "{text}");
        assert_eq!(top_up.data.map(|data| data.bytes(Base::Binary)), data.map(|data| gb(data).bytes(Base::Binary)));
        assert_eq!(top_up.paid.map(|paid| paid.figure.to_string()).as_deref(), sum, "{text}");
        let credit = top_up.credit.map(|credit| (credit.figure.to_string(), credit.currency));
        let came = text.starts_with("$20").then(|| ("20.00".to_owned(), Currency::USD));
        assert_eq!(credit, came, "{text}");
    }
    // Of two sums nobody knows which; nor is anything taken from a message of the payment's own amount, or of none.
    for text in [
        "Your payment of $20 was successful, including $2 tax",
        "Your payment of $15 was successful",
        "Your recharge was successful.",
    ] {
        let (mut story, card, paid) = Story::waiting(&[(None, Some(15))]);
        story.receives(card, text, Lang::En).silent(&["of the message"]);
        let before = story.model.book.entry(paid[0]).cloned();
        story.tell(Msg::SawArrivalAsSaid(paid[0]));
        assert_eq!(story.model.book.entry(paid[0]).cloned(), before, "{text}");
    }
}

#[test]
fn a_lure_that_names_an_amount_confirms_nothing_whatever_the_amount() {
    for text in [
        "Your payment of $15 was successful. Receipt: t.cn/A6xyz",
        "Your payment of $20 was successful. Receipt: t.cn/A6xyz",
        "$20.00 was added to your account. See bit.ly/3xYz",
        "8GB has been added. You have 9.2 GB of data left. Claim at tmo-billpay.xyz",
        "Your recharge was successful. See bit.ly/3xYz",
    ] {
        let (mut story, card, _) = Story::waiting(&[(Some(300), Some(15)), (None, Some(10))]);
        for (lang, warns, silent) in [
            (Lang::ZhHans, "催你点链接", ["按短信的", "还没到账", "是哪一笔"]),
            (Lang::ZhHant, "催你點連結", ["依簡訊的", "尚未入帳", "是哪一筆"]),
            (Lang::En, "hurries nobody to a link", ["of the message", "not there yet", "Which one is it?"]),
        ] {
            let page = story.receives(card, text, lang);
            page.says(&[warns]).silent(&silent);
            assert!(
                !["到账", "入帳", "arrived"].iter().any(|word| bar(&page).contains(word)),
                "{text}: {}",
                bar(&page)
            );
        }
    }
}

#[test]
fn a_question_about_more_than_before_names_what_was_paid_for() {
    let (mut story, card, _) = Story::waiting(&[(Some(300), Some(15))]);
    let text = "You have 4.8 GB of data left.";
    for (lang, says) in
        LANGS.into_iter().zip(["有一笔充值（+3.00 GB · ", "有一筆儲值（+3.00 GB · ", "A top-up (+3.00 GB · "])
    {
        story.receives(card, text, lang).says(&[says]);
    }
    let (mut story, card, _) = Story::waiting(&[(Some(300), Some(15)), (None, Some(10))]);
    story.receives(card, text, Lang::En).says(&["It has arrived+3.00 GB · ", "It has arrived$10.00 · "]);
}

#[test]
fn of_several_payments_the_amount_says_which_arrived() {
    let (mut story, card, paid) =
        Story::waiting(&[(Some(100), Some(10)), (Some(300), Some(15)), (Some(300), Some(15))]);
    for (lang, button) in LANGS.into_iter().zip(["*到账了：+3.00 GB", "*入帳了：+3.00 GB", "*It has arrived: +3.00 GB"])
    {
        assert_eq!(bar(&story.receives(card, "3GB has been added to your plan.", lang)), button);
    }
    // Of two alike it is the older one.
    let one = sim_gauge::app::screen::review(story.model.form().unwrap(), &story.model.book, &story.moment).unwrap();
    assert_eq!(one.confirmed, Some(sim_gauge::app::screen::Confirmed::This(paid[1])));
    // Without an amount nothing says which.
    for (lang, says) in LANGS.into_iter().zip(["有几笔。是哪一笔", "有幾筆。是哪一筆", "Which one is it?"])
    {
        let page = story.receives(card, "Your recharge was successful.", lang);
        page.says(&[says, "+1.00 GB", "+3.00 GB"]);
        assert_eq!(bar(&page), "");
    }
}

#[test]
fn while_a_payment_waits_another_one_is_another_one() {
    let (mut story, card, _) = Story::waiting(&[(Some(300), Some(15))]);
    let (mut calm, other, _) = Story::waiting(&[]);
    for (lang, (paid, again)) in LANGS.into_iter().zip([
        ("我付好了", "又付了一笔"),
        ("我已付款", "又付了一筆"),
        ("I have paid", "I have paid again"),
    ]) {
        for route in [Route::Pay, Route::RunOut] {
            let page = story.page("paid-again", route(card), lang);
            page.says(&[again]).lacks(&format!("main\">{again}<")).lacks(&format!(">{paid}<"));
            calm.page("paid-once", route(other), lang).has(&format!("main\">{paid}<")).silent(&[again]);
        }
    }
}

#[test]
fn a_figure_beside_an_address_of_nobody_is_read_and_warned_about() {
    let warns = ["链接别点", "連結別點", "hurries nobody to a link"];
    for (text, figure, lured) in [
        ("Balance 5 GB. Renew at tmo-billpay.xyz", "5 GB", true),
        ("0.5 GB left. bit.ly/3xYz", "0.5 GB", true),
        ("0.5 GB left: HTTPS://Example.Top/a", "0.5 GB", true),
        ("话费余额不足，剩余流量1.2GB，点击t.cn/A6xyz充值", "1.2 GB", true),
        ("Your balance is 5 GB. Pay at www.t-mobile.com.billing-help.info", "5 GB", true),
        // A carrier's own address, and what is none.
        ("Balance 5 GB. Renew at my.t-mobile.com/pay", "5 GB", false),
        ("剩余流量1.2GB，详情 https://dx.10086.cn/A/b", "1.2 GB", false),
        ("1.2GB left. i.airtel.in/dtpck", "1.2 GB", false),
        ("You have 1.2GB left.Reply HELP for more, or write to help@example.com", "1.2 GB", false),
        ("You have 1.2GB left of 1.5GB/day.", "1.2 GB", false),
    ] {
        let (mut story, card, _) = Story::waiting(&[]);
        for (lang, warns) in LANGS.into_iter().zip(warns) {
            let page = story.receives(card, text, lang);
            page.says(&[figure]);
            if lured {
                page.says(&[warns])
            } else {
                page.silent(&[warns])
            };
        }
    }
    // What only lures confirms nothing.
    let (mut story, card, _) = Story::waiting(&[(None, Some(15))]);
    let page = story.receives(card, "Your payment of $15 was successful. Receipt: t.cn/A6xyz", Lang::En);
    page.says(&["hurries nobody to a link"]);
    assert!(!bar(&page).contains("arrived"), "{}", bar(&page));
}

#[test]
fn an_address_is_called_nobodys_only_where_the_carriers_own_are_known() {
    let (text, paid) = ("Balance 5 GB. Renew at my.t-mobile.com/pay", "Your payment of $15 was successful. t.cn/A6xyz");
    // The directory could not be had, or is on its way; the carrier is in no list, or without a site in it.
    for (fetched, carrier) in [
        (Some(None), "us-ultra"),
        (None, "us-ultra"),
        (Some(Some(())), "Corner Shop Mobile"),
        (Some(Some(())), "th-dtac"),
    ] {
        let (mut story, _, _) = Story::waiting(&[]);
        let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
        story.entry(card, 1, pending(None, Some(15), ""));
        story.tell(Msg::StartedLog(Some(card), Mode::Paste));
        let log = Route::Log(Some(card));
        story.tell(Msg::Navigated(log));
        assert!(story.tell(Msg::Typed(Field::Reply, "bit.ly/a".to_owned())).contains(&Effect::FetchDirectory));
        if let Some(came) = fetched {
            story.tell(Msg::FetchedDirectory(came.and(story.directory.clone())));
        }
        story.directory = None;
        for (lang, caution, accuses) in [
            (Lang::ZhHans, "链接别点，从官网或 App 进", "催你点链接"),
            (Lang::ZhHant, "連結別點，從官網或 App 進入", "催你點連結"),
            (Lang::En, "Don’t tap the link", "hurries nobody to a link"),
        ] {
            let text = if carrier == "us-ultra" { text } else { "Balance 5 GB. Renew at corner.example/pay" };
            let page = story.receives(card, text, lang);
            page.says(&[caution]).silent(&[accuses]);
            // Nobody can say that it is a lure: what went through may be what waits.
            let page = story.receives(card, paid, lang);
            page.says(&[caution]).silent(&[accuses]);
            assert!(bar(&page).starts_with('*'), "{}", bar(&page));
        }
    }
    // What the directory lists is cautioned against nowhere.
    let (mut story, card, _) = Story::waiting(&[]);
    story.receives(card, text, Lang::En).silent(&["Don’t tap", "hurries"]);
}

#[test]
fn what_a_reply_says_has_arrived_is_asked_about_once() {
    // The balance is more than the one before, and the reply says why.
    let text = "Your top-up of $15.00 was successful. You have 4.8 GB of data left.";
    let (mut story, card, _) = Story::waiting(&[(Some(300), Some(15))]);
    for (lang, arrived) in LANGS.into_iter().zip(["到账了", "入帳了", "It has arrived"]) {
        let page = story.receives(card, text, lang);
        assert_eq!(page.html.matches(arrived).count(), 1, "{}", page.html);
    }
    // A balance alone asks whether that is it.
    story.receives(card, "You have 4.8 GB of data left.", Lang::En).says(&["It has arrived"]);
}
