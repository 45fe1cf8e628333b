//! Questions about the days to come: what a top-up would change, and what a trip needs. They are
//! answered as they are typed.

use super::field::{Beside, Kind, Sheet};
use crate::app::Msg;
use crate::app::form::{ACTIVITIES, EFFECTS, Field, GIVES, MINUTES, keeping_too, kept_without, trip};
use crate::app::screen::{Lasting, NoStanding, WhatIf, lasting, what_if_screen};
use crate::domain::convert::float_u;
use crate::domain::{Base, Bytes, CardId, Decimal, Effect, Unit};
use crate::forecast::First;
use crate::i18n::Lang;
use crate::i18n::format;
use crate::i18n::text::forms::{self, Label};
use crate::i18n::text::names;
use crate::i18n::text::screens_ahead::{AheadSay, AheadWord, SOURCES, activity, minutes};
use crate::i18n::text::screens_card::CardWord;
use crate::i18n::text::screens_plan::PlanWord;
use crate::i18n::text::screens_ways::WaysWord;
use crate::plan::{Activity, Better, Brought, Compared, Gives, More, Plan, Price, TripNeed, converted, need, to_buy};
use crate::web::view::{parts, say, tips};
use yew::{Html, html};

/// What a top-up would change on that card.
pub(super) fn what_if(sheet: &Sheet<'_>, card: CardId) -> Html {
    let lang = sheet.view.lang;
    let effects = EFFECTS.map(|(effect, word)| (word, names::effect(effect, lang)));
    let chosen = chosen(sheet);
    let [all, each_day, slowed] = GIVES;
    let gives = [
        (all, AheadWord::GivesAll.say(lang)),
        (each_day, AheadWord::GivesDay.say(lang)),
        (slowed, AheadWord::GivesSlow.say(lang)),
    ];
    let currencies = Beside::after(sheet.currencies(Field::PaidCurrency, "paid")).and_optional();
    let answer = what_if_screen(&sheet.view.model.book, sheet.view.moment, card, sheet.form);
    html! {
        <>
            { sheet.chips(Field::Effect, sheet.say(Label::Effect), &effects) }
            { for chosen.map(|effect| parts::tag("p", "note under", forms::effect(effect, lang))) }
            if chosen != Some(Effect::Extend) {
                { sheet.data(Field::Data, Field::DataUnit, Label::Data, true) }
                { sheet.chips(Field::Gives, AheadWord::Gives.say(lang), &gives) }
                if sheet.get(Field::Gives) == slowed {
                    { sheet.input(Kind::Whole, Field::Speed, Label::Speed, Beside::optional()) }
                }
            }
            { sheet.input(Kind::Whole, Field::Days, Label::Days, Beside::optional()) }
            { sheet.input(Kind::Decimal, Field::Paid, Label::Price, currencies) }
            { for answer.map(|answer| changes(sheet, card, &answer)) }
        </>
    }
}

fn chosen(sheet: &Sheet<'_>) -> Option<Effect> {
    EFFECTS.iter().find(|(_, word)| *word == sheet.get(Field::Effect)).map(|(effect, _)| *effect)
}

fn changes(sheet: &Sheet<'_>, card: CardId, answer: &WhatIf) -> Html {
    let lang = sheet.view.lang;
    let Some(card) = sheet.view.model.book.card(card) else { return Html::default() };
    let word = |word: AheadWord| parts::tag("p", "note", word.say(lang));
    // What it costs is known before it is known how fast data goes.
    let offered = || answer.offered.map(|offered| compared(sheet, card.base, &offered, answer));
    let standing = match answer.standing {
        Ok(standing) => standing,
        Err(why) => {
            let why = match why {
                NoStanding::Endless => CardWord::NoEnd.say(lang),
                NoStanding::Money => CardWord::OnlyMoney.say(lang),
                NoStanding::Unknown => AheadWord::NeedsForecast.say(lang),
            };
            return html! { <>{ parts::tag("p", "note", why) }{ for offered() }</> };
        }
    };
    let Some(sides) = answer.sides else { return word(AheadWord::NothingYet) };
    let today = say::today(&sheet.view, card);
    let price = |side: &Brought| side.per_gb.map_or_else(|| "—".to_owned(), |price| self::price(price, lang));
    let better = sides.better();
    // What comes to nothing, or to the same on the same day, has no column of its own.
    let later =
        Some(sides.later).filter(|later| better != Better::Once && (later.gained.0 > 0 || later.days_gained > 0));
    let row = |label: AheadWord, cell: &dyn Fn(&Brought) -> String| {
        let cells: Vec<String> = std::iter::once(&sides.now).chain(&later).map(cell).collect();
        row(label.say(lang), &cells)
    };
    let [_, each_day, slowed] = GIVES;
    // What only extends gives none, whatever was chosen before.
    let extends = chosen(sheet) == Some(Effect::Extend);
    let gives = if extends { "" } else { sheet.get(Field::Gives) };
    let then = match sides.first {
        First::Expires => AheadWord::AtEnd,
        // Days of its own begin with the first that lacks data.
        _ if gives == each_day => AheadWord::DayAfter,
        _ => AheadWord::Later,
    };
    let heads = std::iter::once(AheadWord::Now).chain(later.map(|_| then));
    let heads: Vec<&str> = heads.map(|word| word.say(lang)).collect();
    // One table has one unit, and so has what is said above it: where that is GB, hundredths of one.
    let most = [&sides.now, &sides.later].map(|side| side.gained.max(side.lost)).into_iter().max().unwrap_or_default();
    let large = sheet.view.small == Unit::GB || most.0 >= Unit::GB.bytes(standing.base);
    let grain = Unit::GB.bytes(standing.base) / 100;
    let data = |bytes: Bytes| {
        let small = large && bytes.0 < 10 * grain;
        let shown = if small { Bytes(bytes.0 / grain * grain) } else { bytes };
        sheet.view.sized(if large { Unit::GB } else { Unit::MB }).data(shown, standing.base)
    };
    let gained = sides.now.gained.max(sides.later.gained);
    let hardly = extends && gained.0 > 0 && float_u(gained.0) < answer.a_day;
    let verdict = match better {
        _ if hardly => AheadSay::Hardly { data: &data(gained) }.say(lang),
        Better::Never if standing.each_day.is_some() && standing.expires >= Some(today) => {
            AheadWord::NeverDaily.say(lang).to_owned()
        }
        Better::Never if standing.left.0 == 0 || standing.expires.is_some_and(|last| last < today) => {
            AheadWord::NeverEmpty.say(lang).to_owned()
        }
        Better::Never => AheadWord::NeverLasts.say(lang).to_owned(),
        Better::Once => AheadSay::Once { date: &format::date(sides.now.until, today, lang) }.say(lang),
        Better::Alike => AheadWord::Alike.say(lang).to_owned(),
        Better::Now(more) => AheadSay::NowBetter { more: &speaks(more, &data(more.data), lang) }.say(lang),
        Better::Later(more) => AheadSay::LaterBetter { more: &speaks(more, &data(more.data), lang) }.say(lang),
    };
    // Days without data are part of the answer.
    let (least, most) = match (better, sides.now.days_dry, sides.later.days_dry) {
        (Better::Later(_), _, dry) | (Better::Now(_) | Better::Once, dry, _) => (dry, dry),
        (Better::Alike | Better::Never, now, later) => (now.min(later), now.max(later)),
    };
    let days = [if least < most { least.to_string() + "–" } else { String::new() }, format::days(most, lang)].concat();
    let nothing = hardly || better == Better::Never;
    let dry = (most > 0 && !nothing).then(|| AheadSay::Dry { days: &days }.say(lang));
    // Where it is the same either way, what comes of it is the answer.
    let (verdict, more) = match (better, dry) {
        (Better::Alike, Some(dry)) => (dry, Some(verdict)),
        (_, dry) => (verdict, dry),
    };
    let needed = answer.needed.and_then(|goal| {
        let date = format::date(goal.0.needed.date, today, lang);
        let until = [PlanWord::NeededUntil.say(lang), " ", &date].concat();
        // Of two times it is of the better one.
        let when = if matches!(better, Better::Later(_)) { then } else { AheadWord::Now };
        let when = later.map(|_| when.say(lang).to_owned());
        say::enough(goal, lang).map(|enough| say::dotted(&[when, Some(until), Some(enough)]))
    });
    let verdict = html! {
        <p class="verdict" role="status">
            { parts::tag("b", "num", verdict) }
            { for more.map(|more| parts::tag("small", "num", more)) }
            { for needed.map(|needed| parts::tag("small", "num", needed)) }
        </p>
    };
    if nothing {
        return html! { <>{ verdict }{ for offered() }</> };
    }
    let lasts = if gives == slowed { AheadWord::LastsFast } else { AheadWord::Lasts };
    // Before the day on which it is made it does not last.
    let until = |side: &Brought| {
        if side.until < side.on { "—".to_owned() } else { format::date(side.until, today, lang) }
    };
    let gained_by = |side: &Brought| {
        if side.less.0 < grain { data(side.gained) } else { format::MINUS.to_string() + &data(side.less) }
    };
    let ends = std::iter::once(&sides.now).chain(&later).map(|side| Some(format::date(side.ends?, today, lang)));
    let ends: Option<Vec<String>> = ends.collect();
    html! {
        <>
            { verdict }
            { head(AheadWord::Change.say(lang), &heads, html! {
                <>
                    { row(AheadWord::On, &|side| format::date(side.on, today, lang)) }
                    { row(AheadWord::Gained, &gained_by) }
                    { row(AheadWord::Lost, &|side| data(side.lost)) }
                    { row(AheadWord::DaysGained, &|side| format::days(side.days_gained, lang)) }
                    if sides.now.days_dry > 0 || sides.later.days_dry > 0 {
                        { row(AheadWord::DaysDry, &|side| format::days(side.days_dry, lang)) }
                    }
                    { row(lasts, &until) }
                    if let Some(cells) = ends {
                        { self::row(CardWord::Expires.say(lang), &cells) }
                    }
                    // A plan beside others has its price there.
                    if answer.offered.is_none() {
                        { row(AheadWord::PerGb, &price) }
                    }
                </>
            }) }
            { for offered() }
            if answer.waiting.0 > 0 {
                { parts::tag("p", "note", AheadSay::NotQueued { data: &data(answer.waiting) }.say(lang)) }
            }
            { word(AheadWord::Middle) }
        </>
    }
}

/// What speaks for one time: data, of which so much less is wasted, and days.
fn speaks(more: More, less: &str, lang: Lang) -> String {
    let parts = [
        (more.data.0 > 0).then(|| AheadSay::LessWasted { data: less }.say(lang)),
        (more.days > 0).then(|| AheadSay::MoreDays { days: &format::days(more.days, lang) }.say(lang)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(if lang == Lang::En { ", " } else { "，" })
}

/// A plan beside those that were kept and the present one, by the GB and by the day.
fn compared(sheet: &Sheet<'_>, base: Base, offered: &Compared, answer: &WhatIf) -> Html {
    let lang = sheet.view.lang;
    let kept = answer.kept.iter().map(|(_, plan, compared)| (name(plan, lang), compared));
    let own = answer.own.iter().map(|own| (AheadWord::Own.say(lang).to_owned(), own));
    let (heads, plans): (Vec<String>, Vec<&Compared>) =
        std::iter::once((AheadWord::Offered.say(lang).to_owned(), offered)).chain(kept).chain(own).unzip();
    let row = |label: AheadWord, cell: &dyn Fn(&Compared) -> Option<String>| {
        let cells: Vec<Option<String>> = plans.iter().map(|plan| cell(plan)).collect();
        let text = |cell: Option<String>| cell.unwrap_or_else(|| "—".to_owned());
        let some = cells.iter().any(Option::is_some);
        some.then(|| self::row(label.say(lang), &cells.into_iter().map(text).collect::<Vec<_>>()))
    };
    let price = |price: Price| self::price(price, lang);
    let fits = |plan: &Compared| {
        let word = if plan.enough? { AheadWord::FitsYes } else { AheadWord::FitsNo };
        Some(word.say(lang).to_owned())
    };
    let rows = [
        row(AheadWord::PerGb, &|plan| plan.per_gb.map(price)),
        row(AheadWord::PerDay, &|plan| plan.per_day.map(price)),
        row(AheadWord::SlowDay, &|plan| {
            plan.slow_a_day.filter(|most| most.0 > 0).map(|most| sheet.view.data(most, base))
        }),
        row(AheadWord::Fits, &fits),
    ];
    let caption = if plans.len() > 1 { AheadWord::Compare } else { AheadWord::Price };
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    html! {
        <>
            { head(caption.say(lang), &heads, html! { { for rows.into_iter().flatten() } }) }
            if !answer.kept.is_empty() {
                { sheet.group(Field::Kept, AheadWord::Kept.say(lang), parts::tag("div", "chips", html! {
                    { for answer.kept.iter().map(|(text, plan, _)| {
                        let without = Msg::Typed(Field::Kept, kept_without(sheet.form, text));
                        parts::chip(name(plan, lang), true, sheet.view.on(without))
                    }) }
                })) }
            }
            { for keeping_too(sheet.form).map(|with| {
                parts::tag("div", "chips", parts::chip(
                    AheadWord::Keep.say(lang), false, sheet.view.on(Msg::Typed(Field::Kept, with)),
                ))
            }) }
        </>
    }
}

/// A plan by what it gives, for how long and for how much: `3 GB, then 128 kbps · 30 days · $20.00`.
fn name(plan: &Plan, lang: Lang) -> String {
    let (Gives::Data(data)
    | Gives::Slowed { fast: data, .. }
    | Gives::EachDay(data)
    | Gives::SlowedEachDay { fast: data, .. }) = plan.gives
    else {
        return [&format::days(plan.days.into(), lang), " · ", &format::money(plan.paid, lang)].concat();
    };
    let data = format::amount(data);
    let each = matches!(plan.gives, Gives::EachDay(_) | Gives::SlowedEachDay { .. });
    let data = if each { AheadSay::EachDay { data: &data }.say(lang) } else { data };
    let data = match plan.gives {
        Gives::Slowed { kbps: 0, .. } | Gives::SlowedEachDay { kbps: 0, .. } => {
            AheadSay::ThenSlow { data: &data }.say(lang)
        }
        Gives::Slowed { kbps, .. } | Gives::SlowedEachDay { kbps, .. } => {
            AheadSay::ThenSpeed { data: &data, kbps: &kbps.to_string() }.say(lang)
        }
        _ => data,
    };
    [&data, " · ", &format::days(plan.days.into(), lang), " · ", &format::money(plan.paid, lang)].concat()
}

/// A price, to the digits that prices in its currency have.
fn price(price: Price, lang: Lang) -> String {
    let one = Decimal::new(1, 0);
    format::money(one.and_then(|one| converted(price, one, price.currency)).unwrap_or(price), lang)
}

/// What a trip needs.
pub(super) fn for_trip(sheet: &Sheet<'_>) -> Html {
    let lang = sheet.view.lang;
    let one = |(of, field): (Activity, Field)| {
        let hour = AheadSay::AnHour { range: &range(of.use_of(60)) }.say(lang);
        html! {
            <div class="field pick">
                <label for={field.word()}>{ activity(of, lang) }{ parts::tag("small", "num", hour) }</label>
                { sheet.bare_select(field, "", html! {
                    { for MINUTES.iter().map(|&count| {
                        let word = if count == 0 { String::new() } else { count.to_string() };
                        sheet.option(field, &word, minutes(count, lang))
                    }) }
                }, None) }
            </div>
        }
    };
    let asked = trip(sheet.form).ok().flatten().filter(|trip| !trip.each_day.is_empty());
    let own = asked.iter().flat_map(|trip| {
        let lasting = lasting(&sheet.view.model.book, sheet.view.moment, need(1, &trip.each_day));
        lasting.into_iter().map(|lasting| enough(sheet, &lasting))
    });
    let own: Html = own.map(|line| parts::tag("p", "note", line)).collect();
    let sought = !sheet.get(Field::Asked).is_empty();
    let answer = asked.map(|trip| AheadSay::Buy { range: &range(to_buy(need(trip.days, &trip.each_day))) }.say(lang));
    html! {
        <>
            if sought {
                { tips::hotspot(lang, true) }
            }
            { sheet.input(Kind::Whole, Field::Days, Label::TripDays, Beside::default()) }
            { parts::tag("h2", "part", AheadWord::EachDay.say(lang)) }
            { for ACTIVITIES.into_iter().map(one) }
            if let Some(answer) = answer {
                <p class="verdict" role="status">{ parts::tag("b", "num", answer) }</p>
                { own }
            } else {
                { parts::tag("p", "note", AheadWord::TripNothing.say(lang)) }
            }
            <details class="counter">
                { parts::tag("summary", "", WaysWord::Source.say(lang)) }
                { parts::tag("p", "", SOURCES) }
            </details>
            if !sought {
                { tips::hotspot(lang, false) }
            }
            { parts::tag("p", "note", AheadWord::TripNote.say(lang)) }
        </>
    }
}

/// Beyond so many days their number says nothing.
const YEAR: i32 = 365;

/// How long a card lasts at such a day's use.
fn enough(sheet: &Sheet<'_>, Lasting { card, left, small, days: (low, high), ends }: &Lasting<'_>) -> String {
    let lang = sheet.view.lang;
    let ends = ends.map(|ends| format::date(ends, say::today(&sheet.view, card), lang));
    let (card, data) = (card.name.as_str(), &sheet.view.sized(*small).data(*left, card.base));
    if *high == 0 {
        return AheadSay::TooLittle { card, data }.say(lang);
    }
    let days = |days: u64| match i32::try_from(days) {
        Ok(days) if days <= YEAR => format::days(days, lang),
        _ => AheadWord::OverYear.say(lang).to_owned(),
    };
    let (short, long) = (days(*low), days(*high));
    if *low == 0 {
        return AheadSay::AtMost { card, data, days: &long }.say(lang);
    }
    let over = long == days(u64::MAX);
    let days = match (short == long, over) {
        (true, _) => long,
        (false, true) => [short.as_str(), if lang == Lang::En { " to " } else { "–" }, &long].concat(),
        (false, false) => [&format::grouped(*low), "–", &long].concat(),
    };
    match ends {
        Some(date) => AheadSay::EnoughToEnd { card, data, days: &days, date: &date }.say(lang),
        None => AheadSay::Enough { card, data, days: &days }.say(lang),
    }
}

/// From so much to so much, of 1000 each: `80–840 MB`, `450 MB–1.5 GB`; one figure where they are alike.
fn range(TripNeed { low, high }: TripNeed) -> String {
    let (from, small) = format::bytes(low, Base::Decimal, Unit::MB);
    let (to, large) = format::bytes(high, Base::Decimal, Unit::MB);
    let to = [&to, "\u{a0}", large].concat();
    match (low == high, small == large) {
        (true, _) => to,
        (false, true) => [&from, "–", &to].concat(),
        (false, false) => [&from, "\u{a0}", small, "–", &to].concat(),
    }
}

/// A table with its caption and the heads of its columns.
pub(super) fn head(caption: &'static str, columns: &[&str], rows: Html) -> Html {
    html! {
        <div class="table answer" role="status" tabindex="0" aria-label={caption}>
            <table>
                { parts::tag("caption", "", caption) }
                <thead><tr><td></td>{ for columns.iter().map(|column| html! { <th scope="col">{ (*column).to_owned() }</th> }) }</tr></thead>
                { parts::tag("tbody", "", rows) }
            </table>
        </div>
    }
}

/// A row of such a table.
pub(super) fn row(label: impl Into<yew::AttrValue>, cells: &[String]) -> Html {
    html! {
        <tr><th scope="row">{ label.into() }</th>{ for cells.iter().map(|cell| parts::tag("td", "num", cell.clone())) }</tr>
    }
}
