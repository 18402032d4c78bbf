//! The board as people use it: through HTTP, against a real database. `TEST_DATABASE_URL` names a
//! PostgreSQL server to use instead of SQLite files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod account;
mod browsing;
mod command_line;
mod configuration;
mod edge;
mod importing;
mod managing;
mod posting;
mod routes;
mod setup;
mod sign_in;
mod sign_up;
mod structure;
