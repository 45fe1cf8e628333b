//! An entry in format 1. Frozen, as `card` is.

use super::words::{self, Word, read_amount, read_money, read_quantity};
use crate::domain::{
    Act, Arrival, Bucket, CardId, Channel, Check, Date, Decimal, Effect, Entry, Fact, KeepAlive, Line, Measure, Remark,
    Said, Source, Timestamp, TopUp, clean_reply,
};
use crate::journal::json::{Object, Value, Writer};

pub(super) fn write(entry: &Entry, out: &mut Writer) {
    out.text("card", &entry.card.to_string());
    out.int("at", entry.at.millis());
    out.maybe("note", entry.note.as_ref().map(Remark::as_str));
    match &entry.fact {
        Fact::Check(check) => {
            out.open("check", '{');
            write_check(check, out);
        }
        Fact::TopUp(top_up) => {
            out.open("topup", '{');
            write_top_up(top_up, out);
        }
        Fact::KeepAlive(alive) => {
            out.open("alive", '{');
            out.text("act", alive.act.word());
            out.maybe("fee", alive.fee.map(words::money).as_deref());
        }
    }
    out.close('}');
}

pub(super) fn read(object: &Object<'_>) -> Option<Entry> {
    let fact = if let Some(check) = object.object("check") {
        Fact::Check(read_check(check)?)
    } else if let Some(top_up) = object.object("topup") {
        Fact::TopUp(read_top_up(top_up)?)
    } else {
        let alive = object.object("alive")?;
        Fact::KeepAlive(KeepAlive { act: alive.must("act", Act::parse)?, fee: alive.maybe("fee", read_money)? })
    };
    Some(Entry {
        card: object.must("card", CardId::parse)?,
        at: Timestamp::from_millis(object.int("at")?)?,
        fact,
        note: object.maybe("note", Remark::parse)?,
    })
}

fn write_check(check: &Check, out: &mut Writer) {
    out.open("said", '[');
    for measure in &check.measures {
        out.item();
        out.text("of", measure.bucket.word());
        match measure.said {
            Said::Left(quantity) => out.text("left", &words::quantity(quantity)),
            Said::Used(quantity) => out.text("used", &words::quantity(quantity)),
            Said::Total(quantity) => out.text("total", &words::quantity(quantity)),
            Said::LeftPercent(share) => out.text("left_pct", &share.to_string()),
            Said::UsedPercent(share) => out.text("used_pct", &share.to_string()),
            Said::Unlimited => out.flag("unlimited", true),
        }
        out.close('}');
    }
    out.close(']');
    super::date("expires", check.expires, out);
    super::date("renews", check.renews, out);
    out.text("source", check.source.word());
    out.maybe("reply", check.reply.as_deref());
    out.flag("sure", check.sure);
}

fn read_check(object: &Object<'_>) -> Option<Check> {
    let Some(Value::List(said)) = object.get("said") else { return None };
    Some(Check {
        measures: said.iter().map(read_measure).collect::<Option<_>>()?,
        expires: object.maybe("expires", Date::parse)?,
        renews: object.maybe("renews", Date::parse)?,
        source: object.must("source", Source::parse)?,
        reply: object.maybe("reply", |text| Some(clean_reply(text).0))?,
        sure: super::read_flag(object, "sure")?,
    })
}

fn read_measure(value: &Value<'_>) -> Option<Measure> {
    let Value::Object(object) = value else { return None };
    let quantity = |name| object.maybe(name, read_quantity);
    let share = |name| object.maybe(name, Decimal::parse);
    let said = if let Some(left) = quantity("left")? {
        Said::Left(left)
    } else if let Some(used) = quantity("used")? {
        Said::Used(used)
    } else if let Some(total) = quantity("total")? {
        Said::Total(total)
    } else if let Some(left) = share("left_pct")? {
        Said::LeftPercent(left)
    } else if let Some(used) = share("used_pct")? {
        Said::UsedPercent(used)
    } else if super::read_flag(object, "unlimited")? {
        Said::Unlimited
    } else {
        return None;
    };
    Some(Measure { bucket: object.must("of", Bucket::parse)?, said })
}

fn write_top_up(top_up: &TopUp, out: &mut Writer) {
    out.maybe("data", top_up.data.map(words::amount).as_deref());
    out.maybe("credit", top_up.credit.map(words::money).as_deref());
    out.maybe("paid", top_up.paid.map(words::money).as_deref());
    out.maybe("channel", top_up.channel.map(Word::word));
    out.text("effect", top_up.effect.word());
    super::date("expires", top_up.expires, out);
    out.maybe("receipt", top_up.receipt.as_ref().map(Line::as_str));
    out.text("arrival", top_up.arrival.word());
    if let Some(at) = top_up.paid_at {
        out.int("paid_at", at.millis());
    }
}

fn read_top_up(object: &Object<'_>) -> Option<TopUp> {
    Some(TopUp {
        data: object.maybe("data", read_amount)?,
        credit: object.maybe("credit", read_money)?,
        paid: object.maybe("paid", read_money)?,
        channel: object.maybe("channel", Channel::parse)?,
        effect: object.must("effect", Effect::parse)?,
        expires: object.maybe("expires", Date::parse)?,
        receipt: object.maybe("receipt", Line::parse)?,
        arrival: object.must("arrival", Arrival::parse)?,
        paid_at: match object.get("paid_at") {
            None => None,
            Some(_) => Some(Timestamp::from_millis(object.int("paid_at")?)?),
        },
    })
}
