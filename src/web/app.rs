//! The runtime of the app: messages in, effects out.
//!
//! It decides nothing. `app::update` says what is to be done, `platform` does it, and every answer
//! comes back as a message.

use super::platform::{self, Clock, Database, Refused, Storage, page};
use super::view;
use crate::app::{ClipboardFault, Effect, Engine, Local, Model, Msg, Route, Start, StoreFault, Theme, update};
use crate::domain::Moment;
use crate::i18n::text::names;
use crate::journal::Record;
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use std::future::Future;
use yew::platform::spawn_local;
use yew::{Callback, Component, Context, Html};

const MINUTE_MS: u32 = 60_000;

/// The one struct component.
pub(super) struct App {
    model: Model,
    moment: Moment,
    clock: Clock,
    storage: Result<Storage, Refused>,
    database: Database,
    send: Callback<Msg>,
    /// The field to be brought into view once it is drawn.
    focus: Option<&'static str>,
    /// Whether the place changed since the last drawing: the page then begins at its top.
    moved: bool,
    /// Live as long as the app.
    _world: (Vec<EventListener>, Interval),
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|msg: Msg| msg);
        let storage = Storage::open();
        let device = |local: Local| storage.as_ref().ok().and_then(|storage| storage.device(local.word()));
        let route = Route::parse(&page::route());
        let start = Start {
            records: storage.as_ref().map_err(fault).and_then(|storage| storage.records().map_err(|e| fault(&e))),
            lang: device(Local::Lang),
            languages: page::languages(),
            theme: device(Local::Theme),
            drafts: device(Local::Drafts),
            awaited: device(Local::Awaited),
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
            storage,
            database: Database::default(),
            send,
            focus: None,
            moved: false,
            _world: world,
        };
        app.perform(effects);
        app.take(Msg::Navigated(route));
        // A page that was killed while its owner read a text message comes back like this.
        app.take(Msg::CameBack);
        app
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        self.take(msg);
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        view::page(&self.model, &self.moment, &self.send)
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
    fn take(&mut self, msg: Msg) {
        // What the database and other tabs brought counts too: new identifiers are above all of it.
        if let Some(largest) = self.model.journal.largest_id() {
            self.clock.has_seen(largest);
        }
        self.moment = self.clock.moment(&self.model.zones());
        let before = self.model.route;
        let effects = update(&mut self.model, &self.moment, msg);
        self.moved |= before != self.model.route;
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Append(record) => self.append(record),
                Effect::ReadDatabase => {
                    let database = self.database.clone();
                    let read = async move { database.records().await };
                    answer(&self.send, read, |result| Msg::ReadDatabase(result.map_err(|error| fault(&error))));
                }
                Effect::KeepLocal(local, text) => {
                    if let Ok(storage) = &self.storage {
                        // By its definition a failure here loses a preference or a draft, nothing kept.
                        let _ = storage.set_device(local.word(), Some(text.as_str()).filter(|text| !text.is_empty()));
                    }
                }
                Effect::Go { route, replace: false } => page::set_route(&route.address()),
                Effect::Go { route, replace: true } => {
                    page::replace_route(&route.address());
                    self.send.emit(Msg::Navigated(route));
                }
                Effect::ReadClipboard => answer(&self.send, platform::paste(), |result| {
                    Msg::ReadClipboard(result.map_err(|_| ClipboardFault::Refused))
                }),
                Effect::CopyText(text) => {
                    let copied = platform::copy(&text);
                    // The text stands on the screen too; a refusal leaves it there to be selected.
                    spawn_local(async move { drop(copied.await) });
                }
                Effect::Download { name, text } => {
                    if platform::download(&name, "application/json", &text).is_err() {
                        self.send.emit(Msg::AskedCopy(text));
                    }
                }
                Effect::ShowLang(lang) => {
                    page::set_language(lang.tag());
                    page::set_title(names::title(lang));
                }
                Effect::ShowTheme(theme) => page::set_theme(match theme {
                    Theme::Device => None,
                    Theme::Light | Theme::Dark => Some(theme.word()),
                }),
                Effect::Wait(millis, msg) => {
                    let send = self.send.clone();
                    Timeout::new(millis, move || send.emit(*msg)).forget();
                }
                Effect::ApplyUpdate => page::apply_update(),
                Effect::Focus(field) => self.focus = Some(field.word()),
            }
        }
    }

    /// Writes to both stores at once. Each answers for itself.
    fn append(&self, record: Record) {
        let local = self.storage.as_ref().map_err(fault);
        let local = local.and_then(|storage| storage.write(&record).map_err(|error| fault(&error)));
        self.send.emit(Msg::Stored(record.key.clone(), Engine::Local, local));
        let (database, key) = (self.database.clone(), record.key.clone());
        let put = async move { database.put(&[record]).await };
        answer(&self.send, put, |result| Msg::Stored(key, Engine::Database, result.map_err(|error| fault(&error))));
    }
}

/// Sends what a future comes to.
fn answer<T>(send: &Callback<Msg>, work: impl Future<Output = T> + 'static, msg: impl FnOnce(T) -> Msg + 'static) {
    let send = send.clone();
    spawn_local(async move { send.emit(msg(work.await)) });
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
        page::on_update_ready(on(|| Msg::UpdateWaits)),
        Storage::on_record(move |record| wrote.emit(Msg::OtherTabWrote(record))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn minutes(send: &Callback<Msg>) -> Interval {
    let send = send.clone();
    Interval::new(MINUTE_MS, move || send.emit(Msg::MinutePassed))
}

fn fault(refused: &Refused) -> StoreFault {
    match refused {
        Refused::Missing => StoreFault::Missing,
        Refused::Denied => StoreFault::Refused,
        Refused::Full => StoreFault::Full,
        Refused::Blocked | Refused::Failed(_) => StoreFault::Failed,
    }
}
