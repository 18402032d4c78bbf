//! Text and nothing else: Markdown, text from elsewhere, words, dates, colors. Pure functions that know no other room.

pub mod calendar;
pub mod clean;
pub mod color;
pub mod encoding;
pub mod fingerprint;
pub mod gazetteer;
pub mod imported;
pub mod markdown;
pub mod palette;
pub mod pasted;
pub mod postcode;
pub mod title_slug;
pub mod words;
