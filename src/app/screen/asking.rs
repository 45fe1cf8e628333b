//! The ways to check, or to top up, in the order of what works now.

use crate::domain::{By, Card, CardForm, Date, Moment, Purpose};
use crate::guide::{self, Asks, Carrier, Confidence, Listing, Means, Way};

/// Ways in their order, by [group](Group), each with what worked for the person first and what did not last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking<'a>(Vec<Offer<'a>>);

impl<'a> Asking<'a> {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Offer<'a>] {
        &self.0
    }

    /// Those of a group.
    #[must_use]
    pub fn of(&self, group: Group) -> &[Offer<'a>] {
        self.between(group, group)
    }

    /// Those by which something can be had, now or over a network.
    #[must_use]
    pub fn usable(&self) -> &[Offer<'a>] {
        self.between(Group::Now, Group::Later)
    }

    #[inline(never)]
    fn between(&self, first: Group, last: Group) -> &[Offer<'a>] {
        let is = |offer: &Offer<'_>| (first..=last).contains(&offer.group);
        let from = self.0.iter().position(is).unwrap_or_default();
        let to = self.0.iter().rposition(is).map_or(from, |last| last + 1);
        self.0.get(from..to).unwrap_or_default()
    }
}

/// Where a way stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// It works as things are.
    Now,
    /// It waits for a network.
    Later,
    /// Nobody says that it is for this: there one can ask.
    Ask,
    /// It is for roaming alone, and the card is at home.
    Roaming,
    /// It opens over the card's own connection alone, which there is not: no other network helps.
    Own,
}

/// A way, and what it is known to be for: among the ways to pay stand the hotlines at which one can only ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The way.
    pub way: &'a Way,
    /// What for.
    pub purpose: Purpose,
    /// Where it stands.
    pub group: Group,
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

impl Situation {
    /// That of a card where its phone is today, with data or without.
    #[must_use]
    pub fn of(card: &Card, listing: &Listing, moment: &Moment, data: bool) -> Self {
        let today = moment.device.date(moment.now);
        Self { line: has_line(card, Some(listing)), data, place: Whereabouts::of(card, moment), today }
    }
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

/// Whether it is a profile that somebody may delete from the phone: a card for data alone is one, unless a carrier at home
/// somewhere sells it, which may be of plastic.
#[must_use]
pub fn is_profile(card: &Card) -> bool {
    let carrier = card.carrier.as_ref().and_then(|carrier| guide::meant(carrier.as_str()));
    let travels = carrier.and_then(Carrier::country).is_none();
    card.form == CardForm::Esim || card.form == CardForm::DataOnly && travels
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

/// Whether it may be offered before the others: not what is doubtful, nor what is for some cards alone, as long as it did
/// not work for the person.
#[must_use]
pub fn may_lead(way: &Way, today: Date) -> bool {
    rank(way, today).0 < Rank::Partly
}

/// Whether it worked for the person.
fn has_worked(way: &Way) -> bool {
    way.known.heard.tried.is_some_and(|(mark, worked)| worked && mark.by == By::Me)
}

/// The ways of a carrier for a purpose, in the order for a card in that situation: whoever names one asks here, so
/// that every page and the calendar name the same.
///
/// A card without a line has none by text or call, and in another country no shop sells what tops it up. To the ways
/// to pay come the other hotlines, since a person is to be reached whatever else there is: in a group of their own. What a
/// file says instead of another way stands right below that, so that both are seen at once.
#[must_use]
pub fn asking(listing: &Listing, purpose: Purpose, at: Situation) -> Asking<'_> {
    let pays = |number: &str| listing.top_ups.iter().any(|way| way.means == Means::Call && way.what == number);
    let answers = |way: &&Way| purpose == Purpose::TopUp && way.means == Means::Call && !pays(&way.what);
    let hotlines = listing.checks.iter().filter(answers).map(|way| (way, Purpose::Check));
    let mut offers: Vec<Offer<'_>> = Vec::new();
    for (way, known) in listing.ways(purpose).iter().map(|way| (way, purpose)).chain(hotlines) {
        let away = way.means == Means::Shop && at.place == Whereabouts::Abroad;
        if away || way.needs_a_line() && !at.line {
            continue;
        }
        let group = match () {
            () if way.abroad && at.place == Whereabouts::Home => Group::Roaming,
            () if known != purpose => Group::Ask,
            () if at.data || way.works_without_data() => Group::Now,
            () if way.known.own => Group::Own,
            () => Group::Later,
        };
        let offer = Offer { way, purpose: known, group };
        let place = offers.iter().position(|other| precedes(offer, *other, at)).unwrap_or(offers.len());
        offers.insert(place, offer);
    }
    below(&mut offers, at.today);
    Asking(offers)
}

/// The carrier's own pages, where nobody says how to pay: none of a file, none that only tells how much is left, and none
/// that opens over the card alone.
#[must_use]
pub fn pages(listing: &Listing) -> Vec<Offer<'_>> {
    let (purpose, group) = (Purpose::TopUp, Group::Now);
    let known = |way: &&Way| way.means == Means::Website && way.asks != Asks::Data && !way.known.own && !way.is_filed();
    listing.checks.iter().filter(known).map(|way| Offer { way, purpose, group }).collect()
}

/// Puts what a file says instead of another way below that one; what worked or did not for the person
/// keeps its place.
fn below(list: &mut Vec<Offer<'_>>, today: Date) {
    let beside =
        |Offer { way, .. }: &Offer<'_>| rank(way, today).0 == Rank::Doubtful && way.known.heard.instead.is_some();
    let (moved, mut left): (Vec<_>, Vec<_>) = list.iter().copied().partition(beside);
    for offer in moved {
        let meant = offer.way.known.heard.instead.as_deref();
        let place = left.iter().rposition(|other| {
            other.group == offer.group
                && (Some(other.way.words().as_str()) == meant
                    || beside(other) && other.way.known.heard.instead.as_deref() == meant)
        });
        // Without it, at the end of its group.
        let end = left.partition_point(|other| other.group <= offer.group);
        left.insert(place.map_or(end, |place| place + 1), offer);
    }
    *list = left;
}

/// How far ahead a way stands. What one source says alone never comes before what is well sourced, what was
/// last written of five years ago never before what is newer; what is for some cards alone stands behind what is for
/// all. What only a file says is as doubtful as what
/// nobody vouches for, and what it says that worked is no reason to go first, but for what nobody else vouches for either:
/// only the person's own word is. Of what is doubtful, that it failed for somebody is enough to go last. A page of a file that is none of
/// the carrier's goes last, whoever says that it worked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Worked,
    Own,
    WellSourced,
    OneSource,
    Partly,
    Old,
    Shared,
    Doubtful,
    Failed,
}

fn precedes(this: Offer<'_>, that: Offer<'_>, at: Situation) -> bool {
    let ahead = |Offer { way, group, .. }: Offer<'_>| (group, behind(way, at), rank(way, at.today).0);
    let ((rank, on), (_, before)) = (rank(this.way, at.today), self::rank(that.way, at.today));
    let (way, other) = (ahead(this), ahead(that));
    // Of those that worked the one that was tried last; of the others what answers with the data.
    way < other
        || way == other
            && if rank == Rank::Worked { on > before } else { (money(this.way), money(that.way)) == (false, true) }
}

/// How far behind the others of its group a way stands where the phone is: where the card is not at home, what worked
/// already or is for roaming comes first, then what needs no line or has a number for calls from there, as far as it is well enough known, then the rest: a short number is one of its own network.
fn behind(way: &Way, at: Situation) -> u8 {
    match at.place {
        Whereabouts::Home | Whereabouts::Somewhere => 0,
        Whereabouts::Abroad if has_worked(way) => 0,
        Whereabouts::Abroad if rank(way, at.today).0 >= Rank::Partly => 3,
        Whereabouts::Abroad if way.abroad => 0,
        Whereabouts::Abroad if !way.needs_a_line() || way.means == Means::Call && !way.with.is_empty() => 1,
        Whereabouts::Abroad if way.number().starts_with('+') => 2,
        Whereabouts::Abroad => 3,
    }
}

fn money(way: &Way) -> bool {
    way.asks == Asks::Money
}

fn rank(way: &Way, today: Date) -> (Rank, Option<Date>) {
    let heard = &way.known.heard;
    match (heard.tried, heard.told) {
        _ if heard.strange => (Rank::Failed, None),
        (Some((mark, true)), _) if mark.by == By::Me => (Rank::Worked, Some(mark.on)),
        (Some((mark, false)), _) if mark.by == By::Me => (Rank::Failed, None),
        (_, Some(mark)) if mark.by == By::Me => (Rank::Own, None),
        (tried, told) if matches!(way.known.sure, Confidence::Unchecked | Confidence::Told) => match tried {
            Some((_, false)) => (Rank::Failed, None),
            // Whoever adds a way says nothing more by saying that it worked.
            Some((_, true)) if told.is_none() => (Rank::Shared, None),
            _ => (Rank::Doubtful, None),
        },
        _ if way.known.is_old(today) => (Rank::Old, None),
        // A stranger's word moves nothing to the front, and what did not work for one is not led with.
        (Some((_, false)), _) => (Rank::Partly, None),
        _ if !way.known.only.is_empty() => (Rank::Partly, None),
        _ if way.known.sure == Confidence::OneSource => (Rank::OneSource, None),
        _ => (Rank::WellSourced, None),
    }
}
