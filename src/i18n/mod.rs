//! HOW IT IS SAID: every sentence, number and date, in each of the three languages.
//!
//! A sentence is a variant of an enum; a language that lacks it does not compile. Nothing is looked
//! up at run time by a key that might not be there.

pub mod format;
pub mod text;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 简体中文.
    #[default]
    ZhHans,
    /// 繁體中文（台灣）.
    ZhHant,
    /// English.
    En,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag, as `<html lang>` takes it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ZhHans => "简体",
            Self::ZhHant => "繁體",
            Self::En => "English",
        }
    }

    /// Reads a tag that [`Lang::tag`] wrote.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The first of a browser's languages that is ours; English where none is.
    ///
    /// Chinese without a script is 繁體 for Taiwan, Hong Kong and Macau, else 简体.
    #[must_use]
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::closest).unwrap_or(Self::En)
    }

    fn closest(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "en" => Some(Self::En),
            "zh" => {
                let parts: Vec<&str> = parts.collect();
                let traditional = parts.iter().any(|part| matches!(*part, "hant" | "tw" | "hk" | "mo"));
                Some(if traditional && !parts.contains(&"hans") { Self::ZhHant } else { Self::ZhHans })
            }
            _ => None,
        }
    }
}
