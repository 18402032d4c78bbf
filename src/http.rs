//! What every page stands on, and nothing about jobs.

pub mod assets;
pub mod base;
pub mod blocking;
pub mod board;
pub mod board_file;
pub mod client_ip;
mod compression;
pub mod cookies;
pub mod csrf;
pub mod edge;
mod encoding;
pub mod endpoint;
pub mod error;
pub mod error_page;
pub mod facts;
pub mod feature;
pub mod flash;
pub mod form;
pub mod fragments;
pub mod headers;
pub mod health;
pub mod json;
pub mod layout;
pub mod metrics;
pub mod next;
pub mod normalize;
pub mod page;
pub mod page_cache;
pub mod problem;
pub mod query;
mod request_log;
pub mod server;
pub mod states;
pub mod surface;
pub mod viewer;

pub use self::client_ip::client_address;
