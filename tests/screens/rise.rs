//! More than at the check before: a top-up that was not logged, a new cycle, or a slip.

use crate::story::{Story, check, gb, left, top_up, travel};
use sim_gauge::app::form::{Came, Field};
use sim_gauge::app::screen::{Alert, card_screen};
use sim_gauge::app::{self, Msg, Route};
use sim_gauge::chart::{MarkKind, Range};
use sim_gauge::domain::{
    Amount, Arrival, Base, Bucket, Card, CardId, Currency, DAY_MS, Date, Decimal, Effect, EntryId, Fact, Money,
    Quantity, Said, Source, Start, TopUp, Unit, Validity,
};
use sim_gauge::i18n::text::screens_alerts::AlertWord;
use sim_gauge::i18n::{Lang, format};
use sim_gauge::journal::Change;
use std::rc::Rc;

fn text(hundredths: i64) -> Fact {
    check(left(hundredths), Source::Text)
}

/// A fortnight of use of 5 GB for $20, and then more than before.
fn risen(to: i64) -> (Story, CardId, EntryId) {
    let mut story = Story::new();
    let price = Decimal::new(20, 0).map(|figure| Money { figure, currency: Currency::USD });
    let card = story.card(Card { price, ..travel() });
    for (days, hundredths) in [(15, 400), (12, 330), (8, 240), (5, 160)] {
        story.entry(card, days * 24, text(hundredths));
    }
    let newest = story.entry(card, 2, text(to));
    (story, card, newest)
}

impl Story {
    fn kinds(&self, card: CardId) -> Vec<MarkKind> {
        let screen = card_screen(&self.model.book, &self.moment, card, Range::All).unwrap();
        screen.charts.general.marks.iter().map(|mark| mark.kind).collect()
    }

    fn rises(&self, card: CardId) -> bool {
        let screen = card_screen(&self.model.book, &self.moment, card, Range::All).unwrap();
        screen.alerts(&self.moment).iter().any(|alert| matches!(alert, Alert::Rise { .. }))
    }

    /// Follows an answer to its form.
    fn answers(&mut self, card: CardId, check: EntryId, came: Came) {
        let route = Route::TopUp(card);
        assert!(self.tell(Msg::ExplainedRise(check, came)).contains(&app::Effect::Go { route, replace: false }));
        self.tell(Msg::Navigated(route));
    }

    fn field(&self, field: Field) -> &str {
        self.model.form().unwrap().get(field)
    }
}

/// While nobody said why there is more, what may be used today and the even pace are not taken from a figure that may be a
/// slip: 2.5 GB typed as 25, say.
#[test]
fn until_it_is_said_why_there_is_more_nothing_is_made_of_it() {
    for to in [480, 2500] {
        let (mut story, card, newest) = risen(to);
        for (lang, words, not) in [
            (Lang::ZhHans, "先说说为什么变多了", ["匀速", "明天起每天", "今日额度"]),
            (Lang::ZhHant, "先說說為何變多了", ["均速", "明天起每天", "今日額度"]),
            (Lang::En, "Say why there is more first", ["even pace", "a day from tomorrow", "of today’s"]),
        ] {
            story.page("rose-asked", Route::Card(card), lang).says(&[words]).silent(&not);
        }
        let silent = ["Today’s allowance—Say why", "Even pace"];
        story.page("rose-asked", Route::Card(card), Lang::En).says(&silent[..1]).silent(&silent[1..]);
        // It is right, or it was taken back.
        story.tell(Msg::WasSure(newest));
        story.page("rose-right", Route::Card(card), Lang::En).says(&["Even pace"]).silent(&["Say why"]);
        let (mut story, card, newest) = risen(to);
        story.tell(Msg::RemovedEntry(newest));
        story.page("rose-removed", Route::Card(card), Lang::En).says(&["Even pace"]).silent(&["Say why"]);
    }
    // Less is used up than an even pace would: that is no finding while it may be a slip.
    let (mut story, card, _) = risen(180);
    story.page("rose-little", Route::Card(card), Lang::En).says(&["Say why"]).silent(&["over the even pace"]);
    // Nor is anything advised by it.
    let advised = ["充值，才能继续用"];
    for route in [Route::Card(card), Route::Cards] {
        story.page("rose-advice", route, Lang::ZhHans).silent(&advised);
    }
    let newest = *story.model.book.entries.keys().max().unwrap();
    story.tell(Msg::WasSure(newest));
    story.page("rose-advised", Route::Cards, Lang::ZhHans).says(&advised);
}

/// It stays open why there was more; but a figure on which the next check goes on is no slip.
#[test]
fn once_a_later_check_stands_by_it_what_may_be_used_is_taken_from_that() {
    let (mut story, card, _) = risen(300);
    story.page("rose-once", Route::Card(card), Lang::En).says(&["Which is it?", "Say why"]);
    story.moment.now = story.moment.now.plus(DAY_MS);
    story.entry(card, 1, text(280));
    for (lang, asks, why) in [
        (Lang::ZhHans, "是哪一种？", "先说说为什么变多了"),
        (Lang::ZhHant, "是哪一種？", "先說說為何變多了"),
        (Lang::En, "Which is it?", "Say why"),
    ] {
        story.page("rose-stands", Route::Card(card), lang).says(&[asks]).silent(&[why]);
    }
    // More once more is asked about as the first time.
    story.entry(card, 0, text(450));
    story.page("rose-twice", Route::Card(card), Lang::En).says(&["Say why"]);
}

#[test]
fn what_came_with_a_payment_of_which_nobody_said_how_much_data_is_not_asked_about() {
    let (mut story, card, _) = risen(300);
    assert!(story.rises(card));
    let paid = |arrival| match top_up(100, Effect::Add) {
        Fact::TopUp(top_up) => Fact::TopUp(TopUp { data: None, arrival, ..top_up }),
        other => other,
    };
    story.entry(card, 30, paid(Arrival::Arrived));
    assert!(!story.rises(card));
    // One from before the check that came before it says nothing of it.
    let (mut story, card, _) = risen(300);
    story.entry(card, 6 * 24, paid(Arrival::Arrived));
    assert!(story.rises(card));
}

#[test]
fn what_rose_is_asked_about_with_its_three_answers_and_the_likely_one_first() {
    for (to, likely) in [(220, "A top-up"), (495, "A new cycle")] {
        let (mut story, card, _) = risen(to);
        for (lang, says) in [
            (Lang::ZhHans, ["充过值", "新的一期", "数字有误", "其间没有充值记录", "比上次多，没记原因"]),
            (Lang::ZhHant, ["儲值過", "新的一期", "數字有誤", "其間沒有儲值紀錄", "比上次多，未記原因"]),
            (Lang::En, ["A top-up", "A new cycle", "A slip", "Which is it?", "More than before, cause not logged"]),
        ] {
            let said = if to == 220 { &says[..] } else { &[says[0], says[1], says[2], says[4]] };
            // One screen does not say two causes of it.
            story.page("risen", Route::Card(card), lang).says(said).silent(&["漏记", "漏記", "not logged?"]);
        }
        let html = story.page("risen", Route::Card(card), Lang::En).html;
        let answers = ["A top-up", "A new cycle", "A slip"];
        let first = answers.into_iter().min_by_key(|answer| html.find(&format!(">{answer}<")));
        assert_eq!(first, Some(likely));
    }
}

/// Of the two checks of a rise the one to be put right is the one that is out of line.
#[test]
fn the_figure_that_is_more_likely_wrong_is_opened() {
    let words = ["上次的有误", "上次的有誤", "The one before was a slip"];
    for (figures, older) in [
        // 2.1 instead of 3.1: the newer one goes on from what stood before it.
        (&[330, 210, 300][..], true),
        // Nearer to the older one, above all before, or with nothing before: nobody knows.
        (&[330, 210, 240], false),
        (&[330, 210, 400], false),
        (&[210, 300], false),
        // Of use that was as fast before, the newer one would be none at all.
        (&[450, 330, 210, 300], false),
        (&[345, 330, 210, 300], true),
    ] {
        let mut story = Story::new();
        let card = story.card(travel());
        let mut hours = 24 * i64::try_from(figures.len()).unwrap();
        let entries: Vec<EntryId> = figures
            .iter()
            .map(|left| {
                hours -= 24;
                story.entry(card, hours + 2, text(*left))
            })
            .collect();
        let [.., mid, newest] = entries[..] else { unreachable!() };
        for (lang, word) in Lang::ALL.into_iter().zip(words) {
            let page = story.page("rise-likely", Route::Card(card), lang);
            let slip = page
                .html
                .split("<a ")
                .find(|link| link.contains(if older { word } else { AlertWord::WasSlip.say(lang) }));
            let to = Route::EditEntry(if older { mid } else { newest }).address();
            assert!(slip.is_some_and(|link| link.contains(&to)), "{figures:?}: {slip:?}");
            assert_eq!(page.text().contains(word), older, "{figures:?}");
        }
    }
    // What came between the two before says that they are not of one line.
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 72, text(330));
    story.entry(card, 50, top_up(400, Effect::Replace));
    story.entry(card, 24, text(210));
    story.entry(card, 2, text(300));
    story.page("rise-likely", Route::Card(card), Lang::En).says(&["A slip"]).silent(&["The one before"]);
}

#[test]
fn what_rose_is_asked_about_before_anything_can_be_foretold() {
    let mut story = Story::new();
    let card = story.card(Card { plan: None, ..travel() });
    story.entry(card, 2, text(100));
    story.entry(card, 1, text(290));
    story.page("risen-first", Route::Card(card), Lang::En).says(&["Can’t tell yet", "1.9 GB more", "Which is it?"]);
    // What came in its place since leaves nothing open.
    story.entry(card, 0, top_up(500, Effect::Replace));
    story.page("risen-replaced", Route::Card(card), Lang::En).silent(&["Which is it?"]);
}

#[test]
fn a_new_cycle_is_logged_with_what_the_plan_gives_and_is_no_rise_any_more() {
    let (mut story, card, newest) = risen(495);
    story.answers(card, newest, Came::NewCycle);
    let filled = [Field::Data, Field::DataUnit, Field::Effect, Field::Paid, Field::PaidCurrency, Field::Channel];
    assert_eq!(filled.map(|field| story.field(field)), ["5.00", "GB", "replace", "20", "USD", "auto-renewal"]);
    story.tell(Msg::Submitted);
    assert!(!story.rises(card));
    assert_eq!(story.kinds(card).last(), Some(&MarkKind::Check));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    assert_eq!(screen.gauge.known.unwrap().left, gb(495).bytes(screen.card.base), "it is part of the check");
}

#[test]
fn a_top_up_that_was_forgotten_comes_before_the_check_that_shows_it() {
    let (mut story, card, newest) = risen(220);
    story.answers(card, newest, Came::TopUp);
    assert_eq!([Field::Data, Field::Effect].map(|field| story.field(field)), ["", "add"]);
    story.tell(Msg::Typed(Field::Data, "1".to_owned()));
    story.tell(Msg::Submitted);
    assert!(!story.rises(card));
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    assert_eq!(screen.gauge.known.unwrap().left, gb(220).bytes(screen.card.base), "and not on top of it");
}

/// By how much more there is stands in the form of the top-up, as the check said its amounts.
#[test]
fn what_came_within_a_day_is_a_draft_and_what_nobody_can_tell_is_none() {
    let said = |figure, scale, unit| {
        check(
            Said::Left(Quantity::Data(Amount::new(Decimal::new(figure, scale).unwrap(), unit).unwrap())),
            Source::Text,
        )
    };
    let (gigabytes, megabytes) = (|figure| said(figure, 2, Unit::GB), |figure| said(figure, 0, Unit::MB));
    for (hours, from, to, draft) in [
        (20, gigabytes(100), gigabytes(290), ("1.90", "GB")),
        (20, megabytes(120), megabytes(620), ("500", "MB")),
        // Said otherwise, as it was found.
        (20, gigabytes(100), check(Said::LeftPercent(Decimal::new(50, 0).unwrap()), Source::Text), ("", "GB")),
        // What was used over days is not among it.
        (72, gigabytes(100), gigabytes(290), ("", "GB")),
    ] {
        let mut story = Story::new();
        let card = story.card(travel());
        story.entry(card, hours + 2, from);
        let newest = story.entry(card, 2, to);
        assert!(story.rises(card));
        story.answers(card, newest, Came::TopUp);
        assert_eq!((story.field(Field::Data), story.field(Field::DataUnit)), draft, "{hours}");
        // No draft says what came of a new cycle.
        story.tell(Msg::Cancelled);
        story.answers(card, newest, Came::NewCycle);
        assert_eq!(story.field(Field::Data), "5.00");
    }
    // What came may be money.
    let mut story = Story::new();
    let card = story.card(Card { plan: None, ..travel() });
    let sum = |figure| {
        Said::Left(Quantity::Money(Money { figure: Decimal::new(figure, 0).unwrap(), currency: Currency::USD }))
    };
    let of = |figure| match check(sum(figure), Source::Text) {
        Fact::Check(mut check) => {
            check.measures[0].bucket = Bucket::Money;
            Fact::Check(check)
        }
        other => other,
    };
    story.entry(card, 22, of(5));
    let newest = story.entry(card, 2, of(15));
    story.answers(card, newest, Came::TopUp);
    assert_eq!([Field::Data, Field::Credit, Field::Paid].map(|field| story.field(field)), [""; 3]);
}

#[test]
fn what_arrived_between_two_checks_has_no_minute_of_its_own() {
    let mut story = Story::new();
    let card = story.card(travel());
    story.entry(card, 72, text(120));
    let Fact::TopUp(said) = top_up(200, Effect::Add) else { unreachable!() };
    let waits = story.entry(card, 50, Fact::TopUp(TopUp { arrival: Arrival::Pending, ..said }));
    story.entry(card, 3, text(310));
    story.tell(Msg::SawArrival(waits));
    let at = story.model.book.entry(waits).unwrap().at;
    for (lang, days, paid) in [
        (Lang::ZhHans, "11月19日–20日", "付款："),
        (Lang::ZhHant, "11月19日–20日", "付款："),
        (Lang::En, "Nov 19–20", "paid "),
    ] {
        let seen = story.tables("between", card, lang);
        // In the history, and in the table beside the chart.
        assert!(seen.text().matches(days).count() >= 2, "{days} in {}", seen.text());
        seen.says(&[paid]);
        let row = seen.html.split("<li ").find(|row| row.contains("+2.00")).unwrap().to_owned();
        assert!(!row.contains(&format::instant(at, &story.moment.device, story.moment.now, lang)), "{row}");
    }
    // Nor has what was said to have come in the form of a check, a minute before that; but what somebody typed has.
    let earlier = story.moment.now.plus(-20 * 3_600_000);
    for (check, exact) in [(true, false), (false, true)] {
        let mut story = Story::new();
        let card = story.card(travel());
        let Fact::TopUp(said) = top_up(200, Effect::Add) else { unreachable!() };
        story.entry(card, 20, Fact::TopUp(TopUp { paid_at: Some(earlier.plus(-86_400_000)), ..said }));
        if check {
            story.moment.now = story.moment.now.plus(60_000);
            story.entry(card, 20, text(310));
            story.moment.now = story.moment.now.plus(-60_000);
        }
        let minute = format::instant(earlier, &story.moment.device, story.moment.now, Lang::ZhHans);
        let seen = story.tables("between-exact", card, Lang::ZhHans);
        let row = seen.html.split("<li ").find(|row| row.contains("+2.00")).unwrap().to_owned();
        assert_eq!(row.contains(&minute), exact, "{minute} in {row}");
    }
}

#[test]
fn over_a_rise_that_nobody_explained_no_mean_is_said() {
    let (mut story, card, newest) = risen(400);
    let means = [(Lang::ZhHans, "平均每天约"), (Lang::ZhHant, "平均每日約"), (Lang::En, " a day")];
    let sentence = |story: &mut Story, lang| {
        let html = story.page("mean-rise", Route::Card(card), lang).html;
        let (_, says) = html.split_once("id=\"chart-says\">").unwrap();
        says.split_once('<').unwrap().0.to_owned()
    };
    for (lang, mean) in means {
        let said = sentence(&mut story, lang);
        assert!(!said.contains(mean), "{said}");
    }
    // Before it was found there was one.
    story.tell(Msg::RemovedEntry(newest));
    for (lang, mean) in means {
        let said = sentence(&mut story, lang);
        assert!(said.contains(mean), "{said}");
    }
}

#[test]
fn what_rose_is_asked_about_until_somebody_says_why() {
    let (mut story, card, risen) = risen(220);
    story.entry(card, 1, text(210));
    assert!(story.rises(card), "one more check answers nothing");
    story.page("risen-before", Route::Card(card), Lang::En).says(&["614 MB more", "It is right, stop asking"]);
    let mut other = story;
    other.answers(card, risen, Came::TopUp);
    other.tell(Msg::Typed(Field::Data, "1".to_owned()));
    other.tell(Msg::Submitted);
    assert!(!other.rises(card));
}

#[test]
fn what_rose_and_is_right_is_asked_about_no_more() {
    let (mut story, card, risen) = risen(220);
    for (lang, says) in Lang::ALL.into_iter().zip(["没错，不用再问", "沒錯，不用再問", "It is right, stop asking"])
    {
        story.page("risen-right", Route::Card(card), lang).says(&[says]);
    }
    story.tell(Msg::WasSure(risen));
    assert!(!story.rises(card));
    story.entry(card, 1, text(210));
    assert!(!story.rises(card), "nor with the next check");
    // Another figure is another question; the same one, edited, is not.
    story.tell(Msg::Navigated(Route::EditEntry(risen)));
    story.tell(Msg::Typed(Field::Note, "by phone".to_owned()));
    story.tell(Msg::Submitted);
    assert!(!story.rises(card));
    story.tell(Msg::Navigated(Route::EditEntry(risen)));
    story.tell(Msg::Typed(Field::Figure, "3".to_owned()));
    story.tell(Msg::Submitted);
    assert!(story.rises(card));
}

#[test]
fn what_rose_is_no_question_once_it_is_contradicted_or_over() {
    let (mut story, card, _) = risen(220);
    story.entry(card, 1, text(150));
    assert!(!story.rises(card), "back on the old line: a slip");
    let (mut story, card, _) = risen(220);
    story.entry(card, 1, top_up(500, Effect::Replace));
    story.entry(card, 0, text(480));
    assert!(!story.rises(card), "what it was of is over");
}

#[test]
fn what_explains_a_rise_stands_between_the_two_checks_however_near_they_are() {
    for came in [Came::TopUp, Came::NewCycle] {
        let (mut story, card, before) = risen(160);
        let moment = story.moment.clone();
        let early = story.model.book.entry(before).unwrap().at;
        // A minute and a second later, in the middle of a minute.
        story.moment.now = early.plus(61_000 + 7 * 3_600_000);
        let later = story.entry(card, 7, text(495));
        story.moment = moment;
        assert_eq!(story.model.book.entry(later).unwrap().at.since(early), 61_000);
        story.answers(card, later, came);
        story.tell(Msg::Typed(Field::Data, "4".to_owned()));
        story.tell(Msg::Submitted);
        let top_up = story.model.book.entries.values().find(|kept| matches!(kept.value.fact, Fact::TopUp(_))).unwrap();
        let after = top_up.value.at.since(early);
        assert!((1..61_000).contains(&after), "{came:?}: {after} ms after the check before");
        assert!(!story.rises(card));
    }
}

#[test]
fn a_new_cycle_begins_on_the_day_that_was_known_for_it() {
    // A fee is named for the 17th, and the data said to be good for longer.
    let (mut story, card, found) = risen(495);
    let renews = Date::new(2026, 11, 17);
    let named = Card { renews, ..story.model.book.card(card).unwrap().clone() };
    let replaces = Some(story.model.book.cards.get(&card).unwrap().version);
    story.serial += 200_000_000;
    story.event(Change::SavedCard { card, replaces, value: Rc::new(named) });
    let began = |story: &mut Story| {
        story.answers(card, found, Came::NewCycle);
        story.tell(Msg::Submitted);
        let top_up = story.model.book.entries.values().find(|kept| matches!(kept.value.fact, Fact::TopUp(_))).unwrap();
        story.moment.offsets(&story.model.book.card(card).unwrap().zone).local(top_up.value.at)
    };
    assert_eq!(began(&mut story), (renews.unwrap(), 0));
    // Where no day is known, it is midway: not all of it was used today.
    let (mut story, other, found) = risen(495);
    assert_eq!(other, card);
    story.answers(other, found, Came::NewCycle);
    story.tell(Msg::Submitted);
    let screen = card_screen(&story.model.book, &story.moment, other, Range::All).unwrap();
    assert_eq!(
        screen.ledger.entries()[4].1.at,
        story.moment.offsets(&screen.card.zone).start(Date::new(2026, 11, 18).unwrap())
    );
}

#[test]
fn a_top_up_that_was_begun_is_not_overwritten_by_an_answer() {
    let (mut story, card, newest) = risen(495);
    story.tell(Msg::Navigated(Route::TopUp(card)));
    story.tell(Msg::Typed(Field::Data, "7".to_owned()));
    story.tell(Msg::Navigated(Route::Card(card)));
    story.answers(card, newest, Came::NewCycle);
    assert_eq!((story.field(Field::Data), story.field(Field::Effect)), ("7", "add"));
}

#[test]
fn a_slip_is_marked_wherever_its_figure_stands_and_stretches_no_scale() {
    let (mut story, card) = Story::travelling();
    let scale = |story: &Story| {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        screen.charts.general.marks.first().map(|mark| mark.y)
    };
    let before = scale(&story);
    story.entry(card, 1, text(1900));
    assert!(story.rises(card) && scale(&story) != before, "nothing contradicts it yet");
    story.entry(card, 0, text(180));
    assert_eq!(story.kinds(card).iter().filter(|kind| **kind == MarkKind::Slip).count(), 1);
    assert_eq!(scale(&story), before, "the scale is that of what counts");
    for (lang, words) in [
        (Lang::ZhHans, "和前后对不上，不计入"),
        (Lang::ZhHant, "和前後對不上，不計入"),
        (Lang::En, "Out of line, not counted"),
    ] {
        let page = story.tables("slip", card, lang);
        // In the table of the chart, and in the history.
        assert_eq!(page.html.matches(words).count(), 2, "{}", page.html);
    }
}

#[test]
fn what_no_plan_can_hold_is_a_slip_however_long_ago_the_check_before_it_was() {
    for (to, sure, slips) in [(4100, false, 1), (4100, true, 0), (450, false, 0)] {
        let mut story = Story::new();
        let card = story.card(travel());
        for (days, hundredths) in [(15, 400), (9, 330)] {
            story.entry(card, days * 24, text(hundredths));
        }
        let high = story.entry(card, 24, text(to));
        assert!(story.rises(card), "nothing contradicts it yet");
        if sure {
            story.tell(Msg::WasSure(high));
        }
        story.entry(card, 0, text(320));
        assert_eq!(story.kinds(card).iter().filter(|kind| **kind == MarkKind::Slip).count(), slips, "{to} {sure}");
        assert_eq!(story.rises(card), slips == 0 && !sure, "{to} {sure}: whether it is still asked about");
    }
}

#[test]
fn a_renewal_that_has_passed_is_kept_as_one_and_the_next_is_assumed_with_a_mark() {
    let mut story = Story::new();
    // Typed on the 18th.
    let renews = Date::new(2026, 11, 19);
    let card = story.card(Card { validity: Validity::Unknown, renews, ..travel() });
    story.entry(card, 4 * 24, text(40));
    story.entry(card, 2, text(480));
    let marks = ["（推算）", "（推算）", " (assumed)"];
    for (lang, mark) in Lang::ALL.into_iter().zip(marks) {
        let dated = if lang == Lang::En { "Dec 19" } else { "12月19日" };
        story.page("renewal-next", Route::Card(card), lang).says(&[&[dated, mark].concat()]);
        story.page("renewal-next-list", Route::Cards, lang).says(&[mark]);
        story.page("renewal-next-rings", Route::Reminders(card), lang).says(&[mark]);
    }
    let kinds = story.kinds(card);
    assert_eq!(kinds, [MarkKind::Check, MarkKind::Renewed]);
    // The next one is typed: what began anew on the 19th still did.
    let next = Card { renews: Date::new(2026, 12, 19), ..story.model.book.card(card).unwrap().clone() };
    let replaces = Some(story.model.book.cards.get(&card).unwrap().version);
    story.serial += 200_000_000;
    story.event(Change::SavedCard { card, replaces, value: Rc::new(next) });
    assert_eq!(story.kinds(card), kinds);
    assert!(!story.rises(card));
    story.page("renewal-entered", Route::Card(card), Lang::En).says(&["Dec 19"]).silent(&[marks[2]]);
    // A fee of data that is good for longer begins nothing anew, and nothing is assumed of the next.
    let fee = story.card(Card { renews, ..travel() });
    story.entry(fee, 2, text(480));
    for (lang, past) in Lang::ALL.into_iter().zip(["11月19日已过", "11月19日已過", "Nov 19over"]) {
        story.page("fee-next", Route::Card(fee), lang).says(&[past]).silent(&marks);
    }
}

/// Checks on the 11th and today, of a card on which a renewal on the 19th was typed a day before; another day,
/// or none, is typed today. Whether it began anew in between.
fn retyped(next: Option<&str>) -> bool {
    let mut story = Story::new();
    let renews = Date::new(2026, 11, 19);
    let card = story.card(Card { validity: Validity::Unknown, renews, ..travel() });
    story.entry(card, 9 * 24, text(40));
    story.entry(card, 2, text(480));
    let other = Card { renews: next.and_then(Date::parse), ..story.model.book.card(card).unwrap().clone() };
    let replaces = Some(story.model.book.cards.get(&card).unwrap().version);
    story.serial += 200_000_000;
    story.event(Change::SavedCard { card, replaces, value: Rc::new(other) });
    story.kinds(card).contains(&MarkKind::Renewed)
}

#[test]
fn a_renewal_that_came_stays_one_once_its_field_is_cleared_and_none_once_it_is_corrected() {
    assert!(retyped(Some("2026-12-19")), "the next one");
    assert!(retyped(None), "nobody knows the next one");
    assert!(!retyped(Some("2026-11-27")), "no plan renews twice in eight days: the 19th was wrong");
}

#[test]
fn a_renewal_that_was_typed_when_it_was_past_may_have_been_a_slip_of_the_finger() {
    let mut story = Story::new();
    // Typed on the 18th, and corrected later; the one a month before that was not in between.
    let card = story.card(Card { validity: Validity::Unknown, renews: Date::new(2026, 11, 15), ..travel() });
    story.entry(card, 9 * 24, text(480));
    story.entry(card, 2, text(400));
    let right = Card { renews: Date::new(2026, 12, 5), ..story.model.book.card(card).unwrap().clone() };
    let replaces = Some(story.model.book.cards.get(&card).unwrap().version);
    story.serial += 200_000_000;
    story.event(Change::SavedCard { card, replaces, value: Rc::new(right) });
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    assert!(!screen.charts.general.days.is_empty(), "what was used between the two is known");
    // Of calendar months it is known when the next one begins: nothing is assumed.
    let renews = Date::new(2026, 10, 15);
    let months = story.card(Card { validity: Validity::CalendarMonth, renews, ..travel() });
    story.entry(months, 2, text(400));
    story.page("months", Route::Card(months), Lang::En).silent(&["assumed"]);
}

#[test]
fn in_the_midst_of_a_period_a_rise_to_the_plan_is_asked_about_and_not_called_a_new_one() {
    let rises = |renews: Option<Date>, validity| {
        let mut story = Story::new();
        let card = story.card(Card { renews, validity, plan: Some(gb(600)), ..travel() });
        for (hours, hundredths) in [(4 * 24, 520), (2, 570)] {
            story.entry(card, hours, check(left(hundredths), Source::Text));
        }
        story.page("rise-midst", Route::Card(card), Lang::En).text()
    };
    let (open, cycle) = ("No top-up is logged in between. Which is it?", "likely a new cycle");
    // From the 16th to the 20th of a calendar month; two days before a renewal; and where none is known.
    let month = Validity::CalendarMonth;
    let midst = rises(None, month);
    assert!(midst.contains(open) && !midst.contains(cycle), "{midst}");
    let days = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    for (renews, validity) in [(Date::new(2026, 11, 22), Validity::Unknown), (None, days)] {
        let near = rises(renews, validity);
        assert!(near.contains(cycle), "{near}");
    }
    let named = rises(Date::new(2026, 11, 30), Validity::Unknown);
    assert!(named.contains(open) && !named.contains(cycle), "{named}");
}

#[test]
fn a_rise_in_the_midst_of_a_plan_is_a_new_cycle_only_with_about_all_that_it_gives() {
    // 5 GB for 30 days, of which little was left ten days ago.
    for (from, to, cycle) in [((2026, 11, 7), 300, false), ((2026, 11, 7), 490, true), ((2026, 10, 20), 300, true)] {
        let mut story = Story::new();
        let from = Date::new(from.0, from.1, from.2);
        let card = story.card(Card { validity: Validity::Days { days: 30, start: Start::FirstUse, from }, ..travel() });
        for (hours, hundredths) in [(12 * 24, 400), (10 * 24, 140), (2, to)] {
            story.entry(card, hours, text(hundredths));
        }
        let page = story.page("rise-days", Route::Card(card), Lang::En).text();
        let open = page.contains("No top-up is logged in between. Which is it?");
        assert_eq!((page.contains("likely a new cycle"), open), (cycle, !cycle), "{from:?} {to}: {page}");
    }
}

#[test]
fn as_much_as_the_last_top_up_is_said_of_nothing_that_differs_from_it() {
    for (to, as_much) in [(1195, true), (1135, false)] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(3000)), ..travel() });
        story.entry(card, 12 * 24, text(500));
        story.entry(card, 11 * 24, top_up(1000, Effect::Add));
        story.entry(card, 8 * 24, text(800));
        story.entry(card, 5 * 24, text(195));
        story.entry(card, 2, text(to));
        let page = story.page("rise-as-much", Route::Card(card), Lang::En);
        let (same, open) = ("As much as the last top-up", "No top-up is logged in between. Which is it?");
        let (says, not) = if as_much { (same, open) } else { (open, same) };
        page.says(&[says]).silent(&[not]);
    }
}

#[test]
fn what_rose_over_the_renewal_before_the_one_that_is_named_is_a_new_cycle() {
    let december = Date::new(2026, 12, 18);
    let thirty = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    for validity in [Validity::Unknown, thirty] {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(1500)), validity, renews: december, ..travel() });
        if validity == thirty {
            story.entry(card, 20 * 24, text(1000));
        }
        story.entry(card, 3 * 24 + 2, text(200));
        let risen = story.entry(card, 24 + 2, text(1460));
        for (lang, says) in
            [(Lang::ZhHans, "像是新的一期开始了"), (Lang::ZhHant, "像是新的一期開始了"), (Lang::En, "a new cycle")]
        {
            story.page("risen-renewed", Route::Card(card), lang).says(&[says]);
        }
        story.answers(card, risen, Came::NewCycle);
        story.tell(Msg::Submitted);
        let top_up = story.model.book.entries.values().find(|kept| matches!(kept.value.fact, Fact::TopUp(_))).unwrap();
        let began = story.moment.offsets(&travel().zone).local(top_up.value.at);
        assert_eq!(began, (Date::new(2026, 11, 18).unwrap(), 0));
        assert!(!story.rises(card));
        // Once that is answered, the even pace is that of the cycle that ends with the renewal: a day and a half of
        // thirty at the check, or two and a half by now, where use was learned before.
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        let (pace, due) = (screen.gauge.pace.unwrap(), if validity == thirty { 1375 } else { 1425 });
        assert!((gb(due - 5).bytes(Base::Binary)..=gb(due).bytes(Base::Binary)).contains(&pace), "{pace:?}");
    }
}

/// 1.6 GB of 5 were left, and then 25: neither its page nor its row says how long that lasts, and both say what is asked.
#[test]
fn while_it_is_asked_why_there_is_more_nothing_is_foretold_of_it() {
    for (lang, foretold, asked) in [
        (Lang::ZhHans, "到期前多半用不完", "先说说为什么变多了"),
        (Lang::ZhHant, "到期前應該用不完", "先說說為何變多了"),
        (Lang::En, "Should last", "Say why there is more first"),
    ] {
        let (mut story, card, newest) = risen(2500);
        for route in [Route::Card(card), Route::Cards] {
            story.page("rise-verdict", route, lang).says(&[asked]).silent(&[foretold, "<1"]);
        }
        story.tell(Msg::WasSure(newest));
        for route in [Route::Card(card), Route::Cards] {
            story.page("rise-sure", route, lang).says(&[foretold]).silent(&[asked]);
        }
    }
}
