//! Figures that contradict one another: which of them stands, and which are asked about.

use super::found::Found;
use super::reading::{Certainty, Choice, Figure, Role, Span, Value, Why};
use crate::domain::{Amount, Base, Bucket, Decimal};

/// "You have 5 GB" is what is left where the text says so of something else or when it ends;
/// else it may be what the plan has. With each figure come the words that say it, and whether it was counted.
pub(super) fn have(figures: &mut [Figure], words: &[(Option<Span>, bool)]) {
    let firm = |figure: &Figure| matches!(figure.role, Certainty::Sure(..));
    let settled = figures.iter().any(firm);
    // "You have 5 GB, used 2 GB": it may be the whole of which that is a part, where no other is said.
    let whole = |bucket: Bucket| {
        let total = Role::Total(bucket);
        figures.iter().any(|figure| matches!(figure.role, Certainty::Sure(role, _) if role == total))
    };
    let used = figures.iter().filter_map(|figure| match figure.role {
        Certainty::Sure(Role::Used(bucket), _) if !whole(bucket) => Some((Role::Left(bucket), figure.span.start)),
        _ => None,
    });
    let used: Vec<(Role, usize)> = used.collect();
    for (figure, (words, counted)) in figures.iter_mut().zip(words) {
        if let Certainty::Asked(choices) = &figure.role
            && let (true, [Choice { role: role @ Role::Left(_), value, .. }, Choice { role: Role::Total(_), .. }]) =
                (settled || *counted, choices.as_slice())
            && *value == figure.value
            && !used.iter().any(|(of, at)| of == role && *at > figure.span.start)
        {
            figure.role = Certainty::Sure(*role, Why { words: *words, card: None });
        }
    }
}

/// Two figures that claim to be what is left of one bucket: a word for "left" is stronger than a
/// balance's, and where that does not decide it is asked.
pub(super) fn conflict(figures: &mut Vec<Figure>) {
    sum_of_rests(figures);
    parts_of_sum(figures);
    whole_of_parts(figures);
    let mut i = 0;
    while let Some(figure) = figures.get(i) {
        let same = |other: &Figure| match (&figure.role, &other.role) {
            (Certainty::Sure(role @ (Role::Left(_) | Role::Used(_)), _), Certainty::Sure(second, _)) => {
                role == second && std::mem::discriminant(&figure.value) == std::mem::discriminant(&other.value)
            }
            _ => false,
        };
        let mut values: Vec<Value> = Vec::new();
        for other in figures.iter().filter(|other| same(other)) {
            // 3 GB and 3072 MB are one.
            let bytes = |value: &Value| match value {
                Value::Data(amount) => Some(amount.bytes(Base::Binary)),
                _ => None,
            };
            let known =
                |value: &Value| *value == other.value || bytes(value).is_some() && bytes(value) == bytes(&other.value);
            if !values.iter().any(known) {
                values.push(other.value);
            }
        }
        if values.len() > 1
            && let Certainty::Sure(role, _) = figure.role
        {
            // "Used 2 GB, left 3 GB; of the other kind used 1 GB": the one with its counterpart stands.
            let paired = matches!((role, figures.get(i + 1).map(|next| &next.role)),
                (Role::Used(of), Some(Certainty::Sure(Role::Left(left), _))) if *left == of);
            let later: Vec<bool> = figures.iter().enumerate().map(|(j, other)| j > i && same(other)).collect();
            // Of nothing and something the sum is that already.
            let sum = together(role, &values).filter(|sum| !values.contains(sum));
            let sum = sum.map(|value| Choice { role, value, together: true });
            let choices = values.into_iter().map(|value| Choice::of(role, value)).chain(sum).collect();
            if let Some(figure) = figures.get_mut(i).filter(|_| !paired) {
                figure.role = Certainty::Asked(choices);
            }
            let mut later = later.into_iter();
            figures.retain(|_| !later.next().unwrap_or(false));
        }
        i += 1;
    }
}

/// "5G: 8 GB left. 4G: 2 GB left": who counts both has their sum, where they are said in one unit.
fn together(role: Role, values: &[Value]) -> Option<Value> {
    let mut all = values.iter().map(|value| match value {
        Value::Data(amount) => Some(*amount),
        _ => None,
    });
    let first = all.next().flatten().filter(|_| role == Role::Left(Bucket::General))?;
    let sum = all.try_fold(first.figure(), |sum, next| {
        let next = next.filter(|next| next.unit() == first.unit())?;
        sum.plus(next.figure())
    });
    Amount::new(sum?, first.unit()).map(Value::Data)
}

/// "General 1 GB left, video 2 GB left, 3 GB in all": what all rests come to is no bucket's whole.
fn sum_of_rests(figures: &mut Vec<Figure>) {
    let bytes = |figure: &Figure, of: fn(Role) -> bool| match (&figure.role, figure.value) {
        (Certainty::Sure(role, _), Value::Data(amount)) if of(*role) => Some(amount.bytes(Base::Binary).0),
        _ => None,
    };
    let rests: Vec<u64> =
        figures.iter().filter_map(|figure| bytes(figure, |role| matches!(role, Role::Left(_)))).collect();
    let sum: u64 = rests.iter().fold(0, |sum, rest| sum.saturating_add(*rest));
    if rests.len() > 1 {
        figures.retain(|figure| bytes(figure, |role| matches!(role, Role::Total(_))) != Some(sum));
    }
}

/// "Data: 100 MB, used: 23 MB, left: 77 MB": the first of three is what the other two come to. So where one word is for
/// the first two: 套餐内10GB流量已使用8GB，剩余2GB.
fn whole_of_parts(figures: &mut [Figure]) {
    for bucket in Bucket::ALL {
        let said: Vec<(usize, Role, Option<Span>, u64, u64)> = (0..figures.len())
            .filter_map(|i| match figures.get(i)? {
                Figure {
                    role: Certainty::Sure(role @ (Role::Left(of) | Role::Used(of)), why),
                    value: Value::Data(amount),
                    ..
                } if *of == bucket => {
                    Some((i, *role, why.words, amount.bytes(Base::Binary).0, amount.rounding(Base::Binary).0))
                }
                _ => None,
            })
            .collect();
        let [(first, role, of, whole, one), (_, Role::Used(_), word, used, two), (_, Role::Left(_), _, rest, three)] =
            *said
        else {
            continue;
        };
        let named = matches!(role, Role::Left(_)) || of.is_some() && of == word;
        if named
            && rest < whole
            && whole.abs_diff(rest.saturating_add(used)) <= one.max(two).max(three)
            && let Some(Figure { role: Certainty::Sure(role, _), .. }) = figures.get_mut(first)
        {
            *role = Role::Total(bucket);
        }
    }
}

/// "General 17.5 GB left, video 10 GB left, 27.5 GB left in all": what is the sum of all others is
/// what is left, as the carrier counts it, and the general part of it is no second claim. So of what is used.
fn parts_of_sum(figures: &mut Vec<Figure>) {
    sums(figures, |figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Used(bucket), _), Value::Data(amount)) => Some((*bucket, amount.bytes(Base::Binary).0)),
        _ => None,
    });
    sums(figures, |figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Left(bucket), _), Value::Data(amount)) => Some((*bucket, amount.bytes(Base::Binary).0)),
        _ => None,
    });
    sums(figures, |figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Left(bucket), _), Value::Money(sum, _)) => Some((*bucket, ten_thousandths(sum)?)),
        _ => None,
    });
    // Minutes by themselves: as many dollars as minutes and messages are none of their sum.
    sums(figures, |figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Left(Bucket::Minutes), _), Value::Count(sum)) => {
            Some((Bucket::Minutes, ten_thousandths(sum)?))
        }
        _ => None,
    });
}

fn ten_thousandths(sum: Decimal) -> Option<u64> {
    sum.scaled(10_000).and_then(|sum| u64::try_from(sum).ok())
}

fn sums(figures: &mut Vec<Figure>, left: fn(&Figure) -> Option<(Bucket, u64)>) {
    let all: Vec<u64> = figures.iter().filter_map(left).map(|(_, bytes)| bytes).collect();
    let sum: u64 = all.iter().fold(0, |sum, bytes| sum.saturating_add(*bytes));
    let is_sum = |bytes: u64| bytes > 0 && (sum - bytes).abs_diff(bytes) <= bytes / 200;
    let whole = figures.iter().rposition(|figure| left(figure).is_some_and(|(_, bytes)| is_sum(bytes)));
    let Some(whole) = whole.filter(|_| all.len() > 2) else { return };
    let general = |figure: &Figure| {
        left(figure).is_some_and(|(bucket, _)| matches!(bucket, Bucket::General | Bucket::Money | Bucket::Minutes))
    };
    if figures.get(whole).is_some_and(general) {
        let mut place = 0..;
        figures.retain(|figure| place.next() == Some(whole) || !general(figure));
    }
}

/// "Plan 5 GB: 1.2 GB left. Plan 3 GB: 2 GB left": of two wholes neither is the whole, where it is asked which rest is.
pub(super) fn one_whole(figures: &mut Vec<Figure>) {
    let whole = |figure: &Figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Total(bucket), _), Value::Data(amount)) => Some((*bucket, amount.bytes(Base::Binary))),
        _ => None,
    };
    let sums = |figure: &Figure| matches!(&figure.role, Certainty::Asked(choices) if choices.iter().any(|choice| choice.together));
    let asked = figures.iter().any(sums);
    let wholes: Vec<_> = figures.iter().filter_map(whole).filter(|_| asked).collect();
    figures.retain(|figure| {
        whole(figure).is_none_or(|(bucket, size)| wholes.iter().all(|&(of, other)| of != bucket || other == size))
    });
}

/// Less than this part of what is left is what one session used.
const SESSION: u64 = 1000;

/// "3G usage: 0.04 MB, 3G balance: 1048.45 MB": what one session used says nothing of the period. Beside what is
/// left, in bytes.
pub(super) fn sessions(figures: &mut Vec<Figure>, lefts: &[(Bucket, u64)], base: Base) {
    // Beside the whole, it is of the period.
    let whole = |figure: &Figure| match figure.role {
        Certainty::Sure(Role::Total(bucket), _) => Some(bucket),
        _ => None,
    };
    let wholes: Vec<Bucket> = figures.iter().filter_map(whole).collect();
    figures.retain(|figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Used(bucket), _), Value::Data(amount)) => {
            let used = amount.bytes(base).0;
            used == 0
                || wholes.contains(bucket)
                || !lefts.iter().any(|(of, left)| of == bucket && left / SESSION > used)
        }
        _ => true,
    });
}

/// How far sums may be apart in parts of the whole: some count 1000 megabytes as a gigabyte.
const APART: u64 = 32;

/// More left than there was, or a whole that its parts do not come to: one of the figures is of
/// something else, and each is asked about. More used than there was is no contradiction where
/// nothing is left.
pub(super) fn disagree(figures: &mut [Figure]) {
    for bucket in Bucket::ALL {
        let said = |role: Role| {
            figures.iter().find_map(|figure| match (&figure.role, figure.value) {
                (Certainty::Sure(sure, _), Value::Data(amount)) if *sure == role => {
                    Some((amount.bytes(Base::Binary).0, amount.rounding(Base::Binary).0))
                }
                _ => None,
            })
        };
        let (used, left, whole) = (said(Role::Used(bucket)), said(Role::Left(bucket)), said(Role::Total(bucket)));
        let (Some((left, one)), Some((whole, _))) = (left, whole) else { continue };
        let slack = one + used.map_or(0, |(_, two)| two) + whole / APART;
        let parts = used.map_or(left.max(whole), |(used, _)| left.saturating_add(used));
        let over = left == 0 && parts > whole;
        if over || parts.abs_diff(whole) <= slack {
            continue;
        }
        let roles = [Role::Left(bucket), Role::Used(bucket), Role::Total(bucket)];
        for figure in figures.iter_mut() {
            if let (Certainty::Sure(role, _), value @ Value::Data(_)) = (&figure.role, figure.value)
                && roles.contains(role)
            {
                figure.role = Certainty::Asked(roles.iter().map(|&role| Choice::of(role, value)).collect());
            }
        }
    }
}

/// "Used today 500 MB of 10 GB, 6 GB left": what is said of this day, in one of those places, does not make up the whole
/// with what is left, and is no use of the period.
pub(super) fn one_day(figures: &mut Vec<Figure>, days: &[Span]) {
    let said = |figures: &[Figure], role: Role| {
        figures.iter().find_map(|figure| match (&figure.role, figure.value) {
            (Certainty::Sure(sure, _), Value::Data(amount)) if *sure == role => Some(amount.bytes(Base::Binary).0),
            _ => None,
        })
    };
    let general = Bucket::General;
    let (left, whole) = (said(figures, Role::Left(general)), said(figures, Role::Total(general)));
    let Some((left, whole)) = left.zip(whole) else { return };
    figures.retain(|figure| match (&figure.role, figure.value) {
        (Certainty::Sure(Role::Used(Bucket::General), _), Value::Data(amount)) => {
            let parts = left.saturating_add(amount.bytes(Base::Binary).0).saturating_add(whole / APART);
            !(days.contains(&figure.span) && left < whole && parts < whole)
        }
        _ => true,
    });
}

/// "8.2 GB of your 15 GB hotspot used. 6.8 GB remains", "Hotspot: 5 GB. Used 2 GB, 3 GB left": what makes up the whole of
/// a bucket is its rest and its use, though no noun beside it says so, where no whole of data for everything is said.
/// `sizes`: figures that are no more than named; `unnamed`: which have no noun at all.
pub(super) fn rest_of_bucket(figures: &mut [Figure], sizes: &Found, unnamed: &[bool]) {
    let of = |role: Role| {
        let all = figures.iter().chain(sizes.0.iter().flatten());
        let mut found = all.filter_map(move |figure| match (&figure.role, figure.value) {
            (Certainty::Sure(sure, why), Value::Data(amount)) if *sure == role => {
                Some((amount.bytes(Base::Binary).0, figure.span.start, why.words))
            }
            _ => None,
        });
        (found.next(), found.next().is_some())
    };
    let general = [Role::Left(Bucket::General), Role::Used(Bucket::General)];
    let ((Some((left, at, _)), false), (spent, false)) = (of(general[0]), of(general[1])) else { return };
    let named = |figure: &Figure| matches!(figure.role, Certainty::Sure(role, _) if general.contains(&role));
    if of(Role::Total(Bucket::General)).0.is_some()
        || figures.iter().zip(unnamed).any(|(figure, unnamed)| named(figure) && !unnamed)
    {
        return;
    }
    let makes_up = |bucket: Bucket| {
        let (whole, used) = match [Role::Total(bucket), Role::Used(bucket), Role::Left(bucket)].map(of) {
            [(Some(whole), false), (Some(used), false), (None, _)] if spent.is_none() => (whole, used),
            [(Some(whole), false), (None, _), (None, _)] => (whole, spent?),
            // What only a label before it calls left is the whole of both.
            [(None, _), (None, _), (Some(whole), false)]
                if whole.1 < at && whole.2.is_none_or(|word| word.start < whole.1) =>
            {
                (whole, spent?)
            }
            _ => return None,
        };
        let fits = left.saturating_add(used.0).abs_diff(whole.0) <= whole.0 / 50;
        (fits && bucket != Bucket::General).then_some(bucket)
    };
    let mut fitting = Bucket::ALL.into_iter().filter_map(makes_up);
    let (Some(bucket), None) = (fitting.next(), fitting.next()) else { return };
    for figure in figures.iter_mut() {
        if let Certainty::Sure(role, _) = &mut figure.role {
            *role = match *role {
                Role::Left(Bucket::General) => Role::Left(bucket),
                Role::Used(Bucket::General) => Role::Used(bucket),
                Role::Left(of) if of == bucket => Role::Total(bucket),
                role => role,
            };
        }
    }
}
