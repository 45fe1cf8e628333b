//! The journal: what is written is read, whatever order it arrives in, and damage is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod strategies;

use sim_gauge::domain::*;
use sim_gauge::journal::{Change, Event, Journal, Reason, Record, Subject, key};
use std::path::Path;
use std::rc::Rc;
use strategies::sealed;

fn id(n: u128) -> EventId {
    EventId(Ulid::from_parts(1_793_512_800_000, n))
}

fn card_id(n: u128) -> CardId {
    CardId(Ulid::from_parts(1_793_512_800_001, n))
}

fn entry_id(n: u128) -> EntryId {
    EntryId(Ulid::from_parts(1_793_512_800_002, n))
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn amount(text: &str, unit: Unit) -> Amount {
    Amount::new(Decimal::parse(text).unwrap(), unit).unwrap()
}

fn money(text: &str, currency: Currency) -> Money {
    Money { figure: Decimal::parse(text).unwrap(), currency }
}

fn card(name: &str) -> Card {
    Card::named(line(name), ZoneName::parse("America/New_York").unwrap())
}

fn entry(note: &str) -> Entry {
    let at = Timestamp::from_millis(1_796_400_000_000).unwrap();
    let fact = Fact::KeepAlive(KeepAlive { act: Act::Used, fee: None });
    Entry { card: card_id(1), at, fact, note: Remark::parse(note) }
}

fn saved_card(n: u128, replaces: Option<u128>, name: &str) -> Event {
    Event {
        id: id(n),
        change: Change::SavedCard { card: card_id(1), replaces: replaces.map(id), value: Rc::new(card(name)) },
    }
}

fn saved_entry(n: u128, replaces: Option<u128>, note: &str) -> Event {
    Event {
        id: id(n),
        change: Change::SavedEntry { entry: entry_id(1), replaces: replaces.map(id), value: entry(note).into() },
    }
}

fn removed_entry(n: u128, replaces: u128) -> Event {
    Event { id: id(n), change: Change::RemovedEntry { entry: entry_id(1), replaces: id(replaces) } }
}

fn journal(events: &[Event]) -> Journal {
    Journal::load(events.iter().map(Record::of))
}

/// One event of each kind and shape, as the version that brought it wrote it. Never changed, only added to.
fn shipped() -> Vec<(&'static str, Event)> {
    let full_card = Card {
        carrier: Some(line("tmobile")),
        seller: Some(line("Ultra \"Mobile\" \\ 超级")),
        form: CardForm::Esim,
        number: PhoneNumber::parse("+1 555 010 4471"),
        plan: Some(amount("5.0", Unit::GB)),
        price: Some(money("29.00", Currency::USD)),
        currency: Currency::CNY,
        validity: Validity::Days { days: 30, start: Start::Installation, from: Some(date("2026-11-04")) },
        renews: Some(date("2026-12-04")),
        number_lost: Some(date("2027-03-04")),
        threshold: Threshold::Amount(amount("500", Unit::MB)),
        reserve: Some(amount("0.25", Unit::GB)),
        base: Base::Decimal,
        archived: true,
        ..card("美国卡")
    };
    let check = Check {
        measures: vec![
            Measure { bucket: Bucket::General, said: Said::Left(Quantity::Data(amount("1.20", Unit::GB))) },
            Measure { bucket: Bucket::General, said: Said::Total(Quantity::Data(amount("5", Unit::GB))) },
            Measure { bucket: Bucket::Hotspot, said: Said::Used(Quantity::Data(amount("300", Unit::MB))) },
            Measure { bucket: Bucket::Roaming, said: Said::LeftPercent(Decimal::parse("40").unwrap()) },
            Measure { bucket: Bucket::AppOnly, said: Said::UsedPercent(Decimal::parse("12.5").unwrap()) },
            Measure { bucket: Bucket::Bonus, said: Said::Unlimited },
            Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(money("-3.10", Currency::USD))) },
            Measure { bucket: Bucket::Minutes, said: Said::Left(Quantity::Count(Decimal::parse("100").unwrap())) },
            Measure { bucket: Bucket::Messages, said: Said::Unlimited },
        ],
        expires: Some(date("2026-12-04")),
        renews: Some(date("2026-12-05")),
        source: Source::DialledCode,
        reply: Some("You have 1.20 GB left.\nExp \"12/04\" 流量\u{1f600}".to_owned()),
        sure: false,
    };
    let bare_check =
        Check { measures: Vec::new(), expires: None, renews: None, source: Source::App, reply: None, sure: false };
    let sure = Check { sure: true, ..bare_check.clone() };
    let two = Said::Left(Quantity::Data(amount("2", Unit::GB)));
    let carried = Check { measures: vec![Measure { bucket: Bucket::Carried, said: two }], ..bare_check.clone() };
    let night = Check { measures: vec![Measure { bucket: Bucket::Night, said: two }], ..bare_check.clone() };
    let top_up = TopUp {
        data: Some(amount("2", Unit::GB)),
        credit: Some(money("10", Currency::USD)),
        paid: Some(money("72.80", Currency::CNY)),
        channel: Some(Channel::Alipay),
        effect: Effect::Queue,
        expires: Some(date("2027-01-04")),
        receipt: Some(line("A-17")),
        arrival: Arrival::Pending,
        paid_at: None,
    };
    let arrived =
        TopUp { arrival: Arrival::Arrived, paid_at: Timestamp::from_millis(1_796_300_000_000), ..top_up.clone() };
    let alive = KeepAlive { act: Act::FeePaid, fee: Some(money("3", Currency::USD)) };
    let until = Card { validity: Validity::Until(date("2026-12-31")), threshold: Threshold::Off, ..card("Until") };
    let month = Card { validity: Validity::CalendarMonth, form: CardForm::DataOnly, ..card("Month") };
    let kept = |rule, grace, from| Card { keeping: Some(Keeping { rule, grace, from }), ..card("Kept") };
    let by_fee = Card {
        needed_until: Some(date("2026-12-20")),
        day_clock: Some(DayClock::Midnight(ZoneName::parse("Asia/Hong_Kong").unwrap())),
        notice_days: 7,
        over_pace: None,
        ..kept(KeepRule::MonthlyFee { day: 15, fee: Some(money("8", Currency::CNY)) }, 90, Some(date("2026-01-31")))
    };
    let by_use = Card {
        day_clock: Some(DayClock::FirstUse(None)),
        over_pace: Some(25),
        ..kept(KeepRule::Activity { days: 180 }, 0, None)
    };
    let used_since =
        Card { day_clock: Some(DayClock::FirstUse(Timestamp::from_millis(1_796_300_000_000))), ..card("Day plan") };
    let by_top_up = kept(KeepRule::TopUp { days: 365, least: Some(money("10.00", Currency::HKD)) }, 30, None);
    let fact = |fact, note: Option<&str>| Entry { fact, note: note.and_then(Remark::parse), ..entry("x") };
    let saved_card = |replaces, value| Change::SavedCard { card: card_id(1), replaces, value };
    let saved_entry = |replaces, value| Change::SavedEntry { entry: entry_id(1), replaces, value };
    // Named after the event that added them, which the line does not repeat.
    let (own_card, own_entry) = (CardId(id(10).0), EntryId(id(10).0));
    let added_card = Change::SavedCard { card: own_card, replaces: None, value: Rc::new(card("Own")) };
    let added_entry = Change::SavedEntry { entry: own_entry, replaces: None, value: entry("own").into() };
    let pattern = |carrier, before: &str, after: &str, meaning, written| {
        let value = Pattern::new(carrier, before.to_owned(), after.to_owned(), meaning, written).unwrap();
        Change::SavedPattern { pattern: PatternId(id(10).0), replaces: None, value }
    };
    let rest = Meaning::Left(Bucket::General);
    let bare = pattern(Some(line("tmobile")), "\nrest of vol.: ", "\n", rest, Written::BareData(Unit::MB));
    let ends = pattern(None, "余 #、至", "", Meaning::Expires, Written::Date);
    // 〇 is a numeral that counted as a letter when patterns were first kept.
    let zero = pattern(None, "余〇", "", rest, Written::Data);
    let retaught = match pattern(None, "conto ", " eur", Meaning::Left(Bucket::Money), Written::BareMoney) {
        Change::SavedPattern { value, .. } => {
            Change::SavedPattern { pattern: PatternId(id(8).0), replaces: Some(id(9)), value }
        }
        other => other,
    };
    let tells = |tells| {
        let carrier = line("us-ultra");
        let value = Report { carrier, on: date("2026-11-20"), by: By::Me, tells };
        Change::SavedReport { report: ReportId(id(10).0), replaces: None, value: ReportText::of(&value) }
    };
    let remark = |text: &str| Remark::parse(text).unwrap();
    let mut text = Contact::new(Means::Text, "6700", "DATA LEFT").unwrap();
    (text.asks, text.free, text.abroad) = (Asks::Data, true, true);
    let instead = Some(remark("text 6700 BAL"));
    let corrected = tells(Tells::Way { purpose: Purpose::Check, instead, way: text });
    let hotline = Contact::new(Means::Call, "611", "+1 888 777 0446").unwrap();
    let added = match tells(Tells::Way { purpose: Purpose::TopUp, instead: None, way: hotline }) {
        Change::SavedReport { value, .. } => Change::SavedReport {
            report: ReportId(id(8).0),
            replaces: Some(id(9)),
            value: ReportText::of(&Report { carrier: line("小店的卡"), by: By::File, ..value.read().unwrap() }),
        },
        other => other,
    };
    let tried = |worked, purpose| tells(Tells::Tried { purpose, way: remark("dial *777#"), worked });
    let changes = vec![
        ("report-way", corrected),
        ("report-way-again", added),
        ("report-worked", tried(true, Purpose::Check)),
        ("report-failed", tried(false, Purpose::TopUp)),
        ("report-name", tells(Tells::Name(line("紫卡 Ultra")))),
        ("report-rule", tells(Tells::Rule { instead: Some(remark("renews 30 days")), words: remark("28 天 \"整\"") })),
        ("report-rule-added", tells(Tells::Rule { instead: None, words: remark("Data rolls over.") })),
        ("report-no-rule", tells(Tells::NoRule(remark("renews 30 days")))),
        ("report-network", tells(Tells::Network(line("T-Mobile")))),
        ("report-removed", Change::RemovedReport { report: ReportId(id(8).0), replaces: id(9) }),
        ("pattern-bare", bare),
        ("pattern-date", ends),
        ("pattern-zero", zero),
        ("pattern-again", retaught),
        ("pattern-removed", Change::RemovedPattern { pattern: PatternId(id(8).0), replaces: id(9) }),
        ("card-added", added_card),
        ("entry-added", added_entry),
        ("card-named", saved_card(None, Rc::new(card("US")))),
        ("card-full", saved_card(Some(id(9)), Rc::new(full_card))),
        ("card-textless", saved_card(None, Rc::new(Card { keeps_replies: false, ..card("US") }))),
        ("card-until", saved_card(None, Rc::new(until))),
        ("card-month", saved_card(None, Rc::new(month))),
        ("card-kept-by-fee", saved_card(None, Rc::new(by_fee))),
        ("card-kept-by-use", saved_card(None, Rc::new(by_use))),
        ("card-first-used", saved_card(None, Rc::new(used_since))),
        ("card-kept-by-top-up", saved_card(None, Rc::new(by_top_up))),
        ("check-full", saved_entry(Some(id(9)), fact(Fact::Check(check), Some("at the airport")).into())),
        ("check-bare", saved_entry(None, fact(Fact::Check(bare_check), None).into())),
        ("check-sure", saved_entry(None, fact(Fact::Check(sure), None).into())),
        ("check-night", saved_entry(None, fact(Fact::Check(night), None).into())),
        ("check-carried", saved_entry(None, fact(Fact::Check(carried), None).into())),
        ("top-up", saved_entry(None, fact(Fact::TopUp(top_up), None).into())),
        ("top-up-arrived", saved_entry(None, fact(Fact::TopUp(arrived), None).into())),
        ("keep-alive", saved_entry(None, fact(Fact::KeepAlive(alive), None).into())),
        ("card-removed", Change::RemovedCard { card: card_id(1), replaces: id(9) }),
        ("entry-removed", Change::RemovedEntry { entry: entry_id(1), replaces: id(9) }),
        ("pin", Change::PinnedCard { card: Some(card_id(1)) }),
        ("pin-none", Change::PinnedCard { card: None }),
    ];
    changes.into_iter().map(|(name, change)| (name, Event { id: id(10), change })).collect()
}

#[test]
fn what_was_ever_shipped_loads_and_is_written_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journal/v1");
    for (name, event) in shipped() {
        let path = folder.join(name).with_extension("txt");
        let record = Record::of(&event);
        let text = format!("{}\n{}\n", record.key, record.line);
        // A new shape is written down once; what is there is never overwritten.
        if !path.exists() && std::env::var_os("SIM_GAUGE_ACCEPT").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert_eq!(kept, text, "{name}");
        let (key, line) = kept.trim_end_matches('\n').split_once('\n').unwrap();
        let journal = Journal::load([Record { key: key.to_owned(), line: line.to_owned() }]);
        assert_eq!(journal.events().collect::<Vec<_>>(), [&event], "{name}");
    }
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, shipped().len(), "a file in {} that no test reads", folder.display());
}

#[test]
fn every_flipped_bit_and_every_cut_is_seen() {
    for (name, event) in shipped() {
        let record = Record::of(&event);
        let mut bytes = record.line.clone().into_bytes();
        for bit in 0..bytes.len() * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8);
            // What is no text any more cannot come out of a store of text.
            if let Ok(line) = String::from_utf8(bytes.clone()) {
                assert_damaged(Record { line, ..record.clone() }, name);
            }
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        for end in (0..record.line.len()).filter(|&end| record.line.is_char_boundary(end)) {
            assert_damaged(Record { line: record.line[..end].to_owned(), ..record.clone() }, name);
        }
        assert_damaged(Record { line: format!("{} ", record.line), ..record.clone() }, name);
        assert_damaged(Record { key: key(id(11)), ..record }, name);
    }
}

fn assert_damaged(record: Record, name: &str) {
    let journal = Journal::load([record.clone()]);
    assert_eq!(journal.events().count(), 0, "{name}: {}", record.line);
    let found: Vec<_> = journal.quarantined().map(|q| (q.record.clone(), q.reason)).collect();
    assert_eq!(found, [(record, Reason::Damaged)], "{name}");
}

#[test]
fn the_rest_loads_beside_what_is_damaged_or_strange() {
    let good = Record::of(&saved_card(1, None, "US"));
    let cut = Record { key: key(id(2)), line: good.line[..30].to_owned() };
    let strange = Record { key: "simgauge:e:hello".to_owned(), line: good.line.clone() };
    let far = key(EventId(Ulid::from_parts(u64::MAX, u128::MAX)));
    let far = Record { key: far, line: good.line.clone() };
    let no_json = sealed(id(3), "1", "1.5");
    let mut journal = Journal::load([cut.clone(), strange.clone(), good.clone(), no_json.clone(), far.clone()]);
    assert_eq!(journal.fold().card(card_id(1)).unwrap().name.as_str(), "US");
    let mut found: Vec<_> = journal.quarantined().map(|q| (q.record.clone(), q.reason)).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        found,
        [(cut.clone(), Reason::Damaged), (no_json, Reason::Damaged), (far, Reason::Key), (strange, Reason::Key)]
    );
    // The damaged one is whole in the other store: it heals, and the damaged text stays.
    assert!(journal.take(Record::of(&saved_entry(2, None, "healed"))));
    assert!(!journal.take(cut));
    assert_eq!((journal.events().count(), journal.quarantined().count(), journal.len()), (2, 4, 6));
    assert_eq!(journal.largest_id(), Some(id(3).0));
}

#[test]
fn what_a_later_version_writes_survives() {
    let kind = sealed(id(2), "1", r#"{"kind":"colour","card":"x","depth":[{"a":[null,true,-7]}]}"#);
    let field = Record::of(&saved_card(3, None, "US"));
    let field = sealed(id(3), "1", &format!("{},\"colour\":\"red\"}}", &field.line[11..field.line.len() - 1]));
    let journal = Journal::load([kind.clone(), field.clone()]);
    assert_eq!(journal.quarantined().count(), 0);
    // It is shown, and an edit here would drop the colour.
    assert_eq!(journal.read_only(), [card_id(1)]);
    assert_eq!(journal.fold().cards.len(), 1);
    assert_eq!(journal.records().collect::<Vec<_>>(), [kind, field]);
}

#[test]
fn a_newer_change_makes_its_card_read_only() {
    let card = card_id(1);
    let known = [saved_card(1, None, "US"), saved_entry(2, None, "kept")];
    for newer in [
        sealed(id(3), "2", &format!(r#"{{"kind":"card","card":"{card}","name":{{"zh":"x"}}}}"#)),
        sealed(id(3), "1", &format!(r#"{{"kind":"card","card":"{card}","form":"implant"}}"#)),
        sealed(id(3), "1", &format!(r#"{{"kind":"entry","entry":"{}","thought":{{}}}}"#, entry_id(1))),
    ] {
        let mut journal = journal(&known);
        assert!(journal.take(newer.clone()));
        assert_eq!(journal.read_only().into_iter().collect::<Vec<_>>(), [card], "{}", newer.line);
        assert_eq!(journal.fold(), self::journal(&known).fold());
        assert_eq!(journal.quarantined().count(), 0);
        assert!(journal.records().any(|record| record == newer));
    }
    let beyond = sealed(id(3), "12", "not even an object");
    assert_eq!(Journal::load([beyond]).quarantined().count(), 0);
}

#[test]
fn a_report_that_cannot_be_read_is_kept_without_effect() {
    let object = |tells: &str| format!(r#"{{"kind":"report","carrier":"us-ultra","on":"2026-11-20",{tells}}}"#);
    let long = "5".repeat(5000);
    for tells in [
        r#""check":"site","what":"javascript:alert(1)""#,
        r#""check":"dial","what":"*777#;ext=1""#,
        r#""check":"text","what":"6700""#,
        r#""check":"app","what":" My App""#,
        r#""check":"worked""#,
        r#""check":"thought","what":"hard""#,
        r#""rule":"says","what":"""#,
        r#""rule":"broken","of":"renews 30 days""#,
        r#""network":7"#,
        r#""colour":"red""#,
        &format!(r#""check":"call","what":"{long}""#),
    ] {
        let newer = sealed(id(3), "1", &object(tells));
        let journal = Journal::load([newer.clone()]);
        assert!(journal.fold().reports.values().all(|kept| kept.value.read().is_none()), "{tells:.80}");
        assert!(journal.is_read_only_report(ReportId(id(3).0)), "{tells:.80}");
        assert_eq!(journal.records().collect::<Vec<_>>(), [newer], "{tells:.80}");
    }
    // A field that a later version adds is not dropped by an edit here.
    let more = sealed(id(3), "1", &object(r#""network":"T-Mobile","speed":"5G""#));
    let journal = Journal::load([more]);
    assert!(journal.is_read_only_report(ReportId(id(3).0)) && journal.read_only().is_empty());
    let written = journal.fold().reports.values().next().map(|kept| kept.value.clone());
    assert_eq!(written.unwrap().texts().last(), Some(("speed", "5G")));
}

#[test]
fn the_later_of_two_concurrent_changes_wins_and_both_are_history() {
    let both = [saved_entry(1, None, "first"), saved_entry(2, Some(1), "here"), saved_entry(3, Some(1), "there")];
    let journal = journal(&both);
    let book = journal.fold();
    assert_eq!(book.entry(entry_id(1)).unwrap().note.as_ref().unwrap().as_str(), "there");
    assert_eq!(book.entries.get(&entry_id(1)).unwrap().version, id(3));
    assert_eq!(journal.history(Subject::Entry(entry_id(1))), both.iter().collect::<Vec<_>>());

    // A removal is a change like any other.
    let edited_later = [saved_entry(1, None, "first"), removed_entry(2, 1), saved_entry(3, Some(1), "there")];
    assert!(self::journal(&edited_later).fold().entry(entry_id(1)).is_some());
    let removed_later = [saved_entry(1, None, "first"), saved_entry(2, Some(1), "here"), removed_entry(3, 1)];
    assert!(self::journal(&removed_later).fold().entry(entry_id(1)).is_none());
}

#[test]
fn anything_is_undone_by_one_more_event() {
    let mut journal = journal(&[saved_entry(1, None, "first"), saved_entry(2, Some(1), "second")]);
    let note = |journal: &Journal| {
        let book = journal.fold();
        book.entry(entry_id(1)).map(|entry| entry.note.as_ref().unwrap().as_str().to_owned())
    };
    let undo = |journal: &mut Journal, n| {
        let change = journal.inverse(id(n)).expect("something to undo");
        let new = EventId(journal.largest_id().unwrap().plus(1));
        journal.append(Event { id: new, change });
    };
    undo(&mut journal, 2);
    assert_eq!(note(&journal).as_deref(), Some("first"));
    undo(&mut journal, 3);
    assert_eq!(note(&journal).as_deref(), Some("second"));
    journal.append(removed_entry(5, 4));
    assert_eq!(note(&journal), None);
    undo(&mut journal, 5);
    assert_eq!(note(&journal).as_deref(), Some("second"));
    undo(&mut journal, 6);
    assert_eq!(note(&journal), None);

    // An event that another stands over cannot be undone without undoing that one first.
    assert_eq!(journal.inverse(id(1)), None);
    assert_eq!(journal.inverse(id(99)), None);

    // The first version of a thing is undone by removing it.
    let mut journal = self::journal(&[saved_card(1, None, "US")]);
    undo(&mut journal, 1);
    assert!(journal.fold().cards.is_empty());
    undo(&mut journal, 2);
    assert!(journal.fold().card(card_id(1)).is_some());

    let pin = |n, card| Event { id: id(n), change: Change::PinnedCard { card } };
    let journal = self::journal(&[pin(1, Some(card_id(1))), pin(2, Some(card_id(2)))]);
    assert_eq!(journal.inverse(id(2)), Some(Change::PinnedCard { card: Some(card_id(1)) }));
    assert_eq!(journal.inverse(id(1)), None);
}

/// 5 MiB of UTF-16 units is what localStorage holds.
#[test]
fn ten_thousand_checks_without_replies_take_half_of_the_store_at_most() {
    let expires = Some(date("2026-12-04"));
    let said = |said, figure| Measure { bucket: Bucket::General, said: said_of(said, figure) };
    let measures = vec![said(true, "1.83"), said(false, "3")];
    let check = Check { measures, expires, renews: None, source: Source::Text, reply: None, sure: false };
    let value = Entry { fact: Fact::Check(check), note: None, ..entry("x") };
    let event = Event {
        id: id(7),
        change: Change::SavedEntry { entry: EntryId(id(7).0), replaces: None, value: value.into() },
    };
    let record = Record::of(&event);
    let each = record.key.encode_utf16().count() + record.line.encode_utf16().count();
    assert!(each * 10_000 <= 5 * 1024 * 1024 / 2, "{each} characters for each");
}

fn said_of(left: bool, figure: &str) -> Said {
    let quantity = Quantity::Data(amount(figure, Unit::GB));
    if left { Said::Left(quantity) } else { Said::Total(quantity) }
}
