//! What a list is about, as its heading says it.

use super::query::{Found, JobQuery, readable};
use crate::{platform::i18n::Message, text::words::slug};

/// What the page is about: `Remote jobs`, `Jobs at Analytical Engines`, `Jobs for “rust”`.
pub fn of(query: &JobQuery, found: &Found) -> Message {
    let filters = &query.filters;
    let address = query.address();
    if !query.text.is_empty() {
        return Message::new("search-about-words").with("words", &query.text);
    }
    if address.starts_with("/tags/") {
        let known = found.jobs.iter().flat_map(|job| job.tags());
        let tag = filters.tags.first().cloned().unwrap_or_default();
        let spelled = known
            .into_iter()
            .find(|text| slug(text) == tag)
            .map(ToOwned::to_owned);
        return Message::new("search-about-tag").with("tag", spelled.unwrap_or(tag));
    }
    if let (Some(slug), true) = (&filters.company, address.starts_with("/companies/")) {
        let spelled = usual_spelling(found.jobs.iter().map(|job| job.company.as_str()));
        let company = spelled.map_or_else(|| readable(slug), ToOwned::to_owned);
        return Message::new("search-about-company").with("company", company);
    }
    if address.starts_with("/places/") {
        let place = readable(&slug(&filters.place));
        return Message::new("search-about-place").with("place", place);
    }
    if address.starts_with("/remote") {
        return Message::new("search-about-remote");
    }
    if query.is_search() {
        return Message::new("search-about-match");
    }
    Message::new("search-all")
}

/// The name that most of these have, the newest first; among equals the oldest: whoever posts last does not
/// name a company.
fn usual_spelling<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.collect();
    let times = |name: &str| names.iter().filter(|known| **known == name).count();
    names.iter().copied().max_by_key(|name| times(name))
}
