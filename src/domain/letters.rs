//! Letters and digits of any script, as far as replies need to know them: the standard library's tables
//! are exact, and a page that is loaded on a slow line does not carry them.

/// Whether it is a digit: ASCII, full-width, Arabic, Persian, of the scripts of India, Thai, Lao,
/// Tibetan, Burmese or Khmer.
#[must_use]
pub fn is_digit(c: char) -> bool {
    match c {
        '0'..='9' | '０'..='９' | '٠'..='٩' | '۰'..='۹' | '๐'..='๙' | '໐'..='໙' => true,
        '༠'..='༩' | '၀'..='၉' | '០'..='៩' => true,
        // Each of these scripts has its digits at the same place of its block.
        '\u{900}'..='\u{d7f}' => (0x66..=0x6f).contains(&(u32::from(c) % 0x80)),
        _ => false,
    }
}

/// Whether it is a letter or a character of a word: neither digit nor mark, sign of money, symbol or
/// picture.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{bf}' | '×' | '÷' | '\u{2c2}'..='\u{36f}' => false,
        '،' | '؛' | '؟' | '٪'..='٭' | '۔' | '।' | '॥' | '৲' | '৳' | '฿' | '๏' | '๚' | '๛' => {
            false
        }
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{3004}' | '\u{3007}'..='\u{3020}' | '\u{3030}' | '・' => false,
        '\u{3200}'..='\u{33ff}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{feff}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' => false,
        '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1ffff}' | '\u{e0000}'.. => false,
        c => !is_digit(c),
    }
}

/// Whether it is a capital of Latin, Greek, Cyrillic or Armenian letters, or may be one: of Latin's rarer
/// letters the small ones count as well.
#[must_use]
pub fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z'
        | 'À'..='Ö'
        | 'Ø'..='Þ'
        | 'Ÿ'
        | '\u{180}'..='\u{24f}'
        | 'Ա'..='Ֆ'
        | 'Ά'
        | 'Έ'..='Ώ'
        | 'Α'..='Ϋ'
        | 'Ѐ'..='Я' => true,
        // In these the small letter follows its capital.
        'Ĺ'..='ň' | 'Ź'..='ž' => !u32::from(c).is_multiple_of(2),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ạ'..='ỹ' => u32::from(c).is_multiple_of(2),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of the languages that replies are read in.
    const SCRIPTS: [std::ops::RangeInclusive<char>; 9] =
        ['À'..='ʯ', 'Ͱ'..='ԯ', 'ء'..='ي', 'अ'..='ह', 'ก'..='ะ', 'あ'..='ん', 'ア'..='ヺ', '一'..='龥', '가'..='힣'];

    #[test]
    fn as_the_standard_library_says_where_replies_are_written() {
        for c in (' '..='\u{bf}').filter(|c| !matches!(c, 'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '¼'..='¾')) {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c}");
            assert_eq!(is_digit(c), c.is_numeric(), "{c}");
        }
        for c in SCRIPTS.into_iter().flatten().filter(|c| c.is_alphabetic()) {
            assert!(is_letter(c) && !is_digit(c), "{c}");
        }
        for c in ('Ά'..='Я').chain('À'..='ſ').chain('Ạ'..='ỹ').filter(|c| c.is_uppercase() && *c < 'Ϗ') {
            assert!(is_capital(c), "{c}");
        }
        for c in ('\u{180}'..='\u{24f}').chain('Ա'..='Ֆ').filter(|c| c.is_uppercase()) {
            assert!(is_capital(c), "{c}");
        }
        for c in ('ΐ'..='Ͽ').chain('а'..='џ').chain('ß'..='ž').filter(|c| c.is_lowercase()) {
            assert!(!is_capital(c), "{c}");
        }
        for c in "０٣۴५৬๗，。、！？：；（）「」『』【】“”‘’«»…—•·₹€₽₩฿👍🎉→★①㎡".chars()
        {
            assert!(!is_letter(c), "{c}");
        }
        for c in "０٣۴५৬๗".chars() {
            assert!(is_digit(c), "{c}");
        }
    }
}
