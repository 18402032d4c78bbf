//! What a list is about, as its heading says it.

use super::{
    query::{Found, JobQuery, Spelled, begun_with_capital, either, in_order, readable},
    search_entry::SearchEntry,
};
use crate::{
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    text::words::{self, slug},
};

/// What the page is about: `Remote jobs`, `Jobs at Analytical Engines`, `Jobs for “rust”`,
/// `Hybrid full-time jobs in Berlin`.
pub fn of(query: &JobQuery, found: &Found, locale: Locale) -> String {
    let filters = &query.filters;
    if !query.text.is_empty() {
        return locale.text(&Message::new("search-about-words").with("words", &query.text));
    }
    if !query.is_search() {
        return locale.text(&Message::new("search-all"));
    }
    let kinds = [
        one_of(in_order(&filters.workplaces), locale),
        one_of(in_order(&filters.employment_types), locale),
    ];
    let kinds = kinds.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let kinds_are_none = kinds.is_empty();
    let mut heading = match kinds_are_none {
        true => locale.text(&Message::new("search-about-jobs")),
        false => locale.text(&Message::new("search-about-kinds").with("kinds", kinds)),
    };
    let parts = parts(query, found, locale);
    if parts.is_empty() && kinds_are_none {
        return locale.text(&Message::new("search-all"));
    }
    for part in parts {
        heading.push(' ');
        heading.push_str(&part);
    }
    begun_with_capital(&heading)
}

/// `remote`, `part-time or contract`.
fn one_of<T: TextEnum>(values: Vec<T>, locale: Locale) -> Option<String> {
    let labels = values
        .into_iter()
        .map(|value| locale.text(&value.label()).to_lowercase());
    Some(either(labels, locale)).filter(|labels| !labels.is_empty())
}

/// What is behind `jobs` in the heading.
fn parts(query: &JobQuery, found: &Found, locale: Locale) -> Vec<String> {
    let filters = &query.filters;
    let mut parts = Vec::new();
    let mut add = |part: Message| parts.push(locale.text(&part));
    if let Some(slug) = &filters.category {
        let stated = found.jobs.iter().filter_map(|job| job.category.as_deref());
        let category = spelled(slug, stated);
        add(Message::new("search-about-category").with("category", category));
    }
    for slug in &filters.tags {
        let tag = spelled(slug, found.jobs.iter().flat_map(|job| job.tags()));
        add(Message::new("search-about-tag").with("tag", tag));
    }
    if let Some(slug) = &filters.company {
        let company = usual_spelling(found.jobs.iter().map(|job| job.company.as_str()));
        let company = company.map_or_else(|| readable(slug), ToOwned::to_owned);
        add(Message::new("search-at-company").with("company", company));
    }
    if filters.place.is_stated() {
        parts.push(filters.place.phrase(locale));
    }
    parts
}

/// How the jobs that were found spell the filters that are on.
pub fn spelled_by(query: &JobQuery, found: &[SearchEntry]) -> Spelled {
    let filters = &query.filters;
    let company = usual_spelling(found.iter().map(|job| job.company.as_str()));
    let category = |slug: &String| {
        let mut stated = found.iter().filter_map(|job| job.category.as_deref());
        stated.find(|text| words::slug(text) == *slug)
    };
    Spelled {
        company: company
            .filter(|_| filters.company.is_some())
            .map(str::to_owned),
        category: filters
            .category
            .as_ref()
            .and_then(category)
            .map(str::to_owned),
    }
}

/// How jobs spell what has this slug; the slug as people read it where none does.
fn spelled<'a>(wanted: &str, mut stated: impl Iterator<Item = &'a str>) -> String {
    let found = stated.find(|text| slug(text) == wanted);
    found.map_or_else(|| readable(wanted), ToOwned::to_owned)
}

/// The name that most of these have, the newest first; among equals the oldest: whoever posts last does not
/// name a company.
fn usual_spelling<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.collect();
    let times = |name: &str| names.iter().filter(|known| **known == name).count();
    names.iter().copied().max_by_key(|name| times(name))
}
