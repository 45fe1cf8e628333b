//! What is rendered: a model that was told a story, and what a person finds on its pages.

use crate::start::start;
use sim_gauge::app::{self, Engine, Model, Msg, Route, update};
use sim_gauge::domain::{
    Amount, Arrival, Base, Bucket, Card, CardForm, CardId, Check, DAY_MS, Date, Decimal, Effect, Entry, EntryId,
    EventId, Fact, Line, Measure, Moment, Offsets, PhoneNumber, Quantity, Said, Source, Timestamp, TopUp, Ulid, Unit,
    Validity, ZoneName,
};
use sim_gauge::i18n::Lang;
use sim_gauge::journal::{Change, Event, Record};
use sim_gauge::web::{Page, PageProps};
use std::future::Future;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::Callback;

pub(crate) const HOUR: i64 = DAY_MS / 24;

/// 20 November 2026, 14:00 in New York; the device still shows the time of Shanghai.
pub(crate) fn moment() -> Moment {
    let zone = |name: &str| ZoneName::parse(name).unwrap();
    Moment {
        now: Timestamp::from_millis(1_795_201_200_000).unwrap(),
        zone: zone("Asia/Shanghai"),
        device: Offsets::fixed(480),
        zones: vec![(zone("America/New_York"), Offsets::fixed(-300)), (zone("Asia/Hong_Kong"), Offsets::fixed(480))],
        fresh: Ulid::from_parts(1_795_201_200_000, 7),
    }
}

pub(crate) fn gb(hundredths: i64) -> Amount {
    Amount::new(Decimal::new(hundredths, 2).unwrap(), Unit::GB).unwrap()
}

pub(crate) fn check(left: Said, source: Source) -> Fact {
    let measures = vec![Measure { bucket: Bucket::General, said: left }];
    Fact::Check(Check { measures, expires: None, renews: None, source, reply: None, sure: false })
}

pub(crate) fn left(hundredths: i64) -> Said {
    Said::Left(Quantity::Data(gb(hundredths)))
}

/// A top-up of so many hundredths of a GB that arrived.
pub(crate) fn top_up(hundredths: i64, effect: Effect) -> Fact {
    Fact::TopUp(TopUp {
        data: Some(gb(hundredths)),
        credit: None,
        paid: None,
        channel: None,
        effect,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    })
}

/// A travel card of 5 GB that ends on 4 December.
pub(crate) fn travel() -> Card {
    let mut card = Card::named(Line::parse("美国旅行卡").unwrap(), ZoneName::parse("America/New_York").unwrap());
    card.carrier = Line::parse("us-ultra");
    card.form = CardForm::Esim;
    card.number = PhoneNumber::parse("+15550104471");
    card.plan = Some(gb(500));
    card.base = Base::Binary;
    card.validity = Validity::Until(Date::new(2026, 12, 4).unwrap());
    card
}

/// A model being told its story.
pub(crate) struct Story {
    pub(crate) model: Model,
    pub(crate) moment: Moment,
    pub(crate) serial: u64,
    records: Vec<Record>,
    /// What comes when the directory of carriers is fetched.
    pub(crate) directory: Option<String>,
}

const DIRECTORY: &str = include_str!("../../www/carriers.json");

impl Story {
    pub(crate) fn new() -> Self {
        Self {
            model: Model::start(start("zh-CN")).0,
            moment: moment(),
            serial: 0,
            records: Vec::new(),
            directory: Some(DIRECTORY.to_owned()),
        }
    }

    pub(crate) fn event(&mut self, change: Change) -> Ulid {
        self.serial += 1;
        let id = Ulid::from_parts(1_795_000_000_000 + self.serial, 0);
        let record = Record::of(&Event { id: EventId(id), change });
        self.records.push(record.clone());
        update(&mut self.model, &self.moment, Msg::OtherTabWrote(Engine::Local, vec![record]));
        id
    }

    pub(crate) fn card(&mut self, value: Card) -> CardId {
        let card = CardId(Ulid::from_parts(1_790_000_000_000, u128::from(self.serial) + 1));
        self.event(Change::SavedCard { card, replaces: None, value: Rc::new(value) });
        card
    }

    pub(crate) fn entry(&mut self, card: CardId, hours_ago: i64, fact: Fact) -> EntryId {
        let entry = EntryId(Ulid::from_parts(1_791_000_000_000, u128::from(self.serial) + 1));
        let at = self.moment.now.plus(-hours_ago * HOUR);
        self.event(Change::SavedEntry { entry, replaces: None, value: Entry { card, at, fact, note: None }.into() });
        entry
    }

    /// A fortnight of use that will hardly last to the end, the last check two hours ago.
    /// One with these entries, each so many hours ago, and its card.
    pub(crate) fn of(card: Card, entries: &[(i64, Fact)]) -> (Self, CardId) {
        let mut story = Self::new();
        let card = story.card(card);
        for (hours, fact) in entries {
            story.entry(card, *hours, fact.clone());
        }
        (story, card)
    }

    pub(crate) fn travelling() -> (Self, CardId) {
        let mut story = Self::new();
        let card = story.card(travel());
        for (hours, hundredths) in [(15 * 24, 500), (12 * 24, 430), (8 * 24, 340), (5 * 24, 260), (2, 183)] {
            story.entry(card, hours, check(left(hundredths), Source::Text));
        }
        (story, card)
    }

    pub(crate) fn tell(&mut self, msg: Msg) -> Vec<app::Effect> {
        update(&mut self.model, &self.moment, msg)
    }

    /// The page of a card, with the tables below its chart opened.
    pub(crate) fn tables(&mut self, name: &str, card: CardId, lang: Lang) -> Seen {
        self.tell(Msg::Navigated(Route::Card(card)));
        self.tell(Msg::OpenedTables(true));
        self.page(name, Route::Card(card), lang)
    }

    /// The page at an address, in a language. `name` is for the eye.
    pub(crate) fn page(&mut self, name: &str, route: Route, lang: Lang) -> Seen {
        if self.tell(Msg::Navigated(route)).contains(&app::Effect::FetchDirectory) {
            self.tell(Msg::FetchedDirectory(self.directory.clone()));
        }
        self.tell(Msg::ChoseLang(lang));
        let props = PageProps {
            model: Rc::new(self.model.clone()),
            moment: Rc::new(self.moment.clone()),
            send: Callback::noop(),
        };
        let html = ready(yew::LocalServerRenderer::<Page>::with_props(props).hydratable(false).render());
        if let Ok(folder) = std::env::var("SIM_GAUGE_SCREENS") {
            let head = "<meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=stylesheet href=style.css><link rel=stylesheet href=screens.css><link rel=stylesheet href=forms.css>";
            let tag = lang.tag();
            let page = format!("<!doctype html><html lang={tag}>{head}<body><div id=app>{html}</div></body></html>");
            std::fs::write(format!("{folder}/{name}-{tag}.html"), page).unwrap();
        }
        assert!(!html.contains("style="), "{name}: the policy allows no inline style");
        Seen { name: format!("{name} in {}", lang.tag()), html }
    }
}

/// Rendering waits for nothing, so one poll is enough.
pub(crate) fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut future = Box::pin(future);
    for _ in 0..1000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
    panic!("a screen waits for something");
}

/// What a person finds on a page.
pub(crate) struct Seen {
    pub(crate) name: String,
    pub(crate) html: String,
}

impl Seen {
    /// The words on the page, tags taken out, entities read, spaces evened.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for part in self.html.split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
        }
        let text = text.replace('\u{a0}', " ").replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'");
        text.replace("&lt;", "<").replace("&gt;", ">")
    }

    pub(crate) fn says(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.text().contains(word), "{}: no {word:?} in {}", self.name, self.text());
        }
        self
    }

    pub(crate) fn silent(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(!self.text().contains(word), "{}: {word:?} in {}", self.name, self.text());
        }
        self
    }

    /// Links to each of these addresses.
    pub(crate) fn leads(&self, routes: &[Route]) -> &Self {
        for route in routes {
            let link = format!("href=\"{}\"", route.address());
            assert!(self.html.contains(&link), "{}: no {link}", self.name);
        }
        self
    }

    pub(crate) fn lacks(&self, mark: &str) -> &Self {
        assert!(!self.html.contains(mark), "{}: {mark}", self.name);
        self
    }

    pub(crate) fn has(&self, mark: &str) -> &Self {
        assert!(self.html.contains(mark), "{}: no {mark}", self.name);
        self
    }
}
