//! Mail, tasks, files and settings.

mod configuration;
mod files;
mod mail;
mod tasks;
