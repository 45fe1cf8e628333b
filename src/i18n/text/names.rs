//! The names of what the domain knows: buckets, sources, channels, effects, forms of a card.

use crate::domain::{Act, Arrival, Bucket, CardForm, Channel, Effect, Source, Start};
use crate::i18n::Lang;

/// The title of the page.
#[must_use]
pub fn title(lang: Lang) -> &'static str {
    pick!(lang, "余量 · SIM Gauge", "餘量 · SIM Gauge", "SIM Gauge · 余量")
}

/// What can run out.
#[must_use]
pub fn bucket(bucket: Bucket, lang: Lang) -> &'static str {
    match bucket {
        Bucket::General => pick!(lang, "通用流量", "一般流量", "General data"),
        Bucket::Hotspot => pick!(lang, "个人热点", "個人熱點", "Hotspot"),
        Bucket::Roaming => pick!(lang, "漫游流量", "漫遊流量", "Roaming data"),
        Bucket::Local => pick!(lang, "省内流量", "省內流量", "Provincial data"),
        Bucket::Night => pick!(lang, "夜间闲时流量", "夜間離峰流量", "Night data"),
        Bucket::AppOnly => pick!(lang, "定向流量", "指定 App 流量", "App-only data"),
        Bucket::Bonus => pick!(lang, "赠送流量", "贈送流量", "Bonus data"),
        Bucket::Carried => pick!(lang, "结转流量", "結轉流量", "Carried-over data"),
        Bucket::Money => pick!(lang, "账户余额", "帳戶餘額", "Money balance"),
        Bucket::Minutes => pick!(lang, "通话分钟", "通話分鐘", "Minutes"),
        Bucket::Messages => pick!(lang, "短信", "簡訊", "Texts"),
    }
}

/// Where a figure came from.
#[must_use]
pub fn source(source: Source, lang: Lang) -> &'static str {
    match source {
        Source::Text => pick!(lang, "短信", "簡訊", "Text message"),
        Source::DialledCode => pick!(lang, "拨号代码", "撥號代碼", "Dialled code"),
        Source::App => pick!(lang, "App", "App", "App"),
        Source::Website => pick!(lang, "官网", "官網", "Website"),
        Source::Hotline => pick!(lang, "客服热线", "客服專線", "Hotline"),
        Source::PhoneCounter => pick!(lang, "手机自己的统计", "手機自己的統計", "Phone's own counter"),
    }
}

/// How a top-up was paid or came.
#[must_use]
pub fn channel(channel: Channel, lang: Lang) -> &'static str {
    match channel {
        Channel::OfficialSite => pick!(lang, "官网", "官網", "Official site"),
        Channel::App => pick!(lang, "App", "App", "App"),
        Channel::Alipay => pick!(lang, "支付宝", "支付寶", "Alipay"),
        Channel::WeChat => pick!(lang, "微信支付", "微信支付", "WeChat Pay"),
        Channel::PayPal => "PayPal",
        Channel::CreditCard => pick!(lang, "信用卡", "信用卡", "Credit card"),
        Channel::LinePay => "LINE Pay",
        Channel::Shop => pick!(lang, "门店", "門市", "Shop"),
        Channel::Voucher => pick!(lang, "充值卡", "儲值卡", "Voucher"),
        Channel::AutoRenewal => pick!(lang, "自动续费", "自動續訂", "Auto-renewal"),
        Channel::Hotline => pick!(lang, "客服热线", "客服專線", "Hotline"),
    }
}

/// What a top-up does to what is there.
#[must_use]
pub fn effect(effect: Effect, lang: Lang) -> &'static str {
    match effect {
        Effect::Add => pick!(lang, "加在现有流量上", "加在現有流量上", "Adds to what is left"),
        Effect::Replace => pick!(lang, "取代现有流量", "取代現有流量", "Replaces what is left"),
        Effect::Queue => pick!(lang, "排在后面，到期后生效", "排在後面，到期後生效", "Starts when this expires"),
        Effect::Extend => pick!(lang, "只延长有效期", "只延長效期", "Only extends validity"),
    }
}

/// Whether a top-up arrived.
#[must_use]
pub fn arrival(arrival: Arrival, lang: Lang) -> &'static str {
    match arrival {
        Arrival::Arrived => pick!(lang, "已到账", "已入帳", "Arrived"),
        Arrival::Pending => pick!(lang, "还没到账", "尚未入帳", "Not yet"),
    }
}

/// What keeps a number alive.
#[must_use]
pub fn act(act: Act, lang: Lang) -> &'static str {
    match act {
        Act::Used => pick!(lang, "用过一次", "使用過一次", "Used it"),
        Act::CodeReceived => pick!(lang, "收到验证码", "收到驗證碼", "Received a code"),
        Act::FeePaid => pick!(lang, "交了月费", "繳了月租", "Paid a fee"),
    }
}

/// What a card is made of.
#[must_use]
pub fn card_form(form: CardForm, lang: Lang) -> &'static str {
    match form {
        CardForm::Physical => pick!(lang, "实体卡", "實體卡", "SIM card"),
        CardForm::Esim => "eSIM",
        CardForm::AppManaged => pick!(lang, "在 App 里管理", "在 App 裡管理", "Managed in an app"),
        CardForm::DataOnly => pick!(lang, "纯流量卡", "純上網卡", "Data only"),
    }
}

/// What starts a validity of so many days.
#[must_use]
pub fn start(start: Start, lang: Lang) -> &'static str {
    match start {
        Start::Purchase => pick!(lang, "从购买起", "從購買起", "From purchase"),
        Start::Installation => pick!(lang, "从安装起", "從安裝起", "From installation"),
        Start::FirstUse => pick!(lang, "从首次使用起", "從首次使用起", "From first use"),
    }
}
