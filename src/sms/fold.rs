//! Makes writing comparable: lower case, no accents, ASCII digits and punctuation, simplified
//! characters. It keeps every character's place, and drops only the second of two spaces and what
//! cannot be seen, which would cut a number in two.

use super::reading::Span;

/// A text folded character by character, each with its place in the original.
pub(super) struct Folded {
    chars: Vec<(char, usize)>,
    end: usize,
    /// Whether a letter of it is written in Vietnamese alone.
    pub(super) vietnamese: bool,
}

impl Folded {
    /// Folds at most `most` bytes of the text.
    pub(super) fn new(text: &str, most: usize) -> Self {
        let seen = text.char_indices().take_while(|(at, _)| *at < most).filter(|(_, c)| !unseen(*c));
        let mut chars: Vec<(char, usize)> = seen.map(|(at, c)| (fold(c), at)).collect();
        chars.dedup_by(|next, last| blank(next.0) && blank(last.0));
        let end = text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end <= most + 4).last();
        let vietnamese = text.chars().any(|c| matches!(c, 'đ' | 'ơ' | 'ư' | '\u{1ea0}'..='\u{1ef9}'));
        Self { end: end.unwrap_or(0).min(text.len()), chars, vietnamese }
    }

    /// How many characters it has.
    pub(super) const fn len(&self) -> usize {
        self.chars.len()
    }

    /// The folded character there; a line feed beyond either end.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or('\n', |pair| pair.0)
    }

    /// The character before; a line feed before the first.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\n', |i| self.at(i))
    }

    /// The bytes of the original that these characters came from.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let place = |i: usize| self.chars.get(i).map_or(self.end, |pair| pair.1);
        Span { start: place(from), end: place(to) }
    }
}

/// A letter of a script that puts spaces between words, so that a word ends where letters end.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(super) fn spaced(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{df}'..='\u{24f}' | '\u{370}'..='\u{52f}')
}

/// A space of any width, but no end of line.
pub(super) const fn blank(c: char) -> bool {
    matches!(c, ' ')
}

/// A mark without width: of direction, of joining, of where a word may break.
const fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

fn fold(c: char) -> char {
    match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{ff01}'..='\u{ff5e}' => wide(c),
        '\t' | '_' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '๐'..='๙' => digit(c, '๐'),
        '०'..='९' => digit(c, '०'),
        '٫' => '.',
        '‚' => ',',
        '٬' | '’' | '‘' | '`' | '´' => '\'',
        '،' => '、',
        '؟' => '?',
        '؛' => ';',
        '٪' => '%',
        '–' | '—' | '‑' | '−' | '‐' => '-',
        '〜' => '~',
        '“' | '”' | '«' | '»' => '"',
        'À'..='ɏ' => latin(c),
        'Ạ'..='ỹ' => vietnamese(c),
        'А'..='Я' | 'Α'..='Ω' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        'Ѐ'..='Џ' => char::from_u32(u32::from(c) + 0x50).unwrap_or(c),
        'ё' => 'е',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'Ί' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'Ύ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        '\u{4e00}'..='\u{9fff}' => simplified(c),
        c => c,
    }
}

/// Full-width forms. The comma stays a mark of its own: it never groups digits.
fn wide(c: char) -> char {
    match c {
        '，' => '、',
        c => char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_lowercase()),
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

fn latin(c: char) -> char {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' | 'Ș' | 'ș' => 's',
        'Ţ'..='ť' | 'Ț' | 'ț' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        'Ź'..='ž' => 'z',
        c => c,
    }
}

const fn vietnamese(c: char) -> char {
    match c {
        'Ạ'..='ặ' => 'a',
        'Ẹ'..='ệ' => 'e',
        'Ỉ'..='ị' => 'i',
        'Ọ'..='ợ' => 'o',
        'Ụ'..='ự' => 'u',
        _ => 'y',
    }
}

/// The traditional characters that our words use, each followed by the simplified one.
const TRADITIONAL: &str = "餘余數数據据額额帳账賬账儲储訊讯話话費费鐘钟鍾钟網网時时點点號号單单條条則则總总計计還还達达國国內内際际專专屬属贈赠驗验證证碼码購购買买優优開开戶户為为於于個个語语電电銀银轉转貨货遞递裝装務务遠远傳传臺台灣湾動动聯联無无約约齊齐惠惠參参與与訂订閱阅選选檢检當当週周塊块幣币員员請请補补繳缴滿满過过認认識识領领簡简體体節节結结續续終终尚尚應应將将啟启遊游種种線线區区類类歷历變变載载備备頻频樂乐視视閒闲閑闲項项賣卖現现實实該该貴贵詳详紅红獎奖團团學学萬万億亿業业產产發发這这場场資资給给題题絕绝雙双聲声驚惊騰腾財财帶带錢钱積积卻却擇择贏赢搶抢親亲獨独價价損损寶宝擊击鏈链儘尽盡尽僅仅沒没繼继衝冲沖冲濟济龍龙準准幾几設设擁拥經经間间機机廢废長长屆届詢询統统獲获閾阈頂顶辦办薦荐復复級级銷销殺杀錄录趕赶誠诚熱热飽饱絡络輸输撥拨門门園园愛爱藝艺裡里頭头勵励後后閣阁預预態态隨随確确權权會会車车療疗東东餓饿駕驾課课險险護护籤签簽签記记匯汇貸贷醫医鐵铁禮礼氣气飯饭戲戏驛驿豐丰運运騎骑掛挂議议敗败錯错誤误試试別别雲云盤盘冊册郵邮況况畢毕饋馈謝谢廣广華华負负";

fn simplified(c: char) -> char {
    // A pair is of two characters of three bytes each; what stands second is simplified already.
    let first = TRADITIONAL.match_indices(c).find(|(at, _)| at % 6 == 0);
    first.and_then(|(at, old)| TRADITIONAL.get(at + old.len()..)?.chars().next()).unwrap_or(c)
}
