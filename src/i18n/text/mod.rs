//! The sentences, a file for each group of screens. Each is an enum whose `say` matches language
//! and variant exhaustively.

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
            /// The word in that language.
            #[must_use]
            pub const fn say(self, lang: crate::i18n::Lang) -> &'static str {
                match (lang, self) {
                    $((crate::i18n::Lang::ZhHans, Self::$name) => $hans,)*
                    $((crate::i18n::Lang::ZhHant, Self::$name) => $hant,)*
                    $((crate::i18n::Lang::En, Self::$name) => $en,)*
                }
            }
        }
    };
}

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
                match self {
                    $(Self::$name { $($arg),+ } => $crate::i18n::text::fill(
                        match lang {
                            crate::i18n::Lang::ZhHans => $hans,
                            crate::i18n::Lang::ZhHant => $hant,
                            crate::i18n::Lang::En => $en,
                        },
                        &[$((stringify!($arg), $arg)),+],
                    ),)*
                }
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

pub mod forms;
pub mod forms_faults;
pub mod forms_reply;
pub mod names;
pub mod screens;
pub mod screens_card;
pub mod screens_keep;
pub mod screens_ways;

/// Puts the values in the places of their names. What a value holds is never looked into.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 24);
    for part in template.split('{') {
        match part.split_once('}') {
            Some((name, rest)) => {
                text.extend(values.iter().filter(|(of, _)| *of == name).map(|(_, value)| *value));
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    text
}
