//! Teaching: what a pattern made from one message reads in the next, and what it leaves alone.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use sim_gauge::domain::{Base, Bucket, Date, Meaning, Pattern, Unit, Written};
use sim_gauge::sms::*;

fn context<'a>(country: Option<&'a str>, carrier: Option<&'a str>) -> Context<'a> {
    let received = Date::parse("2026-11-20").unwrap();
    Context { received, country, currency: None, carrier, base: Base::Binary }
}

fn here() -> Context<'static> {
    context(None, Some("polar"))
}

const LEFT: Meaning = Meaning::Left(Bucket::General);
const USED: Meaning = Meaning::Used(Bucket::General);

fn told(text: &str, figure: &str, meaning: Meaning, written: Written) -> Told {
    Told { at: text.find(figure).expect("the figure stands in the text"), meaning, written }
}

fn taught(text: &str, figure: &str, meaning: Meaning, written: Written) -> Result<Pattern, WhyNot> {
    teach(text, &here(), told(text, figure, meaning, written))
}

fn by(text: &str, patterns: &[&Pattern], context: &Context<'_>) -> Reading {
    let reading = read_with(text, context, Lessons { told: &[], patterns });
    sound(text, &reading);
    reading
}

fn sound(text: &str, reading: &Reading) {
    for figure in &reading.figures {
        assert!(
            figure.span.start < figure.span.end && !figure.span.of(text).is_empty(),
            "{:?} of {text:?}",
            figure.span
        );
    }
    assert_eq!(reading.verdict == Verdict::Reading, !reading.figures.is_empty(), "{text}");
}

/// The figures of a reading, a star before those that were taught.
fn said(text: &str, reading: &Reading) -> String {
    if let Verdict::Nothing(refusal) = reading.verdict {
        return format!("{refusal:?}");
    }
    let one = |figure: &Figure| match &figure.role {
        Certainty::Sure(role, why) => {
            let star = if why.card == Some(Knowledge::Taught) { "*" } else { "" };
            format!("{star}{role:?} {}", value(figure.value))
        }
        Certainty::Asked(choices) => {
            let choices = choices.iter().map(|choice| format!("{:?} {}", choice.role, value(choice.value)));
            format!("{}? {}", figure.span.of(text), choices.collect::<Vec<_>>().join(" or "))
        }
    };
    reading.figures.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn value(value: Value) -> String {
    match value {
        Value::Data(amount) => format!("{} {:?}", amount.figure(), amount.unit()),
        Value::Percent(share) => format!("{share} %"),
        Value::Money(sum, currency) => format!("{sum} {}", currency.map_or("?".to_owned(), |it| it.to_string())),
        Value::Date(date) => date.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Unlimited => "unlimited".to_owned(),
        Value::Slowed => "slowed".to_owned(),
        Value::Slows => "slows".to_owned(),
    }
}

/// Teaches one figure of a message and reads that message and the next one.
fn check(text: &str, figure: &str, meaning: Meaning, written: Written, first: &str, next: &str, then: &str) {
    let before = read(text, &here());
    let pattern = taught(text, figure, meaning, written).unwrap_or_else(|why| panic!("{text}: {why:?}"));
    assert_eq!(said(text, &by(text, &[&pattern], &here())), first, "{text}\nwithout: {}", said(text, &before));
    assert_eq!(said(next, &by(next, &[&pattern], &here())), then, "{next}\n{pattern:?}");
}

#[test]
fn the_next_message_of_the_shape_is_read() {
    use Written::{BareCount, BareData, BareMoney, BarePercent, Data, Date, Money, Percent};
    // Words of no table: the built-in reading knows what is counted, and not what for.
    check(
        "POLAR: gigar i pottinum 4.56 GB, gott kvold",
        "4.56 GB",
        LEFT,
        Data,
        "*Left(General) 4.56 GB",
        "POLAR: gigar i pottinum 870 MB, gott kvold",
        "*Left(General) 870 MB",
    );
    check(
        "Kvota: 812",
        "812",
        LEFT,
        BareData(Unit::MB),
        "*Left(General) 812 MB",
        "Kvota: 640",
        "*Left(General) 640 MB",
    );
    // So much with a fraction is no gigabytes.
    check(
        "Kvota: 812.4",
        "812.4",
        LEFT,
        BareData(Unit::MB),
        "*Left(General) 812.4 MB",
        "Kvota: 796.2",
        "*Left(General) 796.2 MB",
    );
    check(
        "流资-甲 38.2\n流资-乙 12",
        "38.2",
        USED,
        BareData(Unit::GB),
        "*Used(General) 38.2 GB",
        "流资-甲 39\n流资-乙 12",
        "*Used(General) 39 GB",
    );
    check("포켓잔량 64", "64", LEFT, BarePercent, "*Left(General) 64 %", "포켓잔량 7", "*Left(General) 7 %");
    check(
        "Pungur þinn: 55",
        "55",
        Meaning::Left(Bucket::Money),
        BareMoney,
        "*Left(Money) 55 ?",
        "Pungur þinn: 12.50",
        "*Left(Money) 12.50 ?",
    );
    check(
        "Vox: 35 - Esemes: 18",
        "18",
        Meaning::Left(Bucket::Messages),
        BareCount,
        "*Left(Messages) 18",
        "Vox: 4 - Esemes: 9",
        "*Left(Messages) 9",
    );
    check(
        "Kapu zárul 2026-12-04, jó napot",
        "2026-12-04",
        Meaning::Expires,
        Date,
        "*Expires 2026-12-04",
        "Kapu zárul 2027-01-04, jó napot",
        "*Expires 2027-01-04",
    );
    check(
        "Poki lyijyä $7.20 hyvä",
        "$7.20",
        Meaning::Left(Bucket::Money),
        Money,
        "*Left(Money) 7.20 ?",
        "Poki lyijyä $0.35 hyvä",
        "*Left(Money) 0.35 ?",
    );
    check("Mittari 41% nyt", "41%", USED, Percent, "*Used(General) 41 %", "Mittari 43% nyt", "*Used(General) 43 %");
}

#[test]
fn the_country_decides_which_day_a_taught_date_is() {
    let text = "Kapu zárul 04/12/2026, jó napot";
    let told = told(text, "04", Meaning::Expires, Written::Date);
    for (country, expected) in [
        (Some("US"), "*Expires 2026-04-12"),
        (Some("GB"), "*Expires 2026-12-04"),
        (None, "04/12/2026? Expires 2026-12-04 or Expires 2026-04-12"),
    ] {
        let context = context(country, Some("polar"));
        assert_eq!(said(text, &read_with(text, &context, Lessons { told: &[told], patterns: &[] })), expected);
        let pattern = teach(text, &context, told).unwrap();
        assert_eq!(said(text, &by(text, &[&pattern], &context)), expected);
    }
}

#[test]
fn the_value_must_be_possible() {
    let share = taught("포켓잔량 64", "64", LEFT, Written::BarePercent).unwrap();
    assert_eq!(said("", &by("포켓잔량 164", &[&share], &here())), "NoFigure");
    let data = taught("Kvota: 812", "812", LEFT, Written::BareData(Unit::TB)).unwrap();
    assert_eq!(said("", &by("Kvota: 99999", &[&data], &here())), "NoFigure");
    assert_eq!(said("", &by("Kvota: -5", &[&data], &here())), "NoFigure");
    assert_eq!(said("", &by("Kvota: 4915550104471", &[&data], &here())), "NoFigure");
    let day = taught("Kapu zárul 2026-12-04, jó napot", "2026", Meaning::Expires, Written::Date).unwrap();
    assert_eq!(said("", &by("Kapu zárul 2026-13-44, jó napot", &[&day], &here())), "NoFigure");
}

#[test]
fn nothing_is_made_of_too_little() {
    for (text, figure) in [("4.56", "4.56"), ("R: 4.56", "4.56"), ("(4.56) = 12", "4.56"), ("余4.56", "4.56")] {
        assert_eq!(taught(text, figure, LEFT, Written::BareData(Unit::GB)), Err(WhyNot::TooLittle), "{text}");
    }
    // The same words around both: which of them would it be next time?
    let twice = "Pottur 4.56\nPottur 7.20\n";
    assert_eq!(taught(twice, "4.56", LEFT, Written::BareData(Unit::GB)), Err(WhyNot::TooLittle));
    // What no figure is, cannot be explained; nor can a share be minutes.
    let told = |at, meaning, written| teach("Kvota: 812", &here(), Told { at, meaning, written });
    assert_eq!(told(0, LEFT, Written::BareData(Unit::MB)), Err(WhyNot::NotThere));
    assert_eq!(told(7, LEFT, Written::Data), Err(WhyNot::NotThere));
    assert_eq!(told(7, Meaning::Expires, Written::BareCount), Err(WhyNot::NotThere));
}

#[test]
fn what_was_said_once_is_read_without_a_pattern() {
    let text = "R: 4.56";
    let told = [told(text, "4.56", LEFT, Written::BareData(Unit::GB))];
    let reading = read_with(text, &here(), Lessons { told: &told, patterns: &[] });
    assert_eq!(said(text, &reading), "*Left(General) 4.56 GB");
}

#[test]
fn another_trade_is_not_to_be_taught() {
    let pattern = taught("Kvota: 812", "812", LEFT, Written::BareData(Unit::MB)).unwrap();
    for text in [
        "Kvota: 812\nYour verification code is 493027.",
        "Kvota: 812\nBank alert: your card was charged $42.10.",
        "Kvota: 812\nYour parcel is out for delivery.",
        "验证码 493027，Kvota: 812",
        "Kvota: 812\nYour cloud storage is almost full.",
    ] {
        let refused = read(text, &here());
        assert!(matches!(refused.verdict, Verdict::Nothing(why) if !why.can_be_taught()), "{text}: {refused:?}");
        assert_eq!(by(text, &[&pattern], &here()), refused, "{text}");
        assert_eq!(candidates(text, &here()), [], "{text}");
        let told = [told(text, "812", LEFT, Written::BareData(Unit::MB))];
        assert_eq!(read_with(text, &here(), Lessons { told: &told, patterns: &[] }), refused, "{text}");
        assert_eq!(teach(text, &here(), told[0]), Err(WhyNot::NotThere), "{text}");
    }
}

#[test]
fn a_number_that_would_be_strange_in_its_unit_is_asked_about() {
    let megabytes = taught("Kvota: 812", "812", LEFT, Written::BareData(Unit::MB)).unwrap();
    let gigabytes = taught("Kvota: 4.56", "4.56", LEFT, Written::BareData(Unit::GB)).unwrap();
    let read = |text: &str, pattern: &Pattern| said(text, &by(text, &[pattern], &here()));
    assert_eq!(read("Kvota: 2.6", &megabytes), "2.6? Left(General) 2.6 MB or Left(General) 2.6 GB");
    assert_eq!(read("Kvota: 1,5", &megabytes), "1,5? Left(General) 1.5 MB or Left(General) 1.5 GB");
    assert_eq!(read("Kvota: 12", &megabytes), "*Left(General) 12 MB");
    assert_eq!(read("Kvota: 870", &gigabytes), "870? Left(General) 870 GB or Left(General) 870 MB");
    assert_eq!(read("Kvota: 87", &gigabytes), "*Left(General) 87 GB");
    // Who says it of the text at hand knows.
    let text = "Kvota: 2.6";
    let told = [told(text, "2.6", LEFT, Written::BareData(Unit::MB))];
    let reading = read_with(text, &here(), Lessons { told: &told, patterns: &[] });
    assert_eq!(said(text, &reading), "*Left(General) 2.6 MB");
}

#[test]
fn what_is_refused_as_an_offer_or_a_threshold_is_asked_about_however_it_was_taught() {
    use Written::{Count, Data, Date, Money, Percent};
    const MONEY: Meaning = Meaning::Left(Bucket::Money);
    for (text, figure, meaning, written, refused, next, then) in [
        (
            "Your data is below 80 MB.",
            "80 MB",
            LEFT,
            Data,
            "Threshold",
            "Your data is below 50 MB.",
            "50 MB? Left(General) 50 MB or Total(General) 50 MB",
        ),
        (
            "Buy 5 GB now.",
            "5 GB",
            LEFT,
            Data,
            "Offer",
            "Buy 9 GB now.",
            "9 GB? Left(General) 9 GB or Total(General) 9 GB",
        ),
        (
            "流量不足10%，请留意。",
            "10%",
            LEFT,
            Percent,
            "Threshold",
            "流量不足5%，请留意。",
            "5%? Left(General) 5 % or Used(General) 5 %",
        ),
        (
            "Hurry, special: get $5.00 airtime",
            "$5.00",
            MONEY,
            Money,
            "Offer",
            "Hurry, special: get $7.00 airtime",
            "$7.00? Left(Money) 7.00 ? or TopUp 7.00 ?",
        ),
        (
            "Buy now: 100 minutes for you!",
            "100",
            Meaning::Left(Bucket::Minutes),
            Count,
            "Offer",
            "Buy now: 200 minutes for you!",
            "200 minutes? Left(Minutes) 200 or Total(Minutes) 200",
        ),
        (
            "Get 10 GB, sale thru 2026-12-04 hurry",
            "2026-12-04",
            Meaning::Expires,
            Date,
            "Offer",
            "Get 10 GB, sale thru 2026-12-24 hurry",
            "2026-12-24? Expires 2026-12-24 or Renews 2026-12-24",
        ),
    ] {
        assert_eq!(said(text, &read(text, &here())), refused, "{text}");
        let pattern = taught(text, figure, meaning, written).unwrap();
        assert_eq!(said(next, &by(next, &[&pattern], &here())), then, "{next}");
        let told = [told(text, figure, meaning, written)];
        let own = said(text, &read_with(text, &here(), Lessons { told: &told, patterns: &[&pattern] }));
        assert!(own.starts_with('*'), "who says it of the text at hand is not asked: {own}");
    }
    // What is refused for another reason is read: words that no table has, a plan, an error.
    for (text, figure, next, then) in [
        ("gigar i pottinum 4.56 GB, gott", "4.56 GB", "gigar i pottinum 3 GB, gott", "*Left(General) 3 GB"),
        ("Kvota 4.56 GB, sorry, try again", "4.56 GB", "Kvota 3 GB, sorry, try again", "*Left(General) 3 GB"),
    ] {
        let pattern = taught(text, figure, LEFT, Data).unwrap();
        assert_eq!(said(next, &by(next, &[&pattern], &here())), then, "{next}");
    }
}

#[test]
fn what_is_said_to_be_what_it_was_taken_for_is_not_taught() {
    let text = "You have 3 GB left.";
    let told = [told(text, "3 GB", LEFT, Written::Data)];
    assert_eq!(read_with(text, &here(), Lessons { told: &told, patterns: &[] }), read(text, &here()));
}

#[test]
fn a_pattern_is_for_its_carrier() {
    let text = "Kvota: 812";
    let pattern = taught(text, "812", LEFT, Written::BareData(Unit::MB)).unwrap();
    assert_eq!(said(text, &by(text, &[&pattern], &context(None, Some("nimbus")))), "NoFigure");
    assert_eq!(said(text, &by(text, &[&pattern], &context(None, None))), "NoFigure");
    let anyone = context(None, None);
    let pattern = teach(text, &anyone, told(text, "812", LEFT, Written::BareData(Unit::MB))).unwrap();
    assert_eq!(said(text, &by(text, &[&pattern], &here())), "*Left(General) 812 MB");
}

#[test]
fn a_question_is_decided_as_it_was_taught() {
    let text = "Data: 1.83 GB / 3 GB.";
    assert_eq!(
        said(text, &read(text, &here())),
        "1.83 GB? Left(General) 1.83 GB or Used(General) 1.83 GB, Total(General) 3 GB"
    );
    let pattern = taught(text, "1.83", USED, Written::Data).unwrap();
    let next = "Data: 2.10 GB / 3 GB.";
    assert_eq!(said(next, &by(next, &[&pattern], &here())), "*Used(General) 2.10 GB, Total(General) 3 GB");
    // Not one of its answers: the question stays.
    let pattern = taught(text, "1.83", Meaning::Left(Bucket::Hotspot), Written::Data).unwrap();
    assert_eq!(by(next, &[&pattern], &here()), read(next, &here()));
}

#[test]
fn the_built_in_reading_comes_first_and_contradictions_are_asked() {
    let text = "Kvota: 812. You have 3 GB left.";
    let pattern = taught(text, "812", LEFT, Written::BareData(Unit::MB)).unwrap();
    assert_eq!(said(text, &by(text, &[&pattern], &here())), "812? Left(General) 812 MB or Left(General) 3 GB");
    let sure = taught(text, "3 GB", USED, Written::Data).unwrap();
    assert_eq!(by(text, &[&sure], &here()), read(text, &here()), "what it is sure of stays");
    // Two patterns that do not agree.
    let text = "Kvota: 812";
    let left = taught(text, "812", LEFT, Written::BareData(Unit::MB)).unwrap();
    let used = taught(text, "812", USED, Written::BareData(Unit::MB)).unwrap();
    assert_eq!(said(text, &by(text, &[&left, &used], &here())), "812? Left(General) 812 MB or Used(General) 812 MB");
    assert!(left.same_place(&used));
    // What is said of this text is stronger than what was said of another.
    let told = [told(text, "812", USED, Written::BareData(Unit::GB))];
    let reading = read_with(text, &here(), Lessons { told: &told, patterns: &[&left] });
    assert_eq!(said(text, &reading), "*Used(General) 812 GB");
}

#[test]
fn what_is_said_of_the_text_at_hand_is_stronger_than_what_it_is_sure_of() {
    let rows: &[(&str, &str, Meaning, &str)] = &[
        ("You have 3 GB left.", "3 GB", USED, "*Used(General) 3 GB"),
        ("3 GB left, 1 GB used.", "3 GB", Meaning::Left(Bucket::Hotspot), "*Left(Hotspot) 3 GB, Used(General) 1 GB"),
        // Of two that claim to be one, the other remains.
        (
            "300 MB left, 4.2 GB left.",
            "300 MB",
            Meaning::Left(Bucket::Bonus),
            "*Left(Bonus) 300 MB, *Left(General) 4.2 GB",
        ),
        (
            "300 MB left, 4.2 GB left.",
            "4.2 GB",
            Meaning::Left(Bucket::Bonus),
            "*Left(General) 300 MB, *Left(Bonus) 4.2 GB",
        ),
        // What it then contradicts is asked about.
        ("3 GB left, 1 GB used.", "1 GB", LEFT, "3 GB? Left(General) 3 GB or Left(General) 1 GB or Left(General) 4 GB"),
        (
            "Data: 1.83 GB / 3 GB.",
            "1.83",
            Meaning::Left(Bucket::Roaming),
            "*Left(Roaming) 1.83 GB, Total(General) 3 GB",
        ),
    ];
    for (text, figure, meaning, expected) in rows {
        let told = [told(text, figure, *meaning, Written::Data)];
        assert_eq!(said(text, &read_with(text, &here(), Lessons { told: &told, patterns: &[] })), *expected);
    }
    let sure = |text: &str| candidates(text, &here()).iter().map(|it| it.sure.is_some()).collect::<Vec<_>>();
    assert_eq!(sure("You have 3 GB left. Kvota: 812"), [true, false]);
    assert_eq!(sure("Data: 1.83 GB / 3 GB."), [false, true]);
}

#[test]
fn what_a_person_may_explain() {
    let text = "POLAR *611#: pott 4.56 GB, kvota 12, +15550104471, 12:30, 41%, 2026-12-04, www.a.com/9";
    let found: Vec<_> = candidates(text, &here()).iter().map(|candidate| candidate.span.of(text)).collect();
    assert_eq!(found, ["4.56 GB", "12", "41%", "2026-12-04"]);
}

/// Sentences with a place for a figure: some that the tables know, some of no language.
const SHAPES: &[&str] = &[
    "Kvota: {} hjá okkur",
    "POLAR\nPott {}\nVox 17\n",
    "{} afgangur af pakka",
    "您的流资尚有{}，祝好",
    "Jumla ya kifurushi ni {}. Asante",
    "Pottur 17, sjoppa {}, hrafn 9",
    "Data: {}",
    "ยอดคง {} ครับ",
];

fn figures() -> impl Strategy<Value = (String, Written)> {
    let number = (1_u32..99_999, 0_usize..3).prop_map(|(number, places)| match places {
        0 => number.to_string(),
        places => format!("{}.{:0places$}", number / 100, number % 10_u32.pow(u32::try_from(places).unwrap())),
    });
    (number, 0..3).prop_map(|(number, kind)| match kind {
        0 => (number, Written::BareData(Unit::MB)),
        1 => (format!("{number} MB"), Written::Data),
        _ => (format!("${number}"), Written::Money),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What was taught is read again, and so is another number in its place.
    #[test]
    fn a_pattern_reads_what_it_was_made_from(
        shape in prop::sample::select(SHAPES),
        (figure, written) in figures(),
        (other, as_well) in figures(),
    ) {
        let meaning = if written == Written::Money { Meaning::Left(Bucket::Money) } else { LEFT };
        let text = shape.replace("{}", &figure);
        let at = shape.find('{').unwrap();
        let Ok(pattern) = teach(&text, &here(), Told { at, meaning, written }) else {
            // Only where the built-in reading joins it with what stands beside it.
            let alone = candidates(&text, &here()).iter().any(|it| it.span.start == at && it.span.of(&text) == figure);
            prop_assert!(!alone, "{}", text);
            return Ok(());
        };
        let read_again = |text: &str| {
            let reading = by(text, &[&pattern], &here());
            reading.figures.into_iter().find(|figure| figure.span.start == at)
        };
        let found = read_again(&text);
        prop_assert_eq!(found.as_ref().map(|it| it.span.of(&text)), Some(figure.as_str()));
        if as_well == written {
            let text = shape.replace("{}", &other);
            prop_assert_eq!(read_again(&text).map(|it| it.span.of(&text).to_owned()), Some(other));
        }
    }

    #[test]
    fn nothing_panics_and_every_place_is_in_the_text(
        text in "\\PC{0,120}",
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..20),
        at in 0_usize..120,
        other in prop::sample::select(PIECES),
        meaning in prop::sample::select(&[LEFT, USED, Meaning::Expires]),
        written in prop::sample::select(&[Written::Data, Written::BareData(Unit::GB), Written::Date, Written::BarePercent]),
    ) {
        for text in [text, pieces.concat()] {
            let found = candidates(&text, &here());
            for candidate in &found {
                prop_assert!(!candidate.span.of(&text).is_empty(), "{:?} of {:?}", candidate.span, text);
            }
            let at = found.get(at % found.len().max(1)).map_or(at, |candidate| candidate.span.start);
            let told = Told { at, meaning, written };
            sound(&text, &read_with(&text, &here(), Lessons { told: &[told], patterns: &[] }));
            if let Ok(pattern) = teach(&text, &here(), told) {
                by(&text, &[&pattern], &here());
                by(&format!("{other}{text}{other}"), &[&pattern], &here());
            }
        }
    }
}

const PIECES: &[&str] = &[
    "Kvota",
    ": ",
    "12",
    "1.5",
    "1,234",
    " GB",
    "MB",
    "%",
    "$",
    "-",
    "余",
    "流资",
    "，",
    "。",
    "\n",
    " ",
    "/",
    "7/20",
    "4G",
    "left ",
    "used ",
    "Jul ",
    "days",
    "(",
    ")",
    "code",
    "é",
    "\u{301}",
    "#",
    "99999999999",
    "٣",
    "１２",
];

/// Every figure of every message of the corpus is taught, for everybody: it is read in no message of
/// another carrier, and no text of another trade becomes a balance.
#[test]
fn what_was_taught_of_one_carrier_reads_no_other() {
    let Ok(path) = std::env::var("SIM_GAUGE_CORPUS") else {
        println!("SIM_GAUGE_CORPUS is not named: the shared corpus was not read");
        return;
    };
    let corpus = std::fs::read_to_string(&path).expect("the corpus that SIM_GAUGE_CORPUS names");
    let messages: Vec<serde_json::Value> =
        corpus.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let text = |place: usize| messages[place]["text"].as_str().expect("a text");
    let anyone = context(None, None);
    let mut patterns: Vec<(usize, Pattern)> = Vec::new();
    for place in 0..messages.len() {
        for candidate in candidates(text(place), &anyone) {
            let written = candidate.written.unwrap_or(Written::BareData(Unit::MB));
            let told = Told { at: candidate.span.start, meaning: candidate.meanings[0], written };
            patterns.extend(teach(text(place), &anyone, told).map(|pattern| (place, pattern)));
        }
    }
    for place in 0..messages.len() {
        let others = patterns.iter().filter(|(of, _)| messages[*of]["carrier"] != messages[place]["carrier"]);
        let others: Vec<&Pattern> = others.map(|(_, pattern)| pattern).collect();
        assert_eq!(by(text(place), &others, &anyone), read(text(place), &anyone), "{}", messages[place]["id"]);
    }
    println!("{} patterns, none of which reads another carrier's message", patterns.len());
}
