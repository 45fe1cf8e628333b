//! Scores a reading against what a careful person reads, as `score_sms.py` beside the corpus does.

use serde_json::Value as Json;
use sim_gauge::domain::{Bucket, Currency, Date, Quantity, Said, Unit};
use sim_gauge::sms::{Reading, Verdict};

pub(crate) enum Outcome {
    Right,
    Asked,
    Missed,
    Wrong,
}

/// Right where all that is expected is sure and nothing else is; an expected figure that is asked
/// about counts as asked.
pub(crate) fn judge(message: &Json, reading: &Reading) -> Outcome {
    let expect = message.get("expect").expect("an expectation");
    let received = Date::parse(message["received"].as_str().unwrap_or("")).expect("a day");
    let negative = message["kind"] == "not-a-balance";
    if negative {
        return if reading.verdict == Verdict::Reading { Outcome::Wrong } else { Outcome::Right };
    }
    let settled = reading.settle(&[], Currency::USD);
    let said = |find: &dyn Fn(Said) -> Option<f64>, bucket: Bucket| {
        settled.measures.iter().filter(|measure| measure.bucket == bucket).find_map(|measure| find(measure.said))
    };
    let left = |said: Said| if let Said::Left(quantity) = said { number(quantity) } else { None };
    let total = |said: Said| if let Said::Total(quantity) = said { number(quantity) } else { None };
    let used = |said: Said| if let Said::Used(quantity) = said { number(quantity) } else { None };
    let share = |said: Said| if let Said::UsedPercent(share) = said { decimal(share) } else { None };
    let rest = |said: Said| if let Said::LeftPercent(share) = said { decimal(share) } else { None };
    let fields = [
        ("remaining_mb", said(&left, Bucket::General)),
        ("total_mb", said(&total, Bucket::General)),
        ("used_mb", said(&used, Bucket::General)),
        ("used_pct", said(&share, Bucket::General)),
        ("remaining_pct", said(&rest, Bucket::General)),
        ("minutes", said(&left, Bucket::Minutes)),
        ("texts", said(&left, Bucket::Messages)),
        ("money", said(&left, Bucket::Money)),
    ];
    let (mut missed, mut wrong) = (false, false);
    for (name, got) in fields {
        let want = expected(expect, name);
        match got {
            Some(got) if want.iter().any(|want| near(got, *want)) => {}
            Some(got) => wrong |= !derivable(expect, name, got),
            None => missed |= !expect[name].is_null(),
        }
    }
    let days = days(expect, received);
    let mut dates = [settled.expires, settled.renews].into_iter().flatten().peekable();
    missed |= dates.peek().is_none() && !expect["expires"].is_null();
    wrong |= dates.any(|date| !days.contains(&date));
    match (wrong, missed, reading.questions()) {
        (true, ..) => Outcome::Wrong,
        (_, true, 0) => Outcome::Missed,
        (_, true, _) => Outcome::Asked,
        _ => Outcome::Right,
    }
}

/// The figure that is expected and those that are accepted in its place.
fn expected(expect: &Json, name: &str) -> Vec<f64> {
    let value = |json: &Json| json.as_f64().or_else(|| json["amount"].as_f64());
    let mut all: Vec<f64> = value(&expect[name]).into_iter().collect();
    let others = expect[format!("{name}_alternatives")].as_array();
    all.extend(others.into_iter().flatten().filter_map(value));
    if name == "remaining_mb" {
        all.extend(expect["derived_remaining_mb"].as_f64());
    }
    if expect[name].is_null() {
        all.extend(expect["buckets"].as_array().into_iter().flatten().filter_map(|bucket| bucket[name].as_f64()));
    }
    all
}

fn derivable(expect: &Json, name: &str, got: f64) -> bool {
    let (total, left) = (expect["total_mb"].as_f64(), expect["remaining_mb"].as_f64());
    match (name, total, left) {
        ("used_pct" | "remaining_pct", Some(_), _) => true,
        ("used_mb", Some(total), Some(left)) => near(got, total - left),
        _ => false,
    }
}

fn days(expect: &Json, received: Date) -> Vec<Date> {
    let others =
        ["expires_alternatives", "expires_all"].map(|name| expect[name].as_array().cloned().unwrap_or_default());
    let mut all = Vec::new();
    for one in std::iter::once(expect["expires"].clone()).chain(others.into_iter().flatten()) {
        let text = one["date"].as_str().or(one.as_str()).map(str::to_owned);
        all.extend(text.and_then(|text| Date::parse(text.get(..10)?)));
        let ahead = one["days"].as_i64().and_then(|days| i32::try_from(days).ok());
        all.extend(ahead.and_then(|days| received.plus_days(days)));
        all.extend(ahead.and_then(|days| received.plus_days(days - 1)));
    }
    all
}

fn near(got: f64, want: f64) -> bool {
    (got - want).abs() <= f64::max(0.02, 0.002 * want.abs())
}

fn number(quantity: Quantity) -> Option<f64> {
    match quantity {
        Quantity::Data(amount) => {
            let step: f64 = match amount.unit() {
                Unit::B => 1.0 / 1_048_576.0,
                Unit::KB => 1.0 / 1024.0,
                Unit::MB => 1.0,
                Unit::GB => 1024.0,
                Unit::TB => 1_048_576.0,
            };
            Some(decimal(amount.figure())? * step)
        }
        Quantity::Money(money) => decimal(money.figure),
        Quantity::Count(count) => decimal(count),
    }
}

fn decimal(value: sim_gauge::domain::Decimal) -> Option<f64> {
    value.to_string().parse().ok()
}
