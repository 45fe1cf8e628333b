//! What a reading says, in words that a case can hold, and what holds for every reading of any text.

use sim_gauge::domain::{Bucket, Currency};
use sim_gauge::sms::{Certainty, Choice, Reader, Reading, Role, Value, Verdict};

/// What it says, figure by figure.
pub(crate) fn said(reading: &Reading) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Verdict::Nothing(refusal) = reading.verdict {
        return format!("nothing: {refusal:?}");
    }
    for figure in &reading.figures {
        parts.push(match &figure.role {
            Certainty::Sure(role, _) => choice(*role, figure.value),
            Certainty::Asked(choices) => {
                let choices: Vec<String> =
                    choices.iter().map(|Choice { role, value, .. }| choice(*role, *value)).collect();
                format!("ask {}", choices.join(" or "))
            }
        });
    }
    parts.extend(reading.carrier.map(str::to_owned));
    parts.extend(reading.tails.iter().map(|tail| format!("tail {tail}")));
    parts.join(", ")
}

fn choice(role: Role, value: Value) -> String {
    let of = |bucket: Bucket| match bucket {
        Bucket::General => String::new(),
        bucket => format!(" {bucket:?}").to_lowercase(),
    };
    let role = match role {
        Role::Left(bucket) => format!("left{}", of(bucket)),
        Role::Used(bucket) => format!("used{}", of(bucket)),
        Role::Total(bucket) => format!("total{}", of(bucket)),
        Role::Expires => "expires".to_owned(),
        Role::CreditExpires => "credit expires".to_owned(),
        Role::Renews => "renews".to_owned(),
        Role::TopUp => "top-up".to_owned(),
    };
    let value = match value {
        Value::Data(amount) => format!("{} {:?}", amount.figure(), amount.unit()),
        Value::Percent(share) => format!("{share} %"),
        Value::Money(figure, Some(currency)) => format!("{figure} {currency}"),
        Value::Money(figure, None) => format!("{figure} ?"),
        Value::Date(date) => date.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Unlimited => "unlimited".to_owned(),
        Value::Slowed => "slowed".to_owned(),
        Value::Slows => "slows".to_owned(),
    };
    format!("{role} {value}")
}

/// What holds for every reading of every text.
pub(crate) fn sound(text: &str, reading: &Reading) {
    for figure in &reading.figures {
        let mut spans = vec![figure.span];
        match &figure.role {
            Certainty::Sure(_, why) => spans.extend(why.words),
            Certainty::Asked(choices) => assert!(choices.len() > 1, "a question has at least two answers: {text}"),
        }
        for span in spans {
            assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{span:?} of {text:?}");
        }
    }
    if let Some(stated) = reading.stated {
        assert!(stated.span.start < stated.span.end && text.get(stated.span.start..stated.span.end).is_some());
    }
    assert_eq!(reading.verdict == Verdict::Reading, !reading.figures.is_empty(), "{text}");
    let settled = reading.settle(&[], Currency::USD);
    assert_eq!(settled.open(), reading.questions());
}

/// What holds for any text: it is read without a panic, every place lies in it, and the same is read
/// where spaces are doubled and letters and digits are full-width.
pub(crate) fn holds(text: &str, reader: &Reader<'_>) {
    let reading = reader.read(text);
    sound(text, &reading);
    for message in reader.paste(text).messages {
        let said = text.get(message.span.start..message.span.end).expect("a part of the text");
        assert!(message.whole.start <= message.span.start && message.span.end <= message.whole.end);
        sound(said, &message.reading);
    }
    let plain = said(&reading);
    for (wide, spaces) in [(false, 2), (true, 1)] {
        let changed = changed(text, wide, spaces);
        if changed.len() <= sim_gauge::domain::MAX_REPLY {
            assert_eq!(plain, said(&reader.read(&changed)), "{text:?} as {changed:?}");
        }
    }
}

/// The text with full-width letters and digits, or with so many spaces for each.
pub(crate) fn changed(text: &str, wide: bool, spaces: usize) -> String {
    let change = |c: char| {
        let full = wide && c.is_ascii_alphanumeric();
        let written = if full { char::from_u32(u32::from(c) + 0xfee0).expect("a character") } else { c };
        std::iter::repeat_n(written, if c == ' ' { spaces } else { 1 })
    };
    text.chars().flat_map(change).collect()
}

/// What replies are made of, for texts that look like some.
pub(crate) const PIECES: &[&str] = &[
    "剩余",
    "已使用",
    "流量",
    "共",
    "余额",
    "有效期至",
    "，",
    "。",
    "：",
    "元",
    "分钟",
    "条",
    "GB",
    "MB",
    "G",
    "M",
    "%",
    "1",
    "5",
    "12",
    "1,234",
    "1.5",
    "0",
    "2026",
    "年",
    "7月",
    "20日",
    "7/20",
    "07/20/2026",
    "2026-07-20",
    " ",
    "\n",
    "left",
    " of ",
    "used ",
    "you have ",
    "balance ",
    "expires ",
    "Jul ",
    "$",
    "-",
    "(",
    ")",
    "/",
    ":",
    "4G",
    "unlimited ",
    "data ",
    "days",
    "renews ",
    "less than ",
    "*100#",
    "http://a.b/c",
    "13912345678",
    "尾号",
    "9999999999999999999",
    "é",
    "👍",
    "\u{301}",
];
