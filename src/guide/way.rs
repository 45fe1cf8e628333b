//! A way to ask a carrier, or to pay it.

use super::link::Link;

/// One way, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// What one does.
    pub means: Means,
    /// What the carrier answers.
    pub asks: Asks,
    /// How sure it is. Nothing in the table was tried on a live SIM.
    pub confidence: Confidence,
}

/// What one does to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// Send a text message: no data needed.
    Text {
        /// The number, as it is written for people.
        to: &'static str,
        /// The words.
        body: &'static str,
    },
    /// Dial a code: no data needed. `PIN` in it stands for the digits of a voucher.
    Dial {
        /// The code.
        code: &'static str,
    },
    /// Call the hotline.
    Call {
        /// The number, as it is written for people.
        number: &'static str,
    },
    /// Look into the carrier's app. Its name as the stores list it.
    App {
        /// The name.
        name: &'static str,
    },
    /// Log in on the website.
    Website {
        /// Host and path, without `https://`.
        address: &'static str,
    },
}

/// What the carrier answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// The balance, whatever the carrier means by it.
    Balance,
    /// Data only.
    Data,
    /// Money only.
    Money,
}

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The carrier's own page or text says so, or two sources do.
    Confirmed,
    /// One source says so.
    OneSource,
    /// From memory, or a doubtful page: shown as unverified. Never a text, a dialled code or a
    /// long number.
    Unchecked,
}

impl Way {
    /// The link that opens it. `None` for an app, which no link opens, and for a code into which
    /// a voucher's digits must be put first.
    ///
    /// An iPhone ignores links with `*` or `#`: beside each link stands the text to copy.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        match self.means {
            Means::Text { to, body } => Link::text(to, body),
            Means::Dial { code } => Link::call(code),
            Means::Call { number } => Link::call(number),
            Means::App { .. } => None,
            Means::Website { address } => Link::website(address),
        }
    }

    /// Whether it works without data or Wi-Fi.
    #[must_use]
    pub const fn works_without_data(&self) -> bool {
        matches!(self.means, Means::Text { .. } | Means::Dial { .. } | Means::Call { .. })
    }
}

pub(super) const fn text(to: &'static str, body: &'static str, asks: Asks, confidence: Confidence) -> Way {
    Way { means: Means::Text { to, body }, asks, confidence }
}

pub(super) const fn dial(code: &'static str, asks: Asks, confidence: Confidence) -> Way {
    Way { means: Means::Dial { code }, asks, confidence }
}

pub(super) const fn call(number: &'static str, confidence: Confidence) -> Way {
    Way { means: Means::Call { number }, asks: Asks::Balance, confidence }
}

pub(super) const fn app(name: &'static str, confidence: Confidence) -> Way {
    Way { means: Means::App { name }, asks: Asks::Balance, confidence }
}

pub(super) const fn web(address: &'static str, confidence: Confidence) -> Way {
    Way { means: Means::Website { address }, asks: Asks::Balance, confidence }
}
