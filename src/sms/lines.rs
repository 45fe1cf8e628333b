//! Lines as accounts and apps put them: a label above its figure, or a figure above what it is.

use super::bucket::named;
use super::fold::Folded;
use super::scan::{GONE, Kind, Token};
use super::words::Word;
use crate::domain::Bucket;

/// The most words of a label.
const WORDS: usize = 4;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kin {
    /// Words that say what a figure is.
    Label,
    /// A figure of which it says nothing.
    Figure,
    /// It begins with a figure and says itself what that is.
    Said,
    /// Anything else.
    Other,
}

/// A line of the text.
#[derive(Clone, Copy)]
struct Line {
    kin: Kin,
    /// The token of its end.
    end: usize,
    /// It is a figure and no more.
    pure: bool,
    /// It names data apart from the general.
    apart: bool,
    /// What its words say of a figure; none where it names a thing and says nothing of it.
    role: Option<Word>,
    /// It says that and names nothing.
    bare: bool,
}

/// Joins lines, and the parts of a list between bars.
///
/// A run of lines in which labels and figures take turns has headings where it begins with a label and
/// ends with a figure, and captions where it is the other way round: a heading is joined as a colon
/// would, a caption to its figure. In any other run it is open which label is of which figure, and its
/// lines stay apart. "Of 10 GB used" goes on from the figure above it in any case.
pub(super) fn join(text: &Folded, tokens: &mut [Token]) {
    let mut lines: Vec<Line> = Vec::new();
    let (mut from, mut heading) = (0, false);
    let used = tokens.iter().any(|token| matches!(token.kind, Kind::Word(Word::Used | Word::Total)));
    for end in 0..=tokens.len() {
        let mark = match tokens.get(end) {
            Some(Token { kind: Kind::Break, from, .. }) => text.at(*from),
            Some(_) => continue,
            None => '\n',
        };
        if mark == '|' && listed(tokens, end) {
            set(tokens, end, ',');
        }
        if mark == '\n' {
            let line = tokens.get(from..end).unwrap_or_default();
            let seen = look(line, end);
            // "Left:" above "1. data 3 GB", "2. voice 86 min" says so of each.
            let (noun, money) = (heading && member(line), heading && of_account(line));
            let member = noun || money;
            heading = member || heads(text, line, used);
            let labelled = lines.len() > 1 && kin(&lines, lines.len() - 2) == Kin::Label;
            match lines.last_mut() {
                Some(above) if matches!(above.kin, Kin::Figure | Kin::Said) && goes_on(line, labelled) => {
                    if line.iter().any(decides) {
                        above.kin = Kin::Said;
                    }
                    above.end = end;
                    set(tokens, from - 1, GONE);
                }
                _ => lines.push(seen),
            }
            if member {
                set(tokens, from - 1, ',');
            }
            from = end + 1;
        }
    }
    captions(&mut lines, tokens);
    let mut at = 0;
    while at < lines.len() {
        at = run(&lines, at, tokens);
    }
}

/// Whether a line says that what follows below its colon is left; its first member is in it. So does the word for a
/// balance, where nothing is used of a whole.
fn heads(text: &Folded, line: &[Token], used: bool) -> bool {
    line.iter().any(|token| match token.kind {
        Kind::Word(Word::Left) => true,
        Kind::Word(Word::Balance) => !used,
        _ => false,
    }) && line.iter().any(|token| matches!(token.kind, Kind::Mark(':')) && text.at(token.to) == '\n')
}

/// Whether a line is a noun and what there is of it: "data 1.2 GB", "SMS: 20".
fn member(line: &[Token]) -> bool {
    let counts =
        |token: &Token| matches!(token.kind, Kind::Word(Word::Unit(_) | Word::Minute | Word::Texts | Word::Calls));
    let labelled = matches!(line, [noun, Token { kind: Kind::Mark(':'), .. }, _] if counts(noun));
    line.len() <= 2 * WORDS
        && (labelled || line.last().is_some_and(counts))
        && line.iter().filter(|token| matches!(token.kind, Kind::Number(_))).count() == 1
        && !line
            .iter()
            .any(|token| decides(token) || matches!(token.kind, Kind::Word(Word::Plan | Word::Offer | Word::Over)))
}

/// `Airtime: R5.00`: whether a line of such a list is its money.
fn of_account(line: &[Token]) -> bool {
    let sum = |token: &Token| matches!(token.kind, Kind::Number(_) | Kind::Word(Word::Currency(_)));
    matches!(line, [Token { kind: Kind::Word(Word::Balance), .. }, Token { kind: Kind::Mark(':'), .. }, rest @ ..]
        if rest.iter().all(sum))
}

fn kin(lines: &[Line], i: usize) -> Kin {
    lines.get(i).map_or(Kin::Other, |line| line.kin)
}

/// "Data", "8.2 GB", "Remaining": joins a figure to the word below it where the line above only names the thing,
/// and no figure follows of which that word might be the heading.
fn captions(lines: &mut Vec<Line>, tokens: &mut [Token]) {
    let mut at = 0;
    while let Some(next) = lines.get(at + 1).copied() {
        let above = at.checked_sub(1).and_then(|above| lines.get(above));
        let named = above.is_none_or(|line| line.kin == Kin::Said || line.kin != Kin::Figure && line.role.is_none());
        let caption = next.kin == Kin::Label && next.bare && matches!(next.role, Some(Word::Left | Word::Used));
        let figure = kin(lines, at) == Kin::Figure && lines.get(at).is_some_and(|line| line.pure);
        if figure && named && caption && kin(lines, at + 2) != Kin::Figure {
            if let Some(line) = lines.get_mut(at) {
                set(tokens, line.end, GONE);
                *line = Line { kin: Kin::Said, role: next.role, end: next.end, ..*line };
            }
            lines.remove(at + 1);
        }
        at += 1;
    }
}

/// Joins the lines of the run that begins there; where the next one begins.
fn run(lines: &[Line], from: usize, tokens: &mut [Token]) -> usize {
    // "Data", "Remaining", "5 GB": a thing's name above what begins with its heading; so "Usage", "Data used".
    let role = |i: usize| lines.get(i).and_then(|line| line.role);
    let above = role(from).is_none_or(|said| role(from + 1) == Some(said)) && kin(lines, from) == Kin::Label;
    if above && kin(lines, from + 1) == Kin::Label && role(from + 1).is_some() {
        return from + 1;
    }
    // "My balance" above "Talk", "412 min", "Data", "2 GB".
    let title = lines.get(from).is_some_and(|line| line.bare && line.role == Some(Word::Balance));
    if title && kin(lines, from + 1) == Kin::Label {
        return from + 1;
    }
    let heads = kin(lines, from) == Kin::Label;
    let (mut to, mut turns) = (from, true);
    while let Some(line) = lines.get(to) {
        let after_label = to > from && kin(lines, to - 1) == Kin::Label;
        match line.kin {
            Kin::Label => turns &= !after_label,
            Kin::Figure => turns &= (to == from || after_label) && (heads || line.pure),
            // "Usage" above "2 GB of 5 GB remaining" is no word for it.
            Kin::Said if after_label && (role(to - 1).is_none() || role(to - 1) == line.role) => {}
            _ => break,
        }
        to += 1;
        if line.kin == Kin::Said {
            break;
        }
    }
    if to > from && turns && heads != (kin(lines, to - 1) == Kin::Label) {
        for line in lines.get(from..to).unwrap_or_default().iter().step_by(2) {
            set(tokens, line.end, if heads { ':' } else { GONE });
        }
        // What a heading says of a bucket it says of all that follows.
        if heads && lines.get(to - 2).is_some_and(|line| line.apart) {
            while kin(lines, to) == Kin::Said {
                if let Some(above) = lines.get(to - 1) {
                    set(tokens, above.end, ',');
                }
                to += 1;
            }
        }
    }
    to.max(from + 1)
}

fn set(tokens: &mut [Token], i: usize, mark: char) {
    if let Some(token) = tokens.get_mut(i) {
        token.kind = Kind::Mark(mark);
    }
}

/// `980 texts | 2148 MB |`: whether a bar parts two figures of a list.
fn listed(tokens: &[Token], bar: usize) -> bool {
    let ends = |token: &Token| {
        matches!(token.kind, Kind::Number(_) | Kind::Word(Word::Unit(_) | Word::Percent | Word::Minute | Word::Texts))
    };
    bar.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(ends) && tokens.get(bar + 1).is_some_and(begins)
}

/// "Of 10 GB", "used of 10 GB": whether the line goes on from a part to its whole.
fn goes_on(line: &[Token], labelled: bool) -> bool {
    let word = |i: usize| match line.get(i)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    };
    let role = !labelled && matches!(word(0), Some(Word::Left | Word::Used));
    word(usize::from(role)) == Some(Word::Of)
}

/// What a line is.
fn look(line: &[Token], end: usize) -> Line {
    // 剩余流量(GB)
    let closed = matches!(line.last(), Some(Token { kind: Kind::Mark(')'), .. }));
    let most = WORDS + if closed { 3 } else { 0 };
    let (mut label, mut says, mut role, mut apart) = (line.len() <= most, false, None, false);
    let mut bare = true;
    // Figures beside one another stand below several headings, unless a mark makes them part and whole.
    let (mut pure, mut units, mut parted) = (true, 0_u8, false);
    for token in line {
        let Kind::Word(word) = token.kind else {
            label &= closed && matches!(token.kind, Kind::Mark('(' | ')'));
            parted |= matches!(token.kind, Kind::Mark('/'));
            units = units.saturating_add(u8::from(matches!(token.kind, Kind::Date(_))));
            pure &= begins(token) || parted;
            continue;
        };
        let counts = matches!(word, Word::Unit(_) | Word::Percent | Word::Minute | Word::Texts);
        pure &= counts || begins(token) || word == Word::Day;
        units = units.saturating_add(u8::from(counts || matches!(word, Word::Currency(_) | Word::Month(_))));
        parted |= word == Word::Of;
        role = role.or(Some(word).filter(|_| decides(token)));
        let bucket = named(word).is_some_and(|bucket| bucket != Bucket::General);
        apart |= bucket;
        let noun = matches!(word, Word::Data | Word::Calls | Word::Texts | Word::Minute);
        says |= bucket || noun || decides(token);
        bare &= !(bucket || noun || word == Word::General);
        label &= bucket
            || noun
            || decides(token)
            || matches!(word, Word::Plain | Word::Network | Word::General | Word::Plan | Word::And | Word::Nothing)
            || closed && matches!(word, Word::Unit(_) | Word::Currency(_))
            || word.is_line();
    }
    let alone = units < 2 || parted;
    let kin = match line.first().is_some_and(begins) {
        true if role.is_some() => Kin::Said,
        true if alone => Kin::Figure,
        false if label && says => Kin::Label,
        _ => Kin::Other,
    };
    Line { kin, end, pure: pure && alone, apart, role, bare }
}

/// Whether a figure begins there.
const fn begins(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Number(_) | Kind::Date(_) | Kind::Word(Word::Currency(_) | Word::Unlimited | Word::Month(_))
    )
}

/// Whether the word says what a figure is for.
const fn decides(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Word(Word::Left | Word::Used | Word::Total | Word::Balance | Word::Expires | Word::Renews)
    )
}
