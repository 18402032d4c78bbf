//! Moderation: what waits for a moderator, in which order, and why.

pub mod score;
