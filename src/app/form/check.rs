//! The form of a balance check: a reply that was pasted, or figures that were typed.

use super::beside::confirms;
use super::read::{Fault, Problem, Reader, When, date_time_text, unit_word};
use super::reply::{kept_text, replies};
use super::{Field, Form, FormKind, taught};
use crate::app::matching;
use crate::app::source;
use crate::app::texts::FORGOTTEN;
use crate::domain::{
    Book, Bucket, Card, CardId, Check, Currency, Entry, EntryId, Fact, Measure, Moment, Money, Quantity, Said, Source,
};

/// The form of a new check, or of one that is there.
#[must_use]
pub fn check_form(editing: Option<(EntryId, &Entry)>, card: Option<CardId>, book: &Book, moment: &Moment) -> Form {
    let mut form = Form::new(FormKind::Check(editing.map(|(id, _)| id)));
    form.set(Field::Unit, "GB");
    form.set(Field::TotalUnit, "GB");
    form.set(Field::When, When::Now.word());
    let Some((_, entry)) = editing else {
        let last = card.and_then(|card| book.ledger(card)).and_then(|ledger| ledger.last_source());
        let pastes = last.is_none_or(source::is_pasted);
        form.set(Field::Mode, if pastes { "paste" } else { "type" });
        // What is pasted is a text message, unless it answers a question that went another way.
        let source = if pastes { Source::Text } else { last.unwrap_or(Source::App) };
        form.set(Field::Source, source::word(source));
        put_opened_from(&mut form, card);
        if let Some(card) = card {
            put_habit(&mut form, card, book);
        }
        return form;
    };
    if let Fact::Check(check) = &entry.fact {
        put_check(&mut form, entry, check, moment);
    }
    form
}

/// Opens the form from a card: it is that card's, unless the reply speaks of another.
pub fn put_opened_from(form: &mut Form, card: Option<CardId>) {
    form.set(Field::Card, card.map_or(String::new(), |card| card.to_string()));
    form.set(Field::OpenedFrom, "card");
}

fn put_check(form: &mut Form, entry: &Entry, check: &Check, moment: &Moment) {
    form.set(Field::Unit, "GB");
    form.set(Field::TotalUnit, "GB");
    form.set(Field::Card, entry.card.to_string());
    form.set(Field::When, When::Earlier.word());
    form.set(Field::At, date_time_text(moment, entry.at));
    form.set(Field::Note, entry.note.as_ref().map_or("", |note| note.as_str()));
    form.set(Field::Mode, "type");
    form.set(Field::Source, source::word(check.source));
    form.set(Field::Expires, check.expires.map_or(String::new(), |date| date.to_string()));
    form.set(Field::Renews, check.renews.map_or(String::new(), |date| date.to_string()));
    for measure in &check.measures {
        put_measure(form, *measure);
    }
}

/// How the last typed check of a card named its figure, and in which unit.
fn put_habit(form: &mut Form, card: CardId, book: &Book) {
    let last = book.ledger(card).and_then(|ledger| {
        let typed = ledger.checks().rev().map(|(_, _, check)| check).filter(|check| check.reply.is_none());
        let mut general = typed.flat_map(|check| check.of(Bucket::General));
        general.find(|said| !matches!(said, Said::Total(_) | Said::Unlimited))
    });
    let Some(said) = last else { return };
    put_measure(form, Measure { bucket: Bucket::General, said });
    form.set(Field::Figure, "");
}

/// A reply may well speak of an end that is over, but not for longer than this, in days, and not from
/// before the card that it came to.
const LONG_OVER: i32 = 366;

/// The entry that the form describes.
///
/// # Errors
///
/// A problem for each field that cannot be read, for each question that is open, for a card that
/// is not chosen, and for a reply that was logged before.
pub fn parse_check(form: &Form, book: &Book, moment: &Moment) -> Result<Entry, Vec<Problem>> {
    let mut read = Reader::new(form);
    let pasted = read.word(Field::Mode) == "paste";
    let card_id = matching::target(form, book, moment);
    if card_id.is_none() {
        read.fault::<()>(Field::Card, Fault::Missing);
    }
    let card = card_id.and_then(|id| book.card(id));
    let kept = form.editing().and_then(|entry| book.entry(entry));
    let (at, note) = (read.at(moment, kept), read.note());
    let endless = || card_id.and_then(|id| book.ledger(id)).is_some_and(|ledger| ledger.unlimited(Bucket::General));
    let whole = match knows_whole(form, card_id, book, moment) {
        true => Whole::Known,
        false if endless() => Whole::Endless,
        false => Whole::Unknown,
    };
    let said = match kept.map(|kept| (kept, &kept.fact)) {
        Some((entry, Fact::Check(check))) => from_edit(&mut read, (card, whole), entry, check, moment),
        _ if pasted => from_reply(&mut read, book, (card, whole), moment),
        _ => from_figures(&mut read, (card, whole)),
    };
    if let (Some(card), Some(check)) = (card, &said) {
        let begun = card.validity.begun();
        if pasted {
            let came = at.map(|at| moment.offsets(&card.zone).date(at));
            let first = begun.filter(|_| begun <= came).max(came.and_then(|came| came.plus_days(-LONG_OVER)));
            read.after(first, [(Field::Reply, check.expires), (Field::Reply, check.renews)]);
        } else {
            // A reply may speak of an end that was over before the card was begun: what stood there stays.
            let before = match kept.map(|kept| &kept.fact) {
                Some(Fact::Check(before)) => [before.expires, before.renews],
                _ => [None, None],
            };
            let [expires, renews] = [check.expires, check.renews].map(|date| date.filter(|_| !before.contains(&date)));
            read.after(begun, [(Field::Expires, expires), (Field::Renews, renews)]);
        }
    }
    match (card_id, at, said) {
        (Some(card), Some(at), Some(check)) if read.problems.is_empty() => {
            Ok(Entry { card, at, fact: Fact::Check(check), note })
        }
        _ => Err(read.problems),
    }
}

/// What is known of how much data there is in all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    /// How much.
    Known,
    /// That there is no end to it.
    Endless,
    /// Nothing.
    Unknown,
}

fn from_reply(
    read: &mut Reader<'_>,
    book: &Book,
    (card, whole): (Option<&Card>, Whole),
    moment: &Moment,
) -> Option<Check> {
    let form = read.form;
    if read.word(Field::Reply).is_empty() {
        return read.fault(Field::Reply, Fault::Missing);
    }
    let meant = replies(form, card, book, moment);
    if meant.meant.is_none() {
        return read.fault(Field::Message, Fault::Unanswered);
    }
    let (text, context) = (meant.text(form), meant.context(card));
    let reading = meant.reading();
    let kept = kept_text(text, &reading, &context);
    let settled = reading.settle(&form.answers, card.map_or(Currency::USD, |card| card.currency));
    for _ in 0..settled.open() {
        read.fault::<()>(Field::Question, Fault::Unanswered);
    }
    let half_told = taught::half_told(form);
    if half_told {
        read.fault::<()>(Field::Tapped, Fault::Unanswered);
    }
    let nothing = settled.measures.is_empty() && settled.expires.is_none() && settled.renews.is_none();
    if nothing && settled.open() == 0 && !half_told {
        let fault = if confirms(&reading, &settled) { Fault::Confirms } else { Fault::NoBalance };
        return read.fault(Field::Reply, fault);
    }
    if matching::logged_before(&kept, form, book).is_some() && read.word(Field::Again).is_empty() {
        read.fault::<()>(Field::Again, Fault::LoggedBefore);
    }
    let open = settled.open() > 0;
    let mut measures = settled.measures;
    if !open && shares(&measures) && !read.word(Field::Total).is_empty() {
        let total = read.amount(Field::Total, Field::TotalUnit)?;
        measures.push(Measure { bucket: Bucket::General, said: Said::Total(Quantity::Data(total)) });
    } else if !open && whole != Whole::Known && means_a_part(&measures) {
        match read.amount(Field::Total, Field::TotalUnit) {
            Some(total) => {
                measures.push(Measure { bucket: Bucket::General, said: Said::Total(Quantity::Data(total)) });
            }
            None => read.fault(Field::Total, Fault::NeedsTotal)?,
        }
    }
    Some(Check {
        measures,
        expires: settled.expires,
        renews: settled.renews,
        source: source::parse(read.word(Field::Source)),
        reply: card.is_none_or(|card| card.keeps_replies).then_some(kept),
        sure: false,
    })
}

/// Whether it is known how much data there is in all, but for what the check says that the form edits; what a reply said
/// counts for what is typed later. Of no card it is not asked.
#[must_use]
pub fn knows_whole(form: &Form, card: Option<CardId>, book: &Book, moment: &Moment) -> bool {
    let others = card
        .and_then(|card| book.ledger(card))
        .map(|ledger| ledger.without(|id, _| Some(id) == form.editing()).at(moment));
    others.is_none_or(|others| others.capacity(Bucket::General).is_some())
}

/// Whether what was said of the data means nothing where it is not known how much there is in all.
#[must_use]
pub fn means_a_part(measures: &[Measure]) -> bool {
    let mut general = measures.iter().filter(|measure| measure.bucket == Bucket::General).peekable();
    general.peek().is_some()
        && !general.any(|measure| matches!(measure.said, Said::Left(_) | Said::Total(_) | Said::Unlimited))
}

/// Whether a share is all that was said of the data.
#[must_use]
pub fn shares(measures: &[Measure]) -> bool {
    let mut general = measures.iter().filter(|measure| measure.bucket == Bucket::General).peekable();
    general.peek().is_some()
        && general.all(|measure| matches!(measure.said, Said::LeftPercent(_) | Said::UsedPercent(_)))
}

fn from_figures(read: &mut Reader<'_>, (card, whole): (Option<&Card>, Whole)) -> Option<Check> {
    let measures = figures(read, whole, card.map_or(Currency::USD, |card| card.currency));
    said(read, measures, None)
}

/// What the figures that were typed say.
fn figures(read: &mut Reader<'_>, whole: Whole, currency: Currency) -> Vec<Measure> {
    let mut measures = Vec::new();
    let general = |said: Said| Measure { bucket: Bucket::General, said };
    let total = read.amount(Field::Total, Field::TotalUnit);
    if let Some(total) = total {
        measures.push(general(Said::Total(Quantity::Data(total))));
    }
    let kind = read.word(Field::Said);
    let found = match kind {
        "left-percent" => read.percent(Field::Figure).map(Said::LeftPercent),
        "used-percent" => read.percent(Field::Figure).map(Said::UsedPercent),
        "used" => read.amount(Field::Figure, Field::Unit).map(|amount| Said::Used(Quantity::Data(amount))),
        _ => read.amount(Field::Figure, Field::Unit).map(|amount| Said::Left(Quantity::Data(amount))),
    };
    if found.is_some() && kind.is_empty() {
        read.fault::<()>(Field::Said, Fault::Missing);
    }
    // What has no end has none after a figure of what was used of it either.
    if whole == Whole::Endless && total.is_none() && matches!(found, Some(Said::Used(_))) {
        measures.push(general(Said::Unlimited));
    }
    measures.extend(found.map(general));
    if whole != Whole::Known && means_a_part(&measures) {
        read.fault::<()>(Field::Total, Fault::NeedsTotal);
    }
    if let Some(money) = read.money(Field::Money, currency, true) {
        measures.push(Measure { bucket: Bucket::Money, said: Said::Left(Quantity::Money(money)) });
    }
    measures
}

/// The check of these measures and of the dates in the form, where that is anything.
fn said(read: &mut Reader<'_>, measures: Vec<Measure>, reply: Option<String>) -> Option<Check> {
    let (expires, renews) = (read.date(Field::Expires), read.date(Field::Renews));
    if measures.is_empty() && expires.is_none() && renews.is_none() && read.problems.is_empty() {
        if read.word(Field::Said).is_empty() {
            read.fault::<()>(Field::Said, Fault::Missing);
        }
        return read.fault(Field::Figure, Fault::NothingSaid);
    }
    Some(Check { measures, expires, renews, source: source::parse(read.word(Field::Source)), reply, sure: false })
}

/// An edit keeps what the form cannot show: the reply, other buckets, and, where no figure was
/// changed, every measure as it was said.
fn from_edit(
    read: &mut Reader<'_>,
    (card, whole): (Option<&Card>, Whole),
    entry: &Entry,
    kept: &Check,
    moment: &Moment,
) -> Option<Check> {
    let form = read.form;
    let reply = kept.reply.clone().filter(|_| form.get(Field::Texts) != FORGOTTEN);
    let mut before = Form::new(form.kind);
    put_check(&mut before, entry, kept, moment);
    let same = |fields: &[Field]| fields.iter().all(|field| form.get(*field) == before.get(*field));
    let data = same(&[Field::Said, Field::Figure, Field::Unit, Field::Total, Field::TotalUnit]);
    let money = same(&[Field::Money]);
    if data && money {
        let check = said(read, kept.measures.clone(), reply)?;
        return Some(Check { sure: kept.sure, ..check });
    }
    let replaced = |measure: &Measure| match (measure.bucket, measure.said) {
        (Bucket::General, _) => !data,
        (Bucket::Money, Said::Left(_)) => !money,
        _ => false,
    };
    let currency = money_left(kept).map(|money| money.currency).or(card.map(|card| card.currency));
    let mut measures = figures(read, whole, currency.unwrap_or(Currency::USD));
    measures.retain(replaced);
    // What goes on slowly once it is used up does so at another figure of what is left.
    let left = measures.iter().any(|new| new.bucket == Bucket::General && matches!(new.said, Said::Left(_)));
    let slows = |old: &Measure| left && old.said == Said::Unlimited && !kept.endless(old.bucket);
    measures.extend(kept.measures.iter().copied().filter(|old| !replaced(old) || slows(old)));
    said(read, measures, reply)
}

/// The money that a check says is left: what was said in one currency stays in it.
#[must_use]
pub fn money_left(check: &Check) -> Option<Money> {
    check.of(Bucket::Money).find_map(|said| match said {
        Said::Left(Quantity::Money(money)) => Some(money),
        _ => None,
    })
}

fn put_measure(form: &mut Form, measure: Measure) {
    match (measure.bucket, measure.said) {
        (Bucket::General, Said::Left(Quantity::Data(amount)) | Said::Used(Quantity::Data(amount))) => {
            let used = matches!(measure.said, Said::Used(_));
            if used && !form.get(Field::Figure).is_empty() {
                return;
            }
            form.set(Field::Said, if used { "used" } else { "left" });
            form.set(Field::Figure, amount.figure().to_string());
            form.set(Field::Unit, unit_word(amount.unit()));
        }
        (Bucket::General, Said::LeftPercent(share) | Said::UsedPercent(share)) => {
            let used = matches!(measure.said, Said::UsedPercent(_));
            if !form.get(Field::Figure).is_empty() {
                return;
            }
            form.set(Field::Said, if used { "used-percent" } else { "left-percent" });
            form.set(Field::Figure, share.to_string());
        }
        (Bucket::General, Said::Total(Quantity::Data(amount))) => {
            form.set(Field::Total, amount.figure().to_string());
            form.set(Field::TotalUnit, unit_word(amount.unit()));
        }
        (Bucket::Money, Said::Left(Quantity::Money(money))) => form.set(Field::Money, money.figure.to_string()),
        _ => {}
    }
}
