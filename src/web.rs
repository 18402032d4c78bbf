//! What every page stands on, and nothing about jobs.

pub mod assets;
pub mod blocking;
pub mod board_file;
mod client_address;
mod compression;
pub mod cookies;
pub mod csrf;
pub mod edge;
mod encoding;
mod error_page;
pub mod flash;
pub mod form;
pub mod fragments;
pub mod headers;
pub mod json;
pub mod markdown;
pub mod next;
pub mod normalize;
pub mod page;
pub mod page_cache;
pub mod problem;
pub mod query;
mod request_log;
pub mod surface;
pub mod templates;
pub mod well_known;

pub use self::client_address::client_address;
