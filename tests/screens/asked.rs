//! Whom to ask and by what to pay: every page and the calendar name the same ways in the same order.

use crate::story::{Seen, Story, check, left, travel};
use sim_gauge::app::Route;
use sim_gauge::app::calendar::calendar_file;
use sim_gauge::domain::{Card, CardId, Line, Source, Validity, ZoneName};
use sim_gauge::guide::carriers;
use sim_gauge::i18n::Lang;
use sim_gauge::i18n::text::screens_ways::WaysWord;

/// A mark of the hotlines at which one can only ask how to pay.
const ASKED: &str = "Not said to take payments";

/// The ways on a page, as they are written for people, with the head under which they stand and their tags.
fn rows(html: &str) -> Rows {
    let mut rows = Vec::new();
    for part in html.split("<h2") {
        let mut ways = part.split("<h3");
        let head = ways.next().unwrap();
        rows.extend(ways.map(|way| {
            let name = way.split_once("</h3>").unwrap().1.split_once("</p>").unwrap().0;
            (name.rsplit('>').next().unwrap().replace("&amp;", "&"), [head, way].concat())
        }));
    }
    rows
}

type Rows = Vec<(String, String)>;

/// Of the page for when it has run out: what works without data, and what takes Wi-Fi.
fn parts(page: &Seen) -> (Rows, Rows) {
    let (online, out): (Vec<&str>, Vec<&str>) =
        page.html.split("<h2").partition(|step| step.contains("Top up over Wi"));
    (rows(&out.join("<h2")), rows(&["", &online.concat()].join("<h2")))
}

/// Whether one list names what another does, in its order.
fn follows(all: &[&str], some: &[&str]) -> bool {
    let mut all = all.iter();
    some.iter().all(|one| all.any(|other| other == one))
}

fn names(rows: &[(String, String)]) -> Vec<&str> {
    rows.iter().map(|(name, _)| name.as_str()).collect()
}

fn used_up(story: &mut Story, carrier: &str) -> CardId {
    let card = story.card(Card { carrier: Line::parse(carrier), ..travel() });
    story.entry(card, 0, check(left(0), Source::Text));
    card
}

/// What the calendar says of how to pay.
fn reminded(story: &Story, card: CardId) -> Option<String> {
    let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
    let file = file.replace("\r\n ", "").replace("\\,", ",");
    let (_, says) = file.split_once("To top up: ")?;
    Some(says.split("\\n").next().unwrap().to_owned())
}

#[test]
fn every_page_and_the_calendar_name_the_ways_of_a_card_in_one_order() {
    let (mut story, _) = Story::travelling();
    let (mut compared, mut asked) = (0, 0);
    for zone in ["Asia/Dubai", "America/Chicago", "Asia/Shanghai"] {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        for carrier in carriers().map(|carrier| carrier.id()) {
            // Where nobody knows where the phone is all of them, elsewhere those of which it matters.
            let somewhere = zone == "Asia/Dubai";
            if !somewhere && !carrier.starts_with("us-") && !carrier.starts_with("cn-") {
                continue;
            }
            let card = used_up(&mut story, carrier);
            let page = story.page("asked-pay", Route::Pay(card), Lang::En);
            let (pay, sites) = (rows(&page.html), page.text().contains("official pages"));
            let page = story.page("asked-out", Route::RunOut(card), Lang::En);
            let (out, online) = parts(&page);
            let asks = !page.text().contains("Ways to top up without data");
            let mut ways =
                if asks { rows(&story.page("asked-ways", Route::Ways(card), Lang::En).html) } else { pay.clone() };
            // What only tells how much is left is no help.
            ways.retain(|(_, row)| !row.contains(WaysWord::AsksData.say(Lang::En)));
            assert!(follows(&names(&ways), &names(&out)), "{carrier} in {zone}: {:?}, {:?}", names(&out), names(&ways));
            assert!(
                follows(&names(&pay), &names(&online)),
                "{carrier} in {zone}: {:?}, {:?}",
                names(&online),
                names(&pay)
            );
            compared += out.len();
            asked += pay.iter().filter(|(_, row)| row.contains(ASKED)).count();
            if somewhere {
                // The calendar rings wherever; it names no shop and nobody who takes the money, and no page of which
                // nobody says that one can pay there.
                let named = |(_, row): &&(String, String)| {
                    !sites && ![ASKED, "Buy a refill", "Pay by another app"].iter().any(|mark| row.contains(mark))
                };
                let first = pay.iter().find(named).map(|(name, _)| name.clone());
                let says = reminded(&story, card);
                assert_eq!(says.is_some(), first.is_some(), "{carrier}: {says:?}, {first:?}");
                assert!(
                    says.iter().zip(&first).all(|(says, first)| says.ends_with(first)),
                    "{carrier}: {says:?}, {first:?}"
                );
            }
        }
    }
    assert!(compared > 100 && asked > 20, "{compared} ways were compared, {asked} only to ask");
}

#[test]
fn a_hotline_that_is_not_said_to_take_payments_stands_behind_one_that_is_and_says_so() {
    let (mut story, _) = Story::travelling();
    story.moment.zone = ZoneName::parse("America/Chicago").unwrap();
    let card = used_up(&mut story, "us-ultra");
    for (lang, says) in [(Lang::ZhHans, "没写能不能充值"), (Lang::ZhHant, "沒寫能不能儲值"), (Lang::En, ASKED)]
    {
        for route in [Route::Pay(card), Route::RunOut(card)] {
            let page = story.page("asked-hotline", route, lang);
            let found = rows(&page.html);
            // Where the phone is online, the site works over its Wi-Fi, and takes payments.
            let order: &[&str] = match route {
                Route::Pay(_) => &["611", "my.ultra.me", "+1-888-777-0446"],
                _ => &["611", "+1-888-777-0446"],
            };
            assert_eq!(names(&found), order, "{lang:?}");
            for (name, row) in &found {
                assert_eq!(row.contains(says), name == "+1-888-777-0446", "{lang:?} {name}");
            }
        }
        story.page("asked-check", Route::Ways(card), lang).silent(&[says]);
    }
    // With data the site is the first, which the carrier itself names.
    let fresh = story.card(Card { carrier: Line::parse("us-ultra"), validity: Validity::Unknown, ..travel() });
    story.entry(fresh, 1, check(left(400), Source::Text));
    let page = story.page("asked-data", Route::Pay(fresh), Lang::En);
    assert_eq!(names(&rows(&page.html)), ["my.ultra.me", "611", "+1-888-777-0446"]);
}

#[test]
fn a_code_by_which_one_pays_promises_no_answer() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { carrier: Line::parse("us-tmobile-prepaid"), ..travel() });
    story.page("paid-by-code", Route::Pay(card), Lang::En).says(&["*233"]).silent(&["Shown at once"]);
    story.page("asked-by-code", Route::Ways(card), Lang::En).says(&["Shown at once"]);
}

/// The page with which a card of that carrier, empty in that zone, is served, from each heading to the next.
fn sections(page: &Seen) -> Vec<String> {
    page.html.split("<h2").map(str::to_owned).collect()
}

#[test]
fn a_page_that_opens_over_the_card_alone_stands_under_no_wifi() {
    let mut story = Story::new();
    story.moment.zone = ZoneName::parse("Asia/Tokyo").unwrap();
    let card = used_up(&mut story, "jp-bmobile");
    for (lang, none, own) in [
        (Lang::ZhHans, "没有找到现在能用的办法，可以问卖家。", "只有用这张卡上网才打得开，Wi‑Fi 不行"),
        (Lang::ZhHant, "找不到現在能用的方法，可以問賣家。", "只有用這張卡上網才打得開，Wi‑Fi 不行"),
        (Lang::En, "No way is known that works now. Ask whoever sold it.", "Opens only over this card’s own data"),
    ] {
        for route in [Route::Ways(card), Route::Pay(card), Route::RunOut(card)] {
            let page = story.page("own-out", route, lang);
            page.says(&[none, own]).silent(&[
                "连上 Wi‑Fi 再",
                "連上 Wi‑Fi 再",
                "over Wi‑Fi",
                "Over Wi‑Fi",
                "到卖家的网页",
                "the seller’s page",
            ]);
            page.has("charge.html").lacks("\"btn small main\" href=");
        }
    }
    // With data the page is the way.
    let full = story.card(Card { carrier: Line::parse("jp-bmobile"), validity: Validity::Unknown, ..travel() });
    story.entry(full, 1, check(left(400), Source::Text));
    for route in [Route::Ways(full), Route::Pay(full)] {
        story.page("own-data", route, Lang::En).has("charge.html").silent(&["No way is known"]);
    }
}

#[test]
fn what_is_for_roaming_or_tells_how_much_is_left_is_no_way_to_top_up_at_home() {
    let mut story = Story::new();
    for (zone, carrier, says, silent) in [
        ("Europe/Berlin", "de-telekom", "No reliable way to top up is known", "pass.telekom.de"),
        ("Asia/Manila", "ph-smart", "official pages", ""),
    ] {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let card = story.card(Card { carrier: Line::parse(carrier), validity: Validity::Unknown, ..travel() });
        story.entry(card, 1, check(left(400), Source::Text));
        let page = story.page("home-pay", Route::Pay(card), Lang::En);
        page.says(&[says]);
        assert!(silent.is_empty() || !page.html.contains(silent), "{carrier}");
    }
    // What is for roaming stands under a head that says so, and what can only be asked under its own.
    for (carrier, zone, order) in [
        ("ph-smart", "Asia/Manila", &["smart.com.ph", "*133#"][..]),
        (
            "cn-mobile",
            "Asia/Shanghai",
            &["中国移动", "www.10086.cn", "支付宝 · 微信支付", "10086", "+86 138 0010 0186"],
        ),
    ] {
        story.moment.zone = ZoneName::parse(zone).unwrap();
        let card = story.card(Card { carrier: Line::parse(carrier), validity: Validity::Unknown, ..travel() });
        story.entry(card, 1, check(left(400), Source::Text));
        let page = story.page("home-pay", Route::Pay(card), Lang::En);
        assert_eq!(names(&rows(&page.html)), order);
        let last = sections(&page).pop().unwrap();
        assert!(last.contains(">While roaming abroad</h2>") && last.contains(order[order.len() - 1]), "{last}");
        story.entry(card, 0, check(left(0), Source::Text));
        let out = story.page("home-out", Route::RunOut(card), Lang::En);
        assert!(!out.html.contains(order[order.len() - 1]), "{carrier}");
    }
}
