//! What the page has of its device: its stores, its tab and the way to the others; and how effects are
//! carried out there. All but the opening stands behind the door of [`super::later`].

use super::hand::{hand_calendar, hand_over};
use super::platform::{self, Channel, Database, Lock, Refused, Storage, Tab, Unread, page};
use crate::app::carry::{Move, Refusal};
use crate::app::form::drafts_without;
use crate::app::{ClipboardFault, Effect, Engine, Local, Msg, StoreFault};
use crate::i18n::Lang;
use crate::journal::{MAX_FILE, Order, Record, Unreadable, Why, Write};
use gloo::timers::callback::Timeout;
use std::cell::{OnceCell, RefCell};
use std::future::Future;
use std::rc::Rc;
use yew::Callback;
use yew::platform::spawn_local;

/// The lock of wipes and imports.
const JOBS: &str = "simgauge-jobs";
/// The file of the directory of carriers, beside the page.
const DIRECTORY: &str = "carriers.json";

/// What the page has of its device. Every answer goes where `send` leads.
pub(super) struct Device {
    /// localStorage, or why there is none.
    storage: Result<Storage, Refused>,
    /// This tab.
    pub(super) tab: Tab,
    database: Database,
    /// To the other tabs, from when it is [settled in](Self::settle_in): what one of them said before is in the
    /// database, which is read after that.
    channel: Rc<OnceCell<Channel>>,
    /// While this tab wipes or imports.
    lock: Rc<RefCell<Option<Lock>>>,
    send: Callback<Rc<Msg>>,
}

impl Device {
    /// Opens what is there at once.
    pub(super) fn open(send: Callback<Rc<Msg>>) -> Self {
        Self {
            storage: Storage::open(),
            tab: Tab::open(),
            database: Database::default(),
            channel: Rc::default(),
            lock: Rc::default(),
            send,
        }
    }

    /// All records of localStorage.
    pub(super) fn records(&self) -> Result<Vec<Record>, StoreFault> {
        let storage = self.storage.as_ref().map_err(fault)?;
        storage.records().map_err(|error| fault(&error))
    }

    /// Something that belongs to this device.
    pub(super) fn kept(&self, name: &str) -> Option<String> {
        self.storage.as_ref().ok()?.device(name)
    }

    /// Does what the first look could do without: hears other tabs, and asks which forms they left behind, and whether
    /// the browser shares files.
    pub(super) fn settle_in(&self) {
        let told = self.send.clone();
        let channel = Channel::open(move |records| told.emit(Rc::new(Msg::OtherTabWrote(Engine::Database, records))));
        // It is done once.
        drop(channel.map(|channel| self.channel.set(channel)));
        if let Ok(storage) = &self.storage {
            answer(&self.send, self.tab.clone().left_behind(storage.clone()), Msg::FoundDrafts);
        }
        self.send.emit(Rc::new(Msg::Carry(Move::CanShare(platform::can_share()))));
    }

    /// Carries an effect out, unless it [is seldom](Effect::is_seldom).
    pub(super) fn perform(&self, effect: Effect) {
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
                self.send.emit(Rc::new(Msg::Navigated(route)));
            }
            Effect::FetchDirectory => {
                answer(&self.send, platform::text_of(DIRECTORY), |text| Msg::FetchedDirectory(text.ok()))
            }
            Effect::ReadClipboard => answer(&self.send, platform::paste(), |result| {
                Msg::ReadClipboard(result.map_err(|_| ClipboardFault::Refused))
            }),
            Effect::CopyText(text) => {
                let copied = platform::copy(&text);
                let send = self.send.clone();
                // The text stands on the screen too; a refusal leaves it there to be selected.
                spawn_local(async move {
                    if copied.await.is_ok() {
                        send.emit(Rc::new(Msg::Copied(text)));
                    }
                });
            }
            Effect::HandOver { way, name, parcel } => {
                let freight = parcel.freight();
                answer(&self.send, hand_over(way, &name, parcel), move |done| {
                    Msg::Carry(Move::HandedOver(freight, done))
                });
            }
            Effect::Persist { ask } => {
                answer(&self.send, platform::persist(ask), |answer| Msg::Carry(Move::Persisted(answer)));
            }
            Effect::Wait(millis, msg) => {
                let send = self.send.clone();
                Timeout::new(millis, move || send.emit(Rc::from(msg))).forget();
            }
            Effect::ApplyUpdate => page::apply_update(),
            // What was asked for before this is drawn before it.
            Effect::Show(field) => {
                Timeout::new(0, move || page::show(field.word())).forget();
            }
            Effect::Begin => page::begin(),
            Effect::Focus(field) => page::focus(field.word()),
            // The page itself shows these.
            Effect::ShowLang(_) | Effect::ShowTheme(_) => {}
            // These are for `perform_seldom`.
            Effect::DownloadTable { .. }
            | Effect::HandCalendar { .. }
            | Effect::PickFile
            | Effect::ReadText
            | Effect::Sum(_)
            | Effect::Unseal(..) => {}
        }
    }

    /// Carries out what is seldom asked for, in that language where it matters; nothing else.
    pub(super) fn perform_seldom(&self, effect: Effect, lang: Lang) {
        match effect {
            Effect::DownloadTable { name, text } => self.download_table(&name, text),
            Effect::HandCalendar { share, name, text } => spawn_local(hand_calendar(share, name, text)),
            Effect::PickFile => self.pick(lang),
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
            _ => {}
        }
    }

    /// Where nothing can be downloaded, the table is copied.
    fn download_table(&self, name: &str, text: String) {
        if platform::download(name, "text/csv", &text).is_err() {
            self.send.emit(Rc::new(Msg::AskedCopy(text)));
        }
    }

    /// Lets the person choose a file. Nothing is answered where they chose none.
    fn pick(&self, lang: Lang) {
        let send = self.send.clone();
        let other = if lang == Lang::ZhHant { "big5" } else { "gb18030" };
        spawn_local(async move {
            let read = match platform::pick(MAX_FILE, other).await {
                Ok(text) => Ok(text),
                Err(Unread::NotChosen) => return,
                Err(Unread::TooLarge) => Err(Refusal::Unreadable(Unreadable::TooLarge)),
                Err(Unread::Refused) => Err(Refusal::File),
            };
            send.emit(Rc::new(Msg::Carry(Move::Read(read))));
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
                    send.emit(Rc::new(msg));
                } else {
                    // The page draws and hears before the next part is healed.
                    let send = send.clone();
                    Timeout::new(rest, move || send.emit(Rc::new(msg))).forget();
                }
            }
            Order::Write(write) => {
                let (write, channel) = (write.clone(), Rc::clone(&self.channel));
                let done = async move {
                    database.write(&write.put, &write.remove).await.map_err(|error| fault(&error))?;
                    if let (Some(channel), Why::Save | Why::Job) = (channel.get(), write.why) {
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
fn answer<T>(send: &Callback<Rc<Msg>>, work: impl Future<Output = T> + 'static, msg: impl FnOnce(T) -> Msg + 'static) {
    let send = send.clone();
    spawn_local(async move { send.emit(Rc::new(msg(work.await))) });
}

/// Why a store did not do as asked.
fn fault(refused: &Refused) -> StoreFault {
    match refused {
        Refused::Missing => StoreFault::Missing,
        Refused::Denied => StoreFault::Refused,
        Refused::Full => StoreFault::Full,
        Refused::Blocked | Refused::Failed(_) => StoreFault::Failed,
    }
}
