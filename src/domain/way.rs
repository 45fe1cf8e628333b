//! A way to reach a carrier, without saying who vouches for it: what one does, and what answers.

use super::link::Link;
use super::text::is_plain;

/// A way to ask a carrier, or to pay it. What it says was checked: where a link opens it, the link is
/// one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    means: Means,
    what: String,
    with: String,
    menu: String,
    /// What the carrier answers.
    pub asks: Asks,
    /// Whether it costs nothing.
    pub free: bool,
    /// Whether it is for use while roaming in another country, and for nothing else.
    pub abroad: bool,
}

/// What one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// Send a text message: no data needed.
    Text,
    /// Dial a code: no data needed.
    Dial,
    /// Call the hotline.
    Call,
    /// Look into the carrier's app.
    App,
    /// Log in on the website.
    Website,
    /// Pay by someone else's app.
    Pay,
    /// Buy a refill in a shop.
    Shop,
}

/// What the carrier answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    /// The balance, whatever the carrier means by it.
    #[default]
    Balance,
    /// Data only.
    Data,
    /// Money only.
    Money,
}

impl Contact {
    /// A way by its means; `what` and `with` are what [`crate::guide::Way`] says of them.
    ///
    /// `None` where either is no [plain line](is_plain) (an address may be of 200 characters), where a text
    /// has no words, and where what a link must open is no number, no code and no address. Whether it
    /// [sets something](super::is_setting) is for those to ask who take one in: what was saved stays.
    #[must_use]
    pub fn new(means: Means, what: &str, with: &str) -> Option<Self> {
        let plain = |text: &str| text.is_empty() || is_plain(text);
        let site = means == Means::Website;
        let fits = match means {
            Means::Text => !with.is_empty() && Link::text(what, with).is_some(),
            // A code may wait for a voucher's digits.
            Means::Dial => with.is_empty() && Link::call(&what.replace("PIN", "00")).is_some(),
            Means::Call => Link::call(what).is_some() && (with.is_empty() || Link::call(with).is_some()),
            Means::Website => with.is_empty() && Link::website(what).is_some(),
            Means::App | Means::Pay => with.is_empty() && !what.is_empty(),
            Means::Shop => with.is_empty(),
        };
        (fits && plain(with) && (site || plain(what))).then(|| Self {
            means,
            what: what.to_owned(),
            with: with.to_owned(),
            menu: String::new(),
            asks: Asks::Balance,
            free: false,
            abroad: false,
        })
    }

    /// The same way with the keys to press once a hotline answers: up to 20 of digits, `*`, `#` and
    /// spaces. `None` where they are none.
    #[must_use]
    pub fn with_menu(mut self, keys: &str) -> Option<Self> {
        let key = |c: char| c.is_ascii_digit() || matches!(c, '*' | '#' | ' ');
        let none = keys.is_empty();
        (none || self.means == Means::Call && keys.len() <= 20 && keys.trim() == keys && keys.chars().all(key))
            .then_some(())?;
        keys.clone_into(&mut self.menu);
        Some(self)
    }

    /// What one does.
    #[must_use]
    pub const fn means(&self) -> Means {
        self.means
    }

    /// The number, the code, the address or the name.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The words of a text message; of a hotline its number for calls from another country; else empty.
    #[must_use]
    pub fn with(&self) -> &str {
        &self.with
    }

    /// The keys to press once a hotline answers; mostly empty.
    #[must_use]
    pub fn menu(&self) -> &str {
        &self.menu
    }
}

impl Means {
    /// All of them, in the order in which the directory lists them, each with its word there.
    pub const ALL: [(&str, Self); 7] = [
        ("text", Self::Text),
        ("dial", Self::Dial),
        ("call", Self::Call),
        ("app", Self::App),
        ("site", Self::Website),
        ("pay", Self::Pay),
        ("shop", Self::Shop),
    ];

    /// Its word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, means)| *means == self).map_or("", |(word, _)| word)
    }

    /// Reads what [`Means::word`] wrote.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, means)| means)
    }
}

impl Asks {
    /// Its word in files; none for the balance.
    #[must_use]
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Balance => None,
            Self::Data => Some("data"),
            Self::Money => Some("money"),
        }
    }

    /// Reads what [`Asks::word`] wrote.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "data" => Some(Self::Data),
            "money" => Some(Self::Money),
            _ => None,
        }
    }
}
