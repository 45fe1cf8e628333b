//! The runtime of the app: messages in, effects out.
//!
//! It decides nothing. `app::update` says what is to be done, `platform` does it, and every answer
//! comes back as a message.

use super::device::Device;
use super::hand::ways;
use super::later::{self, Part};
use super::platform::{Clock, Storage, page};
use super::view::{self, Arrived};
use crate::app::{Effect, Engine, Local, Model, Msg, Route, Start, Theme};
use crate::domain::Moment;
use crate::i18n::text::names;
use crate::i18n::text::screens::Word;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use std::mem::ManuallyDrop;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::{Callback, Component, Context, Html};

const MINUTE_MS: u32 = 60_000;
/// So many records are read in one go behind the first screen.
const AT_ONCE: usize = 1_000;

/// What the component hears.
pub(super) enum Heard {
    /// Something happened that the program has an answer to.
    Said(Rc<Msg>),
    /// A part of the program came, or did not.
    Fetched(Part, bool),
    /// It is to be fetched, or to be tried again.
    Wanted(Part),
}

/// A part of the program. What is said to it before it is there waits for it.
enum Coming {
    NotWanted,
    Comes(Vec<Rc<Msg>>),
    Failed(Vec<Rc<Msg>>),
    Is,
}

/// The one struct component.
pub(super) struct App {
    /// As long as the page, so that nothing has to take it apart.
    model: ManuallyDrop<Model>,
    moment: Moment,
    clock: Clock,
    device: Device,
    send: Callback<Rc<Msg>>,
    /// What is done to the page once it is drawn.
    once_drawn: Vec<Effect>,
    later: Coming,
    seldom: Coming,
    /// What is to be done once the later part is there.
    put_off: Vec<Effect>,
    /// Asks for more of the journal, until it is whole.
    reading: Option<Interval>,
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
            model: ManuallyDrop::new(model),
            moment,
            clock,
            device,
            send,
            once_drawn: Vec::new(),
            later: Coming::NotWanted,
            seldom: Coming::NotWanted,
            put_off: Vec::new(),
            reading: None,
            _world: world,
        };
        app.perform(effects);
        app.want(ctx, Part::Later);
        app.send.emit(Rc::new(Msg::NetworkChanged(page::online())));
        app.send.emit(Rc::new(Msg::Navigated(route)));
        // A page that was killed while its owner read a text message comes back like this.
        app.send.emit(Rc::new(Msg::CameBack));
        app
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Said(msg) => self.hear(ctx, msg),
            Heard::Wanted(part) => self.want(ctx, part),
            Heard::Fetched(part, came) => self.fetched(ctx, part, came),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let again = |part| ctx.link().callback(move |_| Heard::Wanted(part));
        let arrived = match (&self.later, &self.seldom) {
            (Coming::Failed(_), _) => Arrived::Missing(Word::LaterMissing, again(Part::Later)),
            (_, Coming::Is) => Arrived::All,
            _ if !self.model.route.is_seldom() => Arrived::All,
            (_, Coming::Failed(_)) => Arrived::Missing(Word::SeldomMissing, again(Part::Seldom)),
            _ => Arrived::Opening,
        };
        view::whole(&self.model, &self.moment, &self.send, arrived)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        for effect in std::mem::take(&mut self.once_drawn) {
            later::perform(&self.device, effect, self.model.lang);
        }
    }
}

impl App {
    const fn coming(&mut self, part: Part) -> &mut Coming {
        match part {
            Part::Later => &mut self.later,
            Part::Seldom => &mut self.seldom,
        }
    }

    /// Fetches a part unless it is there or on its way. Says whether the screen is another one then.
    fn want(&mut self, ctx: &Context<Self>, part: Part) -> bool {
        let coming = self.coming(part);
        let waiting = match coming {
            Coming::NotWanted => Vec::new(),
            Coming::Failed(waiting) => std::mem::take(waiting),
            Coming::Comes(_) | Coming::Is => return false,
        };
        *coming = Coming::Comes(waiting);
        let fetched = ctx.link().callback(move |came| Heard::Fetched(part, came));
        spawn_local(async move { fetched.emit(later::load(part).await.is_ok()) });
        true
    }

    /// Says whether the screen is another one then.
    fn fetched(&mut self, ctx: &Context<Self>, part: Part, came: bool) -> bool {
        // First the whole journal, a little at a time: the screen is there, and a finger on it.
        if came && !self.model.read_on(AT_ONCE) {
            let fetched = ctx.link().callback(move |()| Heard::Fetched(part, came));
            self.reading.get_or_insert_with(|| Interval::new(0, move || fetched.emit(())));
            return false;
        }
        self.reading = None;
        let coming = self.coming(part);
        let Coming::Comes(waiting) = coming else { return false };
        let waiting = std::mem::take(waiting);
        if !came {
            *coming = Coming::Failed(waiting);
            return true;
        }
        *coming = Coming::Is;
        if let Part::Later = part {
            later::settle_in(&self.device);
            let put_off = std::mem::take(&mut self.put_off);
            self.perform(put_off);
        }
        for msg in waiting {
            self.hear(ctx, msg);
        }
        true
    }

    /// Says whether the screen may be another one then.
    fn hear(&mut self, ctx: &Context<Self>, msg: Rc<Msg>) -> bool {
        let part = if msg.is_seldom() { Part::Seldom } else { Part::Later };
        match (&mut self.later, part) {
            // Everything waits for the later part, in the order in which it was said.
            (Coming::Comes(waiting) | Coming::Failed(waiting), _) => {
                waiting.push(msg);
                return false;
            }
            (_, Part::Seldom) if !matches!(self.seldom, Coming::Is) => {
                self.want(ctx, part);
                if let Coming::Comes(waiting) = &mut self.seldom {
                    waiting.push(msg);
                }
                return true;
            }
            _ => {}
        }
        let seen = msg.may_be_seen();
        let went = self.take(msg);
        // The page may open at such a place; whoever comes to one again wants it again, too.
        if self.model.route.is_seldom() && (went || matches!(self.seldom, Coming::NotWanted)) {
            self.want(ctx, Part::Seldom);
        }
        seen
    }

    /// Says whether the place is another one then.
    fn take(&mut self, msg: Rc<Msg>) -> bool {
        // What the database and other tabs brought counts too: new identifiers are above all of it.
        if let Some(largest) = self.model.journal.largest_id() {
            self.clock.has_seen(largest);
        }
        self.moment = self.clock.moment(&self.model.zones());
        let before = self.model.route;
        let effects = later::updated(&mut self.model, &self.moment, msg);
        let went = before != self.model.route;
        if went {
            self.once_drawn.push(Effect::Begin);
        }
        self.perform(effects);
        went
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
                Effect::Begin | Effect::Focus(_) => self.once_drawn.push(effect),
                effect if matches!(self.later, Coming::Is) => later::perform(&self.device, effect, self.model.lang),
                effect => self.put_off.push(effect),
            }
        }
    }
}

fn listeners(send: &Callback<Rc<Msg>>) -> Vec<EventListener> {
    let on = |msg: fn() -> Msg| {
        let send = send.clone();
        move || send.emit(Rc::new(msg()))
    };
    let (navigated, wrote) = (send.clone(), send.clone());
    [
        page::on_route(move |address| navigated.emit(Rc::new(Msg::Navigated(Route::parse(&address))))),
        page::on_shown(on(|| Msg::CameBack)),
        page::on_print("beforeprint", on(|| Msg::OpenedTables(true))),
        page::on_print("afterprint", on(|| Msg::OpenedTables(false))),
        page::on_update_ready(on(|| Msg::UpdateWaits)),
        page::on_network("online", on(|| Msg::NetworkChanged(true))),
        page::on_network("offline", on(|| Msg::NetworkChanged(false))),
        Storage::on_record(move |record| wrote.emit(Rc::new(Msg::OtherTabWrote(Engine::Local, vec![record])))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn minutes(send: &Callback<Rc<Msg>>) -> Interval {
    let send = send.clone();
    Interval::new(MINUTE_MS, move || send.emit(Rc::new(Msg::MinutePassed)))
}
