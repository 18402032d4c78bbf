//! The companies that have jobs on the board.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    companies::asked,
    lists,
    query::{JobQuery, Wanted},
    suggestions,
};
use crate::{
    companies::{self, api::CompanyProfile},
    http::board::Board,
    http::{
        error::Error,
        problem::{Problem, Trouble},
        query,
    },
    text::words::{path_segment, slug},
};

/// A company (https://schema.org/Organization).
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Company {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    /// Its name in addresses.
    slug: String,
    /// Its page on this site.
    url: String,
    /// The address of its jobs in this API.
    jobs: String,
    /// How many open jobs it has, counted up to 1,000.
    number_of_jobs: i64,
    #[serde(flatten)]
    profile: Option<CompanyProfile>,
}

/// A page of companies.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Companies {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Company>,
    /// The address of the next page.
    next: Option<String>,
}

impl Company {
    fn new(board: &Board, name: String, number_of_jobs: i64) -> Result<Self, Error> {
        let slug = slug(&name);
        let url = board
            .config
            .base_url
            .join(&format!("/companies/{}", path_segment(&slug)));
        Ok(Self {
            kind: "Organization",
            url: url.map_err(Error::internal)?.into(),
            jobs: format!("/api/v1/jobs?company={}", path_segment(&slug)),
            name,
            slug,
            number_of_jobs,
            profile: None,
        })
    }
}

/// List companies
///
/// Sorted by name, 100 per page. With `q`, the 100 with most jobs of those that have a word which begins so. The
/// counts can be a few minutes old.
#[utoipa::path(
    get,
    path = "/api/v1/companies",
    operation_id = "listCompanies",
    tag = "Companies",
    params(
        ("q" = Option<String>, Query, description = "The beginning of a word of the company's name, or of several"),
        ("after" = Option<String>, Query, description = "The end of the previous page. Use the address in `next`"),
    ),
    responses((status = 200, body = Companies, description = "One page"), Trouble)
)]
pub async fn index(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let (q, after) = (asked(&request, "q"), query::value(&request, "after"));
    let found = board
        .read(move |db| {
            Ok(match q.as_str() {
                "" => suggestions::companies::page(db, &after)?,
                q => suggestions::companies::page_with(db, q)?,
            })
        })
        .await?;
    let next = found.next.map(|next| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.append_pair("after", &next).finish();
        format!("/api/v1/companies?{query}")
    });
    Ok(HttpResponse::Ok().json(Companies {
        context: "https://schema.org",
        kind: "ItemList",
        item_list_element: found
            .named
            .into_iter()
            .map(|(name, jobs)| Company::new(&board, name, jobs))
            .collect::<Result<_, _>>()?,
        next,
    }))
}

/// Read a company
#[utoipa::path(
    get,
    path = "/api/v1/companies/{slug}",
    operation_id = "readCompany",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    responses(
        (status = 200, body = Company, description = "The company"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No company with this slug has had a job here"),
        Trouble,
    )
)]
pub async fn show(board: Data<Board>, slug_asked: Path<String>) -> Result<HttpResponse, Error> {
    let mut query = JobQuery::default();
    query.filters.read("company", &slug_asked);
    if query.filters.is_empty() {
        return Err(Error::NotFound);
    }
    let now = board.clock.moment();
    let asked = slug(&slug_asked);
    let (name, jobs, known) = lists::read(&board, now, move |lists| {
        let known = companies::known(lists.db, &asked)?;
        if let Some(known) = &known {
            query.filters.company = Some(known.slug.clone());
        }
        let found = query.find(lists, Wanted::default())?;
        let newest = found.jobs.into_iter().next().map(|newest| newest.company);
        let public = known.filter(|known| known.is_established);
        let name = public.as_ref().map(|known| known.name.clone()).or(newest);
        let jobs = query.count(lists)?;
        let jobs = i64::try_from(jobs).unwrap_or(i64::MAX);
        Ok((name.ok_or(Error::NotFound)?, jobs, public))
    })
    .await?;
    let company = Company {
        profile: known.map(|known| CompanyProfile::new(&board, known)),
        ..Company::new(&board, name, jobs)?
    };
    Ok(HttpResponse::Ok().json(company))
}
