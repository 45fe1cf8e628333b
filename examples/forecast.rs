//! The forecast as a program: one JSON object a line in, one a line out.
//!
//! In: `{"id", "now": RFC 3339, "checks": [{"at", "remaining_mb"}], "topups": [{"at", "added_mb"}],
//! "plan_mb"?, "plan_days"?, "expires"?: RFC 3339}`. Out: `{"id", "days": [19 quantiles of the days
//! from now until empty, at 5 % to 95 %, each capped at 60], "lasts_to_expiry": probability | null,
//! "mb_per_day": [10 %, 50 %, 90 %]}`. With too little to say, `days` and `mb_per_day` are null. A
//! line that cannot be read gets `{"line": N, "error": "…"}` in its place.
//!
//! `cargo run --release --no-default-features --example forecast < cases.jsonl`

use serde_json::{Value, json};
use sim_gauge::domain::{Bytes, DAY_MS, Date, Timestamp};
use sim_gauge::forecast::{Added, Input, Outlook, Prior, Seen, forecast};
use std::io::{BufRead, Write};

/// Bytes in a megabyte.
const MB: f64 = 1_048_576.0;

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        let answer = case(&text).unwrap_or_else(|error| json!({"line": number + 1, "error": error}));
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

/// The answer to one line.
fn case(text: &str) -> Result<Value, String> {
    let case: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let case = case.as_object().ok_or("not an object")?;
    let id = case.get("id").cloned().ok_or("no id")?;
    let now = case.get("now").ok_or("no now")?;
    let (now, east) = (time(now)?, now.as_str().map_or(0, east));
    let expires = case.get("expires").filter(|value| !value.is_null()).map(time).transpose()?;
    let figures = list(case.get("checks"), "remaining_mb")?;
    let rounding = grid(&figures) / 2.0 * MB;
    let checks: Vec<Seen> = figures
        .iter()
        .map(|&(at, left)| Seen { at, left: left * MB, rounding, apart: false, beyond: false, paid: false })
        .collect();
    let top_ups: Vec<Added> = list(case.get("topups"), "added_mb")?
        .into_iter()
        .map(|(at, added)| Added { at, bytes: added * MB, replaces: false })
        .collect();
    let number = |name: &str| -> Result<Option<f64>, String> {
        match case.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => amount(value, name).map(Some),
        }
    };
    let first = checks.iter().map(|seen| seen.at).chain(top_ups.iter().map(|added| added.at)).min();
    let days = number("plan_days")?.filter(|&days| days > 0.0);
    let prior = number("plan_mb")?
        .filter(|&plan| plan > 0.0)
        .map(|plan| Prior { bytes: plan * MB, ..Prior::of(Bytes(0), days, first, expires) });
    let outlook = forecast(&Input { now, checks, top_ups, prior, expires, cycles: Vec::new(), east });
    let rounded = |value: f64| (value * 1e4).round() / 1e4;
    Ok(match outlook {
        Outlook::NotEnough(_) => json!({"id": id, "days": null, "lasts_to_expiry": null, "mb_per_day": null}),
        Outlook::Empty { since, .. } => {
            let nothing = [0.0; 19];
            let lasted = expires.map(|expires| if expires <= since { 1.0 } else { 0.0 });
            json!({"id": id, "days": nothing, "lasts_to_expiry": lasted, "mb_per_day": null})
        }
        Outlook::Known(known) => {
            let days = known.quantiles().map(rounded);
            let rates = [0.1, 0.5, 0.9].map(|p| rounded(known.rate(p) / MB));
            let lasts = known.lasts_to_expiry().map(rounded);
            json!({"id": id, "days": days, "lasts_to_expiry": lasts, "mb_per_day": rates})
        }
    })
}

fn list(value: Option<&Value>, name: &str) -> Result<Vec<(Timestamp, f64)>, String> {
    let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(Vec::new()) };
    let items = value.as_array().ok_or_else(|| format!("the list with {name} is no list"))?;
    items
        .iter()
        .map(|item| {
            let at = time(item.get("at").ok_or("no at")?)?;
            Ok((at, amount(item.get(name).ok_or_else(|| format!("no {name}"))?, name)?))
        })
        .collect()
}

fn amount(value: &Value, name: &str) -> Result<f64, String> {
    value.as_f64().filter(|amount| *amount >= 0.0).ok_or_else(|| format!("{name} is no amount"))
}

/// The coarsest grid, in MB, on which all figures lie: what they were rounded to. A carrier that
/// says tenths of a gigabyte gives multiples of 102.4. 0 where there are too few to tell.
fn grid(figures: &[(Timestamp, f64)]) -> f64 {
    let on = |step: f64| {
        figures.iter().all(|(_, figure)| {
            let part = figure / step;
            (part - part.round()).abs() * step < 0.006
        })
    };
    let mut distinct: Vec<f64> = figures.iter().map(|&(_, figure)| figure).collect();
    distinct.sort_by(f64::total_cmp);
    distinct.dedup();
    if distinct.len() < 2 {
        return 0.0;
    }
    [1024.0, 102.4, 100.0, 10.24, 10.0, 1.0].into_iter().find(|&step| on(step)).unwrap_or(0.0)
}

fn time(value: &Value) -> Result<Timestamp, String> {
    let text = value.as_str().ok_or("a time is no text")?;
    rfc3339(text).ok_or_else(|| format!("no RFC 3339 time of 2000 to 2100: {text}"))
}

/// Minutes east of UTC of a time that was read: nights and weekends are those of this clock.
fn east(text: &str) -> i32 {
    let part = |from: usize, to: usize| text.get(text.len() - from..text.len() - to)?.parse::<i32>().ok();
    match (text.len().checked_sub(6).and_then(|at| text.get(at..=at)), part(5, 3), part(2, 0)) {
        (Some("+"), Some(hours), Some(minutes)) => hours * 60 + minutes,
        (Some("-"), Some(hours), Some(minutes)) => -hours * 60 - minutes,
        _ => 0,
    }
}

/// `2026-11-20T09:30:00.5-05:00`.
fn rfc3339(text: &str) -> Option<Timestamp> {
    let date = Date::parse(text.get(..10)?)?;
    let clock = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let end = clock.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = (clock.get(..end)?, clock.get(end..)?);
    let two = |text: &str, most: i64| -> Option<i64> {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|&value| digits && value <= most)
    };
    let mut parts = clock.splitn(3, ':');
    let (hour, minute) = (two(parts.next()?, 23)?, two(parts.next()?, 59)?);
    let (second, fraction) = parts.next().map_or(Some(("00", "")), |rest| {
        let (second, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
        (!fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())).then_some((second, fraction))
    })?;
    let second = two(second, 60)?;
    let thousandths: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    let east = if zone.eq_ignore_ascii_case("z") {
        0
    } else {
        let (hours, minutes) = zone.get(1..)?.split_once(':')?;
        let minutes = two(hours, 23)? * 60 + two(minutes, 59)?;
        if zone.starts_with('-') { -minutes } else { minutes }
    };
    let day = i64::from(date.epoch_days()) * DAY_MS;
    Timestamp::from_millis(day + ((hour * 60 + minute - east) * 60 + second) * 1000 + thousandths)
}
