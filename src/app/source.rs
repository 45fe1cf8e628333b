//! The words by which a form names the source of a figure.

use crate::domain::Source;

/// All sources, in the order in which they are offered.
pub const ALL: [Source; 6] =
    [Source::Text, Source::DialledCode, Source::App, Source::Website, Source::Hotline, Source::PhoneCounter];

/// Its word in the form.
#[must_use]
pub const fn word(source: Source) -> &'static str {
    match source {
        Source::Text => "text",
        Source::DialledCode => "code",
        Source::App => "app",
        Source::Website => "website",
        Source::Hotline => "hotline",
        Source::PhoneCounter => "counter",
    }
}

/// Reads a word; what is not known is a text message.
#[must_use]
pub fn parse(text: &str) -> Source {
    ALL.into_iter().find(|source| word(*source) == text).unwrap_or_default()
}

/// Whether what it says is pasted rather than typed.
#[must_use]
pub const fn is_pasted(source: Source) -> bool {
    matches!(source, Source::Text | Source::DialledCode)
}
