//! The reminders of a card, and the calendar file that they leave as.

use crate::story::{HOUR, Story, check, left, travel};
use sim_gauge::app::calendar::{About, Appointment, calendar, calendar_file, reminders};
use sim_gauge::app::form::Field;
use sim_gauge::app::screen::{Out, Verdict, card_screen};
use sim_gauge::app::{Effect, Msg, Route};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Arrival, Card, CardId, Currency, Date, Decimal, Fact, KeepRule, Keeping, Line, Money, Offsets, Source, Timestamp,
    TopUp, Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use std::rc::Rc;

/// What is rung for, and when on the card's clock: `expires-7 2026-11-27 09:00`.
fn rings(story: &Story, card: CardId, every: u16) -> Vec<String> {
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let zone = story.moment.offsets(&screen.card.zone);
    let found = reminders(&screen, &story.moment, every);
    let said = |about: About| match about {
        About::Expires(days) => format!("expires-{days}"),
        About::Renews(days) => format!("renews-{days}"),
        About::RunsOut => "empty".to_owned(),
        About::Keep(days) => format!("keep-{days}"),
        About::Fee(days) => format!("fee-{days}"),
        About::Check(days) => format!("check-{days}"),
        About::Needed => "needed".to_owned(),
    };
    let line = |reminder: &sim_gauge::app::calendar::Reminder| {
        let (date, minute) = zone.local(reminder.at);
        format!("{} {date} {:02}:{:02}", said(reminder.about), minute / 60, minute % 60)
    };
    found.iter().map(line).collect()
}

/// The lines of a file, unfolded; it is held to the form of RFC 5545, 3.1, on the way.
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']), "{file:?}");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    file.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

fn value<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn it_rings_before_the_expiry_when_it_runs_out_and_for_the_habit() {
    let (story, card) = Story::travelling();
    assert_eq!(
        rings(&story, card, 0),
        [
            "empty 2026-11-26 09:00",
            "expires-7 2026-11-27 09:00",
            "expires-3 2026-12-01 09:00",
            "expires-1 2026-12-03 09:00",
        ]
    );
    assert_eq!(rings(&story, card, 3)[0], "check-3 2026-11-23 09:00");
    // What is past is not rung for.
    let (mut late, card) = Story::travelling();
    late.moment.now = late.moment.now.plus(11 * 24 * HOUR);
    late.entry(card, 1, check(left(150), Source::Text));
    assert_eq!(rings(&late, card, 0), ["expires-1 2026-12-03 09:00"]);
    assert_eq!(rings(&late, card, 7), ["expires-1 2026-12-03 09:00"], "no check after the end");
    late.moment.now = late.moment.now.plus(11 * 24 * HOUR);
    assert_eq!(rings(&late, card, 0), [] as [&str; 0]);
}

#[test]
fn it_rings_before_the_flight_home() {
    let (mut story, _) = Story::travelling();
    let card = story.card(Card { needed_until: Date::new(2026, 12, 2), validity: Validity::Unknown, ..travel() });
    assert_eq!(rings(&story, card, 0), ["needed 2026-11-29 09:00"]);
    for (lang, title) in [
        (Lang::ZhHans, "美国旅行卡：要用到 2026年12月2日，查查够不够"),
        (Lang::ZhHant, "美国旅行卡：要用到 2026年12月2日，查查夠不夠"),
        (Lang::En, "美国旅行卡 is needed through Dec 2, 2026: check that it lasts"),
    ] {
        story.page("reminders-needed", Route::Reminders(card), lang).says(&[title]);
    }
    let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
    assert!(value(&lines(&file), "UID")[0].starts_with("needed-"), "{file}");
    story.moment.now = story.moment.now.plus(10 * 24 * HOUR);
    assert_eq!(rings(&story, card, 0), [] as [&str; 0]);
}

#[test]
fn it_rings_for_the_number() {
    let mut story = Story::new();
    let from = Date::new(2026, 11, 1);
    let keeping = Some(Keeping { rule: KeepRule::Activity { days: 30 }, grace: 10, from });
    let kept = story.card(Card { keeping, validity: Validity::Unknown, ..travel() });
    assert_eq!(
        rings(&story, kept, 0),
        ["keep-3 2026-11-28 09:00", "keep-1 2026-11-30 09:00", "keep-0 2026-12-01 09:00"]
    );
    // Once the service is over it rings for the end of the grace, of a fee as well.
    let rule = KeepRule::MonthlyFee { day: 1, fee: None };
    let keeping = Some(Keeping { rule, grace: 30, from: Date::new(2026, 10, 2) });
    let fee = story.card(Card { keeping, validity: Validity::Unknown, ..travel() });
    assert_eq!(
        rings(&story, fee, 0),
        ["keep-3 2026-11-28 09:00", "keep-1 2026-11-30 09:00", "keep-0 2026-12-01 09:00"]
    );
    // Where what keeps it is on its way, it rings to look whether that came, and not to pay again.
    let keeping = Some(Keeping { rule: KeepRule::TopUp { days: 30, least: None }, grace: 10, from });
    let paid = story.card(Card { keeping, validity: Validity::Unknown, ..travel() });
    story.entry(paid, 1, Fact::TopUp(TopUp { arrival: Arrival::Pending, ..TopUp::default() }));
    assert_eq!(rings(&story, paid, 0), ["check-0 2026-11-28 09:00"]);
    // On the last days it rings on the next one.
    let now = story.moment.now;
    for (days, on) in [(7, Some("11-28")), (8, Some("11-29")), (9, Some("11-30")), (10, Some("12-01")), (11, None)] {
        story.moment.now = now.plus(days * 24 * HOUR);
        let paid = story.card(story.model.book.card(paid).unwrap().clone());
        story.entry(paid, 1, Fact::TopUp(TopUp { arrival: Arrival::Pending, ..TopUp::default() }));
        let on = on.map(|on| format!("check-0 2026-{on} 09:00"));
        assert_eq!(rings(&story, paid, 0), on.into_iter().collect::<Vec<_>>(), "{days} days later");
    }
    story.moment.now = now;
    let lost = story.card(Card { number_lost: Date::new(2027, 1, 31), validity: Validity::Unknown, ..travel() });
    assert_eq!(
        rings(&story, lost, 0),
        ["keep-3 2027-01-27 09:00", "keep-1 2027-01-29 09:00", "keep-0 2027-01-30 09:00"]
    );
    let nothing = story.card(Card { validity: Validity::Unknown, ..travel() });
    assert_eq!(rings(&story, nothing, 0), [] as [&str; 0]);
    assert_eq!(calendar_file(&story.model, &story.moment, nothing, 0), None);
}

#[test]
fn the_file_says_it_in_the_cards_zone_with_the_way_to_check() {
    let (mut story, card) = Story::travelling();
    story.page("reminders", Route::Reminders(card), Lang::En);
    let (name, file) = calendar_file(&story.model, &story.moment, card, 3).unwrap();
    assert_eq!(name, "sim-gauge-2026-11-21.ics", "the device's own day");
    let lines = lines(&file);
    assert_eq!((lines.first().unwrap().as_str(), lines.last().unwrap().as_str()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    assert_eq!(value(&lines, "VERSION"), ["2.0"]);
    assert_eq!(
        value(&lines, "DTSTART;TZID=America/New_York"),
        ["20261123T090000", "20261126T090000", "20261127T090000", "20261201T090000", "20261203T090000"]
    );
    assert_eq!(value(&lines, "TZID"), ["America/New_York"], "defined once");
    assert_eq!(value(&lines, "RRULE"), ["FREQ=DAILY;INTERVAL=3;UNTIL=20261205T050000Z"], "through the last day");
    let summaries = value(&lines, "SUMMARY");
    assert_eq!(summaries[0], "美国旅行卡: check the balance");
    assert_eq!(summaries[2], "美国旅行卡 expires in 7\u{a0}days");
    assert_eq!(value(&lines, "TRIGGER"), ["PT0S"; 5]);
    for says in value(&lines, "DESCRIPTION").iter().step_by(2) {
        assert!(says.contains("To check: Send a text BAL → 6700"), "{says}");
        assert_eq!(
            says.contains("To top up: Call 611"),
            says.contains("It ends on") || says.contains("Runs out around"),
            "{says}"
        );
    }
    assert!(file.contains("23:59 (New York time)"), "{file}");
    assert!(!file.contains("4471"), "a calendar is often someone else's server: no number in it");
}

#[test]
fn it_rings_as_many_days_before_the_end_as_the_card_gives_notice() {
    let (mut story, _) = Story::travelling();
    for (days, more) in [(10, 1), (3, 0), (0, 0)] {
        let card = story.card(Card { notice_days: days, ..travel() });
        let found = rings(&story, card, 0);
        assert_eq!(found.len(), 3 + more, "{found:?}");
        assert_eq!(found[0] == "expires-10 2026-11-24 09:00", more > 0, "{found:?}");
    }
}

#[test]
fn the_day_on_which_it_may_run_out_says_between_which_days() {
    let (mut story, card) = Story::travelling();
    for (lang, words) in [
        (Lang::ZhHans, "预计 11月26日–12月3日用完"),
        (Lang::ZhHant, "預計 11月26日–12月3日用完"),
        (Lang::En, "Runs out around Nov 26 – Dec 3"),
    ] {
        story.page("reminders", Route::Reminders(card), lang);
        let lines = lines(&calendar_file(&story.model, &story.moment, card, 0).unwrap().1);
        assert!(value(&lines, "DESCRIPTION").iter().any(|says| says.starts_with(words)), "{lines:?}");
    }
}

/// Whatever the screen says of it: the file says the same, and of what may be used up by now no day of the past.
#[test]
fn the_day_on_which_it_may_run_out_is_said_as_on_the_screen() {
    let mut likely = 0;
    for last in (40..480).step_by(20) {
        let mut story = Story::new();
        let card = story.card(travel());
        for (hours, hundredths) in [(15 * 24, 900), (12 * 24, 790), (8 * 24, 650), (4 * 24, last)] {
            story.entry(card, hours, check(left(hundredths), Source::Text));
        }
        for lang in Lang::ALL {
            let screen = story.page("rings-as-said", Route::Card(card), lang).text();
            let Some((_, file)) = calendar_file(&story.model, &story.moment, card, 0) else { continue };
            let lines = lines(&file);
            let Some(place) = lines.iter().position(|line| line.starts_with("UID:empty-")) else { continue };
            let says = lines.iter().skip(place).find_map(|line| line.strip_prefix("DESCRIPTION:")).unwrap();
            let says = says.split("\\n").next().unwrap().replace("\\,", ",").replace('\u{a0}', " ");
            // Where no day is to be named, the way to check comes first.
            let days =
                ["预计", "預計", "最早", "前多半用完", "前應該會用完", "Runs out", "May run out", "Likely used up"];
            let named = days.iter().any(|word| says.contains(word));
            assert!(!named || screen.contains(&says), "{last}: {says:?} in {screen}");
            likely += usize::from(says.contains("日前"));
        }
    }
    assert!(likely > 1, "what may be used up by now");
}

#[test]
fn a_second_file_replaces_the_first() {
    let (mut story, card) = Story::travelling();
    let file = |story: &Story| lines(&calendar_file(&story.model, &story.moment, card, 1).unwrap().1);
    let first = file(&story);
    let uids: Vec<String> = value(&first, "UID").iter().map(|uid| (*uid).to_owned()).collect();
    let mut distinct = uids.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), uids.len(), "each its own");
    // A day later, with a new end.
    story.moment.now = story.moment.now.plus(24 * HOUR);
    let until = Validity::Until(Date::new(2026, 12, 20).unwrap());
    story.event(sim_gauge::journal::Change::SavedCard {
        card,
        replaces: None,
        value: Rc::new(Card { validity: until, ..travel() }),
    });
    let second = file(&story);
    for uid in value(&second, "UID") {
        assert!(uids.iter().any(|known| known == uid), "{uid}");
    }
    let revision = |lines: &[String]| -> u64 { value(lines, "SEQUENCE")[0].parse().unwrap() };
    assert!(revision(&second) > revision(&first) && revision(&second) < 1 << 31);
    assert!(value(&second, "DTSTAMP")[0] > value(&first, "DTSTAMP")[0]);
    assert!(value(&second, "DTSTART;TZID=America/New_York").contains(&"20261213T090000"));
}

#[test]
fn long_lines_are_folded_between_characters_and_signs_are_escaped() {
    let at = Timestamp::from_millis(1_795_201_200_000).unwrap();
    let title = "余量，提醒；".repeat(20);
    let says = format!("a,b;c\\d\nsecond\u{7}{}", "é€😀".repeat(40));
    let event = Appointment { uid: "x@y".to_owned(), at, title: title.clone(), says, again: None };
    let lines = lines(&calendar(&[event], (&ZoneName::utc(), &Offsets::UTC), at));
    assert_eq!(value(&lines, "SUMMARY"), [title.as_str()], "nothing lost by folding");
    let said = value(&lines, "DESCRIPTION")[0];
    assert!(said.starts_with("a\\,b\\;c\\\\d\\nsecondé€😀"), "{said}");
}

#[test]
fn a_number_is_rung_for_with_what_to_do() {
    let mut story = Story::new();
    story.page("ways", Route::Home, Lang::En);
    let from = Date::new(2026, 11, 1);
    let least = Some(Money { figure: Decimal::parse("5").unwrap(), currency: Currency::USD });
    let carrier = Line::parse("us-tmobile-prepaid");
    for (rule, says, pays) in [
        (KeepRule::TopUp { days: 30, least }, "A top-up of at least $5.00 keeps the number.", true),
        (KeepRule::TopUp { days: 30, least: None }, "A top-up keeps the number.", true),
        (KeepRule::MonthlyFee { day: 28, fee: least }, "Have $5.00 on the card for the monthly fee.", true),
        (KeepRule::Activity { days: 30 }, "Make a call\\, send a text\\, or use a little data.", false),
    ] {
        let keeping = Some(Keeping { rule, grace: 0, from });
        let card = Card { carrier: carrier.clone(), keeping, validity: Validity::Unknown, ..travel() };
        let card = story.card(card);
        story.page("reminders", Route::Reminders(card), Lang::En);
        let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
        let lines = lines(&file);
        let said = value(&lines, "DESCRIPTION")[0];
        assert!(said.starts_with(says), "{said}");
        assert_eq!(said.contains("To top up: Dial a code *233"), pays, "{said}");
        assert!(said.contains("To check: Call 611"), "{said}");
        // The last day is called that; a fee may be taken as its day begins.
        let titles = value(&lines, "SUMMARY");
        if matches!(rule, KeepRule::MonthlyFee { .. }) {
            assert_eq!(rings(&story, card, 0), ["fee-3 2026-11-25 09:00", "fee-1 2026-11-27 09:00"]);
            assert!(
                titles.iter().all(|title| title.ends_with(": have enough for the fee on Nov 28\\, 2026")),
                "{titles:?}"
            );
            continue;
        }
        assert!(
            titles.iter().any(|title| title.contains("keep the number\\, ") && title.ends_with(" at the latest")),
            "{titles:?}"
        );
        let last = "keep the number today";
        assert_eq!(titles.iter().filter(|title| title.contains(last)).count(), 1, "{titles:?}");
    }
}

#[test]
fn a_card_of_hong_kong_rings_in_the_words_of_hong_kong_and_keeps_its_name() {
    let mut story = Story::new();
    story.page("ways", Route::Home, Lang::ZhHant);
    let keeping =
        Some(Keeping { rule: KeepRule::TopUp { days: 30, least: None }, grace: 0, from: Date::new(2026, 11, 1) });
    let card = Card {
        name: Line::parse("香港門號").unwrap(),
        carrier: Line::parse("hk-cmhk"),
        keeping,
        validity: Validity::Unknown,
        ..travel()
    };
    let card = story.card(card);
    story.page("reminders", Route::Reminders(card), Lang::ZhHant).says(&["香港門號：", "最晚 2026年12月1日要保號"]);
    let (_, file) = calendar_file(&story.model, &story.moment, card, 7).unwrap();
    let lines = lines(&file);
    assert!(value(&lines, "SUMMARY").iter().all(|title| title.starts_with("香港門號：")), "{file}");
    let said = value(&lines, "DESCRIPTION").join("\n");
    assert!(said.contains("增值一次，就能保住電話號碼。"), "{said}");
    assert!(said.contains("增值：") && !said.contains("儲值"), "{said}");
}

#[test]
fn summer_time_moves_the_instant_and_not_the_hour() {
    let (mut story, _) = Story::travelling();
    let zone = ZoneName::parse("Europe/Berlin").unwrap();
    // From the last Sunday of October an hour less.
    let change = Offsets::UTC.instant(Date::new(2026, 10, 25).unwrap(), 60);
    story.moment.zones.push((zone.clone(), Offsets::new(120, vec![(change, 60)])));
    story.moment.now = Offsets::UTC.instant(Date::new(2026, 10, 20).unwrap(), 0);
    let card = story.card(Card { zone, validity: Validity::Until(Date::new(2026, 10, 29).unwrap()), ..travel() });
    let (_, file) = calendar_file(&story.model, &story.moment, card, 1).unwrap();
    let lines = lines(&file);
    assert_eq!(
        value(&lines, "DTSTART;TZID=Europe/Berlin"),
        ["20261021T090000", "20261022T090000", "20261026T090000", "20261028T090000"]
    );
    assert_eq!(value(&lines, "RRULE"), ["FREQ=DAILY;INTERVAL=1;UNTIL=20261029T230000Z"]);
    let from = lines.iter().position(|line| line == "BEGIN:VTIMEZONE").unwrap();
    let to = lines.iter().position(|line| line == "END:VTIMEZONE").unwrap();
    assert_eq!(
        lines[from..=to],
        [
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Berlin",
            "BEGIN:DAYLIGHT",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0200",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:20261025T030000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "END:STANDARD",
            "END:VTIMEZONE",
        ]
    );
}

#[test]
fn a_zone_that_the_platform_does_not_know_is_the_devices_own() {
    let (mut story, _) = Story::travelling();
    let zone = ZoneName::parse("Mars/Olympus").unwrap();
    let card = story.card(Card { zone, ..travel() });
    let (_, file) = calendar_file(&story.model, &story.moment, card, 1).unwrap();
    assert!(!file.contains("Mars") && file.contains(&format!("TZID:{}\r\n", story.moment.zone)), "{file}");
}

#[test]
fn the_page_lists_what_will_ring_and_hands_over_the_file() {
    let (mut story, card) = Story::travelling();
    for (lang, words) in [
        (
            Lang::ZhHans,
            [
                "放进手机日历",
                "美国旅行卡：还有 7 天到期",
                "美国旅行卡：流量可能用完",
                "每隔几天查一次余量",
                "存成日历文件",
            ],
        ),
        (
            Lang::ZhHant,
            [
                "放進手機行事曆",
                "美国旅行卡：還有 7 天到期",
                "美国旅行卡：流量可能用完",
                "每隔幾天查一次用量",
                "存成行事曆檔案",
            ],
        ),
        (
            Lang::En,
            [
                "Into the phone’s calendar",
                "美国旅行卡 expires in 7 days",
                "美国旅行卡 may run out of data",
                "A reminder to check the balance",
                "Save as a calendar file",
            ],
        ),
    ] {
        story.page("reminders", Route::Reminders(card), lang).says(&words).silent(&["旅行卡: check the balance"]);
    }
    story.page("card", Route::Card(card), Lang::En).leads(&[Route::Reminders(card)]);
    story.page("reminders", Route::Reminders(card), Lang::En);
    story.tell(Msg::Typed(Field::Habit, "3".to_owned()));
    story.page("reminders-habit", Route::Reminders(card), Lang::En).says(&["美国旅行卡: check the balance"]);
    let effects = story.tell(Msg::AskedCalendar(card, false));
    let [Effect::HandCalendar { share: false, name, text }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(name.ends_with(".ics") && text.contains("FREQ=DAILY;INTERVAL=3"));
    let empty = story.card(Card::named(Line::parse("bare").unwrap(), ZoneName::utc()));
    story.page("reminders-none", Route::Reminders(empty), Lang::ZhHans).says(&["还没有可以提醒的日子"]);
    // Nor does one of which the last day is today.
    let from = Date::new(2026, 10, 1);
    let keeping = Some(Keeping { rule: KeepRule::Activity { days: 40 }, grace: 10, from });
    let last = story.card(Card { keeping, validity: Validity::Unknown, ..travel() });
    story.page("reminders-past", Route::Reminders(last), Lang::En).says(&["No day to be reminded of"]);
    story.page("reminders-past", Route::Reminders(last), Lang::ZhHant).says(&["要提醒的日子都過了。"]);
    story
        .page("last-day-of-grace", Route::Card(last), Lang::ZhHans)
        .says(&["今天是最后一天：用一次"])
        .silent(&["尽快"]);
    // What is over lacks no validity.
    let (mut past, card) = Story::travelling();
    past.moment.now = past.moment.now.plus(40 * 24 * crate::story::HOUR);
    past.page("reminders-over", Route::Reminders(card), Lang::ZhHans)
        .says(&["已经到期，没有可以提醒的日子"])
        .silent(&["补上有效期", "每隔几天"]);
    assert_eq!(story.tell(Msg::AskedCalendar(empty, false)), []);
}

#[test]
fn before_a_renewal_it_rings_for_that() {
    let mut story = Story::new();
    let renews = Date::new(2026, 12, 4);
    let card = story.card(Card { validity: Validity::Unknown, renews, ..travel() });
    assert_eq!(
        rings(&story, card, 0),
        ["renews-7 2026-11-27 09:00", "renews-3 2026-12-01 09:00", "renews-1 2026-12-03 09:00"]
    );
    let (_, file) = calendar_file(&story.model, &story.moment, card, 0).unwrap();
    let lines = lines(&file);
    assert_eq!(value(&lines, "SUMMARY")[0], "美国旅行卡：还有 7\u{a0}天续费");
    assert!(!file.contains("到期"), "{file}");
}

/// The reminder is of the first day on which the app says that it may run out, and the run-out page is led to.
#[test]
fn the_day_that_is_rung_for_is_the_first_on_which_it_may_run_out_today() {
    let (mut story, card) = Story::travelling();
    let day = |story: &Story| {
        let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
        let today = story.moment.offsets(&screen.card.zone).date(story.moment.now);
        let from = if let Verdict::Between { from, .. } = screen.verdict { Some(from) } else { None };
        (today, from, screen.out(today))
    };
    let screen = card_screen(&story.model.book, &story.moment, card, Range::Cycle).unwrap();
    let rung = reminders(&screen, &story.moment, 0).into_iter().find(|one| one.about == About::RunsOut).unwrap();
    let mut low_edge = false;
    let first = loop {
        let (today, from, out) = day(&story);
        if out.is_some() {
            assert_eq!(out, Some(Out::Today));
            break today;
        }
        low_edge |= from.is_some_and(|from| from <= today);
        story.moment.now = story.moment.now.plus(24 * HOUR);
    };
    assert!(low_edge, "a day on which it may be empty with less than an even chance comes before");
    assert_eq!(rung.date, first);
    story.page("may-today", Route::Card(card), Lang::En).leads(&[Route::RunOut(card)]);
}
