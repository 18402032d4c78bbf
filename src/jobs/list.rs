//! The lists of jobs: the start page, every search, and the pages of a tag, a company, a place and of
//! remote work.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Path,
};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use tera::context;

use super::{
    listing::Card,
    narrowing::{Narrowing, Way},
    search::{Found, JobQuery, readable},
    vocabulary::Workplace,
};
use crate::{accounts::Account, db::Db, error::Error, web::page::Page};

/// `GET /`: the newest jobs, and where to search.
pub async fn home(page: Page) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let (found, needs_setup) = page
        .board
        .db
        .read(move |db| {
            let found = JobQuery::default().find(db, now)?;
            let needs_setup = found.jobs.is_empty() && !Account::any_admin(db)?;
            Ok((found, needs_setup))
        })
        .await?;
    let cards: Vec<Card<'_>> = found
        .jobs
        .iter()
        .map(|job| Card::listed(job, now))
        .collect();
    let page = if needs_setup { page } else { page.public(None) };
    page.show(
        "jobs/home.html",
        context! {
            jobs => &cards,
            q => "",
            place => "",
            hidden => &Vec::<(String, String)>::new(),
            older => &found.older,
            needs_setup => &needs_setup,
        },
    )
}

/// `GET /jobs`
pub async fn index(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let query = JobQuery::parse(request.query_string());
    show(page, &request, query).await
}

/// `GET /remote`
pub async fn remote(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let mut query = JobQuery::parse(request.query_string());
    query.filters.workplaces = vec![Workplace::Remote];
    show(page, &request, query).await
}

/// `GET /tags/{slug}`
pub async fn tag(
    page: Page,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    narrowed(page, request, "tag", &slug).await
}

/// `GET /companies/{slug}`
pub async fn company(
    page: Page,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    narrowed(page, request, "company", &slug).await
}

/// `GET /places/{slug}`
pub async fn place(
    page: Page,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    narrowed(page, request, "place", &slug.replace('-', " ")).await
}

async fn narrowed(
    page: Page,
    request: HttpRequest,
    name: &str,
    value: &str,
) -> Result<HttpResponse, Error> {
    let mut query = JobQuery::parse(request.query_string());
    query.filters.read(name, value);
    if query.filters.is_empty() {
        return Err(Error::NotFound);
    }
    show(page, &request, query).await
}

/// What a list page needs of the database.
struct Answer {
    found: Found,
    narrowing: Narrowing,
    ways: Vec<Way>,
}

impl Answer {
    fn of(query: &JobQuery, db: &mut Db, now: NaiveDateTime) -> QueryResult<Self> {
        let found = query.find(db, now)?;
        let narrowing = Narrowing::of(query, db, now)?;
        let ways = if found.jobs.is_empty() && query.is_first_page() {
            Way::all(query, db, now)?
        } else {
            Vec::new()
        };
        Ok(Self {
            found,
            narrowing,
            ways,
        })
    }
}

/// Shows the search at its one address; from any other spelling of it, redirects there.
async fn show(page: Page, request: &HttpRequest, query: JobQuery) -> Result<HttpResponse, Error> {
    let address = query.address();
    if request.uri().path_and_query().map(|asked| asked.as_str()) != Some(address.as_str()) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, address))
            .finish());
    }
    let now = page.board.clock.now();
    let asked = query.clone();
    let Answer {
        found,
        narrowing,
        ways,
    } = page
        .board
        .db
        .read(move |db| Ok(Answer::of(&asked, db, now)?))
        .await?;
    let is_page_of_its_own = !address.starts_with("/jobs");
    let page = if found.jobs.is_empty() && is_page_of_its_own {
        page.status(StatusCode::NOT_FOUND)
    } else {
        page
    };
    let cards: Vec<Card<'_>> = found
        .jobs
        .iter()
        .map(|job| Card::listed(job, now))
        .collect();
    let hidden: Vec<(&'static str, String)> = query
        .filters
        .pairs()
        .into_iter()
        .filter(|(name, _)| *name != "place")
        .collect();
    page.public(None).show(
        "jobs/list.html",
        context! {
            jobs => &cards,
            heading => &heading(&query, &found),
            q => &query.text,
            place => &query.filters.place,
            hidden => &hidden,
            is_search => &query.is_search(),
            is_first_page => &query.is_first_page(),
            address => &address,
            older => &found.older,
            newer => &found.newer,
            narrowing => &narrowing,
            ways => &ways,
        },
    )
}

/// What the page is about: `Remote jobs`, `Jobs at Analytical Engines`, `Jobs for “rust”`.
fn heading(query: &JobQuery, found: &Found) -> String {
    let filters = &query.filters;
    let address = query.address();
    if !query.text.is_empty() {
        format!("Jobs for “{}”", query.text)
    } else if address.starts_with("/tags/") {
        let known = found.jobs.iter().flat_map(|job| job.tags());
        let tag = filters.tags.first().cloned().unwrap_or_default();
        let spelled = known
            .into_iter()
            .find(|text| super::search::words::slug(text) == tag)
            .map(ToOwned::to_owned);
        format!("Jobs with {}", spelled.unwrap_or(tag))
    } else if let (Some(slug), true) = (&filters.company, address.starts_with("/companies/")) {
        let spelled = found.jobs.first().map(|job| job.company.clone());
        format!("Jobs at {}", spelled.unwrap_or_else(|| readable(slug)))
    } else if address.starts_with("/places/") {
        let slug = super::search::words::slug(&filters.place);
        format!("Jobs in {}", readable(&slug))
    } else if address.starts_with("/remote") {
        "Remote jobs".into()
    } else if query.is_search() {
        "Jobs that match".into()
    } else {
        "All jobs".into()
    }
}
