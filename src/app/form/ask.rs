//! The forms of questions: what a top-up would change, what a trip needs, what was spent. What is
//! typed is read at each look; nothing is sent off.

use super::read::{Problem, Reader};
use super::{Field, Form, FormKind, named};
use crate::domain::convert::natural;
use crate::domain::{Amount, Base, Bytes, Currency, Decimal, Effect, Money};
use crate::plan::{Activity, Gives, Offer, Plan};

/// What a plan may give, by the words of the form: so much in all, each day, no end but slowed.
pub const GIVES: [&str; 3] = ["data", "each-day", "slowed"];

/// By what spending is added up, by the words of the form.
pub const HEADINGS: [&str; 4] = ["month", "card", "channel", "trip"];

/// The activities of a trip, each with its field.
pub const ACTIVITIES: [(Activity, Field); 10] = [
    (Activity::Maps, Field::Maps),
    (Activity::Messages, Field::Chats),
    (Activity::Social, Field::Social),
    (Activity::Music, Field::Music),
    (Activity::VideoLow, Field::VideoLow),
    (Activity::VideoMedium, Field::VideoMedium),
    (Activity::VideoHigh, Field::VideoHigh),
    (Activity::Calls, Field::Calls),
    (Activity::VideoCalls, Field::VideoCalls),
    (Activity::Hotspot, Field::Hotspot),
];

/// The minutes a day that are offered.
pub const MINUTES: [u16; 9] = [0, 15, 30, 60, 90, 120, 180, 240, 360];

/// A trip that is thought about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// How many days.
    pub days: u16,
    /// Minutes a day of each activity.
    pub each_day: Vec<(Activity, u16)>,
}

/// An empty question, in a currency.
#[must_use]
pub fn ask_form(currency: Currency) -> Form {
    let [gives, ..] = GIVES;
    let [heading, ..] = HEADINGS;
    let mut form = Form::new(FormKind::Ask);
    form.set(Field::DataUnit, "GB");
    form.set(Field::PaidCurrency, currency.code());
    form.set(Field::Currency, currency.code());
    form.set(Field::Effect, "add");
    form.set(Field::Gives, gives);
    form.set(Field::Heading, heading);
    form
}

/// The top-up that a form describes, and the same as a plan beside others where its price and days
/// are known.
///
/// # Errors
///
/// A problem for each field that cannot be read.
pub fn offer(form: &Form, base: Base) -> Result<(Offer, Option<Plan>), Vec<Problem>> {
    let mut read = Reader::new(form);
    let currency = Currency::parse(read.word(Field::PaidCurrency)).unwrap_or(Currency::USD);
    let effect = named(&super::EFFECTS, read.word(Field::Effect)).unwrap_or_default();
    let extends = effect == Effect::Extend;
    let [_, each_day, slowed] = GIVES;
    let word = form.get(Field::Gives);
    // What only extends brings no data, whatever stands in the field that is not shown then; nor is the
    // speed shown of what is not slowed.
    let amount = if extends { None } else { read.amount(Field::Data, Field::DataUnit) };
    let kbps = if extends || word != slowed { None } else { read.whole(Field::Speed, 1, 60_000) }.unwrap_or(0);
    let price = read.money(Field::Paid, currency, false);
    let days = read.whole(Field::Days, 1, 3660);
    if !read.problems.is_empty() {
        return Err(read.problems);
    }
    let gives = amount.map(|amount| match word {
        word if word == each_day => Gives::EachDay(amount),
        word if word == slowed => Gives::Slowed { fast: amount, kbps: kbps.into() },
        _ => Gives::Data(amount),
    });
    let bytes = amount.map(|amount: Amount| amount.bytes(base));
    let each_day = bytes.filter(|_| word == each_day);
    // So much each day comes to nothing without their number.
    let data = match each_day {
        Some(gift) => days.map(|days| Bytes(gift.0.saturating_mul(days.into()))),
        None => bytes,
    };
    let plan = |paid: Money| Some(Plan { paid, days: days?, gives: gives? });
    Ok((Offer { data, each_day, days, price, effect }, price.and_then(plan)))
}

/// What makes a plan, as it stands in the form.
const PLAN: [Field; 7] =
    [Field::Data, Field::DataUnit, Field::Gives, Field::Speed, Field::Days, Field::Paid, Field::PaidCurrency];

/// So many plans are kept: more do not fit beside one another on a phone.
const MOST_KEPT: usize = 2;

/// The form's plan as [`Field::Kept`] keeps it.
fn plan_text(form: &Form) -> String {
    PLAN.map(|field| form.get(field).replace([';', '|'], "")).join(";")
}

fn kept_texts(form: &Form) -> impl Iterator<Item = &str> {
    form.get(Field::Kept).split('|').filter(|text| !text.is_empty())
}

/// The plans that were kept to compare with, the form's own left out, each with the text that it is kept
/// as; what cannot be read is left out.
#[must_use]
pub fn kept(form: &Form, base: Base) -> Vec<(String, Plan)> {
    let own = plan_text(form);
    let plan = |text: &str| {
        let mut form = Form::new(FormKind::Ask);
        for (field, value) in PLAN.into_iter().zip(text.split(';')) {
            form.set(field, value);
        }
        Some((text.to_owned(), offer(&form, base).ok()?.1?))
    };
    kept_texts(form).filter(|text| *text != own).filter_map(plan).collect()
}

/// What [`Field::Kept`] becomes with the form's plan among it; `None` where it is already, or no more fit.
#[must_use]
pub fn keeping_too(form: &Form) -> Option<String> {
    let own = plan_text(form);
    let fits = kept_texts(form).count() < MOST_KEPT && kept_texts(form).all(|text| text != own);
    fits.then(|| kept_texts(form).chain([own.as_str()]).collect::<Vec<_>>().join("|"))
}

/// What [`Field::Kept`] becomes without the plan that is kept as that text.
#[must_use]
pub fn kept_without(form: &Form, text: &str) -> String {
    kept_texts(form).filter(|kept| *kept != text).collect::<Vec<_>>().join("|")
}

/// The trip that a form describes; `None` where no days are said.
///
/// # Errors
///
/// A problem with the days.
pub fn trip(form: &Form) -> Result<Option<Trip>, Vec<Problem>> {
    let mut read = Reader::new(form);
    let days = read.whole(Field::Days, 1, 3660);
    if !read.problems.is_empty() {
        return Err(read.problems);
    }
    let minutes = |field: Field| natural(form.get(field)).filter(|minutes| *minutes > 0);
    let each_day = ACTIVITIES.iter().filter_map(|(activity, field)| Some((*activity, minutes(*field)?)));
    Ok(days.map(|days| Trip { days, each_day: each_day.collect() }))
}

/// The rate that was typed for a currency into the person's own: as text, and what it comes to.
#[must_use]
pub fn rate(form: &Form, currency: Currency) -> (&str, Option<Decimal>) {
    let pair = pair(currency.code(), form.get(Field::Currency));
    let text = |key: &str| {
        let mut rates = form.get(Field::Rates).split(';').filter_map(|rate| rate.split_once(' '));
        rates.find(|(of, _)| *of == key).map(|(_, text)| text)
    };
    // Once only the foreign currency was kept with it: into what was chosen then.
    let text = text(&pair).or_else(|| text(currency.code())).unwrap_or_default();
    let rate = Decimal::parse(text.trim()).filter(|rate| !rate.is_negative());
    (text, rate)
}

/// What [`Field::Rates`] becomes with another text for the rate of a currency into `own`.
#[must_use]
pub fn rates_with(rates: &str, currency: &str, own: &str, text: &str) -> String {
    let pair = pair(currency, own);
    let other = |rate: &&str| rate.split(' ').next().is_some_and(|of| !of.is_empty() && of != pair && of != currency);
    let typed = [pair.as_str(), " ", &text.replace(';', "")].concat();
    rates.split(';').filter(other).chain([typed.as_str()]).collect::<Vec<_>>().join(";")
}

/// What [`Field::Rates`] becomes before another currency than `own` is chosen: what was kept by the foreign
/// currency alone stays a rate into `own`.
#[must_use]
pub fn rates_bound(rates: &str, own: &str) -> String {
    let bound = rates.split(';').filter_map(|rate| rate.split_once(' ')).map(|(of, text)| {
        let of = if of.contains('/') { of.to_owned() } else { pair(of, own) };
        [&of, " ", text].concat()
    });
    bound.collect::<Vec<_>>().join(";")
}

fn pair(currency: &str, own: &str) -> String {
    [currency, "/", own].concat()
}
