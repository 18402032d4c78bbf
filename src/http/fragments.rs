//! Parts of pages that cost more to make than to keep: the cards of lists, descriptions and markup of
//! jobs, and what stands beside a list. Pages for somebody signed in are made of them, too.

use std::sync::Arc;

use chrono::NaiveDate;
use quick_cache::{Weighter, sync::Cache};

use super::error::Error;
use crate::platform::i18n::Locale;

/// The most memory that fragments take, in bytes.
const CAPACITY: u64 = 8 * 1024 * 1024;

/// About how many that is, for the cache to size itself.
const ABOUT: usize = 6_000;

/// What a fragment shows, and as of when: whatever it is made from is in its name, so that an old one
/// is never asked for again.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Fragment {
    /// A job in a list. Its age is told in days.
    Card {
        locale: Locale,
        position: i64,
        content: u64,
        day: NaiveDate,
    },
    /// A job's description as HTML.
    Description { job_id: i64, version: i32 },
    /// What search engines are told of a job; nothing where they would not take it.
    Markup { job_id: i64, version: i32 },
    /// What the search at this address can be narrowed by.
    Facets {
        locale: Locale,
        address: String,
        board_version: i64,
        day: NaiveDate,
    },
}

pub struct Fragments(Cache<Fragment, Arc<str>, BySize>);

#[derive(Clone)]
struct BySize;

impl Weighter<Fragment, Arc<str>> for BySize {
    fn weight(&self, _: &Fragment, html: &Arc<str>) -> u64 {
        (html.len() + 200) as u64
    }
}

impl Default for Fragments {
    fn default() -> Self {
        Self(Cache::with_weighter(ABOUT, CAPACITY, BySize))
    }
}

impl Fragments {
    pub fn get(&self, fragment: &Fragment) -> Option<Arc<str>> {
        self.0.get(fragment)
    }

    pub fn keep(&self, fragment: Fragment, html: String) -> Arc<str> {
        let html: Arc<str> = html.into();
        self.0.insert(fragment, html.clone());
        html
    }

    /// The fragment as it was kept, or as `make` makes it.
    pub fn get_or(
        &self,
        fragment: Fragment,
        make: impl FnOnce() -> Result<String, Error>,
    ) -> Result<Arc<str>, Error> {
        match self.get(&fragment) {
            Some(html) => Ok(html),
            None => Ok(self.keep(fragment, make()?)),
        }
    }
}
