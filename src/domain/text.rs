//! Text from outside: stripped of what could mislead, and capped. It is never markup.

/// The longest reply that is kept, in bytes.
pub const MAX_REPLY: usize = 4096;

/// The longest paste that is looked at, in bytes: a conversation of several messages.
pub const MAX_PASTE: usize = 16 * MAX_REPLY;

/// One line of text that a person typed: at least one visible character, at most `MOST` characters,
/// no control or direction marks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text<const MOST: usize>(String);

/// A name, or as much as one.
pub type Line = Text<80>;

/// The owner's own words to an entry.
pub type Remark = Text<500>;

impl<const MOST: usize> Text<MOST> {
    /// The longest, in characters.
    pub const MAX: usize = MOST;

    /// Cleans and trims; `None` where nothing is left or it is too long.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        of_one_line(text, MOST).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> std::fmt::Display for Text<MOST> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text is a line as it would be kept, without a sign that begins markup: what a file from
/// outside may say as a name or a code. Nothing is ever drawn as markup; who writes it means no good.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    Line::parse(text).is_some_and(|line| line.as_str() == text) && !text.contains(['<', '>'])
}

/// Cleaned, trimmed, its lines joined; `None` where nothing is left or more than so many characters.
fn of_one_line(text: &str, most: usize) -> Option<String> {
    let line = clean(text).replace('\n', " ").trim().to_owned();
    (!line.is_empty() && line.chars().count() <= most).then_some(line)
}

/// Drops control characters (but not the line feed), direction marks and zero-width characters;
/// a tab becomes a space, every line ending a line feed.
#[must_use]
pub fn clean(text: &str) -> String {
    // Most of what a journal holds is clean already: it loads tens of thousands of texts.
    if text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len().min(MAX_REPLY * 2));
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => kept.push('\n'),
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    kept.push('\n');
                }
            }
            '\t' => kept.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => kept.push(c),
        }
    }
    kept
}

/// A paste, kept no further than says that it is longer than [`MAX_PASTE`].
#[must_use]
pub fn capped_paste(text: String) -> String {
    if text.len() <= MAX_PASTE {
        return text;
    }
    let end = (MAX_PASTE + 1..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len());
    text.get(..end).map_or(String::new(), str::to_owned)
}

/// [`clean`], cut to [`MAX_REPLY`] bytes at a character. The second value says whether it was cut.
#[must_use]
pub fn clean_reply(text: &str) -> (String, bool) {
    // Cleaning only drops or shrinks, so a bounded prefix is all that can matter: a megabyte of
    // pasted text costs no more than a long message.
    let bounded = match text.len() > MAX_REPLY * 2 {
        true => text.char_indices().nth(MAX_REPLY * 2).map_or(text, |(end, _)| text.get(..end).unwrap_or(text)),
        false => text,
    };
    let mut kept = clean(bounded);
    let cut = kept.len() > MAX_REPLY || bounded.len() < text.len();
    if kept.len() > MAX_REPLY {
        let end = (0..=MAX_REPLY).rev().find(|&i| kept.is_char_boundary(i)).unwrap_or(0);
        kept.truncate(end);
    }
    (kept, cut)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
