//! Telephone numbers: parsed, shown masked. It knows no numbering plan.

/// The card's own number: 4 to 20 digits, perhaps with a leading plus.
///
/// It is never shown whole by itself: [`PhoneNumber::tail`] is for the screen,
/// [`PhoneNumber::revealed`] for the tap that asks for it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Drops spaces, dots, hyphens and brackets; refuses anything else that is no digit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut kept = String::new();
        for c in text.trim().chars() {
            match c {
                '+' | '＋' if kept.is_empty() => kept.push('+'),
                ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '‑' | '（' | '）' => {}
                '０'..='９' => kept.push(char::from_digit(u32::from(c) - u32::from('０'), 10)?),
                c if c.is_ascii_digit() => kept.push(c),
                _ => return None,
            }
        }
        let digits = kept.trim_start_matches('+').len();
        (4..=20).contains(&digits).then_some(Self(kept))
    }

    /// The last four digits.
    #[must_use]
    pub fn tail(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(4)..).unwrap_or("")
    }

    /// The whole number in groups, as one reads it out: `+1 555 010 4471`, `1 555 010 4471`,
    /// `+86 138 0010 0186`, `0912 345 678`, else four digits at a time from the end. The country of the
    /// card, by its ISO 3166 code, tells an American number from a Chinese one.
    #[must_use]
    pub fn grouped(&self, country: Option<&str>) -> String {
        let sizes: &[usize] = match (self.0.get(..2), self.0.len()) {
            (Some("+1"), 12) => &[2, 3, 3, 4],
            (Some("+8"), 14) if self.0.starts_with("+86") => &[3, 3, 4, 4],
            // Eleven digits from a 1 are American or Chinese: no Chinese number begins with 12.
            (Some(begins), 11) if begins == "12" || begins.starts_with('1') && country == Some("US") => &[1, 3, 3, 4],
            (Some("09"), 10) if country == Some("TW") => &[4, 3, 3],
            (_, 10) if !self.0.starts_with('+') => &[3, 3, 4],
            _ => &[],
        };
        let mut grouped = String::new();
        let mut left = sizes.iter();
        let mut room = left.next().copied().unwrap_or_else(|| (self.0.len() - 1) % 4 + 1);
        for c in self.0.chars() {
            if room == 0 {
                grouped.push('\u{a0}');
                room = left.next().copied().unwrap_or(4);
            }
            grouped.push(c);
            room -= 1;
        }
        grouped
    }

    /// The whole number, for a place that its owner asked to see.
    #[must_use]
    pub fn revealed(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PhoneNumber(…{})", self.tail())
    }
}
