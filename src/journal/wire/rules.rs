//! What a card's owner set beyond the plan, in format 1: how the number is kept, how long it should
//! last, when its day begins, when to warn. Each may be missing, and then is as in a new card.

use super::words::{money, read_money};
use crate::domain::convert::natural;
use crate::domain::{Card, Date, DayClock, KeepRule, Keeping, Timestamp, ZoneName};
use crate::journal::json::{Object, Value, Writer};

/// `"keep":"fee 15","keep_sum":"10.00 GBP","grace":90,"keep_from":"2026-01-31"`, where `keep` may
/// also be `use 180` or `top-up 365`; `"needed":"2026-12-20"`; `"day":"first-use"`, with
/// `"first_use":1796300000000` where that is known, or `"day":"Asia/Hong_Kong"`; `"notice":3`; `"over_pace":10`,
/// less than 0 for never.
pub(super) fn write(card: &Card, out: &mut Writer) {
    if let Some(Keeping { rule, grace, from }) = card.keeping {
        let (word, number, sum) = match rule {
            KeepRule::MonthlyFee { day, fee } => ("fee ", u16::from(day), fee),
            KeepRule::Activity { days } => ("use ", days, None),
            KeepRule::TopUp { days, least } => ("top-up ", days, least),
        };
        out.text("keep", &(word.to_owned() + &number.to_string()));
        out.maybe("keep_sum", sum.map(money).as_deref());
        out.int("grace", grace.into());
        super::date("keep_from", from, out);
    }
    super::date("needed", card.needed_until, out);
    out.maybe(
        "day",
        card.day_clock.as_ref().map(|clock| match clock {
            DayClock::FirstUse(_) => FIRST_USE,
            DayClock::Midnight(zone) => zone.as_str(),
        }),
    );
    if let Some(DayClock::FirstUse(Some(at))) = card.day_clock {
        out.int("first_use", at.millis());
    }
    if card.notice_days != Card::NOTICE_DAYS {
        out.int("notice", card.notice_days.into());
    }
    if card.over_pace != Some(Card::OVER_PACE) {
        out.int("over_pace", card.over_pace.map_or(-1, i64::from));
    }
}

/// The word that is no zone: none has a small first letter.
const FIRST_USE: &str = "first-use";

/// The card with its rules.
pub(super) fn read(object: &Object<'_>, card: Card) -> Option<Card> {
    let number = |name: &str| match object.get(name) {
        None => Some(None),
        Some(Value::Int(number)) => Some(Some(*number)),
        Some(_) => None,
    };
    let over_pace = match number("over_pace")? {
        None => card.over_pace,
        Some(share) if share < 0 => None,
        Some(share) => Some(u8::try_from(share).ok()?),
    };
    let mut day_clock = object.maybe("day", read_clock)?;
    if let Some(DayClock::FirstUse(at)) = &mut day_clock
        && let Some(millis) = number("first_use")?
    {
        *at = Some(Timestamp::from_millis(millis)?);
    }
    Some(Card {
        keeping: read_keeping(object)?,
        needed_until: object.maybe("needed", Date::parse)?,
        day_clock,
        notice_days: number("notice")?.map_or(Some(card.notice_days), |days| u16::try_from(days).ok())?,
        over_pace,
        ..card
    })
}

fn read_clock(text: &str) -> Option<DayClock> {
    if text == FIRST_USE { Some(DayClock::FirstUse(None)) } else { ZoneName::parse(text).map(DayClock::Midnight) }
}

fn read_keeping(object: &Object<'_>) -> Option<Option<Keeping>> {
    let Some(rule) = object.maybe("keep", read_rule)? else { return Some(None) };
    let sum = object.maybe("keep_sum", read_money)?;
    let rule = match rule {
        KeepRule::MonthlyFee { day, .. } => KeepRule::MonthlyFee { day, fee: sum },
        KeepRule::TopUp { days, .. } => KeepRule::TopUp { days, least: sum },
        KeepRule::Activity { .. } => rule,
    };
    let grace = u16::try_from(object.int("grace")?).ok()?;
    Some(Some(Keeping { rule, grace, from: object.maybe("keep_from", Date::parse)? }))
}

fn read_rule(text: &str) -> Option<KeepRule> {
    let (word, number) = text.split_once(' ')?;
    let number: u16 = natural(number).filter(|number| (1..=3660).contains(number))?;
    Some(match word {
        "fee" => KeepRule::MonthlyFee { day: u8::try_from(number).ok().filter(|&day| day <= 31)?, fee: None },
        "use" => KeepRule::Activity { days: number },
        "top-up" => KeepRule::TopUp { days: number, least: None },
        _ => return None,
    })
}
