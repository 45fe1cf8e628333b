//! Links that open the phone's own apps: checked, so that no text becomes an address by chance.

/// A `sms:`, `tel:` or `https:` link whose every part was checked.
///
/// There is no other way to make one, so an attribute `href` that takes a `Link` can hold no
/// script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// A text message to a number, its words filled in. `None` where the number is none.
    ///
    /// `?&body=` is read by Android, which looks for `?`, and by iPhones, which look for `&`.
    ///
    /// ```
    /// use sim_gauge::domain::Link;
    /// assert_eq!(Link::text("6700", "BAL now").unwrap().as_str(), "sms:6700?&body=BAL%20now");
    /// assert_eq!(Link::text("javascript:", "x"), None);
    /// ```
    #[must_use]
    pub fn text(to: &str, body: &str) -> Option<Self> {
        let mut link = with_number("sms:", to)?;
        link.push_str("?&body=");
        for byte in body.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                link.push(char::from(byte));
            } else {
                push_escaped(&mut link, byte);
            }
        }
        Some(Self(link))
    }

    /// A call to a number, or the dialling of a code: `*777#` is `tel:*777%23`.
    ///
    /// Spaces, hyphens, dots and brackets are dropped; what is left must be 2 to 20 of digits,
    /// `*` and `#`, perhaps after a plus.
    #[must_use]
    pub fn call(number: &str) -> Option<Self> {
        with_number("tel:", number).map(Self)
    }

    /// A website, given as host and path, with or without `https://`; never another scheme.
    #[must_use]
    pub fn website(address: &str) -> Option<Self> {
        let address = address.strip_prefix("https://").unwrap_or(address);
        let host = address.split('/').next()?;
        let label = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/?=&%".contains(&b);
        let fits = host.contains('.') && host.split('.').all(label) && address.len() <= 200;
        (fits && address.bytes().all(plain)).then(|| Self(["https://", address].concat()))
    }

    /// The link, for an attribute.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn with_number(scheme: &str, number: &str) -> Option<String> {
    let mut link = scheme.to_owned();
    let mut count = 0;
    for c in number.chars() {
        match c {
            '0'..='9' | '*' => link.push(c),
            '#' => link.push_str("%23"),
            '+' if link.len() == scheme.len() => {
                link.push('+');
                continue;
            }
            ' ' | '\u{a0}' | '-' | '.' | '(' | ')' => continue,
            _ => return None,
        }
        count += 1;
    }
    (2..=20).contains(&count).then_some(link)
}

fn push_escaped(link: &mut String, byte: u8) {
    link.push('%');
    for digit in [byte >> 4, byte & 15] {
        link.extend(char::from_digit(u32::from(digit), 16).map(|c| c.to_ascii_uppercase()));
    }
}
