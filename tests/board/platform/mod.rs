//! Mail and settings.

mod configuration;
mod mail;
