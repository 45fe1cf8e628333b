//! Times of day as people write them.

use super::fold::{Folded, blank};

/// The minute of the day that is written there, and the place after it: 18:04, 6:04 PM, 下午6:04,
/// 18时04分, 18h04, 6 p.m. A number alone is no time.
pub(super) fn time(text: &Folded, from: usize) -> Option<(u16, usize)> {
    let (mut later, from) = part_of_day(text, skip(text, from));
    let (hour, mut at) = number(text, skip(text, from))?;
    let mut minute = 0;
    let mut named = false;
    match text.at(at) {
        ':' | '.' | 'h' | '时' | '点' | '시' if number(text, at + 1).is_some_and(|(_, to)| to == at + 3) => {
            named = text.at(at) != '.';
            (minute, at) = number(text, at + 1)?;
            at += usize::from(matches!(text.at(at), '分' | '분'));
            if text.at(at) == ':' && number(text, at + 1).is_some() {
                at = number(text, at + 1)?.1;
            }
        }
        '时' | '点' | '시' => {
            named = true;
            at += 1;
        }
        _ => {}
    }
    if let Some((afternoon, to)) = half(text, skip(text, at)) {
        (later, named, at) = (Some(afternoon), true, to);
    }
    let hour = match (hour, later) {
        (12, Some(false)) => 0,
        (1..=11, Some(true)) => hour + 12,
        (0..=24, _) => hour,
        _ => return None,
    };
    (named && minute < 60 && hour * 60 + minute <= 24 * 60).then_some(((hour * 60 + minute).min(24 * 60 - 1), at))
}

fn skip(text: &Folded, from: usize) -> usize {
    from + usize::from(blank(text.at(from)))
}

/// At most two digits.
fn number(text: &Folded, from: usize) -> Option<(u16, usize)> {
    let digit = |i: usize| text.at(i).to_digit(10).and_then(|digit| u16::try_from(digit).ok());
    let first = digit(from)?;
    match (digit(from + 1), digit(from + 2)) {
        (Some(_), Some(_)) => None,
        (Some(second), None) => Some((first * 10 + second, from + 2)),
        (None, _) => Some((first, from + 1)),
    }
}

/// 上午, 下午: whether it is the afternoon.
fn part_of_day(text: &Folded, from: usize) -> (Option<bool>, usize) {
    match (text.at(from), text.at(from + 1)) {
        ('上' | '早' | '凌' | '오', '午' | '上' | '晨' | '전') => (Some(false), from + 2),
        ('下' | '晚' | '傍' | '오', '午' | '上' | '晚' | '후') => (Some(true), from + 2),
        _ => (None, from),
    }
}

/// `pm`, `p.m.`: whether it is the afternoon.
fn half(text: &Folded, from: usize) -> Option<(bool, usize)> {
    let afternoon = match text.at(from) {
        'a' => false,
        'p' => true,
        _ => return None,
    };
    let m = from + 1 + usize::from(text.at(from + 1) == '.');
    let end = m + 1 + usize::from(text.at(m + 1) == '.');
    (text.at(m) == 'm' && !text.at(end).is_ascii_alphanumeric()).then_some((afternoon, end))
}
