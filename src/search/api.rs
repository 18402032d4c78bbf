//! Lists of jobs: the search of the pages, and one's own.

use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};
use diesel::prelude::*;
use iso_currency::Currency;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use super::{
    facets::{FacetNumbers, Facets},
    index, lists,
    meaning::board_words::InUse,
    query::{JobQuery, Sort, Wanted},
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
    jobs::{EmploymentType, Job, PayPeriod, Workplace, api::posting::ApiJob, ownership},
    platform::{i18n::Message, schema::jobs, zone::Moment},
};

const ADDRESS: &str = "/api/v1/jobs";

/// Jobs on one page of one's own.
const OWN_PAGE: usize = 50;

/// The search, as the page `/jobs` has it in its address.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "described here, read by JobQuery")]
pub struct SearchParams {
    /// Search words. Put "phrases" in quotes; exclude a word with `-word`.
    #[param(max_length = 200)]
    q: Option<String>,
    /// A location. Finds jobs in this place, or with all of these words in their location. Repeat it to match any of
    /// several, five at most; `remote` beside others matches remote jobs, too.
    #[param(explode = true, max_items = 5, example = json!(["berlin"]))]
    place: Option<Vec<String>>,
    /// How far from a town, in kilometers or miles: `25km`, `10mi`. Needs a town as `place`; applies to each.
    #[param(
        pattern = "^([1-9]|[1-9][0-9]|[1-4][0-9]{2}|500)(km|mi)$",
        example = "25km"
    )]
    within: Option<String>,
    /// `on_site`, `hybrid` or `remote`. Repeat it to match any of several.
    #[param(inline, explode = true)]
    workplace: Option<Vec<Workplace>>,
    /// Any of several.
    #[param(inline, explode = true, rename = "type")]
    employment_type: Option<Vec<EmploymentType>>,
    #[param(pattern = "^[A-Za-z]", max_length = 80)]
    category: Option<String>,
    #[param(pattern = "^[A-Za-z]", max_length = 30)]
    tag: Option<String>,
    /// The company's slug, as in its address.
    #[param(pattern = "^[A-Za-z]", max_length = 120)]
    company: Option<String>,
    /// Minimum pay, in `currency` and per `per`.
    #[param(pattern = "^[1-9][0-9]{0,9}$", example = "52000")]
    pay: Option<String>,
    /// An ISO 4217 code. Default: that of the country of `place`, or `USD`.
    #[param(
        pattern = "^(USD|EUR|GBP|CHF|CAD|AUD|INR|JPY|[A-Z]{3})$",
        example = "USD"
    )]
    currency: Option<String>,
    /// The period of the pay. Default: `YEAR`.
    #[param(inline)]
    per: Option<PayPeriod>,
    /// `yes` finds only jobs that state their pay.
    #[param(pattern = "^yes$")]
    paid: Option<String>,
    /// Posted in the last 1, 7 or 30 days.
    #[param(pattern = "^(1|7|30)$")]
    days: Option<String>,
    /// `newest`, or `relevance` for the best matches first.
    #[param(pattern = "^(newest|relevance)$")]
    sort: Option<String>,
    /// The page of the best matches. Use the address in `next`.
    #[param(minimum = 1, maximum = 50)]
    page: Option<u8>,
    /// The end of the previous page. Use the address in `next`.
    #[param(minimum = 1)]
    before: Option<i64>,
    /// The start of the next page. Use the address in `previous`.
    #[param(minimum = 1)]
    after: Option<i64>,
}

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
    let (found, jobs, facets) = lists::read(&board, now, move |lists| {
        let wanted = Wanted {
            folded: false,
            numbers: true,
        };
        let found = query.find(lists, wanted)?;
        let numbers = found.numbers.clone().ok_or(index::Error::Building)?;
        let jobs = search_entry::whole(lists.db, &found.jobs)?;
        let facets = Facets::of(&query, &numbers, Currency::USD, answering.config.locale);
        Ok((found, jobs, facets))
    })
    .await?;
    let jobs = in_full(&board, jobs, now).await?;
    let page_at = |page: Option<JobQuery>| page.map(|page| page.address_at(ADDRESS));
    let list = JobList {
        context: "https://schema.org",
        kind: "ItemList",
        item_list_element: jobs,
        numbers: facets.numbers(ADDRESS),
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

    let (own, last) = board
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
            Ok((own, last))
        })
        .await?;
    let own = in_full(&board, own, now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(OwnJobs {
            context: "https://schema.org",
            kind: "ItemList",
            item_list_element: own,
            next: last.map(|last| format!("/api/v1/me/jobs?before={last}")),
        }))
}

/// The jobs with their descriptions as HTML. It takes milliseconds each: neither for the event loop nor for
/// a connection to the database.
async fn in_full(board: &Data<Board>, jobs: Vec<Job>, now: Moment) -> Result<Vec<ApiJob>, Error> {
    let board = board.clone();
    let in_full = blocking::run(move || {
        jobs.iter()
            .map(|job| ApiJob::listed(&board, job, now))
            .collect()
    });
    in_full.await
}
