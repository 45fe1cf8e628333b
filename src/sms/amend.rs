//! Tokens that the ones around them make something else.

use super::date::{When, ordinal};
use super::fold::{Folded, blank, spaced};
use super::scan::{Kind, Token};
use super::words::{BEFORE, BEHIND, Lexicon, NEAR, Word};

/// "You have 1.", and on the next line "83 GB left": a line may have ended at a decimal point, or a sentence
/// at a number. Neither half is a figure; but a year, and a day behind its month, end a sentence.
pub(super) fn cut(text: &Folded, tokens: &mut [Token]) {
    let mut month = false;
    for i in 0..tokens.len() {
        let [number, point, line, rest, ..] = tokens.get_mut(i..).unwrap_or_default() else { break };
        let short =
            matches!(&number.kind, Kind::Number(number) if number.plain().is_some_and(|digits| digits.len() < 4));
        let halves = short
            && !month
            && matches!(rest.kind, Kind::Number(_))
            && matches!(text.at(point.from), '.' | ',')
            && text.at(line.from) == '\n'
            && (number.to, point.to, line.to) == (point.from, line.from, rest.from);
        month = matches!(number.kind, Kind::Word(Word::Month(_)));
        if halves {
            (number.kind, rest.kind) = (Kind::Other, Kind::Other);
        }
    }
}

/// The numbers of a list, "1.… 2.… (3)…", are no figures, and what they number is one list.
pub(super) fn enumerated(tokens: &mut [Token]) {
    let mut next = 1;
    for i in 0..tokens.len() {
        let (head, rest) = tokens.split_at_mut(i);
        let [number, point, Token { kind: Kind::Word(word), .. }, ..] = rest else { continue };
        let numbers = matches!(&number.kind, Kind::Number(number) if number.small() == Some(next))
            && matches!(point.kind, Kind::Mark('.' | ')'))
            && !matches!(word, Word::Unit(_) | Word::Percent | Word::Minute | Word::Currency(_));
        if !numbers {
            continue;
        }
        next += 1;
        number.kind = Kind::Other;
        point.kind = Kind::Mark('、');
        for mark in head.iter_mut().rev().take(2).filter(|token| matches!(token.kind, Kind::Mark(';'))) {
            mark.kind = Kind::Mark('、');
        }
    }
}

/// "You have 4.", then "(2/2) 4 GB left": what the end of a part cut may be one number or two, and is none; nor is
/// what its sentence goes on with.
pub(super) fn parted(tokens: &mut [Token]) {
    let figure = |token: &Token| matches!(token.kind, Kind::Number(_) | Kind::Date(_));
    // 2/2 may be a day as well.
    let marks = |tokens: &[Token]| {
        matches!(tokens, [open, part, close, ..]
            if matches!((&open.kind, &part.kind, &close.kind), (Kind::Mark('('), Kind::Date(_), Kind::Mark(')'))))
    };
    // (1/2) begins the text, and (2/2) a line of it.
    let line = |i: usize| matches!(tokens.get(i), Some(Token { kind: Kind::Break, .. }));
    let later = (0..tokens.len()).any(|i| line(i) && tokens.get(i + 1..).is_some_and(marks));
    if later
        && marks(tokens)
        && let Some(part) = tokens.get_mut(1)
    {
        part.kind = Kind::Other;
    }
    for i in 0..tokens.len() {
        let (before, rest) = tokens.split_at_mut(i);
        let last = before.iter_mut().rev().find(|token| !matches!(token.kind, Kind::Break | Kind::Mark('/' | ',')));
        let Some(last) = last.filter(|last| figure(last) && marks(rest)) else { continue };
        let [_, part, _, behind @ ..] = rest else { continue };
        if !behind.first().is_some_and(figure) {
            continue;
        }
        (last.kind, part.kind) = (Kind::Other, Kind::Other);
        for token in behind.iter_mut().take_while(|token| !matches!(token.kind, Kind::Break)) {
            if figure(token) {
                token.kind = Kind::Other;
            }
        }
    }
}

/// "If you do not refill": a Polish word before a day is none before an English one.
pub(super) fn before_day(text: &Folded, tokens: &mut [Token]) {
    for i in 0..tokens.len() {
        let english = match tokens.get(i + 1).map(|next| &next.kind) {
            Some(Kind::Word(word)) => {
                !matches!(word, Word::Month(_) | Word::Today | Word::Tomorrow | Word::Day | Word::Expires)
            }
            next => next.is_none(),
        };
        let says =
            |token: &Token| token.to - token.from == 2 && (text.at(token.from), text.at(token.from + 1)) == ('d', 'o');
        if let Some(token) = tokens.get_mut(i).filter(|token| english && says(token)) {
            token.kind = Kind::Word(Word::Plain);
        }
    }
}

/// "10 GB to use, 3 GB used": what there is to use is left, or it is the whole where what is used of it
/// follows.
pub(super) fn usable(tokens: &mut [Token]) {
    let (mut number, mut used) = (usize::MAX, false);
    for (i, token) in tokens.iter_mut().enumerate().rev() {
        match &mut token.kind {
            Kind::Number(_) => number = i,
            Kind::Word(Word::Used) => used |= number - i < 5,
            Kind::Word(word @ Word::Usable) => *word = if used { Word::Have } else { Word::Left },
            _ => {}
        }
    }
}

/// "Plan con 5 GB" is with so much; còn, which is left, stands in a text of its language.
pub(super) fn foreign(text: &Folded, tokens: &mut [Token]) {
    let says = |i: usize, word: &str| word.chars().enumerate().all(|(far, c)| text.at(i + far) == c);
    let words = ["goi ", "khach ", "hsd", "ngay ", "dung ", "tk", "bao ", "dong", "phut", "khoan ", "toc do", "so du"];
    let own = || {
        let mut starts = (0..text.len()).filter(|&i| !spaced(text.before(i)));
        text.vietnamese || starts.any(|i| words.iter().any(|word| says(i, word)))
    };
    let con = |token: &Token| token.to == token.from + 3 && says(token.from, "con");
    if tokens.iter().any(con) && !own() {
        for token in tokens.iter_mut().filter(|token| con(token)) {
            token.kind = Kind::Word(Word::Plain);
        }
    }
}

/// 8/6到期: in Chinese, Japanese and Korean the month stands first in a day without a year.
pub(super) fn month_first(text: &Folded, tokens: &mut [Token]) {
    for token in tokens {
        let own = |i: usize| matches!(text.at(i), '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
        let around = (token.from.saturating_sub(3)..token.to + 2).any(own);
        if let Kind::Date(when) = &mut token.kind
            && around
            && when.year.is_none()
        {
            when.open = false;
        }
    }
}

/// "If your data is used up, …", "Data used up? Buy …", 流量用完后: nothing is said to be used up. What stands beside it
/// is a mark that would be passed.
pub(super) fn supposed(text: &Folded, tokens: &mut [Token]) {
    for i in 0..tokens.len() {
        let Some(token) = tokens.get(i).filter(|token| matches!(token.kind, Kind::Word(Word::Empty))) else { continue };
        let ends = |token: &&Token| matches!(token.kind, Kind::Break);
        let start = tokens.iter().take(i).rev().take(CLAUSE).find(ends).map_or(0, |end| end.to);
        let asked = || tokens.iter().skip(i).take(LENGTH).find(ends).is_some_and(|end| text.at(end.from) == '?');
        let ahead = |far, words| {
            (start.max(token.from.saturating_sub(far))..token.from).any(|at| stands(text, at, words).is_some())
        };
        let done = token.to + usize::from(matches!(text.at(token.to), '了' | '啦'));
        let behind = || stands(text, done + usize::from(blank(text.at(done))), BEHIND).is_some();
        // 流量用完限速: without 已 the clause would end there.
        let chinese = |at: usize| matches!(text.at(at), '\u{4e00}'..='\u{9fff}');
        let goes_on = chinese(token.from) && text.at(token.from) != '已' && chinese(done);
        if (goes_on || asked() || behind() || ahead(CLAUSE, BEFORE) || ahead(WORDS, NEAR))
            && let Some(token) = tokens.get_mut(i)
        {
            token.kind = Kind::Word(Word::Below);
        }
    }
}

/// "Resets on the 23rd", "expires the 5th"; until when something is good, a sentence says of much else.
pub(super) fn nth(text: &Folded, from: usize, lexicon: &Lexicon, tokens: &[Token]) -> Option<(When, usize)> {
    let between = |token: &&Token| matches!(token.kind, Kind::Other | Kind::Mark(':') | Kind::Word(Word::Plain));
    let ahead = tokens.iter().rev().take(4).find(|token| !between(token))?;
    let told = match ahead.kind {
        Kind::Word(Word::Renews) => true,
        Kind::Word(Word::Expires) => stands(text, ahead.from, "expires|ends").is_some(),
        _ => false,
    };
    // "The 15th, January 2027"
    let month = |to: usize| (to + 1..to + 3).any(|at| matches!(lexicon.find(text, at), Some((Word::Month(_), _))));
    ordinal(text, from).filter(|(_, to)| told && !month(*to))
}

/// "International Pass", "International Day Pass": a pack for other countries; the word alone says no more than of what kind
/// a call or a payment is.
pub(super) fn abroad(text: &Folded, tokens: &mut [Token]) {
    let is =
        |token: Option<&Token>, of: Word| matches!(token, Some(Token { kind: Kind::Word(word), .. }) if *word == of);
    for i in 0..tokens.len() {
        let day = usize::from(is(tokens.get(i + 1), Word::Day));
        let pass = is(tokens.get(i + 1 + day), Word::Plan);
        if let Some(token) = tokens.get_mut(i).filter(|_| pass)
            && stands(text, token.from, "international").is_some()
        {
            token.kind = Kind::Word(Word::Roaming);
        }
    }
}

/// 已使用90%后将限速, 剩余20%时提醒: what stands before is a mark that would be passed.
pub(super) fn passed(text: &Folded, tokens: &mut [Token]) {
    for i in 1..tokens.len() {
        let [before, token, ..] = tokens.get_mut(i - 1..).unwrap_or_default() else { break };
        let measured = matches!(before.kind, Kind::Word(Word::Percent | Word::Unit(_)));
        // 后天, 后付
        let mark =
            text.at(token.from) == '时' || text.at(token.from) == '后' && !matches!(text.at(token.to), '天' | '付');
        if measured && matches!(token.kind, Kind::Other) && mark {
            token.kind = Kind::Word(Word::Below);
        }
    }
}

/// How far back a sentence is looked at, and how far that a word or two may be, in characters; and how far the
/// sentence's end may be, in words.
const CLAUSE: usize = 80;
pub(super) const WORDS: usize = 16;
const LENGTH: usize = 16;

/// Where one of those words ends that stands there, whole where its script has spaces.
pub(super) fn stands(text: &Folded, at: usize, words: &str) -> Option<usize> {
    // "n't" begins within a word.
    if spaced(text.at(at)) && spaced(text.before(at)) && text.at(at + 1) != '\'' {
        return None;
    }
    // Lists are long and most places begin none of their words.
    let begins = |&(from, _): &(usize, &str)| {
        words.get(..from).is_some_and(|before| matches!(before.chars().next_back(), None | Some('|')))
    };
    words.match_indices(text.at(at)).filter(begins).find_map(|(from, _)| {
        let word = words.get(from..)?.chars().take_while(|c| *c != '|');
        let end = word.into_iter().try_fold(at, |end, c| (text.at(end) == c).then_some(end + 1))?;
        (!(spaced(text.before(end)) && spaced(text.at(end)))).then_some(end)
    })
}
