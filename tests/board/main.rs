//! The board as people use it: through HTTP, against a real database. `TEST_DATABASE_URL` names a
//! PostgreSQL server to use instead of SQLite files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod accounts;
mod commands;
mod companies;
mod feeds;
mod house;
mod http;
mod jobs;
mod moderation;
mod platform;
mod search;
mod settings;
mod sources;
mod statistics;
mod webhooks;
