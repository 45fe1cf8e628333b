//! How numbers, dates and durations are said, in three languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::domain::*;
use sim_gauge::i18n::{Lang, format};

const LANGS: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

/// The no-break space is seen as `~`, so that a table shows where a line cannot break.
fn seen(text: &str) -> String {
    text.replace(format::NBSP, "~")
}

fn check(name: &str, said: impl Fn(Lang) -> String, expected: [&str; 3]) {
    assert_eq!(LANGS.map(|lang| seen(&said(lang))), expected, "{name}");
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn zone(name: &str) -> ZoneName {
    ZoneName::parse(name).unwrap()
}

#[test]
fn what_was_used_has_no_more_digits_than_the_checks_and_one_unit() {
    let megabyte = 1_000_000;
    for (bytes, rounding, unit, shown) in [
        // From checks to a tenth of a gigabyte.
        (24 * megabyte, 50 * megabyte, Unit::GB, "<0.1 GB"),
        (604 * megabyte, 50 * megabyte, Unit::GB, "0.6 GB"),
        (950 * megabyte, 50 * megabyte, Unit::GB, "1 GB"),
        // To a hundredth, and half up.
        (987 * megabyte, 5 * megabyte, Unit::GB, "0.99 GB"),
        (4 * megabyte, 5 * megabyte, Unit::GB, "<0.01 GB"),
        (987_400_000, 500_000, Unit::MB, "987 MB"),
        (300_000, 500_000, Unit::MB, "<1 MB"),
        (12_345 * megabyte, 500_000, Unit::GB, "12.35 GB"),
        (0, 50 * megabyte, Unit::GB, "0 GB"),
    ] {
        assert_eq!(
            format::used(Bytes(bytes), Bytes(rounding), Base::Decimal, unit),
            shown.replace(' ', "\u{a0}"),
            "{bytes}"
        );
    }
}

#[test]
fn the_gauge_shows_three_digits_and_never_more_than_is_left() {
    for (bytes, base, shown) in [
        (0, Base::Binary, "0 MB"),
        (1, Base::Binary, "<1 KB"),
        (2_000, Base::Decimal, "2 KB"),
        (999_990, Base::Decimal, "999 KB"),
        (1_000_000, Base::Decimal, "1 MB"),
        (5_678_900, Base::Decimal, "5.67 MB"),
        (56_789_000, Base::Decimal, "56.7 MB"),
        (620_000_000, Base::Decimal, "620 MB"),
        (999_999_990, Base::Decimal, "999 MB"),
        (1_000_000_000, Base::Decimal, "1 GB"),
        (1_050_000_000, Base::Decimal, "1.05 GB"),
        (1_839_999_990, Base::Decimal, "1.83 GB"),
        (12_399_999_990, Base::Decimal, "12.3 GB"),
        (123_999_999_990, Base::Decimal, "123 GB"),
        (1_234_999_999_990, Base::Decimal, "1,234 GB"),
        // Four bytes are given back: 65 % of 8 GB, and 4.6 GB without 0.44.
        (8 * (1 << 30) * 65 / 100, Base::Binary, "5.2 GB"),
        (4_939_212_390 - 472_446_403, Base::Binary, "4.16 GB"),
        (1_839_999_996, Base::Decimal, "1.84 GB"),
        (1_839_999_995, Base::Decimal, "1.83 GB"),
        (1023 << 20, Base::Binary, "1,023 MB"),
        (1 << 30, Base::Binary, "1 GB"),
        (u64::MAX, Base::Binary, "17,179,869,183 GB"),
    ] {
        let (figure, unit) = format::bytes(Bytes(bytes), base, Unit::MB);
        assert_eq!(format!("{figure} {unit}"), shown, "{bytes} {base:?}");
        assert_eq!(format::data(Bytes(bytes), base, Unit::MB), shown.replace(' ', "\u{a0}"));
    }
}

#[test]
fn amounts_below_a_gigabyte_are_in_the_unit_in_which_they_are_said() {
    let hundredths =
        |parts: i64, base: Base| Amount::new(Decimal::new(parts, 2).unwrap(), Unit::GB).unwrap().bytes(base);
    for base in [Base::Binary, Base::Decimal] {
        for parts in 1..100 {
            let said = format!("0.{parts:02}");
            let shown = format::bytes(hundredths(parts, base), base, Unit::GB);
            assert_eq!(shown, (said.trim_end_matches('0').to_owned(), "GB"), "{base:?}");
        }
    }
    for (bytes, small, shown) in [
        (850_000_000, Unit::MB, "850 MB"),
        (850_000_000, Unit::GB, "0.85 GB"),
        (172_300_000, Unit::GB, "0.17 GB"),
        // Too little to be told in two digits of a gigabyte.
        (41_300_000, Unit::GB, "41.3 MB"),
        (300, Unit::GB, "<1 KB"),
        (0, Unit::GB, "0 GB"),
        (1_850_000_000, Unit::GB, "1.85 GB"),
    ] {
        let (figure, unit) = format::bytes(Bytes(bytes), Base::Decimal, small);
        assert_eq!(format!("{figure} {unit}"), shown, "{bytes}");
    }
}

proptest! {
    /// What was said to two digits after the point comes back, whatever the base.
    #[test]
    fn an_amount_that_was_said_is_shown_as_said(hundredths in 100_i64..1000, binary: bool) {
        let base = if binary { Base::Binary } else { Base::Decimal };
        for unit in [Unit::MB, Unit::GB] {
            let said = Amount::new(Decimal::new(hundredths, 2).unwrap(), unit).unwrap();
            let shown = format::bytes(said.bytes(base), base, Unit::MB).0;
            let as_said = said.figure().to_string();
            prop_assert_eq!(shown, as_said.trim_end_matches('0').trim_end_matches('.'));
        }
    }

    #[test]
    fn no_number_of_bytes_is_too_strange(low: u64, high: u64) {
        for base in [Base::Binary, Base::Decimal] {
            for small in [Unit::MB, Unit::GB] {
                let _ = format::bytes(Bytes(low), base, small);
            }
            let _ = format::about(Bytes(low), base, Unit::MB);
            let range = format::data_range(Bytes(0), Bytes(low), base, Unit::MB);
            prop_assert!(low == 0 || range.ends_with(&["–", &format::up_to(Bytes(low), base)].concat()), "{range}");
            let _ = format::data_range(Bytes(low.min(high)), Bytes(low.max(high)), base, Unit::MB);
        }
    }

    #[test]
    fn no_duration_is_too_strange(ms: i64, count: i32) {
        for lang in LANGS {
            let _ = format::ago(ms, lang);
            let _ = format::days(count, lang);
        }
    }

    #[test]
    fn no_probability_is_shown_as_sure(p in 0.0_f64..=1.0) {
        let shown = format::percent(p);
        prop_assert!(shown != "0%" && shown != "100%");
    }
}

#[test]
fn estimates_have_two_digits_and_ranges_round_outward() {
    let gb = |hundredths: u64| Bytes(hundredths * 10_000_000);
    let d = Base::Decimal;
    let over = |used, share, small| format::over(gb(used), gb(share), d, small).unwrap_or_default();
    for (shown, expected) in [
        (format::up_to(gb(155), d), "1.6~GB"),
        (format::up_to(gb(160), d), "1.6~GB"),
        (format::up_to(Bytes(341_000_000), d), "350~MB"),
        (format::about(gb(82), d, Unit::MB), "0.8~GB"),
        (format::about(gb(85), d, Unit::MB), "0.9~GB"),
        (format::about(gb(12), d, Unit::MB), "120~MB"),
        (format::about(gb(1234), d, Unit::MB), "12~GB"),
        (format::about(gb(1270), d, Unit::MB), "13~GB"),
        (format::about(gb(12345), d, Unit::MB), "120~GB"),
        (format::about(Bytes(76_700_000), d, Unit::MB), "77~MB"),
        (format::about(Bytes(409_600_000), d, Unit::MB), "410~MB"),
        // What may be used is never more than there is.
        // Beside what is in gigabytes, as fine as in megabytes.
        (format::about(Bytes(409_600_000), d, Unit::GB), "0.41~GB"),
        (format::about(gb(155), d, Unit::GB), "1.6~GB"),
        (format::about(gb(55), d, Unit::GB), "0.6~GB"),
        (format::about(Bytes(76_700_000), d, Unit::GB), "77~MB"),
        (format::allowed(Bytes(76_700_000), d, Unit::MB), "76~MB"),
        (format::allowed(Bytes(499_000_000), d, Unit::MB), "490~MB"),
        (format::allowed(gb(19), d, Unit::GB), "0.19~GB"),
        (format::allowed(gb(314), d, Unit::MB), "3.1~GB"),
        (format::allowed(Bytes(0), d, Unit::MB), "0~MB"),
        // What is left of a share and what was used of it add up to it as they are shown.
        (format::share(Bytes(168_900_000), Bytes(112_000_000), d, Unit::MB), "270~MB"),
        (format::share(Bytes(227_000_000), Bytes(6_600_000), d, Unit::MB), "226~MB"),
        (format::share(gb(219), Bytes(112_000_000), d, Unit::MB), "2.21~GB"),
        (format::share(gb(19), gb(12), d, Unit::GB), "0.31~GB"),
        (format::share(gb(64), Bytes(195_000_000), d, Unit::GB), "0.84~GB"),
        // What is over it is what the two leave: 0.7 GB used of 0.33 GB, and not the 0.34 GB that it is.
        (over(67, 33, Unit::GB), "0.37~GB"),
        (over(99, 33, Unit::GB), "0.7~GB"),
        (over(41, 30, Unit::GB), "0.11~GB"),
        (over(41, 30, Unit::MB), "110~MB"),
        (over(33, 33, Unit::GB), ""),
        (format::data_range(gb(44), gb(103), d, Unit::MB), "0.4–1.1~GB"),
        (format::data_range(gb(40), gb(110), d, Unit::MB), "0.4–1.1~GB"),
        (format::data_range(gb(10), gb(20), d, Unit::MB), "100–200~MB"),
        (format::data_range(Bytes(41_500_000), Bytes(225_000_000), d, Unit::MB), "41–230~MB"),
        (format::data_range(Bytes(115_000_000), Bytes(221_000_000), d, Unit::MB), "110–230~MB"),
        (format::data_range(gb(100), gb(100), d, Unit::MB), "1~GB"),
        (format::data_range(gb(0), gb(0), d, Unit::MB), "0~MB"),
        (format::data_range(gb(10), gb(20), d, Unit::GB), "0.1–0.2~GB"),
        (format::data_range(gb(1), gb(9), d, Unit::GB), "10–90~MB"),
    ] {
        assert_eq!(seen(&shown), expected);
    }
}

#[test]
fn an_amount_keeps_the_digits_that_were_said() {
    for (figure, unit, shown) in
        [("1.20", Unit::GB, "1.20~GB"), ("1843", Unit::MB, "1,843~MB"), ("0", Unit::KB, "0~KB")]
    {
        assert_eq!(seen(&format::amount(Amount::new(decimal(figure), unit).unwrap())), shown);
    }
}

#[test]
fn money_has_the_sign_that_its_reader_knows() {
    for (figure, currency, expected) in [
        ("5", "USD", ["$5.00"; 3]),
        ("5.5", "USD", ["$5.50"; 3]),
        ("0.125", "USD", ["$0.125"; 3]),
        ("-2.00", "USD", ["−$2.00"; 3]),
        ("1234567.80", "USD", ["$1,234,567.80"; 3]),
        ("38.50", "CNY", ["¥38.50", "CN¥38.50", "CN¥38.50"]),
        ("50", "HKD", ["HK$50.00"; 3]),
        ("300", "TWD", ["NT$300.00"; 3]),
        ("12", "EUR", ["€12.00"; 3]),
        ("-1200", "JPY", ["−JP¥1,200"; 3]),
        ("-300", "THB", ["−300.00~THB"; 3]),
    ] {
        let money = Money { figure: decimal(figure), currency: Currency::parse(currency).unwrap() };
        check(figure, |lang| format::money(money, lang), expected);
    }
}

#[test]
fn an_estimate_of_money_has_three_digits() {
    for (figure, currency, down, up) in [
        ("375.24", "TWD", "NT$375", "NT$376"),
        ("26.05", "USD", "$26.00", "$26.10"),
        ("10.00", "USD", "$10.00", "$10.00"),
        ("3.24", "USD", "$3.24", "$3.24"),
        ("0.00", "USD", "$0.00", "$0.00"),
        ("12345.67", "USD", "$12,300", "$12,400"),
        ("1234", "JPY", "JP¥1,230", "JP¥1,240"),
        ("950", "JPY", "JP¥950", "JP¥950"),
        ("375.24", "THB", "375~THB", "376~THB"),
    ] {
        let money = Money { figure: decimal(figure), currency: Currency::parse(currency).unwrap() };
        check(figure, |lang| format::money_about(money, false, lang), [down; 3]);
        check(figure, |lang| format::money_about(money, true, lang), [up; 3]);
    }
}

#[test]
fn a_share_is_whole_and_never_surer_than_it_is() {
    for (p, shown) in [
        (0.0, "<1%"),
        (0.004, "<1%"),
        (0.01, "1%"),
        (0.7, "70%"),
        (0.705, "71%"),
        (0.99, "99%"),
        (0.995, ">99%"),
        (1.0, ">99%"),
        (f64::NAN, "<1%"),
    ] {
        assert_eq!(format::percent(p), shown, "{p}");
    }
    assert_eq!(format::per_cent(Some(decimal("12.5"))), "12.5%");
}

#[test]
fn a_day_has_its_year_only_where_that_is_not_todays() {
    let today = date("2026-11-20");
    check("this year", |l| format::date(date("2026-12-04"), today, l), ["12月4日", "12月4日", "Dec 4"]);
    check("next year", |l| format::date(date("2027-01-02"), today, l), ["2027年1月2日", "2027年1月2日", "Jan 2, 2027"]);
    check("long", |l| format::long_date(date("2026-12-04"), l), ["2026年12月4日", "2026年12月4日", "Dec 4, 2026"]);
    check("weekday", |l| format::weekday(date("2026-12-04"), l).to_owned(), ["周五", "週五", "Fri"]);
    check("Sunday", |l| format::weekday(date("2026-12-06"), l).to_owned(), ["周日", "週日", "Sun"]);
    check(
        "minute",
        |l| format::date_time(date("2026-12-04"), 1439, today, l),
        ["12月4日 23:59", "12月4日 23:59", "Dec 4, 23:59"],
    );
}

#[test]
fn a_range_of_days_says_once_what_both_share() {
    let today = date("2026-11-20");
    for (a, b, today, zh, en) in [
        ("2026-11-28", "2026-12-07", today, "11月28日–12月7日", "Nov 28 – Dec 7"),
        ("2026-12-04", "2026-12-07", today, "12月4日–7日", "Dec 4–7"),
        ("2026-12-07", "2026-12-04", today, "12月4日–7日", "Dec 4–7"),
        ("2026-12-04", "2026-12-04", today, "12月4日", "Dec 4"),
        ("2026-12-28", "2027-01-02", today, "12月28日–2027年1月2日", "Dec 28 – Jan 2, 2027"),
        ("2027-01-02", "2027-02-03", today, "2027年1月2日–2月3日", "Jan 2 – Feb 3, 2027"),
        ("2027-01-02", "2027-01-05", today, "2027年1月2日–5日", "Jan 2–5, 2027"),
        ("2026-12-28", "2027-01-02", date("2027-01-01"), "2026年12月28日–2027年1月2日", "Dec 28, 2026 – Jan 2, 2027"),
    ] {
        check(a, |l| format::date_range(date(a), date(b), today, l), [zh, zh, en]);
    }
}

#[test]
fn an_instant_near_now_is_said_by_its_day() {
    let zone = Offsets::fixed(-300);
    let now = zone.instant(date("2026-11-20"), 15 * 60);
    for (day, minute, expected) in [
        ("2026-11-20", 845, ["今天 14:05", "今天 14:05", "today 14:05"]),
        ("2026-11-19", 1200, ["昨天 20:00", "昨天 20:00", "yesterday 20:00"]),
        ("2026-11-21", 0, ["明天 00:00", "明天 00:00", "tomorrow 00:00"]),
        ("2026-11-05", 540, ["11月5日 09:00", "11月5日 09:00", "Nov 5, 09:00"]),
    ] {
        check(day, |l| format::instant(zone.instant(date(day), minute), &zone, now, l), expected);
    }
    assert_eq!(format::time(0), "00:00");
    assert_eq!(format::time(u16::MAX), "24:00");
}

#[test]
fn durations_are_whole_units_that_have_passed() {
    const MIN: i64 = 60_000;
    for (ms, expected) in [
        (-5 * MIN, ["刚刚", "剛剛", "just now"]),
        (59_999, ["刚刚", "剛剛", "just now"]),
        (MIN, ["1~分钟前", "1~分鐘前", "1~min ago"]),
        (5 * MIN, ["5~分钟前", "5~分鐘前", "5~min ago"]),
        (120 * MIN, ["2~小时前", "2~小時前", "2~h ago"]),
        (24 * 60 * MIN, ["1~天前", "1~天前", "1~day ago"]),
        (9 * DAY_MS + 1, ["9~天前", "9~天前", "9~days ago"]),
    ] {
        check("ago", |l| format::ago(ms, l), expected);
    }
    check("days", |l| format::days(14, l), ["14~天", "14~天", "14~days"]);
    check("a day", |l| format::days(1, l), ["1~天", "1~天", "1~day"]);
    check("days gone", |l| format::days(-3, l), ["−3~天", "−3~天", "−3~days"]);
}

#[test]
fn a_zone_is_named_by_whose_clock_it_is() {
    for (name, expected) in [
        ("America/New_York", ["纽约时间", "紐約時間", "New York time"]),
        ("Asia/Shanghai", ["北京时间", "北京時間", "Beijing time"]),
        ("Asia/Taipei", ["台北时间", "台北時間", "Taipei time"]),
        ("Asia/Calcutta", ["印度时间", "印度時間", "India time"]),
        ("America/Port_of_Spain", ["Port of Spain 时间", "Port of Spain 時間", "Port of Spain time"]),
        ("America/Argentina/Salta", ["Salta 时间", "Salta 時間", "Salta time"]),
        ("UTC", ["UTC"; 3]),
        ("Etc/UTC", ["UTC"; 3]),
        ("Etc/GMT+5", ["Etc/GMT+5"; 3]),
    ] {
        check(name, |l| format::zone(&zone(name), l), expected);
    }
    let mut names: Vec<_> = format::ZONES.iter().map(|zone| zone.name()).collect();
    assert!(names.iter().all(|name| ZoneName::parse(name).is_some()));
    for lang in sim_gauge::i18n::Lang::ALL {
        assert!(format::ZONES.iter().all(|zone| !zone.place(lang).is_empty()), "a zone has no place in {lang:?}");
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), format::ZONES.len(), "a zone is offered twice");
}
