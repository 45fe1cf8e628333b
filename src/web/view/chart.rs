//! The chart and its table.
