//! The figures of a job for programs.

use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    figures::{DaySums, Figures, Sums},
    period::{DAYS, Period},
    scope::Scope,
};
use crate::{
    accounts::Caller,
    http::{
        board::Board,
        error::Error,
        problem::{Problem, Trouble, Wrong},
    },
    jobs::{ownership, path::JobPath},
    platform::i18n::Message,
};

/// How often a job was viewed and applied for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct JobStatistics {
    /// The job's ID.
    job: i64,
    /// The first and the last day, in the board's time zone.
    #[schema(format = Date)]
    first: String,
    #[schema(format = Date)]
    last: String,
    /// People. Each is counted once a day for each of both.
    people: Visits,
    /// Programs, which are not among the people. Each visit is counted.
    bots: Visits,
    /// Days on which anything was counted.
    days: Vec<DayVisits>,
    /// Where people come from.
    sources: Vec<SourceVisits>,
    /// Programs by the rules that tell them from people.
    rules: Vec<SourceVisits>,
}

/// Views of the job's page, and clicks that lead to where people apply.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Visits {
    views: i64,
    apply_clicks: i64,
}

/// A day.
#[derive(Serialize, ToSchema)]
pub struct DayVisits {
    #[schema(format = Date)]
    day: String,
    people: Visits,
    bots: Visits,
}

/// A source of visits.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SourceVisits {
    /// `direct`, `own` for other pages of the board, `alert` for mails about new jobs, `other`, or a domain; of programs,
    /// the name of a rule.
    #[schema(example = "google.com")]
    source: String,
    #[serde(flatten)]
    visits: Visits,
}

impl From<Sums> for Visits {
    fn from(sums: Sums) -> Self {
        Self {
            views: sums.views,
            apply_clicks: sums.applies,
        }
    }
}

/// Read a job's statistics
///
/// Of your own jobs; administrators can read those of any job.
#[utoipa::path(
    get,
    path = "/api/v1/jobs/{job}/statistics",
    operation_id = "readStatistics",
    tag = "Jobs",
    params(
        ("job" = i64, Path, description = "The job's ID", minimum = 1),
        ("days" = Option<String>, Query, description = "The last 28 or 90 days, or `all` that are kept, which are two years", pattern = "^(28|90|all)$", example = "28"),
    ),
    responses(
        (status = 200, body = JobStatistics, description = "The statistics"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Authentication is required"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such job, or it is not yours"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Invalid `days`"),
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn show(
    board: Data<Board>,
    caller: Caller,
    request: HttpRequest,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let period = Period::asked(&request).ok_or_else(|| {
        Error::Invalid(vec![Wrong::parameter(
            DAYS,
            Message::new("statistics-api-days"),
        )])
    })?;
    let today = board.clock.today();
    let first = period.first(today);
    let Caller(account) = caller;
    let (job, figures) = board
        .read(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            Ok((job.id, Figures::load(db, Scope::Job(job.id), first)?))
        })
        .await?;
    let DaySums { people, bots } = figures.total();
    let source = |(source, sums): (String, Sums)| SourceVisits {
        source,
        visits: sums.into(),
    };
    let days = figures.days.iter().map(|(day, sums)| DayVisits {
        day: day.to_string(),
        people: sums.people.into(),
        bots: sums.bots.into(),
    });
    let statistics = JobStatistics {
        job,
        first: first.to_string(),
        last: today.to_string(),
        people: people.into(),
        bots: bots.into(),
        days: days.collect(),
        sources: figures.sources.into_iter().map(source).collect(),
        rules: figures.bots.into_iter().map(source).collect(),
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(statistics))
}
