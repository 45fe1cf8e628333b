//! Every figure agrees with every other: a thousand ledgers, each walked from its entries to the
//! gauge, the history, the chart, its bars, its table and today's allowance.

use crate::story::{Story, check, gb, left, top_up, travel};
use proptest::test_runner::{Config, TestRunner};
use sim_gauge::app::calendar::{About, reminders};
use sim_gauge::app::form::{Field, ask_form};
use sim_gauge::app::screen::{CardScreen, Urgency, Verdict, card_screen, what_if_screen};
use sim_gauge::app::{Msg, Route};
use sim_gauge::chart::{MarkKind, Range};
use sim_gauge::domain::{
    Amount, Bucket, Bytes, Card, CardId, Check, Currency, DAY_MS, Date, Decimal, Effect, Entry, EntryId, EventId, Fact,
    Kept, Measure, Movement, Offsets, Quantity, Said, Source, Start, Then, Threshold, Timestamp, Ulid, Unit, Validity,
};
use sim_gauge::forecast::{First, Note, Outlook, RiseCause};
use sim_gauge::i18n::Lang;
use sim_gauge::i18n::format;
use sim_gauge::plan::{Allowance, Better, Brought, Ground};

/// An entry: hours ago, what kind, and a figure in hundredths of a GB.
type Said3 = (i64, u8, i64);

fn fact((_, kind, hundredths): Said3) -> Fact {
    let data = |hundredths: i64| Quantity::Data(gb(hundredths));
    match kind {
        0 => {
            let effects = [Effect::Replace, Effect::Add, Effect::Queue];
            top_up(hundredths, effects[usize::try_from(hundredths).unwrap() % 3])
        }
        1 => check(Said::Used(data(hundredths)), Source::App),
        2 => check(Said::LeftPercent(Decimal::new(hundredths % 101, 0).unwrap()), Source::Text),
        // With a renewal of the two months around today.
        3 | 4 => {
            let Fact::Check(said) = check(Said::Left(data(hundredths)), Source::Text) else { unreachable!() };
            let renews = Date::new(2026, 10, 22).unwrap().plus_days(i32::try_from(hundredths % 60).unwrap());
            Fact::Check(Check { renews, ..said })
        }
        _ => check(Said::Left(data(hundredths)), Source::Text),
    }
}

/// A card that ends in a fortnight, with each month, or, so that what is queued is in use now, with
/// October or yesterday; or nobody knows when, but for its renewals; or a month after today, with which it begins, or after
/// a day that nobody said.
fn told(entries: &[Said3], validity: usize) -> (Story, CardId) {
    let mut story = Story::new();
    let until = |month: u8, day: u8| Validity::Until(Date::new(2026, month, day).unwrap());
    let renews = Date::new(2026, 11, 28).filter(|_| validity == 5);
    let unknown = Validity::Unknown;
    let today = Validity::Days { days: 30, start: Start::FirstUse, from: Date::new(2026, 11, 20) };
    let open = Validity::Days { days: 30, start: Start::FirstUse, from: None };
    let month = Validity::CalendarMonth;
    let validity = [travel().validity, month, until(10, 31), until(11, 19), unknown, unknown, today, open][validity];
    let card = story.card(Card { validity, renews, ..travel() });
    for &entry in entries {
        story.entry(card, entry.0, fact(entry));
    }
    story.tell(Msg::ChoseRange(Range::All));
    (story, card)
}

/// What the history says is left at each check stands in the chart, and the last of it in the gauge.
fn agree(screen: &CardScreen<'_>, zone: &Offsets, story: &Story) {
    let marks = &screen.charts.general.marks;
    let checks = marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::TopUp(_)));
    let charted: Vec<_> = checks.map(|mark| (mark.entry, mark.left)).rev().collect();
    let listed = screen.rows.iter().filter_map(|row| Some((row.id, Some(row.left?.0))));
    assert_eq!(charted, listed.collect::<Vec<_>>());
    let last = marks.iter().filter_map(|mark| mark.left).next_back();
    if let Some(known) = screen.gauge.known {
        assert_eq!(last, Some(known.left));
    }
    let today = zone.date(story.moment.now);
    one_distribution(screen, today);
    one_day(screen, story);
    one_answer(screen, story);
    one_end(screen);
    let days = &screen.charts.general.days;
    let of_today = days.iter().filter(|day| day.to == today).map(|day| day.bytes).next_back().unwrap_or_default();
    let found = |today: &&Allowance| today.ground == Ground::Checked || today.guessed.0 > 0;
    if let Some(allowance) = screen.allowance.as_ref().ok().filter(found) {
        // Of what began within the day, by itself or with a top-up, the allowance has what was used since; the bar is of
        // the day.
        let ledger = &screen.ledger;
        let begun = ledger.cycle().begun(zone, story.moment.now);
        let top_ups = ledger.entries().iter().filter(|(_, entry)| matches!(entry.fact, Fact::TopUp(_)));
        if begun.into_iter().chain(top_ups.map(|(_, entry)| entry.at)).any(|begun| begun > zone.start(today)) {
            assert!(allowance.used <= of_today, "{days:?}");
        } else {
            assert_eq!(of_today, allowance.used, "{days:?}");
        }
    }
}

/// The facts, the allowance and the badge say the same of the end; a renewal is never behind.
fn one_end(screen: &CardScreen<'_>) {
    let Some(expires) = screen.expires else {
        assert!(!matches!(screen.verdict, Verdict::Expired) && screen.urgency() != Some(Urgency::Expired));
        return;
    };
    let renewed = expires.then == Then::Renewed;
    assert!(!renewed || expires.days > 0 && screen.renews.is_some_and(|(date, _)| date == expires.date), "{expires:?}");
    if let Ok(allowance) = screen.allowance {
        assert_eq!(i64::from(allowance.days), i64::from(expires.days) + i64::from(!renewed), "{expires:?}");
    }
}

/// What the forecast took back is what the ledger marks as a slip: how many there are. Two figures of one
/// instant have no order there.
fn one_rule(screen: &CardScreen<'_>, movements: &[Movement]) -> usize {
    let Outlook::Known(known) = &screen.outlook else { return 0 };
    if !movements.is_sorted_by(|one, next| one.at() < next.at()) {
        return 0;
    }
    let marked: Vec<Timestamp> = movements.iter().filter(|one| one.is_slip()).map(Movement::at).collect();
    let before = |at: Timestamp| movements.iter().map(Movement::at).rfind(|earlier| *earlier < at).unwrap();
    let taken = |note: &Note| match *note {
        Note::Rise { at, cause: Some(RiseCause::Slip), .. } => Some(at),
        Note::Rise { at, cause: Some(RiseCause::SlipBefore), .. } => Some(before(at)),
        _ => None,
    };
    assert_eq!(known.notes().iter().filter_map(taken).collect::<Vec<_>>(), marked, "{movements:?}");
    marked.len()
}

/// The estimate of now, its range, the days on which it runs out and the badge say the same.
fn one_distribution(screen: &CardScreen<'_>, today: Date) {
    let gauge = &screen.gauge;
    if matches!(screen.verdict, Verdict::MaybeEmpty) {
        assert!(gauge.estimate.is_none_or(|(_, middle, _)| middle == Bytes(0)), "{gauge:?}");
        assert!(gauge.estimate.is_none() || !gauge.low && gauge.share.is_none() && screen.allowance.is_err());
    }
    let Some((low, middle, high)) = gauge.estimate else { return };
    assert!(low <= middle && middle <= high, "{gauge:?}");
    if let Ok(allowance) = screen.allowance {
        // So much on each of the days to its last one comes to no more than is likely left.
        let whole = allowance.left.0 * u64::from(allowance.days);
        assert!(whole + allowance.reserve.0 <= middle.0, "{allowance:?} {gauge:?}");
    }
    if let Verdict::Between { from, to, .. } = screen.verdict {
        assert!(middle > Bytes(0) && to.is_none_or(|to| to >= today), "{gauge:?} {:?}", screen.verdict);
        assert!(from >= today && (low > Bytes(0) || from == today), "{gauge:?} {:?}", screen.verdict);
    }
}

/// What the what-if says of a top-up now is what the card and its calendar say once it is logged; and on top of what
/// is there, with the end as it was, it is the same pool whenever it is made. Where a renewal has not come yet on its
/// day, what comes in the place of the rest is that, once it is logged, and what the plan implies is of what it began.
fn one_answer(screen: &CardScreen<'_>, story: &Story) {
    let late = screen.ledger.calendar().next(screen.ledger.zone(), story.moment.now);
    let late = late.is_some_and(|at| at.since(story.moment.now) < DAY_MS);
    for (word, effect) in [("add", Effect::Add), ("replace", Effect::Replace)] {
        if late && effect == Effect::Replace {
            continue;
        }
        for hundredths in [50, 700] {
            let mut form = ask_form(Currency::USD);
            form.set(Field::Effect, word);
            form.set(Field::Data, gb(hundredths).figure().to_string());
            let book = &story.model.book;
            let asked = what_if_screen(book, &story.moment, screen.id, &form).unwrap();
            let (Ok(standing), Some(sides)) = (asked.standing, asked.sides) else { continue };
            if effect == Effect::Add && standing.expires.is_none_or(|last| last >= standing.today) {
                let same = |side: &Brought| (side.gained, side.lost, side.days_gained, side.until);
                assert_eq!(same(&sides.now), same(&sides.later), "{sides:?}");
                assert!(matches!(sides.better(), Better::Alike | Better::Once | Better::Never), "{sides:?}");
            }
            let mut book = book.clone();
            let value = Entry { card: screen.id, at: story.moment.now, fact: top_up(hundredths, effect), note: None };
            let version = EventId(Ulid::from_parts(1_796_000_000_000, 0));
            book.entries.insert(EntryId(Ulid::from_parts(1_796_000_000_000, 0)), Kept { value: value.into(), version });
            let logged = card_screen(&book, &story.moment, screen.id, Range::All).unwrap();
            // What has ended has no day any more, whatever is put on it; nor has what lasts for more than a year.
            let Some(day) = logged.empty_day() else {
                if let (Some(end), Outlook::Known(_)) = (logged.expires, &logged.outlook)
                    && end.days >= 0
                {
                    assert_eq!(sides.now.until, end.last, "{sides:?}");
                }
                continue;
            };
            assert_eq!(sides.now.until, day, "{effect:?} {hundredths} {standing:?} {sides:?}");
            let rung = reminders(&logged, &story.moment, 0);
            let rung = rung.iter().find(|one| matches!(one.about, About::RunsOut));
            assert!(rung.is_none_or(|one| one.date == day), "{rung:?}");
        }
    }
}

/// The day of the reminder, and of the words of today, is that of the what-if.
fn one_day(screen: &CardScreen<'_>, story: &Story) {
    let mut form = ask_form(Currency::USD);
    form.set(Field::Data, "1");
    let asked = what_if_screen(&story.model.book, &story.moment, screen.id, &form).and_then(|asked| asked.sides);
    let (Some(day), Some(sides)) = (screen.empty_day(), asked) else { return };
    // Where all may be used up by now, it is thought of as that.
    let maybe_empty = matches!(screen.verdict, Verdict::MaybeEmpty);
    if sides.first == First::Empty && !maybe_empty {
        assert_eq!(sides.later.on, day, "{sides:?}");
    }
}

/// The table beside the chart says the same as the gauge.
fn shown(story: &mut Story, card: CardId) {
    let (lefts, known, small): (Vec<Bytes>, _, _) = {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        (
            screen.charts.general.marks.iter().rev().filter_map(|mark| mark.left).collect(),
            screen.gauge.known,
            screen.gauge.small,
        )
    };
    let page = story.tables("figures", card, Lang::En);
    let mut rest = page.html.as_str();
    for left in &lefts {
        let data = format::data(*left, travel().base, small).replace('<', "&lt;");
        let cell = format!("<td class=\"num\">{data}</td>");
        let at = rest.find(&cell).unwrap_or_else(|| panic!("{cell} is not in the table"));
        rest = &rest[at + cell.len()..];
    }
    if let Some(known) = known {
        let figure = format::bytes(known.left, travel().base, small).0;
        assert!(page.html.contains(&figure), "{figure}");
    }
}

/// A card of which 0.85 GB is left, or as many MB, says so wherever it says it.
#[test]
fn one_figure_is_in_one_unit_everywhere() {
    for (figure, unit, says, never) in
        [("0.85", Unit::GB, "0.85\u{a0}GB", "870\u{a0}MB"), ("870", Unit::MB, "870\u{a0}MB", "0.84\u{a0}GB")]
    {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(200)), ..travel() });
        story.entry(card, 30, check(left(190), Source::Text));
        let amount = Amount::new(Decimal::parse(figure).unwrap(), unit).unwrap();
        story.entry(card, 0, check(Said::Left(Quantity::Data(amount)), Source::Text));
        for lang in Lang::ALL {
            let page = story.tables("one-unit", card, lang);
            // The gauge, the chart's sentences, its table, the history.
            assert!(page.html.matches(says).count() >= 3, "{says}: {}", page.html.matches(says).count());
            page.lacks(never);
            story.page("one-unit-list", Route::Cards, lang).has(says);
        }
    }
}

/// What a check says stands beside a larger figure as it was said.
#[test]
fn a_part_of_a_gigabyte_stays_one_when_more_is_said_later() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
    let said = |figure: &str| {
        let amount = Amount::new(Decimal::parse(figure).unwrap(), Unit::GB).unwrap();
        check(Said::Left(Quantity::Data(amount)), Source::Text)
    };
    story.entry(card, 90, said("0.44"));
    story.entry(card, 2, said("4.1"));
    story.tables("one-face", card, Lang::En).says(&["0.44 GB"]).silent(&["450 MB"]);
}

/// Amounts that are compared with one another stand in one unit: that of the larger.
#[test]
fn what_is_compared_has_one_unit() {
    let card_of = |plan, checks: &[(i64, Said)]| {
        let mut story = Story::new();
        let card = story.card(Card { plan: Some(gb(plan)), ..travel() });
        for &(hours, said) in checks {
            story.entry(card, hours, check(said, Source::Text));
        }
        (story, card)
    };
    // Today's share, what is left of it and what was used.
    let (mut story, card) = card_of(1500, &[(20, left(1230)), (1, left(1200))]);
    story.page("one-unit-tile", Route::Card(card), Lang::En).says(&["GB used of today’s 0."]);
    // More was used than there was.
    let used = Said::Used(Quantity::Data(gb(120)));
    let (mut story, card) = card_of(90, &[(1, used)]);
    story.page("one-unit-beyond", Route::Card(card), Lang::En).says(&["1.2 GB used, more than the 0.9 GB there was"]);
    // What was left last time is in the unit of what is typed now, and the parts of a whole in that of the whole.
    let (mut story, card) = card_of(500, &[(20, left(49))]);
    let route = Route::Log(Some(card));
    story.page("one-unit-rose", route, Lang::En);
    for (field, text) in [(Field::Mode, "type"), (Field::Said, "left"), (Field::Figure, "1.2"), (Field::Unit, "GB")] {
        story.tell(Msg::Typed(field, text.to_owned()));
    }
    story.page("one-unit-rose", route, Lang::En).says(&["more than the 0.49 GB of last time"]);
    let (mut story, card) = card_of(100, &[]);
    let route = Route::Log(Some(card));
    story.page("one-unit-share", route, Lang::En);
    for (field, text) in [(Field::Mode, "type"), (Field::Said, "left-percent"), (Field::Figure, "50")] {
        story.tell(Msg::Typed(field, text.to_owned()));
    }
    story.page("one-unit-share", route, Lang::En).says(&["taken of 1 GB in all", "0.5 GB left"]);
}

/// Between checks to a tenth of a gigabyte no day is known to the megabyte; nor is it said to be another in the table
/// than where it is read off.
#[test]
fn a_days_use_is_said_as_finely_as_the_checks() {
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
    for (ago, tenths) in [(24 * 6, 84), (24 * 3, 80), (24 * 2, 74), (2, 71)] {
        let amount = Amount::new(Decimal::new(tenths, 1).unwrap(), Unit::GB).unwrap();
        story.entry(card, ago, check(Said::Left(Quantity::Data(amount)), Source::App));
    }
    let page = story.tables("as-finely", card, Lang::En);
    page.says(&["Nov 15–160.3 GB0.1 GB", "Nov 170.4 GB", "Nov 200.1 GB"]).has("about 0.1\u{a0}GB used that day");
    let days = page.html.rsplit("<tbody>").next().unwrap().split("</tbody>").next().unwrap();
    assert!(!days.contains("MB"), "{days}");
}

/// A reply that says what is used before what is left is of what is left.
#[test]
fn the_unit_is_that_of_what_is_left_though_what_is_used_is_said_first() {
    let said = |figure: &str, word: fn(Quantity) -> Said| {
        let amount = Amount::new(Decimal::parse(figure).unwrap(), Unit::GB).unwrap();
        Measure { bucket: Bucket::General, said: word(Quantity::Data(amount)) }
    };
    let mut story = Story::new();
    let card = story.card(Card { plan: Some(gb(1000)), ..travel() });
    let Fact::Check(mut both) = check(left(10), Source::Text) else { unreachable!() };
    both.measures = vec![said("9.15", Said::Used), said("0.85", Said::Left)];
    story.entry(card, 0, Fact::Check(both));
    for lang in Lang::ALL {
        story.tables("used-first", card, lang).has("0.85\u{a0}GB").lacks("870\u{a0}MB");
    }
}

#[test]
fn the_first_day_has_what_was_used_since_the_plan_began() {
    // Since midnight, by the card's plan; or since five hours ago, by a top-up.
    for (entries, validity) in [(&[(1, 5, 460)][..], 6), (&[(5, 0, 499), (1, 5, 460)], 0)] {
        let (mut story, card) = told(entries, validity);
        let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
        agree(&screen, story.moment.offsets(&travel().zone), &story);
        let used =
            Bytes(gb(if validity == 6 { 500 } else { 499 }).bytes(travel().base).0 - gb(460).bytes(travel().base).0);
        assert_eq!(screen.allowance.map(|today| today.used), Ok(used));
        let page = story.tables("first-day", card, Lang::En);
        page.says(&["used of today’s"]);
    }
}

/// A renewal that two checks of one day tell of: a book that was found at random.
#[test]
fn a_period_that_begins_within_the_day_has_its_own_use() {
    let (story, card) = told(&[(7, 1, 0), (6, 3, 120), (0, 3, 30)], 4);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    agree(&screen, story.moment.offsets(&travel().zone), &story);
    assert!(screen.allowance.is_ok_and(|allowance| allowance.used == Bytes(0)));
}

/// What was used before a top-up in the place of the rest is no part of its day: found at random.
#[test]
fn what_came_in_the_place_of_the_rest_today_has_its_own_use() {
    let (story, card) = told(&[(6, 1, 38), (0, 0, 150), (7, 3, 463)], 0);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    agree(&screen, story.moment.offsets(&travel().zone), &story);
    assert!(screen.allowance.is_ok_and(|allowance| allowance.used == Bytes(0)));
}

/// A renewal of which a check of its day found nothing, after use so heavy that it fits neither: found at random.
#[test]
fn what_comes_in_the_place_of_what_has_not_renewed_yet_is_good_as_the_what_if_says() {
    let (story, card) = told(&[(1, 5, 0), (65, 3, 389)], 2);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    agree(&screen, story.moment.offsets(&travel().zone), &story);
}

/// The card's last day is over, and two checks name renewals, the first of them before that end: found at random.
#[test]
fn a_top_up_after_the_end_is_asked_about_as_it_is_logged() {
    let (story, card) = told(&[(1, 3, 309), (0, 3, 31)], 2);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    agree(&screen, story.moment.offsets(&travel().zone), &story);
}

#[test]
fn a_top_up_stands_behind_each_figure_of_its_instant() {
    // What was left 15 hours ago; now, at one time, what the app says was used and what the carrier says is left.
    let (story, card) = told(&[(15, 3, 35), (0, 1, 0), (0, 5, 35)], 1);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    agree(&screen, story.moment.offsets(&travel().zone), &story);
}

/// Queued while renewals are named, after what came in the place of the rest: found at random.
#[test]
fn what_came_in_its_place_is_used_as_the_what_if_says_where_something_is_queued() {
    let (story, card) = told(&[(783, 0, 9), (35, 0, 92), (326, 3, 257), (56, 0, 260), (285, 0, 0)], 6);
    let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
    agree(&screen, story.moment.offsets(&travel().zone), &story);
}

#[test]
fn every_figure_agrees_with_every_other() {
    let entries = proptest::collection::vec((0_i64..1000, 0_u8..8, 0_i64..600), 0..14);
    let mut runner = TestRunner::new(Config { cases: 1000, ..Config::default() });
    let (seen, slips) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    runner
        .run(&(entries, 0..8_usize), |(entries, validity)| {
            let (mut story, card) = told(&entries, validity);
            {
                let screen = card_screen(&story.model.book, &story.moment, card, Range::All).unwrap();
                agree(&screen, story.moment.offsets(&travel().zone), &story);
                let ledger = story.model.book.ledger_now(card, &story.moment).unwrap();
                slips.set(slips.get() + one_rule(&screen, &ledger.movements(Bucket::General)));
            }
            // A page takes longer than all of the figures.
            seen.set(seen.get() + 1);
            if seen.get() % 20 == 0 {
                shown(&mut story, card);
            }
            Ok(())
        })
        .unwrap();
    assert!(slips.get() > 100, "{}", slips.get());
}

#[test]
fn other_buckets_stand_beside_the_first() {
    let (mut story, card) = Story::travelling();
    let hotspot = |hundredths: i64| {
        let Fact::Check(mut said) = check(Said::Left(Quantity::Data(gb(hundredths))), Source::App) else { panic!() };
        said.measures[0].bucket = Bucket::Hotspot;
        Fact::Check(said)
    };
    story.entry(card, 200, hotspot(200));
    story.entry(card, 3, hotspot(120));
    story.page("buckets", Route::Card(card), Lang::En).says(&[
        "Hotspot",
        "Nov 12–20: from 2 GB to 1.2 GB · about 100 MB a day",
        "1.2 GB",
        "chance that it lasts",
    ]);
    // Of what was found once nothing can be told, and of what is over nothing is foretold.
    let (mut once, card) = Story::travelling();
    once.entry(card, 3, hotspot(120));
    once.page("bucket-once", Route::Card(card), Lang::En)
        .says(&["Hotspot", "1.2 GB"])
        .silent(&["chance that it lasts"]);
    // In the unit in which it was said, on the card, in its chart and in the history.
    once.entry(card, 1, hotspot(20));
    let page = once.tables("bucket-unit", card, Lang::En);
    page.silent(&["204 MB"]);
    assert!(page.html.matches("0.2\u{a0}GB").count() >= 3, "{}", page.html.matches("0.2\u{a0}GB").count());
    story.moment.now = story.moment.now.plus(20 * 24 * crate::story::HOUR);
    story.page("buckets-over", Route::Cards, Lang::En).silent(&["chance that it lasts"]);
}

#[test]
fn after_many_top_ups_a_full_gauge_is_what_there_was_when_the_last_of_them_came() {
    let mut story = Story::new();
    let threshold = Threshold::Percent(20);
    let card = story.card(Card { plan: Some(gb(200)), threshold, validity: Validity::Unknown, ..travel() });
    for week in (0..5).rev() {
        story.entry(card, week * 168 + 3, check(left(20), Source::App));
        story.entry(card, week * 168 + 2, top_up(200, Effect::Add));
    }
    let page = story.page("figures-many", Route::Card(card), Lang::En);
    page.says(&["2.2 GB"]).silent(&["below your", "12 GB"]);
    let gauge = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap().gauge;
    assert!(gauge.share.is_some_and(|share| share > 0.95), "{gauge:?}");
    // What was used is told of all that there was.
    story.entry(card, 1, check(Said::Used(Quantity::Data(gb(1000))), Source::App));
    story.page("figures-used", Route::Card(card), Lang::En).says(&["2 GB"]);
}

#[test]
fn a_share_of_megabytes_and_what_was_used_of_it_are_in_one_unit() {
    let mut story = Story::new();
    let card = story.card(travel());
    for (ago, hundredths) in [(192, 440), (36, 190), (2, 87)] {
        story.entry(card, ago, check(left(hundredths), Source::App));
    }
    let text = story.page("figures-unit", Route::Card(card), Lang::En).text();
    let tile = text.split("used of today’s").collect::<Vec<_>>();
    let used = tile[0].rsplit("about ").next().unwrap();
    assert!(
        used.contains("MB") && tile[1].trim_start().split_once(' ').is_some_and(|(_, rest)| rest.starts_with("MB")),
        "{text}"
    );
}
