//! Several messages in one paste: a conversation that was copied, an export of it, two replies one
//! below the other.
//!
//! What separates them is what people's phones write (a line with a sender or a time), or an empty
//! line, a greeting, a carrier's name at the start of a line; the latter only where one text would
//! say two things of the same bucket, or name two carriers.

use super::Reader;
use super::fold::Folded;
use super::headers::{HEADER, headers};
use super::item::Part;
use super::reading::{Certainty, Choice, Context, Figure, Reading, Refusal, Role, Span, Stated, Value, Verdict};
use super::stated::OLDEST;
use super::words::Word;
use crate::domain::{Bucket, Date, MAX_PASTE, is_digit};

/// One of several messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its text.
    pub span: Span,
    /// Its text with the line that says from whom it is and when it came.
    pub whole: Span,
    /// When it came, where that stands above it. On the clock of the phone that wrote it.
    pub at: Option<Stated>,
    /// What it says, with places in its own text, as read on the day for which it says that it is
    /// true, or on which it came.
    pub reading: Reading,
    /// That day; the one of the paste where neither is known.
    pub day: Date,
}

/// What a paste holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paste {
    /// Its messages that say something about a balance, in the order of the text; the whole text as
    /// one, where it is one. At least one.
    pub messages: Vec<Message>,
    /// When the newest message came, where that is one with figures that nothing reads and that may be
    /// of a balance.
    pub unread: Option<Stated>,
    /// Whether there were more than are told apart: older ones were not looked at.
    pub older: bool,
}

/// The most messages that are told apart: the newest.
const MOST: usize = 64;

/// The messages of a paste, as [`Reader::paste`] finds them.
#[must_use]
pub fn messages(text: &str, context: &Context<'_>) -> Vec<Message> {
    Reader::new(context).paste(text).messages
}

impl Reader<'_> {
    /// Tells the messages of a paste apart and reads them.
    #[must_use]
    pub fn paste(&self, text: &str) -> Paste {
        let (mut messages, older) = several(text, self);
        let unread = unread(&messages, text);
        if messages.iter().any(says) {
            messages.retain(says);
        }
        Paste { messages, unread, older: !older.is_empty() }
    }

    /// The paste without what nobody should find in it later: the messages that are refused as codes or as of a bank,
    /// those that were not looked at, and the lines of the others that would be refused as a code by themselves. Other
    /// codes are masked, so that the places of all else in a message stay.
    #[must_use]
    pub fn drafted(&self, text: &str) -> String {
        let (messages, older) = several(text, self);
        let mut spans: Vec<(Span, u8)> = older.into_iter().map(|span| (span, 0)).collect();
        for Message { span, whole, reading, .. } in &messages {
            match (reading.verdict, self.parse(span.of(text))) {
                // What is too much for one was not read.
                (Verdict::Nothing(Refusal::OneTimeCode | Refusal::BankOrCard | Refusal::TooMuch), _) => {
                    spans.push((*whole, 0));
                }
                (_, Some(parsed)) => {
                    let said = span.of(text);
                    let at = |part: Span| Span { start: span.start + part.start, end: span.start + part.end };
                    for code in parsed.codes(said) {
                        if !reading.figures.iter().any(|figure| figure.span.meets(code)) {
                            spans.push((at(code), b'*'));
                        }
                    }
                    if parsed.items.iter().any(|item| matches!(item.part, Part::Word(Word::Code))) {
                        let mut end = 0;
                        for line in said.split_inclusive('\n') {
                            let start = end;
                            end += line.len();
                            if self.read(line).verdict == Verdict::Nothing(Refusal::OneTimeCode) {
                                spans.push((at(Span { start, end }), 0));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        let mut drafted = text.as_bytes().to_vec();
        for (span, byte) in spans {
            if let Some(part) = drafted.get_mut(span.start..span.end) {
                part.fill(byte);
            }
        }
        drafted.retain(|byte| *byte != 0);
        String::from_utf8(drafted).unwrap_or_default()
    }
}

fn says(message: &Message) -> bool {
    message.reading.verdict == Verdict::Reading
}

/// When the newest message came, where the reading knows no other trade that it is of, finds nothing
/// in it, and read what came before it.
fn unread(messages: &[Message], text: &str) -> Option<Stated> {
    let came = |message: &&Message| message.at.is_some();
    let newest = messages.iter().filter(came).max_by_key(|message| message.at.map(|at| (at.date, at.minute)))?;
    let open = matches!(
        newest.reading.verdict,
        Verdict::Nothing(
            Refusal::NoFigure
                | Refusal::Negative
                | Refusal::TooLarge
                | Refusal::Threshold
                | Refusal::Error
                | Refusal::Underway
        )
    );
    let figures = newest.span.of(text).contains(|c: char| is_digit(c));
    let read = messages.iter().any(|message| message.reading.verdict == Verdict::Reading);
    newest.at.filter(|_| open && figures && read)
}

/// The messages, and where those stand that are too many.
fn several(text: &str, reader: &Reader<'_>) -> (Vec<Message>, Vec<Span>) {
    let all = Span { start: 0, end: text.len() };
    if text.len() > MAX_PASTE {
        let (reading, day) = (Reading::nothing(Refusal::TooMuch), reader.context.received);
        return (vec![Message { span: all, whole: all, at: None, reading, day }], Vec::new());
    }
    let (headed, older) = latest(parts(text, headers(text, reader)), reader.context.received);
    if let [_, _, ..] = headed.as_slice() {
        let found: Vec<Message> = headed.iter().map(|part| reader.message(text, *part)).collect();
        let times = found.iter().filter(|message| message.at.is_some()).count();
        if times > 1 || apart(&found) {
            return (found, older);
        }
    }
    let (opened, older) = latest(parts(text, openings(text, reader)), reader.context.received);
    if opened.len() > 1 {
        let found = grouped(text, &opened, reader);
        if found.iter().filter(|message| says(message)).count() > 1 {
            return (found, older);
        }
    }
    let only = headed.first().filter(|part| headed.len() == 1 && part.at.is_some());
    (vec![reader.message(text, only.copied().unwrap_or(Start { from: 0, body: all, at: None }))], Vec::new())
}

/// More than the minutes of a day: one of them is a day without a minute.
const DAY: i32 = 24 * 60 + 1;

/// Of more than [`MOST`] the newest, as far as their times say which those are, else the last; and where the
/// others stand.
fn latest(mut parts: Vec<Start>, received: Date) -> (Vec<Start>, Vec<Span>) {
    if parts.len() <= MOST {
        return (parts, Vec::new());
    }
    // Nothing in it is older than this, or later than tomorrow.
    let first = received.plus_days(-OLDEST).unwrap_or(received);
    let minutes = |at: Stated| at.date.days_since(first) * DAY + i32::from(at.minute.map_or(0, |minute| minute + 1));
    let time = |part: &Start| part.at.map_or(0, minutes);
    let newer = |than: i32| parts.iter().filter(|part| time(part) > than).count();
    // The time behind which at most so many came.
    let (mut low, mut high) = (-1, (OLDEST + 2) * DAY);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if newer(middle) > MOST {
            low = middle;
        } else {
            high = middle;
        }
    }
    // Of those at that time itself the last.
    let mut early = parts.iter().filter(|part| time(part) == high).count().saturating_sub(MOST - newer(high));
    let mut spans = Vec::new();
    parts.retain(|part| {
        let goes = time(part) < high || time(part) == high && early > 0;
        if goes {
            early -= usize::from(time(part) == high);
            spans.push(part.whole());
        }
        !goes
    });
    (parts, spans)
}

/// The newest of several messages; `None` where nothing says which it is.
#[must_use]
pub fn newest(messages: &[Message]) -> Option<usize> {
    if messages.len() == 1 {
        return Some(0);
    }
    let at = |message: &Message| message.at.or(message.reading.stated);
    let times: Vec<Stated> = messages.iter().map(at).collect::<Option<_>>()?;
    let last = times.iter().map(|at| at.date).max()?;
    let day: Vec<(usize, Option<u16>)> =
        times.iter().enumerate().filter(|(_, at)| at.date == last).map(|(i, at)| (i, at.minute)).collect();
    // A day without a time may be any time of that day.
    if day.len() > 1 && day.iter().any(|(_, minute)| minute.is_none()) {
        return None;
    }
    let latest = day.iter().map(|(_, minute)| *minute).max()?;
    let mut newest = day.iter().filter(|(_, minute)| *minute == latest).map(|(i, _)| *i);
    newest.next().filter(|_| newest.next().is_none())
}

/// Where a message stands.
#[derive(Clone, Copy)]
struct Start {
    /// Its header, or its text where it has none.
    from: usize,
    /// Its text.
    body: Span,
    at: Option<Stated>,
}

impl Start {
    const fn whole(&self) -> Span {
        Span { start: self.from, end: self.body.end }
    }
}

impl Reader<'_> {
    fn message(&self, text: &str, part: Start) -> Message {
        let whole = part.whole();
        let came = part.at.map_or(self.context.received, |at| at.date);
        let (mut day, mut reading) = (came, self.read_on(part.body.of(text), came));
        // "As of 11/18, expires 11/19": the end is meant as on that day.
        if let Some(stated) = reading.stated.filter(|stated| stated.date != came) {
            day = stated.date;
            reading = Reading { stated: Some(stated), ..self.read_on(part.body.of(text), day) };
        }
        Message { span: part.body, whole, at: part.at, reading, day }
    }
}

/// The text cut at these places, each a header and the beginning of its text; empty texts are left
/// out.
fn parts(text: &str, starts: Vec<(usize, usize, Option<Stated>)>) -> Vec<Start> {
    let first = starts.first().map_or(0, |start| start.0);
    let ends: Vec<usize> = starts.iter().skip(1).map(|start| start.0).chain([text.len()]).collect();
    let lead = (first > 0 || starts.is_empty()).then_some((0, 0, None));
    let ends = lead.map(|_| if starts.is_empty() { text.len() } else { first }).into_iter().chain(ends);
    let all = lead.into_iter().chain(starts).zip(ends);
    let all = all.map(|((from, body, at), end)| Start { from, body: trimmed(text, body, end), at });
    all.filter(|part| part.body.start < part.body.end).collect()
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let body = text.get(start..end).unwrap_or("");
    let start = start + (body.len() - body.trim_start().len());
    Span { start, end: start + body.trim().len() }
}

/// Where a message may begin without a header: behind an empty line, or where a line greets, names
/// a carrier or says "you have".
fn openings(text: &str, reader: &Reader<'_>) -> Vec<(usize, usize, Option<Stated>)> {
    let mut found = Vec::new();
    let (mut from, mut empty) = (0, true);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(|c: char| c.is_ascii_digit() || " .)(、-•*[".contains(c));
        let opens = bare.starts_with('【')
            || matches!(
                reader.lexicon.find(&Folded::new(bare, HEADER), 0),
                Some((Word::Hello | Word::Have | Word::Carrier(_), _))
            );
        if !line.trim().is_empty() && (empty || opens) {
            found.push((from, from, None));
        }
        // `… 5 GB。【carrier】…`: the next message begins within the line.
        for (at, _) in
            line.match_indices('【').filter(|(at, _)| line.get(..*at).is_some_and(|head| head.ends_with(['。', '！'])))
        {
            if line.len() - at > HEADER / 2 {
                found.push((from + at, from + at, None));
            }
        }
        empty = line.trim().is_empty();
        from += line.len();
    }
    found
}

/// Parts as messages: one begins where it says again what the one before has said already.
fn grouped(text: &str, parts: &[Start], reader: &Reader<'_>) -> Vec<Message> {
    let mut groups: Vec<(Start, Vec<Claim>, Option<&'static str>)> = Vec::new();
    for part in parts {
        let reading = reader.read(part.body.of(text));
        let said = claims(&reading);
        match groups.last_mut() {
            Some((group, claims, carrier))
                if said.is_empty()
                    || claims.is_empty()
                    || !(said.iter().any(|claim| claims.contains(claim)) || differ(*carrier, reading.carrier)) =>
            {
                group.body.end = part.body.end;
                claims.extend(said);
                *carrier = carrier.or(reading.carrier);
            }
            _ => groups.push((*part, said, reading.carrier)),
        }
    }
    if groups.len() < 2 {
        return Vec::new();
    }
    groups.into_iter().map(|(group, ..)| reader.message(text, group)).collect()
}

/// Whether two of the messages say the same thing, or are of two carriers.
fn apart(messages: &[Message]) -> bool {
    messages.windows(2).any(|pair| match pair {
        [one, two] => {
            let said = claims(&one.reading);
            claims(&two.reading).iter().any(|claim| said.contains(claim))
                || differ(one.reading.carrier, two.reading.carrier)
        }
        _ => false,
    })
}

fn differ(one: Option<&'static str>, two: Option<&'static str>) -> bool {
    one.is_some() && two.is_some() && one != two
}

/// What a reading says of which bucket: left or used, and of which kind.
type Claim = (Bucket, bool, std::mem::Discriminant<Value>);

fn claims(reading: &Reading) -> Vec<Claim> {
    let claim = |figure: &Figure| {
        let role = match &figure.role {
            Certainty::Sure(role, _) => *role,
            Certainty::Asked(choices) => choices.first().map(|Choice { role, .. }| *role)?,
        };
        match role {
            Role::Left(bucket) => Some((bucket, true, std::mem::discriminant(&figure.value))),
            Role::Used(bucket) => Some((bucket, false, std::mem::discriminant(&figure.value))),
            _ => None,
        }
    };
    reading.figures.iter().filter_map(claim).collect()
}
