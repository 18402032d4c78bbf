//! Parts of pages that cost more to make than to keep: the cards of lists, descriptions and markup of
//! jobs, and what stands beside a list. Pages for somebody signed in are made of them, too.

use std::{hash::Hash, sync::Arc};

use quick_cache::{Weighter, sync::Cache};

use super::error::Error;

/// How large a fragment is thought to be, in bytes, for the cache to size itself.
const USUAL_SIZE: u64 = 1_400;

/// Kept fragments of one feature, which says with `K` what they show and as of when: whatever a fragment
/// is made from is in its key, so that an old one is never asked for again.
pub struct Fragments<K>(Cache<K, Arc<str>, BySize>);

#[derive(Clone)]
struct BySize;

impl<K> Weighter<K, Arc<str>> for BySize {
    fn weight(&self, _: &K, html: &Arc<str>) -> u64 {
        (html.len() + 200) as u64
    }
}

impl<K: Eq + Hash> Fragments<K> {
    /// Room for so many bytes of fragments.
    pub fn with_room_for(bytes: u64) -> Self {
        let count = usize::try_from(bytes / USUAL_SIZE).unwrap_or(usize::MAX);
        Self(Cache::with_weighter(count, bytes, BySize))
    }

    pub fn get(&self, key: &K) -> Option<Arc<str>> {
        self.0.get(key)
    }

    pub fn keep(&self, key: K, html: String) -> Arc<str> {
        let html: Arc<str> = html.into();
        self.0.insert(key, html.clone());
        html
    }

    /// The fragment as it was kept, or as `make` makes it.
    pub fn get_or(
        &self,
        key: K,
        make: impl FnOnce() -> Result<String, Error>,
    ) -> Result<Arc<str>, Error> {
        match self.get(&key) {
            Some(html) => Ok(html),
            None => Ok(self.keep(key, make()?)),
        }
    }
}
