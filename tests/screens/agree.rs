//! Every figure has one source: the gauge, the chart's sentence, its table, the history and the
//! exported table of a thousand random ledgers say the same.

use crate::story::{HOUR, Story, check, travel};
use sim_gauge::app::screen::card_screen;
use sim_gauge::app::table::{Column, all_entries};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Amount, Arrival, Base, Book, Bytes, Card, Date, Decimal, Effect, Entry, EntryId, EventId, Fact, Kept, Quantity,
    Said, Source, Start, TopUp, Ulid, Unit, Validity,
};
use sim_gauge::i18n::{Lang, format};
use sim_gauge::journal::read_table;
use std::collections::VecDeque;

/// Numbers that look like chance and are the same each time (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % most
    }

    fn amount(&mut self) -> Amount {
        let (scale, unit) = [(0, Unit::MB), (1, Unit::GB), (2, Unit::GB)][self.below(3) as usize];
        let most = if unit == Unit::MB { 9_000 } else { 8 * 10_u64.pow(u32::from(scale)) };
        Amount::new(Decimal::new(self.below(most).cast_signed(), scale).unwrap(), unit).unwrap()
    }

    /// Now and then the last day of something, around the days of the story.
    fn end(&mut self) -> Option<Date> {
        let day = Date::new(2026, 10, 20).unwrap().plus_days(i32::try_from(self.below(60)).unwrap());
        day.filter(|_| self.below(3) == 0)
    }

    /// A card that ends as cards do, or of which nobody knows.
    fn validity(&mut self) -> Validity {
        let from = Date::new(2026, 11, 3);
        [
            Validity::Until(Date::new(2026, 12, 4).unwrap()),
            Validity::Until(Date::new(2026, 11, 10).unwrap()),
            Validity::Days { days: 8, start: Start::FirstUse, from },
            Validity::Unknown,
        ][self.below(4) as usize]
    }

    fn fact(&mut self) -> Fact {
        match self.below(6) {
            0 | 1 => Fact::TopUp(TopUp {
                data: Some(self.amount()),
                credit: None,
                paid: None,
                channel: None,
                effect: [Effect::Add, Effect::Replace, Effect::Queue, Effect::Queue, Effect::Extend]
                    [self.below(5) as usize],
                expires: self.end(),
                receipt: None,
                arrival: if self.below(5) == 0 { Arrival::Pending } else { Arrival::Arrived },
                paid_at: None,
            }),
            2 => check(Said::LeftPercent(Decimal::new(self.below(101).cast_signed(), 0).unwrap()), Source::App),
            3 => check(Said::Used(Quantity::Data(self.amount())), Source::App),
            _ => check(Said::Left(Quantity::Data(self.amount())), Source::Text),
        }
    }
}

/// What an exported table comes to, worked out anew from its cells.
#[derive(Default)]
struct Told {
    /// What is left after each row that changes it, and after each turn of a queued top-up.
    steps: Vec<Option<Bytes>>,
    capacity: u64,
    left: Option<u64>,
    /// The last day of what is in use.
    end: Option<Date>,
    /// Whether what is in use came in the place of what ends then, and nobody knows its own.
    open: bool,
    /// What waits: since when (a time and a row's number), how much, and its own last day.
    line: VecDeque<((String, usize), u64, Option<Date>)>,
    /// Nothing takes its turn before this.
    least: (String, usize),
    /// So many days a queued top-up lasts, or one in the place of the rest, where the card says.
    rule: Option<i32>,
}

impl Told {
    /// Lets what waits come to its turn, up to a place in time.
    fn turn(&mut self, until: &(String, usize)) {
        while let (Some((arrived, added, own)), Some(end)) = (self.line.front(), self.end) {
            // Behind what nobody knows the end of it waits.
            if self.open {
                return;
            }
            let midnight = (format!("{} 00:00", end.plus_days(1).unwrap()), 0);
            let place = midnight.max(arrived.clone()).max(self.least.clone());
            if place >= *until {
                return;
            }
            let day = Date::parse(&place.0[..10]).unwrap();
            // What begins as a day does has that as the first of its days.
            let whole = i32::from(place.0.ends_with("00:00"));
            self.end = own.filter(|own| *own >= day).or_else(|| day.plus_days(self.rule? - whole));
            (self.capacity, self.left, self.least, self.open) = (*added, Some(*added), place, false);
            self.steps.push(Some(Bytes(*added)));
            self.line.pop_front();
        }
    }
}

fn from_csv(csv: &str, card: &Card, now: &str) -> Told {
    let rows = read_table(csv).unwrap();
    let place = |column: Column| rows[0].iter().position(|head| head == column.say(Lang::En)).unwrap();
    let columns = [Column::Kind, Column::Said, Column::Amount, Column::Unit, Column::Effect, Column::Arrival];
    let (places, time, expires) = (columns.map(place), place(Column::Time), place(Column::Expires));
    let capacity = card.plan.unwrap().bytes(Base::Binary).0;
    let end = card.validity.end(Date::parse(&now[..10]).unwrap());
    let rule = card.validity.length().map(i32::from);
    let mut told = Told { capacity, end, rule, ..Told::default() };
    for (n, row) in rows.iter().enumerate().skip(1) {
        let [kind, said, figure, unit, effect, arrival] = places.map(|place| row[place].as_str());
        let (at, own) = ((row[time].clone(), n), Date::parse(&row[expires]));
        told.turn(&at);
        let figure = Decimal::parse(figure).unwrap();
        let bytes = |unit| Amount::new(figure, unit).unwrap().bytes(Base::Binary).0;
        let amount = match unit {
            "%" => told.capacity * figure.scaled(1).unwrap().unsigned_abs() / 100,
            "MB" => bytes(Unit::MB),
            "GB" => bytes(Unit::GB),
            other => panic!("{other}"),
        };
        let waits = effect == "Starts when this expires";
        if kind == "Top-up" && arrival != "Arrived" {
            continue;
        }
        // What comes in the place of the rest, and names no end, lasts as long as the card says.
        let replaces = kind == "Top-up" && effect == "Replaces what is left";
        let day = Date::parse(&at.0[..10]).unwrap();
        let end = own.or_else(|| day.plus_days(told.rule.filter(|_| replaces)?));
        if end.is_some() && !waits {
            (told.end, told.least, told.open) = (end, at.clone(), false);
        } else if replaces && matches!(card.validity, Validity::Until(_)) {
            told.open = true;
        }
        match (kind, said, effect) {
            ("Top-up", ..) if waits => {
                told.line.push_back((at, amount, own));
                continue;
            }
            ("Top-up", _, "Adds to what is left") => {
                told.capacity += amount;
                told.left = told.left.map(|left| left + amount);
            }
            ("Top-up", _, "Replaces what is left") => (told.capacity, told.left) = (amount, Some(amount)),
            ("Top-up", ..) => continue,
            (_, "Used", _) => told.left = Some(told.capacity.saturating_sub(amount)),
            _ => told.left = Some(amount),
        }
        told.steps.push(told.left.map(Bytes));
    }
    told.turn(&(now.to_owned(), usize::MAX));
    told.end = told.end.filter(|_| !told.open);
    told
}

/// The text between a mark and the end of its element, without tags.
fn within(html: &str, mark: &str, end: &str) -> String {
    let after = html.split_once(mark).unwrap_or_else(|| panic!("no {mark}")).1;
    let inner = after.split_once(end).unwrap().0;
    inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

/// The cells of "left" in the chart's table, the newest first.
fn table_of(html: &str) -> Vec<String> {
    let table = html.split_once("<tbody>").map_or("", |(_, rest)| rest.split_once("</tbody>").unwrap().0);
    table.split("<tr>").skip(1).map(|row| within(row, "<td class=\"num\">", "</td>")).collect()
}

#[test]
fn screen_chart_table_and_csv_agree_over_a_thousand_ledgers() {
    let mut story = Story::new();
    let id = story.card(travel());
    let mut card = story.model.book.card(id).unwrap().clone();
    let version = EventId(Ulid::from_parts(5, 5));
    story.model.range = Range::All;
    let (mut seen, mut turned) = (0, 0);
    for seed in 1..=1000_u64 {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut book = Book::default();
        card.validity = chance.validity();
        book.put_card(id, version, card.clone());
        let mut hours = 1 + chance.below(40).cast_signed();
        for n in 0..=chance.below(9) {
            let value = Entry { card: id, at: story.moment.now.plus(-hours * HOUR), fact: chance.fact(), note: None };
            book.entries.insert(EntryId(Ulid::from_parts(9, n.into())), Kept { value: value.into(), version });
            hours += 1 + chance.below(90).cast_signed();
        }
        story.model.book = book;
        let told = from_csv(&all_entries(&story.model.book, &story.moment, Lang::En), &card, "2026-11-20 14:00");
        let steps = &told.steps;
        let screen = card_screen(&story.model.book, &story.moment, id, Range::All).unwrap();
        let small = screen.gauge.small;
        let said = |left: &Option<Bytes>| left.map(|left| format::data(left, Base::Binary, small)).unwrap_or_default();
        let drawn: Vec<Option<Bytes>> = screen.charts.general.marks.iter().map(|mark| mark.left).collect();
        assert_eq!(drawn, *steps, "the chart of ledger {seed}");
        assert_eq!(screen.expires.map(|end| end.date), told.end, "the end of ledger {seed}");
        let waiting: Vec<Option<Bytes>> = screen.waiting.iter().map(|next| next.added).collect();
        assert_eq!(waiting, told.line.iter().map(|next| Some(Bytes(next.1))).collect::<Vec<_>>(), "ledger {seed}");
        turned += usize::from(screen.gauge.begun.is_some());
        for row in screen.rows.iter().filter_map(|row| Some((row.id, row.left?.0))) {
            let mark = screen.charts.general.marks.iter().find(|mark| mark.entry == row.0).unwrap();
            assert_eq!(mark.left, Some(row.1), "the history of ledger {seed}");
        }
        let Some(last) = steps.last().copied().flatten().filter(|_| screen.gauge.known.is_some()) else { continue };
        let estimated = screen.gauge.estimate.is_some();
        // The markup of every fourth: it says what the screen holds.
        if seed % 4 != 0 {
            continue;
        }
        let html = story.tables("agree", id, Lang::En).html;
        let gauge = within(&html, "<p class=\"big num\">", "</p>");
        // After three days without a check the gauge estimates, and says so.
        assert_eq!(gauge.starts_with(['≈', '≤']), estimated, "ledger {seed}");
        if !estimated {
            assert_eq!(gauge, said(&Some(last)), "the gauge of ledger {seed}");
            seen += 1;
        }
        let newest_first: Vec<String> = steps.iter().rev().map(said).collect();
        assert_eq!(table_of(&html), newest_first, "the table of ledger {seed}");
        assert!(html.contains(&[&gauge, " · "].concat()), "the chart's sentence of ledger {seed}");
    }
    assert!(turned > 50, "a queued top-up was in use in {turned} ledgers only");
    assert!(seen > 125, "only {seen} gauges showed what was said");
}
