//! What a dialled code or a number does, as far as its form says: whether it asks, sets something, or costs more
//! than a call.

use super::way::Means;

/// Whether whoever has that number is paid by the caller, in the countries to which travellers mostly go and by
/// the form of the number alone: what looks so in one of them is refused everywhere, since no carrier answers
/// there.
///
/// The prefixes are those of the premium rate in the metadata of libphonenumber (github.com/google/libphonenumber,
/// read in 2026-11), with a plus of AU, CH, DE, ES, FR, GB, HK, IT, JP, NZ and US, without one those that need no
/// country to be known: 1900, 0900, 0990, and 900 before seven or eight digits (US, HK). +979 is the International
/// Premium Rate Service (ITU-T E.169.2).
#[must_use]
pub fn is_premium(number: &str) -> bool {
    const ABROAD: &str = "1900 3389 34803 34806 34807 3989 4190 449 49900 61190 64900 81990 852900 979";
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let begins = |with: &str| digits.starts_with(with);
    let abroad = number.trim_start().strip_prefix('+').map_or(digits.strip_prefix("00"), |_| Some(digits.as_str()));
    match abroad {
        Some(abroad) => ABROAD.split(' ').any(|prefix| abroad.starts_with(prefix)),
        None if begins("900") => matches!(digits.len(), 10 | 11),
        None => digits.len() >= 8 && (begins("1900") || begins("0900") || begins("0990")),
    }
}

/// Whether whoever answers there is [paid by the caller](is_premium), where that is called, dialled or written to.
#[must_use]
pub fn is_costly(means: Means, number: &str) -> bool {
    matches!(means, Means::Text | Means::Dial | Means::Call) && is_premium(number)
}

/// Whether dialling this would set something of the line or the phone, such as where its calls go or
/// that all is erased, instead of asking something; and of a hotline, whether it is none that may be
/// dialled unseen: one with `*` or `#` is a short one, such as `*611`. Blanks, hyphens, dots and
/// brackets do not matter. False where nothing is dialled.
///
/// - Supplementary services, on and off: `**21*…#`, `*21*…#`, `*21#`, `#21#`, `##002#` (3GPP TS 22.030,
///   section 6.5.2 and annex B).
/// - Where calls are forwarded to in North America: `*72`, `*92` and their like, alone or before a number
///   (nationalnanpa.com/number_resource_info/vsc_definitions.html; `*71`, `*90` to `*93` as Verizon and
///   AT&T use them: callsaver.ai/blog/forward-calls-from-any-us-carrier-to-an-ai-answering-service,
///   help.housecallpro.com/en/articles/13402399-call-forwarding-index).
/// - What the handset takes for itself: `*#*#…#*#*` (Android's secret codes:
///   developer.android.com/reference/android/provider/Telephony.Sms.Intents#SECRET_CODE_ACTION), the
///   erasing and resetting ones of Samsung (ccm.net/mobile/phones/1269-samsung-phones-reset-security-code/,
///   fone.tips/samsung-reset-code/) and Nokia (zitseng.com/nokia/nokia-secret-codes).
///
/// Codes that nobody wrote down here pass: it is no proof that one is harmless.
#[must_use]
pub fn is_setting(means: Means, number: &str) -> bool {
    // Whoever types in a code that stands behind a plus leaves that out.
    let code: String = number.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '+')).collect();
    match means {
        Means::Dial => sets(&code),
        Means::Call => sets(&code) || code.contains(['*', '#']) && !is_short(&code),
        Means::Text | Means::App | Means::Website | Means::Pay | Means::Shop => false,
    }
}

fn sets(code: &str) -> bool {
    const HANDSETS: &str = "** ## #* *#*# *2767* *#7370 *#7780 *#7728";
    HANDSETS.split(' ').any(|start| code.starts_with(start)) || is_service(code) || is_forwarding(code)
}

/// `*21*…`, `*21#…`, `#21#` and `#21*…`: a supplementary service by its number.
fn is_service(code: &str) -> bool {
    const SERVICES: &str = "002 004 03 21 30 31 33 330 331 332 333 35 351 353 43 61 62 67";
    let named = code.strip_prefix(['*', '#']).and_then(|rest| rest.split_once(['*', '#']));
    named.is_some_and(|(named, _)| SERVICES.split(' ').any(|service| service == named))
}

/// `*72`, `*72…`, `*92…#`: two digits that forward, then a number or nothing. What is short and ends with
/// `#` asks: `*721#`.
fn is_forwarding(code: &str) -> bool {
    const NUMBER: usize = 7;
    let Some((service, rest)) = code.strip_prefix('*').and_then(|rest| rest.split_at_checked(2)) else { return false };
    let forwards = matches!(
        service.as_bytes(),
        [b'4', b'0' | b'2'] | [b'6' | b'8', b'3' | b'8'] | [b'7', b'1'..=b'5'] | [b'9', b'0'..=b'3']
    );
    let to = rest.strip_suffix('#');
    let digits = to.unwrap_or(rest);
    let ends = to.is_none() || digits.is_empty() || digits.len() >= NUMBER;
    forwards && ends && is_digits(digits)
}

/// `*611`, `#86`: a sign and two to four digits.
fn is_short(code: &str) -> bool {
    let digits = code.strip_prefix(['*', '#']).unwrap_or_default();
    matches!(digits.len(), 2..=4) && is_digits(digits)
}

/// Digits, those of a voucher among them, which stand as `PIN`.
fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
