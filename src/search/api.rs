//! Lists of jobs: the search of the pages, and one's own.

mod params;

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};
use chrono::NaiveDate;
use diesel::prelude::*;
use iso_currency::Currency;
use serde::Serialize;
use utoipa::ToSchema;

use self::params::SearchParams;
use super::{
    facets::{FacetNumbers, Facets},
    index, lists,
    meaning::board_words::InUse,
    query::{JobQuery, Sort, Spelled, Wanted},
    search_entry,
};
use crate::{
    accounts::Caller,
    http::board::Board,
    http::{
        blocking,
        error::Error,
        page_cache::Public,
        problem::{Problem, Refusals, Trouble, Wrong},
        query,
    },
    jobs::{Job, api::posting::ApiJob, life::schedule, ownership},
    platform::{i18n::Message, schema::jobs, zone::Moment},
};

const ADDRESS: &str = "/api/v1/jobs";

/// Jobs on one page of one's own.
const OWN_PAGE: usize = 50;

/// A page of jobs (https://schema.org/ItemList).
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct JobList {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<ApiJob>,
    /// How many jobs there are in all, and behind each filter.
    #[serde(flatten)]
    numbers: FacetNumbers,
    /// The address of the next page.
    next: Option<String>,
    /// The address of the page before.
    previous: Option<String>,
}

/// A page of your jobs.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnJobs {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<ApiJob>,
    /// The address of the next page.
    next: Option<String>,
}

/// Find jobs
///
/// Newest first, 20 per page.
#[utoipa::path(
    get,
    path = "/api/v1/jobs",
    operation_id = "listJobs",
    tag = "Jobs",
    params(SearchParams),
    responses(
        (status = 200, body = JobList, description = "One page"),
        (status = 304, description = "Not changed since the ETag in `If-None-Match`"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "An unknown filter, or an invalid value"),
        Trouble,
    )
)]
pub async fn index(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let query_string = request.query_string();
    let refused: Vec<Wrong> = JobQuery::misunderstood(query_string)
        .into_iter()
        .map(|name| Wrong::parameter(name, Message::new("search-api-filter")))
        .collect();
    if !refused.is_empty() {
        return Err(Error::Invalid(refused));
    }
    let words = InUse::on(&board)?;
    let asked = JobQuery::parse(query_string, &words);
    let address = asked.address_at(ADDRESS);
    let query = asked.sorted_by_default(Sort::Newest);
    let now = board.clock.moment();
    let answering = board.clone();
    let (found, jobs, numbers) = lists::read(&board, now, move |lists| {
        let wanted = Wanted {
            folded: false,
            numbers: true,
        };
        let found = query.find(lists, wanted)?;
        let numbers = found.numbers.clone().ok_or(index::Error::Building)?;
        let jobs = search_entry::whole(lists.db, &found.jobs)?;
        let facets = Facets::of(
            &query,
            &numbers,
            &Spelled::default(),
            Currency::USD,
            answering.config.locale,
        );
        Ok((found, jobs, facets.numbers(&query, ADDRESS)))
    })
    .await?;
    let jobs = in_full(&board, jobs, HashMap::new(), now).await?;
    let page_at = |page: Option<JobQuery>| page.map(|page| page.address_at(ADDRESS));
    let list = JobList {
        context: "https://schema.org",
        kind: "ItemList",
        item_list_element: jobs,
        numbers,
        next: page_at(found.older),
        previous: page_at(found.newer),
    };
    let mut response = HttpResponse::Ok().json(list);
    response.extensions_mut().insert(Public::at(address));
    Ok(response)
}

/// List my jobs
///
/// Jobs of every status, newest first, 50 per page.
#[utoipa::path(
    get,
    path = "/api/v1/me/jobs",
    operation_id = "listMyJobs",
    tag = "Account",
    params(("before" = Option<i64>, Query, description = "The ID of the last job on the previous page. Use the address in `next`", minimum = 1)),
    responses(
        (status = 200, body = OwnJobs, description = "One page"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "`before` is not a number"),
        Refusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn own(
    board: Data<Board>,
    caller: Caller,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let before = match query::value(&request, "before").as_str() {
        "" => i64::MAX,
        number => number.parse().map_err(|_| {
            let wrong = Wrong::parameter("before", Message::new("search-api-before"));
            Error::Invalid(vec![wrong])
        })?,
    };
    let now = board.clock.moment();

    let (own, days, last) = board
        .read(move |db| {
            let mut own: Vec<Job> = jobs::table
                .filter(ownership::belongs_to(caller.id))
                .filter(jobs::id.lt(before))
                .order(jobs::id.desc())
                .limit(OWN_PAGE as i64 + 1)
                .select(Job::as_select())
                .load(db)?;
            let more = own.len() > OWN_PAGE;
            own.truncate(OWN_PAGE);
            let last = own.last().map(|job| job.id).filter(|_| more);
            let ids: Vec<i64> = own.iter().map(|job| job.id).collect();
            Ok((own, schedule::days(db, &ids)?, last))
        })
        .await?;
    let own = in_full(&board, own, days, now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(OwnJobs {
            context: "https://schema.org",
            kind: "ItemList",
            item_list_element: own,
            next: last.map(|last| format!("/api/v1/me/jobs?before={last}")),
        }))
}

/// The jobs with their descriptions as HTML, and the days on which some are published. It takes milliseconds each:
/// neither for the event loop nor for a connection to the database.
async fn in_full(
    board: &Data<Board>,
    jobs: Vec<Job>,
    days: HashMap<i64, NaiveDate>,
    now: Moment,
) -> Result<Vec<ApiJob>, Error> {
    let board = board.clone();
    let in_full = blocking::run(move || {
        jobs.iter()
            .map(|job| {
                let day = days.get(&job.id).copied();
                Ok(ApiJob::listed(&board, job, now)?.published_on(day))
            })
            .collect()
    });
    in_full.await
}
