//! Tables for spreadsheets: what goes out is safe to open and comes back the same; of what a
//! stranger wrote, only what is clear comes in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::app::table::{Column, Found, KindChoice, Owner, RowFault, Table, all_entries, top_ups};
use sim_gauge::domain::*;
use sim_gauge::i18n::Lang;
use sim_gauge::journal::{Change, Event, Journal, Record, Unordered, read_table, write_table};
use std::rc::Rc;

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn amount(text: &str, unit: Unit) -> Amount {
    Amount::new(Decimal::parse(text).unwrap(), unit).unwrap()
}

fn money(text: &str, currency: Currency) -> Money {
    Money { figure: Decimal::parse(text).unwrap(), currency }
}

fn id(n: u128) -> EventId {
    EventId(Ulid::from_parts(1_795_000_000_000, n))
}

fn moment() -> Moment {
    let now = Offsets::UTC.instant(Date::parse("2026-11-20").unwrap(), 17 * 60);
    Moment {
        now,
        zone: ZoneName::parse("Asia/Shanghai").unwrap(),
        device: Offsets::fixed(480),
        zones: vec![(ZoneName::parse("America/New_York").unwrap(), Offsets::fixed(-300))],
        fresh: Ulid::from_parts(now.millis().unsigned_abs(), 7),
    }
}

/// Noon in New York of a day of November 2026.
fn noon(day: u8) -> Timestamp {
    Offsets::fixed(-300).instant(Date::new(2026, 11, day).unwrap(), 12 * 60)
}

fn added(events: impl IntoIterator<Item = Change>) -> Journal {
    Journal::load((1..).zip(events).map(|(n, change)| Record::of(&Event { id: id(n), change })))
}

fn card(name: &str) -> Change {
    let value = Card::named(line(name), ZoneName::parse("America/New_York").unwrap());
    Change::SavedCard { card: CardId(id(1).0), replaces: None, value: Rc::new(value) }
}

fn entry(n: u128, day: u8, note: Option<&str>, fact: Fact) -> Change {
    let note = note.and_then(Remark::parse);
    let value = Entry { card: CardId(id(1).0), at: noon(day), fact, note };
    Change::SavedEntry { entry: EntryId(id(n).0), replaces: None, value: value.into() }
}

/// A card with one entry of each kind, and texts that want to be formulas.
fn book() -> Journal {
    let check = Check {
        measures: vec![
            Measure { bucket: Bucket::General, said: Said::Left(Quantity::Data(amount("1.20", Unit::GB))) },
            Measure { bucket: Bucket::General, said: Said::Total(Quantity::Data(amount("5", Unit::GB))) },
            Measure { bucket: Bucket::Hotspot, said: Said::UsedPercent(Decimal::parse("12.5").unwrap()) },
            Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(money("-3.10", Currency::USD))) },
            Measure { bucket: Bucket::Messages, said: Said::Left(Quantity::Count(Decimal::parse("40").unwrap())) },
            Measure { bucket: Bucket::Minutes, said: Said::Unlimited },
        ],
        expires: Date::parse("2026-12-04"),
        renews: Date::parse("2026-12-05"),
        source: Source::DialledCode,
        reply: Some("=1+1, \"left\"\nsecond line".to_owned()),
        sure: false,
    };
    let top_up = TopUp {
        data: Some(amount("2", Unit::GB)),
        credit: Some(money("10.00", Currency::USD)),
        paid: Some(money("72.80", Currency::CNY)),
        channel: Some(Channel::Alipay),
        effect: Effect::Queue,
        expires: Date::parse("2027-01-04"),
        receipt: Some(line("@A-17")),
        arrival: Arrival::Pending,
        paid_at: Some(noon(3).plus(-150 * 60_000)),
    };
    let alive = KeepAlive { act: Act::FeePaid, fee: Some(money("3", Currency::USD)) };
    added([
        card("+美国卡, \"large\""),
        entry(2, 3, Some("-note"), Fact::Check(check)),
        entry(3, 4, None, Fact::TopUp(top_up)),
        entry(4, 5, Some("'=quoted"), Fact::KeepAlive(alive)),
        entry(
            5,
            6,
            None,
            Fact::Check(Check {
                measures: Vec::new(),
                expires: Date::parse("2026-12-09"),
                renews: None,
                source: Source::App,
                reply: None,
                sure: false,
            }),
        ),
    ])
}

fn read(text: &str, journal: &Journal) -> Found {
    table(text, journal).found(journal, &moment())
}

fn table(text: &str, journal: &Journal) -> Table {
    Table::new(read_table(text).unwrap(), &journal.fold().in_use())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cells_come_back_as_they_were(rows in proptest::collection::vec(proptest::collection::vec("[=+@\\-'\",;\t\r\na1余 ＝]{0,6}", 3), 1..6)) {
        let mut all = vec![vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]];
        all.extend(rows);
        all.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        prop_assume!(all.len() > 1);
        prop_assert_eq!(read_table(&write_table(&all)), Ok(all));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,300}", lines in "[-a-z0-9/.:,;\"\n 年月日]{0,300}") {
        let journal = book();
        for text in [text, lines] {
            if let Ok(rows) = read_table(&text) {
                let _ = Table::new(rows, &[]).found(&journal, &moment());
            }
        }
    }
}

#[test]
fn a_spreadsheet_shows_every_alphabet_and_computes_nothing() {
    for lang in Lang::ALL {
        let text = all_entries(&book().fold(), &moment(), lang);
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        for cell in text.trim_start_matches('\u{feff}').split(['\r', '\n', ',']) {
            let cell = cell.trim_matches('"');
            let formula = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!formula || Decimal::parse(cell).is_some(), "{cell}");
        }
    }
    let check = |cell: &str, written: &str| {
        assert_eq!(write_table(&[vec![cell.to_owned(), "x".to_owned()]]), format!("\u{feff}{written},x\r\n"), "{cell}");
    };
    check("=1+1", "'=1+1");
    check("+1 555", "'+1 555");
    check("-3.10", "-3.10");
    check("-3.10x", "'-3.10x");
    check("@A", "'@A");
    check("\tx", "'\tx");
    check("＝1", "'＝1");
    check("'=1", "''=1");
    check("it's", "it's");
    check("a,b", "\"a,b\"");
    check("a\"b", "\"a\"\"b\"");
    check(" a", "\" a\"");
}

#[test]
fn what_goes_out_comes_back_in_every_language() {
    let journal = book();
    let book = journal.fold();
    for lang in Lang::ALL {
        let text = all_entries(&book, &moment(), lang);
        // Where it came from, everything is known.
        let found = read(&text, &journal);
        assert_eq!((found.entries.len(), found.known, found.wrong), (0, 4, vec![]), "{lang:?}");
        // On a new phone it is the same book, under the same names.
        let found = read(&text, &Journal::default());
        assert_eq!(found.wrong, vec![], "{lang:?}");
        assert_eq!(found.cards, vec![(line("+美国卡, \"large\""), ZoneName::parse("America/New_York"))]);
        let fresh = Journal::load(found.records(id(1), &moment())).fold();
        // Times are on the clock of the card's zone, which is named beside them.
        let facts = |book: &Book| {
            let entries = book.entries.iter().map(|(id, kept)| (*id, &kept.value));
            entries.map(|(id, value)| (id, value.at, value.fact.clone(), value.note.clone())).collect::<Vec<_>>()
        };
        assert_eq!(facts(&fresh), facts(&book), "{lang:?}");
        assert_eq!(fresh.cards.len(), 1);
        assert!(fresh.entries.values().all(|kept| fresh.card(kept.value.card).is_some()));
    }
}

#[test]
fn top_ups_have_their_money_in_cells_of_its_own() {
    let text = top_ups(&book().fold(), &moment(), Lang::En);
    let rows = read_table(&text).unwrap();
    assert_eq!(rows.len(), 2);
    let cell = |head: &str| rows[1][rows[0].iter().position(|known| known == head).unwrap()].as_str();
    assert_eq!((cell("Time"), cell("Time zone")), ("2026-11-04 12:00", "UTC-05:00 America/New_York"));
    assert_eq!((cell("Amount"), cell("Unit")), ("2", "GB"));
    assert_eq!(
        (cell("Credit"), cell("Credit currency"), cell("Paid"), cell("Paid currency")),
        ("10.00", "USD", "72.80", "CNY")
    );
    assert_eq!((cell("Channel"), cell("Arrival"), cell("Receipt")), ("Alipay", "Not yet", "@A-17"));
    assert_eq!(cell("Paid at"), "2026-11-03 09:30");
    let found = read(&text, &Journal::default());
    assert_eq!((found.entries.len(), found.wrong), (1, vec![]));
    let Fact::TopUp(top_up) = &found.entries[0].2.fact else { panic!("a top-up") };
    assert_eq!(top_up.paid_at, Some(Offsets::fixed(-300).instant(Date::parse("2026-11-03").unwrap(), 9 * 60 + 30)));
    assert_eq!(top_up.paid, Some(money("72.80", Currency::CNY)));
}

#[test]
fn when_a_top_up_was_paid_is_read_or_its_row_is_refused() {
    let text = top_ups(&book().fold(), &moment(), Lang::En);
    let with = |paid: &str| table(&text.replace("2026-11-03 09:30", paid), &Journal::default());
    let paid = |table: &Table| {
        let found = table.found(&Journal::default(), &moment());
        match (&found.entries[..], &found.wrong[..]) {
            ([(_, _, entry)], []) => {
                let Fact::TopUp(top_up) = &entry.fact else { panic!("a top-up") };
                Ok(top_up.paid_at.map(|at| Offsets::fixed(-300).date(at).to_string()))
            }
            ([], [(2, fault)]) => Err(*fault),
            _ => panic!("{found:?}"),
        }
    };
    assert_eq!(paid(&with("")), Ok(None));
    assert_eq!(paid(&with("13/10/2026")), Ok(Some("2026-10-13".to_owned())));
    assert_eq!(paid(&with("in the morning")), Err(RowFault::Time));
    // Nothing arrives before it is paid for.
    assert_eq!(paid(&with("2026-11-05 09:30")), Err(RowFault::Time));
    let mut either = with("03/10/2026");
    assert_eq!((either.asks_order(), paid(&either)), (true, Err(RowFault::Order)));
    either.day_first = Some(true);
    assert_eq!(paid(&either), Ok(Some("2026-10-03".to_owned())));
}

/// Somebody else's table onto the one card, every row what is left.
fn strangers(text: &str) -> Table {
    let mut table = table(text, &added([card("US")]));
    table.kind = Some(KindChoice::Left);
    table.unit = Some("GB");
    table
}

#[test]
fn dates_and_figures_of_others_are_read_or_refused() {
    let check = |date: &str, figure: &str, expected: Result<(&str, &str), RowFault>| {
        let quoted = |text: &str| format!("\"{text}\"");
        let table = strangers(&format!("date,amount\n{},{}\n", quoted(date), quoted(figure)));
        let found = table.found(&added([card("US")]), &moment());
        let read = match (found.entries.first(), found.wrong.first()) {
            (Some((_, _, entry)), None) => {
                let Fact::Check(check) = &entry.fact else { panic!() };
                let Said::Left(Quantity::Data(data)) = check.measures[0].said else { panic!() };
                let (day, minute) = Offsets::fixed(-300).local(entry.at);
                Ok((
                    format!("{day} {:02}:{:02}", minute / 60, minute % 60),
                    format!("{} {:?}", data.figure(), data.unit()),
                ))
            }
            (None, Some((2, fault))) => Err(*fault),
            odd => panic!("{odd:?}"),
        };
        assert_eq!(read, expected.map(|(at, data)| (at.to_owned(), data.to_owned())), "{date} {figure}");
    };
    for date in [
        "2026-11-03",
        "2026/11/3",
        "2026.11.03",
        "2026年11月3日",
        "2026-11-03 12:00",
        "2026-11-03T12:00:30",
        "2026/11/3 12:00:30.5",
        "2026年11月3日 12:00",
    ] {
        check(date, "1.2", Ok(("2026-11-03 12:00", "1.2 GB")));
    }
    check("11/13/2026", "1.2", Ok(("2026-11-13 12:00", "1.2 GB")));
    check("13.11.2026 9:05", "1.2", Ok(("2026-11-13 09:05", "1.2 GB")));
    check("11/11/2026", "1.2", Ok(("2026-11-11 12:00", "1.2 GB")));
    check("2026-11-20", "1.2", Ok(("2026-11-20 12:00", "1.2 GB")));
    for date in ["3/4/2026", "03-04-2026"] {
        check(date, "1.2", Err(RowFault::Order));
    }
    for date in [
        "",
        "soon",
        "2026-13-01",
        "2026-02-30",
        "26-11-03",
        "3/11/26",
        "2026-11",
        "2026-11-03Z",
        "2026-11-03 12:00 PM",
        "2026-11-03 25:00",
        "2026-11-03 12:00+08:00",
        "20261103",
        "1999-01-01",
        "99999-01-01",
    ] {
        check(date, "1.2", Err(RowFault::Time));
    }
    check("2026-11-21", "1.2", Err(RowFault::Future));
    check("2026-11-03", "1.2 MB", Ok(("2026-11-03 12:00", "1.2 MB")));
    check("2026-11-03", "1,234.5 mb", Ok(("2026-11-03 12:00", "1234.5 MB")));
    check("2026-11-03", "０.５G", Ok(("2026-11-03 12:00", "0.5 GB")));
    for figure in ["", "many", "1.2.3", "-1", "9999999", "1e3", "99999999999999999999"] {
        let found =
            strangers(&format!("date,amount\n2026-11-03,\"{figure}\"\n")).found(&added([card("US")]), &moment());
        assert!(matches!(found.wrong.first(), Some((2, RowFault::Amount | RowFault::Unit))), "{figure}: {found:?}");
    }
    for figure in ["1.2 min", "5 SMS", "5 apples"] {
        check("2026-11-03", figure, Err(RowFault::Unit));
    }
}

#[test]
fn day_and_month_are_told_by_the_whole_column_or_asked() {
    let text = "date,amount\n3/4/2026,1\n25/4/2026,2\n";
    let table = strangers(text);
    assert!(!table.asks_order());
    assert_eq!(table.found(&added([card("US")]), &moment()).entries.len(), 2);
    let mut table = strangers("date,amount\n3/4/2026,1\n5/6/2026,2\n");
    assert!(table.asks_order());
    assert_eq!(table.found(&added([card("US")]), &moment()).wrong.len(), 2);
    table.day_first = Some(false);
    let found = table.found(&added([card("US")]), &moment());
    assert_eq!(Offsets::fixed(-300).date(found.entries[0].2.at), Date::parse("2026-03-04").unwrap());
    // The column contradicts itself: nothing is told.
    assert!(strangers("date,amount\n3/4/2026,1\n25/4/2026,2\n4/25/2026,2\n").asks_order());
}

#[test]
fn a_strangers_columns_are_taken_where_they_are_certain_and_asked_where_not() {
    let journal = added([card("US")]);
    let mut table = table("when;GB left;remarks;数量\n2026-11-03;1.5;x;7\n", &journal);
    assert!(!table.ours);
    assert_eq!((table.place(Column::Time), table.place(Column::Amount)), (None, Some(3)));
    assert_eq!(table.found(&journal, &moment()).wrong, vec![(2, RowFault::Time)]);
    table.put(Column::Time, Some(0));
    table.put(Column::Amount, Some(1));
    assert_eq!(table.found(&journal, &moment()).wrong, vec![(2, RowFault::Kind)]);
    table.kind = Some(KindChoice::Used);
    assert_eq!(table.found(&journal, &moment()).wrong, vec![(2, RowFault::Unit)]);
    table.unit = Some("GB");
    let found = table.found(&journal, &moment());
    assert_eq!(found.entries.len(), 1);
    assert_eq!(found.entries[0].0, Owner::Here(CardId(id(1).0)));
    // One column is one thing.
    table.put(Column::Unit, Some(1));
    assert_eq!(table.place(Column::Amount), None);
    // Two columns of one name are none.
    assert_eq!(self::table("date,date,amount\n1,2,3\n", &journal).place(Column::Time), None);
}

#[test]
fn kinds_and_units_may_stand_in_columns() {
    let journal = added([card("US")]);
    let text = "日期\t类型\t数量\t单位\t备注\n2026-11-01\t剩余\t3\tGB\t第一次\n2026-11-02\t充值\t10\tUSD\t\n2026-11-03\tTop-up\t500\tMB\t\n2026-11-04\tused\t40\t%\t\n2026-11-05\t?\t1\tGB\t\n";
    let found = read(text, &journal);
    assert_eq!(found.wrong, vec![(6, RowFault::Kind)]);
    let facts: Vec<_> = found.entries.iter().map(|(_, _, entry)| &entry.fact).collect();
    assert!(
        matches!(facts[0], Fact::Check(check) if check.measures[0].said == Said::Left(Quantity::Data(amount("3", Unit::GB))))
    );
    assert!(
        matches!(facts[1], Fact::TopUp(top_up) if top_up.credit == Some(money("10", Currency::USD)) && top_up.data.is_none())
    );
    assert!(matches!(facts[2], Fact::TopUp(top_up) if top_up.data == Some(amount("500", Unit::MB))));
    assert!(
        matches!(facts[3], Fact::Check(check) if check.measures[0].said == Said::UsedPercent(Decimal::parse("40").unwrap()))
    );
    assert_eq!(found.entries[0].2.note, Remark::parse("第一次"));
    // The same table once more adds nothing.
    let mut twice = journal.clone();
    twice.union(Journal::load(found.records(id(100), &moment())));
    let again = read(text, &twice);
    assert_eq!((again.entries.len(), again.known), (0, 4));
}

#[test]
fn what_a_kind_was_called_before_is_still_read() {
    let journal = added([card("US")]);
    for word in ["保号", "保號", "Keep-alive", "保留門號"] {
        let found = read(&format!("日期,类型,数量,单位\n2026-11-01,{word},,\n"), &journal);
        assert_eq!(found.wrong, vec![], "{word}");
        assert!(matches!(found.entries[0].2.fact, Fact::KeepAlive(_)), "{word}");
    }
}

#[test]
fn tables_that_are_none() {
    let check = |text: &str, expected| assert_eq!(read_table(text), Err(expected), "{text:.60}");
    check("", Unordered::NoTable);
    check("\u{feff}", Unordered::NoTable);
    check("a,b\n", Unordered::NoTable);
    check("a\n1\n", Unordered::NoTable);
    check(",,\n,,\n", Unordered::NoTable);
    check("a,b\n\"1,2\n", Unordered::Open);
    check(&format!("{}\n{}\n", "a,".repeat(100), "1,".repeat(100)), Unordered::TooLarge);
    check(&"1,2\n".repeat(1_500_000), Unordered::TooLarge);
    assert_eq!(
        read_table("a;b\r1;2\r\r3"),
        Ok(vec![vec!["a".into(), "b".into()], vec!["1".into(), "2".into()], vec!["3".into(), String::new()]])
    );
}

#[test]
fn only_so_many_come_in_at_once() {
    let journal = added([card("US")]);
    let rows: String =
        (0..5003).map(|n| format!("2026-11-0{} {:02}:{:02},{n}\n", n % 9 + 1, n / 60 % 24, n % 60)).collect();
    let found = strangers(&format!("date,amount\n{rows}")).found(&journal, &moment());
    assert_eq!((found.entries.len(), found.wrong.len()), (5000, 3));
    assert!(found.wrong.iter().all(|(_, fault)| *fault == RowFault::TooMany));
}

#[test]
fn the_zone_of_a_row_counts_and_one_that_is_none_refuses_it() {
    let journal = added([card("US")]);
    let row = |time: &str, zone: &str| {
        let text = format!("Time,Time zone,Card,Kind,Amount,Unit\n{time},{zone},US,left,2,GB\n");
        let found = read(&text, &journal);
        (found.entries.first().map(|(_, _, entry)| entry.at), found.wrong)
    };
    assert_eq!(row("2026-11-04 12:00", ""), (Some(noon(4)), vec![]));
    // Whatever the card's is here.
    assert_eq!(row("2026-11-04 20:00", "UTC+03:00 Asia/Riyadh"), (Some(noon(4)), vec![]));
    for none in ["America/New_York", "+08:00", "UTC-0500 Europe/Paris", "UTC-99:00 X", "UTC+a:b X", "UTC-05:00 <b>"] {
        assert_eq!(row("2026-11-04 12:00", none), (None, vec![(2, RowFault::Time)]), "{none}");
    }
}
