//! The sentences, a file for each group of screens. Each is an enum whose `say` matches language
//! and variant exhaustively.

pub mod names;
