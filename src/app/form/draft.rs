//! Forms as text, so that a half-filled one survives the page being killed.
//!
//! Device-local and short-lived: a text that cannot be read is dropped form by form, which loses
//! a draft but never an entry.

use super::{Field, Form, FormKind};
use crate::app::Route;
use crate::domain::convert::natural;
use crate::domain::{CardId, EntryId};
use crate::sms::Answer;

/// What begins a form's first line. No field has it for a word.
const HEAD: &str = "#";

impl Form {
    /// Whether nothing stands in it but what stands in the other one: what it notes by itself does not count.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        let own = |(field, _): &(&Field, &String)| {
            !matches!(field, Field::Touched | Field::Pasted | Field::ReplyOpen | Field::Mode | Field::Source)
        };
        self.answers == other.answers && self.values.iter().filter(own).eq(other.values.iter().filter(own))
    }
}

/// Writes the forms that a person touched: a line per form, and one per field, escaped. A reply is written as far as
/// its draft may hold it, where that was found out.
#[must_use]
pub fn drafts_to_text(forms: &[(Route, Form)]) -> String {
    let mut text = String::new();
    for (route, form) in forms.iter().filter(|(_, form)| form.touched) {
        text.push_str(&format!("{HEAD} {} {}\n", route.address(), kind_word(form.kind)));
        // What was sought on the page of a trip was sought that once.
        let lasting = |field: &Field| *field != Field::Asked || form.kind != FormKind::Ask;
        for (field, value) in form.values.iter().filter(|(field, _)| lasting(field)) {
            let value = if *field == Field::Reply { form.drafted.as_ref().unwrap_or(value) } else { value };
            text.push_str(&format!("{} {}\n", field.word(), escape(value)));
        }
        for (figure, answer) in &form.answers {
            match answer {
                Answer::Choice(choice) => text.push_str(&format!("answer {figure} {choice}\n")),
                Answer::Skip => text.push_str(&format!("answer {figure} skip\n")),
            }
        }
    }
    text
}

/// Reads what [`drafts_to_text`] wrote; what cannot be read is left out.
#[must_use]
pub fn drafts_from_text(text: &str) -> Vec<(Route, Form)> {
    let mut forms: Vec<(Route, Form)> = Vec::new();
    let mut known = false;
    for line in text.lines() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == HEAD {
            let (address, kind) = rest.split_once(' ').unwrap_or((rest, ""));
            let kind = parse_kind(kind);
            known = kind.is_some();
            if let Some(kind) = kind {
                let form = Form { touched: true, restored: true, ..Form::new(kind) };
                forms.push((Route::parse(address), form));
            }
        } else if let Some((_, form)) = forms.last_mut().filter(|_| known) {
            if let Some(field) = Field::parse(word) {
                form.set(field, unescape(rest));
            } else if let Some((figure, answer)) = rest.split_once(' ').filter(|_| word == "answer") {
                let answer = if answer == "skip" { Some(Answer::Skip) } else { natural(answer).map(Answer::Choice) };
                if let (Some(figure), Some(answer)) = (natural(figure), answer) {
                    form.answers.push((figure, answer));
                }
            }
        }
    }
    forms
}

/// The same text without the forms in which one of these names stands: a card's or an entry's.
#[must_use]
pub fn drafts_without(text: &str, names: &[String]) -> String {
    let forms = text.split_inclusive('\n').fold(Vec::<String>::new(), |mut forms, line| {
        match forms.last_mut().filter(|_| !line.starts_with(HEAD)) {
            Some(form) => form.push_str(line),
            None => forms.push(line.to_owned()),
        }
        forms
    });
    forms.into_iter().filter(|form| !names.iter().any(|name| form.contains(name.as_str()))).collect()
}

fn kind_word(kind: FormKind) -> String {
    let (word, id) = match kind {
        FormKind::Card(id) => ("card", id.map(|id| id.0)),
        FormKind::Check(id) => ("check", id.map(|id| id.0)),
        FormKind::TopUp(id) => ("top-up", id.map(|id| id.0)),
        FormKind::KeepAlive(id) => ("keep", id.map(|id| id.0)),
        FormKind::Report => ("report", None),
        FormKind::Ask => ("ask", None),
    };
    id.map_or_else(|| word.to_owned(), |id| format!("{word} {id}"))
}

fn parse_kind(text: &str) -> Option<FormKind> {
    let (word, id) = text.split_once(' ').unwrap_or((text, ""));
    let entry = EntryId::parse(id);
    if !id.is_empty() && entry.is_none() {
        return None;
    }
    match word {
        "card" => Some(FormKind::Card(CardId::parse(id))),
        "check" => Some(FormKind::Check(entry)),
        "top-up" => Some(FormKind::TopUp(entry)),
        "keep" => Some(FormKind::KeepAlive(entry)),
        "report" => Some(FormKind::Report),
        "ask" => Some(FormKind::Ask),
        _ => None,
    }
}

fn escape(value: &str) -> String {
    value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescape(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => value.push('\n'),
                Some('r') => value.push('\r'),
                Some(other) => value.push(other),
                None => {}
            },
            (c, false) => value.push(c),
        }
    }
    value
}
