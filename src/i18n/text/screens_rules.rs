//! The rules of a carrier as sentences.

use crate::guide::{Rule, Span, Unit};
use crate::i18n::Lang;

sentences! {
    /// The rules that name a figure.
    RuleSay {
        LastsFrom { sum, span }: "充 {sum} 起，{span}内有效。", "儲值 {sum} 起，效期 {span}。",
            "A top-up of {sum} or more is good for {span}.";
        Lasts { span }: "充值后 {span}内有效。", "儲值後效期 {span}。", "A top-up is good for {span}.";
        Renews { span }: "套餐每 {span}扣一次费。", "方案每 {span}扣款一次。", "The plan charges again every {span}.";
        Use { span }: "{span}内没有发过短信、打过电话或付过费，号码会被收回。",
            "{span}內沒有傳簡訊、通話或付費，門號會遭收回。",
            "The number is lost if nothing is sent, called or paid for {span}.";
        TopUp { span }: "{span}内没有充值，号码会被收回。", "{span}內沒有儲值，門號會遭收回。",
            "The number is lost if it isn’t topped up for {span}.";
        Grace { span }: "到期后还有 {span}可以充值，过后号码会被收回。", "到期後還有 {span}可以儲值，逾期門號會遭收回。",
            "After it expires there are {span} to top up before the number is lost.";
        Warns { at }: "余量到这些数时会主动通知：{at}。", "剩餘到這些數時會主動通知：{at}。",
            "The carrier notifies you automatically at: {at}.";
        Lags { span }: "显示的用量可能晚 {span}。", "顯示的用量可能晚 {span}。", "The figure shown can be {span} old.";
    }
}

/// A rule in one sentence.
#[must_use]
pub fn rule(rule: &Rule, lang: Lang) -> String {
    let said = |span: &Span| self::span(*span, lang);
    match rule {
        Rule::Lasts { from: Some(sum), span } => RuleSay::LastsFrom { sum, span: &said(span) }.say(lang),
        Rule::Lasts { from: None, span } => RuleSay::Lasts { span: &said(span) }.say(lang),
        Rule::Renews(span) => RuleSay::Renews { span: &said(span) }.say(lang),
        Rule::Use(span) => RuleSay::Use { span: &said(span) }.say(lang),
        Rule::TopUp(span) => RuleSay::TopUp { span: &said(span) }.say(lang),
        Rule::Grace(span) => RuleSay::Grace { span: &said(span) }.say(lang),
        Rule::Warns(at) => RuleSay::Warns { at }.say(lang),
        Rule::Lags(span) => RuleSay::Lags { span: &said(span) }.say(lang),
        Rule::CalendarMonth => {
            pick!(lang, "流量只算到当月月底。", "流量只算到當月月底。", "What is left ends with the calendar month.")
                .to_owned()
        }
        Rule::DataOnly => pick!(
            lang,
            "多数卡只有流量：不能发短信，也不能打电话。",
            "多數卡只有流量：不能傳簡訊，也不能打電話。",
            "Most of its cards carry data only: no texts, no calls."
        )
        .to_owned(),
        Rule::Says(words) => words.clone(),
    }
}

/// The rule that a report names by its words ([`Rule::words`]), in one sentence.
#[must_use]
pub fn worded(words: &str, lang: Lang) -> String {
    rule(&Rule::of_words(words), lang)
}

/// `30 天`, `3 个月`; `30 days`, `1 month`.
fn span(span: Span, lang: Lang) -> String {
    let one = span.count == 1;
    let unit = match span.unit {
        Unit::Hours if one => pick!(lang, "小时", "小時", "hour"),
        Unit::Hours => pick!(lang, "小时", "小時", "hours"),
        Unit::Days if one => pick!(lang, "天", "天", "day"),
        Unit::Days => pick!(lang, "天", "天", "days"),
        Unit::Months if one => pick!(lang, "个月", "個月", "month"),
        Unit::Months => pick!(lang, "个月", "個月", "months"),
    };
    let mut text = span.count.to_string();
    text.push(crate::i18n::format::NBSP);
    text.push_str(unit);
    text
}
