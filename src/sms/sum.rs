//! Money: a sign or a name and its sum, with the coins behind it and the minus before it.

use super::compose::Composer;
use super::item::{Item, Part, Quantity, Sign};
use super::number::Number;
use super::place;
use super::reading::{Context, Refusal};
use super::scan::Kind;
use super::words::{self, Word};
use crate::domain::{Currency, Decimal};

impl Composer<'_> {
    /// A sign before its sum. A unit behind the number is stronger: `Rs 39 5GB` is no case of it,
    /// `Rp15GB` is.
    pub(super) fn sum(&self, i: usize, code: u8) -> Option<(Part, usize)> {
        // "USD minus 4.10"
        let minus = self.word(i + 1) == Some(Word::Minus);
        let gap = usize::from(minus || self.mark(i + 1, &[':', '.', '-', '=']));
        let number = self.number(i + 1 + gap)?;
        if gap == 1 && self.mark(i + 1, &['-']) && !number.negative {
            return None;
        }
        let few =
            number.small().is_some_and(|few| few < 1000) && self.tokens.get(i).is_some_and(|it| it.to - it.from == 1);
        // "Bis Fr. 12.12.": a Friday.
        if words::code(code) == "CHF" && i.checked_sub(1).is_some_and(|i| self.word(i) == Some(Word::Expires)) {
            return None;
        }
        // "Goi D15": a đồng stands behind its sum. "RP: 512 MB": a colon ends a label.
        let dong = few && words::code(code) == "VND";
        let label = gap == 1 && self.mark(i + 1, &[':']);
        let unit = matches!(self.word(i + 2 + gap), Some(Word::Unit(_)));
        if dong || unit && (label || self.glued(i + 2 + gap)) {
            return None;
        }
        let negative = number.negative
            || minus
            || i.checked_sub(1).is_some_and(|i| self.mark(i, &['-']) && self.glued(i + 1) && !self.joined(i));
        self.money(number, code, negative).map(|part| (part, 2 + gap))
    }

    pub(super) fn money(&self, number: &Number, code: u8, negative: bool) -> Option<Part> {
        let (currency, sign) = currency(words::code(code), self.context);
        let whole = currency.is_some_and(|currency| currency.exponent() == 0);
        let Some((value, _)) = number.value(self.style(false, whole)) else {
            self.cannot_be(Refusal::TooLarge);
            return None;
        };
        let value =
            if negative && !value.is_negative() { Decimal::new(-value.mantissa(), value.scale())? } else { value };
        Some(Part::Figure(Quantity::Money(value, currency, sign)))
    }

    /// `18元6角`, `87 руб. 20 коп.`: the sum with the coins that stand behind it.
    pub(super) fn coins(&self, i: usize, (part, taken): (Part, usize)) -> (Part, usize) {
        let Part::Figure(Quantity::Money(sum, currency, sign)) = part else { return (part, taken) };
        let at = i + taken + usize::from(self.word(i + taken) == Some(Word::And));
        let few = |at| self.number(at).and_then(Number::small).map(i64::from).filter(|few| *few < 100);
        let all = match (sum.scale(), few(at), self.word(at + 1)) {
            (0, Some(few), Some(Word::Coin(of))) => {
                sum.scaled(100).and_then(|all| Decimal::new(all + few * 100 / i64::from(of), 2))
            }
            // 2元5分
            (0, Some(few), Some(Word::Minute)) if self.single(at + 1) && self.glued(at) && self.glued(at + 1) => {
                sum.scaled(100).and_then(|all| Decimal::new(all + few, 2))
            }
            // 19块5
            (0, Some(few), None)
                if few < 10
                    && currency.is_some_and(|it| matches!(it.code(), "CNY" | "HKD" | "TWD" | "MOP"))
                    && self.glued(at)
                    && self.glued(at - 1)
                    && !self.is_pair(at)
                    && matches!(self.kind(at + 1), None | Some(Kind::Break | Kind::Mark(_))) =>
            {
                let all = sum.scaled(10).and_then(|all| Decimal::new(all + few, 1));
                return (Part::Figure(Quantity::Money(all.unwrap_or(sum), currency, sign)), at + 1 - i);
            }
            // 3€20
            (0, Some(few), next) if self.glued(at) && self.glued(at - 1) && self.is_pair(at) && next.is_none() => {
                let all = sum.scaled(100).and_then(|all| Decimal::new(all + few, 2));
                return (Part::Figure(Quantity::Money(all.unwrap_or(sum), currency, sign)), at + 1 - i);
            }
            _ => None,
        };
        let mut taken = if all.is_some() { at + 2 - i } else { taken };
        // 3元9毛5分, 3块9毛5
        let cents = few(i + taken).filter(|few| *few < 10 && self.word(at + 1) == Some(Word::Coin(10)));
        let unit = self.word(i + taken + 1);
        let unsaid = unit.is_none() && self.glued(i + taken);
        let all = match (all, cents) {
            (Some(tenths), Some(cents)) if unsaid || unit == Some(Word::Minute) && self.single(i + taken + 1) => {
                taken += if unsaid { 1 } else { 2 };
                Decimal::new(tenths.mantissa() + cents, 2)
            }
            _ => all,
        };
        (Part::Figure(Quantity::Money(all.unwrap_or(sum), currency, sign)), taken)
    }

    /// 分 is of a sum, 分钟 is of talk.
    pub(super) fn single(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.to - token.from == 1)
    }

    fn is_pair(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.to - token.from == 2)
    }

    /// The minus of a debt belongs to its figure, the word for it too.
    pub(super) fn sign(&mut self, i: usize, item: &mut Item) {
        let parted = self.items.iter().rev().nth(1).is_some_and(|item| matches!(item.part, Part::Mark(',' | '、')));
        if let Part::Figure(Quantity::Money(value, ..)) = &mut item.part
            && let Some(minus) = self.items.pop_if(|last| !parted && matches!(last.part, Part::Word(Word::Minus)))
        {
            *value = Decimal::new(-value.mantissa().abs(), value.scale()).unwrap_or(*value);
            item.from = minus.from;
        }
        let debt = matches!(item.part, Part::Figure(Quantity::Money(value, ..)) if value.is_negative());
        if debt && i > 0 && self.mark(i - 1, &['-']) && self.glued(i) {
            item.from -= 1;
        }
    }
}

/// The currency that a sign means here, and what said so: the sign itself says which it can be,
/// the card and its country decide only among those.
pub(super) fn currency(code: &'static str, context: &Context<'_>) -> (Option<Currency>, Sign) {
    if code.len() == 3 {
        return (Currency::parse(code), Sign::Named);
    }
    let fits = |currency: &Currency| code.split(' ').any(|kin| kin == currency.code());
    let country = place::money(context.country);
    match (context.currency.filter(fits).or(country.filter(fits)), context.currency) {
        (None, Some(_)) => (None, Sign::Open(code)),
        (found, _) => (found, Sign::Card),
    }
}
