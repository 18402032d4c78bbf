//! A job board anyone can host: server-rendered, one binary, SQLite or PostgreSQL.
//!
//! Start at [`routes`] for every URL, at [`jobs`] for what the board is about, and at
//! [`accounts`] for who may do what; `ARCHITECTURE.md` walks through both.

pub mod accounts;
pub mod app;
pub mod audit;
pub mod clock;
pub mod commands;
pub mod config;
pub mod db;
pub mod error;
pub mod health;
pub mod jobs;
pub mod mail;
pub mod metrics;
pub mod openapi;
mod private_file;
pub mod routes;
pub mod schema;
pub mod server;
pub mod web;
pub mod webhooks;
