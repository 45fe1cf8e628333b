//! The words that stand for the choices, and the texts that stand for the quantities. Frozen: a
//! word once written is read for ever, and none changes its meaning.

use crate::domain::convert::natural;
use crate::domain::{
    Act, Amount, Arrival, Bucket, CardForm, Channel, Currency, Decimal, Effect, Money, Quantity, Source, Start,
    Threshold, Unit,
};

/// A choice that has one word for each of its alternatives.
pub(super) trait Word: Sized {
    /// Its word.
    fn word(self) -> &'static str;
    /// The choice of a word, or `None` where this version knows no such word.
    fn parse(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($($choice:ident { $($name:ident $word:literal)* })*) => {$(
        impl Word for $choice {
            fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    )*};
}

words! {
    Act { Used "used" CodeReceived "code" FeePaid "fee" }
    Arrival { Arrived "arrived" Pending "pending" }
    Bucket {
        General "data" Hotspot "hotspot" Roaming "roaming" AppOnly "app" Local "local" Night "night" Bonus "bonus"
        Carried "carried" Money "money" Minutes "minutes" Messages "texts"
    }
    CardForm { Physical "sim" Esim "esim" AppManaged "app" DataOnly "data" }
    Channel {
        OfficialSite "site" App "app" Alipay "alipay" WeChat "wechat" PayPal "paypal" CreditCard "card"
        LinePay "linepay" Shop "shop" Voucher "voucher" AutoRenewal "auto" Hotline "hotline"
    }
    Effect { Add "add" Replace "replace" Queue "queue" Extend "extend" }
    Source { Text "text" DialledCode "code" App "app" Website "site" Hotline "hotline" PhoneCounter "phone" }
    Start { Purchase "purchase" Installation "installation" FirstUse "use" }
    Unit { B "B" KB "KB" MB "MB" GB "GB" TB "TB" }
}

/// `1.20 GB`
pub(super) fn amount(amount: Amount) -> String {
    figure(amount.figure(), amount.unit().word())
}

pub(super) fn read_amount(text: &str) -> Option<Amount> {
    let (figure, unit) = text.split_once(' ')?;
    Amount::new(Decimal::parse(figure)?, Unit::parse(unit)?)
}

/// `12.50 USD`
pub(super) fn money(money: Money) -> String {
    figure(money.figure, money.currency.code())
}

pub(super) fn read_money(text: &str) -> Option<Money> {
    let (figure, currency) = text.split_once(' ')?;
    Some(Money { figure: Decimal::parse(figure)?, currency: Currency::parse(currency)? })
}

/// `1.20 GB`, `12.50 USD` or `100`: no unit of data has three letters, as every currency has.
pub(super) fn quantity(quantity: Quantity) -> String {
    match quantity {
        Quantity::Data(data) => amount(data),
        Quantity::Money(sum) => money(sum),
        Quantity::Count(count) => count.to_string(),
    }
}

pub(super) fn read_quantity(text: &str) -> Option<Quantity> {
    let data = || read_amount(text).map(Quantity::Data);
    let sum = || read_money(text).map(Quantity::Money);
    data().or_else(sum).or_else(|| Decimal::parse(text).map(Quantity::Count))
}

/// `20%`, `1.00 GB` or `off`
pub(super) fn threshold(threshold: Threshold) -> String {
    match threshold {
        Threshold::Amount(least) => amount(least),
        Threshold::Percent(share) => format!("{share}%"),
        Threshold::Off => "off".to_owned(),
    }
}

pub(super) fn read_threshold(text: &str) -> Option<Threshold> {
    if text == "off" {
        return Some(Threshold::Off);
    }
    match text.strip_suffix('%') {
        Some(share) => natural(share).map(Threshold::Percent),
        None => read_amount(text).map(Threshold::Amount),
    }
}

fn figure(figure: Decimal, unit: &str) -> String {
    let mut text = figure.to_string();
    text.push(' ');
    text.push_str(unit);
    text
}
