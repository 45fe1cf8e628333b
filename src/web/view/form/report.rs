//! The form of a report: what one does and with which number, a rule in one's own words, a network, a name.

use super::field::{Beside, Kind, Sheet};
use crate::app::form::{Field, TOPICS, YES, has_more};
use crate::domain::{Asks, Means};
use crate::i18n::text::forms::Label;
use crate::i18n::text::screens_heard::HeardWord;
use crate::i18n::text::screens_rules;
use crate::i18n::text::screens_ways::WaysWord;
use crate::web::view::{heard, parts, way};
use yew::{Html, html};

/// What the form is about.
pub(super) fn title(topic: &str) -> HeardWord {
    let [check, top_up, rule, _, name] = TOPICS;
    match topic {
        word if word == check => HeardWord::FormCheck,
        word if word == top_up => HeardWord::FormTopUp,
        word if word == rule => HeardWord::FormRule,
        word if word == name => HeardWord::FormName,
        _ => HeardWord::FormNetwork,
    }
}

pub(super) fn fields(sheet: &Sheet<'_>) -> Html {
    let [.., rule, network, name] = TOPICS;
    let topic = sheet.get(Field::Topic);
    let of = Some(sheet.get(Field::Of)).filter(|what| !what.is_empty());
    let of = of.map(|what| {
        let what = if topic == rule { screens_rules::worded(what, sheet.view.lang) } else { heard::bare(what) };
        heard::listed(&sheet.view, &what)
    });
    html! {
        <>
            { for of }
            if topic == rule {
                { sheet.area(Field::What, sheet.say(Label::RuleWords), "3") }
            } else if topic == network {
                { sheet.input(Kind::Text, Field::What, Label::NetworkName, Beside::default()) }
            } else if topic == name {
                { sheet.input(Kind::Text, Field::What, Label::Name, Beside::default()) }
            } else {
                { contact(sheet) }
            }
        </>
    }
}

fn contact(sheet: &Sheet<'_>) -> Html {
    let say = |word: WaysWord| word.say(sheet.view.lang);
    let means = Means::parse(sheet.get(Field::Means)).unwrap_or(Means::Text);
    let check = sheet.get(Field::Topic) == TOPICS[0];
    // Nobody asks in a shop what is left.
    let asks_none = |one: Means| check && one != means && matches!(one, Means::Pay | Means::Shop);
    let choices = Means::ALL.into_iter().filter(|(_, means)| !asks_none(*means));
    let choices: Vec<_> = choices.map(|(word, means)| (word, say(way::title(means)))).collect();
    let (kind, what) = match means {
        Means::Text => (Kind::Text, Label::SendTo),
        Means::Dial => (Kind::Text, Label::Code),
        Means::Call => (Kind::Phone, Label::Hotline),
        Means::App => (Kind::Text, Label::AppName),
        Means::Website => (Kind::Text, Label::WebAddress),
        Means::Pay => (Kind::Text, Label::AppName),
        Means::Shop => (Kind::Text, Label::ShopName),
    };
    let beside = if means == Means::Shop { Beside::optional() } else { Beside::default() };
    let asks = [
        ("", Label::AnswersBalance),
        (Asks::Data.word().unwrap_or_default(), Label::AnswersData),
        (Asks::Money.word().unwrap_or_default(), Label::AnswersMoney),
    ];
    let asks = asks.map(|(word, label)| (word, sheet.say(label)));
    html! {
        <>
            { sheet.chips(Field::Means, sheet.say(Label::Means), &choices) }
            { sheet.input(kind, Field::What, what, beside) }
            if means == Means::Text {
                { sheet.input(Kind::Text, Field::With, Label::TextWords, Beside::default()) }
            } else if has_more(means) {
                { sheet.input(Kind::Phone, Field::With, Label::FromAbroad, Beside::optional()) }
                { sheet.input(Kind::Phone, Field::Menu, Label::MenuKeys, Beside::optional()) }
            }
            if matches!(means, Means::Text | Means::Dial | Means::Call) {
                { parts::tag("p", "note", HeardWord::CostsMoney.say(sheet.view.lang)) }
                { sheet.chips(Field::Free, sheet.say(Label::Cost), &[("", say(WaysWord::CostUnknown)), (YES, say(WaysWord::Free))]) }
                { sheet.chips(Field::Abroad, sheet.say(Label::WhereUsed), &[("", sheet.say(Label::Anywhere)), (YES, say(WaysWord::Abroad))]) }
            }
            if check {
                { sheet.chips(Field::Answers, sheet.say(Label::Answers), &asks) }
            }
        </>
    }
}
