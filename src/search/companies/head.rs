//! What stands above the jobs of one company.

use diesel::{dsl::count_star, prelude::*};
use serde::Serialize;

use super::is_open;
use crate::{
    companies::{self, Known},
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
    text::markdown::{self, Top},
};

/// Places shown.
const PLACES: i64 = 6;

/// What is known of a company.
#[derive(Debug, Serialize)]
pub struct Head {
    #[serde(skip)]
    pub slug: String,
    pub name: String,
    initial: String,
    hue: usize,
    /// The address of its logo.
    logo: Option<String>,
    /// Its address and its host.
    website: Option<(String, String)>,
    /// Where it has most of its jobs.
    places: Vec<Place>,
    /// What it says of itself, as HTML.
    about: String,
    /// Each with what it is called.
    links: Vec<(String, String)>,
    /// Those that it has proved to be its own.
    domains: Vec<String>,
    /// Where somebody says that the company is theirs, while nobody looks after it.
    claim_href: Option<String>,
}

#[derive(Debug, Serialize)]
struct Place {
    name: String,
    href: String,
}

impl Head {
    /// Of the company whose jobs `query` finds, if it asks for one alone; `found` are some of them. Without
    /// open jobs only a company that somebody looks after has one.
    pub fn of(
        query: &JobQuery,
        found: &[SearchEntry],
        db: &mut Db,
        now: Moment,
    ) -> QueryResult<Option<Self>> {
        let address = query.first_page().address();
        let (Some(slug), true) = (&query.filters.company, address.starts_with("/companies/"))
        else {
            return Ok(None);
        };
        let known = companies::known(db, slug)?;
        let known = match (found.first(), known) {
            (_, Some(known)) => known,
            (Some(newest), None) => Known {
                name: newest.company.clone(),
                slug: slug.clone(),
                ..Known::default()
            },
            (None, None) => return Ok(None),
        };
        if found.is_empty() && known.slug == *slug && !known.is_established {
            return Ok(None);
        }
        let places: Vec<Option<String>> = listings::table
            .filter(listings::company_slug.eq(slug))
            .filter(listings::location.is_not_null())
            .filter(listings::location.ne(""))
            .filter(is_open(now.today()))
            .group_by(listings::location)
            .order((count_star().desc(), listings::location))
            .limit(PLACES)
            .select(listings::location)
            .load(db)?;
        let stated = known.website.clone();
        let website = match stated.and_then(|url| host(&url).map(|host| (url, host))) {
            Some(stated) => Some(stated),
            None => website(found, db)?,
        };
        Ok(Some(Self {
            initial: initial(&known.name),
            hue: hue(&known.name),
            logo: known.logo.map(|logo| logo.small),
            website,
            places: each(places.iter().flatten()),
            about: markdown::render(&known.about, Top::H2),
            links: named(known.links),
            domains: known.domains,
            claim_href: (!known.has_team).then(|| claim_href(&known.name)),
            name: known.name,
            slug: known.slug,
        }))
    }
}

/// Each link with what it is called: its address without what every address has.
fn named(links: Vec<String>) -> Vec<(String, String)> {
    let short = |link: &String| {
        let rest = link
            .split_once("://")
            .map_or(link.as_str(), |(_, rest)| rest);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        rest.trim_end_matches('/').to_owned()
    };
    let links = links.into_iter();
    links
        .map(|link| {
            let name = short(&link);
            (link, name)
        })
        .collect()
}

fn claim_href(name: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let query = query.append_pair("name", name).finish();
    format!("/dashboard/companies/new?{query}")
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
