//! What a country decides: which number is the month, what a comma means, its money.

use crate::domain::Currency;

/// A country's habits.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// 01/02 is the second of January.
    pub(super) month_first: bool,
    /// 1,5 is one and a half.
    pub(super) comma: bool,
    /// Its money.
    pub(super) currency: &'static str,
}

/// `MDY` countries, then the others; each row: countries, month first, decimal comma.
const ROWS: [(&str, bool, bool); 3] = [
    ("US:USD PH:PHP", true, false),
    (
        "DE:EUR AT:EUR FR:EUR ES:EUR IT:EUR PT:EUR NL:EUR BE:EUR GR:EUR FI:EUR SI:EUR SK:EUR HR:EUR EE:EUR LV:EUR \
         LT:EUR LU:EUR PL:PLN CZ:CZK HU:HUF RO:RON BG:EUR DK:DKK SE:SEK NO:NOK RU:RUB UA:UAH BY:BYN KZ:KZT TR:TRY \
         BR:BRL AR:ARS CO:COP CL:CLP UY:UYU VE:VES EC:USD ID:IDR VN:VND RS:RSD MA:MAD DZ:DZD TN:TND BF:XOF SN:XOF \
         CI:XOF CM:XAF",
        false,
        true,
    ),
    (
        "GB:GBP IE:EUR MT:EUR CY:EUR AU:AUD NZ:NZD IN:INR PK:PKR BD:BDT LK:LKR NP:NPR SG:SGD MY:MYR TH:THB CN:CNY \
         HK:HKD TW:TWD MO:MOP JP:JPY KR:KRW CH:CHF MX:MXN PE:PEN IL:ILS AE:AED SA:SAR EG:EGP QA:QAR KW:KWD OM:OMR \
         BH:BHD JO:JOD IR:IRR GH:GHS NG:NGN KE:KES TZ:TZS UG:UGX ET:ETB MZ:MZN DJ:DJF KH:KHR LA:LAK MM:MMK",
        false,
        false,
    ),
];

/// South Africa and Canada write both commas and points, and Canada both orders of a date.
const MIXED: [(&str, &str); 2] = [("ZA", "ZAR"), ("CA", "CAD")];

/// The country's habits, where it is known and has one.
pub(super) fn place(country: Option<&str>) -> Option<Place> {
    let country = country?;
    ROWS.iter().find_map(|&(countries, month_first, comma)| {
        let currency = countries.split(' ').find_map(|pair| pair.strip_prefix(country)?.strip_prefix(':'))?;
        Some(Place { month_first, comma, currency })
    })
}

/// Whether 01/02 is the second of January in that country: where no row says so, only in these and where Americans
/// went is it (CLDR 46, the short dates of their locales); those of `MIXED` are not told.
pub(super) fn month_first(country: Option<&str>) -> Option<bool> {
    let both = MIXED.iter().any(|row| Some(row.0) == country);
    let known = place(country).map(|place| place.month_first);
    known.or_else(|| Some(["PA", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"].contains(&country.filter(|_| !both)?)))
}

/// The country's money.
pub(super) fn money(country: Option<&str>) -> Option<Currency> {
    let mixed = MIXED.iter().find(|row| Some(row.0) == country).map(|row| row.1);
    Currency::parse(place(country).map(|place| place.currency).or(mixed)?)
}

/// Signs that are money only in one country: there, `R 20` is rand. A row: the country, the code, the signs.
pub(super) const LOCAL_SIGNS: &str = "\
ZA ZAR\tr\n\
PH PHP\tp\n\
FR EUR\te\n\
RU RUB\tr|р|p.|rub|p\n\
BY BYN\tруб|руб.|byn\n\
UA UAH\tgrn\n\
BG BGN\tlv|лв\n\
VN VND\td\n\
MZ MZN\tmt\n\
NG NGN\tn\n\
IR IRR\trial|toman\n\
MG MGA\tar\n\
DZ DZD\tda\n\
ZM ZMW\tk\n\
BA BAM\tkm\n\
MA MAD\tدرهم\n\
IQ IQD\tدينار|د.ع\n\
CH CHF\tfr|fr.\n\
";
