//! API tokens: what a program signs in with.

pub mod api_token;
pub mod page;
