//! Lengths of talk: in minutes and seconds, in hours, as a clock shows them.

use super::compose::Composer;
use super::fold::{Folded, blank};
use super::item::{Part, Quantity};
use super::number::Number;
use super::scan::{Kind, Scanned, Token};
use super::words::{Lexicon, Word};
use crate::domain::{Decimal, Unit};

/// `Voice: 00:45:00`, `119:51:13 MIN`: hours, minutes and seconds that there are of talk, as seconds, and where
/// they end.
pub(super) fn length(text: &Folded, hours: &Number, lexicon: &Lexicon, out: &Scanned) -> Option<(Number, usize)> {
    let pair = |at: usize| {
        let digit = |at: usize| text.at(at).to_digit(10);
        let parted = text.at(at) == ':' && digit(at + 3).is_none();
        digit(at + 1).zip(digit(at + 2)).map(|(ten, one)| ten * 10 + one).filter(|of| parted && *of < 60)
    };
    let (minutes, seconds) = pair(hours.to).zip(pair(hours.to + 3))?;
    let end = hours.to + 6;
    let silent = |kind: &Kind| matches!(kind, Kind::Mark(':' | '=') | Kind::Word(Word::Balance | Word::Left));
    let ahead = out.tokens.iter().rev();
    let labelled = ahead.clone().next().is_some_and(|token| silent(&token.kind));
    let before = ahead.into_iter().find(|token| !silent(&token.kind));
    // "Voice", 语音: what there is of it. How long a call was, or when, stands beside "call".
    let voice = |token: &Token| labelled && matches!(text.at(token.from), 'v' | '语');
    let beside = before.is_some_and(|token| match token.kind {
        Kind::Word(Word::Minute) => true,
        Kind::Word(Word::Calls) => voice(token),
        _ => false,
    });
    let behind = lexicon.find(text, end + usize::from(blank(text.at(end))));
    let beside = beside || matches!(behind, Some((Word::Minute, _)));
    let all = u32::from(hours.small()?) * 3600 + minutes * 60 + seconds;
    beside.then(|| (Number::whole(all, end), end))
}

impl Composer<'_> {
    /// "114 minutes and 34 seconds": the seconds beside the minutes of a whole number of them, and the pieces of both.
    pub(super) fn seconds(&self, i: usize) -> Option<(i64, usize)> {
        let at = i + 2 + usize::from(self.word(i + 2) == Some(Word::And));
        let rest = self.number(at)?.small().filter(|rest| *rest < 60)?;
        self.number(i)?.small()?;
        (self.word(at + 1) == Some(Word::Second)).then_some((rest.into(), at + 2 - i))
    }

    /// `3HR 46MIN`, `1h12m13s`, and `23h59`, which is a time of day.
    pub(super) fn hours(&self, i: usize, number: &Number) -> Option<(Part, usize)> {
        let hours = i64::from(number.small()?);
        // "400 MB left, expires in 18 hours": beside data, talk is called so.
        let others = || (i.saturating_sub(12)..i + 12).filter(|at| *at != i + 3).filter_map(|at| self.word(at));
        // 距失效还有4小时23分
        let words = (i.saturating_sub(3)..i).rev().map_while(|at| self.word(at));
        let until = words.into_iter().any(|word| matches!(word, Word::Expires | Word::Renews | Word::Lasts));
        // "15 SMS and 90 min for 36 hours": hours without minutes are a validity, beside data, unless calls are near.
        let parted = self.number(i + 2).is_some();
        let beside = |word| match word {
            Word::Calls => true,
            Word::Minute | Word::Texts => parted,
            _ => false,
        };
        // "Minutes: 24 hours"
        let label = |at: usize| {
            self.word(at) == Some(Word::Minute) && at.checked_sub(1).is_none_or(|at| self.number(at).is_none())
        };
        let data = || others().any(|word| matches!(word, Word::Unit(Unit::MB | Unit::GB)));
        let talk = !until && (others().any(beside) || (i.saturating_sub(3)..i).any(label) || !data());
        let days = |seconds: i64| u16::try_from(seconds / 86_400).ok().filter(|_| seconds % 86_400 == 0);
        let of_talk = |part, seconds: i64| match days(seconds) {
            _ if talk => part,
            Some(days) => Part::Figure(Quantity::Days(days)),
            None => Part::Other,
        };
        let Some(more) = self.number(i + 2).and_then(Number::small) else {
            // "24h ngày 30/11" is a time of day.
            let clock = matches!(
                (self.kind(i + 2), self.kind(i + 3)),
                (Some(Kind::Other | Kind::Word(Word::Day)), Some(Kind::Date(_)))
            );
            let part = if clock { Part::Other } else { of_talk(Part::Figure(minutes(hours * 3600)?), hours * 3600) };
            return Some((part, 2));
        };
        let calls = (i + 3..i + 6).any(|at| self.word(at) == Some(Word::Calls));
        let unit = matches!(self.word(i + 3), Some(Word::Minute | Word::Unit(Unit::MB)));
        if !(unit || calls) {
            return Some((Part::Other, 3));
        }
        let mut seconds = hours * 3600 + i64::from(more) * 60;
        let mut taken = 3 + usize::from(unit);
        if let (Some(rest), Some(Word::Second)) = (self.number(i + 4).and_then(Number::small), self.word(i + 5)) {
            seconds += i64::from(rest);
            taken = 6;
        }
        Some((of_talk(Part::Figure(minutes(seconds)?), seconds), taken))
    }
}

/// Seconds as minutes with two digits after the point.
pub(super) fn minutes(seconds: i64) -> Option<Quantity> {
    let value =
        if seconds % 60 == 0 { Decimal::new(seconds / 60, 0)? } else { Decimal::new((seconds * 100 + 30) / 60, 2)? };
    Some(Quantity::Minutes(value))
}
