//! Signing in, signing up, and looking after an account.

mod admin;
mod admin_tables;
mod confirmation;
mod email;
mod guards;
mod guessing;
mod keys;
mod recovery;
mod reset;
mod session_tokens;
mod settings;
mod setup;
mod sign_in;
mod sign_up;
mod tokens;
mod two_factor;
