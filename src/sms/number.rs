//! Numbers as people write them: what a comma, a point, an apostrophe or a space in one means.

use super::fold::{Folded, blank, spaced};
use super::refuse::says;
use crate::domain::Decimal;
use crate::domain::convert::natural;

/// A number as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its ASCII digits with their marks.
    text: String,
    /// A minus stands right before it.
    pub(super) negative: bool,
    /// The place after its last digit.
    pub(super) to: usize,
}

/// How a number is to be understood.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Whether a comma is the decimal mark here; unknown without a country.
    pub(super) comma: Option<bool>,
    /// It counts something so large (gigabytes) that thousands of it are not meant.
    pub(super) large: bool,
    /// It counts something without fractions (yen).
    pub(super) whole: bool,
}

impl Number {
    /// The zero that a word says, which ends there.
    pub(super) fn zero(to: usize) -> Self {
        Self { text: String::from("0"), negative: false, to }
    }

    /// That many, which ends there.
    pub(super) fn whole(count: u32, to: usize) -> Self {
        Self { text: count.to_string(), negative: false, to }
    }

    /// Whether a number starts there: with a digit, or, as in `.5 GB` and `$.35`, with the point before its fraction.
    /// A point between anything else and a digit parts the two.
    pub(super) fn starts(text: &Folded, from: usize) -> bool {
        text.at(from).is_ascii_digit() || text.at(from) == '.' && Self::led_by_point(text, from)
    }

    /// Whether a fraction stands behind that point: of gigabytes, with nothing counted before it, or of money right
    /// behind its sign, which has two digits.
    fn led_by_point(text: &Folded, point: usize) -> bool {
        let Some(to) = Self::behind_point(text, point) else { return false };
        let behind = to + usize::from(blank(text.at(to)));
        // ".5 GB", ".5 of 2 GB"
        let gigabytes = ["gb", "of"].into_iter().any(|word| says(text, behind, word));
        let before = text.before(point);
        let ahead = if blank(before) { point.checked_sub(1).map_or('\n', |space| text.before(space)) } else { before };
        let money = to == point + 3 && matches!(ahead, '$' | '€' | '£');
        money || gigabytes && !(ahead.is_ascii_digit() || matches!(ahead, '.' | ','))
    }

    /// Where the one to three digits end that stand behind a point and may be a fraction: before it stands no letter, no
    /// digit and no mark of a number or a sum (S/.20).
    pub(super) fn behind_point(text: &Folded, point: usize) -> Option<usize> {
        let digit = |at: usize| text.at(at).is_ascii_digit();
        let before = text.before(point);
        // .5GB/.75GB
        let sum = before == '/' && point.checked_sub(1).is_some_and(|slash| text.before(slash) != 'b');
        let free = !(before.is_ascii_digit() || spaced(before) || matches!(before, '.' | ',') || sum);
        let to = (point + 1..point + 5).find(|&at| !digit(at)).filter(|&to| to > point + 1 && free)?;
        let more = matches!(text.at(to), '.' | ',' | '/') && digit(to + 1);
        (text.at(point) == '.' && !more).then_some(to)
    }

    /// The number that starts there.
    pub(super) fn scan(text: &Folded, from: usize) -> Option<Self> {
        if !Self::starts(text, from) {
            return None;
        }
        let (mut kept, mut i) = (String::new(), from);
        if text.at(from) == '.' {
            kept.push_str("0.");
            i += 1;
        }
        loop {
            let c = text.at(i);
            let mark = matches!(c, '.' | ',' | '\'' | '·') && text.at(i + 1).is_ascii_digit();
            if c == ',' && Self::parts(text, (from, i), &kept) {
                break;
            }
            if c.is_ascii_digit() || mark {
                kept.push(c);
            } else if blank(c)
                && (kept.len() <= 3 || Self::tail(&kept))
                && Self::group(text, i + 1)
                && !kept.starts_with('0')
            {
                kept.push(' ');
            } else {
                break;
            }
            i += 1;
        }
        let minus = text.before(from) == '-';
        let ahead = from.checked_sub(1).map_or('\n', |i| text.before(i));
        Some(Self { text: kept, negative: minus && !ahead.is_ascii_alphanumeric(), to: i })
    }

    /// `$12.50,90 days`, `$12,12月3日`, `$5,12/05/2026`, `$10,20GB`: whether a comma parts two numbers, since the first
    /// has its decimals, or the second is of a day, or is no sum as the first is.
    fn parts(text: &Folded, (from, comma): (usize, usize), kept: &str) -> bool {
        let decimals = kept.rsplit_once('.').is_some_and(|(whole, decimals)| whole == "0" || decimals.len() != 3);
        let digits = |from: usize| (from..from + 3).take_while(|&i| text.at(i).is_ascii_digit()).count();
        let month = comma + 1 + digits(comma + 1);
        let unit = month + usize::from(blank(text.at(month)));
        let sign = matches!(text.before(from), '$' | '¥' | '€' | '£');
        let counted = ["gb", "mb", "min", "分", "天", "条"].iter().any(|word| says(text, unit, word));
        let slash = |i: usize| text.at(i) == '/';
        let dated = text.at(month) == '月' || slash(month) && slash(month + 1 + digits(month + 1));
        decimals || sign && counted || dated && month < comma + 4
    }

    /// Exactly three digits, so that a space before them may group.
    fn group(text: &Folded, from: usize) -> bool {
        (from..from + 3).all(|i| text.at(i).is_ascii_digit()) && !text.at(from + 3).is_ascii_digit()
    }

    /// The number so far already groups with spaces.
    fn tail(kept: &str) -> bool {
        kept.rsplit_once(' ').is_some_and(|(_, last)| last.len() == 3)
    }

    /// Its digits, where it has no marks.
    pub(super) fn plain(&self) -> Option<&str> {
        self.text.bytes().all(|b| b.is_ascii_digit()).then_some(self.text.as_str())
    }

    /// A small whole number without marks.
    pub(super) fn small(&self) -> Option<u16> {
        natural(self.plain().filter(|digits| digits.len() <= 4)?)
    }

    /// Whether spaces group five digits or more: 50 500.
    pub(super) fn spaced(&self) -> bool {
        self.text.find(' ').is_some_and(|head| head > 1 || self.text.matches(' ').count() > 1)
    }

    /// Whether a point stands between one digit and three, as between thousands.
    pub(super) fn thousands(&self) -> bool {
        self.text.len() == 5 && self.text.find('.') == Some(1)
    }

    /// Whether it has digits after a mark, as an amount of money has.
    pub(super) fn fraction(&self) -> bool {
        self.text.contains(['.', ','])
    }

    /// Whether two digits stand behind a comma, as much of Europe writes a sum.
    pub(super) fn comma(&self) -> bool {
        self.text.rsplit_once(',').is_some_and(|(_, cents)| cents.len() == 2)
    }

    /// What it comes to, and what else it may come to where nothing decides.
    pub(super) fn value(&self, style: Style) -> Option<(Decimal, Option<Decimal>)> {
        let last = self.text.rfind(['.', ',', '·']);
        let grouped = || self.read(None);
        let split = |at: usize| self.read(Some(at));
        let Some(at) = last else { return Some((grouped()?, None)) };
        let mark = self.text.get(at..)?.chars().next()?;
        let (head, tail) = (self.text.get(..at)?, self.text.get(at + mark.len_utf8()..)?);
        let repeated = head.contains(mark);
        let other = head.contains(['.', ',', '\'', ' ']) && !repeated;
        let three = tail.len() == 3 && !head.is_empty() && head.len() <= 3 && !head.starts_with('0');
        if repeated {
            return Some((grouped()?, None));
        }
        if other || !three {
            return Some((split(at)?, None));
        }
        if style.whole {
            return Some((grouped()?, None));
        }
        let decimal = match (mark, style.comma) {
            (',', Some(comma)) => comma,
            ('.', Some(comma)) => !comma || style.large,
            _ if style.large => return Some((split(at)?, (mark == ',').then(grouped).flatten())),
            ('.', None) => return Some((split(at)?, grouped())),
            _ => return Some((grouped()?, None)),
        };
        Some((if decimal { split(at)? } else { grouped()? }, None))
    }

    fn read(&self, point: Option<usize>) -> Option<Decimal> {
        let mut plain = String::with_capacity(self.text.len() + 1);
        if self.negative {
            plain.push('-');
        }
        for (at, c) in self.text.char_indices() {
            if c.is_ascii_digit() {
                plain.push(c);
            } else if Some(at) == point {
                plain.push('.');
            }
        }
        Decimal::parse(&plain)
    }

    /// Whether it is as long as a telephone number.
    pub(super) fn long(&self) -> bool {
        self.plain().is_some_and(|digits| digits.len() >= 7)
    }

    /// Its last four digits.
    pub(super) fn tail_digits(&self) -> Option<String> {
        let digits = self.plain()?;
        digits.get(digits.len().checked_sub(4)?..).map(str::to_owned)
    }

    /// The same number without its sign: the hyphen was a separator.
    pub(super) fn unsigned(mut self) -> Self {
        self.negative = false;
        self
    }
}
