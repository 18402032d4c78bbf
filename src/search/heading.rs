//! What a list is about, as its heading says it.

use super::query::{Found, JobQuery, readable};
use crate::text::words::slug;

/// What the page is about: `Remote jobs`, `Jobs at Analytical Engines`, `Jobs for “rust”`.
pub fn of(query: &JobQuery, found: &Found) -> String {
    let filters = &query.filters;
    let address = query.address();
    if !query.text.is_empty() {
        format!("Jobs for “{}”", query.text)
    } else if address.starts_with("/tags/") {
        let known = found.jobs.iter().flat_map(|job| job.tags());
        let tag = filters.tags.first().cloned().unwrap_or_default();
        let spelled = known
            .into_iter()
            .find(|text| slug(text) == tag)
            .map(ToOwned::to_owned);
        format!("Jobs with {}", spelled.unwrap_or(tag))
    } else if let (Some(slug), true) = (&filters.company, address.starts_with("/companies/")) {
        let spelled = found.jobs.first().map(|job| job.company.clone());
        format!("Jobs at {}", spelled.unwrap_or_else(|| readable(slug)))
    } else if address.starts_with("/places/") {
        let slug = slug(&filters.place);
        format!("Jobs in {}", readable(&slug))
    } else if address.starts_with("/remote") {
        "Remote jobs".into()
    } else if query.is_search() {
        "Jobs that match".into()
    } else {
        "All jobs".into()
    }
}
