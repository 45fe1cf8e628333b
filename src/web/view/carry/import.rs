//! What comes in: choosing it, opening it, seeing what it would change, and only then taking it in.

use super::carrier::carrier;
use super::table::table;
use crate::app::carry::{CardLine, Incoming, Move, Ready, Refusal, Secret};
use crate::app::{Msg, Route};
use crate::guide::{Harm, NoCarrier};
use crate::i18n::Lang;
use crate::i18n::text::carry::{CarrySay, CarryWord};
use crate::i18n::text::forms::Label;
use crate::i18n::text::forms_faults::Wrong;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_heard::{HeardSay, HeardWord};
use crate::i18n::text::screens_ways::WaysWord;
use crate::journal::{How, Unordered, Unreadable};
use crate::web::view::View;
use crate::web::view::notice::fault_word;
use crate::web::view::parts::{Tone, banner, button, chip, header, link, tag};
use crate::web::view::say::DOT;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::{Callback, Html, InputEvent, SubmitEvent, TargetCast, html};

pub(in crate::web::view) fn import(view: &View<'_>) -> Html {
    let lang = view.lang;
    let busy = |word: CarryWord| html! { <p role="status">{ word.say(lang) }</p> };
    let (content, bar) = match &view.model.carry.incoming {
        Incoming::Nothing => (choose(view), None),
        Incoming::Reading | Incoming::Opened(_) => (busy(CarryWord::Reading), None),
        Incoming::Writing(_) => (busy(CarryWord::Working), None),
        Incoming::Sealed { key, busy, wrong, .. } => (sealed(view, key, *busy, *wrong), None),
        Incoming::Ready(ready) => (preview(view, ready), Some(accept(view, !ready.merge.records.is_empty()))),
        Incoming::Carrier(file) => {
            let (content, any) = carrier(view, file);
            (content, Some(accept(view, any)))
        }
        Incoming::Table(rows) => (table(view, rows), Some(accept(view, !rows.found.entries.is_empty()))),
        Incoming::Taken(count) => (taken(view, *count), None),
        Incoming::Refused(refusal) => (refused(view, *refusal), None),
    };
    html! {
        <>
            { header(view, CarryWord::Import.say(lang), Route::Data) }
            <main class="settings stack">{ content }</main>
            { for bar }
        </>
    }
}

fn choose(view: &View<'_>) -> Html {
    let say = |word: CarryWord| word.say(view.lang);
    let send = view.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            send.emit(Rc::new(Msg::Carry(Move::Read(Ok(area.value())))));
        }
    });
    html! {
        <>
            { tag("p", "", say(CarryWord::RestoreSays)) }
            { button("btn main", say(CarryWord::ChooseFile), view.carry(Move::AskedFile)) }
            { button("btn", say(CarryWord::PasteText), view.carry(Move::AskedClipboard)) }
            <div class="field">
                <label for="text">{ say(CarryWord::PasteHere) }</label>
                <textarea id="text" rows="3" autocomplete="off" spellcheck="false" {oninput} />
            </div>
        </>
    }
}

fn sealed(view: &View<'_>, key: &Secret, busy: bool, wrong: bool) -> Html {
    let say = |word: CarryWord| word.say(view.lang);
    let send = view.send.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Rc::new(Msg::Carry(Move::SubmittedKey)));
    });
    let wrong = wrong.then(|| say(CarryWord::WrongKey));
    html! {
        <form class="stack" novalidate=true {onsubmit}>
            { tag("p", "", say(CarryWord::SealedSays)) }
            { view.secret("key", say(CarryWord::Passphrase), key, wrong, Move::TypedKey) }
            if wrong.is_some() {
                { tag("p", "note", say(CarryWord::Unchanged)) }
            }
            <button type="submit" class="btn main">{ say(if busy { CarryWord::Opening } else { CarryWord::Open }) }</button>
            { button("quiet", say(CarryWord::Drop), view.carry(Move::Dropped)) }
        </form>
    }
}

fn preview(view: &View<'_>, ready: &Ready) -> Html {
    let lang = view.lang;
    let merge = &ready.merge;
    let count = |count: usize| count.to_string();
    let conflict = merge.differences.iter().any(|one| matches!(one.how, How::TheirsStands | How::OursStands));
    html! {
        <>
            if merge.records.is_empty() {
                { tag("p", "", CarryWord::NothingNew.say(lang)) }
            } else {
                { tag("h2", "", CarryWord::WouldChange.say(lang)) }
                <ul class="changes">{ for ready.cards.iter().map(|line| card(lang, line)) }</ul>
                { tag("p", "num", CarrySay::Come { count: &count(merge.records.len()) }.say(lang)) }
            }
            if conflict {
                { banner(Tone::Warn, html! { { CarryWord::ConflictSays.say(lang) } }) }
            }
            if merge.wiped > 0 {
                { tag("p", "num", CarrySay::Wiped { count: &count(merge.wiped) }.say(lang)) }
                { tag("div", "chips", chip(CarryWord::BringBack.say(lang), ready.back, view.carry(Move::ChoseWiped(!ready.back)))) }
            }
            if merge.left_out > 0 {
                { tag("p", "note num", CarrySay::LeftOut { count: &count(merge.left_out) }.say(lang)) }
            }
        </>
    }
}

fn card(lang: Lang, line: &CardLine) -> Html {
    let how = line.how.map(|how| match how {
        How::New => CarryWord::CardNew,
        How::Changed => CarryWord::CardChanged,
        How::Removed => CarryWord::CardRemoved,
        How::TheirsStands => CarryWord::CardTheirs,
        How::OursStands => CarryWord::CardOurs,
    });
    let mut said: Vec<String> = how.map(|how| how.say(lang).to_owned()).into_iter().collect();
    let mut say = |count: usize, sentence: fn(&str, Lang) -> String| {
        if count > 0 {
            said.push(sentence(&count.to_string(), lang));
        }
    };
    say(line.new, |count, lang| CarrySay::NewEntries { count }.say(lang));
    say(line.changed, |count, lang| CarrySay::ChangedEntries { count }.say(lang));
    say(line.removed, |count, lang| CarrySay::RemovedEntries { count }.say(lang));
    say(line.theirs, |count, lang| CarrySay::Theirs { count }.say(lang));
    say(line.ours, |count, lang| CarrySay::Ours { count }.say(lang));
    let name = line.name.clone().unwrap_or_else(|| CarryWord::OtherCard.say(lang).to_owned());
    html! { <li><div>{ tag("b", "", name) }{ tag("p", "note num", said.join(DOT)) }</div></li> }
}

/// The two ways on; only one, where nothing would come.
fn accept(view: &View<'_>, any: bool) -> Html {
    let drop = button("btn", CarryWord::Drop.say(view.lang), view.carry(Move::Dropped));
    html! {
        <div class="bar">
            { drop }
            if any {
                { button("btn main", CarryWord::Accept.say(view.lang), view.carry(Move::Accepted)) }
            }
        </div>
    }
}

fn taken(view: &View<'_>, count: usize) -> Html {
    html! {
        <>
            <p role="status" class="num">{ CarrySay::Taken { count: &count.to_string() }.say(view.lang) }</p>
            { link("btn main", Word::Home.say(view.lang), Route::Home) }
        </>
    }
}

fn refused(view: &View<'_>, refusal: Refusal) -> Html {
    let lang = view.lang;
    let word = match refusal {
        Refusal::Carrier(fault) => no_carrier(fault, lang),
        refusal => refusal_word(refusal).say(lang).to_owned(),
    };
    let why = if let Refusal::Unstored(fault) = refusal { Some(fault_word(fault).say(lang)) } else { None };
    html! {
        <>
            <div role="alert">
                { banner(Tone::Stop, html! { <>{ tag("b", "", word) }{ for why }{ " " }{ CarryWord::Unchanged.say(lang) }</> }) }
            </div>
            { choose(view) }
        </>
    }
}

/// Why a file is no carrier; what in it is not as it should be, and where.
fn no_carrier(fault: NoCarrier, lang: Lang) -> String {
    let spot = match fault {
        NoCarrier::Foreign => return CarryWord::Foreign.say(lang).to_owned(),
        NoCarrier::TooLarge => return CarryWord::TooLarge.say(lang).to_owned(),
        NoCarrier::Newer => return HeardWord::FileNewer.say(lang).to_owned(),
        NoCarrier::Damaged => return HeardWord::FileDamaged.say(lang).to_owned(),
        NoCarrier::Bad(spot) => spot,
    };
    let list = match spot.list {
        "check" => WaysWord::CheckTitle.say(lang),
        "top_up" => WaysWord::TopUpTitle.say(lang),
        "rules" => WaysWord::RulesTitle.say(lang),
        _ => HeardWord::Itself.say(lang),
    };
    let row = &spot.row.to_string();
    let bad = match (spot.row, named(spot.field)) {
        (0, None) => return HeardWord::FileDamaged.say(lang).to_owned(),
        (_, None) => HeardSay::BadRow { list, row },
        (0, Some(field)) => HeardSay::BadField { list, field: field.say(lang) },
        (_, Some(field)) if spot.harm == Some(Harm::Missing) => HeardSay::LacksIn { list, row, field: field.say(lang) },
        (_, Some(field)) => HeardSay::BadIn { list, row, field: field.say(lang) },
    };
    let bad = bad.say(lang);
    let why = match spot.harm {
        None | Some(Harm::Missing) => return bad,
        Some(Harm::Emergency) => Wrong::Emergency,
        Some(Harm::Sets) => Wrong::Sets,
        Some(Harm::Costs) => Wrong::Costs,
    };
    [bad.as_str(), if lang == Lang::En { " " } else { "" }, why.say(lang)].concat()
}

/// What a field of a file is called in the forms, where one has it.
fn named(field: &str) -> Option<Label> {
    Some(match field {
        "text" => Label::SendTo,
        "say" => Label::TextWords,
        "dial" => Label::Code,
        "call" => Label::Hotline,
        "from" => Label::FromAbroad,
        "menu" => Label::MenuKeys,
        "app" | "pay" => Label::AppName,
        "site" => Label::WebAddress,
        "shop" => Label::ShopName,
        "name" => Label::Name,
        "network" => Label::NetworkName,
        "words" | "rule" => Label::RuleWords,
        "on" | "worked" | "failed" | "denied" | "name_on" | "network_on" => Label::At,
        "asks" => Label::Answers,
        "cost" => Label::Cost,
        "where" => Label::WhereUsed,
        "for" => Label::DaysUnit,
        _ => return None,
    })
}

/// Why anything else was refused.
const fn refusal_word(refusal: Refusal) -> CarryWord {
    match refusal {
        Refusal::Unreadable(Unreadable::Empty) => CarryWord::Empty,
        Refusal::Unreadable(Unreadable::TooLarge) | Refusal::Unordered(Unordered::TooLarge) => CarryWord::TooLarge,
        Refusal::Unreadable(Unreadable::Foreign) | Refusal::Unordered(_) | Refusal::Carrier(_) => CarryWord::Foreign,
        Refusal::Unreadable(Unreadable::Damaged) => CarryWord::Damaged,
        Refusal::Unreadable(Unreadable::Newer) => CarryWord::Newer,
        Refusal::Clipboard => CarryWord::NoClipboard,
        Refusal::File => CarryWord::NoFile,
        Refusal::Key => CarryWord::WrongKey,
        Refusal::NoCrypto => CarryWord::NoCrypto,
        Refusal::Unstored(_) => CarryWord::Unstored,
    }
}
