//! A reply under review: what was understood, what is asked, which card it goes to.

use crate::app::form::{Field, Form, read_reply};
use crate::app::matching::{self, Match};
use crate::domain::{Book, Card, CardId, EntryId, Moment};
use crate::sms::Reading;

/// A reply under review.
#[derive(Clone, Debug)]
pub struct Review<'a> {
    /// What was understood, with places in the text as the form holds it.
    pub reading: Reading,
    /// The card it goes to, where that is chosen or sure.
    pub card: Option<(CardId, &'a Card)>,
    /// How the reply fits the cards.
    pub fit: Match,
    /// Whether the chosen card is contradicted by the reply: another carrier or another number.
    pub contradicted: bool,
    /// The entry that holds the same reply.
    pub logged_before: Option<EntryId>,
}

/// The review of the reply in a form, or `None` where there is no reply yet.
#[must_use]
pub fn review<'a>(form: &Form, book: &'a Book, moment: &Moment) -> Option<Review<'a>> {
    if form.get(Field::Reply).trim().is_empty() {
        return None;
    }
    let fit = matching::card_for(form, book, moment);
    let chosen = CardId::parse(form.get(Field::Card)).filter(|id| book.card(*id).is_some());
    let id = chosen.or_else(|| fit.clone().sure());
    let card = id.and_then(|id| book.card(id).map(|card| (id, card)));
    let reading = read_reply(form, card.map(|(_, card)| card), moment);
    let contradicted = card.is_some_and(|(_, card)| matching::contradicts(card, &reading));
    let logged_before = matching::logged_before(form, book);
    Some(Review { reading, card, fit, contradicted, logged_before })
}
