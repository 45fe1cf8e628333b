//! When a text is no balance at all, and what it is instead.

use super::fold::Folded;
use super::item::{Item, Part, Quantity};
use super::reading::{Certainty, Figure, Refusal, Role, Value};
use super::sender;
use super::words::Word;
use crate::domain::{Bucket, Unit, is_letter};

/// Why nothing is read, whatever figures there are; `None` where they stand.
///
/// A code, a bank, a parcel, storage: their words refuse the whole text, unless it says what is
/// left of data, which none of them does. Money alone never outweighs them.
/// A sender that is not known as a carrier is one where the card says so.
pub(super) fn refusal(text: &Folded, items: &[Item], figures: &[Figure], carrier: Option<&str>) -> Option<Refusal> {
    // A bank's name is no card's, and other trades keep no money for a line.
    let known = || figures.iter().any(sum) && sender::is_known(text, items, carrier);
    let named = stranger(text, items) && !known();
    let has = |word| items.iter().any(|item| matches!(item.part, Part::Word(found) if found == word));
    // A hotspot's data is none of a disk's, though the plan comes with one.
    let hotspot = |figure: &Figure| matches!(figure.role, Certainty::Sure(Role::Left(Bucket::Hotspot), _));
    if has(Word::Storage) && !figures.iter().any(hotspot) {
        return Some(Refusal::Storage);
    }
    // Whoever wants a code back, by a link or a reply, is no carrier, whatever figure it lures with.
    if has(Word::Code) && links(text) {
        return Some(Refusal::OneTimeCode);
    }
    let data = items.iter().any(|item| matches!(item.part, Part::Word(Word::Data) | Part::Figure(Quantity::Data(..))));
    // A debt that is to be paid by a link is a lure more often than a bill.
    if has(Word::Owed) && links(text) && !data {
        return Some(Refusal::Bill);
    }
    let counts = figures.iter().any(|figure| {
        let of_data = matches!(figure.value, Value::Data(_) | Value::Unlimited);
        (of_data || data && matches!(figure.value, Value::Percent(_)))
            && matches!(figure.role, Certainty::Sure(Role::Left(_) | Role::Used(_), _))
    });
    let strangers = [
        (Word::Code, Refusal::OneTimeCode),
        (Word::Bank, Refusal::BankOrCard),
        (Word::Parcel, Refusal::Parcel),
        (Word::Bill, Refusal::Bill),
        (Word::Auto, Refusal::Bill),
        (Word::Paid, Refusal::Paid),
    ];
    let rest = || figures.iter().any(|figure| matches!(figure.role, Certainty::Sure(Role::Left(_), _)));
    let said =
        |role: Role| figures.iter().any(|figure| matches!(figure.role, Certainty::Sure(sure, _) if sure == role));
    let vouched = |refusal: Refusal| {
        from_carrier(items)
            && match refusal {
                Refusal::BankOrCard => said(Role::Left(Bucket::Money)),
                // A month's bill with the balance behind it, from a carrier that signs in brackets.
                Refusal::Bill => {
                    said(Role::Left(Bucket::Money)) && !has(Word::Auto) && !has(Word::Bank) && enclosed(items)
                }
                _ => false,
            }
            || refusal == Refusal::BankOrCard && of_line(text, items) && said(Role::Left(Bucket::Money))
    };
    // What was paid is a bill, where the text does not say what a line of the reader's has by it.
    let [money, ends, renews] = [Role::Left(Bucket::Money), Role::Expires, Role::Renews].map(said);
    let line = || has(Word::Line) || has(Word::Refill) || has(Word::Data) || money && ends;
    let prepaid = !has(Word::Bill) && (money || ends || renews) && (from_carrier(items) || line() && !named);
    // What a bill says was used is of a line that is paid for later.
    let sums = || items.iter().any(|item| matches!(item.part, Part::Figure(Quantity::Money(..))));
    let billed = |word: Word| word == Word::Bill && !rest() && sums();
    if let Some((_, refusal)) = strangers.iter().find(|(word, of)| {
        (!counts || billed(*word))
            && has(*word)
            && !vouched(*of)
            && !(matches!(word, Word::Auto | Word::Paid) && prepaid)
    }) {
        return Some(*refusal);
    }
    let dates_only = figures.iter().all(|figure| matches!(figure.value, Value::Date(_)));
    let topic = items.iter().any(|item| match item.part {
        Part::Word(word) => matches!(
            word,
            Word::Line
                | Word::Refill
                | Word::Plan
                | Word::Data
                | Word::Calls
                | Word::Carrier(_)
                | Word::Balance
                | Word::Lasts
                | Word::Add
        ),
        Part::Figure(Quantity::Data(..) | Quantity::Minutes(_) | Quantity::Texts(_)) => true,
        _ => false,
    });
    // 7日吃到饱
    let topic = topic
        || items.windows(2).any(|pair| {
            matches!(pair, [length, word] if matches!(length.part, Part::Figure(Quantity::Days(_) | Quantity::Date(_)))
                && matches!(word.part, Part::Word(Word::Unlimited)))
        });
    if foreign(text, items, figures, named) || !data && !ends && sender::of_account(text, items) {
        return Some(Refusal::BankOrCard);
    }
    // A size alone says nothing of what is left of it.
    let size = |figure: &Figure| matches!(figure.role, Certainty::Sure(Role::Total(_), _));
    if !figures.is_empty() && figures.iter().all(size) {
        // "Less than 500 MB left of your 3 GB"
        let marks = |pair: &[Item]| matches!(pair, [word, it] if matches!((&word.part, &it.part), (Part::Word(Word::Below), Part::Figure(_))));
        return Some(if items.windows(2).any(marks) { Refusal::Threshold } else { Refusal::Plan });
    }
    if dates_only && !figures.is_empty() && (sold(items) || praised(text, items, figures)) {
        return Some(Refusal::Offer);
    }
    // A day that a friend speaks of is none of the reader's.
    if dates_only && has(Word::Could) && !figures.is_empty() {
        return Some(Refusal::NoFigure);
    }
    // Until when a debt is to be paid is no end.
    if dates_only && has(Word::Owed) && !figures.is_empty() {
        return Some(Refusal::Bill);
    }
    // What is bought and begins later has no end yet.
    if dates_only && has(Word::Bought) && has(Word::Underway) {
        return Some(Refusal::Underway);
    }
    if !figures.is_empty() && (topic || !dates_only) {
        return None;
    }
    // "Your PIN is 4821."
    let secret = |item: &Item| {
        let named = ["pin", "puk"].iter().any(|word| says(text, item.from, word));
        matches!(item.part, Part::Other) && item.to == item.from + 3 && named
    };
    let coded = |item: &Item| match &item.part {
        Part::Figure(Quantity::Bare(number)) => number.plain().is_some_and(|digits| digits.len() > 3),
        _ => false,
    };
    if items.iter().any(secret) && items.iter().any(coded) {
        return Some(Refusal::OneTimeCode);
    }
    let hints = [
        (Word::Owed, Refusal::Bill),
        (Word::Fault, Refusal::Error),
        (Word::Underway, Refusal::Underway),
        (Word::Success, Refusal::Paid),
        (Word::Add, Refusal::Paid),
        (Word::Below, Refusal::Threshold),
        (Word::Offer, Refusal::Offer),
        (Word::Includes, Refusal::Plan),
        (Word::Price, Refusal::Plan),
    ];
    // What succeeded may be anything: a payment or a top-up is named. "Top-up successful" is one phrase.
    let named = |item: &Item| match item.part {
        Part::Word(Word::Add) if closes(text, item, "successful") => true,
        Part::Word(Word::Add | Word::Refill) => has(Word::Success),
        Part::Word(Word::Price) => {
            let received =
                |item: &Item| matches!(item.part, Part::Word(Word::Add)) && says(text, item.from, "received");
            says(text, item.from, "pay") && (has(Word::Success) || items.iter().any(received))
        }
        _ => false,
    };
    let amounts = items.iter().any(|item| matches!(item.part, Part::Figure(Quantity::Money(..) | Quantity::Data(..))));
    // What to send or to dial is told by who offers nothing, too.
    let offers = |item: &Item| {
        let told = ["reply", "dial", "回复"].iter().any(|word| says(text, item.from, word));
        matches!(item.part, Part::Word(Word::Offer)) && (amounts || !told)
    };
    let done = |word| match word {
        Word::Success | Word::Add => items.iter().any(named),
        Word::Offer => items.iter().any(offers),
        Word::Price => amounts,
        _ => true,
    };
    Some(hints.iter().find(|(word, _)| has(*word) && done(*word)).map_or(Refusal::NoFigure, |hint| hint.1))
}

/// Whether the text names an address to be opened, or one to be clicked.
fn links(text: &Folded) -> bool {
    (0..text.len()).any(|i| ["://", "www.", "click "].iter().any(|word| says(text, i, word)))
}

/// Whether a carrier's name is the first word of the text, or signs it: 【…】 as its last.
fn from_carrier(items: &[Item]) -> bool {
    let first = items.iter().find(|item| !matches!(item.part, Part::Mark(_)));
    let name = |part: Option<&Part>| matches!(part, Some(Part::Word(Word::Carrier(_))));
    let signed = matches!(items, [.., open, name, close]
        if matches!((&open.part, &name.part, &close.part), (Part::Mark('【' | '['), Part::Word(Word::Carrier(_)), Part::Mark('】' | ']'))));
    name(first.map(|item| &item.part)) || signed
}

/// Whether the text begins or ends with a name in brackets: 【…】.
fn enclosed(items: &[Item]) -> bool {
    matches!(items.first().map(|item| &item.part), Some(Part::Mark('【')))
        || matches!(items.last().map(|item| &item.part), Some(Part::Mark('】')))
}

/// Whether a balance is said to be a line's or a carrier's: 话费余额, "your Acme credit".
fn of_line(text: &Folded, items: &[Item]) -> bool {
    let word = |i: usize| match items.get(i).map(|item| &item.part) {
        Some(Part::Word(word)) => Some(*word),
        _ => None,
    };
    let mut banks = items.iter().filter(|item| matches!(item.part, Part::Word(Word::Bank)));
    let limit = banks.all(|item| says(text, item.from, "信用额度"));
    (0..items.len()).any(|i| match (word(i), word(i + 1), word(i + 2)) {
        (Some(Word::Line), Some(Word::Balance), _)
        | (Some(Word::Plain), Some(Word::Carrier(_)), Some(Word::Balance)) => true,
        // Carriers name a limit of credit as well, but no bank beside it.
        (Some(Word::Line), Some(Word::Plain | Word::AsOf), Some(Word::Balance)) => limit,
        _ => false,
    })
}

/// Whether a figure is money, or may be.
fn sum(figure: &Figure) -> bool {
    let money = |value: Value| matches!(value, Value::Money(..));
    let asked = matches!(&figure.role, Certainty::Asked(choices) if choices.iter().any(|choice| money(choice.value)));
    money(figure.value) || asked
}

/// What nobody keeps on a prepaid line, by its money: so much is on an account of a bank.
const HOARDS: [(i64, &str); 4] = [
    (2_000, "USD EUR GBP CHF AUD NZD CAD SGD CNY HKD BRL PLN MYR AED SAR"),
    (20_000, "INR PKR THB PHP TWD MXN TRY RUB UAH CZK ZAR BDT NGN KES EGP JPY"),
    (500_000, "KRW HUF"),
    (20_000_000, "IDR VND"),
];

/// Whether a sum is more than anybody keeps on a prepaid line.
fn hoard(figure: &Figure) -> bool {
    let Value::Money(sum, Some(currency)) = figure.value else { return false };
    let most = HOARDS.iter().find(|(_, codes)| codes.contains(currency.code()));
    most.is_some_and(|(most, _)| sum.scaled(1).is_some_and(|sum| sum > *most))
}

/// Whether an offer stands before the day, and speaks of data or a share: "50 % off until 11/30".
fn praised(text: &Folded, items: &[Item], figures: &[Figure]) -> bool {
    let first = figures.first().map_or(0, |figure| figure.span.start);
    let before = items.iter().take_while(|item| text.span(item.from, item.to).end <= first);
    let (mut offer, mut lure) = (false, false);
    for item in before {
        offer |= matches!(item.part, Part::Word(Word::Offer));
        lure |= matches!(item.part, Part::Figure(Quantity::Data(..) | Quantity::Percent(_)));
    }
    offer && lure
}

/// Whether data is sold for a price, and no line or plan of the reader's is spoken of.
fn sold(items: &[Item]) -> bool {
    let part = |i: usize| items.get(i).map(|item| &item.part);
    let own =
        |part: &Part| matches!(part, Part::Word(Word::Line | Word::Refill | Word::Plan | Word::Balance | Word::Renews));
    let priced = |i: usize| {
        matches!(part(i), Some(Part::Figure(Quantity::Data(..)) | Part::Word(Word::Unlimited)))
            && (i + 1..i + 5)
                .map_while(|j| part(j).filter(|part| !matches!(part, Part::Break)))
                .any(|part| matches!(part, Part::Figure(Quantity::Money(..))))
    };
    (0..items.len()).any(priced) && !items.iter().any(|item| own(&item.part))
}

/// Whether there is a sum of which nothing says what it is, before a balance: a purchase, in words
/// that we do not have.
fn spent(items: &[Item], figures: &[Figure], text: &Folded) -> bool {
    let explains = |word| {
        matches!(word, Word::Price | Word::Last | Word::Add | Word::Per | Word::Over | Word::Below | Word::Bonus)
            || matches!(word, Word::Carried | Word::Paid | Word::Auto)
            || matches!(word, Word::Renews | Word::Plan | Word::Balance | Word::Left | Word::Have | Word::Expires)
    };
    (0..items.len()).any(|i| {
        let Some(Item { part: Part::Figure(Quantity::Money(..)), from, to }) = items.get(i) else { return false };
        let span = text.span(*from, *to);
        let read = figures.iter().any(|figure| figure.span.meets(span));
        let sums = figures.iter().filter(|figure| matches!(figure.value, Value::Money(..)));
        let ahead = sums.into_iter().any(|figure| figure.span.start > span.end);
        let near = (i.saturating_sub(6)..i + 4).filter_map(|j| items.get(j));
        ahead && !read && !near.into_iter().any(|item| matches!(item.part, Part::Word(word) if explains(word)))
    })
}

/// Whether the text begins with a sender of whom we do not know that it is a carrier: `Acme: …`,
/// 【…】.
fn stranger(text: &Folded, items: &[Item]) -> bool {
    let close = items.iter().take(7).position(|item| matches!(item.part, Part::Mark(':' | '】' | ']')));
    let Some(label) = close.and_then(|close| items.get(..close)) else { return false };
    let named = |item: &Item| matches!(item.part, Part::Other) && is_letter(text.at(item.from));
    let said = |item: &Item| match item.part {
        Part::Word(word) => !matches!(
            word,
            Word::Plain
                | Word::Bank
                | Word::And
                | Word::Within
                | Word::Roaming
                | Word::App
                | Word::Local
                | Word::Night
                | Word::Texts
                | Word::Calls
                | Word::Over
                | Word::Unit(_)
        ),
        Part::Figure(_) => true,
        Part::Mark(_) | Part::Break | Part::Other => false,
    };
    let mut names = label.iter().filter(|item| named(item));
    let sounds = matches!((names.next(), names.next()), (Some(name), None) if sounds(text, name));
    label.iter().any(named) && !sounds && !label.iter().any(said)
}

/// Whether a name sounds like a carrier's: SunMobile, Gigafone. Some other trades end in a mobile too.
fn sounds(text: &Folded, item: &Item) -> bool {
    let carriage = ["auto", "snow", "book"].iter().any(|word| says(text, item.from, word));
    !carriage && ["mobile", "fone", "wireless", "movil"].iter().any(|word| closes(text, item, word))
}

/// Whether an item ends in these letters, and has others before them.
fn closes(text: &Folded, item: &Item, word: &str) -> bool {
    item.to.checked_sub(word.len()).is_some_and(|from| from > item.from && says(text, from, word))
}

/// Whether the text goes on so from there.
pub(super) fn says(text: &Folded, from: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(i, c)| text.at(from + i) == c)
}

/// Whether the text begins with a thing that is the reader's and that we have no word for: "your
/// laundry card has …".
fn strange(text: &Folded, items: &[Item]) -> bool {
    // "No pudimos renovar tu paquete"
    matches!(items, [Item { part: Part::Word(Word::Plain), from, .. }, noun, next, ..]
        if matches!(noun.part, Part::Other) && noun.to - noun.from > 3 && is_letter(text.at(noun.from))
            && !(says(text, *from, "no ") && matches!(next.part, Part::Word(Word::Renews))))
}

/// Whether the balance is of a thing that we have no word for: "your laundry card balance". A word
/// of lines anywhere vouches for it. `named`: a stranger speaks.
fn foreign(text: &Folded, items: &[Item], figures: &[Figure], named: bool) -> bool {
    let vouched = items.iter().any(|item| match item.part {
        // A single character may be a part of anything.
        Part::Word(Word::Texts) => item.to - item.from > 1,
        // Cards of other trades are topped up as well.
        Part::Word(Word::Refill) => !named,
        Part::Word(word) => {
            matches!(word, Word::Line | Word::Data | Word::Calls | Word::Carrier(_) | Word::Roaming | Word::Hotspot)
        }
        Part::Figure(Quantity::Data(..)) => true,
        _ => false,
    });
    let counts = |of: fn(&Quantity) -> bool| items.iter().any(|item| matches!(&item.part, Part::Figure(it) if of(it)));
    let minutes = counts(|quantity| matches!(quantity, Quantity::Minutes(_)));
    let texts = counts(|quantity| matches!(quantity, Quantity::Texts(_)));
    let total = |figure: &Figure| matches!(figure.role, Certainty::Sure(Role::Total(_), _));
    let only = figures.iter().all(|figure| matches!(figure.value, Value::Count(_) | Value::Date(_)) || total(figure));
    // A line at home counts by terabytes.
    let home = figures.iter().any(|figure| matches!(figure.value, Value::Data(amount) if amount.unit() == Unit::TB));
    if (only && !(minutes && texts) || home) && !figures.is_empty() && named {
        return true;
    }
    if vouched || (minutes || texts) && !only || minutes && texts {
        return false;
    }
    if figures.iter().any(hoard) {
        return true;
    }
    let money = figures.iter().any(sum);
    if !figures.is_empty() && named || money && strange(text, items) {
        return true;
    }
    if spent(items, figures, text) {
        return true;
    }
    let measured = figures.iter().all(|figure| sum(figure) || matches!(figure.value, Value::Date(_)));
    // An article is no noun.
    let unknown = |item: &Item| {
        let article = text.at(item.from).is_ascii() && item.to - item.from < 3;
        matches!(item.part, Part::Other) && !article && (item.from..item.to).all(|i| is_letter(text.at(i)))
    };
    // Minutes are left of a ride and of a film as well: with a noun that we do not know they are of it.
    let own = |item: &Item| matches!(item.part, Part::Word(Word::Plan | Word::Balance | Word::General | Word::Price));
    let strange = items.iter().any(|item| unknown(item) && item.to - item.from > 3);
    if (minutes || texts) && strange && !items.iter().any(own) {
        return true;
    }
    // A balance behind all figures is of none of them.
    let last = figures.last().map_or(0, |figure| figure.span.start);
    let balances = items.windows(2).any(|pair| match pair {
        [noun, item] => {
            let ahead = text.span(item.from, item.to).start < last;
            ahead && matches!(item.part, Part::Word(Word::Balance)) && unknown(noun)
        }
        _ => false,
    });
    measured && balances
}
