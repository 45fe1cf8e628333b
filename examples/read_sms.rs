//! Reads replies, one JSON object a line, and writes what they say, one a line.
//!
//! `{"id", "text", "received": "YYYY-MM-DD", "country"?, "carrier"?}` in; the fields of DESIGN.md
//! section 8 out (of several messages in one text, of the newest), with 1 GB = 1024 MB. A line that cannot be parsed gets
//! `{"line": N, "error": "…"}` in its place.

use serde_json::{Map, Value as Json, json};
use sim_gauge::domain::{Amount, Base, Bucket, Date, Decimal, Unit};
use sim_gauge::sms::{Certainty, Choice, Context, Reading, Role, Value, Verdict, messages, newest, read};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (place, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = String::from_utf8(line)
            .map_err(|error| error.to_string())
            .and_then(|line| answer(&line))
            .unwrap_or_else(|error| json!({ "line": place + 1, "error": error }));
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn answer(line: &str) -> Result<Json, String> {
    let message: Json = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let field = |name: &str| message.get(name).and_then(Json::as_str);
    let text = field("text").ok_or("no text")?;
    let received = field("received").and_then(Date::parse).ok_or("no day of receipt")?;
    let context =
        Context { received, country: field("country"), currency: None, carrier: field("carrier"), base: Base::Binary };
    let mut all = messages(text, &context);
    let reading = match newest(&all) {
        Some(at) => all.swap_remove(at).reading,
        None => read(text, &context),
    };
    let mut fields = fields(&reading);
    fields.insert("id".to_owned(), message.get("id").cloned().unwrap_or(Json::Null));
    Ok(Json::Object(fields))
}

fn fields(reading: &Reading) -> Map<String, Json> {
    let mut out = Map::new();
    let verdict = if reading.verdict == Verdict::Reading { "reading" } else { "nothing" };
    out.insert("verdict".to_owned(), json!(verdict));
    for name in [
        "remaining_mb",
        "total_mb",
        "used_mb",
        "used_pct",
        "remaining_pct",
        "money",
        "expires",
        "renews",
        "minutes",
        "texts",
    ] {
        out.insert(name.to_owned(), Json::Null);
    }
    out.insert("unlimited".to_owned(), json!(false));
    let (mut ask, mut buckets) = (Map::new(), Vec::<Json>::new());
    let mut credit_expires = None;
    for figure in &reading.figures {
        let (role, value) = match &figure.role {
            Certainty::Sure(role, _) => (*role, figure.value),
            Certainty::Asked(choices) => {
                for Choice { role, value, .. } in choices {
                    if let Some((name, value)) = field(*role, *value) {
                        let list = ask.entry(name).or_insert_with(|| json!([]));
                        if let Some(list) = list.as_array_mut() {
                            list.push(value);
                        }
                    }
                }
                continue;
            }
        };
        if role == Role::CreditExpires {
            credit_expires = credit_expires.or(Some(value));
        }
        if let Some(bucket) = bucket(role, value) {
            buckets.push(bucket);
        }
        if let Some((name, value)) = field(role, value)
            && out.get(name).is_none_or(|known| known.is_null() || known == &json!(false))
        {
            out.insert(name.to_owned(), value);
        }
    }
    if let (Some(Json::Null), Some(Value::Date(date))) = (out.get("expires"), credit_expires) {
        out.insert("expires".to_owned(), json!(date.to_string()));
    }
    ask.retain(|name, _| out.get(name).is_none_or(Json::is_null));
    out.insert("buckets".to_owned(), json!(buckets));
    out.insert("ask".to_owned(), Json::Object(ask));
    out
}

/// The field that a figure of the main buckets fills.
fn field(role: Role, value: Value) -> Option<(&'static str, Json)> {
    let number = |count: Decimal| json!(count.to_string().parse::<f64>().unwrap_or(0.0));
    Some(match (role, value) {
        (Role::Left(Bucket::General), Value::Data(amount)) => ("remaining_mb", json!(megabytes(amount))),
        (Role::Total(Bucket::General), Value::Data(amount)) => ("total_mb", json!(megabytes(amount))),
        (Role::Used(Bucket::General), Value::Data(amount)) => ("used_mb", json!(megabytes(amount))),
        (Role::Left(Bucket::General), Value::Percent(share)) => ("remaining_pct", number(share)),
        (Role::Used(Bucket::General), Value::Percent(share)) => ("used_pct", number(share)),
        (Role::Left(Bucket::General), Value::Unlimited) => ("unlimited", json!(true)),
        (Role::Left(Bucket::Minutes), Value::Count(count)) => ("minutes", number(count)),
        (Role::Left(Bucket::Messages), Value::Count(count)) => ("texts", number(count)),
        (Role::Left(Bucket::Money), Value::Money(amount, currency)) => {
            ("money", json!({ "amount": number(amount), "currency": currency.map(|c| c.to_string()) }))
        }
        (Role::Expires, Value::Date(date)) => ("expires", json!(date.to_string())),
        (Role::Renews, Value::Date(date)) => ("renews", json!(date.to_string())),
        _ => return None,
    })
}

fn bucket(role: Role, value: Value) -> Option<Json> {
    let Value::Data(amount) = value else { return None };
    let (bucket, name) = match role {
        Role::Left(bucket) => (bucket, "remaining_mb"),
        Role::Used(bucket) => (bucket, "used_mb"),
        Role::Total(bucket) => (bucket, "total_mb"),
        _ => return None,
    };
    let label = match bucket {
        Bucket::General => return None,
        Bucket::Hotspot => "hotspot",
        Bucket::Roaming => "roaming",
        Bucket::AppOnly => "app",
        Bucket::Local => "local",
        Bucket::Night => "night",
        Bucket::Bonus => "bonus",
        Bucket::Carried => "carried",
        Bucket::Money | Bucket::Minutes | Bucket::Messages => return None,
    };
    let mut object = Map::new();
    object.insert("name".to_owned(), json!(label));
    for field in ["remaining_mb", "total_mb", "used_mb"] {
        object.insert(field.to_owned(), if field == name { json!(megabytes(amount)) } else { Json::Null });
    }
    Some(Json::Object(object))
}

fn megabytes(amount: Amount) -> f64 {
    let figure: f64 = amount.figure().to_string().parse().unwrap_or(0.0);
    figure
        * match amount.unit() {
            Unit::B => 1.0 / 1_048_576.0,
            Unit::KB => 1.0 / 1024.0,
            Unit::MB => 1.0,
            Unit::GB => 1024.0,
            Unit::TB => 1_048_576.0,
        }
}
