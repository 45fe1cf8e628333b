//! The runtime of the app: messages in, effects out.
//!
//! It decides nothing. `app::update` says what is to be done, `platform` does it, and every answer
//! comes back as a message.

use super::device::Device;
use super::hand::ways;
use super::platform::{Clock, Storage, page};
use super::{later, view};
use crate::app::{Effect, Engine, Local, Model, Msg, Route, Start, Theme};
use crate::domain::Moment;
use crate::i18n::text::names;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use yew::platform::spawn_local;
use yew::{Callback, Component, Context, Html};

const MINUTE_MS: u32 = 60_000;

/// What the component hears.
pub(super) enum Heard {
    /// Something happened that the program has an answer to.
    Said(Msg),
    /// The later part of the program came, or did not.
    Fetched(bool),
    /// It is to be tried again.
    Wanted,
}

/// The later part of the program. What is said before it is there waits for it.
enum Later {
    Comes(Vec<Msg>),
    Failed(Vec<Msg>),
    Is,
}

/// The one struct component.
pub(super) struct App {
    model: Model,
    moment: Moment,
    clock: Clock,
    device: Device,
    send: Callback<Msg>,
    /// The field to be brought into view once it is drawn.
    focus: Option<&'static str>,
    /// Whether the place changed since the last drawing: the page then begins at its top.
    moved: bool,
    later: Later,
    /// What is to be done once the later part is there.
    put_off: Vec<Effect>,
    /// Live as long as the app.
    _world: (Vec<EventListener>, Interval),
}

impl Component for App {
    type Message = Heard;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(Heard::Said);
        let device = Device::open(send.clone());
        let kept = |local: Local| device.kept(local.word());
        let route = Route::parse(&page::route());
        let start = Start {
            records: device.records(),
            lang: kept(Local::Lang),
            languages: page::languages(),
            theme: kept(Local::Theme),
            drafts: device.kept(&device.tab.drafts()),
            awaited: kept(Local::Awaited),
            care: kept(Local::Care),
            can: ways(),
            route,
        };
        let (model, effects) = Model::start(start);
        let mut clock = Clock::new();
        if let Some(largest) = model.journal.largest_id() {
            clock.has_seen(largest);
        }
        let moment = clock.moment(&model.zones());
        let world = (listeners(&send), minutes(&send));
        let mut app = Self {
            model,
            moment,
            clock,
            device,
            send,
            focus: None,
            moved: false,
            later: Later::Comes(Vec::new()),
            put_off: Vec::new(),
            _world: world,
        };
        app.perform(effects);
        app.fetch_later(ctx);
        app.send.emit(Msg::NetworkChanged(page::online()));
        app.send.emit(Msg::Navigated(route));
        // A page that was killed while its owner read a text message comes back like this.
        app.send.emit(Msg::CameBack);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        match (heard, &mut self.later) {
            (Heard::Said(msg), Later::Is) => {
                let seen = msg.may_be_seen();
                self.take(msg);
                seen
            }
            (Heard::Said(msg), Later::Comes(waiting) | Later::Failed(waiting)) => {
                waiting.push(msg);
                false
            }
            (Heard::Wanted, Later::Failed(waiting)) => {
                self.later = Later::Comes(std::mem::take(waiting));
                self.fetch_later(ctx);
                true
            }
            (Heard::Fetched(true), Later::Comes(waiting)) => {
                let waiting = std::mem::take(waiting);
                self.later = Later::Is;
                later::settle_in(&self.device);
                let put_off = std::mem::take(&mut self.put_off);
                self.perform(put_off);
                waiting.into_iter().for_each(|msg| self.take(msg));
                true
            }
            (Heard::Fetched(false), Later::Comes(waiting)) => {
                self.later = Later::Failed(std::mem::take(waiting));
                true
            }
            (Heard::Fetched(_) | Heard::Wanted, _) => false,
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let wanted = matches!(self.later, Later::Failed(_)).then(|| ctx.link().callback(|_| Heard::Wanted));
        view::whole(&self.model, &self.moment, &self.send, wanted)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if std::mem::take(&mut self.moved) {
            page::begin();
        }
        if let Some(field) = self.focus.take() {
            page::focus(field);
        }
    }
}

impl App {
    fn fetch_later(&self, ctx: &Context<Self>) {
        let fetched = ctx.link().callback(Heard::Fetched);
        spawn_local(async move { fetched.emit(later::load().await.is_ok()) });
    }

    fn take(&mut self, msg: Msg) {
        // What the database and other tabs brought counts too: new identifiers are above all of it.
        if let Some(largest) = self.model.journal.largest_id() {
            self.clock.has_seen(largest);
        }
        self.moment = self.clock.moment(&self.model.zones());
        let before = self.model.route;
        let effects = later::updated(&mut self.model, &self.moment, msg);
        self.moved |= before != self.model.route;
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::ShowLang(lang) => {
                    page::set_language(lang.tag());
                    page::set_title(names::title(lang));
                }
                Effect::ShowTheme(theme) => page::set_theme(match theme {
                    Theme::Device => None,
                    Theme::Light | Theme::Dark => Some(theme.word()),
                }),
                Effect::Focus(field) => self.focus = Some(field.word()),
                effect if matches!(self.later, Later::Is) => later::perform(&self.device, effect, self.model.lang),
                effect => self.put_off.push(effect),
            }
        }
    }
}

fn listeners(send: &Callback<Msg>) -> Vec<EventListener> {
    let on = |msg: fn() -> Msg| {
        let send = send.clone();
        move || send.emit(msg())
    };
    let (navigated, wrote) = (send.clone(), send.clone());
    [
        page::on_route(move |address| navigated.emit(Msg::Navigated(Route::parse(&address)))),
        page::on_shown(on(|| Msg::CameBack)),
        page::on_print(on(|| Msg::OpenedTables(true))),
        page::on_update_ready(on(|| Msg::UpdateWaits)),
        page::on_network("online", on(|| Msg::NetworkChanged(true))),
        page::on_network("offline", on(|| Msg::NetworkChanged(false))),
        Storage::on_record(move |record| wrote.emit(Msg::OtherTabWrote(Engine::Local, vec![record]))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn minutes(send: &Callback<Msg>) -> Interval {
    let send = send.clone();
    Interval::new(MINUTE_MS, move || send.emit(Msg::MinutePassed))
}
