//! What takes a figure away from a balance: a price, a debt, a name in quotes.

use super::gather::Gather;
use super::item::{Item, Part, Quantity};
use super::refuse::says;
use super::roles::Field;
use super::words::Word;
use crate::domain::Base;

impl Field<'_> {
    /// Whether it is part of a name in quotes: "Japan 5 GB".
    pub(super) fn quoted(&self, i: usize) -> bool {
        let mark = |j: usize, marks: [char; 3]| matches!(self.part(j), Some(Part::Mark(c)) if marks.contains(c));
        let within = |j: &usize| !matches!(self.part(*j), None | Some(Part::Break | Part::Figure(Quantity::Data(..))));
        let closed = (i + 1..i + 5).take_while(within).any(|j| mark(j, ['"', '」', '』']));
        // What was bought stands in quotes too: 成功订购"5GB流量包".
        let bought = |j: usize| j.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Bought);
        let opens = |&j: &usize| mark(j, ['"', '「', '『']) && !bought(j);
        let opened = (0..i).rev().take(6).take_while(within).filter(opens).count();
        closed && opened == 1
    }

    /// Whether the figure is a plan's size or its price: "5 GB plan", "3 GB USA plan".
    pub(super) fn sizes(&self, i: usize) -> bool {
        let named =
            matches!(self.part(i + 1), Some(Part::Other | Part::Word(Word::Data | Word::Network | Word::Roaming)))
                && self.word(i + 2) == Some(Word::Plan);
        let noun = if named { i + 2 } else { i + 1 };
        let ahead = i.checked_sub(1 + usize::from(self.colon_before(i))).and_then(|j| self.word(j));
        // 5GB已用完，剩余2GB加油包: what is left of it, where nothing more is said. So "quedan 3 GB del bono".
        let alone = || {
            matches!(self.part(noun + 1), None | Some(Part::Break)) && (0..i).any(|j| self.word(j) == Some(Word::Empty))
        };
        let rest = ahead == Some(Word::Left) && (named || alone());
        self.word(noun) == Some(Word::Plan) && !rest
    }

    /// Whether a word behind the size of a plan says what is left or used of it: right behind the word, with no more than
    /// a noun, a colon or what is hardly a word between, stands as much or less.
    pub(super) fn is_of_next(&self, i: usize, word: usize) -> bool {
        let between = |j: &usize| {
            matches!(self.part(*j), Some(Part::Other | Part::Mark(':' | '=') | Part::Word(Word::Data | Word::Plain)))
        };
        let next = (word + 1..word + 5).find(|j| !between(j));
        next.and_then(|next| Some(self.bytes(next)? <= self.bytes(i)?)).unwrap_or(false)
    }

    fn colon_before(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|j| matches!(self.part(j), Some(Part::Mark(':'))))
    }

    /// Whether a balance is that of a bonus, or only for calls abroad.
    pub(super) fn apart(&self, balance: usize) -> bool {
        let of = |word: Word| word.is_extra() || word == Word::Roaming;
        balance.checked_sub(1).and_then(|j| self.word(j)).is_some_and(of)
    }

    /// Whether a figure stands in brackets of its own.
    pub(super) fn bracketed(&self, i: usize) -> bool {
        let mark = |j: Option<usize>, c| matches!(j.and_then(|j| self.part(j)), Some(Part::Mark(mark)) if *mark == c);
        mark(i.checked_sub(1), '(') && mark(Some(i + 1), ')')
    }

    /// "Unlimited (5 GB at high speed)": how much of it is quick, where the bracket says nothing of a rest.
    pub(super) fn capped(&self, i: usize) -> bool {
        let unlimited = i.checked_sub(2).is_some_and(|j| self.word(j) == Some(Word::Unlimited));
        let mut within = (i + 1..i + 9).take_while(|&j| !matches!(self.part(j), None | Some(Part::Mark(')'))));
        unlimited
            && matches!(self.part(i - 1), Some(Part::Mark('(')))
            && !within.any(|j| matches!(self.word(j), Some(Word::Left | Word::Used | Word::Balance)))
    }

    /// "90 % of the 10 GB alert you set": a share of no plan.
    pub(super) fn of_alert(&self, i: usize) -> bool {
        let share = matches!(self.quantity(i), Some(Quantity::Percent(_)));
        let size = (i + 2..i + 5).find(|&j| self.quantity(j).is_some()).filter(|_| share);
        size.is_some_and(|j| self.word(j - 1) == Some(Word::Of) && self.word(j + 1) == Some(Word::Below))
    }

    /// "Plan: 10 GB": whether nothing but a colon stands between a plan and its size.
    pub(super) fn named_by_plan(&self, i: usize) -> bool {
        let colon = usize::from(i.checked_sub(1).is_some_and(|j| self.heads_at(j)));
        i.checked_sub(1 + colon).is_some_and(|j| self.word(j) == Some(Word::Plan))
    }

    /// Whether a colon stands there.
    fn heads_at(&self, i: usize) -> bool {
        matches!(self.part(i), Some(Part::Mark(':')))
    }

    /// Whether the sum is to be paid or is part of an offer: "you have $25 due".
    pub(super) fn owed(&self, i: usize) -> bool {
        let stranger = |word| {
            matches!(
                word,
                Word::Bill
                    | Word::Paid
                    | Word::Auto
                    | Word::Price
                    | Word::Renews
                    | Word::Offer
                    | Word::Bank
                    | Word::Fault
                    | Word::Underway
            )
        };
        (i + 1..i + 7)
            .map_while(|j| self.part(j).filter(|part| !matches!(part, Part::Break)))
            .any(|part| matches!(part, Part::Word(word) if stranger(*word)))
    }

    /// Whether a word before it says that it is not so, "your balance could be 15 GB", or a minus is of something else.
    pub(super) fn wished(&self, i: usize) -> bool {
        let sentence = || (i.saturating_sub(8)..i).rev().map_while(|j| self.part(j));
        let mut own = sentence().take_while(|part| !matches!(part, Part::Break));
        // "$4.10 (negative)", "$5 minus fees"
        let behind = i + 1 + usize::from(matches!(self.part(i + 1), Some(Part::Mark('('))));
        if matches!(self.quantity(i), Some(Quantity::Money(..)))
            && (self.word(behind) == Some(Word::Minus) || own.any(|part| matches!(part, Part::Word(Word::Minus))))
        {
            return true;
        }
        sentence()
            .take_while(|part| !matches!(part, Part::Break | Part::Mark(',' | '、' | ';')))
            .any(|part| matches!(part, Part::Word(Word::Could)))
    }

    /// Whether its sentence goes on to an offer: "you have 1 GB to claim".
    pub(super) fn lured(&self, i: usize) -> bool {
        (i + 1..i + 6)
            .map_while(|j| self.part(j).filter(|part| !matches!(part, Part::Break)))
            .any(|part| matches!(part, Part::Word(Word::Offer)))
    }

    /// "Your top-up of 8 GB was declined": its sentence says, near by, that it was not done, or not yet.
    pub(super) fn undone(&self, i: usize) -> bool {
        let goes_on = |j: usize| self.part(j).filter(|part| !matches!(part, Part::Break));
        let before = (i.saturating_sub(10)..i).rev().map_while(goes_on);
        let behind = (i + 1..i + 14).map_while(goes_on);
        before.chain(behind).any(|part| matches!(part, Part::Word(Word::Fault | Word::Underway)))
    }

    /// "3 GB (of which 1 GB is free)": a part that is counted already, behind one of these marks.
    pub(super) fn of_which(&self, i: usize, marks: &[char]) -> bool {
        (i.saturating_sub(5)..i).any(|j| {
            matches!(self.part(j), Some(Part::Mark(c)) if marks.contains(c)) && self.word(j + 1) == Some(Word::Of)
        })
    }

    /// "35 yuan, of which 30 yuan …, 5 yuan …": a part of the sum before it.
    pub(super) fn part_of_sum(&self, i: usize) -> bool {
        let sum = |j: usize| match self.quantity(j) {
            Some(Quantity::Money(value, ..)) => value.scaled(100),
            _ => None,
        };
        let Some(part) = sum(i) else { return false };
        let sentence = (0..i).rev().take_while(|&j| !matches!(self.part(j), Some(Part::Break)));
        let within =
            |j: &usize| matches!(self.part(*j), Some(Part::Mark(',' | '、'))) && self.word(j + 1) == Some(Word::Of);
        let balance =
            |j: &usize| (j.saturating_sub(3)..*j).any(|j| matches!(self.word(j), Some(Word::Balance | Word::Left)));
        let whole = sentence
            .into_iter()
            .find(within)
            .and_then(|of| (of.saturating_sub(4)..of).rev().filter(balance).find_map(sum));
        whole.is_some_and(|whole| whole >= part)
    }

    /// "Your $35 recharge": a sum that is the name of what was bought.
    pub(super) fn names_sale(&self, i: usize) -> bool {
        matches!(self.quantity(i), Some(Quantity::Money(..)))
            && (self.word(i + 1).is_some_and(|word| word == Word::Plan || word.is_line())
                && !(matches!(self.part(i + 2), Some(Part::Mark(':' | '=')))
                    && (i.saturating_sub(2)..i).any(|j| self.word(j) == Some(Word::Balance)))
                || i.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Plan))
    }

    /// Whether the use is that of the last call or session.
    pub(super) fn of_last(&self, used: usize) -> bool {
        let before = (used.saturating_sub(2)..used).rev();
        // "Session ended. Data used: 15 MB": a sentence that only says so.
        let ended = || {
            let noun = usize::from(used.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Data));
            let end = used.checked_sub(1 + noun).filter(|&j| matches!(self.part(j), Some(Part::Break)));
            end.and_then(|end| end.checked_sub(2)).is_some_and(|last| {
                self.word(last) == Some(Word::Last) && matches!(self.part(last + 1), Some(Part::Other))
            })
        };
        ended() || before
            .map_while(|j| self.part(j))
            .take_while(|part| !matches!(part, Part::Break | Part::Figure(_)))
            .any(|part| matches!(part, Part::Word(Word::Last)))
            // "Used today: 0.7 GB"
            || self.word(used + 1) == Some(Word::Today) && self.heads(used + 1) && self.whole(used + 3).is_none()
    }

    /// "You used 350 MB today.": a day's use, where no whole is that day's.
    /// So is it where the day stands right behind the word for it, "verbruik vandaag 350 MB", or begins the
    /// sentence before it, as "until today" does not.
    pub(super) fn of_day(&self, used: usize, i: usize) -> bool {
        // "1 GB of high-speed data for today"
        let noun = |j: &usize| matches!(self.word(*j), Some(Word::Of | Word::Data | Word::Nothing | Word::Price));
        let day = (i + 1..i + 5).find(|j| !noun(j)).unwrap_or(i + 1);
        let closes = matches!(self.part(day + 1), None | Some(Part::Break | Part::Mark(_)));
        let behind = closes && matches!(self.word(day), Some(Word::Today | Word::Dated | Word::Last));
        let today = used.checked_sub(1).filter(|&j| self.word(j) == Some(Word::Today));
        let begins = today.is_some_and(|j| {
            j.checked_sub(1).is_none_or(|j| matches!(self.part(j), Some(Part::Break | Part::Mark(_))))
        });
        self.whole(i).is_none() && (behind || begins || self.says_today(used))
    }

    /// "Used today", استهلاكك اليوم: whether the day stands right behind a use, or behind no more than the end of its word.
    pub(super) fn says_today(&self, used: usize) -> bool {
        let ending = usize::from(matches!(self.items.get(used..used + 2), Some([word, end])
            if matches!(end.part, Part::Other) && word.to == end.from && end.to == end.from + 1));
        self.word(used + 1 + ending) == Some(Word::Today)
    }

    /// Whether a use beside its whole may be one day's: the day stands beside the word for it, or behind the figure.
    pub(super) fn todays(&self, i: usize, used: usize) -> bool {
        let around = [used.checked_sub(1), i.checked_add(1)];
        self.says_today(used) || around.into_iter().flatten().any(|j| self.word(j) == Some(Word::Today))
    }

    /// Whether a use is what is left to be used: the word for it stands right before, or before the noun.
    pub(super) fn left_of_use(&self, used: usize) -> bool {
        let noun = usize::from(used.checked_sub(1).and_then(|j| self.word(j)) == Some(Word::Data));
        used.checked_sub(1 + noun).and_then(|j| self.word(j)) == Some(Word::Left)
    }

    /// Whether a figure that is no sum says right behind itself that it is left.
    pub(super) fn left_behind(&self, i: usize) -> bool {
        let sum = matches!(self.quantity(i), Some(Quantity::Money(..) | Quantity::Bare(_)));
        !sum && self.word(i + 1) == Some(Word::Left)
    }

    /// 1.5GB (1,536MB): the same figure once more, in another unit.
    pub(super) fn again(&self, i: usize) -> bool {
        let first = i.checked_sub(2).filter(|_| self.bracketed(i)).and_then(|j| self.quantity(j));
        let (Some(Quantity::Data(first, _)), Some(Quantity::Data(second, _))) = (first, self.quantity(i)) else {
            return false;
        };
        [Base::Binary, Base::Decimal].into_iter().any(|base| {
            let slack = first.rounding(base).0.max(second.rounding(base).0);
            first.bytes(base).0.abs_diff(second.bytes(base).0) <= slack
        })
    }

    /// Whether a sum stands beside a word of prices, which "for all sites" has not.
    pub(super) fn prices(&self, price: usize) -> bool {
        let money = |j: usize| matches!(self.quantity(j), Some(Quantity::Money(..)));
        (price.saturating_sub(4)..price + 5).any(money)
    }

    /// Whether a price behind a figure is one: "5 GB for $10", "$1 charged", but not "for this cycle".
    pub(super) fn priced(&self, i: usize, price: usize) -> bool {
        let money = |j: usize| matches!(self.quantity(j), Some(Quantity::Money(..) | Quantity::Bare(_)));
        money(i) || (price + 1..price + 4).any(money)
    }
}

impl Gather<'_> {
    /// "Balance: $30.00 due 12/05": a balance that is due is a debt.
    pub(super) fn due(&self, i: usize) -> bool {
        let money = matches!(self.field.quantity(i), Some(Quantity::Money(..)));
        let word = i + 1 + usize::from(self.field.word(i + 1) == Some(Word::Plain));
        let due = |item: &Item| says(self.text, item.from, "due");
        money && self.field.word(word) == Some(Word::Renews) && self.items.get(word).is_some_and(due)
    }
}
