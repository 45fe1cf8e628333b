//! Language, theme, where the data is, what this app does not do.

use super::carry::backup_standing;
use super::parts::{self, chip, header, languages, link, tag};
use super::{View, reported, say};
use crate::app::screen::LOOKED_AT;
use crate::app::{Msg, Route, Theme};
use crate::domain::{Pattern, PatternId};
use crate::i18n::text::carry::CarryWord;
use crate::i18n::text::forms_reply as words;
use crate::i18n::text::forms_taught::Taught;
use crate::i18n::text::screens::Word;
use crate::i18n::text::screens_heard::HeardWord;
use crate::i18n::text::screens_settings::{SettingsSay, SettingsWord};
use crate::sms::Role;
use yew::{Html, html};

pub(super) fn settings(view: &View<'_>) -> Html {
    let lang = view.lang;
    let part = |title: &'static str, content: Html| html! { <section class="stack">{ tag("h2", "", title) }{ content }</section> };
    let theme = |theme: Theme| {
        let word = match theme {
            Theme::Device => SettingsWord::ThemeDevice,
            Theme::Light => SettingsWord::ThemeLight,
            Theme::Dark => SettingsWord::ThemeDark,
        };
        chip(word.say(lang), view.model.theme == theme, view.on(Msg::ChoseTheme(theme)))
    };
    html! {
        <>
            { header(view, Word::Settings.say(lang), Route::Home) }
            <main class="settings">
                { part(Word::Language.say(lang), languages(view)) }
                { part(SettingsWord::Theme.say(lang), html! {
                    <div class="chips" role="group" aria-label={SettingsWord::Theme.say(lang)}>{ for Theme::ALL.into_iter().map(theme) }</div>
                }) }
                if !view.model.book.patterns.is_empty() {
                    { part(SettingsWord::Patterns.say(lang), patterns(view)) }
                }
                if !view.model.book.reports.is_empty() {
                    { part(HeardWord::All.say(lang), reported::all(view)) }
                }
                { part(Word::Data.say(lang), html! {
                    <>
                        { tag("p", "num", backup_standing(view)) }
                        { link("btn main", Word::Data.say(lang), Route::Data) }
                    </>
                }) }
                { part(SettingsWord::Install.say(lang), html! {
                    <>
                        { tag("p", "", SettingsWord::InstallSays.say(lang)) }
                        { tag("p", "", CarryWord::MoveSays.say(lang)) }
                    </>
                }) }
                { part(SettingsWord::Privacy.say(lang), tag("p", "", SettingsWord::PrivacySays.say(lang))) }
                { part(SettingsWord::About.say(lang), html! {
                    <>
                        <p class="num">{ "SIM Gauge · " }{ SettingsSay::Version { version: env!("CARGO_PKG_VERSION") }.say(lang) }</p>
                        { link("quiet", Word::Cards.say(lang), Route::Cards) }
                        { link("quiet", Word::Sample.say(lang), Route::Sample) }
                    </>
                }) }
            </main>
        </>
    }
}

/// What was taught, each with what it reads and the way to forget it.
fn patterns(view: &View<'_>) -> Html {
    let lang = view.lang;
    let one = |(id, pattern): (PatternId, &Pattern)| {
        let role = words::role(Role::from(pattern.meaning()), lang);
        // Where it was cut, the line says so; elsewhere it begins and ends as a line of the reply does.
        let cut = |whole: bool| if whole { "" } else { "…" };
        let (before, after) = (pattern.before(), pattern.after());
        let (head, tail) = (cut(before.starts_with('\n')), cut(after.ends_with('\n')));
        let what = [head, before.trim_start(), "[", &role, "]", after.trim_end(), tail].concat().replace('\n', " ");
        let carrier = pattern.carrier().map(|known| say::carrier_name(view, known.as_str()).to_owned());
        let count = view.model.reads.of(pattern).len().to_string();
        let reads = Taught::Earlier { last: &LOOKED_AT.to_string(), count: &count }.say(lang);
        let facts: Vec<String> = carrier.into_iter().chain([reads]).collect();
        let name = Taught::Forget { what: &what }.say(lang);
        let forget = || (SettingsWord::Forget.say(lang), name, view.on(Msg::RemovedPattern(id)));
        let forget = (!view.model.journal.is_read_only_pattern(id)).then(forget);
        parts::row(id.to_string(), what, facts.join(say::DOT), forget)
    };
    let kept = view.model.book.patterns.iter().map(|(&id, kept)| (id, &kept.value));
    html! {
        <>
            { tag("p", "note", SettingsWord::PatternsSay.say(lang)) }
            <ul class="changes">{ for kept.map(one) }</ul>
        </>
    }
}
