//! Mail, tasks, files, domains and settings.

mod configuration;
mod domains;
mod files;
mod mail;
mod tasks;
