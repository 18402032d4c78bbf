//! The index of words, in the dialect of either database.

pub mod entry_words;
pub mod expression;
pub mod find;
pub mod relevance;
pub mod slips;
