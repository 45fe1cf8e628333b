//! The figures that were found so far.

use super::reading::Figure;

/// Figures by the items that they are.
pub(super) struct Found(pub(super) Vec<Option<Figure>>);

impl Found {
    pub(super) fn new(items: usize) -> Self {
        Self((0..items).map(|_| None).collect())
    }

    /// Keeps a figure where none is yet.
    pub(super) fn put(&mut self, i: usize, figure: Option<Figure>) {
        if let Some(place @ None) = self.0.get_mut(i) {
            *place = figure;
        }
    }

    pub(super) fn set(&mut self, i: usize, figure: Figure) {
        if let Some(place) = self.0.get_mut(i) {
            *place = Some(figure);
        }
    }

    /// Whether an item is one.
    pub(super) fn has(&self, i: usize) -> bool {
        self.0.get(i).is_some_and(Option::is_some)
    }

    /// Drops a figure.
    pub(super) fn drop(&mut self, i: usize) {
        if let Some(place) = self.0.get_mut(i) {
            *place = None;
        }
    }

    /// Drops what the other one has.
    pub(super) fn without(&mut self, other: &Self) {
        for (mine, other) in self.0.iter_mut().zip(&other.0) {
            if other.is_some() {
                *mine = None;
            }
        }
    }

    pub(super) fn any(&self, is: impl Fn(&Figure) -> bool) -> bool {
        self.0.iter().flatten().any(is)
    }
}
