//! Mail, tasks and settings.

mod configuration;
mod mail;
mod tasks;
