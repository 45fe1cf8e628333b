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

/// The ways on a page, as they are written for people, with their tags.
fn rows(html: &str) -> Rows {
    let one = |part: &str| {
        let name = part.split_once("</h3>").unwrap().1.split_once("</p>").unwrap().0;
        (name.rsplit('>').next().unwrap().replace("&amp;", "&"), part.to_owned())
    };
    html.split("<h3").skip(1).map(one).collect()
}

type Rows = Vec<(String, String)>;

/// Of the page for when it has run out: what works without data, and what takes Wi-Fi.
fn parts(page: &Seen) -> (Rows, Rows) {
    let (online, out): (Vec<&str>, Vec<&str>) =
        page.html.split("<h2").partition(|step| step.contains("Top up over Wi"));
    (rows(&out.concat()), rows(&online.concat()))
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
            let asks = page.text().contains("Ways to ask without data");
            let mut ways =
                if asks { rows(&story.page("asked-ways", Route::Ways(card), Lang::En).html) } else { pay.clone() };
            // What only tells how much is left is no help.
            ways.retain(|(_, row)| !row.contains(WaysWord::AsksData.say(Lang::En)));
            assert!(
                names(&ways).starts_with(&names(&out)),
                "{carrier} in {zone}: {:?}, {:?}",
                names(&out),
                names(&ways)
            );
            assert!(
                names(&pay).ends_with(&names(&online)),
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
            assert_eq!(names(&found)[..2], ["611", "+1-888-777-0446"], "{lang:?}");
            assert!(!found[0].1.contains(says) && found[1].1.contains(says), "{lang:?}");
        }
        story.page("asked-check", Route::Ways(card), lang).silent(&[says]);
    }
    // With data the site is the first, which the carrier itself names.
    let fresh = story.card(Card { carrier: Line::parse("us-ultra"), validity: Validity::Unknown, ..travel() });
    story.entry(fresh, 1, check(left(400), Source::Text));
    let page = story.page("asked-data", Route::Pay(fresh), Lang::En);
    assert_eq!(names(&rows(&page.html)), ["my.ultra.me", "611", "+1-888-777-0446"]);
}
