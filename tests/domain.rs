//! Quantities, dates, zones and identifiers, through the eyes of a caller.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::domain::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// New York around 2026: daylight saving from 8 March to 1 November.
fn new_york() -> Offsets {
    let at = |ms| Timestamp::from_millis(ms).unwrap();
    Offsets::new(-300, vec![(at(1_772_953_200_000), -240), (at(1_793_512_800_000), -300)])
}

#[test]
fn a_decimal_keeps_its_digits() {
    for (text, read) in [
        ("1.20", Some((120, 2))),
        ("-0.5", Some((-5, 1))),
        ("007", Some((7, 0))),
        ("", None),
        (".", None),
        ("1.", None),
        (".5", None),
        ("1,5", None),
        ("1.2.3", None),
        ("9999999999999999", None),
        ("1.1234567", None),
    ] {
        assert_eq!(Decimal::parse(text).map(|d| (d.mantissa(), d.scale())), read, "{text:?}");
    }
}

#[test]
fn an_amount_is_bytes_under_either_base() {
    let amount = Amount::new(Decimal::parse("1.2").unwrap(), Unit::GB).unwrap();
    assert_eq!(amount.bytes(Base::Decimal), Bytes(1_200_000_000));
    assert_eq!(amount.bytes(Base::Binary), Bytes(1_288_490_189));
    assert_eq!(amount.rounding(Base::Decimal), Bytes(50_000_000));
    assert_eq!(Amount::new(Decimal::parse("-1").unwrap(), Unit::MB), None);
    assert_eq!(Amount::new(Decimal::parse("2000").unwrap(), Unit::TB), None);
}

#[test]
fn a_day_ends_at_midnight_of_its_zone_whatever_the_clocks_do() {
    let zone = new_york();
    // The spring day has 23 hours, the autumn day 25.
    for (day, hours) in [("2026-03-08", 23), ("2026-11-01", 25), ("2026-12-04", 24)] {
        assert_eq!(zone.end(date(day)).since(zone.start(date(day))), hours * 3_600_000, "{day}");
        assert_eq!(zone.local(zone.start(date(day))), (date(day), 0));
    }
    // 02:30 on the spring day does not exist: the instant at which the clock jumps stands for it.
    assert_eq!(zone.local(zone.instant(date("2026-03-08"), 150)), (date("2026-03-08"), 180));
}

#[test]
fn text_from_outside_loses_what_could_mislead() {
    assert_eq!(clean("a\u{202e}b\u{0}c\r\nd\te"), "abc\nd e");
    let (kept, cut) = clean_reply(&"流".repeat(1_000_000));
    assert!(cut && kept.len() <= MAX_REPLY && kept.len() > MAX_REPLY - 4);
    assert_eq!(Line::parse(" \u{200b} "), None);
}

#[test]
fn a_number_shows_its_tail_only() {
    let number = PhoneNumber::parse("+1 (555) 010-4471").unwrap();
    assert_eq!((number.tail(), number.revealed()), ("4471", "+15550104471"));
    assert!(!format!("{number:?}").contains("555"));
    assert!(PhoneNumber::parse("call me").is_none());
}

proptest! {
    #[test]
    fn a_decimal_reads_what_it_writes(mantissa in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u8..=6) {
        let decimal = Decimal::new(mantissa, scale).unwrap();
        prop_assert_eq!(Decimal::parse(&decimal.to_string()), Some(decimal));
    }

    #[test]
    fn a_date_reads_what_it_writes(days in 10_957_i32..=47_846) {
        let day = Date::from_epoch_days(days).unwrap();
        prop_assert_eq!(Date::parse(&day.to_string()), Some(day));
        prop_assert_eq!(day.epoch_days(), days);
        prop_assert_eq!(new_york().date(new_york().start(day)), day);
    }

    #[test]
    fn an_identifier_reads_what_it_writes_and_sorts_as_text(a: (u64, u128), b: (u64, u128)) {
        let (a, b) = (Ulid::from_parts(a.0, a.1), Ulid::from_parts(b.0, b.1));
        prop_assert_eq!(Ulid::parse(&a.to_string()), Some(a));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn cleaning_is_done_once(text: String) {
        let once = clean(&text);
        prop_assert_eq!(&clean(&once), &once);
    }
}

/// What a map is asked for in `a_map_is_what_a_tree_would_be`.
#[derive(Clone, Debug)]
enum Step {
    Insert(u8, u16),
    Remove(u8),
    Extend(Vec<(u8, u16)>),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (any::<u8>(), any::<u16>()).prop_map(|(key, value)| Step::Insert(key, value)),
        any::<u8>().prop_map(Step::Remove),
        proptest::collection::vec(any::<(u8, u16)>(), 0..20).prop_map(Step::Extend),
    ]
}

proptest! {
    #[test]
    fn a_map_is_what_a_tree_would_be(steps in proptest::collection::vec(step(), 0..60)) {
        let mut map = Map::new();
        let mut tree = std::collections::BTreeMap::new();
        for step in steps {
            match step {
                Step::Insert(key, value) => prop_assert_eq!(map.insert(key, value), tree.insert(key, value)),
                Step::Remove(key) => prop_assert_eq!(map.remove(&key), tree.remove(&key)),
                Step::Extend(more) => {
                    map.extend(more.clone());
                    for (key, value) in more {
                        tree.entry(key).or_insert(value);
                    }
                }
            }
            prop_assert!(map.iter().eq(tree.iter()));
            prop_assert!((0..=255).all(|key| map.get(&key) == tree.get(&key)));
        }
    }
}

#[test]
fn every_letter_of_an_identifier_is_read_as_it_is_written() {
    for n in 0..32_u128 {
        for place in 0..26 {
            // The first letter has three bits.
            let Some(value) = n.checked_shl(place * 5).filter(|_| place < 25 || n < 8) else { continue };
            let id = Ulid::from_parts(u64::try_from(value >> 80).unwrap(), value);
            let text = id.to_string();
            assert_eq!(Ulid::parse(&text), Some(id), "{text}");
        }
    }
    for wrong in ["I", "L", "O", "U", "a", "é", "/", ":", "@", "["] {
        assert_eq!(Ulid::parse(&format!("{wrong:0>26}")), None, "{wrong}");
        assert_eq!(Ulid::parse(&format!("0{wrong:0<25}")), None, "{wrong}");
    }
}

#[test]
fn a_number_is_grouped_as_one_reads_it_out() {
    for (number, grouped) in [
        ("+15550104471", "+1 555 010 4471"),
        ("(555) 010-4471", "555 010 4471"),
        ("+8613800100186", "+86 138 0010 0186"),
        ("+85291234567", "+852 9123 4567"),
        ("+886912345678", "+886 912 345 678"),
        ("+447400123456", "+44 7400 123456"),
        ("+819012345678", "+81 90 1234 5678"),
        ("+66812345678", "+66 81 234 5678"),
        ("+33612345678", "+33 6 12 34 56 78"),
        ("+61412345678", "+61 412 345 678"),
        ("+639171234567", "+63 917 123 4567"),
        ("+821012345678", "+82 10 1234 5678"),
        ("612345678", "612 345 678"),
        ("+79161234567", "+7 916 123 4567"),
        ("91234567", "9123 4567"),
        ("4471", "4471"),
        ("12345678901234567890", "1234 5678 9012 3456 7890"),
    ] {
        let shown = PhoneNumber::parse(number).unwrap().grouped(None);
        assert_eq!(shown.replace('\u{a0}', " "), grouped, "{number}");
    }
    for (number, country, grouped) in [
        ("12065550123", None, "1 206 555 0123"),
        ("13105550123", Some("US"), "1 310 555 0123"),
        ("13105550123", Some("CN"), "131 0555 0123"),
        ("07400123456", Some("GB"), "07400 123456"),
        ("07400123456", None, "074 0012 3456"),
        ("0612345678", Some("FR"), "06 12 34 56 78"),
        ("0412345678", Some("AU"), "0412 345 678"),
        ("09012345678", Some("JP"), "090 1234 5678"),
        ("0812345678", Some("TH"), "081 234 5678"),
        ("0912345678", Some("TW"), "0912 345 678"),
        ("0912345678", None, "091 234 5678"),
    ] {
        let shown = PhoneNumber::parse(number).unwrap().grouped(country);
        assert_eq!(shown.replace('\u{a0}', " "), grouped, "{number} of {country:?}");
    }
}
