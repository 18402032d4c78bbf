//! A job board anyone can host: server-rendered, one binary, SQLite or PostgreSQL.
//!
//! Start at [`app::features`] for what it is made of, at [`jobs`] for what the board is about, and at
//! [`accounts`] for who may do what; `ARCHITECTURE.md` walks through both.

pub mod accounts;
pub mod app;
pub mod commands;
pub mod companies;
pub mod feeds;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
pub mod http;
pub mod jobs;
pub mod moderation;
pub mod platform;
pub mod search;
pub mod settings;
pub mod sources;
pub mod statistics;
pub mod text;
pub mod webhooks;
