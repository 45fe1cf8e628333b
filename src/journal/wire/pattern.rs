//! A taught pattern in format 1. Frozen, as `card` is.

use super::words::Word;
use crate::domain::{Bucket, Line, Meaning, Pattern, Unit, Written};
use crate::journal::json::{Object, Writer};

/// `"before":"rest:","after":"\n","as":"MB","left":"data"`: `as` is how the figure is written (a
/// unit alone means a number without one), and what it is follows.
pub(super) fn write(pattern: &Pattern, out: &mut Writer) {
    out.maybe("carrier", pattern.carrier().map(Line::as_str));
    out.text("before", pattern.before());
    out.text("after", pattern.after());
    out.text("as", written_word(pattern.written()));
    match pattern.meaning() {
        Meaning::Left(bucket) => out.text("left", bucket.word()),
        Meaning::Used(bucket) => out.text("used", bucket.word()),
        Meaning::Total(bucket) => out.text("total", bucket.word()),
        Meaning::Expires => out.flag("expires", true),
        Meaning::Renews => out.flag("renews", true),
    }
}

pub(super) fn read(object: &Object<'_>) -> Option<Pattern> {
    let bucket = |name| object.maybe(name, Bucket::parse);
    let meaning = if let Some(bucket) = bucket("left")? {
        Meaning::Left(bucket)
    } else if let Some(bucket) = bucket("used")? {
        Meaning::Used(bucket)
    } else if let Some(bucket) = bucket("total")? {
        Meaning::Total(bucket)
    } else if super::read_flag(object, "expires")? {
        Meaning::Expires
    } else if super::read_flag(object, "renews")? {
        Meaning::Renews
    } else {
        return None;
    };
    Pattern::new(
        object.maybe("carrier", Line::parse)?,
        object.text("before")?.to_owned(),
        object.text("after")?.to_owned(),
        meaning,
        object.must("as", read_written)?,
    )
}

fn written_word(written: Written) -> &'static str {
    match written {
        Written::Data => "data",
        Written::Percent => "percent",
        Written::Money => "money",
        Written::Count => "count",
        Written::Date => "date",
        Written::BareData(unit) => unit.word(),
        Written::BarePercent => "bare-percent",
        Written::BareMoney => "bare-money",
        Written::BareCount => "bare-count",
    }
}

fn read_written(word: &str) -> Option<Written> {
    Some(match word {
        "data" => Written::Data,
        "percent" => Written::Percent,
        "money" => Written::Money,
        "count" => Written::Count,
        "date" => Written::Date,
        "bare-percent" => Written::BarePercent,
        "bare-money" => Written::BareMoney,
        "bare-count" => Written::BareCount,
        unit => Written::BareData(Unit::parse(unit)?),
    })
}
