//! Finding jobs: the query behind every list, the index that answers it, and the pages that show it.

pub mod api;
pub mod card;
pub mod companies_api;
pub mod facets;
pub mod feature;
pub mod formats;
mod fragment;
pub mod heading;
pub mod home;
pub mod index;
pub mod list;
pub mod query;
pub mod rebuilding;
pub mod search_entry;
pub mod similar;
pub mod suggestions;

pub use self::query::JobQuery;
