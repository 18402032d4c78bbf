//! The lists of jobs: the start page, every search, and the pages of a tag, a company, a place and of
//! remote work.

use std::sync::atomic::Ordering;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Path,
};
use diesel::QueryResult;
use serde::Serialize;
use tera::context;

use super::{
    card,
    facets::{Broader, Facets},
    formats::Addresses,
    fragment::{ListFragment, ListFragments},
    heading,
    query::{Found, JobQuery},
    suggestions,
};
use crate::{
    http::{error::Error, page::Page},
    jobs::Workplace,
    platform::{db::Db, i18n::Locale, zone::Moment},
};

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
    narrowed(page, request, "place", &slug).await
}

async fn narrowed(
    page: Page,
    request: HttpRequest,
    name: &str,
    value: &str,
) -> Result<HttpResponse, Error> {
    let query = narrowed_query(request.query_string(), name, value)?;
    show(page, &request, query).await
}

/// The search of the page of one tag, company or place.
pub fn narrowed_query(query_string: &str, name: &str, slug: &str) -> Result<JobQuery, Error> {
    let mut query = JobQuery::parse(query_string);
    let value = match name {
        "place" => &slug.replace('-', " "),
        _ => slug,
    };
    query.filters.read(name, value);
    if query.filters.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(query)
}

/// The search that was made instead of what was typed.
#[derive(Serialize)]
struct Instead {
    words: String,
    href: String,
}

impl From<JobQuery> for Instead {
    fn from(query: JobQuery) -> Self {
        Self {
            href: query.address(),
            words: query.text,
        }
    }
}

/// What a list page needs of the database.
struct Answer {
    found: Found,
    /// Unless it is kept from before.
    facets: Option<Facets>,
    broader: Vec<Broader>,
    /// The words that were searched instead of those that were typed.
    instead: Option<JobQuery>,
}

impl Answer {
    fn of(
        query: &JobQuery,
        with_facets: bool,
        db: &mut Db,
        locale: Locale,
        now: Moment,
    ) -> QueryResult<Self> {
        let found = query.find(db, now)?;
        if found.jobs.is_empty() && query.is_first_page() && !query.text.is_empty() {
            let meant = suggestions::correct(db, &query.text)?;
            if let Some(instead) = meant.map(|text| query.for_words(&text)) {
                let found = instead.find(db, now)?;
                if !found.jobs.is_empty() {
                    return Ok(Self {
                        found,
                        facets: Some(Facets::of(&instead, db, locale, now)?),
                        broader: Vec::new(),
                        instead: Some(instead),
                    });
                }
            }
        }
        let facets = with_facets
            .then(|| Facets::of(query, db, locale, now))
            .transpose()?;
        let broader = if found.jobs.is_empty() && query.is_first_page() {
            Broader::all(query, db, locale, now)?
        } else {
            Vec::new()
        };
        Ok(Self {
            found,
            facets,
            broader,
            instead: None,
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
    let now = page.board.clock.moment();
    let fragments = page.board.state::<ListFragments>()?;
    let beside = ListFragment::Facets {
        locale: page.locale,
        address: query.with(query.filters.clone()).address(),
        board_version: page.board.db.version().load(Ordering::Acquire),
        day: now.today(),
    };
    let kept = fragments.get(&beside);
    let locale = page.locale;
    let (asked, with_facets) = (query.clone(), kept.is_none());
    let Answer {
        found,
        facets,
        broader,
        instead,
    } = page
        .board
        .read(move |db| Ok(Answer::of(&asked, with_facets, db, locale, now)?))
        .await?;
    // What was searched instead has numbers of its own.
    let facets = match kept.filter(|_| instead.is_none()) {
        Some(kept) => kept,
        None => {
            let templates = &page.board.templates;
            let context = context! { facets => &facets };
            let html = templates.render(locale, "search/facets.html", &context)?;
            match instead {
                Some(_) => html.into(),
                None => fragments.keep(beside, html),
            }
        }
    };
    let is_page_of_its_own = !address.starts_with("/jobs");
    let page = if found.jobs.is_empty() && is_page_of_its_own {
        page.status(StatusCode::NOT_FOUND)
    } else {
        page
    };
    let cards = card::all(&page.board, &found.jobs, page.locale, now)?;
    let hidden: Vec<(&'static str, String)> = query
        .filters
        .pairs()
        .into_iter()
        .filter(|(name, _)| *name != "place")
        .collect();
    // An empty list may have a suggestion tomorrow that nobody has counted today.
    let page = if found.jobs.is_empty() {
        page
    } else {
        page.public(&address, None)
    };
    page.show(
        "search/list.html",
        context! {
            cards => &cards,
            heading => &locale.text(&heading::of(&query, &found)),
            q => &query.text,
            place => &query.filters.place,
            hidden => &hidden,
            is_search => &query.is_search(),
            is_first_page => &query.is_first_page(),
            address => &address,
            feeds => &Addresses::of(&query),
            older => &found.older.map(|page| page.address()),
            newer => &found.newer.map(|page| page.address()),
            facets => facets.as_ref(),
            broader => &broader,
            instead => &instead.map(Instead::from),
        },
    )
}
