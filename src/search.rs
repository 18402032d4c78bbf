//! Finding jobs: the query behind every list, the index that answers it, and the pages that show it.

pub mod api;
pub mod card;
pub mod companies;
pub mod companies_api;
mod company_names;
pub mod facets;
pub mod feature;
mod fold;
pub mod formats;
mod fragment;
pub mod heading;
pub mod home;
pub mod index;
pub mod list;
pub mod lists;
pub mod meaning;
mod metrics;
pub mod query;
pub mod rebuilding;
pub mod search_entry;
pub mod similar;
pub mod suggestions;
mod usual_currency;

pub use self::query::JobQuery;

use crate::platform::i18n::{Locale, Message};

/// `1 job`, `8,635 jobs`.
fn total(jobs: i64, locale: Locale) -> String {
    locale.text(&Message::new("search-total").with("count", jobs))
}
