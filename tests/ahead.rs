//! What a top-up would change, what plans cost, what a trip needs, what was spent.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::as_conversions, reason = "tests")]

use proptest::prelude::*;
use sim_gauge::domain::*;
use sim_gauge::forecast::First;
use sim_gauge::plan::*;

const MB: u64 = 1 << 20;
const GB: u64 = 1 << 30;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn gb(text: &str) -> Amount {
    Amount::new(Decimal::parse(text).unwrap(), Unit::GB).unwrap()
}

fn money(text: &str) -> Money {
    let (figure, currency) = text.split_once(' ').unwrap();
    Money { figure: Decimal::parse(figure).unwrap(), currency: Currency::parse(currency).unwrap() }
}

/// 2 GB left, 200 MB a day, good through 29 November; it is the 20th.
fn standing() -> Standing {
    Standing {
        left: Bytes(2000 * MB),
        each_day: None,
        whole: false,
        today: date("2026-11-20"),
        over: 0.0,
        expires: Some(date("2026-11-29")),
        replaced: Some(date("2026-11-29")),
        queued: None,
        rate: 200.0 * MB as f64,
        base: Base::Binary,
    }
}

/// At the even rate of the standing, whatever comes.
fn what_if(offer: &Offer, standing: &Standing) -> Option<NowOrLater> {
    sim_gauge::plan::what_if(offer, standing, &|_| standing.rate)
}

fn offer(effect: Effect, data: Option<&str>, days: Option<u16>) -> Offer {
    let data = data.map(|data| gb(data).bytes(Base::Binary));
    Offer { data, each_day: None, days, price: Some(money("20 USD")), effect }
}

/// Gained and lost in MB, days gained, the last day with data.
fn said(brought: &Brought) -> (u64, u64, i32, String) {
    (brought.gained.0 / MB, brought.lost.0 / MB, brought.days_gained, brought.until.to_string())
}

#[test]
fn a_top_up_follows_the_rule_of_its_card() {
    // 10 days of 200 MB are just what is left.
    for (effect, data, days, now, later) in [
        // On top: 2 GB and 10 GB last 61 days of 200 MB, of which the 30 days let the rest of this one and 30 be used.
        (Effect::Add, Some("10"), Some(30), (4200, 8040 - 2000, 21, "2026-12-20"), (6000, 4240, 30, "2026-12-29")),
        // In its place: what is left is lost.
        (Effect::Replace, Some("4"), Some(30), (2096, 2000, 11, "2026-12-10"), (4096, 0, 21, "2026-12-20")),
        // Behind it: nothing is lost by buying early.
        (Effect::Queue, Some("4"), Some(30), (4096, 0, 21, "2026-12-20"), (4096, 0, 21, "2026-12-20")),
        // Only later: nothing to use, nothing gained.
        (Effect::Extend, None, Some(30), (0, 0, 0, "2026-11-29"), (0, 0, 0, "2026-11-29")),
    ] {
        let sides = what_if(&offer(effect, data, days), &standing()).unwrap();
        let want = |(gained, lost, days, until): (u64, u64, i32, &str)| (gained, lost, days, until.to_owned());
        assert_eq!(said(&sides.now), want(now), "{effect:?} now");
        assert_eq!(said(&sides.later), want(later), "{effect:?} later");
        assert_eq!((sides.now.on, sides.later.on), (date("2026-11-20"), date("2026-11-29")), "{effect:?}");
    }
}

#[test]
fn a_day_plan_lasts_its_days_and_no_day_of_it_longer() {
    let offer = |effect| Offer { each_day: Some(Bytes(GB)), ..offer(effect, Some("7"), Some(7)) };
    let empty = Standing { left: Bytes(0), ..standing() };
    for (effect, standing, now, later) in [
        // Seven days of 200 MB, and not until 7 GB are used; what a day leaves lapses with it.
        (Effect::Add, empty, (1400, 7168 - 1400, 7, "2026-11-26"), (1400, 7168 - 1400, 7, "2026-11-26")),
        // More a day than it gives: all of it, on as many days.
        (
            Effect::Add,
            Standing { rate: 3000.0 * MB as f64, ..empty },
            (7168, 0, 7, "2026-11-26"),
            (7168, 0, 7, "2026-11-26"),
        ),
        // What is left lasts as long by itself, so that it brings nothing before that.
        (Effect::Add, standing(), (0, 7168, 0, "2026-11-29"), (1400, 7168 - 1400, 7, "2026-12-06")),
        // What it does not give comes from what is left: 2000 MB in place of 976 a day.
        (
            Effect::Add,
            Standing { rate: 2000.0 * MB as f64, ..standing() },
            (7168, 0, 6, "2026-11-26"),
            (7168, 0, 7, "2026-11-27"),
        ),
        (Effect::Replace, standing(), (0, 7168 + 2000 - 1400, -3, "2026-11-26"), (1400, 7168 - 1400, 7, "2026-12-06")),
        (Effect::Queue, standing(), (1400, 7168 - 1400, 7, "2026-12-06"), (1400, 7168 - 1400, 7, "2026-12-06")),
    ] {
        let sides = what_if(&offer(effect), &standing).unwrap();
        let want = |(gained, lost, days, until): (u64, u64, i32, &str)| (gained, lost, days, until.to_owned());
        assert_eq!(said(&sides.now), want(now), "{effect:?} {standing:?} now");
        assert_eq!(said(&sides.later), want(later), "{effect:?} {standing:?} later");
    }
}

#[test]
fn a_card_that_is_a_day_plan_goes_on_giving_until_its_last_day() {
    // 500 MB each day through the 29th, of which 300 are left of today; it wants 700 a day.
    let rate = 700.0 * MB as f64;
    let each_day = Some(Bytes(500 * MB));
    let daily = Standing { left: Bytes(300 * MB), each_day, rate, ..standing() };
    let by_day = |effect| Offer { each_day: Some(Bytes(GB)), ..offer(effect, Some("7"), Some(7)) };
    let enough = Standing { rate: 100.0 * MB as f64, ..daily };
    for (offer, standing, now, later) in [
        // Another day plan beside it gives what the days lack (400 and 200 of each), or, from the last day on, six
        // days more and the 200 that this lacks.
        (
            by_day(Effect::Add),
            daily,
            (400 + 6 * 200, 7168 - 1600, 0, "2026-11-29"),
            (4400, 7168 - 4400, 6, "2026-12-05"),
        ),
        // Behind it: seven days of its own.
        (by_day(Effect::Queue), daily, (4900, 7168 - 4900, 7, "2026-12-06"), (4900, 7168 - 4900, 7, "2026-12-06")),
        // In its place the days that it had are lost.
        (
            by_day(Effect::Replace),
            daily,
            (4900 - 4800, 7168 - 100, -3, "2026-11-26"),
            (4400, 7168 - 4400, 6, "2026-12-05"),
        ),
        // A pack of two days is used for what they lack, and is over then.
        (offer(Effect::Add, Some("1"), Some(2)), daily, (800, 224, 0, "2026-11-29"), (1024, 0, 2, "2026-12-01")),
        // One that names no days is of the day on which it is made, as all that the card gives.
        (offer(Effect::Add, Some("1"), None), daily, (400, 624, 0, "2026-11-29"), (200, 824, 0, "2026-11-29")),
        // Three days more of what it gives.
        (offer(Effect::Extend, None, Some(3)), daily, (1500, 0, 3, "2026-12-02"), (1500, 0, 3, "2026-12-02")),
        // Where each day gives enough, a pack brings nothing.
        (offer(Effect::Add, Some("1"), None), enough, (0, 1024, 0, "2026-11-29"), (0, 1024, 0, "2026-11-29")),
    ] {
        let sides = what_if(&offer, &standing).unwrap();
        let want = |(gained, lost, days, until): (u64, u64, i32, &str)| (gained, lost, days, until.to_owned());
        assert_eq!(said(&sides.now), want(now), "{offer:?} now");
        assert_eq!(said(&sides.later), want(later), "{offer:?} later");
        assert_eq!((sides.now.days_dry, sides.later.days_dry), (0, 0));
    }
    let pack = offer(Effect::Add, Some("1"), None);
    assert_eq!(what_if(&pack, &enough).unwrap().better(), Better::Never);
    // How long it gives has to be known; a card that is over gives nothing.
    assert_eq!(what_if(&pack, &Standing { expires: None, ..daily }), None);
    let over = Standing { expires: Some(date("2026-11-10")), ..daily };
    let sides = what_if(&by_day(Effect::Add), &over).unwrap();
    assert_eq!((said(&sides.now), sides.better()), ((4900, 7168 - 4900, 7, "2026-11-26".to_owned()), Better::Once));
    // Behind another one that waits: the days between are those of that one.
    let waits = Standing { queued: Some(date("2026-12-03")), ..daily };
    let sides = what_if(&by_day(Effect::Queue), &waits).unwrap();
    assert_eq!((sides.now.days_gained, sides.now.days_dry, sides.now.until), (7, 0, date("2026-12-10")));
}

#[test]
fn so_many_days_are_counted_as_those_of_a_card() {
    let seven = |from: &str, whole| {
        let rule = Validity::Days { days: 7, start: Start::FirstUse, from: Some(date(from)) };
        rule.again(date(from), whole).unwrap()
    };
    let rule = Validity::Days { days: 7, start: Start::FirstUse, from: Some(date("2026-11-29")) };
    assert_eq!(rule.end(date("2026-11-29")), Some(seven("2026-11-29", false)));
    let empty = Standing { left: Bytes(0), over: 0.4, expires: None, ..standing() };
    for (effect, standing, now, later) in [
        (Effect::Add, empty, (7, seven("2026-11-20", false)), (7, seven("2026-11-20", false))),
        // As it is empty; on its last day, where what is left lapses; in the turn of another.
        (Effect::Replace, standing(), (-2, seven("2026-11-20", false)), (7, seven("2026-11-29", false))),
        (
            Effect::Replace,
            Standing { expires: Some(date("2026-11-24")), ..standing() },
            (3, seven("2026-11-20", false)),
            (7, seven("2026-11-24", false)),
        ),
        (Effect::Queue, standing(), (7, seven("2026-11-30", true)), (7, seven("2026-11-30", true))),
    ] {
        let sides = what_if(&offer(effect, Some("50"), Some(7)), &standing).unwrap();
        let told = |side: &Brought| (side.days_gained, side.until);
        assert_eq!((told(&sides.now), told(&sides.later)), (now, later), "{effect:?} {standing:?}");
    }
}

#[test]
fn the_end_of_what_is_there_with_it_is_named_whether_or_not_the_data_lasts() {
    let by_day = |offer: Offer| Offer { each_day: Some(Bytes(GB)), ..offer };
    for (offer, standing, now, later) in [
        // The later of both; so many days more; behind the old one; by its own days; and none is moved.
        (offer(Effect::Add, Some("3"), Some(30)), standing(), "2026-12-20", "2026-12-29"),
        (offer(Effect::Extend, None, Some(30)), standing(), "2026-12-29", "2026-12-29"),
        (offer(Effect::Queue, Some("3"), Some(30)), standing(), "2026-12-29", "2026-12-29"),
        (offer(Effect::Replace, Some("3"), Some(30)), standing(), "2026-12-20", "2026-12-29"),
        (by_day(offer(Effect::Add, Some("7"), Some(7))), standing(), "2026-11-29", "2026-12-06"),
        (offer(Effect::Add, Some("3"), None), standing(), "2026-11-29", "2026-11-29"),
        (offer(Effect::Add, Some("3"), None), Standing { expires: None, ..standing() }, "", ""),
    ] {
        let sides = what_if(&offer, &standing).unwrap();
        let told = [sides.now, sides.later].map(|side| side.ends.map(|day| day.to_string()).unwrap_or_default());
        assert_eq!(told, [now, later], "{offer:?}");
    }
}

#[test]
fn the_day_on_which_it_is_empty_is_told_by_the_hour() {
    // 600 MB at 1000 a day: gone on this day until two fifths of it are over, then on the next.
    let used = |over: f64| {
        let standing = Standing { left: Bytes(600 * MB), rate: 1000.0 * MB as f64, over, expires: None, ..standing() };
        what_if(&offer(Effect::Add, Some("1"), None), &standing).unwrap().later.on.to_string()
    };
    assert_eq!([0.0, 0.3, 0.5, 0.9].map(used), ["2026-11-20", "2026-11-20", "2026-11-21", "2026-11-21"]);
}

#[test]
fn a_turn_that_comes_later_leaves_days_without_data() {
    // Used up in five days of 200 MB, good for ten: what is queued begins on the eleventh.
    let standing = Standing { left: Bytes(1000 * MB), ..standing() };
    let sides = what_if(&offer(Effect::Queue, Some("4"), Some(30)), &standing).unwrap();
    assert_eq!((sides.now.days_dry, sides.later.days_dry), (5, 5));
    for effect in [Effect::Add, Effect::Replace, Effect::Extend] {
        let sides = what_if(&offer(effect, Some("4"), Some(30)), &standing).unwrap();
        assert_eq!((sides.now.days_dry, sides.later.days_dry), (0, 0), "{effect:?}");
    }
    // Where another one waits already, the days until this one's turn are for that.
    let waits = Standing { queued: Some(date("2026-12-09")), ..standing };
    let sides = what_if(&offer(Effect::Queue, Some("5"), Some(10)), &waits).unwrap();
    assert_eq!((sides.now.days_dry, sides.later.days_dry), (0, 0));
}

#[test]
fn extending_saves_what_would_lapse() {
    // Five days of 200 MB before it ends: half of it would lapse.
    let standing = Standing { expires: Some(date("2026-11-24")), ..standing() };
    let sides = what_if(&offer(Effect::Extend, None, Some(30)), &standing).unwrap();
    assert_eq!(said(&sides.now), (1000, 0, 5, "2026-11-29".to_owned()));
    // On its last day it is still there to be saved.
    assert_eq!(said(&sides.later), said(&sides.now));
    assert_eq!((sides.later.on, sides.first), (date("2026-11-24"), First::Expires));
    // 20 dollars for the 1000 MB that it saves.
    assert_eq!(sides.now.per_gb, Some(money("20.4800 USD")));
}

#[test]
fn what_is_replaced_on_its_last_day_is_what_is_left_by_then() {
    let standing = Standing { expires: Some(date("2026-11-24")), ..standing() };
    let sides = what_if(&offer(Effect::Replace, Some("4"), Some(30)), &standing).unwrap();
    assert_eq!((sides.now.lost, sides.later.lost), (Bytes(2000 * MB), Bytes(1200 * MB)));
    // It is the day, and not the one after: on it there is data one way or the other.
    assert_eq!((sides.later.on, sides.later.until), (date("2026-11-24"), date("2026-12-14")));
    assert_eq!(what_if(&offer(Effect::Replace, Some("4"), Some(30)), &self::standing()).unwrap().first, First::Empty);
}

#[test]
fn it_says_which_of_the_two_is_better_and_by_how_much() {
    let more = |data: u64, days| More { data: Bytes(data * MB), days };
    let now = standing();
    let short = Standing { expires: Some(date("2026-11-24")), ..now };
    let empty = Standing { left: Bytes(0), ..now };
    let over = Standing { expires: Some(date("2026-11-10")), ..now };
    for (effect, data, standing, want) in [
        // The days of the top-up run from its day on, and what it replaces is lost.
        (Effect::Add, Some("10"), now, Better::Later(more(1800, 9))),
        (Effect::Replace, Some("4"), now, Better::Later(more(2000, 10))),
        // Less comes than goes.
        (Effect::Replace, Some("1"), now, Better::Later(more(2000, 10))),
        (Effect::Queue, Some("4"), now, Better::Alike),
        // What is gone today is topped up today.
        (Effect::Add, Some("10"), Standing { left: Bytes(10 * MB), ..now }, Better::Once),
        // Half of what is left would lapse: it is saved on its last day as well as now.
        (Effect::Extend, None, short, Better::Alike),
        (Effect::Add, Some("1"), short, Better::Alike),
        (Effect::Replace, Some("4"), short, Better::Later(more(800, 4))),
        (Effect::Extend, None, now, Better::Never),
        (Effect::Extend, None, empty, Better::Never),
        (Effect::Extend, None, over, Better::Never),
        (Effect::Add, Some("1"), empty, Better::Once),
        (Effect::Queue, Some("1"), over, Better::Once),
    ] {
        let sides = what_if(&offer(effect, data, Some(30)), &standing).unwrap();
        assert_eq!(sides.better(), want, "{effect:?} {standing:?} {sides:?}");
    }
    // A day that both begin is no day gained.
    let (each_day, data) = (Some(Bytes(200 * MB)), Some(Bytes(1400 * MB)));
    let by_day = Offer { each_day, data, ..offer(Effect::Add, None, Some(7)) };
    let today = Standing { left: Bytes(MB), expires: Some(now.today), ..now };
    let sides = what_if(&by_day, &today).unwrap();
    assert_eq!((sides.now.days_gained, sides.later.days_gained), (6, 7));
    assert_eq!(sides.better(), Better::Alike, "{sides:?}");
}

#[test]
fn what_has_lapsed_does_not_come_back() {
    let standing = Standing { expires: Some(date("2026-11-10")), ..standing() };
    for effect in [Effect::Add, Effect::Replace, Effect::Queue, Effect::Extend] {
        let sides = what_if(&offer(effect, Some("1"), Some(30)), &standing).unwrap();
        assert_eq!((sides.now.gained, sides.now.lost), (Bytes(GB), Bytes(0)), "{effect:?}");
    }
}

#[test]
fn without_any_use_there_is_no_what_if() {
    for rate in [0.0, -1.0, f64::NAN] {
        assert_eq!(what_if(&offer(Effect::Add, Some("1"), None), &Standing { rate, ..standing() }), None);
    }
}

#[test]
fn plans_are_compared_at_the_use_that_is_expected() {
    let plan = |days, gives| Plan { paid: money("30 USD"), days, gives };
    let a_day = 500.0 * MB as f64;
    for (plan, fast, per_gb, per_day, enough) in [
        (plan(10, Gives::Data(gb("5"))), Some(5 * GB), Some("6.0000"), "3.0000", true),
        (plan(10, Gives::Data(gb("3"))), Some(3 * GB), Some("10.0000"), "3.0000", false),
        (plan(10, Gives::EachDay(gb("1"))), Some(10 * GB), Some("3.0000"), "3.0000", true),
        (plan(10, Gives::Unlimited), None, None, "3.0000", true),
    ] {
        let compared = compare(&plan, Some(a_day), Base::Binary);
        let usd = |price: &str| money(&format!("{price} USD"));
        assert_eq!(compared.fast, fast.map(Bytes), "{plan:?}");
        assert_eq!(compared.per_gb, per_gb.map(usd), "{plan:?}");
        assert_eq!(compared.per_day, Some(usd(per_day)), "{plan:?}");
        assert_eq!((compared.enough, compared.slow_a_day), (Some(enough), None), "{plan:?}");
    }
    // Slowed to 128 kbit/s a day carries 1.38 GB of 1000 MB.
    let slowed = plan(10, Gives::SlowedEachDay { fast: gb("0.5"), kbps: 128 });
    let compared = compare(&slowed, Some(a_day), Base::Binary);
    assert_eq!((compared.fast, compared.slow_a_day), (Some(Bytes(5 * GB)), Some(Bytes(1_382_400_000))));
    // What it costs is known before any use is.
    let compared = compare(&plan(10, Gives::Data(gb("5"))), None, Base::Binary);
    assert_eq!((compared.per_gb, compared.per_day), (Some(money("6.0000 USD")), Some(money("3.0000 USD"))));
    assert_eq!(compared.enough, None);
}

#[test]
fn a_price_is_what_a_gigabyte_costs() {
    assert_eq!(price(money("15 USD"), Bytes(3 * GB), Base::Binary), Some(money("5.0000 USD")));
    assert_eq!(price(money("1 USD"), Bytes(3 * GB), Base::Binary), Some(money("0.3333 USD")));
    assert_eq!(price(money("15 USD"), Bytes(3_000_000_000), Base::Decimal), Some(money("5.0000 USD")));
    assert_eq!(price(money("15 USD"), Bytes(0), Base::Binary), None);
    assert_eq!(price(money("-15 USD"), Bytes(GB), Base::Binary), None);
}

#[test]
fn a_sum_is_converted_by_the_rate_that_was_typed() {
    let rate = |text| Decimal::parse(text).unwrap();
    assert_eq!(converted(money("15.00 USD"), rate("7.1"), Currency::CNY), Some(money("106.50 CNY")));
    assert_eq!(converted(money("1500 JPY"), rate("0.0481"), Currency::CNY), Some(money("72.15 CNY")));
    assert_eq!(
        converted(money("19.99 USD"), rate("150.255"), Currency::parse("JPY").unwrap()),
        Some(money("3004 JPY"))
    );
}

#[test]
fn a_trip_needs_a_range() {
    let need = need(7, &[(Activity::Maps, 60), (Activity::VideoMedium, 30)]);
    let (maps, video) = (Activity::Maps.megabytes(), Activity::VideoMedium.megabytes());
    let sum = |a: u16, b: u16| 7 * (u64::from(a) + u64::from(b) / 2) * 1_000_000;
    assert_eq!((need.low.0, need.high.0), (sum(maps.0, video.0), sum(maps.1, video.1)));
    // Bought in tens of megabytes, from a gigabyte on in tenths of it, rounded up.
    for (low, high, want) in [
        (501, 1001, (510, 1100)),
        (35, 105, (40, 110)),
        (510, 1000, (510, 1000)),
        (8400, 8400, (8400, 8400)),
        (0, 0, (0, 0)),
    ] {
        let mb = |megabytes: u64| Bytes(megabytes * 1_000_000);
        let bought = to_buy(TripNeed { low: mb(low), high: mb(high) });
        assert_eq!((bought.low, bought.high), (mb(want.0), mb(want.1)));
    }
    for activity in Activity::ALL {
        let (low, high) = activity.megabytes();
        assert!(0 < low && low < high, "{activity:?}");
        assert_eq!(activity.use_of(60).high, Bytes(u64::from(high) * 1_000_000), "{activity:?}");
    }
}

fn entry(n: u64, at: &str, fact: Fact) -> (EntryId, Entry) {
    let at = Offsets::UTC.instant(date(at), 12 * 60);
    (EntryId(Ulid::from_parts(n, 0)), Entry { card: CardId(Ulid::from_parts(1, 1)), at, fact, note: None })
}

fn paid(sum: &str, channel: Option<Channel>) -> Fact {
    Fact::TopUp(TopUp {
        data: None,
        credit: None,
        paid: Some(money(sum)),
        channel,
        effect: Effect::Add,
        expires: None,
        receipt: None,
        arrival: Arrival::Pending,
        paid_at: None,
    })
}

#[test]
fn what_was_spent_is_added_up_in_its_own_currency() {
    let card = Card::named(Line::parse("US").unwrap(), ZoneName::parse("UTC").unwrap());
    let entries = [
        entry(1, "2026-10-30", paid("10.50 USD", Some(Channel::Alipay))),
        entry(2, "2026-11-01", paid("5 USD", Some(Channel::Alipay))),
        entry(3, "2026-11-02", paid("30 CNY", None)),
        entry(4, "2026-11-20", Fact::KeepAlive(KeepAlive { act: Act::FeePaid, fee: Some(money("3 USD")) })),
        entry(5, "2026-11-21", Fact::KeepAlive(KeepAlive { act: Act::Used, fee: None })),
    ];
    let ledger = Ledger::new(CardId(Ulid::from_parts(1, 1)), &card, entries.iter().map(|(id, entry)| (*id, entry)));
    let payments = payments(&ledger, &Offsets::UTC);
    assert_eq!(payments.len(), 4);
    let sums = |headings: &dyn Fn(&Payment) -> Vec<Heading>| -> Vec<String> {
        let totals = totals(payments.iter(), headings);
        totals.values().map(|sum| format!("{} {}", sum.figure, sum.currency)).collect()
    };
    assert_eq!(sums(&|payment| vec![Heading::Card(payment.card)]), ["30 CNY", "18.50 USD"]);
    assert_eq!(sums(&|payment| vec![Heading::Month(payment.date.month_end())]), ["10.50 USD", "30 CNY", "8 USD"]);
    assert_eq!(sums(&|payment| vec![Heading::Channel(payment.channel.map(|_| 0))]), ["30 CNY", "3 USD", "15.50 USD"]);
    let journeys = [(date("2026-10-30"), date("2026-11-01")), (date("2026-11-01"), date("2026-11-19"))];
    assert_eq!(sums(&|payment| trips(payment.date, &journeys)), ["15.50 USD", "30 CNY", "5 USD"]);
}

proptest! {
    /// What a top-up brings is gained or lost, and never more than there was.
    #[test]
    fn nothing_comes_from_nowhere(
        left in 0_u64..20_000, rate in 1_u64..5_000, data in prop::option::of(1_u16..50),
        days in prop::option::of(0_u16..400), expires in prop::option::of(-30_i32..90), effect in 0..4_usize,
        over in 0.0..1.0, by_day in any::<bool>(),
    ) {
        let effect = [Effect::Add, Effect::Replace, Effect::Queue, Effect::Extend][effect];
        let data = data.map(|data| gb(&data.to_string()).bytes(Base::Binary));
        let each_day = data.filter(|_| by_day && effect != Effect::Extend && days.is_some_and(|days| days > 0));
        let data = data.map(|data| Bytes(data.0 * u64::from(each_day.and(days).unwrap_or(1))));
        let standing = Standing {
            left: Bytes(left * MB),
            rate: (rate * MB) as f64,
            over,
            expires: expires.and_then(|days| date("2026-11-20").plus_days(days)),
            ..standing()
        };
        let sides = what_if(&Offer { data, each_day, days, price: None, effect }, &standing).unwrap();
        let brought = data.map_or(0, |data| data.0);
        let left = if expires.is_some_and(|days| days < 0) { 0 } else { standing.left.0 };
        for side in [sides.now, sides.later] {
            prop_assert!(side.gained.0 <= brought + left);
            prop_assert!(side.lost.0 <= brought + left);
            prop_assert!(side.on >= standing.today || standing.left.0 == 0 || expires.is_some());
        }
        // What is better is so by data or by days, and what is alike differs in neither.
        let (hundredth, apart) =
            (sides.now.gained.0.max(sides.later.gained.0) / 100, sides.now.lost.0.abs_diff(sides.later.lost.0));
        match sides.better() {
            Better::Now(more) | Better::Later(more) => prop_assert!(more.data.0 > 0 || more.days > 0),
            Better::Never => prop_assert_eq!((sides.now.gained, sides.later.gained), (Bytes(0), Bytes(0))),
            Better::Once => prop_assert_eq!(sides.now, sides.later),
            // The day on which it is empty was begun with what was left.
            Better::Alike => {
                let days = sides.now.days_gained.abs_diff(sides.later.days_gained);
                prop_assert!(apart <= hundredth && days <= u32::from(sides.first == First::Empty));
            }
        }
        // Behind what is left or after it, nothing of it is lost by buying today.
        if effect == Effect::Queue {
            prop_assert!(sides.now.lost.0 <= sides.later.lost.0 + brought);
        }
    }
}
