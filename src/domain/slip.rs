//! Figures that their neighbours contradict.

use super::amount::Bytes;
use super::date::Timestamp;
use super::movement::Level;

/// The last two amounts that stood, with nothing but a check between them.
#[derive(Debug, Default)]
pub(super) struct Slips {
    before: Option<Stood>,
    since: Option<Stood>,
}

/// So much was left at an instant.
#[derive(Clone, Copy, Debug)]
struct Stood {
    at: Timestamp,
    left: Bytes,
    rounding: Bytes,
    /// The place of its check; `None` of what came in the place of all before it.
    place: Option<usize>,
}

impl Stood {
    /// Whether it is more than there was then, beyond what was rounded.
    fn above(self, then: Self) -> bool {
        self.left > then.left.saturating_add(then.rounding).saturating_add(self.rounding)
    }
}

impl Slips {
    /// A check, which is to be in that place; the place of the one before it where that is a slip.
    /// `anew` says whether what is left may begin anew between two instants.
    pub(super) fn found(
        &mut self,
        level: &Level,
        place: usize,
        anew: impl Fn(Timestamp, Timestamp) -> bool,
    ) -> Option<usize> {
        if level.apart {
            (self.before, self.since) = (None, None);
        }
        let now = Stood { at: level.at, left: level.left, rounding: level.rounding, place: Some(place) };
        let slip = match (self.before, self.since) {
            // Figures that fall one after another are not looked at.
            (Some(old), Some(mid)) if mid.left > old.left || now.left > mid.left => {
                let slips = mid.above(old) || now.above(mid) && mid.left.0 < old.left.0 / 2;
                mid.place.filter(|_| slips && !now.above(old) && !anew(old.at, now.at))
            }
            _ => None,
        };
        self.before = self.since.filter(|_| slip.is_none());
        self.since = Some(now);
        slip
    }

    /// So much in the place of what was left.
    pub(super) const fn stands(&mut self, at: Timestamp, left: Bytes) {
        (self.before, self.since) = (None, Some(Stood { at, left, rounding: Bytes(0), place: None }));
    }

    /// So much on top of it.
    pub(super) fn raise(&mut self, added: Bytes) {
        self.before = None;
        self.since = self.since.map(|stood| Stood { left: stood.left.saturating_add(added), ..stood });
    }
}
