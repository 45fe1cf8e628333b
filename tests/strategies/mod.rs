//! Arbitrary cards, entries, events and journals for property tests. Anything that the app could
//! hold may come out, so that a test that passes has seen the odd ones.
//!
//! `mod strategies;` in a test file brings them in.
#![allow(dead_code, unreachable_pub, reason = "each test uses its own part")]
#![allow(clippy::unwrap_used, reason = "tests")]

use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use sim_gauge::domain::*;
use sim_gauge::journal::{Change, Event, Record, key};
use std::rc::Rc;

/// Identifiers of the years that the journal accepts.
pub fn ulid() -> impl Strategy<Value = Ulid> {
    (0..4_133_980_800_000_u64, any::<u128>()).prop_map(|(millis, random)| Ulid::from_parts(millis, random))
}

/// Identifiers of a small world, so that events meet.
pub fn few(millis: u64) -> impl Strategy<Value = Ulid> {
    (0_u128..5).prop_map(move |n| Ulid::from_parts(millis, n))
}

pub fn card_id() -> impl Strategy<Value = CardId> {
    few(1).prop_map(CardId)
}

pub fn entry_id() -> impl Strategy<Value = EntryId> {
    few(2).prop_map(EntryId)
}

pub fn pattern_id() -> impl Strategy<Value = PatternId> {
    few(4).prop_map(PatternId)
}

pub fn report_id() -> impl Strategy<Value = ReportId> {
    few(5).prop_map(ReportId)
}

pub fn event_id() -> impl Strategy<Value = EventId> {
    prop_oneof![(0_u128..40).prop_map(|n| Ulid::from_parts(3, n)), ulid()].prop_map(EventId)
}

/// Lines with every alphabet, quotes, backslashes and braces in them.
pub fn line() -> impl Strategy<Value = Line> {
    let texts = prop_oneof![
        "[ -~]{1,12}",
        "[余量流量a-z0-9\"\\\\{}, ]{1,20}",
        any::<String>().prop_map(|text| text.chars().take(20).collect()),
    ];
    texts.prop_filter_map("nothing visible", |text: String| Line::parse(&text))
}

/// Notes, of which some are longer than a line may be.
fn note() -> impl Strategy<Value = Remark> {
    let long = "[a-z ]{80,400}".prop_filter_map("nothing visible", |text: String| Remark::parse(&text));
    prop_oneof![line().prop_filter_map("", |line| Remark::parse(line.as_str())), long]
}

pub fn reply() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~\n]{0,200}", "\\PC{0,60}", any::<String>()].prop_map(|text| clean_reply(&text).0)
}

pub fn date() -> impl Strategy<Value = Date> {
    (Date::FIRST.epoch_days()..=Date::LAST.epoch_days()).prop_map(|days| Date::from_epoch_days(days).unwrap())
}

pub fn timestamp() -> impl Strategy<Value = Timestamp> {
    (Timestamp::MIN.millis()..=Timestamp::MAX.millis()).prop_map(|millis| Timestamp::from_millis(millis).unwrap())
}

pub fn decimal() -> impl Strategy<Value = Decimal> {
    let digits = prop_oneof![-999_999_999_999_999_i64..=999_999_999_999_999, -10_000_i64..=10_000];
    (digits, 0..=Decimal::MAX_SCALE).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).unwrap())
}

pub fn unit() -> impl Strategy<Value = Unit> {
    select(vec![Unit::B, Unit::KB, Unit::MB, Unit::GB, Unit::TB])
}

pub fn amount() -> impl Strategy<Value = Amount> {
    (0_i64..=1_000_000, 0_u8..=6, unit()).prop_map(|(mantissa, scale, unit)| {
        let figure = Decimal::new(mantissa, scale).unwrap();
        Amount::new(figure, unit).unwrap_or_else(|| Amount::new(figure, Unit::MB).unwrap())
    })
}

pub fn currency() -> impl Strategy<Value = Currency> {
    "[A-Z]{3}".prop_map(|code| Currency::parse(&code).unwrap())
}

pub fn money() -> impl Strategy<Value = Money> {
    (decimal(), currency()).prop_map(|(figure, currency)| Money { figure, currency })
}

pub fn quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        amount().prop_map(Quantity::Data),
        money().prop_map(Quantity::Money),
        decimal().prop_map(Quantity::Count)
    ]
}

pub fn measure() -> impl Strategy<Value = Measure> {
    let said = prop_oneof![
        quantity().prop_map(Said::Left),
        quantity().prop_map(Said::Used),
        quantity().prop_map(Said::Total),
        decimal().prop_map(Said::LeftPercent),
        decimal().prop_map(Said::UsedPercent),
        Just(Said::Unlimited),
    ];
    (select(Bucket::ALL.to_vec()), said).prop_map(|(bucket, said)| Measure { bucket, said })
}

pub fn check() -> BoxedStrategy<Check> {
    use Source::{App, DialledCode, Hotline, PhoneCounter, Text, Website};
    let source = select(vec![Text, DialledCode, App, Website, Hotline, PhoneCounter]);
    (proptest::collection::vec(measure(), 0..4), of(date()), of(date()), source, of(reply()), any::<bool>())
        .prop_map(|(measures, expires, renews, source, reply, sure)| Check {
            measures,
            expires,
            renews,
            source,
            reply,
            sure,
        })
        .boxed()
}

pub fn channel() -> impl Strategy<Value = Channel> {
    use Channel::{
        Alipay, App, AutoRenewal, CreditCard, Hotline, LinePay, OfficialSite, PayPal, Shop, Voucher, WeChat,
    };
    select(vec![OfficialSite, App, Alipay, WeChat, PayPal, CreditCard, LinePay, Shop, Voucher, AutoRenewal, Hotline])
}

pub fn top_up() -> BoxedStrategy<TopUp> {
    let effect = select(vec![Effect::Add, Effect::Replace, Effect::Queue, Effect::Extend]);
    let arrival = select(vec![Arrival::Arrived, Arrival::Pending]);
    let money = (of(money()), of(money()), of(channel()));
    (of(amount()), money, effect, of(date()), of(line()), (arrival, of(timestamp())))
        .prop_map(|(data, (credit, paid, channel), effect, expires, receipt, (arrival, paid_at))| TopUp {
            data,
            credit,
            paid,
            channel,
            effect,
            expires,
            receipt,
            arrival,
            paid_at,
        })
        .boxed()
}

pub fn keep_alive() -> impl Strategy<Value = KeepAlive> {
    let act = select(vec![Act::Used, Act::CodeReceived, Act::FeePaid]);
    (act, of(money())).prop_map(|(act, fee)| KeepAlive { act, fee })
}

pub fn entry() -> BoxedStrategy<Entry> {
    let fact = prop_oneof![
        check().prop_map(Fact::Check),
        top_up().prop_map(Fact::TopUp),
        keep_alive().prop_map(Fact::KeepAlive)
    ];
    (card_id(), timestamp(), fact, of(note())).prop_map(|(card, at, fact, note)| Entry { card, at, fact, note }).boxed()
}

pub fn validity() -> impl Strategy<Value = Validity> {
    let start = select(vec![Start::Purchase, Start::Installation, Start::FirstUse]);
    prop_oneof![
        Just(Validity::Unknown),
        date().prop_map(Validity::Until),
        (1_u16..=3660, start, of(date())).prop_map(|(days, start, from)| Validity::Days { days, start, from }),
        Just(Validity::CalendarMonth),
    ]
}

pub fn keeping() -> impl Strategy<Value = Keeping> {
    let rule = prop_oneof![
        (1_u8..=31, of(money())).prop_map(|(day, fee)| KeepRule::MonthlyFee { day, fee }),
        (1_u16..=3660).prop_map(|days| KeepRule::Activity { days }),
        (1_u16..=3660, of(money())).prop_map(|(days, least)| KeepRule::TopUp { days, least }),
    ];
    (rule, 0_u16..=3660, of(date())).prop_map(|(rule, grace, from)| Keeping { rule, grace, from })
}

pub fn card() -> BoxedStrategy<Card> {
    let form = select(vec![CardForm::Physical, CardForm::Esim, CardForm::AppManaged, CardForm::DataOnly]);
    let number = of("\\+?[0-9]{4,20}".prop_map(|number| PhoneNumber::parse(&number).unwrap()));
    let zone = select(vec!["America/New_York", "Asia/Shanghai", "Etc/GMT+5", "UTC"])
        .prop_map(|zone| ZoneName::parse(zone).unwrap());
    let threshold = prop_oneof![
        amount().prop_map(Threshold::Amount),
        (0_u8..=100).prop_map(Threshold::Percent),
        Just(Threshold::Off)
    ];
    let base = select(vec![Base::Binary, Base::Decimal]);
    let who = (line(), of(line()), of(line()), form, number);
    let plan = (of(amount()), of(money()), currency(), of(amount()), base);
    let clock = prop_oneof![
        of(timestamp()).prop_map(DayClock::FirstUse),
        select(vec!["Asia/Hong_Kong", "UTC"]).prop_map(|zone| DayClock::Midnight(ZoneName::parse(zone).unwrap()))
    ];
    let rules = (of(keeping()), of(date()), of(clock), any::<u16>(), of(0_u8..=100));
    (who, plan, (validity(), of(date()), of(date())), zone, (threshold, rules), any::<(bool, bool)>())
        .prop_map(|(who, plan, dates, zone, (threshold, rules), (keeps_replies, archived))| {
            let (name, carrier, seller, form, number) = who;
            let (plan, price, currency, reserve, base) = plan;
            let (validity, renews, number_lost) = dates;
            let (keeping, needed_until, day_clock, notice_days, over_pace) = rules;
            Card {
                name,
                carrier,
                seller,
                form,
                number,
                plan,
                price,
                currency,
                validity,
                renews,
                number_lost,
                keeping,
                needed_until,
                day_clock,
                zone,
                threshold,
                notice_days,
                over_pace,
                reserve,
                base,
                keeps_replies,
                archived,
            }
        })
        .boxed()
}

pub fn pattern() -> BoxedStrategy<Pattern> {
    let meaning = prop_oneof![
        select(Bucket::ALL.to_vec()).prop_map(Meaning::Left),
        select(Bucket::ALL.to_vec()).prop_map(Meaning::Used),
        select(Bucket::ALL.to_vec()).prop_map(Meaning::Total),
        Just(Meaning::Expires),
        Just(Meaning::Renews),
    ];
    use Written::{BareCount, BareMoney, BarePercent, Count, Data, Date, Money, Percent};
    let written = prop_oneof![
        select(vec![Data, Percent, Money, Count, Date, BarePercent, BareMoney, BareCount]),
        unit().prop_map(Written::BareData),
    ];
    let around = ("[a-z#: \n剩余]{0,32}", "[a-z#: \n剩余]{0,16}");
    (of(line()), around, meaning, written)
        .prop_filter_map("no pattern", |(carrier, (before, after), meaning, written)| {
            Pattern::new(carrier, before, after, meaning, written)
        })
        .boxed()
}

pub fn contact() -> BoxedStrategy<Contact> {
    let way = prop_oneof![
        ("[0-9]{3,6}", "[A-Z]{1,8}").prop_map(|(what, with)| (Means::Text, what, with)),
        "[*#][0-9]{1,6}(\\*PIN)?#".prop_map(|what| (Means::Dial, what, String::new())),
        ("[0-9]{3,12}", select(vec!["", "+1 877 778 2106"])).prop_map(|(what, with)| (
            Means::Call,
            what,
            with.to_owned()
        )),
        "[a-z]{1,9}\\.example(/[a-z0-9]{0,9})?".prop_map(|what| (Means::Website, what, String::new())),
        (select(vec![Means::App, Means::Pay]), line()).prop_map(|(means, what)| (
            means,
            what.to_string(),
            String::new()
        )),
        select(vec!["", "7-Eleven", "实体店"]).prop_map(|what| (Means::Shop, what.to_owned(), String::new())),
    ];
    let asks = select(vec![Asks::Balance, Asks::Data, Asks::Money]);
    (way, asks, any::<bool>(), any::<bool>())
        .prop_filter_map("no way", |((means, what, with), asks, free, abroad)| {
            Contact::new(means, &what, &with).map(|mut way| {
                (way.asks, way.free, way.abroad) = (asks, free, abroad);
                way
            })
        })
        .boxed()
}

pub fn report() -> BoxedStrategy<Report> {
    let purpose = || select(vec![Purpose::Check, Purpose::TopUp]);
    let words = || line().prop_filter_map("no remark", |line| Remark::parse(line.as_str()));
    let tells = prop_oneof![
        4 => (purpose(), of(words()), contact())
            .prop_map(|(purpose, instead, way)| Tells::Way { purpose, instead, way }),
        4 => (purpose(), words(), any::<bool>()).prop_map(|(purpose, way, worked)| Tells::Tried { purpose, way, worked }),
        1 => (of(words()), words()).prop_map(|(instead, words)| Tells::Rule { instead, words }),
        1 => words().prop_map(Tells::NoRule),
        1 => line().prop_map(Tells::Network),
    ];
    (line(), date(), select(vec![By::Me, By::File]), tells)
        .prop_map(|(carrier, on, by, tells)| Report { carrier, on, by, tells })
        .boxed()
}

pub fn change() -> BoxedStrategy<Change> {
    prop_oneof![
        2 => (card_id(), of(event_id()), card())
            .prop_map(|(card, replaces, value)| Change::SavedCard { card, replaces, value: Rc::new(value) }),
        4 => (entry_id(), of(event_id()), entry())
            .prop_map(|(entry, replaces, value)| Change::SavedEntry { entry, replaces, value: value.into() }),
        1 => (card_id(), event_id()).prop_map(|(card, replaces)| Change::RemovedCard { card, replaces }),
        1 => (entry_id(), event_id()).prop_map(|(entry, replaces)| Change::RemovedEntry { entry, replaces }),
        1 => (pattern_id(), of(event_id()), pattern())
            .prop_map(|(pattern, replaces, value)| Change::SavedPattern { pattern, replaces, value }),
        1 => (pattern_id(), event_id()).prop_map(|(pattern, replaces)| Change::RemovedPattern { pattern, replaces }),
        1 => (report_id(), of(event_id()), report())
            .prop_map(|(report, replaces, value)| Change::SavedReport { report, replaces, value: ReportText::of(&value) }),
        1 => (report_id(), event_id()).prop_map(|(report, replaces)| Change::RemovedReport { report, replaces }),
        1 => of(card_id()).prop_map(|card| Change::PinnedCard { card }),
    ]
    .boxed()
}

pub fn event() -> BoxedStrategy<Event> {
    let plain = (event_id(), change()).prop_map(|(id, change)| Event { id, change });
    // What was added by the event, as the app names it.
    let own = (event_id(), card(), entry(), any::<bool>()).prop_map(|(id, card, entry, is_card)| {
        let change = if is_card {
            Change::SavedCard { card: CardId(id.0), replaces: None, value: Rc::new(card) }
        } else {
            Change::SavedEntry { entry: EntryId(id.0), replaces: None, value: entry.into() }
        };
        Event { id, change }
    });
    prop_oneof![4 => plain, 1 => own].boxed()
}

/// A record with a right sum, whatever its object: an implementation of the sum of its own, bit by
/// bit.
pub fn sealed(event: EventId, format: &str, object: &str) -> Record {
    let mut sum = u32::MAX;
    for byte in format!("{format} {event} {object}").bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    Record { key: key(event), line: format!("{format} {:08X} {object}", !sum) }
}
