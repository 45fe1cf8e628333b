//! Finding a carrier by any of its names, in any of the three languages.

use super::carrier::{Carrier, carriers};
use super::country::Country;
use super::directory::{Directory, Listing};
use crate::domain::Book;

/// How well a name fits: it is what was typed, begins so, one of its words does, it holds it; or it is of a
/// country of that name.
const IS: usize = 0;
const BEGINS: usize = 1;
const WORD: usize = 2;
const HOLDS: usize = 3;
const COUNTRY: usize = 4;
const FITS: usize = 5;

/// The carriers that fit what was typed: the one that is called so first, wherever it is; then those of
/// the country with that code, then the others. In each those whose name begins so, those of which a word
/// does, those whose name holds it, and those of a country of that name, in the order of the list. All of
/// them where nothing was typed. The name of the country may stand before that of the carrier, or behind it.
///
/// Capitals, blanks and signs do not matter: `att` finds AT&T. In the middle of a word nothing is found that
/// goes on behind its end, and no two Latin letters: `kt` is no HKT. It is found by the name that the person
/// gave it too. Other names than the first, and the numbers by which it answers, are known only with the directory.
/// Where nothing is found, those of which a word begins nearly so, `Verzion` for Verizon; the one that is nearly called
/// so first, wherever it is. Else those that fit the words side by side that the fewest fit, the first of such.
#[must_use]
pub fn search(typed: &str, home: Option<&str>, directory: Option<&Directory>, book: &Book) -> Vec<Carrier> {
    let known: Vec<Named<'_>> = carriers().map(|carrier| Named::of(carrier, directory, book)).collect();
    let mut found = by(&known, fit, typed, home);
    if found.is_empty() {
        found = by(&known, nearly, typed, home);
    }
    if found.is_empty() {
        let typed = spaced(typed);
        let words: Vec<&str> = typed.split_ascii_whitespace().take(WORDS).collect();
        for from in 0..words.len() {
            for to in from + 1..=words.len() {
                let run = words.get(from..to).unwrap_or_default().concat();
                // One letter is no word.
                let some = if run.len() > 1 { by(&known, fit, &run, home) } else { Vec::new() };
                if !some.is_empty() && (found.is_empty() || some.len() < found.len()) {
                    found = some;
                }
            }
        }
    }
    found
}

/// So many words are looked at one by one.
const WORDS: usize = 5;

/// How well a name, in [words](spaced), fits what was typed, which is folded.
type Fit = fn(&str, &str) -> usize;

/// A carrier with all that it is called, in [words](spaced).
struct Named<'a> {
    carrier: Carrier,
    country: Option<Country>,
    names: Vec<String>,
    listing: Option<&'a Listing>,
}

impl<'a> Named<'a> {
    fn of(carrier: Carrier, directory: Option<&'a Directory>, book: &Book) -> Self {
        let listing = directory.and_then(|directory| directory.find(carrier.id()));
        let mut names: Vec<&str> = carrier.names().all().collect();
        names.extend(book.carrier_name(carrier.id()));
        names.extend(listing.iter().flat_map(|listing| &listing.also).map(String::as_str));
        Self { carrier, country: carrier.country(), names: names.into_iter().map(spaced).collect(), listing }
    }

    /// Whether that is a number by which it is asked.
    fn answers(&self, number: &str) -> bool {
        let ways = self.listing.iter().flat_map(|listing| &listing.checks);
        ways.into_iter().any(|way| way.needs_a_line() && way.what == number)
    }
}

fn by(known: &[Named<'_>], fit: Fit, typed: &str, home: Option<&str>) -> Vec<Carrier> {
    let (typed, wanted) = (typed.trim(), folded(typed));
    let mut ranked = vec![Vec::new(); 2 * FITS];
    let mut place = Place { country: None, meant: false, rest: "" };
    for one in known {
        let best_of = |wanted: &str| one.names.iter().map(|name| fit(name, wanted)).min().unwrap_or(FITS);
        // The list goes by country: what was typed is compared with each of them once.
        if one.country != place.country {
            place = Place::of(one.country, typed, &wanted);
        }
        let mut best = best_of(&wanted);
        if typed.len() > 2 && one.answers(typed) {
            best = IS;
        }
        if best == FITS && !place.rest.is_empty() {
            best = best_of(place.rest);
        }
        if best > COUNTRY && place.meant {
            best = COUNTRY;
        }
        let away = one.country.map(|country| country.code) != home || home.is_none();
        let rank = match (best, away) {
            (IS, away) => usize::from(away),
            (_, false) => 1 + best,
            (_, true) => FITS + best,
        };
        if best < FITS
            && let Some(rank) = ranked.get_mut(rank)
        {
            rank.push(one.carrier);
        }
    }
    ranked.concat()
}

/// What was typed, seen from a country.
struct Place<'a> {
    country: Option<Country>,
    /// It is the country's code, or its name, or a word of that or its beginning.
    meant: bool,
    /// What stands behind the country's name, as in 泰国 AIS, or before it; else empty.
    rest: &'a str,
}

impl<'a> Place<'a> {
    fn of(country: Option<Country>, typed: &str, wanted: &'a str) -> Self {
        let mut place = Place { country, meant: false, rest: "" };
        if let Some(country) = country {
            place.meant = country.code.eq_ignore_ascii_case(typed);
            for name in country.names.all().map(spaced) {
                place.meant |= fit(&name, wanted) <= WORD;
                let name = name.replace(' ', "");
                let rest = wanted.strip_prefix(name.as_str()).or_else(|| wanted.strip_suffix(name.as_str()));
                place.rest = rest.unwrap_or(place.rest);
            }
            // Any card of that country: 泰国卡, 泰國 eSIM.
            place.meant |= place.rest.ends_with('卡') || place.rest.ends_with("sim");
        }
        place
    }
}

/// Whether a name holds what was typed: as [`search`] finds it, for a name that no list has.
#[must_use]
pub fn fits(name: &str, typed: &str) -> bool {
    fit(&spaced(name), &folded(typed)) < COUNTRY
}

fn fit(name: &str, wanted: &str) -> usize {
    let (name, wanted) = (name.trim_ascii().as_bytes(), wanted.as_bytes());
    let mut best = FITS;
    for start in 0..name.len().max(1) {
        let before = start.checked_sub(1).and_then(|before| name.get(before));
        // Chinese is written without blanks: Latin letters behind it begin a word.
        let word = before.is_none_or(|before| *before == b' ' || !before.is_ascii());
        let Some((end, parted)) = from(name.get(start..).unwrap_or_default(), wanted) else { continue };
        let latin = wanted.first().is_some_and(u8::is_ascii);
        best = best.min(match start {
            0 if end == name.len() => IS,
            0 => BEGINS,
            _ if word => WORD,
            _ if latin && (parted || wanted.len() < 3) => FITS,
            _ => HOLDS,
        });
    }
    best
}

/// As [`fit`], of a name of which a word begins with what was typed but for a slip: a letter too many, one that
/// is missing or wrong, or two that changed places. Of five letters at least, or three Chinese ones; of eight
/// there may be two. The first of the letters is right; ph is an f. The fewer slips the better, and one in the whole
/// name is as good as none.
fn nearly(name: &str, wanted: &str) -> usize {
    let letters: Vec<char> = wanted.replace("ph", "f").chars().collect();
    let most = match wanted.chars().count() {
        // Two scripts are two words, and neither is a slip.
        _ if !wanted.is_ascii() && wanted.bytes().any(|byte| byte.is_ascii()) => return FITS,
        8.. => 2,
        5.. => 1,
        3.. if !wanted.is_ascii() => 1,
        _ => return FITS,
    };
    let name = name.replace("ph", "f");
    let words = name.split(' ').scan(0, |from, word| Some((std::mem::replace(from, *from + word.len() + 1), word)));
    let near = |(from, word): (usize, &str)| {
        let rest: Vec<char> = name.get(from..).unwrap_or_default().chars().filter(|c| *c != ' ').collect();
        if word.chars().next() != letters.first().copied() {
            return FITS;
        }
        let row = slips(&letters, rest.get(..letters.len() + most + 1).unwrap_or(&rest));
        let whole = row.last().is_some_and(|slips| from == 0 && *slips < 2);
        row.into_iter()
            .min()
            .filter(|slips| *slips <= most)
            .map_or(FITS, |slips| if whole { IS } else { BEGINS + slips })
    };
    words.map(near).min().unwrap_or(FITS)
}

/// The slips between what was typed and each beginning of a name (optimal string alignment).
fn slips(typed: &[char], name: &[char]) -> Vec<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (i, letter) in typed.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, (other, above)) in name.iter().zip(row.windows(2)).enumerate() {
            let left = next.last().copied().unwrap_or(0);
            let [skew, up] = *above else { continue };
            let mut least = (skew + usize::from(letter != other)).min(up + 1).min(left + 1);
            let swapped = i > 0 && j > 0 && typed.get(i - 1) == Some(other) && name.get(j - 1) == Some(letter);
            if let (true, Some(two)) = (swapped, before.get(j.wrapping_sub(1))) {
                least = least.min(two + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row
}

/// Where what was typed ends in a name that goes on with it, whose blanks do not count; and whether one of
/// them stands in it.
fn from(name: &[u8], wanted: &[u8]) -> Option<(usize, bool)> {
    let (mut end, mut parted) = (0, false);
    for byte in wanted {
        if end > 0 && name.get(end) == Some(&b' ') {
            (end, parted) = (end + 1, true);
        }
        if name.get(end) != Some(byte) {
            return None;
        }
        end += 1;
    }
    Some((end, parted))
}

/// Letters that are written otherwise elsewhere, in Japan or by hand, those that are one in a word: each is the last
/// of its own. Only of letters in the names; what 简体 and 繁體 write otherwise stands there in both.
const ALIKE: &str = "臺台 樂楽乐 傳伝传 廣広广 實実实 靈霊灵 櫻桜樱";

/// Small letters, and neither blanks nor signs; letters of full width as those of half, and those that are
/// [alike](ALIKE) as one; a nought is an o, as whoever types H20 means.
fn folded(text: &str) -> String {
    spaced(text).replace(' ', "")
}

/// As [`folded`], with a blank between words.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            c if c.is_ascii() => c,
            c => ALIKE.split(' ').find(|alike| alike.contains(c)).and_then(|alike| alike.chars().last()).unwrap_or(c),
        };
        if !c.is_ascii_punctuation() && !c.is_whitespace() {
            spaced.push(if c == '0' { 'o' } else { c.to_ascii_lowercase() });
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced
}
