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
    /// `+86 138 0010 0186`, `+886 912 345 678`, `0912 345 678`, `07400 123456`. The code of a country stands by itself;
    /// nine digits are three times three, others four at a time from the end. The country of the card, by
    /// its ISO 3166 code, tells an American number from a Chinese one.
    #[must_use]
    pub fn grouped(&self, country: Option<&str>) -> String {
        let code = country_code(&self.0);
        let sizes: &[usize] = match (self.0.get(..2).unwrap_or(""), self.0.len() - code) {
            // Eleven digits from a 1 are American or Chinese: no Chinese number begins with 12.
            (begins, 11) if begins == "12" || begins.starts_with('1') && country == Some("US") => &[1, 3, 3, 4],
            // As mobile numbers are written there: the formats of libphonenumber, read in 2026-11.
            ("07", 11) if country == Some("GB") => &[5, 6],
            ("+4", 10) if self.0.starts_with("+44") => &[4, 6],
            ("06" | "07", 10) if country == Some("FR") => &[2, 2, 2, 2, 2],
            ("+3", 9) if self.0.starts_with("+33") => &[1, 2, 2, 2, 2],
            ("04", 10) if country == Some("AU") => &[4, 3, 3],
            ("+6", 9) if self.0.starts_with("+66") => &[2, 3, 4],
            ("09", 10) if country == Some("TW") => &[4, 3, 3],
            // Mobile numbers of Japan and Korea: two digits, then twice four.
            ("+8", 10) => &[2, 4, 4],
            (_, 10) => &[3, 3, 4],
            (_, 9) => &[3, 3, 3],
            (_, rest) => match rest % 4 {
                1 => &[1],
                2 => &[2],
                3 => &[3],
                _ => &[4],
            },
        };
        let mut grouped = String::new();
        let mut left = sizes.iter();
        let mut room = if code > 0 { code } else { left.next().copied().unwrap_or(4) };
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

/// The length of a country's code with its plus (ITU-T E.164, list of assigned codes: one digit for 1 and 7,
/// two for those below, else three); 0 for a number without one.
fn country_code(number: &str) -> usize {
    const TWO: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 \
        60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";
    match (number.get(..2), number.get(1..3)) {
        (Some("+1" | "+7"), _) => 2,
        (Some(begins), Some(code)) if begins.starts_with('+') => {
            if TWO.split(' ').any(|two| two == code) {
                3
            } else {
                4
            }
        }
        _ => 0,
    }
}
