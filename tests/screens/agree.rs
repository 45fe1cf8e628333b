//! Every figure has one source: the gauge, the chart's sentence, its table, the history and the
//! exported table of a thousand random ledgers say the same.

use crate::story::{HOUR, Story, check, travel};
use sim_gauge::app::Route;
use sim_gauge::app::screen::card_screen;
use sim_gauge::app::table::{Column, all_entries};
use sim_gauge::chart::Range;
use sim_gauge::domain::{
    Amount, Arrival, Base, Book, Bytes, Card, Decimal, Effect, Entry, EntryId, EventId, Fact, Kept, Quantity, Said,
    Source, TopUp, Ulid, Unit,
};
use sim_gauge::i18n::{Lang, format};
use sim_gauge::journal::read_table;

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

    fn fact(&mut self) -> Fact {
        match self.below(6) {
            0 | 1 => Fact::TopUp(TopUp {
                data: Some(self.amount()),
                credit: None,
                paid: None,
                channel: None,
                effect: [Effect::Add, Effect::Replace, Effect::Queue][self.below(3) as usize],
                expires: None,
                receipt: None,
                arrival: if self.below(5) == 0 { Arrival::Pending } else { Arrival::Arrived },
            }),
            2 => check(Said::LeftPercent(Decimal::new(self.below(101).cast_signed(), 0).unwrap()), Source::App),
            3 => check(Said::Used(Quantity::Data(self.amount())), Source::App),
            _ => check(Said::Left(Quantity::Data(self.amount())), Source::Text),
        }
    }
}

/// What is left after each row of the exported table that changes it, worked out anew from its cells.
fn from_csv(csv: &str, card: &Card) -> Vec<Option<Bytes>> {
    let rows = read_table(csv).unwrap();
    let place = |column: Column| rows[0].iter().position(|head| head == column.say(Lang::En)).unwrap();
    let places = [Column::Kind, Column::Said, Column::Amount, Column::Unit, Column::Effect, Column::Arrival].map(place);
    let mut capacity = card.plan.unwrap().bytes(Base::Binary).0;
    let (mut left, mut steps) = (None, Vec::new());
    for row in &rows[1..] {
        let [kind, said, figure, unit, effect, arrival] = places.map(|place| row[place].as_str());
        let figure = Decimal::parse(figure).unwrap();
        let bytes = |unit| Amount::new(figure, unit).unwrap().bytes(Base::Binary).0;
        let amount = match unit {
            "%" => capacity * figure.scaled(1).unwrap().unsigned_abs() / 100,
            "MB" => bytes(Unit::MB),
            "GB" => bytes(Unit::GB),
            other => panic!("{other}"),
        };
        left = match (kind, said, effect) {
            ("Top-up", ..) if arrival != "Arrived" => continue,
            ("Top-up", _, "Adds to what is left") => {
                capacity += amount;
                left.map(|left: u64| left + amount)
            }
            ("Top-up", _, "Replaces what is left") => {
                capacity = amount;
                Some(amount)
            }
            ("Top-up", ..) => continue,
            (_, "Used", _) => Some(capacity.saturating_sub(amount)),
            _ => Some(amount),
        };
        steps.push(left.map(Bytes));
    }
    steps
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
    let card = story.model.book.card(id).unwrap().clone();
    let version = EventId(Ulid::from_parts(5, 5));
    story.model.range = Range::All;
    let mut seen = 0;
    for seed in 1..=1000_u64 {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut book = Book::default();
        book.cards.insert(id, Kept { value: card.clone(), version });
        let mut hours = 1 + chance.below(40).cast_signed();
        for n in 0..=chance.below(9) {
            let value = Entry { card: id, at: story.moment.now.plus(-hours * HOUR), fact: chance.fact(), note: None };
            book.entries.insert(EntryId(Ulid::from_parts(9, n.into())), Kept { value, version });
            hours += 1 + chance.below(90).cast_signed();
        }
        story.model.book = book;
        let steps = from_csv(&all_entries(&story.model.book, &story.moment, Lang::En), &card);
        let said = |left: &Option<Bytes>| left.map(|left| format::data(left, Base::Binary)).unwrap_or_default();

        let screen = card_screen(&story.model.book, &story.moment, id, Range::All).unwrap();
        let drawn: Vec<Option<Bytes>> = screen.charts.general.marks.iter().map(|mark| mark.left).collect();
        assert_eq!(drawn, steps, "the chart of ledger {seed}");
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
        let html = story.page("agree", Route::Card(id), Lang::En).html;
        let gauge = within(&html, "<p class=\"big num\">", "</p>");
        // After three days without a check the gauge estimates, and says so.
        assert_eq!(gauge.starts_with('≈'), estimated, "ledger {seed}");
        if !estimated {
            assert_eq!(gauge, said(&Some(last)), "the gauge of ledger {seed}");
            seen += 1;
        }
        let newest_first: Vec<String> = steps.iter().rev().map(said).collect();
        assert_eq!(table_of(&html), newest_first, "the table of ledger {seed}");
        assert!(html.contains(&[&gauge, " · "].concat()), "the chart's sentence of ledger {seed}");
    }
    assert!(seen > 125, "only {seen} gauges showed what was said");
}
