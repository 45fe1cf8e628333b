//! The sentences, a file for each group of screens. Each is an enum whose `say` matches language
//! and variant exhaustively.
//!
//! The words of a group stand in one text for each language, a line each: a table of addresses
//! would be half as large as the words themselves (docs/decisions/size.md).

/// Makes an enum of words without parameters, each with its 简体, 繁體 and English; one that lacks
/// a language does not compile.
macro_rules! words {
    ($(#[$doc:meta])* $enum:ident { $($name:ident: $hans:literal, $hant:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $enum {
            $(#[doc = $en] $name,)*
        }

        impl $enum {
            /// In the order in which they stand in the texts.
            const ALL: &[Self] = &[$(Self::$name),*];

            /// The word in that language.
            #[must_use]
            pub fn say(self, lang: $crate::i18n::Lang) -> &'static str {
                let text = match lang {
                    $crate::i18n::Lang::ZhHans => concat!($($hans, "\n"),*),
                    $crate::i18n::Lang::ZhHant => concat!($($hant, "\n"),*),
                    $crate::i18n::Lang::En => concat!($($en, "\n"),*),
                };
                $crate::i18n::text::line(text, Self::ALL.iter().take_while(|word| **word != self).count())
            }
        }

        #[cfg(test)]
        #[test]
        fn every_word_is_one_line() {
            for text in [$($hans, $hant, $en),*] {
                assert!(!text.is_empty() && !text.contains('\n'), "{text}");
            }
        }
    };
}

/// One of three wordings, 简体, 繁體 and English, by the language.
macro_rules! pick {
    ($lang:expr, $hans:literal, $hant:literal, $en:literal) => {
        $crate::i18n::text::wording(concat!($hans, "\n", $hant, "\n", $en), $lang)
    };
}
pub(in crate::i18n) use pick;

/// Makes an enum of sentences with parameters, which stand in the text as `{name}`. Each variant
/// has its 简体, 繁體 and English; a test in the same module holds the names to the parameters.
macro_rules! sentences {
    ($(#[$doc:meta])* $enum:ident { $($name:ident { $($arg:ident),+ }: $hans:literal, $hant:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $enum<'a> {
            $(#[doc = $en] $name {
                $(#[doc = concat!("What stands for `{", stringify!($arg), "}`.")] $arg: &'a str,)+
            },)*
        }

        impl $enum<'_> {
            /// The sentence in that language.
            #[must_use]
            pub fn say(self, lang: crate::i18n::Lang) -> String {
                let (template, values): (&str, &[&str]) = match &self {
                    $(Self::$name { $($arg),+ } => (
                        concat!($(stringify!($arg), " ",)+ "\n", $hans, "\n", $hant, "\n", $en),
                        &[$($arg),+],
                    ),)*
                };
                $crate::i18n::text::fill(template, values, lang)
            }
        }

        #[cfg(test)]
        #[test]
        fn every_parameter_stands_in_every_language() {
            $(for text in [$hans, $hant, $en] {
                let names = [$(concat!("{", stringify!($arg), "}")),+];
                assert!(names.iter().all(|name| text.contains(name)), "{text}");
                assert_eq!(text.matches('{').count(), names.len(), "{text}");
            })*
        }
    };
}

use super::Lang;

pub mod calendar;
pub mod carry;
pub mod columns;
pub mod forms;
pub mod forms_faults;
pub mod forms_note;
pub mod forms_odd;
pub mod forms_reply;
pub mod forms_taught;
pub mod names;
pub mod screens;
pub mod screens_ahead;
pub mod screens_alerts;
pub mod screens_before;
pub mod screens_card;
pub mod screens_chart;
pub mod screens_clerk;
pub mod screens_erase;
pub mod screens_heard;
pub mod screens_history;
pub mod screens_hotspot;
pub mod screens_keep;
pub mod screens_out;
pub mod screens_pay;
pub mod screens_plan;
pub mod screens_rules;
pub mod screens_settings;
pub mod screens_tables;
pub mod screens_tips;
pub mod screens_ways;
pub mod table;

/// A line of a text; the first is 0.
fn line(text: &'static str, place: usize) -> &'static str {
    text.split('\n').nth(place).unwrap_or_default()
}

/// The line of that language in a text of three.
pub(in crate::i18n) fn wording(text: &'static str, lang: Lang) -> &'static str {
    let place = match lang {
        Lang::ZhHans => 0,
        Lang::ZhHant => 1,
        Lang::En => 2,
    };
    line(text, place)
}

/// Puts the values in the places of their names. The template's first line holds the names, in the
/// order of the values; then it has a line for each language. What a value holds is never looked
/// into.
fn fill(template: &'static str, values: &[&str], lang: Lang) -> String {
    let Some((names, wordings)) = template.split_once('\n') else { return String::new() };
    let mut text = String::new();
    for part in wording(wordings, lang).split('{') {
        match part.split_once('}') {
            Some((name, rest)) => {
                let mut named = names.split(' ').zip(values);
                text.push_str(named.find(|(of, _)| *of == name).map_or("", |(_, value)| value));
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    text
}
