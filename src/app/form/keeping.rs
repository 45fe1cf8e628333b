//! The parts of a card's form that say how its number is kept and when the day of a day plan begins.

use super::read::{Reader, date_time_text};
use super::{Field, Form};
use crate::domain::{Card, Currency, DayClock, KeepRule, Keeping, Moment, Money, Timestamp, ZoneName};

/// What keeps a number, by the words of the form; the first is nothing that is known.
pub const KEEP_RULES: [&str; 4] = ["none", "fee", "activity", "top-up"];

/// When the day of a day plan begins, by the words of the form; the first is no day plan.
pub const DAY_CLOCKS: [&str; 3] = ["none", "midnight", "first-use"];

/// Fills in what a card says.
pub(super) fn put(form: &mut Form, card: &Card, moment: &Moment) {
    let sum = |money: Option<Money>| money.map_or(String::new(), |money| money.figure.to_string());
    let [none, fee, activity, top_up] = KEEP_RULES;
    let mut rule = none;
    if let Some(keeping) = card.keeping {
        match keeping.rule {
            KeepRule::MonthlyFee { day, fee: amount } => {
                rule = fee;
                form.set(Field::KeepDay, day.to_string());
                form.set(Field::KeepSum, sum(amount));
            }
            KeepRule::Activity { days } => {
                rule = activity;
                form.set(Field::KeepDays, days.to_string());
            }
            KeepRule::TopUp { days, least } => {
                rule = top_up;
                form.set(Field::KeepDays, days.to_string());
                form.set(Field::KeepSum, sum(least));
            }
        }
        form.set(Field::Grace, keeping.grace.to_string());
        form.set(Field::KeepFrom, keeping.from.map_or(String::new(), |from| from.to_string()));
    }
    form.set(Field::KeepRule, rule);
    let [none, midnight, first_use] = DAY_CLOCKS;
    let clock = match &card.day_clock {
        None => none,
        Some(DayClock::Midnight(zone)) => {
            form.set(Field::DayZone, zone.as_str());
            midnight
        }
        Some(DayClock::FirstUse(at)) => {
            form.set(Field::FirstUse, at.map_or(String::new(), |at| date_time_text(moment, at)));
            first_use
        }
    };
    form.set(Field::DayClock, clock);
    form.set(Field::NeededUntil, card.needed_until.map_or(String::new(), |date| date.to_string()));
    form.set(Field::Notice, card.notice_days.to_string());
    form.set(Field::OverPace, card.over_pace.map_or(String::new(), |share| share.to_string()));
}

/// How the number is kept; sums are in the card's currency.
pub(super) fn keeping(read: &mut Reader<'_>, currency: Currency) -> Option<Keeping> {
    let [_, fee, activity, top_up] = KEEP_RULES;
    let word = read.word(Field::KeepRule);
    let rule = if word == fee {
        let sum = read.money(Field::KeepSum, currency, false);
        let day = read.whole_or_missing(Field::KeepDay, 1, 31).and_then(|day| u8::try_from(day).ok());
        day.map(|day| KeepRule::MonthlyFee { day, fee: sum })
    } else if word == activity {
        read.whole_or_missing(Field::KeepDays, 1, 3660).map(|days| KeepRule::Activity { days })
    } else if word == top_up {
        let least = read.money(Field::KeepSum, currency, false);
        read.whole_or_missing(Field::KeepDays, 1, 3660).map(|days| KeepRule::TopUp { days, least })
    } else {
        return None;
    };
    let (grace, from) = (read.whole(Field::Grace, 0, 3660).unwrap_or(0), read.date(Field::KeepFrom));
    rule.map(|rule| Keeping { rule, grace, from })
}

/// The zone of the day plan's midnight, by its name: the card's own while no other is chosen.
#[must_use]
pub fn day_zone(form: &Form) -> &str {
    let chosen = form.get(Field::DayZone);
    if chosen.is_empty() { form.get(Field::Zone) } else { chosen }
}

/// When the day of a day plan begins.
pub(super) fn day_clock(read: &mut Reader<'_>, moment: &Moment, kept: Option<&Card>) -> Option<DayClock> {
    let [_, midnight, first_use] = DAY_CLOCKS;
    match read.word(Field::DayClock) {
        word if word == midnight => {
            let zone = ZoneName::parse(day_zone(read.form));
            Some(DayClock::Midnight(zone.unwrap_or_else(|| read.zone(Field::Zone, moment))))
        }
        word if word == first_use => Some(DayClock::FirstUse(used_at(read, moment, kept))),
        _ => None,
    }
}

/// When a day plan was first used, where that was said; who leaves it alone keeps its seconds.
fn used_at(read: &mut Reader<'_>, moment: &Moment, kept: Option<&Card>) -> Option<Timestamp> {
    if read.word(Field::FirstUse).is_empty() {
        return None;
    }
    let kept = match kept.and_then(|card| card.day_clock.as_ref()) {
        Some(&DayClock::FirstUse(at)) => at,
        _ => None,
    };
    read.minute(Field::FirstUse, kept, moment)
}
