//! The categories behind which most hits are.

use std::{cmp::Reverse, collections::HashMap};

use super::{
    ask::{Asked, Stated},
    parts::{Category, Names},
};

/// Categories that are named, those with most hits.
const MOST: usize = 200;

/// The categories with most of these hits, and the one that is asked for, by their slugs.
pub fn categories(hits: &[u32], asked: &Asked, names: &Names) -> HashMap<String, Stated> {
    let mut of_slugs = vec![OfSlug::default(); names.slugs];
    for (category, hits) in names.categories.iter().zip(hits) {
        if let Some(of_slug) = of_slugs.get_mut(category.slug_number as usize) {
            of_slug.add(category, *hits as usize);
        }
    }
    let is_asked = |known: &Category| asked.category.as_ref() == Some(&known.slug);
    let mut each = of_slugs.iter();
    let asked = each
        .find(|known| known.stated.is_some_and(is_asked))
        .copied();
    of_slugs.sort_unstable_by_key(|of_slug| Reverse(of_slug.hits));
    of_slugs.truncate(MOST);
    let named = of_slugs.into_iter().chain(asked).filter_map(|of_slug| {
        let stated = of_slug.stated.filter(|known| !known.slug.is_empty())?;
        let known = Stated {
            jobs: of_slug.hits,
            text: stated.text.clone(),
        };
        Some((stated.slug.clone(), known))
    });
    named.collect()
}

/// The hits of all categories with one slug, and how most of them state it.
#[derive(Clone, Copy, Default)]
struct OfSlug<'a> {
    hits: usize,
    stated: Option<&'a Category>,
    /// How many state it so.
    so: usize,
}

impl<'a> OfSlug<'a> {
    fn add(&mut self, category: &'a Category, hits: usize) {
        self.hits += hits;
        if hits > self.so {
            (self.stated, self.so) = (Some(category), hits);
        }
    }
}
