//! The ways to check, or to top up, in the order of what works now.

use crate::domain::{By, Card, CardForm, Date, Moment};
use crate::guide::{self, Asks, Confidence, Listing, Means, Way};

/// Ways in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking<'a> {
    /// What works as things are: what worked for the person first, what did not last.
    pub now: Vec<&'a Way>,
    /// What waits for a network, in the same order.
    pub later: Vec<&'a Way>,
}

/// By what, where and when a carrier is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Whether the card can text and call.
    pub line: bool,
    /// Whether there is data.
    pub data: bool,
    /// Where the phone is, as far as its clock tells.
    pub place: Whereabouts,
    /// The day.
    pub today: Date,
}

/// Where the phone is, seen from the country of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// In it.
    Home,
    /// In another one.
    Abroad,
    /// Nobody knows.
    Somewhere,
}

impl Whereabouts {
    /// Where a phone with that clock is.
    #[must_use]
    pub fn of(card: &Card, moment: &Moment) -> Self {
        match () {
            () if guide::is_at_home(card, &moment.zone) => Self::Home,
            () if guide::is_abroad(card, &moment.zone) => Self::Abroad,
            () => Self::Somewhere,
        }
    }
}

/// Whether a card can text and call: neither one that is for data only can, nor one of a seller whose cards
/// are, whatever the person called it; nor, as far as is known, one without a number of a seller that is at
/// home nowhere.
#[must_use]
pub fn has_line(card: &Card, listing: Option<&Listing>) -> bool {
    is_not_called_data_only(card, listing) && (card.number.is_some() || !is_travel_seller(card))
}

/// Whether a card that counts as one without a line ([`has_line`]) does so only because most of its seller's
/// cards have none: nobody says it of this one.
#[must_use]
pub fn may_have_a_line(card: &Card, listing: Option<&Listing>) -> bool {
    is_not_called_data_only(card, listing) && !has_line(card, listing)
}

fn is_not_called_data_only(card: &Card, listing: Option<&Listing>) -> bool {
    card.form != CardForm::DataOnly && !listing.is_some_and(Listing::is_data_only)
}

/// Whether its seller is at home nowhere: the directory has travel eSIMs without a country.
fn is_travel_seller(card: &Card) -> bool {
    let carrier = card.carrier.as_ref().and_then(|carrier| guide::meant(carrier.as_str()));
    carrier.is_some_and(|carrier| carrier.country().is_none())
}

/// Whether a shop may top a card up: neither one without a line, nor one of a seller that is at home
/// nowhere.
#[must_use]
pub fn has_shops(card: &Card, listing: Option<&Listing>) -> bool {
    has_line(card, listing) && !is_travel_seller(card)
}

/// Whether nobody vouches for a way any more, or it did not work for the person.
#[must_use]
pub fn is_doubtful(way: &Way, today: Date) -> bool {
    rank(way, today).0 >= Rank::Old
}

/// Whether it worked for the person.
fn has_worked(way: &Way) -> bool {
    way.known.heard.tried.is_some_and(|(mark, worked)| worked && mark.by == By::Me)
}

/// Orders the ways for a card in that situation. A card without a line has none by text or call, and in another
/// country no shop sells what tops it up. What a file says instead of another way stands right below that, so that
/// both are seen at once.
#[must_use]
pub fn asking(ways: &[Way], at: Situation) -> Asking<'_> {
    let mut asking = Asking { now: Vec::new(), later: Vec::new() };
    for way in ways {
        let away = way.means == Means::Shop && at.place == Whereabouts::Abroad;
        if away || way.needs_a_line() && !at.line {
            continue;
        }
        let list = if at.data || way.works_without_data() { &mut asking.now } else { &mut asking.later };
        let place = list.iter().position(|other| precedes(way, other, at)).unwrap_or(list.len());
        list.insert(place, way);
    }
    for list in [&mut asking.now, &mut asking.later] {
        below(list, at.today);
    }
    asking
}

/// What helps without data once a card with a line has run out, `true` of a way to pay: the ways to pay, and
/// where there are some the hotlines, since a person is to be reached whatever else there is, but what only
/// tells the balance is no help; else all ways to ask. What stands further ahead goes first, and of what
/// stands alike the ways to pay.
#[must_use]
pub fn helping(listing: &Listing, place: Whereabouts, today: Date) -> Vec<(&Way, bool)> {
    let at = Situation { line: true, data: false, place, today };
    let pay = asking(&listing.top_ups, at).now;
    let mut ask = asking(&listing.checks, at).now;
    if !pay.is_empty() {
        ask.retain(|way| way.means == Means::Call && pay.iter().all(|other| other.what != way.what));
    }
    let mut ask = ask.into_iter().peekable();
    let mut all = Vec::with_capacity(pay.len());
    for way in pay {
        while let Some(asked) = ask.next_if(|asked| ahead(asked, at) < ahead(way, at)) {
            all.push((asked, false));
        }
        all.push((way, true));
    }
    all.extend(ask.map(|way| (way, false)));
    all
}

/// Puts what a file says instead of another way below that one; what worked or did not for the person
/// keeps its place.
fn below(list: &mut Vec<&Way>, today: Date) {
    let beside = |way: &&Way| rank(way, today).0 == Rank::Doubtful && way.known.heard.instead.is_some();
    let (moved, mut left): (Vec<&Way>, Vec<&Way>) = list.iter().partition(|way| beside(way));
    for way in moved {
        let meant = way.known.heard.instead.as_deref();
        let place = left.iter().rposition(|other| {
            Some(other.words().as_str()) == meant || beside(other) && other.known.heard.instead.as_deref() == meant
        });
        left.insert(place.map_or(left.len(), |place| place + 1), way);
    }
    *list = left;
}

/// How far ahead a way stands. What one source says alone never comes before what is well sourced, what was
/// last written of five years ago never before what is newer. What only a file says is as doubtful as what
/// nobody vouches for, and what it says that worked is no reason to go first: only the person's own word is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Worked,
    Own,
    WellSourced,
    OneSource,
    Old,
    Doubtful,
    Failed,
}

fn precedes(this: &Way, that: &Way, at: Situation) -> bool {
    let ((_, on), (_, before)) = (rank(this, at.today), rank(that, at.today));
    let (way, other) = (ahead(this, at), ahead(that, at));
    // Of those that worked the one that was tried last; of the others what answers with the data.
    way < other
        || way == other && if way.1 == Rank::Worked { on > before } else { (money(this), money(that)) == (false, true) }
}

fn ahead(way: &Way, at: Situation) -> (u8, Rank) {
    (behind(way, at), rank(way, at.today).0)
}

/// How far behind the others a way stands where the phone is: what is for roaming alone where the card is at
/// home; where it is not, what worked already or is for that comes first, then what needs no line or has a
/// number for calls from there, as far as it is well enough known, then the rest.
fn behind(way: &Way, at: Situation) -> u8 {
    match at.place {
        Whereabouts::Home => u8::from(way.abroad),
        Whereabouts::Somewhere => 0,
        Whereabouts::Abroad if has_worked(way) => 0,
        Whereabouts::Abroad if is_doubtful(way, at.today) => 2,
        Whereabouts::Abroad if way.abroad => 0,
        Whereabouts::Abroad => u8::from(way.needs_a_line() && (way.means != Means::Call || way.with.is_empty())) + 1,
    }
}

fn money(way: &Way) -> bool {
    way.asks == Asks::Money
}

fn rank(way: &Way, today: Date) -> (Rank, Option<Date>) {
    let heard = &way.known.heard;
    match (heard.tried, heard.told) {
        (Some((mark, true)), _) if mark.by == By::Me => (Rank::Worked, Some(mark.on)),
        (Some((mark, false)), _) if mark.by == By::Me => (Rank::Failed, None),
        (_, Some(mark)) if mark.by == By::Me => (Rank::Own, None),
        _ if matches!(way.known.sure, Confidence::Unchecked | Confidence::Told) => (Rank::Doubtful, None),
        _ if way.known.is_old(today) => (Rank::Old, None),
        _ if way.known.sure == Confidence::OneSource => (Rank::OneSource, None),
        _ => (Rank::WellSourced, None),
    }
}
