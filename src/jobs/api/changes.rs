//! One job: reading, making, changing and deleting it.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderName},
    web::Data,
};

use super::{
    input::{JobInput, at_their_places},
    lists::Folded,
    not_taken,
    posting::{ApiJob, NewApiJob, answer, answer_to, etag},
    sent::Sent,
};
use crate::{
    accounts::{Visitor, Writer},
    http::board::Board,
    http::{
        error::Error,
        if_match,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Trouble, Wrong},
    },
    jobs::{
        editing::{
            form::Completeness,
            publish_check::{check_change, check_company, check_posting},
        },
        job::Job,
        managing::deleting,
        new_job::NewJob,
        ownership,
        path::JobPath,
        pay_rules::Policy,
        show::find_visible,
        status::Status,
    },
    platform::i18n::Message,
};

/// A program's name for what it wants made, so that asking twice makes one.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Read a job
#[utoipa::path(
    get,
    path = "/api/v1/jobs/{job}",
    operation_id = "readJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses(
        (status = 200, body = ApiJob, description = "The job", headers(("ETag" = String, description = "The version"))),
        (status = 304, description = "Not changed since the ETag in `If-None-Match`"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such job, or it is someone else's draft"),
        (status = 410, body = Problem, content_type = "application/problem+json", description = "The job was deleted or removed"),
        Trouble,
    )
)]
pub async fn show(
    board: Data<Board>,
    visitor: Visitor,
    request: HttpRequest,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let now = board.clock.moment();
    let (job, _) = board
        .read(move |db| find_visible(db, &visitor, path.id, now))
        .await?;
    let known = request.headers().get(header::IF_NONE_MATCH);
    if known.is_some_and(|known| known.as_bytes() == etag(&job).as_bytes()) {
        return Ok(HttpResponse::NotModified()
            .insert_header((header::ETAG, etag(&job)))
            .finish());
    }
    answer(HttpResponse::Ok(), &board, job).await
}

/// Create a job
///
/// Creates a draft. With `"status": "published"` it is published at once.
#[utoipa::path(
    post,
    path = "/api/v1/jobs",
    operation_id = "createJob",
    tag = "Jobs",
    params(("Idempotency-Key" = Option<String>, Header, description = "Requests with the same key create one job. Up to 64 characters", min_length = 1, max_length = 64, pattern = "^[!-~]+$")),
    request_body = NewApiJob,
    responses(
        (status = 201, body = ApiJob, description = "The job", headers(
            ("ETag" = String, description = "The version"),
            ("Location" = String, description = "The job's address in this API"),
        )),
        JsonRefusals,
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn create(page: Page, request: HttpRequest, sent: Sent) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let now = page.board.clock.moment();
    let sent = Folded::of(&json)?;
    let input = JobInput::read(&sent)?;
    let not_taken = not_taken::find(&sent, true, page.locale);
    let publish = input.wants_publication();
    let completeness = if publish {
        Completeness::Complete
    } else {
        Completeness::Draft
    };
    let (rules, locale) = (Policy::of(&page.board), page.locale);
    let check = move |fields| match publish {
        true => rules.check(fields, now.today(), locale),
        false => Ok(fields),
    };
    let fields = input.fields(completeness, now, check).await?;
    if let Some(messages) = check_company(&page, &writer, &fields.company, None).await? {
        return Err(Error::Invalid(at_their_places(&messages)));
    }
    if let Some(refusal) = check_posting(&page, &writer, publish).await? {
        return Err(refusal.into());
    }
    let mut new = NewJob {
        submission_key: submission_key(&request)?,
        ..NewJob::new(Some(writer.id), fields, publish, now.at)
    };
    let origin = page.origin();
    let stored = page
        .board
        .write(move |db| Ok(new.submit(db, &origin)?))
        .await?;
    let job = stored.map_err(|_| Error::Conflict(Message::new("jobs-api-key-used")))?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/jobs/{}", job.id)));
    answer_to(response, &page.board, job, not_taken).await
}

/// Update a job
///
/// Replaces the whole job. Send its current `ETag` in `If-Match`.
#[utoipa::path(
    put,
    path = "/api/v1/jobs/{job}",
    operation_id = "updateJob",
    tag = "Jobs",
    params(
        ("job" = i64, Path, description = "The job's ID", minimum = 1),
        ("If-Match" = String, Header, description = "The ETag of the version that you are updating"),
    ),
    request_body = NewApiJob,
    responses(
        (status = 200, body = ApiJob, description = "The job", headers(("ETag" = String, description = "The new version"))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "The job was changed since that version"),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing"),
        JsonRefusals,
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn update(
    page: Page,
    path: JobPath,
    request: HttpRequest,
    sent: Sent,
) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let account = writer.0.clone();
    let job = page
        .board
        .read(move |db| Ok(ownership::find(db, &account, path.id)?))
        .await?;
    let version = if_match::version(&request, job.version)?;
    let completeness = if *job.status == Status::Draft {
        Completeness::Draft
    } else {
        Completeness::Complete
    };
    let now = page.board.clock.moment();
    let sent = Folded::of(&json)?;
    let not_taken = not_taken::find(&sent, false, page.locale);
    let (rules, locale, before) = (Policy::of(&page.board), page.locale, job.clone());
    let check = move |fields| match *before.status {
        Status::Published => rules.check_change(&before.fields, fields, now.today(), locale),
        _ => Ok(fields),
    };
    let input = JobInput::read(&sent)?;
    let fields = input.fields(completeness, now, check).await?;
    if let Some(messages) = check_company(&page, &writer, &fields.company, Some(&job)).await? {
        return Err(Error::Invalid(at_their_places(&messages)));
    }
    if let Some(refusal) = check_change(&page, &writer).await? {
        return Err(refusal.into());
    }
    let origin = page.origin();
    let changed = page
        .board
        .write(move |db| {
            if !job.update(db, version, &fields, &origin)? {
                return Err(Error::PreconditionFailed);
            }
            Ok(Job::find(db, job.id)?)
        })
        .await?;
    answer_to(HttpResponse::Ok(), &page.board, changed, not_taken).await
}

/// Delete a job
///
/// Deletes your own job. Someone else's job is removed from the board, if you are an administrator.
#[utoipa::path(
    delete,
    path = "/api/v1/jobs/{job}",
    operation_id = "deleteJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses((status = 204, description = "Deleted"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn delete(page: Page, writer: Writer, path: JobPath) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let board = page.board.clone();
    page.board
        .write(move |db| deleting::delete(&board, db, &writer, path.id, "", &origin))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What makes two requests one, from `Idempotency-Key`.
fn submission_key(request: &HttpRequest) -> Result<Option<String>, Error> {
    let Some(key) = request.headers().get(IDEMPOTENCY_KEY) else {
        return Ok(None);
    };
    match key.to_str() {
        Ok(key) if (1..=64).contains(&key.len()) => Ok(Some(format!("api:{key}"))),
        _ => {
            let wrong = Message::new("jobs-api-key-length");
            let wrong = Wrong::parameter(IDEMPOTENCY_KEY.as_str(), wrong);
            Err(Error::Invalid(vec![wrong]))
        }
    }
}
