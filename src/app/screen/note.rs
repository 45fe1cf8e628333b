//! What a check comes to, where its own words do not say that: a remark, and no question.

use super::odd::{before, new};
use crate::domain::{Book, Bucket, Bytes, Entry, EntryId, Fact, Moment, Quantity, Said};

/// What is remarked of the general data of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// It has no end, and so much of it was used: nothing is left to be counted.
    Endless {
        /// What was used.
        used: Bytes,
    },
    /// What is left and what was used do not come to the whole, by more than a twentieth of it.
    Apart {
        /// Both together.
        sum: Bytes,
        /// What there was in all.
        whole: Bytes,
    },
    /// A share was said, and it is taken of this.
    OfWhole {
        /// What there was in all, by the card, its top-ups and its checks.
        whole: Bytes,
        /// What is left by it.
        left: Bytes,
    },
}

/// What is remarked of a check that is about to be logged, or changed, beside the others of its card.
#[must_use]
pub fn note(entry: &Entry, editing: Option<EntryId>, book: &Book, moment: &Moment) -> Option<Note> {
    let Fact::Check(check) = &entry.fact else { return None };
    let bucket = Bucket::General;
    let base = book.card(entry.card)?.base;
    let (mut left, mut used, mut whole, mut share) = (None, None, None, false);
    for said in check.of(bucket) {
        let (place, quantity) = match said {
            Said::Left(quantity) => (&mut left, quantity),
            Said::Used(quantity) => (&mut used, quantity),
            Said::Total(quantity) => (&mut whole, quantity),
            Said::LeftPercent(_) | Said::UsedPercent(_) => {
                share = true;
                continue;
            }
            Said::Unlimited => continue,
        };
        if let Quantity::Data(amount) = quantity {
            *place = Some(amount.bytes(base));
        }
    }
    if check.endless(bucket) {
        return used.map(|used| Note::Endless { used });
    }
    match (left, used, whole) {
        (Some(left), Some(used), Some(whole)) => {
            let sum = left.saturating_add(used);
            // More used than there was, and nothing left: that happens.
            let over = left == Bytes(0) && used > whole;
            (!over && sum.0.abs_diff(whole.0) > whole.0 / 20).then_some(Note::Apart { sum, whole })
        }
        // Where the total was said too, there is nothing to be told of it.
        (None, None, None) if share => {
            let ledger = before(entry, editing, book, moment)?.ending(new(), entry);
            Some(Note::OfWhole { whole: ledger.capacity(bucket)?, left: ledger.remaining(bucket)?.left })
        }
        _ => None,
    }
}
