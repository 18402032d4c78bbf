//! Pages that everybody sees alike are rendered once, kept with their compressed forms, and served
//! from memory until something public changes, here or on another replica, or the day ends: each is of
//! one edition of the board.
//!
//! Somebody signed in is shown the same pages with their own navigation, put in for this one answer.
//! What is made for them, or for whoever brings a notice or a token, is never kept.

mod kept;
pub mod serving;

use std::sync::Arc;

use actix_web::HttpRequest;
use chrono::NaiveDate;
use quick_cache::{Equivalent, Weighter, sync::Cache};

use self::kept::CachedPage;
use super::viewer::Viewer;
use crate::platform::i18n::Locale;

/// The most memory that pages take, in bytes.
const CAPACITY: u64 = 12 * 1024 * 1024;

/// About how many pages that is, for the cache to size itself.
const ABOUT: usize = 750;

/// Put on a response: everybody sees it alike, at this one address, but for the layout's words about
/// the visitor.
#[derive(Clone, Debug)]
pub struct Public {
    pub address: String,
    pub subject: Option<Shown>,
    /// The layout's words about the visitor, as they stand in it; nothing in a file for programs.
    pub visit: Option<String>,
}

impl Public {
    pub fn at(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            subject: None,
            visit: None,
        }
    }
}

/// What a page shows, where some people see more of it than others, or it counts who looks.
#[derive(Clone, Debug)]
pub struct Shown {
    pub id: i64,
    /// The accounts that get a page of their own, as administrators do.
    pub own_copies: Arc<[i64]>,
    /// Told of each time that the page is shown.
    pub seen: fn(&HttpRequest, i64),
}

impl Shown {
    /// Whether `viewer` sees what others do not.
    pub fn has_own_copy(&self, viewer: &Viewer) -> bool {
        viewer.is_admin || self.own_copies.contains(&viewer.id)
    }

    fn count(&self, request: &HttpRequest) {
        (self.seen)(request, self.id);
    }
}

pub struct PageCache {
    pages: Cache<Key, Arc<CachedPage>, BySize>,
}

/// What a page is kept as: its language and its address.
#[derive(Clone, Eq, Hash, PartialEq)]
struct Key(Locale, String);

/// A key that owns nothing, to look one up.
#[derive(Hash)]
struct Asked<'a>(Locale, &'a str);

impl Equivalent<Key> for Asked<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.0 == key.0 && self.1 == key.1
    }
}

#[derive(Clone)]
struct BySize;

impl Weighter<Key, Arc<CachedPage>> for BySize {
    /// Compressed, HTML comes to about a quarter, twice.
    fn weight(&self, key: &Key, page: &Arc<CachedPage>) -> u64 {
        (key.1.len() + page.size() * 3 / 2 + 500) as u64
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self {
            pages: Cache::with_weighter(ABOUT, CAPACITY, BySize),
        }
    }
}

impl PageCache {
    fn get(
        &self,
        locale: Locale,
        address: &str,
        edition: i64,
        day: NaiveDate,
    ) -> Option<Arc<CachedPage>> {
        let page = self.pages.get(&Asked(locale, address))?;
        (page.edition == edition && page.day == day).then_some(page)
    }

    fn keep(&self, locale: Locale, address: &str, page: &Arc<CachedPage>) {
        let key = Key(locale, address.to_owned());
        self.pages.insert(key, page.clone());
    }
}
