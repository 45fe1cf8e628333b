//! What the questions about the days to come are answered with, and what was spent.

use super::foretold::input;
use super::small::small_unit;
use crate::app::form::{CHANNELS, Field, Form, HEADINGS, kept, offer, rate};
use crate::domain::convert::{float, unsigned};
use crate::domain::{
    Amount, Book, Bucket, Bytes, Card, CardId, Currency, DAY_MS, Date, Decimal, Effect, Entry, EntryId, Fact, Moment,
    Money, Then, Timestamp, TopUp, Unit,
};
use crate::forecast::{Added, Input, Outlook, forecast};
use crate::plan::{
    self, Better, Compared, Gives, Goal, Heading, NowOrLater, Payment, Plan, Reach, Standing, Supply, TripNeed,
    compare, converted, days_of, payments, totals, trips, what_if,
};

/// What a top-up would change.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// How things stand, or why that cannot be told.
    pub standing: Result<Standing, NoStanding>,
    /// Made now, and when empty; `None` while nothing is said of it.
    pub sides: Option<NowOrLater>,
    /// As a plan, where its price and days are said.
    pub offered: Option<Compared>,
    /// The plans that were kept to compare it with, each with the text that the form keeps it as.
    pub kept: Vec<(String, Plan, Compared)>,
    /// The card's own plan beside it.
    pub own: Option<Compared>,
    /// What waits in the queue, which is not counted; 0 for nothing.
    pub waiting: Bytes,
    /// The day through which the card should last, and the chance that it does with it, made when it is better made;
    /// with what is queued at least that chance, as if what is in use now and what comes then were used up independently
    /// of each other.
    pub needed: Option<(Goal, Option<f64>)>,
    /// What is used a day in the long run, in bytes; 0 where that is not known.
    pub a_day: f64,
}

/// Why it cannot be told what a top-up changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStanding {
    /// It has no end, so that no top-up changes how long it lasts.
    Endless,
    /// It is of money, and the answer of data.
    Money,
    /// Nothing can be foretold yet.
    Unknown,
}

/// What the form's top-up would change on a card.
#[must_use]
pub fn what_if_screen(book: &Book, moment: &Moment, id: CardId, form: &Form) -> Option<WhatIf> {
    let card = book.card(id)?;
    let zone = moment.offsets(&card.zone);
    let ledger = book.ledger_now(id, moment)?;
    let today = zone.date(moment.now);
    let expires = ledger.expires(today).map(|dated| dated.date);
    // What is bought beside others goes by what is used in the long run.
    let last = expires.map(|date| zone.end(date));
    let known = |last: Option<Timestamp>| input(&ledger, moment, last);
    let as_known = known(last);
    let (left, usual) = match forecast(&as_known) {
        Outlook::Known(known) => (known.left_now(0.5), Some(known.rate(0.5))),
        Outlook::Empty { rate, .. } => (0.0, rate),
        Outlook::NotEnough(_) => (0.0, None),
    };
    // Of what comes in the place of the rest, and names no days, as it would stand, were it logged.
    let replacing = Fact::TopUp(TopUp { effect: Effect::Replace, ..TopUp::default() });
    let replacing = Entry { card: id, at: moment.now, fact: replacing, note: None };
    let replaced = ledger.clone().ending(EntryId(moment.fresh), &replacing).expires(today);
    let counted = replaced.is_some_and(|end| end.assumed && end.then == Then::Over);
    let place = |at: Timestamp| {
        let date = zone.date(at);
        f64::from(date.days_since(today)) + float(at.since(zone.start(date))) / float(DAY_MS)
    };
    // As it would be foretold, were it logged: so that it is gone with the day that is named everywhere.
    let rate: &dyn Fn(Supply) -> f64 = &|Supply { added, from, until }| {
        let end = today.plus_days(until).filter(|_| until < FAR).map(|last| zone.end(last));
        // What comes in the place of the rest has nothing of its end.
        let mut then = known(if from.is_some() { end } else { last });
        if added > 0.0 {
            let at = from.and_then(|day| today.plus_days(day)).map_or(then.now, |day| then.now.max(zone.start(day)));
            // After a check of this very moment.
            then.now = at.plus(1);
            then.top_ups.push(Added { at: then.now, bytes: added, replaces: from.is_some() });
        }
        let Outlook::Known(known) = forecast(&then) else { return usual.unwrap_or_default() };
        let (to, rest) = match (known.empty_at(0.5), end) {
            (Some(gone), end) if end.is_none_or(|end| gone < end) => (gone, 0.0),
            (_, Some(end)) => (end, known.left_at(end, 0.5)),
            _ => return known.rate(0.5),
        };
        let days = place(to) - place(then.now);
        let had = if from.is_none() { added + left } else { added };
        if days > 0.0 { (had - rest) / days } else { known.rate(0.5) }
    };
    // How long a day plan goes on giving has to be known.
    let gift = card.day_clock.as_ref().map(|_| card.plan.filter(|_| expires.is_some()));
    let until = expires.map_or(FAR, |last| last.days_since(today));
    let standing = usual.filter(|_| gift != Some(None)).map(|usual| Standing {
        left: Bytes(unsigned(left)),
        today,
        each_day: gift.flatten().map(|plan| plan.bytes(card.base)),
        whole: card.counts_whole_days(),
        over: place(moment.now),
        expires,
        replaced: replaced.map(|end| end.date),
        queued: ledger.waiting().iter().filter_map(|next| next.expires).max(),
        // How fast the rest of one day goes says nothing of the days that begin anew.
        rate: if gift.is_some() { usual } else { rate(Supply { added: 0.0, from: None, until }) },
        base: card.base,
    });
    let (asked, plan) = offer(form, card.base).ok().unzip();
    let mut asked = asked.filter(|offer| offer.data.is_some() || offer.days.is_some());
    // As many days as the card says count from the day on which it comes, and not from today; but what a day plan has
    // on one of its days lapses with that.
    let counted = counted && card.day_clock.is_none();
    if let Some(offer) = asked.as_mut().filter(|offer| counted && offer.effect == Effect::Replace) {
        offer.days = offer.days.or(card.validity.length());
    }
    let sides = asked.zip(standing).and_then(|(offer, standing)| what_if(&offer, &standing, rate));
    let needed = || {
        let (offer, sides) = (asked?, sides?);
        let later = matches!(sides.better(), Better::Later(_));
        let side = if later { sides.later } else { sides.now };
        let made = if later { zone.start(side.on).max(moment.now) } else { moment.now };
        // What comes by the day is logged day by day, and what brings no data has to move the end.
        let brings = offer.data.is_some() || offer.effect == Effect::Extend;
        (brings && offer.each_day.is_none()).then_some(())?;
        // As it would be, were it logged.
        let data = offer.data.and_then(|data| Amount::new(Decimal::new(data.0.try_into().ok()?, 0)?, Unit::B));
        let top_up = TopUp { data, effect: offer.effect, expires: side.ends, ..TopUp::default() };
        let entry = Entry { card: id, at: made, fact: Fact::TopUp(top_up), note: None };
        // What waits until what is in use is over has to last from its turn on, and that until then, one after another.
        let (mut at, mut until) = (made, 1.0);
        loop {
            let then = book.ledger(id)?.with(EntryId(moment.fresh), &entry).seen_at(moment, at);
            let goal = plan::goal(&then, at, zone)?;
            let end = then.expires(zone.date(at)).map(|end| then.ends(end));
            // How much of it there is says nothing of how much will be used.
            let prior = as_known.prior;
            let outlook = forecast(&Input { prior, ..Input::of(&then, Bucket::General, at, end) });
            let waits = goal.reach == Reach::Queued && then.waiting().iter().any(|next| next.entry.0 == moment.fresh);
            let next = then.waiting().first().filter(|_| waits);
            let Some(turn) = next.and_then(|next| next.at).filter(|turn| *turn > at) else {
                return Some((goal, goal.lasts(&outlook).map(|lasts| lasts * until)));
            };
            until *= if let Outlook::Known(known) = outlook { 1.0 - known.chance_by(turn) } else { 0.0 };
            at = turn;
        }
    };
    let needed = needed();
    let compared = |plan: Plan| compare(&plan, standing.and(usual), card.base);
    let offered = plan.flatten().map(compared);
    let own = card.price.zip(card.plan).zip(card.validity.length()).map(|((paid, data), days)| {
        let gives = if card.day_clock.is_some() { Gives::EachDay(data) } else { Gives::Data(data) };
        Plan { paid, days, gives }
    });
    let kept = kept(form, card.base).into_iter().map(|(text, plan)| (text, plan, compared(plan)));
    let kept = kept.filter(|_| offered.is_some()).collect();
    let own = own.map(compared).filter(|_| offered.is_some());
    let waiting = ledger.waiting().iter().filter_map(|next| next.added).fold(Bytes(0), Bytes::saturating_add);
    let standing = standing.ok_or(match ledger.unlimited(Bucket::General) {
        true => NoStanding::Endless,
        false if ledger.is_money_alone() => NoStanding::Money,
        false => NoStanding::Unknown,
    });
    Some(WhatIf { standing, sides, offered, kept, own, waiting, needed, a_day: usual.unwrap_or_default() })
}

/// Days beyond which no day is named on which it is empty.
const FAR: i32 = 400;

/// How long what is left of a card lasts at some use.
#[derive(Clone, Debug, PartialEq)]
pub struct Lasting<'a> {
    /// The card.
    pub card: &'a Card,
    /// What is left now, in the middle of the estimate.
    pub left: Bytes,
    /// The unit of its small amounts.
    pub small: Unit,
    /// So many whole days, to be safe and with luck; none beyond its end.
    pub days: (u64, u64),
    /// Its last day, where it would last beyond that.
    pub ends: Option<Date>,
}

/// How long the cards in use last at so much a day, each by itself: at most three, and only those of which
/// it can be said what is left now. A card whose data begins anew each day has no such time.
#[must_use]
pub fn lasting<'a>(book: &'a Book, moment: &Moment, a_day: TripNeed) -> Vec<Lasting<'a>> {
    let one = |id| {
        let card = book.card(id)?;
        let zone = moment.offsets(&card.zone);
        let today = zone.date(moment.now);
        let ledger = book.ledger_now(id, moment)?;
        let Outlook::Known(known) = forecast(&input(&ledger, moment, None)) else { return None };
        let left = Bytes(unsigned(known.left_now(0.5)));
        let last = ledger.expires(today).map(|dated| dated.date);
        let end = last.map_or(u64::MAX, |last| u64::try_from(last.days_since(today) + 1).unwrap_or(0));
        let (low, high) = days_of(left, a_day).filter(|_| card.day_clock.is_none() && end > 0)?;
        let days = (low.min(end), high.min(end));
        Some(Lasting {
            card,
            left,
            small: small_unit(&ledger, Bucket::General),
            days,
            ends: last.filter(|_| high > end),
        })
    };
    book.in_use().into_iter().filter_map(one).take(3).collect()
}

/// What was spent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spent {
    /// Under each heading; months from the newest on.
    pub rows: Vec<SpentRow>,
    /// All of it together.
    pub total: SpentRow,
    /// The currencies that take a rate.
    pub foreign: Vec<Currency>,
    /// Cards of whose running plan no payment is logged, what they say that it costs, and whether a sum in another
    /// currency may have been for it.
    pub priced: Vec<(CardId, Money, bool)>,
    /// How many top-ups, of the trip that is asked for, say nothing of money and are not counted.
    pub unpriced: usize,
    /// The first and the last day of that trip, in whichever order they were typed.
    pub trip: Option<(Date, Date)>,
}

/// What was spent under one heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpentRow {
    /// The heading; none of the total.
    pub heading: Option<Heading>,
    /// In each currency in which it was paid.
    pub sums: Vec<Money>,
    /// In the person's own, where every rate is known.
    pub own: Option<Money>,
}

/// What was spent on all cards, finished ones too, as the form asks.
#[must_use]
pub fn spending(book: &Book, moment: &Moment, form: &Form) -> Spent {
    let own = Currency::parse(form.get(Field::Currency)).unwrap_or(Currency::USD);
    let [_, card, channel, trip] = HEADINGS;
    let by_trip = form.get(Field::Heading) == trip;
    let day = |field| Date::parse(form.get(field));
    let one = day(Field::From).zip(day(Field::Until)).map(|(one, other)| (one.min(other), one.max(other)));
    let within = |date| !by_trip || one.is_some_and(|trip| !trips(date, &[trip]).is_empty());
    let (mut all, mut spent) = (Vec::<Payment>::new(), Spent { trip: one, ..Spent::default() });
    for id in book.in_use().into_iter().chain(book.archived()) {
        if let (Some(card), Some(ledger)) = (book.card(id), book.ledger_now(id, moment)) {
            let zone = moment.offsets(&card.zone);
            let own = payments(&ledger, zone);
            let price = plan::uncounted(&ledger, &own, moment.now, zone);
            spent.priced.extend(price.map(|(price, other)| (id, price, other)));
            spent.unpriced += plan::unpriced(&ledger, zone).into_iter().filter(|date| within(*date)).count();
            all.extend(own);
        }
    }
    for paid in &all {
        if paid.paid.currency != own && !spent.foreign.contains(&paid.paid.currency) {
            spent.foreign.push(paid.paid.currency);
        }
    }
    let in_own = |sums: &[Money]| {
        let mut parts = sums.iter().map(|sum| match sum.currency == own {
            true => Some(*sum),
            false => converted(*sum, rate(form, sum.currency).1?, own),
        });
        let first = parts.next()??;
        parts.try_fold(first, |sum, part| sum.plus(part?))
    };
    let rows = |headings: &dyn Fn(&Payment) -> Vec<Heading>| {
        let mut rows: Vec<SpentRow> = Vec::new();
        for ((heading, _), sum) in &totals(all.iter(), headings) {
            match rows.iter_mut().find(|row| row.heading == Some(*heading)) {
                Some(row) => row.sums.push(*sum),
                None => rows.push(SpentRow { heading: Some(*heading), sums: vec![*sum], own: None }),
            }
        }
        for row in &mut rows {
            row.own = in_own(&row.sums);
        }
        rows
    };
    let place = |of| CHANNELS.iter().position(|(channel, _)| *channel == of);
    spent.rows = match form.get(Field::Heading) {
        word if word == card => rows(&|paid| vec![Heading::Card(paid.card)]),
        word if word == channel => rows(&|paid| vec![Heading::Channel(paid.channel.and_then(place))]),
        _ if by_trip => rows(&|paid| one.map(|trip| trips(paid.date, &[trip])).unwrap_or_default()),
        _ => {
            let mut months = rows(&|paid| vec![Heading::Month(paid.date.month_end())]);
            months.reverse();
            months
        }
    };
    spent.total = rows(&|_| vec![Heading::Trip(0)]).into_iter().next().unwrap_or_default();
    spent
}
