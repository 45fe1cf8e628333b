//! The names in a reply: beside a greeting, behind a title, at its end. It masks nothing itself.

use super::Parsed;
use super::fold::{blank, spaced};
use super::item::{Item, Part};
use super::reading::Span;
use super::words::Word;
use crate::domain::{is_capital, is_letter};

/// How many items behind a greeting may belong to it.
const NEAR: usize = 4;

/// What stands before a name.
const TITLES: [&str; 17] = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "mdm", "herr", "frau", "sr", "sra", "srta", "m", "mme", "mlle",
    "monsieur",
];

/// Of those, what stands before a name wherever it is.
const FORMAL: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "prof", "mdm", "herr", "herrn", "frau", "sr", "sra", "srta", "senor", "senora", "mme",
    "mlle", "monsieur", "madame",
];

/// What stands within a name without a capital.
const PARTICLES: [&str; 11] = ["van", "von", "der", "den", "de", "del", "la", "da", "di", "dos", "bin"];

/// What a name stands behind, as `fold` leaves it.
const LABELS: &str = "account holder|account owner|account name|card holder|customer name|subscriber name|client name|\
    user name|full name|first name|last name|registered to|户名|姓名|机主|户主|持卡人|联系人|联络人|氏名|名前";

/// What a name stands behind where a colon is between them.
const BEFORE_COLON: &str = "cardholder|customer|subscriber|client|username|name|titular|nombre|cliente|titulaire|nom|\
    prenom|nome|intestatario|inhaber|kunde|kundenname|имя|фио|абонент|客户|用户|客户名称|用户名称|用户名|契约者|\
    契约者名|고객명|이름|성함";

/// What is told to do, which in capitals looks like a name.
const TOLD: [&str; 18] = [
    "reply", "text", "txt", "send", "sms", "dial", "call", "press", "visit", "stop", "help", "info", "yes", "no", "ok",
    "bal", "start", "end",
];

/// What stands behind a name.
const SUFFIXES: [&str; 10] = ["先生", "女士", "小姐", "太太", "様", "さま", "고객님", "님", "閣下", "阁下"];

/// What stands there too, and is no name.
const NOBODY: &str = "客户 用户 客戶 用戶 會員 会员 お客 고객 各位";

/// What stands right behind a label, and is no name.
const NO_NAME: &str = "本人 不符 有误 信息 资料 姓名 户名";

impl Parsed {
    /// The places of names; one may lie in a figure.
    pub(super) fn names(&self, text: &str) -> Vec<Span> {
        let mut hidden = Vec::new();
        for (i, item) in self.items.iter().enumerate() {
            match item.part {
                Part::Word(Word::Hello) => {
                    self.name(text, i, &mut hidden);
                    self.name_before(text, i, &mut hidden);
                }
                Part::Other if self.is_one(item, &FORMAL) => {
                    let at = i + 1 + usize::from(self.is_point(i + 1));
                    let names = self.called(text, at, 3);
                    hidden.extend(if names.is_empty() { self.uncapped(text, at, 1) } else { names });
                }
                _ => {}
            }
        }
        let folded: String = (0..self.folded.len()).map(|i| self.folded.at(i)).collect();
        for (labels, colon) in [(LABELS, false), (BEFORE_COLON, true)] {
            for label in labels.split('|') {
                for (at, _) in folded.match_indices(label) {
                    let from = folded.get(..at).unwrap_or_default().chars().count();
                    hidden.extend(self.labelled(text, (from, from + label.chars().count()), colon));
                }
            }
        }
        self.signed(text, &mut hidden);
        self.spoken_to(text, &mut hidden);
        hidden.extend(titled(text));
        hidden
    }

    /// The name behind a greeting: words that begin with a capital, what is called Mr or Ms, or the
    /// few characters up to the next mark.
    fn name(&self, text: &str, greeting: usize, hidden: &mut Vec<Span>) {
        let (mut at, mut marked, mut titled) = (greeting + 1, false, false);
        while let Some(item) = self.items.get(at) {
            match item.part {
                Part::Word(Word::Plain) => {}
                Part::Mark(',' | '、' | ':' | '-') => marked = true,
                Part::Other if self.is_one(item, &TITLES) => titled = true,
                Part::Break if titled && self.folded.at(item.from) == '.' => {}
                _ => break,
            }
            at += 1;
        }
        let run = self.items.iter().skip(at).take(4 * NEAR).take_while(|item| matches!(item.part, Part::Other));
        let run: Vec<Span> = run.map(|item| self.place(item)).collect();
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let all = Span { start: first.start, end: last.end };
        if first.of(text).starts_with(is_capital) {
            let names = self.called(text, at, 3);
            let end = names.last().map_or(0, |name| name.end);
            let behind = self.items.iter().skip(at).take_while(|item| self.place(item).start < end).count();
            if !marked || titled || self.ends(at + behind) {
                hidden.extend(names);
            }
        } else {
            hidden.extend(called(text, all, self.ends(at + run.len())));
        }
    }

    /// The name behind a label, which stands there: `Account holder: Jane Smith`, 户名：张三. Behind a colon it may be
    /// written in any way.
    fn labelled(&self, text: &str, (from, to): (usize, usize), colon: bool) -> Vec<Span> {
        let before = self.items.iter().rev().find(|item| item.to <= from).map(|item| &item.part);
        // "Plan name", "hostname", 商户名: a label of something else.
        let other = matches!(before, Some(Part::Other | Part::Word(Word::Plan)));
        let glued = spaced(self.folded.before(from)) || spaced(self.folded.at(to));
        let within = matches!(before, Some(Part::Other)) && !blank(self.folded.before(from));
        let mut at = self.items.iter().take_while(|item| item.from < to).count();
        let marked = matches!(self.items.get(at).map(|item| &item.part), Some(Part::Mark(':' | '=' | '-')));
        if within || spaced(self.folded.at(from)) && (other || glued) || colon && !marked {
            return Vec::new();
        }
        let line = |i: usize| self.items.get(i).is_some_and(|item| self.folded.at(item.from) == '\n');
        let joins = |i: usize| matches!(self.items.get(i).map(|item| &item.part), Some(Part::Word(Word::Plain)));
        at += usize::from(marked || joins(at));
        at += usize::from(line(at));
        self.behind_label(text, at, marked)
    }

    /// The name that begins with that item, behind a label.
    fn behind_label(&self, text: &str, at: usize, marked: bool) -> Vec<Span> {
        let Some(first) = self.items.get(at) else { return Vec::new() };
        if spaced(self.folded.at(first.from)) {
            // May Jones, Grace Bell: a month, a carrier.
            let known = |item: &&Item| marked && matches!(item.part, Part::Word(Word::Month(_) | Word::Carrier(_)));
            let skipped = usize::from(known(&first));
            let mut names = self.called(text, at + skipped, 4);
            if let Some(last) = names.last().copied() {
                let beside = self.items.iter().filter(|item| self.place(item).start >= last.end).take(1).filter(known);
                names.extend(beside.chain([first].into_iter().filter(known)).map(|item| self.place(item)));
            } else if marked {
                names = self.uncapped(text, at, 3);
            }
            return names;
        }
        let mut end = first.from;
        let within = |item: &&Item| {
            let glued = item.from == end;
            end = item.to;
            glued
                && match item.part {
                    Part::Other | Part::Mark('·') => true,
                    // 欧阳明月: what is a unit elsewhere.
                    Part::Word(word) => {
                        marked && matches!(word, Word::MonthMark | Word::Day | Word::Minute | Word::Coin(_))
                    }
                    _ => false,
                }
        };
        let size = self.items.iter().skip(at).take_while(within).count();
        let to = self.items.get(at + size).map_or(self.folded.len(), |next| next.from);
        let name = self.folded.span(first.from, to);
        let followed = matches!(self.items.get(at + size).map(|item| &item.part), Some(Part::Word(_)));
        let closed = self.ends(at + size) || followed || blank(self.folded.before(to));
        let short = (2..=4).contains(&size) && closed && !NO_NAME.split(' ').any(|word| name.of(text).ends_with(word));
        if marked && size < 12 || short { vec![name] } else { Vec::new() }
    }

    /// The words without a role from that item on, at most so many, however they are written: behind a title or a label.
    fn uncapped(&self, text: &str, from: usize, most: usize) -> Vec<Span> {
        let own = |item: &&Item| {
            matches!(item.part, Part::Other)
                && self.place(item).of(text).chars().all(is_letter)
                && item.to > item.from + 1
        };
        self.items.iter().skip(from).take_while(own).take(most).map(|item| self.place(item)).collect()
    }

    /// The words with a capital from that item on, at most so many: John, Q. and Public; O'Brien-Smith is one.
    fn called(&self, text: &str, from: usize, most: usize) -> Vec<Span> {
        let mut names: Vec<Span> = Vec::new();
        let one = |span: Span| span.of(text).chars().count() == 1;
        let mut joined = false;
        for (i, item) in self.items.iter().enumerate().skip(from) {
            let span = self.place(item);
            let other = matches!(item.part, Part::Other);
            let capital = span.of(text).starts_with(is_capital) && (other || one(span) && self.is_point(i + 1));
            let free = names.len() < most;
            match names.last_mut() {
                Some(name) if joined && other && !blank(self.folded.before(item.from)) => name.end = span.end,
                _ if joined => break,
                _ if capital && free => names.push(span),
                Some(name) if name.end == span.start && matches!(item.part, Part::Mark('-' | '\'')) => {
                    joined = true;
                    continue;
                }
                Some(name) if one(*name) && self.is_point(i) => {}
                _ if self.is_one(item, &PARTICLES) => {}
                _ => break,
            }
            joined = false;
        }
        names
    }

    fn is_point(&self, i: usize) -> bool {
        let item = self.items.get(i).filter(|item| matches!(item.part, Part::Break | Part::Mark('.')));
        item.is_some_and(|item| self.folded.at(item.from) == '.')
    }

    /// The name with which a text ends: two or three words with a capital behind a mark.
    fn signed(&self, text: &str, hidden: &mut Vec<Span>) {
        let closes = |item: &Item| matches!(item.part, Part::Break | Part::Mark(_));
        let end = self.items.len() - self.items.iter().rev().take_while(|item| closes(item)).count();
        let own = |i: &usize| {
            self.items.get(*i).is_some_and(|item| matches!(item.part, Part::Other)) || self.initial(text, *i)
        };
        let from = (0..end).rev().take_while(own).last().unwrap_or(end);
        let names = self.called(text, from, 4);
        let whole = self.items.get(end.saturating_sub(1)).map(|item| self.place(item));
        let told = self.items.iter().skip(from).any(|item| self.is_one(item, &TOLD));
        let plain = |span: &Span| span.of(text).chars().all(|c| is_letter(c) || matches!(c, '-' | '\'' | '’'));
        let behind = from.checked_sub(1).and_then(|i| self.items.get(i)).is_some_and(|item| {
            matches!(item.part, Part::Break | Part::Mark(',' | '、' | ':' | '-') | Part::Word(Word::Plain))
        });
        if (2..4).contains(&names.len()) && names.last().copied() == whole && names.iter().all(plain) && behind && !told
        {
            hidden.extend(names);
        }
    }

    /// Who is spoken to without a greeting: a name that opens the text before a colon, and one behind the comma of a
    /// short call. "Good news, Maria!"
    fn spoken_to(&self, text: &str, hidden: &mut Vec<Span>) {
        let opening = self.called(text, 0, 3);
        let capitals = |span: &Span| span.of(text).chars().all(is_capital);
        if opening.len() > 1
            && opening.iter().all(capitals)
            && self.items.get(opening.len()).is_some_and(|item| matches!(item.part, Part::Mark(':' | ',')))
        {
            hidden.extend(opening);
        }
        let comma = |i: &usize| self.items.get(*i).is_some_and(|item| matches!(item.part, Part::Mark(',')));
        for at in (1..self.items.len()).filter(comma) {
            let call = self
                .items
                .iter()
                .take(at)
                .rev()
                .take(NEAR)
                .take_while(|item| !matches!(item.part, Part::Break))
                .count();
            let names = self.called(text, at + 1, 3);
            if call < NEAR && !names.is_empty() && self.ends(at + 1 + names.len()) {
                hidden.extend(names.into_iter().filter(|name| name.of(text).chars().count() > 2));
            }
        }
    }

    /// Whether a point there is that of an initial.
    fn initial(&self, text: &str, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|i| self.items.get(i)).map(|item| self.place(item).of(text));
        self.is_point(i) && before.is_some_and(|said| said.chars().count() == 1 && said.starts_with(is_capital))
    }

    /// The name before a greeting: 王小明您好, 机主王小明，您好.
    fn name_before(&self, text: &str, greeting: usize, hidden: &mut Vec<Span>) {
        let mark = |i: &usize| matches!(self.items.get(*i).map(|item| &item.part), Some(Part::Mark(',' | '、')));
        let greeting = greeting.checked_sub(1).filter(mark).unwrap_or(greeting);
        let run = self.items.iter().take(greeting).rev().take_while(|item| matches!(item.part, Part::Other));
        let run: Vec<Span> = run.map(|item| self.place(item)).collect();
        let word = |i: usize| matches!(self.items.get(i).map(|item| &item.part), Some(Part::Word(_)));
        let opens = greeting.checked_sub(run.len() + 1).is_none_or(|before| self.ends(before) || word(before));
        if let (Some(last), Some(first), true) = (run.first(), run.last(), opens) {
            hidden.extend(called(text, Span { start: first.start, end: last.end }, true));
        }
    }

    /// Whether a name ends at that item.
    fn ends(&self, at: usize) -> bool {
        let part = self.items.get(at).map(|item| &item.part);
        matches!(part, None | Some(Part::Break | Part::Mark(_) | Part::Word(Word::Hello)))
    }
}

/// The name in a text of characters that need no spaces: what stands before a title, or, where the
/// name ends there, two to four characters.
fn called(text: &str, all: Span, ends: bool) -> Option<Span> {
    let said = all.of(text);
    if let Some(title) = SUFFIXES.iter().find_map(|title| said.find(*title)) {
        return Some(Span { end: all.start + title, ..all });
    }
    let short = (2..=4).contains(&said.chars().count());
    (ends && short && said.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))).then_some(all)
}

/// The names before a title, wherever they stand: two to four characters at most, with one space between.
fn titled(text: &str) -> Vec<Span> {
    let mut names = Vec::new();
    for title in SUFFIXES {
        for (at, _) in text.match_indices(title) {
            let before = text.get(..at).unwrap_or_default();
            let before = before.strip_suffix(' ').unwrap_or(before);
            let own = |c: &char| is_letter(*c) && !c.is_ascii() && *c != '的';
            let size = before.chars().rev().take_while(own).take(4).map(char::len_utf8).sum::<usize>();
            let name = Span { start: before.len() - size, end: before.len() };
            if size > 0 && !NOBODY.split(' ').any(|nobody| name.of(text).ends_with(nobody)) {
                names.push(name);
            }
        }
    }
    names
}
