//! What stands above the jobs of one company.

use diesel::{dsl::count_star, prelude::*};
use serde::Serialize;

use super::is_open;
use crate::{
    jobs::{
        location,
        view::{host, hue, initial},
    },
    platform::{
        db::Db,
        schema::{jobs, listings},
        zone::Moment,
    },
    search::{query::JobQuery, search_entry::SearchEntry},
};

/// Places shown.
const PLACES: i64 = 6;

/// What is known of a company.
#[derive(Debug, Serialize)]
pub struct Head {
    initial: String,
    hue: usize,
    /// Its address and its host.
    website: Option<(String, String)>,
    /// Where it has most of its jobs.
    places: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct Place {
    name: String,
    href: String,
}

impl Head {
    /// Of the company whose jobs `query` finds, if it asks for one alone; `found` are some of them.
    pub fn of(
        query: &JobQuery,
        found: &[SearchEntry],
        db: &mut Db,
        now: Moment,
    ) -> QueryResult<Option<Self>> {
        let address = query.first_page().address();
        let (Some(company), true) = (&query.filters.company, address.starts_with("/companies/"))
        else {
            return Ok(None);
        };
        let Some(newest) = found.first() else {
            return Ok(None);
        };
        let places: Vec<Option<String>> = listings::table
            .filter(listings::company_slug.eq(company))
            .filter(listings::location.is_not_null())
            .filter(listings::location.ne(""))
            .filter(is_open(now.today()))
            .group_by(listings::location)
            .order((count_star().desc(), listings::location))
            .limit(PLACES)
            .select(listings::location)
            .load(db)?;
        Ok(Some(Self {
            initial: initial(&newest.company),
            hue: hue(&newest.company),
            website: website(found, db)?,
            places: each(places.iter().flatten()),
        }))
    }
}

/// The places that these locations name, each once.
fn each<'a>(locations: impl Iterator<Item = &'a String>) -> Vec<Place> {
    let mut names: Vec<&str> = Vec::new();
    for name in locations.flat_map(|location| location::parts(location)) {
        if names.len() < PLACES as usize && !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(Place::new).collect()
}

impl Place {
    fn new(name: &str) -> Self {
        let mut query = JobQuery::default();
        query.filters.read("place", name);
        Self {
            href: query.address(),
            name: name.to_owned(),
        }
    }
}

/// The website that these jobs state, where all that state one agree on the host: one job under another's
/// name does not send the company's readers elsewhere.
fn website(found: &[SearchEntry], db: &mut Db) -> QueryResult<Option<(String, String)>> {
    let ids = found.iter().map(|listed| listed.job_id);
    let stated: Vec<Option<String>> = jobs::table
        .filter(jobs::id.eq_any(ids.collect::<Vec<_>>()))
        .filter(jobs::company_url.is_not_null())
        .order(jobs::id.desc())
        .select(jobs::company_url)
        .load(db)?;
    let stated: Vec<(String, String)> = stated
        .into_iter()
        .flatten()
        .filter_map(|url| Some((url.clone(), host(&url)?)))
        .collect();
    let first = stated.first().cloned();
    let agree = |first: &(String, String)| stated.iter().all(|(_, host)| *host == first.1);
    Ok(first.filter(agree))
}
