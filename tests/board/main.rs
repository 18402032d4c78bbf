//! The board as people use it: through HTTP, against a real database. `TEST_DATABASE_URL` names a
//! PostgreSQL server to use instead of SQLite files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod account;
mod api;
mod api_jobs;
mod api_tokens;
mod board_files;
mod browsing;
mod cache;
mod command_line;
mod compose;
mod configuration;
mod confirmation;
mod connections;
mod demo;
mod dependencies;
mod edge;
mod email;
mod feeds;
mod finding;
mod flooding;
mod guessing;
mod health;
mod hostile;
mod importing;
mod keys;
mod log;
mod mail;
mod managing;
mod moving;
mod operating;
mod oversight;
mod posting;
mod recovery;
mod reset;
mod routes;
mod search_engines;
mod second_factor;
mod setup;
mod sign_in;
mod sign_up;
mod slow;
mod structure;
mod tokens;
mod upgrading;
mod webhooks;
