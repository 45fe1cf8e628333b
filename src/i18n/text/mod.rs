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

pub mod names;
pub mod screens;
