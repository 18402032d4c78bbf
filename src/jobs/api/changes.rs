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
};
use crate::{
    accounts::{Sent, Visitor, Writer},
    http::board::Board,
    http::{
        error::Error,
        form::Messages,
        if_match,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Trouble, Wrong},
    },
    jobs::{
        editing::{
            form::Completeness,
            publish_check::{check_change, check_company, check_posting},
            wish::{PUBLISH_AT, Wish},
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
/// Creates a draft. With `"status": "published"` it is published at once, and with `publishOn` when that day begins. A job
/// without `validThrough` has no last day: it stays open until you close it.
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
    let day = input.publish_on(now)?.flatten();
    let wish = Wish::new(input.wants_publication(), day, now.today());
    let (rules, locale) = (Policy::of(&page.board), page.locale);
    let check = move |fields| match wish.is_public() {
        true => rules.check(wish.check(fields)?, now.today(), locale),
        false => Ok(fields),
    };
    let fields = input.fields(wish.completeness(), now, check).await?;
    if let Some(messages) = check_company(&page, &writer, &fields.company, None).await? {
        return Err(Error::Invalid(at_their_places(&messages)));
    }
    if let Some(refusal) = check_posting(&page, &writer, wish.is_public()).await? {
        return Err(refusal.into());
    }
    let mut new = NewJob {
        submission_key: submission_key(&request)?,
        ..NewJob::new(Some(writer.id), fields, wish == Wish::Publish, now.at)
    };
    let origin = page.origin();
    let stored = page
        .board
        .write(move |db| {
            let stored = new.submit(db, &origin)?;
            if let (Ok(job), Wish::Schedule(_)) = (&stored, wish)
                && *job.status == Status::Draft
            {
                wish.settle(db, job, &origin)?;
            }
            Ok::<_, Error>(stored)
        })
        .await?;
    let job = stored.map_err(|_| Error::Refused(Message::new("jobs-api-key-used")))?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/jobs/{}", job.id)));
    answer_to(response, &page.board, job, not_taken).await
}

/// Update a job
///
/// Replaces the whole job. Send its current `ETag` in `If-Match`. Only the day on which a draft is published stays where
/// `publishOn` is left out; `null` cancels it.
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
    let (job, scheduled) = page
        .board
        .read(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            let scheduled = job.publish_at(db)?;
            Ok::<_, Error>((job, scheduled))
        })
        .await?;
    let version = if_match::version(&request, job.version)?;
    let now = page.board.clock.moment();
    let sent = Folded::of(&json)?;
    let input = JobInput::read(&sent)?;
    let day = input.publish_on(now)?.unwrap_or(scheduled);
    let is_draft = *job.status == Status::Draft;
    if day.is_some() && !is_draft {
        let only_drafts = Messages::of(PUBLISH_AT, Message::new("jobs-cannot-schedule"));
        return Err(Error::Invalid(at_their_places(&only_drafts)));
    }
    let wish = Wish::new(false, day, now.today());
    let completeness = match is_draft {
        true => wish.completeness(),
        false => Completeness::Complete,
    };
    let not_taken = not_taken::find(&sent, false, page.locale);
    let (rules, locale, before) = (Policy::of(&page.board), page.locale, job.clone());
    let check = move |fields| match *before.status {
        Status::Published => rules.check_change(&before.fields, fields, now.today(), locale),
        _ if wish.is_public() => rules.check(wish.check(fields)?, now.today(), locale),
        _ => Ok(fields),
    };
    let fields = input.fields(completeness, now, check).await?;
    if let Some(messages) = check_company(&page, &writer, &fields.company, Some(&job)).await? {
        return Err(Error::Invalid(at_their_places(&messages)));
    }
    let refusal = match day.is_some() && scheduled.is_none() {
        true => check_posting(&page, &writer, true).await?,
        false => check_change(&page, &writer).await?,
    };
    if let Some(refusal) = refusal {
        return Err(refusal.into());
    }
    let origin = page.origin();
    let changed = page
        .board
        .write(move |db| {
            if !job.update(db, version, &fields, &origin)? {
                return Err(Error::PreconditionFailed);
            }
            let job = Job::find(db, job.id)?;
            if day != scheduled {
                job.schedule(db, day, &origin)?;
            }
            Ok(job)
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
