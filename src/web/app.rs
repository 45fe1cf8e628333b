//! The runtime of the app: messages in, effects out.
//!
//! It decides nothing. `app::update` says what is to be done, `platform` does it, and every answer
//! comes back as a message.

use super::hand::{hand_calendar, hand_over, ways};
use super::platform::{self, Channel, Clock, Database, Lock, Refused, Storage, Tab, Unread, page};
use super::{later, view};
use crate::app::carry::{Move, Refusal};
use crate::app::form::drafts_without;
use crate::app::{ClipboardFault, Effect, Engine, Local, Model, Msg, Route, Start, StoreFault, Theme};
use crate::domain::Moment;
use crate::i18n::Lang;
use crate::i18n::text::names;
use crate::journal::{MAX_FILE, Order, Unreadable, Why, Write};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::{Callback, Component, Context, Html};

const MINUTE_MS: u32 = 60_000;
/// The lock of wipes and imports.
const JOBS: &str = "simgauge-jobs";
/// The file of the directory of carriers, beside the page.
const DIRECTORY: &str = "carriers.json";

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
    storage: Result<Storage, Refused>,
    database: Database,
    channel: Rc<Option<Channel>>,
    tab: Tab,
    /// While this tab wipes or imports.
    lock: Rc<RefCell<Option<Lock>>>,
    send: Callback<Msg>,
    /// The field to be brought into view once it is drawn.
    focus: Option<&'static str>,
    /// Whether the place changed since the last drawing: the page then begins at its top.
    moved: bool,
    later: Later,
    /// Live as long as the app.
    _world: (Vec<EventListener>, Interval),
}

impl Component for App {
    type Message = Heard;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(Heard::Said);
        let storage = Storage::open();
        let tab = Tab::open();
        let device = |local: Local| storage.as_ref().ok().and_then(|storage| storage.device(local.word()));
        let route = Route::parse(&page::route());
        let start = Start {
            records: storage.as_ref().map_err(fault).and_then(|storage| storage.records().map_err(|e| fault(&e))),
            lang: device(Local::Lang),
            languages: page::languages(),
            theme: device(Local::Theme),
            drafts: storage.as_ref().ok().and_then(|storage| storage.device(&tab.drafts())),
            awaited: device(Local::Awaited),
            care: device(Local::Care),
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
        let told = send.clone();
        let channel = Channel::open(move |records| told.emit(Msg::OtherTabWrote(Engine::Database, records)));
        if let Ok(storage) = &storage {
            answer(&send, tab.clone().left_behind(storage.clone()), Msg::FoundDrafts);
        }
        let mut app = Self {
            model,
            moment,
            clock,
            storage,
            database: Database::default(),
            channel: Rc::new(channel),
            tab,
            lock: Rc::default(),
            send,
            focus: None,
            moved: false,
            later: Later::Comes(Vec::new()),
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
                waiting.into_iter().for_each(|msg| self.take(msg));
                self.take(Msg::Carry(Move::CanShare(platform::can_share())));
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
                Effect::Store(order) => self.order(order),
                Effect::KeepLocal(Local::Drafts, text) => drop(self.keep_local(&self.tab.drafts(), &text)),
                // By its definition a failure here loses a preference or a draft, nothing kept.
                Effect::KeepLocal(local, text) => drop(self.keep_local(local.word(), &text)),
                Effect::AdoptDrafts(own, left) => {
                    if self.keep_local(&self.tab.drafts(), &own).is_ok() {
                        for draft in left {
                            drop(self.keep_local(&draft.key, &draft.text));
                        }
                    }
                }
                Effect::DropDrafts(names) => self.drop_drafts(names.as_deref()),
                Effect::Go { route, replace: false } => page::set_route(&route.address()),
                Effect::Go { route, replace: true } => {
                    page::replace_route(&route.address());
                    self.send.emit(Msg::Navigated(route));
                }
                Effect::FetchDirectory => {
                    answer(&self.send, platform::text_of(DIRECTORY), |text| Msg::FetchedDirectory(text.ok()))
                }
                Effect::ReadClipboard => answer(&self.send, platform::paste(), |result| {
                    Msg::ReadClipboard(result.map_err(|_| ClipboardFault::Refused))
                }),
                Effect::CopyText(text) => {
                    let copied = platform::copy(&text);
                    // The text stands on the screen too; a refusal leaves it there to be selected.
                    spawn_local(async move { drop(copied.await) });
                }
                Effect::HandOver { way, name, parcel } => {
                    answer(&self.send, hand_over(way, &name, parcel), |done| Msg::Carry(Move::HandedOver(done)));
                }
                Effect::DownloadTable { name, text } => {
                    if platform::download(&name, "text/csv", &text).is_err() {
                        self.send.emit(Msg::AskedCopy(text));
                    }
                }
                Effect::HandCalendar { share, name, text } => spawn_local(hand_calendar(share, name, text)),
                Effect::PickFile => self.pick(),
                Effect::ReadText => answer(&self.send, platform::paste(), |text| {
                    Msg::Carry(Move::Read(text.map_err(|_| Refusal::Clipboard)))
                }),
                Effect::Sum(text) => {
                    let sum = async move {
                        match text {
                            Some(text) => platform::sum(&text).await,
                            None => None,
                        }
                    };
                    answer(&self.send, sum, |sum| Msg::Carry(Move::Summed(sum)));
                }
                Effect::Unseal(file, secret) => {
                    let opened = async move { platform::unseal(&file, &secret.0).await };
                    answer(&self.send, opened, |text| Msg::Carry(Move::Unsealed(text.map_err(|_| Refusal::Key))));
                }
                Effect::Persist { ask } => {
                    answer(&self.send, platform::persist(ask), |answer| Msg::Carry(Move::Persisted(answer)));
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

    /// Lets the person choose a file. Nothing is answered where they chose none.
    fn pick(&self) {
        let send = self.send.clone();
        let other = if self.model.lang == Lang::ZhHant { "big5" } else { "gb18030" };
        spawn_local(async move {
            let read = match platform::pick(MAX_FILE, other).await {
                Ok(text) => Ok(text),
                Err(Unread::NotChosen) => return,
                Err(Unread::TooLarge) => Err(Refusal::Unreadable(Unreadable::TooLarge)),
                Err(Unread::Refused) => Err(Refusal::File),
            };
            send.emit(Msg::Carry(Move::Read(read)));
        });
    }

    /// Carries an order out. Each is answered for itself.
    fn order(&self, order: Order) {
        let (database, send) = (self.database.clone(), &self.send);
        match &order {
            Order::Read(after) => {
                let after = after.clone();
                let read = async move { database.records(after).await.map_err(|error| fault(&error)) };
                answer(send, read, |rows| Msg::StoreAnswered(order, rows));
            }
            Order::Write(write) if write.engine == Engine::Local => {
                let done = self.write_local(write);
                let rest = if write.why == Why::Heal { 1 } else { 0 };
                let msg = Msg::StoreAnswered(order, done.map(|()| Vec::new()));
                if rest == 0 {
                    send.emit(msg);
                } else {
                    // The page draws and hears before the next part is healed.
                    let send = send.clone();
                    Timeout::new(rest, move || send.emit(msg)).forget();
                }
            }
            Order::Write(write) => {
                let (write, channel) = (write.clone(), Rc::clone(&self.channel));
                let done = async move {
                    database.write(&write.put, &write.remove).await.map_err(|error| fault(&error))?;
                    if let (Some(channel), Why::Save | Why::Job) = (&*channel, write.why) {
                        channel.say(&write.put);
                    }
                    Ok(Vec::new())
                };
                answer(send, done, |done| Msg::StoreAnswered(order, done));
            }
            Order::Lock => {
                let lock = Rc::clone(&self.lock);
                let locked = async move { *lock.borrow_mut() = platform::lock(JOBS, false).await };
                answer(send, locked, |()| Msg::StoreAnswered(order, Ok(Vec::new())));
            }
            Order::Unlock => {
                if let Some(lock) = self.lock.take() {
                    lock.release();
                }
            }
        }
    }

    fn write_local(&self, write: &Write) -> Result<(), StoreFault> {
        let storage = self.storage.as_ref().map_err(fault)?;
        let puts = write.put.iter().try_for_each(|record| storage.write(record));
        let done = puts.and_then(|()| write.remove.iter().try_for_each(|key| storage.remove(key)));
        done.map_err(|error| fault(&error))
    }

    fn keep_local(&self, name: &str, text: &str) -> Result<(), Refused> {
        let storage = self.storage.as_ref().map_err(Refused::clone)?;
        let text = Some(text).filter(|text| !text.is_empty());
        storage.set_device(name, text)
    }

    fn drop_drafts(&self, names: Option<&[String]>) {
        let all = self.storage.as_ref().map(|storage| storage.devices(Local::Drafts.word()));
        for (name, text) in all.unwrap_or_default() {
            let rest = names.map(|names| drafts_without(&text, names)).unwrap_or_default();
            drop(self.keep_local(&name, &rest));
        }
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

fn fault(refused: &Refused) -> StoreFault {
    match refused {
        Refused::Missing => StoreFault::Missing,
        Refused::Denied => StoreFault::Refused,
        Refused::Full => StoreFault::Full,
        Refused::Blocked | Refused::Failed(_) => StoreFault::Failed,
    }
}
