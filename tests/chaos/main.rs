//! What may go wrong for years, a minute at a time: `bin/chaos` runs it on both databases. These take
//! too long, or too many rights, for the tests of every change.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[expect(dead_code, unused_imports, reason = "the other tests use more of it")]
#[path = "../board/support/mod.rs"]
mod support;

mod disk;
mod indexing;
mod killing;
