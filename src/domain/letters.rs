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

/// Whether it is a letter or a character of a word: whatever the standard library calls alphabetic, and of
/// the rest what is neither digit nor mark, sign of money, symbol or picture.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'ª' | 'µ' | 'º' | '\u{2071}'..='\u{209c}' | '\u{2102}'..='\u{2115}' => true,
        '\u{2119}'..='\u{2121}' | '\u{2123}'..='\u{2188}' | 'Ⓐ'..='ⓩ' | '\u{2e2f}' | '〇' => true,
        '\u{1f130}'..='\u{1f189}' => true,
        '\0'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{344}' => false,
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

/// Whether it is a capital of Latin, Greek, Cyrillic or Armenian letters, or may be one: of the rarer
/// blocks their small letters count as well.
#[must_use]
pub fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z'
        | 'À'..='Ö'
        | 'Ø'..='Þ'
        | 'Ÿ'
        | '\u{180}'..='\u{24f}'
        | '\u{460}'..='Ֆ'
        | 'Ά'
        | 'Έ'..='Ώ'
        | 'Α'..='Ϋ'
        | 'Ѐ'..='Я' => true,
        // In these the small letter follows its capital.
        'Ĺ'..='ň' | 'Ź'..='ž' => !u32::from(c).is_multiple_of(2),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ḁ'..='ỿ' => u32::from(c).is_multiple_of(2),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of what is written beside the letters of replies, what is no letter to the standard library and one
    /// to us: signs of pronunciation, small figures, signs like letters, numbers in pictures' blocks.
    const WIDER: &[(char, char)] = &[
        ('\u{2c2}', '\u{2c5}'),
        ('\u{2d2}', '\u{2df}'),
        ('\u{2e5}', '\u{2eb}'),
        ('\u{2ed}', '\u{2ed}'),
        ('\u{2ef}', '\u{2ff}'),
        ('\u{346}', '\u{362}'),
        ('\u{2072}', '\u{207e}'),
        ('\u{2080}', '\u{208f}'),
        ('\u{2103}', '\u{2106}'),
        ('\u{2108}', '\u{2109}'),
        ('\u{2114}', '\u{2114}'),
        ('\u{211e}', '\u{2121}'),
        ('\u{2123}', '\u{2123}'),
        ('\u{2125}', '\u{2125}'),
        ('\u{2127}', '\u{2127}'),
        ('\u{2129}', '\u{2129}'),
        ('\u{212e}', '\u{212e}'),
        ('\u{213a}', '\u{213b}'),
        ('\u{2140}', '\u{2144}'),
        ('\u{214a}', '\u{214d}'),
        ('\u{214f}', '\u{215f}'),
        ('\u{302a}', '\u{302f}'),
        ('\u{3036}', '\u{3037}'),
        ('\u{303d}', '\u{3040}'),
        ('\u{3097}', '\u{309c}'),
        ('\u{30a0}', '\u{30a0}'),
        ('\u{3100}', '\u{3104}'),
        ('\u{3130}', '\u{3130}'),
        ('\u{318f}', '\u{319f}'),
        ('\u{31c0}', '\u{31ef}'),
    ];
    /// Capitals that no reply has: of ancient Greek, and of Coptic.
    const MISSED: &str = "ͰͲͶͿϏϒϓϔϘϚϜϞϠϢϤϦϨϪϬϮϴϷϹϺϽϾϿ";

    #[test]
    fn every_letter_of_the_standard_library_is_one() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic()) {
            assert!(is_letter(c) && !is_digit(c), "{c}");
        }
    }

    #[test]
    fn nothing_else_is_a_letter_but_what_is_listed() {
        for c in ('\0'..='\u{36f}').chain('\u{2000}'..='\u{2bff}').chain('\u{3000}'..='\u{33ff}') {
            let wider = WIDER.iter().any(|(from, to)| (from..=to).contains(&&c));
            assert_eq!(is_letter(c), c.is_alphabetic() || wider, "{c} {:x}", u32::from(c));
        }
        for c in "０٣۴５৬๗，。、！？：；（）「」『』【】“”‘’«»…—•·₹€₽₩฿👍🎉→★①㎡".chars()
        {
            assert!(!is_letter(c), "{c}");
        }
    }

    #[test]
    fn digits_are_those_of_the_standard_library_where_replies_are_written() {
        for c in (' '..='\u{bf}').filter(|c| !matches!(c, '²' | '³' | '¹' | '¼'..='¾')) {
            assert_eq!(is_digit(c), c.is_numeric(), "{c}");
        }
        for c in "０٣۴５৬๗".chars() {
            assert!(is_digit(c), "{c}");
        }
    }

    #[test]
    fn every_capital_is_one_and_no_common_small_letter() {
        for c in ('\0'..='\u{58f}').chain('Ḁ'..='ỿ').filter(|c| c.is_uppercase()) {
            assert_eq!(is_capital(c), !MISSED.contains(c), "{c}");
        }
        let common = ('\0'..='ſ').chain('Ά'..='џ').chain('ա'..='\u{58f}').chain('Ạ'..='ỿ');
        for c in common.filter(|c| c.is_alphabetic() && !c.is_uppercase()) {
            assert!(!is_capital(c), "{c}");
        }
    }
}
