//! A job as programs see it: a `JobPosting`, and what schema.org has no words for.

use actix_web::{HttpResponse, HttpResponseBuilder, http::header, web::Data};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::{
    not_taken::NotTaken,
    warning::{self, Warning},
};

use crate::{
    http::board::Board,
    http::{blocking, error::Error},
    jobs::{job::Job, posting::JobPosting, status::Status, view::description},
    platform::{db::text_enum::TextEnum, zone::Moment},
    text::markdown::Top,
};

/// A job.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiJob {
    #[serde(flatten)]
    posting: JobPosting,
    #[serde(flatten)]
    more: More,
    /// The job's ID, which its address holds.
    id: i64,
    /// `draft`, `published`, `filled`, `withdrawn`, `in_review`, `rejected` or `removed`.
    status: &'static str,
    /// Whether it takes applications. A published job that does not has expired, or nobody confirmed that it is
    /// still open.
    is_open: bool,
    /// When it was last confirmed to be open, after it was posted.
    #[schema(format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed_at: Option<String>,
    /// Grows with each change; the `ETag` that `If-Match` takes.
    version: i32,
    /// When it was last changed.
    #[schema(format = DateTime)]
    date_modified: String,
    /// The day that a draft is published by itself.
    #[schema(format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    publish_on: Option<String>,
    /// What was sent and is no part of the job, with the reason; in answers to a request that made or
    /// changed it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_taken: Vec<NotTaken>,
    /// What laws ask for and the job lacks; in the same answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Warning>,
}

/// Properties that schema.org does not have.
#[skip_serializing_none]
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct More {
    /// `on_site`, `hybrid` or `remote`; A `jobLocationType` of `TELECOMMUTE` means `remote`, too.
    #[schema(example = "hybrid")]
    pub workplace: Option<String>,
    /// The description as Markdown. It takes precedence over `description`, and lists leave it out.
    pub description_markdown: Option<String>,
}

/// A new job.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewApiJob {
    #[serde(flatten)]
    posting: JobPosting,
    #[serde(flatten)]
    more: More,
    /// `published` puts a new job on the board at once; anything else makes a draft.
    #[schema(example = "draft")]
    status: Option<String>,
    /// The day that the job is published by itself, whatever `status` says. It begins at midnight in the board's
    /// `TIME_ZONE`. A job that is to be published must lack nothing. In an update, `null` cancels it.
    #[schema(example = "2027-01-31", format = Date)]
    publish_on: Option<String>,
}

impl ApiJob {
    pub fn new(board: &Board, job: &Job, now: Moment) -> Result<Self, Error> {
        let url = board.config.base_url.join(&job.path());
        let url = url.map_err(Error::internal)?;
        let id = job.id.to_string();
        let identifier = (board.config.host(), id.as_str());
        Ok(Self {
            posting: JobPosting::of(
                job,
                description(job, Top::H2),
                identifier,
                url.as_str(),
                now.zone,
            ),
            more: More {
                workplace: Some(job.fields.workplace.as_str().to_owned()),
                description_markdown: Some(job.fields.description.clone()),
            },
            id: job.id,
            status: job.status.as_str(),
            is_open: job.is_open(now.today()),
            confirmed_at: job
                .confirmed_at
                .map(|then| format!("{}Z", then.format("%FT%T"))),
            version: job.version,
            date_modified: format!("{}Z", job.updated_at.format("%FT%T")),
            publish_on: None,
            not_taken: Vec::new(),
            warnings: Vec::new(),
        })
    }

    /// The same with the day that it is published by itself.
    pub fn published_on(self, day: Option<NaiveDate>) -> Self {
        Self {
            publish_on: day.map(|day| day.to_string()),
            ..self
        }
    }

    /// As lists have it: without the Markdown, which would say everything twice.
    pub fn listed(board: &Board, job: &Job, now: Moment) -> Result<Self, Error> {
        let mut listed = Self::new(board, job, now)?;
        listed.more.description_markdown = None;
        Ok(listed)
    }
}

/// Answers with `job` and its version.
pub async fn answer(
    mut response: HttpResponseBuilder,
    board: &Data<Board>,
    job: Job,
) -> Result<HttpResponse, Error> {
    add_headers(&mut response, &job);
    let day = scheduled(board, &job).await?;
    let board = board.clone();
    let job = blocking::run(move || ApiJob::new(&board, &job, board.clock.moment())).await?;
    Ok(response.json(job.published_on(day)))
}

/// The same, to a request that made, changed or published the job, of which some was not taken.
pub async fn answer_to(
    mut response: HttpResponseBuilder,
    board: &Data<Board>,
    job: Job,
    not_taken: Vec<NotTaken>,
) -> Result<HttpResponse, Error> {
    add_headers(&mut response, &job);
    let day = scheduled(board, &job).await?;
    let board = board.clone();
    let job = blocking::run(move || {
        let warnings = warning::find(&board, &job);
        let job = ApiJob::new(&board, &job, board.clock.moment())?;
        Ok(ApiJob {
            not_taken,
            warnings,
            ..job
        })
    });
    let job = job.await?;
    Ok(response.json(job.published_on(day)))
}

/// The day that a draft is published by itself.
async fn scheduled(board: &Board, job: &Job) -> Result<Option<NaiveDate>, Error> {
    if *job.status != Status::Draft {
        return Ok(None);
    }
    let job = job.clone();
    board.read(move |db| Ok(job.publish_at(db)?)).await
}

fn add_headers(response: &mut HttpResponseBuilder, job: &Job) {
    response
        .insert_header((header::ETAG, etag(job)))
        .insert_header((header::CACHE_CONTROL, "no-store"));
}

/// The version of `job` as `ETag` states it.
pub fn etag(job: &Job) -> String {
    format!("\"{}\"", job.version)
}
